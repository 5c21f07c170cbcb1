//! Evidence from purchases: a file of who bought when and for how much, read once, into groups of
//! customers.
//!
//! | file | what it does |
//! |---|---|
//! | [`decode`] | bytes of any known encoding, as UTF-8 |
//! | [`records`] | the rows of the text, with their lines |
//! | [`header`] | which column is the customer, the date, the amount |
//! | [`amount`] | money, exactly |
//! | [`day`] | days and periods |
//! | [`dialect`] | how this file is written: found in its head, or told |
//! | [`ledger`] | what is kept of each customer |
//! | [`pass`] | the one pass over the file |
//! | [`report`](mod@report) | recency, frequency, money; retention; tiers; profit × loyalty |
//! | [`mod@sql`] | the same table, asked of a warehouse |
//!
//! The room touches no disk and no clock. It is handed a reader, because the file may be larger
//! than memory, and the day up to which rows count.

pub mod amount;
pub mod day;
pub mod decode;
pub mod dialect;
pub mod error;
pub mod header;
pub mod ledger;
pub mod pass;
pub mod records;
pub mod report;
pub mod sql;

pub use amount::Mark;
pub use day::{Day, Form, Length};
pub use decode::Coding;
pub use dialect::{Dialect, Wishes};
pub use error::Error;
pub use header::Role;
pub use ledger::Ledger;
pub use pass::{Bad, Outcome, Reason, read};
pub use report::{Basis, CostIs, Report, Terms, report};
pub use sql::{Database, Query, sql};
