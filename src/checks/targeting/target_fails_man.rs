//! A target without money, authority or a need of its own.

use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::catalogue::choices::{Basis, BuyerType, PlanKind, Side};
use crate::checks::context::named;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Segment;
use crate::prose::{Lexicon, age_band, people};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "T208",
    name: "target-fails-man",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Targeting,
    title: Text::new("Target without payer or decider", "目标不符合MAN"),
    why: Text::new(
        "A customer has money, authority and a need; whoever lacks one of them is an audience (Webster and Wind's buying centre).",
        "顾客要有钱（Money）、有决定权（Authority）、有需要（Need）；缺一样，就只是观众（韦伯斯特与温德的采购中心）。",
    ),
    ask: Text::new(
        "Who says yes, who pays, and who lives with it afterwards?",
        "谁拍板，谁付钱，买来以后谁在用？",
    ),
    page: include_str!("target_fails_man.md"),
    check,
};

/// Children below this age neither pay nor decide.
const CHILD: u32 = 13;

/// Bodies in which one person decides, another pays and a third uses. Shops and restaurants are
/// left out: in most of them one owner is all three.
static BODIES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "hospital, clinic, school, kindergarten, nursery, university, universities, college, \
         company, companies, corporation, enterprise, factory, factories, ministry, ministries, \
         council, municipality, municipalities, authority, authorities, government, agency, \
         agencies, ngo, institution, 医院, 诊所, 学校, 中学, 小学, 幼儿园, 大学, 高校, 企业, 公司, \
         工厂, 政府, 机关, 事业单位, 机构, 养老院",
    )
});

static CHILDREN: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "child, children, kids, pupil, schoolchildren, toddler, babies, infants, tweens, \
         小学生, 中小学生, 儿童, 孩子, 幼儿, 婴儿, 宝宝, 小朋友",
    )
});

/// Words for grown-ups beside children.
static GROWN: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "parent, mother, father, mum, mom, dad, family, families, household, teacher, carer, \
         grandparent, couple, adult, women, woman, men, people, owner, with children, 家长, 父母, \
         爸, 妈, 家庭, 老师, 教师, 夫妻, 祖父母, 爷爷, 奶奶, 监护人, 的人, 女性, 男性, 带孩子",
    )
});

/// Why one person cannot be payer, decider and user at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Split {
    /// An organisation decides by posts.
    Body,
    /// A child uses what others buy.
    Child,
}

const BODY: Text = Text::new(
    "“{0}” is an organisation, but nobody in it is named who decides.",
    "“{0}”是组织，却没有写里面由谁决定。",
);
const MINOR: Text = Text::new(
    "“{0}” includes children, who neither pay nor decide; nothing says who does.",
    "“{0}”包括孩子，他们不付钱也不拍板，却没有写由谁付钱、由谁决定。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = false;
    for row in context.targets().filter(|row| buys(row)) {
        looked = true;
        let Some(split) = split(row) else { continue };
        let said = |key: &str, says: bool| context.settled(row, key, says);
        let payer = said("payer", filled(row.payer.as_ref()).is_some());
        let decider = said("decider", filled(row.decider.as_ref()).is_some());
        let (clear, text) = match split {
            Split::Body => (decider, BODY),
            // What is given away has no payer among those who get it.
            Split::Child => (payer || decider || is_given(context), MINOR),
        };
        if clear {
            continue;
        }
        let name = named(row.name.as_ref(), row.id.as_ref());
        let finding = sink.missing(row, "decider", text, &[name]);
        let funded = plan
            .frame
            .kind
            .as_ref()
            .is_some_and(|it| it.value != PlanKind::Business);
        if context.is_short() || funded {
            finding.severity = Severity::Advice;
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("a target segment that buys", "要购买的目标细分"))
    }
}

/// Whether a segment is asked to buy or use: suppliers, donors and volunteers are not.
fn buys(row: &Segment<'_>) -> bool {
    row.side
        .as_ref()
        .is_none_or(|it| matches!(it.value, Side::Buyers | Side::Beneficiaries))
}

/// Whether all that is offered is free, or the plan is no business.
fn is_given(context: &Context) -> bool {
    let plan = context.plan;
    plan.frame
        .kind
        .as_ref()
        .is_some_and(|it| it.value != PlanKind::Business)
        || (!plan.products.is_empty()
            && plan
                .products
                .iter()
                .all(|row| row.price.as_ref().is_some_and(|it| it.value.is_zero())))
}

