//! Numbers with Chinese numerals or units: 三十五, 1.5亿, 3万5千, 二〇二七.

use rust_decimal::Decimal;

use super::digits;

/// The units: what they are written as, and how many zeros they add.
const UNITS: [(char, u32); 5] = [('十', 1), ('百', 2), ('千', 3), ('万', 4), ('亿', 8)];

/// The numerals, in the order of their digits.
const NUMERALS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The number in this folded text, which may mix numerals, digits and units.
///
/// A single digit after a larger unit counts a tenth of it, as everyone reads
/// it: 三万五 is 35000, while 三万零五 is 30005. Two numerals in a row before a
/// unit (三四百) are a guess, not a number.
pub(in crate::words) fn read(text: &str) -> Option<Decimal> {
    let text = arabic(text)?;
    let mut sum = Sum::default();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|c| zeros(c).is_some()) {
        let (number, from) = rest.split_at(at);
        let unit = from.chars().next()?;
        sum.number(number)?;
        sum.unit(zeros(unit)?)?;
        rest = &from[unit.len_utf8()..];
    }
    sum.number(rest)?;
    sum.total()
}

/// How many zeros this unit adds, if it is one.
fn zeros(c: char) -> Option<u32> {
    UNITS
        .iter()
        .find(|(unit, _)| *unit == c)
        .map(|(_, zeros)| *zeros)
}

/// The text with its numerals as digits and 点 as a point; units stay.
fn arabic(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut row, mut guess, mut units) = (false, false, false);
    for c in text.chars() {
        let c = match c {
            '〇' => '零',
            '两' => '二',
            '点' => '.',
            c => c,
        };
        units |= zeros(c).is_some();
        let digit = NUMERALS.iter().zip('0'..).find(|(n, _)| **n == c);
        let counts = digit.is_some_and(|(_, digit)| digit != '0');
        // After a point, numerals follow each other: 三点一四.
        guess |= counts && row && !after_point(&out);
        row = counts;
        out.push(digit.map_or(c, |(_, digit)| digit));
    }
    (!(guess && units)).then_some(out)
}

/// Whether the digits at the end of the text follow a point.
fn after_point(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_ascii_digit())
        .ends_with('.')
}

/// A number as it is read from left to right.
#[derive(Default)]
struct Sum {
    /// Everything up to the last 万 or 亿.
    large: Decimal,
    /// What stands since then, below 万.
    small: Decimal,
    /// A number still waiting for its unit, and whether a 零 led it in.
    waiting: Option<(Decimal, bool)>,
    /// The zeros of the last unit of each size.
    last_small: Option<u32>,
    last_large: Option<u32>,
}

impl Sum {
    /// Takes the digits between two units, if there are any.
    fn number(&mut self, text: &str) -> Option<()> {
        let text = text.trim();
        if !text.is_empty() {
            let value = digits::read(text, 0)?;
            self.waiting = Some((value, text.len() > 1 && text.starts_with('0')));
        }
        Some(())
    }

    /// Takes a unit, which belongs to the number before it.
    fn unit(&mut self, zeros: u32) -> Option<()> {
        let times = Decimal::from(10u64.pow(zeros));
        if zeros >= 4 {
            self.large_unit(zeros, times)
        } else {
            self.small_unit(zeros, times)
        }
    }

    /// 十, 百 or 千: each smaller than the one before; 十 needs no number, others only at the start.
    fn small_unit(&mut self, zeros: u32, times: Decimal) -> Option<()> {
        let first = self.large.is_zero() && self.last_small.is_none();
        let count = match self.waiting.take() {
            Some((count, _)) => count,
            None => (zeros == 1 || first).then_some(Decimal::ONE)?,
        };
        if self.last_small.is_some_and(|last| last <= zeros) {
            return None;
        }
        self.last_small = Some(zeros);
        self.small = self.small.checked_add(count.checked_mul(times)?)?;
        Some(())
    }

    /// 万 or 亿: counts what stands below it, or (万亿) everything so far.
    fn large_unit(&mut self, zeros: u32, times: Decimal) -> Option<()> {
        let waiting = self.waiting.take();
        let count = self.small.checked_add(self.rest(waiting)?)?;
        let everything = match self.last_large {
            None => true,
            Some(last) if last == zeros => return None,
            Some(last) => last < zeros,
        };
        let before = if everything {
            self.large
        } else {
            Decimal::ZERO
        };
        let counted = before.checked_add(count)?;
        if counted.is_zero() && (waiting.is_none() || !everything) {
            return None;
        }
        let after = if everything {
            Decimal::ZERO
        } else {
            self.large
        };
        self.large = after.checked_add(counted.checked_mul(times)?)?;
        self.small = Decimal::ZERO;
        self.last_large = Some(zeros);
        self.last_small = None;
        Some(())
    }

    /// The worth of a number that has no unit of its own.
    fn rest(&self, waiting: Option<(Decimal, bool)>) -> Option<Decimal> {
        let Some((value, after_zero)) = waiting else {
            return Some(Decimal::ZERO);
        };
        let Some(zeros) = self.last_small.or(self.last_large) else {
            return Some(value);
        };
        let unit = Decimal::from(10u64.pow(zeros));
        let single = value.is_integer() && value < Decimal::TEN;
        if single && !after_zero {
            return value.checked_mul(Decimal::from(10u64.pow(zeros - 1)));
        }
        (value < unit).then_some(value)
    }

    /// The whole number, once the text has ended.
    fn total(self) -> Option<Decimal> {
        let nothing = self.waiting.is_none() && self.large.is_zero() && self.small.is_zero();
        let rest = self.rest(self.waiting)?;
        let total = self.large.checked_add(self.small)?.checked_add(rest)?;
        (!nothing).then_some(total)
    }
}
