//! Step 5, relationships and value capture: how customers are kept, and what they are worth.

use super::choices::{self as pick, Choose};
use super::field::{Field, Kind, Section, Shape, Step, core, full};
use crate::words::Text;

/// The sections of this step.
pub const SECTIONS: &[Section] = &[
    Section {
        path: "relationships.care",
        shape: Shape::Table,
        step: Step::Relationships,
        label: Text::new("Customer care", "顾客关怀"),
        row: Text::new("customer care", "顾客关怀"),
        help: Text::new(
            "How you treat people after they have paid: complaints, help, bad days, and what you know about them.",
            "顾客付款之后你怎样待他们：投诉、售后、突发事件，以及你手中的顾客资料。",
        ),
        caption: &[],
        fields: CARE,
    },
    Section {
        path: "relationships.programmes",
        shape: Shape::Rows,
        step: Step::Relationships,
        label: Text::new("Relationship programmes", "关系计划"),
        row: Text::new("relationship programme", "关系计划"),
        help: Text::new(
            "What you do so that a segment comes back: one row for each programme. Fit the effort to what the customers are worth.",
            "为了让某个细分的顾客再来，你做些什么；每项计划一条。投入要与这些顾客的价值相称。",
        ),
        caption: &["what", "segment"],
        fields: PROGRAMMES,
    },
    Section {
        path: "relationships.touchpoints",
        shape: Shape::Rows,
        step: Step::Relationships,
        label: Text::new("Touchpoints", "接触点"),
        row: Text::new("touchpoint", "接触点"),
        help: Text::new(
            "Each place where a customer meets you, from the first glance to long after the purchase, with the standard you keep there.",
            "顾客与你相遇的每一处，从第一眼到购买之后很久，以及你在那里守住的标准。",
        ),
        caption: &["where", "promise"],
        fields: TOUCHPOINTS,
    },
    Section {
        path: "relationships.satisfaction",
        shape: Shape::Rows,
        step: Step::Relationships,
        label: Text::new("Satisfaction", "顾客满意"),
        row: Text::new("satisfaction measure", "满意度测量"),
        help: Text::new(
            "How you learn whether customers got what they expected: one row for each measure, with its sample and date.",
            "怎样得知顾客得到的是否合乎期望；每项测量一条，写明样本和日期。",
        ),
        caption: &["measure", "segment"],
        fields: SATISFACTION,
    },
    Section {
        path: "relationships.partners",
        shape: Shape::Rows,
        step: Step::Relationships,
        label: Text::new("Partners", "合作伙伴"),
        row: Text::new("partner", "合作伙伴"),
        help: Text::new(
            "Those without whom you cannot keep your promise, inside and outside the house, and what they gain by helping.",
            "少了谁你就无法兑现承诺：内部的和外部的伙伴，以及他们帮忙能得到什么。",
        ),
        caption: &["name"],
        fields: PARTNERS,
    },
    Section {
        path: "relationships.revenue_streams",
        shape: Shape::Rows,
        step: Step::Relationships,
        label: Text::new("Revenue streams", "收入来源"),
        row: Text::new("revenue stream", "收入来源"),
        help: Text::new(
            "Each way in which money comes in: who pays, what for, and how. Those who pay are not always those who use.",
            "钱从哪些途径进来：谁付、为什么付、怎样付。付钱的人不一定是使用的人。",
        ),
        caption: &["name", "what"],
        fields: REVENUE_STREAMS,
    },
    Section {
        path: "relationships.value_capture",
        shape: Shape::Table,
        step: Step::Relationships,
        label: Text::new("Value capture", "价值获取"),
        row: Text::new("value capture", "价值获取"),
        help: Text::new(
            "The few settings behind every lifetime value in this plan, so that all groups are counted in the same way.",
            "本计划计算顾客终身价值的几项约定，使各个顾客群算法一致。",
        ),
        caption: &[],
        fields: VALUE_CAPTURE,
    },
    Section {
        path: "relationships.groups",
        shape: Shape::Rows,
        step: Step::Relationships,
        label: Text::new("Customer groups", "顾客群"),
        row: Text::new("customer group", "顾客群"),
        help: Text::new(
            "Customers grouped by what they bring and how long they stay. One average for all hides whom to keep.",
            "按带来的利润和停留的时间把顾客分群。用一个平均数代表所有人，就看不出该留住谁。",
        ),
        caption: &["name", "id"],
        fields: GROUPS,
    },
    Section {
        path: "relationships.accounts",
        shape: Shape::Rows,
        step: Step::Relationships,
        label: Text::new("Key accounts", "大客户"),
        row: Text::new("key account", "大客户"),
        help: Text::new(
            "Customers so large that losing one would hurt. Grade each by the same measures, and say how you protect the business.",
            "失去一家就会伤筋动骨的顾客。用同一把尺子逐个评级，并写明怎样守住这笔生意。",
        ),
        caption: &["name"],
        fields: ACCOUNTS,
    },
];

