//! The walk from a need to value capture.

use super::index::{BySegment, Index};
use super::words::{CHANNEL, GROUP, Link, MESSAGE, PRODUCT, PROGRAMME, PROPOSITION};
use crate::catalogue::Step;
use crate::checks::context::{called, id, is};
use crate::checks::filled;
use crate::plan::records::{Benefit, CustomerNeed, Message, Product, Proposition, Segment};
use crate::plan::{Record, Span, Str};
use crate::words::Text;

/// The first missing link of a segment's chain.
pub struct Gap {
    /// The step whose work is missing.
    pub step: Step,
    /// Where a repair begins.
    pub path: String,
    /// Where that stands.
    pub span: Span,
    /// What is missing, between what.
    pub text: Text,
    /// The words of the plan in it.
    pub args: Box<[String]>,
    /// What other rules would say of the same gap.
    pub explains: Vec<(&'static str, String)>,
    /// Whether `target-without-proposition` tells it: nobody has thought of these people yet.
    pub unthought: bool,
}

impl Gap {
    fn at(step: Step, record: &impl Record, key: &str, text: Text, args: &[&str]) -> Gap {
        Gap {
            step,
            path: record.path(key),
            span: record.span(),
            text,
            args: args.iter().map(|&arg| arg.to_owned()).collect(),
            explains: Vec::new(),
            unthought: false,
        }
    }

    fn explaining(mut self, rule: &'static str, paths: impl IntoIterator<Item = String>) -> Gap {
        self.explains
            .extend(paths.into_iter().map(|path| (rule, path)));
        self
    }
}

/// Walks the chain of a segment to its end or to the first missing link.
pub fn walk<'c, 'p>(index: &Index<'_, 'c, 'p>, segment: &'c Segment<'p>) -> Result<(), Gap> {
    let chain = Chain {
        index,
        segment,
        name: called(segment.name.as_ref(), segment),
    };
    if index.context.settled(segment, "needs", false) {
        return Ok(());
    }
    let plan = index.context.plan;
    let short = index.short;
    let here = || [segment.path("")];
    // Where nothing at all is made for a segment, what is missing later is the same gap.
    let nobody = |gap: Gap| {
        if !chain.is_forgotten() {
            return gap;
        }
        let gap = gap.explaining("mix-element-missing", here());
        gap.explaining("segment-unreachable", here())
    };
    let needs = chain.needs().map_err(nobody)?;
    let propositions = chain
        .rows(&PROPOSITION, &index.propositions)
        .map_err(|gap| nobody(gap.explaining("target-without-proposition", here())))?;
    let benefits = chain.benefits(&needs, &propositions)?;
    chain.proof(&benefits)?;
    let mix = |gap: Gap| gap.explaining("mix-element-missing", here());
    let products = if short || index.products.is_for_all() {
        plan.products.iter().collect()
    } else {
        chain.rows(&PRODUCT, &index.products).map_err(mix)?
    };
    chain.price(&products).map_err(mix)?;
    if !index.channels.is_for_all() {
        chain
            .rows(&CHANNEL, &index.channels)
            .map_err(|gap| mix(gap).explaining("segment-unreachable", here()))?;
    }
    let messages = if index.messages.is_for_all() {
        plan.messages.iter().collect()
    } else {
        chain.rows(&MESSAGE, &index.messages).map_err(mix)?
    };
    chain.benefit_told(&messages, &propositions)?;
    if !plan.programmes.is_empty() && !index.programmes.is_for_all() {
        chain.rows(&PROGRAMME, &index.programmes)?;
    }
    if !short && index.captures(segment, &products) {
        chain.rows(&GROUP, &index.groups)?;
    }
    Ok(())
}

struct Chain<'w, 'i, 'c, 'p> {
    index: &'w Index<'i, 'c, 'p>,
    segment: &'c Segment<'p>,
    name: String,
}

impl<'c, 'p> Chain<'_, '_, 'c, 'p> {
    /// Whether no product, channel or message is made for the segment.
    fn is_forgotten(&self) -> bool {
        let Some(id) = id(self.segment.id.as_ref()) else {
            return false;
        };
        let index = self.index;
        !index.short
            && !index.products.has(id)
            && !index.channels.has(id)
            && !index.messages.has(id)
    }

