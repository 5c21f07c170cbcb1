//! Names of people and of files: what is the same, and what a file may be called.

use crate::plan::rows::id_from;

/// Names that Windows keeps for devices, with whatever ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Letters with what they are without their accents.
const PLAIN: &[(&str, &str)] = &[
    ("àáâãäåāăąǎ", "a"),
    ("æ", "ae"),
    ("çćčĉċ", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįıǐ", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõöøōŏőǒ", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧțþ", "t"),
    ("ùúûüũūŭůűųǔǖǘǚǜ", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
];

/// A name as a name in files: small letters, digits and hyphens; letters of other scripts stay.
///
/// Whatever the name is, the result leads into no other folder and is no device.
pub fn handle(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !is_accent(*c)).collect();
    let id = id_from(&plain, "student");
    let is_port = id.len() == 4
        && (id.starts_with("com") || id.starts_with("lpt"))
        && id.ends_with(|c: char| c.is_ascii_digit());
    if is_port || DEVICES.contains(&id.as_str()) {
        return format!("{id}-student");
    }
    id
}

/// An accent that stands behind its letter, as file names of some systems have them.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A name without what people write in one way or another: case, accents, blanks, signs.
pub(super) fn folded(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match PLAIN.iter().find(|(letters, _)| letters.contains(c)) {
            Some((_, plain)) => out.push_str(plain),
            None if c.is_alphanumeric() => out.push(c),
            None => {}
        }
    }
    out
}

/// The ways in which a name may be written, folded: `Ruiz, Ana` is also `Ana Ruiz`.
pub(super) fn ways(name: &str) -> Vec<String> {
    let mut ways = vec![folded(name)];
    if let Some((last, first)) = name.split_once([',', '，']) {
        ways.push(folded(&format!("{first}{last}")));
    } else if let Some((first, last)) = name.trim().rsplit_once(char::is_whitespace) {
        ways.push(folded(&format!("{last}{first}")));
    }
    ways.retain(|it| !it.is_empty());
    ways.dedup();
    ways
}

/// Whether two names are the same person's, as far as names tell.
pub fn same(one: &str, other: &str) -> bool {
    let others = ways(other);
    ways(one).iter().any(|it| others.contains(it))
}

/// The parts of a path that may tell whose it is: the file's name without its ending, the folders.
pub(super) fn parts(path: &str) -> Vec<&str> {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let folders = folders.split('/').rev().filter(|it| !it.is_empty());
    std::iter::once(stem).chain(folders).collect()
}

/// Whether the name of a file says that it came late, as the platforms write it: `ruizana_LATE_17`.
pub(super) fn is_late(path: &str) -> bool {
    (parts(path).iter()).any(|part| part.split('_').any(|it| it == "LATE"))
}

/// The name of a student that a path tells: that of the file, or of the student's own folder.
pub(super) fn of_file(path: &str) -> String {
    let parts = parts(path);
    // What stands in a folder of its own is named by the folder.
    let part = if parts.len() > 1 {
        parts.last()
    } else {
        parts.first()
    };
    let part = part.copied().unwrap_or_default();
    let words: Vec<&str> = part.split('_').filter(|it| *it != "LATE").collect();
    // Platforms write the student first, then numbers: `Ana Ruiz_1234_assignsubmission_file_`.
    let is_number = |it: &&str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let name = match words.get(1).filter(|it| is_number(it)) {
        Some(_) => words.first().copied().unwrap_or_default().to_owned(),
        None => words.join(" "),
    };
    let name = name.replace('-', " ");
    let name: Vec<&str> = name.split_whitespace().collect();
    let name = name.join(" ");
    if name.is_empty() {
        part.to_owned()
    } else {
        name
    }
}
