//! The value is of another kind than its field.

use super::{each, quoted, raw, section_of};
use crate::catalogue::{Kind, Shape, Step};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::{Edit, Problem, ProblemKind};
use crate::words::{Text, date, number};

pub(super) const RULE: Rule = Rule {
    code: "F006",
    name: "wrong-type",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Wrong kind of value", "值的类型不对"),
    why: Text::new(
        "A value that does not fit its field cannot be read: the field counts as empty and every figure built on it is missing (the plan format).",
        "值与字段不符就读不出来：这一项等于没填，由它算出的数字也都缺失（计划文件格式）。",
    ),
    ask: Text::new(
        "How would this be written as the field wants it?",
        "按这一项的要求，应该怎样写？",
    ),
    page: include_str!("wrong_type.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    each(context, sink, |problem, sink| {
        let found = quoted(context, problem);
        match &problem.kind {
            ProblemKind::WrongType { kind, found: what } => {
                let entry = !stands_alone(context, problem);
                let text = if entry && kind.is_list() {
                    ENTRY
                } else {
                    wants(*kind)
                };
                let finding = sink.at(&problem.path, problem.span, text, &[&found]);
                finding.fix = respelt(*kind, what, raw(context, problem), entry)
                    .map(|new| Edit::splice(problem.span.start..problem.span.end, new));
            }
            ProblemKind::NotATable { .. } => {
                let section = section_of(&problem.path);
                let (path, text) = match section {
                    Some(section) if section.shape == Shape::Rows => (section.path, ROW),
                    _ => (problem.path.as_str(), TABLE),
                };
                sink.at(&problem.path, problem.span, text, &[path]);
            }
            ProblemKind::NotRows { .. } => {
                let finding = sink.at(&problem.path, problem.span, ROWS, &[&problem.path]);
                finding.fix = doubled(context, problem);
            }
            _ => {}
        }
    })
}

const ENTRY: Text = Text::new(
    "{0} is an entry of a list, and each entry is text in quotes: [\"…\", \"…\"].",
    "{0} 是列表中的一项，每一项都要写成带引号的文字：[\"…\", \"…\"]。",
);
const TABLE: Text = Text::new(
    "`{0}` is a table: its fields stand below a header of their own, [{0}].",
    "`{0}` 是一张表：各项内容写在标题 [{0}] 下面。",
);
const ROW: Text = Text::new(
    "Every entry of `{0}` is a table below a header of its own, [[{0}]].",
    "`{0}` 的每一条都是一张表，各自写在标题 [[{0}]] 下面。",
);
const ROWS: Text = Text::new(
    "`{0}` is a list of rows: the header of each stands in two brackets, [[{0}]].",
    "`{0}` 由多条组成：每条的标题都用双方括号，[[{0}]]。",
);

