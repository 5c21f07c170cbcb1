//! The one pass over a file: rows are read on this thread and added up on a second one.
//!
//! The two share no table. Rows travel in batches, in their order, and empty batches travel back,
//! so that memory does not grow with the file. Where a customer stands is the only thing that
//! takes more memory, and only with the number of customers.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::io::Read;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};

use foldhash::fast::RandomState;

use super::amount::{self, Mark, Says};
use super::day::{self, Day, Form, Found, Length};
use super::decode::Utf8;
use super::dialect::Dialect;
use super::error::Error;
use super::header::Role;
use super::ledger::{Ledger, Row};
use super::records::Records;
use crate::words::Text;

/// How many rows travel together.
const BATCH: usize = 4_096;
/// How many batches are under way at most.
const BATCHES: usize = 4;
/// The most segments: more is another kind of column.
const SEGMENTS: usize = 1_000;
/// How many lines of each kind of bad row are remembered.
const LINES: usize = 3;

/// Why a row does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It has more or fewer fields than the header.
    Fields,
    /// Nobody bought, or the name is too long to be one.
    Customer,
    /// The date is no date of the file's form.
    Date,
    /// The date is before 1970.
    Range,
    /// The date is after the day up to which rows count.
    Future,
    /// The amount is no number, or has more than four decimals.
    Amount,
    /// The margin is no number.
    Margin,
    /// The cost is no number.
    Cost,
    /// The amount is of another currency than the first.
    Currency,
    /// Some bytes are no characters of the encoding.
    Encoding,
}

impl Reason {
    /// All of them.
    pub const ALL: [Reason; 10] = [
        Reason::Fields,
        Reason::Customer,
        Reason::Date,
        Reason::Range,
        Reason::Future,
        Reason::Amount,
        Reason::Margin,
        Reason::Cost,
        Reason::Currency,
        Reason::Encoding,
    ];

    /// As the side file names it.
    pub const fn key(self) -> &'static str {
        match self {
            Reason::Fields => "fields",
            Reason::Customer => "customer",
            Reason::Date => "date",
            Reason::Range => "range",
            Reason::Future => "future",
            Reason::Amount => "amount",
            Reason::Margin => "margin",
            Reason::Cost => "cost",
            Reason::Currency => "currency",
            Reason::Encoding => "encoding",
        }
    }

    /// What it means.
    pub const fn name(self) -> Text {
        match self {
            Reason::Fields => Text::new("not as many fields as the header", "字段数与表头不符"),
            Reason::Customer => Text::new(
                "no customer, or more than 255 bytes of one",
                "没有顾客，或顾客名超过255字节",
            ),
            Reason::Date => Text::new("no date in the file's form", "日期不合文件的写法"),
            Reason::Range => Text::new(
                "a date before 1970 or after 2148",
                "日期早于1970年或晚于2148年",
            ),
            Reason::Future => Text::new(
                "a date after the last day that counts",
                "日期晚于计算截止日",
            ),
            Reason::Amount => Text::new(
                "no amount, or more than four decimals",
                "金额不是数字，或小数超过四位",
            ),
            Reason::Margin => Text::new("no margin", "毛利不是数字"),
            Reason::Cost => Text::new("no cost", "成本不是数字"),
            Reason::Currency => Text::new("another currency", "币种不同"),
            Reason::Encoding => Text::new(
                "bytes that are no characters of the encoding",
                "有无法解码的字节",
            ),
        }
    }
}

/// A row that does not count.
#[derive(Debug, Clone, Copy)]
pub struct Bad<'a> {
    /// The line on which it begins.
    pub line: u64,
    /// Why.
    pub reason: Reason,
    /// The row as it stands in the file, in UTF-8.
    pub raw: &'a [u8],
}

/// How many rows were bad for one reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BadRows {
    /// How many.
    pub count: u64,
    /// The first lines.
    pub lines: Vec<u64>,
}

/// What a pass gives.
#[derive(Debug)]
pub struct Outcome {
    /// The customers.
    pub ledger: Ledger,
    /// The rows behind the header, good and bad.
    pub rows: u64,
    /// Bad rows, in the order of [`Reason::ALL`].
    pub bad: [BadRows; 10],
    /// Good rows with an amount above nothing.
    pub purchases: u64,
    /// Good rows with an amount below nothing.
    pub refunds: u64,
    /// Good rows with no amount.
    pub zeros: u64,
    /// The first day of good rows.
    pub first: Day,
    /// The last one.
    pub last: Day,
    /// The decimal mark, where any amount showed one.
    pub mark: Option<Mark>,
}

impl Outcome {
    /// How many rows do not count.
    pub fn bad_rows(&self) -> u64 {
        self.bad.iter().map(|it| it.count).sum()
    }
}

