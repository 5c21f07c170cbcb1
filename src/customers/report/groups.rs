//! Profit × loyalty: the four relationship groups, and the segments, over the last two periods.

use rust_decimal::Decimal;

use super::{FINE, Terms, Worth};
use crate::customers::day::Length;
use crate::customers::ledger::{Customer, Ledger};
use crate::words::Relationship;

/// Customers of one group, and what they did in the window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// The id of a relationship group, or the name of a segment.
    pub key: String,
    /// How many customers.
    pub customers: u64,
    /// How often they bought.
    pub purchases: u64,
    /// What they paid, in parts of money.
    pub revenue: i128,
    /// What was left of it, with eight decimals.
    pub margin: i128,
    /// What serving them cost, with eight decimals.
    pub serve: i128,
    /// Whose retention was measured.
    pub at_risk: u64,
    /// Who of them bought in the next period.
    pub retained: u64,
}

impl Group {
    /// What they left, with eight decimals.
    pub fn profit(&self) -> i128 {
        self.margin - self.serve
    }

    /// Purchases per customer and period.
    pub fn purchases_a_period(&self) -> Option<Decimal> {
        Decimal::from(self.purchases).checked_div(Decimal::from(self.customers * PERIODS))
    }

    /// What one purchase brought.
    pub fn average_purchase(&self) -> Option<Decimal> {
        money(self.revenue)?.checked_div(self.purchases.into())
    }

    /// The margin as a share of revenue.
    pub fn margin_rate(&self) -> Option<Decimal> {
        fine(self.margin)?.checked_div(money(self.revenue)?)
    }

    /// What serving one customer cost in a period.
    pub fn cost_to_serve(&self) -> Option<Decimal> {
        fine(self.serve)?.checked_div(Decimal::from(self.customers * PERIODS))
    }

    /// The share that was retained.
    pub fn retention(&self) -> Option<Decimal> {
        Decimal::from(self.retained).checked_div(self.at_risk.into())
    }

    fn add(&mut self, worth: &Worth, purchases: u64, sums: [i64; 3]) {
        self.customers += 1;
        self.purchases += purchases;
        self.revenue += i128::from(sums[0]);
        self.margin += worth.margin(sums);
        self.serve += worth.serve(sums);
    }
}

/// How many periods the window has.
const PERIODS: u64 = 2;

/// Parts of money as a number.
pub fn money(parts: i128) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(parts, 4).ok()
}

/// Money with eight decimals as a number.
pub fn fine(units: i128) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(units, 8).ok()
}

/// The last two complete periods, and who bought in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// The first of the two.
    pub earlier: u16,
    /// The last complete period.
    pub latest: u16,
    /// The profit per customer and year from which they are profitable; half of them, if no one
    /// said another.
    pub threshold: Decimal,
    /// Whether it was told.
    pub is_told: bool,
    /// Whether the file covers the period before, by which retention is measured.
    pub has_before: bool,
    /// The four groups.
    pub groups: Vec<Group>,
    /// The segments, by name; empty without a column of them.
    pub segments: Vec<Group>,
    /// Customers who bought in neither period, but since.
    pub since: u64,
    /// Customers who bought in neither period, nor since.
    pub lapsed: u64,
}

