//! The chain holds, and breaks wherever one link of it is taken out.

use crate::checks::context::testing::{is_checked, messages, paths};
use crate::checks::{Severity, check_text};
use crate::words::Lang;

/// A small plan that is whole: a service that sharpens shears for sheep farms.
const WHOLE: &str = r#"farsight = 1
[plan]
title = "Sharp before the flock"
starts = 2027-01-01
ends = 2027-12-31
[[needs.customer_needs]]
id = "shear-in-time"
need = "finish shearing before the rain"
status = "underserved"
importance = 5
evidence = ["barn-talks"]
[[needs.evidence]]
id = "barn-talks"
finding = "nine of twelve lost a dry day last June"
[[targeting.segments]]
id = "hill-farms"
name = "Hill farms"
needs = ["shear-in-time"]
decision = "target"
[[value.propositions]]
id = "no-dry-day-lost"
segment = "hill-farms"
statement = "Sharp shears at the gate by seven, or the day is free."
[[value.benefits]]
id = "full-day"
proposition = "no-dry-day-lost"
need = "shear-in-time"
benefit = "You shear the whole dry day."
proof = "41 of 42 mornings last season, logged by the farms."
[[mix.products]]
id = "dawn-round"
name = "Dawn round"
segments = ["hill-farms"]
price = 28.0
net_price = 24.0
unit_cost = 11.0
[[mix.channels]]
id = "farm-gate"
segments = ["hill-farms"]
[[mix.messages]]
id = "by-seven"
segment = "hill-farms"
benefit = "full-day"
text = "By seven at your gate."
[[relationships.programmes]]
id = "winter-check"
segment = "hill-farms"
what = "Each January we look over last year's log together."
[[relationships.groups]]
id = "regular-farms"
segment = "hill-farms"
customers = 60
"#;

/// Each link: the line to take out, and what stands at its two ends.
const LINKS: &[(&str, &str, &str)] = &[
    ("needs = [\"shear-in-time\"]", "Hill farms", "shear-in-time"),
    (
        "segment = \"hill-farms\"\nstatement",
        "Hill farms",
        "no-dry-day-lost",
    ),
    (
        "proposition = \"no-dry-day-lost\"",
        "no-dry-day-lost",
        "full-day",
    ),
    ("need = \"shear-in-time\"", "full-day", "shear-in-time"),
    ("proof = ", "full-day", "proof"),
    (
        "segments = [\"hill-farms\"]\nprice",
        "Hill farms",
        "dawn-round",
    ),
    ("price = 28.0", "Dawn round", "price"),
    (
        "segments = [\"hill-farms\"]\n[[mix.messages]]",
        "Hill farms",
        "farm-gate",
    ),
    (
        "segment = \"hill-farms\"\nbenefit = ",
        "Hill farms",
        "by-seven",
    ),
    ("benefit = \"full-day\"", "by-seven", "benefit"),
    (
        "segment = \"hill-farms\"\nwhat",
        "Hill farms",
        "winter-check",
    ),
    (
        "segment = \"hill-farms\"\ncustomers",
        "Hill farms",
        "regular-farms",
    ),
];

/// Another segment, for later, that has rows of its own: what names none is then not for all.
const ANOTHER: &str = r#"[[targeting.segments]]
id = "valley"
name = "Valley farms"
decision = "later"
[[mix.products]]
id = "van-round"
segments = ["valley"]
price = 30.0
[[mix.channels]]
id = "market-day"
segments = ["valley"]
[[mix.messages]]
id = "on-saturday"
segment = "valley"
text = "On Saturday beside the weigh-bridge."
[[relationships.programmes]]
id = "market-talk"
segment = "valley"
what = "A word at the weigh-bridge."
[[relationships.groups]]
id = "valley-farms"
segment = "valley"
customers = 6
"#;

fn without(link: &str) -> String {
    let at = WHOLE.find(link).expect("the link stands in the plan");
    let end = WHOLE[at..].find('\n').expect("lines end") + at + 1;
    format!("{}{}", &WHOLE[..at], &WHOLE[end..])
}

