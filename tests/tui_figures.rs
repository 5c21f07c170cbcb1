//! The place Figures: what it shows at three sizes, editing in place, and trying without writing.
#![allow(clippy::unwrap_used)]

mod tui;

use farsight::words::Lang;
use tui::Harness;

/// A bread van with a break-even, and two groups of customers.
const BREAD: &str = r#"farsight = 1
[plan]
title = "Warm bread by seven"
currency = "EUR"
[[mix.products]]
id = "loaf"
name = "Seven o'clock loaf"
price = 4.2
net_price = 3.9
unit_cost = 1.4
[[mix.products]]
id = "rolls"
name = "Rolls by the dozen"
price = 6.0
[mix.totals]
fixed_costs = 42000.0
[[relationships.groups]]
id = "regulars"
name = "Standing orders"
average_purchase = 96.0
retention = 0.8
[[relationships.groups]]
id = "passers"
name = "Passers-by"
average_purchase = 12.0
[value_capture]
discount_rate = 0.1
"#;

/// 一家豆腐坊：盈亏平衡，两个顾客群。
const TOFU: &str = r#"farsight = 1
[plan]
title = "清早的热豆腐"
currency = "CNY"
[[mix.products]]
id = "嫩豆腐"
name = "清早现点的嫩豆腐"
price = 5.0
net_price = 4.6
unit_cost = 1.8
[[mix.products]]
id = "豆干"
name = "五香豆干"
price = 12.0
[mix.totals]
fixed_costs = 84000.0
[[relationships.groups]]
id = "老主顾"
name = "每天来的老主顾"
average_purchase = 620.0
retention = 0.85
[[relationships.groups]]
id = "路过"
name = "路过的散客"
average_purchase = 30.0
[value_capture]
discount_rate = 0.08
"#;

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 12)];

const fn plan(lang: Lang) -> &'static str {
    match lang {
        Lang::En => BREAD,
        Lang::Zh => TOFU,
    }
}

/// The head counts findings, whose number grows with every rule: it is no part of the picture.
fn picture(name: &str, keys: &str) {
    for lang in [Lang::En, Lang::Zh] {
        let mut all = String::new();
        for (cols, rows) in SIZES {
            let mut h = Harness::sized((cols, rows), lang, plan(lang));
            h.keys(keys);
            let (col, row) = h.caret();
            let screen = h.screen();
            let body: Vec<&str> = screen.lines().skip(2).collect();
            let body = body.join("\n");
            all += &format!("── {cols} × {rows}, caret at {col}, {row}\n{body}\n");
        }
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("{name}_{}", lang.tag()), all));
    }
}

#[test]
fn the_figures() {
    picture("figures", "shift-f7");
    picture("figures_sheet", "shift-f7 enter down");
    picture(
        "figures_trial",
        "shift-f7 enter shift-right right down left",
    );
    picture("figures_missing", "shift-f7 down enter");
}
