//! `farsight figures`.

use crate::support::sandbox::Sandbox;

/// A potter with two products, one of which has no cost yet, and one group of customers.
const POTTER: &str = r#"farsight = 1
[plan]
title = "Mugs that stack"
currency = "GBP"
starts = 2027-01-01
ends = 2027-12-31
[[needs.customer_needs]]
id = "small-shelf"
need = "a full set on a narrow shelf"
importance = 5
satisfaction = 2
[[targeting.segments]]
id = "small-cafes"
name = "Small cafés"
size = 400
annual_spend = 300.0
[[mix.products]]
id = "mug"
name = "Stacking mug"
segments = ["small-cafes"]
price = 12.0
net_price = 10.0
unit_cost = 4.0
[[mix.products]]
id = "jug"
name = "Milk jug"
price = 20.0
[mix.totals]
fixed_costs = 9000.0
[[mix.forecast]]
id = "cafes"
product = "mug"
segment = "small-cafes"
period = "2027"
customers = 80
purchases = 25
price = 10.0
[relationships.value_capture]
period = "year"
discount_rate = 0.1
margin_timing = "end"
[[relationships.groups]]
id = "regulars"
name = "Cafés that come back"
customers = 50
purchases = 25
average_purchase = 10.0
margin_rate = 0.6
retention = 0.8
acquisition_cost = 60.0
"#;

/// 一家豆花店：流失率高，保留率写错了。
const DOUHUA: &str = r#"farsight = 1
[plan]
title = "巷口豆花：早上六点的一碗热的"
currency = "CNY"
[[mix.products]]
id = "豆花"
name = "原味豆花"
price = 6.0
net_price = 6.0
unit_cost = 2.0
[mix.totals]
fixed_costs = 60000.0
[relationships.value_capture]
period = "month"
discount_rate = 0.01
[[relationships.groups]]
id = "早班"
name = "早班工人"
purchases = 20
average_purchase = 6.0
margin_rate = 0.6
retention = 80
"#;

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("potter.toml", POTTER);
    sandbox.write("豆花.toml", DOUHUA);
    sandbox
}

#[test]
fn every_figure_has_its_line_and_what_lacks_stands_last() {
    let mut sandbox = sandbox();
    sandbox.run(&["figures", "potter.toml"]);
    sandbox.run(&["figures", "豆花.toml", "--lang", "zh"]);
    sandbox.run(&["figures", "potter.toml", "--step", "needs"]);
    told!("figures", sandbox.transcript());
}

#[test]
fn one_figure_shows_formula_numbers_and_places() {
    let mut sandbox = sandbox();
    sandbox.run(&["figures", "potter.toml", "lifetime-value.regulars"]);
    sandbox.run(&["figures", "豆花.toml", "break-even", "--lang", "zh"]);
    told!("figures-full", sandbox.transcript());
}

#[test]
fn programs_get_exact_numbers_and_lines() {
    let mut sandbox = sandbox();
    sandbox.run(&["figures", "potter.toml", "contribution", "--format", "json"]);
    told!("figures-json", sandbox.transcript());
}

#[test]
fn a_question_moves_figures_and_leaves_the_plan() {
    let mut sandbox = sandbox();
    let retention = "relationships.groups.regulars.retention=90%";
    sandbox.run(&["figures", "potter.toml", "--set", retention]);
    sandbox.run(&[
        "figures",
        "potter.toml",
        "--set",
        "mix.totals.fixed_costs=15k",
        "--set",
        "mix.products.mug.unit_cost=3",
        "--lang",
        "zh",
    ]);
    sandbox.run(&[
        "figures",
        "potter.toml",
        "--set",
        retention,
        "--format",
        "json",
    ]);
    assert_eq!(sandbox.read("potter.toml"), POTTER);
    sandbox.run(&[
        "figures",
        "potter.toml",
        "--movers",
        "lifetime-value.regulars",
    ]);
    sandbox.run(&[
        "figures",
        "potter.toml",
        "--movers",
        "profit.base",
        "--lang",
        "zh",
    ]);
    told!("figures-what-if", sandbox.transcript());
}

#[test]
fn what_cannot_be_asked_says_what_can() {
    let mut sandbox = sandbox();
    for args in [
        ["figures", "potter.toml", "break-evn"].as_slice(),
        &["figures", "豆花.toml", "利润率", "--lang", "zh"],
        &["figures", "potter.toml", "--step", "6"],
        &["figures", "potter.toml", "--set", "mix.totals.fixed_cost=9"],
        &[
            "figures",
            "potter.toml",
            "--set",
            "mix.products.cup.price=9",
        ],
        &[
            "figures",
            "potter.toml",
            "--set",
            "mix.products.mug.price=dear",
            "--lang",
            "zh",
        ],
        &["figures", "potter.toml", "--set", "mix.products.mug.price"],
        &[
            "figures",
            "potter.toml",
            "--movers",
            "lifetime-value.regulars:colour",
        ],
        &["figures", "nowhere.toml"],
    ] {
        sandbox.run(args);
    }
    sandbox.write("broken.toml", "farsight = 1\n[plan\n");
    sandbox.run(&["figures", "broken.toml"]);
    sandbox.write("empty.toml", "farsight = 1\n");
    sandbox.run(&["figures", "empty.toml"]);
    told!("figures-unknown", sandbox.transcript());
}
