//! What a repository keeps of a plan, asked of the program `git`.
//!
//! `git` is only asked here, never told to write ([`git_setup`](super::git_setup) alone does). It is started without a shell; what a person typed
//! reaches it as one argument and never as an option, and a revision is turned into the name of a
//! commit before anything else is done with it. The variables of its surroundings (`GIT_DIR` and
//! the like) hold as they do for `git` itself, so that all of this works in a hook.

use std::ffi::{OsStr, OsString};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::error::{OpenError, shown};
use super::open::{LIMIT, decode};
use crate::words::{Lang, Text};

/// The last commit of the branch that is checked out.
pub const HEAD: &str = "HEAD";

/// A repository, seen from the folder of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repo {
    /// Where `git` is started; nowhere else than here when its surroundings name a repository.
    folder: Option<PathBuf>,
}

/// A commit, its words and days as `git` has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its whole name.
    pub id: String,
    /// Its name as short as it is unmistakable.
    pub short: String,
    /// When it was written, in the author's time zone: `2027-02-01 10:11:12 +0100`.
    pub date: String,
    /// Who wrote it.
    pub author: String,
    /// The first line of its message.
    pub subject: String,
    /// The name that the plan had then, from the root of the repository.
    pub path: PathBuf,
}

/// Why `git` has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GitError {
    /// The program is not there.
    NoGit,
    /// The file stands in no repository.
    NoRepo(PathBuf),
    /// The repository belongs to somebody else, so `git` does not look into it.
    NotTrusted(PathBuf),
    /// No commit has this name.
    NoRevision(String),
    /// Two revisions have no commit in common, so there is none from which both come.
    Apart(String, String),
    /// There is no commit yet.
    NoCommit(PathBuf),
    /// The revision has no such file.
    NotTracked {
        /// The file.
        path: PathBuf,
        /// The revision, as it was typed.
        rev: String,
    },
    /// What the revision has is no text.
    Unreadable(OpenError),
    /// Anything else that `git` says.
    Said(String),
}

