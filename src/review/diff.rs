//! Every change between two plans.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::change::{Change, ChangeKind, Named, reason};
use super::outline::{Outline, Row};
use super::rows::{Pairing, pair};
use super::value::Value;
use crate::catalogue::{self, Field, Kind, Section, Shape};
use crate::plan::Path;

/// What differs between two plans.
#[derive(Debug, Clone, Default)]
pub struct Diff {
    /// The changes in the order of the catalogue, rows in the order of the new plan; moved rows
    /// among them.
    pub changes: Vec<Change>,
    /// The rows that have another id now.
    pub renames: Vec<Rename>,
    /// The rows that paths call otherwise now: the renamed ones, and those that go by their
    /// place in the list and stand at another, or have their first id.
    pub names: Vec<Rename>,
}

/// A row that has another name now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The path of its list.
    pub list: &'static str,
    /// The name that it had.
    pub old: String,
    /// The name that it has.
    pub new: String,
}

impl Diff {
    /// The changes of what the plan says: all but moved rows.
    pub fn content(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.is_content())
    }

    /// Whether both plans say the same.
    pub fn is_empty(&self) -> bool {
        self.content().next().is_none()
    }

    /// How many rows stand at another place of their list, though they say the same.
    pub fn moved(&self) -> usize {
        self.changes.len() - self.content().count()
    }

    /// A path of the old plan as the new one spells it: rows with another name are followed.
    pub fn follow<'p>(&self, path: &'p str) -> Cow<'p, str> {
        Followed::new(&self.names).path(path)
    }
}

/// What differs between the texts of two plans.
pub fn diff(old: &str, new: &str) -> Diff {
    diff_outlines(&Outline::read(old), &Outline::read(new))
}

/// What differs between two plans whose outlines are read already.
pub fn diff_outlines(old: &Outline, new: &Outline) -> Diff {
    let lists = || catalogue::sections().filter(|it| it.shape == Shape::Rows);
    let paired: HashMap<&str, Pairing> = lists()
        .map(|list| {
            (
                list.path,
                pair(list, old.rows(list.path), new.rows(list.path)),
            )
        })
        .collect();
    let (mut renames, mut names) = (Vec::new(), Vec::new());
    for list in lists() {
        let pairs = paired.get(list.path).map_or(&[][..], |it| &it.pairs);
        let pairs = both(list.path, pairs, old, new);
        for (before, after) in pairs.filter(|(before, after)| before.name != after.name) {
            let rename = Rename {
                list: list.path,
                old: before.name.clone(),
                new: after.name.clone(),
            };
            if before.id.is_some() && after.id.is_some() {
                renames.push(rename.clone());
            }
            names.push(rename);
        }
    }
    let mut walk = Walk {
        followed: Followed::new(&renames),
        changes: Vec::new(),
    };
    for section in catalogue::sections() {
        match section.shape {
            Shape::Table => walk.table(Some(section), section.path, old, new),
            Shape::Rows => {
                let nothing = Pairing::default();
                let pairing = paired.get(section.path).unwrap_or(&nothing);
                walk.list(section, pairing, old, new);
            }
        }
    }
    // What stands outside of every section of the catalogue.
    let known = |path: &str| catalogue::section(path).is_some();
    let paths: Vec<&String> = old.tables.keys().collect();
    let others = new
        .tables
        .keys()
        .filter(|path| !old.tables.contains_key(*path));
    for path in paths.into_iter().chain(others).filter(|path| !known(path)) {
        walk.table(None, path, old, new);
    }
    let changes = walk.changes;
    Diff {
        changes,
        renames,
        names,
    }
}

fn both<'o>(
    list: &str,
    pairs: &'o [(usize, usize)],
    old: &'o Outline,
    new: &'o Outline,
) -> impl Iterator<Item = (&'o Row, &'o Row)> {
    let (old, new) = (old.rows(list), new.rows(list));
    pairs
        .iter()
        .filter_map(|(before, after)| Some((old.get(*before)?, new.get(*after)?)))
}

/// The pass over two plans.
struct Walk<'r> {
    followed: Followed<'r>,
    changes: Vec<Change>,
}

