//! What keys do to the file: the text before, the keys, the text after, compared in bytes.

use crate::support::harness::{Harness, plan};
use farsight::words::Lang;

/// Opens the text, goes to a place, presses keys; the text is then as it should be, and undo
/// gives the first one back.
#[track_caller]
fn case_in(lang: Lang, before: &str, at: &str, keys: &str, after: &str) -> Harness {
    let mut h = Harness::plan(lang, before);
    h.go(at).keys(keys);
    assert_eq!(h.text(), after, "after {keys:?} at {at}:\n{}", h.screen());
    repeat(&mut h, "alt-z", before);
    repeat(&mut h, "ctrl-y", after);
    h
}

/// Presses a key until the text is as it should be, a few times at most.
#[track_caller]
fn repeat(h: &mut Harness, key: &str, text: &str) {
    for _ in 0..9 {
        if h.text() != text {
            h.keys(key);
        }
    }
    assert_eq!(h.text(), text, "after {key} again and again");
}

/// The same, with the head that every plan has, in English.
#[track_caller]
fn case(before: &str, at: &str, keys: &str, after: &str) {
    case_in(Lang::En, &plan(before), at, keys, &plan(after));
}

/// 中文界面下同样的检查。
#[track_caller]
fn 例(before: &str, at: &str, keys: &str, after: &str) {
    case_in(Lang::Zh, &plan(before), at, keys, &plan(after));
}

const NEED: &str = "\n[[needs.customer_needs]]\nid = \"warm\"\nneed = \"To start warm.\"\n";
const 需要: &str = "\n[[needs.customer_needs]]\nid = \"热早餐\"\nneed = \"一早吃上热的。\"\n";

#[test]
fn a_line_is_typed() {
    case(
        "",
        "plan.organisation",
        "\"Pier Nine\"",
        "organisation = \"Pier Nine\"\n",
    );
    // A double quote is held by the other kind of quotes.
    let mut h = Harness::plan(Lang::En, &plan(""));
    h.go("plan.organisation");
    for c in "The \"Pier\" \\ co".chars() {
        h.press(farsight::tui::input::Key::char(c));
    }
    assert_eq!(h.text(), plan("organisation = 'The \"Pier\" \\ co'\n"));
}

#[test]
fn 输入一行文字() {
    例(
        "",
        "plan.organisation",
        "\"九号码头\"",
        "organisation = \"九号码头\"\n",
    );
}

#[test]
fn a_text_has_lines_and_wraps_when_it_is_long() {
    case(
        "",
        "needs.market.definition",
        "\"All who cross the bay.\" enter \"Twice a day.\"",
        "\n[needs.market]\ndefinition = \"\"\"\nAll who cross the bay.\nTwice a day.\"\"\"\n",
    );
    let long = "All who cross the bay before seven, on foot or with a bicycle, and who have no car that waits on the other side.";
    let wrapped = "\n[needs.market]\ndefinition = \"\"\"\n\
                   All who cross the bay before seven, on foot or with a bicycle, and who have no \\\n\
                   car that waits on the other side.\"\"\"\n";
    let mut h = Harness::plan(Lang::En, &plan(""));
    h.go("needs.market.definition").paste(long);
    assert_eq!(h.text(), plan(wrapped));
}

#[test]
fn 长文字分行也折行() {
    例(
        "",
        "needs.market.definition",
        "\"所有过江的人。\" enter \"每天两趟。\"",
        "\n[needs.market]\ndefinition = \"\"\"\n所有过江的人。\n每天两趟。\"\"\"\n",
    );
    let long = "所有在早上七点以前步行或骑车过江、对岸没有车等着的人，包括夜班护士、早市摊主和寄宿学校的学生。";
    let wrapped = "\n[needs.market]\ndefinition = \"\"\"\n\
                   所有在早上七点以前步行或骑车过江、对岸没有车等着的人，包括夜班护士、早市摊主和寄\\\n\
                   宿学校的学生。\"\"\"\n";
    let mut h = Harness::plan(Lang::Zh, &plan(""));
    h.go("needs.market.definition").paste(long);
    assert_eq!(h.text(), plan(wrapped));
}

