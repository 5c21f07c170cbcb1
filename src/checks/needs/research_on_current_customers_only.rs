//! Only those were asked who buy already.

use std::sync::LazyLock;

use super::common::serves_the_public;
use crate::catalogue::Step;
use crate::catalogue::choices::{Method, ObjectiveKind, Respondents, Side};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Record;
use crate::plan::records::{Evidence, Objective};
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N110",
    name: "research-on-current-customers-only",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new("Research on current customers only", "只调研了现有顾客"),
    why: Text::new(
        "A market is actual and potential buyers; those who left or never came do not stand in our own records, and growth mostly comes from them (Kotler; Sharp 2010).",
        "市场包括现有的和潜在的购买者；离开的人、从没来过的人不在自家记录里，增长却多半来自他们（科特勒；夏普，2010）。",
    ),
    ask: Text::new(
        "Whom could you ask who left, chose a rival, or has the need and buys nothing?",
        "有没有离开的人、选了对手的人、有需要却什么都没买的人可以问？",
    ),
    page: include_str!("research_on_current_customers_only.md"),
    check,
};

/// Words of plans that want to keep the customers they have.
const KEEPING: &str = "\
    retention, retain, repeat, renew, renewal, churn, loyal, loyalty, come back, \
    stay with us, lapse, win back, 复购, 留存, 续费, 续约, 续订, 流失, 回头客, 老顾客, \
    老客户, 忠诚";

static KEEPING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(KEEPING));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let rows = &context.plan.evidence;
    if rows.iter().any(|row| asks_customers(row) == Some(false)) {
        return Checked::Yes;
    }
    let all = rows.iter().all(|row| asks_customers(row) == Some(true));
    let Some(first) = rows.first().filter(|_| all) else {
        return Checked::Lacks(Text::new(
            "whom each piece of evidence comes from",
            "每条证据的调查对象",
        ));
    };
    // Of those whom a charity or a public body helps, the people it serves are the ones to ask.
    let helps = serves_the_public(context)
        && context.plan.segments.iter().any(|row| {
            row.side
                .as_ref()
                .is_some_and(|side| side.value == Side::Beneficiaries)
        });
    if helps || keeps_customers(&context.plan.objectives) {
        return Checked::Yes;
    }
    let many = rows.len().to_string();
    let say = if rows.len() == 1 {
        Text::new(
            "The only piece of evidence comes from people who buy already; nobody else was asked.",
            "唯一的一条证据来自现有顾客，别的人一个也没问。",
        )
    } else {
        Text::new(
            "All {0} pieces of evidence come from people who buy already; nobody else was asked.",
            "{0}条证据全部来自现有顾客，别的人一个也没问。",
        )
    };
    sink.at("needs.evidence", first.span, say, &[&many]);
    // That the one piece stands alone and has no date is the same lack of a second look; that it
    // is too old is another gap.
    if rows.len() == 1 && first.date.is_none() {
        sink.explains("evidence-stale-or-single", first.path(""));
    }
    Checked::Yes
}

/// Whether evidence shows only those who buy; our own sales do, unless the row says otherwise.
fn asks_customers(row: &Evidence<'_>) -> Option<bool> {
    match (&row.respondents, &row.method) {
        (Some(who), _) => Some(who.value == Respondents::Customers),
        (None, Some(how)) if how.value == Method::SalesData => Some(true),
        _ => None,
    }
}

/// Whether all that the plan wants of customers and markets is to keep them.
fn keeps_customers(objectives: &[Objective<'_>]) -> bool {
    let about_customers = |row: &&Objective<'_>| {
        row.kind.as_ref().is_none_or(|kind| {
            matches!(kind.value, ObjectiveKind::Customer | ObjectiveKind::Market)
        })
    };
    let keeps = |row: &Objective<'_>| {
        let texts = [row.statement.as_ref(), row.metric.as_ref()];
        texts
            .into_iter()
            .flatten()
            .any(|text| KEEPING_WORDS.is_in(text))
    };
    let mut rows = objectives.iter().filter(about_customers).peekable();
    rows.peek().is_some() && rows.all(keeps)
}

#[cfg(test)]
mod tests {
    use crate::checks::check_text;
    use crate::checks::testing::{found, lacks, said};

