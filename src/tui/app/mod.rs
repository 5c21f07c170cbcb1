//! The application: which place is shown, what lies over it, and who gets a key.
//!
//! It owns no plan text and no widget's state; it passes events to the place that has the
//! keyboard and carries out what the place replies.

mod ask;
mod exercise;
mod field;
mod figures;
mod file;
mod gaps;
mod go;
mod help;
mod look;
mod marking;
mod plans;
mod quiz;
mod review;
mod rows;
mod search;

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::canvas::{Canvas, Hit, Pane};
use super::chrome;
use super::commands::{self, Scope};
use super::desk::Desk;
use super::dialog::{Answer, Dialog};
use super::input::{Code, Event, Key, Mouse, MouseKind};
use super::picker::{Pick, Picked, Picker};
use super::places::Reply;
use super::places::chain::Chain;
use super::places::figures::Figures;
use super::places::figures::calc::Calculator;
use super::places::findings::Findings;
use super::places::glossary::Glossary;
use super::places::marking::{Marker, Opening, ReadClass};
use super::places::plans::Plans;
use super::places::quiz::Quiz;
use super::places::review::Review;
use super::places::review::source::Against;
use super::places::walk::Walk;
use super::places::workbench::{Focus, Workbench};
use super::theme::Theme;
use crate::store::{Folders, trash::Trashed};
use crate::words::{Lang, Text};

/// The place that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The plans of the folder.
    Plans,
    /// The form of the open plan.
    Workbench,
    /// The guided interview.
    Walk,
    /// All findings.
    Findings,
    /// The chain of every target segment.
    Chain,
    /// Every number, explained.
    Figures,
    /// What changed.
    Review,
    /// Every formula, with numbers of one's own.
    Calculator,
    /// The terms.
    Glossary,
    /// The quiz of terms.
    Quiz,
    /// A class that is marked.
    Marking,
}

/// What lies over the place.
#[derive(Debug)]
enum Overlay {
    /// A list; what is picked from it may go into the edited field.
    Picker(Picker, bool),
    /// A box.
    Dialog(Dialog),
}

/// Something that only the terminal's owner can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Stop until `fg`.
    Suspend,
    /// Put a text on the clipboard.
    Copy(String),
    /// Edit a field's text in the person's own editor.
    EditText(String),
    /// Edit the whole file at a line.
    EditFile(usize),
    /// Take the mouse, or hand it back.
    Mouse(bool),
}

/// What the interface starts with.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder whose plans are listed.
    pub folder: PathBuf,
    /// A plan to open at once.
    pub plan: Option<PathBuf>,
    /// The language.
    pub lang: Lang,
    /// The theme; by the surroundings when none is named.
    pub theme: Option<Theme>,
    /// Where settings and recovery files live.
    pub folders: Option<Folders>,
    /// The day, for dates such as "+2w".
    pub today: Option<jiff::civil::Date>,
    /// What went wrong before the screen was there, such as a bad setting.
    pub notice: Option<String>,
    /// The person's name, with which answers to findings are signed.
    pub name: Option<String>,
    /// A class to mark at once.
    pub class: Option<Opening>,
    /// How a folder of plans is read as a class; the command line knows.
    pub read_class: Option<ReadClass>,
}

/// The whole interface.
#[derive(Debug)]
pub struct App {
    /// What the places share.
    pub desk: Desk,
    /// The place that is shown.
    pub place: Place,
    /// The place that the glossary, the chain or the findings were called from.
    before: Place,
    pub(super) plans: Plans,
    pub(super) workbench: Workbench,
    pub(super) walk: Walk,
    pub(super) findings: Findings,
    chain: Chain,
    figures: Figures,
    calculator: Calculator,
    review: Review,
    pub(super) glossary: Glossary,
    pub(super) quiz: Quiz,
    /// The class that is marked.
    pub(super) marker: Option<Marker>,
    read_class: Option<ReadClass>,
    overlay: Option<Overlay>,
    /// What can be clicked, from the last drawing.
    hits: Vec<(Rect, Hit)>,
    /// What the terminal's owner is to do.
    pub errands: Vec<Errand>,
    /// Plans deleted in this session, the last one last.
    deleted: Vec<Trashed>,
    mouse: bool,
    /// Whether the program is to end.
    pub done: bool,
}

