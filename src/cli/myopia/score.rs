//! How well the labels found agree with the labels given.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::console::Console;
use super::super::failure::Failure;
use crate::prose::reader::Label;
use crate::words::Text;

/// Labels found, by labels given.
#[derive(Debug, Default, Clone, Copy)]
struct Table([[usize; 3]; 3]);

impl Table {
    fn count(&mut self, given: Label, found: Label) {
        let row = self.0.get_mut(given as usize);
        if let Some(cell) = row.and_then(|row| row.get_mut(found as usize)) {
            *cell += 1;
        }
    }

    fn cell(&self, given: Label, found: Label) -> usize {
        let row = self.0.get(given as usize);
        row.and_then(|row| row.get(found as usize))
            .copied()
            .unwrap_or_default()
    }

    /// Precision, recall and F1 of a label among statements with these labels.
    fn rates(&self, label: Label, among: &[Label]) -> [f64; 3] {
        let right = self.cell(label, label) as f64;
        let found: usize = among.iter().map(|given| self.cell(*given, label)).sum();
        let given = self.given(label);
        let share = |of: usize| if of == 0 { 0.0 } else { right / of as f64 };
        let both = found + given;
        let f1 = if both == 0 {
            0.0
        } else {
            2.0 * right / both as f64
        };
        [share(found), share(given), f1]
    }

    /// Product against customer: the mean F1 of those that were given at all.
    fn two(&self) -> f64 {
        let pair = [Label::Product, Label::Customer];
        let given = |label: &&Label| self.given(**label) > 0;
        let rates = pair.iter().filter(given).map(|label| {
            let [_, _, f1] = self.rates(*label, &pair);
            f1
        });
        let rates: Vec<f64> = rates.collect();
        rates.iter().sum::<f64>() / rates.len().max(1) as f64
    }

    fn given(&self, label: Label) -> usize {
        let found = Label::ALL.iter();
        found.map(|found| self.cell(label, *found)).sum()
    }

    fn size(&self) -> usize {
        self.0.iter().flatten().sum()
    }
}

/// The table of all, and those of each language, field and difficulty.
#[derive(Debug, Default)]
pub(super) struct Score {
    all: Table,
    by: BTreeMap<String, Table>,
}

impl Score {
    /// Counts an answer that came with a label.
    pub(super) fn count(&mut self, answer: &Map<String, Value>) {
        let get = |key: &str| answer.get(key).and_then(Value::as_str);
        let label = |key: &str| get(key).and_then(Label::named);
        let (Some(given), Some(found)) = (label("given"), label("label")) else {
            return;
        };
        self.all.count(given, found);
        let hard = match answer.get("hard") {
            Some(Value::Bool(true)) => Some(get("hard_type").unwrap_or("yes")),
            _ => get("hard").filter(|hard| !hard.is_empty()),
        };
        let rows = [
            ("lang", get("lang")),
            ("field", get("field")),
            ("hard", hard),
        ];
        for (key, value) in rows {
            if let Some(value) = value {
                self.by
                    .entry(format!("{key}: {value}"))
                    .or_default()
                    .count(given, found);
            }
        }
    }

    /// Prints the figures.
    pub(super) fn print(&self, console: &mut Console) -> Result<(), Failure> {
        let lang = console.lang;
        let head = Text::new("{0} labelled statements", "有标注的语句：{0} 条");
        console.line(&console.say(head, &[&self.all.size().to_string()]))?;
        if self.all.size() == 0 {
            return Ok(());
        }
        for label in Label::ALL {
            let [precision, recall, f1] = self
                .all
                .rates(label, &Label::ALL)
                .map(|it| format!("{it:.3}"));
            let row = Text::new(
                "{0}: precision {1}, recall {2}, F1 {3}",
                "{0}：精确率 {1}，召回率 {2}，F1 {3}",
            );
            console.line(&console.say(row, &[label.name().get(lang), &precision, &recall, &f1]))?;
        }
        let two = Text::new(
            "product against customer: mean F1 {0}",
            "产品对顾客：平均 F1 {0}",
        );
        console.line(&console.say(two, &[&format!("{:.3}", self.all.two())]))?;
        for (name, table) in &self.by {
            console.line(&format!("  {name}  {:.3}  ({})", table.two(), table.size()))?;
        }
        Ok(())
    }
}
