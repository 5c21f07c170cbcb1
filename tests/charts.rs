//! Every chart of every plan, whole or spoilt, at any size: no panic, no line too wide, no mark
//! without its words, no word without its mark.
#![allow(clippy::unwrap_used)]

mod support;

use farsight::charts::{Body, CHARTS, Chart, Ground, Picture, charts, draw, page};
use farsight::plan::{SAMPLES, read};
use farsight::words::Lang;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use unicode_width::UnicodeWidthStr;

use crate::support::spoil::{plans, spoilt};

/// What holds for every drawing.
fn is_sound(chart: &Chart, picture: &Picture, width: usize) {
    let text = picture.to_string();
    let told = || format!("{} at {width}:\n{text}", chart.key);
    for line in text.lines() {
        assert!(line.width() <= width, "{line:?} in {}", told());
        assert!(!line.contains(char::is_control), "{line:?} in {}", told());
    }
    for area in &picture.areas {
        assert!(area.note < chart.notes.len(), "{}", told());
        assert!(
            area.y < picture.lines.len() && area.x + area.width <= width,
            "{}",
            told()
        );
    }
    for note in 0..chart.notes.len() {
        let seen = picture.areas.iter().any(|area| area.note == note);
        assert!(
            seen || picture.hidden.contains(&note),
            "{note} in {}",
            told()
        );
    }
}

/// Draws every chart of a text.
fn drawn(text: &str, width: usize, height: usize) {
    let reading = read(text);
    let today = Some(date(2027, 6, 30));
    for lang in Lang::ALL {
        let ground = Ground::new(&reading.plan, today, lang);
        let make = || {
            CHARTS
                .iter()
                .map(|kind| kind.chart(&ground))
                .collect::<Vec<_>>()
        };
        let all = make();
        for chart in &all {
            let picture = draw(chart, width, height);
            assert!(picture.lines.len() <= height, "{}: {picture}", chart.key);
            is_sound(chart, &picture, width);
            is_sound(chart, &page(chart, width, height), width);
            if let Err(missing) = &chart.body {
                assert!(!missing.say.is_empty(), "{}", chart.key);
                assert!(!missing.say.contains("{0}"), "{}", missing.say);
            }
            for note in &chart.notes {
                assert!(!note.text.is_empty() && !note.path.is_empty(), "{note:?}");
            }
        }
        for (one, other) in all.iter().zip(&make()) {
            let text = page(one, width, height).to_string();
            assert_eq!(text, page(other, width, height).to_string());
        }
    }
}

#[test]
fn every_plan_at_several_sizes() {
    for text in plans() {
        for (width, height) in [(10, 5), (40, 12)] {
            drawn(&text, width, height);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 100,
        rng_seed: RngSeed::Fixed(7),
        ..ProptestConfig::with_cases(32)
    })]

    #[test]
    fn spoilt_plans_at_any_size(text in spoilt(), width in 0_usize..=200, height in 0_usize..=60) {
        drawn(&text, width, height);
    }
}

#[test]
fn the_samples_have_a_mark_for_every_note_at_eighty_columns() {
    for sample in SAMPLES {
        let reading = read(sample.text);
        let ground = Ground::new(&reading.plan, None, Lang::En);
        for kind in CHARTS {
            let chart = kind.chart(&ground);
            // Who tests wells for nothing breaks even nowhere, and nobody has a worth in money.
            if sample.name.starts_with("arnwell") && chart.body.is_err() {
                continue;
            }
            assert!(chart.body.is_ok(), "{}: {}", sample.name, kind.key);
            let picture = draw(&chart, 80, usize::MAX);
            let hidden = &picture.hidden;
            assert!(
                hidden.is_empty(),
                "{}: {}\n{picture}",
                sample.name,
                kind.key
            );
        }
    }
}

#[test]
fn nothing_in_a_plan_is_no_empty_frame() {
    for lang in Lang::ALL {
        let reading = read("farsight = 1\n");
        for chart in charts(&reading.plan, None, lang) {
            let missing = chart.body.unwrap_err();
            assert!(missing.say.len() > 30, "{}: {}", chart.key, missing.say);
            assert!(!missing.paths.is_empty(), "{}", chart.key);
        }
    }
}

#[test]
fn points_of_the_same_place_stand_side_by_side() {
    let need = |id: usize| {
        format!(
            "[[needs.customer_needs]]\nid = \"n{id}\"\nneed = \"n{id}\"\nimportance = 5\nsatisfaction = 2\n"
        )
    };
    let few: String = (0..4).map(need).collect();
    let reading = read(&few);
    let chart = charts(&reading.plan, None, Lang::En).remove(0);
    let picture = draw(&chart, 60, 16);
    assert!(picture.hidden.is_empty(), "{picture}");
    // So many that not all have room: the rest are told, with their marks in brackets.
    let many: String = (0..70).map(need).collect();
    let reading = read(&many);
    let chart = charts(&reading.plan, None, Lang::En).remove(0);
    let picture = draw(&chart, 60, 16);
    assert!(
        !picture.hidden.is_empty() && picture.hidden[0] > 4,
        "{picture}"
    );
    let told = page(&chart, 60, 16).to_string();
    assert!(
        told.contains("1 n0:") && told.contains("(Z) n60:"),
        "{told}"
    );
}

#[test]
fn a_negative_bar_points_to_the_other_side() {
    let text = "
[relationships.value_capture]
period = \"year\"
discount_rate = 0.1
[[relationships.groups]]
id = \"losing\"
name = \"Losing\"
customers = 10
purchases = 1
average_purchase = 10
margin_rate = 0.1
cost_to_serve = 5
retention = 0.5
[[relationships.groups]]
id = \"winning\"
name = \"Winning\"
customers = 10
purchases = 1
average_purchase = 10
margin_rate = 0.9
retention = 0.5
";
    let reading = read(text);
    let ground = Ground::new(&reading.plan, None, Lang::En);
    let kind = CHARTS
        .iter()
        .find(|kind| kind.key == "customer-equity")
        .unwrap();
    let chart = kind.chart(&ground);
    assert!(matches!(chart.body, Ok(Body::Bars(_))));
    let text = draw(&chart, 60, 20).to_string();
    assert!(text.contains("▒│"), "{text}");
}
