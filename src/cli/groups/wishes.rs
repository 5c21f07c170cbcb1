//! What the user told: of the file, and of the terms.

use std::path::Path;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Args;
use crate::catalogue::choices::Cycle;
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::file;
use crate::customers::{Coding, Day, Form, Length, Mark, Role, Terms, Wishes};
use crate::plan;
use crate::store::error::shown;
use crate::words::{Lang, Text, date, number};

/// The last day that can be counted.
pub(super) fn last_day() -> Day {
    // A real day: the constructor knows it.
    Day::new(2148, 12, 31).unwrap_or_else(|| unreachable!("2148 is in range"))
}

/// By which terms customers are counted.
pub(super) fn terms(args: &Args, lang: Lang) -> Result<Terms, Failure> {
    let told = match &args.plan {
        Some(path) => of_plan(path, args, lang)?,
        None => (None, None),
    };
    let length = args.period.map(super::Period::length);
    let threshold = match &args.profit_threshold {
        None => told.1,
        Some(text) => Some(amount(text, "--profit-threshold", lang)?),
    };
    Ok(Terms {
        length: length.or(told.0).unwrap_or(Length::Year),
        today: match &args.today {
            None => None,
            Some(text) => Some(day(text, lang)?),
        },
        rate: match &args.margin_rate {
            None => None,
            Some(text) => Some(share(text, lang)?),
        },
        threshold,
        cost: args.cost.map(super::Cost::is),
        tiers: tiers(&args.tiers, lang)?,
    })
}

/// The period and the threshold of a plan.
fn of_plan(path: &Path, args: &Args, lang: Lang) -> Result<(Option<Length>, Option<i64>), Failure> {
    let document = file::document(path, lang)?;
    let reading = plan::read(document.text());
    let capture = &reading.plan.value_capture;
    let threshold = capture.profit_threshold.as_ref();
    let threshold = threshold.and_then(|it| (it.value * Decimal::from(10_000)).to_i64());
    let Some(period) = capture.period.as_ref().map(|it| it.value) else {
        return Ok((None, threshold));
    };
    let length = match period {
        Cycle::Year => Length::Year,
        Cycle::Quarter => Length::Quarter,
        Cycle::Month => Length::Month,
        Cycle::Week if args.write || args.period.is_none() => {
            let what = Text::new(
                "{0} counts by week, which groups cannot.",
                "{0} 按周计算，本命令不支持。",
            );
            let next = Text::new(
                "Set relationships.value_capture.period to month, or leave --plan out.",
                "请把 relationships.value_capture.period 改为 month，或不写 --plan。",
            );
            let failure = Failure::usage(what.fill(lang, &[shown(path)]));
            return Err(failure.hint(next.get(lang).to_owned()));
        }
        Cycle::Week => return Ok((None, threshold)),
    };
    let other = args.period.map(super::Period::length);
    if args.write && other.is_some_and(|other| other != length) {
        let what = Text::new(
            "{0} counts by {1}, so groups by {2} are not written into it.",
            "{0} 按{1}计算，不能写入按{2}计算的顾客群。",
        );
        let next = Text::new(
            "Leave --period out, or change relationships.value_capture.period.",
            "不写 --period，或修改 relationships.value_capture.period。",
        );
        let by = |length: Length| super::text::unit(length).get(lang);
        let args = [&shown(path), by(length), by(other.unwrap_or(length))];
        return Err(Failure::usage(what.fill(lang, &args)).hint(next.get(lang).to_owned()));
    }
    Ok((Some(length), threshold))
}

/// What was told of the file.
pub(super) fn wishes(args: &Args, lang: Lang) -> Result<Wishes, Failure> {
    Ok(Wishes {
        coding: args
            .encoding
            .as_deref()
            .map(|name| coding(name, lang))
            .transpose()?,
        delimiter: args
            .delimiter
            .as_deref()
            .map(|sign| delimiter(sign, lang))
            .transpose()?,
        columns: columns(&args.columns, lang)?,
        form: args.date_form.map(|it| -> Form { it.form() }),
        mark: args
            .decimal
            .as_deref()
            .map(|sign| mark(sign, lang))
            .transpose()?,
    })
}

fn unfit(option: &str, text: &str, takes: Text, lang: Lang) -> Failure {
    let what = Text::new("“{1}” does not fit {0}.", "“{1}”不适合 {0}。");
    Failure::usage(what.fill(lang, &[option, text])).hint(takes.get(lang).to_owned())
}

