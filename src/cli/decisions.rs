//! A change of a plan in one line, and numbers as a line over time.

use crate::catalogue::{Choice, Field, Kind};
use crate::review::value::flowing;
use crate::review::{Change, ChangeKind, Value};
use crate::words::number::{show, show_percent};
use crate::words::{Lang, Text};

/// So many characters of a text are shown.
const CLIP: usize = 40;
/// So many places a line over time has at most.
const PLACES: usize = 48;

/// A change in one line: `~ Breakfast box, list price: 5.90 → 6.40`.
pub(super) fn change_line(change: &Change, lang: Lang) -> String {
    let label = change.label(lang);
    let of = match (&change.row, change.section) {
        (Some(row), _) => row.caption.replace('\n', " "),
        (None, Some(section)) => section.label.get(lang).to_owned(),
        (None, None) => String::new(),
    };
    let mark = change.kind.mark();
    if change.is_row() && change.kind != ChangeKind::Renamed {
        let text = Text::new("{0} {1} “{2}”", "{0} {1}“{2}”");
        return text.fill(lang, &[mark.to_owned(), label, clipped(&of)]);
    }
    let place = if of.is_empty() {
        label
    } else {
        let text = Text::new("{0}, {1}", "{0}，{1}");
        text.fill(lang, &[clipped(&of), label])
    };
    let value = |value: &Option<Value>| {
        let shown = value.as_ref().map(|it| value_shown(it, change.field, lang));
        shown.unwrap_or_default()
    };
    let (before, after) = (value(&change.before), value(&change.after));
    let values = match change.kind {
        ChangeKind::Added => after,
        ChangeKind::Dropped => before,
        _ => format!("{before} → {after}"),
    };
    let text = Text::new("{0} {1}: {2}", "{0} {1}：{2}");
    text.fill(lang, &[mark.to_owned(), place, values])
}

fn clipped(text: &str) -> String {
    let text = flowing(text).replace('\n', " ");
    if text.chars().count() <= CLIP {
        return text;
    }
    let head: String = text.chars().take(CLIP - 1).collect();
    format!("{}…", head.trim_end())
}

/// A value as people read it, short.
pub(super) fn value_shown(value: &Value, field: Option<&Field>, lang: Lang) -> String {
    let kind = field.map(|field| field.kind);
    match value {
        Value::Text(text) => match kind {
            Some(Kind::Choice(choices) | Kind::Choices(choices)) => word(choices, text, lang),
            _ => clipped(text),
        },
        Value::Number(number) if kind == Some(Kind::Percent) => show_percent(*number),
        Value::Number(number) => show(*number),
        Value::Bare(raw) => match raw.as_str() {
            "true" => Text::new("yes", "是").get(lang).to_owned(),
            "false" => Text::new("no", "否").get(lang).to_owned(),
            raw => clipped(raw),
        },
        Value::List(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| value_shown(item, field, lang))
                .collect();
            clipped(&items.join(Text::new(", ", "、").get(lang)))
        }
        Value::Table(table) => {
            let entries: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{key} {}", value_shown(value, None, lang)))
                .collect();
            clipped(&entries.join(Text::new(", ", "、").get(lang)))
        }
    }
}

fn word(choices: &[Choice], key: &str, lang: Lang) -> String {
    let choice = choices.iter().find(|choice| choice.key == key);
    choice.map_or_else(|| clipped(key), |choice| choice.label.get(lang).to_owned())
}

/// Numbers as a line of blocks, from the first to the last; many are thinned out.
pub(super) fn spark(values: &[f64]) -> String {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let places = values.len().min(PLACES);
    let most = values.iter().copied().fold(0.0, f64::max);
    let value = |place: usize| {
        let at = if places < 2 {
            0
        } else {
            place * (values.len() - 1) / (places - 1)
        };
        values.get(at).copied().unwrap_or_default()
    };
    let block = |value: f64| {
        let share = if most > 0.0 { value / most } else { 0.0 };
        let at = (0..7).take_while(|step| share * 7.0 >= f64::from(*step) + 0.5);
        BLOCKS.get(at.count()).copied().unwrap_or('█')
    };
    (0..places).map(|place| block(value(place))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::diff;

    #[test]
    fn a_line_over_time_rises_and_falls() {
        assert_eq!(spark(&[0.0, 1.0, 7.0, 3.5, 7.0]), "▁▂█▅█");
        assert_eq!(spark(&[]), "");
        assert_eq!(spark(&[0.0, 0.0]), "▁▁");
        let many: Vec<f64> = (0..1000).map(f64::from).collect();
        assert_eq!(spark(&many).chars().count(), PLACES);
        assert!(spark(&many).starts_with('▁') && spark(&many).ends_with('█'));
    }

    #[test]
    fn a_change_is_told_in_both_languages() {
        let old = "[[mix.products]]\nid = \"box\"\nname = \"早餐盒\"\nprice = 5.90\n";
        let new = "[[mix.products]]\nid = \"box\"\nname = \"早餐盒\"\nprice = 6.40\n";
        let found = diff(old, new);
        let told: Vec<String> = Lang::ALL
            .iter()
            .map(|lang| change_line(&found.changes[0], *lang))
            .collect();
        assert!(told[0].ends_with(": 5.9 → 6.4"), "{told:?}");
        assert!(told[1].starts_with("~ 早餐盒，"), "{told:?}");
    }
}
