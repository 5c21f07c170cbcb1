//! A target whose size nobody knows.

use crate::catalogue::Step;
use crate::checks::context::named;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
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
    for row in context.targets() {
        looked = true;
        let name = named(row.name.as_ref(), row.id.as_ref());
        let source = filled(row.size_source.as_ref());
        match &row.size {
            // A range does not fit into a number; it may stand with its method in the source.
            None if source.is_some_and(|it| it.chars().any(char::is_numeric)) => {}
            None if context.is_unknown(row, "size") => {}
            None => {
                sink.missing(
                    row,
                    "size",
                    Text::new(
                        "The target “{0}” has no size: nobody can tell how many they are.",
                        "目标细分“{0}”没有规模，不知道有多少人。",
                    ),
                    &[name],
                );
            }
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
    fn only_targets_are_measured() {
        let later = segment("Businesses", "").replace("\"target\"", "\"later\"");
        assert!(found("T204", &later).is_empty());
        assert!(lacks("T204", &later).is_some());
    }
}
