//! What a campaign earns.

use super::common::{CONTRIBUTION_RATIO, SPEND};
use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Input, Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// What was brought in.
const REVENUE: Input = one("revenue", Unit::Money, "Revenue", "收入").in_range(Range::NotNegative);

/// What is earned on each unit of money spent.
pub static ROMI: Formula = Formula {
    name: "romi",
    aliases: &[
        "marketing-roi",
        "mroi",
        "return-on-marketing",
        "return-on-marketing-investment",
        "营销投资回报率",
        "营销投资回报",
    ],
    topic: Topic::Communication,
    title: Text::new(
        "Return on marketing investment (ROMI)",
        "营销投资回报率（ROMI）",
    ),
    answers: Text::new(
        "What does marketing earn on each unit of money that is spent on it?",
        "营销上每花一块钱，赚回多少？",
    ),
    inputs: &[
        SPEND,
        one(
            "incremental-revenue",
            Unit::Money,
            "Added revenue",
            "增量收入",
        )
        .also(&["revenue", "sales"])
        .optional(),
        CONTRIBUTION_RATIO.optional(),
        one(
            "gross-profit",
            Unit::Money,
            "Added gross profit",
            "增量毛利",
        )
        .also(&["incremental-profit", "margin"])
        .optional(),
    ],
    outputs: &[
        out(
            "romi",
            Unit::Rate,
            "Return on marketing investment",
            "营销投资回报率",
            "({incremental-margin} − {spend}) ÷ {spend}",
        ),
        out(
            "incremental-margin",
            Unit::Money,
            "Added contribution",
            "增量贡献",
            "{incremental-revenue} × {contribution-ratio}",
        ),
        out(
            "net-profit",
            Unit::Money,
            "Left after the spend",
            "扣除投入后的剩余",
            "{incremental-margin} − {spend}",
        ),
        out(
            "revenue-multiple",
            Unit::Times,
            "Revenue for each unit of spend",
            "收入倍数",
            "{incremental-revenue} ÷ {spend}",
        ),
        out(
            "break-even-revenue",
            Unit::Money,
            "Added revenue that pays the spend",
            "收回投入所需的增量收入",
            "{spend} ÷ {contribution-ratio}",
        ),
    ],
    convention: Some(Text::new(
        "Only sales that would not have come otherwise count, and of them the contribution. 0 % means that the money just came back.",
        "只算没有这次营销就不会有的销售，而且只算其中的贡献。0% 表示刚好收回本钱。",
    )),
    page: include_str!("romi.md"),
    compute: romi,
};

const NO_RETURN: Fault = Fault::NoAnswer(Text::new(
    "revenue alone is no return: give the contribution ratio beside it, or the added gross profit",
    "单有收入算不出回报：请再给出贡献毛益率，或者直接给出增量毛利",
));

fn romi(given: &Given, results: &mut Results) {
    given.apart(&["gross-profit", "contribution-ratio"], results);
    let spend = given.one("spend");
    let (revenue, ratio) = (
        given.maybe("incremental-revenue"),
        given.maybe("contribution-ratio"),
    );
    let margin = match (given.maybe("gross-profit"), revenue, ratio) {
        (Some(profit), ..) => {
            results.by("incremental-margin", "{gross-profit}");
            profit
        }
        (None, Some(revenue), Some(ratio)) => revenue * ratio,
        _ => return results.refuse(NO_RETURN),
    };
    results.one("incremental-margin", margin);
    let left = results.one("net-profit", margin - spend);
    results.one("romi", left / spend);
    if let Some(revenue) = revenue {
        results.one("revenue-multiple", revenue / spend);
    }
    if let Some(ratio) = ratio {
        results.one("break-even-revenue", spend / ratio);
    }
}

/// What a campaign with clicks and conversions came to.
pub static CAMPAIGN_ROI: Formula = Formula {
    name: "campaign-roi",
    aliases: &[
        "ppc-roi",
        "cpa",
        "cost-per-acquisition",
        "cpc",
        "conversion-rate",
        "活动回报率",
        "投放回报",
    ],
    topic: Topic::Communication,
    title: Text::new("Results of a campaign", "投放活动的结果"),
    answers: Text::new(
        "What did a campaign earn, and what did a click and a conversion cost?",
        "一次投放赚了多少？每次点击、每次转化花了多少？",
    ),
    inputs: &[
        REVENUE,
        SPEND,
        one("clicks", Unit::Count, "Clicks", "点击数")
            .in_range(Range::NotNegative)
            .optional(),
        one("conversions", Unit::Count, "Conversions", "转化数")
            .also(&["orders"])
            .in_range(Range::NotNegative)
            .optional(),
        CONTRIBUTION_RATIO.optional(),
    ],
    outputs: &[
        out(
            "profit",
            Unit::Money,
            "Revenue less spend",
            "收入减投入",
            "{revenue} − {spend}",
        ),
        out(
            "roi",
            Unit::Rate,
            "Return, on revenue",
            "回报率（按收入）",
            "{profit} ÷ {spend}",
        ),
        out(
            "contribution-profit",
            Unit::Money,
            "Contribution less spend",
            "贡献减投入",
            "{revenue} × {contribution-ratio} − {spend}",
        ),
        out(
            "contribution-roi",
            Unit::Rate,
            "Return, on contribution",
            "回报率（按贡献）",
            "{contribution-profit} ÷ {spend}",
        ),
        out(
            "cpa",
            Unit::Money,
            "Cost of a conversion",
            "每次转化成本",
            "{spend} ÷ {conversions}",
        ),
        out(
            "cpc",
            Unit::Money,
            "Cost of a click",
            "每次点击成本",
            "{spend} ÷ {clicks}",
        ),
        out(
            "conversion-rate",
            Unit::Rate,
            "Conversion rate",
            "转化率",
            "{conversions} ÷ {clicks}",
        ),
        out(
            "order-value",
            Unit::Money,
            "Revenue of a conversion",
            "每次转化的收入",
            "{revenue} ÷ {conversions}",
        ),
    ],
    convention: Some(Text::new(
        "Without a contribution ratio the return is counted on revenue, as advertising programs report it; that is no true return, since the goods cost something.",
        "不给贡献毛益率时，回报按收入算，广告平台就是这样报的；这不是真正的回报，因为货物也有成本。",
    )),
    page: include_str!("campaign_roi.md"),
    compute: campaign_roi,
};

