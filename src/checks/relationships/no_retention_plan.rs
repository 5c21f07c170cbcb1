//! Customers who are to buy again, and nothing that makes them.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::{BuyingStage, Lever, RevenueModel};
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Record, Span};
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "R501",
    name: "no-retention-plan",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Relationships,
    title: Text::new("No plan for keeping customers", "没有保留计划"),
    why: Text::new(
        "Steps four and five are about keeping and growing customers: a forecast with repeat purchases needs a reason to repeat (Kotler & Armstrong; Gupta, Lehmann & Stuart 2004).",
        "后两步讲的是留住顾客、让顾客成长：预测里有重复购买，就要有再买的理由（科特勒与阿姆斯特朗；Gupta、Lehmann与Stuart，2004）。",
    ),
    ask: Text::new(
        "What happens between the first purchase and the second, and who sees to it?",
        "从第一次购买到第二次购买，中间发生什么？由谁负责？",
    ),
    page: include_str!("no_retention_plan.md"),
    check,
};

/// Words of actions and offers that bring a customer back.
const AGAIN: &str = "\
    return, come back, repeat, renew, renewal, refill, reorder, loyalty, loyal, retain, retention, \
    member, membership, club, follow-up, follow up, after the sale, after-sales, aftercare, remind, \
    reminder, win back, win-back, newsletter, stamp card, regular, community, \
    再来, 回头, 复购, 回购, 续, 会员, 忠诚, 留存, 留住, 回访, 跟进, 售后, 提醒, 挽回, 老顾客, 老客, \
    社群, 积分, 集点, 常客";

static AGAIN_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(AGAIN));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if plan.actions.is_empty() && plan.messages.is_empty() {
        return Checked::Lacks(Text::new("actions or messages", "行动或传播信息"));
    }
    let Some(sign) = assumed(context) else {
        return Checked::Lacks(Text::new(
            "a sign that customers are to buy again",
            "顾客会再次购买的迹象",
        ));
    };
    let unknown = plan.is_unknown("relationships.programmes");
    if !unknown && !keeps_by_structure(context) && !keeps_by_words(context) {
        sink.at(
            "relationships.programmes",
            sign.span,
            sign.text,
            &sign.args.each_ref().map(String::as_str),
        );
    }
    Checked::Yes
}

/// Where the plan counts on customers who come back.
struct Sign {
    span: Span,
    text: Text,
    args: [String; 2],
}

fn assumed(context: &Context) -> Option<Sign> {
    let plan = context.plan;
    let often = |times: &Decimal| *times > Decimal::ONE;
    let line = plan.forecast.iter().find_map(|row| {
        let times = row.purchases.as_ref().filter(|it| often(&it.value))?;
        Some(Sign {
            span: times.span,
            text: Text::new(
                "The forecast “{0}” counts on {1} purchases a customer, but nothing in the plan brings anyone back: all of it is there to win new customers.",
                "预测“{0}”指望每位顾客购买{1}次，计划里却没有一项是让人再来的：全都用来争取新顾客。",
            ),
            args: [row.name().unwrap_or_default().into_owned(), show(times.value)],
        })
    });
    let group = || {
        plan.groups.iter().find_map(|row| {
            let times = row.purchases.as_ref().filter(|it| often(&it.value))?;
            Some(Sign {
                span: times.span,
                text: Text::new(
                    "“{0}” are to buy {1} times a period, but nothing in the plan brings anyone back: all of it is there to win new customers.",
                    "“{0}”每期要买{1}次，计划里却没有一项是让人再来的：全都用来争取新顾客。",
                ),
                args: [called(row.name.as_ref(), row), show(times.value)],
            })
        })
    };
    let stream = || {
        plan.revenue_streams.iter().find_map(|row| {
            let model = row.model.as_ref();
            let model = model.filter(|it| it.value == RevenueModel::Subscription)?;
            Some(Sign {
                span: model.span,
                text: Text::new(
                    "“{0}” is a subscription, but nothing in the plan makes anyone renew it: all of it is there to win new customers.",
                    "“{0}”是订阅收入，计划里却没有一项是让人续订的：全都用来争取新顾客。",
                ),
                args: [called(row.name.as_ref(), row), String::new()],
            })
        })
    };
    line.or_else(group).or_else(stream)
}

