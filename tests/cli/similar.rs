//! `farsight similar`: which plans of a class to look at together, and which never.

use std::collections::BTreeSet;

use crate::support::class::{Dice, Kind};
use crate::support::sandbox::Sandbox;
use farsight::classroom::similarity::compare;
use farsight::words::Lang;

/// Two hundred plans: every planted copy comes first, and no innocent pair is listed.
fn planted(lang: Lang) {
    for seed in [3, 11] {
        let class = crate::support::class::class(200, seed, lang, "past-the-product");
        let texts: Vec<&str> = class.iter().map(|it| it.text.as_str()).collect();
        let found = compare(&texts, &[]);
        let listed: BTreeSet<[usize; 2]> = found.pairs.iter().map(|it| it.plans).collect();
        let planted: BTreeSet<[usize; 2]> = (class.iter().enumerate())
            .filter_map(|(at, it)| match it.kind {
                Kind::Copy(model) => Some([model.min(at), model.max(at)]),
                _ => None,
            })
            .collect();
        assert_eq!(planted.len(), 15);
        assert_eq!(listed, planted, "seed {seed}");
        assert!(found.pairs.iter().all(|it| it.score > 0.9));
        assert!(found.usual < 0.3);
    }
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
        .run(&["similar", "class", "--handout", "class/3.toml"])
        .run(&["similar", "class", "--exercise", "none"])
        .run(&["similar", "nowhere"])
        .run(&["similar", "class", "--handout", "nowhere.toml"]);
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
