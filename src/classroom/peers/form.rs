//! The form that a reviewer fills in: a level and a comment for each criterion of the rubric.

use std::collections::BTreeMap;

use super::anonymous::basic;
use super::round::Round;
use crate::classroom::Rubric;
use crate::classroom::sheet::{Fault, Sheet};
use crate::words::{Lang, Text};

/// What a reviewer said of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Review {
    /// For each criterion the level, as a place in [`Round::levels`].
    pub levels: BTreeMap<String, usize>,
    /// What was said of a criterion.
    pub comments: BTreeMap<String, String>,
    /// What was said of the whole.
    pub overall: String,
}

impl Review {
    /// Whether every criterion has a level.
    pub fn is_done(&self, round: &Round) -> bool {
        round.criteria.iter().all(|it| self.levels.contains_key(it))
    }

    /// Whether nothing stands in it yet.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty() && self.comments.is_empty() && self.overall.is_empty()
    }
}

/// A form to be filled in.
pub fn blank(rubric: &Rubric, plan: &str, reviewer: &str, lang: Lang) -> String {
    let manners = Text::new(
        "# You write to a fellow student, who will not learn your name. Be kind and be concrete:\n# name the place in the plan, and say what you would try there.",
        "# 你写给一位同学，对方不会知道你是谁。态度友善，说得具体：\n# 指出是计划里的哪一处，你会怎么改。",
    );
    let head = Text::new(
        "# Write one of these levels for each criterion, and why:",
        "# 每一项填一个等级，并写出理由。等级有：",
    );
    let (named, told) = (Text::new(": ", "："), Text::new(". ", "。"));
    let (named, told) = (named.get(lang), told.get(lang));
    let whole = Text::new(
        "# What is strongest, and what would you change first?",
        "# 哪里最好？你会先改哪里？",
    );
    let mut out = format!(
        "review = 1\nplan = {}\nreviewer = {}\n\n{}\n#\n{}\n",
        basic(plan),
        basic(reviewer),
        manners.get(lang),
        head.get(lang)
    );
    for level in &rubric.levels {
        let (name, means) = (line(level.name.get(lang)), line(level.means.get(lang)));
        out += &format!("#   {}{named}{name}{told}{means}\n", level.key);
    }
    out += &format!("\n{}\noverall = \"\"\n", whole.get(lang));
    for it in &rubric.criteria {
        out += &format!("\n[[criteria]]\ncode = {}\n", basic(&it.code));
        out += &format!("# {}\n", line(it.name.get(lang)));
        for (level, means) in rubric.levels.iter().zip(&it.levels) {
            if let Some(means) = means {
                out += &format!("#   {}{named}{}\n", level.key, line(means.get(lang)));
            }
        }
        out += "level = \"\"\ncomment = \"\"\n";
    }
    out
}

/// A text in one line: a line end would end the comment that it stands in.
fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Reads a form.
///
/// # Errors
/// Every mistake with its place: a level or a criterion that there is not, a criterion twice.
pub fn read(text: &str, round: &Round) -> Result<Review, Vec<Fault>> {
    let mut sheet = Sheet::open(text)?;
    sheet.begins(
        "review",
        Text::new(
            "This is no form of a review: its first line is `review = 1`.",
            "这不是互评表：第一行应是 `review = 1`。",
        ),
    );
    let mut review = Review {
        overall: sheet.maybe("overall"),
        ..Review::default()
    };
    for row in sheet.rows("criteria") {
        sheet.only(&row, &["code", "level", "comment"]);
        let at = format!("{row}.code");
        let code = sheet.text(&at);
        if !round.criteria.contains(&code) {
            let what = Text::new(
                "There is no criterion “{0}”; there are {1}.",
                "没有“{0}”这一项；有：{1}。",
            );
            sheet.fault(&at, what, &[&code, &round.criteria.join(", ")]);
            continue;
        }
        let at = format!("{row}.level");
        let said = sheet.maybe(&at);
        let level = round.levels.iter().position(|it| *it == said);
        match level {
            Some(level) if review.levels.insert(code.clone(), level).is_some() => {
                let what = Text::new("“{0}” stands here twice.", "“{0}”出现了两次。");
                sheet.fault(&at, what, &[&code]);
            }
            None if !said.is_empty() => {
                let what = Text::new(
                    "There is no level “{0}”; there are {1}.",
                    "没有“{0}”这个等级；有：{1}。",
                );
                sheet.fault(&at, what, &[&said, &round.levels.join(", ")]);
            }
            _ => {}
        }
        let comment = sheet.maybe(&format!("{row}.comment"));
        if !comment.is_empty() {
            review.comments.insert(code, comment);
        }
    }
    sheet.close(review)
}
