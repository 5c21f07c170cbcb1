//! What a student and a teacher are told, in both languages.

use super::*;
use crate::classroom::student::{File, class};
use crate::report::{Block, Document, text};
use crate::words::Lang;

const PLAN: &str = "farsight = 1\n[plan]\ntitle = \"<b>Tea</b> | **x**\"\nowner = \"Ana <i>\"\n\
    offering = \"tea counter\"\n[[needs.customer_needs]]\nid = \"warm\"\nneed = \"they need our tea counter\"\n\
    [[accept]]\ncheck = \"need-without-evidence\"\nat = \"needs.customer_needs.warm\"\nreason = \"下周访谈\"\n";

fn graded(task: &Task<'_>) -> Vec<Graded> {
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        text: Ok(text.to_owned()),
        written: None,
    };
    let files = vec![
        file("a.toml", PLAN),
        file("b.toml", ""),
        file("c.toml", "farsight = 1\n[[["),
    ];
    let class = class(files, None, None, task.marks, None);
    let all = class.handed.into_iter();
    all.map(|it| task.grade(it, Some("farsight = 1\n")))
        .collect()
}

fn said(document: &Document) -> String {
    let mut out = text(&document.title);
    for fact in &document.facts {
        out += &format!("\n{}: {}", text(&fact.label), text(&fact.value));
    }
    for section in &document.sections {
        out += &format!("\n# {}\n", text(&section.title));
        for block in &section.blocks {
            match block {
                Block::Paragraph(spans) | Block::Heading(_, spans) => out += &text(spans),
                Block::Callout(it) => {
                    out += &format!("[{}] {}{}", it.code, text(&it.title), text(&it.text));
                }
                Block::Table(it) => out += &format!("table {}", it.rows.len()),
                Block::List(_, items) => out += &format!("list {}", items.len()),
                _ => out += "…",
            }
            out.push('\n');
        }
    }
    out
}

#[test]
fn a_student_is_told_the_proposal_and_the_way_up() {
    let rubric = Rubric::standard();
    let marks = Marks::default();
    let task = Task {
        rubric: &rubric,
        exercise: None,
        marks: &marks,
        settings: Task::settings(None, None),
    };
    let graded = graded(&task);
    assert_eq!(graded.len(), 3);
    let ana = graded.iter().find(|it| it.handed.file == "a.toml").unwrap();
    for (lang, proposal, up) in [
        (Lang::En, "not a grade", "One level up"),
        (Lang::Zh, "不是成绩", "上一级"),
    ] {
        let document = feedback(ana, &task, lang);
        let told = said(&document);
        assert!(told.contains(proposal) && told.contains(up), "{told}");
        assert!(ana.since.is_some());
    }
    assert_eq!(ana.unjudged(), ana.report.answered().count());
    let broken = graded.iter().find(|it| it.handed.file == "c.toml").unwrap();
    let told = said(&feedback(broken, &task, Lang::Zh));
    assert!(told.contains("重新提交"), "{told}");
}

#[test]
fn a_class_is_summed_up_and_nobody_is_dropped() {
    let rubric = Rubric::standard();
    let mut marks = Marks::default();
    let marked = marks.student("ana-i");
    marked.file = "a.toml".to_owned();
    for criterion in &rubric.criteria {
        marked
            .levels
            .insert(criterion.code.clone(), "meets".to_owned());
    }
    let task = Task {
        rubric: &rubric,
        exercise: None,
        marks: &marks,
        settings: Task::settings(None, None),
    };
    let graded = graded(&task);
    let missing = [crate::classroom::student::Student {
        id: "wang".into(),
        name: "王小明".into(),
    }];
    for lang in Lang::ALL {
        let document = summary(&graded, &missing, &task, lang);
        let ids: Vec<&str> = document.sections.iter().map(|it| it.id.as_str()).collect();
        assert!(
            ids.starts_with(&["note", "look", "students", "levels", "rules"]),
            "{ids:?}"
        );
        let told = said(&document);
        assert!(
            told.contains("table 3"),
            "two files and one student need a look: {told}"
        );
    }
    let line = summary::line(&graded[0], &task, Lang::Zh);
    assert!(!line.is_empty());
}
