//! Surroundings that nobody looked at, or looked at without a consequence.

use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::checks::context::listed;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Swot;
use crate::plan::{Sp, Str};
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show;
use rust_decimal::Decimal;

pub(super) const RULE: Rule = Rule {
    code: "N118",
    name: "environment-scan-missing-or-idle",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Needs,
    title: Text::new(
        "Environment scan missing or idle",
        "缺少环境扫描，或扫描没有下文",
    ),
    why: Text::new(
        "A SWOT is a conclusion that must change what is done; a list that changes nothing is only reading matter (McDonald).",
        "SWOT是结论，要改变做法；什么也不改变的清单只是读物（麦克唐纳）。",
    ),
    ask: Text::new(
        "Which change outside could make this plan wrong, and what will you do differently because of it?",
        "外面的哪个变化会让这份计划落空？你打算因此改做什么？",
    ),
    page: include_str!("environment_scan_missing_or_idle.md"),
    check,
};

/// Ranks that call for an answer: three points are what a team can keep in mind.
const WEIGHTY: u32 = 3;

/// The longest text that can be mere words: five English ones, or some ten Chinese characters.
const SHORT: usize = 36;

/// Points that any plan of any firm could list.
const GENERIC: &str = "\
    good team, strong team, great team, experienced team, young team, good reputation, \
    good quality, high quality, great product, good product, strong brand, known brand, \
    good service, big market, large market, huge market, growing market, market growth, \
    strong competition, fierce competition, tough competition, many competitors, competition, \
    limited resources, limited budget, lack of money, lack of funds, lack of experience, \
    new technology, technology, innovation, economy, regulation, changing regulations, \
    团队好, 团队强, 优秀团队, 团队优秀, 团队年轻, 团队经验丰富, 经验丰富, 口碑好, 口碑良好, 质量好, \
    品质好, 产品好, 服务好, 品牌知名度高, 品牌优势, 技术先进, 技术领先, 市场大, 市场广阔, 市场前景好, \
    市场潜力大, 前景广阔, 政策支持, 政策利好, 竞争激烈, 竞争加剧, 同行竞争, 资金不足, 缺乏资金, \
    人才不足, 人手不足, 经验不足, 知名度低, 知名度不高, 消费升级, 经济下行, 技术进步";

static GENERIC_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(GENERIC));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if plan.forces.is_empty() && plan.swot.is_empty() {
        return missing(context, sink);
    }
    // Nothing can be answered by actions that are not written yet.
    let unwritten = plan.actions.is_empty() && plan.objectives.is_empty();
    // A list that leads nowhere is one gap, whatever its points say.
    if unwritten || !idle_swot(context, sink) {
        generic(&plan.swot, sink);
    }
    if unwritten {
        return Checked::Lacks(Text::new("actions or objectives", "行动或目标"));
    }
    idle_forces(context, sink);
    Checked::Yes
}

