//! The files of a class, whose they are, and what they are graded by.

use std::path::{Path, PathBuf};

use foldhash::HashMap;
use ignore::WalkBuilder;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use rayon::prelude::*;

use crate::classroom::grade::Task;
use crate::classroom::student::{self, Class, File, Roster};
use crate::classroom::{self, Exercise, Fault, Marks, Rubric, marks};
use crate::cli::console::Console;
use crate::cli::exercises;
use crate::cli::failure::Failure;
use crate::plan::Document;
use crate::store::{self, error::shown};
use crate::tui::Opening;
use crate::words::{Lang, Text};

/// How deep the folders inside are looked at: platforms make one for each student.
const DEPTH: usize = 4;

/// Files of a class that are nobody's work, in small letters.
const OURS: [&str; 4] = [marks::FILE, "rubric.toml", "farsight.toml", "exercise.toml"];

/// What was asked for.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct Asked<'a> {
    /// The folder of the class; none when only marks are read.
    pub folder: Option<&'a Path>,
    pub exercise: Option<&'a str>,
    pub rubric: Option<&'a Path>,
    pub roster: Option<&'a Path>,
    pub marks: Option<&'a Path>,
    pub due: Option<&'a str>,
    pub today: Option<Date>,
    /// What is written into is not read.
    pub output: Option<&'a Path>,
}

/// A class, ready to be graded.
#[derive(Debug)]
pub(in crate::cli) struct Loaded {
    pub exercise: Option<Exercise>,
    pub rubric: Rubric,
    pub marks: Marks,
    pub class: Class,
    pub roster: Option<Roster>,
    today: Date,
    /// What is passed over, in sentences.
    warned: Vec<String>,
}

impl Loaded {
    /// What the class is graded by.
    pub fn task(&self) -> Task<'_> {
        Task {
            rubric: &self.rubric,
            exercise: self.exercise.as_ref(),
            marks: &self.marks,
            settings: Task::settings(self.exercise.as_ref(), Some(self.today)),
        }
    }
}

impl Loaded {
    /// The exercise that every plan says it is of, if they all say the same.
    fn of_one_exercise(&self) -> Option<String> {
        let handed = self.class.handed.iter().filter(|it| it.is_sound());
        let mut named = handed.map(|it| {
            let named = Document::parse(it.text.as_str()).value("plan.exercise");
            named.map(|it| it.plain().trim().to_owned())
        });
        let first = named.next()??;
        named.all(|it| it.as_ref() == Some(&first)).then_some(first)
    }

    /// The same, to be marked in the interface.
    pub fn opening(self, marks: PathBuf, blind: bool) -> Opening {
        Opening {
            rubric: self.rubric,
            exercise: self.exercise,
            handed: self.class.handed,
            marks,
            blind,
        }
    }
}

impl<'a> Asked<'a> {
    /// Asks for a folder and nothing else.
    pub fn of(folder: &'a Path) -> Asked<'a> {
        Asked {
            folder: Some(folder),
            exercise: None,
            rubric: None,
            roster: None,
            marks: None,
            due: None,
            today: None,
            output: None,
        }
    }
}

impl Asked<'_> {
    /// Reads all of it, and warns of what is passed over.
    pub fn load(self, console: &mut Console) -> Result<Loaded, Failure> {
        let loaded = self.read(console.lang)?;
        for warning in &loaded.warned {
            console.warn(warning);
        }
        Ok(loaded)
    }

