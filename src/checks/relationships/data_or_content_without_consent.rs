//! People's data, words or pictures are used, and nobody says by what right.

use std::sync::LazyLock;

use super::groups::has_care;
use crate::catalogue::Step;
use crate::catalogue::choices::RelationshipTool;
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Record, Sp, Span, Str};
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "R507",
    name: "data-or-content-without-consent",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Relationships,
    title: Text::new(
        "Data or content without consent",
        "数据或用户内容没有合规依据",
    ),
    why: Text::new(
        "Lawful use of people's data and words is part of the relationship, and a breach ends it (PIPL; GDPR; FTC endorsement guides).",
        "合法使用顾客的资料和言论，是关系的一部分；越界一次，信任就没了（《个人信息保护法》；GDPR；美国FTC代言指南；《广告法》）。",
    ),
    ask: Text::new(
        "What do you keep or show, what for, on what basis, and until when?",
        "保存或展示什么？用来做什么？依据是什么？到什么时候为止？",
    ),
    page: include_str!("data_or_content_without_consent.md"),
    check,
};

/// Uses of personal data.
const DATA: &str = "\
    crm, customer database, customer data, member database, mailing list, contact list, phone numbers, \
    health data, health record, medical record, patient record, location data, geolocation, \
    track users, user tracking, retargeting, remarketing, recommendation engine, personalised recommendation, \
    personalized recommendation, facial recognition, loyalty app, scrape, profiling, \
    客户名单, 顾客名单, 会员资料, 会员信息, 客户资料, 顾客资料, 客户数据, 用户数据, 用户画像, 顾客画像, \
    手机号, 电话名单, 群名单, 通讯录, 病历, 健康档案, 实时位置, 位置信息, 人脸, 个性化推荐, 精准推送, 精准投放, 数据库营销, \
    导入crm";

/// Uses of what customers and paid voices say and show.
const CONTENT: &str = "\
    influencer, blogger, vlogger, brand ambassador, testimonial, user-generated, user generated, ugc, \
    customer photos, customers' photos, customer stories, customers' stories, before and after photo, before-and-after photo, \
    case photos, \
    kol, koc, 达人, 博主, 网红, 种草, 探店, 买家秀, 晒单, 晒图, 好评返现, 素人, 顾客故事, 用户故事, \
    用户内容, 顾客照片, 代言";

/// Words by which data are not of persons.
const ANONYMOUS: &str = "\
    anonymous, anonymised, anonymized, aggregate, aggregated, 匿名, 汇总, 脱敏, 统计数据";

/// Words of a basis on which data may be kept.
const BASIS: &str = "\
    consent, consents, opt-in, opt in, agree, agreed, agreement, permission, sign, signed, signature, \
    contract, law, legal, lawful, statute, statutory, legitimate interest, gdpr, pipl, of their own accord, \
    gives, give, asked, voluntary, 同意, 授权, 自愿, 合同, 依法, 法定, 法律, 签字, 签名, 勾选, 许可, 告知";

/// Words of an end, or of nothing kept.
const UNTIL: &str = "\
    delete, deleted, deletion, destroy, destroyed, erase, erased, remove, removed, expire, expires, \
    year, month, week, day, until, no longer than, as long as, keep nothing, kept nowhere, nothing is kept, \
    no data, none, only, \
    删除, 销毁, 清除, 注销, 年, 个月, 天内, 期满, 到期, 为止, 不保存, 不留, 不收集, 只留, 只记";

static DATA_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(DATA));
static CONTENT_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(CONTENT));
static ANONYMOUS_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(ANONYMOUS));
static BASIS_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(BASIS));
static UNTIL_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(UNTIL));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let care = &plan.care;
    if plan.programmes.is_empty()
        && plan.messages.is_empty()
        && plan.actions.is_empty()
        && !has_care(context)
    {
        return Checked::Lacks(Text::new(
            "programmes, messages or actions",
            "关系计划、传播信息或行动",
        ));
    }
    match filled(care.customer_data.as_ref()).zip(care.customer_data.as_ref()) {
        Some((text, at)) => {
            let (basis, until) = (BASIS_WORDS.is_in(text), UNTIL_WORDS.is_in(text));
            if !basis && !until && !ANONYMOUS_WORDS.is_in(text) {
                sink.value(
                    care,
                    "customer_data",
                    at,
                    Text::new(
                        "“{0}” says neither on what basis the data are kept nor for how long.",
                        "“{0}”没有写凭什么保存这些资料，也没有写保存多久。",
                    ),
                    &[text],
                );
            }
        }
        None if !context.settled(care, "customer_data", false) => data(context, sink),
        None => {}
    }
    if filled(care.content_rights.as_ref()).is_none()
        && !context.settled(care, "content_rights", false)
    {
        content(context, sink);
    }
    Checked::Yes
}

/// A text in which a word stands: the word, the text and its place.
type Use<'t> = (&'t str, &'t str, Span);

/// The first text of the plan's work with customers that has a word of a list.
fn used<'t>(context: &Context<'t, '_>, words: &Lexicon<()>) -> Option<Use<'t>> {
    let plan = context.plan;
    let programmes = plan.programmes.iter().map(|row| &row.what);
    let messages = plan
        .messages
        .iter()
        .flat_map(|row| [&row.medium, &row.text]);
    let actions = plan.actions.iter().map(|row| &row.what);
    let partners = plan.partners.iter().flat_map(|row| [&row.name, &row.role]);
    let proofs = plan.benefits.iter().map(|row| &row.proof);
    programmes
        .chain(messages)
        .chain(actions)
        .chain(partners)
        .chain(proofs)
        .find_map(|text| hit(text.as_ref(), words))
}

