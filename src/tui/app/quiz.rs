//! Commands of the quiz of terms.

use super::{App, Place};

impl App {
    /// Shows the quiz, or goes back.
    pub fn show_quiz(&mut self) {
        self.call(Place::Quiz);
        if self.place == Place::Quiz {
            self.quiz.arrive(&mut self.desk);
        }
    }

    /// Answers, or goes on.
    pub fn quiz_go(&mut self) {
        self.quiz.enter(&mut self.desk);
    }

    /// Shows the term without an answer.
    pub fn quiz_unknown(&mut self) {
        self.quiz.give_up(&mut self.desk);
    }
}
