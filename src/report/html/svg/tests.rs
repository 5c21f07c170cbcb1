use rust_decimal::Decimal;

use super::*;
use crate::catalogue::Step;
use crate::charts::Body;
use crate::charts::chart::{Axis, Map, Note, Point, Side, Spot};
use crate::words::Lang;

fn chart(title: &str, at: Decimal) -> Chart {
    let axis = |label: &str| Axis::around(label.to_owned(), false, [at]);
    let spot = Spot { x: at, y: at };
    Chart {
        key: "opportunity-map",
        step: Step::Needs,
        title: title.to_owned(),
        question: "?".to_owned(),
        lang: Lang::Zh,
        body: Ok(Body::Map(Map {
            x: axis("<x>"),
            y: axis("需要"),
            points: vec![Point {
                at: spot,
                size: Some(Decimal::ZERO),
                note: 7,
                side: Side::Ours,
            }],
            dividers: vec![[spot, spot]],
            regions: Vec::new(),
        })),
        notes: vec![Note {
            mark: '1',
            text: "</desc><script>".to_owned(),
            path: String::new(),
        }],
        remarks: Vec::new(),
        signs: Vec::new(),
    }
}

fn drawn(chart: &Chart) -> String {
    let mut out = Markup::default();
    draw(&mut out, chart, 1);
    out.done()
}

#[test]
fn a_drawing_says_what_it_shows_and_nothing_in_it_acts() {
    let svg = drawn(&chart("</title><script>alert(1)</script>", Decimal::ONE));
    assert!(svg.contains("role=\"img\"") && svg.contains("<desc id="));
    assert!(!svg.contains("<script"), "{svg}");
    assert!(svg.contains("&lt;x&gt;") && svg.contains("需要"));
}

#[test]
fn numbers_at_the_limits_are_drawn_inside() {
    for at in [Decimal::MAX, Decimal::MIN, Decimal::ZERO] {
        let svg = drawn(&chart("图", at));
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    }
}
