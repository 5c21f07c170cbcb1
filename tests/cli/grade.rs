//! `farsight grade`: a class of plans, whatever its files are called and whatever stands in them.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::class::Kind;
use crate::support::git::Git;
use crate::support::sandbox::Sandbox;
use farsight::words::Lang;

/// A small class for an exercise, with one of everything that can be the matter.
fn small(lang: Lang) -> Sandbox {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", lang.tag());
    let exercise = farsight::classroom::exercise("past-the-product").unwrap();
    let start = exercise.start(lang);
    let answered = format!(
        "{}\n[[accept]]\ncheck = \"rivals-same-category-only\"\nat = \"needs.alternatives\"\nreason = \"only two shops sell set books here\"\n",
        start.replace("finest", "kindest").trim_end()
    );
    sandbox.write("class/ana-ruiz.toml", &answered);
    sandbox.write(
        "class/bo_LATE_11_12_plan.toml",
        start.replace("0.04", "0.05"),
    );
    sandbox.write(
        "class/陈晓.toml",
        start.replace("sample = 80", "sample = 8"),
    );
    sandbox.write("class/untouched.toml", &start);
    sandbox.write(
        "class/other.toml",
        start.replace("past-the-product", "one-voice"),
    );
    sandbox.write("class/empty.toml", "");
    sandbox.write("class/broken.toml", "farsight = 1\n[plan\n");
    sandbox.write("class/essay.docx", b"PK\x03\x04\0\0");
    sandbox.write("class/gbk.toml", b"farsight = 1\ntitle = \"\xbc\xc6\"\n");
    let roster = "name,email\n\"Ruiz, Ana\",ana@x.org\nBo,bo@x.org\n陈晓,chen@x.org\nNora Absent,nora@x.org\n";
    sandbox.write("list.csv", roster);
    sandbox
}

fn graded(lang: Lang) -> String {
    let mut sandbox = small(lang);
    let grade = [
        "grade",
        "class",
        "--exercise",
        "past",
        "--today",
        "2027-05-01",
    ];
    let with_list = [&grade[..], &["--roster", "list.csv"]].concat();
    sandbox.run(&with_list);
    sandbox.run(&[&grade[..], &["-o", "out"]].concat());
    let out: BTreeSet<String> = walk(&sandbox.path("out"));
    let names: Vec<&str> = out.iter().map(String::as_str).collect();
    let mut told = sandbox.transcript();
    told.push_str(&names.join("\n"));
    told
}

fn walk(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names.extend(walk(&path));
        } else {
            names.insert(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    names
}

#[test]
fn nobody_is_dropped() {
    told!("grade", graded(Lang::En));
}

#[test]
fn 谁都不漏() {
    told!("grade-zh", graded(Lang::Zh));
}

#[test]
fn a_student_reads_what_is_proposed_and_what_the_teacher_gave() {
    let mut sandbox = small(Lang::En);
    sandbox.write(
        "class/marks.toml",
        "marks = 1\nexercise = \"past-the-product\"\n\n[students.ana-ruiz]\nname = \"Ana Ruiz\"\nfile = \"ana-ruiz.toml\"\n\
         level.A1 = \"meets\"\ncomment.A1 = \"Say <b>whose</b> need it is.\"\nlevel.Z9 = \"meets\"\n",
    );
    // What was handed in before: the starting plan.
    sandbox.write("before/ana-ruiz.toml", sandbox.read("class/untouched.toml"));
    let args = [
        "grade",
        "class",
        "--since",
        "before",
        "--today",
        "2027-05-01",
        "-o",
        "out",
    ];
    sandbox.run(&args);
    let told = sandbox.transcript();
    assert!(
        told.contains("Z9"),
        "a mark that no rubric has is told: {told}"
    );
    told!("grade-feedback", sandbox.read("out/feedback/ana-ruiz.md"));
    let html = sandbox.read("out/feedback/ana-ruiz.html");
    assert!(html.contains("Say &lt;b&gt;whose") && !html.contains("<b>whose"));
}

#[test]
fn feedback_goes_into_no_strange_folder() {
    let mut sandbox = small(Lang::En);
    let grade = ["grade", "class", "-o"];
    sandbox.write("notes/mine.txt", "x");
    sandbox
        .run(&[&grade[..], &["notes"]].concat())
        .run(&[&grade[..], &["class"]].concat())
        .run(&["grade", "nowhere"])
        .run(&["grade", "class", "--due", "soon"])
        .run(&["grade", "class", "--exercise", "none"])
        .run(&["grade", "class", "--since", "HEAD"])
        .run(&["grade", "class", "--roster", "class/ana-ruiz.toml"]);
    sandbox.write(
        "class/marks.toml",
        "marks = 1\n[students.ana]\nlevel.A1 = 4\n",
    );
    sandbox.run(&["grade", "class"]);
    std::fs::create_dir(sandbox.path("void")).unwrap();
    sandbox.run(&["grade", "void"]);
    told!("grade-refused", sandbox.transcript());
}

#[test]
fn hostile_names_lead_nowhere() {
    for lang in Lang::ALL {
        let mut sandbox = Sandbox::new();
        sandbox.var("FARSIGHT_LANG", lang.tag());
        let owners = [
            r"../../../tmp/x",
            r"CON",
            r#"Ruiz, Ana \"the plan\""#,
            r"José\nNúñez\u001b[2J",
            r#"=HYPERLINK(\"x\")"#,
            r"王小明",
            r"王小明",
            r"\u202egnp.exe",
            r"..",
        ];
        for (at, owner) in owners.iter().enumerate() {
            let text = format!("farsight = 1\n[plan]\ntitle = \"t\"\nowner = \"{owner}\"\n");
            sandbox.write(&format!("class/{at}.toml"), text);
        }
        sandbox.run(&["grade", "class", "-o", "out"]);
        let told = sandbox.transcript();
        assert!(
            !told.contains('\u{1b}') && !told.contains('\u{202e}'),
            "{told}"
        );
        let names = walk(&sandbox.path("out"));
        assert_eq!(names.len(), 2 * owners.len() + 3, "{names:?}");
        let here: BTreeSet<String> = std::fs::read_dir(sandbox.path("."))
            .unwrap()
            .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|it| !it.starts_with('.'))
            .collect();
        assert_eq!(here, ["class", "out"].map(str::to_owned).into());
        let odd = |it: &&String| it.contains(['/', '\\', ':', '"', '\n', '=', '\u{202e}']);
        assert!(names.iter().find(odd).is_none(), "{names:?}");
        assert!(names.contains("con-student.md") && names.contains("王小明-2.md"));
        let table = sandbox.read("out/grades.csv");
        assert!(table.contains("'=HYPERLINK"), "{table}");
    }
}

