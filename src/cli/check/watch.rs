//! Checking again and again: `--watch`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use super::super::console::{Console, FAINT};
use super::super::failure::{Exit, Failure};
use super::super::file::STDIN;
use super::gather;
use crate::settings;
use crate::words::Text;

/// How often the files are looked at: soon enough for a person, rarely enough for a battery.
const EVERY: Duration = Duration::from_millis(300);

/// Clears the screen and what scrolled off it.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// What is known of a file without reading it.
type State = Option<(SystemTime, u64)>;

/// Runs a check now and after every change to its files; ends only when the process does.
///
/// Files are asked for their times: that works on every file system, network folders included,
/// where notices of the system do not arrive.
pub(super) fn run(
    paths: &[PathBuf],
    console: &mut Console,
    check: impl Fn(&mut Console) -> Result<Exit, Failure>,
) -> Result<Exit, Failure> {
    if paths.iter().any(|path| path.as_os_str() == STDIN) {
        let what = Text::new(
            "--watch needs files: the standard input does not change.",
            "--watch 需要文件：标准输入不会变化。",
        );
        return Err(Failure::usage(console.say(what, &[])));
    }
    let mut first = true;
    loop {
        let before = states(paths);
        if console.color {
            write!(console.out, "{CLEAR}")?;
        }
        match check(console) {
            // Arguments do not mend themselves; a folder may yet get its first plan, and settings
            // that are being written are wrong for a moment.
            Err(failure) if first && failure.exit == Exit::Usage && !before.is_empty() => {
                return Err(failure);
            }
            Err(failure) => console.fail(&failure),
            Ok(_) => {}
        }
        first = false;
        let waiting = Text::new(
            "Waiting for changes; Ctrl-C ends.",
            "等待变化，按 Ctrl-C 结束。",
        );
        let waiting = console.paint(FAINT, waiting.get(console.lang));
        console.line(&waiting)?;
        console.out.flush()?;
        while states(paths) == before {
            thread::sleep(EVERY);
        }
    }
}

/// The state of every file that a check would look at, settings among them.
fn states(paths: &[PathBuf]) -> BTreeMap<PathBuf, State> {
    let (candidates, _) = gather::candidates(paths);
    let files: BTreeSet<PathBuf> = candidates.into_iter().map(|it| it.path).collect();
    let here = Path::new(".");
    let folders: BTreeSet<&Path> = files
        .iter()
        .filter_map(|file| file.parent())
        .map(|folder| if folder == "" { here } else { folder })
        .collect();
    let settings: Vec<PathBuf> = folders.into_iter().filter_map(settings::find).collect();
    let state = |path: &PathBuf| {
        let metadata = std::fs::metadata(path).ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    };
    files
        .into_iter()
        .chain(settings)
        .map(|path| (path.clone(), state(&path)))
        .collect()
}
