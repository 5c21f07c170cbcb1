//! A sentence to or about customers in which only the firm appears.

use std::sync::LazyLock;

use super::common::serves_the_public;
use crate::catalogue::Step;
use crate::catalogue::choices::{BuyerType, Side};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Record, Sp, Str};
use crate::prose::{Hit, Lexicon, people, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N113",
    name: "inside-out-voice",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new("Inside-out voice", "由内而外的口吻"),
    why: Text::new(
        "What the firm wants or is proud of is its own affair; marketing starts with the person outside (Kotler and Armstrong; Lauterborn 1990).",
        "企业想要什么、以什么为荣，是企业自己的事；营销要从外面的那个人出发（科特勒与阿姆斯特朗；劳特朋，1990）。",
    ),
    ask: Text::new(
        "Say it again with the customer as the first word: who, when, and what is different for them?",
        "换成以顾客开头再说一遍：谁、在什么时候、有了什么不同？",
    ),
    page: include_str!("inside_out_voice.md"),
    check,
};

/// What a word tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Us.
    Us,
    /// What we take pride in, by its own words.
    Pride,
    /// A rank, which is ours only if we say that we are it or want to be.
    Rank,
    /// What a firm counts for itself, which is a wish only with a verb of wishing.
    Goal,
    /// To have more of it.
    Raise,
    /// Customers, or a gain that only they can have.
    Them,
}

const WORDS: &[(Word, &str)] = &[
    (
        Word::Us,
        "we, our, ours, us, our company, our brand, our firm, the company, 我们, 我们的品牌, 我司, \
        本公司, 我公司, 本品牌, 本店, 我店, 本集团, 本企业, 咱们, 公司, 品牌需要, 品牌要",
    ),
    (
        Word::Pride,
        "founded in, established in, our heritage, our tradition, stands for, proud to be, \
        proud of our, pride ourselves, award-winning, our awards, years of experience, our expertise, \
        our know-how, our technology, 创立于, 成立于, 始于, 创办于, 始创于, 历史悠久, 多年经验, 实力雄厚, \
        自豪, 荣获, 获奖无数, 自主研发, 核心技术, 做大做强",
    ),
    (
        Word::Rank,
        "leading, leader, market leader, largest, biggest, strongest, oldest, number one, no. 1, \
        world-class, 领先, 领导者, 领军, 龙头, 行业第一, 全国第一, 第一品牌, 最大, 最强, 标杆",
    ),
    (
        Word::Goal,
        "sales, revenue, turnover, profit, profitability, market share, market position, \
        brand awareness, brand image, image, visibility, stock, inventory, surplus, margins, \
        销量, 销售额, 业绩, 营收, 利润, 盈利, 市场份额, 市场地位, 知名度, 品牌形象, 品牌影响力, 影响力, 库存",
    ),
    (
        Word::Raise,
        "raise, increase, boost, grow, clear, improve, strengthen, expand, gain, maximise, maximize, \
        get rid of, 提高, 提升, 扩大, 增加, 增强, 清, 冲, 拉动, 打响, 做大",
    ),
    (
        Word::Them,
        "customer, client, buyer, user, consumer, shopper, visitor, guest, member, together, \
        everybody, easier, easily, fresh, safe, safely, saves, save, saving, help, helps, protect, \
        repair, answer, answers, care for, listen, within, in time, on time, no more, no longer, \
        without, free, guarantee, guaranteed, last, lasts, 顾客, 客户, 用户, 消费者, 会员, 大家, 客人, 买家, \
        居民, 一起, 共同, 携手, 帮, 让, 省, 不用, 不必, 放心, 安心, 安全, 方便, 新鲜, 陪, 守护, 随时, 包退, \
        包换, 免费, 当天, 上门",
    ),
];

