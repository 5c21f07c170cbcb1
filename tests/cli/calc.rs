//! `farsight calc`.

use crate::support::sandbox::Sandbox;

#[test]
fn a_formula_shows_how_it_came_to_its_answer() {
    let mut sandbox = Sandbox::new();
    // A year of a salesperson, a call a day, four calls for a customer.
    let calls = [
        "--sales-cost",
        "182,500",
        "--calls",
        "365",
        "--calls-per-win",
        "4",
    ];
    sandbox.run(&[&["calc", "acquisition-cost"], &calls[..]].concat());
    // A thousand contacts beside fifty clients.
    let tiers = [
        "--customers",
        "1000",
        "50",
        "--probability",
        "5%",
        "--probability",
        "50%",
        "--frequency",
        "1,10",
        "--amount",
        "10000; 100,000",
    ];
    sandbox.run(&[&["calc", "tier_value"], &tiers[..]].concat());
    sandbox.run(&["calc", "CLV", "--m=-60", "--r", "50%", "--horizon", "3"]);
    sandbox.run(&[
        "calc",
        "break-even",
        "--p",
        "18",
        "--v",
        "20",
        "--fixed_costs",
        "500",
    ]);
    sandbox.run(&[
        "calc",
        "relationship-group",
        "--margin",
        "120",
        "--profit-line",
        "80",
        "--retention",
        "0.4",
        "--loyalty-line",
        "60 %",
    ]);
    told!("calc", sandbox.transcript());
}

#[test]
fn 公式说明结果怎么来的() {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", "zh");
    let calls = [
        "--sales-cost",
        "18.25万",
        "--calls",
        "365",
        "--calls-per-win",
        "4",
    ];
    sandbox.run(&[&["calc", "获客成本"], &calls[..]].concat());
    let tiers = [
        "--customers",
        "1000、50",
        "--probability",
        "5%、五成",
        "--frequency",
        "1、10",
        "--amount",
        "1万、10万",
    ];
    sandbox.run(&[&["calc", "分级价值"], &tiers[..]].concat());
    sandbox.run(&[
        "calc",
        "终身价值",
        "--margin",
        "300",
        "--retention",
        "八成",
        "--discount",
        "20",
    ]);
    sandbox.run(&[
        "calc",
        "关系群体",
        "--margin",
        "30",
        "--profit-line",
        "80",
        "--retention",
        "0.8",
    ]);
    sandbox.run(&["calc", "盈亏"]);
    sandbox.run(&["calc", "--list", "满意"]);
    sandbox.run(&["calc", "流失率", "--help"]);
    told!("calc-zh", sandbox.transcript());
}

#[test]
fn formulas_are_listed_found_and_explained() {
    let mut sandbox = Sandbox::new();
    sandbox.run(&["calc", "--list"]);
    sandbox.run(&["calc", "--list", "loyal"]);
    sandbox.run(&["calc", "--list", "churn", "--format", "json"]);
    sandbox.run(&["calc", "churn-rate", "--help"]);
    sandbox.run(&["explain", "tier-value"]);
    sandbox.run(&["explain", "implied-share"]);
    sandbox.run(&["explain", "单客经济", "--lang", "zh"]);
    told!("calc-list", sandbox.transcript());
}

#[test]
fn what_does_not_fit_is_told_with_what_would() {
    let mut sandbox = Sandbox::new();
    for args in [
        &["calc"][..],
        &["calc", "brek-even", "--price", "5"],
        &["calc", "xyzzy"],
        &["calc", "--list", "xyzzy"],
        &["calc", "break-even"],
        &["calc", "break-even", "--prise", "5"],
        &["calc", "break-even", "--price"],
        &["calc", "break-even", "--price", "cheap"],
        &[
            "calc",
            "lifetime-value",
            "--margin",
            "60",
            "--retention",
            "80",
        ],
        &[
            "calc",
            "lifetime-value",
            "--margin",
            "60",
            "--retention",
            "1.2",
        ],
        &[
            "calc",
            "lifetime-value",
            "--margin",
            "60",
            "--retention",
            "120%",
        ],
        &[
            "calc",
            "lifetime-value",
            "--margin",
            "60",
            "--retention",
            "1",
        ],
        &[
            "calc",
            "lifetime-value",
            "--margin",
            "60",
            "--retention",
            "0.5",
            "--timing",
            "later",
        ],
        &["calc", "attainment", "--expected", "1,2", "--actual", "3"],
        &["calc", "attainment", "--expected", "", "--actual", "3"],
        &["calc", "abc-tiers", "--values", "1,500"],
        &["calc", "abc-tiers", "--values", "1,500", "--lang", "zh"],
        &["calc", "acquisition-cost", "--spend", "100"],
        &["calc", "break-even", "--input", "missing.csv"],
        &["calc", "--input", "missing.csv"],
    ] {
        sandbox.run(args);
    }
    told!("calc-usage", sandbox.transcript());
}

#[test]
fn a_table_or_lines_are_computed_in_their_order() {
    let mut sandbox = Sandbox::new();
    sandbox.write(
        "products.csv",
        "\u{feff}id,price,variable-cost,fixed\r\nscarf,18,6.5,\"20,700\"\r\nhat,dear,3,4\r\n\r\nglove,5,6,7\r\nshawl,1,2,3,4\r\n",
    );
    sandbox.write("unknown.csv", "price,colour\n1,red\n");
    sandbox.write(
        "all.jsonl",
        "{\"id\": 7, \"formula\": \"clv\", \"inputs\": {\"margin\": 60, \"retention\": 0.7}}\n\
         {\"formula\": \"nothing\"}\n\
         no json\n\
         \n\
         {\"formula\": \"tier-value\", \"customers\": [1000, 50], \"probability\": [\"5%\", 0.5], \"frequency\": [1, 10], \"amount\": [10000, 1e5]}\n\
         {\"id\": \"x\", \"formula\": \"churn\", \"inputs\": {\"start\": 10, \"color\": 1}}\n\
         {\"formula\": \"churn\", \"inputs\": {\"start\": 10}}\n\
         {\"formula\": \"customer-lifetime\", \"inputs\": {\"churn\": 5}}\n",
    );
    sandbox.run(&["calc", "break-even", "--input", "products.csv"]);
    sandbox.run(&["calc", "--input", "all.jsonl"]);
    sandbox.run(&["calc", "--input", "products.csv"]);
    sandbox.run(&["calc", "break-even", "--input", "unknown.csv"]);
    sandbox.run(&[
        "calc",
        "break-even",
        "--price",
        "5",
        "--variable-cost",
        "3",
        "--fixed-costs",
        "100",
        "--format",
        "json",
    ]);
    told!("calc-lines", sandbox.transcript());
}
