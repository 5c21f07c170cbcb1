//! Step 1, needs research: what can be written about the market and what customers lack.

use super::choices::{self as pick, Choose};
use super::field::{Field, Kind, Section, Shape, Step, core, full};
use crate::words::Text;

/// The sections of the first step: the market, its needs, and what is known about them.
pub const SECTIONS: &[Section] = &[
    Section {
        path: "needs.market",
        shape: Shape::Table,
        step: Step::Needs,
        label: Text::new("Market", "市场"),
        row: Text::new("market", "市场"),
        help: Text::new(
            "Who has the need, how many they are and what they spend. Drawn around people, not around your product.",
            "谁有这种需要、有多少人、一年花多少钱。围绕人来划定，而不是围绕自家产品。",
        ),
        caption: &[],
        fields: MARKET,
    },
    Section {
        path: "needs.sizing",
        shape: Shape::Rows,
        step: Step::Needs,
        label: Text::new("Market sizing", "市场规模测算"),
        row: Text::new("sizing step", "测算步骤"),
        help: Text::new(
            "The market size as a chain of factors that are multiplied. Each step can be doubted and mended on its own.",
            "把市场规模拆成一串相乘的因数。每一步都能单独质疑、单独修正。",
        ),
        caption: &["what"],
        fields: SIZING,
    },
    Section {
        path: "needs.customer_needs",
        shape: Shape::Rows,
        step: Step::Needs,
        label: Text::new("Customer needs", "顾客需要"),
        row: Text::new("customer need", "顾客需要"),
        help: Text::new(
            "What people lack, the form they want it in, and what they can and will pay. The whole plan rests on these rows.",
            "人们缺什么、想以什么形式得到、能够并愿意付出多少。整份计划都建立在这里。",
        ),
        caption: &["need", "who"],
        fields: CUSTOMER_NEEDS,
    },
    Section {
        path: "needs.evidence",
        shape: Shape::Rows,
        step: Step::Needs,
        label: Text::new("Evidence", "证据"),
        row: Text::new("piece of evidence", "证据"),
        help: Text::new(
            "What you asked, watched or counted, and what it showed. Other rows point here to say why they should be believed.",
            "你问过、看过、数过什么，结果如何。其他条目引用这里，说明自己为什么可信。",
        ),
        caption: &["finding", "question", "source"],
        fields: EVIDENCE,
    },
    Section {
        path: "needs.alternatives",
        shape: Shape::Rows,
        step: Step::Needs,
        label: Text::new("Alternatives", "替代选择"),
        row: Text::new("alternative", "替代选择"),
        help: Text::new(
            "Everything customers do about the need today: rivals, other ways, making do, doing nothing. You must be better than these.",
            "顾客如今怎样应付这种需要：找对手、换办法、凑合、什么都不做。你要胜过的就是它们。",
        ),
        caption: &["name"],
        fields: ALTERNATIVES,
    },
    Section {
        path: "needs.forces",
        shape: Shape::Rows,
        step: Step::Needs,
        label: Text::new("Outside forces", "宏观环境"),
        row: Text::new("outside force", "环境因素"),
        help: Text::new(
            "Trends that push the whole market and that nobody in it can steer, each with what you will do about it.",
            "推动整个市场、谁也左右不了的趋势，以及你对每一项的对策。",
        ),
        caption: &["what"],
        fields: FORCES,
    },
    Section {
        path: "needs.swot",
        shape: Shape::Rows,
        step: Step::Needs,
        label: Text::new("SWOT", "SWOT分析"),
        row: Text::new("SWOT point", "SWOT要点"),
        help: Text::new(
            "Few facts about yourself and your surroundings, in order of weight, each answered by an action or an objective.",
            "关于自身与外部的几条事实，按轻重排列，每条都有行动或目标来回应。",
        ),
        caption: &["what"],
        fields: SWOT,
    },
    Section {
        path: "needs.buying_steps",
        shape: Shape::Rows,
        step: Step::Needs,
        label: Text::new("Buying process", "购买过程"),
        row: Text::new("buying step", "购买步骤"),
        help: Text::new(
            "How a segment comes to buy, from not knowing to the feeling afterwards, and how you help at each step.",
            "一个细分的顾客怎样从毫不知晓走到购后感受，你在每一步怎样帮他。",
        ),
        caption: &["customer", "step"],
        fields: BUYING_STEPS,
    },
];

