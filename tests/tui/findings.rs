//! The list of findings: its order, its filters, and what can be done with a finding.

use crate::support::harness::{Harness, plan};
use farsight::words::Lang;

/// Two gaps: a reference to nothing, which cannot be answered, and a name that is still to come.
const QUAY: &str = "owner = \"Runa Holt\"\n\n[[mix.channels]]\nid = \"quay\"\nname = \"TBD\"\nsegments = [\"commuters\"]\n";

fn chosen(h: &Harness) -> String {
    let screen = h.screen();
    let line = screen.lines().find(|line| line.contains('▸'));
    line.unwrap_or_default().to_owned()
}

#[test]
fn an_answer_has_a_reason_a_name_and_an_end_and_can_be_changed_and_taken_back() {
    for (lang, day, answered) in [
        (Lang::En, "30 June", "until 30 June 2027"),
        (Lang::Zh, "6月30日", "6月30日前有效）"),
    ] {
        let mut h = Harness::plan(lang, &plan(QUAY));
        let before = h.text();
        h.keys("f6 down a").sees("Runa Holt");
        h.keys(&format!("\"voted on in May\" tab tab \"{day}\" enter"));
        let row = "[[accept]]\ncheck = \"placeholder-left\"\nat = \"mix.channels.quay.name\"\n\
            reason = \"voted on in May\"\nby = \"Runa Holt\"\nuntil = 2027-06-30\n";
        assert!(h.text().ends_with(row), "{}", h.text());
        // It stays to be seen, with its answer, and is chosen still.
        assert!(chosen(&h).contains("X618"), "{}", h.screen());
        h.keys("down");
        h.sees("voted on in May").sees(answered);
        // Given again, it begins with what it was and takes its place.
        h.keys("a").sees("voted on in May").sees("2027-06-30");
        h.keys("end \" or June\" tab \" & Ole\" tab ctrl-u enter");
        let text = h.text();
        assert_eq!(text.matches("[[accept]]").count(), 1, "{text}");
        assert!(
            text.contains("reason = \"voted on in May or June\""),
            "{text}"
        );
        assert!(text.contains("by = \"Runa Holt & Ole\"\n"), "{text}");
        assert!(!text.contains("until"), "{text}");
        // Taken back, it is gone, and one step brings it back.
        h.keys("delete");
        assert_eq!(h.text(), before);
        h.keys("alt-z");
        assert_eq!(h.text(), text);
        h.keys("alt-z alt-z");
        assert_eq!(h.text(), before);
    }
}

#[test]
fn a_date_that_is_none_is_told_at_once_and_nothing_is_lost() {
    for (lang, wrong, past, refused) in [
        (
            Lang::En,
            "This is no date",
            "has come already",
            "needs a reason",
        ),
        (Lang::Zh, "这不是日期", "已经到了", "要写理由"),
    ] {
        let mut h = Harness::sized((40, 12), lang, &plan(QUAY));
        let before = h.text();
        h.keys("f6 down a enter").sees(refused);
        h.keys("\"五月投票\" tab tab \"31 Feb\"").sees(wrong);
        h.keys("enter").sees(wrong).sees("五月投票").sees("31 Feb");
        h.keys("ctrl-u \"2027-03-01\"").sees(past);
        h.keys("enter").sees(past);
        assert_eq!(h.text(), before);
        h.keys("ctrl-u \"+2w\" enter");
        assert!(h.text().ends_with("until = 2027-03-15\n"), "{}", h.text());
    }
}

#[test]
fn the_persons_own_name_comes_before_the_owners() {
    let mut h = Harness::plan(Lang::Zh, &plan(QUAY));
    h.app.desk.name = Some("沈立夏".to_owned());
    h.keys("f6 down a").sees("沈立夏").sees_no("Runa Holt");
    h.keys("\"五月投票\" enter");
    assert!(h.text().ends_with("by = \"沈立夏\"\n"));
}

#[test]
fn a_mistake_in_the_file_is_not_answered() {
    for (lang, says) in [(Lang::En, "repaired, not answered"), (Lang::Zh, "需要改正")] {
        let mut h = Harness::plan(lang, &plan(QUAY));
        h.keys("f6 a");
        assert!(h.notice().contains(says), "{}", h.notice());
    }
}

/// Gaps in several steps, of every severity.
const MANY: &str = "offering = \"ferry pass\"\n\n[needs.market]\ndefinition = \"the ferry pass market\"\n\n\
    [[needs.customer_needs]]\nid = \"calm\"\nneed = \"customers need our ferry pass\"\n\n\
    [[targeting.segments]]\nid = \"early\"\nname = \"Early shift\"\ndecision = \"target\"\n\n\
    [[mix.channels]]\nid = \"quay\"\nname = \"TBD\"\nsegments = [\"commuters\"]\n";

