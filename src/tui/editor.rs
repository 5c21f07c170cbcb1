//! The editor of one field: typed text on one side, the value in the file on the other.

use jiff::civil::Date;

use super::session::Session;
use super::text_field::{Change, TextField};
use crate::catalogue::{Field, Kind, Section};
use crate::plan::entry::{self, Expected};
use crate::plan::{Edit, Literal, Path};
use crate::words::{Lang, date, number};

/// A field being edited. The plan's text changes with every key; the editor keeps only what is
/// typed, so that "12." or a half-written date can stand until it makes sense.
#[derive(Debug)]
pub struct Editor {
    /// Where the field is.
    pub path: Path,
    /// The section of the field.
    pub section: &'static Section,
    /// The field.
    pub field: &'static Field,
    /// The text being typed.
    pub text: TextField,
    /// What the field takes, when the typed text is something else.
    pub expected: Option<Expected>,
}

impl Editor {
    /// An editor of a field as it stands in the plan.
    pub fn new(
        session: &Session,
        section: &'static Section,
        field: &'static Field,
        path: Path,
    ) -> Editor {
        let entry = shown(session, &path, field.kind);
        let text = TextField::new(&entry, is_multi(field.kind));
        Editor {
            path,
            section,
            field,
            text,
            expected: None,
        }
    }

    /// Takes what stands in the plan now, after undo or a change outside.
    pub fn refresh(&mut self, session: &Session) {
        let entry = shown(session, &self.path, self.field.kind);
        if entry != self.text.text() {
            self.text.set_text(&entry);
        }
        self.expected = None;
    }

    /// Writes what is typed into the plan. A text that is no value of the field's kind is written
    /// as text, so that nothing typed is ever lost; a finding says what the field takes.
    ///
    /// # Errors
    /// When the plan cannot be edited; the sentence says why.
    pub fn commit(
        &mut self,
        session: &mut Session,
        lang: Lang,
        today: Option<Date>,
    ) -> Result<(), String> {
        let typed = self.text.text().to_owned();
        let place = self.path.to_string();
        self.expected = None;
        if self.field.kind == Kind::Slug {
            return Ok(());
        }
        if typed.trim().is_empty() {
            return session.edit(cleared(session, &self.path), &place, Some(&place), lang);
        }
        let literal =
            entry::to_literal(self.field.kind, &typed, lang, today).unwrap_or_else(|expected| {
                self.expected = Some(expected);
                as_text(self.field.kind, &typed)
            });
        let edit = write(session, &self.path, &literal);
        session.edit(edit, &place, Some(&place), lang)
    }

    /// What the typed text means, where that is not plain from it: a date, a number with 万.
    pub fn reading(&self, lang: Lang, today: Option<Date>) -> Option<String> {
        let typed = self.text.text().trim();
        let meaning = match self.field.kind {
            Kind::Date => date::show(date::parse(typed, today)?, lang),
            Kind::Percent => {
                let shown = number::show_percent(number::parse_percent(typed)?);
                number::written_percent(&shown, lang).into_owned()
            }
            Kind::Money | Kind::Count | Kind::Number => number::show(number::parse(typed)?),
            _ => return None,
        };
        (meaning != typed).then_some(meaning)
    }

    /// Puts a value in and writes it.
    ///
    /// # Errors
    /// As [`Editor::commit`].
    pub fn put(
        &mut self,
        text: &str,
        session: &mut Session,
        lang: Lang,
        today: Option<Date>,
    ) -> Result<(), String> {
        session.pause();
        self.text.set_text(text);
        let done = self.commit(session, lang, today);
        session.pause();
        done
    }

    /// What a key did, if the text had a use for it.
    pub fn key(&mut self, key: &super::input::Key) -> Change {
        self.text.handle(key)
    }
}

/// Whether the kind is typed into a text of several lines.
pub const fn is_multi(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Lines | Kind::Scores(_))
}

/// Whether the kind is picked from a list.
pub const fn is_picked(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Choice(_) | Kind::Choices(_) | Kind::Ref(_) | Kind::Refs(_)
    )
}

/// A field's value as its editor shows it; a list has one item a line.
pub fn shown(session: &Session, path: &Path, kind: Kind) -> String {
    let entry = entry::entry_at(&session.document, path, kind).unwrap_or_default();
    match kind {
        Kind::Lines | Kind::Scores(_) if !entry.contains('\n') => entry.replace("; ", "\n"),
        Kind::Lines => entry.trim_end().to_owned(),
        _ => entry,
    }
}

/// The typed text itself, for a field of another kind.
fn as_text(kind: Kind, typed: &str) -> Literal {
    if kind.is_list() {
        let items = typed
            .split(['\n', ';', '；'])
            .map(str::trim)
            .filter(|item| !item.is_empty());
        Literal::List(items.map(str::to_owned).collect())
    } else {
        Literal::Line(typed.trim().to_owned())
    }
}

/// The edit that writes a value; a table of scores is written anew.
fn write(
    session: &Session,
    path: &Path,
    literal: &Literal,
) -> Result<Edit, crate::plan::EditError> {
    let document = &session.document;
    if document.get(path).is_none() && document.has(path) {
        // Scores are a table: it goes, and the new one comes, in one step.
        let gone = document.remove(path)?;
        let without = crate::plan::Document::parse(gone.applied(document.text()));
        let come = without.set(path, literal)?;
        return Ok(Edit::between(
            document.text(),
            &come.applied(without.text()),
        ));
    }
    document.set(path, literal)
}

/// The edit that empties a field: its line goes, unless a comment stands with it.
fn cleared(session: &Session, path: &Path) -> Result<Edit, crate::plan::EditError> {
    let document = &session.document;
    if !document.has(path) {
        return Ok(Edit::default());
    }
    if document.has_comment(path) {
        return document.set(path, &Literal::Line(String::new()));
    }
    document.remove(path)
}
