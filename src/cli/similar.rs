//! `farsight similar`: pairs of plans that a teacher should look at together.

mod page;
mod show;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde_json::json;

use super::console::{Console, count};
use super::failure::{Exit, Failure};
use super::grade::class::{Asked, text};
use super::help::Help;
use super::{exercises, file};
use crate::classroom::similarity::{Pair, Sign, Similarity, compare};
use crate::classroom::student::{self, Handed, Matter};
use crate::classroom::{Exercise, Marks};
use crate::report::{self, Paper};
use crate::store;
use crate::words::{Lang, Text};

/// The schema of the JSON output.
const SCHEMA: &str = "farsight.similar/1";

pub(super) const HELP: Help = Help {
    name: "similar",
    about: Text::new(
        "Find pairs of plans to look at together",
        "找出值得对照着看的计划",
    ),
    more: Text::new(
        "It shows which plans of a class say the same thing, with the passages side by side. What that means is for you to judge: students who worked together, a source that both used, or a copy.\n\nMeasured is the share of a plan's own words that stands, sentence by sentence, in another plan. The order of sentences does not matter; names and numbers are passed over. What stands in the plan that was given, in the worked answer, in quotation marks or in most plans of the class counts nothing, and what few plans have counts most. A pair is listed when it shares far more than is usual in this class, or when the same unusual figures stand in three fields. A translation into another language is found by its figures only.\n\nOf three plans and more that hang together each is shown once. Files that cannot be read are listed.\n\nExit codes: 0 no pair stands out; 1 some do, or a file cannot be read; 2 wrong usage; 3 cannot read.",
        "列出班上哪些计划说了同样的话，并把相同的段落并排显示。这说明什么，由你判断：可能是一起讨论过，可能用了同一份资料，也可能是照抄。\n\n衡量的是：一份计划自己写的话里，有多大份额逐句出现在另一份计划中。句子的先后不影响结果，名称和数字不计。起始计划和参考答案里有的、引号里的、班上多数人都写的，一概不算；越少人写的，分量越重。相同份额远高于本班常态的，或者有三个字段出现同样的特殊数字的，就列为一对。译成另一种语言的文字，只能靠数字发现。\n\n三份以上互相关联时，合为一组，只列一次。无法读取的文件会单独列出。\n\n退出码：0 没有突出的；1 有，或有文件无法读取；2 用法有误；3 无法读取文件夹。",
    ),
    args: &[
        (
            "folder",
            Text::new(
                "The folder of what was handed in",
                "学生提交的文件所在的文件夹",
            ),
        ),
        (
            "exercise",
            Text::new(
                "The exercise, by name or folder: its plans to begin from and its worked answers count nothing",
                "练习的名称或文件夹：其起始计划和参考答案不计",
            ),
        ),
        (
            "handout",
            Text::new(
                "A plan that everybody had: what it says counts nothing; may be given more than once",
                "人人都拿到的计划，其中的话不计；可写多次",
            ),
        ),
        (
            "passages",
            Text::new(
                "How many passages of a pair are shown",
                "每对显示几处相同的段落",
            ),
        ),
        (
            "format",
            Text::new(
                "text, json, markdown or html; without it what the name of the file says",
                "text、json、markdown 或 html；不写则按文件名的结尾",
            ),
        ),
        (
            "output",
            Text::new(
                "The file to write a page into; without it the standard output",
                "网页或文档写入的文件；不写则打印到标准输出",
            ),
        ),
        (
            "force",
            Text::new(
                "Overwrite a file that farsight did not write",
                "覆盖不是 farsight 写的文件",
            ),
        ),
    ],
    examples: &[
        (
            "farsight similar class --exercise past-the-product",
            Text::new("a class and its exercise", "对照全班某个练习的计划"),
        ),
        (
            "farsight similar class -o look.html",
            Text::new(
                "a page with the passages side by side",
                "写成网页，相同的段落并排显示",
            ),
        ),
        (
            "farsight similar class --handout template.toml",
            Text::new("without what you handed out", "扣除发下去的模板"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    folder: PathBuf,
    #[arg(long, value_name = "NAME")]
    exercise: Option<String>,
    #[arg(long, value_name = "FILE")]
    handout: Vec<PathBuf>,
    #[arg(long, value_name = "NUMBER")]
    passages: Option<usize>,
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, requires = "output")]
    force: bool,
}

/// How the pairs are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Markdown,
    Html,
}

/// So many passages of a pair are shown on a terminal, and on a page.
const PASSAGES: [usize; 2] = [5, 20];

/// A class and what it has in common.
struct Found {
    /// What can be compared; a file that is broken from some line on can, up to there.
    plans: Vec<Handed>,
    /// What cannot.
    unread: Vec<Handed>,
    similar: Similarity,
}

/// Compares a class.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let found = find(args, console.lang)?;
    let most = |usual: usize| args.passages.unwrap_or(usual);
    let [on_terminal, on_page] = PASSAGES.map(most);
    match format(args, console.lang)? {
        Format::Text => show::show(&found, on_terminal, console)?,
        Format::Json => machine(&found, console)?,
        Format::Markdown => write("markdown", &found, on_page, args, console)?,
        Format::Html => write("html", &found, on_page, args, console)?,
    }
    let is_clean = found.similar.pairs.is_empty() && found.unread.is_empty();
    Ok(if is_clean {
        Exit::Clean
    } else {
        Exit::Findings
    })
}

