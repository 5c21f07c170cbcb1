//! Numbers of different kinds that are put together.

use std::collections::HashMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{BudgetLine, ForecastLine, SizingStep};
use crate::plan::{Plan, Record};
use crate::prose::Lexicon;
use crate::words::Text;
use crate::words::date::Period;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "X615",
    name: "units-currency-or-period-mixed",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Units, currency or period mixed", "单位、币种或期间混用"),
    why: Text::new(
        "Sums and shares mean something only within one market, one unit and one period (Farris and others, on metrics).",
        "只有市场、单位、期间都相同，合计和比例才有意义（法里斯等论营销指标）。",
    ),
    ask: Text::new(
        "In which unit, currency and period shall both be written?",
        "两个数统一用哪种单位、币种和期间？",
    ),
    page: include_str!("units_currency_or_period_mixed.md"),
    check,
};

/// The three circles of a market, the widest first.
static CIRCLES: LazyLock<Lexicon<usize>> = LazyLock::new(|| {
    Lexicon::new([
        ("TAM", 0),
        ("total addressable market", 0),
        ("total available market", 0),
        ("总体市场", 0),
        ("潜在市场总量", 0),
        ("SAM", 1),
        ("serviceable addressable market", 1),
        ("serviceable available market", 1),
        ("可服务市场", 1),
        ("SOM", 2),
        ("serviceable obtainable market", 2),
        ("可获得市场", 2),
        ("可得市场", 2),
    ])
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let circles = circles(plan, sink);
    let currencies = currencies(plan, sink);
    let periods = periods(plan, sink);
    if circles || currencies || periods {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "bills in another currency, forecast lines with periods, or market circles (TAM, SAM, SOM)",
            "外币账单、有期间的预测，或市场的三个圈（TAM、SAM、SOM）",
        ))
    }
}

/// A circle is not wider than the one around it, and counts the same thing; true if there are two.
fn circles(plan: &Plan<'_>, sink: &mut Sink) -> bool {
    let mut rings: [Option<&SizingStep<'_>>; 3] = [None; 3];
    for step in &plan.sizing {
        let hits = filled(step.what.as_ref())
            .map(|what| CIRCLES.find(what))
            .unwrap_or_default();
        let ring = hits.first().and_then(|hit| rings.get_mut(hit.tag));
        if let (Some(ring), Some(_)) = (ring, &step.factor) {
            ring.get_or_insert(step);
        }
    }
    let rings: Vec<&SizingStep<'_>> = rings.into_iter().flatten().collect();
    for pair in rings.windows(2) {
        let &[outer, inner] = pair else { continue };
        let (Some(wide), Some(narrow)) = (&outer.factor, &inner.factor) else {
            continue;
        };
        let units = filled(outer.unit.as_ref()).zip(filled(inner.unit.as_ref()));
        let (one, other) = units.unwrap_or_default();
        // A circle may be written as a share of the one around it.
        if narrow.value <= Decimal::ONE || super::scale::unit(inner.unit.as_ref()).is_some() {
            continue;
        }
        let (first, second) = (
            called(outer.what.as_ref(), outer),
            called(inner.what.as_ref(), inner),
        );
        if one.trim().eq_ignore_ascii_case(other.trim()) {
            if narrow.value > wide.value {
                let text = Text::new(
                    "“{1}” ({3}) is larger than “{0}” ({2}), of which it is a part.",
                    "“{1}”（{3}）比它所在的“{0}”（{2}）还大。",
                );
                let args = [
                    first.as_str(),
                    &second,
                    &show(wide.value),
                    &show(narrow.value),
                ];
                sink.value(inner, "factor", narrow, text, &args);
            }
        } else if !one.is_empty() && !other.is_empty() {
            let text = Text::new(
                "“{0}” counts {2}, “{1}” counts {3}: one cannot be a part of the other.",
                "“{0}”的单位是{2}，“{1}”的单位是{3}，无法比较大小。",
            );
            sink.value(
                inner,
                "factor",
                narrow,
                text,
                &[&first, &second, one, other],
            );
        }
    }
    rings.len() > 1
}

/// Bills in another currency without an exchange rate beside others; true if there are any bills abroad.
fn currencies(plan: &Plan<'_>, sink: &mut Sink) -> bool {
    let home = filled(plan.frame.currency.as_ref()).map(str::trim);
    let billed = |line: &BudgetLine<'_>| -> Option<String> {
        Some(filled(line.currency.as_ref())?.trim().to_ascii_uppercase())
    };
    // Without a currency of the plan, that of the first bill is the measure.
    let mut all = plan.budget.iter().filter_map(billed);
    let Some(home) = home.map(str::to_ascii_uppercase).or_else(|| all.next()) else {
        return false;
    };
    let together = plan.budget.len() > 1 || plan.totals.budget.is_some();
    let mut abroad = false;
    for line in &plan.budget {
        let Some((currency, amount)) = billed(line).zip(line.amount.as_ref()) else {
            continue;
        };
        if currency == home {
            continue;
        }
        abroad = true;
        let unknown = || plan.is_unknown(&line.path("exchange_rate"));
        if line.exchange_rate.is_none() && together && !unknown() {
            let text = Text::new(
                "“{0}” is billed in {1} and added up in {2}, but no exchange rate stands beside {3}.",
                "“{0}”以{1}结算，却与{2}加在一起，{3}旁边没有写汇率。",
            );
            let name = called(line.item.as_ref(), line);
            let args = [name.as_str(), &currency, &home, &show(amount.value)];
            // The amount may be in the plan's currency already.
            sink.value(line, "exchange_rate", amount, text, &args)
                .severity = Severity::Warning;
        }
    }
    abroad
}

type Key<'c> = [Option<&'c str>; 4];

