//! What must hold of customers and their value, whatever the numbers.

use farsight::figures::results::Outcome;
use farsight::words::Lang;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{dec, given, result, same};

/// So near that only the last digits differ.
fn near(one: Decimal, other: Decimal) -> bool {
    same(one, other, dec("0.000000000001"))
}

fn text(value: u32, decimals: u32) -> String {
    Decimal::new(value.into(), decimals).to_string()
}

fn list(name: &str, inputs: &[(&str, &str)], output: &str) -> Vec<Decimal> {
    match given(name, inputs).compute().unwrap().get(output) {
        Some(Ok(Outcome::Many(values))) => values.clone(),
        other => panic!("{name} {output}: {other:?}"),
    }
}

fn word(name: &str, inputs: &[(&str, &str)], output: &str) -> &'static str {
    match given(name, inputs).compute().unwrap().get(output) {
        Some(Ok(Outcome::Word(word))) => word.en,
        other => panic!("{name} {output}: {other:?}"),
    }
}

proptest! {
    #[test]
    fn retention_makes_customers_worth_more(
        r in 0_u32..999, more in 1_u32..1000, i in 1_u32..500, margin in 1_u32..100_000,
    ) {
        let higher = (r + more).min(1000);
        let value = |r: u32, timing: &str| {
            let inputs = [
                ("margin", &*text(margin, 2)),
                ("retention", &text(r, 3)),
                ("discount", &text(i, 3)),
                ("timing", timing),
            ];
            result("lifetime-value", &inputs, "lifetime-value").unwrap()
        };
        for timing in ["end", "start", "end-certain"] {
            prop_assert!(value(r, timing) < value(higher, timing));
        }
        // The first margin now is one margin more than at the end from those who stay.
        let one = Decimal::new(margin.into(), 2);
        prop_assert!(near(value(r, "start"), value(r, "end") + one));
        prop_assert!(value(r, "end") <= value(r, "end-certain"));
        prop_assert!(value(r, "end-certain") <= value(r, "start"));
    }

    #[test]
    fn a_long_horizon_comes_to_none(r in 0_u32..990, i in 1_u32..500, g in 0_u32..5, n in 1_u32..40) {
        let multiple = |n: &str, output: &str| {
            let (r, i, g) = (text(r, 3), text(i, 3), text(g, 3));
            let inputs = [("retention", &*r), ("discount", &i), ("growth", &g), ("horizon", n)];
            result("margin-multiple", &inputs, output).unwrap()
        };
        let (short, long) = (n.to_string(), (n + 1).to_string());
        let without = multiple(&short, "multiple-without-end");
        prop_assert!(multiple(&short, "multiple") <= multiple(&long, "multiple"));
        prop_assert!(multiple(&long, "multiple") <= without + dec("0.00000000000000001"));
        prop_assert!(near(multiple("100000", "multiple"), without));
    }

    #[test]
    fn a_list_of_equal_margins_is_a_horizon(
        r in 0_u32..1000, i in 0_u32..400, margin in 1_u32..9999, n in 1_usize..12,
    ) {
        let (r, i, n_text) = (text(r, 3), text(i, 3), n.to_string());
        let margin = margin.to_string();
        let margins = vec![margin.as_str(); n].join(";");
        for timing in ["end", "start", "end-certain"] {
            let common = [("retention", &*r), ("discount", &i), ("timing", timing)];
            let one = [&common[..], &[("margin", &*margin), ("horizon", &n_text)]].concat();
            let all = [&common[..], &[("margins", &*margins)]].concat();
            let one = result("lifetime-value", &one, "lifetime-value").unwrap();
            let all = result("lifetime-value-by-period", &all, "lifetime-value").unwrap();
            prop_assert!(near(one, all), "{timing}: {one} {all}");
        }
    }

    #[test]
    fn the_elasticity_is_the_slope(r in 100_u32..900, i in 10_u32..400, start in any::<bool>()) {
        let timing = if start { "start" } else { "end" };
        let multiple = |r: Decimal, output: &str| {
            let (r, i) = (r.to_string(), text(i, 3));
            let inputs = [("retention", &*r), ("discount", &i), ("timing", timing)];
            result("margin-multiple", &inputs, output).unwrap()
        };
        let (r, little) = (Decimal::new(r.into(), 3), dec("0.0000000001"));
        let (here, there) = (multiple(r, "multiple"), multiple(r * (Decimal::ONE + little), "multiple"));
        let slope = (there / here - Decimal::ONE) / little;
        prop_assert!(same(slope, multiple(r, "elasticity"), dec("0.000001")));
    }

    #[test]
    fn churn_and_retention_are_one(start in 1_u32..100_000, lost in 0_u32..100_000, new in 0_u32..100_000) {
        let lost = lost.min(start);
        let end = (start - lost + new).to_string();
        let (start, lost_text, new) = (start.to_string(), lost.to_string(), new.to_string());
        let stay = [("start", &*start), ("end", &end), ("new", &new)];
        let leave = [("start", &*start), ("lost", &lost_text)];
        let retention = result("retention-rate", &stay, "retention-rate").unwrap();
        let churn = result("churn-rate", &leave, "churn-rate").unwrap();
        prop_assert!(near(retention + churn, Decimal::ONE));
        prop_assert_eq!(result("retention-rate", &stay, "lost"), Some(Decimal::from(lost)));
        let lifetime = result("churn-rate", &leave, "lifetime");
        prop_assert_eq!(lifetime.is_some(), lost > 0);
        if let Some(lifetime) = lifetime {
            prop_assert!(near(lifetime * churn, Decimal::ONE));
        }
    }

    #[test]
    fn shares_sum_to_one(values in prop::collection::vec(1_u32..100_000, 1..12)) {
        let ones = vec!["1"; values.len()].join(";");
        let values: Vec<String> = values.iter().map(ToString::to_string).collect();
        let values = values.join(";");
        let equity = [("customers", &*ones), ("lifetime-values", &values)];
        let shares: Decimal = list("customer-equity", &equity, "shares").iter().sum();
        prop_assert!(near(shares, Decimal::ONE));
        let tiers = [("customers", &*ones), ("probability", &ones), ("frequency", &ones), ("amount", &values)];
        let shares: Decimal = list("tier-value", &tiers, "shares").iter().sum();
        prop_assert!(near(shares, Decimal::ONE));
        let all = [("values", &*values), ("top", "100%")];
        prop_assert_eq!(result("customer-concentration", &all, "top-share"), Some(Decimal::ONE));
        let abc = [("values", &*values)];
        let counts = ["a-count", "b-count", "c-count"].map(|it| result("abc-tiers", &abc, it).unwrap());
        prop_assert_eq!(counts.iter().sum::<Decimal>(), list("abc-tiers", &abc, "cumulative").len().into());
        let top = |top: &str| result("customer-concentration", &[("values", &values), ("top", top)], "top-share");
        prop_assert!(top("20%") <= top("50%"));
    }

    #[test]
    fn ranks_share_the_wallet(brands in 1_u32..200) {
        let inputs = [("brands", &*brands.to_string())];
        let shares = list("wallet-allocation", &inputs, "shares");
        prop_assert!(shares.windows(2).all(|it| it[0] > it[1]));
        prop_assert!(near(shares.iter().sum(), Decimal::ONE));
    }

    #[test]
    fn answers_and_counts_give_one_score(scores in prop::collection::vec(0_u32..=10, 1..60)) {
        let texts: Vec<String> = scores.iter().map(ToString::to_string).collect();
        let texts = texts.join(";");
        let answers = [("scores", &*texts)];
        let get = |name| result("net-promoter-score-from-answers", &answers, name).unwrap().to_string();
        let (p, n, d) = (get("promoters"), get("passives"), get("detractors"));
        let counts = [("promoters", &*p), ("passives", &n), ("detractors", &d)];
        let nps = result("net-promoter-score", &counts, "nps").unwrap();
        prop_assert_eq!(get("nps"), nps.to_string());
        prop_assert!(nps.abs() <= dec("100"));
    }

    #[test]
    fn a_variance_is_the_sum_of_its_parts(p0 in 0_u32..9999, q0 in 0_u32..9999, p1 in 0_u32..9999, q1 in 0_u32..9999) {
        let (p0, q0, p1, q1) = (text(p0, 2), q0.to_string(), text(p1, 2), q1.to_string());
        let inputs = [("planned-price", &*p0), ("planned-volume", &q0), ("actual-price", &p1), ("actual-volume", &q1)];
        let get = |name| result("sales-variance", &inputs, name);
        prop_assert_eq!(get("by-price").unwrap() + get("by-volume").unwrap(), get("total").unwrap());
        if let (Some(price), Some(volume)) = (get("price-share"), get("volume-share")) {
            prop_assert!(near(price + volume, Decimal::ONE));
        }
    }

    #[test]
    fn payback_times_margin_is_the_cost(cost in 1_u32..99_999, revenue in 1_u32..9999, rate in 1_u32..=100) {
        let (cost_text, revenue, rate) = (cost.to_string(), revenue.to_string(), text(rate, 2));
        let inputs = [("acquisition-cost", &*cost_text), ("revenue", &revenue), ("gross-margin", &rate)];
        let get = |name| result("acquisition-payback", &inputs, name).unwrap();
        prop_assert!(near(get("payback") * get("margin"), cost.into()));
        prop_assert!(get("whole-periods") >= get("payback"));
    }
}

