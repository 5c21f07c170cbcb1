//! The comments of a query.

use crate::customers::report::{Basis, CostIs, Worth};
use crate::words::Text;

pub(super) const HEAD: Text = Text::new(
    "Customers by profit and loyalty over the last two complete periods ({0}), as `farsight groups`\ncounts them. A purchase is a row with an amount above 0; a refund lowers money and is no purchase.\nRows without a customer, a date or an amount must be taken out first: `farsight groups` counts them.",
    "按利润和忠诚度划分的顾客群，取最近两个完整周期（{0}），口径与 `farsight groups` 一致。\n金额大于0的行才算一次购买；退款减少金额，不算购买。\n缺顾客、日期或金额的行须先剔除：`farsight groups` 会一一列出。",
);

pub(super) const CUSTOMERS: Text = Text::new(
    "One row for each customer: the window, and the window one period before.",
    "每位顾客一行：本窗口，以及早一个周期的窗口。",
);

pub(super) const LINE: Text = Text::new(
    "Profit of a window times 6 against profit a year times the months of a period: nothing is divided.",
    "窗口利润×6，与年利润×周期月数相比，不做除法，避免舍入。",
);

pub(super) const GROUPS: Text = Text::new(
    "Groups now; and, for retention, what became of those whom the same rule grouped one period before.",
    "当前各群；保留率则看早一个周期按同一规则分群的顾客后来怎样。",
);

/// How profit is made.
pub(super) fn profit(worth: &Worth) -> Text {
    match (worth.basis, worth.cost) {
        (Basis::Margin, Some(CostIs::Serve)) => Text::new(
            "Profit is the margin less the cost to serve.",
            "利润＝毛利−服务成本。",
        ),
        (Basis::Margin, _) => Text::new("Profit is the margin.", "利润＝毛利。"),
        (Basis::Rate, Some(CostIs::Serve)) => Text::new(
            "Profit is the amount times {0}, less the cost to serve.",
            "利润＝金额×{0}−服务成本。",
        ),
        (Basis::Rate, _) => Text::new("Profit is the amount times {0}.", "利润＝金额×{0}。"),
        (Basis::LessCost, _) => Text::new(
            "Profit is the amount less the cost of the goods.",
            "利润＝金额−货品成本。",
        ),
        (Basis::Revenue, _) => Text::new(
            "NO PROFIT IS KNOWN: margin and profit below are revenue. A margin column or --margin-rate gives profit.",
            "没有利润数据：下面的 margin 和 profit 其实是收入。补上毛利列，或写 --margin-rate，才有利润。",
        ),
    }
}
