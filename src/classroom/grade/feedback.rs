//! What a student gets back: the proposal and the teacher's words, criterion by criterion.

use std::collections::BTreeMap;

use super::since::since;
use super::{Cap, Graded, Proposal, Task, points, proposed};
use crate::checks::{Finding, Rule, Severity};
use crate::classroom::{Criterion, Rubric};
use crate::report::{Answer, Block, Callout, Cell, Column, Document, Section, Shape, Span, Table};
use crate::words::{Lang, Text};

/// So many findings are named as the ones to begin with.
const FIRST: usize = 3;

/// The feedback for one student.
pub fn feedback(graded: &Graded, task: &Task<'_>, lang: Lang) -> Document {
    let mut document = Document::new(lang, Shape::Flow, &spoken(&graded.handed.student.name));
    let of = match task.exercise {
        Some(exercise) => exercise.title.get(lang),
        None => task.rubric.title.get(lang),
    };
    document.subtitle = vec![Span::text(of)];
    facts(&mut document, graded, task, lang);
    document.push(standing(graded, task, lang));
    if let Some(section) = steps(graded, task, lang) {
        document.push(section);
    }
    if let Some(review) = &graded.since {
        document.push(since(review, lang));
    }
    if !graded.proposals.is_empty() {
        let mut section = Section::new("criteria", CRITERIA.get(lang));
        for criterion in &task.rubric.criteria {
            blocks(&mut section, criterion, graded, task.rubric, lang);
        }
        document.push(section);
    }
    if let Some(section) = others(graded, task.rubric, lang) {
        document.push(section);
    }
    document
}

const CRITERIA: Text = Text::new("Criterion by criterion", "逐项说明");

fn facts(document: &mut Document, graded: &Graded, task: &Task<'_>, lang: Lang) {
    let label = |text: Text| text.get(lang);
    document.fact(
        label(Text::new("File", "文件")),
        vec![Span::author(&graded.handed.file)],
    );
    if graded.proposals.is_empty() {
        return;
    }
    let (sum, most) = proposed(&graded.proposals, task.rubric);
    let of = Text::new("{0} of {1} points", "{0}分（满分{1}）");
    let told = of.fill(lang, &[points(sum), points(most)]);
    let automatic = Text::new("Proposed by the rules, not a grade", "规则建议，不是成绩");
    document.fact(label(automatic), vec![Span::text(told)]);
    let given = match graded.marked.total(task.rubric) {
        Some(total) => of.fill(lang, &[points(total), "100".to_owned()]),
        None => Text::new("{0} of {1} criteria marked so far", "已评{0}项，共{1}项").fill(
            lang,
            &[
                graded.marked.given(task.rubric).to_string(),
                task.rubric.criteria.len().to_string(),
            ],
        ),
    };
    document.fact(
        label(Text::new("Given by the teacher", "教师评分")),
        vec![Span::text(given)],
    );
}

/// What is the matter with the file, the teacher's note, and the table of all criteria.
fn standing(graded: &Graded, task: &Task<'_>, lang: Lang) -> Section {
    let title = Text::new("At a glance", "概览");
    let mut section = Section::new("glance", title.get(lang));
    let matters = graded.handed.matters.iter();
    for matter in matters.filter(|it| !it.is_for_teacher()) {
        let severity = if matter.stops() {
            Severity::Error
        } else {
            Severity::Warning
        };
        section.push(notice(Some(severity), matter.say(lang)));
    }
    if graded.proposals.is_empty() {
        let text = Text::new(
            "So nothing was judged in this file.",
            "因此这份文件没有评议。",
        );
        let next = graded.handed.matters.iter().find_map(|it| it.next(lang));
        let gap = if lang == Lang::En { " " } else { "" };
        let said = [text.get(lang), next.unwrap_or_default()].join(gap);
        section.push(Block::say(said.trim()));
        return section;
    }
    if graded.marked.total(task.rubric).is_none() {
        let text = Text::new(
            "This is a proposal from what rules can see. They see gaps, not ideas: your teacher reads the plan and decides.",
            "这里是根据规则所见给出的建议。规则看得到缺口，看不到见解：由教师通读计划后评定。",
        );
        section.push(notice(None, text.get(lang).to_owned()));
    }
    if !graded.marked.note.trim().is_empty() {
        section.push(Block::Paragraph(vec![
            Span::author(&graded.marked.note).strong(),
        ]));
    }
    section.push(Block::Table(glance(graded, task.rubric, lang)));
    section
}

fn notice(severity: Option<Severity>, text: String) -> Block {
    Block::Callout(Callout {
        severity,
        code: String::new(),
        title: vec![Span::text(text)],
        text: Vec::new(),
        answer: None,
    })
}

