//! Round trips from what the platforms say of their formats.

use super::*;

const EXPORT: &str = "\u{feff}Student,ID,SIS User ID,SIS Login ID,Section,\"Essay, first (70)\",Plan (77),Final Score\r\n\
    ,,,,,,Manual Posting,\r\n\
    \x20   Points Possible,,,,,10,20.0,(read only)\r\n\
    \"Ruiz, Ana\",11,s-100,aruiz,A,\"8,5\",,=1+1\r\n\
    \"O'Neil, \"\"Zoë\"\"\",12,s-101,zoneil,A,,3, 7 \r\n\
    陈晓,13,s-102,chenxiao,\"B, evening\",,,\r\n\
    \"Lee, Kim\",14,s-103,klee,A,,,\r\n\
    \"Lee, Kim\",15,s-104,klee2,A,,,\r\n\
    \"Student, Test\",99,,x,A,,,\r\n";

fn entry(name: &str, file: &str, given: Option<i64>) -> Entry {
    Entry {
        id: name.to_lowercase().replace(' ', "-"),
        name: name.to_owned(),
        file: file.to_owned(),
        given: given.map(Decimal::from),
        proposed: Some((Decimal::from(40), Decimal::from(80))),
        comments: "A1: 好".to_owned(),
    }
}

fn class() -> Vec<Entry> {
    vec![
        entry("Ana Ruiz", "ana.toml", Some(75)),
        entry("Zoë O'Neil", "oneilzoe_12_4_plan.toml", Some(50)),
        entry("陈晓", "陈晓.toml", None),
        entry("Kim Lee", "klee2.toml", Some(100)),
        entry("Nobody Known", "nobody.toml", Some(60)),
    ]
}

#[test]
fn canvas_only_one_column_changes() {
    let filled = canvas::fill(EXPORT, &class(), Some("plan"), false).unwrap();
    let wanted = EXPORT
        .replace("\"8,5\",,=1+1", "\"8,5\",15,=1+1")
        .replace(",A,,3, 7 ", ",A,,10, 7 ")
        .replace("klee2,A,,,", "klee2,A,,20,");
    assert_eq!(filled.text, wanted);
    assert_eq!(filled.count, 3);
    assert_eq!(filled.strangers, ["Nobody Known"]);
    assert_eq!(filled.without, ["陈晓", "Lee, Kim"]);
    let proposed = canvas::fill(EXPORT, &class(), Some("77"), true).unwrap();
    assert!(proposed.text.contains("\"B, evening\",,8,"));
    // What is filled can be filled again, and nothing moves.
    let again = canvas::fill(&filled.text, &class(), Some("Plan (77)"), false).unwrap();
    assert_eq!(again.text, filled.text);
}

#[test]
fn canvas_says_why_it_refuses() {
    let refused =
        |text: &str, wanted: Option<&str>| canvas::fill(text, &class(), wanted, false).unwrap_err();
    let which = refused(EXPORT, None);
    assert_eq!(
        which,
        canvas::Refused::Which(vec!["Essay, first (70)".into(), "Plan (77)".into()])
    );
    assert!(matches!(
        refused(EXPORT, Some("期末")),
        canvas::Refused::NoSuch(..)
    ));
    assert_eq!(refused("", None), canvas::Refused::NotCanvas);
    assert_eq!(
        refused("姓名,学号\n陈晓,1\n", None),
        canvas::Refused::NotCanvas
    );
    assert_eq!(
        refused("Student,ID\n陈晓,1\n", None),
        canvas::Refused::NoColumn
    );
    for lang in Lang::ALL {
        assert!(which.hint(lang).contains("--column"));
        assert!(!which.message(lang).is_empty());
    }
}

#[test]
fn a_name_that_two_people_share_fills_nobody() {
    let class = [entry("Kim Lee", "plan.toml", Some(100))];
    let filled = canvas::fill(EXPORT, &class, Some("77"), false).unwrap();
    assert_eq!(filled.text, EXPORT);
    assert_eq!(filled.strangers, ["Kim Lee"]);
    let twice = [
        entry("Ana Ruiz", "a.toml", Some(1)),
        entry("ana ruiz", "b.toml", Some(2)),
    ];
    let filled = canvas::fill(EXPORT, &twice, Some("77"), false).unwrap();
    assert_eq!((filled.text.as_str(), filled.count), (EXPORT, 0));
}

#[test]
fn moodle_gets_a_grade_and_feedback_or_nothing() {
    let list = "First name,Last name,Email address,ID number\nAna,Ruiz,Ana.Ruiz@X.org,s-100\n晓,陈,chen@x.org,\nZoë,O'Neil,=cmd@x,\n";
    let roster = Roster::read(list).unwrap();
    let mut class = class();
    class[0].comments = "=1+1\n\"好\", well".to_owned();
    let filled = moodle::fill(&roster, &class, 20.into(), false).unwrap();
    assert_eq!(
        filled.text,
        "Email address,ID number,Grade,Feedback\r\nAna.Ruiz@X.org,s-100,15,\"'=1+1\n\"\"好\"\", well\"\r\n"
    );
    assert_eq!(filled.count, 1);
    assert!(
        filled.strangers.contains(&"Zoë O'Neil".to_owned()),
        "no key of hers is safe"
    );
    let proposed = moodle::fill(&roster, &class[2..3], 100.into(), true).unwrap();
    assert!(
        proposed
            .text
            .starts_with("Email address,ID number,Grade (proposed),Feedback")
    );
    assert!(
        moodle::fill(
            &Roster::read("姓名\n陈晓\n").unwrap(),
            &class,
            1.into(),
            true
        )
        .is_none()
    );
}

#[test]
fn a_plain_table_keeps_proposals_apart() {
    let mut class = class();
    class[2].name = "=陈晓, \"B\"".to_owned();
    let text = plain::plain(&class[1..3], 100.into());
    assert_eq!(
        text,
        "student_id,score,comments,name,proposed_score,proposed_of\r\n\
         zoë-o'neil,50,A1: 好,Zoë O'Neil,40,80\r\n\
         陈晓,,A1: 好,\"'=陈晓, \"\"B\"\"\",40,80\r\n"
    );
}

#[test]
fn comments_are_never_empty() {
    let rubric = Rubric::standard();
    let mut marks = Marks::default();
    marks.student("ana").name = "Ana".to_owned();
    let bo = marks.student("bo");
    bo.levels.insert("A1".into(), "meets".into());
    bo.comments.insert("A1".into(), "Say whose.".into());
    for lang in Lang::ALL {
        let entries = entries(&marks, &[], &rubric, lang);
        assert!(entries.iter().all(|it| !it.comments.is_empty()));
        assert!(entries[1].comments.contains("Say whose."));
    }
}