const MARKET: &[Field] = &[
    core("definition", Kind::Text, "Market definition", "市场界定")
        .help(
            "Who the customers are and what they lack, without your product in it. It decides which rivals you will notice.",
            "顾客是谁、缺什么，里面不要出现自家产品。怎样界定，决定你能看见哪些对手。",
        )
        .good(
            "valley households that must keep food cold and lights on when the grid fails",
            "放学后两小时没人照看的双职工家庭的小学生",
        )
        .bad("the market for 5 kW diesel generators", "课后托管班市场")
        .term("market"),
    full("size", Kind::Count, "Market size", "市场人数")
        .help(
            "How many people or organisations have the need, whether or not they buy from you. It sets the ceiling for every target.",
            "有这种需要的人或组织有多少，不论是否向你购买。它是一切目标的上限。",
        )
        .good("8,600", "13,400")
        .bad("practically everyone", "全市家长")
        .term("market-size"),
    full("value", Kind::Money, "Market value", "市场金额")
        .help(
            "What all of them together spend a year on meeting the need, with anyone. It is not your own turnover.",
            "他们为满足这种需要一年总共花多少钱，不论花在谁家。这不是你自己的营业额。",
        )
        .good("3,900,000", "42,000,000")
        .bad("a billion-pound industry", "千亿级市场")
        .term("market-size"),
    full("growth", Kind::Percent, "Yearly growth", "年增长率")
        .help(
            "By how much the market grows or shrinks in a year. Know what drives it: more people alone do not mean more buyers.",
            "市场一年增长或缩小多少。要弄清靠什么推动：人口变多不等于买的人变多。",
        )
        .good("3 %", "-2 %")
        .bad("booming", "高速增长")
        .term("market-size"),
    full("derivation", Kind::Text, "How derived", "推算过程")
        .help(
            "The sum that leads to the size, step by step. A stranger should reach the same number.",
            "市场规模是怎样一步步算出来的。换个人来算，也应得到同一个数。",
        )
        .good(
            "21,500 households × 0.40 beyond the town grid = 8,600",
            "在校小学生33,500人 × 双职工且无老人接送的0.40 = 13,400人",
        )
        .bad("our experts' estimate", "根据多年经验估算")
        .term("market-size"),
    full("source", Kind::Line, "Source", "数据来源")
        .help(
            "Where the figures come from, with the year, so that they can be checked and renewed.",
            "数字从哪里来、是哪一年的，便于别人核对，也便于日后更新。",
        )
        .good("county housing census 2025; grid outage log", "2025年全市教育统计；本街道抽样问卷")
        .bad("well-known industry figures", "业内公认数据")
        .term("evidence"),
];

const SIZING: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this step of the sum, in lower case with hyphens. It stays when the order changes.",
            "这一步的简短代号，用小写字母和连字符。顺序变了，它也不变。",
        )
        .good("dog-households", "dog-households")
        .bad("Step 1", "第1步"),
    full("what", Kind::Line, "What it is", "内容")
        .help(
            "The number you start from, or the share that remains at this step. One idea a step.",
            "起点的数量，或这一步之后剩下的比例。一步只算一件事。",
        )
        .good("dog owners away from home over six hours a day", "家里白天六小时以上没人的养犬户")
        .bad("potential", "潜力")
        .term("market-size"),
    full("factor", Kind::Number, "Factor", "因数")
        .help(
            "The number of this step; all steps are multiplied. Write a share as a fraction, such as 0.4.",
            "这一步的数字，各步相乘。比例写成小数，例如0.4。",
        )
        .good("0.4", "0.35")
        .bad("roughly half", "大概一半")
        .term("market-size"),
    full("unit", Kind::Line, "Unit", "单位")
        .help(
            "What the number counts. Said aloud, the units show when two steps do not fit together.",
            "这个数字数的是什么。把单位写明，前后两步接不上时一眼就能看出来。",
        )
        .good("share of dog households", "占养犬户的比例")
        .bad("units", "个"),
    full("source", Kind::Line, "Source", "数据来源")
        .help(
            "Where this one factor comes from. The weakest factor is the one to research next.",
            "这一个因数从哪里来。最没把握的那个，就是下一步要调研的。",
        )
        .good("town dog register 2025, own count of 80 doors", "2025年城区犬证登记；自己敲门问了80户")
        .bad("my impression", "凭感觉")
        .term("evidence"),
];

