//! From numbers to cells, and the round numbers beside an axis.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::chart::Axis;
use super::picture::width;
use crate::words::Lang;
use crate::words::number::{show, show_percent};

/// An axis laid over so many cells.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    low: f64,
    span: f64,
    last: f64,
    percent: bool,
    whole: bool,
    lang: Lang,
}

/// A round number beside an axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The cell.
    pub at: usize,
    /// The number.
    pub label: String,
}

impl Scale {
    /// Lays an axis over so many cells.
    pub fn new(axis: &Axis, cells: usize, lang: Lang) -> Scale {
        let (low, high) = (float(axis.low), float(axis.high));
        let span = high - low;
        Scale {
            low,
            span: if span > 0.0 { span } else { 1.0 },
            last: cells.saturating_sub(1) as f64,
            percent: axis.percent,
            whole: axis.whole,
            lang,
        }
    }

    /// The cell of a number, counted from the low end; numbers outside are at the ends.
    pub fn cell(&self, value: Decimal) -> usize {
        self.cell_of(float(value))
    }

    fn cell_of(&self, value: f64) -> usize {
        let at = ((value - self.low) / self.span * self.last).round();
        cells(at.clamp(0.0, self.last))
    }

    /// At most so many round numbers within the axis, from low to high.
    pub fn ticks(&self, most: usize) -> Vec<Tick> {
        let most = most.max(1) as f64;
        let rough = self.span / most;
        if !(rough.is_finite() && rough > 0.0) {
            return Vec::new();
        }
        let power = rough.log10().floor();
        let unit = 10_f64.powf(power);
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .map(|times| times * unit)
            .find(|step| *step >= rough * 0.999_999)
            .unwrap_or(10.0 * unit)
            .max(if self.whole { 1.0 } else { 0.0 });
        let first = (self.low / step).ceil();
        let decimals = cells(-step.log10().floor());
        let mut ticks = Vec::new();
        for nth in 0..=cells(most) + 1 {
            let value = (first + nth as f64) * step;
            if value > self.low + self.span * 1.000_001 {
                break;
            }
            ticks.push(Tick {
                at: self.cell_of(value),
                label: self.label(value, decimals),
            });
        }
        ticks
    }

    /// As many round numbers as have room side by side.
    pub fn ticks_in_line(&self) -> Vec<Tick> {
        let room = cells(self.last) + 1;
        let fits = |ticks: &Vec<Tick>| {
            let apart = ticks.windows(2).all(|pair| match pair {
                [one, next] => width(&one.label) + 2 <= next.at.saturating_sub(one.at),
                _ => true,
            });
            apart && ticks.iter().all(|tick| width(&tick.label) < room)
        };
        (1..=10)
            .rev()
            .map(|most| self.ticks(most))
            .find(fits)
            .unwrap_or_default()
    }

    fn label(&self, value: f64, decimals: usize) -> String {
        if self.percent {
            let text = format!("{value:.*}", decimals.max(2));
            return text.parse().map_or(text, show_percent).replace(' ', "");
        }
        short(value, decimals, self.lang)
    }
}

/// A number in few cells: `12k`, `1.5M`; 1.2万, 3亿.
fn short(value: f64, decimals: usize, lang: Lang) -> String {
    let words: &[(f64, &str)] = match lang {
        Lang::En => &[(1e9, "bn"), (1e6, "M"), (1e3, "k")],
        Lang::Zh => &[(1e8, "亿"), (1e4, "万")],
    };
    for (size, word) in words {
        if value.abs() >= *size {
            let text = format!("{:.2}", value / size);
            let plain = text.trim_end_matches('0').trim_end_matches('.');
            return format!("{plain}{word}");
        }
    }
    let text = format!("{value:.decimals$}");
    text.parse().map_or(text, show)
}

/// So many whole cells; less than none is none.
#[allow(clippy::cast_sign_loss)] // A cast of a negative number gives zero, which is meant.
pub fn cells(value: f64) -> usize {
    value.round() as usize
}

/// A number as near as a drawing needs it.
pub fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(low: i64, high: i64, cells: usize, lang: Lang) -> Vec<String> {
        let axis = Axis {
            label: String::new(),
            low: low.into(),
            high: high.into(),
            percent: false,
            whole: false,
        };
        let ticks = Scale::new(&axis, cells, lang).ticks_in_line();
        ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round_and_have_room() {
        assert_eq!(
            labels(0, 10, 40, Lang::En),
            ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
        );
        assert_eq!(labels(0, 120_000, 30, Lang::En), ["0", "50k", "100k"]);
        assert_eq!(labels(0, 120_000, 30, Lang::Zh), ["0", "5万", "10万"]);
        assert_eq!(
            labels(-40, 40, 20, Lang::En),
            ["-40", "-20", "0", "20", "40"]
        );
        assert_eq!(labels(0, 10, 1, Lang::En), [""; 0]);
    }
}