/// The format that is asked for, or that the name of the file tells.
fn format(args: &Args, lang: Lang) -> Result<Format, Failure> {
    let Some(output) = &args.output else {
        return Ok(args.format.unwrap_or(Format::Text));
    };
    let ending = output
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase());
    let named = match ending.as_deref() {
        Some("html" | "htm") => Some(Format::Html),
        Some("md") => Some(Format::Markdown),
        _ => None,
    };
    let page = |it: &Format| matches!(it, Format::Markdown | Format::Html);
    args.format.or(named).filter(page).ok_or_else(|| {
        let what = Text::new(
            "A file is written as Markdown or HTML.",
            "写入文件的格式只能是 Markdown 或 HTML。",
        );
        let next = Text::new(
            "Name it .md or .html, or add --format html. For programs: --format json without -o.",
            "文件名请用 .md 或 .html 结尾，或加 --format html。给程序用：--format json，不加 -o。",
        );
        Failure::usage(what.get(lang).to_owned()).hint(next.get(lang).to_owned())
    })
}

/// Writes the page, or prints it.
fn write(
    key: &str,
    found: &Found,
    most: usize,
    args: &Args,
    console: &mut Console,
) -> Result<(), Failure> {
    use std::io::Write as _;

    let lang = console.lang;
    let page = page::page(found, most, lang);
    let bytes = report::format(key).map(|it| (it.write)(&page, Paper::default()));
    let bytes = bytes.unwrap_or_default();
    let Some(path) = &args.output else {
        return Ok(console.out.write_all(&bytes)?);
    };
    super::report::write(path, &bytes, args.force, lang)?;
    let pairs = count(
        found.similar.pairs.len(),
        Text::new("1 pair", "1对"),
        Text::new("{0} pairs", "{0}对"),
        lang,
    );
    let text = Text::new(
        "{0} to look at, written to {1}.",
        "要对照的有{0}，已写入 {1}。",
    );
    console.line(&text.fill(lang, &[pairs, store::error::shown(path)]))
}

fn find(args: &Args, lang: Lang) -> Result<Found, Failure> {
    let exercise = args.exercise.as_deref();
    let exercise = exercise.map(|it| exercises::find(it, lang)).transpose()?;
    let mut given: Vec<String> = Vec::new();
    for path in &args.handout {
        given.push(text(path, lang)?);
    }
    let files = Asked::of(&args.folder).files(&args.folder, lang)?;
    let handout = |path: &str| {
        let whole = |path: &Path| path.canonicalize().ok();
        let file = whole(&args.folder.join(path));
        file.is_some() && args.handout.iter().any(|it| whole(it) == file)
    };
    let files = files.into_iter().filter(|it| !handout(&it.path)).collect();
    let class = student::class(files, None, exercise.as_ref(), &Marks::default(), None);
    // Plans of an exercise that comes with the program are known without being told.
    let mut known: Vec<Exercise> = exercise.into_iter().collect();
    if known.is_empty() {
        for it in &class.handed {
            let named = crate::classroom::of_plan(&it.text, |_| None);
            if let Some(named) = named.filter(|it| known.iter().all(|old| old.name != it.name)) {
                known.push(named);
            }
        }
    }
    given.extend(known.iter().flat_map(Exercise::given));
    let stops = |it: &Matter| matches!(it, Matter::Unreadable(_) | Matter::Empty | Matter::NoPlan);
    let (unread, plans): (Vec<Handed>, Vec<Handed>) =
        (class.handed.into_iter()).partition(|it| it.matters.iter().any(stops));
    let texts: Vec<&str> = plans.iter().map(|it| it.text.as_str()).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let similar = compare(&texts, &given);
    Ok(Found {
        plans,
        unread,
        similar,
    })
}

impl Found {
    fn file(&self, at: usize) -> &str {
        self.plans.get(at).map_or("", |it| it.file.as_str())
    }
}

/// The same for programs.
fn machine(found: &Found, console: &mut Console) -> Result<(), Failure> {
    let similar = &found.similar;
    let pair = |it: &Pair| {
        let [one, other] = it.plans;
        let passages = it.passages.iter().map(|it| {
            let sides = it.places.each_ref();
            json!(sides.map(|side| json!({ "line": side.line, "text": side.text })))
        });
        let figures = it
            .figures
            .iter()
            .map(|it| json!({ "field": it.field, "value": it.value, "lines": it.lines }));
        json!({
            "files": [found.file(one), found.file(other)],
            "score": rounded(it.score),
            "shares": it.shares.map(rounded),
            "sign": match it.sign { Sign::Words => "words", Sign::Figures => "figures" },
            "passages": passages.collect::<Vec<_>>(),
            "figures": figures.collect::<Vec<_>>(),
        })
    };
    let files = |all: &[usize]| {
        let all = all.iter().map(|at| found.file(*at));
        all.map(str::to_owned).collect::<Vec<_>>()
    };
    let unread = found.unread.iter().map(|it| {
        let why = it.matters.first().map(|it| it.say(Lang::En));
        json!({ "file": it.file, "why": why })
    });
    let out = json!({
        "schema": SCHEMA,
        "plans": found.plans.len(),
        "usual": rounded(similar.usual),
        "fence": rounded(similar.fence),
        "small_class": similar.is_small,
        "pairs": similar.pairs.iter().map(pair).collect::<Vec<_>>(),
        "groups": similar.groups.iter().map(|it| files(&it.plans)).collect::<Vec<_>>(),
        "bare": files(&similar.bare),
        "unread": unread.collect::<Vec<_>>(),
    });
    file::json(&out, console)
}

/// A share with four digits; more would pretend to know more.
fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
