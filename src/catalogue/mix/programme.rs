//! The programme: objectives, actions, money, forecast and risks, as tables of fields.

use crate::catalogue::choices::{self as pick, Choose};
use crate::catalogue::field::{Field, Kind, core, full};

/// What will be different, by when, and who answers for it.
pub(super) const OBJECTIVES: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this objective, in small letters and hyphens. Actions, milestones and programmes point to it.",
            "给这个目标起一个简短不变的编号，用小写字母和连字符。行动、里程碑和关系项目靠它引用。",
        )
        .good("second-visit-within-month", "repeat-within-90-days")
        .bad("Goal 1", "目标1"),
    full("kind", Kind::Choice(pick::ObjectiveKind::CHOICES), "Kind", "目标类别")
        .help(
            "What the objective is about. A plan with financial objectives only does not say why customers should bring the money.",
            "目标属于哪一类。只有财务目标的计划，没有说明顾客为什么会把钱带来。",
        )
        .good("customer", "society")
        .bad("profit, what else", "当然是赚钱")
        .term("objective"),
    core("statement", Kind::Text, "Statement", "目标陈述")
        .help(
            "The change you want, in one sentence that a newcomer understands. Say what customers will do or feel, not what you will carry out.",
            "用一句新人也懂的话写出想要的变化：顾客会怎么做、怎么感受，而不是你要开展什么工作。",
        )
        .good(
            "New members come back for a second visit to the tool library within a month.",
            "首次到馆借书的务工家庭孩子，三个月内再来借第二次。",
        )
        .bad(
            "Launch a campaign and become the best-known brand.",
            "大力开展宣传，全面提升品牌形象。",
        )
        .term("objective"),
    core("metric", Kind::Line, "Metric", "衡量指标")
        .help(
            "The one number that tells whether it was reached. Choose one that moves only when customers gain something.",
            "用哪一个数字判断是否达到。选一个只有顾客真正受益才会变动的数字。",
        )
        .good("new members with a second visit within 30 days", "90天内再次借书的新读者占比")
        .bad("likes and page views", "点赞数和曝光量")
        .term("kpi"),
    full("unit", Kind::Line, "Unit", "单位")
        .help(
            "What the numbers count: people, percent, kilograms, minutes. Baseline, target and result all use it.",
            "数字的计量单位：人、百分比、公斤、分钟。现状、目标和结果都用同一单位。",
        )
        .good("members", "%")
        .bad("a lot", "很多")
        .term("kpi"),
    core("baseline", Kind::Number, "Baseline", "现状值")
        .help(
            "Where the number stands today. If nobody knows, measure first; a target without a start says nothing about the distance.",
            "这个数字今天是多少。如果没人知道，先去测；没有起点的目标看不出距离。",
        )
        .good("54", "26")
        .bad("low at the moment", "目前偏低")
        .term("kpi"),
    core("target", Kind::Number, "Target", "目标值")
        .help(
            "Where the number should stand on the due date. It should ask for effort and still follow from your actions and means.",
            "到期时这个数字要到多少。既要努力才能达到，又要与行动和资源相称。",
        )
        .good("130", "45")
        .bad("as high as possible", "大幅提高")
        .term("objective"),
    core("by", Kind::Date, "Due by", "完成日期")
        .help(
            "The day on which it is measured. It lies inside the plan's period and after the actions that serve it.",
            "在哪一天衡量。应在计划期内，并晚于为它服务的行动。",
        )
        .good("2027-10-31", "2027-12-20")
        .bad("in the near future", "尽早")
        .term("objective"),
    core("owner", Kind::Line, "Owner", "负责人")
        .help(
            "One person who answers for the result and may decide what it needs. A department is nobody.",
            "对结果负责并有权作决定的一个人。写部门等于没人负责。",
        )
        .good("Tomasz Lind, member services", "周岚（读者服务）")
        .bad("Marketing and sales", "市场部、销售部共同负责"),
    full("measured_by", Kind::Line, "Measured by", "数据来源")
        .help(
            "Where the number is read, how often and by whom. If it needs new counting, that is an action too.",
            "从哪里读取、多久一次、由谁读取。如需新的统计，那也是一项行动。",
        )
        .good(
            "Loan register, counted on the first Monday by the desk",
            "借阅系统月报，每月5日由前台导出",
        )
        .bad("Management's impression", "凭经验判断")
        .term("kpi"),
    full("actual", Kind::Number, "Actual", "实际值")
        .help(
            "What was measured last. Fill it in at reviews; the distance to the target shows where to act.",
            "最近一次测得的数值。在回顾时填写，与目标的差距指出该在哪里行动。",
        )
        .good("71", "31")
        .bad("nearly there", "基本完成"),
    full("supports", Kind::Ref(&["mix.objectives"]), "Supports", "服务于")
        .help(
            "The larger objective that this one helps to reach. Leave it empty at the top.",
            "它帮助实现的上一级目标。最上一级留空。",
        )
        .good("membership-pays-its-way", "reading-gap-halved")
        .bad("the company's success", "公司发展大局")
        .term("objective"),
];