    fn evidence(rows: &[&str]) -> String {
        let rows = rows.iter().enumerate();
        rows.map(|(nth, row)| format!("[[needs.evidence]]\nid = \"e{nth}\"\n{row}\n"))
            .collect::<Vec<_>>()
            .concat()
    }
    const OURS: &str = "respondents = \"customers\"";

    #[test]
    fn customers_alone_are_found_and_so_are_own_sales() {
        let said = said("N110", &evidence(&[OURS, "method = \"sales-data\""]));
        assert!(
            said[0].contains("All 2") && said[0].contains("2条"),
            "{said:?}"
        );
        assert_eq!(found("N110", &evidence(&[OURS])).len(), 1);
    }

    #[test]
    fn one_piece_that_stands_alone_is_told_once() {
        let plan = |row: &str, need: &str| {
            format!(
                "[plan]\nstarts = 2027-01-01\n{}[[needs.customer_needs]]\nid = \"n\"\nneed = \"{need}\"\nevidence = [\"e0\"]\n\
                [[targeting.segments]]\nid = \"s\"\nneeds = [\"n\"]\ndecision = \"target\"\n",
                evidence(&[row])
            )
        };
        for need in ["To sleep through the night", "一觉睡到天亮"] {
            let alone = check_text(&plan(OURS, need));
            let rules: Vec<&str> = alone.findings.iter().map(|it| it.rule.code).collect();
            assert!(
                rules.contains(&"N110") && !rules.contains(&"N115"),
                "{rules:?}"
            );
            // Old evidence is another gap.
            let old = check_text(&plan(&format!("{OURS}\ndate = 2023-01-01"), need));
            let rules: Vec<&str> = old.findings.iter().map(|it| it.rule.code).collect();
            assert!(
                rules.contains(&"N110") && rules.contains(&"N115"),
                "{rules:?}"
            );
        }
    }

    #[test]
    fn a_charity_may_ask_those_whom_it_helps() {
        for name in ["Parents on the ward", "病房里的家长"] {
            let plan = |kind: &str, side: &str| {
                format!(
                    "[plan]\nkind = \"{kind}\"\n{}[[targeting.segments]]\nid = \"s\"\nname = \"{name}\"\nside = \"{side}\"\n",
                    evidence(&[OURS])
                )
            };
            assert!(found("N110", &plan("non-profit", "beneficiaries")).is_empty());
            assert_eq!(found("N110", &plan("non-profit", "donors")).len(), 1);
            assert_eq!(found("N110", &plan("business", "beneficiaries")).len(), 1);
        }
    }

    #[test]
    fn anyone_else_is_enough() {
        for who in [
            "lapsed",
            "prospects",
            "non-customers",
            "rivals-customers",
            "public-data",
        ] {
            let other = format!("respondents = \"{who}\"");
            assert!(
                found("N110", &evidence(&[OURS, &other])).is_empty(),
                "{who}"
            );
        }
    }

    #[test]
    fn evidence_that_does_not_say_whom_it_asked_cannot_be_judged() {
        let plan = evidence(&[OURS, "method = \"survey\""]);
        assert!(found("N110", &plan).is_empty());
        assert!(lacks("N110", &plan).is_some());
        assert!(lacks("N110", "").is_some());
    }

    #[test]
    fn a_plan_to_keep_customers_may_study_customers() {
        let goal = |kind: &str, metric: &str| {
            format!(
                "[[mix.objectives]]\nid = \"{kind}\"\nkind = \"{kind}\"\nmetric = \"{metric}\"\n"
            )
        };
        let plan = evidence(&[OURS]);
        let money = goal("financial", "revenue");
        let keep = goal("customer", "repeat visits within 60 days");
        assert!(found("N110", &format!("{plan}{keep}{money}")).is_empty());
        let keep = goal("customer", "会员续费率");
        assert!(found("N110", &format!("{plan}{keep}")).is_empty());
        let win = goal("market", "新顾客人数");
        assert_eq!(found("N110", &format!("{plan}{keep}{win}")).len(), 1);
        assert_eq!(found("N110", &format!("{plan}{money}")).len(), 1);
    }
}