#[test]
fn what_to_do_first_stands_first_under_its_step() {
    for (lang, file, errors, warnings) in [
        (
            Lang::En,
            "the file itself · error",
            "1 Needs · error",
            "1 Needs · warning",
        ),
        (
            Lang::Zh,
            "文件本身 · 错误",
            "1 需要 · 错误",
            "1 需要 · 警告",
        ),
    ] {
        let mut h = Harness::plan(lang, &plan(MANY));
        h.keys("f6");
        let screen = h.screen();
        let at = |text: &str| {
            let line = screen.lines().position(|line| line.contains(text));
            line.unwrap_or_else(|| panic!("{text} is not on:\n{screen}"))
        };
        assert!(at(file) < at(errors) && at(errors) < at(warnings));
        assert!(chosen(&h).contains("F011"));
    }
}

#[test]
fn the_chosen_finding_stays_when_others_come_and_go() {
    let mut h = Harness::plan(Lang::En, &plan(MANY));
    h.keys("f6 down");
    assert!(chosen(&h).contains("N103"), "{}", h.screen());
    // The one before it is repaired outside; the list moves up around it.
    h.write_outside(&plan(&MANY.replace("segments = [\"commuters\"]\n", "")));
    h.sees_no("F011");
    assert!(chosen(&h).contains("N103"), "{}", h.screen());
    // A new one comes before it.
    h.write_outside(&plan(MANY));
    h.sees("F011");
    assert!(chosen(&h).contains("N103"), "{}", h.screen());
}

#[test]
fn findings_are_filtered_by_rule_family_severity_and_words() {
    for (lang, family, word, all) in [
        (Lang::En, "market and rivals", "ferry pass", "Nothing fits"),
        (Lang::Zh, "竞争怎么界定", "渡轮没有", "没有符合"),
    ] {
        let mut h = Harness::plan(lang, &plan(MANY));
        h.keys("f6 f").paste(family).keys("enter");
        h.sees("N101").sees_no("N103").sees_no("F011");
        h.keys("esc").sees("N103");
        h.keys("f \"N103\" enter").sees("N103").sees_no("N101");
        h.keys("esc s").sees("F011").sees_no("N101");
        h.keys("esc /").paste("n103").sees("N103").sees_no("F011");
        // Once typed, the words stay and letters are commands again.
        h.keys("enter e esc").sees("N103").sees_no("F011");
        h.keys("esc /").paste(word);
        if lang == Lang::En {
            h.sees("N101").sees_no("F011");
        } else {
            h.sees(all);
        }
        h.keys("esc").sees("F011");
        h.keys("esc").sees_no("F011 渠道");
    }
}

#[test]
fn families_of_myopia_speak_with_their_evidence() {
    for (lang, line, says, silent) in [
        (
            Lang::En,
            "Myopia, 2 of 5",
            "product-centred in 2 of 5",
            "could not look yet",
        ),
        (
            Lang::Zh,
            "5个方面中有2个",
            "5个方面中有2个以产品为中心",
            "还不能检查",
        ),
    ] {
        let mut h = Harness::plan(lang, &plan(MANY));
        h.keys("f6").sees(line);
        h.keys("m")
            .sees(says)
            .sees("N103")
            .sees("N101")
            .sees(silent);
        h.sees("needs.market.definition");
    }
}

#[test]
fn rules_that_could_not_look_say_what_they_lack_and_lead_there() {
    for (lang, rule, lacks) in [
        (Lang::En, "Promise without proof", "lacks benefits"),
        (Lang::Zh, "V302", "缺利益"),
    ] {
        let mut h = Harness::plan(lang, &plan(QUAY));
        h.keys("f6 u").paste(rule).sees(lacks);
        h.keys("enter");
        let at = h.app.desk.session.is_some();
        assert!(at);
        h.sees(if lang == Lang::En {
            "▸Benefits"
        } else {
            "▸利益"
        });
    }
}

#[test]
fn what_can_be_done_with_a_finding_can_be_done_in_its_field() {
    for (lang, explains, asks, none) in [
        (
            Lang::En,
            "Alt-E explain",
            "Answer the finding",
            "Nothing was found here",
        ),
        (Lang::Zh, "Alt-E 解释", "说明理由", "这里没有发现问题"),
    ] {
        let mut h = Harness::plan(lang, &plan(QUAY));
        h.go("mix.channels.quay.name").sees(explains);
        h.keys("alt-e").sees("X618 placeholder-left").keys("esc");
        h.keys("alt-a").sees(asks).keys("\"五月\" enter");
        assert!(h.text().contains("reason = \"五月\""));
        h.go("plan.title").keys("alt-e");
        assert!(h.notice().contains(none), "{}", h.notice());
        // The list begins on what was found in the field that one comes from.
        h.go("mix.channels.quay.name").keys("f6");
        assert!(chosen(&h).contains("X618"), "{}", h.screen());
    }
}

