//! What is read of a plan for the list: its title, its bars, its findings, whether versions of it disagree.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::catalogue::choices::{Choose, PlanStatus};
use crate::checks::progress::{Progress, progress};
use crate::checks::{self, Settings, Severity};
use crate::plan::{Document, Scalar, markers};
use crate::settings::Project;
use crate::store;
use crate::tui::draw;
use crate::words::Lang;

/// A plan of the folder.
#[derive(Debug)]
pub(super) struct Row {
    pub path: PathBuf,
    pub name: String,
    pub modified: Option<std::time::SystemTime>,
    /// What reading it showed; looked at when it is first drawn, so that a large folder opens at once.
    pub looked: Option<Looked>,
}

#[derive(Debug)]
pub(super) struct Looked {
    pub title: String,
    pub owner: String,
    pub status: String,
    pub summary: String,
    pub counts: [usize; 3],
    pub progress: Progress,
    pub error: Option<store::OpenError>,
    /// In how many places two versions of it disagree.
    pub disputed: usize,
}

impl Looked {
    /// What is shown of a plan that has not been read yet.
    pub fn unread(name: &str) -> Looked {
        Looked {
            title: name.to_owned(),
            owner: String::new(),
            status: String::new(),
            summary: String::new(),
            counts: [0; 3],
            progress: Progress::default(),
            error: None,
            disputed: 0,
        }
    }
}

impl Row {
    pub fn look(&mut self, today: Option<Date>) {
        if self.looked.is_some() {
            return;
        }
        let looked = match store::open(&self.path) {
            Ok(opened) => {
                let document = Document::parse(opened.text);
                // The numbers are those that the workbench would show.
                let settings = Project::of_plan(&self.path, today).map(|it| it.checks);
                let settings = settings.unwrap_or_else(|_| Settings {
                    today,
                    ..Settings::default()
                });
                let report = checks::check_text_with(document.text(), &settings);
                let text = |path: &str| {
                    document
                        .value(path)
                        .as_ref()
                        .map(Scalar::plain)
                        .unwrap_or_default()
                };
                let title = text("plan.title");
                let summary = [text("plan.summary"), text("plan.offering")]
                    .into_iter()
                    .find(|it| !it.is_empty());
                Looked {
                    title: if title.is_empty() {
                        self.name.clone()
                    } else {
                        title
                    },
                    owner: text("plan.owner"),
                    status: text("plan.status"),
                    summary: summary.unwrap_or_default().chars().take(400).collect(),
                    counts: Severity::ALL.map(|severity| report.count(severity)),
                    progress: progress(&document, &report),
                    error: None,
                    disputed: markers::conflicts(document.text()).len(),
                }
            }
            Err(error) => Looked {
                error: Some(error),
                ..Looked::unread(&self.name)
            },
        };
        self.looked = Some(looked);
    }
}

/// Five step bars where they fit, and the findings by severity, on one line.
pub(super) fn bars(looked: &Looked, roomy: bool) -> String {
    let steps: Vec<String> = looked.progress.steps[1..]
        .iter()
        .map(|step| draw::bar(step.share(), 3))
        .collect();
    let counts: Vec<String> = Severity::ALL
        .iter()
        .filter(|severity| looked.counts[**severity as usize] > 0)
        .map(|severity| format!("{}{}", severity.mark(), looked.counts[*severity as usize]))
        .collect();
    let steps = if roomy {
        steps.join(" ")
    } else {
        String::new()
    };
    format!("{steps} {}", counts.join(" "))
}

/// The status of a plan as a person reads it.
pub(super) fn status(key: &str, lang: Lang) -> String {
    PlanStatus::CHOICES
        .iter()
        .find(|choice| choice.key == key)
        .map_or_else(
            || key.to_owned(),
            |choice| choice.label.get(lang).to_owned(),
        )
}
