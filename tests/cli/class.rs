//! A class from end to end, as a teacher goes through it: hand out, collect, grade, mark, give
//! back, take the second version, and see what changed. Once in English, once in Chinese.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::support::git::Git;
use crate::support::sandbox::Sandbox;
use farsight::classroom::grade::Verdict;
use farsight::classroom::{Marks, exercise};
use farsight::words::Lang;

/// What differs between the two classes: names and sentences.
struct Class {
    lang: Lang,
    /// The export of the Canvas gradebook, which is the list of the class too.
    export: &'static str,
    /// The participants, as Moodle lists them.
    people: &'static str,
    /// What the first student changes before handing in, and after the feedback.
    first: &'static [(&'static str, &'static str)],
    second: &'static [(&'static str, &'static str)],
    /// Who says so in the plan, in a file whose name says nothing.
    owner: &'static str,
    /// The files by their students: Canvas, the owner's, Moodle (twice), late, empty, nobody's.
    files: [&'static str; 7],
    /// The handle of the first student.
    id: &'static str,
    /// What the teacher says.
    comment: &'static str,
    note: &'static str,
    reason: &'static str,
    /// What the student's page says, and must never say.
    says: &'static [&'static str],
    never: &'static [&'static str],
}

const EN: Class = Class {
    lang: Lang::En,
    export: "\u{feff}Student,ID,SIS User ID,SIS Login ID,Section,Past the product (77)\r\n\
        \x20   Points Possible,,,,,20\r\n\
        \"Ruiz, Ana\",101,s-101,aruiz,A,\r\n\
        \"Lind, Bo\",102,s-102,blind,A,\r\n\
        \"Weiss, Cora\",103,s-103,cweiss,A,\r\n\
        \"Klein, Dora\",104,s-104,dklein,A,\r\n\
        \"Fox, Eli\",105,s-105,efox,A,\r\n\
        \"Moss, Finn\",106,s-106,fmoss,A,\r\n",
    people: "First name,Last name,ID number,Email address\nAna,Ruiz,s-101,ana@x.org\nBo,Lind,s-102,bo@x.org\nCora,Weiss,s-103,cora@x.org\n",
    first: &[
        (
            "needs.market.definition",
            "Students who need forty pages read by Thursday and own no copy of them.",
        ),
        (
            "needs.customer_needs.set-books.need",
            "Sit in the first seminar without feeling foolish among the others.",
        ),
    ],
    second: &[
        (
            "plan.mission",
            "Nobody in Thornbury fails a term because the reading could not be had in time.",
        ),
        (
            "needs.customer_needs.long-shelves.need",
            "Find the one study that makes a thesis hold.",
        ),
        ("needs.customer_needs.long-shelves.status", "latent"),
    ],
    owner: "Bo Lind",
    files: [
        "ruizana_101_5001_plan.toml",
        "homework.toml",
        "Cora Weiss_12_assignsubmission_file_/plan.toml",
        "Cora Weiss_12_assignsubmission_file_/plan-final.toml",
        "kleindora_LATE_104_5004_plan.toml",
        "foxeli_105_5005_plan.toml",
        "untitled-3.toml",
    ],
    id: "ruiz-ana",
    comment: "Good: the market is people now. Say how many of them never come in.",
    note: "You changed the need before the words. That is the right order.",
    reason: "only two shops sell set books here, and the library lends none",
    says: &[
        "From your teacher: ",
        "From the rules:",
        "Begin with this:",
        "Given by the teacher",
    ],
    never: &["yours to judge", "the grade is", "Final grade", "plagiar"],
};

