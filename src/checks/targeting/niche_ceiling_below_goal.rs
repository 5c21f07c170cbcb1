//! A goal that needs more buyers, or more money, than the targets have.

use std::sync::LazyLock;

use foldhash::HashMap;
use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::{RevenueModel, Scenario};
use crate::checks::context::{id, listed, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{Objective, Segment};
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "T213",
    name: "niche-ceiling-below-goal",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Targeting,
    title: Text::new("Goal above the ceiling of the targets", "细分上限低于目标"),
    why: Text::new(
        "A market's potential is buyers times what each can spend; a goal above it cannot be met, and small brands reach only a part of it (Kotler; Sharp 2010).",
        "市场潜量等于购买者数乘以每人能花的钱；超过它的目标不可能实现，而小品牌只能拿到其中一部分（科特勒；夏普，2010）。",
    ),
    ask: Text::new(
        "Which share of these people can you really win, or whom else will you serve?",
        "这些人里你真正能赢得多少？还是要再加上别的人群？",
    ),
    page: include_str!("niche_ceiling_below_goal.md"),
    check,
};

/// Units that count customers, each once. Visits, calls and people reached may be repeated.
static CUSTOMERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "people, persons, customers, buyers, subscribers, subscriptions, members, households, \
         families, users, clients, firms, companies, contracts, 人, 位, 户, 家, 名, 顾客, 客户, 用户, \
         会员, 家庭",
    )
});

/// What a count of contacts is called: one person may stand in it many times.
static CONTACTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "reach, reached, visit, visitor, view, viewer, follower, aware, awareness, download, \
         contact, impression, guest, passenger, traveller, participant, attendance, donors, \
         volunteers, 触达, 访问, 访客, 浏览, 粉丝, 关注, 知晓, 知道, 下载, 人次, 曝光, 客流, 游客, 捐赠, \
         志愿",
    )
});

/// Room for growth within the plan and for sizes that were counted roughly.
const ROOM: Decimal = Decimal::from_parts(11, 0, 0, false, 1);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let targets: Vec<&Segment<'_>> = context.targets().collect();
    if targets.is_empty() {
        return Checked::Lacks(Text::new("a target segment", "选为目标的细分"));
    }
    let forecast = forecast(context, sink, &targets);
    let people = people(context, sink, &targets);
    let money = money(context, sink, &targets);
    if forecast || people || money {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "the size of every target and a goal in customers or money",
            "每个目标细分的规模，以及按人数或金额定的目标",
        ))
    }
}

