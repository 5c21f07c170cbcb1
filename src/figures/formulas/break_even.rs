//! How much must be sold, or at which price, before the fixed costs are paid.

use super::common::{FIXED_COSTS, PRICE, TARGET_PROFIT, UNITS, VARIABLE_COST};
use crate::figures::amount::Amount;
use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// Units, revenue and contribution at which the fixed costs are paid.
pub static BREAK_EVEN: Formula = Formula {
    name: "break-even",
    aliases: &[
        "breakeven",
        "break-even-point",
        "bep",
        "盈亏平衡",
        "保本点",
        "盈亏平衡点",
    ],
    topic: Topic::Price,
    title: Text::new("Break-even", "盈亏平衡"),
    answers: Text::new(
        "How many must be sold before the fixed costs are paid, and how many for a profit?",
        "卖出多少才能收回固定成本？要达到目标利润又要卖多少？",
    ),
    inputs: &[
        PRICE.also(&["p", "retail-price", "net-price"]),
        VARIABLE_COST,
        FIXED_COSTS,
        TARGET_PROFIT.optional(),
        one("trade-margin", Unit::Rate, "Trade margin", "渠道毛利率")
            .also(&["retailer-margin", "channel-margin"])
            .in_range(Range::BelowOne)
            .optional(),
    ],
    outputs: &[
        out(
            "units",
            Unit::Count,
            "Break-even units",
            "盈亏平衡销量",
            "{fixed-costs} ÷ {contribution}",
        ),
        out(
            "units-to-sell",
            Unit::Count,
            "Whole units to sell",
            "须售出的整数量",
            "round_up({units})",
        ),
        out(
            "contribution",
            Unit::Money,
            "Contribution a unit",
            "单位贡献",
            "{price} − {variable-cost}",
        ),
        out(
            "revenue",
            Unit::Money,
            "Break-even revenue",
            "盈亏平衡收入",
            "{units} × {price}",
        ),
        out(
            "units-for-target",
            Unit::Count,
            "Units for the target profit",
            "达到目标利润的销量",
            "({fixed-costs} + {target-profit}) ÷ {contribution}",
        ),
        out(
            "price-received",
            Unit::Money,
            "Price received",
            "实收净价",
            "{price} × (1 − {trade-margin})",
        ),
    ],
    convention: Some(Text::new(
        "The price is what you receive, net of tax and of what the trade keeps (or the shelf price before tax, if the trade margin is given beside it); units are rounded up, since a part of one cannot be sold.",
        "价格是你实收的净价，不含税和渠道留成（同时给出渠道毛利率时，则是不含税的零售价）；销量向上取整，因为卖不出半件。",
    )),
    page: include_str!("break_even.md"),
    compute: break_even,
};

/// No number of units makes up for a loss on each of them.
pub(super) const NO_CONTRIBUTION: Fault = Fault::NoAnswer(Text::new(
    "each unit sold leaves nothing towards the fixed costs, so no number of units is enough; the price must be above the variable cost",
    "每卖一件都没有剩余来抵固定成本，卖多少都不够；价格必须高于单位变动成本",
));

fn break_even(given: &Given, results: &mut Results) {
    let fixed = given.one("fixed-costs");
    let mut price = given.one("price");
    if let Some(margin) = given.maybe("trade-margin") {
        price = results.one("price-received", price * (Amount::ONE - margin));
        results.by("contribution", "{price-received} − {variable-cost}");
        results.by("revenue", "{units} × {price-received}");
    }
    let contribution = results.one("contribution", price - given.one("variable-cost"));
    let units = results.one("units", units(fixed, contribution));
    results.one("units-to-sell", units.ceil());
    results.one("revenue", units * price);
    if let Some(target) = given.maybe("target-profit") {
        results.one(
            "units-for-target",
            self::units(fixed + target, contribution),
        );
    }
}

/// The units whose contribution pays an amount, as an exact quotient.
pub(super) fn units(to_pay: Amount, contribution: Amount) -> Amount {
    to_pay / contribution.only_if(pays(contribution), NO_CONTRIBUTION)
}

fn pays(contribution: Amount) -> bool {
    contribution
        .ok()
        .is_none_or(|it| it.is_sign_positive() && !it.is_zero())
}

/// The lowest price at which a volume pays its costs.
pub static BREAK_EVEN_PRICE: Formula = Formula {
    name: "break-even-price",
    aliases: &["price-floor", "minimum-price", "盈亏平衡价格", "保本价格"],
    topic: Topic::Price,
    title: Text::new("Break-even price", "盈亏平衡价格"),
    answers: Text::new(
        "At which price does a given number of units pay its costs?",
        "卖出一定数量时，价格要多少才不亏？",
    ),
    inputs: &[
        FIXED_COSTS,
        VARIABLE_COST,
        UNITS.in_range(Range::Positive),
        TARGET_PROFIT.optional(),
    ],
    outputs: &[
        out(
            "price",
            Unit::Money,
            "Break-even price",
            "盈亏平衡价格",
            "({fixed-costs} + {variable-cost} × {units}) ÷ {units}",
        ),
        out(
            "price-for-target",
            Unit::Money,
            "Price for the target profit",
            "达到目标利润的价格",
            "({fixed-costs} + {target-profit} + {variable-cost} × {units}) ÷ {units}",
        ),
    ],
    convention: Some(Text::new(
        "The price is what you receive. The volume is taken as given, though in truth it depends on the price.",
        "价格指你实收的净价。销量当作已知，而实际上它会随价格变动。",
    )),
    page: include_str!("break_even_price.md"),
    compute: break_even_price,
};

