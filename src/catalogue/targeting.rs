//! Step 2, targeting: the segments of a market, how they compare, and which of them are served.

use super::choices::{self as pick, Choose};
use super::field::{Field, Kind, Section, Shape, Step, core, full};
use crate::words::Text;

/// The sections of this step.
pub const SECTIONS: &[Section] = &[
    Section {
        path: "targeting",
        shape: Shape::Table,
        step: Step::Targeting,
        label: Text::new("Targeting", "目标市场选择"),
        row: Text::new("targeting", "目标市场选择"),
        help: Text::new(
            "How the segments were compared, how the market is covered, and whom the plan leaves alone. No one can serve everybody well.",
            "各个细分是怎样比较的，市场怎样覆盖，哪些人不服务。想让人人满意，往往谁都服务不好。",
        ),
        caption: &[],
        fields: TARGETING,
    },
    Section {
        path: "targeting.segments",
        shape: Shape::Rows,
        step: Step::Targeting,
        label: Text::new("Segments", "细分"),
        row: Text::new("segment", "细分"),
        help: Text::new(
            "Groups of people or organisations that differ in what they need. Describe several, then decide which to serve.",
            "需要各不相同的人群或组织。先列出几个，再决定服务哪几个。",
        ),
        caption: &["name"],
        fields: SEGMENTS,
    },
    Section {
        path: "targeting.personas",
        shape: Shape::Rows,
        step: Step::Targeting,
        label: Text::new("Personas", "顾客画像"),
        row: Text::new("persona", "顾客画像"),
        help: Text::new(
            "One invented but truthful person for a target segment, drawn from interviews, so that everyone pictures the same customer.",
            "为目标细分刻画的一位典型顾客：人物是虚构的，事实来自访谈，好让大家想到的是同一个人。",
        ),
        caption: &["name"],
        fields: PERSONAS,
    },
];

const TARGETING: &[Field] = &[
    full("strategy", Kind::Choice(pick::Strategy::CHOICES), "Market coverage", "市场覆盖策略")
        .help(
            "One offer for all, one for each target segment, all effort on one segment, or one per customer. Small means argue for one segment.",
            "全市场用一套做法、每个目标细分各用一套、集中做一个细分，还是一人一策。资源少时，集中通常更稳妥。",
        )
        .good("concentrated", "differentiated")
        .bad("all four, so that nobody is lost", "四种都用，一个顾客也不放过")
        .term("targeting"),
    core("criteria", Kind::Text, "Selection criteria", "选择标准")
        .help(
            "On what grounds you compared segments: size, growth, margin, rivals, your means. Put all to the same test, or the choice is mere taste.",
            "用哪些标准比较各个细分：规模、增长、毛利、竞争、自身能力。用同一把尺子量，选择才站得住。",
        )
        .good(
            "Number of firms, yearly spend on cleaning, contracts that end within 12 months, less than 20 km from our depot",
            "步行十五分钟内的户数、每户每月买菜支出、附近菜店数量、我们能否在早上七点前送到",
        )
        .bad("We chose the most promising segment", "经研究，选择了最有潜力的细分")
        .term("targeting"),
    full("not_for", Kind::Text, "Not served", "不服务谁")
        .help(
            "Which customers you will not serve, and why. A stated no keeps money and attention for those you chose.",
            "不服务哪些顾客，为什么。说清不做谁，钱和精力才能留给选定的人。",
        )
        .good(
            "Weddings over 150 guests: our kitchen plates 90 meals an hour, and regulars would be left waiting",
            "不接三天内的加急印刷单：会打乱老顾客的排期，返工率也高出一倍",
        )
        .bad("Nobody; everyone is welcome", "来者都是客，不排除任何人")
        .term("targeting"),
];

