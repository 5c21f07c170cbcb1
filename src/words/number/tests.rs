use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::words::Lang;

/// The decimal in plain notation.
fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Checks that every text is read as its number; an empty number stands for none.
fn reads(read: fn(&str) -> Option<Decimal>, table: &[(&str, &str)]) {
    for (text, expected) in table {
        let expected = (!expected.is_empty()).then(|| decimal(expected));
        assert_eq!(read(text), expected, "{text:?}");
    }
}

#[test]
fn digits_are_read_with_the_marks_that_people_put_between_them() {
    reads(
        parse,
        &[
            ("0", "0"),
            ("-0", "0"),
            ("007", "7"),
            ("1200", "1200"),
            ("1,200.50", "1200.50"),
            ("1 200,5", "1200.5"),
            ("1 200,500", "1200.500"),
            ("1.200,50", "1200.50"),
            ("1,200", "1200"),
            ("1.200", "1.2"),
            ("1.200.000", "1200000"),
            ("1,200,000", "1200000"),
            ("12,50,000", "1250000"),
            ("1234,567", "1234.567"),
            ("0,125", "0.125"),
            ("4,75", "4.75"),
            (".5", "0.5"),
            ("1\u{2009}200\u{2009}000", "1200000"),
            ("1\u{a0}200", "1200"),
            ("1\u{202f}200", "1200"),
            ("1’200.50", "1200.5"),
            ("18_500_000", "18500000"),
            ("+5", "5"),
            ("- 5", "-5"),
            ("\u{2212}5.5", "-5.5"),
            ("1e3", "1000"),
            ("2.5E-3", "0.0025"),
            ("  42\t", "42"),
            ("0.00", "0"),
        ],
    );
}

#[test]
fn full_width_digits_and_chinese_numerals_are_read() {
    reads(
        parse,
        &[
            ("１２００", "1200"),
            ("１，２００．５０", "1200.5"),
            ("－５", "-5"),
            ("3。5", "3.5"),
            ("负五", "-5"),
            ("零", "0"),
            ("十", "10"),
            ("十五", "15"),
            ("三十五", "35"),
            ("一百零五", "105"),
            ("一百一", "110"),
            ("一百一十一", "111"),
            ("两千三百", "2300"),
            ("一千零五十", "1050"),
            ("三点五万", "35000"),
            ("三点一四", "3.14"),
            ("二〇二七", "2027"),
            ("一亿两千万", "120000000"),
            ("二十三万五千", "235000"),
        ],
    );
}

#[test]
fn powers_of_ten_are_read_in_english() {
    reads(
        parse,
        &[
            ("3k", "3000"),
            ("3 K", "3000"),
            ("2.5m", "2500000"),
            ("2,5 mio", "2500000"),
            ("2.5 million", "2500000"),
            ("1bn", "1000000000"),
            ("1.2 billion", "1200000000"),
            ("12 thousand", "12000"),
            ("1,200k", "1200000"),
            ("2.5\u{a0}Million", "2500000"),
        ],
    );
}

#[test]
fn powers_of_ten_are_read_in_chinese() {
    reads(
        parse,
        &[
            ("3万", "30000"),
            ("3 万", "30000"),
            ("３万", "30000"),
            ("3萬", "30000"),
            ("1.5亿", "150000000"),
            ("2千", "2000"),
            ("3万5", "35000"),
            ("3万5千", "35000"),
            ("3万500", "30500"),
            ("三万零五", "30005"),
            ("1亿2000万", "120000000"),
            ("12.5百万", "12500000"),
            ("3千万", "30000000"),
            ("2万3000亿", "2300000000000"),
            ("3万亿", "3000000000000"),
            ("1,200万", "12000000"),
            ("百万", "1000000"),
            ("3w", "30000"),
        ],
    );
}

