//! The pages that are read and not worked in: the summary, and what the check found.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{ExcelDateTime, Formula, Workbook, Worksheet, XlsxError};

use super::figures::{self, Results};
use super::looks::{Looks, height};
use super::tables::day_of;
use crate::report::document::{
    Block, Callout, Cell, Document, Exact, Fact, Section, Span, Table, text,
};
use crate::words::{Lang, Text, date};

/// The name of the first sheet.
pub const SUMMARY: Text = Text::new("Summary", "概要");
/// The name of the last sheet.
pub const FINDINGS: Text = Text::new("Findings", "检查结果");

/// Writes the summary: what the plan is, its first section, its key figures.
pub fn summary(
    page: &mut Worksheet,
    document: &Document,
    results: &Results,
    looks: &Looks,
) -> Result<(), XlsxError> {
    page.set_name(SUMMARY.get(document.lang))?;
    let mut writer = Writer::new(page, document, results, looks, &[46.0, 48.0, 24.0])?;
    writer.line(&document.title, false)?;
    writer.page.set_cell_format(0, 0, &looks.title)?;
    writer.line(&document.subtitle, false)?;
    writer.facts(&document.facts)?;
    writer.row += 1;
    for block in document.sections.first().iter().flat_map(|it| &it.blocks) {
        writer.block(block)?;
    }
    page.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// A page in the making, from top to bottom.
pub struct Writer<'w> {
    /// The page.
    pub page: &'w mut Worksheet,
    document: &'w Document,
    results: &'w Results,
    looks: &'w Looks,
    widths: &'w [f64],
    /// The next free row.
    pub row: u32,
}

impl<'w> Writer<'w> {
    /// Begins on top of a page with columns of these widths.
    pub fn new(
        page: &'w mut Worksheet,
        document: &'w Document,
        results: &'w Results,
        looks: &'w Looks,
        widths: &'w [f64],
    ) -> Result<Writer<'w>, XlsxError> {
        for (column, width) in (0..).zip(widths) {
            page.set_column_width(column, *width)?;
        }
        Ok(Writer {
            page,
            document,
            results,
            looks,
            widths,
            row: 0,
        })
    }

    /// Makes this row as high as these texts want, the first in the first column.
    fn grow<'t>(&mut self, texts: impl IntoIterator<Item = &'t String>) -> Result<(), XlsxError> {
        let texts = texts.into_iter().map(String::as_str);
        let high = height(texts.zip(self.widths.iter().copied()));
        self.page.set_row_height(self.row, high)?;
        Ok(())
    }

    /// Words across the page, or a heading.
    pub fn line(&mut self, spans: &[Span], heading: bool) -> Result<(), XlsxError> {
        let said = cut(&text(spans));
        if !said.trim().is_empty() {
            let looks = self.looks;
            if heading {
                self.page
                    .write_string_with_format(self.row, 0, said, &looks.heading)?;
            } else {
                self.page
                    .merge_range(self.row, 0, self.row, 2, &said, &looks.words)?;
                let across: f64 = self.widths.iter().take(3).sum();
                let high = height([(said.as_str(), across)]);
                self.page.set_row_height(self.row, high)?;
            }
            self.row += 1;
        }
        Ok(())
    }

    fn facts(&mut self, facts: &[Fact]) -> Result<(), XlsxError> {
        for fact in facts {
            let [label, value] = [&fact.label, &fact.value].map(|spans| cut(&text(spans)));
            self.grow([&label, &value])?;
            self.page
                .write_string_with_format(self.row, 0, label, &self.looks.strong)?;
            self.page
                .write_string_with_format(self.row, 1, value, &self.looks.words)?;
            self.row += 1;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Heading(_, spans) => {
                self.row += 1;
                self.line(spans, true)
            }
            Block::Paragraph(spans) => self.line(spans, false),
            Block::List(_, items) => items.iter().try_for_each(|item| self.line(item, false)),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            // Charts and findings have sheets of their own numbers.
            Block::Chart(_) | Block::Callout(_) | Block::Fold(..) | Block::PageBreak => Ok(()),
        }
    }

    /// A table, and an empty row below it.
    pub fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let heads = table.columns.iter().map(|head| text(&head.head));
        self.grow(&heads.collect::<Vec<String>>())?;
        for (column, head) in (0..).zip(&table.columns) {
            let head = cut(&text(&head.head));
            self.page
                .write_string_with_format(self.row, column, head, &self.looks.head)?;
        }
        self.row += 1;
        for row in &table.rows {
            let texts = row.iter().map(|cell| cut(&text(&cell.spans)));
            self.grow(&texts.collect::<Vec<String>>())?;
            for (column, cell) in (0..).zip(row) {
                self.cell(column, cell)?;
            }
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        let number = match cell.exact {
            Some(Exact::Amount(value, unit)) => value.to_f64().map(|it| (it, value, unit)),
            _ => None,
        };
        if let Some(day) = cell.exact.and_then(day) {
            let look = &self.looks.day;
            self.page
                .write_datetime_with_format(self.row, column, &day, look)?;
            return Ok(());
        }
        let Some((number, value, unit)) = number else {
            let said = cut(&text(&cell.spans));
            self.page
                .write_string_with_format(self.row, column, said, &self.looks.words)?;
            return Ok(());
        };
        let look = self.looks.amount(value, unit);
        match self.followed(cell) {
            Some(place) => {
                let formula = Formula::new(format!("={place}"));
                let formula = formula.set_result(value.to_string());
                self.page
                    .write_formula_with_format(self.row, column, formula, look)?;
            }
            None => {
                self.page
                    .write_number_with_format(self.row, column, number, look)?;
            }
        }
        Ok(())
    }

    /// The cell of the figure of which this one is the result.
    fn followed(&self, cell: &Cell) -> Option<String> {
        let key = cell.figure.as_ref()?;
        let figure = self.document.figures.iter().find(|it| it.key == *key)?;
        let (output, _) = figure.headline()?;
        let row = self.results.get(&(key.clone(), output.name))?;
        Some(figures::cell(*row, self.document.lang))
    }
}

