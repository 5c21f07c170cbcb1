//! A target that asks for nothing, for the wrong way, or for the impossible.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::scale::{Unit, unit};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Objective;
use crate::plan::{Record, Sp};
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "X612",
    name: "target-equals-baseline-or-extreme",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Target unchanged or out of reach", "目标无变化或离谱"),
    why: Text::new(
        "A target that nobody can miss or nobody can reach steers nothing; realistic is one of the five letters of SMART (Doran 1981).",
        "谁都能达到或谁也达不到的目标，起不到引导作用；SMART五项里有一项就是切合实际（多兰1981）。",
    ),
    ask: Text::new(
        "Is this to stay as it is, or from where to where should it move, and what makes that possible?",
        "这一项是要维持现状，还是要从多少到多少？靠什么做到？",
    ),
    page: include_str!("target_equals_baseline_or_extreme.md"),
    check,
};

/// Ten times as much is more than plans of a year bring about, unless the start is tiny.
const LEAP: i64 = 10;
/// A start below this many is a trial, from which any growth is possible.
const TRIAL: i64 = 20;

static KEEP: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "keep, keeps, kept, hold, holds, held, maintain, maintained, stay, stays, remain, remains, \
         stable, steady, unchanged, defend, at least, no more than, not fall, not lose, never, \
         维持, 保持, 稳住, 守住, 不降, 不低于, 不高于, 不超过, 不减, 持平, 不丢",
    )
});
static RAISE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "more, raise, increase, grow, higher, rise, win, gain, 提高, 增加, 提升, 增长, 更多",
    )
});
/// Numbers that are better when they are smaller.
static LESS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "less, fewer, lower, reduce, cut, shorter, faster, earlier, sooner, cheaper, minute, hour, \
         day, week, time, wait, waiting, delay, cost, price, waste, error, mistake, complaint, \
         churn, loss, losses, lapsed, defect, accident, rank, ranking, place, debt, return, \
         returned, distance, 降低, 减少, 更少, 缩短, 更快, 更早, 分钟, 小时, 天, 时间, 时长, 等待, \
         费用, 成本, 价格, 浪费, 差错, 错误, 投诉, 流失, 损耗, 损失, 退货, 次品, 事故, 排名, 名次, 欠",
    )
});
/// Shares of a whole, which cannot be more than all of it.
static PARTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "share, retention, awareness, aware, recall, know, satisfied, satisfaction, repeat, \
         penetration, conversion, occupancy, attendance, who, recommend, renewed, on time, \
         复购率, 留存率, 保留率, 知晓率, 满意度, 满意率, 渗透率, 转化率, 占比, 份额, 到课率, 续约率, \
         续签率, 好评率, 占有率, 入住率",
    )
});
/// Comparisons with another time or plan, which can be any multiple.
static COMPARED: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "growth, grow, grew, increase, rise, index, versus, compared, last year, previous, plan, \
         budget, return on, roi, 增长, 增幅, 同比, 环比, 提升, 比上年, 去年, 上年, 指数, 投产比, 回报, 完成",
    )
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let objectives = &context.plan.objectives;
    if objectives.iter().all(|row| row.target.is_none()) {
        return Checked::Lacks(Text::new(
            "objectives with a target number",
            "有目标值的目标",
        ));
    }
    for objective in objectives {
        let Some(target) = &objective.target else {
            continue;
        };
        if let Some((text, args)) = fault(context, objective, target) {
            let name = objective.name().unwrap_or_default();
            let args = [name.as_ref(), &args.0, &args.1, &args.2];
            let leap = text == TOO_FAR;
            let finding = sink.value(objective, "target", target, text, &args);
            if leap {
                finding.severity = Severity::Advice;
            }
        }
    }
    Checked::Yes
}

const SAME: Text = Text::new(
    "“{0}” aims at {2}, which is where it stands today.",
    "“{0}”的目标值是{2}，与现状值一样。",
);
const WRONG_WAY: Text = Text::new(
    "“{0}” speaks of more, but goes down from {1} to {2}.",
    "“{0}”说要提高，数值却从{1}降到{2}。",
);
const OVER_ALL: Text = Text::new(
    "“{0}” aims at {2}, more than the whole.",
    "“{0}”的目标值是{2}，超过了全部。",
);
const TOO_FAR: Text = Text::new(
    "“{0}” goes from {1} to {2}, more than {3} times as much.",
    "“{0}”要从{1}到{2}，超过{3}倍。",
);

type Fault = (Text, (String, String, String));

