//! Whether a sentence states a fact that can be wrong.

use super::super::durations::durations;

/// What makes a sentence a statement of fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// A measured effect: a share, a multiple, a saving.
    Measured,
    /// A rank or a test that is only named.
    Compared,
}

/// Words for a measured effect.
const RATIOS: &[&str] = &[
    "halve",
    "halving",
    "half the ",
    "twice as",
    "double the",
    "doubles",
    "triples",
    "减半",
    "翻倍",
    "翻番",
    "百分之",
    "一半的时间",
    "一半的费用",
];

/// What a number must be followed by to be a measured effect. A time of day, an age or a size is
/// no promise.
const UNITS: &[&str] = &[
    "%",
    "％",
    "percent",
    "per cent",
    "times",
    "fold",
    "x faster",
    "x more",
    "倍",
    "成以上",
    "个百分点",
];

/// Words for a rank or for a test.
const RANKS: &[&str] = &[
    "fastest",
    "cheapest",
    "safest",
    "healthiest",
    "number one",
    "no. 1",
    "no.1",
    "world-leading",
    "market-leading",
    "best-selling",
    "clinically",
    "scientifically",
    "proven to",
    "guaranteed to",
    "the only ",
    "better than any",
    "faster than any",
    "cheaper than any",
    "最快",
    "最便宜",
    "最安全",
    "最健康",
    "最低价",
    "第一品牌",
    "销量第一",
    "全网第一",
    "行业第一",
    "全国第一",
    "临床",
    "科学证明",
    "经证实",
    "first and only",
    "world's first",
    "first of its kind",
    "唯一的",
    "首创",
    "首家",
    "首款",
    "国内第一",
    "全球第一",
    "独家",
    "零刺激",
    "零副作用",
    "国家级",
    "根治",
];

/// Words of a promise that pays when it is broken: a guarantee is its own proof.
const GUARANTEES: &[&str] = &[
    "money back",
    "refund",
    "or it is free",
    "or it's free",
    "is free if",
    "or you pay nothing",
    "guarantee:",
    "we pay",
    "退款",
    "退钱",
    "全额退",
    "免单",
    "包赔",
    "赔付",
    "无效退",
    "不收钱",
    "不收费",
];

/// What stands before a length of time that is promised: within it, or saved.
const WITHIN: &[&str] = &[
    "within",
    "in under",
    "in less than",
    "under",
    "less than",
    "save",
    "saves",
    "saving",
    "cuts",
    "gives you back",
    "gives back",
    "最快",
    "只要",
    "只需",
    "仅需",
    "不到",
    "不超过",
    "省",
    "节省",
    "省下",
    "省出",
    "省去",
    "缩短",
    "缩短到",
    "减少",
    "少花",
    "少等",
    "多出",
    "快",
];
/// What stands behind one.
const AFTER: &[&str] = &[
    "faster",
    "sooner",
    "less",
    "saved",
    "or less",
    "内",
    "之内",
    "以内",
    "就修",
    "就送",
    "就上门",
    "就见效",
    "就学会",
    "就能修",
    "就能拿",
    "就能用",
    "就搞定",
    "即可",
    "送达",
    "送到",
    "到家",
    "到货",
    "上门",
    "修好",
    "搞定",
    "完成",
    "出结果",
    "还给你",
    "见效",
];

/// What stands behind one that is a way to go, or a term of business and its own guarantee.
const NO_PROMISE: &[&str] = &[
    "'",
    "’",
    "walk",
    "drive",
    "ride",
    "of ",
    "from ",
    "by ",
    "away",
    "可退",
    "内可退",
    "内免费",
    "免费",
    "内退",
    "内换",
    "无理由",
    "车程",
    "路程",
    "步行",
    "的路",
    "航程",
    "内付款",
    "内有效",
    "以内的",
    "内的",
    "内步行",
    "内可达",
];

