//! A forecast that cannot be taken apart.

use std::sync::LazyLock;

use super::sales;
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::ForecastLine;
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "M408",
    name: "forecast-without-driver",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Forecast without a driver", "预测没有驱动因素"),
    why: Text::new(
        "A sales figure can be argued with and managed only when it is built from what drives it: who hears, who tries, who comes back, at what price (Crawford, awareness-trial-repeat; McDonald).",
        "销售数字要由驱动它的因素推出来，才讨论得了、管得住：多少人知道、试用、复购，价格多少（克劳福德的知晓—试用—复购模型；麦克唐纳）。",
    ),
    ask: Text::new(
        "How many customers, buying how often, at what price, and which action brings them?",
        "有多少顾客、买几次、什么价，是哪项行动带来的？",
    ),
    page: include_str!("forecast_without_driver.md"),
    check,
};

/// Words of a basis that only carries a line upwards.
const GROWTH: &str = "grow,grows,growing,growth,increase,increases,increasing,rising,doubling,\
    a year,per year,annually,year on year,增长,递增,翻番,翻倍,上涨,增速";

/// Words of a basis that rests on something seen.
const SEEN: &str = "record,recorded,till,ledger,test,tested,trial,pilot,survey,order,booked,booking,\
    signed,contract,last year,sold,visit,counted,seats,months of sales,history,sales data,\
    去年,上年,记录,台账,试,调查,问卷,签约,订单,预订,实际,数据,统计,客流,老户,续约";

static GROWTH_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(GROWTH));
static SEEN_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(SEEN));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let totals = &plan.totals;
    if plan.is_unknown("mix.forecast") {
        return Checked::Lacks(Text::new("a forecast", "销售预测"));
    }
    if plan.forecast.is_empty() {
        let Some(revenue) = totals.revenue.as_ref().filter(|it| !it.is_zero()) else {
            return Checked::Lacks(Text::new("a forecast", "销售预测"));
        };
        sink.value(
            totals,
            "revenue",
            revenue,
            Text::new(
                "The plan counts on {0} of revenue, and no forecast line says who buys how much.",
                "计划写了{0}的收入，却没有一项预测说明谁买、买多少。",
            ),
            &[&show(revenue.value)],
        );
        return Checked::Yes;
    }
    let bare = |line: &&ForecastLine<'_>| !has_driver(context, line);
    let mut bare = sales::base(plan).filter(bare);
    if let Some(line) = bare.next() {
        let others = bare.count();
        let text = if others == 0 {
            Text::new(
                "The forecast “{0}” has no customers times purchases, and no basis that could replace them.",
                "预测“{0}”没有顾客数乘购买次数，也没有能代替它们的依据。",
            )
        } else {
            Text::new(
                "The forecast “{0}” and {1} more have no customers times purchases, and no basis that could replace them.",
                "预测“{0}”等共{2}项没有顾客数乘购买次数，也没有能代替它们的依据。",
            )
        };
        let name = line.name().unwrap_or_default();
        let (more, all) = (others.to_string(), (others + 1).to_string());
        sink.missing(line, "", text, &[&name, &more, &all]);
    }
    Checked::Yes
}

/// Whether a line is built from customers and purchases, or says what else it rests on.
fn has_driver(context: &Context, line: &ForecastLine<'_>) -> bool {
    let built = context.settled(line, "customers", line.customers.is_some())
        && context.settled(line, "purchases", line.purchases.is_some());
    built
        || filled(line.basis.as_ref())
            .is_some_and(|basis| !GROWTH_WORDS.is_in(basis) || SEEN_WORDS.is_in(basis))
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    fn line(more: &str) -> String {
        format!("[[mix.forecast]]\nid = \"f\"\nperiod = \"2027\"\n{more}")
    }

    #[test]
    fn a_total_without_any_line_is_found() {
        let plan = "[mix.totals]\nrevenue = 2000000\n";
        assert_eq!(paths("M408", plan), ["mix.totals.revenue"]);
        assert!(messages("M408", plan, Lang::Zh)[0].contains("2,000,000"));
        for silent in [
            "[mix.totals]\nrevenue = 0\n".to_owned(),
            format!("[plan]\nunknown = [\"mix.forecast\"]\n{plan}"),
            format!("{plan}{}", line("customers = 5\npurchases = 4\n")),
        ] {
            assert_eq!(paths("M408", &silent), [""; 0], "{silent}");
        }
    }

    #[test]
    fn a_line_without_parts_is_found() {
        for more in [
            "price = 9.0\n",
            "customers = 500\nbasis = \"Growth of 15 % a year\"\n",
            "customers = 500\nbasis = \"每年增长15%\"\n",
            "basis = \"待定\"\n",
        ] {
            assert_eq!(paths("M408", &line(more)), ["mix.forecast.f"], "{more}");
        }
        let many = format!("{}[[mix.forecast]]\nid = \"g\"\n", line(""));
        assert!(messages("M408", &many, Lang::En)[0].contains("“f” and 1 more"));
    }

    #[test]
    fn parts_or_something_seen_are_enough() {
        for more in [
            "customers = 500\npurchases = 2\n",
            "basis = \"Till records of 36 months, growth of 2 % a year\"\n",
            "basis = \"三年收银记录，每年增长2%\"\n",
            "basis = \"Two vans of forty seats on Saturdays\"\n",
            "scenario = \"low\"\n",
        ] {
            assert_eq!(paths("M408", &line(more)), [""; 0], "{more}");
        }
        assert!(!is_checked("M408", ""));
    }
}
