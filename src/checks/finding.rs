//! What a rule found: where, what, and the way to say it in either language.

use jiff::civil::Date;

use super::rule::Rule;
use crate::plan::{Edit, Record, Sp, Span};
use crate::words::number::written_percent;
use crate::words::{Lang, Text};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The plan is broken by its own data.
    Error,
    /// Probably weak: look.
    Warning,
    /// Good practice.
    Advice,
}

impl Severity {
    /// All severities, the worst first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];

    /// The word in options and output.
    pub const fn key(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }

    /// The word on screen.
    pub const fn label(self) -> Text {
        match self {
            Severity::Error => Text::new("error", "错误"),
            Severity::Warning => Text::new("warning", "警告"),
            Severity::Advice => Text::new("advice", "建议"),
        }
    }

    /// The sign that stands beside the word, so that colour is never the only mark.
    pub const fn mark(self) -> &'static str {
        match self {
            Severity::Error => "✗",
            Severity::Warning => "!",
            Severity::Advice => "·",
        }
    }
}

/// A sentence in both languages with the plan's own words in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Say {
    /// The sentence, with `{0}`, `{1}` … for the plan's words.
    pub text: Text,
    /// The plan's words.
    pub args: Vec<String>,
    /// The words in Chinese, where they are not the plan's but ours: the name of a list.
    pub zh: Option<Vec<String>>,
}

impl Say {
    /// The sentence in one language.
    pub fn get(&self, lang: Lang) -> String {
        let words = match (lang, &self.zh) {
            (Lang::Zh, Some(words)) => words,
            _ => &self.args,
        };
        let words: Vec<_> = words.iter().map(|it| written_percent(it, lang)).collect();
        self.text.fill(lang, &words)
    }

    /// Sets words of ours that differ in the two languages; they are not shortened.
    pub fn words(&mut self, en: Vec<String>, zh: Vec<String>) {
        self.args = en;
        self.zh = Some(zh);
    }
}

/// The author's answer to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Why it is right to leave it.
    pub reason: String,
    /// Who says so.
    pub by: Option<String>,
    /// The day on which the answer runs out.
    pub until: Option<Date>,
}

/// A gap in a plan.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How bad it is here.
    pub severity: Severity,
    /// Where in the plan: `needs.customer_needs.warm-start.need`.
    pub path: String,
    /// Where in the text; a section's start where the gap is something missing.
    pub span: Span,
    /// What is found, in one sentence.
    pub say: Say,
    /// Whether the gap is something that is not there.
    pub missing: bool,
    /// A mechanical repair, where there is one.
    pub fix: Option<Edit>,
    /// The author's answer, where there is one.
    pub answered: Option<Answered>,
    /// Whether a baseline knows it already.
    pub known: bool,
}

impl Finding {
    /// Whether it stands at a path or below it; at the empty path stands everything.
    pub fn is_at(&self, path: &str) -> bool {
        path.is_empty()
            || self
                .path
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// The sentence of what is found.
    pub fn message(&self, lang: Lang) -> String {
        self.say.get(lang)
    }
}

/// Takes what rules report.
#[derive(Debug, Default)]
pub struct Sink {
    rule: Option<&'static Rule>,
    findings: Vec<Finding>,
    /// Gaps that a summary explains: the name of a rule, and the path below which it is silent.
    explained: Vec<(&'static str, String)>,
}

impl Sink {
    pub(super) fn begin(&mut self, rule: &'static Rule) {
        self.rule = Some(rule);
    }

    /// Reports a gap at a path and a place of the text.
    ///
    /// The finding comes back for what is seldom said: another severity, a repair.
    pub fn at(
        &mut self,
        path: impl Into<String>,
        span: Span,
        text: Text,
        args: &[&str],
    ) -> &mut Finding {
        // A rule is set before its function runs.
        let rule = self.rule.unwrap_or(&super::file::RULES[0]);
        let args = args.iter().map(|arg| shorten(arg)).collect();
        let say = Say {
            text,
            args,
            zh: None,
        };
        let (path, severity) = (path.into(), rule.severity);
        self.findings.push(Finding {
            rule,
            severity,
            path,
            span,
            say,
            missing: false,
            fix: None,
            answered: None,
            known: false,
        });
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }

    /// Reports a gap in a field that has a value.
    pub fn value<T>(
        &mut self,
        record: &impl Record,
        key: &str,
        value: &Sp<T>,
        text: Text,
        args: &[&str],
    ) -> &mut Finding {
        self.at(record.path(key), value.span, text, args)
    }

    /// Reports a field that is missing: it points at the row or table that lacks it.
    pub fn missing(
        &mut self,
        record: &impl Record,
        key: &str,
        text: Text,
        args: &[&str],
    ) -> &mut Finding {
        let finding = self.at(record.path(key), record.span(), text, args);
        finding.missing = true;
        finding
    }

    /// Says that the gap just reported explains what another rule would report at or below a path.
    pub fn explains(&mut self, rule: &'static str, path: impl Into<String>) {
        self.explained.push((rule, path.into()));
    }

    /// What was reported so far, with what a summary will silence.
    pub(super) fn so_far(&self) -> &[Finding] {
        &self.findings
    }

    pub(super) fn finish(self) -> Vec<Finding> {
        let Sink {
            mut findings,
            explained: mut silent,
            ..
        } = self;
        silent.sort_unstable();
        findings.retain(|finding| {
            let rules = silent.binary_search_by(|(rule, _)| rule.cmp(&finding.rule.name));
            if rules.is_err() {
                return true;
            }
            let is_silent = |path: &str| {
                let wanted = (finding.rule.name, path);
                let found = silent.binary_search_by(|(rule, at)| (*rule, at.as_str()).cmp(&wanted));
                found.is_ok()
            };
            // The path itself, and that of everything it lies in.
            let path = finding.path.as_str();
            let above = path.match_indices('.').filter_map(|(at, _)| path.get(..at));
            !above.chain([path]).any(is_silent)
        });
        findings
    }
}

/// A quotation from the plan that keeps a sentence readable: its first line, cut at 60 characters.
pub(super) fn shorten(text: &str) -> String {
    let text = text.trim();
    if text.len() <= 60 && !text.contains('\n') {
        return text.to_owned();
    }
    let line = text.lines().next().unwrap_or_default();
    let mut starts = line.char_indices().skip(59).map(|(at, _)| at);
    let (last, beyond) = (starts.next(), starts.next());
    if beyond.is_none() && line.len() == text.len() {
        return line.to_owned();
    }
    let mut short = last
        .and_then(|last| line.get(..last))
        .unwrap_or(line)
        .to_owned();
    short.push('…');
    short
}
