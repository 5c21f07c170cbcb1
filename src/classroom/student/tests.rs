//! Files find their students, whatever they are called.

use super::*;

fn file(path: &str, text: &str) -> File {
    File {
        path: path.to_owned(),
        text: Ok(text.to_owned()),
        written: None,
    }
}

fn plan(owner: &str) -> String {
    format!("farsight = 1\n[plan]\ntitle = \"t\"\nowner = \"{owner}\"\n")
}

fn told(class: &Class) -> Vec<(String, String)> {
    let one = |it: &Handed| (it.student.id.clone(), it.student.name.clone());
    class.handed.iter().map(one).collect()
}

#[test]
fn a_handle_leads_nowhere_and_is_no_device() {
    let cases = [
        ("Ana Ruiz", "ana-ruiz"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-student"),
        ("com1", "com1-student"),
        ("Jose\u{301} Nu\u{301}ñez", "jose-nuñez"),
        ("O\"Neil,\nZoë", "o-neil-zoë"),
        ("王小明", "王小明"),
        ("", "student"),
        ("...", "student"),
        ("😀", "student"),
    ];
    for (name, id) in cases {
        assert_eq!(handle(name), id);
    }
}

#[test]
fn a_student_is_found_in_the_list_by_any_name() {
    let roster = "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n\
        \"Ruiz, Ana\",11,s-100,aruiz,A\n\"Núñez, José\",12,s-101,jnunez,A\n陈晓,13,s-102,chenxiao,B\n\
        \"Lee, Kim\",14,s-103,klee,A\n\"Lee, Kim\",15,s-104,klee2,A\n";
    let roster = Roster::read(roster).unwrap();
    let find = |path: &str, owner: Option<&str>| {
        let at = roster.find(path, owner);
        at.and_then(|at| roster.people.get(at))
            .map(|it| it.number.clone())
    };
    assert_eq!(
        find("ruizana_LATE_11_998_plan.toml", None).as_deref(),
        Some("s-100")
    );
    assert_eq!(
        find("Ana Ruiz_77_assignsubmission_file_/plan.toml", None).as_deref(),
        Some("s-100")
    );
    assert_eq!(
        find("Jose\u{301} Nu\u{301}n\u{303}ez.toml", None).as_deref(),
        Some("s-101")
    );
    assert_eq!(
        find("plan.toml", Some("José  núñez")).as_deref(),
        Some("s-101")
    );
    assert_eq!(find("陈晓.toml", None).as_deref(), Some("s-102"));
    assert_eq!(find("klee2.toml", None).as_deref(), Some("s-104"));
    assert_eq!(
        find("Kim Lee.toml", None),
        None,
        "two people: nobody is guessed"
    );
    assert!(Roster::read("plan,points\n1,2\n").is_none());
    assert!(Roster::read("姓名;学号\n王,1\n").is_some());
}

#[test]
fn nobody_is_dropped_and_no_two_share_a_handle() {
    let mut files = vec![
        file("a.toml", &plan("Kim Lee")),
        file("b.toml", &plan("kim  lee")),
        file("c.toml", ""),
        file("d.toml", "farsight = 1\n[plan\n"),
        file("notes.pdf", "%PDF"),
        file("e.toml", "x = 1\n"),
        file("陈晓_LATE_3_4_计划.toml", "farsight = 1\n"),
    ];
    files.push(File {
        path: "f.toml".to_owned(),
        text: Err("no permission".to_owned()),
        written: None,
    });
    let class = class(files, None, None, &Marks::default(), None);
    assert_eq!(class.handed.len(), 8);
    let ids: BTreeSet<&str> = class
        .handed
        .iter()
        .map(|it| it.student.id.as_str())
        .collect();
    assert_eq!(ids.len(), 8, "{:?}", told(&class));
    let of = |file: &str| {
        let found = class.handed.iter().find(|it| it.file == file);
        found.unwrap().matters.clone()
    };
    assert_eq!(of("c.toml"), [Matter::Empty]);
    assert_eq!(of("d.toml"), [Matter::Broken(2)]);
    assert_eq!(of("notes.pdf"), [Matter::NoPlan]);
    assert_eq!(of("e.toml"), [Matter::NoPlan]);
    assert_eq!(of("b.toml"), [Matter::SameName("a.toml".to_owned())]);
    assert_eq!(of("陈晓_LATE_3_4_计划.toml"), [Matter::Late]);
    for handed in &class.handed {
        for matter in &handed.matters {
            assert_ne!(matter.say(Lang::En), matter.say(Lang::Zh));
        }
    }
}

#[test]
fn an_exercise_knows_its_plans() {
    let exercise = crate::classroom::exercise("past-the-product").unwrap();
    let start = exercise.start(Lang::En);
    let owner = owner(&start).unwrap();
    let files = vec![
        file("bo.toml", &start),
        file("cy.toml", &start.replace("past-the-product", "one-voice")),
        file("安娜.toml", &start.replace("sample = 80", "sample = 8")),
        file("di.toml", &start.replace("exercise = ", "# exercise = ")),
    ];
    let class = class(files, None, Some(&exercise), &Marks::default(), None);
    assert!(class.handed.iter().all(|it| it.student.name != owner));
    let of = |id: &str| {
        let found = class.handed.iter().find(|it| it.student.id == id);
        found.unwrap().matters.clone()
    };
    assert_eq!(of("bo"), [Matter::Untouched]);
    assert_eq!(of("cy"), [Matter::Other("one-voice".to_owned())]);
    assert_eq!(of("di"), [Matter::Unnamed]);
    let locked = Path::parse("needs.evidence.till-cards");
    assert_eq!(of("安娜"), [Matter::Locked(vec![locked])]);
}

#[test]
fn a_name_of_two_columns_is_written_as_people_write_it() {
    let names = |list: &str| -> Vec<String> {
        let roster = Roster::read(list).unwrap();
        roster.people.into_iter().map(|it| it.name).collect()
    };
    assert_eq!(
        names("First name,Last name\nAna,Ruiz\nBo,\n"),
        ["Ana Ruiz", "Bo"]
    );
    assert_eq!(names("姓,名\n欧阳,小明\n陈,\n"), ["欧阳小明", "陈"]);
}

#[test]
fn of_two_files_of_one_student_the_later_counts() {
    let roster = Roster::read("name,email\nAna Ruiz,ana@x.org\n王小明,wang@x.org\n").unwrap();
    let at = |path: &str, day: i8| File {
        written: Some(DateTime::constant(2027, 3, day, 12, 0, 0, 0)),
        ..file(path, &plan("Ana Ruiz"))
    };
    let files = vec![at("ana-first.toml", 9), at("ana-again.toml", 4)];
    let due = Some(DateTime::constant(2027, 3, 5, 0, 0, 0, 0));
    let class = class(files, Some(&roster), None, &Marks::default(), due);
    let sound: Vec<&str> = (class.handed.iter().filter(|it| it.is_sound()))
        .map(|it| it.file.as_str())
        .collect();
    assert_eq!(sound, ["ana-first.toml"]);
    // What one student handed in twice is nobody else's.
    let shares_a_name = |it: &Handed| {
        it.matters
            .iter()
            .any(|it| matches!(it, Matter::SameName(_)))
    };
    assert!(!class.handed.iter().any(shares_a_name));
    assert!(class.handed.iter().any(Handed::is_late));
    assert_eq!(class.missing[0].name, "王小明");
}
