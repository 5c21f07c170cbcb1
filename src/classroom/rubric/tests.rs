//! The default rubric, and what is said of a rubric that is wrong.

use std::str::FromStr;

use super::*;
use crate::words::Lang;

fn faults(text: &str, lang: Lang) -> Vec<String> {
    let faults = Rubric::read(text).unwrap_err();
    let line = |it: &Fault| format!("{}: {}", it.place.line, it.message(lang));
    faults.iter().map(line).collect()
}

#[test]
fn the_standard_rubric_is_right_and_places_every_rule_once() {
    let rubric = Rubric::read(STANDARD).map_err(|_| faults(STANDARD, Lang::En));
    let rubric = rubric.unwrap();
    assert_eq!(rubric.criteria.len(), 25);
    let total: Decimal = rubric.criteria.iter().map(|it| it.points).sum();
    assert_eq!(total, Decimal::from(100));
    for rule in checks::rules().filter(|rule| rule.can_be_answered()) {
        assert!(rubric.behind(rule).is_some(), "{}", rule.name);
    }
    assert_eq!(rubric.levels[rubric.ceilings.error].key, "approaches");
    assert_eq!(rubric.levels[rubric.ceilings.warnings].key, "meets");
    assert_eq!(rubric.ceilings.warnings_from, 2);
    assert_eq!(rubric.ceilings.coverage, Decimal::from_str("0.7").unwrap());
    let a1 = rubric.criterion("a1").unwrap();
    assert_eq!(a1.worth(&rubric.levels[1]), Decimal::from(3));
    let between = rubric.level("approaches").unwrap();
    assert_eq!(
        a1.wording(&rubric, between),
        Some(&rubric.levels[between].means)
    );
    assert_eq!(rubric.band(Decimal::from(80)).unwrap().from, 75.into());
}

#[test]
fn part_of_a_rubric_totals_what_is_asked() {
    let rubric = Rubric::standard();
    let codes = ["A1", "g1", "nowhere"].map(str::to_owned);
    let part = rubric.rescaled(&codes, Decimal::from(90));
    let points: Vec<Decimal> = part.criteria.iter().map(|it| it.points).collect();
    assert_eq!(points, [Decimal::from(40), Decimal::from(50)]);
    assert!(rubric.rescaled(&[], 100.into()).criteria.is_empty());
    let exercise = rubric.of_exercise(&codes);
    let total: Decimal = exercise.criteria.iter().map(|it| it.points).sum();
    assert_eq!(total.round_dp(9), Decimal::from(100));
    assert_eq!(exercise.criterion("W").unwrap().points, Decimal::from(20));
}

/// The smallest rubric, with one thing in it replaced.
fn small(from: &str, to: &str) -> String {
    let text = "rubric = 1\ntitle = { en = 'Small', zh = '小' }\n\
        [[levels]]\nkey = 'full'\nshare = 1\nen = { name = 'Full', means = 'All.' }\n\
        zh = { name = '满', means = '全有。' }\n\
        [[criteria]]\ncode = 'A1'\nstep = 'needs'\npoints = 60\nrules = ['N101']\n\
        en = { name = 'One' }\nzh = { name = '一' }\n\
        [[criteria]]\ncode = 'A2'\nstep = 'value'\npoints = 40\n\
        en = { name = 'Two', full = 'Good.' }\nzh = { name = '二', full = '好。' }\n";
    assert!(from.is_empty() || text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn a_small_rubric_is_enough() {
    let rubric = Rubric::read(&small("", "")).unwrap();
    assert_eq!(rubric.criteria[0].rules[0].code, "N101");
    assert_eq!(rubric.criteria[1].levels[0].as_ref().unwrap().zh, "好。");
    assert_eq!(rubric.ceilings.warnings_from, usize::MAX);
}

#[test]
fn every_mistake_is_told_with_its_line_in_both_languages() {
    let told = |from: &str, to: &str| {
        let text = small(from, to);
        (faults(&text, Lang::En), faults(&text, Lang::Zh))
    };
    let cases = [
        (
            "points = 40",
            "points = 30",
            "8: The points of all criteria total 90; they must total 100.",
            "8: 各项分值合计90，应为100。",
        ),
        (
            "N101",
            "N199",
            "12: There is no rule “N199”; `farsight rules` lists them.",
            "12: 没有“N199”这条规则；`farsight rules` 列出全部规则。",
        ),
        (
            "zh = { name = '一' }",
            "",
            "8: “criteria.1.zh.name” is missing: add it.",
            "8: 缺少“criteria.1.zh.name”：请补上。",
        ),
        (
            "code = 'A2'",
            "code = 'a1'",
            "16: “a1” is there twice: name each once.",
            "16: “a1”出现了两次：每个只写一次。",
        ),
        (
            "step = 'value'",
            "step = 'price'",
            "17: “criteria.2.step” cannot be “price”: use plan, needs, targeting, value, mix, relationships.",
            "17: “criteria.2.step”不能是“price”，可用：plan, needs, targeting, value, mix, relationships。",
        ),
        (
            "['N101']",
            "['N101', 'market-or-mission-named-after-product']",
            "12: “market-or-mission-named-after-product” is there twice: name each once.",
            "12: “market-or-mission-named-after-product”出现了两次：每个只写一次。",
        ),
        (
            "points = 60",
            "points = 60\nweight = 2",
            "12: “weight” is not known here; there are code, step, points, support, rules, en, zh.",
            "12: 这里没有“weight”；可用的有：code, step, points, support, rules, en, zh。",
        ),
        (
            "points = 40",
            "points = 40\nrules = ['N101']",
            "19: The rule “market-or-mission-named-after-product” already stands behind A1: keep it in one of them.",
            "19: 规则“market-or-mission-named-after-product”已经归在A1之下：只留一处。",
        ),
        (
            "share = 1\n",
            "share = '1'\n",
            "5: “levels.1.share” takes a number from 0 to 1.",
            "5: “levels.1.share”应是0到1之间的数字。",
        ),
        (
            "rubric = 1",
            "rubric = 2",
            "1: This is no rubric that can be read here: its first line is `rubric = 1`.",
            "1: 这不是可读取的评分表：第一行应是 `rubric = 1`。",
        ),
        (
            "rubric = 1",
            "",
            "1: This is no rubric that can be read here: its first line is `rubric = 1`.",
            "1: 这不是可读取的评分表：第一行应是 `rubric = 1`。",
        ),
        (
            "points = 60",
            "points = ",
            "11: This is not TOML from here on.",
            "11: 从这里起不符合TOML语法。",
        ),
    ];
    for (from, to, en, zh) in cases {
        let (english, chinese) = told(from, to);
        assert!(english.contains(&en.to_owned()), "{english:#?}");
        assert!(chinese.contains(&zh.to_owned()), "{chinese:#?}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "(rubric = 1|\\[\\[criteria\\]\\]|\\[\\[levels\\]\\]|\\[ceilings\\]|points = 9|code = 'A'|share = 1|[a-z]{1,5}|=|'|\n|需要|\\.|[0-9]){0,30}") {
        let _ = Rubric::read(&text);
    }
}
