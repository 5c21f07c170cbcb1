//! Budget lines that do not come to their total, or to their own product.

use foldhash::{HashMap, HashMapExt, HashSet};
use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::ActionStatus;
use crate::checks::context::{called, half_unit, id, listed};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::{Action, BudgetLine};
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "X607",
    name: "budget-does-not-sum",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Mix,
    title: Text::new("Budget does not sum", "预算合计不符"),
    why: Text::new(
        "Whether the lines come to the total is the first thing a finance reader checks, and the last thing to argue about (every budgeting guide; course rubrics).",
        "明细加起来等不等于总额，是财务人员最先核对的，也是最不该有争议的（各类预算指南与课程评分表）。",
    ),
    ask: Text::new(
        "Which line is missing or wrong, or which reserve is not written as a line?",
        "哪一项漏了或错了？还是有预备费没有单列？",
    ),
    page: include_str!("budget_does_not_sum.md"),
    check,
};

/// What a line adds to the total.
struct Share {
    /// If the amount is in the plan's currency.
    written: Decimal,
    /// If the amount is in the currency of the bill; nothing without an exchange rate.
    converted: Option<Decimal>,
    /// What rounding can have hidden.
    slack: Decimal,
}

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut checked = false;
    for line in &plan.budget {
        checked |= own_product(context, sink, line);
        ceiling(context, sink, line);
    }
    checked |= total(context, sink) == Some(true);
    checked |= actions(context, sink);
    if checked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "budget lines with amounts, and their total",
            "有金额的预算明细及其总额",
        ))
    }
}

/// Quantity times rate against the amount; true if all three are there.
fn own_product(context: &Context, sink: &mut Sink, line: &BudgetLine<'_>) -> bool {
    let (Some(quantity), Some(rate), Some(amount)) = (&line.quantity, &line.rate, &line.amount)
    else {
        return false;
    };
    let Some(product) = quantity.checked_mul(rate.value) else {
        return false;
    };
    // A rate such as 33.33 was rounded itself; one without a fraction was not.
    let rounded = if rate.fract().is_zero() {
        Decimal::ZERO
    } else {
        quantity
            .abs()
            .checked_mul(half_unit(rate.value))
            .unwrap_or_default()
    };
    let slack = half_unit(amount.value)
        .checked_add(rounded)
        .unwrap_or(rounded);
    let fits = |product: Decimal, slack: Decimal| near(product, amount.value, slack);
    let foreign = is_foreign(context, line);
    let exchanged = line.exchange_rate.as_ref().and_then(|exchange| {
        Some((
            product.checked_mul(exchange.value)?,
            slack.checked_mul(exchange.abs().max(Decimal::ONE))?,
        ))
    });
    match (foreign, exchanged) {
        _ if fits(product, slack) => {}
        // The amount may be in the plan's currency, and nobody says at which rate.
        (true, None) => return false,
        (true, Some((product, slack))) if fits(product, slack) => {}
        _ => {
            sink.value(
                line,
                "amount",
                amount,
                Text::new(
                    "“{0}” says {1}, but {2} × {3} is {4}.",
                    "“{0}”写的是{1}，而{2}×{3}是{4}。",
                ),
                &[
                    &called(line.item.as_ref(), line),
                    &show(amount.value),
                    &show(quantity.value),
                    &show(rate.value),
                    &show(product),
                ],
            );
        }
    }
    true
}

/// An amount above the share that the author allowed it.
fn ceiling(context: &Context, sink: &mut Sink, line: &BudgetLine<'_>) {
    let (Some(amount), Some(cap), Some(budget)) =
        (&line.amount, &line.cap_share, &context.plan.totals.budget)
    else {
        return;
    };
    let Some(most) = budget.checked_mul(cap.value) else {
        return;
    };
    // An amount in another currency may be smaller than it looks.
    let over = amount.checked_sub(most).unwrap_or_default();
    if is_foreign(context, line) || over <= half_unit(amount.value) {
        return;
    }
    sink.value(
        line,
        "cap_share",
        cap,
        Text::new(
            "“{0}” takes {1}, more than its ceiling of {2} of the budget, {3}.",
            "“{0}”用了{1}，超过为它定的上限：预算的{2}，即{3}。",
        ),
        &[
            &called(line.item.as_ref(), line),
            &show(amount.value),
            &show_percent(cap.value),
            &show(most),
        ],
    );
}

