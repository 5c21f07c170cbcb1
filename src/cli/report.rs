//! `farsight report`: a plan as a document for people who read and do not clone.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use jiff::civil::Date;

use super::check::gather::begins_as_a_plan;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::file::{self, STDIN};
use super::help::Help;
use crate::catalogue::{self, Section};
use crate::checks::{self, Finding};
use crate::plan::{self, Lines};
use crate::report::format::SIGN;
use crate::report::sheets::sheet;
use crate::report::{Document, html::site::Listed};
use crate::report::{FORMATS, Format, Paper, Shape, Told, findings, format, pdf, report, text};
use crate::settings::{Project, Trouble};
use crate::store::error::shown;
use crate::store::{self, SaveError};
use crate::words::{Lang, Text};

/// What a plan that cannot be read whole does not give.
const LOST: Text = Text::new("no report is made of it", "不写报告");

pub(super) const HELP: Help = Help {
    name: "report",
    about: Text::new(
        "Write a plan as a document for people who read",
        "把计划写成给人阅读的报告",
    ),
    more: Text::new(
        "The whole plan in the order of its steps, one page for a leader, or slides for a wall: the same words, numbers and charts in every format. Findings and answers stand folded at the end of their step.\n\nMarkdown and CSV go to the standard output; other formats stand beside the plan, as plan.html, plan.one-page.html, plan.slides.html. -o names a file, a folder, or - for the standard output. A file that farsight did not write is not overwritten.",
        "可以是按五步排列的完整计划、给领导看的一页纸，或投影用的幻灯片；各种格式的文字、数字和图表都一样。检查结果和答复折叠在各步骤末尾。\n\nMarkdown 和 CSV 写到标准输出；其他格式写在计划旁边：plan.html、plan.one-page.html、plan.slides.html。-o 可以写文件、文件夹，或用 - 表示标准输出。不是 farsight 写的文件不会被覆盖。",
    ),
    args: &[
        (
            "plan",
            Text::new(
                "The plan; `-` reads the standard input",
                "计划文件；`-` 表示读取标准输入",
            ),
        ),
        (
            "format",
            Text::new(
                "What to write; several with commas. Otherwise what -o ends in, or markdown",
                "写成什么格式，多个用逗号隔开；不写则看 -o 的后缀，或用 markdown",
            ),
        ),
        (
            "one_page",
            Text::new("One page for a leader", "给领导看的一页纸"),
        ),
        (
            "full",
            Text::new("The whole plan; this is the default", "完整计划（默认）"),
        ),
        ("slides", Text::new("Slides for a wall", "投影用的幻灯片")),
        (
            "paper",
            Text::new(
                "The paper of pdf, docx and xlsx; otherwise a4",
                "pdf、docx 和 xlsx 的纸张，不写则用 a4",
            ),
        ),
        (
            "section",
            Text::new(
                "Only this table of the plan, such as mix.products; for csv and xlsx",
                "只要计划中的这张表，如 mix.products；用于 csv 和 xlsx",
            ),
        ),
        (
            "no_findings",
            Text::new(
                "Leave out what the check found, and the answers",
                "不写检查结果和答复",
            ),
        ),
        (
            "output",
            Text::new(
                "A file, a folder, or `-` for the standard output",
                "文件、文件夹，或用 `-` 表示标准输出",
            ),
        ),
        (
            "force",
            Text::new(
                "Overwrite files that farsight did not write, too",
                "不是 farsight 写的文件也覆盖",
            ),
        ),
        (
            "today",
            Text::new(
                "The day of the report, as 2027-06-30; otherwise the date of the machine",
                "报告的日期，如 2027-06-30；不写则用本机日期",
            ),
        ),
    ],
    examples: &[
        (
            "farsight report plan.toml --format html",
            Text::new(
                "a page for the browser, beside the plan",
                "在计划旁边写一个网页",
            ),
        ),
        (
            "farsight report plan.toml --one-page -o plan.html",
            Text::new("one page for a leader", "给领导看的一页纸"),
        ),
        (
            "farsight report plan.toml --slides --format pdf --paper letter",
            Text::new("slides on American paper", "用美式 Letter 纸的幻灯片"),
        ),
        (
            "farsight report plan.toml --format html,json -o out/",
            Text::new("two formats into a folder", "两种格式，写进文件夹"),
        ),
        (
            "farsight report plan.toml --format xlsx,docx",
            Text::new(
                "a workbook with live formulas, and a document",
                "一个带公式的工作簿，一份文档",
            ),
        ),
        (
            "farsight report plan.toml --format csv --section mix.budget",
            Text::new("one table, to be edited", "一张可以编辑的表"),
        ),
        (
            "farsight report plan.toml --no-findings",
            Text::new(
                "Markdown, without what is open",
                "输出 Markdown，不含检查结果",
            ),
        ),
    ],
};

