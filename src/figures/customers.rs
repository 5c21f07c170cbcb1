//! Which relationship group customers belong to, for rules and figures alike.
//!
//! The groups themselves are [`Relationship`].

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::catalogue::choices::{Cycle, Policy};
use crate::prose::Lexicon;
use crate::words::Relationship;

/// The group for which a policy is meant.
pub const fn of_policy(policy: Policy) -> Relationship {
    match policy {
        Policy::Invest => Relationship::Friend,
        Policy::Harvest => Relationship::Butterfly,
        Policy::Reprice => Relationship::Barnacle,
        Policy::Leave => Relationship::Stranger,
    }
}

/// How many periods of the groups make a year.
pub const fn periods_a_year(period: Cycle) -> u32 {
    match period {
        Cycle::Week => 52,
        Cycle::Month => 12,
        Cycle::Quarter => 4,
        Cycle::Year => 1,
    }
}

/// Whether a margin makes a customer profitable, by a line that may not be drawn; who leaves
/// nothing never is.
pub fn is_profitable(
    margin: Decimal,
    margin_a_year: Option<Decimal>,
    line: Option<Decimal>,
) -> Option<bool> {
    if let (Some(line), Some(margin)) = (line, margin_a_year) {
        return Some(margin >= line);
    }
    (margin <= Decimal::ZERO).then_some(false)
}

/// Names of groups that have only just come.
const NEW: &str = "\
    new customer, new client, new member, new subscriber, new user, new guest, new buyer, \
    newcomer, first-time, first time, first order, first purchase, first year, on trial, \
    free trial, 新客, 新顾客, 新会员, 新用户, 新手, 首购, 首次, 首单, 初次, 第一次, 试用";

static NEW_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(NEW));

/// Whether a group has only just come, by its name: how long they stay is still open.
pub fn is_new(name: &str) -> bool {
    NEW_WORDS.is_in(name)
}
