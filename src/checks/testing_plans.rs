//! The facts of some real plans, entered by hand in few rows: which gaps show, and which do not.

use super::check_text;

const RULES: &[&str] = &[
    "N101", "N102", "N103", "N104", "N105", "N110", "N117", "T201", "T204", "T205", "T207", "V307",
    "V308",
];

fn codes(plan: &str) -> Vec<&'static str> {
    let text = format!("farsight = 1\n{plan}");
    let reading = crate::plan::read(&text);
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    let mut codes: Vec<_> = check_text(&text)
        .findings
        .iter()
        .map(|it| it.rule.code)
        .filter(|code| RULES.contains(code))
        .collect();
    codes.sort_unstable();
    codes
}

#[test]
fn a_system_of_volunteers_that_states_its_non_target() {
    let plan = r#"
[plan]
title = "Haiku"
organisation = "Haiku Project promotion team"
offering = "Haiku, an open-source desktop operating system"
category = "desktop operating systems"
mission = "Let more people know about it."
[[needs.customer_needs]]
id = "light"
who = "app developers"
need = "To reach people with small apps that are easy to port."
[[needs.alternatives]]
id = "proprietary"
name = "Proprietary desktop systems"
kind = "direct"
[[needs.alternatives]]
id = "attention"
name = "Time spent on other open-source projects"
kind = "indirect"
[[targeting.segments]]
id = "developers"
name = "App developers"
needs = ["light"]
decision = "target"
reason = "They bring the apps that users ask for."
[[targeting.segments]]
id = "businesses"
name = "Businesses"
decision = "later"
reason = "Not before the system is stable."
[[value.propositions]]
id = "small"
segment = "developers"
statement = "Small native apps and a rich interface to write them against."
[[mix.channels]]
id = "site"
name = "Project website"
"#;
    assert_eq!(codes(plan), ["N104", "T204", "V308"]);
}

#[test]
fn a_directory_of_drivers_with_two_sides() {
    let plan = r#"
[plan]
title = "Town taxis"
organisation = "MvurwiTaxis"
offering = "list of drivers for passengers"
category = "taxi directory"
brands = ["MvurwiTaxis"]
[needs.market]
definition = "passengers and drivers who now meet at the rank and in chat groups"
[[needs.customer_needs]]
id = "trusted"
who = "passengers"
need = "A driver whom they can trust and a fare known before they get in."
[[needs.customer_needs]]
id = "no-waiting"
who = "drivers"
need = "Passengers without hours of waiting at the rank."
[[needs.alternatives]]
id = "rank"
name = "The rank"
kind = "substitute"
[[needs.alternatives]]
id = "groups"
name = "Chat groups"
kind = "substitute"
[targeting]
criteria = "An empty list kills trust, so drivers come first."
[[targeting.segments]]
id = "rank-drivers"
name = "Drivers at the rank"
side = "suppliers"
needs = ["no-waiting"]
decision = "target"
size_source = "15 to 20 to start, own count at the rank"
[[targeting.segments]]
id = "passengers"
name = "Passengers"
side = "buyers"
needs = ["trusted"]
decision = "target"
[[mix.channels]]
id = "site"
name = "Website and chat"
segments = ["rank-drivers", "passengers"]
"#;
    assert_eq!(codes(plan), ["N104", "N104", "T204"]);
}

#[test]
fn a_gym_whose_brand_voice_is_no_promise() {
    let plan = r#"
[plan]
title = "Gym"
organisation = "Focus Fitness, Levittown, Pennsylvania (local gym)"
offering = "personal training and group strength classes"
category = "gym"
[[needs.customer_needs]]
id = "stronger"
need = "To get stronger without gimmicks."
[[targeting.segments]]
id = "adults"
name = "Adults of 25 to 60 in Levittown"
needs = ["stronger"]
decision = "target"
[[value.propositions]]
id = "obvious"
segment = "adults"
statement = "The obvious choice for serious strength training in Levittown."
[[mix.messages]]
id = "ad"
segment = "adults"
text = "No machines. No mirrors. Just real strength training. First class free."
"#;
    assert_eq!(codes(plan), ["N104", "T201", "T204", "T207", "V308"]);
}

#[test]
fn a_water_whose_market_is_its_category() {
    let plan = r#"
[plan]
title = "NutriWater"
offering = "vitamin-enhanced water"
category = "functional water"
brands = ["NutriWater"]
[needs.market]
definition = "Functional water, within it vitamin-enhanced water."
value = 2_500_000_000
[[needs.alternatives]]
id = "giants"
name = "The two large soft drink firms"
kind = "direct"
[[targeting.segments]]
id = "millennials"
name = "Millennials who grew up with our soda"
decision = "target"
[[value.propositions]]
id = "more"
segment = "millennials"
statement = "Expect more."
"#;
    assert_eq!(
        codes(plan),
        ["N101", "N102", "N117", "T204", "T207", "V308"]
    );
}

