//! The figures on the screen: the list, what is chosen beside or below it, and a line for a trial.

use std::cmp::Ordering;

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::board::Entry;
use super::list::{self, Row};
use super::sheet::{self, Sheet};
use super::{Figures, Side, chart, slots};
use crate::charts;
use crate::figures::Figure;
use crate::tui::canvas::Canvas;
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::session::Session;
use crate::words::{Lang, Text};

/// What a plan without numbers hears.
const NOTHING: Text = Text::new(
    "There is nothing to compute yet. Prices, costs, customers and rates in the plan make figures here.",
    "还没有可以计算的数字。在计划中填入价格、成本、顾客数、各种比率，这里就会算出来。",
);

impl Figures {
    /// The chosen figure as text, or what is selected in the input being edited.
    pub fn as_text(&self, lang: Lang) -> String {
        let selected = self.editor.as_ref().map(|editor| editor.text.copy());
        if let Some(selected) = selected.filter(|it| !it.is_empty()) {
            return selected;
        }
        if let Some(chart) = self.chart() {
            return charts::page(chart, 80, 20).to_string();
        }
        let Some(figure) = self.figure() else {
            return String::new();
        };
        let sheet = Sheet {
            figure,
            before: self.board.before(&figure.key),
            slots: &self.slots,
            bases: &[],
            chosen: None,
            movers: &self.movers(&figure.key, lang),
            currency: &self.board.currency,
            remark: None,
        };
        format!("{}\n{}", figure.title(lang), sheet.to_text(lang))
    }

    /// Draws the list, and the chosen figure beside or below it.
    pub fn draw(&mut self, desk: &mut Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(session) = &desk.session else { return };
        self.look(session, canvas.lang);
        let area = self.banner(canvas, area);
        let (list, sheet) = match (self.chart(), self.side) {
            // A chart needs all the room that there is.
            (Some(_), Side::Sheet) => (None, Some(area)),
            (_, side) => list::split(area, side == Side::List),
        };
        if let Some(area) = list {
            self.draw_list(session, canvas, area);
        }
        if let Some(area) = sheet {
            self.draw_sheet(desk, canvas, area);
        }
    }

