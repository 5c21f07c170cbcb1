//! `farsight chart`.

use crate::support::sandbox::Sandbox;
use farsight::plan::SAMPLES;

/// Every chart has something to draw, and little of it.
const SHEARS: &str = r#"farsight = 1
[plan]
title = "Sharp before the flock"
currency = "NZD"
starts = 2027-01-01
ends = 2027-12-31
[needs.market]
size = 900
[[needs.customer_needs]]
id = "shear-in-time"
need = "Finish shearing before the rain."
importance = 5
satisfaction = 2
[[needs.customer_needs]]
id = "clean-hands"
need = "Go home without grease to the elbows."
importance = 5
satisfaction = 2
[[needs.customer_needs]]
id = "talk"
need = "Have somebody to talk to at noon."
importance = 2
[[needs.alternatives]]
id = "own-stone"
name = "A stone in the shed"
[[targeting.segments]]
id = "hill-farms"
name = "Hill farms"
size = 240
annual_spend = 600.0
attractiveness = 4
fit = 5
decision = "target"
[[targeting.segments]]
id = "hobby"
name = "Hobby flocks"
attractiveness = 2
fit = 3
decision = "no"
[[value.factors]]
id = "speed"
name = "Speed"
weight = 0.6
us = 9
rivals = { own-stone = 3 }
[[value.factors]]
id = "price"
name = "Price"
weight = 0.4
us = 4
rivals = { own-stone = 10 }
[value.map]
x = "speed"
y = "price"
[[mix.products]]
id = "dawn-round"
name = "Dawn round"
price = 28.0
net_price = 25.0
unit_cost = 9.0
[[mix.objectives]]
id = "farms"
metric = "farms served"
target = 60
by = 2027-12-15
[[mix.milestones]]
id = "farms-june"
objective = "farms"
by = 2027-06-30
target = 25
[[mix.actions]]
id = "van"
what = "Fit out the van."
starts = 2027-01-10
ends = 2027-03-31
status = "running"
[[mix.actions]]
id = "rounds"
what = "Drive the rounds."
starts = 2027-03-01
ends = 2027-11-30
repeats = "monthly"
after = ["van"]
[[mix.promotions]]
id = "first-free"
name = "First blade free"
starts = 2027-04-01
ends = 2027-05-31
[mix.totals]
fixed_costs = 9000.0
[[mix.budget]]
id = "bench"
item = "Bench"
lever = "product"
amount = 1200.0
period = "2027-01"
[[mix.budget]]
id = "cards"
item = "Cards"
lever = "promotion"
quantity = 3
rate = 200.0
period = "2027-Q1"
[[mix.forecast]]
id = "q1"
product = "dawn-round"
segment = "hill-farms"
period = "2027-Q1"
customers = 30
purchases = 6
price = 25.0
[[mix.forecast]]
id = "q2"
product = "dawn-round"
segment = "hill-farms"
period = "2027-Q2"
customers = 60
purchases = 9
price = 25.0
[relationships.value_capture]
period = "year"
discount_rate = 0.1
horizon = 4
profit_threshold = 100.0
loyalty_threshold = 0.6
[[relationships.groups]]
id = "regulars"
name = "Regulars"
customers = 40
purchases = 15
average_purchase = 25.0
margin_rate = 0.64
retention = 0.8
acquisition_cost = 60.0
policy = "invest"
[[relationships.groups]]
id = "once"
name = "Once a year"
customers = 20
purchases = 1
average_purchase = 25.0
margin_rate = 0.64
cost_to_serve = 20.0
retention = 0.3
acquisition_cost = 15.0
policy = "leave"
"#;

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::with_plans();
    sandbox.write("shears.toml", SHEARS);
    for (name, text) in [("oats.toml", 3), ("稻田.toml", 5), ("table.toml", 0)] {
        sandbox.write(name, SAMPLES[text].text);
    }
    sandbox
}

#[test]
fn every_chart_has_its_numbers_in_words() {
    let mut sandbox = sandbox();
    sandbox.run(&["chart", "shears.toml"]).run(&[
        "chart",
        "shears.toml",
        "--all",
        "--today",
        "2027-06-10",
    ]);
    told!("chart", sandbox.transcript());
}

#[test]
fn 每张图的数字都有文字() {
    let mut sandbox = sandbox();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox.run(&["chart", "稻田.toml"]).run(&[
        "chart",
        "稻田.toml",
        "--all",
        "--today",
        "2027-06-10",
    ]);
    told!("chart-zh", sandbox.transcript());
}

#[test]
fn forty_columns_and_a_hundred_and_twenty() {
    let mut sandbox = sandbox();
    for lang in ["en", "zh"] {
        for width in ["40", "120"] {
            for name in ["segment", "value", "calendar", "budget-by-l", "life"] {
                sandbox.run(&[
                    "chart",
                    "oats.toml",
                    name,
                    "--width",
                    width,
                    "--height",
                    "16",
                    "--lang",
                    lang,
                    "--today",
                    "2027-06-10",
                ]);
            }
        }
    }
    told!("chart-widths", sandbox.transcript());
}

#[test]
fn the_data_for_programs() {
    let mut sandbox = sandbox();
    let json = ["--format", "json", "--lang"];
    for name in [
        "opportunity-map",
        "budget-by-lever",
        "break-even",
        "calendar",
        "value-curve",
    ] {
        let lang = if name == "calendar" { "zh" } else { "en" };
        sandbox.run(&[&["chart", "shears.toml", name], &json[..], &[lang]].concat());
    }
    sandbox.run(&["chart", "tea.toml", "segment-map", "--format", "json"]);
    told!("chart-json", sandbox.transcript());
}

#[test]
fn what_lacks_its_numbers_says_which() {
    let mut sandbox = sandbox();
    for (plan, lang) in [("tea.toml", "en"), ("茶馆.toml", "zh")] {
        sandbox
            .run(&["chart", plan, "--lang", lang])
            .run(&["chart", plan, "--all", "--lang", lang])
            .run(&["chart", plan, "segment-map", "--lang", lang])
            .run(&["chart", plan, "break-even", "--lang", lang])
            .run(&["chart", plan, "pie", "--lang", lang])
            .run(&["chart", plan, "budget", "--lang", lang])
            .run(&["chart", plan, "--width", "3", "--lang", lang]);
    }
    // Who eats at this table pays nothing: no lifetime value in money is drawn for them.
    sandbox.run(&["chart", "table.toml", "lifetime-value"]);
    sandbox.run_with(&["chart", "-", "opportunity-map"], SHEARS);
    told!("chart-missing", sandbox.transcript());
}

#[test]
fn colours_only_where_they_are_asked_for() {
    let sandbox = sandbox();
    let run = |color: &str| {
        let args = ["chart", "shears.toml", "budget-by-lever", "--color", color];
        let output = sandbox.command(&args).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!run("auto").contains('\u{1b}'));
    assert!(run("always").contains("\u{1b}[36m"), "{}", run("always"));
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!(
        "chart-bad",
        sandbox.try_bad_input(|bad| vec!["chart", bad, "--all"])
    );
}
