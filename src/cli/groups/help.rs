//! The words of `farsight groups --help`.

use crate::cli::help::Help;
use crate::words::Text;

pub(in crate::cli) const HELP: Help = Help {
    name: "groups",
    about: Text::new(
        "Count a file of purchases into groups of customers",
        "读购买记录，把顾客分群",
    ),
    more: Text::new(
        "A row for each purchase: customer, date, amount; if there are any, margin, cost and segment. How the file is written is found and shown; where two readings are left, the command stops and names the option that decides.\n\nA purchase is a row with an amount above 0; a refund lowers money and is no purchase. A period is complete when its last day is not after the day of reference. Groups are made of those who bought in the last two complete periods: loyal who bought in both, profitable whose profit a year reaches the threshold (true friends, butterflies, barnacles, strangers; Reinartz and Kumar 2002). Their retention is measured one period earlier: of those whom the same rule put into the group then, who bought again?\n\nMemory grows with the customers, not with the rows: about 120 bytes for each, 40 more for a margin column, 40 more for a cost column. Nothing is written but what --bad-rows and --write name.\n\nExit codes: 0 all rows count, 1 some do not, 2 usage or an open question, 3 cannot read or write.",
        "一行一笔购买：顾客、日期、金额；如有毛利、成本、细分列也一并使用。文件的写法自动识别并显示；遇到两种读法都成立时停下，并告诉你用哪个选项决定。\n\n金额大于0的行才算一次购买；退款减少金额，不算购买。周期最后一天不晚于计算截止日，才算完整。分群对象是最近两个完整周期内买过的顾客：两期都买过为忠诚，每年利润达到分界为赚钱（真正的朋友、蝴蝶、船底的贝壳、陌生人；Reinartz 与 Kumar，2002）。各群保留率往前推一个周期测量：当时按同一规则归入该群的顾客，后来有多少人又买了？\n\n内存只随顾客数增长，不随行数增长：每位约120字节，有毛利列再加40字节，有成本列再加40字节。除 --bad-rows 和 --write 指定的文件外，什么都不写。\n\n退出码：0 所有行都计入，1 有行不计入，2 用法有误或有待你决定，3 无法读写。",
    ),
    args: &[
        (
            "customers",
            Text::new(
                "The file of purchases; - is the standard input",
                "购买记录文件；- 表示标准输入",
            ),
        ),
        (
            "period",
            Text::new(
                "The length of a period; otherwise the plan's, or year [year | quarter | month]",
                "周期长度；不写则取计划里的，再不然按年［year | quarter | month］",
            ),
        ),
        (
            "today",
            Text::new(
                "The day of reference; otherwise the last day of the file. Later rows do not count",
                "计算截止日；不写则取文件的最后一天。之后的行不计入",
            ),
        ),
        (
            "margin_rate",
            Text::new(
                "The margin as a share of the amount, where there is no margin column",
                "毛利占金额的比例，没有毛利列时使用",
            ),
        ),
        (
            "cost",
            Text::new(
                "What the cost column holds: the cost of the goods, or the cost to serve beyond them; otherwise serve where a margin is known, else goods",
                "成本列的含义：货品成本（goods）或货品之外的服务成本（serve）；不写则已知毛利时为 serve，否则为 goods",
            ),
        ),
        (
            "profit_threshold",
            Text::new(
                "From which profit per customer and year they are profitable; otherwise the plan's, or the median",
                "每位顾客每年利润达到多少算赚钱；不写则取计划里的，再不然取中位数",
            ),
        ),
        (
            "tiers",
            Text::new(
                "Up to which percent of all profit tiers A and B go",
                "A级、B级累计到全部利润的百分之几",
            ),
        ),
        (
            "by",
            Text::new(
                "What a group is in CSV, in the query and in the plan",
                "CSV、查询和写入计划时按什么分群",
            ),
        ),
        (
            "columns",
            Text::new(
                "Which column is what, by name or number: customer, date, amount, margin, cost, segment",
                "各列对应，用列名或列号：customer、date、amount、margin、cost、segment",
            ),
        ),
        (
            "delimiter",
            Text::new("What divides columns, or tab", "列分隔符，或写 tab"),
        ),
        (
            "decimal",
            Text::new("The decimal mark: . or ,", "小数点：. 或 ,"),
        ),
        ("date_form", Text::new("The order of dates", "日期的顺序")),
        (
            "encoding",
            Text::new(
                "The encoding, such as utf-8, gbk, utf-16le, windows-1252",
                "编码，如 utf-8、gbk、utf-16le、windows-1252",
            ),
        ),
        (
            "bad_rows",
            Text::new(
                "Write rows that do not count there, with line and reason",
                "把不计入的行写到该文件，附行号和原因",
            ),
        ),
        (
            "format",
            Text::new(
                "Output for people or for programs",
                "输出给人看，或给程序用",
            ),
        ),
        (
            "plan",
            Text::new(
                "A plan: its period and threshold are used",
                "计划文件：采用其中的周期和盈利分界",
            ),
        ),
        (
            "write",
            Text::new(
                "Write the groups into relationships.groups of the plan, and their source into needs.evidence",
                "把顾客群写入计划的 relationships.groups，来源写入 needs.evidence",
            ),
        ),
        (
            "dry_run",
            Text::new(
                "Only show what would be written",
                "只显示将写入什么，不写入",
            ),
        ),
        (
            "sql",
            Text::new(
                "Print the query that gives the same table in a warehouse",
                "打印在数据仓库里得出同一张表的查询",
            ),
        ),
        (
            "table",
            Text::new(
                "What stands behind FROM in the query",
                "查询中 FROM 后面的表",
            ),
        ),
    ],
    examples: &[
        (
            "farsight groups purchases.csv",
            Text::new("all tables", "全部表格"),
        ),
        (
            "farsight groups purchases.csv --margin-rate 40% --period quarter --bad-rows bad.csv",
            Text::new(
                "by quarter, with bad rows in a file of their own",
                "按季计算，有问题的行另存",
            ),
        ),
        (
            "farsight groups purchases.csv --plan plan.toml --write --dry-run",
            Text::new("what would stand in the plan", "看看会往计划里写什么"),
        ),
        (
            "farsight groups --sql postgres --table shop.orders --columns customer=client_id,date=paid_on,amount=net",
            Text::new("the query for a warehouse", "数据仓库用的查询"),
        ),
    ],
};