    /// While a trial runs, a line says so and how it ends; returns what is left.
    fn banner(&self, canvas: &mut Canvas<'_>, area: Rect) -> Rect {
        if !self.trial.is_running() || area.height < 4 {
            return area;
        }
        let long = Text::new(
            "Trial of {0}, not in the plan.   w writes what is tried   Esc drops it",
            "试算，未写入计划：正在试{0}个数值。   w 写入计划   Esc 放弃",
        );
        let short = Text::new(
            "Trial of {0}: w writes, Esc drops",
            "试算{0}个：w 写入，Esc 放弃",
        );
        let text = if area.width >= 78 { long } else { short };
        let text = text.fill(canvas.lang, &[self.trial.count().to_string()]);
        canvas.put(
            area.x + 1,
            area.y,
            &text,
            canvas.theme.warning,
            area.width - 1,
        );
        Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        }
    }

    fn draw_list(&mut self, session: &Session, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let figures = self.board.shown().iter();
        let without = figures.filter(|it| sheet::short(it, "", lang).is_none());
        let counts = [self.board.shown().len(), without.count()].map(|n| n.to_string());
        let title = if counts[1] == "0" {
            Text::new("Figures: {0}", "数字：{0}个")
        } else {
            Text::new(
                "Figures: {0}, without a result: {1}",
                "数字：{0}个，其中{1}个没有结果",
            )
        };
        let focused = self.side == Side::List;
        let inner = draw::frame(
            canvas.buf,
            area,
            &title.fill(lang, &counts),
            focused,
            &theme,
        );
        let inner = self.finder.draw(canvas, inner);
        if self.entries(lang).is_empty() {
            let nothing = Text::new(
                "Nothing fits. Esc shows all.",
                "没有符合的。按 Esc 显示全部。",
            );
            let text = match session.locked {
                _ if self.finder.is_narrow() => nothing,
                Some(locked) if !self.board.sound => locked.message(),
                _ => NOTHING,
            };
            canvas.prose(inner, inner.y, text.get(lang), theme.text);
            if !self.finder.typing {
                canvas.caret_at(inner.x, inner.y);
            }
            return;
        }
        let rows = self.rows(lang);
        let mut inner = inner;
        if self.board.shown().is_empty() && !self.finder.is_narrow() && inner.height > 6 {
            let y = canvas.prose(inner, inner.y, NOTHING.get(lang), theme.text) + 1;
            inner.height = inner.bottom().saturating_sub(y);
            inner.y = y;
        }
        let caret = canvas.caret.filter(|_| self.finder.typing);
        self.top = list::draw(&rows, self.at, self.top, focused, canvas, inner);
        canvas.caret = caret.or(canvas.caret);
    }

    /// The lines of the list: figures of one kind stand together below what they have in common.
    fn rows(&self, lang: Lang) -> Vec<Row> {
        let entries = self.entries(lang);
        let kind = |at: Option<usize>| match entries.get(at?)? {
            Entry::Figure(figure) if figure.subject.is_some() => Some((figure.step, figure.label)),
            _ => None,
        };
        let row = |(at, entry): (usize, &Entry<'_>)| {
            let below = |entry: &Entry<'_>| (!entry.is_waiting()).then(|| entry.step());
            let before = at.checked_sub(1);
            let first = before.and_then(|at| entries.get(at));
            let first = first.is_none_or(|it| below(it) != below(entry));
            let head = first.then(|| match below(entry) {
                Some(step) => format!("{} {}", step.number(), step.label().get(lang)),
                None => Text::new("Charts that lack numbers", "还缺数字的图")
                    .get(lang)
                    .to_owned(),
            });
            match entry {
                Entry::Figure(figure) => {
                    let mine = kind(Some(at));
                    let follows = mine.is_some() && kind(before) == mine;
                    let leads = mine.is_some() && !follows && kind(Some(at + 1)) == mine;
                    let is_member = follows || leads;
                    let subject = figure.subject.as_ref().filter(|_| is_member);
                    Row {
                        head,
                        group: leads.then(|| figure.label.get(lang).to_owned()),
                        is_member,
                        label: subject
                            .map_or_else(|| figure.title(lang), |it| it.called(lang).to_owned()),
                        value: sheet::short(figure, &self.board.currency, lang),
                        moved: self.moved(figure),
                    }
                }
                Entry::Chart(chart) => Row {
                    head,
                    label: format!("▦ {}", chart.title),
                    value: chart.body.is_ok().then(String::new),
                    ..Row::default()
                },
            }
        };
        entries.iter().enumerate().map(row).collect()
    }

    /// How a trial moves the main result of a figure.
    fn moved(&self, figure: &Figure) -> Option<Ordering> {
        let before = self.board.before(&figure.key)?;
        let number = |it: &Figure| it.number(it.headline()?.0.name);
        match (number(before), number(figure)) {
            (Some(before), Some(now)) => Some(now.cmp(&before)).filter(|it| it.is_ne()),
            (before, now) => (before.is_some() != now.is_some()).then_some(Ordering::Equal),
        }
    }

    /// The three inputs that move a figure most.
    fn movers(&self, key: &str, lang: Lang) -> Vec<(String, [Option<Decimal>; 2])> {
        let movers = self.board.movers(key).iter().take(3);
        let told = movers.map(|it| {
            let label = slots::label_of(&it.path, &self.slots, lang);
            (label, [it.down, it.up])
        });
        told.collect()
    }

    fn draw_sheet(&mut self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(session) = &desk.session else { return };
        let (lang, theme) = (canvas.lang, canvas.theme);
        let focused = self.side == Side::Sheet;
        if let Some(chart) = self.chart() {
            let inner = draw::frame(canvas.buf, area, &chart.title, focused, &theme);
            if focused {
                canvas.caret_at(inner.x, inner.y);
            }
            let chosen = focused.then_some(self.slot);
            self.from = chart::draw(chart, chosen, (self.from, self.follow), canvas, inner);
            return;
        }

        let mut figures = self.board.shown().iter();
        let Some(figure) = figures.find(|it| it.key == self.chosen) else {
            draw::frame(canvas.buf, area, "", focused, &theme);
            return;
        };
        let title = figure.title(lang);
        let inner = draw::frame(canvas.buf, area, &title, focused, &theme);
        if inner.width < 12 || inner.height == 0 {
            return;
        }
        let bases: Vec<_> = self.slots.iter().map(|it| self.base(it, session)).collect();
        let remark = self.editor.as_ref().and_then(|editor| {
            let takes = Text::new("takes {0}", "这里应填{0}");
            match &editor.expected {
                Some(expected) => Some((takes.fill(lang, &[expected.message(lang)]), true)),
                None => Some((format!("= {}", editor.reading(lang, desk.today)?), false)),
            }
        });
        let sheet = Sheet {
            figure,
            before: self.board.before(&figure.key),
            slots: &self.slots,
            bases: &bases,
            chosen: focused.then_some(self.slot),
            movers: &self.movers(&figure.key, lang),
            currency: &self.board.currency,
            remark,
        };
        if focused {
            canvas.caret_at(inner.x, inner.y);
        }
        let text = self.editor.as_mut().map(|it| &mut it.text);
        self.from = sheet.draw(canvas, inner, (self.from, self.follow), text);
    }
}
