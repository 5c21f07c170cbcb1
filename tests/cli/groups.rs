//! `farsight groups`.

use crate::support::purchases::Shop;
use crate::support::sandbox::Sandbox;

const SHOP: Shop = Shop {
    seed: 11,
    rows: 3_000,
    customers: 400,
    year: 2022,
    days: 4 * 365 + 181,
};

/// Made-up purchases of 400 customers, and small files of every other kind.
fn shop() -> Sandbox {
    let sandbox = Sandbox::new();
    let mut file = Vec::new();
    SHOP.write(&mut file, true).expect("memory takes it");
    sandbox.write("purchases.csv", file);
    sandbox.write("kunden.csv", KUNDEN);
    sandbox.write("会员.csv", HUIYUAN);
    sandbox
}

/// German: semicolons, commas, days first, and thousands with points.
const KUNDEN: &str = "Kunde;Datum;Betrag
Meyer;05.01.2024;1.250,00
Meyer;17.11.2025;80,5
Çelik;03.03.2024;19,90 €
Çelik;04.04.2025;-19,90 €
Çelik;05.05.2025;45
Novak;31.12.2025;7,25
";

/// Chinese: dates in words, full-width digits, a margin, a channel, and rows of every bad kind.
const HUIYUAN: &str = "会员号,下单时间,实付（元）,毛利,渠道
王芳,2024年1月5日,￥120.50,40,门店
王芳,2025年2月6日 14:05,\"1,080.00\",300,门店
李强,2024年3月1日,８８,30,小程序
李强,2025年3月1日,-88,-30,小程序
李强,2025年4月1日,0,0,小程序
陈静,2025年12月31日,66,20,小程序
,2025年1月1日,5,1,门店
赵敏,2025年13月1日,5,1,门店
赵敏,1899年12月30日,5,1,门店
赵敏,2099年1月1日,5,1,门店
赵敏,2025年1月1日,五元,1,门店
赵敏,2025年1月1日,$5,1,门店
赵敏,2025年1月1日,5,无,门店
赵敏,2025年1月1日,5
合计,,1371.5,361,
";

#[test]
fn purchases_become_groups() {
    let mut sandbox = shop();
    sandbox
        .run(&["groups", "purchases.csv"])
        .run(&[
            "groups",
            "purchases.csv",
            "--period",
            "quarter",
            "--today",
            "2026-06-30",
            "--margin-rate",
            "40%",
            "--profit-threshold",
            "60",
            "--tiers",
            "50,80",
        ])
        .run(&["groups", "kunden.csv"])
        .run(&[
            "groups",
            "purchases.csv",
            "--cost",
            "goods",
            "--columns",
            "margin=,segment=",
            "--period",
            "month",
        ]);
    told!("groups", sandbox.transcript());
}

#[test]
fn 分群() {
    let mut sandbox = shop();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox
        .run(&["groups", "会员.csv"])
        .run(&["groups", "会员.csv", "--bad-rows", "有问题的行.csv"])
        .show("有问题的行.csv")
        .run(&["groups", "kunden.csv", "--margin-rate", "四成"])
        .run(&["groups", "purchases.csv", "--period", "quarter"]);
    told!("groups-zh", sandbox.transcript());
}

#[test]
fn programs_get_every_number() {
    let mut sandbox = shop();
    sandbox
        .run(&["groups", "purchases.csv", "--format", "csv"])
        .run(&[
            "groups",
            "purchases.csv",
            "--format",
            "csv",
            "--by",
            "segment",
        ])
        .run(&["groups", "kunden.csv", "--format", "csv"])
        .run(&["groups", "会员.csv", "--format", "json"]);
    told!("groups-machine", sandbox.transcript());
}

