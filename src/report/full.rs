//! The whole plan: for each step what is decided, what the numbers say, what stands behind it.

use super::decisions::{Measure, decisions};
use super::document::{
    Align, Block, Cell, Column, Document, Exact, Fact, Kind, Section, Shape, Span, Table,
};
use super::told::{Told, says};
use super::{findings, numbers};
use crate::catalogue::{self, Field, Kind as Holds, Shape as Form, Step};
use crate::figures::Unit;
use crate::plan::Path;
use crate::words::Text;

/// Lists that read best as tables, with their columns in order; the other fields of their rows
/// follow below, folded.
const TABLES: &[(&str, &[&str])] = &[
    ("plan.team", &["role", "name", "days_a_month", "vacant"]),
    ("plan.changes", &["date", "what", "why", "by"]),
    ("needs.sizing", &["what", "factor", "unit", "source"]),
    ("needs.swot", &["kind", "what", "rank", "answered_by"]),
    (
        "value.factors",
        &["name", "segment", "weight", "us", "rivals"],
    ),
    (
        "mix.objectives",
        &["statement", "baseline", "target", "unit", "by", "owner"],
    ),
    ("mix.milestones", &["objective", "by", "target", "actual"]),
    (
        "mix.actions",
        &["what", "lever", "owner", "starts", "ends", "cost", "status"],
    ),
    (
        "mix.budget",
        &["item", "lever", "quantity", "rate", "amount", "period"],
    ),
    (
        "mix.forecast",
        &[
            "scenario",
            "product",
            "segment",
            "period",
            "customers",
            "purchases",
            "price",
        ],
    ),
    (
        "mix.risks",
        &["risk", "likelihood", "impact", "response", "owner"],
    ),
    (
        "relationships.satisfaction",
        &[
            "segment",
            "measure",
            "expectation",
            "performance",
            "scale",
            "target",
            "date",
        ],
    ),
    (
        "relationships.groups",
        &[
            "name",
            "customers",
            "retention",
            "margin_rate",
            "acquisition_cost",
            "policy",
        ],
    ),
    (
        "relationships.accounts",
        &["name", "tier", "revenue_share", "probability", "volume"],
    ),
];

/// Fields that the head of the document says already.
const IN_HEAD: &[&str] = &[
    "title",
    "summary",
    "owner",
    "status",
    "starts",
    "ends",
    "organisation",
];

/// The whole plan as a document; with its findings, or without.
pub fn full(told: &Told<'_>, with_findings: bool) -> Document {
    let mut document = told.document(Shape::Flow);
    head(told, &mut document);
    document.push(summary(told, with_findings));
    let steps = Step::ALL.into_iter().skip(1).chain([Step::Plan]);
    for step in steps {
        let section = step_section(told, step, with_findings);
        if !section.blocks.is_empty() {
            document.push(section);
        }
    }
    document
}

/// The title, of whom it is, and what a reader wants to know first.
pub fn head(told: &Told<'_>, document: &mut Document) {
    document.subtitle = told.spans("plan.organisation");
    for key in ["owner", "status", "starts", "ends"] {
        let field = catalogue::field(&format!("plan.{key}"));
        let label = field.map_or("", |(_, field)| field.label.get(told.lang));
        document.fact(label, told.brief(&format!("plan.{key}"), 80));
    }
}

fn summary(told: &Told<'_>, with_findings: bool) -> Section {
    let mut section = Section::new("summary", Text::new("In short", "概要").get(told.lang));
    let said = told.spans("plan.summary");
    if says(&said) {
        section.push(Block::Paragraph(said));
    }
    let keys = numbers::table(told, super::one_page::key_figures(told).into_iter());
    if let Some(table) = keys {
        section.heading(Text::new("Key figures", "关键数字").get(told.lang));
        section.push(table);
    }
    if with_findings {
        section.push(Block::say(findings::left_open(told)));
    }
    section
}

fn step_section(told: &Told<'_>, step: Step, with_findings: bool) -> Section {
    let lang = told.lang;
    let title = match step.number() {
        0 => step.title().get(lang).to_owned(),
        number => format!("{number} {}", step.title().get(lang)),
    };
    let id = step.label().en;
    let mut section = Section::new(id, &title);
    let decided = decisions(told, step, Measure::WHOLE);
    if !decided.is_empty() {
        section.heading(Text::new("What we decide", "我们的决定").get(lang));
        section.blocks.extend(decided);
    }
    let charts: Vec<Block> = told
        .charts()
        .filter(|chart| chart.step == step)
        .map(Block::chart)
        .collect();
    let table = numbers::of_step(told, step);
    if table.is_some() || !charts.is_empty() {
        section.heading(Text::new("What the numbers say", "数字说明什么").get(lang));
        section.blocks.extend(table);
        section.blocks.extend(numbers::lacking(told, step));
        section.blocks.extend(charts);
    }
    let lists = catalogue::sections().filter(|it| it.step == step && it.path != "accept");
    for list in lists {
        section.blocks.extend(behind(told, list));
    }
    if with_findings {
        section.blocks.extend(findings::of_step(told, step));
    }
    section
}

