//! The chain: each target segment as a row, each stage as a column; Enter goes where one repairs.

use std::path::PathBuf;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Reply;
use crate::checks::trace::{self, Orphan, Part, Stage, State, Trace};
use crate::plan;
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::input::{Code, Key};
use crate::tui::session::Session;
use crate::tui::theme::Theme;
use crate::words::{Lang, Text};

/// How many columns there are.
const STAGES: usize = Stage::CHAIN.len();
/// A column needs this many cells for its name and a number.
const NAMED: u16 = 6;
/// A detail of so many rows has room for the whole chain below the chosen cell.
const ROOMY: u16 = 12;

/// The matrix of segments and stages, and what is chosen in it.
#[derive(Debug, Default)]
pub struct Chain {
    /// The segment; one more is the line of orphans.
    row: usize,
    /// The stage; in the line of orphans the orphan.
    col: usize,
    top: usize,
    from: usize,
    trace: Trace,
    /// Which text the trace is of.
    seen: Option<(PathBuf, u64)>,
}

impl Chain {
    /// Follows the chains of the newest text.
    fn look(&mut self, session: &Session) {
        let now = (session.path.clone(), session.revision);
        let other = self.seen.as_ref().is_none_or(|seen| seen.0 != now.0);
        if self.seen.as_ref() != Some(&now) {
            let text = session.document.text();
            let reading = plan::read(text);
            // With broken syntax much may be out of sight, and every chain would look broken.
            self.trace = if reading.is_sound() {
                trace::trace(text, &reading)
            } else {
                Trace::default()
            };
            self.seen = Some(now);
        }
        if other {
            (self.row, self.col) = self.first_break();
        }
        self.settle();
    }

    /// Where the first chain breaks, which is what one comes here to see; the top where none does.
    fn first_break(&self) -> (usize, usize) {
        let mut chains = self.trace.chains.iter().enumerate();
        chains
            .find_map(|(row, chain)| {
                let gap = chain.gap.as_ref().filter(|gap| gap.begun)?;
                let col = chain.parts.iter().position(|it| it.stage == gap.stage)?;
                Some((row, col))
            })
            .unwrap_or_default()
    }

    /// Keeps the choice within what there is.
    fn settle(&mut self) {
        self.row = self.row.min(self.rows().saturating_sub(1));
        self.col = self.col.min(self.columns(self.row).saturating_sub(1));
    }

    fn rows(&self) -> usize {
        self.trace.chains.len() + usize::from(!self.trace.orphans.is_empty())
    }

    fn columns(&self, row: usize) -> usize {
        if row < self.trace.chains.len() {
            STAGES
        } else {
            self.trace.orphans.len()
        }
    }

    fn part(&self) -> Option<(&trace::Chain, &Part)> {
        let chain = self.trace.chains.get(self.row)?;
        Some((chain, chain.parts.get(self.col)?))
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let Some(session) = &desk.session else {
            return Reply::Ignored;
        };
        self.look(session);
        let (row, col) = (self.row, self.col);
        match key.code {
            Code::Up => self.row = self.row.saturating_sub(1),
            Code::Down => self.row += 1,
            Code::Left => self.col = self.col.saturating_sub(1),
            Code::Right => self.col += 1,
            Code::Home => self.col = 0,
            Code::End => self.col = usize::MAX,
            Code::PageUp => self.from = self.from.saturating_sub(5),
            Code::PageDown => self.from += 5,
            Code::Char('?') => return Reply::Run("help"),
            _ => return Reply::Ignored,
        }
        self.settle();
        if (row, col) != (self.row, self.col) {
            self.from = 0;
        }
        Reply::Done
    }

    /// Goes to the row of the chosen cell, or to where its break is repaired.
    pub fn open(&self) -> Reply {
        if self.rows() == 0 {
            return Reply::Go(Stage::Segment.section().to_owned());
        }
        let Some((chain, part)) = self.part() else {
            let orphan = self.trace.orphans.get(self.col);
            return orphan.map_or(Reply::Done, |orphan| Reply::Go(orphan.path.clone()));
        };
        let gap = chain.gap.as_ref();
        let path = match (gap, part.rows.first()) {
            (Some(gap), _) if gap.stage == part.stage && gap.begun => gap.path.clone(),
            (_, Some(row)) => row.path.clone(),
            (Some(gap), None) if gap.begun => gap.path.clone(),
            _ => part.stage.section().to_owned(),
        };
        Reply::Go(path)
    }