#[test]
fn a_class_of_two_hundred_is_graded_and_everybody_is_there() {
    for lang in Lang::ALL {
        let mut sandbox = Sandbox::new();
        sandbox.var("FARSIGHT_LANG", lang.tag());
        let class = crate::support::class::class(200, 7, lang, "past-the-product");
        std::fs::create_dir(sandbox.path("class")).unwrap();
        crate::support::class::write(&class, &sandbox.path("class"));
        let args = [
            "grade",
            "class",
            "--exercise",
            "past",
            "-o",
            "out",
            "--format",
            "json",
        ];
        let output = sandbox.command(&args).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "some cannot be graded");
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let students = told["students"].as_array().unwrap();
        assert_eq!(students.len(), 200);
        for handed in &class {
            let found = students
                .iter()
                .find(|it| it["file"] == handed.file.as_str());
            let found = found.unwrap_or_else(|| panic!("{} is missing", handed.file));
            let gradable = !matches!(handed.kind, Kind::Broken | Kind::Empty | Kind::Other);
            assert_eq!(found["gradable"], gradable, "{}: {found}", handed.file);
        }
        let points = |kind: Kind| -> Vec<f64> {
            let of = class.iter().filter(|it| it.kind == kind);
            of.filter_map(|it| students.iter().find(|one| one["file"] == it.file.as_str()))
                .filter_map(|it| it["proposed_points"].as_str()?.parse().ok())
                .collect()
        };
        let mean = |points: Vec<f64>| points.iter().sum::<f64>() / points.len() as f64;
        assert!(mean(points(Kind::Plan(4))) > mean(points(Kind::Plan(0))));
        assert_eq!(walk(&sandbox.path("out")).len(), 2 * 200 + 3);
    }
}

#[test]
fn what_changed_after_feedback_is_asked_of_git() {
    let mut sandbox = Sandbox::new();
    let Some(git) = Git::new(&sandbox) else {
        return;
    };
    let plan = "farsight = 1\n[plan]\ntitle = \"茶馆\"\n";
    sandbox.write("class/ana.toml", plan);
    sandbox.write("class/Bo_12_assignsubmission_file_/plan.toml", plan);
    git.commit("first");
    let later = plan.replace("茶馆", "夜茶馆");
    sandbox.write("class/ana.toml", &later);
    sandbox.write("class/Bo_12_assignsubmission_file_/plan.toml", &later);
    sandbox.write("class/cy.toml", plan);
    sandbox.run(&["grade", "class", "--since", "HEAD", "-o", "out"]);
    let told = sandbox.transcript();
    assert!(told.contains("[exit 0]"), "{told}");
    for (id, since) in [("ana", true), ("bo", true), ("cy", false)] {
        let page = sandbox.read(&format!("out/feedback/{id}.md"));
        assert_eq!(page.contains("Since the last version"), since, "{id}");
        assert_eq!(page.contains("夜茶馆"), since, "{page}");
    }
    let told = sandbox
        .run(&["grade", "class", "--since", "nowhere"])
        .transcript();
    assert!(
        told.contains("nowhere") && told.contains("[exit 3]"),
        "{told}"
    );
}
