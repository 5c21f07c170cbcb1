//! Much is said to customers, and nothing they say is heard.

use std::sync::LazyLock;

use crate::catalogue::Step;
use crate::catalogue::choices::{PromotionTool, RelationshipTool};
use crate::checks::context::called;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Programme;
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "R504",
    name: "engagement-is-broadcast",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Relationships,
    title: Text::new("Engagement is broadcast", "所谓互动只是单向传播"),
    why: Text::new(
        "Engagement makes customers take part in shaping the brand, by conversation, experience and community (Kotler & Armstrong; Lauterborn).",
        "互动是让顾客参与塑造品牌：对话、体验、社群（科特勒与阿姆斯特朗；劳特朋）。",
    ),
    ask: Text::new(
        "Where can customers answer, ask or decide, and what changes when they do?",
        "顾客在哪里可以回应、提问、作决定？他们说了以后，会改变什么？",
    ),
    page: include_str!("engagement_is_broadcast.md"),
    check,
};

/// Things that customers do, and places where they are heard.
const HEARD: &str = "\
    chat, forum, poll, vote, votes, voting, contest, competition, question, questions, q&a, feedback, \
    survey, comment, comments, reply, replies, answer, answers, ask, hotline, helpline, helpdesk, \
    suggestion, suggest, workshop, open day, tasting, trial, demonstration, meeting, visit, \
    conversation, talk, live stream, livestream, telephone, phone, whatsapp group, \
    聊天, 论坛, 投票, 评选, 比赛, 大赛, 征集, 提问, 问答, 答疑, 反馈, 问卷, 留言, 评论, 回复, 热线, \
    客服, 建议, 工作坊, 开放日, 品鉴, 试吃, 试听, 体验, 见面, 座谈, 走访, 上门, 直播, 电话, 社群, \
    微信群, 家长群, 业主群, 群聊";

static HEARD_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(HEARD));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let Some(first) = plan.programmes.first() else {
        return Checked::Lacks(Text::new("relationship programmes", "关系计划"));
    };
    // What a programme is shows in its tool, in its mark as two-way, or in its words.
    let judged = plan
        .programmes
        .iter()
        .all(|row| row.tool.is_some() || row.two_way.is_some());
    if !judged {
        return Checked::Lacks(Text::new(
            "programmes with a tool, or marked as two-way or not",
            "写有工具或是否双向的关系计划",
        ));
    }
    // Points and coupons alone say nothing; whether they are enough is another question.
    let speaks = |row: &Programme<'_>| {
        let tool = row.tool.as_ref();
        tool.is_none_or(|it| it.value == RelationshipTool::Content)
    };
    if plan.messages.is_empty() && !plan.programmes.iter().any(speaks) {
        return Checked::Lacks(Text::new(
            "messages, or programmes with content",
            "传播信息，或以内容为工具的关系计划",
        ));
    }
    if plan.programmes.iter().any(is_two_way) || is_heard(context) {
        return Checked::Yes;
    }
    let name = called(first.what.as_ref(), first);
    let count = plan.programmes.len() + plan.messages.len();
    if plan.programmes.len() == 1 && plan.messages.is_empty() {
        sink.missing(
            first,
            "two_way",
            Text::new(
                "“{0}” is all there is between you and your customers, and it only speaks to them.",
                "与顾客的往来只有“{0}”，而它只是对他们说。",
            ),
            &[&name],
        );
    } else {
        sink.missing(
            first,
            "two_way",
            Text::new(
                "All {1} messages and programmes, “{0}” among them, only speak to customers: none lets them answer, ask or decide.",
                "传播信息和关系计划共{1}项（如“{0}”），都只是对顾客说，没有一项能让他们回应、提问或作决定。",
            ),
            &[&name, &count.to_string()],
        );
    }
    Checked::Yes
}

