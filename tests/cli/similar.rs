//! `farsight similar`: which plans of a class to look at together, and which never.

use std::collections::BTreeSet;

use crate::support::class::{Dice, Kind, plan};
use crate::support::sandbox::Sandbox;
use farsight::classroom::similarity::{Sign, compare};
use farsight::words::Lang;

/// Classes of several seeds: every planted copy comes first, and no innocent pair near it.
///
/// The copies have their rows in another order, other names, and other numbers, some of them
/// spelt in another way.
fn planted(lang: Lang) {
    for (count, seed) in [
        (200, 3),
        (80, 11),
        (80, 29),
        (80, 58),
        (40, 101),
        (40, 4096),
    ] {
        let class = crate::support::class::class(count, seed, lang, "past-the-product");
        let texts: Vec<&str> = class.iter().map(|it| it.text.as_str()).collect();
        let found = compare(&texts, &[]);
        let planted: BTreeSet<[usize; 2]> = (class.iter().enumerate())
            .filter_map(|(at, it)| match it.kind {
                Kind::Copy(model) => Some([model.min(at), model.max(at)]),
                _ => None,
            })
            .collect();
        assert_eq!(planted.len(), count / 40 * 3);
        let (first, others) = found.pairs.split_at(planted.len());
        assert!(first.iter().all(|it| it.score > 0.9), "seed {seed}");
        let first: BTreeSet<[usize; 2]> = first.iter().map(|it| it.plans).collect();
        assert_eq!(first, planted, "seed {seed}: the copies come first");
        // In a small class chance may bring a pair up for a look, far below every copy.
        assert!(others.iter().all(|it| it.score < 0.45), "seed {seed}");
        assert!(others.len() <= usize::from(count < 80), "seed {seed}");
        assert!(found.usual < 0.3);
    }
}

/// Plans put into the other language are found by their figures, below every pair that shares
/// words and above every innocent one.
fn translated(lang: Lang) {
    let other = if lang == Lang::En { Lang::Zh } else { Lang::En };
    for seed in [2, 19, 1234] {
        let mut dice = Dice::new(seed);
        let class = crate::support::class::class(80, seed, lang, "past-the-product");
        let mut texts: Vec<String> = class.iter().map(|it| it.text.clone()).collect();
        let models = [0, 41, 77].map(|at| {
            texts[at] = plan(&mut dice, lang, "past-the-product", 4);
            let text = plan(&mut dice, other, "past-the-product", 4);
            texts.push(crate::support::class::translation(&texts[at], &text));
            [at, texts.len() - 1]
        });
        let all: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found = compare(&all, &[]);
        let figures = found.pairs.iter().filter(|it| it.sign == Sign::Figures);
        let figures: BTreeSet<[usize; 2]> = figures.map(|it| it.plans).collect();
        assert_eq!(figures, BTreeSet::from(models), "seed {seed}");
        let last = found.pairs.iter().rposition(|it| it.sign == Sign::Words);
        let first = found.pairs.iter().position(|it| it.sign == Sign::Figures);
        assert!(last < first, "words say more than figures");
    }
}

#[test]
fn translations_are_found_by_their_figures() {
    translated(Lang::En);
}

#[test]
fn 译文凭数字发现() {
    translated(Lang::Zh);
}

#[test]
fn planted_copies_come_first() {
    planted(Lang::En);
}

#[test]
fn 埋下的抄本排在最前() {
    planted(Lang::Zh);
}

/// A folder with two plans that share sentences, others that do not, and what is no plan.
fn looked_at(lang: Lang) -> String {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", lang.tag());
    let mut dice = Dice::new(5);
    for at in 0..8 {
        let text = crate::support::class::plan(&mut dice, lang, "own-task", 2);
        sandbox.write(&format!("class/{at}.toml"), &text);
        if at == 3 {
            sandbox.write(
                "class/copy.toml",
                crate::support::class::copy(&mut dice, lang, &text),
            );
        }
    }
    sandbox.write("class/empty.toml", "");
    sandbox.write("class/essay.docx", b"PK\x03\x04\0\0");
    sandbox.write("class/gbk.toml", b"farsight = 1\ntitle = \"\xbc\xc6\"\n");
    sandbox.write("class/bare.toml", "farsight = 1\n[plan]\ntitle = \"x\"\n");
    sandbox.write("class/\u{1b}[31m.toml", "farsight = 1\n[plan]\n");
    sandbox
        .run(&["similar", "class", "--passages", "2"])
        .run(&["similar", "class", "--passages", "2", "-o", "look.md"])
        .show("look.md")
        .run(&["similar", "class", "-o", "look.html"])
        .run(&["similar", "class", "-o", "look.txt"])
        .run(&["similar", "class", "-o", "class/3.toml", "--format", "html"])
        .run(&["similar", "class", "--handout", "class/3.toml"])
        .run(&["similar", "class", "--exercise", "none"])
        .run(&["similar", "nowhere"])
        .run(&["similar", "class", "--handout", "nowhere.toml"]);
    let html = sandbox.read("look.html");
    for accuses in ["plagiar", "cheat", "copied", "抄袭", "剽窃", "作弊", "雷同"] {
        assert!(!html.to_lowercase().contains(accuses), "{accuses}");
    }
    assert!(
        html.contains("<details>"),
        "what is more than twenty is folded"
    );
    sandbox.transcript()
}

#[test]
fn a_pair_is_shown_side_by_side() {
    told!("similar", looked_at(Lang::En));
}

#[test]
fn 一对计划并排显示() {
    told!("similar-zh", looked_at(Lang::Zh));
}

#[test]
fn the_plan_that_was_given_counts_nothing() {
    for lang in Lang::ALL {
        let mut sandbox = Sandbox::new();
        let exercise = farsight::classroom::exercise("past-the-product").unwrap();
        for name in ["ana", "bo", "chen"] {
            sandbox.write(&format!("class/{name}.toml"), exercise.start(lang));
        }
        sandbox.run(&["similar", "class"]);
        let told = sandbox.transcript();
        assert!(told.contains("[exit 0]"), "{told}");
        assert!(
            told.contains("ana.toml, class") || told.contains("ana.toml, bo.toml"),
            "{told}"
        );
    }
}