fn hit<'t>(text: Option<&'t Sp<Str<'_>>>, words: &Lexicon<()>) -> Option<Use<'t>> {
    let (at, text) = (text?.span, filled(text)?);
    let range = words.find(text).into_iter().next()?.range;
    (!ANONYMOUS_WORDS.is_in(text)).then_some((text.get(range)?, text, at))
}

/// Personal data in use, and nothing about them under care.
fn data(context: &Context, sink: &mut Sink) {
    let path = context.plan.care.path("customer_data");
    if let Some((word, text, span)) = used(context, &DATA_WORDS) {
        let finding = sink.at(
            path,
            span,
            Text::new(
                "“{0}” uses personal data (“{1}”), but the plan does not say what is kept, on what basis and for how long.",
                "“{0}”要用到个人资料（“{1}”），计划却没有写保存什么、凭什么、存多久。",
            ),
            &[text, word],
        );
        finding.severity = severity(context);
        return;
    }
    // A card or a club knows its members; a short plan need not say how.
    let mut rows = context.plan.programmes.iter();
    let club = rows.find_map(|row| {
        let tool = row.tool.as_ref()?;
        matches!(
            tool.value,
            RelationshipTool::Frequency | RelationshipTool::Club
        )
        .then_some((row, tool.span))
    });
    if let Some((row, span)) = club.filter(|_| has_care(context) && !context.is_short()) {
        sink.at(
            path,
            span,
            Text::new(
                "“{0}” has to know its members, but the plan does not say what is kept about them, on what basis and for how long.",
                "“{0}”要认得出会员，计划却没有写保存他们的什么资料、凭什么、存多久。",
            ),
            &[&called(row.what.as_ref(), row)],
        );
    }
}

/// Customers' content or paid praise in use, and nothing about rights under care.
fn content(context: &Context, sink: &mut Sink) {
    if let Some((word, text, span)) = used(context, &CONTENT_WORDS) {
        let finding = sink.at(
            context.plan.care.path("content_rights"),
            span,
            Text::new(
                "“{0}” uses what others say or show (“{1}”), but the plan does not say how they agree and how paid praise is marked.",
                "“{0}”要用别人的言论或照片（“{1}”），计划却没有写怎样征得同意、付费推荐怎样标明。",
            ),
            &[text, word],
        );
        finding.severity = severity(context);
    }
}

/// A short plan has no place for such things: there it is only said.
fn severity(context: &Context) -> Severity {
    if context.is_short() {
        Severity::Advice
    } else {
        Severity::Warning
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    fn programme(what: &str) -> String {
        format!("[[relationships.programmes]]\nid = \"p\"\ntool = \"club\"\nwhat = \"{what}\"\n")
    }

    fn care(data: &str) -> String {
        format!(
            "[relationships.care]\ncustomer_data = \"{data}\"\ncontent_rights = \"Asked first\"\n"
        )
    }

    #[test]
    fn data_in_use_without_a_word_about_them_are_found() {
        for text in [
            "Import the parents' contact list into the CRM",
            "把家长群名单导入系统",
        ] {
            let plan = programme(text);
            assert_eq!(paths("R507", &plan), ["relationships.care.customer_data"]);
            assert!(messages("R507", &plan, Lang::Zh)[0].contains(text));
            assert_eq!(
                paths(
                    "R507",
                    &format!("{plan}{}", care("Opt-in form, deleted after a year"))
                ),
                [""; 0]
            );
        }
    }

    #[test]
    fn others_words_and_pictures_are_found() {
        for text in ["Influencer push in week four", "请达人探店"] {
            let plan = format!("[[mix.actions]]\nid = \"a\"\nwhat = \"{text}\"\n");
            assert_eq!(paths("R507", &plan), ["relationships.care.content_rights"]);
            assert!(messages("R507", &plan, Lang::En)[0].contains(text));
            assert_eq!(
                paths("R507", &format!("{plan}{}", care("同意后登记"))),
                [""; 0]
            );
        }
    }

    #[test]
    fn a_text_about_data_needs_a_basis_or_an_end() {
        for text in ["We collect as much as we can", "先把能收集的都收集起来"] {
            assert_eq!(
                paths("R507", &care(text)),
                ["relationships.care.customer_data"]
            );
        }
        for text in [
            "Name and phone with consent",
            "Deleted after two years",
            "顾客签字同意",
            "保存12个月后删除",
            "只有匿名统计",
        ] {
            assert_eq!(paths("R507", &care(text)), [""; 0], "{text}");
        }
    }

    #[test]
    fn statistics_short_plans_and_what_is_unknown_are_left_alone() {
        for plan in [
            programme("Aggregated location data of the trams"),
            programme("Tenth wash free"),
            format!(
                "[plan]\nunknown = [\"relationships.care\"]\n{}",
                programme("导入客户名单")
            ),
        ] {
            assert_eq!(paths("R507", &plan), [""; 0]);
        }
        let full = format!(
            "{}[relationships.care]\nafter_sales = \"A call\"\n[[relationships.groups]]\nid = \"g\"\nsegment = \"s\"\n",
            programme("Tenth wash free")
        );
        assert_eq!(paths("R507", &full), ["relationships.care.customer_data"]);
        assert!(!is_checked("R507", ""));
    }
}
