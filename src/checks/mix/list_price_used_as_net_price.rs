//! Money counted at the price on the tag, where less arrives.

use rust_decimal::Decimal;

use super::{sales, tone};
use crate::catalogue::Step;
use crate::checks::context::{called, has, id, is};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Sp;
use crate::plan::records::{Channel, ForecastLine, Product, Promotion};
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "M406",
    name: "list-price-used-as-net-price",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Mix,
    title: Text::new("List price used as net price", "把零售价当净价"),
    why: Text::new(
        "The firm receives the price after channel margins and discounts, so whatever is worked out from the list price is too good (Kotler & Armstrong, app. 2; Farris, channel margins).",
        "企业收到的是扣除渠道毛利和折扣之后的价，按标价算出来的一切都偏乐观（科特勒与阿姆斯特朗，附录2；法里斯论渠道毛利）。",
    ),
    ask: Text::new(
        "What is left of the price when the channel and the discount have had their part?",
        "渠道和折扣拿走各自的部分之后，价格还剩多少？",
    ),
    page: include_str!("list_price_used_as_net_price.md"),
    check,
};

/// Who takes a part of the list price.
enum Taker<'c, 'p> {
    /// The product itself names what arrives.
    Net(Decimal),
    /// A channel keeps a share.
    Channel(&'c Channel<'p>, Decimal),
    /// An offer cuts the price, for more than the whole budget.
    Offer(&'c Promotion<'p>, Decimal),
}

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut compared = false;
    for product in &context.plan.products {
        compared |= compare(context, sink, product).is_some();
    }
    if compared {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a list price, and a net price or forecast to hold against it",
            "标价，以及可对照的净价或预测",
        ))
    }
}

/// Looks whether a product is counted at its list price; nothing if the prices are not there.
fn compare(context: &Context, sink: &mut Sink, product: &Product<'_>) -> Option<()> {
    let list = product
        .price
        .as_ref()
        .filter(|it| it.value > Decimal::ZERO)?;
    let own = id(product.id.as_ref());
    let lines = || own.into_iter().flat_map(|own| sales::base_of(context, own));
    let at_list =
        |line: &&ForecastLine<'_>| line.price.as_ref().is_some_and(|it| it.value == list.value);
    let line = lines().find(at_list);
    let net = product.net_price.as_ref();
    let priced = net.is_some() || lines().next().is_some();
    priced.then_some(())?;
    let taker = match net {
        Some(net) if net.value < list.value => line.map(|_| Taker::Net(net.value)),
        Some(_) => taker(context, product, line),
        None => line.and_then(|line| taker(context, product, Some(line))),
    };
    let Some(taker) = taker else {
        return Some(());
    };
    let name = called(product.name.as_ref(), product);
    let price = show(list.value);
    let (text, args) = match taker {
        Taker::Net(net) => (
            Text::new(
                "The forecast sells “{0}” at the list price of {1}, but the net price is {2}.",
                "预测按标价{1}计算“{0}”的收入，而净价是{2}。",
            ),
            [name, price, show(net), String::new()],
        ),
        Taker::Channel(channel, margin) => (
            Text::new(
                "“{0}” is counted at its list price of {1}, although “{2}” keeps {3} of it.",
                "“{0}”按标价{1}计算，可“{2}”要留下其中的{3}。",
            ),
            [
                name,
                price,
                called(channel.name.as_ref(), channel),
                show_percent(margin),
            ],
        ),
        Taker::Offer(offer, given) => (
            Text::new(
                "“{0}” is counted at its list price of {1}, although “{2}” gives away {3}, more than the whole budget.",
                "“{0}”按标价{1}计算，可“{2}”要让出{3}，比全部预算还多。",
            ),
            [name, price, called(offer.name.as_ref(), offer), show(given)],
        ),
    };
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let in_line = || line.and_then(|line| Some((line, line.price.as_ref()?)));
    match (net.filter(|net| net.value == list.value), in_line()) {
        (Some(net), _) => sink.value(product, "net_price", net, text, &args),
        (None, Some((line, price))) => sink.value(line, "price", price, text, &args),
        (None, None) => sink.value(product, "price", list, text, &args),
    };
    Some(())
}

