//! The plan on one page: whom we serve, what we promise, what it takes, what it brings, what is open.
//!
//! Everything is cut to a measure, so that the page holds whatever the plan says: a reader turns to
//! the whole plan for the rest.

use super::decisions::{self, Measure};
use super::document::{Block, Document, Section, Shape, Span, Spans, text};
use super::full::head;
use super::told::{Told, brief, says};
use super::{findings, numbers};
use crate::figures::Figure;
use crate::words::Text;

/// The figures that a leader asks for first, as far as the plan has them.
const KEYS: &[&str] = &[
    "market-size",
    "budget",
    "revenue.base",
    "profit.base",
    "break-even",
    "customer-equity",
    "lifetime-value",
];
/// How many of them.
const FIGURES: usize = 6;

/// How long a name may be beside a number, in cells.
const NAME: usize = 28;

/// The figures that a leader asks for first.
pub fn key_figures<'t>(told: &'t Told<'_>) -> Vec<&'t Figure> {
    let mut found: Vec<&Figure> = Vec::new();
    for key in KEYS {
        for figure in &told.ground.figures {
            let is_meant = figure.key == *key || figure.role() == *key;
            let is_new = !found.iter().any(|it| it.key == figure.key);
            if is_meant && is_new && figure.has_result() && found.len() < FIGURES {
                found.push(figure);
            }
        }
    }
    found
}

/// The plan on one page; with its worst findings, or without.
pub fn one_page(told: &Told<'_>, with_findings: bool) -> Document {
    let mut document = told.document(Shape::Page);
    document.title = brief(document.title, 90);
    head(told, &mut document);
    document.subtitle = brief(document.subtitle, 60);
    for fact in &mut document.facts {
        fact.value = brief(std::mem::take(&mut fact.value), 32);
    }
    let summary = told.brief("plan.summary", 260);
    if says(&summary) {
        let title = Text::new("In short", "概要").get(told.lang);
        let mut section = Section::new("summary", title);
        section.push(Block::Paragraph(summary));
        document.push(section);
    }
    for (id, title, blocks) in parts(told) {
        if !blocks.is_empty() {
            let mut section = Section::new(id, title.get(told.lang));
            section.blocks = blocks;
            document.push(section);
        }
    }
    let figures = numbers::table(told, key_figures(told).into_iter());
    if let Some(mut table) = figures {
        if let Block::Table(table) = &mut table {
            for cell in table.rows.iter_mut().filter_map(|row| row.get_mut(1)) {
                cell.spans = brief(std::mem::take(&mut cell.spans), NAME);
            }
        }
        let title = Text::new("Key figures", "关键数字").get(told.lang);
        let mut section = Section::new("figures", title);
        section.push(table);
        document.push(section);
    }
    if with_findings {
        document.push(open(told));
    }
    document
}

type Part = (&'static str, Text, Vec<Block>);

fn parts(told: &Told<'_>) -> [Part; 6] {
    let at_most = |items, cells| Measure { items, cells };
    let blocks = |block: Option<Block>| block.into_iter().collect();
    [
        (
            "needs",
            Text::new("The need", "顾客的需要"),
            blocks(decisions::needs(told, at_most(2, 96))),
        ),
        (
            "targeting",
            Text::new("Whom we serve", "我们服务谁"),
            blocks(decisions::targets(told, at_most(3, 96))),
        ),
        (
            "value",
            Text::new("What we promise", "我们承诺什么"),
            blocks(decisions::promises(told, at_most(2, 170))),
        ),
        (
            "mix",
            Text::new("As the customer meets it: 4C", "顾客眼中的组合：4C"),
            blocks(decisions::customer_view(told, at_most(4, 90))),
        ),
        (
            "objectives",
            Text::new("What we want to reach", "要达到的目标"),
            blocks(decisions::objectives(told, at_most(4, 48))),
        ),
        (
            "relationships",
            Text::new("How we keep customers", "如何留住顾客"),
            blocks(decisions::programmes(told, at_most(2, 100))),
        ),
    ]
}

/// How much is open, and the worst of it.
fn open(told: &Told<'_>) -> Section {
    let lang = told.lang;
    let title = Text::new("What is still open", "还没有解决的").get(lang);
    let mut section = Section::new("open", title);
    section.push(Block::say(findings::left_open(told)));
    let worst = findings::worst(told, 3);
    let items: Vec<Spans> = worst.into_iter().map(|it| vec![line(&it.text)]).collect();
    if !items.is_empty() {
        section.push(Block::List(false, items));
    }
    section
}

/// The first sentence of a callout, cut to a line or two.
fn line(spans: &[Span]) -> Span {
    let said = spans
        .first()
        .map_or_else(String::new, |span| text(std::slice::from_ref(span)));
    let cut = brief(vec![Span::text(said)], 110);
    cut.into_iter().next().unwrap_or_else(|| Span::text(""))
}
