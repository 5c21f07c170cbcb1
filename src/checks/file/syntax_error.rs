//! The text is not TOML.

use super::quoted;
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink};
use crate::plan::{Problem, ProblemKind};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "F001",
    name: "syntax-error",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Plan,
    title: Text::new("Not TOML", "不符合TOML语法"),
    why: Text::new(
        "Until the text is TOML again, the lines after the mistake may be misread, and no edit is made (TOML 1.0, toml.io).",
        "在语法改正之前，出错之后的内容可能被误读，程序也不会修改文件（TOML 1.0，toml.io）。",
    ),
    ask: Text::new(
        "Is a quote, a bracket or an equals sign missing on this line or the one above?",
        "这一行或上一行是否漏了引号、括号或等号？",
    ),
    page: include_str!("syntax_error.md"),
    check,
};

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut last = None;
    for problem in context.problems {
        if let ProblemKind::Conflict { at } = &problem.kind {
            let (text, place) = match at {
                Some(at) => (
                    Text::new(
                        "Conflict in {0}: two readings stand here. Keep one and delete the marker lines.",
                        "{0} 有冲突：这里有两种写法。请保留一种，并删去标记行。",
                    ),
                    at.as_str(),
                ),
                None => (
                    Text::new(
                        "Conflict: two readings stand here. Keep one and delete the marker lines.",
                        "有冲突：这里有两种写法。请保留一种，并删去标记行。",
                    ),
                    "",
                ),
            };
            sink.at("", problem.span, text, &[place]);
        }
        if let ProblemKind::MoreSyntax { more } = &problem.kind {
            let text = Text::new(
                "{0} more mistakes follow: this is hardly a TOML file.",
                "后面还有{0}处错误：这恐怕不是TOML文件。",
            );
            sink.at("", problem.span, text, &[&more.to_string()]);
        }
        if let ProblemKind::Syntax { message } = &problem.kind {
            let text = habit(context, problem, message)
                .or_else(|| known(message))
                .unwrap_or(Text::new(
                    "This is not TOML: {1}.",
                    "这里不符合TOML语法（{1}）。",
                ));
            // One slip may trip the parser twice on its line; it is said once.
            let before = context.text.get(..problem.span.start).unwrap_or_default();
            let here = Some((text, before.rfind('\n')));
            if here != last {
                let found = quoted(context, problem);
                sink.at("", problem.span, text, &[&found, message]);
            }
            last = here;
        }
    }
    Checked::Yes
}

/// What the parser says of a value that is none of the kinds it knows.
const BARE: &str = "string values must be quoted";

/// A habit of writing that leads to an error: what the value looks like, and what to write.
type Habit = (fn(&str) -> bool, Text);

/// Habits that show in a value, the surest first.
const HABITS: &[Habit] = &[
    (
        str::is_empty,
        Text::new(
            "There is no value after the equals sign: write one, or remove the line.",
            "等号后面没有值：请填写，或者删去这一行。",
        ),
    ),
    (
        |value| value.starts_with(['“', '”', '‘', '’', '„', '«', '「', '『', '＂']),
        Text::new(
            "{0} stands in printed quotation marks: TOML wants the straight ones, \"…\".",
            "{0} 用了中文引号或弯引号：TOML只认英文直引号 \"…\"。",
        ),
    ),
    (
        |value| value.ends_with(['%', '％']) && has_digit(value),
        Text::new(
            "{0} has a percent sign: in the file 35 % is 0.35.",
            "{0} 带了百分号：文件里35%写作0.35。",
        ),
    ),
    (
        |value| value.contains(['，', '；', '、', '】', '」']) && has_digit(value),
        Text::new(
            "{0} has Chinese punctuation: TOML wants the half-width kind.",
            "{0} 里有全角标点：这里要用半角标点。",
        ),
    ),
    (
        |value| value.starts_with(|c: char| c.is_ascii_digit()) || has_currency(value),
        Text::new(
            "{0} is not a number as TOML writes them: digits and a point only, such as 1200.50.",
            "{0} 不是TOML的数字写法：只用数字和小数点，例如 1200.50。",
        ),
    ),
    (
        |_| true,
        Text::new(
            "{0} is text, and text stands in straight quotes: \"…\".",
            "{0} 是文字，要放在英文直引号 \"…\" 里。",
        ),
    ),
];

