//! Writing marks over the text that they were read from.

use std::collections::BTreeMap;

use super::{Marked, Marks};
use crate::plan::{Document, Edit, Literal, Path};

/// What the lines of a student are, in the order in which they stand.
const ORDER: [&str; 6] = ["name", "file", "level", "comment", "answer", "note"];

/// The text of these marks, made from an older one by as few changes as there are.
pub(super) fn write(marks: &Marks, old: &str) -> String {
    match Marks::read(old) {
        Ok(before) => write_over(marks, &before, Document::parse(old)),
        Err(_) => anew(marks),
    }
}

/// As [`write`], where the older text is read already: in a large class reading takes longer than
/// a key may.
pub(super) fn write_over(marks: &Marks, before: &Marks, old: Document) -> String {
    if !before.students.is_empty() {
        let text = over(marks, before, old);
        // A file whose shape we do not know is better written anew than written wrongly.
        if Marks::read(&text).as_ref() == Ok(marks) {
            return text;
        }
    }
    anew(marks)
}

/// The whole file in its usual layout.
fn anew(marks: &Marks) -> String {
    let mut out = String::from("marks = 1\n");
    let mut document = Document::parse(std::mem::take(&mut out));
    if let Some(exercise) = &marks.exercise {
        put(&mut document, &Path::parse("exercise"), exercise);
    }
    let mut out = document.text().to_owned();
    for (id, marked) in &marks.students {
        out.push('\n');
        out.push_str(&block(id, marked, "\n"));
    }
    out
}

/// The block of a student.
fn block(id: &str, marked: &Marked, eol: &str) -> String {
    let mut out = format!("[students.{}]{eol}", key(id));
    for (names, value) in lines(marked) {
        out.push_str(&line(&names, value, eol));
    }
    out
}

/// `level.A1 = "meets"`, with its line end.
fn line(names: &[&str], value: &str, eol: &str) -> String {
    let mut document = Document::parse(format!("[t]{eol}"));
    put(&mut document, &Path::new(["t", "v"]), value);
    let head = format!("[t]{eol}v = ");
    let value = document.text().strip_prefix(&head).unwrap_or("\"\"");
    let names: Vec<String> = names.iter().map(|it| key(it)).collect();
    let value = value.trim_end_matches(['\r', '\n']);
    format!("{} = {value}{eol}", names.join("."))
}

/// A name as a key of TOML, which takes only plain letters without quotes.
fn key(name: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(is_bare) {
        return name.to_owned();
    }
    let mut out = String::from("\"");
    for c in name.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out += &format!("\\u{:04X}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn put(document: &mut Document, path: &Path, value: &str) {
    if let Ok(edit) = document.set(path, &Literal::Line(value.to_owned())) {
        document.apply(&edit);
    }
}

/// What a student's lines hold, in their order: the names of the key, the value.
fn lines(marked: &Marked) -> Vec<(Vec<&str>, &str)> {
    fn some<'m>(key: &'m str, value: &'m str) -> Option<(Vec<&'m str>, &'m str)> {
        (!value.is_empty()).then(|| (vec![key], value))
    }
    fn all<'m>(
        key: &'m str,
        values: &'m BTreeMap<String, String>,
    ) -> impl Iterator<Item = (Vec<&'m str>, &'m str)> {
        (values.iter()).map(move |(code, value)| (vec![key, code.as_str()], value.as_str()))
    }
    let answers = marked.answers.iter();
    let mut lines: Vec<_> = some("name", &marked.name).into_iter().collect();
    lines.extend(some("file", &marked.file));
    lines.extend(all("level", &marked.levels));
    lines.extend(all("comment", &marked.comments));
    lines.extend(answers.map(|(key, it)| (vec!["answer", key.as_str()], it.key())));
    lines.extend(some("note", &marked.note));
    lines
}