    /// Handles a click: the first chooses a cell, the second goes there.
    pub fn click(&mut self, hit: &Hit, _: &mut Desk) -> Reply {
        let Hit::Item(cell) = hit else {
            return Reply::Ignored;
        };
        let chains = self.trace.chains.len();
        let (row, col) = (cell / STAGES, cell % STAGES);
        // Behind the chains, each orphan has a number of its own.
        let (row, col) = if row < chains {
            (row, col)
        } else {
            (chains, cell - chains * STAGES)
        };
        if (row, col) == (self.row, self.col) {
            return self.open();
        }
        (self.row, self.col, self.from) = (row, col, 0);
        self.settle();
        Reply::Done
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, pane: Pane, lines: isize) {
        if pane == Pane::List {
            self.row = self.row.saturating_add_signed(lines.signum());
            self.from = 0;
            self.settle();
        } else {
            self.from = self.from.saturating_add_signed(lines);
        }
    }

    /// Draws the matrix, and below it the chosen cell with its rows.
    pub fn draw(&mut self, desk: &mut Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(session) = &desk.session else { return };
        self.look(session);
        let wanted = self.rows().max(1) as u16 + 3;
        let height = wanted.min((area.height / 2).max(4)).min(area.height);
        let matrix = Rect { height, ..area };
        let detail = Rect {
            y: area.y + height,
            height: area.height - height,
            ..area
        };
        self.matrix(canvas, matrix);
        if detail.height > 2 {
            self.detail(canvas, detail);
        }
    }

    fn matrix(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let broken = self.trace.chains.iter().filter(|it| it.is_broken()).count();
        let counts = [self.trace.chains.len(), broken].map(|n| n.to_string());
        let title = Text::new(
            "Target segments: {0}, broken chains: {1}",
            "目标细分：{0}个，断裂的链条：{1}条",
        );
        let title = title.fill(lang, &counts);
        let inner = draw::frame(canvas.buf, area, &title, true, &theme);
        canvas.hit(inner, Hit::Scroll(Pane::List));
        if self.rows() == 0 {
            let text = Text::new(
                "No segment is a target yet. Enter goes to the segments.",
                "还没有目标细分。按回车转到细分。",
            );
            canvas.prose(inner, inner.y, text.get(lang), theme.text);
            canvas.caret_at(inner.x, inner.y);
            return;
        }
        let table = Table::of(inner, lang);
        let head = u16::from(inner.height > 1 && table.cell >= NAMED);
        if head > 0 {
            for (at, stage) in Stage::CHAIN.iter().enumerate() {
                let room = usize::from(table.cell - 1);
                let here = self.row < self.trace.chains.len() && at == self.col;
                let style = if here { theme.title } else { theme.dim };
                let x = table.column(at);
                canvas.put(x, inner.y, name_in(*stage, room, lang), style, table.cell);
            }
        }
        let rows = usize::from(inner.height - head);
        if self.row < self.top {
            self.top = self.row;
        } else if rows > 0 && self.row >= self.top + rows {
            self.top = self.row + 1 - rows;
        }
        for (n, row) in (self.top..self.rows()).take(rows).enumerate() {
            let line = Rect {
                y: inner.y + head + n as u16,
                height: 1,
                ..inner
            };
            self.line(canvas, &table, line, row);
        }
    }

