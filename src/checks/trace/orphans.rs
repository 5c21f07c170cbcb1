//! Orphans both ways: rows that no chain reaches, and references that lead out of a chain.

use foldhash::{HashSet, HashSetExt};

use super::index::Index;
use super::{Chain, Say, Stage, shorten};
use crate::catalogue::choices::Decision;
use crate::checks::context::id;
use crate::plan::records::Segment;
use crate::plan::{Record, Sp, Span, Str};
use crate::words::Text;

/// Which way an orphan points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// A row that no chain reaches.
    Unreached,
    /// A reference of a row on a chain that leads out of every chain.
    Outward,
}

impl Direction {
    /// The word in machine formats.
    pub const fn key(self) -> &'static str {
        match self {
            Direction::Unreached => "unreached",
            Direction::Outward => "outward",
        }
    }
}

/// A row or a reference that is part of no chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// Which way it points.
    pub direction: Direction,
    /// Where it is in the plan.
    pub path: String,
    /// Its id, or what the reference names.
    pub id: String,
    /// Where it stands in the text.
    pub span: Span,
    /// Why it is an orphan, in one sentence.
    pub say: Say,
}

/// Finds the orphans of a plan, in the order of its steps; without a target nothing is one.
pub fn find(index: &Index<'_, '_, '_>, chains: &[Chain]) -> Vec<Orphan> {
    let mut search = Search::new(index, chains);
    if !chains.is_empty() {
        search.needs();
        search.value();
        search.mix();
        search.relationships();
    }
    search.orphans
}

struct Search<'s, 'c, 'p> {
    index: &'s Index<'s, 'c, 'p>,
    /// The paths of all rows on chains.
    reached: HashSet<&'s str>,
    /// The needs that a benefit on a chain answers.
    answered: HashSet<&'s str>,
    /// The ids of targets, those that only influence among them: what is for them is no orphan.
    targets: HashSet<&'s str>,
    segments: HashSet<&'s str>,
    orphans: Vec<Orphan>,
}