/// The first claim of a text, with the words that make it one.
pub fn claim(text: &str) -> Option<(Claim, String)> {
    let text = text.to_lowercase();
    if is_guaranteed(&text) {
        return None;
    }
    let says = |words: &[&str]| {
        let word = words.iter().find(|word| text.contains(*word))?;
        Some(word.trim().to_owned())
    };
    says(RATIOS)
        .or_else(|| measured(&text))
        .or_else(|| timed(&text))
        .map(|word| (Claim::Measured, word))
        .or_else(|| Some((Claim::Compared, says(RANKS)?)))
}

/// A number and the unit that makes it a measured effect.
fn measured(text: &str) -> Option<String> {
    UNITS.iter().find_map(|unit| {
        text.match_indices(unit).find_map(|(at, _)| {
            let before = text[..at].trim_end();
            let number = before
                .rsplit(|c: char| !(c.is_numeric() || ".,".contains(c)))
                .next()
                .filter(|number| number.contains(char::is_numeric))?;
            // “100 %” is a manner of speaking for “wholly”, as in 100 % cotton.
            let wholly = number == "100" && unit.starts_with(['%', '％', 'p']);
            (!wholly).then(|| format!("{number}{}{unit}", &text[before.len()..at]))
        })
    })
}

/// A length of time that is promised. “半天” alone is also a way of saying “ages”.
fn timed(text: &str) -> Option<String> {
    durations(text).into_iter().find_map(|time| {
        let (before, after) = (text.get(..time.range.start)?, text.get(time.range.end..)?);
        let (before, after) = (before.trim_end(), after.trim_start());
        // A saving may stand a word apart: “每天能省出 …”, "saves you …".
        let before = before
            .strip_suffix(" you")
            .unwrap_or(before)
            .trim_end_matches(['了', '约']);
        let led = WITHIN.iter().any(|word| {
            let rest = before.strip_suffix(word);
            rest.is_some_and(|rest| !word.is_ascii() || !rest.ends_with(char::is_alphanumeric))
        });
        if NO_PROMISE.iter().any(|word| after.starts_with(word)) {
            return None;
        }
        let followed = AFTER.iter().any(|word| after.starts_with(word));
        (led || followed).then(|| text.get(time.range).map(str::to_owned))?
    })
}

/// Whether a text has a measured effect or a promised time.
pub fn is_measured(text: &str) -> bool {
    claim(text).is_some_and(|(kind, _)| kind == Claim::Measured)
}

/// Whether a text promises to pay if it does not hold.
pub fn is_guaranteed(text: &str) -> bool {
    let text = text.to_lowercase();
    GUARANTEES.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Option<Claim> {
        claim(text).map(|it| it.0)
    }

    #[test]
    fn measured_effects_are_claims() {
        for text in [
            "Uses 18 % less gas",
            "3 times as long",
            "18 percent",
            "节气18%",
            "寿命是3倍",
            "省电百分之二十",
            "Saves you four hours a week",
            "An answer in under five minutes",
            "四小时内上门",
            "每周省下四小时",
            "半天就修好",
            "省出半天时间",
        ] {
            assert_eq!(kind(text), Some(Claim::Measured), "{text}");
        }
    }

    #[test]
    fn ranks_are_claims() {
        for text in [
            "Clinically tested",
            "全网第一的口碑",
            "The world's first quiet kettle",
            "全球首创的发酵工艺",
            "敏感肌零刺激",
        ] {
            assert_eq!(kind(text), Some(Claim::Compared), "{text}");
        }
    }

    #[test]
    fn times_ages_and_sizes_are_none() {
        for text in [
            "Home by 7:30, awake until 11",
            "For children from 3 to 6",
            "100 % cotton",
            "Sometimes a day off",
            "七点半到家",
            "适合3至6岁",
            "100%纯棉",
            "一人一半",
            "成为自己",
            "最近不用跑医院",
            "不用等上半天",
            "Within ten minutes of the station",
            "停车两小时内免费",
            "七天内可退",
            "不到一小时车程",
            "半天就能逛完",
            "Open for eight hours",
            "Half a day in the hills",
            "一天三顿热饭",
            "孩子两天没来也有人问",
        ] {
            assert_eq!(kind(text), None, "{text}");
        }
    }
}
