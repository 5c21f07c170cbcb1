//! The four relationship groups: what customers are called by what they leave and whether they stay.
//!
//! Profit and loyalty make four groups (Reinartz & Kumar 2002). They are named in tables of
//! purchases, figures, charts and findings; one list keeps them the same group everywhere.

use super::Text;

/// The four relationship groups: by profit, and by how long they stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relationship {
    /// Profitable and loyal.
    Friend,
    /// Profitable, soon gone.
    Butterfly,
    /// Loyal, and hardly worth it.
    Barnacle,
    /// Neither.
    Stranger,
}

impl Relationship {
    /// All of them.
    pub const ALL: [Relationship; 4] = [
        Relationship::Friend,
        Relationship::Butterfly,
        Relationship::Barnacle,
        Relationship::Stranger,
    ];

    /// The group of customers who are profitable or not, and loyal or not.
    pub const fn of(is_profitable: bool, is_loyal: bool) -> Relationship {
        match (is_profitable, is_loyal) {
            (true, true) => Relationship::Friend,
            (true, false) => Relationship::Butterfly,
            (false, true) => Relationship::Barnacle,
            (false, false) => Relationship::Stranger,
        }
    }

    /// The id of its row in a plan.
    pub const fn key(self) -> &'static str {
        match self {
            Relationship::Friend => "true-friends",
            Relationship::Butterfly => "butterflies",
            Relationship::Barnacle => "barnacles",
            Relationship::Stranger => "strangers",
        }
    }

    /// As people say it.
    pub const fn name(self) -> Text {
        match self {
            Relationship::Friend => Text::new("true friends", "真正的朋友"),
            Relationship::Butterfly => Text::new("butterflies", "蝴蝶"),
            Relationship::Barnacle => Text::new("barnacles", "船底的贝壳"),
            Relationship::Stranger => Text::new("strangers", "陌生人"),
        }
    }

    /// What is done with it.
    pub const fn policy(self) -> Text {
        match self {
            Relationship::Friend => Text::new(
                "invest: delight them and keep them",
                "投入：让他们满意，牢牢留住",
            ),
            Relationship::Butterfly => Text::new(
                "harvest: serve them well while they are here, and do not chase them",
                "收获：趁他们在时做好生意，不去追",
            ),
            Relationship::Barnacle => Text::new(
                "reprice: sell more, ask more or serve for less, or let them go",
                "调价：多卖、提价或降低服务成本，不行就放手",
            ),
            Relationship::Stranger => {
                Text::new("leave: spend nothing on them", "放手：不在他们身上花钱")
            }
        }
    }
}
