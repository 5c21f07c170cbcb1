//! Step 3, the value proposition: what each target segment gains, what it gives up, and why it
//! should believe that this is better than the alternatives.

use super::choices::{self as pick, Choose};
use super::field::{Field, Kind, Section, Shape, Step, core, full};
use crate::words::Text;

/// The sections of this step.
pub const SECTIONS: &[Section] = &[
    Section {
        path: "value.propositions",
        shape: Shape::Rows,
        step: Step::Value,
        label: Text::new("Value propositions", "价值主张"),
        row: Text::new("value proposition", "价值主张"),
        help: Text::new(
            "The promise to each target segment: why it should choose you rather than anything else it could do.",
            "对每个目标细分的承诺：顾客有那么多别的办法，凭什么选我们。",
        ),
        caption: &["statement"],
        fields: PROPOSITIONS,
    },
    Section {
        path: "value.benefits",
        shape: Shape::Rows,
        step: Step::Value,
        label: Text::new("Benefits", "利益"),
        row: Text::new("benefit", "利益"),
        help: Text::new(
            "What customers gain, tied to the need it answers, the feature that brings it about, and the proof.",
            "顾客得到什么，并写清它回应哪个需要、靠什么特点实现、有什么证明。",
        ),
        caption: &["benefit"],
        fields: BENEFITS,
    },
    Section {
        path: "value.costs",
        shape: Shape::Rows,
        step: Step::Value,
        label: Text::new("Customer costs", "顾客成本"),
        row: Text::new("customer cost", "顾客成本"),
        help: Text::new(
            "All that customers give to get the benefits: money, but also time, effort, risk, data and old habits; and how you ease it.",
            "顾客为得到利益付出的一切：不只是钱，还有时间、精力、风险、数据和转换成本；以及我们怎样替他减轻。",
        ),
        caption: &["what"],
        fields: COSTS,
    },
    Section {
        path: "value.factors",
        shape: Shape::Rows,
        step: Step::Value,
        label: Text::new("Buying factors", "选择因素"),
        row: Text::new("buying factor", "选择因素"),
        help: Text::new(
            "What a segment weighs when it chooses, how much each thing counts, and how you and the alternatives score.",
            "一个细分在选择时看重什么，各占多大分量，我们和其他选择各得几分。",
        ),
        caption: &["name"],
        fields: FACTORS,
    },
    Section {
        path: "value.map",
        shape: Shape::Table,
        step: Step::Value,
        label: Text::new("Positioning map", "定位图"),
        row: Text::new("positioning map", "定位图"),
        help: Text::new(
            "Two buying factors drawn as a map, to see where you stand among the alternatives and where there is room.",
            "用两个选择因素画成一张图，看我们和其他选择各在哪里，哪里还有空位。",
        ),
        caption: &[],
        fields: MAP,
    },
];