const CARE: &[Field] = &[
    full("complaints", Kind::Text, "Complaints", "投诉处理")
        .help(
            "Where a complaint can be made, how fast it is answered, who decides. A complaint handled well often keeps the customer.",
            "在哪里可以投诉、多久答复、由谁拍板。处理得好的投诉，往往能留住顾客。",
        )
        .good(
            "At the desk, by phone or by text; a person answers within 4 hours; Joy Okafor may refund up to 80 without asking",
            "门店、电话、微信均可投诉；2小时内由真人回复；店长可当场决定500元以内的退款",
        )
        .bad("We take every complaint seriously", "高度重视每一位顾客的意见")
        .term("complaint-handling"),
    full("after_sales", Kind::Text, "After the sale", "售后服务")
        .help(
            "What the customer gets from you once the money is paid, and when. Regret is strongest in the first days.",
            "顾客付款以后还能从你这里得到什么、什么时候得到。购后头几天最容易后悔。",
        )
        .good(
            "Hearing aids: a call on day 3, free fitting on day 14, cleaning twice a year",
            "净水器：装好第2天回访，第7天免费复测水质，滤芯到期前10天提醒",
        )
        .bad("Two-year guarantee as required by law", "按国家规定三包")
        .term("satisfaction"),
    full("crisis", Kind::Text, "Crisis plan", "危机应对")
        .help(
            "What could break trust in a day, who speaks then, and what customers hear in the first hours.",
            "什么事会在一天之内毁掉信任？届时由谁发言，头几个小时对顾客说什么？",
        )
        .good(
            "Cheese recall: the owner calls every shop within 2 hours, posts the batch number, and refunds without a receipt",
            "团餐疑似食物中毒：1小时内停售并留样，校方和家长同时得到通报，由厂长一人对外发言",
        )
        .bad("We would hire an agency if something happened", "尽量不让负面消息扩散")
        .term("contingency"),
    full("customer_data", Kind::Text, "Customer data", "顾客资料")
        .help(
            "What you keep about people, what for, on what legal basis, who may see it, and when it is deleted.",
            "保存顾客的哪些资料、用来做什么、法律依据是什么、谁能看到、何时删除。",
        )
        .good(
            "Name, phone and pet's vaccination dates, to send reminders; consent on the form; seen by 3 staff; deleted 2 years after the last visit",
            "姓名、电话和视力检查记录，用于复查提醒；顾客签字同意；仅验光师可见；末次到店满3年删除",
        )
        .bad("We collect as much as we can; it will be useful one day", "先把能收集的资料都收集起来，以后总有用")
        .term("privacy"),
    full("content_rights", Kind::Text, "Content rights", "内容授权")
        .help(
            "How you get leave to show customers' photos, reviews and stories, and how paid praise is marked as paid.",
            "使用顾客的照片、评价和故事怎样取得同意，付费推荐怎样标明。",
        )
        .good(
            "Climbers sign a photo release at the gym; parents sign for those under 18; gifts to bloggers are named in the post",
            "婚纱样片须新人书面同意方可展示，可随时撤回；探店视频一律标注“广告”",
        )
        .bad("Whatever people post with our hashtag is ours", "顾客发到网上的照片我们都可以用"),
];

