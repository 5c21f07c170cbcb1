//! Lifetime value that is counted from what customers pay, not from what is left of it.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::groups::{is_for_others, is_free, name, revenue};
use crate::catalogue::Step;
use crate::catalogue::choices::RevenueModel;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Objective;
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "R513",
    name: "clv-from-revenue",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Relationships,
    title: Text::new("Lifetime value from revenue", "终身价值用收入计算"),
    why: Text::new(
        "What customers pay over the years is lifetime revenue; lifetime value is the margin that is left of it (Gupta & Lehmann 2003).",
        "顾客多年付的钱是终身收入；扣除成本后剩下的毛利才是终身价值（Gupta与Lehmann，2003）。",
    ),
    ask: Text::new(
        "What does it cost to make and serve what they buy?",
        "他们买的东西，制作和服务要花多少成本？",
    ),
    page: include_str!("clv_from_revenue.md"),
    check,
};

/// What an objective speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Lifetime,
    Revenue,
    Margin,
}

const LIFETIME: &str = "\
    lifetime value, clv, ltv, cltv, 终身价值, 终生价值, 生命周期价值";
const REVENUE: &str = "\
    revenue, turnover, sales, spend, spending, price, receipts, 销售额, 营业额, 营收, 收入, 消费额, 客单价";
const MARGIN: &str = "\
    margin, profit, contribution, net of cost, less cost, after cost, 毛利, 利润, 贡献, 扣除成本, 减去成本";

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let lists = [
        (LIFETIME, Word::Lifetime),
        (REVENUE, Word::Revenue),
        (MARGIN, Word::Margin),
    ];
    Lexicon::new(
        lists
            .into_iter()
            .flat_map(|(list, tag)| list.split(',').map(move |phrase| (phrase.trim(), tag))),
    )
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut judged = false;
    for group in &plan.groups {
        let Some(paid) = revenue(group).filter(|_| !is_free(group)) else {
            continue;
        };
        judged = true;
        if is_all_margin(context) {
            continue;
        }
        let served = group.cost_to_serve.as_ref();
        let served = served.is_some_and(|cost| !cost.is_zero());
        let paid = show(paid);
        match &group.margin_rate {
            Some(rate) if is_whole(rate.value) && !served => {
                sink.value(
                    group,
                    "margin_rate",
                    rate,
                    Text::new(
                        "All of the {1} that a customer of “{0}” pays in a period counts as margin, and serving them costs nothing.",
                        "“{0}”的一位顾客每期所付的{1}全部算作毛利，服务也不花钱。",
                    ),
                    &[&name(group), &paid],
                );
            }
            None if !plan.is_unknown(&group.path("margin_rate")) => {
                sink.missing(
                    group,
                    "margin_rate",
                    Text::new(
                        "A customer of “{0}” pays {1} in a period, but nothing says how much of it is left after costs.",
                        "“{0}”的一位顾客每期付{1}，却没有写扣除成本以后还剩多少。",
                    ),
                    &[&name(group), &paid],
                );
            }
            _ => {}
        }
    }
    for objective in &plan.objectives {
        judged |= told(sink, objective);
    }
    if judged {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a customer group with purchases and their amount",
            "写有购买次数和金额的顾客群",
        ))
    }
}

/// 1, or 100 where percent was meant.
fn is_whole(rate: Decimal) -> bool {
    rate == Decimal::ONE || rate == Decimal::ONE_HUNDRED
}

/// Whether all that comes in is margin by nature: gifts and grants, or goods that cost nothing.
fn is_all_margin(context: &Context) -> bool {
    let plan = context.plan;
    let given = plan.revenue_streams.iter().any(|row| {
        row.model
            .as_ref()
            .is_some_and(|it| matches!(it.value, RevenueModel::Donation | RevenueModel::Grant))
    });
    let free = |cost: Option<&Decimal>| cost.is_some_and(Decimal::is_zero);
    let costless = !plan.products.is_empty()
        && plan
            .products
            .iter()
            .all(|row| free(row.unit_cost.as_ref().map(|it| &it.value)));
    given || costless || is_for_others(context)
}

