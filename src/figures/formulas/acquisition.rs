//! What it costs to win a customer, and when that is earned back.

use rust_decimal::Decimal;

use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// What one new customer costs, by whichever way it is known.
pub static ACQUISITION_COST: Formula = Formula {
    name: "acquisition-cost",
    aliases: &[
        "cac",
        "customer-acquisition-cost",
        "cost-per-call",
        "cost-per-win",
        "cost-per-customer",
        "获客成本",
    ],
    topic: Topic::Customers,
    title: Text::new("Acquisition cost", "获客成本"),
    answers: Text::new(
        "What does it cost to win one new customer: by all that is spent, by sales calls, or by leads?",
        "赢得一位新顾客要花多少钱？按总支出、按拜访次数或按线索都可以算。",
    ),
    inputs: &[
        one("spend", Unit::Money, "Acquisition spend", "获客支出")
            .also(&["acquisition-spend"])
            .in_range(Range::NotNegative)
            .optional(),
        one("new-customers", Unit::Count, "New customers", "新顾客数")
            .also(&["won"])
            .in_range(Range::Positive)
            .optional(),
        one(
            "sales-cost",
            Unit::Money,
            "Cost of a salesperson in the period",
            "一名销售员一期的成本",
        )
        .also(&["annual-cost"])
        .in_range(Range::NotNegative)
        .optional(),
        one(
            "calls",
            Unit::Count,
            "Sales calls in the period",
            "一期的拜访次数",
        )
        .also(&["annual-calls"])
        .in_range(Range::Positive)
        .optional(),
        one(
            "calls-per-week",
            Unit::Count,
            "Sales calls a week",
            "每周拜访次数",
        )
        .in_range(Range::Positive)
        .optional(),
        one(
            "weeks",
            Unit::Count,
            "Working weeks in the period",
            "一期的工作周数",
        )
        .in_range(Range::Positive)
        .optional(),
        one(
            "calls-per-win",
            Unit::Count,
            "Calls for one new customer",
            "赢得一位顾客的拜访次数",
        )
        .in_range(Range::Positive)
        .optional(),
        one(
            "cost-per-lead",
            Unit::Money,
            "Cost of a lead",
            "每条线索成本",
        )
        .in_range(Range::NotNegative)
        .optional(),
        one("closing-rate", Unit::Rate, "Closing rate", "成交率")
            .also(&["closure-rate", "win-rate"])
            .in_range(Range::SomeShare)
            .optional(),
    ],
    outputs: &[
        out(
            "acquisition-cost",
            Unit::Money,
            "Acquisition cost",
            "获客成本",
            "{spend} ÷ {new-customers}",
        ),
        out(
            "cost-per-call",
            Unit::Money,
            "Cost of a call",
            "每次拜访成本",
            "{sales-cost} ÷ {calls}",
        ),
        out(
            "calls-made",
            Unit::Count,
            "Calls made",
            "实际拜访次数",
            "{calls-per-week} × {weeks}",
        ),
    ],
    convention: Some(Text::new(
        "Spend and customers belong to one period, and the spend is all that winning them took: advertising, pay, discounts for newcomers.",
        "支出和新顾客属于同一期；支出包括为赢得他们花的一切：广告、人工、给新客的优惠。",
    )),
    page: include_str!("acquisition_cost.md"),
    compute: acquisition_cost,
};

const NO_WAY: Fault = Fault::NoAnswer(Text::new(
    "give spend and new customers; or the sales cost, the calls and the calls per win; or the cost of a lead and the closing rate",
    "请给出获客支出和新顾客数，或销售成本、拜访次数和成交所需的拜访次数，或线索成本和成交率",
));
const TWO_WAYS: Fault = Fault::NoAnswer(Text::new(
    "these are two ways to the same number: give one of them",
    "这是得出同一个数的两种办法：请只用一种",
));

fn acquisition_cost(given: &Given, results: &mut Results) {
    let spend = given.maybe("spend").zip(given.maybe("new-customers"));
    let leads = given
        .maybe("cost-per-lead")
        .zip(given.maybe("closing-rate"));
    let call = given
        .maybe("sales-cost")
        .and_then(|cost| cost_per_call(given, cost, results));
    let calls = call.zip(given.maybe("calls-per-win"));
    match (spend, calls, leads) {
        (Some((spend, customers)), None, None) => {
            results.one("acquisition-cost", spend / customers);
        }
        (None, Some((call, calls)), None) => {
            results.by("acquisition-cost", "{cost-per-call} × {calls-per-win}");
            results.one("acquisition-cost", call * calls);
        }
        (None, None, Some((lead, rate))) => {
            results.by("acquisition-cost", "{cost-per-lead} ÷ {closing-rate}");
            results.one("acquisition-cost", lead / rate);
        }
        (None, None, None) if call.is_some() => {}
        (None, None, None) => results.refuse(NO_WAY),
        _ => results.refuse(TWO_WAYS),
    }
}

