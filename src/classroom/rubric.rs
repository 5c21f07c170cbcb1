//! A rubric: what a plan is worth, criterion by criterion.
//!
//! A rubric has criteria whose points total 100, and levels that are shares of a criterion's
//! points. Rules stand behind criteria; what they find lowers a ceiling and never subtracts, so
//! that twenty small slips cannot cost more than one gap in the argument. The tool proposes with
//! these tables; a person grades.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::both::Both;
use super::sheet::{Fault, Sheet};
use crate::catalogue::Step;
use crate::checks::{self, Rule};
use crate::words::Text;

/// The text of the rubric that comes with the program; a teacher's own begins as a copy of it.
pub const STANDARD: &str = include_str!("rubric.toml");

/// What all criteria of a rubric total.
pub const TOTAL: u32 = 100;

/// The steps as a rubric names them.
pub(super) const STEPS: [(&str, Step); 6] = [
    ("plan", Step::Plan),
    ("needs", Step::Needs),
    ("targeting", Step::Targeting),
    ("value", Step::Value),
    ("mix", Step::Mix),
    ("relationships", Step::Relationships),
];

/// What a plan is worth, criterion by criterion.
#[derive(Debug, Clone, Default)]
pub struct Rubric {
    /// Its name.
    pub title: Both,
    /// The levels, the highest first.
    pub levels: Vec<Level>,
    /// How far findings lower a criterion.
    pub ceilings: Ceilings,
    /// What a total means, the highest first.
    pub bands: Vec<Band>,
    /// What is judged, in the order of the file.
    pub criteria: Vec<Criterion>,
    /// The written answers of an exercise, out of its 100 points; a whole plan goes without.
    pub written: Option<Criterion>,
}

/// A level of quality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The word in files: `meets`.
    pub key: String,
    /// The share of a criterion's points that it is worth, from 0 to 1.
    pub share: Decimal,
    /// The word on screen.
    pub name: Both,
    /// What it means where a criterion has no words of its own for it.
    pub means: Both,
}

/// The highest levels that findings leave; levels are positions in [`Rubric::levels`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ceilings {
    /// With one unanswered error.
    pub error: usize,
    /// With as many unanswered warnings as `warnings_from`.
    pub warnings: usize,
    /// How many warnings lower the ceiling.
    pub warnings_from: usize,
    /// Where fewer of the rules could look than `coverage` asks.
    pub thin: usize,
    /// The share of a criterion's rules that must have had something to look at.
    pub coverage: Decimal,
}

/// What a total means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The least total.
    pub from: Decimal,
    /// What it means.
    pub means: Both,
}

/// One thing that is judged.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// The short handle: `A1`.
    pub code: String,
    /// The step whose work it is; the frame for what runs through all steps.
    pub step: Step,
    /// What it is worth at most.
    pub points: Decimal,
    /// How much of it rules can see, from 0 to 1; the rest is judgement.
    pub support: Decimal,
    /// Its name.
    pub name: Both,
    /// What each level of the rubric looks like here, where it has words of its own.
    pub levels: Vec<Option<Both>>,
    /// The rules behind it.
    pub rules: Vec<&'static Rule>,
}

impl Rubric {
    /// The rubric that comes with the program.
    pub fn standard() -> Rubric {
        // A test holds that it has no fault.
        Rubric::read(STANDARD).unwrap_or_default()
    }

    /// Reads a rubric.
    ///
    /// # Errors
    /// Every mistake with its place: points that do not total 100, a rule that does not exist, a
    /// language that is missing, a code used twice.
    pub fn read(text: &str) -> Result<Rubric, Vec<Fault>> {
        let mut sheet = Sheet::open(text)?;
        sheet.only(
            "",
            &[
                "rubric", "title", "levels", "ceilings", "bands", "criteria", "written",
            ],
        );
        sheet.begins(
            "rubric",
            Text::new(
                "This is no rubric that can be read here: its first line is `rubric = 1`.",
                "这不是可读取的评分表：第一行应是 `rubric = 1`。",
            ),
        );
        sheet.only("title", &["en", "zh"]);
        let title = sheet.both("title");
        let levels = levels(&mut sheet);
        let ceilings = ceilings(&mut sheet, &levels);
        let bands = bands(&mut sheet);
        let criteria = criteria(&mut sheet, &levels);
        let written = (sheet.has("written")).then(|| criterion(&mut sheet, "written", &levels));
        sheet.close(Rubric {
            title,
            levels,
            ceilings,
            bands,
            criteria,
            written,
        })
    }

