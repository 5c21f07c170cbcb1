//! Noticing that an open plan was changed or deleted by somebody else.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::error::OpenError;
use super::open::{Opened, open};
use super::stamp::Stamp;

/// What became of a file since the last look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    /// No news.
    Same,
    /// It says something else than what we know; this is what.
    Changed(Box<Opened>),
    /// It says again what we know, after it had been changed or deleted.
    Restored,
    /// It is gone.
    Deleted,
    /// It is there but cannot be read.
    Unreadable(OpenError),
}

/// Stands guard over the file of an open plan.
///
/// It has no thread: the interface asks now and then. Asking costs one look at
/// the file's times; the content is read only when they moved. Each piece of news
/// is told once.
#[derive(Debug)]
pub struct Guard {
    path: PathBuf,
    known: Stamp,
    seen: Option<Sight>,
    /// What was told last.
    told: Result<Stamp, OpenError>,
}

/// How a file looked from outside.
#[derive(Debug, PartialEq, Eq)]
struct Sight {
    len: u64,
    times: [Option<SystemTime>; 2],
    identity: (u64, u64, i64, i64),
}

impl Guard {
    /// Guards the file, of which we know the content by its stamp.
    pub fn new(path: &Path, known: Stamp) -> Guard {
        Guard {
            path: path.to_path_buf(),
            known,
            seen: None,
            told: Ok(known),
        }
    }

    /// The file under guard.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes this content as the known one: after a save, and after the author chose a version.
    pub fn accept(&mut self, known: Stamp) {
        self.known = known;
        self.told = Ok(known);
        self.seen = None;
    }

    /// Looks at the file and tells what is new.
    pub fn check(&mut self) -> Outside {
        let looked = SystemTime::now();
        let sight = fs::metadata(&self.path).ok().map(|found| Sight::of(&found));
        if sight.is_some() && sight == self.seen {
            return Outside::Same;
        }
        let found = open(&self.path);
        // Two writes within one tick of the clock look alike from outside, so a look at a
        // file that was written just now is not trusted: the next check reads it again.
        self.seen = sight.filter(|sight| sight.settled(looked));
        let now = found
            .as_ref()
            .map(|found| found.stamp)
            .map_err(Clone::clone);
        if now == self.told {
            return Outside::Same;
        }
        self.told = now;
        match found {
            Ok(found) if found.stamp == self.known => Outside::Restored,
            Ok(found) => Outside::Changed(Box::new(found)),
            Err(OpenError::NotFound(_)) => Outside::Deleted,
            Err(error) => Outside::Unreadable(error),
        }
    }
}

impl Sight {
    fn of(found: &Metadata) -> Sight {
        Sight {
            len: found.len(),
            times: [found.modified().ok(), found.created().ok()],
            identity: identity(found),
        }
    }

    /// Whether the last write is so long ago that another one would show.
    fn settled(&self, now: SystemTime) -> bool {
        let coarsest = Duration::from_secs(2); // the clock of a memory stick
        self.times[0].is_some_and(|modified| {
            let apart = now.duration_since(modified);
            apart.unwrap_or_else(|ahead| ahead.duration()) > coarsest
        })
    }
}

/// What else tells a file from one that took its place with the same length and time.
#[cfg(unix)]
fn identity(found: &Metadata) -> (u64, u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino(), found.ctime(), found.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, u64, i64, i64) {
    (0, 0, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_trusted_only_when_a_later_write_would_show() {
        let now = SystemTime::now();
        let written = |modified| Sight {
            len: 6,
            times: [Some(modified), None],
            identity: (0, 0, 0, 0),
        };
        let seconds = Duration::from_secs;
        assert!(!written(now).settled(now));
        assert!(!written(now - seconds(1)).settled(now));
        assert!(!written(now + seconds(1)).settled(now));
        assert!(written(now - seconds(3)).settled(now));
        assert!(written(now + seconds(3600)).settled(now)); // dated into the future
    }
}
