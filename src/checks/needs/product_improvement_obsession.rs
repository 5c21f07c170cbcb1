//! All effort goes into the product, and no need asked for it.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::catalogue::Step;
use crate::catalogue::choices::{ActionStatus, Lever, ObjectiveKind};
use crate::checks::context::id;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Action;
use crate::plan::{Sp, Str};
use crate::prose::{Lexicon, likeness};
use crate::words::Text;
use crate::words::number::show_percent;

pub(super) const RULE: Rule = Rule {
    code: "N109",
    name: "product-improvement-obsession",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Needs,
    title: Text::new("Product improvement obsession", "只做产品改进"),
    why: Text::new(
        "A product that lends itself to tests and refinement keeps its makers busy while customers move on: the fourth belief (Levitt 1960).",
        "产品越适合试验和改进，做的人就越埋头其中，顾客却走远了：这是第四个信念（莱维特，1960）。",
    ),
    ask: Text::new(
        "Which customer asked for this improvement, or would miss it if it never came?",
        "这项改进是哪位顾客要的？如果一直没有，谁会觉得少了什么？",
    ),
    page: include_str!("product_improvement_obsession.md"),
    check,
};

/// The share of effort above which nothing else is left to speak of: four parts in five.
const MOST: Decimal = Decimal::from_parts(8, 0, 0, false, 1);

/// How much an action and a need must have in common to be about the same thing.
const ALIKE: f64 = 0.3;

/// Words of changing a product that is there already.
const IMPROVING: &str = "\
    improve, improved, improvement, upgrade, upgraded, refine, redesign, enhance, next generation, \
    next-generation, second generation, third generation, new generation, new version, \
    new model, v2, v3, v4, feature, sensor, chip, firmware, specification, spec, prototype, \
    lighter, thinner, more powerful, more precise, more accurate, titanium, engineering, \
    research and development, r&d, algorithm, \
    升级, 改进, 改良, 优化, 迭代, 新一代, 下一代, 二代, 三代, 四代, 新版, 新款, 新功能, 功能, 传感器, 芯片, \
    配色, 材质, 参数, 性能, 算法, 固件, 样机, 研发, 钛, 续航, 精度, 外观";

static IMPROVING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(IMPROVING));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let live = |row: &&Action<'_>| {
        let dropped = row
            .status
            .as_ref()
            .is_some_and(|it| it.value == ActionStatus::Dropped);
        !dropped && filled(row.what.as_ref()).is_some()
    };
    let (mut all, mut improving, mut unasked) = (Effort::default(), Effort::default(), 0);
    let mut first = None;
    for row in plan.actions.iter().filter(live) {
        all.add(row.cost.as_ref());
        if improves(row) {
            improving.add(row.cost.as_ref());
            if !is_asked_for(context, row) {
                unasked += 1;
                first = first.or(Some(row));
            }
        }
    }
    if all.count == 0 {
        return Checked::Lacks(Text::new("actions", "行动"));
    }
    for row in &plan.programmes {
        all.add(row.cost.as_ref());
    }
    // Most of it must have no need behind it: some polish is part of any trade.
    let (Some(first), true) = (first, unasked * 2 > improving.count) else {
        return Checked::Yes;
    };
    if let Some(share) = improving.share(&all).filter(|share| *share > MOST) {
        let say = Text::new(
            "{0} of what is done goes into the product (“{1}”), and no need asks for it.",
            "所做的事有{0}花在产品改进上（“{1}”），没有需要提出它。",
        );
        let text = filled(first.what.as_ref()).unwrap_or_default();
        let text = text.trim_end_matches(['.', '。']);
        sink.at(
            "mix.actions",
            first.span,
            say,
            &[&show_percent(share), text],
        );
    }
    Checked::Yes
}

/// What is done: its money where all of it has a price, or else how many actions there are.
#[derive(Debug, Default)]
struct Effort {
    count: u32,
    priced: u32,
    money: Decimal,
}

impl Effort {
    fn add(&mut self, cost: Option<&Sp<Decimal>>) {
        self.count += 1;
        if let Some(cost) = cost {
            self.priced += 1;
            self.money = self.money.saturating_add(cost.value);
        }
    }

    /// The part of all effort that this is; a single action without a cost tells nothing.
    fn share(&self, all: &Effort) -> Option<Decimal> {
        if all.priced == all.count && all.money > Decimal::ZERO {
            return self.money.checked_div(all.money);
        }
        (all.count > 1).then(|| Decimal::from(self.count) / Decimal::from(all.count))
    }
}

