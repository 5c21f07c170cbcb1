//! The cards of the person at the keyboard, and the file that keeps them.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::Trouble;
use crate::classroom::quiz::Deck;
use crate::store;
use crate::tui::desk::Desk;
use crate::words::Text;
use crate::words::glossary::Term;

/// What is known so far.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) deck: Deck,
    /// Answers that the file does not have yet.
    waiting: Vec<(&'static Term, bool, Date)>,
}

impl Kept {
    /// Reads the cards, and says so when they cannot be read.
    pub(super) fn load(&mut self, desk: &mut Desk) {
        let Some(path) = path(desk) else { return };
        match self.read(&path) {
            Ok(()) => {}
            Err(trouble) => complain(&trouble, desk),
        }
    }

    /// Takes an answer and writes it down; one that could not be written is written with the next.
    pub(super) fn answered(
        &mut self,
        term: &'static Term,
        right: bool,
        today: Date,
        desk: &mut Desk,
    ) {
        self.deck.answered(term, right, today);
        // Without a folder the cards live as long as the program.
        let Some(path) = path(desk) else { return };
        self.waiting.push((term, right, today));
        // The quiz of the command line, or a second window, may have asked meanwhile.
        let written = self.read(&path).and_then(|()| {
            let saved = store::overwrite(&path, self.deck.write().as_bytes());
            saved.map(drop).map_err(Trouble::Save)
        });
        match written {
            Ok(()) => self.waiting.clear(),
            Err(trouble) => complain(&trouble, desk),
        }
    }

    /// Reads the file, which need not be there yet, and puts the waiting answers on top.
    fn read(&mut self, path: &Path) -> Result<(), Trouble> {
        let text = if path.exists() {
            store::text(path).map_err(Trouble::Open)?
        } else {
            String::new()
        };
        self.deck = Deck::read(&text);
        for (term, right, today) in &self.waiting {
            self.deck.answered(term, *right, *today);
        }
        Ok(())
    }
}

fn path(desk: &Desk) -> Option<PathBuf> {
    desk.folders.as_ref().map(store::Folders::quiz)
}

fn complain(trouble: &Trouble, desk: &mut Desk) {
    let said = match trouble {
        Trouble::Open(error) => error.message(desk.lang),
        Trouble::Save(error) => error.message(desk.lang),
    };
    let text = Text::new(
        "Not kept yet, and tried again with the next answer: {0}",
        "还没记下来，下次作答时再试：{0}",
    );
    desk.complain(text.fill(desk.lang, &[said]));
}
