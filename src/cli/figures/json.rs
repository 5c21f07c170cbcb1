//! Figures for programs.

use std::io::Write;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::super::failure::Failure;
use super::{Page, called};
use crate::figures::figure::{Item, with_unit};
use crate::figures::{Fault, Figure, Lack, Outcome, Output, Shift, Source};
use crate::words::Lang;

/// The name and version of the format.
pub(super) const SCHEMA: &str = "farsight.figures/1";

impl Page<'_, '_> {
    /// Prints figures as one object.
    pub(super) fn json(self, figures: &[&Figure]) -> Result<(), Failure> {
        let figures: Vec<Value> = figures.iter().map(|figure| self.figure(figure)).collect();
        let out = json!({
            "schema": SCHEMA,
            "file": self.name,
            "currency": self.currency,
            "figures": figures,
        });
        self.print(&out)
    }

    /// Prints one object.
    pub(super) fn print(self, out: &Value) -> Result<(), Failure> {
        let console = self.console;
        serde_json::to_writer_pretty(&mut console.out, out).map_err(std::io::Error::from)?;
        Ok(writeln!(console.out)?)
    }

    fn figure(&self, figure: &Figure) -> Value {
        let lang = self.console.lang;
        let inputs: Vec<Value> = figure
            .terms
            .iter()
            .map(|term| {
                let from: Vec<Value> = term.items.iter().map(|item| self.item_json(item)).collect();
                json!({
                    "name": term.input.name,
                    "label": term.input.label.get(lang),
                    "unit": term.input.unit.key(),
                    "values": from,
                })
            })
            .collect();
        let results: Vec<Value> = figure
            .results
            .iter()
            .flat_map(|results| {
                results.iter().map(|(output, outcome)| {
                    self.result(figure, output, outcome, results.expression(output))
                })
            })
            .collect();
        let (lacks, fault) = match &figure.results {
            Ok(_) => (Vec::new(), None),
            Err(Lack::Missing(paths)) => (paths.clone(), None),
            Err(Lack::Fault(fault)) => (Vec::new(), Some(fault.message(lang))),
        };
        let convention = figure.formula.convention.map(|text| text.get(lang));
        json!({
            "key": figure.key,
            "step": figure.step.number(),
            "label": figure.label.get(lang),
            "subject": figure.subject.as_ref().map(|subject| json!({
                "path": subject.path,
                "name": called(subject, lang),
            })),
            "formula": figure.formula.name,
            "convention": convention,
            "inputs": inputs,
            "results": results,
            "per": figure.per.map(|per| per.get(lang)),
            "notes": figure.notes.iter().map(|note| note.get(lang)).collect::<Vec<_>>(),
            "lacks": lacks,
            "fault": fault,
        })
    }

    fn item_json(&self, item: &Item) -> Value {
        let value = exact(item.value);
        match &item.source {
            Source::Plan(path) => {
                json!({ "value": value, "path": path, "line": self.line_of(path) })
            }
            Source::Figure(key, output) => {
                json!({ "value": value, "figure": key, "output": output })
            }
            Source::Assumed(why) => {
                json!({ "value": value, "assumed": why.get(self.console.lang) })
            }
            Source::Word(path, word) => {
                json!({ "value": word, "path": path, "line": self.line_of(path) })
            }
        }
    }

    fn result(
        &self,
        figure: &Figure,
        output: &Output,
        outcome: &Result<Outcome, Fault>,
        expression: &'static str,
    ) -> Value {
        let lang = self.console.lang;
        let mut out = json!({
            "name": output.name,
            "label": output.label.get(lang),
            "unit": output.unit.key(),
            "expression": expression,
        });
        let more = match outcome {
            Ok(Outcome::One(value)) => json!({
                "value": exact(*value),
                "shown": with_unit(*value, output.unit, &self.currency, lang),
                "in_words": figure.formula.in_words(expression, lang),
                "with_numbers": figure.filled(expression, &self.currency, lang),
            }),
            Ok(Outcome::Many(values)) => json!({
                "values": values.iter().map(|value| exact(*value)).collect::<Vec<_>>(),
                "shown": self.shown(output, outcome),
            }),
            Ok(Outcome::Word(word)) => json!({ "value": word.get(lang), "shown": word.get(lang) }),
            Err(fault) => json!({ "value": null, "fault": fault.message(lang) }),
        };
        if let (Some(out), Value::Object(more)) = (out.as_object_mut(), more) {
            out.extend(more);
        }
        out
    }
}

/// A number in full: a text, since a JSON number would lose digits on its way. The last of its
/// places are no digits of the result but leavings of a division.
pub(in crate::cli) fn exact(value: Decimal) -> String {
    value.round_dp(18).normalize().to_string()
}

/// A figure that moved, for programs.
pub(in crate::cli) fn shift_json(shift: &Shift, lang: Lang) -> Value {
    let number = |outcome: &Option<Result<Outcome, Fault>>| match outcome {
        Some(Ok(Outcome::One(value))) => Some(exact(*value)),
        Some(Ok(Outcome::Word(word))) => Some(word.get(lang).to_owned()),
        _ => None,
    };
    json!({
        "key": shift.figure.key,
        "label": shift.title(lang),
        "output": shift.output.name,
        "unit": shift.output.unit.key(),
        "before": number(&shift.before),
        "after": number(&shift.after),
    })
}
