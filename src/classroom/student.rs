//! Who handed in a file, and what is the matter with it.
//!
//! A student is known by a list of the class, by what the plan says of its owner, or by the name
//! of the file. No file is dropped: what cannot be graded is listed with its reason.

mod name;
mod roster;

use std::collections::BTreeSet;

use jiff::civil::DateTime;

pub use self::name::{handle, same};
pub use self::roster::{Person, Roster};
use super::{Exercise, Marked, Marks, locks};
use crate::plan::{self, Document, Lines, Path};
use crate::words::{Lang, Text};

/// A file as the disk tells of it.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path as seen from the folder of the class, with `/`.
    pub path: String,
    /// Its text, or why it cannot be read.
    pub text: Result<String, String>,
    /// When it was written last, where that is known.
    pub written: Option<DateTime>,
}

/// A student.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Student {
    /// The name in files: small letters and hyphens, once in a class.
    pub id: String,
    /// The name on paper.
    pub name: String,
}

/// What a student handed in.
#[derive(Debug, Clone)]
pub struct Handed {
    /// Who.
    pub student: Student,
    /// The file, as seen from the folder of the class.
    pub file: String,
    /// Its text; empty where it cannot be read.
    pub text: String,
    /// What is the matter with it, the worst first.
    pub matters: Vec<Matter>,
}

/// What is the matter with a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// It cannot be read: why.
    Unreadable(String),
    /// There is nothing in it.
    Empty,
    /// It is no plan: it does not begin with `farsight = 1`.
    NoPlan,
    /// It is no TOML from this line on.
    Broken(usize),
    /// The same student handed in another file later: its name.
    Earlier(String),
    /// It is of this exercise and not of the one that is graded.
    Other(String),
    /// It does not say which exercise it is of.
    Unnamed,
    /// It is the plan that was given, unchanged.
    Untouched,
    /// It came after the day.
    Late,
    /// These locked parts were changed.
    Locked(Vec<Path>),
    /// Somebody else in the class has the same name: the other file.
    SameName(String),
    /// The list of the class does not have this student.
    NotListed,
}

/// A class: what was handed in, in the order of names, and who handed in nothing.
#[derive(Debug, Clone, Default)]
pub struct Class {
    /// What was handed in.
    pub handed: Vec<Handed>,
    /// Who handed in nothing, where there is a list of the class.
    pub missing: Vec<Student>,
}

impl Matter {
    /// Whether nothing can be said of the plan because of it.
    pub fn stops(&self) -> bool {
        matches!(
            self,
            Matter::Unreadable(_)
                | Matter::Empty
                | Matter::NoPlan
                | Matter::Broken(_)
                | Matter::Earlier(_)
                | Matter::Other(_)
                | Matter::Untouched
        )
    }

    /// The matter in a sentence.
    pub fn say(&self, lang: Lang) -> String {
        let (text, arg) = match self {
            Matter::Unreadable(why) => (
                Text::new("Cannot be read: {0}", "无法读取：{0}"),
                why.clone(),
            ),
            Matter::Empty => (
                Text::new("The file is empty.", "文件是空的。"),
                String::new(),
            ),
            Matter::NoPlan => (
                Text::new(
                    "Not a plan: a plan begins with `farsight = 1`.",
                    "不是计划：计划开头应是 `farsight = 1`。",
                ),
                String::new(),
            ),
            Matter::Broken(line) => (
                Text::new(
                    "Broken from line {0} on; `farsight check` shows how to mend it.",
                    "从第{0}行起格式有误，运行 `farsight check` 可看如何修正。",
                ),
                line.to_string(),
            ),
            Matter::Earlier(file) => (
                Text::new(
                    "Not judged: the same student handed in {0} later.",
                    "未评：同一名学生后来又交了 {0}，以那份为准。",
                ),
                file.clone(),
            ),
            Matter::Other(name) => (
                Text::new("Of another exercise: {0}.", "做的是另一个练习：{0}。"),
                name.clone(),
            ),
            Matter::Unnamed => (
                Text::new(
                    "Does not say which exercise it is of.",
                    "没有写明是哪个练习。",
                ),
                String::new(),
            ),
            Matter::Untouched => (
                Text::new(
                    "The starting plan, unchanged.",
                    "起始计划原样交回，没有改动。",
                ),
                String::new(),
            ),
            Matter::Late => (Text::new("It came late.", "迟交。"), String::new()),
            Matter::Locked(paths) => (
                Text::new(
                    "Parts that the exercise keeps were changed: {0}.",
                    "改动了练习规定保持原样的部分：{0}。",
                ),
                {
                    let named = paths.iter().map(|it| locks::named(it, lang));
                    named
                        .collect::<Vec<_>>()
                        .join(Text::new(", ", "、").get(lang))
                },
            ),
            Matter::SameName(file) => (
                Text::new("The same name as in {0}.", "与 {0} 同名。"),
                file.clone(),
            ),
            Matter::NotListed => (
                Text::new("Not on the list of the class.", "不在班级名单上。"),
                String::new(),
            ),
        };
        text.fill(lang, &[arg])
    }

