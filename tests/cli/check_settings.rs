//! `farsight.toml`, profiles, baselines and repairs of `farsight check`.

use crate::support::sandbox::Sandbox;

const GAPS: &str = "farsight = 1\n[plan]\ntitel = \"Tea house\" # shown on the cover\n\
    kind = \"busines\"\n[[targeting.segments]]\nid = \"nurses\"\n";
const QUEKOU: &str = "farsight = 1\n[plan]\ntitel = \"茶馆\" # 封面标题\n\
    kind = \"busines\"\n[[targeting.segments]]\nid = \"护士\"\n";
/// Rules of the file only, so that a new rule changes no test.
const FILE_ONLY: &str = "select = [\"F\"]\n";

fn told_as(name: &str, sandbox: &mut Sandbox) {
    let transcript = sandbox.transcript();
    let mut settings = crate::support::sandbox::settings();
    settings.add_filter(r"\d+ switched off", "[n] switched off");
    settings.add_filter(r"关闭\d+条", "关闭[n]条");
    settings.add_filter(r"(# [^\n]+\n)?thresholds\.[^\n]+\n", "");
    settings.bind(|| insta::assert_snapshot!(name, transcript));
}

#[test]
fn settings_are_shown_with_where_they_come_from() {
    for (name, lang) in [("settings", "en"), ("settings-zh", "zh")] {
        let mut sandbox = Sandbox::new();
        sandbox.write("plans/2027/a.toml", GAPS);
        sandbox.write(
            "plans/farsight.toml",
            "# 我们的规矩\nignore = [\"F005\", \"N1\"]\nprofile = \"draft\"\nfail_on = \"warning\"\n\
             baseline = \"known.json\"\n[severity]\nN103 = \"advice\"\n[words]\nallowed = [\"一流\", \"best\"]\n",
        );
        sandbox.write(".home/config/farsight/config.toml", "name = \"周雨桐\"\n");
        sandbox.run(&[
            "check",
            "plans/2027/a.toml",
            "--show-settings",
            "--lang",
            lang,
            "--today",
            "2027-03-01",
            "--profile",
            "classroom",
            "--severity",
            "orphan-element=off",
            "--ignore",
            "T2,V307",
        ]);
        sandbox.run(&[
            "check",
            "--show-settings",
            "--lang",
            lang,
            "--today",
            "2027-03-01",
        ]);
        told_as(name, &mut sandbox);
    }
}

#[test]
fn a_slip_in_the_settings_stops_the_check() {
    for (name, lang) in [("settings-wrong", "en"), ("settings-wrong-zh", "zh")] {
        let mut sandbox = Sandbox::new();
        sandbox.write("a.toml", GAPS);
        sandbox.write(
            "farsight.toml",
            "selct = [\"N\"]\nignore = [\n  \"N1\",\n  \"第九条\",\n]\n",
        );
        sandbox.run(&["check", "a.toml", "--lang", lang]);
        sandbox.write("farsight.toml", "profile = \"草\n");
        sandbox.run(&["check", "--lang", lang]);
        sandbox.write("farsight.toml", b"\xff\xfe");
        sandbox.run(&["check", "--lang", lang]);
        std::fs::remove_file(sandbox.path("farsight.toml")).unwrap();
        for args in [
            ["--select", "N9x"],
            ["--severity", "N103"],
            ["--severity", "N103=loud"],
            ["--profile", "strict"],
            ["--today", "2027-13-01"],
        ] {
            sandbox.run(&["check", "a.toml", "--lang", lang, args[0], args[1]]);
        }
        told_as(name, &mut sandbox);
    }
}

#[test]
fn settings_say_which_rules_run_and_what_fails() {
    let mut sandbox = Sandbox::new();
    sandbox.write(
        "a.toml",
        "farsight = 1\nnotes = 1\n[plan]\ntitle = \"茶馆\"\n",
    );
    let exit = |sandbox: &Sandbox, args: &[&str]| {
        let mut all = vec!["check", "a.toml"];
        all.extend(args);
        sandbox.command(&all).output().unwrap().status.code()
    };
    sandbox.write("farsight.toml", FILE_ONLY);
    assert_eq!(exit(&sandbox, &[]), Some(0));
    assert_eq!(exit(&sandbox, &["--fail-on", "warning"]), Some(1));
    sandbox.write("farsight.toml", "select = [\"F\"]\nfail_on = \"warning\"\n");
    assert_eq!(exit(&sandbox, &[]), Some(1));
    assert_eq!(exit(&sandbox, &["--fail-on", "error"]), Some(0));
    assert_eq!(exit(&sandbox, &["--severity", "unknown-key=off"]), Some(0));
    assert_eq!(exit(&sandbox, &["--ignore", "F005"]), Some(0));
    sandbox.run(&["check", "a.toml"]);
    sandbox.run(&["check", "a.toml", "--ignore", "F005", "--lang", "zh"]);
    told_as("settings-select", &mut sandbox);
}

