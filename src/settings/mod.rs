//! What a project sets for its plans: `farsight.toml`, found from a plan's folder upwards.
//!
//! The file says which rules run and how strictly, for everyone who works in the folder; what a
//! person sets for themselves is in [`crate::config`]. Only the nearest file counts: two that are
//! merged leave nobody knowing which line holds. A mistake in it stops the check, because a rule
//! that was switched off by a slip of the pen is never missed.

mod find;
mod read;
mod show;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

pub use find::{NAME, find};
pub use read::{Fault, KEYS};
pub use show::Row;

use crate::checks::baseline::Baseline;
use crate::checks::{self, Severity};
use crate::store::{self, OpenError, error::shown};
use crate::words::{Lang, Text};

/// What holds for a plan, and where each value comes from.
#[derive(Debug, Clone, Default)]
pub struct Project {
    /// What the rules are told.
    pub checks: checks::Settings,
    /// The mildest finding that fails a check.
    pub fail_on: FailOn,
    /// The file of findings that are known already.
    pub baseline: Option<PathBuf>,
    /// The `farsight.toml` that was read.
    pub file: Option<PathBuf>,
    origins: BTreeMap<String, Origin>,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// Nobody said anything.
    #[default]
    Default,
    /// A line of `farsight.toml`, from 1.
    Line(usize),
    /// An option of the command line.
    Flag(&'static str),
}

/// The mildest finding that fails a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FailOn {
    /// Errors only.
    #[default]
    Error,
    /// Warnings too.
    Warning,
    /// Every finding.
    Advice,
    /// None.
    Never,
}

impl FailOn {
    /// All of them with their words, the strictest last but for `never`.
    pub const ALL: [(FailOn, &'static str); 4] = [
        (FailOn::Error, "error"),
        (FailOn::Warning, "warning"),
        (FailOn::Advice, "advice"),
        (FailOn::Never, "never"),
    ];

    /// Whether a finding of this severity fails the check.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity == Severity::Error,
            FailOn::Warning => severity <= Severity::Warning,
            FailOn::Advice => true,
            FailOn::Never => false,
        }
    }

    /// The word in options and settings.
    pub fn key(self) -> &'static str {
        let word = FailOn::ALL.iter().find(|(it, _)| *it == self);
        word.map_or("error", |(_, word)| word)
    }
}

/// Why there are no settings.
#[derive(Debug, Clone)]
pub enum Trouble {
    /// The file cannot be read.
    Unreadable(OpenError),
    /// The file says what it cannot say.
    Wrong {
        /// The file.
        file: PathBuf,
        /// Every mistake in it.
        faults: Vec<Fault>,
    },
    /// The file of known findings is none.
    Baseline {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        what: Text,
        /// The words of that sentence.
        args: Vec<String>,
    },
}

impl Trouble {
    /// Every mistake on a line of its own, with its place.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Trouble::Unreadable(error) => error.message(lang),
            Trouble::Baseline { file, what, args } => {
                let what = what.fill(lang, args);
                Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[shown(file), what])
            }
            Trouble::Wrong { file, faults } => {
                let file = shown(file);
                let line = |fault: &Fault| {
                    let (line, column) = (fault.place.line, fault.place.column);
                    let place = format!("{file}:{line}:{column}");
                    let what = fault.wrong.message(lang);
                    Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[place, what])
                };
                faults.iter().map(line).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl Project {
    /// What holds for a plan on a day.
    ///
    /// # Errors
    /// As for [`Project::of`].
    pub fn of_plan(plan: &Path, today: Option<Date>) -> Result<Project, Trouble> {
        let folder = plan.parent().filter(|it| !it.as_os_str().is_empty());
        Project::of(folder.unwrap_or(Path::new(".")), today)
    }

    /// What holds for the plans of a folder on a day.
    ///
    /// # Errors
    /// When the nearest `farsight.toml` cannot be read or has a mistake in it.
    pub fn of(folder: &Path, today: Option<Date>) -> Result<Project, Trouble> {
        let mut project = match find(folder) {
            None => Project::default(),
            Some(file) => {
                let opened = store::open(&file).map_err(Trouble::Unreadable)?;
                let mut project = Project::read(&opened.text, file.parent().unwrap_or(folder))
                    .map_err(|faults| Trouble::Wrong {
                        file: file.clone(),
                        faults,
                    })?;
                project.file = Some(file);
                project
            }
        };
        project.checks.today = today;
        Ok(project)
    }

    /// The findings that the project knows already, if it keeps a file of them.
    ///
    /// # Errors
    /// When the file cannot be read or is no baseline.
    pub fn known(&self) -> Result<Option<Baseline>, Trouble> {
        let Some(file) = &self.baseline else {
            return Ok(None);
        };
        let opened = store::open(file).map_err(Trouble::Unreadable)?;
        let baseline = Baseline::read(&opened.text);
        let trouble = |(what, args)| Trouble::Baseline {
            file: file.clone(),
            what,
            args,
        };
        baseline.map(Some).map_err(trouble)
    }

    /// Where the value of a key comes from: `select`, `severity.orphan-element`.
    pub fn origin(&self, key: &str) -> Origin {
        self.origins.get(key).copied().unwrap_or_default()
    }
}
