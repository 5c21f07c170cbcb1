//! The families of marketing myopia: where a plan can lose sight of the need.

use crate::words::Text;

/// A family of marketing myopia.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// How the need is stated.
    Need,
    /// How the market and the rivals are drawn.
    Market,
    /// Where growth is to come from.
    Growth,
    /// What is offered and promised.
    Promise,
    /// How it is sold, priced and measured.
    Selling,
}

impl Family {
    /// All families, in the order of the steps.
    pub const ALL: [Family; 5] = [
        Family::Need,
        Family::Market,
        Family::Growth,
        Family::Promise,
        Family::Selling,
    ];

    /// The word in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Family::Need => "need",
            Family::Market => "market",
            Family::Growth => "growth",
            Family::Promise => "promise",
            Family::Selling => "selling",
        }
    }

    /// The words on screen.
    pub const fn label(self) -> Text {
        match self {
            Family::Need => Text::new("how the need is stated", "需要怎么写"),
            Family::Market => {
                Text::new("how the market and rivals are drawn", "市场和竞争怎么界定")
            }
            Family::Growth => Text::new("where growth is to come from", "增长从哪里来"),
            Family::Promise => Text::new("what is offered and promised", "提供和承诺什么"),
            Family::Selling => Text::new(
                "how it is sold, priced and measured",
                "怎么销售、定价和衡量",
            ),
        }
    }
}
