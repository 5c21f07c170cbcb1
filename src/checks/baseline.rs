//! A baseline: the findings that a project knows already, so that only new ones fail a check.
//!
//! An old plan comes into a team's checks with all its gaps, and nobody closes thirty of them on
//! the first day. The file is JSON with one entry on a line and in a fixed order, so that a
//! repaired gap is one line less in a diff.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fingerprint::fingerprint;
use super::{Finding, Report, rule};
use crate::words::Text;

/// The name and version of the format.
const SCHEMA: &str = "farsight.baseline/1";

/// Findings that are known, by their fingerprints.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Baseline {
    /// By plan, in order within each.
    plans: BTreeMap<String, Vec<Entry>>,
}

/// A finding that is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// The plan, relative to the baseline, with forward slashes.
    pub plan: String,
    /// Where in the plan.
    pub path: String,
    /// The name of the rule.
    pub rule: String,
    /// See [`fingerprint()`].
    pub fingerprint: String,
    /// How many findings look the same.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: usize,
}

const fn one() -> usize {
    1
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
const fn is_one(count: &usize) -> bool {
    *count == 1
}

#[derive(Deserialize)]
struct File {
    schema: String,
    entries: Vec<Entry>,
}

/// Whether a finding may be kept in a baseline.
///
/// What keeps a plan from being read is repaired first; an answer that has run out is no old debt
/// but a new decision.
fn is_debt(finding: &Finding) -> bool {
    !finding.rule.is_bedrock() && !finding.rule.is_about_answers() && finding.answered.is_none()
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence with its words.
    pub fn read(text: &str) -> Result<Baseline, (Text, Vec<String>)> {
        let file: File = serde_json::from_str(text).map_err(|error| {
            let what = Text::new(
                "It is no baseline (line {0}, column {1}).",
                "它不是基线文件（第{0}行第{1}列）。",
            );
            (
                what,
                vec![error.line().to_string(), error.column().to_string()],
            )
        })?;
        if file.schema != SCHEMA {
            let what = Text::new(
                "It has the format “{0}”, and this farsight reads “{1}”.",
                "它的格式是“{0}”，本版 farsight 只读“{1}”。",
            );
            return Err((what, vec![file.schema, SCHEMA.to_owned()]));
        }
        let mut baseline = Baseline::default();
        for entry in file.entries {
            let list = baseline.plans.entry(entry.plan.clone()).or_default();
            list.push(entry);
        }
        Ok(baseline)
    }

    /// Takes the open findings of a plan into the baseline.
    pub fn add(&mut self, plan: &str, text: &str, report: &Report) {
        let mut counts: BTreeMap<Entry, usize> = BTreeMap::new();
        for finding in report.findings.iter().filter(|it| is_debt(it)) {
            let entry = Entry {
                plan: plan.to_owned(),
                path: finding.path.clone(),
                rule: finding.rule.name.to_owned(),
                fingerprint: fingerprint(finding, plan, text),
                count: 1,
            };
            *counts.entry(entry).or_default() += 1;
        }
        let counted = counts.into_iter();
        let counted = counted.map(|(entry, count)| Entry { count, ..entry });
        let list = self.plans.entry(plan.to_owned()).or_default();
        list.extend(counted);
        list.sort();
    }

    /// Forgets a plan.
    pub fn forget(&mut self, plan: &str) {
        self.plans.remove(plan);
    }

    /// Forgets the plans that are not to be kept.
    pub fn keep(&mut self, keep: impl Fn(&str) -> bool) {
        self.plans.retain(|plan, _| keep(plan));
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.entries().map(|entry| entry.count).sum()
    }

    /// Whether no finding is known.
    pub fn is_empty(&self) -> bool {
        self.entries().next().is_none()
    }

    /// The plans that have entries.
    pub fn plans(&self) -> impl Iterator<Item = &str> {
        self.plans.keys().map(String::as_str)
    }

    /// All entries, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.plans.values().flatten()
    }

    /// The entries of a plan.
    pub fn of(&self, plan: &str) -> &[Entry] {
        self.plans.get(plan).map_or(&[], Vec::as_slice)
    }

    /// Marks the findings of a plan that are known; returns the entries that nothing matches any
    /// more, with how many.
    pub fn mark(&self, plan: &str, text: &str, report: &mut Report) -> Vec<Entry> {
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in self.of(plan) {
            *left.entry(&entry.fingerprint).or_default() += entry.count;
        }
        if left.is_empty() {
            return Vec::new();
        }
        for finding in report.findings.iter_mut().filter(|it| is_debt(it)) {
            let print = fingerprint(finding, plan, text);
            if let Some(count) = left.get_mut(print.as_str()).filter(|count| **count > 0) {
                *count -= 1;
                finding.known = true;
            }
        }
        // What a rule could not look for is not gone.
        let has_looked =
            |entry: &Entry| rule(&entry.rule).is_none_or(|rule| report.has_looked(rule));
        let stale = self.of(plan).iter().filter_map(|entry| {
            let count = left.remove(entry.fingerprint.as_str())?;
            (count > 0 && has_looked(entry)).then(|| Entry {
                count,
                ..entry.clone()
            })
        });
        stale.collect()
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        let line = |entry| serde_json::to_string(entry).unwrap_or_default();
        let lines: Vec<String> = self.entries().map(line).collect();
        let entries = match lines.as_slice() {
            [] => String::new(),
            lines => format!("\n    {}\n  ", lines.join(",\n    ")),
        };
        format!("{{\n  \"schema\": \"{SCHEMA}\",\n  \"entries\": [{entries}]\n}}\n")
    }
}

