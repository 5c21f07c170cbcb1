//! What an objective counts: customers, sales, attention, or our own work.

use std::sync::LazyLock;

use crate::catalogue::choices::ObjectiveKind;
use crate::checks::filled;
use crate::plan::records::Objective;
use crate::prose::{Lexicon, people};

/// What the number of an objective counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// What customers do, know, feel or gain.
    Customers,
    /// What is sold or earned.
    Sales,
    /// Who may have seen something: views, likes, followers.
    Attention,
    /// What we did ourselves: posts, flyers, calls.
    Work,
}

/// Words that show a customer who acts, knows or judges.
const CUSTOMERS: &str = "\
    satisfaction, satisfied, loyal, loyalty, repeat, return, returning, come back, comes back, \
    came back, again, regular, retention, retained, renew, renewed, renewal, stay, lapsed, churn, \
    recommend, recommended, recommendation, referral, nps, csat, net promoter, aware, awareness, \
    know, recall, recognise, recognize, recognition, remember, trust, penetration, customer, \
    client, member, user, buyer, subscriber, attendee, participant, applicant, adopter, company, \
    companies, firm, school, farm, club, complaint, review, rating, trial, try, tried, adoption, \
    share of wallet, share of customer, perceived, booking, sign-up, sign up, enrolment, who, \
    满意, 复购, 回头, 再来, 再次, 续, 留存, 保留, 流失, 推荐, 口碑, 知晓, 知道, 记得, 认得, 认知, \
    信任, 渗透, 顾客, 客户, 用户, 会员, 买家, 户, 人, 者, 投诉, 评价, 评分, 试用, 忠诚, 预约, 报名";

/// Words for what is sold or earned.
const SALES: &str = "\
    unit, units sold, sales, sold, sell, revenue, turnover, profit, income, surplus, margin, \
    shipped, shipment, output, volume, order, gmv, break-even, break even, market share, \
    share of the market, share of market, \
    销量, 销售, 卖出, 营收, 营业额, 收入, 利润, 盈利, 结余, 毛利, 产量, 产值, 出货, 订单, \
    市场份额, 市场占有率, 回款, 保本";

/// Words for having been seen.
const ATTENTION: &str = "\
    like, follower, fan, star, view, page view, impression, exposure, press mention, site visit, \
    website visit, web visit, mobile visit, visits to the website, visits to the site, \
    web traffic, website traffic, site traffic, online traffic, traffic of the website, \
    traffic to the website, traffic to the site, \
    点赞, 粉丝, 星标, 关注数, 关注量, 曝光, 浏览量, 阅读量, 播放量, 点击量, 访问量, 转发, 网站流量, 热度, \
    互动量";

/// Words for work that we count because we did it.
const WORK: &str = "\
    posts published, posts a week, posts a month, posts per, number of posts, article published, video published, video posted, flyer, leaflet, \
    brochure, poster, press release, e-mail sent, email sent, newsletter sent, message sent, \
    call made, sales call, cold call, visit made, visits to customers, visits to shops, \
    event held, events held, workshops held, sessions held, meetings held, workshop held, session held, training held, meeting held, training session, \
    campaign run, ads placed, advertisement placed, advert placed, advertising money spent, budget spent, \
    发布篇数, 发布条数, 发布数量, 发帖, 发文, 推文, 篇数, 条数, 传单, 海报, 宣传册, 拜访次数, \
    拜访量, 走访次数, 活动场次, 活动场数, 培训场次, 举办场次, 电话量, 拨打, 群发, 推送次数, \
    投放次数, 更新次数, 花出去的";

static WORDS: LazyLock<Lexicon<Counts>> = LazyLock::new(|| {
    // Where a word stands in two lists, the first holds.
    let lists = [
        (WORK, Counts::Work),
        (ATTENTION, Counts::Attention),
        (SALES, Counts::Sales),
        (CUSTOMERS, Counts::Customers),
    ];
    Lexicon::new(
        lists
            .into_iter()
            .flat_map(|(words, tag)| words.split(',').map(move |word| (word.trim(), tag))),
    )
});

/// What an objective counts, and the word that says so; nothing where it cannot be told.
///
/// A customer anywhere in the metric decides: “followers who ordered” are customers.
pub(super) fn counts<'t>(objective: &'t Objective<'_>) -> Option<(Counts, &'t str)> {
    match objective.kind.as_ref().map(|kind| kind.value) {
        Some(ObjectiveKind::Customer | ObjectiveKind::Society | ObjectiveKind::Learning) => {
            let metric = filled(objective.metric.as_ref()).or(filled(objective.statement.as_ref()));
            // The kind is what the author means; only a metric of another sort speaks against it.
            match metric.and_then(of_text) {
                Some(found @ (Counts::Attention | Counts::Work, _)) => Some(found),
                _ => Some((Counts::Customers, metric.unwrap_or_default())),
            }
        }
        Some(ObjectiveKind::Financial) => Some((Counts::Sales, filled(objective.metric.as_ref())?)),
        _ => {
            let texts = [&objective.metric, &objective.unit, &objective.statement];
            let texts = texts.map(|text| filled(text.as_ref()));
            let found = texts.map(|text| text.and_then(of_text));
            let customers = found.iter().flatten();
            let mut customers = customers.filter(|found| found.0 == Counts::Customers);
            let told = customers.next().or(found.iter().flatten().next()).copied();
            told.or_else(|| share_of_market(objective))
        }
    }
}

/// A share that is an objective about the market: how much of the category is ours.
fn share_of_market<'t>(objective: &'t Objective<'_>) -> Option<(Counts, &'t str)> {
    let market = objective.kind.as_ref()?.value == ObjectiveKind::Market;
    let metric = filled(objective.metric.as_ref()).filter(|_| market)?;
    let shares = metric.starts_with("share of") || metric.contains("份额");
    shares.then_some((Counts::Sales, metric))
}

/// What the words of one text count.
pub(super) fn of_text(text: &str) -> Option<(Counts, &str)> {
    let hits = WORDS.find(text);
    let is = |counts: Counts| hits.iter().find(|hit| hit.tag == counts);
    if is(Counts::Customers).is_some() || people::names_group(text) {
        return Some((Counts::Customers, text));
    }
    let order = [Counts::Sales, Counts::Work, Counts::Attention];
    let hit = order.into_iter().find_map(is)?;
    Some((hit.tag, text.get(hit.range.clone())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(text: &str) -> Option<Counts> {
        of_text(text).map(|found| found.0)
    }

    #[test]
    fn a_metric_is_told_by_its_words() {
        for (text, counts) in [
            ("bottles shipped", Counts::Sales),
            ("share of the market", Counts::Sales),
            ("全年销量", Counts::Sales),
            ("page views a day", Counts::Attention),
            ("短视频播放量", Counts::Attention),
            ("flyers handed out", Counts::Work),
            ("公众号发帖数", Counts::Work),
            ("followers who ordered", Counts::Customers),
            ("90天内再次借书的读者", Counts::Customers),
            ("repeat rate", Counts::Customers),
        ] {
            assert_eq!(is(text), Some(counts), "{text}");
        }
        for text in [
            "minutes from request to proof",
            "share of calls answered in a day",
            "post offices within reach",
            "每亩用药量",
            "sugar per bar",
        ] {
            assert_eq!(is(text), None, "{text}");
        }
    }
}
