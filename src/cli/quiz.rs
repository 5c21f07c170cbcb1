//! `farsight quiz`: the terms of the field, asked line by line.

use std::io::{BufRead, Write};

use jiff::civil::Date;

use super::console::{BOLD, Console, FAINT, GREEN, RED};
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::classroom::quiz::{Deck, Kind, Question, TERMS};
use crate::store::{self, Folders};
use crate::words::glossary::Term;
use crate::words::{Text, date, wrap};

/// How wide a question is.
const CELLS: usize = 78;

pub(super) const HELP: Help = Help {
    name: "quiz",
    about: Text::new("Be asked the terms of marketing", "考考营销术语"),
    more: Text::new(
        "A meaning is shown; pick the term by its number, or type it once you know it better. An empty line is “I don't know”, `q` ends. What you know comes back after 2, 4, 8 and 16 days, what you do not know the next day. Answers are read from the standard input, a line each.",
        "给出含义，选出术语的编号；熟了以后要自己写出来。直接回车表示不知道，输入 q 结束。答对的隔2、4、8、16天再考，答错的第二天再考。答案从标准输入逐行读取。",
    ),
    args: &[
        ("count", Text::new("How many terms", "考几个术语")),
        (
            "seed",
            Text::new(
                "A number: the same one asks the same; otherwise the day",
                "随机种子：数字相同，题目相同；不写则按日期",
            ),
        ),
        ("state", Text::new("Only show how far you are", "只看进度")),
    ],
    examples: &[
        ("farsight quiz", Text::new("ten terms", "考十个术语")),
        (
            "farsight quiz --count 3 --lang zh",
            Text::new("three, in Chinese", "用中文考三个"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "N", default_value_t = 10)]
    count: usize,
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    #[arg(long)]
    state: bool,
}

/// The cards of this person and where they are kept.
struct Kept {
    deck: Deck,
    path: Option<std::path::PathBuf>,
}

impl Kept {
    /// A deck that cannot be read begins anew; a quiz is worth no error.
    fn load() -> Kept {
        let path = Folders::find().map(|folders| folders.quiz());
        let text = path.as_deref().and_then(|path| store::text(path).ok());
        Kept {
            deck: Deck::read(&text.unwrap_or_default()),
            path,
        }
    }

    fn save(&self, console: &Console) -> Result<(), Failure> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        let saved = store::overwrite(path, self.deck.write().as_bytes());
        saved.map_err(|error| Failure::saving(&error, console.lang))?;
        Ok(())
    }
}

/// Asks.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let mut kept = Kept::load();
    let today = Console::today();
    if args.state {
        progress(&kept.deck, console)?;
        return Ok(Exit::Clean);
    }
    let seed = args.seed.unwrap_or_else(|| by_day(today));
    let terms = kept.deck.pick(today, args.count, seed);
    if terms.is_empty() {
        let text = Text::new("Nothing is due today.", "今天没有要复习的。");
        console.line(text.get(console.lang))?;
        progress(&kept.deck, console)?;
        return Ok(Exit::Clean);
    }
    let mut lines = std::io::stdin().lock().lines();
    let (mut asked, mut right) = (0, 0);
    let many = terms.len().to_string();
    for (at, term) in terms.iter().enumerate() {
        let question = kept.deck.question(term, console.lang, seed);
        console.line("")?;
        let number = (at + 1).to_string();
        ask(&question, &[&number, &many], console)?;
        let Some(Ok(line)) = lines.next() else { break };
        let answer = line.trim();
        if answer.eq_ignore_ascii_case("q") {
            break;
        }
        let is_right = question.is_right(answer);
        kept.deck.answered(term, is_right, today);
        kept.save(console)?;
        asked += 1;
        right += usize::from(is_right);
        tell(&question, is_right, &kept.deck, console)?;
    }
    console.line("")?;
    let score = Text::new("{0} of {1} right.", "{1}题答对{0}题。");
    console.line(&score.fill(console.lang, &[right.to_string(), asked.to_string()]))?;
    progress(&kept.deck, console)?;
    Ok(Exit::Clean)
}

/// A seed for a day, so that a second round on it asks alike and another day does not.
fn by_day(today: Date) -> u64 {
    let days = i64::from(today.year()) * 372 + i64::from(today.month()) * 31;
    u64::try_from(days + i64::from(today.day())).unwrap_or_default()
}

fn ask(question: &Question, at: &[&str], console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let head = Text::new("{0} of {1}", "第{0}题，共{1}题").fill(lang, at);
    let head = console.paint(FAINT, &head);
    console.line(&head)?;
    for line in wrap(&question.asks, CELLS) {
        console.line(line.trim_end())?;
    }
    for (at, term) in question.choices.iter().enumerate() {
        console.line(&format!("  {}  {}", at + 1, term.name.get(lang)))?;
    }
    let prompt = match question.kind {
        Kind::Pick => Text::new("Which one? ", "是哪一个？"),
        Kind::Type => Text::new("What is it called? ", "它叫什么？"),
    };
    write!(console.out, "{}", prompt.get(lang))?;
    // The question must stand on the screen before the answer is waited for.
    Ok(console.out.flush()?)
}

fn tell(
    question: &Question,
    right: bool,
    deck: &Deck,
    console: &mut Console,
) -> Result<(), Failure> {
    let lang = console.lang;
    let term: &Term = question.term;
    let names = format!("{} · {}", term.name.get(lang), term.name.get(lang.other()));
    let said = if right {
        console.paint(GREEN, Text::new("✓ right: ", "✓ 对：").get(lang))
    } else {
        console.paint(RED, Text::new("✗ it is: ", "✗ 应是：").get(lang))
    };
    let names = console.paint(BOLD, &names);
    let due = deck.card(term.id).map(|card| date::show(card.due, lang));
    let again = Text::new("again on {0}", "{0}再考").fill(lang, &[due.unwrap_or_default()]);
    let again = console.paint(FAINT, &again);
    console.line(&format!("{said}{names}  {again}"))
}

fn progress(deck: &Deck, console: &mut Console) -> Result<(), Failure> {
    let (met, known) = deck.count();
    let text = Text::new(
        "{0} of {1} terms met, {2} of them known for good.",
        "{1}个术语学过{0}个，其中{2}个已经记牢。",
    );
    let numbers = [met, TERMS.len(), known].map(|it| it.to_string());
    console.line(&text.fill(console.lang, &numbers))
}