#[test]
fn a_text_typed_key_by_key_wraps_too() {
    for (lang, long) in [
        (
            Lang::En,
            "All who cross before seven, on foot or by bicycle, and have no car that waits over there.",
        ),
        (
            Lang::Zh,
            "所有在早上七点以前步行或骑车过江、对岸没有车等着的人，包括夜班护士和寄宿学校的学生。",
        ),
    ] {
        let mut pasted = Harness::plan(lang, &plan(""));
        pasted.go("needs.market.definition").paste(long);
        let typed = format!("\"{long}\"");
        case_in(
            lang,
            &plan(""),
            "needs.market.definition",
            &typed,
            &pasted.text(),
        );
    }
}

#[test]
fn numbers_are_typed_as_people_write_them() {
    let market = |line: &str| format!("\n[needs.market]\n{line}\n");
    for (field, typed, line) in [
        ("size", "42,000", "size = 42000"),
        ("size", "42k", "size = 42000"),
        ("value", "1,200.50", "value = 1200.5"),
        ("growth", "35 %", "growth = 0.35"),
        ("growth", "-2.5%", "growth = -0.025"),
    ] {
        let at = format!("needs.market.{field}");
        case("", &at, &format!("\"{typed}\""), &market(line));
    }
    let sizing = "\n[[needs.sizing]]\nid = \"riders\"\nwhat = \"Riders\"\n";
    case(
        sizing,
        "needs.sizing.riders.factor",
        "\"0.75\"",
        &format!("{sizing}factor = 0.75\n"),
    );
}

#[test]
fn 数字怎么写都行() {
    let market = |line: &str| format!("\n[needs.market]\n{line}\n");
    for (field, typed, line) in [
        ("size", "4.2万", "size = 42000"),
        ("size", "４２０００", "size = 42000"),
        ("value", "3万", "value = 30000.0"),
        ("value", "1,200.50元", "value = 1200.5"),
        ("growth", "三成五", "growth = 0.35"),
        ("growth", "百分之三十五", "growth = 0.35"),
    ] {
        let at = format!("needs.market.{field}");
        例("", &at, &format!("\"{typed}\""), &market(line));
    }
}

#[test]
fn dates_and_periods_are_typed_in_words() {
    case(
        "",
        "plan.starts",
        "\"1 March 2027\"",
        "starts = 2027-03-01\n",
    );
    case("", "plan.starts", "\"+2w\"", "starts = 2027-03-15\n");
    let row = "\n[[mix.budget]]\nid = \"boats\"\nitem = \"Boats\"\n";
    case(
        row,
        "mix.budget.boats.period",
        "\"Q1 2027\"",
        &format!("{row}period = \"2027-Q1\"\n"),
    );
}

#[test]
fn 日期和时期可用中文写() {
    例(
        "",
        "plan.starts",
        "\"2027年3月1日\"",
        "starts = 2027-03-01\n",
    );
    let row = "\n[[mix.budget]]\nid = \"船\"\nitem = \"船票\"\n";
    例(
        row,
        "mix.budget.船.period",
        "\"2027年第一季度\"",
        &format!("{row}period = \"2027-Q1\"\n"),
    );
}

#[test]
fn a_flag_is_switched_by_space() {
    let row = "\n[[plan.team]]\nid = \"mate\"\nrole = \"Mate\"\n";
    let at = "plan.team.mate.vacant";
    case(row, at, "space", &format!("{row}vacant = true\n"));
    case(row, at, "space space", &format!("{row}vacant = false\n"));
    case(row, at, "enter", &format!("{row}vacant = true\n"));
    case(row, at, "\"yes\"", &format!("{row}vacant = true\n"));
    例(row, at, "\"是\"", &format!("{row}vacant = true\n"));
}

#[test]
fn a_scale_takes_a_digit_or_arrows() {
    let at = "needs.customer_needs.warm.importance";
    let with = |line: &str| format!("{NEED}{line}\n");
    case(NEED, at, "4", &with("importance = 4"));
    case(NEED, at, "4 2", &with("importance = 2"));
    case(NEED, at, "right", &with("importance = 1"));
    case(NEED, at, "4 right", &with("importance = 5"));
    case(NEED, at, "5 right", &with("importance = 5"));
    case(NEED, at, "left", &with("importance = 1"));
    case(NEED, at, "1 left", &with("importance = 1"));
    例(
        需要,
        "needs.customer_needs.热早餐.importance",
        "3 right",
        &format!("{需要}importance = 4\n"),
    );
}

