//! `farsight explain`: a rule, a field, a term or a formula, with all that is known of it.

use super::console::{BOLD, Console};
use super::failure::{Exit, Failure};
use super::fields;
use super::help::Help;
use super::markdown::{self, CELLS};
use crate::catalogue::{self, Field, Section, Shape};
use crate::checks::{self, Rule};
use crate::figures::{self, FORMULAS};
use crate::plan::{Path, place_of};
use crate::words::glossary::{self, Term};
use crate::words::{Lang, Text, wrap};

pub(super) const HELP: Help = Help {
    name: "explain",
    about: Text::new(
        "Explain a rule, a field, a term or a formula",
        "解释一条规则、一个字段、一个术语或一个公式",
    ),
    more: Text::new(
        "A rule by name or code, a field or section by its path (row ids may stand in it), a term or a formula by its name in either language.",
        "规则写名称或代码；字段或部分写路径（可以带编号）；术语和公式写中文或英文名称。",
    ),
    args: &[(
        "name",
        Text::new(
            "What to explain; several words are one name",
            "要解释的内容；多个词合为一个名称",
        ),
    )],
    examples: &[
        ("farsight explain F001", Text::new("a rule", "一条规则")),
        (
            "farsight explain needs.customer_needs.need",
            Text::new("a field", "一个字段"),
        ),
        (
            "farsight explain marketing myopia",
            Text::new("a term", "一个术语"),
        ),
        (
            "farsight explain 需要",
            Text::new("a term by its Chinese name", "用中文名称查术语"),
        ),
        (
            "farsight explain break-even",
            Text::new("a formula, with an example", "一个公式，附算例"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(required = true)]
    name: Vec<String>,
}

/// Prints the page of a name.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let name = args.name.join(" ");
    let name = name.trim();
    let page = page(name, console).ok_or_else(|| nothing(name, console.lang))?;
    console.line(&page)?;
    Ok(Exit::Clean)
}

fn page(name: &str, console: &Console) -> Option<String> {
    let lang = console.lang;
    if let Some(rule) = checks::rule(name) {
        return Some(rule_page(rule, console));
    }
    if let Some((section, field)) = place(name) {
        return Some(match field {
            Some(field) => field_page(section, field, console),
            None => section_page(section, console),
        });
    }
    let term = glossary::term(name).or_else(|| named_term(name, lang));
    let pages = [
        term.map(|term| term_page(term, console)),
        figures::formula(name).map(|formula| markdown::plain(formula.page(lang), console)),
    ];
    let pages: Vec<String> = pages.into_iter().flatten().collect();
    (!pages.is_empty()).then(|| pages.join("\n\n"))
}

/// A field or section by its path, with row ids or without.
fn place(name: &str) -> Option<(&'static Section, Option<&'static Field>)> {
    let plain = catalogue::field(name).map(|(section, field)| (section, Some(field)));
    let path = Path::parse(name);
    // No plan is at hand here: a last name that is no field may be a row's id or a slip, and a page
    // about the list would hide the slip.
    let is_whole = |section: &Section| section.path == path.to_string();
    plain.or_else(|| place_of(&path).filter(|(it, field)| field.is_some() || is_whole(it)))
}

/// The field or section that a path means whose last name is misspelt.
fn slip(path: &Path) -> Option<String> {
    let (upper, last) = path.split_last()?;
    let (section, None) = place_of(&upper)? else {
        return None;
    };
    let slips = if last.len() > 5 { 2 } else { 1 };
    let asked = format!("{}.{last}", section.path);
    let fields = section.fields.iter();
    let fields = fields.map(|field| format!("{}.{}", section.path, field.key));
    let (apart, near) = fields
        .chain(catalogue::sections().map(|it| it.path.to_owned()))
        .map(|near| (strsim::damerau_levenshtein(&asked, &near), near))
        .min()?;
    (1..=slips).contains(&apart).then_some(near)
}

/// The term that has this name or synonym in either language.
fn named_term(name: &str, lang: Lang) -> Option<&'static Term> {
    let wanted = name.to_lowercase();
    let best = glossary::find(name, lang).into_iter().next()?;
    let has = Lang::ALL.into_iter().any(|lang| {
        best.name.get(lang).to_lowercase() == wanted
            || best.synonyms(lang).any(|it| it.to_lowercase() == wanted)
    });
    has.then_some(best)
}

