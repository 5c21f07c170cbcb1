//! The chain of each target segment, followed from its needs to the value captured from it.
//!
//! One walk serves all who ask: the rule `broken-chain` wants only the first missing link, the
//! command `trace` and the place Chain want every row on the way. What no chain reaches, and what
//! leads out of one, are the orphans.

mod index;
mod orphans;
#[cfg(test)]
mod tests;
mod walk;
mod words;

use crate::catalogue::Step;
use crate::plan::records::Segment;
use crate::plan::{Reading, Record, Sp, Span, Str};
use crate::words::Text;

pub(super) use index::Index;
pub use orphans::{Direction, Orphan};
pub(super) use walk::walk;

use super::context::called;
use super::finding::{Say, shorten};
use super::settings::Settings;
use super::{Context, filled};

/// A stage of the chain, in the order in which it is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The target segment, where a chain begins.
    Segment,
    /// Needs of the segment.
    Need,
    /// Value propositions made to it.
    Proposition,
    /// Benefits of these propositions that answer its needs.
    Benefit,
    /// Why to believe the benefits.
    Proof,
    /// Products made for it.
    Product,
    /// What the products cost.
    Price,
    /// Channels that serve it.
    Channel,
    /// Messages that speak to it.
    Message,
    /// Relationship programmes for it.
    Relationship,
    /// Customer groups of it, from which value is captured.
    Value,
}

impl Stage {
    /// The stages after the segment.
    pub const CHAIN: [Stage; 10] = [
        Stage::Need,
        Stage::Proposition,
        Stage::Benefit,
        Stage::Proof,
        Stage::Product,
        Stage::Price,
        Stage::Channel,
        Stage::Message,
        Stage::Relationship,
        Stage::Value,
    ];

    /// The word in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Stage::Segment => "segment",
            Stage::Need => "need",
            Stage::Proposition => "proposition",
            Stage::Benefit => "benefit",
            Stage::Proof => "proof",
            Stage::Product => "product",
            Stage::Price => "price",
            Stage::Channel => "channel",
            Stage::Message => "message",
            Stage::Relationship => "relationship",
            Stage::Value => "value",
        }
    }

    /// The word on screen.
    pub const fn label(self) -> Text {
        match self {
            Stage::Segment => Text::new("segment", "细分"),
            Stage::Need => Text::new("need", "需要"),
            Stage::Proposition => Text::new("proposition", "价值主张"),
            Stage::Benefit => Text::new("benefit", "利益"),
            Stage::Proof => Text::new("proof", "证明"),
            Stage::Product => Text::new("product", "产品"),
            Stage::Price => Text::new("price", "价格"),
            Stage::Channel => Text::new("channel", "渠道"),
            Stage::Message => Text::new("message", "信息"),
            Stage::Relationship => Text::new("relationship", "关系"),
            Stage::Value => Text::new("value", "价值获取"),
        }
    }

    /// The step whose work it is.
    pub const fn step(self) -> Step {
        match self {
            Stage::Need => Step::Needs,
            Stage::Segment => Step::Targeting,
            Stage::Proposition | Stage::Benefit | Stage::Proof => Step::Value,
            Stage::Product | Stage::Price | Stage::Channel | Stage::Message => Step::Mix,
            Stage::Relationship | Stage::Value => Step::Relationships,
        }
    }

    /// The section of the plan in which it is written.
    pub const fn section(self) -> &'static str {
        match self {
            Stage::Segment => "targeting.segments",
            Stage::Need => "needs.customer_needs",
            Stage::Proposition => "value.propositions",
            Stage::Benefit | Stage::Proof => "value.benefits",
            Stage::Product | Stage::Price => "mix.products",
            Stage::Channel => "mix.channels",
            Stage::Message => "mix.messages",
            Stage::Relationship => "relationships.programmes",
            Stage::Value => "relationships.groups",
        }
    }
}

/// How a stage of a chain stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// It has rows, and they hang together with what came before.
    Holds,
    /// The chain breaks here first.
    Breaks,
    /// Nothing is here yet: its step is not begun, or the chain broke before.
    Open,
    /// The author looked for it and could not find out.
    Unknown,
}

impl State {
    /// The word in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            State::Holds => "holds",
            State::Breaks => "breaks",
            State::Open => "open",
            State::Unknown => "unknown",
        }
    }

    /// The sign on screen, which needs no colour.
    pub const fn mark(self) -> &'static str {
        match self {
            State::Holds => "✓",
            State::Breaks => "✗",
            State::Open => "·",
            State::Unknown => "?",
        }
    }
}

