//! Reading a plan: a typed [`Plan`] beside every problem found. Never fails.

use std::collections::HashSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ids::{Ids, id_of};
use super::markers::{self, Marked};
use super::path::Path;
use super::problem::{Problem, ProblemKind, syntax_problems};
use super::record::{FromTable, Record, Span, decimal};
use super::records::*;
use super::rows::is_id;
use crate::catalogue::{self, Field, Kind, Section, Shape};

/// A plan as it could be read: what is missing or does not fit is empty.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)]
pub struct Plan<'a> {
    /// The format that the file says it has.
    pub format: Option<i64>,
    pub frame: Frame<'a>,
    pub interests: Interests<'a>,
    pub assumptions: Vec<Assumption<'a>>,
    pub stakeholders: Vec<Stakeholder<'a>>,
    pub team: Vec<TeamRole<'a>>,
    pub changes: Vec<Change<'a>>,
    pub references: Vec<Reference<'a>>,
    pub market: Market<'a>,
    pub sizing: Vec<SizingStep<'a>>,
    pub customer_needs: Vec<CustomerNeed<'a>>,
    pub evidence: Vec<Evidence<'a>>,
    pub alternatives: Vec<Alternative<'a>>,
    pub forces: Vec<MarketForce<'a>>,
    pub swot: Vec<Swot<'a>>,
    pub buying_steps: Vec<BuyingStep<'a>>,
    pub targeting: Targeting<'a>,
    pub segments: Vec<Segment<'a>>,
    pub personas: Vec<Persona<'a>>,
    pub propositions: Vec<Proposition<'a>>,
    pub benefits: Vec<Benefit<'a>>,
    pub costs: Vec<CustomerCost<'a>>,
    pub factors: Vec<Factor<'a>>,
    pub map: PositioningMap<'a>,
    pub customer_view: CustomerView<'a>,
    pub products: Vec<Product<'a>>,
    pub channels: Vec<Channel<'a>>,
    pub messages: Vec<Message<'a>>,
    pub promotions: Vec<Promotion<'a>>,
    pub objectives: Vec<Objective<'a>>,
    pub milestones: Vec<Milestone<'a>>,
    pub actions: Vec<Action<'a>>,
    pub totals: Totals<'a>,
    pub budget: Vec<BudgetLine<'a>>,
    pub forecast: Vec<ForecastLine<'a>>,
    pub risks: Vec<Risk<'a>>,
    pub care: Care<'a>,
    pub programmes: Vec<Programme<'a>>,
    pub touchpoints: Vec<Touchpoint<'a>>,
    pub satisfaction: Vec<Satisfaction<'a>>,
    pub partners: Vec<Partner<'a>>,
    pub revenue_streams: Vec<RevenueStream<'a>>,
    pub value_capture: ValueCapture<'a>,
    pub groups: Vec<Group<'a>>,
    pub accounts: Vec<Account<'a>>,
    pub answers: Vec<Answer<'a>>,
}

/// What came of reading a text.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// Whatever could be read.
    pub plan: Plan<'a>,
    /// Whatever could not, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Reading<'_> {
    /// Whether the TOML itself is sound, so that the file can be edited.
    pub fn is_sound(&self) -> bool {
        self.broken().is_none()
    }

    /// The first byte of a syntax error, if there is one.
    pub fn broken(&self) -> Option<usize> {
        let mut broken = self.problems.iter().filter(|it| it.kind.breaks());
        broken.next().map(|problem| problem.span.start)
    }

    /// Whether a newer farsight wrote the file: it is shown, not edited.
    pub fn is_newer(&self) -> bool {
        self.plan
            .format
            .is_some_and(|format| format > catalogue::FORMAT)
    }
}

/// Reads a plan's text.
pub fn read(text: &str) -> Reading<'_> {
    let marked = markers::conflicts(text);
    if !marked.is_empty() {
        return undecided(&marked);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut root = table.into_inner();
    let mut problems = syntax_problems(text, errors);
    problems.extend(super::problem::dialect_problems(text));
    let ids = Ids::collect(&root);
    let mut walk = Walk {
        ids: &ids,
        problems,
        path: Vec::new(),
    };
    walk.root(&root);
    let mut problems = walk.problems;
    problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
    let plan = Plan::take(&mut root);
    Reading { plan, problems }
}

/// A text with two readings: nothing of it counts before somebody has decided.
///
/// [`Document`](super::Document) shows our reading of it.
fn undecided<'a>(marked: &[Marked]) -> Reading<'a> {
    let nothing: &'a str = "";
    let (table, _) = DeTable::parse_recoverable(nothing);
    let problem = |it: &Marked| Problem {
        kind: ProblemKind::Conflict {
            at: it.path().map(str::to_owned),
        },
        path: String::new(),
        span: it.head.clone().into(),
    };
    Reading {
        plan: Plan::take(&mut table.into_inner()),
        problems: marked.iter().map(problem).collect(),
    }
}

