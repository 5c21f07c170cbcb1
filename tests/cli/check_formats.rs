//! `farsight check --format`: the same findings in every form, several in one run.

use crate::support::sandbox::Sandbox;
use serde_json::Value;

/// Two gaps of the file, one of them answered by nobody, and a name with what must be escaped.
const GAPS: &str = "farsight = 1\n[plan]\ntitel = \"<Tea> & \\\"more\\\"\"\nkind = \"busines\"\n";
const QUEKOU: &str = "farsight = 1\n[plan]\ntitel = \"茶馆\"\nkind = \"茶|馆\"\n";

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("tea & co.toml", GAPS);
    sandbox.write("茶馆.toml", QUEKOU);
    sandbox
}

fn json(sandbox: &Sandbox, file: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(sandbox.path(file)).unwrap()).unwrap()
}

/// What the JSON form says: plan, code, line and column of every finding.
fn found(sandbox: &Sandbox) -> Vec<(String, String, u64, u64)> {
    let all = json(sandbox, "f.json");
    let plans = all["plans"].as_array().unwrap();
    let of = |plan: &Value| {
        let file = plan["file"].as_str().unwrap().to_owned();
        let one = move |it: &Value| {
            let start = &it["start"];
            (
                file.clone(),
                it["code"].as_str().unwrap().to_owned(),
                start["line"].as_u64().unwrap(),
                start["column"].as_u64().unwrap(),
            )
        };
        let findings = plan["findings"].as_array().unwrap();
        findings.iter().map(one).collect::<Vec<_>>()
    };
    plans.iter().flat_map(of).collect()
}

fn run_all(lang: &str) -> Sandbox {
    let mut sandbox = sandbox();
    sandbox.run(&[
        "check",
        ".",
        "--lang",
        lang,
        "--format",
        "line",
        "--format",
        "json=f.json",
        "--format",
        "sarif=f.sarif",
        "--format",
        "github=f.github",
        "--format",
        "gitlab=f.gitlab",
        "--format",
        "junit=f.xml",
        "--format",
        "markdown=f.md",
        "--format",
        "text=f.txt",
    ]);
    sandbox
}

fn read(sandbox: &Sandbox, file: &str) -> String {
    std::fs::read_to_string(sandbox.path(file)).unwrap()
}

#[test]
fn every_form_holds_every_finding() {
    for lang in ["en", "zh"] {
        let mut sandbox = run_all(lang);
        let found = found(&sandbox);
        assert!(found.iter().any(|it| it.0 == "茶馆.toml" && it.1 == "F007"));
        let transcript = sandbox.transcript();
        let (sarif, github) = (json(&sandbox, "f.sarif"), read(&sandbox, "f.github"));
        let (junit, text) = (read(&sandbox, "f.xml"), read(&sandbox, "f.txt"));
        let markdown = read(&sandbox, "f.md");
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        assert_eq!(results.len(), found.len());
        for ((file, code, line, column), result) in found.iter().zip(results) {
            assert!(
                transcript.contains(&format!("{file}:{line}:{column}: ")),
                "{transcript}"
            );
            assert!(transcript.contains(&format!(" {code}]")), "{transcript}");
            assert_eq!(result["ruleId"], **code);
            let region = &result["locations"][0]["physicalLocation"]["region"];
            assert_eq!(region["startLine"], *line);
            assert_eq!(region["startColumn"], *column);
            assert!(
                github.contains(&format!("file={file},line={line}")),
                "{github}"
            );
            assert!(junit.contains(&format!("({code})\">\n      <")), "{junit}");
            assert!(text.contains(&format!("({code})]")), "{text}");
            assert!(markdown.contains(&format!(" | {line} | ")), "{markdown}");
        }
    }
}

#[test]
fn sarif_names_its_rules_and_files_as_viewers_want_them() {
    let sandbox = run_all("zh");
    let run = &json(&sandbox, "f.sarif")["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), farsight::checks::rules().count());
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let artifact = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        let uri = artifact["uri"].as_str().unwrap();
        assert!(uri.is_ascii() && !uri.contains([' ', '&']), "{uri}");
    }
}