/// What the plan says in one of its tables or lists.
fn behind(told: &Told<'_>, list: &'static catalogue::Section) -> Vec<Block> {
    let base = Path::parse(list.path);
    let columns = TABLES.iter().find(|(path, _)| *path == list.path);
    let mut blocks = match (list.shape, columns) {
        (Form::Table, _) => {
            let skip = if list.path == "plan" { IN_HEAD } else { &[] };
            facts(told, list, &base, skip).into_iter().collect()
        }
        (Form::Rows, Some((_, columns))) => table(told, list, &base, columns),
        (Form::Rows, None) => cards(told, list, &base),
    };
    if !blocks.is_empty() {
        let title = vec![Span::text(list.label.get(told.lang))];
        blocks.insert(0, Block::Heading(1, title));
    }
    blocks
}

/// The filled fields of a table or a row, but for some.
fn facts(told: &Told<'_>, list: &catalogue::Section, path: &Path, skip: &[&str]) -> Option<Block> {
    let wanted = |field: &&Field| field.kind != Holds::Slug && !skip.contains(&field.key);
    let facts = list.fields.iter().filter(wanted).filter_map(|field| {
        let value = told.value(&path.join(field.key), field)?;
        Fact::new(field.label.get(told.lang), value.spans)
    });
    let facts: Vec<Fact> = facts.collect();
    (!facts.is_empty()).then_some(Block::Facts(facts))
}

fn cards(told: &Told<'_>, list: &catalogue::Section, base: &Path) -> Vec<Block> {
    let mut blocks = Vec::new();
    for id in told.document.rows(base) {
        let path = base.join(id.as_str());
        let name = told.called(list, &path);
        let filled = |key: &&&str| {
            told.document
                .get(&path.join(**key))
                .is_some_and(|it| it.is_filled())
        };
        let caption: Vec<&str> = list
            .caption
            .iter()
            .find(filled)
            .copied()
            .into_iter()
            .collect();
        blocks.push(Block::Heading(2, name));
        blocks.extend(facts(told, list, &path, &caption));
    }
    blocks
}

fn table(
    told: &Told<'_>,
    list: &'static catalogue::Section,
    base: &Path,
    keys: &[&str],
) -> Vec<Block> {
    let rows: Vec<Path> = told
        .document
        .rows(base)
        .iter()
        .map(|id| base.join(id.as_str()))
        .collect();
    let fields = keys.iter().filter_map(|key| list.field(key));
    // A column that nobody filled says nothing.
    let fields: Vec<&Field> = fields
        .filter(|field| {
            rows.iter()
                .any(|row| told.value(&row.join(field.key), field).is_some())
        })
        .collect();
    if fields.is_empty() {
        return cards(told, list, base);
    }
    let columns = fields.iter().map(|field| column(told, field)).collect();
    let mut table = Table::new(columns);
    let mut more = Vec::new();
    for row in &rows {
        let cell = |field: &&Field| told.value(&row.join(field.key), field).unwrap_or_default();
        table.row(fields.iter().map(cell).collect());
        if let Some(rest) = facts(told, list, row, keys) {
            more.push(Block::Heading(2, told.called(list, row)));
            more.push(rest);
        }
    }
    if list.path == "mix.budget" {
        total(told, &mut table);
    }
    let mut blocks = vec![Block::Table(table)];
    if !more.is_empty() {
        let title = Text::new("More on each: {0}", "逐条补充：{0}");
        let title = told.say(title, &[list.label.get(told.lang)]);
        blocks.push(Block::Fold(vec![Span::text(title)], more));
    }
    blocks
}

fn column(told: &Told<'_>, field: &Field) -> Column {
    let kind = match field.kind {
        Holds::Number | Holds::Count | Holds::Scale(..) => Kind::Number,
        Holds::Money => Kind::Money,
        Holds::Percent => Kind::Percent,
        Holds::Date => Kind::Day,
        _ => Kind::Text,
    };
    Column::new(field.label.get(told.lang), kind)
}

/// The budget of the plan as the last row, where its lines have all got an amount: the same figure
/// that stands above.
fn total(told: &Told<'_>, table: &mut Table) {
    let figures = &told.ground.figures;
    let Some(figure) = figures.iter().find(|it| it.key == "budget") else {
        return;
    };
    let amount = |cell: &Cell| matches!(cell.exact, Some(Exact::Amount(_, Unit::Money)));
    let at = table.columns.iter().rposition(|it| it.kind == Kind::Money);
    let (Some(at), Some(result)) = (at, told.result(figure)) else {
        return;
    };
    if at == 0 || !table.rows.iter().all(|row| row.get(at).is_some_and(amount)) {
        return;
    }
    let mut row = vec![Cell::default(); table.columns.len()];
    if let Some(first) = row.first_mut() {
        let word = Text::new("Sum", "合计").get(told.lang);
        *first = Cell::of(vec![Span::text(word).strong()]);
    }
    if let Some(cell) = row.get_mut(at) {
        *cell = result;
    }
    if let Some(column) = table.columns.get_mut(at) {
        column.align = Align::End;
    }
    table.row(row);
    table.total = true;
}