impl Repo {
    /// The repository of a plan, which need not exist on disk any more.
    ///
    /// # Errors
    /// When there is no `git`, or the plan stands in no repository.
    pub fn find(path: &Path) -> Result<Repo, GitError> {
        // In a hook the repository is named relative to the folder in which the hook runs.
        let named = std::env::var_os("GIT_DIR").is_some();
        let repo = Repo {
            folder: (!named).then(|| folder_of(path)),
        };
        let output = repo.ask(["rev-parse", "--is-inside-work-tree"].map(OsString::from))?;
        if output.status.success() {
            return Ok(repo);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(if said.contains("safe.directory") {
            GitError::NotTrusted(folder_of(path))
        } else {
            GitError::NoRepo(path.to_path_buf())
        })
    }

    /// The name of the commit that a revision means.
    ///
    /// # Errors
    /// When there is no such commit.
    pub fn commit(&self, rev: &str) -> Result<String, GitError> {
        let unknown = || GitError::NoRevision(rev.to_owned());
        if rev.is_empty() || rev.contains('\0') {
            return Err(unknown());
        }
        let wanted = format!("{rev}^{{commit}}");
        let args = [
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &wanted,
        ];
        let output = self.ask(args.map(OsString::from))?;
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if output.status.success() && !id.is_empty() {
            return Ok(id);
        }
        Err(if rev == HEAD {
            GitError::NoCommit(self.folder.clone().unwrap_or_default())
        } else {
            unknown()
        })
    }

    /// The commit from which two branches parted.
    ///
    /// # Errors
    /// When one of them is unknown, or they have nothing in common.
    pub fn fork(&self, one: &str, other: &str) -> Result<String, GitError> {
        let ids = (self.commit(one)?, self.commit(other)?);
        let output = self.ask(["merge-base", &ids.0, &ids.1].map(OsString::from))?;
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if id.is_empty() {
            return Err(GitError::Apart(one.to_owned(), other.to_owned()));
        }
        Ok(id)
    }

    /// The text that a plan has in a revision; none where the revision does not have the file.
    ///
    /// # Errors
    /// When there is no such revision, or what it has there is no text.
    pub fn show(&self, rev: &str, path: &Path) -> Result<Option<String>, GitError> {
        let place = self.place(path);
        // Mostly the file is there, and one question finds it; where it is not, others tell why.
        if let Some(blob) = self.blob(rev, &place) {
            return self.content(&blob, path).map(Some);
        }
        let id = self.commit(rev)?;
        self.file(&["ls-tree", "-z", &id, "--"], place, path)
    }

    /// The name by content of a file in a revision, if it is there and not too large for a plan.
    fn blob(&self, rev: &str, place: &OsStr) -> Option<String> {
        // In a question of one line a colon parts the revision from the file.
        if rev.is_empty() || rev.contains([':', '\0']) {
            return None;
        }
        let place = place.as_encoded_bytes();
        let asked = [rev.as_bytes(), b"^{commit}:", place].concat();
        if asked.contains(&b'\n') {
            return None;
        }
        let told = self.feed(&["cat-file", "--batch-check"], asked).ok()?;
        blob_in(&String::from_utf8_lossy(&told))
    }

    /// The text of a file by its content's name.
    fn content(&self, blob: &str, path: &Path) -> Result<String, GitError> {
        let bytes = self.answer(["cat-file", "blob", blob].map(OsString::from).to_vec())?;
        decode(path, bytes).map_err(GitError::Unreadable)
    }

    /// The text of the file that a listing of a tree names.
    fn file(&self, ask: &[&str], place: OsString, path: &Path) -> Result<Option<String>, GitError> {
        let mut args: Vec<OsString> = ask.iter().map(OsString::from).collect();
        args.push(place);
        let listed = self.answer(args)?;
        // `100644 blob 1f7a…<TAB>name`
        let words = listed.split(|byte| matches!(byte, b' ' | b'\t'));
        let words: Vec<&[u8]> = words.take(3).collect();
        let [_, b"blob", blob] = words[..] else {
            return Ok(None);
        };
        let blob = String::from_utf8_lossy(blob).into_owned();
        let size = self.answer(["cat-file", "-s", &blob].map(OsString::from).to_vec())?;
        let size = String::from_utf8_lossy(&size).trim().parse::<u64>();
        if size.unwrap_or_default() > LIMIT {
            let error = OpenError::TooLarge(path.to_path_buf());
            return Err(GitError::Unreadable(error));
        }
        self.content(&blob, path).map(Some)
    }

    /// The text that a plan has in a revision, which must have it.
    ///
    /// # Errors
    /// As [`Repo::show`], and when the revision does not have the file.
    pub fn text(&self, rev: &str, path: &Path) -> Result<String, GitError> {
        self.show(rev, path)?.ok_or_else(|| GitError::NotTracked {
            path: path.to_path_buf(),
            rev: rev.to_owned(),
        })
    }

    /// The commits in which a plan changed, the newest first, also under names that it had before.
    ///
    /// # Errors
    /// When there is no commit yet, or `git` does not answer.
    pub fn log(&self, path: &Path) -> Result<Vec<Commit>, GitError> {
        self.commit(HEAD)?;
        let format = "--format=%H%x1f%h%x1f%ai%x1f%aN%x1f%s";
        let flags = [
            "--literal-pathspecs",
            "log",
            "-z",
            "--follow",
            "--name-only",
        ];
        let manners = [
            "--no-show-signature",
            "--no-color",
            "--no-ext-diff",
            format,
            "--",
        ];
        let mut args: Vec<OsString> = flags.iter().chain(&manners).map(OsString::from).collect();
        args.push(self.place(path));
        let out = self.answer(args)?;
        Ok(commits(&out))
    }

    /// The names by content that the plan has in commits of its [log](Repo::log); none where a
    /// commit deleted it, or what it has there is too large for a plan.
    ///
    /// # Errors
    /// When `git` does not answer.
    pub fn blobs(&self, commits: &[Commit]) -> Result<Vec<Option<String>>, GitError> {
        let mut asked = Vec::new();
        for commit in commits {
            let name = commit.path.as_os_str().as_encoded_bytes();
            asked.extend_from_slice(commit.id.as_bytes());
            asked.push(b':');
            // One question a line: a name of several lines is asked for in vain.
            asked.extend(name.iter().filter(|byte| **byte != b'\n'));
            asked.push(b'\n');
        }
        let told = self.feed(&["cat-file", "--batch-check"], asked)?;
        let told = String::from_utf8_lossy(&told);
        let mut blobs: Vec<Option<String>> = told.lines().map(blob_in).collect();
        blobs.resize(commits.len(), None);
        Ok(blobs)
    }

    /// The texts of these contents, asked of one `git`; none for what is no text.
    ///
    /// # Errors
    /// When `git` does not answer.
    pub fn texts(&self, blobs: &[String]) -> Result<Vec<Option<String>>, GitError> {
        let asked: Vec<u8> = blobs
            .iter()
            .flat_map(|it| [it.as_bytes(), b"\n"].concat())
            .collect();
        let told = self.feed(&["cat-file", "--batch"], asked)?;
        let mut rest = told.as_slice();
        let mut texts = Vec::with_capacity(blobs.len());
        // `1f7a… blob 120`, a line end, so many bytes, a line end.
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let (head, body) = rest.split_at(end);
            let head = String::from_utf8_lossy(head);
            let size = head.rsplit(' ').next().and_then(|size| size.parse().ok());
            let size: usize = size.unwrap_or_default();
            let body = body.get(1..).unwrap_or_default();
            let Some(bytes) = body.get(..size).filter(|_| head.contains(" blob ")) else {
                texts.push(None);
                rest = body;
                continue;
            };
            texts.push(decode(Path::new(""), bytes.to_vec()).ok());
            rest = body.get(size + 1..).unwrap_or_default();
        }
        texts.resize(blobs.len(), None);
        Ok(texts)
    }