/// Lines of the same sales whose periods overlap count twice; true if there are two periods.
fn periods(plan: &Plan<'_>, sink: &mut Sink) -> bool {
    let mut seen: HashMap<Key<'_>, Vec<(&ForecastLine<'_>, Period)>> = HashMap::new();
    let mut looked = false;
    for line in &plan.forecast {
        let period = line.period.as_ref().and_then(|it| Period::parse(&it.value));
        let (Some(period), Some(_)) = (period, &line.customers) else {
            continue;
        };
        let scenario = line.scenario.as_ref().map(|it| scenario_key(it.value));
        let text = |it: &'_ Option<crate::plan::Sp<crate::plan::Str<'_>>>| it.is_some();
        // A line that names nothing may be anything.
        if !text(&line.product) && !text(&line.segment) {
            continue;
        }
        let key = [
            scenario,
            filled(line.product.as_ref()),
            filled(line.segment.as_ref()),
            filled(line.channel.as_ref()),
        ];
        let others = seen.entry(key).or_default();
        looked |= !others.is_empty();
        let longer = |one: Period, other: Period| {
            one.first_day() <= other.first_day()
                && other.last_day() <= one.last_day()
                && one != other
        };
        let twice = others
            .iter()
            .find(|(_, it)| longer(*it, period) || longer(period, *it));
        if let (Some((other, _)), Some(written)) = (twice, &line.period) {
            let text = Text::new(
                "“{0}” ({1}) lies within the same time as “{2}” ({3}): the same sales are counted twice.",
                "“{0}”（{1}）与“{2}”（{3}）的期间重叠，同一笔销售会算两次。",
            );
            let (name, first) = (
                line.name().unwrap_or_default(),
                other.name().unwrap_or_default(),
            );
            let before = filled(other.period.as_ref()).unwrap_or_default();
            sink.value(
                line,
                "period",
                written,
                text,
                &[&name, &written.value, &first, before],
            )
            .severity = Severity::Warning;
        }
        // A year has few periods: the list stays short, whatever the plan's size.
        if others.len() < 32 {
            others.push((line, period));
        }
    }
    looked
}

fn scenario_key(scenario: crate::catalogue::choices::Scenario) -> &'static str {
    use crate::catalogue::choices::Scenario;
    match scenario {
        Scenario::Low => "low",
        Scenario::Base => "base",
        Scenario::High => "high",
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::testing::{found, lacks, said, severities};

    fn paths(plan: &str) -> Vec<String> {
        found("X615", plan).into_iter().map(|it| it.path).collect()
    }
    fn sizing(rows: &[(&str, &str, &str)]) -> String {
        let row = |(what, factor, unit): &(&str, &str, &str)| {
            format!("[[needs.sizing]]\nwhat = \"{what}\"\nfactor = {factor}\nunit = \"{unit}\"\n")
        };
        rows.iter().map(row).collect()
    }

    #[test]
    fn an_inner_circle_is_not_wider_and_counts_the_same() {
        let wider = sizing(&[("TAM", "3000000", "people"), ("SAM", "5000000", "people")]);
        assert_eq!(paths(&wider), ["needs.sizing.2.factor"]);
        let mixed = sizing(&[("总体市场", "3000000", "人"), ("可服务市场", "500", "万元")]);
        assert!(said("X615", &mixed)[0].contains("单位是人"));
        assert!(
            paths(&sizing(&[
                ("TAM", "300", "people"),
                ("SAM", "300", "People")
            ]))
            .is_empty()
        );
        assert!(
            paths(&sizing(&[
                ("TAM", "300", "people"),
                ("SAM", "0.2", "share")
            ]))
            .is_empty()
        );
        assert!(paths(&sizing(&[("TAM", "300", "people"), ("SAM", "20", "%")])).is_empty());
        assert!(paths(&sizing(&[("households", "30", "a"), ("cows", "50", "b")])).is_empty());
    }

    #[test]
    fn a_bill_abroad_needs_its_rate() {
        let bill = |more: &str| {
            format!(
                "[plan]\ncurrency = \"NAD\"\n[[mix.budget]]\namount = 10.0\n[[mix.budget]]\nid = \"z\"\nitem = \"平台广告\"\namount = 300.0\n{more}"
            )
        };
        let open = bill("currency = \"ZAR\"\n");
        assert_eq!(severities("X615", &open), [Severity::Warning]);
        assert!(said("X615", &open)[0].contains("以ZAR结算"));
        // One to one is a rate as good as any.
        assert!(paths(&bill("currency = \"ZAR\"\nexchange_rate = 1.0\n")).is_empty());
        assert!(paths(&bill("currency = \"nad\"\n")).is_empty());
        let silent = bill("currency = \"ZAR\"\n").replace("[plan]\ncurrency = \"NAD\"\n", "");
        assert!(paths(&silent).is_empty());
    }

    #[test]
    fn a_year_and_its_quarter_count_the_same_sales_twice() {
        let line = |period: &str, more: &str| {
            format!(
                "[[mix.forecast]]\nsegment = \"s\"\ncustomers = 40\nperiod = \"{period}\"\n{more}"
            )
        };
        let ours = "[[targeting.segments]]\nid = \"s\"\n";
        let twice = format!("{ours}{}{}", line("2027", ""), line("2027-Q2", ""));
        assert_eq!(paths(&twice), ["mix.forecast.2.period"]);
        let months = format!("{ours}{}{}", line("2027-03", ""), line("2027-04", ""));
        assert!(paths(&months).is_empty());
        let high = format!(
            "{ours}{}{}",
            line("2027", ""),
            line("2027-Q2", "scenario = \"high\"\n")
        );
        assert!(paths(&high).is_empty());
        assert!(lacks("X615", "").is_some());
    }
}
