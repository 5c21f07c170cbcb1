//! A value position that the plan's own prices deny.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::{AlternativeKind, Position};
use crate::checks::context::{has, id, mentions, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{Alternative, Product, Proposition};
use crate::plan::{Sp, Str};
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "V312",
    name: "price-quality-position-contradiction",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Value,
    title: Text::new("Price denies the value position", "价值定位自相矛盾"),
    why: Text::new(
        "Five value positions win; each says how your price stands beside the others', and the price must agree (Kotler and Armstrong).",
        "能取胜的价值定位有五种，每一种都说明了价格与别人相比处在哪里，标价必须与之一致（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "Which is meant: the position or the price?",
        "到底以哪个为准，定位还是价格？",
    ),
    page: include_str!("price_quality_position_contradiction.md"),
    check,
};

/// “The same price” may be out by a quarter: sizes and shops differ.
const SAME: Decimal = Decimal::from_parts(125, 0, 0, false, 2);

/// Words for a price that is not meant to last.
const FOR_NOW: &[&str] = &[
    "introductory",
    "launch price",
    "opening price",
    "opening offer",
    "until ",
    "pilot price",
    "首发",
    "开业",
    "试运营",
    "限时",
    "尝鲜",
    "推广期",
    "之前",
    "截止",
];

const TOO_LOW: Text = Text::new(
    "“{0}” asks more for more, but its price, {1} at most, is below that of “{2}”, {3}.",
    "“{0}”定位高质高价，可是最高也只卖{1}，低于“{2}”的{3}。",
);
const TOO_HIGH: Text = Text::new(
    "“{0}” promises to cost less, but its price, {1} at least, is not below that of “{2}”, {3}.",
    "“{0}”定位是价格更低，可是最低也要{1}，并不低于“{2}”的{3}。",
);
const NOT_SAME: Text = Text::new(
    "“{0}” promises more for the same price, but its price, {1} at least, is far above that of “{2}”, {3}.",
    "“{0}”定位高质同价，可是最低也要{1}，远高于“{2}”的{3}。",
);

const UNLIKE: Text = Text::new(
    "“{0}” and its price, {1}, do not agree beside “{2}”, {3}; but only some of the prices say for how long or how much, so they may not be comparable.",
    "与“{2}”的{3}相比，“{0}”的定位和自己的{1}对不上；不过只有部分价格写明了按多久、多少计价，未必可以直接比。",
);

/// What a price may be for, with the words that say so. Words that tell as often how long a thing
/// takes or how often it is done, such as “a day”, are left out.
const PER: &[(Per, &str)] = &[
    (Per::Hour, "per hour, hourly, /hour, 每小时, 按小时, /小时"),
    (
        Per::Day,
        "per day, /day, a night, per night, 按天, 按日, /天, 每晚, /晚",
    ),
    (Per::Week, "per week, /week, 按周, /周, 周卡"),
    (
        Per::Month,
        "a month, per month, monthly, /month, every month, 每月, 每个月, 按月, 月费, 包月, 月租, 月卡, /月",
    ),
    (
        Per::Quarter,
        "a quarter, per quarter, quarterly, 每季度, 按季, 季费, 季卡, /季",
    ),
    (
        Per::Year,
        "a year, per year, yearly, /year, annual, annually, per annum, every year, 每年, 按年, 年费, 包年, 年租, 年卡, /年",
    ),
    (
        Per::Person,
        "a head, per head, per person, per guest, 每人, 人均, 按人, /人, /位",
    ),
    (
        Per::Time,
        "per visit, per session, per use, 按次, 单次, /次",
    ),
    (
        Per::Weight,
        "a kilo, per kilo, per kg, /kg, per pound, 每斤, 每公斤, 论斤, /斤, /公斤",
    ),
];

/// What a price is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Per {
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Person,
    Time,
    Weight,
}

static PER_WORDS: LazyLock<Lexicon<Per>> = LazyLock::new(|| {
    let phrases = PER.iter().flat_map(|(per, words)| {
        let words = words.split(',').map(str::trim);
        words.map(|word| (word, *per))
    });
    Lexicon::new(phrases)
});