#[test]
fn a_draft_hides_what_is_missing_and_a_class_reads_the_reasons() {
    for (name, lang) in [("profiles", "en"), ("profiles-zh", "zh")] {
        let mut sandbox = Sandbox::new();
        sandbox.write(
            "farsight.toml",
            "select = [\"F\", \"A\", \"N105\", \"action-incomplete\"]\n",
        );
        sandbox.write(
            "a.toml",
            "farsight = 1\n[[needs.customer_needs]]\nid = \"a\"\nneed = \"睡好\"\nstatus = \"met\"\n\
             [[mix.actions]]\nid = \"义诊\"\nwhat = \"夜间义诊\"\n\
             [[accept]]\ncheck = \"N105\"\nat = \"needs\"\nreason = \"一次性委托\"\nby = \"沈立夏\"\nuntil = 2027-06-30\n",
        );
        for profile in ["draft", "classroom"] {
            sandbox.run(&[
                "check",
                "a.toml",
                "--lang",
                lang,
                "--today",
                "2027-01-01",
                "--profile",
                profile,
            ]);
        }
        told_as(name, &mut sandbox);
    }
}

#[test]
fn a_baseline_lets_old_findings_in_and_new_ones_fail() {
    for (name, lang, plan) in [("baseline", "en", GAPS), ("baseline-zh", "zh", QUEKOU)] {
        let mut sandbox = Sandbox::new();
        let plan = plan.replace("busines\"", "business\"");
        sandbox.write(
            "plans/farsight.toml",
            "select = [\"F\"]\nbaseline = \"known.json\"\nfail_on = \"advice\"\n",
        );
        sandbox.write("plans/a.toml", &plan);
        sandbox.write("plans/b.toml", &plan);
        let check = |rest: &[&'static str]| {
            let mut args = vec!["check", "plans", "--lang", lang];
            args.extend(rest);
            args
        };
        sandbox.run(&check(&[]));
        sandbox.run(&check(&["--write-baseline", "plans/known.json"]));
        sandbox.show("plans/known.json");
        sandbox.run(&check(&[]));
        // Old findings move, one is repaired, a new one comes, a plan goes.
        sandbox.write(
            "plans/a.toml",
            plan.replace("titel", "title") + "\"夜班\" = 1\n",
        );
        std::fs::remove_file(sandbox.path("plans/b.toml")).unwrap();
        sandbox.run(&check(&[]));
        sandbox.run(&check(&["--fail-on", "error", "--strict-baseline"]));
        sandbox.write("plans/known.json", "{}");
        sandbox.run(&check(&[]));
        sandbox.run(&check(&["--baseline", "nowhere.json"]));
        sandbox.run(&check(&["--write-baseline", "plans/a.toml"]));
        told_as(name, &mut sandbox);
    }
}

#[test]
fn repairs_are_shown_or_made() {
    for (name, lang, plan) in [("fix", "en", GAPS), ("fix-zh", "zh", QUEKOU)] {
        let mut sandbox = Sandbox::new();
        sandbox.write("farsight.toml", FILE_ONLY);
        sandbox.write("a.toml", plan);
        sandbox.run(&["check", "a.toml", "--fix", "--diff", "--lang", lang]);
        assert_eq!(sandbox.read("a.toml"), plan);
        sandbox.run(&["check", "a.toml", "--fix", "--lang", lang]);
        sandbox.show("a.toml");
        sandbox.run(&["check", "a.toml", "--fix", "--diff", "--lang", lang]);
        sandbox.run_with(&["check", "-", "--fix", "--lang", lang], plan);
        sandbox.run(&["check", "a.toml", "--diff", "--lang", lang]);
        told_as(name, &mut sandbox);
    }
}

#[test]
fn bad_input_is_not_repaired() {
    let mut sandbox = Sandbox::with_bad_input();
    for bad in Sandbox::BAD {
        let before = std::fs::read(sandbox.path(bad)).ok();
        sandbox.run(&["check", bad, "--fix"]);
        assert_eq!(std::fs::read(sandbox.path(bad)).ok(), before, "{bad}");
    }
}
