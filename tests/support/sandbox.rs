//! A folder of its own for each test of a command, and a transcript of what was run in it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A plan in English that several tests edit.
pub const TEA: &str = r#"# The tea house.
farsight = 1

[plan]
title = "Tea house: an hour of quiet after work"   # shown on the cover
owner = "Ana Ruiz"

[[needs.customer_needs]]
id = "quiet-hour"
who = "night nurses"
need = "come down before sleep"

[[needs.customer_needs]]
id = "company"
need = "talk to someone who is awake too"

[[targeting.segments]]
id = "nurses"
needs = ["quiet-hour", "company"]
size = 1200
growth = 0.03
"#;

/// The same in Chinese.
pub const CHAGUAN: &str = r#"# 茶馆
farsight = 1

[plan]
title = "茶馆：下班后安静一小时"   # 封面标题
owner = "周雨桐"

[[needs.customer_needs]]
id = "安静"
who = "夜班护士"
need = "睡前放松下来"

[[needs.customer_needs]]
id = "陪伴"
need = "跟同样醒着的人说说话"

[[targeting.segments]]
id = "护士"
needs = ["安静", "陪伴"]
size = 1200
growth = 0.03
"#;

/// A folder with a home of its own.
pub struct Sandbox {
    folder: tempfile::TempDir,
    vars: Vec<(String, String)>,
    log: String,
}

impl Sandbox {
    /// An empty folder.
    pub fn new() -> Sandbox {
        Sandbox {
            folder: tempfile::tempdir().unwrap(),
            vars: Vec::new(),
            log: String::new(),
        }
    }

    /// A folder with the two plans of this module.
    pub fn with_plans() -> Sandbox {
        let sandbox = Sandbox::new();
        sandbox.write("tea.toml", TEA);
        sandbox.write("茶馆.toml", CHAGUAN);
        sandbox
    }

    /// A folder with everything that is no plan.
    pub fn with_bad_input() -> Sandbox {
        let sandbox = Sandbox::with_plans();
        sandbox.write("picture.toml", b"\x89PNG\r\n\x1a\n\0\0");
        sandbox.write("gbk.toml", b"farsight = 1\ntitle = \"\xbc\xc6\xbb\xae\"\n");
        sandbox.write(
            "broken.toml",
            "farsight = 1\n[plan]\ntitle = \"茶馆\nowner = 1\n",
        );
        let deep = format!(
            "farsight = 1\na = {}{}\n",
            "[".repeat(10_000),
            "]".repeat(10_000)
        );
        sandbox.write("deep.toml", deep);
        sandbox.write("newer.toml", "farsight = 999\n[plan]\ntitle = \"Tea\"\n");
        std::fs::create_dir(sandbox.path("folder")).unwrap();
        sandbox
    }

    /// The names of what is no plan.
    pub const BAD: [&str; 8] = [
        "missing.toml",
        "folder",
        "picture.toml",
        "gbk.toml",
        "broken.toml",
        "deep.toml",
        "newer.toml",
        "/dev/null",
    ];

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Sets a variable for the runs that follow.
    pub fn var(&mut self, name: &str, value: &str) {
        self.vars.push((name.to_owned(), value.to_owned()));
    }

    /// The command, in this folder and with nothing of the real home.
    pub fn command(&self, args: &[&str]) -> Command {
        let home = self.path(".home");
        // Another build of the program can be tested too, such as an installed one.
        let program = std::env::var("FARSIGHT_TEST_PROGRAM");
        let program = program.unwrap_or_else(|_| env!("CARGO_BIN_EXE_farsight").to_owned());
        let mut command = Command::new(program);
        command
            .args(args)
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("LANG", "en_GB.UTF-8")
            .envs(self.vars.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        command
    }

    /// Runs the program; the transcript gets what it printed, and its exit code.
    pub fn run(&mut self, args: &[&str]) -> &mut Sandbox {
        self.run_with(args, "")
    }

    /// Runs the program with a text on its standard input.
    pub fn run_with(&mut self, args: &[&str], input: &str) -> &mut Sandbox {
        let mut command = self.command(args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        if !input.is_empty() {
            command.stdin(Stdio::piped());
        }
        let mut child = command.spawn().unwrap();
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes()).unwrap();
        }
        let output = child.wait_with_output().unwrap();
        let quoted: Vec<String> = args
            .iter()
            .map(|arg| {
                if arg.contains(' ') || arg.is_empty() {
                    format!("'{arg}'")
                } else {
                    (*arg).to_owned()
                }
            })
            .collect();
        let _ = writeln!(self.log, "$ farsight {}", quoted.join(" "));
        self.log
            .push_str(&String::from_utf8(output.stdout).unwrap());
        let stderr = String::from_utf8(output.stderr).unwrap();
        if !stderr.is_empty() {
            let _ = write!(self.log, "[stderr]\n{stderr}");
        }
        let code = output.status.code().expect("the program was killed");
        let _ = writeln!(self.log, "[exit {code}]\n");
        self
    }

    /// Puts a file into the transcript.
    pub fn show(&mut self, name: &str) -> &mut Sandbox {
        let text = self.read(name);
        let _ = writeln!(self.log, "{name}:\n{text}");
        self
    }

    /// What was run so far; the folder's own path is named `[folder]`.
    pub fn transcript(&mut self) -> String {
        let folder = self.folder.path().to_string_lossy().into_owned();
        std::mem::take(&mut self.log).replace(&folder, "[folder]")
    }

    /// Every piece of bad input, given to a command: none makes it crash or changes a file.
    pub fn try_bad_input(&mut self, args: impl Fn(&'static str) -> Vec<&'static str>) -> String {
        let before = snapshot(self.folder.path());
        for bad in Sandbox::BAD {
            self.run(&args(bad));
        }
        assert_eq!(snapshot(self.folder.path()), before);
        self.transcript()
    }
}

/// Every file of a folder with its bytes.
fn snapshot(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<(PathBuf, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// The numbers of rules grow with every rule; what a test tells must not.
pub fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.add_filter(r"\d+ of \d+ rules", "[n] of [n] rules");
    settings.add_filter(r"\d+条规则中有\d+条", "[n]条规则中有[n]条");
    settings.add_filter(r"\d+ fields, \d+ rules, \d+ terms, \d+ samples", "[counts]");
    settings.add_filter(r"\d+个字段，\d+条规则，\d+个术语，\d+份样例", "[counts]");
    settings.add_filter(r"(?m)[ \t]+$", "");
    settings
}

/// Compares a transcript with its snapshot.
macro_rules! told {
    ($name:literal, $sandbox:expr) => {
        $crate::support::sandbox::settings().bind(|| insta::assert_snapshot!($name, $sandbox))
    };
}
