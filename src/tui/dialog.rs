//! Boxes over the screen: a question with answers, a line to type, a text to read.

use std::path::PathBuf;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::answer_form::{AnswerForm, Given, Outcome};
use super::canvas::{Canvas, Hit, Page, Pane};
use super::draw;
use super::findings::Handle;
use super::input::{Code, Key};
use super::text_field::TextField;
use crate::store::{DiffKind, DiffLine, Opened, Recovery};
use crate::words::{Lang, Text};

/// What an answer does.
#[derive(Debug, Clone)]
pub enum Act {
    /// Nothing: back to where one was.
    Stay,
    /// Save, then leave the plan or the program.
    SaveAndLeave(Leave),
    /// Leave without saving.
    Discard(Leave),
    /// Save over what stands in the file now.
    Overwrite,
    /// Ask for another name to save under.
    SaveAs,
    /// Take the recovered text.
    Restore(Box<Recovery>),
    /// Forget the recovered text.
    Forget(Box<Recovery>),
    /// Show how the recovered text differs.
    CompareRecovery(Box<Recovery>),
    /// Keep what is here although the file changed outside.
    KeepMine(Box<Opened>),
    /// Take what stands in the file now.
    TakeTheirs(Box<Opened>),
    /// Show how the file differs.
    Compare(Box<Opened>),
    /// Move a plan to the trash.
    Delete(PathBuf),
    /// Show the places where two versions disagree.
    Decide,
    /// Unfold the next hint for the whole exercise.
    NextHint,
    /// Show the worked answer of the exercise.
    WorkedAnswer,
    /// Make the repair of a finding.
    Repair(Handle),
    /// Take the recovered marks.
    RestoreMarks(Box<Recovery>),
    /// Change a comment wherever it was made: from these words, to those.
    SayEverywhere(String, String),
    /// Leave a class whose marks could not be saved.
    LeaveClass(Leave),
}

/// Where leaving leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Out of the program.
    Program,
    /// To the list of plans.
    Plan,
}

/// What a typed line is for.
#[derive(Debug, Clone)]
pub enum Purpose {
    /// The title of a new plan, perhaps made from a sample.
    NewPlan(Option<&'static str>),
    /// A path to open.
    OpenPath,
    /// A new name for a plan's file.
    RenamePlan(PathBuf),
    /// A path to save under.
    SaveAs,
    /// A new id for a row.
    RenameRow,
    /// What names a new row of a list.
    AddRow(&'static crate::catalogue::Section),
    /// A text to look for in the plan.
    Search,
    /// Other words of a comment.
    Comment,
    /// Words on a whole plan.
    Note,
}

/// A box over the screen.
#[derive(Debug)]
pub enum Dialog {
    /// A question with answers.
    Ask {
        /// What it is about.
        title: Text,
        /// The sentences of the question.
        body: Vec<String>,
        /// The answers.
        answers: Vec<(Text, Act)>,
        /// The answer that Enter takes.
        at: usize,
    },
    /// A line to type.
    Prompt {
        /// What is asked for.
        title: String,
        /// What to mind, and an example.
        hint: String,
        /// What is typed.
        field: TextField,
        /// What it is for.
        purpose: Purpose,
        /// What was wrong with the last try.
        error: Option<String>,
    },
    /// A text to read.
    Read {
        /// What it is about.
        title: String,
        /// The text: lines and how they look.
        text: Vec<(String, Look)>,
        /// The first line shown.
        from: usize,
        /// The question to go back to, if there is one.
        back: Option<Box<Dialog>>,
        /// What Enter does, where it does more than close.
        then: Option<(Text, Act)>,
    },
    /// The answer to a finding.
    Form(Box<AnswerForm>),
}

/// The lines of a page: headings stand out, and examples stand apart.
pub fn marked(page: &str) -> Vec<(String, Look)> {
    let line = |line: &str| match line.trim_start_matches('#') {
        heading if heading.len() < line.len() => (heading.trim().to_owned(), Look::Title),
        _ if line.starts_with("```") => (String::new(), Look::Plain),
        _ => (line.to_owned(), Look::Plain),
    };
    page.lines().map(line).collect()
}

/// Below the last line of any text: what is drawn begins at the last page then, because only
/// drawing knows how many lines a text has when it is wrapped.
const END: usize = u16::MAX as usize;

/// How a line of a text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As text.
    Plain,
    /// As a heading.
    Title,
    /// Second to the text.
    Dim,
    /// Come in.
    Added,
    /// Gone out.
    Removed,
}

/// What a key did to a dialog.
#[derive(Debug)]
pub enum Answer {
    /// It is still open.
    Open,
    /// It is closed.
    Closed,
    /// An answer was chosen.
    Do(Act),
    /// A line was typed.
    Typed(Purpose, String),
    /// A finding was answered.
    Given(Given),
}

impl Dialog {
    /// A question.
    pub fn ask(title: Text, body: Vec<String>, answers: Vec<(Text, Act)>) -> Dialog {
        Dialog::Ask {
            title,
            body,
            answers,
            at: 0,
        }
    }

