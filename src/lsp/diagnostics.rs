//! Findings in the protocol's words.

use gen_lsp_types::{
    Code, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Message,
    PublishDiagnosticsParams,
};

use super::locks;
use super::page::{Page, caption, rows_of};
use crate::checks::{Finding, Severity};
use crate::plan::{Document, Path, Scalar, place_of};
use crate::words::Text;

/// Everything that is found in a plan, for the client to show.
pub(super) fn of(page: &Page) -> PublishDiagnosticsParams {
    let publish = |diagnostics| PublishDiagnosticsParams {
        uri: page.open.uri.clone(),
        version: Some(page.open.version),
        diagnostics,
    };
    if !page.open.is_plan() {
        return publish(Vec::new());
    }
    let report = match page.report() {
        Ok(report) => report,
        // As in `check`: with a mistake in the settings nothing is judged, and that is said.
        Err(trouble) => {
            return publish(vec![Diagnostic {
                range: page.lines.range(0..0),
                severity: Some(DiagnosticSeverity::Error),
                source: Some(String::from("farsight")),
                message: Message::String(trouble.message(page.lang)),
                ..Diagnostic::default()
            }]);
        }
    };
    let document = page.document();
    let found = report.open().map(|finding| one(page, &document, finding));
    publish(found.chain(locks::of(page, &document)).collect())
}

/// One finding: what is found, and the question that mends it.
pub(super) fn one(page: &Page, document: &Document, finding: &Finding) -> Diagnostic {
    let rule = finding.rule;
    let related = related(page, document, finding);
    let message = format!(
        "{}\n{}",
        finding.message(page.lang),
        rule.ask.get(page.lang)
    );
    Diagnostic {
        range: page.lines.range(finding.span.start..finding.span.end),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
            Severity::Advice => DiagnosticSeverity::Information,
        }),
        code: Some(Code::String(rule.code.to_owned())),
        source: Some(String::from("farsight")),
        message: Message::String(message),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}

/// The other places of a finding: the rows that its field or row points to, and the rows that
/// have the same id.
fn related(
    page: &Page,
    document: &Document,
    finding: &Finding,
) -> Vec<DiagnosticRelatedInformation> {
    let path = Path::parse(&finding.path);
    let Some((_, Some(field))) = place_of(&path) else {
        return Vec::new();
    };
    let mut ids = match document.get(&path) {
        Some(Scalar::List(items)) => items,
        Some(one) => vec![one],
        None => Vec::new(),
    };
    ids.dedup();
    let rows = ids
        .iter()
        .flat_map(|id| rows_of(document, field, &id.plain()));
    let note = |row: Path| {
        let span = document.span(&row)?;
        let text = Text::new("points to {0}: {1}", "指向 {0}：{1}");
        let called = caption(document, &row).unwrap_or_default();
        Some(DiagnosticRelatedInformation::new(
            page.location(span),
            page.say(text, &[&row.to_string(), &called]),
        ))
    };
    rows.filter_map(note).collect()
}
