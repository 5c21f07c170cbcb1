//! The frame around the five steps: who plans what, until when, for whose good; and answers to
//! findings.

use super::choices::{self as pick, Choose};
use super::field::{Field, Kind, Section, Shape, Step, core, full};
use crate::words::Text;

/// The sections of the frame, which stand at the top of the file.
pub const SECTIONS: &[Section] = &[
    Section {
        path: "plan",
        shape: Shape::Table,
        step: Step::Plan,
        label: Text::new("Plan", "计划概况"),
        row: Text::new("plan", "计划概况"),
        help: Text::new(
            "Who plans what, from when to when, in which currency. A stranger should know after this page what the plan is about.",
            "谁、为什么事、在什么期间、用什么货币做计划。外人读完这一页，就该知道计划讲什么。",
        ),
        caption: &[],
        fields: PLAN,
    },
    Section {
        path: "plan.interests",
        shape: Shape::Table,
        step: Step::Plan,
        label: Text::new("Interests", "各方利害"),
        row: Text::new("interests", "各方利害"),
        help: Text::new(
            "Who gains from the plan and who might lose: customers, owners, staff, society. A plan that forgets one of them seldom lasts.",
            "计划让谁受益、可能让谁吃亏：顾客、所有者、员工、社会。忘了哪一方，计划都难长久。",
        ),
        caption: &[],
        fields: INTERESTS,
    },
    Section {
        path: "plan.assumptions",
        shape: Shape::Rows,
        step: Step::Plan,
        label: Text::new("Assumptions", "假设"),
        row: Text::new("assumption", "假设"),
        help: Text::new(
            "What the plan needs to be true and nobody has seen yet, with the cheapest test and what you do if it fails.",
            "计划赖以成立、却还没人验证过的事，最省钱的验证办法，以及不成立时怎么办。",
        ),
        caption: &["claim"],
        fields: ASSUMPTIONS,
    },
    Section {
        path: "plan.stakeholders",
        shape: Shape::Rows,
        step: Step::Plan,
        label: Text::new("Stakeholders", "利益相关者"),
        row: Text::new("stakeholder", "利益相关者"),
        help: Text::new(
            "People and groups whom the plan touches though they buy nothing. Find out early what they stand to gain and lose.",
            "不买东西、却受计划影响的人和群体。他们得什么、失什么，要早弄清楚。",
        ),
        caption: &["name"],
        fields: STAKEHOLDERS,
    },
    Section {
        path: "plan.team",
        shape: Shape::Rows,
        step: Step::Plan,
        label: Text::new("Team", "团队"),
        row: Text::new("team role", "团队角色"),
        help: Text::new(
            "Who does the work and how many days they have for it. Most plans fail for want of hands, not of ideas.",
            "谁来做，各有多少天可用。多数计划败在没有人手，不是没有主意。",
        ),
        caption: &["role", "name"],
        fields: TEAM,
    },
    Section {
        path: "plan.changes",
        shape: Shape::Rows,
        step: Step::Plan,
        label: Text::new("Changes", "变更记录"),
        row: Text::new("change", "变更"),
        help: Text::new(
            "Decisions that turned the plan, with the fact behind each. Later readers need the reason more than the result.",
            "让计划转向的决定，以及背后的事实。后来的读者更需要知道原因。",
        ),
        caption: &["what"],
        fields: CHANGES,
    },
    Section {
        path: "plan.references",
        shape: Shape::Rows,
        step: Step::Plan,
        label: Text::new("References", "参考资料"),
        row: Text::new("reference", "参考资料"),
        help: Text::new(
            "Sources that the plan leans on, with a place where others can find them.",
            "计划依据的资料，写明别人在哪里能找到。",
        ),
        caption: &["title"],
        fields: REFERENCES,
    },
];

/// The section of answers to findings, which stands at the end of the file.
pub const ANSWERS: &[Section] = &[Section {
    path: "accept",
    shape: Shape::Rows,
    step: Step::Plan,
    label: Text::new("Answers to findings", "对检查结果的答复"),
    row: Text::new("answer", "答复"),
    help: Text::new(
        "Findings that you leave as they are on purpose, each with a reason, a name and an end date. Readers see them all.",
        "有意不改的检查结果，各写明理由、姓名和截止日期。读者都能看到。",
    ),
    caption: &["check", "at"],
    fields: ACCEPT,
}];

