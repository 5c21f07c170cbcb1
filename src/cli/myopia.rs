//! `farsight myopia`: whom a statement speaks of, with the words that decided.

mod lines;
mod score;

use std::path::PathBuf;

use super::console::{BOLD, Console, FAINT, visible};
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::prose::Family;
use crate::prose::reader::{Evidence, Field, Side, Statement, Verdict, read};
use crate::words::{Text, wrap};

pub(super) const HELP: Help = Help {
    name: "myopia",
    about: Text::new(
        "Read a statement: does it speak of the product or of the customer?",
        "读一句话：说的是产品，还是顾客？",
    ),
    more: Text::new(
        "Product, customer or mixed, with the words that decided. The field and the offering help: a need whose object is the offering is no need. Empty praise of the customer counts for nothing.\n\nA file for --jsonl has one JSON object per line: `text`, and if you like `field`, `offering`, `category`, `brands`, `label`. Each comes back in its place with `label`, `confidence`, `evidence` and `families`; a label that was there comes back as `given`. With --score the labels given are compared with those found.",
        "结论是产品、顾客或两者都有，并列出起决定作用的词。写明字段和产品会读得更准：把产品本身当成需要，就不是需要。“顾客至上”一类套话不计。\n\n--jsonl 的文件每行一个 JSON 对象：`text` 必填，`field`、`offering`、`category`、`brands`、`label` 可选。结果逐行返回，含 `label`、`confidence`、`evidence`、`families`；原有的 label 以 `given` 返回。加 --score 则统计原标注与判断的差别。",
    ),
    args: &[
        (
            "text",
            Text::new(
                "The statement; several words are one",
                "要读的话；多个词合为一句",
            ),
        ),
        (
            "field",
            Text::new(
                "Where it stands: mission, market, need, want, benefit, proposition, message, objective, or a path of the plan",
                "所在字段：mission、market、need、want、benefit、proposition、message、objective，或计划里的路径",
            ),
        ),
        ("offering", Text::new("What is sold", "卖的是什么")),
        (
            "category",
            Text::new("The category it belongs to", "所属品类"),
        ),
        (
            "brand",
            Text::new(
                "A brand, yours or a rival's; may come again",
                "品牌，自己的或对手的；可重复",
            ),
        ),
        (
            "jsonl",
            Text::new(
                "A file of statements, one JSON object per line; `-` reads the standard input",
                "语句文件，每行一个 JSON 对象；`-` 表示读取标准输入",
            ),
        ),
        (
            "score",
            Text::new("Compare with the labels in the file", "与文件里的标注比较"),
        ),
    ],
    examples: &[
        (
            "farsight myopia --field need --offering \"electric drills\" \"They need an 18 V drill\"",
            Text::new("one statement", "读一句话"),
        ),
        (
            "farsight myopia --jsonl statements.jsonl --score",
            Text::new("how well it reads labelled statements", "看它读得准不准"),
        ),
    ],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    text: Vec<String>,
    #[arg(long, value_name = "FIELD")]
    field: Option<String>,
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    offering: String,
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    category: String,
    #[arg(long, value_name = "NAME")]
    brand: Vec<String>,
    #[arg(long, value_name = "FILE")]
    jsonl: Option<PathBuf>,
    #[arg(long, requires = "jsonl")]
    score: bool,
}

/// Reads one statement or a file of them.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let field = args
        .field
        .as_deref()
        .map(|name| field(name, console))
        .transpose()?;
    let brands: Vec<&str> = args.brand.iter().map(String::as_str).collect();
    let text = args.text.join(" ");
    let statement = Statement {
        text: &text,
        field,
        offering: &args.offering,
        category: &args.category,
        brands: &brands,
    };
    match &args.jsonl {
        Some(path) => lines::run(path, &statement, args.score, console),
        None => one(&statement, console),
    }
}

fn field(name: &str, console: &Console) -> Result<Field, Failure> {
    Field::named(name).ok_or_else(|| {
        let what = Text::new("There is no field “{0}”.", "没有“{0}”这个字段。");
        let next = Text::new("There are: {0}.", "可用的字段：{0}。");
        let names: Vec<&str> = Field::ALL.into_iter().map(Field::key).collect();
        Failure::usage(console.say(what, &[name])).hint(console.say(next, &[&names.join(", ")]))
    })
}

