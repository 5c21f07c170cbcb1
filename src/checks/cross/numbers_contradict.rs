//! The same number, told differently in two places.

use foldhash::{HashMap, HashMapExt};
use rust_decimal::Decimal;

use super::figures::{Figure, figures};
use super::scale::{Unit, unit};
use crate::catalogue::Step;
use crate::checks::context::{called, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Objective;
use crate::plan::{Plan, Record, Sp};
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "X620",
    name: "numbers-contradict",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("Numbers contradict", "数字前后矛盾"),
    why: Text::new(
        "A reader who finds two values for one thing trusts neither, and someone will act on the wrong one (course rubrics: consistent figures).",
        "读者看到同一件事有两个数，哪个也不会信，而且总有人会照错的那个去做（课程评分表：数字一致）。",
    ),
    ask: Text::new("Which of the two is right today?", "现在哪个数是对的？"),
    page: include_str!("numbers_contradict.md"),
    check,
};

/// Authors round: within a twentieth two numbers are the same.
const ROUNDED: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

fn same(one: Decimal, other: Decimal) -> bool {
    let most = one.abs().max(other.abs()).checked_mul(ROUNDED);
    one.checked_sub(other)
        .zip(most)
        .is_none_or(|(gap, most)| gap.abs() <= most)
}

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = sizing(plan, sink);
    looked |= groups(plan, sink);
    looked |= summary(plan, sink);
    for objective in &plan.objectives {
        looked |= of_objective(objective, sink);
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a number that stands in two places",
            "在两处出现的数字",
        ))
    }
}

/// The steps of the market's size against the size itself; true if both are there.
fn sizing(plan: &Plan<'_>, sink: &mut Sink) -> bool {
    let stated = [("size", &plan.market.size), ("value", &plan.market.value)];
    let stated = stated
        .into_iter()
        .filter_map(|(key, it)| Some((key, it.as_ref()?)));
    let stated: Vec<(&str, &Sp<Decimal>)> = stated.collect();
    let steps: Option<Vec<Decimal>> = plan
        .sizing
        .iter()
        .map(|step| {
            let factor = step.factor.as_ref()?.value;
            match unit(step.unit.as_ref()) {
                Some(Unit::Percent) => factor.checked_div(Decimal::ONE_HUNDRED),
                _ => Some(factor),
            }
        })
        .collect();
    let (Some(steps), Some((key, size))) = (steps, stated.first()) else {
        return false;
    };
    // Only shares of a first number make one chain for certain.
    let rest = plan.sizing.iter().zip(&steps).skip(1);
    let chain = rest.fold(steps.len() > 1, |chain, (row, factor)| {
        let percent = unit(row.unit.as_ref()) == Some(Unit::Percent);
        chain && (percent || *factor <= Decimal::ONE)
    });
    if !chain {
        return false;
    }
    // The size may be any part of the chain.
    let mut product = Decimal::ONE;
    let mut reached = Vec::with_capacity(steps.len());
    for step in &steps {
        let Some(next) = product.checked_mul(*step) else {
            return false;
        };
        product = next;
        reached.push(product);
    }
    let fits = |value: Decimal| reached.iter().any(|it| same(*it, value));
    if !stated.iter().any(|(_, it)| fits(it.value)) {
        sink.value(
            &plan.market,
            key,
            size,
            Text::new(
                "The market is said to be {0}, but its {1} steps lead to {2}.",
                "市场写的是{0}，而{1}步推算得出{2}。",
            ),
            &[
                &show(size.value),
                &steps.len().to_string(),
                &show(product.round_dp(2)),
            ],
        );
    }
    true
}

/// Groups of customers against the segment they are part of; true if both are counted.
fn groups(plan: &Plan<'_>, sink: &mut Sink) -> bool {
    let mut sums: HashMap<&str, Decimal> = HashMap::new();
    for group in &plan.groups {
        if let Some((segment, customers)) =
            filled(group.segment.as_ref()).zip(group.customers.as_ref())
        {
            let sum = sums.entry(segment).or_default();
            *sum = sum.saturating_add(customers.value);
        }
    }
    let mut looked = false;
    for segment in &plan.segments {
        let sum = id(segment.id.as_ref()).and_then(|id| sums.get(id));
        let (Some(sum), Some(size)) = (sum, &segment.size) else {
            continue;
        };
        looked = true;
        if *sum > size.value && !same(*sum, size.value) {
            sink.value(
                segment,
                "size",
                size,
                Text::new(
                    "“{0}” has {1} members, but the customer groups in it come to {2}.",
                    "“{0}”一共{1}，其中各顾客群加起来却有{2}。",
                ),
                &[
                    &called(segment.name.as_ref(), segment),
                    &show(size.value),
                    &show(*sum),
                ],
            );
        }
    }
    looked
}

