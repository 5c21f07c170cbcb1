//! The glossary: every term of the field, in both languages.

use super::{Lang, Text};

mod terms;

pub use terms::TERMS;

/// A term of marketing, with its one fixed name in each language.
#[derive(Debug, Clone, Copy)]
pub struct Term {
    /// The slug by which fields and `explain` name it: `need`.
    pub id: &'static str,
    /// The term: "need", 需要.
    pub name: Text,
    /// Other names for it, divided by `; `; may be empty.
    pub also: Text,
    /// What it means, in one to three sentences.
    pub meaning: Text,
    /// Whose idea it is, where that can be said.
    pub source: Text,
    /// Where it is used in a plan: paths of sections or fields.
    pub used: &'static [&'static str],
}

/// The term with this id.
pub fn term(id: &str) -> Option<&'static Term> {
    TERMS.iter().find(|term| term.id == id)
}

/// The terms that match `query`, best first.
///
/// Ids, names and synonyms count in both languages, because people type `CLV` on a Chinese
/// screen; the long meaning counts only in `lang`, where the reader can see why it matched.
/// An empty query matches every term, in the order of the table.
pub fn find(query: &str, lang: Lang) -> Vec<&'static Term> {
    let query = query.trim().to_lowercase();
    let mut hits: Vec<_> = TERMS
        .iter()
        .filter_map(|term| Some((term.fit(&query, lang)?, term)))
        .collect();
    hits.sort_by_key(|&(fit, _)| fit);
    hits.into_iter().map(|(_, term)| term).collect()
}

/// How well a term answers a query, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Prefix,
    Inside,
    Meaning,
}

impl Fit {
    /// How a name answers a query; both are in lower case.
    fn of(name: &str, query: &str) -> Option<Fit> {
        if name == query {
            Some(Fit::Whole)
        } else if name.starts_with(query) {
            Some(Fit::Prefix)
        } else if name.contains(query) {
            Some(Fit::Inside)
        } else {
            None
        }
    }
}

impl Term {
    /// The synonyms in one language, one by one.
    pub fn synonyms(&self, lang: Lang) -> impl Iterator<Item = &'static str> + use<> {
        let also = self.also.get(lang).split("; ");
        also.filter(|name| !name.is_empty())
    }

    /// The names in one language: the fixed one, then the synonyms.
    fn names(&self, lang: Lang) -> impl Iterator<Item = &'static str> + use<> {
        std::iter::once(self.name.get(lang)).chain(self.synonyms(lang))
    }

    /// How this term answers a query in lower case.
    fn fit(&self, query: &str, lang: Lang) -> Option<Fit> {
        let names = Lang::ALL.into_iter().flat_map(|lang| self.names(lang));
        std::iter::once(self.id)
            .chain(names)
            .filter_map(|name| Fit::of(&name.to_lowercase(), query))
            .min()
            .or_else(|| {
                let meaning = self.meaning.get(lang).to_lowercase();
                meaning.contains(query).then_some(Fit::Meaning)
            })
    }

    /// Gives its other names.
    const fn also(self, en: &'static str, zh: &'static str) -> Term {
        Term {
            also: Text::new(en, zh),
            ..self
        }
    }

    /// Says what it means.
    const fn means(self, en: &'static str, zh: &'static str) -> Term {
        Term {
            meaning: Text::new(en, zh),
            ..self
        }
    }

    /// Says whose idea it is.
    const fn source(self, en: &'static str, zh: &'static str) -> Term {
        Term {
            source: Text::new(en, zh),
            ..self
        }
    }

    /// Says where a plan uses it.
    const fn used(self, paths: &'static [&'static str]) -> Term {
        Term {
            used: paths,
            ..self
        }
    }
}

