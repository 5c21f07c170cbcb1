//! The edits that bring a plan to what its sheets say.

use std::collections::HashSet;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Note;
use super::cells::{Cell, Grid};
use super::table::{Table, table};
use crate::catalogue::{Field, Kind, Section, Shape};
use crate::plan::rows::{id_from, is_id};
use crate::plan::{Document, EditError, Literal, Path, Scalar, to_literal};
use crate::report::sheets::{Entry, Held, Line, Sheet, sheet};
use crate::words::{Lang, Text, date, number};

/// What the person asks for beside the file.
#[derive(Debug, Clone, Copy)]
pub struct Wishes {
    /// The section of a sheet that does not say it.
    pub section: Option<&'static Section>,
    /// Whether rows that the sheets do not have are removed.
    pub remove: bool,
    /// The language in which choices are named first.
    pub lang: Lang,
    /// The day, for dates without a year.
    pub today: Option<Date>,
}

/// A plan brought to what its sheets say.
#[derive(Debug)]
pub struct Imported {
    /// The plan with the changes; as it was where there are problems.
    pub text: String,
    /// What could not be read, each with its cell: then nothing is changed.
    pub problems: Vec<Note>,
    /// What was left out on purpose.
    pub notes: Vec<Note>,
    /// How many sheets were about the plan.
    pub sheets: usize,
}

/// The plan with what the sheets change in it.
pub fn changes(document: &Document, grids: &[Grid], wishes: Wishes) -> Imported {
    let tables = tables(grids, wishes.section);
    let mut importer = Importer {
        document: document.clone(),
        wishes,
        problems: Vec::new(),
        notes: Vec::new(),
        pointing: Vec::new(),
    };
    let mut told = HashSet::new();
    for table in &tables {
        if told.insert(table.section.path) {
            importer.table(table, &sheet(document, table.section));
        } else {
            let text = Text::new(
                "another sheet is about {0} already: keep one of the two",
                "已有另一张表是关于 {0} 的，请只保留一张",
            );
            importer.problem(table.grid.name.clone(), text, &[table.section.path]);
        }
    }
    importer.follow(document);
    let whole = importer.problems.is_empty();
    let after = if whole { &importer.document } else { document };
    Imported {
        text: after.text().to_owned(),
        problems: importer.problems,
        notes: importer.notes,
        sheets: tables.len(),
    }
}

/// The grids that are about the plan; of those about a section that is asked for, the one that
/// knows most of it.
fn tables<'g>(grids: &'g [Grid], wanted: Option<&'static Section>) -> Vec<Table<'g>> {
    let tables = grids.iter().filter_map(|grid| table(grid, wanted));
    let Some(wanted) = wanted else {
        return tables.collect();
    };
    let about = tables.filter(|table| table.section.path == wanted.path);
    // Of equals the first: the last is what the standard library would take.
    let best = about.reduce(|best, next| {
        if next.columns.len() > best.columns.len() {
            next
        } else {
            best
        }
    });
    best.into_iter().collect()
}

struct Importer {
    document: Document,
    wishes: Wishes,
    problems: Vec<Note>,
    notes: Vec<Note>,
    /// The fields that were given new names of rows, each with its cell.
    pointing: Vec<(String, Path, Kind)>,
}

impl Importer {
    fn table(&mut self, table: &Table, sheet: &Sheet) {
        for (row, column) in &table.unknown {
            let text = Text::new(
                "no field of {0} is called “{1}”; the column is left out",
                "{0} 没有名为“{1}”的字段，该列未读入",
            );
            let head = table.grid.cell(*row, *column).text().to_owned();
            let args = vec![table.section.path.to_owned(), head];
            let place = table.grid.place(*row, *column);
            self.notes.push(Note { place, text, args });
        }
        let mut seen = HashSet::new();
        let filled = (table.first..table.grid.rows.len()).filter(|row| {
            let mut cells = table.columns.iter();
            cells.any(|(at, _)| !table.grid.cell(*row, *at).is_empty())
        });
        for (count, row) in filled.enumerate() {
            match table.section.shape {
                Shape::Table if count == 0 => {
                    if let Some(line) = sheet.rows.first() {
                        self.row(table, row, line);
                    }
                }
                Shape::Table => {
                    let text = Text::new("{0} has one row only", "{0} 只有一行");
                    self.problem(table.grid.place(row, 0), text, &[table.section.path]);
                }
                Shape::Rows => self.listed(table, sheet, row, &mut seen),
            }
        }
        if table.section.shape == Shape::Rows {
            self.missing(table, sheet, &seen);
        }
    }

