//! How cells look.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::catalogue::Kind;
use crate::charts::picture::width as cells_of;
use crate::figures::Unit;

/// The formats of cells.
#[derive(Debug)]
pub struct Looks {
    /// The title of the workbook.
    pub title: Format,
    /// A heading.
    pub heading: Format,
    /// The head of a column.
    pub head: Format,
    /// Words; never read as anything else when somebody types over them.
    pub words: Format,
    /// Words read first.
    pub strong: Format,
    /// Words read second.
    pub faint: Format,
    /// A day.
    pub day: Format,
    /// A rate.
    pub rate: Format,
    whole: Format,
    broken: Format,
    plain: Format,
    money: Format,
    full_money: Format,
    full_rate: Format,
    full: Format,
}

impl Looks {
    /// The formats, with amounts in this currency.
    pub fn new(currency: &str) -> Looks {
        let plain = Format::new().set_align(FormatAlign::Top);
        let words = plain.clone().set_num_format("@").set_text_wrap();
        // A currency is the author's text: what is no code stays out of a format.
        let is_code = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
        let amount = if is_code {
            format!("[${currency}] #,##0.00")
        } else {
            "#,##0.00".to_owned()
        };
        Looks {
            title: Format::new().set_bold().set_font_size(16),
            heading: Format::new().set_bold().set_font_size(13),
            head: words
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(0x00DD_E6F0))
                .set_border_bottom(FormatBorder::Thin),
            strong: words.clone().set_bold(),
            faint: words.clone().set_font_color(Color::RGB(0x0059_5959)),
            day: plain.clone().set_num_format("yyyy-mm-dd"),
            rate: plain.clone().set_num_format("0.0##%"),
            full_rate: plain.clone().set_num_format("0.0########%"),
            whole: plain.clone().set_num_format("#,##0"),
            broken: plain.clone().set_num_format("#,##0.00##"),
            full_money: plain.clone().set_num_format(format!("{amount}######")),
            full: plain.clone().set_num_format("#,##0.0#########"),
            money: plain.clone().set_num_format(amount),
            plain,
            words,
        }
    }

    /// How an amount of a unit looks.
    pub fn amount(&self, value: Decimal, unit: Unit) -> &Format {
        match unit {
            Unit::Money => &self.money,
            Unit::Rate => &self.rate,
            _ if value.is_integer() => &self.whole,
            _ => &self.broken,
        }
    }

    /// How a number in a field looks: all of it, for what is shown is what another program saves.
    pub fn number(&self, kind: Kind, value: Decimal) -> &Format {
        match kind {
            Kind::Count | Kind::Scale(..) if !value.is_integer() => &self.full,
            _ => self.field(kind),
        }
    }

    /// How the cells of a field look.
    pub fn field(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Money => &self.full_money,
            Kind::Percent => &self.full_rate,
            Kind::Date => &self.day,
            Kind::Count | Kind::Scale(..) => &self.whole,
            Kind::Number => &self.plain,
            _ => &self.words,
        }
    }
}

/// How high a row must be for texts in columns of these widths, in points.
///
/// Not every spreadsheet makes a row as high as its text when it opens a file.
pub fn height<'t>(cells: impl IntoIterator<Item = (&'t str, f64)>) -> f64 {
    /// One line.
    const LINE: f64 = 15.5;
    /// So many lines are shown at most: the rest is read in the cell itself.
    const MOST: f64 = 18.0;
    let lines = cells.into_iter().map(|(text, wide)| {
        let of = |line: &str| {
            (cells_of(line) as f64 * 1.12 / wide.max(1.0))
                .ceil()
                .max(1.0)
        };
        text.split('\n').map(of).sum::<f64>()
    });
    lines.fold(1.0, f64::max).min(MOST) * LINE
}