fn rule_page(rule: &Rule, console: &Console) -> String {
    markdown::plain(rule.page(console.lang), console)
}

fn field_page(section: &Section, field: &Field, console: &Console) -> String {
    let lang = console.lang;
    let mut page = Page::new(field.label.get(lang), console);
    page.row(
        Text::new("path", "路径"),
        &format!("{}.{}", section.path, field.key),
    );
    page.row(Text::new("kind", "类型"), &fields::kind(field.kind, lang));
    if field.core {
        let yes = Text::new("yes: a short plan has it", "是：简短的计划也要有");
        page.row(Text::new("core", "核心"), yes.get(lang));
    }
    page.prose(field.help.get(lang));
    page.row(Text::new("good", "好"), field.good.get(lang));
    page.row(Text::new("avoid", "避免"), field.bad.get(lang));
    if let Some(term) = field.term.and_then(glossary::term) {
        page.prose("");
        page.row(Text::new("term", "术语"), term.name.get(lang));
        page.prose(term.meaning.get(lang));
    }
    page.done()
}

fn section_page(section: &Section, console: &Console) -> String {
    let lang = console.lang;
    let mut page = Page::new(section.label.get(lang), console);
    page.row(Text::new("path", "路径"), section.path);
    page.row(Text::new("step", "步骤"), section.step.title().get(lang));
    page.prose(section.help.get(lang));
    page.row(Text::new("fields", "字段"), &keys(section));
    page.done()
}

fn keys(section: &Section) -> String {
    let keys: Vec<&str> = section.fields.iter().map(|field| field.key).collect();
    keys.join(", ")
}

fn term_page(term: &Term, console: &Console) -> String {
    let lang = console.lang;
    let both = format!("{} · {}", term.name.get(lang), term.name.get(lang.other()));
    let title = if term.name.en == term.name.zh {
        term.name.en
    } else {
        &both
    };
    let mut page = Page::new(title, console);
    page.row(Text::new("also", "又称"), term.also.get(lang));
    page.prose(term.meaning.get(lang));
    page.row(Text::new("source", "出处"), term.source.get(lang));
    page.row(Text::new("used in", "用于"), &term.used.join(", "));
    page.done()
}

/// A page in the making: a heading, rows with a name, paragraphs.
struct Page<'c> {
    console: &'c Console,
    out: String,
    /// Whether the last line belongs to a row, so that prose needs a blank line before it.
    row: bool,
}

