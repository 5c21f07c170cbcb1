//! A target segment for which one of the four Ps is not decided.

use crate::catalogue::Step;
use crate::catalogue::choices::Side;
use crate::checks::context::{called, id, listed};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::records::{Channel, Message, Product, Segment};
use crate::plan::{Record, Sp, Str};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "M401",
    name: "mix-element-missing",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Mix,
    title: Text::new("Mix element missing", "营销组合缺项"),
    why: Text::new(
        "Product, price, place and promotion work only together: one that is missing keeps the promise from arriving (McCarthy 1960).",
        "产品、价格、渠道、促销要配合起来才有用，缺一项，承诺就送不到顾客手里（麦卡锡1960）。",
    ),
    ask: Text::new(
        "What does this segment buy, for how much, where, and how does it hear of it?",
        "这个细分买什么、付多少、在哪里买、从哪里听说？",
    ),
    page: include_str!("mix_element_missing.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut targets = context.targets().peekable();
    if targets.peek().is_none() {
        return Checked::Lacks(Text::new("a target segment", "目标细分"));
    }
    if !context.has_mix() {
        return Checked::Lacks(Text::new(
            "products, channels and messages",
            "产品、渠道和传播信息",
        ));
    }
    // What is for anyone is counted once, however many segments there are.
    let open = Open { context };
    let mut for_all = Offer::default();
    let products = plan.products.iter().filter(|row| open.product(row));
    products.for_each(|row| for_all.add(context, row));
    let channels_for_all = plan.channels.iter().filter(|row| open.channel(row)).count();
    let messages_for_all = plan.messages.iter().filter(|row| open.message(row)).count();
    // What is offered follows from what is promised: without a promise, that is the gap.
    let offered = |row: &&Segment<'_>| is_offered(context, row) && !context.is_passed_over(row);
    // Targets that lack the same are one finding: often a whole list is not written yet.
    let mut gaps: Vec<Gap> = Vec::new();
    for segment in targets.filter(offered) {
        let own = id(segment.id.as_ref()).unwrap_or_default();
        let mut offer = for_all;
        let products = context.products_for(own).filter(|row| !open.product(row));
        products.for_each(|row| offer.add(context, row));
        let channels = context.channels_for(own).filter(|row| !open.channel(row));
        let messages = context.messages_for(own).filter(|row| !open.message(row));
        // What the author looked for and does not know is settled, a whole list as well.
        let unknown = |section: &str| usize::from(plan.is_unknown(section));
        let no_products = unknown("mix.products");
        let counts = [
            offer.products + no_products,
            offer.prices() + no_products,
            channels_for_all + channels.count() + unknown("mix.channels"),
            messages_for_all + messages.count() + unknown("mix.messages"),
        ];
        if counts.contains(&0) {
            let lacks = counts.map(|count| count == 0);
            match gaps.iter_mut().find(|gap| gap.lacks == lacks) {
                Some(gap) => gap.others.push(segment),
                None => gaps.push(Gap {
                    lacks,
                    counts,
                    unpriced: offer.unpriced,
                    first: segment,
                    others: Vec::new(),
                }),
            }
        }
    }
    for gap in gaps {
        gap.tell(sink);
    }
    Checked::Yes
}

/// What the mix lacks, for one target or for several.
struct Gap<'c, 'p> {
    lacks: [bool; 4],
    counts: [usize; 4],
    /// A product of the first target that has no price.
    unpriced: Option<&'c Product<'p>>,
    first: &'c Segment<'p>,
    others: Vec<&'c Segment<'p>>,
}

const ELEMENTS: [Text; 4] = [
    Text::new("products", "产品"),
    Text::new("prices", "标价"),
    Text::new("channels", "渠道"),
    Text::new("messages", "传播信息"),
];

impl Gap<'_, '_> {
    fn tell(&self, sink: &mut Sink) {
        let first = self.first;
        let name = called(first.name.as_ref(), first);
        if !self.others.is_empty() {
            self.tell_of_all(sink);
            return;
        }
        // Of a price alone, the product says more than four counts.
        let price_only = self.lacks == [false, true, false, false];
        if let (true, Some(product)) = (price_only, self.unpriced) {
            sink.missing(
                first,
                "",
                Text::new(
                    "“{1}”, which “{0}” is to buy, has no price.",
                    "“{0}”要买的“{1}”没有标价。",
                ),
                &[&name, &called(product.name.as_ref(), product)],
            );
            return;
        }
        let [products, prices, channels, messages] = self.counts.map(|count| count.to_string());
        sink.missing(
            first,
            "",
            Text::new(
                "The mix for “{0}” is not whole: products {1}, prices {2}, channels {3}, messages {4}.",
                "“{0}”的营销组合不齐：产品{1}个，标价{2}个，渠道{3}条，传播信息{4}条。",
            ),
            &[&name, &products, &prices, &channels, &messages],
        );
    }

