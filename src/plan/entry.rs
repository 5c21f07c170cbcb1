//! Between what people type in a field and what the file holds.
//!
//! A form, the command line and anything else where a value is typed read it here, so that
//! `35 %`, 三成五 and `0.35` mean the same everywhere.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::document::{Document, Scalar};
use super::encode::{Literal, key};
use super::path::Path;
use super::read::read;
use super::rows::is_id;
use crate::catalogue::{self, Choice, Field, Kind, Section, Shape};
use crate::words::{Lang, Text, date, number};

/// Words for yes and no, in lower case.
const YES: &[&str] = &["yes", "y", "true", "on", "是", "有", "对", "真"];
const NO: &[&str] = &[
    "no", "n", "false", "off", "否", "不", "不是", "没有", "无", "假",
];

/// The scale of a score.
const SCORE: (u8, u8) = (0, 10);

/// What a field takes, for someone who typed something else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// The kind of the field.
    pub kind: Kind,
    /// The word of the choice that was perhaps meant.
    pub near: Option<&'static Choice>,
}

/// The value that a typed text means in a field of this kind.
///
/// Lists are divided by semicolons or, when there is a line break, by lines. Choices are named by
/// their word in the file or by their name on screen, the reader's language first. `today` helps
/// with `next week` and dates without a year. A blank text is a value only where text is: a form
/// removes the others.
///
/// # Errors
/// When the text is no value of this kind; the error says what is.
pub fn to_literal(
    kind: Kind,
    text: &str,
    lang: Lang,
    today: Option<Date>,
) -> Result<Literal, Expected> {
    let expected = Expected { kind, near: None };
    let numeral = |value: Option<Decimal>, whole: bool, fits: &dyn Fn(Decimal) -> bool| {
        value
            .filter(|value| fits(*value))
            .map(|value| Literal::Bare(number::to_toml(value, whole)))
            .ok_or(expected)
    };
    let id = |text: &str| is_id(text).then(|| text.to_owned()).ok_or(expected);
    match kind {
        Kind::Line => Ok(Literal::Line(one_line(text))),
        Kind::Text => Ok(Literal::Prose(
            text.replace("\r\n", "\n").trim_end().to_owned(),
        )),
        Kind::Number => numeral(number::parse(text), true, &|_| true),
        Kind::Count => numeral(number::parse(text), true, &|value| {
            !value.is_sign_negative() && value.is_integer()
        }),
        Kind::Money => numeral(number::parse(text), false, &|_| true),
        Kind::Percent => numeral(number::parse_percent(text), false, &|_| true),
        Kind::Scale(low, high) => numeral(number::parse(text), true, &|value| {
            value >= low.into() && value <= high.into()
        }),
        Kind::Date => date::parse(text, today)
            .map(|day| Literal::Bare(date::entry(day)))
            .ok_or(expected),
        Kind::Period => date::Period::parse(text)
            .map(|period| Literal::Line(period.to_string()))
            .ok_or(expected),
        Kind::Flag => flag(text)
            .map(|flag| Literal::Bare(flag.to_string()))
            .ok_or(expected),
        Kind::Choice(choices) => {
            choice(kind, choices, text, lang).map(|choice| Literal::Line(choice.key.to_owned()))
        }
        Kind::Choices(choices) => items(text)
            .map(|item| choice(kind, choices, item, lang).map(|choice| choice.key.to_owned()))
            .collect::<Result<_, _>>()
            .map(Literal::List),
        Kind::Slug | Kind::Ref(_) => id(text.trim()).map(Literal::Line),
        Kind::Refs(_) => items(text)
            .map(id)
            .collect::<Result<_, _>>()
            .map(Literal::List),
        Kind::Lines => Ok(Literal::List(items(text).map(str::to_owned).collect())),
        Kind::Scores(_) => scores(text).map(Literal::Bare).ok_or(expected),
    }
}

