//! A word that the field does not offer.

use super::each;
use crate::catalogue::{Choice, Step};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::{Edit, ProblemKind};
use crate::words::{Lang, Text};

pub(super) const RULE: Rule = Rule {
    code: "F007",
    name: "unknown-choice",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Not one of the choices", "不在可选范围内"),
    why: Text::new(
        "A field with fixed words keeps plans comparable; with any other word the field counts as empty (the plan format).",
        "固定用词让各份计划可以比较；写了别的词，这一项就等于没填（计划文件格式）。",
    ),
    ask: Text::new(
        "Which of the words listed comes closest to what you mean?",
        "列出的词里，哪一个最接近你的意思？",
    ),
    page: include_str!("unknown_choice.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    each(context, sink, |problem, sink| {
        let ProblemKind::UnknownChoice {
            word,
            near,
            choices,
        } = &problem.kind
        else {
            return;
        };
        let meant = translated(word, choices).or(near.as_deref());
        let text = match meant {
            Some(_) => Text::new(
                "“{0}” is not a choice here: did you mean “{2}”? It can be {1}.",
                "这里不能填“{0}”，是想写“{2}”吗？可选：{1}。",
            ),
            None => Text::new(
                "“{0}” is not a choice here: it can be {1}.",
                "这里不能填“{0}”，可选：{1}。",
            ),
        };
        let finding = sink.at(&problem.path, problem.span, text, &[word]);
        let shown = finding.say.args.first().cloned().unwrap_or_default();
        let words = |lang| {
            let meant = meant.unwrap_or_default().to_owned();
            vec![shown.clone(), listed(choices, lang), meant]
        };
        finding.say.words(words(Lang::En), words(Lang::Zh));
        finding.fix = meant.map(|meant| {
            let place = problem.span.start..problem.span.end;
            Edit::splice(place, format!("\"{meant}\""))
        });
    })
}

/// The choice that a person wrote by its name on screen, in either language.
fn translated(word: &str, choices: &'static [Choice]) -> Option<&'static str> {
    let word = word.trim();
    choices
        .iter()
        .find(|choice| {
            [choice.key, choice.label.en, choice.label.zh]
                .iter()
                .any(|name| name.to_lowercase() == word.to_lowercase())
        })
        .map(|choice| choice.key)
}

/// All choices as a list; in Chinese each with its name.
fn listed(choices: &[Choice], lang: Lang) -> String {
    let words: Vec<String> = choices
        .iter()
        .map(|choice| match lang {
            Lang::En => choice.key.to_owned(),
            Lang::Zh => format!("{}（{}）", choice.key, choice.label.zh),
        })
        .collect();
    match (lang, words.split_last()) {
        (Lang::En, Some((last, rest))) if !rest.is_empty() => {
            format!("{} or {last}", rest.join(", "))
        }
        (Lang::En, _) => words.join(", "),
        (Lang::Zh, _) => words.join("、"),
    }
}