/// Writes what the check found, where the report tells it.
pub fn findings(book: &mut Workbook, document: &Document, looks: &Looks) -> Result<(), XlsxError> {
    let mut found = Vec::new();
    for section in &document.sections {
        callouts(section, &section.blocks, &mut found);
    }
    if found.is_empty() {
        return Ok(());
    }
    let lang = document.lang;
    let page = book.add_worksheet();
    page.set_name(FINDINGS.get(lang))?;
    let heads = [
        (Text::new("Step", "步骤"), 26),
        (Text::new("Severity", "严重程度"), 12),
        (Text::new("Rule", "规则"), 10),
        (Text::new("About", "关于"), 30),
        (Text::new("What was found", "内容"), 70),
        (Text::new("Answer", "答复"), 44),
        (Text::new("By", "答复人"), 18),
        (Text::new("Until", "有效期至"), 14),
    ];
    for (column, (head, width)) in (0..).zip(heads) {
        page.set_column_width(column, width)?;
        page.write_string_with_format(0, column, head.get(lang), &looks.head)?;
    }
    for (row, (section, callout)) in (1..).zip(found) {
        let words = said(section, callout, lang);
        let texts = words.iter().zip(&heads);
        let texts = texts.map(|(said, (_, wide))| (said.as_str(), f64::from(*wide)));
        page.set_row_height(row, height(texts))?;
        for (column, said) in (0..).zip(words) {
            page.write_string_with_format(row, column, cut(&said), &looks.words)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    page.set_landscape();
    page.set_repeat_rows(0, 0)?;
    page.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn said(section: &Section, callout: &Callout, lang: Lang) -> [String; 8] {
    let answer = callout.answer.as_ref();
    let severity = callout.severity.map_or("", |it| it.label().get(lang));
    [
        text(&section.title),
        severity.to_owned(),
        callout.code.clone(),
        text(&callout.title),
        text(&callout.text),
        answer.map_or_else(String::new, |it| text(&it.reason)),
        answer.map_or_else(String::new, |it| text(&it.by)),
        answer
            .and_then(|it| it.until)
            .map_or_else(String::new, date::entry),
    ]
}

fn callouts<'d>(
    section: &'d Section,
    blocks: &'d [Block],
    found: &mut Vec<(&'d Section, &'d Callout)>,
) {
    for block in blocks {
        match block {
            Block::Callout(callout) => found.push((section, callout)),
            Block::Fold(_, inner) => callouts(section, inner, found),
            _ => {}
        }
    }
}

/// The day that a cell holds, as spreadsheets count it.
fn day(exact: Exact) -> Option<ExcelDateTime> {
    match exact {
        Exact::Day(day) => day_of(day),
        Exact::Amount(..) => None,
    }
}

/// As much of a text as a cell is read with.
fn cut(text: &str) -> String {
    text.chars().take(8_000).collect()
}
