//! What one side of a disagreement says, in the words of the form instead of the signs of TOML.

use indexmap::IndexMap;

use crate::catalogue::{Kind, Section, section};
use crate::plan::{Content, Document, Path, entry_at, markers, place_of};
use crate::review::Value;
use crate::review::shown::shown_as;
use crate::tui::places::workbench::section_of;
use crate::words::{Lang, Text};

/// One side.
#[derive(Debug, Clone)]
pub enum Reading {
    /// It took out what stood there.
    Gone,
    /// What it says, thing by thing.
    Said(Vec<Thing>),
    /// Lines that cannot be read by themselves.
    Lines(String),
}

/// Something that is said.
#[derive(Debug, Clone)]
pub enum Thing {
    /// A row or table begins.
    Head(String, Option<&'static Section>),
    /// The value of a key.
    Said {
        /// The key.
        key: String,
        /// The section that it stands in, where that is known.
        section: Option<&'static Section>,
        /// What stands there.
        value: Value,
    },
}

impl Thing {
    /// What it is called.
    pub fn label(&self, lang: Lang) -> String {
        match self {
            Thing::Head(_, Some(section)) => section.row.get(lang).to_owned(),
            Thing::Head(name, None) => name.clone(),
            Thing::Said { key, section, .. } => {
                let field = section.and_then(|section| section.field(key));
                field.map_or_else(|| key.clone(), |field| field.label.get(lang).to_owned())
            }
        }
    }

    /// What it says, as people read it.
    pub fn text(&self, lang: Lang) -> String {
        let Thing::Said {
            key,
            section,
            value,
        } = self
        else {
            return String::new();
        };
        let kind = section.and_then(|it| it.field(key)).map(|field| field.kind);
        match value {
            Value::Text(text) if !matches!(kind, Some(Kind::Choice(_))) => text.trim().to_owned(),
            value => shown_as(kind, value, "", lang),
        }
    }
}

/// Where in the plan each open place of a document is, as its marker says or as it stands.
pub fn paths(document: &Document) -> Vec<Path> {
    let all = markers::conflicts(document.text());
    let of = |it: &markers::Marked| match it.path() {
        Some(path) if place_of(&Path::parse(path)).is_some() => Path::parse(path),
        _ => document.spot(it.ours.start).path,
    };
    all.iter().map(of).collect()
}

/// A path in the words of the form: `Segments · nurses · Size`.
pub fn place_name(path: &Path, lang: Lang) -> String {
    let Some((section, field)) = place_of(path) else {
        return path.to_string();
    };
    let depth = section.path.split('.').count();
    let row = path.names().get(depth);
    let row = row.filter(|_| section.shape == crate::catalogue::Shape::Rows);
    let parts = [
        Some(section.label.get(lang).to_owned()),
        row.cloned(),
        field.map(|field| field.label.get(lang).to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// What the lines of one side say at a path.
pub fn reading(lines: &str, path: &Path) -> Reading {
    if lines.trim().is_empty() {
        return Reading::Gone;
    }
    let document = Document::parse(lines);
    if document.broken().is_some() {
        return Reading::Lines(lines.trim_end().to_owned());
    }
    let mut out = Vec::new();
    things(document.contents(), section_of(path), "", &mut out);
    if out.is_empty() {
        Reading::Lines(lines.trim_end().to_owned())
    } else {
        Reading::Said(out)
    }
}

fn things(
    table: IndexMap<String, Content>,
    here: Option<&'static Section>,
    above: &str,
    out: &mut Vec<Thing>,
) {
    for (key, content) in table {
        let path = match above {
            "" => key.clone(),
            above => format!("{above}.{key}"),
        };
        let inner = section(&path);
        match content {
            Content::Rows(rows) => {
                for row in rows {
                    out.push(Thing::Head(path.clone(), inner));
                    things(row, inner, &path, out);
                }
            }
            Content::Table(table) if here.is_none_or(|it| it.field(&key).is_none()) => {
                // A table that only leads to rows is not named beside them.
                let own = table.values().any(|it| matches!(it, Content::Value(_)));
                if inner.is_some() && own {
                    out.push(Thing::Head(path.clone(), inner));
                }
                things(table, inner, &path, out);
            }
            content => out.push(Thing::Said {
                key,
                section: here,
                value: Value::of(content),
            }),
        }
    }
}

/// A value that stands alone in its lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Single {
    /// Its key.
    pub key: Path,
    /// The kind of its field.
    pub kind: Kind,
    /// The value as a form shows it.
    pub text: String,
}

/// The one value of a field that these lines are; none where they hold anything else.
pub fn single(lines: &str, path: &Path) -> Option<Single> {
    let (_, field) = place_of(path)?;
    let field = field?;
    let document = Document::parse(lines);
    let keys = document.keys(&Path::default());
    if keys != [field.key] || document.broken().is_some() {
        return None;
    }
    let key = Path::new([field.key]);
    Some(Single {
        text: entry_at(&document, &key, field.kind)?,
        kind: field.kind,
        key,
    })
}

/// What a side says that says nothing.
pub const GONE: Text = Text::new("(taken out)", "（已删去）");

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lines: &str, path: &str, lang: Lang) -> Vec<String> {
        match reading(lines, &Path::parse(path)) {
            Reading::Gone => vec![GONE.get(lang).to_owned()],
            Reading::Lines(lines) => vec![lines],
            Reading::Said(things) => things
                .iter()
                .map(|it| format!("{}|{}", it.label(lang), it.text(lang)))
                .collect(),
        }
    }

    #[test]
    fn a_side_is_told_in_the_words_of_the_form() {
        let path = "targeting.segments.nurses.decision";
        let (en, zh) = (Lang::En, Lang::Zh);
        assert_eq!(
            told("decision = \"target\"\n", path, en),
            ["Decision|target"]
        );
        assert_eq!(told("decision = \"target\"\n", path, zh).len(), 1);
        assert_eq!(told("\n", path, zh), ["（已删去）"]);
        assert_eq!(told("x = = 1\n", path, en), ["x = = 1"]);
        let row = "[[targeting.segments]]\nid = \"护士\"\nname = \"夜班护士\"\n";
        let told = told(row, "targeting.segments.护士", zh);
        assert_eq!(told.len(), 3);
        assert!(told[2].ends_with("|夜班护士"), "{told:?}");
    }

    #[test]
    fn a_single_value_is_typed_as_in_a_form() {
        let of = |lines, path| single(lines, &Path::parse(path)).map(|it| it.text);
        let statement = "value.propositions.quiet.statement";
        let text = of("statement = \"一小时安静\"\n", statement);
        assert_eq!(text.as_deref(), Some("一小时安静"));
        let growth = of("growth = 0.03\n", "needs.market.growth");
        assert!(growth.is_some_and(|it| it.starts_with('3')));
        assert_eq!(of("口号 = 1\n", statement), None);
        assert_eq!(of("statement = \"x\"\nid = \"y\"\n", statement), None);
    }
}
