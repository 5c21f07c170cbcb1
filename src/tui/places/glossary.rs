//! The glossary: every term in both languages, and where it is used in this plan.

use ratatui::layout::Rect;

use super::Reply;
use crate::plan::Path;
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::input::{Code, Key};
use crate::tui::text_field::{Change, TextField};
use crate::words::glossary::{self, Term};
use crate::words::{Lang, Text};

/// The glossary and the search in it.
#[derive(Debug)]
pub struct Glossary {
    filter: TextField,
    at: usize,
    top: usize,
}

impl Default for Glossary {
    fn default() -> Glossary {
        Glossary {
            filter: TextField::new("", false),
            at: 0,
            top: 0,
        }
    }
}

impl Glossary {
    fn terms(&self, lang: Lang) -> Vec<&'static Term> {
        let mut terms = glossary::find(self.filter.text(), lang);
        if self.filter.text().trim().is_empty() && lang == Lang::En {
            terms.sort_by_key(|term| term.name.en.to_lowercase());
        }
        terms
    }

    /// Opens on a term.
    pub fn show(&mut self, id: &str, lang: Lang) {
        self.filter.set_text("");
        self.at = self
            .terms(lang)
            .iter()
            .position(|term| term.id == id)
            .unwrap_or(0);
    }

    /// Takes pasted text into the search.
    pub fn paste(&mut self, text: &str) {
        self.filter.paste(text);
        self.at = 0;
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let last = self.terms(desk.lang).len().saturating_sub(1);
        match key.code {
            Code::Up => self.at = self.at.saturating_sub(1),
            Code::Down => self.at = (self.at + 1).min(last),
            Code::PageUp => self.at = self.at.saturating_sub(10),
            Code::PageDown => self.at = (self.at + 10).min(last),
            Code::Esc if !self.filter.text().is_empty() => {
                let id = self
                    .terms(desk.lang)
                    .get(self.at)
                    .map_or("", |term| term.id);
                self.show(id, desk.lang);
            }
            Code::Enter => {
                let term = self.terms(desk.lang).get(self.at).copied();
                let place = term.and_then(|term| term.used.first());
                return match place {
                    Some(place) if desk.session.is_some() => Reply::Go((*place).to_owned()),
                    _ => Reply::Done,
                };
            }
            _ => match self.filter.handle(key) {
                Change::Text => self.at = 0,
                Change::Ignored => return Reply::Ignored,
                Change::None | Change::Moved => {}
            },
        }
        Reply::Done
    }

    /// Handles a click on a term.
    pub fn click(&mut self, hit: &Hit, _: &mut Desk) -> Reply {
        let Hit::Item(at) = hit else {
            return Reply::Ignored;
        };
        self.at = *at;
        Reply::Done
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, lines: isize) {
        self.at = self
            .at
            .saturating_add_signed(lines)
            .min(self.terms(Lang::En).len().saturating_sub(1));
    }

    /// Draws the list and the chosen term.
    pub fn draw(&mut self, desk: &mut Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let terms = self.terms(lang);
        self.at = self.at.min(terms.len().saturating_sub(1));
        let side = area.width >= 60;
        let (list, detail) = if side {
            let width = (area.width / 3).clamp(24, 36);
            (
                Rect { width, ..area },
                Rect {
                    x: area.x + width,
                    width: area.width - width,
                    ..area
                },
            )
        } else {
            let height = area.height / 2;
            (
                Rect { height, ..area },
                Rect {
                    y: area.y + height,
                    height: area.height - height,
                    ..area
                },
            )
        };
        let title = Text::new("{0} terms", "{0}个术语").fill(lang, &[terms.len().to_string()]);
        let inner = draw::frame(canvas.buf, list, &title, true, &theme);
        canvas.put(inner.x, inner.y, "/", theme.accent, 1);
        let line = Rect {
            x: inner.x + 2,
            width: inner.width.saturating_sub(2),
            height: 1.min(inner.height),
            ..inner
        };
        canvas.caret = self.filter.draw(canvas.buf, line, &theme, &[]);
        let rows = usize::from(inner.height.saturating_sub(1));
        if self.at < self.top {
            self.top = self.at;
        } else if rows > 0 && self.at >= self.top + rows {
            self.top = self.at + 1 - rows;
        }
        canvas.hit(inner, Hit::Scroll(Pane::List));
        for (n, term) in terms.iter().skip(self.top).take(rows).enumerate() {
            let line = Rect {
                y: inner.y + 1 + n as u16,
                height: 1,
                ..inner
            };
            canvas.hit(line, Hit::Item(self.top + n));
            let current = self.top + n == self.at;
            let style = if current { theme.selection } else { theme.text };
            if current {
                canvas.put(
                    line.x,
                    line.y,
                    &" ".repeat(usize::from(line.width)),
                    style,
                    line.width,
                );
            }
            let lead = if current { "▸" } else { " " };
            let text = format!("{lead}{}", term.name.get(lang));
            canvas.put(
                line.x,
                line.y,
                &draw::clip(&text, usize::from(line.width)),
                style,
                line.width,
            );
        }
        let title = Text::new("Term", "术语").get(lang);
        let inner = draw::frame(canvas.buf, detail, title, false, &theme);
        let inner = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2).min(80),
            ..inner
        };
        match terms.get(self.at) {
            Some(term) => page(term, desk, lang, &theme, inner.width).draw(canvas, inner, 0),
            None => {
                canvas.say(
                    inner.x,
                    inner.y,
                    Text::new("No term fits.", "没有符合的术语。"),
                    theme.dim,
                    inner.width,
                );
                0
            }
        };
    }
}

fn page(
    term: &Term,
    desk: &Desk,
    lang: Lang,
    theme: &crate::tui::theme::Theme,
    width: u16,
) -> Page {
    let mut page = Page::new(width);
    page.prose(
        &format!("{} · {}", term.name.get(lang), term.name.get(lang.other())),
        theme.title,
    );
    if !term.also.get(lang).is_empty() {
        let text = Text::new("Also: {0}", "又称：{0}");
        let also = term
            .also
            .get(lang)
            .replace("; ", Text::new(", ", "、").get(lang));
        page.prose(&text.fill(lang, &[also]), theme.dim);
    }
    page.gap();
    page.prose(term.meaning.get(lang), theme.text);
    if !term.source.get(lang).is_empty() {
        page.gap();
        page.prose(term.source.get(lang), theme.dim);
    }
    if !term.used.is_empty() {
        page.gap();
        page.prose(Text::new("In a plan", "在计划中").get(lang), theme.title);
        for place in term.used {
            let filled = desk
                .session
                .as_ref()
                .is_some_and(|session| session.document.has(&Path::parse(place)));
            let mark = if filled { "✓ " } else { "– " };
            page.indented(mark, place, if filled { theme.ok } else { theme.dim });
        }
        if desk.session.is_some() {
            page.prose(
                Text::new("Enter goes to the first.", "按回车转到第一处。").get(lang),
                theme.dim,
            );
        }
    }
    page
}
