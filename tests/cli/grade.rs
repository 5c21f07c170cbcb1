//! `farsight grade`: a class of plans, whatever its files are called and whatever stands in them.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::class::Kind;
use crate::support::git::Git;
use crate::support::sandbox::Sandbox;
use farsight::words::Lang;

/// What differs between the small classes of the two languages.
struct Small {
    lang: Lang,
    /// A sound plan, one that came late, one in which a locked part was changed.
    files: [&'static str; 3],
    /// What each of them changed in the plan that was given.
    changes: [(&'static str, &'static str); 3],
    reason: &'static str,
    roster: &'static str,
    /// What a teacher says, with markup in it.
    comment: &'static str,
    /// How the comment and its heading stand in the student's page.
    shown: &'static str,
    since: &'static str,
}

const SMALL: Small = Small {
    lang: Lang::En,
    files: ["ana-ruiz", "bo_LATE_11_12_plan", "chen-xiao"],
    changes: [
        ("finest", "kindest"),
        ("0.04", "0.05"),
        ("sample = 80", "sample = 8"),
    ],
    reason: "only two shops sell set books here",
    roster: "name,email\n\"Ruiz, Ana\",ana@x.org\nBo,bo@x.org\nChen Xiao,chen@x.org\nNora Absent,nora@x.org\n",
    comment: "Say <b>whose</b> need it is.",
    shown: "Say &lt;b&gt;whose&lt;/b&gt; need it is.",
    since: "Since the last version",
};

const SMALL_ZH: Small = Small {
    lang: Lang::Zh,
    files: ["安然", "柏林_LATE_11_12_计划", "陈晓"],
    changes: [
        ("最好的", "最贴心的"),
        ("0.03", "0.05"),
        ("sample = 60", "sample = 6"),
    ],
    reason: "这一带只有两家复印店",
    roster: "姓名,邮箱\n安然,an@x.org\n柏林,bo@x.org\n陈晓,chen@x.org\n高远,gao@x.org\n",
    comment: "请写清是<b>谁</b>的需要。",
    shown: "请写清是&lt;b&gt;谁&lt;/b&gt;的需要。",
    since: "与上一版相比",
};

/// A small class for an exercise, with one of everything that can be the matter.
fn small(of: &Small) -> Sandbox {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", of.lang.tag());
    let exercise = farsight::classroom::exercise("past-the-product").unwrap();
    let start = exercise.start(of.lang);
    let changed = of.changes.map(|(old, new)| {
        assert!(
            start.contains(old),
            "{old} is not in the plan that is given"
        );
        start.replace(old, new)
    });
    let answered = format!(
        "{}\n[[accept]]\ncheck = \"rivals-same-category-only\"\nat = \"needs.alternatives\"\nreason = \"{}\"\n",
        changed[0].trim_end(),
        of.reason,
    );
    let texts = [&answered, &changed[1], &changed[2]];
    for (file, text) in of.files.iter().zip(texts) {
        sandbox.write(&format!("class/{file}.toml"), text);
    }
    sandbox.write("class/untouched.toml", &start);
    sandbox.write(
        "class/other.toml",
        start.replace("past-the-product", "one-voice"),
    );
    sandbox.write("class/empty.toml", "");
    sandbox.write("class/broken.toml", "farsight = 1\n[plan\n");
    sandbox.write("class/essay.docx", b"PK\x03\x04\0\0");
    sandbox.write("class/gbk.toml", b"farsight = 1\ntitle = \"\xbc\xc6\"\n");
    sandbox.write("list.csv", of.roster);
    sandbox
}

fn graded(of: &Small) -> String {
    let mut sandbox = small(of);
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
    told!("grade", graded(&SMALL));
}

#[test]
fn 谁都不漏() {
    told!("grade-zh", graded(&SMALL_ZH));
}

/// The page of a student with a mark, a comment and an answer, handed in for the second time.
fn page(of: &Small) -> String {
    let mut sandbox = small(of);
    let id = of.files[0];
    sandbox.write(
        "class/marks.toml",
        format!(
            "marks = 1\nexercise = \"past-the-product\"\n\n[students.{id:?}]\nname = \"{id}\"\nfile = \"{id}.toml\"\n\
             level.A1 = \"meets\"\ncomment.A1 = \"{}\"\nlevel.Z9 = \"meets\"\n",
            of.comment
        ),
    );
    // What was handed in before: the starting plan.
    sandbox.write(
        &format!("before/{id}.toml"),
        sandbox.read("class/untouched.toml"),
    );
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
    let html = sandbox.read(&format!("out/feedback/{id}.html"));
    assert!(
        html.contains(of.shown) && !html.contains(of.comment),
        "{html}"
    );
    let page = sandbox.read(&format!("out/feedback/{id}.md"));
    assert!(page.contains(of.shown) && page.contains(of.since), "{page}");
    page
}

#[test]
fn a_student_reads_what_is_proposed_and_what_the_teacher_gave() {
    told!("grade-feedback", page(&SMALL));
}

#[test]
fn 学生看到规则的建议和教师的评分() {
    told!("grade-feedback-zh", page(&SMALL_ZH));
}

/// What is refused, each with what to do next.
fn refused(of: &Small) -> String {
    let mut sandbox = small(of);
    let plan = format!("class/{}.toml", of.files[0]);
    let grade = ["grade", "class", "-o"];
    sandbox.write("notes/mine.txt", "x");
    sandbox
        .run(&[&grade[..], &["notes"]].concat())
        .run(&[&grade[..], &["class"]].concat())
        .run(&["grade", "nowhere"])
        .run(&["grade", "class", "--due", "soon"])
        .run(&["grade", "class", "--exercise", "none"])
        .run(&["grade", "class", "--since", "HEAD"])
        .run(&["grade", "class", "--roster", &plan]);
    sandbox.write(
        "class/marks.toml",
        "marks = 1\n[students.ana]\nlevel.A1 = 4\n",
    );
    sandbox.run(&["grade", "class"]);
    std::fs::create_dir(sandbox.path("void")).unwrap();
    sandbox.run(&["grade", "void"]);
    sandbox.transcript()
}

#[test]
fn feedback_goes_into_no_strange_folder() {
    told!("grade-refused", refused(&SMALL));
}

#[test]
fn 反馈不写进别的文件夹() {
    told!("grade-refused-zh", refused(&SMALL_ZH));
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

/// Texts that want to be more than text.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "=HYPERLINK(\\\"http://evil.example\\\",\\\"grade\\\")",
    "[grade](javascript:alert(1)) ![x](http://evil.example/x.png) | a | b |",
    "\\u202egnp.exe\\u2066 \\u200f",
    "</table></body></html><!-- -->",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "# 一级标题\\n\\n> quote\\n\\n<iframe src=//evil.example>",
    "+1+1,\\\"；\\\"\\t-2",
    "&lt;b&gt; ${7*7} {{7*7}} %s \\u0007",
];

/// A class of whose every word somebody means harm, and all that is made of it, by file name.
fn harmed(lang: Lang) -> Vec<(String, String)> {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", lang.tag());
    let long = if lang == Lang::En {
        "W".repeat(3000)
    } else {
        "长".repeat(3000)
    };
    let start = farsight::classroom::exercise("past").unwrap().start(lang);
    let owner = start.lines().find(|it| it.starts_with("owner")).unwrap();
    let need = start.lines().find(|it| it.starts_with("need = ")).unwrap();
    let (mut list, mut marks) = (
        String::from("name,id\n"),
        String::from("marks = 1\nexercise = \"past-the-product\"\n"),
    );
    for (at, bad) in HOSTILE.iter().enumerate() {
        let text = start
            .replace(owner, &format!("owner = \"{bad}\""))
            .replace(need, &format!("need = \"{bad} {long}\""))
            .replacen("mission = \"", &format!("mission = \"{bad} "), 1);
        let answer = format!(
            "\n[[accept]]\ncheck = \"rivals-same-category-only\"\nat = \"needs.alternatives\"\nreason = \"{bad}\"\nby = \"{bad}\"\n"
        );
        sandbox.write(
            &format!("class/<b>{at}=1+1.toml"),
            format!("{text}{answer}"),
        );
        sandbox.write(
            &format!("class/{at}-copy.toml"),
            format!("{text}\n# again\n"),
        );
        marks += &format!(
            "\n[students.s-{at}]\nfile = \"<b>{at}=1+1.toml\"\nname = \"{bad}\"\nnote = \"{bad}\"\ncomment.A1 = \"{bad}\"\n"
        );
        for criterion in &farsight::classroom::exercise("past")
            .unwrap()
            .rubric
            .criteria
        {
            marks += &format!("level.{} = \"meets\"\n", criterion.code);
        }
        list += &format!(
            "\"{}\",{at}\n",
            bad.replace("\\\"", "\"\"").replace("\\n", " ")
        );
    }
    sandbox.write("class/marks.toml", marks);
    sandbox.write("list.csv", list);
    for args in [
        &["grade", "class", "-o", "out", "--since", "class"][..],
        &["similar", "class", "-o", "pages/look.html"],
        &["similar", "class", "-o", "pages/look.md"],
        &[
            "gradebook",
            "class",
            "--format",
            "csv",
            "-o",
            "pages/book.csv",
        ],
        &[
            "gradebook",
            "class",
            "--moodle",
            "list.csv",
            "-o",
            "pages/moodle.csv",
        ],
        &[
            "peers",
            "assign",
            "class",
            "--reviews",
            "1",
            "--seed",
            "1",
            "-o",
            "round",
        ],
        &["peers", "collect", "round", "-o", "reviews"],
    ] {
        sandbox.run(args);
    }
    let mut all = vec![("told.txt".to_owned(), sandbox.transcript())];
    for folder in ["out", "pages", "round", "reviews"] {
        let mut folders = vec![sandbox.path(folder)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.file_name().unwrap().to_string_lossy().into_owned();
                    all.push((name, std::fs::read_to_string(&path).unwrap()));
                }
            }
        }
    }
    all
}