/// The table at a section's path, found as by [`Ids`].
fn lookup_mut<'t, 'a>(
    root: &'t mut DeTable<'a>,
    path: &str,
) -> Option<&'t mut Spanned<DeValue<'a>>> {
    fn inside<'t, 'a>(
        table: &'t mut DeTable<'a>,
        name: &str,
    ) -> Option<&'t mut Spanned<DeValue<'a>>> {
        let mut all = table.iter_mut();
        all.find_map(|(key, value)| (key.get_ref() == name).then_some(value))
    }
    let mut names = path.split('.');
    let mut value = inside(root, names.next()?)?;
    for name in names {
        value = match value.get_mut() {
            DeValue::Table(table) => inside(table, name)?,
            _ => return None,
        };
    }
    Some(value)
}

impl<'a> Plan<'a> {
    fn take(root: &mut DeTable<'a>) -> Plan<'a> {
        fn table<'a, T: FromTable<'a> + Record + Default>(root: &mut DeTable<'a>) -> T {
            let Some(value) = lookup_mut(root, T::SECTION) else {
                return T::default();
            };
            let span = value.span().into();
            match value.get_mut() {
                DeValue::Table(table) => T::from_table(table, span, 0),
                _ => T::default(),
            }
        }
        fn rows<'a, T: FromTable<'a> + Record>(root: &mut DeTable<'a>) -> Vec<T> {
            let Some(value) = lookup_mut(root, T::SECTION) else {
                return Vec::new();
            };
            let DeValue::Array(items) = value.get_mut() else {
                return Vec::new();
            };
            items
                .iter_mut()
                .enumerate()
                .filter_map(|(at, item)| {
                    let span = item.span().into();
                    match item.get_mut() {
                        DeValue::Table(table) => Some(T::from_table(table, span, at + 1)),
                        _ => None,
                    }
                })
                .collect()
        }
        Plan {
            format: root.get("farsight").and_then(|value| {
                value
                    .get_ref()
                    .as_integer()
                    .and_then(|whole| whole.as_str().parse().ok())
            }),
            frame: table(root),
            interests: table(root),
            assumptions: rows(root),
            stakeholders: rows(root),
            team: rows(root),
            changes: rows(root),
            references: rows(root),
            market: table(root),
            sizing: rows(root),
            customer_needs: rows(root),
            evidence: rows(root),
            alternatives: rows(root),
            forces: rows(root),
            swot: rows(root),
            buying_steps: rows(root),
            targeting: table(root),
            segments: rows(root),
            personas: rows(root),
            propositions: rows(root),
            benefits: rows(root),
            costs: rows(root),
            factors: rows(root),
            map: table(root),
            customer_view: table(root),
            products: rows(root),
            channels: rows(root),
            messages: rows(root),
            promotions: rows(root),
            objectives: rows(root),
            milestones: rows(root),
            actions: rows(root),
            totals: table(root),
            budget: rows(root),
            forecast: rows(root),
            risks: rows(root),
            care: table(root),
            programmes: rows(root),
            touchpoints: rows(root),
            satisfaction: rows(root),
            partners: rows(root),
            revenue_streams: rows(root),
            value_capture: table(root),
            groups: rows(root),
            accounts: rows(root),
            answers: rows(root),
        }
    }

    /// Whether the author marked a field as looked for and not known: its path, that of its row
    /// or of its whole section stands in `plan.unknown`.
    pub fn is_unknown(&self, path: &str) -> bool {
        self.frame.unknown.iter().any(|unknown| {
            path.strip_prefix(unknown.value.as_ref())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }
}

/// The pass over the file that holds every key and value against the catalogue.
struct Walk<'t> {
    ids: &'t Ids<'t>,
    problems: Vec<Problem>,
    /// The names on the way to where the walk stands.
    path: Vec<String>,
}

impl Walk<'_> {
    fn problem(&mut self, kind: ProblemKind, key: &str, span: std::ops::Range<usize>) {
        let mut path = Path::new(self.path.iter().cloned());
        if !key.is_empty() {
            path = path.join(key);
        }
        self.problems.push(Problem {
            kind,
            path: path.to_string(),
            span: span.into(),
        });
    }

    fn root(&mut self, root: &DeTable<'_>) {
        match root.get("farsight") {
            None => self.problem(ProblemKind::NoFormat, "farsight", 0..0),
            Some(value) => match value
                .get_ref()
                .as_integer()
                .map(|whole| whole.as_str().parse::<i64>())
            {
                Some(Ok(format)) if format == catalogue::FORMAT => {}
                Some(Ok(format)) if format > catalogue::FORMAT => {
                    self.problem(
                        ProblemKind::NewerFormat { format },
                        "farsight",
                        value.span(),
                    );
                }
                _ => self.problem(ProblemKind::BadFormat, "farsight", value.span()),
            },
        }
        self.table(root, None, "");
    }

    /// A table: of a section, or one that only leads to sections, such as `needs`.
    fn table(&mut self, table: &DeTable<'_>, section: Option<&'static Section>, prefix: &str) {
        // Most files keep the order of the catalogue: the search goes on where the last one ended.
        let mut next = 0;
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if prefix.is_empty() && name == "farsight" {
                continue;
            }
            if let Some(field) = section.and_then(|section| section.field_from(&mut next, name)) {
                self.value(field, value);
                continue;
            }
            // A row has no sections below it.
            if section.is_some_and(|section| section.shape == Shape::Rows) {
                self.unknown(key, section, prefix);
                continue;
            }
            let full = if prefix.is_empty() {
                name.to_owned()
            } else {
                format!("{prefix}.{name}")
            };
            let leads = || {
                catalogue::sections().any(|other| {
                    other
                        .path
                        .strip_prefix(full.as_str())
                        .is_some_and(|rest| rest.starts_with('.'))
                })
            };
            match catalogue::section(&full) {
                Some(inner) if inner.shape == Shape::Rows => self.rows(inner, value),
                Some(inner) => self.subtable(name, value, Some(inner), &full),
                None if leads() => self.subtable(name, value, None, &full),
                None => self.unknown(key, section, prefix),
            }
        }
    }

