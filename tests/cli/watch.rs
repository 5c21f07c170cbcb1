//! `farsight check --watch`: a change is seen, a file that is gone is waited for.

#![cfg(unix)]

use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::support::sandbox::Sandbox;

const SOUND: &str = "farsight = 1\n[plan]\ntitle = \"Ferry\"\n";

/// A check that goes on, and what it has printed since it was last asked.
struct Watch {
    child: Child,
    said: Receiver<String>,
}

impl Watch {
    fn start(sandbox: &Sandbox, args: &[&str]) -> Watch {
        let args = [&["check", "--watch", "--format", "line"], args].concat();
        let mut command = sandbox.command(&args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (tell, said) = channel();
        let pipes: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().unwrap()),
            Box::new(child.stderr.take().unwrap()),
        ];
        for mut pipe in pipes {
            let tell = tell.clone();
            std::thread::spawn(move || {
                let mut bytes = [0; 4096];
                while let Ok(many @ 1..) = pipe.read(&mut bytes) {
                    let text = String::from_utf8_lossy(&bytes[..many]).into_owned();
                    if tell.send(text).is_err() {
                        break;
                    }
                }
            });
        }
        Watch { child, said }
    }

    /// Waits until all of this has been said.
    fn says(&mut self, wanted: &[&str]) {
        let end = Instant::now() + Duration::from_secs(60);
        let mut said = String::new();
        while !wanted.iter().all(|it| said.contains(it)) {
            let left = end.saturating_duration_since(Instant::now());
            match self.said.recv_timeout(left) {
                Ok(text) => said += &text,
                Err(error) => panic!("{error}: {wanted:?} is not in {said:?}"),
            }
        }
    }

    /// Ends it as Ctrl-C does; it was still at it.
    fn end(&mut self) {
        assert_eq!(self.child.try_wait().unwrap(), None);
        let id = self.child.id().to_string();
        Command::new("kill").args(["-INT", &id]).status().unwrap();
        let status = self.child.wait().unwrap();
        assert_eq!(status.signal(), Some(2), "{status}");
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_is_checked_and_a_file_that_is_gone_is_waited_for() {
    let sandbox = Sandbox::new();
    sandbox.write("plan.toml", SOUND);
    let mut watch = Watch::start(&sandbox, &["plan.toml"]);
    watch.says(&["1 plan", "Waiting for changes"]);
    sandbox.write("plan.toml", format!("{SOUND}titel = 1\n"));
    watch.says(&["plan.toml:4:1: ", "unknown-key", "Waiting for changes"]);
    std::fs::remove_file(sandbox.path("plan.toml")).unwrap();
    watch.says(&["plan.toml", "There is no", "Waiting for changes"]);
    sandbox.write("plan.toml", format!("{SOUND}[[\n"));
    watch.says(&["syntax-error", "Waiting for changes"]);
    sandbox.write("plan.toml", SOUND);
    watch.says(&["1 plan", "Waiting for changes"]);
    watch.end();
}

#[test]
fn 文件夹里的计划来来去去都看得到() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path("计划")).unwrap();
    let mut watch = Watch::start(&sandbox, &["计划", "--lang", "zh"]);
    watch.says(&["没有计划", "等待变化"]);
    sandbox.write("计划/茶馆.toml", format!("{SOUND}titel = 1\n"));
    watch.says(&["计划/茶馆.toml:4:1: ", "unknown-key", "等待变化"]);
    sandbox.write("计划/渡口.toml", format!("{SOUND}titel = 1\n"));
    watch.says(&["计划/渡口.toml:4:1: ", "等待变化"]);
    // Settings that are wrong for a moment do not end it.
    sandbox.write("计划/farsight.toml", "profile = \"");
    watch.says(&["farsight.toml", "等待变化"]);
    std::fs::remove_file(sandbox.path("计划/farsight.toml")).unwrap();
    watch.says(&["计划/渡口.toml:4:1: ", "等待变化"]);
    std::fs::remove_dir_all(sandbox.path("计划")).unwrap();
    watch.says(&["等待变化"]);
    watch.end();
}

#[test]
fn settings_beside_a_plan_are_watched_too() {
    let sandbox = Sandbox::new();
    sandbox.write("plan.toml", format!("{SOUND}titel = 1\n"));
    let mut watch = Watch::start(&sandbox, &["plan.toml"]);
    watch.says(&["warning: ", "unknown-key", "Waiting for changes"]);
    sandbox.write("farsight.toml", "[severity]\nunknown-key = \"advice\"\n");
    watch.says(&["advice: ", "unknown-key", "Waiting for changes"]);
    watch.end();
}
