//! One change between two plans.

use indexmap::IndexMap;

use super::pieces::{Piece, pieces};
use super::value::{Value, flowing};
use crate::catalogue::{Field, Kind, Section, Step};
use crate::words::{Lang, Text};

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// It is new: a row, or a field that was empty.
    Added,
    /// It is gone: a row, or a field that is empty now.
    Dropped,
    /// A field says something else.
    Changed,
    /// A row has another id; references that follow it are no change of their own.
    Renamed,
    /// A row stands at another place of its list, which changes nothing that is said.
    Moved,
}

impl ChangeKind {
    /// The word in output for programs.
    pub const fn key(self) -> &'static str {
        match self {
            ChangeKind::Added => "added",
            ChangeKind::Dropped => "dropped",
            ChangeKind::Changed => "changed",
            ChangeKind::Renamed => "renamed",
            ChangeKind::Moved => "moved",
        }
    }

    /// The word on screen.
    pub const fn label(self) -> Text {
        match self {
            ChangeKind::Added => Text::new("added", "新增"),
            ChangeKind::Dropped => Text::new("dropped", "删去"),
            ChangeKind::Changed => Text::new("changed", "改动"),
            ChangeKind::Renamed => Text::new("renamed", "改编号"),
            ChangeKind::Moved => Text::new("moved", "移位"),
        }
    }

    /// The sign that stands before it.
    pub const fn mark(self) -> &'static str {
        match self {
            ChangeKind::Added => "+",
            ChangeKind::Dropped => "-",
            ChangeKind::Changed => "~",
            ChangeKind::Renamed => "=",
            ChangeKind::Moved => "^",
        }
    }
}

/// What a row is called, before and after: the same twice where only one plan has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name in paths of the old plan: the id, or the position from 1.
    pub old: String,
    /// Its name in paths of the new plan.
    pub new: String,
    /// What people call it, in the new plan where it is there.
    pub caption: String,
}

/// Something that differs between two plans.
#[derive(Debug, Clone)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// Where: a path of the new plan, or of the old one for what is dropped.
    pub path: String,
    /// The table or list that it belongs to; none for keys that the catalogue does not know.
    pub section: Option<&'static Section>,
    /// The field, where it is one that the catalogue knows.
    pub field: Option<&'static Field>,
    /// The row, where it is one or stands in one.
    pub row: Option<Named>,
    /// What stood there; the whole of a dropped row, the id of a renamed one.
    pub before: Option<Value>,
    /// What stands there now.
    pub after: Option<Value>,
    /// The reason that the row gives for it, where the catalogue has a field for one.
    pub reason: Option<Reason>,
}

/// The reason that a row gives for one of its values.
#[derive(Debug, Clone)]
pub struct Reason {
    /// What it says.
    pub text: Value,
    /// Whether it changed along with the value: one that did not may speak for what was.
    pub is_new: bool,
}

/// A decision whose row has a field for its reason.
struct Reasoned {
    section: &'static str,
    field: &'static str,
    reason: &'static str,
    /// Whether a reason that stayed as it was is told as well.
    always: bool,
}

const REASONED: &[Reasoned] = &[
    Reasoned {
        section: "targeting.segments",
        field: "decision",
        reason: "reason",
        always: true,
    },
    // A price often moves within the reason that it has.
    Reasoned {
        section: "mix.products",
        field: "price",
        reason: "price_reason",
        always: false,
    },
];

/// The reason that a table gives for the value of one of its fields.
pub(super) fn reason(
    section: Option<&Section>,
    field: &str,
    before: &IndexMap<String, Value>,
    after: &IndexMap<String, Value>,
) -> Option<Reason> {
    let path = section?.path;
    let found = REASONED
        .iter()
        .find(|it| it.section == path && it.field == field)?;
    let text = after.get(found.reason)?.clone();
    let was = before.get(found.reason);
    let is_new = !was.is_some_and(|was| was.says_what(&text));
    (found.always || is_new).then_some(Reason { text, is_new })
}

impl Change {
    /// Whether it changes what the plan says, as all do but rows that moved.
    pub fn is_content(&self) -> bool {
        self.kind != ChangeKind::Moved
    }

    /// Whether it is about a whole row.
    pub fn is_row(&self) -> bool {
        self.row.is_some() && (self.field.is_none() && self.is_whole())
    }

    fn is_whole(&self) -> bool {
        let table = |value: &Option<Value>| matches!(value, Some(Value::Table(_)));
        match self.kind {
            ChangeKind::Added => table(&self.after) && self.is_at_row(),
            ChangeKind::Dropped => table(&self.before) && self.is_at_row(),
            ChangeKind::Changed => false,
            ChangeKind::Renamed | ChangeKind::Moved => true,
        }
    }

    /// Whether the path ends with the name of the row.
    fn is_at_row(&self) -> bool {
        let depth = |path: &str| crate::plan::Path::parse(path).names().len();
        let section = self.section.map_or(0, |section| depth(section.path));
        depth(&self.path) == section + 1
    }

    /// The step whose work it belongs to.
    pub fn step(&self) -> Step {
        self.section.map_or(Step::Plan, |section| section.step)
    }

    /// What it is about: the name of the field, of the kind of row, or the key as it is written.
    pub fn label(&self, lang: Lang) -> String {
        match (self.field, self.section) {
            (Some(field), _) => field.label.get(lang).to_owned(),
            (None, Some(section)) if self.is_row() => section.row.get(lang).to_owned(),
            _ => {
                let path = crate::plan::Path::parse(&self.path);
                path.names().last().cloned().unwrap_or_default()
            }
        }
    }

    /// Whether it is a change of a text that is read, not looked up.
    pub fn is_prose(&self) -> bool {
        let line = matches!(
            self.field.map(|field| field.kind),
            Some(Kind::Line | Kind::Text)
        );
        let text = |value: &Option<Value>| matches!(value, Some(Value::Text(_)));
        (line || self.field.is_none()) && text(&self.before) && text(&self.after) && !self.is_row()
    }

    /// Of a text, the words that differ, among those that stayed; empty for anything else.
    pub fn pieces(&self) -> Vec<Piece> {
        match (&self.before, &self.after) {
            (Some(Value::Text(before)), Some(Value::Text(after))) => {
                pieces(&flowing(before), &flowing(after))
            }
            _ => Vec::new(),
        }
    }
}
