//! One figure, explained: results, formula in words and in numbers, inputs, what moves it most.

use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;

use super::slots::Slot;
use super::trial::share_of;
use crate::figures::figure::amount;
use crate::figures::{Fault, Figure, Lack, Outcome, Output, Unit};
use crate::tui::canvas::{Canvas, Hit, Pane};
use crate::tui::draw;
use crate::tui::text_field::TextField;
use crate::tui::theme::Theme;
use crate::words::{Lang, Text};

/// A label takes at most so many cells before its value.
const LABEL: usize = 30;

/// What is shown of a figure.
pub(super) struct Sheet<'s> {
    /// The figure, with the trial where one runs.
    pub figure: &'s Figure,
    /// The same without the trial, where one runs.
    pub before: Option<&'s Figure>,
    /// Its inputs.
    pub slots: &'s [Slot],
    /// Where each input stands without a trial, in the order of the slots.
    pub bases: &'s [Option<Decimal>],
    /// The input that is chosen, where the sheet has the keyboard.
    pub chosen: Option<usize>,
    /// The inputs that move it most, best first, with the results at −10 % and +10 %.
    pub movers: &'s [(String, [Option<Decimal>; 2])],
    /// The currency of the plan; empty where there is none.
    pub currency: &'s str,
    /// What is said below a field that is being edited.
    pub remark: Option<(String, bool)>,
}

/// A line of the sheet.
#[derive(Default)]
pub(super) struct Line {
    pub pieces: Vec<(String, Style)>,
    /// The input that it belongs to.
    pub slot: Option<usize>,
    /// Where the text of an input that is edited begins.
    pub field: Option<u16>,
}

