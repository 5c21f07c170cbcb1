//! The settings that hold, one row each, with where they come from.

use std::path::Path;

use super::{Origin, Project};
use crate::checks::thresholds::THRESHOLDS;
use crate::checks::{Selector, Severity};

/// A setting as `--show-settings` prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The key, with its table: `thresholds.important-need`.
    pub key: String,
    /// The value as TOML.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
}

impl Project {
    /// Every setting; of severities those that are not the rule's own.
    pub fn rows(&self) -> Vec<Row> {
        let checks = &self.checks;
        let codes = |list: &[Selector]| texts(list.iter().map(Selector::as_str));
        let baseline = self.baseline.as_deref().unwrap_or(Path::new(""));
        let mut rows = vec![
            ("select".to_owned(), codes(&checks.select)),
            ("ignore".to_owned(), codes(&checks.ignore)),
            ("profile".to_owned(), quoted(checks.profile.manner().key)),
            ("fail_on".to_owned(), quoted(self.fail_on.key())),
            ("baseline".to_owned(), quoted(&baseline.to_string_lossy())),
        ];
        for (rule, severity) in &checks.severities {
            let word = severity.map_or("off", Severity::key);
            rows.push((format!("severity.{rule}"), quoted(word)));
        }
        for threshold in THRESHOLDS {
            let value = checks.threshold(threshold).to_string();
            rows.push((format!("thresholds.{}", threshold.name), value));
        }
        let words = &checks.words;
        for (list, words) in [
            ("superlatives", &words.superlatives),
            ("decoration", &words.decoration),
            ("category", &words.category),
            ("allowed", &words.allowed),
        ] {
            let value = texts(words.iter().map(String::as_str));
            rows.push((format!("words.{list}"), value));
        }
        let row = |(key, value): (String, String)| Row {
            origin: self.origin(&key),
            key,
            value,
        };
        rows.into_iter().map(row).collect()
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn texts<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let quoted: Vec<String> = texts.map(quoted).collect();
    format!("[{}]", quoted.join(", "))
}
