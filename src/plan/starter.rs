//! The plan to begin with: a title, and all that a short plan says, waiting as comments.
//!
//! It is made from the catalogue, so it never misses a field. What is not yet written is a
//! comment and not an empty value: a check finds what is missing, not what is hollow.

use std::fmt::Write;

use super::document::Document;
use super::encode::Literal;
use super::path::Path;
use crate::catalogue::{self, Field, Kind, Section, Shape, Step};
use crate::words::{Lang, Text, wrap};

/// How wide the explanations are.
const CELLS: usize = 84;

/// The text of a new plan: valid as it is, with every core field explained in the language.
pub fn starter(title: &str, lang: Lang) -> String {
    let mut out = String::new();
    let how = Text::new(
        "A marketing plan for farsight. Lines that begin with “# ” are empty fields: take the sign away and write the value. Lines that begin with “##” explain; you may delete them.",
        "farsight 营销计划。以“# ”开头的行是待填的字段：去掉井号，写上内容即可。以“##”开头的行是说明，可以删去。",
    );
    explain(&mut out, how.get(lang));
    let _ = write!(out, "\nfarsight = 1\n\n[plan]\ntitle = \"\"\n");
    let _ = writeln!(out, "language = \"{}\"", lang.tag());
    for step in Step::ALL {
        let sections = catalogue::sections()
            .filter(|it| it.step == step && it.is_core() && it.path != "accept");
        for (at, section) in sections.enumerate() {
            if at == 0 && step != Step::Plan {
                let label = step.label().get(lang);
                let title = step.title().get(lang);
                let colon = Text::new(": ", "：").get(lang);
                let _ = write!(
                    out,
                    "\n\n## ── {} {label}{colon}{title} ──\n",
                    step.number()
                );
            }
            skeleton(&mut out, section, lang);
        }
    }
    let mut document = Document::parse(out);
    if let Ok(edit) = document.set(&Path::parse("plan.title"), &Literal::Line(title.to_owned())) {
        document.apply(&edit);
    }
    document.text().to_owned()
}

/// A section as comments.
fn skeleton(out: &mut String, section: &Section, lang: Lang) {
    let colon = Text::new(": ", "：").get(lang);
    if section.path != "plan" {
        out.push('\n');
        let (label, help) = (section.label.get(lang), section.help.get(lang));
        explain(out, &format!("{label}{colon}{help}"));
        let _ = match section.shape {
            Shape::Table => writeln!(out, "# [{}]", section.path),
            Shape::Rows => writeln!(out, "# [[{}]]", section.path),
        };
    }
    for field in section.fields.iter().filter(|field| field.core) {
        if section.path == "plan" && field.key == "title" {
            continue;
        }
        let (label, help) = (field.label.get(lang), field.help.get(lang));
        explain(out, &format!("{label}{colon}{help}"));
        let good = field.good.get(lang);
        if shows_example(field) && !good.is_empty() {
            let text = Text::new("For example: {0}", "例如：{0}");
            explain(out, &text.fill(lang, &[good]));
        }
        let line = format!("# {} = {}", field.key, empty(field.kind));
        let note = note(field.kind, lang);
        let gap = if note.is_empty() { "" } else { "  # " };
        let _ = writeln!(out, "{}{gap}{note}", line.trim_end());
    }
}

fn explain(out: &mut String, text: &str) {
    for line in wrap(text, CELLS) {
        let _ = writeln!(out, "## {line}");
    }
}

/// Whether the catalogue's example looks the same in a form and in the file.
fn shows_example(field: &Field) -> bool {
    matches!(field.kind, Kind::Line | Kind::Text | Kind::Slug)
}

/// The empty value of a kind; numbers and dates have none.
fn empty(kind: Kind) -> &'static str {
    match kind {
        Kind::Line | Kind::Text | Kind::Slug | Kind::Period | Kind::Choice(_) | Kind::Ref(_) => {
            "\"\""
        }
        Kind::Lines | Kind::Choices(_) | Kind::Refs(_) => "[]",
        Kind::Scores(_) => "{}",
        _ => "",
    }
}