/// Whether prices are for the same, as far as the plan's words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Footing {
    Same,
    Unclear,
    Other,
}

/// Compares what the words beside each price say that it is for; where none says anything, all
/// are taken as alike.
fn footing(ours: &[&Product<'_>], theirs: &[&Alternative<'_>]) -> Footing {
    let per = |texts: [Option<&Sp<Str<'_>>>; 2]| {
        let texts = texts.into_iter().filter_map(filled);
        let hits = texts.flat_map(|text| PER_WORDS.find(text));
        hits.map(|hit| hit.tag).collect::<BTreeSet<Per>>()
    };
    let priced = ours.iter().filter(|it| it.price.is_some());
    let ours = priced.map(|it| per([it.name.as_ref(), it.price_reason.as_ref()]));
    let theirs = theirs.iter();
    let theirs = theirs.map(|it| per([it.name.as_ref(), it.offer.as_ref()]));
    let (said, silent): (Vec<_>, Vec<_>) = ours.chain(theirs).partition(|it| !it.is_empty());
    if said.windows(2).any(|two| two.first() != two.last()) {
        Footing::Other
    } else if said.is_empty() || silent.is_empty() {
        Footing::Same
    } else {
        Footing::Unclear
    }
}

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut looked = false;
    for row in &context.plan.propositions {
        let Some(position) = &row.position else {
            continue;
        };
        let ours: Vec<&Product<'_>> = products(context, row);
        let prices = || ours.iter().filter_map(|it| Some(it.price.as_ref()?.value));
        let theirs = rivals(context, row);
        let price = |it: &&Alternative<'_>| it.price.as_ref().map_or(Decimal::ZERO, |it| it.value);
        let (Some(low), Some(high)) = (prices().min(), prices().max()) else {
            continue;
        };
        let (Some(cheapest), Some(dearest)) = (
            theirs.iter().copied().min_by_key(price),
            theirs.iter().copied().max_by_key(price),
        ) else {
            continue;
        };
        looked = true;
        let footing = footing(&ours, &theirs);
        if footing == Footing::Other || ours.iter().any(|it| is_for_now(it)) {
            continue;
        }
        let (text, our, rival) = match position.value {
            Position::MoreForMore if high < price(&cheapest) => (TOO_LOW, high, cheapest),
            Position::MoreForSame if low > price(&dearest).saturating_mul(SAME) => {
                (NOT_SAME, low, dearest)
            }
            Position::SameForLess | Position::LessForMuchLess | Position::MoreForLess
                if low >= price(&dearest) =>
            {
                (TOO_HIGH, low, dearest)
            }
            _ => continue,
        };
        let unclear = footing == Footing::Unclear;
        let finding = sink.value(
            row,
            "position",
            position,
            if unclear { UNLIKE } else { text },
            &[
                &crate::plan::Record::name(row).unwrap_or_default(),
                &show(our),
                named(rival.name.as_ref(), rival.id.as_ref()),
                &show(price(&rival)),
            ],
        );
        // What counts as the same price is a matter of judgement.
        if position.value == Position::MoreForSame {
            finding.severity = Severity::Warning;
        }
        if unclear {
            finding.severity = Severity::Advice;
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a value position, our price and that of a direct rival",
            "价值定位、我方价格和直接竞争者的价格",
        ))
    }
}

/// What is sold to the segment of a promise. In a plan of several promises a product must say whom
/// it serves: a price may not be held against another group's position.
fn products<'c, 'p>(context: &Context<'c, 'p>, row: &Proposition<'_>) -> Vec<&'c Product<'p>> {
    let alone = context.plan.propositions.len() == 1;
    let segment = id(row.segment.as_ref());
    let mut rows = context.plan.products.iter().collect::<Vec<_>>();
    rows.retain(|it| {
        segment.is_some_and(|segment| has(&it.segments, segment))
            || (alone && it.segments.is_empty())
    });
    rows
}

