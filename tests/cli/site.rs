//! `farsight site`.

use crate::support::sandbox::Sandbox;
use farsight::plan::SAMPLES;

/// Runs a line of arguments.
fn line(sandbox: &mut Sandbox, args: &str) {
    let args: Vec<&str> = args.split_whitespace().collect();
    sandbox.run(&args);
}

#[test]
fn every_plan_of_a_folder_is_listed() {
    let mut sandbox = Sandbox::new();
    for sample in SAMPLES {
        sandbox.write(&format!("plans/{}.toml", sample.name), sample.text);
    }
    sandbox.write("plans/一班/index.toml", crate::support::sandbox::CHAGUAN);
    sandbox.write(
        "plans/broken.toml",
        "farsight = 1\n[plan]\ntitle = \"茶馆\nowner = 1\n",
    );
    sandbox.write(
        "plans/<b>x.toml",
        "farsight = 1\n[plan]\ntitle = \"<script>x()</script>\"\n",
    );
    sandbox.write("plans/notes.toml", "a = 1\n");
    line(&mut sandbox, "site plans -o public --today 2027-06-30");
    line(
        &mut sandbox,
        "site plans -o public --today 2027-06-30 --lang zh",
    );
    let index = sandbox.read("public/index.html");
    for sample in SAMPLES {
        assert!(index.contains(&format!("href=\"{}.html\"", sample.name)));
        assert!(
            sandbox
                .path(&format!("public/{}.html", sample.name))
                .exists()
        );
    }
    assert!(index.contains("broken.toml") && index.contains("无法读取"));
    assert!(index.contains("一班-index.html") && !index.contains("notes.toml"));
    assert!(!index.contains("<script>x") && !index.contains("<b>x"));
    let before = index;
    line(
        &mut sandbox,
        "site plans -o public --today 2027-06-30 --lang zh",
    );
    assert_eq!(before, sandbox.read("public/index.html"));
    told!(
        "site_every_plan_of_a_folder_is_listed",
        sandbox.transcript()
    );
}

#[test]
fn pages_without_a_plan_go_and_nothing_else() {
    let mut sandbox = Sandbox::new();
    for name in ["tea", "Tea", "a/b", "a-b", "索引", "index"] {
        sandbox.write(&format!("plans/{name}.toml"), crate::support::sandbox::TEA);
    }
    sandbox.write("public/mine.html", "<p>mine</p>");
    sandbox.write("public/farsight.html", "farsight.report/1, but no page");
    line(&mut sandbox, "site plans -o public --today 2027-06-30");
    let pages = |sandbox: &Sandbox| {
        let entries = std::fs::read_dir(sandbox.path("public")).unwrap();
        let mut names: Vec<String> = entries
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names.join(" ")
    };
    // No two pages differ in the size of their letters alone: some disks take them for one.
    assert_eq!(
        pages(&sandbox),
        "Tea.html a-b-2.html a-b.html farsight.html index-2.html index.html mine.html tea-2.html 索引.html"
    );
    for name in ["Tea", "a/b"] {
        std::fs::remove_file(sandbox.path(&format!("plans/{name}.toml"))).unwrap();
    }
    sandbox.write("plans/索引.toml", "farsight = 1\n[plan]\ntitle = \"\n");
    line(&mut sandbox, "site plans -o public --today 2027-06-30");
    line(
        &mut sandbox,
        "site plans -o public --today 2027-06-30 --lang zh",
    );
    assert_eq!(
        pages(&sandbox),
        "a-b.html farsight.html index-2.html index.html mine.html tea.html"
    );
    sandbox.write("plans/索引.toml", crate::support::sandbox::CHAGUAN);
    line(
        &mut sandbox,
        "site plans -o public --today 2027-06-30 --lang zh",
    );
    std::fs::remove_file(sandbox.path("plans/索引.toml")).unwrap();
    line(
        &mut sandbox,
        "site plans -o public --today 2027-06-30 --lang zh",
    );
    told!(
        "site_pages_without_a_plan_go_and_nothing_else",
        sandbox.transcript()
    );
}

#[test]
fn where_there_is_nothing_to_list() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.write("empty/x.txt", "");
    line(&mut sandbox, "site empty -o public");
    line(&mut sandbox, "site empty -o public --lang zh");
    line(&mut sandbox, "site missing -o public");
    line(&mut sandbox, "site tea.toml -o public");
    line(&mut sandbox, "site tea.toml -o public --lang zh");
    sandbox.write("public/index.html", "mine");
    line(&mut sandbox, "site . -o public");
    assert_eq!(sandbox.read("public/index.html"), "mine");
    told!("site_where_there_is_nothing_to_list", sandbox.transcript());
}