/// What a pass tells while it runs.
pub trait Watch {
    /// A row that does not count; an error ends the pass.
    fn bad(&mut self, bad: &Bad<'_>) -> Result<(), Error>;

    /// So many rows and bytes are read.
    fn progress(&mut self, rows: u64, bytes: u64);
}

/// Reads a file of purchases up to a day into customers with periods of this length.
pub fn read(
    input: impl Read,
    dialect: &Dialect,
    length: Length,
    limit: Day,
    watch: &mut dyn Watch,
) -> Result<Outcome, Error> {
    let columns = &dialect.columns;
    let ledger = Ledger::new(
        columns.at(Role::Margin).is_some(),
        columns.at(Role::Cost).is_some(),
    );
    let text = Utf8::new(input, dialect.coding);
    let mut reader = Reader::new(dialect, length, limit, ledger.hasher());
    let mut records = Records::new(text, dialect.delimiter);
    let (full, batches) = sync_channel(BATCHES);
    let (back, empty) = channel();
    std::thread::scope(|scope| {
        let adding = scope.spawn(move || add_up(ledger, &batches, &back));
        let outcome = reader.all(&mut records, &full, &empty, watch);
        drop(full);
        let ledger = adding.join().map_err(|_| Error::Broken)?;
        // When the adding ends early, that is why the reading did.
        let ledger = ledger?;
        outcome?;
        reader.finish(ledger)
    })
}

/// Rows on their way, with the names of their customers.
#[derive(Default)]
struct Batch {
    keys: Vec<u8>,
    rows: Vec<(u64, u32, u8, Row)>,
    segments: Vec<String>,
}

fn add_up(
    mut ledger: Ledger,
    batches: &Receiver<Batch>,
    back: &Sender<Batch>,
) -> Result<Ledger, Error> {
    for mut batch in batches {
        for name in batch.segments.drain(..) {
            ledger.add_segment(name);
        }
        for (hash, start, length, row) in &batch.rows {
            let start = *start as usize;
            let key = batch.keys.get(start..start + usize::from(*length));
            ledger.add(*hash, key.unwrap_or_default(), row)?;
        }
        batch.keys.clear();
        batch.rows.clear();
        // At the end nobody waits for it.
        let _ = back.send(batch);
    }
    Ok(ledger)
}

struct Reader<'a> {
    dialect: &'a Dialect,
    length: Length,
    limit: Day,
    hasher: RandomState,
    mark: Option<Mark>,
    currency: u32,
    segments: HashMap<Vec<u8>, u16, RandomState>,
    new_segments: Vec<String>,
    rows: u64,
    bad: [BadRows; 10],
    purchases: u64,
    refunds: u64,
    zeros: u64,
    days: Option<(Day, Day)>,
}

