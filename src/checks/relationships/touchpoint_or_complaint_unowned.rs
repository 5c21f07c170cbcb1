//! Places where customers are met, and nobody who answers for them.

use std::sync::LazyLock;

use super::groups::has_care;
use crate::catalogue::Step;
use crate::catalogue::choices::BuyingStage;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Touchpoint;
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "R506",
    name: "touchpoint-or-complaint-unowned",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Relationships,
    title: Text::new("Touchpoint or complaint unowned", "接触点或投诉无人负责"),
    why: Text::new(
        "Quality is made in moments of truth, from the first contact to the complaint that is put right (Carlzon 1987; Tax & Brown 1998).",
        "质量产生于一个个关键时刻，从第一次接触到投诉得到解决（Carlzon，1987；Tax与Brown，1998）。",
    ),
    ask: Text::new(
        "By what standard can anyone tell that it went well, and who sees to it?",
        "凭什么标准看得出这一处做好了？由谁盯着？",
    ),
    page: include_str!("touchpoint_or_complaint_unowned.md"),
    check,
};

/// Words of a time by which a complaint is answered.
const TIMES: &str = "\
    minute, hour, day, night, week, weekend, month, morning, evening, today, at once, immediately, \
    immediate, instantly, on the spot, overnight, daily, \
    秒, 分钟, 小时, 钟头, 天, 日, 夜, 周, 星期, 礼拜, 月, 立即, 立刻, 马上, 当场, 即时, 随时, 隔日";

static TIME_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(TIMES));

const COMPLAINTS: &str = "\
    complaint, complain, complains, refund, put right, make good, money back, \
    投诉, 抱怨, 意见, 退款, 退换, 赔, 补打, 返工, 重做";

static COMPLAINT_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(COMPLAINTS));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if plan.touchpoints.is_empty() && !has_care(context) {
        return Checked::Lacks(Text::new(
            "touchpoints or customer care",
            "接触点或顾客关怀",
        ));
    }
    for row in &plan.touchpoints {
        unowned(context, sink, row);
    }
    nothing_after(context, sink);
    complaints(context, sink);
    Checked::Yes
}

