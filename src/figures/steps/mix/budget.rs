//! What the budget comes to: in all, by lever, by month and by objective.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::{id, is};
use super::prices::WHOLE_PLAN;
use crate::catalogue::Step;
use crate::catalogue::choices::{Choose, Lever};
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::of_plans::budget::{BUDGET_LINE, BUDGET_PHASING, BUDGET_TOTAL};
use crate::figures::formulas::of_plans::control::SUM_AND_SHARE;
use crate::plan::records::BudgetLine;
use crate::plan::{Plan, Record};
use crate::words::Text;
use crate::words::date::Period;

/// Adds the figures of the budget.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    let totals = &plan.totals;
    let lines: Vec<(&BudgetLine<'_>, Figure)> = plan
        .budget
        .iter()
        .filter_map(|row| Some((row, line(plan, row)?)))
        .collect();
    if lines.is_empty() {
        return;
    }
    let label = Text::new("Budget", "预算");
    let mut draft = Draft::new("budget", label, Step::Mix, &BUDGET_TOTAL).per(WHOLE_PLAN);
    for (_, line) in &lines {
        draft = draft.from("amounts", line, "amount");
    }
    let whole = draft
        .take("budget", totals, "budget", totals.budget.as_ref())
        .done();
    for (&lever, choice) in Lever::VALUES.iter().zip(Lever::CHOICES) {
        let own = lines
            .iter()
            .filter(|(row, _)| row.lever.as_ref().is_some_and(|it| it.value == lever));
        let label = Text::new("Budget of a lever", "分项预算（按营销手段）");
        let draft = Draft::new("budget-by-lever", label, Step::Mix, &SUM_AND_SHARE)
            .about_choice(choice, "mix.budget");
        figures.extend(sum(draft, own.map(|(_, line)| line), &whole));
    }
    by_objective(plan, &lines, &whole, figures);
    by_month(&lines, figures);
    let spent = lines.iter().filter(|(row, _)| row.actual.is_some());
    let label = Text::new("Budget spent", "已花预算");
    let mut draft = Draft::new("budget-spent", label, Step::Mix, &SUM_AND_SHARE);
    for (row, _) in spent {
        draft = draft.take("amounts", *row, "actual", row.actual.as_ref());
    }
    if let Some(spent) = draft.from("whole", &whole, "total").begun_with("amounts") {
        figures.push(spent);
    }
    figures.push(whole);
    figures.extend(lines.into_iter().map(|(_, line)| line));
}

/// The sum of some lines, and their share of all; nothing where there are none.
fn sum<'f>(
    draft: Draft,
    lines: impl Iterator<Item = &'f Figure>,
    whole: &Figure,
) -> Option<Figure> {
    let draft = lines.fold(draft, |draft, line| draft.from("amounts", line, "amount"));
    let draft = draft.from("whole", whole, "total").per(WHOLE_PLAN);
    draft.begun_with("amounts")
}

/// What one line costs in the plan's currency; a bare ceiling costs nothing.
fn line(plan: &Plan, row: &BudgetLine<'_>) -> Option<Figure> {
    let label = Text::new("Budget line", "预算行");
    let mut draft =
        Draft::new("budget-line", label, Step::Mix, &BUDGET_LINE).of(row, row.item.as_ref());
    let product = row.quantity.is_some() || row.rate.is_some();
    draft = match (&row.amount, product) {
        (Some(amount), _) => draft.take("sum", row, "amount", Some(amount)),
        (None, true) => draft
            .take("quantity", row, "quantity", row.quantity.as_ref())
            .take("rate", row, "rate", row.rate.as_ref()),
        (None, false) => return None,
    };
    if is_foreign(plan, row) {
        draft = if is_in_plan_currency(row) {
            draft.note(Text::new(
                "Billed in another currency; quantity × rate × exchange rate shows that the amount is already in the plan's.",
                "账单是外币；由数量×单价×汇率可知，金额已折成计划的货币。",
            ))
        } else if let Some(rate) = &row.exchange_rate {
            draft.take("exchange-rate", row, "exchange_rate", Some(rate))
        } else {
            draft.lacks(row.path("exchange_rate"))
        };
    }
    if row.amount.is_none() && (row.quantity.is_none() || row.rate.is_none()) {
        let key = if row.rate.is_none() {
            "rate"
        } else {
            "quantity"
        };
        draft = draft.lacks(row.path(key));
    }
    Some(draft.done())
}

