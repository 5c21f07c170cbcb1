//! Tests of the text field: one at a time in both languages, then anything against a plain model.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::tui::screen::screen_text;
use crate::tui::theme::Theme;

const FAMILY: &str = "👨‍👩‍👧‍👦";
const FLAG: &str = "🇨🇳";

fn press(field: &mut TextField, keys: &str) -> Change {
    let mut change = Change::None;
    for key in keys.split(' ') {
        change = field.handle(&Key::parse(key).unwrap());
    }
    change
}

fn one(text: &str) -> TextField {
    TextField::new(text, false)
}

fn many(text: &str) -> TextField {
    TextField::new(text, true)
}

/// The field drawn at this size, and the cursor.
fn drawn(field: &mut TextField, cols: u16, rows: u16) -> (String, Option<Position>) {
    let area = Rect::new(0, 0, cols, rows);
    let mut buf = Buffer::empty(area);
    let theme = Theme::named("mono").unwrap();
    let at = field.draw(&mut buf, area, &theme, &[]);
    (screen_text(&buf), at)
}

#[test]
fn typing_writes_and_reports_text() {
    let mut field = one("");
    assert_eq!(press(&mut field, "n e e d"), Change::Text);
    assert_eq!(field.text(), "need");
    let mut field = one("");
    assert_eq!(press(&mut field, "需 要"), Change::Text);
    assert_eq!((field.text(), field.position()), ("需要", 6));
}

#[test]
fn keys_of_the_form_are_ignored() {
    let mut field = one("need");
    for key in "tab backtab enter up down pageup f8 ctrl-s ctrl-c alt-z esc insert".split(' ') {
        assert_eq!(press(&mut field, key), Change::Ignored, "{key}");
    }
    let mut field = many("need");
    for key in ["tab", "f1", "ctrl-s", "down", "pagedown"] {
        assert_eq!(press(&mut field, key), Change::Ignored, "{key}");
    }
    assert_eq!(press(&mut field, "enter"), Change::Text);
    assert_eq!(press(&mut field, "alt-enter"), Change::Text);
    assert_eq!(field.text(), "need\n\n");
}

#[test]
fn one_key_deletes_one_whole_character() {
    for whole in [FAMILY, FLAG, "e\u{301}", "需", "x"] {
        let mut field = one(&format!("a{whole}"));
        press(&mut field, "backspace");
        assert_eq!(field.text(), "a");
        let mut field = one(&format!("{whole}b"));
        press(&mut field, "home delete");
        assert_eq!(field.text(), "b");
        let mut field = one(&format!("{whole}b"));
        press(&mut field, "home right");
        assert_eq!(field.position(), whole.len());
    }
    assert_eq!(press(&mut one(""), "backspace"), Change::None);
}

#[test]
fn words_are_passed_and_deleted_whole() {
    let mut field = one("what customers lack");
    press(&mut field, "ctrl-left");
    assert_eq!(field.position(), 15);
    press(&mut field, "ctrl-w");
    assert_eq!(field.text(), "what lack");
    press(&mut field, "home ctrl-right");
    assert_eq!(field.position(), 4);
    press(&mut field, "ctrl-delete");
    assert_eq!(field.text(), "what");
    press(&mut field, "alt-backspace");
    assert_eq!(field.text(), "");
}

#[test]
fn chinese_words_are_runs_between_punctuation() {
    let mut field = one("顾客需要，不是App。");
    press(&mut field, "home ctrl-right");
    assert_eq!(field.position(), "顾客需要".len());
    press(&mut field, "ctrl-right");
    assert_eq!(field.position(), "顾客需要，不是".len());
    press(&mut field, "end ctrl-w");
    assert_eq!(field.text(), "顾客需要，不是");
    press(&mut field, "ctrl-backspace");
    assert_eq!(field.text(), "顾客需要，");
}

#[test]
fn lines_are_cut_to_either_side() {
    let mut field = many("one\ntwo three\n四五");
    press(&mut field, "ctrl-home down ctrl-right ctrl-k");
    assert_eq!(field.text(), "one\ntwo\n四五");
    press(&mut field, "ctrl-k");
    assert_eq!(field.text(), "one\ntwo四五");
    press(&mut field, "ctrl-u");
    assert_eq!(field.text(), "one\n四五");
    assert_eq!(press(&mut field, "ctrl-u"), Change::None);
}