/// Who takes a part of a price that is counted whole.
fn taker<'c, 'p>(
    context: &Context<'c, 'p>,
    product: &Product<'_>,
    line: Option<&ForecastLine<'_>>,
) -> Option<Taker<'c, 'p>> {
    let plan = context.plan;
    let through = line.and_then(|line| id(line.channel.as_ref()));
    let sells = |channel: &&Channel<'_>| match through {
        Some(through) => is(channel.id.as_ref(), through),
        None => serves(channel, product),
    };
    // One channel without a margin may be the one that sells it.
    let least = plan
        .channels
        .iter()
        .filter(sells)
        .min_by_key(|channel| margin(channel));
    if let Some(channel) = least.filter(|channel| margin(channel) > Decimal::ZERO) {
        return Some(Taker::Channel(channel, margin(channel)));
    }
    let budget = value(plan.totals.budget.as_ref())?;
    let own = id(product.id.as_ref())?;
    context.offers(own).find_map(|offer| {
        let each = value(offer.cost_each.as_ref())?;
        let given = each.checked_mul(value(offer.expected.as_ref())?)?;
        (given > budget && tone::is_cut(offer)).then_some(Taker::Offer(offer, given))
    })
}

fn margin(channel: &Channel<'_>) -> Decimal {
    value(channel.margin.as_ref()).unwrap_or_default()
}

fn value(number: Option<&Sp<Decimal>>) -> Option<Decimal> {
    number.map(|number| number.value)
}

/// Whether a channel may sell a product: they share a segment, or one of them names none.
fn serves(channel: &Channel<'_>, product: &Product<'_>) -> bool {
    channel.segments.is_empty()
        || product.segments.is_empty()
        || product
            .segments
            .iter()
            .any(|it| has(&channel.segments, &it.value))
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const LINE: &str = "[[mix.forecast]]\nid = \"f\"\nproduct = \"p\"\nprice = 10.0\n";
    const SHOP: &str = "[[mix.channels]]\nid = \"c\"\nname = \"村口小店\"\nmargin = 0.15\n";

    fn product(net: &str) -> String {
        format!("[[mix.products]]\nid = \"p\"\nname = \"蜂蜜\"\nprice = 10.0\n{net}")
    }

    #[test]
    fn a_forecast_at_the_list_price_is_found() {
        let plan = product("net_price = 8.5\n") + LINE;
        assert_eq!(paths("M406", &plan), ["mix.forecast.f.price"]);
        assert!(messages("M406", &plan, Lang::En)[0].contains("net price is 8.5"));
        assert_eq!(
            paths(
                "M406",
                &(product("net_price = 8.5\n") + &LINE.replace("10.0", "8.50"))
            ),
            [""; 0]
        );
    }

    #[test]
    fn a_channel_that_keeps_a_share_is_found() {
        let plan = product("net_price = 10\n") + SHOP;
        assert_eq!(paths("M406", &plan), ["mix.products.p.net_price"]);
        assert!(messages("M406", &plan, Lang::Zh)[0].contains("村口小店"));
        assert_eq!(
            paths("M406", &(product("") + SHOP + LINE)),
            ["mix.forecast.f.price"]
        );
    }

    #[test]
    fn direct_sales_keep_the_whole_price() {
        let direct = SHOP.replace("0.15", "0.0");
        let second = direct.replace("\"c\"", "\"d\"");
        for more in [
            direct.clone() + LINE,
            SHOP.to_owned() + &second,
            LINE.to_owned(),
        ] {
            assert_eq!(
                paths("M406", &(product("net_price = 10\n") + &more)),
                [""; 0],
                "{more}"
            );
        }
        let named = SHOP.to_owned() + &second + &LINE.replace("price", "channel = \"d\"\nprice");
        assert_eq!(
            paths("M406", &(product("net_price = 10\n") + &named)),
            [""; 0]
        );
        let other = SHOP.replace("margin", "segments = [\"t\"]\nmargin");
        assert_eq!(
            paths(
                "M406",
                &(product("net_price = 10\nsegments = [\"s\"]\n") + &other)
            ),
            [""; 0]
        );
    }

    #[test]
    fn a_cut_that_no_budget_holds_is_found() {
        let offer = "[mix.totals]\nbudget = 5000\n[[mix.promotions]]\nid = \"o\"\nname = \"春季六折\"\nproduct = \"p\"\ncost_each = 4.0\nexpected = 2000\n";
        let plan = product("net_price = 10\n") + offer;
        assert_eq!(paths("M406", &plan).len(), 1);
        assert_eq!(paths("M406", &plan.replace("5000", "9000")), [""; 0]);
        assert_eq!(paths("M406", &plan.replace("春季六折", "试吃")), [""; 0]);
    }

    #[test]
    fn free_products_and_missing_prices_are_not_judged() {
        assert!(!is_checked(
            "M406",
            &(product("net_price = 0\n").replace("10.0", "0") + SHOP)
        ));
        assert!(!is_checked("M406", "") && !is_checked("M406", &(product("") + SHOP)));
    }
}