fn errors(plan: &str) -> Vec<(&'static str, String, String)> {
    check_text(plan)
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| {
            (
                finding.rule.code,
                finding.message(Lang::En),
                finding.message(Lang::Zh),
            )
        })
        .collect()
}

#[test]
fn a_whole_chain_is_silent() {
    assert_eq!(errors(WHOLE), []);
    let plan = WHOLE.strip_prefix("farsight = 1\n").expect("a header");
    assert!(is_checked("X603", plan));
}

#[test]
fn each_missing_link_is_one_error_that_names_both_ends() {
    for (link, one, other) in LINKS {
        let found = errors(&format!("{}{ANOTHER}", without(link)));
        let [(code, en, zh)] = found.as_slice() else {
            panic!("without {link}: {found:#?}");
        };
        assert_eq!(*code, "X603", "{link}");
        for end in [one, other] {
            assert!(en.contains(end), "{link}: {en}");
            // Ends without a name of their own are named by their kind.
            let zh_end = match *end {
                "proof" => "证明",
                "price" => "价格",
                "benefit" => "利益",
                name => name,
            };
            assert!(zh.contains(zh_end), "{link}: {zh}");
        }
    }
}

#[test]
fn a_row_that_breaks_the_chain_is_not_an_orphan_as_well() {
    for (link, ..) in LINKS {
        let plan = format!("{}{ANOTHER}", without(link));
        let plan = plan.strip_prefix("farsight = 1\n").expect("a header");
        assert_eq!(paths("X605", plan), [""; 0], "{link}");
    }
}

/// A plan without a row and its lines.
fn without_row(row: &str) -> String {
    let at = WHOLE.find(row).expect("the row");
    let end = WHOLE[at + 2..]
        .find("[[")
        .map_or(WHOLE.len(), |end| at + 2 + end);
    format!("{}{}", &WHOLE[..at], &WHOLE[end..])
}

#[test]
fn a_whole_row_may_be_missing_too() {
    let found = errors(&without_row("[[mix.channels]]"));
    let codes: Vec<_> = found.iter().map(|it| it.0).collect();
    assert_eq!(codes, ["X603"]);
}

#[test]
fn a_plan_without_programmes_or_groups_is_not_broken_by_that() {
    for row in ["[[relationships.programmes]]", "[[relationships.groups]]"] {
        assert_eq!(errors(&without_row(row)), [], "{row}");
    }
}

#[test]
fn a_list_that_names_no_segment_is_for_all() {
    for link in [
        "segments = [\"hill-farms\"]\nprice",
        "segments = [\"hill-farms\"]\n[[mix.messages]]",
        "segment = \"hill-farms\"\nbenefit = ",
        "segment = \"hill-farms\"\nwhat",
        "segment = \"hill-farms\"\ncustomers",
    ] {
        assert_eq!(errors(&without(link)), [], "{link}");
    }
}

#[test]
fn those_who_do_not_pay_need_no_customer_group() {
    let plan = format!(
        "{}{ANOTHER}",
        without("segment = \"hill-farms\"\ncustomers")
    );
    assert_eq!(errors(&plan).len(), 1);
    for (from, to) in [
        (
            "decision = \"target\"",
            "side = \"beneficiaries\"\ndecision = \"target\"",
        ),
        (
            "price = 28.0\nnet_price = 24.0\nunit_cost = 11.0",
            "price = 0",
        ),
    ] {
        assert_eq!(errors(&plan.replacen(from, to, 1)), [], "{to}");
    }
}

#[test]
fn who_pays_through_a_stream_of_revenue_needs_no_group_either() {
    let plan = format!("{}{ANOTHER}", without_row("[[relationships.groups]]"));
    assert_eq!(errors(&plan).len(), 1);
    let stream = "[[relationships.revenue_streams]]\nid = \"农户付费\"\npayer = \"hill-farms\"\n";
    assert_eq!(errors(&format!("{plan}{stream}")), []);
}

