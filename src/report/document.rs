//! What a report is before it has a format: plain data that says what is said, not how it looks.
//!
//! A [`Document`] has facts on top and sections below; a [`Section`] has blocks; a block has
//! [`Span`]s. Every text enters through a constructor that cleans it ([`super::clean()`]): a writer
//! of a format escapes what its format needs, and nothing else. The words of a plan's author are
//! text and never markup: a `<b>` or a `**` in a plan is two or three characters.
//!
//! ```
//! use farsight::report::{Block, Cell, Column, Document, Kind, Section, Shape, Span, Table, text};
//! use farsight::words::Lang;
//!
//! let mut document = Document::new(Lang::En, Shape::Flow, "Harbour ferry");
//! document.fact("Owner", vec![Span::author("Ana Ruiz")]);
//! let mut section = Section::new("needs", "Needs");
//! section.push(Block::Paragraph(vec![
//!     Span::text("Served first: "),
//!     Span::author("late commuters").strong(),
//! ]));
//! let mut table = Table::new(vec![Column::text("Need"), Column::number("Importance")]);
//! table.row(vec![Cell::author("a dry seat"), Cell::number(5.into())]);
//! section.push(Block::Table(table));
//! document.push(section);
//! assert_eq!(text(&document.facts[0].value), "Ana Ruiz");
//! # let _ = Kind::Text;
//! ```

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::clean::{self, clean};
use super::sheets::Sheet;
use crate::charts::Chart;
use crate::checks::Severity;
use crate::figures::{Figure, Unit, figure};
use crate::words::number::written_percent;
use crate::words::{Lang, date};

/// A report, in one language.
#[derive(Debug, Clone)]
pub struct Document {
    /// The language of our words; the author's may be in another.
    pub lang: Lang,
    /// The language that the plan says it is written in: `en`, `zh`, `pt`; empty where it does not.
    pub author_lang: String,
    /// The plan's currency, an ISO 4217 code; empty where it has none.
    pub currency: String,
    /// How it is read: at one sight, from top to bottom, or page by page.
    pub shape: Shape,
    /// What it is called.
    pub title: Spans,
    /// What it is, and of whom; may be empty.
    pub subtitle: Spans,
    /// What a reader wants to know before reading: owner, status, dates.
    pub facts: Vec<Fact>,
    /// The parts, in the order of reading.
    pub sections: Vec<Section>,
    /// The figures that its tables name ([`Cell::figure`]), for formats that can hold a formula.
    pub figures: Vec<Figure>,
    /// The tables of the plan themselves, for formats in which people work on.
    pub sheets: Vec<Sheet>,
}

/// How a document is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// On one page of A4 or Letter, at one sight.
    Page,
    /// From top to bottom, with a table of contents.
    Flow,
    /// On a wall: each section is one slide.
    Slides,
}

/// A part of a document with a heading.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its name for links: small letters, digits and hyphens, once in a document.
    pub id: String,
    /// Its heading.
    pub title: Spans,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading inside a section: its depth (1 right below the section, at most 3), its words.
    Heading(u8, Spans),
    /// A paragraph; a line end in its text is a line end on paper.
    Paragraph(Spans),
    /// Items: `true` where their order counts and is numbered.
    List(bool, Vec<Spans>),
    /// Labels with what the plan says for each.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A chart with its words; its drawing and its notes say the same.
    Chart(Box<Chart>),
    /// Something to notice: a finding, a warning, a next step.
    Callout(Callout),
    /// Blocks under a title that a reader may skip: folded where the format can.
    Fold(Spans, Vec<Block>),
    /// Here a new page begins, where the format has pages.
    PageBreak,
}

/// Words in a row.
pub type Spans = Vec<Span>;

/// Some words in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    text: String,
    /// How they stand out.
    pub style: Style,
    /// Whose words they are.
    pub voice: Voice,
    /// Where they lead: the [`Section::id`] of this document.
    pub to: Option<String>,
}

/// How words stand out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// Not at all.
    #[default]
    Plain,
    /// Read first.
    Strong,
    /// Read with a stress.
    Emphasis,
    /// Typed as it stands: a key, a path, a command.
    Code,
    /// Read second.
    Faint,
}

/// Whose words they are.
///
/// A format that can should keep the author's apart: in their own language and their own direction
/// of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Voice {
    /// Ours, in the language of the document.
    #[default]
    Ours,
    /// The author's of the plan, in any language.
    Author,
}

/// A label with what stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: Spans,
    /// What is said.
    pub value: Spans,
}

