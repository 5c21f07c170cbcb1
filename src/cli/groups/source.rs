//! Where purchases come from: a file that can be read twice, or a stream that cannot.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use super::Args;
use crate::cli::console::Console;
use crate::cli::failure::{Exit, Failure};
use crate::cli::file::STDIN;
use crate::customers::dialect::detect;
use crate::customers::{
    Bad, Day, Dialect, Error, Length, Outcome, Wishes, pass, read as read_pass,
};
use crate::store::error::shown;
use crate::store::{self, OpenError};
use crate::words::number::show;
use crate::words::{Lang, Text};

/// How much of a file its writing is first looked for in.
const HEAD: u64 = 1 << 20;
/// How often progress is shown.
const OFTEN: Duration = Duration::from_millis(200);
/// How many bad rows are kept to be shown.
const SHOWN: usize = 5;

/// The name of the file, as it is told and noted.
pub(super) fn name(path: &Path) -> String {
    if path.as_os_str() == STDIN {
        return "-".to_owned();
    }
    shown(path)
}

/// The head of the input, whether it is all, and the input as a stream from its beginning.
struct Source {
    head: Vec<u8>,
    is_whole: bool,
    /// The file, if it can be read twice.
    file: Option<File>,
    rest: Option<Box<dyn Read>>,
}

impl Source {
    fn open(path: &Path, lang: Lang) -> Result<Source, Failure> {
        let failed = |error: &io::Error| opening(&OpenError::from_io(path, error), lang);
        if path.as_os_str() == STDIN {
            return Source::stream(Box::new(io::stdin().lock())).map_err(|error| failed(&error));
        }
        let file = File::open(path).map_err(|error| failed(&error))?;
        let about = file.metadata().map_err(|error| failed(&error))?;
        if about.is_dir() {
            return Err(opening(&OpenError::IsFolder(path.to_path_buf()), lang));
        }
        if !about.is_file() {
            // A pipe, such as the shell makes of another program's output.
            return Source::stream(Box::new(file)).map_err(|error| failed(&error));
        }
        let mut head = Vec::new();
        (&file)
            .take(HEAD)
            .read_to_end(&mut head)
            .map_err(|error| failed(&error))?;
        Ok(Source {
            is_whole: head.len() as u64 == about.len(),
            head,
            file: Some(file),
            rest: None,
        })
    }

    fn stream(mut input: Box<dyn Read>) -> io::Result<Source> {
        let mut head = Vec::new();
        input.by_ref().take(HEAD).read_to_end(&mut head)?;
        Ok(Source {
            is_whole: (head.len() as u64) < HEAD,
            head,
            file: None,
            rest: Some(input),
        })
    }

    fn dialect(&self, wishes: &Wishes) -> Result<Dialect, Error> {
        let again = || self.file.as_ref().and_then(from_start);
        detect(&self.head, self.is_whole, wishes, again)
    }

    fn stream_all(&mut self) -> Box<dyn Read> {
        if let Some(file) = self.file.as_ref().and_then(from_start) {
            return Box::new(file);
        }
        let head = io::Cursor::new(std::mem::take(&mut self.head));
        match self.rest.take() {
            Some(rest) => Box::new(head.chain(rest)),
            None => Box::new(head),
        }
    }
}

/// The same file, read from its first byte.
fn from_start(file: &File) -> Option<File> {
    use std::io::Seek;
    let mut file = file.try_clone().ok()?;
    file.rewind().ok()?;
    Some(file)
}

fn opening(error: &OpenError, lang: Lang) -> Failure {
    let message = match error {
        OpenError::IsFolder(path) => {
            let text = Text::new("{0} is a folder.", "{0} 是文件夹。");
            text.fill(lang, &[shown(path)])
        }
        other => other.message(lang),
    };
    let next = Text::new(
        "Name a file of purchases, or - for the standard input.",
        "请给出购买记录文件；写 - 则读标准输入。",
    );
    Failure::files(message).hint(next.get(lang).to_owned())
}

/// A file that cannot be counted: exit code 2 where an option decides, else 3.
fn failed(path: &Path, error: &Error, lang: Lang) -> Failure {
    let text = Text::new("{0}: {1}", "{0}：{1}");
    let failure = Failure::files(text.fill(lang, &[name(path), error.message(lang)]));
    let failure = failure.hint(error.hint(lang));
    if error.is_open() {
        return Failure {
            exit: Exit::Usage,
            ..failure
        };
    }
    failure
}

/// How the file is written.
pub(super) fn dialect(path: &Path, wishes: &Wishes, lang: Lang) -> Result<Dialect, Failure> {
    let source = Source::open(path, lang)?;
    source
        .dialect(wishes)
        .map_err(|error| failed(path, &error, lang))
}

/// Reads all of it.
pub(super) fn read(
    path: &Path,
    wishes: &Wishes,
    length: Length,
    limit: Day,
    watcher: &mut Watcher<'_>,
    lang: Lang,
) -> Result<(Dialect, Outcome), Failure> {
    let mut source = Source::open(path, lang)?;
    let dialect = source
        .dialect(wishes)
        .map_err(|error| failed(path, &error, lang))?;
    watcher.lang = lang;
    let outcome = read_pass(source.stream_all(), &dialect, length, limit, watcher);
    watcher.clear();
    let outcome = outcome.map_err(|error| failed(path, &error, lang))?;
    Ok((dialect, outcome))
}

