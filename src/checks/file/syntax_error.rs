//! The text is not TOML.

use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::ProblemKind;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "F001",
    name: "syntax-error",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Not TOML", "不符合TOML语法"),
    why: Text::new(
        "Until the text is TOML again, the lines after the mistake may be misread, and no edit is made.",
        "在语法改正之前，出错之后的内容可能被误读，程序也不会修改文件。",
    ),
    ask: Text::new(
        "Is a quote, a bracket or an equals sign missing on this line or the one above?",
        "这一行或上一行是否漏了引号、括号或等号？",
    ),
    page: include_str!("syntax_error.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    for problem in context.problems {
        if let ProblemKind::Syntax { message } = &problem.kind {
            sink.at(
                "",
                problem.span,
                Text::new("This is not TOML: {0}.", "这里不符合TOML语法：{0}。"),
                &[message],
            );
        }
    }
    Checked::Yes
}
