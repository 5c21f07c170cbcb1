//! Three texts become one line by line: for what cannot be read as a plan.

use super::three::{Kind, stretches};
use super::{Conflict, Options};
use crate::plan::Path;

/// Merges lines; what both changed stands between markers.
pub(super) fn merge(
    base: &str,
    ours: &str,
    theirs: &str,
    options: &Options,
) -> (String, Vec<Conflict>) {
    let eol = if ours.contains("\r\n") { "\r\n" } else { "\n" };
    let lines = |text: &'_ str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    let (b, o, t) = (lines(base), lines(ours), lines(theirs));
    let mut out: Vec<String> = Vec::new();
    let mut conflicts = Vec::new();
    for stretch in stretches(&b, &o, &t) {
        let was = b.get(stretch.base).unwrap_or_default();
        let mine = o.get(stretch.ours).unwrap_or_default();
        let its = t.get(stretch.theirs).unwrap_or_default();
        match stretch.kind {
            Kind::Same | Kind::Ours => out.extend_from_slice(mine),
            Kind::Theirs => out.extend_from_slice(its),
            Kind::Conflict => {
                let sign = |sign: &str| sign.repeat(options.size);
                out.push(format!("{} {}", sign("<"), options.ours));
                out.extend_from_slice(mine);
                if let Some(label) = &options.base {
                    out.push(format!("{} {label}", sign("|")));
                    out.extend_from_slice(was);
                }
                out.push(sign("="));
                out.extend_from_slice(its);
                out.push(format!("{} {}", sign(">"), options.theirs));
                let said = |lines: &[String]| (!lines.is_empty()).then(|| lines.join("\n"));
                conflicts.push(Conflict {
                    path: Path::default(),
                    base: said(was),
                    ours: said(mine),
                    theirs: said(its),
                });
            }
        }
    }
    let ends = |text: &str| text.ends_with('\n');
    // As with keys: what only one side changed counts.
    let end = if ends(base) == ends(theirs) {
        ends(ours)
    } else {
        ends(theirs)
    };
    let end = end || !conflicts.is_empty();
    let mut text = out.join(eol);
    if end && !out.is_empty() {
        text += eol;
    }
    (text, conflicts)
}