fn has_digit(value: &str) -> bool {
    value.contains(|c: char| c.is_ascii_digit())
}

fn has_currency(value: &str) -> bool {
    has_digit(value) && value.starts_with(['$', '€', '£', '¥', '￥', '₹', '+', '-', '.'])
}

/// The likely cause of an error, told by the text around it.
fn habit(context: &Context, problem: &Problem, message: &str) -> Option<Text> {
    let start = problem.span.start;
    let before = context.text.get(..start)?.lines().next_back().unwrap_or("");
    let after = context.text.get(start..)?.lines().next().unwrap_or("");
    if message.starts_with(BARE) {
        let value = context.text.get(start..problem.span.end)?.trim();
        return HABITS.iter().find(|(is, _)| is(value)).map(|it| it.1);
    }
    let colon = [':', '：'];
    if message.starts_with("key with no value")
        && (before.ends_with(colon) || after.contains(colon))
        || message.starts_with("invalid unquoted key")
            && after.contains(colon)
            && !after.contains('=')
    {
        return Some(Text::new(
            "Between a key and its value stands an equals sign, not a colon.",
            "键与值之间用等号，不用冒号。",
        ));
    }
    if message.starts_with("unexpected key or value")
        && before.ends_with(|c: char| c.is_ascii_digit())
        && after.starts_with([',', ' '])
        && has_digit(after)
    {
        return Some(Text::new(
            "A number has no thousands separator in TOML: 1,200 is 1200 or 1_200.",
            "TOML的数字里没有千位分隔符：1,200写作1200或1_200。",
        ));
    }
    None
}

