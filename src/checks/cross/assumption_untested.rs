//! An assumption that nobody will find out about in time.

use crate::catalogue::Step;
use crate::catalogue::choices::Confidence;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X616",
    name: "assumption-untested",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Plan,
    title: Text::new("Assumption untested", "关键假设未检验"),
    why: Text::new(
        "Plans fail on what was taken for granted, so assumptions have a place of their own, and a test (McDonald; Ries 2011).",
        "计划往往败在想当然的地方，所以假设要单独写出来，并安排检验（麦克唐纳；莱斯2011）。",
    ),
    ask: Text::new(
        "What small test, or which early sign, would show that it is wrong?",
        "做什么小检验，或看到什么早期信号，就知道它错了？",
    ),
    page: include_str!("assumption_untested.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let assumptions = &context.plan.assumptions;
    if assumptions.is_empty() {
        return Checked::Lacks(Text::new("assumptions", "假设"));
    }
    for row in assumptions {
        let sure = row
            .confidence
            .as_ref()
            .is_some_and(|it| it.value == Confidence::High);
        let watched = [&row.test, &row.trigger, &row.result]
            .into_iter()
            .any(|text| filled(text.as_ref()).is_some());
        if !sure && !context.settled(row, "test", watched) {
            let name = row.name().unwrap_or_default();
            let claim = filled(row.claim.as_ref()).unwrap_or(&name);
            sink.missing(
                row,
                "test",
                Text::new(
                    "The assumption “{0}” has neither a test nor a trigger.",
                    "假设“{0}”既没有检验办法，也没有触发条件。",
                ),
                &[claim],
            );
        }
    }
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[plan.assumptions]]\nid = \"a\"\nclaim = \"三成住户愿意试\"\n";

    #[test]
    fn an_assumption_needs_a_test_or_a_trigger() {
        assert_eq!(paths("X616", PLAN), ["plan.assumptions.a.test"]);
        assert!(messages("X616", PLAN, Lang::Zh)[0].contains("三成住户愿意试"));
        for more in [
            "test = \"200 cards in one block\"\n",
            "trigger = \"五月不足300户就停\"\n",
            "result = \"31 %\"\n",
            "confidence = \"high\"\n",
        ] {
            assert_eq!(paths("X616", &format!("{PLAN}{more}")), [""; 0], "{more}");
        }
    }

    #[test]
    fn a_placeholder_is_no_test_and_unknown_is_left_alone() {
        for text in ["TBD", "待定"] {
            assert_eq!(
                paths("X616", &format!("{PLAN}test = \"{text}\"\n")).len(),
                1
            );
        }
        assert_eq!(
            paths(
                "X616",
                &format!("[plan]\nunknown = [\"plan.assumptions.a\"]\n{PLAN}")
            ),
            [""; 0]
        );
        assert!(!is_checked("X616", ""));
    }
}
