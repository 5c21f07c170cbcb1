//! Places of a text where two readings stand between the markers that git and editors know.
//!
//! Such a text is no TOML. It is read as if only our reading stood there, and it is not edited:
//! to decide comes first.

use std::ops::Range;

/// Two readings of one place; all are bytes of the text, whole lines with their ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The whole of it with its markers.
    pub span: Range<usize>,
    /// The line of the first marker, without its end.
    pub head: Range<usize>,
    /// What the first marker says after its signs: whose reading follows, and where in the plan.
    pub label: String,
    /// Our reading.
    pub ours: Range<usize>,
    /// What stood there before, where it is shown.
    pub base: Option<Range<usize>>,
    /// Their reading.
    pub theirs: Range<usize>,
}

impl Marked {
    /// Where in the plan, when the marker says so: `ours: needs.market.size`.
    pub fn path(&self) -> Option<&str> {
        self.label.rsplit_once(": ").map(|(_, path)| path.trim())
    }
}

/// Fewer signs than this are no marker.
const SHORTEST: usize = 7;

/// How many of a sign a line begins with, if it is a marker: nothing or a blank follows.
fn marker(line: &str, sign: char) -> Option<usize> {
    let rest = line.trim_start_matches(sign);
    let size = line.len() - rest.len();
    (size >= SHORTEST && (rest.is_empty() || rest.starts_with(' '))).then_some(size)
}

/// The places of a text with two readings, in order.
pub fn conflicts(text: &str) -> Vec<Marked> {
    if !text.contains("<<<<<<<") {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_end_matches(['\n', '\r']);
        lines.push((at, trimmed, at + line.len()));
        at += line.len();
    }
    let mut out = Vec::new();
    let mut next = 0;
    while let Some((start, line, end)) = lines.get(next).copied() {
        next += 1;
        let Some(size) = marker(line, '<') else {
            continue;
        };
        let rest = lines.get(next..).unwrap_or_default();
        let find = |sign: char, from: usize| {
            let found = rest
                .iter()
                .skip(from)
                .position(|it| marker(it.1, sign) == Some(size));
            found.map(|found| found + from)
        };
        let Some(middle) = find('=', 0) else { continue };
        let Some(last) = find('>', middle + 1) else {
            continue;
        };
        // Another beginning in between: this one is no marker, or stands alone.
        if find('<', 0).is_some_and(|other| other < last) {
            continue;
        }
        let base = find('|', 0).filter(|base| *base < middle);
        let (Some(mid), Some(close)) = (rest.get(middle), rest.get(last)) else {
            continue;
        };
        let before = base.and_then(|base| rest.get(base));
        out.push(Marked {
            span: start..close.2,
            head: start..start + line.len(),
            label: line.trim_start_matches('<').trim().to_owned(),
            ours: end..before.map_or(mid.0, |before| before.0),
            base: before.map(|before| before.2..mid.0),
            theirs: mid.2..close.0,
        });
        next += last + 1;
    }
    out
}

/// The text with blanks where markers and the other readings stand, so that every byte of ours
/// keeps its place.
pub(super) fn masked(text: &str, conflicts: &[Marked]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let blank = |out: &mut String, from: usize, to: usize| {
        for byte in text.as_bytes().get(from..to).unwrap_or_default() {
            out.push(match byte {
                b'\n' => '\n',
                b'\r' => '\r',
                _ => ' ',
            });
        }
    };
    for it in conflicts {
        out.push_str(text.get(at..it.span.start).unwrap_or_default());
        blank(&mut out, it.span.start, it.ours.start);
        out.push_str(text.get(it.ours.clone()).unwrap_or_default());
        blank(&mut out, it.ours.end, it.span.end);
        at = it.span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a = 1\n<<<<<<< ours: b\nb = 2\n||||||| base\nb = 1\n=======\nb = \"三\"\n>>>>>>> theirs: b\nc = 1\n";

    #[test]
    fn both_readings_are_found() {
        let all = conflicts(TEXT);
        let [it] = all.as_slice() else {
            panic!("{all:?}")
        };
        assert_eq!(it.path(), Some("b"));
        assert_eq!(&TEXT[it.ours.clone()], "b = 2\n");
        assert_eq!(&TEXT[it.base.clone().unwrap()], "b = 1\n");
        assert_eq!(&TEXT[it.theirs.clone()], "b = \"三\"\n");
        assert_eq!(&TEXT[it.span.end..], "c = 1\n");
    }

    #[test]
    fn masking_keeps_every_byte_of_ours_in_its_place() {
        let masked = masked(TEXT, &conflicts(TEXT));
        assert_eq!(masked.len(), TEXT.len());
        assert_eq!(masked.find("b = 2"), TEXT.find("b = 2"));
        assert!(!masked.contains('<') && !masked.contains('三'));
    }

    #[test]
    fn signs_alone_are_no_conflict() {
        for text in [
            "<<<<<<< \n",
            "<<<<<<<\n=======\n",
            "=======\n>>>>>>>\n",
            "<<<<<< a\n======\n>>>>>> b\n",
        ] {
            assert!(conflicts(text).is_empty(), "{text}");
        }
    }
}