    /// A line to type.
    pub fn prompt(
        title: impl Into<String>,
        hint: impl Into<String>,
        text: &str,
        purpose: Purpose,
    ) -> Dialog {
        let field = TextField::new(text, false);
        Dialog::Prompt {
            title: title.into(),
            hint: hint.into(),
            field,
            purpose,
            error: None,
        }
    }

    /// A text to read.
    pub fn read(title: impl Into<String>, text: Vec<(String, Look)>) -> Dialog {
        Dialog::Read {
            title: title.into(),
            text,
            from: 0,
            back: None,
            then: None,
        }
    }

    /// Lets Enter do something with what was read.
    #[must_use]
    pub fn then(mut self, label: Text, act: Act) -> Dialog {
        if let Dialog::Read { then, .. } = &mut self {
            *then = Some((label, act));
        }
        self
    }

    /// Begins at the end of what is read.
    #[must_use]
    pub fn at_end(mut self) -> Dialog {
        if let Dialog::Read { from, .. } = &mut self {
            *from = END;
        }
        self
    }

    /// The difference of two texts, to read; above its lines stands what is told of it in words.
    pub fn diff(
        title: Text,
        lang: Lang,
        told: &[String],
        lines: &[DiffLine],
        back: Option<Dialog>,
    ) -> Dialog {
        let mut text: Vec<(String, Look)> = told
            .iter()
            .map(|line| (line.clone(), Look::Plain))
            .collect();
        if !told.is_empty() && !lines.is_empty() {
            text.push((String::new(), Look::Plain));
        }
        let lines = lines.iter().map(|line| match line.kind {
            DiffKind::Same => (format!("  {}", line.text), Look::Dim),
            DiffKind::Added => (format!("+ {}", line.text), Look::Added),
            DiffKind::Removed => (format!("- {}", line.text), Look::Removed),
            DiffKind::Gap => {
                let gap = Text::new("  … {0} lines the same …", "  …… {0} 行相同 ……");
                (gap.fill(lang, &[line.number.to_string()]), Look::Dim)
            }
        });
        text.extend(lines);
        if text.is_empty() {
            text.push((
                Text::new("There is no difference.", "没有差别。")
                    .get(lang)
                    .to_owned(),
                Look::Plain,
            ));
        }
        Dialog::Read {
            title: title.get(lang).to_owned(),
            text,
            from: 0,
            back: back.map(Box::new),
            then: None,
        }
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key) -> Answer {
        match self {
            Dialog::Ask { answers, at, .. } => {
                match key.code {
                    Code::Left | Code::Up | Code::BackTab => *at = at.saturating_sub(1),
                    Code::Right | Code::Down | Code::Tab => *at = (*at + 1).min(answers.len() - 1),
                    Code::Enter => {
                        return answers
                            .get(*at)
                            .map_or(Answer::Closed, |(_, act)| Answer::Do(act.clone()));
                    }
                    // Unsaved work must be taken or forgotten: what is typed next is kept in its place.
                    Code::Esc
                        if answers
                            .iter()
                            .any(|it| matches!(it.1, Act::Restore(_) | Act::RestoreMarks(_))) => {}
                    Code::Esc => return Answer::Do(Act::Stay),
                    Code::Char(c) => {
                        if let Some(n) = c.to_digit(10)
                            && let Some((_, act)) =
                                (n as usize).checked_sub(1).and_then(|n| answers.get(n))
                        {
                            return Answer::Do(act.clone());
                        }
                    }
                    _ => {}
                }
                Answer::Open
            }
            Dialog::Prompt {
                field,
                purpose,
                error,
                ..
            } => {
                match key.code {
                    Code::Esc => return Answer::Closed,
                    Code::Enter => {
                        return Answer::Typed(purpose.clone(), field.text().trim().to_owned());
                    }
                    _ => {
                        field.handle(key);
                        *error = None;
                    }
                }
                Answer::Open
            }
            Dialog::Form(form) => match form.key(key) {
                Outcome::Open => Answer::Open,
                Outcome::Closed => Answer::Closed,
                Outcome::Given(given) => Answer::Given(given),
            },
            Dialog::Read {
                from, back, then, ..
            } => {
                match key.code {
                    Code::Enter if then.is_some() => {
                        return then
                            .take()
                            .map_or(Answer::Closed, |(_, act)| Answer::Do(act));
                    }
                    Code::Up => *from = from.saturating_sub(1),
                    Code::Down => *from += 1,
                    Code::PageUp => *from = from.saturating_sub(10),
                    Code::PageDown | Code::Char(' ') => *from += 10,
                    Code::Home => *from = 0,
                    Code::End => *from = END,
                    Code::Esc | Code::Enter | Code::Char('q') => {
                        return match back.take() {
                            Some(dialog) => {
                                *self = *dialog;
                                Answer::Open
                            }
                            None => Answer::Closed,
                        };
                    }
                    _ => {}
                }
                Answer::Open
            }
        }
    }

