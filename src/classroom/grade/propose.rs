//! What the rules can say of a criterion: the highest level that they leave, and why.
//!
//! Findings lower a ceiling and never subtract. A plan in which nothing was found is no excellent
//! plan, so the highest level is only left open: whoever grades gives it, or does not.

use rust_decimal::Decimal;

use crate::checks::{Finding, Report, Severity};
use crate::classroom::{Criterion, Rubric};
use crate::words::number::{show_percent, written_percent};
use crate::words::{Lang, Text};

/// What is proposed for a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The criterion: `A1`.
    pub code: String,
    /// The highest level that is left, as a position in [`Rubric::levels`].
    pub ceiling: usize,
    /// The level that is proposed; none where no rule stands behind the criterion.
    ///
    /// It is the ceiling, but never the highest level: that is given for what no rule can see.
    pub level: Option<usize>,
    /// What lowered the ceiling, in the order of [`Cap`].
    pub caps: Vec<Cap>,
    /// How many of the rules had something to look at.
    pub looked: usize,
    /// How many rules stand behind the criterion, but for those that are switched off.
    pub rules: usize,
    /// The findings that count, as positions in [`Report::findings`].
    pub open: Vec<usize>,
    /// The findings that the student answered, as positions in [`Report::findings`].
    pub answered: Vec<usize>,
    /// The ceiling if none of the answers convinces.
    pub unconvinced: usize,
}

/// What lowers the ceiling of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cap {
    /// So many errors that nobody answered.
    Errors(usize),
    /// So many warnings that nobody answered.
    Warnings(usize),
    /// So many of so many rules had something to look at: fewer than the rubric asks.
    Thin(usize, usize),
    /// No rule had anything to look at.
    Nothing,
}

/// What the teacher thinks of a student's answer to a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The reason is good: the finding lowers no ceiling.
    Agree,
    /// The reason is not good: the finding counts as if nobody had answered it.
    Disagree,
}

impl Verdict {
    /// The words in files, with what they mean.
    pub const KEYS: [(&str, Verdict); 2] =
        [("agree", Verdict::Agree), ("disagree", Verdict::Disagree)];

    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Verdict::Agree => "agree",
            Verdict::Disagree => "disagree",
        }
    }

    /// The word on screen.
    pub const fn label(self) -> Text {
        match self {
            Verdict::Agree => Text::new("accepted", "认可"),
            Verdict::Disagree => Text::new("not accepted", "不认可"),
        }
    }
}

/// The name of a finding in a file of marks: `N103 needs.customer_needs.warm-start.need`.
pub fn finding_key(finding: &Finding) -> String {
    format!("{} {}", finding.rule.code, finding.path)
}

/// What the rules leave of each criterion, in the order of the rubric.
///
/// An answered finding counts only where `verdict` disagrees with the answer; one that nobody
/// has judged yet does not count.
pub fn propose(
    rubric: &Rubric,
    report: &Report,
    verdict: impl Fn(&Finding) -> Option<Verdict>,
) -> Vec<Proposal> {
    let one = |criterion| of_criterion(criterion, rubric, report, &verdict);
    rubric.criteria.iter().map(one).collect()
}

