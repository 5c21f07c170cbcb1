//! The loop: draw, wait, handle. Nothing runs while nothing happens.

use std::io;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::app::{App, Errand, Options};
use super::input::{Code, Event, Key};
use super::rescue::Rescued;
use super::terminal::Terminal;
use crate::store;
use crate::words::Text;

/// How often the open file is looked at for changes outside; the look is one `stat`.
const OUTSIDE: Duration = Duration::from_secs(1);

/// Runs the interface until the person leaves.
///
/// # Errors
/// When the terminal cannot be used.
pub fn run(options: Options) -> io::Result<()> {
    // What a panic must save: the last text that a key made.
    let rescue: Arc<Mutex<Option<Rescued>>> = Arc::default();
    let held = Arc::clone(&rescue);
    let mut terminal = Terminal::enter(move || {
        // A panic may come while the text is being handed over: then the last recovery file must do.
        if let Ok(rescue) = held.try_lock()
            && let Some(rescue) = rescue.as_ref()
        {
            rescue.keep();
        }
    })?;
    let mut app = App::new(options);
    let mut looked = Instant::now();
    draw(&mut terminal, &mut app)?;
    while !app.done {
        // What is typed shows first; the checks look when no key waits.
        let look = app.look_at();
        let now = Instant::now();
        if look.is_some_and(|look| look <= now) && !terminal.pending() && app.look_more() {
            draw(&mut terminal, &mut app)?;
            continue;
        }
        let due = app.due();
        let outside = app.desk.session.as_ref().map(|_| looked + OUTSIDE);
        let wake = due.into_iter().chain(outside).chain(look).min();
        let wait = wake.map_or(Duration::from_secs(3600), |wake| {
            wake.saturating_duration_since(now)
        });
        let event = terminal.next(wait);
        let mut changed = event.is_some();
        if let Some(event) = event {
            panic_if_asked(&event);
            app.handle(event);
            hand_over(&rescue, &app);
            // A burst (held keys, a paste typed by an old terminal) is drawn once.
            while !app.done && app.errands.is_empty() && terminal.pending() {
                let Some(event) = terminal.next(Duration::ZERO) else {
                    break;
                };
                panic_if_asked(&event);
                app.handle(event);
                hand_over(&rescue, &app);
            }
        }
        changed |= app.keep_if_due();
        if looked.elapsed() >= OUTSIDE {
            looked = Instant::now();
            changed |= app.look_outside();
        }
        for errand in std::mem::take(&mut app.errands) {
            run_errand(&mut terminal, &mut app, errand)?;
            changed = true;
        }
        if changed && !app.done {
            draw(&mut terminal, &mut app)?;
        }
    }
    Ok(())
}

/// Panics at F11 when a test asks for it: what a panic leaves behind must be seen to be believed.
fn panic_if_asked(event: &Event) {
    let asked = cfg!(debug_assertions) && *event == Event::Key(Key::new(Code::F(11)));
    assert!(
        !asked || std::env::var_os("FARSIGHT_PANIC").is_none(),
        "as asked"
    );
}

fn draw(terminal: &mut Terminal, app: &mut App) -> io::Result<()> {
    terminal.draw(|frame| {
        if let Some(caret) = app.draw(frame.buffer_mut()) {
            frame.set_cursor_position(caret);
        }
    })
}

fn hand_over(rescue: &Mutex<Option<Rescued>>, app: &App) {
    let now = app.rescue();
    if let Ok(mut rescue) = rescue.lock() {
        *rescue = now;
    }
}

fn run_errand(terminal: &mut Terminal, app: &mut App, errand: Errand) -> io::Result<()> {
    match errand {
        Errand::Suspend => terminal.suspend()?,
        Errand::Copy(text) => terminal.copy(&text)?,
        Errand::Mouse(on) => terminal.set_mouse(on)?,
        Errand::EditText(text) => {
            if let Some(text) = edit(terminal, app, &text, ".txt", 1)? {
                app.edited_text(&text);
            }
        }
        Errand::EditFile(line) => {
            let text = app
                .desk
                .session
                .as_ref()
                .map(|session| session.document.text().to_owned());
            if let Some(before) = text
                && let Some(text) = edit(terminal, app, &before, ".toml", line)?
            {
                app.edited_file(&text);
            }
        }
    }
    Ok(())
}

/// Has the person's own editor change a text, in a file of its own; `None` if that failed.
fn edit(
    terminal: &mut Terminal,
    app: &mut App,
    text: &str,
    ending: &str,
    line: usize,
) -> io::Result<Option<String>> {
    let editor = ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|it| !it.trim().is_empty());
    let editor =
        editor.unwrap_or_else(|| String::from(if cfg!(windows) { "notepad" } else { "vi" }));
    let scratch = match store::scratch(text, ending) {
        Ok(scratch) => scratch,
        Err(error) => {
            app.desk.complain(error.message(app.desk.lang));
            return Ok(None);
        }
    };
    let status = terminal.outside(|| command(&editor, scratch.path(), line).status())?;
    let lang = app.desk.lang;
    match status {
        Ok(status) if status.success() => match store::open(scratch.path()) {
            Ok(opened) => return Ok(Some(opened.text)),
            Err(error) => app.desk.complain(error.message(lang)),
        },
        Ok(_) => {
            let text = Text::new(
                "“{0}” ended with an error: nothing was changed.",
                "“{0}”异常退出：没有改动。",
            );
            app.desk.complain(text.fill(lang, &[editor]));
        }
        Err(error) => {
            let text = Text::new(
                "“{0}” cannot be started ({1}). Set EDITOR to your editor.",
                "无法启动“{0}”（{1}）。请把 EDITOR 设为你的编辑器。",
            );
            app.desk
                .complain(text.fill(lang, &[editor, error.to_string()]));
        }
    }
    Ok(None)
}

/// The command that opens a file at a line, for editors that understand `+LINE`.
fn command(editor: &str, path: &Path, line: usize) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or("vi"));
    command.args(words);
    let name = Path::new(editor.split_whitespace().next().unwrap_or_default());
    let name = name
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    if line > 1
        && ["vi", "vim", "nvim", "nano", "emacs", "kak", "micro", "joe"].contains(&name.as_str())
    {
        command.arg(format!("+{line}"));
    }
    command.arg(path);
    command
}
