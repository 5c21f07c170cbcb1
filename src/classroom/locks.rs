//! Parts of an exercise's plan that must stay as they were given.

use super::rubric::STEPS;
use crate::catalogue::Shape;
use crate::plan::{Document, Path, Scalar, place_of};
use crate::words::Lang;

/// The locked parts whose values differ between the plan given and the plan handed in.
///
/// Values are compared, not bytes: laying a file out anew, or a comment, changes nothing.
pub(super) fn changed<'l>(
    locked: &'l [Path],
    given: &Document,
    handed: &Document,
) -> Vec<&'l Path> {
    let differs = |path: &&Path| {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        leaves(given, path, &mut before);
        leaves(handed, path, &mut after);
        before != after
    };
    locked.iter().filter(differs).collect()
}

/// What people call a part of a plan: “Evidence · till-cards”.
pub fn named(path: &Path, lang: Lang) -> String {
    let Some((section, field)) = place_of(path) else {
        let first = path.names().first().map(String::as_str);
        let step = STEPS.iter().find(|(key, _)| Some(*key) == first);
        let whole = step.filter(|_| path.names().len() == 1);
        return whole.map_or_else(
            || path.to_string(),
            |(_, step)| step.title().get(lang).into(),
        );
    };
    let inside = Path::parse(section.path).names().len();
    let row = path
        .names()
        .get(inside)
        .filter(|_| section.shape == Shape::Rows);
    let row = row.map(String::as_str);
    let field = field.map(|it| it.label.get(lang));
    let parts: Vec<&str> = std::iter::once(section.label.get(lang))
        .chain(row)
        .chain(field)
        .collect();
    parts.join(" · ")
}

/// The values at and below a path, with their paths, rows in their order.
fn leaves(document: &Document, path: &Path, out: &mut Vec<(String, Scalar)>) {
    if let Some(value) = document.get(path) {
        out.push((path.to_string(), value));
        return;
    }
    let mut names = document.rows(path);
    if names.is_empty() {
        names = document.keys(path);
        names.sort_unstable();
    }
    for name in names {
        leaves(document, &path.join(name), out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_called_by_its_label() {
        for (path, en, zh) in [
            (
                "needs.evidence.till-cards",
                "Evidence · till-cards",
                "证据 · till-cards",
            ),
            ("plan.currency", "Plan · Currency", "计划概况 · 货币"),
            ("value", "Decide what to promise", "确定价值主张"),
            ("no.such", "no.such", "no.such"),
        ] {
            let path = Path::parse(path);
            assert_eq!(named(&path, Lang::En), en);
            assert_eq!(named(&path, Lang::Zh), zh);
        }
    }

    #[test]
    fn a_changed_value_is_noticed_and_a_changed_layout_is_not() {
        let given = Document::parse(
            "[plan]\nowner = \"Ana\"\n[[needs.evidence]]\nid = \"街访\"\nsample = 4\n",
        );
        let locked = [Path::parse("needs.evidence"), Path::parse("plan.owner")];
        let told = |text: &str| {
            let handed = Document::parse(text);
            let paths = changed(&locked, &given, &handed);
            paths.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let same = "plan.owner = 'Ana' # mine\n\n[[needs.evidence]]\nsample = 4\nid = '街访'\n";
        assert!(told(same).is_empty());
        assert_eq!(told(&same.replace("= 4", "= 40")), ["needs.evidence"]);
        assert_eq!(told("plan.owner = 'Ana'"), ["needs.evidence"]);
        assert_eq!(told(""), ["needs.evidence", "plan.owner"]);
    }
}
