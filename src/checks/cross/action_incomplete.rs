//! An action that nobody could begin tomorrow.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::catalogue::Step;
use crate::catalogue::choices::{ActionStatus, Repeat};
use crate::checks::context::id;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Action;
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::date::Period;

use super::together::{self, Together};

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
    fn(&Look<'_, '_, '_>, &Action<'_>) -> bool,
    Text,
);

/// What every action must say, and what it is called in a sentence.
const PARTS: &[Part] = &[
    (
        "owner",
        |_, row| filled(row.owner.as_ref()).is_some(),
        Text::new("an owner", "负责人"),
    ),
    (
        "starts",
        |look, row| look.is_begun(row),
        Text::new("a first day", "开始日期"),
    ),
    (
        "ends",
        |look, row| look.is_ended(row),
        Text::new("a last day", "结束日期"),
    ),
    (
        "objective",
        |look, row| serves_an_objective(look.context, row),
        Text::new("an objective that it serves", "服务目标"),
    ),
    (
        "cost",
        |look, row| look.has_cost(row),
        Text::new("a cost (0 if it has none)", "费用（不花钱写0）"),
    ),
];

const ALL_LACK: Text = Text::new(
    "{0} actions still lack {1}: {2}.",
    "{0}项行动都还缺{1}：{2}。",
);
const LACKS: Text = Text::new("“{0}” still lacks {1}.", "“{0}”还缺{1}。");

/// What is looked up for every action: built once.
struct Look<'l, 'c, 'p> {
    context: &'l Context<'c, 'p>,
    /// Whether the plan never speaks of money.
    silent: bool,
    budgeted: HashSet<&'c str>,
    /// The phases that have a first and a last day in one of their actions.
    phases: HashMap<&'c str, [bool; 2]>,
}

impl<'l, 'c, 'p> Look<'l, 'c, 'p> {
    fn new(context: &'l Context<'c, 'p>) -> Self {
        let plan = context.plan;
        let silent = plan.budget.is_empty()
            && plan.totals.budget.is_none()
            && plan.actions.iter().all(|row| row.cost.is_none());
        let budgeted = plan
            .budget
            .iter()
            .filter_map(|line| filled(line.action.as_ref()));
        let mut phases: HashMap<&str, [bool; 2]> = HashMap::new();
        for row in &plan.actions {
            if let Some(phase) = filled(row.phase.as_ref()) {
                let days = phases.entry(phase).or_default();
                days[0] |= row.starts.is_some();
                days[1] |= row.ends.is_some();
            }
        }
        Look {
            context,
            silent,
            budgeted: budgeted.collect(),
            phases,
        }
    }

    /// A phase with days of its own, in its name or in another of its actions, dates its actions.
    fn phase_has(&self, row: &Action<'_>, which: usize) -> bool {
        filled(row.phase.as_ref()).is_some_and(|phase| {
            says_when(phase) || self.phases.get(phase).is_some_and(|days| days[which])
        })
    }

    /// What comes back every week or year begins and ends with the plan.
    fn goes_on(row: &Action<'_>) -> bool {
        row.repeats
            .as_ref()
            .is_some_and(|it| it.value != Repeat::Once)
    }

    fn is_begun(&self, row: &Action<'_>) -> bool {
        row.starts.is_some() || Self::goes_on(row) || self.phase_has(row, 0)
    }

    fn is_ended(&self, row: &Action<'_>) -> bool {
        row.ends.is_some() || Self::goes_on(row) || self.phase_has(row, 1)
    }

    /// A budget line says the cost as well; a plan that never speaks of money is not asked here.
    fn has_cost(&self, row: &Action<'_>) -> bool {
        let budgeted = || id(row.id.as_ref()).is_some_and(|id| self.budgeted.contains(id));
        row.cost.is_some() || self.silent || budgeted()
    }
}

/// Words that tell the time of a phase: “week 1”, “March”, “Q2”, 第二周.
static WHEN: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "week, month, quarter, january, february, march, april, may, june, july, august, \
         september, october, november, december, q1, q2, q3, q4, spring, summer, autumn, winter, \
         ongoing, 周, 月, 季, 年, 春, 夏, 秋, 冬, 长期",
    )
});