    /// Takes pasted text into a line being typed.
    pub fn paste(&mut self, text: &str) {
        match self {
            Dialog::Prompt { field, .. } => {
                field.paste(text);
            }
            Dialog::Form(form) => form.paste(text),
            _ => {}
        }
    }

    /// Moves a text by lines of the wheel.
    pub fn wheel(&mut self, lines: isize) {
        if let Dialog::Read { from, .. } = self {
            *from = from.saturating_add_signed(lines).min(END);
        }
    }

    /// Handles a click on an answer.
    pub fn click(&mut self, button: usize) -> Answer {
        match self {
            Dialog::Ask { answers, .. } => answers
                .get(button)
                .map_or(Answer::Open, |(_, act)| Answer::Do(act.clone())),
            Dialog::Form(form) => {
                form.choose(button);
                Answer::Open
            }
            _ => Answer::Open,
        }
    }

    /// Draws the box over the middle of the screen.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        match self {
            Dialog::Ask {
                title,
                body,
                answers,
                at,
            } => ask(canvas, *title, body, answers, *at),
            Dialog::Prompt {
                title,
                hint,
                field,
                error,
                ..
            } => {
                let area = boxed(canvas, 70, 8, title);
                let theme = canvas.theme;
                let line = Rect::new(area.x, area.y, area.width, 1.min(area.height));
                canvas.caret = field.draw(canvas.buf, line, &theme, &[]);
                canvas.put(
                    area.x,
                    area.y + 1,
                    &"─".repeat(usize::from(area.width)),
                    theme.border,
                    area.width,
                );
                let (text, style) = match error {
                    Some(error) => (error.as_str(), theme.error),
                    None => (hint.as_str(), theme.dim),
                };
                canvas.prose(area, area.y + 2, text, style);
                let keys = Text::new("Enter: go on   Esc: give up", "回车：继续   Esc：放弃");
                canvas.say(
                    area.x,
                    area.bottom().saturating_sub(1),
                    keys,
                    theme.accent,
                    area.width,
                );
            }
            Dialog::Form(form) => {
                let title = form.title().get(canvas.lang);
                let area = boxed(canvas, 74, AnswerForm::HEIGHT, title);
                form.draw(canvas, area);
            }
            Dialog::Read {
                title,
                text,
                from,
                then,
                ..
            } => {
                let screen = canvas.area();
                let area = boxed(
                    canvas,
                    screen.width.min(100),
                    screen.height.saturating_sub(2),
                    title,
                );
                let theme = canvas.theme;
                let mut page = Page::new(area.width);
                for (line, look) in text.iter() {
                    if line.is_empty() {
                        page.gap();
                    } else {
                        page.prose(line, look.style(canvas));
                    }
                }
                let reading = Rect {
                    height: area.height.saturating_sub(1),
                    ..area
                };
                *from = page.draw(canvas, reading, *from);
                canvas.hit(area, Hit::Scroll(Pane::List));
                let keys = match then {
                    Some((label, _)) => {
                        let keys = Text::new(
                            "Enter: {0}   Esc: close   ↑ ↓: scroll",
                            "回车：{0}   Esc：关闭   ↑ ↓：滚动",
                        );
                        keys.fill(canvas.lang, &[label.get(canvas.lang)])
                    }
                    None => {
                        let keys = Text::new(
                            "↑ ↓ PgUp PgDn: scroll   Esc: close",
                            "↑ ↓ PgUp PgDn：滚动   Esc：关闭",
                        );
                        keys.get(canvas.lang).to_owned()
                    }
                };
                let last = area.bottom().saturating_sub(1);
                canvas.put(area.x, last, &keys, theme.accent, area.width);
                canvas.caret_at(area.x, area.y);
            }
        }
    }
}

