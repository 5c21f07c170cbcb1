//! What went wrong, where, and what to do next.
//!
//! Every failure is one row of a table: a sentence that says what happened and a
//! sentence that says what to do, both with the path, both in two languages.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::stamp::Stamp;
use crate::words::{Lang, Text};

/// Why a file could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing has this name.
    NotFound(PathBuf),
    /// It is a folder.
    IsFolder(PathBuf),
    /// It is a device, a pipe or a socket: reading it might never end.
    NotAFile(PathBuf),
    /// It has more bytes than any plan.
    TooLarge(PathBuf),
    /// It holds a NUL byte, as pictures and documents of word processors do.
    Binary(PathBuf),
    /// It is text in another encoding.
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first byte that is not UTF-8, counted from 0.
        byte: usize,
        /// The line of that byte, counted from 1.
        line: usize,
    },
    /// The system does not let this user read it.
    Denied(PathBuf),
    /// Anything else that the system says.
    Io {
        /// The file.
        path: PathBuf,
        /// The words of the system.
        said: String,
    },
}

/// Why a file could not be written, moved or renamed; the old one is unharmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// Somebody else wrote the file since it was read.
    ChangedOutside {
        /// The file.
        path: PathBuf,
        /// What it says now, with `�` for what is not UTF-8.
        theirs: String,
        /// The stamp of what it says now: to overwrite it knowingly, expect this.
        stamp: Stamp,
    },
    /// The file is gone since it was read: to write it anew, expect no file.
    DeletedOutside(PathBuf),
    /// The file is protected against writing.
    ReadOnly(PathBuf),
    /// The folder does not let this user write.
    Denied(PathBuf),
    /// There is no room left on the disk.
    DiskFull(PathBuf),
    /// It is a folder, a device or a pipe.
    NotAFile(PathBuf),
    /// The folder is missing and cannot be created.
    NoFolder(PathBuf),
    /// Another file has this name already.
    NameTaken(PathBuf),
    /// No file can have this name, or none that would be found again.
    BadName(String),
    /// Anything else that the system says.
    Io {
        /// The file.
        path: PathBuf,
        /// The words of the system.
        said: String,
    },
}

/// What happened, what to do, and what stands in the gaps of both.
type Row = (Text, Text, Vec<String>);

impl OpenError {
    /// The failure that the system reports for this path.
    pub fn from_io(path: &Path, error: &io::Error) -> OpenError {
        let path = path.to_path_buf();
        match error.kind() {
            ErrorKind::NotFound => OpenError::NotFound(path),
            ErrorKind::IsADirectory => OpenError::IsFolder(path),
            ErrorKind::PermissionDenied => OpenError::Denied(path),
            _ => OpenError::Io {
                path,
                said: error.to_string(),
            },
        }
    }

    /// The file in question.
    pub fn path(&self) -> &Path {
        match self {
            OpenError::NotFound(path)
            | OpenError::IsFolder(path)
            | OpenError::NotAFile(path)
            | OpenError::TooLarge(path)
            | OpenError::Binary(path)
            | OpenError::Denied(path)
            | OpenError::NotUtf8 { path, .. }
            | OpenError::Io { path, .. } => path,
        }
    }

    /// What happened, and where.
    pub fn message(&self, lang: Lang) -> String {
        let (what, _, args) = self.row();
        what.fill(lang, &args)
    }

    /// What to do next.
    pub fn hint(&self, lang: Lang) -> String {
        let (_, next, args) = self.row();
        next.fill(lang, &args)
    }

