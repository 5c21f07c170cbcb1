//! Step 4, the marketing mix: the offer as customers meet it, and the programme that carries it.
//!
//! The sections stand here together with the tables of the offer (the customer's view, products,
//! channels, messages, promotions); `programme` holds the tables of carrying it out.

mod programme;

use super::choices::{self as pick, Choose};
use super::field::{Field, Kind, Section, Shape, Step, core, full};
use crate::words::Text;

/// The sections of step 4, in the order of the file.
pub const SECTIONS: &[Section] = &[
    Section {
        path: "mix.customer_view",
        shape: Shape::Table,
        step: Step::Mix,
        label: Text::new("The customer's view", "顾客视角"),
        row: Text::new("the customer's view", "顾客视角"),
        help: Text::new(
            "The four Ps as the customer meets them: solution, cost, convenience and communication. Write these first; products, prices, channels and messages then follow from them.",
            "从顾客一侧看四个P：解决方案、成本、便利与沟通。先写这四项，产品、价格、渠道和促销才有依据。",
        ),
        caption: &[],
        fields: CUSTOMER_VIEW,
    },
    Section {
        path: "mix.products",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Products and prices", "产品与价格"),
        row: Text::new("product", "产品"),
        help: Text::new(
            "What you offer, each product or service with its price. Say what the customer really buys before what you make, and enter net price and unit cost so that break-even can be worked out.",
            "你提供的每种产品或服务及其价格。先写顾客真正购买的是什么，再写你做的是什么；填了净价和单位成本，才能算出保本点。",
        ),
        caption: &["name"],
        fields: PRODUCTS,
    },
    Section {
        path: "mix.channels",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Channels", "渠道"),
        row: Text::new("channel", "渠道"),
        help: Text::new(
            "The places and ways in which customers get the offer. Choose them by where the segment already buys, not by where you already sell.",
            "顾客得到产品的地点和方式。按细分习惯在哪里买来选，而不是按你现在在哪里卖来选。",
        ),
        caption: &["name"],
        fields: CHANNELS,
    },
    Section {
        path: "mix.messages",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Messages", "传播信息"),
        row: Text::new("message", "传播信息"),
        help: Text::new(
            "What you say, to whom, about which benefit, through which medium. All messages together should tell one story, at every place where customers meet you.",
            "对谁说、说哪个利益、通过什么媒介说。所有信息合起来应是同一个故事，在每个接触点都一致。",
        ),
        caption: &["text"],
        fields: MESSAGES,
    },
    Section {
        path: "mix.promotions",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Promotion offers", "优惠活动"),
        row: Text::new("promotion offer", "优惠活动"),
        help: Text::new(
            "Coupons, samples, gifts and price cuts that make people act sooner. Each one costs margin, so say for whom it is, until when, and how many will be used.",
            "优惠券、试用、赠品、降价等促人早行动的办法。每一项都要让出毛利，所以要写给谁、到何时、会用掉多少。",
        ),
        caption: &["name", "what"],
        fields: PROMOTIONS,
    },
    Section {
        path: "mix.objectives",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Objectives", "目标"),
        row: Text::new("objective", "目标"),
        help: Text::new(
            "What will be different at the end, in numbers that can be checked: from where, to where, by when, answered for by whom. A few, tied to customers, are better than many.",
            "到期末会有什么不同，用可核对的数字说：从多少到多少、到哪一天、谁负责。与顾客有关的几个，胜过一长串。",
        ),
        caption: &["statement", "metric"],
        fields: programme::OBJECTIVES,
    },
    Section {
        path: "mix.milestones",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Milestones", "里程碑"),
        row: Text::new("milestone", "里程碑"),
        help: Text::new(
            "Where an objective should stand on the way. An interim value shows early whether the plan works, while there is still time to change it.",
            "目标在途中应到达的数值。中途的数字能及早看出计划是否有效，还来得及调整。",
        ),
        caption: &["objective", "by"],
        fields: programme::MILESTONES,
    },
    Section {
        path: "mix.actions",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Actions", "行动"),
        row: Text::new("action", "行动"),
        help: Text::new(
            "Who does what, from when to when, at what cost, for which objective. A strategy that nobody has in a calendar does not happen.",
            "谁在什么时候做什么、花多少钱、为了哪个目标。没有排进日程的战略不会发生。",
        ),
        caption: &["what"],
        fields: programme::ACTIONS,
    },
    Section {
        path: "mix.totals",
        shape: Shape::Table,
        step: Step::Mix,
        label: Text::new("Totals", "总额"),
        row: Text::new("totals", "总额"),
        help: Text::new(
            "The sums that the programme must add up to: what may be spent, what will come in, what is paid whatever happens. Budget and forecast lines are compared with them.",
            "方案必须对得上的总数：能花多少、会进来多少、无论如何都要付多少。预算和预测会与之核对。",
        ),
        caption: &[],
        fields: programme::TOTALS,
    },
    Section {
        path: "mix.budget",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Budget lines", "预算明细"),
        row: Text::new("budget line", "预算项"),
        help: Text::new(
            "Every sum the programme spends: quantity, rate, amount, when, and for which action. Money that follows no action, and actions without money, both deserve a question.",
            "方案的每一笔支出：数量、单价、金额、时间、对应哪项行动。有钱没行动，或有行动没钱，都该问一句。",
        ),
        caption: &["item"],
        fields: programme::BUDGET,
    },
    Section {
        path: "mix.forecast",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Sales forecast", "销售预测"),
        row: Text::new("forecast line", "预测项"),
        help: Text::new(
            "Sales built from customers, purchases and net price, for a low, a base and a high case. A number that grows by itself is a hope; a number with parts can be discussed.",
            "由顾客数、购买次数和净价推出销售额，分低、基准、高三种情景。自己会涨的数字是愿望，拆得开的数字才能讨论。",
        ),
        caption: &["product", "segment", "scenario"],
        fields: programme::FORECAST,
    },
    Section {
        path: "mix.risks",
        shape: Shape::Rows,
        step: Step::Mix,
        label: Text::new("Risks", "风险"),
        row: Text::new("risk", "风险"),
        help: Text::new(
            "What could spoil the plan, how you would notice in time, and what you will do then. Decided calmly now, it is done quickly later.",
            "什么会打乱计划、怎样及时发现、到时怎么办。现在冷静定好，到时才做得快。",
        ),
        caption: &["risk"],
        fields: programme::RISKS,
    },
];

