//! Findings in the interface: which one is meant, what can be done with it, which are shown.

use crate::catalogue::Step;
use crate::checks::myopia::{self, Family};
use crate::checks::{Finding, Report, Severity, order};
use crate::words::{Lang, Text};

/// A finding by what it is and not by its place in a list, which changes with every look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handle {
    rule: &'static str,
    path: String,
    /// Among those of the same rule at the same path.
    nth: usize,
}

impl Handle {
    /// The handle of a finding of this report.
    pub fn of(finding: &Finding, report: &Report) -> Handle {
        let nth = same(report, finding.rule.name, &finding.path)
            .take_while(|other| !std::ptr::eq(*other, finding))
            .count();
        Handle {
            rule: finding.rule.name,
            path: finding.path.clone(),
            nth,
        }
    }

    /// The finding in a report; of several at one place the last, when the one meant is gone.
    pub fn find<'r>(&self, report: &'r Report) -> Option<&'r Finding> {
        let mut all = same(report, self.rule, &self.path);
        let last = same(report, self.rule, &self.path).last();
        all.nth(self.nth).or(last)
    }

    /// Where it stands in the plan.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The name of its rule.
    pub const fn rule(&self) -> &'static str {
        self.rule
    }
}

fn same<'r>(report: &'r Report, rule: &str, path: &str) -> impl Iterator<Item = &'r Finding> {
    report
        .findings
        .iter()
        .filter(move |it| it.rule.name == rule && it.path == path)
}

/// What can be done with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Show the page of its rule.
    Explain,
    /// Give a reason for leaving it.
    Accept,
    /// Make the mechanical repair.
    Repair,
}

/// Which findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// Every one.
    #[default]
    All,
    /// Those that wait for somebody.
    Open,
    /// Those that are answered or known from the baseline.
    Settled,
    /// Those of a severity.
    Severity(Severity),
    /// Those of a step.
    Step(Step),
    /// Those that are signs of marketing myopia, of one family.
    Family(Family),
    /// Those of a rule.
    Rule(&'static str),
}

impl Filter {
    /// Whether a finding passes.
    pub fn keeps(self, finding: &Finding) -> bool {
        match self {
            Filter::All => true,
            Filter::Open => !is_settled(finding),
            Filter::Settled => is_settled(finding),
            Filter::Severity(severity) => finding.severity == severity,
            Filter::Step(step) => order::step(finding) == step,
            Filter::Family(family) => myopia::rules(family).contains(&finding.rule.name),
            Filter::Rule(name) => finding.rule.name == name,
        }
    }

    /// What it is called.
    pub fn label(self, lang: Lang) -> String {
        match self {
            Filter::All => Text::new("all findings", "全部问题").get(lang).to_owned(),
            Filter::Open => Text::new("open", "未处理").get(lang).to_owned(),
            Filter::Settled => Text::new("answered or known", "已说明或已知")
                .get(lang)
                .to_owned(),
            Filter::Severity(severity) => severity.label().get(lang).to_owned(),
            Filter::Step(step) => format!("{} {}", step.number(), step.label().get(lang)),
            Filter::Family(family) => {
                Text::new("myopia: {0}", "营销近视：{0}").fill(lang, &[family.label().get(lang)])
            }
            Filter::Rule(name) => crate::checks::rule(name).map_or_else(
                || name.to_owned(),
                |rule| format!("{} {}", rule.code, rule.title.get(lang)),
            ),
        }
    }

    /// Every filter that keeps something of a report, with how many it keeps.
    pub fn choices(report: &Report) -> Vec<(Filter, usize)> {
        let mut rules: Vec<&'static str> = Vec::new();
        for finding in &report.findings {
            if !rules.contains(&finding.rule.name) {
                rules.push(finding.rule.name);
            }
        }
        rules.sort_by_key(|name| crate::checks::rule(name).map(|rule| rule.code));
        [Filter::All, Filter::Open, Filter::Settled]
            .into_iter()
            .chain(Severity::ALL.map(Filter::Severity))
            .chain(Step::ALL.iter().copied().map(Filter::Step))
            .chain(Family::ALL.map(Filter::Family))
            .chain(rules.into_iter().map(Filter::Rule))
            .map(|filter| {
                let kept = report.findings.iter().filter(|it| filter.keeps(it));
                (filter, kept.count())
            })
            .filter(|(filter, count)| *count > 0 || *filter == Filter::All)
            .collect()
    }
}

/// Whether nobody needs to look at it again.
pub const fn is_settled(finding: &Finding) -> bool {
    finding.answered.is_some() || finding.known
}
