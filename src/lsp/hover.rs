//! What stands under the cursor, in words.

use gen_lsp_types::{Contents, Hover, Position};

use super::links::{decoded, named};
use super::page::{Page, caption, markdown, plain, section_of};
use crate::catalogue::{Choice, Field, Kind, Section};
use crate::checks::{self, Rule};
use crate::figures::{self, Figure, Lack, Source};
use crate::plan::{self, Document, Part, Path, Scalar, Spot, place_of};
use crate::words::{Lang, Text};

/// Everything that can be said about a place, the findings there first.
pub(super) fn at(page: &Page, position: Position) -> Option<Hover> {
    let at = page.lines.offset(position);
    let document = page.document();
    let spot = document.spot(at);
    let mut parts = findings(page, at);
    if spot.part != Part::Gap {
        parts.extend(thing(page, &document, &spot, at));
    }
    (!parts.is_empty()).then(|| Hover {
        contents: Contents::MarkupContent(markdown(parts.join("\n\n---\n\n"))),
        range: (spot.part != Part::Gap).then(|| page.lines.range(spot.span)),
    })
}

/// The findings at a byte, each with the reason of its rule and the question that mends it.
fn findings(page: &Page, at: usize) -> Vec<String> {
    let Ok(report) = page.report() else {
        return Vec::new();
    };
    let here = report
        .open()
        .filter(|it| it.span.start <= at && at <= it.span.end);
    let said = here.map(|finding| {
        let (rule, lang) = (finding.rule, page.lang);
        let label = finding.severity.label().get(lang);
        let message = plain(&finding.message(lang));
        let mut said = format!("**{label} {}** {message}", rule.code);
        for text in [rule.why, rule.ask] {
            said += &format!("\n\n{}", plain(text.get(lang)));
        }
        said
    });
    said.collect()
}

/// What stands at a spot.
fn thing(page: &Page, document: &Document, spot: &Spot, at: usize) -> Vec<String> {
    let lang = page.lang;
    let mut parts = Vec::new();
    if spot.part != Part::Header
        && let Some(named) = named(document, at).filter(|it| !it.row.starts_with(&spot.table))
    {
        parts.extend(row_page(page, document, &named.row));
    }
    match place_of(&spot.path) {
        Some((section, Some(field))) => {
            if spot.part == Part::Value {
                let raw = document.text().get(spot.span.clone()).unwrap_or_default();
                let value = decoded(raw);
                parts.extend(word_page(section, field, &value, lang));
            }
            if field.kind.is_number() {
                parts.extend(figure_pages(page, &spot.path));
            }
            parts.push(field_page(section, field, lang));
        }
        Some((section, None)) => parts.push(section_page(section, lang)),
        None => parts.extend(section_of(&spot.path).map(|it| section_page(it, lang))),
    }
    parts
}

/// What a field is for, with an example to follow and one to avoid.
pub(super) fn field_page(section: &Section, field: &Field, lang: Lang) -> String {
    let mut said = format!(
        "**{}** `{}.{}` · {}",
        plain(field.label.get(lang)),
        section.path,
        field.key,
        field.kind.label().get(lang)
    );
    let lines = [
        (Text::new("", ""), field.help),
        (Text::new("Good: ", "好："), field.good),
        (Text::new("Avoid: ", "避免："), field.bad),
    ];
    for (label, text) in lines {
        let text = text.get(lang);
        if !text.is_empty() {
            said += &format!("\n\n{}{}", label.get(lang), plain(text));
        }
    }
    said
}

/// What belongs in a section.
pub(super) fn section_page(section: &Section, lang: Lang) -> String {
    format!(
        "**{}** `{}`\n\n{}\n\n{}",
        plain(section.label.get(lang)),
        section.path,
        plain(section.step.title().get(lang)),
        plain(section.help.get(lang))
    )
}

/// What a rule finds and why.
pub(super) fn rule_page(rule: &Rule, lang: Lang) -> String {
    format!(
        "**{} {}** `{}`\n\n{}",
        rule.code,
        plain(rule.title.get(lang)),
        rule.name,
        plain(rule.why.get(lang))
    )
}

/// The row that a reference means: what it is, its name, and what it says.
fn row_page(page: &Page, document: &Document, row: &Path) -> Option<String> {
    let (section, None) = place_of(row)? else {
        return None;
    };
    let what = section.row.get(page.lang);
    let name = caption(document, row).unwrap_or_default();
    let mut said = format!("**{}** {}", plain(what), plain(&name));
    for key in document.keys(row) {
        let value = document.get(&row.join(&key)).filter(Scalar::is_filled);
        let label = section.field(&key).filter(|_| key != "id");
        if let Some((value, field)) = value.zip(label) {
            let value = plain(&super::page::first_line(&value.plain()));
            let line = Text::new("\n- {0}: {1}", "\n- {0}：{1}");
            said += &page.say(line, &[&plain(field.label.get(page.lang)), &value]);
        }
    }
    Some(said)
}

/// What a word means: one of a choice, or the name of a rule.
fn word_page(section: &Section, field: &Field, value: &str, lang: Lang) -> Option<String> {
    let choice = |choices: &'static [Choice]| {
        let choice = choices.iter().find(|it| it.key == value)?;
        Some(format!("`{value}`: {}", plain(choice.label.get(lang))))
    };
    match field.kind {
        Kind::Choice(choices) | Kind::Choices(choices) => choice(choices),
        _ if (section.path, field.key) == ("accept", "check") => {
            Some(rule_page(checks::rule(value)?, lang))
        }
        _ => None,
    }
}

/// The figures that a number goes into, each with its result and the way to it.
fn figure_pages(page: &Page, path: &Path) -> Vec<String> {
    let plan = plan::read(page.text()).plan;
    let currency = plan.frame.currency.as_ref();
    let currency = currency.map_or("", |it| it.value.trim());
    let path = path.to_string();
    let uses = |figure: &&Figure| {
        let mut items = figure.terms.iter().flat_map(|term| &term.items);
        items.any(|item| matches!(&item.source, Source::Plan(from) if *from == path))
    };
    let all = figures::figures(&plan);
    let used = all.iter().filter(uses).take(MOST_FIGURES);
    used.map(|figure| figure_page(figure, currency, page.lang))
        .collect()
}

/// A number may go into dozens of figures; the first are the ones closest to it.
const MOST_FIGURES: usize = 4;

fn figure_page(figure: &Figure, currency: &str, lang: Lang) -> String {
    let title = plain(&figure.title(lang));
    let said = match &figure.results {
        Err(Lack::Missing(paths)) => {
            let text = Text::new("still lacks {0}", "还缺 {0}");
            text.fill(lang, &[paths.join(", ")])
        }
        Err(Lack::Fault(fault)) => fault.message(lang),
        Ok(results) => match figure.headline() {
            Some((output, Ok(outcome))) => {
                let way = figure.filled(results.expression(output), currency, lang);
                format!("{} = {way}", outcome.shown(output.unit, currency, lang))
            }
            Some((_, Err(fault))) => fault.message(lang),
            None => String::new(),
        },
    };
    format!("**{title}** {}", plain(&said))
}