const PROGRAMMES: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this programme, in small letters and hyphens, by which other rows can point to it.",
            "这项计划的简短代号，用小写字母和连字符，供其他条目引用。",
        )
        .good("sixth-wash-free", "neighbours-tea-club")
        .bad("Programme 2", "计划2"),
    core("segment", Kind::Ref(&["targeting.segments"]), "Segment", "细分")
        .help(
            "The one segment this programme is for. What binds one group can leave another cold.",
            "这项计划针对哪个细分。能打动这群人的办法，未必能打动另一群人。",
        )
        .good("small-cafes", "retired-singers")
        .bad("all customers", "全体顾客")
        .term("segmentation"),
    full("level", Kind::Choice(pick::Level::CHOICES), "Level", "关系层次")
        .help(
            "How close you mean to be, from selling and no more to working as partners. Many small customers: keep it light; a few large ones: come close.",
            "打算走得多近，从卖完为止到结为伙伴。顾客多而利薄，宜轻；顾客少而利厚，宜深。",
        )
        .good("accountable", "reactive")
        .bad("partnership with all 12,000 buyers of a 3-euro soap", "给上万名买九块九肥皂的顾客都配专属经理")
        .term("relationship-level"),
    full("tool", Kind::Choice(pick::RelationshipTool::CHOICES), "Tool", "关系工具")
        .help(
            "The main thing that ties the customer to you. Discounts are easy to copy; people, habits and shared systems are not.",
            "主要靠什么留住顾客。打折容易被模仿；人情、习惯和共用的系统不容易。",
        )
        .good("social", "structural")
        .bad("more coupons, since everyone likes coupons", "多发优惠券，反正人人喜欢")
        .term("relationship-tools"),
    core("what", Kind::Text, "What happens", "做什么")
        .help(
            "What the customer gets or does, when, and what it takes. Someone else should be able to run it from these words.",
            "顾客得到什么、做什么、在什么时候、需要什么条件。换个人照着写的也能办起来。",
        )
        .good(
            "On the first Tuesday of each month, owners of cargo bikes learn one repair from our mechanic and eat soup together",
            "每月第二个周六，绘本馆会员家庭轮流当一次“故事主人”，自选一本书讲给大家听",
        )
        .bad("Strengthen loyalty through a membership system", "建立会员体系，提升顾客忠诚度")
        .term("customer-engagement"),
    full("two_way", Kind::Flag, "Two-way", "双向互动")
        .help(
            "Do customers speak, make or decide something that changes what you do? Posts that they only read do not count.",
            "顾客能否发表意见、动手参与或作决定，并因此改变你的做法？只供阅读的推送不算。",
        )
        .good("yes", "是")
        .bad("yes: we post on five platforms every day", "是：每天在五个平台发内容")
        .term("customer-engagement"),
    full("cost", Kind::Money, "Cost", "费用")
        .help(
            "What the programme costs over the whole plan: gifts, discounts given away, staff time, software.",
            "计划期内的全部费用：赠品、让出去的折扣、人工、软件。",
        )
        .good("3,600", "28,000")
        .bad("next to nothing", "花不了多少钱")
        .term("budget"),
    full("owner", Kind::Line, "Owner", "负责人")
        .help("The one person who runs it and answers for the result.", "由谁操办，并对结果负责；只写一个人。")
        .good("Priya Nair, front desk", "会员主管 韩雪")
        .bad("the team", "市场部"),
    full("objective", Kind::Ref(&["mix.objectives"]), "Objective", "目标")
        .help(
            "The objective this programme serves. If it serves none, ask why you do it.",
            "这项计划服务于哪个目标。若对不上任何目标，就要问为什么要做。",
        )
        .good("repeat-check-ups", "renewals-2027")
        .bad("image", "提升形象")
        .term("objective"),
];

const TOUCHPOINTS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this touchpoint, in small letters and hyphens.",
            "这个接触点的简短代号，用小写字母和连字符。",
        )
        .good("key-handover", "first-trial-lesson")
        .bad("Touchpoint 1", "接触点一"),
    full("stage", Kind::Choice(pick::BuyingStage::CHOICES), "Buying step", "购买步骤")
        .help(
            "Where the customer stands in the purchase when they meet you here. Do not forget the time after it.",
            "顾客在这里遇到你时，购买走到了哪一步。别忘了购买之后。",
        )
        .good("after", "choosing")
        .bad("only the moment of payment counts", "只管付款那一刻")
        .term("buying-process"),
    full("where", Kind::Line, "Where", "在哪里")
        .help(
            "The exact place, page, person or object that the customer meets.",
            "顾客接触到的具体地点、页面、人员或物件。",
        )
        .good("The driver who brings the wardrobe up the stairs", "民宿前台，晚上十点以后到店的客人")
        .bad("Offline and online", "线上线下全渠道")
        .term("touchpoint"),
    full("promise", Kind::Text, "Promise here", "此处的承诺")
        .help(
            "What the customer may expect here, as part of what your value proposition promises.",
            "顾客在这里可以期待什么；它应是价值主张的一部分。",
        )
        .good("You know what the repair costs before we open the engine", "拆机之前先报价，报多少就收多少")
        .bad("Excellent service", "宾至如归的优质服务")
        .term("value-proposition"),
    full("standard", Kind::Line, "Standard", "服务标准")
        .help(
            "The measure by which anyone can tell whether the promise was kept today.",
            "用什么尺度判断今天是否兑现了承诺，谁看都能得出同样的结论。",
        )
        .good("phone picked up within 4 rings, 9 calls in 10", "下单后40分钟内送到，每100单迟到不超过3单")
        .bad("fast and friendly", "热情周到、及时响应")
        .term("kpi"),
    full("owner", Kind::Line, "Owner", "负责人")
        .help(
            "The one person who sees to the standard. In a small firm it may be the same name everywhere.",
            "由谁盯住这项标准。小企业里，各处写同一个名字也行。",
        )
        .good("Tomás Silva, workshop", "夜班经理 罗敏")
        .bad("everybody", "全体员工"),
    full("moment_of_truth", Kind::Flag, "Moment of truth", "关键时刻")
        .help(
            "Does this meeting decide whether the customer stays? Say yes for a few only, and put your care there.",
            "这一次接触是否决定顾客的去留？只选少数几处，把心思花在那里。",
        )
        .good("yes", "是")
        .bad("yes, like every other row", "是，每一处都是")
        .term("moment-of-truth"),
];

