//! The answer to a finding, as it is given: a reason, a name, and perhaps a day on which it ends.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::canvas::{Canvas, Hit};
use super::draw;
use super::findings::Handle;
use super::input::{Code, Key};
use super::text_field::TextField;
use crate::words::{Lang, Text, date};

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The finding.
    pub finding: Handle,
    /// Why it is right to leave it.
    pub reason: String,
    /// Who says so; nobody if it is empty.
    pub by: String,
    /// The day on which the answer ends.
    pub until: Option<Date>,
}

/// The lines of the form.
const REASON: usize = 0;
const NAME: usize = 1;
const UNTIL: usize = 2;

/// The form.
#[derive(Debug)]
pub struct AnswerForm {
    finding: Handle,
    message: String,
    fields: [TextField; 3],
    at: usize,
    today: Option<Date>,
    /// What was wrong when it was to be written.
    refused: Option<Text>,
    /// The width at which the reason was drawn last: up and down need it.
    width: u16,
    /// There was an answer, which this one replaces.
    again: bool,
}

/// What came of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It goes on.
    Open,
    /// It was given up.
    Closed,
    /// The answer stands.
    Given(Given),
}

impl AnswerForm {
    /// An answer to a finding that has none.
    pub fn new(finding: Handle, message: String, by: &str, today: Option<Date>) -> AnswerForm {
        AnswerForm {
            finding,
            message,
            fields: [
                TextField::new("", true),
                TextField::new(by, false),
                TextField::new("", false),
            ],
            at: REASON,
            today,
            refused: None,
            width: 40,
            again: false,
        }
    }

    /// Begins with the answer that stands in the plan.
    #[must_use]
    pub fn over(mut self, reason: &str, by: &str, until: Option<Date>) -> AnswerForm {
        let until = until.map(date::entry).unwrap_or_default();
        for (field, text) in self.fields.iter_mut().zip([reason, by, &until]) {
            field.set_text(text);
        }
        self.again = true;
        self
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key) -> Outcome {
        let field = &mut self.fields[self.at];
        let (row, rows) = (field.caret(self.width).1, field.height(self.width));
        let reason = self.at == REASON;
        match key.code {
            Code::Esc => return Outcome::Closed,
            Code::Tab => self.at = (self.at + 1) % self.fields.len(),
            Code::BackTab => self.at = (self.at + self.fields.len() - 1) % self.fields.len(),
            Code::Down if !reason || row + 1 >= rows => self.at = (self.at + 1).min(UNTIL),
            Code::Up if !reason => self.at -= 1,
            Code::Enter if !(reason && key.alt) => return self.give(),
            _ => {
                field.handle(key);
                self.refused = None;
            }
        }
        Outcome::Open
    }

    /// Takes pasted text into the line that has the keyboard.
    pub fn paste(&mut self, text: &str) {
        self.fields[self.at].paste(text);
        self.refused = None;
    }

    /// Gives a line the keyboard.
    pub fn choose(&mut self, at: usize) {
        self.at = at.min(UNTIL);
    }

    /// The day that is typed: none if nothing is, an error if it is no day to come.
    fn until(&self) -> Result<Option<Date>, Text> {
        let typed = self.fields[UNTIL].text().trim();
        if typed.is_empty() {
            return Ok(None);
        }
        match date::parse(typed, self.today) {
            None => Err(Text::new(
                "This is no date. Write 2027-06-30, 30 June, +2w, or nothing.",
                "这不是日期。可写2027-06-30、6月30日、三个月后、+2w，也可不写。",
            )),
            Some(day) if self.today.is_some_and(|today| day <= today) => Err(Text::new(
                "This day has come already: the answer would end at once.",
                "这一天已经到了，说明一写下就会失效。",
            )),
            Some(day) => Ok(Some(day)),
        }
    }

    /// Gives the answer if it can stand; else goes to the line that stops it, with everything kept.
    fn give(&mut self) -> Outcome {
        let reason = self.fields[REASON].text().trim().to_owned();
        if reason.is_empty() {
            self.at = REASON;
            self.refused = Some(Text::new(
                "An answer needs a reason. Esc leaves the finding open.",
                "要写理由才能算说明。按 Esc 则问题保留。",
            ));
            return Outcome::Open;
        }
        match self.until() {
            Ok(until) => Outcome::Given(Given {
                finding: self.finding.clone(),
                reason,
                by: self.fields[NAME].text().trim().to_owned(),
                until,
            }),
            Err(_) => {
                self.at = UNTIL;
                Outcome::Open
            }
        }
    }

