//! Tests of the engine, with rules of their own.

use super::*;
use crate::catalogue::Step;
use crate::plan::{Plan, Record};
use crate::words::Lang;

const fn rule_of(
    code: &'static str,
    name: &'static str,
    check: fn(&Context, &mut Sink) -> Checked,
) -> Rule {
    let text = Text::new("title", "标题");
    Rule {
        code,
        name,
        aliases: &["old-name"],
        severity: Severity::Warning,
        step: Step::Needs,
        title: text,
        why: text,
        ask: text,
        page: "",
        check,
    }
}

/// Finds every need without a want.
static WANT: Rule = rule_of("N901", "want-missing", |context, sink| {
    if context.plan.customer_needs.is_empty() {
        return Checked::Lacks(Text::new("customer needs", "顾客需要"));
    }
    for need in &context.plan.customer_needs {
        if filled(need.want.as_ref()).is_none() {
            sink.missing(need, "want", Text::new("No want.", "没有欲望。"), &[]);
        }
    }
    Checked::Yes
});

/// Finds every need without a demand.
static DEMAND: Rule = rule_of("N902", "demand-missing", |context, sink| {
    for need in &context.plan.customer_needs {
        if filled(need.demand.as_ref()).is_none() {
            sink.missing(need, "demand", Text::new("No demand.", "没有需求。"), &[]);
        }
    }
    Checked::Yes
});

/// Finds the whole need weak, and so explains what is missing in it.
static WEAK: Rule = rule_of("X901", "weak-need", |context, sink| {
    for need in &context.plan.customer_needs {
        if need.demand.is_none() {
            sink.missing(need, "", Text::new("Weak.", "薄弱。"), &[]);
            sink.explains("want-missing", need.path(""));
        }
    }
    Checked::Yes
});

/// Reports the same gap twice, and one without a place.
static TWICE: Rule = rule_of("N903", "said-twice", |context, sink| {
    for need in context.plan.customer_needs.iter().rev() {
        for _ in 0..2 {
            sink.missing(need, "who", Text::new("{0}", "{0}"), &["who"]);
        }
    }
    sink.at("", Plan::START, Text::new("All.", "全部。"), &[]);
    Checked::Yes
});

const NEEDS: &str = "farsight = 1
[[needs.customer_needs]]
id = \"warm\"
[[needs.customer_needs]]
id = \"warm-start\"
demand = \"4 EUR\"
";