impl<'s, 'c: 's, 'p: 'c> Search<'s, 'c, 'p> {
    fn new(index: &'s Index<'s, 'c, 'p>, chains: &'s [Chain]) -> Self {
        let rows = |stage: Option<Stage>| {
            let parts = chains.iter().flat_map(|chain| &chain.parts);
            let parts = parts.filter(move |part| stage.is_none_or(|it| it == part.stage));
            parts.flat_map(|part| &part.rows)
        };
        let segments = || index.context.plan.segments.iter();
        let decided = |row: &&Segment<'_>| {
            let decision = row.decision.as_ref();
            decision.is_some_and(|it| it.value == Decision::Target)
        };
        Search {
            index,
            reached: rows(None).map(|row| row.path.as_str()).collect(),
            answered: rows(Some(Stage::Benefit))
                .flat_map(|row| row.hangs_on.iter().map(String::as_str))
                .collect(),
            targets: segments()
                .filter(decided)
                .filter_map(|row| id(row.id.as_ref()))
                .collect(),
            segments: segments().filter_map(|row| id(row.id.as_ref())).collect(),
            orphans: Vec::new(),
        }
    }

    /// A need that no target has, or that nobody answers; and evidence of neither.
    fn needs(&mut self) {
        let plan = self.index.context.plan;
        for segment in self.index.context.targets() {
            let known = |id: &str| self.index.needs.get(id).map(|row| row.path(""));
            let out = self.leading_out(segment, "needs", &segment.needs, known);
            self.orphans.extend(out);
        }
        let mut used = HashSet::new();
        for row in &plan.customer_needs {
            let path = row.path("");
            if !self.reached.contains(path.as_str()) {
                let text = Text::new(
                    "No target segment has the need “{0}”.",
                    "没有目标细分有“{0}”这个需要。",
                );
                self.unreached(row, text);
                continue;
            }
            used.extend(row.evidence.iter().map(|it| it.value.as_ref()));
            let known = |id: &str| self.index.evidence.get(id).map(|_| String::new());
            let out = self.leading_out(row, "evidence", &row.evidence, known);
            self.orphans.extend(out);
            if !plan.benefits.is_empty() && !self.answered.contains(path.as_str()) {
                let text = Text::new(
                    "No benefit answers the need “{0}” of a target segment.",
                    "目标细分的需要“{0}”没有任何利益回应。",
                );
                self.unreached(row, text);
            }
        }
        for row in &plan.evidence {
            let supports = id(row.id.as_ref()).is_some_and(|id| used.contains(id));
            if !supports && !self.reached.contains(row.path("").as_str()) {
                let text = Text::new(
                    "The evidence “{0}” supports no need and no benefit on a chain.",
                    "证据“{0}”没有支持链条上的任何需要或利益。",
                );
                self.unreached(row, text);
            }
        }
    }

    fn value(&mut self) {
        let plan = self.index.context.plan;
        let text = Text::new(
            "The proposition “{0}” is made to no target segment.",
            "价值主张“{0}”不是对任何目标细分说的。",
        );
        self.list(&plan.propositions, "segment", text, |row| {
            row.segment.as_slice()
        });
        for row in &plan.benefits {
            if !self.reached.contains(row.path("").as_str()) {
                let text = Text::new(
                    "The benefit “{0}” answers no need on a chain, or belongs to no proposition on one.",
                    "利益“{0}”没有回应链条上的需要，或者不属于链条上的价值主张。",
                );
                self.unreached(row, text);
                continue;
            }
            let need = |id: &str| self.index.needs.get(id).map(|row| row.path(""));
            let evidence = |id: &str| self.index.evidence.get(id).map(|_| String::new());
            let need = self.leading_out(row, "need", row.need.as_slice(), need);
            let evidence = self.leading_out(row, "evidence", &row.evidence, evidence);
            self.orphans.extend(need.into_iter().chain(evidence));
        }
        let known = |id: &str| self.index.benefits.get(id).map(|row| row.path(""));
        for row in &plan.propositions {
            if self.reached.contains(row.path("").as_str()) {
                let out = self.leading_out(row, "lead", row.lead.as_slice(), known);
                self.orphans.extend(out);
            }
        }
    }

    fn mix(&mut self) {
        let plan = self.index.context.plan;
        let text = Text::new(
            "The product “{0}” is made for no target segment.",
            "产品“{0}”不是为任何目标细分准备的。",
        );
        self.list(&plan.products, "segments", text, |row| &row.segments);
        let text = Text::new(
            "The channel “{0}” serves no target segment.",
            "渠道“{0}”没有服务任何目标细分。",
        );
        self.list(&plan.channels, "segments", text, |row| &row.segments);
        let text = Text::new(
            "The message “{0}” speaks to no target segment.",
            "信息“{0}”不是对任何目标细分说的。",
        );
        self.list(&plan.messages, "segment", text, |row| {
            row.segment.as_slice()
        });
        let known = |id: &str| self.index.benefits.get(id).map(|row| row.path(""));
        for row in &plan.messages {
            if self.reached.contains(row.path("").as_str()) {
                let out = self.leading_out(row, "benefit", row.benefit.as_slice(), known);
                self.orphans.extend(out);
            }
        }
    }

    fn relationships(&mut self) {
        let plan = self.index.context.plan;
        let text = Text::new(
            "The relationship programme “{0}” is for no target segment.",
            "关系项目“{0}”没有面向任何目标细分。",
        );
        self.list(&plan.programmes, "segment", text, |row| {
            row.segment.as_slice()
        });
        let text = Text::new(
            "The customer group “{0}” belongs to no target segment.",
            "顾客群“{0}”不属于任何目标细分。",
        );
        self.list(&plan.groups, "segment", text, |row| row.segment.as_slice());
    }

    /// The rows of a list that name segments: each is reached, or for those who only influence, or
    /// an orphan.
    fn list<R: Record>(
        &mut self,
        rows: &'c [R],
        key: &str,
        text: Text,
        named: impl Fn(&'c R) -> &'c [Sp<Str<'p>>],
    ) {
        for row in rows {
            let named = named(row);
            if self.reached.contains(row.path("").as_str()) {
                for it in named {
                    let id = it.value.as_ref();
                    if !id.trim().is_empty() && !self.targets.contains(id) {
                        let exists = self.segments.contains(id);
                        self.orphans.push(outward(row, key, it, exists));
                    }
                }
            } else if !named
                .iter()
                .any(|it| self.targets.contains(it.value.as_ref()))
            {
                self.unreached(row, text);
            }
        }
    }

    fn unreached(&mut self, record: &impl Record, text: Text) {
        let id = record.name().unwrap_or_default().into_owned();
        self.orphans.push(Orphan {
            direction: Direction::Unreached,
            path: record.path(""),
            span: record.span(),
            say: say(text, &[&id]),
            id,
        });
    }

    /// The references of a row that lead to nothing, or to a row that is on no chain. The path of
    /// a row is asked by its id; an empty one stands for a row that belongs to whoever names it.
    fn leading_out(
        &self,
        record: &impl Record,
        key: &str,
        named: &[Sp<Str<'_>>],
        known: impl Fn(&str) -> Option<String>,
    ) -> Vec<Orphan> {
        let out = named.iter().filter_map(|it| {
            let path = known(&it.value);
            let on_chain = path
                .as_deref()
                .is_some_and(|path| path.is_empty() || self.reached.contains(path));
            let blank = it.value.trim().is_empty();
            (!on_chain && !blank).then(|| outward(record, key, it, path.is_some()))
        });
        out.collect()
    }
}

fn outward(record: &impl Record, key: &str, named: &Sp<Str<'_>>, exists: bool) -> Orphan {
    let text = if exists {
        Text::new(
            "“{0}” is on a chain and names “{1}”, which is on none.",
            "“{0}”在链条上，它引用的“{1}”却不在任何链条上。",
        )
    } else {
        Text::new(
            "“{0}” is on a chain and names “{1}”, which does not exist.",
            "“{0}”在链条上，它引用的“{1}”却不存在。",
        )
    };
    let name = record.name().unwrap_or_default();
    Orphan {
        direction: Direction::Outward,
        path: record.path(key),
        id: named.value.clone().into_owned(),
        span: named.span,
        say: say(text, &[&name, &named.value]),
    }
}

fn say(text: Text, args: &[&str]) -> Say {
    Say {
        text,
        args: args.iter().map(|arg| shorten(arg)).collect(),
        zh: None,
    }
}
