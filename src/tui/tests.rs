//! Whether everything a person can do can be found, and its key does it.

use std::collections::HashSet;
use std::fs;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::app::{App, Options, Place};
use super::commands::{COMMANDS, Command, Scope, for_key};
use super::input::{Event, Key};
use super::screen::screen_text;
use super::session::Session;
use super::theme::Theme;
use crate::plan::{Literal, Path};
use crate::store::Folders;
use crate::words::Lang;

const PLAN: &str = "farsight = 1\n\n[plan]\ntitle = \"渡轮 Ferry\"\n\n\
    [[mix.channels]]\nid = \"quay\"\nname = \"Quay\"\nsegments = [\"nobody\"]\n";

/// What a merge leaves where two versions disagree.
const DISPUTED: &str = "<<<<<<< ours\n[needs]\n=======\n>>>>>>> theirs\n";

fn app(home: &std::path::Path, lang: Lang) -> App {
    open(home, lang, PLAN)
}

/// The interface over a plan in which the commands of a scope make sense.
fn app_for(scope: Scope, home: &std::path::Path, lang: Lang) -> App {
    match scope {
        Scope::Conflicts => open(home, lang, &format!("{PLAN}{DISPUTED}")),
        _ => app(home, lang),
    }
}

fn open(home: &std::path::Path, lang: Lang, text: &str) -> App {
    let folder = home.join("plans");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("plan.toml"), text).unwrap();
    App::new(Options {
        plan: Some(folder.join("plan.toml")),
        folder,
        lang,
        theme: Theme::named("dark"),
        folders: Some(Folders::inside(home)),
        today: None,
        notice: None,
        name: None,
        class: None,
        read_class: None,
    })
}

fn press(app: &mut App, keys: &str) {
    for name in keys.split_whitespace() {
        app.handle(Event::Key(Key::parse(name).unwrap()));
    }
    app.look();
}

fn screen(app: &mut App, cols: u16, rows: u16) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, cols, rows));
    app.draw(&mut buffer);
    screen_text(&buffer)
}

/// A place where a scope's commands work, as keys from the workbench.
const fn way(scope: Scope) -> (Place, &'static str) {
    match scope {
        Scope::Always | Scope::Plan | Scope::Workbench => (Place::Workbench, ""),
        Scope::Plans => (Place::Plans, "alt-p"),
        Scope::Walk => (Place::Walk, "f5"),
        Scope::Findings => (Place::Findings, "f6"),
        Scope::Chain => (Place::Chain, "shift-f6"),
        Scope::Figures => (Place::Figures, "shift-f7"),
        Scope::Calculator => (Place::Calculator, "alt-8"),
        Scope::Review => (Place::Review, "alt-9"),
        // The first answer of the box that tells of them.
        Scope::Conflicts => (Place::Review, "1"),
        Scope::Marking => (Place::Marking, ""),
        Scope::Quiz => (Place::Quiz, "alt-q"),
    }
}

#[test]
fn every_key_runs_its_command_where_it_belongs() {
    let home = tempfile::tempdir().unwrap();
    for command in COMMANDS {
        // A class is not opened by a key: its test is in `tests/tui/marking.rs`.
        if command.scope == Scope::Marking {
            continue;
        }
        let mut app = app_for(command.scope, home.path(), Lang::En);
        let (place, keys) = way(command.scope);
        press(&mut app, keys);
        assert_eq!(app.place, place);
        for name in command.keys {
            let found = for_key(&Key::parse(name).unwrap(), &app);
            assert_eq!(found, Some(command), "{name} in {place:?}");
        }
    }
}

/// Keys of the form that win over a command's key while a text is edited, each for a reason: the
/// key deletes or moves in the text.
const EDITING: &[(&str, &str)] = &[("delete-row", "ctrl-delete"), ("delete-row", "alt-delete")];

#[test]
fn every_key_works_while_a_field_is_edited() {
    let home = tempfile::tempdir().unwrap();
    for command in COMMANDS {
        let here = matches!(
            command.scope,
            Scope::Always | Scope::Plan | Scope::Workbench
        );
        for name in command.keys.iter().filter(|_| here) {
            let mut app = app(home.path(), Lang::En);
            app.go("mix.channels.quay.name");
            let before = seen(&mut app);
            press(&mut app, name);
            let does = before != seen(&mut app);
            let excused = EDITING.contains(&(command.id, name));
            let silent = ["move-row-up", "move-row-down", "cut"].contains(&command.id);
            assert!(
                does || excused || silent,
                "{name} does nothing: {}",
                command.id
            );
        }
    }
}