#[test]
fn encodings_are_found_or_told() {
    let mut sandbox = shop();
    let utf16: Vec<u8> = HUIYUAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [b"\xff\xfe".as_slice(), utf16.as_slice()].concat();
    sandbox.write("utf16.csv", &utf16);
    sandbox.write("utf16-bom.csv", marked);
    sandbox.write(
        "bom.csv",
        format!("\u{feff}{}", KUNDEN.replace('\n', "\r\n")),
    );
    // The names of columns in GBK: 客户,日期,金额.
    sandbox.write(
        "gbk.csv",
        b"\xbf\xcd\xbb\xa7,\xc8\xd5\xc6\xda,\xbd\xf0\xb6\xee\n\xcd\xf5,2025-01-01,5.5\n\xcd\xf5,2024-01-01,\xa3\xb5\n",
    );
    sandbox.write(
        "western.csv",
        b"Client,Date,Montant\nRen\xe9e,2025-01-01,5.5\nB,2024-12-31,2\n",
    );
    sandbox.write(
        "damaged.csv",
        b"customer,date,amount\nRen\xe9,2025-01-01,5.5\n",
    );
    let read = |sandbox: &mut Sandbox, args: &[&str]| {
        let args = [&["groups"], args, &["--format", "json"]].concat();
        sandbox.run(&args);
        let told = sandbox.transcript();
        let wanted = [
            "\"encoding\"",
            "\"customers\":",
            "\"all\":",
            "\"revenue\":",
            "error",
            "hint",
            "[exit",
        ];
        let lines = told
            .lines()
            .filter(|line| wanted.iter().any(|it| line.trim().starts_with(it)));
        // The first lines of each kind tell enough.
        let lines: Vec<&str> = lines.take(4).collect();
        format!("{args:?}\n{}\n\n", lines.join("\n"))
    };
    let mut all = String::new();
    for file in [
        "会员.csv",
        "utf16.csv",
        "utf16-bom.csv",
        "bom.csv",
        "gbk.csv",
        "western.csv",
    ] {
        all += &read(&mut sandbox, &[file]);
    }
    all += &read(&mut sandbox, &["western.csv", "--encoding", "windows-1252"]);
    all += &read(&mut sandbox, &["damaged.csv", "--encoding", "utf-8"]);
    told!("groups-encodings", all);
}

#[test]
fn what_has_two_readings_is_asked() {
    let mut sandbox = shop();
    let files = [
        (
            "either-date.csv",
            "customer,date,amount\na,03/04/2026,1.5\nb,05/06/2026,2\n",
        ),
        (
            "mixed-dates.csv",
            "customer,date,amount\na,31/12/2025,1.5\nb,12/31/2025,2\n",
        ),
        (
            "either-mark.csv",
            "customer;date;amount\na;2026-01-01;1.234\nb;2026-01-02;7\n",
        ),
        (
            "mixed-marks.csv",
            "customer;date;amount\na;2026-01-01;1.5\nb;2026-01-02;7,25\n",
        ),
        (
            "two-dates.csv",
            "customer,date,day,amount\na,2026-01-01,2026-01-01,1.5\n",
        ),
        ("strange.csv", "who,when,what\na,2026-01-01,1.5\n"),
        ("no-date.csv", "customer,date,amount\na,soon,1.5\n"),
        ("no-amount.csv", "customer,date,amount\na,2026-01-01,free\n"),
        ("short-years.csv", "customer,date,amount\na,01/02/26,5\n"),
        (
            "short.csv",
            "customer,date,amount\na,2026-01-01,5\na,2026-02-01,5\n",
        ),
    ];
    for (name, text) in files {
        sandbox.write(name, text);
    }
    for lang in ["en", "zh"] {
        for (name, _) in files {
            sandbox.run(&["groups", name, "--lang", lang, "--format", "csv"]);
        }
    }
    sandbox
        .run(&[
            "groups",
            "either-date.csv",
            "--date-form",
            "dmy",
            "--period",
            "month",
            "--today",
            "2026-06-30",
            "--format",
            "csv",
        ])
        .run(&[
            "groups",
            "either-mark.csv",
            "--decimal",
            ",",
            "--period",
            "month",
            "--today",
            "2026-02-28",
            "--format",
            "csv",
        ])
        .run(&[
            "groups",
            "mixed-dates.csv",
            "--date-form",
            "dmy",
            "--period",
            "month",
            "--format",
            "csv",
        ])
        .run(&[
            "groups",
            "strange.csv",
            "--columns",
            "customer=1,date=when,amount=what",
            "--period",
            "month",
            "--today",
            "2026-02-28",
            "--format",
            "csv",
        ]);
    told!("groups-open", sandbox.transcript());
}

