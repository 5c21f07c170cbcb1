//! A claim to be the first, the only one or the most, with nothing to show for it.

use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::checks::context::id;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::prose::{Lexicon, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X622",
    name: "first-or-only-unproved",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Value,
    title: Text::new("First or only, unproved", "首创、唯一没有依据"),
    why: Text::new(
        "To be first or alone is a fact about all others, so it needs a look at all others before it is published (US Federal Trade Commission, advertising substantiation policy, 1984).",
        "“首创”“唯一”说的是所有同行的事实，公布之前就要查过所有同行（美国联邦贸易委员会《广告证实政策声明》，1984）。",
    ),
    ask: Text::new(
        "Where did you look, when, and whom did you find; or what can a customer check instead?",
        "你在哪里、什么时候查过，查到了谁？还是换一句顾客自己能核对的话？",
    ),
    page: include_str!("first_or_only_unproved.md"),
    check,
};

/// Words that rank us before everybody.
static CLAIMS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "first and only, world's first, the world's only, country's first, industry's first, \
         city's first, town's first, first of its kind, first to offer, first to combine, \
         the only one, the only provider, the only place, the only shop, the only company, \
         the only firm, the only brand, the only app, the only platform, the only product, \
         the only service, the only school, the only gym, nobody else offers, no one else offers, \
         fastest, cheapest, safest, healthiest, lowest price, number one, \
         首创, 首个, 首家, 首款, 国内第一, 全国第一, 全市第一, 行业第一, 全网第一, 第一家, 唯一一家, \
         唯一一款, 唯一能, 唯一的品牌, 唯一的平台, 独家, 最快, 最便宜, 最安全, 最健康, 最低价, \
         最全的, 最权威",
    )
});

/// Words after which the sentence is no claim: the best for whom, or a promise to look.
static MODEST: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "one of the, among the, not the, as far as we know, guarantee, guaranteed, money back, refund, \
         or it is free, 之一, 不是, 并非, 据我们所知, 退款, 退差价, 赔, 免单",
    )
});

const PROMISE: Text = Text::new(
    "The promise says “{0}”, and no benefit of it has a proof.",
    "这个主张说了“{0}”，而它的利益都没有证明。",
);
const MESSAGE: Text = Text::new(
    "The message says “{0}”, and carries no benefit that could prove it.",
    "这条信息说了“{0}”，又没有对应任何可以证明它的利益。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = false;
    for row in &plan.propositions {
        let Some((text, value)) = filled(row.statement.as_ref()).zip(row.statement.as_ref()) else {
            continue;
        };
        looked = true;
        let Some(word) = claim(text) else { continue };
        let proved = id(row.id.as_ref()).is_some_and(|id| {
            let mut benefits = context.benefits(id);
            benefits.any(|benefit| context.is_proved(benefit))
        });
        // A short plan keeps its benefits beside the promise.
        let near = context.is_short() && plan.benefits.iter().any(|row| context.is_proved(row));
        if !proved && !near {
            sink.value(row, "statement", value, PROMISE, &[&word]);
            sink.explains(
                "generic-superlative-proposition",
                crate::plan::Record::path(row, "statement"),
            );
        }
    }
    for row in &plan.messages {
        // What tells a benefit is held against the proof of that benefit elsewhere.
        if row.benefit.is_some() {
            continue;
        }
        let Some((text, value)) = filled(row.text.as_ref()).zip(row.text.as_ref()) else {
            continue;
        };
        looked = true;
        if let Some(word) = claim(text) {
            sink.value(row, "text", value, MESSAGE, &[&word]);
            sink.explains(
                "generic-superlative-proposition",
                crate::plan::Record::path(row, "text"),
            );
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("a promise or a message", "主张或信息"))
    }
}

fn claim(text: &str) -> Option<String> {
    let text = unwrapped(text);
    let hit = CLAIMS.find(&text).into_iter().next()?;
    // “最快30分钟” tells how long it takes.
    let counts = |it: char| it.is_ascii_digit() || "一二两三四五六七八九十半".contains(it);
    let rest = text.get(hit.range.end..)?;
    if rest.trim_start().starts_with(counts) {
        return None;
    }
    if MODEST.is_in(&text) {
        return None;
    }
    Some(text.get(hit.range)?.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn plan(statement: &str, more: &str) -> String {
        format!("[[value.propositions]]\nid = \"p\"\nstatement = \"{statement}\"\n{more}")
    }

    #[test]
    fn first_only_and_most_are_claims() {
        for text in [
            "The first and only ferry with a library.",
            "The fastest shoe repair in the valley.",
            "首创把题库和游戏合为一体的平台",
            "全城最便宜的洗车",
        ] {
            assert_eq!(
                found("X622", &plan(text, ""))[0].path,
                "value.propositions.p.statement",
                "{text}"
            );
        }
        assert!(said("X622", &plan("首创的平台", ""))[0].contains("“首创”"));
        let message = "[[mix.messages]]\nid = \"m\"\ntext = \"独家配方\"\n";
        assert_eq!(found("X622", message)[0].path, "mix.messages.m.text");
    }

    #[test]
    fn first_things_and_modest_words_are_none() {
        for text in [
            "Your first class is free.",
            "The only thing you bring is a towel.",
            "One of the fastest repairs in town.",
            "第一次来免费",
            "全城最快的维修之一",
            "最快30分钟送到",
            "Lowest price, or your money back",
            "你唯一要做的是按下按钮",
        ] {
            assert!(found("X622", &plan(text, "")).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_proved_benefit_holds_it() {
        let proof = "[[value.benefits]]\nid = \"b\"\nproposition = \"p\"\nbenefit = \"修得快\"\nproof = \"同城八家计时对比\"\n";
        assert!(found("X622", &plan("全城最快的维修", proof)).is_empty());
        let bare = proof.replace("proof = \"同城八家计时对比\"\n", "");
        assert_eq!(found("X622", &plan("The fastest repair", &bare)).len(), 1);
        assert!(lacks("X622", "").is_some());
    }
}
