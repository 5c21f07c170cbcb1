use super::ink::Role;
use super::lines::{Letter, Line};
use super::*;
use crate::checks;
use crate::plan::{self, SAMPLES};
use crate::report::document::{Block, Cell, Column, Document, Section, Span, Table};
use crate::report::{Told, report};

const SHAPES: [Shape; 3] = [Shape::Page, Shape::Flow, Shape::Slides];
const PAPERS: [Paper; 2] = [Paper::A4, Paper::Letter];

fn with<T>(text: &str, lang: Lang, look: impl FnOnce(&Told<'_>) -> T) -> T {
    let reading = plan::read(text);
    let checked = checks::check(text, &reading);
    let document = plan::Document::parse(text);
    look(&Told::new(&document, &reading.plan, &checked, None, lang))
}

fn setter() -> Setter {
    Setter {
        fonts: Fonts::open(),
        missing: BTreeSet::new(),
        links: Vec::new(),
    }
}

fn letters(text: &str) -> Vec<Letter> {
    let look = Look {
        size: 10.0,
        bold: false,
        leans: false,
        colour: 0,
    };
    setter().plain(text, look)
}

fn said(line: &Line) -> String {
    line.letters.iter().map(|letter| letter.c).collect()
}

fn broken(text: &str, width: f32) -> Vec<String> {
    wrap(&letters(text), width).iter().map(said).collect()
}

/// Every letter must lie on its page, and above the foot.
fn assert_inside(layout: &Layout<'_>, name: &str) {
    let frame = layout.flow.frame;
    for (nth, page) in layout.flow.book.pages.iter().enumerate() {
        for piece in &page.pieces {
            if let Ink::Letters(x, y, letters) = &piece.ink {
                let end = x + letters.iter().map(|it| it.wide).sum::<f32>();
                let text: String = letters.iter().map(|it| it.c).collect();
                let inside = *x >= frame.side - 12.0 && end <= frame.size.0 - frame.side + 12.0;
                let above = *y <= frame.size.1 - frame.bottom + 1.0 && *y >= frame.top - 1.0;
                assert!(inside && above, "{name} page {nth} at {x}, {y}: {text}");
            }
        }
    }
}

fn document(blocks: Vec<Block>, shape: Shape, lang: Lang) -> Document {
    let mut document = Document::new(lang, shape, "茶馆 Tea");
    let mut section = Section::new("one", "需要");
    section.blocks = blocks;
    document.push(section);
    document
}

fn rows(count: usize, cell: &str) -> Block {
    let mut table = Table::new(vec![Column::text("项目"), Column::text("Item")]);
    for nth in 0..count {
        table.row(vec![Cell::author(format!("行{nth}")), Cell::author(cell)]);
    }
    Block::Table(table)
}

#[test]
fn both_fonts_open_and_know_chinese() {
    let fonts = Fonts::open();
    for c in [
        '需',
        'é',
        'Ł',
        'ő',
        'ş',
        'ế',
        'Ж',
        'λ',
        '，',
        '“',
        '→',
        '①',
        '•',
        fonts::INSTEAD,
    ] {
        assert!(fonts.glyph(c, true).is_some(), "{c}");
    }
    // Rare in texts, common in names: the regular font lends its letter.
    assert!(fonts.glyph('喆', true).is_some_and(|it| it.thicken));
    assert!(fonts.glyph('\u{e014}', false).is_none(), "kept for us");
    for nth in 0..fonts::FACES {
        assert!(fonts.face(nth).is_some());
    }
}

#[test]
fn every_sample_can_be_set_in_both_languages_on_both_papers() {
    for (nth, sample) in SAMPLES.iter().enumerate() {
        let lang = Lang::ALL[nth % 2];
        with(sample.text, lang, |told| {
            for (at, shape) in SHAPES.into_iter().enumerate() {
                let document = report(told, shape, true);
                let layout = laid_out(&document, PAPERS[(nth + at) % 2]);
                assert_eq!(layout.setter.missing, BTreeSet::new(), "{}", sample.name);
                assert_inside(&layout, sample.name);
                let pages = layout.flow.book.pages.len();
                assert!(shape != Shape::Page || pages == 1, "{pages} pages");
                assert!(layout.scale > 0.5, "{}: nobody can read that", sample.name);
            }
        });
    }
}

#[test]
fn chinese_lines_begin_with_no_comma_and_words_stay_whole() {
    let text = "我们给乡里的人做饭，他们说：“好吃。”于是明天又来（带着孩子），后天还来。";
    for width in 40..160u16 {
        for line in broken(text, f32::from(width)) {
            assert!(!line.starts_with(['，', '。', '：', '”', '）']), "{line}");
            assert!(!line.ends_with(['“', '（']), "{line}");
        }
    }
    let lines = broken("a dry seat and a warm hall", 60.0);
    assert!(lines.iter().all(|line| !line.is_empty()), "{lines:?}");
    assert_eq!(lines.join(" "), "a dry seat and a warm hall");
}

#[test]
fn a_word_without_end_is_cut_and_loses_nothing() {
    let long = "x".repeat(5000);
    let lines = broken(&long, 100.0);
    assert_eq!(lines.concat(), long);
    assert_eq!(broken("\n", 100.0), ["", ""]);
    assert_eq!(broken("需要", 0.0), ["需", "要"], "no room at all");
}

#[test]
fn quotes_between_latin_letters_are_narrow() {
    let wide = |text: &str| letters(text).iter().map(|it| it.wide).sum::<f32>();
    assert!(wide("it’s") < wide("it") + wide("s") + 4.0);
    assert!((wide("说’话") - 30.0).abs() < 0.1, "{}", wide("说’话"));
    let dots = letters("more…");
    assert_eq!(dots.len(), 7, "dots on the line");
}

#[test]
fn a_table_goes_on_below_its_heading_and_no_row_is_cut() {
    for lang in Lang::ALL {
        let document = document(vec![rows(200, "又大又圆的苹果")], Shape::Flow, lang);
        let layout = laid_out(&document, Paper::A4);
        let pages = &layout.flow.book.pages;
        assert!(pages.len() > 3);
        for page in pages {
            let heads = page.pieces.iter().filter(|piece| match &piece.ink {
                Ink::Letters(_, _, letters) => letters.first().is_some_and(|it| it.c == '项'),
                Ink::Area(_) => false,
            });
            assert_eq!(heads.count(), 1);
        }
        let cells = layout
            .flow
            .book
            .nodes
            .iter()
            .filter(|it| it.role == Role::Cell);
        assert_eq!(cells.count(), 400);
        assert_inside(&layout, "table");
    }
}

#[test]
fn hostile_texts_stay_on_their_pages() {
    let attacks = [
        "(\\) Tj ET /Artifact BMC >> endobj".to_owned(),
        "永远".repeat(400),
        "a".repeat(1500),
        "\u{202e}cilbup \u{2067}\u{feff}\u{0}\u{1b}[31m".to_owned(),
        "שלום عالم 🦀 e\u{330} \u{e014}".to_owned(),
        "\n".repeat(90),
    ];
    for attack in &attacks {
        for shape in SHAPES {
            let span = || vec![Span::author(attack)];
            let blocks = vec![
                Block::Heading(1, span()),
                Block::Paragraph(span()),
                Block::List(true, vec![span(), vec![]]),
                rows(3, attack),
                Block::Table(Table::new(Vec::new())),
                Block::Fold(span(), vec![Block::PageBreak, Block::PageBreak]),
            ];
            let document = document(blocks, shape, Lang::Zh);
            if shape != Shape::Page {
                assert_inside(&laid_out(&document, Paper::Letter), attack);
            }
            let printed = pdf(&document, Paper::Letter);
            assert!(printed.bytes.starts_with(b"%PDF-"));
        }
    }
}

#[test]
fn what_the_fonts_lack_is_named_and_leaves_a_mark() {
    let blocks = vec![Block::say("螃蟹 🦀 crab")];
    let document = document(blocks, Shape::Flow, Lang::Zh);
    assert_eq!(missing(&document), BTreeSet::from(['🦀']));
    assert_eq!(pdf(&document, Paper::A4).missing, BTreeSet::from(['🦀']));
}

#[test]
fn a_document_without_content_has_a_page() {
    for shape in SHAPES {
        for lang in Lang::ALL {
            let printed = pdf(&Document::new(lang, shape, ""), Paper::A4);
            assert_eq!(printed.pages, 1);
        }
    }
}

/// Reads a PDF back with a program that others made, where there is one.
#[test]
fn another_program_reads_the_same_words() {
    let text = "需要 need，价值主张“好”";
    let document = document(vec![Block::say(text)], Shape::Flow, Lang::Zh);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, pdf(&document, Paper::A4).bytes).unwrap();
    let run = std::process::Command::new("pdftotext")
        .arg(&path)
        .arg("-")
        .output();
    let Ok(run) = run else {
        eprintln!("skipped: there is no pdftotext on this machine");
        return;
    };
    let out = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(out.contains(text), "{out}");
    assert!(
        run.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}
