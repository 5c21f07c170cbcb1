//! Tiers: who brings the profit.

/// Customers of one tier.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tier {
    /// How many.
    pub customers: u64,
    /// What they leave, with eight decimals.
    pub profit: i128,
}

/// The tiers A, B and C, and what the best fifth of the customers brings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tiers {
    /// A, B and C.
    pub tiers: [Tier; 3],
    /// The best fifth, rounded up.
    pub best_fifth: Tier,
    /// All of them.
    pub all: Tier,
    /// Customers who leave less than nothing.
    pub losing: Tier,
}

/// The tiers of profits that go from the most to the least.
///
/// A customer is in tier A while those before bring less than its share of all that profitable
/// customers bring. Equals are in one tier. Who leaves nothing is in tier C.
pub(super) fn tiers(profits: &[i128], lines: [i64; 2]) -> Tiers {
    let mut out = Tiers::default();
    let positive: i128 = profits.iter().filter(|it| **it > 0).sum();
    let mut before: i128 = 0;
    for equals in profits.chunk_by(|a, b| a == b) {
        let sum: i128 = equals.iter().sum();
        let below = |line: i64| before * 10_000 < positive * i128::from(line);
        let at = match lines {
            _ if equals[0] <= 0 => 2,
            [a, _] if below(a) => 0,
            [_, b] if below(b) => 1,
            _ => 2,
        };
        let more = Tier {
            customers: equals.len() as u64,
            profit: sum,
        };
        add(&mut out.tiers[at], more);
        add(&mut out.all, more);
        if equals[0] < 0 {
            add(&mut out.losing, more);
        }
        before += sum;
    }
    let fifth = profits.len().div_ceil(5);
    out.best_fifth = Tier {
        customers: fifth as u64,
        profit: profits.iter().take(fifth).sum(),
    };
    out
}

fn add(tier: &mut Tier, more: Tier) {
    tier.customers += more.customers;
    tier.profit += more.profit;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiers_follow_the_measured_shares() {
        let of = |profits: &[i128]| {
            let it = tiers(profits, [8000, 9500]);
            (it.tiers.map(|it| it.customers), it.best_fifth.profit)
        };
        assert_eq!(of(&[70, 10, 10, 5, 5]), ([3, 2, 0], 70));
        assert_eq!(of(&[10, 10, 10, 10, 10]), ([5, 0, 0], 10));
        assert_eq!(of(&[50, 0, -10]), ([1, 0, 2], 50));
        assert_eq!(of(&[-5]), ([0, 0, 1], -5));
        assert_eq!(of(&[]), ([0, 0, 0], 0));
    }
}