#[test]
fn a_currency_beside_the_number_is_passed_over() {
    reads(
        parse,
        &[
            ("€4.75", "4.75"),
            ("4.75 EUR", "4.75"),
            ("eur 4,75", "4.75"),
            ("4,75 €", "4.75"),
            ("-€4.75", "-4.75"),
            ("€ -4.75", "-4.75"),
            ("US$1.2m", "1200000"),
            ("5MEUR", "5000000"),
            ("2 million dollars", "2000000"),
            ("CHF 1'200.50", "1200.5"),
            ("¥12", "12"),
            ("￥１２", "12"),
            ("12元", "12"),
            ("12块钱", "12"),
            ("¥12元", "12"),
            ("人民币12元", "12"),
            ("12.5 美元", "12.5"),
            ("3.5万元", "35000"),
            ("十元", "10"),
            ("三百万欧元", "3000000"),
            ("3百慕大元", "3"),
            ("--€4", ""),
            ("-€-4", ""),
            ("€", ""),
            ("元", ""),
            ("4 EUR/kg", ""),
        ],
    );
}

#[test]
fn what_is_no_number_is_not_read() {
    let nonsense = [
        "",
        " ",
        "-",
        "+",
        ".",
        ",",
        "1.",
        "1,",
        "1..2",
        "1,,2",
        "--1",
        "1-2",
        "4-7",
        "4–7",
        "1 2",
        "12 34",
        "1,20,30",
        "0,125,000",
        "1.2.3,4",
        "abc",
        "3 abc",
        "e3",
        "1e",
        "1e3e3",
        "1e999999999999",
        "1e29",
        "9e99",
        "1e-99",
        "0x10",
        "inf",
        "nan",
        "1_",
        "_1",
        "1__0",
        "1/2",
        "~5",
        "5+",
        "k",
        "million",
        "100000000000000000000000000000",
        "100000000000000000000 billion",
    ];
    let chinese = [
        "万",
        "亿",
        "三四百",
        "约三万",
        "三万左右",
        "万三",
        "3万5万",
        "三百千",
        "三千三千",
        "三点",
        "3亿亿",
        "几百",
        "壹",
        "一百二百",
        "3万50000",
        "负",
        "３４－５",
    ];
    for text in nonsense.iter().chain(&chinese) {
        assert_eq!(parse(text), None, "{text:?}");
    }
}

#[test]
fn a_share_is_read_as_a_fraction() {
    reads(
        parse_percent,
        &[
            ("35 %", "0.35"),
            ("35%", "0.35"),
            ("35 percent", "0.35"),
            ("35 per cent", "0.35"),
            ("-5%", "-0.05"),
            ("7,5 %", "0.075"),
            ("0.35", "0.35"),
            ("0.35 %", "0.0035"),
            ("35", "0.35"),
            ("1.5", "0.015"),
            ("-35", "-0.35"),
            ("1", "1"),
            ("-1", "-1"),
            ("1 %", "0.01"),
            ("100", "1"),
            ("100 %", "1"),
            ("1,200 %", "12"),
            ("5 ‰", "0.005"),
            ("%", ""),
            ("% 35", ""),
            ("35 %%", ""),
            ("€35", ""),
        ],
    );
}

#[test]
fn a_share_is_read_in_chinese() {
    reads(
        parse_percent,
        &[
            ("35％", "0.35"),
            ("３５％", "0.35"),
            ("百分之三十五", "0.35"),
            ("百分之35", "0.35"),
            ("百分之五", "0.05"),
            ("百分之十", "0.1"),
            ("百分之百", "1"),
            ("百分之一百", "1"),
            ("百分之零点五", "0.005"),
            ("负百分之五", "-0.05"),
            ("千分之五", "0.005"),
            ("万分之一", "0.0001"),
            ("七成", "0.7"),
            ("三成五", "0.35"),
            ("3成5", "0.35"),
            ("六成半", "0.65"),
            ("十成", "1"),
            ("三十五", "0.35"),
            ("百分之", ""),
            ("成", ""),
            ("二十成", ""),
            ("三成十", ""),
        ],
    );
}

