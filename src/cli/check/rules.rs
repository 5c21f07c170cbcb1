//! What holds for each plan: the project's `farsight.toml`, then the options of the command line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::builder::PossibleValuesParser;

use super::super::console::{Console, FAINT, visible};
use super::super::failure::{Exit, Failure};
use super::super::file::STDIN;
use super::Args;
use crate::checks::profile::PROFILES;
use crate::plan::Scalar;
use crate::settings::{FailOn, Origin, Project, Trouble};
use crate::store::error::shown;
use crate::words::{Lang, Text};

/// The words of `--fail-on`.
pub(super) fn fail_on() -> PossibleValuesParser {
    PossibleValuesParser::new(FailOn::ALL.map(|(_, word)| word))
}

/// The words of `--profile`.
pub(super) fn profile() -> PossibleValuesParser {
    PossibleValuesParser::new(PROFILES.iter().map(|it| it.key))
}

/// Finds what holds for plans, reading the file of each folder once.
#[derive(Debug)]
pub(super) struct Rules<'a> {
    args: &'a Args,
    lang: Lang,
    folders: BTreeMap<PathBuf, Arc<Project>>,
}

impl<'a> Rules<'a> {
    /// For the plans of one call.
    pub fn new(args: &'a Args, console: &Console) -> Rules<'a> {
        Rules {
            args,
            lang: console.lang,
            folders: BTreeMap::new(),
        }
    }

    /// What holds for a plan.
    pub fn of(&mut self, plan: &Path) -> Result<Arc<Project>, Failure> {
        let parent = plan.parent().unwrap_or(Path::new(""));
        let here = parent.as_os_str().is_empty() || plan.as_os_str() == STDIN;
        self.in_folder(if here { Path::new(".") } else { parent })
    }

    fn in_folder(&mut self, folder: &Path) -> Result<Arc<Project>, Failure> {
        if let Some(project) = self.folders.get(folder) {
            return Ok(Arc::clone(project));
        }
        let today = self.args.today.unwrap_or_else(Console::today);
        let mut project =
            Project::of(folder, Some(today)).map_err(|trouble| failure(&trouble, self.lang))?;
        self.options(&mut project)?;
        let project = Arc::new(project);
        self.folders.insert(folder.to_owned(), Arc::clone(&project));
        Ok(project)
    }

    /// Lays the options over what the file says.
    fn options(&self, project: &mut Project) -> Result<(), Failure> {
        let args = self.args;
        let mut set = |names: &[&str], value: Scalar, flag| {
            project
                .set(names, Some(&value), Origin::Flag(flag), Path::new(""))
                .map_err(|wrong| {
                    let what = wrong.message(self.lang);
                    let text = Text::new("{0}: {1}", "{0}：{1}");
                    Failure::usage(text.fill(self.lang, &[flag, &what]))
                })
        };
        let list = |words: &[String]| {
            Scalar::List(
                words
                    .iter()
                    .map(|word| Scalar::Text(word.clone()))
                    .collect(),
            )
        };
        if !args.select.is_empty() {
            set(&["select"], list(&args.select), "--select")?;
            // Who names the rules to run does not want some of them passed over.
            set(&["ignore"], Scalar::List(Vec::new()), "--select")?;
        }
        if !args.ignore.is_empty() {
            set(&["ignore"], list(&args.ignore), "--ignore")?;
        }
        for pair in &args.severity {
            let (rule, level) = pair
                .split_once('=')
                .ok_or_else(|| no_pair(pair, self.lang))?;
            let level = Scalar::Text(level.trim().to_owned());
            set(&["severity", rule.trim()], level, "--severity")?;
        }
        let words = [
            ("profile", &args.profile, "--profile"),
            ("fail_on", &args.fail_on, "--fail-on"),
        ];
        for (key, word, flag) in words {
            if let Some(word) = word {
                set(&[key], Scalar::Text(word.clone()), flag)?;
            }
        }
        if let Some(file) = &args.baseline {
            let file = Scalar::Text(file.to_string_lossy().into_owned());
            set(&["baseline"], file, "--baseline")?;
        }
        Ok(())
    }

    /// Prints what holds for paths, and where each value comes from.
    pub fn show(&mut self, paths: &[PathBuf], console: &mut Console) -> Result<Exit, Failure> {
        for (at, path) in paths.iter().enumerate() {
            let project = if path.is_dir() {
                self.in_folder(path)?
            } else {
                self.of(path)?
            };
            if at > 0 {
                console.line("")?;
            }
            self.print(path, &project, console)?;
        }
        Ok(Exit::Clean)
    }

    fn print(&self, path: &Path, project: &Project, console: &mut Console) -> Result<(), Failure> {
        let file = project.file.as_deref().map(shown);
        let none = Text::new("no farsight.toml", "没有 farsight.toml").get(self.lang);
        let title = Text::new("# Settings for {0}: {1}", "# {0} 的设置：{1}");
        let file = file.as_deref().unwrap_or(none);
        console.line(&title.fill(self.lang, &[&shown(path), file]))?;
        let day = project
            .checks
            .today
            .map_or_else(String::new, |day| day.to_string());
        let by = match self.args.today {
            Some(_) => Text::new("command line, --today", "命令行 --today"),
            None => Text::new("the machine's date", "本机日期"),
        };
        let today = Text::new("# today: {0} ({1})", "# 今天：{0}（{1}）");
        console.line(&today.fill(self.lang, &[&day, by.get(self.lang)]))?;
        if let Some(name) = &console.settings.name {
            let name_is = Text::new(
                "# answers are signed: {0} (user's configuration)",
                "# 答复署名：{0}（用户配置文件）",
            );
            let line = name_is.fill(self.lang, &[name]);
            console.line(&visible(&line))?;
        }
        for row in project.rows() {
            let origin = match row.origin {
                Origin::Default => Text::new("default", "默认").get(self.lang).to_owned(),
                Origin::Line(line) => format!("{}:{line}", crate::settings::NAME),
                Origin::Flag(flag) => {
                    Text::new("command line, {0}", "命令行 {0}").fill(self.lang, &[flag])
                }
            };
            if let Some(help) = row.help {
                let help = format!("# {}", help.get(self.lang));
                let help = console.paint(FAINT, &help);
                console.line(&help)?;
            }
            let origin = console.paint(FAINT, &format!("# {origin}"));
            console.line(&format!("{} = {}  {origin}", row.key, visible(&row.value)))?;
        }
        Ok(())
    }
}

fn no_pair(pair: &str, lang: Lang) -> Failure {
    let what = Text::new(
        "--severity: “{0}” is not RULE=LEVEL.",
        "--severity：“{0}”不是“规则=级别”的写法。",
    );
    let next = Text::new(
        "Such as --severity orphan-element=advice.",
        "例如 --severity orphan-element=advice。",
    );
    Failure::usage(what.fill(lang, &[pair])).hint(next.get(lang).to_owned())
}

/// A `farsight.toml` that does not hold: every mistake with its place.
pub(in crate::cli) fn failure(trouble: &Trouble, lang: Lang) -> Failure {
    match trouble {
        Trouble::Unreadable(error) => Failure::opening(error, lang),
        Trouble::Wrong { .. } | Trouble::Baseline { .. } => {
            let next = Text::new(
                "Nothing is checked until the settings hold: a rule that is switched off by a slip is not missed.",
                "设置改对之前不作检查，免得手误关掉的规则没人发现。",
            );
            Failure::usage(trouble.message(lang)).hint(next.get(lang).to_owned())
        }
    }
}
