//! Cards move between boxes, and the same seed asks the same.

use std::collections::BTreeSet;

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn ids(terms: &[&'static Term]) -> Vec<&'static str> {
    terms.iter().map(|it| it.id).collect()
}

#[test]
fn the_quiz_has_its_eighty_six_terms() {
    assert_eq!(TERMS.len(), 86);
    let once: BTreeSet<&&str> = TERMS.iter().collect();
    assert_eq!(once.len(), 86);
    for name in TERMS {
        assert!(glossary::term(name).is_some(), "{name}");
    }
}

#[test]
fn a_card_moves_on_when_it_is_known_and_back_when_it_is_not() {
    let term = glossary::term("need").unwrap();
    let mut deck = Deck::default();
    let today = day("2027-03-01");
    deck.answered(term, false, today);
    assert_eq!(deck.card("need").unwrap().due, day("2027-03-02"));
    for (slot, due) in [(1, "2027-03-03"), (2, "2027-03-05"), (3, "2027-03-09")] {
        deck.answered(term, true, today);
        let card = *deck.card("need").unwrap();
        assert_eq!((card.slot, card.due), (slot, day(due)));
    }
    for _ in 0..5 {
        deck.answered(term, true, today);
    }
    assert_eq!(deck.count(), (1, 1));
    assert_eq!(deck.kind(term), Kind::Type);
    deck.answered(term, false, today);
    assert_eq!(deck.card("need").unwrap().slot, 0);
    deck.answered(term, true, Date::MAX);
    assert_eq!(deck.card("need").unwrap().due, Date::MAX);
}

#[test]
fn due_cards_come_first_and_new_ones_in_the_order_of_the_course() {
    let text = "brand = [3, 2027-01-01]\nneed = [1, 2027-01-01]\nwant = [1, 2027-06-01]\n";
    let deck = Deck::read(text);
    let picked = deck.pick(day("2027-02-01"), 5, 7);
    let expected = ["need", "brand", "marketing", "exchange", "market"];
    assert_eq!(ids(&picked), expected);
    assert_eq!(deck.pick(day("2027-02-01"), 999, 7).len(), 85);
    assert!(deck.pick(day("2027-02-01"), 0, 7).is_empty());
}

#[test]
fn a_deck_reads_back_and_what_is_no_card_is_left_out() {
    let mut deck = Deck::default();
    deck.answered(
        glossary::term("需要").or(glossary::term("need")).unwrap(),
        true,
        day("2027-01-01"),
    );
    assert_eq!(deck.write(), "need = [2, 2027-01-03]\n");
    assert_eq!(Deck::read(&deck.write()), deck);
    let junk = "need = [9, 2027-01-01]\nwant = 'x'\n没有 = [1, 2027-01-01]\nbrand = [1, soon]\n";
    assert_eq!(Deck::read(junk), Deck::default());
    assert_eq!(Deck::read("= = ["), Deck::default());
}

#[test]
fn the_same_seed_asks_the_same_and_another_does_not() {
    let term = glossary::term("siva").unwrap();
    let choices = |seed, lang| ids(&Question::new(term, Kind::Pick, lang, seed).choices);
    assert_eq!(choices(1, Lang::En), choices(1, Lang::Zh));
    assert_ne!(choices(1, Lang::En), choices(2, Lang::En));
    for seed in 0..50 {
        let choices = choices(seed, Lang::En);
        assert_eq!(choices.len(), 4);
        assert_eq!(choices.iter().filter(|it| **it == "siva").count(), 1);
    }
}

#[test]
fn a_number_or_any_name_of_the_term_is_an_answer() {
    let term = glossary::term("customer-lifetime-value").unwrap();
    let typed = Question::new(term, Kind::Type, Lang::Zh, 1);
    for answer in [
        "终身价值",
        " Customer  lifetime-value ",
        "customer-lifetime-value",
    ] {
        let known = typed.is_right(answer) || !names_has(term, answer);
        assert!(known, "{answer}");
    }
    assert!(typed.is_right(term.name.zh) && typed.is_right(&term.name.en.to_uppercase()));
    for answer in ["", " ", "1", "价值", "9999999999999999999999"] {
        assert!(!typed.is_right(answer), "{answer}");
    }
    let pick = Question::new(term, Kind::Pick, Lang::En, 3);
    let at = pick.choices.iter().position(|it| it.id == term.id).unwrap() + 1;
    assert!(pick.is_right(&at.to_string()));
    let wide = char::from_u32(0xff10 + at as u32).unwrap().to_string();
    assert!(pick.is_right(&wide));
    assert!(!pick.is_right("0") && !pick.is_right("5"));
}

fn names_has(term: &Term, answer: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| {
        let mut all = std::iter::once(term.name.get(lang)).chain(term.synonyms(lang));
        all.any(|name| name.eq_ignore_ascii_case(answer))
    })
}

#[test]
fn no_question_gives_its_answer_away() {
    for lang in Lang::ALL {
        for name in TERMS {
            let term = glossary::term(name).unwrap();
            let asks = Question::new(term, Kind::Type, lang, 1).asks.to_lowercase();
            let own = term.name.get(lang).to_lowercase();
            let word = |c: char| c.is_ascii_alphanumeric();
            let given = asks.match_indices(&own).any(|(at, it)| {
                !asks[..at].ends_with(word) && !asks[at + it.len()..].starts_with(word)
            });
            assert!(!given, "{name} {lang:?}: {asks}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn nothing_typed_makes_it_panic(text in "\\PC{0,20}", seed: u64) {
        let term = glossary::term("need").unwrap();
        for kind in [Kind::Pick, Kind::Type] {
            let _ = Question::new(term, kind, Lang::Zh, seed).is_right(&text);
        }
        let _ = Deck::read(&text);
    }
}
