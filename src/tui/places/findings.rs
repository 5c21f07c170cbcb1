//! All findings: what to do first stands first; Enter goes to the field.

use ratatui::layout::Rect;

use super::Reply;
use super::workbench::{finding_lines, section_of};
use crate::checks::{Finding, Severity};
use crate::plan::Path;
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::input::{Code, Key};
use crate::tui::session::Session;
use crate::tui::text_field::{Change, TextField};
use crate::words::Text;

/// The list of findings.
#[derive(Debug, Default)]
pub struct Findings {
    at: usize,
    top: usize,
    severity: Option<Severity>,
    filter: Option<TextField>,
}

impl Findings {
    /// The findings shown: the worst first, then by step, open before answered.
    fn shown<'s>(&self, session: &'s Session) -> Vec<&'s Finding> {
        let wanted = self
            .filter
            .as_ref()
            .map(|filter| filter.text().trim().to_lowercase())
            .unwrap_or_default();
        let mut out: Vec<&Finding> = session
            .report
            .findings
            .iter()
            .filter(|finding| {
                self.severity
                    .is_none_or(|severity| severity == finding.severity)
            })
            .filter(|finding| {
                wanted.is_empty()
                    || [
                        finding.message(crate::words::Lang::En),
                        finding.message(crate::words::Lang::Zh),
                        finding.path.clone(),
                        finding.rule.name.to_owned(),
                        finding.rule.code.to_lowercase(),
                    ]
                    .iter()
                    .any(|text| text.to_lowercase().contains(&wanted))
            })
            .collect();
        out.sort_by_key(|finding| {
            (
                finding.answered.is_some(),
                finding.severity,
                finding.rule.step,
                finding.span.start,
            )
        });
        out
    }

    /// The finding that is chosen.
    pub fn chosen<'s>(&self, session: &'s Session) -> Option<&'s Finding> {
        let shown = self.shown(session);
        shown
            .get(self.at.min(shown.len().saturating_sub(1)))
            .copied()
    }

    /// Shows one severity only, then the next, then all.
    pub fn next_severity(&mut self) {
        self.at = 0;
        self.severity = match self.severity {
            None => Some(Severity::Error),
            Some(Severity::Error) => Some(Severity::Warning),
            Some(Severity::Warning) => Some(Severity::Advice),
            Some(Severity::Advice) => None,
        };
    }

    /// Whether a search is being typed.
    pub const fn is_typing(&self) -> bool {
        self.filter.is_some()
    }

    /// Takes pasted text into the search.
    pub fn paste(&mut self, text: &str) {
        self.filter
            .get_or_insert_with(|| TextField::new("", false))
            .paste(text);
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let Some(session) = &desk.session else {
            return Reply::Ignored;
        };
        let last = self.shown(session).len().saturating_sub(1);
        self.at = self.at.min(last);
        match key.code {
            Code::Up => self.at = self.at.saturating_sub(1),
            Code::Down => self.at = (self.at + 1).min(last),
            Code::PageUp => self.at = self.at.saturating_sub(10),
            Code::PageDown => self.at = (self.at + 10).min(last),
            Code::Home if self.filter.is_none() => self.at = 0,
            Code::End if self.filter.is_none() => self.at = last,
            Code::Enter => return self.open(session),
            Code::Esc if self.filter.is_some() => self.filter = None,
            Code::Char('/') if self.filter.is_none() => {
                self.filter = Some(TextField::new("", false))
            }
            Code::Char('?') if self.filter.is_none() => return Reply::Run("help"),
            _ => {
                let Some(filter) = &mut self.filter else {
                    return Reply::Ignored;
                };
                if filter.handle(key) == Change::Text {
                    self.at = 0;
                }
            }
        }
        Reply::Done
    }

    fn open(&self, session: &Session) -> Reply {
        match self.chosen(session) {
            // A finding about the text itself has no field: the file is opened at its line.
            Some(finding) if finding.path.is_empty() => Reply::Run("editor"),
            Some(finding) => Reply::Go(finding.path.clone()),
            None => Reply::Done,
        }
    }

    /// Handles a click: the first chooses, the second goes there.
    pub fn click(&mut self, hit: &Hit, desk: &mut Desk) -> Reply {
        let (Hit::Item(at), Some(session)) = (hit, &desk.session) else {
            return Reply::Ignored;
        };
        if self.at == *at {
            return self.open(session);
        }
        self.at = *at;
        Reply::Done
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, lines: isize) {
        self.at = self.at.saturating_add_signed(lines);
    }

    /// Draws the list, and the chosen finding whole beside or below it.
    pub fn draw(&mut self, desk: &mut Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(session) = &desk.session else { return };
        let (lang, theme) = (canvas.lang, canvas.theme);
        let shown = self.shown(session);
        self.at = self.at.min(shown.len().saturating_sub(1));
        let (list, detail) = split(area);
        let report = &session.report;
        let title = Text::new(
            "{0} findings, {1} of {2} rules could be checked",
            "{0}个问题，{2}条规则中检查了{1}条",
        );
        let title = title.fill(
            lang,
            &[
                shown.len().to_string(),
                report.checked.to_string(),
                report.total().to_string(),
            ],
        );
        let title = match self.severity {
            Some(severity) => format!("{title} · {}", severity.label().get(lang)),
            None => title,
        };
        let mut inner = draw::frame(canvas.buf, list, &title, true, &theme);
        if let Some(filter) = &mut self.filter {
            canvas.put(inner.x, inner.y, "/", theme.accent, 1);
            let line = Rect {
                x: inner.x + 2,
                width: inner.width.saturating_sub(2),
                height: 1.min(inner.height),
                ..inner
            };
            canvas.caret = filter.draw(canvas.buf, line, &theme, &[]);
            inner = Rect {
                y: inner.y + 1,
                height: inner.height.saturating_sub(1),
                ..inner
            };
        }
        let rows = usize::from(inner.height);
        if self.at < self.top {
            self.top = self.at;
        } else if rows > 0 && self.at >= self.top + rows {
            self.top = self.at + 1 - rows;
        }
        canvas.hit(inner, Hit::Scroll(Pane::List));
        if shown.is_empty() {
            canvas.say(
                inner.x + 1,
                inner.y,
                Text::new("Nothing found.", "没有发现问题。"),
                theme.ok,
                inner.width.saturating_sub(1),
            );
            canvas.caret_at(inner.x, inner.y);
        }
        for (n, finding) in shown.iter().skip(self.top).take(rows).enumerate() {
            let line = Rect {
                y: inner.y + n as u16,
                height: 1,
                ..inner
            };
            canvas.hit(line, Hit::Item(self.top + n));
            let current = self.top + n == self.at;
            if current {
                canvas.put(
                    line.x,
                    line.y,
                    &" ".repeat(usize::from(line.width)),
                    theme.selection,
                    line.width,
                );
                if self.filter.is_none() {
                    canvas.caret_at(line.x, line.y);
                }
            }
            let style = if current {
                theme.selection
            } else {
                theme.severity(finding.severity)
            };
            let lead = if current { "▸" } else { " " };
            let mark = if finding.answered.is_some() {
                "✓"
            } else {
                finding.severity.mark()
            };
            let x = line.x
                + canvas.put(
                    line.x,
                    line.y,
                    &format!("{lead}{mark} {} ", finding.rule.code),
                    style,
                    line.width,
                );
            let text = if current {
                theme.selection
            } else if finding.answered.is_some() {
                theme.dim
            } else {
                theme.text
            };
            let place = section_of(&Path::parse(&finding.path))
                .map_or("", |section| section.label.get(lang));
            let sentence = if place.is_empty() {
                finding.message(lang)
            } else {
                Text::new("{0}: {1}", "{0}：{1}")
                    .fill(lang, &[place.to_owned(), finding.message(lang)])
            };
            let room = line.right().saturating_sub(x);
            canvas.put(
                x,
                line.y,
                &draw::clip(&sentence, usize::from(room)),
                text,
                room,
            );
        }
        if detail.height > 2 {
            let title = Text::new("Finding", "问题").get(lang);
            let inner = draw::frame(canvas.buf, detail, title, false, &theme);
            let inner = Rect {
                x: inner.x + 1,
                width: inner.width.saturating_sub(2),
                ..inner
            };
            if let Some(finding) = shown.get(self.at) {
                let mut page = Page::new(inner.width);
                finding_lines(&mut page, finding, lang, &theme);
                page.gap();
                page.prose(&finding.path, theme.dim);
                if finding.fix.is_some() && finding.answered.is_none() {
                    page.prose(
                        Text::new("r repairs it", "按 r 自动修正").get(lang),
                        theme.accent,
                    );
                }
                page.draw(canvas, inner, 0);
            }
        }
    }
}

/// The list, and room for one finding: beside on a wide screen, below on a narrow one.
fn split(area: Rect) -> (Rect, Rect) {
    if area.width >= 100 {
        let detail = 46;
        let list = Rect {
            width: area.width - detail,
            ..area
        };
        return (
            list,
            Rect {
                x: list.right(),
                width: detail,
                ..area
            },
        );
    }
    let detail = if area.height >= 12 {
        (area.height / 2).min(11)
    } else {
        0
    };
    let list = Rect {
        height: area.height - detail,
        ..area
    };
    (
        list,
        Rect {
            y: list.bottom(),
            height: detail,
            ..area
        },
    )
}