    fn read(self, lang: Lang) -> Result<Loaded, Failure> {
        let mut warned = Vec::new();
        let due = self.due.map(|it| day(it, lang)).transpose()?;
        let marks = self.marks(lang)?;
        // Marks know of which exercise they are.
        let name = self
            .exercise
            .or(marks.exercise.as_deref().filter(|_| self.rubric.is_none()));
        let exercise = name.map(|it| exercises::find(it, lang)).transpose()?;
        if let (Some(own), Some(exercise)) = (&marks.exercise, &exercise)
            && *own != exercise.name
        {
            let text = Text::new(
                "The marks are of the exercise {0}, not of {1}.",
                "评分记录属于练习 {0}，不是 {1}。",
            );
            warned.push(text.fill(lang, &[own, &exercise.name]));
        }
        let rubric = match (self.rubric, &exercise) {
            (Some(path), _) => {
                Rubric::read(&text(path, lang)?).map_err(|faults| wrong(path, &faults, lang))?
            }
            (None, Some(exercise)) => exercise.rubric.clone(),
            (None, None) => Rubric::standard(),
        };
        for (id, code, level) in marks.strangers(&rubric) {
            let text = Text::new(
                "{0}: the rubric has no {1} = “{2}”; this mark is passed over.",
                "{0}：评分表里没有 {1} = “{2}”，这条评分略过。",
            );
            warned.push(text.fill(lang, &[id, code, level]));
        }
        let roster = self.roster.map(|path| roster(path, lang)).transpose()?;
        let class = match self.folder {
            Some(folder) => {
                let files = self.files(folder, lang)?;
                student::class(files, roster.as_ref(), exercise.as_ref(), &marks, due)
            }
            None => Class::default(),
        };
        Ok(Loaded {
            exercise,
            rubric,
            marks,
            class,
            roster,
            today: self.today.unwrap_or_else(Console::today),
            warned,
        })
    }

    fn marks(&self, lang: Lang) -> Result<Marks, Failure> {
        let beside = self.folder.map(|it| it.join(marks::FILE));
        let path = match (self.marks, &beside) {
            (Some(path), _) => path,
            (None, Some(path)) if path.exists() => path,
            _ => return Ok(Marks::default()),
        };
        Marks::read(&text(path, lang)?).map_err(|faults| wrong(path, &faults, lang))
    }

    /// The files of the folder, whatever they are; none is passed over because it is no plan.
    pub fn files(&self, folder: &Path, lang: Lang) -> Result<Vec<File>, Failure> {
        if let Err(error) = std::fs::read_dir(folder) {
            let error = store::OpenError::from_io(folder, &error);
            return Err(Failure::opening(&error, lang));
        }
        let same = |one: &Path, other: &Path| {
            one == other
                || one
                    .canonicalize()
                    .ok()
                    .is_some_and(|it| other.canonicalize().ok() == Some(it))
        };
        let given: Vec<&Path> = [self.rubric, self.roster, self.marks, self.output]
            .into_iter()
            .flatten()
            .collect();
        let skipped: Vec<PathBuf> = given.iter().map(|it| it.to_path_buf()).collect();
        let walk = WalkBuilder::new(folder)
            .standard_filters(false)
            .hidden(true)
            .max_depth(Some(DEPTH))
            .sort_by_file_path(Path::cmp)
            .filter_entry(move |entry| !skipped.iter().any(|it| same(it, entry.path())))
            .build();
        let paths: Vec<PathBuf> = walk
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_some_and(|kind| !kind.is_dir()))
            .map(ignore::DirEntry::into_path)
            .filter(|path| !is_ours(path))
            .collect();
        if paths.is_empty() {
            let what = Text::new("There is no file in {0}.", "{0} 里没有文件。");
            let next = Text::new(
                "Put what the students handed in there, one file for each.",
                "请把学生提交的文件放进去，每人一份。",
            );
            let failure = Failure::usage(what.fill(lang, &[shown(folder)]));
            return Err(failure.hint(next.get(lang).to_owned()));
        }
        // A checkout is as old as the moment in which it was made; only a commit knows better.
        let committed = self.due.and_then(|_| {
            let repo = store::Repo::find(&folder.join("-")).ok()?;
            repo.times().ok()
        });
        let committed = committed.unwrap_or_default();
        Ok(paths
            .par_iter()
            .map(|path| read(path, folder, &committed, lang))
            .collect())
    }
}

