//! An action that nobody could begin tomorrow.

use crate::catalogue::Step;
use crate::catalogue::choices::ActionStatus;
use crate::checks::context::is;
use crate::checks::thresholds::ACTION_GAPS;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Action;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X613",
    name: "action-incomplete",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Action incomplete", "行动要素不全"),
    why: Text::new(
        "An action programme says who does what, by when, at what cost and what for (Kotler; McDonald's health check).",
        "行动方案要写明谁做什么、何时做完、花多少钱、为了什么（科特勒；麦克唐纳的计划体检）。",
    ),
    ask: Text::new(
        "Who does it, from when to when, at what cost, for which objective?",
        "谁来做、从何时到何时、花多少钱、为哪个目标？",
    ),
    page: include_str!("action_incomplete.md"),
    check,
};

type Part = (
    &'static str,
    fn(&Context<'_, '_>, &Action<'_>) -> bool,
    Text,
);

const PARTS: &[Part] = &[
    (
        "owner",
        |_, row| filled(row.owner.as_ref()).is_some(),
        Text::new("Nobody owns the action “{0}”.", "行动“{0}”没有负责人。"),
    ),
    (
        "starts",
        |_, row| row.starts.is_some(),
        Text::new(
            "The action “{0}” has no first day.",
            "行动“{0}”没有开始日期。",
        ),
    ),
    (
        "ends",
        |_, row| row.ends.is_some(),
        Text::new(
            "The action “{0}” has no last day.",
            "行动“{0}”没有结束日期。",
        ),
    ),
    (
        "objective",
        serves_an_objective,
        Text::new(
            "The action “{0}” serves no objective.",
            "行动“{0}”没有写服务于哪个目标。",
        ),
    ),
    (
        "cost",
        has_cost,
        Text::new(
            "The action “{0}” has no cost; write 0 if it has none.",
            "行动“{0}”没有写费用；不花钱请写0。",
        ),
    ),
];

const ONLY_WORDS: Text = Text::new(
    "The action “{0}” is only an idea yet: {1} of its owner, first day, last day, objective and cost are missing.",
    "行动“{0}”还只是个想法：负责人、开始日期、结束日期、服务目标、费用五项中缺{1}项。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let actions = &context.plan.actions;
    if actions.is_empty() {
        return Checked::Lacks(Text::new("actions", "行动"));
    }
    let dropped = |row: &&Action<'_>| {
        row.status
            .as_ref()
            .is_some_and(|status| status.value == ActionStatus::Dropped)
    };
    for action in actions.iter().filter(|row| !dropped(row)) {
        let name = action.name().unwrap_or_default();
        let missing: Vec<&Part> = PARTS
            .iter()
            .filter(|part| !context.settled(action, part.0, part.1(context, action)))
            .collect();
        if missing.len() >= context.settings.count(&ACTION_GAPS) {
            let count = missing.len().to_string();
            sink.missing(action, "", ONLY_WORDS, &[&name, &count]);
            continue;
        }
        for (key, _, text) in missing {
            sink.missing(action, key, *text, &[&name]);
        }
    }
    Checked::Yes
}

/// Where the plan has no objective at all, another rule speaks of that.
fn serves_an_objective(context: &Context<'_, '_>, action: &Action<'_>) -> bool {
    filled(action.objective.as_ref()).is_some() || context.plan.objectives.is_empty()
}

/// A budget line says the cost as well; a plan that never speaks of money is not asked here.
fn has_cost(context: &Context<'_, '_>, action: &Action<'_>) -> bool {
    let plan = context.plan;
    let silent = plan.budget.is_empty()
        && plan.totals.budget.is_none()
        && plan.actions.iter().all(|row| row.cost.is_none());
    let budgeted = action.id.as_ref().is_some_and(|id| {
        plan.budget
            .iter()
            .any(|line| is(line.action.as_ref(), &id.value))
    });
    action.cost.is_some() || silent || budgeted
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[mix.objectives]]\nid = \"o\"\n[[mix.actions]]\nid = \"a\"\nwhat = \"夜间义诊\"\nobjective = \"o\"\n\
        owner = \"head nurse\"\nstarts = 2027-04-01\nends = 2027-04-20\ncost = 0\n";

    #[test]
    fn a_whole_action_may_cost_nothing_and_be_owned_by_a_role() {
        assert_eq!(paths("X613", PLAN), [""; 0]);
    }

    #[test]
    fn each_missing_part_is_found_at_its_field() {
        for (line, key) in [
            ("owner = \"head nurse\"\n", "owner"),
            ("starts = 2027-04-01\n", "starts"),
            ("ends = 2027-04-20\n", "ends"),
            ("objective = \"o\"\n", "objective"),
        ] {
            assert_eq!(
                paths("X613", &PLAN.replace(line, "")),
                [format!("mix.actions.a.{key}")]
            );
        }
        for owner in ["TBD", "待定"] {
            assert_eq!(
                paths("X613", &PLAN.replace("head nurse", owner)),
                ["mix.actions.a.owner"]
            );
        }
    }

    #[test]
    fn cost_is_asked_for_only_where_money_is_spoken_of() {
        let free = PLAN.replace("cost = 0\n", "");
        assert_eq!(paths("X613", &free), [""; 0]);
        let money = format!("{free}[mix.totals]\nbudget = 10.0\n");
        assert_eq!(paths("X613", &money), ["mix.actions.a.cost"]);
        assert_eq!(
            paths(
                "X613",
                &format!("{money}[[mix.budget]]\naction = \"a\"\namount = 10.0\n")
            ),
            [""; 0]
        );
    }

    #[test]
    fn an_idea_is_one_finding_and_a_dropped_one_none() {
        let plan = "[[mix.actions]]\nid = \"a\"\nwhat = \"做达人营销\"\n";
        assert_eq!(paths("X613", plan), ["mix.actions.a"]);
        assert!(messages("X613", plan, Lang::Zh)[0].contains("缺3项"));
        assert_eq!(
            paths("X613", &format!("{plan}status = \"dropped\"\n")),
            [""; 0]
        );
        assert!(!is_checked("X613", ""));
    }
}
