//! Merging as a law: changes apart are both there to the byte, changes of one thing are told.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet, HashSet};

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

/// How many pairs of texts are tried; `PROPTEST_CASES=20000` tries more.
fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked = asked.and_then(|cases| cases.parse().ok());
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 300,
        ..ProptestConfig::with_cases(asked.unwrap_or(usual))
    }
}

/// So many bytes of a plan are enough for all that an act can meet.
const PART: usize = 2_000;

/// Whole tables and rows of a sample, one after the other: a plan that is quickly read.
fn part(sample: usize, from: prop::sample::Index) -> String {
    let text = SAMPLES[sample].text;
    let starts: Vec<usize> = text.match_indices("\n[").map(|(at, _)| at + 1).collect();
    let begin = starts[from.index(starts.len() - 12)];
    let end = starts
        .iter()
        .copied()
        .find(|at| at - begin.min(*at) >= PART);
    format!(
        "farsight = 1\n\n{}",
        &text[begin..end.unwrap_or(text.len())]
    )
}

/// A part of a sample.
fn parts() -> impl Strategy<Value = String> {
    (0..SAMPLES.len(), any::<prop::sample::Index>()).prop_map(|(sample, from)| part(sample, from))
}

/// Acts of both sides at different places: the result is all of them, to the byte.
fn apart(base: &str, acts: Vec<(prop::sample::Index, Act, bool)>) -> Result<(), TestCaseError> {
    let items = Document::parse(base).outline();
    let places = places(&items);
    let mut taken = HashSet::new();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for (n, (index, act, mine)) in acts.into_iter().enumerate() {
        let at = *index.get(&places);
        if taken.insert(at) {
            let side = if mine { &mut ours } else { &mut theirs };
            side.push(splice(&items, at, act, &format!("word-{n}")));
        }
    }
    let both: Vec<Splice> = ours.iter().chain(&theirs).cloned().collect();
    let expected = applied(base, &both);
    let (ours, theirs) = (applied(base, &ours), applied(base, &theirs));
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let all = merged(base, one, other);
        prop_assert_eq!(&all.conflicts, &vec![]);
        prop_assert_eq!(all.plain, None);
        prop_assert_eq!(&all.text, &expected);
    }
    prop_assert_eq!(&merged(base, &ours, base).text, &ours);
    prop_assert_eq!(&merged(base, base, &theirs).text, &theirs);
    prop_assert_eq!(&merged(base, &ours, &ours).text, &ours);
    Ok(())
}

/// What one side does at some places: the words that it writes there, and what it touches.
struct Work {
    acts: BTreeMap<usize, Act>,
    words: Vec<String>,
    text: String,
}

fn work(base: &str, items: &[Item], acts: &[(usize, Act)], name: &str) -> Work {
    let acts: BTreeMap<usize, Act> = acts.iter().copied().collect();
    let word = |at: usize| format!("{name}-{at}");
    let splices: Vec<Splice> = acts
        .iter()
        .map(|(at, act)| splice(items, *at, *act, &word(*at)))
        .collect();
    let writes = acts.iter().filter(|(at, act)| {
        let removes = matches!(act, Act::Remove) && items[**at].value.is_some();
        !removes
    });
    Work {
        words: writes.map(|(at, _)| word(*at)).collect(),
        text: applied(base, &splices),
        acts,
    }
}

/// Whether what both did at a place is something to decide.
fn clash(item: &Item, ours: Act, theirs: Act) -> bool {
    let is_value = item.value.is_some();
    match (ours, theirs) {
        (Act::Remove, Act::Remove) => false,
        // A comment above a key belongs to it: who takes the key out takes it out unread.
        (Act::Remove, _) | (_, Act::Remove) => is_value,
        (Act::Remark, _) | (_, Act::Remark) => false,
        // Two rows are two rows; `AddRow` at a value replaces it.
        _ => is_value,
    }
}

/// Acts of both sides anywhere: what clashes is told, nothing that anybody wrote is lost.
fn anywhere(base: &str, acts: &[(prop::sample::Index, Act, bool)]) -> Result<(), TestCaseError> {
    let items = Document::parse(base).outline();
    // Few places, so that the sides often meet.
    let mut places = places(&items);
    places.truncate(8);
    let of = |mine: bool| -> Vec<(usize, Act)> {
        let acts = acts.iter().filter(|it| it.2 == mine);
        acts.map(|(index, act, _)| (*index.get(&places), *act))
            .collect()
    };
    let ours = work(base, &items, &of(true), "ours");
    let theirs = work(base, &items, &of(false), "theirs");
    let all = merged(base, &ours.text, &theirs.text);
    prop_assert_eq!(all.plain, None);
    for word in ours.words.iter().chain(&theirs.words) {
        prop_assert!(all.text.contains(word), "{} is lost:\n{}", word, all.text);
    }
    let clashes = ours.acts.iter().filter(|(at, act)| {
        let other = theirs.acts.get(at);
        other.is_some_and(|other| clash(&items[**at], **act, *other))
    });
    prop_assert_eq!(all.conflicts.len(), clashes.count(), "{}", all.text);
    let open = farsight::review::merge::resolve::open(&all.text);
    prop_assert_eq!(open.len(), all.conflicts.len());
    Ok(())
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn changes_apart_are_both_there_to_the_byte(acts in acts(), base in parts()) {
        apart(&base, acts)?;
    }

    #[test]
    fn nothing_that_anybody_wrote_is_lost(acts in acts(), base in parts()) {
        anywhere(&base, &acts)?;
    }

    #[test]
    fn any_texts_merge_without_a_panic(base in ".{0,60}", ours in "(.|\n){0,60}", theirs in "([a-c=\n<>#\"\\[\\]] ?){0,40}") {
        let all = merged(&base, &ours, &theirs);
        let _ = farsight::review::merge::resolve::open(&all.text);
        let _ = merged("farsight = 1\n", &format!("farsight = 1\n{ours}"), &format!("farsight = 1\n{theirs}"));
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn whole_plans_merge_likewise(acts in acts(), sample in 0..SAMPLES.len()) {
        apart(SAMPLES[sample].text, acts)?;
    }

    #[test]
    fn changes_of_one_thing_are_all_told(acts in acts(), sample in 0..SAMPLES.len()) {
        let base = SAMPLES[sample].text;
        let items = Document::parse(base).outline();
        let places: Vec<usize> = places(&items).into_iter().filter(|at| items[*at].value.is_some()).collect();
        let chosen: BTreeSet<usize> = acts.iter().map(|it| *it.0.get(&places)).collect();
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
}
