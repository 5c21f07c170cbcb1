//! Tests of the repairs: before, what is found, after.

use crate::checks::check_text;
use crate::words::Lang;

/// The text after the repair that a rule offers first.
fn repaired(code: &str, text: &str) -> Option<String> {
    let findings = check_text(text).findings;
    let finding = findings.iter().find(|it| it.rule.code == code);
    let finding = finding.unwrap_or_else(|| panic!("{code} is silent about {text}"));
    finding.fix.as_ref().map(|fix| fix.applied(text))
}

fn case(code: &str, before: &str, after: &str) {
    assert_eq!(repaired(code, before).as_deref(), Some(after));
}

fn no_repair(code: &str, text: &str) {
    assert_eq!(repaired(code, text), None, "{text}");
}

/// A line of a table as its field wants it.
fn line(table: &str, before: &str, after: &str) {
    let text = |line: &str| format!("farsight = 1\n[{table}]\n{line} # 备注\n");
    case("F006", &text(before), &text(after));
}

#[test]
fn the_first_line_is_added_after_the_mark_and_with_the_line_end_of_the_file() {
    case("F003", "[plan]\n", "farsight = 1\n[plan]\n");
    case(
        "F003",
        "\u{feff}[plan]\r\n",
        "\u{feff}farsight = 1\r\n[plan]\r\n",
    );
    case("F003", "farsight = \"1\"\n", "farsight = 1\n");
    case("F003", "farsight = 1.0\n", "farsight = 1\n");
    no_repair("F003", "farsight = \"第一版\"\n");
}

#[test]
fn a_misspelt_key_is_renamed_everywhere() {
    case(
        "F005",
        "farsight = 1\n[targetting]\nnot_for = \"x\"\n[[targetting.segments]]\n",
        "farsight = 1\n[targeting]\nnot_for = \"x\"\n[[targeting.segments]]\n",
    );
    no_repair(
        "F005",
        "farsight = 1\n[plan]\ntitle = \"a\"\ntitel = \"b\"\n",
    );
    no_repair("F005", "farsight = 1\n[plan]\n\"标题\" = \"甲\"\n");
}

#[test]
fn a_value_is_respelt_where_its_meaning_is_plain() {
    line("needs.market", "growth = \"3.5 %\"", "growth = 0.035");
    line("needs.market", "growth = '３．５％'", "growth = 0.035");
    line("needs.market", "size = \"1,200\"", "size = 1200");
    line("needs.market", "size = \"1.2万\"", "size = 12000");
    line("needs.market", "source = 2026", "source = \"2026\"");
    line("plan", "starts = \"2027-03-01\"", "starts = 2027-03-01");
    line("plan", "starts = \"2027年3月1日\"", "starts = 2027-03-01");
    line("plan", "brands = \"老街坊\"", "brands = [\"老街坊\"]");
    line("plan", "brands = [\"a\", 24]", "brands = [\"a\", \"24\"]");
    line("[mix.budget]", "period = 2027", "period = \"2027\"");
    line("[plan.team]", "vacant = \"yes\"", "vacant = true");
    line("[plan.team]", "vacant = \"是\"", "vacant = true");
    for vague in [
        "starts = \"soon\"",
        "starts = \"明年春天\"",
        "owner = [\"a\", \"b\"]",
    ] {
        no_repair("F006", &format!("farsight = 1\n[plan]\n{vague}\n"));
    }
    case(
        "F006",
        "farsight = 1\n[mix.risks]\nid = \"a\"\n",
        "farsight = 1\n[[mix.risks]]\nid = \"a\"\n",
    );
}

#[test]
fn a_choice_is_known_by_its_names_too() {
    let text = |word: &str| format!("farsight = 1\n[[needs.evidence]]\nconfidence = {word}\n");
    for word in ["\"Medium\"", "'mediun'", "\"中\""] {
        case("F007", &text(word), &text("\"medium\""));
    }
    no_repair("F007", &text("\"大概\""));
    let report = check_text(&text("\"大概\""));
    let finding = &report.findings[0];
    assert!(finding.message(Lang::En).contains("low, medium or high"));
    assert!(
        finding
            .message(Lang::Zh)
            .contains("low（低）、medium（中）、high（高）")
    );
}

#[test]
fn an_id_is_mended_with_all_that_points_to_it() {
    let text = |id: &str| {
        format!(
            "farsight = 1\n[[needs.customer_needs]]\nid = \"{id}\"\n[[targeting.segments]]\nneeds = [\"{id}\"]\n"
        )
    };
    case("F010", &text("Warm Start"), &text("warm-start"));
    case("F010", &text("热 早餐"), &text("热-早餐"));
    no_repair("F010", &text("!?"));
}

#[test]
fn a_reference_is_respelt_as_a_value_and_as_a_key() {
    let text = |list: &str, key: &str| {
        format!(
            "farsight = 1\n[[needs.alternatives]]\nid = \"corner-shop\"\n[[value.propositions]]\nagainst = [{list}]\n[[value.factors]]\nrivals = {{ {key} = 3 }}\n"
        )
    };
    let good = text("\"corner-shop\"", "corner-shop");
    case("F011", &text("'corner-shp'", "corner-shop"), &good);
    case("F011", &text("\"corner-shop\"", "corner-shp"), &good);
    no_repair("F011", &text("\"早市\"", "corner-shop"));
    // The key that was meant is there already.
    no_repair(
        "F011",
        &text("\"corner-shop\"", "corner-shop = 2, corner-shp"),
    );
}

#[test]
fn a_list_is_called_by_its_name() {
    let report = check_text("farsight = 1\n[[needs.swot]]\nanswered_by = [\"x\"]\n");
    let finding = &report.findings[0];
    assert_eq!(
        finding.message(Lang::En),
        "No action or objective has the id “x”."
    );
    assert_eq!(
        finding.message(Lang::Zh),
        "“行动”或“目标”里没有编号为“x”的条目。"
    );
}
