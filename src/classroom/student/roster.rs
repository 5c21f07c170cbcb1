//! The list of a class: who is in it, and by which names and numbers they are known.

use super::name::{folded, parts, ways};
use crate::classroom::cells::Cells;

/// A list of a class.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// The people, in the order of the list.
    pub people: Vec<Person>,
}

/// A person on the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The name as the list has it.
    pub name: String,
    /// The address, as it is written: some platforms tell capital letters apart.
    pub email: String,
    /// The number of the student, or whatever the school calls it.
    pub number: String,
    /// The row of the list, the headings being row 0.
    pub row: usize,
    /// All that this person is known by, folded.
    keys: Vec<String>,
}

/// What a column of a list may hold, and how it may be headed, folded.
const COLUMNS: [(Column, &[&str]); 6] = [
    (
        Column::Name,
        &[
            "name",
            "student",
            "studentname",
            "fullname",
            "姓名",
            "学生",
            "学生姓名",
        ],
    ),
    (Column::First, &["firstname", "givenname", "first", "名"]),
    (
        Column::Last,
        &["lastname", "surname", "familyname", "last", "姓"],
    ),
    (
        Column::Email,
        &["email", "emailaddress", "mail", "邮箱", "电子邮件", "邮件"],
    ),
    (
        Column::Number,
        &[
            "sisuserid",
            "studentid",
            "idnumber",
            "studentnumber",
            "number",
            "学号",
        ],
    ),
    (
        Column::Login,
        &[
            "id",
            "sisloginid",
            "login",
            "username",
            "loginid",
            "userid",
            "github",
            "用户名",
            "账号",
        ],
    ),
];

/// A name of two parts as people write it: a Chinese one begins with the family.
fn whole(first: &str, last: &str) -> String {
    let is_chinese = |it: &str| !it.is_empty() && it.chars().all(crate::words::lexicon::is_chinese);
    if is_chinese(first) && is_chinese(last) {
        return format!("{last}{first}");
    }
    format!("{first} {last}").trim().to_owned()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    First,
    Last,
    Email,
    Number,
    Login,
}

impl Roster {
    /// Reads a list: separated values with a row of headings. None where no column holds names.
    ///
    /// An export of a gradebook is a list too: its row of possible points is passed over.
    pub fn read(text: &str) -> Option<Roster> {
        let cells = Cells::read(text);
        let header = cells.header();
        let column = |wanted: Column| -> Vec<usize> {
            let (_, heads) = COLUMNS
                .iter()
                .find(|(it, _)| *it == wanted)
                .unwrap_or(&COLUMNS[0]);
            let named = |head: &str| heads.contains(&folded(head).as_str());
            (header.iter().enumerate())
                .filter(|(_, it)| named(it))
                .map(|(at, _)| at)
                .collect()
        };
        let (names, firsts, lasts) = (
            column(Column::Name),
            column(Column::First),
            column(Column::Last),
        );
        if names.is_empty() && (firsts.is_empty() || lasts.is_empty()) {
            return None;
        }
        let (emails, numbers, logins) = (
            column(Column::Email),
            column(Column::Number),
            column(Column::Login),
        );
        let mut people = Vec::new();
        for row in 1..cells.len() {
            let get = |cols: &[usize]| {
                let mut cell = cols
                    .iter()
                    .map(|col| cells.get(row, *col).trim().to_owned());
                cell.find(|it| !it.is_empty()).unwrap_or_default()
            };
            let name = match get(&names) {
                name if !name.is_empty() => name,
                _ => whole(&get(&firsts), &get(&lasts)),
            };
            if name.is_empty() || name == "Points Possible" || name == "Student, Test" {
                continue;
            }
            let (email, number) = (get(&emails), get(&numbers));
            let mut keys: Vec<String> = logins
                .iter()
                .map(|col| folded(&cells.get(row, *col)))
                .collect();
            let local = email.split('@').next().unwrap_or_default();
            keys.extend([folded(&email), folded(local), folded(&number)]);
            keys.extend(ways(&name));
            keys.retain(|it| !it.is_empty());
            people.push(Person {
                name,
                email,
                number,
                row,
                keys,
            });
        }
        Some(Roster { people })
    }

    /// Whose file this is: the place in the list of the only person whom it can mean.
    pub fn find(&self, path: &str, owner: Option<&str>) -> Option<usize> {
        let parts = parts(path);
        let whole = parts.iter().map(|it| folded(&it.replace("_LATE", "")));
        let pieces = parts.iter().flat_map(|it| it.split(['_', '@'])).map(folded);
        let said = owner.into_iter().flat_map(ways);
        // What is said outright comes before what a piece of a name may mean by chance.
        let candidates: Vec<String> = whole.chain(said).chain(pieces).collect();
        candidates.iter().find_map(|it| self.only(it))
    }

    /// The place of the only person who is known by this.
    pub fn only(&self, key: &str) -> Option<usize> {
        let known = |person: &Person| person.keys.iter().any(|it| it == key);
        let mut found = (self.people.iter().enumerate()).filter(|(_, it)| known(it));
        let first = found.next().filter(|_| !key.is_empty())?;
        found.next().is_none().then_some(first.0)
    }

    /// The person of this name, if there is only one.
    pub fn named(&self, name: &str) -> Option<&Person> {
        let at = ways(name).iter().find_map(|it| self.only(it))?;
        self.people.get(at)
    }
}