const SATISFACTION: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this measure, in small letters and hyphens.",
            "这项测量的简短代号，用小写字母和连字符。",
        )
        .good("guests-after-checkout", "tenants-repair-survey")
        .bad("Survey", "满意度调查"),
    full("segment", Kind::Ref(&["targeting.segments"]), "Segment", "细分")
        .help(
            "Whose satisfaction is measured. Mixed answers from several segments hide the unhappy one.",
            "测的是谁的满意度。把几个细分的回答混在一起，不满意的那群人就看不见了。",
        )
        .good("family-campers", "first-time-drivers")
        .bad("everyone who answered", "所有填了问卷的人")
        .term("segmentation"),
    full("measure", Kind::Choice(pick::Measure::CHOICES), "Measure", "测量方法")
        .help(
            "What is counted. What people do (come back, complain) often tells more than what they tick.",
            "用什么来衡量。顾客的行动（再来、投诉）常比打的分更说明问题。",
        )
        .good("repeat-rate", "csat")
        .bad("our sales staff say that customers are happy", "听业务员说顾客都挺满意")
        .term("satisfaction"),
    full("expectation", Kind::Number, "Expectation", "顾客期望")
        .help(
            "What customers expected before they bought, on the same scale as the performance. Ask before, not after.",
            "购买之前顾客的期望，与实际感受用同一量尺。要事前问，不要事后补。",
        )
        .good("4.5", "8")
        .bad("they expect the best", "期望都很高")
        .term("satisfaction-gap"),
    full("performance", Kind::Number, "Performance", "实际感受")
        .help(
            "What customers say they received. Below the expectation they leave; above it they tell their friends.",
            "顾客自己说得到了多少。低于期望，人会走；高于期望，会替你传口碑。",
        )
        .good("4.2", "7.6")
        .bad("much better than our rivals", "比同行好得多")
        .term("satisfaction-gap"),
    full("scale", Kind::Number, "Top of scale", "满分")
        .help(
            "The highest score one could give, so that others can read the numbers above: 5, 10 or 100.",
            "最高可打几分：5、10还是100。不写满分，别人就读不懂上面的数字。",
        )
        .good("5", "10")
        .bad("the usual one", "按惯例"),
    full("sample", Kind::Count, "Answers", "样本数")
        .help(
            "How many people answered. A score from nine friends is not a score.",
            "有多少人作答。只问了九个熟人，算不上测量。",
        )
        .good("120", "386")
        .bad("lots of guests", "不少顾客")
        .term("market-research"),
    full("date", Kind::Date, "Date", "日期")
        .help(
            "When it was measured. Old satisfaction says little about today's customers.",
            "什么时候测的。旧的满意度说明不了今天的顾客。",
        )
        .good("2027-03-01", "2027-06-18")
        .bad("recently", "前一阵子"),
    full("target", Kind::Number, "Target", "目标值")
        .help(
            "The score you mean to reach by the end of the plan, on the same scale.",
            "计划期末要达到的分数，用同一量尺。",
        )
        .good("4.6", "8.5")
        .bad("as high as possible", "越高越好")
        .term("objective"),
];

