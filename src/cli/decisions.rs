//! A change of a plan in one line, and numbers as a line over time.

use crate::catalogue::Field;
use crate::review::shown::shown_as;
use crate::review::value::flowing;
use crate::review::{Change, Value, say};
use crate::words::Lang;

/// So many characters of a text are shown.
const CLIP: usize = 40;
/// So many places a line over time has at most.
const PLACES: usize = 48;

/// A change in one line, behind the sign of its kind.
pub(super) fn change_line(change: &Change, currency: &str, lang: Lang) -> String {
    let said = say(change, currency, lang).replace('\n', " ");
    format!("{} {said}", change.kind.mark())
}

/// A value as people read it, short.
pub(super) fn value_shown(value: &Value, field: Option<&Field>, lang: Lang) -> String {
    let text = shown_as(field.map(|field| field.kind), value, "", lang);
    let text = flowing(&text).replace('\n', " ");
    if text.chars().count() <= CLIP {
        return text;
    }
    let head: String = text.chars().take(CLIP - 1).collect();
    format!("{}…", head.trim_end())
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
        let found = diff(old, &old.replace("5.90", "6.40"));
        let [en, zh] = Lang::ALL.map(|lang| change_line(&found.changes[0], "EUR", lang));
        assert!(en.starts_with("~ ") && en.contains("早餐盒"), "{en}");
        assert!(zh.starts_with("~ ") && zh.contains("早餐盒"), "{zh}");
        assert_ne!(en, zh);
    }
}