/// What a field wants, as a person types it; `{0}` is what stands there instead.
const fn wants(kind: Kind) -> Text {
    match kind {
        Kind::Line | Kind::Text => Text::new(
            "{0} should be text in quotes: \"…\".",
            "{0} 应当是带引号的文字：\"…\"。",
        ),
        Kind::Number => Text::new(
            "{0} should be a plain number, such as 12 or 3.5, without quotes or unit.",
            "{0} 应当是数字，如 12 或 3.5，不加引号和单位。",
        ),
        Kind::Count => Text::new(
            "{0} should be a whole number, such as 1200, without quotes or unit.",
            "{0} 应当是整数，如 1200，不加引号和单位。",
        ),
        Kind::Money => Text::new(
            "{0} should be an amount such as 1200.50, without quotes or currency; the currency is said once, in the plan's frame.",
            "{0} 应当是金额，如 1200.50，不加引号和币种；币种在计划概况里统一注明。",
        ),
        Kind::Percent => Text::new(
            "{0} should be a fraction: 35 % is 0.35 in the file.",
            "{0} 应当写成小数：35%在文件里是 0.35。",
        ),
        Kind::Date => Text::new(
            "{0} should be a day, such as 2027-03-01, without quotes.",
            "{0} 应当是日期，如 2027-03-01，不加引号。",
        ),
        Kind::Period => Text::new(
            "{0} should be a year, quarter or month in quotes: \"2027\", \"2027-Q1\" or \"2027-02\".",
            "{0} 应当是带引号的年、季或月：\"2027\"、\"2027-Q1\" 或 \"2027-02\"。",
        ),
        Kind::Flag => Text::new(
            "{0} should be true or false, without quotes.",
            "{0} 应当是 true（是）或 false（否），不加引号。",
        ),
        Kind::Scale(..) => Text::new(
            "{0} should be a score, a plain number such as 4.",
            "{0} 应当是评分，直接写数字，如 4。",
        ),
        Kind::Choice(_) => Text::new(
            "{0} should be one of the field's words in quotes.",
            "{0} 应当是可选词之一，加引号。",
        ),
        Kind::Slug => Text::new(
            "{0} should be an id in quotes, such as \"early-birds\".",
            "{0} 应当是带引号的编号，如 \"early-birds\"。",
        ),
        Kind::Ref(_) => Text::new(
            "{0} should be the id of one row, in quotes.",
            "{0} 应当是某一条的编号，加引号。",
        ),
        Kind::Choices(_) => Text::new(
            "{0} should be a list of the field's words: [\"…\", \"…\"].",
            "{0} 应当是可选词的列表：[\"…\", \"…\"]。",
        ),
        Kind::Refs(_) => Text::new(
            "{0} should be a list of ids: [\"…\", \"…\"].",
            "{0} 应当是编号的列表：[\"…\", \"…\"]。",
        ),
        Kind::Lines => Text::new(
            "{0} should be a list of short texts: [\"…\", \"…\"].",
            "{0} 应当是短句的列表：[\"…\", \"…\"]。",
        ),
        Kind::Scores(_) => Text::new(
            "{0} should be scores by id, in braces: { some-rival = 7 }.",
            "{0} 应当是花括号里按编号打的分：{ some-rival = 7 }。",
        ),
    }
}

/// Whether the value is a field's own, not an entry of its list.
fn stands_alone(context: &Context, problem: &Problem) -> bool {
    let before = context.text.get(..problem.span.start).unwrap_or_default();
    before.trim_end_matches([' ', '\t']).ends_with('=')
}

/// The same value as its field wants it, where that is plain.
fn respelt(kind: Kind, found: &str, raw: &str, entry: bool) -> Option<String> {
    let text = || {
        let inside = raw.trim_matches(['"', '\'']);
        (found == "string" && !inside.contains(['\\', '\n'])).then_some(inside)
    };
    match kind {
        _ if entry && kind.is_list() => bare(found).then(|| format!("\"{raw}\"")),
        Kind::Line | Kind::Text | Kind::Slug | Kind::Period => {
            let new = bare(found).then(|| format!("\"{raw}\""))?;
            let reads = kind != Kind::Period || date::Period::parse(raw).is_some();
            reads.then_some(new)
        }
        Kind::Percent => number::parse_percent(text()?).map(|share| number::to_toml(share, false)),
        Kind::Number | Kind::Money => {
            number::parse(text()?).map(|value| number::to_toml(value, kind == Kind::Number))
        }
        Kind::Count | Kind::Scale(..) => {
            number::parse(text()?).map(|value| number::to_toml(value, true))
        }
        Kind::Date => date::parse(text()?, None).map(|day| day.to_string()),
        Kind::Flag => match text()?.to_lowercase().as_str() {
            "true" | "yes" | "y" | "是" | "有" => Some(String::from("true")),
            "false" | "no" | "n" | "否" | "没有" => Some(String::from("false")),
            _ => None,
        },
        Kind::Choices(_) | Kind::Refs(_) | Kind::Lines => {
            (found == "string").then(|| format!("[{raw}]"))
        }
        Kind::Choice(_) | Kind::Ref(_) | Kind::Scores(_) => None,
    }
}

/// Whether the value is one that becomes text by quotes around it.
fn bare(found: &str) -> bool {
    matches!(found, "integer" | "float" | "boolean" | "datetime")
}

/// A header in single brackets put into double ones.
fn doubled(context: &Context, problem: &Problem) -> Option<Edit> {
    let header = raw(context, problem);
    let single = header.starts_with('[') && !header.starts_with("[[") && header.ends_with(']');
    (single && problem.kind == ProblemKind::NotRows { found: "table" })
        .then(|| Edit::splice(problem.span.start..problem.span.end, format!("[{header}]")))
}
