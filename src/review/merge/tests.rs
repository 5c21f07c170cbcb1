//! What becomes of two changes.

use super::*;

const BASE: &str = r#"# A tea house.
farsight = 1

[plan]
title = "Tea house"   # on the cover
owner = "Ana"

# -- needs ------------------------------
[[needs.customer_needs]]
id = "quiet-hour"
who = "night nurses"
need = "come down before sleep"
importance = 4

[[needs.customer_needs]]
id = "company"
who = "night nurses and drivers"
need = "talk to someone who is awake too"

# -- targeting --------------------------
[targeting]
strategy = "concentrated"

[[targeting.segments]]
id = "nurses"
needs = ["quiet-hour", "company"]
size = 1200
"#;

fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
    merge(base, ours, theirs, &Options::default())
}

/// The base with some texts replaced by others.
fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(BASE.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    })
}

/// Merges changes of both sides that must not get in each other's way.
fn clean(ours: &[(&str, &str)], theirs: &[(&str, &str)]) -> String {
    let all = merged(BASE, &with(ours), &with(theirs));
    assert_eq!(all.conflicts, [], "{}", all.text);
    assert_eq!(all.plain, None);
    all.text
}

#[test]
fn changes_apart_are_both_there() {
    let ours = [("1200", "1300"), ("# A tea house.", "# A tea house, ours.")];
    let theirs = [
        ("\"Ana\"", "\"Bo\""),
        ("# on the cover", "# theirs"),
        ("need = \"talk", "# theirs too\nneed = \"talk"),
    ];
    let both: Vec<_> = ours.iter().chain(&theirs).copied().collect();
    assert_eq!(clean(&ours, &theirs), with(&both));
    assert_eq!(clean(&theirs, &ours), with(&both));
}

#[test]
fn nothing_of_theirs_leaves_the_bytes_of_ours() {
    let ours = with(&[("1200", "1_300"), ("Ana", "安娜")]).replace('\n', "\r\n");
    assert_eq!(merged(BASE, &ours, BASE).text, ours);
    let theirs = with(&[("1200", "1_300"), ("Ana", "安娜")]);
    assert_eq!(merged(BASE, BASE, &theirs).text, theirs);
}

#[test]
fn rows_come_after_the_row_that_precedes_them_and_go() {
    let row = "\n# new\n[[needs.customer_needs]]\nid = \"warmth\"\nneed = \"be warm\"\n";
    let at = "importance = 4\n";
    let theirs = with(&[(at, &format!("{at}{row}"))]);
    let ours = with(&[(
        "# -- targeting",
        "[[needs.customer_needs]]\nid = \"ours\"\n\n# -- targeting",
    )]);
    let all = merged(BASE, &ours, &theirs);
    assert_eq!(all.conflicts, []);
    assert_eq!(all.text, ours.replacen(at, &format!("{at}{row}"), 1));
    let gone = with(&[(
        "[[needs.customer_needs]]\nid = \"company\"\nwho = \"night nurses and drivers\"\nneed = \"talk to someone who is awake too\"\n\n",
        "",
    )]);
    let all = merged(BASE, &with(&[("1200", "9")]), &gone);
    assert_eq!(all.text, gone.replace("1200", "9"));
}

#[test]
fn a_row_removed_by_one_and_edited_by_the_other_is_a_conflict() {
    let gone = with(&[(
        "[[needs.customer_needs]]\nid = \"company\"\nwho = \"night nurses and drivers\"\nneed = \"talk to someone who is awake too\"\n\n",
        "",
    )]);
    let all = merged(BASE, &with(&[("and drivers", "and guards")]), &gone);
    assert_eq!(all.conflicts.len(), 1);
    assert_eq!(
        all.conflicts[0].path.to_string(),
        "needs.customer_needs.company"
    );
    assert_eq!(all.conflicts[0].theirs, None);
    assert!(
        all.text
            .contains("<<<<<<< ours: needs.customer_needs.company\n[[needs")
    );
    assert!(
        all.text
            .contains("=======\n>>>>>>> theirs: needs.customer_needs.company\n")
    );
}

#[test]
fn two_values_of_one_key_are_a_conflict() {
    let all = merged(BASE, &with(&[("1200", "1300")]), &with(&[("1200", "1400")]));
    let block = "<<<<<<< ours: targeting.segments.nurses.size\nsize = 1300\n=======\nsize = 1400\n>>>>>>> theirs: targeting.segments.nurses.size\n";
    assert_eq!(all.text, with(&[("size = 1200\n", block)]));
    let conflict = &all.conflicts[0];
    assert_eq!(conflict.base.as_deref(), Some("1200"));
    assert_eq!(conflict.ours.as_deref(), Some("1300"));
    assert_eq!(conflict.theirs.as_deref(), Some("1400"));
}

#[test]
fn one_value_spelled_in_two_ways_is_none() {
    assert_eq!(
        clean(&[("1200", "1_300")], &[("1200", "1300.0")]),
        with(&[("1200", "1_300")])
    );
}

#[test]
fn a_new_id_follows_into_what_the_other_side_wrote() {
    let ours = [(
        "needs = [\"quiet-hour\", \"company\"]",
        "needs = [\"company\", \"quiet-hour\"]",
    )];
    let mut text = with(&ours);
    text += "\n[[value.benefits]]\nid = \"b\"\nneed = \"quiet-hour\"\n";
    let theirs = with(&[
        ("id = \"quiet-hour\"", "id = \"calm\""),
        ("[\"quiet-hour\",", "[\"calm\","),
    ]);
    for (one, other) in [(&text, &theirs), (&theirs, &text)] {
        let all = merged(BASE, one, other);
        assert_eq!(all.conflicts, []);
        assert!(!all.text.contains("quiet-hour"), "{}", all.text);
        assert!(all.text.contains("[\"company\", \"calm\"]"), "{}", all.text);
        assert!(all.text.contains("need = \"calm\""));
    }
}

