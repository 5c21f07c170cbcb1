//! Whether two lines may name the same kind of place.

use std::sync::LazyLock;

use crate::prose::Lexicon;

/// Kinds of place that go by many names: what sells or speaks over a line, by a person, on
/// paper, over a counter.
const KINDS: &[(u8, &str)] = &[
    (
        1,
        "online,internet,web,website,site,web shop,webshop,app,phone,smartphone,mobile,e-commerce,\
         amazon,ebay,search engine,google,网店,网上,线上,网站,电商,淘宝,京东,拼多多,天猫,APP,手机,\
         平台,搜索,百度",
    ),
    (3, "微信,小程序,公众号,抖音,快手,直播,小红书,taobao,wechat"),
    (
        2,
        "social media,social network,facebook,instagram,tiktok,youtube,twitter,whatsapp,group,chat,\
         forum,post,influencer,blog,群,朋友圈,微博,论坛,贴吧,短视频,达人,博主",
    ),
    (
        4,
        "friend,colleague,neighbour,neighbor,relative,family,word of mouth,recommendation,referral,\
         talk,visit,in person,face to face,朋友,同事,邻居,亲戚,口碑,熟人,介绍,推荐,上门,当面,面谈",
    ),
    (
        8,
        "newspaper,magazine,letter,leaflet,flyer,poster,notice,noticeboard,bulletin,press,journal,\
         monthly,print,mail,报纸,杂志,传单,海报,公告,宣传单,信,刊,单页",
    ),
    (
        16,
        "shop,store,supermarket,retail,retailer,mall,market,kiosk,stall,counter,chain,wholesaler,\
         超市,商场,便利店,门市,小店,门店,店铺,商铺,底商,商店,专卖店,批发,柜台,摊",
    ),
    (
        32,
        "direct,own sales,sales team,salesperson,representative,tender,contract,distributor,dealer,\
         agent,直销,业务员,销售员,招标,投标,经销商,代理商",
    ),
    (
        64,
        "delivery,takeaway,take-away,uber eats,deliveroo,doordash,外卖,美团,饿了么,配送,送货上门",
    ),
];

static KIND_WORDS: LazyLock<Lexicon<u8>> = LazyLock::new(|| {
    let words = KINDS
        .iter()
        .flat_map(|(kinds, list)| list.split(',').map(move |word| (word.trim(), *kinds)));
    Lexicon::new(words)
});

/// Words that stand in the name of any place.
const COMMON: &[&str] = &[
    "the", "and", "for", "our", "own", "with", "from", "new", "local", "brand",
];

/// Whether two lines share a word, or name places of one kind.
///
/// Rather too much is alike than too little: only places that have nothing in common are reported.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let shared = words(&one).any(|a| words(&other).any(|b| stem(a) == stem(b)));
    if shared || shares_pair(&one, &other) {
        return true;
    }
    let kinds = |text: &str| {
        let hits = KIND_WORDS.find(text).into_iter();
        hits.fold(0u8, |kinds, hit| kinds | hit.tag)
    };
    kinds(&one) & kinds(&other) != 0
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_ascii_alphanumeric())
        .filter(|word| word.len() > 2 && !COMMON.contains(word))
}

/// The beginning of a word, so that "canteens" is a canteen.
fn stem(word: &str) -> &str {
    word.get(..4).unwrap_or(word)
}

/// Whether two Chinese characters stand side by side in both.
fn shares_pair(one: &str, other: &str) -> bool {
    let letters: Vec<char> = one.chars().collect();
    letters.windows(2).any(|pair| {
        pair.iter().all(|it| !it.is_ascii()) && other.contains(&pair.iter().collect::<String>())
    })
}
