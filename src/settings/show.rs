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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown can be put into a file as it stands.
    #[test]
    fn what_is_shown_reads_as_what_it_was() {
        let given = "select = ['N']\nprofile = 'draft'\nbaseline = '已\"知'\n[severity]\nN103 = 'off'\n\
            [thresholds]\nimportant-need = 3\n[words]\nallowed = ['一流']\n";
        for text in ["", given] {
            let project = Project::read(text, Path::new("")).unwrap();
            let line = |row: Row| format!("{} = {}\n", row.key, row.value);
            let shown: String = project.rows().into_iter().map(line).collect();
            let again = Project::read(&shown, Path::new("")).unwrap();
            let values = |project: &Project| -> Vec<String> {
                project
                    .rows()
                    .into_iter()
                    .map(|row| row.key + &row.value)
                    .collect()
            };
            assert_eq!(values(&again), values(&project));
            assert_eq!(again.baseline, project.baseline);
        }
    }

    #[test]
    fn every_row_of_a_kind_is_explained_once() {
        let rows = Project::default().rows();
        let words = rows.iter().filter(|row| row.key.starts_with("words."));
        assert_eq!(words.filter(|row| row.help.is_some()).count(), 1);
        assert!(rows.iter().all(|row| row.origin == Origin::Default));
    }
}
