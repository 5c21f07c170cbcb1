//! Taking one change back: the new plan says again there what the old one said.

use super::change::{Change, ChangeKind};
use super::diff::Diff;
use super::merge::{Options, merge};
use super::value::Value;
use crate::catalogue::Kind;
use crate::plan::{Content, Document, Edit, EditError, Literal, Path};
use crate::words::Text;

/// Why a change cannot be taken back by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stuck {
    /// The plan does not take the edit.
    Edit(EditError),
    /// It is written in a way that cannot be told from what stands around it.
    Tangled,
}

impl Stuck {
    /// What happened, for a person.
    pub fn message(&self) -> (Text, Vec<String>) {
        match self {
            Stuck::Edit(error) => error.message(),
            Stuck::Tangled => (
                Text::new(
                    "This change cannot be taken back by itself. Enter goes there.",
                    "这处改动无法单独还原。按回车转到那里。",
                ),
                Vec::new(),
            ),
        }
    }
}

impl From<EditError> for Stuck {
    fn from(error: EditError) -> Stuck {
        Stuck::Edit(error)
    }
}

/// The edit of the new plan that takes a change back; what else changed stays.
///
/// A value comes back as it was written in the old plan, a row with its comments and at its place.
///
/// # Errors
/// When the new plan is broken, or the change cannot be told from others.
pub fn take_back(
    change: &Change,
    diff: &Diff,
    old: &Document,
    new: &Document,
) -> Result<Edit, Stuck> {
    let (there, here) = paths(change);
    let edit = match change.kind {
        ChangeKind::Added => new.remove(&here)?,
        ChangeKind::Renamed => {
            let id = change.row.as_ref().map_or("", |row| row.old.as_str());
            new.rename_row(&here, id)?
        }
        ChangeKind::Moved => move_back(change, diff, old, new)?,
        ChangeKind::Dropped if change.is_row() => restored(&there, None, old, new)?,
        ChangeKind::Changed | ChangeKind::Dropped => match literal(change, &there, old) {
            Some(value) => match new.set(&here, &value) {
                Err(EditError::NotAValue(_)) => restored(&there, Some(&here), old, new)?,
                edit => edit?,
            },
            None => restored(&there, Some(&here), old, new)?,
        },
    };
    let after = Document::parse(edit.applied(new.text()));
    if edit.is_empty() || after.broken().is_some() {
        return Err(Stuck::Tangled);
    }
    Ok(edit)
}

/// Where something stood in the old plan, and where it stands in the new one.
fn paths(change: &Change) -> (Path, Path) {
    let path = Path::parse(&change.path);
    let (Some(row), Some(section)) = (&change.row, change.section) else {
        return (path.clone(), path);
    };
    let list = Path::parse(section.path);
    let key = path.names().get(list.names().len() + 1);
    let of = |name: &String| {
        let row = list.join(name);
        key.map_or_else(|| row.clone(), |key| row.join(key))
    };
    (of(&row.old), of(&row.new))
}

/// The old value as it was written, unless an id in it has another name now.
fn literal(change: &Change, there: &Path, old: &Document) -> Option<Literal> {
    let scalar = old.get(there)?;
    let before = change.before.as_ref()?;
    if Value::of(Content::Value(scalar)) == *before {
        return old.source(there).map(Literal::Bare);
    }
    let text = |value: &Value| value.as_text().map(str::to_owned);
    match before {
        Value::Text(it) => Some(match change.field.map(|field| field.kind) {
            Some(Kind::Text) => Literal::Prose(it.clone()),
            _ => Literal::Line(it.clone()),
        }),
        Value::List(items) => Some(Literal::List(
            items.iter().map(text).collect::<Option<_>>()?,
        )),
        _ => None,
    }
}

