//! The numbers at which rules begin to speak, where a project may have reason to move them.

use rust_decimal::Decimal;

use crate::words::Text;

/// A number that a rule compares with.
#[derive(Debug, PartialEq, Eq)]
pub struct Threshold {
    /// The key in `[thresholds]`.
    pub name: &'static str,
    /// The rule that asks for it.
    pub rule: &'static str,
    /// What it is where nobody says otherwise, in hundredths.
    hundredths: i64,
    /// The least and the most that it may be.
    pub range: (i64, i64),
    /// What it means.
    pub help: Text,
}

impl Threshold {
    /// What it is where nobody says otherwise.
    pub fn default(&self) -> Decimal {
        Decimal::new(self.hundredths, 2).normalize()
    }

    /// Whether it may be this.
    pub fn takes(&self, value: Decimal) -> bool {
        let (least, most) = self.range;
        (Decimal::from(least)..=Decimal::from(most)).contains(&value)
    }
}

/// From which importance on a need must be answered.
pub static IMPORTANT_NEED: Threshold = Threshold {
    name: "important-need",
    rule: "important-need-unanswered",
    hundredths: 400,
    range: (1, 5),
    help: Text::new(
        "the importance from which a target segment's need must be answered",
        "目标细分的需要，重要性从几分起必须有利益回应",
    ),
};

/// Every threshold, by name.
pub static THRESHOLDS: &[&Threshold] = &[&IMPORTANT_NEED];

/// The threshold with a name.
pub fn threshold(name: &str) -> Option<&'static Threshold> {
    THRESHOLDS.iter().copied().find(|it| it.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thresholds_are_sorted_named_once_and_fit_their_range() {
        for pair in THRESHOLDS.windows(2) {
            assert!(pair[0].name < pair[1].name, "{}", pair[1].name);
        }
        for it in THRESHOLDS {
            assert!(it.takes(it.default()), "{}", it.name);
            assert!(crate::checks::rule(it.rule).is_some(), "{}", it.rule);
        }
    }
}
