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