    fn row(&self) -> Row {
        let mut args = vec![shown(self.path())];
        let (what, next) = match self {
            OpenError::NotFound(_) => (
                Text::new("There is no file {0}.", "找不到文件 {0}。"),
                Text::new(
                    "Check the spelling and the folder, or start a new plan under this name.",
                    "请核对文件名和所在文件夹，也可以用这个名字新建一份计划。",
                ),
            ),
            OpenError::IsFolder(_) => (
                Text::new(
                    "{0} is a folder, not a plan.",
                    "{0} 是文件夹，不是计划文件。",
                ),
                Text::new(
                    "Choose one of the plans in it.",
                    "请从这个文件夹里选一份计划打开。",
                ),
            ),
            OpenError::NotAFile(_) => (
                Text::new(
                    "{0} is a device or a pipe, not a file on disk.",
                    "{0} 是设备或管道，不是磁盘上的文件。",
                ),
                Text::new(
                    "Save the plan as a file first, then open that file.",
                    "请先把计划存成普通文件，再打开那个文件。",
                ),
            ),
            OpenError::TooLarge(_) => (
                Text::new(
                    "{0} is larger than 64 MB, so it is no plan.",
                    "{0} 超过 64 MB，不会是一份计划。",
                ),
                Text::new(
                    "Check that this is the right file; a plan rarely passes one megabyte.",
                    "请确认文件没有选错：一份计划很少超过 1 MB。",
                ),
            ),
            OpenError::Binary(_) => (
                Text::new("{0} is not a text file.", "{0} 不是文本文件。"),
                Text::new(
                    "If it is a plan saved as UTF-16 (\"Unicode\"), save it again as UTF-8.",
                    "如果它是以 UTF-16（“Unicode”）编码保存的计划，请在编辑器里另存为 UTF-8。",
                ),
            ),
            OpenError::NotUtf8 { byte, line, .. } => {
                args.extend([line.to_string(), byte.to_string()]);
                (
                    Text::new(
                        "{0} is not UTF-8 text: line {1}, byte {2}.",
                        "{0} 不是 UTF-8 文本：问题出在第 {1} 行、第 {2} 字节处。",
                    ),
                    Text::new(
                        "Save it as UTF-8 in the editor that wrote it (it may be Latin-1 or GBK now).",
                        "请用原来的编辑器把它另存为 UTF-8（现在的编码可能是 GBK）。",
                    ),
                )
            }
            OpenError::Denied(_) => (
                Text::new("You may not read {0}.", "你没有读取 {0} 的权限。"),
                Text::new(
                    "Ask the owner of the file for the right to read it.",
                    "请向文件的所有者申请读取权限。",
                ),
            ),
            OpenError::Io { said, .. } => {
                args.push(said.clone());
                (
                    Text::new("{0} cannot be read: {1}.", "无法读取 {0}：{1}。"),
                    Text::new(
                        "Try again; if it fails again, check the disk or the network drive.",
                        "请再试一次；如果仍然失败，请检查磁盘或网络盘。",
                    ),
                )
            }
        };
        (what, next, args)
    }
}

impl SaveError {
    /// The failure that the system reports for this path.
    pub fn from_io(path: &Path, error: &io::Error) -> SaveError {
        let path = path.to_path_buf();
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => SaveError::DiskFull(path),
            ErrorKind::PermissionDenied => SaveError::Denied(path),
            ErrorKind::ReadOnlyFilesystem => SaveError::ReadOnly(path),
            ErrorKind::IsADirectory => SaveError::NotAFile(path),
            ErrorKind::NotADirectory | ErrorKind::NotFound => SaveError::NoFolder(path),
            ErrorKind::AlreadyExists => SaveError::NameTaken(path),
            ErrorKind::InvalidFilename => SaveError::BadName(shown(&path)),
            _ => SaveError::Io {
                path,
                said: error.to_string(),
            },
        }
    }

    /// The file in question; a bad name stands for itself.
    pub fn path(&self) -> &Path {
        match self {
            SaveError::DeletedOutside(path)
            | SaveError::ReadOnly(path)
            | SaveError::Denied(path)
            | SaveError::DiskFull(path)
            | SaveError::NotAFile(path)
            | SaveError::NoFolder(path)
            | SaveError::NameTaken(path)
            | SaveError::ChangedOutside { path, .. }
            | SaveError::Io { path, .. } => path,
            SaveError::BadName(name) => Path::new(name),
        }
    }

    /// What happened, and where.
    pub fn message(&self, lang: Lang) -> String {
        let (what, _, args) = self.row();
        what.fill(lang, &args)
    }

    /// What to do next.
    pub fn hint(&self, lang: Lang) -> String {
        let (_, next, args) = self.row();
        next.fill(lang, &args)
    }

    fn row(&self) -> Row {
        let mut args = vec![shown(self.path())];
        let (what, next) = match self {
            SaveError::ChangedOutside { .. } => (
                Text::new(
                    "{0} was changed by another program, so it was not overwritten.",
                    "{0} 已被其他程序改动，因此没有覆盖。",
                ),
                Text::new(
                    "Compare both versions, then keep yours, take theirs, or save yours under another name.",
                    "请对比两个版本，再决定保留自己的、采用对方的，或把自己的另存一份。",
                ),
            ),
            SaveError::DeletedOutside(_) => (
                Text::new(
                    "{0} was deleted or moved by another program.",
                    "{0} 已被其他程序删除或移走。",
                ),
                Text::new(
                    "Save again to write it anew in the same place, or save under another name.",
                    "可以在原位置重新保存，也可以另存为别的名字。",
                ),
            ),
            SaveError::ReadOnly(_) => (
                Text::new(
                    "{0} is protected against writing; nothing was changed.",
                    "{0} 是只读文件，没有作任何改动。",
                ),
                Text::new(
                    "Save under another name, or allow writing to this file first.",
                    "请另存为别的名字，或先取消文件的只读属性。",
                ),
            ),
            SaveError::Denied(_) => (
                Text::new(
                    "You may not write {0} in its folder.",
                    "你没有权限在所在文件夹中写入 {0}。",
                ),
                Text::new(
                    "Save in a folder of your own, or ask the owner for the right to write here.",
                    "请保存到自己的文件夹，或向所有者申请写入权限。",
                ),
            ),
            SaveError::DiskFull(_) => (
                Text::new(
                    "The disk is full: {0} was not saved, and the old file is unharmed.",
                    "磁盘空间不足：{0} 没有保存，原来的文件完好无损。",
                ),
                Text::new(
                    "Free some space and save again, or save on another disk.",
                    "请腾出一些空间后再保存，或保存到其他磁盘。",
                ),
            ),
            SaveError::NotAFile(_) => (
                Text::new("{0} is not an ordinary file.", "{0} 不是普通文件。"),
                Text::new("Choose another name.", "请换一个文件名。"),
            ),
            SaveError::NoFolder(_) => (
                Text::new(
                    "The folder of {0} is missing and cannot be created.",
                    "{0} 所在的文件夹不存在，也无法创建。",
                ),
                Text::new(
                    "Check that the drive is there, or save in another folder.",
                    "请确认磁盘已接好，或保存到其他文件夹。",
                ),
            ),
            SaveError::NameTaken(_) => (
                Text::new(
                    "There is a file {0} already; it was not overwritten.",
                    "{0} 已经存在，没有覆盖。",
                ),
                Text::new("Choose another name.", "请换一个文件名。"),
            ),
            SaveError::BadName(_) => (
                Text::new(
                    "\"{0}\" cannot be the name of a plan.",
                    "“{0}”不能用作计划的文件名。",
                ),
                Text::new(
                    "Use a shorter name without slashes that does not begin with a dot.",
                    "请用短一些的名字，不含斜杠，也不以点开头。",
                ),
            ),
            SaveError::Io { said, .. } => {
                args.push(said.clone());
                (
                    Text::new("{0} was not saved: {1}.", "{0} 没有保存：{1}。"),
                    Text::new(
                        "Try again, or save in another folder.",
                        "请再试一次，或保存到其他文件夹。",
                    ),
                )
            }
        };
        (what, next, args)
    }
}

