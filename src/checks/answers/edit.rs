//! Writing an answer into a plan.

use jiff::civil::Date;

use crate::plan::{Document, Edit, EditError, Literal, Path};

/// An answer to be written.
#[derive(Debug, Clone, Default)]
pub struct Reply<'a> {
    /// The name of the rule whose finding is answered.
    pub check: &'a str,
    /// The path of the finding; empty where it is about the plan as a whole.
    pub at: &'a str,
    /// Why it is right to leave it.
    pub reason: &'a str,
    /// Who says so.
    pub by: Option<&'a str>,
    /// The day on which the answer runs out.
    pub until: Option<Date>,
}

/// The edit that adds an answer at the end of a plan.
///
/// What is not said gets no line: an empty `by` would look like a name that was forgotten.
///
/// # Errors
/// When the file is broken, or something else stands where answers stand.
pub fn edit(document: &Document, reply: &Reply<'_>) -> Result<Edit, EditError> {
    let line = |text: &str| Literal::Line(text.to_owned());
    let mut fields = vec![("check", line(reply.check))];
    if !reply.at.is_empty() {
        fields.push(("at", line(reply.at)));
    }
    fields.push(("reason", Literal::Prose(reply.reason.to_owned())));
    fields.extend(reply.by.map(|by| ("by", line(by))));
    fields.extend(
        reply
            .until
            .map(|day| ("until", Literal::Bare(day.to_string()))),
    );
    document.add_row(&Path::parse("accept"), usize::MAX, None, &fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_stands_at_the_end_and_says_what_is_known() {
        let text = "farsight = 1\n# 茶馆\n[plan]\ntitle = \"茶馆\"\n";
        let document = Document::parse(text);
        let mut reply = Reply {
            check: "mix-element-missing",
            at: "targeting.segments.护士",
            reason: "先试一个月，再定渠道",
            ..Reply::default()
        };
        let after = edit(&document, &reply).unwrap().applied(text);
        assert_eq!(
            after,
            format!(
                "{text}\n[[accept]]\ncheck = \"mix-element-missing\"\nat = \"targeting.segments.护士\"\nreason = \"先试一个月，再定渠道\"\n"
            )
        );
        reply.by = Some("沈立夏");
        reply.until = Some(jiff::civil::date(2027, 6, 30));
        reply.at = "";
        let again = edit(&Document::parse(after.as_str()), &reply).unwrap();
        let again = again.applied(&after);
        assert!(
            again.ends_with("定渠道\"\nby = \"沈立夏\"\nuntil = 2027-06-30\n"),
            "{again}"
        );
    }
}
