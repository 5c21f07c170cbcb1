//! From what people type to the inputs of a formula.

use rust_decimal::Decimal;

use super::fault::Fault;
use super::given::Value;
use super::input::{Input, Range, Shape, Unit};
use crate::words::number::{parse, parse_percent};

/// What separates the numbers of a list in any case, so that each may group its digits.
const APART: [char; 4] = [';', '；', '、', '\n'];
/// What else separates them where none of the others is there.
const ALSO_APART: [char; 3] = [',', '，', ' '];

/// Reads an input as a person types it: a number in any form, a list, or a word.
///
/// A rate has a percent sign or is a fraction. A bare 80 is refused and not guessed at: the same
/// eye that reads it as 80 % reads 1.2 as 1.2 % or 120 %.
pub fn read(input: &'static Input, text: &str) -> Result<Value, Fault> {
    match input.shape {
        Shape::One => number(input, text).map(Value::One),
        Shape::Many if is_open(text) => Err(Fault::OneOrTwo(input)),
        Shape::Many => pieces(text)
            .iter()
            .map(|piece| number(input, piece))
            .collect::<Result<Vec<_>, _>>()
            .map(Value::Many),
        Shape::Word(words) => {
            let asked = text.trim().to_lowercase().replace([' ', '_'], "-");
            let found = words
                .iter()
                .find(|(name, label)| *name == asked || label.en == text || label.zh == text);
            found
                .map(|(name, _)| Value::Word(name))
                .ok_or(Fault::NotAWord(input))
        }
    }
}

/// A number that a program hands over: a rate must be a fraction.
pub fn exact(input: &'static Input, value: Decimal) -> Result<Decimal, Fault> {
    if input.unit == Unit::Rate && value.abs() > most(input.range) {
        return Err(Fault::BareRate(input, value));
    }
    Ok(value)
}

fn number(input: &'static Input, text: &str) -> Result<Decimal, Fault> {
    match (input.unit, parse(text)) {
        (_, Some(value)) => exact(input, value),
        (Unit::Rate, None) => parse_percent(text).ok_or(Fault::NotANumber(input)),
        (_, None) => Err(Fault::NotANumber(input)),
    }
}

/// The largest fraction that is believed without a percent sign.
fn most(range: Range) -> Decimal {
    match range {
        Range::Share | Range::BelowOne | Range::SomeShare => Decimal::ONE,
        // Twice as much and more can be meant, as growth for instance; ten times is a slip.
        _ => Decimal::TEN,
    }
}

/// Whether a comma may as well group the digits of one number as stand between two: `1,500`.
///
/// Whichever was taken, somebody would get the sum of the other. In `500,60` and `1,500,20` no
/// doubt is left, nor with a blank after the comma: there it stands between numbers.
fn is_open(text: &str) -> bool {
    let is_group = |it: &str| it.len() == 3 && it.bytes().all(|it| it.is_ascii_digit());
    let grouped = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        let whole = word.split('.').next().unwrap_or(word);
        let mut parts = whole.split(',');
        let first = parts.next().unwrap_or_default();
        let digits = first.bytes().all(|it| it.is_ascii_digit());
        let leads = digits && first.len() <= 3 && !first.starts_with('0');
        let groups: Vec<&str> = parts.collect();
        // No list has a 000 in it.
        let plainly = groups.iter().any(|it| is_group(it) && it.starts_with('0'));
        let all = leads && !groups.is_empty() && groups.iter().all(|it| is_group(it));
        all || plainly
    };
    !text.contains(APART) && text.split_whitespace().any(grouped)
}

