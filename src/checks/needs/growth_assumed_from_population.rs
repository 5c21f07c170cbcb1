//! Growth that comes by itself: from people, incomes or the market.

use std::ops::Range;
use std::sync::LazyLock;

use super::common::{sentences, serves_the_public};
use crate::catalogue::Step;
use crate::catalogue::choices::Scenario;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Record, Sp, Str};
use crate::prose::{Lexicon, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N106",
    name: "growth-assumed-from-population",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new(
        "Growth assumed from population or market",
        "靠人口、收入或市场增长假定增长",
    ),
    why: Text::new(
        "The first belief that undid whole industries was that more and richer people would carry them (Levitt 1960).",
        "让整个行业栽跟头的第一个信念，就是以为人更多、更富了，自己自然跟着长（莱维特，1960）。",
    ),
    ask: Text::new(
        "If the market stood still, what would you do so that more people buy, buy more often or pay more?",
        "假如市场一点不涨，你做什么能让更多人来买、来得更勤，或者愿意多付？",
    ),
    page: include_str!("growth_assumed_from_population.md"),
    check,
};

/// What a word says about growth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// A thing outside that grows by itself.
    Outside,
    /// The market, which is outside only if it is what grows.
    Market,
    /// Growth that is outside by its own words.
    Given,
    /// To grow, of whatever.
    Grow,
    /// That something else grows.
    Grows,
    /// Something that we do, count or win.
    Ours,
}

const WORDS: &[(Word, &str)] = &[
    (
        Word::Outside,
        "population, incomes, household income, disposable income, middle class, demographics, \
        birth rate, birth rates, births, gdp, urbanisation, urbanization, purchasing power, \
        living standards, older people, 人口, 收入水平, 居民收入, 可支配收入, 人均收入, 家庭收入, 中产, \
        城镇化, 城市化, 生育率, 新生儿, 购买力, 生活水平",
    ),
    (
        Word::Market,
        "market, industry, sector, economy, 市场, 行业, 产业, 经济, 大盘",
    ),
    (
        Word::Given,
        "market growth, industry growth, growth of the market, growth of the industry, cagr, \
        growing market, booming market, expanding market, growing industry, booming industry, \
        growing population, growing middle class, more and more people, ageing population, aging population, rising incomes, \
        grow with the market, grows with the market, as fast as the market, 市场增长, 行业增长, \
        行业增速, 市场增速, 行业年增, 复合增长, 复合增速, 老龄化, 银发经济, 消费升级, 经济增长, 朝阳产业, \
        朝阳行业, 风口, 越来越多的人, 与市场同步, 随市场增长, 随行业增长",
    ),
    (
        Word::Grows,
        "grows, growing, will grow, has grown, expands, expanding, is booming, booms, rises, \
        rising, increases, increasing, 增长, 年增, 增速, 扩大, 上升, 增加, 提高, 爆发, 井喷, 上涨",
    ),
    (Word::Grow, "grow, growth, rise, increase, expand, more"),
    (
        Word::Ours,
        "share, penetration, reach, reached, visit, visited, repeat, renew, renewed, renewal, \
        retention, stay with, stays, sign, signed, contract, order, ordered, trial, tried, pilot, \
        test, tested, asked, survey, interview, counted, open, opening, opened, new shop, new store, \
        new outlet, new route, new customer, new home, new line, machine, rack, school, booked, \
        booking, conversion, convert, converted, sold, last year, referral, refer, recommend, \
        campaign, launch, price rise, raise the price, raise prices, capacity, seat, times, each, \
        if the market, if it, flat, without, win, won, enter, we add, we plan, per customer, \
        per household, more often, 份额, 渗透, 复购, 频次, 回头, 续, 新签, 签约, 签了, 新增, 新开, 开店, \
        开业, 门店, 网点, 试点, 试签, 试用, 试卖, 转化, 渠道, 订单, 合同, 客单, 提价, 涨价, 推荐, 老户, \
        老客, 折算, 人次, 每户, 每人, 每店, 每家, 问卷, 访谈, 调查, 去年卖, 预订, 若, 如果, 行动, 投放, \
        开拓, 拓展, 打开, 进入, 争取, 推出, 上线, 不增",
    ),
];

/// Words that make our growth follow from another.
const FOLLOWING: &str = "\
    so will we, so do we, so will our, so our sales, so sales, our sales will, we will grow, \
    we grow, our growth, our revenue will, our sales grow, growth is assured, growth is certain, \
    growth is guaranteed, guarantees growth, guarantees our, sales will follow, sales follow, \
    我们也, 我们的增长, 我们的销售, 我们的业绩, 我们的销量, 公司也, 销量自然, 业绩自然, 自然增长, \
    必然增长, 势必增长, 增长有保证, 增长有保障, 随之增长";

static FOLLOWS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(FOLLOWING));

static LEXICON: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let lists = WORDS.iter();
    Lexicon::new(lists.flat_map(|(tag, list)| list.split(',').map(|word| (word.trim(), *tag))))
});

/// How far the verb may stand behind its market, in bytes: "the market for lift repairs grows".
const NEAR: usize = 40;

