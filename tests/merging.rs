//! Merging as a law: changes apart are both there to the byte, changes of one thing are told.
#![allow(clippy::unwrap_used)]

use farsight::plan::outline::{Item, Meaning, Parts, Says};
use farsight::plan::{Document, SAMPLES};
use farsight::review::{Merged, Options, merge};
use proptest::prelude::*;

/// What one side does at a thing of the text.
#[derive(Debug, Clone, Copy)]
enum Act {
    Replace,
    Remark,
    Remove,
    AddRow,
}

/// A piece of the text replaced by another.
type Splice = (std::ops::Range<usize>, String);

fn applied(text: &str, splices: &[Splice]) -> String {
    let mut splices = splices.to_vec();
    splices.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = text.to_owned();
    for (range, new) in splices.iter().rev() {
        out.replace_range(range.clone(), new);
    }
    out
}

/// The things that an act may be done to: nothing of rows without an id, and no id.
fn places(items: &[Item]) -> Vec<usize> {
    let mut named = false;
    let mut out = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if item.says != Says::Value {
            let next = items.get(at + 1);
            named = item.says == Says::Table || next.is_some_and(|next| next.names == ["id"]);
        }
        let is_text = matches!(
            item.value.as_ref().map(|it| &it.parts),
            Some(Parts::One(Meaning::Text(_)))
        );
        let is_header = item.says == Says::Row;
        if at > 0 && named && item.names != ["id"] && (is_text || is_header) {
            out.push(at);
        }
    }
    out
}

/// The bytes that an act touches, and what it makes of them.
fn splice(items: &[Item], at: usize, act: Act, word: &str) -> Splice {
    let item = &items[at];
    match (act, &item.value) {
        (Act::Remark, _) => (item.start..item.start, format!("# {word}\n")),
        (Act::Remove, Some(_)) => (item.lead..item.end, String::new()),
        (_, Some(value)) => (value.span.clone(), format!("\"{word}\"")),
        (_, None) => {
            let row = format!("[[{}]]\nid = \"{word}\"\n\n", item.names.join("."));
            (item.lead..item.lead, row)
        }
    }
}

fn acts() -> impl Strategy<Value = Vec<(prop::sample::Index, Act, bool)>> {
    let act = prop_oneof![
        4 => Just(Act::Replace),
        2 => Just(Act::Remark),
        1 => Just(Act::Remove),
        1 => Just(Act::AddRow),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), act, any::<bool>()), 1..12)
}

fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
    merge(base, ours, theirs, &Options::default())
}

/// How many pairs of texts are tried; `PROPTEST_CASES=1000` tries more.
fn cases() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked = asked.and_then(|cases| cases.parse().ok());
    ProptestConfig::with_cases(asked.unwrap_or(48))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn changes_apart_are_both_there_to_the_byte(acts in acts(), sample in 0..SAMPLES.len()) {
        let base = SAMPLES[sample].text;
        let items = Document::parse(base).outline();
        let places = places(&items);
        let mut taken = std::collections::HashSet::new();
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for (n, (index, act, mine)) in acts.into_iter().enumerate() {
            let at = *index.get(&places);
            if taken.insert(at) {
                let side = if mine { &mut ours } else { &mut theirs };
                side.push(splice(&items, at, act, &format!("word-{n}")));
            }
        }
        let both: Vec<Splice> = ours.iter().chain(&theirs).cloned().collect();
        let (expected, ours, theirs) = (applied(base, &both), applied(base, &ours), applied(base, &theirs));
        for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let all = merged(base, one, other);
            prop_assert_eq!(&all.conflicts, &vec![]);
            prop_assert_eq!(all.plain, None);
            prop_assert_eq!(&all.text, &expected);
        }
        prop_assert_eq!(&merged(base, &ours, base).text, &ours);
        prop_assert_eq!(&merged(base, base, &theirs).text, &theirs);
        prop_assert_eq!(&merged(base, &ours, &ours).text, &ours);
    }

    #[test]
    fn changes_of_one_thing_are_all_told(acts in acts(), sample in 0..SAMPLES.len()) {
        let base = SAMPLES[sample].text;
        let items = Document::parse(base).outline();
        let places: Vec<usize> = places(&items).into_iter().filter(|at| items[*at].value.is_some()).collect();
        let chosen: std::collections::BTreeSet<usize> = acts.iter().map(|it| *it.0.get(&places)).collect();
        let side = |name: &str| -> String {
            let splices: Vec<Splice> = chosen
                .iter()
                .map(|at| splice(&items, *at, Act::Replace, &format!("{name}-{at}")))
                .collect();
            applied(base, &splices)
        };
        let all = merged(base, &side("ours"), &side("theirs"));
        prop_assert_eq!(all.conflicts.len(), chosen.len());
        for (conflict, at) in all.conflicts.iter().zip(&chosen) {
            prop_assert_eq!(conflict.ours.clone(), Some(format!("ours-{at}")));
            prop_assert_eq!(conflict.theirs.clone(), Some(format!("theirs-{at}")));
        }
        let open = farsight::review::merge::resolve::open(&all.text);
        prop_assert_eq!(open.len(), chosen.len());
    }

    #[test]
    fn any_texts_merge_without_a_panic(base in ".{0,60}", ours in "(.|\n){0,60}", theirs in "([a-c=\n<>#\"\\[\\]] ?){0,40}") {
        let all = merged(&base, &ours, &theirs);
        let _ = farsight::review::merge::resolve::open(&all.text);
        let _ = merged("farsight = 1\n", &format!("farsight = 1\n{ours}"), &format!("farsight = 1\n{theirs}"));
    }
}
