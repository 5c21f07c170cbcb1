//! Objectives that nobody works for.

use crate::catalogue::Step;
use crate::catalogue::choices::ActionStatus;
use crate::checks::context::listed;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X625",
    name: "objectives-without-actions",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Objectives without actions", "有目标没有行动"),
    why: Text::new(
        "A plan becomes work when it says who does what, when and for how much (Kotler & Armstrong, action programmes).",
        "写明谁在什么时候做什么、花多少钱，计划才变成行动（科特勒与阿姆斯特朗，行动方案）。",
    ),
    ask: Text::new(
        "What is the first thing somebody does for each objective, and who?",
        "为每个目标，第一件要做的事是什么，由谁来做？",
    ),
    page: include_str!("objectives_without_actions.md"),
    check,
};

const NO_ACTION: Text = Text::new(
    "{0} objectives are set ({1}), but no action stands behind them.",
    "定了{0}个目标（{1}），却没有一项行动。",
);
const NOTHING: Text = Text::new(
    "{0} objectives are set ({1}), but neither an action nor any money stands behind them.",
    "定了{0}个目标（{1}），却既没有行动，也没有预算。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let says = |row: &&crate::plan::records::Objective<'_>| {
        filled(row.statement.as_ref())
            .or(filled(row.metric.as_ref()))
            .is_some()
    };
    let objectives: Vec<_> = plan.objectives.iter().filter(says).collect();
    let Some(first) = objectives.first() else {
        return Checked::Lacks(Text::new("objectives", "目标"));
    };
    let active = plan.actions.iter().any(|row| {
        row.status
            .as_ref()
            .is_none_or(|status| status.value != ActionStatus::Dropped)
    });
    // Objectives come first in their step: what follows must have been begun.
    let further = context.has_relationships()
        || !plan.actions.is_empty()
        || !plan.budget.is_empty()
        || !plan.forecast.is_empty()
        || !plan.risks.is_empty()
        || plan.totals.budget.is_some();
    if !further {
        return Checked::Lacks(Text::new(
            "anything after the objectives: not begun yet",
            "目标之后的内容（尚未开始）",
        ));
    }
    // A programme that names an objective is work for it.
    let served = plan
        .programmes
        .iter()
        .any(|row| filled(row.objective.as_ref()).is_some());
    if active || served || plan.is_unknown("mix.actions") {
        return Checked::Yes;
    }
    let paid = !plan.budget.is_empty() || plan.totals.budget.is_some();
    let known = paid || plan.is_unknown("mix.budget") || plan.is_unknown("mix.totals.budget");
    let names: Vec<_> = objectives
        .iter()
        .take(4)
        .filter_map(|row| row.name())
        .collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let text = if known { NO_ACTION } else { NOTHING };
    let count = objectives.len().to_string();
    sink.at(
        "mix.actions",
        first.span(),
        text,
        &[&count, &listed(&names)],
    );
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const OBJECTIVES: &str = "[[mix.objectives]]\nid = \"repeat\"\nstatement = \"老顾客再来\"\n";
    const PROGRAMME: &str = "[[relationships.programmes]]\nid = \"p\"\nwhat = \"Letters\"\n";

    #[test]
    fn objectives_alone_are_found_once_the_plan_goes_on() {
        let plan = format!("{OBJECTIVES}{PROGRAMME}");
        assert_eq!(found("X625", &plan)[0].path, "mix.actions");
        assert!(said("X625", &plan)[0].contains("既没有行动，也没有预算"));
        let paid = format!("{plan}[mix.totals]\nbudget = 10.0\n");
        assert!(said("X625", &paid)[0].contains("(repeat), but no action"));
        let dropped = format!("{plan}[[mix.actions]]\nid = \"a\"\nstatus = \"dropped\"\n");
        assert_eq!(found("X625", &dropped).len(), 1);
    }

    #[test]
    fn an_action_a_programme_or_the_author_answers() {
        let plan = format!("{OBJECTIVES}{PROGRAMME}");
        let action = format!("{plan}[[mix.actions]]\nid = \"a\"\n");
        assert!(found("X625", &action).is_empty());
        assert!(found("X625", &format!("{plan}objective = \"repeat\"\n")).is_empty());
        let unknown = format!("[plan]\nunknown = [\"mix.actions\"]\n{plan}");
        assert!(found("X625", &unknown).is_empty());
        assert!(lacks("X625", OBJECTIVES).is_some() && lacks("X625", "").is_some());
    }
}
