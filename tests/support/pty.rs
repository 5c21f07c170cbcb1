//! A real terminal for tests: starts the program in a pseudo-terminal and reads its screen.
//!
//! Use it for what only a terminal shows (modes, cursor, signals, a killed program); everything
//! else is tested without one, which is a thousand times faster.

use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use farsight::tui::input::{Code, Key};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// How to start the program.
pub struct Start {
    command: CommandBuilder,
    cols: u16,
    rows: u16,
}

impl Start {
    /// Starts farsight with these arguments, in English, in a terminal of 80 × 24.
    pub fn farsight(args: &[&str]) -> Start {
        Start::program(env!("CARGO_BIN_EXE_farsight"), args)
    }

    /// Starts another program in the same way.
    pub fn program(program: impl AsRef<std::ffi::OsStr>, args: &[&str]) -> Start {
        let mut command = CommandBuilder::new(program);
        command.args(args);
        for name in [
            "NO_COLOR",
            "COLORFGBG",
            "TERM_PROGRAM",
            "LC_ALL",
            "LC_MESSAGES",
            "LANGUAGE",
        ] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_GB.UTF-8");
        Start {
            command,
            cols: 80,
            rows: 24,
        }
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, name: &str, value: impl AsRef<std::ffi::OsStr>) -> Start {
        self.command.env(name, value);
        self
    }

    /// Starts in this folder.
    pub fn cwd(mut self, folder: &Path) -> Start {
        self.command.cwd(folder);
        self
    }

    /// Starts in a terminal of this size.
    pub fn size(mut self, cols: u16, rows: u16) -> Start {
        (self.cols, self.rows) = (cols, rows);
        self
    }

    /// Starts it.
    pub fn spawn(self) -> Pty {
        let pty = native_pty_system();
        let pair = pty.openpty(size(self.cols, self.rows)).unwrap();
        let before = modes(&*pair.master);
        let child = pair.slave.spawn_command(self.command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut chunk = [0; 8192];
            while let Ok(len) = reader.read(&mut chunk) {
                if len == 0 || sender.send(chunk[..len].to_vec()).is_err() {
                    break;
                }
            }
        });
        Pty {
            parser: parser(self.cols, self.rows),
            output,
            writer: pair.master.take_writer().unwrap(),
            child,
            master: pair.master,
            raw: Vec::new(),
            answered: 0,
            before,
        }
    }
}

/// A running program and the terminal around it; dropping it kills the program.
pub struct Pty {
    parser: vt100::Parser,
    output: Receiver<Vec<u8>>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    raw: Vec<u8>,
    answered: usize,
    before: String,
}