/// Missions of which the whole content is that we sell. To provide or supply is no such word: "we
/// supply energy" already looks past the oil.
const SELLING: &str = "\
    we sell, we make, we manufacture, we produce, we rent out, we are a chain, we are a manufacturer, \
    we run, we operate, we export, we import, 我们销售, 我们生产, 我们经营, 我们制造, 我们出售, 我们卖, \
    本公司生产, 本公司经营, 本公司销售, 本公司制造";

static SELLING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(SELLING));

static LEXICON: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let lists = WORDS.iter();
    Lexicon::new(lists.flat_map(|(tag, list)| list.split(',').map(|word| (word.trim(), *tag))))
});

const NEED: Text = Text::new(
    "This need is your own, not a customer's (“{0}”, “{1}”).",
    "这条需要是你自己的，不是顾客的（“{0}”“{1}”）。",
);
const PROMISE: Text = Text::new(
    "Only you appear in this promise (“{0}”, “{1}”); nobody gains anything in it.",
    "这个主张里只有你自己（“{0}”“{1}”），没有谁从中得到什么。",
);
const BENEFIT: Text = Text::new(
    "Only you appear in this benefit (“{0}”, “{1}”); nobody gains anything in it.",
    "这项利益里只有你自己（“{0}”“{1}”），没有谁从中得到什么。",
);
const MESSAGE: Text = Text::new(
    "The message speaks of you alone (“{0}”, “{1}”), not of the one who reads it.",
    "这条信息只说你自己（“{0}”“{1}”），没有说到看它的人。",
);
const SALE: Text = Text::new(
    "The mission tells only what you do (“{0}”), not for whom or what for.",
    "使命只说了你做什么（“{0}”），没有说为了谁、为了什么。",
);
const MISSION: Text = Text::new(
    "The mission tells what you want to be (“{0}”, “{1}”), not for whom.",
    "使命说的是你想成为什么（“{0}”“{1}”），没有说为了谁。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = false;
    // Customers that are firms speak of stock and sales themselves, and in their own voice.
    let firms = plan.segments.iter().any(|row| {
        row.buyer_type
            .as_ref()
            .is_some_and(|it| it.value != BuyerType::Consumption)
    });
    for row in &plan.customer_needs {
        let own = !firms && filled(row.who.as_ref()).is_none_or(is_us);
        let value = row.need.as_ref().filter(|_| own);
        looked |= filled(row.need.as_ref()).is_some();
        look(sink, row, "need", value, NEED);
    }
    // What is told to donors and helpers is about the cause, and we is all of us.
    let helpers = |id: Option<&Sp<Str<'_>>>| {
        id.is_some_and(|id| {
            let side = context.segment(id).and_then(|row| row.side.as_ref());
            side.is_some_and(|it| matches!(it.value, Side::Donors | Side::Volunteers))
        })
    };
    for row in &plan.propositions {
        let value = row
            .statement
            .as_ref()
            .filter(|_| !helpers(row.segment.as_ref()));
        looked |= look(sink, row, "statement", value, PROMISE);
    }
    for row in &plan.benefits {
        looked |= look(sink, row, "benefit", row.benefit.as_ref(), BENEFIT);
    }
    for row in &plan.messages {
        let value = row.text.as_ref().filter(|_| !helpers(row.segment.as_ref()));
        looked |= look(sink, row, "text", value, MESSAGE);
    }
    // The mission of a charity may name its cause and no customer.
    if !serves_the_public(context) {
        let mission = plan.frame.mission.as_ref();
        looked |= look(sink, &plan.frame, "mission", mission, MISSION);
        if let (Some(text), Some(value)) = (filled(mission), mission)
            && let Some(words) = only_sells(&unwrapped(text))
        {
            sink.value(&plan.frame, "mission", value, SALE, &[words]);
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a need, a promise or a message in words",
            "写出来的需要、主张或信息",
        ))
    }
}

/// Whether a text says that we are the ones.
fn is_us(text: &str) -> bool {
    LEXICON.find(text).iter().any(|hit| hit.tag == Word::Us)
}