#[cfg(test)]
mod tests {
    use super::super::check_text;
    use super::*;

    const OLD: &str =
        "farsight = 1\n\"备注\" = 1\n[[mix.actions]]\nid = \"a\"\nwhat = \"发传单\"\n";

    fn known(text: &str, baseline: &Baseline) -> (usize, usize, usize) {
        let mut report = check_text(text);
        let stale = baseline.mark("a.toml", text, &mut report);
        let known = report.findings.iter().filter(|it| it.known).count();
        (known, report.open().count(), stale.len())
    }

    #[test]
    fn what_is_known_stays_known_and_what_is_new_is_open() {
        let mut baseline = Baseline::default();
        let report = check_text(OLD);
        baseline.add("a.toml", OLD, &report);
        let all = report.findings.len();
        assert_eq!(baseline.len(), all);
        assert_eq!(Baseline::read(&baseline.to_text()).unwrap(), baseline);
        assert_eq!(known(&format!("# 旧\n{OLD}"), &baseline), (all, 0, 0));
        let new = format!("\"又\" = 2\n{OLD}");
        assert_eq!(known(&new, &baseline), (all, 1, 0));
        let (_, open, stale) = known(&OLD.replace("\"备注\" = 1\n", ""), &baseline);
        assert_eq!((open, stale), (0, 1));
        let mut report = check_text(OLD);
        assert!(baseline.mark("b.toml", OLD, &mut report).is_empty());
        assert_eq!(report.open().count(), all);
    }

    #[test]
    fn two_findings_that_look_the_same_are_counted() {
        let twice = "farsight = 1\n[[needs.evidence]]\nid = \"问\"\nx = 1\nx2 = 1\n";
        let mut baseline = Baseline::default();
        let report = check_text(twice);
        baseline.add("a.toml", twice, &report);
        baseline.add("a.toml", twice, &report);
        let mut once = check_text(twice);
        let stale = baseline.mark("a.toml", twice, &mut once);
        assert_eq!(
            stale.iter().map(|it| it.count).sum::<usize>(),
            report.findings.len()
        );
    }

    #[test]
    fn what_cannot_be_read_is_never_old_debt() {
        let broken = "farsight = 1\n[plan\n";
        let mut baseline = Baseline::default();
        baseline.add("a.toml", broken, &check_text(broken));
        assert!(baseline.is_empty());
        assert_eq!(
            baseline.to_text(),
            "{\n  \"schema\": \"farsight.baseline/1\",\n  \"entries\": []\n}\n"
        );
    }

    #[test]
    fn what_could_not_be_looked_for_is_not_gone() {
        let mut baseline = Baseline::default();
        baseline.add("a.toml", OLD, &check_text(OLD));
        let broken = format!("{OLD}who = \"沈\n");
        let mut report = check_text(&broken);
        assert!(baseline.mark("a.toml", &broken, &mut report).is_empty());
    }

    #[test]
    fn another_file_is_refused_with_a_reason() {
        use crate::words::Lang;
        let said = |text: &str| {
            let (what, args) = Baseline::read(text).unwrap_err();
            what.fill(Lang::Zh, &args)
        };
        assert!(said("[]").starts_with("它不是基线文件"));
        assert!(said("{\"schema\":\"x/2\",\"entries\":[]}").contains("“x/2”"));
    }
}