/// The codes and paths of what some rules find in a text, with a `+` where it is answered.
fn found(rules: &[&'static Rule], text: &str) -> Vec<String> {
    let reading = crate::plan::read(text);
    let report = run(rules.iter().copied(), text, &reading, &Settings::default());
    let line = |it: &Finding| {
        let sign = if it.answered.is_some() { "+" } else { "" };
        format!("{}{sign} {}", it.rule.code, it.path)
    };
    report.findings.iter().map(line).collect()
}

/// What comes of an answer to the missing wants of [`NEEDS`].
fn answered(answer: &str) -> Vec<String> {
    found(&[&WANT], &format!("{NEEDS}[[accept]]\n{answer}\n"))
}

const OPEN: [&str; 2] = [
    "N901 needs.customer_needs.warm.want",
    "N901 needs.customer_needs.warm-start.want",
];
const FIRST: [&str; 2] = [
    "N901+ needs.customer_needs.warm.want",
    "N901 needs.customer_needs.warm-start.want",
];
const BOTH: [&str; 2] = [
    "N901+ needs.customer_needs.warm.want",
    "N901+ needs.customer_needs.warm-start.want",
];

#[test]
fn a_rule_without_data_is_not_counted_as_passed() {
    let text = "farsight = 1\n";
    let reading = crate::plan::read(text);
    let report = run(
        [&WANT, &DEMAND].into_iter(),
        text,
        &reading,
        &Settings::default(),
    );
    assert_eq!((report.checked, report.total()), (1, 2));
    assert_eq!(report.unchecked[0].0.code, "N901");
    assert_eq!(report.unchecked[0].1.get(Lang::Zh), "顾客需要");
    assert!(report.findings.is_empty());
}

#[test]
fn a_summary_silences_what_it_explains_and_nothing_else() {
    let both = "farsight = 1\n[[needs.customer_needs]]\nid = \"warm\"\n";
    assert_eq!(
        found(&[&WANT, &DEMAND, &WEAK], both),
        [
            "N902 needs.customer_needs.warm.demand",
            "X901 needs.customer_needs.warm"
        ]
    );
    // `warm` does not explain `warm-start`, and rules may run in any order.
    for rules in [[&WANT, &WEAK], [&WEAK, &WANT]] {
        assert_eq!(
            found(&rules, NEEDS),
            [
                "X901 needs.customer_needs.warm",
                "N901 needs.customer_needs.warm-start.want"
            ]
        );
    }
}

#[test]
fn an_answer_holds_by_name_code_and_former_name() {
    for check in ["want-missing", "N901", "n901", "old-name"] {
        let answer = format!("check = \"{check}\"\nreason = \"asked, none\"\nby = \"Wei Lan\"");
        assert_eq!(answered(&answer), BOTH, "{check}");
    }
    assert_eq!(answered("check = \"N902\"\nreason = \"asked\""), OPEN);
}

#[test]
fn an_answer_holds_at_its_place_and_below() {
    let at = |at: &str| {
        answered(&format!(
            "check = \"N901\"\nat = \"{at}\"\nreason = \"asked\""
        ))
    };
    assert_eq!(at("needs"), BOTH);
    assert_eq!(at("needs.customer_needs"), BOTH);
    assert_eq!(at("needs.customer_needs.warm"), FIRST);
    assert_eq!(at("needs.customer_needs.warm.want"), FIRST);
    assert_eq!(at("needs.customer_needs.war"), OPEN);
    assert_eq!(at("needs.customer_needs.warm.demand"), OPEN);
    assert_eq!(at("targeting"), OPEN);
}

#[test]
fn an_answer_without_a_reason_does_not_count() {
    for reason in [
        "",
        "reason = \"\"",
        "reason = \" \"",
        "reason = \"TODO\"",
        "reason = \"待定\"",
    ] {
        assert_eq!(
            answered(&format!("check = \"N901\"\n{reason}")),
            OPEN,
            "{reason}"
        );
    }
}

#[test]
fn an_answer_is_kept_with_its_author() {
    let text =
        format!("{NEEDS}[[accept]]\ncheck = \"N901\"\nreason = \"问过，没有\"\nby = \"沈立夏\"\n");
    let reading = crate::plan::read(&text);
    let report = run([&WANT].into_iter(), &text, &reading, &Settings::default());
    let answer = report.findings[0].answered.clone().unwrap();
    assert_eq!(
        (answer.reason.as_str(), answer.by.as_deref()),
        ("问过，没有", Some("沈立夏"))
    );
    assert_eq!(report.open().count(), 0);
    assert_eq!(report.count(Severity::Warning), 0);
}

#[test]
fn a_broken_file_cannot_be_answered() {
    let text = "farsight = 1\nsurplus = 1\n[[accept]]\ncheck = \"F005\"\nreason = \"ours\"\n";
    assert!(check_text(text).open().any(|it| it.rule.code == "F005"));
}

#[test]
fn findings_stand_in_the_order_of_the_file_and_once() {
    assert_eq!(
        found(&[&TWICE, &WANT], NEEDS),
        [
            "N903 ",
            "N901 needs.customer_needs.warm.want",
            "N903 needs.customer_needs.warm.who",
            "N901 needs.customer_needs.warm-start.want",
            "N903 needs.customer_needs.warm-start.who",
        ]
    );
}

#[test]
fn a_newer_format_is_not_judged() {
    let text = NEEDS.replace("farsight = 1", "farsight = 2\nhorizon = 3");
    let report = check_text(&text);
    let codes: Vec<&str> = report.findings.iter().map(|it| it.rule.code).collect();
    assert_eq!(codes, ["F004"]);
    assert!(found(&[&WANT], &text).is_empty());
    assert!(report.unchecked.iter().any(|(rule, _)| rule.code == "F005"));
}

#[test]
fn broken_syntax_leaves_the_plan_unjudged() {
    let text = format!("{NEEDS}want = \"something hot\n[[needs.evidnce]]\n");
    let report = check_text(&text);
    assert!(report.findings.iter().all(|it| it.rule.code == "F001"));
    assert_eq!(report.findings.len(), 1);
    assert!(found(&[&WANT], &text).is_empty());
}

#[test]
fn another_programs_file_gets_one_finding() {
    let cargo = "[package]\nname = \"x\"\nversion = \"1\"\n[dependencies]\ntoml = \"1\"\n[[bin]]\n";
    let python = "[project]\nname = \"x\"\n[tool.ruff]\nselect = []\n[build-system]\n";
    for text in [cargo, python, "# 只有一项\n标题 = 1\n"] {
        let codes: Vec<&str> = check_text(text)
            .findings
            .iter()
            .map(|it| it.rule.code)
            .collect();
        let wanted: &[&str] = if text.contains("标题") {
            &["F001"]
        } else {
            &["F012"]
        };
        assert_eq!(codes, wanted, "{text}");
    }
    let empty: Vec<&str> = check_text("")
        .findings
        .iter()
        .map(|it| it.rule.code)
        .collect();
    assert_eq!(empty, ["F003"]);
}

#[test]
fn a_quotation_stays_on_one_line() {
    let long = "x".repeat(100);
    for (arg, shown) in [
        ("short", "short".to_owned()),
        ("两行\n文字", "两行…".to_owned()),
        (long.as_str(), format!("{}…", "x".repeat(59))),
    ] {
        let mut sink = Sink::default();
        sink.begin(&WANT);
        sink.at("", Plan::START, Text::new("{0}", "{0}"), &[arg]);
        let findings = sink.finish();
        assert_eq!(findings[0].message(Lang::Zh), shown);
    }
}
