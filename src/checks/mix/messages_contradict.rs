//! Two voices to the same people.

use foldhash::{HashMap, HashMapExt};

use super::tone::{Heard, Tone, is_cut};
use crate::catalogue::Step;
use crate::catalogue::choices::RevenueModel;
use crate::checks::context::{called, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::Record;
use crate::plan::records::Message;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "M414",
    name: "messages-contradict",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Messages contradict each other", "信息互相矛盾"),
    why: Text::new(
        "Customers put together all that they hear of a firm, and two stories cancel each other (Schultz, integrated marketing communication).",
        "顾客会把听到的一切拼在一起，两种说法只会互相抵消（舒尔茨，整合营销传播）。",
    ),
    ask: Text::new(
        "Which of the two is the one story, and what happens to the other?",
        "哪一个才是唯一的故事？另一个怎么办？",
    ),
    page: include_str!("messages_contradict.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let heard: Vec<(&Message<'_>, Heard)> = plan
        .messages
        .iter()
        .filter(|row| row.text.is_some())
        .map(|row| (row, Heard::in_texts(&[row.text.as_ref()])))
        .collect();
    if heard.is_empty() && plan.benefits.is_empty() {
        return Checked::Lacks(Text::new("messages with their text", "写出内容的传播信息"));
    }
    for_the_few_and_cheap(sink, &heard);
    never_cut_and_cut(context, sink, &heard);
    without_ads_and_paid_by_ads(context, sink, &heard);
    Checked::Yes
}

/// Exclusive in one message, reduced in another, to the same segment at the same step.
fn for_the_few_and_cheap(sink: &mut Sink, heard: &[(&Message<'_>, Heard)]) {
    let mut cheap: HashMap<&str, Vec<&Message<'_>>> = HashMap::new();
    for (row, _) in heard.iter().filter(|(_, heard)| heard.is_cut()) {
        cheap.entry(to(row)).or_default().push(row);
    }
    if cheap.is_empty() {
        return;
    }
    for (row, _) in heard
        .iter()
        .filter(|(_, heard)| heard.has(Tone::Exclusive) && !heard.is_cut())
    {
        let Some(text) = &row.text else { continue };
        let step = |row: &Message<'_>| row.step.as_ref().map(|it| it.value);
        let meets = |other: &&&Message<'_>| {
            step(row).is_none() || step(other).is_none() || step(row) == step(other)
        };
        let Some(other) = cheap.get(to(row)).and_then(|rows| rows.iter().find(meets)) else {
            continue;
        };
        sink.value(
            *row,
            "text",
            text,
            Text::new(
                "“{0}” speaks of something for the few, while “{1}” offers the same people a lower price.",
                "“{0}”讲的是尊贵难得，“{1}”却对同一群人讲降价。",
            ),
            &[
                &row.name().unwrap_or_default(),
                &other.name().unwrap_or_default(),
            ],
        );
    }
}

/// A price that is never cut, and a cut of it.
fn never_cut_and_cut(context: &Context, sink: &mut Sink, heard: &[(&Message<'_>, Heard)]) {
    let never = heard.iter().find(|(_, heard)| heard.has(Tone::NeverCut));
    let Some((row, text)) = never.and_then(|(row, _)| Some((row, row.text.as_ref()?))) else {
        return;
    };
    let plan = context.plan;
    let same = |segment: Option<&str>| {
        to(row).is_empty() || segment.is_none_or(|it| it.is_empty() || it == to(row))
    };
    let offer = plan
        .promotions
        .iter()
        .filter(|offer| same(id(offer.segment.as_ref())))
        .find(|offer| is_cut(offer))
        .map(|offer| called(offer.name.as_ref(), offer));
    let message = || {
        let cut = heard
            .iter()
            .find(|(it, heard)| heard.is_cut() && same(Some(to(it))));
        cut.map(|(it, _)| it.name().unwrap_or_default().into_owned())
    };
    if let Some(other) = offer.or_else(message) {
        sink.value(
            *row,
            "text",
            text,
            Text::new(
                "“{0}” says that the price is never cut, and “{1}” cuts it.",
                "“{0}”说从不降价，“{1}”却在降价。",
            ),
            &[&row.name().unwrap_or_default(), &other],
        );
    }
}

/// A promise of no advertising in a plan that is paid by advertising.
fn without_ads_and_paid_by_ads(
    context: &Context,
    sink: &mut Sink,
    heard: &[(&Message<'_>, Heard)],
) {
    let plan = context.plan;
    let ads = plan.revenue_streams.iter().find(|row| {
        row.model
            .as_ref()
            .is_some_and(|it| it.value == RevenueModel::Advertising)
    });
    let Some(ads) = ads else { return };
    let stream = called(ads.name.as_ref(), ads);
    let text = Text::new(
        "“{0}” promises no advertising, while “{1}” is to bring revenue from it.",
        "“{0}”承诺没有广告，而“{1}”要靠广告取得收入。",
    );
    for benefit in &plan.benefits {
        let promise = Heard::in_texts(&[benefit.benefit.as_ref()]).has(Tone::NoAds);
        if let (true, Some(words)) = (promise, &benefit.benefit) {
            let name = benefit.name().unwrap_or_default();
            sink.value(benefit, "benefit", words, text, &[&name, &stream]);
            return;
        }
    }
    let message = heard.iter().find(|(_, heard)| heard.has(Tone::NoAds));
    if let Some((row, words)) = message.and_then(|(row, _)| Some((row, row.text.as_ref()?))) {
        let name = row.name().unwrap_or_default();
        sink.value(*row, "text", words, text, &[&name, &stream]);
    }
}

/// The segment that a message speaks to; empty for all.
fn to<'m>(message: &'m Message<'_>) -> &'m str {
    id(message.segment.as_ref()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    fn pair(one: &str, other: &str, more: &str) -> String {
        format!(
            "[[mix.messages]]\nid = \"m\"\nsegment = \"s\"\ntext = \"{one}\"\n\
             [[mix.messages]]\nid = \"k\"\nsegment = \"s\"\ntext = \"{other}\"\n{more}"
        )
    }

    #[test]
    fn exclusive_and_reduced_do_not_go_together() {
        for (one, other) in [
            ("Most exclusive in town", "50 % off today"),
            ("尊享生活", "今日五折"),
        ] {
            assert_eq!(
                paths("M414", &pair(one, other, "")),
                ["mix.messages.m.text"]
            );
            let plan = pair(one, other, "").replacen("\"s\"", "\"t\"", 1);
            assert_eq!(paths("M414", &plan), [""; 0]);
        }
        let steps = pair("Luxury", "Half price", "step = \"after\"\n").replacen(
            "\"m\"\n",
            "\"m\"\nstep = \"aware\"\n",
            1,
        );
        assert_eq!(paths("M414", &steps), [""; 0]);
        assert_eq!(
            paths("M414", &pair("Luxury", "Tasting, half price", "")),
            [""; 0]
        );
    }

    #[test]
    fn never_cut_is_not_cut() {
        for (one, other) in [
            ("Never discounted", "20 % off in May"),
            ("从不打折", "五月八折"),
        ] {
            assert_eq!(
                paths("M414", &pair(one, other, "")),
                ["mix.messages.m.text"]
            );
        }
        let offer = "[[mix.promotions]]\nid = \"o\"\nname = \"春节立减50元\"\n";
        let plan = pair("从不打折", "天天新鲜", offer);
        assert!(messages("M414", &plan, Lang::Zh)[0].contains("春节立减50元"));
        assert_eq!(paths("M414", &plan.replace("立减50元", "试吃")), [""; 0]);
    }

    #[test]
    fn no_advertising_is_not_paid_by_advertising() {
        let ads = "[[relationships.revenue_streams]]\nid = \"r\"\nmodel = \"advertising\"\n";
        for text in ["Ad-free", "没有广告"] {
            let benefit = format!("[[value.benefits]]\nid = \"b\"\nbenefit = \"{text}\"\n");
            assert_eq!(
                paths("M414", &(benefit.clone() + ads)),
                ["value.benefits.b.benefit"]
            );
            assert_eq!(paths("M414", &benefit), [""; 0]);
            assert_eq!(
                paths("M414", &pair(text, "Come", ads)),
                ["mix.messages.m.text"]
            );
        }
        assert!(
            messages("M414", &pair("No ads", "x", ads), Lang::En)[0].contains("no advertising")
        );
    }

    #[test]
    fn without_texts_nothing_is_judged() {
        assert!(!is_checked("M414", "") && !is_checked("M414", "[[mix.messages]]\nid = \"m\"\n"));
    }
}
