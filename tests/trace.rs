//! Traceability: a complete plan from which one link is taken has exactly one new finding, and it
//! names both ends of the link.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use farsight::checks::check_text;
use farsight::checks::trace::{Stage, State, Trace, trace};
use farsight::plan::{Document, Path, SAMPLES, read, sample};
use farsight::words::Lang;

/// A link on the chain of one target segment.
struct Link {
    /// What is taken out.
    path: &'static str,
    /// What is taken out before, where more than one row carries the link.
    also: &'static [&'static str],
    /// The stage that the chain no longer reaches.
    stage: Stage,
    /// What stands at both ends: in English, in Chinese.
    en: [&'static str; 2],
    zh: [&'static str; 2],
}

const fn link(
    stage: Stage,
    path: &'static str,
    also: &'static [&'static str],
    ends: [&'static str; 2],
) -> Link {
    Link {
        path,
        also,
        stage,
        en: ends,
        zh: ends,
    }
}

const PARENTS: &str = "Lunch-box parents";
const WITHOUT_PLAIN_YES: &[&str] = &["value.benefits.plain-yes", "mix.messages.yes-on-nuts"];

const LINKS: &[Link] = &[
    link(
        Stage::Need,
        "targeting.segments.lunch-box-parents.needs",
        &[],
        [PARENTS, "eaten-not-returned"],
    ),
    link(
        Stage::Proposition,
        "value.propositions.empty-box.segment",
        &[],
        [PARENTS, "empty-box"],
    ),
    link(
        Stage::Benefit,
        "value.benefits.comes-home-empty.proposition",
        WITHOUT_PLAIN_YES,
        ["empty-box", "comes-home-empty"],
    ),
    link(
        Stage::Benefit,
        "value.benefits.comes-home-empty.need",
        WITHOUT_PLAIN_YES,
        ["comes-home-empty", "eaten-not-returned"],
    ),
    Link {
        path: "value.benefits.comes-home-empty.proof",
        also: &[
            "value.benefits.plain-yes",
            "mix.messages.yes-on-nuts",
            "value.benefits.comes-home-empty.evidence",
        ],
        stage: Stage::Proof,
        en: ["comes-home-empty", "proof"],
        zh: ["comes-home-empty", "证明"],
    },
    Link {
        path: "value.benefits.comes-home-empty.evidence",
        also: &[
            "value.benefits.plain-yes",
            "mix.messages.yes-on-nuts",
            "value.benefits.comes-home-empty.proof",
        ],
        stage: Stage::Proof,
        en: ["comes-home-empty", "proof"],
        zh: ["comes-home-empty", "证明"],
    },
    link(
        Stage::Product,
        "mix.products.ten-box.segments",
        &[],
        [PARENTS, "ten-box"],
    ),
    Link {
        path: "mix.products.ten-box.price",
        also: &[],
        stage: Stage::Price,
        en: ["Ten-bar box, half size", "price"],
        zh: ["Ten-bar box, half size", "价格"],
    },
    link(
        Stage::Channel,
        "mix.channels.school-gate.segments",
        &[],
        [PARENTS, "school-gate"],
    ),
    link(
        Stage::Message,
        "mix.messages.box-empty.segment",
        &["mix.messages.yes-on-nuts"],
        [PARENTS, "box-empty"],
    ),
    Link {
        path: "mix.messages.box-empty.benefit",
        also: &["mix.messages.yes-on-nuts"],
        stage: Stage::Message,
        en: ["box-empty", "benefit"],
        zh: ["box-empty", "利益"],
    },
    link(
        Stage::Relationship,
        "relationships.programmes.parents-council.segment",
        &[],
        [PARENTS, "parents-council"],
    ),
    link(
        Stage::Value,
        "relationships.groups.term-orders.segment",
        &[
            "relationships.groups.when-empty",
            "relationships.groups.home-delivered",
        ],
        [PARENTS, "term-orders"],
    ),
];

/// The complete sample.
fn complete() -> Document {
    Document::parse(sample("omumbonde-oat-bars").unwrap().text)
}

fn take_out(document: &mut Document, path: &str) {
    let edit = document.remove(&Path::parse(path)).unwrap();
    document.apply(&edit);
}

/// What the checks say: code, path, and the sentence in both languages.
fn findings(document: &Document) -> BTreeSet<(&'static str, String, String, String)> {
    let report = check_text(document.text());
    let findings = report.findings.iter().map(|finding| {
        (
            finding.rule.code,
            finding.path.clone(),
            finding.message(Lang::En),
            finding.message(Lang::Zh),
        )
    });
    findings.collect()
}

fn traced(document: &Document) -> Trace {
    trace(document.text(), &read(document.text()))
}

#[test]
fn each_link_taken_out_is_one_finding_that_names_both_ends() {
    let mut faults = Vec::new();
    for link in LINKS {
        let mut document = complete();
        for also in link.also {
            take_out(&mut document, also);
        }
        let before = findings(&document);
        let whole = traced(&document);
        assert!(!whole.is_broken(), "{}", link.path);
        take_out(&mut document, link.path);
        let after = findings(&document);
        let new: Vec<_> = after.difference(&before).collect();
        let [(code, _, en, zh)] = new.as_slice() else {
            faults.push(format!("{}: {new:#?}", link.path));
            continue;
        };
        if *code != "X603"
            || !link.en.iter().all(|end| en.contains(end))
            || !link.zh.iter().all(|end| zh.contains(end))
        {
            faults.push(format!("{}: {new:#?}", link.path));
        }
        // The trace says the same sentence at the same stage.
        let broken = traced(&document);
        let gap = broken
            .chains
            .iter()
            .find_map(|chain| chain.gap.as_ref())
            .unwrap();
        assert_eq!((gap.stage, gap.begun), (link.stage, true), "{}", link.path);
        assert_eq!(&gap.say.get(Lang::En), en, "{}", link.path);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_stage_has_a_link_that_is_tried() {
    let tried: BTreeSet<Stage> = LINKS.iter().map(|link| link.stage).collect();
    assert_eq!(tried, Stage::CHAIN.into_iter().collect());
}

#[test]
fn a_repaired_link_leaves_nothing_behind() {
    let document = complete();
    for link in LINKS {
        let mut edited = complete();
        let path = Path::parse(link.path);
        let back = edited.apply(&edited.clone().remove(&path).unwrap());
        edited.apply(&back);
        assert_eq!(edited.text(), document.text(), "{}", link.path);
    }
}

#[test]
fn the_chains_of_the_samples_are_whole() {
    for sample in SAMPLES {
        let trace = trace(sample.text, &read(sample.text));
        assert!(!trace.is_broken(), "{}", sample.name);
        for chain in &trace.chains {
            let stages: Vec<Stage> = chain.parts.iter().map(|part| part.stage).collect();
            assert_eq!(stages, Stage::CHAIN, "{}", sample.name);
        }
    }
}

#[test]
fn every_row_hangs_on_a_row_before_it() {
    for sample in SAMPLES {
        let trace = trace(sample.text, &read(sample.text));
        for chain in &trace.chains {
            let mut before = BTreeSet::from([chain.segment.path.as_str()]);
            for part in &chain.parts {
                assert_eq!(part.state == State::Holds, !part.rows.is_empty());
                for row in &part.rows {
                    assert!(!row.hangs_on.is_empty(), "{}", row.path);
                    for path in &row.hangs_on {
                        assert!(before.contains(path.as_str()), "{}: {path}", row.path);
                    }
                }
                before.extend(part.rows.iter().map(|row| row.path.as_str()));
            }
        }
    }
}

/// The key of a row that ties it to its segment, for the stages where there is one.
const fn tie(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Proposition | Stage::Message | Stage::Relationship | Stage::Value => Some("segment"),
        Stage::Product | Stage::Channel => Some("segments"),
        _ => None,
    }
}

#[test]
fn in_every_sample_a_row_that_alone_carries_a_link_is_missed() {
    let mut tried = BTreeSet::new();
    let mut faults = Vec::new();
    for sample in SAMPLES {
        let whole = Document::parse(sample.text);
        let before = findings(&whole);
        for chain in &traced(&whole).chains {
            for part in &chain.parts {
                let (Some(key), [row]) = (tie(part.stage), part.rows.as_slice()) else {
                    continue;
                };
                let path = Path::parse(&row.path).join(key);
                // A row that serves others as well still does so without this one.
                let source = whole.source(&path).unwrap_or_default();
                if source.matches('"').count() != 2 {
                    continue;
                }
                // Where no other row of the list names a segment, each is for all of them then.
                let (list, _) = Path::parse(&row.path).split_last().unwrap();
                let rows = whole.rows(&list).into_iter();
                if rows
                    .filter(|it| whole.has(&list.join(it).join(key)))
                    .count()
                    < 2
                {
                    continue;
                }
                let mut document = Document::parse(sample.text);
                take_out(&mut document, &path.to_string());
                let after = findings(&document);
                let new: Vec<_> = after.difference(&before).collect();
                let named = |text: &str| text.contains(&row.id) && text.contains(chain.name());
                let is_right = |(code, _, en, zh): &(&str, String, String, String)| {
                    *code == "X603" && named(en) && named(zh)
                };
                match new.as_slice() {
                    [one] if is_right(one) => {}
                    _ => faults.push(format!("{}: {path}: {new:#?}", sample.name)),
                }
                tried.insert(sample.name);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(tried.len() > 1, "{tried:?}");
}