/// The old text with what differs changed in its place.
fn over(marks: &Marks, before: &Marks, old: Document) -> String {
    let mut document = old;
    if let Some(exercise) = &marks.exercise
        && before.exercise.as_ref() != Some(exercise)
    {
        put(&mut document, &Path::parse("exercise"), exercise);
    }
    for id in before
        .students
        .keys()
        .filter(|id| !marks.students.contains_key(*id))
    {
        remove(&mut document, &Path::new(["students", id]));
    }
    for (id, marked) in &marks.students {
        match before.students.get(id) {
            Some(then) if then == marked => {}
            Some(then) => student(&mut document, id, then, marked),
            None => add(&mut document, id, marked),
        }
    }
    document.text().to_owned()
}

fn remove(document: &mut Document, path: &Path) {
    if let Ok(edit) = document.remove(path) {
        document.apply(&edit);
    }
}

/// Changes the lines of a student that differ.
fn student(document: &mut Document, id: &str, then: &Marked, now: &Marked) {
    let at = Path::new(["students", id]);
    let path = |names: &[&str]| names.iter().fold(at.clone(), |path, name| path.join(*name));
    let (old, new) = (lines(then), lines(now));
    for (names, _) in old.iter().filter(|it| !new.iter().any(|new| new.0 == it.0)) {
        remove(document, &path(names));
    }
    for (names, value) in new.iter().filter(|it| !old.contains(it)) {
        if document.has(&path(names)) {
            put(document, &path(names), value);
        } else if let Some(edit) = insertion(document, &at, names, value) {
            document.apply(&edit);
        }
    }
}

/// The edit that puts a new line among a student's lines, in its order.
fn insertion(document: &Document, at: &Path, names: &[&str], value: &str) -> Option<Edit> {
    let rank = |names: &[&str]| {
        let kind = ORDER.iter().position(|it| Some(it) == names.first());
        (
            kind.unwrap_or(ORDER.len()),
            names.get(1).map(|it| (*it).to_owned()),
        )
    };
    let mine = rank(names);
    let mut after = document.span(at)?.end;
    let mut lines: Vec<_> = there(document, at);
    lines.sort_by_key(|(_, span)| span.start);
    for (names, span) in &lines {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if rank(&names) < mine {
            after = after.max(span.end);
        }
    }
    let text = document.text();
    let rest = text.get(after..)?;
    let eol = document.eol();
    let new = line(names, value, eol);
    Some(match rest.find('\n') {
        Some(end) => {
            let at = after + end + 1;
            Edit::splice(at..at, new)
        }
        // The file ends without a line end: the new line gets none either.
        None => {
            let new = format!("{eol}{}", new.trim_end_matches(['\r', '\n']));
            Edit::splice(text.len()..text.len(), new)
        }
    })
}

/// The lines that a student has in the file, with the places of their values.
fn there(document: &Document, at: &Path) -> Vec<(Vec<String>, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    for key in document.keys(at) {
        let path = at.join(key.as_str());
        let inner = document.keys(&path);
        if inner.is_empty() {
            found.extend(document.span(&path).map(|span| (vec![key], span)));
            continue;
        }
        for name in inner {
            let span = document.span(&path.join(name.as_str()));
            found.extend(span.map(|span| (vec![key.clone(), name], span)));
        }
    }
    found
}

/// Puts the block of a new student before the first one that comes after it in the alphabet.
fn add(document: &mut Document, id: &str, marked: &Marked) {
    let eol = document.eol();
    let students = Path::parse("students");
    let next = document
        .keys(&students)
        .into_iter()
        .filter(|it| it.as_str() > id)
        .min();
    let start = next.and_then(|next| document.span(&students.join(next)));
    let text = document.text();
    let block = block(id, marked, eol);
    let edit = match start {
        Some(span) => {
            let at = above(text, span.start);
            Edit::splice(at..at, format!("{block}{eol}"))
        }
        None => {
            let end = text.trim_end().len();
            Edit::splice(end..text.len(), format!("{eol}{eol}{block}"))
        }
    };
    document.apply(&edit);
}

/// Where the comment lines right above a line begin.
fn above(text: &str, at: usize) -> usize {
    let mut start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    while start > 0 {
        let before = text[..start - 1].rfind('\n').map_or(0, |end| end + 1);
        if !text[before..start].trim_start().starts_with('#') {
            break;
        }
        start = before;
    }
    start
}