/// Words before a number that is the whole budget, or the whole revenue.
const BUDGET: &[&str] = &[
    "a budget of",
    "total budget of",
    "whole budget of",
    "total budget is",
    "the budget is",
    "our budget is",
    "the plan spends",
    "plan costs",
    "总预算",
    "总预算为",
    "总预算是",
    "预算总额",
    "预算总额为",
    "预算共",
    "预算合计",
    "本计划预算",
    "本计划花",
    "计划共花",
];
const REVENUE: &[&str] = &[
    "revenue of",
    "the revenue is",
    "total revenue is",
    "our revenue is",
    "总收入",
    "总收入为",
    "营收共",
    "收入合计",
    "预计收入",
    "预计营收",
    "全年营收",
];

/// What the summary says of the totals; true if it speaks of them.
fn summary(plan: &Plan<'_>, sink: &mut Sink) -> bool {
    let Some(text) = filled(plan.frame.summary.as_ref()) else {
        return false;
    };
    let totals = &plan.totals;
    let budget = totals.budget.as_ref().map(|it| (BUDGET, "budget", it));
    let revenue = totals.revenue.as_ref().map(|it| (REVENUE, "revenue", it));
    let mut looked = false;
    for (words, key, total) in [budget, revenue].into_iter().flatten() {
        let told: Vec<Figure<'_>> = figures(text)
            .into_iter()
            .filter(|it| follows(it.before, words))
            .collect();
        looked |= !told.is_empty();
        // Among several, one that is right is the one that is meant.
        if told.iter().any(|it| same(it.value, total.value)) {
            continue;
        }
        if let Some(other) = told.first() {
            sink.value(
                totals,
                key,
                total,
                Text::new(
                    "The summary says {0}, the total of the {2} is {1}.",
                    "概要写的是{0}，总额（{2}）是{1}。",
                ),
                &[&show(other.value), &show(total.value), key],
            );
        }
    }
    looked
}

/// Whether a text ends in one of these words, a sign or code of a currency aside.
fn follows(before: &str, words: &[&str]) -> bool {
    let sign = |it: char| it.is_ascii_uppercase() || "$€£¥￥ 约".contains(it);
    let before = before.trim_end_matches(sign).trim_end().to_lowercase();
    let before = before.trim_end_matches("about").trim_end();
    words.iter().any(|word| before.ends_with(word))
}

/// The number of a statement against the target; true if the statement has one in the same unit.
fn of_objective(objective: &Objective<'_>, sink: &mut Sink) -> bool {
    let (Some(statement), Some(name), Some(target)) = (
        filled(objective.statement.as_ref()),
        filled(objective.unit.as_ref()).map(str::trim),
        &objective.target,
    ) else {
        return false;
    };
    let scale = unit(objective.unit.as_ref());
    let in_unit = |it: &Figure<'_>| {
        let after = it.after.trim_start();
        match scale {
            Some(_) => ["%", "％", "percent", "per cent"]
                .iter()
                .any(|word| after.starts_with(word)),
            None => starts_with(after, name),
        }
    };
    let told: Vec<Figure<'_>> = figures(statement).into_iter().filter(in_unit).collect();
    let Some(first) = told.first() else {
        return false;
    };
    let known = [&objective.target, &objective.baseline, &objective.actual];
    let fits = |it: &Figure<'_>| {
        let mut known = known.iter().filter_map(|it| it.as_ref());
        known.any(|number| {
            let percent = number.checked_mul(Decimal::ONE_HUNDRED);
            same(number.value, it.value)
                || (scale.is_some() && percent.is_some_and(|number| same(number, it.value)))
        })
    };
    if !told.iter().any(fits) {
        let row = objective.name().unwrap_or_default();
        let said = format!(
            "{} {}",
            show(first.value),
            if scale.is_some() { "%" } else { name }
        );
        sink.value(
            objective,
            "target",
            target,
            Text::new(
                "“{0}” says {1}, but its target is {2}.",
                "“{0}”的陈述写的是{1}，目标值却是{2}。",
            ),
            &[&row, &said, &show(target.value)],
        );
    }
    true
}

