//! Channels and media where the segment is not.

mod places;

use crate::catalogue::Step;
use crate::checks::context::{called, has, id, listed};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{Channel, Message, Segment};
use crate::plan::{Record, Sp, Str};
use crate::words::Text;
use places::alike;

pub(super) const RULE: Rule = Rule {
    code: "M410",
    name: "channel-segment-mismatch",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new(
        "Channel where the segment does not buy",
        "渠道或媒体与细分不匹配",
    ),
    why: Text::new(
        "A channel is convenient where customers already shop; where they never come it is none (Kotler; Sharp on physical availability).",
        "顾客本来就去的地方才叫便利，从不去的地方算不上渠道（科特勒；夏普论购买便利性）。",
    ),
    ask: Text::new(
        "How do they come from where they buy today to where you sell, and who has tried it?",
        "他们怎样从现在买的地方，来到你卖的地方？有谁试过？",
    ),
    page: include_str!("channel_segment_mismatch.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut compared = false;
    for segment in context.targets() {
        compared |= places_of_purchase(context, sink, segment).is_some();
        compared |= media(context, sink, segment).is_some();
    }
    if compared {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new(
            "where a target segment buys or what it follows, and the channels or media chosen",
            "目标细分的购买场所或媒体，以及所选的渠道或媒介",
        ))
    }
}

/// The channels of a segment against where it buys; nothing if either is not written.
fn places_of_purchase(context: &Context, sink: &mut Sink, segment: &Segment<'_>) -> Option<()> {
    let own = id(segment.id.as_ref())?;
    let places = written(&segment.buys_at)?;
    let serves = |row: &&Channel<'_>| row.segments.is_empty() || has(&row.segments, own);
    let mut first = None;
    for channel in context.plan.channels.iter().filter(serves) {
        // A channel that says what it does for customers has its reason; one without a name is
        // to be named first.
        let reasons = [&channel.convenience, &channel.role];
        let reasoned = reasons.iter().any(|text| filled(text.as_ref()).is_some());
        let name = channel.name.as_ref();
        let fits = |name: &str| places.iter().any(|place| alike(name, place));
        if reasoned || filled(name).is_none_or(fits) {
            return Some(());
        }
        first = first.or(Some(channel));
    }
    let channel = first?;
    sink.value(
        channel,
        "name",
        channel.name.as_ref()?,
        Text::new(
            "“{0}” is the channel for “{1}”, who buys at {2}, and nothing says why it would come here.",
            "“{1}”的购买场所是{2}，渠道却是“{0}”，也没有说明他们为什么会来。",
        ),
        &[
            &called(channel.name.as_ref(), channel),
            &called(segment.name.as_ref(), segment),
            &listed(&places),
        ],
    );
    Some(())
}

/// The media of the messages to a segment against what it follows; nothing if either is not
/// written. Words alone tell less of media than of places, so it is advice.
fn media(context: &Context, sink: &mut Sink, segment: &Segment<'_>) -> Option<()> {
    let own = id(segment.id.as_ref())?;
    let media = written(&segment.media)?;
    let places = written(&segment.buys_at).unwrap_or_default();
    let to_it = |row: &&Message<'_>| id(row.segment.as_ref()).is_none_or(|it| it == own);
    let mut first: Option<&Message<'_>> = None;
    for message in context.plan.messages.iter().filter(to_it) {
        let Some(medium) = filled(message.medium.as_ref()) else {
            continue;
        };
        let met = media
            .iter()
            .chain(&places)
            .any(|place| alike(medium, place));
        let mut sold = context
            .plan
            .channels
            .iter()
            .filter_map(|row| filled(row.name.as_ref()));
        if met || sold.any(|name| alike(medium, name)) {
            return Some(());
        }
        first = first.or(Some(message));
    }
    let message = first?;
    sink.value(
        message,
        "medium",
        message.medium.as_ref()?,
        Text::new(
            "None of the messages to “{0}” appears in what it follows ({1}); “{2}” uses “{3}”.",
            "没有一条给“{0}”的信息放在他们接触的媒体上（{1}），“{2}”用的是“{3}”。",
        ),
        &[
            &called(segment.name.as_ref(), segment),
            &listed(&media),
            &message.name().unwrap_or_default(),
            filled(message.medium.as_ref())?,
        ],
    )
    .severity = Severity::Advice;
    Some(())
}

