//! Ceilings instead of subtractions.

use super::*;
use crate::checks::{check_text, rule};

/// A plan with one need that is our product, answered or not, and one without evidence.
fn plan(answer: &str) -> String {
    format!(
        "farsight = 1\n[plan]\ntitle = \"茶馆\"\noffering = \"tea counter\"\ncategory = \"tea\"\n\
        [[needs.customer_needs]]\nid = \"warm\"\nneed = \"they need our tea counter\"\nimportance = 5\n\
        [[needs.customer_needs]]\nid = \"calm\"\nneed = \"want our tea\"\nimportance = 5\n{answer}"
    )
}

fn of(text: &str, code: &str, verdict: Option<Verdict>) -> (Proposal, Rubric) {
    let rubric = Rubric::standard();
    let report = check_text(text);
    let proposals = propose(&rubric, &report, |_| verdict);
    let found = proposals.into_iter().find(|it| it.code == code);
    (found.unwrap(), rubric)
}

#[test]
fn an_empty_plan_is_proposed_nothing_good() {
    let rubric = Rubric::standard();
    let report = check_text("farsight = 1\n[plan]\ntitle = \"空\"\n");
    for proposal in propose(&rubric, &report, |_| None) {
        let criterion = rubric.criterion(&proposal.code).unwrap();
        assert!(proposal.level.is_some(), "{}", proposal.code);
        assert!(
            proposal.level >= Some(rubric.ceilings.thin),
            "{} {:?}: {}",
            proposal.code,
            proposal,
            criterion.name.en
        );
    }
}

#[test]
fn findings_cap_and_never_subtract() {
    let rubric = Rubric::standard();
    let report = check_text(&plan(""));
    for proposal in propose(&rubric, &report, |_| None) {
        let errors = (proposal.open.iter())
            .filter(|&&at| report.findings[at].severity == Severity::Error)
            .count();
        if errors > 0 {
            assert!(proposal.ceiling >= rubric.ceilings.error);
            assert!(proposal.caps.contains(&Cap::Errors(errors)));
        }
        // However many there are, one cap is as low as it gets.
        let lowest = proposal.caps.iter().map(|it| it.level(&rubric)).max();
        assert_eq!(proposal.ceiling, lowest.unwrap_or_default());
        assert!(proposal.level.unwrap() >= 1, "the top is never proposed");
    }
}

#[test]
fn an_answer_lifts_a_ceiling_unless_the_teacher_disagrees() {
    let report = check_text(&plan(""));
    let found = report
        .findings
        .iter()
        .find(|it| it.rule.code.starts_with('N'));
    let found = found.unwrap();
    let code = Rubric::standard().behind(found.rule).unwrap().code.clone();
    let answer = format!(
        "[[accept]]\ncheck = \"{}\"\nat = \"{}\"\nreason = \"访谈里他们就是这么说的\"\n",
        found.rule.name, found.path
    );
    let text = plan(&answer);
    let (open, _) = of(&plan(""), &code, None);
    let (lifted, _) = of(&text, &code, None);
    let (kept, _) = of(&text, &code, Some(Verdict::Disagree));
    assert_eq!(lifted.open.len() + 1, open.open.len());
    assert_eq!(lifted.answered.len(), 1);
    assert_eq!(kept.open.len(), open.open.len());
    assert_eq!(kept.ceiling, lifted.unconvinced);
}

#[test]
fn why_is_told_in_both_languages() {
    let (proposal, rubric) = of("farsight = 1\n", "F1", None);
    let (en, zh) = (
        proposal.why(&rubric, Lang::En),
        proposal.why(&rubric, Lang::Zh),
    );
    assert!(
        en.starts_with("At most “") && zh.starts_with("最高“"),
        "{en} {zh}"
    );
    let empty = Rubric {
        criteria: vec![Criterion {
            rules: vec![],
            ..rubric.criteria[0].clone()
        }],
        ..rubric
    };
    let proposals = propose(&empty, &check_text(""), |_| None);
    assert_eq!(proposals[0].level, None);
    assert_eq!(proposed(&proposals, &empty), (Decimal::ZERO, Decimal::ZERO));
    assert!(rule("N103").is_some());
}
