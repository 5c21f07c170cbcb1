//! The same figures over a changed text, and what moves one of them most.
//!
//! A question is asked of a copy: the plan's own text is never touched.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::figure::{Figure, Source};
use super::steps::figures;
use crate::catalogue::{Kind, Shape};
use crate::plan::{
    Document, EditError, Expected, Literal, Path, Scalar, place_of, read, to_literal,
};
use crate::words::{Lang, number};

/// The figures of a plan before and after a change.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// As the plan stands.
    pub before: Vec<Figure>,
    /// As it would stand.
    pub after: Vec<Figure>,
    /// The text as it would stand.
    pub text: String,
}

/// Why a change cannot be tried.
#[derive(Debug, Clone, PartialEq)]
pub enum Unmade {
    /// No plan has such a field.
    NoField(Path),
    /// The field, by its key, takes something else.
    Unfit(&'static str, String, Expected),
    /// The text cannot be edited there.
    Edit(EditError),
}

/// The figures before and after some fields get other values, typed as people write them.
///
/// # Errors
/// When a path is no field of this plan, a value does not fit it, or the text is broken.
pub fn what_if(
    text: &str,
    changes: &[(Path, String)],
    lang: Lang,
    today: Option<Date>,
) -> Result<WhatIf, Unmade> {
    let mut document = Document::parse(text);
    for (path, value) in changes {
        let literal = literal(path, value, lang, today)?;
        let edit = match missing_row(&document, path) {
            Some(row) => Err(EditError::NotFound(row)),
            None => document.set(path, &literal),
        };
        document.apply(&edit.map_err(Unmade::Edit)?);
    }
    Ok(WhatIf {
        before: figures(&read(text).plan),
        after: figures(&read(document.text()).plan),
        text: document.text().to_owned(),
    })
}

/// What a typed value means at a path.
fn literal(path: &Path, value: &str, lang: Lang, today: Option<Date>) -> Result<Literal, Unmade> {
    let Some((section, Some(field))) = place_of(path) else {
        return Err(Unmade::NoField(path.clone()));
    };
    let depth = section.path.split('.').count() + usize::from(section.shape == Shape::Rows);
    // Below a field of scores stands a number for each row.
    let kind = match field.kind {
        Kind::Scores(_) if path.names().len() > depth + 1 => Kind::Scale(0, 10),
        kind => kind,
    };
    to_literal(kind, value, lang, today)
        .map_err(|expected| Unmade::Unfit(field.key, value.trim().to_owned(), expected))
}

/// The row that a path names, if it is not there: rows are added, not asked into being.
fn missing_row(document: &Document, path: &Path) -> Option<Path> {
    let (section, _) = place_of(path).filter(|(section, _)| section.shape == Shape::Rows)?;
    let depth = section.path.split('.').count();
    let row = Path::new(path.names().get(..=depth)?.to_vec());
    (!document.has(&row)).then_some(row)
}

/// A field of the plan, and where a result goes when it is a tenth less and a tenth more.
#[derive(Debug, Clone, PartialEq)]
pub struct Mover {
    /// The path of the field.
    pub path: String,
    /// What stands there.
    pub value: Decimal,
    /// The result with a tenth less; nothing where there is none.
    pub down: Option<Decimal>,
    /// The result with a tenth more.
    pub up: Option<Decimal>,
}

impl Mover {
    /// How far the result moves from where it stands, in the direction that moves it more.
    pub fn reach(&self, stands: Decimal) -> Decimal {
        let far = |end: Option<Decimal>| {
            end.and_then(|end| end.checked_sub(stands))
                .unwrap_or_default()
                .abs()
        };
        far(self.down).max(far(self.up))
    }
}

/// The fields of the plan that move a result most when each alone is changed by a tenth of itself,
/// the strongest first.
///
/// The inputs are followed through other figures to the plan's own fields. A rate between 0 and 1
/// stays there. Nothing where the plan has no such figure or it has no such number.
pub fn movers(text: &str, key: &str, output: &str) -> Vec<Mover> {
    let all = figures(&read(text).plan);
    let Some(stands) = result_of(&all, key, output) else {
        return Vec::new();
    };
    let document = Document::parse(text);
    let result = |path: &Path, value: Decimal| {
        let edit = document.set(path, &Literal::Bare(number::to_toml(value, false)));
        let mut text = document.text().to_owned();
        edit.ok()?.apply(&mut text);
        result_of(&figures(&read(&text).plan), key, output)
    };
    let mut movers = Vec::new();
    for name in fields(&all, key) {
        let path = Path::parse(&name);
        let Some(value) = value_at(&document, &path).filter(|value| !value.is_zero()) else {
            continue;
        };
        let Some([down, up]) = tenth(&path, value) else {
            continue;
        };
        let mover = Mover {
            path: name,
            value,
            down: result(&path, down),
            up: result(&path, up),
        };
        movers.push(mover);
    }
    movers.retain(|mover| !mover.reach(stands).is_zero());
    movers.sort_by_key(|mover| std::cmp::Reverse(mover.reach(stands)));
    movers
}

fn result_of(figures: &[Figure], key: &str, output: &str) -> Option<Decimal> {
    figures.iter().find(|it| it.key == key)?.number(output)
}

/// The number that stands at a path, if one does.
fn value_at(document: &Document, path: &Path) -> Option<Decimal> {
    match document.get(path)? {
        Scalar::Bare(raw) => number::from_toml(&raw),
        _ => None,
    }
}

/// A tenth less and a tenth more; a rate stays from 0 to 1 where it was.
fn tenth(path: &Path, value: Decimal) -> Option<[Decimal; 2]> {
    let step = value.checked_div(Decimal::TEN)?;
    let [down, mut up] = [value.checked_sub(step)?, value.checked_add(step)?];
    let field = place_of(path).and_then(|(_, field)| field);
    let share = (Decimal::ZERO..=Decimal::ONE).contains(&value);
    if share && field.is_some_and(|field| field.kind == Kind::Percent) {
        up = up.min(Decimal::ONE);
    }
    Some([down, up])
}

/// The plan's own fields from which a figure is computed, through other figures too.
fn fields(all: &[Figure], key: &str) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![key];
    while let Some(key) = open.pop() {
        if !seen.insert(key) {
            continue;
        }
        let Some(figure) = all.iter().find(|figure| figure.key == key) else {
            continue;
        };
        for item in figure.terms.iter().flat_map(|term| &term.items) {
            match &item.source {
                Source::Plan(path) => {
                    fields.insert(path.clone());
                }
                Source::Figure(other, _) => open.push(other),
                Source::Assumed(_) | Source::Word(..) => {}
            }
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "farsight = 1\n[relationships.value_capture]\ndiscount_rate = 0.1\n\
        [[relationships.groups]]\nid = \"g\"\npurchases = 10\naverage_purchase = 20\n\
        margin_rate = 0.5\nretention = 0.95\n";

    fn change(path: &str, value: &str) -> Result<WhatIf, Unmade> {
        what_if(PLAN, &[(Path::parse(path), value.into())], Lang::En, None)
    }

    #[test]
    fn a_question_is_the_edited_text_read() {
        let answer = change("relationships.groups.g.retention", "80%").expect("an answer");
        let at = |figures: &[Figure]| result_of(figures, "lifetime-value.g", "lifetime-value");
        assert_eq!(
            at(&answer.before).map(|it| it.round_dp(2)),
            Some(Decimal::new(63333, 2))
        );
        assert_eq!(
            at(&answer.after).map(|it| it.round_dp(2)),
            Some(Decimal::new(26667, 2))
        );
        assert!(answer.text.contains("retention = 0.8"));
    }

    #[test]
    fn what_cannot_be_asked_says_why() {
        let path = Path::parse("relationships.groups.g.colour");
        assert_eq!(
            change("relationships.groups.g.colour", "1").err(),
            Some(Unmade::NoField(path))
        );
        assert!(matches!(
            change("relationships.groups.g.retention", "often"),
            Err(Unmade::Unfit(..))
        ));
        assert!(matches!(
            change("relationships.groups.h.retention", "80%"),
            Err(Unmade::Edit(EditError::NotFound(_)))
        ));
        let broken = what_if(
            "[a",
            &[(Path::parse("plan.title"), "x".into())],
            Lang::En,
            None,
        );
        assert!(matches!(broken, Err(Unmade::Edit(EditError::Broken(_)))));
    }

    #[test]
    fn the_strongest_mover_comes_first_and_a_rate_stays_in_range() {
        let movers = movers(PLAN, "lifetime-value.g", "lifetime-value");
        let paths: Vec<&str> = movers.iter().map(|it| it.path.as_str()).collect();
        assert_eq!(paths.first(), Some(&"relationships.groups.g.retention"));
        assert_eq!(paths.len(), 5);
        // Retention of 100 % at most: 100 × 1 ÷ 0.1.
        assert_eq!(
            movers[0].up.map(|it| it.round_dp(6)),
            Some(Decimal::from(1000))
        );
    }
}
