//! What went wrong: what happened and where, what to do next, and the exit code.

use std::io;

use crate::plan::markers::{Marked, conflicts};
use crate::plan::{Document, EditError, Lines};
use crate::store::{OpenError, SaveError};
use crate::words::{Lang, Text};

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Exit {
    /// All went well, and there is nothing to repair.
    Clean = 0,
    /// There are findings as bad as `--fail-on` says.
    Findings = 1,
    /// The arguments do not fit.
    Usage = 2,
    /// Something cannot be read or written.
    Files = 3,
}

/// Why a command stopped.
#[derive(Debug)]
pub(super) struct Failure {
    /// How the program ends.
    pub exit: Exit,
    /// What happened, and where; empty for an end without words.
    pub message: String,
    /// What to do next.
    pub hints: Vec<String>,
}

impl Failure {
    /// Arguments that do not fit.
    pub fn usage(message: String) -> Failure {
        Failure {
            exit: Exit::Usage,
            message,
            hints: Vec::new(),
        }
    }

    /// Something that cannot be read or written.
    pub fn files(message: String) -> Failure {
        Failure {
            exit: Exit::Files,
            ..Failure::usage(message)
        }
    }

    /// The same with a hint.
    pub fn hint(mut self, hint: String) -> Failure {
        self.hints.push(hint);
        self
    }

    /// A plan that cannot be opened.
    pub fn opening(error: &OpenError, lang: Lang) -> Failure {
        Failure::files(error.message(lang)).hint(error.hint(lang))
    }

    /// A plan that cannot be saved.
    pub fn saving(error: &SaveError, lang: Lang) -> Failure {
        Failure::files(error.message(lang)).hint(error.hint(lang))
    }

    /// A text in which two versions stand between the markers of a merge, if it is one.
    pub fn undecided(text: &str, name: &str, lang: Lang) -> Option<Failure> {
        let marked = conflicts(text);
        let first = marked.first()?;
        let lines = Lines::of(text);
        let line = |it: &Marked| lines.place(it.span.start).line.to_string();
        let at = first.path().unwrap_or_default();
        let args = [
            name.to_owned(),
            line(first),
            at.to_owned(),
            marked.len().to_string(),
        ];
        let what = match (at, marked.len()) {
            ("", 1) => Text::new(
                "{0}:{1}: two versions stand here, from a merge that is not decided.",
                "{0}:{1}：这里有两种版本，合并尚未决定。",
            ),
            (_, 1) => Text::new(
                "{0}:{1}: two versions of {2} stand here, from a merge that is not decided.",
                "{0}:{1}：{2} 在这里有两种版本，合并尚未决定。",
            ),
            _ => Text::new(
                "{0}:{1}: two versions stand here and at other places, {3} in all, from a merge that is not decided.",
                "{0}:{1}：从这里起共有{3}处存在两种版本，合并尚未决定。",
            ),
        };
        let next = Text::new(
            "Decide in the interface, `farsight {0}`, or keep one version at each <<<<<<< and delete the marker lines; `farsight check {0}` lists the places.",
            "请在界面里决定：`farsight {0}`；或在每个 <<<<<<< 处保留一种版本，删去标记行。`farsight check {0}` 会列出各处。",
        );
        let again = Text::new(
            "To merge anew by row and field: `farsight merge BASE OURS THEIRS -o {0}`.",
            "想按条目和字段重新合并：`farsight merge 原稿 我方 对方 -o {0}`。",
        );
        let failure = Failure::files(what.fill(lang, &args)).hint(next.fill(lang, &args));
        Some(failure.hint(again.fill(lang, &args)))
    }

    /// An edit that cannot be made.
    pub fn editing(error: &EditError, document: &Document, name: &str, lang: Lang) -> Failure {
        if let EditError::Broken(byte) = error {
            if let Some(undecided) = Failure::undecided(document.text(), name, lang) {
                return undecided;
            }
            let place = Lines::of(document.text()).place(*byte);
            let args = [
                name.to_owned(),
                place.line.to_string(),
                place.column.to_string(),
            ];
            let what = Text::new(
                "{0}:{1}:{2}: the file has a syntax error, so it is not edited.",
                "{0}:{1}:{2}：文件有语法错误，因此不作修改。",
            );
            let next = Text::new(
                "`farsight check {0}` shows what is wrong there.",
                "运行 `farsight check {0}` 可以看到错在哪里。",
            );
            return Failure::files(what.fill(lang, &args)).hint(next.fill(lang, &args));
        }
        let (text, args) = error.message();
        let failure = Failure::usage(text.fill(lang, &args));
        match error {
            EditError::NotFound(path) => match known_near(document, path) {
                Some((upper, names)) => {
                    let text = Text::new("There is: {1} (in {0}).", "{0} 里有：{1}。");
                    let upper = if upper.is_root() {
                        name.to_owned()
                    } else {
                        upper.to_string()
                    };
                    failure.hint(text.fill(lang, &[upper, names.join(", ")]))
                }
                None => failure,
            },
            _ => failure,
        }
    }
}

/// The lowest path above a missing one that exists, with the names that it has.
fn known_near(
    document: &Document,
    path: &crate::plan::Path,
) -> Option<(crate::plan::Path, Vec<String>)> {
    let depth = path.names().len();
    let mut path = path.clone();
    while let Some((upper, _)) = path.split_last() {
        // What stands at the root helps only who looked there.
        if upper.is_root() && depth > 1 {
            return None;
        }
        if upper.is_root() || document.has(&upper) {
            let mut names = document.rows(&upper);
            if names.is_empty() {
                names = document.keys(&upper);
            }
            names.truncate(20);
            return (!names.is_empty()).then_some((upper, names));
        }
        path = upper;
    }
    None
}

/// Output that cannot be written: a reader that left is no failure.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure {
                exit: Exit::Clean,
                message: String::new(),
                hints: Vec::new(),
            };
        }
        Failure::files(error.to_string())
    }
}
