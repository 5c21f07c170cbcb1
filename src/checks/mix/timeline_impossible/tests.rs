//! Which dates contradict each other, and which only look as if they did.

use crate::checks::Severity;
use crate::checks::context::testing::{is_checked, messages, paths, severities};
use crate::words::Lang;

const FRAME: &str = "[plan]\nstarts = 2027-01-01\nends = 2027-12-31\n";

fn action(starts: &str, ends: &str, more: &str) -> String {
    format!(
        "[[mix.actions]]\nid = \"a\"\nwhat = \"开店\"\nstarts = {starts}\nends = {ends}\n{more}"
    )
}

fn found(more: &str) -> Vec<Severity> {
    severities("M416", &format!("{FRAME}{more}"))
}

#[test]
fn dates_in_order_are_silent() {
    assert_eq!(found(&action("2027-01-01", "2027-12-31", "")), []);
    assert_eq!(found(&action("2027-03-01", "2027-03-01", "")), []);
}

#[test]
fn an_end_before_the_start_is_found() {
    let plan = action("2027-03-01", "2027-02-01", "");
    assert_eq!(paths("M416", &plan), ["mix.actions.a.ends"]);
    assert!(messages("M416", &plan, Lang::Zh)[0].contains("2027-03-01"));
    let plan = "[plan]\ntitle = \"春耕\"\nstarts = 2027-03-01\nends = 2026-03-01\n";
    assert_eq!(paths("M416", plan), ["plan.ends"]);
}

#[test]
fn outside_the_period_is_an_error_and_partly_outside_a_warning() {
    assert_eq!(
        found(&action("2028-01-02", "2028-02-01", "")),
        [Severity::Error]
    );
    assert_eq!(
        found(&action("2027-12-01", "2028-02-01", "")),
        [Severity::Warning]
    );
    assert_eq!(
        found(&action(
            "2028-01-02",
            "2028-02-01",
            "status = \"dropped\"\n"
        )),
        []
    );
}

#[test]
fn what_is_prepared_before_the_first_day_is_silent() {
    for what in ["开店", "Build the till", "开发预约小程序"] {
        let early = |starts: &str, ends: &str| action(starts, ends, "").replace("开店", what);
        assert_eq!(found(&early("2026-10-01", "2026-12-20")), []);
        assert_eq!(found(&early("2026-12-01", "2027-02-01")), []);
        // More than a season before, the year may be wrong.
        assert_eq!(found(&early("2026-03-01", "2026-04-20")), [Severity::Error]);
    }
    let told = action("2026-10-01", "2026-12-20", "lever = \"promotion\"\n");
    assert_eq!(found(&told), [Severity::Error]);
}

#[test]
fn an_action_waits_for_what_it_follows() {
    let before = "[[mix.actions]]\nid = \"b\"\nstarts = 2027-01-01\nends = 2027-04-30\n";
    let after = action("2027-03-01", "2027-06-01", "after = [\"b\"]\n");
    assert_eq!(
        paths("M416", &format!("{before}{after}")),
        ["mix.actions.a.starts"]
    );
    assert_eq!(
        found(&format!(
            "{before}{}",
            after.replace("2027-03-01", "2027-04-30")
        )),
        []
    );
    assert_eq!(
        found(&format!("{before}repeats = \"monthly\"\n{after}")),
        []
    );
    assert_eq!(found(&format!("{before}status = \"dropped\"\n{after}")), []);
}

#[test]
fn promotion_before_the_product_is_a_warning_unless_it_says_so() {
    let product = "[[mix.products]]\nid = \"p\"\nready = 2027-03-20\n";
    let early = format!(
        "{product}{}",
        action("2027-03-01", "2027-05-01", "lever = \"promotion\"\n")
    );
    assert_eq!(found(&early), [Severity::Warning]);
    for teaser in ["开放预订", "Waiting list at the door"] {
        assert_eq!(found(&early.replace("开店", teaser)), []);
    }
    assert_eq!(found(&early.replace("promotion", "place")), []);
    // Another product is there already.
    assert_eq!(
        found(&format!(
            "{early}[[mix.products]]\nid = \"q\"\nready = 2027-01-05\n"
        )),
        []
    );
}

#[test]
fn an_offer_waits_for_its_product() {
    let plan = "[[mix.products]]\nid = \"p\"\nready = 2027-03-20\n\
        [[mix.promotions]]\nid = \"o\"\nname = \"尝鲜\"\nproduct = \"p\"\nstarts = 2027-03-01\nends = 2027-04-01\n";
    assert_eq!(found(plan), [Severity::Warning]);
    assert_eq!(found(&plan.replace("尝鲜", "预售")), []);
}

#[test]
fn due_dates_keep_their_order() {
    let plan = "[[mix.objectives]]\nid = \"o\"\nby = 2027-06-30\n[[mix.milestones]]\nid = \"m\"\nobjective = \"o\"\nby = 2027-07-15\n";
    assert_eq!(paths("M416", plan), ["mix.milestones.m.by"]);
    assert_eq!(found(&plan.replace("2027-06-30", "2026-06-30")).len(), 2);
    assert_eq!(found(&plan.replace("2027-07-15", "2027-03-15")), []);
}

#[test]
fn without_dates_nothing_is_judged() {
    assert!(!is_checked("M416", "") && !is_checked("M416", "[[mix.actions]]\nid = \"a\"\n"));
}

#[test]
fn actions_that_wait_for_each_other_are_found_once() {
    let action = |id: &str, after: &str| {
        format!("[[mix.actions]]\nid = \"{id}\"\nwhat = \"开店\"\nafter = [{after}]\n")
    };
    let pair = action("a", "\"b\"") + &action("b", "\"a\"");
    assert_eq!(paths("M416", &pair), ["mix.actions.b.after"]);
    assert!(messages("M416", &pair, Lang::Zh)[0].contains("a → b → a"));
    assert_eq!(
        paths("M416", &action("a", "\"a\"")),
        ["mix.actions.a.after"]
    );
    let three = action("z", "\"a\"")
        + &action("a", "\"b\"")
        + &action("b", "\"c\"")
        + &action("c", "\"a\"");
    assert!(messages("M416", &three, Lang::En)[0].contains("a → b → c → a"));
    let fork = action("a", "\"b\", \"c\"")
        + &action("b", "\"d\"")
        + &action("c", "\"d\"")
        + &action("d", "");
    assert_eq!(paths("M416", &fork), [""; 0]);
    let dropped = action("a", "\"b\"") + &action("b", "\"a\"") + "status = \"dropped\"\n";
    assert_eq!(paths("M416", &dropped), [""; 0]);
}
