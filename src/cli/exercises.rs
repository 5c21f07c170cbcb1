//! `farsight exercises`: tasks for a class, each with a plan to begin from.

use std::path::{Path, PathBuf};

use super::console::{BOLD, Console, FAINT, visible};
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::classroom::{Both, Exercise, embedded, exercises};
use crate::store::{self, error::shown};
use crate::words::{Lang, Text, date, wrap};

/// How wide prose is.
const CELLS: usize = 78;

pub(super) const HELP: Help = Help {
    name: "exercises",
    about: Text::new("Show the exercises for a class", "查看课堂练习"),
    more: Text::new(
        "Without a name it lists them; with a name it shows the case, the rules that matter, what is judged and the questions. A folder with an `exercise.toml` is an exercise of your own: `--copy` gives you one to change. `farsight new --exercise` begins a plan from one.\n\nHints unfold one by one. The worked answer is shown only when the exercise's file says `allow_answer = true`, or `answer_from` is a day that has come.",
        "不写名称就列出全部；写上名称，就显示案例、涉及的规则、评什么、要回答的问题。含有 `exercise.toml` 的文件夹就是你自己的练习，可用 `--copy` 复制一份来改。`farsight new --exercise` 从练习开始写计划。\n\n提示一条一条展开。只有练习文件里写了 `allow_answer = true`，或 `answer_from` 那天已到，才显示参考答案。",
    ),
    args: &[
        (
            "name",
            Text::new(
                "The exercise, or the folder of one; the beginning of its name is enough",
                "练习名，或练习所在的文件夹；名称写开头几个字母即可",
            ),
        ),
        ("hints", Text::new("Unfold so many hints", "展开前几条提示")),
        (
            "answer",
            Text::new(
                "Print the worked answer, where the teacher allows it",
                "打印参考答案（教师允许时）",
            ),
        ),
        (
            "copy",
            Text::new(
                "Write the exercise's files into a new folder, to be changed",
                "把练习的文件写进一个新文件夹，供修改",
            ),
        ),
    ],
    examples: &[
        (
            "farsight exercises",
            Text::new("all of them", "列出全部练习"),
        ),
        (
            "farsight exercises past --hints 2",
            Text::new("one, with two hints", "看一个练习，展开两条提示"),
        ),
        (
            "farsight exercises one-voice --copy exercises/museum",
            Text::new("one of your own", "复制成自己的练习"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    name: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    hints: usize,
    #[arg(long, requires = "name")]
    answer: bool,
    #[arg(
        long,
        value_name = "FOLDER",
        requires = "name",
        conflicts_with = "answer"
    )]
    copy: Option<PathBuf>,
}

/// Lists the exercises, or shows one.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let Some(name) = &args.name else {
        return list(console);
    };
    if let Some(folder) = &args.copy {
        return copy(name, folder, console);
    }
    let exercise = find(name, console.lang)?;
    if args.answer {
        answer(&exercise, console)
    } else {
        show(&exercise, args.hints, console)
    }
}

/// The exercise with this name, or in this folder.
pub(super) fn find(name: &str, lang: Lang) -> Result<Exercise, Failure> {
    let folder = Path::new(name);
    if folder.is_dir() {
        let whole = folder.canonicalize();
        let whole = whole.as_deref().unwrap_or(folder);
        let own = whole.file_name().unwrap_or_default().to_string_lossy();
        let file = |file: &str| store::text(&folder.join(file)).ok();
        return Exercise::read(&own, file).map_err(|wrongs| {
            let what = Text::new(
                "{0} is no exercise that can be used.",
                "{0} 不是可用的练习。",
            );
            let failure = Failure::files(what.fill(lang, &[shown(folder)]));
            let hints = wrongs.iter().map(|it| it.message(lang));
            hints.fold(failure, Failure::hint)
        });
    }
    embedded::exercise(name).ok_or_else(|| {
        let what = Text::new("There is no exercise “{0}”.", "没有“{0}”这个练习。");
        let next = Text::new("The exercises are: {0}.", "练习有：{0}。");
        let names: Vec<&str> = embedded::names().collect();
        Failure::usage(what.fill(lang, &[name])).hint(next.fill(lang, &[names.join(", ")]))
    })
}

fn list(console: &mut Console) -> Result<Exit, Failure> {
    for (at, exercise) in exercises().iter().enumerate() {
        if at > 0 {
            console.line("")?;
        }
        head(exercise, console)?;
        prose(&exercise.aim, "  ", console)?;
    }
    let next = Text::new(
        "`farsight exercises NAME` shows one; `farsight new plan.toml --exercise NAME` begins it.",
        "`farsight exercises 练习名` 查看详情；`farsight new plan.toml --exercise 练习名` 开始做。",
    );
    console.hint(next.get(console.lang));
    Ok(Exit::Clean)
}

