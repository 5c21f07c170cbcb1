//! The one place that talks to the terminal.
//!
//! It takes the whole screen, turns on what the terminal can tell us (keys one by one, pastes in one
//! piece, the mouse, the focus), and gives everything back whatever happens: on leaving, on a panic,
//! on suspending, and while another program has the screen. Nothing is asked of the terminal that
//! it might not answer, so the first picture is never delayed.

use std::collections::VecDeque;
use std::io::{self, BufWriter, Stdout, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event as ct;
use crossterm::terminal as ctt;
use crossterm::{cursor, execute, queue};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;

use super::input::{Code, Event, Key, Mouse, MouseKind};

/// So long is waited for what is there already: no time at all would not even look.
const AT_HAND: Duration = Duration::from_micros(200);
/// The screen is ours: the panic hook and the signal thread must give it back.
static ON_SCREEN: AtomicBool = AtomicBool::new(false);
/// The terminal was told to report keys unambiguously and must be told to stop.
static KEYS_PUSHED: AtomicBool = AtomicBool::new(false);
/// The system has asked us to stop.
static QUIT: AtomicBool = AtomicBool::new(false);
/// The program has taken notice of that.
static QUIT_SEEN: AtomicBool = AtomicBool::new(false);
/// The panic hook and the signal thread are there.
static WATCHED: AtomicBool = AtomicBool::new(false);
/// Writes recovery when nothing else will: on a panic, or when the terminal has vanished.
static RESCUE: Mutex<Option<Arc<Rescue>>> = Mutex::new(None);

type Rescue = dyn Fn() + Send + Sync;
type Screen = ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// How long a wait may last before the request to stop is looked at again.
const SLICE: Duration = Duration::from_millis(100);
/// How long the program has to take notice of a request to stop.
const PATIENCE: Duration = Duration::from_secs(1);

/// The terminal while farsight has its screen; dropping it gives the screen back.
#[derive(Debug)]
pub struct Terminal {
    screen: Screen,
    mouse: bool,
    keys: bool,
    waiting: VecDeque<Event>,
    /// What the terminal shows is unknown: draw everything anew.
    stale: bool,
}

impl Terminal {
    /// Takes the screen.
    ///
    /// `rescue` is called when the program is about to end without having been asked: after a
    /// panic, when the screen is back, or when it does not react to the loss of its terminal. It
    /// runs on any thread and must not wait for a lock that the program may hold.
    pub fn enter(rescue: impl Fn() + Send + Sync + 'static) -> io::Result<Terminal> {
        *RESCUE.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(rescue));
        let keys = tells_keys_apart(|name| std::env::var(name).ok());
        if !WATCHED.swap(true, SeqCst) {
            install_hook();
            watch_signals()?;
        }
        take(true, keys)?;
        let screen = match new_screen() {
            Ok(screen) => screen,
            Err(error) => {
                give_back();
                return Err(error);
            }
        };
        Ok(Terminal {
            screen,
            mouse: true,
            keys,
            waiting: VecDeque::new(),
            stale: false,
        })
    }

    /// Draws one picture; the terminal shows it in one piece.
    ///
    /// The cursor stands where the closure puts it with `set_cursor_position`, else it is hidden.
    pub fn draw(&mut self, picture: impl FnOnce(&mut Frame)) -> io::Result<()> {
        let stale = std::mem::take(&mut self.stale);
        if stale {
            self.screen = new_screen()?;
        }
        queue!(self.screen.backend_mut(), ctt::BeginSynchronizedUpdate)?;
        if stale {
            queue!(self.screen.backend_mut(), ctt::Clear(ctt::ClearType::All))?;
        }
        let drawn = self.screen.draw(picture).map(drop);
        execute!(self.screen.backend_mut(), ctt::EndSynchronizedUpdate)?;
        drawn
    }

    /// The next event, or `None` if nothing happens for so long.
    ///
    /// A terminal that has gone away, like SIGTERM and SIGHUP, is [`Event::Quit`]: from then on
    /// every call reports it at once, and the program must write recovery and leave.
    pub fn next(&mut self, timeout: Duration) -> Option<Event> {
        let end = Instant::now() + timeout;
        loop {
            if QUIT.load(SeqCst) {
                QUIT_SEEN.store(true, SeqCst);
                return Some(Event::Quit);
            }
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            let left = end.saturating_duration_since(Instant::now());
            if self.gather(left.min(SLICE)).is_err() {
                return Some(Event::Quit);
            }
            if left.is_zero() && self.waiting.is_empty() {
                return None;
            }
        }
    }

    /// Whether more events are there already, so that drawing can wait for them.
    pub fn pending(&mut self) -> bool {
        QUIT.load(SeqCst) || self.gather(Duration::ZERO).is_err() || !self.waiting.is_empty()
    }

    /// Lets the program have the mouse, or hands it back to the terminal for selecting text.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        if on {
            execute!(io::stdout(), ct::EnableMouseCapture)
        } else {
            execute!(io::stdout(), ct::DisableMouseCapture)
        }
    }

    /// Whether the program has the mouse.
    pub fn has_mouse(&self) -> bool {
        self.mouse
    }

    /// Copies a text to the clipboard of the machine at which the person sits, also over ssh.
    ///
    /// The terminal is told by OSC 52 and gives no answer; some are set up to refuse.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Gives the screen back and stops the program until the shell continues it, as Ctrl-Z does.
    ///
    /// Where the system has no such thing, nothing happens.
    pub fn suspend(&mut self) -> io::Result<()> {
        #[cfg(unix)]
        self.outside(|| signal_hook::low_level::raise(signal_hook::consts::SIGTSTP))??;
        Ok(())
    }

    /// Gives the screen to another program, such as an editor, while the closure runs.
    ///
    /// Keys pressed meanwhile are dropped, and the next picture is drawn anew.
    pub fn outside<T>(&mut self, run: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let result = run();
        take(self.mouse, self.keys)?;
        self.stale = true;
        let _ = self.gather(Duration::ZERO);
        self.waiting.clear();
        Ok(result)
    }

    /// Draws the next picture anew, in case something else has written on the screen.
    pub fn redraw(&mut self) {
        self.stale = true;
    }

    /// Waits for an event and takes every other that is there already.
    fn gather(&mut self, wait: Duration) -> io::Result<()> {
        let mut wait = wait;
        while ct::poll(wait)? {
            self.waiting.extend(translate(ct::read()?));
            wait = AT_HAND;
        }
        Ok(())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
        *RESCUE.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// How many columns the terminal has, where there is one.
pub fn columns() -> Option<u16> {
    ctt::size().ok().map(|(columns, _)| columns)
}

fn new_screen() -> io::Result<Screen> {
    Screen::new(CrosstermBackend::new(BufWriter::with_capacity(
        1 << 16,
        io::stdout(),
    )))
}

/// Takes the screen and turns everything on.
fn take(mouse: bool, keys: bool) -> io::Result<()> {
    ctt::enable_raw_mode()?;
    ON_SCREEN.store(true, SeqCst);
    let mut out = io::stdout();
    queue!(
        out,
        ctt::EnterAlternateScreen,
        ctt::Clear(ctt::ClearType::All),
        ct::EnableBracketedPaste,
        ct::EnableFocusChange,
        cursor::Hide
    )?;
    if mouse {
        queue!(out, ct::EnableMouseCapture)?;
    }
    if keys {
        let flags = ct::KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES;
        queue!(out, ct::PushKeyboardEnhancementFlags(flags))?;
        KEYS_PUSHED.store(true, SeqCst);
    }
    out.flush()
}

/// Turns everything off and gives the screen back; does nothing if that is done already.
///
/// Errors are of no use here: the terminal may be gone, and whoever calls is already leaving.
fn give_back() {
    if !ON_SCREEN.swap(false, SeqCst) {
        return;
    }
    let mut out = io::stdout();
    if KEYS_PUSHED.swap(false, SeqCst) {
        let _ = queue!(out, ct::PopKeyboardEnhancementFlags);
    }
    let _ = execute!(
        out,
        ctt::EndSynchronizedUpdate,
        ct::DisableMouseCapture,
        ct::DisableFocusChange,
        ct::DisableBracketedPaste,
        cursor::Show,
        ctt::LeaveAlternateScreen
    );
    let _ = ctt::disable_raw_mode();
}

/// Calls the closure that writes recovery, if there is one; the lock is not held meanwhile.
fn rescue() {
    let rescue = match RESCUE.try_lock() {
        Ok(rescue) => rescue.clone(),
        Err(_) => None,
    };
    if let Some(rescue) = rescue {
        rescue();
    }
}

/// On a panic of the thread that draws: give the screen back, write recovery, then say what happened.
///
/// A panic of another thread is left to whoever waits for that thread; the screen stays, and its
/// message must not be written across the picture.
fn install_hook() {
    type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Send + Sync>;
    let before: Hook = panic::take_hook();
    let ours = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == ours {
            give_back();
            rescue();
            before(info);
        } else if !ON_SCREEN.load(SeqCst) {
            before(info);
        }
    }));
}

