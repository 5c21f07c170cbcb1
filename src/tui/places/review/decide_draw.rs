//! The list of places to decide, and the readings of the chosen one beside each other.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::decide::Decide;
use super::readings::{GONE, Reading, Thing, place_name};
use crate::plan::Lines;
use crate::review::merge::resolve::Choice;
use crate::review::{Mark, pieces};
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::draw;
use crate::tui::session::Session;
use crate::tui::theme::Theme;
use crate::words::{Lang, Text};

/// Below this width of one, columns stand one below the other.
const COLUMN: u16 = 26;

const SIDES: [Text; 3] = [
    Text::new("1 Ours", "1 我方"),
    Text::new("2 Theirs", "2 对方"),
    Text::new("Before", "原来"),
];

impl Decide {
    /// Draws what is to decide.
    pub fn draw(&mut self, session: &Session, canvas: &mut Canvas<'_>, area: Rect) {
        let wanted = u16::try_from(self.all.len()).unwrap_or(u16::MAX);
        let height = wanted.saturating_add(2).min((area.height / 3).max(4));
        let list = Rect { height, ..area };
        let below = Rect {
            y: area.y + height,
            height: area.height - height,
            ..area
        };
        self.list(session, canvas, list);
        if self.own.is_some() {
            self.field(canvas, below);
        } else {
            self.sides(canvas, below);
        }
    }

    fn list(&mut self, session: &Session, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let title = Text::new(
            "To decide: {1} of {0} places where two versions disagree",
            "还剩{1}处未决定（共{0}处，两个版本不一致）",
        );
        let counts = [self.all.len(), self.left()].map(|it| it.to_string());
        let typing = self.own.is_some();
        let title = title.fill(lang, &counts);
        let inner = draw::frame(canvas.buf, area, &title, !typing, &theme);
        canvas.hit(inner, Hit::Scroll(Pane::List));
        canvas.caret_at(inner.x, inner.y);
        let rows = usize::from(inner.height);
        if self.at < self.top {
            self.top = self.at;
        } else if rows > 0 && self.at >= self.top + rows {
            self.top = self.at + 1 - rows;
        }
        let lines = Lines::of(session.document.text());
        for (y, n) in (inner.top()..inner.bottom()).zip(self.top..self.all.len()) {
            let row = Rect {
                y,
                height: 1,
                ..inner
            };
            canvas.hit(row, Hit::Item(n));
            let choice = self.choices.get(n).and_then(Option::as_ref);
            let said = match choice {
                None => Text::new("open", "未决定"),
                Some(Choice::Ours) => Text::new("ours", "我方"),
                Some(Choice::Theirs) => Text::new("theirs", "对方"),
                Some(Choice::Both) => Text::new("both", "两者"),
                Some(Choice::Own(_)) => Text::new("own", "自写"),
            };
            let mark = if choice.is_some() { "✓" } else { "○" };
            let lead = if n == self.at { "▸" } else { " " };
            let name = self.paths.get(n).map(|path| place_name(path, lang));
            let name = name.filter(|it| !it.is_empty()).unwrap_or_else(|| {
                let at = self.all.get(n).map_or(0, |it| it.span.start);
                let line = lines.place(at).line.to_string();
                Text::new("line {0}", "第{0}行").fill(lang, &[line])
            });
            let text = format!("{lead} {mark} {name}");
            let style = match (n == self.at, choice) {
                (true, _) => theme.selection,
                (false, Some(_)) => theme.ok,
                (false, None) => theme.text,
            };
            let said = said.get(lang);
            let width = draw::width(said) as u16 + 1;
            let room = row.width.saturating_sub(width + 1);
            canvas.put(row.x, y, &draw::clip(&text, usize::from(room)), style, room);
            let x = row.right().saturating_sub(width);
            canvas.put(x, y, said, theme.dim, width);
            if n == self.at {
                canvas.caret_at(row.x, y);
            }
        }
    }

