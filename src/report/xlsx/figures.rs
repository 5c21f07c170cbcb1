//! The figures of a plan, each a formula over the sheets of the plan where it can be one.

use std::collections::HashMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::formula::{Piece, formula};
use super::looks::{Looks, height};
use super::tables::{Places, quoted};
use crate::figures::results::Outcome;
use crate::figures::{Figure, Need, Output, Source};
use crate::report::document::Document;
use crate::words::{Lang, Text};

/// The name of the sheet.
pub const TITLE: Text = Text::new("Figures", "数字");

/// The column of the results.
const RESULT: u16 = 2;
/// The first row of the figures.
const FIRST: u32 = 1;

/// So near a formula must come to the figure that it stands for: what is left is how far a
/// spreadsheet counts.
const NEAR: f64 = 1e-9;

/// The single results, by the key of the figure and the name of the result, with their rows.
pub type Results = HashMap<(String, &'static str), u32>;

/// A row of the sheet.
fn rows(document: &Document) -> impl Iterator<Item = (&Figure, &'static Output, &Outcome)> {
    let figures = document.figures.iter();
    figures.flat_map(|figure| {
        let results = figure
            .results
            .iter()
            .flat_map(crate::figures::results::Results::iter);
        results.filter_map(move |(output, outcome)| Some((figure, output, outcome.as_ref().ok()?)))
    })
}

/// Where each single result stands.
pub fn results(document: &Document) -> Results {
    let rows = (FIRST..).zip(rows(document));
    rows.filter(|(_, (_, _, outcome))| matches!(outcome, Outcome::One(_)))
        .map(|(row, (figure, output, _))| ((figure.key.clone(), output.name), row))
        .collect()
}

/// The cell of a result, from any sheet.
pub fn cell(row: u32, lang: Lang) -> String {
    let place = row_col_to_cell_absolute(row, RESULT);
    format!("{}!{place}", quoted(TITLE.get(lang)))
}

/// Writes the sheet.
pub fn write(
    page: &mut Worksheet,
    document: &Document,
    places: &Places,
    results: &Results,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let lang = document.lang;
    page.set_name(TITLE.get(lang))?;
    let heads = [
        (Text::new("Figure", "指标"), 44),
        (Text::new("Of", "对象"), 28),
        (Text::new("Result", "结果"), 18),
        (Text::new("How it is computed", "怎样计算"), 60),
        (Text::new("Key", "键名"), 34),
    ];
    for (column, (head, width)) in (0..).zip(heads) {
        page.set_column_width(column, width)?;
        page.write_string_with_format(0, column, head.get(lang), &looks.head)?;
    }
    let sheet = Sums {
        places,
        results,
        lang,
    };
    for (row, (figure, output, outcome)) in (FIRST..).zip(rows(document)) {
        let expression = figure
            .results
            .as_ref()
            .map_or("", |it| it.expression(output));
        let subject = figure.subject.as_ref();
        let about = subject.map_or_else(String::new, |it| plain(it.called(lang)));
        let words = [
            (0, figure.heading(output, lang)),
            (1, about),
            (3, figure.formula.in_words(expression, lang)),
            (4, format!("{}.{}", figure.key, output.name)),
        ];
        let texts = words.iter().map(|(column, text)| {
            let wide = heads.get(usize::from(*column));
            (
                text.as_str(),
                wide.map_or(20.0, |(_, wide)| f64::from(*wide)),
            )
        });
        page.set_row_height(row, height(texts))?;
        for (column, text) in words {
            page.write_string_with_format(row, column, text, &looks.words)?;
        }
        let Outcome::One(value) = outcome else {
            let said = outcome.shown(output.unit, "", lang);
            page.write_string_with_format(row, RESULT, plain(&said), &looks.words)?;
            continue;
        };
        let look = looks.amount(*value, output.unit);
        match sheet.formula(figure, expression, *value) {
            Some(text) => {
                let formula = Formula::new(format!("={text}"));
                let formula = formula.set_result(value.normalize().to_string());
                page.write_formula_with_format(row, RESULT, formula, look)?;
            }
            None => {
                let number = value.to_f64().unwrap_or_default();
                page.write_number_with_format(row, RESULT, number, look)?;
            }
        }
    }
    page.set_freeze_panes(FIRST, 1)?;
    page.set_landscape();
    page.set_repeat_rows(0, 0)?;
    page.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// A text that a cell can hold.
fn plain(text: &str) -> String {
    let text: String = text.chars().take(2000).collect();
    super::super::clean(&text).into_owned()
}

struct Sums<'s> {
    places: &'s Places,
    results: &'s Results,
    lang: Lang,
}

impl Sums<'_> {
    /// The formula of a result over the cells from which it comes, where it comes to that result
    /// and follows at least one cell.
    fn formula(&self, figure: &Figure, expression: &'static str, value: Decimal) -> Option<String> {
        let named = |name: &str| self.named(figure, name);
        let made = formula(expression, &named)?;
        let wanted = value.to_f64()?;
        let near = (made.value - wanted).abs() <= NEAR * wanted.abs().max(1e-6);
        (near && made.text.contains('!')).then_some(made.text)
    }

    /// What a name of an expression stands for.
    fn named(&self, figure: &Figure, name: &str) -> Option<Vec<Piece>> {
        if let Some(term) = figure.terms.iter().find(|it| it.input.name == name) {
            let pieces = term.items.iter().map(|item| {
                let cell = match &item.source {
                    Source::Plan(path) => self.places.cell(path, item.value).map(str::to_owned),
                    Source::Figure(key, output) => self.result(key, output),
                    Source::Assumed(_) | Source::Word(..) => None,
                };
                piece(cell, item.value)
            });
            return pieces.collect();
        }
        if let Some(output) = figure.formula.outputs.iter().find(|it| it.name == name) {
            let value = figure.number(output.name)?;
            let cell = self.result(&figure.key, output.name);
            return Some(vec![piece(cell, value)?]);
        }
        let input = figure.formula.inputs.iter().find(|it| it.name == name)?;
        match input.need {
            Need::Default(text) => Some(vec![piece(None, text.parse().ok()?)?]),
            _ => None,
        }
    }

    fn result(&self, key: &str, output: &'static str) -> Option<String> {
        let row = self.results.get(&(key.to_owned(), output))?;
        Some(cell(*row, self.lang))
    }
}

/// A cell with its number, or the number alone.
fn piece(cell: Option<String>, number: Decimal) -> Option<Piece> {
    let text = cell.unwrap_or_else(|| format!("({})", number.normalize()));
    let value = number.to_f64()?;
    Some(Piece { text, value })
}