const PROPOSITIONS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name in small letters and hyphens by which benefits and costs point to this promise. Let it hint at what is promised.",
            "用小写字母和连字符起的短名，利益和成本靠它引用这个主张。最好能看出承诺了什么。",
        )
        .good("border-in-a-weekend", "hot-food-at-2am")
        .bad("Proposition 1", "主张一"),
    core("segment", Kind::Ref(&["targeting.segments"]), "Segment", "目标细分")
        .help(
            "The target segment to which this is promised. Groups that need different things deserve different promises.",
            "这个主张是对哪个目标细分说的。需要不同，主张也该不同。",
        )
        .good("first-time-gardeners", "night-shift-drivers")
        .bad("all segments", "所有细分通用")
        .term("targeting"),
    core("statement", Kind::Text, "Promise", "主张内容")
        .help(
            "One or two sentences: for whom, what they gain, better than what, and why believe it. Begin with the customer.",
            "一两句话讲清：为谁，得到什么，比什么好，凭什么相信。从顾客说起，不要从自己说起。",
        )
        .good(
            "For people with their first garden: a border in flower from April to October after one weekend's work, or we replant it free",
            "让夜班司机凌晨两点也能吃上热饭：停车三分钟取餐，比自带的饭热乎，比下馆子省半小时；凉了免单",
        )
        .bad(
            "The leading provider of high-quality, one-stop garden solutions",
            "行业领先的一站式餐饮服务平台",
        )
        .term("value-proposition"),
    core("against", Kind::Refs(&["needs.alternatives"]), "Better than", "与什么相比")
        .help(
            "What the customer would do otherwise, doing nothing included. Nothing is better in itself, only better than something.",
            "顾客不选我们会怎么办，什么都不做也算。不说清和什么比，就谈不上更好。",
        )
        .good("garden-centre; leave-it-as-lawn", "cold-lunchbox; roadside-diner")
        .bad("we have no competitors", "目前没有竞争对手")
        .term("alternative"),
    full("position", Kind::Choice(pick::Position::CHOICES), "Value position", "价值定位")
        .help(
            "How benefits and price stand against those alternatives. Choose one: it binds quality, price and service in step 4.",
            "与其他选择相比，利益和价格处在什么位置。只选一个，第四步的质量、价格和服务都要与它一致。",
        )
        .good("more-for-same", "same-for-less")
        .bad("the best and the cheapest at once, for ever", "既要最好，又要最便宜，样样都占")
        .term("positioning"),
    full("lead", Kind::Ref(&["value.benefits"]), "Lead benefit", "首要利益")
        .help(
            "The one benefit to be remembered when all the rest is forgotten. Messages start with it.",
            "如果顾客只能记住一点，应该是哪个利益。传播就从它说起。",
        )
        .good("flowers-all-summer", "hot-meal-in-minutes")
        .bad("quality; price; service; innovation", "质量、价格、服务、创新并重")
        .term("positioning"),
    full("promise_level", Kind::Scale(1, 5), "Level promised", "承诺水平")
        .help(
            "1 little to 5 a great deal: what you lead customers to expect. More than you deliver disappoints them, much less attracts nobody.",
            "1分很低，5分很高：我们让顾客期望多少。高于实际，顾客会失望；低得太多，又没人来。",
        )
        .good("4", "3")
        .bad("5, to make the advert stronger", "先写5分，把人吸引过来再说")
        .term("satisfaction-gap"),
    full("delivery_level", Kind::Scale(1, 5), "Level delivered", "兑现水平")
        .help(
            "1 little to 5 a great deal: what customers say they really get today. Take it from reviews, complaints or a survey.",
            "1分很低，5分很高：顾客觉得现在实际得到多少。依据评价、投诉或调查来打分。",
        )
        .good("4", "3")
        .bad("5, our team is proud of its work", "团队很努力，打5分")
        .term("satisfaction-gap"),
    full("not_promised", Kind::Lines, "Not promised", "不承诺什么")
        .help(
            "What customers might expect and will not get. Said early, it spares both sides a disappointment.",
            "顾客可能以为有、其实没有的东西。说在前面，双方都免得失望。",
        )
        .good("no watering after planting day; no trees over two metres", "不设座位; 凌晨四点后不出餐")
        .bad("terms and conditions apply", "最终解释权归本店所有")
        .term("satisfaction"),
];

