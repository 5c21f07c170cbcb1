//! Rows over months.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Frame;
use crate::charts::chart::{Calendar, Chart, Event, EventKind};
use crate::charts::picture::{Grid, Picture, Role, clip, width};
use crate::charts::scale::cells;
use crate::words::{Lang, Text};

/// The fewest columns for all the months.
const LEAST: usize = 12;
/// The lines above the rows: years, months.
const HEAD: usize = 2;
/// The weights of a season.
const SHADES: [&str; 4] = ["░", "▒", "▓", "█"];

/// Draws a calendar.
pub(super) fn draw(calendar: &Calendar, chart: &Chart, frame: Frame) -> Picture {
    let season = Text::new("forecast", "预测").get(frame.lang);
    let today = Text::new("today", "今天").get(frame.lang);
    let longest = calendar.rows.iter().map(|row| width(&row.label)).max();
    let label = longest
        .unwrap_or_default()
        .min(frame.width / 3)
        .max(width(season));
    let left = label + 3;
    let around =
        HEAD + usize::from(!calendar.seasons.is_empty()) + usize::from(calendar.today.is_some());
    let cols = frame.width.checked_sub(left).filter(|it| *it >= LEAST);
    let (Some(cols), true) = (cols, frame.height > around + 1) else {
        return frame.too_small(left + LEAST, around + 2);
    };
    let days = Days::new(calendar, cols);
    let room = frame.height - around;
    let all = calendar.rows.len() <= room;
    let shown = if all { calendar.rows.len() } else { room - 1 };
    let mut grid = Grid::new(frame.width, around + shown + usize::from(!all));
    let starts = head(&mut grid, &days, left, frame.lang);
    let mut top = HEAD;
    if !calendar.seasons.is_empty() {
        grid.put(2, top, season, Role::Faint);
        for (time, weight) in &calendar.seasons {
            let shade = SHADES.get(usize::from(*weight)).copied().unwrap_or("░");
            if let Some((from, to)) = days.cells(*time) {
                grid.put(left + from, top, &shade.repeat(to - from + 1), Role::Region);
            }
        }
        top += 1;
    }
    for (nth, row) in calendar.rows.iter().take(shown).enumerate() {
        let y = top + nth;
        let sign = chart.notes.get(row.note).map_or(' ', |it| it.mark);
        grid.mark(0, y, &sign.to_string(), Role::Mark, row.note);
        grid.put(2, y, &clip(&row.label, label), Role::Label);
        for start in &starts {
            grid.put(left + start, y, "·", Role::Line);
        }
        event(&mut grid, row, (left, y), &days, chart);
    }
    let mut foot = top + shown;
    if !all {
        let text = Text::new("… {0} more", "……另有 {0} 项");
        let more = text.fill(frame.lang, &[(calendar.rows.len() - shown).to_string()]);
        grid.put(2, foot, &more, Role::Faint);
        foot += 1;
    }
    if let Some((at, _)) = calendar.today.and_then(|today| days.cells([today, today])) {
        let at = left + at;
        for y in top..foot {
            if grid.is_free(at, y, 1) {
                grid.put(at, y, "┊", Role::Line);
            }
        }
        let said = format!("↑ {today}");
        let fits = at + width(&said) <= frame.width;
        let at = if fits {
            at
        } else {
            (at + 1).saturating_sub(width(today) + 2)
        };
        let said = if fits { said } else { format!("{today} ↑") };
        grid.put(at, foot, &said, Role::Faint);
    }
    grid.done(frame.notes)
}

/// Days laid over columns.
#[derive(Debug)]
struct Days {
    first: Date,
    last: Date,
    cols: usize,
}

impl Days {
    fn new(calendar: &Calendar, cols: usize) -> Days {
        Days {
            first: calendar.first,
            last: calendar.last,
            cols,
        }
    }

    /// The column of a day; days outside are at the ends.
    fn cell(&self, day: Date) -> usize {
        let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
        let part = f64::from(days(self.first, day)) / f64::from(days(self.first, self.last) + 1);
        cells((part * self.cols as f64).floor()).min(self.cols - 1)
    }