const CUSTOMER_VIEW: &[Field] = &[
    core("solution", Kind::Text, "Customer solution", "顾客解决方案")
        .help(
            "Which problem the customer has solved once your product is in use. Speak of the result in their day, not of what you make.",
            "顾客用了你的产品之后，什么问题解决了？写他生活或工作中的结果，不写你做了什么。",
        )
        .good(
            "A parent hands in a broken bicycle at school drop-off and rides it home the same afternoon.",
            "老人在家门口就能配好助听器，当晚和孙子视频时听得清每一句话。",
        )
        .bad(
            "A full range of high-quality bicycle repair services.",
            "我们提供品类齐全、品质一流的助听器。",
        )
        .term("four-cs"),
    core("cost", Kind::Text, "Customer cost", "顾客成本")
        .help(
            "All that the customer gives to have it: money, time, effort and worry, and how you make each smaller. The price is only one part.",
            "顾客为此付出的全部：金钱、时间、精力和担心，以及你如何减轻每一项。价格只是其中一部分。",
        )
        .good(
            "£38 a month, one hour of setting up and the fear of losing old records; we move the records and the first month is free.",
            "每次68元，来回路上40分钟，还担心剪坏；可预约免排队，不满意三天内免费重修。",
        )
        .bad("Our price is very competitive.", "价格实惠，性价比高。")
        .term("customer-cost"),
    core("convenience", Kind::Text, "Convenience", "便利")
        .help(
            "How easily the customer finds, gets, uses and returns the offer, seen from where they already are. Count steps, minutes or miles.",
            "从顾客所在之处出发，他找到、买到、用上、退换有多容易？用步骤、分钟或公里来说。",
        )
        .good(
            "Growers order by text until 8 pm and find the seedlings at the farm gate by 6 the next morning.",
            "家长在小区群里接龙下单，下班路过小区门口取菜，不用绕路，取货不超过两分钟。",
        )
        .bad("We have three warehouses and our own lorries.", "我们在全市有12家门店。")
        .term("four-cs"),
    core("communication", Kind::Text, "Communication", "双向沟通")
        .help(
            "How customers hear from you, and how they ask, answer and complain. It runs both ways; say who listens and how soon they reply.",
            "顾客怎样了解你，又怎样提问、回应和投诉？沟通是双向的，请写明谁来倾听、多久回复。",
        )
        .good(
            "A letter each term with one question to answer; replies are read by the head teacher and answered within two days.",
            "每周在业主群发一条养护提示，群里提问两小时内由师傅本人答复，每季公布一次改进结果。",
        )
        .bad("Heavy advertising on all channels.", "全渠道铺广告，扩大曝光。")
        .term("four-cs"),
];