    /// The readings beside each other, or one below the other where there is no room.
    fn sides(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let Some(readings) = self.readings() else {
            return;
        };
        let chosen = match self.choices.get(self.at) {
            Some(Some(Choice::Ours)) => [true, false],
            Some(Some(Choice::Theirs)) => [false, true],
            Some(Some(Choice::Both)) => [true, true],
            _ => [false, false],
        };
        let own = match self.choices.get(self.at) {
            Some(Some(Choice::Own(own))) => Some(own.trim_end().to_owned()),
            _ => None,
        };
        let title = |n: usize| {
            let taken = chosen.get(n).copied().unwrap_or_default();
            let mark = if taken { "✓ " } else { "" };
            format!("{mark}{}", SIDES.get(n).map_or("", |it| it.get(lang)))
        };
        let shown: Vec<(usize, &Reading)> = readings
            .iter()
            .enumerate()
            .filter_map(|(n, it)| Some((n, it.as_ref()?)))
            .collect();
        let other = |n: usize| {
            readings
                .get(1usize.saturating_sub(n))
                .and_then(Option::as_ref)
        };
        let count = shown.len() as u16;
        if area.width / count < COLUMN || area.height < 5 {
            let inner = draw::frame(canvas.buf, area, "", false, &theme);
            canvas.hit(inner, Hit::Scroll(Pane::Coach));
            let mut page = Page::new(inner.width);
            for (n, it) in shown {
                page.gap();
                page.prose(&title(n), theme.title);
                tell(&mut page, it, other(n).filter(|_| n < 2), lang, &theme);
            }
            own_lines(&mut page, own.as_deref(), lang, &theme);
            self.from = page.draw(canvas, inner, self.from);
            return;
        }
        let mut x = area.x;
        let mut from = self.from;
        for (at, (n, it)) in shown.iter().enumerate() {
            let left = count - at as u16;
            let width = (area.right() - x) / left;
            let column = Rect { x, width, ..area };
            x += width;
            let inner = draw::frame(canvas.buf, column, &title(*n), false, &theme);
            canvas.hit(inner, Hit::Scroll(Pane::Coach));
            if *n < 2 {
                canvas.hit(column, Hit::Field(*n));
            }
            let inner = Rect {
                x: inner.x + 1,
                width: inner.width.saturating_sub(2),
                ..inner
            };
            let mut page = Page::new(inner.width);
            tell(&mut page, it, other(*n).filter(|_| *n < 2), lang, &theme);
            if *n == 0 {
                own_lines(&mut page, own.as_deref(), lang, &theme);
            }
            let shown = page.draw(canvas, inner, self.from);
            from = if at == 0 { shown } else { from.max(shown) };
        }
        self.from = from;
    }

    /// The box in which one's own reading is typed.
    fn field(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let Some(own) = &mut self.own else { return };
        let place = self.paths.get(self.at).map(|path| place_name(path, lang));
        let title = Text::new("Your own words · {0}", "自己写 · {0}");
        let title = title.fill(lang, &[place.unwrap_or_default()]);
        let inner = draw::frame(canvas.buf, area, &title, true, &theme);
        let hint = Text::new("Tab takes it, Esc gives up.", "按 Tab 采用，按 Esc 放弃。");
        let (text, style) = match &own.error {
            Some(error) => (error.as_str(), theme.error),
            None => (hint.get(lang), theme.dim),
        };
        let said = draw::wrap(text, usize::from(inner.width));
        let foot = (said.len() as u16).min(inner.height.saturating_sub(1));
        let edit = Rect {
            height: inner.height - foot,
            ..inner
        };
        canvas.caret = own.field.draw(canvas.buf, edit, &theme, &[]);
        if canvas.caret.is_none() {
            canvas.caret_at(edit.x, edit.y);
        }
        for (y, line) in (edit.bottom()..inner.bottom()).zip(&said) {
            canvas.put(inner.x, y, line, style, inner.width);
        }
    }
}

fn own_lines(page: &mut Page, own: Option<&str>, lang: Lang, theme: &Theme) {
    if let Some(own) = own {
        page.gap();
        page.prose(Text::new("✓ Own", "✓ 自写").get(lang), theme.title);
        page.prose(own, theme.text);
    }
}

/// What one side says; words that the other side says otherwise stand out.
fn tell(page: &mut Page, it: &Reading, other: Option<&Reading>, lang: Lang, theme: &Theme) {
    let things = match it {
        Reading::Gone => return page.prose(GONE.get(lang), theme.dim),
        Reading::Lines(lines) => return page.prose(lines, theme.text),
        Reading::Said(things) => things,
    };
    for thing in things {
        let label = thing.label(lang);
        if matches!(thing, Thing::Head(..)) {
            page.gap();
            page.prose(&label, theme.title);
            continue;
        }
        page.prose(&label, theme.dim);
        let text = thing.text(lang);
        let same = |theirs: &&Thing| theirs.label(lang) == label;
        let theirs = match other {
            Some(Reading::Said(theirs)) => theirs.iter().find(same),
            _ => None,
        };
        match theirs.map(|it| it.text(lang)) {
            Some(theirs) if theirs != text => page.styled(&differing(&text, &theirs, theme)),
            _ => page.prose(&text, theme.text),
        }
    }
}

/// A text in which the words stand out that the other does not have.
fn differing(text: &str, other: &str, theme: &Theme) -> Vec<(String, Style)> {
    let own = pieces(text, other)
        .into_iter()
        .filter(|it| it.mark != Mark::New);
    own.map(|it| {
        let style = match it.mark {
            Mark::Same => theme.text,
            _ => theme.accent,
        };
        (it.text, style)
    })
    .collect()
}
