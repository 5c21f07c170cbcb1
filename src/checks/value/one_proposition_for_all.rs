//! One promise for people who need different things.

use indexmap::IndexMap;

use crate::catalogue::Step;
use crate::catalogue::choices::Strategy;
use crate::checks::context::{has, id, listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::{Proposition, Segment};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V306",
    name: "one-proposition-for-all",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Value,
    title: Text::new("One promise for all segments", "所有细分同一主张"),
    why: Text::new(
        "Where needs differ the promise must differ too; otherwise the segmentation was decoration (McDonald).",
        "需要不同，主张也该不同；否则细分就成了摆设（麦克唐纳）。",
    ),
    ask: Text::new(
        "What would each group say that it gets, in words the other would not use?",
        "每组人会怎么说自己得到了什么？哪句话是另一组不会说的？",
    ),
    page: include_str!("one_proposition_for_all.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let targets: Vec<&Segment<'_>> = context
        .targets()
        .filter(|row| !row.needs.is_empty())
        .collect();
    let stated = |row: &&Proposition<'_>| filled(row.statement.as_ref()).is_some();
    if targets.len() < 2 {
        return Checked::Lacks(Text::new(
            "two targets with their needs",
            "两个写明需要的目标细分",
        ));
    }
    if !plan.propositions.iter().any(|row| stated(&row)) {
        return Checked::Lacks(Text::new("a promise in words", "写出来的主张"));
    }
    // One offer for all is a choice too.
    if plan
        .targeting
        .strategy
        .as_ref()
        .is_some_and(|it| it.value == Strategy::Undifferentiated)
    {
        return Checked::Yes;
    }
    let mut told: IndexMap<&str, (&Proposition<'_>, Vec<&Segment<'_>>)> = IndexMap::new();
    let mut own = false;
    for row in &targets {
        let Some(name) = id(row.id.as_ref()) else {
            continue;
        };
        for promise in context.propositions(name).filter(stated) {
            own = true;
            let text = filled(promise.statement.as_ref())
                .unwrap_or_default()
                .trim();
            told.entry(text)
                .or_insert((promise, Vec::new()))
                .1
                .push(row);
        }
    }
    let mut shared: Vec<_> = told
        .into_values()
        .filter(|(_, rows)| rows.len() > 1)
        .collect();
    // A promise above those of the segments is a roof; alone it is all that anyone gets.
    let loose = |row: &&Proposition<'_>| id(row.segment.as_ref()).is_none();
    let mut promises = plan.propositions.iter().filter(stated);
    if !own
        && let (Some(only), None) = (promises.next(), promises.next())
        && loose(&only)
        && !plan.is_unknown(&only.path("segment"))
    {
        shared.push((only, targets));
    }
    for (promise, rows) in shared {
        if !needs_differ(&rows) {
            continue;
        }
        let names: Vec<&str> = rows
            .iter()
            .map(|row| named(row.name.as_ref(), row.id.as_ref()))
            .collect();
        let Some(value) = &promise.statement else {
            continue;
        };
        sink.value(
            promise,
            "statement",
            value,
            Text::new(
                "The same promise is made to segments whose first needs differ: {0}.",
                "这几个细分首要的需要不同，听到的却是同一个主张：{0}。",
            ),
            &[&listed(&names)],
        );
        // Told by what these people need, it need not be told again by what the row lacks.
        sink.explains("target-without-proposition", promise.path("segment"));
    }
    Checked::Yes
}

/// Whether no need is common to all, and the first of each is not the same.
fn needs_differ(rows: &[&Segment<'_>]) -> bool {
    let Some(first) = rows.first() else {
        return false;
    };
    let top = |row: &Segment<'_>| row.needs.first().map(|it| it.value.to_string());
    let common = first
        .needs
        .iter()
        .any(|need| rows.iter().all(|row| has(&row.needs, &need.value)));
    !common && rows.iter().any(|row| top(row) != top(first))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn segments(one: &str, other: &str) -> String {
        let row = |id: &str, name: &str, needs: &str| {
            format!(
                "[[targeting.segments]]\nid = \"{id}\"\nname = \"{name}\"\ndecision = \"target\"\nneeds = [{needs}]\n"
            )
        };
        let needs = "[[needs.customer_needs]]\nid = \"n\"\n[[needs.customer_needs]]\nid = \"m\"\n";
        format!(
            "{needs}{}{}",
            row("a", "Teachers", one),
            row("b", "家长", other)
        )
    }
    fn promise(id: &str, segment: &str, text: &str) -> String {
        format!("[[value.propositions]]\nid = \"{id}\"\nstatement = \"{text}\"\n{segment}\n")
    }

    #[test]
    fn one_promise_for_different_needs_is_found() {
        for text in ["Learning made easy", "让学习更轻松"] {
            let alone = segments("\"n\"", "\"m\"") + &promise("p", "", text);
            assert!(said("V306", &alone)[0].contains("Teachers、家长"));
            assert!(found("V303", &alone).is_empty(), "one gap is told once");
            let twice = segments("\"n\"", "\"m\"")
                + &promise("p", "segment = \"a\"", text)
                + &promise("q", "segment = \"b\"", text);
            assert_eq!(found("V306", &twice).len(), 1);
        }
    }

    #[test]
    fn a_common_need_a_roof_or_a_choice_is_silent() {
        let one = promise("p", "", "Learning made easy");
        assert!(found("V306", &(segments("\"n\"", "\"n\", \"m\"") + &one)).is_empty());
        let roof =
            segments("\"n\"", "\"m\"") + &one + &promise("q", "segment = \"a\"", "少批半小时作业");
        assert!(found("V306", &roof).is_empty());
        let mass = "[targeting]\nstrategy = \"undifferentiated\"\n".to_owned();
        assert!(found("V306", &(mass + &segments("\"n\"", "\"m\"") + &one)).is_empty());
    }

    #[test]
    fn without_needs_or_a_promise_it_cannot_look() {
        assert!(lacks("V306", &segments("\"n\"", "\"m\"")).is_some());
        assert!(lacks("V306", &(segments("\"n\"", "") + &promise("p", "", "x"))).is_some());
    }
}
