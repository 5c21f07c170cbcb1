//! How well statements are read: precision, recall and F1, by language and by what is hard in them.

use std::collections::BTreeMap;
use std::fmt;

/// Counts of labels given, by labels deserved.
#[derive(Default, Clone, Copy)]
pub struct Table([[usize; 3]; 3]);

impl Table {
    /// F1 of one label among statements of these labels.
    fn f1(&self, label: usize, among: &[usize]) -> f64 {
        let given: usize = among.iter().map(|it| self.0[*it][label]).sum();
        let deserved: usize = self.0[label].iter().sum();
        let right = self.0[label][label];
        2.0 * right as f64 / (given + deserved).max(1) as f64
    }

    /// Product against customer: the mean F1 of those that there are; *mixed*, given to either, is a
    /// mistake.
    pub fn two(&self) -> f64 {
        let there = [0, 1]
            .into_iter()
            .filter(|label| self.0[*label].iter().any(|it| *it > 0));
        let all: Vec<f64> = there.map(|label| self.f1(label, &[0, 1])).collect();
        all.iter().sum::<f64>() / all.len().max(1) as f64
    }

    /// All three labels: the mean F1.
    pub fn three(&self) -> f64 {
        (0..3).map(|label| self.f1(label, &[0, 1, 2])).sum::<f64>() / 3.0
    }

    fn size(&self) -> usize {
        self.0.iter().flatten().sum()
    }
}

/// The table of all, and those of each language and each difficulty.
#[derive(Default)]
pub struct Figures {
    all: Table,
    by: BTreeMap<String, Table>,
}

impl Figures {
    /// Counts one statement.
    pub fn count(&mut self, deserved: usize, given: usize, lang: &str, hard: &str) {
        let plain = if hard.is_empty() { "plain" } else { hard };
        let easy = if hard.is_empty() { "easy" } else { "hard" };
        let names = [
            format!("language {lang}"),
            format!("all that is {easy}"),
            format!("type {plain}"),
        ];
        self.all.0[deserved][given] += 1;
        for name in names {
            self.by.entry(name).or_default().0[deserved][given] += 1;
        }
    }

    /// Product against customer, over all.
    pub fn two(&self) -> f64 {
        self.all.two()
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<44}  count  product/customer  three-way", "")?;
        let all = ("all".to_owned(), self.all);
        for (name, table) in std::iter::once((&all.0, &all.1)).chain(&self.by) {
            writeln!(
                f,
                "{name:<44}  {:>5}  {:>16.3}  {:>9.3}",
                table.size(),
                table.two(),
                table.three()
            )?;
        }
        let [product, customer, mixed] = [0, 1, 2].map(|label| self.all.f1(label, &[0, 1, 2]));
        write!(
            f,
            "F1: product {product:.3}, customer {customer:.3}, mixed {mixed:.3}"
        )
    }
}