const CUSTOMER_NEEDS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name by which segments and benefits point to this need, in lower case with hyphens.",
            "细分和利益用它来引用这条需要。用小写字母和连字符。",
        )
        .good("safe-at-noon", "safe-renting")
        .bad("Need 1", "需要1"),
    core("who", Kind::Line, "Who", "谁")
        .help(
            "The people who have this need, told by what they do or face rather than by age. Other people, other row.",
            "有这种需要的人，按他们的处境来说，不要只按年龄。不同的人另写一条。",
        )
        .good("people with a job who also look after a frail parent", "刚毕业、第一次租房的年轻人")
        .bad("everyone aged 18 to 65", "广大年轻消费者")
        .term("need"),
    full("situation", Kind::Text, "Situation", "情境")
        .help(
            "The moment and place where the need is felt. A real scene is easier to check, and easier to serve.",
            "在什么时候、什么地方感到这种需要。真实的场景才便于核实，也便于满足。",
        )
        .good(
            "Tuesday, 15:00: the meeting has begun and Father does not pick up the phone.",
            "签约当晚发现热水器坏了，房东不接电话。",
        )
        .bad("In daily life.", "日常生活中。")
        .term("need"),
    core("need", Kind::Text, "Need", "需要")
        .help(
            "What they lack, in their own terms and with no product in it. Ask what would be missing if you did not exist.",
            "他们缺的是什么，用他们自己的话说，不要写产品。想一想：没有你，他们还缺什么？",
        )
        .good("To be sure that Father is all right without leaving work.", "住得安心，东西坏了有人管。")
        .bad("They need our monitoring app.", "需要我们的租房管家App。")
        .term("need"),
    core("want", Kind::Text, "Want", "欲望")
        .help(
            "The form the need takes for these people, with their culture, habits and means. Several wants can come from one need.",
            "在他们的文化、习惯和条件下，需要变成了什么样子。同一种需要可以有好几种欲望。",
        )
        .good(
            "A face he knows who looks in at noon and sends a word.",
            "有个信得过的师傅当天上门，再帮着跟房东把话说清楚。",
        )
        .bad("The premium package with all our sensors.", "我们的尊享管家套餐。")
        .term("want"),
    full("demand", Kind::Text, "Demand", "需求")
        .help(
            "What shows that they can and will pay: the money, time or effort that they spend on it today.",
            "凭什么说他们买得起、也愿意买：如今为此花的钱、时间或精力。",
        )
        .good(
            "Six in ten already pay a neighbour 40 to 60 a month.",
            "近半数人去年自己掏钱修过，平均每次180元。",
        )
        .bad("Huge demand is expected.", "市场需求巨大。")
        .term("demand"),
    full("status", Kind::Choice(pick::NeedStatus::CHOICES), "How well met", "满足程度")
        .help(
            "How well the need is met today; latent means people do not name it yet. Growth hides where it is not met.",
            "如今满足得怎样；“潜在”指人们自己还说不出来。增长的机会就在没满足好的地方。",
        )
        .good("underserved", "underserved")
        .bad("they are happy enough", "大家还算满意")
        .term("latent-need"),
    full("importance", Kind::Scale(1, 5), "Importance", "重要程度")
        .help(
            "How much it matters to them, from 1 (hardly) to 5 (very much), by evidence. If all get 5, nothing is ranked.",
            "对他们有多重要，1为几乎不重要，5为非常重要，要凭证据打分。个个打5分等于没排。",
        )
        .good("5", "4")
        .bad("5 for every need", "每条都是5分")
        .term("opportunity-score"),
    full("satisfaction", Kind::Scale(1, 5), "Satisfaction today", "目前满意度")
        .help(
            "How content they are with what they do today, 1 to 5. What matters much and is met badly leaves room for you.",
            "他们对现在的做法有多满意，1到5分。很重要又没满足好的，才是你的空间。",
        )
        .good("2", "2")
        .bad("customers love us", "顾客都夸我们好")
        .term("opportunity-score"),
    full("barriers", Kind::Lines, "Barriers", "障碍")
        .help(
            "What keeps them from meeting the need today: money, time, knowledge, rules, shame. One a line.",
            "如今是什么让他们满足不了：钱、时间、知识、规定、面子。一行写一项。",
        )
        .good(
            "ashamed to ask; no spare key for strangers; shifts change every week",
            "看不懂合同; 怕得罪房东; 白天要上班",
        )
        .bad("they do not know our brand yet", "还不了解我们的品牌")
        .term("customer-cost"),
    core("evidence", Kind::Refs(&["needs.evidence"]), "Evidence", "证据")
        .help(
            "Ids of the research that shows the need. Without it, the need is only your guess.",
            "能证明这种需要的调研编号。没有它，这条需要只是你的猜测。",
        )
        .good("carer-interviews; missed-calls", "renter-interviews; repair-bills")
        .bad("everybody knows this", "这是常识")
        .term("evidence"),
];