#[test]
fn a_platform_of_points_for_everyone_who_buys() {
    let plan = r#"
[plan]
title = "统一积分平台"
offering = "跨商家的媒体积分与消费积分平台"
category = "积分平台"
[needs.market]
definition = "商家的消费激励与广告推广支出"
[[needs.customer_needs]]
id = "scattered"
who = "消费者"
need = "积分分散在各家，懒得管，最后都过期。"
[[needs.customer_needs]]
id = "own-points"
who = "中小商家"
need = "需要积分平台。"
[[needs.alternatives]]
id = "telecom"
name = "电信公司自建积分"
kind = "direct"
[[needs.alternatives]]
id = "gifts"
name = "实物赠品与折扣"
kind = "substitute"
[[targeting.segments]]
id = "consumers"
name = "所有人：是人都消费"
needs = ["scattered"]
decision = "target"
size = 1_300_000_000
[[targeting.segments]]
id = "agents"
name = "广告代理商"
decision = "target"
reason = "先由代理商带商家"
size = 600
size_source = "一般城市300至1000家"
"#;
    assert_eq!(codes(plan), ["N103", "N104", "T201", "T204", "T207"]);
}

#[test]
fn a_campus_study_of_drinkers() {
    let plan = r#"
[plan]
title = "校园推广"
offering = "娃哈哈产品的校园推广"
brands = ["娃哈哈"]
[needs.market]
definition = "长江大学校园饮料"
[[needs.customer_needs]]
id = "thirst"
who = "打完球的学生"
need = "想喝娃哈哈。"
[[needs.evidence]]
id = "survey"
method = "survey"
respondents = "prospects"
sample = 80
finding = "总是选择的占8.7%，有时选择的占62.5%。"
"#;
    // The market names neither brand nor category, so that nothing in the file proves it.
    assert_eq!(codes(plan), ["N103"]);
    let named = plan.replace("brands =", "category = \"饮料\"\nbrands =");
    assert_eq!(codes(&named), ["N101", "N103"]);
}

/// A whole plan that passes: products may be named beside people and their needs.
#[test]
fn good_plans_are_silent() {
    let en = r#"
[plan]
title = "Night bread"
organisation = "Gate Street Bakery"
offering = "warm sandwiches"
category = "bakeries"
mission = "Nobody who works at night should go hungry for want of an open bakery."
[needs.market]
definition = "people on night shifts around the hospital who eat cold food or none"
size = 2300
derivation = "4,600 staff × 0.5 on nights"
[[needs.customer_needs]]
id = "warm"
who = "night nurses"
need = "A warm bite in the ten minutes that they get."
want = "A warm sandwich that can be eaten standing."
status = "underserved"
evidence = ["talks"]
[[needs.evidence]]
id = "talks"
respondents = "non-customers"
finding = "18 of 24 had eaten nothing since eight."
[[needs.alternatives]]
id = "machine"
name = "The vending machine"
kind = "substitute"
[[targeting.segments]]
id = "nurses"
name = "Nurses on the night shift"
needs = ["warm"]
decision = "target"
size = 900
size_source = "hospital rota, 2026"
reason = "900 of them, and nothing else is open."
[[value.propositions]]
id = "warm-at-two"
segment = "nurses"
statement = "Warm food in your hand in four minutes, at two in the morning."
against = ["machine"]
[[mix.channels]]
id = "hatch"
segments = ["nurses"]
"#;
    assert_eq!(codes(en), [""; 0]);
    let zh = r#"
[plan]
title = "夜班一口热的"
organisation = "门口面包房"
offering = "热三明治"
category = "面包房"
mission = "让上夜班的人不必因为没有面包房开门而饿着。"
[needs.market]
definition = "医院周边上夜班、只能吃冷饭或干脆不吃的人"
size = 2300
derivation = "员工4600人 × 夜班0.5"
[[needs.customer_needs]]
id = "warm"
who = "夜班护士"
need = "只有十分钟，也能吃上一口热的。"
want = "站着就能吃的热三明治。"
status = "underserved"
evidence = ["talks"]
[[needs.evidence]]
id = "talks"
respondents = "non-customers"
finding = "24人里18人从晚上八点起什么都没吃。"
[[needs.alternatives]]
id = "machine"
name = "自动售货机"
kind = "substitute"
[[targeting.segments]]
id = "nurses"
name = "夜班护士"
needs = ["warm"]
decision = "target"
size = 900
size_source = "2026年医院排班表"
reason = "900人，周围没有别家开门。"
[[value.propositions]]
id = "warm-at-two"
segment = "nurses"
statement = "凌晨两点，四分钟拿到热的，比自动售货机里的饼干顶饿。"
[[mix.channels]]
id = "hatch"
segments = ["nurses"]
"#;
    assert_eq!(codes(zh), [""; 0]);
}