    /// One segment with its cells, or the orphans.
    fn line(&self, canvas: &mut Canvas<'_>, table: &Table, line: Rect, row: usize) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let current = row == self.row;
        let lead = if current { "▸" } else { " " };
        let first = row * STAGES;
        let Some(chain) = self.trace.chains.get(row) else {
            let count = self.trace.orphans.len().to_string();
            let text = Text::new("{1}○ On no chain: {0}", "{1}○ 不在链条上：{0}");
            let text = text.fill(lang, &[count.as_str(), lead]);
            let style = if current { theme.selection } else { theme.dim };
            canvas.hit(line, Hit::Item(first));
            canvas.put(line.x, line.y, &text, style, line.width);
            if current {
                canvas.caret_at(line.x, line.y);
            }
            return;
        };
        let name = format!("{lead}{}", chain.name());
        let name = draw::clip(&name, usize::from(table.name.saturating_sub(1))).into_owned();
        let style = if current { theme.title } else { theme.text };
        canvas.put(line.x, line.y, &name, style, table.name);
        let col = if current { self.col } else { 0 };
        canvas.hit(line, Hit::Item(first + col));
        for (at, part) in chain.parts.iter().enumerate() {
            let cell = Rect {
                x: table.column(at),
                width: table.cell,
                ..line
            };
            let chosen = current && at == self.col;
            let style = if chosen {
                theme.selection
            } else {
                style_of(part.state, &theme)
            };
            let text = if table.cell >= NAMED && !part.rows.is_empty() {
                format!("{} {}", part.state.mark(), part.rows.len())
            } else {
                part.state.mark().to_owned()
            };
            let pad = usize::from(cell.width.saturating_sub(1)).max(1);
            canvas.put(cell.x, cell.y, &format!("{text:pad$}"), style, cell.width);
            canvas.hit(cell, Hit::Item(first + at));
            if chosen {
                canvas.caret_at(cell.x, cell.y);
            }
        }
    }

    fn detail(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let title = match self.part() {
            Some((chain, part)) => {
                let name = draw::clip(chain.name(), usize::from(area.width / 2));
                format!(
                    "{} {} · {name}",
                    part.state.mark(),
                    part.stage.label().get(lang)
                )
            }
            None => Text::new("On no chain", "不在链条上").get(lang).to_owned(),
        };
        let inner = draw::frame(canvas.buf, area, &title, false, &theme);
        let inner = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2).min(90),
            ..inner
        };
        canvas.hit(inner, Hit::Scroll(Pane::Coach));
        let mut page = Page::new(inner.width);
        if let Some((chain, part)) = self.part() {
            part_page(&mut page, chain, part, lang, &theme);
            if inner.height >= ROOMY {
                whole_chain(&mut page, chain, part.stage, lang, &theme);
            }
        } else {
            for (at, orphan) in self.trace.orphans.iter().enumerate() {
                if at == self.col {
                    // The chosen orphan stands first in view, unless the wheel has moved on.
                    self.from = self.from.max(page.height());
                }
                orphan_lines(&mut page, orphan, at == self.col, lang, &theme);
            }
        }
        self.from = page.draw(canvas, inner, self.from);
    }
}

/// Where the columns are.
struct Table {
    x: u16,
    name: u16,
    cell: u16,
}

impl Table {
    /// Columns with names and numbers where they fit, else marks alone.
    fn of(area: Rect, lang: Lang) -> Table {
        let stages = STAGES as u16;
        let least = 14;
        let full = Stage::CHAIN
            .iter()
            .map(|it| draw::width(it.label().get(lang)));
        let full = full.max().unwrap_or_default() as u16 + 1;
        let fits = |cell: u16| area.width >= cell * stages + least;
        let cell = if fits(NAMED) {
            // What is left over goes to the names of segments.
            ((area.width - least - 8).max(NAMED * stages) / stages).clamp(NAMED, full.max(NAMED))
        } else {
            2
        };
        Table {
            x: area.x,
            name: area.width.saturating_sub(cell * stages),
            cell,
        }
    }

    fn column(&self, at: usize) -> u16 {
        self.x + self.name + self.cell * at as u16
    }
}

/// The name of a stage in a column: whole where it fits, else short.
fn name_in(stage: Stage, room: usize, lang: Lang) -> &'static str {
    let whole = stage.label().get(lang);
    if draw::width(whole) <= room {
        return whole;
    }
    let short = match stage {
        Stage::Proposition => Text::new("prop.", "主张"),
        Stage::Benefit => Text::new("ben.", "利益"),
        Stage::Product => Text::new("prod.", "产品"),
        Stage::Channel => Text::new("chan.", "渠道"),
        Stage::Message => Text::new("mess.", "信息"),
        Stage::Relationship => Text::new("rel.", "关系"),
        Stage::Value => Text::new("value", "价值"),
        _ => stage.label(),
    };
    short.get(lang)
}