#[test]
fn numbers_are_shown_with_their_thousands_apart() {
    for (value, shown) in [
        ("0", "0"),
        ("-0.0", "0"),
        ("5", "5"),
        ("999", "999"),
        ("1200", "1,200"),
        ("-1200", "-1,200"),
        ("-999999", "-999,999"),
        ("18500000", "18,500,000"),
        ("1200.50", "1,200.5"),
        ("3.14159265", "3.1416"),
        ("0.000012345", "0.0000123"),
        ("0.3333333333", "0.3333"),
        ("2.99999", "3"),
    ] {
        assert_eq!(show(decimal(value)), shown);
    }
}

#[test]
fn amounts_are_shown_in_both_languages() {
    for (value, currency, en, zh) in [
        ("4.75", "EUR", "EUR 4.75", "4.75欧元"),
        ("4.5", "EUR", "EUR 4.50", "4.50欧元"),
        ("4.999", "EUR", "EUR 5", "5欧元"),
        ("12000", "CNY", "CNY 12,000", "12,000元"),
        ("18500000.00", "USD", "USD 18,500,000", "18,500,000美元"),
        ("-1234.5", "GBP", "GBP -1,234.50", "-1,234.50英镑"),
        ("1234.5", "JPY", "JPY 1,235", "1,235日元"),
        ("1.2345", "KWD", "KWD 1.235", "1.235科威特第纳尔"),
        ("0.0125", "EUR", "EUR 0.0125", "0.0125欧元"),
        ("0.3", "EUR", "EUR 0.30", "0.30欧元"),
        ("0", "EUR", "EUR 0", "0欧元"),
        ("4.5", "XYZ", "XYZ 4.50", "XYZ 4.50"),
        ("4.5", "", "4.50", "4.50"),
    ] {
        assert_eq!(show_money(decimal(value), currency, Lang::En), en);
        assert_eq!(show_money(decimal(value), currency, Lang::Zh), zh);
    }
}

#[test]
fn shares_are_shown_with_no_more_decimals_than_needed() {
    for (value, shown, entered) in [
        ("0.35", "35 %", "35 %"),
        ("0.3500", "35 %", "35 %"),
        ("0.075", "7.5 %", "7.5 %"),
        ("1", "100 %", "100 %"),
        ("12", "1,200 %", "1200 %"),
        ("-0.05", "-5 %", "-5 %"),
        ("0", "0 %", "0 %"),
        ("0.333333", "33.33 %", "33.3333 %"),
        ("0.00125", "0.125 %", "0.125 %"),
    ] {
        assert_eq!(show_percent(decimal(value)), shown);
        assert_eq!(written_percent(shown, Lang::En), shown);
        assert_eq!(written_percent(shown, Lang::Zh), shown.replace(' ', ""));
        assert_eq!(entry_percent(decimal(value)), entered);
    }
}

#[test]
fn an_edit_field_has_plain_digits() {
    assert_eq!(entry(decimal("1200.50")), "1200.50");
    assert_eq!(entry(decimal("18500000")), "18500000");
    assert_eq!(entry(decimal("-0.0")), "0");
}

#[test]
fn the_file_has_one_form_of_each_number() {
    for (value, whole, expected) in [
        ("4.75", false, "4.75"),
        ("4.50", false, "4.5"),
        ("12000", false, "12000.0"),
        ("0.35", false, "0.35"),
        ("0", false, "0.0"),
        ("-0", true, "0"),
        ("420", true, "420"),
        ("420.0", true, "420"),
        ("420.5", true, "420.5"),
        ("-3", true, "-3"),
        ("9223372036854775807", true, "9223372036854775807"),
        ("9223372036854775808", true, "9223372036854775808.0"),
    ] {
        assert_eq!(to_toml(decimal(value), whole), expected);
    }
}