fn says_when(phase: &str) -> bool {
    WHEN.is_in(phase) || Period::parse(phase).is_some()
}

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
    let look = Look::new(context);
    let mut gaps = Together(Vec::new());
    for action in actions.iter().filter(|row| !dropped(row)) {
        let lacks = |part: &&Part| !context.settled(action, part.0, part.1(&look, action));
        let missing: Vec<Text> = PARTS.iter().filter(lacks).map(|part| part.2).collect();
        let keys: Vec<&str> = PARTS.iter().filter(lacks).map(|part| part.0).collect();
        if !missing.is_empty() {
            gaps.add((keys, missing), action);
        }
    }
    for ((keys, texts), rows) in &gaps.0 {
        // One finding for a row: its repair is one visit to it.
        let key = match keys.as_slice() {
            [key] | [key @ "starts", "ends"] => key,
            _ => "",
        };
        if let [first, _, _, ..] = rows.as_slice() {
            together::tell(sink.missing(*first, key, ALL_LACK, &[]), rows, texts);
            continue;
        }
        for row in rows {
            together::tell(sink.missing(*row, key, LACKS, &[]), &[*row], texts);
        }
    }
    Checked::Yes
}

/// Where the plan has no objective at all, another rule speaks of that.
fn serves_an_objective(context: &Context<'_, '_>, action: &Action<'_>) -> bool {
    filled(action.objective.as_ref()).is_some() || context.plan.objectives.is_empty()
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
    fn what_is_missing_is_one_finding_and_a_dropped_action_none() {
        let plan = "[[mix.actions]]\nid = \"a\"\nwhat = \"做达人营销\"\n";
        assert_eq!(paths("X613", plan), ["mix.actions.a"]);
        assert!(messages("X613", plan, Lang::Zh)[0].contains("还缺负责人、开始日期和结束日期"));
        let dates = format!("{plan}owner = \"林\"\n");
        assert_eq!(paths("X613", &dates), ["mix.actions.a.starts"]);
        assert!(
            messages("X613", &dates, Lang::En)[0].ends_with("lacks a first day and a last day.")
        );
        assert_eq!(
            paths("X613", &format!("{plan}status = \"dropped\"\n")),
            [""; 0]
        );
        assert!(!is_checked("X613", ""));
    }

    #[test]
    fn three_actions_that_lack_the_same_are_one_finding() {
        let action = |id: &str| format!("[[mix.actions]]\nid = \"{id}\"\nowner = \"林\"\n");
        let two = [action("flyers"), action("义诊")].concat();
        assert_eq!(paths("X613", &two).len(), 2);
        let three = format!("{two}{}", action("website"));
        assert_eq!(paths("X613", &three), ["mix.actions.flyers.starts"]);
        let said = messages("X613", &three, Lang::En);
        assert!(
            said[0].starts_with("3 actions still lack a first day and a last day: flyers"),
            "{said:?}"
        );
        let said = messages("X613", &three, Lang::Zh);
        assert!(
            said[0].starts_with("3项行动都还缺开始日期和结束日期：flyers、义诊"),
            "{said:?}"
        );
    }

    #[test]
    fn what_comes_back_every_week_needs_no_days() {
        let undated = PLAN.replace(
            "starts = 2027-04-01\nends = 2027-04-20\n",
            "repeats = \"{}\"\n",
        );
        for often in ["weekly", "yearly"] {
            assert_eq!(paths("X613", &undated.replace("{}", often)), [""; 0]);
        }
        assert_eq!(paths("X613", &undated.replace("{}", "once")).len(), 1);
    }

    #[test]
    fn a_phase_with_days_dates_its_actions() {
        let undated = |phase: &str| {
            PLAN.replace(
                "starts = 2027-04-01\nends = 2027-04-20\n",
                &format!("phase = \"{phase}\"\n"),
            )
        };
        for phase in ["1: week 1", "2027-Q2", "第二周", "三月"] {
            assert_eq!(paths("X613", &undated(phase)), [""; 0], "{phase}");
        }
        for phase in ["Pilot", "试点"] {
            assert_eq!(paths("X613", &undated(phase)).len(), 1, "{phase}");
            let sister = PLAN.replace("id = \"a\"", "id = \"b\"");
            let dated = format!("{sister}phase = \"{phase}\"\n");
            let actions = undated(phase).replace("[[mix.objectives]]\nid = \"o\"\n", "");
            assert_eq!(
                paths("X613", &format!("{dated}{actions}")),
                [""; 0],
                "{phase}"
            );
        }
    }
}
