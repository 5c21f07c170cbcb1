//! The rows of a plan by what they belong to, built once for all segments.

use std::cell::OnceCell;

use foldhash::{HashMap, HashMapExt, HashSet};

use super::words::{CHANNEL, GROUP, Link, MESSAGE, PRODUCT, PROGRAMME, PROPOSITION};
use crate::catalogue::choices::Side;
use crate::checks::context::id;
use crate::checks::{Context, filled};
use crate::plan::records::{
    Benefit, Channel, CustomerNeed, Evidence, Group, Message, Product, Programme, Proposition,
    Segment,
};
use crate::plan::{Record, Sp, Str};

/// The rows of one list by the segments that they name.
pub struct BySegment<'c, R> {
    of: HashMap<&'c str, Vec<&'c R>>,
    /// Rows whose author does not know for whom they are: they may be for anyone.
    unknown: Vec<&'c R>,
    /// The first row that names no segment at all.
    pub silent: Option<&'c R>,
}

impl<'c, R: Record> BySegment<'c, R> {
    fn new<'p: 'c>(
        context: &Context<'c, 'p>,
        link: &Link,
        rows: &'c [R],
        named: impl Fn(&'c R) -> &'c [Sp<Str<'p>>],
    ) -> Self {
        let mut list = BySegment {
            of: HashMap::new(),
            unknown: Vec::new(),
            silent: None,
        };
        // Paths are built only in a plan that marks anything unknown.
        let marks = !context.plan.frame.unknown.is_empty();
        for row in rows {
            let named = named(row);
            for segment in named {
                list.of.entry(segment.value.as_ref()).or_default().push(row);
            }
            if marks && context.plan.is_unknown(&row.path(link.key)) {
                list.unknown.push(row);
            }
            if list.silent.is_none() && named.iter().all(|it| it.value.trim().is_empty()) {
                list.silent = Some(row);
            }
        }
        list
    }

    /// The rows that are for a segment.
    pub fn of(&self, segment: Option<&str>) -> Vec<&'c R> {
        let named = segment.and_then(|id| self.of.get(id));
        let named = named.into_iter().flatten();
        named.chain(&self.unknown).copied().collect()
    }

    /// Whether there are rows and none of them names a segment: then each is for all.
    pub fn is_for_all(&self) -> bool {
        self.silent.is_some() && self.of.is_empty()
    }

    /// Whether any row may be for a segment.
    pub fn has(&self, segment: &str) -> bool {
        self.of.contains_key(segment) || !self.unknown.is_empty()
    }
}

/// All lists that a chain goes through.
pub struct Index<'i, 'c, 'p> {
    pub context: &'i Context<'c, 'p>,
    /// Whether the plan has none of the links of the full forms.
    pub short: bool,
    pub needs: HashMap<&'c str, &'c CustomerNeed<'p>>,
    pub benefits: HashMap<&'c str, &'c Benefit<'p>>,
    pub propositions: BySegment<'c, Proposition<'p>>,
    pub products: BySegment<'c, Product<'p>>,
    pub channels: BySegment<'c, Channel<'p>>,
    pub messages: BySegment<'c, Message<'p>>,
    pub programmes: BySegment<'c, Programme<'p>>,
    pub groups: BySegment<'c, Group<'p>>,
    promised: HashMap<&'c str, Vec<&'c Benefit<'p>>>,
    /// Evidence by its id.
    pub evidence: HashMap<&'c str, &'c Evidence<'p>>,
    loose_need: OnceCell<Option<&'c CustomerNeed<'p>>>,
}

impl<'i, 'c, 'p: 'c> Index<'i, 'c, 'p> {
    /// Reads every list of the plan once.
    pub fn new(context: &'i Context<'c, 'p>) -> Self {
        let plan = context.plan;
        let mut promised: HashMap<&str, Vec<&Benefit<'_>>> = HashMap::new();
        for row in &plan.benefits {
            if let Some(proposition) = id(row.proposition.as_ref()) {
                promised.entry(proposition).or_default().push(row);
            }
        }
        // Of rows with the same id the first counts.
        let needs = plan.customer_needs.iter().rev();
        let benefits = plan.benefits.iter().rev();
        Index {
            context,
            short: context.is_short(),
            needs: needs
                .filter_map(|row| Some((id(row.id.as_ref())?, row)))
                .collect(),
            benefits: benefits
                .filter_map(|row| Some((id(row.id.as_ref())?, row)))
                .collect(),
            propositions: BySegment::new(context, &PROPOSITION, &plan.propositions, |row| {
                row.segment.as_slice()
            }),
            products: BySegment::new(context, &PRODUCT, &plan.products, |row| &row.segments),
            channels: BySegment::new(context, &CHANNEL, &plan.channels, |row| &row.segments),
            messages: BySegment::new(context, &MESSAGE, &plan.messages, |row| {
                row.segment.as_slice()
            }),
            programmes: BySegment::new(context, &PROGRAMME, &plan.programmes, |row| {
                row.segment.as_slice()
            }),
            groups: BySegment::new(context, &GROUP, &plan.groups, |row| row.segment.as_slice()),
            promised,
            evidence: plan
                .evidence
                .iter()
                .rev()
                .filter_map(|row| Some((id(row.id.as_ref())?, row)))
                .collect(),
            loose_need: OnceCell::new(),
        }
    }

    /// Whether customer groups are to show what comes back from a segment.
    ///
    /// A plan without groups counts no lifetime value, and what is free, given or paid by others
    /// comes back in another way than through those whom it serves.
    pub fn captures(&self, segment: &Segment<'_>, products: &[&Product<'_>]) -> bool {
        let plan = self.context.plan;
        let own = id(segment.id.as_ref());
        let mut streams = plan.revenue_streams.iter();
        let pays = streams.any(|row| id(row.payer.as_ref()).is_some_and(|it| Some(it) == own));
        let buys = segment
            .side
            .as_ref()
            .is_none_or(|side| side.value == Side::Buyers);
        let free = products
            .iter()
            .all(|row| row.price.as_ref().is_some_and(|price| price.is_zero()));
        // A group that names nobody looks like the one that is missing.
        let elsewhere = pays && self.groups.silent.is_none();
        !plan.groups.is_empty() && !self.groups.is_for_all() && buys && !elsewhere && !free
    }

    /// The benefits of these propositions; in a short plan all benefits are of all of them.
    pub fn promised(&self, propositions: &[&Proposition<'_>]) -> Vec<&'c Benefit<'p>> {
        if self.short {
            return self.context.plan.benefits.iter().collect();
        }
        let ids = propositions.iter().filter_map(|row| id(row.id.as_ref()));
        ids.filter_map(|id| self.promised.get(id))
            .flatten()
            .copied()
            .collect()
    }

    /// Whether a benefit has a proof, or evidence that exists.
    pub fn is_proved(&self, benefit: &Benefit<'_>) -> bool {
        let mut evidence = benefit.evidence.iter();
        let proved = filled(benefit.proof.as_ref()).is_some()
            || evidence.any(|it| self.evidence.contains_key(it.value.as_ref()));
        self.context.settled(benefit, "proof", proved)
    }

    /// The first need that no segment names.
    pub fn loose_need(&self) -> Option<&'c CustomerNeed<'p>> {
        *self.loose_need.get_or_init(|| {
            let plan = self.context.plan;
            let named = plan.segments.iter().flat_map(|row| &row.needs);
            let named: HashSet<&str> = named.map(|it| it.value.as_ref()).collect();
            let mut needs = plan.customer_needs.iter();
            needs.find(|row| id(row.id.as_ref()).is_some_and(|id| !named.contains(id)))
        })
    }
}
