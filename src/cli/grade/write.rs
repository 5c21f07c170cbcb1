//! The folder of feedback: a page for each student, the class, a table.

use std::path::Path;

use rayon::prelude::*;
use rust_decimal::Decimal;

use crate::classroom::grade::{Graded, Task, feedback, summary};
use crate::classroom::gradebook::{entries, plain::plain};
use crate::classroom::student::Student;
use crate::cli::failure::Failure;
use crate::report::{self, Document};
use crate::store::{self, SaveError, error::shown};
use crate::words::{Lang, Text};

/// The formats of every page.
const FORMATS: [&str; 2] = ["markdown", "html"];

/// The table, by which a folder of feedback is known again.
const TABLE: &str = "grades.csv";

/// Refuses to write among files that are not ours, or beside the plans themselves.
pub(super) fn may(output: &Path, folder: &Path, force: bool, lang: Lang) -> Result<(), Failure> {
    let is_same = output
        .canonicalize()
        .ok()
        .is_some_and(|it| folder.canonicalize().ok() == Some(it));
    let is_filled = std::fs::read_dir(output).is_ok_and(|mut it| it.next().is_some());
    let is_ours = output.join(TABLE).exists() && output.join("class.md").exists();
    if !is_same && (force || !is_filled || is_ours) {
        return Ok(());
    }
    let what = Text::new("{0} holds other files.", "{0} 里有别的文件。");
    let next = if is_same {
        Text::new(
            "Name another folder with -o: feedback does not go among the plans.",
            "请用 -o 指定另一个文件夹：反馈不写在计划中间。",
        )
    } else {
        Text::new(
            "Name an empty folder with -o, or add --force.",
            "请用 -o 指定空文件夹，或加上 --force。",
        )
    };
    Err(Failure::usage(what.fill(lang, &[shown(output)])).hint(next.get(lang).to_owned()))
}

/// Writes all of it.
pub(super) fn all(
    output: &Path,
    graded: &[Graded],
    missing: &[Student],
    task: &Task<'_>,
    lang: Lang,
) -> Result<(), Failure> {
    let failed = |error: SaveError| Failure::saving(&error, lang);
    let page = summary(graded, missing, task, lang);
    pages(&output.join("class"), &page).map_err(failed)?;
    let entries = entries(task.marks, graded, task.rubric, lang);
    let table = plain(&entries, Decimal::ONE_HUNDRED);
    // With a mark at its beginning a spreadsheet takes the file for UTF-8.
    let table = format!("\u{feff}{table}");
    store::overwrite(&output.join(TABLE), table.as_bytes()).map_err(failed)?;
    let folder = output.join("feedback");
    let written = graded.par_iter().map(|one| {
        // Handles hold no sign that could lead elsewhere.
        pages(
            &folder.join(&one.handed.student.id),
            &feedback(one, task, lang),
        )
    });
    written.collect::<Result<(), SaveError>>().map_err(failed)
}

/// A document in every format, at a path without its ending.
fn pages(path: &Path, document: &Document) -> Result<(), SaveError> {
    for format in FORMATS.iter().filter_map(|key| report::format(key)) {
        let mut name = path.as_os_str().to_owned();
        name.push(".");
        name.push(format.ending);
        store::regenerate(Path::new(&name), &(format.write)(document))?;
    }
    Ok(())
}