/// The lines against the total; nothing if they cannot be compared.
fn total(context: &Context, sink: &mut Sink) -> Option<bool> {
    let totals = &context.plan.totals;
    let budget = totals.budget.as_ref()?;
    let (mut sum, mut slack) = (Decimal::ZERO, Decimal::ZERO);
    // What a line adds if it is read the other way: its other currency.
    let (mut turns, mut unread, mut unfilled) = (Vec::new(), false, false);
    let (mut lines, mut open) = (0, Vec::new());
    for line in &context.plan.budget {
        match share(context, line) {
            Some(share) => {
                lines += 1;
                let read = share.converted.unwrap_or(share.written);
                unread |= share.converted.is_none();
                sum = sum.checked_add(read)?;
                slack = slack.checked_add(share.slack)?;
                if read != share.written {
                    turns.push(share.written.checked_sub(read)?);
                }
            }
            None => {
                unfilled |= line.cap_share.is_none();
                open.push(line);
            }
        }
    }
    still_open(context, &mut open);
    let short = sum.checked_sub(budget.value)?.is_sign_negative();
    // The last line takes what is left; two that share it are not divided.
    if let (true, Some(first), true) = (open.len() > 1, open.first(), short) {
        undivided(sink, first, &open, budget.value, sum);
        return Some(true);
    }
    if lines == 0 {
        return None;
    }
    if turned(sum, &turns).any(|sum| near(sum, budget.value, slack)) {
        return Some(true);
    }
    // A foreign bill without an exchange rate, or a line without an amount, leaves the sum open.
    if unread || (unfilled && short) {
        return None;
    }
    let gap = sum.checked_sub(budget.value)?;
    let text = if short {
        Text::new(
            "The budget lines come to {0}, which leaves {2} of the total of {1} without a line.",
            "预算明细合计{0}，总额是{1}，还有{2}没有列出用途。",
        )
    } else {
        Text::new(
            "The budget lines come to {0}, which is {2} more than the total of {1}.",
            "预算明细合计{0}，比总额{1}多出{2}。",
        )
    };
    let args = [show(sum), show(budget.value), show(gap.abs())];
    sink.value(
        totals,
        "budget",
        budget,
        text,
        &[&args[0], &args[1], &args[2]],
    );
    Some(true)
}

/// Beyond so many bills abroad only the two plain readings are tried.
const TURNS: usize = 8;

/// The sums with any of the foreign bills read in the other currency.
fn turned(sum: Decimal, turns: &[Decimal]) -> impl Iterator<Item = Decimal> {
    let few = turns.len() <= TURNS;
    let ways = if few { 1_u32 << turns.len() } else { 2 };
    (0..ways).filter_map(move |way| {
        let turn = |at: usize| if few { way >> at & 1 == 1 } else { way == 1 };
        let taken = turns.iter().enumerate().filter(|(at, _)| turn(*at));
        let mut all = Some(sum);
        for (_, change) in taken {
            all = all.and_then(|sum| sum.checked_add(*change));
        }
        all
    })
}

/// Keeps the lines that are still to be filled: a ceiling only sets a limit, a line with an actual
/// sum is a record of what was paid, and an action may say the cost.
fn still_open(context: &Context, open: &mut Vec<&BudgetLine<'_>>) {
    if open.is_empty() {
        return;
    }
    let plan = context.plan;
    let costed = plan.actions.iter().filter(|row| row.cost.is_some());
    let costed: HashSet<&str> = costed.filter_map(|row| id(row.id.as_ref())).collect();
    open.retain(|line| {
        line.cap_share.is_none()
            && line.actual.is_none()
            && !filled(line.action.as_ref()).is_some_and(|id| costed.contains(id))
            && !plan.is_unknown(&line.path("amount"))
    });
}

