//! Money for those who are not served, and none for a target.

use std::sync::LazyLock;

use foldhash::HashSet;
use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::{ActionStatus, Decision, Lever, Side};
use crate::checks::context::{called, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::{Action, Segment};
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X606",
    name: "spend-does-not-follow-targets",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Spending does not follow the targets", "投入不跟随目标"),
    why: Text::new(
        "Choosing means not spending elsewhere, and a target without resources is a wish (Kotler; McDonald: budgets follow the strategy).",
        "选择就意味着别处不花钱；选了目标却不给资源，只是愿望（科特勒；麦克唐纳：预算跟着战略走）。",
    ),
    ask: Text::new(
        "Which action serves this target, or is the money better spent on it than there?",
        "哪项行动为这个目标细分服务？这笔钱是不是该花在它身上？",
    ),
    page: include_str!("spend_does_not_follow_targets.md"),
    check,
};

const NOT_SERVED: Text = Text::new(
    "“{0}” is done for “{1}”, a segment that the plan decided not to serve.",
    "“{0}”是为“{1}”做的，而计划已决定不服务这个细分。",
);
const TOO_EARLY: Text = Text::new(
    "“{0}” spends money on “{1}”, a segment that is to wait, and no condition or earlier action opens the way.",
    "“{0}”把钱花在暂缓的细分“{1}”上，又没有写启动条件或前置行动。",
);
const EMPTY_HANDED: Text = Text::new(
    "“{0}” is a target, but all actions are for other segments and none is for it.",
    "“{0}”选为目标，但所有行动都面向别的细分，没有一项是为它做的。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let live = || plan.actions.iter().filter(|row| !is_dropped(row));
    let lacks = Checked::Lacks(Text::new(
        "segments with a decision, and actions or offers that name a segment",
        "已作决定的细分，以及写明面向细分的行动或活动",
    ));
    let named = live().any(|row| row.segment.is_some())
        || plan.promotions.iter().any(|row| row.segment.is_some());
    if !named || plan.segments.iter().all(|row| row.decision.is_none()) {
        return lacks;
    }
    let paid: HashSet<&str> = plan
        .budget
        .iter()
        .filter(|row| {
            row.amount
                .as_ref()
                .is_some_and(|it| it.value > Decimal::ZERO)
        })
        .filter_map(|row| filled(row.action.as_ref()))
        .collect();
    for action in live() {
        // What is looked into is not yet served.
        let research = action
            .lever
            .as_ref()
            .is_some_and(|it| it.value == Lever::Research);
        let Some((segment, named)) =
            segment(context, action.segment.as_ref()).filter(|_| !research)
        else {
            continue;
        };
        let costs = action
            .cost
            .as_ref()
            .is_some_and(|it| it.value > Decimal::ZERO)
            || id(action.id.as_ref()).is_some_and(|id| paid.contains(id));
        let prepared = filled(action.gate.as_ref()).is_some() || !action.after.is_empty();
        let ends = filled(action.what.as_ref()).is_some_and(|it| FAREWELL.is_in(it));
        let text = match segment.decision.as_ref().map(|it| it.value) {
            Some(Decision::No) if !ends => NOT_SERVED,
            Some(Decision::Later) if costs && !prepared => TOO_EARLY,
            _ => continue,
        };
        let name = called(action.what.as_ref(), action);
        sink.value(
            action,
            "segment",
            named,
            text,
            &[&name, &called(segment.name.as_ref(), segment)],
        );
    }
    for offer in &plan.promotions {
        let Some((segment, named)) = segment(context, offer.segment.as_ref()) else {
            continue;
        };
        if segment
            .decision
            .as_ref()
            .is_some_and(|it| it.value == Decision::No)
        {
            let name = called(offer.name.as_ref(), offer);
            let group = called(segment.name.as_ref(), segment);
            sink.value(offer, "segment", named, NOT_SERVED, &[&name, &group]);
        }
    }
    empty_handed(context, sink);
    Checked::Yes
}

/// Words of an action that ends the service to a segment.
static FAREWELL: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "stop, end, leave, withdraw, hand over, refer, say goodbye, close, 停止, 退出, 转介, 移交, \
         告别, 结束",
    )
});

