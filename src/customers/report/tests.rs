//! The report against one that keeps every row: any order, any division of the bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use proptest::prelude::*;

use super::*;
use crate::customers::day::{Form, Length};
use crate::customers::dialect::{Wishes, detect};
use crate::customers::error::Error;
use crate::customers::pass::{Bad, Outcome, Watch, read};

struct Nobody;

impl Watch for Nobody {
    fn bad(&mut self, bad: &Bad<'_>) -> Result<(), Error> {
        panic!("{bad:?}");
    }

    fn progress(&mut self, _: u64, _: u64) {}
}

/// A reader that hands out a few bytes at a time.
struct Drops<'a>(&'a [u8], usize);

impl Read for Drops<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let n = self.1.min(self.0.len()).min(out.len());
        out[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

#[derive(Debug, Clone)]
struct Purchase {
    customer: u8,
    day: i64,
    amount: i64,
    margin: i64,
    cost: i64,
}

fn purchases() -> impl Strategy<Value = Vec<Purchase>> {
    let one = (0u8..12, 0i64..1600, -40i64..160, -20i64..90, 0i64..30);
    let one = one.prop_map(|(customer, day, amount, margin, cost)| Purchase {
        customer,
        day,
        amount,
        margin,
        cost,
    });
    proptest::collection::vec(one, 1..120)
}

fn date(day: i64) -> jiff::civil::Date {
    jiff::civil::date(2020, 1, 1) + jiff::Span::new().days(day)
}

fn csv(rows: &[Purchase]) -> String {
    let mut text = String::from("customer,date,amount,margin,cost\n");
    for it in rows {
        let line = format!(
            "c{},{},{}.5,{},{}\n",
            it.customer,
            date(it.day),
            it.amount,
            it.margin,
            it.cost
        );
        text.push_str(&line);
    }
    text
}

/// The half that stands behind each amount, away from nothing.
fn parts(amount: i64) -> i64 {
    amount * 10_000 + if amount < 0 { -5_000 } else { 5_000 }
}

fn outcome(text: &str, length: Length, drops: usize) -> Outcome {
    let wishes = Wishes {
        form: Some(Form::Ymd),
        ..Wishes::default()
    };
    let dialect = detect(text.as_bytes(), true, &wishes, || None::<&[u8]>).unwrap();
    let limit = Day::new(2100, 1, 1).unwrap();
    let input = Drops(text.as_bytes(), drops);
    read(input, &dialect, length, limit, &mut Nobody).unwrap()
}

fn terms(length: Length, threshold: Option<i64>) -> Terms {
    Terms {
        length,
        today: None,
        rate: None,
        threshold,
        cost: None,
        tiers: [8_000, 9_500],
    }
}

/// The groups as somebody would count them who has every row on the table.
fn naive(
    rows: &[Purchase],
    terms: &Terms,
    report: &Report,
) -> Vec<(u64, u64, i128, i128, u64, u64)> {
    let months = i64::from(terms.length.months());
    let period = |it: &Purchase| {
        let date = date(it.day);
        (i64::from(date.year() - 1970) * 12 + i64::from(date.month()) - 1) / months
    };
    let last = rows.iter().map(|it| it.day).max().unwrap() + 1;
    let end = period(&Purchase {
        day: last,
        ..rows[0].clone()
    });
    let by_customer = |wanted: &[i64]| {
        let mut sums: BTreeMap<u8, (BTreeSet<i64>, u64, i128, i128)> = BTreeMap::new();
        for it in rows.iter().filter(|it| wanted.contains(&period(it))) {
            let sum = sums.entry(it.customer).or_default();
            if it.amount >= 0 {
                sum.0.insert(period(it));
                sum.1 += 1;
            }
            sum.2 += i128::from(parts(it.amount));
            sum.3 += i128::from(it.margin - it.cost) * 100_000_000;
        }
        sums
    };
    let now = by_customer(&[end - 2, end - 1]);
    let then = by_customer(&[end - 3, end - 2]);
    let latest = by_customer(&[end - 1]);
    let mut profits: Vec<i128> = now.values().filter(|it| it.1 > 0).map(|it| it.3).collect();
    profits.sort_unstable();
    let line = match terms.threshold {
        Some(threshold) => i128::from(threshold) * 10_000 * i128::from(months),
        None => profits
            .get(profits.len().saturating_sub(1) / 2)
            .map_or(0, |it| it * 6),
    };
    let kind = |profit: i128, periods: usize| match (profit * 6 >= line, periods == 2) {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) => 3,
    };
    let mut groups = vec![(0, 0, 0, 0, 0, 0); 4];
    for (periods, purchases, money, profit) in now.values().filter(|it| it.1 > 0) {
        let group = &mut groups[kind(*profit, periods.len())];
        group.0 += 1;
        group.1 += purchases;
        group.2 += money;
        group.3 += profit;
    }
    for (customer, (periods, _, _, profit)) in &then {
        if periods.contains(&(end - 2)) {
            let group = &mut groups[kind(*profit, periods.len())];
            group.4 += 1;
            group.5 += u64::from(latest.get(customer).is_some_and(|it| it.1 > 0));
        }
    }
    assert_eq!(i64::from(report.running), end);
    groups
}

