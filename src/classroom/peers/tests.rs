use super::*;
use crate::classroom::Rubric;
use crate::classroom::student::{Handed, Student};
use crate::words::Lang;

fn round(count: usize) -> (Round, Rubric) {
    let handed: Vec<Handed> = (0..count)
        .map(|at| Handed {
            student: Student {
                id: format!("s{at}"),
                name: format!("Ana \"{at}\", 娜"),
            },
            file: format!("{at}.toml"),
            text: String::new(),
            matters: Vec::new(),
        })
        .collect();
    let group: Vec<usize> = (0..count).collect();
    let rubric = Rubric::standard();
    (Round::new(&handed, &group, 3, 5, &rubric).unwrap(), rubric)
}

/// A form with this level everywhere.
fn filled(rubric: &Rubric, level: usize, lang: Lang) -> String {
    let said = format!("level = \"{}\"", rubric.levels[level].key);
    blank(rubric, "p1", "r1", lang).replace("level = \"\"", &said)
}

#[test]
fn the_key_is_read_as_it_was_written() {
    let (round, _) = round(6);
    assert_eq!(Round::read(&round.write()).unwrap(), round);
    assert!(Round::read("peers = 1\n").is_err());
    assert!(Round::read("").is_err());
    let hostile = round.write().replace("\"r0", "\"../r0");
    assert!(Round::read(&hostile).is_err());
}

#[test]
fn a_blank_form_is_missing_and_a_full_one_is_done() {
    let (round, rubric) = round(6);
    for lang in Lang::ALL {
        let blank = blank(&rubric, "p1", "r1", lang);
        assert!(form::read(&blank, &round).unwrap().is_empty());
        let full = form::read(&filled(&rubric, 1, lang), &round).unwrap();
        assert!(full.is_done(&round));
    }
}

#[test]
fn what_is_wrong_in_a_form_has_its_line() {
    let (round, rubric) = round(6);
    let text =
        blank(&rubric, "p1", "r1", Lang::En).replacen("level = \"\"", "level = \"great\"", 1);
    let faults = form::read(&text, &round).unwrap_err();
    let line = text.lines().position(|it| it.contains("great")).unwrap() + 1;
    assert_eq!(faults[0].place.line, line);
    assert!(faults[0].message(Lang::En).contains("great"));
    assert!(faults[0].message(Lang::Zh).contains("等级"));
    for odd in [
        "",
        "review = 2",
        "[",
        "review = 1\ncriteria = 3",
        "review = 1\n[[criteria]]\nlevel = 3\n",
    ] {
        let _ = form::read(odd, &round);
    }
}

#[test]
fn reviews_come_together_by_author_and_disagreement_is_marked() {
    let (round, rubric) = round(6);
    let mine: Vec<String> = round
        .authors
        .iter()
        .filter(|it| it.reviews.contains(&round.authors[0].plan))
        .map(|it| collect::path(&it.reviewer, &round.authors[0].plan))
        .collect();
    assert_eq!(mine.len(), 3);
    let found = collect(&round, |path| {
        let at = mine.iter().position(|it| it == path)?;
        let last = rubric.levels.len() - 1;
        Some(filled(&rubric, [0, 1, last][at], Lang::Zh))
    });
    assert_eq!(found.about(0, &round).len(), 3);
    let of = &found.of(0, &round)[0];
    assert_eq!((of.levels.len(), of.median), (3, Some(1)));
    assert!(of.is_apart);
    let none = &found.of(1, &round)[0];
    assert!(none.median.is_none() && !none.is_apart);
    let done: usize = (0..6).map(|at| found.done(at).0).sum();
    assert_eq!((done, found.done(0).1), (3, 3));
}
