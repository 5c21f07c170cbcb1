//! What a check is told from outside the plan: the day, which rules run, how strictly.
//!
//! The default is every rule as it stands, and a day that nobody knows. Who reads a project's
//! `farsight.toml` fills this in; the rules ask it through [`super::Context::settings`].

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::profile::Profile;
use super::rule::Rule;
use super::thresholds::Threshold;
use super::{Severity, rules};
use crate::prose::Lexicon;

/// The settings of a check.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// The day on which the check is made; without it nothing is ever too late.
    ///
    /// The rules have no clock, so that the same text and settings give the same findings.
    pub today: Option<Date>,
    /// Which findings are shown.
    pub profile: Profile,
    /// The rules that run; all where it is empty.
    pub select: Vec<Selector>,
    /// The rules that do not run, though selected.
    pub ignore: Vec<Selector>,
    /// Rules by name whose findings have another severity; `None` switches a rule off.
    pub severities: Vec<(&'static str, Option<Severity>)>,
    /// Thresholds by name that differ from their default.
    pub thresholds: Vec<(&'static str, Decimal)>,
    /// Words that rules know beside their own.
    pub words: Words,
}

/// Words of a project, in either language or both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// Praise that any rival could use.
    pub superlatives: Vec<String>,
    /// Further names of the category.
    pub category: Vec<String>,
    /// Words that no rule of wording holds against a text.
    pub allowed: Vec<String>,
}

impl Words {
    /// The words of a list that stand in a text, as they stand there.
    pub fn found<'t>(list: &[String], text: &'t str) -> Vec<&'t str> {
        // Most projects have no words of their own, and pay nothing.
        if list.is_empty() {
            return Vec::new();
        }
        let lexicon = Lexicon::new(list.iter().map(|word| (word, ())));
        let hits = lexicon.find(text).into_iter();
        hits.filter_map(|hit| text.get(hit.range)).collect()
    }

    /// Whether a rule of wording lets a word or phrase pass: an allowed word stands in it.
    pub fn allows(&self, phrase: &str) -> bool {
        !Words::found(&self.allowed, phrase).is_empty()
    }
}

impl Settings {
    /// The default settings on a day.
    pub fn on(today: Date) -> Settings {
        Settings {
            today: Some(today),
            ..Settings::default()
        }
    }

    /// Whether a rule runs.
    ///
    /// A rule of the file that is an error always does: what cannot be read must not look clean.
    pub fn runs(&self, rule: &Rule) -> bool {
        if rule.is_bedrock() {
            return true;
        }
        let among = |list: &[Selector]| list.iter().any(|it| it.means(rule));
        // The rules of the file come with whatever is selected: the others rest on them.
        (self.select.is_empty() || rule.is_about_the_file() || among(&self.select))
            && !among(&self.ignore)
            && !self.severities.contains(&(rule.name, None))
    }

    /// The severity that the settings give a rule, if they do.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        let (_, severity) = self
            .severities
            .iter()
            .find(|(name, _)| *name == rule.name)?;
        severity.filter(|_| !rule.is_bedrock())
    }

    /// What a threshold is: the project's value, or its default.
    pub fn threshold(&self, threshold: &Threshold) -> Decimal {
        self.thresholds
            .iter()
            .find(|(name, _)| *name == threshold.name)
            .map_or_else(|| threshold.default(), |(_, value)| *value)
    }

    /// A threshold that is a count of something.
    pub fn count(&self, threshold: &Threshold) -> usize {
        self.threshold(threshold).try_into().unwrap_or(usize::MAX)
    }
}

/// Some rules: one by its name, code or former name, or all whose codes begin alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector(String);

impl Selector {
    /// The selector that a text is; `None` where it means no rule.
    pub fn parse(text: &str) -> Option<Selector> {
        let text = text.trim();
        let selector = Selector(text.to_owned());
        (!text.is_empty() && rules().any(|rule| selector.means(rule))).then_some(selector)
    }