#[test]
fn a_choice_is_picked() {
    case(
        "",
        "plan.kind",
        "enter \"public\" enter",
        "kind = \"public\"\n",
    );
    case("", "plan.kind", "\"non\" enter", "kind = \"non-profit\"\n");
    case(
        "",
        "plan.kind",
        "enter down enter",
        "kind = \"non-profit\"\n",
    );
    // Given up, nothing changes; emptied, the line goes.
    case("", "plan.kind", "enter esc", "");
    case("kind = \"public\"\n", "plan.kind", "backspace", "");
    例(
        "",
        "plan.kind",
        "enter \"公共\" enter",
        "kind = \"public\"\n",
    );
}

#[test]
fn choices_are_ticked() {
    let row = "\n[[mix.products]]\nid = \"ferry\"\nname = \"Ferry\"\n";
    let at = "mix.products.ferry.price_basis";
    case(
        row,
        at,
        "enter space down space enter",
        &format!("{row}price_basis = [\"value\", \"competition\"]\n"),
    );
    case(
        row,
        at,
        "enter \"cost\" enter enter",
        &format!("{row}price_basis = [\"cost\"]\n"),
    );
    例(
        row,
        at,
        "enter \"成本\" enter enter",
        &format!("{row}price_basis = [\"cost\"]\n"),
    );
    // A tick taken away leaves the others.
    let two = format!("{row}price_basis = [\"value\", \"competition\"]\n");
    let one = format!("{row}price_basis = [\"competition\"]\n");
    case(&two, at, "enter space enter", &one);
}

const SEGMENTS: &str = "\n[[targeting.segments]]\nid = \"night-nurses\"\nname = \"Night nurses\"\n\
                        \n[[targeting.segments]]\nid = \"早市摊主\"\nname = \"早市摊主\"\n";

#[test]
fn a_reference_is_picked_or_its_row_is_made() {
    let row = "\n[[mix.messages]]\nid = \"rest\"\ntext = \"Sit down.\"\n";
    let before = format!("{SEGMENTS}{row}");
    let at = "mix.messages.rest.segment";
    case(
        &before,
        at,
        "enter \"night\" enter",
        &before.replace(
            "id = \"rest\"\n",
            "id = \"rest\"\nsegment = \"night-nurses\"\n",
        ),
    );
    例(
        &before,
        at,
        "enter \"早市\" enter",
        &before.replace("id = \"rest\"\n", "id = \"rest\"\nsegment = \"早市摊主\"\n"),
    );
    let made = "\n[[targeting.segments]]\nid = \"anglers\"\nname = \"Anglers\"\n";
    case(
        &before,
        at,
        "\"Anglers\" enter",
        &format!("{SEGMENTS}{made}{row}")
            .replace("id = \"rest\"\n", "id = \"rest\"\nsegment = \"anglers\"\n"),
    );
    let made = "\n[[targeting.segments]]\nid = \"钓鱼的人\"\nname = \"钓鱼的人\"\n";
    例(
        &before,
        at,
        "enter \"钓鱼的人\" enter",
        &format!("{SEGMENTS}{made}{row}")
            .replace("id = \"rest\"\n", "id = \"rest\"\nsegment = \"钓鱼的人\"\n"),
    );
}

#[test]
fn several_references_are_ticked() {
    let row = "\n[[mix.products]]\nid = \"ferry\"\nname = \"Ferry\"\n";
    let before = format!("{SEGMENTS}{row}");
    let at = "mix.products.ferry.segments";
    case(
        &before,
        at,
        "enter space down space enter",
        &format!("{before}segments = [\"night-nurses\", \"早市摊主\"]\n"),
    );
}

