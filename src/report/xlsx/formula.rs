//! The expression of a figure as a formula of a spreadsheet.
//!
//! An expression is read once and computed twice: as text over cells and as a number. A caller
//! writes the text only where the number is the one that farsight shows, so that a formula never
//! contradicts the figure beside which it stands.

/// A piece of a formula with what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// As a spreadsheet reads it: `Products!D3`.
    pub text: String,
    /// What it comes to.
    pub value: f64,
}

/// So many numbers are added in one formula: a spreadsheet takes 255.
const MOST: usize = 200;
/// So many characters a formula may have: a spreadsheet takes 8,192.
const LONGEST: usize = 8_000;
/// So deep may an expression be nested.
const DEEPEST: usize = 24;

/// The formula of an expression; none where a spreadsheet has no words for it.
///
/// `named` gives what a name in braces stands for: one piece, or one for each place of a list.
pub fn formula(expression: &str, named: &dyn Fn(&str) -> Option<Vec<Piece>>) -> Option<Piece> {
    let mut reader = Reader {
        rest: expression,
        named,
        place: None,
        depth: 0,
    };
    let piece = reader.sum()?;
    let whole = reader.rest.trim().is_empty();
    (whole && piece.value.is_finite() && piece.text.len() < LONGEST).then_some(piece)
}

#[derive(Clone, Copy)]
struct Reader<'e> {
    rest: &'e str,
    named: &'e dyn Fn(&str) -> Option<Vec<Piece>>,
    /// Inside a sum over lists: the place that is read.
    place: Option<usize>,
    depth: usize,
}

impl Reader<'_> {
    fn take(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(sign);
        rest.map(|rest| self.rest = rest).is_some()
    }

    fn sum(&mut self) -> Option<Piece> {
        let mut left = self.product()?;
        loop {
            left = if self.take("+") {
                join(&left, "+", &self.product()?, |a, b| a + b)
            } else if self.take("−") {
                join(&left, "-", &self.product()?, |a, b| a - b)
            } else {
                return Some(left);
            };
        }
    }

    fn product(&mut self) -> Option<Piece> {
        let mut left = self.power()?;
        loop {
            left = if self.take("×") {
                join(&left, "*", &self.power()?, |a, b| a * b)
            } else if self.take("÷") {
                join(&left, "/", &self.power()?, |a, b| a / b)
            } else {
                return Some(left);
            };
        }
    }

    fn power(&mut self) -> Option<Piece> {
        let base = self.atom()?;
        if !self.take("^") {
            return Some(base);
        }
        Some(join(&base, "^", &self.atom()?, f64::powf))
    }

    fn atom(&mut self) -> Option<Piece> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let piece = self.one();
        self.depth -= 1;
        piece
    }

    fn one(&mut self) -> Option<Piece> {
        if self.take("−") {
            let of = self.atom()?;
            return Some(negative(&of));
        }
        if self.take("Σ") {
            return self.over("SUM", |values| values.iter().sum());
        }
        if self.take("Π") {
            return self.over("PRODUCT", |values| values.iter().product());
        }
        if self.take("√") {
            let of = self.atom()?;
            return Some(call("SQRT", &of, of.value.sqrt()));
        }
        if self.take("round_up") {
            // Up is towards more, for negative numbers too; ROUNDUP goes away from zero.
            let of = self.atom()?;
            let down = call("INT", &negative(&of), (-of.value).floor());
            return Some(negative(&down));
        }
        if self.take("abs") {
            let of = self.atom()?;
            return Some(call("ABS", &of, of.value.abs()));
        }
        if self.take("max") {
            return self.pair("MAX", f64::max);
        }
        if self.take("min") {
            return self.pair("MIN", f64::min);
        }
        if self.take("count") {
            let of = self.named_list()?;
            return Some(number(of.len() as f64));
        }
        if self.take("(") {
            let inner = self.sum()?;
            return self.take(")").then_some(inner);
        }
        if self.take("{") {
            return self.name();
        }
        self.literal()
    }

    fn name(&mut self) -> Option<Piece> {
        let (name, rest) = self.rest.split_once('}')?;
        self.rest = rest;
        let mut pieces = (self.named)(name)?;
        // One number stands for every place; a list says nothing outside a sum.
        match self.place {
            _ if pieces.len() == 1 => pieces.pop(),
            Some(place) => pieces.into_iter().nth(place),
            None => None,
        }
    }

    /// The names of a list in brackets: `({amounts})`.
    fn named_list(&mut self) -> Option<Vec<Piece>> {
        let (name, rest) = self.rest.strip_prefix("({")?.split_once("})")?;
        self.rest = rest;
        (self.named)(name)
    }

    fn literal(&mut self) -> Option<Piece> {
        let rest = self.rest.trim_start();
        if let (Some(place), Some(after)) = (self.place, rest.strip_prefix('t')) {
            self.rest = after;
            return Some(number(place as f64));
        }
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        self.rest = after;
        digits.parse().ok().map(number)
    }

    fn pair(&mut self, function: &str, compute: fn(f64, f64) -> f64) -> Option<Piece> {
        let opened = self.take("(");
        let left = opened.then(|| self.sum())??;
        let right = self.take(",").then(|| self.sum())??;
        let closed = self.take(")");
        closed.then(|| Piece {
            text: format!("{function}({},{})", left.text, right.text),
            value: compute(left.value, right.value),
        })
    }

    /// Something over every place of the lists in what follows.
    fn over(&mut self, function: &str, compute: fn(&[f64]) -> f64) -> Option<Piece> {
        if self.place.is_some() {
            return None;
        }
        let start = *self;
        let places = self.longest()?;
        let mut pieces = Vec::with_capacity(places);
        for place in 0..places {
            *self = start;
            self.place = Some(place);
            pieces.push(self.atom()?);
        }
        self.place = None;
        let values: Vec<f64> = pieces.iter().map(|it| it.value).collect();
        let texts: Vec<&str> = pieces.iter().map(|it| it.text.as_str()).collect();
        Some(Piece {
            text: format!("{function}({})", texts.join(",")),
            value: compute(&values),
        })
    }

    /// How long the longest list in the next atom is.
    fn longest(&self) -> Option<usize> {
        let mut depth = 0_usize;
        let mut longest = 0;
        let mut rest = self.rest;
        while let Some(at) = rest.find(['(', ')', '{']) {
            let (sign, after) = rest.get(at..)?.split_at_checked(1)?;
            rest = after;
            match sign {
                "(" => depth += 1,
                ")" => depth = depth.checked_sub(1)?,
                _ => {
                    let (name, after) = rest.split_once('}')?;
                    rest = after;
                    longest = longest.max((self.named)(name)?.len());
                }
            }
            if depth == 0 {
                break;
            }
        }
        (1..=MOST).contains(&longest).then_some(longest)
    }
}