const PARTNERS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this partner, in small letters and hyphens.",
            "这个伙伴的简短代号，用小写字母和连字符。",
        )
        .good("village-school", "cold-chain-carrier")
        .bad("Partner A", "合作方A"),
    full("name", Kind::Line, "Name", "名称")
        .help(
            "Who it is: a named firm, department, platform or group of people.",
            "具体是谁：写出单位、部门、平台或人群的名字。",
        )
        .good("Northfield Parents' Association", "顺达冷链，负责苏州、无锡两地配送")
        .bad("various suppliers", "多家供应商"),
    full("kind", Kind::Choice(pick::PartnerKind::CHOICES), "Kind", "类型")
        .help(
            "What sort of partner it is. Your own departments count too: they can keep or break the promise.",
            "属于哪类伙伴。自家的部门也算，承诺能否兑现也要靠他们。",
        )
        .good("supplier", "department")
        .bad("a friend of the boss", "老板的朋友")
        .term("partner-relationship"),
    full("role", Kind::Text, "Role", "作用")
        .help(
            "What the partner does for your customer, with the level you agreed.",
            "伙伴为你的顾客做什么，约定做到什么程度。",
        )
        .good(
            "Brings the vegetable boxes to 14 doorsteps before 7:00, 97 of 100 on time",
            "次日上午十点前送到门店，到货温度不高于4℃",
        )
        .bad("Strategic cooperation", "建立战略合作关系")
        .term("partner-relationship"),
    full("incentive", Kind::Text, "What they gain", "伙伴得到什么")
        .help(
            "Why the partner will keep helping in a year's time. Goodwill alone seldom lasts.",
            "一年以后，伙伴为什么还愿意帮你。光靠情面难以长久。",
        )
        .good(
            "Opticians get 12 per referral and a report on each patient they sent",
            "驾校每介绍一名学员购车险得60元，并可免费使用我们的模拟器",
        )
        .bad("They will be glad to work with a strong brand", "能与知名品牌合作，对方自然乐意")
        .term("exchange"),
];

const REVENUE_STREAMS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help("A short name for this stream, in small letters and hyphens.", "这项收入的简短代号，用小写字母和连字符。")
        .good("evening-courses", "filter-subscription")
        .bad("Income 1", "收入1"),
    full("name", Kind::Line, "Name", "名称")
        .help("What you call this stream when you speak about it.", "平时怎么称呼这项收入。")
        .good("Hall hire on weekdays", "滤芯年度订阅")
        .bad("Other income", "其他收入"),
    full("model", Kind::Choice(pick::RevenueModel::CHOICES), "Revenue model", "收入模式")
        .help(
            "How the money comes in: once, regularly, by use, as a share, or as a gift.",
            "钱怎样进来：一次付清、定期支付、按量计费、抽成，还是捐赠。",
        )
        .good("subscription", "commission")
        .bad("first we grow, the money will come later", "先把规模做大，以后再想怎么赚钱")
        .term("revenue-model"),
    full("payer", Kind::Ref(&["targeting.segments"]), "Who pays", "谁付钱")
        .help(
            "The segment that pays. When users do not pay, those who do are customers as well and have needs of their own.",
            "付钱的是哪个细分。若使用者不付钱，付钱的人同样是顾客，也有自己的需要。",
        )
        .good("local-sponsors", "working-parents")
        .bad("the market", "市场")
        .term("segmentation"),
    full("what", Kind::Text, "Paid for", "为何付钱")
        .help("What the payer gets for the money, in the payer's own eyes.", "在付钱的人眼里，这笔钱换来了什么。")
        .good(
            "The town pays per rescued animal, because strays on the road cost it more",
            "家长按学期付费，换来孩子放学到六点有人照看、作业当天做完",
        )
        .bad("Our app with 40 functions", "我们功能齐全的平台")
        .term("exchange"),
    full("share", Kind::Percent, "Share", "占比")
        .help(
            "Its share of all revenue in the plan. All streams together make 100%.",
            "占计划总收入的比例，各项合计应为100%。",
        )
        .good("35 %", "62%")
        .bad("the largest part", "占大头"),
    full("starts", Kind::Date, "Starts", "开始日期")
        .help(
            "The day from which this money comes in. Until then something else must carry the costs.",
            "这笔钱从哪天开始进账。在那之前，开支要靠别的收入撑住。",
        )
        .good("2027-09-01", "2027-04-15")
        .bad("once we are known", "等做出名气以后"),
];