    /// The rows of a list that are for the segment.
    fn rows<R: Record>(&self, link: &Link, list: &BySegment<'c, R>) -> Result<Vec<&'c R>, Gap> {
        let found = list.of(id(self.segment.id.as_ref()));
        if !found.is_empty() {
            return Ok(found);
        }
        Err(match list.silent {
            Some(row) => {
                let loose = row.name().unwrap_or_default();
                self.gap(link.step, self.segment, "", link.loose, &loose)
                    .explaining("orphan-element", [row.path("")])
            }
            None => self.gap(link.step, self.segment, "", link.none, ""),
        })
    }

    fn gap(&self, step: Step, record: &impl Record, key: &str, text: Text, other: &str) -> Gap {
        Gap::at(step, record, key, text, &[&self.name, other])
    }

    /// The needs of the segment.
    fn needs(&self) -> Result<Vec<&'c CustomerNeed<'p>>, Gap> {
        let needs: Vec<_> = self
            .segment
            .needs
            .iter()
            .filter_map(|it| self.index.needs.get(it.value.as_ref()).copied())
            .collect();
        if needs.is_empty() {
            return Err(self.no_need());
        }
        Ok(needs)
    }

    /// The gap of a segment that names no need.
    fn no_need(&self) -> Gap {
        let index = self.index;
        let own = id(self.segment.id.as_ref()).unwrap_or_default();
        let promised = index.propositions.has(own);
        // With one target the need that nobody names is its own; with more it may be anyone's.
        let only = index.context.targets().nth(1).is_none();
        let loose = index.loose_need().filter(|_| only);
        let text = match loose {
            Some(_) => Text::new(
                "The chain of “{0}” breaks between the segment and a need: “{1}” stands in step 1, but no segment names it.",
                "“{0}”的链条断在细分与需要之间：第一步写了“{1}”，却没有细分引用它。",
            ),
            None => Text::new(
                "The chain of “{0}” breaks between the segment and a need: it names no need of step 1.",
                "“{0}”的链条断在细分与需要之间：它没有引用第一步的任何需要。",
            ),
        };
        let other = loose.and_then(Record::name).unwrap_or_default();
        let gap = self.gap(Step::Needs, self.segment, "needs", text, &other);
        let mut gap = gap.explaining("orphan-element", loose.map(|need| need.path("")));
        gap.unthought = !promised && index.context.has_value();
        gap
    }

    /// The benefits of the propositions that answer a need of the segment.
    fn benefits(
        &self,
        needs: &[&CustomerNeed<'_>],
        propositions: &[&Proposition<'_>],
    ) -> Result<Vec<&'c Benefit<'p>>, Gap> {
        let plan = self.index.context.plan;
        let promised = self.index.promised(propositions);
        let needed = || needs.iter().map(|need| need.path(""));
        let (Some(first), Some(proposition)) = (promised.first(), propositions.first()) else {
            let silent = |row: &&Benefit<'_>| filled(row.proposition.as_ref()).is_none();
            let proposition = propositions.first().and_then(|row| row.name());
            let proposition = proposition.unwrap_or_default();
            let args: &[&str] = &[&self.name, &proposition];
            let gap = if let Some(row) = plan.benefits.iter().find(silent) {
                let text = Text::new(
                    "The chain of “{0}” breaks between the proposition “{1}” and a benefit: “{2}” does not say to which proposition it belongs.",
                    "“{0}”的链条断在价值主张“{1}”与利益之间：利益“{2}”没有写明属于哪个主张。",
                );
                let loose = row.name().unwrap_or_default();
                Gap::at(
                    Step::Value,
                    row,
                    "proposition",
                    text,
                    &[args, &[&loose]].concat(),
                )
                .explaining("orphan-element", [row.path("")])
            } else {
                let text = Text::new(
                    "The chain of “{0}” breaks between the proposition “{1}” and a benefit: it has none.",
                    "“{0}”的链条断在价值主张“{1}”与利益之间：它没有任何利益。",
                );
                Gap::at(Step::Value, self.segment, "", text, args)
            };
            let bare = propositions.iter().map(|row| row.path(""));
            let gap = gap.explaining("features-without-benefits", bare);
            return Err(gap.explaining("important-need-unanswered", needed()));
        };
        let answers = |row: &&&Benefit<'_>| {
            let one_of_them = needs
                .iter()
                .filter_map(|need| id(need.id.as_ref()))
                .any(|id| is(row.need.as_ref(), id));
            self.index.context.settled(**row, "need", one_of_them)
        };
        let answering: Vec<_> = promised.iter().filter(answers).copied().collect();
        if answering.is_empty() {
            let text = Text::new(
                "The chain of “{0}” breaks between the benefit “{1}” and the need “{2}”: no benefit of “{3}” answers a need of this segment.",
                "“{0}”的链条断在利益“{1}”与需要“{2}”之间：“{3}”的利益都没有回应这个细分的需要。",
            );
            let (benefit, proposition) = (first.name(), proposition.name());
            let need = needs.first().and_then(|need| need.name());
            let args: Box<[String]> = [
                Some(Str::from(self.name.as_str())),
                benefit,
                need,
                proposition,
            ]
            .into_iter()
            .map(|arg| arg.unwrap_or_default().into_owned())
            .collect();
            let mut gap = Gap::at(Step::Value, *first, "need", text, &[])
                .explaining("important-need-unanswered", needed())
                .explaining(
                    "benefit-answers-no-need",
                    promised.iter().map(|row| row.path("")),
                );
            gap.args = args;
            return Err(gap);
        }
        Ok(answering)
    }

    /// One benefit that can be believed is enough: feelings need no proof.
    fn proof(&self, benefits: &[&Benefit<'_>]) -> Result<(), Gap> {
        let Some(first) = benefits.first() else {
            return Ok(());
        };
        if self.index.short || benefits.iter().any(|row| self.index.is_proved(row)) {
            return Ok(());
        }
        let text = Text::new(
            "The chain of “{0}” breaks between the benefit “{1}” and a proof: nothing says why to believe it.",
            "“{0}”的链条断在利益“{1}”与证明之间：没有写凭什么相信它。",
        );
        let name = first.name().unwrap_or_default();
        Err(self
            .gap(Step::Value, *first, "proof", text, &name)
            .explaining(
                "promise-without-proof",
                benefits.iter().map(|row| row.path("")),
            ))
    }

    /// A price of nothing is a price too.
    fn price(&self, products: &[&Product<'_>]) -> Result<(), Gap> {
        let Some(first) = products.first() else {
            return Ok(());
        };
        let priced = |row: &&Product<'_>| {
            let context = self.index.context;
            context.settled(*row, "price", row.price.is_some())
        };
        if products.iter().any(priced) {
            return Ok(());
        }
        let text = Text::new(
            "The chain of “{0}” breaks between the product “{1}” and a price: it has none; write 0 if it is free.",
            "“{0}”的链条断在产品“{1}”与价格之间：没有标价；免费请写0。",
        );
        let name = called(first.name.as_ref(), *first);
        Err(self.gap(Step::Mix, *first, "price", text, &name))
    }

    /// A message carries one of the benefits promised to the segment.
    fn benefit_told(
        &self,
        messages: &[&Message<'_>],
        propositions: &[&Proposition<'_>],
    ) -> Result<(), Gap> {
        let Some(first) = messages.first() else {
            return Ok(());
        };
        let tells = |row: &&Message<'_>| {
            let told = filled(row.benefit.as_ref()).and_then(|told| self.index.benefits.get(told));
            let told = told.is_some_and(|row| self.index.short || belongs(row, propositions));
            self.index.context.settled(*row, "benefit", told)
        };
        if messages.iter().any(tells) {
            return Ok(());
        }
        let text = Text::new(
            "The chain of “{0}” breaks between the message “{1}” and a benefit: no message tells one that is promised to this segment.",
            "“{0}”的链条断在传播信息“{1}”与利益之间：没有一条信息传达了承诺给它的利益。",
        );
        let name = first.name().unwrap_or_default();
        Err(self.gap(Step::Mix, *first, "benefit", text, &name))
    }
}

/// Whether a benefit is part of one of these propositions.
fn belongs(benefit: &Benefit<'_>, propositions: &[&Proposition<'_>]) -> bool {
    propositions
        .iter()
        .filter_map(|row| id(row.id.as_ref()))
        .any(|id| is(benefit.proposition.as_ref(), id))
}