proptest! {
    #[test]
    fn groups_are_those_that_every_row_on_the_table_gives(
        rows in purchases(),
        length in prop_oneof![Just(Length::Year), Just(Length::Quarter), Just(Length::Month)],
        threshold in proptest::option::of(-50i64..200),
    ) {
        let terms = terms(length, threshold.map(|it| it * 10_000));
        let report = report(&outcome(&csv(&rows), length, 1 << 16), &terms);
        let Some(window) = &report.window else {
            return Ok(());
        };
        let told: Vec<_> = window
            .groups
            .iter()
            .map(|it| (it.customers, it.purchases, it.revenue, it.profit(), it.at_risk, it.retained))
            .collect();
        prop_assert_eq!(told, naive(&rows, &terms, &report));
        // Everybody who bought is somewhere.
        let grouped: u64 = window.groups.iter().map(|it| it.customers).sum();
        prop_assert_eq!(grouped + window.since + window.lapsed, report.customers);
        let tiers: u64 = report.tiers.tiers.iter().map(|it| it.customers).sum();
        prop_assert_eq!(tiers, report.customers);
        for fifths in &report.fifths {
            let sum: u64 = fifths.iter().flatten().map(|it| it.customers).sum();
            prop_assert_eq!(sum, report.customers);
        }
        let cohorts: u64 = report.retention.cohorts.iter().map(|it| it.bought[0]).sum();
        prop_assert_eq!(cohorts, report.customers);
        prop_assert_eq!(report.money, rows.iter().map(|it| i128::from(parts(it.amount))).sum::<i128>());
    }

    #[test]
    fn the_order_of_rows_and_the_size_of_reads_change_nothing(
        rows in purchases(),
        drops in 1usize..400,
        seed in 0usize..1000,
    ) {
        let terms = terms(Length::Quarter, None);
        let one = report(&outcome(&csv(&rows), terms.length, 1 << 16), &terms);
        let mut other = rows.clone();
        let count = other.len();
        for at in 0..count {
            other.swap(at, (at * 7 + seed) % count);
        }
        let two = report(&outcome(&csv(&other), terms.length, drops), &terms);
        prop_assert_eq!(one, two);
    }
}

#[test]
fn batches_under_way_lose_nothing() {
    let rows: Vec<Purchase> = (0..50_000)
        .map(|at| Purchase {
            customer: u8::try_from(at % 11).expect("below eleven"),
            day: at % 1500,
            amount: 1,
            margin: 1,
            cost: 0,
        })
        .collect();
    let terms = terms(Length::Year, None);
    let outcome = outcome(&csv(&rows), terms.length, 100_000);
    let report = report(&outcome, &terms);
    assert_eq!((outcome.rows, outcome.purchases), (50_000, 50_000));
    assert_eq!(report.money, 50_000 * 15_000);
    assert_eq!(report.customers, 11);
}