/// All that shows and all that is asked of the terminal.
fn seen(app: &mut App) -> (String, usize, bool) {
    (screen(app, 120, 36), app.errands.len(), app.done)
}

#[test]
fn every_command_is_in_help_and_in_the_palette() {
    let home = tempfile::tempdir().unwrap();
    for lang in [Lang::En, Lang::Zh] {
        for scope in [
            Scope::Plans,
            Scope::Walk,
            Scope::Workbench,
            Scope::Findings,
            Scope::Chain,
            Scope::Review,
            Scope::Conflicts,
            Scope::Plan,
            Scope::Always,
        ] {
            let mut app = app_for(scope, home.path(), lang);
            press(&mut app, way(scope).1);
            press(&mut app, "f1");
            let help = screen(&mut app, 120, 200);
            press(&mut app, "esc");
            for command in COMMANDS.iter().filter(|it| it.scope == scope) {
                let label = command.label.get(lang);
                assert!(help.contains(label), "{label} is not in help:\n{help}");
                for name in command.keys {
                    let key = Key::parse(name).unwrap().label(lang);
                    assert!(help.contains(&key), "{key} is not in help");
                }
                press(&mut app, "ctrl-p");
                app.handle(Event::Paste(label.to_owned()));
                let palette = screen(&mut app, 120, 40);
                assert!(palette.contains(label), "{label} is not in the palette");
                press(&mut app, "esc");
            }
        }
    }
}

#[test]
fn the_footer_names_help_everywhere() {
    let home = tempfile::tempdir().unwrap();
    for lang in [Lang::En, Lang::Zh] {
        for keys in ["", "alt-p", "f5", "f6", "shift-f6", "f7", "alt-9"] {
            for cols in [30, 40, 80, 120] {
                let mut app = app(home.path(), lang);
                press(&mut app, keys);
                app.desk.notice = None;
                let screen = screen(&mut app, cols, 24);
                let foot = screen.lines().last().unwrap_or_default().to_owned();
                assert!(foot.contains("F1"), "{keys} at {cols}: {foot:?}");
            }
        }
    }
}

#[test]
fn no_key_that_writes_a_letter_is_a_command_everywhere() {
    let plain = |name: &&str| {
        let key = Key::parse(name).unwrap();
        matches!(key.code, super::input::Code::Char(_)) && !key.ctrl && !key.alt
    };
    let bad = |command: &&Command| {
        // In these places letters are commands while nothing is typed.
        let lists = [
            Scope::Plans,
            Scope::Findings,
            Scope::Figures,
            Scope::Calculator,
            Scope::Review,
            Scope::Conflicts,
            Scope::Marking,
        ];
        !lists.contains(&command.scope) && command.keys.iter().any(plain)
    };
    let bad: HashSet<&str> = COMMANDS.iter().filter(bad).map(|it| it.id).collect();
    assert!(bad.is_empty(), "{bad:?}");
}

#[test]
fn what_is_new_waits_until_typing_rests_and_what_is_repaired_goes_at_once() {
    for word in ["TBD", "待定"] {
        let home = tempfile::tempdir().unwrap();
        let mut app = app(home.path(), Lang::En);
        let session = app.desk.session.as_mut().unwrap();
        let path = Path::parse("mix.channels.quay.name");
        let type_in = |session: &mut Session, text: &str| {
            let edit = session.document.set(&path, &Literal::Line(text.to_owned()));
            session
                .edit(edit, "mix.channels.quay.name", None, Lang::En)
                .unwrap();
        };
        let found = |session: &Session| session.findings_at("mix.channels.quay.name").count();
        let now = Instant::now();
        type_in(session, word);
        session.glance(now);
        assert_eq!(found(session), 0);
        assert!(session.look_at().is_some_and(|at| at > now));
        session.glance(now + Duration::from_secs(5));
        assert_eq!(found(session), 1);
        assert_eq!(session.look_at(), None);
        // It stays while more is typed, and goes with the repair.
        type_in(session, &format!("{word}!"));
        session.glance(now);
        let stays = found(session);
        type_in(session, word);
        session.glance(now);
        assert_eq!((stays, found(session)), (1, 1));
        type_in(session, "Quay");
        session.glance(now);
        assert_eq!(found(session), 0);
    }
}
