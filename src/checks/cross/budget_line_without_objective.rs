//! Money that buys nothing the plan speaks of.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::checks::context::{called, listed};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::BudgetLine;
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "X608",
    name: "budget-line-without-objective",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Budget line without objective", "预算没有目标与任务"),
    why: Text::new(
        "Money should buy progress towards an objective: set the objective, list the tasks, then cost them (Kotler & Armstrong, objective-and-task method).",
        "钱要买来目标上的进展：先定目标，再列任务，然后算费用（科特勒与阿姆斯特朗，目标任务法）。",
    ),
    ask: Text::new(
        "Which action does this money pay for, and which objective does that bring nearer?",
        "这笔钱花在哪项行动上，那项行动又推动哪个目标？",
    ),
    page: include_str!("budget_line_without_objective.md"),
    check,
};

/// What has to be paid whatever is done: it serves all actions.
static BASE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "base, overhead, reserve, contingency, buffer, rent, salary, salaries, wage, insurance, \
         administration, administrator, office, tax, taxes, fee, income, levy, funds received, \
         预备费, 机动, 备用金, 储备, 房租, 租金, 工资, 人工, 管理费, 行政, 办公, 日常, 保险, 税, \
         手续费, 收入",
    )
});

/// From so many loose lines on, one finding speaks of all.
const MANY: usize = 3;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if plan.actions.is_empty() {
        return Checked::Lacks(Text::new(
            "actions that money could pay for",
            "可以花钱的行动",
        ));
    }
    let paid = |line: &&BudgetLine<'_>| {
        let spent = [&line.amount, &line.actual, &line.rate];
        spent
            .into_iter()
            .flatten()
            .any(|it| it.value > Decimal::ZERO)
    };
    if !plan.budget.iter().any(|line| paid(&line)) {
        return Checked::Lacks(Text::new("budget lines with amounts", "有金额的预算明细"));
    }
    let is_base =
        |line: &BudgetLine<'_>| filled(line.item.as_ref()).is_some_and(|it| BASE.is_in(it));
    let links = plan.budget.iter().any(|line| line.action.is_some());
    let loose: Vec<&BudgetLine<'_>> = plan
        .budget
        .iter()
        .filter(paid)
        .filter(|line| {
            let named = filled(line.action.as_ref()).is_some();
            !context.settled(*line, "action", named) && !is_base(line)
        })
        .collect();
    if loose.len() < MANY && links {
        for line in loose {
            let name = called(line.item.as_ref(), line);
            let amount = line.amount.as_ref().or(line.actual.as_ref());
            let amount = amount.map_or_else(String::new, |it| show(it.value));
            sink.missing(
                line,
                "action",
                Text::new(
                    "“{0}” ({1}) pays for no action of the plan.",
                    "“{0}”（{1}）没有对应任何行动。",
                ),
                &[&name, &amount],
            );
        }
        return Checked::Yes;
    }
    let Some(first) = loose.first().filter(|_| loose.len() >= MANY) else {
        return Checked::Yes;
    };
    let names: Vec<String> = loose
        .iter()
        .map(|line| called(line.item.as_ref(), *line))
        .collect();
    let names: Vec<&str> = names.iter().take(MANY).map(String::as_str).collect();
    let finding = sink.at(
        "mix.budget",
        first.span(),
        Text::new(
            "{0} of {1} budget lines do not say which action they pay for, such as {2}.",
            "{1}项预算中有{0}项没有写对应哪项行动，例如{2}。",
        ),
        &[
            &loose.len().to_string(),
            &plan.budget.len().to_string(),
            &listed(&names),
        ],
    );
    // Where no line has the link, the author has not met it yet.
    if !links {
        finding.severity = Severity::Advice;
    }
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::testing::{found, lacks, said, severities};

    const ACTION: &str = "[[mix.actions]]\nid = \"a\"\nwhat = \"Tasting\"\n";
    fn line(item: &str, more: &str) -> String {
        format!("[[mix.budget]]\nitem = \"{item}\"\namount = 120.0\n{more}")
    }
    fn plan(lines: &[String]) -> String {
        format!("{ACTION}{}", lines.concat())
    }

    #[test]
    fn a_line_beside_lines_with_actions_is_found() {
        let whole = line("Stall", "action = \"a\"\n");
        assert!(found("X608", &plan(std::slice::from_ref(&whole))).is_empty());
        let loose = plan(&[whole.clone(), line("Gifts", "")]);
        assert_eq!(found("X608", &loose)[0].path, "mix.budget.2.action");
        assert!(said("X608", &plan(&[whole, line("礼品", "")]))[0].contains("“礼品”（120）"));
    }

    #[test]
    fn what_is_paid_anyway_serves_all() {
        let whole = line("Stall", "action = \"a\"\n");
        for base in [
            "Office rent",
            "Reserve for a wet summer",
            "预备费",
            "日常办公",
        ] {
            assert!(
                found("X608", &plan(&[whole.clone(), line(base, "")])).is_empty(),
                "{base}"
            );
        }
        let unknown = format!(
            "[plan]\nunknown = [\"mix.budget\"]\n{}",
            plan(&[whole, line("Gifts", "")])
        );
        assert!(found("X608", &unknown).is_empty());
    }

    #[test]
    fn many_are_one_finding_and_none_linked_is_advice() {
        let three = [line("Posters", ""), line("礼品", ""), line("Radio", "")];
        assert_eq!(severities("X608", &plan(&three)), [Severity::Advice]);
        let linked = [three.concat(), line("Stall", "action = \"a\"\n")];
        assert_eq!(severities("X608", &plan(&linked)), [Severity::Warning]);
        assert_eq!(found("X608", &plan(&linked))[0].path, "mix.budget");
        // A short plan with two lines is not asked.
        assert!(found("X608", &plan(&[line("Posters", ""), line("Radio", "")])).is_empty());
        assert!(lacks("X608", &three.concat()).is_some() && lacks("X608", ACTION).is_some());
    }
}
