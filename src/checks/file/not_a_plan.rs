//! The file is TOML, but no plan.

use super::is_foreign;
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::{Document, Path, Plan};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "F012",
    name: "not-a-plan",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Not a plan", "不是营销计划"),
    why: Text::new(
        "Settings of programs are TOML files as well, and to list every line of one as a mistake helps nobody.",
        "许多程序的设置文件也是TOML，把其中每一行都报成错误，对谁都没有用。",
    ),
    ask: Text::new(
        "Is this the file that you meant to open?",
        "你要打开的是这个文件吗？",
    ),
    page: include_str!("not_a_plan.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    if context.problems.iter().any(|it| it.kind.breaks()) {
        return Checked::Lacks(Text::new(
            "the file cannot be read whole",
            "文件未能完整读取",
        ));
    }
    if is_foreign(context) {
        let keys = Document::parse(context.text).keys(&Path::default());
        let first = keys.first().map_or("", String::as_str);
        let text = Text::new(
            "Nothing in this file belongs to a plan: it begins with “{0}”, not with `farsight = 1`.",
            "文件里没有营销计划的内容：开头是“{0}”，而不是 `farsight = 1`。",
        );
        sink.at("", Plan::START, text, &[first]);
    }
    Checked::Yes
}
