//! What can be done about a finding: repair it, or answer it with a reason.

use gen_lsp_types::{CodeAction, CodeActionKind, CodeActionParams};

use super::diagnostics;
use super::page::Page;
use crate::checks::answers::{self, Reply};
use crate::checks::repair;
use crate::plan::Edit;
use crate::words::Text;

/// What stands where the author's reason belongs: a placeholder, which a rule goes on asking about.
const REASON: Text = Text::new(
    "TODO: say why it is right to leave this",
    "待填：说明为什么可以不改",
);

/// The actions for the findings in a range.
pub(super) fn of(page: &Page, params: &CodeActionParams) -> Vec<CodeAction> {
    let only = params.context.only.as_ref();
    let wanted = |kind: &CodeActionKind| {
        only.is_none_or(|only| {
            only.iter()
                .any(|it| it == kind || *it == CodeActionKind::Empty || is_family(it, kind))
        })
    };
    let (Ok(project), Ok(report)) = (page.project(), page.report()) else {
        return Vec::new();
    };
    let document = page.document();
    let bytes = page.lines.bytes(&params.range);
    let mut actions = Vec::new();
    if wanted(&CodeActionKind::QuickFix) {
        let here = report
            .open()
            .filter(|it| it.span.start <= bytes.end && bytes.start <= it.span.end);
        for finding in here {
            let action = |title: Text, args: &[&str], edit: &Edit, is_preferred| CodeAction {
                title: page.say(title, args),
                kind: Some(CodeActionKind::QuickFix),
                diagnostics: Some(vec![diagnostics::one(page, &document, finding)]),
                is_preferred: Some(is_preferred),
                edit: Some(page.edit(edit)),
                ..CodeAction::default()
            };
            let (code, title) = (finding.rule.code, finding.rule.title.get(page.lang));
            if let Some(fix) = &finding.fix {
                let text = Text::new("Repair ({0}: {1})", "改正（{0}：{1}）");
                actions.push(action(text, &[code, title], fix, true));
            }
            if finding.rule.can_be_answered() {
                let reply = Reply {
                    check: finding.rule.name,
                    at: &finding.path,
                    reason: REASON.get(page.lang),
                    ..Reply::default()
                };
                if let Ok(edit) = answers::edit(&document, &reply) {
                    let text = Text::new(
                        "Leave it, with a reason ({0}: {1})",
                        "不改，并写明理由（{0}：{1}）",
                    );
                    actions.push(action(text, &[code, title], &edit, false));
                }
            }
        }
    }
    if wanted(&CodeActionKind::SourceFixAll) {
        let repaired = repair(page.text(), &project.checks);
        if !repaired.made.is_empty() {
            let text = Text::new("Repair all that is mechanical", "改正全部可自动改正之处");
            actions.push(CodeAction {
                title: page.say(text, &[]),
                kind: Some(CodeActionKind::SourceFixAll),
                edit: Some(page.edit(&Edit::between(page.text(), &repaired.text))),
                ..CodeAction::default()
            });
        }
    }
    actions
}

/// Whether a kind is asked for by the name of its family: `source` means `source.fixAll` too.
fn is_family(asked: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let family = |kind: &CodeActionKind| {
        let name = serde_json::to_value(kind).unwrap_or_default();
        name.as_str().unwrap_or_default().to_owned()
    };
    family(kind)
        .strip_prefix(&family(asked))
        .is_some_and(|rest| rest.starts_with('.'))
}
