//! How far a plan is, step by step, and the one next thing to do.

use super::Report;
use super::finding::{Finding, Severity};
use super::order::{self, rank};
use super::profile::is_about_absence;
use crate::catalogue::{self, Field, Kind, Section, Shape, Step};
use crate::plan::{Document, Path, Scalar};
use crate::words::{Lang, Text};

/// How far a plan is.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// The frame and the five steps, by number.
    pub steps: [StepProgress; 6],
    /// The next thing to do; none when nothing is missing and nothing is wrong.
    pub next: Option<Next>,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StepProgress {
    /// Core fields that hold something.
    pub filled: usize,
    /// Core fields that a short plan has.
    pub wanted: usize,
    /// Open findings by severity: errors, warnings, advice.
    pub findings: [usize; 3],
    /// The file cannot be read whole, so that nobody can say what is missing.
    pub unread: bool,
}

impl StepProgress {
    /// From 0 to 1; below 1 as long as an error stands.
    pub fn share(&self) -> f64 {
        if self.wanted == 0 {
            return 0.0;
        }
        let share = self.filled as f64 / self.wanted as f64;
        if self.findings[0] > 0 || self.unread {
            share.min(0.95)
        } else {
            share
        }
    }

    /// Whether nothing is left to do in it: all is written, and no finding is open.
    pub fn is_complete(&self) -> bool {
        !self.unread && self.gaps() == 0 && self.wanted > 0 && self.filled >= self.wanted
    }

    /// Open findings in all.
    pub fn gaps(&self) -> usize {
        self.findings.iter().sum()
    }
}

/// The next thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Fill in the field at this path.
    Fill(String, Text),
    /// Add the first row of this list.
    Add(&'static str, Text),
    /// Repair what a rule found at this path.
    Repair(String, Text),
}

impl Next {
    /// Where to do it.
    pub fn path(&self) -> &str {
        match self {
            Next::Fill(path, _) | Next::Repair(path, _) => path,
            Next::Add(list, _) => list,
        }
    }

    /// What to do, in a few words.
    pub fn label(&self, lang: Lang) -> String {
        let (text, what) = match self {
            Next::Fill(_, what) => (Text::new("fill in “{0}”", "填写“{0}”"), what),
            Next::Add(_, what) => (Text::new("add a {0}", "添加一条{0}"), what),
            Next::Repair(_, what) => (Text::new("look at: {0}", "处理：{0}"), what),
        };
        let what = what.get(lang);
        let label = text.fill(lang, &[what]);
        // English: "an evidence", not "a evidence".
        match what.chars().next() {
            Some(first) if lang == Lang::En && "aeiou".contains(first) => {
                label.replacen("add a ", "add an ", 1)
            }
            _ => label,
        }
    }
}

/// The sections whose core fields a short plan has, in order.
fn wanted() -> impl Iterator<Item = (&'static Section, Vec<&'static Field>)> {
    catalogue::sections()
        .filter(|section| section.path != "accept")
        .filter_map(|section| {
            let fields: Vec<_> = section
                .fields
                .iter()
                .filter(|field| field.core && field.kind != Kind::Slug)
                .collect();
            (!fields.is_empty()).then_some((section, fields))
        })
}

