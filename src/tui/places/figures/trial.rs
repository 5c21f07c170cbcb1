//! What-if: values that are tried and not written, and the slider that moves them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::catalogue::Kind;
use crate::figures::input::Range;
use crate::figures::{Input, Unit};
use crate::plan::{Document, Edit, EditError, Literal, Path, place_of};
use crate::words::number::{percent_in, show, to_toml};
use crate::words::{Lang, Text};

/// Values that are tried, by the paths of their fields.
#[derive(Debug, Default)]
pub(super) struct Trial {
    values: BTreeMap<String, Decimal>,
    /// Counts changes, for what is computed from them.
    pub revision: u64,
}

impl Trial {
    /// Whether anything is tried.
    pub fn is_running(&self) -> bool {
        !self.values.is_empty()
    }

    /// How many values are tried.
    pub fn count(&self) -> usize {
        self.values.len()
    }

    /// What is tried at a path.
    pub fn get(&self, path: &str) -> Option<Decimal> {
        self.values.get(path).copied()
    }

    /// Tries a value; the value that stands there already is no trial.
    pub fn set(&mut self, path: &str, value: Decimal, base: Decimal) {
        if value == base {
            self.values.remove(path);
        } else {
            self.values.insert(path.to_owned(), value);
        }
        self.revision += 1;
    }

    /// Forgets what is tried.
    pub fn drop(&mut self) {
        self.values.clear();
        self.revision += 1;
    }

    /// The plan's text with what is tried in it.
    ///
    /// # Errors
    /// When a value cannot be written.
    pub fn text(&self, document: &Document) -> Result<String, EditError> {
        let mut tried = Document::parse(document.text());
        for (path, value) in &self.values {
            let path = Path::parse(path);
            // A row may have gone since: what was tried on it goes with it.
            if tried.has(&path) {
                let edit = tried.set(&path, &literal(&path, *value))?;
                tried.apply(&edit);
            }
        }
        Ok(tried.text().to_owned())
    }

    /// The one edit that writes everything that is tried.
    ///
    /// # Errors
    /// When a value cannot be written.
    pub fn edit(&self, document: &Document) -> Result<Edit, EditError> {
        Ok(Edit::between(document.text(), &self.text(document)?))
    }
}

/// A number as its field writes it: whole numbers without a point, money and shares with one.
fn literal(path: &Path, value: Decimal) -> Literal {
    let kind = place_of(path)
        .and_then(|(_, field)| field)
        .map(|it| it.kind);
    let whole = !matches!(kind, Some(Kind::Money | Kind::Percent));
    Literal::Bare(to_toml(value.normalize(), whole))
}

/// How a number moves under the arrow keys.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Knob {
    /// Where it stands without a trial.
    pub base: Decimal,
    /// What one press adds.
    step: Decimal,
    range: Range,
    limits: Option<(Decimal, Decimal)>,
    is_rate: bool,
}

impl Knob {
    /// The knob of an input: a rate moves by a point, whole things by at least one, anything else
    /// by a hundredth of itself.
    pub fn new(input: &Input, kind: Option<Kind>, base: Decimal) -> Knob {
        let limits = match kind {
            Some(Kind::Scale(low, high)) => Some((low.into(), high.into())),
            Some(Kind::Scores(_)) => Some((Decimal::ZERO, Decimal::TEN)),
            _ => None,
        };
        // Without a field, people and pieces are known by standing at a whole number.
        let counts = kind.is_none() && input.unit == Unit::Count && base.is_integer();
        let counts = counts || kind == Some(Kind::Count) || input.range == Range::Whole;
        let whole = limits.is_some() || counts;
        let is_rate = input.unit == Unit::Rate;
        let hundredth = base.abs() * Decimal::new(1, 2);
        let step = if is_rate {
            Decimal::new(1, 2)
        } else if whole {
            hundredth.round().max(Decimal::ONE)
        } else if hundredth.is_zero() {
            Decimal::ONE
        } else {
            readable(hundredth)
        };
        Knob {
            base,
            step: step.normalize(),
            range: input.range,
            limits,
            is_rate,
        }
    }

    /// What the number must be, as the end of a sentence: a scale of the plan is narrower than
    /// what the formula could compute with.
    pub fn range_in_words(&self, lang: Lang) -> String {
        let Some((low, high)) = self.limits else {
            return self.range.words().get(lang).to_owned();
        };
        let text = Text::new("from {0} to {1}", "在 {0} 到 {1} 之间");
        text.fill(lang, &[show(low), show(high)])
    }

    /// The value after so many presses, as far as there is a meaning.
    pub fn moved(&self, from: Decimal, presses: i32) -> Decimal {
        let fits = |value: &Decimal| {
            let within = self
                .limits
                .is_none_or(|(low, high)| *value >= low && *value <= high);
            // What makes no sense already may be moved until it does.
            within && (self.range.holds(*value) || !self.range.holds(self.base))
        };
        (1..=presses.abs())
            .rev()
            .filter_map(|n| {
                let by = self.step.checked_mul((n * presses.signum()).into())?;
                from.checked_add(by)
            })
            .find(fits)
            .map_or(from, |value| value.normalize())
    }

