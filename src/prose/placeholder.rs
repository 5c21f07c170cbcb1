//! Words that say "not written yet".

/// Texts that stand for nothing when they are all that is written.
const WHOLE: &[&str] = &[
    "todo",
    "tbd",
    "tba",
    "tbc",
    "xxx",
    "xx",
    "n/a",
    "na",
    "?",
    "??",
    "???",
    "...",
    "…",
    "-",
    "--",
    "fill in",
    "to be done",
    "to be defined",
    "to be decided",
    "to be determined",
    "placeholder",
    "lorem ipsum",
    "待定",
    "待补充",
    "待填写",
    "待完善",
    "暂无",
    "未定",
    "略",
    "无",
    "同上",
];

/// Marks that say so wherever they stand.
const MARKS: &[&str] = &[
    "TODO",
    "TBD",
    "FIXME",
    "lorem ipsum",
    "待补充",
    "待填写",
    "【待",
    "（待定）",
    "xxx",
];

/// Whether a text holds a place instead of saying something.
pub fn is_placeholder(text: &str) -> bool {
    let trimmed = text
        .trim()
        .trim_end_matches(['.', '。', '!', '！', ':', '：'])
        .trim();
    if text.trim().is_empty() {
        return false;
    }
    let lower = trimmed.to_lowercase();
    trimmed.is_empty()
        || WHOLE.contains(&lower.as_str())
        || MARKS.iter().any(|mark| text.contains(mark))
}
