//! An id that is not written as ids are.

use std::cell::LazyCell;

use super::each;
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::rows::id_from;
use crate::plan::{Document, Edit, Path, ProblemKind};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "F010",
    name: "malformed-id",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("Id not in the usual form", "编号写法不规范"),
    why: Text::new(
        "Ids stand in paths, references and answers, where capitals, dots and spaces lead to slips (the plan format, principle 2).",
        "编号会出现在路径、引用和答复里，大写字母、句点和空格容易引起差错（计划文件格式，原则二）。",
    ),
    ask: Text::new(
        "What would be a short name in lower-case letters, digits and hyphens, starting with a letter?",
        "能否取一个简短的编号：以文字或小写字母开头，只用文字、小写字母、数字和连字符？",
    ),
    page: include_str!("malformed_id.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let document = LazyCell::new(|| Document::parse(context.text));
    each(context, sink, |problem, sink| {
        let ProblemKind::BadId { id } = &problem.kind else {
            return;
        };
        if id.trim().is_empty() {
            let text = Text::new("The id is empty.", "编号是空的。");
            sink.at(&problem.path, problem.span, text, &[]);
            return;
        }
        let (text, fix) = match better(&document, &problem.path, id) {
            Some((new, fix)) => (
                Text::new(
                    "“{0}” is not in the form of an id: “{1}” would be.",
                    "“{0}”不合编号的写法，可以改为“{1}”。",
                ),
                Some((new, fix)),
            ),
            None => (
                Text::new(
                    "“{0}” is not in the form of an id: it begins with a letter and has letters, digits and hyphens only.",
                    "“{0}”不合编号的写法：以文字或小写字母开头，只用文字、小写字母、数字和连字符。",
                ),
                None,
            ),
        };
        let new = fix.as_ref().map_or("", |(new, _)| new.as_str());
        let finding = sink.at(&problem.path, problem.span, text, &[id, new]);
        finding.fix = fix.map(|(_, fix)| fix);
    })
}

/// A well-formed id made of this one, and the edit that renames the row and all that points to it.
fn better(document: &Document, path: &str, id: &str) -> Option<(String, Edit)> {
    let path = Path::parse(path);
    let (row, _) = path.split_last()?;
    let (list, name) = row.split_last()?;
    // A row that goes by its position shares its id with another: renaming would take both along.
    if name != id {
        return None;
    }
    let wanted = id_from(id, "");
    if wanted.is_empty() {
        return None;
    }
    let new = document.free_id(&list, &wanted);
    let fix = document.rename_row(&row, &new).ok()?;
    Some((new, fix))
}
