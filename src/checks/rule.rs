//! What a rule is.

use super::context::Context;
use super::finding::{Severity, Sink};
use crate::catalogue::Step;
use crate::words::{Lang, Text};

/// A check: its name, its words, and the function that looks.
#[derive(Debug)]
pub struct Rule {
    /// The short handle, never used again for another rule: `N103`.
    pub code: &'static str,
    /// The name that people read and files hold: `need-phrased-as-our-product`.
    pub name: &'static str,
    /// Former names.
    pub aliases: &'static [&'static str],
    /// How bad it is, unless a finding says otherwise.
    pub severity: Severity,
    /// The step whose work it is about.
    pub step: Step,
    /// Its name as a phrase.
    pub title: Text,
    /// Why it matters, in one sentence with its source.
    pub why: Text,
    /// The question whose answer repairs the gap.
    pub ask: Text,
    /// Its page, English and Chinese.
    pub page: &'static str,
    /// Looks at a plan and reports what it finds.
    pub check: fn(&Context, &mut Sink) -> Checked,
}

/// Whether a rule could look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// It had the data: no finding means that the plan passes.
    Yes,
    /// It lacked data: no finding means nothing.
    Lacks(Text),
}

impl Rule {
    /// Whether a name or code means this rule.
    pub fn answers_to(&self, name: &str) -> bool {
        self.name == name || self.code.eq_ignore_ascii_case(name) || self.aliases.contains(&name)
    }

    /// Whether the rule judges the file and not the plan in it.
    pub fn is_about_the_file(&self) -> bool {
        self.code.starts_with('F')
    }

    /// Whether the rule judges the answers that authors give to findings.
    pub fn is_about_answers(&self) -> bool {
        self.code.starts_with('A')
    }

    /// Whether an author may answer its findings instead of repairing the plan.
    pub fn can_be_answered(&self) -> bool {
        !self.is_about_the_file() && !self.is_about_answers()
    }

    /// Whether nothing can be said of a plan before this is right: it cannot be switched off,
    /// graded down or kept in a baseline.
    pub fn is_bedrock(&self) -> bool {
        self.is_about_the_file() && self.severity == Severity::Error
    }

    /// The part of the page in one language.
    ///
    /// A page has its English part first; a line of `---` parts it from the Chinese.
    pub fn page(&self, lang: Lang) -> &'static str {
        let (en, zh) = self
            .page
            .split_once("\n---\n")
            .unwrap_or((self.page, self.page));
        match lang {
            Lang::En => en.trim(),
            Lang::Zh => zh.trim(),
        }
    }
}
