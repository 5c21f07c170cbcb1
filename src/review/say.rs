//! A change in marketing words, in both languages.
//!
//! Most changes need one sentence for each kind and the labels of the catalogue. Decisions that a
//! reviewer looks for first have words of their own in [`DECISIONS`].

use super::change::{Change, ChangeKind};
use super::shown::{SHORT, called, clip, shown_as};
use super::value::{Value, flowing};
use crate::catalogue::Kind;
use crate::figures::shift::moved_by;
use crate::words::{Lang, Text};

/// So many characters of a reason stand beside a decision.
const REASON: usize = 240;

/// The words for a decision.
struct Decision {
    /// The section, or section and field.
    at: &'static str,
    /// Only for this kind of change; none for any change of a field.
    kind: Option<ChangeKind>,
    /// Only when this word of a choice is left.
    from: Option<&'static str>,
    /// Only when this word of a choice is taken.
    to: Option<&'static str>,
    /// The sentence: {0} the row, {1} before, {2} after.
    text: Text,
}

const fn on(at: &'static str, en: &'static str, zh: &'static str) -> Decision {
    Decision {
        at,
        kind: None,
        from: None,
        to: None,
        text: Text::new(en, zh),
    }
}

const fn row(kind: ChangeKind, at: &'static str, en: &'static str, zh: &'static str) -> Decision {
    Decision {
        kind: Some(kind),
        ..on(at, en, zh)
    }
}

/// The decisions, the most important first; of several that fit, the first is said.
const DECISIONS: &[Decision] = &[
    Decision {
        from: Some("target"),
        ..on(
            "targeting.segments.decision",
            "{0} is no target segment any more: {2} (was {1})",
            "{0}不再是目标细分：{2}（原决定：{1}）",
        )
    },
    Decision {
        to: Some("target"),
        ..on(
            "targeting.segments.decision",
            "{0} is a target segment now (was {1})",
            "{0}成为目标细分（原决定：{1}）",
        )
    },
    on(
        "targeting.segments.decision",
        "Decision on segment {0}: {1} → {2}",
        "对细分{0}的决定：{1} → {2}",
    ),
    row(
        ChangeKind::Dropped,
        "targeting.segments",
        "Segment {0} dropped (was {1})",
        "删去细分{0}（原决定：{1}）",
    ),
    row(
        ChangeKind::Added,
        "targeting.segments",
        "New segment {0} ({2})",
        "新增细分{0}（决定：{2}）",
    ),
    on(
        "targeting.strategy",
        "Targeting strategy: {1} → {2}",
        "目标市场策略：{1} → {2}",
    ),
    row(
        ChangeKind::Dropped,
        "value.propositions",
        "Value proposition dropped: {0}",
        "删去价值主张：{0}",
    ),
    row(
        ChangeKind::Added,
        "value.propositions",
        "New value proposition: {0}",
        "新增价值主张：{0}",
    ),
    on(
        "value.propositions.position",
        "Position of {0}: {1} → {2}",
        "{0}的定位：{1} → {2}",
    ),
    on(
        "value.propositions.lead",
        "Lead benefit of {0}: {1} → {2}",
        "{0}的主打利益：{1} → {2}",
    ),
    on(
        "mix.products.price",
        "Price of {0}: {1} → {2}",
        "{0}的价格：{1} → {2}",
    ),
    on(
        "mix.totals.budget",
        "Whole budget: {1} → {2}",
        "预算总额：{1} → {2}",
    ),
    on(
        "mix.totals.revenue",
        "Revenue that the plan promises: {1} → {2}",
        "计划承诺的收入：{1} → {2}",
    ),
    on(
        "mix.objectives.target",
        "Target of objective {0}: {1} → {2}",
        "目标{0}的目标值：{1} → {2}",
    ),
    on(
        "relationships.groups.policy",
        "Policy for {0}: {1} → {2}",
        "对{0}的策略：{1} → {2}",
    ),
    on(
        "plan.status",
        "Status of the plan: {1} → {2}",
        "计划状态：{1} → {2}",
    ),
];

/// The fields whose word tells a row of a list apart when it comes or goes.
const TELLS: &[(&str, &str)] = &[("targeting.segments", "decision")];

/// How important a decision is, from 0; none for a change that is not among the decisions.
pub fn weight(change: &Change) -> Option<usize> {
    DECISIONS.iter().position(|it| it.fits(change))
}

