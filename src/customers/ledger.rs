//! What is kept of each customer: a few numbers, whatever the number of their purchases.
//!
//! A customer takes 96 bytes, the bytes of their name, and 5 to 10 bytes in the table of names; a
//! column of margins and a column of costs take 40 bytes more each. Rows may come in any order:
//! the sums of the newest four periods of a customer move on when a newer one appears, and no
//! older period is ever asked for by itself, because no customer has a newer period than the file.

use std::collections::BTreeSet;
use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::error::Error;

/// How many of the newest periods have sums of their own.
pub const SLOTS: usize = 4;
/// Where the sums of the whole file stand behind them.
const ALL: usize = SLOTS;
/// How many periods back a purchase is one bit.
const BITS: u16 = 128;

/// A sum for each of the newest periods, and one for all.
pub type Sums = [i64; SLOTS + 1];

/// One row of the file, read.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The day, in days since the beginning of 1970.
    pub day: u16,
    /// The period of the day.
    pub period: u16,
    /// The number of the segment; 0 for none.
    pub segment: u16,
    /// What was paid.
    pub amount: i64,
    /// What was left of it.
    pub margin: i64,
    /// What it cost.
    pub cost: i64,
}

/// One customer.
#[derive(Debug, Clone, Copy)]
pub struct Customer {
    /// In which periods they bought: bit n is n periods before `top`.
    active: u128,
    money: Sums,
    purchases: [u32; SLOTS + 1],
    key: u32,
    top: u16,
    last: u16,
    segment: u16,
    length: u8,
}

impl Customer {
    /// The day of the last purchase; meaningless for who bought nothing.
    pub fn last_day(&self) -> u16 {
        self.last
    }

    /// The number of their segment: that of their last purchase.
    pub fn segment(&self) -> u16 {
        self.segment
    }

    /// How often they bought.
    pub fn purchases(&self) -> u32 {
        self.purchases[ALL]
    }

    /// How often they bought in one of the newest periods of the file.
    pub fn purchases_in(&self, period: u16) -> u32 {
        self.slot(period).map_or(0, |at| self.purchases[at])
    }

    fn slot(&self, period: u16) -> Option<usize> {
        let back = usize::from(self.top.checked_sub(period)?);
        (back < SLOTS).then_some(back)
    }
}

/// All customers of a file.
pub struct Ledger {
    table: HashTable<u32>,
    hasher: RandomState,
    keys: Vec<u8>,
    customers: Vec<Customer>,
    margins: Vec<Sums>,
    costs: Vec<Sums>,
    has_margin: bool,
    has_cost: bool,
    /// Purchases longer ago than a customer has bits for.
    old: BTreeSet<(u32, u16)>,
    /// The names of the segments; the first is none.
    segments: Vec<String>,
}

impl std::fmt::Debug for Ledger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ledger")
            .field("customers", &self.customers.len())
            .finish_non_exhaustive()
    }
}

impl Ledger {
    /// An empty ledger, with or without margins and costs.
    pub fn new(has_margin: bool, has_cost: bool) -> Ledger {
        Ledger {
            table: HashTable::new(),
            hasher: RandomState::default(),
            keys: Vec::new(),
            customers: Vec::new(),
            margins: Vec::new(),
            costs: Vec::new(),
            has_margin,
            has_cost,
            old: BTreeSet::new(),
            segments: vec![String::new()],
        }
    }

    /// How customers are found: names are hashed where rows are read.
    pub fn hasher(&self) -> RandomState {
        self.hasher.clone()
    }

    /// Takes in the name of the next segment.
    pub fn add_segment(&mut self, name: String) {
        self.segments.push(name);
    }

