//! What came back from a round: on the terminal, for programs, and a page for each author.

use serde_json::json;

use super::{Args, may, wrong};
use crate::classroom::peers::collect::Form;
use crate::classroom::peers::round::KEY;
use crate::classroom::peers::{Collected, Of, Round, State, collect};
use crate::classroom::student::handle;
use crate::cli::Format;
use crate::cli::console::{Console, count, visible};
use crate::cli::failure::{Exit, Failure};
use crate::cli::file;
use crate::cli::grade::class::text;
use crate::report::{self, Block, Cell, Column, Document, Paper, Section, Shape, Span, Table};
use crate::store;
use crate::words::{Lang, Text};

/// The schema of the JSON output.
const SCHEMA: &str = "farsight.peers/1";

/// The formats of every page.
const FORMATS: [&str; 2] = ["markdown", "html"];

/// Collects a round.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    if let Some(output) = &args.output {
        may(output, console)?;
    }
    let key = args.folder.join(KEY);
    let round = Round::read(&text(&key, lang)?).map_err(|faults| wrong(&key, &faults, lang))?;
    // A form that is there and cannot be read is not one that is missing.
    let form = |path: &str| {
        let path = args.folder.join(path);
        path.exists()
            .then(|| store::text(&path).unwrap_or_else(|_| "\u{0}".to_owned()))
    };
    let found = collect(&round, form);
    if let Some(output) = &args.output {
        for (at, author) in round.authors.iter().enumerate() {
            let page = page(at, &round, &found, lang);
            // Two of one name stay two by their codes, which the file does not betray to others.
            let name = format!("{}-{}", handle(&author.name), author.plan);
            for format in FORMATS.iter().filter_map(|key| report::format(key)) {
                let path = output.join(format!("{name}.{}", format.ending));
                store::regenerate(&path, &(format.write)(&page, Paper::default()))
                    .map_err(|error| Failure::saving(&error, lang))?;
            }
        }
    }
    match args.format {
        Format::Text => show(&round, &found, console)?,
        Format::Json => machine(&round, &found, console)?,
    }
    let all = found
        .forms
        .iter()
        .all(|it| matches!(it.state, State::Done(_)));
    Ok(if all { Exit::Clean } else { Exit::Findings })
}

fn level(round: &Round, at: usize) -> &str {
    round.levels.get(at).map_or("", String::as_str)
}

/// `meets (exceeds, meets, near)`, and whether they are far apart.
fn said(of: &Of, round: &Round, lang: Lang) -> String {
    let name = |at: usize| round.named(level(round, at), lang);
    let all: Vec<&str> = of.levels.iter().map(|it| name(*it)).collect();
    let Some(median) = of.median else {
        return "-".to_owned();
    };
    let text = if of.is_apart {
        Text::new("{0} ({1}), far apart", "{0}（{1}），意见相差较大")
    } else {
        Text::new("{0} ({1})", "{0}（{1}）")
    };
    let between = Text::new(", ", "、").get(lang);
    text.fill(lang, &[name(median).to_owned(), all.join(between)])
}

fn show(round: &Round, found: &Collected, console: &mut Console) -> Result<(), Failure> {
    for (at, author) in round.authors.iter().enumerate() {
        let (done, of) = found.done(at);
        let got = found.about(at, round).len();
        let text = Text::new(
            "{0} ({1}): {2} came back; has done {3} of {4}",
            "{0}（{1}）：收到{2}；自己完成{3}/{4}份",
        );
        let got = count(
            got,
            Text::new("{0} review", "{0}份评价"),
            Text::new("{0} reviews", "{0}份评价"),
            console.lang,
        );
        let [done, of] = [done, of].map(|it| it.to_string());
        let name = visible(&author.name).into_owned();
        let file = visible(&author.file).into_owned();
        console.line(&console.say(text, &[&name, &file, &got, &done, &of]))?;
        for it in found.of(at, round).iter().filter(|it| it.median.is_some()) {
            let text = Text::new("  {0}: {1}", "  {0}：{1}");
            let name = round.criterion(&it.code, console.lang);
            let line = console.say(text, &[&name, &said(it, round, console.lang)]);
            console.line(&visible(&line))?;
        }
    }
    for form in &found.forms {
        broken(form, console)?;
    }
    let done = found
        .forms
        .iter()
        .filter(|it| matches!(it.state, State::Done(_)));
    let counts = [done.count(), found.forms.len()].map(|it| it.to_string());
    let text = Text::new(
        "{0} of {1} reviews are done. They are opinions of students; the grade is yours.",
        "{1}份评价已完成{0}份。这些是学生的意见，成绩由你评定。",
    );
    let [done, all] = counts;
    console.line("")?;
    console.line(&console.say(text, &[&done, &all]))
}

