//! Reading takes any text without a panic, and holds every field of the catalogue to its kind.

use std::collections::BTreeMap;
use std::fmt::Write;

use farsight::catalogue::{self, Field, Kind, Section, Shape};
use farsight::checks::check_text;
use farsight::plan::records::*;
use farsight::plan::{Document, Record, read};
use proptest::prelude::*;
use proptest::sample::Index;

/// Reads and checks a text; what is said must fit the text, and every repair must apply.
fn survives(text: &str) {
    let reading = read(text);
    for problem in &reading.problems {
        let (start, end) = (problem.span.start, problem.span.end);
        assert!(
            text.get(start..end).is_some(),
            "{start}..{end} is no place: {problem:?}"
        );
    }
    let report = check_text(text);
    assert_eq!(report.total(), farsight::checks::rules().count());
    if !reading.problems.is_empty() {
        assert!(!report.findings.is_empty(), "{:?}", reading.problems);
    }
    for finding in &report.findings {
        if let Some(fix) = &finding.fix {
            let mut repaired = text.to_owned();
            let back = fix.apply(&mut repaired);
            assert!(
                read(&repaired).is_sound(),
                "{} {} broke the file: {fix:?}",
                finding.rule.code,
                finding.path
            );
            back.apply(&mut repaired);
            assert_eq!(repaired, text);
        }
    }
}

// -- A plan with every field ----------------------------------------------------------------

/// The id of every row of the generated plan.
const ID: &str = "row-a";

/// A value that a field accepts, as it stands in the file.
fn right(kind: Kind) -> String {
    match kind {
        Kind::Line | Kind::Text => String::from("\"文字 and words\""),
        Kind::Number | Kind::Money => String::from("1200.5"),
        Kind::Count => String::from("42"),
        Kind::Percent => String::from("0.35"),
        Kind::Date => String::from("2027-03-01"),
        Kind::Period => String::from("\"2027-Q1\""),
        Kind::Flag => String::from("true"),
        Kind::Scale(low, _) => low.to_string(),
        Kind::Choice(choices) => format!("\"{}\"", choices[0].key),
        Kind::Choices(choices) => format!("[\"{}\"]", choices[0].key),
        Kind::Slug | Kind::Ref(_) => format!("\"{ID}\""),
        Kind::Refs(_) => format!("[\"{ID}\"]"),
        Kind::Lines => String::from("[\"one\", \"二\"]"),
        Kind::Scores(_) => format!("{{ {ID} = 7 }}"),
    }
}

/// Values that no field of this kind accepts.
fn wrong(kind: Kind) -> Vec<&'static str> {
    const ALL: [&str; 10] = [
        "\"zz zz\"",
        "99",
        "-1.5",
        "true",
        "2027-01-01",
        "07:30:00",
        "[12]",
        "[[]]",
        "{ x = \"y\" }",
        "nan",
    ];
    let fits: &[&str] = match kind {
        Kind::Line | Kind::Text => &["\"zz zz\""],
        Kind::Number | Kind::Money | Kind::Percent => &["99", "-1.5"],
        Kind::Count => &["99"],
        Kind::Flag => &["true"],
        Kind::Date => &["2027-01-01"],
        _ => &[],
    };
    ALL.into_iter()
        .filter(|value| !fits.contains(value))
        .collect()
}

fn header(section: &Section) -> String {
    match section.shape {
        Shape::Table => format!("[{}]\n", section.path),
        Shape::Rows => format!("[[{}]]\n", section.path),
    }
}

/// The whole plan: every section with every field.
fn whole_plan() -> String {
    let mut text = String::from("farsight = 1\n");
    for section in catalogue::sections() {
        text.push('\n');
        text.push_str(&header(section));
        for field in section.fields {
            let _ = writeln!(text, "{} = {}", field.key, right(field.kind));
        }
    }
    text
}

/// A plan with one field, the rows that it may point to, and nothing else.
fn plan_with(section: &Section, field: &Field, line: &str) -> String {
    let mut text = format!("farsight = 1\n{}", header(section));
    if section.field("id").is_some() && field.key != "id" {
        let _ = writeln!(text, "id = \"{ID}\"");
    }
    text.push_str(line);
    text.push('\n');
    for list in field.kind.targets() {
        if *list != section.path {
            let _ = writeln!(text, "[[{list}]]\nid = \"{ID}\"");
        }
    }
    text
}

/// Where a field of the generated plan stands; a row without an id goes by its position.
fn path(section: &Section, field: &Field) -> String {
    match (section.shape, section.field("id")) {
        (Shape::Table, _) => format!("{}.{}", section.path, field.key),
        (Shape::Rows, Some(_)) => format!("{}.{ID}.{}", section.path, field.key),
        (Shape::Rows, None) => format!("{}.1.{}", section.path, field.key),
    }
}