const ZH: Class = Class {
    lang: Lang::Zh,
    export: "\u{feff}Student,ID,SIS User ID,SIS Login ID,Section,越过产品看顾客 (77)\r\n\
        \x20   Points Possible,,,,,20\r\n\
        安然,101,s-101,anran,A,\r\n\
        柏林,102,s-102,bolin,A,\r\n\
        陈晓,103,s-103,chenxiao,A,\r\n\
        丁冬,104,s-104,dingdong,A,\r\n\
        冯一,105,s-105,fengyi,A,\r\n\
        高远,106,s-106,gaoyuan,A,\r\n",
    people: "姓,名,学号,邮箱\n安,然,s-101,an@x.org\n柏,林,s-102,bo@x.org\n陈,晓,s-103,chen@x.org\n",
    first: &[
        (
            "needs.market.definition",
            "今晚十点还没排好版、明早八点就要交稿的同学。",
        ),
        (
            "needs.customer_needs.our-shop.need",
            "第一次讨论课上，不想只有自己手里没有材料。",
        ),
    ],
    second: &[
        ("plan.mission", "让后街的同学不再为交不出东西熬夜。"),
        (
            "needs.customer_needs.big-shop.need",
            "交稿前一晚，怕格式不合要求被退回。",
        ),
        ("needs.customer_needs.big-shop.status", "latent"),
    ],
    owner: "柏林",
    files: [
        "anran_101_5001_计划.toml",
        "作业.toml",
        "陈晓_12_assignsubmission_file_/计划.toml",
        "陈晓_12_assignsubmission_file_/计划-终稿.toml",
        "dingdong_LATE_104_5004_计划.toml",
        "fengyi_105_5005_计划.toml",
        "未命名-3.toml",
    ],
    id: "安然",
    comment: "很好，市场写成了人。再写清楚其中多少人从不进店。",
    note: "你先改需要、后改措辞，次序对了。",
    reason: "这一带只有两家复印店，图书馆不外借",
    says: &["教师评级：", "规则所见：", "先从这里开始：", "教师评分"],
    never: &["由你评定", "最终成绩", "抄袭", "剽窃"],
};

/// Days on which files were written: before the class was due, and after.
fn day(of_march: u64) -> SystemTime {
    // 1 March 2027.
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_803_859_200 + 86_400 * (of_march - 1) + 43_200)
}

fn dated(sandbox: &Sandbox, name: &str, of_march: u64) {
    let file = std::fs::File::options()
        .write(true)
        .open(sandbox.path(name))
        .unwrap();
    file.set_modified(day(of_march)).unwrap();
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        all.extend(if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        });
    }
    all.sort();
    all
}

impl Class {
    /// Handed out and worked in, each with the program itself, and collected into `class/`.
    fn collect(&self, sandbox: &mut Sandbox) {
        let [canvas, owned, early, last, late, empty, nobody] = self.files;
        std::fs::create_dir(sandbox.path("desk")).unwrap();
        sandbox.run(&["new", "desk/plan.toml", "--exercise", "past-the-product"]);
        // The exercise keeps what everybody works with.
        for refused in [
            ["set", "desk/plan.toml", "plan.currency", "USD"],
            [
                "set",
                "desk/plan.toml",
                "needs.evidence.till-cards.sample",
                "800",
            ],
            [
                "rename",
                "desk/plan.toml",
                "needs.evidence.till-cards",
                "cards",
            ],
        ] {
            sandbox.run(&refused);
        }
        sandbox.run(&["rm", "desk/plan.toml", "needs.evidence.till-cards"]);
        let start = sandbox.read("desk/plan.toml");
        assert_eq!(
            start,
            exercise("past-the-product").unwrap().start(self.lang)
        );
        for (path, value) in self.first {
            sandbox.run(&["set", "desk/plan.toml", path, value]);
        }
        let work = sandbox.read("desk/plan.toml");
        let other_need = work.replacen("satisfaction = 5", "satisfaction = 4", 1);
        sandbox.write(&format!("class/{canvas}"), &work);
        let answered = format!(
            "{}\n[[accept]]\ncheck = \"rivals-same-category-only\"\nat = \"needs.alternatives\"\nreason = \"{}\"\n",
            other_need.trim_end(),
            self.reason,
        );
        sandbox.write(&format!("class/{owned}"), answered);
        let start_owner = start.lines().find(|it| it.starts_with("owner = ")).unwrap();
        let owner = format!("class/{owned}");
        let text = sandbox
            .read(&owner)
            .replace(start_owner, &format!("owner = \"{}\"", self.owner));
        sandbox.write(&owner, text);
        sandbox.write(&format!("class/{early}"), &other_need);
        // Whoever changes a locked part by hand is told, and so is the teacher.
        sandbox.write(
            &format!("class/{last}"),
            other_need.replacen("sample = ", "sample = 1", 1),
        );
        sandbox.write(
            &format!("class/{late}"),
            work.replacen("importance = 5", "importance = 4", 1),
        );
        sandbox.write(&format!("class/{empty}"), "");
        sandbox.write(
            &format!("class/{nobody}"),
            start.replace("past-the-product", "one-voice"),
        );
        for (at, name) in self.files.iter().enumerate() {
            dated(sandbox, &format!("class/{name}"), 10 + at as u64);
        }
        sandbox.write("export.csv", self.export);
        sandbox.write("people.csv", self.people);
    }

