//! Which column is what: the names that people give them, in several languages.

use super::error::Error;
use crate::words::Text;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who bought.
    Customer,
    /// When.
    Date,
    /// For how much; less than nothing for what was given back.
    Amount,
    /// What is left of it after the variable cost of the goods.
    Margin,
    /// What it cost.
    Cost,
    /// To which segment the customer belongs.
    Segment,
}

impl Role {
    /// All of them; the first three must be there.
    pub const ALL: [Role; 6] = [
        Role::Customer,
        Role::Date,
        Role::Amount,
        Role::Margin,
        Role::Cost,
        Role::Segment,
    ];

    /// As `--columns` names it.
    pub const fn key(self) -> &'static str {
        match self {
            Role::Customer => "customer",
            Role::Date => "date",
            Role::Amount => "amount",
            Role::Margin => "margin",
            Role::Cost => "cost",
            Role::Segment => "segment",
        }
    }

    /// As people say it.
    pub const fn name(self) -> Text {
        match self {
            Role::Customer => Text::new("customer", "顾客"),
            Role::Date => Text::new("date", "日期"),
            Role::Amount => Text::new("amount", "金额"),
            Role::Margin => Text::new("margin", "毛利"),
            Role::Cost => Text::new("cost", "成本"),
            Role::Segment => Text::new("segment", "细分"),
        }
    }

    /// Whether there is no counting without it.
    pub const fn is_needed(self) -> bool {
        matches!(self, Role::Customer | Role::Date | Role::Amount)
    }

    /// The names of such a column, the surest first; see [`plain`].
    const fn names(self) -> &'static [&'static [&'static str]] {
        match self {
            Role::Customer => &[CUSTOMER_ID, CUSTOMER, CONTACT],
            Role::Date => &[DATE_OF_PURCHASE, DATE],
            Role::Amount => &[PAID, AMOUNT],
            Role::Margin => &[MARGIN],
            Role::Cost => &[COST],
            Role::Segment => &[SEGMENT, CHANNEL],
        }
    }
}

#[rustfmt::skip]
const CUSTOMER_ID: &[&str] = &[
    "customerid", "customerno", "customernumber", "custid", "clientid", "memberid", "userid", "buyerid", "accountid",
    "客户号", "客户编号", "客户id", "顾客号", "顾客编号", "顾客id", "会员号", "会员编号", "会员卡号", "会员id", "用户id", "用户编号", "买家id", "买家会员名",
    "kundennummer", "kundennr", "kundenid", "numeroclient", "numéroclient", "idclient", "codeclient", "idcliente", "códigocliente", "codigocliente", "codicecliente", "klantnummer", "klantid", "顧客id", "顧客番号", "会員番号", "고객번호", "고객id", "кодклиента",
];
#[rustfmt::skip]
const CUSTOMER: &[&str] = &[
    "customer", "client", "member", "user", "buyer", "account", "cust",
    "客户", "顾客", "会员", "用户", "买家", "客户名称", "顾客姓名", "会员名", "用户名",
    "kunde", "kundin", "cliente", "klant", "asiakas", "klient", "müşteri", "顧客", "고객", "клиент",
];
#[rustfmt::skip]
const CONTACT: &[&str] = &[
    "email", "customeremail", "phone", "customername", "手机号", "手机", "电话", "邮箱",
];
#[rustfmt::skip]
const DATE_OF_PURCHASE: &[&str] = &[
    "purchasedate", "orderdate", "invoicedate", "transactiondate", "saledate", "paymentdate", "dateofpurchase", "paidat", "orderedat",
    "购买日期", "下单时间", "下单日期", "订单日期", "订单时间", "付款时间", "支付时间", "付款日期", "成交时间", "成交日期", "消费日期", "消费时间", "交易日期", "交易时间", "购买时间", "订单付款时间", "订单创建时间",
    "kaufdatum", "bestelldatum", "rechnungsdatum", "datedachat", "datecommande", "datedecommande", "fechadecompra", "fechacompra", "datacompra", "dataacquisto", "aankoopdatum", "購入日", "注文日", "구매일", "датапокупки",
];
#[rustfmt::skip]
const DATE: &[&str] = &[
    "date", "day", "datetime", "timestamp", "time", "createdat",
    "日期", "时间", "datum", "fecha", "data", "päivä", "tarih", "日付", "날짜", "дата",
];
#[rustfmt::skip]
const PAID: &[&str] = &[
    "amountpaid", "paidamount", "netamount", "netrevenue", "paid", "netsales",
    "实付", "实付金额", "实付款", "实收", "实收金额", "支付金额", "付款金额", "买家实付金额", "买家实际支付金额", "实付款金额",
    "nettobetrag", "montantnet", "importeneto", "importonetto",
];
#[rustfmt::skip]
const AMOUNT: &[&str] = &[
    "amount", "revenue", "sales", "spend", "spent", "total", "value", "money", "ordertotal", "orderamount", "salesamount",
    "金额", "消费金额", "订单金额", "交易金额", "成交金额", "销售额", "购买金额", "总金额", "总价",
    "betrag", "umsatz", "summe", "montant", "importe", "monto", "valor", "importo", "bedrag", "omzet", "kwota", "tutar", "金額", "売上", "금액", "сумма",
];
#[rustfmt::skip]
const MARGIN: &[&str] = &[
    "margin", "grossmargin", "grossprofit", "contribution", "profit",
    "毛利", "毛利额", "毛利润", "贡献毛益", "利润", "marge", "margebrute", "rohertrag", "deckungsbeitrag", "margen", "margine", "粗利", "маржа",
];
#[rustfmt::skip]
const COST: &[&str] = &[
    "cost", "costs", "cogs", "costofgoods", "costtoserve", "servicecost",
    "成本", "成本金额", "成本价", "服务成本", "商品成本", "kosten", "coût", "cout", "coste", "costo", "custo", "koszt", "原価", "себестоимость",
];
#[rustfmt::skip]
const SEGMENT: &[&str] = &[
    "segment", "customersegment", "customergroup", "group",
    "细分", "客群", "顾客群", "客户分群", "客户类型", "顾客类型", "会员等级", "kundensegment", "segmento", "セグメント", "сегмент",
];
#[rustfmt::skip]
const CHANNEL: &[&str] = &[
    "channel", "saleschannel", "渠道", "销售渠道", "来源渠道", "kanal", "canal", "canale",
];

