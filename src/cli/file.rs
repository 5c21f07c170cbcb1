//! Reading and editing plans on disk, for the commands that name one.

use std::io::{Read, Write};
use std::path::Path;

use similar::TextDiff;

use super::console::{Console, visible};
use super::failure::Failure;
use crate::classroom;
use crate::plan::{self, Document, Edit, EditError, Literal, Reading, entry_at};
use crate::store::{self, OpenError, open::LIMIT};
use crate::words::{Lang, Text};

/// The path that means the standard input.
pub(super) const STDIN: &str = "-";

/// The text of a plan on disk or, for `-`, of the standard input.
pub(super) fn text(path: &Path) -> Result<String, OpenError> {
    if path.as_os_str() != STDIN {
        return store::text(path);
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| OpenError::from_io(path, &error))?;
    if bytes.len() as u64 > LIMIT {
        return Err(OpenError::TooLarge(path.to_path_buf()));
    }
    store::open::decode(path, bytes)
}

/// What is read of a text that a command needs whole; `lost` says what cannot be done without.
pub(super) fn whole<'t>(
    text: &'t str,
    name: &str,
    lost: Text,
    lang: Lang,
) -> Result<Reading<'t>, Failure> {
    let reading = plan::read(text);
    if !reading.is_sound() || reading.is_newer() {
        return Err(in_part(name, lost, lang));
    }
    Ok(reading)
}

/// The failure of a plan that is readable in part only.
pub(super) fn in_part(name: &str, lost: Text, lang: Lang) -> Failure {
    let what = Text::new(
        "{0} cannot be read whole, so {1}.",
        "{0} 未能完整读取，因此{1}。",
    );
    let next = Text::new(
        "`farsight check {0}` shows what is wrong.",
        "运行 `farsight check {0}` 可以看到哪里有问题。",
    );
    Failure::files(what.fill(lang, &[name, lost.get(lang)])).hint(next.fill(lang, &[name]))
}

/// The document of a plan.
pub(super) fn document(path: &Path, lang: Lang) -> Result<Document, Failure> {
    text(path)
        .map(Document::parse)
        .map_err(|error| Failure::opening(&error, lang))
}

/// Makes an edit in a plan and saves it; returns the document after it.
///
/// Nothing is written when the edit changes nothing.
pub(super) fn edit(
    path: &Path,
    lang: Lang,
    make: impl FnOnce(&Document) -> Result<Edit, Failure>,
) -> Result<Document, Failure> {
    let opened = store::open(path).map_err(|error| Failure::opening(&error, lang))?;
    let mut document = Document::parse(opened.text);
    if plan::read(document.text()).is_newer() {
        let what = Text::new(
            "{0} was written by a newer farsight, so it is not edited.",
            "{0} 由更新版本的 farsight 写成，因此不作修改。",
        );
        let next = Text::new("Update farsight first.", "请先升级 farsight。");
        let name = store::error::shown(path);
        return Err(Failure::files(what.fill(lang, &[name])).hint(next.get(lang).to_owned()));
    }
    if let Some(byte) = plan::syntax_error(document.text()) {
        let name = store::error::shown(path);
        let error = EditError::Broken(byte);
        return Err(Failure::editing(&error, &document, &name, lang));
    }
    let edit = make(&document)?;
    if edit.is_empty() {
        return Ok(document);
    }
    refuse_locked(path, document.text(), &edit, lang)?;
    document.apply(&edit);
    if let Some(byte) = plan::syntax_error(document.text()) {
        // No edit breaks a file; should one ever do, the file on disk stays whole.
        let error = EditError::Broken(byte);
        let name = store::error::shown(path);
        return Err(Failure::editing(&error, &document, &name, lang));
    }
    store::save(path, document.text().as_bytes(), Some(&opened.stamp))
        .map_err(|error| Failure::saving(&error, lang))?;
    Ok(document)
}

/// Refuses an edit of a part that an exercise keeps as it was given.
///
/// It is help and no safety: the file is the student's, and `grade` tells of what was changed by
/// other means. Beside an `exercise.toml` stands the teacher's own plan, in which nothing is locked.
fn refuse_locked(path: &Path, text: &str, edit: &Edit, lang: Lang) -> Result<(), Failure> {
    match locked(path, text, &edit.applied(text), lang) {
        Some((exercise, what)) => {
            let next = Text::new(
                "`farsight exercises {0}` lists what stays as it is.",
                "运行 `farsight exercises {0}` 可看哪些部分不要改动。",
            );
            Err(Failure::usage(what).hint(next.fill(lang, &[exercise])))
        }
        None => Ok(()),
    }
}

/// The exercise that a plan is of and why it refuses a change, if it does.
pub(super) fn locked(
    path: &Path,
    before: &str,
    after: &str,
    lang: Lang,
) -> Option<(String, String)> {
    let folder = path.parent().unwrap_or(Path::new(""));
    if folder.join(classroom::exercise::TASK).exists() {
        return None;
    }
    let file = |file: &str| store::text(&folder.join(file)).ok();
    let exercise = classroom::of_plan(before, file)?;
    let why = exercise.refusal(before, after, lang)?;
    Some((exercise.name, why))
}

/// A value as the commands show it: as a form does where the catalogue knows the field.
pub(super) fn shown(document: &Document, path: &plan::Path) -> Option<String> {
    match plan::place_of(path) {
        Some((_, Some(field))) if path.names().last().is_some_and(|it| it == field.key) => {
            entry_at(document, path, field.kind)
        }
        _ => document.get(path).map(|scalar| scalar.plain()),
    }
}

/// TOML as typed, if it is exactly one value.
pub(super) fn raw_value(text: &str) -> Option<Literal> {
    let text = text.trim();
    let whole = format!("v = {text}");
    let document = Document::parse(whole.as_str());
    let path = plan::Path::new(["v"]);
    let alone = plan::syntax_error(document.text()).is_none()
        && document.keys(&plan::Path::default()) == ["v"]
        && document
            .span(&path)
            .is_some_and(|span| span == (4..whole.len()));
    alone.then(|| Literal::Bare(text.to_owned()))
}

/// The line that confirms an edit: `needs.market.growth: 3 %`.
pub(super) fn confirm(
    console: &mut Console,
    document: &Document,
    path: &plan::Path,
) -> Result<(), Failure> {
    let value = shown(document, path).or_else(|| document.source(path));
    let value = value.unwrap_or_default();
    let value = visible(value.trim());
    let lines: Vec<&str> = value.lines().collect();
    console.line(&format!("{path}: {}", lines.join(" / ")))
}

/// Prints how a file would change, as a patch.
pub(super) fn difference(
    name: &str,
    old: &str,
    new: &str,
    console: &mut Console,
) -> Result<(), Failure> {
    let diff = TextDiff::from_lines(old, new);
    let diff = diff.unified_diff().header(name, name).to_string();
    for line in diff.split_inclusive('\n') {
        let line = line.trim_end_matches(['\n', '\r']);
        // A tab stays a tab, so that the difference can be applied.
        let parts: Vec<String> = line
            .split('\t')
            .map(|it| visible(it).into_owned())
            .collect();
        writeln!(console.out, "{}", parts.join("\t"))?;
    }
    Ok(())
}

/// Prints an object for programs.
pub(super) fn json(out: &serde_json::Value, console: &mut Console) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut console.out, out).map_err(std::io::Error::from)?;
    Ok(writeln!(console.out)?)
}
