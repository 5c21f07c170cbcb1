//! What could stand at the cursor.
//!
//! A line that is being typed is seldom sound, so it is blanked out before the rest is read, and
//! looked at by itself: a header, a key, or a value after its `=`.

use std::ops::Range;

use gen_lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTextEdit, Documentation, InsertTextFormat,
    Position, TextEdit,
};

use super::hover::{field_page, rule_page, section_page};
use super::page::{Page, caption, markdown, section_of};
use crate::catalogue::{self, Field, Kind, Section, Shape};
use crate::checks;
use crate::plan::{Document, Part, Path, place_of};

/// What is offered, before it has its place.
struct Offer {
    label: String,
    kind: CompletionItemKind,
    detail: String,
    page: Option<String>,
    /// What is inserted; `$0` is where the cursor goes.
    insert: String,
}

/// Everything that could stand at a place.
pub(super) fn at(page: &Page, position: Position) -> Option<Vec<CompletionItem>> {
    let at = page.lines.offset(position);
    let start = page.lines.start(position.line as usize);
    let line = page.lines.line(position.line as usize);
    let end = start + line.len();
    let before = page.text().get(start..at)?;
    if before.trim_start().starts_with('#') {
        return None;
    }
    let rest = blanked(page.text(), start..end);
    let document = Document::parse(rest.as_str());
    let spot = document.spot(at);
    // Inside a list or a text over several lines the key stands further up.
    let is_inside = spot.path != spot.table || spot.part == Part::Value;
    // A list that is not closed swallows the headers after it; a line of it never begins so.
    let (offers, range) = if before.trim_start().starts_with('[') && spot.part != Part::Value {
        (headers(page, &document), start..end)
    } else if is_inside {
        let word = value_range(page.text(), start, at, end);
        (values(page, &document, &spot.path, &word), word)
    } else if let Some(equals) = equals_at(before) {
        let key = before.get(..equals).unwrap_or_default().trim();
        let path = Path::parse(key);
        let path = path
            .names()
            .iter()
            .fold(spot.table, |path, name| path.join(name));
        let word = value_range(page.text(), start + equals + 1, at, end);
        (values(page, &document, &path, &word), word)
    } else {
        let word = before.len() - before.trim_start().len();
        (keys(page, &document, &spot.table), start + word..at)
    };
    Some(placed(page, offers, range))
}

/// The text with a range as spaces, so that every other byte keeps its place.
fn blanked(text: &str, range: Range<usize>) -> String {
    let mut out = text.to_owned();
    let spaces = " ".repeat(range.len());
    out.replace_range(range, &spaces);
    out
}

/// Where the `=` of a key stands in the part of a line before the cursor.
fn equals_at(before: &str) -> Option<usize> {
    let mut quote = None;
    before.char_indices().find_map(|(at, c)| match (quote, c) {
        (None, '=') => Some(at),
        (None, '"' | '\'') => {
            quote = Some(c);
            None
        }
        (Some(open), _) if open == c => {
            quote = None;
            None
        }
        _ => None,
    })
}

/// The word at the cursor inside a value: from its quote or the last divider to its end.
fn value_range(text: &str, from: usize, at: usize, end: usize) -> Range<usize> {
    let before = text.get(from..at).unwrap_or_default();
    let quotes = before.matches('"').count();
    let start = if quotes % 2 == 1 {
        before.rfind('"').unwrap_or(0)
    } else {
        let divider = before.rfind([' ', ',', '[', '{', '\t']);
        divider.map_or(0, |at| at + 1)
    };
    let after = text.get(at..end).unwrap_or_default();
    // The editor may have closed the quote already; what it closes goes too.
    let stop = match after.find(['"', ',', ']', ' ', '#']) {
        Some(stop) if after[stop..].starts_with('"') && quotes % 2 == 1 => stop + 1,
        _ => 0,
    };
    from + start..at + stop
}

/// Sections that are not there yet, and lists, which can always have one more row.
fn headers(page: &Page, document: &Document) -> Vec<Offer> {
    let lang = page.lang;
    let missing = |section: &&&Section| {
        section.shape == Shape::Rows || !document.has(&Path::parse(section.path))
    };
    let all: Vec<&Section> = catalogue::sections().collect();
    let sections = all.iter().filter(missing);
    let offers = sections.map(|section| {
        let label = match section.shape {
            Shape::Table => format!("[{}]", section.path),
            Shape::Rows => format!("[[{}]]", section.path),
        };
        Offer {
            insert: label.clone(),
            label,
            kind: CompletionItemKind::Module,
            detail: section.label.get(lang).to_owned(),
            page: Some(section_page(section, lang)),
        }
    });
    let mut offers: Vec<_> = offers.collect();
    // What a short plan needs comes first.
    let is_core = |offer: &Offer| {
        let path = offer.label.trim_matches(['[', ']']);
        catalogue::section(path).is_some_and(Section::is_core)
    };
    offers.sort_by_key(|offer| !is_core(offer));
    offers
}

/// The keys that a table does not have yet, those of a short plan first.
fn keys(page: &Page, document: &Document, table: &Path) -> Vec<Offer> {
    if table.is_root() {
        let format = (!document.has(&Path::parse("farsight"))).then(|| Offer {
            label: String::from("farsight"),
            kind: CompletionItemKind::Field,
            detail: String::new(),
            page: None,
            insert: format!("farsight = {}", catalogue::FORMAT),
        });
        return format.into_iter().chain(headers(page, document)).collect();
    }
    if let Some((_, Some(field))) = place_of(table) {
        return rows(document, field, false);
    }
    let Some(section) = section_of(table) else {
        return Vec::new();
    };
    let is_open = |field: &&Field| !document.has(&table.join(field.key));
    let mut fields: Vec<&Field> = section.fields.iter().filter(is_open).collect();
    fields.sort_by_key(|field| !field.core);
    let offers = fields.into_iter().map(|field| Offer {
        label: field.key.to_owned(),
        kind: CompletionItemKind::Field,
        detail: field.label.get(page.lang).to_owned(),
        page: Some(field_page(section, field, page.lang)),
        insert: format!("{} = {}", field.key, template(field.kind)),
    });
    offers.collect()
}