const EVIDENCE: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name by which needs and benefits point to this evidence, in lower case with hyphens.",
            "需要和利益用它来引用这条证据。用小写字母和连字符。",
        )
        .good("frost-night-visits", "skipped-lunches")
        .bad("Survey 1", "调研1"),
    full("question", Kind::Text, "Question", "研究问题")
        .help(
            "What you wanted to know about customers' lives. Asking about your product only brings politeness.",
            "你想了解顾客生活中的什么。一上来就问自家产品，得到的只是客气话。",
        )
        .good(
            "What do fruit growers do on a night with a frost warning?",
            "学生不在食堂吃午饭的那天，去了哪里，为什么？",
        )
        .bad("Do you like our new orchard heater?", "你觉得我们的新套餐好吃吗？")
        .term("market-research"),
    full("method", Kind::Choice(pick::Method::CHOICES), "Method", "方法")
        .help(
            "How you found out. Watching shows what people do, asking shows what they say; use both where much depends on it.",
            "用什么方法得来。观察能看到人们怎么做，访谈能听到人们怎么说；要紧的事两样都用。",
        )
        .good("observation", "interview")
        .bad("we talked about it in the team", "内部开会讨论")
        .term("market-research"),
    full("respondents", Kind::Choice(pick::Respondents::CHOICES), "Respondents", "调查对象")
        .help(
            "Whom you asked or watched. Those who buy from you cannot tell why the others stay away.",
            "问了谁、看了谁。只问老顾客，就不知道别人为什么不来。",
        )
        .good("non-customers", "lapsed")
        .bad("friends of the founder", "老板的朋友")
        .term("market-research"),
    full("sample", Kind::Count, "Sample size", "样本量")
        .help(
            "How many people, organisations or cases. Ten long talks can show what exists; only many answers show how common it is.",
            "多少人、多少家或多少例。十次深谈能看出有什么；要知道有多普遍，就得人数多。",
        )
        .good("24", "36")
        .bad("a representative number", "样本充足")
        .term("market-research"),
    full("date", Kind::Date, "Date", "日期")
        .help(
            "The day on which it was gathered or finished. Old findings need a fresh look before money depends on them.",
            "收集或完成的日期。旧结论要先复查，再拿来花钱。",
        )
        .good("2026-11-18", "2026-10-20")
        .bad("a few years ago", "前几年")
        .term("evidence"),
    full("source", Kind::Line, "Source", "来源")
        .help(
            "Who gathered it, and where notes or data are kept. Others should be able to look.",
            "谁收集的，记录放在哪里。别人应当查得到。",
        )
        .good("own night visits, field notebook 3", "自己做的访谈，记录本第2册")
        .bad("various sources", "综合各方资料")
        .term("evidence"),
    full("finding", Kind::Text, "Finding", "发现")
        .help(
            "What you learned, in one sentence with a number, also where it is unwelcome.",
            "得出了什么结论，用一句话加一个数字说清，不中听的也要写。",
        )
        .good(
            "17 of 24 growers stay up all night, because none trusts the forecast for his own slope.",
            "36人里有22人是怕排队耽误上课，只有4人嫌不好吃。",
        )
        .bad("Growers showed strong interest.", "学生普遍反映良好。")
        .term("evidence"),
    full("results", Kind::Lines, "Results", "数据结果")
        .help(
            "The figures behind the finding, one a line. They let others judge for themselves.",
            "支撑结论的数字，一行一个，让别人自己判断。",
        )
        .good(
            "17 of 24 stay up; 3 of 24 light fires; 11 of 24 lost a crop since 2023",
            "36人中22人怕排队; 36人中4人嫌不好吃; 36人中10人想一个人待着",
        )
        .bad("mostly positive", "大部分是好评")
        .term("evidence"),
    full("confidence", Kind::Choice(pick::Confidence::CHOICES), "Confidence", "可信程度")
        .help(
            "How far you would lean on it, given the sample, the method and its age. Honest doubt saves money.",
            "考虑样本、方法和时间，你敢在多大程度上依靠它。老实存疑，能少花冤枉钱。",
        )
        .good("medium", "medium")
        .bad("very convincing", "很有说服力")
        .term("evidence"),
];

