//! The walk from a need to value capture.

use std::collections::HashSet;

use super::index::{BySegment, Index};
use super::words::{CHANNEL, GROUP, Link, MESSAGE, PRODUCT, PROGRAMME, PROPOSITION};
use super::{Break, End, Part, Row, Say, Stage, State, line, shorten};
use crate::checks::context::{called, id, is};
use crate::checks::filled;
use crate::plan::records::{Benefit, CustomerNeed, Message, Product, Proposition, Segment};
use crate::plan::{Record, Span};
use crate::words::Text;

/// The first missing link of a segment's chain.
pub struct Gap {
    /// Between what the chain breaks; the second is the stage that it does not reach.
    pub ends: Box<[End; 2]>,
    /// Where a repair begins.
    pub path: Box<str>,
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
    fn at(
        ends: [(Stage, &str); 2],
        record: &impl Record,
        key: &str,
        text: Text,
        args: &[&str],
    ) -> Gap {
        Gap {
            ends: Box::new(ends.map(|(stage, name)| End {
                stage,
                name: name.to_owned(),
            })),
            path: record.path(key).into(),
            span: record.span(),
            text,
            args: args.iter().map(|&arg| arg.to_owned()).collect(),
            explains: Vec::new(),
            unthought: false,
        }
    }

    /// The stage that the chain does not reach.
    pub const fn stage(&self) -> Stage {
        self.ends[1].stage
    }

    fn explaining(mut self, rule: &'static str, paths: impl IntoIterator<Item = String>) -> Gap {
        self.explains
            .extend(paths.into_iter().map(|path| (rule, path)));
        self
    }

    /// The gap as it is shown outside of the rules.
    pub fn told(self, begun: bool) -> Break {
        Break {
            stage: self.stage(),
            ends: *self.ends,
            begun,
            path: self.path.into(),
            span: self.span,
            say: Say {
                text: self.text,
                args: self.args.iter().map(|arg| shorten(arg)).collect(),
                zh: None,
            },
        }
    }
}

/// Walks the chain of a segment.
///
/// The rule stops at the first missing link; a trace follows what there is to the end, and gets
/// the rows of every stage.
pub fn walk<'c, 'p>(
    index: &Index<'_, 'c, 'p>,
    segment: &'c Segment<'p>,
    follow: bool,
) -> (Vec<Part>, Option<Gap>) {
    let mut walk = Walk {
        follow,
        marks: !index.context.plan.frame.unknown.is_empty(),
        parts: Vec::new(),
        gap: None,
    };
    // An author who looked for the needs and could not find them out is not asked for the rest.
    let excused = index.context.settled(segment, "needs", false);
    if follow || !excused {
        let chain = Chain {
            index,
            segment,
            name: called(segment.name.as_ref(), segment),
        };
        chain.follow(&mut walk);
    }
    let gap = walk.gap.filter(|_| !excused);
    (walk.parts, gap)
}

/// What a walk has seen so far.
struct Walk {
    follow: bool,
    /// Whether the plan marks anything as unknown.
    marks: bool,
    parts: Vec<Part>,
    gap: Option<Gap>,
}

impl Walk {
    /// Takes what was found for a stage; nothing comes back when the walk ends here.
    fn stage<R>(
        &mut self,
        stage: Stage,
        found: Result<Vec<R>, Gap>,
        rows: impl Fn(&R) -> Vec<Row>,
    ) -> Option<Vec<R>> {
        let (found, missing) = match found {
            Ok(found) => (found, None),
            Err(gap) => (Vec::new(), Some(gap)),
        };
        if self.follow {
            let mut rows: Vec<Row> = found.iter().flat_map(rows).collect();
            // A row that names a segment twice is still one row.
            let mut seen = HashSet::new();
            rows.retain(|row| seen.insert(row.path.clone()));
            let state = match rows.is_empty() {
                false => State::Holds,
                true if missing.is_none() && self.marks => State::Unknown,
                true => State::Open,
            };
            self.parts.push(Part { stage, state, rows });
        }
        self.link(missing.map_or(Ok(()), Err))?;
        Some(found)
    }

    /// Takes a link that holds or not; nothing comes back when the walk ends here.
    fn link(&mut self, found: Result<(), Gap>) -> Option<()> {
        let Err(gap) = found else { return Some(()) };
        self.gap.get_or_insert(gap);
        self.follow.then_some(())
    }
}