/// A path as a person may read it: a control character in a name cannot move the cursor.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    text.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for OpenError {}
impl std::error::Error for SaveError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything() -> Vec<(String, String, Lang)> {
        let path = PathBuf::from("我的 plans/早餐\u{1b}.toml");
        let said = "odd".to_owned();
        let open = [
            OpenError::NotFound(path.clone()),
            OpenError::IsFolder(path.clone()),
            OpenError::NotAFile(path.clone()),
            OpenError::TooLarge(path.clone()),
            OpenError::Binary(path.clone()),
            OpenError::NotUtf8 {
                path: path.clone(),
                byte: 7,
                line: 2,
            },
            OpenError::Denied(path.clone()),
            OpenError::Io {
                path: path.clone(),
                said: said.clone(),
            },
        ];
        let save = [
            SaveError::ChangedOutside {
                path: path.clone(),
                theirs: String::new(),
                stamp: Stamp::of(b""),
            },
            SaveError::DeletedOutside(path.clone()),
            SaveError::ReadOnly(path.clone()),
            SaveError::Denied(path.clone()),
            SaveError::DiskFull(path.clone()),
            SaveError::NotAFile(path.clone()),
            SaveError::NoFolder(path.clone()),
            SaveError::NameTaken(path.clone()),
            SaveError::BadName(shown(&path)),
            SaveError::Io { path, said },
        ];
        Lang::ALL
            .into_iter()
            .flat_map(|lang| {
                let open = open
                    .iter()
                    .map(move |e| (e.message(lang), e.hint(lang), lang));
                let save = save
                    .iter()
                    .map(move |e| (e.message(lang), e.hint(lang), lang));
                open.chain(save).collect::<Vec<_>>()
            })
            .collect()
    }

    #[test]
    fn every_failure_says_what_where_and_what_next_in_both_languages() {
        let mut seen = std::collections::HashSet::new();
        for (message, hint, lang) in everything() {
            let end = if lang == Lang::En { '.' } else { '。' };
            assert!(
                message.contains("我的 plans/早餐\u{fffd}.toml"),
                "{message}"
            );
            assert!(
                message.ends_with(end) && hint.ends_with(end),
                "{message} {hint}"
            );
            assert!(
                !format!("{message}{hint}").contains('{'),
                "{message} {hint}"
            );
            assert!(seen.insert(message));
        }
    }
}
