//! Whether a sentence asks for a product: "they need our smart cup", 需要我们的智能水杯.
//!
//! A name that merely stands in a sentence ("with a taxi I can see who drives") proves nothing;
//! it must be what is needed. Two small grammars decide, one for each language: a verb of needing
//! before the name with nothing but describing words between, and no noun after it.

use std::ops::Range;

use super::names::{Mention, NameKind, Names};
use crate::words::lexicon::is_chinese;

/// What a sentence asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What kind of name it is; `None` for "our product" without a name.
    pub kind: Option<NameKind>,
    /// The deciding words, from the verb to the name.
    pub range: Range<usize>,
}

/// Verbs of needing and getting.
const VERBS: &[&str] = &[
    "need", "needs", "needed", "needing", "want", "wants", "wanting", "require", "requires",
    "demand", "demands", "desire", "desires", "crave", "lack", "lacks", "buy", "buys", "buying",
    "purchase", "own", "have", "get",
];
/// Verbs that ask only after "to": "to have a smart cup", but not "parents who have a car".
const AFTER_TO: &[&str] = &["own", "have", "get", USE];
/// Using asks only for a thing of ours: to use a bus or a bicycle is what people do.
const USE: &str = "use";
/// Words after which "for" or "of" asks: "a need for", "in need of".
const ASKING: &[&str] = &[
    "need",
    "needs",
    "demand",
    "desire",
    "wish",
    "longing",
    "look",
    "looking",
    "search",
    "searching",
    "ask",
    "asking",
    "waiting",
];
/// Words that turn a sentence elsewhere between the verb and the name.
const BREAKS: &[&str] = &[
    "to", "from", "without", "than", "not", "no", "never", "with", "because", "when", "while",
    "if", "that", "which", "who", "know", "see", "of", "about", "before", "after", "at", "in",
    "on", "by", "for", "is", "are", "was", "instead", "between", "like", "beyond", "until",
];
/// Words that deny the verb behind them.
const DENIALS: &[&str] = &[
    "not",
    "no",
    "never",
    "don't",
    "doesn't",
    "don’t",
    "doesn’t",
    "cannot",
    "can't",
    "without",
    "nobody",
];
/// Words that may follow a name that is itself the thing; another noun would make it a part.
const NEXT: &[&str] = &[
    "that",
    "which",
    "who",
    "with",
    "for",
    "to",
    "in",
    "on",
    "at",
    "near",
    "and",
    "or",
    "but",
    "so",
    "because",
    "when",
    "while",
    "if",
    "as",
    "by",
    "from",
    "before",
    "after",
    "every",
    "each",
    "now",
    "today",
    "too",
    "available",
    "again",
    "without",
    "within",
    "of",
    "they",
    "nearby",
    "this",
    "next",
    "more",
];
/// What "our …" must be for it to be a product.
const OURS: &[&str] = &[
    "app",
    "product",
    "products",
    "service",
    "services",
    "solution",
    "solutions",
    "platform",
    "brand",
    "brands",
    "system",
    "range",
    "package",
    "offer",
    "store",
    "shop",
    "course",
    "courses",
    "programme",
    "program",
    "machine",
    "device",
    "software",
    "machines",
    "devices",
    "line",
];

const ZH_VERBS: &[&str] = &[
    "需要",
    "想要",
    "想喝",
    "想吃",
    "想穿",
    "想住",
    "想买",
    "想有",
    "想用",
    "购买",
    "买",
    "拥有",
    "渴望",
    "缺少",
    "缺",
    "期待",
    "希望有",
    "希望使用",
    "希望拥有",
    "离不开",
    "下载",
    "选购",
    "急需",
    "使用",
    "要",
];
/// Words that end in 要 and do not ask.
const ZH_NOT_VERBS: &[&str] = &[
    "不要", "主要", "重要", "只要", "必要", "就要", "快要", "次要",
];
const ZH_BREAKS: &[&str] = &[
    "比", "不", "没", "以外", "之外", "除了", "而", "时", "就", "去", "到", "把", "被", "从", "在",
    "知道", "有人", "谁",
];
const ZH_DENIALS: &[char] = &['不', '没', '无', '别', '未'];
const ZH_NEXT: &[&str] = &[
    "来",
    "和",
    "与",
    "或",
    "及",
    "服务",
    "产品",
    "了",
    "吗",
    "呢",
    "去",
    "帮",
    "才",
    "就",
    "套餐",
    "以",
    "并",
    "的服务",
    "的产品",
    "的帮助",
    "陪",
    "替",
];
const ZH_AFTER: &[&str] = &["的需要", "的需求", "需求", "是刚需", "成为刚需", "必不可少"];
const ZH_OURS: &[&str] = &[
    "我们的",
    "我们家的",
    "本公司",
    "我公司",
    "我司",
    "本店",
    "我店",
    "我校",
];
const ZH_OWN: &[&str] = &[
    "产品",
    "服务",
    "App",
    "APP",
    "app",
    "平台",
    "系统",
    "套餐",
    "品牌",
    "方案",
    "软件",
    "课程",
    "门店",
    "会员",
    "小程序",
    "设备",
];