/// Where an objective stands on the way.
pub(super) const MILESTONES: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this milestone, in small letters and hyphens.",
            "给这个里程碑起一个简短不变的编号，用小写字母和连字符。",
        )
        .good("second-visits-by-june", "repeat-rate-midyear")
        .bad("M1", "节点1"),
    full("objective", Kind::Ref(&["mix.objectives"]), "Objective", "所属目标")
        .help("The objective that is measured on the way.", "途中要衡量的是哪个目标。")
        .good("second-visit-within-month", "repeat-within-90-days")
        .bad("project progress", "项目进度")
        .term("objective"),
    full("by", Kind::Date, "Date", "日期")
        .help(
            "The day of the interim reading, early enough to change course.",
            "中途读数的日子，要早到还来得及改变做法。",
        )
        .good("2027-06-30", "2027-07-15")
        .bad("about halfway", "年中左右"),
    full("target", Kind::Number, "Interim target", "阶段目标值")
        .help(
            "Where the number should stand on that day, in the objective's unit. Growth is seldom a straight line; think of the seasons.",
            "这一天应达到的数值，单位与目标相同。增长很少是直线，请考虑季节。",
        )
        .good("85", "34")
        .bad("half of it", "完成过半")
        .term("kpi"),
    full("actual", Kind::Number, "Actual", "实际值")
        .help(
            "What was measured on that day. Keep it when it disappoints: it explains the next decision.",
            "当天测得的数值。不理想也要留着，它能说明下一个决定。",
        )
        .good("79", "33")
        .bad("on track", "进展顺利"),
];