    /// Marks, as the marking screen writes them: one student in full, one begun, one answer judged.
    fn mark(&self, sandbox: &Sandbox) {
        let rubric = exercise("past-the-product").unwrap().rubric;
        let mut marks = Marks {
            exercise: Some("past-the-product".to_owned()),
            ..Marks::default()
        };
        let ana = marks.student(self.id);
        self.files[0].clone_into(&mut ana.file);
        for (at, criterion) in rubric.criteria.iter().enumerate() {
            let level = if at == 0 { "exceeds" } else { "meets" };
            ana.levels.insert(criterion.code.clone(), level.to_owned());
        }
        ana.comments
            .insert("A1".to_owned(), self.comment.to_owned());
        self.note.clone_into(&mut ana.note);
        let bo = marks.student(if self.lang == Lang::En {
            "lind-bo"
        } else {
            "柏林"
        });
        self.files[1].clone_into(&mut bo.file);
        bo.levels.insert("A1".to_owned(), "approaches".to_owned());
        bo.answers
            .insert("N102 needs.alternatives".to_owned(), Verdict::Disagree);
        sandbox.write("class/marks.toml", marks.write(""));
        assert_eq!(
            Marks::read(&sandbox.read("class/marks.toml")).unwrap(),
            marks
        );
    }