#[test]
fn gitlab_gets_one_issue_for_each_finding_and_no_fingerprint_twice() {
    for lang in ["en", "zh"] {
        let mut sandbox = Sandbox::new();
        // The same fault twice in the same place of the plan.
        let twice = GAPS.replace("titel", "x = 1\nx = 1\ntitel");
        sandbox.write("tea & co.toml", twice);
        sandbox.write("茶馆.toml", QUEKOU);
        sandbox.write("whole/none.toml", "x = 1\n");
        let forms = ["json=f.json", "gitlab=f.gitlab"];
        for form in forms {
            sandbox.run(&["check", ".", "--lang", lang, "--format", form]);
        }
        let issues = json(&sandbox, "f.gitlab");
        let issues = issues.as_array().unwrap();
        let found = found(&sandbox);
        assert_eq!(issues.len(), found.len());
        let mut fingerprints = std::collections::BTreeSet::new();
        for ((file, _, line, _), issue) in found.iter().zip(issues) {
            assert_eq!(issue["location"]["path"], **file);
            assert_eq!(issue["location"]["lines"]["begin"], *line);
            assert!(fingerprints.insert(issue["fingerprint"].to_string()));
            assert!(["major", "minor", "info"].contains(&issue["severity"].as_str().unwrap()));
        }
    }
}

#[test]
fn a_junit_report_counts_what_it_holds() {
    let sandbox = run_all("en");
    let report = read(&sandbox, "f.xml");
    let all = farsight::checks::rules().count();
    assert_eq!(report.matches("<testsuite ").count(), 2);
    assert_eq!(report.matches("<testcase ").count(), 2 * all);
    let failures = report.matches("<failure ").count();
    let skipped = report.matches("<skipped ").count();
    let head = format!(
        "tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\"",
        2 * all
    );
    assert!(report.lines().nth(1).unwrap().contains(&head), "{report}");
    // What the plan lacks is skipped, never passed.
    assert!(skipped > 0 && failures > 0);
    assert!(report.contains("tea &amp; co.toml"));
}

#[test]
fn an_answer_is_a_suppression_with_its_reason() {
    let mut sandbox = Sandbox::new();
    let answered = "farsight = 1\n[needs.market]\ndefinition = \"the umbrella market\"\n\
        [[needs.customer_needs]]\nid = \"dry\"\nneed = \"arrive dry\"\n\
        [[accept]]\ncheck = \"market-or-mission-named-after-product\"\n\
        reason = \"The ministry counts it so.\"\nby = \"Ana\"\n";
    sandbox.write(
        "p.toml",
        format!("{answered}[plan]\ncategory = \"umbrella\"\n"),
    );
    sandbox.run(&[
        "check",
        "p.toml",
        "--format",
        "sarif=f.sarif",
        "--format",
        "markdown",
    ]);
    let run = &json(&sandbox, "f.sarif")["runs"][0];
    let results = run["results"].as_array().unwrap();
    let suppressed: Vec<&Value> = results
        .iter()
        .filter(|it| !it["suppressions"].is_null())
        .collect();
    assert_eq!(suppressed.len(), 1, "{results:#?}");
    assert_eq!(
        suppressed[0]["suppressions"][0]["justification"],
        "The ministry counts it so."
    );
    assert!(
        sandbox
            .transcript()
            .contains("The ministry counts it so. (Ana)")
    );
}

#[test]
fn bad_forms_say_what_to_choose() {
    let mut sandbox = sandbox();
    sandbox.run(&["check", "--format", "pdf"]);
    sandbox.run(&["check", "--format", "json", "--format", "text"]);
    sandbox.run(&["check", "--format", "json="]);
    sandbox.run(&["check", "--format", "json=missing/folder/f.json"]);
    sandbox.run(&["check", "--format", "pdf", "--lang", "zh"]);
    sandbox.run(&[
        "check", "--format", "json", "--format", "text", "--lang", "zh",
    ]);
    sandbox.run(&["check", "--watch", "-", "--lang", "zh"]);
    sandbox.run(&["check", "--watch", "-"]);
    told!("check_formats_bad", sandbox.transcript());
}