const ALTERNATIVES: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name by which propositions and scores point to this alternative, in lower case with hyphens.",
            "价值主张和打分用它来引用这个选择。用小写字母和连字符。",
        )
        .good("bilingual-cousin", "aunt-picks-up")
        .bad("Competitor A", "竞品A"),
    core("name", Kind::Line, "Name", "名称")
        .help(
            "What customers do instead: a rival, another way, making do, or nothing. Name it as they would.",
            "顾客不找你时怎么办：找对手、换办法、凑合，或什么都不做。用他们的叫法。",
        )
        .good("Bringing a cousin who speaks both languages", "请亲戚帮忙接孩子")
        .bad("our main competitor", "主要竞争对手")
        .term("alternative"),
    core("kind", Kind::Choice(pick::AlternativeKind::CHOICES), "Kind", "类型")
        .help(
            "How it stands to you. If every row is a direct rival, you are looking at your product and not at the need.",
            "它与你是什么关系。如果全是直接竞争者，说明你盯着产品，没有看需要。",
        )
        .good("workaround", "workaround")
        .bad("not a real competitor", "算不上竞争")
        .term("substitute"),
    full("offer", Kind::Text, "What it offers", "提供什么")
        .help(
            "What customers get from it, seen fairly and through their eyes.",
            "顾客从中得到什么。要公平，要用顾客的眼光看。",
        )
        .good(
            "Free, comes at once, knows the family; awkward when the doctor asks private things.",
            "不花钱，随叫随到，信得过；就是欠人情。",
        )
        .bad("Inferior quality.", "质量差。")
        .term("alternative"),
    full("price", Kind::Money, "Price", "价格")
        .help(
            "What one use of it costs the customer, in the plan's currency; 0 if nothing. Your price will be held against it.",
            "顾客用一次要花多少钱，用计划的货币；不花钱写0。你的价格会被拿来跟它比。",
        )
        .good("0", "35")
        .bad("cheap", "便宜")
        .term("alternative"),
    full("share", Kind::Percent, "Share", "占比")
        .help(
            "The part of the people with this need who do it today. Count each person once, by what they do most.",
            "有这种需要的人里，如今有多少这样做。每人只按最常用的一种算一次。",
        )
        .good("38 %", "41 %")
        .bad("most of them", "占大多数")
        .term("market-size"),
    full("role", Kind::Choice(pick::Role::CHOICES), "Competitive role", "竞争地位")
        .help(
            "Its place among competitors, if it is a firm. Leave it empty for habits and for doing nothing.",
            "如果它是一家机构，在竞争中处于什么地位。习惯或“什么都不做”就留空。",
        )
        .good("leader", "challenger")
        .bad("dangerous", "来势汹汹")
        .term("competitor-role"),
    full("strengths", Kind::Lines, "Strengths", "长处")
        .help(
            "Why people choose it, as they would say it. If you find none, you have not asked.",
            "人们为什么选它，用他们的话写。一条也写不出，说明你还没问过。",
        )
        .good("free; no appointment; trusted with secrets", "免费; 信得过; 不用提前约")
        .bad("none", "没有")
        .term("alternative"),
    full("weaknesses", Kind::Lines, "Weaknesses", "短处")
        .help(
            "Where it lets people down. Here is the room for something better.",
            "它在哪里让人失望。这里就是做得更好的余地。",
        )
        .good("gets medical words wrong; works on weekdays", "欠人情; 亲戚一有事就落空")
        .bad("not as good as ours", "不如我们专业")
        .term("alternative"),
    full("serves", Kind::Refs(&["needs.customer_needs"]), "Needs served", "满足的需要")
        .help(
            "Ids of the needs that it serves. What makes it an alternative is the shared need, not the shared product.",
            "它满足哪些需要，写编号。算不算替代选择，看需要是否相同，不看产品是否相同。",
        )
        .good("understood-by-the-doctor", "safe-after-school")
        .bad("same industry", "同行业")
        .term("substitute"),
];