#[test]
fn a_target_of_whom_nothing_is_written_is_left_to_one_rule() {
    for name in ["Valley farms", "平原农场"] {
        let plan = format!(
            "{WHOLE}[[targeting.segments]]\nid = \"valley\"\nname = \"{name}\"\ndecision = \"target\"\n"
        );
        let found = errors(&plan);
        let codes: Vec<_> = found.iter().map(|it| it.0).collect();
        assert_eq!(codes, ["V303"], "{found:#?}");
        assert!(found[0].1.contains("names no need") && found[0].2.contains("没有写它的需要"));
    }
}

const TWO_STEPS: &str = "[[needs.customer_needs]]\nid = \"n\"\nneed = \"不用排队\"\nstatus = \"unmet\"\n\
    [[targeting.segments]]\nid = \"s\"\nname = \"晚归的租户\"\nneeds = [\"n\"]\ndecision = \"target\"\n";

#[test]
fn a_step_that_is_not_begun_is_work_ahead() {
    assert_eq!(paths("X603", TWO_STEPS), [""; 0]);
    assert!(!is_checked("X603", TWO_STEPS));
    assert!(!is_checked("X603", ""));
}

#[test]
fn a_step_that_is_skipped_is_a_break() {
    let plan = format!("{TWO_STEPS}[[mix.channels]]\nid = \"c\"\nsegments = [\"s\"]\n");
    assert_eq!(paths("X603", &plan), ["targeting.segments.s"]);
    let says = messages("X603", &plan, Lang::Zh);
    assert!(says[0].contains("晚归的租户") && says[0].contains("价值主张"));
}

#[test]
fn only_targets_have_a_chain() {
    for decision in ["later", "no"] {
        let plan = TWO_STEPS.replace("target\"", &format!("{decision}\""))
            + "[[mix.channels]]\nid = \"c\"\n";
        assert_eq!(paths("X603", &plan), [""; 0]);
    }
}

#[test]
fn a_link_marked_unknown_is_not_asked_for_again() {
    let plan = without("price = 28.0").replacen(
        "[plan]",
        "[plan]\nunknown = [\"mix.products.dawn-round.price\"]",
        1,
    );
    assert_eq!(errors(&plan), []);
}

#[test]
fn a_short_plan_shares_what_names_no_segment() {
    let mut plan = WHOLE.to_owned();
    for line in [
        "proposition = \"no-dry-day-lost\"\n",
        "proof = \"41 of 42 mornings last season, logged by the farms.\"\n",
    ] {
        plan = plan.replace(line, "");
    }
    plan = plan
        .replace("segments = [\"hill-farms\"]\nprice", "price")
        .replace("segment = \"hill-farms\"\ncustomers", "customers");
    assert_eq!(errors(&plan), []);
}

#[test]
fn a_segment_for_which_nothing_is_made_is_one_finding() {
    for name in ["Valley farms", "平原农场"] {
        let plan = format!(
            "{WHOLE}[[targeting.segments]]\nid = \"valley\"\nname = \"{name}\"\nneeds = [\"shear-in-time\"]\ndecision = \"target\"\n"
        );
        let of_it = |plan: &str| -> Vec<&'static str> {
            let findings = check_text(plan).findings.into_iter();
            let here = findings.filter(|it| it.path.starts_with("targeting.segments.valley"));
            let mut names: Vec<&str> = here.map(|it| it.rule.name).collect();
            names.retain(|name| {
                [
                    "broken-chain",
                    "mix-element-missing",
                    "segment-unreachable",
                    "target-without-proposition",
                ]
                .contains(name)
            });
            names
        };
        assert_eq!(of_it(&plan), ["broken-chain"], "{name}");
        // Though a channel serves it, what else the mix lacks waits for the promise.
        let begun = plan.replacen(
            "segments = [\"hill-farms\"]\n[[mix.messages]]",
            "segments = [\"hill-farms\", \"valley\"]\n[[mix.messages]]",
            1,
        );
        assert_eq!(of_it(&begun), ["broken-chain"], "{name}");
    }
}