/// The lines that say something; nothing if there are none.
fn written<'t>(lines: &'t [Sp<Str<'_>>]) -> Option<Vec<&'t str>> {
    let lines: Vec<&str> = lines.iter().filter_map(|line| filled(Some(line))).collect();
    (!lines.is_empty()).then_some(lines)
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    fn plan(buys_at: &str, channel: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"s\"\nname = \"菜农\"\ndecision = \"target\"\nbuys_at = [\"{buys_at}\"]\n\
             [[mix.channels]]\nid = \"c\"\nname = \"{channel}\"\nsegments = [\"s\"]\n"
        )
    }

    #[test]
    fn a_channel_elsewhere_is_found() {
        for (buys_at, channel) in [
            ("Wet market", "Brand app"),
            ("菜市场", "品牌小程序"),
            ("小区驿站", "临街门店"),
        ] {
            assert_eq!(
                paths("M410", &plan(buys_at, channel)),
                ["mix.channels.c.name"],
                "{channel}"
            );
        }
        assert!(messages("M410", &plan("菜市场", "品牌小程序"), Lang::Zh)[0].contains("菜农"));
        assert!(messages("M410", &plan("Wet market", "App"), Lang::En)[0].contains("Wet market"));
    }

    #[test]
    fn the_same_place_in_other_words_is_silent() {
        for (buys_at, channel) in [
            ("Staff canteens", "Canteen and night rack"),
            ("Corner shop", "Village shops"),
            ("Internet", "Our web shop"),
            ("菜市场", "市场东门摊位"),
            ("手机下单", "微信小程序"),
            ("公司楼下小店", "写字楼底商门店"),
            ("Takeaway", "Uber Eats"),
        ] {
            assert_eq!(paths("M410", &plan(buys_at, channel)), [""; 0], "{channel}");
        }
    }

    #[test]
    fn one_channel_that_fits_or_a_reason_is_enough() {
        let plan = plan("菜市场", "品牌小程序");
        for more in [
            "convenience = \"摊位上扫一下就行\"\n",
            "role = \"Refills only\"\n",
            "[[mix.channels]]\nid = \"d\"\nname = \"城南菜市场摊位\"\n",
        ] {
            assert_eq!(paths("M410", &format!("{plan}{more}")), [""; 0], "{more}");
        }
        assert_eq!(
            paths("M410", &plan.replace("\"target\"", "\"later\"")),
            [""; 0]
        );
    }

    #[test]
    fn media_that_nobody_follows_are_advice() {
        let plan = |media: &str, medium: &str| {
            format!(
                "[[targeting.segments]]\nid = \"s\"\ndecision = \"target\"\nmedia = [\"{media}\"]\n\
                 [[mix.messages]]\nid = \"m\"\nsegment = \"s\"\nmedium = \"{medium}\"\n"
            )
        };
        for (media, medium) in [
            ("Parish letter", "Banners on three sites"),
            ("村广播", "地铁灯箱"),
        ] {
            assert_eq!(
                severities("M410", &plan(media, medium)),
                [Severity::Advice],
                "{medium}"
            );
        }
        for (media, medium) in [("Local radio", "Radio Tees"), ("业主群", "小区业主微信群")]
        {
            assert_eq!(severities("M410", &plan(media, medium)), [], "{medium}");
        }
    }

    #[test]
    fn without_places_nothing_is_judged() {
        assert!(!is_checked("M410", ""));
        assert!(!is_checked(
            "M410",
            "[[targeting.segments]]\nid = \"s\"\ndecision = \"target\"\n[[mix.channels]]\nid = \"c\"\nname = \"App\"\n"
        ));
    }
}