const PLAN: &[Field] = &[
    core("title", Kind::Line, "Title", "标题")
        .help(
            "One line that says what is offered, to whom, and what they gain. People will know the plan by it.",
            "一句话说明提供什么、给谁、对方得到什么。大家会用它来称呼这份计划。",
        )
        .good(
            "Millbrook Library: a quiet desk for students who share a bedroom",
            "青禾社区食堂：让独居老人吃上热午饭",
        )
        .bad("Marketing plan 2027, version 3, final", "2027年营销计划（终稿）"),
    core("organisation", Kind::Line, "Organisation", "组织")
        .help(
            "Who makes the plan: the firm, association or public body, by the name its customers use.",
            "做计划的企业、社团或公共机构，写顾客熟悉的名称。",
        )
        .good("Tern Street Bicycle Workshop", "青禾社区食堂")
        .bad("we", "我公司"),
    core("offering", Kind::Line, "Offering", "供应物")
        .help(
            "What you sell or give, in a few plain words. Checks use it to notice sentences that look at the product, not the customer.",
            "你卖什么或提供什么，用几个平常的字眼写。检查靠它找出只讲产品、不讲顾客的句子。",
        )
        .good("overnight bicycle repair with collection", "上门取送的家电清洗")
        .bad("excellence in two-wheeled mobility solutions", "一站式高端智慧生活解决方案")
        .term("market-offering"),
    full("category", Kind::Line, "Category", "品类")
        .help(
            "The shelf on which customers would look for it. They compare you with whatever else stands there.",
            "顾客会把它归到哪一类去找。同一类里的东西，都会拿来跟你比。",
        )
        .good("bicycle repair", "家政服务")
        .bad("a category of our own", "全新品类，没有同行")
        .term("market-offering"),
    full("brands", Kind::Lines, "Brands", "品牌")
        .help(
            "The brand names under which customers meet the offer, one a line.",
            "顾客见到的品牌名称，一行一个。",
        )
        .good("Tern Street; Tern on Call", "青禾; 青禾送餐")
        .bad("our strong brand", "我们的知名品牌"),
    full("mission", Kind::Text, "Mission", "使命")
        .help(
            "Why the organisation exists, told as what it does for people. A mission named after a product grows old with it.",
            "组织为什么存在，从它为人们做了什么来说。用产品写使命，产品过时，使命也过时。",
        )
        .good(
            "Nobody in our town should miss work because a bicycle is broken.",
            "让老人不为一顿饭发愁，也不总是一个人吃饭。",
        )
        .bad("To be the number one bicycle workshop in the region.", "做全市规模最大的社区食堂。")
        .term("marketing-myopia"),
    full("summary", Kind::Text, "Summary", "摘要")
        .help(
            "The plan on half a page: whom you serve, what they gain, what you do, what it costs and brings. Write it last.",
            "半页纸讲完计划：服务谁、他们得到什么、做什么、花多少、换来多少。最后再写。",
        )
        .good(
            "We serve 300 people who cycle to early shifts. We collect at night and return by six. It costs 21,000 and brings 54,000 by December.",
            "服务本街道420位独居老人，每天由邻居顺路送一顿热午饭。全年投入18万元，年底稳定服务260人。",
        )
        .bad(
            "This plan lays out our exciting journey to new heights.",
            "本计划将全面提升品牌影响力，再创辉煌。",
        ),
    full("background", Kind::Text, "Background", "背景")
        .help(
            "What happened so far and why a plan is needed now, with numbers. An outsider should understand where you start.",
            "此前发生了什么、为什么现在要做计划，用数字说话。外人应能看懂你的起点。",
        )
        .good(
            "Winter takings fell from 9,400 to 6,100 in two years, since a second workshop collects from the door.",
            "去年退订率从8%升到15%，一半退订的人说饭送到时已经凉了。",
        )
        .bad("Founded in 1987, we look back on a proud tradition.", "公司成立于2009年，历经风雨，硕果累累。"),
    full("kind", Kind::Choice(pick::PlanKind::CHOICES), "Kind of organisation", "组织类型")
        .help(
            "Business, non-profit or public body. It decides which questions make sense: profit, donors or taxpayers.",
            "企业、非营利组织还是公共机构。它决定该问利润、捐赠者，还是纳税人。",
        )
        .good("non-profit", "non-profit")
        .bad("a company with a good cause", "有爱心的公司"),
    full("role", Kind::Choice(pick::Role::CHOICES), "Competitive role", "竞争地位")
        .help(
            "Your place among those who serve the need. A leader enlarges the market, a nicher serves a small part well; plan accordingly.",
            "你在竞争者中的地位。领导者要做大市场，补缺者要服务好一小块；计划须与之相称。",
        )
        .good("nicher", "challenger")
        .bad("leader of our own quality class", "自己认定的行业第一")
        .term("competitor-role"),
    core("orientation", Kind::Choice(pick::Orientation::CHOICES), "Orientation", "营销观念")
        .help(
            "The idea by which the organisation is really run, not the one on its website. Saying it helps to see when the plan drifts.",
            "组织真正奉行的观念，不是写在网站上的那种。说出来，才看得出计划有没有跑偏。",
        )
        .good("marketing", "societal")
        .bad("a good product sells itself", "酒香不怕巷子深")
        .term("marketing-orientation"),
    full("status", Kind::Choice(pick::PlanStatus::CHOICES), "Status", "状态")
        .help(
            "How far the plan is. Readers should know whether they may still object.",
            "计划进行到哪一步。读者该知道现在还能不能提意见。",
        )
        .good("in-review", "in-review")
        .bad("nearly there", "差不多了"),
    core("owner", Kind::Line, "Owner", "负责人")
        .help(
            "The one person who answers for the plan and may change it. What everybody owns, nobody carries out.",
            "对计划负责、有权修改的那一个人。人人都负责，就是没人负责。",
        )
        .good("Maya Lindqvist", "周雨桐")
        .bad("the marketing department", "市场部全体同事"),
    core("starts", Kind::Date, "Starts", "开始日期")
        .help(
            "The first day of the plan. Actions and targets are held against it.",
            "计划的第一天。行动和目标都以它为准。",
        )
        .good("2027-03-01", "2027-03-01")
        .bad("as soon as possible", "尽快"),
    core("ends", Kind::Date, "Ends", "结束日期")
        .help(
            "The last day of the plan, on which results are judged. A plan that never ends can never be learned from.",
            "计划的最后一天，到这天评判结果。没有终点的计划，谈不上总结经验。",
        )
        .good("2027-12-31", "2028-02-29")
        .bad("ongoing", "长期有效"),
    core("currency", Kind::Line, "Currency", "货币")
        .help(
            "The currency of every amount, as its three letters in ISO 4217. One plan, one currency, or sums mean nothing.",
            "全部金额所用的货币，写ISO 4217的三个字母。一份计划一种货币，加总才有意义。",
        )
        .good("GBP", "CNY")
        .bad("pounds, some euros", "人民币，部分美元"),
    full("language", Kind::Choice(pick::PlanLanguage::CHOICES), "Language", "语言")
        .help(
            "The language in which the plan is written. Checks of wording read it accordingly.",
            "计划用什么语言写。检查措辞时以此为准。",
        )
        .good("en", "zh")
        .bad("English with some Welsh quotes", "中英文混着写"),
    full("review_rhythm", Kind::Text, "Review rhythm", "复盘安排")
        .help(
            "When results are held against targets, by whom, and what is decided then. Without a date, it happens after the harm.",
            "什么时候、由谁对照目标看结果，并作出什么决定。不定日子，就只会在出事之后才看。",
        )
        .good(
            "First Tuesday of each month: Maya compares bookings with targets; under 80 % twice, an action is changed or dropped.",
            "每月5日前，周雨桐核对订餐数与目标；连续两月不足八成，就调整或停掉一项行动。",
        )
        .bad("Progress will be monitored regularly.", "定期跟踪，及时调整。")
        .term("kpi"),
    full("voice", Kind::Text, "Voice", "语气")
        .help(
            "How you speak to customers: the tone, words you use, words you avoid. Then many writers sound like one.",
            "跟顾客说话的语气：哪些话常说，哪些话不说。这样换谁来写，听着都是一家。",
        )
        .good(
            "Like a helpful neighbour: price first, short sentences, no workshop slang.",
            "像热心的邻居：先说价钱，再说怎么订；称“叔叔阿姨”，不说“老年群体”。",
        )
        .bad("Professional, modern, dynamic.", "高端大气，专业权威。")
        .term("integrated-communication"),
    full("success_factors", Kind::Lines, "Success factors", "成败关键")
        .help(
            "The three to five things that must go right, each one something you can watch.",
            "三到五件非做好不可的事，每一件都要看得见、查得到。",
        )
        .good("returned by six on 95 % of nights; two mechanics on every night shift", "11:30前送到; 送餐邻居不少于18人")
        .bad("quality; teamwork; innovation", "品质; 团队; 创新"),
    full("exercise", Kind::Line, "Exercise", "练习")
        .help(
            "The exercise that the plan was begun from, written by farsight. It tells the coach what to teach and the teacher what to grade.",
            "这份计划出自哪个练习，由farsight写入。指导栏据此讲解，教师据此评分。",
        )
        .good("past-the-product", "past-the-product")
        .bad("homework 3", "第三次作业"),
    full("unknown", Kind::Lines, "Known unknowns", "未知事项")
        .help(
            "Paths of fields that you looked for and could not find out. Checks then say unknown instead of missing.",
            "查过但查不到的字段，写它们的路径。检查就会说“未知”，而不说“缺少”。",
        )
        .good(
            "needs.market.growth; targeting.segments.shift-workers.size",
            "needs.market.growth; targeting.segments.living-alone.annual_spend",
        )
        .bad("some numbers still to come", "部分数据待补充"),
];