/// The class of a folder, ready to be marked in the interface; or why it is none.
///
/// A folder with an exercise or a rubric of its own in it is graded by that, else by the exercise
/// that all of its plans name.
pub(in crate::cli) fn opening(folder: &Path, lang: Lang) -> Result<Opening, String> {
    let own = |name: &str| Some(folder.join(name)).filter(|it| it.is_file());
    let rubric = own("rubric.toml");
    let exercise = own("exercise.toml").map(|_| folder.to_string_lossy().into_owned());
    let asked = Asked {
        folder: Some(folder),
        exercise: exercise.as_deref().filter(|_| rubric.is_none()),
        rubric: rubric.as_deref(),
        roster: None,
        marks: None,
        due: None,
        today: None,
        output: None,
    };
    let loaded = asked.read(lang).and_then(|loaded| {
        let same = loaded.of_one_exercise();
        let is_set = asked.rubric.is_some() || loaded.exercise.is_some();
        match same.filter(|name| !is_set && classroom::exercise(name).is_some()) {
            Some(name) => Asked {
                exercise: Some(&name),
                ..asked
            }
            .read(lang),
            None => Ok(loaded),
        }
    });
    loaded
        .map(|it| it.opening(folder.join(marks::FILE), false))
        .map_err(|it| format!("{} {}", it.message, it.hints.join(" ")))
}

/// Whether a file belongs to the class and not to a student: its tables and notes.
fn is_ours(path: &Path) -> bool {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let is_table = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    is_table || OURS.contains(&name.as_str()) || name.starts_with("readme")
}

fn read(path: &Path, folder: &Path, committed: &HashMap<PathBuf, Timestamp>, lang: Lang) -> File {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let is_toml = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    // What is no plan by its name is listed; what stands in it does not matter.
    let text = if is_toml {
        store::text(path).map_err(|error| error.message(lang))
    } else {
        Ok("-".to_owned())
    };
    let written = std::fs::metadata(path).and_then(|it| it.modified()).ok();
    let written = written.and_then(|it| Timestamp::try_from(it).ok());
    let written = committed.get(inside).copied().or(written);
    File {
        path: inside.to_string_lossy().replace('\\', "/"),
        text,
        written: written.map(|it| it.to_zoned(TimeZone::system()).datetime()),
    }
}

fn roster(path: &Path, lang: Lang) -> Result<Roster, Failure> {
    Roster::read(&text(path, lang)?).ok_or_else(|| {
        let what = Text::new("{0} has no column of names.", "{0} 里没有姓名列。");
        let next = Text::new(
            "Its first row should say `name`, or `first name` and `last name`.",
            "第一行应有 `姓名` 列，或 `名`、`姓` 两列。",
        );
        Failure::usage(what.fill(lang, &[shown(path)])).hint(next.get(lang).to_owned())
    })
}

/// A day, whose last moment counts, or a moment.
fn day(said: &str, lang: Lang) -> Result<DateTime, Failure> {
    let whole = |day: Date| day.to_datetime(Time::constant(23, 59, 59, 999_999_999));
    let moment = || said.replace(' ', "T").parse::<DateTime>().ok();
    let day = said
        .parse::<Date>()
        .ok()
        .filter(|_| !said.contains([':', 'T']));
    day.map(whole).or_else(moment).ok_or_else(|| {
        let what = Text::new("“{0}” is no day.", "“{0}”不是日期。");
        let next = Text::new(
            "Write it as 2027-03-31 or 2027-03-31T18:00.",
            "请写成 2027-03-31 或 2027-03-31T18:00。",
        );
        Failure::usage(what.fill(lang, &[said])).hint(next.get(lang).to_owned())
    })
}

/// The text of a file that the command needs.
pub(in crate::cli) fn text(path: &Path, lang: Lang) -> Result<String, Failure> {
    store::text(path).map_err(|error| Failure::opening(&error, lang))
}

/// A file with mistakes: where and what, one a line.
pub(in crate::cli) fn wrong(path: &Path, faults: &[Fault], lang: Lang) -> Failure {
    let what = Text::new("{0} cannot be used as it is.", "{0} 还不能用。");
    let name = shown(path);
    let failure = Failure::usage(what.fill(lang, &[&name]));
    let line = |it: &Fault| {
        let place = it.place;
        format!(
            "{name}:{}:{}: {}",
            place.line,
            place.column,
            it.message(lang)
        )
    };
    faults.iter().map(line).fold(failure, Failure::hint)
}
