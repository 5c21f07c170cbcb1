//! The interface without a terminal: press keys, look at the screen and at the file.
//!
//! After every key it draws, and fails if the caret is missing or a frame is broken; so every test
//! that uses it tests that too.

use std::fs;
use std::path::{Path, PathBuf};

use farsight::classroom::{Marks, Rubric, student};
use farsight::store::Folders;
use farsight::tui::input::{Event, Key, Mouse, MouseKind};
use farsight::tui::screen::screen_text;
use farsight::tui::theme::Theme;
use farsight::tui::{App, Opening, Options};
use farsight::words::Lang;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tempfile::TempDir;

/// The interface over a folder of its own.
pub struct Harness {
    /// The interface.
    pub app: App,
    /// Plans, and the folders of settings and recovery files; gone when the harness is.
    home: TempDir,
    size: (u16, u16),
    buffer: Buffer,
    caret: Option<Position>,
}

impl Harness {
    /// Opens a plan with this text, in a terminal of 120 × 36.
    pub fn plan(lang: Lang, text: &str) -> Harness {
        Harness::sized((120, 36), lang, text)
    }

    /// Opens a plan with this text in a terminal of so many columns and rows.
    pub fn sized(size: (u16, u16), lang: Lang, text: &str) -> Harness {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("plans")).unwrap();
        fs::write(home.path().join("plans/plan.toml"), text).unwrap();
        Harness::over(size, lang, home, Some("plan.toml"))
    }

    /// Opens a folder with these plans, by name and text.
    pub fn folder(size: (u16, u16), lang: Lang, plans: &[(&str, &str)]) -> Harness {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("plans")).unwrap();
        for (name, text) in plans {
            fs::write(home.path().join("plans").join(name), text).unwrap();
        }
        Harness::over(size, lang, home, None)
    }

    /// Opens a class to mark: a rubric, what was handed in by name and text, the marks so far.
    pub fn class(
        size: (u16, u16),
        lang: Lang,
        rubric: &str,
        files: &[(&str, &str)],
        marks: &str,
    ) -> Harness {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("plans");
        fs::create_dir(&folder).unwrap();
        for (name, text) in files {
            fs::write(folder.join(name), text).unwrap();
        }
        fs::write(folder.join("rubric.toml"), rubric).unwrap();
        if !marks.is_empty() {
            fs::write(folder.join("marks.toml"), marks).unwrap();
        }
        Harness::on_class(size, lang, home)
    }

    fn on_class(size: (u16, u16), lang: Lang, home: TempDir) -> Harness {
        let folder = home.path().join("plans");
        let options = Options {
            class: Some(class_of(&folder, lang).unwrap()),
            read_class: Some(class_of),
            ..options(home.path(), lang, None)
        };
        Harness::with(size, home, options)
    }

    /// Ends the program as a crash would and opens the class again.
    pub fn crash_and_reopen_class(self) -> Harness {
        let lang = self.app.desk.lang;
        let Harness {
            app, home, size, ..
        } = self;
        drop(app);
        Harness::on_class(size, lang, home)
    }

    /// The text of the file of marks; empty where there is none.
    pub fn marks(&self) -> String {
        fs::read_to_string(self.folder_path().join("marks.toml")).unwrap_or_default()
    }

    fn over(size: (u16, u16), lang: Lang, home: TempDir, plan: Option<&str>) -> Harness {
        let options = options(home.path(), lang, plan);
        Harness::with(size, home, options)
    }

    fn with(size: (u16, u16), home: TempDir, options: Options) -> Harness {
        let mut harness = Harness {
            app: App::new(options),
            home,
            size,
            buffer: Buffer::empty(Rect::new(0, 0, size.0, size.1)),
            caret: None,
        };
        harness.draw();
        harness
    }

    /// Ends the program as a crash would and starts it again on the same plan.
    pub fn crash_and_reopen(self) -> Harness {
        let lang = self.app.desk.lang;
        let Harness {
            app, home, size, ..
        } = self;
        drop(app);
        Harness::over(size, lang, home, Some("plan.toml"))
    }

    /// A second program on the same plan while this one runs.
    pub fn second(&self) -> App {
        App::new(options(
            self.home.path(),
            self.app.desk.lang,
            Some("plan.toml"),
        ))
    }

    /// Presses keys by name, and types what stands between quotes: `ctrl-s "早餐" tab enter`.
    pub fn keys(&mut self, keys: &str) -> &mut Harness {
        let mut rest = keys.trim_start();
        while !rest.is_empty() {
            if let Some(quoted) = rest.strip_prefix('"') {
                let end = quoted.find('"').expect("a quote is open");
                for c in quoted[..end].chars() {
                    self.press(Key::char(c));
                }
                rest = quoted[end + 1..].trim_start();
            } else {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let name = &rest[..end];
                let key = Key::parse(name).unwrap_or_else(|| panic!("no such key: {name}"));
                self.press(key);
                rest = rest[end..].trim_start();
            }
        }
        self.draw();
        self
    }

    /// Goes to a place in the plan.
    pub fn go(&mut self, path: &str) -> &mut Harness {
        self.app.go(path);
        self.draw();
        self
    }

    /// Presses one key.
    pub fn press(&mut self, key: Key) {
        self.app.handle(Event::Key(key));
        self.draw();
    }

    /// Pastes a text in one piece.
    pub fn paste(&mut self, text: &str) -> &mut Harness {
        self.app.handle(Event::Paste(text.to_owned()));
        self.draw();
        self
    }

    /// Clicks on the cell where a text stands on the screen.
    #[track_caller]
    pub fn click_on(&mut self, text: &str) -> &mut Harness {
        let screen = self.screen();
        let (row, line) = screen
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(text))
            .unwrap_or_else(|| panic!("{text:?} is not on the screen:\n{screen}"));
        let before = &line[..line.find(text).unwrap()];
        let col = farsight::tui::draw::width(before);
        self.click(u16::try_from(col).unwrap(), u16::try_from(row).unwrap())
    }

    /// Clicks on a cell.
    pub fn click(&mut self, col: u16, row: u16) -> &mut Harness {
        for kind in [MouseKind::Down, MouseKind::Up] {
            self.mouse(kind, col, row);
        }
        self
    }

    /// Does something with the mouse at a cell.
    pub fn mouse(&mut self, kind: MouseKind, col: u16, row: u16) -> &mut Harness {
        self.app.handle(Event::Mouse(Mouse {
            kind,
            col,
            row,
            ctrl: false,
            shift: false,
        }));
        self.draw();
        self
    }

    /// Gives the window another size.
    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Harness {
        self.size = (cols, rows);
        self.app.handle(Event::Resize { cols, rows });
        self.draw();
        self
    }

    /// Waits until everything that is computed aside, or asked of git, is there.
    pub fn wait(&mut self) -> &mut Harness {
        for _ in 0..1000 {
            if self.app.look_at().is_none() {
                return self;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
            self.draw();
        }
        panic!("something is still awaited:\n{}", self.screen());
    }

    fn draw(&mut self) {
        while self.app.look_more() {}
        self.buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        self.caret = self.app.draw(&mut self.buffer);
        if self.size.0 == 0 || self.size.1 == 0 {
            return;
        }
        let caret = self
            .caret
            .unwrap_or_else(|| panic!("no caret on:\n{}", self.screen()));
        assert!(
            self.buffer.area.contains(caret),
            "the caret {caret} is outside of:\n{}",
            self.screen()
        );
        if let Some(at) = broken(&self.buffer) {
            panic!("broken at {at} on:\n{}", self.screen());
        }
    }

    /// The words on the screen.
    pub fn screen(&self) -> String {
        screen_text(&self.buffer)
    }

    /// The cells of the screen.
    pub const fn buffer(&self) -> &Buffer {
        &self.buffer
    }

    /// Where the terminal's cursor stands.
    pub fn caret(&self) -> (u16, u16) {
        let caret = self.caret.unwrap();
        (caret.x, caret.y)
    }

    /// Fails unless the text is on the screen; a text wrapped over lines must not be asked for.
    #[track_caller]
    pub fn sees(&mut self, text: &str) -> &mut Harness {
        let screen = self.screen();
        assert!(
            screen.contains(text),
            "{text:?} is not on the screen:\n{screen}"
        );
        self
    }

    /// Fails if the text is on the screen.
    #[track_caller]
    pub fn sees_no(&mut self, text: &str) -> &mut Harness {
        let screen = self.screen();
        assert!(
            !screen.contains(text),
            "{text:?} is on the screen:\n{screen}"
        );
        self
    }

    /// What the bottom line says; empty if it only names keys.
    pub fn notice(&self) -> String {
        let notice = self.app.desk.notice.as_ref();
        notice.map(|it| it.text.clone()).unwrap_or_default()
    }

    /// The text of the open plan, saved or not.
    pub fn text(&self) -> String {
        let session = self.app.desk.session.as_ref().expect("no plan is open");
        session.document.text().to_owned()
    }

    /// Where the keyboard is in the plan.
    pub fn place(&self) -> String {
        let screen = self.screen();
        screen.lines().next().unwrap_or_default().to_owned()
    }

    /// Whether the open plan has changes that the file has not.
    pub fn is_dirty(&self) -> bool {
        self.app.desk.session.as_ref().unwrap().is_dirty()
    }

    /// The plan's file.
    pub fn path(&self) -> PathBuf {
        self.folder_path().join("plan.toml")
    }

    /// The folder of plans.
    pub fn folder_path(&self) -> PathBuf {
        self.home.path().join("plans")
    }

    /// A file among what farsight remembers.
    pub fn state(&self, name: &str) -> PathBuf {
        self.home.path().join("state").join(name)
    }

    /// The text of the plan's file.
    pub fn file(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    /// The names of the files in the folder of plans, in order.
    pub fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder_path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Changes the plan's file as another program would.
    pub fn write_outside(&mut self, text: &str) -> &mut Harness {
        fs::write(self.path(), text).unwrap();
        self.look_outside()
    }

    /// Notices what happened to the file, as the loop does every second.
    pub fn look_outside(&mut self) -> &mut Harness {
        self.app.look_outside();
        self.draw();
        self
    }

    /// The names of the recovery files.
    pub fn kept(&self) -> Vec<PathBuf> {
        let folder = self.home.path().join("state/recovery");
        let Ok(files) = fs::read_dir(folder) else {
            return Vec::new();
        };
        files.map(|entry| entry.unwrap().path()).collect()
    }
}

/// The class of a folder, as the command line reads it but for its warnings.
fn class_of(folder: &Path, _: Lang) -> Result<Opening, String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name != "rubric.toml" && name != "marks.toml" {
            let text = Ok(fs::read_to_string(&path).unwrap());
            files.push(student::File {
                path: name,
                text,
                written: None,
            });
        }
    }
    let marks = folder.join("marks.toml");
    let said = fs::read_to_string(&marks).unwrap_or_default();
    let said = Marks::read(&said).unwrap_or_default();
    let rubric = fs::read_to_string(folder.join("rubric.toml")).unwrap();
    Ok(Opening {
        rubric: Rubric::read(&rubric).unwrap(),
        exercise: None,
        handed: student::class(files, None, None, &said, None).handed,
        marks,
        blind: false,
    })
}