const INTERESTS: &[Field] = &[
    full("customers", Kind::Text, "Customers", "顾客")
        .help(
            "What customers gain in the long run, and what could harm them. Pleasing today and harming later is no service.",
            "顾客长远得到什么，可能受什么害。今天讨好、明天害人，算不上服务。",
        )
        .good(
            "Hearing checked each spring for life; we sell no device to those who only need wax removed.",
            "老人吃得热，也吃得淡；有人总点高盐的菜，我们会提醒。",
        )
        .bad("They will love us.", "顾客满意是我们的宗旨。")
        .term("societal-marketing"),
    full("owners", Kind::Text, "Owners", "所有者")
        .help(
            "What owners or funders gain and by when, and how much they can lose.",
            "所有者或出资人什么时候得到什么，最多会亏多少。",
        )
        .good(
            "Both partners earn a wage of 2,400 a month from June; until then 15,000 of savings is at risk.",
            "两位合伙人第二年起每年各分6万元；最坏亏掉前期投入的20万元。",
        )
        .bad("Maximum profit.", "实现股东利益最大化。")
        .term("stakeholders"),
    full("staff", Kind::Text, "Staff", "员工")
        .help(
            "What changes for those who do the work: hours, skills, pay. They keep your promise or break it.",
            "做事的人会有什么变化：工时、技能、收入。承诺兑不兑现，全在他们手里。",
        )
        .good(
            "Bakers start at five, not three; Saturday work is paid a quarter more.",
            "午间最忙，改成两班倒；高温天每单多补1元。",
        )
        .bad("Our people are our greatest asset.", "全体员工将更加努力奋斗。")
        .term("stakeholders"),
    full("society", Kind::Text, "Society", "社会")
        .help(
            "What neighbours, nature and the public gain or bear, also those who never buy from you.",
            "邻居、环境和公众得到什么、承受什么，包括从不向你购买的人。",
        )
        .good(
            "About 900 bicycles a year escape the scrapyard; the van is heard after 22:00 in two streets.",
            "换用可回收餐盒，一年少丢7万只塑料盒；送餐车每天占楼道口十来分钟。",
        )
        .bad("We care deeply about the planet.", "积极履行社会责任。")
        .term("societal-marketing"),
];

