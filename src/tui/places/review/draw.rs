//! The list of changes on the screen, and the chosen line whole beside or below it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::list::{self, Item};
use super::{Review, place_of};
use crate::plan::syntax_error;
use crate::review::shown::shown_as;
use crate::review::{Change, ChangeKind, Fate, Mark, Summary, Value};
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::draw;
use crate::tui::places::workbench::finding_lines;
use crate::tui::session::{Locked, Session};
use crate::tui::theme::Theme;
use crate::words::{Lang, Text};

/// A line of the list.
enum Line {
    /// What the lines below have in common.
    Head(String),
    /// A line that can be chosen, by its place among them.
    Item(usize),
    /// More of the chosen one, where it has no pane of its own.
    Rest(String),
}

impl Review {
    pub(super) fn compare_pane(&mut self, session: &Session, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let (list, detail) = split(area);
        let title = match &self.told {
            Some(review) => Summary { review, lang }.headline(),
            None => Text::new("What changed", "改了什么").get(lang).to_owned(),
        };
        let inner = draw::frame(canvas.buf, list, &title, true, &theme);
        canvas.hit(inner, Hit::Scroll(Pane::List));
        canvas.caret_at(inner.x, inner.y);
        let asking = self.question.is_some() && self.base.is_none();
        if asking {
            let text = Text::new("Asking git …", "正在询问 git……");
            canvas.prose(inner, inner.y, text.get(lang), theme.dim);
            return;
        }
        // On the shortest screens every line is a change.
        let mut rows = inner;
        if inner.height >= 6 {
            let about = self.about(lang);
            canvas.put(inner.x, inner.y, &about, theme.dim, inner.width);
            rows = Rect {
                y: inner.y + 1,
                height: inner.height - 1,
                ..inner
            };
        }
        if self.items.is_empty() {
            let text = self.nothing(session);
            canvas.prose(rows, rows.y, text.get(lang), theme.text);
            return;
        }
        self.rows(canvas, rows, detail.height <= 2);
        if detail.height > 2 {
            self.detail(canvas, detail);
        }
    }

    /// Why there is no line.
    fn nothing(&self, session: &Session) -> Text {
        if session.locked == Some(Locked::Syntax) {
            return Text::new(
                "The plan has a syntax error, so nothing is compared. Ctrl-E opens it in your editor.",
                "计划有语法错误，因此不作比较。按 Ctrl-E 用编辑器打开。",
            );
        }
        if self.base.as_deref().and_then(syntax_error).is_some() {
            return Text::new(
                "The old plan has a syntax error, so nothing is compared. v compares with another commit.",
                "旧计划有语法错误，因此不作比较。按 v 与别的提交比较。",
            );
        }
        Text::new(
            "The plan says what it said. v compares with another commit.",
            "内容没有改动。按 v 与别的提交比较。",
        )
    }

    fn lines(&self, summary: &Summary<'_>, area: Rect, whole: bool) -> Vec<Line> {
        let heads = area.height >= 6;
        let mut lines = Vec::new();
        let mut last = String::new();
        for (n, item) in self.items.iter().enumerate() {
            let head = list::heading(*item, summary);
            if heads && head != last {
                lines.push(Line::Head(head.clone()));
                last = head;
            }
            lines.push(Line::Item(n));
            if whole && n == self.at {
                let (_, said) = list::line(*item, summary);
                let said = draw::wrap(&said, usize::from(area.width).saturating_sub(4).max(8));
                lines.extend(said.into_iter().skip(1).take(5).map(Line::Rest));
            }
        }
        lines
    }

    fn rows(&mut self, canvas: &mut Canvas<'_>, area: Rect, whole: bool) {
        let Some(review) = &self.told else { return };
        let (lang, theme) = (canvas.lang, canvas.theme);
        let summary = Summary { review, lang };
        let lines = self.lines(&summary, area, whole);
        let height = usize::from(area.height);
        let chosen = |line: &Line| matches!(line, Line::Item(n) if *n == self.at);
        let here = lines.iter().position(chosen).unwrap_or(0);
        let rest = lines.iter().skip(here + 1);
        let tail = rest.take_while(|it| matches!(it, Line::Rest(_))).count();
        if here < self.top {
            // The heading of the first line comes into view with it.
            self.top = here.saturating_sub(1);
        } else if here + tail >= self.top + height {
            self.top = (here + tail + 1 - height).min(here);
        }
        for (y, line) in (area.top()..area.bottom()).zip(lines.iter().skip(self.top)) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            match line {
                Line::Head(text) => {
                    canvas.put(row.x, y, text, theme.title, row.width);
                }
                Line::Rest(text) => {
                    canvas.put(row.x + 4, y, text, theme.text, row.width.saturating_sub(4));
                }
                Line::Item(n) => {
                    let Some(item) = self.items.get(*n) else {
                        continue;
                    };
                    canvas.hit(row, Hit::Item(*n));
                    let current = *n == self.at;
                    let (mark, said) = list::line(*item, &summary);
                    let lead = if current { "▸" } else { " " };
                    let style = if current { theme.selection } else { theme.text };
                    let sign = if current {
                        style
                    } else {
                        style_of(*item, &summary, &theme)
                    };
                    canvas.put(row.x, y, &format!("{lead} {mark} "), sign, row.width);
                    let room = row.width.saturating_sub(4);
                    canvas.put(row.x + 4, y, &said, style, room);
                    if current {
                        canvas.caret_at(row.x, y);
                    }
                }
            }
        }
    }

    fn detail(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(review) = &self.told else { return };
        let (lang, theme) = (canvas.lang, canvas.theme);
        let summary = Summary { review, lang };
        let Some(item) = self.item() else { return };
        let title = list::heading(item, &summary);
        let inner = draw::frame(canvas.buf, area, &title, false, &theme);
        let inner = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2).min(90),
            ..inner
        };
        canvas.hit(inner, Hit::Scroll(Pane::Coach));
        let mut page = Page::new(inner.width);
        match item {
            Item::Change(at) => {
                if let Some(change) = review.diff.changes.get(at) {
                    change_page(&mut page, change, &summary, &theme);
                }
            }
            Item::Figure(at) => {
                if let Some(shift) = review.figures.get(at) {
                    page.prose(&shift.title(lang), theme.title);
                    page.prose(&shift.numbers(&review.currency, lang), theme.text);
                    page.gap();
                    page.prose(shift.figure.formula.title.get(lang), theme.dim);
                }
            }
            Item::Finding(at) => {
                if let Some(noted) = review.findings.get(at) {
                    page.prose(noted.fate.label().get(lang), theme.title);
                    finding_lines(&mut page, &noted.finding, lang, &theme);
                    page.prose(&noted.finding.path, theme.dim);
                }
            }
            Item::More(..) => page.prose(&list::line(item, &summary).1, theme.text),
        }
        self.from = page.draw(canvas, inner, self.from);
    }
}