#[test]
fn picking_loses_nothing_and_keeps_the_order() {
    let row = "\n[[mix.products]]\nid = \"ferry\"\nname = \"Ferry\"\n";
    let held = format!("{SEGMENTS}{row}segments = [\"早市摊主\", \"nobody\"]\n");
    let at = "mix.products.ferry.segments";
    for keys in ["enter enter", "enter esc", "enter space space enter"] {
        let mut h = Harness::plan(Lang::En, &plan(&held));
        h.go(at).keys(keys);
        assert_eq!(h.text(), plan(&held), "{keys}");
    }
    let more = held.replace("nobody\"", "nobody\", \"night-nurses\"");
    case(&held, at, "enter space enter", &more);
    let held = format!("{row}price_basis = [\"cost\", \"猜的\", \"value\"]\n");
    let less = held.replace("\"cost\", ", "");
    例(
        &held,
        "mix.products.ferry.price_basis",
        "enter enter",
        &held,
    );
    例(
        &held,
        "mix.products.ferry.price_basis",
        "enter down down space enter",
        &less,
    );
}

#[test]
fn a_list_has_one_item_a_line() {
    case(
        "",
        "plan.brands",
        "\"Tern\" enter \"Heron\"",
        "brands = [\"Tern\", \"Heron\"]\n",
    );
    case(
        "",
        "plan.brands",
        "\"Tern; Heron\"",
        "brands = [\"Tern\", \"Heron\"]\n",
    );
    例(
        "",
        "plan.brands",
        "\"燕鸥\" enter \"白鹭\"",
        "brands = [\"燕鸥\", \"白鹭\"]\n",
    );
    例(
        "",
        "plan.brands",
        "\"燕鸥；白鹭\"",
        "brands = [\"燕鸥\", \"白鹭\"]\n",
    );
}

#[test]
fn scores_are_pairs() {
    let row = "\n[[value.factors]]\nid = \"speed\"\nname = \"Speed\"\n";
    let at = "value.factors.speed.rivals";
    case(
        row,
        at,
        "\"bus = 5\" enter \"stay-home: 10\"",
        &format!("{row}rivals = {{ bus = 5, stay-home = 10 }}\n"),
    );
    例(
        row,
        at,
        "\"公交：5\"",
        &format!("{row}rivals = {{ \"公交\" = 5 }}\n"),
    );
    // What stood there is a table; a further line joins it.
    let held = format!("{row}rivals = {{ bus = 5 }}\n");
    let more = format!("{row}rivals = {{ bus = 5, walk = 2 }}\n");
    case(&held, at, "enter \"walk = 2\"", &more);
}

#[test]
fn what_is_no_value_stays_as_text_with_a_finding() {
    for (lang, at, typed, line, says) in [
        (
            Lang::En,
            "needs.market.size",
            "hard to tell",
            "size = \"hard to tell\"",
            "takes a whole number",
        ),
        (
            Lang::Zh,
            "needs.market.size",
            "说不准",
            "size = \"说不准\"",
            "这里应填非负整数",
        ),
        (
            Lang::En,
            "needs.market.growth",
            "a lot",
            "growth = \"a lot\"",
            "takes a percentage",
        ),
        (
            Lang::Zh,
            "needs.market.growth",
            "很多",
            "growth = \"很多\"",
            "这里应填百分比",
        ),
        (
            Lang::En,
            "needs.market.value",
            "lots",
            "value = \"lots\"",
            "takes an amount",
        ),
    ] {
        let after = plan(&format!("\n[needs.market]\n{line}\n"));
        let mut h = case_in(lang, &plan(""), at, &format!("\"{typed}\""), &after);
        h.keys("backspace")
            .paste(&typed[typed.char_indices().last().unwrap().0..]);
        assert_eq!(h.text(), after);
        h.sees(says);
        let session = h.app.desk.session.as_ref().unwrap();
        assert!(session.findings_at(at).count() > 0, "{at} has no finding");
        // It is still there after leaving, saving and coming back.
        h.keys("esc ctrl-s").go(at).sees(typed);
        assert_eq!(h.file(), after);
    }
}

#[test]
fn half_of_a_number_can_stand_while_it_is_typed() {
    let market = |value: &str| format!("\n[needs.market]\nvalue = {value}\n");
    case("", "needs.market.value", "\"12.\"", &market("\"12.\""));
    case("", "needs.market.value", "\"12.5\"", &market("12.5"));
    let mut h = Harness::plan(Lang::En, &plan(""));
    h.go("needs.market.value").keys("\"1,2\"").sees("1,2");
    h.keys("\"00.50\"").sees("1,200.50");
    assert!(h.text().contains("value = 1200.5\n"));
}

