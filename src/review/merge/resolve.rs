//! Deciding what a merge could not: a text with markers becomes one without.

use crate::plan::markers::{self, Marked};
use crate::plan::{Document, Path};

/// Something to decide, as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Where in the plan, as far as the marker says so.
    pub path: Path,
    /// The bytes of the text from the first marker to the end of the last.
    pub span: std::ops::Range<usize>,
    /// What stood there before, where the text shows it.
    pub base: Option<String>,
    /// Our lines; empty where we took them out.
    pub ours: String,
    /// Their lines.
    pub theirs: String,
}

impl Open {
    /// Whether both readings can stay: each is rows of its own.
    pub fn takes_both(&self) -> bool {
        let rows = |text: &str| {
            let mut lines = text.lines().map(str::trim);
            let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
            first.is_some_and(|line| line.starts_with("[["))
        };
        let ids = |text: &str| -> Vec<String> {
            let lines = text.lines().map(str::trim);
            let ids = lines.filter(|line| line.starts_with("id ") || line.starts_with("id="));
            ids.map(str::to_owned).collect()
        };
        let known = ids(&self.ours);
        rows(&self.ours)
            && rows(&self.theirs)
            && !ids(&self.theirs).iter().any(|id| known.contains(id))
    }
}

impl Open {
    /// The lines that a choice leaves in a text; none where both cannot stay.
    fn lines(&self, choice: &Choice, text: &str) -> Option<String> {
        let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Some(match choice {
            Choice::Ours => self.ours.clone(),
            Choice::Theirs => self.theirs.clone(),
            Choice::Both if self.takes_both() => format!("{}{eol}{}", self.ours, self.theirs),
            Choice::Both => return None,
            Choice::Own(own) if own.is_empty() || own.ends_with('\n') => own.clone(),
            Choice::Own(own) => format!("{own}{eol}"),
        })
    }
}

/// What is to stand at a place with two readings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Our reading.
    Ours,
    /// Their reading.
    Theirs,
    /// Both, ours first: only rows can stand one after the other.
    Both,
    /// Lines of one's own.
    Own(String),
}

/// What is still to decide in a text, in its order.
pub fn open(text: &str) -> Vec<Open> {
    let all = markers::conflicts(text);
    all.into_iter().map(|it| shown(text, &it)).collect()
}

fn shown(text: &str, it: &Marked) -> Open {
    let slice =
        |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
    Open {
        path: it.path().map_or_else(Path::default, Path::parse),
        span: it.span.clone(),
        base: it.base.as_ref().map(slice),
        ours: slice(&it.ours),
        theirs: slice(&it.theirs),
    }
}

/// The text with the `nth` open place (from 0) decided.
///
/// `None` when there is no such place, when both cannot stay, or when the last decision would
/// leave a text that is no TOML: one's own lines are then to be mended first.
pub fn resolve(text: &str, nth: usize, choice: &Choice) -> Option<String> {
    let all = open(text);
    let it = all.get(nth)?;
    let lines = it.lines(choice, text)?;
    let mut out = text.to_owned();
    out.replace_range(it.span.clone(), &lines);
    let is_last = all.len() == 1;
    (!is_last || Document::parse(out.as_str()).broken().is_none()).then_some(out)
}

/// The text with these choices made, in the order of its open places; a place without a choice,
/// or whose readings cannot both stay, keeps its markers.
///
/// Whether the outcome is TOML is not asked: some of its places may still be open.
pub fn decided(text: &str, choices: &[Option<Choice>]) -> String {
    let mut out = text.to_owned();
    for (it, choice) in open(text).iter().zip(choices).rev() {
        let lines = choice.as_ref().and_then(|choice| it.lines(choice, text));
        if let Some(lines) = lines {
            out.replace_range(it.span.clone(), &lines);
        }
    }
    out
}

/// The text with every open place decided alike.
pub(super) fn all(text: &str, choice: &Choice) -> String {
    let mut out = text.to_owned();
    for it in open(text).iter().rev() {
        let lines = if *choice == Choice::Theirs {
            &it.theirs
        } else {
            &it.ours
        };
        out.replace_range(it.span.clone(), lines);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a = 1\n<<<<<<< ours: b\nb = 2\n=======\nb = \"三\"\n>>>>>>> theirs: b\n<<<<<<< ours: l.x\n[[l]]\nid = \"x\"\n=======\n[[l]]\nid = \"y\"\n>>>>>>> theirs: l.x\n";

    #[test]
    fn each_place_is_decided_by_itself() {
        let all = open(TEXT);
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].path.to_string(), "b");
        assert!(!all[0].takes_both() && all[1].takes_both());
        let text = resolve(TEXT, 1, &Choice::Both).unwrap();
        assert!(text.ends_with("[[l]]\nid = \"x\"\n\n[[l]]\nid = \"y\"\n"));
        let text = resolve(&text, 0, &Choice::Theirs).unwrap();
        assert!(text.starts_with("a = 1\nb = \"三\"\n[[l]]"));
        assert!(open(&text).is_empty());
    }

    #[test]
    fn several_places_are_decided_at_once() {
        let text = decided(TEXT, &[None, Some(Choice::Theirs)]);
        assert_eq!(open(&text).len(), 1);
        assert!(text.ends_with("[[l]]\nid = \"y\"\n"));
        let own = Some(Choice::Own(String::from("b = \"四\"")));
        let text = decided(TEXT, &[own, Some(Choice::Ours)]);
        assert_eq!(text, "a = 1\nb = \"四\"\n[[l]]\nid = \"x\"\n");
        assert_eq!(decided(TEXT, &[Some(Choice::Both), None]), TEXT);
    }

    #[test]
    fn own_lines_must_be_toml_in_the_end() {
        let text = resolve(TEXT, 1, &Choice::Ours).unwrap();
        assert_eq!(resolve(&text, 0, &Choice::Own("b = ".into())), None);
        assert!(
            resolve(&text, 0, &Choice::Own("b = 5".into()))
                .unwrap()
                .contains("b = 5\n[[l]]")
        );
        assert_eq!(resolve(&text, 0, &Choice::Both), None);
        assert_eq!(resolve(&text, 7, &Choice::Ours), None);
    }
}