/// The mistakes of a form, each with its place.
fn broken(form: &Form, console: &mut Console) -> Result<(), Failure> {
    let State::Broken(faults) = &form.state else {
        return Ok(());
    };
    for it in faults {
        let (line, column) = (it.place.line, it.place.column);
        let said = format!(
            "{}:{line}:{column}: {}",
            form.path,
            it.message(console.lang)
        );
        console.line(&visible(&said))?;
    }
    Ok(())
}

/// What an author gets back: levels and words, no names.
fn page(at: usize, round: &Round, found: &Collected, lang: Lang) -> Document {
    let t = |en, zh| Text::new(en, zh).get(lang);
    let name = round.authors.get(at).map_or("", |it| it.name.as_str());
    let mut page = Document::new(
        lang,
        Shape::Flow,
        t("Reviews by fellow students", "同学互评"),
    );
    page.fact(t("Author", "作者"), vec![Span::author(name)]);
    let mut note = Section::new("note", t("How to read this", "怎样读这一页"));
    note.push(Block::say(t(
        "These are opinions of fellow students; they enter no grade. Take what helps. Where they are far apart, ask yourself which passage was read in two ways.",
        "这些是同学的意见，不计入成绩，对你有用的就采纳。意见相差较大的地方，想一想是哪一段让人读出了两种意思。",
    )));
    page.push(note);
    let mut levels = Section::new("levels", t("Levels", "等级"));
    let mut table = Table::new(vec![
        Column::text(t("Criterion", "评分项")),
        Column::text(t("Level in the middle (all)", "中间等级（全部）")),
    ]);
    for of in found.of(at, round) {
        let told = said(&of, round, lang);
        let name = round.criterion(&of.code, lang);
        table.row(vec![Cell::author(name), Cell::text(told)]);
    }
    levels.push(Block::Table(table));
    page.push(levels);
    for (number, review) in found.about(at, round).into_iter().enumerate() {
        let title = Text::new("Review {0}", "评价{0}");
        let title = title.fill(lang, &[(number + 1).to_string()]);
        let mut section = Section::new(&format!("review-{}", number + 1), &title);
        if !review.overall.is_empty() {
            section.push(Block::Paragraph(vec![Span::author(&review.overall)]));
        }
        let items = review.comments.iter().map(|(code, comment)| {
            vec![
                Span::author(round.criterion(code, lang)).strong(),
                Span::text(t(": ", "：")),
                Span::author(comment),
            ]
        });
        let items: Vec<_> = items.collect();
        if !items.is_empty() {
            section.push(Block::List(false, items));
        }
        page.push(section);
    }
    page
}

/// The same for programs.
fn machine(round: &Round, found: &Collected, console: &mut Console) -> Result<(), Failure> {
    let authors = round.authors.iter().enumerate().map(|(at, author)| {
        let (done, of) = found.done(at);
        let criteria = found.of(at, round).into_iter().map(|it| {
            json!({
                "code": it.code,
                "median": it.median.map(|at| level(round, at)),
                "levels": it.levels.iter().map(|at| level(round, *at)).collect::<Vec<_>>(),
                "apart": it.is_apart,
            })
        });
        json!({
            "name": author.name,
            "file": author.file,
            "plan": author.plan,
            "reviews": found.about(at, round).len(),
            "criteria": criteria.collect::<Vec<_>>(),
            "done": done,
            "of": of,
        })
    });
    let broken = found.forms.iter().filter_map(|form| match &form.state {
        State::Broken(faults) => Some(json!({
            "file": form.path,
            "faults": faults.iter().map(|it| json!({
                "line": it.place.line,
                "column": it.place.column,
                "message": it.message(Lang::En),
            })).collect::<Vec<_>>(),
        })),
        _ => None,
    });
    let out = json!({
        "schema": SCHEMA,
        "authors": authors.collect::<Vec<_>>(),
        "broken": broken.collect::<Vec<_>>(),
    });
    file::json(&out, console)
}