impl App {
    /// The interface as it starts.
    pub fn new(options: Options) -> App {
        let env = |name: &str| std::env::var(name).ok();
        let desk = Desk {
            session: None,
            lang: options.lang,
            theme: options.theme.unwrap_or_else(|| Theme::detect(env)),
            folders: options.folders,
            folder: options.folder,
            today: options.today,
            name: options.name,
            notice: None,
        };
        let mut app = App {
            desk,
            place: Place::Plans,
            before: Place::Plans,
            plans: Plans::default(),
            workbench: Workbench::default(),
            walk: Walk::default(),
            findings: Findings::default(),
            chain: Chain::default(),
            figures: Figures::default(),
            calculator: Calculator::default(),
            review: Review::default(),
            glossary: Glossary::default(),
            quiz: Quiz::default(),
            marker: None,
            read_class: options.read_class,
            overlay: None,
            hits: Vec::new(),
            errands: Vec::new(),
            deleted: Vec::new(),
            mouse: true,
            done: false,
        };
        match (options.class, options.plan) {
            (Some(class), _) => app.open_class(class),
            (None, Some(plan)) => app.open_plan(&plan),
            (None, None) => app.plans.load(&app.desk),
        }
        if let Some(notice) = options.notice {
            app.desk.complain(notice);
        }
        app
    }

    /// The scopes of commands that make sense now, the narrowest first.
    pub fn scopes(&self) -> Vec<Scope> {
        let own = match self.place {
            Place::Plans => Some(Scope::Plans),
            Place::Workbench => Some(Scope::Workbench),
            Place::Walk => Some(Scope::Walk),
            Place::Findings => Some(Scope::Findings),
            Place::Chain => Some(Scope::Chain),
            Place::Figures => Some(Scope::Figures),
            Place::Calculator => Some(Scope::Calculator),
            Place::Review if self.is_deciding() => Some(Scope::Conflicts),
            Place::Review => Some(Scope::Review),
            Place::Quiz => Some(Scope::Quiz),
            Place::Marking => Some(Scope::Marking),
            Place::Glossary => None,
        };
        let plan =
            (self.place != Place::Plans && self.desk.session.is_some()).then_some(Scope::Plan);
        own.into_iter().chain(plan).chain([Scope::Always]).collect()
    }

    /// Whether letters are text now and no command.
    fn is_typing(&self) -> bool {
        match self.place {
            Place::Workbench => self.workbench.focus == Focus::Form,
            Place::Walk | Place::Glossary => true,
            Place::Plans => self.plans.is_typing(),
            Place::Findings => self.findings.is_typing(),
            Place::Chain | Place::Marking => false,
            Place::Quiz => self.quiz.is_typing(),
            Place::Figures => self.figures.is_typing(),
            Place::Calculator => self.calculator.is_typing(),
            Place::Review => self.review.is_typing(),
        }
    }

    /// Handles one event.
    pub fn handle(&mut self, event: Event) {
        match event {
            Event::Key(key) => self.key(&key),
            Event::Paste(text) => self.paste(&text),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Quit => {
                self.keep_all();
                self.done = true;
            }
            Event::Resize { .. } | Event::Focus(_) | Event::Tick => {}
        }
    }