    /// What `git` answers to many questions, one a line.
    fn feed(&self, args: &[&str], input: Vec<u8>) -> Result<Vec<u8>, GitError> {
        let said = |error: &std::io::Error| GitError::Said(error.to_string());
        let mut command = self.command(args.iter().map(OsString::from));
        let command = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| said(&error))?;
        let pipe = child.stdin.take();
        // It answers while it is asked: who only wrote would wait for it, and it for the reader.
        let writer = std::thread::spawn(move || {
            if let Some(mut pipe) = pipe {
                // When it left early, its answer says so.
                let _ = pipe.write_all(&input);
            }
        });
        let output = child.wait_with_output().map_err(|error| said(&error))?;
        let _ = writer.join();
        Ok(output.stdout)
    }

    /// A path as `git` takes it where it is started: never an option, never a pattern.
    fn place(&self, path: &Path) -> OsString {
        let here = if self.folder.is_some() {
            let path = followed(path);
            path.file_name().map(PathBuf::from).unwrap_or_default()
        } else {
            let own = std::env::current_dir().ok();
            let inside = own.and_then(|own| path.strip_prefix(own).ok());
            inside.unwrap_or(path).to_path_buf()
        };
        if here.is_absolute() {
            return here.into();
        }
        let mut place = OsString::from("./");
        place.push(here);
        place
    }

    pub(super) fn answer(&self, args: Vec<OsString>) -> Result<Vec<u8>, GitError> {
        let output = self.ask(args)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let first = said.lines().next().unwrap_or_default();
        let said = first.strip_prefix("fatal: ").unwrap_or(first);
        Err(GitError::Said(said.to_owned()))
    }

    fn ask(&self, args: impl IntoIterator<Item = OsString>) -> Result<Output, GitError> {
        let mut command = self.command(args);
        command.output().map_err(|error| match error.kind() {
            ErrorKind::NotFound if self.folder.as_ref().is_none_or(|it| it.is_dir()) => {
                GitError::NoGit
            }
            ErrorKind::NotFound => GitError::NoRepo(self.folder.clone().unwrap_or_default()),
            _ => GitError::Said(error.to_string()),
        })
    }

    fn command(&self, args: impl IntoIterator<Item = OsString>) -> Command {
        let mut command = Command::new("git");
        command
            .args(args)
            // What it says is read here by its English words.
            .env("LC_ALL", "C")
            .env("GIT_OPTIONAL_LOCKS", "0")
            // Nothing is sent anywhere, and nobody is asked for a password.
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_TERMINAL_PROMPT", "0")
            .stdin(Stdio::null());
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        command
    }
}

/// The name in `1f7a… blob 120`; none for what is no file, or too large for a plan.
fn blob_in(line: &str) -> Option<String> {
    let words: Vec<&str> = line.trim_end().split(' ').collect();
    let [id, "blob", size] = words[..] else {
        return None;
    };
    (size.parse::<u64>().ok()? <= LIMIT).then(|| id.to_owned())
}

/// The commits of a log: the fields of each, and after a zero byte and a line end its file.
fn commits(out: &[u8]) -> Vec<Commit> {
    let mut commits: Vec<Commit> = Vec::new();
    for record in out.split(|byte| *byte == 0) {
        match (record.strip_prefix(b"\n"), commits.last_mut()) {
            (Some(name), Some(last)) => last.path = path_of(name),
            _ => commits.extend(commit(record)),
        }
    }
    commits
}