/// Whether a line is billed in another currency than the plan's.
fn is_foreign(plan: &Plan, row: &BudgetLine<'_>) -> bool {
    let own = id(plan.frame.currency.as_ref());
    id(row.currency.as_ref())
        .is_some_and(|bill| !own.is_some_and(|own| own.eq_ignore_ascii_case(bill)))
}

/// Whether quantity and rate show that a foreign bill's amount has been exchanged already.
fn is_in_plan_currency(row: &BudgetLine<'_>) -> bool {
    let exchanged = || {
        let amount = row.amount.as_ref()?.value;
        let product = row
            .quantity
            .as_ref()?
            .checked_mul(row.rate.as_ref()?.value)?;
        let exchanged = product.checked_mul(row.exchange_rate.as_ref()?.value)?;
        let cent = Decimal::new(1, 2);
        let near = |one: Decimal| one.checked_sub(amount).is_some_and(|it| it.abs() <= cent);
        Some(!near(product) && near(exchanged))
    };
    exchanged().unwrap_or(false)
}

/// The budget by the objective that a line's action serves.
fn by_objective(
    plan: &Plan,
    lines: &[(&BudgetLine<'_>, Figure)],
    whole: &Figure,
    figures: &mut Vec<Figure>,
) {
    let of = |row: &BudgetLine<'_>| {
        let wanted = id(row.action.as_ref())?;
        let action = plan.actions.iter().find(|it| is(it.id.as_ref(), wanted))?;
        let objective = id(action.objective.as_ref())?;
        plan.objectives
            .iter()
            .position(|it| is(it.id.as_ref(), objective))
    };
    let mut by: BTreeMap<Option<usize>, Vec<&Figure>> = BTreeMap::new();
    for (row, line) in lines {
        by.entry(of(row)).or_default().push(line);
    }
    if by.keys().all(Option::is_none) {
        return;
    }
    for (at, lines) in by {
        let label = Text::new("Budget of an objective", "分项预算（按目标）");
        let draft = Draft::new("budget-by-objective", label, Step::Mix, &SUM_AND_SHARE);
        let draft = match at.and_then(|at| plan.objectives.get(at)) {
            Some(row) => draft.of(row, row.statement.as_ref().or(row.metric.as_ref())),
            None => draft
                .about("none", "—", "mix.budget".to_owned())
                .note(Text::new(
                    "These lines name no action that serves an objective.",
                    "这些行没有写所属行动，或行动没有写服务于哪个目标。",
                )),
        };
        figures.extend(sum(draft, lines.into_iter(), whole));
    }
}

/// A line with its row, and how many months its period has.
type Spread<'f, 'p> = (&'f BudgetLine<'p>, &'f Figure, i8);

/// The budget by the month, each line spread evenly over its period.
fn by_month(lines: &[(&BudgetLine<'_>, Figure)], figures: &mut Vec<Figure>) {
    let mut by: BTreeMap<(i16, i8), Vec<Spread<'_, '_>>> = BTreeMap::new();
    for (row, line) in lines {
        let period = row.period.as_ref().and_then(|it| Period::parse(&it.value));
        let Some(period) = period else {
            // Without a time nothing can be spread: half a picture would mislead.
            return;
        };
        let first = period.first_day();
        for nth in 0..period.months() {
            let month = (first.year(), first.month() + nth);
            by.entry(month)
                .or_default()
                .push((row, line, period.months()));
        }
    }
    for ((year, month), lines) in by {
        let label = Text::new("Budget of a month", "分项预算（按月）");
        let name = format!("{year}-{month:02}");
        let mut draft = Draft::new("budget-by-month", label, Step::Mix, &BUDGET_PHASING)
            .about(&name, &name, "mix.budget".to_owned())
            .per(Text::new("the month", "当月"));
        if lines.iter().any(|(row, ..)| row.actual.is_some()) {
            draft = draft.note(Text::new(
                "What was spent on a line is spread over its months alike; a line without an actual counts as not yet spent.",
                "一行的实际支出也平均摊到各个月；没有写实际支出的行，算作还没有花。",
            ));
        }
        for (row, line, months) in lines {
            let months = Decimal::from(months);
            draft =
                draft
                    .from("amounts", line, "amount")
                    .number("months", months, row.path("period"));
            if row.actual.is_some() {
                draft = draft
                    .take("actuals", row, "actual", row.actual.as_ref())
                    .number("actual-months", months, row.path("period"));
            }
        }
        figures.push(draft.done());
    }
}
