//! Profiles: which findings are shown, by what the work on a plan is at the moment.

use super::finding::Finding;
use crate::words::Text;

/// A way of looking at a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Profile {
    /// While a plan is being written: only what is wrong in what is there.
    Draft,
    /// Everything.
    #[default]
    Review,
    /// Everything, with the reasons of answers in full: a teacher grades the reason.
    Classroom,
}

/// What a profile does.
#[derive(Debug)]
pub struct Manner {
    /// The profile.
    pub profile: Profile,
    /// The word in options and settings.
    pub key: &'static str,
    /// What it is for.
    pub about: Text,
    /// Whether findings about what is missing are shown.
    pub absence: bool,
    /// Whether an answered finding is shown like an open one, with its reason.
    pub answered: bool,
}

/// Every profile.
pub const PROFILES: &[Manner] = &[
    Manner {
        profile: Profile::Draft,
        key: "draft",
        about: Text::new(
            "only what is wrong in what is written",
            "只看已写内容里的问题",
        ),
        absence: false,
        answered: false,
    },
    Manner {
        profile: Profile::Review,
        key: "review",
        about: Text::new("everything", "全部检查"),
        absence: true,
        answered: false,
    },
    Manner {
        profile: Profile::Classroom,
        key: "classroom",
        about: Text::new(
            "everything, and answered findings with their reasons",
            "全部检查，已答复的也连同理由一起列出",
        ),
        absence: true,
        answered: true,
    },
];

/// Rules that point at what is there in order to say what is not.
///
/// Most findings about something missing say so themselves: they come from
/// [`super::Sink::missing`], or point at the very start of the file because there is nothing to
/// point at. These rules do neither, since a list or a row stands where the rest of it should be.
const ABSENCE: &[&str] = &[
    "broken-chain",
    "no-control-or-contingency",
    "no-unmet-or-latent-need",
    "orphan-element",
    "placeholder-left",
    "research-on-current-customers-only",
    "rivals-same-category-only",
    "segment-unreachable",
    "target-chosen-without-criteria",
];

impl Profile {
    /// The profile with a word.
    pub fn from_key(key: &str) -> Option<Profile> {
        PROFILES
            .iter()
            .find(|it| it.key == key)
            .map(|it| it.profile)
    }

    /// What it does.
    pub fn manner(self) -> &'static Manner {
        // Every profile has its row; a test sees to it.
        PROFILES
            .iter()
            .find(|it| it.profile == self)
            .unwrap_or(&PROFILES[1])
    }

    /// Whether a finding is shown.
    pub fn shows(self, finding: &Finding) -> bool {
        self.manner().absence || !is_about_absence(finding)
    }
}

/// Whether a finding says that something is not there yet.
pub(super) fn is_about_absence(finding: &Finding) -> bool {
    let rule = finding.rule;
    let says_so = finding.missing || finding.span.end == 0 || ABSENCE.contains(&rule.name);
    // A file without its first line and an answer without a reason are wrong as they stand.
    says_so && !rule.is_about_the_file() && !rule.is_about_answers()
}

#[cfg(test)]
mod tests {
    use super::super::{Settings, check_text_with, rule};
    use super::*;

    #[test]
    fn every_profile_has_a_row() {
        for profile in [Profile::Draft, Profile::Review, Profile::Classroom] {
            assert_eq!(Profile::from_key(profile.manner().key), Some(profile));
            assert_eq!(profile.manner().profile, profile);
        }
        for name in ABSENCE {
            assert!(rule(name).is_some(), "{name}");
        }
    }

    #[test]
    fn a_draft_is_told_what_is_wrong_and_not_what_is_missing() {
        let plan = "farsight = 1\nzusatz = 1\n[plan]\ntitle = \"电钻\"\noffering = \"电钻\"\n\
            starts = 2027-12-31\nends = 2027-01-01\n\
            [[mix.actions]]\nid = \"a\"\n[[targeting.segments]]\nid = \"s\"\ndecision = \"target\"\n";
        let names = |profile| -> Vec<&str> {
            let settings = Settings {
                profile,
                ..Settings::default()
            };
            let report = check_text_with(plan, &settings);
            report.findings.iter().map(|it| it.rule.name).collect()
        };
        let (draft, review) = (names(Profile::Draft), names(Profile::Review));
        for wrong in ["unknown-key", "timeline-impossible"] {
            assert!(draft.contains(&wrong), "{wrong}: {draft:?}");
        }
        for missing in ["target-chosen-without-criteria", "action-incomplete"] {
            assert!(review.contains(&missing), "{missing}: {review:?}");
            assert!(!draft.contains(&missing), "{missing}: {draft:?}");
        }
        assert_eq!(review, names(Profile::Classroom));
    }
}