/// A value of the file as an edit field shows it: what [`to_literal`] reads back.
///
/// A value that is not of the kind stays as it is, so that its author can mend it.
pub fn to_entry(kind: Kind, scalar: &Scalar) -> String {
    let Scalar::Bare(raw) = scalar else {
        return match scalar {
            Scalar::List(items) => list_entry(items),
            other => other.plain(),
        };
    };
    match (kind, number::from_toml(raw)) {
        (Kind::Percent, Some(value)) => number::entry_percent(value),
        (kind, Some(value)) if kind.is_number() => number::entry(value),
        (Kind::Flag, _) if raw == "true" => String::from("yes"),
        (Kind::Flag, _) if raw == "false" => String::from("no"),
        _ => raw.clone(),
    }
}

/// What stands at a path as an edit field shows it; `None` when there is no value.
///
/// Unlike [`to_entry`] it can see scores, which are a table in the file.
pub fn entry_at(document: &Document, path: &Path, kind: Kind) -> Option<String> {
    if let Some(scalar) = document.get(path) {
        return Some(to_entry(kind, &scalar));
    }
    if !matches!(kind, Kind::Scores(_)) || !document.has(path) {
        return None;
    }
    let scores: Vec<String> = document
        .keys(path)
        .into_iter()
        .filter_map(|id| {
            let score = document.get(&path.join(id.as_str()))?;
            Some(format!("{id} = {}", to_entry(Kind::Number, &score)))
        })
        .collect();
    Some(scores.join("; "))
}

/// The section, and the field if one is named, at a path with row ids:
/// `needs.customer_needs.warm-start.need`.
pub fn place_of(path: &Path) -> Option<(&'static Section, Option<&'static Field>)> {
    let names = path.names();
    let depth = |section: &Section| section.path.split('.').count();
    let leads = |section: &&Section| {
        section
            .path
            .split('.')
            .eq(names.iter().take(depth(section)))
    };
    let section = catalogue::sections()
        .filter(leads)
        .max_by_key(|it| depth(it))?;
    let below = names.get(depth(section)..)?;
    let keys = match section.shape {
        Shape::Table => below,
        Shape::Rows => below.get(1..).unwrap_or_default(),
    };
    let Some(key) = keys.first() else {
        return Some((section, None));
    };
    let field = section.field(key)?;
    // Only scores have something below them: a number for each row.
    let fits = keys.len() == 1 || matches!(field.kind, Kind::Scores(_)) && keys.len() == 2;
    fits.then_some((section, Some(field)))
}

/// The first byte of a syntax error, if the text has one: no edit is made in such a text.
pub fn syntax_error(text: &str) -> Option<usize> {
    let broken = read(text).broken();
    broken.or_else(|| Document::parse(text).broken())
}

/// The items of a typed list: its lines when there are several, else what semicolons divide.
fn items(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.contains('\n');
    text.split(move |c| match c {
        '\n' => true,
        ';' | '；' => !lines,
        _ => false,
    })
    .map(str::trim)
    .filter(|item| !item.is_empty())
}

/// A list as typed: lines when an item has a semicolon, so that it reads back whole.
fn list_entry(items: &[Scalar]) -> String {
    let items: Vec<String> = items.iter().map(|item| one_line(&item.plain())).collect();
    if items.iter().any(|item| item.contains([';', '；'])) {
        items.join("\n") + "\n"
    } else {
        items.join("; ")
    }
}

/// The text with its line ends and tabs as single spaces.
fn one_line(text: &str) -> String {
    let pieces: Vec<&str> = text
        .split(['\n', '\r', '\t'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect();
    pieces.join(" ")
}

fn flag(text: &str) -> Option<bool> {
    let word = text.trim().to_lowercase();
    let is = |words: &[&str]| words.contains(&word.as_str());
    (is(YES) || is(NO)).then(|| is(YES))
}

fn choice(
    kind: Kind,
    choices: &'static [Choice],
    text: &str,
    lang: Lang,
) -> Result<&'static Choice, Expected> {
    let wanted = text.trim().to_lowercase();
    let spelled = |word: &str| word.to_lowercase() == wanted;
    let dashed = wanted.replace([' ', '_'], "-");
    choices
        .iter()
        .find(|choice| spelled(choice.key))
        .or_else(|| choices.iter().find(|it| spelled(it.label.get(lang))))
        .or_else(|| {
            choices
                .iter()
                .find(|it| spelled(it.label.get(lang.other())))
        })
        .or_else(|| choices.iter().find(|choice| choice.key == dashed))
        .ok_or_else(|| Expected {
            kind,
            near: nearest(&wanted, choices),
        })
}

/// The choice whose word is most like a text, if any is like it at all.
fn nearest(wanted: &str, choices: &'static [Choice]) -> Option<&'static Choice> {
    let likeness = |choice: &Choice| {
        [choice.key, choice.label.en, choice.label.zh]
            .into_iter()
            .map(|word| strsim::jaro_winkler(wanted, &word.to_lowercase()))
            .fold(0.0, f64::max)
    };
    choices
        .iter()
        .map(|choice| (likeness(choice), choice))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, choice)| choice)
}

