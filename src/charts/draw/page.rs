//! A whole page: heading, drawing, and the words for every mark.

use super::draw;
use crate::charts::chart::Chart;
use crate::charts::picture::{Grid, Picture, Role, lines as prose};
use crate::words::Text;

/// From this width on the words stand beside the drawing.
const BESIDE: usize = 100;
/// The widest that words run.
const MEASURE: usize = 76;

/// A chart with its heading, its notes and its remarks; `height` is for the drawing.
///
/// The words stand beside the drawing where there is room, else below it.
pub fn page(chart: &Chart, width: usize, height: usize) -> Picture {
    let beside = width >= BESIDE && chart.body.is_ok();
    let drawn = if beside { width * 3 / 5 } else { width };
    let picture = draw(chart, drawn, height);
    let (indent, room) = if beside {
        (drawn + 3, width - drawn - 3)
    } else {
        (0, width)
    };
    let words = words(chart, &picture, room.min(MEASURE));
    let head = heading(chart, width);
    let top = head.len() + 1;
    let below = if beside {
        top
    } else {
        top + picture.lines.len() + 1
    };
    let height = (top + picture.lines.len()).max(if words.is_empty() {
        0
    } else {
        below + words.len()
    });
    let mut grid = Grid::new(width, height);
    for (y, (text, role)) in head.iter().enumerate() {
        grid.put(0, y, text, *role);
    }
    grid.paste(&picture, 0, top);
    for (nth, word) in words.iter().enumerate() {
        let y = below + nth;
        match word.note {
            Some(note) => grid.mark(indent, y, &word.text, word.role, note),
            None => grid.put(indent, y, &word.text, word.role),
        };
    }
    let mut page = grid.done(chart.notes.len());
    page.hidden = picture.hidden;
    page
}

fn heading(chart: &Chart, width: usize) -> Vec<(String, Role)> {
    let part = |text: &str, role| {
        let lines = prose(text, width.min(MEASURE)).into_iter();
        lines.map(move |line| (line, role)).collect::<Vec<_>>()
    };
    let mut head = part(&chart.title, Role::Title);
    head.extend(part(&chart.question, Role::Faint));
    head
}

/// A line beside or below the drawing.
#[derive(Debug)]
struct Word {
    text: String,
    role: Role,
    note: Option<usize>,
}

fn words(chart: &Chart, picture: &Picture, room: usize) -> Vec<Word> {
    let mut words = Vec::new();
    for (nth, note) in chart.notes.iter().enumerate() {
        // A mark that is not in the drawing stands in brackets.
        let lead = if picture.hidden.contains(&nth) && chart.body.is_ok() {
            format!("({}) ", note.mark)
        } else {
            format!("{} ", note.mark)
        };
        let indent = " ".repeat(lead.chars().count());
        for (at, line) in prose(&note.text, room.saturating_sub(indent.len()))
            .into_iter()
            .enumerate()
        {
            let lead = if at == 0 { &lead } else { &indent };
            words.push(Word {
                text: format!("{lead}{line}"),
                role: Role::Text,
                note: Some(nth),
            });
        }
    }
    let hidden = Text::new(
        "(1): there is no room for this mark in the drawing.",
        "（1）：图中放不下这个记号。",
    );
    let crowded = chart.body.is_ok() && !picture.hidden.is_empty();
    let hidden = crowded.then(|| hidden.get(chart.lang));
    let remarks = chart.remarks.iter().chain(&chart.signs).map(String::as_str);
    for remark in hidden.into_iter().chain(remarks) {
        let lines = prose(remark, room).into_iter();
        words.extend(lines.map(|text| Word {
            text,
            role: Role::Faint,
            note: None,
        }));
    }
    words
}
