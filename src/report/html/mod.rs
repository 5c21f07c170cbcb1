//! A report as one HTML file that needs nothing else: no network, no script, no other file.
//!
//! | file | what it holds |
//! |---|---|
//! | [`mod@markup`] | HTML in which no text of a plan can be markup |
//! | [`blocks`] | the pieces of a document |
//! | [`svg`] | the drawings of charts |
//! | [`site`] | the page that lists many plans |
//! | `style.css` | how it looks: on a phone, on a wall, at night, on paper |

mod blocks;
mod markup;
pub mod site;
mod svg;

use self::blocks::Page;
use self::markup::Markup;
use super::document::{Block, Document, Shape, Span, text};
use super::format::SIGN;
use crate::charts::picture::width;
use crate::words::{Lang, Text};

/// The style sheet of every page.
const STYLE: &str = include_str!("style.css");

/// Nothing is loaded and nothing runs, whatever else may have gone wrong.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The document as a page.
pub fn html(document: &Document) -> String {
    page(document, None)
}

/// The same as a page of a site, with a link back to its index.
pub(super) fn page(document: &Document, back: Option<&str>) -> String {
    let lang = document.lang;
    let mut page = Page {
        document,
        out: Markup::default(),
        charts: 0,
    };
    let sign = if back.is_some() { site::SIGN } else { SIGN };
    head(&mut page.out, &text(&document.title), lang, POLICY, sign);
    page.out.open(
        "body",
        &[(
            "class",
            match document.shape {
                Shape::Page if room(document) => "one-page airy",
                Shape::Page => "one-page",
                Shape::Flow => "full",
                Shape::Slides => "slides",
            },
        )],
    );
    page.out.end_line();
    page.out.open("header", &[]);
    if let Some(back) = back {
        page.out.open("p", &[("class", "back")]);
        let words = Text::new("← All plans", "← 全部计划");
        page.out.leaf("a", &[("href", back)], words.get(lang));
        page.out.close("p");
    }
    page.out.open("h1", &[]);
    page.spans(&document.title);
    page.out.close("h1");
    if !document.subtitle.is_empty() {
        page.out.open("p", &[("class", "subtitle")]);
        page.spans(&document.subtitle);
        page.out.close("p");
    }
    page.facts(&document.facts);
    page.out.close("header");
    page.out.end_line();
    if document.shape == Shape::Flow && document.sections.len() > 2 {
        page.contents();
    }
    page.out.open("main", &[]);
    page.out.end_line();
    for section in &document.sections {
        page.section(section);
    }
    page.out.close("main");
    page.out.end_line();
    page.out.raw("</body>\n</html>\n");
    page.out.done()
}

/// Whether one page holds the document in larger letters, by the amount of its text.
fn room(document: &Document) -> bool {
    const CELLS: usize = 2600;
    let blocks = document.sections.iter().flat_map(|it| &it.blocks);
    blocks.map(amount).sum::<usize>() < CELLS
}

/// How much text a block has, in cells of a terminal.
fn amount(block: &Block) -> usize {
    let said = |spans: &[Span]| width(&text(spans));
    match block {
        Block::Heading(_, spans) | Block::Paragraph(spans) => said(spans),
        Block::List(_, items) => items.iter().map(|it| said(it)).sum(),
        Block::Facts(facts) => facts
            .iter()
            .map(|it| said(&it.label) + said(&it.value))
            .sum(),
        Block::Table(table) => {
            let heads = table.columns.iter().map(|it| said(&it.head));
            let cells = table.rows.iter().flatten().map(|it| said(&it.spans));
            heads.chain(cells).sum()
        }
        Block::Callout(callout) => said(&callout.title) + said(&callout.text),
        Block::Fold(_, blocks) => blocks.iter().map(amount).sum(),
        Block::Chart(_) | Block::PageBreak => 0,
    }
}

/// What stands before the body.
fn head(out: &mut Markup, title: &str, lang: Lang, policy: &str, sign: &str) {
    out.raw("<!DOCTYPE html>\n");
    out.open("html", &[("lang", tag(lang))]);
    out.raw("\n<head>\n<meta charset=\"utf-8\">\n");
    out.open(
        "meta",
        &[
            ("http-equiv", "Content-Security-Policy"),
            ("content", policy),
        ],
    );
    out.end_line();
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.open("meta", &[("name", "generator"), ("content", sign)]);
    out.end_line();
    let title = title.replace('\n', " ");
    let none = Text::new("Report", "报告").get(lang);
    out.leaf("title", &[], if title.is_empty() { none } else { &title });
    out.raw("\n<style>\n");
    out.raw(STYLE);
    out.raw("</style>\n</head>\n");
}

/// The language of our words as a page names it.
const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Zh => "zh-Hans",
    }
}
