//! The charts of the report: their numbers, and a chart of the spreadsheet's own beside them.

use rust_xlsxwriter::{
    Chart as Drawn, ChartDataLabel, ChartMarker, ChartMarkerType, ChartType, Workbook, XlsxError,
};

use super::figures::Results;
use super::looks::Looks;
use super::pages::Writer;
use crate::charts::chart::{Axis, Form};
use crate::charts::{Body, Chart};
use crate::report::data;
use crate::report::document::{Block, Document, Span, Table, text};
use crate::words::Text;

/// The name of the sheet.
pub const TITLE: Text = Text::new("Charts", "图表");

/// So many rows a drawing covers.
const ROWS: u32 = 18;
/// The column of the drawings, right of most tables.
const BESIDE: u16 = 4;
/// How wide the columns of the tables are.
const WIDTHS: [f64; 8] = [44.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0];

/// Writes the sheet, where the report has charts.
pub fn write(
    book: &mut Workbook,
    document: &Document,
    results: &Results,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let mut charts = Vec::new();
    for section in &document.sections {
        gather(&section.blocks, &mut charts);
    }
    if charts.is_empty() {
        return Ok(());
    }
    let name = TITLE.get(document.lang);
    let page = book.add_worksheet();
    page.set_name(name)?;
    let mut writer = Writer::new(page, document, results, looks, &WIDTHS)?;
    for chart in charts {
        section(&mut writer, chart, name)?;
    }
    page.set_landscape();
    page.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn gather<'d>(blocks: &'d [Block], found: &mut Vec<&'d Chart>) {
    for block in blocks {
        match block {
            Block::Chart(chart) => found.push(chart),
            Block::Fold(_, inner) => gather(inner, found),
            _ => {}
        }
    }
}

fn section(writer: &mut Writer<'_>, chart: &Chart, name: &str) -> Result<(), XlsxError> {
    let top = writer.row;
    writer.line(&[Span::author(&chart.title)], true)?;
    writer.line(&[Span::author(&chart.question)], false)?;
    if let Err(missing) = &chart.body {
        writer.line(&[Span::author(&missing.say)], false)?;
    }
    let mut low = writer.row;
    if let Some(table) = data::table(chart) {
        let head = writer.row;
        writer.table(&table)?;
        if let Some(drawn) = drawn(chart, &table, name, head) {
            let beside = u16::try_from(table.columns.len() + 1).unwrap_or(BESIDE);
            writer.page.insert_chart(top, beside.max(BESIDE), &drawn)?;
            low = top + ROWS;
        }
    }
    for note in &chart.notes {
        let said = format!("{} {}", note.mark, note.text);
        writer.line(&[Span::author(said)], false)?;
    }
    for remark in &chart.remarks {
        writer.line(&[Span::author(remark)], false)?;
    }
    writer.row = writer.row.max(low) + 2;
    Ok(())
}

/// The drawing over the cells of a table; none for what a spreadsheet has no drawing of.
fn drawn(chart: &Chart, table: &Table, name: &str, head: u32) -> Option<Drawn> {
    let rows = u32::try_from(table.rows.len())
        .ok()
        .filter(|rows| *rows > 0)?;
    let (first, last) = (head + 1, head + rows);
    let columns = u16::try_from(table.columns.len()).ok()?;
    let (kind, values, axes) = match chart.body.as_ref().ok()? {
        Body::Bars(bars) if bars.form == Form::Stacked => (ChartType::BarStacked, 1..columns, None),
        Body::Bars(_) => (ChartType::Bar, 1..columns, None),
        Body::Lines(lines) => (
            ChartType::ScatterStraightWithMarkers,
            1..columns,
            Some((&lines.x, &lines.y)),
        ),
        // A point has its places in the second and the third column.
        Body::Map(map) => (ChartType::Scatter, 2..3, Some((&map.x, &map.y))),
        Body::Profile(profile) => (
            ChartType::Line,
            1..columns,
            Some((&profile.scale, &profile.scale)),
        ),
        Body::Calendar(_) => return None,
    };
    let mut drawn = Drawn::new(kind);
    let is_map = kind == ChartType::Scatter;
    let across = u16::from(is_map);
    for column in values.clone() {
        let series = drawn
            .add_series()
            .set_categories((name, first, across, last, across))
            .set_values((name, first, column, last, column));
        if values.len() > 1 {
            series.set_name((name, head, column));
        }
        if is_map {
            let mut dot = ChartMarker::new();
            dot.set_type(ChartMarkerType::Circle).set_size(10);
            series.set_marker(&dot);
            series.set_custom_data_labels(&labels(table));
        }
    }
    if values.len() < 2 {
        drawn.legend().set_hidden();
    }
    drawn.title().set_name(&label(&chart.title));
    drawn.set_alt_text(label(&chart.question));
    match (axes, kind) {
        (None, _) => {
            // As on paper, the first bar is on top.
            drawn.y_axis().set_reverse();
        }
        (Some((_, y)), ChartType::Line) => scale(drawn.y_axis(), y),
        (Some((x, y)), _) => {
            scale(drawn.x_axis(), x);
            scale(drawn.y_axis(), y);
        }
    }
    drawn.set_width(560).set_height(340);
    Some(drawn)
}

fn scale(drawn: &mut rust_xlsxwriter::ChartAxis, axis: &Axis) {
    drawn.set_name(&label(&axis.label));
    drawn.set_num_format(if axis.percent { "0%" } else { "#,##0" });
}

/// The sign of each point, as the notes have it.
fn labels(table: &Table) -> Vec<ChartDataLabel> {
    let rows = table.rows.iter();
    let signs = rows.map(|row| {
        row.first()
            .map_or_else(String::new, |cell| text(&cell.spans))
    });
    signs
        .map(|sign| {
            let sign = sign.split(' ').next().unwrap_or_default();
            ChartDataLabel::new()
                .set_value(label(sign).as_str())
                .to_custom()
        })
        .collect()
}

/// A text beside a drawing: short, in one line, and never a formula.
fn label(text: &str) -> String {
    let short: String = text.replace('\n', " ").chars().take(120).collect();
    if short.starts_with('=') {
        format!(" {short}")
    } else {
        short
    }
}