#[test]
fn a_repair_of_several_lines_is_shown_before_it_is_made() {
    for (lang, enter) in [(Lang::En, "Enter: repair it"), (Lang::Zh, "回车：修正")] {
        let unused =
            "\n[[accept]]\ncheck = \"placeholder-left\"\nat = \"plan.title\"\nreason = \"好\"\n";
        let mut h = Harness::plan(lang, &plan(unused));
        let before = h.text();
        h.keys("f6 r")
            .sees(enter)
            .sees("- check = \"placeholder-left\"");
        h.keys("esc");
        assert_eq!(h.text(), before);
        h.keys("r enter");
        assert!(!h.text().contains("accept"), "{}", h.text());
        h.keys("alt-z");
        assert_eq!(h.text(), before);
    }
}

#[test]
fn what_a_baseline_knows_is_seen_and_does_not_count() {
    use farsight::checks::{baseline::Baseline, check_text};
    for (lang, head, gaps) in [
        (Lang::En, "known from the baseline · ", "0 gaps"),
        (Lang::Zh, "基线已知 · ", "0个问题"),
    ] {
        // A reference to nothing is never old debt: the placeholder and an idle key are.
        let text = plan(&QUAY.replace("segments = [\"commuters\"]", "colour = \"blue\""));
        let mut known = Baseline::default();
        known.add("plan.toml", &text, &check_text(&text));
        let files = [
            ("plan.toml", text.as_str()),
            ("farsight.toml", "baseline = \"known.json\"\n"),
            ("known.json", &known.to_text()),
        ];
        let mut h = Harness::folder((120, 36), lang, &files);
        let path = h.path();
        h.app.open_plan(&path);
        let head = format!("{head}{}", known.len());
        h.keys("f6").sees(&head).sees(gaps);
    }
}

#[test]
fn the_end_of_the_walk_says_that_an_error_stands() {
    for (lang, says) in [
        (Lang::En, "1 error still stands"),
        (Lang::Zh, "还有1个错误"),
    ] {
        let mut h = Harness::plan(lang, &plan(QUAY));
        h.keys("f5");
        // Skipping every question leads to the end.
        for _ in 0..200 {
            h.keys("f2");
        }
        h.sees(says);
    }
}

/// Where a step stands in the line of steps, and how far it is said to be.
fn state(screen: &str, step: &str) -> String {
    let line = screen.lines().nth(1).unwrap_or_default();
    let from = line.find(step).map_or("", |at| &line[at + step.len()..]);
    from.chars()
        .take_while(|c| !c.is_ascii_digit() || "✗!·".contains(*c))
        .take(12)
        .collect()
}

#[test]
fn a_step_with_an_error_is_nowhere_complete() {
    for (lang, step) in [(Lang::En, "4 Mix"), (Lang::Zh, "4 组合")] {
        for sample in farsight::plan::sample::SAMPLES {
            // A whole plan with one mistake in step 4.
            let text = format!(
                "{}\n[[mix.channels]]\nid = \"nowhere\"\nname = \"码头 quay\"\nsegments = [\"nobody-at-all\"]\n",
                sample.text
            );
            let mut h = Harness::plan(lang, &text);
            for keys in ["", "f5", "f5 f6"] {
                h.keys(keys);
                let state = state(&h.screen(), step);
                assert!(!state.contains('✓') && !state.contains("▰▰▰▰▰"), "{state}");
                assert!(state.contains('✗'), "{state}");
            }
            h.keys("esc alt-4");
            let outline = h.screen();
            let label = if lang == Lang::En {
                "Channels"
            } else {
                "渠道"
            };
            let line = outline.lines().find(|line| line.contains(label)).unwrap();
            let cell: String = line.chars().take(26).collect();
            assert!(cell.contains('✗') && !cell.contains('✓'), "{cell}");
            // The next thing is the mistake, and no field that would be nice to have.
            h.keys("ctrl-g").sees("nobody-at-all");
            let mut list = Harness::folder((120, 36), lang, &[("whole.toml", &text)]);
            let screen = list.keys("home").screen();
            let line = screen
                .lines()
                .find(|line| line.contains(&format!("│ {step}")));
            let line = line.unwrap_or_else(|| panic!("{screen}"));
            assert!(!line.contains("▰▰▰▰▰▰▰▰"), "{line}");
        }
    }
}