fn join(left: &Piece, sign: &str, right: &Piece, compute: fn(f64, f64) -> f64) -> Piece {
    Piece {
        text: format!("({}{sign}{})", left.text, right.text),
        value: compute(left.value, right.value),
    }
}

/// In brackets: a spreadsheet raises −2 to a power as a whole, paper does not.
fn negative(of: &Piece) -> Piece {
    Piece {
        text: format!("(-{})", of.text),
        value: -of.value,
    }
}

fn call(function: &str, of: &Piece, value: f64) -> Piece {
    Piece {
        text: format!("{function}({})", of.text),
        value,
    }
}

fn number(value: f64) -> Piece {
    Piece {
        text: value.to_string(),
        value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, value: f64) -> Piece {
        let text = text.to_owned();
        Piece { text, value }
    }

    fn named(name: &str) -> Option<Vec<Piece>> {
        Some(match name {
            "price" => vec![cell("B2", 18.0)],
            "成本" => vec![cell("C2", 6.5)],
            "amounts" => vec![cell("A1", 100.0), cell("A2", 21.0)],
            "one" => vec![cell("D1", 0.1)],
            _ => return None,
        })
    }

    fn made(expression: &str) -> Option<(String, f64)> {
        formula(expression, &named).map(|piece| (piece.text, piece.value))
    }

    #[test]
    fn an_expression_becomes_a_formula_over_cells() {
        let pairs = [
            ("{price} − {成本}", "(B2-C2)", 11.5),
            ("100 ÷ ({price} − {成本} × 2)", "(100/(B2-(C2*2)))", 20.0),
            ("Σ({amounts})", "SUM(A1,A2)", 121.0),
            ("Σ{amounts} ÷ 11", "(SUM(A1,A2)/11)", 11.0),
            (
                "Σ({amounts} ÷ (1 + {one}) ^ t)",
                "SUM((A1/((1+D1)^0)),(A2/((1+D1)^1)))",
                100.0 + 21.0 / 1.1,
            ),
            ("Π(1 − {one})", "PRODUCT((1-D1))", 0.9),
            ("round_up({成本})", "(-INT((-C2)))", 7.0),
            ("−{one} + max(2, {one})", "((-D1)+MAX(2,D1))", 1.9),
            ("count({amounts}) − 1", "(2-1)", 1.0),
        ];
        for (expression, text, value) in pairs {
            let (made, number) = made(expression).expect(expression);
            assert_eq!(made, text);
            assert!((number - value).abs() < 1e-12, "{expression}: {number}");
        }
    }

    #[test]
    fn what_a_spreadsheet_has_no_words_for_gives_none() {
        for expression in [
            "",
            "{amounts}",
            "{价格}",
            "Σfirst(sorted({amounts}), 1)",
            "Σ({amounts} < 7)",
            "{price} ≥ {成本}; {one} ≥ 2",
            "1 ÷ (2 − 2)",
            "((",
            "{price",
        ] {
            assert_eq!(made(expression), None, "{expression}");
        }
        let deep = "(".repeat(10_000);
        assert_eq!(made(&deep), None);
    }
}
