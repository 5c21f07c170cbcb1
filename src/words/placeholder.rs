//! Words that say "not written yet".

use std::sync::LazyLock;

use super::lexicon::Lexicon;

/// Texts that stand for nothing when they are all that is written.
const WHOLE: &[&str] = &[
    "todo",
    "tbd",
    "tba",
    "tbc",
    "xxx",
    "xx",
    "?",
    "??",
    "???",
    "...",
    "…",
    "……",
    "fill in",
    "to be done",
    "to be defined",
    "to be decided",
    "to be determined",
    "to be confirmed",
    "to be added",
    "coming soon",
    "placeholder",
    "lorem ipsum",
    "your text here",
    "text",
    "待定",
    "待补充",
    "待填写",
    "待完善",
    "待确认",
    "待补",
    "待填",
    "待写",
    "未定",
    "未填写",
    "同上",
    "稍后补充",
    "请填写",
    "请输入",
    "此处填写",
    "某某",
];

/// Texts that say there is nothing here: no answer, but nothing left behind either.
const NOTHING: &[&str] = &["n/a", "-", "--", "—", "——", "/", "暂无", "略", "无"];

/// Marks that say so wherever they stand, whatever their case.
const MARKS: &[&str] = &[
    "lorem ipsum",
    "click here to enter",
    "enter text here",
    "your text here",
    "insert text",
    "[insert",
    "<insert",
    "[your ",
    "<your ",
    "[company",
    "<company",
    "{{",
    "____",
    "待补充",
    "待填写",
    "【待",
    "（待定）",
    "(待定)",
    "[待定]",
    "请在此",
    "此处填写",
    "在此输入",
    "【请",
    "××",
    "某某公司",
    "xx公司",
    "xx元",
    "xx年",
    "xx月",
    "xx市",
    "xx路",
    "xx店",
    "xx人",
    "xx%",
];

/// Marks of Latin letters, which count only as words of their own.
const WORDS: &[&str] = &["TODO", "TBD", "FIXME", "XXX", "xxx"];

/// The Chinese word that needs a look at its neighbours.
const UNDECIDED: &str = "待定";

/// All marks at once; each match is then looked at closely.
static HINTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let marks = MARKS.iter().chain(WORDS).chain(&[UNDECIDED]);
    Lexicon::new(marks.map(|mark| (mark, ())))
});

/// Whether a text says something: it is neither blank nor a placeholder.
pub fn says(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && !is_one_of(&[WHOLE, NOTHING], text) && !is_marked(text)
}

/// Whether a text was left to be written later.
///
/// “None” and a dash are no answer, but whoever wrote them had finished.
pub fn is_unfinished(text: &str) -> bool {
    let text = text.trim();
    is_one_of(&[WHOLE], text) || is_marked(text)
}

/// Whether a mark stands somewhere in a text.
fn is_marked(text: &str) -> bool {
    // Most texts have none of the marks, and one pass over them says so.
    may_have_a_mark(text)
        && HINTS.is_in(text)
        && (WORDS.iter().any(|word| has_word(text, word)) || has_undecided(text) || has_mark(text))
}

/// Pieces of which each mark has one; their last four bytes are looked for, those of a line
/// together.
const PIECES: [&[&str]; 8] = [
    &["text"],
    &["lore"],
    &["clic"],
    &["todo"],
    &["tbd"],
    &["fixm"],
    &["xx"],
    &[
        "[ins", "<ins", "[you", "<you", "[com", "<com", "{{", "____", "待", "请在", "此处", "在此",
        "【请", "××", "某某",
    ],
];

/// The lines of `PIECES` that have a byte: as their fourth from the end in the lowest eight bits,
/// as their last in the highest.
static IN_PIECES: [u32; 256] = {
    let mut table = [0; 256];
    let mut line = 0;
    while line < PIECES.len() {
        let mut nth = 0;
        while nth < PIECES[line].len() {
            let piece = PIECES[line][nth].as_bytes();
            let mut at = 0;
            while at < 4 {
                let bit = 1 << (at * 8 + line);
                let mut byte = 0;
                while byte < table.len() {
                    // What a piece is too short for may be anything.
                    let place = (at + piece.len()).checked_sub(4);
                    let fits = match place {
                        Some(place) if place < piece.len() => {
                            piece[place] == (byte as u8).to_ascii_lowercase()
                        }
                        _ => true,
                    };
                    if fits {
                        table[byte] |= bit;
                    }
                    byte += 1;
                }
                at += 1;
            }
            nth += 1;
        }
        line += 1;
    }
    table
};

