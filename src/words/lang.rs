//! The two languages of farsight, and text that exists in both.

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// Both languages, in the order in which pages print them.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Zh];

    /// The language of a locale or language tag (`zh-CN`, `zh_CN.UTF-8`, `en`).
    ///
    /// Anything that does not begin with `zh` or `cn` is English.
    pub fn from_tag(tag: &str) -> Lang {
        let tag = tag.to_ascii_lowercase();
        if tag.starts_with("zh") || tag.starts_with("cn") {
            Lang::Zh
        } else {
            Lang::En
        }
    }

    /// The language tag: `en` or `zh`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Zh,
            Lang::Zh => Lang::En,
        }
    }
}

/// A text in both languages, side by side: leaving one out does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Text {
    /// Both languages of one text.
    pub const fn new(en: &'static str, zh: &'static str) -> Text {
        Text { en, zh }
    }

    /// The text in one language.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// The text in one language, with `{0}`, `{1}` … replaced by `args`.
    ///
    /// A placeholder without an argument stays as it is.
    pub fn fill<S: AsRef<str>>(self, lang: Lang, args: &[S]) -> String {
        let template = self.get(lang);
        let mut out = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            let (before, from) = rest.split_at(open);
            out.push_str(before);
            let close = from.find('}');
            let arg = close
                .and_then(|close| from.get(1..close))
                .and_then(|digits| digits.parse::<usize>().ok())
                .and_then(|index| args.get(index));
            match (arg, close) {
                (Some(arg), Some(close)) => {
                    out.push_str(arg.as_ref());
                    rest = &from[close + 1..];
                }
                _ => {
                    out.push('{');
                    rest = &from[1..];
                }
            }
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Lang::from_tag("zh_CN.UTF-8"), Lang::Zh);
        assert_eq!(Lang::from_tag("en-GB"), Lang::En);
        assert_eq!(Lang::from_tag(""), Lang::En);
    }

    #[test]
    fn arguments_fill_their_places_in_both_languages() {
        let text = Text::new("{1} before {0}", "先{1}后{0}，{2}");
        assert_eq!(text.fill(Lang::En, &["a", "b"]), "b before a");
        assert_eq!(text.fill(Lang::Zh, &["甲", "乙"]), "先乙后甲，{2}");
    }
}
