//! Two changes of one plan become one plan.
//!
//! Three texts are cut into pieces (tables, rows, keys; [`pieces`]), the pieces are matched by
//! their names, and the result is put together from ours' bytes with theirs' changes. What both
//! changed, and differently, is a [`Conflict`]: both readings stand in the result between the
//! markers that git uses, and nothing is decided silently.
//!
//! | changed by both | becomes |
//! |---|---|
//! | different keys, rows, comments | both changes |
//! | the same key, to the same value | that value, however it is spelled |
//! | a list | ours without what theirs took out, with what theirs put in ([`value`]) |
//! | an inline table | key by key |
//! | prose | sentence by sentence where one that nobody changed stands between ([`prose`]) |
//! | a number, choice, name, date | a conflict |
//! | one removed, the other edited | a conflict |
//! | an id | a new name follows into the references of both ([`renames`]) |
//! | comments above the same thing | ours' lines, then those that only theirs has |

mod blocks;
mod lines;
mod pieces;
mod prose;
mod renames;
pub mod resolve;
#[cfg(test)]
mod tests;
mod three;
mod value;

use crate::plan::{Document, Path};

/// How conflicts are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What ours is called at a conflict.
    pub ours: String,
    /// What the common text is called; `None` leaves it out.
    pub base: Option<String>,
    /// What theirs is called.
    pub theirs: String,
    /// How many characters a marker has.
    pub size: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            ours: String::from("ours"),
            base: None,
            theirs: String::from("theirs"),
            size: 7,
        }
    }
}

/// Something that both sides changed, and differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Where in the plan; the root for a conflict between lines.
    pub path: Path,
    /// What stood there before, in words; `None` where nothing did.
    pub base: Option<String>,
    /// What ours says; `None` where ours took it out.
    pub ours: Option<String>,
    /// What theirs says; `None` where theirs took it out.
    pub theirs: Option<String>,
}

/// Which text, in the order of the arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The text that both come from.
    Base,
    /// The text that is changed into the result.
    Ours,
    /// The text whose changes come in.
    Theirs,
}

/// Why texts were merged line by line instead of by what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plain {
    /// One of them has a syntax error at this byte.
    Broken(Side, usize),
    /// Neither is a plan.
    NoPlan,
    /// The same thing is written in ways that do not fit into one file.
    Mixed,
}

/// The outcome of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The text; conflicts stand in it between markers.
    pub text: String,
    /// What must be decided, in the order of the text.
    pub conflicts: Vec<Conflict>,
    /// Set when the texts were merged line by line.
    pub plain: Option<Plain>,
    /// Tables whose rows or keys both sides ordered differently; ours' order stays.
    pub reordered: Vec<Path>,
}

/// Merges two texts that come from one.
pub fn merge(base: &str, ours: &str, theirs: &str, options: &Options) -> Merged {
    match by_meaning(base, ours, theirs, options) {
        Ok(merged) => merged,
        Err(plain) => {
            let (text, conflicts) = lines::merge(base, ours, theirs, options);
            Merged {
                text,
                conflicts,
                plain: Some(plain),
                reordered: Vec::new(),
            }
        }
    }
}

/// The result where at most one side changed anything, or both did the same.
fn one_sided<'t>(base: &'t str, ours: &'t str, theirs: &'t str) -> Option<&'t str> {
    // Line ends and the mark at the beginning are those of ours, whoever changed the rest.
    let manner = |text: &str| (text.starts_with('\u{feff}'), text.contains("\r\n"));
    if theirs == base || ours == theirs {
        return Some(ours);
    }
    (ours == base && manner(ours) == manner(theirs)).then_some(theirs)
}

fn by_meaning(base: &str, ours: &str, theirs: &str, options: &Options) -> Result<Merged, Plain> {
    let alone = one_sided(base, ours, theirs);
    let bom = if ours.starts_with('\u{feff}') {
        "\u{feff}"
    } else {
        ""
    };
    let ours = Document::parse(ours.trim_start_matches('\u{feff}'));
    // Ours' line ends are the result's; so the other texts are read with them.
    let like_ours = |text: &str| {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        Document::parse(if ours.eol() == "\n" {
            text
        } else {
            text.replace('\n', ours.eol())
        })
    };
    let (base, theirs) = (like_ours(base), like_ours(theirs));
    for (side, document) in [
        (Side::Base, &base),
        (Side::Ours, &ours),
        (Side::Theirs, &theirs),
    ] {
        if let Some(at) = document.broken() {
            return Err(Plain::Broken(side, at));
        }
    }
    let format = Path::new(["farsight"]);
    if !ours.has(&format) && !theirs.has(&format) {
        return Err(Plain::NoPlan);
    }
    if let Some(text) = alone {
        return Ok(Merged {
            text: text.to_owned(),
            conflicts: Vec::new(),
            plain: None,
            reordered: Vec::new(),
        });
    }
    let agreed = renames::agreed(base, ours, theirs);
    let (text, conflicts, reordered) = blocks::merge(agreed, options);
    let text = format!("{bom}{text}");
    // Whatever is chosen at the conflicts, the outcome must be TOML.
    let choices: &[resolve::Choice] = if conflicts.is_empty() {
        &[resolve::Choice::Ours]
    } else {
        &[resolve::Choice::Ours, resolve::Choice::Theirs]
    };
    let is_sound = |choice| {
        Document::parse(resolve::all(&text, choice))
            .broken()
            .is_none()
    };
    if !choices.iter().all(is_sound) {
        return Err(Plain::Mixed);
    }
    Ok(Merged {
        text,
        conflicts,
        plain: None,
        reordered,
    })
}
