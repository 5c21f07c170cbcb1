//! The outline: the sections of a step, and the rows of the one that is open.

use std::collections::HashMap;

use ratatui::layout::Rect;

use crate::catalogue::{self, Kind, Section, Shape, Step};
use crate::checks::Severity;
use crate::plan::Path;
use crate::tui::canvas::{Canvas, Hit, Pane};
use crate::tui::desk::Desk;
use crate::tui::session::Session;
use crate::words::Text;

/// A line of the outline: a section, or one of its rows.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The section.
    pub section: &'static Section,
    /// The row's name; none for the section itself.
    pub row: Option<String>,
    /// What names the row for a person.
    pub caption: String,
    /// The row's place in its list.
    pub nth: Option<usize>,
    /// How many rows the section has.
    pub count: usize,
    /// The worst open finding at or below it, and how many there are.
    pub worst: Option<(Severity, usize)>,
    /// Whether anything is written.
    pub begun: bool,
    /// Core fields that are filled, and how many there are.
    pub filled: (usize, usize),
}

/// The outline of a step.
#[derive(Debug, Default)]
pub struct Outline {
    entries: Vec<Entry>,
    /// What the entries were made from: the text's revision, whether checked, step, open section.
    made: Option<(u64, bool, Step, Option<&'static str>)>,
    top: usize,
    /// The wheel moved the list: the chosen line need not be in view until the next key.
    free: Option<usize>,
}

impl Outline {
    /// The lines.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The section whose rows are shown when a line is chosen.
    pub fn open_section(&self, at: usize) -> Option<&'static str> {
        self.entries.get(at).map(|entry| entry.section.path)
    }

    /// The line of a section, or of its row; the section's where there is no such row.
    pub fn find(&self, section: &Section, row: Option<&str>) -> usize {
        let of = |row: Option<&str>| {
            self.entries
                .iter()
                .position(|entry| entry.section.path == section.path && entry.row.as_deref() == row)
        };
        of(row).or_else(|| of(None)).unwrap_or(0)
    }

    /// Makes the lines anew if something changed.
    pub fn sync(&mut self, session: &Session, step: Step, open: Option<&'static str>) {
        let sections = || catalogue::sections().filter(|section| section.step == step);
        let open = open.or_else(|| sections().next().map(|section| section.path));
        let made = Some((session.revision, session.is_stale(), step, open));
        // What is being typed shows in the form; the outline follows when the checks have looked.
        let same = |old: (u64, bool, Step, Option<&str>)| (old.2, old.3) == (step, open);
        let typing = session.is_stale() && self.made.is_some_and(same);
        if self.made == made || typing {
            return;
        }
        self.made = made;
        self.entries.clear();
        let gaps = gaps(session);
        for section in sections() {
            let list = Path::parse(section.path);
            let rows = match section.shape {
                Shape::Rows => session.document.each_row(&list),
                Shape::Table => Vec::new(),
            };
            let begun = match section.shape {
                Shape::Rows => !rows.is_empty(),
                Shape::Table => section.fields.iter().any(|field| {
                    field.kind != Kind::Slug && session.document.has(&list.join(field.key))
                }),
            };
            self.entries.push(Entry {
                section,
                row: None,
                caption: String::new(),
                nth: None,
                count: rows.len(),
                worst: gaps.get(&(section.path, None)).copied(),
                begun,
                filled: match section.shape {
                    Shape::Table => filled(section, |key| {
                        let value = session.document.get(&list.join(key));
                        value.is_some_and(|value| value.is_filled())
                    }),
                    Shape::Rows => rows.iter().fold((0, 0), |sum, (_, row)| {
                        let (some, all) = filled(section, |key| row.holds(key));
                        (sum.0 + some, sum.1 + all)
                    }),
                },
            });
            if Some(section.path) != open {
                continue;
            }
            for (nth, (name, row)) in rows.iter().enumerate() {
                self.entries.push(Entry {
                    section,
                    row: Some(name.clone()),
                    caption: row.caption(section.caption).unwrap_or_else(|| name.clone()),
                    nth: Some(nth),
                    count: rows.len(),
                    worst: gaps.get(&(section.path, Some(name.clone()))).copied(),
                    begun: true,
                    filled: filled(section, |key| row.holds(key)),
                });
            }
        }
    }

