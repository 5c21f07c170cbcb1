//! F: the file itself.

use super::{Checked, Context, Rule, Sink};
use crate::catalogue;
use crate::plan::{Document, Path, Problem, ProblemKind};
use crate::words::Text;

mod dangling_reference;
mod duplicate_id;
mod format_missing;
mod format_newer;
mod malformed_id;
mod not_a_plan;
mod out_of_range;
mod syntax_error;
#[cfg(test)]
mod tests;
mod toml_1_1_syntax;
mod unknown_choice;
mod unknown_key;
mod wrong_type;

/// The rules about the file.
pub const RULES: &[Rule] = &[
    syntax_error::RULE,
    toml_1_1_syntax::RULE,
    format_missing::RULE,
    format_newer::RULE,
    unknown_key::RULE,
    wrong_type::RULE,
    unknown_choice::RULE,
    out_of_range::RULE,
    duplicate_id::RULE,
    malformed_id::RULE,
    dangling_reference::RULE,
    not_a_plan::RULE,
];

/// Why the words of the file cannot be held against the catalogue, if so.
///
/// After a syntax error rows may be out of sight and references seem to dangle; a newer format
/// has keys that this version cannot know; a file that is no plan would be one long list.
fn illegible(context: &Context) -> Option<Text> {
    let any = |is: fn(&ProblemKind) -> bool| context.problems.iter().any(|it| is(&it.kind));
    if any(ProblemKind::breaks) {
        Some(Text::new(
            "the file cannot be read whole",
            "文件未能完整读取",
        ))
    } else if any(|kind| matches!(kind, ProblemKind::NewerFormat { .. })) {
        Some(Text::new(
            "the file has a newer format",
            "文件采用了更新的格式",
        ))
    } else if is_foreign(context) {
        Some(Text::new("the file is no plan", "文件不是营销计划"))
    } else {
        None
    }
}

/// Whether the file has keys at its top, and none of them belongs to a plan.
fn is_foreign(context: &Context) -> bool {
    let any = |is: fn(&Problem) -> bool| context.problems.iter().any(is);
    let at_the_top =
        |it: &Problem| matches!(&it.kind, ProblemKind::UnknownKey { key, .. } if *key == it.path);
    if !any(|it| it.kind == ProblemKind::NoFormat) || !any(at_the_top) {
        return false;
    }
    let keys = Document::parse(context.text).keys(&Path::default());
    let known = |key: &String| {
        catalogue::sections().any(|section| section.path.split('.').next() == Some(key.as_str()))
    };
    !keys.is_empty() && !keys.iter().any(known)
}

/// Shows a rule every problem of a legible file.
fn each<'c>(
    context: &'c Context,
    sink: &mut Sink,
    mut say: impl FnMut(&'c Problem, &mut Sink),
) -> Checked {
    if let Some(why) = illegible(context) {
        return Checked::Lacks(why);
    }
    for problem in context.problems {
        say(problem, sink);
    }
    Checked::Yes
}

/// What stands in the file where a problem is.
fn raw<'c>(context: &Context<'c, '_>, problem: &Problem) -> &'c str {
    let (start, end) = (problem.span.start, problem.span.end);
    context.text.get(start..end).unwrap_or_default()
}

/// What stands there, short enough to be quoted in a sentence.
fn quoted(context: &Context, problem: &Problem) -> String {
    let raw = raw(context, problem).trim();
    let line = raw.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(40).collect();
    if short.len() < raw.len() {
        short.push('…');
    }
    short
}

/// The section that a path leads into, its rows' names left out.
fn section_of(path: &str) -> Option<&'static catalogue::Section> {
    let path = Path::parse(path);
    (1..=path.names().len())
        .rev()
        .find_map(|depth| catalogue::section(&path.names()[..depth].join(".")))
}
