//! A plan as one request sees it.

use std::ops::Range;

use gen_lsp_types::{Location, MarkupContent, MarkupKind, TextEdit, WorkspaceEdit};

use super::open::Open;
use super::place::Lines;
use super::server::Server;
use crate::catalogue::{Field, Section, section};
use crate::checks::{self, Report};
use crate::plan::{Document, Edit, Path, Scalar, place_of};
use crate::settings::{Project, Trouble};
use crate::words::{Lang, Text};

/// An open plan with its lines.
pub(super) struct Page<'s> {
    pub server: &'s Server,
    pub open: &'s Open,
    pub lines: Lines<'s>,
    pub lang: Lang,
}

impl<'s> Page<'s> {
    pub fn new(server: &'s Server, open: &'s Open) -> Page<'s> {
        Page {
            server,
            open,
            lines: Lines::of(&open.text, server.encoding),
            lang: server.lang,
        }
    }

    pub fn text(&self) -> &'s str {
        &self.open.text
    }

    pub fn document(&self) -> Document {
        Document::parse(self.text())
    }

    pub fn say(&self, text: Text, args: &[&str]) -> String {
        text.fill(self.lang, args)
    }

    /// What the project sets; a plan that is not saved anywhere goes by the folder that is open.
    pub fn project(&self) -> Result<Project, Trouble> {
        let path = self.open.path();
        let folder = path.as_deref().and_then(std::path::Path::parent);
        let mut project = match folder.or(self.server.root.as_deref()) {
            Some(folder) => Project::of(folder, self.server.today)?,
            None => Project::default(),
        };
        project.checks.today = self.server.today;
        Ok(project)
    }

    /// What is found, as `farsight check` would find it: settings and baseline hold.
    pub fn report(&self) -> Result<Report, Trouble> {
        let project = self.project()?;
        let mut report = checks::check_text_with(self.text(), &project.checks);
        if let Some((file, path)) = project.baseline.as_deref().zip(self.open.path())
            && let Some(baseline) = project.known()?
        {
            let name = crate::store::name_from(&path, file);
            baseline.mark(&name, self.text(), &mut report);
        }
        Ok(report)
    }

    pub fn location(&self, bytes: Range<usize>) -> Location {
        Location::new(self.open.uri.clone(), self.lines.range(bytes))
    }

    /// An edit of this plan in the protocol's words.
    pub fn edit(&self, edit: &Edit) -> WorkspaceEdit {
        let splices = edit.splices().iter();
        let edits = splices
            .map(|splice| TextEdit::new(self.lines.range(splice.range.clone()), splice.new.clone()))
            .collect();
        WorkspaceEdit {
            changes: Some([(self.open.uri.clone(), edits)].into()),
            ..WorkspaceEdit::default()
        }
    }
}

/// What people call the row at a path, where it says something of itself.
pub(super) fn caption(document: &Document, row: &Path) -> Option<String> {
    let (section, None) = place_of(row)? else {
        return None;
    };
    let value = |key: &&str| document.get(&row.join(*key)).filter(Scalar::is_filled);
    let caption = section.caption.iter().find_map(value)?.plain();
    Some(first_line(&caption))
}

/// The first line of a text.
pub(super) fn first_line(text: &str) -> String {
    text.trim().lines().next().unwrap_or_default().to_owned()
}

/// The rows that a reference of a field may mean.
pub(super) fn rows_of(document: &Document, field: &Field, id: &str) -> Vec<Path> {
    let lists = field.kind.targets().iter();
    let rows = lists.map(|list| Path::parse(list).join(id));
    rows.filter(|row| document.has(row)).collect()
}

/// The section at a table or row.
pub(super) fn section_of(table: &Path) -> Option<&'static Section> {
    match place_of(table) {
        Some((section, None)) => Some(section),
        _ => section(&table.to_string()),
    }
}

/// Markdown for the client.
pub(super) fn markdown(value: String) -> MarkupContent {
    MarkupContent::new(MarkupKind::Markdown, value)
}

/// A text of the plan that Markdown cannot misread.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
