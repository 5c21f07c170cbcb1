//! What a new product takes from an old one.

use crate::figures::fault::Fault;
use crate::figures::formula::{Formula, Topic, out};
use crate::figures::given::Given;
use crate::figures::input::{Input, Range, Unit, one};
use crate::figures::results::Results;
use crate::words::Text;

/// What a new product takes from an old one.
pub static CANNIBALISATION: Formula = Formula {
    name: "cannibalisation",
    aliases: &[
        "cannibalization",
        "cannibalisation-rate",
        "cannibalization-rate",
        "自相竞食",
        "产品蚕食",
        "蚕食率",
    ],
    topic: Topic::Price,
    title: Text::new("Cannibalisation", "自相竞食"),
    answers: Text::new(
        "Is a new product worth it when part of its sales comes from our old one?",
        "新产品的一部分销量是从自家老产品抢来的，还值得推吗？",
    ),
    inputs: &[
        level(
            "old-units",
            Unit::Count,
            "Old product's units before",
            "老产品原销量",
            &["q1"],
        ),
        level(
            "new-units",
            Unit::Count,
            "New product's units",
            "新产品销量",
            &["q2"],
        ),
        one(
            "rate",
            Unit::Rate,
            "Taken from the old product",
            "来自老产品的比例",
        )
        .also(&["cannibalisation-rate", "cannibalization-rate"])
        .in_range(Range::Share),
        level(
            "old-price",
            Unit::Money,
            "Old product's price",
            "老产品价格",
            &["p1"],
        )
        .optional(),
        level(
            "new-price",
            Unit::Money,
            "New product's price",
            "新产品价格",
            &["p2"],
        )
        .optional(),
        one(
            "old-contribution",
            Unit::Money,
            "Old product's contribution",
            "老产品单位贡献",
        )
        .also(&["old-cm"])
        .optional(),
        one(
            "new-contribution",
            Unit::Money,
            "New product's contribution",
            "新产品单位贡献",
        )
        .also(&["new-cm"])
        .optional(),
        one(
            "fixed-costs",
            Unit::Money,
            "Added fixed costs",
            "新增固定成本",
        )
        .in_range(Range::NotNegative)
        .optional(),
    ],
    outputs: &[
        out(
            "net-gain",
            Unit::Money,
            "Gain in contribution",
            "贡献净增",
            "{new-units} × {new-contribution} − {lost-units} × {old-contribution}",
        ),
        out(
            "lost-units",
            Unit::Count,
            "Units lost by the old product",
            "老产品失去的销量",
            "{rate} × {new-units}",
        ),
        out(
            "break-even-rate",
            Unit::Rate,
            "Rate at which nothing is gained",
            "净增为零的蚕食率",
            "{new-contribution} ÷ {old-contribution}",
        ),
        out(
            "contribution-before",
            Unit::Money,
            "Contribution before",
            "推出前的贡献",
            "{old-units} × {old-contribution}",
        ),
        out(
            "contribution-after",
            Unit::Money,
            "Contribution after",
            "推出后的贡献",
            "{contribution-before} + {net-gain}",
        ),
        out(
            "gain-after-fixed",
            Unit::Money,
            "Gain after added fixed costs",
            "扣除新增固定成本后的净增",
            "{net-gain} − {fixed-costs}",
        ),
        out(
            "revenue",
            Unit::Money,
            "Revenue after",
            "推出后的收入",
            "({old-units} − {lost-units}) × {old-price} + {new-units} × {new-price}",
        ),
        out(
            "revenue-before",
            Unit::Money,
            "Revenue before",
            "推出前的收入",
            "{old-units} × {old-price}",
        ),
        out(
            "revenue-gain",
            Unit::Money,
            "Gain in revenue",
            "收入净增",
            "{revenue} − {revenue-before}",
        ),
    ],
    convention: Some(Text::new(
        "The rate is a share of the new product's sales, not of the old one's. Contribution decides; revenue may rise while the gain is negative.",
        "蚕食率以新产品的销量为底，不是以老产品的销量为底。看贡献，不看收入：收入增加时净增也可能为负。",
    )),
    page: include_str!("cannibalisation.md"),
    compute: cannibalisation,
};

const TAKES_MORE_THAN_THERE_IS: Fault = Fault::NoAnswer(Text::new(
    "the new product would take more units from the old one than the old one sells",
    "新产品从老产品抢走的销量，比老产品卖出的还多",
));

fn cannibalisation(given: &Given, results: &mut Results) {
    let (old, new) = (given.one("old-units"), given.one("new-units"));
    let lost = results.one("lost-units", given.one("rate") * new);
    if lost.ok() > old.ok() {
        return results.refuse(TAKES_MORE_THAN_THERE_IS);
    }
    let both = |one: &str, other: &str| Some((given.maybe(one)?, given.maybe(other)?));
    if let Some((was, is)) = both("old-contribution", "new-contribution") {
        let before = results.one("contribution-before", old * was);
        let gain = results.one("net-gain", new * is - lost * was);
        results.one("contribution-after", before + gain);
        results.one("break-even-rate", is / was);
        if let Some(fixed) = given.maybe("fixed-costs") {
            results.one("gain-after-fixed", gain - fixed);
        }
    }
    if let Some((was, is)) = both("old-price", "new-price") {
        let before = results.one("revenue-before", old * was);
        let after = results.one("revenue", (old - lost) * was + new * is);
        results.one("revenue-gain", after - before);
    }
}

const fn level(
    name: &'static str,
    unit: Unit,
    en: &'static str,
    zh: &'static str,
    letter: &'static [&'static str],
) -> Input {
    one(name, unit, en, zh)
        .also(letter)
        .in_range(Range::NotNegative)
}

#[cfg(test)]
mod tests {
    use super::super::common::testing::check;
    use super::*;

    #[test]
    fn contribution_decides_whether_cannibalising_pays() {
        check(
            &CANNIBALISATION,
            &[
                (
                    "old-units 100 new-units 50 rate 0.6 old-cm 10 new-cm 5",
                    "net-gain",
                    "-50",
                ),
                (
                    "old-units 100 new-units 50 rate 0.6 p1 10 p2 8",
                    "revenue-gain",
                    "100",
                ),
                (
                    "old-units 10 new-units 50 rate 0.6",
                    "lost-units",
                    "more units from the old one",
                ),
                (
                    "old-units 100 new-units 50 rate 0.6 old-cm 10 new-cm 8 fixed-costs 40",
                    "gain-after-fixed",
                    "60",
                ),
                ("old-units 100 new-units 50 rate 0.6", "net-gain", "nothing"),
            ],
        );
    }
}
