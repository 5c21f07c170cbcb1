//! One customer who could bring the business down.

use rust_decimal::Decimal;

use super::groups::{is_for_others, periods_a_year, rate};
use crate::catalogue::Step;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Account;
use crate::words::Text;
use crate::words::number::show_percent;

pub(super) const RULE: Rule = Rule {
    code: "R518",
    name: "key-account-dependency",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Relationships,
    title: Text::new("Dependence on a key account", "过度依赖大客户"),
    why: Text::new(
        "A key account is both the best customer and the largest risk: its share of revenue is what you lose in one telephone call (Kotler).",
        "大客户既是最好的顾客，也是最大的风险：它占多少收入，一个电话就可能失去多少（科特勒）。",
    ),
    ask: Text::new(
        "What keeps this customer, who else there knows you, and which customers like it will you win?",
        "靠什么留住它？它内部还有谁认识你？打算再争取哪些同类客户？",
    ),
    page: include_str!("key_account_dependency.md"),
    check,
};

/// A quarter of revenue: beyond it the loss can seldom be made good within a year.
const MOST: Decimal = Decimal::from_parts(25, 0, 0, false, 2);

/// A plan of about a year, whose revenue can be set against orders in a year: days from, to.
const A_YEAR: (i32, i32) = (330, 400);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut judged = false;
    for account in &context.plan.accounts {
        let said = rate(account.revenue_share.as_ref());
        let Some(share) = said.or_else(|| ordered(context, account)) else {
            continue;
        };
        judged = true;
        let protected = filled(account.protection.as_ref()).is_some()
            || context.is_unknown(account, "protection");
        if share <= MOST || protected || is_for_others(context) {
            continue;
        }
        let text = if said.is_some() {
            Text::new(
                "“{0}” brings {1} of revenue, and nothing is planned for the day it leaves.",
                "“{0}”占收入的{1}，却没有写怎样守住它、它走了怎么办。",
            )
        } else {
            Text::new(
                "By its orders “{0}” brings {1} of the planned revenue, and nothing is planned for the day it leaves.",
                "按下单金额算，“{0}”占计划收入的{1}，却没有写怎样守住它、它走了怎么办。",
            )
        };
        let name = called(account.name.as_ref(), account);
        sink.missing(
            account,
            "protection",
            text,
            &[&name, &show_percent(share.round_dp(3))],
        );
    }
    if judged {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "key accounts with their share of revenue",
            "写明收入占比的大客户",
        ))
    }
}

/// The share that an account's orders have in the revenue of a plan of one year.
fn ordered(context: &Context, account: &Account<'_>) -> Option<Decimal> {
    let plan = context.plan;
    let (from, to) = (plan.frame.starts.as_ref()?, plan.frame.ends.as_ref()?);
    let days = from.value.until(to.value).ok()?.get_days();
    if !(A_YEAR.0..=A_YEAR.1).contains(&days) {
        return None;
    }
    let chance = rate(account.probability.as_ref()).unwrap_or(Decimal::ONE);
    account
        .frequency
        .as_ref()?
        .checked_mul(account.volume.as_ref()?.value)?
        .checked_mul(periods_a_year(context)?.into())?
        .checked_mul(chance)?
        .checked_div(plan.totals.revenue.as_ref()?.value)
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    fn account(more: &str) -> String {
        format!("[[relationships.accounts]]\nid = \"z\"\nname = \"江北水务\"\n{more}\n")
    }

    #[test]
    fn a_large_share_without_protection_is_found() {
        let plan = account("revenue_share = 0.46");
        assert_eq!(
            paths("R518", &plan),
            ["relationships.accounts.z.protection"]
        );
        assert!(messages("R518", &plan, Lang::En)[0].contains("brings 46 %"));
        assert!(messages("R518", &plan, Lang::Zh)[0].contains("“江北水务”占收入的46%"));
    }

    #[test]
    fn a_quarter_protection_and_a_funder_are_left_alone() {
        for plan in [
            account("revenue_share = 0.25"),
            account("revenue_share = 0.46\nprotection = \"两年框架协议\""),
            account("revenue_share = 0.46\nprotection = \"A two-year contract\""),
            format!(
                "[plan]\nkind = \"public\"\n{}",
                account("revenue_share = 0.9")
            ),
        ] {
            assert_eq!(paths("R518", &plan), [""; 0]);
        }
        let waiting = account("revenue_share = 0.46\nprotection = \"待定\"");
        assert_eq!(paths("R518", &waiting).len(), 1);
    }

    #[test]
    fn the_volume_is_one_order_and_the_period_the_plans() {
        let plan = |ends: &str| {
            format!(
                "[plan]\nstarts = 2027-01-01\nends = {ends}\n[mix.totals]\nrevenue = 100000\n\
                [relationships.value_capture]\nperiod = \"quarter\"\n{}",
                account("frequency = 3\nvolume = 3000\nprobability = 0.8")
            )
        };
        // 4 × 3 × 3,000 × 0.8 = 28,800.
        assert!(messages("R518", &plan("2027-12-31"), Lang::En)[0].contains("28.8 %"));
        assert!(!is_checked("R518", &plan("2029-12-31")));
        assert!(!is_checked("R518", "") && !is_checked("R518", &account("")));
    }
}
