//! Small questions that several rules of this step ask.

use crate::catalogue::choices::PlanKind;
use crate::checks::Context;

/// Whether the plan is a charity's or a public body's, which need no growth and no payers.
pub fn serves_the_public(context: &Context) -> bool {
    context
        .plan
        .frame
        .kind
        .as_ref()
        .is_some_and(|it| matches!(it.value, PlanKind::NonProfit | PlanKind::Public))
}

/// Whether a number stands in a text, in digits or in Chinese characters.
pub fn has_number(text: &str) -> bool {
    let chinese = |it: char| "一二三四五六七八九十百千万亿半".contains(it);
    text.chars().any(char::is_numeric) || text.chars().filter(|it| chinese(*it)).count() > 1
}

/// The years from 1900 to 2099 that stand in a text.
pub fn years(text: &str) -> impl Iterator<Item = i16> + '_ {
    text.split(|it: char| !it.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter(|digits| digits.starts_with("19") || digits.starts_with("20"))
        .filter_map(|digits| digits.parse().ok())
}

/// The sentences of a text; a full stop within a number ends none.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut previous = ' ';
    text.split(move |it: char| {
        let ends = matches!(it, '!' | '?' | ';' | '。' | '！' | '？' | '；')
            || (it == '.' && !previous.is_ascii_digit());
        previous = it;
        ends
    })
    .map(str::trim)
    .filter(|sentence| !sentence.is_empty())
}