    /// Whether it means this rule: `N`, `N1` and `N103` mean N103, as does its name.
    pub fn means(&self, rule: &Rule) -> bool {
        rule.answers_to(&self.0)
            || rule
                .code
                .get(..self.0.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(&self.0))
    }

    /// The text that it was read from.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::super::{check_text_with, rule, thresholds};
    use super::*;

    const PLAN: &str = "farsight = 1\n[plan]\ntitle = \"茶馆\"\n";

    fn codes(settings: &Settings) -> Vec<&'static str> {
        let report = check_text_with(PLAN, settings);
        let mut codes: Vec<_> = rules().map(|rule| rule.code).collect();
        codes.retain(|code| !report.off.iter().any(|rule| rule.code == *code));
        codes
    }

    fn some(texts: &[&str]) -> Vec<Selector> {
        texts
            .iter()
            .map(|text| Selector::parse(text).unwrap())
            .collect()
    }

    #[test]
    fn a_selector_means_a_rule_a_family_or_the_beginning_of_a_code() {
        let means =
            |text: &str, name: &str| Selector::parse(text).unwrap().means(rule(name).unwrap());
        assert!(means("N", "N103") && means("n1", "N103") && means("N103", "N103"));
        assert!(means("need-phrased-as-our-product", "N103"));
        assert!(!means("N1", "T204"));
        for none in ["", " ", "Q", "N9x", "需要"] {
            assert_eq!(Selector::parse(none), None, "{none}");
        }
    }

    #[test]
    fn the_file_itself_is_always_judged() {
        let settings = Settings {
            select: some(&["T", "V307"]),
            ignore: some(&["T204", "F"]),
            ..Settings::default()
        };
        let codes = codes(&settings);
        assert!(codes.contains(&"F001") && codes.contains(&"T201") && codes.contains(&"V307"));
        for off in ["F005", "T204", "N103", "A701"] {
            assert!(!codes.contains(&off), "{off}");
        }
    }

    #[test]
    fn a_rule_can_be_graded_anew_or_switched_off() {
        let grade = |severity| Settings {
            severities: vec![
                ("mix-element-missing", severity),
                ("syntax-error", severity),
            ],
            ..Settings::default()
        };
        assert!(!codes(&grade(None)).contains(&rule("mix-element-missing").unwrap().code));
        assert!(codes(&grade(None)).contains(&"F001"));
        let broken = check_text_with("farsight = 1\n[plan\n", &grade(Some(Severity::Advice)));
        assert_eq!(broken.count(Severity::Error), 1);
    }

    #[test]
    fn words_of_a_project_count_in_both_languages() {
        let plan = "farsight = 1\n[[value.propositions]]\nid = \"p\"\nstatement = \"天花板级的班车\"\n\
            [[value.propositions]]\nid = \"q\"\nstatement = \"The best ferry\"\n";
        let praised = |words: Words| -> Vec<String> {
            let settings = Settings {
                words,
                ..Settings::default()
            };
            let report = check_text_with(plan, &settings);
            let ours = report.findings.iter().filter(|it| it.rule.code == "V307");
            ours.map(|it| it.path.clone()).collect()
        };
        let (zh, en) = (
            "value.propositions.p.statement",
            "value.propositions.q.statement",
        );
        assert_eq!(praised(Words::default()), [en]);
        let more = Words {
            superlatives: vec!["天花板级".into(), "next-gen".into()],
            ..Words::default()
        };
        assert_eq!(praised(more), [zh, en]);
        let fewer = Words {
            allowed: vec!["BEST".into()],
            ..Words::default()
        };
        assert_eq!(praised(fewer), [""; 0]);
    }

    #[test]
    fn a_threshold_has_its_default_until_a_project_sets_it() {
        let threshold = &thresholds::IMPORTANT_NEED;
        let mut settings = Settings::default();
        assert_eq!(settings.count(threshold), 4);
        settings.thresholds.push((threshold.name, 5.into()));
        assert_eq!(settings.count(threshold), 5);
    }
}