    /// What the student does next, where nothing can be said of the plan.
    pub fn next(&self, lang: Lang) -> Option<&'static str> {
        let text = match self {
            Matter::Unreadable(_) => Text::new(
                "Save it as text in UTF-8 and hand it in again.",
                "请另存为 UTF-8 文本，再重新提交。",
            ),
            Matter::Empty => Text::new(
                "See that the plan is saved, and hand it in again.",
                "请确认计划已经保存，再重新提交。",
            ),
            Matter::NoPlan => Text::new(
                "Hand in the plan itself: the file whose name ends in `.toml`.",
                "请提交计划文件本身，也就是以 `.toml` 结尾的那个。",
            ),
            Matter::Broken(_) => Text::new(
                "Mend that line, or ask for help with it, and hand the plan in again.",
                "请改好那一行，改不好可以问老师，再重新提交。",
            ),
            Matter::Earlier(_) => {
                Text::new("The feedback is about that file.", "反馈写的是那份文件。")
            }
            Matter::Other(_) => Text::new(
                "Hand in the plan of this exercise; if only the name is wrong, mend `exercise` below `[plan]`.",
                "请提交本练习的计划；如果只是名称写错，请改 `[plan]` 下面的 `exercise`。",
            ),
            Matter::Untouched => Text::new(
                "Hand in the file in which you worked, and see that it is saved.",
                "请提交你写过的那一份，并确认改动已经保存。",
            ),
            _ => return None,
        };
        Some(text.get(lang))
    }

    /// Whether it is the teacher's to sort out: it names other students, or is none of the
    /// student's doing.
    pub fn is_for_teacher(&self) -> bool {
        matches!(self, Matter::SameName(_) | Matter::NotListed)
    }
}

impl Handed {
    /// Whether it can be graded.
    pub fn is_sound(&self) -> bool {
        !self.matters.iter().any(Matter::stops)
    }

    /// Whether it came late.
    pub fn is_late(&self) -> bool {
        self.matters.contains(&Matter::Late)
    }
}

/// Finds the students of some files.
///
/// `marks` keep the handles that students have there already; `due` is when files had to be in.
pub fn class(
    mut files: Vec<File>,
    roster: Option<&Roster>,
    exercise: Option<&Exercise>,
    marks: &Marks,
    due: Option<DateTime>,
) -> Class {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let given: Vec<String> = exercise.map_or_else(Vec::new, |it| {
        Lang::ALL.iter().map(|lang| it.start(*lang)).collect()
    });
    let owners: Vec<String> = given.iter().filter_map(|text| owner(text)).collect();
    let mut class = Class::default();
    // Which person of the list handed in what, and when.
    let mut persons: Vec<(usize, usize, Option<DateTime>)> = Vec::new();
    for file in files {
        let text = file.text.as_deref().unwrap_or_default();
        let owner = owner(text).filter(|it| !owners.contains(it));
        let person = roster.and_then(|it| it.find(&file.path, owner.as_deref()));
        let listed = person.and_then(|at| roster?.people.get(at));
        let name = match (listed, owner) {
            (Some(person), _) => person.name.clone(),
            (None, Some(owner)) => owner,
            (None, None) => name::of_file(&file.path),
        };
        let mut matters = matters(&file, exercise, &given);
        if name::is_late(&file.path) || due.zip(file.written).is_some_and(|(due, at)| at > due) {
            matters.push(Matter::Late);
        }
        if roster.is_some() && listed.is_none() {
            matters.push(Matter::NotListed);
        }
        if let Some(at) = person {
            persons.push((at, class.handed.len(), file.written));
        }
        class.handed.push(Handed {
            student: Student {
                id: String::new(),
                name,
            },
            file: file.path,
            text: file.text.unwrap_or_default(),
            matters,
        });
    }
    earlier(&mut class.handed, &persons);
    same_names(&mut class.handed);
    handles(&mut class.handed, marks);
    for handed in &mut class.handed {
        handed.matters.sort();
    }
    let (name, id) = (
        |it: &Handed| name::folded(&it.student.name),
        |it: &Handed| it.student.id.clone(),
    );
    class.handed.sort_by_key(|it| (name(it), id(it)));
    class.missing = missing(roster, &persons, &class.handed);
    class
}

/// Who a plan says owns it.
fn owner(text: &str) -> Option<String> {
    let owner = Document::parse(text).value("plan.owner")?.plain();
    let owner = owner.split_whitespace().collect::<Vec<_>>().join(" ");
    (!owner.is_empty()).then_some(owner)
}

