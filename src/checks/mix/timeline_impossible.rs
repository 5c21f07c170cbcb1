//! Dates that contradict each other.

mod circles;

use jiff::Span;
use jiff::civil::Date;

use crate::catalogue::Step;
use crate::catalogue::choices::{ActionStatus, Lever, Repeat};
use crate::checks::context::{called, has, mentions};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{Action, Product};
use crate::plan::{Record, Sp};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "M416",
    name: "timeline-impossible",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Mix,
    title: Text::new("Impossible timeline", "时间表不可能"),
    why: Text::new(
        "Dates that contradict each other cannot be kept, and demand raised before you can serve it turns into disappointment (Kotler, on implementation).",
        "互相矛盾的日期做不到；还没法供应就先把需求叫起来，换来的是失望（科特勒论执行）。",
    ),
    ask: Text::new(
        "Which of the two dates is right, and who has to know of the change?",
        "两个日期哪个是对的？改了之后要告诉谁？",
    ),
    page: include_str!("timeline_impossible.md"),
    check,
};

/// Words that say openly that the thing is not there yet.
const TEASERS: &[&str] = &[
    "pre-order",
    "preorder",
    "waiting list",
    "wait list",
    "waitlist",
    "teaser",
    "announce",
    "sign up",
    "coming soon",
    "预售",
    "预订",
    "预定",
    "预约",
    "候补",
    "预告",
    "预热",
    "报名",
    "登记",
];

/// The months before the first day in which a thing may be prepared: a season.
const PREPARATION: i32 = 6;

type Day = Sp<Date>;

const BACKWARDS: Text = Text::new(
    "“{0}” ends on {2}, before it starts on {1}.",
    "“{0}”于{1}开始，却在{2}就结束了。",
);
const OUTSIDE: Text = Text::new(
    "“{0}” runs from {1} to {2}, wholly outside the plan's period {3} to {4}.",
    "“{0}”从{1}到{2}，完全不在计划期（{3}至{4}）内。",
);
const PARTLY: Text = Text::new(
    "“{0}” runs from {1} to {2}, partly outside the plan's period {3} to {4}.",
    "“{0}”从{1}到{2}，有一部分不在计划期（{3}至{4}）内。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let period = Period {
        starts: plan.frame.starts.as_ref(),
        ends: plan.frame.ends.as_ref(),
    };
    let mut dated = false;
    if let (Some(starts), Some(ends)) = (period.starts, period.ends) {
        dated = true;
        if ends.value < starts.value {
            let (from, to) = (starts.to_string(), ends.to_string());
            let title = called(plan.frame.title.as_ref(), &plan.frame);
            sink.value(&plan.frame, "ends", ends, BACKWARDS, &[&title, &from, &to]);
            return Checked::Yes;
        }
    }
    for action in plan.actions.iter().filter(|row| !is_dropped(row)) {
        let name = action.name().unwrap_or_default();
        dated |= action.starts.is_some() || action.ends.is_some();
        // To build, to hire and to ask come before the first day; what customers hear does not.
        let prepares = action
            .lever
            .as_ref()
            .is_none_or(|lever| lever.value != Lever::Promotion);
        let period = if prepares {
            period.prepared(action.starts.as_ref())
        } else {
            period
        };
        let sound = period.holds(
            sink,
            action,
            &name,
            action.starts.as_ref(),
            action.ends.as_ref(),
        );
        if sound {
            waits(context, sink, action, &name);
            advertises_too_early(context, sink, action, &name);
        }
    }
    for offer in &plan.promotions {
        let name = called(offer.name.as_ref(), offer);
        dated |= offer.starts.is_some() || offer.ends.is_some();
        let sound = period.holds(
            sink,
            offer,
            &name,
            offer.starts.as_ref(),
            offer.ends.as_ref(),
        );
        let product = filled(offer.product.as_ref()).and_then(|id| context.product(id));
        let words = [offer.name.as_ref(), offer.what.as_ref()];
        let mut words = words.into_iter().filter_map(filled);
        let mut teaser = || words.any(|text| mentions(text, TEASERS));
        if let (true, Some(product), Some(starts)) = (sound, product, &offer.starts)
            && !teaser()
        {
            too_early(sink, offer, &name, starts, product);
        }
    }
    dated |= due(context, sink, period);
    dated |= circles::report(context, sink);
    if dated {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("dates", "日期"))
    }
}

/// The days between which the plan holds.
#[derive(Debug, Clone, Copy)]
struct Period<'d> {
    starts: Option<&'d Day>,
    ends: Option<&'d Day>,
}

impl Period<'_> {
    /// The period without its first day, for what begins in the months before it.
    fn prepared(self, starts: Option<&Day>) -> Self {
        let early = starts.zip(self.starts).is_some_and(|(day, first)| {
            day.value < first.value
                && day.value.saturating_add(Span::new().months(PREPARATION)) >= first.value
        });
        let ends = self.ends;
        let starts = self.starts.filter(|_| !early);
        Period { starts, ends }
    }

    /// Looks at the two dates of a row; false if they are reported.
    fn holds(
        self,
        sink: &mut Sink,
        record: &impl Record,
        name: &str,
        starts: Option<&Day>,
        ends: Option<&Day>,
    ) -> bool {
        let (Some(first), Some(last)) = (starts.or(ends), ends.or(starts)) else {
            return true;
        };
        let early = |day: &Day| self.starts.is_some_and(|plan| day.value < plan.value);
        let late = |day: &Day| self.ends.is_some_and(|plan| day.value > plan.value);
        // Most rows hold, and then no day has to be written out.
        if last.value >= first.value && !early(first) && !late(last) {
            return true;
        }
        let (from, to) = (first.to_string(), last.to_string());
        if last.value < first.value {
            sink.value(record, "ends", last, BACKWARDS, &[name, &from, &to]);
            return false;
        }
        let (begins, closes) = (show(self.starts), show(self.ends));
        let args = [name, &from, &to, &begins, &closes];
        // A plan without one of its dates is said to last from or to “…”.
        if early(last) || late(first) {
            let (key, day) = if early(last) {
                ("ends", last)
            } else {
                ("starts", first)
            };
            sink.value(record, key, day, OUTSIDE, &args);
            return false;
        }
        let (key, day) = if early(first) {
            ("starts", first)
        } else {
            ("ends", last)
        };
        sink.value(record, key, day, PARTLY, &args).severity = Severity::Warning;
        true
    }
}