const VALUE_CAPTURE: &[Field] = &[
    full("mode", Kind::Choice(pick::Mode::CHOICES), "Mode", "合约形式")
        .help(
            "With a contract you see the day a customer leaves. Without one, a silent customer may still come back, so retention is an estimate.",
            "有合约，顾客哪天离开一目了然；没有合约，久不露面的顾客也许还会来，保留率只能估计。",
        )
        .good("contractual", "non-contractual")
        .bad("customers feel bound to us", "顾客对我们有感情")
        .term("customer-lifetime-value"),
    full("period", Kind::Choice(pick::Cycle::CHOICES), "Period", "计算周期")
        .help(
            "The period that purchases, costs, retention and discount rate of all groups refer to. Mixing months and years spoils every figure.",
            "各顾客群的购买次数、成本、保留率和贴现率都按这个周期填写。月和年混用，算出来全错。",
        )
        .good("year", "month")
        .bad("months for the margin, years for the retention", "毛利按月，保留率按年")
        .term("customer-lifetime-value"),
    full("discount_rate", Kind::Percent, "Discount rate", "贴现率")
        .help(
            "By how much money of the next period is worth less than money today, per period: what your capital costs.",
            "下一周期的钱比今天的钱少值多少，按周期填写，通常取资金成本。",
        )
        .good("10 %", "8%")
        .bad("0 %, a euro is a euro", "0%，一块钱永远是一块钱")
        .term("discount-rate"),
    full("horizon", Kind::Count, "Horizon", "计算期数")
        .help(
            "How many periods ahead to count. Short is honest where the market moves fast.",
            "往后算多少个周期。市场变化快的行业，短一些更实在。",
        )
        .good("5", "24")
        .bad("for as long as they live", "一辈子")
        .term("customer-lifetime-value"),
    full("margin_timing", Kind::Choice(pick::Timing::CHOICES), "Margin timing", "计入时点")
        .help(
            "Whether a period's margin counts at its start, as with fees paid in advance, or at its end. The start gives a higher value.",
            "每期毛利在期初计入（如预收年费）还是在期末计入。按期初算，结果会更高。",
        )
        .good("end", "start")
        .bad("whichever gives the nicer figure", "哪个数字好看就用哪个")
        .term("customer-lifetime-value"),
    full("profit_threshold", Kind::Money, "Profit threshold", "盈利分界")
        .help(
            "The margin per customer and year that divides profitable groups from the rest.",
            "每位顾客每年带来的毛利达到多少，才算盈利的顾客群。",
        )
        .good("50", "300")
        .bad("above average", "高于平均水平")
        .term("relationship-groups"),
    full("loyalty_threshold", Kind::Percent, "Loyalty threshold", "忠诚分界")
        .help(
            "The retention that divides loyal groups from the rest. With the profit threshold it makes the four relationship groups.",
            "保留率达到多少才算忠诚。它与盈利分界一起，把顾客分成四类关系。",
        )
        .good("50 %", "60%")
        .bad("customers who like us", "喜欢我们的顾客")
        .term("relationship-groups"),
];