#[test]
fn numbers_of_the_file_are_read_exactly() {
    reads(
        from_toml,
        &[
            ("420", "420"),
            ("+420", "420"),
            ("-17", "-17"),
            ("0", "0"),
            ("-0.0", "0"),
            ("18_500_000", "18500000"),
            ("4.75", "4.75"),
            ("0.1", "0.1"),
            ("1e3", "1000"),
            ("1.5E+0_3", "1500"),
            ("6.626e-3", "0.006626"),
            ("9_224_617.445_991", "9224617.445991"),
            ("0.00001e30", "10000000000000000000000000"),
            ("0xff", "255"),
            ("0xDEAD_beef", "3735928559"),
            ("0o755", "493"),
            ("0b1010", "10"),
            ("0e999", "0"),
            ("inf", ""),
            ("-inf", ""),
            ("nan", ""),
            ("", ""),
            ("-", ""),
            ("007", ""),
            ("1.", ""),
            (".5", ""),
            ("1__0", ""),
            ("_1", ""),
            ("1_.5", ""),
            ("-0x1", ""),
            ("0x", ""),
            ("0xffffffffffffffff", ""),
            ("1e", ""),
            ("1e99", ""),
            ("1e-99", ""),
            ("1e99999999999", ""),
            ("１２", ""),
            ("三", ""),
        ],
    );
}

/// Any decimal: of any size, sign and number of decimals.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    let parts = (
        any::<u32>(),
        any::<u32>(),
        any::<u32>(),
        any::<bool>(),
        0u32..=28,
    );
    let all = parts
        .prop_map(|(lo, mid, hi, minus, scale)| Decimal::from_parts(lo, mid, hi, minus, scale));
    prop_oneof![
        all,
        (any::<i64>(), 0u32..=18).prop_map(|(value, scale)| Decimal::new(value, scale))
    ]
}

/// Texts made of what numbers are made of, so that more of them nearly are one.
fn nearly_number() -> impl Strategy<Value = String> {
    "[-+]?[0-9０-９一二三十百千万亿点零负成.,_ 'eE]{0,12}(k|m|%|％|元|€| EUR|亿)?"
}

proptest! {
    #[test]
    fn nothing_typed_panics(text in any::<String>()) {
        let _ = (parse(&text), parse_percent(&text), from_toml(&text));
    }

    #[test]
    fn nothing_like_a_number_panics(text in nearly_number()) {
        let _ = (parse(&text), parse_percent(&text), from_toml(&text));
    }

    #[test]
    fn every_number_can_be_shown(value in any_decimal(), code in "[A-Z]{3}|JPY|EUR|.{0,4}") {
        for lang in Lang::ALL {
            prop_assert!(!show_money(value, &code, lang).is_empty());
        }
        prop_assert!(!show(value).is_empty() && !show_percent(value).is_empty());
    }

    #[test]
    fn the_file_keeps_every_number(value in any_decimal(), whole in any::<bool>()) {
        let text = to_toml(value, whole);
        prop_assert_eq!(from_toml(&text), Some(value));
        prop_assert_eq!(to_toml(from_toml(&text).unwrap(), whole), text);
    }

    #[test]
    fn an_edit_field_keeps_every_number(value in any_decimal()) {
        prop_assert_eq!(parse(&entry(value)), Some(value));
    }

    #[test]
    fn an_edit_field_keeps_every_share(value in -1_000_000_000_000i64..1_000_000_000_000, scale in 0u32..=10) {
        let value = Decimal::new(value, scale);
        prop_assert_eq!(parse_percent(&entry_percent(value)), Some(value));
    }

    #[test]
    fn what_is_shown_is_read_back(value in any::<i64>()) {
        let value = Decimal::new(value, 4);
        prop_assert_eq!(parse(&show(value)), Some(value));
        prop_assert_eq!(parse_percent(&show_percent(value)), Some(value));
    }

    #[test]
    fn a_shown_amount_is_read_back_in_both_languages(
        value in any::<i64>(),
        code in prop::sample::select(vec!["EUR", "CNY", "USD", "INR", "MKD", "TRY", "ALL", "BMD"]),
    ) {
        let value = Decimal::new(value, 2);
        for lang in Lang::ALL {
            let shown = show_money(value, code, lang);
            prop_assert_eq!(parse(&shown), Some(value), "{}", shown);
        }
    }
}