    /// The first and last column of a time, as far as it is inside.
    fn cells(&self, [from, to]: [Date; 2]) -> Option<(usize, usize)> {
        let (from, to) = (from.min(to), from.max(to));
        if to < self.first || from > self.last {
            return None;
        }
        Some((self.cell(from), self.cell(to)))
    }
}

/// The years and months above the rows; the columns where a named month begins.
fn head(grid: &mut Grid, days: &Days, left: usize, lang: Lang) -> Vec<usize> {
    const STEPS: [i8; 5] = [1, 2, 3, 6, 12];
    const MOST: usize = 1_200;
    let mut months = vec![days.first.first_of_month()];
    while let Some(next) = months.last().and_then(|it| it.checked_add(1.month()).ok()) {
        if next > days.last || months.len() >= MOST {
            break;
        }
        months.push(next);
    }
    let name = |month: Date| match lang {
        Lang::En => month_name(month.month()).to_owned(),
        Lang::Zh => format!("{}月", month.month()),
    };
    let at = |month: Date| days.cell(month);
    let step = STEPS.into_iter().find(|step| {
        let named: Vec<Date> = months
            .iter()
            .copied()
            .filter(|it| (it.month() - 1) % step == 0)
            .collect();
        let mut pairs = named.iter().zip(named.iter().skip(1));
        pairs.all(|(one, next)| at(*one) + width(&name(*one)) < at(*next))
    });
    let mut starts = Vec::new();
    let mut year_end = 0;
    for month in &months {
        let x = at(*month);
        let first = Some(month) == months.first();
        if first || month.month() == 1 {
            let year = month.year().to_string();
            if x >= year_end && x + width(&year) <= days.cols {
                year_end = x + grid.put(left + x, 0, &year, Role::Axis) + 1;
            }
        }
        if step.is_some_and(|step| (month.month() - 1) % step == 0) && x < days.cols {
            grid.put(left + x, 1, &name(*month), Role::Axis);
            starts.push(x);
        }
    }
    starts
}

/// The name of a month in three letters.
const fn month_name(month: i8) -> &'static str {
    match month {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    }
}

/// The times of a row, and the marks of the rows that it waits for.
fn event(grid: &mut Grid, row: &Event, (left, y): (usize, usize), days: &Days, chart: &Chart) {
    let (Some(first), Some(last)) = (row.times.first(), row.times.last()) else {
        return;
    };
    let Some((from, to)) = days.cells([first[0], last[1]]) else {
        let before = last[1] < days.first;
        let (x, sign) = if before {
            (0, "←")
        } else {
            (days.cols - 1, "→")
        };
        grid.put(left + x, y, sign, Role::Faint);
        return;
    };
    if row.times.len() > 1 && row.kind != EventKind::Milestone {
        grid.mark(
            left + from,
            y,
            &"─".repeat(to - from + 1),
            Role::Line,
            row.note,
        );
    }
    let (fill, role) = look(row.kind);
    for time in &row.times {
        let Some((from, to)) = days.cells(*time) else {
            continue;
        };
        let text = match row.kind {
            EventKind::Milestone => fill.to_owned(),
            EventKind::Offer if to > from => format!("├{}┤", "─".repeat(to - from - 1)),
            _ => fill.repeat(to - from + 1),
        };
        grid.mark(left + from, y, &text, role, row.note);
    }
    let waits: Vec<String> = row
        .after
        .iter()
        .filter_map(|note| Some(chart.notes.get(*note)?.mark.to_string()))
        .collect();
    if waits.is_empty() {
        return;
    }
    let waits = waits.join(",");
    let size = width(&waits) + 1;
    if from >= size {
        grid.put(left + from - size, y, &format!("{waits}→"), Role::Mark);
    } else {
        grid.put(left + to + 1, y, &format!("←{waits}"), Role::Mark);
    }
}

/// How a kind of row is filled; without colour the fillings tell them apart.
const fn look(kind: EventKind) -> (&'static str, Role) {
    match kind {
        EventKind::Planned => ("▒", Role::Bar),
        EventKind::Running => ("▓", Role::Bar),
        EventKind::Done => ("█", Role::Bar),
        EventKind::Dropped => ("░", Role::Faint),
        EventKind::Offer => ("│", Role::Ours),
        EventKind::Milestone => ("▲", Role::Ours),
    }
}