/// A line of the forecast counts different customers: they cannot be more than the segment has.
fn forecast(context: &Context, sink: &mut Sink, targets: &[&Segment<'_>]) -> bool {
    let mut looked = false;
    let by_id: HashMap<&str, &Segment<'_>> = targets
        .iter()
        .filter_map(|row| Some((id(row.id.as_ref())?, *row)))
        .collect();
    for line in &context.plan.forecast {
        let high = line
            .scenario
            .as_ref()
            .is_some_and(|it| it.value == Scenario::High);
        let (Some(customers), Some(segment)) = (&line.customers, &line.segment) else {
            continue;
        };
        let row = by_id.get(segment.value.as_ref());
        let Some((row, size)) = row.and_then(|row| Some((row, row.size.as_ref()?.value))) else {
            continue;
        };
        looked = true;
        if !high && size > Decimal::ZERO && customers.value > size.saturating_mul(ROOM) {
            sink.value(
                line,
                "customers",
                customers,
                Text::new(
                    "The forecast counts {0} customers in “{1}”, which has {2}.",
                    "预测里“{1}”有{0}位顾客，而这个细分只有{2}。",
                ),
                &[
                    &show(customers.value),
                    named(row.name.as_ref(), row.id.as_ref()),
                    &show(size),
                ],
            );
        }
    }
    looked
}

/// An objective that counts customers cannot ask for more than all targets together have.
fn people(context: &Context, sink: &mut Sink, targets: &[&Segment<'_>]) -> bool {
    let sizes = targets
        .iter()
        .map(|row| row.size.as_ref().map(|it| it.value));
    let Some(all) = sum(sizes).filter(|all| *all > Decimal::ZERO) else {
        return false;
    };
    let mut looked = false;
    for row in &context.plan.objectives {
        let Some(target) = row.target.as_ref().filter(|_| counts_customers(row)) else {
            continue;
        };
        looked = true;
        if target.value > all.saturating_mul(ROOM) {
            sink.value(
                row,
                "target",
                target,
                Text::new(
                    "The objective “{0}” asks for {1}, but the targets have {2} in all: {3}.",
                    "目标“{0}”要{1}，而目标细分合计只有{2}：{3}。",
                ),
                &[
                    named(row.metric.as_ref(), row.id.as_ref()),
                    &show(target.value),
                    &show(all),
                    &names(targets),
                ],
            );
        }
    }
    looked
}

fn counts_customers(row: &Objective<'_>) -> bool {
    let unit = filled(row.unit.as_ref()).unwrap_or_default();
    let told = [&row.metric, &row.statement];
    CUSTOMERS.is_in(unit)
        && !CONTACTS.is_in(unit)
        && !told
            .into_iter()
            .filter_map(|it| filled(it.as_ref()))
            .any(|it| CONTACTS.is_in(it))
}

/// The revenue of the plan against all that its targets spend in the category.
fn money(context: &Context, sink: &mut Sink, targets: &[&Segment<'_>]) -> bool {
    let plan = context.plan;
    let spent = targets.iter().map(|row| {
        let (size, spend) = (row.size.as_ref()?.value, row.annual_spend.as_ref()?.value);
        size.checked_mul(spend)
    });
    let (Some(revenue), Some(all)) = (&plan.totals.revenue, sum(spent)) else {
        return false;
    };
    // Money that does not come from customers has no such ceiling.
    let others = plan.revenue_streams.iter().any(|row| {
        row.model.as_ref().is_some_and(|it| {
            matches!(
                it.value,
                RevenueModel::Advertising | RevenueModel::Grant | RevenueModel::Donation
            )
        })
    });
    if others || all <= Decimal::ZERO {
        return false;
    }
    let ceiling = all.saturating_mul(years(context)).saturating_mul(ROOM);
    if revenue.value > ceiling {
        sink.value(
            &plan.totals,
            "revenue",
            revenue,
            Text::new(
                "The plan is to bring {0}, but the targets spend {1} a year in the whole category: {2}.",
                "计划要收入{0}，而目标细分一年在整个品类上只花{1}：{2}。",
            ),
            &[&show(revenue.value), &show(all), &names(targets)],
        );
    }
    true
}

/// How many years a plan runs, begun years counted whole; one where it does not say.
fn years(context: &Context) -> Decimal {
    let frame = &context.plan.frame;
    let (Some(starts), Some(ends)) = (&frame.starts, &frame.ends) else {
        return Decimal::ONE;
    };
    let days = ends.value.duration_since(starts.value).as_hours() / 24;
    Decimal::from(days.max(0) / 366 + 1)
}

/// The sum of numbers that are all there.
fn sum(numbers: impl Iterator<Item = Option<Decimal>>) -> Option<Decimal> {
    numbers
        .into_iter()
        .try_fold(Decimal::ZERO, |sum, number| sum.checked_add(number?))
}

fn names(rows: &[&Segment<'_>]) -> String {
    let names: Vec<&str> = rows
        .iter()
        .map(|row| named(row.name.as_ref(), row.id.as_ref()))
        .collect();
    listed(&names)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn target(size: &str, rest: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"s\"\nname = \"巷口住户\"\ndecision = \"target\"\n{size}\n{rest}"
        )
    }
    fn objective(target: u32, metric: &str, unit: &str) -> String {
        format!(
            "[[mix.objectives]]\nid = \"o\"\nmetric = \"{metric}\"\nunit = \"{unit}\"\ntarget = {target}\n"
        )
    }

    #[test]
    fn more_buyers_than_there_are_is_found() {
        for (metric, unit) in [("subscriptions", "households"), ("订阅", "户")] {
            let plan = target("size = 1900", &objective(2500, metric, unit));
            assert!(said("T213", &plan)[0].contains("2,500"));
            assert_eq!(found("T213", &plan)[0].path, "mix.objectives.o.target");
            let fewer = target("size = 1900", &objective(570, metric, unit));
            assert!(found("T213", &fewer).is_empty());
        }
        let forecast = "[[mix.forecast]]\nid = \"f\"\nsegment = \"s\"\ncustomers = 500\n";
        assert_eq!(found("T213", &target("size = 300", forecast)).len(), 1);
    }

    #[test]
    fn contacts_and_repeated_visits_have_no_such_ceiling() {
        for (metric, unit) in [
            ("people reached by the poster", "people"),
            ("visits", "visits"),
            ("到店人次", "人"),
            ("share who know us", "percent"),
        ] {
            let plan = target("size = 1900", &objective(9000, metric, unit));
            assert!(found("T213", &plan).is_empty(), "{metric}");
        }
    }

    #[test]
    fn more_money_than_they_spend_is_found() {
        let plan = |revenue: u32, rest: &str| {
            let totals = format!("[mix.totals]\nrevenue = {revenue}\n{rest}");
            target("size = 100\nannual_spend = 50", &totals)
        };
        assert_eq!(found("T213", &plan(9000, "")).len(), 1);
        assert!(found("T213", &plan(4000, "")).is_empty());
        let grant = "[[relationships.revenue_streams]]\nid = \"g\"\nmodel = \"grant\"\n";
        assert!(found("T213", &plan(9000, grant)).is_empty());
        let two = format!(
            "[plan]\nstarts = 2027-01-01\nends = 2028-12-31\n{}",
            plan(9000, "")
        );
        assert!(found("T213", &two).is_empty());
    }

    #[test]
    fn without_sizes_it_cannot_look() {
        assert!(lacks("T213", &target("", &objective(2500, "buyers", "people"))).is_some());
        assert!(lacks("T213", "").is_some());
    }
}