/// `speed = 5; warmth: 8` as an inline table.
fn scores(text: &str) -> Option<String> {
    let (low, high) = (SCORE.0.into(), SCORE.1.into());
    let pairs: Vec<String> = items(text)
        .map(|item| {
            let (id, score) = item.split_once(['=', ':', '：', '＝'])?;
            let (id, score) = (id.trim(), number::parse(score)?);
            let fits = is_id(id) && score >= low && score <= high;
            fits.then(|| format!("{} = {}", key(id), number::to_toml(score, true)))
        })
        .collect::<Option<_>>()?;
    Some(if pairs.is_empty() {
        String::from("{}")
    } else {
        format!("{{ {} }}", pairs.join(", "))
    })
}

impl Expected {
    /// What the field takes, in the middle of a sentence: "a percentage such as 35 %".
    pub fn message(&self, lang: Lang) -> String {
        let (text, args) = match self.kind {
            Kind::Line => (Text::new("a line of text", "一行文字"), vec![]),
            Kind::Text => (Text::new("text", "文字"), vec![]),
            Kind::Number => (
                Text::new("a number such as 1,200.5 or 30k", "数字，如 1,200.5 或 3万"),
                vec![],
            ),
            Kind::Count => (
                Text::new(
                    "a whole number that is not negative, such as 42,000",
                    "非负整数，如 42,000 或 4.2万",
                ),
                vec![],
            ),
            Kind::Money => (
                Text::new("an amount such as 1,200.50", "金额，如 1,200.50 或 3万"),
                vec![],
            ),
            Kind::Percent => (
                Text::new("a percentage such as 35 %", "百分比，如 35 % 或 三成五"),
                vec![],
            ),
            Kind::Date => (
                Text::new(
                    "a date such as 2027-03-01 or 1 March 2027",
                    "日期，如 2027-03-01 或 2027年3月1日",
                ),
                vec![],
            ),
            Kind::Period => (
                Text::new(
                    "a year, quarter or month, such as 2027, 2027-Q1 or 2027-02",
                    "年、季或月，如 2027、2027-Q1、2027-02 或 2027年2月",
                ),
                vec![],
            ),
            Kind::Flag => (Text::new("yes or no", "“是”或“否”"), vec![]),
            Kind::Scale(low, high) => (
                Text::new("a number from {0} to {1}", "{0} 到 {1} 的数字"),
                vec![low.to_string(), high.to_string()],
            ),
            Kind::Choice(choices) => (
                Text::new("one of {0}", "以下之一：{0}"),
                vec![list_of(choices, lang)],
            ),
            Kind::Choices(choices) => (
                Text::new(
                    "words from {0}, divided by semicolons",
                    "以下词语，用分号隔开：{0}",
                ),
                vec![list_of(choices, lang)],
            ),
            Kind::Slug => (
                Text::new(
                    "an id of lower-case letters, digits and hyphens, such as weekday-commuters",
                    "编号，由小写字母、数字和连字符或汉字组成，如 weekday-commuters",
                ),
                vec![],
            ),
            Kind::Ref(lists) => (
                Text::new("the id of a row in {0}", "{0} 中某一条的编号"),
                vec![lists.join(lang_or(lang))],
            ),
            Kind::Refs(lists) => (
                Text::new(
                    "ids of rows in {0}, divided by semicolons",
                    "{0} 中各条的编号，用分号隔开",
                ),
                vec![lists.join(lang_or(lang))],
            ),
            Kind::Lines => (
                Text::new("lines divided by semicolons", "用分号隔开的短句"),
                vec![],
            ),
            Kind::Scores(lists) => (
                Text::new(
                    "scores from 0 to 10 for rows in {0}, such as first-row = 5; second-row = 8",
                    "给 {0} 中各条打的 0 到 10 分，如 first-row = 5; second-row = 8",
                ),
                vec![lists.join(lang_or(lang))],
            ),
        };
        text.fill(lang, &args)
    }
}

