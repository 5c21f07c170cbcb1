//! Many needs, and nothing that says which matters most.

use crate::catalogue::Step;
use crate::checks::context::named;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::CustomerNeed;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "N114",
    name: "needs-not-ranked",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Needs,
    title: Text::new("Needs not ranked", "需要未排序"),
    why: Text::new(
        "A promise can lead with one need only, so someone must know what matters most to these people, and by how much (McDonald).",
        "价值主张只能以一种需要为主，所以要知道这些人最看重什么、差多少（麦克唐纳）。",
    ),
    ask: Text::new(
        "If these people could have only one of them met this year, which would it be, and how do you know?",
        "如果今年只能满足其中一条，他们会选哪条？你怎么知道？",
    ),
    page: include_str!("needs_not_ranked.md"),
    check,
};

/// Two needs can be weighed in the head.
const MANY: usize = 3;

type Rows<'c, 'p> = Vec<&'c CustomerNeed<'p>>;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let needs = &context.plan.customer_needs;
    if needs.is_empty() {
        return Checked::Lacks(Text::new("needs", "需要"));
    }
    // Fewer needs than this have no order to miss, whoever has them.
    if needs.len() < MANY {
        return Checked::Yes;
    }
    let mut chosen = false;
    for segment in context.targets().filter(|row| !row.needs.is_empty()) {
        chosen = true;
        let ids = segment.needs.iter();
        let rows: Rows = ids.filter_map(|id| context.need(id)).collect();
        let name = named(segment.name.as_ref(), segment.id.as_ref());
        look(context, sink, name, &rows);
    }
    if !chosen {
        for (who, rows) in by_people(needs) {
            look(context, sink, who, &rows);
        }
    }
    Checked::Yes
}

/// Before targets are chosen, the needs of the same people belong together.
fn by_people<'c, 'p>(needs: &'c [CustomerNeed<'p>]) -> Vec<(&'c str, Rows<'c, 'p>)> {
    let mut groups: Vec<(&str, Rows)> = Vec::new();
    for row in needs {
        let who = filled(row.who.as_ref()).unwrap_or_default().trim();
        match groups.iter_mut().find(|(name, _)| *name == who) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((who, vec![row])),
        }
    }
    groups
}

fn look(context: &Context, sink: &mut Sink, who: &str, rows: &[&CustomerNeed<'_>]) {
    if rows.len() < MANY {
        return;
    }
    let open =
        |row: &&&CustomerNeed<'_>| !context.settled(**row, "importance", row.importance.is_some());
    let unranked: Rows = rows.iter().filter(open).copied().collect();
    if let (Some(first), true) = (unranked.first(), unranked.len() >= MANY) {
        let say = if who.is_empty() {
            Text::new(
                "{1} needs have no importance: nothing says which of them comes first.",
                "{1}条需要没有写重要程度，看不出哪条最要紧。",
            )
        } else {
            Text::new(
                "{1} needs of “{0}” have no importance: nothing says which of them comes first.",
                "“{0}”有{1}条需要没写重要程度，看不出哪条最要紧。",
            )
        };
        let many = unranked.len().to_string();
        sink.missing(*first, "importance", say, &[who, &many]);
        return;
    }
    let mut grades = rows.iter().map(|row| row.importance.as_ref());
    let (Some(first), Some(row)) = (grades.next().flatten(), rows.first()) else {
        return;
    };
    let equal = grades.all(|it| it.is_some_and(|it| it.value == first.value));
    // Customers may really care for all of them alike, if someone asked them.
    if equal && rows.iter().all(|row| row.evidence.is_empty()) {
        let say = Text::new(
            "All {0} needs have the importance {1}, and no evidence says that they matter alike.",
            "{0}条需要的重要程度都是{1}分，又没有证据表明它们同样重要。",
        );
        let many = rows.len().to_string();
        sink.value(*row, "importance", first, say, &[&many, &show(first.value)]);
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn needs(rows: &[&str]) -> String {
        let rows = rows.iter().enumerate();
        rows.map(|(nth, row)| format!("[[needs.customer_needs]]\nid = \"n{nth}\"\n{row}\n"))
            .collect::<Vec<_>>()
            .concat()
    }
    fn target(name: &str, needs: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"s\"\nname = \"{name}\"\nneeds = {needs}\ndecision = \"target\"\n"
        )
    }
    const THREE: &str = "[\"n0\", \"n1\", \"n2\"]";

    #[test]
    fn three_needs_without_importance_are_found() {
        let plan = needs(&["need = \"Fast\"", "need = \"Cheap\"", "need = \"Safe\""]);
        let en = format!("{plan}{}", target("Night couriers", THREE));
        assert!(said("N114", &en)[0].contains("3 needs of “Night couriers”"));
        let zh = format!("{plan}{}", target("夜间骑手", THREE));
        assert!(said("N114", &zh)[0].contains("“夜间骑手”有3条需要"));
        assert_eq!(found("N114", &plan).len(), 1);
    }

    #[test]
    fn fewer_needs_or_other_people_are_silent() {
        let plan = needs(&["need = \"快\"", "need = \"便宜\"", "importance = 4"]);
        assert!(found("N114", &format!("{plan}{}", target("骑手", THREE))).is_empty());
        let two = target("骑手", "[\"n0\", \"n1\"]");
        let plan = needs(&["need = \"快\"", "need = \"便宜\"", "need = \"安全\""]);
        assert!(found("N114", &format!("{plan}{two}")).is_empty());
        let plan = needs(&["who = \"a\"", "who = \"a\"", "who = \"b\""]);
        assert!(found("N114", &plan).is_empty());
    }

    #[test]
    fn equal_grades_want_evidence() {
        let plan = needs(&["importance = 5"; 3]);
        assert!(said("N114", &plan)[0].contains("importance 5"));
        let shown = needs(&[
            "importance = 5",
            "importance = 5",
            "importance = 5\nevidence = [\"e\"]",
        ]);
        let evidence = "[[needs.evidence]]\nid = \"e\"\n";
        assert!(found("N114", &format!("{shown}{evidence}")).is_empty());
    }

    #[test]
    fn no_needs_are_not_clean_and_unknown_is_silent() {
        assert!(lacks("N114", "").is_some());
        let unknown = "[plan]\nunknown = [\"needs.customer_needs\"]\n";
        let plan = needs(&["need = \"快\"", "need = \"便宜\"", "need = \"安全\""]);
        assert!(found("N114", &format!("{unknown}{plan}")).is_empty());
    }
}
