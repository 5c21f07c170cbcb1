//! Parts that an exercise keeps as they were given: said quietly where they stand, and aloud where
//! somebody changed one.

use gen_lsp_types::{Diagnostic, DiagnosticSeverity, Message};

use super::page::Page;
use crate::classroom::{self, exercise};
use crate::plan::{Document, Path};
use crate::store;
use crate::words::Text;

/// The locked parts of a plan that is of an exercise; none beside an `exercise.toml`, for there
/// the teacher writes.
pub(super) fn of(page: &Page, document: &Document) -> Vec<Diagnostic> {
    // Few plans are exercises, and the others pay for one look only.
    if !page.text().contains("exercise") {
        return Vec::new();
    }
    let plan = page.open.path();
    let folder = plan.as_deref().and_then(std::path::Path::parent);
    let file = |file: &str| folder.and_then(|it| store::text(&it.join(file)).ok());
    if file(exercise::TASK).is_some() {
        return Vec::new();
    }
    let Some(exercise) = classroom::of_plan(page.text(), file) else {
        return Vec::new();
    };
    let changed = exercise.changed(page.text());
    let one = |path: &Path| {
        let (severity, text) = if changed.contains(&path) {
            let text = Text::new(
                "The exercise asks to leave “{0}” as it was given, and it differs. Put it back: everyone works with the same.",
                "练习要求“{0}”保持原样，这里却改了。请改回去，大家用同一份材料。",
            );
            (DiagnosticSeverity::Warning, text)
        } else {
            let text = Text::new(
                "The exercise keeps “{0}” as it was given. Change what rests on it.",
                "练习规定“{0}”保持原样。请改动其他部分。",
            );
            (DiagnosticSeverity::Hint, text)
        };
        Diagnostic {
            // What was taken out is told at the beginning of the file.
            range: page.lines.range(document.span(path).unwrap_or(0..0)),
            severity: Some(severity),
            source: Some(String::from("farsight")),
            message: Message::String(page.say(text, &[&classroom::named(path, page.lang)])),
            ..Diagnostic::default()
        }
    };
    exercise.locked.iter().map(one).collect()
}
