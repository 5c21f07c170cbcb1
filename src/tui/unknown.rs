//! Fields that an author looked for and does not know: the list `plan.unknown`.

use crate::plan::{Document, Edit, EditError, Literal, Path, Scalar};

const LIST: &str = "plan.unknown";

fn marked(document: &Document) -> Vec<String> {
    match document.value(LIST) {
        Some(Scalar::List(items)) => items.iter().map(Scalar::plain).collect(),
        _ => Vec::new(),
    }
}

/// Whether a path is marked.
pub fn is_marked(document: &Document, path: &str) -> bool {
    marked(document).iter().any(|other| other == path)
}

/// The edit that marks a path, or takes the mark away.
///
/// # Errors
/// When the plan cannot be edited.
pub fn toggle(document: &Document, path: &str) -> Result<Edit, EditError> {
    let mut paths = marked(document);
    let before = paths.len();
    paths.retain(|other| other != path);
    if paths.len() == before {
        paths.push(path.to_owned());
    }
    document.set(&Path::parse(LIST), &Literal::List(paths))
}