struct Chain<'w, 'i, 'c, 'p> {
    index: &'w Index<'i, 'c, 'p>,
    segment: &'c Segment<'p>,
    name: String,
}

impl<'c, 'p> Chain<'_, '_, 'c, 'p> {
    /// Goes from stage to stage; it ends where the walk wants no more.
    fn follow(&self, walk: &mut Walk) -> Option<()> {
        let (index, segment) = (self.index, self.segment);
        let plan = index.context.plan;
        let short = index.short;
        let here = || [segment.path("")];
        let hung = || vec![segment.path("")];
        // Where nothing at all is made for a segment, what is missing later is the same gap.
        let nobody = |gap: Gap| {
            if !self.is_forgotten() {
                return gap;
            }
            let gap = gap.explaining("mix-element-missing", here());
            gap.explaining("segment-unreachable", here())
        };
        let needs = walk.stage(Stage::Need, self.needs().map_err(nobody), |row| {
            vec![Row::new(*row, row.need.as_ref(), hung())]
        })?;
        let propositions = self
            .rows(&PROPOSITION, &index.propositions)
            .map_err(|gap| nobody(gap.explaining("target-without-proposition", here())));
        let propositions = walk.stage(Stage::Proposition, propositions, |row| {
            vec![Row::new(*row, row.statement.as_ref(), hung())]
        })?;
        let promised = self.promised(&needs, &propositions);
        let mut answering = Ok(());
        let benefits = promised.map(|promised| {
            let (rows, link) = self.answering(&needs, &propositions, promised);
            answering = link;
            rows
        });
        let benefits = walk.stage(Stage::Benefit, benefits, |row| {
            let hangs_on = benefit_hangs_on(row, &needs, &propositions);
            vec![Row::new(*row, row.benefit.as_ref(), hangs_on)]
        })?;
        walk.link(answering)?;
        let proved = self.proof(&benefits).map(|()| benefits);
        walk.stage(Stage::Proof, proved, |row| self.proofs(row))?;
        let mix = |gap: Gap| gap.explaining("mix-element-missing", here());
        let products = if short || index.products.is_for_all() {
            Ok(plan.products.iter().collect())
        } else {
            self.rows(&PRODUCT, &index.products).map_err(mix)
        };
        let products = walk.stage(Stage::Product, products, |row| {
            vec![Row::new(*row, row.name.as_ref(), hung())]
        })?;
        let captures = !short && index.captures(segment, &products);
        let priced = self.price(&products).map(|()| products).map_err(mix);
        walk.stage(Stage::Price, priced, |row| {
            price_of(row).into_iter().collect()
        })?;
        let channels = if index.channels.is_for_all() {
            Ok(plan.channels.iter().collect())
        } else {
            self.rows(&CHANNEL, &index.channels)
        };
        let channels = channels.map_err(|gap| mix(gap).explaining("segment-unreachable", here()));
        walk.stage(Stage::Channel, channels, |row| {
            vec![Row::new(*row, row.name.as_ref(), hung())]
        })?;
        // Another rule asks a message for its segment and its step; only the segment is told here.
        let asked = index
            .messages
            .silent
            .filter(|row| row.step.is_some() || filled(row.response.as_ref()).is_some());
        let messages = if index.messages.is_for_all() {
            Ok(plan.messages.iter().collect())
        } else {
            self.rows(&MESSAGE, &index.messages)
        };
        let messages = messages.map_err(|gap| {
            mix(gap).explaining(
                "message-without-target-or-step",
                asked.map(|row| row.path("")),
            )
        });
        let messages = walk.stage(Stage::Message, messages, |row| {
            let told = self.told(row).map(|benefit| benefit.path(""));
            let hangs_on = hung().into_iter().chain(told).collect();
            vec![Row::new(*row, row.text.as_ref(), hangs_on)]
        })?;
        walk.link(self.benefit_told(&messages, &propositions))?;
        let programmes = if plan.programmes.is_empty() || index.programmes.is_for_all() {
            Ok(plan.programmes.iter().collect())
        } else {
            self.rows(&PROGRAMME, &index.programmes)
        };
        walk.stage(Stage::Relationship, programmes, |row| {
            vec![Row::new(*row, row.what.as_ref(), hung())]
        })?;
        let groups = if captures {
            self.rows(&GROUP, &index.groups)
        } else if short || index.groups.is_for_all() {
            Ok(plan.groups.iter().collect())
        } else {
            Ok(index.groups.of(id(segment.id.as_ref())))
        };
        walk.stage(Stage::Value, groups, |row| {
            vec![Row::new(*row, row.name.as_ref(), hung())]
        })?;
        Some(())
    }

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
                self.gap(link.ends, "", link.loose, &loose)
                    .explaining("orphan-element", [row.path("")])
            }
            None => self.gap(link.ends, "", link.none, ""),
        })
    }

    /// A gap that is repaired at the segment.
    fn gap(&self, ends: [Stage; 2], key: &str, text: Text, other: &str) -> Gap {
        let [before, stage] = ends;
        let near = if before == Stage::Segment {
            &self.name
        } else {
            ""
        };
        let ends = [(before, near), (stage, other)];
        Gap::at(ends, self.segment, key, text, &[&self.name, other])
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
        // The need that nobody names is its own where no other target lacks one.
        let lacking = index.context.targets().filter(|row| row.needs.is_empty());
        let only = lacking.take(2).count() < 2;
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
        let ends = [Stage::Segment, Stage::Need];
        let gap = self.gap(ends, "needs", text, &other);
        let mut gap = gap.explaining("orphan-element", loose.map(|need| need.path("")));
        gap.unthought = !promised && index.context.has_value();
        gap
    }

    /// The benefits of the propositions.
    fn promised(
        &self,
        needs: &[&CustomerNeed<'_>],
        propositions: &[&'c Proposition<'p>],
    ) -> Result<Vec<&'c Benefit<'p>>, Gap> {
        let promised = self.index.promised(propositions);
        if !promised.is_empty() {
            return Ok(promised);
        }
        let silent = |row: &&Benefit<'_>| filled(row.proposition.as_ref()).is_none();
        let proposition = propositions.first().and_then(|row| row.name());
        let proposition = proposition.unwrap_or_default();
        let args: &[&str] = &[&self.name, &proposition];
        let ends = |benefit| {
            [
                (Stage::Proposition, &*proposition),
                (Stage::Benefit, benefit),
            ]
        };
        let mut benefits = self.index.context.plan.benefits.iter();
        let gap = if let Some(row) = benefits.find(silent) {
            let text = Text::new(
                "The chain of “{0}” breaks between the proposition “{1}” and a benefit: “{2}” does not say to which proposition it belongs.",
                "“{0}”的链条断在价值主张“{1}”与利益之间：利益“{2}”没有写明属于哪个主张。",
            );
            let loose = row.name().unwrap_or_default();
            let args = [args, &[&loose]].concat();
            Gap::at(ends(&loose), row, "proposition", text, &args)
                .explaining("orphan-element", [row.path("")])
        } else {
            let text = Text::new(
                "The chain of “{0}” breaks between the proposition “{1}” and a benefit: it has none.",
                "“{0}”的链条断在价值主张“{1}”与利益之间：它没有任何利益。",
            );
            Gap::at(ends(""), self.segment, "", text, args)
        };
        let bare = propositions.iter().map(|row| row.path(""));
        let gap = gap.explaining("features-without-benefits", bare);
        Err(gap.explaining(
            "important-need-unanswered",
            needs.iter().map(|need| need.path("")),
        ))
    }

    /// Those of the promised benefits that answer a need of the segment; all of them where none
    /// does, and the gap.
    fn answering(
        &self,
        needs: &[&CustomerNeed<'_>],
        propositions: &[&Proposition<'_>],
        promised: Vec<&'c Benefit<'p>>,
    ) -> (Vec<&'c Benefit<'p>>, Result<(), Gap>) {
        let answers = |row: &&Benefit<'_>| {
            let one_of_them = needs
                .iter()
                .filter_map(|need| id(need.id.as_ref()))
                .any(|id| is(row.need.as_ref(), id));
            self.index.context.settled(*row, "need", one_of_them)
        };
        let answering: Vec<_> = promised.iter().copied().filter(answers).collect();
        let Some(first) = promised.first().filter(|_| answering.is_empty()) else {
            return (answering, Ok(()));
        };
        let text = Text::new(
            "The chain of “{0}” breaks between the benefit “{1}” and the need “{2}”: no benefit of “{3}” answers a need of this segment.",
            "“{0}”的链条断在利益“{1}”与需要“{2}”之间：“{3}”的利益都没有回应这个细分的需要。",
        );
        let benefit = first.name().unwrap_or_default();
        let need = needs.first().and_then(|need| need.name());
        let need = need.unwrap_or_default();
        let proposition = propositions.first().and_then(|row| row.name());
        let proposition = proposition.unwrap_or_default();
        let gap = Gap::at(
            [(Stage::Need, &need), (Stage::Benefit, &benefit)],
            *first,
            "need",
            text,
            &[&self.name, &benefit, &need, &proposition],
        )
        .explaining(
            "important-need-unanswered",
            needs.iter().map(|need| need.path("")),
        )
        .explaining(
            "benefit-answers-no-need",
            promised.iter().map(|row| row.path("")),
        );
        (promised, Err(gap))
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
        let ends = [(Stage::Benefit, &*name), (Stage::Proof, "")];
        let gap = Gap::at(ends, *first, "proof", text, &[&self.name, &name]);
        let unproved = benefits.iter().map(|row| row.path(""));
        Err(gap.explaining("promise-without-proof", unproved))
    }

    /// What proves a benefit: its own words, and evidence that exists.
    fn proofs(&self, benefit: &Benefit<'_>) -> Vec<Row> {
        let own = filled(benefit.proof.as_ref()).map(|_| Row {
            path: benefit.path("proof"),
            id: benefit.name().unwrap_or_default().into_owned(),
            text: line(benefit.proof.as_ref()),
            span: benefit.proof.as_ref().map_or(benefit.span(), |it| it.span),
            hangs_on: vec![benefit.path("")],
        });
        let evidence = benefit.evidence.iter();
        let evidence = evidence.filter_map(|it| self.index.evidence.get(it.value.as_ref()));
        own.into_iter()
            .chain(evidence.map(|row| Row::new(*row, row.finding.as_ref(), vec![benefit.path("")])))
            .collect()
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
        let ends = [(Stage::Product, name.as_str()), (Stage::Price, "")];
        Err(Gap::at(ends, *first, "price", text, &[&self.name, &name]))
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
            let told = self.told(row);
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
        let ends = [(Stage::Benefit, ""), (Stage::Message, &*name)];
        Err(Gap::at(ends, *first, "benefit", text, &[&self.name, &name]))
    }

    /// The benefit that a message tells.
    fn told(&self, message: &Message<'_>) -> Option<&'c Benefit<'p>> {
        let told = filled(message.benefit.as_ref())?;
        self.index.benefits.get(told).copied()
    }
}

/// The rows on which a benefit hangs: its proposition, and the need that it answers.
fn benefit_hangs_on(
    benefit: &Benefit<'_>,
    needs: &[&CustomerNeed<'_>],
    propositions: &[&Proposition<'_>],
) -> Vec<String> {
    let proposition = propositions
        .iter()
        .find(|row| id(row.id.as_ref()).is_some_and(|id| is(benefit.proposition.as_ref(), id)));
    let need = needs
        .iter()
        .find(|row| id(row.id.as_ref()).is_some_and(|id| is(benefit.need.as_ref(), id)));
    let proposition = proposition.map(|row| row.path(""));
    let need = need.map(|row| row.path(""));
    proposition.into_iter().chain(need).collect()
}

/// The price of a product, where it has one.
fn price_of(product: &Product<'_>) -> Option<Row> {
    let price = product.price.as_ref()?;
    Some(Row {
        path: product.path("price"),
        id: product.name().unwrap_or_default().into_owned(),
        text: price.value.to_string(),
        span: price.span,
        hangs_on: vec![product.path("")],
    })
}

/// Whether a benefit is part of one of these propositions.
fn belongs(benefit: &Benefit<'_>, propositions: &[&Proposition<'_>]) -> bool {
    propositions
        .iter()
        .filter_map(|row| id(row.id.as_ref()))
        .any(|id| is(benefit.proposition.as_ref(), id))
}
