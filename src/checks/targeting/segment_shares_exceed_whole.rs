//! Parts that add up to more than the whole.

use foldhash::{HashMap, HashMapExt, HashSet};
use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::{Basis, Decision, Side};
use crate::checks::context::{has, id, listed, mentions, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::{Alternative, Segment};
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "T206",
    name: "segment-shares-exceed-whole",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Targeting,
    title: Text::new("Parts exceed the whole", "细分合计超过整体"),
    why: Text::new(
        "Parts cannot be more than the whole: whoever counts people twice plans for customers who do not exist (Kotler's test: measurable).",
        "部分加起来不能超过整体：把人数了两遍，就是在为不存在的顾客做计划（科特勒：可衡量性）。",
    ),
    ask: Text::new(
        "Who is counted twice, or which number is out of date?",
        "是谁被数了两遍，还是哪个数字过时了？",
    ),
    page: include_str!("segment_shares_exceed_whole.md"),
    check,
};

/// Rounding of each part: one point of the whole.
const POINT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Words by which an author says that groups cut across each other.
const OVERLAPS: &[&str] = &[
    "overlap",
    "cut across",
    "counted twice",
    "also belong",
    "重叠",
    "重合",
    "交叉",
    "重复计",
];

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let segments = sizes(context, sink);
    let shares = shares(context, sink);
    if segments || shares {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "the size of the market and of its segments, or the shares of alternatives",
            "市场与各细分的规模，或者各种其他选择的占比",
        ))
    }
}

