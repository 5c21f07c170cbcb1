//! The place Chain: what it shows at three sizes, and where Enter and a click lead.

use crate::support::harness::{self, Harness};
use farsight::words::Lang;

/// Two targets, one whole and one broken, and a need that nobody has.
const SHEARS: &str = r#"farsight = 1
[plan]
title = "Sharp before the flock"
[[needs.customer_needs]]
id = "shear-in-time"
need = "finish shearing before the rain"
[[needs.customer_needs]]
id = "clean-hands"
need = "go home without grease to the elbows"
[[targeting.segments]]
id = "hill-farms"
name = "Hill farms above the tree line"
needs = ["shear-in-time"]
decision = "target"
[[targeting.segments]]
id = "valley"
name = "Valley farms"
needs = ["shear-in-time"]
decision = "target"
[[value.propositions]]
id = "no-dry-day-lost"
segment = "hill-farms"
statement = "Sharp shears at the gate by seven, or the day is free."
[[value.propositions]]
id = "shared-round"
segment = "valley"
statement = "One van, four farms, no waiting."
[[value.benefits]]
id = "full-day"
proposition = "no-dry-day-lost"
need = "shear-in-time"
benefit = "You shear the whole dry day."
proof = "41 of 42 mornings last season, logged by the farms."
[[value.benefits]]
id = "half-the-fare"
need = "shear-in-time"
benefit = "You pay a quarter of the van."
[[mix.products]]
id = "dawn-round"
name = "Dawn round"
segments = ["hill-farms", "valley"]
price = 28.0
[[mix.channels]]
id = "farm-gate"
segments = ["hill-farms"]
[[mix.messages]]
id = "by-seven"
segment = "hill-farms"
benefit = "full-day"
text = "By seven at your gate."
[[relationships.programmes]]
id = "winter-check"
segment = "hill-farms"
what = "Each January we look over last year's log together."
[[relationships.groups]]
id = "regular-farms"
segment = "hill-farms"
customers = 60
"#;

/// 两个目标细分：一条链完整，一条断在利益；还有一个没人有的需要。
const KNIVES: &str = r#"farsight = 1
[plan]
title = "流动磨刀：开市前刀就利"
[[needs.customer_needs]]
id = "开市前"
need = "开市前就能下刀"
[[needs.customer_needs]]
id = "不脏手"
need = "收摊时手上没有油污"
[[targeting.segments]]
id = "肉摊"
name = "早市肉摊"
needs = ["开市前"]
decision = "target"
[[targeting.segments]]
id = "面馆"
name = "街边面馆"
needs = ["开市前"]
decision = "target"
[[value.propositions]]
id = "五点到摊"
segment = "肉摊"
statement = "五点到摊，晚一分钟不收钱。"
[[value.propositions]]
id = "一起磨"
segment = "面馆"
statement = "四家一趟车，谁也不用等。"
[[value.benefits]]
id = "一刀断"
proposition = "五点到摊"
need = "开市前"
benefit = "第一位顾客来时，一刀就断。"
proof = "上一季四十二天，准时四十一天，摊主自己记的。"
[[value.benefits]]
id = "省车费"
need = "开市前"
benefit = "车费只出四分之一。"
[[mix.products]]
id = "早班"
name = "早班磨刀"
segments = ["肉摊", "面馆"]
price = 28.0
[[mix.channels]]
id = "摊前"
segments = ["肉摊"]
[[mix.messages]]
id = "五点见"
segment = "肉摊"
benefit = "一刀断"
text = "五点，摊前见。"
[[relationships.programmes]]
id = "腊月对账"
segment = "肉摊"
what = "每年腊月，一起翻看这一年的记录。"
[[relationships.groups]]
id = "老摊主"
segment = "肉摊"
customers = 60
"#;

const fn plan(lang: Lang) -> &'static str {
    match lang {
        Lang::En => SHEARS,
        Lang::Zh => KNIVES,
    }
}

/// Compares what the keys lead to.
fn picture(name: &str, keys: &str) {
    harness::picture(name, keys, plan);
}

#[test]
fn the_chain() {
    picture("chain", "shift-f6 up home");
    // It opens on the first break.
    picture("chain_break", "shift-f6");
    picture("chain_open", "shift-f6 end");
    picture("chain_orphans", "shift-f6 down home right");
}

#[test]
fn enter_goes_to_the_row_or_to_where_the_break_is_repaired() {
    let mut h = Harness::plan(Lang::En, SHEARS);
    for (keys, row, field) in [
        (
            "shift-f6 up home enter",
            "Customer needs ─ shear-in-time",
            "▌",
        ),
        ("shift-f6 right right enter", "Benefits ─ full-day", "▌"),
        ("shift-f6 right enter", "Benefits ─ full-day", "▌Proof"),
        // The break, and a stage after it that has nothing.
        (
            "shift-f6 down left enter",
            "Benefits ─ half-the-fare",
            "▌Proposition",
        ),
        (
            "shift-f6 end enter",
            "Benefits ─ half-the-fare",
            "▌Proposition",
        ),
        (
            "shift-f6 down home enter",
            "Customer needs ─ clean-hands",
            "▌",
        ),
    ] {
        h.keys(keys).sees(row).sees(field);
        h.keys("esc");
    }
}

#[test]
fn 回车去改正断处() {
    let mut h = Harness::plan(Lang::Zh, KNIVES);
    h.keys("alt-6")
        .sees("链条断在价值主张“一起磨”与利益之间")
        .keys("enter")
        .sees("─ 省车费")
        .sees("▌所属主张");
}

#[test]
fn the_chain_is_of_the_newest_text_and_escape_goes_back() {
    let mut h = Harness::plan(Lang::En, SHEARS);
    h.keys("shift-f6").sees("broken chains: 1");
    h.keys("esc").sees_no("broken chains");
    h.keys("f6 shift-f6 shift-f6").sees_no("broken chains");
    h.go("targeting.segments.valley.decision").keys("shift-f6");
    h.sees("Target segments: 2").keys("esc");
    h.go("mix.products.dawn-round.price")
        .keys("ctrl-a delete shift-f6");
    h.sees("broken chains: 2");
}

#[test]
fn a_click_chooses_and_a_second_one_goes_there() {
    let mut h = Harness::plan(Lang::En, SHEARS);
    h.keys("shift-f6 home").sees("need · Valley farms");
    h.click(48, 5).sees("benefit · Valley farms");
    h.click(48, 5).sees("Benefits ─ half-the-fare");
}

#[test]
fn without_targets_enter_goes_to_the_segments() {
    let empty = "farsight = 1\n[plan]\ntitle = \"x\"\n";
    for (lang, says, there) in [
        (Lang::En, "No segment is a target yet", "▸Segments"),
        (Lang::Zh, "还没有目标细分", "▸细分"),
    ] {
        let mut h = Harness::plan(lang, empty);
        h.keys("shift-f6").sees(says).keys("enter").sees(there);
    }
}