/// What a statement of a need asks for, if that is one of the plan's names or "our product".
///
/// Of several, a name of ours comes before the word of the category.
pub fn asked_for(text: &str, names: &Names) -> Option<Asked> {
    let mut mentions = names.find(text);
    mentions.sort_by_key(|mention| (mention.kind == NameKind::Category, mention.range.start));
    let chinese = text.contains(is_chinese);
    let asked = mentions.into_iter().find_map(|Mention { kind, range }| {
        let start = if chinese {
            chinese_object(text, &range)
        } else {
            english_object(text, &range)
        }?;
        let verb = text.get(start..range.start).unwrap_or_default();
        let used = verb
            .get(..USE.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(USE));
        if kind == NameKind::Category && used {
            return None;
        }
        Some(Asked {
            kind: Some(kind),
            range: start..range.end,
        })
    });
    asked.or_else(|| {
        let range = if chinese {
            chinese_ours(text)
        } else {
            english_ours(text)
        }?;
        Some(Asked { kind: None, range })
    })
}

/// The words of a text with their places; marks cling to the word before them.
fn words(text: &str) -> Vec<(usize, &str)> {
    text.split_whitespace()
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect()
}

/// A word without marks, in small letters.
fn plain(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
        .to_lowercase()
}

/// Where the sentence or clause that leads to a place begins.
fn clause(before: &str, ends: &[char]) -> usize {
    before
        .char_indices()
        .rev()
        .find(|(_, letter)| ends.contains(letter))
        .map_or(0, |(at, letter)| at + letter.len_utf8())
}

/// Where the verb stands that asks for what begins at the end of `before`.
fn english_verb(before: &str) -> Option<usize> {
    let words = words(before);
    let mut later = 0;
    for nth in (0..words.len()).rev() {
        let (at, word) = (words[nth].0, plain(words[nth].1));
        let former = |back: usize| {
            let nth = nth.checked_sub(back)?;
            Some(plain(words[nth].1))
        };
        let asks = match word.as_str() {
            "for" | "of" => former(1).is_some_and(|it| ASKING.contains(&it.as_str())),
            verb if AFTER_TO.contains(&verb) => former(1).map_or(verb == USE, |it| it == "to"),
            verb => VERBS.contains(&verb),
        };
        if asks {
            let denied =
                (1..=3).any(|back| former(back).is_some_and(|it| DENIALS.contains(&it.as_str())));
            return (!denied).then_some(at);
        }
        later += 1;
        if BREAKS.contains(&word.as_str()) || later > 5 {
            return None;
        }
    }
    None
}

fn english_object(text: &str, name: &Range<usize>) -> Option<usize> {
    let (before, after) = (text.get(..name.start)?, text.get(name.end..)?);
    let next = after.split_whitespace().next().unwrap_or_default();
    let ends = after.is_empty() || after.starts_with(|letter: char| !letter.is_whitespace());
    let is_head = (ends && !after.starts_with(['-', '\'', '’']))
        || plain(next).is_empty()
        || NEXT.contains(&plain(next).as_str());
    if !is_head {
        return None;
    }
    let begin = clause(before, &['.', '!', '?', ';', ':', ',', '"', '“', '”']);
    if let Some(at) = english_verb(&before[begin..]) {
        return Some(begin + at);
    }
    // The need is nothing but the name: "A smart cup that reminds them".
    let lead = words(before);
    let bare = lead.len() <= 3
        && lead.first().is_none_or(|(_, word)| {
            ["a", "an", "the", "our", "another", "more"].contains(&plain(word).as_str())
        });
    let that = ["that", "which", "for", "with", ""].contains(&plain(next).as_str()) || ends;
    (bare && that && !after.starts_with(',')).then(|| lead.first().map_or(name.start, |it| it.0))
}

fn english_ours(text: &str) -> Option<Range<usize>> {
    text.contains("our").then_some(())?;
    let words = words(text);
    let our = words.iter().position(|(_, word)| plain(word) == "our")?;
    let own = words
        .iter()
        .skip(our + 1)
        .take(4)
        .find(|(_, word)| OURS.contains(&plain(word).as_str()))?;
    let begin = clause(
        &text[..words[our].0],
        &['.', '!', '?', ';', ':', ',', '"', '“'],
    );
    let verb = begin + english_verb(&text[begin..words[our].0])?;
    // "We need our evenings back": here customers speak for themselves.
    let speaks = words
        .iter()
        .take_while(|(at, _)| *at < verb)
        .any(|(_, word)| ["we", "i", "us"].contains(&plain(word).as_str()));
    let end = own.0
        + own
            .1
            .trim_end_matches(|letter: char| !letter.is_alphanumeric())
            .len();
    (!speaks).then_some(verb..end)
}