impl Decision {
    fn fits(&self, change: &Change) -> bool {
        let Some(section) = change.section else {
            return false;
        };
        let here = match change.field {
            Some(field) => {
                self.at
                    .strip_prefix(section.path)
                    .and_then(|it| it.strip_prefix('.'))
                    == Some(field.key)
            }
            None => self.at == section.path && change.is_row() && self.kind == Some(change.kind),
        };
        let is = |value: &Option<Value>, word: Option<&str>| {
            word.is_none_or(|word| value.as_ref().and_then(Value::as_text) == Some(word))
        };
        here && is(&change.before, self.from) && is(&change.after, self.to)
    }
}

/// One sentence that says what changed; of long texts only that they did, since
/// [`Change::pieces`] has their words.
pub fn say(change: &Change, currency: &str, lang: Lang) -> String {
    let caption = called(change, lang);
    if let Some(decision) = weight(change).and_then(|at| DECISIONS.get(at)) {
        let none = || Text::new("undecided", "未定").get(lang).to_owned();
        let shown = |value: Option<&Value>| {
            let value = value.and_then(|value| told(change, value));
            value.map_or_else(none, |value| {
                shown_as(telling(change), &value, currency, lang)
            })
        };
        let args = [
            caption,
            shown(change.before.as_ref()),
            shown(change.after.as_ref()),
        ];
        let said = with_part(change, decision.text.fill(lang, &args), lang);
        return with_reason(change, said, lang);
    }
    if change.is_row() {
        return say_row(change, &caption, lang);
    }
    let label = change.label(lang);
    let whose = match (&change.row, change.section) {
        (Some(_), _) => Text::new("{0} of {1}", "{1}的{0}").fill(lang, &[&label, &caption]),
        (None, Some(section)) if section.path != "plan" => {
            let section = section.label.get(lang);
            Text::new("{1}: {0}", "{1}：{0}").fill(lang, &[&label, section])
        }
        (None, Some(_)) => label,
        (None, None) => change.path.clone(),
    };
    let kind = change.field.map(|field| field.kind);
    let shown = |value: &Option<Value>| {
        value
            .as_ref()
            .map_or(String::new(), |value| shown_as(kind, value, currency, lang))
    };
    if change.is_long() {
        return Text::new("{0}, reworded", "{0}，改写").fill(lang, &[whose]);
    }
    if let Some(lists) = list_change(change, &whose, currency, lang) {
        return lists;
    }
    let text = match change.kind {
        ChangeKind::Added => Text::new("{0}: {2} (was empty)", "{0}：{2}（原为空）"),
        ChangeKind::Dropped => Text::new("{0}: emptied (was {1})", "{0}：已清空（原为{1}）"),
        _ => Text::new("{0}: {1} → {2}", "{0}：{1} → {2}"),
    };
    let said = text.fill(lang, &[whose, shown(&change.before), shown(&change.after)]);
    with_part(change, said, lang)
}

fn say_row(change: &Change, caption: &str, lang: Lang) -> String {
    let text = match change.kind {
        ChangeKind::Added => Text::new("New {0}: {1}", "新增{0}：{1}"),
        ChangeKind::Dropped => Text::new("Dropped {0}: {1}", "删去{0}：{1}"),
        ChangeKind::Moved => Text::new("Moved {0}: {1}", "移动{0}：{1}"),
        _ => Text::new(
            "The {0} {1} has the id {3} now (was {2})",
            "{0}{1}的编号改为 {3}（原为 {2}）",
        ),
    };
    let (old, new) = change
        .row
        .as_ref()
        .map_or(("", ""), |row| (&row.old, &row.new));
    text.fill(lang, &[&change.label(lang), caption, old, new])
}

