//! The plan's own names, and where they stand in a text.
//!
//! A sentence that speaks of our product instead of the customer can only be told by knowing what
//! our product is called. Names come from the plan; descriptions that stand in their place
//! ("smart cups for offices") give their head ("smart cups").

use std::borrow::Cow;
use std::ops::Range;

use crate::words::lexicon::{Lexicon, is_chinese};

/// What a name names, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// A brand.
    Brand,
    /// A product of the range.
    Product,
    /// The organisation.
    Organisation,
    /// What is offered.
    Offering,
    /// The kind of thing that it is, which rivals sell too.
    Category,
}

/// The names of a plan, ready to be looked for.
#[derive(Debug)]
pub struct Names {
    lexicon: Lexicon<NameKind>,
}

/// A name that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it names.
    pub kind: NameKind,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// Words that are too common to name anything alone.
const COMMON: &[&str] = &[
    "service",
    "services",
    "product",
    "products",
    "the",
    "a",
    "an",
    "our",
    "we",
    "us",
    "company",
    "business",
    "shop",
    "store",
    "app",
    "platform",
    "system",
    "solution",
    "solutions",
    "goods",
    "offer",
    "project",
    "programme",
    "program",
    "plan",
    "club",
    "team",
    "online",
    "home",
    "care",
    "food",
    "help",
    "support",
    "training",
    "course",
    "courses",
    "class",
    "classes",
    "people",
    "customer",
    "customers",
    "market",
    "new",
    "general",
    "other",
    "none",
    "various",
    "set",
    "box",
    "event",
    "events",
    "campaign",
    "membership",
    "subscription",
    "health",
    "education",
    "city",
    "town",
    "village",
    "group",
    "community",
    "time",
    "work",
    "life",
    "day",
    "information",
    "服务",
    "产品",
    "商品",
    "项目",
    "平台",
    "系统",
    "公司",
    "企业",
    "套餐",
    "方案",
    "解决方案",
    "课程",
    "活动",
    "会员",
    "门店",
    "商店",
    "店铺",
    "软件",
    "应用",
    "小程序",
    "社区",
    "健康",
    "教育",
    "培训",
    "食品",
    "生活",
    "品牌",
    "顾客",
    "客户",
    "市场",
    "我们",
    "本店",
    "其他",
    "团队",
    "中心",
    "学校",
    "城市",
    "家庭",
    "用户",
    "管理",
    "信息",
    "时间",
    "工作",
    "学习",
];

/// Endings that a Chinese name may lose and still be itself.
const ENDINGS: &[&str] = &[
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "公司",
    "集团",
    "服务",
    "产品",
    "系列",
    "平台",
    "系统",
    "套餐",
    "项目",
    "小程序",
    "软件",
    "课程",
    "App",
    "APP",
    "app",
];

/// Words at which a description leaves its head and tells more.
const TURNS: &[&str] = &[
    "for", "that", "which", "with", "in", "of", "at", "to", "on", "by", "from", "near", "who",
    "where", "when", "before", "after", "without", "as", "between", "under", "over", "via",
];

/// Whether a letter parts one name from the next.
const fn ends_a_name(letter: char) -> bool {
    matches!(
        letter,
        ',' | ';'
            | '/'
            | '('
            | ')'
            | ':'
            | '&'
            | '+'
            | '.'
            | '\n'
            | '"'
            | '，'
            | '；'
            | '、'
            | '（'
            | '）'
            | '：'
            | '。'
            | '“'
            | '”'
            | '《'
            | '》'
            | '·'
    )
}

