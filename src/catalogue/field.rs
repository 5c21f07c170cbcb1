//! The rows of the catalogue: a field, the section that holds it, the step it belongs to.

use super::choices::Choice;
use crate::words::Text;

/// A step of the marketing process; `Plan` is the frame around the five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// The frame: who plans what, until when, for which interests; answers to findings.
    Plan,
    /// 1: needs research.
    Needs,
    /// 2: segmentation and targeting.
    Targeting,
    /// 3: the value proposition.
    Value,
    /// 4: the 4P/4C mix.
    Mix,
    /// 5: relationships and value capture.
    Relationships,
}

impl Step {
    /// All steps, the frame first.
    pub const ALL: [Step; 6] = [
        Step::Plan,
        Step::Needs,
        Step::Targeting,
        Step::Value,
        Step::Mix,
        Step::Relationships,
    ];

    /// The number people know the step by; 0 for the frame.
    pub const fn number(self) -> usize {
        self as usize
    }

    /// The short name, as it stands above the workbench.
    pub const fn label(self) -> Text {
        match self {
            Step::Plan => Text::new("Plan", "计划"),
            Step::Needs => Text::new("Needs", "需要"),
            Step::Targeting => Text::new("Targeting", "目标"),
            Step::Value => Text::new("Value", "价值"),
            Step::Mix => Text::new("Mix", "组合"),
            Step::Relationships => Text::new("Relationships", "关系"),
        }
    }

    /// What the step is for, in one line.
    pub const fn title(self) -> Text {
        match self {
            Step::Plan => Text::new("The plan and its frame", "计划概况"),
            Step::Needs => Text::new("Understand the market and its needs", "了解市场与顾客需要"),
            Step::Targeting => Text::new("Choose whom to serve", "选择服务谁"),
            Step::Value => Text::new("Decide what to promise", "确定价值主张"),
            Step::Mix => Text::new("Build the programme: 4P and 4C", "构建营销组合：4P与4C"),
            Step::Relationships => Text::new(
                "Build relationships and capture value",
                "建立关系并获取价值",
            ),
        }
    }
}

/// How a section stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One table: `[needs.market]`.
    Table,
    /// A list of rows, each with an id: `[[needs.customer_needs]]`.
    Rows,
}

/// A table or a list of rows of the plan file.
#[derive(Debug)]
pub struct Section {
    /// Where it stands in the file: `needs.customer_needs`.
    pub path: &'static str,
    /// One table, or rows.
    pub shape: Shape,
    /// The step whose work it is.
    pub step: Step,
    /// Its name as a heading: "Customer needs".
    pub label: Text,
    /// The name of one row ("customer need"); the same as the label for a table.
    pub row: Text,
    /// What belongs here, in one or two sentences.
    pub help: Text,
    /// The fields whose value names a row in lists, the first filled one winning.
    pub caption: &'static [&'static str],
    /// Its fields, in the order of the file.
    pub fields: &'static [Field],
}

impl Section {
    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The field with this key, looked for from the one after the last that was found.
    pub fn field_from(&self, next: &mut usize, key: &str) -> Option<&'static Field> {
        let (before, after) = self.fields.split_at_checked(*next)?;
        let ahead = after.iter().position(|field| field.key == key);
        let at = ahead
            .map(|at| at + *next)
            .or_else(|| before.iter().position(|field| field.key == key))?;
        *next = at + 1;
        self.fields.get(at)
    }

    /// Whether a short plan needs anything of it.
    pub fn is_core(&self) -> bool {
        self.fields
            .iter()
            .any(|field| field.core && field.kind != Kind::Slug)
    }
}

/// What a field can hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Prose: sentences or paragraphs.
    Text,
    /// Any number; its unit is in the label or help.
    Number,
    /// A whole number, not negative: people, pieces.
    Count,
    /// An amount in the plan's currency (a decimal in the file).
    Money,
    /// A share or rate: `0.35` in the file, `35 %` on screen.
    Percent,
    /// A calendar day.
    Date,
    /// A year, quarter or month: `2027`, `2027-Q1`, `2027-02`.
    Period,
    /// Yes or no.
    Flag,
    /// A judgement on a scale from the first number to the second, both included.
    Scale(u8, u8),
    /// One of a few words.
    Choice(&'static [Choice]),
    /// Any of a few words.
    Choices(&'static [Choice]),
    /// The row's own name, by which other rows point to it.
    Slug,
    /// The id of a row in one of these lists.
    Ref(&'static [&'static str]),
    /// Ids of rows in these lists.
    Refs(&'static [&'static str]),
    /// A list of short lines.
    Lines,
    /// Numbers from 0 to 10, one per row of this list: `{ skip-breakfast = 3 }`.
    Scores(&'static [&'static str]),
}