fn has(text: &str, word: Word) -> bool {
    WORDS.find(text).iter().any(|hit| hit.tag == word)
}

/// An objective that counts lifetime value from revenue; true if it speaks of lifetime value.
fn told(sink: &mut Sink, objective: &Objective<'_>) -> bool {
    let texts = [
        ("metric", &objective.metric),
        ("measured_by", &objective.measured_by),
        ("statement", &objective.statement),
    ];
    let any = |word: Word| {
        texts
            .iter()
            .any(|(_, text)| filled(text.as_ref()).is_some_and(|text| has(text, word)))
    };
    if !any(Word::Lifetime) {
        return false;
    }
    let from = texts.iter().find_map(|(key, text)| {
        let words = filled(text.as_ref()).filter(|words| has(words, Word::Revenue))?;
        Some((*key, text.as_ref()?.span, words))
    });
    if let Some((key, span, words)) = from.filter(|_| !any(Word::Margin)) {
        sink.at(
            objective.path(key),
            span,
            Text::new(
                "“{0}” is about lifetime value, but counts revenue (“{1}”).",
                "“{0}”说的是终身价值，算的却是收入（“{1}”）。",
            ),
            &[&called(objective.statement.as_ref(), objective), words],
        );
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const GROUP: &str = "[[relationships.groups]]\nid = \"g\"\nname = \"月卡会员\"\n\
        purchases = 12\naverage_purchase = 30\nmargin_rate = 1.0\nretention = 0.8\n";

    #[test]
    fn all_of_it_as_margin_is_found_and_none_stated_too() {
        assert_eq!(paths("R513", GROUP), ["relationships.groups.g.margin_rate"]);
        assert!(messages("R513", GROUP, Lang::En)[0].contains("All of the 360"));
        let none = GROUP.replace("margin_rate = 1.0\n", "");
        assert_eq!(paths("R513", &none), ["relationships.groups.g.margin_rate"]);
        assert!(messages("R513", &none, Lang::Zh)[0].contains("每期付360"));
    }

    #[test]
    fn an_objective_that_counts_revenue_is_found() {
        let objective =
            |metric: &str| format!("[[mix.objectives]]\nid = \"o\"\nmetric = \"{metric}\"\n");
        for metric in [
            "Lifetime value = revenue a year × 5",
            "终身价值（年消费额×5年）",
        ] {
            assert_eq!(
                paths("R513", &objective(metric)),
                ["mix.objectives.o.metric"]
            );
        }
        for metric in [
            "CLV: sales × margin × years",
            "终身价值（年消费额×毛利率×年数）",
            "Revenue",
            "销售额",
        ] {
            assert_eq!(paths("R513", &objective(metric)), [""; 0], "{metric}");
        }
        assert!(!is_checked("R513", &objective("Revenue")));
    }

    #[test]
    fn gifts_goods_without_cost_and_costs_to_serve_are_left_alone() {
        for plan in [
            format!("{GROUP}cost_to_serve = 90\n"),
            format!("{GROUP}[[relationships.revenue_streams]]\nid = \"r\"\nmodel = \"donation\"\n"),
            format!("{GROUP}[[mix.products]]\nid = \"p\"\nunit_cost = 0\n"),
            format!("[plan]\nkind = \"non-profit\"\n{GROUP}"),
            GROUP.replace("= 1.0", "= 0.62"),
            GROUP.replace("= 30", "= 0"),
            GROUP.replace("margin_rate = 1.0\n", "").replace(
                "[[",
                "[plan]\nunknown = [\"relationships.groups.g.margin_rate\"]\n[[",
            ),
        ] {
            assert_eq!(paths("R513", &plan), [""; 0], "{plan}");
        }
        assert!(!is_checked("R513", ""));
    }
}