/// The direct rivals of a promise that have a price. Substitutes are counted in other units.
fn rivals<'c, 'p>(context: &Context<'c, 'p>, row: &Proposition<'_>) -> Vec<&'c Alternative<'p>> {
    let mut rows: Vec<_> = context.plan.alternatives.iter().collect();
    rows.retain(|it| {
        let meant =
            row.against.is_empty() || id(it.id.as_ref()).is_some_and(|id| has(&row.against, id));
        let direct = it
            .kind
            .as_ref()
            .is_some_and(|it| it.value == AlternativeKind::Direct);
        meant && direct && it.price.as_ref().is_some_and(|it| it.value > Decimal::ZERO)
    });
    rows
}

fn is_for_now(row: &Product<'_>) -> bool {
    filled(row.price_reason.as_ref()).is_some_and(|text| mentions(text, FOR_NOW))
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::testing::{found, lacks, said, severities};

    fn plan(position: &str, ours: u32, theirs: u32, rest: &str) -> String {
        format!(
            "[[value.propositions]]\nid = \"v\"\nposition = \"{position}\"\n\
             [[needs.alternatives]]\nid = \"r\"\nname = \"老字号茶楼\"\nkind = \"direct\"\nprice = {theirs}\n\
             [[mix.products]]\nid = \"p\"\nprice = {ours}\n{rest}"
        )
    }

    #[test]
    fn a_price_against_the_position_is_found() {
        for (position, ours) in [
            ("more-for-more", 80),
            ("same-for-less", 100),
            ("less-for-much-less", 130),
            ("more-for-less", 110),
        ] {
            assert_eq!(
                severities("V312", &plan(position, ours, 100, "")),
                [Severity::Error],
                "{position}"
            );
        }
        assert_eq!(
            severities("V312", &plan("more-for-same", 130, 100, "")),
            [Severity::Warning]
        );
        assert!(said("V312", &plan("more-for-more", 80, 100, ""))[0].contains("“老字号茶楼”的100"));
    }

    #[test]
    fn a_price_that_agrees_or_is_for_now_is_silent() {
        for (position, ours) in [
            ("more-for-more", 120),
            ("more-for-same", 110),
            ("same-for-less", 90),
            ("more-for-less", 0),
        ] {
            assert!(
                found("V312", &plan(position, ours, 100, "")).is_empty(),
                "{position}"
            );
        }
        for reason in ["Introductory until May", "开业三个月限时价"] {
            let rest = format!("price_reason = \"{reason}\"\n");
            assert!(found("V312", &plan("more-for-more", 80, 100, &rest)).is_empty());
        }
    }

    #[test]
    fn prices_for_other_periods_or_amounts_are_not_compared() {
        let plan = |ours: &str, offer: &str| {
            let product = format!("name = \"{ours}\"\n");
            let rival = format!("kind = \"direct\"\noffer = \"{offer}\"\n");
            plan("more-for-more", 9, 90, &product).replace("kind = \"direct\"\n", &rival)
        };
        for (ours, offer) in [
            ("Membership, per month", "A yearly ticket"),
            ("Lunch, 9 a head", "The room, 90 per hour"),
            ("月卡", "年费制，不限次数"),
            ("每月9元", "按年付"),
        ] {
            assert!(found("V312", &plan(ours, offer)).is_empty(), "{ours}");
        }
        for (ours, offer) in [
            ("Membership, per month", "Pay monthly"),
            ("Membership", "All machines, open six days a week"),
            ("月卡", "按月付"),
        ] {
            let found = severities("V312", &plan(ours, offer));
            assert_eq!(found, [Severity::Error], "{ours}");
        }
        for (ours, offer, told) in [
            ("Membership", "A yearly ticket", "only some of the prices"),
            ("会员卡", "年费制", "只有部分价格"),
        ] {
            let plan = plan(ours, offer);
            assert_eq!(severities("V312", &plan), [Severity::Advice], "{ours}");
            assert!(said("V312", &plan)[0].contains(told));
        }
    }

    #[test]
    fn one_product_on_the_right_side_is_enough() {
        let dear = "[[mix.products]]\nid = \"q\"\nprice = 150\n";
        assert!(found("V312", &plan("more-for-more", 80, 100, dear)).is_empty());
        assert!(lacks("V312", &plan("more-for-more", 80, 0, "")).is_some());
        assert!(lacks("V312", "").is_some());
    }
}