impl Names {
    /// Reads the names of a plan out of the fields that hold them.
    pub fn new<'t>(fields: impl IntoIterator<Item = (NameKind, &'t str)>) -> Names {
        let mut phrases: Vec<(String, NameKind)> = Vec::new();
        for (kind, field) in fields {
            let field = unwrapped(field);
            phrases.push((field.trim().trim_end_matches(['.', '。']).to_owned(), kind));
            // After an organisation's name comes its address, which is no name of ours.
            let most = if kind == NameKind::Organisation {
                1
            } else {
                usize::MAX
            };
            for part in parts(&field).take(most) {
                phrases.extend(forms(part, kind));
            }
        }
        // A word that is also the category is the common word for it, whatever else it names.
        phrases.sort_by_key(|(_, kind)| (*kind != NameKind::Category, *kind));
        phrases.retain(|(phrase, _)| is_distinctive(phrase));
        Names {
            lexicon: Lexicon::new(phrases),
        }
    }

    /// Whether the plan names nothing yet.
    pub fn is_empty(&self) -> bool {
        self.lexicon.is_empty()
    }

    /// The names that stand in a text, from left to right.
    pub fn find(&self, text: &str) -> Vec<Mention> {
        let hits = self.lexicon.find(text).into_iter();
        hits.map(|hit| Mention {
            kind: hit.tag,
            range: hit.range,
        })
        .collect()
    }
}

/// A text on one line: a wrapped name is still a name.
pub fn unwrapped(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let joins = out.is_empty() || out.ends_with(is_wide) || line.starts_with(is_wide);
        if !joins {
            out.push(' ');
        }
        out.push_str(line);
    }
    Cow::Owned(out)
}

/// Chinese characters and marks, which stand side by side without spaces.
fn is_wide(letter: char) -> bool {
    is_chinese(letter)
        || matches!(letter, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}' | '“' | '”')
}

