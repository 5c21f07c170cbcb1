//! Pairs and groups on the terminal, their passages side by side.

use unicode_width::UnicodeWidthStr;

use super::Found;
use crate::classroom::similarity::{Group, Match, Pair, Sign};
use crate::cli::console::{BOLD, Console, FAINT, visible};
use crate::cli::failure::Failure;
use crate::words::number::written_percent;
use crate::words::{Lang, Text, wrap};

/// How wide a passage is; two of them and what stands between fit a terminal of 80.
const CELLS: usize = 37;

/// Prints what was found.
pub(super) fn show(found: &Found, passages: usize, console: &mut Console) -> Result<(), Failure> {
    for group in &found.similar.groups {
        head(group, found, console)?;
        for pair in group
            .chain
            .iter()
            .filter_map(|at| found.similar.pairs.get(*at))
        {
            body(pair, found, passages, group.plans.len() > 2, console)?;
        }
    }
    sum(found, console)
}

/// The title of a group.
fn head(group: &Group, found: &Found, console: &mut Console) -> Result<(), Failure> {
    let files = group
        .plans
        .iter()
        .map(|at| visible(found.file(*at)).into_owned());
    let files: Vec<String> = files.collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let title = console.paint(BOLD, &title(&files, console.lang));
    console.line(&title)
}

/// "Look at this pair", with its files.
pub(super) fn title(files: &[&str], lang: Lang) -> String {
    match files {
        [one, other] => {
            let text = Text::new("Look at this pair: {0} and {1}", "请对照这两份：{0} 和 {1}");
            text.fill(lang, &[*one, *other])
        }
        all => {
            let text = Text::new("Look at these {0} together: {1}", "请对照这{0}份：{1}");
            let between = Text::new(", ", "、").get(lang);
            text.fill(lang, &[all.len().to_string(), all.join(between)])
        }
    }
}

/// How much of each stands in the other; nothing where only figures are the same.
pub(super) fn shares(pair: &Pair, files: [&str; 2], lang: Lang) -> Option<String> {
    if pair.sign == Sign::Figures && pair.passages.is_empty() {
        return None;
    }
    let text = Text::new(
        "{0} of the own words of {1} and {2} of those of {3} stand in the other; {4} passages.",
        "{1} 自己的话有{0}、{3} 自己的话有{2}出现在对方计划里；共{4}处。",
    );
    let [here, there] = pair.shares.map(|it| percent(it, lang));
    let count = pair.passages.len().to_string();
    Some(text.fill(lang, &[here.as_str(), files[0], &there, files[1], &count]))
}

/// Why it is listed, and the passages.
fn body(
    pair: &Pair,
    found: &Found,
    most: usize,
    is_named: bool,
    console: &mut Console,
) -> Result<(), Failure> {
    let [one, other] = pair.plans.map(|at| visible(found.file(at)).into_owned());
    if is_named {
        let text = Text::new("  {0} and {1}:", "  {0} 和 {1}：");
        console.line(&console.say(text, &[&one, &other]))?;
    }
    if let Some(said) = shares(pair, [&one, &other], console.lang) {
        console.line(&format!("  {said}"))?;
    }
    if !pair.figures.is_empty() {
        let each = pair.figures.iter().map(|it| {
            let [here, there] = it.lines;
            format!("{} = {} ({here}, {there})", it.field, it.value)
        });
        let text = Text::new(
            "  The same unusual figures, with their lines: {0}",
            "  同样的特殊数字（括号内为行号）：{0}",
        );
        let each = each.collect::<Vec<_>>().join("; ");
        console.line(&console.say(text, &[&each]))?;
    }
    for it in pair.passages.iter().take(most) {
        beside(it, [&one, &other], console)?;
    }
    let left = pair.passages.len().saturating_sub(most);
    if left > 0 {
        let text = Text::new(
            "  {0} more; --passages {1} shows them.",
            "  另有{0}处，加 --passages {1} 可全部显示。",
        );
        let all = pair.passages.len().to_string();
        console.line(&console.say(text, &[&left.to_string(), &all]))?;
    }
    console.line("")
}