/// What a call costs; the calls may be counted by the week.
fn cost_per_call(given: &Given, cost: Amount, results: &mut Results) -> Option<Amount> {
    let calls = match (
        given.maybe("calls"),
        given.maybe("calls-per-week"),
        given.maybe("weeks"),
    ) {
        (Some(calls), None, None) => calls,
        (None, Some(week), Some(weeks)) => {
            results.by("cost-per-call", "{sales-cost} ÷ {calls-made}");
            results.one("calls-made", week * weeks)
        }
        (Some(_), ..) => {
            results.refuse(TWO_WAYS);
            return None;
        }
        _ => return None,
    };
    Some(results.one("cost-per-call", cost / calls))
}

/// When the acquisition cost is earned back.
pub static ACQUISITION_PAYBACK: Formula = Formula {
    name: "acquisition-payback",
    aliases: &["payback", "cac-payback", "payback-period", "获客回收期"],
    topic: Topic::Customers,
    title: Text::new("Payback of the acquisition cost", "获客成本回收期"),
    answers: Text::new(
        "After how many periods has a new customer earned back what it cost to win him or her?",
        "新顾客要过多少期才能把获客成本赚回来？",
    ),
    inputs: &[
        one(
            "acquisition-cost",
            Unit::Money,
            "Acquisition cost",
            "获客成本",
        )
        .also(&["cac"])
        .in_range(Range::NotNegative),
        one(
            "revenue",
            Unit::Money,
            "Revenue a customer and period",
            "每位顾客每期收入",
        )
        .also(&["arpu", "arpa"]),
        one("gross-margin", Unit::Rate, "Gross margin", "毛利率")
            .also(&["margin-rate"])
            .or("1"),
    ],
    outputs: &[
        out(
            "payback",
            Unit::Periods,
            "Payback",
            "回收期",
            "{acquisition-cost} ÷ {margin}",
        ),
        out(
            "whole-periods",
            Unit::Periods,
            "Whole periods until it is paid",
            "收回所需的整期数",
            "round_up({payback})",
        ),
        out(
            "margin",
            Unit::Money,
            "Margin a customer and period",
            "每位顾客每期毛利",
            "{revenue} × {gross-margin}",
        ),
    ],
    convention: Some(Text::new(
        "The payback is counted in the periods of the revenue: a monthly revenue gives months. Nobody leaves before it is reached, and money is not discounted.",
        "回收期按收入的周期计：收入按月算，得出的就是月数。假定回收之前没有人离开，也不贴现。",
    )),
    page: include_str!("acquisition_payback.md"),
    compute: payback,
};

const NEVER: Fault = Fault::NoAnswer(Text::new(
    "the customer leaves no margin, so the cost is never earned back",
    "这位顾客不带来毛利，成本永远收不回来",
));

fn payback(given: &Given, results: &mut Results) {
    let margin = results.one("margin", given.one("revenue") * given.one("gross-margin"));
    let earns = margin.ok().is_none_or(|it| it > Decimal::ZERO);
    let payback = given.one("acquisition-cost") / margin.only_if(earns, NEVER);
    results.one("payback", payback);
    results.one("whole-periods", payback.ceil());
}