/// Who does what, when, and for which objective.
pub(super) const ACTIONS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this action, in small letters and hyphens. Budget lines and later actions point to it.",
            "给这项行动起一个简短不变的编号，用小写字母和连字符。预算和后续行动靠它引用。",
        )
        .good("train-evening-desk", "recruit-corner-hosts")
        .bad("To do 4", "工作4"),
    core("what", Kind::Text, "What is done", "行动内容")
        .help(
            "What is done, so concretely that a colleague could begin tomorrow and everybody can tell when it is finished.",
            "具体做什么，写到同事明天就能动手、大家都看得出何时算完成。",
        )
        .good(
            "Train the four evening volunteers to show each new member two tools for a job they have at home.",
            "在8个村口小店各设一台称重收购秤，由店主代收山核桃并当场付款。",
        )
        .bad("Strengthen promotion efforts.", "加强宣传推广力度。")
        .term("marketing-mix"),
    full("lever", Kind::Choice(pick::Lever::CHOICES), "Lever", "营销要素")
        .help(
            "Which part of the mix it moves. If all actions say promotion, ask whether product, price or place holds customers back.",
            "作用于哪个要素。如果全是促销，请想想顾客是否被产品、价格或渠道挡住了。",
        )
        .good("place", "relationship")
        .bad("everything a little", "综合发力")
        .term("marketing-mix"),
    full("segment", Kind::Ref(&["targeting.segments"]), "For segment", "面向细分")
        .help(
            "The segment that notices the action. Leave it empty when it serves all target segments.",
            "哪个细分会感受到它。若服务所有目标细分，可留空。",
        )
        .good("first-time-borrowers", "smallholders-over-sixty")
        .bad("all customers", "全体客户")
        .term("targeting"),
    core("objective", Kind::Ref(&["mix.objectives"]), "Objective", "服务目标")
        .help(
            "The objective it brings nearer. An action without one is a habit; an objective without an action is a wish.",
            "它推动哪个目标。没有目标的行动只是习惯，没有行动的目标只是愿望。",
        )
        .good("second-visit-within-month", "cash-on-the-same-day")
        .bad("general growth", "促进整体发展")
        .term("objective"),
    core("owner", Kind::Line, "Owner", "负责人")
        .help(
            "The one person who sees it through. Helpers have their own field.",
            "负责到底的一个人。协助者另有一栏。",
        )
        .good("Amara Diallo", "罗秀英（合作社）")
        .bad("the team", "全体员工"),
    full("helpers", Kind::Lines, "Helpers", "协助者")
        .help(
            "Others whose time it takes, inside or outside. Ask them before you write them down.",
            "还要占用谁的时间，内部外部都算。写下来之前先问过本人。",
        )
        .good("Volunteer desk; Ridge Hardware, lends the display bench", "乡供销社；村口小店店主")
        .bad("everyone involved", "有关部门"),
    full("approver", Kind::Line, "Approver", "批准人")
        .help(
            "Who must say yes before it starts or money is spent, if anybody.",
            "开始或花钱之前须由谁同意；不需要就留空。",
        )
        .good("Chair of the board, Ruth Okafor", "理事长马建国")
        .bad("to be clarified", "领导"),
    core("starts", Kind::Date, "Starts", "开始日期")
        .help(
            "The first day of work, after whatever it waits for.",
            "动手的第一天，须在它所等待的事情之后。",
        )
        .good("2027-02-08", "2027-08-20")
        .bad("after the holidays", "节后启动"),
    core("ends", Kind::Date, "Ends", "结束日期")
        .help(
            "The day it is finished, or the last day if it repeats. Work without an end cannot be late and is never done.",
            "完成的日子；若重复进行，则是最后一次。没有期限的事不会迟，也不会完。",
        )
        .good("2027-03-19", "2027-09-10")
        .bad("ongoing", "持续推进"),
    full("repeats", Kind::Choice(pick::Repeat::CHOICES), "Repeats", "重复")
        .help("How often it comes back between the two dates.", "在起止日期之间多久重复一次。")
        .good("monthly", "weekly")
        .bad("now and then", "有空就做"),
    full("cost", Kind::Money, "Cost", "费用")
        .help(
            "What it costs in all, own hours included if you pay for them. Write 0 when it truly costs nothing; budget lines hold the details.",
            "总共花多少钱，需付酬的工时也算。确实不花钱就写0；明细写在预算里。",
        )
        .good("1,850", "26,000")
        .bad("depends on the agency", "视情况而定")
        .term("budget"),
    full("status", Kind::Choice(pick::ActionStatus::CHOICES), "Status", "状态")
        .help(
            "How far it is. Keep dropped actions in the plan, so that nobody wonders later.",
            "进展到哪里。放弃的行动也留在计划里，免得日后有人追问。",
        )
        .good("running", "planned")
        .bad("almost finished, more or less", "差不多了"),
    full("phase", Kind::Line, "Phase", "阶段")
        .help(
            "The part of the programme it belongs to, named by what changes in it: pilot, opening, second town.",
            "属于方案的哪一阶段，用该阶段的变化命名：试点、开业、第二个镇。",
        )
        .good("Pilot at one desk", "两村试点")
        .bad("Phase II", "第二阶段"),
    full("after", Kind::Refs(&["mix.actions"]), "After actions", "前置行动")
        .help(
            "Actions that must be finished before this one can start. Dates that contradict this are reported.",
            "必须先完成的行动。日期若与此矛盾，会被指出。",
        )
        .good("recruit-volunteers; print-tool-cards", "sign-corner-shops; calibrate-scales")
        .bad("once everything is ready", "等条件成熟"),
    full("gate", Kind::Text, "Start condition", "启动条件")
        .help(
            "What must be true before you go on, as a number that can be checked, and what you do if it is not.",
            "继续之前必须满足的条件，用可核对的数字写；并写明不满足怎么办。",
        )
        .good(
            "Start only with 12 volunteers signed up by 1 February; otherwise open two evenings instead of four.",
            "签约小店满6家才启动；不足6家，先用流动收购车跑两条线。",
        )
        .bad("If it feels right.", "时机成熟时启动。")
        .term("contingency"),
];