const ASSUMPTIONS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this assumption, in lower case with hyphens. It stays when rows are moved.",
            "这条假设的简短代号，用小写字母和连字符。挪动顺序，它也不变。",
        )
        .good("left-outside-overnight", "trial-to-enrolment")
        .bad("Assumption 1", "假设1"),
    full("claim", Kind::Text, "Claim", "内容")
        .help(
            "What you believe but have not seen, and the plan needs to be true. Put a number in, so that it can prove wrong.",
            "你相信、却没验证过，而计划非靠它不可的事。写上数字，才有可能证明它错。",
        )
        .good(
            "Four in ten commuters will leave a locked bicycle outside overnight.",
            "试听的家庭里，至少三成会在一周内报名。",
        )
        .bad("People will like the idea.", "家长会喜欢我们的课。")
        .term("assumption"),
    full("confidence", Kind::Choice(pick::Confidence::CHOICES), "Confidence", "把握")
        .help(
            "How sure you are today, by evidence and not by hope. Test first what is weak and matters most.",
            "今天有多大把握，凭证据，不凭愿望。最没把握又最要紧的，先验证。",
        )
        .good("low", "low")
        .bad("quite sure, we all agree", "大家都觉得没问题")
        .term("assumption"),
    full("test", Kind::Text, "Test", "验证办法")
        .help(
            "The cheapest way to find out soon: with whom, for how long, counting what.",
            "怎样最省、最快地弄清楚：找谁、多长时间、数什么。",
        )
        .good(
            "Offer it to 30 regulars in one street for two weeks and count the bicycles.",
            "请40个家庭免费试听一节，数一周内的报名人数。",
        )
        .bad("Launch, then wait and see.", "先开班再说。")
        .term("assumption"),
    full("trigger", Kind::Text, "Trigger", "触发条件")
        .help(
            "The result at which you change course, and to what. It is easier to decide before you know.",
            "结果到什么程度就改道，改成什么。趁结果没出来先定，更容易。",
        )
        .good(
            "Fewer than 9 of 30: no collection at night, open at half past five instead.",
            "报名不足8家：不开周末班，改到学校办课后班。",
        )
        .bad("If it goes badly, we will think again.", "效果不好再调整。")
        .term("contingency"),
    full("result", Kind::Text, "Result", "结果")
        .help(
            "What the test showed, with date and number. Write it down also when you were wrong.",
            "验证的结果，写明日期和数字。自己错了也要写。",
        )
        .good(
            "8 March: 13 of 30 left the bicycle outside; two feared for the lock.",
            "4月12日：40家中14家报名，多数选周六上午。",
        )
        .bad("Promising.", "反响不错。")
        .term("evidence"),
    full("owner", Kind::Line, "Owner", "负责人")
        .help("The one person who runs the test and reports.", "负责验证并汇报的那一个人。")
        .good("Idris Bello", "何佳宁")
        .bad("the team", "教研组"),
];