const FORCES: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this trend, in lower case with hyphens.",
            "这个趋势的简短代号，用小写字母和连字符。",
        )
        .good("energy-grades", "no-free-cutlery")
        .bad("Trend 2", "趋势2"),
    full("force", Kind::Choice(pick::Force::CHOICES), "Force", "因素类别")
        .help(
            "The kind of trend. Going through all kinds keeps you from seeing only the one you like.",
            "属于哪一类。逐类想一遍，就不会只看到自己关心的那一类。",
        )
        .good("legal", "legal")
        .bad("the usual pressures", "各种压力")
        .term("macro-environment"),
    full("what", Kind::Text, "What changes", "变化内容")
        .help(
            "What changes outside and cannot be steered by you, with a date or a number.",
            "外部发生了什么你左右不了的变化，写上时间或数字。",
        )
        .good(
            "From 2028 a flat may be let only with energy grade C or better.",
            "本市从2028年起，外卖不得主动附送一次性餐具。",
        )
        .bad("Things are getting harder.", "环境越来越复杂。")
        .term("macro-environment"),
    full("effect", Kind::Choice(pick::Effect::CHOICES), "Effect", "影响")
        .help(
            "Whether it helps or hurts you. If it does both, write two rows, as each needs its own answer.",
            "对你有利还是不利。两样都有就写两条，因为对策不同。",
        )
        .good("opportunity", "threat")
        .bad("could go either way", "有利有弊")
        .term("macro-environment"),
    full("response", Kind::Text, "Our response", "对策")
        .help(
            "What you will do about it, or why nothing. A trend without a consequence is only reading matter.",
            "你打算怎么做，或为什么不做。没有下文的趋势，只是读物。",
        )
        .good(
            "Offer landlords a grade check every October, before contracts are renewed.",
            "年底前换成押金餐盒，先在两个小区试行。",
        )
        .bad("Keep an eye on it.", "密切关注。")
        .term("macro-environment"),
];