const fn lang_or(lang: Lang) -> &'static str {
    Text::new(" or ", " 或 ").get(lang)
}

/// The words of a choice; a Chinese reader also sees what they mean.
fn list_of(choices: &[Choice], lang: Lang) -> String {
    let words: Vec<String> = choices
        .iter()
        .map(|choice| match lang {
            Lang::En => choice.key.to_owned(),
            Lang::Zh => format!("{}（{}）", choice.label.zh, choice.key),
        })
        .collect();
    words.join(Text::new(", ", "、").get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(kind: Kind, text: &str) -> Option<String> {
        match to_literal(kind, text, Lang::En, None) {
            Ok(Literal::Bare(raw) | Literal::Line(raw) | Literal::Prose(raw)) => Some(raw),
            Ok(Literal::List(items)) => Some(items.join("|")),
            Err(_) => None,
        }
    }

    fn kind_of(path: &str) -> Kind {
        catalogue::field(path).unwrap().1.kind
    }

    #[test]
    fn what_people_type_becomes_what_the_file_holds() {
        for (kind, typed, held) in [
            (Kind::Percent, "35 %", "0.35"),
            (Kind::Percent, "35", "0.35"),
            (Kind::Money, "1,200.50", "1200.5"),
            (Kind::Money, "€12000", "12000.0"),
            (Kind::Count, "42k", "42000"),
            (Kind::Number, "0", "0"),
            (Kind::Scale(1, 5), "4", "4"),
            (Kind::Date, "1 March 2027", "2027-03-01"),
            (Kind::Period, "Q1 2027", "2027-Q1"),
            (Kind::Flag, "Yes", "true"),
            (Kind::Lines, " free; no detour ;", "free|no detour"),
            (Kind::Lines, "a; b\nc", "a; b|c"),
            (Kind::Line, "two\nlines", "two lines"),
            (kind_of("plan.kind"), "Public body", "public"),
            (
                kind_of("targeting.segments.bases"),
                "Occasion; benefit sought",
                "occasion|benefit",
            ),
            (
                kind_of("value.factors.rivals"),
                "kiosk = 5; skip: 10",
                "{ kiosk = 5, skip = 10 }",
            ),
        ] {
            assert_eq!(bare(kind, typed).as_deref(), Some(held), "{typed}");
        }
    }

    #[test]
    fn 汉字写法也读得懂() {
        for (kind, typed, held) in [
            (Kind::Percent, "三成五", "0.35"),
            (Kind::Percent, "百分之三十五", "0.35"),
            (Kind::Money, "3万", "30000.0"),
            (Kind::Count, "４.2万", "42000"),
            (Kind::Date, "2027年3月1日", "2027-03-01"),
            (Kind::Period, "2027年第一季度", "2027-Q1"),
            (Kind::Flag, "是", "true"),
            (Kind::Lines, "不花钱；不绕路", "不花钱|不绕路"),
            (kind_of("plan.kind"), "公共机构", "public"),
            (
                kind_of("targeting.segments.bases"),
                "时机；追求的利益",
                "occasion|benefit",
            ),
            (
                kind_of("value.factors.rivals"),
                "报亭：5；空腹＝10",
                "{ \"报亭\" = 5, \"空腹\" = 10 }",
            ),
        ] {
            assert_eq!(bare(kind, typed).as_deref(), Some(held), "{typed}");
        }
    }

    #[test]
    fn what_does_not_fit_is_told_what_does() {
        let says = |kind, text| {
            let error = to_literal(kind, text, Lang::En, None).unwrap_err();
            [error.message(Lang::En), error.message(Lang::Zh)]
        };
        assert_eq!(
            says(Kind::Percent, "many"),
            ["a percentage such as 35 %", "百分比，如 35 % 或 三成五"]
        );
        assert_eq!(
            says(Kind::Scale(1, 5), "6"),
            ["a number from 1 to 5", "1 到 5 的数字"]
        );
        let kind = kind_of("plan.kind");
        assert_eq!(
            says(kind, "charity"),
            [
                "one of business, non-profit, public",
                "以下之一：企业（business）、非营利组织（non-profit）、公共机构（public）"
            ]
        );
        let near = to_literal(kind, "busines", Lang::En, None)
            .unwrap_err()
            .near;
        assert_eq!(near.map(|choice| choice.key), Some("business"));
        for (kind, text) in [
            (Kind::Count, "-1"),
            (Kind::Count, "1.5"),
            (Kind::Date, "1/3/2027"),
            (Kind::Flag, "perhaps"),
            (Kind::Slug, "Two Words"),
            (Kind::Scores(&[]), "kiosk = 11"),
            (Kind::Money, ""),
        ] {
            assert!(bare(kind, text).is_none(), "{text}");
        }
    }

    #[test]
    fn what_a_form_shows_reads_back_as_it_was() {
        for (kind, raw) in [
            (Kind::Percent, "0.355"),
            (Kind::Money, "12000.0"),
            (Kind::Number, "900"),
            (Kind::Flag, "true"),
            (Kind::Date, "2027-03-01"),
            (Kind::Lines, "[\"a\", \"需要\"]"),
            (Kind::Lines, "[\"one; two\"]"),
            (Kind::Lines, "[\"先买；后吃\", \"b\"]"),
        ] {
            let document = Document::parse(format!("a = {raw}\n"));
            let path = Path::parse("a");
            let entry = entry_at(&document, &path, kind).unwrap();
            let literal = to_literal(kind, &entry, Lang::En, None).unwrap();
            let mut after = document.clone();
            after.apply(&document.set(&path, &literal).unwrap());
            assert_eq!(after.text(), document.text(), "{entry}");
        }
    }

    #[test]
    fn a_path_with_ids_finds_its_field() {
        let found = |path: &str| {
            let (section, field) = place_of(&Path::parse(path))?;
            Some((section.path, field.map(|field| field.key)))
        };
        assert_eq!(
            found("needs.customer_needs.热早餐.need"),
            Some(("needs.customer_needs", Some("need")))
        );
        assert_eq!(
            found("value.factors.speed.rivals.kiosk"),
            Some(("value.factors", Some("rivals")))
        );
        assert_eq!(found("plan.title"), Some(("plan", Some("title"))));
        assert_eq!(found("needs.swot.x"), Some(("needs.swot", None)));
        assert_eq!(found("plan.titel"), None);
        assert_eq!(found("plan.title.x"), None);
        assert_eq!(found("nowhere"), None);
    }

    #[test]
    fn a_text_with_an_open_quote_has_a_syntax_error() {
        assert_eq!(syntax_error("a = \"b\"\n"), None);
        assert_eq!(syntax_error("a = \"b\nc = 1\n"), Some(6));
        assert!(syntax_error("需要 = 1\n").is_some());
    }

    #[test]
    fn scores_are_shown_and_read_back() {
        let document = Document::parse("[f]\nrivals = { kiosk = 5, \"空腹\" = 7.5 }\n");
        let path = Path::parse("f.rivals");
        let entry = entry_at(&document, &path, Kind::Scores(&[])).unwrap();
        assert_eq!(entry, "kiosk = 5; 空腹 = 7.5");
        assert_eq!(
            bare(Kind::Scores(&[]), &entry).unwrap(),
            "{ kiosk = 5, \"空腹\" = 7.5 }"
        );
    }

    #[test]
    fn a_value_of_another_kind_is_shown_as_it_is() {
        assert_eq!(
            to_entry(Kind::Money, &Scalar::Text("hard to tell".into())),
            "hard to tell"
        );
        assert_eq!(
            to_entry(Kind::Money, &Scalar::Text("说不准".into())),
            "说不准"
        );
        assert_eq!(to_entry(Kind::Line, &Scalar::Bare("0x1F".into())), "0x1F");
    }
}
