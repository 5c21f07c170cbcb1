//! Targets that answer the same offer in the same way.

use foldhash::HashSet;
use indexmap::IndexMap;

use crate::catalogue::Step;
use crate::checks::context::{id, listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Segment;
use crate::plan::{Record, Sp, Str};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "T203",
    name: "segments-not-different",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Targeting,
    title: Text::new("Segments that do not differ", "细分之间没有差异"),
    why: Text::new(
        "Segments must be differentiable: groups that respond alike to the same offer are one segment (Kotler).",
        "细分要有可区分性：对同一方案反应相同的人群，其实是一个细分（科特勒）。",
    ),
    ask: Text::new(
        "What need, price or way to them sets these groups apart, or are they one segment?",
        "这几组人在需要、价格或触达方式上有什么不同？还是可以合并成一个？",
    ),
    page: include_str!("segments_not_different.md"),
    check,
};

/// A description this long is no coincidence when it comes twice.
const TELLING: usize = 20;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let targets: Vec<&Segment<'_>> = context.targets().collect();
    if targets.len() < 2 {
        return Checked::Lacks(Text::new("two target segments", "两个目标细分"));
    }
    // Before anything is offered, segments can only differ on paper.
    if !context.has_value() {
        return Checked::Lacks(Text::new("what is offered to them", "给他们的方案"));
    }
    let apart = with_their_own(context);
    let own = |row: &Segment<'_>| id(row.id.as_ref()).is_some_and(|id| apart.contains(id));
    let mut alike: IndexMap<Likeness<'_>, Vec<&Segment<'_>>> = IndexMap::new();
    let mut copied: IndexMap<&str, &Segment<'_>> = IndexMap::new();
    let mut found = Vec::new();
    for row in targets {
        let text = filled(row.description.as_ref()).map(str::trim);
        let text = text.filter(|it| it.chars().count() >= TELLING);
        let twin = text.and_then(|text| copied.insert(text, row));
        if let Some(twin) = twin {
            found.push((row, "description", vec![twin, row]));
        } else if !row.needs.is_empty() && !own(row) {
            alike.entry(Likeness::of(row)).or_default().push(row);
        }
    }
    let groups = alike.into_values().filter(|rows| rows.len() > 1);
    found.extend(groups.filter_map(|rows| Some((*rows.get(1)?, "needs", rows))));
    for (row, key, rows) in found {
        let names: Vec<&str> = rows
            .iter()
            .map(|row| named(row.name.as_ref(), row.id.as_ref()))
            .collect();
        let (text, span) = if key == "needs" {
            (ALIKE, row.needs.first().map(|it| it.span))
        } else {
            (COPIED, row.description.as_ref().map(|it| it.span))
        };
        sink.at(
            row.path(key),
            span.unwrap_or(row.span),
            text,
            &[&listed(&names)],
        );
    }
    Checked::Yes
}

const ALIKE: Text = Text::new(
    "The same needs, and nothing in the plan is done differently for any of them: {0}.",
    "需要相同，计划里也没有为其中任何一组另作安排：{0}。",
);
const COPIED: Text = Text::new(
    "One description, word for word, for two targets: {0}.",
    "两个目标细分的描述一字不差：{0}。",
);

/// What would set a segment apart on its own row.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Likeness<'t> {
    needs: Vec<&'t str>,
    reach: Vec<&'t str>,
    people: [Option<&'t str>; 3],
    kinds: [Option<u8>; 2],
}

impl<'t> Likeness<'t> {
    fn of(row: &'t Segment<'_>) -> Likeness<'t> {
        let sorted = |lists: &[&'t [Sp<Str<'_>>]]| {
            let mut words: Vec<&str> = lists
                .iter()
                .flat_map(|list| list.iter().map(|it| it.value.trim()))
                .collect();
            words.sort_unstable();
            words
        };
        Likeness {
            needs: sorted(&[&row.needs]),
            reach: sorted(&[&row.buys_at, &row.media]),
            people: [&row.payer, &row.decider, &row.user].map(|it| filled(it.as_ref())),
            kinds: [
                row.side.as_ref().map(|it| it.value as u8),
                row.buyer_type.as_ref().map(|it| it.value as u8),
            ],
        }
    }
}

