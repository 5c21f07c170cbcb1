//! What a teacher sees of a class: who handed in what, which rules fire most, which levels are
//! proposed and given.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Graded, Task, points, proposed};
use crate::catalogue::Step;
use crate::charts::{Chart, chart};
use crate::checks::{Rule, Severity};
use crate::classroom::student::Student;
use crate::figures::Unit;
use crate::report::{Block, Cell, Column, Document, Kind, Section, Shape, Span, Table};
use crate::words::{Lang, Text};

/// So many rules are shown, those that fire in most plans first.
const RULES: usize = 15;

/// The summary of a class; `missing` handed in nothing.
pub fn summary(graded: &[Graded], missing: &[Student], task: &Task<'_>, lang: Lang) -> Document {
    let title = match task.exercise {
        Some(exercise) => exercise.title.get(lang),
        None => task.rubric.title.get(lang),
    };
    let mut document = Document::new(lang, Shape::Flow, title);
    let text = Text::new("The class", "全班情况");
    document.subtitle = vec![Span::text(text.get(lang))];
    facts(&mut document, graded, missing, task, lang);
    let mut note = Section::new(
        "note",
        Text::new("How to read this", "怎样读这份汇总").get(lang),
    );
    let text = Text::new(
        "Levels are proposed from what rules can see; they are no grade. Only what the teacher gives is one, and the two are never added.",
        "等级是根据规则所见提出的建议，不是成绩；成绩只看教师给分，两者互不相加。",
    );
    note.push(Block::say(text.get(lang)));
    document.push(note);
    let looks = [
        matters(graded, missing, lang),
        Some(students(graded, task, lang)),
        levels(graded, task, lang),
        rules(graded, lang),
        answers(graded, lang),
    ];
    looks.into_iter().flatten().for_each(|it| document.push(it));
    document
}

/// Rules with the number of plans in which each finds something, the most frequent first.
pub fn firing(graded: &[Graded]) -> Vec<(&'static Rule, usize)> {
    let mut counts: BTreeMap<&str, (&'static Rule, usize)> = BTreeMap::new();
    for one in graded {
        let mut codes: Vec<_> = one.report.open().map(|it| it.rule).collect();
        codes.sort_by_key(|it| it.code);
        codes.dedup_by_key(|it| it.code);
        for rule in codes {
            counts.entry(rule.code).or_insert((rule, 0)).1 += 1;
        }
    }
    let mut firing: Vec<_> = counts.into_values().collect();
    firing.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), rule.code));
    firing
}

fn facts(
    document: &mut Document,
    graded: &[Graded],
    missing: &[Student],
    task: &Task<'_>,
    lang: Lang,
) {
    let sound = graded.iter().filter(|it| !it.proposals.is_empty()).count();
    let marked = graded
        .iter()
        .filter(|it| it.marked.total(task.rubric).is_some())
        .count();
    let late = graded.iter().filter(|it| it.handed.is_late()).count();
    let counts = [
        (Text::new("Handed in", "已交"), graded.len()),
        (Text::new("Can be graded", "可评"), sound),
        (
            Text::new("Cannot be graded", "无法评"),
            graded.len() - sound,
        ),
        (Text::new("Late", "迟交"), late),
        (Text::new("Nothing handed in", "未交"), missing.len()),
        (
            Text::new("Marked in full by the teacher", "教师已评完"),
            marked,
        ),
    ];
    for (label, count) in counts {
        document.fact(label.get(lang), vec![Span::text(count.to_string())]);
    }
}

/// Files that need a look, and who handed in nothing.
fn matters(graded: &[Graded], missing: &[Student], lang: Lang) -> Option<Section> {
    let text = |en, zh| Text::new(en, zh).get(lang);
    let mut table = Table::new(vec![
        Column::text(text("Student", "学生")),
        Column::text(text("File", "文件")),
        Column::text(text("What is the matter", "情况")),
    ]);
    for one in graded.iter().filter(|it| !it.handed.matters.is_empty()) {
        let said: Vec<String> = one.handed.matters.iter().map(|it| it.say(lang)).collect();
        table.row(vec![
            Cell::author(&one.handed.student.name),
            Cell::author(&one.handed.file),
            Cell::author(said.join(if lang == Lang::En { " " } else { "" })),
        ]);
    }
    for student in missing {
        table.row(vec![
            Cell::author(&student.name),
            Cell::default(),
            Cell::text(text("Nothing handed in.", "没有提交。")),
        ]);
    }
    if table.rows.is_empty() {
        return None;
    }
    let mut section = Section::new("look", text("Needs a look", "需要留意"));
    section.push(Block::Table(table));
    Some(section)
}