/// What was taken off a list and what was put on it.
fn list_change(change: &Change, whose: &str, currency: &str, lang: Lang) -> Option<String> {
    let (Some(Value::List(before)), Some(Value::List(after))) = (&change.before, &change.after)
    else {
        return None;
    };
    let kind = change.field.map(|field| field.kind);
    let only = |these: &[Value], those: &[Value]| -> Vec<String> {
        let only = these
            .iter()
            .filter(|it| !those.iter().any(|that| that.says_what(it)));
        only.map(|it| shown_as(kind, it, currency, lang)).collect()
    };
    let (gone, fresh) = (only(before, after), only(after, before));
    if gone.is_empty() && fresh.is_empty() {
        return None;
    }
    let join = |items: &[String]| items.join(Text::new("; ", "；").get(lang));
    let mut parts = Vec::new();
    if !fresh.is_empty() {
        parts.push(Text::new("with {0}", "加上 {0}").fill(lang, &[join(&fresh)]));
    }
    if !gone.is_empty() {
        parts.push(Text::new("without {0}", "去掉 {0}").fill(lang, &[join(&gone)]));
    }
    let parts = parts.join(Text::new(", ", "，").get(lang));
    Some(Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[whose, &parts]))
}

/// The sentence with how far its number moved.
fn with_part(change: &Change, said: String, lang: Lang) -> String {
    let number = |value: &Option<Value>| value.as_ref().and_then(Value::as_number);
    let by = match (number(&change.before), number(&change.after), change.field) {
        (Some(before), Some(after), Some(field)) if !matches!(field.kind, Kind::Scale(..)) => {
            moved_by(before, after, field.kind == Kind::Percent, lang)
        }
        _ => None,
    };
    match by {
        Some(by) => Text::new("{0} ({1})", "{0}（{1}）").fill(lang, &[said, by]),
        None => said,
    }
}

/// The sentence with the reason that the row gives for it.
fn with_reason(change: &Change, said: String, lang: Lang) -> String {
    let Some(reason) = &change.reason else {
        return said;
    };
    let text = if reason.is_new {
        Text::new("{0}; reason: “{1}”", "{0}；理由：“{1}”")
    } else {
        Text::new("{0}; reason as before: “{1}”", "{0}；理由没有改：“{1}”")
    };
    let reason = reason.text.as_text().unwrap_or_default();
    text.fill(lang, &[said, clip(&flowing(reason), REASON)])
}

/// What the fields of a whole row say, but for those that its sentence tells: each with its label.
pub fn fields(change: &Change, currency: &str, lang: Lang) -> Vec<String> {
    let whole = change.before.as_ref().or(change.after.as_ref());
    let (Some(Value::Table(table)), Some(section), true) = (whole, change.section, change.is_row())
    else {
        return Vec::new();
    };
    let caption = change.row.as_ref().map_or("", |row| row.caption.as_str());
    let is_told = |key: &str, value: &Value| {
        let is_caption = section.caption.contains(&key);
        is_caption && value.as_text().is_some_and(|text| text.trim() == caption)
            || TELLS.contains(&(section.path, key))
    };
    let known = section.fields.iter();
    let known = known.filter_map(|field| Some((field.key, Some(field), table.get(field.key)?)));
    let others = table.iter().map(|(key, value)| (key.as_str(), None, value));
    let others = others.filter(|(key, ..)| section.field(key).is_none());
    known
        .chain(others)
        .filter(|(key, _, value)| !is_told(key, value))
        .map(|(key, field, value)| {
            let label = field.map_or(key, |field| field.label.get(lang));
            let value = shown_as(field.map(|field| field.kind), value, currency, lang);
            Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[label, &value])
        })
        .collect()
}

/// The value that a sentence about this change tells: of a row the word that tells it apart.
fn told(change: &Change, value: &Value) -> Option<Value> {
    match value {
        Value::Table(table) if change.is_row() => {
            let section = change.section?;
            let (_, key) = TELLS.iter().find(|(path, _)| *path == section.path)?;
            table.get(*key).cloned()
        }
        other => Some(other.clone()),
    }
}

fn telling(change: &Change) -> Option<Kind> {
    if let Some(field) = change.field {
        return Some(field.kind);
    }
    let section = change.section?;
    let (_, key) = TELLS.iter().find(|(path, _)| *path == section.path)?;
    section.field(key).map(|field| field.kind)
}

impl Change {
    /// Whether it is a change of a text that is too long for one sentence.
    pub fn is_long(&self) -> bool {
        let long = |value: &Option<Value>| {
            let text = value.as_ref().and_then(Value::as_text);
            text.is_some_and(|text| text.chars().count() > SHORT / 2)
        };
        self.kind == ChangeKind::Changed
            && self.is_prose()
            && (long(&self.before) || long(&self.after))
    }
}
