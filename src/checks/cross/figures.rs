//! The numbers that stand in a sentence.

use rust_decimal::Decimal;

/// A number in a text, and what stands around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure<'t> {
    /// The number, with “million” or 万 worked out.
    pub value: Decimal,
    /// What stands before it.
    pub before: &'t str,
    /// What stands after it.
    pub after: &'t str,
}

const MAGNITUDES: &[(&str, i64)] = &[
    ("million", 1_000_000),
    ("thousand", 1_000),
    ("billion", 1_000_000_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
];

/// The numbers in digits, from left to right.
pub(super) fn figures(text: &str) -> Vec<Figure<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = text
        .get(at..)
        .and_then(|rest| rest.find(|it: char| it.is_ascii_digit()))
    {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let length = rest
            .find(|it: char| !(it.is_ascii_digit() || it == ',' || it == '.'))
            .unwrap_or(rest.len());
        let digits = rest
            .get(..length)
            .unwrap_or_default()
            .trim_end_matches([',', '.']);
        let end = start + digits.len();
        at = end.max(start + 1);
        let Ok(number) = digits.replace(',', "").parse::<Decimal>() else {
            continue;
        };
        let after = text.get(end..).unwrap_or_default();
        let (value, after) = MAGNITUDES
            .iter()
            .find_map(|(word, times)| {
                let after = after.trim_start_matches(' ').strip_prefix(word)?;
                Some((number.checked_mul(Decimal::from(*times))?, after))
            })
            .unwrap_or((number, after));
        out.push(Figure {
            value,
            before: text.get(..start).unwrap_or_default(),
            after,
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_magnitude_and_surroundings() {
        let read = |text: &'static str| -> Vec<(String, &str)> {
            figures(text)
                .into_iter()
                .map(|it| (it.value.normalize().to_string(), it.after))
                .collect()
        };
        assert_eq!(
            read("From 1,250 to 1.5 million people."),
            [
                ("1250".to_owned(), " to 1.5 million people."),
                ("1500000".to_owned(), " people.")
            ]
        );
        assert_eq!(read("预算共3.6万元，"), [("36000".to_owned(), "元，")]);
        assert_eq!(figures("in 3, 2")[1].before, "in 3, ");
        assert!(figures("none 没有").is_empty());
    }
}
