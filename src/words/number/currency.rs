//! The currencies of ISO 4217: how many decimals they have, and by what names people call them.

/// A currency: its code, its decimals, its Chinese name, and other names it goes by, in lower case.
type Currency = (&'static str, u32, &'static str, &'static [&'static str]);

/// The currencies, sorted by code.
#[rustfmt::skip]
const CURRENCIES: &[Currency] = &[
    ("AED", 2, "阿联酋迪拉姆", &["迪拉姆"]),
    ("AFN", 2, "阿富汗尼", &[]),
    ("ALL", 2, "列克", &[]),
    ("AMD", 2, "德拉姆", &[]),
    ("AOA", 2, "宽扎", &[]),
    ("ARS", 2, "阿根廷比索", &[]),
    ("AUD", 2, "澳元", &["a$", "au$", "澳大利亚元"]),
    ("AWG", 2, "阿鲁巴弗罗林", &[]),
    ("AZN", 2, "阿塞拜疆马纳特", &["₼"]),
    ("BAM", 2, "波黑可兑换马克", &[]),
    ("BBD", 2, "巴巴多斯元", &[]),
    ("BDT", 2, "塔卡", &["৳"]),
    ("BGN", 2, "列弗", &[]),
    ("BHD", 3, "巴林第纳尔", &[]),
    ("BIF", 0, "布隆迪法郎", &[]),
    ("BMD", 2, "百慕大元", &[]),
    ("BND", 2, "文莱元", &[]),
    ("BOB", 2, "玻利维亚诺", &[]),
    ("BRL", 2, "雷亚尔", &["r$", "reais", "real"]),
    ("BSD", 2, "巴哈马元", &[]),
    ("BTN", 2, "努扎姆", &[]),
    ("BWP", 2, "普拉", &[]),
    ("BYN", 2, "白俄罗斯卢布", &[]),
    ("BZD", 2, "伯利兹元", &[]),
    ("CAD", 2, "加元", &["c$", "ca$", "加拿大元"]),
    ("CDF", 2, "刚果法郎", &[]),
    ("CHF", 2, "瑞士法郎", &["francs", "franc", "fr.", "瑞郎"]),
    ("CLP", 0, "智利比索", &[]),
    ("CNY", 2, "元", &["¥", "rmb", "cn¥", "yuan", "renminbi", "人民币", "元人民币", "块", "块钱", "圆"]),
    ("COP", 2, "哥伦比亚比索", &[]),
    ("CRC", 2, "哥斯达黎加科朗", &["₡"]),
    ("CUP", 2, "古巴比索", &[]),
    ("CVE", 2, "佛得角埃斯库多", &[]),
    ("CZK", 2, "捷克克朗", &["kč"]),
    ("DJF", 0, "吉布提法郎", &[]),
    ("DKK", 2, "丹麦克朗", &[]),
    ("DOP", 2, "多米尼加比索", &[]),
    ("DZD", 2, "阿尔及利亚第纳尔", &[]),
    ("EGP", 2, "埃及镑", &[]),
    ("ERN", 2, "纳克法", &[]),
    ("ETB", 2, "比尔", &[]),
    ("EUR", 2, "欧元", &["€", "euro", "euros"]),
    ("FJD", 2, "斐济元", &[]),
    ("FKP", 2, "福克兰群岛镑", &[]),
    ("GBP", 2, "英镑", &["£", "pound", "pounds", "quid"]),
    ("GEL", 2, "拉里", &["₾"]),
    ("GHS", 2, "塞地", &["₵"]),
    ("GIP", 2, "直布罗陀镑", &[]),
    ("GMD", 2, "达拉西", &[]),
    ("GNF", 0, "几内亚法郎", &[]),
    ("GTQ", 2, "格查尔", &[]),
    ("GYD", 2, "圭亚那元", &[]),
    ("HKD", 2, "港元", &["hk$", "港币"]),
    ("HNL", 2, "伦皮拉", &[]),
    ("HTG", 2, "古德", &[]),
    ("HUF", 2, "福林", &["ft"]),
    ("IDR", 2, "印尼盾", &["rp"]),
    ("ILS", 2, "新谢克尔", &["₪"]),
    ("INR", 2, "印度卢比", &["₹", "rs", "rs.", "rupee", "rupees", "卢比"]),
    ("IQD", 3, "伊拉克第纳尔", &[]),
    ("IRR", 2, "伊朗里亚尔", &[]),
    ("ISK", 0, "冰岛克朗", &[]),
    ("JMD", 2, "牙买加元", &[]),
    ("JOD", 3, "约旦第纳尔", &[]),
    ("JPY", 0, "日元", &["yen", "jp¥", "円", "日圆"]),
    ("KES", 2, "肯尼亚先令", &["ksh"]),
    ("KGS", 2, "索姆", &[]),
    ("KHR", 2, "瑞尔", &["៛"]),
    ("KMF", 0, "科摩罗法郎", &[]),
    ("KPW", 2, "朝鲜元", &[]),
    ("KRW", 0, "韩元", &["₩", "won", "韩币"]),
    ("KWD", 3, "科威特第纳尔", &[]),
    ("KYD", 2, "开曼元", &[]),
    ("KZT", 2, "坚戈", &["₸"]),
    ("LAK", 2, "基普", &["₭"]),
    ("LBP", 2, "黎巴嫩镑", &[]),
    ("LKR", 2, "斯里兰卡卢比", &[]),
    ("LRD", 2, "利比里亚元", &[]),
    ("LSL", 2, "洛蒂", &[]),
    ("LYD", 3, "利比亚第纳尔", &[]),
    ("MAD", 2, "摩洛哥迪拉姆", &[]),
    ("MDL", 2, "摩尔多瓦列伊", &[]),
    ("MGA", 2, "阿里亚里", &[]),
    ("MKD", 2, "马其顿代纳尔", &[]),
    ("MMK", 2, "缅元", &[]),
    ("MNT", 2, "图格里克", &["₮"]),
    ("MOP", 2, "澳门元", &["mop$", "澳门币"]),
    ("MRU", 2, "乌吉亚", &[]),
    ("MUR", 2, "毛里求斯卢比", &[]),
    ("MVR", 2, "拉菲亚", &[]),
    ("MWK", 2, "马拉维克瓦查", &[]),
    ("MXN", 2, "墨西哥比索", &["mx$"]),
    ("MYR", 2, "林吉特", &["rm", "马币"]),
    ("MZN", 2, "梅蒂卡尔", &[]),
    ("NAD", 2, "纳米比亚元", &[]),
    ("NGN", 2, "奈拉", &["₦"]),
    ("NIO", 2, "科多巴", &[]),
    ("NOK", 2, "挪威克朗", &[]),
    ("NPR", 2, "尼泊尔卢比", &[]),
    ("NZD", 2, "新西兰元", &["nz$", "纽元"]),
    ("OMR", 3, "阿曼里亚尔", &[]),
    ("PAB", 2, "巴波亚", &[]),
    ("PEN", 2, "索尔", &[]),
    ("PGK", 2, "基那", &[]),
    ("PHP", 2, "菲律宾比索", &["₱"]),
    ("PKR", 2, "巴基斯坦卢比", &[]),
    ("PLN", 2, "兹罗提", &["zł"]),
    ("PYG", 0, "瓜拉尼", &["₲"]),
    ("QAR", 2, "卡塔尔里亚尔", &[]),
    ("RON", 2, "罗马尼亚列伊", &["lei"]),
    ("RSD", 2, "塞尔维亚第纳尔", &[]),
    ("RUB", 2, "卢布", &["₽", "rouble", "roubles"]),
    ("RWF", 0, "卢旺达法郎", &[]),
    ("SAR", 2, "沙特里亚尔", &[]),
    ("SBD", 2, "所罗门群岛元", &[]),
    ("SCR", 2, "塞舌尔卢比", &[]),
    ("SDG", 2, "苏丹镑", &[]),
    ("SEK", 2, "瑞典克朗", &["kr", "kronor"]),
    ("SGD", 2, "新加坡元", &["s$", "sg$", "新元", "新币"]),
    ("SHP", 2, "圣赫勒拿镑", &[]),
    ("SLE", 2, "利昂", &[]),
    ("SOS", 2, "索马里先令", &[]),
    ("SRD", 2, "苏里南元", &[]),
    ("SSP", 2, "南苏丹镑", &[]),
    ("STN", 2, "多布拉", &[]),
    ("SYP", 2, "叙利亚镑", &[]),
    ("SZL", 2, "里兰吉尼", &[]),
    ("THB", 2, "泰铢", &["฿", "baht", "铢"]),
    ("TJS", 2, "索莫尼", &[]),
    ("TMT", 2, "土库曼斯坦马纳特", &[]),
    ("TND", 3, "突尼斯第纳尔", &[]),
    ("TOP", 2, "潘加", &[]),
    ("TRY", 2, "土耳其里拉", &["₺", "lira", "里拉"]),
    ("TTD", 2, "特立尼达和多巴哥元", &[]),
    ("TWD", 2, "新台币", &["nt$", "台币"]),
    ("TZS", 2, "坦桑尼亚先令", &[]),
    ("UAH", 2, "格里夫纳", &["₴"]),
    ("UGX", 0, "乌干达先令", &[]),
    ("USD", 2, "美元", &["$", "us$", "dollar", "dollars", "us dollars", "美金"]),
    ("UYU", 2, "乌拉圭比索", &[]),
    ("UZS", 2, "苏姆", &[]),
    ("VES", 2, "玻利瓦尔", &[]),
    ("VND", 0, "越南盾", &["₫"]),
    ("VUV", 0, "瓦图", &[]),
    ("WST", 2, "塔拉", &[]),
    ("XAF", 0, "中非法郎", &[]),
    ("XCD", 2, "东加勒比元", &["ec$"]),
    ("XOF", 0, "西非法郎", &[]),
    ("XPF", 0, "太平洋法郎", &[]),
    ("YER", 2, "也门里亚尔", &[]),
    ("ZAR", 2, "兰特", &["rand"]),
    ("ZMW", 2, "赞比亚克瓦查", &[]),
];

