//! The settings that hold, one row each, with where they come from.

use std::path::Path;

use super::{KEYS, Origin, Project};
use crate::checks::thresholds::{THRESHOLDS, threshold};
use crate::checks::{Selector, Severity};
use crate::words::Text;

/// A setting as `--show-settings` prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The key, with its table: `thresholds.important-need`.
    pub key: String,
    /// The value as TOML.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
    /// What it does; of a table its first row says so.
    pub help: Option<Text>,
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
        let mut told = "";
        let row = |(key, value): (String, String)| {
            let table = key.split('.').next().unwrap_or_default();
            let known = KEYS.iter().find(|(name, _)| *name == table);
            let threshold = key.strip_prefix("thresholds.").and_then(threshold);
            let help = match (threshold, known) {
                (Some(threshold), _) => Some(threshold.help),
                (None, Some((name, help))) if told != *name => {
                    told = name;
                    Some(*help)
                }
                _ => None,
            };
            Row {
                origin: self.origin(&key),
                key,
                value,
                help,
            }
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