/// Looks at one field; whether there was something to look at.
fn look(
    sink: &mut Sink,
    record: &impl Record,
    key: &str,
    value: Option<&Sp<Str<'_>>>,
    say: Text,
) -> bool {
    let (Some(text), Some(value)) = (filled(value), value) else {
        return false;
    };
    let text = unwrapped(text);
    if let Some((us, ourselves)) = inside_out(&text) {
        sink.value(record, key, value, say, &[us, ourselves]);
        // The sentence is to be written anew: its praise goes with it.
        sink.explains("generic-superlative-proposition", record.path(key));
    }
    true
}

/// The words that show that a text has us in it, our wishes or our pride, and nobody else.
fn inside_out(text: &str) -> Option<(&str, &str)> {
    // What is quoted is said by someone else.
    if text.starts_with(['"', '“', '\'', '‘', '「']) {
        return None;
    }
    let hits = LEXICON.find(text);
    let word = |hit: &Hit<Word>| text.get(hit.range.clone());
    let first = |tag: Word| hits.iter().find(|hit| hit.tag == tag).and_then(word);
    let pride = first(Word::Pride);
    // A country is written in capitals.
    let mut us = hits
        .iter()
        .filter(|hit| hit.tag == Word::Us)
        .filter_map(word);
    let us = us
        .find(|it| *it != "US")
        .or(pride.filter(|it| starts_with_our(it)))?;
    let rank = || {
        let mut ranks = hits.iter().filter(|hit| hit.tag == Word::Rank);
        ranks
            .find(|hit| is_said_of_us(text, hit.range.start))
            .and_then(word)
    };
    let goal = || first(Word::Raise).and_then(|_| first(Word::Goal));
    let ourselves = pride.or_else(rank).or_else(goal)?;
    let others =
        first(Word::Them).is_some() || people::names_people(text) || people::compares(text);
    (!others && !measures(text)).then_some((us, ourselves))
}

/// The words by which a mission says that we sell, where it says nothing else: no people, no lack,
/// no gain.
fn only_sells(text: &str) -> Option<&str> {
    let words = SELLING_WORDS.find(text).into_iter().next()?;
    // "We make" is ours; "We make Mondays easier" is someone's Monday.
    let gains = || LEXICON.find(text).iter().any(|hit| hit.tag == Word::Them);
    // "We do not sell coffee but an hour of quiet."
    let denies = text.contains("不是") || text.contains("不只") || text.contains(" not ");
    let holds = denies
        || inside_out(text).is_some()
        || people::names_people(text)
        || people::speaks_of_need(text)
        || people::compares(text)
        || gains();
    if holds { None } else { text.get(words.range) }
}

fn starts_with_our(word: &str) -> bool {
    word.get(..4)
        .is_some_and(|it| it.eq_ignore_ascii_case("our "))
}

/// Whether "we are" or "we want to be" stands shortly before a rank: the largest trees that we
/// measure are not us.
fn is_said_of_us(text: &str, rank: usize) -> bool {
    let before = text.get(..rank).unwrap_or_default();
    let start = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    let near = before.get(start..).unwrap_or_default();
    let being = [" are ", " is ", " be ", " become ", "是", "成为", "做"];
    being.iter().any(|it| near.contains(it))
}