/// Where the verb stands that asks for what begins at the end of a Chinese clause.
fn chinese_verb(before: &str) -> Option<usize> {
    let (at, verb) = ZH_VERBS
        .iter()
        .filter_map(|verb| {
            let at = before.rfind(verb)?;
            let until = &before[..at + verb.len()];
            let other = *verb == "要" && ZH_NOT_VERBS.iter().any(|not| until.ends_with(not));
            (!other).then_some((at, *verb))
        })
        .max_by_key(|(at, verb)| (at + verb.len(), verb.len()))?;
    let between = &before[at + verb.len()..];
    let denied = before[..at]
        .chars()
        .rev()
        .take(3)
        .any(|it| ZH_DENIALS.contains(&it));
    let clear = between.chars().count() <= 24 && !ZH_BREAKS.iter().any(|it| between.contains(it));
    (clear && !denied).then_some(at)
}

fn chinese_object(text: &str, name: &Range<usize>) -> Option<usize> {
    let (before, after) = (text.get(..name.start)?, text.get(name.end..)?);
    let ends = !after
        .trim_start()
        .starts_with(|it: char| is_chinese(it) || it.is_alphanumeric());
    let begin = clause(
        before,
        &['，', '。', '；', '！', '？', '：', '“', '”', ',', '.'],
    );
    let lead = &before[begin..];
    if ZH_AFTER.iter().any(|it| after.starts_with(it)) {
        return Some(begin);
    }
    if !ends && !ZH_NEXT.iter().any(|it| after.starts_with(it)) {
        return None;
    }
    if let Some(at) = chinese_verb(lead) {
        return Some(begin + at);
    }
    let one =
        begin == 0 && (lead.is_empty() || (lead.starts_with('一') && lead.chars().count() <= 8));
    let alone = after.chars().all(|it| !it.is_alphanumeric());
    (one && alone).then_some(begin)
}

fn chinese_ours(text: &str) -> Option<Range<usize>> {
    ZH_OURS.iter().find_map(|ours| {
        let at = text.find(ours)?;
        let begin = clause(
            &text[..at],
            &['，', '。', '；', '！', '？', '：', '“', '”', ','],
        );
        let verb = begin + chinese_verb(&text[begin..at])?;
        let speaks = text[begin..verb].contains('我') || text[..at].ends_with('“');
        let rest = &text[at + ours.len()..];
        let stop = rest
            .find(['，', '。', '；', '！', '？', '”'])
            .unwrap_or(rest.len());
        let own = ZH_OWN
            .iter()
            .filter_map(|own| Some(rest[..stop].find(own)? + own.len()))
            .min()?;
        (!speaks).then(|| verb..at + ours.len() + own)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked<'t>(text: &'t str, names: &[(NameKind, &str)]) -> Option<&'t str> {
        let names = Names::new(names.iter().copied());
        asked_for(text, &names).map(|asked| &text[asked.range])
    }

    const CUP: &[(NameKind, &str)] = &[
        (NameKind::Brand, "Sipwell"),
        (NameKind::Offering, "smart cup"),
        (NameKind::Category, "taxis"),
    ];
    const BEI: &[(NameKind, &str)] = &[
        (NameKind::Brand, "喝点水"),
        (NameKind::Offering, "智能水杯"),
        (NameKind::Category, "出租车"),
    ];

    #[test]
    fn the_product_as_the_object_is_asked_for() {
        for text in [
            "Office staff need our smart cup.",
            "They want a really good smart cup that reminds them.",
            "There is a need for smart cups.",
            "A smart cup",
            "They would like to have a Sipwell on the desk.",
            "Visitors need taxis at night.",
        ] {
            assert!(asked(text, CUP).is_some(), "{text}");
        }
        for text in [
            "上班族需要我们的智能水杯。",
            "想要一只会提醒的智能水杯",
            "智能水杯",
            "上班族对智能水杯的需求很大",
            "夜里需要出租车。",
        ] {
            assert!(asked(text, BEI).is_some(), "{text}");
        }
    }

    #[test]
    fn a_name_that_only_stands_by_is_not() {
        for text in [
            "Office staff forget to drink and get headaches.",
            "With Sipwell at least I can see how much I drank.",
            "They do not want another smart cup.",
            "They need something simpler than a smart cup.",
            "Passengers need taxi drivers whom they can trust.",
            "To get home safely when taxis have stopped.",
            "Taxis are rare at night, and nobody answers.",
        ] {
            assert_eq!(asked(text, CUP), None, "{text}");
        }
        for text in [
            "上班族忘记喝水，下午头痛。",
            "有了喝点水，至少看得见喝了多少",
            "不想再买智能水杯",
            "需要比智能水杯更省事的提醒",
            "需要信得过的出租车司机",
            "夜里出租车太少，回不了家",
        ] {
            assert_eq!(asked(text, BEI), None, "{text}");
        }
    }

    #[test]
    fn our_product_is_asked_for_without_a_name() {
        assert_eq!(
            asked("They need our monitoring app.", &[]),
            Some("need our monitoring app")
        );
        assert_eq!(asked("\"We need our evenings back.\"", &[]), None);
        assert_eq!(
            asked("需要我们的管家服务。", &[]),
            Some("需要我们的管家服务")
        );
        assert_eq!(asked("“我们需要我们的周末。”", &[]), None);
    }
}