    /// One finding for all who lack the same.
    fn tell_of_all(&self, sink: &mut Sink) {
        let rows = || [self.first].into_iter().chain(self.others.iter().copied());
        let names: Vec<String> = rows().map(|row| called(row.name.as_ref(), row)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let lacking = || ELEMENTS.iter().zip(self.lacks).filter(|(_, lacks)| *lacks);
        let en: Vec<&str> = lacking().map(|(text, _)| text.en).collect();
        let zh: Vec<&str> = lacking().map(|(text, _)| text.zh).collect();
        let finding = sink.at(
            "targeting.segments",
            self.first.span(),
            Text::new(
                "The mix for {0} targets has no {1}: {2}.",
                "{0}个目标细分的营销组合都没有{1}：{2}。",
            ),
            &[],
        );
        finding.missing = true;
        let (count, names) = (names.len().to_string(), listed(&names));
        finding.say.words(
            vec![count.clone(), en.join(" and no "), names.clone()],
            vec![count, zh.join("、"), names],
        );
    }
}

/// Whether the mix is for a segment: who supplies, gives or helps may buy nothing.
fn is_offered(context: &Context, segment: &Segment<'_>) -> bool {
    let gives = segment.side.as_ref().is_some_and(|side| {
        matches!(
            side.value,
            Side::Suppliers | Side::Donors | Side::Volunteers
        )
    });
    let own = id(segment.id.as_ref()).unwrap_or_default();
    !gives || context.products_for(own).next().is_some()
}

/// The products for somebody, and how many of them have a price.
#[derive(Default, Clone, Copy)]
struct Offer<'c, 'p> {
    products: usize,
    free: usize,
    charged: usize,
    /// The first without a price.
    unpriced: Option<&'c Product<'p>>,
}

impl<'c, 'p> Offer<'c, 'p> {
    fn add(&mut self, context: &Context, row: &'c Product<'p>) {
        self.products += 1;
        if is_priced(context, row) {
            let free = row.price.as_ref().is_some_and(|it| it.is_zero());
            self.free += usize::from(free);
            self.charged += usize::from(!free);
        } else {
            let first = self.unpriced.into_iter().chain([row]);
            self.unpriced = first.min_by_key(|row| row.span.start);
        }
    }

    /// How many have a price. A free one says nothing of another whose price is missing.
    fn prices(&self) -> usize {
        match self.unpriced {
            Some(_) => self.charged,
            None => self.charged + self.free,
        }
    }
}

fn is_priced(context: &Context, product: &Product<'_>) -> bool {
    let said = product.price.is_some() || product.net_price.is_some();
    context.settled(product, "price", said)
}

/// Tells rows that are for anyone: they name no segment, or the author does not know which.
struct Open<'i, 'c, 'p> {
    context: &'i Context<'c, 'p>,
}

