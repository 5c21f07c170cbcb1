//! Numbers, amounts of money and shares, as people write them and as the file holds them.
//!
//! Three forms of one number are kept apart: what a person types or reads
//! ([`parse`], [`show`], [`show_money`], [`show_percent`], [`percent_in`],
//! [`written_percent`]), what stands in an
//! edit field ([`entry`], [`entry_percent`]), and what the file says
//! ([`to_toml`], [`from_toml`]). All are exact decimals, because a tenth that
//! is not a tenth makes a budget miss its own total.

mod chinese;
mod currency;
mod digits;
mod fold;
mod parse;
mod show;
#[cfg(test)]
mod tests;
mod toml;

pub use self::toml::{from_toml, to_toml};
pub use parse::{parse, parse_percent};
pub use show::{entry, entry_percent, percent_in, show, show_money, show_percent, written_percent};

pub(in crate::words) use chinese::read as chinese;
pub(in crate::words) use fold::fold;