    /// A row of a list: one of the plan, or a new one.
    fn listed(&mut self, table: &Table, sheet: &Sheet, row: usize, seen: &mut HashSet<String>) {
        let id = table.columns.iter().find(|(_, field)| field.key == "id");
        let column = id.map_or(0, |(at, _)| *at);
        let id = match table.grid.cell(row, column) {
            cell if id.is_some() => typed(cell, Kind::Slug).trim().to_owned(),
            _ => String::new(),
        };
        let place = table.grid.place(row, column);
        if !id.is_empty() && !seen.insert(id.clone()) {
            let text = Text::new("the id {0} stands twice", "编号 {0} 出现了两次");
            return self.problem(place, text, &[&id]);
        }
        if let Some(line) = sheet.rows.iter().find(|line| line.id == id) {
            return self.row(table, row, line);
        }
        if !id.is_empty() && !is_id(&id) {
            let (text, args) = EditError::BadId(id).message();
            self.problems.push(Note { place, text, args });
            return;
        }
        self.new_row(table, row, &id, seen);
    }

    fn new_row(&mut self, table: &Table, row: usize, id: &str, seen: &mut HashSet<String>) {
        let base = Path::parse(table.section.path);
        let mut fields = Vec::new();
        for (column, field) in &table.columns {
            let cell = table.grid.cell(row, *column);
            if field.key != "id" && !cell.is_empty() {
                let value = self.value(table.grid, row, *column, field);
                fields.extend(value.map(|value| (field.key, value)));
            }
        }
        let is_named = !id.is_empty();
        let id = if id.is_empty() {
            let caption = table.section.caption.iter().find_map(|key| {
                let (at, _) = table.columns.iter().find(|(_, field)| field.key == *key)?;
                let text = table.grid.cell(row, *at).text();
                (!text.is_empty()).then_some(text)
            });
            let fallback = table.section.path.rsplit('.').next().unwrap_or_default();
            let wanted = id_from(caption.unwrap_or_default(), &fallback.replace('_', "-"));
            self.document.free_id(&base, &wanted)
        } else {
            id.to_owned()
        };
        seen.insert(id.clone());
        if !is_named {
            let text = Text::new(
                "a row without an id is new; it is called {0}",
                "没有编号的行是新的，编号定为 {0}",
            );
            let (place, args) = (table.grid.place(row, 0), vec![id.clone()]);
            self.notes.push(Note { place, text, args });
        }
        let path = base.join(id.as_str());
        for (column, field) in &table.columns {
            if fields.iter().any(|(key, _)| *key == field.key) {
                let place = table.grid.place(row, *column);
                self.pointing
                    .push((place, path.join(field.key), field.kind));
            }
        }
        let edit = self.document.add_row(&base, usize::MAX, Some(&id), &fields);
        self.apply(edit, &table.grid.place(row, 0));
    }

    /// Tells the new names that no row has, once every row is there.
    fn follow(&mut self, before: &Document) {
        for (place, path, kind) in std::mem::take(&mut self.pointing) {
            let lists = kind.targets();
            if lists.is_empty() {
                continue;
            }
            let known = names(before, &path, kind);
            let is_there = |id: &String| {
                let mut lists = lists.iter().map(|list| Path::parse(list));
                lists.any(|list| self.document.has(&list.join(id.as_str())))
            };
            let said = names(&self.document, &path, kind).into_iter();
            let lost = said.filter(|id| !known.contains(id) && !is_there(id));
            let lost: Vec<String> = lost.collect();
            for id in lost {
                let text = Text::new("no row of {1} is called {0}", "{1} 中没有编号为 {0} 的条目");
                self.problem(place.clone(), text, &[&id, &lists.join(", ")]);
            }
        }
    }