/// How a value of a kind is written, the cursor in it.
fn template(kind: Kind) -> &'static str {
    match kind {
        Kind::Scores(_) => "{ $0 }",
        kind if kind.is_list() => "[\"$0\"]",
        kind if kind.is_number() => "$0",
        Kind::Date | Kind::Flag => "$0",
        _ => "\"$0\"",
    }
}

/// The values that a field can have.
fn values(page: &Page, document: &Document, path: &Path, word: &Range<usize>) -> Vec<Offer> {
    let Some((section, Some(field))) = place_of(path) else {
        return Vec::new();
    };
    let raw = page.text().get(..word.start).unwrap_or_default();
    let in_table = raw
        .rsplit(['\n', '='])
        .next()
        .unwrap_or_default()
        .contains('{');
    match field.kind {
        Kind::Choice(choices) | Kind::Choices(choices) => {
            let offers = choices.iter().map(|choice| {
                let detail = choice.label.get(page.lang).to_owned();
                word_offer(choice.key, CompletionItemKind::EnumMember, detail, None)
            });
            offers.collect()
        }
        Kind::Flag => {
            let offers = ["true", "false"].map(|word| Offer {
                insert: word.to_owned(),
                ..word_offer(word, CompletionItemKind::Value, String::new(), None)
            });
            offers.into()
        }
        Kind::Ref(_) | Kind::Refs(_) => rows(document, field, true),
        Kind::Scores(_) if in_table => rows(document, field, false),
        _ if (section.path, field.key) == ("accept", "check") => {
            let rules = checks::rules().filter(|rule| rule.can_be_answered());
            let offers = rules.map(|rule| {
                let detail = format!("{} {}", rule.code, rule.title.get(page.lang));
                let page = Some(rule_page(rule, page.lang));
                word_offer(rule.name, CompletionItemKind::Constant, detail, page)
            });
            offers.collect()
        }
        _ if (section.path, field.key) == ("accept", "at") => found_paths(page, document),
        _ => Vec::new(),
    }
}

/// A word that stands in quotes.
fn word_offer(word: &str, kind: CompletionItemKind, detail: String, page: Option<String>) -> Offer {
    Offer {
        label: word.to_owned(),
        kind,
        detail,
        page,
        insert: format!("\"{word}\""),
    }
}

/// The rows that a field may point to: quoted as values, or as names of scores.
fn rows(document: &Document, field: &Field, quoted: bool) -> Vec<Offer> {
    let mut offers = Vec::new();
    for list in field.kind.targets() {
        let list = Path::parse(list);
        for id in document.rows(&list) {
            let row = list.join(&id);
            if !document.has(&row.join("id")) {
                continue;
            }
            let called = caption(document, &row).unwrap_or_default();
            let mut offer = word_offer(&id, CompletionItemKind::Reference, called, None);
            if !quoted {
                let is_bare = id
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
                let key = if is_bare { id } else { offer.insert };
                offer.insert = format!("{key} = $0");
            }
            offers.push(offer);
        }
    }
    offers
}

/// The places where something is found, for an answer.
fn found_paths(page: &Page, document: &Document) -> Vec<Offer> {
    let report = checks::check_text(document.text());
    let open = report.open().filter(|it| it.rule.can_be_answered());
    let mut offers: Vec<Offer> = open
        .map(|it| {
            let detail = format!("{} {}", it.rule.name, it.message(page.lang));
            word_offer(&it.path, CompletionItemKind::Reference, detail, None)
        })
        .collect();
    offers.sort_by(|a, b| a.label.cmp(&b.label));
    offers.dedup_by(|a, b| a.label == b.label);
    offers
}

/// Offers in the protocol's words, in their own order.
fn placed(page: &Page, offers: Vec<Offer>, range: Range<usize>) -> Vec<CompletionItem> {
    let range = page.lines.range(range);
    let format = if page.server.snippets {
        InsertTextFormat::Snippet
    } else {
        InsertTextFormat::PlainText
    };
    let item = |(at, offer): (usize, Offer)| {
        let insert = if page.server.snippets {
            escaped(&offer.insert)
        } else {
            offer.insert.replace("$0", "")
        };
        // What is typed is held against the label, or against the quoted word.
        let filter = if offer.insert.starts_with('"') {
            format!("\"{}", offer.label)
        } else {
            offer.label.clone()
        };
        CompletionItem {
            label: offer.label,
            kind: Some(offer.kind),
            detail: (!offer.detail.is_empty()).then_some(offer.detail),
            documentation: offer
                .page
                .map(|it| Documentation::MarkupContent(markdown(it))),
            sort_text: Some(format!("{at:04}")),
            filter_text: Some(filter),
            insert_text_format: Some(format),
            text_edit: Some(CompletionItemTextEdit::TextEdit(TextEdit::new(
                range, insert,
            ))),
            ..CompletionItem::default()
        }
    };
    offers.into_iter().enumerate().map(item).collect()
}

/// A template in the client's syntax, where braces of tables would be read as places.
fn escaped(insert: &str) -> String {
    insert.replace('\\', "\\\\").replace('}', "\\}")
}