/// Whether any field made for keeping customers is filled.
fn keeps_by_structure(context: &Context) -> bool {
    let plan = context.plan;
    let after = |step: Option<BuyingStage>| step == Some(BuyingStage::After);
    !plan.programmes.is_empty()
        || filled(plan.care.after_sales.as_ref()).is_some()
        || plan.groups.iter().any(|row| {
            row.retention_spend
                .as_ref()
                .is_some_and(|it| it.value > Decimal::ZERO)
                || filled(row.grow_by.as_ref()).is_some()
        })
        || plan
            .touchpoints
            .iter()
            .any(|row| after(row.stage.as_ref().map(|it| it.value)))
        || plan
            .messages
            .iter()
            .any(|row| after(row.step.as_ref().map(|it| it.value)))
        || plan.buying_steps.iter().any(|row| {
            after(row.step.as_ref().map(|it| it.value)) && filled(row.ours.as_ref()).is_some()
        })
        || plan
            .actions
            .iter()
            .map(|row| &row.lever)
            .chain(plan.budget.iter().map(|row| &row.lever))
            .any(|lever| {
                lever
                    .as_ref()
                    .is_some_and(|it| it.value == Lever::Relationship)
            })
}

/// Whether an action, offer, message or product speaks of coming back.
fn keeps_by_words(context: &Context) -> bool {
    let plan = context.plan;
    let actions = plan.actions.iter().map(|row| &row.what);
    let offers = plan
        .promotions
        .iter()
        .flat_map(|row| [&row.name, &row.what]);
    let messages = plan
        .messages
        .iter()
        .flat_map(|row| [&row.text, &row.medium]);
    let products = plan.products.iter().map(|row| &row.augmented);
    let budget = plan.budget.iter().map(|row| &row.item);
    actions
        .chain(offers)
        .chain(messages)
        .chain(products)
        .chain(budget)
        .any(|text| filled(text.as_ref()).is_some_and(|text| AGAIN_WORDS.is_in(text)))
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[mix.actions]]\nid = \"a\"\nwhat = \"地铁口发传单\"\nlever = \"promotion\"\n\
        [[mix.forecast]]\nid = \"f\"\ncustomers = 400\npurchases = 8\n";

    #[test]
    fn repeat_purchases_without_a_reason_are_found() {
        assert_eq!(paths("R501", PLAN), ["relationships.programmes"]);
        assert!(messages("R501", PLAN, Lang::En)[0].contains("8 purchases a customer"));
        assert!(messages("R501", PLAN, Lang::Zh)[0].contains("每位顾客购买8次"));
        for sign in [
            "[[relationships.groups]]\nid = \"g\"\npurchases = 2.5\n",
            "[[relationships.revenue_streams]]\nid = \"r\"\nmodel = \"subscription\"\n",
        ] {
            let plan = format!("{}{sign}", PLAN.replace("= 8", "= 1"));
            assert_eq!(paths("R501", &plan).len(), 1, "{sign}");
        }
    }

    #[test]
    fn any_reason_to_come_back_is_enough() {
        for more in [
            "[[relationships.programmes]]\nid = \"p\"\n",
            "[relationships.care]\nafter_sales = \"第三天回访\"\n",
            "[[relationships.touchpoints]]\nid = \"t\"\nstage = \"after\"\n",
            "[[mix.messages]]\nid = \"m\"\nstep = \"after\"\n",
            "[[mix.messages]]\nid = \"m\"\nmedium = \"老顾客社群\"\n",
            "[[mix.budget]]\nid = \"b\"\nlever = \"relationship\"\n",
            "[[mix.actions]]\nid = \"b\"\nwhat = \"Reminder on day 50\"\n",
            "[[mix.promotions]]\nid = \"b\"\nwhat = \"Tenth wash free for members\"\n",
            "[[relationships.groups]]\nid = \"g\"\nretention_spend = 300\n",
        ] {
            assert_eq!(paths("R501", &format!("{PLAN}{more}")), [""; 0], "{more}");
        }
        let unknown = format!("[plan]\nunknown = [\"relationships\"]\n{PLAN}");
        assert_eq!(paths("R501", &unknown), [""; 0]);
    }

    #[test]
    fn what_is_bought_once_needs_none() {
        assert!(!is_checked("R501", &PLAN.replace("= 8", "= 1")));
        assert!(
            !is_checked("R501", "") && !is_checked("R501", "[[mix.forecast]]\npurchases = 8\n")
        );
    }
}