/// A row of the plan on a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it is in the plan; a proof or a price is a field of its row.
    pub path: String,
    /// Its id, or its position from 1.
    pub id: String,
    /// What it says, in one line; empty where it says nothing yet.
    pub text: String,
    /// Where it stands in the text.
    pub span: Span,
    /// The paths of the rows before it on which it hangs.
    pub hangs_on: Vec<String>,
}

impl Row {
    fn new(record: &impl Record, text: Option<&Sp<Str<'_>>>, hangs_on: Vec<String>) -> Row {
        Row {
            path: record.path(""),
            id: record.name().unwrap_or_default().into_owned(),
            text: line(text),
            span: record.span(),
            hangs_on,
        }
    }
}

/// A text in one line, however many it has in the file.
fn line(text: Option<&Sp<Str<'_>>>) -> String {
    let words = filled(text).unwrap_or_default().split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

/// One stage of one chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which stage.
    pub stage: Stage,
    /// How it stands.
    pub state: State,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// One of the two ends between which a chain breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// What it is.
    pub stage: Stage,
    /// What it is called; empty where there is no row yet.
    pub name: String,
}

/// The first missing link of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The stage that the chain does not reach.
    pub stage: Stage,
    /// Between what it breaks.
    pub ends: [End; 2],
    /// Whether the step of that stage is begun: otherwise it is work ahead, not a break.
    pub begun: bool,
    /// Where a repair begins.
    pub path: String,
    /// Where that stands in the text.
    pub span: Span,
    /// The same in one sentence.
    pub say: Say,
}

/// The chain of one target segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The segment; its text is its name.
    pub segment: Row,
    /// The stages after the segment, all ten of them.
    pub parts: Vec<Part>,
    /// The first missing link, where there is one.
    pub gap: Option<Break>,
}

impl Chain {
    /// Whether a link is missing in what was begun.
    pub fn is_broken(&self) -> bool {
        self.gap.as_ref().is_some_and(|gap| gap.begun)
    }

    /// What people call its segment.
    pub fn name(&self) -> &str {
        if self.segment.text.is_empty() {
            &self.segment.id
        } else {
            &self.segment.text
        }
    }
}

/// What came of following the chains of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    /// One chain for each target segment, in the order of the plan.
    pub chains: Vec<Chain>,
    /// What no chain reaches, and what leads out of one.
    pub orphans: Vec<Orphan>,
}

impl Trace {
    /// Whether the chain of any target segment is broken.
    pub fn is_broken(&self) -> bool {
        self.chains.iter().any(Chain::is_broken)
    }
}

/// Follows the chain of every target segment of a plan.
///
/// Segments that only influence others have no chain of their own: nothing is offered to them.
pub fn trace(text: &str, reading: &Reading<'_>) -> Trace {
    let settings = Settings::default();
    let context = Context::new(text, &reading.plan, &reading.problems, &settings);
    let index = Index::new(&context);
    let chains: Vec<Chain> = context
        .targets()
        .map(|segment| chain(&index, segment))
        .collect();
    let orphans = orphans::find(&index, &chains);
    Trace { chains, orphans }
}

fn chain<'c, 'p>(index: &Index<'_, 'c, 'p>, segment: &'c Segment<'p>) -> Chain {
    let (mut parts, gap) = walk(index, segment, true);
    let gap = gap.map(|gap| {
        let begun = has_begun(index.context, gap.stage().step());
        gap.told(begun)
    });
    for part in &mut parts {
        let first = gap.as_ref().filter(|gap| gap.stage == part.stage);
        part.state = match first {
            Some(gap) if gap.begun => State::Breaks,
            Some(_) => State::Open,
            None => part.state,
        };
    }
    let mut row = Row::new(segment, None, Vec::new());
    row.text = called(segment.name.as_ref(), segment);
    Chain {
        segment: row,
        parts,
        gap,
    }
}

/// Whether anybody has begun the work of a step: before that, a missing link is work ahead.
pub(super) fn has_begun(context: &Context, step: Step) -> bool {
    match step {
        Step::Relationships => context.has_relationships(),
        Step::Mix => context.has_mix(),
        Step::Value => context.has_value(),
        _ => context.has_value() || !context.plan.customer_needs.is_empty(),
    }
}
