//! The canonical layout changes no value, loses no comment, and stays when it is made again.
#![allow(clippy::unwrap_used)]

mod support;

use farsight::plan::{Unlaid, layout, read};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::support::spoil::{plans, spoilt};

/// The comments of a sound text, found without the reader of the program.
fn comments(text: &str) -> Vec<String> {
    let source = toml_parser::Source::new(text);
    let tokens = source.lex();
    let comments = tokens.filter(|it| it.kind() == toml_parser::lexer::TokenKind::Comment);
    let mut found: Vec<String> = comments
        .map(|it| {
            text[it.span().start()..it.span().end()]
                .trim_end()
                .to_owned()
        })
        .collect();
    found.sort();
    found
}

/// Keys in the order of the alphabet, so that only their values are compared.
fn sorted(value: &toml::Value) -> String {
    match value {
        toml::Value::Table(table) => {
            let mut pairs: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{key:?}={}", sorted(value)))
                .collect();
            pairs.sort();
            format!("{{{}}}", pairs.join(","))
        }
        toml::Value::Array(items) => {
            let items: Vec<String> = items.iter().map(sorted).collect();
            format!("[{}]", items.join(","))
        }
        other => format!("{other:?}"),
    }
}

fn values(text: &str) -> Option<String> {
    let table: toml::Table = toml::from_str(text).ok()?;
    Some(sorted(&toml::Value::Table(table)))
}

fn holds(text: &str) {
    let laid = match layout(text) {
        Ok(laid) => laid,
        Err(Unlaid::Broken(byte)) => {
            assert!(text.is_char_boundary(byte));
            return;
        }
        Err(Unlaid::Unsafe) => panic!("not laid out:\n{text}"),
    };
    assert_eq!(layout(&laid).as_deref(), Ok(laid.as_str()), "{text}");
    assert_eq!(comments(&laid), comments(text), "{text}");
    assert_eq!(values(&laid), values(text), "{text}");
    let problems = |text: &str| {
        let mut said: Vec<String> = read(text)
            .problems
            .iter()
            .map(|it| format!("{:?} {}", it.kind, it.path))
            .collect();
        said.sort();
        said
    };
    assert_eq!(problems(&laid), problems(text), "{text}");
}

#[test]
fn every_plan_keeps_its_words() {
    for text in plans() {
        holds(&text);
        holds(&format!("\u{feff}{}", text.replace('\n', "\r\n")));
        // Tables from last to first.
        let blocks: Vec<&str> = text.split("\n\n").collect();
        let back: Vec<&str> = blocks.iter().rev().copied().collect();
        holds(&back.join("\n\n"));
    }
}

/// Comments strewn over the lines of a plan, and blank lines.
fn strewn() -> impl Strategy<Value = String> {
    let plan = prop::sample::select(plans());
    let marks = prop::collection::vec((any::<prop::sample::Index>(), 0..4usize), 1..30);
    (plan, marks).prop_map(|(plan, marks)| {
        let mut lines: Vec<String> = plan.lines().map(str::to_owned).collect();
        for (n, (at, kind)) in marks.into_iter().enumerate() {
            let at = at.index(lines.len());
            match kind {
                0 => lines.insert(at, format!("  # 注 {n}")),
                1 => lines.insert(at, String::from(" ")),
                2 => lines[at].push_str(" # beside"),
                _ => {
                    let line = lines.remove(at);
                    lines.insert(at / 2, line);
                }
            }
        }
        lines.join("\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 200,
        rng_seed: RngSeed::Fixed(11),
        ..ProptestConfig::with_cases(300)
    })]

    #[test]
    fn spoilt_plans_keep_their_words(text in spoilt()) {
        holds(&text);
    }

    #[test]
    fn strewn_comments_stay(text in strewn()) {
        holds(&text);
    }
}