impl Sheet<'_> {
    /// Draws the sheet from a line on, the chosen input in view when it is to be followed; returns
    /// the first line drawn.
    pub fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        (from, follow): (usize, bool),
        editing: Option<&mut TextField>,
    ) -> usize {
        canvas.hit(area, Hit::Scroll(Pane::Coach));
        let width = usize::from(area.width.saturating_sub(1).min(90));
        let lines = self.lines(width, canvas.lang, &canvas.theme);
        let rows = usize::from(area.height);
        let mut from = from.min(lines.len().saturating_sub(rows));
        let mine = |line: &Line| line.slot.is_some() && line.slot == self.chosen;
        if follow && let Some(first) = lines.iter().position(mine) {
            let last = lines.iter().rposition(mine).unwrap_or(first);
            // At the first input the way up to the result is shown with it, where it fits.
            if self.chosen == Some(0) && last < rows {
                from = 0;
            } else {
                from = from.min(first).max((last + 1).saturating_sub(rows));
            }
        }
        let mut editing = editing;
        let mut caret = false;
        for (y, line) in (area.top()..area.bottom()).zip(lines.iter().skip(from)) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            if let Some(slot) = line.slot {
                canvas.hit(row, Hit::Field(slot));
            }
            let mut x = area.x;
            for (text, style) in &line.pieces {
                x += canvas.put(x, y, text, *style, area.right().saturating_sub(x));
            }
            let Some(at) = line.field.filter(|_| mine(line)) else {
                continue;
            };
            if let Some(field) = editing.take() {
                let text = Rect {
                    x: area.x + at,
                    width: area.width.saturating_sub(at).min(28),
                    ..row
                };
                canvas.caret = field.draw(canvas.buf, text, &canvas.theme, &[]);
                caret = true;
            } else if !caret {
                canvas.caret_at(area.x, y);
                caret = true;
            }
        }
        let theme = canvas.theme;
        if from + rows < lines.len() && area.height > 0 {
            canvas.put(area.right() - 1, area.bottom() - 1, "▼", theme.accent, 1);
        }
        if from > 0 {
            canvas.put(area.right() - 1, area.top(), "▲", theme.accent, 1);
        }
        from
    }

    /// The sheet as text.
    pub fn to_text(&self, lang: Lang) -> String {
        let [theme, ..] = Theme::ALL;
        let mut text = String::new();
        for line in self.lines(78, lang, &theme) {
            let words: String = line.pieces.iter().map(|(text, _)| text.as_str()).collect();
            text.push_str(words.trim_end());
            text.push('\n');
        }
        text
    }

    fn lines(&self, width: usize, lang: Lang, theme: &Theme) -> Vec<Line> {
        let mut lines = Vec::new();
        prose(
            &mut lines,
            "",
            self.figure.formula.answers.get(lang),
            width,
            theme.dim,
        );
        gap(&mut lines);
        self.results(&mut lines, width, lang, theme);
        self.inputs(&mut lines, width, lang, theme);
        self.most_moved(&mut lines, width, lang, theme);
        self.rest(&mut lines, width, lang, theme);
        self.assumed(&mut lines, width, lang, theme);
        lines
    }

    /// The cells before the values: results and inputs stand in one column.
    pub(super) fn column(&self, width: usize, lang: Lang) -> usize {
        let indent = |slot: &Slot| if slot.group.is_some() { 2 } else { 0 };
        let inputs = self.slots.iter();
        let inputs = inputs.map(|slot| draw::width(&slot.label) + indent(slot));
        let outputs = self.figure.formula.outputs.iter();
        let outputs = outputs.map(|output| draw::width(output.label.get(lang)));
        let longest = inputs.chain(outputs).max().unwrap_or_default();
        longest.min(LABEL).min(width / 2)
    }

    fn results(&self, lines: &mut Vec<Line>, width: usize, lang: Lang, theme: &Theme) {
        let results = match &self.figure.results {
            Ok(results) => results,
            Err(Lack::Missing(_)) => {
                let text = Text::new(
                    "There is no result yet: something is not filled in.",
                    "还没有结果：有的数字还没填。",
                );
                prose(lines, "– ", text.get(lang), width, theme.warning);
                if let Some(output) = self.figure.formula.outputs.first() {
                    let words = self.figure.formula.in_words(output.expression, lang);
                    let text = format!("{} = {words}", output.label.get(lang));
                    prose(lines, "  ", &text, width, theme.dim);
                }
                return;
            }
            Err(Lack::Fault(fault)) => {
                prose(lines, "✗ ", &fault.message(lang), width, theme.error);
                return;
            }
        };
        let column = self.column(width, lang);
        let headline = self.figure.headline().map(|(output, _)| output.name);
        // The result that people ask for first stands first; what it is made of follows it.
        let (first, rest): (Vec<_>, Vec<_>) = results
            .iter()
            .partition(|(output, _)| Some(output.name) == headline);
        let told = self.told();
        for (n, (output, outcome)) in first.into_iter().chain(rest).enumerate() {
            let label = pad(output.label.get(lang), column);
            let (value, style) = match outcome {
                Ok(outcome) => (self.result(output, outcome, lang), theme.text),
                Err(_) => ("–".to_owned(), theme.dim),
            };
            let main = n == 0;
            let (name, style) = if main {
                (theme.title, theme.title)
            } else {
                (theme.text, style)
            };
            let mut pieces = vec![(format!("  {label}  "), name), (value, style)];
            if let Some(moved) = self.moved(output, lang) {
                pieces.push((moved, theme.accent));
            }
            if let Some(per) = self.figure.per.filter(|_| main) {
                pieces.push((
                    Text::new("  for {0}", "  （{0}）").fill(lang, &[per.get(lang)]),
                    theme.dim,
                ));
            }
            lines.push(Line {
                pieces,
                ..Line::default()
            });
            if let Err(fault) = outcome {
                prose(lines, "    ", &fault.message(lang), width, theme.warning);
            }
            if told.contains(&output.name) {
                self.formula(lines, output, width, lang, theme);
            }
        }
    }

    /// The results whose formula stands right below them: the one asked for first, and the first.
    fn told(&self) -> Vec<&'static str> {
        let results = self.figure.results.as_ref().ok();
        let first = results.and_then(|it| it.iter().next());
        let both = first.into_iter().chain(self.figure.headline());
        both.map(|(output, _)| output.name).collect()
    }

    /// A result as people read it, while a trial runs with what it was.
    pub(super) fn result(&self, output: &Output, outcome: &Outcome, lang: Lang) -> String {
        let now = outcome_text(outcome, output.unit, self.currency, lang);
        let before = self
            .before
            .and_then(|it| it.results.as_ref().ok()?.get(output.name));
        match before {
            Some(Ok(before)) if before != outcome => {
                let before = outcome_text(before, output.unit, self.currency, lang);
                format!("{before} → {now}")
            }
            _ => now,
        }
    }

    /// By how much a trial moves a result.
    pub(super) fn moved(&self, output: &Output, lang: Lang) -> Option<String> {
        let (now, before) = (
            self.figure.number(output.name)?,
            self.before?.number(output.name)?,
        );
        let by = now.checked_sub(before).filter(|by| !by.is_zero())?;
        let share = share_of(by, before, lang)?;
        let sign = if by > Decimal::ZERO { "+" } else { "" };
        Some(Text::new("  ({0})", "（{0}）").fill(lang, &[format!("{sign}{share}")]))
    }

    /// How a result is computed: in words, and with the numbers.
    fn formula(
        &self,
        lines: &mut Vec<Line>,
        output: &Output,
        width: usize,
        lang: Lang,
        theme: &Theme,
    ) {
        let expression = match &self.figure.results {
            Ok(results) => results.expression(output),
            Err(_) => output.expression,
        };
        let words = self.figure.formula.in_words(expression, lang);
        prose(lines, "    = ", &words, width, theme.dim);
        if self.figure.results.is_ok() {
            let numbers = self.figure.filled(expression, self.currency, lang);
            prose(lines, "    = ", &numbers, width, theme.text);
        }
    }

    fn most_moved(&self, lines: &mut Vec<Line>, width: usize, lang: Lang, theme: &Theme) {
        let Some((output, _)) = self.figure.headline().filter(|_| !self.movers.is_empty()) else {
            return;
        };
        heading(
            lines,
            Text::new("What moves it most", "影响最大的输入"),
            lang,
            theme,
        );
        let column = self.movers.iter().map(|(label, _)| draw::width(label));
        let column = column.max().unwrap_or_default().min(LABEL).min(width / 2);
        for (n, (label, results)) in self.movers.iter().enumerate() {
            let shown = |value: Option<Decimal>| {
                // The unit is that of the result above; the line has to hold two of them.
                value.map_or("–".to_owned(), |it| amount(it, output.unit, "", lang))
            };
            let [down, up] = results.map(shown);
            let said = Text::new("−10 %: {0}   +10 %: {1}", "−10%：{0}   +10%：{1}");
            let label = pad(label, column);
            lines.push(Line {
                pieces: vec![
                    (format!("{} {label}  ", n + 1), theme.text),
                    (said.fill(lang, &[down, up]), theme.dim),
                ],
                ..Line::default()
            });
        }
    }

    /// How the results below the main one are computed.
    fn rest(&self, lines: &mut Vec<Line>, width: usize, lang: Lang, theme: &Theme) {
        let Ok(results) = &self.figure.results else {
            return;
        };
        let told = self.told();
        let rest: Vec<&Output> = results
            .iter()
            .map(|(output, _)| output)
            .filter(|output| !told.contains(&output.name))
            .collect();
        if rest.is_empty() {
            return;
        }
        heading(
            lines,
            Text::new("How the others are computed", "其余结果的算法"),
            lang,
            theme,
        );
        for output in rest {
            prose(lines, "  ", output.label.get(lang), width, theme.text);
            self.formula(lines, output, width, lang, theme);
        }
    }

    fn assumed(&self, lines: &mut Vec<Line>, width: usize, lang: Lang, theme: &Theme) {
        let notes = self
            .figure
            .notes
            .iter()
            .chain(&self.figure.formula.convention);
        let notes: Vec<&Text> = notes.collect();
        if notes.is_empty() {
            return;
        }
        heading(
            lines,
            Text::new("What is assumed", "假设与约定"),
            lang,
            theme,
        );
        for note in notes {
            prose(lines, "  ", note.get(lang), width, theme.dim);
        }
    }
}

