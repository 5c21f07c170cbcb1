//! A relationship that is closer, or looser, than the customers are worth.

use rust_decimal::Decimal;

use super::groups::{Kind, is_for_others, kind_or_policy, margin_a_year};
use crate::catalogue::Step;
use crate::catalogue::choices::{Level, RelationshipTool};
use crate::checks::context::{called, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{Group, Programme};
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "R502",
    name: "relationship-level-mismatch",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Relationships,
    title: Text::new("Relationship level does not fit", "关系层次不匹配"),
    why: Text::new(
        "How close to come depends on how many customers there are and what each leaves: many with thin margins get little, few with rich margins much (Kotler & Armstrong).",
        "走多近，取决于顾客有多少、每位利润有多厚：多而薄的宜浅，少而厚的宜深（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "What would this level cost for each customer, and what does each leave?",
        "这个层次摊到每位顾客要花多少？每位顾客又留下多少？",
    ),
    page: include_str!("relationship_level_mismatch.md"),
    check,
};

/// So many customers that a person cannot know each of them.
const MANY: Decimal = Decimal::ONE_THOUSAND;

/// So few that one person can.
const FEW: Decimal = Decimal::ONE_HUNDRED;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut judged = false;
    for programme in &plan.programmes {
        let Some(level) = &programme.level else {
            continue;
        };
        let Some(segment) = id(programme.segment.as_ref()) else {
            continue;
        };
        let worth = Worth::of(context, segment);
        let Some((worth, customers)) = worth.and_then(|it| Some((it, it.customers?))) else {
            continue;
        };
        judged = true;
        if is_for_others(context) {
            continue;
        }
        let name = || called(programme.what.as_ref(), programme);
        match level.value {
            Level::Partnership if customers >= MANY && !is_shared(programme) => {
                let each = programme
                    .cost
                    .as_ref()
                    .and_then(|cost| cost.checked_div(customers));
                let Some(margin) = worth.margin else { continue };
                let line = plan.value_capture.profit_threshold.as_ref();
                let low = each.map_or_else(
                    || line.is_some_and(|line| margin < line.value),
                    |each| each >= margin,
                );
                if low {
                    sink.value(
                        programme,
                        "level",
                        level,
                        Text::new(
                            "“{0}” makes partners of {1} customers, each of whom leaves {2} a year.",
                            "“{0}”要与{1}位顾客都结成伙伴，而每位一年只留下毛利{2}。",
                        ),
                        &[&name(), &show(customers), &show(margin.round_dp(2))],
                    );
                }
            }
            Level::Basic if customers <= FEW && worth.friends && only_basic(context, segment) => {
                sink.value(
                    programme,
                    "level",
                    level,
                    Text::new(
                        "“{0}” leaves it at selling, though the {1} customers it is for are few and among the best.",
                        "“{0}”卖完为止，而它面对的{1}位顾客人少、又是最好的一群。",
                    ),
                    &[&name(), &show(customers)],
                );
            }
            _ => {}
        }
    }
    judged |= only_financial(context, sink);
    if judged {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "programmes with a level for segments with customer groups, or with tools",
            "写有层次（其细分有顾客群）或工具的关系计划",
        ))
    }
}

/// What the customers of a segment are, all groups together.
#[derive(Clone, Copy)]
struct Worth {
    customers: Option<Decimal>,
    /// The most that one of them leaves in a year.
    margin: Option<Decimal>,
    /// Whether all of them pay well and stay.
    friends: bool,
}

impl Worth {
    fn of(context: &Context, segment: &str) -> Option<Worth> {
        let groups: Vec<&Group> = context.groups_for(segment).collect();
        groups.first()?;
        let friend = |row: &&Group<'_>| kind_or_policy(context, row) == Some(Kind::Friend);
        let margins: Option<Vec<Decimal>> = groups
            .iter()
            .map(|row| margin_a_year(context, row))
            .collect();
        Some(Worth {
            customers: groups.iter().try_fold(Decimal::ZERO, |sum, row| {
                sum.checked_add(row.customers.as_ref()?.value)
            }),
            margin: margins.and_then(|all| all.into_iter().max()),
            friends: groups.iter().all(friend),
        })
    }
}

/// Whether customers give each other what the programme gives: then it may be close and cheap.
fn is_shared(programme: &Programme<'_>) -> bool {
    programme.tool.as_ref().is_some_and(|tool| {
        matches!(
            tool.value,
            RelationshipTool::Community | RelationshipTool::Content | RelationshipTool::Club
        )
    })
}

