//! A target whose size nobody knows.

use crate::catalogue::Step;
use crate::checks::context::{listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Segment;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "T204",
    name: "segment-not-measured",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Targeting,
    title: Text::new("Segment not measured", "细分没有规模"),
    why: Text::new(
        "A segment must be measurable and large enough; break-even, share and budget all wait for this number (Kotler and Armstrong).",
        "细分要可衡量、有足够的规模；盈亏平衡、份额和预算都等着这个数（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "How many of them can you serve, and who has counted them or could?",
        "你够得着的有多少人？谁数过，或者可以怎样数？",
    ),
    page: include_str!("segment_not_measured.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut looked = false;
    let mut bare: Vec<&Segment<'_>> = Vec::new();
    for row in context.targets() {
        looked = true;
        let name = named(row.name.as_ref(), row.id.as_ref());
        let source = filled(row.size_source.as_ref());
        match &row.size {
            // A range does not fit into a number; it may stand with its method in the source.
            None if source.is_some_and(|it| it.chars().any(char::is_numeric)) => {}
            None if context.is_unknown(row, "size") => {}
            None => bare.push(row),
            Some(size) => {
                if source.is_none() && !context.is_unknown(row, "size_source") {
                    let number = show(size.value);
                    sink.value(
                        row,
                        "size",
                        size,
                        Text::new(
                            "The size of the target “{0}”, {1}, comes from nowhere: its source is missing.",
                            "目标细分“{0}”的规模{1}没有来源。",
                        ),
                        &[name, &number],
                    );
                }
            }
        }
    }
    let names = |rows: &[&Segment<'_>]| -> String {
        let names = rows.iter();
        let names: Vec<&str> = names
            .map(|row| named(row.name.as_ref(), row.id.as_ref()))
            .collect();
        listed(&names)
    };
    match bare.as_slice() {
        [] => {}
        [row] => {
            sink.missing(
                *row,
                "size",
                Text::new(
                    "The target “{0}” has no size: nobody can tell how many they are.",
                    "目标细分“{0}”没有规模，不知道有多少人。",
                ),
                &[&names(&bare)],
            );
        }
        // Nobody has counted yet: that is one gap, however many wait for it.
        [first, ..] => {
            sink.missing(
                *first,
                "size",
                Text::new(
                    "{0} targets have no size, nobody can tell how many they are: {1}.",
                    "{0}个目标细分没有规模，不知道各有多少人：{1}。",
                ),
                &[&bare.len().to_string(), &names(&bare)],
            );
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("a target segment", "选为目标的细分"))
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn segment(name: &str, rest: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"a\"\nname = \"{name}\"\ndecision = \"target\"\n{rest}\n"
        )
    }

    #[test]
    fn a_target_without_size_or_source_is_found() {
        assert_eq!(
            found("T204", &segment("Pet lovers", ""))[0].path,
            "targeting.segments.a.size"
        );
        assert!(said("T204", &segment("宠物爱好者", ""))[0].contains("“宠物爱好者”没有规模"));
        assert!(said("T204", &segment("养犬户", "size = 4200"))[0].contains("4,200没有来源"));
        assert_eq!(
            found(
                "T204",
                &segment("Dog owners", "size = 4200\nsize_source = \"TBD\"")
            )
            .len(),
            1
        );
    }

    #[test]
    fn a_size_with_source_a_range_and_an_unknown_are_silent() {
        let full = "size = 4200\nsize_source = \"licence register 2026\"";
        assert!(found("T204", &segment("Dog owners", full)).is_empty());
        let full = "size = 4200\nsize_source = \"2026年犬证登记\"";
        assert!(found("T204", &segment("养犬户", full)).is_empty());
        let range = "size_source = \"15 to 20 at the rank, own count\"";
        assert!(found("T204", &segment("Drivers", range)).is_empty());
        let range = "size_source = \"自己数的，每天15到20人\"";
        assert!(found("T204", &segment("司机", range)).is_empty());
        let unknown = format!(
            "[plan]\nunknown = [\"targeting.segments.a.size\"]\n{}",
            segment("司机", "")
        );
        assert!(found("T204", &unknown).is_empty());
    }

    #[test]
    fn several_without_a_size_are_one_finding() {
        for (one, other) in [("Pet lovers", "Farmers"), ("宠物爱好者", "农户")] {
            let second = segment(other, "").replace("\"a\"", "\"b\"");
            let plan = format!("{}{second}", segment(one, ""));
            let said = said("T204", &plan);
            assert_eq!(said.len(), 1);
            assert!(said[0].contains(one) && said[0].contains(other), "{said:?}");
        }
    }

    #[test]
    fn only_targets_are_measured() {
        let later = segment("Businesses", "").replace("\"target\"", "\"later\"");
        assert!(found("T204", &later).is_empty());
        assert!(lacks("T204", &later).is_some());
    }
}