#[test]
fn comments_line_ends_and_the_byte_order_mark_stay() {
    let before = "\u{feff}# 我们的计划\r\nfarsight = 1\r\n\r\n[plan] # frame\r\ntitle = 'Ferry' # for now\r\n# later\r\n\r\n# -- needs --\r\n[[needs.customer_needs]]\r\nid = \"warm\"\r\nneed = \"Warm.\"   # ask again\r\n";
    case_in(
        Lang::En,
        before,
        "plan.title",
        "\" boat\"",
        &before.replace("'Ferry'", "'Ferry boat'"),
    );
    case_in(
        Lang::Zh,
        before,
        "plan.title",
        "\"渡轮\"",
        &before.replace("'Ferry'", "'Ferry渡轮'"),
    );
    case_in(
        Lang::En,
        before,
        "needs.customer_needs.warm.need",
        "enter \"Dry.\"",
        &before.replace("\"Warm.\"   #", "\"\"\"\r\nWarm.\r\nDry.\"\"\"   #"),
    );
    case_in(
        Lang::En,
        before,
        "plan.organisation",
        "\"Pier\"",
        &before.replace("# for now\r\n", "# for now\r\norganisation = \"Pier\"\r\n"),
    );
}

#[test]
fn a_cleared_field_leaves_no_line() {
    case(
        "organisation = \"Pier\"\n",
        "plan.organisation",
        "ctrl-u",
        "",
    );
    case(
        "organisation = \"Pier\"\n",
        "plan.organisation",
        "ctrl-a delete",
        "",
    );
    例(
        "organisation = \"码头\"\n",
        "plan.organisation",
        "backspace backspace",
        "",
    );
    // With a comment beside it, the line stays for the comment's sake.
    case(
        "organisation = \"Pier\" # or harbour?\n",
        "plan.organisation",
        "ctrl-u",
        "organisation = \"\" # or harbour?\n",
    );
}

#[test]
fn the_field_is_cleared_from_the_palette() {
    let mut h = Harness::plan(Lang::En, &plan("organisation = \"Pier\"\n"));
    h.go("plan.organisation")
        .keys("ctrl-p \"clear this\" enter");
    assert_eq!(h.text(), plan(""));
}

#[test]
fn undo_goes_over_fields_and_rows_and_a_save() {
    let mut h = Harness::plan(Lang::En, &plan(""));
    h.go("plan.organisation").keys("\"Pier\" tab \"ferries\"");
    let two = h.text();
    h.keys("ctrl-s");
    assert_eq!(h.file(), two);
    h.go("needs.customer_needs")
        .keys("enter \"To rest.\" enter");
    assert!(h.text().contains("need = \"To rest.\""), "{}", h.text());
    h.keys("alt-z");
    assert_eq!(h.text(), two);
    h.keys("alt-z").sees("Organisation");
    assert_eq!(h.text(), plan("organisation = \"Pier\"\n"));
    assert!(h.is_dirty(), "undone after the save");
    h.keys("alt-z");
    assert_eq!(h.text(), plan(""));
    h.keys("alt-z").sees("Nothing to take back.");
    h.keys("ctrl-y ctrl-y");
    assert_eq!(h.text(), two);
    assert!(!h.is_dirty(), "what the file has is no change");
    h.keys("ctrl-y");
    assert!(h.text().contains("need = \"To rest.\""));
    h.keys("ctrl-y").sees("Nothing to make again.");
}

#[test]
fn typing_in_one_field_is_one_step_until_the_caret_moves() {
    let mut h = Harness::plan(Lang::Zh, &plan(""));
    h.go("plan.organisation").keys("\"码头\" left \"号\"");
    assert_eq!(h.text(), plan("organisation = \"码号头\"\n"));
    h.keys("alt-z");
    assert_eq!(h.text(), plan("organisation = \"码头\"\n"));
    h.sees("码头").keys("alt-z");
    assert_eq!(h.text(), plan(""));
}

const TWO: &str = "\n[[targeting.segments]] # first\nid = \"nurses\"\nname = \"Nurses\"\n\
                   \n# the second\n[[targeting.segments]]\nid = \"anglers\"\nname = \"Anglers\"\n\
                   \n[[mix.channels]]\nid = \"quay\"\nname = \"Quay\"\nsegments = [\"nurses\", \"anglers\"] # both\n";

