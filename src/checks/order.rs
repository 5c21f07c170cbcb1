//! What to do first: the order of findings in which the work on a plan goes best.

use super::finding::{Finding, Severity};
use super::progress::step_of;
use crate::catalogue::{self, Step};

/// Gaps that many others follow from: with them closed, the rest often closes or comes into sight.
const ROOTS: &[&str] = &[
    "wants-without-needs",
    "need-phrased-as-our-product",
    "market-or-mission-named-after-product",
    "everyone-is-the-target",
    "target-without-proposition",
    "mix-element-missing",
    "objectives-without-actions",
];

/// Gaps that say in sum what is missing elsewhere: they close last.
const FOLLOWERS: &[&str] = &[
    "broken-chain",
    "orphan-element",
    "no-control-or-contingency",
];

/// How a finding stands to others of its severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// The file cannot be read as it is meant.
    File,
    /// Others follow from it.
    Root,
    /// It stands for itself.
    Own,
    /// It follows from others.
    Follower,
}

/// Where a finding stands in the order of the work; the least comes first.
pub type Rank = (Severity, bool, Step, u8, usize, usize);

/// The rank of a finding: the worst first, then what keeps the file from being read, then step by
/// step and in a step what blocks others, then by the place in the plan.
pub fn rank(finding: &Finding) -> Rank {
    let weight = weight(finding);
    (
        finding.severity,
        weight != Weight::File,
        step(finding),
        weight as u8,
        section(&finding.path),
        finding.span.start,
    )
}

/// The step in which a finding is repaired: that of its place, else that of its rule.
pub fn step(finding: &Finding) -> Step {
    step_of(&finding.path).unwrap_or(finding.rule.step)
}

fn weight(finding: &Finding) -> Weight {
    let rule = finding.rule;
    match rule.name {
        _ if rule.is_about_the_file() => Weight::File,
        name if ROOTS.contains(&name) => Weight::Root,
        name if FOLLOWERS.contains(&name) => Weight::Follower,
        _ => Weight::Own,
    }
}

/// The place of a path's section among all sections.
fn section(path: &str) -> usize {
    catalogue::sections()
        .enumerate()
        .filter(|(_, section)| {
            let rest = path.strip_prefix(section.path);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
        .max_by_key(|(_, section)| section.path.len())
        .map_or(usize::MAX, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::check_text;

    #[test]
    fn every_name_is_a_rule() {
        for name in ROOTS.iter().chain(FOLLOWERS) {
            assert!(crate::checks::rule(name).is_some(), "{name}");
        }
    }

    #[test]
    fn what_blocks_others_comes_first_and_then_step_by_step() {
        let text = "farsight = 1\n\
            [[mix.channels]]\nid = \"码头\"\nname = \"东码头\"\nsegments = [\"上班族\"]\n\
            [[targeting.segments]]\nid = \"a\"\nname = \"early shift\"\ndecision = \"target\"\n\
            [[needs.customer_needs]]\nid = \"n\"\nneed = \"customers need our ferry pass\"\n\
            [plan]\noffering = \"ferry pass\"\nthe_rest = 1\n";
        let report = check_text(text);
        let mut found: Vec<_> = report.findings.iter().collect();
        found.sort_by_key(|finding| rank(finding));
        let ranks: Vec<_> = found
            .iter()
            .map(|it| (it.severity, !it.rule.is_about_the_file(), step(it)))
            .collect();
        assert!(ranks.is_sorted(), "{ranks:?}");
        let names: Vec<&str> = found.iter().map(|it| it.rule.name).collect();
        assert_eq!(names[0], "dangling-reference", "{names:?}");
        let at = |name: &str| names.iter().position(|it| *it == name);
        let phrased = at("need-phrased-as-our-product").unwrap();
        assert!(Some(phrased) < at("target-without-proposition"));
        assert!(at("mix-element-missing") < at("segment-not-measured"));
    }
}
