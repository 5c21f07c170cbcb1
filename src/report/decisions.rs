//! What a plan decides, step by step: the part that a leader reads first.

use rust_decimal::Decimal;

use super::document::{Block, Cell, Column, Fact, Kind, Span, Spans, Table, text};
use super::told::{Told, brief, says};
use crate::catalogue::{self, Step};
use crate::charts::picture::width;
use crate::plan::Path;
use crate::words::Text;

/// How much of it is told.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// At most so many of a kind.
    pub items: usize,
    /// Each in at most so many cells.
    pub cells: usize,
}

impl Measure {
    /// All of it.
    pub const WHOLE: Measure = Measure {
        items: usize::MAX,
        cells: usize::MAX,
    };

    /// How long a name may be where a sentence follows.
    fn name(self) -> usize {
        if self.cells == usize::MAX {
            return self.cells;
        }
        NAME
    }
}

/// How long a name is where everything is cut, in cells.
const NAME: usize = 40;

/// What a step decides; nothing where the plan says nothing there yet.
pub fn decisions(told: &Told<'_>, step: Step, measure: Measure) -> Vec<Block> {
    match step {
        Step::Plan => Vec::new(),
        Step::Needs => needs(told, measure).into_iter().collect(),
        Step::Targeting => targeting(told, measure),
        Step::Value => promises(told, measure).into_iter().collect(),
        Step::Mix => {
            let facts = customer_view(told, measure);
            facts.into_iter().chain(objectives(told, measure)).collect()
        }
        Step::Relationships => {
            let care = programmes(told, measure);
            care.into_iter().chain(groups(told, measure)).collect()
        }
    }
}

/// The needs, those first that matter most and are met least.
pub fn needs(told: &Told<'_>, measure: Measure) -> Option<Block> {
    let score = |row: &str, key: &str| {
        let text = told.plain(&format!("{row}.{key}"))?;
        text.parse::<Decimal>().ok()
    };
    let mut rows = told.rows("needs.customer_needs");
    rows.sort_by_key(|row| {
        let (importance, met) = (score(row, "importance"), score(row, "satisfaction"));
        (std::cmp::Reverse(importance), met)
    });
    let items = rows.iter().filter_map(|row| {
        let need = told.brief(&format!("{row}.need"), measure.cells);
        let mut item = strong(need)?;
        let who = told.brief(&format!("{row}.who"), measure.cells / 2);
        if says(&who) {
            item.push(Span::text(Text::new(" (", "（").get(told.lang)));
            item.extend(who);
            item.push(Span::text(Text::new(")", "）").get(told.lang)));
        }
        let scores = [("importance", IMPORTANT), ("satisfaction", MET)];
        for (key, text) in scores {
            if let Some(score) = told.plain(&format!("{row}.{key}")) {
                item.push(Span::text(told.say(text, &[score])));
            }
        }
        Some(item)
    });
    list(items.take(measure.items).collect())
}

const IMPORTANT: Text = Text::new("; importance {0} of 5", "；重要性 {0}/5");
const MET: Text = Text::new("; met today {0} of 5", "；目前满足 {0}/5");

fn targeting(told: &Told<'_>, measure: Measure) -> Vec<Block> {
    let mut blocks: Vec<Block> = targets(told, measure).into_iter().collect();
    let others = others(told, measure);
    if says(&others) {
        blocks.push(Block::Paragraph(others));
    }
    if measure.items == usize::MAX {
        let label = Text::new("Not served: ", "不服务：").get(told.lang);
        let not_for = told.spans("targeting.not_for");
        if says(&not_for) {
            let mut said = vec![Span::text(label).strong()];
            said.extend(not_for);
            blocks.push(Block::Paragraph(said));
        }
    }
    blocks
}

/// The target segments with the reason for each.
pub fn targets(told: &Told<'_>, measure: Measure) -> Option<Block> {
    let rows = decided(told, |decision| decision == "target");
    let items = rows.iter().filter_map(|row| {
        let mut item = strong(brief(segment(told, row, measure), measure.name()))?;
        if let Some(size) = told.at(&format!("{row}.size")) {
            item.push(Span::text(Text::new(" (size ", "（规模 ").get(told.lang)));
            item.extend(size.spans);
            item.push(Span::text(Text::new(")", "）").get(told.lang)));
        }
        let reason = told.brief(&format!("{row}.reason"), measure.cells);
        if says(&reason) {
            item.push(Span::text(COLON.get(told.lang)));
            item.extend(reason);
        }
        Some(item)
    });
    list(items.take(measure.items).collect())
}

const COLON: Text = Text::new(": ", "：");

/// The segments that are left for later or for others.
fn others(told: &Told<'_>, measure: Measure) -> Spans {
    let rows = decided(told, |decision| decision == "later" || decision == "no");
    let mut out: Spans = Vec::new();
    for row in rows.iter().take(measure.items) {
        let lead = if out.is_empty() {
            Text::new("Not chosen now: ", "暂不选择：")
        } else {
            Text::new("; ", "；")
        };
        out.push(Span::text(lead.get(told.lang)));
        out.extend(segment(told, row, measure));
    }
    out
}

