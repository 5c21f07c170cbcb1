//! Figures beside each other: what moved between two plans, and how far.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::fault::Fault;
use super::figure::Figure;
use super::formula::Output;
use super::input::Unit;
use super::results::{Outcome, told};
use crate::words::number::{show, show_percent, written_percent};
use crate::words::{Lang, Text};

/// A figure that moved.
#[derive(Debug, Clone)]
pub struct Shift {
    /// The figure, in the new plan where it is there.
    pub figure: Figure,
    /// The result that is told: the one that people ask for first, if it moved.
    pub output: &'static Output,
    /// The result in the old plan.
    pub before: Option<Result<Outcome, Fault>>,
    /// The result in the new plan.
    pub after: Option<Result<Outcome, Fault>>,
}

/// The figures that moved, in the order of the new plan, then those that are gone.
///
/// `follow` gives the key that an old figure has in the new plan, where rows have other names.
pub fn shifts(
    before: &[Figure],
    after: &[Figure],
    follow: impl Fn(&Figure) -> String,
) -> Vec<Shift> {
    let old: Vec<(String, &Figure)> = before.iter().map(|it| (follow(it), it)).collect();
    let by_key: HashMap<&str, &Figure> = old.iter().map(|(key, it)| (key.as_str(), *it)).collect();
    let keys: HashSet<&str> = after.iter().map(|it| it.key.as_str()).collect();
    let moved = after
        .iter()
        .filter_map(|figure| moved(by_key.get(figure.key.as_str()).copied(), figure));
    let gone = old.iter().filter(|(key, _)| !keys.contains(key.as_str()));
    let gone = gone.filter_map(|(_, figure)| {
        let (output, outcome) = figure.headline()?;
        Some(Shift {
            figure: (*figure).clone(),
            output,
            before: Some(outcome.clone()),
            after: None,
        })
    });
    moved.chain(gone).collect()
}

/// The first result of a figure that is not what it was.
fn moved(was: Option<&Figure>, figure: &Figure) -> Option<Shift> {
    let get = |figure: &Figure, output: &Output| {
        let results = figure.results.as_ref().ok()?;
        results.get(output.name).cloned()
    };
    let first = figure
        .headline()
        .or_else(|| was.and_then(Figure::headline))
        .map(|(output, _)| output);
    first
        .into_iter()
        .chain(figure.formula.outputs)
        .map(|output| Shift {
            figure: figure.clone(),
            output,
            before: was.and_then(|was| get(was, output)),
            after: get(figure, output),
        })
        .find(|shift| shift.before != shift.after)
}

impl Shift {
    /// What moved, without its numbers.
    pub fn title(&self, lang: Lang) -> String {
        self.named(self.figure.title(lang), lang)
    }

    /// The same where it is clear which row it is about.
    pub fn label(&self, lang: Lang) -> String {
        self.named(self.figure.label.get(lang).to_owned(), lang)
    }

    /// With the name of the result, where it is not the one that people ask for first.
    fn named(&self, title: String, lang: Lang) -> String {
        let headline = self.figure.headline().map(|(output, _)| output.name);
        if headline.is_none_or(|name| name == self.output.name) {
            return title;
        }
        let text = Text::new("{0}, {1}", "{0}，{1}");
        text.fill(lang, &[&title, self.output.label.get(lang)])
    }

    /// The whole of it: `Break-even · Breakfast box: 36,226 → 31,373 (-13.4 %)`.
    pub fn say(&self, currency: &str, lang: Lang) -> String {
        let text = Text::new("{0}: {1}", "{0}：{1}");
        text.fill(lang, &[self.title(lang), self.numbers(currency, lang)])
    }

    /// The numbers: `36,226 → 31,373 (-13.4 %)`.
    pub fn numbers(&self, currency: &str, lang: Lang) -> String {
        let shown = |outcome: Option<&Result<Outcome, Fault>>| match outcome {
            Some(outcome) => told(outcome, self.output.unit, currency, lang),
            None => "–".to_owned(),
        };
        let shown = [shown(self.before.as_ref()), shown(self.after.as_ref())];
        let line = Text::new("{0} → {1}", "{0} → {1}").fill(lang, &shown);
        match self.by(lang) {
            Some(by) => Text::new("{0} ({1})", "{0}（{1}）").fill(lang, &[line, by]),
            None => line,
        }
    }

    fn by(&self, lang: Lang) -> Option<String> {
        let number = |outcome: &Option<Result<Outcome, Fault>>| match outcome {
            Some(Ok(Outcome::One(value))) => Some(*value),
            _ => None,
        };
        let (before, after) = (number(&self.before)?, number(&self.after)?);
        moved_by(before, after, self.output.unit == Unit::Rate, lang)
    }
}

/// How far a number moved: a rate in points, anything else as a part of itself.
pub fn moved_by(before: Decimal, after: Decimal, rate: bool, lang: Lang) -> Option<String> {
    let change = after.checked_sub(before)?;
    let sign = if change.is_sign_negative() { "" } else { "+" };
    if rate {
        let points = show(change.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(2));
        let text = Text::new("{0} points", "{0}个百分点");
        return Some(text.fill(lang, &[format!("{sign}{points}")]));
    }
    let part = change.checked_div(before.abs())?.round_dp(3);
    let shown = show_percent(part);
    Some(format!("{sign}{}", written_percent(&shown, lang)))
}

#[cfg(test)]
mod tests {
    use super::super::figures;
    use super::*;
    use crate::plan::{read, sample};

    #[test]
    fn what_moved_is_told_with_how_far() {
        let text = sample("aldran").unwrap().text;
        let after = text.replace("net_price = 14.70", "net_price = 16.70");
        let [before, after] = [text, &after].map(|text| figures(&read(text).plan));
        let same = |figure: &Figure| figure.key.clone();
        assert!(shifts(&before, &before, same).is_empty());
        let found = shifts(&before, &after, same);
        let first = found
            .iter()
            .find(|it| it.figure.role() == "contribution")
            .unwrap();
        for lang in Lang::ALL {
            assert!(
                first.say("GBP", lang).contains(" → "),
                "{}",
                first.say("GBP", lang)
            );
        }
        // A figure under another key is another figure, unless it is followed.
        let other = |figure: &Figure| format!("{}.x", figure.key);
        let told = shifts(&before, &before, other)
            .iter()
            .filter(|it| it.after.is_none())
            .count();
        assert!(told > 0);
    }

    #[test]
    fn rates_move_by_points_and_the_rest_by_parts() {
        let by = |one: &str, other: &str, rate, lang| {
            moved_by(one.parse().unwrap(), other.parse().unwrap(), rate, lang)
        };
        assert_eq!(
            by("0.03", "0.05", true, Lang::En).as_deref(),
            Some("+2 points")
        );
        assert_eq!(
            by("0.03", "0.05", true, Lang::Zh).as_deref(),
            Some("+2个百分点")
        );
        assert_eq!(by("-4", "-5", false, Lang::En).as_deref(), Some("-25 %"));
        assert_eq!(
            by("5.90", "6.40", false, Lang::Zh).as_deref(),
            Some("+8.5%")
        );
        assert_eq!(by("0", "5", false, Lang::En), None);
    }
}