/// Reads all of it while bad rows are written to a side file, which is there whole or not at all.
pub(super) fn read_beside<T>(
    side: &Path,
    read: impl FnOnce(&mut Watcher<'_>) -> Result<T, Failure>,
    watcher: &mut Watcher<'_>,
    lang: Lang,
) -> Result<T, Failure> {
    let mut outcome = None;
    let mut kept = Vec::new();
    let total = watcher.total;
    let saved = store::overwrite_with(side, |file| {
        let mut file = BufWriter::new(file);
        file.write_all(b"line,reason,row\n")?;
        let mut inside = Watcher {
            side: Some(&mut file),
            ..Watcher::of(total)
        };
        let result = read(&mut inside);
        kept = std::mem::take(&mut inside.kept);
        if let Some(error) = inside.broken.take() {
            return Err(error);
        }
        let is_fine = result.is_ok();
        outcome = Some(result);
        if !is_fine {
            // The old side file stays: what was read does not stand.
            return Err(io::ErrorKind::Other.into());
        }
        file.flush()
    });
    watcher.kept = kept;
    match (outcome, saved) {
        (Some(Err(failure)), _) => Err(failure),
        (_, Err(error)) => Err(Failure::saving(&error, lang)),
        (Some(Ok(value)), Ok(())) => Ok(value),
        (None, Ok(())) => Err(Failure::files(String::new())),
    }
}

/// A side file or a plan must not be the file of purchases itself.
pub(super) fn refuse_same(args: &Args, path: &Path, lang: Lang) -> Result<(), Failure> {
    let real = |path: &Path| path.canonicalize().ok();
    let Some(input) = real(path) else {
        return Ok(());
    };
    let same = args.bad_rows.as_deref().and_then(real) == Some(input);
    if !same {
        return Ok(());
    }
    let what = Text::new(
        "--bad-rows names the file of purchases itself.",
        "--bad-rows 指向了购买记录文件本身。",
    );
    let next = Text::new("Name another file.", "请换一个文件名。");
    Err(Failure::usage(what.get(lang).to_owned()).hint(next.get(lang).to_owned()))
}

/// What happens with bad rows and with progress.
pub(super) struct Watcher<'w> {
    lang: Lang,
    /// The size of the input; 0 where it is not known.
    total: u64,
    /// When the pass began, and when progress is next shown; nothing where nobody looks.
    clock: Option<(Instant, Instant)>,
    side: Option<&'w mut dyn Write>,
    broken: Option<io::Error>,
    /// The first bad rows, with line and reason.
    pub kept: Vec<(u64, pass::Reason, String)>,
}

impl Watcher<'_> {
    /// One for this file.
    pub fn new(path: &Path) -> Watcher<'static> {
        Watcher::of(std::fs::metadata(path).map_or(0, |about| about.len()))
    }

    fn of(total: u64) -> Watcher<'static> {
        let now = Instant::now();
        Watcher {
            lang: Lang::En,
            total,
            clock: io::stderr().is_terminal().then_some((now, now + OFTEN)),
            side: None,
            broken: None,
            kept: Vec::new(),
        }
    }

    fn clear(&self) {
        if self.clock.is_some() {
            Console::progress("");
        }
    }
}

impl pass::Watch for Watcher<'_> {
    fn bad(&mut self, bad: &Bad<'_>) -> Result<(), Error> {
        if self.kept.len() < SHOWN {
            let raw = String::from_utf8_lossy(bad.raw).into_owned();
            self.kept.push((bad.line, bad.reason, raw));
        }
        let Some(side) = &mut self.side else {
            return Ok(());
        };
        let raw = String::from_utf8_lossy(bad.raw).replace('"', "\"\"");
        let written = writeln!(side, "{},{},\"{raw}\"", bad.line, bad.reason.key());
        written.map_err(|error| {
            let said = Error::read(&error);
            self.broken = Some(error);
            said
        })
    }

    fn progress(&mut self, rows: u64, bytes: u64) {
        let Some((begin, next)) = self.clock else {
            return;
        };
        let now = Instant::now();
        if now < next {
            return;
        }
        self.clock = Some((begin, now + OFTEN));
        let seconds = now.duration_since(begin).as_millis().max(1);
        let rate = u128::from(rows) * 1000 / seconds;
        let counted = [show(rows.into()), show(rate.into())];
        let text =
            Text::new("{0} rows, {1} a second", "{0}行，每秒{1}行").fill(self.lang, &counted);
        let bar = (bytes * 20).checked_div(self.total).map(|done| {
            let done = done.min(20) as usize;
            let percent = (bytes * 100).checked_div(self.total).unwrap_or(0).min(100);
            format!(
                "{}{} {percent} %  ",
                "█".repeat(done),
                "░".repeat(20 - done)
            )
        });
        Console::progress(&format!("{}{text}", bar.unwrap_or_default()));
    }
}
