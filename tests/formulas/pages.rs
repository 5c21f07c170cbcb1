//! Every formula has a page that tells the truth, in both languages: its example is run.

use farsight::figures::results::Outcome;
use farsight::figures::{FORMULAS, Formula, Given, Unit, formula, read};
use farsight::words::number::{parse, parse_percent};
use farsight::words::{Lang, Text};
use rust_decimal::{Decimal, RoundingStrategy};

const HEADINGS: [Text; 6] = [
    Text::new("What it answers", "回答什么"),
    Text::new("Formula", "公式"),
    Text::new("Convention", "约定"),
    Text::new("Source", "出处"),
    Text::new("Worked example", "算例"),
    Text::new("Traps", "易错之处"),
];

#[test]
fn every_page_has_the_same_parts_in_both_languages() {
    for formula in FORMULAS {
        assert_eq!(
            formula.page.matches("\n---\n").count(),
            1,
            "{}",
            formula.name
        );
        for lang in Lang::ALL {
            let page = formula.page(lang);
            let title = formula.title.get(lang);
            let head = match lang {
                Lang::En => format!("# {title} (`{}`)", formula.name),
                Lang::Zh => format!("# {title}（`{}`）", formula.name),
            };
            assert_eq!(page.lines().next(), Some(head.as_str()));
            let headings: Vec<&str> = page
                .lines()
                .filter_map(|it| it.strip_prefix("## "))
                .collect();
            let expected: Vec<&str> = HEADINGS.iter().map(|it| it.get(lang)).collect();
            assert_eq!(headings, expected, "{} {lang:?}", formula.name);
            for part in page.split("\n## ").skip(1) {
                let (heading, body) = part.split_once('\n').unwrap();
                assert!(
                    body.trim().len() > 20,
                    "{} {lang:?}: {heading} is empty",
                    formula.name
                );
            }
            assert_eq!(
                page.matches("\n- ").count().min(2),
                2,
                "{}: name two traps",
                formula.name
            );
        }
    }
}

#[test]
fn every_worked_example_comes_out_as_printed() {
    let mut faults = Vec::new();
    for formula in FORMULAS {
        let blocks = Lang::ALL.map(|lang| {
            let page = formula.page(lang);
            let (_, block) = page.split_once("```calc\n").expect(formula.name);
            let (block, _) = block.split_once("\n```").expect(formula.name);
            if let Err(why) = run(formula, block, lang) {
                faults.push(format!("{} {lang:?}: {why}", formula.name));
            }
            block
        });
        if blocks[0] == blocks[1] {
            faults.push(format!("{}: one example in two languages", formula.name));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Runs a block: the command in its first line gives what the others print.
fn run(of: &'static Formula, block: &str, lang: Lang) -> Result<(), String> {
    let mut lines = block.lines();
    let command = lines.next().ok_or("an empty block")?;
    let given = called(command)?;
    if given.formula().name != of.name {
        return Err(format!("the example is of {}", given.formula().name));
    }
    let results = given.compute().map_err(|fault| fault.message(lang))?;
    let mut printed = 0;
    for line in lines {
        let (name, expected) = line.split_once(" = ").ok_or(format!("no result: {line}"))?;
        let output = of.outputs.iter().find(|it| it.name == name);
        let output = output.ok_or(format!("no output {name}"))?;
        let outcome = results.get(name).ok_or(format!("{name} is not computed"))?;
        let outcome = outcome.as_ref().map_err(|fault| fault.message(lang))?;
        if !fits(outcome, output.unit, expected, lang) {
            return Err(format!("{name} is {outcome:?}, printed {expected}"));
        }
        printed += 1;
    }
    let main = results.iter().next().map(|(output, _)| output.name);
    match main {
        _ if printed == 0 => Err("nothing is printed".to_owned()),
        Some(main) if !block.contains(&format!("\n{main} = ")) => {
            Err(format!("{main}, the first result, is not printed"))
        }
        _ => Ok(()),
    }
}

/// The computation that a command line asks for.
fn called(command: &str) -> Result<Given, String> {
    let mut words = command.split(' ').peekable();
    if words.next() != Some("farsight") || words.next() != Some("calc") {
        return Err(format!("no command: {command}"));
    }
    let name = words.next().unwrap_or_default();
    let formula = formula(name).ok_or(format!("no formula {name}"))?;
    let mut given = Given::new(formula);
    while let Some(flag) = words.next() {
        let name = flag.strip_prefix("--").ok_or(format!("no flag: {flag}"))?;
        let (name, first) = name.split_once('=').unwrap_or((name, ""));
        let input = formula.input(name).ok_or(format!("no input {name}"))?;
        let mut texts = vec![first];
        while let Some(text) = words.next_if(|it| !it.starts_with("--")) {
            texts.push(text);
        }
        let value = read::read(input, &texts.join(" ")).map_err(|it| it.message(Lang::En))?;
        if given.has(name) {
            return Err(format!("{name} is given twice"));
        }
        given.set(name, value);
    }
    Ok(given)
}

/// Whether a result is what is printed, to the digits that are printed.
fn fits(outcome: &Outcome, unit: Unit, printed: &str, lang: Lang) -> bool {
    match outcome {
        Outcome::Word(word) => word.get(lang) == printed,
        Outcome::One(value) => number_fits(*value, unit, printed),
        Outcome::Many(values) => {
            let printed: Vec<&str> = printed.split([';', '；', '、']).map(str::trim).collect();
            printed.len() == values.len()
                && printed
                    .iter()
                    .zip(values)
                    .all(|(printed, value)| number_fits(*value, unit, printed))
        }
    }
}

fn number_fits(value: Decimal, unit: Unit, printed: &str) -> bool {
    let is_percent = printed.ends_with('%');
    let digits = printed.trim_end_matches(['%', ' ']);
    let decimals = digits.split_once('.').map_or(0, |(_, it)| it.len());
    let read = if is_percent {
        parse_percent(printed)
    } else {
        parse(printed)
    };
    let places = u32::try_from(decimals).unwrap() + if is_percent { 2 } else { 0 };
    let rounded = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    (is_percent == (unit == Unit::Rate)) && read == Some(rounded)
}
