//! A target that is to pay, and nothing that shows that it can and will.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::common::{has_number, serves_the_public};
use crate::catalogue::Step;
use crate::catalogue::choices::{PriceBasis, RevenueModel, Side};
use crate::checks::context::{has, id, is, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{CustomerNeed, Segment};
use crate::plan::{Sp, Str};
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N112",
    name: "demand-without-purchasing-power",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new("Demand without purchasing power", "没有购买力的“需求”"),
    why: Text::new(
        "A want becomes a demand only where people can pay for it and mean to (Kotler and Armstrong).",
        "欲望有购买力支撑、人们也愿意掏钱，才成为需求（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "What do they give today, in money or time, to get by without you, and who holds the purse?",
        "没有你的时候，他们为此花多少钱、多少时间？钱由谁出？",
    ),
    page: include_str!("demand_without_purchasing_power.md"),
    check,
};

/// Words of what people have or give.
const PAYING: &str = "\
    income, wage, salary, salaries, budget, spend, spent, spends, spending, pay, pays, paid, \
    payer, afford, earn, buy, buys, bought, cost, price, fee, subscription, subscribe, insurance, \
    grant, allowance, hire, rent, invoice, turnover, 收入, 工资, 月薪, 薪, 预算, 花费, 花钱, 花了, \
    花掉, 支出, 开支, 付, 买, 掏钱, 自费, 费用, 价, 元, 补贴, 报销, 医保, 生活费, 零花钱, 租";

/// Words of what they give instead of money.
const EFFORT: &str = "\
    queue, drive, travel, walk to, wait, hour, day, evening, by hand, 排队, 宁可, 跑去, 跑到, 开车, 坐车, \
    小时, 等, 自己动手, 半天, 整天";

/// Words that hope for buyers.
const HOPING: &str = "\
    huge, enormous, massive, strong demand, high demand, great demand, large demand, big demand, \
    growing demand, great interest, strong interest, lots of interest, would love, expected, \
    potential, 巨大, 旺盛, 强烈, 广阔, 很大, 潜力, 火爆, 前景, 刚需, 日益增长, 越来越大";

static PAYING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(PAYING));
static EFFORT_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(EFFORT));
static HOPING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(HOPING));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    for row in &plan.customer_needs {
        if let (Some(text), Some(value)) = (filled(row.demand.as_ref()), &row.demand)
            && is_hope(text)
        {
            let say = Text::new(
                "The demand “{0}” hopes for buyers, but tells nothing that anybody gives today.",
                "需求“{0}”只是盼着有人买，没写如今有谁付出了什么。",
            );
            sink.value(row, "demand", value, say, &[text]);
        }
    }
    // Where nothing is sold, something else than money is given.
    if serves_the_public(context) {
        return Checked::Yes;
    }
    if !has_a_price(context) {
        return Checked::Lacks(Text::new("a price or revenue", "价格或收入"));
    }
    let mut looked = false;
    for segment in context.targets().filter(|row| buys(context, row)) {
        looked = true;
        let needs = || segment.needs.iter().filter_map(|id| context.need(id));
        // Its demand is in question already: that is the same gap.
        let hopes = needs().any(|need| filled(need.demand.as_ref()).is_some_and(is_hope));
        let shown = hopes
            || tells(context, segment)
            || needs().any(|need| shows(context, need))
            || pays_elsewhere(context, segment)
            || pays_us(context, segment);
        if !shown {
            let say = Text::new(
                "Nothing shows that “{0}” can and will pay: no income, no budget, no spending on what they use today, no tested price.",
                "看不出“{0}”有能力也愿意付钱：没有收入或预算，没有如今为此花的钱，也没有试过价格。",
            );
            let name = named(segment.name.as_ref(), segment.id.as_ref());
            sink.missing(segment, "annual_spend", say, &[name]);
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a target segment with its needs",
            "写明需要的目标细分",
        ))
    }
}

fn is_hope(text: &str) -> bool {
    HOPING_WORDS.is_in(text)
        && !has_number(text)
        && !PAYING_WORDS.is_in(text)
        && !EFFORT_WORDS.is_in(text)
}

/// Whether anything in the plan is to be paid for.
fn has_a_price(context: &Context) -> bool {
    let plan = context.plan;
    let is_some = |it: &Option<Sp<Decimal>>| it.as_ref().is_some_and(|it| it.value > Decimal::ZERO);
    is_some(&plan.totals.revenue)
        || plan
            .products
            .iter()
            .any(|row| is_some(&row.price) || is_some(&row.net_price))
        || plan.forecast.iter().any(|row| is_some(&row.price))
        || plan.revenue_streams.iter().any(|row| {
            row.model.as_ref().is_some_and(|it| {
                matches!(
                    it.value,
                    RevenueModel::Sale | RevenueModel::Subscription | RevenueModel::Usage
                )
            })
        })
}

/// Whether a target pays with money and is described far enough to ask.
fn buys(context: &Context, segment: &Segment<'_>) -> bool {
    let side = segment
        .side
        .as_ref()
        .is_none_or(|it| it.value == Side::Buyers);
    let payer = || {
        let mut streams = context.plan.revenue_streams.iter();
        id(segment.id.as_ref()).is_some_and(|id| streams.any(|row| is(row.payer.as_ref(), id)))
    };
    !segment.needs.is_empty() && (side || payer())
}

