//! Charts as text: only signs that every terminal's letters have, measured in cells.

mod bars;
mod calendar;
mod lines;
mod map;
mod page;
mod plane;
mod profile;

use super::chart::{Body, Chart, Missing};
use super::picture::{Grid, Picture, Role, lines as prose};
use crate::words::{Lang, Text};

pub use page::page;

/// Draws a chart into at most so many columns and lines; its notes are not part of it.
///
/// Maps and lines grow with the room up to a readable size, the others to the size of what they
/// show: who can scroll may ask for [`usize::MAX`] lines.
pub fn draw(chart: &Chart, width: usize, height: usize) -> Picture {
    let frame = Frame {
        width,
        height,
        lang: chart.lang,
        notes: chart.notes.len(),
    };
    match &chart.body {
        Ok(Body::Map(map)) => map::draw(map, frame),
        Ok(Body::Bars(bars)) => bars::draw(bars, chart, frame),
        Ok(Body::Lines(lines)) => lines::draw(lines, frame),
        Ok(Body::Calendar(calendar)) => calendar::draw(calendar, chart, frame),
        Ok(Body::Profile(profile)) => profile::draw(profile, chart, frame),
        Err(missing) => wanting(missing, frame),
    }
}

/// The room for a drawing.
#[derive(Debug, Clone, Copy)]
struct Frame {
    width: usize,
    height: usize,
    lang: Lang,
    notes: usize,
}

impl Frame {
    /// What stands in place of a drawing that has no room.
    fn too_small(self, width: usize, height: usize) -> Picture {
        let text = Text::new(
            "No room to draw: {0} × {1} cells are needed.",
            "空间不够，画不下：至少要 {0} × {1} 格。",
        );
        let text = text.fill(self.lang, &[width.to_string(), height.to_string()]);
        self.say(&[(text, Role::Faint)])
    }

    /// Prose in place of a drawing.
    fn say(self, texts: &[(String, Role)]) -> Picture {
        let rows: Vec<(String, Role)> = texts
            .iter()
            .flat_map(|(text, role)| prose(text, self.width).into_iter().map(|it| (it, *role)))
            .take(self.height)
            .collect();
        let mut grid = Grid::new(self.width, rows.len());
        for (y, (text, role)) in rows.iter().enumerate() {
            grid.put(0, y, text, *role);
        }
        grid.done(self.notes)
    }
}

/// What a chart lacks, in place of an empty frame.
fn wanting(missing: &Missing, frame: Frame) -> Picture {
    let mut texts = vec![(missing.say.clone(), Role::Text)];
    let paths = missing.paths.iter();
    texts.extend(paths.map(|path| (format!("· {path}"), Role::Faint)));
    frame.say(&texts)
}
