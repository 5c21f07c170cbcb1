//! Pairs and groups as a page: the passages side by side, for a screen or for paper.

use super::Found;
use super::show::{customs, shares, title};
use crate::classroom::similarity::{Group, Match, Pair, SameFigure};
use crate::report::{Block, Cell, Column, Document, Section, Shape, Span, Spans, Table};
use crate::words::{Lang, Text};

/// The page; of each pair so many passages are shown, and the others folded below them.
pub(super) fn page(found: &Found, passages: usize, lang: Lang) -> Document {
    let t = |en, zh| Text::new(en, zh).get(lang);
    let mut page = Document::new(
        lang,
        Shape::Flow,
        t("Plans to look at together", "值得对照着看的计划"),
    );
    let similar = &found.similar;
    let facts = [
        (
            t("Plans compared", "比较的计划"),
            found.plans.len().to_string(),
        ),
        (
            t("Pairs to look at", "待对照（对）"),
            similar.pairs.len().to_string(),
        ),
        (t("Not compared", "未比较"), found.unread.len().to_string()),
    ];
    for (label, value) in facts {
        page.fact(label, vec![Span::text(value)]);
    }
    let mut note = Section::new("note", t("How to read this", "怎样读这一页"));
    note.push(Block::say(customs(found, lang)));
    note.push(Block::say(t(
        "Plans are alike for many reasons: students worked together, both used one source, or one used the other's text. The page shows passages and draws no conclusion. Read them, and talk with the students before you decide anything.",
        "计划相像有许多原因：一起讨论过，用了同一份资料，或用了对方的文字。这一页只列出段落，不下结论。请先读，并和学生谈过，再作任何决定。",
    )));
    page.push(note);
    let groups = similar.groups.iter();
    let groups = groups.map(|it| together(it, found, passages, lang));
    for section in groups.chain(rest(found, lang)) {
        page.push(section);
    }
    page
}

/// A group with the passages of each of its pairs.
fn together(group: &Group, found: &Found, passages: usize, lang: Lang) -> Section {
    let mut section = Section::new("look", "");
    let files: Vec<&str> = group.plans.iter().map(|at| found.file(*at)).collect();
    section.title = vec![Span::text(title(&files, lang))];
    let pairs = group.chain.iter();
    for pair in pairs.filter_map(|at| found.similar.pairs.get(*at)) {
        blocks(
            &mut section,
            pair,
            found,
            passages,
            group.plans.len() > 2,
            lang,
        );
    }
    section
}

fn blocks(
    section: &mut Section,
    pair: &Pair,
    found: &Found,
    most: usize,
    is_named: bool,
    lang: Lang,
) {
    let files = pair.plans.map(|at| found.file(at));
    if is_named {
        let text = Text::new("{0} and {1}", "{0} 和 {1}");
        section.heading(&text.fill(lang, &files));
    }
    if let Some(said) = shares(pair, files, lang) {
        section.push(Block::say(said));
    }
    if !pair.figures.is_empty() {
        section.push(Block::Table(figures(&pair.figures, files, lang)));
    }
    let (first, others) = pair.passages.split_at(most.min(pair.passages.len()));
    if !first.is_empty() {
        section.push(Block::Table(beside(first, files, lang)));
    }
    if !others.is_empty() {
        let text = Text::new("{0} more passages", "另有{0}处");
        let title = vec![Span::text(text.fill(lang, &[others.len().to_string()]))];
        let table = Block::Table(beside(others, files, lang));
        section.push(Block::Fold(title, vec![table]));
    }
}

/// Passages side by side, each with its line.
fn beside(passages: &[Match], files: [&str; 2], lang: Lang) -> Table {
    let line = Text::new("Line", "行").get(lang);
    let [one, other] = files.map(|file| Column {
        head: vec![Span::author(file)],
        ..Column::text("")
    });
    let mut table = Table::new(vec![Column::number(line), one, Column::number(line), other]);
    for it in passages {
        let cells = it.places.iter().flat_map(|place| {
            let words: Vec<&str> = place.text.split_whitespace().collect();
            [
                Cell::number(place.line.into()),
                Cell::author(words.join(" ")),
            ]
        });
        table.row(cells.collect());
    }
    table
}

/// The unusual figures that both have.
fn figures(figures: &[SameFigure], files: [&str; 2], lang: Lang) -> Table {
    let t = |en, zh| Text::new(en, zh).get(lang);
    let mut table = Table::new(vec![
        Column::text(t(
            "Field with the same unusual figure",
            "出现同样特殊数字的字段",
        )),
        Column::text(t("Figure", "数字")),
        Column::number(&Text::new("Line in {0}", "{0} 的行号").fill(lang, &[files[0]])),
        Column::number(&Text::new("Line in {0}", "{0} 的行号").fill(lang, &[files[1]])),
    ]);
    for it in figures {
        let [one, other] = it.lines.map(|line| Cell::number(line.into()));
        table.row(vec![
            Cell::text(&it.field),
            Cell::author(&it.value),
            one,
            other,
        ]);
    }
    table
}

/// What could not be compared, and why.
fn rest(found: &Found, lang: Lang) -> Option<Section> {
    let t = |en, zh| Text::new(en, zh).get(lang);
    let mut items: Vec<Spans> = Vec::new();
    for it in &found.unread {
        let why = it
            .matters
            .first()
            .map(|it| it.say(lang))
            .unwrap_or_default();
        let gap = t(": ", "：");
        items.push(vec![
            Span::author(&it.file),
            Span::text(gap),
            Span::author(why),
        ]);
    }
    for at in &found.similar.bare {
        let said = t(": it says nothing of its own.", "：没有自己写的内容。");
        items.push(vec![Span::author(found.file(*at)), Span::text(said)]);
    }
    if items.is_empty() {
        return None;
    }
    let mut section = Section::new("rest", t("Not compared", "未比较"));
    section.push(Block::List(false, items));
    Some(section)
}
