//! `farsight gradebook`: the teacher's own files come back with one column filled.

use crate::support::sandbox::Sandbox;

const EXPORT: &str = "\u{feff}Student,ID,SIS User ID,SIS Login ID,Section,Plan (77)\r\n\
    \x20   Points Possible,,,,,20\r\n\
    \"Ruiz, Ana \"\"Ñ\"\"\",11,s-100,aruiz,A,\r\n\
    陈晓,13,s-102,chenxiao,B,\r\n\
    \"Lee, Kim\",14,s-103,klee,A,4\r\n";

/// Marks in full for one student, and some for another.
fn marks() -> String {
    let rubric = farsight::classroom::Rubric::standard();
    let mut marks = farsight::classroom::Marks::default();
    for (id, name, all) in [
        ("ana", "Ana \"Ñ\" Ruiz", true),
        ("chen", "陈晓", false),
        ("zed", "Zed", true),
    ] {
        let marked = marks.student(id);
        name.clone_into(&mut marked.name);
        let count = if all { rubric.criteria.len() } else { 3 };
        for criterion in rubric.criteria.iter().take(count) {
            marked
                .levels
                .insert(criterion.code.clone(), "meets".to_owned());
        }
        marked
            .comments
            .insert("A1".to_owned(), "=1+1, \"好\"".to_owned());
    }
    marks.write("")
}

fn filled(lang: &str) -> String {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", lang);
    sandbox.write("marks.toml", marks());
    sandbox.write("export.csv", EXPORT);
    sandbox.write(
        "people.csv",
        "First name,Last name,Email address\nAna \"Ñ\",Ruiz,Ana@X.org\n晓,陈,chen@x.org\n",
    );
    let canvas = [
        "gradebook",
        "--marks",
        "marks.toml",
        "--canvas",
        "export.csv",
    ];
    sandbox
        .run(&[&canvas[..], &["-o", "filled.csv"]].concat())
        .run(&[&canvas[..], &["-o", "filled.csv"]].concat())
        .run(&[&canvas[..], &["--column", "Essay"]].concat())
        .run(&[
            "gradebook",
            "--marks",
            "marks.toml",
            "--moodle",
            "people.csv",
        ])
        .run(&[
            "gradebook",
            "--marks",
            "marks.toml",
            "--moodle",
            "export.csv",
            "--points",
            "0",
        ])
        .run(&[
            "gradebook",
            "--marks",
            "marks.toml",
            "--format",
            "csv",
            "--points",
            "20",
        ])
        .run(&["gradebook", "--marks", "marks.toml", "--format", "xlsx"])
        .run(&[
            "gradebook",
            "--marks",
            "marks.toml",
            "--format",
            "xlsx",
            "-o",
            "g.xlsx",
        ])
        .run(&["gradebook", "--marks", "export.csv", "--format", "csv"])
        .run(&["gradebook", "--marks", "marks.toml"]);
    let wanted = EXPORT.replace("aruiz,A,\r", "aruiz,A,15\r");
    assert_eq!(
        sandbox.read("filled.csv"),
        wanted,
        "one cell, and no other byte"
    );
    let xlsx = std::fs::read(sandbox.path("g.xlsx")).unwrap();
    assert!(xlsx.starts_with(b"PK\x03\x04") && xlsx.ends_with(&[0, 0]));
    sandbox.transcript()
}

#[test]
fn one_column_changes_and_everybody_is_accounted_for() {
    told!("gradebook", filled("en"));
}

#[test]
fn 只改一列() {
    told!("gradebook-zh", filled("zh"));
}

#[test]
fn proposals_are_filled_in_only_when_asked_for() {
    for (lang, refused) in [
        ("en", "No student is marked in full"),
        ("zh", "没有一名学生评完"),
    ] {
        let mut sandbox = Sandbox::new();
        sandbox.var("FARSIGHT_LANG", lang);
        sandbox.write(
            "class/陈晓.toml",
            "farsight = 1\n[plan]\ntitle = \"茶馆\"\n",
        );
        sandbox.write("export.csv", EXPORT);
        let canvas = ["gradebook", "class", "--canvas", "export.csv"];
        let told = sandbox.run(&canvas).transcript();
        assert!(
            told.contains(refused) && told.contains("[exit 2]"),
            "{told}"
        );
        let told = sandbox
            .run(&[&canvas[..], &["--proposed"]].concat())
            .transcript();
        assert!(
            told.contains("chenxiao,B,") && !told.contains("chenxiao,B,\r"),
            "{told}"
        );
        let told = sandbox
            .run(&["gradebook", "class", "--format", "csv"])
            .transcript();
        assert!(
            told.contains("proposed_score") && told.contains("陈晓,,"),
            "{told}"
        );
    }
}