    /// What to know about the line that has the keyboard, and whether it stops the answer.
    fn hint(&self, lang: Lang) -> (String, bool) {
        if let Some(refused) = self.refused {
            return (refused.get(lang).to_owned(), true);
        }
        // Whatever line has the keyboard, a day that is none is told.
        let until = match self.until() {
            Err(wrong) => return (wrong.get(lang).to_owned(), true),
            Ok(until) => until,
        };
        let text = match (self.at, until) {
            (REASON, _) => Text::new(
                "Say what you know that the check does not, and how you know it: “only three may bid: tender, clause 4”. Every reader of the plan sees it.",
                "好的理由写明检查不知道的情况和依据，例如“招标文件第4条只列三家”。理由留在计划里，读者都看得到。",
            ),
            (NAME, _) => Text::new(
                "Who says so. Left empty, the answer is unsigned.",
                "由谁说明。不写则不署名。",
            ),
            (_, None) => Text::new(
                "The day on which the finding comes back: 2027-06-30, 30 June, +2w. Left empty, the answer has no end.",
                "问题重新出现的日期，如2027-06-30、6月30日、三个月后。不写则一直有效。",
            ),
            (_, Some(_)) => Text::new("The finding comes back on {0}.", "问题将在{0}重新出现。"),
        };
        let day = until.map(|day| date::show(day, lang)).unwrap_or_default();
        (text.fill(lang, &[day]), false)
    }

    /// The title of its box.
    pub fn title(&self) -> Text {
        if self.again {
            Text::new("Change the answer", "修改说明")
        } else {
            Text::new("Answer the finding", "说明理由")
        }
    }

    /// How many rows it would like to have.
    pub const HEIGHT: u16 = 16;

    /// Draws it into the inside of its box.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let roomy = area.height >= 14;
        let (about, reason) = match area.height {
            14.. => (2, 3),
            8.. => (1, 2),
            _ => (0, 1),
        };
        let mut y = area.y;
        let mut said = draw::wrap(&self.message, usize::from(area.width));
        if said.len() > about {
            said.truncate(about);
            if let Some(last) = said.last_mut() {
                let cut = format!("{last}…");
                *last = draw::clip(&cut, usize::from(area.width)).into_owned();
            }
        }
        for line in said {
            canvas.put(area.x, y, &line, theme.dim, area.width);
            y += 1;
        }
        y += u16::from(roomy);
        let labels = [
            Text::new("Reason", "理由"),
            Text::new("Name", "署名"),
            Text::new("Until", "有效至"),
        ];
        let room = labels.iter().map(|label| draw::width(label.get(lang)));
        let indent = room.max().unwrap_or(0) as u16 + 3;
        let wrong = self.until().is_err();
        for (n, (field, label)) in self.fields.iter_mut().zip(labels).enumerate() {
            let height = if n == REASON { reason } else { 1 };
            let line = Rect {
                y,
                height: height.min(area.bottom().saturating_sub(y)),
                ..area
            };
            canvas.hit(line, Hit::Button(n));
            let current = n == self.at;
            let (lead, style) = match (current, n == UNTIL && wrong) {
                (_, true) => ("✗", theme.error),
                (true, _) => ("▸", theme.focus),
                (false, _) => (" ", theme.dim),
            };
            let text = format!("{lead} {}", label.get(lang));
            canvas.put(line.x, y, &text, style, indent);
            let inner = Rect {
                x: line.x + indent,
                width: line.width.saturating_sub(indent),
                ..line
            };
            if n == REASON {
                self.width = inner.width;
            }
            let caret = field.draw(canvas.buf, inner, &theme, &[]);
            if current {
                canvas.caret = caret.or(canvas.caret);
            }
            y += height;
        }
        y += u16::from(roomy);
        let (hint, bad) = self.hint(lang);
        let style = if bad { theme.error } else { theme.dim };
        let rest = Rect {
            height: area.height.saturating_sub(1),
            ..area
        };
        canvas.prose(rest, y, &hint, style);
        let keys = Text::new(
            "Enter: write  Tab: next  Esc: leave",
            "回车：写入   Tab：下一行   Esc：放弃",
        );
        let last = area.bottom().saturating_sub(1);
        if last >= y {
            canvas.say(area.x, last, keys, theme.accent, area.width);
        }
    }
}