/// The segments that something in the plan names alone: they are treated in their own way.
fn with_their_own<'c>(context: &Context<'c, '_>) -> HashSet<&'c str> {
    let plan = context.plan;
    let mut told: IndexMap<&str, usize> = IndexMap::new();
    for text in plan
        .propositions
        .iter()
        .filter_map(|row| filled(row.statement.as_ref()))
    {
        *told.entry(text.trim()).or_default() += 1;
    }
    let promised = plan.propositions.iter().filter(|row| {
        filled(row.statement.as_ref()).is_some_and(|text| told.get(text.trim()) == Some(&1))
    });
    let lists = plan
        .products
        .iter()
        .map(|row| &row.segments)
        .chain(plan.channels.iter().map(|row| &row.segments));
    let alone = lists.filter_map(|list| match list.as_slice() {
        [only] => Some(only),
        _ => None,
    });
    promised
        .filter_map(|row| row.segment.as_ref())
        .chain(alone)
        .chain(plan.messages.iter().filter_map(|row| row.segment.as_ref()))
        .chain(
            plan.promotions
                .iter()
                .filter_map(|row| row.segment.as_ref()),
        )
        .chain(plan.actions.iter().filter_map(|row| row.segment.as_ref()))
        .chain(
            plan.programmes
                .iter()
                .filter_map(|row| row.segment.as_ref()),
        )
        .map(|it| it.value.as_ref())
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const OFFER: &str = "[[needs.customer_needs]]\nid = \"n\"\n[[needs.customer_needs]]\nid = \"m\"\n[[mix.products]]\nid = \"p\"\nname = \"Tea\"\n";

    fn segment(id: &str, name: &str, rest: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"{id}\"\nname = \"{name}\"\ndecision = \"target\"\n{rest}\n"
        )
    }
    fn two(one: &str, other: &str) -> String {
        let row = |id, name, rest: &str| segment(id, name, &format!("needs = [\"n\"]\n{rest}"));
        row("a", "White collars", one) + &row("b", "新中产", other) + OFFER
    }

    #[test]
    fn the_same_needs_and_the_same_offer_are_found_once() {
        let all = two("", "") + &segment("c", "Freelancers", "needs = [\"n\"]");
        let said = said("T203", &all);
        assert_eq!(said.len(), 1);
        assert!(said[0].contains("White collars、新中产、Freelancers"));
        assert_eq!(found("T203", &all)[0].path, "targeting.segments.b.needs");
    }

    #[test]
    fn a_description_that_comes_twice_is_found() {
        for text in [
            "People who work long hours and earn well.",
            "工作忙、收入高、愿意为品质生活多花一点钱的城市人群。",
        ] {
            let text = format!("description = \"{text}\"");
            let plan = segment("a", "A", &text) + &segment("b", "B", &text) + OFFER;
            assert_eq!(
                found("T203", &plan)[0].path,
                "targeting.segments.b.description"
            );
        }
    }

    #[test]
    fn whatever_tells_them_apart_is_enough() {
        for (one, other) in [
            ("media = [\"radio\"]", "media = [\"短视频\"]"),
            ("payer = \"the employer\"", ""),
            ("side = \"suppliers\"", ""),
        ] {
            assert!(found("T203", &two(one, other)).is_empty());
        }
        let promise = "[[value.propositions]]\nid = \"v\"\nsegment = \"b\"\nstatement = \"下班到家茶已泡好\"\n";
        assert!(found("T203", &(two("", "") + promise)).is_empty());
        let other = two("", "").replacen("[\"n\"]", "[\"m\"]", 1);
        assert!(found("T203", &other).is_empty());
    }

    #[test]
    fn before_anything_is_offered_nothing_is_said() {
        assert!(lacks("T203", &two("", "").replace(OFFER, "")).is_some());
        assert!(lacks("T203", &segment("a", "A", "")).is_some());
    }
}
