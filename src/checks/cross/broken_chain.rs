//! The five steps do not hang together for a target segment; the walk itself is in [`trace`].
//!
//! [`trace`]: crate::checks::trace

#[cfg(test)]
mod tests;

use crate::catalogue::Step;
use crate::checks::trace::{Index, has_begun, walk};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X603",
    name: "broken-chain",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Broken chain", "五步链条断裂"),
    why: Text::new(
        "The five steps are one argument: a company captures value in return only where it has first created value for customers (Kotler & Armstrong, ch. 1).",
        "五步是一条论证：企业先为顾客创造价值，才能从顾客那里获得回报（科特勒与阿姆斯特朗，第1章）。",
    ),
    ask: Text::new(
        "What stands at this place of the chain for this segment, or is the segment no target after all?",
        "对这个细分来说，链条的这一环应该是什么？还是它其实不该作目标？",
    ),
    page: include_str!("broken_chain.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let target = Text::new("a target segment", "目标细分");
    if context.targets().next().is_none() {
        return Checked::Lacks(target);
    }
    let mut lacks = Some(target);
    let mut found = false;
    let index = Index::new(context);
    for segment in context.targets() {
        lacks = lacks.filter(|_| found);
        let Some(gap) = walk(&index, segment, false).1 else {
            continue;
        };
        // A step that nobody has begun is work ahead, not a break.
        let step = gap.stage().step();
        if !has_begun(context, step) {
            lacks = Some(ahead(step));
            continue;
        }
        found = true;
        if !gap.unthought {
            let args: Vec<&str> = gap.args.iter().map(String::as_str).collect();
            sink.at(gap.path, gap.span, gap.text, &args);
        }
        for (rule, path) in gap.explains {
            sink.explains(rule, path);
        }
    }
    match lacks {
        Some(what) if !found => Checked::Lacks(what),
        _ => Checked::Yes,
    }
}

/// What is to be begun before the chain can be followed further.
const fn ahead(step: Step) -> Text {
    match step {
        Step::Relationships => Text::new("step 5, not begun yet", "第五步（尚未开始）"),
        Step::Mix => Text::new("step 4, not begun yet", "第四步（尚未开始）"),
        Step::Value => Text::new("step 3, not begun yet", "第三步（尚未开始）"),
        _ => Text::new("needs in step 1", "第一步的需要"),
    }
}
