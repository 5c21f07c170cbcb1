//! `farsight` alone: the interface, or what stands for it where there is no terminal.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use super::check;
use super::console::{Console, FAINT, count, visible};
use super::failure::{Exit, Failure};
use super::{commands, file, grade};
use crate::checks::{self, Settings, Severity};
use crate::settings::Project;
use crate::store::{self, error::shown, folder};
use crate::tui::{self, theme::Theme};
use crate::words::{Lang, Text};

/// Opens the interface.
pub(super) fn interface(
    path: PathBuf,
    class: Option<tui::Opening>,
    console: &Console,
) -> Result<Exit, Failure> {
    let lang = console.lang;
    let is_folder = path.is_dir();
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let folder = match (is_folder, parent) {
        (true, _) => path.clone(),
        (false, Some(parent)) => parent.to_owned(),
        (false, None) => PathBuf::from("."),
    };
    let plain = (!console.color).then_some("mono");
    let options = tui::Options {
        folder: absolute(folder),
        plan: (!is_folder).then_some(path),
        lang,
        // A theme that somebody chose comes before the wish for no colour.
        theme: console.settings.theme.or(plain).and_then(Theme::named),
        folders: store::Folders::find(),
        today: Some(Console::today()),
        name: console.settings.name.clone(),
        notice: (!console.warned.is_empty()).then(|| console.warned.join(" ")),
        class,
        read_class: Some(grade::class::opening),
    };
    tui::run(options).map_err(|error| {
        let what = Text::new("The terminal cannot be used: {0}.", "无法使用终端：{0}。");
        Failure::files(what.fill(lang, &[error.to_string()]))
    })?;
    Ok(Exit::Clean)
}

/// Opens a plan or a folder; without a terminal, prints what is in it.
pub(super) fn run(path: Option<PathBuf>, console: &mut Console) -> Result<Exit, Failure> {
    if let Some(path) = &path {
        is_a_command(path, console.lang)?;
    }
    let path = path
        .or_else(|| console.settings.plans.clone())
        .unwrap_or_else(default_folder);
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        return interface(path, None, console);
    }
    if path.is_dir() {
        list(&path, console)
    } else {
        check::one(&path, console)
    }
}

/// A folder by its whole path, so that a person sees where the plans are.
fn absolute(folder: PathBuf) -> PathBuf {
    std::path::absolute(&folder).map_or(folder, |path| path.components().collect())
}

/// Where plans are when nobody says: in `plans` if there is such a folder, else here.
fn default_folder() -> PathBuf {
    let plans = PathBuf::from("plans");
    if plans.is_dir() {
        plans
    } else {
        PathBuf::from(".")
    }
}

/// A word that names no file but looks like a command was probably meant as one.
fn is_a_command(path: &Path, lang: Lang) -> Result<(), Failure> {
    let Some(word) = path.to_str().filter(|word| {
        !path.exists() && word.chars().all(|c| c.is_ascii_lowercase() || c == '-') && *word != "-"
    }) else {
        return Ok(());
    };
    let near = commands::names()
        .map(|name| (strsim::jaro_winkler(word, name), name))
        .filter(|(likeness, _)| *likeness > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let what = Text::new(
        "There is no file and no command “{0}”.",
        "没有名为“{0}”的文件，也没有这个命令。",
    );
    let failure = Failure::usage(what.fill(lang, &[word]));
    let near = near.map(|(_, name)| {
        let text = Text::new(
            "Did you mean `farsight {0}`?",
            "你是不是要用 `farsight {0}`？",
        );
        text.fill(lang, &[name])
    });
    let all = Text::new(
        "`farsight --help` lists the commands.",
        "`farsight --help` 列出全部命令。",
    );
    Err(failure.hint(near.unwrap_or_else(|| all.get(lang).to_owned())))
}

/// The plans of a folder, with what a check says of each.
fn list(path: &Path, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let mut listing = folder::plans(path).map_err(|error| Failure::opening(&error, lang))?;
    if listing.plans.is_empty() {
        let none = Text::new("There are no plans here: {0}", "这里没有计划：{0}");
        console.line(&none.fill(lang, &[shown(path)]))?;
        let next = Text::new(
            "`farsight new plan.toml` begins one.",
            "运行 `farsight new plan.toml` 新建一份。",
        );
        console.hint(next.get(lang));
        return Ok(Exit::Clean);
    }
    listing.plans.sort_by(|a, b| a.path.cmp(&b.path));
    let project = Project::of(path, Some(Console::today()));
    let project = project.map_err(|trouble| check::failure(&trouble, lang))?;
    let mut exit = Exit::Clean;
    for found in &listing.plans {
        match file::text(&found.path) {
            Ok(text) => {
                let line = line(&found.path, &text, &project.checks, console);
                console.line(&line)?;
            }
            Err(error) => {
                console.fail(&Failure::opening(&error, lang));
                exit = Exit::Files;
            }
        }
    }
    if listing.cut {
        let text = Text::new(
            "The folder holds so much that not all of it was looked at.",
            "文件夹内容太多，没有全部查看。",
        );
        console.warn(text.get(lang));
    }
    Ok(exit)
}

/// `plan.toml  The title  (2 errors, 3 warnings)`.
fn line(path: &Path, text: &str, settings: &Settings, console: &Console) -> String {
    let lang = console.lang;
    let reading = crate::plan::read(text);
    let report = checks::check_with(text, &reading, settings);
    let title = reading.plan.frame.title.as_ref().map_or_else(
        || Text::new("(no title)", "（无标题）").get(lang).to_owned(),
        |title| visible(title.value.lines().next().unwrap_or_default()).into_owned(),
    );
    let errors = count(
        report.count(Severity::Error),
        Text::new("{0} error", "{0}个错误"),
        Text::new("{0} errors", "{0}个错误"),
        lang,
    );
    let warnings = count(
        report.count(Severity::Warning),
        Text::new("{0} warning", "{0}个警告"),
        Text::new("{0} warnings", "{0}个警告"),
        lang,
    );
    let counts = Text::new("({0}, {1})", "（{0}，{1}）").fill(lang, &[errors, warnings]);
    let name = store::error::shown(path.strip_prefix(".").unwrap_or(path));
    format!("{name}  {title}  {}", console.paint(FAINT, &counts))
}