impl Open<'_, '_, '_> {
    fn product(&self, row: &Product<'_>) -> bool {
        self.is(row, "segments", &row.segments)
    }

    fn channel(&self, row: &Channel<'_>) -> bool {
        self.is(row, "segments", &row.segments)
    }

    fn message(&self, row: &Message<'_>) -> bool {
        self.is(row, "segment", row.segment.as_slice())
    }

    fn is(&self, row: &impl Record, key: &str, named: &[Sp<Str<'_>>]) -> bool {
        named.iter().all(|it| it.value.trim().is_empty()) || self.context.is_unknown(row, key)
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    // No need is named: the chain breaks there, and leaves what is missing here to be told.
    const PLAN: &str = "[[targeting.segments]]\nid = \"s\"\nname = \"合唱团退休团员\"\ndecision = \"target\"\n\
        [[mix.products]]\nid = \"p\"\nsegments = [\"s\"]\nprice = 0\n\
        [[mix.channels]]\nid = \"c\"\nsegments = [\"s\"]\n\
        [[mix.messages]]\nid = \"m\"\nsegment = \"s\"\n";

    #[test]
    fn targets_that_lack_the_same_are_one_finding() {
        for (name, lang, says) in [
            (
                "Night bakers",
                Lang::En,
                "no channels and no messages: Night bakers, ",
            ),
            (
                "夜班面包师",
                Lang::Zh,
                "2个目标细分的营销组合都没有渠道、传播信息：夜班面包师",
            ),
        ] {
            let plan = format!(
                "[[targeting.segments]]\nid = \"a\"\nname = \"{name}\"\ndecision = \"target\"\n\
                 [[targeting.segments]]\nid = \"b\"\ndecision = \"target\"\n\
                 [[mix.products]]\nid = \"p\"\nprice = 3.0\n"
            );
            assert_eq!(paths("M401", &plan), ["targeting.segments"]);
            let said = messages("M401", &plan, lang);
            assert!(said[0].contains(says), "{said:?}");
        }
    }

    #[test]
    fn whom_the_propositions_pass_over_is_told_elsewhere() {
        let plan = "[[targeting.segments]]\nid = \"a\"\ndecision = \"target\"\n\
            [[targeting.segments]]\nid = \"乙\"\ndecision = \"target\"\n\
            [[value.propositions]]\nid = \"v\"\nsegment = \"a\"\n\
            [[mix.products]]\nid = \"p\"\nprice = 3.0\n";
        assert_eq!(paths("M401", plan), ["targeting.segments.a"]);
    }

    #[test]
    fn each_of_the_four_is_needed() {
        assert_eq!(paths("M401", PLAN), [""; 0]);
        for (part, other) in [
            (
                "segments = [\"s\"]\nprice = 0\n",
                "segments = [\"t\"]\nprice = 0\n",
            ),
            ("price = 0\n", ""),
            ("[[mix.channels]]\nid = \"c\"\nsegments = [\"s\"]\n", ""),
            ("segment = \"s\"\n", "segment = \"t\"\n"),
        ] {
            assert_eq!(
                paths("M401", &PLAN.replace(part, other)),
                ["targeting.segments.s"],
                "{part}"
            );
        }
    }

    #[test]
    fn what_names_no_segment_is_for_all() {
        for (part, other) in [
            (
                "[[mix.channels]]\nid = \"c\"\nsegments = [\"s\"]\n",
                "[[mix.channels]]\nid = \"c\"\n",
            ),
            ("segments = [\"s\"]\nprice = 0\n", "net_price = 3\n"),
            ("segment = \"s\"\n", ""),
        ] {
            assert_eq!(paths("M401", &PLAN.replace(part, other)), [""; 0], "{part}");
        }
        let open = PLAN.replace("[[mix.channels]]\nid = \"c\"\nsegments = [\"s\"]\n", "");
        let unknown = format!("[plan]\nunknown = [\"mix.channels\"]\n{open}");
        assert_eq!(paths("M401", &unknown), [""; 0]);
    }

    #[test]
    fn those_who_give_are_asked_only_where_something_is_made_for_them() {
        let open = PLAN.replace("segment = \"s\"\n", "segment = \"t\"\n");
        for side in ["suppliers", "donors", "volunteers"] {
            let gives = open.replace("decision", &format!("side = \"{side}\"\ndecision"));
            assert_eq!(paths("M401", &gives).len(), 1);
            let nothing = gives.replace("segments = [\"s\"]\nprice", "price");
            assert_eq!(paths("M401", &nothing), [""; 0]);
        }
    }

    #[test]
    fn a_free_product_says_nothing_of_another_without_a_price() {
        let more = "[[mix.products]]\nid = \"q\"\nsegments = [\"s\"]\n";
        assert_eq!(
            paths("M401", &format!("{PLAN}{more}")),
            ["targeting.segments.s"]
        );
        for priced in ["price = 12\n", "price = 0\n"] {
            assert_eq!(paths("M401", &format!("{PLAN}{more}{priced}")), [""; 0]);
        }
        let says = messages("M401", &format!("{PLAN}{more}"), Lang::En);
        assert!(says[0].contains("“q”, which"), "{says:?}");
        let paid = PLAN.replace("price = 0", "price = 5");
        assert_eq!(paths("M401", &format!("{paid}{more}")), [""; 0]);
    }

    #[test]
    fn the_message_counts_what_is_there() {
        let plan = PLAN.replace("[[mix.messages]]\nid = \"m\"\nsegment = \"s\"\n", "");
        let says = messages("M401", &plan, Lang::Zh);
        assert!(says[0].contains("合唱团退休团员") && says[0].contains("传播信息0条"));
    }

    #[test]
    fn elements_may_be_shared_and_segments_not_served_are_exempt() {
        let two = format!(
            "{}[[targeting.segments]]\nid = \"t\"\ndecision = \"no\"\n",
            PLAN.replace("[\"s\"]", "[\"s\", \"t\"]")
        );
        assert_eq!(paths("M401", &two), [""; 0]);
    }

    #[test]
    fn a_step_not_begun_is_not_judged() {
        assert!(!is_checked("M401", ""));
        assert!(!is_checked(
            "M401",
            "[[targeting.segments]]\nid = \"s\"\ndecision = \"target\"\n"
        ));
    }
}
