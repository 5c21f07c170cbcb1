//! Purchases made up from a seed: the same ones every time.

use std::io::{self, Write};

/// What is made up.
#[derive(Debug, Clone, Copy)]
pub struct Shop {
    pub seed: u64,
    pub rows: u64,
    pub customers: u64,
    /// The first year, and how many days follow.
    pub year: i64,
    pub days: u64,
}

/// Numbers that look like chance (`splitmix64`).
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }
}

/// One purchase, its money in hundredths.
#[derive(Debug, Clone, Copy)]
pub struct Purchase {
    pub customer: u64,
    pub day: u64,
    pub amount: i64,
    pub margin: i64,
    pub cost: i64,
    pub segment: usize,
}

pub const SEGMENTS: [&str; 4] = ["market", "shop", "web", ""];

impl Shop {
    /// The purchases. Few customers buy much, many a little; some stop, some begin late.
    pub fn purchases(self) -> impl Iterator<Item = Purchase> {
        let mut chance = Chance(self.seed);
        (0..self.rows).map(move |_| {
            // The product of two even chances favours the first customers.
            let a = chance.below(1 << 20);
            let b = chance.below(1 << 20);
            let customer = ((a * b % (1 << 40)) * self.customers) >> 40;
            let mut own = Chance(customer ^ self.seed);
            let begin = own.below(self.days * 3 / 4);
            let stay = 1 + own.below(self.days - begin);
            let day = begin + chance.below(stay);
            let gross = 50 + (chance.below(1 << 14) * chance.below(100) / 100).cast_signed();
            let amount = match chance.below(100) {
                0 | 1 => -gross,
                2 => 0,
                _ => gross,
            };
            Purchase {
                customer,
                day,
                amount,
                margin: amount * (20 + own.below(40).cast_signed()) / 100,
                cost: chance.below(600).cast_signed(),
                segment: own.below(4) as usize,
            }
        })
    }

    /// Writes them as separated values.
    pub fn write(self, out: &mut impl Write, extra: bool) -> io::Result<()> {
        let more = if extra { ",margin,cost,segment" } else { "" };
        writeln!(out, "customer,date,amount{more}")?;
        let dates: Vec<String> = (0..=self.days).map(|day| date(self.year, day)).collect();
        for it in self.purchases() {
            let sign = |n: i64| if n < 0 { "-" } else { "" };
            let money = |n: i64| format!("{}{}.{:02}", sign(n), n.abs() / 100, n.abs() % 100);
            write!(
                out,
                "C{:07},{},{}",
                it.customer,
                dates[it.day as usize],
                money(it.amount)
            )?;
            if extra {
                let segment = SEGMENTS[it.segment];
                write!(out, ",{},{},{segment}", money(it.margin), money(it.cost))?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// The date so many days after the first of January of a year.
pub fn date(year: i64, mut day: u64) -> String {
    let mut year = year;
    loop {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = if leap { 366 } else { 365 };
        if day < length {
            let months = [
                31,
                if leap { 29 } else { 28 },
                31,
                30,
                31,
                30,
                31,
                31,
                30,
                31,
                30,
                31,
            ];
            for (at, length) in months.into_iter().enumerate() {
                if day < length {
                    return format!("{year}-{:02}-{:02}", at + 1, day + 1);
                }
                day -= length;
            }
        }
        day -= length;
        year += 1;
    }
}
