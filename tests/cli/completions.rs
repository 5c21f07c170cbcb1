//! `farsight completions`.

use crate::support::sandbox::Sandbox;

#[test]
fn every_shell_gets_every_command() {
    let sandbox = Sandbox::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        for lang in ["en", "zh"] {
            let output = sandbox
                .command(&["completions", shell, "--lang", lang])
                .output()
                .unwrap();
            assert!(output.status.success() && output.stderr.is_empty());
            let script = String::from_utf8(output.stdout).unwrap();
            assert!(
                script.contains("explain") && script.contains("fail-on"),
                "{shell}"
            );
            assert!(!script.contains('\u{1b}'));
        }
    }
}

#[test]
fn an_unknown_shell_is_refused() {
    let mut sandbox = Sandbox::new();
    sandbox
        .run(&["completions", "csh"])
        .run(&["completions", "csh", "--lang", "zh"])
        .run(&["completions"]);
    told!("completions", sandbox.transcript());
}