fn show(day: Option<&Day>) -> String {
    day.map_or_else(|| "…".to_owned(), |day| day.to_string())
}

fn is_dropped(action: &Action<'_>) -> bool {
    action
        .status
        .as_ref()
        .is_some_and(|status| status.value == ActionStatus::Dropped)
}

/// An action starts only when what it follows has ended.
fn waits(context: &Context, sink: &mut Sink, action: &Action<'_>, name: &str) {
    let Some(starts) = action.starts.as_ref().filter(|_| !action.after.is_empty()) else {
        return;
    };
    for before in &context.plan.actions {
        let follows = before
            .id
            .as_ref()
            .is_some_and(|id| has(&action.after, &id.value));
        // What comes back every week is never over, so the first time is what counts.
        let returns = before
            .repeats
            .as_ref()
            .is_some_and(|repeats| repeats.value != Repeat::Once);
        let over = if returns {
            before.starts.as_ref()
        } else {
            before.ends.as_ref().or(before.starts.as_ref())
        };
        let Some(over) = over.filter(|_| follows && !is_dropped(before)) else {
            continue;
        };
        if over.value > starts.value {
            let other = before.name().unwrap_or_default();
            sink.value(
                action,
                "starts",
                starts,
                Text::new(
                    "“{0}” starts on {1}, but it follows “{2}”, which lasts until {3}.",
                    "“{0}”于{1}开始，可它的前置行动“{2}”要到{3}。",
                ),
                &[name, &starts.to_string(), &other, &over.to_string()],
            );
        }
    }
}

/// Promotion begins when at least one product for its segment can be had.
fn advertises_too_early(context: &Context, sink: &mut Sink, action: &Action<'_>, name: &str) {
    let promotes = action
        .lever
        .as_ref()
        .is_some_and(|lever| lever.value == Lever::Promotion);
    let teaser = || filled(action.what.as_ref()).is_some_and(|what| mentions(what, TEASERS));
    let Some(starts) = action.starts.as_ref().filter(|_| promotes && !teaser()) else {
        return;
    };
    let segment = filled(action.segment.as_ref());
    let for_it = |product: &&Product<'_>| {
        segment.is_none_or(|id| product.segments.is_empty() || has(&product.segments, id))
    };
    let products = || context.plan.products.iter().filter(for_it);
    if products().any(|product| product.ready.is_none()) {
        return;
    }
    let first = products().min_by_key(|product| product.ready.as_ref().map(|day| day.value));
    if let Some(product) = first {
        too_early(sink, action, name, starts, product);
    }
}

fn too_early(
    sink: &mut Sink,
    record: &impl Record,
    name: &str,
    starts: &Day,
    product: &Product<'_>,
) {
    let Some(ready) = product
        .ready
        .as_ref()
        .filter(|day| day.value > starts.value)
    else {
        return;
    };
    sink.value(
        record,
        "starts",
        starts,
        Text::new(
            "“{0}” starts on {1}, but “{2}” is ready only on {3}.",
            "“{0}”于{1}开始，而“{2}”要到{3}才准备好。",
        ),
        &[
            name,
            &starts.to_string(),
            &called(product.name.as_ref(), product),
            &ready.to_string(),
        ],
    )
    .severity = Severity::Warning;
}

/// Due dates of objectives and milestones; true if there are any.
fn due(context: &Context, sink: &mut Sink, period: Period<'_>) -> bool {
    let plan = context.plan;
    let mut dated = false;
    for objective in &plan.objectives {
        let Some(by) = &objective.by else {
            continue;
        };
        dated = true;
        let name = objective.name().unwrap_or_default();
        if period.starts.is_some_and(|day| by.value < day.value) {
            sink.value(
                objective,
                "by",
                by,
                Text::new(
                    "“{0}” is due on {1}, before the plan starts on {2}.",
                    "“{0}”的期限是{1}，计划却到{2}才开始。",
                ),
                &[&name, &by.to_string(), &show(period.starts)],
            );
        }
        let own = objective.id.as_ref();
        let late = own.into_iter().flat_map(|id| context.milestones(id));
        for milestone in late {
            let Some(day) = milestone.by.as_ref().filter(|day| day.value > by.value) else {
                continue;
            };
            sink.value(
                milestone,
                "by",
                day,
                Text::new(
                    "The milestone “{0}” is read on {1}, after its objective “{2}” is due on {3}.",
                    "里程碑“{0}”在{1}，晚于所属目标“{2}”的期限{3}。",
                ),
                &[
                    &milestone.name().unwrap_or_default(),
                    &day.to_string(),
                    &name,
                    &by.to_string(),
                ],
            );
        }
    }
    dated
}

#[cfg(test)]
mod tests;