const PRODUCTS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this product, in small letters and hyphens. Forecasts and promotions point to it, so do not change it later.",
            "给这个产品起一个简短不变的编号，用小写字母和连字符。预测和优惠活动靠它引用，之后不要改。",
        )
        .good("same-day-repair", "home-fitting")
        .bad("Product 1", "产品1"),
    core("name", Kind::Line, "Product name", "产品名称")
        .help(
            "The name a customer would use to ask for it. If nobody outside your house would say it, find a plainer one.",
            "顾客来买时会说出口的名字。如果只有内部人才听得懂，请换一个直白的。",
        )
        .good("Same-day bicycle repair", "上门验配助听器")
        .bad("Service package B-2 (premium line)", "B2型高端系列（升级版）")
        .term("market-offering"),
    full("core", Kind::Text, "Core benefit", "核心利益")
        .help(
            "What the customer is really buying: the change the product makes for them. Everything else in the offer has to serve it.",
            "顾客真正买的是什么，即产品给他带来的改变。其余一切都为它服务。",
        )
        .good(
            "A night's sleep before an early flight, without fear of missing it.",
            "孩子放学后有人照看、作业做完，父母可以安心加班。",
        )
        .bad("A room with a bed, a desk and free wifi.", "一间60平方米、配有空调和投影的教室。")
        .term("product-levels"),
    full("actual", Kind::Text, "Actual product", "实际产品")
        .help(
            "What customers see and compare: quality, features, design, brand, packaging. Name only what brings the core benefit about.",
            "顾客看得见、比得出的部分：质量、特征、设计、品牌、包装。只写能实现核心利益的内容。",
        )
        .good(
            "Soundproof room, bed made up by noon, wake-up call by phone and in person, 300 m from departures.",
            "每班不超过8人，持证教师，每天17:00至20:00，离校门200米，墙上公示当日作业进度。",
        )
        .bad(
            "State-of-the-art design with many advanced features.",
            "设计新颖、功能强大、行业领先。",
        )
        .term("product-levels"),
    full("augmented", Kind::Text, "Augmented product", "附加产品")
        .help(
            "What comes with it before and after the purchase: advice, delivery, warranty, help, a sense of belonging. Rivals soon copy the rest.",
            "购买前后附带的内容：咨询、送货、保修、帮助、归属感。其他部分对手往往很快就能学会。",
        )
        .good(
            "Two-year warranty, a loan machine within a day, and a free sharpening each spring.",
            "免费上门量尺，三年内免费调试，故障当天送备用机。",
        )
        .bad("Excellent after-sales service.", "售后服务完善。")
        .term("product-levels"),
    full("role", Kind::Choice(pick::ProductRole::CHOICES), "Role in range", "产品角色")
        .help(
            "The part it plays beside your other products: it draws people in, earns the money, carries the image, or joins others into one set.",
            "它在你的产品中担当什么角色：吸引顾客、赚取利润、代表形象，还是组合成套。",
        )
        .good("lead", "core")
        .bad("All our products matter equally.", "样样都是主打。"),
    full("segments", Kind::Refs(&["targeting.segments"]), "For segments", "面向细分")
        .help(
            "The segments this product is made for. A product that no target segment wants is a warning; so is a target segment without a product.",
            "这个产品为哪些细分而做。没有目标细分需要的产品要警惕，没有产品可买的目标细分也要警惕。",
        )
        .good("night-shift-nurses; early-flyers", "dual-income-parents; new-teachers")
        .bad("everyone who travels", "所有家长")
        .term("segmentation"),
    core("price", Kind::Money, "List price", "标价")
        .help(
            "What the customer is asked to pay for one unit, in the plan's currency. Write 0 if it is free; the product's name should make the unit plain.",
            "顾客买一个单位要付的钱，以计划币种计。免费就写0；一个单位是什么，应在名称里说清。",
        )
        .good("24.50", "680")
        .bad("affordable", "面议")
        .term("perceived-value"),
    full("net_price", Kind::Money, "Net price", "净价")
        .help(
            "What reaches you for one unit after sales tax, the channel's margin and usual discounts. Break-even is worked out from this, not from the list price.",
            "扣除税、渠道毛利和常见折扣后，每个单位实际到手的钱。保本点按净价算，不按标价算。",
        )
        .good("16.80", "512")
        .bad("the same as the list price, shops take 30 %", "等于标价，经销商另扣三成")
        .term("net-price"),
    full("unit_cost", Kind::Money, "Unit cost", "单位成本")
        .help(
            "What one more unit costs you: material, piece work, packing, payment fees. Leave out rent and salaries; they are fixed costs.",
            "每多卖一个单位要多花的钱：材料、计件工资、包装、支付手续费。房租和固定工资属于固定成本，不算在内。",
        )
        .good("9.20", "185")
        .bad("total costs divided by hoped-for sales", "全年总费用除以预计销量")
        .term("break-even"),
    core("price_basis", Kind::Choices(pick::PriceBasis::CHOICES), "Price basis", "定价依据")
        .help(
            "What the price rests on. Value to the customer sets the ceiling, cost the floor, rivals and the customer's budget the place between.",
            "价格以什么为依据。对顾客的价值是上限，成本是下限，竞争和顾客预算决定落在中间哪里。",
        )
        .good("value; competition", "value; budget")
        .bad("cost plus 40 %, as always", "老规矩，成本加四成")
        .term("price-basis"),
    full("price_reason", Kind::Text, "Reason for price", "定价理由")
        .help(
            "Why this price and not a higher or lower one: what the customer saves or gains, what the alternatives cost, what was tried.",
            "为什么是这个价，而不更高或更低？写顾客省下或得到多少、替代办法要多少钱、试过什么。",
        )
        .good(
            "Hiring a digger costs 180 a day; ours saves half a day of it. In a test 14 of 20 gardeners paid 60, only 5 paid 80.",
            "请护工一天要260元，日间照料每天120元；试行时30户中有21户接受120元，150元只有9户。",
        )
        .bad("It covers our costs and leaves a good margin.", "能收回成本，还有合理利润。")
        .term("price-basis"),
    full("capacity", Kind::Number, "Capacity", "产能")
        .help(
            "How many units you can make or serve at most in one period. Promising more than this turns new customers into complaints.",
            "一个周期内最多能生产或接待多少。承诺超过这个数，新顾客就会变成投诉者。",
        )
        .good("36", "120")
        .bad("plenty", "供应充足"),
    full(
        "capacity_period",
        Kind::Choice(pick::CapacityPeriod::CHOICES),
        "Capacity period",
        "产能周期",
    )
        .help(
            "The period that the capacity counts for. Choose the one in which you first run short: an hour for a kitchen, a month for a workshop.",
            "产能按什么周期计算。选最先紧张的那个：厨房看小时，工坊看月。",
        )
        .good("day", "month")
        .bad("when we are busy", "旺季的时候"),
    full("ready", Kind::Date, "Ready from", "就绪日期")
        .help(
            "The first day on which customers can really have it. Promotion must not begin before this day, unless it openly takes advance orders.",
            "顾客真正能用上的第一天。除非明说是预订，促销不能早于这一天开始。",
        )
        .good("2027-03-15", "2027-05-01")
        .bad("as soon as the supplier delivers", "尽快上市"),
];

