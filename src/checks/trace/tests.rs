//! Chains followed to their end, and what lies beside them.

use super::{Direction, Stage, State, Trace, trace};
use crate::plan::read;
use crate::words::Lang;

fn traced(plan: &str) -> Trace {
    let text = format!("farsight = 1\n{plan}");
    trace(&text, &read(&text))
}

fn orphans(plan: &str, direction: Direction) -> Vec<String> {
    let trace = traced(plan);
    let found = trace.orphans.into_iter();
    let found = found.filter(|orphan| orphan.direction == direction);
    found.map(|orphan| orphan.path).collect()
}

fn states(trace: &Trace, at: usize) -> String {
    let parts = trace.chains[at].parts.iter();
    parts.map(|part| part.state.mark()).collect()
}

/// A laundry that irons for two kinds of customers, and speaks to a third.
const LAUNDRY: &str = r#"
[[needs.customer_needs]]
id = "crisp-by-eight"
need = "stand before a class at eight in a crisp shirt"
evidence = ["staff-room"]
[[needs.evidence]]
id = "staff-room"
finding = "14 of 20 teachers iron after ten at night"
[[targeting.segments]]
id = "teachers"
name = "New teachers"
needs = ["crisp-by-eight"]
decision = "target"
[[targeting.segments]]
id = "heads"
name = "Heads of schools"
side = "influencers"
needs = ["crisp-by-eight"]
decision = "target"
[[targeting.segments]]
id = "brides"
name = "Brides"
decision = "later"
[[value.propositions]]
id = "sleep-instead"
segment = "teachers"
[[value.benefits]]
id = "an-hour-more"
proposition = "sleep-instead"
need = "crisp-by-eight"
proof = "Twelve teachers kept a diary for a month."
[[mix.products]]
id = "five-shirts"
name = "Five shirts"
segments = ["teachers"]
price = 19.0
[[mix.channels]]
id = "staff-room-rail"
segments = ["teachers"]
[[mix.messages]]
id = "sleep-note"
segment = "teachers"
benefit = "an-hour-more"
[[mix.messages]]
id = "letter-to-heads"
segment = "heads"
[[relationships.programmes]]
id = "button-promise"
segment = "teachers"
[[relationships.groups]]
id = "weekly"
segment = "teachers"
"#;

#[test]
fn a_whole_chain_has_all_stages_and_those_who_influence_have_none() {
    let trace = traced(LAUNDRY);
    let names: Vec<&str> = trace.chains.iter().map(super::Chain::name).collect();
    assert_eq!(names, ["New teachers"]);
    assert_eq!(states(&trace, 0), "✓✓✓✓✓✓✓✓✓✓");
    assert!(!trace.is_broken() && trace.chains[0].gap.is_none());
    // What is said to them is no orphan.
    assert_eq!(trace.orphans, []);
    let benefit = &trace.chains[0].parts[2];
    assert_eq!(benefit.stage, Stage::Benefit);
    assert_eq!(
        benefit.rows[0].hangs_on,
        [
            "value.propositions.sleep-instead",
            "needs.customer_needs.crisp-by-eight"
        ]
    );
}

#[test]
fn stages_after_the_break_show_what_there_is() {
    let plan = LAUNDRY
        .replace(
            "proof = \"Twelve teachers kept a diary for a month.\"\n",
            "",
        )
        .replace("price = 19.0\n", "");
    let trace = traced(&plan);
    assert_eq!(states(&trace, 0), "✓✓✓✗✓·✓✓✓✓");
    let gap = trace.chains[0].gap.as_ref().expect("a break");
    assert_eq!(gap.path, "value.benefits.an-hour-more.proof");
    assert_eq!(gap.ends[0].stage, Stage::Benefit);
    assert_eq!(gap.ends[0].name, "an-hour-more");
    assert_eq!(gap.ends[1].stage, Stage::Proof);
    assert!(gap.say.get(Lang::Zh).contains("New teachers"));
}

#[test]
fn a_benefit_for_another_need_is_a_break_that_keeps_its_rows() {
    let plan = LAUNDRY.replace(
        "need = \"crisp-by-eight\"\nproof",
        "need = \"other\"\nproof",
    );
    let trace = traced(&plan);
    let part = &trace.chains[0].parts[2];
    assert_eq!((part.state, part.rows.len()), (State::Breaks, 1));
}

#[test]
fn what_is_marked_unknown_is_no_break() {
    let marked = |path: &str, out: &str| {
        let plan = LAUNDRY.replacen(out, "", 1);
        traced(&format!("[plan]\nunknown = [\"{path}\"]\n{plan}"))
    };
    let trace = marked("mix.products.five-shirts.price", "price = 19.0\n");
    assert_eq!(states(&trace, 0), "✓✓✓✓✓?✓✓✓✓");
    assert!(!trace.is_broken());
    let trace = marked(
        "targeting.segments.teachers.needs",
        "needs = [\"crisp-by-eight\"]\n",
    );
    assert!(trace.chains[0].gap.is_none());
}

