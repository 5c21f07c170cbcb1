//! Text in both languages that comes from a file.

use crate::words::Lang;

/// A text in both languages, read from a teacher's file.
///
/// The program's own words are a [`crate::words::Text`], where a missing language does not
/// compile; here it is a [`super::Fault`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Both {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    pub zh: String,
}

impl Both {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}
