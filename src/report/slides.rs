//! The plan on a wall: one thought a slide, each small enough to be read from the last row.

use super::decisions::{Measure, decisions};
use super::document::{Block, Document, Section, Shape};
use super::full::head;
use super::one_page::key_figures;
use super::told::{Told, brief, says};
use super::{findings, numbers};
use crate::catalogue::Step;
use crate::charts::Chart;
use crate::words::Text;

/// What has room on a slide.
const ROOM: Measure = Measure {
    items: 4,
    cells: 130,
};
/// How many notes of a chart have room beside it.
const NOTES: usize = 8;

/// The plan as slides; with its worst findings, or without.
pub fn slides(told: &Told<'_>, with_findings: bool) -> Document {
    let mut document = told.document(Shape::Slides);
    document.title = brief(document.title, 120);
    head(told, &mut document);
    let lang = told.lang;
    let summary = told.brief("plan.summary", 330);
    if says(&summary) {
        let title = Text::new("In short", "概要").get(lang);
        document.push(slide("summary", title, vec![Block::Paragraph(summary)]));
    }
    for step in Step::ALL.into_iter().skip(1) {
        let title = format!("{} {}", step.number(), step.title().get(lang));
        // One thought a slide: a list and a table are two, a remark belongs to what it follows.
        let mut thoughts: Vec<Vec<Block>> = Vec::new();
        for block in decisions(told, step, ROOM) {
            match (thoughts.last_mut(), &block) {
                (Some(last), Block::Paragraph(_)) => last.push(block),
                _ => thoughts.push(vec![block]),
            }
        }
        for blocks in thoughts {
            document.push(slide(step.label().en, &title, blocks));
        }
        for chart in told.charts().filter(|chart| chart.step == step) {
            let (id, title) = (chart.key, chart.title.clone());
            document.push(slide(id, &title, vec![Block::chart(cut(chart, told))]));
        }
    }
    let figures = numbers::table(told, key_figures(told).into_iter());
    if let Some(table) = figures {
        let title = Text::new("Key figures", "关键数字").get(lang);
        document.push(slide("figures", title, vec![table]));
    }
    let worst = findings::worst(told, 4);
    if with_findings && !worst.is_empty() {
        let title = Text::new("What is still open", "还没有解决的").get(lang);
        let blocks = worst.into_iter().map(|mut callout| {
            callout.title = brief(callout.title, 60);
            callout.text.truncate(1);
            callout.text = brief(callout.text, 130);
            Block::Callout(callout)
        });
        document.push(slide("open", title, blocks.collect()));
    }
    document
}

fn slide(id: &str, title: &str, blocks: Vec<Block>) -> Section {
    let mut section = Section::new(id, title);
    section.blocks = blocks;
    section
}

/// A chart with as many words as have room beside it.
fn cut(mut chart: Chart, told: &Told<'_>) -> Chart {
    chart.remarks.clear();
    if let Some(more) = chart
        .notes
        .len()
        .checked_sub(NOTES)
        .filter(|more| *more > 0)
    {
        chart.notes.truncate(NOTES);
        let text = Text::new("{0} more are in the plan.", "另有 {0} 项，见计划。");
        chart.remarks.push(told.say(text, &[more.to_string()]));
    }
    chart
}
