//! The figures of the newest text, and what they would be with the values that are tried.

use std::path::PathBuf;

use super::trial::Trial;
use crate::catalogue::Step;
use crate::charts::{self, Chart};
use crate::figures::what_if::{self, Mover};
use crate::figures::{self, Figure};
use crate::plan;
use crate::tui::session::Session;
use crate::words::Lang;

/// What was computed, and of which text: once a change, never once a frame.
#[derive(Debug, Default)]
pub(super) struct Board {
    seen: Option<(PathBuf, u64)>,
    tried_at: u64,
    lang: Option<Lang>,
    /// Whether the text could be read; with broken syntax much may be out of sight.
    pub sound: bool,
    /// The currency of the plan.
    pub currency: String,
    /// What the plan says.
    pub plan: Vec<Figure>,
    /// What it would say with the trial, while one runs.
    pub tried: Option<Vec<Figure>>,
    /// The charts of what is shown.
    pub charts: Vec<Chart>,
    /// What moves the figure chosen last most: its key, and the text that was looked at.
    movers: Option<(String, (u64, u64), Vec<Mover>)>,
}

/// A line of the list.
#[derive(Debug, Clone, Copy)]
pub(super) enum Entry<'b> {
    /// A figure.
    Figure(&'b Figure),
    /// A chart.
    Chart(&'b Chart),
}

impl Entry<'_> {
    /// The step to whose work it belongs.
    pub fn step(self) -> Step {
        match self {
            Entry::Figure(figure) => figure.step,
            Entry::Chart(chart) => chart.step,
        }
    }

    /// Whether it is a chart that lacks its numbers.
    pub fn is_waiting(self) -> bool {
        matches!(self, Entry::Chart(chart) if chart.body.is_err())
    }

    /// What it is called.
    pub fn title(self, lang: Lang) -> String {
        match self {
            Entry::Figure(figure) => figure.title(lang),
            Entry::Chart(chart) => chart.title.clone(),
        }
    }

    /// Its name among all.
    pub fn key(self) -> String {
        match self {
            Entry::Figure(figure) => figure.key.clone(),
            // No figure's key has a space in it.
            Entry::Chart(chart) => format!("chart {}", chart.key),
        }
    }
}

impl Board {
    /// Reads the newest text; `true` when another plan is open than before.
    pub fn look(&mut self, session: &Session, trial: &mut Trial, lang: Lang) -> bool {
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
        if moved || self.tried_at != trial.revision || self.lang != Some(lang) {
            let tried = trial.is_running() && self.sound;
            let tried = tried.then(|| trial.text(&session.document).ok()).flatten();
            let reading = plan::read(tried.as_deref().unwrap_or(session.document.text()));
            self.tried = tried.is_some().then(|| figures::figures(&reading.plan));
            self.charts = if self.sound {
                charts::charts(&reading.plan, session.settings.today, lang)
            } else {
                Vec::new()
            };
            self.tried_at = trial.revision;
            self.lang = Some(lang);
        }
        other
    }

    /// Keeps a figure in the list that the newest text has not.
    pub fn hold(&mut self, figure: Figure) {
        let shown = self.tried.as_mut().unwrap_or(&mut self.plan);
        if shown.iter().all(|it| it.key != figure.key) {
            shown.push(figure);
        }
    }

    /// What the list shows: step by step the figures, then the charts.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let figures = self.shown().iter().map(Entry::Figure);
        let charts = self.charts.iter().map(Entry::Chart);
        let mut entries: Vec<Entry<'_>> = figures.chain(charts).collect();
        // What cannot be drawn yet waits at the end: it is no number of this plan.
        entries.sort_by_key(|entry| (entry.is_waiting(), entry.step().number()));
        entries
    }

    /// Whether it was looked at what moves a figure most.
    pub fn knows_movers(&self, key: &str, session: &Session, trial: &Trial) -> bool {
        let now = (session.revision, trial.revision);
        let seen = self.movers.as_ref();
        seen.is_some_and(|(other, at, _)| other == key && *at == now)
    }

    /// Looks at what moves the main result of a figure most, best first.
    ///
    /// It asks for the figures twice for every input, so only for the one that is chosen, and once
    /// for each text.
    pub fn look_at_movers(&mut self, key: &str, session: &Session, trial: &Trial) {
        let now = (session.revision, trial.revision);
        let output = self.shown().iter().find(|it| it.key == key);
        let output = output
            .and_then(Figure::headline)
            .map(|(output, _)| output.name);
        let movers = output.map(|output| {
            let tried = trial
                .is_running()
                .then(|| trial.text(&session.document).ok());
            let text = tried.flatten();
            let text = text.as_deref().unwrap_or(session.document.text());
            what_if::movers(text, key, output)
        });
        self.movers = Some((key.to_owned(), now, movers.unwrap_or_default()));
    }

    /// What moves a figure most, as far as it was looked at.
    pub fn movers(&self, key: &str) -> &[Mover] {
        match &self.movers {
            Some((other, _, movers)) if other == key => movers,
            _ => &[],
        }
    }

    /// What is shown: the trial, or else the plan.
    pub fn shown(&self) -> &[Figure] {
        self.tried.as_deref().unwrap_or(&self.plan)
    }

    /// The same as the plan has it, while a trial runs.
    pub fn before(&self, key: &str) -> Option<&Figure> {
        self.tried.as_ref()?;
        self.plan.iter().find(|it| it.key == key)
    }
}
