//! What reports are made from: a plan read and checked, and what each field says to a reader.

use std::collections::HashMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use unicode_segmentation::UnicodeSegmentation;

use super::document::{Cell, Document, Shape, Span, Spans, text};
use crate::catalogue::choices::Choice;
use crate::catalogue::{self, Field, Kind, Section, Shape as Form};
use crate::charts::picture::{clip, width};
use crate::charts::{CHARTS, Chart, Ground};
use crate::checks::Report;
use crate::figures::{Unit, figure};
use crate::plan::{self, Path, Plan, Scalar};
use crate::words::{Lang, Text, number};

/// A plan, read and checked, in the language of a report.
#[derive(Debug)]
pub struct Told<'t> {
    /// The language of our words.
    pub lang: Lang,
    /// The text of the plan and where everything stands in it.
    pub document: &'t plan::Document,
    /// What was found in it.
    pub checked: &'t Report,
    /// Its figures, and what its charts are made from.
    pub ground: Ground<'t, 't>,
    /// What people call each row that another can name: by list and id.
    names: HashMap<String, String>,
}

/// How long the name of a row is where another row names it, in cells.
const NAME: usize = 60;

impl<'t> Told<'t> {
    /// A plan as reports tell it; `today` is marked in its calendar.
    pub fn new(
        document: &'t plan::Document,
        plan: &'t Plan<'t>,
        checked: &'t Report,
        today: Option<Date>,
        lang: Lang,
    ) -> Told<'t> {
        let mut names = HashMap::new();
        let lists = catalogue::sections().filter(|section| section.shape == Form::Rows);
        for list in lists {
            for (id, row) in document.each_row(&Path::parse(list.path)) {
                if let Some(caption) = row.caption(list.caption) {
                    names.insert(format!("{}.{id}", list.path), caption);
                }
            }
        }
        Told {
            lang,
            document,
            checked,
            ground: Ground::new(plan, today, lang),
            names,
        }
    }

    /// An empty document about this plan.
    pub fn document(&self, shape: Shape) -> Document {
        let none = Text::new("A plan without a title", "未命名的计划");
        let title = self.plain("plan.title");
        let title = title.as_deref().unwrap_or(none.get(self.lang));
        let mut out = Document::new(self.lang, shape, title);
        self.currency().clone_into(&mut out.currency);
        out.author_lang = match self.document.value("plan.language") {
            Some(Scalar::Text(tag)) => tag,
            _ => String::new(),
        };
        out
    }

    /// A text of ours, its places filled.
    pub fn say<S: AsRef<str>>(&self, text: Text, args: &[S]) -> String {
        text.fill(self.lang, args)
    }

    /// The plan's currency; empty where it has none. What is no code is cut to the length of one
    /// that people could mean.
    pub fn currency(&self) -> &str {
        const LONGEST: usize = 12;
        let currency = self.ground.plan.frame.currency.as_ref();
        let currency = currency.map_or("", |currency| currency.value.trim());
        let end = currency.char_indices().nth(LONGEST);
        end.and_then(|(end, _)| currency.get(..end))
            .unwrap_or(currency)
    }

    /// The text at a path in one line, where there is one that says something.
    pub fn plain(&self, path: &str) -> Option<String> {
        let value = self.document.value(path)?.plain();
        let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then_some(line)
    }

    /// What a field says: `targeting.segments.regulars.size`.
    pub fn at(&self, path: &str) -> Option<Cell> {
        let path = Path::parse(path);
        let (_, field) = plan::place_of(&path)?;
        self.value(&path, field?)
    }

    /// What a field says, as spans; nothing where it is empty.
    pub fn spans(&self, path: &str) -> Spans {
        self.at(path).map_or_else(Vec::new, |cell| cell.spans)
    }

    /// What a field says in at most so many cells.
    pub fn brief(&self, path: &str, cells: usize) -> Spans {
        brief(self.spans(path), cells)
    }

    /// The rows of a list with their paths.
    pub fn rows(&self, list: &str) -> Vec<String> {
        let rows = self.document.rows(&Path::parse(list)).into_iter();
        let base = Path::parse(list);
        rows.map(|id| base.join(id.as_str()).to_string()).collect()
    }

    /// The charts of a plan that have something to draw, in the order of the work.
    pub fn charts(&self) -> impl Iterator<Item = Chart> {
        let charts = CHARTS.iter().map(|kind| kind.chart(&self.ground));
        charts.filter(|chart| chart.body.is_ok())
    }

    /// What people call a row.
    pub fn called(&self, section: &Section, path: &Path) -> Spans {
        let fields = section.caption.iter().filter_map(|key| section.field(key));
        let named = fields
            .filter(|field| field.kind != Kind::Slug)
            .find_map(|field| self.value(&path.join(field.key), field));
        named.map_or_else(
            || vec![Span::author(path.names().last().map_or("", String::as_str))],
            |cell| brief(cell.spans, usize::MAX),
        )
    }

    /// What a field at a path says; none where it is empty.
    pub fn value(&self, path: &Path, field: &Field) -> Option<Cell> {
        if let Kind::Scores(lists) = field.kind {
            return self.scores(path, lists);
        }
        let scalar = self.document.get(path)?;
        if !scalar.is_filled() {
            return None;
        }
        Some(self.said(field, &scalar))
    }

    fn said(&self, field: &Field, scalar: &Scalar) -> Cell {
        let plain = scalar.plain();
        let own = || Cell::author(&plain);
        let amount = |unit| match scalar {
            Scalar::Bare(raw) => number::from_toml(raw).map(|it| self.amount(it, unit)),
            _ => None,
        };
        let listed = |say: &dyn Fn(&Scalar) -> Span| match scalar {
            Scalar::List(items) => self.joined(items.iter().map(say).collect()),
            one => Cell::of(vec![say(one)]),
        };
        match field.kind {
            Kind::Line | Kind::Text | Kind::Slug | Kind::Period | Kind::Scores(_) => own(),
            Kind::Number | Kind::Count | Kind::Scale(..) => {
                amount(Unit::Number).unwrap_or_else(own)
            }
            Kind::Money => amount(Unit::Money).unwrap_or_else(own),
            Kind::Percent => amount(Unit::Rate).unwrap_or_else(own),
            Kind::Date => {
                let day = plain.get(..10).and_then(|day| day.parse::<Date>().ok());
                day.map_or_else(own, |day| Cell::day(day, self.lang))
            }
            Kind::Flag => match plain.as_str() {
                "true" => Cell::text(Text::new("yes", "是").get(self.lang)),
                "false" => Cell::text(Text::new("no", "否").get(self.lang)),
                _ => own(),
            },
            Kind::Choice(choices) | Kind::Choices(choices) => {
                listed(&|it| self.choice(choices, &it.plain()))
            }
            Kind::Ref(lists) | Kind::Refs(lists) => listed(&|it| self.name(lists, &it.plain())),
            Kind::Lines => listed(&|it| Span::author(it.plain())),
        }
    }

    /// An amount with its unit and, where it is money, the plan's currency.
    pub fn amount(&self, value: Decimal, unit: Unit) -> Cell {
        Cell::amount(value, unit, self.currency(), self.lang)
    }

    /// The result that gives a figure its name, exactly as `farsight figures` shows it.
    pub fn result(&self, figure: &crate::figures::Figure) -> Option<Cell> {
        let (output, outcome) = figure.headline()?;
        let outcome = outcome.as_ref().ok()?;
        let one = |value| figure::with_unit(value, output.unit, self.currency(), self.lang);
        let cell = match outcome {
            crate::figures::Outcome::One(value) => Cell {
                spans: Cell::text(number::written_percent(&one(*value), self.lang)).spans,
                ..self.amount(*value, output.unit)
            },
            other => Cell::text(other.shown(output.unit, self.currency(), self.lang)),
        };
        Some(cell.of_figure(&figure.key))
    }

    fn choice(&self, choices: &[Choice], key: &str) -> Span {
        let known = choices.iter().find(|choice| choice.key == key);
        known.map_or_else(
            || Span::author(key),
            |choice| Span::text(choice.label.get(self.lang)),
        )
    }

    /// What people call the row that an id names; the id where no list has it.
    fn name(&self, lists: &[&str], id: &str) -> Span {
        let mut keys = lists.iter().map(|list| format!("{list}.{id}"));
        let known = keys.find_map(|key| self.names.get(&key));
        let line = known.map_or(id, |name| name.as_str());
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = line.trim_end_matches(['.', '。', ' ']);
        Span::author(at_a_word(clip(line, NAME)))
    }

    fn scores(&self, path: &Path, lists: &[&str]) -> Option<Cell> {
        let ids = self.document.keys(path);
        let spans = ids.iter().filter_map(|id| {
            let score = self.document.get(&path.join(id.as_str()))?.plain();
            let name = self.name(lists, id);
            Some(Span::author(format!("{} {score}", name.as_str())))
        });
        let spans: Spans = spans.collect();
        (!spans.is_empty()).then(|| self.joined(spans))
    }

    /// Several things in a row.
    fn joined(&self, spans: Spans) -> Cell {
        let comma = Text::new("; ", "；").get(self.lang);
        let mut out = Vec::with_capacity(spans.len() * 2);
        for span in spans {
            if !out.is_empty() {
                out.push(Span::text(comma));
            }
            out.push(span);
        }
        Cell::of(out)
    }
}