impl<'c> Page<'c> {
    fn new(title: &str, console: &'c Console) -> Page<'c> {
        Page {
            console,
            out: console.paint(BOLD, title) + "\n",
            row: true,
        }
    }

    /// `name: text`; an empty text has no row.
    fn row(&mut self, name: Text, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.row {
            self.out.push('\n');
            self.row = true;
        }
        let row = Text::new("{0}: {1}", "{0}：{1}");
        let row = row.fill(self.console.lang, &[name.get(self.console.lang), text]);
        for (at, line) in wrap(&row, CELLS - 2).into_iter().enumerate() {
            self.out.push_str(if at == 0 { "" } else { "  " });
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn prose(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.out.push('\n');
        self.row = false;
        for line in wrap(text, CELLS) {
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn done(self) -> String {
        self.out.trim_end().to_owned()
    }
}

/// Nothing has this name: what is near?
fn nothing(name: &str, lang: Lang) -> Failure {
    let what = Text::new(
        "No rule, field, term or formula is called “{0}”.",
        "没有叫“{0}”的规则、字段、术语或公式。",
    );
    let failure = Failure::usage(what.fill(lang, &[name]));
    let path = Path::parse(name);
    if let Some(near) = slip(&path) {
        let next = Text::new("Did you mean {0}?", "你是不是要写 {0}？");
        return failure.hint(next.fill(lang, &[near]));
    }
    let upper = path.split_last().map(|(upper, _)| upper);
    if let Some((section, None)) = upper.as_ref().and_then(place_of) {
        let next = Text::new("{0} has: {1}.", "{0} 有这些字段：{1}。");
        let failure = failure.hint(next.fill(lang, &[section.path, &keys(section)]));
        let row = Text::new(
            "If it is a row of your plan: `farsight get PLAN {0}` shows it, `farsight explain {1}` explains the list.",
            "如果它是计划里的一条：`farsight get 计划 {0}` 显示这一条，`farsight explain {1}` 说明这个列表。",
        );
        let is_in_list = upper.is_some_and(|upper| upper.to_string() == section.path);
        return if is_in_list && section.shape == Shape::Rows {
            failure.hint(row.fill(lang, &[name, section.path]))
        } else {
            failure
        };
    }
    let near = near(name, lang);
    if near.is_empty() {
        let next = Text::new(
            "`farsight rules`, `farsight fields` and `farsight calc --list` list what there is.",
            "`farsight rules`、`farsight fields` 和 `farsight calc --list` 会列出现有的规则、字段和公式。",
        );
        return failure.hint(next.get(lang).to_owned());
    }
    let next = Text::new("Near it: {0}.", "相近的有：{0}。");
    failure.hint(next.fill(lang, &[near.join(Text::new(", ", "、").get(lang))]))
}

fn near(name: &str, lang: Lang) -> Vec<String> {
    if let Some(codes) = near_codes(name) {
        return codes;
    }
    let lower = name.to_lowercase();
    let terms = glossary::TERMS.iter().map(|term| term.name.get(lang));
    let rules = checks::rules().map(|rule| rule.name);
    let keys = catalogue::fields().map(|(_, field)| field.key);
    let sections = catalogue::sections().map(|section| section.path);
    let formulas = FORMULAS.iter().map(|formula| formula.name);
    let mut near: Vec<(f64, &str)> = rules
        .chain(keys)
        .chain(sections)
        .chain(terms)
        .chain(formulas)
        .map(|word| (likeness(&lower, &word.to_lowercase()), word))
        .filter(|(likeness, _)| *likeness > 0.85)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.dedup_by_key(|(_, word)| *word);
    let found = glossary::find(name, lang)
        .into_iter()
        .map(|term| term.name.get(lang));
    let mut out: Vec<String> = Vec::new();
    for word in near.into_iter().map(|(_, word)| word).chain(found) {
        if !out.iter().any(|known| known == word) {
            out.push(word.to_owned());
        }
    }
    out.truncate(5);
    out
}

/// The codes that a slip of the hand makes into this, if it looks like a code at all.
fn near_codes(name: &str) -> Option<Vec<String>> {
    let plain = name.replace(['-', ' ', '_'], "").to_uppercase();
    let (letter, rest) = plain.split_at_checked(1)?;
    // A zero is easily read as a letter.
    let digits = rest.replace('O', "0").replace(['I', 'L'], "1");
    let number: u16 = digits.parse().ok()?;
    let codes = || checks::rules().map(|rule| rule.code);
    let family = |code: &&str| code.starts_with(letter);
    let is = |code: &&str| code.get(1..).and_then(|it| it.parse().ok()) == Some(number);
    let one: Vec<String> = codes()
        .filter(family)
        .filter(is)
        .map(str::to_owned)
        .collect();
    if !one.is_empty() {
        return Some(one);
    }
    let apart = |code: &str| strsim::levenshtein(&plain, code);
    let mut near: Vec<&str> = codes().filter(|code| apart(code) == 1).collect();
    near.truncate(5);
    (!near.is_empty()).then(|| near.into_iter().map(str::to_owned).collect())
}

/// How like a name is to what was asked: the whole of it or its best word.
fn likeness(asked: &str, name: &str) -> f64 {
    name.split([' ', '-', '_'])
        .chain(name.split('.'))
        .chain([name])
        .map(|part| strsim::jaro_winkler(asked, part))
        .fold(0.0, f64::max)
}