/// Words that show that a growth is meant as a rate: a fish market may grow quiet after ten.
static RATE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "%, percent, per cent, a year, per year, every year, annually, yearly, 每年, 年增, 成",
    )
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    // Where more people mean more to help, following them is the task.
    if serves_the_public(context) {
        return Checked::Yes;
    }
    let mut looked = false;
    for row in &plan.forecast {
        // A high case may well rest on luck.
        let case = row
            .scenario
            .as_ref()
            .is_none_or(|it| it.value == Scenario::Base);
        let basis = row.basis.as_ref().filter(|_| case);
        looked |= look(sink, row, "basis", basis, given);
    }
    for row in &plan.groups {
        looked |= look(sink, row, "grow_by", row.grow_by.as_ref(), given);
    }
    // Elsewhere growth outside is mere background, unless ours is said to follow from it.
    for row in &plan.objectives {
        looked |= look(sink, row, "statement", row.statement.as_ref(), followed);
    }
    for row in &plan.forces {
        looked |= look(sink, row, "what", row.what.as_ref(), followed);
        looked |= look(sink, row, "response", row.response.as_ref(), followed);
    }
    let summary = plan.frame.summary.as_ref();
    looked |= look(sink, &plan.frame, "summary", summary, followed);
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a forecast with its basis, or objectives",
            "写明依据的预测，或者目标",
        ))
    }
}

/// Looks at one field; whether there was something to look at.
fn look(
    sink: &mut Sink,
    record: &impl Record,
    key: &str,
    value: Option<&Sp<Str<'_>>>,
    find: fn(&str) -> Option<&str>,
) -> bool {
    let (Some(text), Some(value)) = (filled(value), value) else {
        return false;
    };
    if let Some(words) = find(&unwrapped(text)) {
        let say = Text::new(
            "The growth here comes by itself (“{0}”); nothing that you do has a part in it.",
            "这里的增长是自己来的（“{0}”），没有一样是你做出来的。",
        );
        sink.value(record, key, value, say, &[words]);
    }
    true
}

/// What grows outside, in a text in which nothing of ours does.
fn given(text: &str) -> Option<&str> {
    let hits = LEXICON.find(text);
    let has = |tag: Word| hits.iter().any(|hit| hit.tag == tag);
    if has(Word::Ours) {
        return None;
    }
    let grows = has(Word::Grows) || has(Word::Grow);
    let near = |market: &Range<usize>| {
        hits.iter().any(|hit| {
            hit.tag == Word::Grows
                && hit.range.start >= market.end
                && hit.range.start - market.end <= NEAR
        })
    };
    let hit = hits.iter().find(|hit| match hit.tag {
        Word::Given => true,
        Word::Outside => grows,
        Word::Market => near(&hit.range) && RATE.is_in(text),
        _ => false,
    })?;
    text.get(hit.range.clone())
}

/// The same, where our own growth is said to follow from it.
fn followed(text: &str) -> Option<&str> {
    // Most texts say nothing of the kind, and one look tells.
    FOLLOWS.is_in(text).then(|| {
        let mut following = sentences(text).filter(|it| FOLLOWS.is_in(it));
        following.find_map(given)
    })?
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn basis(text: &str) -> usize {
        let row = format!("[[mix.forecast]]\nid = \"f\"\nbasis = \"{text}\"\n");
        found("N106", &row).len()
    }
    fn summary(text: &str) -> usize {
        found("N106", &format!("[plan]\nsummary = \"{text}\"\n")).len()
    }

    #[test]
    fn a_forecast_that_rests_on_growth_outside_is_found() {
        for text in [
            "Population and incomes grow, so demand grows by 12 % a year.",
            "The market for lift repairs is growing by 6 %.",
            "Industry CAGR of 15 %.",
            "人口和收入都在增长，每年增12%。",
            "行业增速15%，照此推算。",
            "市场每年增长一成。",
        ] {
            assert_eq!(basis(text), 1, "{text}");
        }
        let row = "[[mix.forecast]]\nid = \"f\"\nbasis = \"银发经济年增15%\"\n";
        assert!(said("N106", row)[0].contains("“银发经济”"));
    }

    #[test]
    fn something_of_ours_in_the_same_text_is_enough() {
        for text in [
            "9 points from 40 new homes signed by June, 6 from market growth.",
            "Population grows by 1 %, and one household in five is asked to renew.",
            "27 % of 9,000 reached; 2026 had 1,310 buyers.",
            "9个百分点来自新签40家养老机构，6个来自市场增长；市场不增则为9%。",
            "人口增长1%，去年128户里续约70户。",
            "Four trials a month.",
        ] {
            assert_eq!(basis(text), 0, "{text}");
        }
    }

    #[test]
    fn growth_outside_is_background_until_ours_follows() {
        assert_eq!(
            summary("The population ages and the market grows by 4 % a year."),
            0
        );
        assert_eq!(
            summary("The silver economy is a growing market, and so will we."),
            1
        );
        assert_eq!(summary("本县老龄化加快，市场每年增长。我们上门做饭。"), 0);
        assert_eq!(summary("银发经济年增15%，我们也增15%。"), 1);
    }

    #[test]
    fn a_high_case_and_a_public_body_are_silent() {
        let row = "[[mix.forecast]]\nid = \"f\"\nscenario = \"high\"\nbasis = \"人口增长\"\n";
        assert!(found("N106", row).is_empty());
        let row = "[[mix.forecast]]\nid = \"f\"\nbasis = \"The population grows\"\n";
        assert_eq!(found("N106", row).len(), 1);
        assert!(found("N106", &format!("[plan]\nkind = \"public\"\n{row}")).is_empty());
        assert!(lacks("N106", "").is_some());
    }
}