fn commit(record: &[u8]) -> Option<Commit> {
    let said = String::from_utf8_lossy(record);
    let mut fields = said.splitn(5, '\u{1f}').map(str::to_owned);
    Some(Commit {
        id: fields.next().filter(|id| !id.is_empty())?,
        short: fields.next()?,
        date: fields.next()?,
        author: fields.next()?,
        subject: fields.next()?,
        path: PathBuf::new(),
    })
}

#[cfg(unix)]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
pub(super) fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(OsStr::new(String::from_utf8_lossy(bytes).as_ref()))
}

/// The folder in which the file stands that a path names.
fn folder_of(path: &Path) -> PathBuf {
    let path = followed(path);
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    folder.map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The path of the file itself, where a link names it.
fn followed(path: &Path) -> PathBuf {
    let link = path.symlink_metadata().is_ok_and(|it| it.is_symlink());
    let target = link.then(|| path.canonicalize().ok()).flatten();
    target.unwrap_or_else(|| path.to_path_buf())
}

impl GitError {
    /// What happened, for a person.
    pub fn message(&self, lang: Lang) -> String {
        let (what, _, args) = self.words();
        match self {
            GitError::Unreadable(error) => error.message(lang),
            _ => what.fill(lang, &args),
        }
    }

    /// What to do next.
    pub fn hint(&self, lang: Lang) -> String {
        let (_, next, args) = self.words();
        match self {
            GitError::Unreadable(error) => error.hint(lang),
            _ => next.fill(lang, &args),
        }
    }

    fn words(&self) -> (Text, Text, Vec<String>) {
        match self {
            GitError::NoGit => (
                Text::new("The program git is not installed.", "没有安装 git 程序。"),
                Text::new(
                    "Install git, or name two files: `farsight diff OLD NEW`.",
                    "请安装 git，或写出两个文件：`farsight diff 旧 新`。",
                ),
                vec![],
            ),
            GitError::NoRepo(path) => (
                Text::new("{0} stands in no git repository.", "{0} 不在 git 仓库里。"),
                Text::new(
                    "`git init` begins one in its folder; two files need none: `farsight diff OLD NEW`.",
                    "在它的文件夹里运行 `git init` 可以新建仓库；比较两个文件则不需要仓库：`farsight diff 旧 新`。",
                ),
                vec![shown(path)],
            ),
            GitError::NotTrusted(path) => (
                Text::new(
                    "The repository at {0} belongs to another user, so git does not read it.",
                    "{0} 处的仓库属于另一个用户，git 不读取它。",
                ),
                Text::new(
                    "If you trust it: `git config --global --add safe.directory {0}`.",
                    "如果你信任它，请运行：`git config --global --add safe.directory {0}`。",
                ),
                vec![shown(path)],
            ),
            GitError::NoRevision(rev) => (
                Text::new("git knows no revision “{0}”.", "git 不认识版本“{0}”。"),
                Text::new(
                    "`git log --oneline` lists commits, `git branch` and `git tag` list names.",
                    "`git log --oneline` 列出提交，`git branch` 和 `git tag` 列出名称。",
                ),
                vec![rev.clone()],
            ),
            GitError::Apart(one, other) => (
                Text::new(
                    "“{0}” and “{1}” have no commit in common.",
                    "“{0}”和“{1}”没有共同的提交。",
                ),
                Text::new(
                    "With two dots they are compared as they stand: {0}..{1}.",
                    "写两个点就直接比较二者现在的内容：{0}..{1}。",
                ),
                vec![one.clone(), other.clone()],
            ),
            GitError::NoCommit(path) => (
                Text::new(
                    "The repository at {0} has no commit yet.",
                    "{0} 处的仓库还没有提交。",
                ),
                Text::new(
                    "Keep a first version with `git add` and `git commit`.",
                    "请先用 `git add` 和 `git commit` 保存第一个版本。",
                ),
                vec![shown(path)],
            ),
            GitError::NotTracked { path, rev } => (
                Text::new("{0} is not in {1}.", "{1} 里没有 {0}。"),
                Text::new(
                    "`git log -- {0}` shows the commits that have it.",
                    "`git log -- {0}` 显示包含它的提交。",
                ),
                vec![shown(path), rev.clone()],
            ),
            GitError::Unreadable(_) => (Text::default(), Text::default(), vec![]),
            GitError::Said(said) => (
                Text::new("git did not answer: {0}", "git 没有给出结果：{0}"),
                Text::new(
                    "Run `git status` in the folder of the plan.",
                    "请在计划所在的文件夹里运行 `git status`。",
                ),
                vec![said.clone()],
            ),
        }
    }
}
