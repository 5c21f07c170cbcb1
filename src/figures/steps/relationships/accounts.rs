//! What key accounts are worth, and how much hangs on them.

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::figures::figure::{Draft, Figure};
use crate::figures::formulas::equity::ABC_SCORE;
use crate::figures::formulas::of_plans::equity::KEY_ACCOUNTS;
use crate::plan::records::Account;
use crate::plan::{Plan, Record};
use crate::words::Text;

/// Adds the figures of key accounts.
pub(super) fn figures(plan: &Plan, figures: &mut Vec<Figure>) {
    let most = |number: fn(&Account<'_>) -> Option<Decimal>| {
        let accounts = plan.accounts.iter();
        accounts
            .filter_map(|row| Some((number(row)?, row)))
            .max_by_key(|(number, _)| *number)
    };
    let frequency = most(|row| row.frequency.as_ref().map(|it| it.value));
    let volume = most(|row| row.volume.as_ref().map(|it| it.value));
    for row in &plan.accounts {
        // A name and a share of revenue are no judgement yet.
        if row.frequency.is_none() && row.volume.is_none() {
            continue;
        }
        let label = Text::new("Importance of an account", "大客户的重要程度");
        let mut draft = Draft::new("account", label, Step::Relationships, &ABC_SCORE)
            .of(row, row.name.as_ref())
            .take("probability", row, "probability", row.probability.as_ref())
            .take("frequency", row, "frequency", row.frequency.as_ref())
            .take("volume", row, "volume", row.volume.as_ref())
            .take("credit", row, "credit", row.credit.as_ref())
            .take("influence", row, "influence", row.influence.as_ref())
            .take("prospects", row, "prospects", row.prospects.as_ref())
            .take("loyalty", row, "loyalty", row.loyalty.as_ref());
        if let Some((number, most)) = frequency {
            draft = draft.number("highest-frequency", number, most.path("frequency"));
        }
        if let Some((number, most)) = volume {
            draft = draft.number("highest-volume", number, most.path("volume"));
        }
        figures.push(draft.done());
    }
    let label = Text::new("Revenue that hangs on key accounts", "系于大客户的收入");
    let mut draft = Draft::new("account-shares", label, Step::Relationships, &KEY_ACCOUNTS);
    for row in plan
        .accounts
        .iter()
        .filter(|row| row.revenue_share.is_some())
    {
        draft = draft.take("shares", row, "revenue_share", row.revenue_share.as_ref());
    }
    figures.extend(draft.begun_with("shares"));
}
