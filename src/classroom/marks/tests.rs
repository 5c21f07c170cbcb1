//! Marks survive being read, written, edited by hand and written again.

use super::*;
use crate::words::Lang;

const TEXT: &str = "\
marks = 1
# Second term.
exercise = \"past-the-product\"

[students.ana-ruiz]
name = \"Ana Ruiz\" # moved to group B
level.A1 = \"meets\"
level.B2 = \"below\"

# Talk to her tutor.
[students.\"陈晓\"]
name = '陈晓'
level.A1 = \"exceeds\"
answer.\"N103 needs.customer_needs.干座位.need\" = \"disagree\"
";

#[test]
fn what_did_not_change_stays_as_it_is() {
    let mut marks = Marks::read(TEXT).unwrap();
    assert_eq!(marks.write(TEXT), TEXT);
    let ana = marks.student("ana-ruiz");
    ana.levels.insert("A2".to_owned(), "approaches".to_owned());
    ana.levels.insert("B2".to_owned(), "meets".to_owned());
    ana.comments
        .insert("A1".to_owned(), "谁的需要？\nSay whose.".to_owned());
    ana.note = "Good \"work\"".to_owned();
    marks.student("bo").name = "Bo".to_owned();
    marks.student("陈晓").answers.clear();
    let text = marks.write(TEXT);
    let wanted = "\
marks = 1
# Second term.
exercise = \"past-the-product\"

[students.ana-ruiz]
name = \"Ana Ruiz\" # moved to group B
level.A1 = \"meets\"
level.A2 = \"approaches\"
level.B2 = \"meets\"
comment.A1 = \"\"\"
谁的需要？
Say whose.\"\"\"
note = 'Good \"work\"'

[students.bo]
name = \"Bo\"

# Talk to her tutor.
[students.\"陈晓\"]
name = '陈晓'
level.A1 = \"exceeds\"
";
    assert_eq!(text, wanted);
    assert_eq!(Marks::read(&text).unwrap(), marks);
}

#[test]
fn a_new_file_reads_as_what_was_written() {
    let mut marks = Marks {
        exercise: Some("电钻还是墙洞".to_owned()),
        ..Marks::default()
    };
    for id in ["zoë", "o-brien", "王小明", "x.y"] {
        let marked = marks.student(id);
        marked.name = format!("{id}, \"the\" = [x]\u{1b}");
        marked.levels.insert("A1".to_owned(), "meets".to_owned());
        marked
            .comments
            .insert("A1".to_owned(), "'''\"\"\"\\ # 好".to_owned());
        marked
            .answers
            .insert("N103 a.\"b c\".d".to_owned(), Verdict::Agree);
    }
    let text = marks.write("");
    assert_eq!(Marks::read(&text).as_ref(), Ok(&marks), "{text}");
    assert_eq!(marks.write(&text), text);
}

#[test]
fn a_file_of_another_shape_is_written_anew_rather_than_wrongly() {
    let old = "marks = 1\nstudents = { bo = { name = \"Bo\", level = { A1 = \"meets\" } } }\r\n";
    let mut marks = Marks::read(old).unwrap();
    marks
        .student("bo")
        .levels
        .insert("A2".to_owned(), "below".to_owned());
    marks.student("安娜").note = "好".to_owned();
    assert_eq!(Marks::read(&marks.write(old)).unwrap(), marks);
}

#[test]
fn a_mistake_has_its_place_in_both_languages() {
    let text = "marks = 1\n[students.bo]\nlevel.A1 = 3\nanswer.\"N103 x\" = \"maybe\"\ncoment.A1 = \"x\"\n";
    let faults = Marks::read(text).unwrap_err();
    let lines: Vec<usize> = faults.iter().map(|it| it.place.line).collect();
    assert_eq!(lines, [3, 4, 5]);
    assert!(faults[1].message(Lang::Zh).contains("agree"));
    assert!(Marks::read("名单 = [").is_err());
    assert!(Marks::read("farsight = 1\n").is_err());
    assert_eq!(Marks::read("\u{feff}\n").unwrap(), Marks::default());
}

#[test]
fn points_are_exact_and_a_total_waits_for_every_criterion() {
    let rubric = Rubric::standard();
    let mut marked = Marked::default();
    for criterion in &rubric.criteria {
        assert_eq!(marked.total(&rubric), None);
        marked
            .levels
            .insert(criterion.code.clone(), "meets".to_owned());
    }
    assert_eq!(marked.total(&rubric), Some(75.into()));
    marked.levels.insert("A1".to_owned(), "superb".to_owned());
    assert_eq!(marked.total(&rubric), None);
    let mut marks = Marks::default();
    marks.students.insert("王".to_owned(), marked);
    assert_eq!(marks.strangers(&rubric), [("王", "A1", "superb")]);
}