const BENEFITS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name in small letters and hyphens by which messages and propositions point to this benefit. Name the gain.",
            "用小写字母和连字符起的短名，价值主张和传播信息靠它引用这个利益。要能看出顾客得到什么。",
        )
        .good("calls-at-my-desk", "two-free-afternoons")
        .bad("Benefit A", "卖点一"),
    full("proposition", Kind::Ref(&["value.propositions"]), "Proposition", "所属主张")
        .help(
            "The promise this benefit is part of. Left without one, it is promised to nobody.",
            "这个利益属于哪个价值主张。不属于任何主张，就等于没有对谁承诺。",
        )
        .good("quiet-open-office", "safe-ride-from-school")
        .bad("all of them", "都算")
        .term("value-proposition"),
    core("need", Kind::Ref(&["needs.customer_needs"]), "Need answered", "回应的需要")
        .help(
            "Which customer need of step 1 it answers. If you find none, you may be praising the product instead of helping anyone.",
            "它回应第一步的哪个顾客需要。一个也对不上，多半是在夸产品，而不是在帮顾客。",
        )
        .good("concentrate-among-people", "child-home-safely")
        .bad("the need for 40 mm felt panels", "对智能调度系统的需要")
        .term("need"),
    core("benefit", Kind::Text, "Benefit", "利益")
        .help(
            "What gets better for the customer: time, money, ease, safety, a feeling. As long as you can ask 'so what?', go one step further.",
            "顾客的什么变好了：时间、金钱、省心、安全、感受。如果还能追问“那又怎样”，就再往下写一步。",
        )
        .good(
            "Take a call in the open office without getting up or lowering your voice",
            "不用再请假接孩子，每周多出两个完整的下午",
        )
        .bad("40 mm recycled felt, absorber class A", "采用智能算法的接送调度系统")
        .term("benefit"),
    full("feature", Kind::Text, "Feature", "特点")
        .help(
            "What in the offer brings the benefit about: a part, a service, a rule. Here the product may speak.",
            "产品或服务中的什么带来这个利益：部件、服务还是规定。产品的话放在这里讲。",
        )
        .good(
            "Felt screens, 40 mm thick, clamped to any desk without drilling",
            "接送员持证上岗，全程定位，晚到五分钟自动通知家长",
        )
        .bad("peace and quiet at work", "让家长放心")
        .term("feature"),
    full("proof", Kind::Text, "Proof", "证明")
        .help(
            "Why a doubtful customer should believe it: a test, a guarantee, a figure, a named customer. Say what is not proved yet.",
            "凭什么让半信半疑的顾客相信：测试、保证、数据、愿意具名的顾客。还没证实的也要写明。",
        )
        .good(
            "Measured in six offices: 9 dB quieter at the next desk; money back within 30 days",
            "试运行八周，接送1,240次，晚到3次；晚到一次，当天免费",
        )
        .bad("Our customers are always delighted", "品质过硬，口碑良好")
        .term("proof"),
    full("evidence", Kind::Refs(&["needs.evidence"]), "Evidence", "证据")
        .help(
            "Rows of evidence in step 1 that back this up. With a link, readers can judge for themselves how sure it is.",
            "第一步里支持这个利益的证据条目。有了引用，读者就能自己判断有多可靠。",
        )
        .good("six-office-test; tenant-survey", "eight-week-pilot; parent-interviews")
        .bad("see the internet", "内部资料")
        .term("evidence"),
    full("worth", Kind::Money, "Worth a year", "每年值多少")
        .help(
            "What it is worth to one customer in a year: money saved, earned or not lost. Business buyers must justify a purchase by it.",
            "这个利益一年给一位顾客带来多少钱：省下的、多赚的或免于损失的。企业采购要靠它说服上级。",
        )
        .good("1,150", "3,600")
        .bad("priceless", "无法用金钱衡量")
        .term("perceived-value"),
];

const COSTS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name in small letters and hyphens for what the customer gives. It tells this cost from the others at a glance.",
            "用小写字母和连字符起的短名，一眼能看出顾客付出的是什么。",
        )
        .good("measure-old-glasses", "repeat-checkup")
        .bad("Cost 3", "成本三"),
    full("proposition", Kind::Ref(&["value.propositions"]), "Proposition", "所属主张")
        .help(
            "The promise that asks this of the customer. It will be weighed against what the same promise gives.",
            "哪个价值主张需要顾客这样付出。顾客会拿它和得到的利益放在一起掂量。",
        )
        .good("new-glasses-by-post", "family-doctor-downstairs")
        .bad("the cheap one", "便宜的那个")
        .term("value-proposition"),
    full("kind", Kind::Choice(pick::CostKind::CHOICES), "Kind of cost", "成本类别")
        .help(
            "What sort of thing is given. Sellers look at money; the other kinds often turn more people away.",
            "付出的是哪一类。卖方往往只看到钱，真正把人挡在门外的常常是别的。",
        )
        .good("effort", "switching")
        .bad("money, in every row", "每一条都选金钱")
        .term("customer-cost"),
    full("what", Kind::Text, "What it takes", "付出什么")
        .help(
            "What the customer must pay, do, learn, risk or give up, told from their side: minutes, steps, fears.",
            "站在顾客一边写：要付什么、做什么、学什么、担什么风险。写具体：几分钟，几步，怕什么。",
        )
        .good(
            "Twenty minutes to measure the old frames, and the fear of ordering the wrong lenses",
            "换诊所要重做一次检查，还要把病史从头讲一遍",
        )
        .bad("Each parcel costs us 4 in postage", "我们每单要付八元运费")
        .term("customer-cost"),
    full("relief", Kind::Text, "How we ease it", "如何减轻")
        .help(
            "What you do to make it smaller: quicker, safer, cheaper, or done for them. If you do nothing, say so.",
            "我们做什么让它变小：更快、更稳、更省，或者替顾客做。如果什么都没做，也照实写。",
        )
        .good(
            "We fetch the old pair and measure it; wrong lenses are remade free within ten days",
            "顾客授权后，我们向原诊所调取病历；首诊免检查费，结果当天发到手机",
        )
        .bad("Customers will get used to it", "加强宣传，引导顾客适应")
        .term("customer-cost"),
];