impl Look {
    fn style(self, canvas: &Canvas<'_>) -> Style {
        match self {
            Look::Plain => canvas.theme.text,
            Look::Title => canvas.theme.title,
            Look::Dim => canvas.theme.dim,
            Look::Added => canvas.theme.added,
            Look::Removed => canvas.theme.removed,
        }
    }
}

/// Clears the middle of the screen and draws a box there; returns the area inside.
fn boxed(canvas: &mut Canvas<'_>, width: u16, height: u16, title: &str) -> Rect {
    let screen = canvas.area();
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    let area = Rect::new(
        (screen.width - width) / 2,
        (screen.height - height) / 3,
        width,
        height,
    );
    draw::clear_popup(canvas.buf, area);
    let inner = draw::frame(canvas.buf, area, title, true, &canvas.theme);
    if inner.width > 4 {
        Rect::new(inner.x + 1, inner.y, inner.width - 2, inner.height)
    } else {
        inner
    }
}

fn ask(canvas: &mut Canvas<'_>, title: Text, body: &[String], answers: &[(Text, Act)], at: usize) {
    let lang = canvas.lang;
    let width = canvas.area().width.min(72);
    let mut page = Page::new(width.saturating_sub(4));
    for sentence in body {
        page.prose(sentence, canvas.theme.text);
    }
    let wanted = page.height() + answers.len() + 3;
    let area = boxed(
        canvas,
        width,
        u16::try_from(wanted).unwrap_or(u16::MAX),
        title.get(lang),
    );
    let buttons = u16::try_from(answers.len())
        .unwrap_or(u16::MAX)
        .min(area.height);
    let reading = Rect {
        height: area.height - buttons,
        ..area
    };
    page.draw(canvas, reading, 0);
    for (n, (label, _)) in answers.iter().enumerate().take(usize::from(buttons)) {
        let y = area.bottom() - buttons + n as u16;
        let line = Rect::new(area.x, y, area.width, 1);
        let style = if n == at {
            canvas.theme.selection
        } else {
            canvas.theme.text
        };
        let mark = if n == at { "▸" } else { " " };
        canvas.put(
            line.x,
            y,
            &format!("{mark} {} {}", n + 1, label.get(lang)),
            style,
            line.width,
        );
        canvas.hit(line, Hit::Button(n));
        if n == at {
            canvas.caret_at(line.x, y);
        }
    }
}