#[test]
fn a_loss_is_a_loss() {
    let losing = [("margin", "-40"), ("retention", "50%"), ("timing", "start")];
    assert_eq!(
        result("lifetime-value", &losing, "lifetime-value"),
        Some(dec("-80"))
    );
    let campaign = [
        ("prospects", "1000"),
        ("acquisition-rate", "1%"),
        ("margin", "50"),
        ("cost-per-prospect", "2"),
    ];
    assert_eq!(
        result("new-customer-profit", &campaign, "profit"),
        Some(dec("-1500"))
    );
    let costly = [
        ("revenue", "10"),
        ("product-cost", "12"),
        ("retention", "0.5"),
    ];
    assert_eq!(
        result("lifetime-value-from-costs", &costly, "lifetime-value"),
        Some(dec("-4"))
    );
}

#[test]
fn four_groups_by_profit_and_loyalty() {
    for (margin, retention, group) in [
        ("100", "60%", "true friends"),
        ("100", "59%", "butterflies"),
        ("99", "60%", "barnacles"),
        ("99", "59%", "strangers"),
    ] {
        let inputs = [
            ("margin", margin),
            ("retention", retention),
            ("profit-line", "100"),
            ("loyalty-line", "60%"),
        ];
        assert_eq!(word("relationship-group", &inputs, "group"), group);
    }
    let free = [
        ("margin", "0"),
        ("retention", "0.9"),
        ("profit-line", "-5"),
        ("loyalty-line", "0.6"),
    ];
    assert_eq!(word("relationship-group", &free, "group"), "barnacles");
}