    /// Takes in a row of the customer of this name, which has this hash.
    pub fn add(&mut self, hash: u64, key: &[u8], row: &Row) -> Result<(), Error> {
        let at = self.find(hash, key)?;
        let Some(customer) = self.customers.get_mut(at) else {
            return Err(Error::Broken);
        };
        let forward = row.period.saturating_sub(customer.top);
        if forward > 0 {
            let gone = gone(customer.active, forward);
            for back in gone {
                self.old.insert((at as u32, customer.top - back));
            }
            customer.active = customer.active.checked_shl(forward.into()).unwrap_or(0);
            customer.top = row.period;
            shift(&mut customer.money, forward);
            shift(&mut customer.purchases, forward);
            if let Some(sums) = self.margins.get_mut(at) {
                shift(sums, forward);
            }
            if let Some(sums) = self.costs.get_mut(at) {
                shift(sums, forward);
            }
        }
        let back = customer.top - row.period;
        add(&mut customer.money, back, row.amount)?;
        if let Some(sums) = self.margins.get_mut(at) {
            add(sums, back, row.margin)?;
        }
        if let Some(sums) = self.costs.get_mut(at) {
            add(sums, back, row.cost)?;
        }
        if row.amount <= 0 {
            return Ok(());
        }
        let is_first = customer.purchases[ALL] == 0;
        let is_newer = match row.day.cmp(&customer.last) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Greater => true,
            // Of two segments on one day the last in the alphabet stands, in whatever order.
            std::cmp::Ordering::Equal => {
                let name = |at: u16| self.segments.get(usize::from(at));
                name(row.segment) > name(customer.segment)
            }
        };
        if is_first || is_newer {
            customer.last = row.day;
            customer.segment = row.segment;
        }
        count(&mut customer.purchases, back)?;
        if back < BITS {
            customer.active |= 1 << back;
        } else {
            self.old.insert((at as u32, row.period));
        }
        Ok(())
    }

    fn find(&mut self, hash: u64, key: &[u8]) -> Result<usize, Error> {
        let (customers, keys) = (&self.customers, &self.keys);
        let is_it = |at: &u32| name(customers, keys, *at as usize) == key;
        if let Some(at) = self.table.find(hash, is_it) {
            return Ok(*at as usize);
        }
        let at = u32::try_from(self.customers.len()).map_err(|_| Error::ManyCustomers)?;
        let start = u32::try_from(self.keys.len()).map_err(|_| Error::ManyCustomers)?;
        let length = u8::try_from(key.len()).map_err(|_| Error::ManyCustomers)?;
        self.keys.extend_from_slice(key);
        self.customers.push(Customer {
            active: 0,
            money: Sums::default(),
            purchases: [0; SLOTS + 1],
            key: start,
            top: 0,
            last: 0,
            segment: 0,
            length,
        });
        if self.has_margin {
            self.margins.push(Sums::default());
        }
        if self.has_cost {
            self.costs.push(Sums::default());
        }
        let (customers, keys, hasher) = (&self.customers, &self.keys, &self.hasher);
        self.table.insert_unique(hash, at, |at| {
            hasher.hash_one(name(customers, keys, *at as usize))
        });
        Ok(at as usize)
    }

    /// The customers, with their numbers.
    pub fn customers(&self) -> impl Iterator<Item = (usize, &Customer)> {
        self.customers.iter().enumerate()
    }

    /// How many customers there are.
    pub fn len(&self) -> usize {
        self.customers.len()
    }

    /// Whether there is no customer.
    pub fn is_empty(&self) -> bool {
        self.customers.is_empty()
    }

    /// Whether there is a column of margins.
    pub fn has_margin(&self) -> bool {
        self.has_margin
    }

    /// Whether there is a column of costs.
    pub fn has_cost(&self) -> bool {
        self.has_cost
    }

    /// The names of the segments by number; number 0 is none.
    pub fn segments(&self) -> &[String] {
        &self.segments
    }

    /// What a customer paid, left and cost, in all.
    pub fn all(&self, at: usize) -> [i64; 3] {
        self.sums(at, ALL)
    }

    /// What a customer paid, left and cost in one of the newest periods of the file.
    pub fn of_period(&self, at: usize, period: u16) -> [i64; 3] {
        let slot = self.customers.get(at).and_then(|it| it.slot(period));
        slot.map_or([0; 3], |slot| self.sums(at, slot))
    }

    fn sums(&self, at: usize, slot: usize) -> [i64; 3] {
        let of = |sums: Option<&Sums>| sums.and_then(|it| it.get(slot)).copied().unwrap_or(0);
        let money = self.customers.get(at).map(|it| &it.money);
        [of(money), of(self.margins.get(at)), of(self.costs.get(at))]
    }

    /// The periods in which a customer bought, oldest first.
    pub fn periods(&self, at: usize) -> impl Iterator<Item = u16> {
        let id = at as u32;
        let old = self.old.range((id, 0)..=(id, u16::MAX)).map(|(_, it)| *it);
        let (bits, top) = self
            .customers
            .get(at)
            .map_or((0, 0), |it| (it.active, it.top));
        old.chain(newer(bits, top))
    }
}

