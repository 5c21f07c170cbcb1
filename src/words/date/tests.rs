use jiff::civil::date;
use proptest::prelude::*;

use super::*;

/// The day on which the tests are read.
const TODAY: Option<Date> = Some(date(2027, 1, 31));

/// Checks that every text is read as its day; an empty day stands for none.
fn reads(today: Option<Date>, table: &[(&str, &str)]) {
    for (text, expected) in table {
        let read = parse(text, today).map(entry).unwrap_or_default();
        assert_eq!(read, *expected, "{text:?}");
    }
}

#[test]
fn days_are_read_in_english() {
    reads(
        None,
        &[
            ("2027-03-01", "2027-03-01"),
            ("2027/3/1", "2027-03-01"),
            ("2027.3.1", "2027-03-01"),
            (" 2027 - 03 - 01 ", "2027-03-01"),
            ("1 March 2027", "2027-03-01"),
            ("1st of March, 2027", "2027-03-01"),
            ("March 1, 2027", "2027-03-01"),
            ("MAR. 1 2027", "2027-03-01"),
            ("1-Mar-2027", "2027-03-01"),
            ("2027-Mar-01", "2027-03-01"),
            ("22nd Sept 2027", "2027-09-22"),
            ("29 February 2028", "2028-02-29"),
            ("end of March 2027", "2027-03-31"),
            ("end Q1 2027", "2027-03-31"),
            ("the end of 2027", "2027-12-31"),
        ],
    );
}

#[test]
fn days_are_read_in_chinese() {
    reads(
        None,
        &[
            ("2027年3月1日", "2027-03-01"),
            ("2027年3月1号", "2027-03-01"),
            ("2027 年 3 月 1 日", "2027-03-01"),
            ("２０２７年３月１日", "2027-03-01"),
            ("２０２７－０３－０１", "2027-03-01"),
            ("二〇二七年三月一日", "2027-03-01"),
            ("二〇二七年十二月三十一日", "2027-12-31"),
            ("2027年3月底", "2027-03-31"),
            ("2027年一季度末", "2027-03-31"),
            ("2027年底", "2027-12-31"),
        ],
    );
}

#[test]
fn days_are_counted_from_today() {
    reads(
        TODAY,
        &[
            ("today", "2027-01-31"),
            ("Tomorrow", "2027-02-01"),
            ("+10d", "2027-02-10"),
            ("+2w", "2027-02-14"),
            ("+ 2 weeks", "2027-02-14"),
            ("in 2 weeks", "2027-02-14"),
            ("2 weeks ago", "2027-01-17"),
            ("-1w", "2027-01-24"),
            ("+1m", "2027-02-28"),
            ("+3m", "2027-04-30"),
            ("+1y", "2028-01-31"),
            ("1 March", "2027-03-01"),
            ("March 1", "2027-03-01"),
            ("end of March", "2027-03-31"),
        ],
    );
}

#[test]
fn days_are_counted_from_today_in_chinese() {
    reads(
        TODAY,
        &[
            ("今天", "2027-01-31"),
            ("明天", "2027-02-01"),
            ("后天", "2027-02-02"),
            ("昨天", "2027-01-30"),
            ("10天后", "2027-02-10"),
            ("两周后", "2027-02-14"),
            ("两个星期以后", "2027-02-14"),
            ("３个月后", "2027-04-30"),
            ("十二天前", "2027-01-19"),
            ("一年之后", "2028-01-31"),
            ("3月1日", "2027-03-01"),
            ("３月１日", "2027-03-01"),
            ("三月一号", "2027-03-01"),
            ("今年3月1日", "2027-03-01"),
            ("明年3月1日", "2028-03-01"),
            ("3月底", "2027-03-31"),
            ("今年年底", "2027-12-31"),
            ("明年二季度末", "2028-06-30"),
        ],
    );
}

#[test]
fn what_is_no_day_is_not_read() {
    let nonsense = [
        "",
        "-",
        "2027",
        "2027-03",
        "2027-13-01",
        "2027-02-29",
        "2027-00-10",
        "1/3/2027",
        "1.3.2027",
        "1 Mar 27",
        "27-03-01",
        "0999-03-01",
        "12027-03-01",
        "2027--03-01",
        "2027-03-01-",
        "-2027-03-01",
        "2027-03-01T10:00:00",
        "20270301",
        "Marx 1 2027",
        "ma 1 2027",
        "32 March 2027",
        "+",
        "+w",
        "+2",
        "+2x",
        "+1.5m",
        "+9999999999d",
        "soon",
        "end of",
        "end of time",
        "9999-12-32",
        "March",
    ];
    let chinese = [
        "年",
        "月",
        "日",
        "2027年",
        "2027年3月",
        "2027年13月1日",
        "2027年2月30日",
        "27年3月1日",
        "三月",
        "1日",
        "天后",
        "2027年后",
        "某天",
        "几天后",
        "底",
        "年底底",
        "2027年3月1日左右",
    ];
    for text in nonsense.iter().chain(&chinese) {
        assert_eq!(parse(text, TODAY), None, "{text:?}");
    }
    for text in [
        "today",
        "+2w",
        "1 March",
        "今天",
        "两周后",
        "3月1日",
        "3月底",
        "今年3月1日",
    ] {
        assert_eq!(parse(text, None), None, "{text:?}");
    }
}