const STAKEHOLDERS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this group or person, in lower case with hyphens.",
            "这个群体或个人的简短代号，用小写字母和连字符。",
        )
        .good("chapel-row-residents", "night-market-neighbours")
        .bad("Stakeholder 1", "相关方1"),
    full("name", Kind::Line, "Name", "名称")
        .help(
            "A group or person whom the plan touches and who is not the customer: neighbours, regulators, growers, families.",
            "受计划影响、但不是顾客的群体或个人：邻居、监管部门、供货农户、家属。",
        )
        .good("Residents of Chapel Row, next to the climbing hall", "夜市沿街的住户")
        .bad("the public", "社会各界")
        .term("stakeholders"),
    full("interest", Kind::Text, "Interest", "关切")
        .help(
            "What they want in this matter, in their own words, before you ask anything of them.",
            "在你提要求之前，他们自己想要什么。用他们的话写。",
        )
        .good("Quiet after ten, and a place to park on Sundays.", "夜里十点后能睡觉，门口不堆垃圾。")
        .bad("They should support our project.", "希望他们支持夜市。")
        .term("stakeholders"),
    full("gains", Kind::Text, "What they gain", "得到什么")
        .help(
            "What gets better for them if the plan works. Say so honestly when it is nothing.",
            "计划成功，他们会好在哪里。没有就老实写没有。",
        )
        .good("The street lamps work again and the empty chapel is heated.", "楼下路灯修好，晚归更安全。")
        .bad("A vibrant community.", "共享发展成果。")
        .term("stakeholders"),
    full("loses", Kind::Text, "What they lose", "失去什么")
        .help(
            "What gets worse for them or is put at risk. Losers whom nobody asked become loud opponents.",
            "什么会变差、有什么风险。没人过问的吃亏者，迟早会站出来反对。",
        )
        .good("About 25 more cars on club evenings.", "每晚多三小时的人声和油烟。")
        .bad("Nothing, everybody wins.", "没有损失，皆大欢喜。")
        .term("stakeholders"),
    full("guardrail", Kind::Text, "Guardrail", "底线")
        .help(
            "A limit you keep so that they come to no harm, which an outsider could check.",
            "为了不伤害他们而守的界限，外人也能核查。",
        )
        .good("Doors close at 21:45; never more than 60 climbers.", "22:00收摊，22:30前清完垃圾；有投诉当晚到场。")
        .bad("We will be considerate.", "尽量不扰民。")
        .term("societal-marketing"),
];