const SEGMENTS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name in small letters and hyphens by which other rows point to this segment. Say who they are; a number tells nothing.",
            "用小写字母和连字符起的短名，其他条目靠它引用这个细分。要能看出是谁，不要用序号。",
        )
        .good("weekday-commuters", "night-shift-drivers")
        .bad("Segment 1", "细分一"),
    core("name", Kind::Line, "Segment name", "细分名称")
        .help(
            "What this group has in common, in a few words. The best names tell their situation or need.",
            "用几个字说出这群人的共同点，最好一听就知道他们的处境或需要。",
        )
        .good("Tenants who move house alone", "下班赶不上接孩子的父母")
        .bad("Young people aged 18 to 35", "80后、90后和00后")
        .term("segmentation"),
    full("description", Kind::Text, "Description", "描述")
        .help(
            "Who they are, when the need comes up, and what sets them apart. A stranger should be able to recognise a member.",
            "他们是谁，什么时候有这种需要，和别的人群有何不同。要让没见过的人也认得出来。",
        )
        .good(
            "Rent a small flat, move every year or two, own no van, know nobody who is free on a weekday; want it over in one morning",
            "孩子三到六岁，父母一方常出差，另一方晚上七点才到家；最缺的是有人按时接园、看着孩子吃好晚饭",
        )
        .bad(
            "Modern, quality-conscious people who love our brand",
            "追求品质生活、认同我们品牌的人",
        )
        .term("segmentation"),
    full("side", Kind::Choice(pick::Side::CHOICES), "Market side", "所属一方")
        .help(
            "Where they stand in the exchange. A platform also courts suppliers, a charity also donors and volunteers; each side needs its own promise.",
            "他们在交换中站在哪一方。平台还要争取供应者，公益机构还要争取捐赠者和志愿者；每一方都要有自己的价值主张。",
        )
        .good("donors", "volunteers")
        .bad(
            "buyers, although they borrow our books and pay nothing",
            "一律填购买者，其实他们只捐款、不使用",
        )
        .term("exchange"),
    full("bases", Kind::Choices(pick::Basis::CHOICES), "Divided by", "细分依据")
        .help(
            "What sets this group apart. Age or place only says who people are; behaviour, occasion or benefit sought says why they buy.",
            "按什么把他们分出来。年龄、地区只说明是谁；行为、时机、追求的利益才说明为什么买。",
        )
        .good("occasion; benefit", "behavioural; benefit")
        .bad("demographic alone: women aged 25 to 40", "只按人口统计：25至40岁女性")
        .term("segmentation"),
    core("needs", Kind::Refs(&["needs.customer_needs"]), "Their needs", "他们的需要")
        .help(
            "Which customer needs of step 1 this group has, the most pressing first. Without one there is nothing to promise.",
            "第一步列出的顾客需要中，这群人有哪几个，最迫切的放在最前。没有需要，就谈不上价值主张。",
        )
        .good("move-without-help; nothing-broken", "pickup-on-time; proper-dinner")
        .bad("they need our van hire service", "需要我们的接送服务")
        .term("need"),
    core("size", Kind::Count, "Segment size", "细分规模")
        .help(
            "How many people or organisations belong to it. Count those you could serve, not the whole country.",
            "这个细分有多少人或多少家组织。只数我们够得着的，不要拿全国来数。",
        )
        .good("4,200", "3,600")
        .bad("millions of pet lovers", "14亿人口的大市场")
        .term("market-size"),
    full("size_source", Kind::Line, "Source of size", "规模来源")
        .help(
            "Where the number comes from, with its year: a register, a survey, your own count. A reader must be able to check it.",
            "这个数字从哪里来：登记资料、调查还是自己清点，写明年份，让读者能够核对。",
        )
        .good("District dog licence register, 2026", "区教育局在园幼儿统计，2026年")
        .bad("common knowledge", "网上查到的")
        .term("evidence"),
    full("growth", Kind::Percent, "Yearly growth", "年增长率")
        .help(
            "How fast the group grows in a year; a minus sign if it shrinks. A large group that shrinks may be a poor choice.",
            "这群人每年增加多少，减少填负数。规模大但在萎缩的，未必值得选。",
        )
        .good("-2 %", "6%")
        .bad("booming", "爆发式增长")
        .term("market-size"),
    full("annual_spend", Kind::Money, "Yearly spend each", "每位年支出")
        .help(
            "What one of them spends on this category in a year, with all sellers together. It shows whether the group can carry the plan.",
            "每位顾客一年在这个品类上花多少钱，买别家的也算。由此看出这个细分撑不撑得起这份计划。",
        )
        .good("640", "2,400")
        .bad("high spending power", "消费能力强")
        .term("demand"),
    full("buyer_type", Kind::Choice(pick::BuyerType::CHOICES), "Why they buy", "购买类型")
        .help(
            "What happens to the purchase: it is used up, goes into production, is sold on, or serves an institution. Each judges price differently.",
            "买来做什么：自己用、用于生产、转手卖出，还是替机构采购。用途不同，看价格的眼光也不同。",
        )
        .good("resale", "institution")
        .bad(
            "consumption, although the bakery bakes with it",
            "填消费型，其实是食品厂买去做原料",
        )
        .term("purchase-motives"),
    full("payer", Kind::Line, "Who pays", "谁付钱")
        .help(
            "Who holds the money. Where one pays and another uses, the offer must make sense to both.",
            "钱由谁出。出钱的和使用的不是同一个人时，要让两边都觉得值。",
        )
        .good("Grandparents, as a birthday present", "公司行政部，从年度福利费中支出")
        .bad("people with money", "有钱人")
        .term("buyer-roles"),
    full("decider", Kind::Line, "Who decides", "谁做决定")
        .help(
            "Who may say yes, by name of the post. In a firm or family it is often neither the payer nor the user.",
            "谁说了算，写到具体职务或身份。在企业和家庭里，拍板的人常常既不付钱也不使用。",
        )
        .good(
            "The head nurse, with the consent of the purchasing office",
            "学校后勤主任提出，校长签字",
        )
        .bad("the hospital", "学校")
        .term("buyer-roles"),
    full("user", Kind::Line, "Who uses it", "谁使用")
        .help(
            "Who lives with it day by day. Their experience decides whether it is bought again.",
            "每天实际使用的人。用得顺不顺手，决定下次还买不买。",
        )
        .good("Ward nurses on night duty", "住校的初中生")
        .bad("all kinds of users", "各类人群")
        .term("buyer-roles"),
    full("buys_at", Kind::Lines, "Where they buy", "在哪里买")
        .help(
            "The places, shops and sites where this group buys today. Be in one of them, or give a reason to go elsewhere.",
            "他们现在到哪些地方、店铺、平台购买。我们要么出现在那里，要么给出换地方的理由。",
        )
        .good(
            "builders' merchants; phone orders before 7 am",
            "小区团购群; 早市摊位; 地铁口便利店",
        )
        .bad("our new web shop", "我们新开的网店")
        .term("channel"),
    full("media", Kind::Lines, "What they follow", "接触的媒体")
        .help(
            "What they read, watch and hear, and whom they ask. Only there can a message reach them.",
            "他们看什么、听什么、向谁打听。信息只有放在这里，才传得到他们那里。",
        )
        .good(
            "allotment noticeboard; parish newsletter; breakfast show on local radio",
            "业主微信群; 幼儿园门口的公告栏; 本地交通广播",
        )
        .bad("the internet", "全网投放")
        .term("integrated-communication"),
    full("attractiveness", Kind::Scale(1, 5), "Attractiveness", "吸引力")
        .help(
            "1 poor to 5 excellent: its size, growth and margin, and how hard rivals fight for it. Judge all segments alike.",
            "1分很差，5分很好：综合规模、增长、毛利和竞争的激烈程度。各个细分用同一标准打分。",
        )
        .good("4", "4")
        .bad("5 for every segment", "每个细分都打5分")
        .term("targeting"),
    full("fit", Kind::Scale(1, 5), "Fit with us", "匹配度")
        .help(
            "1 poor to 5 excellent: do your means, skills and mission suit this group, and does the law let you serve it?",
            "1分很差，5分很好：我们的资源、能力和使命适不适合服务他们，法律是否允许。",
        )
        .good("3", "5")
        .bad("5, because we really want them", "打5分，因为我们特别想做")
        .term("targeting"),
    full("measurable", Kind::Scale(1, 5), "Measurable", "可衡量性")
        .help(
            "1 hardly to 5 easily: can you count the members and what they spend? Guesswork here spoils every later number.",
            "1分很难，5分很容易：能否数清有多少人、花多少钱。这里靠猜，后面的数字就都靠不住。",
        )
        .good("4", "3")
        .bad("5, with no size given", "没写规模，却打5分")
        .term("segmentation"),
    full("reachable", Kind::Scale(1, 5), "Reachable", "可接近性")
        .help(
            "1 hardly to 5 easily: can your messages and your goods get to them at a cost you can bear?",
            "1分很难，5分很容易：能否以承受得起的成本，把信息和产品送到他们那里。",
        )
        .good("2", "4")
        .bad(
            "5, although we know neither where they buy nor what they read",
            "打5分，却说不出他们看什么、在哪里买",
        )
        .term("segmentation"),
    full("substantial", Kind::Scale(1, 5), "Substantial", "足量性")
        .help(
            "1 hardly to 5 clearly: is it big and profitable enough to deserve an offer of its own?",
            "1分勉强，5分充足：人数和利润是否足够，值得专门为他们拿出一套方案。",
        )
        .good("3", "4")
        .bad("5, since one per cent of the country would do", "打5分：全国只要有1%的人买就够了")
        .term("segmentation"),
    full("differentiable", Kind::Scale(1, 5), "Differentiable", "可区分性")
        .help(
            "1 hardly to 5 clearly: does it answer an offer or a price in its own way? If not, it is part of another segment.",
            "1分不明显，5分很明显：对产品和价格的反应是否与其他细分不同。反应一样，就该并成一个。",
        )
        .good("5", "4")
        .bad(
            "4, although students and trainees want the same and buy the same",
            "打4分，其实两个细分的需要和买法一模一样",
        )
        .term("segmentation"),
    full("actionable", Kind::Scale(1, 5), "Actionable", "可操作性")
        .help(
            "1 hardly to 5 easily: with your people and money, can you really serve this group within the time of the plan?",
            "1分很难，5分很容易：凭现有的人手和资金，能否在计划期内真正把这群人服务好。",
        )
        .good("4", "3")
        .bad("5, with two employees and six segments", "两个人要做六个细分，还打5分")
        .term("segmentation"),
    core("decision", Kind::Choice(pick::Decision::CHOICES), "Decision", "决定")
        .help(
            "Serve this group now, perhaps later, or not at all. A target segment gets its own promise, offer and money.",
            "现在服务、以后再说，还是不服务。选为目标细分，就要有相应的价值主张、产品和预算。",
        )
        .good("target", "later")
        .bad("target, for all seven segments", "七个细分全部选为目标")
        .term("targeting"),
    core("reason", Kind::Text, "Reason", "决定的理由")
        .help(
            "Why you decided so, by the criteria above. The reason for a no is worth as much as the reason for a yes.",
            "对照选择标准，写明为什么这样决定。不选的理由和选的理由同样有价值。",
        )
        .good(
            "Highest spend per household, one of two rivals closed in 2026, and our vans already pass these streets",
            "步行十分钟内有养宠家庭1,300户，最近的诊所在四公里外，而且晚上不营业",
        )
        .bad("It suits our product perfectly", "最适合我们的产品")
        .term("targeting"),
    full("revisit_when", Kind::Text, "When to revisit", "何时再议")
        .help(
            "The event or number that would make you decide again. It keeps a no from turning into a habit.",
            "发生什么事、数字到多少，就重新决定。免得一次说不，以后就再没人去想。",
        )
        .good(
            "When the bus company's contract with our rival ends in June 2028, or 30 firms have asked us of their own accord",
            "街道食堂停办，或每月主动来问的老人超过40位",
        )
        .bad("when the time is right", "时机成熟时")
        .term("targeting"),
];