/// Whether nothing closer is done for a segment.
fn only_basic(context: &Context, segment: &str) -> bool {
    context.programmes_for(segment).all(|row| {
        let level = row.level.as_ref();
        level.is_some_and(|it| it.value == Level::Basic)
    })
}

/// Points and discounts as the only ties; false if a programme has no tool.
fn only_financial(context: &Context, sink: &mut Sink) -> bool {
    let plan = context.plan;
    let Some(first) = plan.programmes.first() else {
        return false;
    };
    if plan.programmes.iter().any(|row| row.tool.is_none()) {
        return false;
    }
    let bought = plan.programmes.iter().all(|row| {
        row.two_way.as_ref().is_none_or(|it| !it.value)
            && row.tool.as_ref().is_some_and(|tool| {
                matches!(
                    tool.value,
                    RelationshipTool::Frequency | RelationshipTool::Financial
                )
            })
    });
    let served = filled(plan.care.after_sales.as_ref()).is_some() || !plan.touchpoints.is_empty();
    if bought && !served {
        let finding = sink.missing(
            first,
            "tool",
            Text::new(
                "Points and discounts are the only tie (“{0}”): nothing social, no service and no shared system holds these customers.",
                "只靠积分和优惠维系（“{0}”）：没有人情往来，没有服务，也没有共用的系统。",
            ),
            &[&called(first.what.as_ref(), first)],
        );
        finding.severity = Severity::Advice;
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    fn plan(level: &str, tool: &str, customers: u32, price: u32) -> String {
        format!(
            "[relationships.value_capture]\nperiod = \"year\"\nprofit_threshold = 50\nloyalty_threshold = 0.5\n\
            [[relationships.groups]]\nid = \"g\"\nsegment = \"s\"\ncustomers = {customers}\npurchases = 1\n\
            average_purchase = {price}\nmargin_rate = 0.3\nretention = 0.8\n\
            [[relationships.programmes]]\nid = \"p\"\nsegment = \"s\"\nlevel = \"{level}\"\ntool = \"{tool}\"\n\
            what = \"专属经理\"\n"
        )
    }

    #[test]
    fn partnership_with_thousands_and_basic_for_a_few_good_ones_are_found() {
        let many = plan("partnership", "service", 12000, 30);
        assert_eq!(paths("R502", &many), ["relationships.programmes.p.level"]);
        assert!(messages("R502", &many, Lang::En)[0].contains("each of whom leaves 9 a year"));
        assert!(messages("R502", &many, Lang::Zh)[0].contains("专属经理"));
        assert_eq!(paths("R502", &plan("basic", "service", 40, 9000)).len(), 1);
    }

    #[test]
    fn the_cost_counts_more_than_the_label() {
        let cheap = plan("partnership", "service", 12000, 30) + "cost = 6000\n";
        assert_eq!(paths("R502", &cheap), [""; 0]);
        assert_eq!(paths("R502", &cheap.replace("6000\n", "120000\n")).len(), 1);
        for fine in [
            plan("partnership", "community", 12000, 30),
            plan("partnership", "service", 12000, 300),
            plan("partnership", "service", 900, 30),
            plan("basic", "service", 400, 9000),
            plan("basic", "service", 40, 90),
            format!(
                "[plan]\nkind = \"public\"\n{}",
                plan("basic", "service", 40, 9000)
            ),
        ] {
            assert_eq!(paths("R502", &fine), [""; 0], "{fine}");
        }
    }

    #[test]
    fn points_as_the_only_tie_are_advised() {
        let points =
            "[[relationships.programmes]]\nid = \"p\"\ntool = \"frequency\"\nwhat = \"积分\"\n";
        assert_eq!(severities("R502", points), [Severity::Advice]);
        assert!(messages("R502", points, Lang::Zh)[0].contains("“积分”"));
        for more in [
            "[[relationships.programmes]]\nid = \"q\"\ntool = \"social\"\n",
            "[[relationships.programmes]]\nid = \"q\"\n",
            "[relationships.care]\nafter_sales = \"A call on day 3\"\n",
        ] {
            assert_eq!(paths("R502", &format!("{points}{more}")), [""; 0]);
        }
        assert!(!is_checked("R502", ""));
    }
}
