//! Rows over months.

use jiff::civil::Date;

use super::{Anchor, Canvas, WIDTH, width};
use crate::charts::chart::{Calendar, EventKind};
use crate::report::data;
use crate::words::{Lang, Text};

/// Above the rows: years and months.
const HEAD: f64 = 34.0;
/// A label and its bar.
const ROW: f64 = 32.0;
/// How high a bar is.
const BAR: f64 = 10.0;
/// The least that a bar is wide: a day must be seen.
const LEAST: f64 = 3.0;

/// Days laid over the width of the drawing.
struct Days {
    first: Date,
    all: f64,
}

impl Days {
    /// Where a day begins.
    fn at(&self, day: Date) -> f64 {
        let since = |from: Date, to: Date| {
            from.until(to)
                .map_or(0.0, |span| f64::from(span.get_days()))
        };
        (since(self.first, day) / self.all).clamp(0.0, 1.0) * WIDTH
    }

    fn after(&self, day: Date) -> f64 {
        self.at(day.tomorrow().unwrap_or(day))
    }
}

/// Draws rows over months, each label above its bar.
pub(super) fn draw(canvas: &mut Canvas<'_>, calendar: &Calendar) {
    let span = calendar.first.until(calendar.last);
    let days = Days {
        first: calendar.first,
        all: span
            .map_or(1.0, |span| f64::from(span.get_days() + 1))
            .max(1.0),
    };
    let height = HEAD + calendar.rows.len() as f64 * ROW;
    for ([from, to], weight) in &calendar.seasons {
        let class = ["season-0", "season-1", "season-2", "season-3"];
        let class = class
            .get(usize::from(*weight))
            .copied()
            .unwrap_or("season-3");
        let start = days.at(*from);
        canvas.rect(class, (start, HEAD - 4.0), (days.after(*to) - start, 4.0));
    }
    months(canvas, &days, calendar, height);
    for (nth, row) in calendar.rows.iter().enumerate() {
        let y = HEAD + nth as f64 * ROW;
        let label = format!("{} {}", canvas.sign(row.note), row.label);
        canvas.text("label", (0.0, y + 14.0), Anchor::Start, WIDTH, &label);
        for [from, to] in &row.times {
            let (start, end) = (days.at(*from), days.after(*to));
            if row.kind == EventKind::Milestone {
                let middle = start.clamp(5.0, WIDTH - 5.0);
                let top = y + 18.0;
                let corners = [
                    (middle - 5.0, top + BAR),
                    (middle, top),
                    (middle + 5.0, top + BAR),
                ];
                canvas.path("milestone", &corners);
            } else {
                let wide = (end - start).max(LEAST);
                let start = start.min(WIDTH - wide);
                canvas.rect(class(row.kind), (start, y + 18.0), (wide, BAR));
            }
        }
    }
    if let Some(today) = calendar
        .today
        .filter(|day| (calendar.first..=calendar.last).contains(day))
    {
        let at = days.at(today);
        canvas.line("today", (at, HEAD - 6.0), (at, height));
        let word = Text::new("today", "今天").get(canvas.chart.lang);
        let at = at.clamp(16.0, WIDTH - 16.0);
        canvas.text("now", (at, height + 12.0), Anchor::Middle, 60.0, word);
    }
    canvas.height = legend(canvas, calendar, height + 20.0);
}

/// What the fillings mean, as far as they are there; where it ends comes back.
fn legend(canvas: &mut Canvas<'_>, calendar: &Calendar, mut y: f64) -> f64 {
    const KINDS: [EventKind; 5] = [
        EventKind::Planned,
        EventKind::Running,
        EventKind::Done,
        EventKind::Dropped,
        EventKind::Offer,
    ];
    let mut x = 0.0;
    for kind in KINDS {
        if !calendar.rows.iter().any(|row| row.kind == kind) {
            continue;
        }
        let word = data::event(kind).get(canvas.chart.lang);
        let wide = width(word) + 32.0;
        if x > 0.0 && x + wide > WIDTH {
            (x, y) = (0.0, y + 18.0);
        }
        canvas.rect(class(kind), (x, y), (14.0, BAR));
        canvas.text("tick", (x + 19.0, y + 9.0), Anchor::Start, WIDTH, word);
        x += wide;
    }
    if x > 0.0 { y + 16.0 } else { y - 4.0 }
}

/// The beginnings of months, named as far as there is room.
fn months(canvas: &mut Canvas<'_>, days: &Days, calendar: &Calendar, height: f64) {
    let mut month = calendar.first.first_of_month();
    let (mut last_year, mut free) = (0, 0.0);
    // A calendar that begins nowhere near its end is drawn as far as can be told apart.
    for _ in 0..600 {
        if month > calendar.last {
            return;
        }
        let at = days.at(month);
        canvas.line("grid", (at, HEAD), (at, height));
        if at >= free {
            let name = match canvas.chart.lang {
                Lang::En => month.strftime("%b").to_string(),
                Lang::Zh => format!("{}月", month.month()),
            };
            canvas.text("tick", (at + 2.0, 26.0), Anchor::Start, 40.0, &name);
            if month.year() != last_year {
                last_year = month.year();
                let year =
                    Text::new("{0}", "{0}年").fill(canvas.chart.lang, &[last_year.to_string()]);
                canvas.text("tick", (at + 2.0, 12.0), Anchor::Start, 60.0, &year);
            }
            free = at + 34.0;
        }
        let next = jiff::ToSpan::month(1);
        match month.checked_add(next) {
            Ok(next) => month = next,
            Err(_) => return,
        }
    }
}

const fn class(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Planned => "event planned",
        EventKind::Running => "event running",
        EventKind::Done => "event done",
        EventKind::Dropped => "event dropped",
        EventKind::Offer => "event offer",
        EventKind::Milestone => "milestone",
    }
}
