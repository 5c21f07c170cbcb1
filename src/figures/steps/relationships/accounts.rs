//! What key accounts are worth, and how much hangs on them.

use super::super::own::formula;
use crate::catalogue::Step;
use crate::figures::Amount;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::input::{Range, Unit, many, one};
use crate::plan::Plan;
use crate::words::Text;

/// Adds the figures of key accounts.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    for row in &plan.accounts {
        let label = Text::new("Expected business of an account", "大客户的预期业务");
        let draft = Draft::new("account", label, Step::Relationships, &ACCOUNT)
            .of(row, row.name.as_ref())
            .take("probability", row, "probability", row.probability.as_ref())
            .take("frequency", row, "frequency", row.frequency.as_ref())
            .take("volume", row, "volume", row.volume.as_ref());
        if row.frequency.is_some() || row.volume.is_some() {
            figures.extend(draft.begun());
        }
    }
    let label = Text::new("Revenue that hangs on key accounts", "系于大客户的收入");
    let mut draft = Draft::new("account-shares", label, Step::Relationships, &SHARES);
    for row in plan
        .accounts
        .iter()
        .filter(|row| row.revenue_share.is_some())
    {
        draft = draft.take("shares", row, "revenue_share", row.revenue_share.as_ref());
    }
    figures.extend(draft.begun_with("shares"));
}

static ACCOUNT: Formula = formula(
    "expected-account-value",
    Topic::Customers,
    Text::new("Expected business of an account", "大客户的预期业务"),
    Text::new(
        "What will an account buy in a period, as likely as it is?",
        "按可能性算，这个大客户一期会买多少？",
    ),
    &[
        one("probability", Unit::Rate, "Probability", "成交概率").in_range(Range::Share),
        one(
            "frequency",
            Unit::Number,
            "Orders in a period",
            "每期订单数",
        ),
        one("volume", Unit::Money, "Amount of one order", "每单金额"),
    ],
    &[out(
        "value",
        Unit::Money,
        "Expected business",
        "预期业务额",
        "{probability} × {frequency} × {volume}",
    )],
    |given, results| {
        let orders = given.one("probability") * given.one("frequency");
        results.one("value", orders * given.one("volume"));
    },
);

static SHARES: Formula = formula(
    "account-shares",
    Topic::Control,
    Text::new("Dependence on key accounts", "对大客户的依赖"),
    Text::new(
        "How much of the revenue hangs on customers with a name?",
        "收入有多大一块系于点得出名字的客户？",
    ),
    &[many(
        "shares",
        Unit::Rate,
        "Shares of revenue",
        "各大客户的收入占比",
    )
    .in_range(Range::Share)],
    &[
        out(
            "together",
            Unit::Rate,
            "All together",
            "合计占比",
            "Σ({shares})",
        ),
        out(
            "largest",
            Unit::Rate,
            "The largest",
            "最大一家",
            "max({shares})",
        ),
    ],
    |given, results| {
        let shares = given.many("shares");
        let largest = shares.iter().filter_map(|share| share.ok()).max();
        results.one("together", Amount::sum(shares.iter().copied()));
        results.one("largest", largest.map_or(Amount::ZERO, Amount::from));
    },
);