const SWOT: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this point, in lower case with hyphens.",
            "这个要点的简短代号，用小写字母和连字符。",
        )
        .good("phone-until-noon", "empty-on-rainy-days")
        .bad("W1", "劣势1"),
    full("kind", Kind::Choice(pick::SwotKind::CHOICES), "Kind", "类型")
        .help(
            "Strengths and weaknesses lie in you, opportunities and threats outside. Mixed up, they hide what you can change.",
            "优势、劣势在自身，机会、威胁在外部。混在一起，就看不出哪些是自己能改的。",
        )
        .good("weakness", "weakness")
        .bad("internal opportunity", "内部机会")
        .term("swot"),
    full("what", Kind::Text, "The point", "要点")
        .help(
            "One fact that customers would notice, with a number. Praise that any firm could claim does not count.",
            "一条顾客感觉得到的事实，带上数字。谁都能说的好话不算。",
        )
        .good(
            "Three in four boat bookings come by phone, and it is answered only until noon.",
            "下雨天到店的人少四成，而店里不送外卖。",
        )
        .bad("Good reputation.", "口碑良好。")
        .term("swot"),
    full("rank", Kind::Count, "Rank", "排序")
        .help(
            "Its place in order of weight, 1 first. Twenty points of the same weight decide nothing.",
            "按轻重排第几，1最重。二十条一样重，等于什么也没决定。",
        )
        .good("1", "2")
        .bad("all equally important", "同样重要")
        .term("swot"),
    full(
        "answered_by",
        Kind::Refs(&["mix.actions", "mix.objectives"]),
        "Answered by",
        "如何回应",
    )
    .help(
        "Ids of the actions or objectives that follow from it. A SWOT without consequences is decoration.",
        "由此产生的行动或目标的编号。没有下文的SWOT只是摆设。",
    )
    .good("evening-phone; fewer-lost-calls", "rainy-day-delivery")
    .bad("our general strategy", "总体战略")
    .term("swot"),
];

const BUYING_STEPS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name for this step, in lower case with hyphens.",
            "这一步的简短代号，用小写字母和连字符。",
        )
        .good("asking-classmates", "asking-cat-owners")
        .bad("Step 3", "步骤3"),
    full("segment", Kind::Ref(&["targeting.segments"]), "Segment", "细分")
        .help(
            "The id of the segment that goes through this step. Different segments buy in different ways.",
            "走这一步的是哪个细分，写编号。不同的细分，买法不同。",
        )
        .good("first-licence-students", "first-time-cat-owners")
        .bad("all customers", "所有顾客")
        .term("buying-process"),
    full("step", Kind::Choice(pick::BuyingStage::CHOICES), "Buying step", "购买阶段")
        .help(
            "How far the customer has come on the way from not knowing to the feeling after the purchase.",
            "从毫不知晓到购后感受，顾客走到了哪一步。",
        )
        .good("preferring", "aware")
        .bad("warm lead", "差不多要买了")
        .term("buying-process"),
    full("customer", Kind::Text, "What customers do", "顾客在做什么")
        .help(
            "What the customer does, asks and fears at this step. The customer acts here, not you.",
            "这一步里，顾客在做什么、问什么、怕什么。主角是顾客，不是你。",
        )
        .good(
            "Compares three driving schools in the class chat and asks who passed at the first try.",
            "在群里问养一只猫一年花多少钱，最怕看病贵。",
        )
        .bad("Receives our newsletter.", "收到我们的推送。")
        .term("buying-process"),
    full("trigger", Kind::Text, "What moves them", "推动因素")
        .help(
            "What brings them to the next step. Mostly something in their life, seldom your campaign.",
            "什么让他走到下一步。多半是生活里的事，很少是你的宣传。",
        )
        .good("A friend passes and posts a picture of the licence.", "室友搬走，屋里一下子冷清了。")
        .bad("Our spring campaign.", "我们的春季促销。")
        .term("buying-process"),
    full("ours", Kind::Text, "What we do", "我们的做法")
        .help(
            "How you help at this step. Do not pitch to someone who does not see the problem yet.",
            "你在这一步怎样帮他。对方还没意识到问题时，不要急着推销。",
        )
        .good(
            "Show pass rates and the next free dates on one page, without asking for a number.",
            "给一张一年花费清单，不要求留电话。",
        )
        .bad("Call them until they sign.", "天天打电话跟进。")
        .term("buying-process"),
];