/// Whether a number stands in a text that is not a year: then something can be counted on.
fn measures(text: &str) -> bool {
    let mut numbers = text.split(|it: char| !it.is_ascii_digit());
    let is_year = |it: &str| it.len() == 4 && it.starts_with(['1', '2']);
    numbers.any(|it| !(it.is_empty() || is_year(it)))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn need(need: &str, more: &str) -> usize {
        let row = format!("[[needs.customer_needs]]\nid = \"n\"\nneed = \"{need}\"\n{more}");
        found("N113", &row).len()
    }
    fn promise(text: &str) -> usize {
        let row = format!("[[value.propositions]]\nid = \"p\"\nstatement = \"{text}\"\n");
        found("N113", &row).len()
    }

    #[test]
    fn our_own_affairs_are_found() {
        assert_eq!(need("We need to clear stock by May.", ""), 1);
        assert_eq!(need("我们需要五月前清库存", ""), 1);
        assert_eq!(promise("We are the leading bakery in town, since 1998."), 1);
        assert_eq!(promise("我们是行业龙头，始于1998年。"), 1);
        assert_eq!(
            promise("Our company, founded in 1921, stands for quality."),
            1
        );
        assert_eq!(need("We need to raise our sales.", ""), 1);
        let message = "[[mix.messages]]\nid = \"m\"\ntext = \"本公司荣获多项大奖\"\n";
        let said = said("N113", message);
        assert!(said[0].contains("“本公司”“荣获”"), "{said:?}");
        let mission = "[plan]\nmission = \"We want to be number one in the region.\"\n";
        assert_eq!(found("N113", mission)[0].path, "plan.mission");
    }

    #[test]
    fn we_with_a_customer_or_a_gain_passes() {
        for text in [
            "We repair your bicycle before the early shift.",
            "We answer within an hour, as the leading house does.",
            "Our expertise means that you sleep.",
            "Small, frequent deliveries.",
            "我们是行业龙头，顾客当天就能收到。",
            "我们上门收衣服，周日送回。",
            "全城领先的速度",
            "Our largest loaf ever",
            "We measure the largest trees in the county.",
            "We keep our sales floor quiet.",
        ] {
            assert_eq!(promise(text), 0, "{text}");
        }
    }

    #[test]
    fn customers_that_speak_for_themselves_are_silent() {
        assert_eq!(need("We never know when the bus comes.", ""), 0);
        assert_eq!(need("“We need to clear stock by May.”", ""), 0);
        assert_eq!(
            need("We need to clear stock by May.", "who = \"shop owners\"\n"),
            0
        );
        assert_eq!(need("我们需要五月前清库存", "who = \"镇上的店主\"\n"), 0);
        let firms = "[[targeting.segments]]\nid = \"s\"\nbuyer_type = \"resale\"\n";
        assert_eq!(need("我们要清库存", firms), 0);
        assert_eq!(need("我们要清库存", "who = \"我们公司\"\n"), 1);
    }

    #[test]
    fn a_mission_that_only_sells_is_found() {
        let mission = |text: &str| found("N113", &format!("[plan]\nmission = \"{text}\"\n")).len();
        assert_eq!(mission("We sell grass seed and fertiliser."), 1);
        assert_eq!(mission("我们销售运动鞋和运动服装。"), 1);
        assert_eq!(mission("We make Mondays easier."), 0);
        assert_eq!(mission("We supply energy."), 0);
        assert_eq!(mission("我们卖的不是咖啡，是一个钟头的清静。"), 0);
        assert_eq!(mission("We sell seed that farmers can keep."), 0);
        assert_eq!(mission("我们卖菜，让双职工晚上吃上热饭。"), 0);
    }

    #[test]
    fn praise_in_the_same_sentence_is_told_once() {
        let plan = "farsight = 1\n[[value.propositions]]\nid = \"p\"\nstatement = \"We are the leading, world-class house.\"\n";
        let findings = crate::checks::check_text(plan).findings;
        let names: Vec<_> = findings.iter().map(|it| it.rule.name).collect();
        assert!(names.contains(&"inside-out-voice"), "{names:?}");
        assert!(
            !names.contains(&"generic-superlative-proposition"),
            "{names:?}"
        );
    }

    #[test]
    fn helpers_and_charities_are_spoken_to_otherwise() {
        let plan = "[[targeting.segments]]\nid = \"d\"\nside = \"donors\"\n[[mix.messages]]\nid = \"m\"\nsegment = \"d\"\ntext = \"我们是最大的河流保护组织\"\n";
        assert!(found("N113", plan).is_empty());
        let mission = "[plan]\nkind = \"non-profit\"\nmission = \"We want to be the leading voice of the river.\"\n";
        assert!(found("N113", mission).is_empty());
        assert!(lacks("N113", "").is_some());
    }
}
