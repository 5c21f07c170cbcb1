//! `farsight import`.

use crate::support::sandbox::Sandbox;
use farsight::plan::SAMPLES;

fn line(sandbox: &mut Sandbox, args: &str) {
    let args: Vec<&str> = args.split_whitespace().collect();
    sandbox.run(&args);
}

#[test]
fn what_nobody_touched_changes_nothing() {
    for sample in SAMPLES {
        let mut sandbox = Sandbox::new();
        sandbox.write("plan.toml", sample.text);
        for lang in ["en", "zh"] {
            line(
                &mut sandbox,
                &format!("report plan.toml --format xlsx -o plan.xlsx --lang {lang}"),
            );
            line(
                &mut sandbox,
                &format!("import plan.xlsx plan.toml --write --remove --lang {lang}"),
            );
        }
        let told = sandbox.transcript();
        assert_eq!(sandbox.read("plan.toml"), sample.text, "{told}");
        assert!(told.contains("says all of this already"), "{told}");
    }
}

#[test]
fn an_edited_table_comes_back() {
    let mut sandbox = Sandbox::with_plans();
    line(
        &mut sandbox,
        "report tea.toml --format csv --section targeting.segments -o seg.csv",
    );
    let csv = sandbox.read("seg.csv");
    assert!(csv.contains("nurses"), "{csv}");
    let edited =
        "id,Size,Growth,Needs,my notes\nnurses,1500,4 %,quiet-hour; company,hm\nowls,300,,,\n";
    sandbox.write("edited.csv", edited);
    line(
        &mut sandbox,
        "import edited.csv tea.toml --section targeting.segments",
    );
    assert!(sandbox.read("tea.toml").contains("size = 1200"));
    line(
        &mut sandbox,
        "import edited.csv tea.toml --section targeting.segments --write",
    );
    let plan = sandbox.read("tea.toml");
    assert!(plan.starts_with("# The tea house."));
    assert!(plan.contains("size = 1500\ngrowth = 0.04"), "{plan}");
    sandbox.write("less.csv", "编号,规模\nowls,300\n");
    line(
        &mut sandbox,
        "import less.csv tea.toml --section targeting.segments --lang zh",
    );
    line(
        &mut sandbox,
        "import less.csv tea.toml --section targeting.segments --remove --write --lang zh",
    );
    sandbox.show("tea.toml");
    let told = sandbox.transcript();
    assert!(told.contains("Nothing is written yet"), "{told}");
    assert!(told.contains("已写入 tea.toml"), "{told}");
    assert!(!sandbox.read("tea.toml").contains("\"nurses\""), "{told}");
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_written() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.write(
        "bad.csv",
        "id,Size,Growth\nnurses,many,4 %\nNot An Id!,5,\nnurses,6,\n",
    );
    let before = sandbox.read("tea.toml");
    line(
        &mut sandbox,
        "import bad.csv tea.toml --section targeting.segments --write",
    );
    line(
        &mut sandbox,
        "import bad.csv tea.toml --section targeting.segments --write --lang zh",
    );
    assert_eq!(sandbox.read("tea.toml"), before);
    sandbox.write("none.csv", "a,b\n1,2\n");
    sandbox.write("broken.xlsx", "PK\u{3}\u{4}nothing");
    line(&mut sandbox, "import none.csv tea.toml");
    line(&mut sandbox, "import none.csv 茶馆.toml --lang zh");
    line(&mut sandbox, "import broken.xlsx tea.toml");
    line(&mut sandbox, "import broken.xlsx 茶馆.toml --lang zh");
    line(&mut sandbox, "import absent.xlsx tea.toml");
    line(&mut sandbox, "import none.csv tea.toml --section mix.price");
    let told = sandbox.transcript();
    assert!(told.contains("bad!B2"), "{told}");
    assert!(told.contains("so tea.toml stays as it is"), "{told}");
    assert!(told.contains("因此 tea.toml 保持原样"), "{told}");
    assert!(told.contains("the workbook is damaged"), "{told}");
}