const TEAM: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for the part, in lower case with hyphens. Name the part, as people come and go.",
            "这个角色的简短代号，用小写字母和连字符。写角色不写人，因为人会换。",
        )
        .good("guest-relations", "guest-relations")
        .bad("Person 2", "人员2"),
    full("role", Kind::Line, "Role", "角色")
        .help("The part in the work, named after what it answers for.", "在工作中的角色，按它负责的事来命名。")
        .good("Bookings and guest letters", "客房预订与客人联络")
        .bad("all-rounder", "万金油"),
    full("name", Kind::Line, "Name", "姓名")
        .help(
            "Who fills the part. Leave it empty and mark it vacant while nobody does.",
            "由谁担任。还没有人就留空，并标为空缺。",
        )
        .good("Noor Haddad", "陆思远")
        .bad("someone from sales", "销售部的人"),
    full("duties", Kind::Text, "Duties", "职责")
        .help(
            "What this person delivers and may decide alone. Duties without the right to decide only make messengers.",
            "要交出什么，哪些事可以自己定。只有职责没有权限，就只能传话。",
        )
        .good(
            "Answers enquiries within a day, refunds up to 200 alone, reports occupancy each Monday.",
            "一天内回复咨询，200元以内的退款自己定，每周一报入住率。",
        )
        .bad("Helps with marketing.", "协助营销工作。"),
    full("days_a_month", Kind::Number, "Days a month", "每月天数")
        .help(
            "Working days a month that are truly free for this plan. Added up, they show whether the actions can be done.",
            "每月真正能用在这份计划上的工作日。加起来就知道行动做不做得完。",
        )
        .good("6", "8")
        .bad("as needed", "视情况而定"),
    full("vacant", Kind::Flag, "Vacant", "空缺")
        .help(
            "Yes while nobody fills the part. A vacant part puts at risk every action that leans on it.",
            "还没人担任就填“是”。角色空着，靠它的行动都有风险。",
        )
        .good("yes", "是")
        .bad("Noor might take it in spring", "可能由小陆兼任"),
];

