//! Digits with the marks that group them, and powers of ten, on text: exact and without surprises.

use std::str::FromStr;

use rust_decimal::Decimal;

/// Powers of ten beyond this are no number that a decimal could hold.
const LARGEST_SHIFT: i32 = 64;

/// The number written in digits with group marks and a decimal mark, without sign or unit.
///
/// Spaces, underscores and apostrophes only ever group. A comma and a point
/// together: the last is the decimal mark. A comma alone groups when it stands
/// as a thousands mark would (`1,200`), else it is the decimal mark (`4,75`);
/// a single point is always the decimal mark (`1.200` is 1.2).
pub(super) fn read(text: &str, shift: i32) -> Option<Decimal> {
    let (text, shift) = match text.split_once('e') {
        Some((mantissa, power)) => (mantissa, shift.checked_add(exponent(power)?)?),
        None => (text, shift),
    };
    let (whole, fraction) = halves(text)?;
    power_of_ten(&whole, fraction, shift)
}

/// The exponent after `e`: a sign, then digits.
pub(super) fn exponent(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !all_digits(digits) {
        return None;
    }
    text.parse().ok()
}

/// Whether the text is made of ASCII digits, at least one.
pub(super) fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits before and after the decimal mark, with group marks taken out.
fn halves(text: &str) -> Option<(String, &str)> {
    let (whole, fraction) = match decimal_mark(text) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => return Some((ungroup(text)?, "")),
    };
    if !all_digits(fraction) {
        return None;
    }
    let whole = if whole.is_empty() {
        String::new()
    } else {
        ungroup(whole)?
    };
    Some((whole, fraction))
}

/// Where the decimal mark stands, if there is one; see [`read`] for the rule.
fn decimal_mark(text: &str) -> Option<usize> {
    let (comma, point) = (text.rfind(','), text.rfind('.'));
    match (comma, point) {
        (Some(comma), Some(point)) => Some(comma.max(point)),
        (None, Some(point)) => (text.find('.') == Some(point)).then_some(point),
        (Some(comma), None) => {
            let only = text.find(',') == Some(comma);
            (only && !is_group(&text[..comma], &text[comma + 1..])).then_some(comma)
        }
        (None, None) => None,
    }
}

/// Whether a lone comma between these digits is a thousands mark.
fn is_group(before: &str, after: &str) -> bool {
    let opens = all_digits(before) && before.len() <= 3 && !before.starts_with('0');
    opens && all_digits(after) && after.len() == 3
}

/// The digits of a whole number without its group marks.
///
/// One mark groups the whole number, by threes; commas may also group by twos
/// before the last three, as in India (`12,50,000`); underscores stand anywhere
/// between digits, as in the file.
fn ungroup(text: &str) -> Option<String> {
    let Some(mark) = text.chars().find(|c| !c.is_ascii_digit()) else {
        return (!text.is_empty()).then(|| text.to_string());
    };
    if !matches!(mark, ',' | '.' | ' ' | '_' | '\'') {
        return None;
    }
    let groups: Vec<&str> = text.split(mark).collect();
    if !groups.iter().all(|group| all_digits(group)) {
        return None;
    }
    let (first, last) = (groups.first()?.len(), groups.last()?.len());
    let middle = groups.get(1..groups.len() - 1).unwrap_or_default();
    let every = |size: usize| first <= size && middle.iter().all(|group| group.len() == size);
    let regular = last == 3 && (every(3) || (mark == ',' && every(2)));
    (mark == '_' || (regular && !text.starts_with('0'))).then(|| groups.concat())
}

/// The number with these digits before and after its point, times a power of ten.
///
/// Moving the point in the text keeps every digit; multiplying would round.
/// Nothing comes of a number that is too large, or so small that it would turn into zero.
pub(super) fn power_of_ten(whole: &str, fraction: &str, shift: i32) -> Option<Decimal> {
    let digits = format!("{whole}{fraction}");
    if digits.bytes().all(|digit| digit == b'0') {
        return (!digits.is_empty()).then_some(Decimal::ZERO);
    }
    if shift.abs() > LARGEST_SHIFT {
        return None;
    }
    let point = i32::try_from(whole.len()).ok()?.checked_add(shift)?;
    let text = match usize::try_from(point) {
        Ok(point) => match digits.split_at_checked(point) {
            Some((whole, "")) => whole.to_string(),
            Some((whole, fraction)) => format!("0{whole}.{fraction}"),
            None => format!("{digits:0<point$}"),
        },
        Err(_) => format!("0.{}{digits}", "0".repeat(point.unsigned_abs() as usize)),
    };
    let value = Decimal::from_str(&text).ok()?;
    (!value.is_zero()).then_some(value)
}
