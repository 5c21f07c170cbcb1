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
        "The importance from which a target segment's need must be answered.",
        "目标细分的需要，重要性从几分起必须有利益回应。",
    ),
};

/// How many gaps make an objective a wish: then they are one finding.
pub static OBJECTIVE_GAPS: Threshold = Threshold {
    name: "objective-gaps",
    rule: "kpi-incomplete",
    hundredths: 300,
    range: (2, 6),
    help: Text::new(
        "How many missing parts of an objective are told in one finding.",
        "目标缺几项起合并为一条结果。",
    ),
};

/// From which satisfaction on a need leaves no room.
pub static SATISFIED_NEED: Threshold = Threshold {
    name: "satisfied-need",
    rule: "no-unmet-or-latent-need",
    hundredths: 400,
    range: (2, 5),
    help: Text::new(
        "The satisfaction from which a need counts as met, where its importance is not given.",
        "没写重要性时，满意度从几分起算已满足。",
    ),
};

/// How many targets of equal rank are everyone.
pub static UNRANKED_TARGETS: Threshold = Threshold {
    name: "unranked-targets",
    rule: "everyone-is-the-target",
    hundredths: 300,
    range: (2, 20),
    help: Text::new(
        "How many segments may not all be targets without an order among them.",
        "细分达到几个，就不能不分先后全部选为目标。",
    ),
};

/// Every threshold, by name.
pub static THRESHOLDS: &[&Threshold] = &[
    &IMPORTANT_NEED,
    &OBJECTIVE_GAPS,
    &SATISFIED_NEED,
    &UNRANKED_TARGETS,
];

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
            let (en, zh) = (it.help.en, it.help.zh);
            assert!(en.ends_with('.') && zh.ends_with('。'), "{}", it.name);
        }
    }
}
