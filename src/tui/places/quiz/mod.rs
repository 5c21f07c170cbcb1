//! The quiz of terms: a round of questions, what every answer tells, and how far one is.
//!
//! Every answer is written down at once, so that one can stop at any time and lose nothing. A round
//! that was left is there again when one comes back.

mod draw;
mod kept;

use jiff::civil::Date;

use self::kept::Kept;
use super::Reply;
use crate::classroom::quiz::{Kind, Question, seed_of};
use crate::store::{OpenError, SaveError};
use crate::tui::canvas::Hit;
use crate::tui::desk::Desk;
use crate::tui::input::{Code, Key};
use crate::tui::text_field::{Change, TextField};
use crate::words::Lang;
use crate::words::glossary::Term;

/// How many terms a round has.
const ROUND: usize = 10;

/// What is on the screen.
#[derive(Debug, Clone)]
enum Phase {
    /// How far one is, before a round.
    Start,
    /// A question.
    Asked(Kind),
    /// What the answer was worth; what was picked instead, if another term was.
    Told(bool, Option<&'static Term>),
    /// The end of a round.
    Done,
}

/// The quiz.
#[derive(Debug)]
pub struct Quiz {
    kept: Kept,
    phase: Phase,
    terms: Vec<&'static Term>,
    /// The question of the round, from 0.
    at: usize,
    right: usize,
    missed: Vec<&'static Term>,
    seed: u64,
    /// The choice that Enter takes.
    choice: usize,
    /// The name that is typed.
    field: TextField,
    /// The first line shown.
    from: usize,
}

impl Default for Quiz {
    fn default() -> Quiz {
        Quiz {
            kept: Kept::default(),
            phase: Phase::Start,
            terms: Vec::new(),
            at: 0,
            right: 0,
            missed: Vec::new(),
            seed: 0,
            choice: 0,
            field: TextField::new("", false),
            from: 0,
        }
    }
}

impl Quiz {
    /// Comes to the quiz: to the question where one left it, or to how far one is.
    pub fn arrive(&mut self, desk: &mut Desk) {
        self.kept.load(desk);
        if matches!(self.phase, Phase::Done) {
            self.phase = Phase::Start;
        }
        self.from = 0;
    }

    /// Whether a question waits for its answer.
    pub const fn is_asking(&self) -> bool {
        matches!(self.phase, Phase::Asked(_))
    }

    /// Whether letters are an answer now.
    pub const fn is_typing(&self) -> bool {
        matches!(self.phase, Phase::Asked(Kind::Type))
    }

    /// How far the round is, for the head of the screen: the question, of how many; none between rounds.
    pub fn round(&self) -> Option<(usize, usize)> {
        let runs = matches!(self.phase, Phase::Asked(_) | Phase::Told(..));
        runs.then_some((self.at + 1, self.terms.len()))
    }

    fn begin(&mut self, desk: &mut Desk) {
        let today = day(desk);
        self.kept.load(desk);
        self.seed = seed_of(today);
        self.terms = self.kept.deck.pick(today, ROUND, self.seed);
        self.at = 0;
        self.right = 0;
        self.missed.clear();
        self.ask();
    }

    fn ask(&mut self) {
        self.choice = 0;
        self.from = 0;
        self.field.set_text("");
        self.phase = match self.terms.get(self.at) {
            Some(term) => Phase::Asked(self.kept.deck.kind(term)),
            None if self.terms.is_empty() => Phase::Start,
            None => Phase::Done,
        };
    }

    /// The question that is asked, in a language.
    fn question(&self, lang: Lang) -> Option<Question> {
        let Phase::Asked(kind) = self.phase else {
            return None;
        };
        let term = self.terms.get(self.at)?;
        Some(Question::new(term, kind, lang, self.seed))
    }

    /// Answers, or goes on.
    pub fn enter(&mut self, desk: &mut Desk) {
        match self.phase {
            Phase::Start | Phase::Done => self.begin(desk),
            Phase::Asked(Kind::Pick) => self.answer(Some(self.choice), desk),
            Phase::Asked(Kind::Type) => self.typed(desk),
            Phase::Told(..) => {
                self.at += 1;
                self.ask();
            }
        }
    }

    /// Shows the term without an answer; it counts as not known.
    pub fn give_up(&mut self, desk: &mut Desk) {
        if matches!(self.phase, Phase::Asked(_)) {
            self.tell(false, None, desk);
        }
    }

    fn answer(&mut self, choice: Option<usize>, desk: &mut Desk) {
        let Some(question) = self.question(desk.lang) else {
            return;
        };
        let picked = choice.and_then(|at| question.choices.get(at)).copied();
        let Some(picked) = picked else { return };
        let is_right = picked.id == question.term.id;
        self.tell(is_right, (!is_right).then_some(picked), desk);
    }

    fn typed(&mut self, desk: &mut Desk) {
        let Some(question) = self.question(desk.lang) else {
            return;
        };
        let is_right = question.is_right(self.field.text());
        self.tell(is_right, None, desk);
    }

    fn tell(&mut self, right: bool, picked: Option<&'static Term>, desk: &mut Desk) {
        let Some(term) = self.terms.get(self.at).copied() else {
            return;
        };
        self.right += usize::from(right);
        if !right {
            self.missed.push(term);
        }
        self.kept.answered(term, right, day(desk), desk);
        self.phase = Phase::Told(right, picked);
        self.from = 0;
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let plain = !key.ctrl && !key.alt;
        match (key.code, &self.phase) {
            (Code::PageUp, _) => self.wheel(-5),
            (Code::PageDown, _) => self.wheel(5),
            (Code::Up, Phase::Asked(Kind::Pick)) => self.choice = self.choice.saturating_sub(1),
            (Code::Down, Phase::Asked(Kind::Pick)) => {
                let last = self.question(desk.lang).map_or(0, |it| it.choices.len());
                self.choice = (self.choice + 1).min(last.saturating_sub(1));
            }
            (Code::Char(c @ '1'..='9'), Phase::Asked(Kind::Pick)) if plain => {
                let digit = c.to_digit(10).unwrap_or(1) as usize;
                self.answer(Some(digit - 1), desk);
            }
            (Code::Up, _) => self.wheel(-1),
            (Code::Down, _) => self.wheel(1),
            (Code::Esc, _) => return Reply::Ignored,
            (_, Phase::Asked(Kind::Type)) => {
                if self.field.handle(key) == Change::Ignored {
                    return Reply::Ignored;
                }
            }
            (Code::Char(' '), _) => self.enter(desk),
            (Code::Char('?'), _) => return Reply::Run("help"),
            _ => return Reply::Ignored,
        }
        Reply::Done
    }

    /// Takes pasted text into the answer.
    pub fn paste(&mut self, text: &str) {
        if self.is_typing() {
            self.field.paste(text);
        }
    }

    /// Handles a click on a choice, which answers.
    pub fn click(&mut self, hit: &Hit, desk: &mut Desk) -> Reply {
        let Hit::Button(at) = hit else {
            return Reply::Ignored;
        };
        match self.phase {
            Phase::Asked(_) => self.answer(Some(*at), desk),
            _ => self.enter(desk),
        }
        Reply::Done
    }

    /// Moves a long text by lines of the wheel.
    pub fn wheel(&mut self, lines: isize) {
        self.from = self.from.saturating_add_signed(lines);
    }
}

fn day(desk: &Desk) -> Date {
    desk.today.unwrap_or_default()
}

/// Why answers are not kept.
#[derive(Debug)]
enum Trouble {
    Open(OpenError),
    Save(SaveError),
}