#[test]
fn a_plan_with_every_field_has_no_problem() {
    let text = whole_plan();
    let reading = read(&text);
    assert_eq!(reading.problems, []);
    assert!(text.lines().count() > 300);
    survives(&text);
}

#[test]
fn every_field_is_read_into_the_typed_plan() {
    let mut faults = Vec::new();
    for (section, field) in catalogue::fields() {
        let line = format!("{} = {}", field.key, right(field.kind));
        // A remark as long as the field leaves all else in its place.
        let remark = format!("#{}", " ".repeat(line.len() - 1));
        let (with, without) = (
            plan_with(section, field, &line),
            plan_with(section, field, &remark),
        );
        let (with, without) = (read(&with), read(&without));
        if !with.problems.is_empty() {
            faults.push(format!("{line}: {:?}", with.problems));
        }
        if format!("{:?}", with.plan) == format!("{:?}", without.plan) {
            faults.push(format!("{}.{} is not read", section.path, field.key));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_value_of_the_wrong_kind_is_a_problem_at_its_path() {
    let mut faults = Vec::new();
    for (section, field) in catalogue::fields() {
        for value in wrong(field.kind) {
            let line = format!("{} = {value}", field.key);
            let text = plan_with(section, field, &line);
            let reading = read(&text);
            let wanted = path(section, field);
            let here = |found: &str| {
                // A row whose id is wrong cannot be named by it.
                found == wanted || field.key == "id" && found.rsplit('.').next() == Some("id")
            };
            if !reading.problems.iter().any(|it| here(&it.path)) {
                faults.push(format!("{wanted} = {value}: {:?}", reading.problems));
            }
            survives(&text);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The keys of each struct of the typed plan, by section.
macro_rules! keys {
    ($($record:ident)+) => {
        BTreeMap::from([$((<$record as Record>::SECTION, <$record as Record>::KEYS),)+])
    };
}

#[test]
fn the_typed_plan_has_the_keys_of_the_catalogue() {
    let typed: BTreeMap<&str, &[&str]> = keys! {
        Frame Interests Assumption Stakeholder TeamRole Change Reference Market SizingStep
        CustomerNeed Evidence Alternative MarketForce Swot BuyingStep Targeting Segment Persona
        Proposition Benefit CustomerCost Factor PositioningMap CustomerView Product Channel
        Message Promotion Objective Milestone Action Totals BudgetLine ForecastLine Risk Care
        Programme Touchpoint Satisfaction Partner RevenueStream ValueCapture Group Account Answer
    };
    let named = |section: &Section| -> Vec<&str> {
        let keys = section.fields.iter().map(|field| field.key);
        keys.filter(|key| *key != "id").collect()
    };
    let mut faults = Vec::new();
    for section in catalogue::sections() {
        match typed.get(section.path) {
            None => faults.push(format!("{} has no struct", section.path)),
            Some(keys) => {
                let (mut ours, mut theirs) = (keys.to_vec(), named(section));
                ours.sort_unstable();
                theirs.sort_unstable();
                if ours != theirs {
                    faults.push(format!("{}: {ours:?} and {theirs:?}", section.path));
                }
            }
        }
    }
    for path in typed.keys() {
        if catalogue::section(path).is_none() {
            faults.push(format!("{path} is no section"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

// -- Any text -------------------------------------------------------------------------------

/// Ways of writing that the generated plan does not have.
const ODD: &str = "\u{feff}# 夜班诊所的计划, with a byte order mark\r
farsight = 1 # the format\r
plan.title = 'Night clinic: \"open\" till four'\r
plan.interests = { staff = \"rest\", \"owners\" = '''x''' }\r
\"plan\".unknown = [\r
  # what we looked for\r
  \"needs.market.size\", 'targeting.segments.夜班.size',\r
]\r

[ needs . market ]
definition = \"\"\"
people who are ill \\
   at night\"\"\"
size = 1_200
growth = 1e-2
vlaue = +3.5E2
derivation = '''
three
lines'''
[needs]
customer_needs = [
  { id = \"sleep\", need = \"\\u7761\", importance = 0x5 },
  { id = \"sleep\", importance = 9 }, # twice
  3,
]
[[needs.evidence]]
id = \"Door Count\"
date = 2026-09-14T22:30:00+08:00
results = [\"a\", [1], {}]
[[needs.evidence]]
[[targeting.segment]]
id = \"夜班\"
[[targeting.segments]]
id = \"夜班\"
bases = [\"behavioral\", \"时机\"]
needs = [\"slep\", \"\"]
decision = \"目标\"
growth = \"12 %\"
[targeting.segments.extra]
x = 1
[[targeting.segments]]
id = \"\"
size = -4
[value.propositions]
id = \"calm\"
[[value.factors]]
id = \"wait\"
rivals = { Door-Count = 11, \"家里\" = 3 }
[value.factors.rivls]
a.b = 1
a.c = 2
[[value.factors]]
id = \"wait-2\"
rivals.er = nan
rivals.home = inf
[mix]
totals = 3
actions = \"none\"
[mix.custmer_view]
solution = true
[relationships.care]
crisis = 1979-05-27
crsis = [ ]
[accept]
check = \"N101\"
";

/// A change of a text: cut, copy, put in, or swap pieces.
#[derive(Debug, Clone)]
enum Mutation {
    Delete(Index, usize),
    Double(Index, usize),
    Insert(Index, &'static str),
    Swap(Index, Index, usize),
    Truncate(Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let signs = prop::sample::select(vec![
        "\"",
        "'",
        "\"\"\"",
        "'''",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ",",
        ".",
        "#",
        "\n",
        "\r",
        "\r\n",
        "\\",
        "\\u",
        "0",
        "-",
        "nan",
        "x = 1\n",
        "[plan]\n",
        "[[accept]]\n",
        "id",
        "，",
        "“",
        "\u{feff}",
        "\0",
        "𠮷",
        "farsight = 2\n",
        "07:30",
        "\\e",
    ]);
    let place = any::<Index>;
    prop_oneof![
        (place(), 0..60usize).prop_map(|(at, len)| Mutation::Delete(at, len)),
        (place(), 0..200usize).prop_map(|(at, len)| Mutation::Double(at, len)),
        (place(), signs).prop_map(|(at, new)| Mutation::Insert(at, new)),
        (place(), place(), 0..40usize).prop_map(|(a, b, len)| Mutation::Swap(a, b, len)),
        place().prop_map(Mutation::Truncate),
    ]
}

/// Changes by characters, so that the text stays a text.
fn changed(text: &str, changes: &[Mutation]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for change in changes {
        let size = chars.len() + 1;
        let span = |at: &Index, len: usize| {
            let start = at.index(size);
            start..(start + len).min(size - 1)
        };
        match change {
            Mutation::Delete(at, len) => drop(chars.drain(span(at, *len))),
            Mutation::Double(at, len) => {
                let span = span(at, *len);
                let piece = chars[span.clone()].to_vec();
                chars.splice(span.end..span.end, piece);
            }
            Mutation::Insert(at, new) => {
                let at = at.index(size);
                chars.splice(at..at, new.chars());
            }
            Mutation::Swap(a, b, len) => {
                let (a, b) = (span(a, *len), span(b, *len));
                for (a, b) in a.zip(b) {
                    chars.swap(a, b);
                }
            }
            Mutation::Truncate(at) => chars.truncate(at.index(size)),
        }
    }
    chars.into_iter().collect()
}

#[test]
fn odd_ways_of_writing_survive() {
    survives(ODD);
    let reading = read(ODD);
    assert!(reading.is_sound(), "{:?}", reading.problems);
    assert!(reading.problems.len() > 20, "{:#?}", reading.problems);
}

/// The repairs of a plan one after the other leave nothing that can be repaired.
#[test]
fn repairs_come_to_an_end() {
    let mut text = ODD.to_owned();
    for _ in 0..60 {
        let findings = check_text(&text).findings;
        let Some(fix) = findings.into_iter().find_map(|it| it.fix) else {
            return;
        };
        let before = read(&text).problems.len();
        fix.apply(&mut text);
        assert!(!Document::parse(text.as_str()).text().is_empty());
        assert!(read(&text).problems.len() <= before + 6, "{text}");
    }
    panic!("repairs go on for ever:\n{text}");
}

#[test]
fn extreme_texts_survive() {
    for open in [
        "[", "{", "[[", "a.", "{a=", "\"", "'", "(", "a = [", "[a]\n",
    ] {
        survives(&open.repeat(10_000));
        survives(&format!("farsight = 1\nx = {}", open.repeat(10_000)));
    }
    survives(&format!(
        "x = {}1{}",
        "[".repeat(10_000),
        "]".repeat(10_000)
    ));
    let long = "长文 and ".repeat(100_000);
    assert!(long.len() > 1_000_000);
    survives(&long);
    survives(&format!("farsight = 1\n[plan]\ntitle = \"{long}\"\n"));
    survives(&format!("farsight = 1\n[plan]\ntitle = \"{long}\n"));
    survives(&format!("farsight = 1\n[plan]\nkind = \"{long}\"\n"));
    survives(&format!("farsight = {}\n", "9".repeat(400)));
    survives(&format!("[needs.market]\nsize = 1e{}\n", "9".repeat(400)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_survive(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_characters_survive(text in "\\PC{0,80}", toml in "[\\[\\]{}=\"'#.,a1 \n\r\\\\需]{0,80}") {
        survives(&text);
        survives(&toml);
    }

    #[test]
    fn changed_plans_survive(changes in prop::collection::vec(mutation(), 1..6)) {
        survives(&changed(&whole_plan(), &changes));
    }

    #[test]
    fn changed_odd_plans_survive(changes in prop::collection::vec(mutation(), 1..6)) {
        survives(&changed(ODD, &changes));
    }
}
