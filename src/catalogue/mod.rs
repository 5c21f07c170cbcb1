//! What can be written in a plan: sections, fields and choices, one table per step.
//!
//! A row of these tables feeds the forms, the JSON Schema, the starter plan, the field reference
//! and `explain`, in both languages. `plan/` reads a file by the same table; a test holds the two
//! together.

pub mod choices;
mod field;
pub mod mix;
pub mod needs;
pub mod plan;
pub mod relationships;
pub mod targeting;
pub mod value;

pub use choices::Choice;
pub use field::{Field, Kind, Section, Shape, Step, core, full};

/// The newest format of the plan file that this program reads and writes.
pub const FORMAT: i64 = 1;

/// All sections of a plan, in the order of the file and of the work.
pub fn sections() -> impl Iterator<Item = &'static Section> {
    [
        plan::SECTIONS,
        needs::SECTIONS,
        targeting::SECTIONS,
        value::SECTIONS,
        mix::SECTIONS,
        relationships::SECTIONS,
        plan::ANSWERS,
    ]
    .into_iter()
    .flatten()
}

/// The section at a path such as `needs.customer_needs`.
pub fn section(path: &str) -> Option<&'static Section> {
    sections().find(|section| section.path == path)
}

/// All fields with their sections, in file order.
pub fn fields() -> impl Iterator<Item = (&'static Section, &'static Field)> {
    sections().flat_map(|section| section.fields.iter().map(move |field| (section, field)))
}

/// The field at a path without row ids, such as `needs.customer_needs.need`.
pub fn field(path: &str) -> Option<(&'static Section, &'static Field)> {
    let (section_path, key) = path.rsplit_once('.')?;
    let section = section(section_path)?;
    section.field(key).map(|field| (section, field))
}

/// The section, and the field if one is named, at the names of a path with row ids:
/// `needs`, `customer_needs`, `warm-start`, `need`.
pub fn at<S: AsRef<str>>(names: &[S]) -> Option<(&'static Section, Option<&'static Field>)> {
    let leads = |section: &Section| {
        let mut parts = section.path.split('.');
        let mut names = names.iter();
        parts.all(|part| names.next().is_some_and(|name| name.as_ref() == part))
    };
    let depth = |section: &Section| section.path.split('.').count();
    let section = sections().filter(|it| leads(it)).max_by_key(|it| depth(it))?;
    let below = names.get(depth(section)..)?;
    let keys = match section.shape {
        Shape::Table => below,
        Shape::Rows => below.get(1..).unwrap_or_default(),
    };
    match keys {
        [] => Some((section, None)),
        [key, ..] => {
            let field = section.field(key.as_ref())?;
            // Only scores have something below them: a number for each row.
            let fits = keys.len() == 1 || matches!(field.kind, Kind::Scores(_)) && keys.len() == 2;
            fits.then_some((section, Some(field)))
        }
    }
}
