//! What a student changed after the last feedback, and what it did.

use crate::report::{Block, Section, Span, Spans, Style, Voice};
use crate::review::{Change, Fate, Mark, Review, say};
use crate::words::{Lang, Text};

/// So many changes, and so many findings, are told one by one.
const CHANGES: usize = 40;

/// What changed since the version that got the last feedback.
pub(super) fn since(review: &Review, lang: Lang) -> Section {
    let title = Text::new("Since the last version", "与上一版相比");
    let mut section = Section::new("since", title.get(lang));
    section.push(Block::say(fates(review, lang)));
    let mut items: Vec<Spans> = (review.findings.iter().take(CHANGES))
        .map(|it| {
            let gap = Text::new(": ", "：").get(lang);
            vec![
                Span::text(format!("{}{gap}", begun(it.fate.label().get(lang)))).strong(),
                Span::text(it.finding.message(lang)),
            ]
        })
        .collect();
    more(&mut items, review.findings.len(), lang);
    if !items.is_empty() {
        section.push(Block::List(false, items));
    }
    let changes: Vec<_> = review.diff.content().collect();
    if changes.is_empty() {
        let text = Text::new("No decision changed.", "没有改动任何决定。");
        section.push(Block::say(text.get(lang)));
        return section;
    }
    let text = Text::new("What was changed:", "改动了这些：");
    section.push(Block::say(text.get(lang)));
    let told = changes.iter().take(CHANGES);
    let mut items: Vec<_> = told
        .map(|change| changed(change, &review.currency, lang))
        .collect();
    more(&mut items, changes.len(), lang);
    section.push(Block::List(false, items));
    section
}

/// A change in a sentence; of a long text what it says now, the new words standing out.
fn changed(change: &Change, currency: &str, lang: Lang) -> Spans {
    let mut spans = vec![Span::author(say(change, currency, lang))];
    if !change.is_long() {
        return spans;
    }
    spans.push(Span::text(Text::new(": ", "：").get(lang)));
    let pieces = change.pieces().into_iter();
    spans.extend(pieces.filter(|it| it.mark != Mark::Gone).map(|it| {
        let mut span = Span::text(it.text);
        span.voice = Voice::Author;
        if it.mark == Mark::New {
            span.style = Style::Emphasis;
        }
        span
    }));
    spans
}

/// What became of the findings, in sentences.
fn fates(review: &Review, lang: Lang) -> String {
    let one = |fate: Fate, [en, ens]: [&'static str; 2], zh: &'static str| {
        let count = review.findings.iter().filter(|it| it.fate == fate).count();
        let text = Text::new(if count == 1 { en } else { ens }, zh);
        (count > 0).then(|| text.fill(lang, &[count.to_string()]))
    };
    let gone = ["One finding is gone.", "{0} findings are gone."];
    let answered = [
        "One finding is answered with a reason.",
        "{0} findings are answered with a reason.",
    ];
    let new = ["One finding is new.", "{0} findings are new."];
    let said: Vec<String> = [
        one(Fate::Gone, gone, "消除了{0}条问题。"),
        one(Fate::Answered, answered, "答复了{0}条。"),
        one(Fate::New, new, "新出现{0}条。"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if said.is_empty() {
        let text = Text::new(
            "The findings are the same as before.",
            "发现的问题与上一版相同。",
        );
        return text.get(lang).to_owned();
    }
    said.join(if lang == Lang::En { " " } else { "" })
}

/// A word as a sentence begins with it.
fn begun(word: &str) -> String {
    let mut chars = word.chars();
    let first: Vec<char> = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first.into_iter().chain(chars).collect()
}

/// Says how many items of a list are left out, if any are.
fn more(items: &mut Vec<Spans>, all: usize, lang: Lang) {
    if all > CHANGES {
        let text = Text::new("and {0} more", "另有{0}处");
        items.push(vec![Span::text(
            text.fill(lang, &[(all - CHANGES).to_string()]),
        )]);
    }
}
