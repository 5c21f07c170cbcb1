//! The kinds of language that give a statement away, each with its side.

use crate::words::Text;

/// Whom a word speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The offering and the firm.
    Product,
    /// People outside the firm, and what happens to them.
    Customer,
    /// Neither: it joins, denies or decorates.
    Neither,
}

/// A kind of language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Its name in the lists and in the model.
    pub key: &'static str,
    /// Whom it speaks for.
    pub side: Side,
    /// What a reader is told.
    pub name: Text,
}

/// A row of the table.
const fn kind(key: &'static str, side: Side, en: &'static str, zh: &'static str) -> Kind {
    let name = Text::new(en, zh);
    Kind { key, side, name }
}

use Side::{Customer, Neither, Product};

/// All kinds; the lists of words name them by their keys.
pub const KINDS: &[Kind] = &[
    kind("offering", Product, "names the offering", "提到产品本身"),
    kind("brand", Product, "names a brand", "提到品牌"),
    kind("we", Neither, "the firm itself", "企业自己"),
    kind("firm", Product, "the firm and its people", "企业及其团队"),
    kind("make", Product, "making", "制造"),
    kind("sell", Product, "selling or supplying", "销售与供应"),
    kind("launch", Product, "launching or building", "推出与建设"),
    kind("spec", Product, "a specification", "规格参数"),
    kind(
        "material",
        Product,
        "a material or ingredient",
        "材料或成分",
    ),
    kind("tech", Product, "a technology", "技术"),
    kind("equipment", Product, "equipment or premises", "设备与场地"),
    kind("feature", Product, "a feature", "功能特点"),
    kind(
        "goods",
        Product,
        "a kind of goods or service",
        "产品或服务的品类",
    ),
    kind("rank", Product, "rank or praise", "排名与自夸"),
    kind("quality", Product, "a quality of the product", "产品品质"),
    kind("growth", Product, "the firm's figures", "企业的业绩指标"),
    kind("range", Product, "the breadth of the range", "产品线的宽度"),
    kind(
        "craft",
        Product,
        "how it is made, or its past",
        "工艺与传承",
    ),
    kind("fame", Product, "being known", "知名度"),
    kind(
        "market",
        Product,
        "the market as a category",
        "以品类划市场",
    ),
    kind("buy", Product, "buying the product", "购买产品"),
    kind(
        "proof",
        Product,
        "a patent, award or certificate",
        "专利、奖项或认证",
    ),
    kind("require", Neither, "asking for", "需要什么"),
    kind("lack", Neither, "lacking something", "缺什么"),
    kind("ask", Neither, "a request for a product", "对产品提要求"),
    kind("person", Customer, "people", "人"),
    kind("kin", Customer, "family and friends", "家人和朋友"),
    kind("you", Customer, "the reader addressed", "对着读者说"),
    kind("they", Customer, "a person spoken of", "说到某个人"),
    kind("speaker", Customer, "a person's own voice", "顾客自己的话"),
    kind("feeling", Customer, "a feeling", "感受"),
    kind("trouble", Customer, "a problem", "难处"),
    kind(
        "unable",
        Customer,
        "something people cannot do",
        "做不到的事",
    ),
    kind(
        "relief",
        Customer,
        "something that need not be any more",
        "不必再受的事",
    ),
    kind("body", Customer, "body and health", "身体与健康"),
    kind("life", Customer, "daily life", "日常生活"),
    kind(
        "time",
        Customer,
        "a moment in somebody's day",
        "生活中的时刻",
    ),
    kind("money", Customer, "somebody's money", "顾客的钱"),
    kind("worth", Customer, "what people hope for", "人的盼望"),
    kind(
        "gain",
        Customer,
        "what changes for people",
        "给人带来的改变",
    ),
    kind("purpose", Neither, "what it is for", "目的"),
    kind("not", Neither, "denied", "被否定"),
    kind(
        "decoration",
        Neither,
        "decoration: not counted",
        "套话：不计",
    ),
];

/// The kind of this key.
pub fn kind_of(key: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.key == key)
}
