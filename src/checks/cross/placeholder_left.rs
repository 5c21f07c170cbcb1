//! Text that was left to be written later.

use std::sync::LazyLock;

use foldhash::HashSet;

use crate::catalogue::{self, Kind, Step};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::words::Text;
use crate::words::placeholder::is_unfinished;

pub(super) const RULE: Rule = Rule {
    code: "X618",
    name: "placeholder-left",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("Placeholder left", "遗留占位文字"),
    why: Text::new(
        "Unfinished is not wrong, but it must not count as answered; other checks take it as empty (a rule of this format).",
        "没写完不算错，但不能当作已经回答；其他检查把它当空白看待（本格式的约定）。",
    ),
    ask: Text::new(
        "What belongs here, or can the field go?",
        "这里该写什么？还是这一项可以删掉？",
    ),
    page: include_str!("placeholder_left.md"),
    check,
};

/// Shorter examples of the catalogue are words that anybody may need.
const EXAMPLE: usize = 24;

/// What the forms say about their fields, in both languages.
static HINTS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let hints = catalogue::fields().flat_map(|(_, field)| [field.help, field.good, field.bad]);
    hints.flat_map(|hint| [hint.en, hint.zh]).collect()
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut read = false;
    for written in context.texts() {
        let text = written.text.value.trim();
        read |= !text.is_empty();
        let unfinished = !written.text.says && is_unfinished(text);
        let copied = !unfinished && text.len() >= EXAMPLE && HINTS.contains(text);
        if !(unfinished || copied) {
            continue;
        }
        let path = written.path();
        let field = catalogue::section(written.section).and_then(|it| it.field(written.key));
        // References and paths hold ids, not prose.
        let prose =
            field.is_some_and(|field| matches!(field.kind, Kind::Line | Kind::Text | Kind::Lines));
        if !prose || context.plan.is_unknown(&path) || path == "plan.unknown" {
            continue;
        }
        let message = if unfinished {
            Text::new(
                "“{0}” holds a place: the text is still to be written.",
                "“{0}”只是占位，内容还没写。",
            )
        } else {
            Text::new(
                "“{0}” is still the hint of the form, word for word.",
                "“{0}”还是表单里的提示原文。",
            )
        };
        sink.at(path, written.text.span, message, &[text]);
    }
    if read {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("any text", "任何文字"))
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue;
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    #[test]
    fn placeholders_are_found_wherever_they_stand() {
        let plan = "[plan]\nowner = \"TBD\"\nbrands = [\"Kite\", \"待定\"]\n[[needs.customer_needs]]\nneed = \"待补充\"\n\
            [mix.customer_view]\ncost = \"TODO: ask the shop\"\n";
        assert_eq!(
            paths("X618", plan),
            [
                "plan.owner",
                "plan.brands",
                "needs.customer_needs.1.need",
                "mix.customer_view.cost"
            ]
        );
        assert!(messages("X618", plan, Lang::Zh)[1].contains("待定"));
    }

    #[test]
    fn ordinary_words_ids_and_unknown_fields_are_none() {
        let plan = "[plan]\nunknown = [\"plan.owner\"]\nowner = \"TBD\"\nmission = \"顾客期待定制\"\nvoice = \"无\"\n\
            [[needs.customer_needs]]\nid = \"todo\"\n[[value.benefits]]\nneed = \"todo\"\n";
        assert_eq!(paths("X618", plan), [""; 0]);
    }

    #[test]
    fn a_hint_that_was_copied_is_found_in_both_languages() {
        let field = catalogue::section("value.benefits").and_then(|it| it.field("benefit"));
        let hint = field.expect("benefits have a benefit").help;
        for hint in [hint.en, hint.zh] {
            let plan = format!("[[value.benefits]]\nid = \"b\"\nbenefit = '''{hint}'''\n");
            assert_eq!(paths("X618", &plan), ["value.benefits.b.benefit"], "{hint}");
        }
    }

    #[test]
    fn an_empty_plan_is_not_judged() {
        assert!(!is_checked("X618", ""));
    }
}