impl Walk<'_> {
    fn table(
        &mut self,
        section: Option<&'static Section>,
        path: &str,
        old: &Outline,
        new: &Outline,
    ) {
        let nothing = IndexMap::new();
        let before = old.tables.get(path).unwrap_or(&nothing);
        let after = new.tables.get(path).unwrap_or(&nothing);
        let path = Path::parse(path);
        self.fields(section, &path, &path, None, before, after);
    }

    fn list(&mut self, section: &'static Section, pairing: &Pairing, old: &Outline, new: &Outline) {
        let list = Path::parse(section.path);
        let (before, after) = (old.rows(section.path), new.rows(section.path));
        let mut partner: Vec<Option<usize>> = vec![None; after.len()];
        for (from, to) in &pairing.pairs {
            if let Some(slot) = partner.get_mut(*to) {
                *slot = Some(*from);
            }
        }
        let stayed = in_order(&pairing.pairs);
        for (at, row) in after.iter().enumerate() {
            let from = partner.get(at).copied().flatten();
            let Some(was) = from.and_then(|from| before.get(from)) else {
                self.row(section, &list, row, ChangeKind::Added);
                continue;
            };
            let named = Named {
                old: was.name.clone(),
                new: row.name.clone(),
                caption: row.caption.clone(),
            };
            let (there, here) = (list.join(&was.name), list.join(&row.name));
            self.id(section, &here, &named, was, row);
            let values = (&was.values, &row.values);
            self.fields(
                Some(section),
                &there,
                &here,
                Some(&named),
                values.0,
                values.1,
            );
            if !stayed.contains(&at) {
                self.changes.push(Change {
                    kind: ChangeKind::Moved,
                    path: here.to_string(),
                    section: Some(section),
                    field: None,
                    row: Some(named),
                    before: from.map(|from| Value::Number((from + 1).into())),
                    after: Some(Value::Number((at + 1).into())),
                    reason: None,
                });
            }
        }
        for row in pairing.dropped.iter().filter_map(|at| before.get(*at)) {
            self.row(section, &list, row, ChangeKind::Dropped);
        }
    }

    /// A whole row that only one of the plans has.
    fn row(&mut self, section: &'static Section, list: &Path, row: &Row, kind: ChangeKind) {
        let whole = Some(Value::Table(row.values.clone()));
        let (before, after) = match kind {
            ChangeKind::Dropped => (whole, None),
            _ => (None, whole),
        };
        self.changes.push(Change {
            kind,
            path: list.join(&row.name).to_string(),
            section: Some(section),
            field: None,
            row: Some(Named {
                old: row.name.clone(),
                new: row.name.clone(),
                caption: row.caption.clone(),
            }),
            before,
            after,
            reason: None,
        });
    }

    /// The id of a row that both plans have.
    fn id(&mut self, section: &'static Section, at: &Path, named: &Named, was: &Row, row: &Row) {
        if was.id == row.id {
            return;
        }
        let renamed = was.id.is_some() && row.id.is_some();
        let text = |id: &Option<String>| id.clone().map(Value::Text);
        let kind = match (&was.id, &row.id) {
            _ if renamed => ChangeKind::Renamed,
            (None, _) => ChangeKind::Added,
            _ => ChangeKind::Dropped,
        };
        let path = if renamed { at.clone() } else { at.join("id") };
        self.changes.push(Change {
            kind,
            path: path.to_string(),
            section: Some(section),
            field: section.field("id").filter(|_| !renamed),
            row: Some(named.clone()),
            before: text(&was.id),
            after: text(&row.id),
            reason: None,
        });
    }

    /// The values of a table or row, in the order of the catalogue, then those that it does not
    /// know.
    fn fields(
        &mut self,
        section: Option<&'static Section>,
        there: &Path,
        here: &Path,
        row: Option<&Named>,
        before: &IndexMap<String, Value>,
        after: &IndexMap<String, Value>,
    ) {
        let fields = section.map_or(&[][..], |section| section.fields);
        let known = fields.iter().map(|field| (field.key, Some(field)));
        let is_known = |key: &str| fields.iter().any(|field| field.key == key);
        let more = after.keys().filter(|key| !before.contains_key(*key));
        let others = before.keys().chain(more).map(String::as_str);
        let others = others.filter(|key| !is_known(key)).map(|key| (key, None));
        for (key, field) in known.chain(others) {
            let (was, is) = (before.get(key), after.get(key));
            let kind = match (was, is) {
                (None, None) => continue,
                (None, Some(_)) => ChangeKind::Added,
                (Some(_), None) => ChangeKind::Dropped,
                (Some(was), Some(is)) => {
                    if was.says_what(is) || self.followed.value(section, field, was).says_what(is) {
                        continue;
                    }
                    ChangeKind::Changed
                }
            };
            let at = if kind == ChangeKind::Dropped {
                there
            } else {
                here
            };
            let was = was.map(|was| self.followed.value(section, field, was).into_owned());
            self.changes.push(Change {
                kind,
                path: at.join(key).to_string(),
                section,
                field,
                row: row.cloned(),
                before: was,
                after: is.cloned(),
                reason: reason(section, key, before, after),
            });
        }
    }
}