/// A change whole: what stood there and what stands there, with the words that differ.
fn change_page(page: &mut Page, change: &Change, summary: &Summary<'_>, theme: &Theme) {
    let lang = summary.lang;
    let mark = format!("{} ", change.kind.mark());
    page.indented(&mark, &summary.say(change), theme.title);
    page.prose(&place_of(change), theme.dim);
    if matches!(change.kind, ChangeKind::Renamed | ChangeKind::Moved) {
        return;
    }
    let currency = &summary.review.currency;
    // Words that are looked up, such as a choice, are not compared letter by letter.
    let pieces = if change.is_prose() {
        change.pieces()
    } else {
        Vec::new()
    };
    for (value, gone, label) in [
        (&change.before, Mark::Gone, Text::new("Before", "原来")),
        (&change.after, Mark::New, Text::new("Now", "现在")),
    ] {
        let Some(value) = value else { continue };
        page.gap();
        page.prose(label.get(lang), theme.accent);
        if pieces.is_empty() {
            value_lines(page, change, value, currency, lang, theme);
            continue;
        }
        let differs = match gone {
            Mark::New => theme.added,
            _ => theme.removed,
        };
        let own = pieces
            .iter()
            .filter(|it| it.mark == Mark::Same || it.mark == gone);
        let own = own.map(|it| {
            let style = if it.mark == gone { differs } else { theme.text };
            (it.text.clone(), style)
        });
        page.styled(&own.collect::<Vec<_>>());
    }
}

/// A value as people read it; of a row field by field.
fn value_lines(
    page: &mut Page,
    change: &Change,
    value: &Value,
    currency: &str,
    lang: Lang,
    theme: &Theme,
) {
    let (true, Value::Table(table)) = (change.is_row(), value) else {
        let kind = change.field.map(|field| field.kind);
        let shown = match value {
            Value::Text(text) if !is_choice(kind) => text.clone(),
            value => shown_as(kind, value, currency, lang),
        };
        page.prose(&shown, theme.text);
        return;
    };
    for (key, value) in table {
        let field = change.section.and_then(|section| section.field(key));
        let label = field.map_or(key.as_str(), |field| field.label.get(lang));
        let kind = field.map(|field| field.kind);
        let shown = match value {
            Value::Text(text) if !is_choice(kind) => text.clone(),
            value => shown_as(kind, value, currency, lang),
        };
        let text = Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[label, &shown]);
        page.indented("▪ ", &text, theme.text);
    }
}

fn is_choice(kind: Option<crate::catalogue::Kind>) -> bool {
    use crate::catalogue::Kind;
    matches!(kind, Some(Kind::Choice(_) | Kind::Choices(_)))
}

fn style_of(item: Item, summary: &Summary<'_>, theme: &Theme) -> Style {
    match item {
        Item::Figure(_) => theme.accent,
        Item::More(..) => theme.dim,
        Item::Finding(at) => match summary.review.findings.get(at) {
            Some(noted) if noted.fate == Fate::New => theme.severity(noted.finding.severity),
            _ => theme.ok,
        },
        Item::Change(at) => match summary.review.diff.changes.get(at).map(|it| it.kind) {
            Some(ChangeKind::Added) => theme.ok,
            Some(ChangeKind::Dropped) => theme.error,
            _ => theme.dim,
        },
    }
}

/// The list and the detail: beside each other where there is room, else one below the other.
fn split(area: Rect) -> (Rect, Rect) {
    let mut detail = area;
    let mut list = area;
    if area.width >= 100 {
        list.width = area.width - 48;
        detail.x = list.right();
        detail.width = 48;
    } else {
        detail.height = if area.height >= 16 && area.width >= 50 {
            (area.height / 2).min(9)
        } else {
            0
        };
        list.height = area.height - detail.height;
        detail.y = list.bottom();
    }
    (list, detail)
}
