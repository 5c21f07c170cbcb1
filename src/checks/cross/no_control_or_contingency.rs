//! A plan that nobody looks at again, or that has only one way to go.

use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X617",
    name: "no-control-or-contingency",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Plan,
    title: Text::new("No control or contingency", "没有监控与应变"),
    why: Text::new(
        "Control means acting when results depart from the plan: somebody looks, at a fixed time, and knows the next move (Kotler; CIM).",
        "控制就是结果偏离计划时采取行动：有人定期看，并且知道下一步怎么办（科特勒；英国特许营销学会）。",
    ),
    ask: Text::new(
        "Who looks at which number when, and what happens if it is missed?",
        "谁在什么时候看哪个数字，没达到怎么办？",
    ),
    page: include_str!("no_control_or_contingency.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if plan.objectives.is_empty() && plan.actions.is_empty() {
        return Checked::Lacks(Text::new("objectives or actions", "目标或行动"));
    }
    let rhythm = filled(plan.frame.review_rhythm.as_ref()).is_some();
    let looked_at = context.settled(&plan.frame, "review_rhythm", rhythm);
    let caught = has_fallback(context) || plan.is_unknown("mix.risks");
    if !looked_at && !caught {
        sink.missing(
            &plan.frame,
            "review_rhythm",
            Text::new(
                "The plan says neither who looks at its numbers and when, nor what happens if one is missed.",
                "计划既没有写谁、多久看一次数字，也没有写数字没达到时怎么办。",
            ),
            &[],
        );
    } else if !looked_at {
        sink.missing(
            &plan.frame,
            "review_rhythm",
            Text::new(
                "The plan does not say who looks at its numbers, how often, and decides.",
                "计划没有写谁、多久看一次数字并作决定。",
            ),
            &[],
        );
    }
    if looked_at && !caught {
        let (path, span) = plan.risks.first().map_or_else(
            || ("mix.risks".to_owned(), plan.totals.span()),
            |risk| (risk.path("response"), risk.span()),
        );
        sink.at(
            path,
            span,
            Text::new(
                "The plan names no trigger with a response: nothing says what happens if a number is missed.",
                "计划没有一条带应对的触发条件：数字没达到时怎么办，没有写。",
            ),
            &[],
        );
    }
    Checked::Yes
}

/// One “if this, then that” is enough, wherever it stands.
fn has_fallback(context: &Context) -> bool {
    let plan = context.plan;
    let says = |text: &Option<_>| filled(text.as_ref()).is_some();
    plan.risks.iter().any(|row| says(&row.response))
        || plan.assumptions.iter().any(|row| says(&row.trigger))
        || plan.actions.iter().any(|row| says(&row.gate))
        || plan.forces.iter().any(|row| says(&row.response))
        || says(&plan.totals.conditions)
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, paths};

    const ACTION: &str = "[[mix.actions]]\nid = \"a\"\n";

    #[test]
    fn a_plan_needs_a_rhythm_and_a_fallback() {
        assert_eq!(paths("X617", ACTION), ["plan.review_rhythm"]);
        for rhythm in ["Every Monday the owner decides.", "每周五，店长看数字。"] {
            let plan = format!("[plan]\nreview_rhythm = \"{rhythm}\"\n{ACTION}");
            assert_eq!(paths("X617", &plan), ["mix.risks"]);
        }
    }

    #[test]
    fn one_trigger_with_a_response_is_enough() {
        for rhythm in [
            "First Monday of the month: the owner decides.",
            "每月首个周一，负责人看数字并决定。",
        ] {
            let plan = format!("[plan]\nreview_rhythm = \"{rhythm}\"\n{ACTION}");
            for more in [
                "gate = \"不足六家就先跑两条线\"\n",
                "[[mix.risks]]\nid = \"r\"\nresponse = \"Stop the posters\"\n",
                "[[plan.assumptions]]\nid = \"s\"\ntrigger = \"below 15 %: stop\"\n",
                "[mix.totals]\nconditions = \"达不到就留作储备\"\n",
            ] {
                assert_eq!(paths("X617", &format!("{plan}{more}")), [""; 0], "{more}");
            }
        }
    }

    #[test]
    fn a_risk_without_a_response_is_where_to_begin() {
        let plan = format!(
            "[plan]\nreview_rhythm = \"每周五\"\n{ACTION}[[mix.risks]]\nid = \"r\"\nresponse = \"待定\"\n"
        );
        assert_eq!(paths("X617", &plan), ["mix.risks.r.response"]);
    }

    #[test]
    fn a_plan_that_has_not_come_so_far_is_not_judged() {
        assert!(!is_checked("X617", "") && !is_checked("X617", "[plan]\ntitle = \"养老\"\n"));
    }
}