#[test]
fn what_is_no_file_of_purchases_is_told() {
    let mut sandbox = shop();
    sandbox.write("empty.csv", "");
    sandbox.write("header.csv", "customer,date,amount\n");
    sandbox.write("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0");
    sandbox.write(
        "quote.csv",
        format!(
            "customer,date,amount\n\"a,2026-01-01,5\n{}",
            "b,2026-01-01,5\n".repeat(100_000)
        ),
    );
    sandbox.write(
        "bad.csv",
        "customer,date,amount\na,2026-01-01,1.5\n".replace("2026", "2999"),
    );
    std::fs::create_dir(sandbox.path("folder")).expect("a folder can be made");
    for lang in ["en", "zh"] {
        for file in [
            "empty.csv",
            "header.csv",
            "picture.csv",
            "quote.csv",
            "bad.csv",
            "folder",
            "missing.csv",
        ] {
            sandbox.run(&["groups", file, "--lang", lang]);
        }
    }
    sandbox
        .run(&["groups"])
        .run(&["groups", "kunden.csv", "--bad-rows", "kunden.csv"])
        .run(&["groups", "kunden.csv", "--bad-rows", "folder"])
        .run(&["groups", "kunden.csv", "--delimiter", "ab"])
        .run(&["groups", "kunden.csv", "--decimal", ";"])
        .run(&["groups", "kunden.csv", "--margin-rate", "140%"])
        .run(&["groups", "kunden.csv", "--tiers", "95,80"])
        .run(&["groups", "kunden.csv", "--today", "someday"])
        .run(&["groups", "kunden.csv", "--encoding", "klingon"])
        .run(&["groups", "kunden.csv", "--columns", "price=Betrag"])
        .run(&["groups", "kunden.csv", "--columns", "date=Tag"])
        .run(&["groups", "kunden.csv", "--write"])
        .run(&["groups", "kunden.csv", "--by", "segment", "--format", "csv"])
        .run_with(
            &["groups", "-", "--format", "csv", "--margin-rate", "0.3"],
            KUNDEN,
        );
    told!("groups-bad", sandbox.transcript());
}

const PLAN: &str = r#"# The tea house.
farsight = 1

[plan]
title = "Tea house"

[relationships.value_capture]
period = "quarter"   # we look every quarter
profit_threshold = 60.0

[[relationships.groups]]
id = "butterflies"
name = "Passing through"   # our own name
customers = 3   # a guess
policy = "leave"
x-note = "mine"
"#;

#[test]
fn groups_are_written_into_a_plan() {
    let mut sandbox = shop();
    sandbox.write("tea.toml", PLAN);
    let groups = |more: &[&'static str]| {
        [
            &[
                "groups",
                "purchases.csv",
                "--plan",
                "tea.toml",
                "--today",
                "2026-06-30",
            ],
            more,
        ]
        .concat()
    };
    sandbox.run(&groups(&["--write", "--dry-run"]));
    assert_eq!(sandbox.read("tea.toml"), PLAN);
    let dry = sandbox.transcript();
    let dry = dry.rsplit_once("would change").expect("changes are told").1;
    sandbox.run(&groups(&["--write"]));
    let wet = sandbox.transcript();
    let wet = wet.rsplit_once("changed").expect("changes are told").1;
    let plan = sandbox.read("tea.toml");
    for line in [
        "period = \"quarter\"   # we look every quarter",
        "name = \"Passing through\"   # our own name",
        "policy = \"leave\"",
        "x-note = \"mine\"",
    ] {
        assert!(plan.contains(line), "{line}\n{plan}");
    }
    // The same again changes nothing.
    sandbox.run(&groups(&["--write"]));
    assert_eq!(sandbox.read("tea.toml"), plan);
    let again = sandbox.transcript();
    assert!(again.contains("tea.toml: nothing changes"), "{again}");
    sandbox.run(&["check", "tea.toml"]);
    let checked = sandbox.transcript();
    // Nothing but our own key, which was there before.
    assert_eq!(checked.matches("(F0").count(), 1, "{checked}");
    sandbox.run(&groups(&["--write", "--period", "month"]));
    sandbox.write("fresh.toml", "farsight = 1\n");
    sandbox.run(&[
        "groups",
        "purchases.csv",
        "--plan",
        "fresh.toml",
        "--write",
        "--by",
        "segment",
        "--format",
        "csv",
    ]);
    sandbox.show("fresh.toml");
    let told = format!("{dry}{wet}{plan}\n{}", sandbox.transcript());
    told!("groups-write", told);
}

#[test]
fn 写入计划() {
    let mut sandbox = shop();
    sandbox.var("FARSIGHT_LANG", "zh");
    sandbox.write("茶馆.toml", "# 茶馆\nfarsight = 1\n");
    sandbox.run(&["groups", "会员.csv", "--plan", "茶馆.toml", "--write"]);
    let told = sandbox.transcript();
    let told = told
        .rsplit_once("茶馆.toml：")
        .expect("changes are told")
        .1
        .to_owned();
    sandbox.show("茶馆.toml");
    told!("groups-write-zh", format!("{told}{}", sandbox.transcript()));
}