#[test]
fn a_step_not_begun_is_open() {
    let end = LAUNDRY.find("[[value.propositions]]").expect("step 3");
    let trace = traced(&LAUNDRY[..end]);
    assert_eq!(states(&trace, 0), "✓·········");
    assert!(!trace.is_broken());
    assert!(trace.chains[0].gap.as_ref().is_some_and(|gap| !gap.begun));
    assert_eq!(trace.orphans, []);
}

#[test]
fn a_short_plan_shares_what_names_no_segment() {
    let plan = LAUNDRY
        .replace("proposition = \"sleep-instead\"\n", "")
        .replace(
            "proof = \"Twelve teachers kept a diary for a month.\"\n",
            "",
        )
        .replace("segments = [\"teachers\"]\nprice", "price")
        .replace(
            "id = \"weekly\"\nsegment = \"teachers\"\n",
            "id = \"weekly\"\n",
        );
    let trace = traced(&plan);
    assert_eq!(states(&trace, 0), "✓✓✓·✓✓✓✓✓✓");
    assert!(trace.chains[0].gap.is_none());
    assert_eq!(trace.orphans, []);
}

#[test]
fn rows_that_no_chain_reaches() {
    let more = r#"
[[needs.customer_needs]]
id = "空闲"
need = "周末不碰熨斗"
[[needs.evidence]]
id = "old-survey"
[[value.propositions]]
id = "to-brides"
segment = "brides"
[[value.benefits]]
id = "no-creases"
proposition = "to-brides"
[[mix.products]]
id = "one-dress"
segments = ["brides"]
[[mix.channels]]
id = "church-door"
segments = ["brides"]
[[mix.messages]]
id = "in-white"
segment = "brides"
[[relationships.programmes]]
id = "anniversary"
segment = "brides"
[[relationships.groups]]
id = "once"
segment = "brides"
"#;
    assert_eq!(
        orphans(&format!("{LAUNDRY}{more}"), Direction::Unreached),
        [
            "needs.customer_needs.空闲",
            "needs.evidence.old-survey",
            "value.propositions.to-brides",
            "value.benefits.no-creases",
            "mix.products.one-dress",
            "mix.channels.church-door",
            "mix.messages.in-white",
            "relationships.programmes.anniversary",
            "relationships.groups.once",
        ]
    );
}

#[test]
fn a_need_of_a_target_that_nobody_answers() {
    let plan = LAUNDRY.replacen(
        "needs = [\"crisp-by-eight\"]",
        "needs = [\"crisp-by-eight\", \"省事\"]",
        1,
    ) + "[[needs.customer_needs]]\nid = \"省事\"\nneed = \"不用自己收送\"\n";
    assert_eq!(
        orphans(&plan, Direction::Unreached),
        ["needs.customer_needs.省事"]
    );
    let says = traced(&plan).orphans[0].say.get(Lang::Zh);
    assert_eq!(says, "目标细分的需要“省事”没有任何利益回应。");
}

#[test]
fn references_that_lead_out_of_a_chain() {
    let plan = LAUNDRY
        .replacen(
            "needs = [\"crisp-by-eight\"]",
            "needs = [\"crisp-by-eight\", \"gone\"]",
            1,
        )
        .replace(
            "evidence = [\"staff-room\"]",
            "evidence = [\"staff-room\", \"lost\"]",
        )
        .replace(
            "id = \"staff-room-rail\"\nsegments = [\"teachers\"]",
            "id = \"staff-room-rail\"\nsegments = [\"teachers\", \"brides\", \"没有\"]",
        );
    assert_eq!(
        orphans(&plan, Direction::Outward),
        [
            "targeting.segments.teachers.needs",
            "needs.customer_needs.crisp-by-eight.evidence",
            "mix.channels.staff-room-rail.segments",
            "mix.channels.staff-room-rail.segments",
        ]
    );
    let says: Vec<String> = traced(&plan)
        .orphans
        .iter()
        .map(|it| it.say.get(Lang::En))
        .collect();
    assert!(says[2].contains("“brides”, which is on none"), "{says:?}");
    assert!(says[3].contains("“没有”, which does not exist"), "{says:?}");
}

#[test]
fn a_row_that_names_its_segment_twice_is_one_row() {
    let plan = LAUNDRY.replace(
        "segments = [\"teachers\"]",
        "segments = [\"teachers\", \"teachers\"]",
    );
    let trace = traced(&plan);
    assert!(
        trace.chains[0]
            .parts
            .iter()
            .all(|part| part.rows.len() == 1)
    );
}

#[test]
fn without_targets_there_is_nothing_to_follow() {
    for plan in ["", "[[needs.customer_needs]]\nid = \"n\"\n", "[targeting\n"] {
        assert_eq!(traced(plan), Trace::default(), "{plan}");
    }
}