/// Turns SIGTERM, SIGHUP and SIGINT into a request to stop, and ends a program that does not react.
///
/// A terminal that has gone away can hold the reading of keys forever; then nobody would see the
/// request, and the program would turn on the spot with its changes unwritten. Ctrl-C in another
/// program that has the screen sends SIGINT to us too, and is not for us.
#[cfg(unix)]
fn watch_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let watch = move || {
        for signal in signals.forever() {
            if signal == SIGINT && !ON_SCREEN.load(SeqCst) {
                continue;
            }
            QUIT.store(true, SeqCst);
            thread::sleep(PATIENCE);
            if !QUIT_SEEN.load(SeqCst) {
                // Neither a rescue that fails nor a terminal that is stuck may keep us alive.
                let _ = panic::catch_unwind(rescue);
                thread::spawn(give_back);
                thread::sleep(SLICE);
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        }
    };
    let thread = thread::Builder::new().name("signals".into());
    thread.spawn(watch).map(drop)
}

#[cfg(not(unix))]
fn watch_signals() -> io::Result<()> {
    Ok(())
}

/// Whether this terminal is known to tell all keys apart when asked (the kitty protocol).
///
/// Asking would take two seconds on a terminal that does not answer, so it is known by its name.
/// `FARSIGHT_KEYS=plain` turns it off. Inside tmux and screen the name may be a stranger's.
fn tells_keys_apart(env: impl Fn(&str) -> Option<String>) -> bool {
    const KNOWN: [&str; 6] = ["kitty", "ghostty", "foot", "wezterm", "alacritty", "rio"];
    let name = |variable: &str| env(variable).unwrap_or_default().to_lowercase();
    let (term, program) = (name("TERM"), name("TERM_PROGRAM"));
    let inside = term.starts_with("tmux") || term.starts_with("screen");
    let known = KNOWN.iter().any(|known| {
        program == *known || term == *known || term.trim_start_matches("xterm-") == *known
    });
    known && !inside && name("FARSIGHT_KEYS") != "plain"
}