/// The periods of a customer's bits, oldest first.
fn newer(mut bits: u128, top: u16) -> impl Iterator<Item = u16> {
    std::iter::from_fn(move || {
        let highest = 127u32.checked_sub(bits.leading_zeros())?;
        bits &= !(1 << highest);
        top.checked_sub(highest as u16)
    })
}

fn name<'a>(customers: &[Customer], keys: &'a [u8], at: usize) -> &'a [u8] {
    let range = customers.get(at).map(|it| {
        let start = it.key as usize;
        start..start + usize::from(it.length)
    });
    range.and_then(|range| keys.get(range)).unwrap_or_default()
}

/// How far back the bits lie that fall out when all move on.
fn gone(active: u128, forward: u16) -> Vec<u16> {
    let first = BITS.saturating_sub(forward);
    if active.checked_shr(first.into()).unwrap_or(0) == 0 && first > 0 {
        return Vec::new();
    }
    (first..BITS).filter(|at| active >> at & 1 == 1).collect()
}

/// Moves the sums of periods back; what falls out stays in the sum of all.
fn shift<T: Copy + Default>(sums: &mut [T; SLOTS + 1], forward: u16) {
    let forward = usize::from(forward).min(SLOTS);
    sums.copy_within(0..SLOTS - forward, forward);
    sums.iter_mut()
        .take(forward)
        .for_each(|it| *it = T::default());
}

fn add(sums: &mut Sums, back: u16, value: i64) -> Result<(), Error> {
    let add = |sum: &mut i64| match sum.checked_add(value) {
        Some(new) => {
            *sum = new;
            Ok(())
        }
        None => Err(Error::TooMuch),
    };
    if let Some(sum) = sums
        .get_mut(usize::from(back))
        .filter(|_| back < SLOTS as u16)
    {
        add(sum)?;
    }
    add(&mut sums[ALL])
}

fn count(counts: &mut [u32; SLOTS + 1], back: u16) -> Result<(), Error> {
    if let Some(count) = counts
        .get_mut(usize::from(back))
        .filter(|_| back < SLOTS as u16)
    {
        *count += 1;
    }
    // The count of all is the largest.
    counts[ALL] = counts[ALL].checked_add(1).ok_or(Error::TooMuch)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ledger(rows: &[(u16, i64)]) -> Ledger {
        let mut ledger = Ledger::new(true, false);
        for (period, amount) in rows {
            let row = Row {
                day: period * 30,
                period: *period,
                segment: 0,
                amount: *amount,
                margin: amount / 2,
                cost: 0,
            };
            let hash = ledger.hasher().hash_one(b"ana".as_slice());
            ledger.add(hash, b"ana", &row).unwrap();
        }
        ledger
    }

    #[test]
    fn a_customer_is_as_small_as_the_page_says() {
        assert_eq!(size_of::<Customer>(), 96);
    }

    proptest! {
        #[test]
        fn rows_in_any_order_give_what_a_table_of_all_would(
            rows in proptest::collection::vec((0u16..400, -50i64..100), 1..60),
        ) {
            let ledger = ledger(&rows);
            let newest = rows.iter().map(|it| it.0).max().unwrap();
            let sum = |wanted: &dyn Fn(u16) -> bool| -> i64 {
                rows.iter().filter(|it| wanted(it.0)).map(|it| it.1).sum()
            };
            prop_assert_eq!(ledger.all(0)[0], sum(&|_| true));
            for back in 0..(SLOTS as u16).min(newest + 1) {
                let period = newest - back;
                prop_assert_eq!(ledger.of_period(0, period)[0], sum(&|it| it == period));
                let bought = rows.iter().filter(|it| it.0 == period && it.1 > 0).count();
                prop_assert_eq!(ledger.customers[0].purchases_in(period) as usize, bought);
            }
            let bought: BTreeSet<u16> = rows.iter().filter(|it| it.1 > 0).map(|it| it.0).collect();
            prop_assert_eq!(ledger.periods(0).collect::<Vec<_>>(), bought.into_iter().collect::<Vec<_>>());
            let purchases = rows.iter().filter(|it| it.1 > 0).count();
            prop_assert_eq!(ledger.customers[0].purchases() as usize, purchases);
        }
    }
}