pub(super) fn heading(lines: &mut Vec<Line>, text: Text, lang: Lang, theme: &Theme) {
    gap(lines);
    lines.push(Line {
        pieces: vec![(text.get(lang).to_owned(), theme.title)],
        ..Line::default()
    });
}

fn gap(lines: &mut Vec<Line>) {
    if lines.last().is_some_and(|line| !line.pieces.is_empty()) {
        lines.push(Line::default());
    }
}

/// Prose whose first line has a mark before it and whose others align with the first.
pub(super) fn prose(lines: &mut Vec<Line>, mark: &str, text: &str, width: usize, style: Style) {
    let indent = draw::width(mark);
    let rows = draw::wrap(text, width.saturating_sub(indent).max(8));
    for (n, row) in rows.into_iter().enumerate() {
        let lead = if n == 0 {
            mark.to_owned()
        } else {
            " ".repeat(indent)
        };
        lines.push(Line {
            pieces: vec![(format!("{lead}{row}"), style)],
            ..Line::default()
        });
    }
}

/// Prose that belongs to an input.
pub(super) fn belong(
    lines: &mut Vec<Line>,
    slot: usize,
    mark: &str,
    text: &str,
    (width, style): (usize, Style),
) {
    let first = lines.len();
    prose(lines, mark, text, width, style);
    for line in lines.iter_mut().skip(first) {
        line.slot = Some(slot);
    }
}