    fn subtable(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        section: Option<&'static Section>,
        full: &str,
    ) {
        if let Some(inner) = value.get_ref().as_table() {
            self.path.push(name.to_owned());
            self.table(inner, section, full);
            self.path.pop();
        } else {
            let found = value.get_ref().type_str();
            self.problem(ProblemKind::NotATable { found }, name, value.span());
        }
    }

    fn rows(&mut self, section: &'static Section, value: &Spanned<DeValue<'_>>) {
        let name = section.path.rsplit('.').next().unwrap_or(section.path);
        let rows = match value.get_ref() {
            DeValue::Array(rows) => rows,
            other => {
                let found = other.type_str();
                self.problem(ProblemKind::NotRows { found }, name, value.span());
                return;
            }
        };
        self.path.push(name.to_owned());
        let repeat = self.ids.repeat_in(section.path);
        let mut seen: HashSet<&str> = HashSet::new();
        for (at, row) in rows.iter().enumerate() {
            let Some(table) = row.get_ref().as_table() else {
                let found = row.get_ref().type_str();
                self.problem(
                    ProblemKind::NotATable { found },
                    &(at + 1).to_string(),
                    row.span(),
                );
                continue;
            };
            let id = id_of(table).and_then(|id| Some((id.get_ref().as_str()?, id.span())));
            let fresh = !repeat || id.as_ref().is_none_or(|(id, _)| seen.insert(id));
            let name = match &id {
                Some((id, _)) if fresh && !id.is_empty() => (*id).to_owned(),
                _ => (at + 1).to_string(),
            };
            self.path.push(name);
            if let (Some((id, span)), false) = (&id, fresh) {
                let id = (*id).to_owned();
                self.problem(ProblemKind::DuplicateId { id }, "id", span.clone());
            }
            self.table(table, Some(section), section.path);
            self.path.pop();
        }
        self.path.pop();
    }

    fn unknown(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        section: Option<&'static Section>,
        prefix: &str,
    ) {
        let name = key.get_ref().as_ref();
        let fields = section.map_or(&[] as &[Field], |section| section.fields);
        let below = catalogue::sections().filter_map(|other| {
            let rest = match prefix {
                "" => other.path,
                prefix => other.path.strip_prefix(prefix)?.strip_prefix('.')?,
            };
            rest.split('.').next()
        });
        let below: Vec<&str> = match section {
            Some(section) if section.shape == Shape::Rows => Vec::new(),
            _ => below.collect(),
        };
        let near = nearest(name, fields.iter().map(|field| field.key).chain(below));
        self.problem(
            ProblemKind::UnknownKey {
                key: name.to_owned(),
                near,
            },
            name,
            key.span(),
        );
    }