fn options(home: &Path, lang: Lang, plan: Option<&str>) -> Options {
    let folder = home.join("plans");
    Options {
        plan: plan.map(|name| folder.join(name)),
        folder,
        lang,
        theme: Theme::named("dark"),
        folders: Some(Folders::inside(home)),
        today: Some(jiff::civil::date(2027, 3, 1)),
        notice: None,
        name: None,
        class: None,
        read_class: None,
    }
}

/// A plan's text with the body of its file after the head that every plan has.
pub fn plan(body: &str) -> String {
    format!("farsight = 1\n\n[plan]\ntitle = \"渡轮通勤 Harbour ferry\"\n{body}")
}

/// The first cell where the drawing is broken: half of a wide glyph is covered, or hangs over the
/// right edge of the screen or of the frame that has the keyboard.
pub fn broken(buffer: &Buffer) -> Option<Position> {
    use ratatui::buffer::CellWidth;
    let area = buffer.area;
    let symbol = |x: u16, y: u16| buffer.cell((x, y)).map_or("", |cell| cell.symbol());
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let wide = buffer[(x, y)].cell_width() > 1;
            if wide && (x + 1 >= area.right() || symbol(x + 1, y) != " ") {
                return Some(Position::new(x, y));
            }
        }
    }
    // A frame in heavy lines has the keyboard, or lies over one that has: one of them is whole.
    let corners = (area.top()..area.bottom())
        .flat_map(|y| (area.left()..area.right()).map(move |x| (x, y)))
        .filter(|&(x, y)| symbol(x, y) == "┏");
    let gaps: Vec<_> = corners.map(|(x, y)| gap(buffer, x, y)).collect();
    if gaps.iter().any(Option::is_none) {
        return None;
    }
    gaps.into_iter().next().flatten()
}

