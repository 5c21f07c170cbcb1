//! Inputs that many formulas share, so that they bear one name and one word everywhere.

use crate::figures::input::{Input, Range, Unit, many, one};

/// What reaches the seller for one unit.
pub(super) const PRICE: Input = one("price", Unit::Money, "Price", "价格")
    .also(&["p"])
    .in_range(Range::NotNegative);

/// What one unit more costs.
pub(super) const VARIABLE_COST: Input = one(
    "variable-cost",
    Unit::Money,
    "Variable cost",
    "单位变动成本",
)
.also(&["v", "unit-cost", "variable"])
.in_range(Range::NotNegative);

/// What must be paid however much is sold.
pub(super) const FIXED_COSTS: Input = one("fixed-costs", Unit::Money, "Fixed costs", "固定成本")
    .also(&["f", "fixed"])
    .in_range(Range::NotNegative);

/// The profit that is aimed at.
pub(super) const TARGET_PROFIT: Input =
    one("target-profit", Unit::Money, "Target profit", "目标利润").also(&["target"]);

/// How many are sold.
pub(super) const UNITS: Input = one("units", Unit::Count, "Units sold", "销量")
    .also(&["q", "quantity", "volume"])
    .in_range(Range::NotNegative);

/// What is left of one unit of money of sales after variable costs.
pub(super) const CONTRIBUTION_RATIO: Input = one(
    "contribution-ratio",
    Unit::Rate,
    "Contribution ratio",
    "贡献毛益率",
)
.also(&["cm", "cm-ratio", "contribution-margin"]);

/// What is spent on a campaign.
pub(super) const SPEND: Input = one("spend", Unit::Money, "Spend", "投入")
    .also(&["cost", "budget"])
    .in_range(Range::Positive);

/// Shares that multiply, one for each step.
pub(super) const RATIOS: Input = many("ratios", Unit::Rate, "Ratios", "各级比率")
    .also(&["ratio", "rates"])
    .in_range(Range::NotNegative);

/// What a formula answers in the tests beside it.
#[cfg(test)]
pub(super) mod testing {
    use rust_decimal::Decimal;

    use crate::figures::formula::Formula;
    use crate::figures::given::{Given, Value};
    use crate::figures::input::Shape;
    use crate::figures::results::Outcome;
    use crate::words::Lang;

    /// The answer to `price 20 variable-cost 8`: the number, or the reason why there is none.
    pub fn answer(formula: &'static Formula, inputs: &str, output: &str) -> String {
        let mut given = Given::new(formula);
        let words: Vec<&str> = inputs.split_whitespace().collect();
        for pair in words.chunks(2) {
            let [name, text] = pair else {
                panic!("{inputs}: a name without a value")
            };
            let input = given
                .input(name)
                .unwrap_or_else(|| panic!("no input {name}"));
            let value = match input.shape {
                Shape::One => Value::One(number(text)),
                Shape::Many => Value::Many(text.split(';').map(number).collect()),
                Shape::Word(words) => {
                    let word = words.iter().find(|(word, _)| word == text);
                    Value::Word(word.expect("a word of the formula").0)
                }
            };
            given.set(name, value);
        }
        let results = match given.compute() {
            Ok(results) => results,
            Err(fault) => return fault.message(Lang::En),
        };
        match results.get(output) {
            Some(Ok(Outcome::One(value))) => shown(*value),
            Some(Ok(Outcome::Many(values))) => {
                let shown: Vec<String> = values.iter().copied().map(shown).collect();
                shown.join(";")
            }
            Some(Ok(Outcome::Word(word))) => word.en.to_owned(),
            Some(Err(fault)) => fault.message(Lang::En),
            None => "nothing".to_owned(),
        }
    }

    /// Holds answers against what they should be; a reason is known by a part of it.
    pub fn check(formula: &'static Formula, cases: &[(&str, &str, &str)]) {
        for (inputs, output, expected) in cases {
            let answer = answer(formula, inputs, output);
            let reason = expected.contains(' ');
            let holds = answer == *expected || (reason && answer.contains(expected));
            assert!(
                holds,
                "{} {inputs}: {output} is {answer}, not {expected}",
                formula.name
            );
        }
    }

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn shown(value: Decimal) -> String {
        value.round_dp(6).normalize().to_string()
    }
}
