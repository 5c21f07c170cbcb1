//! A newer version of the program wrote the file.

use crate::catalogue::{FORMAT, Step};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::ProblemKind;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "F004",
    name: "format-newer",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Newer than this version", "文件格式比本版本新"),
    why: Text::new(
        "An older program that writes into a newer file may spoil what it does not understand, so it only shows it.",
        "旧版程序改写新格式的文件，可能弄坏自己看不懂的内容，所以只供查看。",
    ),
    ask: Text::new(
        "Can you update farsight, or ask the author for a plan in the older format?",
        "能否更新farsight，或请作者另存一份旧格式的计划？",
    ),
    page: include_str!("format_newer.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    for problem in context.problems {
        if let ProblemKind::NewerFormat { format } = problem.kind {
            let text = Text::new(
                "The plan has format {0}; this version knows format {1} and opens it read-only.",
                "计划采用格式{0}，本版本只认识格式{1}，因此以只读方式打开。",
            );
            let (format, known) = (format.to_string(), FORMAT.to_string());
            sink.at(&problem.path, problem.span, text, &[&format, &known]);
        }
    }
    Checked::Yes
}
