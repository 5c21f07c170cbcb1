//! A product that loses money each time it is sold.

use super::sales::is_carried;
use crate::catalogue::Step;
use crate::catalogue::choices::ProductRole;
use crate::checks::context::{called, mentions};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Product;
use crate::words::Text;
use crate::words::number::show;

pub(super) const RULE: Rule = Rule {
    code: "M403",
    name: "price-below-unit-cost",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Mix,
    title: Text::new("Price below unit cost", "价格低于单位成本"),
    why: Text::new(
        "Where a unit brings no more than it costs, every sale widens the loss and no volume breaks even (Kotler & Armstrong, app. 2).",
        "每个单位到手的钱不高于成本时，卖得越多亏得越多，没有任何销量能保本（科特勒与阿姆斯特朗，附录2）。",
    ),
    ask: Text::new(
        "Who pays the difference, for how long, or what changes in price or cost?",
        "差额由谁承担、承担多久？还是要改价格或成本？",
    ),
    page: include_str!("price_below_unit_cost.md"),
    check,
};

/// Words of a price reason that says who bears the loss, or why it is worth bearing.
const BORNE: &[&str] = &[
    "subsid",
    "funded",
    "grant",
    "donat",
    "gift",
    "loss leader",
    "below cost",
    "at a loss",
    "trial",
    "free sample",
    "补贴",
    "资助",
    "捐",
    "赞助",
    "拨款",
    "引流",
    "试用",
    "让利",
    "低于成本",
    "亏本",
    "交叉",
];

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut compared = false;
    for product in &plan.products {
        let (Some(price), Some(cost)) = (
            product.net_price.as_ref().or(product.price.as_ref()),
            product.unit_cost.as_ref(),
        ) else {
            continue;
        };
        compared = true;
        // What costs nothing may be given for nothing.
        if price.value > cost.value || cost.value.is_zero() || is_borne(context, product) {
            continue;
        }
        let key = if product.net_price.is_some() {
            "net_price"
        } else {
            "price"
        };
        sink.value(
            product,
            key,
            price,
            Text::new(
                "“{0}” brings {1} a unit and costs {2}: nothing is left of a sale.",
                "“{0}”每个单位到手{1}，成本{2}：卖一个不剩钱。",
            ),
            &[
                &called(product.name.as_ref(), product),
                &show(price.value),
                &show(cost.value),
            ],
        );
    }
    if compared {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "a product with a price and a unit cost",
            "有价格和单位成本的产品",
        ))
    }
}

/// Whether the plan says who bears the loss: a funder, or a product that draws people in.
fn is_borne(context: &Context, product: &Product<'_>) -> bool {
    let reason = filled(product.price_reason.as_ref());
    let leads = product
        .role
        .as_ref()
        .is_some_and(|role| role.value == ProductRole::Lead);
    is_carried(context) || reason.is_some_and(|reason| leads || mentions(reason, BORNE))
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[mix.products]]\nid = \"refill\"\nname = \"补充装\"\nprice = 26.0\nnet_price = 18.0\nunit_cost = 21.0\n";

    #[test]
    fn the_net_price_counts() {
        assert_eq!(paths("M403", PLAN), ["mix.products.refill.net_price"]);
        assert!(messages("M403", PLAN, Lang::Zh)[0].contains("补充装"));
        let list_only = PLAN.replace("net_price = 18.0\n", "");
        assert_eq!(paths("M403", &list_only), [""; 0]);
    }

    #[test]
    fn no_margin_at_all_is_found_too() {
        let plan = PLAN.replace("18.0", "21.00");
        assert_eq!(paths("M403", &plan).len(), 1);
    }

    #[test]
    fn a_loss_that_somebody_bears_is_left_alone() {
        for more in [
            "price_reason = \"Subsidised by the city until June 2027\"\n",
            "price_reason = \"由街道补贴至2027年6月\"\n",
            "role = \"lead\"\nprice_reason = \"Brings people to the counter\"\n",
        ] {
            assert_eq!(paths("M403", &format!("{PLAN}{more}")), [""; 0], "{more}");
        }
        for kind in ["non-profit", "public"] {
            assert_eq!(
                paths("M403", &format!("[plan]\nkind = \"{kind}\"\n{PLAN}")),
                [""; 0]
            );
        }
        let donated =
            format!("{PLAN}[[relationships.revenue_streams]]\nid = \"r\"\nmodel = \"donation\"\n");
        assert_eq!(paths("M403", &donated), [""; 0]);
    }

    #[test]
    fn free_of_cost_and_price_is_fine_and_missing_numbers_are_not_judged() {
        assert_eq!(
            paths(
                "M403",
                "[[mix.products]]\nid = \"a\"\nprice = 0\nunit_cost = 0\n"
            ),
            [""; 0]
        );
        assert!(!is_checked(
            "M403",
            "[[mix.products]]\nid = \"a\"\nprice = 3\n"
        ));
        assert!(!is_checked("M403", ""));
    }
}