/// Looks at what a document holds and what a report found in it.
pub fn progress(document: &Document, report: &Report) -> Progress {
    let mut out = Progress::default();
    let unknown = match document.value("plan.unknown") {
        Some(Scalar::List(items)) => items.iter().map(Scalar::plain).collect(),
        _ => Vec::new(),
    };
    for (section, fields) in wanted() {
        let step = &mut out.steps[section.step.number()];
        let mut count = |path: Path, field: &Field, holds: bool| {
            step.wanted += 1;
            if holds || unknown.contains(&path.to_string()) {
                step.filled += 1;
            } else if out.next.is_none() {
                out.next = Some(Next::Fill(path.to_string(), field.label));
            }
        };
        let base = Path::parse(section.path);
        if section.shape == Shape::Table {
            for field in fields {
                let path = base.join(field.key);
                let holds = document.get(&path).is_some_and(|value| value.is_filled());
                count(path, field, holds);
            }
            continue;
        }
        let rows = document.each_row(&base);
        for (name, row) in &rows {
            for field in &fields {
                count(
                    base.join(name.as_str()).join(field.key),
                    field,
                    row.holds(field.key),
                );
            }
        }
        if rows.is_empty() {
            step.wanted += fields.len();
            out.next.get_or_insert(Next::Add(section.path, section.row));
        }
    }
    for finding in report.open() {
        let step = step_of(&finding.path).unwrap_or(finding.rule.step);
        out.steps[step.number()].findings[finding.severity as usize] += 1;
    }
    if report
        .open()
        .any(|finding| finding.rule.is_bedrock() && finding.path.is_empty())
    {
        for step in &mut out.steps {
            step.unread = true;
        }
    }
    let asks = out.next.as_ref().and_then(|next| step_of(next.path()));
    let first = report
        .open()
        .filter(|finding| asks.is_none_or(|asks| is_before(finding, asks)))
        .min_by_key(|finding| rank(finding));
    if let Some(finding) = first {
        out.next = Some(Next::Repair(finding.path.clone(), finding.rule.title));
    }
    out
}

/// Whether a finding comes before a field that a step still asks for.
///
/// An error does: what is wrong is not covered up with more. But an error about something that is
/// not there yet waits until the steps before it are written.
fn is_before(finding: &Finding, asks: Step) -> bool {
    finding.severity == Severity::Error
        && (!is_about_absence(finding) || order::step(finding) <= asks)
}

/// The step that a path belongs to.
pub fn step_of(path: &str) -> Option<Step> {
    let first = path.split('.').next()?;
    catalogue::sections()
        .find(|section| section.path.split('.').next() == Some(first))
        .map(|section| section.step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Progress {
        progress(&Document::parse(text), &crate::checks::check_text(text))
    }

    #[test]
    fn an_empty_plan_begins_with_its_title() {
        let progress = of("farsight = 1\n");
        assert_eq!(
            progress.next,
            Some(Next::Fill("plan.title".into(), Text::new("Title", "标题")))
        );
        assert_eq!(progress.steps[1].filled, 0);
        assert!(progress.steps[1].wanted > 0);
    }

    #[test]
    fn what_is_wrong_comes_before_what_is_not_written_yet() {
        // No need is written yet, and a channel in step 4 points at nothing.
        let wrong = of(
            "farsight = 1\n[plan]\ntitle = \"渡轮\"\n[[mix.channels]]\nid = \"码头\"\nsegments = [\"上班族\"]\n",
        );
        let Some(Next::Repair(path, _)) = wrong.next else {
            panic!("{:?}", wrong.next);
        };
        assert!(path.starts_with("mix.channels.码头"), "{path}");
        // That nothing reaches a target yet waits for the title and the needs.
        let missing = of(
            "farsight = 1\n[[targeting.segments]]\nid = \"a\"\nname = \"Early shift\"\ndecision = \"target\"\n[[mix.channels]]\nid = \"quay\"\nname = \"Quay\"\n",
        );
        let errors: usize = missing.steps.iter().map(|step| step.findings[0]).sum();
        assert!(errors > 0);
        assert!(matches!(missing.next, Some(Next::Fill(path, _)) if path == "plan.title"));
    }

    #[test]
    fn a_step_with_an_error_is_never_complete() {
        let mut step = StepProgress {
            filled: 9,
            wanted: 9,
            findings: [1, 0, 0],
            unread: false,
        };
        assert!(step.share() < 1.0);
        assert!(!step.is_complete());
        step.findings = [0, 1, 2];
        assert!((step.share() - 1.0).abs() < f64::EPSILON);
        assert!(!step.is_complete());
        step.findings = [0, 0, 0];
        assert!(step.is_complete());
        step.unread = true;
        assert!(!step.is_complete() && step.share() < 1.0);
        step.unread = false;
        step.filled = 8;
        assert!(!step.is_complete());
    }

    #[test]
    fn a_field_marked_unknown_counts_as_done() {
        let before = of("farsight = 1\n[plan]\ntitle = \"早餐\"\n").steps[0].filled;
        let after = of("farsight = 1\n[plan]\ntitle = \"早餐\"\nunknown = [\"plan.offering\"]\n");
        assert_eq!(after.steps[0].filled, before + 1);
    }
}