const FACTORS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name in small letters and hyphens by which the positioning map points to this factor.",
            "用小写字母和连字符起的短名，定位图靠它引用这个因素。",
        )
        .good("days-without-bike", "minutes-on-foot")
        .bad("Factor X", "因素甲"),
    full("name", Kind::Line, "Factor", "因素名称")
        .help(
            "Something customers compare before they choose, in their words. Listen in interviews; a product sheet will not tell you.",
            "顾客挑选时会比较的一点，用他们的说法。要从访谈里听来，不要照抄产品说明书。",
        )
        .good("Days without the bike", "走路几分钟能到")
        .bad("hydraulic repair stands", "进口设备的数量")
        .term("perceived-value"),
    full("segment", Kind::Ref(&["targeting.segments"]), "Segment", "所属细分")
        .help(
            "Whose judgement this is. What one group insists on, another may hardly notice.",
            "这是哪个细分的看法。同一个因素，有的人非常在意，有的人几乎不看。",
        )
        .good("bicycle-couriers", "retired-neighbours")
        .bad("the market", "整个市场")
        .term("segmentation"),
    full("weight", Kind::Percent, "Weight", "权重")
        .help(
            "How much it counts for this segment. The weights of one segment should add up to 100 %.",
            "它在这个细分的选择中占多大分量。同一细分的权重合计应为100%。",
        )
        .good("35 %", "40%")
        .bad("very important", "非常重要")
        .term("perceived-value"),
    full("us", Kind::Scale(0, 10), "Our score", "我方得分")
        .help(
            "0 worst to 10 best, as this segment sees you today; how you see yourself does not count.",
            "0分最差，10分最好：以这个细分现在怎么看我们为准，自我感觉不算。",
        )
        .good("7", "6")
        .bad("10 on every factor", "每一项都给自己10分")
        .term("perceived-value"),
    full("rivals", Kind::Scores(&["needs.alternatives"]), "Others' scores", "其他选择得分")
        .help(
            "The same 0 to 10 for each alternative, as customers see it. If you win everywhere, you have probably not asked them.",
            "用同样的0至10分，按顾客的看法给其他选择打分。如果样样都赢，多半是没有问过顾客。",
        )
        .good(
            "chain-workshop = 8; mend-it-yourself = 3",
            "community-canteen = 9; cook-at-home = 6",
        )
        .bad("all rivals are poor", "对手都不行")
        .term("alternative"),
];

const MAP: &[Field] = &[
    full("x", Kind::Ref(&["value.factors"]), "Horizontal axis", "横轴")
        .help(
            "The factor that runs from left to right. Take one that customers weigh heavily and that tells the alternatives apart.",
            "横轴用哪个因素。选顾客很看重、又能把各种选择区分开的。",
        )
        .good("days-without-bike", "minutes-on-foot")
        .bad("our standing in the trade", "我们的行业地位")
        .term("positioning"),
    full("y", Kind::Ref(&["value.factors"]), "Vertical axis", "纵轴")
        .help(
            "The factor that runs from bottom to top. If it rises and falls with the first, such as price and quality, the map is only a line.",
            "纵轴用哪个因素。不要与横轴同升同降，比如价格和档次，否则图就成了一条线。",
        )
        .good("price-known-beforehand", "taste-like-home")
        .bad("quality, with price on the other axis", "横轴是价格，纵轴选档次")
        .term("positioning"),
];
