//! What is read and checked between two keys, so that no key waits for it.

use std::time::Instant;

use super::{App, Place};
use crate::tui::places::marking::Marker;
use crate::tui::session::Session;

impl App {
    /// When something on the screen waits to be looked at: the plan's newest text, or plans in the
    /// list that nobody has read yet.
    pub fn look_at(&self) -> Option<Instant> {
        let list = (self.place == Place::Plans && self.plans.has_unread()).then(Instant::now);
        let plan = self.desk.session.as_ref().and_then(Session::look_at);
        let figures = self
            .figures
            .look_at()
            .filter(|_| self.place == Place::Figures);
        let review = self.review.look_at();
        let review = review.filter(|_| self.place == Place::Review);
        let class = self.marker.as_ref();
        let class = class.filter(|it| self.place == Place::Marking && it.has_unread());
        let class = class.map(|_| Instant::now());
        let places = figures.into_iter().chain(review).chain(class);
        list.into_iter().chain(plan).chain(places).min()
    }

    /// Looks at what waits, for a moment; true if the screen changed.
    pub fn look_more(&mut self) -> bool {
        let read = self.place == Place::Plans && self.plans.read_some();
        let glanced = match &mut self.desk.session {
            Some(session) if session.is_stale() || session.is_holding() => {
                session.glance(Instant::now());
                true
            }
            _ => false,
        };
        let moved = self.place == Place::Figures && self.figures.look_more(&self.desk);
        let heard = self.place == Place::Review && self.review.look_more(&mut self.desk);
        if self.review.is_listed() && self.place == Place::Review && self.overlay.is_none() {
            self.pick_revision();
        }
        let marked =
            self.place == Place::Marking && self.marker.as_mut().is_some_and(Marker::read_some);
        glanced || read || moved || heard || marked
    }

    /// Reads and checks a plan whose text changed since the last look; true if it did.
    pub fn look(&mut self) -> bool {
        match &mut self.desk.session {
            Some(session) if session.is_stale() || session.is_holding() => {
                session.look();
                true
            }
            _ => false,
        }
    }
}
