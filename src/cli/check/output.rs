//! Where findings go, and in which form: several forms in one run.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::super::console::Console;
use super::super::failure::Failure;
use super::{Checked, github, gitlab, json, junit, line, markdown, sarif, text};
use crate::checks::Severity;
use crate::store;
use crate::words::{Lang, Text};

/// What one printed form needs to know of the run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// The language of the sentences.
    pub lang: Lang,
    /// Whether the place it is printed to shows colours.
    pub color: bool,
}

/// What is counted over all plans of a run.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Totals {
    /// Plans that were checked.
    pub plans: usize,
    /// Open findings: errors, warnings, advice.
    pub found: [usize; Severity::ALL.len()],
    /// Findings that their plan answers.
    pub answered: usize,
}

impl Totals {
    /// Counts one more plan.
    pub fn add(&mut self, plan: &Checked) {
        self.plans += 1;
        for (count, severity) in self.found.iter_mut().zip(Severity::ALL) {
            *count += plan.report.count(severity);
        }
        self.answered += plan.report.answered().count();
    }
}

/// A form of printing findings. Plans come a few at a time, so that ten thousand need little
/// memory.
pub(super) trait Printer: Sync {
    /// Before the first plan.
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
    /// What a plan comes to by itself, whatever else is printed: pages are made side by side.
    fn page(&self, _plan: &Checked, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
    /// A plan with its page, in the order of the plans.
    fn plan(&mut self, _plan: &Checked, page: &[u8], out: &mut dyn Write) -> io::Result<()> {
        out.write_all(page)
    }
    /// After the last plan.
    fn end(&mut self, totals: &Totals, out: &mut dyn Write) -> io::Result<()>;
}

/// A form: its name and what makes its printer.
type Form = (&'static str, fn(Manner) -> Box<dyn Printer>);

/// Every form.
const FORMS: &[Form] = &[
    ("text", |manner| Box::new(text::Pages::new(manner))),
    ("line", |manner| Box::new(line::Rows::new(manner))),
    ("json", |manner| Box::new(json::Json::new(manner))),
    ("sarif", |manner| Box::new(sarif::Log::new(manner))),
    ("github", |manner| {
        Box::new(github::Annotations::new(manner))
    }),
    ("gitlab", |manner| Box::new(gitlab::Quality::new(manner))),
    ("junit", |manner| Box::new(junit::Suites::new(manner))),
    ("markdown", |manner| Box::new(markdown::Page::new(manner))),
];

/// A printer and where it prints.
pub(super) struct Output {
    printer: Box<dyn Printer>,
    /// A file, and what is to be written to it; the standard output otherwise.
    file: Option<(PathBuf, Vec<u8>)>,
    begun: bool,
}

impl Output {
    fn write(
        &mut self,
        console: &mut Console,
        act: impl FnOnce(&mut dyn Printer, &mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let out: &mut dyn Write = match &mut self.file {
            Some((_, bytes)) => bytes,
            None => &mut console.out,
        };
        if !self.begun {
            self.begun = true;
            self.printer.begin(out)?;
        }
        act(self.printer.as_mut(), out)
    }
}

/// All outputs of one run.
pub(super) struct Outputs(Vec<Output>);

impl Outputs {
    /// The outputs that options such as `text` and `sarif=found.sarif` name.
    pub fn of(wanted: &[String], console: &Console) -> Result<Outputs, Failure> {
        let mut outputs = Vec::new();
        let mut on_screen = None;
        for text in wanted {
            let (name, file) = match text.split_once('=') {
                Some((name, file)) => (name, Some(PathBuf::from(file))),
                None => (text.as_str(), None),
            };
            let Some((_, make)) = FORMS.iter().find(|(form, _)| *form == name) else {
                return Err(unknown(name, console));
            };
            if file
                .as_ref()
                .is_some_and(|file| file.as_os_str().is_empty())
            {
                let what = Text::new("`{0}` names no file.", "`{0}` 没有写文件名。");
                return Err(Failure::usage(console.say(what, &[text])));
            }
            if file.is_none()
                && let Some(other) = on_screen.replace(name)
            {
                return Err(two_on_screen(other, name, console));
            }
            let manner = Manner {
                lang: console.lang,
                color: console.color && file.is_none(),
            };
            outputs.push(Output {
                printer: make(manner),
                file: file.map(|file| (file, Vec::new())),
                begun: false,
            });
        }
        Ok(Outputs(outputs))
    }

    /// Prints plans everywhere.
    pub fn plans(&mut self, plans: &[Checked], console: &mut Console) -> Result<(), Failure> {
        for output in &mut self.0 {
            let printer = &output.printer;
            let page = |plan| {
                let mut page = Vec::new();
                printer.page(plan, &mut page).map(|()| page)
            };
            let pages: io::Result<Vec<Vec<u8>>> = plans.par_iter().map(page).collect();
            for (plan, page) in plans.iter().zip(pages?) {
                output.write(console, |printer, out| printer.plan(plan, &page, out))?;
            }
        }
        Ok(())
    }

    /// Ends every form, and writes the files.
    pub fn end(mut self, totals: &Totals, console: &mut Console) -> Result<(), Failure> {
        for output in &mut self.0 {
            output.write(console, |printer, out| printer.end(totals, out))?;
            if let Some((path, bytes)) = &output.file {
                save(path, bytes, console.lang)?;
            }
        }
        Ok(())
    }
}

/// A file of findings is made by the program: a new run replaces it whole.
fn save(path: &Path, bytes: &[u8], lang: Lang) -> Result<(), Failure> {
    store::overwrite(path, bytes)
        .map(drop)
        .map_err(|error| Failure::saving(&error, lang))
}

fn unknown(name: &str, console: &Console) -> Failure {
    let names: Vec<&str> = FORMS.iter().map(|(name, _)| *name).collect();
    let what = Text::new("--format cannot be “{0}”.", "--format 不能是“{0}”。");
    let next = Text::new("Choose from: {0}.", "可选：{0}。");
    let names = names.join(match console.lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    });
    Failure::usage(console.say(what, &[name])).hint(console.say(next, &[&names]))
}

fn two_on_screen(one: &str, other: &str, console: &Console) -> Failure {
    let what = Text::new(
        "`{0}` and `{1}` cannot both go to the standard output.",
        "`{0}` 和 `{1}` 不能都写到标准输出。",
    );
    let next = Text::new(
        "Name a file for one of them: `--format {0} --format {1}=FILE`.",
        "给其中一个指定文件：`--format {0} --format {1}=文件`。",
    );
    Failure::usage(console.say(what, &[one, other])).hint(console.say(next, &[one, other]))
}