/// What holds, and what to begin with: nobody mends twenty things at once.
fn steps(graded: &Graded, task: &Task<'_>, lang: Lang) -> Option<Section> {
    let t = |en, zh| Text::new(en, zh).get(lang);
    let mut looked: BTreeMap<&str, &Rule> = BTreeMap::new();
    for rule in task.rubric.criteria.iter().flat_map(|it| &it.rules) {
        if graded.report.has_looked(rule) {
            looked.insert(rule.code, rule);
        }
    }
    if graded.proposals.is_empty() || looked.is_empty() {
        return None;
    }
    let mut open: Vec<&Finding> = graded.report.open().collect();
    let quiet = |code: &&str| open.iter().all(|it| it.rule.code != *code);
    let quiet = looked.keys().filter(|it| quiet(it)).count();
    let mut section = Section::new(
        "first",
        t("What holds, and what comes first", "哪些站得住，先改哪些"),
    );
    let text = Text::new(
        "{0} of the {1} rules that could look at your plan found nothing to mend.",
        "能检查你这份计划的规则有{1}条，其中{0}条没有发现要改的地方。",
    );
    let counts = [quiet, looked.len()].map(|it| it.to_string());
    section.push(Block::say(text.fill(lang, &counts)));
    if open.is_empty() {
        return Some(section);
    }
    // The worst first; of equals what the exercise is about.
    let is_asked = |it: &Finding| {
        task.exercise
            .is_none_or(|exercise| exercise.is_about(it.rule))
    };
    open.sort_by_key(|it| (it.severity, !is_asked(it)));
    open.dedup_by_key(|it| it.rule.code);
    section.push(Block::say(t("Begin with this:", "先从这里开始：")));
    let gap = if lang == Lang::En { " " } else { "" };
    let item = |it: &&Finding| {
        let ask = format!("{gap}{}", it.rule.ask.get(lang));
        vec![Span::text(it.message(lang)), Span::text(ask).strong()]
    };
    section.push(Block::List(
        true,
        open.iter().take(FIRST).map(item).collect(),
    ));
    Some(section)
}

/// All criteria with the two kinds of points apart.
fn glance(graded: &Graded, rubric: &Rubric, lang: Lang) -> Table {
    let text = |en, zh| Column::text(Text::new(en, zh).get(lang));
    let number = |en, zh| Column::number(Text::new(en, zh).get(lang));
    let mut table = Table::new(vec![
        text("Criterion", "评分项"),
        number("Points", "分值"),
        text("Proposed", "建议等级"),
        number("Automatic points", "自动得分"),
        text("Looked at", "检查覆盖"),
        text("Given", "教师评级"),
        number("Teacher's points", "教师给分"),
    ]);
    for criterion in &rubric.criteria {
        let proposal = graded.proposal(&criterion.code);
        let level = proposal.and_then(|it| rubric.levels.get(it.level?));
        let given = graded.marked.level(&criterion.code, rubric);
        let number = |value: Option<_>| value.map_or_else(Cell::default, points_cell);
        table.row(vec![
            Cell::text(title(criterion, lang)),
            points_cell(criterion.points),
            Cell::text(level.map_or("–", |it| it.name.get(lang))),
            number(proposal.and_then(|it| it.points(rubric))),
            Cell::text(proposal.map_or_else(String::new, |it| it.coverage(lang))),
            Cell::text(given.map_or("", |it| it.name.get(lang))),
            number(graded.marked.points(&criterion.code, rubric)),
        ]);
    }
    table
}

fn points_cell(value: rust_decimal::Decimal) -> Cell {
    Cell::number(value.round_dp(2).normalize())
}

fn title(criterion: &Criterion, lang: Lang) -> String {
    format!("{} {}", criterion.code, criterion.name.get(lang))
}

/// What is said of one criterion.
fn blocks(
    section: &mut Section,
    criterion: &Criterion,
    graded: &Graded,
    rubric: &Rubric,
    lang: Lang,
) {
    let Some(proposal) = graded.proposal(&criterion.code) else {
        return;
    };
    section.heading(&title(criterion, lang));
    let given = graded
        .marked
        .levels
        .get(&criterion.code)
        .and_then(|it| rubric.level(it));
    if let Some(at) = given {
        let text = Text::new("From your teacher: {0}.", "教师评级：{0}。");
        let name = rubric.levels.get(at).map_or("", |it| it.name.get(lang));
        let wording = criterion.wording(rubric, at).map_or("", |it| it.get(lang));
        let gap = if lang == Lang::En { " " } else { "" };
        let said = text.fill(lang, &[name]);
        section.push(Block::Paragraph(vec![
            Span::text(format!("{said}{gap}")).strong(),
            Span::text(wording),
        ]));
    }
    if let Some(comment) = graded.marked.comments.get(&criterion.code) {
        section.push(Block::Paragraph(vec![Span::author(comment)]));
    }
    section.push(Block::Paragraph(vec![
        Span::text(Text::new("From the rules: ", "规则所见：").get(lang)).strong(),
        Span::text(told(proposal, given.is_some(), rubric, lang)),
    ]));
    if let Some(up) = given.or(proposal.level).and_then(|at| at.checked_sub(1))
        && let (Some(level), Some(wording)) = (rubric.levels.get(up), criterion.wording(rubric, up))
    {
        let text = Text::new("One level up ({0}): {1}", "上一级（{0}）：{1}");
        section.push(Block::say(
            text.fill(lang, &[level.name.get(lang), wording.get(lang)]),
        ));
    }
    findings(section, graded, proposal, rubric, lang);
}