/// What a campaign for new customers earns in its own period.
pub static NEW_CUSTOMER_PROFIT: Formula = Formula {
    name: "new-customer-profit",
    aliases: &[
        "prospecting-profit",
        "campaign-acquisition-profit",
        "拉新利润",
    ],
    topic: Topic::Customers,
    title: Text::new("Profit of winning new customers", "拉新利润"),
    answers: Text::new(
        "Does a campaign that addresses so many prospects pay in the period in which it wins customers?",
        "一次面向潜在顾客的拉新，当期是赚还是亏？",
    ),
    inputs: &[
        one(
            "prospects",
            Unit::Count,
            "Prospects addressed",
            "触达的潜在顾客数",
        )
        .in_range(Range::NotNegative),
        one("acquisition-rate", Unit::Rate, "Acquisition rate", "转化率")
            .also(&["acq-rate", "response-rate"])
            .in_range(Range::Share),
        one(
            "margin",
            Unit::Money,
            "First margin of a new customer",
            "新顾客首期毛利",
        )
        .also(&["margin-per-customer"]),
        one(
            "cost-per-prospect",
            Unit::Money,
            "Cost of a prospect",
            "每位潜在顾客的触达成本",
        )
        .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "profit",
            Unit::Money,
            "Profit",
            "利润",
            "{new-customers} × {margin} − {cost}",
        ),
        out(
            "new-customers",
            Unit::Count,
            "New customers",
            "新顾客数",
            "{prospects} × {acquisition-rate}",
        ),
        out(
            "cost",
            Unit::Money,
            "Cost of the campaign",
            "拉新总成本",
            "{prospects} × {cost-per-prospect}",
        ),
        out(
            "cost-per-customer",
            Unit::Money,
            "Cost of a new customer",
            "每位新顾客的成本",
            "{cost-per-prospect} ÷ {acquisition-rate}",
        ),
        out(
            "break-even-rate",
            Unit::Rate,
            "Rate at which it pays",
            "保本转化率",
            "{cost-per-prospect} ÷ {margin}",
        ),
    ],
    convention: Some(Text::new(
        "Only the margin of the first period counts. A loss there is common and no mistake, if later periods make up for it.",
        "只算第一期的毛利。当期亏损很常见，只要以后各期能补回来就不算错。",
    )),
    page: include_str!("new_customer_profit.md"),
    compute: new_customer_profit,
};

fn new_customer_profit(given: &Given, results: &mut Results) {
    let (prospects, rate) = (given.one("prospects"), given.one("acquisition-rate"));
    let (margin, each) = (given.one("margin"), given.one("cost-per-prospect"));
    let customers = results.one("new-customers", prospects * rate);
    let cost = results.one("cost", prospects * each);
    results.one("profit", customers * margin - cost);
    results.one("cost-per-customer", each / rate);
    results.one("break-even-rate", each / margin);
}

/// What a customer may cost by what he or she is worth.
pub static VALUE_TO_COST: Formula = Formula {
    name: "value-to-acquisition-cost",
    aliases: &["ltv-cac", "ltv-to-cac", "clv-cac", "终身价值与获客成本之比"],
    topic: Topic::Customers,
    title: Text::new(
        "Lifetime value to acquisition cost",
        "终身价值与获客成本之比",
    ),
    answers: Text::new(
        "How much may a new customer cost at most, and how many times is what he or she costs worth?",
        "一位新顾客最多能花多少钱去赢得？现在的花费换来几倍的价值？",
    ),
    inputs: &[
        one("lifetime-value", Unit::Money, "Lifetime value", "终身价值").also(&["ltv", "clv"]),
        one(
            "target-ratio",
            Unit::Times,
            "Ratio that you want",
            "想达到的倍数",
        )
        .also(&["ratio"])
        .in_range(Range::Positive)
        .or("3"),
        one(
            "acquisition-cost",
            Unit::Money,
            "Acquisition cost",
            "获客成本",
        )
        .also(&["cac"])
        .in_range(Range::Positive)
        .optional(),
    ],
    outputs: &[
        out(
            "highest-cost",
            Unit::Money,
            "Highest acquisition cost",
            "获客成本上限",
            "{lifetime-value} ÷ {target-ratio}",
        ),
        out(
            "value-to-cost",
            Unit::Times,
            "Lifetime value to acquisition cost",
            "终身价值与获客成本之比",
            "{lifetime-value} ÷ {acquisition-cost}",
        ),
        out(
            "net-value",
            Unit::Money,
            "Lifetime value less acquisition cost",
            "终身价值减获客成本",
            "{lifetime-value} − {acquisition-cost}",
        ),
    ],
    convention: Some(Text::new(
        "The lifetime value is counted before the acquisition cost is taken off. Three times is a custom of software firms and no law.",
        "终身价值尚未减去获客成本。三倍只是软件业的习惯，不是定律。",
    )),
    page: include_str!("value_to_acquisition_cost.md"),
    compute: value_to_cost,
};

fn value_to_cost(given: &Given, results: &mut Results) {
    let value = given.one("lifetime-value");
    results.one("highest-cost", value / given.one("target-ratio"));
    if let Some(cost) = given.maybe("acquisition-cost") {
        results.one("value-to-cost", value / cost);
        results.one("net-value", value - cost);
    }
}