/// Targets for which nothing is done, where every action says whom it is for.
fn empty_handed(context: &Context, sink: &mut Sink) {
    let plan = context.plan;
    let live = || plan.actions.iter().filter(|row| !is_dropped(row));
    // An action without a segment serves all targets, and so may a budget line of no action.
    let shared = live().any(|row| row.segment.is_none())
        || plan
            .budget
            .iter()
            .any(|row| row.action.is_none() && row.amount.is_some());
    if shared || live().count() < 2 {
        return;
    }
    let served: HashSet<&str> = live()
        .map(|row| &row.segment)
        .chain(plan.promotions.iter().map(|row| &row.segment))
        .chain(plan.programmes.iter().map(|row| &row.segment))
        .filter_map(|segment| filled(segment.as_ref()))
        .collect();
    for target in context.targets() {
        let sells_to_us = target
            .side
            .as_ref()
            .is_some_and(|it| it.value == Side::Suppliers);
        let Some(name) = id(target.id.as_ref()).filter(|id| !sells_to_us && !served.contains(id))
        else {
            continue;
        };
        if !plan.is_unknown(&target.path("")) && !name.is_empty() {
            sink.missing(
                target,
                "",
                EMPTY_HANDED,
                &[&called(target.name.as_ref(), target)],
            );
        }
    }
}

fn is_dropped(action: &Action<'_>) -> bool {
    action
        .status
        .as_ref()
        .is_some_and(|status| status.value == ActionStatus::Dropped)
}

type Named<'c, 'p> = &'c crate::plan::Sp<crate::plan::Str<'p>>;

/// The segment that a row names, with the place where it does.
fn segment<'c, 'p>(
    context: &Context<'c, 'p>,
    named: Option<Named<'c, 'p>>,
) -> Option<(&'c Segment<'p>, Named<'c, 'p>)> {
    let named = named?;
    let row = context.segment(&named.value)?;
    Some((row, named))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const SEGMENTS: &str = "[[targeting.segments]]\nid = \"night\"\nname = \"Night nurses\"\ndecision = \"target\"\n\
        [[targeting.segments]]\nid = \"day\"\nname = \"日班护士\"\ndecision = \"target\"\n\
        [[targeting.segments]]\nid = \"guests\"\nname = \"Hospital guests\"\ndecision = \"no\"\n\
        [[targeting.segments]]\nid = \"later\"\nname = \"Guards\"\ndecision = \"later\"\n";

    fn action(id: &str, segment: &str, more: &str) -> String {
        format!(
            "[[mix.actions]]\nid = \"{id}\"\nwhat = \"Tasting\"\nsegment = \"{segment}\"\n{more}"
        )
    }
    fn paths(actions: &[String]) -> Vec<String> {
        let plan = format!("{SEGMENTS}{}", actions.concat());
        found("X606", &plan).into_iter().map(|it| it.path).collect()
    }

    #[test]
    fn work_for_a_segment_that_is_not_served_is_found() {
        let both = [action("a", "night", ""), action("b", "day", "")];
        assert!(paths(&both).is_empty());
        let guests = [both.concat(), action("c", "guests", "")];
        assert_eq!(paths(&guests), ["mix.actions.c.segment"]);
        let dropped = [
            both.concat(),
            action("c", "guests", "status = \"dropped\"\n"),
        ];
        assert!(paths(&dropped).is_empty());
        let research = [
            both.concat(),
            action("c", "guests", "lever = \"research\"\n"),
        ];
        assert!(paths(&research).is_empty());
    }

    #[test]
    fn a_segment_that_waits_costs_nothing_yet_unless_a_gate_opens() {
        let both = [action("a", "night", ""), action("b", "day", "")].concat();
        let with = |more: &str| paths(&[both.clone(), action("c", "later", more)]);
        assert_eq!(with("cost = 500\n"), ["mix.actions.c.segment"]);
        assert!(with("").is_empty());
        assert!(with("cost = 500\ngate = \"第一步签满20人\"\n").is_empty());
        let line = "[[mix.budget]]\naction = \"c\"\namount = 90.0\n";
        assert_eq!(with(line), ["mix.actions.c.segment"]);
    }

    #[test]
    fn a_target_that_gets_nothing_is_found_only_where_all_actions_name_theirs() {
        let night = [action("a", "night", ""), action("b", "night", "")];
        assert_eq!(paths(&night), ["targeting.segments.day"]);
        let plan = format!("{SEGMENTS}{}", night.concat());
        assert!(said("X606", &plan)[0].contains("日班护士"));
        let shared = [
            night.concat(),
            "[[mix.actions]]\nid = \"s\"\nwhat = \"换招牌\"\n".to_owned(),
        ];
        assert!(paths(&shared).is_empty());
        let programme = "[[relationships.programmes]]\nid = \"p\"\nsegment = \"day\"\n".to_owned();
        assert!(paths(&[night.concat(), programme]).is_empty());
        assert!(lacks("X606", SEGMENTS).is_some() && lacks("X606", "").is_some());
    }
}
