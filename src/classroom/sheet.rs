//! Reading a teacher's file: value by value, with every mistake collected in its place.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Both;
use crate::plan::{Document, Lines, Path, Place, Scalar, syntax_error};
use crate::words::{Lang, Text};

/// A mistake in a teacher's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands in the file.
    pub place: Place,
    what: Text,
    args: Vec<String>,
}

impl Fault {
    /// A mistake at a byte of a text.
    pub(super) fn at(text: &str, byte: usize, what: Text) -> Fault {
        Fault {
            place: Lines::of(text).place(byte),
            what,
            args: Vec::new(),
        }
    }

    /// What is wrong and what to do about it.
    pub fn message(&self, lang: Lang) -> String {
        self.what.fill(lang, &self.args)
    }
}

/// A file that is being read.
pub(super) struct Sheet<'t> {
    document: Document,
    lines: Lines<'t>,
    faults: Vec<Fault>,
}

impl<'t> Sheet<'t> {
    /// Begins to read a text.
    ///
    /// # Errors
    /// When it is not TOML; then nothing else can be said of it.
    pub(super) fn open(text: &'t str) -> Result<Sheet<'t>, Vec<Fault>> {
        let lines = Lines::of(text);
        if let Some(byte) = syntax_error(text) {
            let what = Text::new("This is not TOML from here on.", "从这里起不符合TOML语法。");
            return Err(vec![Fault::at(text, byte, what)]);
        }
        Ok(Sheet {
            document: Document::parse(text),
            lines,
            faults: Vec::new(),
        })
    }

    /// Gives what was read, if nothing was wrong.
    ///
    /// # Errors
    /// Every mistake, in the order of the file.
    pub(super) fn close<T>(mut self, read: T) -> Result<T, Vec<Fault>> {
        self.faults
            .sort_by_key(|it| (it.place.line, it.place.column));
        if self.faults.is_empty() {
            Ok(read)
        } else {
            Err(self.faults)
        }
    }

    /// Notes a mistake at a path, or at the nearest table around it that stands in the file.
    pub(super) fn fault(&mut self, path: &str, what: Text, args: &[&str]) {
        let mut at = Path::parse(path);
        let span = loop {
            match (self.document.span(&at), at.split_last()) {
                (Some(span), _) => break span,
                (None, Some((outer, _))) => at = outer,
                (None, None) => break 0..0,
            }
        };
        self.faults.push(Fault {
            place: self.lines.place(span.start),
            what,
            args: args.iter().map(|&arg| arg.to_owned()).collect(),
        });
    }

    /// Reports `otherwise` unless the file says `key = 1`, by which its kind is known.
    pub(super) fn begins(&mut self, key: &str, otherwise: Text) {
        if self.document.value(key) != Some(Scalar::Bare("1".to_owned())) {
            self.fault(key, otherwise, &[]);
        }
    }

    /// Whether anything stands at a path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.document.has(&Path::parse(path))
    }

    /// The keys of a table, in the order of the file.
    pub(super) fn keys(&self, table: &Path) -> Vec<String> {
        self.document.keys(table)
    }

    /// The paths of the rows of a list, by position.
    pub(super) fn rows(&self, list: &str) -> Vec<String> {
        let count = self.document.count(&Path::parse(list));
        (1..=count).map(|at| format!("{list}.{at}")).collect()
    }

    /// Reports keys that mean nothing here: mostly slips of the pen.
    pub(super) fn only(&mut self, path: &str, known: &[&str]) {
        let inside = Path::parse(path);
        for key in self.document.keys(&inside) {
            if !known.contains(&key.as_str()) {
                let what = Text::new(
                    "“{0}” is not known here; there are {1}.",
                    "这里没有“{0}”；可用的有：{1}。",
                );
                let at = inside.join(key.as_str()).to_string();
                self.fault(&at, what, &[&key, &known.join(", ")]);
            }
        }
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, path: &str) -> String {
        match self.document.value(path) {
            Some(Scalar::Text(text)) if !text.trim().is_empty() => text.trim().to_owned(),
            Some(_) => {
                let what = Text::new(
                    "“{0}” takes a text in quotes that is not empty.",
                    "“{0}”应是加引号的文字，不能为空。",
                );
                self.fault(path, what, &[path]);
                String::new()
            }
            None => {
                let what = Text::new("“{0}” is missing: add it.", "缺少“{0}”：请补上。");
                self.fault(path, what, &[path]);
                String::new()
            }
        }
    }