/// Puts back what the old plan has, with its comments and at its place: merged into the new plan
/// as if somebody had just added it to an old one without it.
fn restored(
    there: &Path,
    here: Option<&Path>,
    old: &Document,
    new: &Document,
) -> Result<Edit, Stuck> {
    let base = old.remove(there)?.applied(old.text());
    let ours = match here.filter(|here| new.has(here)) {
        Some(here) => new.remove(here)?.applied(new.text()),
        None => new.text().to_owned(),
    };
    let merged = merge(&base, &ours, old.text(), &Options::default());
    if merged.plain.is_some() || !merged.conflicts.is_empty() {
        return Err(Stuck::Tangled);
    }
    Ok(Edit::between(new.text(), &merged.text))
}

/// Puts a row behind the one that it followed, or to the top.
fn move_back(change: &Change, diff: &Diff, old: &Document, new: &Document) -> Result<Edit, Stuck> {
    let (Some(row), Some(section)) = (&change.row, change.section) else {
        return Err(Stuck::Tangled);
    };
    let list = Path::parse(section.path);
    let (before, after) = (old.rows(&list), new.rows(&list));
    let place = |name: &String| {
        let renamed = |it: &&super::diff::Rename| it.list == section.path && it.old == *name;
        let name = (diff.renames.iter().find(renamed)).map_or(name, |it| &it.new);
        after.iter().position(|it| it == name)
    };
    let from = place(&row.old).ok_or(Stuck::Tangled)?;
    let followed = before.iter().take_while(|name| **name != row.old);
    let last = followed.filter_map(place).last();
    let to = match last {
        Some(last) if last < from => last + 1,
        Some(last) => last,
        None => 0,
    };
    Ok(new.move_row(&list.join(&row.new), to)?)
}

#[cfg(test)]
mod tests {
    use super::super::diff::diff;
    use super::*;

    const OLD: &str = "farsight = 1\n[plan]\ntitle = 'Tea house' # as on the sign\n\
        [[targeting.segments]]\nid = \"nurses\"\nsize = 1_200\n\n# They wait at the depot.\n\
        [[targeting.segments]]\nid = \"司机\"\nname = \"公交司机\"\n\n\
        [[targeting.segments]]\nid = \"students\"\nsize = 80\n";

    /// The new text after the change with this sign and path was taken back.
    fn back(new: &str, sign: &str) -> String {
        let changes = diff(OLD, new);
        let told = |change: &&Change| format!("{} {}", change.kind.mark(), change.path) == sign;
        let change = changes.changes.iter().find(told).expect(sign);
        let (old, new) = (Document::parse(OLD), Document::parse(new));
        let edit = take_back(change, &changes, &old, &new).expect(sign);
        edit.applied(new.text())
    }

    #[test]
    fn a_value_comes_back_as_it_was_written() {
        let new = OLD
            .replace("'Tea house'", "\"茶馆\"")
            .replace("1_200", "900");
        let mended = back(&new, "~ plan.title");
        assert!(mended.contains("'Tea house' # as on the sign") && mended.contains("900"));
        assert_eq!(back(&mended, "~ targeting.segments.nurses.size"), OLD);
        let new = OLD.replace("name = \"公交司机\"\n", "");
        assert_eq!(back(&new, "- targeting.segments.司机.name"), OLD);
    }

    #[test]
    fn a_row_comes_back_with_its_comment_and_goes_without_a_trace() {
        let gone = "# They wait at the depot.\n[[targeting.segments]]\nid = \"司机\"\nname = \"公交司机\"\n\n";
        let new = OLD.replace(gone, "");
        assert_eq!(back(&new, "- targeting.segments.司机"), OLD);
        let new = format!("{OLD}\n[[targeting.segments]]\nid = \"new\"\nname = \"新客\"\n");
        assert_eq!(back(&new, "+ targeting.segments.new"), OLD);
    }

    #[test]
    fn a_new_id_goes_back_and_so_do_the_references() {
        let old = format!("{OLD}[[value.propositions]]\nid = \"quiet\"\nsegment = \"司机\"\n");
        let new = old.replace("\"司机\"", "\"drivers\"");
        let changes = diff(&old, &new);
        let (before, after) = (Document::parse(old.as_str()), Document::parse(new.as_str()));
        let edit = take_back(&changes.changes[0], &changes, &before, &after).unwrap();
        assert_eq!(edit.applied(&new), old);
    }
}