const MORE_CONVERSIONS: Fault = Fault::NoAnswer(Text::new(
    "there are more conversions than clicks; count both over the same time and from the same source",
    "转化数比点击数还多；两个数要取同一段时间、同一个来源",
));

fn campaign_roi(given: &Given, results: &mut Results) {
    let (revenue, spend) = (given.one("revenue"), given.one("spend"));
    let (clicks, conversions) = (given.maybe("clicks"), given.maybe("conversions"));
    if let (Some(clicks), Some(conversions)) = (clicks, conversions) {
        if conversions.ok() > clicks.ok() {
            return results.refuse(MORE_CONVERSIONS);
        }
        results.one("conversion-rate", conversions / clicks);
    }
    let profit = results.one("profit", revenue - spend);
    results.one("roi", profit / spend);
    if let Some(ratio) = given.maybe("contribution-ratio") {
        let left = results.one("contribution-profit", revenue * ratio - spend);
        results.one("contribution-roi", left / spend);
    }
    if let Some(conversions) = conversions {
        results.one("cpa", spend / conversions);
        results.one("order-value", revenue / conversions);
    }
    if let Some(clicks) = clicks {
        results.one("cpc", spend / clicks);
    }
}

/// How much revenue advertising must bring before it pays.
pub static BREAK_EVEN_ROAS: Formula = Formula {
    name: "break-even-roas",
    aliases: &[
        "be-roas",
        "roas",
        "return-on-ad-spend",
        "break-even-cpa",
        "盈亏平衡roas",
        "广告支出回报率",
        "投产比",
    ],
    topic: Topic::Communication,
    title: Text::new(
        "Return on ad spend and its break-even",
        "广告支出回报率与保本线",
    ),
    answers: Text::new(
        "How much revenue must advertising bring for each unit of money, and what may one order cost?",
        "每花一块钱广告费要带来多少收入才保本？一单最多能花多少？",
    ),
    inputs: &[
        CONTRIBUTION_RATIO.in_range(Range::SomeShare),
        one("order-value", Unit::Money, "Value of an order", "客单价")
            .also(&["aov", "basket"])
            .in_range(Range::NotNegative)
            .optional(),
        REVENUE.optional(),
        SPEND.also(&["ad-spend", "cost"]).optional(),
    ],
    outputs: &[
        out(
            "break-even-roas",
            Unit::Times,
            "Break-even ROAS",
            "保本 ROAS",
            "1 ÷ {contribution-ratio}",
        ),
        out(
            "break-even-cpa",
            Unit::Money,
            "Break-even cost of an order",
            "每单保本成本",
            "{order-value} × {contribution-ratio}",
        ),
        out(
            "roas",
            Unit::Times,
            "ROAS reached",
            "实际 ROAS",
            "{revenue} ÷ {spend}",
        ),
        out(
            "profit",
            Unit::Money,
            "Left after the spend",
            "扣除广告费后的剩余",
            "{revenue} × {contribution-ratio} − {spend}",
        ),
    ],
    convention: Some(Text::new(
        "ROAS is revenue over spend, a multiple and no profit. The contribution ratio leaves the advertising out.",
        "ROAS 是收入除以广告费，是倍数，不是利润。贡献毛益率不扣广告费。",
    )),
    page: include_str!("break_even_roas.md"),
    compute: break_even_roas,
};

fn break_even_roas(given: &Given, results: &mut Results) {
    let ratio = given.one("contribution-ratio");
    results.one("break-even-roas", Amount::ONE / ratio);
    if let Some(value) = given.maybe("order-value") {
        results.one("break-even-cpa", value * ratio);
    }
    if let (Some(revenue), Some(spend)) = (given.maybe("revenue"), given.maybe("spend")) {
        results.one("roas", revenue / spend);
        results.one("profit", revenue * ratio - spend);
    }
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn revenue_alone_is_no_return() {
        check(
            &ROMI,
            &[
                ("spend 100 revenue 400 cm 0.2", "romi", "-0.2"),
                (
                    "spend 100 revenue 400",
                    "romi",
                    "revenue alone is no return",
                ),
                ("spend 100 gross-profit 150", "romi", "0.5"),
                (
                    "spend 0 gross-profit 150",
                    "romi",
                    "Spend must be more than zero",
                ),
            ],
        );
        check(
            &CAMPAIGN_ROI,
            &[
                ("revenue 300 cost 100", "roi", "2"),
                ("revenue 300 cost 100 cm 0.3", "contribution-roi", "-0.1"),
                (
                    "revenue 300 cost 100 clicks 5 conversions 6",
                    "cpa",
                    "more conversions than clicks",
                ),
                (
                    "revenue 300 cost 100 conversions 0",
                    "cpa",
                    "this would divide by zero",
                ),
            ],
        );
        check(
            &BREAK_EVEN_ROAS,
            &[
                ("cm 0.25", "break-even-roas", "4"),
                ("cm 0", "break-even-roas", "above 0 %"),
                ("cm 0.25 order-value 80", "break-even-cpa", "20"),
            ],
        );
    }
}
