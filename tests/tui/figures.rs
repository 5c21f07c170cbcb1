//! The place Figures: what it shows at three sizes, editing in place, and trying without writing.

use crate::support::harness::{self, Harness, SIZES};
use farsight::words::Lang;

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
average_purchase = 8.0
purchases = 24
margin_rate = 0.5
retention = 0.8
[[relationships.groups]]
id = "passers"
name = "Passers-by"
average_purchase = 12.0
[relationships.value_capture]
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
average_purchase = 6.0
purchases = 200
margin_rate = 0.5
retention = 0.85
[[relationships.groups]]
id = "路过"
name = "路过的散客"
average_purchase = 30.0
[relationships.value_capture]
discount_rate = 0.08
"#;

const fn plan(lang: Lang) -> &'static str {
    match lang {
        Lang::En => BREAD,
        Lang::Zh => TOFU,
    }
}

/// Compares what the keys lead to.
fn picture(name: &str, keys: &str) {
    harness::picture(name, keys, plan);
}

#[test]
fn the_figures() {
    picture("figures", "shift-f7");
    picture("figures_sheet", "shift-f7 4 enter down");
    picture(
        "figures_trial",
        "shift-f7 enter shift-right right down left",
    );
    picture("figures_missing", "shift-f7 4 down down down enter");
    picture("figures_found", "shift-f7 / \"b\"");
}

#[test]
fn an_input_is_edited_where_it_stands_and_the_figure_moves_at_once() {
    let mut h = Harness::plan(Lang::En, BREAD);
    h.keys("shift-f7 / \"break-even of\" enter enter down enter");
    assert_eq!(h.text(), BREAD, "opening a field changes nothing");
    h.keys("\"1.9\"");
    let typed = BREAD.replace("unit_cost = 1.4", "unit_cost = 1.9");
    assert_eq!(h.text(), typed);
    h.sees("= 42,000 ÷ 2").keys("enter");
    // A digit begins anew, as in a spreadsheet.
    h.keys("\"2.4\" esc");
    assert_eq!(
        h.text(),
        BREAD.replace("unit_cost = 1.4", "unit_cost = 2.4")
    );
    h.sees("= 42,000 ÷ 1.50");
    // Each edit is one step.
    h.keys("alt-z");
    assert_eq!(h.text(), typed);
    h.keys("alt-z");
    assert_eq!(h.text(), BREAD);
    h.sees("= 42,000 ÷ 2.50");
}

#[test]
fn a_rate_is_typed_as_the_form_takes_it() {
    let mut h = Harness::plan(Lang::Zh, TOFU);
    h.keys("shift-f7 / \"终身价值 ·\" enter enter down");
    h.sees("▸ 保留率").keys("\"80%\" enter");
    assert_eq!(
        h.text(),
        TOFU.replace("retention = 0.85", "retention = 0.8")
    );
    // What is no number is not lost: it stands, and the field says what it takes.
    h.keys("\"9\" enter down").sees("▸ 贴现率");
    h.keys("up enter \"多\"").sees("这里应填");
    assert!(h.text().contains("retention = \"多\""), "{}", h.text());
    h.sees("▸ 保留率");
}

#[test]
fn what_is_missing_is_filled_in_where_it_is_missed() {
    let mut h = Harness::plan(Lang::En, BREAD);
    h.keys("shift-f7 / \"contribution · rolls\" enter enter down \"2\" enter");
    h.sees("= 6 − 2");
    let text = h.text();
    assert!(text.contains("price = 6.0\nunit_cost = 2.0"), "{text}");
}

