//! The figures of a plan as tables: exactly those, and exactly as, `farsight figures` shows them.

use super::document::{Block, Cell, Column, Kind, Span, Table, Voice};
use super::told::{Told, brief};
use crate::catalogue::Step;
use crate::figures::{Figure, Subject};
use crate::words::Text;

/// How long the name of a row may be beside its number, in cells.
const NAME: usize = 60;

/// The figures of a step, one row each; those from which others are added up are left out.
pub fn of_step(told: &Told<'_>, step: Step) -> Option<Block> {
    let figures = told.ground.figures.iter();
    let of = figures.filter(|figure| figure.step == step && !figure.is_part());
    table(told, of)
}

/// Figures as a table; those without a result are left out.
pub fn table<'f>(told: &Told<'_>, figures: impl Iterator<Item = &'f Figure>) -> Option<Block> {
    let word = |text: Text| text.get(told.lang);
    let mut table = Table::new(vec![
        Column::text(word(Text::new("Figure", "指标"))),
        Column::text(word(Text::new("Of", "对象"))),
        Column::new(word(Text::new("Result", "结果")), Kind::Text),
    ]);
    if let Some(last) = table.columns.last_mut() {
        last.align = super::document::Align::End;
    }
    for figure in figures.filter(|figure| figure.has_result()) {
        let (Some((output, _)), Some(result)) = (figure.headline(), told.result(figure)) else {
            continue;
        };
        let whole = Text::new("the plan", "整份计划");
        let about = figure.subject.as_ref().map_or_else(
            || Cell::text(word(whole)),
            |subject| Cell::of(vec![name(told, subject)]),
        );
        table.row(vec![
            Cell::text(figure.heading(output, told.lang)),
            about,
            result,
        ]);
    }
    (!table.rows.is_empty()).then_some(Block::Table(table))
}

/// How many figures of a step lack an input, as a sentence.
pub fn lacking(told: &Told<'_>, step: Step) -> Option<Block> {
    let figures = told.ground.figures.iter();
    let lacking = figures
        .filter(|figure| figure.step == step && !figure.has_result())
        .count();
    let text = match lacking {
        0 => return None,
        1 => Text::new(
            "1 figure of this step cannot be computed yet.",
            "这一步还有1个数字算不出来。",
        ),
        _ => Text::new(
            "{0} figures of this step cannot be computed yet.",
            "这一步还有{0}个数字算不出来。",
        ),
    };
    let said = told.say(text, &[lacking.to_string()]);
    let faint = Span::text(said).styled(super::document::Style::Faint);
    Some(Block::Paragraph(vec![faint]))
}

fn name(told: &Told<'_>, subject: &Subject) -> Span {
    let mut span = Span::author(subject.called(told.lang));
    span.voice = subject.word.map_or(Voice::Author, |_| Voice::Ours);
    brief(vec![span.clone()], NAME).pop().unwrap_or(span)
}