const CHANNELS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this channel, in small letters and hyphens. Forecast lines point to it.",
            "给这条渠道起一个简短不变的编号，用小写字母和连字符。预测靠它引用。",
        )
        .good("vet-practices", "community-group-buy")
        .bad("Channel A", "渠道一"),
    full("name", Kind::Line, "Channel name", "渠道名称")
        .help(
            "The concrete place, partner or site, so that a stranger could find it. \"Online\" or \"retail\" is a kind, not a channel.",
            "具体的地点、伙伴或平台，外人照着也能找到。“线上”“零售”只是类别，不是渠道。",
        )
        .good("Reception desks of 14 vet practices in the valley", "城南6个小区的团长自提点")
        .bad("Online and offline", "线上线下相结合")
        .term("channel"),
    core("segments", Kind::Refs(&["targeting.segments"]), "Serves segments", "服务细分")
        .help(
            "The segments that get the offer here. Compare with where they already buy: a channel that they never visit is no channel.",
            "哪些细分从这里购买。请与他们的购买场所对照：顾客从不去的地方，算不上渠道。",
        )
        .good("new-dog-owners", "dual-income-parents")
        .bad("anyone who comes by", "所有路过的人")
        .term("targeting"),
    full("margin", Kind::Percent, "Channel margin", "渠道毛利率")
        .help(
            "The share of the customer's price that the channel keeps: trade margin, commission, platform fee. 0 % for your own shop or direct sales.",
            "渠道从顾客付款中留下的比例：经销毛利、佣金、平台扣点。自营或直销填0。",
        )
        .good("25 %", "18 %")
        .bad("the usual trade terms", "按行规给")
        .term("net-price"),
    full("role", Kind::Text, "Channel's part", "渠道职能")
        .help(
            "What this channel does for the customer: show, advise, hold stock, deliver, fit, take back. Say what it gains by doing so.",
            "这条渠道为顾客做什么：展示、咨询、备货、送货、安装、退换。也写它为什么愿意做。",
        )
        .good(
            "The nurse shows the collar and fits it at the first check-up; the practice earns 9 a piece and sees fewer lost dogs.",
            "团长收集订单、当面验货、处理退换，每单得6%，也让群里更活跃。",
        )
        .bad("Sells our products.", "负责销售。")
        .term("channel"),
    full("convenience", Kind::Text, "Why convenient", "便利之处")
        .help(
            "What this channel spares the customer in steps, minutes or worry, against the way they buy today.",
            "与现在的购买方式相比，这条渠道替顾客省了几步、几分钟或多少担心。",
        )
        .good(
            "No extra trip: they are at the practice for the vaccination anyway, and leave with the collar fitted.",
            "下班进小区时顺手取走，不排队；不新鲜当场退，不必拍照申诉。",
        )
        .bad("Large shop in a prime location with high rent.", "位于黄金地段，面积大、装修好。")
        .term("four-cs"),
];