const fn style_of(state: State, theme: &Theme) -> Style {
    match state {
        State::Holds => theme.ok,
        State::Breaks => theme.error,
        State::Open => theme.dim,
        State::Unknown => theme.advice,
    }
}

/// What stands at a stage of a chain: the break, the rows, and what they hang on.
fn part_page(page: &mut Page, chain: &trace::Chain, part: &Part, lang: Lang, theme: &Theme) {
    let gap = chain.gap.as_ref();
    match gap.filter(|gap| gap.stage == part.stage) {
        Some(gap) if gap.begun => {
            page.indented("✗ ", &gap.say.get(lang), theme.error);
            let text = Text::new("Enter repairs it at {0}", "按回车去改正：{0}");
            page.indented("  ", &text.fill(lang, &[&gap.path]), theme.accent);
        }
        Some(_) => {
            let text = Text::new(
                "Step {0} is not begun yet. Enter begins here.",
                "第{0}步还没有开始。按回车从这里开始。",
            );
            let step = part.stage.step().number().to_string();
            page.prose(&text.fill(lang, &[step]), theme.dim);
        }
        None => {}
    }
    page.gap();
    for row in &part.rows {
        let text = if row.text.is_empty() || row.text == row.id {
            row.id.clone()
        } else {
            Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[&row.id, &row.text])
        };
        page.indented("▪ ", &text, theme.text);
        let rows = || chain.parts.iter().flat_map(|part| &part.rows);
        let hangs_on: Vec<&str> = row
            .hangs_on
            .iter()
            .filter_map(|path| rows().find(|it| it.path == *path && it.id != row.id))
            .map(|it| it.id.as_str())
            .collect();
        if !hangs_on.is_empty() {
            let hangs_on = hangs_on.join(Text::new(", ", "、").get(lang));
            page.indented("  ← ", &hangs_on, theme.dim);
        }
    }
    if let (true, Some(gap)) = (part.rows.is_empty(), gap)
        && gap.stage < part.stage
    {
        let text = if gap.begun {
            Text::new(
                "Nothing yet. The chain breaks before, at: {0}.",
                "还没有内容。链条在前面就断了：{0}。",
            )
        } else {
            Text::new("Nothing yet.", "还没有内容。")
        };
        page.prose(&text.fill(lang, &[gap.stage.label().get(lang)]), theme.dim);
    } else if part.state == State::Unknown {
        let text = Text::new("Looked for and not known.", "查过，但不知道。");
        page.prose(text.get(lang), theme.dim);
    } else if part.rows.is_empty() && gap.is_none() {
        // A short plan asks for no proof.
        let text = Text::new("Nothing, and nothing is missing.", "没有内容，也不缺。");
        page.prose(text.get(lang), theme.dim);
    }
}

/// All stages of a chain, one line each, with the ids of their rows.
fn whole_chain(page: &mut Page, chain: &trace::Chain, here: Stage, lang: Lang, theme: &Theme) {
    page.gap();
    page.prose(
        Text::new("The whole chain", "整条链").get(lang),
        theme.title,
    );
    let labels = Stage::CHAIN
        .iter()
        .map(|it| draw::width(it.label().get(lang)));
    let column = labels.max().unwrap_or_default();
    for part in &chain.parts {
        let label = part.stage.label().get(lang);
        let pad = " ".repeat(column - draw::width(label).min(column));
        let lead = if part.stage == here { "▸" } else { " " };
        let ids: Vec<&str> = part.rows.iter().map(|row| row.id.as_str()).collect();
        let ids = ids.join(Text::new(", ", "、").get(lang));
        page.line(vec![
            (lead.to_owned(), theme.title),
            (
                format!("{} ", part.state.mark()),
                style_of(part.state, theme),
            ),
            (format!("{label}{pad}  "), theme.dim),
            (ids, theme.text),
        ]);
    }
}

fn orphan_lines(page: &mut Page, orphan: &Orphan, chosen: bool, lang: Lang, theme: &Theme) {
    let (mark, style) = if chosen {
        ("▸ ", theme.title)
    } else {
        ("  ", theme.text)
    };
    page.indented(mark, &orphan.say.get(lang), style);
    page.indented("  ", &orphan.path, theme.dim);
}