/// Points that say nothing: one finding for the list, however many there are.
fn generic(rows: &[Swot<'_>], sink: &mut Sink) {
    let points: Vec<(&Swot<'_>, &Sp<Str<'_>>, &str)> = rows
        .iter()
        .filter_map(|row| Some((row, row.what.as_ref()?, filled(row.what.as_ref())?)))
        .filter(|(_, _, text)| is_generic(text))
        .collect();
    match points.as_slice() {
        [] => {}
        [(row, value, text)] => {
            let say = Text::new(
                "The SWOT point “{0}” could stand in any plan: no fact, no number.",
                "SWOT要点“{0}”放在哪份计划里都行，没有事实，也没有数字。",
            );
            sink.value(*row, "what", value, say, &[text]);
        }
        [(_, value, _), ..] => {
            let say = Text::new(
                "{0} SWOT points could stand in any plan, without a fact or a number: {1}.",
                "有{0}条SWOT要点没有事实和数字，放在哪份计划里都行：{1}。",
            );
            let texts: Vec<&str> = points.iter().map(|(.., text)| bare(text)).collect();
            let many = points.len().to_string();
            sink.at("needs.swot", value.span, say, &[&many, &listed(&texts)]);
        }
    }
}

/// A plan that has come as far as actions for chosen people should have looked around.
fn missing(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let grown = !plan.actions.is_empty() && !plan.propositions.is_empty() && !context.is_short();
    if !grown {
        return Checked::Lacks(Text::new("outside forces or a SWOT", "宏观环境或SWOT"));
    }
    if !plan.is_unknown("needs.forces") && !plan.is_unknown("needs.swot") {
        let at = plan
            .customer_needs
            .first()
            .map_or(plan.market.span, |row| row.span);
        let say = Text::new(
            "The plan acts on its market without a look around: no outside force and no SWOT point is written.",
            "计划已经写到行动，却没有看过周围：宏观环境和SWOT一条也没有。",
        );
        sink.at("needs.forces", at, say, &[]);
    }
    Checked::Yes
}

/// A point without its full stop, for a list of several.
fn bare(text: &str) -> &str {
    text.trim_end_matches(['.', '。'])
}

fn is_generic(text: &str) -> bool {
    text.len() <= SHORT
        && !text.chars().any(char::is_numeric)
        && GENERIC_WORDS.find(text).iter().any(|hit| {
            // Nothing else stands beside it: "fierce competition for nurses" says something.
            let rest = text.len() - hit.range.len();
            rest <= 6
        })
}

/// Tells of points without a consequence; true if the whole list has none.
fn idle_swot(context: &Context, sink: &mut Sink) -> bool {
    let rows = &context.plan.swot;
    let idle = |row: &&Swot<'_>| {
        filled(row.what.as_ref()).is_some()
            && !context.settled(*row, "answered_by", !row.answered_by.is_empty())
    };
    let Some(first) = rows.iter().find(idle) else {
        return false;
    };
    if rows.iter().all(|row| row.answered_by.is_empty()) {
        let many = rows.iter().filter(idle).count().to_string();
        let say = if many == "1" {
            Text::new(
                "The only SWOT point leads to no action and no objective.",
                "唯一的一条SWOT要点没有引出任何行动或目标。",
            )
        } else {
            Text::new(
                "None of the {0} SWOT points leads to an action or an objective.",
                "{0}条SWOT要点，没有一条引出行动或目标。",
            )
        };
        sink.at("needs.swot", first.span, say, &[&many]);
        return true;
    }
    // The author answers points: then a weighty one without an answer was forgotten.
    let weighty: Vec<(&Swot<'_>, Decimal, &str)> = rows
        .iter()
        .filter(idle)
        .filter_map(|row| Some((row, row.rank.as_ref()?.value, filled(row.what.as_ref())?)))
        .filter(|(_, rank, _)| *rank <= Decimal::from(WEIGHTY))
        .collect();
    match weighty.as_slice() {
        [] => {}
        [(row, rank, text)] => {
            let say = Text::new(
                "The SWOT point of rank {1}, “{0}”, leads to no action and no objective.",
                "排在第{1}的SWOT要点“{0}”没有引出任何行动或目标。",
            );
            sink.missing(*row, "answered_by", say, &[text, &show(*rank)]);
        }
        [(row, ..), ..] => {
            let say = Text::new(
                "{0} of the weightiest SWOT points lead to no action and no objective: {1}.",
                "最要紧的SWOT要点里，有{0}条没有引出任何行动或目标：{1}。",
            );
            let texts: Vec<&str> = weighty.iter().map(|(.., text)| bare(text)).collect();
            let many = weighty.len().to_string();
            sink.at("needs.swot", row.span, say, &[&many, &listed(&texts)]);
        }
    }
    false
}

/// A single trend may be what the whole plan answers; a list without one answer is idle.
fn idle_forces(context: &Context, sink: &mut Sink) {
    let plan = context.plan;
    let rows = &plan.forces;
    let answered = plan.swot.iter().any(|row| !row.answered_by.is_empty())
        || rows
            .iter()
            .any(|row| context.settled(row, "response", filled(row.response.as_ref()).is_some()));
    if let (Some(first), true, false) = (rows.first(), rows.len() > 1, answered) {
        let say = Text::new(
            "None of the {0} outside forces has a response: nothing follows from them.",
            "{0}项宏观环境因素都没有对策，列出来之后没有下文。",
        );
        sink.at("needs.forces", first.span, say, &[&rows.len().to_string()]);
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const ACTION: &str = "[[mix.actions]]\nid = \"repair-hours\"\nwhat = \"Open at night\"\n";
    const GROWN: &str = "[[value.propositions]]\nid = \"p\"\nstatement = \"x\"\n[[value.benefits]]\nid = \"b\"\nproposition = \"p\"\n";

    fn swot(rows: &[&str]) -> String {
        let rows = rows.iter().enumerate();
        rows.map(|(nth, row)| format!("[[needs.swot]]\nid = \"s{nth}\"\n{row}\n"))
            .collect::<Vec<_>>()
            .concat()
    }

    #[test]
    fn a_grown_plan_without_a_look_around_is_found() {
        let plan = format!("{ACTION}{GROWN}");
        assert_eq!(found("N118", &plan)[0].path, "needs.forces");
        // A short plan may leave it out.
        assert!(lacks("N118", ACTION).is_some());
        let unknown = format!("[plan]\nunknown = [\"needs.swot\"]\n{plan}");
        assert!(found("N118", &unknown).is_empty());
    }

    #[test]
    fn mere_words_are_found_and_facts_are_not() {
        for text in ["Good team", "strong competition.", "市场大", "团队经验丰富"] {
            let plan = swot(&[&format!("what = \"{text}\"")]);
            assert_eq!(found("N118", &plan).len(), 1, "{text}");
        }
        for text in [
            "24-hour repair in 9 cities, the rival has 3",
            "Fierce competition for nurses in the valley",
            "下雨天到店的人少四成",
            "镇上竞争激烈的是早餐，不是夜宵",
        ] {
            let plan = swot(&[&format!("what = \"{text}\"")]);
            assert!(found("N118", &plan).is_empty(), "{text}");
        }
    }

    #[test]
    fn one_list_has_one_finding() {
        for (one, two, both) in [
            (
                "Good team",
                "Strong competition.",
                "Good team, Strong competition",
            ),
            ("团队经验丰富", "竞争激烈。", "团队经验丰富、竞争激烈"),
        ] {
            let list = swot(&[&format!("what = \"{one}\""), &format!("what = \"{two}\"")]);
            let found = said("N118", &list);
            assert!(found.len() == 1 && found[0].contains(both), "{found:?}");
            let found = said("N118", &format!("{list}{ACTION}"));
            assert!(
                found.len() == 1 && found[0].contains("2条SWOT要点"),
                "{found:?}"
            );
        }
    }

    #[test]
    fn points_that_lead_nowhere_are_found_once() {
        let two = swot(&["what = \"夜里没人修\"\nrank = 1", "what = \"零件要等两周\""]);
        assert!(said("N118", &format!("{two}{ACTION}"))[0].contains("2条SWOT要点"));
        let answered = "what = \"Parts take two weeks\"\nanswered_by = [\"repair-hours\"]";
        let one = swot(&[answered, "what = \"Nobody repairs at night\"\nrank = 1"]);
        assert!(said("N118", &format!("{one}{ACTION}"))[0].contains("rank 1"));
        let more = "what = \"Gates jam in the frost.\"\nrank = 2";
        let two = swot(&[
            answered,
            "what = \"Nobody repairs at night\"\nrank = 1",
            more,
        ]);
        let told = said("N118", &format!("{two}{ACTION}"));
        assert!(told.len() == 1, "{told:?}");
        assert!(told[0].contains("2 of the weightiest"), "{told:?}");
        assert!(told[0].contains("Gates jam in the frost."), "{told:?}");
        assert!(told[0].contains("有2条没有引出"), "{told:?}");
        let light = swot(&[answered, "what = \"Nobody repairs at night\"\nrank = 7"]);
        assert!(found("N118", &format!("{light}{ACTION}")).is_empty());
    }

    #[test]
    fn forces_want_one_response() {
        let force = |id: &str, rest: &str| {
            format!("[[needs.forces]]\nid = \"{id}\"\nwhat = \"电价上调\"\n{rest}")
        };
        let idle = format!("{}{}{ACTION}", force("a", ""), force("b", ""));
        assert!(said("N118", &idle)[0].contains("None of the 2"));
        let one = format!(
            "{}{}{ACTION}",
            force("a", "response = \"夜里充电\"\n"),
            force("b", "")
        );
        assert!(found("N118", &one).is_empty());
        assert!(found("N118", &format!("{}{ACTION}", force("a", ""))).is_empty());
    }
}
