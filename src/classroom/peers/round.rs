//! The key of a round: whose plan has which code, and who reviews what.

use std::collections::BTreeMap;

use crate::classroom::sheet::{Fault, Sheet};
use crate::classroom::{Both, Rubric, student::Handed};
use crate::words::{Lang, Text};

use super::assign::{assign, codes};

/// The file that only the teacher has.
pub const KEY: &str = "key.toml";

/// A round of reviews.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Round {
    /// What the sharing out follows from.
    pub seed: u32,
    /// The codes of what is judged.
    pub criteria: Vec<String>,
    /// The keys of the levels, the highest first.
    pub levels: Vec<String>,
    /// What criteria and levels are called on paper, by their codes and keys.
    pub names: BTreeMap<String, Both>,
    /// Who takes part.
    pub authors: Vec<Author>,
}

/// Somebody whose plan is reviewed, and who reviews.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Author {
    /// The name on paper.
    pub name: String,
    /// The file that was handed in.
    pub file: String,
    /// The code of the plan: `p07`.
    pub plan: String,
    /// The code as a reviewer: `r12`.
    pub reviewer: String,
    /// The codes of the plans to review.
    pub reviews: Vec<String>,
}

impl Round {
    /// Shares out what was handed in; none where it cannot be done.
    ///
    /// `group` says of each with whom he or she belongs together.
    pub fn new(
        handed: &[Handed],
        group: &[usize],
        each: usize,
        seed: u32,
        rubric: &Rubric,
    ) -> Option<Round> {
        let shared = assign(group, each, u64::from(seed))?;
        let plans = codes('p', handed.len(), u64::from(seed));
        let reviewers = codes('r', handed.len(), u64::from(seed));
        let mut authors = Vec::with_capacity(handed.len());
        for ((it, to), (plan, reviewer)) in
            handed.iter().zip(shared).zip(plans.iter().zip(reviewers))
        {
            let mut reviews: Vec<String> =
                to.iter().filter_map(|at| plans.get(*at).cloned()).collect();
            reviews.sort();
            authors.push(Author {
                name: it.student.name.clone(),
                file: it.file.clone(),
                plan: plan.clone(),
                reviewer,
                reviews,
            });
        }
        let criteria = rubric.criteria.iter().map(|it| (&it.code, &it.name));
        let levels = rubric.levels.iter().map(|it| (&it.key, &it.name));
        let names = levels.chain(criteria);
        Some(Round {
            seed,
            names: names
                .map(|(key, name)| (key.clone(), name.clone()))
                .collect(),
            criteria: rubric.criteria.iter().map(|it| it.code.clone()).collect(),
            levels: rubric.levels.iter().map(|it| it.key.clone()).collect(),
            authors,
        })
    }

    /// The key as a file.
    pub fn write(&self) -> String {
        let mut out = format!(
            "peers = 1\nseed = {}\ncriteria = {}\nlevels = {}\n",
            self.seed,
            list(&self.criteria),
            list(&self.levels),
        );
        for (key, name) in &self.names {
            let (en, zh) = (quoted(&name.en), quoted(&name.zh));
            out += &format!("\n[[names]]\nkey = {}\nen = {en}\nzh = {zh}\n", quoted(key));
        }
        for it in &self.authors {
            out += &format!(
                "\n[[authors]]\nname = {}\nfile = {}\nplan = {}\nreviewer = {}\nreviews = {}\n",
                quoted(&it.name),
                quoted(&it.file),
                quoted(&it.plan),
                quoted(&it.reviewer),
                list(&it.reviews),
            );
        }
        out
    }

    /// Reads a key.
    ///
    /// # Errors
    /// Every mistake with its place.
    pub fn read(text: &str) -> Result<Round, Vec<Fault>> {
        let mut sheet = Sheet::open(text)?;
        sheet.begins(
            "peers",
            Text::new(
                "This is no key of a round of reviews: its first line is `peers = 1`.",
                "这不是互评的对照表：第一行应是 `peers = 1`。",
            ),
        );
        sheet.only(
            "",
            &["peers", "seed", "criteria", "levels", "names", "authors"],
        );
        let seed = sheet.number("seed", 0, u32::MAX);
        let mut round = Round {
            seed: u32::try_from(seed).unwrap_or_default(),
            criteria: sheet.list("criteria"),
            levels: sheet.list("levels"),
            ..Round::default()
        };
        for row in sheet.rows("names") {
            let key = sheet.text(&format!("{row}.key"));
            let name = sheet.both(&row);
            round.names.insert(key, name);
        }
        for row in sheet.rows("authors") {
            let mut text = |key: &str| sheet.text(&format!("{row}.{key}"));
            let author = Author {
                name: text("name"),
                file: text("file"),
                plan: text("plan"),
                reviewer: text("reviewer"),
                reviews: Vec::new(),
            };
            let reviews = sheet.list(&format!("{row}.reviews"));
            // Codes are names of files: what would lead elsewhere is none.
            let all = reviews.iter().chain([&author.plan, &author.reviewer]);
            if !all.into_iter().all(|it| is_code(it)) {
                let what = Text::new(
                    "A code has letters and digits only, like p07.",
                    "代码只能由字母和数字组成，如 p07。",
                );
                sheet.fault(&row, what, &[]);
            }
            round.authors.push(Author { reviews, ..author });
        }
        sheet.close(round)
    }

    /// What a criterion or a level is called on paper; its own word where the key does not say.
    pub fn named<'r>(&'r self, key: &'r str, lang: Lang) -> &'r str {
        self.names.get(key).map_or(key, |it| it.get(lang))
    }

    /// A criterion on paper: its code and its name.
    pub fn criterion(&self, code: &str, lang: Lang) -> String {
        match self.named(code, lang) {
            name if name == code => code.to_owned(),
            name => format!("{code} {name}"),
        }
    }

    /// The author of the plan with a code, by place.
    pub fn of_plan(&self, code: &str) -> Option<usize> {
        self.authors.iter().position(|it| it.plan == code)
    }
}

fn is_code(code: &str) -> bool {
    !code.is_empty() && code.chars().all(|c| c.is_ascii_alphanumeric())
}

fn quoted(text: &str) -> String {
    super::anonymous::basic(text)
}

fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|it| quoted(it)).collect();
    format!("[{}]", texts.join(", "))
}
