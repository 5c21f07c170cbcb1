//! The claim that nothing else will do.

use std::ops::Range;
use std::sync::LazyLock;

use super::common::sentences;
use crate::catalogue::Step;
use crate::catalogue::choices::AlternativeKind;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Record, Sp, Str};
use crate::prose::{Lexicon, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N107",
    name: "no-substitute-claimed",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new("No substitute claimed", "宣称没有替代品或竞争者"),
    why: Text::new(
        "That nothing could take its place was the second belief of the industries that were replaced; people always cope somehow (Levitt 1960; Porter).",
        "那些被取代的行业都有过第二个信念：没有什么能代替自己。其实人们总有办法应付（莱维特，1960；波特）。",
    ),
    ask: Text::new(
        "How do these people manage today, and what would they go back to if you closed?",
        "这些人如今怎么应付？你要是关门，他们会回到哪种办法？",
    ),
    page: include_str!("no_substitute_claimed.md"),
    check,
};

/// What a sentence claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Claim {
    /// That there is no rival.
    Rival,
    /// That there is no substitute, which may be said of anything.
    Substitute,
    /// That something cannot be replaced, which is often said of people.
    Irreplaceable,
}

/// What takes a claim back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// Doubts it, or gives the law as its reason.
    Doubt,
    /// Behind it: goes on to what rivals do not do, or not yet.
    Limit,
}

const OPENERS: &[&str] = &[
    "there is no",
    "there are no",
    "there is currently no",
    "there are currently no",
    "there is at present no",
    "there's no",
    "has no",
    "have no",
    "faces no",
    "face no",
    "we see no",
];
const QUALITIES: &[&str] = &[
    "",
    "real",
    "serious",
    "true",
    "comparable",
    "other",
    "known",
];
const RIVALS: &[&str] = &[
    "competitor",
    "competition",
    "rival",
    "competing product",
    "equal",
];
const SUBSTITUTES: &[&str] = &["substitute", "replacement"];

/// Chinese claims, whole as they stand.
const RIVALS_ZH: &str = "\
    没有竞争对手, 没有任何竞争对手, 没有竞争者, 没有任何竞争者, 没有竞争, 没有任何竞争, 没有对手, \
    无竞争对手, 无竞争者, 零竞争, 独此一家, 绝无仅有, 不存在竞争, 不存在竞争对手, 不存在竞争者, \
    没有同类竞争者, 填补国内空白, 填补市场空白, 填补行业空白, 填补了国内空白, 填补了市场空白, \
    填补了行业空白";
const SUBSTITUTES_ZH: &str = "\
    没有替代品, 没有任何替代品, 没有替代者, 没有替代方案, 没有替代, 无替代品, 不存在替代品";
const IRREPLACEABLE_ZH: &str = "不可替代, 无可替代, 无可取代, 不可取代, 无法替代, 无法取代";

const DOUBTS: &str = "\
    not because, not that, do not claim, don't claim, does not mean, doesn't mean, nobody says, \
    not true, wrong, mistake, it seems, if, unless, until, whether, as if, think, thought, believe, assume, pretend, \
    never say, cannot say, can't say, by law, licence, license, concession, monopoly, statutory, \
    不是, 并非, 并不, 不等于, 不代表, 不敢说, 不能说, 不说, 以为, 不认为, 自称, 号称, 如果, 若, 除非, \
    一旦, 是否, 不会, 特许, 专营, 法定, 垄断, 许可证, 错";

const LIMITS: &str = "\
    that, who, which, whose, offers, offer, offering, delivers, provides, can, able, between, among, \
    has, does, else, yet, but, so far, still, within, 能, 做到, 提供, 拥有, 之间, 肯, 但, 不过, 暂时, \
    以后, 会, 就, 愿意";