    fn value(&mut self, field: &'static Field, value: &Spanned<DeValue<'_>>) {
        let wrong = |walk: &mut Self| {
            let found = value.get_ref().type_str();
            walk.problem(
                ProblemKind::WrongType {
                    kind: field.kind,
                    found,
                },
                field.key,
                value.span(),
            );
        };
        match (field.kind, value.get_ref()) {
            (Kind::Line | Kind::Text, DeValue::String(_)) | (Kind::Flag, DeValue::Boolean(_)) => {}
            (Kind::Slug, DeValue::String(id)) => {
                if !is_id(id) {
                    let id = id.to_string();
                    self.problem(ProblemKind::BadId { id }, field.key, value.span());
                }
            }
            (Kind::Period, DeValue::String(text)) => {
                if crate::words::date::Period::parse(text).is_none() && !text.trim().is_empty() {
                    wrong(self);
                }
            }
            (Kind::Date, DeValue::Datetime(when)) if when.date.is_some() => {}
            (Kind::Choice(choices), DeValue::String(word)) => {
                self.choice(field, choices, word, value.span());
            }
            (Kind::Ref(lists), DeValue::String(id)) => {
                self.reference(field.key, lists, id, value.span());
            }
            (Kind::Lines, DeValue::Array(items)) => self.items(field, items, |_, _, _| {}),
            (Kind::Refs(lists), DeValue::Array(items)) => {
                self.items(field, items, |walk, id, span| {
                    walk.reference(field.key, lists, id, span);
                });
            }
            (Kind::Choices(choices), DeValue::Array(items)) => {
                self.items(field, items, |walk, word, span| {
                    walk.choice(field, choices, word, span);
                });
            }
            (Kind::Scores(lists), DeValue::Table(scores)) => {
                for (key, score) in scores {
                    self.reference(field.key, lists, key.get_ref(), key.span());
                    self.number(field, Kind::Scale(0, 10), score);
                }
            }
            (kind, DeValue::Integer(_) | DeValue::Float(_)) if kind.is_number() => {
                self.number(field, kind, value);
            }
            _ => wrong(self),
        }
    }

    fn items(
        &mut self,
        field: &'static Field,
        items: &toml::de::DeArray<'_>,
        mut each: impl FnMut(&mut Self, &str, std::ops::Range<usize>),
    ) {
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => each(self, text, item.span()),
                None => {
                    let found = item.get_ref().type_str();
                    let kind = ProblemKind::WrongType {
                        kind: field.kind,
                        found,
                    };
                    self.problem(kind, field.key, item.span());
                }
            }
        }
    }

    fn choice(
        &mut self,
        field: &'static Field,
        choices: &'static [catalogue::Choice],
        word: &str,
        span: std::ops::Range<usize>,
    ) {
        if word.is_empty() || choices.iter().any(|choice| choice.key == word) {
            return;
        }
        let near = nearest(word, choices.iter().map(|choice| choice.key));
        let kind = ProblemKind::UnknownChoice {
            word: word.to_owned(),
            near,
            choices,
        };
        self.problem(kind, field.key, span);
    }

    fn reference(
        &mut self,
        key: &str,
        lists: &'static [&'static str],
        id: &str,
        span: std::ops::Range<usize>,
    ) {
        if id.is_empty() || self.ids.has(lists, id) {
            return;
        }
        let near = nearest(id, self.ids.of(lists));
        self.problem(
            ProblemKind::Dangling {
                id: id.to_owned(),
                lists,
                near,
            },
            key,
            span,
        );
    }

    fn number(&mut self, field: &'static Field, kind: Kind, value: &Spanned<DeValue<'_>>) {
        let Some(number) = decimal(value.get_ref()) else {
            let found = value.get_ref().type_str();
            self.problem(
                ProblemKind::WrongType { kind, found },
                field.key,
                value.span(),
            );
            return;
        };
        let fits = match kind {
            Kind::Scale(low, high) => number >= low.into() && number <= high.into(),
            Kind::Count => !number.is_sign_negative() && number.fract().is_zero(),
            _ => true,
        };
        if !fits {
            let number = number.to_string();
            self.problem(
                ProblemKind::OutOfRange { kind, number },
                field.key,
                value.span(),
            );
        }
    }
}

/// The word most like another, if any is like it at all; of several the first in the alphabet,
/// for the ids of a plan come in no order.
fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<String> {
    let lower = word.to_lowercase();
    words
        .map(|other| (strsim::jaro_winkler(&lower, other), other))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, other)| other.to_owned())
}

/// The bytes of a section's first header, for findings about what is missing in it.
impl Plan<'_> {
    /// The whole text's first byte, where nothing better can be pointed at.
    pub const START: Span = Span { start: 0, end: 0 };
}