/// How many decimals an amount in this currency has; two where the code is unknown.
pub(super) fn decimals(code: &str) -> u32 {
    find(code).map_or(2, |(_, decimals, _, _)| *decimals)
}

/// What the currency is called in Chinese, as it stands after an amount.
pub(super) fn chinese(code: &str) -> Option<&'static str> {
    find(code).map(|(_, _, name, _)| *name)
}

/// The folded text without the currency at its start; nothing if there is none.
pub(super) fn strip_before(text: &str) -> Option<&str> {
    shortest(text, |text, name| text.strip_prefix(name)).map(str::trim_start)
}

/// The folded text without the currency at its end, if there is one.
pub(super) fn strip_after(text: &str) -> &str {
    shortest(text, |text, name| text.strip_suffix(name)).map_or(text, str::trim_end)
}

/// The currency with this code.
fn find(code: &str) -> Option<&'static Currency> {
    CURRENCIES
        .iter()
        .find(|(known, ..)| known.eq_ignore_ascii_case(code))
}

/// What is left of the text without the longest name of a currency that `strip` finds in it.
fn shortest<'a>(text: &'a str, strip: fn(&'a str, &str) -> Option<&'a str>) -> Option<&'a str> {
    let mut shortest: Option<&str> = None;
    for (code, _, chinese, names) in CURRENCIES {
        let code = code.to_ascii_lowercase();
        let names = names.iter().copied().chain([*chinese, &code]);
        for left in names.filter_map(|name| strip(text, name)) {
            if shortest.is_none_or(|shortest| left.len() < shortest.len()) {
                shortest = Some(left);
            }
        }
    }
    shortest
}