#[test]
fn two_new_ids_of_one_row_are_a_conflict_and_nothing_else_is() {
    let named = |id: &str| BASE.replace("quiet-hour", id);
    let all = merged(BASE, &named("calm"), &named("rest"));
    assert_eq!(all.conflicts.len(), 1, "{}", all.text);
    assert_eq!(all.conflicts[0].theirs.as_deref(), Some("rest"));
    assert!(all.text.contains("id = \"calm\"\n=======\nid = \"rest\"\n"));
}

#[test]
fn lists_are_sets_in_order() {
    let list = "[\"quiet-hour\", \"company\"]";
    let text = clean(
        &[(list, "[\"quiet-hour\", \"a\", \"company\"]")],
        &[(list, "[\"company\", \"b\"]")],
    );
    assert!(
        text.contains("needs = [\"a\", \"company\", \"b\"]"),
        "{text}"
    );
    let both = merged(
        BASE,
        &with(&[(list, "[\"a\"]")]),
        &with(&[(list, "[\"b\"]")]),
    );
    assert_eq!(both.conflicts.len(), 1);
}

#[test]
fn rows_without_an_id_are_found_by_what_they_say() {
    let row = |what: &str, relief: &str| {
        format!(
            "\n[[value.costs]]\nproposition = \"p\"\nkind = \"effort\"\nwhat = \"{what}\"\nrelief = \"{relief}\"\n"
        )
    };
    let base = format!("farsight = 1\n{}{}", row("a", "a1"), row("b", "b1"));
    let ours = format!(
        "farsight = 1\n{}{}{}",
        row("new", "n"),
        row("a", "a1"),
        row("b", "b2")
    );
    let theirs = format!("farsight = 1\n{}{}", row("a", "a2"), row("b", "b1"));
    let all = merged(&base, &ours, &theirs);
    assert_eq!(all.conflicts, [], "{}", all.text);
    assert_eq!(all.text, ours.replace("a1", "a2"));
}

#[test]
fn broken_text_is_merged_by_lines_and_that_is_said() {
    let theirs = with(&[("\"Ana\"", "\"Ana")]);
    let all = merged(BASE, &with(&[("1200", "1300")]), &theirs);
    assert!(matches!(all.plain, Some(Plain::Broken(Side::Theirs, _))));
    assert_eq!(all.text, theirs.replace("1200", "1300"));
    let all = merged("a = 1\n", "a = 2\n", "a = 3\n");
    assert_eq!(all.plain, Some(Plain::NoPlan));
    assert_eq!(
        all.text,
        "<<<<<<< ours\na = 2\n=======\na = 3\n>>>>>>> theirs\n"
    );
}

#[test]
fn a_table_written_in_two_ways_falls_back_to_lines() {
    let ours = format!("{BASE}\n[needs.market]\nsize = 1\n");
    let theirs = with(&[(
        "# -- needs",
        "[needs]\nmarket = { growth = 0.1 }\n\n# -- needs",
    )]);
    let all = merged(BASE, &ours, &theirs);
    assert!(all.plain == Some(Plain::Mixed) || !all.conflicts.is_empty());
}

#[test]
fn 两边的修改都在() {
    let base = "farsight = 1\n\n[plan]\ntitle = \"茶馆\"\nsummary = \"先安静。再聊天。后回家。\"\n";
    let ours = base.replace("先安静", "先安静一小时");
    let theirs = base
        .replace("后回家", "后安心回家")
        .replace("茶馆", "夜茶馆");
    let all = merged(base, &ours, &theirs);
    assert_eq!(all.conflicts, []);
    assert!(all.text.contains("\"夜茶馆\""));
    assert!(all.text.contains("先安静一小时。再聊天。后安心回家。"));
}

#[test]
fn a_row_with_its_first_id_is_the_row_that_it_was() {
    let row = |id: &str, name: &str, size: u32| {
        format!("\n[[targeting.segments]]\n{id}name = \"{name}\"\nsize = {size}\ngrowth = 0.1\n")
    };
    let two = |id: &str, first: u32, second: u32| {
        let rows = row(id, "Night nurses", first) + &row("", "公交司机", second);
        format!("farsight = 1\n{rows}")
    };
    let (base, id) = (two("", 100, 200), "id = \"nurses\"\n");
    let (named, edited) = (two(id, 100, 200), two("", 150, 250));
    for (ours, theirs) in [(&named, &edited), (&edited, &named)] {
        let all = merged(&base, ours, theirs);
        assert_eq!(all.conflicts, [], "{}", all.text);
        assert_eq!(all.text, two(id, 150, 250));
    }
    // Two first ids are two readings of one thing.
    let other = two("id = \"staff\"\n", 100, 200);
    let all = merged(&base, &named, &other);
    assert_eq!(all.conflicts.len(), 1, "{}", all.text);
    assert_eq!(all.conflicts[0].theirs.as_deref(), Some("staff"));
}

#[test]
fn what_one_side_alone_did_is_the_result_to_the_byte() {
    let spelt = with(&[("1200", "1_200"), ("\"Ana\"", "'Ana'")]);
    assert_eq!(merged(BASE, BASE, &spelt).text, spelt);
    assert_eq!(merged(BASE, &spelt, BASE).text, spelt);
    assert_eq!(merged(BASE, &spelt, &spelt).text, spelt);
    // Beside a change of ours it still is.
    let ours = with(&[("farsight = 1", "farsight = 1 # 说明")]);
    let all = merged(BASE, &ours, &spelt);
    assert_eq!(
        all.text,
        spelt.replace("farsight = 1", "farsight = 1 # 说明")
    );
}
