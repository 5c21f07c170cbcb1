//! A list to pick from, narrowed by typing: choices, references, and the palette.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::Rect;

use super::canvas::{Canvas, Hit, Pane};
use super::draw;
use super::input::{Code, Key};
use super::text_field::{Change, TextField};
use crate::words::Text;

/// What a picked line stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Pick {
    /// A command.
    Command(&'static super::commands::Command),
    /// A place in the plan.
    Place(String),
    /// A glossary term.
    Term(&'static str),
    /// A word or id, put into the field.
    Word(String),
    /// A new row, named by what was typed.
    New(String),
    /// A sample to start from.
    Sample(&'static str),
    /// What to compare the plan with.
    Against(super::places::review::source::Against),
    /// An exercise to begin.
    Exercise(String),
    /// A student of the class that is marked.
    Student(usize),
    /// A comment to make again.
    Comment(String),
    /// A finding, and what to do with it.
    Finding(super::findings::Verb, super::findings::Handle),
    /// Which findings to show.
    Filter(super::findings::Filter),
}

/// A line of a picker.
#[derive(Debug, Clone)]
pub struct Item {
    /// What is shown and matched.
    pub label: String,
    /// What is shown beside it, dim, and matched too.
    pub detail: String,
    /// What it stands for.
    pub pick: Pick,
    /// Whether it is chosen, where several can be.
    pub checked: bool,
}

impl Item {
    /// A line that is not checked.
    pub fn new(label: impl Into<String>, detail: impl Into<String>, pick: Pick) -> Item {
        Item {
            label: label.into(),
            detail: detail.into(),
            pick,
            checked: false,
        }
    }
}

/// A list to pick from.
#[derive(Debug)]
pub struct Picker {
    title: String,
    items: Vec<Item>,
    /// The items that fit what is typed, the best first.
    shown: Vec<usize>,
    filter: TextField,
    at: usize,
    top: usize,
    /// Several can be chosen; Enter closes.
    multi: bool,
    /// What the line that makes something new is called; none where nothing can be made.
    new: Option<Text>,
    /// What can be typed, where that is not plain.
    hint: Option<Text>,
    /// The first nine lines are picked by their numbers.
    numbered: bool,
    /// The chosen line stands below the list in full.
    told: bool,
}

/// How many lines the chosen one has below the list.
const TOLD: u16 = 3;

/// What a key did to a picker.
#[derive(Debug, Clone, PartialEq)]
pub enum Picked {
    /// It is still open.
    Open,
    /// Given up.
    Closed,
    /// One was picked.
    One(Pick),
    /// These words were chosen, where several can be.
    Many(Vec<String>),
}

impl Picker {
    /// A list to pick one from.
    pub fn new(title: impl Into<String>, items: Vec<Item>) -> Picker {
        let shown = (0..items.len()).collect();
        Picker {
            title: title.into(),
            items,
            shown,
            filter: TextField::new("", false),
            at: 0,
            top: 0,
            multi: false,
            new: None,
            hint: None,
            numbered: false,
            told: false,
        }
    }

    /// Says what can be typed.
    #[must_use]
    pub fn hinted(self, hint: Text) -> Picker {
        Picker {
            hint: Some(hint),
            ..self
        }
    }

    /// Has the first nine lines picked by their numbers while nothing is typed.
    #[must_use]
    pub fn numbered(self) -> Picker {
        Picker {
            numbered: true,
            ..self
        }
    }

    /// Tells the chosen line in full below the list, where lines are longer than the box is wide.
    #[must_use]
    pub fn told(self) -> Picker {
        Picker { told: true, ..self }
    }

    /// The line that a key picks by its number.
    fn number(&self, key: &Key) -> Option<usize> {
        let Code::Char(c @ '1'..='9') = key.code else {
            return None;
        };
        let at = c.to_digit(10)? as usize - 1;
        let is_free = self.numbered && self.filter.text().is_empty();
        (is_free && !key.ctrl && !key.alt && at < self.shown.len()).then_some(at)
    }

    /// Lets several be chosen.
    #[must_use]
    pub fn multi(self) -> Picker {
        Picker {
            multi: true,
            ..self
        }
    }

    /// Lets something new be made from what is typed.
    #[must_use]
    pub fn with_new(self, label: Text) -> Picker {
        Picker {
            new: Some(label),
            ..self
        }
    }

    /// Begins with this typed.
    #[must_use]
    pub fn typed(mut self, text: &str) -> Picker {
        self.filter.set_text(text);
        self.narrow();
        self
    }

    /// Begins on the line that stands for this word.
    #[must_use]
    pub fn on(mut self, word: &str) -> Picker {
        let is = |item: &Item| item.pick == Pick::Word(word.to_owned());
        self.at = self.items.iter().position(is).unwrap_or(0);
        self
    }

    fn narrow(&mut self) {
        let typed = self.filter.text().trim().to_owned();
        self.at = 0;
        self.top = 0;
        if typed.is_empty() {
            self.shown = (0..self.items.len()).collect();
            return;
        }
        let lower = typed.to_lowercase();
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(&typed, CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = self
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| {
                // Words that stand there as they were typed come before letters found here and
                // there, and the label before what is beside it.
                let plain = |text: &str| text.to_lowercase().contains(&lower);
                let mut fuzzy = |text: &str, bonus: u32| {
                    let score = pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher)?;
                    Some(score + bonus + if plain(text) { 2000 } else { 0 })
                };
                let score = fuzzy(&item.label, 1000)
                    .or_else(|| fuzzy(&format!("{} {}", item.label, item.detail), 0))?;
                Some((score, at))
            })
            .collect();
        scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.shown = scored.into_iter().map(|(_, at)| at).collect();
    }

    /// The name that a new row would have, if one can be made now.
    fn fresh(&self) -> Option<(Text, String)> {
        let typed = self.filter.text().trim();
        let exact = self.items.iter().any(|item| item.label == typed);
        (!typed.is_empty() && !exact).then_some((self.new?, typed.to_owned()))
    }

    fn len(&self) -> usize {
        self.shown.len() + usize::from(self.fresh().is_some())
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key) -> Picked {
        if let Some(at) = self.number(key) {
            self.at = at;
            return self.pick(false);
        }
        match key.code {
            Code::Esc => {
                return if self.multi {
                    self.many()
                } else {
                    Picked::Closed
                };
            }
            Code::Up => self.at = self.at.saturating_sub(1),
            Code::Down => self.at = (self.at + 1).min(self.len().saturating_sub(1)),
            Code::PageUp => self.at = self.at.saturating_sub(10),
            Code::PageDown => self.at = (self.at + 10).min(self.len().saturating_sub(1)),
            Code::Enter | Code::Tab => return self.pick(self.multi && key.code == Code::Enter),
            Code::Char(' ') if self.multi && self.filter.text().is_empty() => self.toggle(),
            _ => {
                if self.filter.handle(key) == Change::Text {
                    self.narrow();
                }
            }
        }
        Picked::Open
    }

    /// Takes pasted text into the filter.
    pub fn paste(&mut self, text: &str) {
        self.filter.paste(text);
        self.narrow();
    }

    /// Handles a click on a line.
    pub fn click(&mut self, line: usize) -> Picked {
        self.at = line;
        if self.multi && line < self.shown.len() {
            self.toggle();
            return Picked::Open;
        }
        self.pick(false)
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, lines: isize) {
        self.at = self
            .at
            .saturating_add_signed(lines)
            .min(self.len().saturating_sub(1));
    }

    fn toggle(&mut self) {
        if let Some(item) = self
            .shown
            .get(self.at)
            .and_then(|at| self.items.get_mut(*at))
        {
            item.checked = !item.checked;
        }
    }

    fn many(&self) -> Picked {
        let chosen = self.items.iter().filter(|item| item.checked);
        Picked::Many(
            chosen
                .filter_map(|item| match &item.pick {
                    Pick::Word(word) => Some(word.clone()),
                    _ => None,
                })
                .collect(),
        )
    }

    fn pick(&mut self, done: bool) -> Picked {
        match self.shown.get(self.at).and_then(|at| self.items.get(*at)) {
            Some(_) if self.multi => {
                // Enter on a narrowed list chooses its line; on the whole list it is "done".
                if done && self.filter.text().is_empty() {
                    return self.many();
                }
                self.toggle();
                self.filter.set_text("");
                let at = self.at;
                self.narrow();
                self.at = at.min(self.len().saturating_sub(1));
                Picked::Open
            }
            Some(item) => Picked::One(item.pick.clone()),
            None => match self.fresh() {
                Some((_, name)) => Picked::One(Pick::New(name)),
                None if self.multi => self.many(),
                None => Picked::Open,
            },
        }
    }

    /// The words chosen so far, where several can be.
    pub fn chosen(&self) -> Vec<String> {
        match self.many() {
            Picked::Many(words) => words,
            _ => Vec::new(),
        }
    }

    /// Draws the list over the middle of the screen.
    #[allow(clippy::too_many_lines, reason = "one box, from top to bottom")]
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let screen = canvas.area();
        let width = screen.width.min(76);
        // A box that is low needs its lines for the list.
        let below = if self.told && screen.height >= 16 {
            TOLD + 1
        } else {
            0
        };
        let wanted = self.items.len() + usize::from(self.new.is_some()) + 4 + usize::from(below);
        let height = screen
            .height
            .saturating_sub(2)
            .min(u16::try_from(wanted).unwrap_or(u16::MAX))
            .clamp(6, 24)
            .min(screen.height);
        let area = Rect::new(
            (screen.width - width) / 2,
            (screen.height - height) / 3,
            width,
            height,
        );
        draw::clear_popup(canvas.buf, area);
        let inner = draw::frame(canvas.buf, area, &self.title, true, &canvas.theme);
        if inner.height < 3 || inner.width < 6 {
            return;
        }
        let theme = canvas.theme;
        let foot = Rect {
            y: inner.bottom() - below.min(inner.height - 3),
            height: below.min(inner.height - 3),
            ..inner
        };
        let inner = Rect {
            height: inner.height - foot.height,
            ..inner
        };
        self.draw_told(canvas, foot);
        canvas.put(inner.x, inner.y, "›", theme.accent, 1);
        let line = Rect::new(inner.x + 2, inner.y, inner.width - 2, 1);
        if self.filter.text().is_empty() {
            let hint = match (self.multi, self.new) {
                (true, _) => Text::new(
                    "Space chooses, Enter is done, type to narrow",
                    "空格选择，回车完成，输入可筛选",
                ),
                (false, Some(_)) => Text::new(
                    "type to narrow or to make a new one, Enter picks",
                    "输入可筛选或新建，回车选定",
                ),
                (false, None) => Text::new("type to narrow, Enter picks", "输入可筛选，回车选定"),
            };
            canvas.say(
                line.x + 1,
                line.y,
                self.hint.unwrap_or(hint),
                theme.dim,
                line.width.saturating_sub(1),
            );
            canvas.caret_at(line.x, line.y);
        } else {
            canvas.caret = self.filter.draw(canvas.buf, line, &theme, &[]);
        }
        let rows = usize::from(inner.height - 1);
        if self.at < self.top {
            self.top = self.at;
        } else if self.at >= self.top + rows {
            self.top = self.at + 1 - rows;
        }
        canvas.hit(inner, Hit::Scroll(Pane::List));
        if self.len() == 0 {
            canvas.say(
                inner.x + 2,
                inner.y + 1,
                Text::new("nothing fits", "没有符合的内容"),
                theme.dim,
                inner.width - 2,
            );
        }
        for row in 0..rows {
            let at = self.top + row;
            let y = inner.y + 1 + row as u16;
            if at >= self.len() {
                break;
            }
            let line = Rect::new(inner.x, y, inner.width, 1);
            canvas.hit(line, Hit::Item(at));
            let current = at == self.at;
            let style = if current { theme.selection } else { theme.text };
            if current {
                canvas.put(
                    line.x,
                    y,
                    &" ".repeat(usize::from(line.width)),
                    style,
                    line.width,
                );
            }
            let mark = match (self.numbered && self.filter.text().is_empty(), current) {
                (true, true) if at < 9 => format!("▸{} ", at + 1),
                (true, false) if at < 9 => format!(" {} ", at + 1),
                (_, true) => String::from("▸ "),
                (_, false) => String::from("  "),
            };
            let Some(item) = self.shown.get(at).and_then(|at| self.items.get(*at)) else {
                if let Some((label, name)) = self.fresh() {
                    let text = format!("{mark}＋ {}", label.fill(canvas.lang, &[name]));
                    canvas.put(line.x, y, &text, style, line.width);
                }
                continue;
            };
            let check = match (self.multi, item.checked) {
                (true, true) => "[x] ",
                (true, false) => "[ ] ",
                (false, _) => "",
            };
            let used = canvas.put(
                line.x,
                y,
                &format!("{mark}{check}{}", item.label),
                style,
                line.width,
            );
            if !item.detail.is_empty() && used + 3 < line.width {
                let room = line.width - used - 2;
                let dim = if current { style } else { theme.dim };
                let detail = draw::clip(&item.detail, usize::from(room)).into_owned();
                let x = line.right().saturating_sub(draw::width(&detail) as u16);
                canvas.put(x, y, &detail, dim, room);
            }
        }
    }

    /// Draws the chosen line in full.
    fn draw_told(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let chosen = self.shown.get(self.at).and_then(|at| self.items.get(*at));
        let (Some(item), true) = (chosen, area.height > 1) else {
            return;
        };
        let theme = canvas.theme;
        let rule = "─".repeat(usize::from(area.width));
        canvas.put(area.x, area.y, &rule, theme.border, area.width);
        let text = Rect {
            x: area.x + 1,
            y: area.y + 1,
            width: area.width.saturating_sub(2),
            height: area.height - 1,
        };
        let y = canvas.prose(text, text.y, &item.label, theme.text);
        canvas.prose(text, y, &item.detail, theme.dim);
    }
}