/// A name as people say it: a list of a class begins with the family's.
fn spoken(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first)) if !first.contains(',') => format!("{first} {last}"),
        _ => name.to_owned(),
    }
}

/// What the rules say of a criterion, said to the student; [`Proposal::why`] says it to the teacher.
///
/// What the teacher has given already stands above it, so then no more than what was seen is said.
fn told(proposal: &Proposal, is_given: bool, rubric: &Rubric, lang: Lang) -> String {
    let name = |at: usize| rubric.levels.get(at).map_or("", |it| it.name.get(lang));
    let caps = &proposal.caps;
    let is_found = |it: &Cap| matches!(it, Cap::Errors(_) | Cap::Warnings(_));
    let text = match (proposal.level.is_some(), is_given) {
        (false, false) => Text::new(
            "They cannot see this; your teacher judges it.",
            "这一项规则看不到，由教师评定。",
        ),
        (false, true) => Text::new("They cannot see this.", "这一项规则看不到。"),
        (true, false) if caps.is_empty() => Text::new(
            "Nothing that they found stands against “{0}”. Whether it is reached is for your teacher to judge.",
            "没有发现妨碍评为“{0}”的问题；是否达到，由教师评定。",
        ),
        (true, true) if caps.is_empty() => Text::new(
            "Nothing that they found stands against “{0}”.",
            "没有发现妨碍评为“{0}”的问题。",
        ),
        (true, true) => Text::new(
            "By what they see, at most “{0}”: {1}.",
            "只看规则，最高“{0}”：{1}。",
        ),
        (true, false) if caps.iter().any(is_found) => Text::new(
            "As it stands, at most “{0}”: {1}. Mend what stands below, or answer it with a reason, and more is open to you.",
            "目前最高“{0}”：{1}。请修改下面各条，或写明理由作答，上限就会提高。",
        ),
        (true, false) => Text::new(
            "As it stands, at most “{0}”: {1}. Write more of this part, and more is open to you.",
            "目前最高“{0}”：{1}。请把这部分写充实，上限就会提高。",
        ),
    };
    let said: Vec<String> = caps.iter().map(|it| it.say(lang)).collect();
    let between = Text::new("; ", "；").get(lang);
    let level = name(if caps.is_empty() { 0 } else { proposal.ceiling });
    text.fill(lang, &[level, &said.join(between)])
}

fn findings(
    section: &mut Section,
    graded: &Graded,
    proposal: &Proposal,
    rubric: &Rubric,
    lang: Lang,
) {
    let unanswered = proposal
        .open
        .iter()
        .filter(|at| !proposal.answered.contains(at));
    for finding in unanswered.filter_map(|at| graded.report.findings.get(*at)) {
        section.push(Block::Callout(callout(finding, lang)));
    }
    for finding in proposal
        .answered
        .iter()
        .filter_map(|at| graded.report.findings.get(*at))
    {
        let mut callout = callout(finding, lang);
        let verdict = graded.marked.verdict(finding);
        let said = verdict.map_or_else(
            || Text::new("not judged yet", "尚未评议"),
            super::Verdict::label,
        );
        let text = Text::new("Your answer is {0}.", "你的答复：{0}。");
        callout.text = vec![Span::text(text.fill(lang, &[said.get(lang)]))];
        section.push(Block::Callout(callout));
    }
    if proposal.unconvinced > proposal.ceiling {
        let text = Text::new(
            "If the answers do not convince: at most “{0}”.",
            "如果答复不被认可：最高“{0}”。",
        );
        let name = rubric
            .levels
            .get(proposal.unconvinced)
            .map_or("", |it| it.name.get(lang));
        section.push(Block::say(text.fill(lang, &[name])));
    }
}

/// A finding with the question that repairs it, and the student's answer.
fn callout(finding: &Finding, lang: Lang) -> Callout {
    let answer = finding.answered.as_ref().map(|it| Answer {
        reason: vec![Span::author(&it.reason)],
        by: it.by.iter().map(Span::author).collect(),
        until: it.until,
    });
    Callout {
        severity: Some(finding.severity),
        code: finding.rule.code.to_owned(),
        title: vec![Span::text(finding.message(lang))],
        text: vec![Span::text(finding.rule.ask.get(lang))],
        answer,
    }
}

/// Findings behind which no criterion stands: about the file, and about answers.
fn others(graded: &Graded, rubric: &Rubric, lang: Lang) -> Option<Section> {
    let others: Vec<&Finding> = (graded.report.open())
        .filter(|it| rubric.behind(it.rule).is_none())
        .collect();
    if others.is_empty() {
        return None;
    }
    let title = Text::new("Besides", "其他");
    let mut section = Section::new("besides", title.get(lang));
    for finding in others {
        section.push(Block::Callout(callout(finding, lang)));
    }
    Some(section)
}