    /// The criterion with this code, in either case.
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.criteria
            .iter()
            .find(|it| it.code.eq_ignore_ascii_case(code))
    }

    /// The criterion that a rule stands behind.
    pub fn behind(&self, rule: &Rule) -> Option<&Criterion> {
        self.criteria.iter().find(|it| it.counts(rule))
    }

    /// The level with this key, as a position in [`Rubric::levels`].
    pub fn level(&self, key: &str) -> Option<usize> {
        self.levels.iter().position(|it| it.key == key)
    }

    /// What a total means.
    pub fn band(&self, total: Decimal) -> Option<&Band> {
        self.bands.iter().find(|it| it.from <= total)
    }

    /// The rubric of an exercise: these criteria, and the written answers, total 100.
    #[must_use]
    pub fn of_exercise(&self, codes: &[String]) -> Rubric {
        let written = self.written.clone();
        let rest = Decimal::from(TOTAL) - written.as_ref().map_or(Decimal::ZERO, |it| it.points);
        let mut rubric = self.rescaled(codes, rest);
        rubric.criteria.extend(written);
        rubric
    }

    /// The rubric with only these criteria, their points rescaled so that they total `to`.
    ///
    /// Points keep their exact ratio; round them where they are shown. Codes that are not in the
    /// rubric are left out.
    #[must_use]
    pub fn rescaled(&self, codes: &[String], to: Decimal) -> Rubric {
        let wanted = |it: &&Criterion| codes.iter().any(|code| it.code.eq_ignore_ascii_case(code));
        let mut criteria: Vec<Criterion> = self.criteria.iter().filter(wanted).cloned().collect();
        let whole: Decimal = criteria.iter().map(|it| it.points).sum();
        for it in &mut criteria {
            // All points are more than nothing, so a criterion means a whole.
            it.points = (it.points * to).checked_div(whole).unwrap_or_default();
        }
        Rubric {
            criteria,
            ..self.clone()
        }
    }
}

impl Criterion {
    /// Whether a rule stands behind it.
    pub fn counts(&self, rule: &Rule) -> bool {
        self.rules.iter().any(|it| it.code == rule.code)
    }

    /// What a level looks like here: its own words, or what the level means in general.
    pub fn wording<'r>(&'r self, rubric: &'r Rubric, level: usize) -> Option<&'r Both> {
        let own = self.levels.get(level).and_then(Option::as_ref);
        own.or_else(|| rubric.levels.get(level).map(|it| &it.means))
    }

    /// The points that a level is worth here.
    pub fn worth(&self, level: &Level) -> Decimal {
        self.points * level.share
    }
}

fn levels(sheet: &mut Sheet) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for row in sheet.rows("levels") {
        sheet.only(&row, &["key", "share", "en", "zh"]);
        sheet.only(&format!("{row}.en"), &["name", "means"]);
        sheet.only(&format!("{row}.zh"), &["name", "means"]);
        let word = |name: &str, lang: &str| format!("{row}.{lang}.{name}");
        let level = Level {
            key: sheet.text(&format!("{row}.key")),
            share: sheet.number(&format!("{row}.share"), 0, 1),
            name: sheet.pair(&word("name", "en"), &word("name", "zh")),
            means: sheet.pair(&word("means", "en"), &word("means", "zh")),
        };
        if levels.iter().any(|it| it.key == level.key) {
            twice(sheet, &format!("{row}.key"), &level.key);
        }
        if levels
            .last()
            .is_some_and(|above| above.share <= level.share)
        {
            let what = Text::new(
                "Levels go from the highest to the lowest: “{0}” is not below the one before it.",
                "等级从高到低排：“{0}”没有低于前一级。",
            );
            sheet.fault(&format!("{row}.share"), what, &[&level.key]);
        }
        levels.push(level);
    }
    if levels.first().is_none_or(|top| top.share != Decimal::ONE) {
        let what = Text::new(
            "The first level is worth all points: `share = 1.0`.",
            "第一个等级应得满分：`share = 1.0`。",
        );
        sheet.fault("levels", what, &[]);
    }
    levels
}

fn ceilings(sheet: &mut Sheet, levels: &[Level]) -> Ceilings {
    const KEYS: [&str; 5] = ["error", "warnings", "warnings_from", "thin", "coverage"];
    if !sheet.has("ceilings") {
        return Ceilings {
            warnings_from: usize::MAX,
            ..Ceilings::default()
        };
    }
    sheet.only("ceilings", &KEYS);
    let choices: Vec<(&str, usize)> = (levels.iter().map(|it| it.key.as_str())).zip(0..).collect();
    let mut level = |key: &str| {
        let found = sheet.choice(&format!("ceilings.{key}"), &choices);
        found.unwrap_or_default()
    };
    let (error, warnings, thin) = (level("error"), level("warnings"), level("thin"));
    let from = sheet.number("ceilings.warnings_from", 1, 1000);
    Ceilings {
        error,
        warnings,
        warnings_from: usize::try_from(from).unwrap_or(usize::MAX),
        thin,
        coverage: sheet.number("ceilings.coverage", 0, 1),
    }
}

