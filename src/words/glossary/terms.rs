//! The entries of the glossary, sorted by id: data only.

use super::{Term, named};

/// All terms, sorted by id.
pub const TERMS: &[Term] = &[
    named("abc-grading", "ABC grading", "ABC分级")
        .also("customer tiers; customer grading", "客户分级; 顾客分级; ABC法; ABC分级管理")
        .means(
            "Ranking customers by expected value (chance of buying × purchases × amount each), then cutting the list into A, B and C. It decides how much care each gets; grade for the future, not only by last year's invoices.",
            "按预期价值（购买概率 × 次数 × 每次金额）给顾客排序，再分为A、B、C三级，据此决定投入多少照顾。要看将来，不要只看去年的发票。",
        )
        .used(&["relationships.accounts.tier"]),
    named("acquisition-cost", "customer acquisition cost", "获客成本")
        .also("CAC; cost per new customer", "获取顾客成本; 客户获取成本")
        .means(
            "All spending to win customers divided by the new customers won. Include sales people's time; where selling is by visits, it is cost per visit times visits per new customer.",
            "争取顾客的全部支出除以新增顾客数。销售人员的时间也要算进去；靠上门拜访的，等于每次拜访成本乘以赢得一个顾客所需的拜访次数。",
        )
        .used(&["relationships.groups.acquisition_cost", "relationships.groups.acquisition_spend"]),
    named("alternative", "alternative", "替代选择")
        .also("competing offer; rival; competitor", "可选方案; 竞争者; 竞争对手")
        .means(
            "Whatever customers would do if you were not there: a rival's offer, another kind of product, making do, or nothing at all. Doing nothing is often the strongest one.",
            "没有你的时候顾客会怎么办：选竞争者，换一类产品，凑合对付，或者什么也不做。“什么也不做”往往最难对付。",
        )
        .used(&["needs.alternatives", "value.propositions.against"]),
    named("annual-customer-revenue", "yearly revenue per customer", "年度顾客收益")
        .also("ARPU; revenue per customer", "年度客户收入; 单客年收入")
        .means(
            "Purchases in a year times net price paid each time. Multiply by loyal years and profit rate for a first, undiscounted look at what a customer brings.",
            "一年的购买次数乘以每次的净价。再乘以忠诚年数和利润率，可以粗略看出一位顾客一生带来多少（未折现）。",
        )
        .used(&["relationships.groups.purchases", "relationships.groups.average_purchase"]),
    named("assumption", "assumption", "假设")
        .also("hypothesis; leap of faith", "假定; 前提")
        .means(
            "Something the plan needs to be true but does not yet know. State it so that it can fail, say how it will be tested, and what you will do if it falls.",
            "计划成立所依赖、但尚未证实的事。要写得可以被推翻，说明怎样检验，以及一旦不成立怎么办。",
        )
        .used(&["plan.assumptions"]),
    named("attainment", "target attainment", "目标达成率")
        .also("actual against target; variance", "完成率; 计划完成率")
        .means(
            "Actual result divided by target. Look at why before praising or blaming: the target, the market and the work may each be the cause.",
            "实际结果除以目标。先问原因，再论功过：可能是目标定得不当，可能是市场变了，也可能是工作没做好。",
        )
        .used(&["mix.objectives.actual", "mix.milestones.actual"]),
    named("benefit", "benefit", "利益")
        .also("customer benefit; advantage", "好处; 效益; 顾客利益")
        .means(
            "What the customer gains, in the customer's words: arriving rested, a quiet night, fewer errors. A feature is what the offer has; the advantage is what the feature does; the benefit is why anyone cares.",
            "顾客得到的好处，用顾客的话来说：到站不累、一夜安睡、少出差错。特征是产品有什么，优点是它能做什么，利益才是顾客为什么在乎。",
        )
        .used(&["value.benefits.benefit"]),
    named("brand", "brand", "品牌")
        .also("brand building; strong brand", "品牌建设; 强势品牌")
        .means(
            "The meaning that a name carries for customers, built by every promise kept or broken. It saves them effort and risk; a logo without a kept promise is only a mark.",
            "一个名称在顾客心中的含义，由一次次守约或失约积累而成。它替顾客省力、降低风险；没有兑现的承诺，标志只是个记号。",
        )
        .source("compare Keller, 1993", "参见凯勒，1993")
        .used(&["plan.brands", "mix.products.actual"]),
    named("brand-cases", "famous brand cases", "知名品牌案例")
        .also("Coca-Cola, Starbucks, Disney", "可口可乐、星巴克、迪士尼")
        .means(
            "Cases told in every class: Coca-Cola for reach through partners, Starbucks for membership and belonging, Disney for trained staff and a staged visit. Borrow the question each one answers, not the answer; survivors make poor samples.",
            "课堂常讲的案例：可口可乐靠伙伴扩展渠道，星巴克靠会员和归属感，迪士尼靠受过训练的员工和精心安排的体验。该借鉴的是它们回答的问题，而不是答案；只看成功者，样本并不可靠。",
        )
        .used(&["plan.background"]),
    named("brand-experience", "brand experience", "品牌体验")
        .also("customer experience", "顾客体验; 客户体验")
        .means(
            "What customers sense, feel, think and do when they meet a brand, beyond the qualities of the product. Plan it moment by moment, from the first sign to the memory.",
            "顾客接触品牌时的所见、所感、所想、所为，不止于产品本身的性能。要从第一眼到事后的回忆，一个环节一个环节地设计。",
        )
        .source("compare Schmitt, 1999", "参见施密特，1999")
        .used(&["mix.products.augmented", "relationships.touchpoints"]),
    named("break-even", "break-even point", "盈亏平衡点")
        .also("break-even volume", "保本点; 盈亏临界点; 保本销量")
        .means(
            "The number of units at which contribution just pays the fixed costs: fixed costs ÷ (net price − unit cost). Set it beside your forecast and your capacity, and ask whether it can be reached.",
            "边际贡献恰好抵消固定成本时的销量：固定成本 ÷（净价 − 单位变动成本）。把它和预测、产能放在一起看，问一问做不做得到。",
        )
        .used(&["mix.totals.fixed_costs", "mix.products.net_price", "mix.products.unit_cost"]),
    named("breakthrough-innovation", "breakthrough innovation", "突破创新")
        .also("disruption; edge market", "突破式创新; 颠覆式创新; 边缘市场")
        .means(
            "Winning by changing the game, often from a small idea or a neglected market. The classic classroom case is Amazon, which did not copy the big bookshops but used the internet to offer what shelves could not hold; one famous case shows a way, not the odds.",
            "靠改变规则取胜，往往始于一个小点子或被忽视的市场。课堂上的经典案例是亚马逊书店：它没有照搬大书店，而是借互联网提供书架放不下的品种。一个成功案例能指出路子，却说明不了成功的概率。",
        )
        .source("compare Christensen, 1997", "参见克里斯坦森，1997")
        .used(&["plan.role"]),
    named("budget", "marketing budget", "营销预算")
        .also("", "预算")
        .means(
            "What the plan may spend, by line, lever and month, and who pays. Build it from the actions that reach the objectives; a flat share of last year's sales puts the effect before the cause.",
            "计划可以花多少钱，按项目、杠杆和月份列出，并写明谁出。应从达成目标所需的行动推算；按去年销售额的固定比例提取，是倒果为因。",
        )
        .used(&["mix.totals.budget", "mix.budget"]),
    named("buyer-roles", "buyer roles", "购买角色")
        .also("decision-making unit; buying centre; payer, decider, user", "购买中心; 付款者、决策者、使用者")
        .means(
            "The parts people play in one purchase: who starts it, influences, decides, pays, buys and uses. A benefit for the user does not move the payer unless someone tells them why it should.",
            "一次购买中各人扮演的角色：谁提起、谁影响、谁决定、谁付款、谁去买、谁使用。对使用者的利益，未必能打动付款的人，要有人替他说清理由。",
        )
        .source("Webster and Wind, 1972", "韦伯斯特与温德，1972")
        .used(&["targeting.segments.payer", "targeting.segments.decider", "targeting.segments.user"]),
    named("buying-process", "buying process", "购买过程")
        .also("customer journey; buying steps", "购买流程; 购买七步骤; 顾客旅程; 客户旅程")
        .means(
            "The steps from not knowing to the feeling afterwards: unaware, aware, decided to buy, preferring, choosing, buying, after. Fit what you say to the step: to someone unaware, ask about the situation; do not pitch.",
            "从不知道到买后感受的各个步骤：未知晓、知晓、决定购买、形成偏好、选择产品、购买、购后感受。说什么要合乎所处的步骤：对方还没意识到问题时，先问情况，不要推销。",
        )
        .source("compare Lavidge and Steiner, 1961", "参见拉维奇与斯坦纳，1961")
        .used(&["needs.buying_steps", "mix.messages.step", "relationships.touchpoints.stage"]),
    named("chain-ratio", "chain-ratio method", "连比法")
        .also("chain ratio; top-down estimate", "连锁比率法; 逐级推算")
        .means(
            "Estimating a market by multiplying a known base with a row of shares: households × share with a garden × share who hire help × yearly spend. Each share needs a source, since errors multiply too.",
            "用已知的基数连乘一串比率来估算市场：户数 × 有花园的比例 × 雇人打理的比例 × 年支出。每个比率都要有来源，因为误差也会连乘。",
        )
        .used(&["needs.sizing", "needs.market.derivation"]),
    named("channel", "marketing channel", "营销渠道")
        .also("place; distribution channel", "渠道; 分销渠道; 分销; 地点")
        .means(
            "The way an offer reaches its customers, with everyone who handles it. Choose it by where the target already goes; each link must add convenience worth its margin.",
            "供应到达顾客的途径，以及途中经手的各方。要按目标顾客平时去哪里来选；每一环增加的便利，要对得起它拿走的毛利。",
        )
        .used(&["mix.channels", "targeting.segments.buys_at"]),
    named("competitor-role", "competitive role", "竞争角色")
        .also("leader, challenger, follower, nicher; catcher-up", "竞争地位; 领导者、挑战者、追随者、补缺者; 追赶者")
        .means(
            "The part an organisation plays in its market. A leader sets the rules and guards the whole market, a challenger attacks, a follower learns and at best draws level, a nicher serves a corner, a breakthrough innovator opens a new game.",
            "企业在市场中扮演的角色。领导者定规则、守全局，挑战者进攻，追随者学习、至多追平，补缺者守住一角，突破创新者另开新局。",
        )
        .source("Kotler", "科特勒")
        .used(&["plan.role", "needs.alternatives.role"]),
    named("complaint-handling", "complaint handling", "投诉处理")
        .also("service recovery", "客户投诉; 顾客投诉; 服务补救")
        .means(
            "Where complaints arrive, how fast they are answered, who may put things right, and how the cause is removed. Many unhappy customers leave without a word, so make complaining easy.",
            "投诉从哪里来，多快答复，谁有权解决，怎样消除原因。许多不满的顾客一声不响就走了，所以要让投诉变得容易。",
        )
        .source("compare Hart, Heskett and Sasser, 1990", "参见哈特、赫斯克特与萨瑟，1990")
        .used(&["relationships.care.complaints"]),
    named("consumer-generated-marketing", "consumer-generated marketing", "消费者生成营销")
        .also("user-generated content; UGC", "用户生成内容; 消费者生成内容")
        .means(
            "Brand messages and ideas made by customers, invited or not: reviews, films, suggested products. Invite them where they help, ask for rights, and expect the critical ones too.",
            "由顾客创作的品牌信息和点子，不论是否受邀：评价、视频、产品建议。有益的要主动邀请，用之前取得授权，也要准备接受批评。",
        )
        .used(&["relationships.care.content_rights", "relationships.programmes.two_way"]),
    named("contingency", "contingency plan", "应急预案")
        .also("trigger; plan B", "触发条件; 备用方案; 应变计划")
        .means(
            "What will be done if a stated sign is reached: if guests stay below 400 for two weeks, stop the poster run. Decide it while calm, with a number and a name.",
            "达到某个明确的信号时采取的行动，例如“连续两周顾客不足400人，就停掉海报”。要在冷静时定好，有数字，有负责人。",
        )
        .used(&["mix.risks.trigger", "mix.risks.response", "plan.assumptions.trigger"]),
    named("contribution", "contribution", "边际贡献")
        .also("contribution margin; unit contribution", "贡献毛益; 单位边际贡献")
        .means(
            "Net price less the variable cost of one more unit: what each sale leaves towards fixed costs and profit. If it is negative, selling more loses more.",
            "净价减去多卖一件所增加的变动成本，即每笔销售留给固定成本和利润的部分。若为负数，卖得越多亏得越多。",
        )
        .used(&["mix.products.net_price", "mix.products.unit_cost"]),
    named("cost-per-call", "cost per sales call", "每次拜访成本")
        .also("cost per visit; calls per win", "平均每次拜访成本; 平均拜访次数")
        .means(
            "A year's cost of selling divided by the visits made in that year. Together with the number of visits needed to win one customer it gives the cost of winning them.",
            "一年的销售费用除以全年拜访次数。再乘以赢得一个顾客所需的拜访次数，就得到获客成本。",
        )
        .used(&["relationships.groups.acquisition_cost"]),
    named("cost-to-serve", "cost to serve", "服务成本")
        .also("customer profitability; customer value analysis", "客户价值分析; 顾客盈利能力")
        .means(
            "What looking after a customer costs beyond the goods: visits, support, delivery, returns. Take it off the margin before calling a customer profitable; big buyers can be loss makers.",
            "除货品之外照顾一位顾客的花费：拜访、支持、配送、退货。先从毛利中扣掉它，再说这位顾客赚不赚钱；大买家也可能是亏的。",
        )
        .used(&["relationships.groups.cost_to_serve"]),
    named("create-before-capture", "create value before capturing it", "先创造价值，后获取价值")
        .also("", "先予后取")
        .means(
            "The first four steps give value to customers; only the last brings value back. A plan that begins and ends with its own sales figures has nothing to capture.",
            "前四步都是为顾客创造价值，只有最后一步才收回价值。通篇只谈自家销售额的计划，其实无可收获。",
        )
        .source("Kotler and Armstrong", "科特勒与阿姆斯特朗")
        .used(&["value.propositions", "relationships.value_capture"]),
    named("created-need", "can needs be created?", "需求能被创造吗")
        .also("created demand", "创造需求; 需求可以被创造")
        .means(
            "A debated claim. Firms shape wants and purchasing power changes with society, but most scholars hold that the need beneath was already there; treat the claim as no excuse for skipping evidence.",
            "这是有争议的说法。企业能影响欲望，购买力也随社会变化，但多数学者认为底层的需要早已存在；不能拿这句话当作不做调研的理由。",
        )
        .source("compare Galbraith, 1958; Hayek, 1961", "参见加尔布雷思，1958；哈耶克，1961")
        .used(&["needs.customer_needs.demand"]),
    named("crisis-management", "relationship crisis", "关系危机管理")
        .also("social media crisis", "社交媒体危机; 危机管理")
        .means(
            "A prepared answer for the day when trust is publicly in doubt: who speaks, within how many hours, what is said first. Facts and remedy come before defence.",
            "为信任受到公开质疑的那一天作的准备：谁发言，几小时之内，先说什么。先讲事实和补救，再谈辩解。",
        )
        .used(&["relationships.care.crisis"]),
    named("crm-benefits", "what relationships bring", "顾客关系管理的作用")
        .also("marketing and CRM together", "客户关系管理的重要性; 营销与客户关系管理协同")
        .means(
            "Loyalty, new sales chances, lower marketing cost, a stronger brand and more personal service. Marketing attracts, relationship work keeps, and what is learnt from keeping sharpens the next targeting.",
            "带来忠诚、新的销售机会、更低的营销成本、更强的品牌和更贴心的服务。营销负责吸引，关系管理负责留住，留住过程中学到的东西又让下一次目标选择更准。",
        )
        .used(&["relationships.groups.retention", "relationships.groups.grow_by"]),
    named("crm-course", "outline of a CRM course", "顾客管理课程大纲")
        .also("CRM syllabus", "客户管理教案; 客户管理十章")
        .means(
            "Ten topics that cover the field: why it matters; classifying and analysing customers; building and keeping relationships; raising value; ethics and law; service and satisfaction; social media; data; the team; trends. Use it as a reading order.",
            "十个专题大致覆盖全貌：重要性，分类与分析，建立与维护关系，提升价值，伦理与法律，服务与满意，社交媒体，数据，团队，趋势。可以当作学习的次序。",
        ),
    named("crm-trends", "trends and challenges of CRM", "顾客关系管理的趋势与挑战")
        .also("", "CRM发展趋势与挑战")
        .means(
            "Relationship work becomes more digital, automated, personal and social. The hard parts are data security, skilled people and rivals with the same tools; long-term strategy and learning outlast any system.",
            "顾客关系管理日益数字化、智能化、个性化、社交化。难处在数据安全、人才，以及对手也有同样的工具；比任何系统更长久的，是长期策略和学习能力。",
        )
        .used(&["relationships.care", "relationships.programmes"]),
    named("cross-cutting-factors", "three cross-cutting factors", "三个贯穿因素")
        .also("technology, global markets, responsibility", "营销技术、全球市场、环境与社会责任")
        .means(
            "Whatever its step, a plan meets three questions: how it uses technology, what happens in markets beyond its own, and what it owes to nature and society.",
            "无论在哪一步，计划都要回答三个问题：怎样利用营销技术，怎样看待全球市场，对环境和社会负什么责任。",
        )
        .source("Kotler and Armstrong", "科特勒与阿姆斯特朗")
        .used(&["needs.forces", "plan.interests.society"]),
    named("cross-selling", "cross-selling and up-selling", "交叉销售与向上销售")
        .also("cross-sell; up-sell", "交叉销售; 向上销售; 追加销售")
        .means(
            "Offering present customers a further product, or a better one. It serves when it follows from a need they have, and annoys when it follows from your stock.",
            "向现有顾客提供另一种产品，或更好的一种。从顾客的需要出发，是服务；从库存出发，是打扰。",
        )
        .used(&["relationships.groups.grow_by", "mix.products.role"]),
    named("csat", "customer satisfaction score", "满意度得分")
        .also("CSAT", "满意度评分; 满意率")
        .means(
            "The share of respondents who choose one of the top answers, usually 4 or 5 of 5. State the scale, the sample and who was asked; those who left are rarely in it.",
            "选择最高几档（通常是5分制的4分和5分）的受访者比例。要注明量表、样本和对象；已经流失的人往往不在其中。",
        )
        .used(&["relationships.satisfaction.measure", "relationships.satisfaction.scale", "relationships.satisfaction.sample"]),
    named("customer", "customer, consumer, user", "顾客、消费者与使用者")
        .also("client; consumer", "顾客; 客户; 消费者; 用户; 使用者")
        .means(
            "Four roles that are easily mixed up: the customer who buys, the consumer or user who uses it up, and the person our marketing speaks to. In a bargain the customer is also the other side of the table; keep the roles apart, for each needs another message.",
            "几种容易混淆的角色：出钱购买的是顾客，实际使用的是消费者或使用者，营销面对的对象又可能是另外的人。讨价还价时，顾客还是谈判桌的另一方。角色要分清，各有各的说法。",
        )
        .used(&["targeting.segments.payer", "targeting.segments.user", "targeting.segments.side"]),
    named("customer-centred-marketing", "customer-centred marketing", "以顾客为中心的营销")
        .also("five elements of customer-centred marketing", "以客户为中心的营销; 五要素")
        .means(
            "Five things show that a plan really turns on customers: it knows their needs, designs the touchpoints, adapts to the person, keeps channels open both ways, and learns from data.",
            "看一份计划是否真正围绕顾客，可看五点：了解需要，优化接触点，因人而异，双向沟通渠道畅通，用数据改进。",
        )
        .used(&["mix.customer_view", "relationships.touchpoints"]),
    named("customer-cost", "customer cost", "顾客成本")
        .also("total cost to the customer; sacrifice", "顾客总成本; 顾客付出")
        .means(
            "Everything the customer gives: money, time, effort, risk, data, the trouble of switching. Often the cheapest way to raise value is to remove a cost other than the price.",
            "顾客付出的一切：金钱、时间、精力、风险、数据和转换的麻烦。要提高价值，最省钱的办法往往是减掉价格之外的某一项成本。",
        )
        .used(&["value.costs", "mix.customer_view.cost"]),
    named("customer-database", "customer database", "顾客数据库")
        .also("single customer view", "客户数据库; 统一客户视图; 统一顾客视图")
        .means(
            "One record per customer, brought together from sales, service and complaints, and kept up to date. Keep what a decision needs; stale or scattered data mislead.",
            "每位顾客一份记录，把销售、服务和投诉的信息汇总起来并定期更新。只留作决定所需的数据；陈旧、零散的数据会误导人。",
        )
        .used(&["relationships.care.customer_data"]),
    named("customer-differentiation", "customer differentiation", "顾客差异化")
        .also("treat different customers differently", "从产品差异化到顾客差异化")
        .means(
            "Treating different customers differently, instead of only making products different. It fits markets where buyers have the choice; explain the differences openly, or they look unfair.",
            "对不同的顾客区别对待，而不只是把产品做得不同。在买方市场尤其适用；区别的理由要公开，否则会显得不公平。",
        )
        .source("Peppers and Rogers, 1993", "佩珀斯与罗杰斯，1993")
        .used(&["relationships.groups.policy", "relationships.programmes.level"]),
    named("customer-engagement", "customer engagement", "顾客参与")
        .also("customer-engagement marketing; engagement", "客户沉浸; 客户参与; 顾客浸入; 顾客契合")
        .means(
            "Customers taking a continuing part in the brand's conversations, experiences and community, by choice. Likes are a weak sign; ask what customers say, make or decide.",
            "顾客自愿、持续地参与品牌的对话、体验和社群。点赞只是微弱的信号，要看顾客说了什么、做了什么、决定了什么。",
        )
        .used(&["relationships.programmes.two_way"]),
    named("customer-equity", "customer equity", "顾客资产")
        .also("", "客户资产; 客户权益; 顾客权益")
        .means(
            "The lifetime values of all customers added up; some also count those likely to be won. It looks forward where sales look back: sales may rise while it falls.",
            "全部顾客终身价值之和，有时也计入有望赢得的顾客。销售额看过去，它看将来：销售在涨，它也可能在跌。",
        )
        .source("Blattberg and Deighton, 1996", "布拉特伯格与戴顿，1996")
        .used(&["relationships.groups.customers", "relationships.value_capture"]),
    named("customer-file", "salesperson's customer file", "顾客跟踪档案")
        .also("follow-up file; five rules of follow-up", "客户跟踪档案; 跟踪档案五条")
        .means(
            "Notes that let a seller serve the same person well next time. Five rules: look after those who bought, note why others did not, solve complaints, keep your own moods out of it, never neglect old customers for new.",
            "帮助销售人员下次服务好同一个人的记录。五条规矩：照顾好已购者，记下未购者的原因，解决投诉，不带个人情绪，不因新顾客冷落老顾客。",
        )
        .used(&["relationships.care.customer_data", "relationships.accounts"]),
    named("customer-first", "customer-first creed", "顾客至上")
        .also("customer is king", "顾客就是上帝; 以顾客为中心的经营理念")
        .means(
            "The principle that policies start from the customer's benefit and run through every process. It does not mean saying yes to everything: a good plan also says whom it does not serve and what it does not promise.",
            "制定政策从顾客的利益出发，并贯穿全部流程。这不等于有求必应：好的计划也会说明不服务谁、不承诺什么。",
        )
        .used(&["plan.interests.customers", "targeting.not_for", "value.propositions.not_promised"]),
    named("customer-history", "the customer's history", "还原顾客的历史")
        .also("database marketing", "数据库营销; 关系就是还原客户的历史")
        .means(
            "A relationship rests on remembering: what a customer bought, asked, complained of and was promised. With that record a firm can offer what comes next instead of what is in stock.",
            "关系建立在记忆之上：顾客买过什么、问过什么、抱怨过什么、得到过什么承诺。有了这份记录，才能提供他下一步需要的，而不是仓库里现有的。",
        )
        .used(&["relationships.care.customer_data"]),
    named("customer-lifetime-value", "customer lifetime value", "顾客终身价值")
        .also("CLV; LTV; lifetime value", "客户终生价值; 客户终身价值; 顾客终生价值")
        .means(
            "The present worth of all margins a customer will bring while they stay. With a steady margin m, retention r and discount rate i, first paid after a period, it is m × r ÷ (1 + i − r); say whether acquisition cost is taken off.",
            "顾客留存期间带来的全部毛利的现值。毛利m、保留率r、折现率i都稳定，且一期之后才收到第一笔时，等于 m × r ÷（1 + i − r）；要注明是否已扣除获客成本。",
        )
        .source("compare Gupta and Lehmann, 2003", "参见古普塔与莱曼，2003")
        .used(&["relationships.groups", "relationships.value_capture"]),
    named("customer-operation", "customer operation", "顾客经营")
        .also("running customers instead of products", "客户经营")
        .means(
            "Treating customers, not products, as what the business runs. The aim moves from one more sale to customers who stay and come back by themselves.",
            "把顾客而不是产品当作经营的对象。目标不再是多卖一单，而是顾客长期留下、主动再来。",
        )
        .used(&["relationships.groups", "relationships.programmes"]),
    named("customer-relationship-management", "customer relationship management", "顾客关系管理")
        .also("CRM", "客户关系管理")
        .means(
            "The whole work of building and keeping profitable relationships by giving superior value and satisfaction. It has three parts, a philosophy, a way of working and a technology, and needs leadership, strategy and culture; software alone is not it. It covers dealers and partners as well as end customers.",
            "通过提供更高的价值和满意，建立并保持可盈利关系的全部工作。它包括理念、途径和技术三部分，要有领导、策略和文化作条件，光买软件不算。对象不只是最终顾客，也包括经销商和伙伴。",
        )
        .source("compare Payne and Frow, 2005", "参见佩恩与弗劳，2005")
        .used(&["relationships.programmes", "relationships.care"]),
    named("customer-sorting", "four ways to sort customers", "顾客的四种划分")
        .also("clustering, grading, classing, layering", "分群、分级、分类、分层")
        .means(
            "Cluster by likeness, grade by value, class by kind, layer by level of relationship. Each serves another decision, so do not mix them in one list.",
            "按相似程度分群，按价值分级，按性质分类，按关系深浅分层。用途不同，不要混在一张表里。",
        )
        .used(&["targeting.segments", "relationships.groups", "relationships.accounts.tier"]),
    named("customer-value", "customer value", "顾客价值")
        .also("value to the customer", "客户价值")
        .means(
            "What a customer gets from an offer weighed against what it costs them. Be careful with the phrase: it can also mean what a customer is worth to the firm, which is lifetime value.",
            "顾客从供应中得到的利益，与付出的代价相权衡。这个词要当心：有时也指顾客对企业值多少，那叫顾客终身价值。",
        )
        .used(&["value.benefits", "value.costs"]),
    named("customer-value-system", "customer-value system in six parts", "顾客价值体系六步")
        .also("", "以客户价值为核心的营销与售后体系")
        .means(
            "A way to order the work: study needs, draw personas, set the strategy, deliver quality, manage relationships, and measure satisfaction. Each part feeds the next, and the last feeds the first.",
            "一种安排工作的顺序：研究需要，描绘顾客画像，制定策略，提供优质产品与服务，管理关系，评估满意度。每一步为下一步提供依据，最后一步又回到开头。",
        )
        .used(&["needs.customer_needs", "relationships.satisfaction"]),
    named("data-to-knowledge", "from data to strategy", "从数据到策略")
        .also("data, information, knowledge", "数据、信息、知识、策略")
        .means(
            "Records become information when put in order, knowledge when they explain why, and strategy when they change a choice. Data that change no choice are a cost.",
            "数据整理后成为信息，能解释原因的信息成为知识，能改变选择的知识才成为策略。改变不了任何选择的数据只是成本。",
        )
        .source("compare Ackoff, 1989", "参见阿科夫，1989")
        .used(&["needs.evidence.finding", "relationships.care.customer_data"]),
    named("demand", "demand", "需求")
        .also("effective demand", "有效需求; 有购买力的欲望")
        .means(
            "A want with the means and the will to pay behind it. Show what people pay today, in money or in trouble, not what they say they would like.",
            "有支付能力和购买意愿支持的欲望。要拿出顾客今天实际付出的钱或麻烦作依据，而不是他们口头上的喜欢。",
        )
        .source("Kotler", "科特勒")
        .used(&["needs.customer_needs.demand"]),
    named("differentiation", "differentiation", "差异化")
        .also("unique selling proposition; USP; point of difference", "独特卖点; 差异点")
        .means(
            "Being different from the alternatives in something that customers value, notice and believe. Different for its own sake is only strange.",
            "在顾客看重、看得见、信得过的地方与其他选择不同。为不同而不同，只会显得古怪。",
        )
        .source("compare Reeves, 1961", "参见里夫斯，1961")
        .used(&["value.factors", "value.propositions.lead"]),
    named("digital-marketing", "digital, mobile and social media marketing", "数字与社交媒体营销")
        .also("online marketing; social media marketing", "网络营销; 移动营销; 社交媒体营销; 社会化营销")
        .means(
            "Websites, search, mobile apps, video, e-mail and social networks as ways to reach and hear customers. They work when they are blended with shops, print and people in one strategy, not when run as a plan apart.",
            "用网站、搜索、手机应用、视频、电子邮件和社交网络来触达并倾听顾客。它们应当和门店、印刷品、人员服务融进同一个战略，而不是另起炉灶。",
        )
        .used(&["mix.messages.tool", "mix.channels"]),
    named("discount-rate", "discount rate", "折现率")
        .also("cost of capital; present value", "贴现率; 资金成本; 现值")
        .means(
            "The yearly rate by which later money counts for less than money today. Use the organisation's cost of capital, and fit it to the period: a monthly model needs a monthly rate.",
            "把将来的钱折算成今天的钱所用的比率。通常取资金成本，并与周期一致：按月的模型要用月折现率。",
        )
        .used(&["relationships.value_capture.discount_rate"]),
    named("economic-conditions", "changing economy", "变化的经济环境")
        .also("economic environment", "经济环境")
        .means(
            "Incomes, prices and confidence move, and with them what customers can pay. Fit the proposition to the times without spending the brand's long-term worth on discounts.",
            "收入、物价和信心都会变，顾客付得起多少也随之改变。价值主张要适应时势，但不要靠打折透支品牌的长期价值。",
        )
        .used(&["needs.forces.force", "value.propositions.position"]),
    named("economic-value", "economic value to the customer", "对顾客的经济价值")
        .also("EVC; value-based price ceiling", "经济价值; 顾客经济价值")
        .means(
            "The price of the customer's best alternative plus the money your differences save or earn for them, less what they cost. It is the ceiling of a price; leave the customer a share of it.",
            "顾客最佳替代选择的价格，加上你的不同之处替他省下或挣来的钱，再减去由此多花的钱。这是价格的上限，要给顾客留一份好处。",
        )
        .source("Forbis and Mehta, 1981", "福比斯与梅塔，1981")
        .used(&["value.benefits.worth", "mix.products.price_reason"]),
    named("evidence", "evidence", "证据")
        .also("finding; data", "依据; 佐证")
        .means(
            "What supports a statement in the plan: who was asked or counted, how, how many and when. An opinion in the meeting room is an assumption, not evidence.",
            "支持计划中某一说法的依据：问了谁或数了什么，用什么方法，多少人，什么时候。会议室里的看法只是假设，不是证据。",
        )
        .used(&["needs.evidence", "needs.customer_needs.evidence", "value.benefits.evidence"]),
    named("exchange", "exchange", "交换")
        .means(
            "Getting something wanted by giving something in return: money, time, attention, data, a vote. Name what each side gives and gets; if one side would not do it again, there is no relationship.",
            "付出某物以换取想要的东西，付出的可以是钱、时间、注意力、数据或选票。写明双方各给什么、各得什么；有一方不愿再来一次，就谈不上关系。",
        )
        .source("Bagozzi, 1975", "巴戈齐，1975")
        .used(&["value.benefits", "value.costs"]),
    named("execution-cycle", "execution cycle", "执行循环")
        .also("plan, do, check, act; continuous improvement", "调研、计划、执行、评估、改进; 持续优化")
        .means(
            "Research, plan, build the customer system, run the relationship programme, then evaluate and improve. The last step must have a date and an owner, or the circle never closes.",
            "调研、计划、搭建顾客管理系统、实施关系方案，然后评估改进。最后一步必须有时间、有负责人，否则循环永远合不上。",
        )
        .used(&["plan.review_rhythm", "mix.milestones"]),
    named("feature", "feature", "特征")
        .also("attribute; property", "特点; 属性; 功能")
        .means(
            "Something the offer has or does: a sealed bearing, a night desk, free returns. List only features that carry a benefit to a need; the rest is cost.",
            "供应物具有的性质或功能：密封轴承、夜间服务台、免费退货。只写能带来利益、对应需要的特征，其余都是成本。",
        )
        .used(&["value.benefits.feature", "mix.products.actual"]),
    named("five-times-rule", "five-times claim", "五倍成本之说")
        .also("keeping is cheaper than winning", "获客成本是维系成本的五倍; 维系成本五分之一")
        .means(
            "The saying that winning a customer costs five times as much as keeping one. It is a contested rule of thumb: the ratio varies by trade, so compare your own acquisition and retention spending per customer.",
            "“争取一个新顾客的花费是留住老顾客的五倍。”这是有争议的经验之谈，各行各业相差很大；应当用自家的人均获客支出和维系支出来比较。",
        )
        .source("questioned by Reinartz and Kumar, 2002; Sharp, 2010", "莱纳茨与库马尔（2002）、夏普（2010）提出质疑")
        .used(&["relationships.groups.acquisition_spend", "relationships.groups.retention_spend"]),
    named("forecast", "sales forecast", "销售预测")
        .also("projection", "预测")
        .means(
            "An estimate of what will be sold, built from customers × purchases × net price, with the basis of each number. A target is what you want; a forecast is what you expect.",
            "对销售的估计，由顾客数 × 购买次数 × 净价推出，每个数字都要有依据。目标是希望的，预测是预计的，不可混为一谈。",
        )
        .used(&["mix.forecast", "mix.totals.revenue"]),
    named("four-cs", "four Cs", "4C")
        .also("4C; customer solution, cost, convenience, communication", "4C理论; 顾客、成本、便利、沟通")
        .means(
            "The four Ps seen from the other side of the counter: customer solution, customer cost, convenience, communication. The difference is not the list but the point of view.",
            "换到顾客一边看4P：顾客的解决方案、顾客的成本、便利、沟通。差别不在清单，而在立场。",
        )
        .source("Lauterborn, 1990", "劳特朋，1990")
        .used(&["mix.customer_view"]),
    named("frame-of-reference", "frame of reference", "参照框架")
        .also("competitive frame; consideration set", "竞争框架; 比较范围")
        .means(
            "The set of things a customer compares at the moment of choice. The want draws it: someone in a hurry compares quick meals, not restaurants of your trade.",
            "顾客在选择时拿来比较的范围。划定范围的是顾客的欲望：赶时间的人只在“吃得快”的东西里比较，并不按你的行业来比。",
        )
        .used(&["needs.alternatives", "value.propositions.against"]),
    named("global-marketing", "globalisation", "全球化")
        .also("global market", "全球市场; 全球营销")
        .means(
            "Rivals, suppliers, ideas and customers may now come from anywhere. Even a corner shop should ask which distant offer its customers compare it with.",
            "竞争者、供应商、创意和顾客都可能来自任何地方。哪怕是街角小店，也该问问顾客会拿哪些远方的供应来作比较。",
        )
        .used(&["needs.forces.force", "needs.alternatives"]),
    named("information-overload", "digital hazards", "数字时代的隐患")
        .also("information overload", "信息过载")
        .means(
            "Digital media give customers more choice and comparison, and more noise, tracking and fraud. Make choosing easier, ask for fewer data, and guard those you hold.",
            "数字媒体让顾客选择更多、比较更易，也带来噪声、追踪和欺诈。应当让选择更简单，少要数据，守好已有的数据。",
        )
        .used(&["mix.customer_view.communication", "relationships.care.customer_data"]),
    named("inside-out", "inside-out and outside-in", "由内而外与由外而内")
        .also("outside-in; internally driven", "由外而内; 内部驱动")
        .means(
            "Inside-out starts from the factory and its products and looks for buyers; outside-in starts from a market and its needs and looks for an offer. A plan that speaks only of the four Ps, which the firm controls, is a warning sign of the first.",
            "由内而外是从工厂和产品出发去找买主，由外而内是从市场和需要出发去找方案。一份计划若只谈企业自己控制的4P，多半属于前一种。",
        )
        .source("Kotler", "科特勒")
        .used(&["plan.orientation", "mix.customer_view"]),
    named("integrated-communication", "integrated marketing communications", "整合营销传播")
        .also("IMC; integrated communication", "综合营销传播; 整合传播")
        .means(
            "Every medium and every member of staff saying one thing in ways that suit each other. Check that each message goes back to one lead benefit and one segment.",
            "让各种媒介和每位员工彼此配合，说同一件事。要核对每条信息是否都能追溯到同一个主打利益和同一个细分。",
        )
        .source("Schultz, Tannenbaum and Lauterborn, 1993", "舒尔茨、田纳本与劳特朋，1993")
        .used(&["mix.messages", "value.propositions.lead", "plan.voice"]),
    named("job-to-be-done", "job to be done", "待办任务")
        .also("JTBD", "顾客任务; 用户任务")
        .means(
            "The progress a person tries to make in a given situation, for which products are 'hired' and 'fired'. It is another way to state a need without the product in it.",
            "人在某个情境中想取得的进展；产品不过是为此被“雇用”或“解雇”。这是不提产品而说清需要的另一种办法。",
        )
        .source("Christensen and Raynor, 2003", "克里斯坦森与雷纳，2003")
        .used(&["needs.customer_needs.situation", "needs.customer_needs.need"]),
    named("key-account-marketing", "key-account marketing", "大客户营销")
        .also("key account management; KAM", "大客户管理; 重点营销; 重点客户; 重点顾客")
        .means(
            "Special care for the few customers too big to lose: a named owner, a plan each, people on both sides who know one another. Watch the danger too: a customer with a third of your sales sets your prices.",
            "对少数丢不起的大顾客专门照顾：有专人负责，一户一策，双方多层往来。也要看到危险：占你三分之一销售额的顾客，会替你定价。",
        )
        .used(&["relationships.accounts", "relationships.accounts.protection"]),
    named("kpi", "key performance indicator", "关键绩效指标")
        .also("KPI; metric", "关键指标; 绩效指标")
        .means(
            "One of the few numbers watched to see whether the plan works. Choose those that show customers changing what they do, and fix how each is counted before the work begins.",
            "用来判断计划是否奏效的少数几个数字。要选能反映顾客行为变化的指标，并且在动手之前就定好统计口径。",
        )
        .used(&["mix.objectives.metric", "mix.objectives.measured_by", "mix.milestones"]),
    named("latent-need", "latent need", "潜在需要")
        .also("hidden need; unspoken need", "隐性需要; 未说出的需要")
        .means(
            "A lack that people have grown used to and do not mention. It shows in workarounds and complaints about something else, so watch what people do before asking.",
            "顾客已经习惯、说不出来的缺乏。它常常表现为凑合的办法，或者借别的事抱怨，所以要先看人怎么做，再去问。",
        )
        .used(&["needs.customer_needs.status"]),
    named("loyal-years", "average customer lifetime", "平均忠诚年数")
        .also("average loyal years; customer lifetime", "平均忠诚度年数; 顾客寿命; 平均保留年数")
        .means(
            "How long customers stay on average. Observe it, or reckon 1 ÷ (1 − retention) where retention is steady; a young business has not yet seen how its customers leave.",
            "顾客平均留存多久。可以实际观察；保留率稳定时也可用 1 ÷（1 − 保留率）推算。新企业还没见过顾客怎样流失，推算要谨慎。",
        )
        .used(&["relationships.groups.retention", "relationships.value_capture.horizon"]),
    named("loyalty", "customer loyalty", "顾客忠诚")
        .also("brand loyalty; loyal customer", "客户忠诚; 忠诚度; 顾客忠诚度; 客户忠诚度")
        .means(
            "Coming back by preference although something else is on offer. Satisfaction favours it but does not ensure it: satisfied people leave and captive ones stay, so measure both.",
            "有别的选择仍愿意回来。满意有助于忠诚，但不能保证忠诚：满意的人也会走，不满的人可能走不了，所以两样都要量。",
        )
        .source("compare Jones and Sasser, 1995", "参见琼斯与萨瑟，1995")
        .used(&["relationships.groups.retention", "relationships.satisfaction"]),
    named("loyalty-value-chain", "loyalty value chain", "忠诚营销价值链")
        .also("", "忠诚营销")
        .means(
            "A scheme that leads from selling products to managing customers in steps, ending with the ideal customer who stays, buys and recommends. Only its outline is widely known; use it as a reminder that loyalty is built in stages.",
            "一个由推销产品逐步转向管理顾客的框架，终点是愿意留下、购买并推荐的理想顾客。流传的只有提纲，可用来提醒自己：忠诚要一步步建立。",
        )
        .used(&["relationships.programmes"]),
    named("macro-environment", "macro-environment", "宏观环境")
        .also("PEST; PESTEL; market forces", "宏观环境因素; 外部环境")
        .means(
            "Forces that no single firm controls: political, economic, social, technological, environmental, legal, global. List those that push this market, say which way, and what you will do.",
            "单个企业控制不了的力量：政治、经济、社会、技术、环境、法律、全球。只列推动本市场的那些，写明往哪个方向推、如何应对。",
        )
        .source("compare Aguilar, 1967", "参见阿吉拉尔，1967")
        .used(&["needs.forces"]),
    named("margin", "margin", "毛利率")
        .also("gross margin; mark-up", "毛利; 利润率; 加成率")
        .means(
            "Price less cost as a share of the price. Mark-up is the same money as a share of the cost, so a 50 % mark-up is a 33 % margin; say which you mean.",
            "售价减成本，占售价的比例。加成率则是占成本的比例，所以加成50%只等于毛利率33%，要说清是哪一种。",
        )
        .used(&["relationships.groups.margin_rate", "mix.channels.margin"]),
    named("market", "market", "市场")
        .also("actual and potential buyers", "现实与潜在购买者")
        .means(
            "All actual and potential buyers who share a need and could pay for an answer to it. Today's customers are only a part of it; define it by people and need, not by your product.",
            "具有共同需要并且有能力为之付费的全部现实和潜在购买者。现有顾客只是其中一部分；要用“什么人、什么需要”来界定，不要用自己的产品来界定。",
        )
        .source("Kotler", "科特勒")
        .used(&["needs.market.definition"]),
    named("market-analysis", "market analysis", "市场分析")
        .also("four parts of market analysis", "市场营销分析")
        .means(
            "Four looks at a market before any choice: its size and trend, its rivals, how its customers behave, and the segments in it.",
            "作决定之前从四个方面看市场：规模与趋势、竞争者、顾客行为、细分。",
        )
        .used(&["needs.market", "needs.alternatives", "needs.buying_steps", "targeting.segments"]),
    named("market-growth", "market growth", "市场增长率")
        .also("growth rate", "增长率")
        .means(
            "This year's market less last year's, divided by last year's. Growth of the market and growth of your share are different things; say which one a forecast rests on.",
            "今年市场减去去年市场，再除以去年市场。市场在长和自己的份额在长是两回事，预测靠的是哪一个要说清楚。",
        )
        .used(&["needs.market.growth", "targeting.segments.growth"]),
    named("market-offering", "market offering", "市场供应")
        .also("market offer", "市场提供物; 市场供应物")
        .means(
            "Whatever is brought to a market to meet a need: goods, services, information, experiences, and also places, people and ideas, usually mixed. Think of what customers take home, not of the item on the shelf.",
            "为满足需要而提供给市场的一切：产品、服务、信息、体验，以及地点、人物和观念，通常是几种的组合。要想顾客得到了什么，而不只是货架上的那件东西。",
        )
        .source("Kotler", "科特勒")
        .used(&["plan.offering", "mix.products"]),
    named("market-opportunity", "market opportunity", "市场机会")
        .also("sense and respond", "营销机会; 感知与响应")
        .means(
            "A need that is not well met, held by people who can pay, and that this organisation is able to serve. Not every need is ours: say why this one is.",
            "有一群付得起钱的人，有一种没有得到很好满足的需要，而本企业恰好有能力服务。不是每一种需要都是我们的机会，要写明为什么选它。",
        )
        .used(&["needs.customer_needs", "targeting.segments.fit"]),
    named("market-research", "market research", "市场调研")
        .also("customer research; survey; interview", "市场调查; 市场研究; 问卷; 访谈")
        .means(
            "Asking, watching and counting in order to decide something. Begin with the decision and the question, include people who do not buy from you, and write down how many and when.",
            "为了作决定而去询问、观察和统计。先明确要作什么决定、问什么问题，也要访问不买你东西的人，并记下人数和时间。",
        )
        .used(&["needs.evidence"]),
    named("market-share", "market share", "市场份额")
        .also("share of market", "市场占有率")
        .means(
            "Own sales divided by the sales of the whole market, in units or in value; report which. A small market drawn around your own product gives a large share and little truth.",
            "自家销量或销售额占整个市场的比重，要注明按数量还是按金额。把市场画得只剩自己的产品，份额很大，却没有什么意义。",
        )
        .used(&["needs.alternatives.share", "mix.objectives"]),
    named("market-size", "market size", "市场规模")
        .also("market volume; market potential; TAM", "市场容量; 市场潜量")
        .means(
            "How many people or how much money a year the market holds. Build it up from countable facts and name the source of each; say whether it is everyone, those you can reach, or those you expect to win.",
            "市场每年有多少人或多少金额。要由数得出来的事实推算并注明来源，还要说清楚指的是全部市场、触达得到的市场，还是预计能赢得的市场。",
        )
        .used(&["needs.market.size", "needs.market.value", "needs.sizing"]),
    named("marketing", "marketing", "营销")
        .also("", "市场营销")
        .means(
            "Creating value for customers and building strong relationships with them, so as to receive value in return. It starts long before a sale and goes on after it.",
            "为顾客创造价值、与顾客建立牢固关系，从而获得回报的过程。它在成交之前早已开始，成交之后也没有结束。",
        )
        .source("Kotler and Armstrong", "科特勒与阿姆斯特朗")
        .used(&["plan.mission"]),
    named("marketing-and-sales", "marketing, sales and distribution", "营销、销售与分销")
        .also("difference between marketing and selling", "市场与销售的区别")
        .means(
            "Marketing finds out what should be offered, to whom, and builds the brand; sales wins and develops single customers; distribution brings the goods. They share one plan or they blame each other.",
            "营销研究该为谁提供什么，并建设品牌；销售争取和发展一个个顾客；分销负责把货送到。三者要用同一份计划，否则就会互相埋怨。",
        )
        .used(&["plan.team", "mix.actions"]),
    named("marketing-concept", "marketing concept", "营销观念")
        .also("", "市场营销观念")
        .means(
            "The belief that goals are reached by knowing the needs of chosen customers and meeting them better than rivals do. Profit comes through satisfaction, not in place of it.",
            "认为要达到目标，就要了解所选顾客的需要，并且比竞争者更好地满足。利润由满意而来，而不是取代满意。",
        )
        .source("McKitterick, 1957", "麦基特里克，1957")
        .used(&["plan.orientation"]),
    named("marketing-eras", "eras of marketing", "营销的几个时代")
        .also("from product to customer to brand to value; age of the customer", "交易、服务、关系、体验、价值导向; 从产品管理到价值管理; 客户时代")
        .means(
            "A classroom story in which the core of marketing moves from transactions to service, relationships, experience and value: from managing products to managing customers, brands and value. Historians doubt such neat periods; all of these ways still live side by side.",
            "课堂上常说：营销的重心从交易转到服务、关系、体验和价值，从管理产品转到管理顾客、品牌和价值。史家对这样整齐的分期有怀疑，这几种做法今天仍然并存。",
        )
        .source("compare Keith, 1960; Fullerton, 1988", "参见基思，1960；富勒顿，1988")
        .used(&["plan.orientation"]),
    named("marketing-layers", "three layers of marketing", "营销的三个层次")
        .also("strategy, tactics and configuration", "战略层、战术层、配置层")
        .means(
            "Strategy says whose interests are served, tactics say with which mix, configuration says with which people and money. One teaching scheme links needs to strategy, wants to tactics and demand to configuration; a plan that lacks a layer stays a wish.",
            "战略层回答为谁的利益服务，战术层回答用什么组合，配置层回答投入哪些人和钱。一种教学框架把需要对应战略、欲望对应战术、需求对应配置；缺了哪一层，计划都只是愿望。",
        )
        .used(&["plan.interests", "mix.products", "mix.budget"]),
    named("marketing-management", "marketing management", "营销管理")
        .also("demand management; customer management", "需求管理; 客户管理")
        .means(
            "The craft of choosing target markets and building profitable relationships with them. In practice it means managing customers and managing demand: sometimes raising it, sometimes moving it to another time, sometimes lowering it.",
            "选择目标市场并与之建立可盈利关系的艺术和科学。落到实处就是管理顾客、管理需求：有时要增加需求，有时要错开需求，有时还要降低需求。",
        )
        .source("Kotler", "科特勒")
        .used(&["targeting.criteria", "mix.objectives"]),
    named("marketing-mix", "marketing mix", "营销组合")
        .also("four Ps; 4P; product, price, place, promotion", "4P; 4P组合; 产品、价格、渠道、促销; 市场营销组合")
        .means(
            "Product, price, place and promotion: the four levers a firm controls. They must fit one another and the chosen segment; a low price with a luxury channel confuses everyone.",
            "产品、价格、渠道、促销，是企业能控制的四个杠杆。四者要彼此一致，并与目标细分相合；低价配上奢侈品渠道，谁都会糊涂。",
        )
        .source("McCarthy, 1960; the phrase from Borden", "麦卡锡，1960；名称出自博登")
        .used(&["mix.products", "mix.channels", "mix.messages"]),
    named("marketing-myopia", "marketing myopia", "营销近视")
        .also("marketing short-sightedness", "营销短视; 营销近视症")
        .means(
            "Looking so hard at your own product that the need behind it goes out of sight, and with it the substitutes that will answer the need better. The cure is to state need, market and rivals as customers see them.",
            "眼睛只盯着自己的产品，看不见背后的需要，也就看不见能更好满足这种需要的替代品。解法是站在顾客的角度写需要、市场和竞争者。",
        )
        .source("Levitt, 1960", "莱维特，1960")
        .used(&["needs.market.definition", "needs.customer_needs.need", "needs.alternatives"]),
    named("marketing-object", "objects of marketing", "营销对象与客体")
        .also("product, service, idea, other; PSIO", "营销对象; 营销客体; 产品、服务、观念、其他")
        .means(
            "Two questions come before any plan: to whom do we market, and what is exchanged? The first may be travellers, diners, patients, students or citizens, who are also the audience of every message; the second may be a product, a service, an idea or something else.",
            "策划之前先问两句：向谁营销？交换的是什么？前者可能是旅客、食客、患者、学生或公民，他们同时也是一切传播的受众；后者可能是产品、服务、观念或其他。",
        )
        .used(&["targeting.segments.side", "plan.offering"]),
    named("marketing-orientation", "marketing management orientation", "营销管理观念")
        .also("marketing philosophy; business orientation", "营销哲学; 经营观念")
        .means(
            "The belief that steers the work: production, product, selling, marketing or societal marketing. Read a plan's actions and budget, not its slogans, to see which one really rules.",
            "指导工作的基本信念，分为生产、产品、推销、营销、社会营销五种。判断一份计划属于哪一种，要看它的行动和预算，不要看口号。",
        )
        .source("Kotler", "科特勒")
        .used(&["plan.orientation"]),
    named("marketing-plan", "marketing plan", "营销计划")
        .also("why plan; campaign plan", "营销策划; 市场营销策划; 营销方案")
        .means(
            "A written agreement on whom we serve, what we promise, what we will do, what it costs and how we shall know. Its worth lies in the choices it forces and in being checked against results.",
            "一份书面约定：为谁服务、承诺什么、做哪些事、花多少钱、凭什么判断成败。它的价值在于逼人作出取舍，并且事后能与结果对照。",
        )
        .used(&["plan.title", "plan.summary", "plan.review_rhythm"]),
    named("marketing-principles", "three principles of marketing", "营销三原则")
        .also("market orientation, integrated communication, customer satisfaction", "市场导向、综合营销传播、顾客满意")
        .means(
            "Let the market lead, speak with one voice in every medium, and judge the work by whether customers are satisfied. Use them as three questions to put to any finished plan.",
            "以市场为导向，各种传播口径一致，用顾客是否满意来评判工作。计划写完后，可以用这三条逐一自问。",
        )
        .used(&["plan.orientation", "mix.messages", "relationships.satisfaction"]),
    named("marketing-process", "five-step marketing process", "营销过程五步")
        .also("five steps; marketing process model", "营销五步流程; 营销过程模型")
        .means(
            "Understand the market and its needs; choose whom to serve and how; build a programme that delivers the value; build profitable relationships; capture value. Some textbooks count the value proposition inside the second step; here it is a step of its own, and research, mix and partners are the work inside the steps.",
            "先理解市场与需要，再选定服务谁、怎样服务，然后制定交付价值的方案，建立可盈利的关系，最后获取价值。有的教材把价值主张放在第二步之内，本工具将它单列一步；调研、组合、伙伴等是各步之中的具体工作。",
        )
        .source("Kotler and Armstrong", "科特勒与阿姆斯特朗")
        .used(&["plan.summary"]),
    named("marketing-processes", "customer-centred processes", "以顾客为中心的流程")
        .also("ten marketing processes; high-value processes", "十大营销流程; 高价值营销流程")
        .means(
            "Marketing can be run as processes instead of departments: research and insight, segmentation by value, dividing resources among customer groups, product development, promotion, sales, relationships, feedback. Customers ask for more and many units take part, so goals must be joined up. Published lists of 'ten' differ: take them as prompts.",
            "营销可以按流程而不是按部门来运行：调研与洞察、按价值细分、在顾客群之间分配资源、产品开发、促销、销售、关系、反馈。顾客要求更高，参与的单位更多，目标就必须协调。各种“十大流程”的清单并不一致，只宜作提示。",
        )
        .used(&["plan.team", "mix.actions"]),
    named("marketing-roi", "return on marketing", "营销投资回报率")
        .also("ROI; ROMI; visibility of marketing", "投资回报率; 营销回报率; 营销的可见度")
        .means(
            "Extra contribution brought by the spend, less the spend, divided by the spend. Count contribution rather than revenue, and only what would not have come anyway.",
            "由投入带来的额外边际贡献减去投入，再除以投入。要算贡献而不是收入，而且只算没有这笔投入就不会有的部分。",
        )
        .used(&["mix.budget.amount", "mix.totals.revenue"]),
    named("marketing-system", "modern marketing system", "现代营销体系")
        .also("value delivery network", "价值交付网络")
        .means(
            "Suppliers, the firm, its rivals, go-betweens and final customers, all within a wider environment. Each link adds value or loses it, so each arrow between them is a relationship to manage.",
            "供应商、企业、竞争者、中间商和最终顾客，都处在更大的环境之中。每一环都可能增加或损失价值，所以每个箭头都是需要管理的关系。",
        )
        .source("Kotler and Armstrong", "科特勒与阿姆斯特朗")
        .used(&["relationships.partners", "mix.channels"]),
    named("moment-of-truth", "moment of truth", "关键时刻")
        .also("MOT", "真实瞬间; 关键时刻MOT")
        .means(
            "One of the few contacts in which a customer decides what to think of you. Jan Carlzon rebuilt the airline SAS around such moments: find yours and let the staff who stand there decide.",
            "顾客据以形成评价的少数几次接触。卡尔松曾围绕这样的时刻重整北欧航空：找出自己的关键时刻，让站在那里的员工有权作主。",
        )
        .source("Normann, 1984; Carlzon, 1987", "诺曼，1984；卡尔松，1987")
        .used(&["relationships.touchpoints.moment_of_truth"]),
    named("need", "need", "需要")
        .also("felt lack; underlying need", "基本需要; 缺乏感")
        .means(
            "A lack that a person feels: hunger, warmth, safety, company, getting work done. State it without naming your product; if it would vanish when your firm closed, it is not a need.",
            "人感觉到的一种缺乏：饥饿、温暖、安全、陪伴、把事办成。写需要时不要提自己的产品；如果企业一关门它就不存在了，那就不是需要。",
        )
        .source("Kotler", "科特勒")
        .used(&["needs.customer_needs.need"]),
    named("net-price", "net price", "净价")
        .also("pocket price; realised price", "净收价格; 实收价")
        .means(
            "What the firm keeps of the list price after tax, channel margin, discounts and fees. Reckon break-even and forecast with it; reckoning with the list price flatters the plan.",
            "标价扣除税费、渠道毛利、折扣和手续费之后企业实收的价格。盈亏平衡和预测要用净价；用标价来算，计划会虚胖。",
        )
        .source("compare Marn and Rosiello, 1992", "参见马恩与罗西耶洛，1992")
        .used(&["mix.products.net_price", "mix.forecast.price"]),
    named("non-profit-marketing", "non-profit marketing", "非营利营销")
        .also("public-sector marketing", "非营利组织营销; 公共机构营销")
        .means(
            "The same five steps for a museum, a clinic or a city office. Those who pay and those who benefit are often different people, and the value captured may be donations, trust or results instead of profit.",
            "博物馆、医院、政府部门同样适用五步流程。付钱的人和受益的人往往不同，收回的价值可能是捐款、信任或成效，而不是利润。",
        )
        .source("Kotler and Levy, 1969", "科特勒与利维，1969")
        .used(&["plan.kind", "targeting.segments.side", "relationships.revenue_streams"]),
    named("nps", "net promoter score", "净推荐值")
        .also("NPS", "净推荐分数")
        .means(
            "Share of people who would recommend at 9 or 10 less the share at 0 to 6. Easy to ask and to compare over time; its claim to predict growth better than other measures is contested.",
            "愿意推荐打9至10分者的比例，减去0至6分者的比例。问起来简单，便于前后比较；但“它比别的指标更能预测增长”一说有争议。",
        )
        .source("Reichheld, 2003; contested by Keiningham and others, 2007", "赖克哈尔德，2003；基宁厄姆等2007年提出异议")
        .used(&["relationships.satisfaction.measure"]),
    named("objective", "marketing objective", "营销目标")
        .also("goal; SMART objective", "目标; 目标设定")
        .means(
            "A result to be reached: a measure, where it stands today, where it should stand, by when, and who answers for it. 'Raise awareness' is a wish; an activity is not an objective either.",
            "要达到的结果：用什么衡量，现在多少，要到多少，什么时候，谁负责。“提高知名度”只是愿望；做了什么活动也不是目标。",
        )
        .source("compare Doran, 1981", "参见多兰，1981")
        .used(&["mix.objectives"]),
    named("occasion-segmentation", "occasion segmentation", "时机细分")
        .also("situation segmentation", "场合细分; 情境细分")
        .means(
            "Dividing customers by when and why they use something rather than by who they are. The same canteen serves a quick weekday lunch and a slow supper after ten: two needs, two programmes, perhaps the same people.",
            "按什么时候、为什么使用来划分，而不按身份划分。同一家餐馆，工作日午餐图快，夜宵图放松：两种需要，两套方案，人可能还是同一批。",
        )
        .used(&["targeting.segments.bases", "needs.customer_needs.situation"]),
    named("one-centre-two-points", "one centre, two basic points", "一个中心，两个基本点")
        .means(
            "A memory aid from Chinese classrooms. The customer is the centre; the two points are to make the customer's needs explicit and to bring the organisation's means together to serve them.",
            "课堂上常用的口诀：以顾客为中心；一个基本点是把顾客的需要弄清楚、说明白，另一个是整合企业资源去创造价值。",
        )
        .used(&["needs.customer_needs", "plan.team"]),
    named("one-to-one-marketing", "one-to-one marketing", "一对一营销")
        .also("individual marketing; mass customisation", "个别营销; 大规模定制")
        .means(
            "Learning from each single customer and feeding the answer back into what is made for them. It pays where customers differ much and data are cheap; otherwise segments do.",
            "向每一位顾客学习，并把结果反馈到为他提供的产品中。顾客差异大、数据便宜时值得做，否则用细分就够了。",
        )
        .source("Peppers and Rogers, 1993", "佩珀斯与罗杰斯，1993")
        .used(&["targeting.strategy"]),
    named("online-failures", "four online failures", "网络体验四类失败")
        .also("cart abandonment; showrooming", "弃购; 线下体验线上下单")
        .means(
            "Ways a customer slips away: leaving for lack of information, waiting too long for a reply, searching online but having to buy elsewhere, meeting staff who know less than the website. Walk through your own channels as a customer would.",
            "顾客流失的几种情形：信息不全而放弃，回复太慢，网上查了却得到线下去买，遇到还不如网页清楚的店员。不妨以顾客身份把自家渠道走一遍。",
        )
        .used(&["relationships.touchpoints", "mix.channels.convenience"]),
    named("opportunity-score", "opportunity score", "机会得分")
        .also("importance-satisfaction gap", "机会分数; 重要性与满意度之差")
        .means(
            "Importance plus the part of importance that is not yet satisfied: I + max(I − S, 0). It ranks needs; it is no proof of demand, and small samples make it jump.",
            "重要性加上重要性超出满意度的部分：I + max(I − S, 0)。它用来给需要排序，不能证明需求存在；样本小时数值起伏很大。",
        )
        .source("Ulwick, 2002", "厄尔威克，2002")
        .used(&["needs.customer_needs.importance", "needs.customer_needs.satisfaction"]),
    named("partner-relationship", "partner relationship management", "伙伴关系管理")
        .also("PRM", "合作伙伴关系管理")
        .means(
            "Working with other departments and with suppliers, dealers and platforms so that together you bring customers more value. Write what each partner does and what they gain; without the second, the first does not happen.",
            "与其他部门以及供应商、经销商、平台合作，共同为顾客带来更多价值。要写清每个伙伴做什么、得到什么；没有后者，前者不会发生。",
        )
        .source("Kotler and Armstrong", "科特勒与阿姆斯特朗")
        .used(&["relationships.partners"]),
    named("payback", "payback period", "回收期")
        .also("CAC payback", "投资回收期; 获客成本回收期")
        .means(
            "How long until a new customer's margin has repaid what it cost to win them: acquisition cost ÷ margin per period. It warns of running out of cash even when lifetime value looks fine.",
            "新顾客带来的毛利多久能收回获客成本：获客成本 ÷ 每期毛利。即使终身价值好看，它也能提醒你现金会不会断。",
        )
        .used(&["relationships.groups.acquisition_cost", "relationships.groups.margin_rate"]),
    named("perceived-value", "customer-perceived value", "顾客感知价值")
        .also("CPV; perceived customer value", "客户感知价值; 顾客认知价值")
        .means(
            "The customer's own weighing of all benefits against all costs of an offer, compared with the alternatives. It is judged in the customer's head, not on the firm's price list.",
            "顾客自己对一项供应的全部利益与全部成本的权衡，并且是与其他选择相比较的结果。评判在顾客心里，不在企业的价目表上。",
        )
        .source("Zeithaml, 1988", "泽丝曼尔，1988")
        .used(&["value.factors", "value.benefits.worth", "value.costs"]),
    named("persona", "persona", "顾客画像")
        .also("buyer persona", "客户画像; 用户画像; 人物角色")
        .means(
            "One believable person who stands for a segment: a day, aims, annoyances, a real sentence. Draw it from interviews; an invented persona only repeats your own opinions.",
            "用一个可信的人代表一个细分：他的一天、目标、烦恼和一句真话。要根据访谈来写，凭空编造的画像只会重复自己的看法。",
        )
        .source("Cooper, 1999", "库珀，1999")
        .used(&["targeting.personas"]),
    named("personalisation", "personalised service", "个性化服务")
        .also("personalization; customisation", "个性化; 定制服务")
        .means(
            "Fitting product, message or help to one customer by what is known of them. A cosmetics counter pairs the effect of a cream with an adviser who knows your skin and a sample to try; use only data the customer would be glad you remember.",
            "根据对某位顾客的了解来调整产品、信息或服务。高档化妆品专柜既讲功效，又有熟悉你肤质的顾问和试用装。只用顾客乐意你记住的信息。",
        )
        .used(&["relationships.programmes", "relationships.care.customer_data"]),
    named("positioning", "positioning", "定位")
        .also("market positioning", "市场定位")
        .means(
            "The place you want to hold in the customer's mind, relative to the alternatives and on things that customers weigh. It is chosen on purpose, said briefly, and proved by everything in the mix.",
            "希望在顾客心中占据的位置：相对于其他选择，落在顾客看重的方面。位置要选定，说得简短，并由整套营销组合来证明。",
        )
        .source("Trout, 1969; Ries and Trout, 1981", "特劳特，1969；里斯与特劳特，1981")
        .used(&["value.propositions", "value.map", "value.factors"]),
    named("price-basis", "basis of a price", "定价依据")
        .also("pricing method; value-based, cost-based, competition-based", "定价方法; 价值定价; 成本定价; 竞争定价")
        .means(
            "What a price rests on: value to the customer (the ceiling), the alternatives (the neighbourhood), cost (the floor), the customer's budget (the limit). Begin with value; a cost-plus price does not know the customer.",
            "价格凭什么而定：顾客价值是上限，其他选择是参照，成本是下限，顾客预算是约束。应从价值开始；只在成本上加成，心中就没有顾客。",
        )
        .used(&["mix.products.price_basis", "mix.products.price_reason"]),
    named("price-elasticity", "price elasticity", "需求价格弹性")
        .also("elasticity; price sensitivity", "价格弹性; 价格敏感度")
        .means(
            "The percentage change in quantity for one per cent change in price. Beyond −1 buyers react strongly and a price rise loses revenue; measure it, for it differs by segment and season.",
            "价格变动百分之一时，销量变动的百分比。绝对值大于1，顾客反应强烈，涨价会减少收入；它因细分和季节而异，应当实测。",
        )
        .source("Marshall, 1890", "马歇尔，1890")
        .used(&["mix.products.price"]),
    named("privacy", "privacy and consent", "隐私与同意")
        .also("data protection; confidentiality", "客户隐私; 顾客隐私; 信息保密; 个人信息保护")
        .means(
            "Collect customer data only lawfully, for a stated purpose, for a limited time, and keep them safe. A good test: would the customer be surprised to see what you hold?",
            "收集顾客信息要合法、目的明确、期限有限，并妥善保管。一个好的检验：顾客看到你留存的内容，会不会吃惊？",
        )
        .used(&["relationships.care.customer_data"]),
    named("product-concept", "product concept", "产品观念")
        .also("better mousetrap", "产品导向")
        .means(
            "The belief that customers want the best quality and the most features, so the work is to improve the product. Its danger is marketing myopia: a better answer to a question nobody asks.",
            "认为顾客喜欢质量最好、功能最多的产品，所以要不断改进产品。它的危险是营销近视：把没人问的问题回答得越来越好。",
        )
        .source("Kotler", "科特勒")
        .used(&["plan.orientation"]),
    named("product-levels", "levels of a product", "产品层次")
        .also("core, actual and augmented product", "核心产品、实体产品、附加产品; 整体产品")
        .means(
            "The core is the benefit bought; the actual product is quality, features, design, brand, packaging; the augmented product adds service, guarantee, help. Rivals copy the middle level first, and the same goods become a different product by what surrounds them.",
            "核心层是顾客买的利益，实体层是质量、特征、设计、品牌和包装，附加层是服务、保证和帮助。竞争者最先模仿实体层；同样的东西，外围不同就成了不同的产品。",
        )
        .source("Kotler; compare Levitt, 1980", "科特勒；参见莱维特，1980")
        .used(&["mix.products.core", "mix.products.actual", "mix.products.augmented"]),
    named("production-concept", "production concept", "生产观念")
        .also("", "生产导向")
        .means(
            "The belief that customers want what is cheap and easy to get, so the work is to make and distribute more efficiently. It fits where goods are scarce, and it goes blind where they are not.",
            "认为顾客喜欢买得到、买得起的东西，所以要提高生产和分销的效率。供不应求时行得通，供过于求时就会看不见顾客。",
        )
        .source("Kotler", "科特勒")
        .used(&["plan.orientation"]),
    named("promotion", "promotion", "促销")
        .also("marketing communications; promotion mix", "促销组合; 推广; 营销沟通")
        .means(
            "All the ways of telling the target about the proposition: advertising, sales promotion, public relations, personal selling, direct and digital. A discount is only one of them, and it teaches people to wait.",
            "把价值主张告诉目标顾客的各种方式：广告、销售促进、公共关系、人员推销、直复与数字营销。打折只是其中一种，用多了顾客会学会等。",
        )
        .used(&["mix.messages", "mix.promotions"]),
    named("proof", "proof", "证明")
        .also("reason to believe; support", "信任理由; 佐证材料")
        .means(
            "Why a doubting customer should believe a benefit: a test, a case, a guarantee, a number with its source. Adjectives prove nothing, and a promise beyond the proof comes back as a complaint.",
            "让心存怀疑的顾客相信某项利益的理由：检测、案例、保证、有来源的数字。形容词证明不了什么，超出证明的承诺会变成投诉。",
        )
        .used(&["value.benefits.proof", "value.benefits.evidence"]),
    named("purchase-motives", "purchase motives", "购买动机")
        .also("four types of buyer; buyer type", "购买者类型; 消费型、制造型、贸易型、代表型")
        .means(
            "Why the buyer buys: to use it (performance, price, service), to make something with it (quality, reliable supply), to resell it (margin), or on behalf of an institution (procedure, little trouble). The same product needs four different arguments.",
            "买来做什么：自己用（看性能、价格、服务），用来生产（看质量和供货），转手再卖（看利润），或代表单位采购（看程序和省事）。同一件产品需要四套说法。",
        )
        .used(&["targeting.segments.buyer_type"]),
    named("purpose-of-business", "purpose of a business", "企业的目的")
        .also("create a customer", "创造顾客")
        .means(
            "A business exists to create a customer and to meet that customer's needs; profit is the test of how well it does so, not the reason for it.",
            "企业的目的是创造顾客、满足顾客的需要；利润检验它做得好不好，而不是它存在的理由。",
        )
        .source("Drucker, 1954", "德鲁克，1954")
        .used(&["plan.mission"]),
    named("qualified-customer", "qualified customer", "合格顾客")
        .also("MAN rule; money, authority, need; ideal customer", "合格客户; MAN法则; 真正的客户; 理想客户; 优良客户")
        .means(
            "Someone with the money, the authority to decide and the need. Four questions sort prospects: who really is a customer, who would be ideal, who qualifies by law, credit and company rules, and who turns out to be a good one.",
            "有支付力、有决策权、又有需要的人。筛选时可问四句：谁是真正的顾客，谁是理想的顾客，谁在法律、信用和公司规定上合格，谁最后证明是优良的顾客。",
        )
        .used(&["targeting.segments.payer", "targeting.segments.decider", "targeting.not_for"]),
    named("referral-selling", "the champion seller's lesson", "推销冠军的启示")
        .also("referral selling; Girard case", "汽车推销员吉拉德; 介绍人制度")
        .means(
            "A well-known car seller, Joe Girard, turned buyers into helpers who sent friends and were thanked for it. The lesson is that a satisfied customer is trusted more than the seller; the sales figures told in class are unreliable.",
            "著名汽车推销员乔·吉拉德请买主介绍亲友，并给予答谢，买主成了他的帮手。启示在于：人们更相信满意的顾客而不是推销员。课堂流传的销量数字并不可靠。",
        )
        .used(&["relationships.programmes.tool"]),
    named("relationship-groups", "customer relationship groups", "顾客关系分组")
        .also("strangers, butterflies, true friends, barnacles", "客户关系分组; 陌生人、蝴蝶、真正的朋友、船底的贝壳; 藤壶")
        .means(
            "Customers sorted by profit and expected loyalty, each group with its own policy. Invest nothing in strangers (little of both) and keep delighting true friends (much of both). Earn what you can from butterflies (profitable, soon gone), and sell more to barnacles (loyal, little profit), raise their price or let them go.",
            "按盈利和预期忠诚把顾客分为四组，各用各的策略。陌生人两样都低，不投入；真正的朋友两样都高，要持续投入，让他们惊喜。蝴蝶盈利却不久留，趁在时做好生意，走了不追；船底的贝壳忠诚却不赚钱，可以多卖、提价、减少服务，或者放手。",
        )
        .source("Reinartz and Kumar, 2002", "莱纳茨与库马尔，2002")
        .used(&["relationships.groups.policy", "relationships.value_capture.profit_threshold", "relationships.value_capture.loyalty_threshold"]),
    named("relationship-level", "level of relationship", "关系层次")
        .also("basic, reactive, accountable, proactive, partnership", "顾客关系层次; 客户关系层次; 基本型、被动型、负责型、主动型、伙伴型")
        .means(
            "How close the relationship should be, from a plain sale to a full partnership. Many customers with small margins call for a basic one; a few with large margins may repay a partnership.",
            "关系应有多密切，从单纯买卖到全面伙伴。顾客多、毛利薄，用基本型；顾客少、毛利厚，才值得结成伙伴。",
        )
        .source("Kotler", "科特勒")
        .used(&["relationships.programmes.level"]),
    named("relationship-tools", "relationship tools", "关系工具")
        .also("frequency marketing; club marketing; loyalty programme", "频次营销; 俱乐部营销; 会员计划; 忠诚计划")
        .means(
            "Ways to tie customers closer: rewards for frequency, clubs, and financial, social or structural bonds. Rewards are the easiest to copy; bonds that make the customer's work or life easier last longest.",
            "拉近关系的办法：频次奖励、俱乐部，以及财务、社交和结构纽带。奖励最容易被模仿；让顾客工作生活更方便的纽带最长久。",
        )
        .source("compare Berry and Parasuraman, 1991", "参见贝里与帕拉休拉曼，1991")
        .used(&["relationships.programmes.tool"]),
    named("retention", "retention rate", "保留率")
        .also("customer retention; churn", "顾客保留率; 客户保留率; 留存率; 流失率")
        .means(
            "The share of a period's customers still there in the next: (customers at the end − new ones) ÷ customers at the start. Churn is what is missing to 100 %. Always name the period: 90 % a month is 28 % a year.",
            "期初顾客到期末仍在的比例：（期末顾客数 − 新增顾客数）÷ 期初顾客数。其余部分就是流失率。一定要写明周期：每月90%，一年只剩28%。",
        )
        .used(&["relationships.groups.retention", "relationships.value_capture.loyalty_threshold"]),
    named("revenue-model", "revenue model", "收入模式")
        .also("revenue stream; business model", "盈利模式; 收入来源; 收费模式")
        .means(
            "How money comes in and from whom: sale, subscription, usage fee, commission, advertising, licence, grant, donation. When user and payer differ, each needs a reason.",
            "钱怎样进来、由谁付：销售、订阅、按量收费、佣金、广告、授权、拨款、捐赠。使用者和付款者不同时，要各给一个理由。",
        )
        .used(&["relationships.revenue_streams"]),
    named("risk", "risk", "风险")
        .means(
            "Something that may happen and would harm the plan: how likely, how bad, what early sign to watch, who acts. A problem that is already here is not a risk but a task.",
            "可能发生并会损害计划的事：可能性多大，影响多重，看什么预兆，谁来处理。已经发生的问题不叫风险，叫任务。",
        )
        .used(&["mix.risks"]),
    named("sales-conversation", "customer-centred sales talk", "以顾客为中心的话术")
        .also("asking about pains; consultative selling", "销售话术; 提问了解痛点; 顾问式销售")
        .means(
            "Ask before you answer: find what troubles this customer, listen, watch, then offer what fits, in plain words. Every customer is different; expertise, a calm tone and a long view sell more than a script.",
            "先问后答：弄清这位顾客为何事烦恼，倾听、观察，再用平实的话提出合适的办法。每位顾客都不同；专业、从容和长远眼光，比背话术有用。",
        )
        .used(&["needs.buying_steps.ours"]),
    named("satisfaction", "customer satisfaction", "顾客满意")
        .also("delight; dissatisfaction", "客户满意; 顾客满意度; 客户满意度")
        .means(
            "How the experience compares with what was expected: below is disappointed, equal is satisfied, above is delighted. Promise what you can deliver; too low a promise wins nobody, too high loses them.",
            "实际感受与期望相比的结果：低于期望则失望，相当则满意，高于期望则惊喜。承诺要做得到：说得太低没人来，说得太高留不住。",
        )
        .source("Oliver, 1980", "奥利弗，1980")
        .used(&["relationships.satisfaction", "value.propositions.promise_level"]),
    named("satisfaction-gap", "satisfaction gap", "满意度差距")
        .also("expectation gap", "期望差距; 感知与期望之差")
        .means(
            "Perceived performance minus expectation, measured on the same scale with the same people. A negative gap is closed by better delivery or a more modest promise, not by more advertising.",
            "感知绩效减去期望，要用同一量表、问同一批人。差距为负，要靠改进交付或收敛承诺来弥补，不能靠加大广告。",
        )
        .source("compare Parasuraman, Zeithaml and Berry, 1985", "参见帕拉休拉曼、泽丝曼尔与贝里，1985")
        .used(&["relationships.satisfaction.expectation", "relationships.satisfaction.performance"]),
    named("scenario", "scenario", "情景")
        .also("low, base and high case", "情形; 低、基准、高三种情景")
        .means(
            "A consistent picture of how things may turn out: low, base, high. Change the causes, such as trial or repeat rate, instead of adding ten per cent to everything.",
            "对未来可能走向的一幅前后一致的图景：低、基准、高。应当改变原因，如试用率、复购率，而不是把所有数字加减一成。",
        )
        .used(&["mix.forecast.scenario"]),
    named("segment-criteria", "criteria of a useful segment", "有效细分的条件")
        .also("measurable, reachable, substantial, differentiable, actionable", "可衡量、可进入、足够大、可区分、可行动")
        .means(
            "A segment helps only if you can measure it, reach it, live on it, tell it apart by how it responds, and act on it. A group that fails one of these is a description, not a target.",
            "细分要有用，须能衡量、能触达、规模足够、反应确有区别、企业有能力行动。缺一条，就只是一种描述，不能当作目标。",
        )
        .source("Kotler", "科特勒")
        .used(&["targeting.segments.measurable", "targeting.segments.reachable", "targeting.segments.substantial", "targeting.segments.differentiable", "targeting.segments.actionable"]),
    named("segmentation", "market segmentation", "市场细分")
        .also("segment", "细分; 细分市场; 客户细分; 顾客细分")
        .means(
            "Dividing a market into groups that differ in need and would answer differently to an offer. Four steps: gather data, look for shared needs, set the dividing criteria, design for each group.",
            "把市场划分成需要不同、对同一供应反应也不同的群体。分四步：收集数据，找共同需要，定划分标准，为每一群分别设计。",
        )
        .source("Smith, 1956", "史密斯，1956")
        .used(&["targeting.segments", "targeting.segments.bases"]),
    named("selling-concept", "selling concept", "推销观念")
        .also("hard sell", "推销导向; 销售观念")
        .means(
            "The belief that people will not buy enough unless pushed, so what has been made is sold with force. It counts today's transactions and forgets whether the buyer will come back.",
            "认为不大力推销，顾客就不会买够，于是把已经做出来的东西尽力卖出去。它只数今天的成交，不问顾客还会不会再来。",
        )
        .source("Kotler", "科特勒")
        .used(&["plan.orientation"]),
    named("service-marketing", "beliefs of service marketing", "服务营销的理念")
        .also("service as an investment", "服务营销; 服务是投资; 从成本中心到利润中心")
        .means(
            "Customers choose; service that meets expectations helps the sale, brings satisfaction and repeat purchase, leads out of price wars, and keeps customers. So service is a product before and after the product, and an investment in later profit rather than a cost.",
            "选择权在顾客手里；合乎期望的服务能促成销售，带来满意和复购，避开价格战，留住顾客。所以服务是售前售后的产品，是对未来利润的投资，而不只是成本。",
        )
        .used(&["mix.products.augmented", "relationships.care.after_sales"]),
    named("share-of-customer", "share of customer", "顾客份额")
        .also("share of wallet; share of requirements", "客户份额; 顾客占有率; 钱包份额")
        .means(
            "What a customer spends with you divided by all they spend in the category. It grows by more variety, cross-selling and up-selling that answer a real need; a high share of light buyers may still be little money.",
            "顾客在你这里的支出占其同类总支出的比例。靠增加品种、交叉销售和向上销售来提高，前提是真有需要；买得少的人，份额再高也没有多少钱。",
        )
        .source("Peppers and Rogers, 1993", "佩珀斯与罗杰斯，1993")
        .used(&["relationships.groups.category_spend", "relationships.groups.grow_by"]),
    named("siva", "SIVA", "SIVA模型")
        .also("solution, information, value, access", "解决方案、信息、价值、获取")
        .means(
            "Four questions a customer asks: how can I solve my problem, where can I learn more, what must I give up in all, where can I get it? The letters stand for solution, information, value and access.",
            "顾客会问四件事：我的问题怎样解决，到哪里了解更多，总共要付出什么，在哪里能得到。四个字母依次是解决方案、信息、价值、获取。",
        )
        .source("Dev and Schultz, 2005", "德夫与舒尔茨，2005")
        .used(&["mix.customer_view.solution", "mix.customer_view.convenience", "mix.customer_view.communication"]),
    named("social-tribe", "social tribe", "社会群体标签")
        .also("lifestyle label; lifestyle tribe", "族群; 小资; 打工族; 上班族")
        .means(
            "A catchy name for people with a shared way of life: office workers, fans, the newly arrived. The label is a start; it becomes a segment only when a shared need and a count stand behind it.",
            "给生活方式相近的人起的响亮名字，如上班族、球迷、新生代。标签只是起点，背后有共同的需要和可数的人数，才算细分。",
        )
        .used(&["targeting.segments.name", "targeting.segments.description"]),
    named("societal-marketing", "societal marketing concept", "社会营销观念")
        .also("", "社会营销导向")
        .means(
            "Marketing that weighs four things: what customers want now, what the organisation needs, what is good for customers in the long run, and what is good for society. Ask who might be harmed if the plan succeeds.",
            "营销要同时权衡四件事：顾客眼前想要什么，企业需要什么，什么对顾客长远有利，什么对社会长远有利。不妨问一句：计划成功了，谁会受害？",
        )
        .source("Kotler, 1972", "科特勒，1972")
        .used(&["plan.orientation", "plan.interests.society", "plan.stakeholders"]),
    named("stakeholders", "stakeholders", "利益相关者")
        .also("interested parties", "利益相关方; 干系人")
        .means(
            "People and groups who gain or lose by the plan, whether they buy or not: staff, neighbours, suppliers, regulators. Write down what each might lose and what will protect them.",
            "因计划而得益或受损的人和团体，不论是否购买：员工、邻居、供应商、监管者。写明每一方可能失去什么、用什么来保护。",
        )
        .source("Freeman, 1984", "弗里曼，1984")
        .used(&["plan.stakeholders", "plan.interests"]),
    named("substitute", "substitute", "替代品")
        .also("substitute product", "替代产品")
        .means(
            "A product of another kind that answers the same need: a video call for a flight, a library card for a bookshop. Substitutes come from outside the trade, so trade statistics do not show them.",
            "用另一类产品满足同一种需要：视频会议替代出差，借书证替代买书。替代品来自行业之外，行业统计里看不到。",
        )
        .source("Porter, 1979", "波特，1979")
        .used(&["needs.alternatives.kind"]),
    named("supply-chain", "managing demand and supply chains", "管理需求与供应链")
        .also("supply chain", "供应链")
        .means(
            "Place is more than shops: it means having the right amount at the right spot when customers want it. Check that promotion does not call up more than capacity can serve.",
            "渠道不只是门店，而是在顾客需要时，把合适的数量送到合适的地方。要核对一下：促销招来的人，产能接不接得住。",
        )
        .used(&["mix.products.capacity", "mix.channels.role"]),
    named("sustainable-marketing", "sustainable marketing", "可持续营销")
        .also("green marketing; responsible marketing", "绿色营销; 责任营销")
        .means(
            "Meeting present needs in ways that leave people and nature able to meet later ones. Claims must be as provable as any other benefit.",
            "满足眼前的需要，又不损害人与自然日后的需要。环保的说法和其他利益一样，要拿得出证据。",
        )
        .used(&["plan.interests.society", "plan.stakeholders.guardrail"]),
    named("swot", "SWOT analysis", "SWOT分析")
        .also("strengths, weaknesses, opportunities, threats", "态势分析; 优势、劣势、机会、威胁")
        .means(
            "Strengths and weaknesses lie inside the organisation, opportunities and threats outside. Rank the few that matter, answer each with an action, and repeat it, for circumstances change.",
            "优势和劣势在企业内部，机会和威胁在外部。只挑最要紧的几条排出次序，每条都要有行动回应；形势会变，所以要经常重做。",
        )
        .source("origin disputed, 1960s", "起源有争议，20世纪60年代")
        .used(&["needs.swot"]),
    named("targeting", "targeting", "目标市场选择")
        .also("target market; target segment", "目标市场; 目标细分")
        .means(
            "Choosing which segments to serve by how attractive they are and how well you can serve them. No organisation can serve everyone: say also whom you leave out and why.",
            "根据细分的吸引力和自身的能力，选定要服务的目标细分。没有企业能服务所有的人，所以也要写明不服务谁、为什么。",
        )
        .used(&["targeting.segments.decision", "targeting.strategy", "targeting.not_for"]),
    named("three-way-win", "three-way win", "三方共赢")
        .also("customers, owners and staff; stakeholder balance", "顾客、股东与员工共赢; 多方共赢")
        .means(
            "A strategy must serve customers, owners and staff together. Where their interests clash the plan will not hold: look for the interest they share before going on.",
            "战略要同时对顾客、股东和员工有利。三方利益冲突，计划就难以落实，应先找到共同利益再往下走。",
        )
        .used(&["plan.interests.customers", "plan.interests.owners", "plan.interests.staff"]),
    named("touchpoint", "touchpoint", "接触点")
        .also("contact point", "顾客接触点; 客户接触点; 触点")
        .means(
            "Any meeting between customer and brand, from the first mention to the repair desk. Give each a promise, a standard that can be measured, and an owner; the experience must feel like one firm in every channel.",
            "顾客与品牌的每一次接触，从第一次听说到售后维修。每个接触点都要有承诺、可衡量的标准和负责人；在哪个渠道都应像同一家企业。",
        )
        .used(&["relationships.touchpoints"]),
    named("trust", "trust", "信任")
        .also("customer trust", "客户信任; 顾客信任")
        .means(
            "The customer's readiness to rely on you without checking. It comes first in every relationship and from kept promises; many lost orders are lost trust that no discount wins back.",
            "顾客不必核查就愿意依靠你。它是一切关系的第一步，靠守约得来；许多丢掉的订单其实丢的是信任，打折也换不回。",
        )
        .source("compare Morgan and Hunt, 1994", "参见摩根与亨特，1994")
        .used(&["value.benefits.proof", "value.propositions.not_promised"]),
    named("twenty-eighty-rule", "20/80 rule", "二八法则")
        .also("Pareto principle; 80/20 rule", "20/80法则; 帕累托法则")
        .means(
            "The usual reading: a fifth of customers brings about four fifths of the revenue or profit; some class notes misread it as the share of prospects who buy. Real concentration differs, so work out your own.",
            "通常的意思是：两成顾客带来约八成的收入或利润；有的讲义误解为两成潜在顾客会成交。实际集中程度各不相同，要用自己的数据来算。",
        )
        .source("Juran, after Pareto", "朱兰，据帕累托")
        .used(&["relationships.groups", "relationships.accounts.revenue_share"]),
    named("value-capture", "value capture", "价值获取")
        .also("capturing value; value captured", "获取价值; 价值回报")
        .means(
            "What comes back to the organisation for value created: sales, profit, loyalty, customer equity; for a public body, results and trust. It is the result of the earlier steps, so it cannot be planned alone.",
            "创造价值之后组织收回的东西：销售、利润、忠诚、顾客资产；对公共机构则是成效和信任。它是前几步的结果，不能单独计划出来。",
        )
        .source("Kotler and Armstrong", "科特勒与阿姆斯特朗")
        .used(&["relationships.value_capture", "relationships.groups"]),
    named("value-marketing", "value-based marketing", "价值导向营销")
        .also("value orientation", "价值营销; 价值导向")
        .means(
            "Marketing that treats customers as an asset to be grown: organised by the value of customers rather than by products, with joined-up information, service at a distance and social media.",
            "把顾客看作可以增值的资产的营销方式：按顾客价值而不是按产品功能来组织，信息打通，服务可以远程进行，并善用社交媒体。",
        )
        .used(&["relationships.groups", "relationships.value_capture"]),
    named("value-position", "winning value positions", "制胜的价值定位")
        .also("more for more; more for the same; the same for less", "高质高价; 高质同价; 同质低价")
        .means(
            "Five ways to balance benefits and price: more for more, more for the same, the same for less, less for much less, more for less. The last sounds best and is the hardest to keep up.",
            "利益与价格的五种搭配：高质高价、高质同价、同质低价、低质更低价、高质低价。最后一种听着最好，也最难长久。",
        )
        .source("Kotler", "科特勒")
        .used(&["value.propositions.position"]),
    named("value-proposition", "value proposition", "价值主张")
        .also("promise of value", "价值定位陈述; 价值承诺")
        .means(
            "The set of benefits promised to one target segment, compared with a named alternative. It answers the customer's question: why should I choose you?",
            "针对某一目标细分、相对于某个明确的其他选择所承诺的一组利益。它回答顾客的一句话：我为什么要选你？",
        )
        .source("Lanning and Michaels, 1988", "兰宁与迈克尔斯，1988")
        .used(&["value.propositions.statement"]),
    named("value-segmentation", "value-based segmentation", "按价值细分")
        .also("customer-value segmentation", "基于客户价值的细分")
        .means(
            "Grouping customers by the relationship they have with you and by the profit they may bring over time. Look as hard at the value they receive, or the best group will be the first to leave.",
            "按顾客与企业的关系以及未来可能带来的利润来分群。同样要看顾客自己得到了什么价值，否则最好的一群会最先离开。",
        )
        .used(&["relationships.groups", "targeting.segments.bases"]),
    named("virtual-service", "service at a distance", "虚拟化服务")
        .also("self-service; virtualised service", "服务虚拟化; 自助服务")
        .means(
            "When customers serve themselves on a screen they no longer meet anyone, and trouble stays unseen. The firm has to make the first move: a message, a check, a person who can be reached.",
            "顾客在屏幕上自助，不再与人见面，出了问题也没人看见。企业必须主动：发一条消息，回访一次，留一个找得到的人。",
        )
        .used(&["relationships.touchpoints", "relationships.care.after_sales"]),
    named("visit-opening", "opening a sales visit", "拜访开场")
        .also("first visit; repeat visit", "初次拜访; 再次拜访; 开场四步")
        .means(
            "First visit: greet and introduce yourself, name the benefit, state the purpose, say how long it takes and what will come of it. Repeat visit: greet, recall the last result, state the purpose, agree the time. Be brief and expert; small talk is not trust.",
            "初次拜访：问候并自我介绍，点明利益，说明来意，交代时间和预期结果。再次拜访：问候，回顾上次结果，说明来意，约定时间。要简短、专业，寒暄不等于信任。",
        )
        .used(&["mix.actions", "needs.buying_steps.ours"]),
    named("want", "want", "欲望")
        .also("desire", "想要; 愿望")
        .means(
            "The form that a need takes in a culture and a person. Two people are equally hungry; one wants rice porridge, the other wants toast.",
            "需要在特定文化和个人身上呈现的形式。两个人一样饿，一个想喝粥，一个想吃吐司。",
        )
        .source("Kotler", "科特勒")
        .used(&["needs.customer_needs.want"]),
    named("win-cycle", "satisfaction cycle of staff, customers and owners", "员工、顾客、股东的满意循环")
        .also("service-profit chain", "服务利润链")
        .means(
            "Content staff serve customers well, content customers bring profit, and part of the profit returns to staff as pay, tools and growth. It is a chain to test with your own figures, not a law.",
            "员工满意，才服务得好；顾客满意，才带来利润；利润再回到员工的待遇、工具和成长上。这是一条需要用自家数据检验的链条，并非定律。",
        )
        .source("Heskett and others, 1994", "赫斯克特等，1994")
        .used(&["plan.interests.staff", "plan.team"]),
    named("word-of-mouth", "word of mouth", "口碑")
        .also("referral; recommendation", "推荐; 转介绍; 顾客推荐")
        .means(
            "Customers telling other people, for better or worse. It is earned by the experience and helped by making it easy to tell.",
            "顾客向别人说起，有好话也有坏话。好口碑靠体验挣来，再方便顾客讲出去。",
        )
        .used(&["mix.messages.tool", "relationships.programmes.tool"]),
];