/// The text in so many cells: cut where it is longer, filled with blanks where it is shorter.
pub(super) fn pad(text: &str, cells: usize) -> String {
    let text = draw::clip(text, cells);
    let blanks = cells.saturating_sub(draw::width(&text));
    format!("{text}{}", " ".repeat(blanks))
}

/// A result as people read it.
pub(super) fn outcome_text(outcome: &Outcome, unit: Unit, currency: &str, lang: Lang) -> String {
    match outcome {
        Outcome::One(value) => with_unit(*value, unit, currency, lang),
        Outcome::Many(values) => {
            let said = values
                .iter()
                .map(|value| amount(*value, unit, currency, lang));
            let said: Vec<String> = said.collect();
            said.join(Text::new("; ", "；").get(lang))
        }
        Outcome::Word(word) => word.get(lang).to_owned(),
    }
}

/// A number with what it counts, where that is not plain from the number.
pub(super) fn with_unit(value: Decimal, unit: Unit, currency: &str, lang: Lang) -> String {
    let said = amount(value, unit, currency, lang);
    let one = value == Decimal::ONE;
    let text = match unit {
        Unit::Money | Unit::Rate | Unit::Count | Unit::Number => return said,
        Unit::Times => Text::new("{0} ×", "{0}倍"),
        Unit::Points => Text::new("{0} points", "{0}分"),
        Unit::Periods if one => Text::new("{0} period", "{0}期"),
        Unit::Periods => Text::new("{0} periods", "{0}期"),
        Unit::Years if one => Text::new("{0} year", "{0}年"),
        Unit::Years => Text::new("{0} years", "{0}年"),
        Unit::Months if one => Text::new("{0} month", "{0}个月"),
        Unit::Months => Text::new("{0} months", "{0}个月"),
    };
    text.fill(lang, &[said])
}

/// The main result of a figure in a few cells; none where it has none.
pub(super) fn short(figure: &Figure, currency: &str, lang: Lang) -> Option<String> {
    let (output, outcome): (&Output, &Result<Outcome, Fault>) = figure.headline()?;
    let outcome = outcome.as_ref().ok()?;
    Some(outcome_text(outcome, output.unit, currency, lang))
}