#[test]
fn a_row_is_added_by_its_name() {
    case(
        "",
        "needs.customer_needs",
        "enter \"To sit on the way.\" enter",
        "\n[[needs.customer_needs]]\nid = \"to-sit-on-the-way\"\nneed = \"To sit on the way.\"\n",
    );
    例(
        "",
        "needs.customer_needs",
        "f2 \"路上能坐下。\" enter",
        "\n[[needs.customer_needs]]\nid = \"路上能坐下\"\nneed = \"路上能坐下。\"\n",
    );
    // Given up, nothing is made.
    case("", "needs.customer_needs", "enter \"To sit\" esc", "");
}

#[test]
fn a_row_is_duplicated_and_deleted() {
    let copy = "\n# the second\n[[targeting.segments]]\nid = \"anglers\"\nname = \"Anglers\"\n";
    let h = {
        let mut h = Harness::plan(Lang::En, &plan(TWO));
        h.go("targeting.segments.anglers").keys("ctrl-d");
        h
    };
    assert!(h.text().contains("id = \"anglers-2\""), "{}", h.text());
    assert!(
        h.text()
            .starts_with(&plan(&TWO[..TWO.find(copy).unwrap() + copy.len()]))
    );
    let mut h = Harness::plan(Lang::En, &plan(TWO));
    h.go("targeting.segments.anglers").keys("esc delete");
    assert!(!h.text().contains("id = \"anglers\""));
    h.sees("1 references to it now dangle");
    h.keys("alt-z");
    assert_eq!(h.text(), plan(TWO));
}

#[test]
fn rows_change_places_with_their_comments() {
    let mut h = case_in(
        Lang::En,
        &plan(TWO),
        "targeting.segments.nurses",
        "esc alt-down",
        &plan(
            "\n# the second\n[[targeting.segments]]\nid = \"anglers\"\nname = \"Anglers\"\n\
             \n[[targeting.segments]] # first\nid = \"nurses\"\nname = \"Nurses\"\n\
             \n[[mix.channels]]\nid = \"quay\"\nname = \"Quay\"\nsegments = [\"nurses\", \"anglers\"] # both\n",
        ),
    );
    h.go("targeting.segments.nurses").keys("esc alt-up");
    assert_eq!(h.text(), plan(TWO));
    // At the end nothing happens.
    h.keys("alt-up");
    assert_eq!(h.text(), plan(TWO));
}

#[test]
fn references_follow_a_row_that_is_renamed() {
    case(
        TWO,
        "targeting.segments.nurses",
        "alt-r ctrl-u \"night-nurses\" enter",
        &TWO.replace("\"nurses\"", "\"night-nurses\""),
    );
    例(
        TWO,
        "targeting.segments.nurses",
        "alt-r ctrl-u \"夜班护士\" enter",
        &TWO.replace("\"nurses\"", "\"夜班护士\""),
    );
    // A name that is taken is refused in words.
    let mut h = Harness::plan(Lang::En, &plan(TWO));
    h.go("targeting.segments.nurses")
        .keys("alt-r ctrl-u \"anglers\" enter");
    assert_eq!(h.text(), plan(TWO));
    h.sees("is taken in this list").keys("\"x\" alt-z");
    assert_eq!(h.text(), plan(TWO), "the field that was edited goes on");
}

#[test]
fn a_field_is_marked_as_unknown_and_unmarked() {
    case(
        "",
        "needs.market.size",
        "f4",
        "unknown = [\"needs.market.size\"]\n",
    );
    let mut h = Harness::plan(Lang::Zh, &plan(""));
    h.go("needs.market.size").keys("f4").sees("不知道");
    h.keys("f4");
    assert!(!h.text().contains("needs.market.size"), "{}", h.text());
}