fn students(graded: &[Graded], task: &Task<'_>, lang: Lang) -> Section {
    let text = |en, zh| Text::new(en, zh).get(lang);
    let mut section = Section::new("students", text("Students", "学生"));
    let mut table = Table::new(vec![
        Column::text(text("Student", "学生")),
        Column::number(text("Automatic points (proposal)", "自动得分（建议）")),
        Column::number(text("of", "满分")),
        Column::number(text("Teacher's points", "教师给分")),
        Column::number(text("Errors", "错误")),
        Column::number(text("Warnings", "警告")),
        Column::new(text("Looked at", "检查覆盖"), Kind::Percent),
        Column::number(text("Answers to judge", "待评答复")),
    ]);
    let number = |value: Decimal| Cell::number(value.round_dp(2).normalize());
    for one in graded.iter().filter(|it| !it.proposals.is_empty()) {
        let (sum, most) = proposed(&one.proposals, task.rubric);
        let share = one.coverage().map(|it| it.round_dp(2));
        table.row(vec![
            Cell::author(&one.handed.student.name),
            number(sum),
            number(most),
            one.marked
                .total(task.rubric)
                .map_or_else(Cell::default, number),
            Cell::number(one.open(Severity::Error).into()),
            Cell::number(one.open(Severity::Warning).into()),
            share.map_or_else(Cell::default, |it| Cell::amount(it, Unit::Rate, "", lang)),
            Cell::number(one.unjudged().into()),
        ]);
    }
    section.push(Block::Table(table));
    section
}

/// How many plans have each level, criterion by criterion: proposed, and given where marks are.
fn levels(graded: &[Graded], task: &Task<'_>, lang: Lang) -> Option<Section> {
    if graded.iter().all(|it| it.proposals.is_empty()) {
        return None;
    }
    let text = |en, zh| Text::new(en, zh).get(lang);
    let mut section = Section::new("levels", text("Levels", "等级分布"));
    let proposed = |one: &Graded, code: &str| one.proposal(code).and_then(|it| it.level);
    let given = |one: &Graded, code: &str| {
        let level = one.marked.levels.get(code);
        level.and_then(|it| task.rubric.level(it))
    };
    let title = text("Levels proposed", "建议等级");
    section.push(Block::chart(distribution(
        "levels-proposed",
        title,
        graded,
        task,
        lang,
        proposed,
    )));
    if graded.iter().any(|it| it.marked.given(task.rubric) > 0) {
        let title = text("Levels given", "教师评级");
        section.push(Block::chart(distribution(
            "levels-given",
            title,
            graded,
            task,
            lang,
            given,
        )));
    }
    Some(section)
}

fn distribution(
    key: &'static str,
    title: &str,
    graded: &[Graded],
    task: &Task<'_>,
    lang: Lang,
    level: impl Fn(&Graded, &str) -> Option<usize>,
) -> Chart {
    let rubric = task.rubric;
    let count = |code: &str, wanted: usize| {
        let levels = graded.iter().filter_map(|one| level(one, code));
        levels.filter(|it| *it == wanted).count()
    };
    let codes = || rubric.criteria.iter().map(|it| it.code.as_str());
    // A level that nobody has would only take a pattern from one that somebody has.
    let used: Vec<(usize, &str)> = (rubric.levels.iter().enumerate())
        .filter(|(at, _)| codes().any(|code| count(code, *at) > 0))
        .map(|(at, it)| (at, it.name.get(lang)))
        .collect();
    let mut rows = Vec::new();
    let mut notes = Vec::new();
    for criterion in &rubric.criteria {
        let counts: Vec<usize> = (used.iter())
            .map(|(at, _)| count(&criterion.code, *at))
            .collect();
        let told: Vec<String> = (used.iter().zip(&counts))
            .map(|((_, name), count)| format!("{name} {count}"))
            .collect();
        let label = format!("{} {}", criterion.code, criterion.name.get(lang));
        let between = if lang == Lang::En { ", " } else { "，" };
        let said = Text::new("{0}: {1}", "{0}：{1}");
        notes.push(chart::Note {
            mark: chart::mark(notes.len()),
            text: said.fill(lang, &[label, told.join(between)]),
            path: String::new(),
        });
        rows.push(chart::Bar {
            label: criterion.code.clone(),
            values: counts.iter().map(|it| Decimal::from(*it)).collect(),
            shown: vec![counts.iter().sum::<usize>().to_string()],
            note: Some(notes.len() - 1),
        });
    }
    let question = Text::new(
        "Where does the class stand, criterion by criterion?",
        "全班在每一项上处于哪一级？",
    );
    let series = used.iter().map(|(_, name)| (*name).to_owned()).collect();
    bars(
        key,
        title,
        question,
        (series, rows, chart::Form::Stacked),
        notes,
        lang,
    )
}