/// The event in our own words, if it is one that we care for.
fn translate(event: ct::Event) -> Option<Event> {
    Some(match event {
        ct::Event::Key(key) if key.kind == ct::KeyEventKind::Release => return None,
        ct::Event::Key(key) => Event::Key(translate_key(key)?),
        ct::Event::Mouse(mouse) => Event::Mouse(translate_mouse(mouse)?),
        ct::Event::Paste(text) => Event::Paste(text),
        ct::Event::Resize(cols, rows) => Event::Resize { cols, rows },
        ct::Event::FocusGained => Event::Focus(true),
        ct::Event::FocusLost => Event::Focus(false),
    })
}

fn translate_key(key: ct::KeyEvent) -> Option<Key> {
    let code = match key.code {
        ct::KeyCode::Char(c) => Code::Char(c),
        ct::KeyCode::Enter => Code::Enter,
        ct::KeyCode::Esc => Code::Esc,
        ct::KeyCode::Tab => Code::Tab,
        ct::KeyCode::BackTab => Code::BackTab,
        ct::KeyCode::Backspace => Code::Backspace,
        ct::KeyCode::Delete => Code::Delete,
        ct::KeyCode::Up => Code::Up,
        ct::KeyCode::Down => Code::Down,
        ct::KeyCode::Left => Code::Left,
        ct::KeyCode::Right => Code::Right,
        ct::KeyCode::Home => Code::Home,
        ct::KeyCode::End => Code::End,
        ct::KeyCode::PageUp => Code::PageUp,
        ct::KeyCode::PageDown => Code::PageDown,
        ct::KeyCode::Insert => Code::Insert,
        ct::KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    let held = |modifier| key.modifiers.contains(modifier);
    // Windows reports AltGr as Ctrl and Alt together; what it writes is a plain character.
    let alt_gr = cfg!(windows)
        && held(ct::KeyModifiers::CONTROL | ct::KeyModifiers::ALT)
        && matches!(code, Code::Char(c) if !c.is_ascii_alphanumeric());
    let key = Key {
        code,
        ctrl: held(ct::KeyModifiers::CONTROL) && !alt_gr,
        alt: held(ct::KeyModifiers::ALT) && !alt_gr,
        shift: held(ct::KeyModifiers::SHIFT),
    };
    Some(key.canonical())
}

fn translate_mouse(mouse: ct::MouseEvent) -> Option<Mouse> {
    let kind = match mouse.kind {
        ct::MouseEventKind::Down(ct::MouseButton::Left) => MouseKind::Down,
        ct::MouseEventKind::Up(ct::MouseButton::Left) => MouseKind::Up,
        ct::MouseEventKind::Drag(ct::MouseButton::Left) => MouseKind::Drag,
        ct::MouseEventKind::ScrollUp => MouseKind::WheelUp,
        ct::MouseEventKind::ScrollDown => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Mouse {
        kind,
        col: mouse.column,
        row: mouse.row,
        ctrl: mouse.modifiers.contains(ct::KeyModifiers::CONTROL),
        shift: mouse.modifiers.contains(ct::KeyModifiers::SHIFT),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: ct::KeyCode, modifiers: ct::KeyModifiers) -> Option<Key> {
        translate_key(ct::KeyEvent::new(code, modifiers))
    }

    #[test]
    fn keys_arrive_in_one_spelling() {
        let none = ct::KeyModifiers::NONE;
        let (shift, ctrl) = (ct::KeyModifiers::SHIFT, ct::KeyModifiers::CONTROL);
        let char = ct::KeyCode::Char;
        assert_eq!(key(char('A'), shift), Key::parse("A"));
        assert_eq!(key(char('中'), none), Key::parse("中"));
        assert_eq!(key(char('7'), ctrl), Key::parse("ctrl-_"));
        assert_eq!(key(char('z'), ctrl | shift), Key::parse("ctrl-shift-z"));
        assert_eq!(
            key(char('Z'), ct::KeyModifiers::ALT | shift),
            Key::parse("alt-shift-z")
        );
        assert_eq!(key(ct::KeyCode::BackTab, shift), Key::parse("shift-tab"));
        assert_eq!(key(ct::KeyCode::F(8), shift), Key::parse("shift-f8"));
        assert_eq!(key(ct::KeyCode::CapsLock, none), None);
    }

    #[test]
    fn releases_and_other_buttons_are_dropped() {
        let mut released = ct::KeyEvent::new(ct::KeyCode::Enter, ct::KeyModifiers::NONE);
        released.kind = ct::KeyEventKind::Release;
        assert_eq!(translate(ct::Event::Key(released)), None);
        let mouse = |kind| {
            translate_mouse(ct::MouseEvent {
                kind,
                column: 3,
                row: 4,
                modifiers: ct::KeyModifiers::NONE,
            })
        };
        assert_eq!(mouse(ct::MouseEventKind::Moved), None);
        assert_eq!(
            mouse(ct::MouseEventKind::Down(ct::MouseButton::Right)),
            None
        );
        let down = mouse(ct::MouseEventKind::Down(ct::MouseButton::Left)).unwrap();
        assert_eq!((down.kind, down.col, down.row), (MouseKind::Down, 3, 4));
    }

    #[test]
    fn only_known_terminals_are_told_to_tell_keys_apart() {
        let env = |set: &'static [(&str, &str)]| {
            tells_keys_apart(|name| {
                let (_, value) = set.iter().find(|(key, _)| *key == name)?;
                Some((*value).to_owned())
            })
        };
        assert!(env(&[("TERM", "xterm-kitty")]));
        assert!(env(&[
            ("TERM", "xterm-256color"),
            ("TERM_PROGRAM", "WezTerm")
        ]));
        assert!(env(&[("TERM", "foot")]));
        assert!(!env(&[("TERM", "xterm-256color")]));
        assert!(!env(&[
            ("TERM", "screen-256color"),
            ("TERM_PROGRAM", "ghostty")
        ]));
        assert!(!env(&[("TERM", "xterm-kitty"), ("FARSIGHT_KEYS", "plain")]));
        assert!(!env(&[]));
    }
}