/// A touchpoint without standard and owner; of a moment of truth, both are asked for.
fn unowned(context: &Context, sink: &mut Sink, row: &Touchpoint<'_>) {
    let standard = context.settled(row, "standard", filled(row.standard.as_ref()).is_some());
    // In a small firm one name may own all of them, and stand there once.
    let rows = &context.plan.touchpoints;
    let owned = rows.iter().any(|row| filled(row.owner.as_ref()).is_some());
    let owner = context.settled(row, "owner", filled(row.owner.as_ref()).is_some());
    let truth = row.moment_of_truth.as_ref().is_some_and(|it| it.value);
    let name = called(row.r#where.as_ref(), row);
    match (standard, owner) {
        (false, false) => {
            sink.missing(
                row,
                "standard",
                Text::new(
                    "The touchpoint “{0}” has neither a standard nor an owner.",
                    "接触点“{0}”既没有服务标准，也没有负责人。",
                ),
                &[&name],
            );
        }
        (false, true) if truth => {
            sink.missing(
                row,
                "standard",
                Text::new(
                    "“{0}” is a moment of truth without a standard: nobody can tell whether it went well.",
                    "“{0}”是关键时刻，却没有服务标准，做得好不好看不出来。",
                ),
                &[&name],
            );
        }
        (true, false) if truth && !owned => {
            sink.missing(
                row,
                "owner",
                Text::new(
                    "“{0}” is a moment of truth that nobody owns.",
                    "“{0}”是关键时刻，却没有负责人。",
                ),
                &[&name],
            );
        }
        _ => {}
    }
}

/// Touchpoints with their steps, none of which comes after the purchase.
fn nothing_after(context: &Context, sink: &mut Sink) {
    let plan = context.plan;
    let Some(first) = plan.touchpoints.first() else {
        return;
    };
    let before = plan.touchpoints.iter().all(|row| {
        row.stage
            .as_ref()
            .is_some_and(|it| it.value != BuyingStage::After)
    });
    let elsewhere = filled(plan.care.after_sales.as_ref()).is_some()
        || plan.buying_steps.iter().any(|row| {
            row.step
                .as_ref()
                .is_some_and(|it| it.value == BuyingStage::After)
                && filled(row.ours.as_ref()).is_some()
        });
    if before && !elsewhere {
        sink.at(
            "relationships.touchpoints",
            first.span(),
            Text::new(
                "The touchpoints end with the purchase ({0}): after it customers meet nobody.",
                "接触点到购买为止（{0}）：买完以后，顾客再也见不到人。",
            ),
            &[&called(first.r#where.as_ref(), first)],
        );
    }
}

/// No way to complain, or one that says nothing of time.
fn complaints(context: &Context, sink: &mut Sink) {
    let care = &context.plan.care;
    match filled(care.complaints.as_ref()).zip(care.complaints.as_ref()) {
        Some((text, at)) => {
            let timed = text.contains(|it: char| it.is_ascii_digit()) || TIME_WORDS.is_in(text);
            if !timed {
                sink.value(
                    care,
                    "complaints",
                    at,
                    Text::new(
                        "“{0}” does not say how soon a complaint is answered.",
                        "“{0}”没有写投诉多久得到答复。",
                    ),
                    &[text],
                );
            }
        }
        None => {
            let points = context
                .plan
                .touchpoints
                .iter()
                .flat_map(|row| [&row.r#where, &row.promise]);
            let rest = [&care.after_sales, &care.crisis];
            let told = points
                .chain(rest)
                .any(|text| filled(text.as_ref()).is_some_and(|text| COMPLAINT_WORDS.is_in(text)));
            if !told && !context.settled(care, "complaints", false) {
                let first = context.plan.touchpoints.first().map(Record::span);
                let span = if has_care(context) {
                    care.span()
                } else {
                    first.unwrap_or_default()
                };
                sink.at(
                    care.path("complaints"),
                    span,
                    Text::new(
                        "Care for customers is described, but not where they complain, how soon they hear back and who decides.",
                        "写了怎样关怀顾客，却没写在哪里投诉、多久答复、由谁拍板。",
                    ),
                    &[],
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const CARE: &str = "[relationships.care]\ncomplaints = \"店里、电话都收，两小时内答复\"\nafter_sales = \"第七天回访\"\n";

    fn point(more: &str) -> String {
        format!(
            "[[relationships.touchpoints]]\nid = \"t\"\nwhere = \"送货上门\"\nstage = \"after\"\n{more}\n"
        )
    }

    #[test]
    fn a_touchpoint_needs_a_standard_or_an_owner_and_a_moment_of_truth_both() {
        let bare = format!("{CARE}{}", point(""));
        assert_eq!(
            paths("R506", &bare),
            ["relationships.touchpoints.t.standard"]
        );
        assert!(messages("R506", &bare, Lang::Zh)[0].contains("送货上门"));
        assert_eq!(
            paths("R506", &format!("{CARE}{}", point("owner = \"Ma\""))),
            [""; 0]
        );
        let truth = |more: &str| {
            format!(
                "{CARE}{}",
                point(&format!("moment_of_truth = true\n{more}"))
            )
        };
        assert!(
            messages("R506", &truth("owner = \"Ma\""), Lang::En)[0].contains("without a standard")
        );
        assert_eq!(
            paths("R506", &truth("standard = \"90 s\"")),
            ["relationships.touchpoints.t.owner"]
        );
        let one_name = truth("standard = \"90 s\"")
            + "[[relationships.touchpoints]]\nid = \"u\"\nowner = \"Ma\"\n";
        assert_eq!(paths("R506", &one_name), [""; 0]);
    }

    #[test]
    fn the_time_after_the_purchase_is_missed() {
        let care = CARE.replace("after_sales = \"第七天回访\"\n", "");
        let early = point("owner = \"马\"\nstandard = \"1\"").replace("after", "buying");
        assert_eq!(
            paths("R506", &format!("{care}{early}")),
            ["relationships.touchpoints"]
        );
        assert_eq!(paths("R506", &format!("{CARE}{early}")), [""; 0]);
    }

    #[test]
    fn a_complaint_needs_a_place_and_a_time() {
        for text in ["We take every complaint seriously", "高度重视每一条意见"] {
            let plan = format!("[relationships.care]\ncomplaints = \"{text}\"\n");
            assert!(messages("R506", &plan, Lang::En)[0].contains(text));
        }
        for text in ["By text, answered within a day", "微信投诉，当场解决"] {
            let plan = format!("[relationships.care]\ncomplaints = \"{text}\"\n");
            assert_eq!(paths("R506", &plan), [""; 0], "{text}");
        }
        let none = "[relationships.care]\nafter_sales = \"A call on day 3\"\n";
        assert_eq!(paths("R506", none), ["relationships.care.complaints"]);
        let unknown = format!("[plan]\nunknown = [\"relationships.care\"]\n{none}");
        assert_eq!(paths("R506", &unknown), [""; 0]);
        assert!(!is_checked("R506", ""));
    }
}