/// Where the frame with this corner is not closed.
fn gap(buffer: &Buffer, left: u16, top: u16) -> Option<Position> {
    let symbol = |x: u16, y: u16| buffer.cell((x, y)).map_or("", |cell| cell.symbol());
    let bottom = (top..buffer.area.bottom()).find(|&y| symbol(left, y) == "┗");
    let right = (left..buffer.area.right()).find(|&x| symbol(x, top) == "┓");
    let (Some(bottom), Some(right)) = (bottom, right) else {
        return Some(Position::new(left, top));
    };
    (top + 1..bottom)
        .flat_map(|y| [Position::new(left, y), Position::new(right, y)])
        .find(|at| symbol(at.x, at.y) != "┃")
}

/// The sizes at which screens are compared.
pub const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 12)];

/// The screen below its head, and the caret. The head counts findings, whose number grows with every
/// rule: it is no part of a picture.
pub fn body(h: &Harness) -> String {
    let (col, row) = h.caret();
    let screen = h.screen();
    let body: Vec<&str> = screen.lines().skip(2).collect();
    format!("caret at {col}, {row}\n{}\n", body.join("\n"))
}

/// Compares a picture in a language with the one kept.
pub fn compare(name: &str, lang: Lang, all: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../tui/snapshots");
    settings.bind(|| insta::assert_snapshot!(format!("{name}_{}", lang.tag()), all));
}

/// Presses keys on a plan at each size in each language, and compares what is on the screen.
pub fn picture(name: &str, keys: &str, plan: impl Fn(Lang) -> &'static str) {
    for lang in Lang::ALL {
        let mut all = String::new();
        for (cols, rows) in SIZES {
            let mut h = Harness::sized((cols, rows), lang, plan(lang));
            h.keys(keys);
            all += &format!("── {cols} × {rows}, {}", body(&h));
        }
        compare(name, lang, &all);
    }
}
