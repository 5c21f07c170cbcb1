//! `farsight fmt`.

use crate::support::sandbox::Sandbox;

/// A plan as three people left it.
const UNTIDY: &str = "# The tea house.
farsight=1


[[targeting.segments]]
name = \"Nurses\"   # on nights
id = \"nurses\"
[plan]
colour = \"green\" # ours alone
title   = \"Tea house\"
";

/// The same in Chinese.
const ZALUAN: &str = "# 茶馆
farsight=1


[[targeting.segments]]
name = \"护士\"   # 上夜班
id = \"护士\"
[plan]
\"颜色\" = \"绿\" # 只有我们用
title   = \"茶馆\"
";

#[test]
fn plans_are_laid_out_on_request() {
    let mut sandbox = Sandbox::new();
    sandbox.write("p/a.toml", UNTIDY);
    sandbox.write("p/note.toml", "x=1\n");
    sandbox
        .run(&["fmt", "p", "--check"])
        .run(&["fmt", "p/a.toml", "--diff"])
        .run(&["fmt", "p"])
        .show("p/a.toml")
        .run(&["fmt", "p"])
        .run(&["fmt", "p", "--check"])
        .run_with(&["fmt", "-"], UNTIDY)
        .run_with(&["fmt", "-", "--check"], UNTIDY)
        .show("p/note.toml")
        .run(&["fmt", "p", "--print"])
        .run(&["fmt", "--print", "--", "p/a.toml", "p/note.toml"]);
    told!("fmt", sandbox.transcript());
}

#[test]
fn 排版() {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox.write("茶馆.toml", ZALUAN);
    sandbox
        .run(&["fmt", "--check"])
        .run(&["fmt"])
        .show("茶馆.toml")
        .run(&["fmt", "--help"]);
    told!("fmt-zh", sandbox.transcript());
}

/// What `git diff` is shown: laid out where that can be, else byte for byte as it stands.
#[test]
fn what_cannot_be_laid_out_is_printed_as_it_stands() {
    let sandbox = Sandbox::with_bad_input();
    let printed = |name: &str| {
        let output = sandbox.command(&["fmt", "--print", "--", name]).output();
        let output = output.unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    sandbox.write("-a b.toml", UNTIDY);
    sandbox.write("乱.toml", ZALUAN);
    sandbox.write("note.toml", "x=1\n");
    for (name, line) in [
        ("-a b.toml", "farsight = 1"),
        ("乱.toml", "title = \"茶馆\""),
    ] {
        let (code, text) = printed(name);
        assert_eq!(code, Some(0));
        assert!(text.lines().any(|it| it == line), "{text}");
    }
    assert_eq!(sandbox.read("-a b.toml"), UNTIDY);
    for name in ["note.toml", "broken.toml", "newer.toml", "deep.toml"] {
        assert_eq!(printed(name), (Some(0), sandbox.read(name)));
    }
    for name in ["missing.toml", "folder", "picture.toml", "gbk.toml"] {
        assert_eq!(printed(name), (Some(3), String::new()));
    }
}

#[test]
fn bad_input() {
    let mut sandbox = Sandbox::with_bad_input();
    told!("fmt-bad", sandbox.try_bad_input(|bad| vec!["fmt", bad]));
}
