//! `farsight scenarios`.

use crate::support::sandbox::Sandbox;

/// A nursery of trees that sells to towns and to gardens.
const TREES: &str = r#"farsight = 1
[plan]
currency = "EUR"
[[targeting.segments]]
id = "towns"
name = "Town halls"
[[targeting.segments]]
id = "gardens"
name = "Garden owners"
[[mix.products]]
id = "lime"
name = "Young lime tree"
price = 80.0
unit_cost = 30.0
[[mix.products]]
id = "pear"
name = "Pear tree"
price = 50.0
unit_cost = 20.0
[mix.totals]
fixed_costs = 26000.0
[[mix.forecast]]
id = "limes"
product = "lime"
segment = "towns"
customers = 10
purchases = 40
price = 80.0
[[mix.forecast]]
id = "pears"
scenario = "base"
product = "pear"
segment = "gardens"
customers = 300
purchases = 1
price = 50.0
[[mix.forecast]]
id = "limes-low"
scenario = "low"
product = "lime"
segment = "towns"
customers = 6
purchases = 40
price = 80.0
"#;

#[test]
fn scenarios_stand_side_by_side() {
    let mut sandbox = Sandbox::new();
    sandbox.write("trees.toml", TREES);
    sandbox.write("树苗.toml", TREES);
    sandbox.run(&["scenarios", "trees.toml"]);
    sandbox.run(&["scenarios", "树苗.toml", "--lang", "zh"]);
    sandbox.run(&["scenarios", "trees.toml", "--format", "json"]);
    let base = TREES.replace("scenario = \"low\"", "scenario = \"base\"");
    sandbox.write("base.toml", &base);
    sandbox.run(&["scenarios", "base.toml"]);
    sandbox.write("none.toml", "farsight = 1\n");
    sandbox.run(&["scenarios", "none.toml"]);
    sandbox.run(&["scenarios", "none.toml", "--lang", "zh"]);
    sandbox.write("broken.toml", "farsight = 1\n[plan\n");
    sandbox.run(&["scenarios", "broken.toml"]);
    told!("scenarios", sandbox.transcript());
}
