//! How answers stand, and that each has one thing wrong with it at most.

use jiff::civil::date;

use super::super::{Settings, check_text_with};
use crate::words::Lang;

/// Two needs that count as met: one finding, at `needs.customer_needs`.
const MET: &str = "farsight = 1\n\
    [[needs.customer_needs]]\nid = \"a\"\nneed = \"睡个好觉\"\nstatus = \"met\"\n\
    [[needs.customer_needs]]\nid = \"b\"\nneed = \"不用排队\"\nstatus = \"met\"\n";

/// What family A finds in answers, and whether the finding of [`MET`] stays open.
fn judged(answers: &str) -> (Vec<String>, bool) {
    let text = format!("{MET}{answers}");
    let report = check_text_with(&text, &Settings::on(date(2027, 6, 30)));
    let ours = report
        .findings
        .iter()
        .filter(|it| it.rule.is_about_answers());
    let ours = ours
        .map(|it| format!("{} {}", it.rule.code, it.path))
        .collect();
    (ours, report.open().any(|it| it.rule.code == "N105"))
}

fn answer(fields: &str) -> String {
    format!("[[accept]]\n{fields}\n")
}

#[test]
fn a_full_answer_holds_until_its_day() {
    let full = "check = \"N105\"\nat = \"needs.customer_needs\"\nreason = \"一次性委托\"";
    assert_eq!(judged(&answer(full)), (vec![], false));
    let until = |day: &str| judged(&answer(&format!("{full}\nuntil = {day}")));
    assert_eq!(until("2027-07-01"), (vec![], false));
    for day in ["2027-06-30", "2020-02-29"] {
        assert_eq!(until(day), (vec!["A702 accept.1.until".to_owned()], true));
    }
}

#[test]
fn without_a_day_nothing_runs_out() {
    let text = format!(
        "{MET}{}",
        answer("check = \"N105\"\nat = \"needs\"\nreason = \"一次性委托\"\nuntil = 2000-01-01")
    );
    let report = check_text_with(&text, &Settings::default());
    assert!(report.open().all(|it| it.rule.code != "N105"));
    let lacking = report
        .unchecked
        .iter()
        .find(|(rule, _)| rule.code == "A702");
    assert_eq!(lacking.unwrap().1.get(Lang::Zh), "今天的日期");
}

#[test]
fn each_answer_has_one_thing_wrong_with_it() {
    for (fields, found, open) in [
        ("", "A704 accept.1.check", true),
        ("check = \"\"\nreason = \"x\"", "A704 accept.1.check", true),
        ("check = \"N99\"", "A704 accept.1.check", true),
        (
            "check = \"F005\"\nreason = \"ours\"",
            "A703 accept.1.check",
            true,
        ),
        (
            "check = \"A703\"\nreason = \"ours\"",
            "A703 accept.1.check",
            true,
        ),
        ("check = \"N105\"\nat = \"plan\"", "A703 accept.1.at", true),
        (
            "check = \"N105\"\nat = \"needs.customer_need\"\nreason = \"x\"",
            "A703 accept.1.at",
            true,
        ),
        (
            "check = \"N105\"\nat = \"needs\"",
            "A701 accept.1.reason",
            true,
        ),
        (
            "check = \"N105\"\nuntil = 2001-01-01\nreason = \"TODO\"",
            "A701 accept.1.reason",
            true,
        ),
        (
            "check = \"N105\"\nreason = \"一次性委托\"",
            "A705 accept.1.at",
            false,
        ),
        (
            "check = \"N105\"\nat = \" \"\nreason = \"一次性委托\"",
            "A705 accept.1.at",
            false,
        ),
    ] {
        assert_eq!(
            judged(&answer(fields)),
            (vec![found.to_owned()], open),
            "{fields}"
        );
    }
}

#[test]
fn an_answer_to_what_could_not_be_checked_may_wait() {
    // Without a status nobody knows whether the needs are met.
    let text = MET.replace("status = \"met\"\n", "")
        + &answer("check = \"N105\"\nat = \"needs\"\nreason = \"一次性委托\"");
    let report = check_text_with(&text, &Settings::default());
    assert!(report.findings.iter().all(|it| !it.rule.is_about_answers()));
}

#[test]
fn an_answer_to_what_a_summary_explains_is_of_use() {
    let text = "farsight = 1\n[[targeting.segments]]\nid = \"护士\"\nname = \"夜班护士\"\n\
        decision = \"target\"\n[[needs.customer_needs]]\nid = \"a\"\nneed = \"睡个好觉\"\n\
        [[accept]]\ncheck = \"target-without-proposition\"\nat = \"targeting.segments.护士\"\n\
        reason = \"试点阶段\"\n";
    let report = check_text_with(text, &Settings::default());
    let codes: Vec<_> = report.findings.iter().map(|it| it.rule.name).collect();
    assert!(!codes.contains(&"answer-unused"), "{codes:?}");
}

#[test]
fn repairs_take_out_what_is_unused_and_say_what_was_meant() {
    let repaired = |answers: &str| {
        let text = format!("{MET}{answers}");
        let report = check_text_with(&text, &Settings::on(date(2027, 6, 30)));
        let fix = report.findings.iter().find_map(|it| it.fix.clone());
        fix.map(|fix| fix.applied(&text).replace(MET, ""))
    };
    let unused = answer("check = \"N105\"\nat = \"plan\"\nreason = \"x\"");
    assert_eq!(repaired(&unused).unwrap(), "");
    let near = answer("check = \"no-unmet-need\" # 见评审记录\nat = \"needs\"\nreason = \"x\"");
    assert_eq!(
        repaired(&near).unwrap(),
        near.replace("no-unmet-need", "no-unmet-or-latent-need")
    );
    let nowhere = answer("check = \"N105\"\nreason = \"x\"");
    assert!(
        repaired(&nowhere)
            .unwrap()
            .contains("at = \"needs.customer_needs\"")
    );
    assert_eq!(repaired(&answer("check = \"什么\"")), None);
}
