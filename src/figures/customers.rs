//! Which relationship group customers belong to, for rules and figures alike.
//!
//! Profit and loyalty make four groups (Reinartz & Kumar 2002).

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::catalogue::choices::{Cycle, Policy};
use crate::prose::Lexicon;
use crate::words::Text;

/// The four relationship groups: by profit, and by how long they stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Profitable and loyal.
    Friend,
    /// Profitable, soon gone.
    Butterfly,
    /// Loyal, and hardly worth it.
    Barnacle,
    /// Neither.
    Stranger,
}

impl Kind {
    /// The group of customers who are profitable or not, and loyal or not.
    pub const fn of(profitable: bool, loyal: bool) -> Kind {
        match (profitable, loyal) {
            (true, true) => Kind::Friend,
            (true, false) => Kind::Butterfly,
            (false, true) => Kind::Barnacle,
            (false, false) => Kind::Stranger,
        }
    }

    /// The group for which a policy is meant.
    pub const fn of_policy(policy: Policy) -> Kind {
        match policy {
            Policy::Invest => Kind::Friend,
            Policy::Harvest => Kind::Butterfly,
            Policy::Reprice => Kind::Barnacle,
            Policy::Leave => Kind::Stranger,
        }
    }

    /// Its name, and what is done with it.
    pub const fn words(self) -> Text {
        match self {
            Kind::Friend => Text::new(
                "true friends (invest in them)",
                "真正的朋友（投入，让他们满意）",
            ),
            Kind::Butterfly => Text::new(
                "butterflies (harvest while they are here)",
                "蝴蝶（趁他们在时收获，不强求忠诚）",
            ),
            Kind::Barnacle => Text::new(
                "barnacles (reprice, or serve for less)",
                "藤壶（调价，或降低服务成本）",
            ),
            Kind::Stranger => Text::new(
                "strangers (spend nothing on keeping them)",
                "陌生人（不为留住他们花钱）",
            ),
        }
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
