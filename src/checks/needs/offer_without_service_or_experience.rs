//! A product alone, with nothing around it.

use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::catalogue::choices::BuyerType;
use crate::checks::context::{called, listed};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Product;
use crate::plan::{Sp, Str};
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N116",
    name: "offer-without-service-or-experience",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Needs,
    title: Text::new("Offer without service or experience", "供应物只有产品"),
    why: Text::new(
        "What people buy is product, service, information and experience together, and where products are alike the rest decides (Kotler and Armstrong; Pine and Gilmore 1998).",
        "顾客买的是产品、服务、信息和体验的组合；产品差不多时，胜负在其余部分（科特勒与阿姆斯特朗；派恩与吉尔摩，1998）。",
    ),
    ask: Text::new(
        "What worries or delights people before they buy, while they use it and when it fails, and what do you do then?",
        "买之前、用的时候、出了毛病的时候，顾客担心什么、喜欢什么？那时你做些什么？",
    ),
    page: include_str!("offer_without_service_or_experience.md"),
    check,
};

/// Words of an offer that is a service or an experience itself.
const SERVING: &str = "\
    service, lesson, class, course, workshop, training, coaching, tour, visit, visitor, delivery, \
    delivered, repair, cleaning, consulting, advice, support, help, guide, guided, event, evening, \
    festival, concert, show, tasting, treatment, therapy, care, session, membership, member, \
    subscription, website, site, app, software, platform, online, listing, newsletter, e-mail, \
    hotel, room, stay, trip, transport, ride, insurance, loan, account, meal, table, kitchen, \
    minute, hour, week, call, phone, card, cook, teacher, hairdresser, driver, nurse, \
    warranty, guarantee, installation, fitting, hire, rental, exchange, refund, return, \
    服务, 上门, 配送, 送货, 取送, 课, 培训, 辅导, 讲座, 活动, 体验, 参观, 导览, 维修, 保养, 保修, \
    质保, 包换, 退换, 安装, 清洗, 咨询, 指导, 陪, 照护, 护理, 诊, 治疗, 会员, 订阅, 网站, 小程序, \
    平台, 软件, 餐, 住宿, 民宿, 旅, 出行, 租, 保险, 贷款, 售后, 讲解, 演出, 社群, 分钟, 小时, 电话, 卡, 师傅, 师, 节";

static SERVING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(SERVING));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    // A name and a price are a short plan's way to name a product, not a description of the offer.
    let described = || {
        plan.products
            .iter()
            .filter(|row| filled(row.actual.as_ref()).is_some())
    };
    let Some(first) = described().next() else {
        return Checked::Lacks(Text::new("a product that is described", "有描述的产品"));
    };
    let more = serves_elsewhere(context)
        || for_production(context)
        || speaks_of_service(plan.frame.offering.as_ref())
        || plan.products.iter().any(|row| has_more(context, row));
    if more {
        return Checked::Yes;
    }
    let names: Vec<String> = described()
        .map(|row| called(row.name.as_ref(), row))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let say = Text::new(
        "The offer ends with the thing itself ({0}): no advice, no service, no experience goes with it.",
        "供应物只有东西本身（{0}），没有附带咨询、服务或体验。",
    );
    sink.missing(first, "augmented", say, &[&listed(&names)]);
    Checked::Yes
}

/// Whether a product has something around it, or is a service itself.
fn has_more(context: &Context, row: &Product<'_>) -> bool {
    context.settled(row, "augmented", filled(row.augmented.as_ref()).is_some())
        || speaks_of_service(row.name.as_ref())
        || speaks_of_service(row.actual.as_ref())
        || speaks_of_service(row.core.as_ref())
}

fn speaks_of_service(text: Option<&Sp<Str<'_>>>) -> bool {
    filled(text).is_some_and(|text| SERVING_WORDS.is_in(text))
}

/// Whether service or experience stands in another step.
fn serves_elsewhere(context: &Context) -> bool {
    let plan = context.plan;
    !plan.programmes.is_empty()
        || !plan.touchpoints.is_empty()
        || filled(plan.care.after_sales.as_ref()).is_some()
        || filled(plan.customer_view.solution.as_ref()).is_some()
}

/// Whether all targets buy parts for what they make: a part may honestly be a part.
fn for_production(context: &Context) -> bool {
    let mut targets = context.targets().peekable();
    targets.peek().is_some()
        && targets.all(|row| {
            row.buyer_type
                .as_ref()
                .is_some_and(|it| it.value == BuyerType::Production)
        })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn product(name: &str, rest: &str) -> String {
        format!("[[mix.products]]\nid = \"p\"\nname = \"{name}\"\n{rest}\n")
    }
    const TIN: &str = "actual = \"250 g in a tin\"";

    #[test]
    fn a_bare_product_is_found() {
        let said = said("N116", &product("Green tea", TIN));
        assert!(said[0].contains("(Green tea)"), "{said:?}");
        let zh = product("明前绿茶", "actual = \"250克罐装\"");
        assert_eq!(found("N116", &zh)[0].path, "mix.products.p.augmented");
    }

    #[test]
    fn anything_around_it_is_enough() {
        let more = "\naugmented = \"A shop where you may smell before you buy\"";
        assert!(found("N116", &product("Green tea", &format!("{TIN}{more}"))).is_empty());
        let visit = product("茶园半日", "actual = \"自己采、自己炒的体验\"");
        assert!(found("N116", &visit).is_empty());
        let care = "[relationships.care]\nafter_sales = \"受潮包换\"\n";
        assert!(found("N116", &format!("{}{care}", product("绿茶", TIN))).is_empty());
    }

    #[test]
    fn parts_for_factories_and_unknown_are_silent() {
        let factory = "[[targeting.segments]]\nid = \"s\"\nbuyer_type = \"production\"\ndecision = \"target\"\n";
        let hinge = product("Hinge 40", "actual = \"Steel, 40 mm\"");
        assert!(found("N116", &format!("{hinge}{factory}")).is_empty());
        let unknown = "[plan]\nunknown = [\"mix.products.p.augmented\"]\n";
        assert!(found("N116", &format!("{unknown}{}", product("绿茶", TIN))).is_empty());
    }

    #[test]
    fn a_name_and_a_price_are_not_enough_to_judge() {
        assert!(lacks("N116", &product("绿茶", "price = 68")).is_some());
    }
}
