//! The pictures in the README are the program itself, drawn on a sample with one gap put into it.
//!
//! They are kept in step by `FARSIGHT_UPDATE=1 cargo test --test picture`.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use farsight::plan::sample;
use farsight::store::Folders;
use farsight::tui::theme::Theme;
use farsight::tui::{App, Options};
use farsight::words::Lang;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

const COLS: u16 = 120;
const ROWS: u16 = 36;
/// A cell in tenths of a pixel, so that the arithmetic is exact.
const CELL: (u32, u32) = (84, 160);
const EDGE: u32 = 120;
const PAPER: &str = "#10151c";
const INK: &str = "#d6dde6";

#[test]
fn the_english_picture_shows_the_program() {
    assert_shown(
        "README.svg",
        Lang::En,
        "aldran-cooking-evenings",
        "needs.customer_needs.month-end.need",
        (
            "Eat properly to the end of the month on little money.",
            "They need our cooking evenings.",
        ),
    );
}

#[test]
fn the_chinese_picture_shows_the_program() {
    assert_shown(
        "README.zh.svg",
        Lang::Zh,
        "weiting-paddy-spraying",
        "needs.customer_needs.in-time.need",
        (
            "虫子露头后几天之内把药打完，不因缺人手误了收成。",
            "农户需要我们的植保无人机飞防。",
        ),
    );
}

/// Compares a picture with what the program shows at a path of a sample, or makes it anew.
fn assert_shown(file: &str, lang: Lang, name: &str, path: &str, (right, gap): (&str, &str)) {
    let home = tempfile::tempdir().unwrap();
    let plan = home.path().join(name).with_extension("toml");
    let text = sample(name).unwrap().text;
    assert!(text.contains(right), "{name} does not say: {right}");
    fs::write(&plan, text.replace(right, gap)).unwrap();
    let mut app = App::new(Options {
        folder: home.path().to_owned(),
        plan: Some(plan),
        lang,
        theme: Theme::named("dark"),
        folders: Some(Folders::inside(home.path())),
        today: None,
        notice: None,
        name: None,
        class: None,
        read_class: None,
    });
    app.go(path);
    app.look();
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
    app.draw(&mut buffer);
    let shown = svg(&buffer);

    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("FARSIGHT_UPDATE").is_some() {
        fs::write(&file, shown).unwrap();
        return;
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept.replace('\r', "") == shown,
        "{} is out of step; make it anew with FARSIGHT_UPDATE=1 cargo test --test picture",
        file.display()
    );
}

/// A screen as an SVG: one piece of text for each run of cells in the same style.
fn svg(buffer: &Buffer) -> String {
    let (width, height) = (
        u32::from(COLS) * CELL.0 + 2 * EDGE,
        u32::from(ROWS) * CELL.1 + 2 * EDGE,
    );
    let (width, height) = (pixels(width), pixels(height));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"DejaVu Sans Mono,Menlo,Consolas,Noto Sans Mono CJK SC,monospace\" \
         font-size=\"14\" fill=\"{INK}\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{PAPER}\"/>\n"
    );
    for y in 0..ROWS {
        for run in runs(buffer, y) {
            draw(&mut svg, &run, y);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Neighbouring cells that look the same.
struct Run<'a> {
    col: u16,
    width: u16,
    text: String,
    look: &'a Cell,
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut x = 0;
    while let Some(cell) = buffer.cell((x, y)) {
        let width = cell.cell_width().max(1);
        let same = |run: &Run<'_>| {
            // Wide letters stand alone, so that no font can push what follows out of its column.
            let narrow = width == 1 && usize::from(run.width) == run.text.chars().count();
            narrow && (run.look.fg, run.look.modifier) == (cell.fg, cell.modifier)
        };
        match runs.last_mut() {
            Some(run) if same(run) => {
                run.text.push_str(cell.symbol());
                run.width += width;
            }
            _ => runs.push(Run {
                col: x,
                width,
                text: cell.symbol().to_owned(),
                look: cell,
            }),
        }
        x += width;
    }
    runs
}

fn draw(svg: &mut String, run: &Run<'_>, row: u16) {
    let reversed = run.look.modifier.contains(Modifier::REVERSED);
    let text = run.text.trim_end();
    let blank = run.text.chars().take_while(|c| *c == ' ').count();
    let cells = |count: usize| u32::try_from(count).unwrap() * CELL.0;
    let left = EDGE + u32::from(run.col) * CELL.0;
    let top = EDGE + u32::from(row) * CELL.1;
    let width = u32::from(run.width) * CELL.0;
    if reversed {
        writeln!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
            pixels(left),
            pixels(top),
            pixels(width),
            pixels(CELL.1),
            colour(run.look.fg)
        )
        .unwrap();
    }
    if text.trim().is_empty() {
        return;
    }
    // The blanks at the ends are not drawn; the text is as long as its cells.
    let trailing = run.text.chars().count() - text.chars().count();
    let length = width - cells(blank) - cells(trailing);
    let mut style = String::new();
    let has = |modifier| run.look.modifier.contains(modifier);
    if reversed {
        let _ = write!(style, " fill=\"{PAPER}\"");
    } else if run.look.fg != Color::Reset {
        let _ = write!(style, " fill=\"{}\"", colour(run.look.fg));
    }
    for (modifier, said) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::DIM, " opacity=\".65\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        if has(modifier) {
            style.push_str(said);
        }
    }
    writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" textLength=\"{}\" xml:space=\"preserve\"{style}>{}</text>",
        pixels(left + cells(blank)),
        pixels(top + 120),
        pixels(length),
        escaped(&text[blank..])
    )
    .unwrap();
}

fn pixels(tenths: u32) -> String {
    match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest}"),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The colours of a dark terminal.
fn colour(colour: Color) -> &'static str {
    match colour {
        Color::Cyan => "#5cc8d7",
        Color::Yellow => "#e3b341",
        Color::Green => "#6cc070",
        Color::LightRed => "#ff7b72",
        Color::LightBlue => "#79b8ff",
        _ => INK,
    }
}