#[test]
fn selection_is_typed_over_cut_and_left() {
    let mut field = one("our product");
    press(&mut field, "home shift-ctrl-right");
    assert_eq!(
        (field.copy().as_str(), field.selection()),
        ("our", Some(0..3))
    );
    press(&mut field, "a");
    assert_eq!(field.text(), "a product");
    press(&mut field, "ctrl-a");
    assert_eq!(field.cut(), "a product");
    assert_eq!(field.cut(), "");
    assert_eq!(field.text(), "");

    let mut field = one("我们的产品");
    press(&mut field, "shift-left shift-left");
    assert_eq!(field.copy(), "产品");
    press(&mut field, "left");
    assert_eq!((field.position(), field.selection()), (9, None));
    press(&mut field, "shift-end 利 益");
    assert_eq!(field.text(), "我们的利益");
    press(&mut field, "shift-home");
    assert_eq!(press(&mut field, "esc"), Change::Moved);
    assert_eq!(field.selection(), None);
    press(&mut field, "ctrl-a 我 们");
    assert_eq!(field.text(), "我们");
}

#[test]
fn the_same_letter_typed_over_itself_still_ends_the_selection() {
    let mut field = one("a");
    assert_eq!(press(&mut field, "ctrl-a a"), Change::Moved);
    press(&mut field, "b");
    assert_eq!(field.text(), "ab");
}

#[test]
fn pastes_are_cleaned() {
    let mut field = many("");
    field.paste("a\r\nb\rc\u{1b}[0m\u{7}\u{202e}\u{feff}\td");
    assert_eq!(field.text(), "a\nb\nc[0m\td");
    let mut field = one("");
    field.paste("需要\r\n欲望\t需求\u{2066}\r\n");
    assert_eq!(field.text(), "需要 欲望 需求");
    assert_eq!(field.paste("\u{202e}"), Change::None);
}

#[test]
fn a_text_that_is_only_looked_at_is_not_changed() {
    let odd = "a\u{200e}\u{202e}b\u{1b}";
    let mut field = one(odd);
    drawn(&mut field, 3, 1);
    press(&mut field, "home end ctrl-a");
    assert_eq!(field.text(), odd);
    assert_eq!(many("a\r\nb").text(), "a\nb");
}

#[test]
fn moving_up_and_down_keeps_the_column() {
    let mut field = many("long line\nx\nlong again");
    press(&mut field, "ctrl-home right right right right right");
    press(&mut field, "down");
    assert_eq!(field.caret(80), (1, 1));
    press(&mut field, "down");
    assert_eq!(field.caret(80), (5, 2));
    assert_eq!(press(&mut field, "down"), Change::Moved);
    assert_eq!(field.position(), field.text().len());
    assert_eq!(press(&mut field, "down"), Change::Ignored);
    assert_eq!(press(&mut field, "ctrl-home up"), Change::Ignored);

    let mut field = many("顾客需要\n益\n价值主张");
    press(&mut field, "ctrl-home right right right down");
    assert_eq!(field.caret(80), (2, 1));
    press(&mut field, "down");
    assert_eq!(field.caret(80), (6, 2));
}

#[test]
fn the_end_of_a_wrapped_row_is_a_place() {
    let mut field = many("顾客需要早餐");
    assert_eq!(field.height(5), 3);
    press(&mut field, "ctrl-home end");
    assert_eq!(field.caret(5), (4, 0));
    press(&mut field, "吃");
    assert_eq!(field.text(), "顾客吃需要早餐");
    press(&mut field, "ctrl-home end end");
    assert_eq!(field.caret(5), (2, 3));
    press(&mut field, "home home");
    assert_eq!(field.caret(5), (0, 0));

    let mut field = many("a felt lack");
    assert_eq!(field.rows(8), [0..7, 7..11]);
    press(&mut field, "ctrl-home end");
    assert_eq!(field.caret(8), (7, 0));
    press(&mut field, "right");
    assert_eq!(field.caret(8), (1, 1));
}

#[test]
fn the_caret_always_has_a_cell() {
    let mut field = many("需要");
    assert_eq!(field.height(4), 2);
    assert_eq!(
        drawn(&mut field, 4, 2),
        ("需\n要\n".into(), Some(Position::new(2, 1)))
    );
    let mut field = many("need");
    press(&mut field, "space space space");
    assert_eq!(drawn(&mut field, 5, 1).1, Some(Position::new(4, 0)));
}

#[test]
fn clicks_find_the_character_under_them() {
    let mut field = one("a需要b");
    drawn(&mut field, 20, 1);
    for (col, at) in [
        (0, 0),
        (1, 1),
        (2, 4),
        (3, 4),
        (4, 7),
        (5, 7),
        (6, 8),
        (15, 8),
    ] {
        field.click(col, 0, false);
        assert_eq!(field.position(), at, "{col}");
    }
    field.click(1, 0, false);
    field.click(5, 9, true);
    assert_eq!(field.copy(), "需要");
    field.double_click(2, 0);
    assert_eq!(field.copy(), "需要");
    let mut field = many("felt lack\nnow");
    drawn(&mut field, 20, 3);
    field.double_click(6, 0);
    assert_eq!(field.copy(), "lack");
    field.double_click(9, 9);
    assert_eq!(field.copy(), "now");
}

