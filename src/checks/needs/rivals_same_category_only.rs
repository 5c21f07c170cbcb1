//! Every alternative is a rival of the same kind.

use crate::catalogue::Step;
use crate::catalogue::choices::AlternativeKind;
use crate::checks::context::{listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N102",
    name: "rivals-same-category-only",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new("Only rivals of the same kind", "替代选择只有同类对手"),
    why: Text::new(
        "The customer's want sets who competes, not our trade: at noon, noodles from home and no lunch at all are rivals of every canteen (Levitt 1960; Christensen 2005).",
        "谁是对手由顾客的欲望决定，不由行业决定：到了中午，自带的面条和干脆不吃，都是食堂的对手（莱维特，1960；克里斯坦森，2005）。",
    ),
    ask: Text::new(
        "What do most people with this need do today without any of these firms: make do, do it themselves, or nothing?",
        "有这种需要的人，不找这些商家时怎么办：凑合、自己动手，还是干脆不做？",
    ),
    page: include_str!("rivals_same_category_only.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let rows = &context.plan.alternatives;
    let kinds = || rows.iter().map(|row| row.kind.as_ref().map(|it| it.value));
    if kinds().any(|kind| kind.is_some_and(|it| it != AlternativeKind::Direct)) {
        return Checked::Yes;
    }
    // A row without a kind may well be a substitute: names do not tell.
    let Some(first) = rows.first().filter(|_| kinds().all(|kind| kind.is_some())) else {
        return Checked::Lacks(Text::new(
            "the kind of every alternative",
            "每个替代选择的类型",
        ));
    };
    let names: Vec<&str> = rows
        .iter()
        .map(|row| named(row.name.as_ref(), row.id.as_ref()))
        .collect();
    sink.at(
        "needs.alternatives",
        first.span,
        Text::new(
            "All alternatives are direct rivals ({0}); no other way and no doing nothing is among them.",
            "替代选择全是直接竞争者（{0}），没有别的办法，也没有“什么都不做”。",
        ),
        &[&listed(&names)],
    );
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn plan(rows: &[(&str, &str)]) -> String {
        rows.iter()
            .enumerate()
            .map(|(nth, (name, kind))| {
                let kind = if kind.is_empty() {
                    String::new()
                } else {
                    format!("kind = \"{kind}\"\n")
                };
                format!("[[needs.alternatives]]\nid = \"a{nth}\"\nname = \"{name}\"\n{kind}")
            })
            .collect::<Vec<_>>()
            .concat()
    }

    #[test]
    fn direct_rivals_alone_are_found() {
        let en = plan(&[("Iron Hall", "direct"), ("Gym on Mill Lane", "direct")]);
        assert!(said("N102", &en)[0].contains("Iron Hall, Gym on Mill Lane"));
        let zh = plan(&[("铁馆", "direct")]);
        assert!(said("N102", &zh)[0].contains("（铁馆）"));
    }

    #[test]
    fn another_way_or_doing_nothing_is_enough() {
        let en = plan(&[("Iron Hall", "direct"), ("Running outdoors", "substitute")]);
        assert!(found("N102", &en).is_empty());
        let zh = plan(&[("铁馆", "direct"), ("今年先不练", "inaction")]);
        assert!(found("N102", &zh).is_empty());
        // A directory of drivers against the rank and the chat groups, from a real plan.
        let rank = plan(&[("The rank", "substitute"), ("Chat groups", "substitute")]);
        assert!(found("N102", &rank).is_empty());
    }

    #[test]
    fn kinds_are_not_guessed() {
        let en = plan(&[("Iron Hall", "direct"), ("Home videos", "")]);
        assert!(found("N102", &en).is_empty());
        assert!(lacks("N102", &en).is_some());
        let zh = plan(&[("铁馆", "direct"), ("跟视频练", "")]);
        assert!(found("N102", &zh).is_empty());
        assert!(lacks("N102", "").is_some());
    }

    #[test]
    fn a_closed_tender_is_answered_with_its_reason() {
        let en = plan(&[("Bidder two", "direct")]);
        let answer = "[[accept]]\ncheck = \"rivals-same-category-only\"\nat = \"needs.alternatives\"\nreason = \"public tender with a closed list\"\n";
        assert!(
            found("N102", &format!("{en}{answer}"))[0]
                .answered
                .is_some()
        );
        let zh = plan(&[("第二家投标单位", "direct")]);
        let answer = "[[accept]]\ncheck = \"N102\"\nreason = \"邀请招标，名单固定\"\n";
        assert!(
            found("N102", &format!("{zh}{answer}"))[0]
                .answered
                .is_some()
        );
    }
}
