//! Recency, frequency and money, in fifths of the customers.

use crate::customers::day::Day;
use crate::customers::ledger::Ledger;

/// A fifth of the customers by one measure; equal values stay together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quintile {
    /// The best value in it.
    pub best: i64,
    /// The worst one.
    pub worst: i64,
    /// How many customers it has.
    pub customers: u64,
}

/// The fifths by days since the last purchase, by purchases, and by money.
pub(super) fn fifths(ledger: &Ledger, reference: Day) -> [[Option<Quintile>; 5]; 3] {
    let buyers = || ledger.customers().filter(|(_, it)| it.purchases() > 0);
    let recency = buyers().map(|(_, it)| i64::from(reference.days()) - i64::from(it.last_day()));
    let frequency = buyers().map(|(_, it)| i64::from(it.purchases()));
    let money = buyers().map(|(at, _)| ledger.all(at)[0]);
    [
        // A short time is better.
        of(recency.map(|days| -days).collect()).map(|it| it.map(negated)),
        of(frequency.collect()),
        of(money.collect()),
    ]
}

fn negated(it: Quintile) -> Quintile {
    Quintile {
        best: -it.best,
        worst: -it.worst,
        ..it
    }
}

/// A value belongs to the fifth in which the first of its equals stands.
fn of(mut values: Vec<i64>) -> [Option<Quintile>; 5] {
    values.sort_unstable_by(|a, b| b.cmp(a));
    let mut fifths = [None; 5];
    let mut before = 0;
    for equals in values.chunk_by(|a, b| a == b) {
        let value = equals[0];
        let place: &mut Option<Quintile> = &mut fifths[(5 * before / values.len()).min(4)];
        let fifth = place.get_or_insert(Quintile {
            best: value,
            worst: value,
            customers: 0,
        });
        fifth.worst = value;
        fifth.customers += equals.len() as u64;
        before += equals.len();
    }
    fifths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_stay_together() {
        let told = of(vec![1, 1, 1, 1, 1, 1, 2, 3, 4, 5])
            .map(|it| it.map(|it| (it.best, it.worst, it.customers)));
        let all = [
            Some((5, 4, 2)),
            Some((3, 2, 2)),
            Some((1, 1, 6)),
            None,
            None,
        ];
        assert_eq!(told, all);
        assert_eq!(of(Vec::new()), [None; 5]);
    }
}