    fn key(&mut self, key: &Key) {
        self.desk.notice = None;
        let suspends = *key == Key::ctrl('z');
        if suspends {
            self.suspend();
            return;
        }
        match self.overlay.take() {
            Some(Overlay::Picker(mut picker, for_field)) => {
                let picked = picker.key(key);
                self.picked(picker, for_field, picked);
                return;
            }
            Some(Overlay::Dialog(mut dialog)) => {
                let answer = dialog.key(key);
                self.answered(dialog, answer);
                return;
            }
            None => {}
        }
        let letter = matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt;
        let command = commands::for_key(key, self);
        if let Some(command) = command
            && !(self.is_typing() && (letter || (key.code == Code::Delete && !key.alt)))
        {
            (command.run)(self);
            return;
        }
        let reply = match self.place {
            Place::Plans => self.plans.key(key, &mut self.desk),
            Place::Workbench => self.workbench.key(key, &mut self.desk),
            Place::Walk => self.walk.key(key, &mut self.workbench, &mut self.desk),
            Place::Findings => self.findings.key(key, &mut self.desk),
            Place::Chain => self.chain.key(key, &mut self.desk),
            Place::Figures => self.figures.key(key, &mut self.desk),
            Place::Calculator => self.calculator.key(key, &mut self.desk),
            Place::Review => self.review.key(key, &mut self.desk),
            Place::Glossary => self.glossary.key(key, &mut self.desk),
            Place::Quiz => self.quiz.key(key, &mut self.desk),
            Place::Marking => (self.marker.as_mut()).map_or(Reply::Ignored, |it| it.key(key)),
        };
        self.reply(reply, key.code == Code::Esc);
    }

    pub(super) fn reply(&mut self, reply: Reply, escape: bool) {
        match reply {
            Reply::Ignored if escape => self.escape(),
            Reply::Ignored | Reply::Done => {}
            Reply::Pick(picker) => self.overlay = Some(Overlay::Picker(picker, true)),
            Reply::Show(dialog) => self.show(dialog),
            Reply::Go(path) => self.go(&path),
            Reply::Open(path) => self.open_plan(&path),
            Reply::Decided => self.decided(),
            Reply::Run(id) => {
                if let Some(command) = commands::command(id) {
                    (command.run)(self);
                }
            }
        }
    }

    /// Leaves a place that was called from another.
    fn escape(&mut self) {
        match self.place {
            Place::Walk => self.toggle_walk(),
            Place::Marking => self.leave_class(),
            Place::Findings
            | Place::Chain
            | Place::Figures
            | Place::Calculator
            | Place::Review
            | Place::Quiz
            | Place::Glossary => {
                self.place = self.before;
            }
            Place::Workbench | Place::Plans => {}
        }
    }

    pub(super) fn show(&mut self, dialog: Dialog) {
        self.overlay = Some(Overlay::Dialog(dialog));
    }

    pub(super) fn pick(&mut self, picker: Picker) {
        self.overlay = Some(Overlay::Picker(picker, false));
    }

    fn picked(&mut self, picker: Picker, for_field: bool, picked: Picked) {
        match picked {
            Picked::Open => self.overlay = Some(Overlay::Picker(picker, for_field)),
            Picked::Closed => {}
            Picked::Many(words) => self.workbench.picked(&words, &mut self.desk),
            Picked::One(pick) => match pick {
                Pick::Command(command) => (command.run)(self),
                Pick::Place(path) => self.go(&path),
                Pick::Term(id) => self.show_term(id),
                Pick::Finding(verb, finding) => self.on_finding(verb, &finding),
                Pick::Filter(filter) => self.findings.narrow(filter),
                Pick::Sample(name) => self.ask_title(Some(name)),
                Pick::Against(against) => self.compare_with(against),
                Pick::Exercise(name) => self.begin_exercise(&name),
                Pick::Student(at) => self.mark_student(at),
                Pick::Comment(text) => self.say(&text),
                Pick::New(text) if self.place == Place::Marking => self.say(&text),
                Pick::Word(word) if for_field => self.workbench.picked(&[word], &mut self.desk),
                Pick::New(name) if for_field => {
                    let chosen = picker.chosen();
                    self.workbench.picked_new(&name, chosen, &mut self.desk);
                }
                Pick::New(rev) if self.place == Place::Review => {
                    self.compare_with(Against::Revision(rev));
                }
                Pick::Word(_) | Pick::New(_) => {}
            },
        }
        if self.place == Place::Walk {
            self.walk.after_pick(&mut self.workbench, &mut self.desk);
        }
    }