/// What stands in the file for a kind, where it is not plain text.
fn note(kind: Kind, lang: Lang) -> String {
    let words = |choices: &[catalogue::Choice]| {
        let words: Vec<String> = choices
            .iter()
            .map(|choice| match lang {
                Lang::En => choice.key.to_owned(),
                Lang::Zh => format!("{} {}", choice.key, choice.label.zh),
            })
            .collect();
        words.join(" | ")
    };
    let text = match kind {
        Kind::Line | Kind::Text | Kind::Slug => return String::new(),
        Kind::Choice(choices) | Kind::Choices(choices) => return words(choices),
        Kind::Number => Text::new("a number: 12.5", "数字：12.5"),
        Kind::Count => Text::new("a whole number: 42000", "整数：42000"),
        Kind::Money => Text::new("an amount: 1200.50", "金额：1200.50"),
        Kind::Percent => Text::new("a fraction: 0.35 is 35 %", "小数：0.35 即 35 %"),
        Kind::Date => Text::new("a date: 2027-03-01", "日期：2027-03-01"),
        Kind::Period => Text::new(
            "a year, quarter or month: 2027, 2027-Q1, 2027-02",
            "年、季或月：2027、2027-Q1、2027-02",
        ),
        Kind::Flag => Text::new("true or false", "true（是）或 false（否）"),
        Kind::Scale(low, high) => {
            let text = Text::new("{0} to {1}", "{0} 到 {1}");
            return text.fill(lang, &[low.to_string(), high.to_string()]);
        }
        Kind::Ref(lists) => {
            let text = Text::new("an id from {0}", "{0} 中的编号");
            return text.fill(lang, &[lists.join(Text::new(" or ", " 或 ").get(lang))]);
        }
        Kind::Refs(lists) => {
            let text = Text::new("ids from {0}", "{0} 中的编号，可多个");
            return text.fill(lang, &[lists.join(Text::new(" or ", " 或 ").get(lang))]);
        }
        Kind::Lines => Text::new("[\"one\", \"another\"]", "[\"一条\", \"又一条\"]"),
        Kind::Scores(_) => Text::new("{ some-id = 5 }", "{ 某编号 = 5 }"),
    };
    text.get(lang).to_owned()
}

/// A plan with nothing but its title, for those who fill it in through the forms.
pub fn blank(title: &str, lang: Lang) -> String {
    let title = super::encode::string(title, None, false, "\n");
    format!(
        "farsight = {}\n\n[plan]\ntitle = {title}\nlanguage = \"{}\"\n",
        crate::catalogue::FORMAT,
        lang.tag()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::read;

    #[test]
    fn a_new_plan_is_sound_and_hollow_nowhere() {
        for (lang, title) in [
            (Lang::En, "Tea \"for\" two"),
            (Lang::Zh, "茶馆：两个人的下午"),
        ] {
            let text = starter(title, lang);
            let reading = read(&text);
            assert_eq!(reading.problems, []);
            assert_eq!(reading.plan.frame.title.unwrap().value, title);
            let document = Document::parse(text.as_str());
            assert_eq!(document.keys(&Path::default()), ["farsight", "plan"]);
            assert_eq!(document.keys(&Path::parse("plan")), ["title", "language"]);
        }
    }

    #[test]
    fn uncommented_it_is_a_plan_with_every_core_field() {
        for lang in Lang::ALL {
            let text: String = starter("x", lang)
                .lines()
                .map(|line| {
                    let line = line.strip_prefix("# ").unwrap_or(line);
                    // What cannot be empty gets a value, as its author would give it.
                    let line = line.replace(" =  # ", " = 1 # ");
                    line + "\n"
                })
                .collect();
            let document = Document::parse(text.as_str());
            assert_eq!(document.broken(), None, "{text}");
            for (section, field) in catalogue::fields() {
                if !field.core || !section.is_core() || section.path == "accept" {
                    continue;
                }
                let path = Path::parse(section.path);
                let path = match section.shape {
                    Shape::Table => path,
                    Shape::Rows => path.join("1"),
                };
                let path = path.join(field.key);
                assert!(document.has(&path), "{path}");
            }
            assert!(!text.contains("## \n"), "{text}");
        }
    }
}