impl Pty {
    /// Waits until the text is on the screen; a wide text must not be cut by a row's end.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text));
    }

    /// Waits until the text is no longer on the screen.
    #[track_caller]
    pub fn wait_gone(&mut self, text: &str) {
        self.wait_until(text, |screen| !screen.contains(text));
    }

    /// Waits until the screen is as it should be; `what` says so if it never is.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, mut good: impl FnMut(&str) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !good(&self.screen()) {
            assert!(
                Instant::now() < end,
                "waited in vain for {what:?}; the screen is\n{}",
                self.screen()
            );
            self.pump(Duration::from_millis(20));
        }
    }

    /// Reads what the program writes for so long.
    pub fn pump(&mut self, wait: Duration) {
        let end = Instant::now() + wait;
        while let Ok(bytes) = self
            .output
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            self.parser.process(&bytes);
            self.raw.extend(bytes);
            self.answer();
        }
    }

    /// Answers what a program may ask a terminal: where the cursor is, and what the terminal is.
    fn answer(&mut self) {
        while let Some(at) = find(&self.raw[self.answered..], b"\x1b[") {
            let rest = &self.raw[self.answered + at + 2..];
            let Some(end) = rest.iter().position(|b| (0x40..0x7f).contains(b)) else {
                return;
            };
            let (row, col) = self.parser.screen().cursor_position();
            let reply = match &rest[..=end] {
                b"6n" => format!("\x1b[{};{}R", row + 1, col + 1),
                b"5n" => "\x1b[0n".into(),
                b"c" | b"0c" => "\x1b[?62;22c".into(),
                _ => String::new(),
            };
            self.answered += at + 2 + end + 1;
            self.write(reply.as_bytes());
        }
    }

    /// Presses keys by their names, as keymaps write them: `"tab ctrl-s shift-f8 a 中"`.
    pub fn keys(&mut self, names: &str) {
        for name in names.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|| panic!("no such key: {name}"));
            self.write(encode(key).as_bytes());
        }
    }

    /// Types a text, character by character.
    pub fn type_text(&mut self, text: &str) {
        self.write(text.as_bytes());
    }

    /// Pastes a text in one piece.
    pub fn paste(&mut self, text: &str) {
        self.write(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    /// Presses and lets go of the mouse at a cell, counted from 0.
    pub fn click(&mut self, col: u16, row: u16) {
        let at = format!("{};{}", col + 1, row + 1);
        self.write(format!("\x1b[<0;{at}M\x1b[<0;{at}m").as_bytes());
    }

    /// Turns the wheel at a cell, counted from 0.
    pub fn wheel(&mut self, col: u16, row: u16, down: bool) {
        let button = if down { 65 } else { 64 };
        self.write(format!("\x1b[<{button};{};{}M", col + 1, row + 1).as_bytes());
    }

    /// Sends bytes as they are; a program that is gone does not mind.
    pub fn write(&mut self, bytes: &[u8]) {
        let _ = self
            .writer
            .write_all(bytes)
            .and_then(|()| self.writer.flush());
    }

    /// Gives the window another size.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        self.master.resize(size(cols, rows)).unwrap();
        let screen = self.parser.screen_mut();
        screen.set_size(rows.try_into().unwrap(), cols.try_into().unwrap());
    }

    /// Sends a signal: `"TERM"`, `"HUP"`, `"KILL"`.
    pub fn signal(&mut self, name: &str) {
        let id = self.child.process_id().expect("the program has ended");
        let sent = Command::new("kill")
            .args(["-s", name, &id.to_string()])
            .status();
        assert!(sent.unwrap().success());
    }

    /// Kills the program as a crash would, with no chance to tidy up.
    pub fn kill(&mut self) {
        self.signal("KILL");
        self.child.wait().unwrap();
    }

    /// Waits for the program to end and returns its exit code; a signal counts as 1.
    #[track_caller]
    pub fn wait_exit(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            self.pump(Duration::from_millis(20));
            if let Some(status) = self.child.try_wait().unwrap() {
                self.pump(Duration::from_millis(100));
                return status.exit_code();
            }
            assert!(Instant::now() < end, "still running:\n{}", self.screen());
        }
    }

    /// The words on the screen.
    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// The words of one row, counted from 0, without trailing blanks.
    pub fn row(&self, row: u16) -> String {
        let (_, cols) = self.parser.screen().size();
        let rows = self.parser.screen().rows(0, cols.get());
        let words = rows.into_iter().nth(usize::from(row)).unwrap_or_default();
        words.trim_end().to_owned()
    }

    /// The column and the row of the cursor, counted from 0, or `None` if it is hidden.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let (row, col) = self.parser.screen().cursor_position();
        (!self.parser.screen().hide_cursor()).then_some((col, row))
    }

    /// Everything that the program has written, with its escape codes.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// Fails unless the terminal is as the program found it: screen, cursor, mouse, paste, keys.
    #[track_caller]
    pub fn assert_restored(&mut self) {
        self.pump(Duration::from_millis(100));
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the screen was not given back");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is still captured"
        );
        let raw = self.raw();
        for (on, off) in [("\x1b[?1004h", "\x1b[?1004l"), ("\x1b[>1u", "\x1b[<1u")] {
            assert!(raw.rfind(on) <= raw.rfind(off), "{on:?} was never undone");
        }
        assert_eq!(modes(&*self.master), self.before, "the line is still raw");
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// What an old terminal sends for a key.
fn encode(key: Key) -> String {
    let held = 1 + u8::from(key.shift) + 2 * u8::from(key.alt) + 4 * u8::from(key.ctrl);
    let letter = |end: char| match held {
        1 => format!("\x1b[{end}"),
        _ => format!("\x1b[1;{held}{end}"),
    };
    let number = |n: u8| match held {
        1 => format!("\x1b[{n}~"),
        _ => format!("\x1b[{n};{held}~"),
    };
    let alt = if key.alt { "\x1b" } else { "" };
    match key.code {
        Code::Char(' ') if key.ctrl => format!("{alt}\0"),
        Code::Char(c) if key.ctrl => format!("{alt}{}", char::from(c as u8 & 0x1f)),
        Code::Char(c) if key.shift => format!("{alt}{}", c.to_uppercase()),
        Code::Char(c) => format!("{alt}{c}"),
        Code::Enter => format!("{alt}\r"),
        Code::Esc => "\x1b".into(),
        Code::Tab => format!("{alt}\t"),
        Code::BackTab => "\x1b[Z".into(),
        Code::Backspace => format!("{alt}\x7f"),
        Code::Up => letter('A'),
        Code::Down => letter('B'),
        Code::Right => letter('C'),
        Code::Left => letter('D'),
        Code::Home => letter('H'),
        Code::End => letter('F'),
        Code::Insert => number(2),
        Code::Delete => number(3),
        Code::PageUp => number(5),
        Code::PageDown => number(6),
        Code::F(n @ 1..=5) => number(10 + n),
        Code::F(n @ 6..=10) => number(11 + n),
        Code::F(n) => number(12 + n),
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn parser(cols: u16, rows: u16) -> vt100::Parser {
    vt100::Parser::new(rows.try_into().unwrap(), cols.try_into().unwrap(), 0)
}

/// How the line is set up, in words that can be compared.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

fn find(bytes: &[u8], sign: &[u8]) -> Option<usize> {
    bytes.windows(sign.len()).position(|window| window == sign)
}
