//! What must hold of markets, value, prices and communication, whatever the numbers.

use rust_decimal::Decimal;

use super::{dec, result, same};

/// A result that must be there.
fn of(name: &str, inputs: &[(&str, &str)], output: &str) -> Decimal {
    result(name, inputs, output).unwrap_or_else(|| panic!("{name} {inputs:?}: no {output}"))
}

fn near(one: Decimal, other: Decimal) -> bool {
    same(one, other, dec("0.000000001")) || (one - other).abs() < dec("0.000001")
}

const PRICES: [(&str, &str); 4] = [("20", "8"), ("9.99", "3.1"), ("1250", "1249"), ("4", "0")];

#[test]
fn break_even_is_where_profit_begins() {
    for (price, cost) in PRICES {
        for fixed in ["0", "145", "36000.5"] {
            let costs = [
                ("price", price),
                ("variable-cost", cost),
                ("fixed-costs", fixed),
            ];
            let units = of("break-even", &costs, "units").to_string();
            let mut sold = costs.to_vec();
            sold.push(("units", &units));
            let profit = of("profit", &sold, "profit");
            assert!(near(profit, Decimal::ZERO), "{costs:?}: {profit}");
            if units != "0" {
                let costs = [
                    ("variable-cost", cost),
                    ("fixed-costs", fixed),
                    ("units", &*units),
                ];
                let again = of("break-even-price", &costs, "price");
                assert!(near(again, dec(price)), "{costs:?}: {again}");
                let safety = [("sales", &*units), ("break-even", &*units)];
                assert_eq!(of("margin-of-safety", &safety, "safety"), Decimal::ZERO);
            }
        }
    }
}

#[test]
fn the_asked_volume_keeps_the_profit() {
    for (price, cost) in PRICES {
        for amount in ["-0.5", "0.25", "3"] {
            let change = [
                ("price", price),
                ("variable-cost", cost),
                ("amount", amount),
            ];
            let volume = of("price-change", &change, "volume-change");
            let units = (dec("1000") * (Decimal::ONE + volume)).to_string();
            let changed = (dec(price) + dec(amount)).to_string();
            let fixed = ("fixed-costs", "500");
            let cost = ("variable-cost", cost);
            let old = [("price", price), cost, fixed, ("units", "1000")];
            let new = [("price", &*changed), cost, fixed, ("units", &*units)];
            let (old, new) = (of("profit", &old, "profit"), of("profit", &new, "profit"));
            assert!(near(old, new), "{change:?}: {old} {new}");
            if amount == "-0.5" && price == "1250" {
                break;
            }
        }
    }
}

#[test]
fn the_midpoint_is_the_same_both_ways() {
    for (p1, q1, p2, q2) in [("70", "2800", "60", "3000"), ("1", "9", "2", "1")] {
        let there = [("p1", p1), ("q1", q1), ("p2", p2), ("q2", q2)];
        let back = [("p1", p2), ("q1", q2), ("p2", p1), ("q2", q1)];
        let there = of("elasticity", &there, "elasticity");
        assert!(near(there, of("elasticity", &back, "elasticity")));
        assert!(there < Decimal::ZERO);
    }
}

#[test]
fn margin_and_markup_lead_back() {
    for margin in ["5%", "20%", "33.3%", "90%"] {
        let markup = of("markup", &[("margin", margin)], "on-cost").to_string();
        let again = of("markup", &[("markup-rate", &markup)], "on-price");
        let given = of("markup", &[("margin", margin)], "on-price");
        assert!(near(given, again), "{margin}");
        let price = of(
            "markup",
            &[("cost", "30"), ("margin", margin)],
            "selling-price",
        );
        let chain = [("retail", &*price.to_string()), ("margins", margin)];
        assert!(near(
            of("markup-chain", &chain, "producer-price"),
            dec("30")
        ));
        let list = [
            ("list-price", &*price.to_string()),
            ("trade-margin", margin),
        ];
        assert!(near(of("net-price", &list, "net-price"), dec("30")));
    }
}

#[test]
fn nothing_is_gained_where_the_formula_says_so() {
    let cannibal = [
        ("old-units", "900"),
        ("new-units", "500"),
        ("old-contribution", "8"),
        ("new-contribution", "5"),
    ];
    let with = |rate: &str| {
        let mut inputs = cannibal.to_vec();
        inputs.push(("rate", rate));
        (
            of("cannibalisation", &inputs, "net-gain"),
            of("cannibalisation", &inputs, "break-even-rate"),
        )
    };
    let (gain, rate) = with("10%");
    assert!(gain > Decimal::ZERO);
    assert_eq!(with(&rate.to_string()).0, Decimal::ZERO);

    let campaign = [("spend", "700"), ("contribution-ratio", "35%")];
    let mut returned = campaign.to_vec();
    returned.push(("incremental-revenue", "0"));
    assert_eq!(of("romi", &returned, "romi"), Decimal::NEGATIVE_ONE);
    let enough = of("romi", &returned, "break-even-revenue").to_string();
    let mut returned = campaign.to_vec();
    returned.push(("incremental-revenue", &enough));
    assert_eq!(of("romi", &returned, "romi"), Decimal::ZERO);

    let voice = [("share-of-market", "12%"), ("category-spend", "4000")];
    let mut spent = voice.to_vec();
    spent.push(("spend", "10"));
    let match_it = of("share-of-voice", &spent, "spend-to-match").to_string();
    let mut spent = voice.to_vec();
    spent.push(("spend", &match_it));
    assert_eq!(of("share-of-voice", &spent, "esov"), Decimal::ZERO);
}

#[test]
fn the_best_number_of_people_is_the_best() {
    for present in ["0", "1", "8", "8.9", "9", "9.1", "10", "400"] {
        let inputs = [("yield", "240000"), ("cost", "40000"), ("present", present)];
        let gain = of("sales-force-marginal", &inputs, "gain");
        assert!(gain >= Decimal::ZERO, "{present}: {gain}");
        assert_eq!(gain.is_zero(), present == "9", "{present}");
    }
}

#[test]
fn a_market_counted_both_ways_is_one_market() {
    let up = [
        ("accounts", "4000"),
        ("account-value", "900"),
        ("served", "1000"),
    ];
    let down = [("market-value", "3600000"), ("share", "25%")];
    for output in ["tam", "sam"] {
        assert_eq!(
            of("tam-sam-som", &up, output),
            of("tam-sam-som", &down, output)
        );
    }
    let one = [("base", "8000"), ("ratios", "40%,25%,100%")];
    let other = [("base", "8000"), ("ratios", "25%,40%")];
    let potential = |inputs: &[(&str, &str)]| of("market-potential", inputs, "buyers");
    assert_eq!(potential(&one), potential(&other));
    let media = [("spend", "900"), ("cpm", "12"), ("frequency", "3")];
    let contacts = of("exposures", &media, "exposures").to_string();
    let back = [("spend", "900"), ("impressions", &*contacts)];
    assert_eq!(of("cpm", &back, "cpm"), dec("12"));
}

#[test]
fn a_need_counts_no_less_than_it_matters() {
    for importance in ["1", "3", "5"] {
        for satisfaction in ["1", "3", "5"] {
            let marks = [("importance", importance), ("satisfaction", satisfaction)];
            let score = of("opportunity-score", &marks, "opportunity");
            let highest = of("opportunity-score", &marks, "highest");
            assert!(score >= dec(importance) && score <= highest);
        }
    }
}