/// The parser's messages by how they begin, in words for people who do not know TOML.
const MESSAGES: &[(&str, Text)] = &[
    (
        "invalid basic string",
        Text::new(
            "The text is not closed: a straight quote \" is missing at the end of the line.",
            "这段文字没有结束：行末少了一个直引号 \"。",
        ),
    ),
    (
        "invalid literal string",
        Text::new(
            "The text is not closed: an apostrophe ' is missing at the end of the line.",
            "这段文字没有结束：行末少了一个单引号 '。",
        ),
    ),
    (
        "invalid multi-line",
        Text::new(
            "A text over several lines is not closed: the three quotes at its end are missing.",
            "多行文字没有结束：末尾少了三个引号。",
        ),
    ),
    (
        "missing escaped value",
        Text::new(
            "After a backslash stands a character that TOML does not know there: write \\\\ for a backslash.",
            "反斜杠后面的字符TOML不认识：要写反斜杠本身，请用 \\\\。",
        ),
    ),
    (
        "too few unicode value digits",
        Text::new(
            "A character written as \\u needs four hexadecimal digits, as \\U eight.",
            "\\u 后面要有四位十六进制数字，\\U 后面要有八位。",
        ),
    ),
    (
        "key with no value",
        Text::new(
            "After this key an equals sign and a value are missing.",
            "这个键后面少了等号和值。",
        ),
    ),
    (
        "duplicate key",
        Text::new(
            "“{0}” is already written above in this table: keep one of the two.",
            "“{0}”在这张表里前面已经写过：请保留其中一个。",
        ),
    ),
    (
        "invalid unquoted key",
        Text::new(
            "“{0}” cannot be a key without quotes: keys have letters a–z, digits, _ and -.",
            "“{0}”不加引号不能作键：键只用英文字母、数字、_ 和 -。",
        ),
    ),
    (
        "unquoted keys cannot be empty",
        Text::new("A name is missing here.", "这里少了名称。"),
    ),
    (
        "unclosed array table",
        Text::new(
            "The header of a row ends in two brackets: ]].",
            "每条记录的标题要以两个方括号 ]] 结束。",
        ),
    ),
    (
        "unclosed table",
        Text::new(
            "The header of the table is not closed: ] is missing.",
            "表的标题没有结束：少了 ]。",
        ),
    ),
    (
        "unclosed array",
        Text::new(
            "The list is not closed: ] is missing.",
            "列表没有结束：少了 ]。",
        ),
    ),
    (
        "unclosed inline table",
        Text::new(
            "The table in braces is not closed: } is missing.",
            "花括号里的表没有结束：少了 }。",
        ),
    ),
    (
        "missing comma between array elements",
        Text::new(
            "A comma is missing between two entries of the list, or ] at its end.",
            "列表的两项之间少了逗号，或者末尾少了 ]。",
        ),
    ),
    (
        "missing comma between key-value pairs",
        Text::new(
            "A comma is missing between two entries in braces.",
            "花括号里的两项之间少了逗号。",
        ),
    ),
    (
        "missing assignment",
        Text::new(
            "An equals sign is missing between the name and its value.",
            "名称与值之间少了等号。",
        ),
    ),
    (
        "extra comma",
        Text::new("There is a comma too many.", "这里多了一个逗号。"),
    ),
    (
        "extra `=`",
        Text::new("There is an equals sign too many.", "这里多了一个等号。"),
    ),
    (
        "unexpected `=` in array",
        Text::new(
            "An equals sign stands in a list: ] is probably missing above.",
            "列表里出现了等号：多半是前面少了 ]。",
        ),
    ),
    (
        "unexpected key or value",
        Text::new(
            "Something follows the value on this line: begin a new line, or put # before a remark.",
            "值后面还有别的内容：请另起一行；如果是备注，请在前面加 #。",
        ),
    ),
    (
        "unexpected leading zero",
        Text::new(
            "A number does not begin with 0, unless a point follows; a number with leading zeros, such as a telephone number, is text in quotes.",
            "数字不能以0开头（小数除外）；电话号码之类以0开头的，请加引号当文字写。",
        ),
    ),
    (
        "invalid date",
        Text::new(
            "{0} is not a day of the calendar: dates are written 2027-03-01.",
            "{0} 不是日历上的日子：日期写作 2027-03-01。",
        ),
    ),
    (
        "invalid time",
        Text::new(
            "{0} is not a time of day: times are written 07:30:00.",
            "{0} 不是一天中的时刻：时间写作 07:30:00。",
        ),
    ),
    (
        "invalid boolean",
        Text::new(
            "{0} is neither true nor false, in small letters and without quotes.",
            "{0} 应当是小写且不加引号的 true（是）或 false（否）。",
        ),
    ),
    (
        "`_` may only go between digits",
        Text::new(
            "In a number _ stands only between two digits.",
            "数字里的 _ 只能放在两个数字之间。",
        ),
    ),
    (
        "invalid fraction",
        Text::new(
            "Digits are missing after the decimal point.",
            "小数点后面少了数字。",
        ),
    ),
    (
        "invalid mantissa",
        Text::new(
            "A number begins with a digit: write 0.5, not .5.",
            "数字要以数字开头：写作0.5，不写.5。",
        ),
    ),
    (
        "missing array opening",
        Text::new(
            "A bracket ] closes nothing: [ is missing before it.",
            "多了一个 ]，或者前面少了 [。",
        ),
    ),
    (
        "missing inline table opening",
        Text::new(
            "A brace } closes nothing: { is missing before it.",
            "多了一个 }，或者前面少了 {。",
        ),
    ),
    (
        "invalid key-value pair",
        Text::new(
            "Every line is a [header], or a key, an equals sign and a value.",
            "每一行要么是 [标题]，要么是“键 = 值”。",
        ),
    ),
    (
        "carriage return must be followed",
        Text::new(
            "A line ends in an old Macintosh way: save the file with usual line ends.",
            "这一行用了老式的换行符：请用常见的换行方式另存文件。",
        ),
    ),
    (
        "invalid comment character",
        Text::new(
            "The remark has an invisible control character: remove it.",
            "备注里有看不见的控制字符：请删去。",
        ),
    ),
    (
        "cannot recurse further",
        Text::new(
            "Brackets stand one within another too deeply to be read.",
            "括号嵌套太深，无法读取。",
        ),
    ),
];

