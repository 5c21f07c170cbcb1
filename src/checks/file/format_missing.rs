//! The file does not say which format of plan it is.

use super::{each, quoted, raw};
use crate::catalogue::{FORMAT, Step};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::{Edit, Problem, ProblemKind};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "F003",
    name: "format-missing",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Format not stated", "没有注明格式版本"),
    why: Text::new(
        "The format number tells a later version how to read the file, so that plans keep for years (the plan format, principle 8).",
        "有了格式版本号，以后的版本才知道怎样读这份文件，计划才能保存多年（计划文件格式，原则八）。",
    ),
    ask: Text::new(
        "Is `farsight = 1` the first line of the file?",
        "文件第一行是不是 `farsight = 1`？",
    ),
    page: include_str!("format_missing.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    each(context, sink, |problem, sink| match problem.kind {
        ProblemKind::NoFormat => {
            let text = Text::new(
                "The file does not begin with `farsight = {0}`.",
                "文件开头没有写 `farsight = {0}`。",
            );
            sink.at(&problem.path, problem.span, text, &[&FORMAT.to_string()])
                .fix = Some(first_line(context.text));
        }
        ProblemKind::BadFormat => {
            let text = Text::new(
                "{0} is not a format number: this version knows format {1}.",
                "{0} 不是格式版本号：本版本只认识格式{1}。",
            );
            let words = [quoted(context, problem), FORMAT.to_string()];
            let words = [words[0].as_str(), words[1].as_str()];
            sink.at(&problem.path, problem.span, text, &words).fix = unquoted(context, problem);
        }
        _ => {}
    })
}

/// Puts the line at the head of the file, after a byte order mark.
fn first_line(text: &str) -> Edit {
    let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Edit::splice(at..at, format!("farsight = {FORMAT}{eol}"))
}

/// Takes the quotes or decimals off a number that is right but for them.
fn unquoted(context: &Context, problem: &Problem) -> Option<Edit> {
    let inside = raw(context, problem).trim_matches(['"', '\'']).trim();
    let whole = inside.strip_suffix(".0").unwrap_or(inside);
    (whole.parse() == Ok(FORMAT))
        .then(|| Edit::splice(problem.span.start..problem.span.end, FORMAT.to_string()))
}