/// The single names of a field: lists are taken apart.
fn parts(field: &str) -> impl Iterator<Item = &str> {
    field
        .split(ends_a_name)
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" or "))
        .flat_map(|part| {
            // The Chinese words for "and" part names only where both sides are long enough to be one.
            match part
                .char_indices()
                .find(|(_, letter)| matches!(letter, '和' | '与' | '及' | '或'))
            {
                Some((at, and))
                    if part[..at].chars().count() > 2
                        && part[at + and.len_utf8()..].chars().count() > 2 =>
                {
                    [Some(&part[..at]), Some(&part[at + and.len_utf8()..])]
                }
                _ => [Some(part), None],
            }
        })
        .flatten()
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The forms in which a name may stand in a text.
fn forms(name: &str, kind: NameKind) -> Vec<(String, NameKind)> {
    if name.contains(is_chinese) {
        return chinese_forms(name, kind);
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let turn = words
        .iter()
        .position(|word| TURNS.iter().any(|turn| turn.eq_ignore_ascii_case(word)));
    let mut head = &words[..turn.unwrap_or(words.len())];
    while let [first, rest @ ..] = head {
        if !["a", "an", "the", "our"]
            .iter()
            .any(|it| it.eq_ignore_ascii_case(first))
        {
            break;
        }
        head = rest;
    }
    let mut forms = vec![(head.join(" "), kind)];
    // The end of a long description is the common word for the thing.
    if let [_, .., before, last] = head
        && matches!(kind, NameKind::Offering | NameKind::Category)
    {
        forms.push((format!("{before} {last}"), NameKind::Category));
    }
    for at in 0..forms.len() {
        let (form, kind) = &forms[at];
        if let Some(single) = singular(form) {
            forms.push((single, *kind));
        }
    }
    forms
}

/// A Chinese name, its last part after 的, and both without an ending that says little.
fn chinese_forms(name: &str, kind: NameKind) -> Vec<(String, NameKind)> {
    let head = name.rsplit('的').next().unwrap_or(name).trim();
    let mut forms = vec![(name.to_owned(), kind), (head.to_owned(), kind)];
    for whole in [name, head] {
        let bare = ENDINGS.iter().find_map(|ending| whole.strip_suffix(ending));
        // Three characters are the least that still point at one thing.
        if let Some(bare) = bare.filter(|bare| bare.chars().count() >= 3) {
            forms.push((bare.trim().to_owned(), kind));
        }
    }
    forms
}

/// An English plural as one of it.
fn singular(name: &str) -> Option<String> {
    let cut = |end: &str| name.strip_suffix(end);
    if name.len() < 4 || name.ends_with("ss") {
        return None;
    }
    if let Some(stem) = cut("ies") {
        return Some(format!("{stem}y"));
    }
    ["xes", "ches", "shes", "sses"]
        .iter()
        .find(|end| name.ends_with(*end))
        .map_or_else(|| cut("s"), |_| cut("es"))
        .map(str::to_owned)
}

/// Whether a phrase can stand for a name: not one letter, not a common word, not a bare number.
fn is_distinctive(phrase: &str) -> bool {
    let phrase = phrase.to_lowercase();
    let bare = ["the ", "our ", "an ", "a ", "my "]
        .iter()
        .find_map(|article| phrase.strip_prefix(article))
        .unwrap_or(&phrase);
    bare.chars()
        .filter(|letter| letter.is_alphanumeric())
        .nth(1)
        .is_some()
        && bare.chars().any(char::is_alphabetic)
        && !COMMON.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(fields: &[(NameKind, &str)], text: &'t str) -> Vec<(&'t str, NameKind)> {
        let names = Names::new(fields.iter().copied());
        let hits = names.find(text).into_iter();
        hits.map(|hit| (&text[hit.range], hit.kind)).collect()
    }

    #[test]
    fn a_description_gives_its_head() {
        let plan = [(NameKind::Offering, "a smart cup for office staff")];
        assert_eq!(
            found(&plan, "They need Smart Cups."),
            [("Smart Cups", NameKind::Offering)]
        );
        assert!(found(&plan, "They drink from a cup.").is_empty());
        let plan = [(NameKind::Offering, "上班族喝水提醒的智能水杯")];
        assert_eq!(
            found(&plan, "需要我们的智能水杯"),
            [("智能水杯", NameKind::Offering)]
        );
        assert!(found(&plan, "拿着水杯去接水").is_empty());
    }

    #[test]
    fn lists_give_each_of_their_names_and_the_end_of_a_long_one() {
        let plan = [(
            NameKind::Offering,
            "personal training and group strength classes",
        )];
        assert_eq!(
            found(&plan, "personal training, then a strength class"),
            [
                ("personal training", NameKind::Offering),
                ("strength class", NameKind::Category)
            ]
        );
        let plan = [(NameKind::Brand, "青禾、青禾送餐")];
        assert_eq!(found(&plan, "想吃青禾"), [("青禾", NameKind::Brand)]);
    }

    #[test]
    fn common_words_and_single_characters_never_count() {
        let plan = [
            (NameKind::Product, "Service"),
            (NameKind::Category, "the app"),
            (NameKind::Brand, "Q"),
        ];
        assert!(Names::new(plan).is_empty());
        let plan = [(NameKind::Product, "服务"), (NameKind::Brand, "茶")];
        assert!(Names::new(plan).is_empty());
        assert!(found(&[(NameKind::Offering, "租房管家App")], "家里有管家").is_empty());
        assert_eq!(
            found(&[(NameKind::Offering, "租房管家App")], "要用租房管家"),
            [("租房管家", NameKind::Offering)]
        );
    }

    #[test]
    fn the_category_word_stays_the_category_word() {
        let plan = [
            (NameKind::Offering, "electric drills"),
            (NameKind::Category, "electric drills"),
        ];
        assert_eq!(
            found(&plan, "an electric drill"),
            [("electric drill", NameKind::Category)]
        );
        let plan = [(NameKind::Offering, "电钻"), (NameKind::Category, "电钻")];
        assert_eq!(found(&plan, "买电钻"), [("电钻", NameKind::Category)]);
    }

    #[test]
    fn a_wrapped_text_is_one_line() {
        assert_eq!(unwrapped("a smart\n  cup\n"), "a smart cup");
        assert_eq!(unwrapped("一只智能\n水杯"), "一只智能水杯");
        assert_eq!(unwrapped(" 水杯 "), "水杯");
    }
}