    /// Where a value stands between the ends of the slider, from 0 to 1.
    fn share(&self, value: Decimal) -> f64 {
        let (low, high) = match self.limits {
            Some(limits) => limits,
            None if self.is_rate
                && self.base.abs() <= Decimal::ONE
                && self.base >= Decimal::ZERO =>
            {
                (Decimal::ZERO, Decimal::ONE)
            }
            None => {
                let half = self.step.checked_mul(50.into()).unwrap_or(Decimal::ONE);
                let low = self.base.checked_sub(half).unwrap_or(self.base);
                (low, self.base.checked_add(half).unwrap_or(self.base))
            }
        };
        let part = value
            .checked_sub(low)
            .zip(high.checked_sub(low))
            .and_then(|(part, whole)| part.checked_div(whole))
            .and_then(|share| share.to_f64());
        part.unwrap_or(0.5).clamp(0.0, 1.0)
    }

    /// The slider in so many cells: `├───┼──●───┤`, the sign of the plan's own value between the
    /// ends and the value tried as a dot; the dot stands on the sign while nothing is tried.
    pub fn slider(&self, value: Decimal, cells: usize) -> String {
        let last = cells.max(5) - 1;
        let at = |value: Decimal| {
            #[allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]
            let cell = (self.share(value) * last as f64).round() as usize;
            cell.min(last)
        };
        let (own, tried) = (at(self.base), at(value));
        (0..=last)
            .map(|cell| match cell {
                _ if cell == tried => '●',
                _ if cell == own => '┼',
                0 => '├',
                _ if cell == last => '┤',
                _ => '─',
            })
            .collect()
    }

    /// How far a value is from the plan's own: `+5 %`, or `+5 points` of a rate.
    pub fn change(&self, value: Decimal, lang: Lang) -> String {
        let Some(by) = value.checked_sub(self.base) else {
            return String::new();
        };
        let sign = if by > Decimal::ZERO { "+" } else { "" };
        if self.is_rate {
            let points = by.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(by);
            let text = Text::new("{0} points", "{0}个百分点");
            return text.fill(lang, &[format!("{sign}{}", points.normalize())]);
        }
        share_of(by, self.base, lang).map_or(String::new(), |share| format!("{sign}{share}"))
    }
}

/// A step that leaves values as people write them: 0.16 for 15.65, and 0.00035 for 0.035.
fn readable(step: Decimal) -> Decimal {
    let cents = step.round_dp(2);
    if cents.is_zero() {
        step.round_sf(2).unwrap_or(step)
    } else {
        cents
    }
}

/// A difference as a percentage of where it began, in tenths of a percent.
pub(super) fn share_of(by: Decimal, base: Decimal, lang: Lang) -> Option<String> {
    let share = by.checked_div(base.abs())?;
    Some(percent_in(share.round_dp(3), lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::input::one;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn money_moves_by_a_hundredth_of_itself_and_rates_by_a_point() {
        let price = one("price", Unit::Money, "Price", "价格");
        let knob = Knob::new(&price, Some(Kind::Money), number("15.65"));
        assert_eq!(knob.moved(number("15.65"), 1), number("15.81"));
        assert_eq!(knob.moved(number("15.65"), -10), number("14.05"));
        let knob = Knob::new(&price, Some(Kind::Money), number("0.035"));
        assert_eq!(knob.moved(number("0.035"), 1), number("0.03535"));
        let rate = one("r", Unit::Rate, "Retention", "保留率").in_range(Range::Share);
        let knob = Knob::new(&rate, Some(Kind::Percent), number("0.95"));
        assert_eq!(knob.moved(number("0.95"), 1), number("0.96"));
        assert_eq!(knob.moved(number("0.95"), 10), number("1"));
        assert_eq!(knob.moved(number("1"), 1), number("1"));
    }

    #[test]
    fn whole_things_move_by_at_least_one_and_scores_stay_on_their_scale() {
        let units = one("units", Unit::Count, "Units", "销量");
        let knob = Knob::new(&units, Some(Kind::Count), number("40"));
        assert_eq!(knob.moved(number("40"), 1), number("41"));
        let knob = Knob::new(&units, Some(Kind::Scale(1, 5)), number("4"));
        assert_eq!(knob.moved(number("4"), 10), number("5"));
        assert_eq!(knob.range_in_words(Lang::En), "from 1 to 5");
        assert_eq!(knob.range_in_words(Lang::Zh), "在 1 到 5 之间");
        let knob = Knob::new(&units, None, Decimal::ZERO);
        assert_eq!(knob.moved(Decimal::ZERO, -1), number("-1"));
    }

    #[test]
    fn numbers_at_the_edge_of_what_is_exact_stay() {
        let price = one("price", Unit::Money, "Price", "价格");
        let knob = Knob::new(&price, Some(Kind::Money), Decimal::MAX);
        assert_eq!(knob.moved(Decimal::MAX, 10), Decimal::MAX);
        assert_eq!(knob.slider(Decimal::MAX, 11).chars().count(), 11);
    }

    #[test]
    fn the_slider_marks_the_plan_and_the_trial() {
        let price = one("price", Unit::Money, "Price", "价格");
        let knob = Knob::new(&price, Some(Kind::Money), number("10"));
        assert_eq!(knob.slider(number("10"), 11), "├────●────┤");
        assert_eq!(knob.slider(number("12"), 11), "├────┼─●──┤");
        assert_eq!(knob.slider(number("99"), 11), "├────┼────●");
        assert_eq!(knob.change(number("12"), Lang::En), "+20 %");
        assert_eq!(knob.change(number("9"), Lang::Zh), "-10%");
    }
}