/// Two passages side by side, each under its place.
fn beside(it: &Match, files: [&str; 2], console: &mut Console) -> Result<(), Failure> {
    let [one, other] = it.places.each_ref();
    let place = |file: &str, line: usize| format!("{file}:{line}");
    let heads = [place(files[0], one.line), place(files[1], other.line)];
    columns(heads.each_ref().map(String::as_str), true, console)?;
    let texts = [&one.text, &other.text].map(|text| {
        let words: Vec<&str> = text.split_whitespace().collect();
        visible(&words.join(" ")).into_owned()
    });
    columns(texts.each_ref().map(String::as_str), false, console)
}

fn columns(texts: [&str; 2], is_faint: bool, console: &mut Console) -> Result<(), Failure> {
    let [one, other] = texts.map(|text| wrap(text, CELLS));
    for at in 0..one.len().max(other.len()) {
        let line = |lines: &[&str]| lines.get(at).map_or("", |it| it.trim_end()).to_owned();
        let (left, right) = (line(&one), line(&other));
        let gap = " ".repeat(CELLS.saturating_sub(left.width()));
        let row = format!("  {left}{gap} │ {right}");
        let row = row.trim_end();
        let row = if is_faint {
            console.paint(FAINT, row)
        } else {
            row.to_owned()
        };
        console.line(&row)?;
    }
    Ok(())
}

/// What was compared, what is usual, and what could not be read.
fn sum(found: &Found, console: &mut Console) -> Result<(), Failure> {
    let similar = &found.similar;
    for it in &found.unread {
        let why = it.matters.first().map(|it| it.say(console.lang));
        let text = Text::new("Not compared: {0}. {1}", "未比较：{0}。{1}");
        let said = console.say(
            text,
            &[&visible(&it.file), &visible(&why.unwrap_or_default())],
        );
        console.line(&said)?;
    }
    if !similar.bare.is_empty() {
        let text = Text::new(
            "Nothing of their own to compare: {0}",
            "没有自己写的内容可比：{0}",
        );
        let files: Vec<_> = similar
            .bare
            .iter()
            .map(|at| visible(found.file(*at)))
            .collect();
        let between = Text::new(", ", "、").get(console.lang);
        console.line(&console.say(text, &[&files.join(between)]))?;
    }
    let said = customs(found, console.lang);
    console.line(&said)
}

/// How many plans were compared, and what is usual among them.
pub(super) fn customs(found: &Found, lang: Lang) -> String {
    let similar = &found.similar;
    let text = if similar.is_small {
        Text::new(
            "{0} plans compared: too few to know what is usual, so every pair with two passages in common is listed.",
            "共比较{0}份计划：份数太少，看不出常态，因此凡有两处相同的都列出。",
        )
    } else if similar.pairs.is_empty() {
        Text::new(
            "{0} plans compared; no pair stands out. Usual in this class: a plan shares up to {1} of its own words with another.",
            "共比较{0}份计划，没有突出的。本班常态：一份计划与另一份最多有{1}相同。",
        )
    } else {
        Text::new(
            "{0} plans compared. Usual in this class: a plan shares up to {1} of its own words with another; listed is what shares more than {2}. What it means is for you to judge.",
            "共比较{0}份计划。本班常态：一份计划与另一份最多有{1}相同；超过{2}的才列出。说明什么，由你判断。",
        )
    };
    let count = found.plans.len().to_string();
    text.fill(
        lang,
        &[
            count,
            percent(similar.usual, lang),
            percent(similar.fence, lang),
        ],
    )
}

fn percent(share: f64, lang: Lang) -> String {
    let percent = format!("{:.0} %", share * 100.0);
    written_percent(&percent, lang).into_owned()
}