/// What no page may hold as markup, what no line of a table may begin with.
fn harmless(lang: Lang) {
    let all = harmed(lang);
    assert!(
        all.iter().any(|(name, _)| name == "look.html"),
        "{}",
        all[0].1
    );
    for (name, text) in &all {
        let plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
        assert!(name.chars().all(plain), "{name} is no safe name");
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let banned: &[&str] = match ending {
            "html" => &[
                "<script>alert",
                "<img",
                "<iframe",
                "</table></body></html><!--",
                "href=\"javascript",
                "\u{202e}",
                "\u{2066}",
            ],
            "md" => &[
                "<script",
                "<img",
                "<iframe",
                "](javascript",
                "![x](",
                "\n# 一级",
                "\u{202e}",
                "\u{2066}",
            ],
            "csv" => &[
                "\u{202e}", "\n=", ",=", ",@", ",+", ",\"=", ",\"@", ",\"+", "\n\"=", "\n@", "\n+",
            ],
            "txt" => &["\u{1b}", "\u{7}", "\u{202e}"],
            _ => &[],
        };
        // A bracket behind a backslash is a bracket.
        let text = &text.replace("\\]", "");
        for bad in banned {
            assert!(!text.contains(bad), "{name} holds {bad:?}: {text}");
        }
        if ending == "html" {
            for tag in ["table", "section", "body", "details"] {
                let count = |what: &str| text.matches(what).count();
                let open = count(&format!("<{tag}>")) + count(&format!("<{tag} "));
                assert_eq!(open, count(&format!("</{tag}>")), "{name}: {tag}");
            }
        }
    }
}

