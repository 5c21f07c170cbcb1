//! The words a choice field may hold: one list per idea, as a Rust type and as rows for forms.

use crate::words::Text;

/// One word of a choice: what stands in the file, and its name on screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    /// The word in the file.
    pub key: &'static str,
    /// Its name on screen.
    pub label: Text,
}

/// A type whose values are the words of a choice field.
pub trait Choose: Sized + Copy + 'static {
    /// The words, in the order in which a list shows them.
    const CHOICES: &'static [Choice];
    /// The values, in the same order.
    const VALUES: &'static [Self];

    /// The value that a word in the file stands for.
    fn from_key(key: &str) -> Option<Self> {
        let at = Self::CHOICES.iter().position(|choice| choice.key == key)?;
        Self::VALUES.get(at).copied()
    }
}

/// Declares a choice once: the type, its words in the file, and its names in both languages.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident $key:literal $en:literal $zh:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("`", $key, "`: ", $en, ".")] $variant,)+
        }

        impl Choose for $name {
            const CHOICES: &'static [Choice] =
                &[$(Choice { key: $key, label: Text::new($en, $zh) },)+];
            const VALUES: &'static [Self] = &[$(Self::$variant,)+];
        }
    )+};
}

choices! {
    /// What sort of organisation plans.
    PlanKind {
        Business "business" "business" "企业",
        NonProfit "non-profit" "non-profit" "非营利组织",
        Public "public" "public body" "公共机构",
    }
    /// The competitive role.
    Role {
        Leader "leader" "leader" "领导者",
        Challenger "challenger" "challenger" "挑战者",
        Follower "follower" "follower" "追随者",
        Nicher "nicher" "nicher" "补缺者",
        Breakthrough "breakthrough" "breakthrough innovator" "突破创新者",
    }
    /// The five concepts of marketing management.
    Orientation {
        Production "production" "production concept" "生产观念",
        Product "product" "product concept" "产品观念",
        Selling "selling" "selling concept" "推销观念",
        Marketing "marketing" "marketing concept" "营销观念",
        Societal "societal" "societal marketing concept" "社会营销观念",
    }
    /// How far the plan is.
    PlanStatus {
        Draft "draft" "draft" "草稿",
        InReview "in-review" "in review" "评审中",
        Adopted "adopted" "adopted" "已采纳",
        Closed "closed" "closed" "已结束",
    }
    /// How sure we are.
    Confidence {
        Low "low" "low" "低",
        Medium "medium" "medium" "中",
        High "high" "high" "高",
    }
    /// How well a need is met today.
    NeedStatus {
        Met "met" "met" "已满足",
        Underserved "underserved" "underserved" "满足不足",
        Unmet "unmet" "unmet" "未满足",
        Latent "latent" "latent" "潜在",
    }
    /// How evidence was gathered.
    Method {
        Interview "interview" "interview" "访谈",
        Survey "survey" "survey" "问卷调查",
        Observation "observation" "observation" "观察",
        Experiment "experiment" "experiment" "实验",
        SalesData "sales-data" "sales data" "销售数据",
        Desk "desk" "desk research" "案头研究",
    }
    /// Whom the evidence comes from.
    Respondents {
        Customers "customers" "customers" "现有顾客",
        Lapsed "lapsed" "lapsed customers" "流失顾客",
        Prospects "prospects" "prospects" "潜在顾客",
        NonCustomers "non-customers" "non-customers" "非顾客",
        RivalsCustomers "rivals-customers" "rivals' customers" "对手的顾客",
        Experts "experts" "experts" "专家",
        PublicData "public-data" "public data" "公开数据",
    }
    /// What customers do instead.
    AlternativeKind {
        Direct "direct" "direct rival" "直接竞争者",
        Indirect "indirect" "indirect rival" "间接竞争者",
        Substitute "substitute" "substitute" "替代品",
        Workaround "workaround" "workaround" "凑合的办法",
        Inaction "inaction" "doing nothing" "什么都不做",
    }
    /// A kind of trend that pushes the market.
    Force {
        Political "political" "political" "政治",
        Economic "economic" "economic" "经济",
        Social "social" "social" "社会",
        Technological "technological" "technological" "技术",
        Environmental "environmental" "environmental" "环境",
        Legal "legal" "legal" "法律",
        Global "global" "global" "全球",
    }
    /// Which way a trend pushes.
    Effect {
        Opportunity "opportunity" "opportunity" "机会",
        Threat "threat" "threat" "威胁",
    }
    /// The four fields of a SWOT.
    SwotKind {
        Strength "strength" "strength" "优势",
        Weakness "weakness" "weakness" "劣势",
        Opportunity "opportunity" "opportunity" "机会",
        Threat "threat" "threat" "威胁",
    }
    /// The seven steps of buying.
    BuyingStage {
        Unaware "unaware" "unaware" "未知晓",
        Aware "aware" "aware" "知晓",
        Decided "decided" "decided to buy" "决定购买",
        Preferring "preferring" "preferring" "形成偏好",
        Choosing "choosing" "choosing" "选择产品",
        Buying "buying" "buying" "购买",
        After "after" "after the purchase" "购后感受",
    }
    /// How the market is covered.
    Strategy {
        Undifferentiated "undifferentiated" "undifferentiated" "无差异营销",
        Differentiated "differentiated" "differentiated" "差异化营销",
        Concentrated "concentrated" "concentrated" "集中营销",
        Individual "individual" "individual" "个别营销",
    }
    /// What customers are divided by.
    Basis {
        Geographic "geographic" "geographic" "地理",
        Demographic "demographic" "demographic" "人口统计",
        Psychographic "psychographic" "psychographic" "心理",
        Behavioural "behavioural" "behavioural" "行为",
        Occasion "occasion" "occasion" "时机",
        Benefit "benefit" "benefit sought" "追求的利益",
        Value "value" "customer value" "顾客价值",
        Industry "industry" "industry" "行业",
        Size "size" "size of organisation" "组织规模",
    }
    /// Why a customer buys.
    BuyerType {
        Consumption "consumption" "for own use" "消费型",
        Production "production" "for production" "制造型",
        Resale "resale" "for resale" "贸易型",
        Institution "institution" "for an institution" "代表型",
    }
    /// The side of the market on which a segment stands.
    Side {
        Buyers "buyers" "buyers" "购买者",
        Suppliers "suppliers" "suppliers" "供应者",
        Beneficiaries "beneficiaries" "beneficiaries" "受益者",
        Donors "donors" "donors and funders" "捐赠者与资助者",
        Volunteers "volunteers" "volunteers" "志愿者",
        Influencers "influencers" "those who influence" "影响者",
    }
    /// Whether a segment is served.
    Decision {
        Target "target" "target" "选为目标",
        Later "later" "later" "以后再说",
        No "no" "not served" "不服务",
    }
    /// The winning value positions.
    Position {
        MoreForMore "more-for-more" "more for more" "高质高价",
        MoreForSame "more-for-same" "more for the same" "高质同价",
        SameForLess "same-for-less" "the same for less" "同质低价",
        LessForMuchLess "less-for-much-less" "less for much less" "低质更低价",
        MoreForLess "more-for-less" "more for less" "高质低价",
    }
    /// What a customer gives.
    CostKind {
        Money "money" "money" "金钱",
        Time "time" "time" "时间",
        Effort "effort" "effort" "精力",
        Risk "risk" "risk" "风险",
        Data "data" "data" "数据",
        Switching "switching" "switching" "转换成本",
    }
    /// The part a product plays in the range.
    ProductRole {
        Lead "lead" "lead" "引流",
        Core "core" "core" "主力",
        Image "image" "image" "形象",
        Bundle "bundle" "bundle" "组合",
    }
    /// What a price rests on.
    PriceBasis {
        Value "value" "value to the customer" "顾客价值",
        Competition "competition" "competition" "竞争",
        Cost "cost" "cost" "成本",
        Budget "budget" "customer's budget" "顾客预算",
    }
    /// A tool of communication.
    PromotionTool {
        Advertising "advertising" "advertising" "广告",
        SalesPromotion "sales-promotion" "sales promotion" "销售促进",
        PublicRelations "public-relations" "public relations" "公共关系",
        PersonalSelling "personal-selling" "personal selling" "人员推销",
        DirectDigital "direct-digital" "direct and digital" "直复与数字营销",
        WordOfMouth "word-of-mouth" "word of mouth" "口碑",
    }
    /// What an objective is about.
    ObjectiveKind {
        Customer "customer" "customer" "顾客",
        Market "market" "market" "市场",
        Financial "financial" "financial" "财务",
        Society "society" "society" "社会",
        Learning "learning" "learning" "学习",
    }
    /// The lever that an action or a cost moves.
    Lever {
        Product "product" "product" "产品",
        Price "price" "price" "价格",
        Place "place" "place" "渠道",
        Promotion "promotion" "promotion" "促销",
        Relationship "relationship" "relationship" "关系",
        Research "research" "research" "调研",
    }
    /// How far an action is.
    ActionStatus {
        Planned "planned" "planned" "计划中",
        Running "running" "running" "进行中",
        Done "done" "done" "已完成",
        Dropped "dropped" "dropped" "已放弃",
    }
    /// How often an action comes back.
    Repeat {
        Once "once" "once" "一次",
        Daily "daily" "daily" "每天",
        Weekly "weekly" "weekly" "每周",
        Monthly "monthly" "monthly" "每月",
        Quarterly "quarterly" "quarterly" "每季",
        Yearly "yearly" "yearly" "每年",
    }
    /// The period a capacity counts for.
    CapacityPeriod {
        Hour "hour" "hour" "小时",
        Day "day" "day" "天",
        Week "week" "week" "周",
        Month "month" "month" "月",
        Quarter "quarter" "quarter" "季",
        Year "year" "year" "年",
    }
    /// A view of the future.
    Scenario {
        Low "low" "low" "低",
        Base "base" "base" "基准",
        High "high" "high" "高",
    }
    /// How close a relationship is.
    Level {
        Basic "basic" "basic" "基本型",
        Reactive "reactive" "reactive" "被动型",
        Accountable "accountable" "accountable" "负责型",
        Proactive "proactive" "proactive" "主动型",
        Partnership "partnership" "partnership" "伙伴型",
    }
    /// A tool of relationships.
    RelationshipTool {
        Frequency "frequency" "frequency programme" "频次营销",
        Club "club" "club" "俱乐部",
        Financial "financial" "financial ties" "财务纽带",
        Social "social" "social ties" "社交纽带",
        Structural "structural" "structural ties" "结构纽带",
        Community "community" "community" "社群",
        Content "content" "content" "内容",
        Referral "referral" "referral" "推荐",
        Service "service" "service" "服务",
    }
    /// How satisfaction is measured.
    Measure {
        Csat "csat" "satisfaction score" "满意度得分",
        Nps "nps" "net promoter score" "净推荐值",
        Complaints "complaints" "complaints" "投诉",
        RepeatRate "repeat-rate" "repeat rate" "复购率",
        Reviews "reviews" "reviews" "评价",
    }
    /// What a partner is.
    PartnerKind {
        Department "department" "department" "部门",
        Supplier "supplier" "supplier" "供应商",
        Channel "channel" "channel" "渠道",
        Platform "platform" "platform" "平台",
        Agency "agency" "agency" "代理机构",
        Community "community" "community" "社群",
        Funder "funder" "funder" "资助方",
    }
    /// Whether customers are bound by a contract.
    Mode {
        Contractual "contractual" "contractual" "合约型",
        NonContractual "non-contractual" "non-contractual" "非合约型",
    }
    /// The length of a period of value capture.
    Cycle {
        Week "week" "week" "周",
        Month "month" "month" "月",
        Quarter "quarter" "quarter" "季",
        Year "year" "year" "年",
    }
    /// When a period's margin is counted.
    Timing {
        End "end" "at the end of the period" "期末",
        Start "start" "at the start of the period" "期初",
    }
    /// What to do with a group of customers.
    Policy {
        Invest "invest" "invest" "投入",
        Harvest "harvest" "harvest" "收获",
        Reprice "reprice" "reprice" "调价",
        Leave "leave" "leave" "放手",
    }
    /// The tier of a key account.
    Tier {
        A "A" "A" "A级",
        B "B" "B" "B级",
        C "C" "C" "C级",
    }
    /// How money comes in.
    RevenueModel {
        Sale "sale" "sale" "销售",
        Subscription "subscription" "subscription" "订阅",
        Usage "usage" "usage fee" "按用量收费",
        Commission "commission" "commission or spread" "佣金或差价",
        Advertising "advertising" "advertising" "广告收入",
        Licence "licence" "licence" "授权",
        Grant "grant" "grant or tax" "拨款或税收",
        Donation "donation" "donation" "捐赠",
    }
    /// A language that a plan is written in.
    PlanLanguage {
        En "en" "English" "英文",
        Zh "zh" "Chinese" "中文",
        Other "other" "another language" "其他语言",
    }
}