const PERSONAS: &[Field] = &[
    core("id", Kind::Slug, "Id", "编号")
        .help(
            "A short name in small letters and hyphens by which colleagues speak of this person. A name sticks better than a number.",
            "用小写字母和连字符起的短名，方便同事提起这个人物。名字比序号好记。",
        )
        .good("moira-after-nights", "grandpa-zhou")
        .bad("Persona 1", "画像一"),
    full("segment", Kind::Ref(&["targeting.segments"]), "Segment", "所属细分")
        .help(
            "The segment this person stands for. Someone who stands for nobody makes a nice story and no plan.",
            "这个人物代表哪个细分。谁也不代表的人物，故事再生动也帮不了计划。",
        )
        .good("night-duty-nurses", "grandparents-with-toddlers")
        .bad("all our customers", "所有顾客")
        .term("segmentation"),
    full("name", Kind::Line, "Name", "姓名")
        .help(
            "A first name with age and work, enough to picture someone. Invent it: a real customer's name does not belong here.",
            "写称呼、年龄和职业，能让人想象出来即可。请虚构，不要写真实顾客的姓名。",
        )
        .good("Moira, 41, ward nurse with two children", "老周，63岁，退休钳工，帮女儿带外孙")
        .bad("female, 35 to 45, upper income", "女性，35至45岁，中高收入")
        .term("persona"),
    full("day", Kind::Text, "Typical day", "典型的一天")
        .help(
            "The hours in which the need shows: where the person is, what goes wrong, how they manage at present.",
            "写需要冒出来的那几个小时：人在哪里，什么事不顺，眼下怎么对付。",
        )
        .good(
            "Home at half past seven, asleep by nine; a courier rings at ten, so she runs errands tired and sleeps two hours less",
            "早上送完外孙去买菜，十点到家腰已经直不起来；楼下诊所下午才开门，只好贴张膏药忍着",
        )
        .bad(
            "Opens our app on waking and shares our posts all day",
            "一早打开我们的小程序，整天转发我们的活动",
        )
        .term("persona"),
    full("goals", Kind::Lines, "Goals", "想做到的事")
        .help(
            "What the person wants to get done or to be, in their own terms; not what you would like them to buy.",
            "这个人想办成什么事、想过什么样的日子，用他自己的话写，不写我们想让他买什么。",
        )
        .good(
            "five hours of unbroken sleep; see the children before school",
            "中午前做完家务; 陪外孙踢球不腰疼",
        )
        .bad("own our premium mattress", "办一张我们的年卡")
        .term("need"),
    full("frustrations", Kind::Lines, "Frustrations", "烦心事")
        .help(
            "What annoys, delays or worries the person today. It would trouble them even if you did not exist.",
            "眼下让他烦恼、耽误、担心的事。即使没有我们这家企业，这些事也照样存在。",
        )
        .good(
            "the doorbell at ten; shops that shut before she wakes",
            "挂号要等三天; 每次换医生都要从头讲病情",
        )
        .bad("has not heard of our brand yet", "还不知道我们的品牌")
        .term("need"),
    full("quote", Kind::Text, "In their words", "原话")
        .help(
            "A sentence really heard in an interview that carries the feeling. Better leave it empty than invent praise.",
            "访谈中真正听到、最能表达感受的一句话。没有就空着，不要编好话。",
        )
        .good(
            "I have not eaten a warm meal at a table since Tuesday.",
            "我不怕多花二十块，就怕白跑一趟。",
        )
        .bad("I just love this innovative all-in-one solution!", "这款产品太棒了，强烈推荐给大家！")
        .term("market-research"),
];