#[test]
fn hostile_words_stay_words() {
    harmless(Lang::En);
}

#[test]
fn 恶意文字只是文字() {
    harmless(Lang::Zh);
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

/// In a checkout all files are of the same age: late is what was committed late, and what has not
/// been committed is as old as its file.
#[test]
fn late_is_what_was_committed_late() {
    for (lang, late) in [(Lang::En, "It came late."), (Lang::Zh, "迟交。")] {
        let mut sandbox = Sandbox::new();
        sandbox.var("FARSIGHT_LANG", lang.tag());
        sandbox.var("TZ", "UTC");
        let Some(git) = Git::new(&sandbox) else {
            return;
        };
        let plan = "farsight = 1\n[plan]\ntitle = \"茶馆\"\n";
        sandbox.write("class/安.toml", plan);
        git.commit("first");
        sandbox.write("class/b c.toml", plan);
        git.commit("second");
        sandbox.write("class/柏.toml", plan);
        let output = sandbox
            .command(&["grade", "class", "--due", "2027-02-01"])
            .output()
            .unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        let is_late = |name: &str| {
            let line = told.lines().find(|it| it.contains(name));
            line.unwrap_or_default().contains(late)
        };
        assert!(!is_late("安.toml"), "{told}");
        assert!(is_late("b c.toml"), "{told}");
        // Written today, whatever today is: the day of the deadline is over or still to come.
        let today = std::time::SystemTime::now();
        let due = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_801_526_400);
        assert_eq!(is_late("柏.toml"), today > due, "{told}");
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