/// A table: at least one column, and in each row one cell for each column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the table shows; empty where the heading above says it.
    pub caption: Spans,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each as long as the columns are.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the last row is the sum of those above it.
    pub total: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub head: Spans,
    /// On which side its cells stand.
    pub align: Align,
    /// What its cells hold.
    pub kind: Kind,
}

/// On which side of its column a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Where reading begins.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// Where reading ends, as numbers stand.
    End,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Words, or values of several kinds: then each cell says its own.
    #[default]
    Text,
    /// Numbers without a unit, or with one in the heading.
    Number,
    /// Amounts of money.
    Money,
    /// Fractions, read as percent.
    Percent,
    /// Days.
    Day,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// What people read.
    pub spans: Spans,
    /// The same as a value that a program can compute with, where it is one.
    pub exact: Option<Exact>,
    /// The key of the figure that it is the result of: `break-even.single-bar`.
    pub figure: Option<String>,
}

/// A value in full, beside the words that people read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Exact {
    /// A number with its unit; a rate is a fraction.
    Amount(Decimal, Unit),
    /// A day.
    Day(Date),
}

/// Something to notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Callout {
    /// How bad it is; none where nothing is wrong.
    pub severity: Option<Severity>,
    /// The code of the rule that says so: `N103`; empty where no rule does.
    pub code: String,
    /// What it is about, in a few words.
    pub title: Spans,
    /// What is said.
    pub text: Spans,
    /// What the author answers.
    pub answer: Option<Answer>,
}

/// The author's answer to a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Why it is right to leave it.
    pub reason: Spans,
    /// Who says so; may be empty.
    pub by: Spans,
    /// The day on which the answer runs out.
    pub until: Option<Date>,
}

/// The words of several spans without their styles.
pub fn text(spans: &[Span]) -> String {
    spans.iter().map(Span::as_str).collect()
}

impl Span {
    /// Words of ours.
    pub fn text(text: impl AsRef<str>) -> Span {
        Span {
            text: clean(text.as_ref()).into_owned(),
            style: Style::Plain,
            voice: Voice::Ours,
            to: None,
        }
    }

    /// Words of the plan's author: text, whatever stands in it.
    pub fn author(text: impl AsRef<str>) -> Span {
        Span {
            voice: Voice::Author,
            ..Span::text(text.as_ref().trim())
        }
    }

    /// Words of ours that lead to a section.
    pub fn link(text: impl AsRef<str>, to: impl Into<String>) -> Span {
        Span {
            to: Some(to.into()),
            ..Span::text(text)
        }
    }

    /// The same, read first.
    #[must_use]
    pub fn strong(self) -> Span {
        self.styled(Style::Strong)
    }

    /// The same in a style.
    #[must_use]
    pub fn styled(self, style: Style) -> Span {
        Span { style, ..self }
    }