/// A formula, inputs that cannot be, and what both languages say of them.
type Refused = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
    &'static str,
);

const REFUSED: &[Refused] = &[
    (
        "lifetime-value",
        &[("margin", "5"), ("retention", "100%")],
        "the sum has no end",
        "这个和没有尽头",
    ),
    (
        "retention-rate",
        &[("start", "10"), ("end", "12")],
        "more would have stayed",
        "留下的比期初的还多",
    ),
    (
        "retention-rate",
        &[("start", "10"), ("end", "2"), ("new", "5")],
        "fewer customers at the end",
        "期末顾客比新来的还少",
    ),
    (
        "churn-rate",
        &[("start", "10"), ("lost", "12")],
        "more are lost",
        "流失的比期初的还多",
    ),
    ("customer-lifetime", &[], "give either", "二者取一"),
    (
        "acquisition-cost",
        &[("spend", "5")],
        "give spend and new",
        "请给出获客支出",
    ),
    (
        "acquisition-cost",
        &[
            ("spend", "5"),
            ("new-customers", "1"),
            ("cost-per-lead", "2"),
            ("closing-rate", "0.1"),
        ],
        "two ways",
        "两种办法",
    ),
    (
        "share-of-customer",
        &[("own", "5"), ("total", "4")],
        "more with us",
        "不可能多过",
    ),
    (
        "wallet-allocation",
        &[("brands", "3"), ("rank", "4")],
        "the rank from 1",
        "名次",
    ),
    (
        "wallet-allocation",
        &[("brands", "100000000")],
        "from 1 to 1,000",
        "1,000",
    ),
    (
        "market-concentration",
        &[("shares", "60%;50%")],
        "more than 100 %",
        "超过 100%",
    ),
    (
        "attainment",
        &[("expected", "1;2"), ("actual", "1")],
        "as many as",
        "个数必须相同",
    ),
    (
        "tier-value",
        &[
            ("customers", "1;2"),
            ("probability", "0.1"),
            ("frequency", "1"),
            ("amount", "1"),
        ],
        "as many as",
        "个数必须相同",
    ),
    (
        "sales-variance",
        &[("planned-price", "1")],
        "Planned volume is not given",
        "缺少“计划销量”",
    ),
    (
        "net-promoter-score-from-answers",
        &[("scores", "11")],
        "from 0 to 10",
        "0 到 10",
    ),
];

#[test]
fn what_cannot_be_is_refused_with_a_reason() {
    for (name, inputs, en, zh) in REFUSED {
        let results = given(name, inputs).compute();
        let fault = match &results {
            Err(fault) => fault,
            Ok(results) => results.iter().next().unwrap().1.as_ref().unwrap_err(),
        };
        let (said, said_zh) = (fault.message(Lang::En), fault.message(Lang::Zh));
        assert!(said.contains(en), "{name}: {said}");
        assert!(said_zh.contains(zh), "{name}: {said_zh}");
    }
}