fn bands(sheet: &mut Sheet) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for row in sheet.rows("bands") {
        sheet.only(&row, &["from", "en", "zh"]);
        bands.push(Band {
            from: sheet.number(&format!("{row}.from"), 0, TOTAL),
            means: sheet.both(&row),
        });
    }
    bands.sort_by_key(|it| std::cmp::Reverse(it.from));
    bands
}

fn criteria(sheet: &mut Sheet, levels: &[Level]) -> Vec<Criterion> {
    let mut criteria: Vec<Criterion> = Vec::new();
    for row in sheet.rows("criteria") {
        let criterion = criterion(sheet, &row, levels);
        let code = &criterion.code;
        if (criteria.iter()).any(|it| it.code.eq_ignore_ascii_case(code)) {
            twice(sheet, &format!("{row}.code"), code);
        }
        // One finding should lower one criterion, or it is punished twice.
        for rule in &criterion.rules {
            if let Some(other) = criteria.iter().find(|it| it.counts(rule)) {
                let what = Text::new(
                    "The rule “{0}” already stands behind {1}: keep it in one of them.",
                    "规则“{0}”已经归在{1}之下：只留一处。",
                );
                sheet.fault(&format!("{row}.rules"), what, &[rule.name, &other.code]);
            }
        }
        criteria.push(criterion);
    }
    let total: Decimal = criteria.iter().map(|it| it.points).sum();
    if total != Decimal::from(TOTAL) {
        let what = Text::new(
            "The points of all criteria total {0}; they must total 100.",
            "各项分值合计{0}，应为100。",
        );
        sheet.fault("criteria", what, &[&total.normalize().to_string()]);
    }
    criteria
}

fn criterion(sheet: &mut Sheet, row: &str, levels: &[Level]) -> Criterion {
    sheet.only(
        row,
        &["code", "step", "points", "support", "rules", "en", "zh"],
    );
    let mut words: Vec<&str> = vec!["name"];
    words.extend(levels.iter().map(|it| it.key.as_str()));
    sheet.only(&format!("{row}.en"), &words);
    sheet.only(&format!("{row}.zh"), &words);
    let points = format!("{row}.points");
    let criterion = Criterion {
        code: sheet.text(&format!("{row}.code")),
        step: sheet
            .choice(&format!("{row}.step"), &STEPS)
            .unwrap_or(Step::Plan),
        points: sheet.number(&points, 0, TOTAL),
        support: if sheet.has(&format!("{row}.support")) {
            sheet.number(&format!("{row}.support"), 0, 1)
        } else {
            Decimal::ZERO
        },
        name: sheet.pair(&format!("{row}.en.name"), &format!("{row}.zh.name")),
        levels: (levels.iter())
            .map(|it| {
                let word = |lang: &str| format!("{row}.{lang}.{}", it.key);
                sheet.pair_or_none(&word("en"), &word("zh"))
            })
            .collect(),
        rules: rules(sheet, &format!("{row}.rules")),
    };
    if criterion.points.is_zero() && sheet.has(&points) {
        let what = Text::new(
            "A criterion without points judges nothing: give it some, or remove it.",
            "没有分值的评分项不起作用：给它分值，或删掉。",
        );
        sheet.fault(&points, what, &[]);
    }
    criterion
}

/// The rules that a list names; each once.
pub(super) fn rules(sheet: &mut Sheet, path: &str) -> Vec<&'static Rule> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for name in sheet.list(path) {
        match rule(sheet, path, &name) {
            Some(rule) if !seen.insert(rule.code) => twice(sheet, path, &name),
            Some(rule) => found.push(rule),
            None => {}
        }
    }
    found
}

/// The rule with this name; one that does not exist is a mistake.
pub(super) fn rule(sheet: &mut Sheet, path: &str, name: &str) -> Option<&'static Rule> {
    let found = checks::rule(name);
    if found.is_none() {
        let what = Text::new(
            "There is no rule “{0}”; `farsight rules` lists them.",
            "没有“{0}”这条规则；`farsight rules` 列出全部规则。",
        );
        sheet.fault(path, what, &[name]);
    }
    found
}

fn twice(sheet: &mut Sheet, path: &str, name: &str) {
    let what = Text::new(
        "“{0}” is there twice: name each once.",
        "“{0}”出现了两次：每个只写一次。",
    );
    sheet.fault(path, what, &[name]);
}

#[cfg(test)]
mod tests;
