//! Writing an answer into a plan.

use jiff::civil::Date;

use crate::checks::Finding;
use crate::plan::{Document, Edit, EditError, Literal, Path, Row};

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

/// The row of the answer that a finding has; where it has none in force, of one that was given at
/// its very place and holds no more.
pub fn row(document: &Document, finding: &Finding) -> Option<Path> {
    let list = Path::parse("accept");
    let word = |row: &Row<'_>, key: &str| {
        let value = row.get(key).map(|value| value.plain());
        value.unwrap_or_default().trim().to_owned()
    };
    let rows = document.each_row(&list);
    let mut fitting = rows.iter().filter(|(_, row)| {
        let at = word(row, "at");
        let reason = word(row, "reason");
        finding.rule.answers_to(&word(row, "check"))
            && match &finding.answered {
                Some(answered) => finding.is_at(&at) && reason == answered.reason.trim(),
                None => finding.path == at,
            }
    });
    fitting.next().map(|(name, _)| list.join(name.as_str()))
}

/// The edit that puts another reason, name and day into an answer that was given.
///
/// The row stays where it is, with its place and whatever else was written into it.
///
/// # Errors
/// When the file is broken, or the answer is not there any more.
pub fn change(document: &Document, row: &Path, reply: &Reply<'_>) -> Result<Edit, EditError> {
    let fields = [
        ("reason", Some(Literal::Prose(reply.reason.to_owned()))),
        ("by", reply.by.map(|by| Literal::Line(by.to_owned()))),
        (
            "until",
            reply.until.map(|day| Literal::Bare(day.to_string())),
        ),
    ];
    let mut after = Document::parse(document.text());
    for (key, value) in fields {
        let path = row.join(key);
        let edit = match value {
            Some(value) => after.set(&path, &value)?,
            None if after.has(&path) => after.remove(&path)?,
            None => continue,
        };
        after.apply(&edit);
    }
    Ok(Edit::between(document.text(), after.text()))
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

    #[test]
    fn an_answer_is_changed_where_it_stands() {
        let text = "farsight = 1\n[[mix.channels]]\nid = \"quay\"\nname = \"TBD\"\n\n\
            # 先放着\n[[accept]]\ncheck = \"X618\"\nat = \"mix.channels\"\n\
            reason = \"the name is voted on\" # in May\nby = \"Runa\"\n\n[plan]\ntitle = \"码头\"\n";
        let report = crate::checks::check_text(text);
        let found = report.findings.iter().find(|it| it.rule.code == "X618");
        let found = found.unwrap();
        assert!(found.answered.is_some());
        let document = Document::parse(text);
        let row = row(&document, found).unwrap();
        let reply = Reply {
            reason: "六月投票",
            until: Some(jiff::civil::date(2027, 6, 30)),
            ..Reply::default()
        };
        let after = change(&document, &row, &reply).unwrap().applied(text);
        assert!(after.contains("# 先放着\n[[accept]]"), "{after}");
        assert!(after.contains("reason = \"六月投票\" # in May"), "{after}");
        assert!(after.contains("until = 2027-06-30\n"), "{after}");
        assert!(!after.contains("Runa"), "{after}");
        let report = crate::checks::check_text(&after);
        let (_, answered) = report.answered().next().unwrap();
        assert_eq!(answered.reason, "六月投票");
    }

    #[test]
    fn an_answer_at_another_place_is_not_the_findings() {
        let text = "farsight = 1\n[[accept]]\ncheck = \"X618\"\nat = \"mix.channels.quay\"\n\
            reason = \"好\"\n[[mix.channels]]\nid = \"pier\"\nname = \"TBD\"\n";
        let report = crate::checks::check_text(text);
        let found = report.findings.iter().find(|it| it.rule.code == "X618");
        assert_eq!(row(&Document::parse(text), found.unwrap()), None);
    }
}
