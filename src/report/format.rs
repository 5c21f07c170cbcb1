//! The formats of a report: one row each, and whoever adds one adds a row.

use super::document::Document;
use super::pdf::{self, Paper};
use super::{csv, docx, html, json, markdown, xlsx};
use crate::words::Text;

/// What every file of a report holds somewhere, so that it is known as ours and may be replaced.
///
/// A format that packs its text must leave this unpacked: as a comment, or as a name.
pub const SIGN: &str = "farsight.report/1";

/// A format of a report.
#[derive(Debug)]
pub struct Format {
    /// The word of `--format`.
    pub key: &'static str,
    /// How the names of its files end, without the dot.
    pub ending: &'static str,
    /// What it is good for, in a few words.
    pub about: Text,
    /// Whether it is text, which a terminal can show.
    pub is_text: bool,
    /// Writes a document for this paper; the same document always gives the same bytes.
    pub write: fn(&Document, Paper) -> Vec<u8>,
}

/// Every format, the one for a terminal first.
pub const FORMATS: &[Format] = &[
    Format {
        key: "markdown",
        ending: "md",
        about: Text::new("for a wiki or a pull request", "放进 wiki 或合并请求"),
        is_text: true,
        write: |document, _| markdown::markdown(document).into_bytes(),
    },
    Format {
        key: "html",
        ending: "html",
        about: Text::new(
            "one page for a browser, a phone, a printer",
            "一个网页，可在浏览器、手机上看，也可打印",
        ),
        is_text: true,
        write: |document, _| html::html(document).into_bytes(),
    },
    Format {
        key: "pdf",
        ending: "pdf",
        about: Text::new(
            "pages to print or to send, with their own letters",
            "可打印、可发送的页面，自带字体",
        ),
        is_text: false,
        write: |document, paper| pdf::pdf(document, paper).bytes,
    },
    Format {
        key: "json",
        ending: "json",
        about: Text::new("for programs", "给程序读"),
        is_text: true,
        write: |document, _| json::json(document).into_bytes(),
    },
    Format {
        key: "xlsx",
        ending: "xlsx",
        about: Text::new(
            "a workbook to work in, its figures live",
            "可以继续编辑的工作簿，数字由公式算出",
        ),
        is_text: false,
        write: xlsx::xlsx,
    },
    Format {
        key: "docx",
        ending: "docx",
        about: Text::new("for a word processor", "用文字处理软件打开"),
        is_text: false,
        write: docx::docx,
    },
    Format {
        key: "csv",
        ending: "csv",
        about: Text::new(
            "one table of the plan, named with --section",
            "计划中的一张表，用 --section 写明",
        ),
        is_text: true,
        write: |document, _| csv::csv(document).into_bytes(),
    },
];

/// The format of this name.
pub fn format(key: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.key == key)
}