fn bars(
    key: &'static str,
    title: &str,
    question: Text,
    (series, rows, form): (Vec<String>, Vec<chart::Bar>, chart::Form),
    notes: Vec<chart::Note>,
    lang: Lang,
) -> Chart {
    Chart {
        key,
        step: Step::Plan,
        title: title.to_owned(),
        question: question.get(lang).to_owned(),
        lang,
        body: Ok(chart::Body::Bars(chart::Bars { series, rows, form })),
        notes,
        remarks: Vec::new(),
    }
}

/// The rules that find something in most plans.
fn rules(graded: &[Graded], lang: Lang) -> Option<Section> {
    let firing = firing(graded);
    if firing.is_empty() {
        return None;
    }
    let text = |en, zh| Text::new(en, zh).get(lang);
    let mut section = Section::new("rules", text("What is found most", "最常见的问题"));
    let sound = graded.iter().filter(|it| !it.proposals.is_empty()).count();
    let sound = sound.to_string();
    let mut rows = Vec::new();
    let mut notes = Vec::new();
    for (rule, count) in firing.iter().take(RULES) {
        let said = Text::new("{0} {1}: in {2} of {3} plans", "{0} {1}：{3}份中有{2}份");
        let args = [rule.code, rule.title.get(lang), &count.to_string(), &sound];
        notes.push(chart::Note {
            mark: chart::mark(notes.len()),
            text: said.fill(lang, &args),
            path: String::new(),
        });
        rows.push(chart::Bar {
            label: rule.code.to_owned(),
            values: vec![Decimal::from(*count)],
            shown: vec![count.to_string()],
            note: Some(notes.len() - 1),
        });
    }
    let question = Text::new("What should the next lesson be about?", "下一课该讲什么？");
    let title = text("Rules by the number of plans", "各规则命中的计划数");
    let data = (vec![title.to_owned()], rows, chart::Form::Beside);
    section.push(Block::chart(bars(
        "rules-firing",
        title,
        question,
        data,
        notes,
        lang,
    )));
    Some(section)
}

/// The answers that students gave, for the teacher to judge.
fn answers(graded: &[Graded], lang: Lang) -> Option<Section> {
    let text = |en, zh| Text::new(en, zh).get(lang);
    let mut table = Table::new(vec![
        Column::text(text("Student", "学生")),
        Column::text(text("Finding", "问题")),
        Column::text(text("The student's reason", "学生的理由")),
        Column::text(text("Judged", "评议")),
    ]);
    for one in graded {
        for (finding, answer) in one.report.answered() {
            let verdict = one.marked.verdict(finding);
            table.row(vec![
                Cell::author(&one.handed.student.name),
                Cell::text(format!("{} {}", finding.rule.code, finding.message(lang))),
                Cell::author(&answer.reason),
                Cell::text(verdict.map_or("", |it| it.label().get(lang))),
            ]);
        }
    }
    if table.rows.is_empty() {
        return None;
    }
    let mut section = Section::new("answers", text("Answers to judge", "待评的答复"));
    section.push(Block::Table(table));
    Some(section)
}

/// A line for each student, as the terminal shows it: the name, the proposal, what is the matter.
pub fn line(one: &Graded, task: &Task<'_>, lang: Lang) -> String {
    if one.proposals.is_empty() {
        let said: Vec<String> = one.handed.matters.iter().map(|it| it.say(lang)).collect();
        return said.join(" ");
    }
    let (sum, most) = proposed(&one.proposals, task.rubric);
    let text = Text::new("proposed {0} of {1}", "建议{0}/{1}");
    let mut parts = vec![text.fill(lang, &[points(sum), points(most)])];
    if let Some(total) = one.marked.total(task.rubric) {
        let text = Text::new("given {0}", "教师给分{0}");
        parts.push(text.fill(lang, &[points(total)]));
    }
    parts.extend(one.handed.matters.iter().map(|it| it.say(lang)));
    parts.join(" · ")
}