    /// The same in other words.
    #[must_use]
    pub fn with(self, text: impl AsRef<str>) -> Span {
        Span {
            text: clean(text.as_ref()).into_owned(),
            ..self
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Document {
    /// A document without content; the title is the author's.
    pub fn new(lang: Lang, shape: Shape, title: &str) -> Document {
        Document {
            lang,
            author_lang: String::new(),
            currency: String::new(),
            shape,
            title: vec![Span::author(title)],
            subtitle: Vec::new(),
            facts: Vec::new(),
            sections: Vec::new(),
            figures: Vec::new(),
            sheets: Vec::new(),
        }
    }

    /// Adds a fact; one that says nothing is left out.
    pub fn fact(&mut self, label: &str, value: Spans) {
        self.facts.extend(Fact::new(label, value));
    }

    /// Adds a section. One of the same name gets another, so that links stay true.
    pub fn push(&mut self, mut section: Section) {
        let wanted = section.id.clone();
        let mut at = 2;
        while self.sections.iter().any(|it| it.id == section.id) {
            section.id = format!("{wanted}-{at}");
            at += 1;
        }
        self.sections.push(section);
    }
}

impl Section {
    /// A section without content; the title is ours.
    pub fn new(id: &str, title: &str) -> Section {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let id = id.to_ascii_lowercase().replace(|c| !plain(c), "-");
        Section {
            id,
            title: vec![Span::text(title)],
            blocks: Vec::new(),
        }
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a heading of ours right below the section.
    pub fn heading(&mut self, title: &str) {
        self.push(Block::Heading(1, vec![Span::text(title)]));
    }
}

impl Block {
    /// A paragraph of ours.
    pub fn say(text: impl AsRef<str>) -> Block {
        Block::Paragraph(vec![Span::text(text)])
    }

    /// A chart, its words cleaned.
    pub fn chart(chart: Chart) -> Block {
        Block::Chart(Box::new(clean::chart(chart)))
    }
}

impl Fact {
    /// A fact, or none where nothing is said.
    pub fn new(label: &str, value: Spans) -> Option<Fact> {
        let label = vec![Span::text(label)];
        (!text(&value).trim().is_empty()).then_some(Fact { label, value })
    }
}

impl Table {
    /// A table without rows.
    pub fn new(columns: Vec<Column>) -> Table {
        Table {
            columns,
            ..Table::default()
        }
    }

    /// Adds a row, made as long as the columns are.
    pub fn row(&mut self, mut cells: Vec<Cell>) {
        cells.resize_with(self.columns.len(), Cell::default);
        self.rows.push(cells);
    }
}

impl Column {
    /// A column of a kind; numbers stand at its end.
    pub fn new(head: &str, kind: Kind) -> Column {
        let align = match kind {
            Kind::Text | Kind::Day => Align::Start,
            Kind::Number | Kind::Money | Kind::Percent => Align::End,
        };
        Column {
            head: vec![Span::text(head)],
            align,
            kind,
        }
    }

    /// A column of words.
    pub fn text(head: &str) -> Column {
        Column::new(head, Kind::Text)
    }

    /// A column of numbers.
    pub fn number(head: &str) -> Column {
        Column::new(head, Kind::Number)
    }

    /// A column of amounts of money.
    pub fn money(head: &str) -> Column {
        Column::new(head, Kind::Money)
    }
}

impl Cell {
    /// A cell of our words.
    pub fn text(text: impl AsRef<str>) -> Cell {
        Cell::of(vec![Span::text(text)])
    }

    /// A cell of the author's words.
    pub fn author(text: impl AsRef<str>) -> Cell {
        Cell::of(vec![Span::author(text)])
    }

    /// A cell of spans.
    pub fn of(spans: Spans) -> Cell {
        Cell {
            spans,
            ..Cell::default()
        }
    }

    /// A number without a unit.
    pub fn number(value: Decimal) -> Cell {
        Cell::amount(value, Unit::Number, "", Lang::En)
    }

    /// A number with its unit, shown as everywhere in farsight and kept in full.
    pub fn amount(value: Decimal, unit: Unit, currency: &str, lang: Lang) -> Cell {
        let value = value.normalize();
        let shown = figure::amount(value, unit, currency, lang);
        Cell {
            exact: Some(Exact::Amount(value, unit)),
            ..Cell::text(written_percent(&shown, lang))
        }
    }

    /// A day.
    pub fn day(day: Date, lang: Lang) -> Cell {
        Cell {
            exact: Some(Exact::Day(day)),
            ..Cell::text(date::show(day, lang))
        }
    }

    /// The same as the result of a figure.
    #[must_use]
    pub fn of_figure(self, key: &str) -> Cell {
        Cell {
            figure: Some(key.to_owned()),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_long_as_its_table() {
        let mut table = Table::new(vec![Column::text("项目"), Column::money("金额")]);
        table.row(vec![Cell::author("铺位")]);
        table.row(vec![Cell::text("a"), Cell::default(), Cell::text("c")]);
        assert!(table.rows.iter().all(|row| row.len() == 2));
    }

    #[test]
    fn a_cell_is_read_and_computed_with() {
        let cell = Cell::amount("1200.5".parse().unwrap(), Unit::Money, "EUR", Lang::En);
        assert_eq!(text(&cell.spans), "EUR 1,200.50");
        let cell = Cell::amount("0.355".parse().unwrap(), Unit::Rate, "", Lang::Zh);
        assert_eq!(text(&cell.spans), "35.5%");
        let exact = Exact::Amount("0.355".parse().unwrap(), Unit::Rate);
        assert_eq!(cell.exact, Some(exact));
        let cell = Cell::day(Date::constant(2027, 3, 1), Lang::Zh);
        assert_eq!(text(&cell.spans), "2027年3月1日");
    }

    #[test]
    fn two_sections_never_share_a_name() {
        let mut document = Document::new(Lang::Zh, Shape::Flow, "茶馆");
        for _ in 0..3 {
            document.push(Section::new("需 Needs", "需要"));
        }
        let ids: Vec<&str> = document.sections.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["--needs", "--needs-2", "--needs-3"]);
    }

    #[test]
    fn a_fact_that_says_nothing_is_left_out() {
        let mut document = Document::new(Lang::En, Shape::Page, " Ferry ");
        document.fact("Owner", vec![Span::author("  ")]);
        assert!(document.facts.is_empty());
        assert_eq!(text(&document.title), "Ferry");
    }
}