/// The sums that lines must add up to.
pub(super) const TOTALS: &[Field] = &[
    full("budget", Kind::Money, "Budget", "预算总额")
        .help(
            "What may be spent on this plan in all. The budget lines must add up to it.",
            "本计划一共可以花多少。预算各项之和必须与它相等。",
        )
        .good("31,500", "180,000")
        .bad("whatever it takes", "按需投入")
        .term("budget"),
    full("revenue", Kind::Money, "Revenue", "预计收入")
        .help(
            "What the plan says it will bring in its period, net of tax and channel margins. The base forecast must lead to the same number.",
            "计划期内预计带来的收入，不含税和渠道毛利。基准预测须得出同一个数。",
        )
        .good("142,000", "960,000")
        .bad("double last year's", "比去年翻一番")
        .term("forecast"),
    full("fixed_costs", Kind::Money, "Fixed costs", "固定成本")
        .help(
            "What you pay in the period however little you sell: rent, salaries, leases, the marketing budget. Break-even needs it.",
            "计划期内卖得再少也要付的钱：房租、固定工资、租赁费、营销预算。算保本点要用。",
        )
        .good("58,000", "420,000")
        .bad("only the rent, salaries come anyway", "只算房租，工资反正要发")
        .term("break-even"),
    full("approval", Kind::Text, "Approval", "审批")
        .help(
            "Who releases the money, up to which amount each, and on what record. It spares a stop in the middle of the season.",
            "谁批准用款、各自额度多少、以何为凭。免得旺季中途停下来等签字。",
        )
        .good(
            "The manager signs up to 1,000; above that two of three trustees, by e-mail, within five days.",
            "单笔5000元以内由店长批，以上须两位合伙人签字，三个工作日内答复。",
        )
        .bad("Management decides case by case.", "一事一议，领导审批。")
        .term("budget"),
    full("conditions", Kind::Text, "Conditions", "拨付条件")
        .help(
            "What must be reached before the next part of the money is spent, and what happens to it otherwise.",
            "达到什么条件才动用下一笔钱，达不到时这笔钱怎么办。",
        )
        .good(
            "The second 15,000 is released when 80 members have come twice by 30 June; otherwise it stays in reserve.",
            "试点村八成农户卖过第二次后拨付第二笔8万元；未达到则转为回访调研费用。",
        )
        .bad("The budget is adjusted if necessary.", "视效果追加预算。")
        .term("contingency"),
];

/// Every sum that the programme spends.
pub(super) const BUDGET: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this line, in small letters and hyphens.",
            "给这项预算起一个简短不变的编号，用小写字母和连字符。",
        )
        .good("volunteer-training", "weighing-scales")
        .bad("Item 12", "费用12"),
    full("item", Kind::Line, "Item", "支出项目")
        .help(
            "What the money buys, exactly enough to ask for a quote.",
            "钱买的是什么，写到可以询价的程度。",
        )
        .good("Trainer, four evenings of two hours", "带打印的电子收购秤，量程150公斤")
        .bad("Marketing", "营销费用")
        .term("budget"),
    full("lever", Kind::Choice(pick::Lever::CHOICES), "Lever", "营销要素")
        .help(
            "Which part of the mix it pays for. Summed up, the lines show where your money believes customers are won.",
            "为哪个要素付钱。汇总起来，就看出你的钱押在哪里。",
        )
        .good("relationship", "place")
        .bad("miscellaneous", "其他")
        .term("marketing-mix"),
    full("quantity", Kind::Number, "Quantity", "数量")
        .help(
            "How many are bought: pieces, hours, months. Quantity times rate should give the amount.",
            "买多少：件、小时、月。数量乘单价应等于金额。",
        )
        .good("8", "10")
        .bad("enough for the year", "若干"),
    full("rate", Kind::Money, "Rate", "单价")
        .help(
            "What one of them costs, from a quote, a price list or last year's bill.",
            "一个单位多少钱，依据报价、价目表或去年的账单。",
        )
        .good("65.00", "1,480")
        .bad("a fair price", "市场价"),
    full("amount", Kind::Money, "Amount", "金额")
        .help("The whole sum of this line, in the plan's currency.", "这一项的总额，以计划币种计。")
        .good("520", "14,800")
        .bad("about a few hundred", "一万多")
        .term("budget"),
    full("cap_share", Kind::Percent, "Ceiling share", "占比上限")
        .help(
            "The largest share of the total budget that this line may take, if you set yourself a limit. A higher amount is reported.",
            "这一项最多可占总预算的比例，如果你给自己定了上限。超出会被指出。",
        )
        .good("12 %", "8 %")
        .bad("not too much", "控制在合理范围")
        .term("budget"),
    full("currency", Kind::Line, "Bill currency", "账单币种")
        .help(
            "The currency of the bill, as three letters, only if it differs from the plan's.",
            "账单的币种，用三个字母；与计划币种相同就不填。",
        )
        .good("USD", "EUR")
        .bad("dollars, or maybe pounds", "外币"),
    full("exchange_rate", Kind::Number, "Exchange rate", "汇率")
        .help(
            "How much of the plan's currency one unit of the bill's currency costs.",
            "一单位账单币种合多少计划币种。",
        )
        .good("0.79", "7.85")
        .bad("today's rate", "按当日牌价"),
    full("exchange_date", Kind::Date, "Rate date", "汇率日期")
        .help(
            "The day on which you read the exchange rate, so that others can check it.",
            "查得汇率的日期，便于他人核对。",
        )
        .good("2026-11-02", "2026-12-15")
        .bad("recently", "近期"),
    full("period", Kind::Period, "Period", "期间")
        .help(
            "The month, quarter or year in which it is paid. It shows when the till runs low.",
            "在哪个月、季或年支付。由此看出什么时候手头最紧。",
        )
        .good("2027-02", "2027-Q3")
        .bad("spread over time", "分批支付")
        .term("budget"),
    full("action", Kind::Ref(&["mix.actions"]), "For action", "对应行动")
        .help("The action that this money makes possible.", "这笔钱让哪项行动得以进行。")
        .good("train-evening-desk", "place-corner-scales")
        .bad("overheads", "日常开支"),
    full("funded_by", Kind::Line, "Funded by", "资金来源")
        .help(
            "Where the money comes from: own funds, a grant, a partner's share. Say whether it is promised or only hoped for.",
            "钱从哪里来：自有、补助、伙伴分担。写明已落实还是有希望。",
        )
        .good("District learning grant, approved in October", "县农业产业补助，已批复")
        .bad("sponsors, hopefully", "拉赞助"),
    full("actual", Kind::Money, "Actual", "实际支出")
        .help(
            "What was really paid so far. Filled in at reviews, it shows drift early.",
            "到目前为止实际付了多少。回顾时填写，可及早发现偏差。",
        )
        .good("455", "13,950")
        .bad("within budget", "没超支")
        .term("budget"),
];