/// Why payer, decider and user must be told apart; `None` for people who buy for themselves.
fn split(row: &Segment<'_>) -> Option<Split> {
    let buyer = row.buyer_type.as_ref().map(|it| it.value);
    if buyer == Some(BuyerType::Institution) {
        return Some(Split::Body);
    }
    let name = filled(row.name.as_ref()).unwrap_or_default();
    let description = filled(row.description.as_ref()).unwrap_or_default();
    let about = |words: &Lexicon<()>, text: &str| !text.is_empty() && words.is_in(text);
    let trade = row
        .bases
        .iter()
        .any(|it| matches!(it.value, Basis::Industry | Basis::Size));
    let body = buyer != Some(BuyerType::Consumption)
        && !people::names_group(name)
        && (is_body(name) || (trade && about(&BODIES, description)));
    if body {
        return Some(Split::Body);
    }
    let grown = about(&GROWN, name);
    // Ages that run on to grown-ups name no parent.
    let young = |text: &str| {
        age_band(text).is_some_and(|band| band.from < CHILD && (!grown || band.to > 17))
    };
    let child = about(&CHILDREN, name) && !grown;
    (child || young(name) || young(description)).then_some(Split::Child)
}

/// Whether a name means bodies themselves, and not those who work in them, visit or leave them.
fn is_body(name: &str) -> bool {
    BODIES.find(name).into_iter().any(|hit| {
        let rest = name.get(hit.range.end..).unwrap_or_default().trim_start();
        rest.is_empty() || BEHIND.iter().any(|word| rest.starts_with(word))
    })
}

/// What may follow the word for a body that is meant itself.
const BEHIND: &[&str] = &[
    "of ", "in ", "with ", "that ", "which ", "and ", "or ", "from ", "near ", "around ", ",", "(",
    "/", "客户", "、", "，", "（", "和", "与", "及", "等",
];

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::testing::{found, lacks, severities};

    /// A link that only full plans have.
    const FULL: &str = "[[value.benefits]]\nid = \"b\"\nproof = \"counted\"\n";

    fn target(name: &str, rest: &str) -> String {
        format!(
            "[[targeting.segments]]\nid = \"a\"\nname = \"{name}\"\ndecision = \"target\"\n{rest}\n{FULL}"
        )
    }
    fn count(name: &str, rest: &str) -> usize {
        found("T208", &target(name, rest)).len()
    }

    #[test]
    fn bodies_without_a_decider_are_found() {
        for name in [
            "Private hospitals",
            "District schools",
            "二级医院",
            "制造企业",
        ] {
            assert_eq!(
                severities("T208", &target(name, "")),
                [Severity::Warning],
                "{name}"
            );
            assert_eq!(count(name, "decider = \"the head\""), 0);
        }
        assert_eq!(
            count("Homes on the hill", "buyer_type = \"institution\""),
            1
        );
        assert_eq!(
            found("T208", &target("二级医院", ""))[0].path,
            "targeting.segments.a.decider"
        );
    }

    #[test]
    fn children_without_a_payer_are_found() {
        for name in [
            "Pupils of 40 towns",
            "All people aged 5 to 95",
            "小学生",
            "6至12岁",
        ] {
            assert_eq!(count(name, ""), 1, "{name}");
            assert_eq!(count(name, "payer = \"父母\""), 0, "{name}");
        }
        let free = target("小学生", "") + "[[mix.products]]\nid = \"p\"\nprice = 0\n";
        assert!(found("T208", &free).is_empty());
    }

    #[test]
    fn people_who_buy_for_themselves_are_not_asked() {
        for name in [
            "Parents of children aged six to twelve",
            "University students",
            "School leavers",
            "Company drivers",
            "公司聚餐",
            "Cafés in the old town",
            "小学生家长",
            "大学生",
            "企业员工",
            "夜班司机",
        ] {
            assert_eq!(count(name, ""), 0, "{name}");
        }
        assert!(lacks("T208", &target("Schools", "side = \"suppliers\"")).is_some());
    }

    #[test]
    fn a_short_plan_is_only_advised() {
        let short = target("Hospitals", "").replace(FULL, "");
        assert_eq!(severities("T208", &short), [Severity::Advice]);
    }
}