#[test]
fn a_trial_changes_no_byte_until_it_is_written() {
    let mut h = Harness::plan(Lang::En, BREAD);
    h.keys("shift-f7 / \"break-even of\" enter enter shift-right down right");
    h.sees("Trial of 2, not in the plan.");
    h.sees("EUR 3.90 → EUR 4.30").sees("EUR 1.40 → EUR 1.41");
    h.sees("16,800 → ").sees("↓");
    assert_eq!(h.text(), BREAD);
    // Going back with the keys is the plan again.
    h.keys("left up shift-left").sees_no("Trial");
    // Esc drops what is tried before it leaves.
    h.keys("shift-right esc").sees_no("Trial of");
    assert_eq!(h.notice(), "The trial is dropped.");
    h.keys("shift-right down right w");
    let kept = BREAD
        .replace("net_price = 3.9", "net_price = 4.3")
        .replace("unit_cost = 1.4", "unit_cost = 1.41");
    assert_eq!(h.text(), kept);
    h.sees_no("Trial of");
    h.keys("alt-z");
    assert_eq!(h.text(), BREAD, "one step");
}

#[test]
fn a_rate_is_tried_by_points_and_stays_a_share() {
    let mut h = Harness::plan(Lang::En, BREAD);
    h.keys("shift-f7 / \"lifetime value ·\" enter enter down right");
    h.sees("80 % → 81 %").sees("+1 points");
    h.keys("shift-right shift-right").sees("80 % → 100 %");
    h.keys("right");
    assert_eq!(h.notice(), "Retention rate must be from 0 % to 100 %.");
    assert_eq!(h.text(), BREAD);
}

#[test]
fn the_place_is_kept_while_one_is_away() {
    let mut h = Harness::plan(Lang::En, BREAD);
    h.keys("shift-f7 / \"lifetime value ·\" enter enter down g");
    h.sees("▌Retention");
    h.keys("alt-7").sees("▸ Retention rate");
    h.keys("esc g").sees("Standing orders");
    h.keys("shift-f7 esc").sees("┏ ");
}

#[test]
fn a_plan_without_figures_says_what_makes_them() {
    let empty = "farsight = 1\n[plan]\ntitle = \"x\"\n";
    Harness::plan(Lang::En, empty)
        .keys("shift-f7")
        .sees("There is nothing to compute yet.");
    Harness::plan(Lang::Zh, empty)
        .keys("shift-f7")
        .sees("还没有可以计算的数字");
    let broken = "farsight = 1\n[plan\ntitle = \"x\"\n";
    Harness::plan(Lang::En, broken)
        .keys("shift-f7 enter tab right g w c")
        .keys("shift-f7")
        .sees("The file has syntax errors");
}

#[test]
fn absurd_numbers_are_told_and_break_nothing() {
    for number in [
        "79228162514264337593543950335",
        "-79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "0",
        "-5",
        "999999999999999999999999999999999999",
    ] {
        let text = BREAD
            .replace("net_price = 3.9", &format!("net_price = {number}"))
            .replace("retention = 0.8", &format!("retention = {number}"))
            .replace("fixed_costs = 42000.0", &format!("fixed_costs = {number}"));
        for size in SIZES {
            let mut h = Harness::sized(size, Lang::Zh, &text);
            h.keys(
                "shift-f7 4 enter shift-right right down shift-left pagedown end right tab down",
            );
            h.keys("down enter right down right c esc esc esc");
            assert_eq!(h.text(), text);
        }
    }
}

#[test]
fn a_figure_is_copied_as_text() {
    use farsight::tui::app::Errand;
    let mut h = Harness::plan(Lang::En, BREAD);
    h.keys("shift-f7 4 c");
    let Some(Errand::Copy(text)) = h.app.errands.pop() else {
        panic!("nothing was copied");
    };
    assert!(
        text.starts_with("Break-even of one product · Seven o'clock loaf\n"),
        "{text}"
    );
    assert!(text.contains("= 42,000 ÷ 2.50\n"), "{text}");
}