/// Spans in one line of at most so many cells; the span that no longer fits is cut, the rest left out.
pub fn brief(spans: Spans, cells: usize) -> Spans {
    let mut room = cells;
    let mut out = Vec::with_capacity(spans.len());
    for span in spans {
        let line = joined(span.as_str());
        let taken = width(&line);
        // A glyph may be piled up without taking more room.
        let glyphs = line.graphemes(true).all(|glyph| glyph.chars().count() < 12);
        if taken <= room && glyphs {
            room -= taken;
            out.push(span.with(line));
            continue;
        }
        let low: String = line
            .graphemes(true)
            .flat_map(|it| it.chars().take(4))
            .collect();
        if room > 1 {
            out.push(span.with(at_a_word(clip(&low, room))));
        }
        break;
    }
    out
}

/// A cut text without the piece of a word at its end, where words have blanks between them.
fn at_a_word(cut: String) -> String {
    const PIECE: usize = 16;
    let Some(kept) = cut.strip_suffix('…') else {
        return cut;
    };
    match kept.rsplit_once(' ') {
        Some((before, piece)) if piece.is_ascii() && piece.len() < PIECE => {
            let before = before.trim_end_matches([',', ';', ':', ' ']);
            format!("{before} …")
        }
        _ => cut,
    }
}

/// A text in one line; blanks at its ends stay, for spans stand in a row.
fn joined(text: &str) -> String {
    let words: Vec<&str> = text.split(['\n', '\t']).collect();
    words.join(" ")
}

/// Whether spans say anything.
pub fn says(spans: &[Span]) -> bool {
    !text(spans).trim().is_empty()
}
