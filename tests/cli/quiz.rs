//! `farsight quiz`: asked and answered line by line.

use crate::support::sandbox::Sandbox;

/// The date on which a term is asked again depends on the day of the test.
fn without_days(transcript: &str) -> String {
    let day = |line: &str| {
        for (before, after) in [("  again on ", ""), ("  ", "再考")] {
            if let Some((head, tail)) = line.rsplit_once(before)
                && tail.ends_with(after)
                && line.contains(['✓', '✗'])
            {
                return format!("{head}{before}[day]{after}");
            }
        }
        line.to_owned()
    };
    transcript.lines().map(day).collect::<Vec<_>>().join("\n")
}

#[test]
fn terms_are_asked_line_by_line_and_kept() {
    let mut sandbox = Sandbox::new();
    let ask = ["quiz", "--count", "3", "--seed", "7"];
    sandbox
        .run_with(&ask, "marketing\n\nhaggling\n")
        .run_with(&ask, "q\n")
        .run_with(&["quiz", "--count", "2", "--seed", "7"], "NEED\n")
        .run(&["quiz", "--state"])
        .run_with(&["quiz", "--count", "0"], "")
        .run(&["quiz", "--count", "many"]);
    told!("quiz", without_days(&sandbox.transcript()));
}

#[test]
fn 术语测验() {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", "zh");
    let ask = ["quiz", "--count", "3", "--seed", "7"];
    sandbox
        .run_with(&ask, "市场营销\n\n讨价还价\n")
        .run_with(&ask, "q\n")
        .run(&["quiz", "--state"]);
    told!("quiz-zh", without_days(&sandbox.transcript()));
}

#[test]
fn the_same_seed_asks_the_same_in_a_new_place() {
    let asked = || {
        let mut sandbox = Sandbox::new();
        sandbox
            .run_with(&["quiz", "--seed", "42"], "1\n2\n3\n4\n1\n2\n3\n4\n1\n2\n")
            .transcript()
    };
    assert_eq!(asked(), asked());
}