    fn answered(&mut self, dialog: Dialog, answer: Answer) {
        match answer {
            Answer::Open => self.show(dialog),
            Answer::Closed => {}
            Answer::Do(act) => self.act(act),
            Answer::Typed(purpose, text) => self.typed(purpose, &text),
            Answer::Given(given) => {
                // What was typed must not go when the plan cannot take it.
                if !self.accept_with(&given) {
                    self.show(dialog);
                }
            }
        }
    }

    fn paste(&mut self, text: &str) {
        self.desk.notice = None;
        match &mut self.overlay {
            Some(Overlay::Picker(picker, _)) => picker.paste(text),
            Some(Overlay::Dialog(dialog)) => dialog.paste(text),
            None => match self.place {
                Place::Plans => self.plans.paste(text),
                Place::Walk if self.walk.paste(text) => {}
                Place::Workbench | Place::Walk => self.workbench.paste(text, &mut self.desk),
                Place::Findings => self.findings.paste(text),
                Place::Chain | Place::Marking => {}
                Place::Review => self.review.decide.paste(text),
                Place::Figures => self.figures.paste(text, &mut self.desk),
                Place::Calculator => self.calculator.paste(text, self.desk.lang),
                Place::Glossary => self.glossary.paste(text),
                Place::Quiz => self.quiz.paste(text),
            },
        }
    }

    fn mouse(&mut self, mouse: Mouse) {
        let spot = Position::new(mouse.col, mouse.row);
        let lines = match mouse.kind {
            MouseKind::WheelUp => -2,
            MouseKind::WheelDown => 2,
            MouseKind::Down | MouseKind::Drag => 0,
            MouseKind::Up => return,
        };
        let under = |wheel: bool| {
            self.hits
                .iter()
                .rev()
                .find(|(area, hit)| area.contains(spot) && wheel == matches!(hit, Hit::Scroll(_)))
        };
        let Some((_, hit)) = under(lines != 0).cloned() else {
            return;
        };
        if lines != 0 {
            let Hit::Scroll(pane) = hit else { return };
            self.wheel(pane, lines);
            return;
        }
        if mouse.kind == MouseKind::Drag && !matches!(hit, Hit::Text(_)) {
            return;
        }
        self.desk.notice = None;
        let extend = mouse.kind == MouseKind::Drag || mouse.shift;
        match self.overlay.take() {
            Some(Overlay::Picker(mut picker, for_field)) => {
                let picked = match hit {
                    Hit::Item(line) => picker.click(line),
                    _ => Picked::Open,
                };
                self.picked(picker, for_field, picked);
            }
            Some(Overlay::Dialog(mut dialog)) => {
                let answer = match hit {
                    Hit::Button(button) => dialog.click(button),
                    _ => Answer::Open,
                };
                self.answered(dialog, answer);
            }
            None => self.click(&hit, mouse, extend),
        }
    }

    fn click(&mut self, hit: &Hit, mouse: Mouse, extend: bool) {
        match hit {
            Hit::Command(command) => (command.run)(self),
            Hit::Next => self.go_next(),
            Hit::Step(step) if self.place != Place::Workbench => self.go_step(step.number()),
            _ => {
                let desk = &mut self.desk;
                let reply = match self.place {
                    Place::Plans => self.plans.click(hit, desk),
                    Place::Findings => self.findings.click(hit, desk),
                    Place::Chain => self.chain.click(hit, desk),
                    Place::Figures => self.figures.click(hit, desk),
                    Place::Calculator => self.calculator.click(hit, desk),
                    Place::Review => self.review.click(hit, desk),
                    Place::Glossary => self.glossary.click(hit, desk),
                    Place::Quiz => self.quiz.click(hit, desk),
                    Place::Marking => {
                        (self.marker.as_mut()).map_or(Reply::Ignored, |it| it.click(hit))
                    }
                    Place::Workbench | Place::Walk => self
                        .workbench
                        .click(hit, mouse.col, mouse.row, extend, desk),
                };
                self.reply(reply, false);
            }
        }
    }