    /// A row that the plan has.
    fn row(&mut self, table: &Table, row: usize, line: &Line) {
        for (column, field) in &table.columns {
            let at = table
                .section
                .fields
                .iter()
                .position(|it| it.key == field.key);
            let Some(entry) = at.and_then(|at| line.cells.get(at)) else {
                continue;
            };
            let cell = table.grid.cell(row, *column);
            if field.key == "id" || same(cell, entry, field) {
                continue;
            }
            let path = line.path.join(field.key);
            let place = table.grid.place(row, *column);
            if entry.cut {
                let text = Text::new(
                    "the text is longer than a cell can hold: edit it in the plan",
                    "文字超出单元格的容量：请在计划中修改",
                );
                self.problem(place, text, &[]);
            } else if cell.is_empty() {
                let edit = self.document.remove(&path);
                self.apply(edit, &place);
            } else if let Some(value) = self.value(table.grid, row, *column, field)
                && !self.holds(&path, &value)
            {
                self.pointing
                    .push((place.clone(), path.clone(), field.kind));
                let edit = match field.kind {
                    // Scores are a table in the file, and are replaced as a whole.
                    Kind::Scores(_) if self.document.has(&path) => {
                        let removed = self.document.remove(&path);
                        self.apply(removed, &place);
                        self.document.set(&path, &value)
                    }
                    _ => self.document.set(&path, &value),
                };
                self.apply(edit, &place);
            }
        }
    }

    /// Rows of the plan that the sheet does not have.
    fn missing(&mut self, table: &Table, sheet: &Sheet, seen: &HashSet<String>) {
        let base = Path::parse(table.section.path);
        for line in sheet.rows.iter().filter(|line| !seen.contains(&line.id)) {
            let place = table.grid.name.clone();
            if self.wishes.remove {
                let left = self.document.references(table.section.path, &line.id);
                let edit = self.document.remove(&base.join(line.id.as_str()));
                self.apply(edit, &place);
                if !left.is_empty() {
                    let text = Text::new(
                        "{0} is removed; still pointing to it: {1}",
                        "{0} 已删除，仍引用它的地方：{1}",
                    );
                    let left: Vec<String> = left.iter().map(Path::to_string).collect();
                    let args = vec![line.id.clone(), left.join(", ")];
                    self.notes.push(Note { place, text, args });
                }
            } else {
                let text = Text::new(
                    "{0} is in the plan and not in the sheet; --remove removes it",
                    "{0} 在计划中而不在表中；加 --remove 会删除它",
                );
                let args = vec![base.join(line.id.as_str()).to_string()];
                self.notes.push(Note { place, text, args });
            }
        }
    }

    /// What a cell says, as a value of the plan.
    fn value(&mut self, grid: &Grid, row: usize, column: usize, field: &Field) -> Option<Literal> {
        let cell = grid.cell(row, column);
        let typed = typed(cell, field.kind);
        let read = to_literal(field.kind, &typed, self.wishes.lang, self.wishes.today);
        let lang = self.wishes.lang;
        self.remark(grid, (row, column), field, &typed);
        match read {
            Ok(value) if *cell != Cell::Fault => Some(value),
            Ok(_) => {
                let text = Text::new("the formula has no result", "公式没有结果");
                self.problem(grid.place(row, column), text, &[]);
                None
            }
            Err(expected) => {
                let text = Text::new(
                    "“{0}” does not fit {1}, which takes {2}",
                    "“{0}”不适合“{1}”，应填{2}",
                );
                let said: String = typed.chars().take(60).collect();
                let label = field.label.get(lang);
                self.problem(
                    grid.place(row, column),
                    text,
                    &[&said, label, &expected.message(lang)],
                );
                None
            }
        }
    }

