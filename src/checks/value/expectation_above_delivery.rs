//! A promise above what is delivered.

use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::words::Text;
use crate::words::number::show;

use super::durations::{Duration, durations};
use super::promise_without_proof::is_guaranteed;

pub(super) const RULE: Rule = Rule {
    code: "V313",
    name: "expectation-above-delivery",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Value,
    title: Text::new("Promise above delivery", "期望高于交付"),
    why: Text::new(
        "Satisfaction is performance held against expectation: who promises more than he delivers makes disappointment (Oliver 1980; Parasuraman and others, gap 4).",
        "满意是实际表现与期望之比：承诺多、做到少，就是在制造失望（奥利弗，1980；帕拉休拉曼等的第四差距）。",
    ),
    ask: Text::new(
        "Will you raise the delivery, lower the promise, or pay when it is missed?",
        "是把交付提上去，把承诺降下来，还是做不到就赔？",
    ),
    page: include_str!("expectation_above_delivery.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = false;
    for row in &plan.propositions {
        let (Some(promise), Some(delivery)) = (&row.promise_level, &row.delivery_level) else {
            continue;
        };
        looked = true;
        let paid = filled(row.statement.as_ref()).is_some_and(is_guaranteed);
        if promise.value > delivery.value && !paid {
            sink.value(
                row,
                "promise_level",
                promise,
                Text::new(
                    "“{0}” leads customers to expect {1} of 5, and {2} is delivered today.",
                    "“{0}”让顾客期望{1}分（满分5分），如今只做到{2}分。",
                ),
                &[
                    &row.name().unwrap_or_default(),
                    &show(promise.value),
                    &show(delivery.value),
                ],
            );
        }
    }
    for row in &plan.touchpoints {
        let texts = filled(row.promise.as_ref()).zip(filled(row.standard.as_ref()));
        let Some((promise, standard)) = texts else {
            continue;
        };
        let (said, done) = (durations(promise), durations(standard));
        // Only one time on each side can be told to be the same thing.
        let ([said], [done]) = (said.as_slice(), done.as_slice()) else {
            continue;
        };
        looked = true;
        let Some(value) = row
            .standard
            .as_ref()
            .filter(|_| done.minutes > said.minutes)
        else {
            continue;
        };
        if is_deadline(promise, said) && is_deadline(standard, done) && !is_guaranteed(promise) {
            let cut = |text: &str, it: &Duration| {
                text.get(it.range.clone()).unwrap_or_default().to_owned()
            };
            sink.value(
                row,
                "standard",
                value,
                Text::new(
                    "At “{0}” customers are promised {1}, and the standard is {2}.",
                    "在“{0}”，对顾客承诺的是{1}，内部标准却是{2}。",
                ),
                &[
                    &row.name().unwrap_or_default(),
                    &cut(promise, said),
                    &cut(standard, done),
                ],
            );
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "what is promised and what is delivered, on one scale",
            "同一尺度上的承诺和交付",
        ))
    }
}

/// Whether a time is what something takes: not a lead, a span of years or how long it lasts.
fn is_deadline(text: &str, time: &Duration) -> bool {
    let before = text
        .get(..time.range.start)
        .unwrap_or_default()
        .to_lowercase();
    let after = text
        .get(time.range.end..)
        .unwrap_or_default()
        .to_lowercase();
    let other = |text: &str, words: &[&str]| words.iter().any(|it| text.contains(it));
    !other(
        &before,
        &[
            "last", "for ", "every", "early", "day ", "提前", "早", "保质", "质保", "第", "每",
        ],
    ) && !other(
        &after,
        &[
            "earl",
            "ahead",
            "guarantee",
            "warranty",
            "before",
            "之前",
            "以前",
            "质保",
        ],
    )
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn levels(promise: u8, delivery: u8, statement: &str) -> String {
        format!(
            "[[value.propositions]]\nid = \"v\"\nstatement = \"{statement}\"\npromise_level = {promise}\ndelivery_level = {delivery}\n"
        )
    }
    fn touch(promise: &str, standard: &str) -> String {
        format!(
            "[[relationships.touchpoints]]\nid = \"door\"\npromise = \"{promise}\"\nstandard = \"{standard}\"\n"
        )
    }

    #[test]
    fn a_promise_above_delivery_is_found() {
        assert_eq!(
            found("V313", &levels(5, 3, "Here in an hour"))[0].path,
            "value.propositions.v.promise_level"
        );
        assert!(
            said("V313", &levels(5, 3, "随叫随到"))[0]
                .contains("期望5分（满分5分），如今只做到3分")
        );
        for (promise, standard) in [
            ("Delivered in 30 minutes", "41 minutes on average"),
            ("Answer within 24 hours", "two working days"),
            ("30分钟送达", "平均四十一分钟"),
        ] {
            assert_eq!(
                found("V313", &touch(promise, standard)).len(),
                1,
                "{promise}"
            );
        }
    }

    #[test]
    fn what_is_kept_or_paid_for_is_silent() {
        assert!(found("V313", &levels(4, 4, "x")).is_empty());
        assert!(found("V313", &levels(5, 3, "Here in an hour or you pay nothing")).is_empty());
        assert!(found("V313", &levels(5, 3, "一小时不到，全额退款")).is_empty());
        for (promise, standard) in [
            ("Delivered in 45 minutes", "41 minutes"),
            ("Delivered in 30 minutes or it is free", "41 minutes"),
            ("You hear of it 3 days early", "answer within a week"),
            ("虫情早三天知道", "一周内回访"),
            ("A person answers", "within 2 hours"),
        ] {
            assert!(
                found("V313", &touch(promise, standard)).is_empty(),
                "{promise}"
            );
        }
    }

    #[test]
    fn one_side_alone_cannot_be_compared() {
        assert!(
            lacks(
                "V313",
                "[[value.propositions]]\nid = \"v\"\npromise_level = 5\n"
            )
            .is_some()
        );
    }
}
