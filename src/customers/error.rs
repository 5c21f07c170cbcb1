//! Why a file of purchases cannot be counted: what is wrong, where, and which option decides.

use std::io;

use super::header::Role;
use crate::words::{Lang, Text};

/// Why a file of purchases cannot be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The system's words for why reading stopped.
    Read(String),
    /// There is nothing in the file.
    Empty,
    /// There is a header and no row.
    OnlyHeader,
    /// It is no text.
    Binary,
    /// Chinese or Western bytes, and the header does not tell.
    Encoding,
    /// Two delimiters give the columns.
    Delimiter(String),
    /// No column is known to be this, among those there are.
    NoColumn(Role, Vec<String>),
    /// Several columns could be this.
    ManyColumns(Role, Vec<String>),
    /// The column that was told is not there.
    NotThere(Role, String, Vec<String>),
    /// No cell of the column is a date; one of them.
    NoDate(String),
    /// No cell of the column is an amount; one of them.
    NoAmount(String),
    /// Every date can be read in two ways; one of them.
    DateEither(String),
    /// One date allows one form only, and another date another: their lines and cells.
    DateMixed(Vec<(u64, String)>),
    /// Every amount can be read in two ways; one of them.
    MarkEither(u64, String),
    /// One amount allows one mark only, and another amount the other: their lines and cells.
    MarkMixed(Vec<(u64, String)>),
    /// A row that begins on this line does not end.
    EndlessRow(u64),
    /// A sum is larger than can be counted exactly.
    TooMuch,
    /// More segments than anyone could look at.
    ManySegments(usize),
    /// More customers than can be counted.
    ManyCustomers,
    /// No row could be used; how many there were.
    NoRow(u64),
    /// The thread that counts ended early.
    Broken,
}

impl Error {
    /// A reader that failed.
    pub fn read(error: &io::Error) -> Error {
        Error::Read(error.to_string())
    }

    /// Whether an option decides what the file leaves open.
    pub fn is_open(&self) -> bool {
        use Error::{
            DateEither, DateMixed, Delimiter, Encoding, ManyColumns, MarkEither, MarkMixed,
            NoColumn, NotThere,
        };
        matches!(
            self,
            Encoding
                | Delimiter(_)
                | NoColumn(..)
                | ManyColumns(..)
                | NotThere(..)
                | DateEither(_)
                | DateMixed(_)
                | MarkEither(..)
                | MarkMixed(_)
        )
    }

    /// What is wrong.
    #[allow(clippy::too_many_lines, reason = "a table of sentences")]
    pub fn message(&self, lang: Lang) -> String {
        let say = |text: Text, args: &[String]| text.fill(lang, args);
        match self {
            Error::Read(words) => say(
                Text::new("reading stopped: {0}", "读取中断：{0}"),
                std::slice::from_ref(words),
            ),
            Error::Empty => say(Text::new("the file is empty.", "文件是空的。"), &[]),
            Error::OnlyHeader => say(
                Text::new(
                    "the file has a header and no rows.",
                    "文件只有表头，没有数据行。",
                ),
                &[],
            ),
            Error::Binary => say(
                Text::new("this is not a text file.", "这不是文本文件。"),
                &[],
            ),
            Error::Encoding => say(
                Text::new(
                    "the bytes are not UTF-8; they could be Chinese (GBK) or Western text.",
                    "内容不是 UTF-8，可能是中文（GBK），也可能是西文编码。",
                ),
                &[],
            ),
            Error::Delimiter(both) => say(
                Text::new(
                    "the columns can be divided in more than one way: {0}.",
                    "分列的方式不止一种：{0}。",
                ),
                std::slice::from_ref(both),
            ),
            Error::NoColumn(role, _) => say(
                Text::new("no column is known as the {0}.", "认不出哪一列是“{0}”。"),
                &[role.name().get(lang).to_owned()],
            ),
            Error::ManyColumns(role, names) => say(
                Text::new(
                    "several columns could be the {0}: {1}.",
                    "有几列都可能是“{0}”：{1}。",
                ),
                &[role.name().get(lang).to_owned(), listed(names, lang)],
            ),
            Error::NotThere(role, name, _) => say(
                Text::new(
                    "there is no column “{1}” for the {0}.",
                    "没有“{1}”这一列，无法用作“{0}”。",
                ),
                &[role.name().get(lang).to_owned(), name.clone()],
            ),
            Error::NoDate(cell) => say(
                Text::new(
                    "no cell of the date column is a date with a year of four digits, such as “{0}”.",
                    "日期列里没有一格是带四位年份的日期，例如“{0}”。",
                ),
                std::slice::from_ref(cell),
            ),
            Error::NoAmount(cell) => say(
                Text::new(
                    "no cell of the amount column is an amount, such as “{0}”.",
                    "金额列里没有一格是金额，例如“{0}”。",
                ),
                std::slice::from_ref(cell),
            ),
            Error::DateEither(cell) => say(
                Text::new(
                    "every date can be read in two ways: “{0}” is day/month/year (dmy) or month/day/year (mdy).",
                    "所有日期都有两种读法：“{0}”既可读作日/月/年（dmy），也可读作月/日/年（mdy）。",
                ),
                std::slice::from_ref(cell),
            ),
            Error::DateMixed(places) => say(
                Text::new(
                    "the dates are written in more than one form: {0}.",
                    "日期的写法不一致：{0}。",
                ),
                &[placed(places, lang)],
            ),
            Error::MarkEither(line, cell) => say(
                Text::new(
                    "line {0}: “{1}” can be read in two ways: its mark divides decimals or thousands, and nothing in the file tells.",
                    "第{0}行：“{1}”有两种读法，其中的符号可以是小数点，也可以是千分位，文件里没有线索。",
                ),
                &[line.to_string(), cell.clone()],
            ),
            Error::MarkMixed(places) => say(
                Text::new(
                    "the amounts are written with more than one decimal mark: {0}.",
                    "金额的小数点不一致：{0}。",
                ),
                &[placed(places, lang)],
            ),
            Error::EndlessRow(line) => say(
                Text::new(
                    "line {0}: a row begins that does not end within a million characters; a quote may not be closed.",
                    "第{0}行：这一行超过一百万个字符还没有结束，可能有引号没有闭合。",
                ),
                &[line.to_string()],
            ),
            Error::TooMuch => say(
                Text::new(
                    "a sum is too large to be counted exactly.",
                    "合计过大，无法精确计算。",
                ),
                &[],
            ),
            Error::ManySegments(most) => say(
                Text::new(
                    "the segment column has more than {0} different values.",
                    "细分列有超过{0}个不同的值。",
                ),
                &[most.to_string()],
            ),
            Error::ManyCustomers => say(
                Text::new(
                    "there are more customers than can be counted.",
                    "顾客太多，无法计数。",
                ),
                &[],
            ),
            Error::NoRow(rows) => say(
                Text::new(
                    "none of the {0} rows could be used.",
                    "{0}行数据没有一行可用。",
                ),
                &[rows.to_string()],
            ),
            Error::Broken => say(Text::new("counting ended early.", "计数提前结束。"), &[]),
        }
    }

