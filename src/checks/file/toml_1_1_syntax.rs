//! The file uses TOML 1.1, which many readers do not know yet.

use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::ProblemKind;
use crate::words::{Lang, Text};

pub(super) const RULE: Rule = Rule {
    code: "F002",
    name: "toml-1-1-syntax",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("TOML 1.1 syntax", "用了TOML 1.1的写法"),
    why: Text::new(
        "A plan is meant to be read by other programs too, and most of them still know TOML 1.0 only (toml.io).",
        "计划文件也要给其他程序读，而其中多数目前只认TOML 1.0（toml.io）。",
    ),
    ask: Text::new(
        "Can this be written in the older way, so that every TOML reader opens the file?",
        "能否改用旧写法，让各种TOML程序都能打开这份文件？",
    ),
    page: include_str!("toml_1_1_syntax.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    for problem in context.problems {
        if let ProblemKind::Dialect { what } = &problem.kind {
            let text = Text::new(
                "Readers of TOML 1.0 refuse {0}.",
                "只认TOML 1.0的程序读不了{0}。",
            );
            let words = |lang| vec![what.label().get(lang).to_owned()];
            let finding = sink.at(problem.path.as_str(), problem.span, text, &[]);
            finding.say.words(words(Lang::En), words(Lang::Zh));
        }
    }
    Checked::Yes
}