/// Sales, built from customers, purchases and net price.
pub(super) const FORECAST: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this line, in small letters and hyphens. Add the scenario, to tell the cases apart.",
            "给这项预测起一个简短不变的编号，用小写字母和连字符，可带上情景以便区分。",
        )
        .good("lakeside-courses-base", "office-lunch-low")
        .bad("Forecast 2027 (final)", "预测表1"),
    full("scenario", Kind::Choice(pick::Scenario::CHOICES), "Scenario", "情景")
        .help(
            "Which case this line belongs to. The cases differ in their assumptions, not by ten percent up and down.",
            "属于哪种情景。各情景的假设不同，而不是简单加减一成。",
        )
        .good("low", "base")
        .bad("optimistic but realistic", "介于保守和乐观之间")
        .term("scenario"),
    full("product", Kind::Ref(&["mix.products"]), "Product", "产品")
        .help("The product sold on this line.", "这一项卖的是哪个产品。")
        .good("beginner-sailing-course", "lunch-hour-care")
        .bad("all products together", "全部产品合计")
        .term("forecast"),
    full("segment", Kind::Ref(&["targeting.segments"]), "To segment", "购买细分")
        .help(
            "Who buys. Their number may not be larger than the segment.",
            "谁来买。人数不能超过该细分的规模。",
        )
        .good("lakeside-families", "office-workers-nearby")
        .bad("the market", "整个市场")
        .term("forecast"),
    full("channel", Kind::Ref(&["mix.channels"]), "Through channel", "经由渠道")
        .help(
            "Where they buy. It decides which margin is taken from the price.",
            "从哪里买。这决定价格里要扣掉多少渠道毛利。",
        )
        .good("harbour-booking-desk", "clinic-app-booking")
        .bad("various", "多渠道")
        .term("channel"),
    full("period", Kind::Period, "Period", "期间")
        .help(
            "The year, quarter or month this line counts for. Short periods show seasons and a slow start.",
            "这一项对应的年、季或月。短一些的期间能看出季节和起步的快慢。",
        )
        .good("2027-Q2", "2027-10")
        .bad("the first few years", "未来几年")
        .term("forecast"),
    full("customers", Kind::Count, "Customers", "顾客数")
        .help(
            "How many different customers buy in the period. Work it out from reach, trial and return, not from a wished-for sum.",
            "期内有多少不同的顾客购买。从触达、尝试、回头推算，不要由期望的总额倒推。",
        )
        .good("95", "304")
        .bad("1 % of the population", "全市人口的1%")
        .term("forecast"),
    full("purchases", Kind::Number, "Purchases each", "人均次数")
        .help(
            "How often one of these customers buys in the period, on average; 1.5 is fine.",
            "期内每位顾客平均买几次，可以是1.5这样的数。",
        )
        .good("1.4", "1.3")
        .bad("frequently", "经常回购")
        .term("forecast"),
    full("price", Kind::Money, "Net price", "净价")
        .help(
            "What reaches you for one purchase after tax, margin and discount. Not the price on the tag.",
            "每次购买扣税、渠道毛利和折扣后到手的钱，不是标签上的价。",
        )
        .good("128.00", "216")
        .bad("list price", "原价")
        .term("net-price"),
    full("basis", Kind::Text, "Basis", "预测依据")
        .help(
            "Where these numbers come from: a test, last year's records, a comparable case, or an assumption, called by that name.",
            "这些数字从哪里来：试验、去年的记录、可比的例子，或写明是假设。",
        )
        .good(
            "1,900 families by the lake; 10 % took the free lesson in the 2026 trial, half of them booked a course.",
            "附近写字楼约8000人；试营业四周每千人来了38人，其中三成当月再来。",
        )
        .bad("Realistic growth of 15 % a year.", "按每年增长15%稳健估算。")
        .term("assumption"),
];