static CLAIMS: LazyLock<Lexicon<Claim>> = LazyLock::new(|| {
    let english = [(RIVALS, Claim::Rival), (SUBSTITUTES, Claim::Substitute)];
    let english = english.into_iter().flat_map(|(nouns, tag)| {
        OPENERS.iter().flat_map(move |opener| {
            QUALITIES.iter().flat_map(move |quality| {
                nouns.iter().map(move |noun| {
                    let words = [opener, quality, noun];
                    let words: Vec<&str> = words
                        .into_iter()
                        .filter(|it| !it.is_empty())
                        .copied()
                        .collect();
                    (words.join(" "), tag)
                })
            })
        })
    });
    let listed = [
        (RIVALS_ZH, Claim::Rival),
        (SUBSTITUTES_ZH, Claim::Substitute),
        (IRREPLACEABLE_ZH, Claim::Irreplaceable),
    ];
    let listed = listed
        .into_iter()
        .flat_map(|(list, tag)| list.split(',').map(move |it| (it.trim().to_owned(), tag)));
    Lexicon::new(english.chain(listed))
});

static TURNS: LazyLock<Lexicon<Turn>> = LazyLock::new(|| {
    let listed = [(DOUBTS, Turn::Doubt), (LIMITS, Turn::Limit)].into_iter();
    Lexicon::new(listed.flat_map(|(list, tag)| list.split(',').map(move |it| (it.trim(), tag))))
});

/// Words that tie "no substitute for …" and 不可替代 to what the plan sells.
static OURS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "it, us, our, ours, this, them, we, 我们, 本产品, 本项目, 本平台, 本公司, 本店, 该产品, 该项目",
    )
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    // Whoever lists another way, or doing nothing, has not overlooked them: then it is a manner
    // of speaking.
    let lists_others = plan.alternatives.iter().any(|row| {
        row.kind
            .as_ref()
            .is_some_and(|it| it.value != AlternativeKind::Direct)
    });
    let mut look = Look {
        context,
        sink,
        speaks: !lists_others,
        looked: false,
    };
    let frame = &plan.frame;
    look.at(frame, "summary", frame.summary.as_ref());
    look.at(frame, "background", frame.background.as_ref());
    look.at(frame, "mission", frame.mission.as_ref());
    look.at(&plan.market, "definition", plan.market.definition.as_ref());
    for row in &plan.alternatives {
        look.at(row, "name", row.name.as_ref());
        look.at(row, "offer", row.offer.as_ref());
    }
    for row in &plan.swot {
        look.at(row, "what", row.what.as_ref());
    }
    for row in &plan.propositions {
        look.at(row, "statement", row.statement.as_ref());
    }
    for row in &plan.benefits {
        look.at(row, "benefit", row.benefit.as_ref());
    }
    for row in &plan.products {
        look.at(row, "actual", row.actual.as_ref());
        look.at(row, "price_reason", row.price_reason.as_ref());
    }
    for row in &plan.messages {
        look.at(row, "text", row.text.as_ref());
    }
    if look.looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a summary, a market or a promise in words",
            "写出来的摘要、市场或主张",
        ))
    }
}

struct Look<'s, 'c, 'p> {
    context: &'s Context<'c, 'p>,
    sink: &'s mut Sink,
    speaks: bool,
    looked: bool,
}

impl Look<'_, '_, '_> {
    fn at(&mut self, record: &impl Record, key: &str, value: Option<&Sp<Str<'_>>>) {
        let (Some(text), Some(value)) = (filled(value), value) else {
            return;
        };
        self.looked = true;
        if !self.speaks {
            return;
        }
        let text = unwrapped(text);
        // Most texts claim nothing of the kind, and one pass over them says so.
        if !CLAIMS.is_in(&text) {
            return;
        }
        if let Some(claim) = sentences(&text).find(|it| is_claim(self.context, it)) {
            let say = Text::new(
                "“{0}”: this says that nothing else will do, and the plan lists no other way of coping.",
                "“{0}”：这等于说别的办法都不行，计划里也没有列出别的办法。",
            );
            self.sink.value(record, key, value, say, &[claim]);
        }
    }
}