/// A name without what people add to it: case, blanks, hyphens, and a unit in brackets.
fn plain(name: &str) -> String {
    let name = name.trim().trim_start_matches('\u{feff}');
    let end = name.find(['(', '（', '[', '［']).filter(|at| *at > 0);
    let name = name.get(..end.unwrap_or(name.len())).unwrap_or(name);
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Where the columns are, by role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Columns {
    places: [Option<usize>; 6],
}

impl Columns {
    /// Where a column is, counted from 0.
    pub fn at(&self, role: Role) -> Option<usize> {
        self.places.get(role as usize).copied().flatten()
    }

    fn put(&mut self, role: Role, at: usize) {
        if let Some(place) = self.places.get_mut(role as usize) {
            *place = Some(at);
        }
    }
}

/// The columns of a header; `told` names some by their name or their number from 1.
///
/// A role that is told to be nothing has no column.
pub fn columns(header: &[String], told: &[(Role, String)]) -> Result<Columns, Error> {
    let mut columns = Columns::default();
    for role in Role::ALL {
        let at = match told.iter().rev().find(|(it, _)| *it == role) {
            Some((_, name)) if name.trim().is_empty() && !role.is_needed() => None,
            Some((_, name)) => Some(named(header, role, name)?),
            None => known(header, role)?,
        };
        match at {
            Some(at) => columns.put(role, at),
            None if role.is_needed() => return Err(Error::NoColumn(role, header.to_vec())),
            None => {}
        }
    }
    Ok(columns)
}

fn named(header: &[String], role: Role, name: &str) -> Result<usize, Error> {
    let exact = header.iter().position(|it| it.trim() == name.trim());
    let loose = || {
        let wanted = plain(name);
        header
            .iter()
            .position(|it| plain(it) == wanted && !wanted.is_empty())
    };
    let number = || {
        let number: usize = name.trim().parse().ok()?;
        (1..=header.len()).contains(&number).then(|| number - 1)
    };
    exact
        .or_else(loose)
        .or_else(number)
        .ok_or_else(|| Error::NotThere(role, name.to_owned(), header.to_vec()))
}

fn known(header: &[String], role: Role) -> Result<Option<usize>, Error> {
    for names in role.names() {
        let found: Vec<usize> = header
            .iter()
            .enumerate()
            .filter(|(_, it)| names.contains(&plain(it).as_str()))
            .map(|(at, _)| at)
            .collect();
        match found.as_slice() {
            [] => {}
            [at] => return Ok(Some(*at)),
            many => {
                let names = many.iter().filter_map(|at| header.get(*at).cloned());
                return Err(Error::ManyColumns(role, names.collect()));
            }
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|it| (*it).to_owned()).collect()
    }

    #[test]
    fn names_are_their_own_plain_form_and_belong_to_one_role() {
        let mut seen = Vec::new();
        for role in Role::ALL {
            for name in role.names().iter().flat_map(|it| it.iter()) {
                assert_eq!(plain(name), *name, "{role:?}");
                assert!(!seen.contains(name), "{name} twice");
                seen.push(name);
            }
        }
    }

    #[test]
    fn headers_are_known_in_several_languages() {
        for names in [
            ["Customer ID", "Order Date", "Amount (EUR)", "Gross margin"],
            ["会员号", "下单时间", "实付（元）", "毛利"],
            ["Kunden-Nr", "Datum", "Betrag", "Deckungsbeitrag"],
            ["cliente", "fecha", "importe", "margen"],
            ["id_client", "Date d'achat", "Montant", "Marge brute"],
        ] {
            let columns = columns(&header(&names), &[]).unwrap();
            let places = [Role::Customer, Role::Date, Role::Amount, Role::Margin]
                .map(|role| columns.at(role));
            assert_eq!(places, [Some(0), Some(1), Some(2), Some(3)], "{names:?}");
        }
    }

    #[test]
    fn the_surer_name_wins_and_equals_are_told() {
        let names = header(&["Date", "Customer", "customer_id", "Total", "Net amount"]);
        let found = columns(&names, &[]).unwrap();
        assert_eq!(found.at(Role::Customer), Some(2));
        assert_eq!(found.at(Role::Amount), Some(4));
        let names = header(&["Date", "day", "customer", "amount"]);
        let both = vec!["Date".to_owned(), "day".to_owned()];
        assert_eq!(
            columns(&names, &[]),
            Err(Error::ManyColumns(Role::Date, both))
        );
        let told = columns(&names, &[(Role::Date, "2".to_owned())]).unwrap();
        assert_eq!(told.at(Role::Date), Some(1));
    }
}