fn fault(context: &Context, objective: &Objective<'_>, target: &Sp<Decimal>) -> Option<Fault> {
    let texts = [&objective.statement, &objective.metric];
    let says = |words: &Lexicon<()>| {
        let mut texts = texts.iter().filter_map(|text| filled(text.as_ref()));
        texts.any(|text| words.is_in(text))
    };
    let goal = target.value;
    let to = || show(goal);
    let most = match unit(objective.unit.as_ref()) {
        Some(Unit::Percent) => Some(Decimal::ONE_HUNDRED),
        // Far above one, the number was meant as percent, which another rule says.
        Some(Unit::Share) if goal <= Decimal::TWO => Some(Decimal::ONE),
        _ => None,
    };
    if most.is_some_and(|most| goal > most) && says(&PARTS) && !says(&COMPARED) {
        let share = most.and_then(|most| goal.checked_div(most));
        let percent = show_percent(share.unwrap_or(goal));
        return Some((OVER_ALL, (String::new(), percent, String::new())));
    }
    let start = objective.baseline.as_ref()?.value;
    let from = || show(start);
    if goal == start {
        // Nought kept at nought is a promise that nothing happens.
        return (!goal.is_zero() && !says(&KEEP)).then(|| (SAME, (from(), to(), String::new())));
    }
    if goal < start {
        return (says(&RAISE) && !says(&LESS)).then(|| (WRONG_WAY, (from(), to(), String::new())));
    }
    let id = crate::checks::context::id(objective.id.as_ref());
    // Whoever set points on the way has thought about how far it is.
    let staged = || id.is_some_and(|id| context.milestones(id).next().is_some());
    let leap = start >= Decimal::from(TRIAL)
        && start
            .checked_mul(Decimal::from(LEAP))
            .is_some_and(|far| goal > far);
    (leap && !staged()).then(|| (TOO_FAR, (from(), to(), LEAP.to_string())))
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::testing::{found, lacks, said, severities};

    fn plan(statement: &str, numbers: &str) -> String {
        format!("[[mix.objectives]]\nid = \"o\"\nstatement = \"{statement}\"\n{numbers}")
    }
    fn one(statement: &str, numbers: &str) -> usize {
        found("X612", &plan(statement, numbers)).len()
    }

    #[test]
    fn a_target_at_the_start_asks_for_nothing_unless_it_says_so() {
        let same = "baseline = 80\ntarget = 80\n";
        assert_eq!(one("Guests come back", same), 1);
        assert!(said("X612", &plan("老顾客再来", same))[0].contains("与现状值一样"));
        for text in [
            "Keep four of five guests",
            "守住八成老顾客",
            "客诉不超过80件",
        ] {
            assert_eq!(one(text, same), 0, "{text}");
        }
        assert_eq!(one("No accident", "baseline = 0\ntarget = 0\n"), 0);
    }

    #[test]
    fn more_that_goes_down_is_found_where_less_is_not_better() {
        let down = "baseline = 120\ntarget = 90\n";
        assert_eq!(one("More families borrow a tool", down), 1);
        assert_eq!(one("提高每月借阅的家庭", down), 1);
        for text in [
            "Fewer complaints",
            "Raise the speed: minutes per order",
            "提高效率，缩短等待",
            "每亩少用药",
        ] {
            assert_eq!(one(text, down), 0, "{text}");
        }
    }

    #[test]
    fn no_share_is_more_than_all() {
        let share = |target: &str, unit: &str| {
            format!("metric = \"月复购率\"\nunit = \"{unit}\"\ntarget = {target}\n")
        };
        assert_eq!(one("", &share("1.2", "比例")), 1);
        for (target, unit) in [("1.2", "比例"), ("120", "%")] {
            assert!(said("X612", &plan("", &share(target, unit)))[0].contains("120 %"));
        }
        assert_eq!(one("", &share("120", "%")), 1);
        assert_eq!(one("", &share("0.4", "share")), 0);
        assert_eq!(
            one(
                "",
                "metric = \"share of members who return\"\nunit = \"%\"\ntarget = 130\n"
            ),
            1
        );
        assert_eq!(
            one(
                "",
                "metric = \"sales against last year\"\nunit = \"%\"\ntarget = 130\n"
            ),
            0
        );
        assert_eq!(
            one("", "metric = \"复购率同比\"\nunit = \"%\"\ntarget = 130\n"),
            0
        );
    }

    #[test]
    fn a_leap_is_advice_and_a_trial_or_a_milestone_explains_it() {
        let leap = plan("参加的家庭", "baseline = 40\ntarget = 900\n");
        assert_eq!(severities("X612", &leap), [Severity::Advice]);
        assert_eq!(one("Families", "baseline = 3\ntarget = 300\n"), 0);
        let staged = format!("{leap}[[mix.milestones]]\nid = \"m\"\nobjective = \"o\"\n");
        assert!(found("X612", &staged).is_empty());
        assert_eq!(one("Families", "baseline = 310\ntarget = 820\n"), 0);
        assert!(lacks("X612", "").is_some());
    }
}
