//! Growth from doing it cheaper, or more of it, alone.

use std::sync::LazyLock;

use super::common::serves_the_public;
use crate::catalogue::Step;
use crate::catalogue::choices::{ActionStatus, Lever, ObjectiveKind, Position};
use crate::checks::context::listed;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Action;
use crate::prose::{Lexicon, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N108",
    name: "growth-by-efficiency-or-price-only",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new("Growth by efficiency or price only", "只靠降本或降价增长"),
    why: Text::new(
        "Falling unit cost was the third belief of the industries that were passed: it serves the maker's need to sell what he can make (Levitt 1960).",
        "成本越做越低，是那些被甩下的行业的第三个信念：它满足的是厂家把东西卖掉的需要（莱维特，1960）。",
    ),
    ask: Text::new(
        "Which of these will a customer notice, apart from the price tag, and which need does it meet?",
        "除了价签，其中哪一项顾客感觉得到？它满足了哪个需要？",
    ),
    page: include_str!("growth_by_efficiency_or_price_only.md"),
    check,
};

/// One action is no direction.
const LEAST: usize = 2;

/// What an action's words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Cheaper for us, more of it, or cheaper for them.
    Efficiency,
    /// Something that customers get.
    Value,
}

const WORDS: &[(Word, &str)] = &[
    (
        Word::Efficiency,
        "cheaper, cut cost, cut costs, cost cut, cost cutting, cost reduction, reduce cost, \
        reduce costs, lower cost, lower costs, save costs, unit cost, economies of scale, automate, \
        automation, robot, second line, third line, new line, larger machine, faster machine, \
        second shift, capacity, throughput, production efficiency, productivity, bulk buying, \
        buy in bulk, cheaper supplier, outsource, \
        outsourcing, fewer staff, layoffs, price cut, cut the price, cut prices, cut our prices, \
        lower the price, lower prices, reduce the price, reduce prices, discount, % off, \
        percent off, clearance, sale price, 降本, 降低成本, 压缩成本, 节约成本, 减少成本, 便宜的供应商, \
        换便宜, 更便宜的, 规模效应, 自动化, 机器人, 第二条产线, 第二条生产线, 产线, 生产线, 扩产, 增产, \
        产能, 产量, 三班倒, 提高效率, 精简, 裁员, 减员, 外包, 集中采购, 降价, 打折, 折扣, \
        让利, 特价, 清仓, 甩卖, 满减, 调低价格",
    ),
    (
        Word::Value,
        "so that, no waiting, nobody waits, wait, queue, within, same day, next day, fresh, \
        fresher, repair, service, advice, train, teach, help, guarantee, warranty, deliver, \
        delivery, open at, opening hours, choose, choice, easier, resealable, safer, quieter, \
        lighter, new flavour, new size, trial, ask, visit, invite, listen, answer, for those who, \
        need, 以便, 不用等, 不用排队, 排队, 当天, 次日, 新鲜, 维修, 服务, 指导, 教, 帮, 保修, 包换, 送货, \
        送到, 上门, 营业时间, 方便, 密封, 更安全, 更轻, 新口味, 小包装, 试用, 试吃, 回访, 听取, 需要, 顾客, \
        让",
    ),
];

static LEXICON: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let lists = WORDS.iter();
    Lexicon::new(lists.flat_map(|(tag, list)| list.split(',').map(|word| (word.trim(), *tag))))
});

