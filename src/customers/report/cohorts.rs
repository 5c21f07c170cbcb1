//! Retention: by the period of the first purchase, and from each period to the next.

use crate::customers::ledger::Ledger;

/// Customers who bought for the first time in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohort {
    /// The period.
    pub period: u16,
    /// How many of them bought in that period, and in each one after it.
    pub bought: Vec<u64>,
}

/// From one period to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The first of the two.
    pub from: u16,
    /// Who bought in it.
    pub at_risk: u64,
    /// Who of them bought in the next one too.
    pub retained: u64,
}

/// Retention of all customers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Retention {
    /// By the period of the first purchase.
    pub cohorts: Vec<Cohort>,
    /// From each complete period to the next complete one.
    pub pairs: Vec<Pair>,
}

impl Retention {
    /// Retained and at risk over all pairs.
    pub fn pooled(&self) -> (u64, u64) {
        let sum = |of: fn(&Pair) -> u64| self.pairs.iter().map(of).sum();
        (sum(|it| it.retained), sum(|it| it.at_risk))
    }
}

pub(super) fn retention(ledger: &Ledger, first: u16, complete: u16, running: u16) -> Retention {
    let last = running.max(first);
    let count = usize::from(last - first) + 1;
    let mut cohorts: Vec<Vec<u64>> = vec![Vec::new(); count];
    let mut pairs = vec![(0u64, 0u64); count];
    for (at, customer) in ledger.customers() {
        if customer.purchases() == 0 {
            continue;
        }
        let mut cohort = None;
        let mut before = None;
        for period in ledger.periods(at) {
            let index = usize::from(period.saturating_sub(first));
            let cohort = *cohort.get_or_insert(index);
            if let Some(bought) = cohorts.get_mut(cohort) {
                let age = index - cohort;
                if bought.len() <= age {
                    bought.resize(age + 1, 0);
                }
                bought[age] += 1;
            }
            if let Some((at_risk, _)) = pairs.get_mut(index) {
                *at_risk += 1;
            }
            if let Some(before) = before.filter(|before| before + 1 == index)
                && let Some((_, retained)) = pairs.get_mut(before)
            {
                *retained += 1;
            }
            before = Some(index);
        }
    }
    let named = |at: usize| first + at as u16;
    let cohorts = cohorts.into_iter().enumerate();
    let pairs = pairs.into_iter().enumerate();
    Retention {
        cohorts: cohorts
            .filter(|(_, bought)| !bought.is_empty())
            .map(|(at, mut bought)| {
                // Periods in which nobody came back are zeros, up to the last one that began.
                bought.resize(usize::from(last - named(at)) + 1, 0);
                Cohort {
                    period: named(at),
                    bought,
                }
            })
            .collect(),
        pairs: pairs
            .map(|(at, (at_risk, retained))| Pair {
                from: named(at),
                at_risk,
                retained,
            })
            .filter(|it| it.from >= complete && it.from + 1 < running && it.at_risk > 0)
            .collect(),
    }
}
