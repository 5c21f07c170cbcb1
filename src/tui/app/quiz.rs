//! The quiz of terms, asked box after box until it ends or somebody stops.

use jiff::civil::Date;

use super::App;
use crate::classroom::quiz::{Deck, Kind, Question, seed_of};
use crate::store;
use crate::tui::dialog::{Act, Dialog};
use crate::words::Text;
use crate::words::glossary::Term;

/// How many terms a round has.
const ROUND: usize = 10;

/// A round of questions; each answer carries it on.
#[derive(Debug, Clone)]
pub struct Round {
    terms: Vec<&'static Term>,
    at: usize,
    right: usize,
}

impl App {
    /// Begins a round of the quiz.
    pub fn quiz(&mut self) {
        let today = self.quiz_day();
        let terms = self.deck().pick(today, ROUND, seed_of(today));
        if terms.is_empty() {
            self.desk.say(
                Text::new("Nothing is due today.", "今天没有要复习的。"),
                &[],
            );
            return;
        }
        let round = Round {
            terms,
            at: 0,
            right: 0,
        };
        self.ask_term(&round, None);
    }

    /// Takes an answer, keeps what it tells, and asks the next.
    pub(super) fn term_picked(&mut self, mut round: Round, picked: &str) {
        let Some(term) = round.terms.get(round.at).copied() else {
            return;
        };
        let lang = self.desk.lang;
        let is_right = term.id == picked;
        let mut deck = self.deck();
        deck.answered(term, is_right, self.quiz_day());
        self.keep_deck(&deck);
        round.at += 1;
        round.right += usize::from(is_right);
        let verdict = if is_right {
            Text::new("✓ Right: {0}.", "✓ 对：{0}。")
        } else {
            Text::new("✗ It is: {0}.", "✗ 应是：{0}。")
        };
        let name = format!("{} · {}", term.name.get(lang), term.name.get(lang.other()));
        let verdict = verdict.fill(lang, &[name]);
        if round.at < round.terms.len() {
            self.ask_term(&round, Some(verdict));
            return;
        }
        let score = Text::new("{0} of {1} right.", "{1}题答对{0}题。");
        let score = score.fill(lang, &[round.right.to_string(), round.at.to_string()]);
        let title = Text::new("Quiz", "测验");
        let done = vec![(Text::new("Close", "关闭"), Act::Stay)];
        self.show(Dialog::ask(title, vec![verdict, score], done));
    }

    fn ask_term(&mut self, round: &Round, verdict: Option<String>) {
        let Some(term) = round.terms.get(round.at).copied() else {
            return;
        };
        let lang = self.desk.lang;
        // A box has answers to choose from; typing a name is for the command line.
        let question = Question::new(term, Kind::Pick, lang, seed_of(self.quiz_day()));
        let at = [round.at + 1, round.terms.len()].map(|it| it.to_string());
        let head = Text::new(
            "Which term is it? ({0} of {1})",
            "这是哪个术语？（第{0}题，共{1}题）",
        );
        let mut body: Vec<String> = verdict.into_iter().collect();
        body.push(question.asks.clone());
        body.push(head.fill(lang, &at));
        let choice = |it: &&'static Term| (it.name, Act::Quiz(Box::new(round.clone()), it.id));
        let mut answers: Vec<(Text, Act)> = question.choices.iter().map(choice).collect();
        answers.push((Text::new("Stop", "结束"), Act::Stay));
        self.show(Dialog::ask(Text::new("Quiz", "测验"), body, answers));
    }

    fn quiz_day(&self) -> Date {
        self.desk.today.unwrap_or_default()
    }

    /// The cards kept so far; none where there is no state folder.
    fn deck(&self) -> Deck {
        let path = self.desk.folders.as_ref().map(crate::store::Folders::quiz);
        let text = path.and_then(|path| store::text(&path).ok());
        Deck::read(&text.unwrap_or_default())
    }

    fn keep_deck(&mut self, deck: &Deck) {
        let Some(folders) = &self.desk.folders else {
            return;
        };
        if let Err(error) = store::overwrite(&folders.quiz(), deck.write().as_bytes()) {
            self.fail(&error);
        }
    }
}