/// Whether a sentence claims in earnest that there is nothing else.
fn is_claim(context: &Context, sentence: &str) -> bool {
    let Some(claim) = CLAIMS.find(sentence).into_iter().next() else {
        return false;
    };
    let turned = TURNS.find(sentence).into_iter().any(|turn| match turn.tag {
        Turn::Doubt => true,
        Turn::Limit => turn.range.start >= claim.range.end,
    });
    if turned {
        return false;
    }
    let part = |range: Range<usize>| sentence.get(range).unwrap_or_default();
    let before = part(0..claim.range.start);
    let after = part(claim.range.end..sentence.len());
    let ours = |text: &str| OURS.is_in(text) || !context.names().find(text).is_empty();
    if claim.tag == Claim::Irreplaceable {
        return ours(before);
    }
    if !part(claim.range.clone()).is_ascii() {
        // "没有竞争力" is another word, and "没有竞争对手的县城" is a place.
        let ends = after.is_empty() || after.starts_with(|it: char| !it.is_alphanumeric());
        return ends || after.starts_with('了') || after.starts_with("存在");
    }
    // "There is no substitute for sleep" says nothing of what is sold.
    claim.tag != Claim::Substitute || !after.trim_start().starts_with("for ") || ours(after)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn summary(text: &str) -> usize {
        let plan = format!("[plan]\noffering = \"Nightlight lamp\"\nsummary = \"{text}\"\n");
        found("N107", &plan).len()
    }

    #[test]
    fn the_claim_is_found_wherever_it_is_made() {
        for text in [
            "There is no competitor in this field.",
            "We sell lamps. There is no substitute for the Nightlight lamp.",
            "It has no real rival, and there is no substitute for it.",
            "本领域没有竞争对手。",
            "我们的灯不可替代。",
            "本项目具有不可替代的优势。",
            "本项目填补了国内空白，没有替代品。",
        ] {
            assert_eq!(summary(text), 1, "{text}");
        }
        let message = "[[mix.messages]]\nid = \"m\"\ntext = \"独此一家，没有对手\"\n";
        assert_eq!(found("N107", message)[0].path, "mix.messages.m.text");
        assert!(said("N107", message)[0].contains("“独此一家，没有对手”"));
    }

    #[test]
    fn doubts_comparisons_and_other_things_are_silent() {
        for text in [
            "We do not claim that there are no competitors.",
            "If there is no competition, prices stay high.",
            "There is no competitor that opens at night.",
            "There is no substitute for sleep.",
            "By law there is no competitor for this test.",
            "No one sells this service; families cope with neighbours.",
            "我们不敢说没有竞争对手。",
            "这款灯没有竞争力。",
            "没有竞争对手能在夜里送到。",
            "先去没有竞争对手的县城。",
            "并非没有替代品，邻居就是。",
            "老师的作用不可替代。",
            "There is no competition yet, and two chains will come.",
        ] {
            assert_eq!(summary(text), 0, "{text}");
        }
    }

    #[test]
    fn a_plan_that_lists_another_way_is_silent() {
        let way = |kind: &str| {
            format!("[[needs.alternatives]]\nid = \"a\"\nname = \"忍着\"\nkind = \"{kind}\"\n")
        };
        let plan = "[plan]\nsummary = \"本领域没有竞争对手。\"\n";
        assert!(found("N107", &format!("{plan}{}", way("inaction"))).is_empty());
        assert_eq!(found("N107", &format!("{plan}{}", way("direct"))).len(), 1);
        let en = "[plan]\nsummary = \"There are no competitors.\"\n";
        assert!(found("N107", &format!("{en}{}", way("workaround"))).is_empty());
    }

    #[test]
    fn nothing_said_is_not_clean() {
        assert!(lacks("N107", "").is_some());
    }
}
