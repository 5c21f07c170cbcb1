//! The inputs of a figure, a line each, with the slider below the one that is chosen.

use ratatui::style::Style;
use rust_decimal::Decimal;

use super::sheet::{Line, Sheet, belong, heading, pad, prose, with_unit};
use super::slots::{At, Slot, field_of};

use crate::tui::draw;
use crate::tui::theme::Theme;
use crate::words::{Lang, Text};

/// The cells of a slider.
const SLIDER: usize = 21;
/// A value takes at most so many cells before the name of its field.
const VALUE: usize = 26;
/// What stands in place of a number that is not there.
const NOT_GIVEN: Text = Text::new("– not filled in", "– 未填");

impl Sheet<'_> {
    pub(super) fn inputs(&self, lines: &mut Vec<Line>, width: usize, lang: Lang, theme: &Theme) {
        heading(lines, Text::new("Inputs", "输入"), lang, theme);
        let column = self.column(width, lang);
        let values = self.slots.iter().enumerate();
        let values = values.map(|(n, slot)| draw::width(&self.value(n, slot, lang, theme).0));
        let values = values.max().unwrap_or_default().min(VALUE);
        let mut group = None;
        for (n, slot) in self.slots.iter().enumerate() {
            if slot.group != group {
                group = slot.group;
                prose(lines, "  ", group.unwrap_or_default(), width, theme.dim);
            }
            self.input(lines, n, slot, (width, column, values), lang, theme);
            self.chosen_input(lines, n, slot, width, lang, theme);
        }
    }

    /// The value that is tried, and the one that stands in the plan.
    fn tried(&self, n: usize, slot: &Slot) -> Option<(Decimal, Decimal)> {
        let base = self.bases.get(n).copied().flatten();
        slot.value.zip(base).filter(|(value, base)| value != base)
    }

    /// What stands in the column of values.
    fn value(&self, n: usize, slot: &Slot, lang: Lang, theme: &Theme) -> (String, Style) {
        let shown = |value: Decimal| with_unit(value, slot.unit(), self.currency, lang);
        match (self.tried(n, slot), slot.value, &slot.said) {
            (Some((value, base)), ..) => {
                (format!("{} → {}", shown(base), shown(value)), theme.accent)
            }
            (None, _, Some(said)) => (said.clone(), theme.text),
            (None, Some(value), None) => (shown(value), theme.text),
            (None, None, None) => {
                let style = if slot.needed {
                    theme.warning
                } else {
                    theme.dim
                };
                (NOT_GIVEN.get(lang).to_owned(), style)
            }
        }
    }

    fn input(
        &self,
        lines: &mut Vec<Line>,
        n: usize,
        slot: &Slot,
        (width, column, values): (usize, usize, usize),
        lang: Lang,
        theme: &Theme,
    ) {
        let chosen = self.chosen == Some(n);
        let lead = if chosen { "▸ " } else { "  " };
        let indent = if slot.group.is_some() { "  " } else { "" };
        let label = pad(&format!("{indent}{}", slot.label), column);
        let (value, style) = self.value(n, slot, lang, theme);
        let (name, style) = if chosen {
            (theme.focus, theme.focus)
        } else {
            (theme.text, style)
        };
        let blanks = values.saturating_sub(draw::width(&value));
        let used = 4 + column + draw::width(&value) + blanks + 3;
        let mut pieces = vec![(format!("{lead}{label}  "), name), (value, style)];
        // The full path stands below the chosen one; elsewhere the label of the form tells which
        // field it is, where the label of the input does not.
        if !chosen && used + 8 < width && slot.at != At::Given {
            let tail = slot
                .path()
                .map_or_else(|| slot.origin.clone(), |it| field_of(it, lang));
            if tail != slot.label && slot.group != Some(tail.as_str()) {
                let tail = draw::clip(&tail, width - used);
                pieces.push((format!("{}   {tail}", " ".repeat(blanks)), theme.dim));
            }
        }
        lines.push(Line {
            pieces,
            slot: Some(n),
            field: u16::try_from(4 + column).ok(),
        });
    }

    /// Below the chosen input: where it is, its slider, and what a trial makes of the result.
    fn chosen_input(
        &self,
        lines: &mut Vec<Line>,
        n: usize,
        slot: &Slot,
        width: usize,
        lang: Lang,
        theme: &Theme,
    ) {
        let chosen = self.chosen == Some(n);
        let tried = self.tried(n, slot).is_some();
        if chosen {
            if let Some((remark, bad)) = &self.remark {
                let style = if *bad { theme.error } else { theme.dim };
                belong(lines, n, "    ", remark, (width, style));
            }
            belong(lines, n, "    ", &slot.origin, (width, theme.dim));
        }
        let base = self.bases.get(n).copied().flatten();
        if (chosen || tried)
            && let Some((value, base)) = slot.value.zip(base)
            && let Some(knob) = slot.knob(base)
        {
            let slider = knob.slider(value, SLIDER.min(width.saturating_sub(16)));
            let said = match (tried, width > 50) {
                (true, _) => format!(" {}", knob.change(value, lang)),
                (false, true) => {
                    let text = Text::new(" ← → try another", " ← → 试算");
                    text.get(lang).to_owned()
                }
                (false, false) => " ← →".to_owned(),
            };
            lines.push(Line {
                pieces: vec![(format!("    {slider}"), theme.accent), (said, theme.dim)],
                slot: Some(n),
                field: None,
            });
        }
        if chosen
            && tried
            && let Some((output, Ok(outcome))) = self.figure.headline()
        {
            // Results may have scrolled away; what moves is said where the eye is.
            let label = output.label.get(lang);
            let said = format!("{label}  {}", self.result(output, outcome, lang));
            let said = said + &self.moved(output, lang).unwrap_or_default();
            belong(lines, n, "    ", &said, (width, theme.title));
        }
    }
}