const CHANGES: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for the change, in lower case with hyphens, that tells where it went.",
            "这次变更的简短代号，用小写字母和连字符，看得出改成了什么。",
        )
        .good("hotels-to-care-homes", "hotels-to-care-homes")
        .bad("Change 4", "变更4"),
    full("date", Kind::Date, "Date", "日期")
        .help("The day on which it was decided.", "作出决定的日期。")
        .good("2027-05-14", "2027-05-14")
        .bad("last spring", "上半年"),
    full("what", Kind::Text, "What changed", "变更内容")
        .help(
            "What was decided differently: the old choice and the new one.",
            "改了什么决定：原来怎样，现在怎样。",
        )
        .good(
            "The laundry serves care homes instead of hotels; both hotel actions are dropped.",
            "洗涤厂的目标细分由酒店改为养老院，针对酒店的两项行动停止。",
        )
        .bad("Targeting section updated.", "更新了目标市场一节。"),
    full("why", Kind::Text, "Why", "原因")
        .help(
            "The fact that led to it, so that nobody reopens the question without new ones.",
            "促成变更的事实。没有新的事实，就不必再翻案。",
        )
        .good(
            "Only 2 of 19 hotels tried the sample; 7 of 11 care homes ordered again.",
            "19家酒店只有2家试洗，11家养老院有7家续订。",
        )
        .bad("After internal discussion.", "经内部讨论决定。"),
    full("by", Kind::Line, "Decided by", "决定人")
        .help(
            "Who decided, and can be asked.",
            "谁作的决定，有疑问可以去问。",
        )
        .good("Henrik Aas", "孟海涛")
        .bad("management", "管理层"),
];

const REFERENCES: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for the source, in lower case with hyphens.",
            "这份资料的简短代号，用小写字母和连字符。",
        )
        .good("travel-survey-2025", "travel-survey-2025")
        .bad("Link 3", "链接3"),
    full("title", Kind::Line, "Title", "名称")
        .help(
            "The name of the study, law, report or table, with its year.",
            "调查、法规、报告或表格的名称，写上年份。",
        )
        .good(
            "County travel survey 2025, table 12",
            "《全市居民出行调查（2025年）》表12",
        )
        .bad("the internet", "网上资料")
        .term("evidence"),
    full("place", Kind::Line, "Where to find", "出处")
        .help(
            "Where it is kept: web address, folder or shelf, and the page.",
            "放在哪里：网址、文件夹或书架，以及页码。",
        )
        .good(
            "county statistics website, transport, page 41",
            "市统计局网站，交通专题，第41页",
        )
        .bad("found with a search engine", "网上一搜就有")
        .term("evidence"),
    full("note", Kind::Text, "Note", "说明")
        .help(
            "What you take from it, and how far it can be trusted.",
            "你从中用了什么，能信到什么程度。",
        )
        .good(
            "Gives trips by bicycle; adults only, so rides to school are missing.",
            "用了骑车出行次数；只统计成年人，不含上学的孩子。",
        )
        .bad("Very interesting.", "很有参考价值。")
        .term("evidence"),
];

const ACCEPT: &[Field] = &[
    full("check", Kind::Line, "Check", "检查项")
        .help(
            "The name or code of the finding that you answer, as the checker prints it.",
            "所答复的检查项名称或代码，照检查结果抄写。",
        )
        .good("no-substitute-claimed", "no-substitute-claimed")
        .bad("that warning about rivals", "关于对手的那条警告"),
    full("at", Kind::Line, "Place", "位置")
        .help(
            "The path that is printed with the finding. An answer holds for this place and no other.",
            "检查结果里的路径。答复只对这一处有效。",
        )
        .good("needs.alternatives", "needs.alternatives")
        .bad("everywhere", "全部"),
    full("reason", Kind::Text, "Reason", "理由")
        .help(
            "Why it is right to leave it as it is. A sceptical colleague should nod.",
            "为什么不改是对的。要让爱挑刺的同事也点头。",
        )
        .good(
            "The tender admits three named bidders and no other offer until 2028.",
            "招标文件只允许三家投标，2028年前不接受其他方案。",
        )
        .bad("Not relevant for us.", "与我们无关。"),
    full("by", Kind::Line, "Answered by", "答复人")
        .help("Who takes responsibility for leaving it.", "由谁承担不改的责任。")
        .good("Petra Novak", "沈立夏")
        .bad("the team", "项目组"),
    full("until", Kind::Date, "Until", "截止日期")
        .help(
            "The day on which the answer runs out and the finding returns. Circumstances change, and no reason lasts for ever.",
            "到这一天答复失效，检查结果重新出现。情况会变，没有哪个理由永远成立。",
        )
        .good("2027-06-30", "2027-06-30")
        .bad("for good", "永久"),
];