fn of_criterion(
    criterion: &Criterion,
    rubric: &Rubric,
    report: &Report,
    verdict: impl Fn(&Finding) -> Option<Verdict>,
) -> Proposal {
    let is_off = |code: &str| report.off.iter().any(|it| it.code == code);
    let running: Vec<_> = (criterion.rules.iter())
        .filter(|it| !is_off(it.code))
        .collect();
    let looked = running.iter().filter(|it| report.has_looked(it)).count();
    let (mut open, mut answered, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for (at, finding) in report.findings.iter().enumerate() {
        if !criterion.counts(finding.rule) {
            continue;
        }
        all.push(at);
        if finding.answered.is_some() {
            answered.push(at);
        }
        if finding.answered.is_none() || verdict(finding) == Some(Verdict::Disagree) {
            open.push(at);
        }
    }
    let caps = |counted: &[usize]| caps(counted, (looked, running.len()), rubric, report);
    let lowest = |caps: &[Cap]| caps.iter().map(|cap| cap.level(rubric)).max();
    let (mine, strict) = (caps(&open), caps(&all));
    let ceiling = lowest(&mine).unwrap_or_default();
    // Rules about answers see nothing where nobody has answered.
    let is_silent =
        running.iter().all(|it| it.is_about_answers()) && report.answered().next().is_none();
    // The highest level is left open, and proposed nowhere, if there is one below it.
    let second = usize::from(rubric.levels.len() > 1);
    Proposal {
        code: criterion.code.clone(),
        ceiling,
        level: (!is_silent).then(|| ceiling.max(second)),
        caps: mine,
        looked,
        rules: running.len(),
        open,
        answered,
        unconvinced: lowest(&strict).unwrap_or_default(),
    }
}

/// What these findings and the look that the rules had lower the ceiling by.
fn caps(
    counted: &[usize],
    (looked, rules): (usize, usize),
    rubric: &Rubric,
    report: &Report,
) -> Vec<Cap> {
    let count = |severity: Severity| {
        let findings = counted.iter().filter_map(|&at| report.findings.get(at));
        findings.filter(|it| it.severity == severity).count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let share = Decimal::from(looked).checked_div(Decimal::from(rules));
    let thin = share.is_some_and(|share| share < rubric.ceilings.coverage);
    let caps = [
        (errors > 0).then_some(Cap::Errors(errors)),
        (warnings >= rubric.ceilings.warnings_from).then_some(Cap::Warnings(warnings)),
        (thin && looked > 0).then_some(Cap::Thin(looked, rules)),
        (looked == 0 && rules > 0).then_some(Cap::Nothing),
    ];
    caps.into_iter().flatten().collect()
}

impl Cap {
    /// The highest level that it leaves, as a position in [`Rubric::levels`].
    pub fn level(self, rubric: &Rubric) -> usize {
        match self {
            Cap::Errors(_) => rubric.ceilings.error,
            Cap::Warnings(_) => rubric.ceilings.warnings,
            Cap::Thin(..) => rubric.ceilings.thin,
            Cap::Nothing => rubric.levels.len().saturating_sub(1),
        }
    }

    /// What lowered the ceiling, as the beginning of a sentence.
    pub fn say(self, lang: Lang) -> String {
        let (text, args) = match self {
            Cap::Errors(1) => (Text::new("one open error", "1处错误未答复"), vec![]),
            Cap::Errors(n) => (Text::new("{0} open errors", "{0}处错误未答复"), vec![n]),
            Cap::Warnings(1) => (Text::new("one open warning", "1处警告未答复"), vec![]),
            Cap::Warnings(n) => (Text::new("{0} open warnings", "{0}处警告未答复"), vec![n]),
            Cap::Thin(looked, rules) => (
                Text::new(
                    "only {0} of {1} rules had something to look at",
                    "{1}条规则中只有{0}条有内容可查",
                ),
                vec![looked, rules],
            ),
            Cap::Nothing => (
                Text::new("no rule had anything to look at", "没有任何规则有内容可查"),
                vec![],
            ),
        };
        let args: Vec<String> = args.iter().map(ToString::to_string).collect();
        text.fill(lang, &args)
    }
}

impl Proposal {
    /// The points that are proposed; none where no level is.
    pub fn points(&self, rubric: &Rubric) -> Option<Decimal> {
        let criterion = rubric.criterion(&self.code)?;
        Some(criterion.worth(rubric.levels.get(self.level?)?))
    }

    /// Whether the highest level is left open.
    pub fn is_open_to_the_top(&self) -> bool {
        self.level.is_some() && self.ceiling == 0
    }

    /// The share of rules that had something to look at, in words; empty where there are none.
    pub fn coverage(&self, lang: Lang) -> String {
        let share = Decimal::from(self.looked).checked_div(Decimal::from(self.rules));
        share.map_or_else(String::new, |share| {
            written_percent(&show_percent(share.round_dp(2)), lang).into_owned()
        })
    }

    /// Why this level, in a sentence.
    pub fn why(&self, rubric: &Rubric, lang: Lang) -> String {
        let name = |at: usize| rubric.levels.get(at).map_or("", |it| it.name.get(lang));
        if self.level.is_none() {
            let text = Text::new(
                "No rule can see this; it is yours to judge.",
                "规则看不到这一项，由你评定。",
            );
            return text.get(lang).to_owned();
        }
        if self.caps.is_empty() {
            let text = Text::new(
                "Nothing stands against “{0}”; whether it is earned is yours to judge.",
                "没有发现妨碍评为“{0}”的问题；是否够得上，由你评定。",
            );
            return text.fill(lang, &[name(0)]);
        }
        let said: Vec<String> = self.caps.iter().map(|it| it.say(lang)).collect();
        let between = Text::new("; ", "；").get(lang);
        let text = Text::new("At most “{0}”: {1}.", "最高“{0}”：{1}。");
        text.fill(lang, &[name(self.ceiling), &said.join(between)])
    }
}

/// The points that are proposed in all, and the most that could have been: only of criteria behind
/// which rules stand.
pub fn proposed(proposals: &[Proposal], rubric: &Rubric) -> (Decimal, Decimal) {
    let with_rules = proposals.iter().filter(|it| it.level.is_some());
    let most = with_rules.filter_map(|it| rubric.criterion(&it.code));
    (
        proposals.iter().filter_map(|it| it.points(rubric)).sum(),
        most.map(|it| it.points).sum(),
    )
}

#[cfg(test)]
mod tests;