/// The numbers of a list, apart.
fn pieces(text: &str) -> Vec<String> {
    let text = text.replace(" %", "%");
    let firmly = text.contains(APART);
    text.split(|c: char| APART.contains(&c) || (!firmly && ALSO_APART.contains(&c)))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::input::{many, one, word};
    use crate::words::{Lang, Text};

    static RATE: Input = one("rate", Unit::Rate, "Rate", "比率").in_range(Range::Share);
    static GROWTH: Input = one("growth", Unit::Rate, "Growth", "增长率");
    static MONEY: Input = one("price", Unit::Money, "Price", "价格");
    static LIST: Input = many("list", Unit::Number, "List", "清单");
    static WHEN: Input = word("when", WHENS, "end", "When", "何时");
    const WHENS: &[(&str, Text)] = &[("end", Text::new("at the end", "期末"))];

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn a_rate_says_that_it_is_one() {
        for text in ["80%", "80 %", "0.8", "八成", "百分之八十", "80 per cent"] {
            assert_eq!(read(&RATE, text), Ok(Value::One(dec("0.8"))), "{text}");
        }
        let fault = read(&RATE, "80").expect_err("a bare rate");
        assert_eq!(fault.message(Lang::En), "Rate is a rate: write 80% or 0.8");
        assert_eq!(fault.message(Lang::Zh), "“比率”是比率：请写 80% 或 0.8");
        let fault = read(&RATE, "1.2").expect_err("more than the whole");
        assert_eq!(
            fault.message(Lang::En),
            "Rate is a rate: write 1.2% or 0.012"
        );
        assert_eq!(read(&GROWTH, "1.2"), Ok(Value::One(dec("1.2"))));
        assert!(read(&GROWTH, "-80").is_err());
        assert_eq!(read(&GROWTH, "-5%"), Ok(Value::One(dec("-0.05"))));
        assert_eq!(read(&RATE, "many"), Err(Fault::NotANumber(&RATE)));
    }

    #[test]
    fn numbers_are_read_in_every_form() {
        for text in ["12,000", "12 000", "12k", "1.2万", "EUR 12,000"] {
            assert_eq!(read(&MONEY, text), Ok(Value::One(dec("12000"))), "{text}");
        }
        assert_eq!(read(&MONEY, "5%"), Err(Fault::NotANumber(&MONEY)));
    }

    #[test]
    fn a_list_may_be_written_in_several_ways() {
        let three = Ok(Value::Many(vec![dec("1500"), dec("500"), dec("2000")]));
        for text in [
            "1500,500,2000",
            "1500, 500, 2000",
            "1500 500 2000",
            "1,500; 500; 2,000",
            "1500、500、2000",
            "1500；500；2000",
        ] {
            assert_eq!(read(&LIST, text), three, "{text}");
        }
        for text in [
            "1,500",
            "400,100",
            "1,500,200",
            "1,500,2,000",
            "1,500 2,000",
            "$1,500.50",
        ] {
            assert_eq!(read(&LIST, text), Err(Fault::OneOrTwo(&LIST)), "{text}");
        }
        let fault = Fault::OneOrTwo(&LIST);
        assert!(fault.message(Lang::En).contains("write 1500 for one"));
        assert!(fault.message(Lang::Zh).contains("一个数请写 1500"));
        for text in [
            "1,50", "1, 500", "0.5,250", "0,500", "1500,500", "1,5000", "2k,500",
        ] {
            let read = read(&LIST, text);
            let two = matches!(&read, Ok(Value::Many(list)) if list.len() == 2);
            assert!(two, "{text}: {read:?}");
        }
        let three = Ok(Value::Many(vec![dec("1"), dec("500"), dec("20")]));
        assert_eq!(read(&LIST, "1,500,20"), three);
        assert_eq!(read(&LIST, ""), Ok(Value::Many(vec![])));
        assert!(read(&LIST, "1, two").is_err());
    }

    #[test]
    fn a_word_is_one_of_the_formula() {
        for text in ["end", "END", "at the end", "期末"] {
            assert_eq!(read(&WHEN, text), Ok(Value::Word("end")), "{text}");
        }
        let fault = read(&WHEN, "later").expect_err("no word");
        assert_eq!(fault.message(Lang::En), "When must be one of: end");
    }
}