/// Holds the sizes of segments against the market; `false` where there is nothing to compare.
fn sizes(context: &Context, sink: &mut Sink) -> bool {
    let plan = context.plan;
    let Some(market) = plan
        .market
        .size
        .as_ref()
        .filter(|it| it.value > Decimal::ZERO)
    else {
        return false;
    };
    let rows: Vec<(&Segment<'_>, Decimal)> = plan
        .segments
        .iter()
        .filter(|row| is_part(row))
        .filter_map(|row| Some((row, row.size.as_ref()?.value)))
        .collect();
    let limit = |parts: usize| bound(market.value, parts);
    let mut single = false;
    for (row, size) in &rows {
        if *size > limit(1) {
            single = true;
            // What is left for later may be another market.
            if (row.decision.as_ref()).is_some_and(|it| it.value == Decision::Later) {
                continue;
            }
            let span = row.size.as_ref().map_or(row.span, |it| it.span);
            sink.at(
                row.path("size"),
                span,
                Text::new(
                    "The segment “{0}” counts {1}, more than the whole market with {2}.",
                    "细分“{0}”有{1}，比整个市场的{2}还多。",
                ),
                &[
                    named(row.name.as_ref(), row.id.as_ref()),
                    &show(*size),
                    &show(market.value),
                ],
            );
        }
    }
    let sum = rows
        .iter()
        .try_fold(Decimal::ZERO, |sum, (_, size)| sum.checked_add(*size));
    let Some(sum) = sum.filter(|sum| !single && *sum > limit(rows.len())) else {
        return !rows.is_empty();
    };
    if rows.len() > 1 && !says_overlap(context) {
        let names: Vec<&str> = rows
            .iter()
            .map(|(row, _)| named(row.name.as_ref(), row.id.as_ref()))
            .collect();
        let span = rows
            .iter()
            .find_map(|(row, _)| row.size.as_ref())
            .map_or(market.span, |it| it.span);
        let finding = sink.at(
            "targeting.segments",
            span,
            Text::new(
                "The segments add up to {0}, more than the whole market with {1}: {2}.",
                "各细分合计{0}，超过整个市场的{1}：{2}。",
            ),
            &[&show(sum), &show(market.value), &listed(&names)],
        );
        if cut_across(&rows) {
            finding.severity = Severity::Warning;
        }
    }
    true
}

/// Whether a segment is a part of the market: a group that is refused may lie outside it, and
/// donors or suppliers do.
fn is_part(row: &Segment<'_>) -> bool {
    let refused = row
        .decision
        .as_ref()
        .is_some_and(|it| it.value == Decision::No);
    !refused
        && row
            .side
            .as_ref()
            .is_none_or(|it| matches!(it.value, Side::Buyers | Side::Beneficiaries))
}

fn bound(whole: Decimal, parts: usize) -> Decimal {
    let slack = Decimal::ONE.saturating_add(POINT.saturating_mul(Decimal::from(parts)));
    whole.saturating_mul(slack)
}

/// Whether the segments are divided by different things, so that one person may be in two.
fn cut_across(rows: &[(&Segment<'_>, Decimal)]) -> bool {
    let bases = |row: &Segment<'_>| {
        let mut bases: Vec<Basis> = row.bases.iter().map(|it| it.value).collect();
        bases.sort_unstable();
        bases
    };
    rows.first()
        .is_some_and(|(first, _)| rows.iter().any(|(row, _)| bases(row) != bases(first)))
}

fn says_overlap(context: &Context) -> bool {
    let plan = context.plan;
    let rows = plan
        .segments
        .iter()
        .flat_map(|row| [&row.description, &row.size_source, &row.reason]);
    rows.chain([&plan.targeting.criteria, &plan.market.derivation])
        .filter_map(|it| filled(it.as_ref()))
        .any(|text| mentions(text, OVERLAPS))
}

/// Adds up the shares of what people with one need do today; `false` where there are no two.
fn shares(context: &Context, sink: &mut Sink) -> bool {
    let plan = context.plan;
    let rows: Vec<(&Alternative<'_>, Decimal)> = plan
        .alternatives
        .iter()
        .filter_map(|row| Some((row, row.share.as_ref()?.value)))
        .collect();
    if rows.len() < 2 {
        return false;
    }
    let needs: HashSet<&str> = plan
        .customer_needs
        .iter()
        .filter_map(|row| id(row.id.as_ref()))
        .collect();
    let known = |row: &'_ Alternative<'_>| {
        row.serves
            .iter()
            .any(|it| needs.contains(it.value.as_ref()))
    };
    // Who says of no need what it serves, serves them all.
    let mut whole = Sum::default();
    let mut each: HashMap<&str, Sum> = HashMap::new();
    for (row, share) in &rows {
        if known(row) {
            for need in &row.serves {
                each.entry(need.value.as_ref()).or_default().add(*share);
            }
        } else {
            whole.add(*share);
        }
    }
    let above = |need: Option<&str>| {
        let own = need
            .and_then(|need| each.get(need))
            .copied()
            .unwrap_or_default();
        let sum = whole.total.checked_add(own.total)?;
        let count = whole.count + own.count;
        (count > 1 && sum > bound(Decimal::ONE, count)).then_some(sum)
    };
    let ids = plan
        .customer_needs
        .iter()
        .filter_map(|row| id(row.id.as_ref()));
    let Some((sum, need)) = ids
        .map(Some)
        .chain([None])
        .find_map(|need| Some((above(need)?, need)))
    else {
        return true;
    };
    let mut parts: Vec<&Alternative<'_>> = rows.iter().map(|(row, _)| *row).collect();
    parts.retain(|row| !known(row) || need.is_some_and(|need| has(&row.serves, need)));
    let names: Vec<&str> = parts
        .iter()
        .map(|row| named(row.name.as_ref(), row.id.as_ref()))
        .collect();
    let span = parts.iter().find_map(|row| row.share.as_ref());
    sink.at(
        "needs.alternatives",
        span.map_or(crate::plan::Plan::START, |it| it.span),
        Text::new(
            "What people do today adds up to {0}: {1}.",
            "顾客如今的各种做法合计{0}：{1}。",
        ),
        &[&show_percent(sum), &listed(&names)],
    );
    true
}

/// Shares added up, and how many.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    total: Decimal,
    count: usize,
}

impl Sum {
    fn add(&mut self, share: Decimal) {
        self.total = self.total.saturating_add(share);
        self.count += 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::testing::{found, lacks, said, severities};

    fn market(size: u32, rows: &[(u32, &str)]) -> String {
        let row = |(nth, (size, rest)): (usize, &(u32, &str))| {
            format!("[[targeting.segments]]\nid = \"s{nth}\"\nsize = {size}\n{rest}\n")
        };
        let rows: String = rows.iter().enumerate().map(row).collect();
        format!("[needs.market]\nsize = {size}\n{rows}")
    }
    fn shares(rows: &[(&str, &str)]) -> String {
        let row = |(nth, (share, rest)): (usize, &(&str, &str))| {
            format!("[[needs.alternatives]]\nid = \"a{nth}\"\nshare = {share}\n{rest}\n")
        };
        rows.iter().enumerate().map(row).collect()
    }

    #[test]
    fn parts_above_the_whole_are_an_error() {
        assert_eq!(
            severities("T206", &market(100, &[(60, ""), (50, "")])),
            [Severity::Error]
        );
        let said = said(
            "T206",
            &market(
                12000,
                &[
                    (8000, "name = \"双职工家庭\""),
                    (6500, "name = \"合租青年\""),
                ],
            ),
        );
        assert!(said[0].contains("14,500") && said[0].contains("12,000"));
        let one = market(100, &[(150, ""), (50, "")]);
        assert_eq!(found("T206", &one)[0].path, "targeting.segments.s0.size");
        assert_eq!(found("T206", &one).len(), 1);
    }

    #[test]
    fn another_market_that_is_left_for_later_is_no_part() {
        for name in ["Cement mills", "水泥粉磨站"] {
            let later = format!("name = \"{name}\"\ndecision = \"later\"");
            assert!(found("T206", &market(100, &[(40, ""), (210, &later)])).is_empty());
            let target = later.replace("later", "target");
            assert_eq!(
                found("T206", &market(100, &[(40, ""), (210, &target)])).len(),
                1
            );
        }
    }

    #[test]
    fn what_may_overlap_or_lie_outside_is_not_held_against_it() {
        let bases = market(
            100,
            &[
                (60, "bases = [\"occasion\"]"),
                (50, "bases = [\"benefit\"]"),
            ],
        );
        assert_eq!(severities("T206", &bases), [Severity::Warning]);
        for rest in [
            "decision = \"no\"",
            "side = \"donors\"",
            "description = \"Overlaps with the first by a third.\"",
            "description = \"与前一组约有三成重叠\"",
        ] {
            assert!(
                found("T206", &market(100, &[(60, ""), (50, rest)])).is_empty(),
                "{rest}"
            );
        }
        assert!(found("T206", &market(100, &[(61, ""), (40, "")])).is_empty());
    }

    #[test]
    fn shares_of_one_need_add_up_to_one() {
        assert_eq!(
            said("T206", &shares(&[("0.72", ""), ("0.45", "")])).len(),
            1
        );
        assert!(found("T206", &shares(&[("0.60", ""), ("0.41", "")])).is_empty());
        let needs = "[[needs.customer_needs]]\nid = \"n\"\n[[needs.customer_needs]]\nid = \"m\"\n";
        let apart = shares(&[("0.7", "serves = [\"n\"]"), ("0.6", "serves = [\"m\"]")]);
        assert!(found("T206", &format!("{needs}{apart}")).is_empty());
        let both = shares(&[
            ("0.7", "serves = [\"n\"]"),
            ("0.6", "serves = [\"m\", \"n\"]"),
        ]);
        assert_eq!(found("T206", &format!("{needs}{both}")).len(), 1);
    }

    #[test]
    fn without_numbers_nothing_is_said() {
        assert!(lacks("T206", &shares(&[("0.9", "")])).is_some());
        assert!(lacks("T206", "[[targeting.segments]]\nid = \"a\"\nsize = 3\n").is_some());
    }
}