const MESSAGES: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this message, in small letters and hyphens. Name it after its idea.",
            "给这条信息起一个简短不变的编号，用小写字母和连字符，最好点出它的主意。",
        )
        .good("ready-by-four", "clear-voice-tonight")
        .bad("Ad no. 3", "广告3"),
    core("segment", Kind::Ref(&["targeting.segments"]), "To segment", "传播对象")
        .help(
            "The one segment spoken to. Words that suit everybody move nobody; write a second message for a second segment.",
            "对哪一个细分说。对谁都合适的话打动不了谁；另一个细分请另写一条。",
        )
        .good("cycling-parents", "adult-children-of-elders")
        .bad("the general public", "广大消费者")
        .term("targeting"),
    core("benefit", Kind::Ref(&["value.benefits"]), "Benefit told", "所传利益")
        .help(
            "The benefit this message carries, from step 3. A message without one is noise; a benefit without a message is never known.",
            "这条信息传达第三步中的哪个利益。没有利益的信息是噪声，没有信息的利益无人知道。",
        )
        .good("no-day-without-wheels", "hears-every-word")
        .bad("our 30 years of experience", "本店三十年老字号")
        .term("benefit"),
    core("text", Kind::Text, "Message text", "信息内容")
        .help(
            "What you say, nearly word for word: what the customer gains and why to believe it. Promise only what the product delivers.",
            "要说的话，尽量接近成稿：顾客得到什么，凭什么相信。只承诺产品做得到的。",
        )
        .good(
            "Leave it at the school gate at 8:30, ride it home at 4. If it is not ready, we drive you.",
            "今晚视频，听清孙子说的每一句。上门验配，七天听不惯全额退。",
        )
        .bad("The number one bicycle workshop in the region!", "匠心品质，引领行业，值得信赖！")
        .term("value-proposition"),
    core("medium", Kind::Line, "Medium", "媒介")
        .help(
            "The one place where the segment meets the message; be as exact as if you had to book it. Choose from the media the segment really uses.",
            "该细分在哪里看到或听到它，写到可以下单预订的程度。从他们真正在用的媒介里选。",
        )
        .good("Back cover of the school newsletter, 1,100 families", "三个社区医院候诊区的电视屏")
        .bad("Social media", "新媒体全覆盖")
        .term("integrated-communication"),
    full("tool", Kind::Choice(pick::PromotionTool::CHOICES), "Promotion tool", "传播工具")
        .help(
            "The kind of communication. Each tool has its strength: advertising makes known, a person explains, an offer brings the day forward.",
            "属于哪种传播工具。各有所长：广告让人知道，人员讲得明白，促销让人早点行动。",
        )
        .good("personal-selling", "word-of-mouth")
        .bad("whatever is cheapest", "哪种便宜用哪种")
        .term("integrated-communication"),
    full("step", Kind::Choice(pick::BuyingStage::CHOICES), "Buying step", "购买阶段")
        .help(
            "The step of buying at which it meets the customer. Somebody who has not noticed the problem needs another message than somebody comparing.",
            "顾客处在购买过程的哪一步时看到它。还没意识到问题的人和正在比较的人，要听的话不一样。",
        )
        .good("aware", "choosing")
        .bad("all of them at once", "一条打通所有阶段")
        .term("buying-process"),
    full("response", Kind::Text, "Wanted response", "期望反应")
        .help(
            "What the customer should do, ask or think next, and how you would notice it. Without it the message cannot be judged.",
            "希望顾客接下来做什么、问什么或怎么想，以及你如何看到。没有它就无法评价这条信息。",
        )
        .good(
            "Books a slot for next week with the code on the newsletter; we count the codes.",
            "扫屏幕上的码预约免费听力检测，每周统计扫码数和到场数。",
        )
        .bad("More awareness and a better image.", "提升品牌知名度和美誉度。")
        .term("integrated-communication"),
    full("cadence", Kind::Line, "Cadence", "频率")
        .help(
            "How often and when it appears, in the customer's rhythm: school terms, paydays, seasons, hours of the day.",
            "多久出现一次、在什么时候，跟着顾客的节奏走：学期、发薪日、季节、一天中的时段。",
        )
        .good("First Friday of each month, February to June", "每周日20:00一次，开学前两周每天一次")
        .bad("As often as possible", "不定期推送"),
];

