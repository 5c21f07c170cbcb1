//! `farsight peers`: a round of reviews among students, shared out and collected.

mod back;

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::Format;
use super::console::{Console, count, visible};
use super::failure::{Exit, Failure};
use super::grade::class::{Asked, wrong};
use super::grade::{EXERCISE, ROSTER, RUBRIC};
use super::help::Help;
use crate::classroom::peers::round::KEY;
use crate::classroom::peers::{Round, anonymous, blank, collect};
use crate::classroom::student::{Handed, same};
use crate::plan::Document;
use crate::store::{self, error::shown};
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "peers",
    about: Text::new(
        "Share out plans for peer review, and collect the reviews",
        "分发计划供学生互评，并收回评语",
    ),
    more: Text::new(
        "`assign` gives every student as many plans to review as every plan gets reviews. Nobody gets the own plan, another file of the same name, or one from the same folder inside the class. A folder is written: `reviewers/CODE/` holds the plans without owner, comments and the author's name, and a form for each, made of the rubric; `key.toml` says who is who and is for you alone. Give each student the folder with his or her code.\n\n`collect` reads the forms that came back. For each author it tells the level in the middle for each criterion and marks where reviewers are more than one level apart; for each reviewer it tells what is done and what is missing. Forms that cannot be read are listed with their lines. With -o a page for each author is written, without the names of reviewers. Levels are opinions of students and enter no grade.\n\nExit codes: 0 all is there; 1 something is missing or broken; 2 wrong usage, or it cannot be shared out; 3 cannot read or write.",
        "`assign` 让每人评的份数与每份计划得到的评价数相同。谁也不会分到自己的计划、同名的另一份文件，或班级文件夹里同一子文件夹的计划。写出一个文件夹：`reviewers/代码/` 里是去掉负责人、注释和作者姓名的计划，每份配一张按评分表制成的互评表；`key.toml` 记着谁是谁，只供你自己看。把写有各自代码的文件夹发给学生。\n\n`collect` 读取交回的互评表。对每位作者，列出每一项的中间等级，意见相差超过一级的加以标明；对每位评阅人，列出已完成和缺少的份数。读不了的互评表会列出行号。用 -o 为每位作者写一页反馈，不含评阅人姓名。等级只是学生的意见，不计入成绩。\n\n退出码：0 全部齐备；1 有缺少或损坏的；2 用法有误，或无法分配；3 无法读写。",
    ),
    args: &[
        (
            "action",
            Text::new(
                "assign shares plans out, collect reads what came back",
                "assign 分发计划，collect 收回互评表",
            ),
        ),
        (
            "folder",
            Text::new(
                "For assign the folder of what was handed in; for collect the folder of the round",
                "assign 时为学生提交的文件夹；collect 时为这一轮互评的文件夹",
            ),
        ),
        (
            "reviews",
            Text::new("How many reviews each plan gets", "每份计划得到几份评价"),
        ),
        (
            "seed",
            Text::new(
                "A number from which the sharing out follows; otherwise by chance",
                "决定分配结果的数字；不写则随机",
            ),
        ),
        ("exercise", EXERCISE),
        ("rubric", RUBRIC),
        ("roster", ROSTER),
        (
            "output",
            Text::new(
                "The folder to write into: a new one, or an empty one",
                "写入的文件夹：新的或空的",
            ),
        ),
        (
            "format",
            Text::new(
                "text or json, for collect",
                "collect 的输出格式：text 或 json",
            ),
        ),
    ],
    examples: &[
        (
            "farsight peers assign class --reviews 3 -o round",
            Text::new("share out a class", "为全班分配互评"),
        ),
        (
            "farsight peers collect round -o reviews",
            Text::new("what came back", "收回互评"),
        ),
    ],
};

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Action {
    Assign,
    Collect,
}

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    action: Action,
    folder: PathBuf,
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    reviews: usize,
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u32>,
    #[arg(long, value_name = "NAME", conflicts_with = "rubric")]
    exercise: Option<String>,
    #[arg(long, value_name = "FILE")]
    rubric: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// Shares out a round, or collects one.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    match args.action {
        Action::Assign => share(args, console),
        Action::Collect => back::run(args, console),
    }
}

