//! Two rows of a list go by one id.

use super::{each, section_of};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::ProblemKind;
use crate::words::{Lang, Text};

pub(super) const RULE: Rule = Rule {
    code: "F009",
    name: "duplicate-id",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Id used twice", "编号重复"),
    why: Text::new(
        "Other rows point here by id, and with two of one name nobody can tell which is meant (the plan format, principle 2).",
        "别处要靠编号引用，两条同名就分不清指的是哪一条（计划文件格式，原则二）。",
    ),
    ask: Text::new(
        "Are these two rows the same thing, to be merged, or two things that need a name each?",
        "这两条说的是同一件事，应当合并，还是两件事，应当各取一个编号？",
    ),
    page: include_str!("duplicate_id.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    each(context, sink, |problem, sink| {
        if let ProblemKind::DuplicateId { id } = &problem.kind {
            let text = Text::new(
                "“{0}” already names another row of “{1}”.",
                "“{1}”中已有一条使用了编号“{0}”。",
            );
            let finding = sink.at(&problem.path, problem.span, text, &[id]);
            let id = finding.say.args.first().cloned().unwrap_or_default();
            let label = section_of(&problem.path).map_or(Text::new("", ""), |it| it.label);
            let words = |lang| vec![id.clone(), label.get(lang).to_owned()];
            finding.say.words(words(Lang::En), words(Lang::Zh));
        }
    })
}