fn decided(told: &Told<'_>, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let mut rows = told.rows("targeting.segments");
    rows.retain(|row| {
        told.plain(&format!("{row}.decision"))
            .is_some_and(|it| wanted(&it))
    });
    rows
}

fn segment(told: &Told<'_>, row: &str, measure: Measure) -> Spans {
    called(told, "targeting.segments", row, measure)
}

fn called(told: &Told<'_>, list: &str, row: &str, measure: Measure) -> Spans {
    let section = catalogue::section(list);
    let name = section.map(|section| told.called(section, &Path::parse(row)));
    brief(name.unwrap_or_default(), measure.cells)
}

/// What is promised to whom.
pub fn promises(told: &Told<'_>, measure: Measure) -> Option<Block> {
    let rows = told.rows("value.propositions");
    let items = rows.iter().filter_map(|row| {
        let statement = told.brief(&format!("{row}.statement"), measure.cells);
        let to = told.brief(&format!("{row}.segment"), measure.name());
        to_whom(told, to, statement)
    });
    list(items.take(measure.items).collect())
}

fn to_whom(told: &Told<'_>, whom: Spans, what: Spans) -> Option<Spans> {
    if !says(&what) {
        return None;
    }
    let mut item = strong(whom).unwrap_or_default();
    if !item.is_empty() {
        item.push(Span::text(COLON.get(told.lang)));
    }
    item.extend(what);
    Some(item)
}

/// The four Ps as the customer meets them.
pub fn customer_view(told: &Told<'_>, measure: Measure) -> Option<Block> {
    let section = catalogue::section("mix.customer_view")?;
    let facts = section.fields.iter().filter_map(|field| {
        let value = told.brief(&format!("{}.{}", section.path, field.key), measure.cells);
        Fact::new(field.label.get(told.lang), value)
    });
    let facts: Vec<Fact> = facts.collect();
    (!facts.is_empty()).then_some(Block::Facts(facts))
}

/// What is to be reached, from where, by when and by whom.
pub fn objectives(told: &Told<'_>, measure: Measure) -> Option<Block> {
    let word = |text: Text| text.get(told.lang);
    let mut table = Table::new(vec![
        Column::text(word(Text::new("Objective", "目标"))),
        Column::number(word(Text::new("Now", "现状"))),
        Column::number(word(Text::new("Target", "目标值"))),
        Column::new(word(Text::new("By", "期限")), Kind::Day),
        Column::text(word(Text::new("Owner", "负责人"))),
    ]);
    for row in told.rows("mix.objectives").iter().take(measure.items) {
        let cell = |key: &str| told.at(&format!("{row}.{key}")).unwrap_or_default();
        let mut owner = cell("owner");
        owner.spans = brief(owner.spans, measure.cells / 3);
        let name = called(told, "mix.objectives", row, measure);
        let mut target = cell("target");
        let unit = told.brief(&format!("{row}.unit"), 16);
        // A number that fills its line needs no company.
        let has_room = width(&text(&target.spans)) < 20;
        if says(&unit) && says(&target.spans) && has_room {
            target.spans.push(Span::text(" "));
            target.spans.extend(unit);
        }
        table.row(vec![
            Cell::of(name),
            cell("baseline"),
            target,
            cell("by"),
            owner,
        ]);
    }
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

/// How customers are kept.
pub fn programmes(told: &Told<'_>, measure: Measure) -> Option<Block> {
    let rows = told.rows("relationships.programmes");
    let items = rows.iter().filter_map(|row| {
        let what = told.brief(&format!("{row}.what"), measure.cells);
        let whom = told.brief(&format!("{row}.segment"), measure.name());
        to_whom(told, whom, what)
    });
    list(items.take(measure.items).collect())
}

/// What each group of customers is worth, and what is done about it.
pub fn groups(told: &Told<'_>, measure: Measure) -> Option<Block> {
    let word = |text: Text| text.get(told.lang);
    let mut table = Table::new(vec![
        Column::text(word(Text::new("Group", "顾客群"))),
        Column::number(word(Text::new("Customers", "顾客数"))),
        Column::new(word(Text::new("Retention", "保留率")), Kind::Percent),
        Column::money(word(Text::new("Lifetime value", "终身价值"))),
        Column::text(word(Text::new("Policy", "做法"))),
    ]);
    for row in told.rows("relationships.groups").iter().take(measure.items) {
        let cell = |key: &str| told.at(&format!("{row}.{key}")).unwrap_or_default();
        let worth = told.ground.figures.iter().find(|figure| {
            let subject = figure.subject.as_ref();
            figure.role() == "lifetime-value" && subject.is_some_and(|it| it.path == *row)
        });
        let worth = worth.filter(|figure| figure.has_result());
        table.row(vec![
            Cell::of(called(told, "relationships.groups", row, measure)),
            cell("customers"),
            cell("retention"),
            worth.and_then(|it| told.result(it)).unwrap_or_default(),
            cell("policy"),
        ]);
    }
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

fn strong(spans: Spans) -> Option<Spans> {
    says(&spans).then(|| spans.into_iter().map(Span::strong).collect())
}

fn list(items: Vec<Spans>) -> Option<Block> {
    (!items.is_empty()).then_some(Block::List(false, items))
}