    /// Tells what a changed cell was taken for, where a person may have meant something else.
    fn remark(&mut self, grid: &Grid, (row, column): (usize, usize), field: &Field, typed: &str) {
        let cell = grid.cell(row, column);
        let text = match (cell, field.kind) {
            (Cell::Number(value), Kind::Percent) if *value > Decimal::ONE => Text::new(
                "the number is read as {0}; type the percent sign where less is meant",
                "这个数字读作 {0}；如果指的不是这么多，请带百分号重新填写",
            ),
            (Cell::Number(_), Kind::Date) => Text::new(
                "the number counts days and is read as {0}",
                "这个数字是日期序号，读作 {0}",
            ),
            _ if grid.computed.contains(&(row, column)) => Text::new(
                "the cell is computed; its result {0} is read",
                "单元格是公式，读入的是结果 {0}",
            ),
            _ => return,
        };
        let place = grid.place(row, column);
        let args = vec![typed.chars().take(60).collect()];
        self.notes.push(Note { place, text, args });
    }

    /// Whether the plan says this already, in whatever spelling.
    fn holds(&self, path: &Path, value: &Literal) -> bool {
        match (self.document.get(path), value) {
            (Some(Scalar::Bare(old)), Literal::Bare(new)) => {
                let number = number::from_toml(new);
                old == *new || number.is_some() && number == number::from_toml(&old)
            }
            (Some(Scalar::Text(old)), Literal::Line(new) | Literal::Prose(new)) => {
                old.trim_end() == new.trim_end()
            }
            _ => false,
        }
    }

    fn apply(&mut self, edit: Result<crate::plan::Edit, EditError>, place: &str) {
        match edit {
            Ok(edit) => {
                self.document.apply(&edit);
            }
            Err(error) => {
                let (text, args) = error.message();
                let place = place.to_owned();
                self.problems.push(Note { place, text, args });
            }
        }
    }

    fn problem(&mut self, place: String, text: Text, args: &[&str]) {
        let args = args.iter().map(|arg| (*arg).to_owned()).collect();
        self.problems.push(Note { place, text, args });
    }
}

/// Whether a cell says what a spreadsheet would show for the plan: then nobody touched it.
fn same(cell: &Cell, entry: &Entry, field: &Field) -> bool {
    match (cell, entry.value) {
        // A spreadsheet keeps some fifteen digits of a number.
        (Cell::Number(new), Some(Held::Number(old))) => new.to_f64() == old.to_f64(),
        (Cell::Day(new), Some(Held::Day(old))) => *new == old,
        _ => typed(cell, field.kind).trim() == entry.text.trim(),
    }
}

/// A cell as a person would type it into the field.
fn typed(cell: &Cell, kind: Kind) -> String {
    match cell {
        Cell::Empty | Cell::Fault => String::new(),
        Cell::Text(text) => text.clone(),
        // In a cell a rate is a fraction that looks like a percentage.
        Cell::Number(value) if kind == Kind::Percent => number::entry_percent(*value),
        Cell::Number(value) if kind == Kind::Date => {
            let counted = counted(*value);
            counted.map_or_else(|| value.normalize().to_string(), date::entry)
        }
        Cell::Number(value) => value.normalize().to_string(),
        Cell::Day(day) if kind == Kind::Period => {
            let day = date::entry(*day);
            day.get(..7).unwrap_or(&day).to_owned()
        }
        Cell::Day(day) => date::entry(*day),
        Cell::Flag(true) => "yes".to_owned(),
        Cell::Flag(false) => "no".to_owned(),
    }
}

/// The day with this number: spreadsheets count days from the end of 1899.
fn counted(value: Decimal) -> Option<Date> {
    const LAST: i64 = 2_958_465;
    let days = value
        .trunc()
        .to_i64()
        .filter(|days| (61..=LAST).contains(days))?;
    let begin = Date::constant(1899, 12, 30);
    begin
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()
}

/// The rows that a field points to.
fn names(document: &Document, path: &Path, kind: Kind) -> Vec<String> {
    match (document.get(path), kind) {
        (_, Kind::Scores(_)) => document.keys(path),
        (Some(Scalar::List(items)), _) => items.iter().map(Scalar::plain).collect(),
        (Some(one), _) => vec![one.plain()],
        (None, _) => Vec::new(),
    }
}
