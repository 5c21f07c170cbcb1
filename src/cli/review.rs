//! `farsight review`: which rows of a plan a person has looked at, and which changed since.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde_json::{Value, json};

use super::Format;
use super::console::{BOLD, Console, FAINT, visible};
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::plan::syntax_error;
use crate::plan::{Document, EditError};
use crate::review::marks::{Item, Mark, Marks, State, items};
use crate::review::outline::Outline;
use crate::store::{self, OpenError, error::shown};
use crate::words::{Lang, Text};

/// The schema of the JSON output.
const SCHEMA: &str = "farsight.review/1";

pub(super) const HELP: Help = Help {
    name: "review",
    about: Text::new(
        "Keep track of which rows of a plan have been looked at",
        "记录计划里哪些条目有人看过",
    ),
    more: Text::new(
        "A mark says that a person has looked at a row as it is now. When the row changes, or something that it hangs on (the need under a benefit), it turns suspect until somebody looks again. A new layout changes nothing.\n\nMarks stand in a file beside the plan: tea.reviewed.toml beside tea.toml. Each row has a line of its own there, so that two people's marks merge.",
        "标记表示有人看过这一条现在的内容。这一条变了，或它所依据的内容（如利益背后的需要）变了，它就存疑，直到有人再看一遍。只改排版不算变动。\n\n标记放在计划旁边的文件里：tea.toml 旁边是 tea.reviewed.toml。每一条各占一行，两个人的标记可以合并。",
    ),
    args: &[
        ("plan", Text::new("The plan", "计划文件")),
        (
            "mark",
            Text::new(
                "Note that a row, or all below a path, was looked at; may be repeated",
                "记下看过这一条，或这个路径下的全部；可以写多个",
            ),
        ),
        (
            "unmark",
            Text::new("Take such notes back", "取消这样的标记"),
        ),
        ("by", Text::new("Who looked", "谁看的")),
        ("note", Text::new("What there is to say", "要说明的话")),
        (
            "today",
            Text::new(
                "The day of the mark, as 2027-06-30; otherwise the date of the machine",
                "标记的日期，如 2027-06-30；不写则用本机日期",
            ),
        ),
        (
            "list",
            Text::new("List the marks, with their notes", "列出标记和说明"),
        ),
        (
            "check",
            Text::new(
                "End with 1 if anything is suspect",
                "有存疑的条目则以 1 退出",
            ),
        ),
        (
            "format",
            Text::new("For people or for programs", "给人看，或给程序读"),
        ),
    ],
    examples: &[
        (
            "farsight review plan.toml",
            Text::new("what is left to look at", "还有哪些要看"),
        ),
        (
            "farsight review plan.toml --mark value.benefits --by Ana",
            Text::new("every benefit was looked at", "全部利益都已看过"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    #[arg(long, value_name = "PATH")]
    mark: Vec<String>,
    #[arg(long, value_name = "PATH")]
    unmark: Vec<String>,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    #[arg(long)]
    list: bool,
    #[arg(long)]
    check: bool,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Marks rows, or tells how it stands with them.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let name = shown(&args.plan);
    let text = store::text(&args.plan).map_err(|error| Failure::opening(&error, lang))?;
    if let Some(byte) = syntax_error(&text) {
        let document = Document::parse(text);
        return Err(Failure::editing(
            &EditError::Broken(byte),
            &document,
            &name,
            lang,
        ));
    }
    let items = items(&Outline::read(&text));
    let beside = beside(&args.plan);
    let (mut marks, stamp) = match store::open(&beside) {
        Ok(opened) => (Marks::read(&opened.text), Some(opened.stamp)),
        Err(OpenError::NotFound(_)) => (Marks::default(), None),
        Err(error) => return Err(Failure::opening(&error, lang)),
    };
    marks.follow(&items);
    if args.mark.is_empty() && args.unmark.is_empty() {
        return tell(args, &name, &marks, &items, console);
    }
    let by = args.by.clone().or_else(|| console.settings.name.clone());
    let today = args.today.unwrap_or_else(Console::today);
    let mut told = Vec::new();
    for path in &args.mark {
        for item in below(path, &items, lang)? {
            marks.mark(item, &items, by.as_deref(), today, args.note.as_deref());
            told.push((Text::new("looked at: {0}", "已看过：{0}"), item));
        }
    }
    for path in &args.unmark {
        for item in below(path, &items, lang)? {
            if marks.0.remove(&item.path).is_some() {
                told.push((Text::new("no longer looked at: {0}", "已取消：{0}"), item));
            }
        }
    }
    let plan = args.plan.file_name().map(Path::new).map(shown);
    let written = marks.write(&plan.unwrap_or_default(), &items);
    store::save(&beside, written.as_bytes(), stamp.as_ref())
        .map_err(|error| Failure::saving(&error, lang))?;
    for (text, item) in told {
        console.line(&console.say(text, &[&titled(item, lang)]))?;
    }
    Ok(Exit::Clean)
}

/// The file of the marks: `tea.reviewed.toml` beside `tea.toml`.
pub(super) fn beside(plan: &Path) -> PathBuf {
    plan.with_extension("reviewed.toml")
}

/// The rows at and below a path.
fn below<'i>(path: &str, items: &'i [Item], lang: Lang) -> Result<Vec<&'i Item>, Failure> {
    let wanted = crate::plan::Path::parse(path);
    let found: Vec<&Item> = items
        .iter()
        .filter(|item| crate::plan::Path::parse(&item.path).starts_with(&wanted))
        .collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let what = Text::new(
        "There is no row or table at {0}, or it says nothing.",
        "{0} 处没有条目或表，或者还是空的。",
    );
    let next = Text::new(
        "`farsight review PLAN` lists what can be looked at.",
        "`farsight review 计划` 列出可以标记的内容。",
    );
    let failure = Failure::usage(what.fill(lang, &[path.to_owned()]));
    Err(failure.hint(next.get(lang).to_owned()))
}

/// A row as people call it, with its path.
fn titled(item: &Item, lang: Lang) -> String {
    let name = item.caption.as_deref();
    let name = name.unwrap_or_else(|| item.section.label.get(lang));
    format!("{}  {}", item.path, visible(&name.replace('\n', " ")))
}

fn signed(mark: &Mark, console: &Console) -> String {
    let day = mark.on.map(|day| day.to_string()).unwrap_or_default();
    match &mark.by {
        Some(by) => {
            let text = Text::new("{0}, {1}", "{0}，{1}");
            console.say(text, &[by, &day])
        }
        None => day,
    }
}

fn tell(
    args: &Args,
    name: &str,
    marks: &Marks,
    items: &[Item],
    console: &mut Console,
) -> Result<Exit, Failure> {
    let states: Vec<(&Item, State)> = items
        .iter()
        .map(|item| (item, marks.state(item, items)))
        .collect();
    let suspect = states
        .iter()
        .any(|(_, state)| matches!(state, State::Suspect { .. }));
    match (args.format, args.list) {
        (Format::Json, _) => as_json(name, &states, console)?,
        (Format::Text, true) => as_list(&states, console)?,
        (Format::Text, false) => as_text(name, &states, console)?,
    }
    Ok(if args.check && suspect {
        Exit::Findings
    } else {
        Exit::Clean
    })
}

fn as_list(states: &[(&Item, State)], console: &mut Console) -> Result<(), Failure> {
    for (item, state) in states {
        let (State::LookedAt(mark) | State::Suspect { mark, .. }) = state else {
            continue;
        };
        let mut line = format!("{}  {}", item.path, signed(mark, console));
        if let Some(note) = &mark.note {
            line.push_str(console.say(Text::new(": {0}", "：{0}"), &[note]).as_str());
        }
        console.line(&visible(&line))?;
    }
    Ok(())
}

fn as_text(name: &str, states: &[(&Item, State)], console: &mut Console) -> Result<(), Failure> {
    let lang = console.lang;
    let of = |wanted: usize| {
        let place = |state: &State| match state {
            State::Suspect { .. } => 0,
            State::NotYet => 1,
            State::LookedAt(_) => 2,
        };
        let found = states.iter().filter(move |(_, it)| place(it) == wanted);
        found.collect::<Vec<_>>()
    };
    let [suspect, open, done] = [of(0), of(1), of(2)];
    let head = Text::new(
        "{0}: {1} of {2} looked at, {3} suspect, {4} not yet",
        "{0}：共{2}条，看过{1}条，存疑{3}条，未看{4}条",
    );
    let counts = [done.len(), states.len(), suspect.len(), open.len()].map(|n| n.to_string());
    let [done_n, all_n, suspect_n, open_n] = &counts;
    console.line(&console.say(head, &[name, done_n, all_n, suspect_n, open_n]))?;
    let headings = [
        Text::new("Suspect", "存疑"),
        Text::new("Not yet", "未看"),
        Text::new("Looked at", "看过"),
    ];
    for (heading, group) in headings.iter().zip([suspect, open, done]) {
        if group.is_empty() {
            continue;
        }
        console.line("")?;
        console.line(&console.paint(BOLD, heading.get(lang)))?;
        for (item, state) in group {
            console.line(&format!("  {}", titled(item, lang)))?;
            match state {
                State::NotYet => {}
                State::LookedAt(mark) => {
                    let line = format!("      {}", visible(&signed(mark, console)));
                    console.line(&console.paint(FAINT, &line))?;
                }
                State::Suspect { mark, changed } => {
                    let why = why(item, changed, console);
                    let text = Text::new("changed since {0}: {1}", "{0} 看过以后有变动：{1}");
                    let line = console.say(text, &[&signed(mark, console), &why]);
                    console.line(&format!("      {}", visible(&line)))?;
                }
            }
        }
    }
    Ok(())
}

/// What changed: the row itself, or the rows above it by their paths.
fn why(item: &Item, changed: &[String], console: &Console) -> String {
    let itself = Text::new("the row itself", "这一条本身");
    let said: Vec<&str> = changed
        .iter()
        .map(|path| {
            if *path == item.path {
                itself.get(console.lang)
            } else {
                path.as_str()
            }
        })
        .collect();
    said.join(console.say(Text::new(", ", "、"), &[]).as_str())
}

fn as_json(name: &str, states: &[(&Item, State)], console: &mut Console) -> Result<(), Failure> {
    let rows: Vec<Value> = states
        .iter()
        .map(|(item, state)| {
            let (word, mark, changed) = match state {
                State::NotYet => ("not-yet", None, None),
                State::LookedAt(mark) => ("looked-at", Some(mark), None),
                State::Suspect { mark, changed } => ("suspect", Some(mark), Some(changed)),
            };
            json!({
                "path": item.path,
                "name": item.caption,
                "state": word,
                "by": mark.and_then(|mark| mark.by.as_ref()),
                "on": mark.and_then(|mark| mark.on).map(|day| day.to_string()),
                "note": mark.and_then(|mark| mark.note.as_ref()),
                "changed": changed,
            })
        })
        .collect();
    let out = json!({ "schema": SCHEMA, "plan": name, "rows": rows });
    file::json(&out, console)
}
