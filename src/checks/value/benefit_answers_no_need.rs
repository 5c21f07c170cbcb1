//! A benefit that nobody in its segment lacks.

use crate::catalogue::Step;
use crate::catalogue::choices::Decision;
use crate::checks::context::{called, has};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::{Benefit, Segment};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V304",
    name: "benefit-answers-no-need",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Value,
    title: Text::new("Benefit answers no need", "利益不回应任何需要"),
    why: Text::new(
        "A benefit that nobody lacks is a feature in disguise: the plan has begun with the product (Levitt 1960; Osterwalder's fit).",
        "没有人缺的利益只是换了说法的特点，说明计划是从产品出发的（莱维特1960；奥斯特瓦德的“契合”）。",
    ),
    ask: Text::new(
        "Which need of this segment does it answer, and if none, why promise it?",
        "它回应这个细分的哪个需要？如果没有，为什么还要承诺？",
    ),
    page: include_str!("benefit_answers_no_need.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    if context.plan.benefits.is_empty() {
        return Checked::Lacks(Text::new("benefits", "利益"));
    }
    let loose =
        |row: &Benefit<'_>| !context.settled(row, "need", filled(row.need.as_ref()).is_some());
    // Where no benefit names a need, the link itself is missing: one gap, told once.
    if let [first, _, ..] = &*context.plan.benefits
        && context.plan.benefits.iter().all(loose)
    {
        let count = context.plan.benefits.len().to_string();
        sink.missing(
            first,
            "need",
            Text::new(
                "None of the {1} benefits, “{0}” among them, names a need that it answers.",
                "{1}项利益（如“{0}”）都没有写明回应哪个需要。",
            ),
            &[&first.name().unwrap_or_default(), &count],
        );
        return Checked::Yes;
    }
    for benefit in &context.plan.benefits {
        if context.settled(benefit, "need", false) {
            continue;
        }
        let name = benefit.name().unwrap_or_default();
        let Some(need) = benefit
            .need
            .as_ref()
            .filter(|need| filled(Some(*need)).is_some())
        else {
            sink.missing(
                benefit,
                "need",
                Text::new(
                    "The benefit “{0}” names no need that it answers.",
                    "利益“{0}”没有写明回应哪个需要。",
                ),
                &[&name],
            );
            continue;
        };
        // An id that does not exist is another rule's finding.
        let Some(segment) = segment_of(context, benefit) else {
            continue;
        };
        let known = context.need(&need.value).is_some();
        if known && !segment.needs.is_empty() && !has(&segment.needs, &need.value) {
            sink.value(
                benefit,
                "need",
                need,
                Text::new(
                    "The benefit “{0}” answers “{1}”, which is no need of its segment “{2}”.",
                    "利益“{0}”回应的“{1}”，并不是细分“{2}”的需要。",
                ),
                &[&name, &need.value, &called(segment.name.as_ref(), segment)],
            );
        }
    }
    Checked::Yes
}

/// The segment to which a benefit is promised, unless we do not serve it.
fn segment_of<'c, 'p>(context: &Context<'c, 'p>, benefit: &Benefit<'_>) -> Option<&'c Segment<'p>> {
    let proposition = filled(benefit.proposition.as_ref())?;
    let row = context.proposition(proposition)?;
    let segment = filled(row.segment.as_ref())?;
    context.segment(segment).filter(|row| {
        row.decision
            .as_ref()
            .is_none_or(|it| it.value == Decision::Target)
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[needs.customer_needs]]\nid = \"rest\"\n[[needs.customer_needs]]\nid = \"warmth\"\n\
        [[targeting.segments]]\nid = \"s\"\nname = \"跑夜班的司机\"\nneeds = [\"rest\"]\n\
        [[value.propositions]]\nid = \"p\"\nsegment = \"s\"\n\
        [[value.benefits]]\nid = \"b\"\nproposition = \"p\"\nneed = \"warmth\"\nbenefit = \"脚不冷\"\n";

    #[test]
    fn a_need_of_others_is_no_answer() {
        assert_eq!(paths("V304", PLAN), ["value.benefits.b.need"]);
        assert!(messages("V304", PLAN, Lang::Zh)[0].contains("跑夜班的司机"));
    }

    #[test]
    fn a_benefit_without_a_need_is_found_and_a_placeholder_is_none() {
        for need in ["", "need = \"TBD\"\n", "need = \"待定\"\n"] {
            let plan = PLAN.replace("need = \"warmth\"\n", need);
            assert_eq!(paths("V304", &plan), ["value.benefits.b.need"]);
        }
    }

    #[test]
    fn benefits_that_all_name_no_need_are_told_once() {
        for (other, lang) in [("Dry feet", Lang::En), ("脚不湿", Lang::Zh)] {
            let two = PLAN.replace("need = \"warmth\"\n", "")
                + &format!("[[value.benefits]]\nid = \"c\"\nbenefit = \"{other}\"\n");
            assert_eq!(paths("V304", &two), ["value.benefits.b.need"]);
            assert!(messages("V304", &two, lang)[0].contains('2'));
            // One that names a need shows that the author makes the link.
            let one = two.replace("id = \"c\"", "id = \"c\"\nneed = \"rest\"");
            assert_eq!(paths("V304", &one), ["value.benefits.b.need"]);
            assert!(!messages("V304", &one, lang)[0].contains('2'));
        }
    }

    #[test]
    fn the_segments_own_need_is_an_answer() {
        assert_eq!(
            paths(
                "V304",
                &PLAN.replace("need = \"warmth\"", "need = \"rest\"")
            ),
            [""; 0]
        );
    }

    #[test]
    fn what_cannot_be_compared_is_not_judged() {
        // No proposition, a segment whose needs are not written, an id that does not exist.
        for (old, new) in [
            ("proposition = \"p\"\n", ""),
            ("needs = [\"rest\"]\n", ""),
            ("need = \"warmth\"", "need = \"没有这个\""),
        ] {
            assert_eq!(paths("V304", &PLAN.replace(old, new)), [""; 0]);
        }
        assert!(!is_checked("V304", ""));
    }

    #[test]
    fn a_need_marked_unknown_is_not_asked_for_again() {
        let plan = format!("[plan]\nunknown = [\"value.benefits.b.need\"]\n{PLAN}")
            .replace("need = \"warmth\"\n", "");
        assert_eq!(paths("V304", &plan), [""; 0]);
    }
}