/// The name, the title, how long it takes and which steps it is about.
fn head(exercise: &Exercise, console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let steps: Vec<&str> = exercise
        .steps
        .iter()
        .map(|it| it.label().get(lang))
        .collect();
    let steps = steps.join(Text::new(", ", "、").get(lang));
    let minutes = exercise.minutes.to_string();
    let about = Text::new("{0} minutes · {1}", "{0}分钟 · {1}").fill(lang, &[&minutes, &steps]);
    let name = console.paint(BOLD, &visible(&exercise.name));
    let title = visible(exercise.title.get(lang)).into_owned();
    let about = console.paint(FAINT, &about);
    console.line(&format!("{name}  {title}  {about}"))
}

fn prose(text: &Both, indent: &str, console: &mut Console) -> Result<(), Failure> {
    let text = visible(text.get(console.lang)).into_owned();
    for part in text.split('\n') {
        for line in wrap(part, CELLS - indent.len()) {
            console.line(format!("{indent}{line}").trim_end())?;
        }
    }
    Ok(())
}

fn heading(text: Text, console: &mut Console) -> Result<(), Failure> {
    console.line("")?;
    let text = console.paint(BOLD, text.get(console.lang));
    console.line(&text)
}

fn show(exercise: &Exercise, hints: usize, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    head(exercise, console)?;
    console.line("")?;
    prose(&exercise.brief, "", console)?;
    heading(Text::new("Rules that matter", "涉及的规则"), console)?;
    for rule in &exercise.rules {
        let title = console.paint(FAINT, rule.title.get(lang));
        console.line(&format!("  {} {}  {title}", rule.code, rule.name))?;
    }
    if !exercise.locked.is_empty() {
        heading(Text::new("Leave as it is", "不要改动"), console)?;
        for path in &exercise.locked {
            console.line(&format!("  {}", visible(&path.to_string())))?;
        }
    }
    heading(Text::new("What is judged", "评什么"), console)?;
    for row in &exercise.rubric.criteria {
        let points = row.points.round_dp(1).normalize();
        let name = visible(row.name.get(lang)).into_owned();
        console.line(&format!("  {:<3} {points:>5}  {name}", visible(&row.code)))?;
    }
    if !exercise.questions.is_empty() {
        heading(Text::new("Questions", "请书面回答"), console)?;
        for question in &exercise.questions {
            prose(question, "  ", console)?;
        }
    }
    if hints > 0 {
        heading(Text::new("Hints", "提示"), console)?;
        for hint in exercise.hints.iter().take(hints) {
            if let Some(rule) = hint.rule {
                let rule = console.paint(FAINT, rule.title.get(lang));
                console.line(&format!("  {rule}"))?;
            }
            prose(&hint.says, "  ", console)?;
        }
    }
    let left = exercise.hints.len().saturating_sub(hints);
    if left > 0 {
        let text = Text::new("{0} more with --hints {1}.", "还有{0}条提示：--hints {1}。");
        let text = text.fill(lang, &[left.to_string(), (hints + 1).to_string()]);
        console.hint(&text);
    }
    Ok(Exit::Clean)
}

fn answer(exercise: &Exercise, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    if let Some(text) = exercise.answer(lang, Some(Console::today())) {
        for line in text.lines() {
            console.line(&visible(line))?;
        }
        return Ok(Exit::Clean);
    }
    let what = match exercise.answer_from() {
        Some(day) if !exercise.shows_answer(Some(Console::today())) => Text::new(
            "The worked answer is shown from {0}.",
            "参考答案从{0}起显示。",
        )
        .fill(lang, &[date::show(day, lang)]),
        _ if exercise.shows_answer(Some(Console::today())) => Text::new(
            "This exercise has no worked answer.",
            "这个练习没有参考答案。",
        )
        .get(lang)
        .to_owned(),
        _ => Text::new(
            "The worked answer is the teacher's to show.",
            "参考答案由教师决定是否公布。",
        )
        .get(lang)
        .to_owned(),
    };
    let next = Text::new(
        "A teacher copies the exercise (`--copy`) and writes `allow_answer = true` into its file.",
        "教师可用 `--copy` 复制练习，在文件里写 `allow_answer = true`。",
    );
    Err(Failure::usage(what).hint(next.get(lang).to_owned()))
}

fn copy(name: &str, folder: &Path, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    find(name, lang)?;
    let Some(name) = embedded::named(name) else {
        let what = Text::new(
            "{0} is a folder already: copy it with the means of your system.",
            "{0} 本来就是文件夹，请用系统的办法复制。",
        );
        return Err(Failure::usage(what.fill(lang, &[name])));
    };
    for (file, text) in embedded::files(name) {
        let path = folder.join(file);
        store::save(&path, text.as_bytes(), None).map_err(|error| Failure::saving(&error, lang))?;
        let created = Text::new("created {0}", "已新建 {0}");
        console.line(&created.fill(lang, &[shown(&path)]))?;
    }
    let next = Text::new(
        "`farsight exercises {0}` reads it back and says what is wrong with it.",
        "`farsight exercises {0}` 会读一遍，并指出错处。",
    );
    console.hint(&next.fill(lang, &[shown(folder)]));
    Ok(Exit::Clean)
}
