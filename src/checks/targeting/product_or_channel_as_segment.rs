//! A segment that is a thing we sell or a place where we sell it.

use crate::catalogue::Step;
use crate::checks::context::named;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Sp, Str};
use crate::prose::people;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "T214",
    name: "product-or-channel-as-segment",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Targeting,
    title: Text::new("Product or channel as a segment", "把产品或渠道当作细分"),
    why: Text::new(
        "A segment is a group of customers who respond alike; products and channels are what we do for them (Kotler and Armstrong; McDonald and Dunbar).",
        "细分是一群反应相近的顾客；产品和渠道是我们为他们做的事（科特勒与阿姆斯特朗；麦克唐纳与邓巴）。",
    ),
    ask: Text::new(
        "Who are the people behind it, and what makes them choose this?",
        "这背后是哪些人？他们为什么这样选？",
    ),
    page: include_str!("product_or_channel_as_segment.md"),
    check,
};

/// Words that a channel is called by; a name made of them alone names no people.
const CHANNEL: &[&str] = &[
    "online",
    "offline",
    "e-commerce",
    "ecommerce",
    "retail",
    "wholesale",
    "shop",
    "shops",
    "store",
    "stores",
    "sales",
    "channel",
    "channels",
    "direct",
    "web",
    "website",
    "internet",
    "app",
    "social",
    "media",
    "marketplace",
    "marketplaces",
    "supermarket",
    "supermarkets",
    "vending",
    "machines",
    "delivery",
    "mail",
    "order",
    "and",
    "the",
    "our",
    "own",
    "market",
    "segment",
    "business",
];
/// One of these must be there: "retail" alone may stand for retailers.
const SURE: &[&str] = &[
    "online",
    "offline",
    "e-commerce",
    "ecommerce",
    "channel",
    "channels",
    "web",
    "website",
    "app",
    "marketplace",
    "marketplaces",
];
const CHANNEL_ZH: &[&str] = &[
    "线上",
    "线下",
    "渠道",
    "电商",
    "网店",
    "实体店",
    "门店",
    "直播间",
    "直播",
    "小程序",
    "平台",
    "销售",
    "批发",
    "零售",
    "外卖",
    "商超",
    "超市",
    "自营",
    "市场",
    "细分",
    "和",
    "与",
    "及",
];
const SURE_ZH: &[&str] = &[
    "线上",
    "线下",
    "渠道",
    "电商",
    "网店",
    "实体店",
    "直播",
    "小程序",
];

/// Words on which the name of a product line ends.
const LINE: &[&str] = &[
    "range",
    "line",
    "series",
    "edition",
    "product line",
    "products",
];
const LINE_ZH: &[&str] = &["系列", "产品线", "产品", "款", "套装", "礼盒"];

/// Words for customers that a list of people need not have.
const BUYERS: &[&str] = &[
    "customer",
    "buyer",
    "shopper",
    "user",
    "client",
    "member",
    "subscriber",
    "firm",
    "compan",
    "for ",
    "who ",
    "顾客",
    "客户",
    "用户",
    "买家",
    "会员",
    "人",
    "者",
    "族",
    "家庭",
    "户",
    "粉",
];

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = false;
    for row in &plan.segments {
        let Some((text, value)) = filled(row.name.as_ref()).zip(row.name.as_ref()) else {
            continue;
        };
        looked = true;
        let name = text.trim().to_lowercase();
        let described = filled(row.description.as_ref()).unwrap_or_default();
        let peopled = people::names_people(&name) || BUYERS.iter().any(|it| name.contains(it));
        if peopled || people::names_people(described) || !row.needs.is_empty() {
            continue;
        }
        let mut products = plan.products.iter().map(|it| it.name.as_ref());
        let mut channels = plan.channels.iter().map(|it| it.name.as_ref());
        let same = |it: Option<&Sp<Str<'_>>>| {
            filled(it).is_some_and(|it| it.trim().to_lowercase() == name)
        };
        let say = if products.any(same) || is_line(&name) {
            PRODUCT
        } else if channels.any(same) || is_channel(&name) {
            PLACE
        } else {
            continue;
        };
        sink.value(
            row,
            "name",
            value,
            say,
            &[named(row.name.as_ref(), row.id.as_ref())],
        );
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("segments with a name", "有名称的细分"))
    }
}

const PRODUCT: Text = Text::new(
    "The segment “{0}” is something that is sold, not a group of customers.",
    "细分“{0}”是卖的东西，不是一群顾客。",
);
const PLACE: Text = Text::new(
    "The segment “{0}” is a way to sell, not a group of customers.",
    "细分“{0}”是卖的渠道，不是一群顾客。",
);

fn is_line(name: &str) -> bool {
    let english = LINE.iter().any(|end| {
        name.strip_suffix(end)
            .is_some_and(|rest| rest.ends_with(' '))
    });
    english
        || LINE_ZH
            .iter()
            .any(|end| name.len() > end.len() && name.ends_with(end))
}

/// Whether a name is made of words for channels alone.
fn is_channel(name: &str) -> bool {
    let words = || {
        name.split(|it: char| !(it.is_alphanumeric() || it == '-'))
            .filter(|it| !it.is_empty())
    };
    let english = words().all(|it| CHANNEL.contains(&it)) && words().any(|it| SURE.contains(&it));
    let rest = || {
        CHANNEL_ZH
            .iter()
            .fold(name.to_owned(), |rest, word| rest.replace(word, ""))
    };
    english || (SURE_ZH.iter().any(|word| name.contains(word)) && rest().trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks};

    fn count(name: &str, rest: &str) -> usize {
        found(
            "T214",
            &format!("[[targeting.segments]]\nid = \"a\"\nname = \"{name}\"\n{rest}"),
        )
        .len()
    }

    #[test]
    fn channels_and_product_lines_are_found() {
        for name in [
            "Online",
            "The web shop",
            "Online sales channel",
            "The deluxe range",
            "线上渠道",
            "门店与电商",
            "高端系列",
        ] {
            assert_eq!(count(name, ""), 1, "{name}");
        }
        let product = "[[mix.products]]\nid = \"p\"\nname = \"六支装礼盒\"\n";
        assert_eq!(count("六支装礼盒", product), 1);
        let channel = "[[mix.channels]]\nid = \"c\"\nname = \"Harbour kiosk\"\n";
        assert_eq!(count("Harbour kiosk", channel), 1);
    }

    #[test]
    fn groups_of_customers_are_silent() {
        for name in [
            "Online shoppers in a hurry",
            "Retail",
            "Buyers of the deluxe range",
            "Supermarkets",
            "Night shift",
            "线上买菜的人",
            "电商客户",
            "喜欢高端系列的人",
            "批发",
        ] {
            assert_eq!(count(name, ""), 0, "{name}");
        }
        assert_eq!(
            count("Online", "description = \"Parents who order after nine\""),
            0
        );
        assert_eq!(
            count("线上", "description = \"下班以后才有空买菜的家长\""),
            0
        );
        assert!(lacks("T214", "").is_some());
    }
}