impl<'a> Reader<'a> {
    fn new(dialect: &'a Dialect, length: Length, limit: Day, hasher: RandomState) -> Reader<'a> {
        Reader {
            dialect,
            length,
            limit,
            hasher,
            mark: dialect.mark,
            currency: 0,
            segments: HashMap::default(),
            new_segments: Vec::new(),
            rows: 0,
            bad: Default::default(),
            purchases: 0,
            refunds: 0,
            zeros: 0,
            days: None,
        }
    }

    fn all<R: Read>(
        &mut self,
        records: &mut Records<Utf8<R>>,
        full: &SyncSender<Batch>,
        empty: &Receiver<Batch>,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        records.advance()?;
        let mut batch = Batch::default();
        while records.advance()? {
            self.rows += 1;
            match self.row(records)? {
                Ok(row) => {
                    let key = self.key(records);
                    let hash = self.hasher.hash_one(key);
                    let start = batch.keys.len() as u32;
                    batch.keys.extend_from_slice(key);
                    batch.rows.push((hash, start, key.len() as u8, row));
                }
                Err(reason) => {
                    let line = records.first_line();
                    if let Some(bad) = self.bad.get_mut(reason as usize) {
                        bad.count += 1;
                        if bad.lines.len() < LINES {
                            bad.lines.push(line);
                        }
                    }
                    let raw = records.raw();
                    watch.bad(&Bad { line, reason, raw })?;
                }
            }
            if batch.rows.len() == BATCH {
                batch.segments.append(&mut self.new_segments);
                let next = empty.try_recv().unwrap_or_default();
                if full.send(std::mem::replace(&mut batch, next)).is_err() {
                    return Ok(());
                }
                watch.progress(self.rows, records.inner().taken());
            }
        }
        batch.segments.append(&mut self.new_segments);
        // Whether it was taken shows when the other thread ends.
        let _ = full.send(batch);
        watch.progress(self.rows, records.inner().taken());
        Ok(())
    }

    fn key<'r, R: Read>(&self, records: &'r Records<Utf8<R>>) -> &'r [u8] {
        let at = self.dialect.columns.at(Role::Customer);
        at.map_or(&[], |at| records.field(at))
    }

    /// The row, or why it does not count; an error where the file contradicts its own head.
    fn row<R: Read>(&mut self, records: &Records<Utf8<R>>) -> Result<Result<Row, Reason>, Error> {
        let width = self.dialect.header.len();
        let surplus = (width..records.len()).any(|at| !records.field(at).is_empty());
        if records.len() < width || surplus {
            return Ok(Err(Reason::Fields));
        }
        if records.inner().is_damaged() && has_damage(records.raw()) {
            return Ok(Err(Reason::Encoding));
        }
        let key = self.key(records);
        if key.is_empty() || key.len() > 255 {
            return Ok(Err(Reason::Customer));
        }
        let day = match self.day(records)? {
            Ok(day) if day > self.limit => return Ok(Err(Reason::Future)),
            Ok(day) => day,
            Err(reason) => return Ok(Err(reason)),
        };
        let mut sums = [0; 3];
        let money = [
            (Role::Amount, Reason::Amount),
            (Role::Margin, Reason::Margin),
            (Role::Cost, Reason::Cost),
        ];
        for (sum, (role, reason)) in sums.iter_mut().zip(money) {
            let Some(at) = self.dialect.columns.at(role) else {
                continue;
            };
            match self.amount(records, at)? {
                None => return Ok(Err(reason)),
                Some(amount) if amount.currency != 0 && self.currency == 0 => {
                    self.currency = amount.currency;
                    *sum = amount.parts;
                }
                Some(amount) if amount.currency != 0 && self.currency != amount.currency => {
                    return Ok(Err(Reason::Currency));
                }
                Some(amount) => *sum = amount.parts,
            }
        }
        let [amount, margin, cost] = sums;
        let segment = self.segment(records)?;
        match amount.signum() {
            1 => self.purchases += 1,
            0 => self.zeros += 1,
            _ => self.refunds += 1,
        }
        let (first, last) = self.days.unwrap_or((day, day));
        self.days = Some((first.min(day), last.max(day)));
        Ok(Ok(Row {
            day: day.days(),
            period: day.period(self.length),
            segment,
            amount,
            margin,
            cost,
        }))
    }

    fn day<R: Read>(&self, records: &Records<Utf8<R>>) -> Result<Result<Day, Reason>, Error> {
        let at = self.dialect.columns.at(Role::Date).unwrap_or_default();
        let cell = records.field(at);
        let form = self.dialect.form;
        match day::parse(cell, form) {
            Found::Day(day) => Ok(Ok(day)),
            Found::OutOfRange => Ok(Err(Reason::Range)),
            Found::Nothing => {
                let rival = match form {
                    Form::Ymd => None,
                    Form::Dmy => Some(Form::Mdy),
                    Form::Mdy => Some(Form::Dmy),
                };
                // One day that only the other order allows puts all the others in doubt.
                let doubt = rival.is_some_and(|rival| day::parse(cell, rival) != Found::Nothing);
                if doubt && !self.dialect.form_told {
                    return Err(Error::DateMixed(vec![place(records, cell)]));
                }
                Ok(Err(Reason::Date))
            }
        }
    }

    fn amount<R: Read>(
        &mut self,
        records: &Records<Utf8<R>>,
        at: usize,
    ) -> Result<Option<amount::Amount>, Error> {
        let cell = records.field(at);
        let whole = |byte: &u8| byte.is_ascii_digit() || *byte == b'-';
        let mark = match self.mark {
            Some(mark) => mark,
            None if cell.iter().all(whole) => Mark::Point,
            None => match amount::says(cell) {
                Says::Only(mark) => *self.mark.insert(mark),
                Says::Either => {
                    let (line, cell) = place(records, cell);
                    return Err(Error::MarkEither(line, cell));
                }
                Says::Nothing | Says::NoNumber => Mark::Point,
            },
        };
        let amount = amount::parse(cell, mark);
        if amount.is_none()
            && !self.dialect.mark_told
            && matches!(amount::says(cell), Says::Only(other) if other != mark)
        {
            return Err(Error::MarkMixed(vec![place(records, cell)]));
        }
        Ok(amount)
    }

    fn segment<R: Read>(&mut self, records: &Records<Utf8<R>>) -> Result<u16, Error> {
        let Some(at) = self.dialect.columns.at(Role::Segment) else {
            return Ok(0);
        };
        let name = records.field(at);
        if name.is_empty() {
            return Ok(0);
        }
        if let Some(number) = self.segments.get(name) {
            return Ok(*number);
        }
        if self.segments.len() == SEGMENTS {
            return Err(Error::ManySegments(SEGMENTS));
        }
        let number = self.segments.len() as u16 + 1;
        self.segments.insert(name.to_vec(), number);
        let name = String::from_utf8_lossy(name).into_owned();
        self.new_segments.push(name);
        Ok(number)
    }

    fn finish(self, ledger: Ledger) -> Result<Outcome, Error> {
        let (first, last) = match self.days {
            Some(days) => days,
            None if self.rows == 0 => return Err(Error::OnlyHeader),
            None => return Err(Error::NoRow(self.rows)),
        };
        Ok(Outcome {
            ledger,
            rows: self.rows,
            bad: self.bad,
            purchases: self.purchases,
            refunds: self.refunds,
            zeros: self.zeros,
            first,
            last,
            mark: self.mark,
        })
    }
}

fn place<R: Read>(records: &Records<Utf8<R>>, cell: &[u8]) -> (u64, String) {
    let cell = String::from_utf8_lossy(cell).into_owned();
    (records.first_line(), cell)
}

/// Whether a row holds what stands for bytes that are no characters.
fn has_damage(raw: &[u8]) -> bool {
    raw.windows(3).any(|it| it == "\u{fffd}".as_bytes())
}