fn break_even_price(given: &Given, results: &mut Results) {
    let units = given.one("units");
    let costs = given.one("fixed-costs") + given.one("variable-cost") * units;
    results.one("price", costs / units);
    if let Some(target) = given.maybe("target-profit") {
        results.one("price-for-target", (costs + target) / units);
    }
}

/// How many must stay after months for which they paid nothing.
pub static TRIAL_BREAK_EVEN: Formula = Formula {
    name: "trial-break-even",
    aliases: &[
        "free-trial-break-even",
        "free-months",
        "免费试用盈亏平衡",
        "试用期盈亏平衡",
    ],
    topic: Topic::Price,
    title: Text::new(
        "Break-even of an offer with free months",
        "免费试用的盈亏平衡",
    ),
    answers: Text::new(
        "How many subscribers must a campaign with free months win before it pays?",
        "一次送免费月份的活动，要赢得多少订户才能回本？",
    ),
    inputs: &[
        one("campaign", Unit::Money, "Cost of the campaign", "活动费用")
            .also(&["campaign-cost", "fixed-costs"])
            .in_range(Range::NotNegative),
        PRICE.also(&["p", "monthly-price"]),
        VARIABLE_COST,
        one("months", Unit::Months, "Months in all", "总月数")
            .also(&["total-months"])
            .in_range(Range::Positive),
        one("free-months", Unit::Months, "Free months", "免费月数")
            .also(&["free"])
            .in_range(Range::NotNegative),
    ],
    outputs: &[
        out(
            "accounts",
            Unit::Count,
            "Subscribers to win",
            "须赢得的订户",
            "{campaign} ÷ {contribution}",
        ),
        out(
            "accounts-to-win",
            Unit::Count,
            "Whole subscribers to win",
            "须赢得的整数订户",
            "round_up({accounts})",
        ),
        out(
            "contribution",
            Unit::Money,
            "Contribution of one",
            "每位订户的贡献",
            "{price} × ({months} − {free-months}) − {variable-cost} × {months}",
        ),
    ],
    convention: Some(Text::new(
        "Price and variable cost are for one month. The free months cost as much as the paid ones, and nobody leaves before the end.",
        "价格和变动成本都按一个月算。免费的月份照样有成本，并假定没有人提前离开。",
    )),
    page: include_str!("trial_break_even.md"),
    compute: trial_break_even,
};

const ALL_FREE: Fault = Fault::NoAnswer(Text::new(
    "there are more free months than months; the free months are part of the months in all",
    "免费月数比总月数还多；免费的月份应当算在总月数之内",
));
const TRIAL_LOSES: Fault = Fault::NoAnswer(Text::new(
    "one subscriber leaves nothing after the free months, so no number of them pays for the campaign; ask more, give fewer months away, or count more months",
    "送掉免费月份之后，每位订户都没有剩余，赢得多少也收不回活动费用；可以提价、少送几个月，或者把总月数算长一些",
));

fn trial_break_even(given: &Given, results: &mut Results) {
    let (months, free) = (given.one("months"), given.one("free-months"));
    if free.ok() > months.ok() {
        return results.refuse(ALL_FREE);
    }
    let paid = given.one("price") * (months - free);
    let contribution = paid - given.one("variable-cost") * months;
    results.one("contribution", contribution);
    let divisor = contribution.only_if(pays(contribution), TRIAL_LOSES);
    let accounts = results.one("accounts", given.one("campaign") / divisor);
    results.one("accounts-to-win", accounts.ceil());
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn each_unit_must_leave_something() {
        check(
            &BREAK_EVEN,
            &[
                ("price 20 variable-cost 8 fixed 145", "units", "12.083333"),
                ("price 20 variable-cost 8 fixed 145", "units-to-sell", "13"),
                (
                    "price 20 variable-cost 20 fixed 145",
                    "units",
                    "each unit sold leaves nothing",
                ),
                ("price 20 variable-cost 20 fixed 145", "contribution", "0"),
                (
                    "price 40 variable-cost 8 fixed 144 trade-margin 0.5",
                    "units",
                    "12",
                ),
                (
                    "price 40 variable-cost 8 fixed 144 trade-margin 0.5",
                    "revenue",
                    "240",
                ),
                (
                    "price 40 variable-cost 8 fixed 144 trade-margin 1",
                    "units",
                    "from 0 % to below 100 %",
                ),
                (
                    "price 20 variable-cost 8 fixed 100 target -40",
                    "units-for-target",
                    "5",
                ),
            ],
        );
        check(
            &BREAK_EVEN_PRICE,
            &[
                ("fixed 100 variable 3 units 50", "price", "5"),
                (
                    "fixed 100 variable 3 units 0",
                    "price",
                    "Units sold must be more than zero",
                ),
                (
                    "fixed 100 variable 3 units 50 target 50",
                    "price-for-target",
                    "6",
                ),
            ],
        );
        check(
            &TRIAL_BREAK_EVEN,
            &[
                (
                    "campaign 100 price 10 variable-cost 2 months 12 free 2",
                    "accounts-to-win",
                    "2",
                ),
                (
                    "campaign 100 price 10 variable-cost 2 months 3 free 4",
                    "accounts",
                    "more free months than months",
                ),
                (
                    "campaign 100 price 10 variable-cost 9 months 12 free 6",
                    "accounts",
                    "no number of them pays",
                ),
            ],
        );
    }
}
