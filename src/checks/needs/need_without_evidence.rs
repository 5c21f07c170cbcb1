//! A need that the plan builds on, and nothing that shows it.

use crate::catalogue::Step;
use crate::checks::context::{is, is_target, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::{CustomerNeed, Evidence};
use crate::prose::likeness;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N104",
    name: "need-without-evidence",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Needs,
    title: Text::new("Need without evidence", "需要没有证据"),
    why: Text::new(
        "A need that nobody has seen is the firm talking to itself; research comes first in the work of marketing (Kotler and Armstrong).",
        "没有人见过的需要，只是企业的自言自语；营销的第一步是调研（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "Whom did you ask or watch, how many, when, and what did you learn?",
        "你问过谁、看过谁？多少人、什么时候、得出了什么？",
    ),
    page: include_str!("need_without_evidence.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut looked = false;
    for need in &context.plan.customer_needs {
        let Some(user) = user(context, need) else {
            continue;
        };
        looked = true;
        if shown(context, need) || context.is_unknown(need, "evidence") {
            continue;
        }
        let name = named(need.need.as_ref(), need.id.as_ref());
        if let Some(claim) = tested(context, need) {
            let say = Text::new(
                "The need “{0}” rests on the assumption “{1}” until its test is done.",
                "需要“{0}”在验证之前，只靠“{1}”这条假设支撑。",
            );
            sink.missing(need, "evidence", say, &[name, claim]).severity = Severity::Warning;
        } else if let Some(empty) = need.evidence.first() {
            let say = Text::new(
                "The evidence {1} for the need “{0}” tells neither what was found nor where.",
                "需要“{0}”引用的证据{1}，既没写发现了什么，也没写出处。",
            );
            sink.at(need.path("evidence"), empty.span, say, &[name, empty]);
        } else {
            let say = Text::new(
                "“{1}” relies on the need “{0}”, and no evidence shows it.",
                "“{1}”要靠需要“{0}”，却没有证据表明这个需要存在。",
            );
            sink.missing(need, "evidence", say, &[name, user]);
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a need that a target segment or a benefit relies on",
            "目标细分或利益所依据的需要",
        ))
    }
}

/// The target segment or benefit that builds on a need; other needs are out of scope.
fn user<'c>(context: &Context<'c, '_>, need: &CustomerNeed<'_>) -> Option<&'c str> {
    let id = need.id.as_ref()?.value.as_ref();
    let segment = context.segments_with(id).find(|row| is_target(row));
    if let Some(row) = segment {
        return Some(named(row.name.as_ref(), row.id.as_ref()));
    }
    let row = context.answers(id).next()?;
    Some(named(row.benefit.as_ref(), row.id.as_ref()))
}

/// Whether some evidence of a need says anything; evidence that does not exist is another gap.
fn shown(context: &Context, need: &CustomerNeed<'_>) -> bool {
    need.evidence
        .iter()
        .any(|id| context.evidence(id).is_none_or(says))
}

fn says(row: &Evidence<'_>) -> bool {
    filled(row.finding.as_ref()).is_some()
        || filled(row.source.as_ref()).is_some()
        || row.results.iter().any(|line| filled(Some(line)).is_some())
}

/// The assumption with a planned test that is about a need.
fn tested<'c>(context: &Context<'c, '_>, need: &CustomerNeed<'_>) -> Option<&'c str> {
    let id = need.id.as_ref()?.value.as_ref();
    let text = filled(need.need.as_ref()).unwrap_or_default();
    context.plan.assumptions.iter().find_map(|row| {
        let claim = filled(row.claim.as_ref())?;
        filled(row.test.as_ref())?;
        let about = is(row.id.as_ref(), id) || claim.contains(id) || likeness(claim, text) >= 0.5;
        about.then_some(claim)
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity::{Error, Warning};
    use crate::checks::testing::{lacks, said, severities};

    const NEED: &str =
        "[[needs.customer_needs]]\nid = \"calm\"\nneed = \"Parents dread homework time\"\n";
    const ZH_NEED: &str = "[[needs.customer_needs]]\nid = \"calm\"\nneed = \"家长为作业焦虑\"\n";
    const SEGMENT: &str = "[[targeting.segments]]\nid = \"s\"\nname = \"两班倒的父母\"\nneeds = [\"calm\"]\ndecision = \"target\"\n";

    #[test]
    fn a_need_that_a_target_or_benefit_relies_on_wants_evidence() {
        assert_eq!(severities("N104", &format!("{NEED}{SEGMENT}")), [Error]);
        let benefit =
            "[[value.benefits]]\nid = \"b\"\nneed = \"calm\"\nbenefit = \"Quiet evenings\"\n";
        let said = said("N104", &format!("{ZH_NEED}{benefit}"));
        assert!(said[0].contains("“Quiet evenings”") && said[0].contains("家长为作业焦虑"));
    }

    #[test]
    fn needs_that_nothing_relies_on_are_out_of_scope() {
        assert!(lacks("N104", NEED).is_some());
        let later = SEGMENT.replace("target\"\n", "later\"\n");
        assert!(severities("N104", &format!("{ZH_NEED}{later}")).is_empty());
    }

    #[test]
    fn evidence_that_says_something_is_enough() {
        let need = |need: &str| format!("{need}evidence = [\"talks\"]\n{SEGMENT}");
        let row = |finding: &str| {
            format!("[[needs.evidence]]\nid = \"talks\"\nfinding = \"{finding}\"\n")
        };
        let full = row("14 of 20 parents named it");
        assert!(severities("N104", &format!("{}{full}", need(NEED))).is_empty());
        let full = row("20位家长中14位提到");
        assert!(severities("N104", &format!("{}{full}", need(ZH_NEED))).is_empty());
        assert_eq!(
            severities("N104", &format!("{}{}", need(NEED), row("TODO"))),
            [Error]
        );
        assert_eq!(
            severities("N104", &format!("{}{}", need(ZH_NEED), row("待补充"))),
            [Error]
        );
    }

    #[test]
    fn an_assumption_with_a_test_makes_a_warning() {
        let row = |claim: &str, test: &str| {
            format!("[[plan.assumptions]]\nid = \"a\"\nclaim = \"{claim}\"\ntest = \"{test}\"\n")
        };
        let en = row("Most parents dread homework", "20 talks by 1 May");
        assert_eq!(
            severities("N104", &format!("{NEED}{SEGMENT}{en}")),
            [Warning]
        );
        let zh = row("多数家长为孩子作业焦虑", "五月前访谈20位家长");
        assert_eq!(
            severities("N104", &format!("{ZH_NEED}{SEGMENT}{zh}")),
            [Warning]
        );
        let other = row("The hall can be rented", "ask the council");
        assert_eq!(
            severities("N104", &format!("{NEED}{SEGMENT}{other}")),
            [Error]
        );
    }

    #[test]
    fn what_the_author_marked_unknown_is_silent() {
        let plan = format!(
            "[plan]\nunknown = [\"needs.customer_needs.calm.evidence\"]\n{ZH_NEED}{SEGMENT}"
        );
        assert!(severities("N104", &plan).is_empty());
    }
}