#[test]
fn a_paste_is_one_step_and_presses_no_keys() {
    let mut h = Harness::plan(Lang::En, &plan(""));
    h.go("needs.market.definition").keys("\"Who? \"");
    h.paste("Nurses\r\nand \u{1b}[31mbakers\u{7}\r\nq\u{202e}\t\u{13}");
    let text = h.text();
    assert!(text.contains("Who? Nurses\nand "), "{text}");
    assert!(
        !text.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r', '\u{13}']),
        "{text:?}"
    );
    h.keys("alt-z");
    assert_eq!(
        h.text(),
        plan("\n[needs.market]\ndefinition = \"Who? \"\n").replace("? \"", "?\"")
    );
}

#[test]
fn 粘贴是一步操作() {
    let mut h = Harness::plan(Lang::Zh, &plan(""));
    h.go("plan.organisation").paste("九号\r\n码头\u{1b}[0m");
    assert!(h.text().contains("九号 码头"), "{}", h.text());
    h.keys("alt-z");
    assert_eq!(h.text(), plan(""));
    // 没有选中字段时，粘贴不会丢，也不会乱写。
    h.keys("esc").paste("码头").sees("请先选中一个字段再粘贴。");
    assert_eq!(h.text(), plan(""));
}

#[test]
fn whole_characters_are_deleted() {
    for (typed, keys, left) in [
        ("cafe\u{301}s", "backspace backspace", "caf"),
        ("ok 👩‍👩‍👧", "backspace", "ok "),
        ("🇨🇳🇫🇷", "backspace", "🇨🇳"),
        ("顾客需要", "backspace", "顾客需"),
        ("顾客 need", "left left left left backspace", "顾客need"),
        ("需要欲望", "home right delete", "需欲望"),
        ("早餐 early", "ctrl-w", "早餐 "),
    ] {
        let mut h = Harness::plan(Lang::Zh, &plan(""));
        h.go("plan.organisation")
            .paste(typed)
            .keys(keys)
            .keys("\"|\"");
        let at = h.text();
        assert!(
            at.contains(&format!("\"{}|", left.trim_end()))
                || at.contains(&format!("\"{left}|"))
                || at.contains('|') && at.replace('|', "").contains(left.trim_end()),
            "{typed} {keys}: {at}"
        );
    }
    case(
        "",
        "plan.organisation",
        "\"ok👍🏽\" backspace",
        "organisation = \"ok\"\n",
    );
    例(
        "",
        "plan.organisation",
        "\"需e\u{301}要\" left backspace",
        "organisation = \"需要\"\n",
    );
}

#[test]
fn a_selection_is_cut_and_copied_to_the_clipboard() {
    use farsight::tui::app::Errand;
    let mut h = Harness::plan(Lang::Zh, &plan("organisation = \"九号码头\"\n"));
    h.go("plan.organisation")
        .keys("shift-left shift-left ctrl-x");
    assert_eq!(h.text(), plan("organisation = \"九号\"\n"));
    assert_eq!(h.app.errands, [Errand::Copy("码头".into())]);
    h.keys("ctrl-c").sees("已复制2个字符。");
    assert_eq!(h.app.errands[1], Errand::Copy("九号".into()));
    h.keys("alt-z");
    assert_eq!(h.text(), plan("organisation = \"九号码头\"\n"));
}

#[test]
fn a_broken_or_newer_file_is_shown_and_not_edited() {
    for (text, en, zh) in [
        (
            "farsight = 1\n[plan]\ntitle = \"Ferry\norganisation = 1\n",
            "syntax errors",
            "语法错误",
        ),
        (
            "farsight = 99\n[plan]\ntitle = \"Ferry\"\n",
            "newer farsight",
            "更新版本",
        ),
    ] {
        for (lang, says) in [(Lang::En, en), (Lang::Zh, zh)] {
            let mut h = Harness::plan(lang, text);
            h.sees(says);
            for (at, keys) in [
                ("plan.organisation", "\"x\""),
                ("plan.organisation", "\"需\""),
                ("plan.kind", "enter enter"),
                ("plan", "f4"),
                ("needs.customer_needs", "f2 \"need\" enter"),
                ("plan.title", "alt-r ctrl-d alt-down"),
            ] {
                h.go(at).keys(keys);
                assert_eq!(h.text(), text, "{keys} at {at}");
            }
            h.go("plan.organisation").paste("pasted");
            assert_eq!(h.text(), text);
            assert!(h.notice().contains(says), "{}", h.notice());
            assert!(!h.is_dirty());
        }
    }
}