    /// What to do next.
    pub fn hint(&self, lang: Lang) -> String {
        let (text, args): (Text, Vec<String>) = match self {
            Error::Read(_) | Error::Broken => (Text::new("Try once more.", "请再试一次。"), vec![]),
            Error::Empty | Error::OnlyHeader | Error::Binary => (
                Text::new(
                    "Export the purchases as CSV: one row for each, with customer, date and amount.",
                    "请把购买记录导出为 CSV：一行一笔，含顾客、日期、金额。",
                ),
                vec![],
            ),
            Error::Encoding => (
                Text::new(
                    "--encoding gbk or --encoding windows-1252 decides.",
                    "用 --encoding gbk 或 --encoding windows-1252 指明。",
                ),
                vec![],
            ),
            Error::Delimiter(_) => (
                Text::new(
                    "--delimiter decides, for instance --delimiter \";\".",
                    "用 --delimiter 指明，例如 --delimiter \";\"。",
                ),
                vec![],
            ),
            Error::NoColumn(role, names) | Error::NotThere(role, _, names) => (
                Text::new(
                    "The columns are: {1}. --columns {0}=NAME says which it is.",
                    "现有的列：{1}。用 --columns {0}=列名 指明。",
                ),
                vec![role.key().to_owned(), listed(names, lang)],
            ),
            Error::ManyColumns(role, _) => (
                Text::new(
                    "--columns {0}=NAME says which it is.",
                    "用 --columns {0}=列名 指明。",
                ),
                vec![role.key().to_owned()],
            ),
            Error::NoDate(_) => (
                Text::new(
                    "Write dates as 2026-03-04, or name another column with --columns date=NAME.",
                    "日期请写成 2026-03-04，或用 --columns date=列名 指定另一列。",
                ),
                vec![],
            ),
            Error::NoAmount(_) => (
                Text::new(
                    "Name another column with --columns amount=NAME.",
                    "用 --columns amount=列名 指定另一列。",
                ),
                vec![],
            ),
            Error::DateEither(_) | Error::DateMixed(_) => (
                Text::new(
                    "--date-form dmy, mdy or ymd decides; rows in another form are then set aside.",
                    "用 --date-form dmy、mdy 或 ymd 指明；其他写法的行会另行列出。",
                ),
                vec![],
            ),
            Error::MarkEither(..) | Error::MarkMixed(_) => (
                Text::new(
                    "--decimal . or --decimal , decides; rows that do not fit are then set aside.",
                    "用 --decimal . 或 --decimal , 指明；不符的行会另行列出。",
                ),
                vec![],
            ),
            Error::EndlessRow(_) => (
                Text::new(
                    "Look for a single \" on that line.",
                    "检查这一行有没有落单的英文双引号。",
                ),
                vec![],
            ),
            Error::TooMuch => (
                Text::new(
                    "Count in thousands, or divide the file.",
                    "改用千元为单位，或把文件拆开。",
                ),
                vec![],
            ),
            Error::ManySegments(_) => (
                Text::new(
                    "Name another column with --columns segment=NAME, or none with --columns segment=.",
                    "用 --columns segment=列名 指定另一列；写 --columns segment= 则不用细分。",
                ),
                vec![],
            ),
            Error::ManyCustomers => (Text::new("Divide the file.", "请把文件拆开。"), vec![]),
            Error::NoRow(_) => (
                Text::new(
                    "--bad-rows FILE writes each with its reason.",
                    "--bad-rows 文件 会写出每一行及原因。",
                ),
                vec![],
            ),
        };
        text.fill(lang, &args)
    }
}

fn listed(names: &[String], lang: Lang) -> String {
    let shown: Vec<&str> = names.iter().take(30).map(String::as_str).collect();
    shown.join(Text::new(", ", "、").get(lang))
}

fn placed(places: &[(u64, String)], lang: Lang) -> String {
    let text = Text::new("“{1}” on line {0}", "第{0}行“{1}”");
    let places: Vec<String> = places
        .iter()
        .map(|(line, cell)| text.fill(lang, &[line.to_string(), cell.clone()]))
        .collect();
    places.join(Text::new(", ", "，").get(lang))
}