/// What could spoil the plan, and the answer to it.
pub(super) const RISKS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this risk, in small letters and hyphens.",
            "给这个风险起一个简短不变的编号，用小写字母和连字符。",
        )
        .good("wet-summer", "poor-nut-harvest")
        .bad("Risk A", "风险1"),
    full("risk", Kind::Text, "Risk", "风险内容")
        .help(
            "What may happen and what it would do to customers or to an objective. Name cause and effect.",
            "可能发生什么，会怎样影响顾客或目标。写出原因和后果。",
        )
        .good(
            "A wet summer keeps families off the water, and the course fees of June are missing.",
            "春季倒春寒使山核桃减产，小店收不到货，农户转卖给外地贩子。",
        )
        .bad("Competition and the economy.", "市场竞争加剧，经济下行。")
        .term("risk"),
    full("likelihood", Kind::Scale(1, 5), "Likelihood", "可能性")
        .help(
            "How likely it is within the plan's period: 1 hardly, 5 almost sure. Think of how often it has happened before.",
            "计划期内发生的可能：1几乎不会，5几乎肯定。想想过去发生过几次。",
        )
        .good("3", "2")
        .bad("hard to say", "不好说")
        .term("risk"),
    full("impact", Kind::Scale(1, 5), "Impact", "影响程度")
        .help(
            "How badly it would hurt the objectives: 1 a nuisance, 5 the end of the plan.",
            "对目标的伤害有多大：1只是麻烦，5计划做不下去。",
        )
        .good("4", "5")
        .bad("could be serious", "影响较大")
        .term("risk"),
    full("watch", Kind::Line, "Warning sign", "预警指标")
        .help(
            "The number or event to keep an eye on, which moves before the damage is done.",
            "需要盯住的数字或事件，它在损害发生之前就会变动。",
        )
        .good("Course bookings two weeks ahead", "每周收购斤数与去年同期之比")
        .bad("Profit at the end of the year", "年底利润")
        .term("risk"),
    full("trigger", Kind::Text, "Trigger", "触发条件")
        .help(
            "The value at which you stop watching and act. Written down before, it cannot be argued away.",
            "到哪个数值就不再观望、立即行动。事先写下，到时才不会找借口。",
        )
        .good(
            "Fewer than 20 bookings for the next two weeks, on two Mondays running.",
            "连续两周收购量低于去年同期的七成。",
        )
        .bad("If things get worse.", "情况恶化时。")
        .term("contingency"),
    full("response", Kind::Text, "Response", "应对措施")
        .help(
            "What you then do, who is told, and what you stop doing. It needs money and people that are really free.",
            "届时做什么、通知谁、停掉什么。需要真正腾得出的钱和人。",
        )
        .good(
            "Move lessons into the boat shed as knot and chart evenings at half the fee; pause the newspaper advert.",
            "启用邻县两家合作社的备用货源，收购价上调5%，暂停外省订单两周。",
        )
        .bad("We will react flexibly.", "灵活应对，妥善处理。")
        .term("contingency"),
    full("owner", Kind::Line, "Owner", "负责人")
        .help(
            "Who watches the sign and may start the response without asking first.",
            "谁来盯预警，并有权不经请示就启动应对。",
        )
        .good("Freya Holm, school manager", "罗秀英（合作社）")
        .bad("everybody", "大家共同关注"),
];
