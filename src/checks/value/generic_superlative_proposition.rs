//! Praise that any rival could sign.

use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::checks::context::{id, listed};
use crate::checks::{Checked, Context, Rule, Severity, Sink, Words, filled};
use crate::plan::records::Benefit;
use crate::prose::{Lexicon, likeness, people, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V307",
    name: "generic-superlative-proposition",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Value,
    title: Text::new("Praise that any rival could use", "空泛的自夸"),
    why: Text::new(
        "A sentence that every rival could sign gives nobody a place in the customer's mind (Ries and Trout 1981).",
        "哪家对手都能照说的话，在顾客心里占不下位置（里斯与特劳特，1981）。",
    ),
    ask: Text::new(
        "What exactly can this customer count on, by when or by how much, that a rival would not dare to sign?",
        "这位顾客到底能指望什么：多快、多少？哪一句是对手不敢照说的？",
    ),
    page: include_str!("generic_superlative_proposition.md"),
    check,
};

const PROMISE: Text = Text::new(
    "The promise is made of words that any rival could use ({0}): no customer, no number, no comparison, no benefit.",
    "这个主张用的是谁都能说的话（{0}），没有具体的顾客、数字和比较，也没有利益。",
);
const MESSAGE: Text = Text::new(
    "The message is made of words that any rival could use ({0}), and carries no benefit.",
    "这条信息用的是谁都能说的话（{0}），没有落到具体的利益。",
);

/// So much of a benefit must stand in the sentence for it to be told there.
const TOLD: f64 = 0.5;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = false;
    for row in &plan.propositions {
        let Some((text, value)) = filled(row.statement.as_ref()).zip(row.statement.as_ref()) else {
            continue;
        };
        looked = true;
        let told = |it: &Benefit<'_>| {
            filled(it.benefit.as_ref()).is_some_and(|benefit| {
                generic(context, benefit).is_none() && likeness(benefit, text) >= TOLD
            })
        };
        let Some(words) = generic(context, text) else {
            continue;
        };
        // A benefit elsewhere does not make the sentence better: it must be told in it.
        let tied = id(row.id.as_ref()).is_some_and(|id| context.benefits(id).any(told));
        if !tied {
            sink.value(row, "statement", value, PROMISE, &[&words]);
        }
    }
    for row in &plan.messages {
        let Some((text, value)) = filled(row.text.as_ref()).zip(row.text.as_ref()) else {
            continue;
        };
        looked = true;
        if let (None, Some(words)) = (&row.benefit, generic(context, text)) {
            sink.value(row, "text", value, MESSAGE, &[&words]);
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("a promise or a message", "主张或信息"))
    }
}

/// The words of praise in a text that says nothing else to hold on to.
fn generic(context: &Context, text: &str) -> Option<String> {
    let text = unwrapped(text);
    let words = &context.settings.words;
    let mut praise = people::praise(&text);
    praise.extend(Words::found(&words.superlatives, &text));
    praise.retain(|word| !words.allows(word));
    if praise.is_empty() {
        return None;
    }
    // One word of praise may stand beside a plain gain; two drown it.
    let plain_gain = praise.len() == 1 && people::speaks_of_need(&text);
    let holds =
        plain_gain || people::names_group(&text) || people::compares(&text) || counts(&text);
    (!holds).then(|| listed(&praise))
}

/// Numbers that only boast.
const BOASTS: &[&str] = &[
    "no. 1", "no 1", "no.1", "#1", "number 1", "top 10", "100%", "100 %", "24/7", "360°", "7×24",
    "7*24", "第1",
];

static NUMBER_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list("two, three, four, five, six, seven, ten, twelve, twenty, thirty, half, dozen")
});

/// Whether a text has a number that could be held against it.
fn counts(text: &str) -> bool {
    let mut pairs = text.chars().zip(text.chars().skip(1));
    let chinese = pairs.any(|(number, unit)| {
        "一两二三四五六七八九十百千半".contains(number)
            && "秒天周年个次元块成倍公米户家小".contains(unit)
    });
    if chinese || text.contains("分钟") || NUMBER_WORDS.is_in(text) {
        return true;
    }
    let has_digit = |text: &str| text.chars().any(|it| it.is_ascii_digit());
    has_digit(text) && {
        let text = text.to_lowercase();
        let bare = BOASTS
            .iter()
            .fold(text, |text, boast| text.replace(boast, " "));
        has_digit(&bare)
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn promise(text: &str, rest: &str) -> String {
        format!("[[value.propositions]]\nid = \"p\"\nstatement = \"{text}\"\n{rest}\n")
    }
    fn one(text: &str) -> usize {
        found("V307", &promise(text, "")).len()
    }

    #[test]
    fn praise_alone_is_found_and_named() {
        let said_en = said(
            "V307",
            &promise("The leading one-stop partner for your business.", ""),
        );
        assert!(said_en[0].contains("(leading, one-stop)"), "{said_en:?}");
        assert_eq!(one("High-quality products and attentive service"), 1);
        assert_eq!(one("No. 1 in quality, best service"), 1);
        let said_zh = said("V307", &promise("产品优质，服务周到", ""));
        assert!(said_zh[0].contains("（优质、周到）"), "{said_zh:?}");
        assert_eq!(one("行业领先的一站式平台，赋能美好生活"), 1);
    }

    #[test]
    fn a_customer_a_number_or_a_comparison_holds_it() {
        assert_eq!(one("The best bread for night nurses"), 0);
        assert_eq!(
            one("Excellent repair: it works again within 24 hours or costs nothing"),
            0
        );
        assert_eq!(one("Better lunch than the canteen, of high quality"), 0);
        assert_eq!(one("Warm food in a cold hall"), 0);
        assert_eq!(one("给夜班护士的优质早餐"), 0);
        assert_eq!(one("优质维修，24小时内修好，否则免单"), 0);
        assert_eq!(one("优质维修，两天修好"), 0);
        assert_eq!(one("比食堂热乎，品质一流"), 0);
        assert_eq!(one("冷天里的一口热饭"), 0);
    }

    #[test]
    fn a_benefit_must_be_told_in_the_promise() {
        let benefit = |text: &str| {
            format!("[[value.benefits]]\nid = \"b\"\nproposition = \"p\"\nbenefit = \"{text}\"\n")
        };
        for (statement, told, elsewhere) in [
            (
                "Premium, seamless service: the machine runs again tomorrow",
                "The machine runs again tomorrow",
                "Four sensors and a steel lid",
            ),
            ("优质、贴心，洗衣机明早照转", "洗衣机明早照转", "四个传感器"),
        ] {
            assert!(found("V307", &promise(statement, &benefit(told))).is_empty());
            assert_eq!(
                found("V307", &promise(statement, &benefit(elsewhere))).len(),
                1
            );
        }
    }

    #[test]
    fn to_be_the_first_is_told_once_by_the_rule_on_ranks() {
        for text in [
            "首创把资源、互动和积分合为一体的平台",
            "The first of its kind platform",
        ] {
            assert_eq!(one(text), 0, "{text}");
            assert_eq!(found("X622", &promise(text, "")).len(), 1, "{text}");
        }
    }

    #[test]
    fn messages_are_read_too() {
        let message = |text: &str| format!("[[mix.messages]]\nid = \"m\"\ntext = \"{text}\"\n");
        assert_eq!(
            found("V307", &message("World-class quality"))[0].path,
            "mix.messages.m.text"
        );
        assert_eq!(found("V307", &message("匠心品质，尊享生活")).len(), 1);
        assert!(found("V307", &message("Open until two at night")).is_empty());
        assert!(lacks("V307", "").is_some());
    }
}