#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Args {
    plan: PathBuf,
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = formats())]
    format: Vec<String>,
    #[arg(long, conflicts_with_all = ["full", "slides"])]
    one_page: bool,
    #[arg(long, conflicts_with = "slides")]
    full: bool,
    #[arg(long)]
    slides: bool,
    #[arg(long, value_name = "PAPER", value_parser = papers())]
    paper: Option<String>,
    #[arg(long, value_name = "SECTION")]
    section: Option<String>,
    #[arg(long)]
    no_findings: bool,
    #[arg(long, short = 'o', value_name = "PATH")]
    output: Option<PathBuf>,
    #[arg(long)]
    force: bool,
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.key))
}

fn papers() -> PossibleValuesParser {
    PossibleValuesParser::new(Paper::NAMES.map(|(name, _)| name))
}

/// The paper of this name.
fn paper(name: Option<&str>) -> Paper {
    let found = Paper::NAMES.iter().find(|(known, _)| Some(*known) == name);
    found.map_or_else(Paper::default, |(_, paper)| *paper)
}

/// Writes a plan as documents.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let shape = match (args.one_page, args.slides) {
        (true, _) => Shape::Page,
        (_, true) => Shape::Slides,
        _ => Shape::Flow,
    };
    let formats = wanted(args, console.lang)?;
    let places = places(args, &formats, shape, console.lang)?;
    let section = section(args, &formats, console.lang)?;
    let text = file::text(&args.plan).map_err(|error| Failure::opening(&error, console.lang))?;
    let source = Source {
        path: &args.plan,
        text: &text,
        today: args.today.unwrap_or_else(Console::today),
        lang: console.lang,
    };
    let project = project(&args.plan, source.today, console.lang)?;
    let made = source.report(&project, shape, !args.no_findings)?;
    let (mut document, _) =
        made.map_err(|_| file::in_part(&shown(&args.plan), LOST, console.lang))?;
    if let Some(section) = section {
        // Where the plan says nothing yet, the headings are there to be filled in.
        document.sheets = vec![sheet(&plan::Document::parse(text.as_str()), section)];
    }
    for (format, place) in formats.iter().zip(places) {
        let bytes = (format.write)(&document, paper(args.paper.as_deref()));
        if bytes.is_empty() {
            return Err(unmade(format.key, console.lang));
        }
        match place {
            None => console.out.write_all(&bytes)?,
            Some(path) => {
                write(&path, &bytes, args.force, console.lang)?;
                let said = Text::new("Wrote {0}.", "已写出 {0}。");
                console.line(&said.fill(console.lang, &[shown(&path)]))?;
            }
        }
    }
    if formats.iter().any(|format| format.key == "pdf") {
        for line in unset(&text, &document, console.lang) {
            console.warn(&line);
        }
    }
    Ok(Exit::Clean)
}

/// Which characters a PDF could only show as an empty square, and where the plan has them.
fn unset(plan: &str, document: &Document, lang: Lang) -> Vec<String> {
    let said = Text::new(
        "The letters of the PDF have no {0} (U+{1}), first used in line {2} of the plan; an empty square stands there. The HTML report shows it: print that.",
        "PDF 的字体里没有 {0}（U+{1}），计划第{2}行首次用到；PDF 中以空方框代替。HTML 报告可以显示它，请打印 HTML。",
    );
    let place = |c: char| {
        let at = plan.find(c);
        at.map_or_else(String::new, |at| Lines::of(plan).place(at).line.to_string())
    };
    let missing = pdf::missing(document);
    let name = |c: &char| [c.to_string(), format!("{:04X}", u32::from(*c)), place(*c)];
    missing.iter().map(|c| said.fill(lang, &name(c))).collect()
}

/// The formats that are asked for, each once.
fn wanted(args: &Args, lang: Lang) -> Result<Vec<&'static Format>, Failure> {
    let mut formats: Vec<&Format> = Vec::new();
    for key in &args.format {
        if !formats.iter().any(|it| it.key == key) {
            formats.extend(format(key));
        }
    }
    if !formats.is_empty() {
        return Ok(formats);
    }
    let file = args.output.as_deref().filter(|path| !is_folder(path));
    let ending = file
        .and_then(Path::extension)
        .map(std::ffi::OsStr::to_ascii_lowercase);
    let meant = match ending {
        None => FORMATS.first(),
        Some(ending) => FORMATS.iter().find(|format| *format.ending == *ending),
    };
    let Some(meant) = meant else {
        let what = Text::new(
            "From {0} nobody can tell which format is meant.",
            "从 {0} 看不出要写成什么格式。",
        );
        let next = Text::new("Name one with --format: {0}.", "请用 --format 写明：{0}。");
        let keys: Vec<&str> = FORMATS.iter().map(|format| format.key).collect();
        let path = args.output.as_deref().map(shown).unwrap_or_default();
        let keys = keys.join(Text::new(", ", "、").get(lang));
        return Err(Failure::usage(what.fill(lang, &[path])).hint(next.fill(lang, &[keys])));
    };
    Ok(vec![meant])
}