#[test]
fn a_chart_jumps_to_its_rows_and_is_copied_with_its_words() {
    use farsight::tui::app::Errand;
    let text = include_str!("../../plans/omumbonde-oat-bars.toml");
    let mut h = Harness::plan(Lang::En, text);
    h.keys("shift-f7 / \"opportunity map\" enter enter down c");
    let Some(Errand::Copy(copied)) = h.app.errands.pop() else {
        panic!("nothing was copied");
    };
    assert!(copied.starts_with("Opportunity map\n"), "{copied}");
    h.keys("enter").sees("Customer needs ─ ");
    assert_eq!(h.text(), text);
    // At every size each chart has its words, and nothing is drawn outside of it.
    for size in SIZES {
        let mut h = Harness::sized(size, Lang::Zh, text);
        h.keys("shift-f7 / \"图\" enter enter");
        for _ in 0..8 {
            h.keys("end right");
        }
        assert_eq!(h.text(), text);
    }
}

/// Three needs of a plan, far enough apart for a mark each.
fn needs(lang: Lang) -> String {
    let names = match lang {
        Lang::En => ["bread before the shift", "no queue", "a second coffee"],
        Lang::Zh => ["上工前吃上热的", "不排队", "多要一碗"],
    };
    let rows = names.iter().zip([(5, 2), (4, 4), (2, 3)]);
    let rows = rows
        .enumerate()
        .map(|(n, (need, (importance, satisfaction)))| {
            format!(
                "[[needs.customer_needs]]\nid = \"n{n}\"\nneed = \"{need}\"\n\
             importance = {importance}\nsatisfaction = {satisfaction}\n"
            )
        });
    let rows: String = rows.collect();
    format!("farsight = 1\n[plan]\ntitle = \"x\"\n{rows}")
}

#[test]
fn a_click_on_a_mark_chooses_its_note_and_a_second_opens_its_row() {
    for (lang, find, row) in [
        (Lang::En, "opportunity map", "no queue"),
        (Lang::Zh, "机会图", "不排队"),
    ] {
        let text = needs(lang);
        let mut h = Harness::sized((170, 40), lang, &text);
        h.keys(&format!("shift-f7 / \"{find}\" enter enter"));
        let words = h.caret();
        // The words stand beside the drawing, below its heading; the second note below the first.
        let cells: Vec<(u16, u16)> = {
            let cells = h.buffer();
            let all = cells.area.positions();
            let is_two = |x, y| cells[(x, y)].symbol() == "2" && x < words.0 && y > 3;
            all.filter(|at| is_two(at.x, at.y))
                .map(|at| (at.x, at.y))
                .collect()
        };
        let marks = cells.into_iter().filter(|(col, row)| {
            h.keys("home").click(*col, *row);
            h.caret().1 > words.1
        });
        let marks: Vec<(u16, u16)> = marks.collect();
        let [(col, line)] = marks[..] else {
            panic!("{marks:?} on:\n{}", h.screen());
        };
        h.keys("home").click(col, line);
        let chosen = h.caret();
        // Away from every mark nothing is chosen.
        h.click(col + 3, line);
        assert_eq!(h.caret(), chosen, "{}", h.screen());
        h.click(col, line).sees(row).sees(" ─ n1 ");
        assert_eq!(h.text(), text);
    }
}

#[test]
fn the_calculator_begins_with_examples_and_takes_other_numbers() {
    let mut h = Harness::plan(Lang::En, BREAD);
    h.keys("alt-8 / \"break-even\" enter enter");
    h.sees("1,800").sees("▸ Price");
    h.keys("\"20.7\" enter").sees("20,700 ÷ 14.20");
    h.keys("shift-right")
        .sees("→")
        .keys("esc")
        .sees("20,700 ÷ 14.20");
    // What is no number says what is wanted; the last number stands.
    h.keys("enter \"many\"").sees("Price must be a number");
    h.keys("esc e").sees("Worked example").keys("esc esc esc");
    assert_eq!(h.text(), BREAD);
    // It is there without a plan too.
    let mut h = Harness::folder((80, 24), Lang::Zh, &[]);
    h.keys("alt-8 / \"终身\" enter enter down right").sees("→");
    h.keys("esc esc esc esc").sees("计划");
}

#[test]
fn the_calculator_pictures() {
    picture("calculator", "alt-8");
    picture(
        "calculator_tried",
        "alt-8 / \"lifetime-value\" enter enter down right right",
    );
}