fn day(text: &str, lang: Lang) -> Result<Day, Failure> {
    let date = date::parse(text, Some(Console::today()));
    let takes = Text::new(
        "It takes a date, such as 2026-12-31.",
        "应填日期，如 2026-12-31。",
    );
    date.and_then(Day::from_date)
        .ok_or_else(|| unfit("--today", text, takes, lang))
}

fn amount(text: &str, option: &str, lang: Lang) -> Result<i64, Failure> {
    let takes = Text::new(
        "It takes an amount with at most four decimals, such as 50.",
        "应填金额，小数不超过四位，如 50。",
    );
    let number = number::parse(text);
    number
        .and_then(ten_thousandths)
        .ok_or_else(|| unfit(option, text, takes, lang))
}

fn share(text: &str, lang: Lang) -> Result<i64, Failure> {
    let takes = Text::new(
        "It takes a share between 0 % and 100 %, such as 40 %.",
        "应填0%到100%之间的比例，如 40%。",
    );
    let share = number::parse_percent(text).and_then(ten_thousandths);
    share
        .filter(|it| (0..=10_000).contains(it))
        .ok_or_else(|| unfit("--margin-rate", text, takes, lang))
}

fn ten_thousandths(value: Decimal) -> Option<i64> {
    let parts = value.checked_mul(Decimal::from(10_000))?;
    (parts.is_integer() && parts.abs() < Decimal::from(10i64.pow(16)))
        .then(|| parts.to_i64())
        .flatten()
}

fn tiers(text: &str, lang: Lang) -> Result<[i64; 2], Failure> {
    let takes = Text::new(
        "It takes two shares that rise, such as 80,95.",
        "应填两个递增的百分数，如 80,95。",
    );
    let share = |text: &str| {
        let text = text.trim().trim_end_matches('%');
        let percent = number::parse(text)?.checked_div(Decimal::ONE_HUNDRED)?;
        ten_thousandths(percent).filter(|it| (1..=10_000).contains(it))
    };
    let both = text.split_once([',', '，']);
    both.and_then(|(a, b)| Some([share(a)?, share(b)?]))
        .filter(|[a, b]| a < b)
        .ok_or_else(|| unfit("--tiers", text, takes, lang))
}

fn coding(name: &str, lang: Lang) -> Result<Coding, Failure> {
    let takes = Text::new(
        "It takes a name such as utf-8, gbk, utf-16le or windows-1252.",
        "应填编码名，如 utf-8、gbk、utf-16le、windows-1252。",
    );
    Coding::named(name).ok_or_else(|| unfit("--encoding", name, takes, lang))
}

fn delimiter(sign: &str, lang: Lang) -> Result<u8, Failure> {
    let takes = Text::new(
        "It takes one character, or tab.",
        "应填一个字符，或写 tab。",
    );
    match (sign, sign.as_bytes()) {
        ("tab" | "\\t", _) => Ok(b'\t'),
        (_, [byte]) if byte.is_ascii() && !b"\"\r\n".contains(byte) => Ok(*byte),
        _ => Err(unfit("--delimiter", sign, takes, lang)),
    }
}

fn mark(sign: &str, lang: Lang) -> Result<Mark, Failure> {
    let takes = Text::new("It takes . or ,", "应填 . 或 ,");
    let marks = Mark::ALL.into_iter();
    let mut same = marks.filter(|it| sign.chars().eq([it.sign()]));
    same.next()
        .ok_or_else(|| unfit("--decimal", sign, takes, lang))
}

fn columns(given: &[String], lang: Lang) -> Result<Vec<(Role, String)>, Failure> {
    let takes = Text::new(
        "It takes customer=, date=, amount=, margin=, cost= or segment= with a name or number.",
        "应写 customer=、date=、amount=、margin=、cost= 或 segment=，后接列名或列号。",
    );
    let one = |pair: &String| {
        let (key, name) = pair.split_once('=')?;
        let role = Role::ALL
            .into_iter()
            .find(|role| role.key() == key.trim())?;
        Some((role, name.to_owned()))
    };
    given
        .iter()
        .map(|pair| one(pair).ok_or_else(|| unfit("--columns", pair, takes, lang)))
        .collect()
}
