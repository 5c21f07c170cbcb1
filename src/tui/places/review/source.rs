//! What the plan is compared with, asked of git on a thread of its own: a huge repository must not
//! hold up a key.

use std::path::{Path, PathBuf};
use std::slice;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use crate::store::git::{Commit, GitError, HEAD, Repo};
use crate::words::{Lang, Text};

/// An answer that comes within this time is shown at once; for a later one a message stands in.
const PATIENCE: Duration = Duration::from_millis(150);
/// So often is it looked whether git has answered.
const POLL: Duration = Duration::from_millis(30);

/// What the plan is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Against {
    /// The last commit.
    #[default]
    Last,
    /// A commit in which the plan changed.
    Commit(Box<Commit>),
    /// A revision as it was typed: a branch, a tag, `HEAD~3`.
    Revision(String),
    /// The file as it was last saved, which needs no git.
    Saved,
}

impl Against {
    /// What stands above the changes.
    pub fn label(&self, last: Option<&Commit>, lang: Lang) -> String {
        let (text, said) = match self {
            Against::Last => match last {
                Some(commit) => (
                    Text::new("Since the last commit: {0}", "与最近一次提交相比：{0}"),
                    told(commit),
                ),
                None => (
                    Text::new("Since the last commit", "与最近一次提交相比"),
                    String::new(),
                ),
            },
            Against::Commit(commit) => {
                (Text::new("Since {0}", "与这次提交相比：{0}"), told(commit))
            }
            Against::Revision(rev) => (
                Text::new("Since revision {0}", "与版本 {0} 相比"),
                rev.clone(),
            ),
            Against::Saved => (
                Text::new("Since the last save", "与上次保存的文件相比"),
                String::new(),
            ),
        };
        text.fill(lang, &[said])
    }

    /// The text that git has of a plan.
    fn text(&self, repo: &Repo, path: &Path) -> Result<String, GitError> {
        match self {
            Against::Commit(commit) => {
                let missing = || GitError::NotTracked {
                    path: path.to_path_buf(),
                    rev: commit.short.clone(),
                };
                let blob = repo.blobs(slice::from_ref(commit))?.pop().flatten();
                let texts = repo.texts(&[blob.ok_or_else(missing)?])?;
                texts.into_iter().next().flatten().ok_or_else(missing)
            }
            Against::Revision(rev) => repo.text(rev, path),
            Against::Last | Against::Saved => repo.text(HEAD, path),
        }
    }
}

/// A commit on one line: day, author, subject, name.
pub fn told(commit: &Commit) -> String {
    let Commit {
        author, subject, ..
    } = commit;
    format!("{} · {author} · {subject} · {}", day(commit), commit.short)
}

/// The day of a commit, as git has it.
pub fn day(commit: &Commit) -> &str {
    commit.date.split(' ').next().unwrap_or_default()
}

/// What git said.
#[derive(Debug)]
pub enum News {
    /// The text to compare with.
    Text(Against, Result<String, GitError>),
    /// The commits in which the plan changed, the newest first.
    Log(Vec<Commit>),
}

/// What came of looking for an answer.
#[derive(Debug)]
pub enum Next {
    /// Here it is.
    News(News),
    /// It is still to come.
    Wait,
    /// All has been said.
    Done,
}

/// A question that git is answering.
#[derive(Debug)]
pub struct Question {
    news: Receiver<News>,
    poll: Instant,
}

impl Question {
    /// Asks git for a text, and then for the commits of the plan.
    pub fn ask(path: PathBuf, against: Against) -> Question {
        let (send, news) = channel();
        std::thread::spawn(move || {
            let repo = Repo::find(&path);
            let text = repo
                .as_ref()
                .map_err(Clone::clone)
                .and_then(|repo| against.text(repo, &path));
            // Nobody listens any more when another plan was opened meanwhile.
            let _ = send.send(News::Text(against, text));
            let log = repo.and_then(|repo| repo.log(&path));
            let _ = send.send(News::Log(log.unwrap_or_default()));
        });
        Question {
            news,
            poll: Instant::now(),
        }
    }

    /// The first answer, if it comes soon.
    pub fn soon(&self) -> Option<News> {
        self.news.recv_timeout(PATIENCE).ok()
    }

    /// The next answer, if it is there.
    pub fn answer(&mut self) -> Next {
        self.poll = Instant::now() + POLL;
        match self.news.try_recv() {
            Ok(news) => Next::News(news),
            Err(TryRecvError::Empty) => Next::Wait,
            Err(TryRecvError::Disconnected) => Next::Done,
        }
    }

    /// When to look again.
    pub const fn poll(&self) -> Instant {
        self.poll
    }
}