/// Whether an action changes a product that is there.
fn improves(row: &Action<'_>) -> bool {
    row.lever
        .as_ref()
        .is_none_or(|it| matches!(it.value, Lever::Product | Lever::Research))
        && filled(row.what.as_ref()).is_some_and(|text| IMPROVING_WORDS.is_in(text))
}

/// Whether a need, an objective about customers or a point of the SWOT stands behind an action.
fn is_asked_for(context: &Context, row: &Action<'_>) -> bool {
    let plan = context.plan;
    let what = filled(row.what.as_ref()).unwrap_or_default();
    let objective = row.objective.as_ref().is_some_and(|id| {
        let kind = context.objective(id).and_then(|it| it.kind.as_ref());
        kind.is_some_and(|kind| {
            matches!(kind.value, ObjectiveKind::Customer | ObjectiveKind::Society)
        })
    });
    let answers =
        || id(row.id.as_ref()).is_some_and(|id| context.points_answered_by(id).next().is_some());
    let alike = |text: &Option<Sp<Str<'_>>>| {
        filled(text.as_ref()).is_some_and(|text| likeness(what, text) >= ALIKE)
    };
    let need = || {
        plan.customer_needs.iter().any(|it| {
            let named = id(it.id.as_ref()).is_some_and(|id| id.len() > 2 && what.contains(id));
            named || alike(&it.need) || alike(&it.want) || alike(&it.situation)
        })
    };
    let benefit = || {
        let mut rows = plan.benefits.iter().filter(|it| it.need.is_some());
        rows.any(|it| alike(&it.benefit))
    };
    objective || answers() || need() || benefit()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn actions(rows: &[(&str, &str, &str)]) -> String {
        let rows = rows.iter().enumerate();
        rows.map(|(nth, (what, lever, rest))| {
            format!(
                "[[mix.actions]]\nid = \"a{nth}\"\nwhat = \"{what}\"\nlever = \"{lever}\"\n{rest}"
            )
        })
        .collect::<Vec<_>>()
        .concat()
    }

    #[test]
    fn improvements_alone_are_found_by_count_or_by_money() {
        let en = actions(&[
            ("Second sensor", "product", ""),
            ("Titanium case", "product", ""),
        ]);
        assert!(
            said("N109", &en)[0].contains("100 %")
                && said("N109", &en)[0].contains("“Second sensor”")
        );
        let zh = actions(&[
            ("研发三代芯片", "product", "cost = 900000\n"),
            ("在两个商场摆台", "promotion", "cost = 60000\n"),
        ]);
        assert!(said("N109", &zh)[0].contains("93.75%"));
        assert_eq!(found("N109", &zh)[0].path, "mix.actions");
    }

    #[test]
    fn other_work_is_enough() {
        let plan = actions(&[
            ("研发三代芯片", "product", "cost = 300000\n"),
            ("在两个商场摆台", "promotion", "cost = 100000\n"),
        ]);
        assert!(found("N109", &plan).is_empty());
        let plan = actions(&[
            ("Titanium case", "product", ""),
            ("Train the shops", "place", ""),
        ]);
        assert!(found("N109", &plan).is_empty());
        // The first product is no improvement, and one action without a cost is no programme.
        let plan = actions(&[
            ("Build the app", "product", ""),
            ("写出第一版说明书", "product", ""),
        ]);
        assert!(found("N109", &plan).is_empty());
        assert!(found("N109", &actions(&[("Titanium case", "product", "")])).is_empty());
        assert!(lacks("N109", "").is_some());
    }

    #[test]
    fn an_improvement_that_a_need_asks_for_is_silent() {
        let plan = actions(&[(
            "Improve the lid so that powder stays dry",
            "product",
            "cost = 9000\n",
        )]);
        assert_eq!(found("N109", &plan).len(), 1);
        let need = "[[needs.customer_needs]]\nid = \"dry\"\nneed = \"Powder that stays dry to the last spoon\"\n";
        assert!(found("N109", &format!("{plan}{need}")).is_empty());
        let plan = actions(&[("改进盖子，剩粉不受潮", "product", "cost = 9000\n")]);
        let need = "[[needs.customer_needs]]\nid = \"dry\"\nneed = \"剩粉不受潮，吃到最后一勺\"\n";
        assert!(found("N109", &format!("{plan}{need}")).is_empty());
        let objective = "objective = \"o\"\n[[mix.objectives]]\nid = \"o\"\nkind = \"customer\"\n";
        assert!(found("N109", &format!("{plan}{objective}")).is_empty());
    }
}