/// The section that is asked for; a text of separated values holds one.
fn section(
    args: &Args,
    formats: &[&Format],
    lang: Lang,
) -> Result<Option<&'static Section>, Failure> {
    let Some(path) = &args.section else {
        if formats.iter().all(|format| format.key != "csv") {
            return Ok(None);
        }
        let what = Text::new("A CSV file holds one table.", "CSV 文件只能放一张表。");
        let next = Text::new(
            "Name it with --section, such as --section mix.products.",
            "请用 --section 写明，如 --section mix.products。",
        );
        return Err(Failure::usage(what.get(lang).to_owned()).hint(next.get(lang).to_owned()));
    };
    let holds = |format: &&Format| ["csv", "xlsx"].contains(&format.key);
    if formats.iter().all(holds) {
        return named_section(path, lang).map(Some);
    }
    let what = Text::new(
        "--section is for csv and xlsx.",
        "--section 只用于 csv 和 xlsx。",
    );
    let next = Text::new("Add --format csv.", "请加上 --format csv。");
    Err(Failure::usage(what.get(lang).to_owned()).hint(next.get(lang).to_owned()))
}

/// A section by its path.
pub(super) fn named_section(path: &str, lang: Lang) -> Result<&'static Section, Failure> {
    catalogue::section(path).ok_or_else(|| {
        let what = Text::new("No plan has a section {0}.", "计划里没有 {0} 这个部分。");
        let next = Text::new("They are: {0}.", "可以写：{0}。");
        let paths: Vec<&str> = catalogue::sections().map(|it| it.path).collect();
        let paths = paths.join(Text::new(", ", "、").get(lang));
        Failure::usage(what.fill(lang, &[path])).hint(next.fill(lang, &[paths]))
    })
}

/// Where each format goes; none is the standard output.
fn places(
    args: &Args,
    formats: &[&Format],
    shape: Shape,
    lang: Lang,
) -> Result<Vec<Option<PathBuf>>, Failure> {
    let one = formats.len() == 1;
    let shown = |format: &&Format| ["markdown", "csv"].contains(&format.key);
    let only_markdown = one && formats.iter().all(shown);
    let from_stdin = args.plan.as_os_str() == STDIN;
    let folder = match args.output.as_deref() {
        None if only_markdown => return Ok(vec![None]),
        None if from_stdin => {
            let what = Text::new(
                "A plan from the standard input has no place for its reports.",
                "从标准输入读取的计划，没有地方放报告。",
            );
            let next = Text::new(
                "Name a file or a folder with -o, or - for the standard output.",
                "请用 -o 写明文件或文件夹；- 表示标准输出。",
            );
            return Err(Failure::usage(what.get(lang).to_owned()).hint(next.get(lang).to_owned()));
        }
        None => args.plan.parent().unwrap_or(Path::new("")).to_owned(),
        Some(path) if path.as_os_str() == STDIN => {
            let shows =
                one && (formats.iter().all(|it| it.is_text) || !std::io::stdout().is_terminal());
            if shows {
                return Ok(vec![None]);
            }
            let what = Text::new(
                "The standard output takes one format, and a terminal only text.",
                "标准输出只能写一种格式，终端只能显示文字。",
            );
            let next = Text::new("Name a folder with -o.", "请用 -o 写一个文件夹。");
            return Err(Failure::usage(what.get(lang).to_owned()).hint(next.get(lang).to_owned()));
        }
        Some(path) if one && !is_folder(path) => return Ok(vec![Some(path.to_owned())]),
        Some(path) if names_a_file(path) => return Err(no_folder(path, lang)),
        Some(path) => path.to_owned(),
    };
    let stem = if from_stdin {
        "report".into()
    } else {
        args.plan.file_stem().unwrap_or_default().to_string_lossy()
    };
    let middle = match shape {
        Shape::Page => ".one-page",
        Shape::Flow => "",
        Shape::Slides => ".slides",
    };
    let name = |format: &&Format| Some(folder.join(format!("{stem}{middle}.{}", format.ending)));
    Ok(formats.iter().map(name).collect())
}

/// Whether a path names a folder: one that is there, or by the sign at its end.
fn is_folder(path: &Path) -> bool {
    let named = path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
    path.as_os_str() != STDIN && (named || path.is_dir())
}

/// Whether a path names a file: one that is there, or by the ending of a format.
fn names_a_file(path: &Path) -> bool {
    let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    let known = |ending: std::ffi::OsString| FORMATS.iter().any(|it| *it.ending == *ending);
    path.is_file() || (!is_folder(path) && ending.is_some_and(known))
}

