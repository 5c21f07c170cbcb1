//! Values and rows as sentences name them.

use unicode_segmentation::UnicodeSegmentation;

use super::change::{Change, ChangeKind};
use super::value::{Value, flowing};
use crate::catalogue::{Choice, Kind};
use crate::words::number::{show, show_money, show_percent, written_percent};
use crate::words::{Lang, Text};

/// So many characters of a text stand within a sentence.
pub(super) const SHORT: usize = 80;
/// So many characters of the name of a row stand where the row itself is what is told.
const WHOLE: usize = 400;

/// A value as people read it.
pub fn shown_as(kind: Option<Kind>, value: &Value, currency: &str, lang: Lang) -> String {
    match (kind, value) {
        (Some(Kind::Money), Value::Number(number)) => show_money(*number, currency, lang),
        (Some(Kind::Percent), Value::Number(number)) => {
            written_percent(&show_percent(*number), lang).into_owned()
        }
        (_, Value::Number(number)) => show(*number),
        (Some(Kind::Choice(choices) | Kind::Choices(choices)), Value::Text(word)) => {
            choice(choices, word, lang)
        }
        (Some(Kind::Line | Kind::Text | Kind::Lines), Value::Text(text)) => {
            Text::new("“{0}”", "“{0}”").fill(lang, &[clip(&flowing(text), SHORT)])
        }
        (_, Value::Text(text)) => clip(&flowing(text), SHORT),
        (Some(Kind::Flag), Value::Bare(raw)) => match raw.as_str() {
            "true" => Text::new("yes", "是").get(lang).to_owned(),
            _ => Text::new("no", "否").get(lang).to_owned(),
        },
        (_, Value::Bare(raw)) => clip(raw, SHORT),
        (kind, Value::List(items)) => {
            let shown = items.iter().map(|it| shown_as(kind, it, currency, lang));
            let shown: Vec<String> = shown.collect();
            shown.join(Text::new("; ", "；").get(lang))
        }
        (_, Value::Table(table)) => {
            let shown = table.iter().map(|(key, value)| {
                let value = shown_as(None, value, currency, lang);
                format!("{key} = {value}")
            });
            let shown: Vec<String> = shown.collect();
            shown.join(Text::new("; ", "；").get(lang))
        }
    }
}

fn choice(choices: &'static [Choice], word: &str, lang: Lang) -> String {
    let choice = choices.iter().find(|choice| choice.key == word);
    choice.map_or_else(|| word.to_owned(), |it| it.label.get(lang).to_owned())
}

/// The row of a change in quotes.
///
/// Where the row comes or goes, its name is told whole. Elsewhere a long name is clipped, and the
/// id behind it says which row it is, because long names often begin alike.
pub(super) fn called(change: &Change, lang: Lang) -> String {
    let Some(row) = &change.row else {
        return String::new();
    };
    let caption = flowing(&row.caption);
    let comes_or_goes =
        change.is_row() && matches!(change.kind, ChangeKind::Added | ChangeKind::Dropped);
    let short = clip(&caption, if comes_or_goes { WHOLE } else { SHORT });
    let is_whole = caption.chars().count() <= SHORT || comes_or_goes;
    let text = if is_whole {
        Text::new("“{0}”", "“{0}”")
    } else {
        Text::new("“{0}” ({1})", "“{0}”（{1}）")
    };
    text.fill(lang, &[&short, &row.new])
}

/// The beginning of a text on one line, cut between words.
pub(super) fn clip(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.replace('\n', " ");
    }
    let mut left = most - 1;
    let words = text.split_word_bounds().take_while(|word| {
        let fits = left.checked_sub(word.chars().count());
        left = fits.unwrap_or_default();
        fits.is_some()
    });
    let mut short: String = words.collect();
    if short.trim().is_empty() {
        // One word as long as a page.
        short = text.chars().take(most - 1).collect();
    }
    let end = |c: char| c.is_whitespace() || ",;:，、；：".contains(c);
    format!("{}…", short.trim_end_matches(end).replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_between_words() {
        assert_eq!(clip("a hot meal, before seven", 12), "a hot meal…");
        assert_eq!(clip("下班以后，吃一口热饭再回家", 6), "下班以后…");
        assert_eq!(clip(&"x".repeat(30), 6), "xxxxx…");
        assert_eq!(clip("two\nlines", 80), "two lines");
        assert_eq!(clip("", 80), "");
    }
}
