//! What the offer has, in place of what the customer gains.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::checks::context::id;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::prose::{Lexicon, people, unwrapped};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "V301",
    name: "features-without-benefits",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Value,
    title: Text::new("Features without benefits", "只有特点没有利益"),
    why: Text::new(
        "Customers buy what a feature does for them; to look at the product and not at what it does is marketing myopia (Levitt 1960; Kotler and Armstrong).",
        "顾客买的是特点带来的好处；只看产品、不看它有什么用，就是营销近视（莱维特，1960；科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "So that the customer can do, save, feel or stop doing what?",
        "有了它，顾客能做什么、省什么、感受到什么，或者不必再做什么？",
    ),
    page: include_str!("features_without_benefits.md"),
    check,
};

/// Words for what a thing is made of, built with or measured by.
static PARTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "sensor, chip, processor, core, cores, 8-core, battery, batteries, camera, megapixel, \
         resolution, bluetooth, wi-fi, wifi, 5g, ghz, mhz, \
         mah, gb, tb, mm, watt, usb, api, sdk, algorithm, ai, ai-driven, ai-powered, \
         machine learning, neural, cloud-native, blockchain, big data, open-source, \
         encryption, scalability, decentralisation, decentralization, \
         interoperability, sovereignty, technology, technologies, tech, patented, patent, alloy, \
         steel, stainless, aluminium, aluminum, carbon fibre, carbon fiber, titanium, polymer, \
         nano, motor, firmware, hardware, dashboard, module, components, specification, \
         传感器, 芯片, 处理器, 双核, 四核, 八核, 8核, 电池, 毫安, 摄像头, 像素, 显示屏, 大屏, 分辨率, 内存, 存储, \
         蓝牙, 无线, 算法, 人工智能, 机器学习, 大模型, 云原生, 云端, 区块链, 大数据, 物联网, 加密, 架构, \
         技术, 专利, 合金, 不锈钢, 铝, 碳纤维, 钛, 纳米, 高分子, 电机, 马达, 发动机, 固件, 硬件, 模块, \
         接口, 工艺, 材质, 规格, 去中心化, 可扩展",
    )
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = false;
    let mut gained = HashSet::new();
    for row in &plan.benefits {
        let feature = filled(row.feature.as_ref());
        let Some((text, value)) = filled(row.benefit.as_ref()).zip(row.benefit.as_ref()) else {
            if let Some(feature) = feature
                && !plan.is_unknown(&row.path("benefit"))
            {
                looked = true;
                sink.missing(
                    row,
                    "benefit",
                    Text::new(
                        "The feature “{0}” stands alone: nothing says what the customer gains by it.",
                        "特点“{0}”孤零零地写着，没有说顾客从中得到什么。",
                    ),
                    &[feature],
                );
            }
            continue;
        };
        looked = true;
        // A gain that is told in money is a benefit, however technical its words.
        if row.worth.is_some() || !is_feature(text) {
            gained.extend(id(row.proposition.as_ref()));
        } else {
            sink.value(
                row,
                "benefit",
                value,
                Text::new(
                    "“{0}” tells what the offer has, not what the customer gains.",
                    "“{0}”说的是产品有什么，不是顾客得到什么。",
                ),
                &[text],
            );
        }
    }
    for row in &plan.propositions {
        let Some((text, value)) = filled(row.statement.as_ref()).zip(row.statement.as_ref()) else {
            continue;
        };
        looked = true;
        let told = id(row.id.as_ref()).is_some_and(|id| gained.contains(id));
        if !told && is_feature(text) {
            sink.value(
                row,
                "statement",
                value,
                Text::new(
                    "The promise “{0}” is made of features, and no benefit stands beside it.",
                    "主张“{0}”全是特点，旁边也没有写任何利益。",
                ),
                &[text],
            );
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("benefits or a promise", "利益或主张"))
    }
}

/// Whether a text names parts and tells nobody's gain: no person, no lack, no comparison.
fn is_feature(text: &str) -> bool {
    let text = unwrapped(text);
    PARTS.is_in(&text)
        && !people::names_people(&text)
        && !people::speaks_of_need(&text)
        && !people::compares(&text)
        && !tells_time_or_money(&text)
}

/// What a part saves or takes in time or money is what the customer notices.
fn tells_time_or_money(text: &str) -> bool {
    static OUTCOMES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::list(
            "less, fewer, more, cheaper, quieter, lighter, earlier, later, minute, minutes, hours, \
             saves, half, cost, costs, free, wait, waiting, any time, \
             anytime, anywhere, always, ready, 分钟, 小时, 更, 少, 多, 早, 免费, 成本, \
             电费, 费用, 等待, 静音, 随时, 随地, 到处, 马上, 立刻",
        )
    });
    OUTCOMES.is_in(text)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks};

    fn benefit(text: &str, rest: &str) -> String {
        format!("[[value.benefits]]\nid = \"b\"\nbenefit = \"{text}\"\n{rest}\n")
    }

    #[test]
    fn parts_in_place_of_gains_are_found() {
        for text in [
            "Four sensors, 5 GHz radio, aerospace steel",
            "AI-driven, 8-core, cloud-native",
            "AI驱动、八核、云原生",
            "采用纳米材质和专利工艺",
        ] {
            assert_eq!(found("V301", &benefit(text, "")).len(), 1, "{text}");
        }
        let lone = "[[value.benefits]]\nid = \"b\"\nfeature = \"steel lid 钢盖\"\n";
        assert_eq!(found("V301", lone)[0].path, "value.benefits.b.benefit");
    }

    #[test]
    fn what_the_customer_gains_is_silent() {
        for text in [
            "The 8-core chip renders a lesson before class, so you go home on time",
            "Steel that keeps tea hot through the shift",
            "Two hours less on the road",
            "Feels like home",
            "电池够用一整天，不用带充电器",
            "八核芯片4分钟渲染一节课",
            "像回到家一样",
            "课件存在云端，随时可取",
            "Lessons kept in the cloud-native store, ready anywhere",
        ] {
            assert!(found("V301", &benefit(text, "")).is_empty(), "{text}");
        }
        assert!(found("V301", &benefit("99.9 % sensor precision", "worth = 300")).is_empty());
    }

    #[test]
    fn a_promise_of_parts_needs_a_benefit_beside_it() {
        for text in [
            "Small native apps and a rich C++ API.",
            "区块链与大数据平台",
        ] {
            let promise = format!("[[value.propositions]]\nid = \"p\"\nstatement = \"{text}\"\n");
            assert_eq!(found("V301", &promise).len(), 1, "{text}");
            let with = promise + &benefit("Done before lunch 午饭前做完", "proposition = \"p\"");
            assert!(found("V301", &with).is_empty());
        }
        assert!(lacks("V301", "").is_some());
    }
}