/// Whether a piece of a mark may stand in a text: it says yes too often, and never no.
fn may_have_a_mark(text: &str) -> bool {
    // What a short piece lacks may stand before the text as well, as a byte that no text has.
    let before = [u8::MAX; 3];
    let mut seen = 0;
    before.into_iter().chain(text.bytes()).any(|byte| {
        seen = (seen << 8 | 0xff) & IN_PIECES[usize::from(byte)];
        seen >> 24 != 0
    })
}

/// Bytes of the longest text that may be nothing but a placeholder and a stop.
const LONGEST: usize = 24;

/// The lengths of the entries of both lists as bits, by their first byte in lower case.
static LENGTHS: [u32; 256] = lengths(WHOLE, lengths(NOTHING, [0; 256]));

const fn lengths(list: &[&str], mut table: [u32; 256]) -> [u32; 256] {
    let mut at = 0;
    while at < list.len() {
        let entry = list[at].as_bytes();
        table[entry[0] as usize] |= 1 << entry.len();
        at += 1;
    }
    table
}

fn is_one_of(lists: &[&[&str]], text: &str) -> bool {
    // No entry is longer, and none begins as most texts do: they need no second look.
    let first = text.bytes().next().unwrap_or_default();
    let lengths = LENGTHS[usize::from(first.to_ascii_lowercase())];
    if text.len() > LONGEST || lengths == 0 {
        return false;
    }
    let bare = text
        .trim_end_matches(['.', '。', '!', '！', ':', '：'])
        .trim();
    let is = |text: &str| {
        let mut entries = lists.iter().copied().flatten();
        lengths & 1 << text.len() != 0 && entries.any(|it| it.eq_ignore_ascii_case(text))
    };
    is(text) || is(bare)
}

fn has_mark(text: &str) -> bool {
    let bytes = text.as_bytes();
    MARKS.iter().any(|mark| {
        let mark = mark.as_bytes();
        bytes
            .windows(mark.len())
            .any(|window| window.eq_ignore_ascii_case(mark))
    })
}

/// Whether a word stands in a text with no Latin letter or digit beside it: not the TBD in STBDX.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        !joins(before) && !joins(after)
    })
}

/// Whether 待定 ends a clause as a word of its own: 价格待定, but not 期待定制.
fn has_undecided(text: &str) -> bool {
    text.match_indices(UNDECIDED).any(|(at, word)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let other_word = before.is_some_and(|c| "期等招款优接看善对虐".contains(c));
        !other_word && after.is_none_or(|c| !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_to_be_written_is_a_placeholder() {
        for text in [
            "TBD",
            "tbd.",
            "TODO: ask Ana",
            "price TBD, see June",
            "xxx",
            "...",
            "[insert name]",
            "<your city>",
            "待定",
            "待定。",
            "价格待定",
            "时间（待定）",
            "待补充",
            "负责人：待定",
            "XX公司",
            "××路",
            "请在此填写",
            "（TBD）由王老师",
        ] {
            assert!(is_unfinished(text), "{text}");
        }
    }

    #[test]
    fn words_that_only_look_like_it_are_none() {
        for text in [
            "",
            " ",
            "STBDX cable",
            "outbound",
            "size XXXL",
            "Todos los días",
            "todo el día en la feria",
            "顾客期待定制",
            "大家都在等待定价",
            "招待定在周三",
            "期待定期见面",
            "NA",
            "待客之道",
            "染色体XX型",
        ] {
            assert!(!is_unfinished(text), "{text}");
        }
    }

    #[test]
    fn every_mark_has_a_piece_that_is_seen() {
        for mark in MARKS.iter().chain(WORDS).chain(&[UNDECIDED]) {
            let [upper, lower] = [mark.to_uppercase(), mark.to_lowercase()];
            for text in [&upper, &lower, &format!("A {mark}s"), &format!("客{mark}")] {
                assert!(may_have_a_mark(text), "{text}");
            }
        }
        for text in ["", "Passengers who wait", "等车的乘客"] {
            assert!(!may_have_a_mark(text), "{text}");
        }
    }

    #[test]
    fn nothing_is_empty_but_not_left_behind() {
        for text in ["n/a", "-", "无", "暂无"] {
            assert!(!says(text) && !is_unfinished(text), "{text}");
        }
    }
}