/// Needs in which a low price is what people lack.
static PRICE_NEED: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "afford, affordable, cheap, cheaper, price, cost, budget, money, pays for, 便宜, 买得起, \
        用得起, 花得起, 省钱, 价格, 价钱, 费用, 负担",
    )
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let counts = |row: &&Action<'_>| {
        let dropped = row
            .status
            .as_ref()
            .is_some_and(|it| it.value == ActionStatus::Dropped);
        let learns = row
            .lever
            .as_ref()
            .is_some_and(|it| it.value == Lever::Research);
        !dropped && !learns && filled(row.what.as_ref()).is_some()
    };
    let mut actions = plan.actions.iter().filter(counts);
    let Some(first) = actions
        .next()
        .filter(|_| plan.actions.iter().filter(counts).count() >= LEAST)
    else {
        return Checked::Lacks(Text::new("two actions or more", "两项以上的行动"));
    };
    // Relationships are growth of another kind, and thrift with public money needs no excuse.
    if serves_the_public(context) || !plan.programmes.is_empty() || wins_on_price(context) {
        return Checked::Yes;
    }
    let mut words = Vec::new();
    for row in plan.actions.iter().filter(counts) {
        match thrift(context, row) {
            Some(word) => words.push(word),
            None => return Checked::Yes,
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let say = Text::new(
        "All {0} actions make it cheaper or more ({1}); none gives customers anything else.",
        "{0}项行动不是降本扩产就是降价（{1}），没有一项给顾客别的好处。",
    );
    sink.at(
        "mix.actions",
        first.span,
        say,
        &[&words.len().to_string(), &listed(&words)],
    );
    Checked::Yes
}

/// Whether the plan says that a low price is its value, or that people lack one.
fn wins_on_price(context: &Context) -> bool {
    let plan = context.plan;
    plan.propositions.iter().any(|row| {
        row.position.as_ref().is_some_and(|it| {
            matches!(
                it.value,
                Position::SameForLess | Position::LessForMuchLess | Position::MoreForLess
            )
        })
    }) || plan
        .customer_needs
        .iter()
        .any(|row| filled(row.need.as_ref()).is_some_and(|text| PRICE_NEED.is_in(text)))
}

/// The word of thrift in an action that has nothing else to give.
fn thrift(context: &Context, row: &Action<'_>) -> Option<String> {
    if row
        .lever
        .as_ref()
        .is_some_and(|it| it.value == Lever::Relationship)
        || serves(context, row)
    {
        return None;
    }
    let text = unwrapped(filled(row.what.as_ref())?);
    let hits = LEXICON.find(&text);
    if hits.iter().any(|hit| hit.tag == Word::Value) {
        return None;
    }
    let hit = hits.into_iter().next()?;
    text.get(hit.range).map(str::to_owned)
}

/// Whether an action serves an objective about customers or society, or answers a weakness.
fn serves(context: &Context, row: &Action<'_>) -> bool {
    let objective = row.objective.as_ref().is_some_and(|id| {
        let kind = context.objective(id).and_then(|it| it.kind.as_ref());
        kind.is_some_and(|kind| {
            matches!(kind.value, ObjectiveKind::Customer | ObjectiveKind::Society)
        })
    });
    let answers = || {
        let id = row.id.as_ref();
        id.is_some_and(|id| context.points_answered_by(id).next().is_some())
    };
    objective || answers()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn actions(rows: &[&str]) -> String {
        let rows = rows.iter().enumerate();
        rows.map(|(nth, what)| format!("[[mix.actions]]\nid = \"a{nth}\"\nwhat = \"{what}\"\n"))
            .collect::<Vec<_>>()
            .concat()
    }
    const EN: [&str; 3] = [
        "Buy a second line",
        "Use cheaper film",
        "Give a discount of 10 % to shops",
    ];
    const ZH: [&str; 3] = ["加第二条产线", "换便宜膜，降低成本", "全线降价10%"];

    #[test]
    fn thrift_alone_is_found() {
        let en = said("N108", &actions(&EN));
        assert!(
            en[0].contains("All 3 actions") && en[0].contains("second line, cheaper"),
            "{en:?}"
        );
        let zh = said("N108", &actions(&ZH));
        assert!(
            zh[0].contains("3项行动") && zh[0].contains("产线"),
            "{zh:?}"
        );
        assert_eq!(found("N108", &actions(&ZH))[0].path, "mix.actions");
    }

    #[test]
    fn one_action_that_customers_notice_is_enough() {
        let more = ["Make the pack resealable, so half a bag stays dry"];
        assert!(found("N108", &actions(&[&EN[..], &more].concat())).is_empty());
        let more = ["可重复密封的包装，剩粉不受潮"];
        assert!(found("N108", &actions(&[&ZH[..], &more].concat())).is_empty());
        let queue = ["加第二条产线，旺季不用排队", "全线降价10%"];
        assert!(found("N108", &actions(&queue)).is_empty());
    }

    #[test]
    fn plans_whose_value_is_the_price_are_silent() {
        let position = "[[value.propositions]]\nid = \"p\"\nposition = \"same-for-less\"\n";
        assert!(found("N108", &format!("{}{position}", actions(&EN))).is_empty());
        let need = "[[needs.customer_needs]]\nid = \"n\"\nneed = \"孩子的奶粉买得起\"\n";
        assert!(found("N108", &format!("{}{need}", actions(&ZH))).is_empty());
    }

    #[test]
    fn objectives_for_customers_and_care_are_silent() {
        let serves = actions(&ZH).replacen("降本", "", 1);
        let objective = "objective = \"o\"\n[[mix.objectives]]\nid = \"o\"\nkind = \"customer\"\n";
        assert!(found("N108", &format!("{serves}{objective}")).is_empty());
        let care = "[[relationships.programmes]]\nid = \"r\"\nwhat = \"每月回访\"\n";
        assert!(found("N108", &format!("{}{care}", actions(&ZH))).is_empty());
        let public = format!("[plan]\nkind = \"public\"\n{}", actions(&EN));
        assert!(found("N108", &public).is_empty());
        assert!(lacks("N108", &actions(&EN[..1])).is_some());
    }
}
