//! A market size that nobody can follow.

use super::common::{has_number, years};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "N117",
    name: "market-size-without-derivation",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new("Market size without derivation", "市场规模没有推算过程"),
    why: Text::new(
        "A market size rests on assumptions, and only those that can be seen can be doubted and mended (Kotler and Armstrong, chain-ratio method).",
        "市场规模建立在假设之上，假设摆出来，才能质疑和修正（科特勒与阿姆斯特朗，连续比率法）。",
    ),
    ask: Text::new(
        "From which count do you start, and which shares or prices lead from there to this number?",
        "从哪个基数算起？经过哪些比例或价格，得到这个数？",
    ),
    page: include_str!("market_size_without_derivation.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let market = &context.plan.market;
    let Some((key, size)) = [("size", &market.size), ("value", &market.value)]
        .into_iter()
        .find_map(|(key, field)| Some((key, field.as_ref()?)))
    else {
        return Checked::Lacks(Text::new(
            "the size or value of the market",
            "市场人数或市场金额",
        ));
    };
    let number = show(size.value);
    let derived = filled(market.derivation.as_ref());
    // One step is only the same bare number in another place, unless it says where it comes from.
    let steps = context
        .plan
        .sizing
        .iter()
        .filter(|row| row.factor.is_some())
        .count();
    let sourced = context
        .plan
        .sizing
        .iter()
        .any(|row| filled(row.source.as_ref()).is_some());
    let source = filled(market.source.as_ref());
    let known = derived.is_some_and(has_number)
        || steps > 1
        || (steps == 1 && sourced)
        || source.is_some_and(|it| years(it).next().is_some())
        || context.is_unknown(market, "derivation");
    if known {
        return Checked::Yes;
    }
    let (say, word) = match (derived, source) {
        (Some(text), _) => (
            Text::new(
                "The market of {0} is explained by “{1}”, in which there is no number to follow.",
                "市场规模{0}的依据是“{1}”，里面没有可以核对的数字。",
            ),
            text,
        ),
        (None, Some(source)) => (
            Text::new(
                "The market of {0} comes from “{1}”, without a year and without a sum that leads to it.",
                "市场规模{0}出自“{1}”，没写年份，也没有推算过程。",
            ),
            source,
        ),
        (None, None) => (
            Text::new(
                "The market of {0} stands alone: no base, no shares and no source lead to it.",
                "市场规模{0}只有一个数字，没有基数和比例，也没有来源。",
            ),
            "",
        ),
    };
    sink.value(market, key, size, say, &[&number, word]);
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn market(rows: &str) -> usize {
        found("N117", &format!("[needs.market]\n{rows}")).len()
    }

    #[test]
    fn a_bare_number_is_found_once() {
        assert_eq!(market("size = 40000\nvalue = 20_000_000\n"), 1);
        let said = said(
            "N117",
            "[needs.market]\nvalue = 20_000_000\nderivation = \"根据多年经验估算\"\n",
        );
        assert!(
            said[0].contains("市场规模20,000,000的依据是“根据多年经验估算”"),
            "{said:?}"
        );
        assert_eq!(
            market("size = 9000\nderivation = \"our experts' estimate\"\n"),
            1
        );
        assert_eq!(
            market("size = 9000\nsource = \"well-known industry figures\"\n"),
            1
        );
        assert_eq!(market("size = 9000\nsource = \"业内公认数据\"\n"), 1);
    }

    #[test]
    fn a_sum_or_a_cited_figure_with_its_year_passes() {
        assert_eq!(
            market("size = 9000\nderivation = \"22,500 households × 0.40\"\n"),
            0
        );
        assert_eq!(
            market("size = 9000\nderivation = \"两万二千五百户的四成\"\n"),
            0
        );
        assert_eq!(market("size = 9000\nsource = \"county census 2025\"\n"), 0);
        assert_eq!(market("size = 9000\nsource = \"2025年县统计年鉴\"\n"), 0);
    }

    #[test]
    fn a_chain_of_steps_passes_and_one_bare_step_does_not() {
        let step = |id: &str| format!("[[needs.sizing]]\nid = \"{id}\"\nfactor = 0.4\n");
        assert_eq!(market(&format!("size = 9000\n{}", step("a"))), 1);
        assert_eq!(
            market(&format!("size = 9000\n{}{}", step("a"), step("b"))),
            0
        );
        assert_eq!(
            market(&format!(
                "size = 9000\n{}source = \"公安登记\"\n",
                step("a")
            )),
            0
        );
    }

    #[test]
    fn no_size_is_not_clean_and_unknown_is_respected() {
        assert!(lacks("N117", "[needs.market]\ndefinition = \"people who wait\"\n").is_some());
        let plan = "[plan]\nunknown = [\"needs.market.derivation\"]\n[needs.market]\nsize = 9000\n";
        assert!(found("N117", plan).is_empty());
    }
}