fn no_folder(path: &Path, lang: Lang) -> Failure {
    let what = Text::new(
        "Several formats need a folder, and {0} names a file.",
        "写多种格式需要文件夹，而 {0} 是文件名。",
    );
    let next = Text::new("Name a folder with -o.", "请用 -o 写一个文件夹。");
    Failure::usage(what.fill(lang, &[shown(path)])).hint(next.get(lang).to_owned())
}

/// Writes a file that farsight made: over an older one of its own, or where there is none.
pub(super) fn write(path: &Path, bytes: &[u8], force: bool, lang: Lang) -> Result<(), Failure> {
    // Nothing is worth a plan: not even --force writes over one.
    if path.is_file() && begins_as_a_plan(path) {
        let error = SaveError::NameTaken(path.to_owned());
        return Err(Failure::saving(&error, lang));
    }
    let written = if force {
        store::overwrite(path, bytes)
    } else {
        store::overwrite_own(path, bytes, SIGN.as_bytes())
    };
    written.map(drop).map_err(|error| {
        let failure = Failure::saving(&error, lang);
        match error {
            SaveError::NameTaken(_) => {
                let next = Text::new(
                    "farsight did not write it; --force overwrites it.",
                    "它不是 farsight 写的；加 --force 可以覆盖。",
                );
                failure.hint(next.get(lang).to_owned())
            }
            _ => failure,
        }
    })
}

/// What holds for a plan, and which of its findings are known.
pub(super) fn project(plan: &Path, today: Date, lang: Lang) -> Result<Project, Failure> {
    let found = if plan.as_os_str() == STDIN {
        Project::of(Path::new("."), Some(today))
    } else {
        Project::of_plan(plan, Some(today))
    };
    found.map_err(|trouble| wrong(&trouble, lang))
}

fn wrong(trouble: &Trouble, lang: Lang) -> Failure {
    Failure::usage(trouble.message(lang))
}

/// A plan to be reported on.
pub(super) struct Source<'s> {
    /// The file; `-` for the standard input.
    pub path: &'s Path,
    /// What stands in it.
    pub text: &'s str,
    /// The day of the report.
    pub today: Date,
    /// The language of the report.
    pub lang: Lang,
}

impl Source<'_> {
    /// The document, and what a list says of it; or why the plan cannot be read whole.
    pub fn report(
        &self,
        project: &Project,
        shape: Shape,
        with_findings: bool,
    ) -> Result<Result<(Document, Listed), String>, Failure> {
        let reading = plan::read(self.text);
        let mut checked = checks::check_with(self.text, &reading, &project.checks);
        if !reading.is_sound() || reading.is_newer() {
            return Ok(Err(self.reason(checked.open().next())));
        }
        let known = project
            .known()
            .map_err(|trouble| wrong(&trouble, self.lang))?;
        if let (Some(baseline), Some(file)) = (known, &project.baseline) {
            let name = if self.path.as_os_str() == STDIN {
                STDIN.to_owned()
            } else {
                store::name_from(self.path, file)
            };
            baseline.mark(&name, self.text, &mut checked);
        }
        let document = plan::Document::parse(self.text);
        let told = Told::new(
            &document,
            &reading.plan,
            &checked,
            Some(self.today),
            self.lang,
        );
        let listed = listed(&told);
        Ok(Ok((report(&told, shape, with_findings), listed)))
    }

    fn reason(&self, finding: Option<&Finding>) -> String {
        let Some(finding) = finding else {
            return String::new();
        };
        let line = Lines::of(self.text).place(finding.span.start).line;
        let said = Text::new("line {0}: {1}", "第{0}行：{1}");
        said.fill(self.lang, &[line.to_string(), finding.message(self.lang)])
    }
}

/// What a list of plans says of one.
fn listed(told: &Told<'_>) -> Listed {
    let say = |path: &str| text(&told.brief(path, 90));
    let days = [say("plan.starts"), say("plan.ends")];
    let [from, to] = &days;
    let time = match (from.as_str(), to.as_str()) {
        ("", one) | (one, "") => one.to_owned(),
        _ => told.say(Text::new("{0} to {1}", "{0}至{1}"), &days),
    };
    Listed {
        href: String::new(),
        title: text(&told.document(Shape::Flow).title),
        organisation: say("plan.organisation"),
        owner: say("plan.owner"),
        status: say("plan.status"),
        time,
        open: findings::tally(told.checked.open()),
    }
}

/// A document that a format cannot hold: nothing is better than half of it.
fn unmade(format: &str, lang: Lang) -> Failure {
    let what = Text::new(
        "This plan cannot be written as {0}.",
        "这份计划无法写成 {0}。",
    );
    let next = Text::new("Take another --format.", "请换一种 --format。");
    Failure::files(what.fill(lang, &[format])).hint(next.get(lang).to_owned())
}
