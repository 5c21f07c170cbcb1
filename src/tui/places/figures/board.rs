//! The figures of the newest text, and what they would be with the values that are tried.

use std::path::PathBuf;

use super::trial::Trial;
use crate::figures::{self, Figure};
use crate::plan;
use crate::tui::session::Session;

/// What was computed, and of which text: once a change, never once a frame.
#[derive(Debug, Default)]
pub(super) struct Board {
    seen: Option<(PathBuf, u64)>,
    tried_at: u64,
    /// Whether the text could be read; with broken syntax much may be out of sight.
    pub sound: bool,
    /// The currency of the plan.
    pub currency: String,
    /// What the plan says.
    pub plan: Vec<Figure>,
    /// What it would say with the trial, while one runs.
    pub tried: Option<Vec<Figure>>,
}

impl Board {
    /// Reads the newest text; `true` when another plan is open than before.
    pub fn look(&mut self, session: &Session, trial: &mut Trial) -> bool {
        let now = (session.path.clone(), session.revision);
        let other = self.seen.as_ref().is_none_or(|seen| seen.0 != now.0);
        if other {
            trial.drop();
        }
        let moved = self.seen.as_ref() != Some(&now);
        if moved {
            let reading = plan::read(session.document.text());
            self.sound = reading.is_sound();
            self.plan = if self.sound {
                figures::figures(&reading.plan)
            } else {
                Vec::new()
            };
            let currency = reading.plan.frame.currency.as_ref();
            self.currency = currency.map_or_else(String::new, |it| it.value.trim().to_owned());
            self.seen = Some(now);
        }
        if moved || self.tried_at != trial.revision {
            self.tried = None;
            if trial.is_running()
                && self.sound
                && let Ok(text) = trial.text(&session.document)
            {
                self.tried = Some(figures::figures(&plan::read(&text).plan));
            }
            self.tried_at = trial.revision;
        }
        other
    }

    /// What is shown: the trial, or else the plan.
    pub fn shown(&self) -> &[Figure] {
        self.tried.as_deref().unwrap_or(&self.plan)
    }

    /// A figure as it is shown.
    pub fn figure(&self, key: &str) -> Option<&Figure> {
        self.shown().iter().find(|it| it.key == key)
    }

    /// The same as the plan has it, while a trial runs.
    pub fn before(&self, key: &str) -> Option<&Figure> {
        self.tried.as_ref()?;
        self.plan.iter().find(|it| it.key == key)
    }
}