/// Whether customers do something in a programme, by its mark or by its kind.
fn is_two_way(programme: &Programme<'_>) -> bool {
    let said = programme.two_way.as_ref().map(|it| it.value);
    let kind = programme.tool.as_ref().is_some_and(|tool| {
        !matches!(
            tool.value,
            RelationshipTool::Content | RelationshipTool::Frequency | RelationshipTool::Financial
        )
    });
    let words = filled(programme.what.as_ref()).is_some_and(|what| HEARD_WORDS.is_in(what));
    said.unwrap_or(kind || words)
}

/// Whether any other part of the plan lets customers speak.
fn is_heard(context: &Context) -> bool {
    let plan = context.plan;
    let spoken = |tool: PromotionTool| {
        matches!(
            tool,
            PromotionTool::PersonalSelling | PromotionTool::WordOfMouth
        )
    };
    let asks = filled(plan.care.complaints.as_ref()).is_some()
        || !plan.satisfaction.is_empty()
        || plan
            .messages
            .iter()
            .any(|row| row.tool.as_ref().is_some_and(|it| spoken(it.value)));
    let messages = plan
        .messages
        .iter()
        .flat_map(|row| [&row.medium, &row.response, &row.text]);
    let channels = plan
        .channels
        .iter()
        .flat_map(|row| [&row.role, &row.convenience]);
    let points = plan
        .touchpoints
        .iter()
        .flat_map(|row| [&row.r#where, &row.promise]);
    let actions = plan.actions.iter().map(|row| &row.what);
    let rest = [&plan.customer_view.communication, &plan.care.after_sales];
    asks || messages
        .chain(channels)
        .chain(points)
        .chain(actions)
        .chain(rest)
        .any(|text| filled(text.as_ref()).is_some_and(|text| HEARD_WORDS.is_in(text)))
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    const PLAN: &str = "[[relationships.programmes]]\nid = \"p\"\ntool = \"content\"\nwhat = \"每天五个平台更新\"\n\
        [[mix.messages]]\nid = \"m\"\ntext = \"全场八折\"\nmedium = \"短信\"\ntool = \"direct-digital\"\n";

    #[test]
    fn posts_and_pushes_alone_are_found() {
        assert_eq!(paths("R504", PLAN), ["relationships.programmes.p.two_way"]);
        assert!(messages("R504", PLAN, Lang::En)[0].contains("All 2"));
        assert!(messages("R504", PLAN, Lang::Zh)[0].contains("每天五个平台更新"));
        let alone = PLAN.split("[[mix").next().unwrap_or_default();
        assert!(messages("R504", alone, Lang::Zh)[0].contains("只有“每天五个平台更新”"));
        let stated = PLAN.replace("\"content\"", "\"community\"\ntwo_way = false");
        assert_eq!(paths("R504", &stated).len(), 1);
    }

    #[test]
    fn one_place_to_be_heard_is_enough() {
        for plan in [
            PLAN.replace("\"content\"", "\"content\"\ntwo_way = true"),
            PLAN.replace("\"content\"", "\"service\""),
            PLAN.replace("每天五个平台更新", "每月投票选新口味"),
            PLAN.replace("每天五个平台更新", "Customers vote on the next flavour"),
            PLAN.replace("\"短信\"", "\"门店和客服电话\""),
            PLAN.replace("direct-digital", "personal-selling"),
            format!("{PLAN}[relationships.care]\ncomplaints = \"By text\"\n"),
            format!(
                "{PLAN}[mix.customer_view]\ncommunication = \"Every post ends with a question\"\n"
            ),
        ] {
            assert_eq!(paths("R504", &plan), [""; 0], "{plan}");
        }
    }

    #[test]
    fn what_a_programme_is_must_be_said() {
        assert!(!is_checked("R504", ""));
        let points =
            "[[relationships.programmes]]\nid = \"p\"\ntool = \"frequency\"\nwhat = \"积分\"\n";
        assert!(!is_checked("R504", points));
        assert!(!is_checked(
            "R504",
            "[[relationships.programmes]]\nid = \"p\"\nwhat = \"posts\"\n"
        ));
    }
}