const GROUPS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help("A short name for this group, in small letters and hyphens.", "这个顾客群的简短代号，用小写字母和连字符。")
        .good("season-ticket-holders", "festival-gift-buyers")
        .bad("Group B", "B组"),
    full("name", Kind::Line, "Name", "名称")
        .help(
            "What the group has in common as customers: how often they come, what they bring in.",
            "这群人作为顾客有什么共同点：来得多勤，带来多少利润。",
        )
        .good("Gardeners who buy all year round", "只在中秋、春节买茶送礼的顾客")
        .bad("Women of 25 to 45", "25～45岁女性")
        .term("relationship-groups"),
    full("segment", Kind::Ref(&["targeting.segments"]), "Segment", "细分")
        .help(
            "The segment this group belongs to. One segment may hold several groups.",
            "属于哪个细分。一个细分里可以有几个顾客群。",
        )
        .good("hobby-gardeners", "office-gift-givers")
        .bad("several", "好几个")
        .term("segmentation"),
    core("customers", Kind::Count, "Customers", "顾客数")
        .help(
            "How many customers are in this group now. Count people or firms, not visits.",
            "这一群现在有多少顾客。数人或单位，不数人次。",
        )
        .good("900", "1,350")
        .bad("18,000 visits a year", "全年客流1.8万人次"),
    full("purchases", Kind::Number, "Purchases", "购买次数")
        .help("How often one of them buys in a period.", "其中一位顾客每个周期买几次。")
        .good("11", "2.4")
        .bad("regularly", "经常光顾")
        .term("customer-lifetime-value"),
    full("average_purchase", Kind::Money, "Average purchase", "平均每次金额")
        .help(
            "What one purchase brings you on average, net of sales tax and discounts.",
            "平均每次购买实际收到多少，扣除税和折扣。",
        )
        .good("23.40", "168")
        .bad("89, the price on the label", "吊牌价399")
        .term("net-price"),
    core("margin_rate", Kind::Percent, "Margin rate", "毛利率")
        .help(
            "Of what they pay, the share left after the variable cost of the goods. Lifetime value rests on margin, not on revenue.",
            "顾客所付的钱扣除变动成本后剩下的比例。终身价值按毛利算，不按收入算。",
        )
        .good("42 %", "55%")
        .bad("100 %, it is all income", "100%，卖多少算多少")
        .term("customer-lifetime-value"),
    full("cost_to_serve", Kind::Money, "Cost to serve", "服务成本")
        .help(
            "What one customer costs per period beyond the goods: delivery, advice, returns, visits. Loyal customers are not always cheap.",
            "除货品外，每位顾客每个周期要花多少：配送、咨询、退换、拜访。忠诚的顾客不一定省钱。",
        )
        .good("12", "85")
        .bad("service is free of charge", "服务都是免费的")
        .term("customer-cost"),
    core("retention", Kind::Percent, "Retention", "保留率")
        .help(
            "Of 100 customers at the start of a period, how many are still customers at its end. Newcomers do not count.",
            "期初的100位顾客，到期末还有多少位仍是顾客；新来的不算。",
        )
        .good("72 %", "64%")
        .bad("most of them come back", "回头客很多")
        .term("retention"),
    full("category_spend", Kind::Money, "Category spend", "品类总支出")
        .help(
            "What one of them spends on such things in a period with everyone, rivals included. It shows how much there is to gain.",
            "其中一位顾客每个周期在这个品类上的总支出，包括花在别家的。由此看出还有多大空间。",
        )
        .good("640", "2,800")
        .bad("what they spend with us", "在我们店里的消费额")
        .term("share-of-customer"),
    core("acquisition_cost", Kind::Money, "Acquisition cost", "获客成本")
        .help(
            "What it takes to win one new customer of this group: advertising, discounts, sales time, all together.",
            "争取一位这样的新顾客要花多少：广告、优惠、销售人工，全部算上。",
        )
        .good("18", "260")
        .bad("0.40 a click", "每次点击0.8元")
        .term("acquisition-cost"),
    full("acquisition_spend", Kind::Money, "Acquisition spend", "获客支出")
        .help(
            "What you will spend per period on winning new customers for this group, in all.",
            "每个周期为争取这一群的新顾客总共花多少。",
        )
        .good("9,000", "45,000")
        .bad("the rest of the budget", "剩下的预算")
        .term("acquisition-cost"),
    full("retention_spend", Kind::Money, "Retention spend", "维系支出")
        .help(
            "What you will spend per period on keeping this group, in all. For strangers the right figure is nothing.",
            "每个周期为留住这一群总共花多少。对“陌生人”，这个数应该是零。",
        )
        .good("3,600", "20,000")
        .bad("the same amount for each group", "各群平均分配")
        .term("retention"),
    core("policy", Kind::Choice(pick::Policy::CHOICES), "Policy", "对策")
        .help(
            "Loyal and profitable: invest. Profitable for a short while: harvest. Loyal but costly: reprice. Neither: leave.",
            "又忠诚又赚钱：投入；赚钱但留不久：收获；忠诚却不赚钱：调价；两样都没有：放手。",
        )
        .good("invest", "harvest")
        .bad("treat all customers alike", "对所有顾客一视同仁")
        .term("relationship-groups"),
    full("grow_by", Kind::Text, "Grow by", "如何增长")
        .help(
            "What else this group would gladly buy from you: more often, a better version, something that goes with it.",
            "这一群还乐意向你买什么：买得更勤、买更好的，还是买配套的。",
        )
        .good(
            "Half of those who buy seeds buy soil elsewhere: deliver both together in March",
            "来洗西装的顾客六成另找人改衣：店内代收改衣，三天取件",
        )
        .bad("Sell them more of everything", "深挖顾客潜力")
        .term("share-of-customer"),
];