const PROMOTIONS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short lasting name for this offer, in small letters and hyphens.",
            "给这项优惠起一个简短不变的编号，用小写字母和连字符。",
        )
        .good("first-lesson-free", "first-visit-coupon")
        .bad("Promo Q1", "促销活动1"),
    full("name", Kind::Line, "Offer name", "活动名称")
        .help(
            "The name under which customers meet the offer. It should say what they get and on what condition.",
            "顾客看到的活动名称，一眼就知道得到什么、有什么条件。",
        )
        .good("First sailing lesson free for residents", "首次洗牙立减50元")
        .bad("Spring madness mega deal", "疯狂大促嗨翻天"),
    full("what", Kind::Text, "What it does", "活动内容")
        .help(
            "What the customer gets, who may have it and which step it should bring about: a first trial, a larger basket, a return.",
            "顾客得到什么、谁可以享受、要促成哪一步：首次尝试、多买一些，还是再次光顾。",
        )
        .good(
            "One free lesson with a booked guardian; meant for families who live by the lake and have never been on it.",
            "限首次到店的附近写字楼职员，工作日中午可用，目的是让他们试一次午间护理。",
        )
        .bad("20 % off everything to boost sales.", "全场八折，冲销量。"),
    full("product", Kind::Ref(&["mix.products"]), "Product", "对应产品")
        .help(
            "The product that is offered on these terms. One product to an offer keeps its cost and its effect readable.",
            "以此条件提供的产品。一项活动对应一个产品，成本和效果才看得清。",
        )
        .good("beginner-sailing-course", "lunch-hour-care")
        .bad("our whole range", "全店商品"),
    full("segment", Kind::Ref(&["targeting.segments"]), "For segment", "面向细分")
        .help(
            "Who should take it up. A price cut that reaches people who would have paid anyway gives margin away.",
            "希望谁来用。本来就愿意付原价的人也拿到优惠，等于白白让利。",
        )
        .good("lakeside-families", "office-workers-nearby")
        .bad("existing and new customers alike", "新老顾客通用")
        .term("targeting"),
    full("cost_each", Kind::Money, "Cost each", "每份成本")
        .help(
            "What one use of the offer costs you: the margin given up plus the gift or handling.",
            "每用掉一份，你要付出多少：让出的毛利，加上赠品或手续的费用。",
        )
        .good("11.00", "50")
        .bad("nothing, it is only a discount", "不花钱，只是打折"),
    full("expected", Kind::Count, "Expected uses", "预计份数")
        .help(
            "How many will be used before it ends. Times the cost of each, it belongs in the budget.",
            "到结束时预计用掉多少份。乘以每份成本，应列入预算。",
        )
        .good("160", "400")
        .bad("a huge rush", "供不应求"),
    full("starts", Kind::Date, "Starts", "开始日期")
        .help(
            "The first day of the offer. The product must be ready and the staff told by then.",
            "活动第一天。到这一天，产品要就绪，员工要知情。",
        )
        .good("2027-04-12", "2027-09-01")
        .bad("when sales are slow", "生意淡的时候"),
    full("ends", Kind::Date, "Ends", "结束日期")
        .help(
            "The last day of the offer. An offer without an end becomes the price in customers' minds.",
            "活动最后一天。没有期限的优惠，在顾客心里就成了原价。",
        )
        .good("2027-05-09", "2027-09-30")
        .bad("until further notice", "长期有效"),
];