impl Kind {
    /// Whether the value is a list.
    pub const fn is_list(self) -> bool {
        matches!(self, Kind::Choices(_) | Kind::Refs(_) | Kind::Lines)
    }

    /// Whether the value is a number in the file.
    pub const fn is_number(self) -> bool {
        matches!(
            self,
            Kind::Number | Kind::Count | Kind::Money | Kind::Percent | Kind::Scale(..)
        )
    }

    /// The lists a reference may point into; empty for other kinds.
    pub const fn targets(self) -> &'static [&'static str] {
        match self {
            Kind::Ref(lists) | Kind::Refs(lists) | Kind::Scores(lists) => lists,
            _ => &[],
        }
    }

    /// The name of the kind, as the field reference prints it.
    pub const fn label(self) -> Text {
        match self {
            Kind::Line => Text::new("line of text", "一行文字"),
            Kind::Text => Text::new("text", "文字"),
            Kind::Number => Text::new("number", "数字"),
            Kind::Count => Text::new("whole number", "整数"),
            Kind::Money => Text::new("amount of money", "金额"),
            Kind::Percent => Text::new("percentage", "百分比"),
            Kind::Date => Text::new("date", "日期"),
            Kind::Period => Text::new("year, quarter or month", "年、季或月"),
            Kind::Flag => Text::new("yes or no", "是或否"),
            Kind::Scale(..) => Text::new("scale", "评分"),
            Kind::Choice(_) => Text::new("one choice", "单选"),
            Kind::Choices(_) => Text::new("choices", "多选"),
            Kind::Slug => Text::new("id of this row", "本条的编号"),
            Kind::Ref(_) => Text::new("reference to a row", "引用一条"),
            Kind::Refs(_) => Text::new("references to rows", "引用多条"),
            Kind::Lines => Text::new("list of lines", "多条短句"),
            Kind::Scores(_) => Text::new("score for each row", "逐条打分"),
        }
    }
}

/// One thing that can be written in a plan.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key in the file.
    pub key: &'static str,
    /// What it can hold.
    pub kind: Kind,
    /// Whether a short plan has it; the others unfold on request.
    pub core: bool,
    /// Its name in a form.
    pub label: Text,
    /// What to write here, and why: one or two sentences.
    pub help: Text,
    /// An example that an expert would accept.
    pub good: Text,
    /// An example of what to avoid.
    pub bad: Text,
    /// The glossary entry that explains the idea.
    pub term: Option<&'static str>,
}

/// A field that a short plan has.
pub const fn core(key: &'static str, kind: Kind, en: &'static str, zh: &'static str) -> Field {
    Field {
        key,
        kind,
        core: true,
        label: Text::new(en, zh),
        help: Text::new("", ""),
        good: Text::new("", ""),
        bad: Text::new("", ""),
        term: None,
    }
}

/// A field that unfolds when the author wants the full plan.
pub const fn full(key: &'static str, kind: Kind, en: &'static str, zh: &'static str) -> Field {
    Field {
        core: false,
        ..core(key, kind, en, zh)
    }
}

impl Field {
    /// Says what to write, and why.
    #[must_use]
    pub const fn help(self, en: &'static str, zh: &'static str) -> Field {
        Field {
            help: Text::new(en, zh),
            ..self
        }
    }

    /// Gives an example that an expert would accept.
    #[must_use]
    pub const fn good(self, en: &'static str, zh: &'static str) -> Field {
        Field {
            good: Text::new(en, zh),
            ..self
        }
    }

    /// Gives an example of what to avoid.
    #[must_use]
    pub const fn bad(self, en: &'static str, zh: &'static str) -> Field {
        Field {
            bad: Text::new(en, zh),
            ..self
        }
    }

    /// Names the glossary entry that explains the idea.
    #[must_use]
    pub const fn term(self, id: &'static str) -> Field {
        Field {
            term: Some(id),
            ..self
        }
    }
}