#[test]
fn a_long_line_scrolls_under_the_caret() {
    let mut field = one("what the customer lacks");
    assert_eq!(
        drawn(&mut field, 10, 1),
        ("…er lacks\n".into(), Some(Position::new(9, 0)))
    );
    press(&mut field, "home");
    assert_eq!(
        drawn(&mut field, 10, 1),
        ("what the …\n".into(), Some(Position::new(0, 0)))
    );
    press(&mut field, "ctrl-right ctrl-right ctrl-right left");
    let (text, at) = drawn(&mut field, 10, 1);
    assert_eq!(
        (text.as_str(), at),
        ("…ustomer …\n", Some(Position::new(7, 0)))
    );
    field.click(2, 0, false);
    assert_eq!(field.position(), 11);

    let mut field = one("顾客真正缺乏的是什么");
    let end = Some(Position::new(8, 0));
    assert_eq!(drawn(&mut field, 9, 1), ("… 是什么\n".into(), end));
    press(&mut field, "home");
    let start = Some(Position::new(0, 0));
    assert_eq!(drawn(&mut field, 9, 1), ("顾客真正…\n".into(), start));
    assert_eq!(drawn(&mut field, 8, 1), ("顾客真 …\n".into(), start));
}

#[test]
fn many_rows_scroll_and_the_wheel_leaves_the_caret() {
    let mut field = many("1\n2\n3\n4\n5");
    assert_eq!(
        drawn(&mut field, 4, 2),
        ("4\n5\n".into(), Some(Position::new(1, 1)))
    );
    assert!(field.scroll(-9));
    assert_eq!(drawn(&mut field, 4, 2), ("1\n2\n".into(), None));
    assert!(!field.scroll(-1));
    field.click(0, 1, false);
    assert_eq!(field.position(), 2);
    press(&mut field, "pagedown");
    assert_eq!(
        drawn(&mut field, 4, 2),
        ("3\n4\n".into(), Some(Position::new(0, 1)))
    );
    field.set_text("");
    assert_eq!(
        drawn(&mut field, 4, 2),
        ("\n\n".into(), Some(Position::new(0, 0)))
    );
}

#[test]
fn words_are_underlined_and_selected_by_bytes() {
    let mut field = one("a需b");
    press(&mut field, "shift-left");
    let area = Rect::new(1, 0, 6, 1);
    let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
    let mark = Style::new().add_modifier(Modifier::UNDERLINED);
    let theme = Theme::named("mono").unwrap();
    field.draw(&mut buf, area, &theme, &[(1..4, mark)]);
    let has = |x: u16, modifier| buf[(x, 0)].modifier.contains(modifier);
    assert!(!has(1, Modifier::UNDERLINED) && has(2, Modifier::UNDERLINED));
    assert!(has(4, Modifier::REVERSED) && !has(2, Modifier::REVERSED));
}

#[test]
fn a_text_changed_elsewhere_shows_where() {
    let mut field = many("the need of commuters");
    field.set_text("the want of commuters");
    assert_eq!(field.position(), 8);
    let mut field = many("顾客需要早餐");
    field.set_text("顾客想要早餐");
    assert_eq!(field.position(), "顾客想".len());
    field.select(0..3);
    field.set_text("顾客想要早餐");
    assert_eq!(field.selection(), Some(0..3));
}

#[test]
fn selecting_inside_a_character_takes_all_of_its_beginning() {
    let mut field = one("需要");
    field.select(1..5);
    assert_eq!(field.selection(), Some(0..3));
    field.select(2..999);
    assert_eq!(field.copy(), "需要");
}

/// Anything that can be done to a field.
#[derive(Debug, Clone)]
enum Act {
    Key(Key),
    Paste(String),
    Click(u16, u16, bool),
    Set(String),
    Scroll(isize),
}

fn letters() -> impl Strategy<Value = String> {
    "[ab 中文，。“”\n\t\u{301}\u{200d}👩👧🇨🇳\u{3000}\r\u{600}각ᄀ]{0,12}"
}

