//! Undo and redo: one history of edits for a plan, whatever made them.

use super::document::Document;
use super::edit::Edit;

/// One step of the history.
#[derive(Debug, Clone)]
struct Step {
    /// The edits that take the step back (or make it again), in the order to apply.
    edits: Vec<Edit>,
    /// What the step belongs to: typing in one field goes on in one step.
    run: Option<String>,
    /// The place in the plan that the step changed.
    place: String,
}

/// The edits made to a document, to be taken back and made again.
#[derive(Debug, Clone, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// Applies an edit and remembers how to take it back.
    ///
    /// Edits with the same `run` that follow each other are one step: the keys typed in a field.
    /// An edit that changes nothing leaves no trace.
    pub fn apply(&mut self, document: &mut Document, edit: &Edit, place: &str, run: Option<&str>) {
        if edit.is_empty() {
            return;
        }
        let inverse = document.apply(edit);
        self.redo.clear();
        let run = run.map(str::to_owned);
        match self.undo.last_mut() {
            Some(step) if run.is_some() && step.run == run => step.edits.insert(0, inverse),
            _ => self.undo.push(Step {
                edits: vec![inverse],
                run,
                place: place.to_owned(),
            }),
        }
    }

    /// Ends a run: what is typed next is a step of its own.
    pub fn pause(&mut self) {
        if let Some(step) = self.undo.last_mut() {
            step.run = None;
        }
    }

    /// Takes the last step back; returns the place that changed.
    pub fn undo(&mut self, document: &mut Document) -> Option<String> {
        let step = self.undo.pop()?;
        let (place, step) = replay(document, step);
        self.redo.push(step);
        Some(place)
    }

    /// Makes the last step taken back again; returns the place that changed.
    pub fn redo(&mut self, document: &mut Document) -> Option<String> {
        let step = self.redo.pop()?;
        let (place, step) = replay(document, step);
        self.undo.push(step);
        Some(place)
    }

    /// How many steps can be taken back.
    pub fn depth(&self) -> usize {
        self.undo.len()
    }

    /// Whether a step can be made again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}

fn replay(document: &mut Document, step: Step) -> (String, Step) {
    let mut edits: Vec<Edit> = step.edits.iter().map(|edit| document.apply(edit)).collect();
    edits.reverse();
    (
        step.place.clone(),
        Step {
            edits,
            run: None,
            place: step.place,
        },
    )
}