pub(super) fn window(
    ledger: &Ledger,
    worth: &Worth,
    terms: &Terms,
    first_complete: u16,
    running: u16,
) -> Option<Window> {
    let latest = running.checked_sub(1)?;
    let earlier = latest.checked_sub(1).filter(|it| *it >= first_complete)?;
    let before = earlier.checked_sub(1);
    let now = Span {
        ledger,
        periods: [Some(earlier), Some(latest)],
    };
    let then = Span {
        ledger,
        periods: [before, Some(earlier)],
    };
    let line = Line::new(&now, worth, terms);
    let mut groups = Relationship::ALL.map(|kind| Group {
        key: kind.key().to_owned(),
        ..Group::default()
    });
    let mut segments: Vec<Group> = ledger.segments().iter().map(|name| named(name)).collect();
    let (mut since, mut lapsed) = (0, 0);
    for (at, customer) in ledger.customers() {
        if customer.purchases() == 0 {
            continue;
        }
        let bought = [earlier, latest].map(|it| customer.purchases_in(it));
        if now.has(customer) {
            let sums = now.sums(at);
            let purchases = bought.iter().map(|it| u64::from(*it)).sum();
            let kind = line.kind(worth, &now, at, customer);
            groups[kind as usize].add(worth, purchases, sums);
            if let Some(group) = segments.get_mut(usize::from(customer.segment())) {
                group.add(worth, purchases, sums);
                group.at_risk += u64::from(bought[0] > 0);
                group.retained += u64::from(bought[0] > 0 && bought[1] > 0);
            }
        } else if customer.purchases_in(running) > 0 {
            since += 1;
        } else {
            lapsed += 1;
        }
        if bought[0] > 0 {
            let kind = line.kind(worth, &then, at, customer);
            groups[kind as usize].at_risk += 1;
            groups[kind as usize].retained += u64::from(bought[1] > 0);
        }
    }
    let has_segments = ledger.segments().len() > 1;
    segments.retain(|it| has_segments && it.customers > 0);
    segments.sort_by(|a, b| a.key.cmp(&b.key));
    Some(Window {
        earlier,
        latest,
        threshold: line.a_year(terms.length),
        is_told: terms.threshold.is_some(),
        has_before: before.is_some_and(|it| it >= first_complete),
        groups: groups.into(),
        segments,
        since,
        lapsed,
    })
}

fn named(name: &str) -> Group {
    Group {
        key: name.to_owned(),
        ..Group::default()
    }
}

/// Two periods, one after the other.
struct Span<'a> {
    ledger: &'a Ledger,
    periods: [Option<u16>; 2],
}

impl Span<'_> {
    fn bought(&self, customer: &Customer) -> [bool; 2] {
        let bought = |period: u16| customer.purchases_in(period) > 0;
        self.periods.map(|it| it.is_some_and(bought))
    }

    fn has(&self, customer: &Customer) -> bool {
        self.bought(customer).contains(&true)
    }

    fn is_loyal(&self, customer: &Customer) -> bool {
        self.bought(customer) == [true; 2]
    }

    fn sums(&self, at: usize) -> [i64; 3] {
        let of = |period: Option<u16>| period.map_or([0; 3], |it| self.ledger.of_period(at, it));
        let [a, b] = self.periods.map(of);
        [0, 1, 2].map(|it| a[it].saturating_add(b[it]))
    }
}

/// From which profit customers are profitable: six times that of a window, or a year's times the
/// months of a period, so that nothing is divided.
struct Line(i128);

impl Line {
    fn new(now: &Span<'_>, worth: &Worth, terms: &Terms) -> Line {
        if let Some(threshold) = terms.threshold {
            let months = i128::from(terms.length.months());
            return Line(i128::from(threshold) * FINE * months);
        }
        let customers = now.ledger.customers().filter(|(_, it)| now.has(it));
        let mut profits: Vec<i128> = customers
            .map(|(at, _)| worth.profit(now.sums(at)))
            .collect();
        // The one in the middle; of two, the lower.
        let middle = profits.len().saturating_sub(1) / 2;
        if profits.is_empty() {
            return Line(0);
        }
        let (_, median, _) = profits.select_nth_unstable(middle);
        Line(*median * 6)
    }

    fn kind(&self, worth: &Worth, span: &Span<'_>, at: usize, customer: &Customer) -> Relationship {
        let is_profitable = worth.profit(span.sums(at)) * 6 >= self.0;
        Relationship::of(is_profitable, span.is_loyal(customer))
    }

    fn a_year(&self, length: Length) -> Decimal {
        let months = Decimal::from(length.months());
        let line = fine(self.0).and_then(|it| it.checked_div(months));
        line.unwrap_or_default()
    }
}