    /// Moves the list under the mouse.
    pub fn scroll(&mut self, lines: isize) {
        self.top = self
            .top
            .saturating_add_signed(lines)
            .min(self.entries.len().saturating_sub(1));
    }

    /// Draws the lines.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect, at: usize, caret: bool, _: &Desk) {
        let rows = usize::from(area.height);
        if self.free != Some(at) {
            if at < self.top {
                self.top = at;
            } else if rows > 0 && at >= self.top + rows {
                self.top = at + 1 - rows;
            }
        }
        self.free = Some(at);
        self.top = self.top.min(self.entries.len().saturating_sub(rows));
        canvas.hit(area, Hit::Scroll(Pane::List));
        let theme = canvas.theme;
        for row in 0..rows {
            let Some(entry) = self.entries.get(self.top + row) else {
                break;
            };
            let line = Rect::new(area.x, area.y + row as u16, area.width, 1);
            canvas.hit(line, Hit::Item(self.top + row));
            let current = self.top + row == at;
            let style = if current {
                theme.selection
            } else if entry.section.is_core() || entry.begun {
                theme.text
            } else {
                theme.dim
            };
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
            let text = match &entry.row {
                Some(_) => format!("{lead}  {}", entry.caption),
                None if entry.count > 0 => {
                    format!(
                        "{lead}{} ({})",
                        entry.section.label.get(canvas.lang),
                        entry.count
                    )
                }
                None => format!("{lead}{}", entry.section.label.get(canvas.lang)),
            };
            let room = line.width.saturating_sub(4);
            canvas.put(line.x, line.y, &text, style, room);
            let (mark, mark_style) = match entry.worst {
                Some((severity, count)) => (
                    format!("{}{}", severity.mark(), count),
                    theme.severity(severity),
                ),
                None if entry.filled.0 > 0 && entry.filled.0 < entry.filled.1 => {
                    (format!("{}/{}", entry.filled.0, entry.filled.1), theme.dim)
                }
                None if entry.begun => ("✓".to_owned(), theme.ok),
                None => ("–".to_owned(), theme.dim),
            };
            let mark_style = if current { style } else { mark_style };
            let width = crate::tui::draw::width(&mark) as u16;
            canvas.put(
                line.right().saturating_sub(width + 1),
                line.y,
                &mark,
                mark_style,
                width,
            );
            if current && caret {
                canvas.caret_at(line.x, line.y);
            }
        }
        if self.top + rows < self.entries.len() && area.height > 0 {
            canvas.say(
                area.right().saturating_sub(1),
                area.bottom() - 1,
                Text::new("▼", "▼"),
                theme.accent,
                1,
            );
        }
    }
}

/// How many core fields are filled, of how many.
fn filled(section: &Section, holds: impl Fn(&str) -> bool) -> (usize, usize) {
    let core = || {
        section
            .fields
            .iter()
            .filter(|field| field.core && field.kind != Kind::Slug)
    };
    (
        core().filter(|field| holds(field.key)).count(),
        core().count(),
    )
}

/// Open findings by section and row: the worst, and how many.
fn gaps(session: &Session) -> HashMap<(&'static str, Option<String>), (Severity, usize)> {
    let mut out: HashMap<_, (Severity, usize)> = HashMap::new();
    for finding in session.report.open() {
        let path = Path::parse(&finding.path);
        let Some(section) = super::section_of(&path) else {
            continue;
        };
        let depth = section.path.split('.').count();
        let row = path
            .names()
            .get(depth)
            .filter(|_| section.shape == Shape::Rows)
            .cloned();
        let mut add = |key| {
            let gap = out.entry(key).or_insert((finding.severity, 0));
            *gap = (gap.0.min(finding.severity), gap.1 + 1);
        };
        add((section.path, None));
        if row.is_some() {
            add((section.path, row));
        }
    }
    out
}
