//! So many promises that none is remembered.

use foldhash::{HashMap, HashMapExt};

use crate::catalogue::Step;
use crate::checks::context::{id, is};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Benefit;
use crate::prose::{people, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V311",
    name: "too-many-promises",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Value,
    title: Text::new("Too many promises", "承诺过多"),
    why: Text::new(
        "A mind keeps one idea for one name: focus beats a list (Ries and Trout 1993).",
        "顾客心里，一个名字只装得下一个念头：聚焦胜过罗列（里斯与特劳特，1993）。",
    ),
    ask: Text::new(
        "If they could remember only one, which should it be?",
        "如果顾客只能记住一样，应该是哪一样？",
    ),
    page: include_str!("too_many_promises.md"),
    check,
};

/// More benefits than this need one that leads.
const BENEFITS: usize = 5;
/// More headlines than this in one sentence are a list.
const HEADLINES: usize = 3;
/// A headline has so many words, or so many Chinese characters, at most.
const SHORT: (usize, usize) = (3, 6);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut looked = false;
    let mut promised: HashMap<&str, Vec<&Benefit<'_>>> = HashMap::new();
    for row in &context.plan.benefits {
        if let (Some(of), Some(_)) = (id(row.proposition.as_ref()), filled(row.benefit.as_ref())) {
            promised.entry(of).or_default().push(row);
        }
    }
    for row in &context.plan.propositions {
        let benefits = id(row.id.as_ref()).and_then(|id| promised.get(id));
        let benefits = benefits.map(Vec::as_slice).unwrap_or_default();
        let statement = filled(row.statement.as_ref());
        if benefits.is_empty() && statement.is_none() {
            continue;
        }
        looked = true;
        let led = row.lead.as_ref().is_some_and(|lead| {
            benefits.is_empty() || benefits.iter().any(|it| is(it.id.as_ref(), &lead.value))
        });
        if led || context.is_unknown(row, "lead") {
            continue;
        }
        let listed = statement.map_or(0, headlines);
        let (text, count) = if benefits.len() > BENEFITS {
            (MANY, benefits.len())
        } else if listed > HEADLINES {
            (LIST, listed)
        } else {
            continue;
        };
        let name = row.name().unwrap_or_default();
        sink.missing(row, "lead", text, &[&name, &count.to_string()]);
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("a promise or its benefits", "主张或它的利益"))
    }
}

const MANY: Text = Text::new(
    "The promise “{0}” has {1} benefits, and none of them leads.",
    "主张“{0}”有{1}项利益，没有一项带头。",
);
const LIST: Text = Text::new(
    "The promise “{0}” lists {1} things in one sentence, and none of them leads.",
    "主张“{0}”一句话罗列了{1}样，没有一样带头。",
);

/// How many headlines a sentence strings together; 0 unless it is nothing but a list.
fn headlines(text: &str) -> usize {
    let text = unwrapped(text);
    let list = text
        .trim()
        .trim_end_matches(['.', '。', '!', '！'])
        .rsplit([':', '：'])
        .next()
        .unwrap_or_default();
    let mut count = 0;
    for item in list.split([',', ';', '，', '、', '；', '/']) {
        let item = item.trim();
        let item = item.strip_prefix("and ").unwrap_or(item);
        let short = if item.is_ascii() {
            item.split_whitespace().count() <= SHORT.0
        } else {
            item.chars().count() <= SHORT.1
        };
        // A list of people says for whom, not what.
        if item.is_empty() || !short || people::names_group(item) {
            return 0;
        }
        count += 1 + item.matches(" and ").count();
    }
    count
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks};

    fn promise(text: &str, rest: &str) -> String {
        format!("[[value.propositions]]\nid = \"p\"\nstatement = \"{text}\"\n{rest}\n")
    }
    fn benefits(count: usize) -> String {
        let row = |nth| {
            format!(
                "[[value.benefits]]\nid = \"b{nth}\"\nproposition = \"p\"\nbenefit = \"好处{nth}\"\n"
            )
        };
        (0..count).map(row).collect()
    }

    #[test]
    fn lists_without_a_lead_are_found() {
        for text in [
            "Fast, cheap, green, safe, smart, local",
            "Our promise: fresh, near, honest and warm.",
            "快、省、绿、安全、智能、本地",
        ] {
            assert_eq!(found("V311", &promise(text, "")).len(), 1, "{text}");
        }
        let many = promise("Home before dark", "") + &benefits(6);
        assert_eq!(found("V311", &many)[0].path, "value.propositions.p.lead");
    }

    #[test]
    fn a_lead_or_a_sentence_is_silent() {
        let led = promise("Fast, cheap, green, safe", "lead = \"b1\"") + &benefits(6);
        assert!(found("V311", &led).is_empty());
        assert!(found("V311", &(promise("Home before dark", "") + &benefits(5))).is_empty());
        for text in [
            "For nurses, guards, drivers and porters: a hot meal at three in the morning.",
            "Fresh, near and warm.",
            "周五晚上取，周日早上回，半天时间还给你",
            "护士、保安、司机、环卫工",
        ] {
            assert!(found("V311", &promise(text, "")).is_empty(), "{text}");
        }
        assert!(lacks("V311", "").is_some());
    }
}