#[test]
fn a_count_never_leaves_the_years_of_four_digits() {
    assert_eq!(parse("+1d", Some(date(9999, 12, 31))), None);
    assert_eq!(parse("+999y", Some(date(9999, 1, 1))), None);
    assert_eq!(parse("-999y", Some(date(1500, 1, 1))), None);
}

#[test]
fn days_are_shown_in_both_languages() {
    let day = date(2027, 3, 1);
    assert_eq!(show(day, Lang::En), "1 March 2027");
    assert_eq!(show(day, Lang::Zh), "2027年3月1日");
    assert_eq!(entry(day), "2027-03-01");
}

#[test]
fn periods_are_read_and_shown_in_both_languages() {
    let table: &[(&[&str], &str, &str, &str)] = &[
        (
            &["2027", "2027年", "２０２７", "二〇二七年"],
            "2027",
            "2027",
            "2027年",
        ),
        (
            &[
                "2027-Q1",
                "2027Q1",
                "2027 q1",
                "Q1 2027",
                "2027/Q1",
                "2027年一季度",
                "2027年第1季度",
                "2027年第一季度",
                "2027年1季度",
                "2027年Q1",
                "2027 年 1 季度",
            ],
            "2027-Q1",
            "Q1 2027",
            "2027年第一季度",
        ),
        (
            &["2027-Q4", "2027年四季度"],
            "2027-Q4",
            "Q4 2027",
            "2027年第四季度",
        ),
        (
            &[
                "2027-02",
                "2027/2",
                "02/2027",
                "Feb 2027",
                "February 2027",
                "2027年2月",
                "二〇二七年二月",
            ],
            "2027-02",
            "February 2027",
            "2027年2月",
        ),
    ];
    for (texts, file, en, zh) in table {
        for text in *texts {
            let period = Period::parse(text).expect(text);
            assert_eq!(period.to_string(), *file, "{text:?}");
            assert_eq!(period.show(Lang::En), *en);
            assert_eq!(period.show(Lang::Zh), *zh);
        }
    }
}

#[test]
fn a_period_has_a_first_and_a_last_day() {
    for (text, first, last, months) in [
        ("2027", date(2027, 1, 1), date(2027, 12, 31), 12),
        ("2027年三季度", date(2027, 7, 1), date(2027, 9, 30), 3),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29), 1),
    ] {
        let period = Period::parse(text).expect(text);
        assert_eq!((period.first_day(), period.last_day()), (first, last));
        assert_eq!(period.months(), months);
    }
}

#[test]
fn what_is_no_period_is_not_read() {
    for text in [
        "",
        "27",
        "0999",
        "20277",
        "2027-Q0",
        "2027-Q5",
        "2027-Q",
        "2027-13",
        "2027-00",
        "2027-",
        "-2027",
        "Q1",
        "February",
        "2027-03-01",
        "today",
        "年",
        "一季度",
        "2027年第五季度",
        "2027年十三月",
        "今年",
    ] {
        assert_eq!(Period::parse(text), None, "{text:?}");
    }
}

/// Any day in a year of four digits.
fn any_day() -> impl Strategy<Value = Date> {
    (1000i16..=9999, 1i8..=12, 1i8..=31)
        .prop_filter_map("no such day", |(y, m, d)| Date::new(y, m, d).ok())
}

proptest! {
    #[test]
    fn nothing_typed_panics(text in any::<String>()) {
        let _ = (parse(&text, TODAY), parse(&text, None), Period::parse(&text));
    }

    #[test]
    fn nothing_like_a_day_panics(text in "[-+]?([0-9]{1,4}|[一二十三百万亿〇]{1,3})?[-/. 年月日号天后季度底第qQ]{0,3}[0-9]{0,6}(d|w|m|y|个月后|日|Mar|季度)?") {
        let _ = (parse(&text, TODAY), parse(&text, None), Period::parse(&text));
    }

    #[test]
    fn a_shown_day_is_read_back(day in any_day()) {
        prop_assert_eq!(parse(&entry(day), None), Some(day));
        for lang in Lang::ALL {
            prop_assert_eq!(parse(&show(day, lang), None), Some(day));
        }
    }

    #[test]
    fn a_shown_period_is_read_back(year in 1000i16..=9999, month in 1i8..=12, quarter in 1i8..=4) {
        for period in [Period::year(year), Period::quarter(year, quarter), Period::month(year, month)] {
            let period = period.expect("it exists");
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
            for lang in Lang::ALL {
                prop_assert_eq!(Period::parse(&period.show(lang)), Some(period));
            }
        }
    }
}