fn one(statement: &Statement<'_>, console: &mut Console) -> Result<Exit, Failure> {
    let Some(verdict) = read(statement) else {
        let what = Text::new("There is no word to read.", "没有可读的文字。");
        return Err(Failure::usage(console.say(what, &[])));
    };
    let label = console.paint(BOLD, verdict.label.name().get(console.lang));
    let sure = sure(verdict.confidence).get(console.lang);
    let head = Text::new("{0}, {1}", "{0}，{1}");
    console.line(&console.say(head, &[&label, sure]))?;
    let marked = marked(statement.text, &verdict, console);
    for line in wrap(&marked, 78).into_iter().take(3) {
        console.line(&format!("  {line}"))?;
    }
    told(statement.text, &verdict, console)?;
    if !verdict.families.is_empty() {
        let names: Vec<&str> = verdict
            .families
            .iter()
            .map(|it: &Family| it.label().get(console.lang))
            .collect();
        let text = Text::new("myopia: {0}", "近视：{0}");
        let joint = Text::new("; ", "；").get(console.lang);
        console.line(&console.say(text, &[&names.join(joint)]))?;
    }
    Ok(Exit::Clean)
}

/// How sure the reader is, in words.
fn sure(confidence: f32) -> Text {
    const WORDS: [(f32, Text); 3] = [
        (0.9, Text::new("clearly", "很明确")),
        (0.7, Text::new("probably", "多半是")),
        (0.0, Text::new("hard to say", "不太好说")),
    ];
    let row = WORDS.iter().find(|(least, _)| confidence >= *least);
    row.map_or(WORDS[2].1, |(_, text)| *text)
}

/// The text with the deciding words in brackets.
fn marked(text: &str, verdict: &Verdict, console: &Console) -> String {
    let mut out = String::new();
    let mut at = 0;
    for it in verdict
        .evidence
        .iter()
        .filter(|it| it.side != Side::Neither)
    {
        let (Some(before), Some(word)) = (text.get(at..it.range.start), text.get(it.range.clone()))
        else {
            continue;
        };
        out += &visible(before);
        out += &console.say(Text::new("[{0}]", "【{0}】"), &[&visible(word)]);
        at = it.range.end;
    }
    out += &visible(text.get(at..).unwrap_or_default());
    out.replace('\n', " ")
}

/// A line per kind of language, with its words.
fn told(text: &str, verdict: &Verdict, console: &mut Console) -> Result<(), Failure> {
    let other = |it: &Evidence| match it.side {
        Side::Product => Text::new("words of products", "产品的说法"),
        Side::Customer => Text::new("words of people", "人的说法"),
        Side::Neither => Text::new("not counted", "不计"),
    };
    let mut kinds: Vec<(Side, &'static str, Vec<String>)> = Vec::new();
    for it in &verdict.evidence {
        let mut name = it
            .kind
            .map_or_else(|| other(it), |kind| kind.name)
            .get(console.lang);
        if it.side == Side::Neither && it.kind.is_none_or(|kind| kind.key != "decoration") {
            name = Text::new("denied: not counted", "被否定：不计").get(console.lang);
        }
        let word = visible(text.get(it.range.clone()).unwrap_or_default()).into_owned();
        match kinds
            .iter_mut()
            .find(|(side, known, _)| *side == it.side && *known == name)
        {
            Some((_, _, words)) => words.push(word),
            None => kinds.push((it.side, name, vec![word])),
        }
    }
    for (side, name, words) in kinds.into_iter().take(6) {
        let sign = match side {
            Side::Product => Text::new("product", "产品"),
            Side::Customer => Text::new("customer", "顾客"),
            Side::Neither => Text::new("neither", "不计"),
        };
        let words = words.join(Text::new(", ", "、").get(console.lang));
        let sign = console.paint(FAINT, sign.get(console.lang));
        let line = Text::new("  {0}  {1}: {2}", "  {0}  {1}：{2}");
        console.line(&console.say(line, &[&sign, name, &words]))?;
    }
    Ok(())
}
