//! Parts of an exercise's plan that must stay as they were given.

use crate::plan::{Document, Path, Scalar};

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