/// Begins an entry of the table.
const fn named(id: &'static str, en: &'static str, zh: &'static str) -> Term {
    Term {
        id,
        name: Text::new(en, zh),
        also: Text::new("", ""),
        meaning: Text::new("", ""),
        source: Text::new("", ""),
        used: &[],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn ids(query: &str, lang: Lang) -> Vec<&'static str> {
        find(query, lang).iter().map(|term| term.id).collect()
    }

    fn is_han(c: char) -> bool {
        ('\u{4e00}'..='\u{9fff}').contains(&c)
    }

    fn has_han(text: &str) -> bool {
        text.contains(is_han)
    }

    #[test]
    fn ids_are_slugs_in_order_and_unique() {
        assert!(TERMS.is_sorted_by(|a, b| a.id < b.id));
        for term in TERMS {
            let slug = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(
                !term.id.is_empty() && term.id.chars().all(slug),
                "{}",
                term.id
            );
            assert!(super::term(term.id).is_some(), "{}", term.id);
        }
        assert!(term("no-such-term").is_none());
    }

    #[test]
    fn every_term_is_named_and_explained_in_english() {
        for term in TERMS {
            for text in [term.name, term.meaning] {
                assert!(!text.en.is_empty() && !has_han(text.en), "{}", term.id);
            }
            assert!(
                !has_han(term.also.en) && !has_han(term.source.en),
                "{}",
                term.id
            );
            assert!(term.meaning.en.ends_with(['.', '?']), "{}", term.id);
        }
    }

    #[test]
    fn every_term_is_named_and_explained_in_chinese() {
        for term in TERMS {
            for text in [term.name, term.meaning] {
                // The name of 4C has no Chinese character in Chinese either.
                assert!(has_han(text.zh) || text.zh == "4C", "{}", term.id);
            }
            assert!(term.meaning.zh.ends_with(['。', '？']), "{}", term.id);
            // A formula may hold a narrow comma; a sentence may not.
            let narrow = term.meaning.zh.split(is_han).skip(1);
            let narrow = narrow.filter(|rest| rest.starts_with([',', ':', ';', '?', '!', '.']));
            assert_eq!(narrow.count(), 0, "{}", term.id);
            assert_eq!(
                term.source.en.is_empty(),
                term.source.zh.is_empty(),
                "{}",
                term.id
            );
        }
    }

    #[test]
    fn a_name_belongs_to_one_term_in_both_languages() {
        for lang in Lang::ALL {
            let mut owners = HashMap::new();
            for term in TERMS {
                for name in term.names(lang) {
                    let other = owners.insert(name.to_lowercase(), term.id);
                    assert_eq!(other, None, "{name} is also {}", term.id);
                }
            }
        }
    }

    #[test]
    fn used_paths_name_a_section_or_a_field() {
        for term in TERMS {
            for path in term.used {
                let parts: Vec<_> = path.split('.').collect();
                assert!((2..=3).contains(&parts.len()), "{}: {path}", term.id);
                for part in parts {
                    let key = |c: char| c.is_ascii_lowercase() || c == '_';
                    assert!(
                        !part.is_empty() && part.chars().all(key),
                        "{}: {path}",
                        term.id
                    );
                }
            }
        }
    }

    #[test]
    fn the_three_levels_of_lack_keep_their_one_chinese_name() {
        let zh = |id| term(id).map(|term| term.name.zh);
        assert_eq!(zh("need"), Some("需要"));
        assert_eq!(zh("want"), Some("欲望"));
        assert_eq!(zh("demand"), Some("需求"));
    }

    #[test]
    fn english_words_find_terms_in_any_case() {
        assert_eq!(ids("Marketing Myopia", Lang::En)[0], "marketing-myopia");
        assert_eq!(ids("clv", Lang::En)[0], "customer-lifetime-value");
        assert_eq!(ids(" DESIRE ", Lang::En)[0], "want");
        assert!(ids("zzzz", Lang::En).is_empty());
    }

    #[test]
    fn chinese_words_find_terms_by_name_and_synonym() {
        assert_eq!(ids("营销近视", Lang::Zh)[0], "marketing-myopia");
        assert_eq!(ids("clv", Lang::Zh)[0], "customer-lifetime-value");
        assert_eq!(ids("想要", Lang::Zh)[0], "want");
        assert_eq!(ids("客户沉浸", Lang::Zh), ["customer-engagement"]);
        assert!(ids("龘", Lang::Zh).is_empty());
    }

    #[test]
    fn a_prefix_beats_the_inside_and_a_name_beats_the_meaning() {
        for (query, lang, prefix) in [
            ("cost", Lang::En, "cost-per-call"),
            ("成本", Lang::Zh, "price-basis"),
        ] {
            let found = ids(query, lang);
            let best = [prefix, "customer-cost", "margin"]
                .map(|id| found.iter().position(|&hit| hit == id));
            assert!(best.is_sorted() && best[0].is_some(), "{query}: {found:?}");
        }
    }

    #[test]
    fn a_meaning_is_searched_only_in_the_language_of_the_reader() {
        assert!(ids("porridge", Lang::En).contains(&"want"));
        assert!(ids("porridge", Lang::Zh).is_empty());
        assert!(ids("喝粥", Lang::Zh).contains(&"want"));
        assert!(ids("喝粥", Lang::En).is_empty());
    }

    #[test]
    fn an_empty_query_lists_every_term_in_order() {
        let all: Vec<_> = TERMS.iter().map(|term| term.id).collect();
        assert_eq!(ids("", Lang::En), all);
        assert_eq!(ids("  ", Lang::Zh), all);
    }
}