fn act() -> impl Strategy<Value = Act> {
    const KEYS: &str = "left right up down home end pageup pagedown ctrl-left ctrl-right ctrl-home \
        ctrl-end shift-left shift-right shift-up shift-down shift-home shift-end ctrl-shift-left \
        ctrl-shift-right ctrl-a esc backspace delete ctrl-w ctrl-delete alt-d ctrl-k ctrl-u enter \
        tab a 中 ， space";
    let key = proptest::sample::select(KEYS.split_whitespace().collect::<Vec<_>>());
    prop_oneof![
        8 => key.prop_map(|key| Act::Key(Key::parse(key).unwrap())),
        2 => letters().prop_map(Act::Paste),
        2 => (0u16..30, 0u16..9, any::<bool>()).prop_map(|(c, r, e)| Act::Click(c, r, e)),
        1 => letters().prop_map(Act::Set),
        1 => (-9isize..9).prop_map(Act::Scroll),
    ]
}

fn is_boundary(text: &str, at: usize) -> bool {
    at == text.len() || text.grapheme_indices(true).any(|(start, _)| start == at)
}

/// What a plain program would make of a key that writes or deletes one character.
fn model(before: &TextField, act: &Act) -> Option<String> {
    let (text, caret) = (before.text(), before.position());
    let marks = || {
        text.grapheme_indices(true)
            .map(|(at, _)| at)
            .chain([text.len()])
    };
    let next = marks().find(|&at| at > caret).unwrap_or(text.len());
    let previous = marks().rfind(|&at| at < caret).unwrap_or(0);
    let (range, new) = match act {
        Act::Key(key) if key.ctrl || key.alt => return None,
        Act::Key(Key { code, .. }) => match code {
            Code::Char(c) => (caret..caret, c.to_string()),
            Code::Enter if before.multi => (caret..caret, "\n".into()),
            Code::Backspace => (previous..caret, String::new()),
            Code::Delete => (caret..next, String::new()),
            _ => return None,
        },
        Act::Paste(text) => (caret..caret, clean(text, before.multi)),
        Act::Set(text) => return Some(unify_line_ends(text).into_owned()),
        _ => return None,
    };
    if new.is_empty() && matches!(act, Act::Paste(_)) {
        return Some(text.to_owned());
    }
    let range = before.selection().unwrap_or(range);
    Some(format!(
        "{}{new}{}",
        &text[..range.start],
        &text[range.end..]
    ))
}

proptest! {
    #[test]
    fn whatever_is_done_the_field_stays_whole(
        start in letters(),
        multi in any::<bool>(),
        cols in 1u16..24,
        lines in 1u16..5,
        acts in proptest::collection::vec(act(), 1..40),
    ) {
        let mut field = TextField::new(&start, multi);
        for act in acts {
            let before = field.clone();
            let change = match &act {
                Act::Key(key) => field.handle(key),
                Act::Paste(text) => field.paste(text),
                Act::Click(col, row, extend) => field.click(*col, *row, *extend),
                Act::Set(text) => { field.set_text(text); Change::Text }
                Act::Scroll(rows) => { field.scroll(*rows); Change::Moved }
            };
            if let Some(expected) = model(&before, &act) {
                prop_assert_eq!(field.text(), expected);
            }
            if change != Change::Text {
                prop_assert_eq!(field.text(), before.text());
            }
            if matches!(change, Change::None | Change::Ignored) {
                prop_assert_eq!(field.position(), before.position());
            }
            prop_assert!(is_boundary(field.text(), field.position()), "{:?} {:?}", act, field);
            if let Some(range) = field.selection() {
                prop_assert!(is_boundary(field.text(), range.start));
                prop_assert!(is_boundary(field.text(), range.end));
            }
            // What is remembered of the rows is what a fresh look at the text would find.
            let rows = field.rows(cols);
            prop_assert_eq!(&rows, &TextField::new(field.text(), multi).rows(cols));
            prop_assert_eq!(rows.len(), field.height(cols));
            let (column, row) = field.caret(cols);
            prop_assert!(row < rows.len());
            if multi {
                let joined: String = rows.iter().map(|row| &field.text()[row.clone()]).collect();
                prop_assert_eq!(joined, field.text().replace('\n', ""));
                prop_assert!(column < usize::from(cols.max(2)));
                for row in rows {
                    let row = field.text()[row].trim_end_matches([' ', '\t', '\u{3000}']);
                    let one = row.graphemes(true).count() == 1;
                    prop_assert!(one || crate::tui::wrap::width(row) < usize::from(cols.max(2)));
                }
            }
            let scrolled = matches!(act, Act::Scroll(_));
            let (_, at) = drawn(&mut field, cols, lines);
            prop_assert!(at.is_some() || scrolled || !field.follow || (multi && cols < 2));
        }
    }
}