    /// A text that may be empty or missing.
    pub(super) fn maybe(&mut self, path: &str) -> String {
        match self.document.value(path) {
            None if !self.has(path) => String::new(),
            Some(Scalar::Text(text)) => text.trim().to_owned(),
            _ => {
                let what = Text::new("“{0}” takes a text in quotes.", "“{0}”应是加引号的文字。");
                self.fault(path, what, &[path]);
                String::new()
            }
        }
    }

    /// A text that must be there in both languages, below a path: `title.en`, `title.zh`.
    pub(super) fn both(&mut self, path: &str) -> Both {
        self.pair(&format!("{path}.en"), &format!("{path}.zh"))
    }

    /// A text that must be there in both languages, at two paths.
    pub(super) fn pair(&mut self, en: &str, zh: &str) -> Both {
        Both {
            en: self.text(en),
            zh: self.text(zh),
        }
    }

    /// A text in both languages, or in neither.
    pub(super) fn pair_or_none(&mut self, en: &str, zh: &str) -> Option<Both> {
        (self.has(en) || self.has(zh)).then(|| self.pair(en, zh))
    }

    /// A number that must be there, within bounds.
    pub(super) fn number(&mut self, path: &str, least: u32, most: u32) -> Decimal {
        let number = match self.document.value(path) {
            Some(Scalar::Bare(text)) => text.replace('_', "").parse::<Decimal>().ok(),
            _ => None,
        };
        let (from, to) = (Decimal::from(least), Decimal::from(most));
        number
            .filter(|it| (from..=to).contains(it))
            .unwrap_or_else(|| {
                let what = Text::new(
                    "“{0}” takes a number from {1} to {2}.",
                    "“{0}”应是{1}到{2}之间的数字。",
                );
                self.fault(path, what, &[path, &least.to_string(), &most.to_string()]);
                Decimal::ZERO
            })
    }

    /// A list of texts; none when it is not there.
    pub(super) fn list(&mut self, path: &str) -> Vec<String> {
        let texts = match self.document.value(path) {
            None if !self.has(path) => Some(Vec::new()),
            Some(Scalar::List(items)) => items
                .into_iter()
                .map(|item| match item {
                    Scalar::Text(text) => Some(text),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        texts.unwrap_or_else(|| {
            let what = Text::new(
                "“{0}” takes a list of texts in quotes.",
                "“{0}”应是一列加引号的文字。",
            );
            self.fault(path, what, &[path]);
            Vec::new()
        })
    }

    /// Yes or no; no when it is not there.
    pub(super) fn flag(&mut self, path: &str) -> bool {
        match self.document.value(path) {
            None if !self.has(path) => false,
            Some(Scalar::Bare(word)) if word == "true" => true,
            Some(Scalar::Bare(word)) if word == "false" => false,
            _ => {
                let what = Text::new("“{0}” is true or false.", "“{0}”应是true或false。");
                self.fault(path, what, &[path]);
                false
            }
        }
    }

    /// A day; none when it is not there.
    pub(super) fn day(&mut self, path: &str) -> Option<Date> {
        if !self.has(path) {
            return None;
        }
        let day = match self.document.value(path) {
            Some(Scalar::Bare(text)) => text.parse().ok(),
            _ => None,
        };
        if day.is_none() {
            let what = Text::new(
                "“{0}” is a day without quotes: 2027-01-31.",
                "“{0}”应是不加引号的日期：2027-01-31。",
            );
            self.fault(path, what, &[path]);
        }
        day
    }

    /// The one of some words that stands at a path.
    pub(super) fn choice<T: Copy>(&mut self, path: &str, choices: &[(&str, T)]) -> Option<T> {
        let word = self.text(path);
        if word.is_empty() {
            return None;
        }
        self.among(path, &word, choices)
    }

    /// Some of some words, listed at a path.
    pub(super) fn choices<T: Copy>(&mut self, path: &str, choices: &[(&str, T)]) -> Vec<T> {
        let words = self.list(path);
        let mut found = |word: &String| self.among(path, word, choices);
        words.iter().filter_map(&mut found).collect()
    }

    fn among<T: Copy>(&mut self, path: &str, word: &str, choices: &[(&str, T)]) -> Option<T> {
        let found = choices.iter().find(|(key, _)| *key == word);
        if found.is_none() {
            let what = Text::new(
                "“{0}” cannot be “{1}”: use {2}.",
                "“{0}”不能是“{1}”，可用：{2}。",
            );
            let keys: Vec<&str> = choices.iter().map(|(key, _)| *key).collect();
            self.fault(path, what, &[path, word, &keys.join(", ")]);
        }
        found.map(|(_, value)| *value)
    }
}
