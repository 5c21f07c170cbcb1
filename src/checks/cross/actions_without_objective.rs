//! Work and money that no objective asks for.

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::ActionStatus;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "X624",
    name: "actions-without-objective",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Actions without an objective", "有行动没有目标"),
    why: Text::new(
        "Without an objective nobody can tell which action was worth its money or when to stop (McDonald; Kotler & Armstrong, marketing control).",
        "没有目标，就说不清哪项行动值得花钱、什么时候该停（麦克唐纳；科特勒与阿姆斯特朗论营销控制）。",
    ),
    ask: Text::new(
        "When all of this is done, what will customers do that they do not do today, and how many of them?",
        "这些都做完以后，顾客会做哪些今天不做的事，有多少人？",
    ),
    page: include_str!("actions_without_objective.md"),
    check,
};

const ACTIONS: Text = Text::new(
    "{0} actions are planned, but the plan has no objective that they could reach.",
    "安排了{0}项行动，计划里却没有一个它们要达到的目标。",
);
const MONEY: Text = Text::new(
    "{0} actions and a budget of {1} are planned, but the plan has no objective that they could reach.",
    "安排了{0}项行动和{1}的预算，计划里却没有一个要达到的目标。",
);
const ONLY_MONEY: Text = Text::new(
    "A budget of {1} is asked for, but the plan has no objective that it could reach.",
    "提出了{1}的预算，计划里却没有一个要达到的目标。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let live: Vec<_> = plan
        .actions
        .iter()
        .filter(|row| {
            let status = row.status.as_ref().map(|status| status.value);
            filled(row.what.as_ref()).is_some() && status != Some(ActionStatus::Dropped)
        })
        .collect();
    let total = plan
        .totals
        .budget
        .as_ref()
        .filter(|it| it.value > Decimal::ZERO);
    // One action is a beginning, not yet a programme.
    if live.len() < 2 && total.is_none() {
        return Checked::Lacks(Text::new("actions or a budget", "行动或预算"));
    }
    if !plan.objectives.is_empty() || plan.is_unknown("mix.objectives") {
        return Checked::Yes;
    }
    let count = live.len().to_string();
    let sum = total.map(|it| show(it.value)).unwrap_or_default();
    let text = match (live.is_empty(), total) {
        (true, _) => ONLY_MONEY,
        (false, Some(_)) => MONEY,
        (false, None) => ACTIONS,
    };
    let place = live.first().map_or(plan.totals.span(), |row| row.span());
    sink.at("mix.objectives", place, text, &[&count, &sum]);
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const ACTIONS: &str = "[[mix.actions]]\nid = \"a\"\nwhat = \"进社区试吃\"\n[[mix.actions]]\nid = \"b\"\nwhat = \"Ask the school\"\n";

    #[test]
    fn work_and_money_ask_what_for() {
        assert_eq!(found("X624", ACTIONS)[0].path, "mix.objectives");
        let money = "[mix.totals]\nbudget = 5000.0\n";
        assert!(said("X624", &format!("{money}{ACTIONS}"))[0].contains("2项行动和5,000的预算"));
        assert!(said("X624", money)[0].starts_with("A budget of 5,000"));
    }

    #[test]
    fn an_objective_or_a_bare_beginning_is_silent() {
        let objective = "[[mix.objectives]]\nid = \"o\"\n";
        assert!(found("X624", &format!("{ACTIONS}{objective}")).is_empty());
        let unknown = format!("[plan]\nunknown = [\"mix.objectives\"]\n{ACTIONS}");
        assert!(found("X624", &unknown).is_empty());
        assert!(lacks("X624", "").is_some());
        assert!(lacks("X624", "[[mix.actions]]\nid = \"a\"\nwhat = \"贴海报\"\n").is_some());
        assert!(lacks("X624", "[mix.totals]\nbudget = 0\n").is_some());
    }
}