const ACCOUNTS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this account, in small letters and hyphens.",
            "这个大客户的简短代号，用小写字母和连字符。",
        )
        .good("hospital-west", "no-3-middle-school")
        .bad("Client No. 1", "客户1"),
    full("name", Kind::Line, "Name", "名称")
        .help("The customer's name, and the site or department you deal with.", "客户名称，以及打交道的厂区或部门。")
        .good("Lindqvist Shipyard, paint shop", "江北水务集团设备处")
        .bad("big clients in the region", "本地区的大单位")
        .term("key-account-marketing"),
    full("tier", Kind::Choice(pick::Tier::CHOICES), "Tier", "等级")
        .help(
            "A, B or C by the value it brings. The tier decides how much time and care it gets.",
            "按带来的价值分为A、B、C级。等级决定投入多少时间和关怀。",
        )
        .good("A", "B")
        .bad("VIP, because the director is pleasant", "贵宾，因为和他们领导熟")
        .term("abc-grading"),
    full("revenue_share", Kind::Percent, "Revenue share", "收入占比")
        .help(
            "Its share of your whole revenue. Beyond a quarter, one phone call can put you in danger.",
            "占你全部收入的比例。超过四分之一，对方一个电话就能让你陷入险境。",
        )
        .good("18 %", "27%")
        .bad("our most important customer", "最重要的客户")
        .term("key-account-marketing"),
    full("probability", Kind::Percent, "Likelihood to buy", "购买概率")
        .help(
            "How likely it is to buy in the next period, judged by what has happened, not by hope.",
            "下个周期购买的可能性；凭过去的事实判断，不凭愿望。",
        )
        .good("60 %", "85%")
        .bad("surely", "肯定会买")
        .term("abc-grading"),
    full("frequency", Kind::Number, "Orders", "采购次数")
        .help("How many orders it places in a period if it buys.", "如果购买，每个周期下几次单。")
        .good("12", "4")
        .bad("now and then", "时常有单")
        .term("abc-grading"),
    full("volume", Kind::Money, "Order value", "每单金额")
        .help(
            "What one order is worth on average, net. With likelihood and orders it gives the expected value.",
            "平均每单实收金额。它与购买概率、采购次数相乘，就是预期价值。",
        )
        .good("4,000", "36,500")
        .bad("large orders", "单子很大")
        .term("abc-grading"),
    full("credit", Kind::Scale(1, 5), "Credit", "信用")
        .help(
            "How surely and promptly it pays: 1 seldom on time, 5 always.",
            "付款是否可靠、及时：1为很少按时，5为从不拖欠。",
        )
        .good("4", "5")
        .bad("5, they are a large company", "5，大公司不会赖账")
        .term("abc-grading"),
    full("influence", Kind::Scale(1, 5), "Influence", "影响力")
        .help(
            "How much other customers look at what this one buys: 1 nobody does, 5 the whole trade does.",
            "别的顾客有多看重它的选择：1为无人在意，5为全行业看它。",
        )
        .good("5", "3")
        .bad("they have many followers", "粉丝挺多")
        .term("word-of-mouth"),
    full("prospects", Kind::Scale(1, 5), "Prospects", "发展前景")
        .help(
            "How its own business, and its need for you, will grow: 1 shrinking, 5 growing fast.",
            "它自身的生意和对你的需要会怎样变化：1为萎缩，5为快速增长。",
        )
        .good("4", "2")
        .bad("a promising partner", "前景广阔")
        .term("abc-grading"),
    full("loyalty", Kind::Scale(1, 5), "Loyalty", "忠诚度")
        .help(
            "How firmly it stays when a rival offers less: 1 gone at once, 5 would ask you first.",
            "对手报价更低时，它留得住吗：1为立刻走人，5为会先来问你。",
        )
        .good("3", "4")
        .bad("5, we have known them for years", "5，多年的老关系")
        .term("relationship-level"),
    full("protection", Kind::Text, "Protection", "如何守住")
        .help(
            "What you do so that this account stays, and so that you would survive if it left.",
            "怎样留住这个客户；万一它走了，你又怎样活下去。",
        )
        .good(
            "Two-year frame contract, a second contact in the lab, and three similar clinics visited each quarter",
            "签两年框架协议，同时与采购处、实验室保持联系；每季度开发两家同类客户，把占比降到20%以内",
        )
        .bad("Dinner with the buyer from time to time", "逢年过节走动走动")
        .term("key-account-marketing"),
];
