//! Which sums are wrong, and which only look as if they were.

use crate::checks::context::testing::{is_checked, messages, paths};
use crate::words::Lang;

fn line(text: &str) -> String {
    format!("[[mix.budget]]\n{}\n", text.replace("; ", "\n"))
}

fn found(total: &str, lines: &[&str]) -> Vec<String> {
    let lines: String = lines.iter().map(|text| line(text)).collect();
    let plan = format!("[plan]\ncurrency = \"GBP\"\n[mix.totals]\nbudget = {total}\n{lines}");
    paths("X607", &plan)
}

#[test]
fn budgets_that_add_up_are_silent() {
    assert_eq!(
        found(
            "200.0",
            &[
                "amount = 120.0",
                "amount = 15.0",
                "amount = 35.0",
                "amount = 30.0"
            ]
        ),
        [""; 0]
    );
    // Tenths are exact.
    assert_eq!(found("0.3", &["amount = 0.1", "amount = 0.2"]), [""; 0]);
    assert_eq!(found("90.0", &["quantity = 3; rate = 30.0"]), [""; 0]);
}

#[test]
fn a_gap_either_way_is_found_with_its_size() {
    assert_eq!(
        found("60000.0", &["amount = 30000.0", "amount = 27500.0"]),
        ["mix.totals.budget"]
    );
    let over = "[mix.totals]\nbudget = 100.0\n[[mix.budget]]\namount = 130.0\n";
    assert!(messages("X607", over, Lang::Zh)[0].contains("多出30"));
    assert!(messages("X607", over, Lang::En)[0].contains("30 more"));
}

#[test]
fn rounding_is_forgiven_up_to_half_a_digit_a_line() {
    assert_eq!(
        found(
            "100.0",
            &["amount = 33.3", "amount = 33.3", "amount = 33.3"]
        ),
        [""; 0]
    );
    assert_eq!(
        found(
            "100.0",
            &["amount = 33.3", "amount = 33.3", "amount = 33.1"]
        )
        .len(),
        1
    );
    assert_eq!(
        found("100.0", &["quantity = 3; rate = 33.33; amount = 100.0"]),
        [""; 0]
    );
}

#[test]
fn a_line_says_its_own_product() {
    assert_eq!(
        found(
            "500.0",
            &["id = \"x\"; quantity = 4; rate = 120.0; amount = 500.0"]
        ),
        ["mix.budget.x.amount"]
    );
}

#[test]
fn a_ceiling_spends_nothing() {
    assert_eq!(
        found("100.0", &["amount = 100.0", "cap_share = 0.2"]),
        [""; 0]
    );
    assert_eq!(
        found(
            "100.0",
            &[
                "id = \"x\"; amount = 30.0; cap_share = 0.2",
                "amount = 70.0"
            ]
        ),
        ["mix.budget.x.cap_share"]
    );
}

#[test]
fn another_currency_converts_either_way_or_cannot_be_judged() {
    let usd = "currency = \"USD\"";
    assert_eq!(
        found(
            "79.0",
            &[&format!("amount = 100.0; exchange_rate = 0.79; {usd}")]
        ),
        [""; 0]
    );
    assert_eq!(
        found(
            "79.0",
            &[&format!(
                "quantity = 10; rate = 10.0; amount = 79.0; exchange_rate = 0.79; {usd}"
            )]
        ),
        [""; 0]
    );
    assert_eq!(found("79.0", &[&format!("amount = 100.0; {usd}")]), [""; 0]);
    assert_eq!(
        found(
            "90.0",
            &[&format!("amount = 100.0; exchange_rate = 0.79; {usd}")]
        )
        .len(),
        1
    );
    assert_eq!(
        found("79.0", &["amount = 79.0; currency = \"gbp\""]),
        [""; 0]
    );
}

#[test]
fn two_lines_without_amounts_are_not_divided() {
    let plan = "[mix.totals]\nbudget = 900.0\n[[mix.budget]]\namount = 100.0\n\
        [[mix.budget]]\nid = \"ads\"\nitem = \"Adverts\"\n[[mix.budget]]\nitem = \"传单\"\n";
    assert_eq!(paths("X607", plan), ["mix.budget.ads.amount"]);
    assert!(messages("X607", plan, Lang::Zh)[0].contains("总额900里的800没有分到各项"));
    for more in ["cap_share = 0.1\n", "actual = 30.0\n"] {
        assert_eq!(paths("X607", &format!("{plan}{more}")), [""; 0], "{more}");
    }
    let unknown = format!("[plan]\nunknown = [\"mix.budget.ads\"]\n{plan}");
    assert_eq!(paths("X607", &unknown), [""; 0]);
}

#[test]
fn an_action_costs_what_its_lines_come_to() {
    let plan = |cost: &str, total: &str| {
        format!(
            "[mix.totals]\nbudget = {total}\n[[mix.actions]]\nid = \"a\"\nwhat = \"建网站\"\ncost = {cost}\n\
             [[mix.budget]]\naction = \"a\"\namount = 150.0\n[[mix.budget]]\naction = \"a\"\namount = 50.0\n"
        )
    };
    assert_eq!(paths("X607", &plan("200", "200.0")), [""; 0]);
    assert_eq!(paths("X607", &plan("180", "200.0")), ["mix.actions.a.cost"]);
    assert!(messages("X607", &plan("180", "200.0"), Lang::Zh)[0].contains("合计200"));
    let dropped = plan("180", "200.0").replace("cost", "status = \"dropped\"\ncost");
    assert_eq!(paths("X607", &dropped), [""; 0]);
    let bare = "[mix.totals]\nbudget = 100.0\n[[mix.actions]]\nid = \"a\"\ncost = 130.0\n";
    assert_eq!(paths("X607", bare), ["mix.totals.budget"]);
    assert!(messages("X607", bare, Lang::En)[0].contains("130 in all"));
}

#[test]
fn bills_abroad_may_be_read_each_in_its_own_way() {
    let bill = "amount = 100.0; exchange_rate = 0.79; currency = \"USD\"";
    assert_eq!(found("179.0", &[bill, bill]), [""; 0]);
    assert_eq!(found("190.0", &[bill, bill]).len(), 1);
    let par = "amount = 100.0; exchange_rate = 1.0; currency = \"ZAR\"";
    assert_eq!(found("200.0", &["amount = 100.0", par]), [""; 0]);
}

#[test]
fn a_line_still_to_be_filled_leaves_the_sum_open() {
    assert_eq!(
        found("100.0", &["amount = 60.0", "item = \"传单\""]),
        [""; 0]
    );
    assert_eq!(
        found("100.0", &["amount = 160.0", "item = \"传单\""]).len(),
        1
    );
    assert!(!is_checked("X607", "") && !is_checked("X607", "[mix.totals]\nbudget = 5.0\n"));
}

#[test]
fn numbers_too_large_are_not_judged() {
    let huge = "79228162514264337593543950335";
    assert_eq!(
        found(
            "1.0",
            &[&format!("amount = {huge}.0"), &format!("amount = {huge}.0")]
        ),
        [""; 0]
    );
}