fn known(message: &str) -> Option<Text> {
    MESSAGES
        .iter()
        .find(|(start, _)| message.starts_with(start))
        .map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use crate::checks::check_text;
    use crate::words::Lang;

    #[test]
    fn conflicts_are_named_and_nothing_else_is_said() {
        let text = "farsight = 1\n<<<<<<< ours: plan.owner\nb = 2\n=======\nb = 3\n>>>>>>> theirs\n<<<<<<< HEAD\n=======\n[x\n>>>>>>> x\n";
        let report = check_text(text);
        let said =
            |lang| -> Vec<String> { report.findings.iter().map(|it| it.message(lang)).collect() };
        let english = said(Lang::En);
        assert_eq!(english.len(), 2, "{english:?}");
        assert!(english[0].starts_with("Conflict in plan.owner:"));
        assert!(english[1].starts_with("Conflict:"));
        assert!(said(Lang::Zh)[0].starts_with("plan.owner 有冲突："));
    }

    /// What is said of the first mistake in a text.
    fn said(text: &str) -> (String, String) {
        let report = check_text(text);
        let first = &report.findings[0];
        assert_eq!(first.rule.code, "F001", "{text:?}");
        (first.message(Lang::En), first.message(Lang::Zh))
    }

    #[test]
    fn habits_of_writing_get_their_own_words() {
        for (line, en, zh) in [
            ("a =", "no value", "没有值"),
            ("a = “x”", "straight", "直引号"),
            ("a = 「x」", "straight", "直引号"),
            ("a = 35 %", "0.35", "0.35"),
            ("a = 35％", "0.35", "0.35"),
            ("a = [1，2]", "half-width", "半角"),
            ("a = €5.90", "1200.50", "1200.50"),
            ("a = 1,200", "thousands", "千位"),
            ("a = hello", "hello is text", "hello 是文字"),
            ("a = 面包", "面包 is text", "面包 是文字"),
            ("a: 1", "colon", "冒号"),
            ("a：1", "colon", "冒号"),
        ] {
            let (said_en, said_zh) = said(&format!("farsight = 1\n{line}\n"));
            assert!(said_en.contains(en), "{line}: {said_en}");
            assert!(said_zh.contains(zh), "{line}: {said_zh}");
        }
    }

    #[test]
    fn common_mistakes_are_said_in_chinese_too() {
        for line in [
            "a = \"x",
            "a = 'x",
            "a = \"\"\"x",
            "a 1",
            "a = 1\na = 2",
            "[a",
            "[[a]",
            "a = [1, 2",
            "a = {b=1",
            "= 1",
            "a = 1 b",
            "a = 01",
            "a = \"\\q\"",
            "顾客 = 1",
            "a = 2027-13-01",
            "a = 12:99:00",
            "a = True",
            "a = 1__0",
            "a = 1.",
            "a == 1",
            "a = [1,,2]",
            "a = .5",
            "a = \"\\u00\"",
            "a = {b=1,,c=2}",
            "a = ]",
            "a = {b 1}",
            "{\"a\":1}",
            "[]",
        ] {
            let (en, zh) = said(&format!("farsight = 1\n{line}\n"));
            assert!(!en.contains("expected"), "{line:?}: {en}");
            assert!(!zh.contains("不符合"), "{line:?}: {zh}");
            assert!(
                zh.contains(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)),
                "{zh}"
            );
        }
    }
}
