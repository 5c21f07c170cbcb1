//! What the customers of a file tell: recency, frequency and money, retention, tiers, and profit ×
//! loyalty (Reinartz & Kumar 2002).
//!
//! Every sum is exact; every rate is a quotient of two counts or sums and rounded only where it is
//! shown. What each word means:
//!
//! - A *purchase* is a row with an amount above nothing. A refund lowers money and is no purchase.
//! - The *day of reference* is the last day of the file, or the one that was told. A period is
//!   *complete* when its last day is not after it.
//! - A customer's *cohort* is the period of the first purchase. Who bought in a period was *at
//!   risk* in it, and is *retained* who bought in the next one too.
//! - The *window* is the last two complete periods. The customers of the groups are those who
//!   bought in it. *Loyal* is who bought in both, *profitable* whose profit a year reaches the
//!   threshold.
//! - The *retention of a group* is measured one period earlier, since a group that is made of
//!   loyalty would find its own rule again: of those whom the same rule put into the group one
//!   period before and who bought in that window's second period, who bought in the next one?

mod cohorts;
mod groups;
mod recency;
mod tiers;

pub use cohorts::{Cohort, Pair, Retention};
pub use groups::{Group, Window, fine, money};
pub use recency::Quintile;
pub use tiers::{Tier, Tiers};

use super::day::{Day, Length};
use super::ledger::Ledger;
use super::pass::Outcome;

/// What a column of costs holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostIs {
    /// What the goods cost: the amount less the cost is the margin.
    Goods,
    /// What serving the customer costs beyond the goods: the margin less the cost is the profit.
    Serve,
}

/// What the profit of a customer is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A column of margins.
    Margin,
    /// A share of what was paid.
    Rate,
    /// What was paid, less the cost of the goods.
    LessCost,
    /// What was paid: this is no profit.
    Revenue,
}

/// By which terms customers are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// The length of a period.
    pub length: Length,
    /// The day of reference, if told.
    pub today: Option<Day>,
    /// The margin as a share of what was paid, in ten-thousandths, if told.
    pub rate: Option<i64>,
    /// The profit per customer and year from which they are profitable, in parts of money.
    pub threshold: Option<i64>,
    /// What the column of costs holds, if told.
    pub cost: Option<CostIs>,
    /// Up to which share of all profit tiers A and B go, in ten-thousandths.
    pub tiers: [i64; 2],
}

/// How profit is made of what is known of a customer; money here has eight decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worth {
    /// What it is made of.
    pub basis: Basis,
    /// What costs are, where there is a column of them.
    pub cost: Option<CostIs>,
    rate: i64,
}

/// How many of a [`Worth`]'s units one part of an amount has.
const FINE: i128 = 10_000;

impl Worth {
    /// How profit is made under these terms of a file with or without these columns.
    pub fn new(has_margin: bool, has_cost: bool, terms: &Terms) -> Worth {
        let knows_margin = has_margin || terms.rate.is_some();
        let usual = if knows_margin {
            CostIs::Serve
        } else {
            CostIs::Goods
        };
        let cost = has_cost.then(|| terms.cost.unwrap_or(usual));
        let basis = match (terms.rate, has_margin, cost) {
            (Some(_), ..) => Basis::Rate,
            (None, true, _) => Basis::Margin,
            (None, false, Some(CostIs::Goods)) => Basis::LessCost,
            (None, false, _) => Basis::Revenue,
        };
        Worth {
            basis,
            cost,
            rate: terms.rate.unwrap_or_default(),
        }
    }

    fn margin(&self, [money, margin, cost]: [i64; 3]) -> i128 {
        match self.basis {
            Basis::Margin => i128::from(margin) * FINE,
            Basis::Rate => i128::from(money) * i128::from(self.rate),
            Basis::LessCost => (i128::from(money) - i128::from(cost)) * FINE,
            Basis::Revenue => i128::from(money) * FINE,
        }
    }

    fn serve(&self, [_, _, cost]: [i64; 3]) -> i128 {
        match self.cost {
            Some(CostIs::Serve) => i128::from(cost) * FINE,
            _ => 0,
        }
    }

    fn profit(&self, sums: [i64; 3]) -> i128 {
        self.margin(sums) - self.serve(sums)
    }
}

/// What the customers of a file tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How profit is made.
    pub worth: Worth,
    /// The length of a period.
    pub length: Length,
    /// The day of reference.
    pub reference: Day,
    /// The first day of the file.
    pub first: Day,
    /// The first period that the file covers whole.
    pub first_complete: u16,
    /// The first period that is not over.
    pub running: u16,
    /// Customers who bought at least once.
    pub customers: u64,
    /// Customers who only gave back.
    pub without: u64,
    /// What all of them paid, in parts of money.
    pub money: i128,
    /// How often they bought.
    pub purchases: u64,
    /// For recency, frequency and money: the fifths of the customers, the best first.
    pub fifths: [[Option<Quintile>; 5]; 3],
    /// Retention by cohort and by period.
    pub retention: Retention,
    /// Tiers by profit.
    pub tiers: Tiers,
    /// Profit × loyalty; nothing where the file has less than two complete periods.
    pub window: Option<Window>,
}

/// What the customers of a file tell under these terms.
pub fn report(outcome: &Outcome, terms: &Terms) -> Report {
    let ledger = &outcome.ledger;
    let worth = Worth::new(ledger.has_margin(), ledger.has_cost(), terms);
    let length = terms.length;
    let reference = terms.today.unwrap_or(outcome.last);
    let running = reference.running(length);
    let first_complete = first_complete(outcome.first, length);
    let buyers = || ledger.customers().filter(|(_, it)| it.purchases() > 0);
    let customers = buyers().count() as u64;
    Report {
        worth,
        length,
        reference,
        first: outcome.first,
        first_complete,
        running,
        customers,
        without: ledger.len() as u64 - customers,
        money: (0..ledger.len())
            .map(|at| i128::from(ledger.all(at)[0]))
            .sum(),
        purchases: buyers().map(|(_, it)| u64::from(it.purchases())).sum(),
        fifths: recency::fifths(ledger, reference),
        retention: cohorts::retention(
            ledger,
            outcome.first.period(length),
            first_complete,
            running,
        ),
        tiers: tiers::tiers(&profits(ledger, &worth), terms.tiers),
        window: groups::window(ledger, &worth, terms, first_complete, running),
    }
}

/// What each customer who bought left in all, the most first.
fn profits(ledger: &Ledger, worth: &Worth) -> Vec<i128> {
    let buyers = ledger.customers().filter(|(_, it)| it.purchases() > 0);
    let mut profits: Vec<i128> = buyers.map(|(at, _)| worth.profit(ledger.all(at))).collect();
    profits.sort_unstable_by(|a, b| b.cmp(a));
    profits
}

/// The first period that a file covers which begins on this day.
///
/// A shop that opens on the 2nd of January covers the year; one that opens in March does not. The
/// line is a tenth of the period.
fn first_complete(first: Day, length: Length) -> u16 {
    let period = first.period(length);
    let begin = Day::from_date(super::day::first_day(period, length));
    let late = begin.map_or(0, |begin| first.days() - begin.days());
    period + u16::from(late > length.months() * 3)
}

#[cfg(test)]
mod tests;