/// What is the matter with a file by itself.
fn matters(file: &File, exercise: Option<&Exercise>, given: &[String]) -> Vec<Matter> {
    let text = match &file.text {
        Err(why) => return vec![Matter::Unreadable(why.clone())],
        Ok(text) => text,
    };
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return vec![Matter::Empty];
    }
    let is_toml = std::path::Path::new(&file.path)
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    if !is_toml {
        return vec![Matter::NoPlan];
    }
    let document = Document::parse(text.as_str());
    if let Some(byte) = plan::syntax_error(text) {
        let place = Lines::of(text).place(byte);
        return vec![Matter::Broken(place.line)];
    }
    if document.value("farsight").is_none() {
        return vec![Matter::NoPlan];
    }
    let Some(exercise) = exercise else {
        return Vec::new();
    };
    let named = document.value("plan.exercise").map(|it| it.plain());
    let named = named
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty());
    let plain = text.replace("\r\n", "\n");
    let plain = plain.trim();
    let mut matters = Vec::new();
    match named {
        None => matters.push(Matter::Unnamed),
        Some(name) if name != exercise.name => return vec![Matter::Other(name)],
        Some(_) => {}
    }
    if given
        .iter()
        .any(|it| it.replace("\r\n", "\n").trim() == plain)
    {
        matters.push(Matter::Untouched);
    }
    let locked: Vec<Path> = exercise.changed(text).into_iter().cloned().collect();
    if !locked.is_empty() {
        matters.push(Matter::Locked(locked));
    }
    matters
}

/// Of two files of one person the later is graded.
fn earlier(handed: &mut [Handed], persons: &[(usize, usize, Option<DateTime>)]) {
    for (person, at, written) in persons {
        let later = persons
            .iter()
            .filter(|(other, place, then)| other == person && (then, place) > (written, at));
        let later = later.max_by_key(|(_, place, then)| (*then, *place));
        let later = later
            .and_then(|(_, place, _)| handed.get(*place))
            .map(|it| it.file.clone());
        if let (Some(later), Some(it)) = (later, handed.get_mut(*at)) {
            it.matters.push(Matter::Earlier(later));
        }
    }
}

/// Two people of one name are two people, and whoever grades should know.
fn same_names(handed: &mut [Handed]) {
    let is_earlier = |it: &Handed| it.matters.iter().any(|it| matches!(it, Matter::Earlier(_)));
    // What the same student handed in before is not somebody else's.
    let names: Vec<(String, String)> = (handed.iter())
        .map(|it| {
            let own = (!is_earlier(it)).then(|| name::folded(&it.student.name));
            own.unwrap_or_default()
        })
        .zip(handed.iter().map(|it| it.file.clone()))
        .collect();
    for (at, it) in handed.iter_mut().enumerate() {
        if is_earlier(it) {
            continue;
        }
        let other = (names.iter().enumerate()).find(|(place, (name, _))| {
            *place != at && !name.is_empty() && names.get(at).is_some_and(|it| it.0 == *name)
        });
        if let Some((_, (_, file))) = other {
            it.matters.push(Matter::SameName(file.clone()));
        }
    }
}

/// Gives each student a handle of their own; those of the marks stay.
fn handles(handed: &mut [Handed], marks: &Marks) {
    // Marks that were written by hand may name the student and no file.
    let known = |it: &Handed| {
        let by_file = |marked: &Marked| marked.file == it.file;
        let by_name =
            |marked: &Marked| marked.file.is_empty() && same(&marked.name, &it.student.name);
        let mut all = marks.students.iter();
        let found = all.find(|(_, marked)| by_file(marked));
        let found = found.or_else(|| marks.students.iter().find(|(_, marked)| by_name(marked)));
        found.map(|(id, _)| id.clone())
    };
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for it in handed.iter_mut() {
        // A file of marks may come from anywhere: its handles become names of files.
        let id = known(it).filter(|id| handle(id) == *id);
        if let Some(id) = id.filter(|id| taken.insert(id.clone())) {
            it.student.id = id;
        }
    }
    let marked = |id: &str| marks.students.get(id).is_some_and(|it| !it.file.is_empty());
    for it in handed.iter_mut().filter(|it| it.student.id.is_empty()) {
        let wanted = handle(&it.student.name);
        let mut id = wanted.clone();
        let mut at = 2;
        while marked(&id) || !taken.insert(id.clone()) {
            id = format!("{wanted}-{at}");
            at += 1;
        }
        it.student.id = id;
    }
}

/// The people of the list of whom there is no file.
fn missing(
    roster: Option<&Roster>,
    persons: &[(usize, usize, Option<DateTime>)],
    handed: &[Handed],
) -> Vec<Student> {
    let Some(roster) = roster else {
        return Vec::new();
    };
    let mut taken: BTreeSet<String> = handed.iter().map(|it| it.student.id.clone()).collect();
    let absent = (roster.people.iter().enumerate())
        .filter(|(at, _)| !persons.iter().any(|(person, ..)| person == at));
    let mut missing: Vec<Student> = Vec::new();
    for (_, person) in absent {
        let wanted = handle(&person.name);
        let mut id = wanted.clone();
        let mut at = 2;
        while !taken.insert(id.clone()) {
            id = format!("{wanted}-{at}");
            at += 1;
        }
        let name = person.name.clone();
        missing.push(Student { id, name });
    }
    missing.sort_by_key(|it| name::folded(&it.name));
    missing
}

#[cfg(test)]
mod tests;