/// Whether the segment itself tells of money, or of another who pays.
fn tells(context: &Context, segment: &Segment<'_>) -> bool {
    let speaks = |text: &Option<Sp<Str<'_>>>| {
        filled(text.as_ref()).is_some_and(|text| PAYING_WORDS.is_in(text))
    };
    segment.annual_spend.is_some()
        || filled(segment.payer.as_ref()).is_some()
        || speaks(&segment.description)
        || speaks(&segment.name)
        || speaks(&segment.reason)
        || context.is_unknown(segment, "annual_spend")
}

/// Whether a need comes with what people give for it, or its evidence does.
fn shows(context: &Context, need: &CustomerNeed<'_>) -> bool {
    let evidence = || {
        let mut rows = need.evidence.iter().filter_map(|id| context.evidence(id));
        rows.any(|row| {
            let lines = || row.results.iter().map(|it| it.value.as_ref());
            let told = || filled(row.finding.as_ref()).into_iter().chain(lines());
            told().any(|text| PAYING_WORDS.is_in(text))
        })
    };
    filled(need.demand.as_ref()).is_some() || evidence()
}

/// Whether these people pay for another way; one whose needs are not told may be theirs.
fn pays_elsewhere(context: &Context, segment: &Segment<'_>) -> bool {
    let theirs = |serves: &[Sp<Str<'_>>]| {
        serves.is_empty()
            || serves
                .iter()
                .any(|it| has(&segment.needs, it) || context.need(it).is_none())
    };
    context.plan.alternatives.iter().any(|row| {
        row.price
            .as_ref()
            .is_some_and(|it| it.value > Decimal::ZERO)
            && theirs(&row.serves)
    })
}

/// Whether a price was set by what these people can pay, or they pay it already.
fn pays_us(context: &Context, segment: &Segment<'_>) -> bool {
    let reasoned = context.products(segment).into_iter().any(|row| {
        let basis =
            |it: &Sp<PriceBasis>| matches!(it.value, PriceBasis::Value | PriceBasis::Budget);
        row.price_basis.iter().any(basis) && filled(row.price_reason.as_ref()).is_some()
    });
    let groups = || {
        let own = id(segment.id.as_ref()).into_iter();
        let mut rows = own.flat_map(|id| context.groups_for(id));
        rows.any(|row| row.category_spend.is_some() || row.average_purchase.is_some())
    };
    reasoned || groups()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const PRICE: &str = "[[mix.products]]\nid = \"p\"\nprice = 600\n";

    fn plan(name: &str, segment: &str, need: &str) -> String {
        format!(
            "{PRICE}[[needs.customer_needs]]\nid = \"n\"\n{need}\n[[targeting.segments]]\nid = \"s\"\n\
            name = \"{name}\"\nneeds = [\"n\"]\ndecision = \"target\"\n{segment}\n"
        )
    }

    #[test]
    fn a_target_that_shows_no_money_is_found() {
        let en = plan("Students before exams", "", "need = \"To pass\"");
        assert!(said("N112", &en)[0].contains("“Students before exams” can and will pay"));
        let zh = plan("考前的学生", "", "need = \"考试过关\"");
        assert!(said("N112", &zh)[0].contains("看不出“考前的学生”"));
        assert_eq!(
            found("N112", &zh)[0].path,
            "targeting.segments.s.annual_spend"
        );
    }

    #[test]
    fn any_sign_of_money_is_enough() {
        for segment in [
            "annual_spend = 500",
            "payer = \"their parents\"",
            "description = \"家里每月补习支出400元以上\"",
            "side = \"beneficiaries\"",
        ] {
            assert!(
                found("N112", &plan("Pupils", segment, "")).is_empty(),
                "{segment}"
            );
        }
        let demand = plan("学生", "", "demand = \"家长每月补习支出400到700元\"");
        assert!(found("N112", &demand).is_empty());
        let other = "[[needs.alternatives]]\nid = \"a\"\nprice = 80\nserves = [\"n\"]\n";
        assert!(found("N112", &format!("{}{other}", plan("Pupils", "", ""))).is_empty());
        let evidence =
            "[[needs.evidence]]\nid = \"e\"\nfinding = \"31 parents spend 400 to 700\"\n";
        let shown = plan("Pupils", "", "evidence = [\"e\"]");
        assert!(found("N112", &format!("{shown}{evidence}")).is_empty());
        let unknown = "[plan]\nunknown = [\"targeting.segments.s.annual_spend\"]\n";
        assert!(found("N112", &format!("{unknown}{}", plan("学生", "", ""))).is_empty());
    }

    #[test]
    fn a_hope_is_no_demand_and_is_told_once() {
        for hope in ["Huge demand is expected.", "市场需求巨大。"] {
            let plan = plan("Pupils", "", &format!("demand = \"{hope}\""));
            let paths: Vec<_> = found("N112", &plan).into_iter().map(|it| it.path).collect();
            assert_eq!(paths, ["needs.customer_needs.n.demand"]);
        }
        let counted = plan("学生", "", "demand = \"潜力很大：31户里有22户已经在付钱\"");
        assert!(found("N112", &counted).is_empty());
    }

    #[test]
    fn charities_and_free_offers_are_not_asked() {
        let charity = format!("[plan]\nkind = \"non-profit\"\n{}", plan("Pupils", "", ""));
        assert!(found("N112", &charity).is_empty());
        let free = plan("学生", "", "").replace("price = 600", "price = 0");
        assert!(found("N112", &free).is_empty());
        assert!(lacks("N112", &free).is_some());
    }
}
