//! Paths into a plan: `needs.customer_needs.warm-start.need`.

use std::borrow::Cow;
use std::fmt;

/// Names from the root of a plan to a table, a row or a value.
///
/// A row is named by its id, or by its position (from 1) where it has none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Path(Vec<String>);

impl Path {
    /// The path of these names.
    pub fn new<S: Into<String>>(names: impl IntoIterator<Item = S>) -> Path {
        Path(names.into_iter().map(Into::into).collect())
    }

    /// Reads `a.b.c`; a name with a dot or a quote stands in double quotes, as in TOML.
    ///
    /// Never fails: a quote that is not closed ends with the text.
    pub fn parse(text: &str) -> Path {
        let mut names = Vec::new();
        let mut name = String::new();
        let mut quoted = false;
        let mut chars = text.trim().chars();
        while let Some(c) = chars.next() {
            match c {
                '"' => quoted = !quoted,
                '\\' if quoted => name.extend(chars.next()),
                '.' if !quoted => names.push(std::mem::take(&mut name)),
                c => name.push(c),
            }
        }
        names.push(name);
        names.retain(|name| !name.is_empty());
        Path(names)
    }

    /// The names.
    pub fn names(&self) -> &[String] {
        &self.0
    }

    /// Whether this is the root.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The path one name deeper.
    #[must_use]
    pub fn join(&self, name: impl Into<String>) -> Path {
        let mut names = self.0.clone();
        names.push(name.into());
        Path(names)
    }

    /// The path without its last name, and that name; `None` for the root.
    pub fn split_last(&self) -> Option<(Path, &str)> {
        let (last, rest) = self.0.split_last()?;
        Some((Path(rest.to_vec()), last))
    }

    /// Whether this path is `other` or lies below it.
    pub fn starts_with(&self, other: &Path) -> bool {
        self.0.starts_with(&other.0)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, name) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(".")?;
            }
            f.write_str(&written(name))?;
        }
        Ok(())
    }
}

/// A name as it stands in a path: quoted where it has a sign that a path gives a meaning to.
pub(super) fn written(name: &str) -> Cow<'_, str> {
    if !name.contains(['.', '"', '\\']) {
        return Cow::Borrowed(name);
    }
    let name = name.replace('\\', "\\\\").replace('"', "\\\"");
    Cow::Owned(format!("\"{name}\""))
}

impl From<&str> for Path {
    fn from(text: &str) -> Path {
        Path::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_back_as_it_prints() {
        for text in [
            "needs.customer_needs.warm-start.need",
            "a.\"b.c\".d",
            "需要.\"引\\\"号\"",
        ] {
            let path = Path::parse(text);
            assert_eq!(Path::parse(&path.to_string()), path, "{text}");
        }
        assert_eq!(Path::parse("a.\"b.c\"").names(), ["a", "b.c"]);
        assert!(Path::parse(" ").is_root());
    }
}