fn share(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let Some(output) = &args.output else {
        let what = Text::new(
            "Name a folder for the round: -o FOLDER.",
            "请指定这一轮互评的文件夹：-o 文件夹。",
        );
        return Err(Failure::usage(what.get(lang).to_owned()));
    };
    may(output, console)?;
    let mut asked = Asked::of(&args.folder);
    asked.exercise = args.exercise.as_deref();
    asked.rubric = args.rubric.as_deref();
    asked.roster = args.roster.as_deref();
    asked.output = Some(output);
    let loaded = asked.load(console)?;
    let (sound, unsound): (Vec<Handed>, Vec<Handed>) =
        (loaded.class.handed.into_iter()).partition(Handed::is_sound);
    let seed = args.seed.unwrap_or_else(chance);
    let group = groups(&sound);
    let round = Round::new(&sound, &group, args.reviews, seed, &loaded.rubric);
    let Some(round) = round else {
        let what = Text::new(
            "{0} plans cannot be shared out so that each gets {1} reviews from others.",
            "{0}份计划无法分配成每份得到{1}份他人的评价。",
        );
        let next = Text::new(
            "Ask for fewer with --reviews, or look for a group that is too large.",
            "请用 --reviews 减少份数，或看看是否有一组人数太多。",
        );
        let counts = [sound.len().to_string(), args.reviews.to_string()];
        return Err(Failure::usage(what.fill(lang, &counts)).hint(next.get(lang).to_owned()));
    };
    let write = |path: &str, text: &str| {
        let saved = store::overwrite(&output.join(path), text.as_bytes());
        saved
            .map(drop)
            .map_err(|error| Failure::saving(&error, lang))
    };
    write(KEY, &round.write())?;
    let plans: Vec<String> = sound.iter().map(without_author).collect();
    for author in &round.authors {
        for code in &author.reviews {
            let plan = round.of_plan(code).and_then(|at| plans.get(at));
            let plan = plan.map_or("", String::as_str);
            write(&format!("reviewers/{}/{code}.toml", author.reviewer), plan)?;
            let form = blank(&loaded.rubric, code, &author.reviewer, lang);
            write(&collect::path(&author.reviewer, code), &form)?;
        }
    }
    for it in &unsound {
        let why = it
            .matters
            .first()
            .map(|it| it.say(lang))
            .unwrap_or_default();
        let text = Text::new("Not shared out: {0}. {1}", "未分配：{0}。{1}");
        console.line(&console.say(text, &[&visible(&it.file), &visible(&why)]))?;
    }
    let text = Text::new(
        "{0} plans, {1} for each, in {2}. Keep {3} to yourself.",
        "{0}份计划，每份{1}，写在 {2}。{3} 请自己留着。",
    );
    let plans = round.authors.len().to_string();
    let each = count(
        args.reviews,
        Text::new("{0} review", "{0}份评价"),
        Text::new("{0} reviews", "{0}份评价"),
        lang,
    );
    console.line(&console.say(text, &[&plans, &each, &shown(output), KEY]))?;
    Ok(if unsound.is_empty() {
        Exit::Clean
    } else {
        Exit::Findings
    })
}

/// A number that nobody can foresee; a student could work out from a known one who is who.
fn chance() -> u32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(0, |it| it.subsec_nanos() ^ it.as_secs() as u32)
}

/// For each file a number that it shares with those of its author and of its folder.
fn groups(handed: &[Handed]) -> Vec<usize> {
    let folder = |it: &Handed| {
        it.file
            .rsplit_once('/')
            .map(|(folder, _)| folder.to_owned())
    };
    let mut group: Vec<usize> = (0..handed.len()).collect();
    for (at, one) in handed.iter().enumerate() {
        for (earlier, other) in handed.iter().enumerate().take(at) {
            let is_one = folder(one).is_some() && folder(one) == folder(other);
            if !is_one && !same(&one.student.name, &other.student.name) {
                continue;
            }
            let (from, to) = (group.get(at).copied(), group.get(earlier).copied());
            if let (Some(from), Some(to)) = (from, to) {
                let theirs = group.iter_mut().filter(|it| **it == from);
                theirs.for_each(|it| *it = to);
            }
        }
    }
    group
}

/// The plan of a student as others may see it.
fn without_author(it: &Handed) -> String {
    let owner = Document::parse(it.text.as_str()).value("plan.owner");
    let owner = owner.map(|it| it.plain()).unwrap_or_default();
    anonymous(&it.text, &[&it.student.name, &owner])
}

/// Refuses a folder with something in it: a second round over a first would mix the two.
fn may(output: &Path, console: &Console) -> Result<(), Failure> {
    let is_filled = std::fs::read_dir(output).is_ok_and(|mut it| it.next().is_some());
    if !is_filled {
        return Ok(());
    }
    let what = Text::new("{0} holds other files.", "{0} 里有别的文件。");
    let next = Text::new(
        "Name a new folder with -o, or an empty one.",
        "请用 -o 指定新的或空的文件夹。",
    );
    Err(Failure::usage(console.say(what, &[&shown(output)])).hint(console.say(next, &[])))
}
