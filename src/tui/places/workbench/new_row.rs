//! New rows: what they are named by, and the id made of it.

use super::Workbench;
use crate::catalogue::{Section, Shape};
use crate::plan::{Path, rows};
use crate::tui::desk::Desk;
use crate::tui::dialog::{Dialog, Purpose};
use crate::tui::places::Reply;
use crate::words::Text;

impl Workbench {
    /// Asks what names the new row of the chosen list.
    pub fn add_row(&mut self, desk: &mut Desk) -> Reply {
        let Some(section) = self.section() else {
            return Reply::Done;
        };
        if section.shape != Shape::Rows {
            desk.say(
                Text::new(
                    "“{0}” has no rows: fill in its fields.",
                    "“{0}”没有条目，直接填写字段即可。",
                ),
                &[section.label.get(desk.lang)],
            );
            return Reply::Done;
        }
        let lang = desk.lang;
        let field = section.caption.iter().find_map(|key| section.field(key));
        let (title, hint) = match field {
            Some(field) => (
                Text::new("{0}: {1}", "{0}：{1}")
                    .fill(lang, &[section.label.get(lang), field.label.get(lang)]),
                Text::new("{0} For example: {1}", "{0}例如：{1}")
                    .fill(lang, &[field.help.get(lang), field.good.get(lang)]),
            ),
            None => (
                section.label.get(lang).to_owned(),
                section.help.get(lang).to_owned(),
            ),
        };
        Reply::Show(Dialog::prompt(title, hint, "", Purpose::AddRow(section)))
    }

    /// Adds the row after the chosen one and goes into it.
    pub fn add_named(&mut self, section: &'static Section, name: &str, desk: &mut Desk) {
        let Some(session) = &mut desk.session else {
            return;
        };
        let at = match self.entry() {
            Some(entry) if entry.section.path == section.path => {
                entry.nth.map_or(usize::MAX, |nth| nth + 1)
            }
            _ => usize::MAX,
        };
        match new_row(session, section, name, at, desk.lang) {
            Ok(id) => {
                let path = Path::parse(section.path).join(id).to_string();
                self.go(&path, desk);
                // The field that names the row is filled: the next one is to be written.
                if self
                    .editor
                    .as_ref()
                    .is_some_and(|editor| !editor.text.text().is_empty())
                {
                    self.step_field(true, desk);
                }
            }
            Err(why) => desk.complain(why),
        }
    }
}

/// Adds a row whose caption is a text and whose id is made of it; returns the id.
pub(super) fn new_row(
    session: &mut crate::tui::session::Session,
    section: &'static Section,
    name: &str,
    at: usize,
    lang: crate::words::Lang,
) -> Result<String, String> {
    let list = Path::parse(section.path);
    let fallback = section
        .path
        .rsplit('.')
        .next()
        .unwrap_or("row")
        .replace('_', "-");
    let id = session
        .document
        .free_id(&list, &rows::id_from(name, &fallback));
    let field = section.caption.iter().find_map(|key| section.field(key));
    let literal = field.filter(|_| !name.is_empty()).and_then(|field| {
        let literal = crate::plan::entry::to_literal(field.kind, name, lang, None).ok()?;
        Some((field.key, literal))
    });
    let fields: Vec<_> = literal.into_iter().collect();
    let has_id = section.field("id").is_some();
    let edit = session
        .document
        .add_row(&list, at, has_id.then_some(&*id), &fields);
    let place = list.join(id.as_str()).to_string();
    session.pause();
    session.edit(edit, &place, None, lang)?;
    Ok(if has_id {
        id
    } else {
        session.document.count(&list).to_string()
    })
}