    fn wheel(&mut self, pane: Pane, lines: isize) {
        match &mut self.overlay {
            Some(Overlay::Picker(picker, _)) => picker.wheel(lines),
            Some(Overlay::Dialog(dialog)) => dialog.wheel(lines),
            None => match self.place {
                Place::Plans => self.plans.wheel(lines),
                Place::Workbench | Place::Walk => self.workbench.wheel(pane, lines, &mut self.desk),
                Place::Findings => self.findings.wheel(lines, &self.desk),
                Place::Chain => self.chain.wheel(pane, lines),
                Place::Review => self.review.wheel(pane, lines),
                Place::Figures => self.figures.wheel(pane, lines, self.desk.lang),
                Place::Calculator => self.calculator.wheel(pane, lines, self.desk.lang),
                Place::Glossary => self.glossary.wheel(lines),
                Place::Quiz => self.quiz.wheel(lines),
                Place::Marking => {
                    if let Some(marker) = &mut self.marker {
                        marker.scroll(pane, lines);
                    }
                }
            },
        }
    }

    /// Draws everything; returns where the terminal's cursor belongs.
    pub fn draw(&mut self, buf: &mut Buffer) -> Option<Position> {
        let mut canvas = Canvas {
            theme: self.desk.theme,
            lang: self.desk.lang,
            hits: Vec::new(),
            caret: None,
            buf,
        };
        let area = canvas.area();
        canvas.buf.set_style(area, self.desk.theme.text);
        if area.width < 30 || area.height < 8 {
            let text = Text::new(
                "farsight needs at least 30 columns and 8 rows. Nothing is lost: make the window larger.",
                "窗口太小：farsight 至少需要30列8行。内容没有丢失，请放大窗口。",
            );
            let style = canvas.theme.text;
            canvas.prose(area, area.y, text.get(canvas.lang), style);
            self.hits.clear();
            return Some(Position::new(area.x, area.y));
        }
        let body = chrome::draw(self, &mut canvas);
        match self.place {
            Place::Plans => self.plans.draw(&mut self.desk, &mut canvas, body),
            Place::Workbench => self.workbench.draw(&mut self.desk, &mut canvas, body),
            Place::Walk => self
                .walk
                .draw(&mut self.workbench, &mut self.desk, &mut canvas, body),
            Place::Findings => self.findings.draw(&mut self.desk, &mut canvas, body),
            Place::Chain => self.chain.draw(&mut self.desk, &mut canvas, body),
            Place::Figures => self.figures.draw(&mut self.desk, &mut canvas, body),
            Place::Calculator => self.calculator.draw(&mut canvas, body),
            Place::Review => self.review.draw(&mut self.desk, &mut canvas, body),
            Place::Glossary => self.glossary.draw(&mut self.desk, &mut canvas, body),
            Place::Quiz => self.quiz.draw(&self.desk, &mut canvas, body),
            Place::Marking => {
                if let Some(marker) = &mut self.marker {
                    marker.draw(&mut canvas, body);
                }
            }
        }
        if let Some(overlay) = &mut self.overlay {
            canvas.hits.clear();
            canvas.caret = None;
            match overlay {
                Overlay::Picker(picker, _) => picker.draw(&mut canvas),
                Overlay::Dialog(dialog) => dialog.draw(&mut canvas),
            }
        }
        let Canvas { hits, caret, .. } = canvas;
        self.hits = hits;
        caret
    }
}

/// A file's name without its folders: what a sentence on one line has room for.
fn file_name(path: &std::path::Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    crate::store::error::shown(std::path::Path::new(name))
}
