//! The words for each list that can break the chain.

use super::Stage;
use crate::words::Text;

/// A list whose rows name the segment they are for.
pub struct Link {
    /// The end of the chain before it, and the list itself.
    pub ends: [Stage; 2],
    /// The key that names the segment.
    pub key: &'static str,
    /// No row is for segment `{0}`.
    pub none: Text,
    /// The same, and row `{1}` names no segment at all.
    pub loose: Text,
}

/// A link of the chain.
pub const PROPOSITION: Link = Link {
    ends: [Stage::Segment, Stage::Proposition],
    key: "segment",
    none: Text::new(
        "The chain of “{0}” breaks between the segment and a value proposition: none is made to it.",
        "“{0}”的链条断在细分与价值主张之间：没有一条价值主张是对它说的。",
    ),
    loose: Text::new(
        "The chain of “{0}” breaks between the segment and a value proposition: “{1}” does not say to which segment it is made.",
        "“{0}”的链条断在细分与价值主张之间：“{1}”没有写明是对哪个细分说的。",
    ),
};

/// A link of the chain.
pub const PRODUCT: Link = Link {
    ends: [Stage::Proof, Stage::Product],
    key: "segments",
    none: Text::new(
        "The chain of “{0}” breaks between the proof and a product: no product is made for it.",
        "“{0}”的链条断在证明与产品之间：没有一种产品是为它准备的。",
    ),
    loose: Text::new(
        "The chain of “{0}” breaks between the proof and a product: “{1}” does not say for which segments it is made.",
        "“{0}”的链条断在证明与产品之间：产品“{1}”没有写明面向哪些细分。",
    ),
};

/// A link of the chain.
pub const CHANNEL: Link = Link {
    ends: [Stage::Product, Stage::Channel],
    key: "segments",
    none: Text::new(
        "The chain of “{0}” breaks between the product and a channel: no channel serves it.",
        "“{0}”的链条断在产品与渠道之间：没有一条渠道服务它。",
    ),
    loose: Text::new(
        "The chain of “{0}” breaks between the product and a channel: “{1}” does not say which segments it serves.",
        "“{0}”的链条断在产品与渠道之间：渠道“{1}”没有写明服务哪些细分。",
    ),
};

/// A link of the chain.
pub const MESSAGE: Link = Link {
    ends: [Stage::Channel, Stage::Message],
    key: "segment",
    none: Text::new(
        "The chain of “{0}” breaks between the channel and a message: nothing is said to it.",
        "“{0}”的链条断在渠道与传播信息之间：没有一条信息是对它说的。",
    ),
    loose: Text::new(
        "The chain of “{0}” breaks between the channel and a message: “{1}” does not say to which segment it speaks.",
        "“{0}”的链条断在渠道与传播信息之间：信息“{1}”没有写明对哪个细分说。",
    ),
};

/// A link of the chain.
pub const PROGRAMME: Link = Link {
    ends: [Stage::Message, Stage::Relationship],
    key: "segment",
    none: Text::new(
        "The chain of “{0}” breaks between the message and a relationship programme: none is for it.",
        "“{0}”的链条断在传播信息与关系计划之间：没有一个关系计划面向它。",
    ),
    loose: Text::new(
        "The chain of “{0}” breaks between the message and a relationship programme: “{1}” does not say for which segment it is.",
        "“{0}”的链条断在传播信息与关系计划之间：关系计划“{1}”没有写明面向哪个细分。",
    ),
};

/// A link of the chain.
pub const GROUP: Link = Link {
    ends: [Stage::Relationship, Stage::Value],
    key: "segment",
    none: Text::new(
        "The chain of “{0}” breaks between the relationship programme and value capture: no customer group belongs to it.",
        "“{0}”的链条断在关系计划与价值获取之间：没有一个顾客群属于它。",
    ),
    loose: Text::new(
        "The chain of “{0}” breaks between the relationship programme and value capture: “{1}” does not say to which segment it belongs.",
        "“{0}”的链条断在关系计划与价值获取之间：顾客群“{1}”没有写明属于哪个细分。",
    ),
};
