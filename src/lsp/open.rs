//! A plan that is open in the editor, saved or not.

use std::path::PathBuf;

use gen_lsp_types::{TextDocumentContentChangeEvent, Uri};

use super::place::{Encoding, Lines};
use crate::store::folder;

/// A text that the editor has open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub uri: Uri,
    /// What the editor takes it for.
    pub language: String,
    pub version: i32,
    pub text: String,
}

impl Open {
    /// Whether it is a plan: other TOML files reach the server too and are left alone. An empty
    /// text may become one.
    pub fn is_plan(&self) -> bool {
        self.language == "farsight" || folder::is_plan(self.text.as_bytes())
    }

    /// Makes one change of the editor.
    pub fn change(&mut self, change: TextDocumentContentChangeEvent, encoding: Encoding) {
        match change {
            TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                let bytes = Lines::of(&self.text, encoding).bytes(&part.range);
                self.text.replace_range(bytes, &part.text);
            }
            TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                self.text = whole.text;
            }
        }
    }

    /// Its place on the disk, where it has one.
    pub fn path(&self) -> Option<PathBuf> {
        path_of(&self.uri)
    }
}

/// The path that a `file:` address means.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.0.strip_prefix("file://")?;
    // A host may stand before the path; the only one that we can read from is this one.
    let path = &rest[rest.find('/')?..];
    let path = decoded(path)?;
    // `file:///C:/plans` is `C:/plans`.
    let drive = path.strip_prefix('/').filter(|path| {
        let mut chars = path.chars();
        chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':')
    });
    Some(PathBuf::from(drive.unwrap_or(&path)))
}

/// A text with its `%E8` read as bytes; none where they are no UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_paths() {
        let path = |uri: &str| path_of(&Uri::from(uri)).map(|it| it.to_string_lossy().into_owned());
        assert_eq!(
            path("file:///plans/%E8%8C%B6%E9%A6%86%20a.toml").as_deref(),
            Some("/plans/茶馆 a.toml")
        );
        assert_eq!(
            path("file:///c%3A/plans/a.toml").as_deref(),
            Some("c:/plans/a.toml")
        );
        assert_eq!(path("untitled:Untitled-1"), None);
        assert_eq!(path("file:///%f"), None);
        assert_eq!(path("file://"), None);
    }

    #[test]
    fn changes_are_made_in_the_units_of_the_client() {
        let mut open = Open {
            uri: Uri::from("untitled:1"),
            language: String::from("toml"),
            version: 1,
            text: String::from("farsight = 1\n# 🍵茶\n"),
        };
        let change = |json| serde_json::from_value(json).unwrap();
        let change = change(serde_json::json!({
            "range": { "start": { "line": 1, "character": 4 }, "end": { "line": 1, "character": 5 } },
            "text": "馆"
        }));
        open.change(change, Encoding::Utf16);
        assert_eq!(open.text, "farsight = 1\n# 🍵馆\n");
        assert!(open.is_plan());
    }
}