fn undivided(
    sink: &mut Sink,
    first: &BudgetLine<'_>,
    open: &[&BudgetLine<'_>],
    budget: Decimal,
    sum: Decimal,
) {
    let names: Vec<String> = open
        .iter()
        .map(|line| called(line.item.as_ref(), *line))
        .collect();
    let names: Vec<&str> = names.iter().take(4).map(String::as_str).collect();
    let rest = budget.checked_sub(sum).unwrap_or_default();
    sink.missing(
        first,
        "amount",
        Text::new(
            "{0} lines have no amount ({1}): {2} of the total of {3} is not divided among them.",
            "{0}项预算没有金额（{1}）：总额{3}里的{2}没有分到各项。",
        ),
        &[
            &open.len().to_string(),
            &listed(&names),
            &show(rest),
            &show(budget),
        ],
    )
    .severity = Severity::Warning;
}

/// What actions say they cost against the lines that pay for them, and against the total; true if
/// there was anything to compare.
fn actions(context: &Context, sink: &mut Sink) -> bool {
    let plan = context.plan;
    let mut paid: HashMap<&str, Option<(Decimal, Decimal)>> = HashMap::new();
    for line in &plan.budget {
        let Some(action) = filled(line.action.as_ref()) else {
            continue;
        };
        // A bill abroad can be read in two ways, and a line without an amount is still to come.
        let share = share(context, line).filter(|it| it.converted == Some(it.written));
        let sum = paid
            .entry(action)
            .or_insert(Some((Decimal::ZERO, Decimal::ZERO)));
        *sum = sum.zip(share).and_then(|((sum, slack), share)| {
            Some((
                sum.checked_add(share.written)?,
                slack.checked_add(share.slack)?,
            ))
        });
    }
    let (mut compared, mut all, mut wrong) = (false, Some(Decimal::ZERO), false);
    for action in plan.actions.iter().filter(|row| !is_dropped(row)) {
        let Some(cost) = &action.cost else {
            continue;
        };
        all = all.and_then(|sum| sum.checked_add(cost.value));
        let Some((sum, slack)) = id(action.id.as_ref()).and_then(|id| *paid.get(id)?) else {
            continue;
        };
        compared = true;
        let Some(slack) = slack.checked_add(half_unit(cost.value)) else {
            continue;
        };
        if near(sum, cost.value, slack) {
            continue;
        }
        wrong = true;
        let name = called(action.what.as_ref(), action);
        sink.value(
            action,
            "cost",
            cost,
            Text::new(
                "“{0}” costs {1}, but its budget lines come to {2}.",
                "“{0}”的费用是{1}，而对应的预算项合计{2}。",
            ),
            &[&name, &show(cost.value), &show(sum)],
        )
        .severity = Severity::Warning;
    }
    let (Some(all), Some(budget)) = (all, &plan.totals.budget) else {
        return compared;
    };
    // Where the lines already differ from the costs, the total is told there.
    if !wrong && all > budget.value && all > Decimal::ZERO {
        sink.value(
            &plan.totals,
            "budget",
            budget,
            Text::new(
                "The actions cost {0} in all, more than the budget of {1}.",
                "各项行动的费用一共{0}，超过预算总额{1}。",
            ),
            &[&show(all), &show(budget.value)],
        )
        .severity = Severity::Warning;
    }
    compared || all > Decimal::ZERO
}

fn is_dropped(action: &Action<'_>) -> bool {
    action
        .status
        .as_ref()
        .is_some_and(|status| status.value == ActionStatus::Dropped)
}

/// What a line adds; nothing if it has no amount, said or worked out.
fn share(context: &Context, line: &BudgetLine<'_>) -> Option<Share> {
    let product = || {
        line.quantity
            .as_ref()?
            .checked_mul(line.rate.as_ref()?.value)
    };
    let exchange = line.exchange_rate.as_ref().map(|rate| rate.value);
    let product = product();
    let amount = line.amount.as_ref().map(|amount| amount.value);
    let value = amount.or(product)?;
    let slack = half_unit(value);
    if !is_foreign(context, line) {
        return Some(Share {
            written: value,
            converted: Some(value),
            slack,
        });
    }
    let converted = exchange.and_then(|rate| value.checked_mul(rate));
    let slack = slack.checked_mul(exchange.unwrap_or_default().abs().max(Decimal::ONE))?;
    // Where quantity and rate show which currency the amount is in, there is no doubt.
    let in_plan = amount
        .zip(product.zip(exchange))
        .and_then(|(amount, (product, rate))| {
            let exchanged = product.checked_mul(rate)?;
            (!near(product, amount, slack) && near(exchanged, amount, slack)).then_some(amount)
        });
    Some(Share {
        written: value,
        converted: in_plan.or(converted),
        slack,
    })
}

/// Whether a line is billed in another currency than the plan's.
fn is_foreign(context: &Context, line: &BudgetLine<'_>) -> bool {
    let plan = filled(context.plan.frame.currency.as_ref());
    filled(line.currency.as_ref())
        .is_some_and(|bill| !plan.is_some_and(|plan| plan.trim().eq_ignore_ascii_case(bill.trim())))
}

fn near(a: Decimal, b: Decimal, slack: Decimal) -> bool {
    a.checked_sub(b).is_some_and(|gap| gap.abs() <= slack)
}

#[cfg(test)]
mod tests;