    fn walk(&self) -> String {
        let mut sandbox = Sandbox::new();
        sandbox.var("FARSIGHT_LANG", self.lang.tag());
        sandbox.var("TZ", "UTC");
        self.collect(&mut sandbox);
        let grade = |folder: &'static str| {
            [
                "grade",
                folder,
                "--exercise",
                "past-the-product",
                "--roster",
                "export.csv",
                "--today",
                "2027-03-20",
            ]
        };
        // What is proposed, before anybody has judged anything.
        let first = [
            &grade("class")[..],
            &["--due", "2027-03-13", "-o", "feedback"],
        ]
        .concat();
        sandbox.run(&first);
        self.mark(&sandbox);
        sandbox.run(&first);
        sandbox
            .show(&format!("feedback/feedback/{}.md", self.id))
            .show("feedback/class.md")
            .show("feedback/grades.csv");
        self.read_as_a_student(&sandbox.read(&format!("feedback/feedback/{}.md", self.id)));
        self.give_back(&mut sandbox);
        self.second(&mut sandbox, &grade("second"));
        self.beside(&mut sandbox);
        sandbox.transcript()
    }

    fn read_as_a_student(&self, page: &str) {
        for said in self.says {
            assert!(page.contains(said), "{said}: {page}");
        }
        for said in self.never {
            assert!(!page.contains(said), "{said}: {page}");
        }
        assert!(page.contains(self.comment) && page.contains(self.note));
    }

    /// Points into the platforms' own files, and these files once more.
    fn give_back(&self, sandbox: &mut Sandbox) {
        let marks = ["gradebook", "--marks", "class/marks.toml"];
        let canvas = |from, to| [&marks[..], &["--canvas", from, "-o", to]].concat();
        sandbox
            .run(&canvas("export.csv", "filled.csv"))
            .show("filled.csv");
        sandbox.run(&canvas("filled.csv", "again.csv"));
        let (filled, again) = (sandbox.read("filled.csv"), sandbox.read("again.csv"));
        assert_eq!(filled, again, "a filled export is an export");
        let changed = self
            .export
            .lines()
            .zip(filled.lines())
            .filter(|(old, new)| old != new);
        assert_eq!(changed.count(), 1, "one student is marked in full");
        sandbox.run(&[&marks[..], &["--moodle", "people.csv", "-o", "import.csv"]].concat());
        sandbox.show("import.csv");
    }

    /// The second version under the name that the platform gives it, and what changed.
    fn second(&self, sandbox: &mut Sandbox, grade: &[&str]) {
        for (path, value) in self.second {
            sandbox.run(&["set", "desk/plan.toml", path, value]);
        }
        let name = self.files[0].replace("5001", "6001");
        sandbox.write(&format!("second/{name}"), sandbox.read("desk/plan.toml"));
        sandbox.run(&[grade, &["--since", "class", "-o", "after"]].concat());
        let page = format!("after/feedback/{}.md", self.id);
        sandbox.show(&page);
        let page = sandbox.read(&page);
        let plain = page.replace('*', "");
        for (_, value) in self.second.iter().take(2) {
            assert!(plain.contains(value), "{value} is told: {page}");
        }
        let Some(git) = Git::new(sandbox) else {
            return;
        };
        // The same from a repository, in which the second version took the place of the first.
        let file = format!("class/{}", self.files[0]);
        git.commit("first");
        sandbox.write(&file, sandbox.read("desk/plan.toml"));
        git.commit("second");
        let since = [
            "grade",
            "class",
            "--since",
            "HEAD~1",
            "--today",
            "2027-03-20",
            "-o",
            "again",
        ];
        // Its commits have names of their own each time, so it is not told.
        let output = sandbox.command(&since).output().unwrap();
        assert_eq!(
            output.status.code(),
            Some(1),
            "some files cannot be graded: {output:?}"
        );
        let again = sandbox.read(&format!("again/feedback/{}.md", self.id));
        let part = |page: &str| {
            let from = page.find("<a id=\"since\">").unwrap();
            let to = page.find("<a id=\"criteria\">").unwrap();
            page[from..to].to_owned()
        };
        assert_eq!(
            part(&page),
            part(&again),
            "a folder and a commit tell the same"
        );
    }

    /// Plans beside each other: the teacher's look, and the students' own.
    fn beside(&self, sandbox: &mut Sandbox) {
        sandbox.run(&["similar", "class", "--exercise", "past", "-o", "look.md"]);
        let page = sandbox.read("look.md");
        assert!(self.never.iter().all(|it| !page.contains(it)), "{page}");
        sandbox.run(&[
            "peers",
            "assign",
            "class",
            "--exercise",
            "past",
            "--roster",
            "export.csv",
            "--reviews",
            "1",
            "--seed",
            "3",
            "-o",
            "round",
        ]);
        for file in files(&sandbox.path("round/reviewers")) {
            let text = std::fs::read_to_string(&file).unwrap();
            assert!(!text.contains(self.owner), "{}", file.display());
            if file.to_string_lossy().ends_with(".review.toml") {
                std::fs::write(&file, text.replace("level = \"\"", "level = \"meets\"")).unwrap();
            }
        }
        sandbox.run(&["peers", "collect", "round", "-o", "reviews"]);
    }
}

#[test]
fn a_class_from_handing_out_to_the_second_version() {
    told!("class", EN.walk());
}

#[test]
fn 一个班从布置练习到第二稿() {
    told!("class-zh", ZH.walk());
}