/// Whether a text begins with a word, whatever its case.
fn starts_with(text: &str, word: &str) -> bool {
    let begins = text.get(..word.len());
    let ends = text.get(word.len()..).is_some_and(|rest| {
        !word.is_ascii() || !rest.starts_with(|it: char| it.is_ascii_alphanumeric())
    });
    !word.is_empty() && ends && begins.is_some_and(|it| it.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn paths(plan: &str) -> Vec<String> {
        found("X620", plan).into_iter().map(|it| it.path).collect()
    }
    fn sizing(size: &str, factors: &[(&str, &str)]) -> String {
        let row = |(factor, unit): &(&str, &str)| {
            format!("[[needs.sizing]]\nfactor = {factor}\nunit = \"{unit}\"\n")
        };
        let rows: String = factors.iter().map(row).collect();
        format!("[needs.market]\nsize = {size}\n{rows}")
    }

    #[test]
    fn the_steps_lead_to_the_size_in_one_way_or_another() {
        let chain = [("150000", "people"), ("28", "%"), ("0.75", "share")];
        assert!(paths(&sizing("31500", &chain)).is_empty());
        assert_eq!(paths(&sizing("48000", &chain)), ["needs.market.size"]);
        assert!(said("X620", &sizing("48000", &chain))[0].contains("3步推算得出31,500"));
        // Numbers that are no shares may be added, nested or of several chains.
        assert!(paths(&sizing("12100", &[("7400", "人"), ("4700", "人")])).is_empty());
        assert!(paths(&sizing("800", &[("5000", "a"), ("900", "a")])).is_empty());
    }

    #[test]
    fn groups_fit_into_their_segment() {
        let plan = |size: u32| {
            format!(
                "[[targeting.segments]]\nid = \"s\"\nname = \"早市摊主\"\nsize = {size}\n[[relationships.groups]]\nid = \"a\"\nsegment = \"s\"\ncustomers = 300\n[[relationships.groups]]\nid = \"b\"\nsegment = \"s\"\ncustomers = 200\n"
            )
        };
        assert_eq!(paths(&plan(400)), ["targeting.segments.s.size"]);
        assert!(said("X620", &plan(400))[0].contains("“早市摊主”一共400"));
        assert!(paths(&plan(500)).is_empty());
    }

    #[test]
    fn the_summary_and_the_totals_say_the_same() {
        let plan = |summary: &str| {
            format!(
                "[plan]\nsummary = \"{summary}\"\n[mix.totals]\nbudget = 36000.0\nrevenue = 90000.0\n"
            )
        };
        assert_eq!(
            paths(&plan("With a budget of €30,000 we open.")),
            ["mix.totals.budget"]
        );
        assert_eq!(
            paths(&plan("总预算3万元，预计收入9万元。")),
            ["mix.totals.budget"]
        );
        for text in [
            "The plan spends EUR 36,000; a media budget of 9,000 is part of it.",
            "总预算约3.6万元",
            "They spend 22 a night.",
        ] {
            assert!(paths(&plan(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_statement_and_its_target_say_the_same() {
        let plan = |statement: &str, unit: &str, numbers: &str| {
            format!(
                "[[mix.objectives]]\nid = \"o\"\nstatement = \"{statement}\"\nunit = \"{unit}\"\n{numbers}"
            )
        };
        assert_eq!(
            paths(&plan("600 families know", "families", "target = 900\n")),
            ["mix.objectives.o.target"]
        );
        assert_eq!(
            paths(&plan("复购率到45%", "比例", "target = 0.3\n")).len(),
            1
        );
        for (statement, unit, numbers) in [
            ("1.5 million people", "people", "target = 1_500_000\n"),
            ("营收200万元", "元", "target = 2000000\n"),
            ("80 percent come back", "share", "target = 0.8\n"),
            (
                "Now 110 families, soon more",
                "families",
                "baseline = 110\ntarget = 600\n",
            ),
            ("Back within 30 days", "members", "target = 130\n"),
            ("12 persons", "person", "target = 30\n"),
        ] {
            assert!(
                paths(&plan(statement, unit, numbers)).is_empty(),
                "{statement}"
            );
        }
        assert!(lacks("X620", "").is_some());
    }
}