/// The places of the second list whose rows stand in the order of the first: the longest such run.
fn in_order(pairs: &[(usize, usize)]) -> HashSet<usize> {
    // The last pair of the best run of each length, and before it the pair that it follows.
    let mut ends: Vec<usize> = Vec::new();
    let mut follows: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let from = |at: usize| pairs.get(at).map_or(0, |pair| pair.0);
    for (at, (before, _)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| from(*end) < *before);
        follows.push(length.checked_sub(1).and_then(|it| ends.get(it).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut out = HashSet::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        out.extend(pairs.get(at).map(|pair| pair.1));
        next = follows.get(at).copied().flatten();
    }
    out
}

/// The ids of the old plan as the new one spells them.
struct Followed<'r> {
    ids: HashMap<(&'r str, &'r str), &'r str>,
}

impl<'r> Followed<'r> {
    fn new(renames: &'r [Rename]) -> Followed<'r> {
        let ids = renames
            .iter()
            .map(|it| ((it.list, it.old.as_str()), it.new.as_str()));
        Followed { ids: ids.collect() }
    }

    fn id(&self, lists: &[&str], id: &str) -> Option<&'r str> {
        lists
            .iter()
            .find_map(|list| self.ids.get(&(*list, id)).copied())
    }

    fn path<'p>(&self, path: &'p str) -> Cow<'p, str> {
        if self.ids.is_empty() {
            return Cow::Borrowed(path);
        }
        let names = Path::parse(path).names().to_vec();
        for depth in 1..names.len() {
            let list = names.get(..depth).unwrap_or_default().join(".");
            let id = names.get(depth).map_or("", String::as_str);
            if let Some(new) = self.id(&[&list], id) {
                let mut names = names;
                if let Some(name) = names.get_mut(depth) {
                    new.clone_into(name);
                }
                return Cow::Owned(Path::new(names).to_string());
            }
        }
        Cow::Borrowed(path)
    }

    /// A value of the old plan with the ids and paths in it followed.
    fn value<'v>(
        &self,
        section: Option<&Section>,
        field: Option<&Field>,
        value: &'v Value,
    ) -> Cow<'v, Value> {
        let (Some(section), Some(field)) = (section, field) else {
            return Cow::Borrowed(value);
        };
        let names_places = matches!(
            (section.path, field.key),
            ("plan", "unknown") | ("accept", "at")
        );
        if self.ids.is_empty() || (field.kind.targets().is_empty() && !names_places) {
            return Cow::Borrowed(value);
        }
        let lists = match field.kind {
            Kind::Ref(lists) | Kind::Refs(lists) | Kind::Scores(lists) => lists,
            _ => &[],
        };
        Cow::Owned(self.within(lists, value))
    }

    fn within(&self, lists: &[&str], value: &Value) -> Value {
        let text = |text: &str| {
            let id = self.id(lists, text).map(str::to_owned);
            id.unwrap_or_else(|| match lists {
                [] => self.path(text).into_owned(),
                _ => text.to_owned(),
            })
        };
        match value {
            Value::Text(it) => Value::Text(text(it)),
            Value::List(items) => {
                Value::List(items.iter().map(|it| self.within(lists, it)).collect())
            }
            Value::Table(table) => {
                let entries = table.iter().map(|(key, value)| (text(key), value.clone()));
                Value::Table(entries.collect())
            }
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "# A note.\nfarsight = 1\n[plan]\ntitle = \"Tea house\"\n\
        unknown = [\"targeting.segments.nurses.size\"]\n\
        [[targeting.segments]]\nid = \"nurses\"\nname = \"Night nurses\"\nsize = 1200\n\
        decision = \"target\"\n[[targeting.segments]]\nid = \"司机\"\nname = \"公交司机\"\n\
        [[value.propositions]]\nid = \"quiet\"\nsegment = \"nurses\"\nstatement = \"An hour of quiet\"\n";

    fn told(old: &str, new: &str) -> Vec<String> {
        let changes = diff(old, new).changes;
        changes
            .iter()
            .map(|change| format!("{} {}", change.kind.mark(), change.path))
            .collect()
    }

    #[test]
    fn each_change_is_told_once() {
        let new = OLD
            .replace("size = 1200", "size = 900\ngrowth = 0.1")
            .replace("decision = \"target\"\n", "")
            .replace(
                "id = \"司机\"\nname = \"公交司机\"",
                "id = \"学生\"\nname = \"住校学生\"",
            );
        assert_eq!(
            told(OLD, &new),
            [
                "~ targeting.segments.nurses.size",
                "+ targeting.segments.nurses.growth",
                "- targeting.segments.nurses.decision",
                "+ targeting.segments.学生",
                "- targeting.segments.司机",
            ]
        );
    }

    #[test]
    fn references_that_follow_a_new_id_are_no_change_of_their_own() {
        let new = OLD
            .replace("\"nurses\"", "\"night-nurses\"")
            .replace("nurses.size", "night-nurses.size");
        assert_eq!(told(OLD, &new), ["= targeting.segments.night-nurses"]);
        let diff = diff(OLD, &new);
        assert_eq!(
            diff.follow("targeting.segments.nurses.size"),
            "targeting.segments.night-nurses.size"
        );
        assert_eq!(diff.follow("plan.title"), "plan.title");
    }

    #[test]
    fn rows_without_an_id_keep_their_paths() {
        let row = |what: &str| format!("[[value.costs]]\nkind = \"effort\"\nwhat = \"{what}\"\n");
        let (call, walk, wait) = (row("One call"), row("走到村口"), row("Wait a week"));
        let old = format!("{call}{walk}");
        let found = diff(&old, &format!("{wait}{call}{walk}"));
        assert_eq!(found.follow("value.costs.1.what"), "value.costs.2.what");
        assert_eq!(found.follow("value.costs.2.what"), "value.costs.3.what");
        assert!(found.renames.is_empty());
        let named = old.replacen("kind", "id = \"call\"\nkind", 1);
        assert_eq!(told(&old, &named), ["+ value.costs.call.id"]);
        assert_eq!(
            diff(&old, &named).follow("value.costs.1.what"),
            "value.costs.call.what"
        );
    }

    #[test]
    fn a_decision_has_the_reason_that_stands_beside_it() {
        let with = |decision: &str, reason: &str| {
            format!(
                "[[targeting.segments]]\nid = \"s\"\ndecision = \"{decision}\"\nreason = \"{reason}\"\n"
            )
        };
        let (old, same) = (with("target", "有购买力"), with("no", "有购买力"));
        let reason = |new: &str| {
            let found = diff(&old, new).changes;
            let reason = found.into_iter().find_map(|change| change.reason);
            reason.map(|it| (it.text.as_text().unwrap_or_default().to_owned(), it.is_new))
        };
        assert_eq!(reason(&same), Some(("有购买力".into(), false)));
        let other = with("no", "no shop near");
        assert_eq!(reason(&other), Some(("no shop near".into(), true)));
        assert_eq!(reason(&with("no", "")), None);
    }

    #[test]
    fn order_comments_and_spelling_change_nothing_that_is_said() {
        let mut rows: Vec<&str> = OLD.split("[[").collect();
        rows.swap(1, 2);
        let new = rows
            .join("[[")
            .replace("# A note.", "# 另一条说明")
            .replace("1200", "1_200");
        assert_eq!(told(OLD, &new), ["^ targeting.segments.司机"]);
        assert!(diff(OLD, &new).is_empty());
        assert_eq!(diff(OLD, &new).moved(), 1);
        let windows = OLD.replace('\n', "\r\n");
        assert_eq!(told(OLD, &format!("\u{feff}{windows}")), [""; 0]);
    }

    #[test]
    fn keys_that_nobody_knows_are_not_overlooked() {
        let new = format!("mine = 1\n{OLD}[needs]\nx = 2\n[other]\ny.z = 3\n");
        assert_eq!(told(OLD, &new), ["+ mine", "+ other", "+ needs.x"]);
    }
}
