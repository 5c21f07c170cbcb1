//! Where output goes, in which language, coloured or not.

use std::io::{self, BufWriter, Stdout, Write};

use clap::builder::StyledStr;
use clap::builder::styling::{AnsiColor, Style};
use jiff::civil::Date;

use super::failure::Failure;
use crate::config::Settings;
pub(super) use crate::words::visible;
use crate::words::{Lang, Text};

/// A heading or a name.
pub(super) const BOLD: Style = Style::new().bold();
/// What is read second.
pub(super) const FAINT: Style = Style::new().dimmed();
/// What is wrong, or below zero.
pub(super) const RED: Style = AnsiColor::Red.on_default().bold();
/// What deserves a look.
pub(super) const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
/// What is there to be used.
pub(super) const CYAN: Style = AnsiColor::Cyan.on_default().bold();
/// What is ours.
pub(super) const GREEN: Style = AnsiColor::Green.on_default().bold();
/// What is a rival's.
pub(super) const MAGENTA: Style = AnsiColor::Magenta.on_default();

/// The way from a command to the person or program that called it.
#[derive(Debug)]
pub(super) struct Console {
    /// The language of every word.
    pub lang: Lang,
    /// The standard output.
    pub out: BufWriter<Stdout>,
    /// Whether the standard output is coloured.
    pub color: bool,
    /// The user's settings.
    pub settings: Settings,
    /// What was warned of, for the interface, whose screen covers the error output.
    pub warned: Vec<String>,
    error_color: bool,
}

impl Console {
    /// A console with these manners.
    pub fn new(lang: Lang, color: bool, error_color: bool, settings: Settings) -> Console {
        Console {
            lang,
            out: BufWriter::new(io::stdout()),
            color,
            settings,
            warned: Vec::new(),
            error_color,
        }
    }

    /// The day that it is here.
    pub fn today() -> Date {
        // Without the system's time zones the date of Greenwich must do.
        let now = jiff::Timestamp::now();
        now.to_zoned(jiff::tz::TimeZone::system()).date()
    }

    /// A text in the language, its places filled.
    pub fn say(&self, text: Text, args: &[&str]) -> String {
        text.fill(self.lang, args)
    }

    /// A part of a line in a style, where output is coloured.
    pub fn paint(&self, style: Style, text: &str) -> String {
        paint(self.color, style, text)
    }

    /// Prints a line as it is; see [`visible`] for text that others wrote.
    pub fn line(&mut self, line: &str) -> Result<(), Failure> {
        Ok(writeln!(self.out, "{line}")?)
    }

    /// Prints what `clap` wrote, coloured or not.
    pub fn styled(&mut self, text: &StyledStr) -> Result<(), Failure> {
        Ok(if self.color {
            write!(self.out, "{}", text.ansi())
        } else {
            write!(self.out, "{text}")
        }?)
    }

    /// Says on the error output what deserves a look and stops nothing.
    pub fn warn(&mut self, message: &str) {
        self.warned.push(message.to_owned());
        self.tell(YELLOW, Text::new("warning: ", "警告："), message);
    }

    /// Says on the error output what to do next.
    pub fn hint(&mut self, message: &str) {
        self.tell(CYAN, Text::new("hint: ", "提示："), message);
    }

    /// Replaces the last line of the error output, which must be a terminal; an empty text clears it.
    pub fn progress(text: &str) {
        let mut error = io::stderr();
        // Progress that cannot be shown is not missed.
        let _ = write!(error, "\r\u{1b}[K{}", visible(text));
        let _ = error.flush();
    }

    /// Says on the error output why a command stopped; a failure without words is silent.
    pub fn fail(&mut self, failure: &Failure) {
        if failure.message.is_empty() {
            return;
        }
        self.tell(RED, Text::new("error: ", "错误："), &failure.message);
        for hint in &failure.hints {
            self.hint(hint);
        }
    }

    fn tell(&mut self, style: Style, label: Text, message: &str) {
        let label = paint(self.error_color, style, label.get(self.lang));
        // When the error output is gone, nobody is left to be told.
        let _ = self.out.flush();
        let _ = writeln!(io::stderr(), "{label}{}", visible(message));
    }
}

/// A part of a line in a style.
pub(super) fn paint(color: bool, style: Style, text: &str) -> String {
    if color {
        format!("{style}{text}{style:#}")
    } else {
        text.to_owned()
    }
}

/// `1 plan`, `2 plans`; Chinese has one form.
pub(super) fn count(n: usize, one: Text, many: Text, lang: Lang) -> String {
    let text = if n == 1 { one } else { many };
    text.fill(lang, &[n.to_string()])
}
