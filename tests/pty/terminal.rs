//! The terminal room against a real terminal: what it reads, draws and gives back.
//!
//! Each test starts this test program again inside the terminal, as the small program below.

use std::time::Duration;

use crate::support::pty::{Pty, Start};
use farsight::tui::input::{Code, Event, Key};
use farsight::tui::terminal::Terminal;
use farsight::tui::text_field::TextField;
use farsight::tui::theme::Theme;
use farsight::words::Lang;
use ratatui::layout::Rect;

/// Starts the small program and waits for its first picture.
fn start(env: &[(&str, &str)]) -> Pty {
    let program = std::env::current_exe().unwrap();
    let args = [
        "--exact",
        "terminal::small_program",
        "--ignored",
        "--nocapture",
        "--test-threads=1",
    ];
    let mut start = Start::program(program, &args).size(60, 6);
    for (name, value) in env {
        start = start.env(name, value);
    }
    let mut pty = start.spawn();
    pty.wait_for("ready");
    pty
}

/// A field, and below it what happened last; leaves at Ctrl-Q.
#[test]
#[ignore = "it is the program that the tests start, not a test"]
fn small_program() {
    let mut terminal = Terminal::enter(|| println!("rescued")).unwrap();
    let theme = Theme::named("mono").unwrap();
    let mut field = TextField::new("", true);
    let mut last = String::from("ready");
    loop {
        let picture = |frame: &mut ratatui::Frame| {
            let [width, height] = [frame.area().width, frame.area().height];
            let area = Rect::new(0, 0, width, height.saturating_sub(1));
            if let Some(at) = field.draw(frame.buffer_mut(), area, &theme, &[]) {
                frame.set_cursor_position(at);
            }
            let below = Rect::new(0, height.saturating_sub(1), width, height.min(1));
            frame.render_widget(last.as_str(), below);
        };
        terminal.draw(picture).unwrap();
        match terminal.next(Duration::from_secs(5)) {
            Some(Event::Key(Key {
                code: Code::F(1), ..
            })) => panic!("as asked"),
            Some(Event::Key(Key {
                code: Code::F(2), ..
            })) => terminal.suspend().unwrap(),
            Some(Event::Key(Key {
                code: Code::F(3), ..
            })) => {
                terminal.outside(|| println!("outside")).unwrap();
            }
            Some(Event::Key(Key {
                code: Code::F(4), ..
            })) => terminal.copy("需要").unwrap(),
            Some(Event::Key(Key {
                code: Code::F(5), ..
            })) => {
                std::thread::sleep(Duration::from_secs(60));
            }
            Some(Event::Key(key)) if key == Key::ctrl('q') => break,
            Some(Event::Key(key)) => {
                field.handle(&key);
                last = key.label(Lang::En);
            }
            Some(Event::Paste(text)) => {
                field.paste(&text);
                last = "pasted".into();
            }
            Some(Event::Quit) => {
                drop(terminal);
                println!("asked to quit");
                return;
            }
            Some(event) => last = format!("{event:?}"),
            None => {}
        }
    }
}

#[test]
fn keys_pastes_and_the_mouse_arrive() {
    let mut pty = start(&[]);
    assert_eq!(pty.cursor(), Some((0, 0)));
    pty.type_text("需要 need");
    pty.wait_for("需要 need");
    assert_eq!(pty.cursor(), Some((9, 0)));
    let keys = "ctrl-s alt-z shift-f8 pagedown f12 shift-tab esc ctrl-_ ctrl-left";
    for key in keys.split(' ') {
        pty.keys(key);
        pty.wait_for(&Key::parse(key).unwrap().label(Lang::En));
    }
    pty.paste("一\r\n二\u{7}");
    pty.wait_for("pasted");
    assert_eq!(
        (pty.row(0).as_str(), pty.row(1).as_str()),
        ("需要 一", "二need")
    );
    assert_eq!(pty.cursor(), Some((2, 1)));
    pty.click(7, 3);
    pty.wait_for("kind: Up, col: 7, row: 3");
    pty.wheel(1, 2, true);
    pty.wait_for("WheelDown, col: 1, row: 2");
    pty.resize(30, 4);
    pty.wait_for("cols: 30");
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}

#[test]
fn a_panic_gives_the_terminal_back_and_rescues() {
    let mut pty = start(&[("TERM", "xterm-kitty")]);
    assert!(pty.raw().contains("\x1b[>1u"));
    pty.keys("f1");
    assert_ne!(pty.wait_exit(), 0);
    pty.assert_restored();
    let raw = pty.raw();
    let (rescued, message) = (raw.find("rescued"), raw.find("as asked"));
    assert!(rescued.is_some() && rescued < message, "{raw}");
}

#[test]
fn signals_are_a_request_to_stop() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut pty = start(&[]);
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), 0);
        pty.assert_restored();
        assert!(pty.raw().contains("asked to quit"));
        assert!(!pty.raw().contains("rescued"));
    }
}

#[test]
fn a_program_that_does_not_react_is_rescued() {
    let mut pty = start(&[]);
    pty.keys("f5");
    pty.pump(Duration::from_millis(300));
    pty.signal("TERM");
    pty.wait_exit();
    pty.assert_restored();
    assert!(pty.raw().contains("rescued"));
}

#[test]
fn the_screen_comes_back_after_others_had_it() {
    let mut pty = start(&[]);
    pty.type_text("留下");
    pty.wait_for("留下");
    for key in ["f2", "f3"] {
        let before = pty.raw().len();
        pty.keys(key);
        pty.wait_until("another picture", |screen| screen.contains("留下"));
        pty.pump(Duration::from_millis(300));
        let since = pty.raw().split_off(before);
        assert!(
            since.contains("\x1b[?1049l") && since.contains("\x1b[?1049h"),
            "{since:?}"
        );
        assert_eq!(pty.row(0), "留下");
    }
    assert!(pty.raw().contains("outside"));
    pty.keys("f4");
    pty.pump(Duration::from_millis(200));
    assert!(pty.raw().contains("\x1b]52;c;6ZyA6KaB"));
    pty.keys("ctrl-q");
    assert_eq!(pty.wait_exit(), 0);
    pty.assert_restored();
}
