//! The palette, which lists everything, and the search in the plan's own text.

use super::{App, Place};
use crate::catalogue::{self, Field, Section, Shape};
use crate::plan::{Document, Path, Row};
use crate::tui::commands::COMMANDS;
use crate::tui::dialog::{Dialog, Purpose};
use crate::tui::picker::{Item, Pick, Picker};
use crate::words::{Lang, Text, glossary};

/// With more rows than this the palette lists rows, not each of their fields.
const ROWS: usize = 400;

/// Visits every table and row that a plan has: its section, its path, and the row.
fn each_place(
    document: &Document,
    mut visit: impl FnMut(&'static Section, &Path, Option<Row<'_>>),
) {
    for section in catalogue::sections() {
        let base = Path::parse(section.path);
        match section.shape {
            Shape::Table => visit(section, &base, None),
            Shape::Rows => {
                for (name, row) in document.each_row(&base) {
                    visit(section, &base.join(name), Some(row));
                }
            }
        }
    }
}

impl App {
    /// A list of everything: commands, fields, rows, findings, terms.
    pub fn palette(&mut self) {
        self.look();
        let lang = self.desk.lang;
        let mut items: Vec<Item> = COMMANDS
            .iter()
            .filter(|command| command.is_available(self))
            .map(|command| {
                let key = command.key_label(lang).unwrap_or_default();
                Item::new(command.label.get(lang), key, Pick::Command(command))
            })
            .collect();
        if let Some(session) = self
            .desk
            .session
            .as_ref()
            .filter(|_| self.place != Place::Plans)
        {
            items.extend(catalogue::sections().map(|section| {
                place(
                    section.label.get(lang),
                    section.path,
                    &Path::parse(section.path),
                )
            }));
            items.extend(places(&session.document, lang));
            for finding in session.report.open() {
                let detail = format!("{} {}", finding.rule.code, finding.path);
                items.push(place(
                    &finding.message(lang),
                    &detail,
                    &Path::parse(&finding.path),
                ));
            }
        }
        for term in glossary::TERMS {
            let other = term.name.get(lang.other());
            items.push(Item::new(term.name.get(lang), other, Pick::Term(term.id)));
        }
        let title = Text::new("Anything", "查找一切").get(lang);
        self.pick(Picker::new(title, items));
    }

    /// Asks for a text to look for in the plan.
    pub fn search(&mut self) {
        if self.desk.session.is_none() || self.place == Place::Plans {
            self.plans.search();
            return;
        }
        let lang = self.desk.lang;
        let title = Text::new("Search the plan", "搜索计划").get(lang);
        let hint = Text::new(
            "Any words that stand in the plan.",
            "计划中出现过的任何文字。",
        );
        self.show(Dialog::prompt(title, hint.get(lang), "", Purpose::Search));
    }

    pub(super) fn search_for(&mut self, wanted: &str) {
        let Some(session) = &self.desk.session else {
            return;
        };
        let lower = wanted.to_lowercase();
        if lower.is_empty() {
            return;
        }
        let document = &session.document;
        let mut items = Vec::new();
        each_place(document, |section, path, row| {
            for field in section.fields {
                let path = path.join(field.key);
                let value = match row {
                    Some(row) => row.get(field.key),
                    None => document.get(&path),
                };
                let text = value.map(|value| value.plain()).unwrap_or_default();
                if text.to_lowercase().contains(&lower) {
                    items.push(place(&around(&text, &lower), &path.to_string(), &path));
                }
            }
        });
        if items.is_empty() {
            let text = Text::new("“{0}” does not stand in this plan.", "计划中没有“{0}”。");
            self.desk.say(text, &[wanted]);
            return;
        }
        let title = Text::new("{0} places with “{1}”", "{0}处含“{1}”");
        let title = title.fill(
            self.desk.lang,
            &[items.len().to_string(), wanted.to_owned()],
        );
        self.pick(Picker::new(title, items));
    }
}

fn place(label: &str, detail: &str, path: &Path) -> Item {
    Item::new(label, detail, Pick::Place(path.to_string()))
}

/// The rows of a plan, and its fields with what stands in them.
fn places(document: &Document, lang: Lang) -> Vec<Item> {
    let rows: usize = catalogue::sections()
        .map(|section| document.count(&Path::parse(section.path)))
        .sum();
    let mut items = Vec::new();
    each_place(document, |section, path, row| {
        let label = section.label.get(lang);
        let caption = row.and_then(|row| row.caption(section.caption));
        let name = path.names().last().map_or("", String::as_str);
        if row.is_some() {
            items.push(place(
                caption.as_deref().unwrap_or(name),
                &format!("{label} · {name}"),
                path,
            ));
        }
        if row.is_none() || rows <= ROWS {
            let of = if row.is_some() { name } else { label };
            let shown = |field: &&Field| row.is_none_or(|row| field.core || row.holds(field.key));
            items.extend(section.fields.iter().filter(shown).map(|field| {
                let detail = format!("{of} · {}", section.path);
                place(field.label.get(lang), &detail, &path.join(field.key))
            }));
        }
    });
    items
}

/// The part of a text around the words looked for, on one line.
fn around(text: &str, lower: &str) -> String {
    let line = text.replace('\n', " ");
    // Case changes may move bytes: then the text is shown from its beginning.
    let Some(at) = line
        .to_lowercase()
        .find(lower)
        .filter(|at| line.is_char_boundary(*at))
    else {
        return line;
    };
    let before = line[..at].chars().rev().take(16).collect::<Vec<_>>();
    let lead: String = before.iter().rev().collect();
    let cut = if lead.len() < at { "…" } else { "" };
    format!("{cut}{lead}{}", &line[at..])
}
