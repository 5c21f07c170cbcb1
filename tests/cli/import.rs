//! `farsight import`.

use crate::support::sandbox::Sandbox;
use farsight::plan::SAMPLES;

fn line(sandbox: &mut Sandbox, args: &str) {
    let args: Vec<&str> = args.split_whitespace().collect();
    sandbox.run(&args);
}

#[test]
fn what_nobody_touched_changes_nothing() {
    for sample in SAMPLES {
        let mut sandbox = Sandbox::new();
        sandbox.write("plan.toml", sample.text);
        for lang in ["en", "zh"] {
            line(
                &mut sandbox,
                &format!("report plan.toml --format xlsx -o plan.xlsx --lang {lang}"),
            );
            line(
                &mut sandbox,
                &format!("import plan.xlsx plan.toml --write --remove --lang {lang}"),
            );
        }
        let told = sandbox.transcript();
        assert_eq!(sandbox.read("plan.toml"), sample.text, "{told}");
        assert!(told.contains("says all of this already"), "{told}");
    }
}

#[test]
fn an_edited_table_comes_back() {
    let mut sandbox = Sandbox::with_plans();
    line(
        &mut sandbox,
        "report tea.toml --format csv --section targeting.segments -o seg.csv",
    );
    let csv = sandbox.read("seg.csv");
    assert!(csv.contains("nurses"), "{csv}");
    let edited =
        "id,Size,Growth,Needs,my notes\nnurses,1500,4 %,quiet-hour; company,hm\nowls,300,,,\n";
    sandbox.write("edited.csv", edited);
    line(
        &mut sandbox,
        "import edited.csv tea.toml --section targeting.segments",
    );
    assert!(sandbox.read("tea.toml").contains("size = 1200"));
    line(
        &mut sandbox,
        "import edited.csv tea.toml --section targeting.segments --write",
    );
    let plan = sandbox.read("tea.toml");
    assert!(plan.starts_with("# The tea house."));
    assert!(plan.contains("size = 1500\ngrowth = 0.04"), "{plan}");
    sandbox.write("less.csv", "编号,规模\nowls,300\n");
    line(
        &mut sandbox,
        "import less.csv tea.toml --section targeting.segments --lang zh",
    );
    line(
        &mut sandbox,
        "import less.csv tea.toml --section targeting.segments --remove --write --lang zh",
    );
    sandbox.show("tea.toml");
    let told = sandbox.transcript();
    assert!(told.contains("Nothing is written yet"), "{told}");
    assert!(told.contains("已写入 tea.toml"), "{told}");
    assert!(!sandbox.read("tea.toml").contains("\"nurses\""), "{told}");
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_written() {
    let mut sandbox = Sandbox::with_plans();
    sandbox.write(
        "bad.csv",
        "id,Size,Growth\nnurses,many,4 %\nNot An Id!,5,\nnurses,6,\n",
    );
    let before = sandbox.read("tea.toml");
    line(
        &mut sandbox,
        "import bad.csv tea.toml --section targeting.segments --write",
    );
    line(
        &mut sandbox,
        "import bad.csv tea.toml --section targeting.segments --write --lang zh",
    );
    assert_eq!(sandbox.read("tea.toml"), before);
    sandbox.write("none.csv", "a,b\n1,2\n");
    sandbox.write("broken.xlsx", "PK\u{3}\u{4}nothing");
    line(&mut sandbox, "import none.csv tea.toml");
    line(&mut sandbox, "import none.csv 茶馆.toml --lang zh");
    line(&mut sandbox, "import broken.xlsx tea.toml");
    line(&mut sandbox, "import broken.xlsx 茶馆.toml --lang zh");
    line(&mut sandbox, "import absent.xlsx tea.toml");
    line(&mut sandbox, "import none.csv tea.toml --section mix.price");
    let told = sandbox.transcript();
    assert!(told.contains("bad!B2"), "{told}");
    assert!(told.contains("so tea.toml stays as it is"), "{told}");
    assert!(told.contains("因此 tea.toml 保持原样"), "{told}");
    assert!(told.contains("the workbook is damaged"), "{told}");
}

/// The workbook or the tables of a plan, read as the grids that somebody may have edited.
mod sheets {
    use farsight::import::{Grid, Imported, Wishes, changes, grids};
    use farsight::plan;
    use farsight::report::{Document, Paper, Shape, csv, sheets, xlsx};
    use farsight::words::Lang;

    pub fn wishes(lang: Lang) -> Wishes {
        Wishes {
            section: None,
            remove: true,
            lang,
            today: None,
        }
    }

    pub fn document(plan: &str, lang: Lang) -> Document {
        let mut document = Document::new(lang, Shape::Flow, "");
        "EUR".clone_into(&mut document.currency);
        document.sheets = sheets::sheets(&plan::Document::parse(plan));
        document
    }

    pub fn workbook(plan: &str, lang: Lang) -> Vec<Grid> {
        grids(&xlsx::xlsx(&document(plan, lang), Paper::A4), "plan").unwrap()
    }

    /// Each table as a file of separated values.
    pub fn texts(plan: &str, lang: Lang) -> Vec<Grid> {
        let document = document(plan, lang);
        let each = document.sheets.iter().map(|sheet| {
            let mut one = document.clone();
            one.sheets = vec![sheet.clone()];
            let read = grids(csv::csv(&one).as_bytes(), sheet.section.path);
            read.unwrap().remove(0)
        });
        each.collect()
    }

    pub fn read(plan: &str, grids: &[Grid], lang: Lang) -> Imported {
        changes(&plan::Document::parse(plan), grids, wishes(lang))
    }
}

#[test]
fn every_table_of_every_sample_comes_back_unchanged() {
    use farsight::words::Lang;
    for sample in SAMPLES {
        for lang in [Lang::En, Lang::Zh] {
            for grids in [
                sheets::workbook(sample.text, lang),
                sheets::texts(sample.text, lang),
            ] {
                let imported = sheets::read(sample.text, &grids, lang);
                assert!(imported.problems.is_empty(), "{:?}", imported.problems);
                assert!(imported.notes.is_empty(), "{:?}", imported.notes);
                assert!(imported.sheets > 10, "{}", imported.sheets);
                assert_eq!(imported.text, sample.text);
            }
        }
    }
}

mod edits {
    use super::sheets;
    use farsight::catalogue::Kind;
    use farsight::import::{Cell, Grid};
    use farsight::plan::{Document, Path, SAMPLES, to_literal};
    use farsight::words::Lang;
    use proptest::prelude::*;

    /// What somebody may type into a cell of this kind, as a workbook and as a text hold it.
    fn typed(kind: Kind, seed: u32) -> Option<(Cell, String)> {
        let number = |value: u32| (Cell::Number(value.into()), value.to_string());
        let text = |text: String| (Cell::Text(text.clone()), text);
        Some(match kind {
            Kind::Line | Kind::Text => text(format!("改动 {seed}, “=1+1”; a; b")),
            Kind::Number | Kind::Count | Kind::Money => number(100 + seed),
            Kind::Percent => (
                Cell::Number(rust_decimal::Decimal::new(i64::from(seed % 100), 2)),
                format!("{} %", seed % 100),
            ),
            Kind::Scale(low, high) => number(u32::from(low) + seed % u32::from(high - low + 1)),
            Kind::Date => text(format!("2031-03-{:02}", 1 + seed % 28)),
            Kind::Flag => {
                let is = seed.is_multiple_of(2);
                (Cell::Flag(is), if is { "是" } else { "no" }.to_owned())
            }
            Kind::Choice(choices) => {
                let choice = choices[seed as usize % choices.len()];
                text(choice.label.zh.to_owned())
            }
            Kind::Lines => text(format!("一 {seed}; two")),
            _ => return None,
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 16, ..ProptestConfig::default() })]

        #[test]
        fn an_edit_in_a_sheet_is_exactly_that_edit_in_the_plan(
            sample in 0..SAMPLES.len(), at in any::<u32>(), seed in 0..10_000_u32, chinese: bool
        ) {
            let (plan, lang) = (SAMPLES[sample].text, if chinese { Lang::Zh } else { Lang::En });
            let document = Document::parse(plan);
            let held = sheets::document(plan, lang).sheets;
            let sheet = &held[at as usize % held.len()];
            let row = (at / 7) as usize % sheet.rows.len();
            let column = (at / 31) as usize % sheet.section.fields.len();
            let field = &sheet.section.fields[column];
            let path: Path = sheet.rows[row].path.join(field.key);
            let Some((cell, text)) = typed(field.kind, seed).filter(|_| field.key != "id") else {
                return Ok(());
            };
            let literal = to_literal(field.kind, &text, lang, None).unwrap();
            let mut wanted = document.clone();
            let edit = wanted.set(&path, &literal).unwrap();
            wanted.apply(&edit);
            let place = |grid: &Grid| {
                grid.cell(0, 0).text().starts_with(&format!("{}.", sheet.section.path))
                    && grid.cell(0, 0).text().matches('.').count() == sheet.section.path.matches('.').count() + 1
            };
            for (mut grids, cell) in [
                (sheets::workbook(plan, lang), cell),
                (sheets::texts(plan, lang), Cell::Text(text)),
            ] {
                let grid = grids.iter_mut().find(|grid| place(grid)).unwrap();
                let cells = &mut grid.rows[row + 2];
                cells.resize(cells.len().max(column + 1), Cell::Empty);
                cells[column] = cell;
                let imported = sheets::read(plan, &grids, lang);
                prop_assert!(imported.problems.is_empty(), "{:?}", imported.problems);
                let same = Document::parse(imported.text.as_str()).value(&path.to_string())
                    == document.value(&path.to_string());
                // What says the same already keeps its spelling.
                prop_assert!(imported.text == wanted.text() || same && imported.text == plan,
                    "{}: {:?}", path, literal);
            }
        }
    }
}

#[test]
fn each_cell_that_cannot_be_read_is_named_and_nothing_is_written() {
    let mut sandbox = Sandbox::with_plans();
    let mut all = String::new();
    let cases = [
        ("id,Size\nnurses,viele\n", "bad!B2"),
        ("id,Size\nnurses,1\nnurses,2\n", "bad!A3"),
        ("id,Needs\nnurses,quiet-hour; nowhere\n", "bad!B2"),
        ("id,Growth\nnurses,=1/0\n", "bad!B2"),
        ("id,Size\nno id!,2\n", "bad!A2"),
    ];
    for (csv, place) in cases {
        for (lang, plan) in [("en", "tea.toml"), ("zh", "tea.toml")] {
            sandbox.write("bad.csv", csv);
            let before = sandbox.read(plan);
            line(
                &mut sandbox,
                &format!(
                    "import bad.csv {plan} --section targeting.segments --write --lang {lang}"
                ),
            );
            assert_eq!(sandbox.read(plan), before);
            let told = sandbox.transcript();
            assert!(told.contains(place), "{told}");
            all += &told;
        }
    }
    let told = all;
    assert!(
        told.contains("no row of needs.customer_needs is called nowhere"),
        "{told}"
    );
    assert!(
        told.contains("needs.customer_needs 中没有编号为 nowhere 的条目"),
        "{told}"
    );
    assert!(told.contains("the id nurses stands twice"), "{told}");
}

#[test]
fn a_table_of_any_origin_is_read() {
    let wide = "编号；细分规模；年增长率\n护士；１，５００；４％\n".replace('；', ";");
    let (gbk, ..) = encoding_rs::GBK.encode(&wide);
    let units = wide.encode_utf16().flat_map(u16::to_le_bytes);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(units).collect();
    let tabs = wide.replace(';', "\t").into_bytes();
    let broad = "编号,细分规模,年增长率\r\n护士,\"1,500\",0.04\r\n";
    for bytes in [gbk.into_owned(), utf16, tabs, broad.into()] {
        let mut sandbox = Sandbox::with_plans();
        sandbox.write("表.csv", bytes);
        line(
            &mut sandbox,
            "import 表.csv 茶馆.toml --section targeting.segments --write --lang zh",
        );
        let plan = sandbox.read("茶馆.toml");
        let told = sandbox.transcript();
        assert!(plan.contains("size = 1500\ngrowth = 0.04"), "{told}{plan}");
    }
}

#[test]
fn a_section_without_rows_is_a_table_to_fill_in() {
    for (lang, plan) in [("en", "tea.toml"), ("zh", "茶馆.toml")] {
        let mut sandbox = Sandbox::with_plans();
        line(
            &mut sandbox,
            &format!("report {plan} --format csv --section mix.risks -o risks.csv --lang {lang}"),
        );
        let csv = sandbox.read("risks.csv");
        assert_eq!(csv.lines().count(), 2, "{csv}");
        let width = csv.lines().next().unwrap().matches(',').count();
        let row = format!("rain{}", ",".repeat(width)).replacen(',', ",=A1 stays text,", 1);
        let row = row.trim_end_matches(',').to_owned() + &",".repeat(width - 1);
        sandbox.write("risks.csv", csv + &row + "\r\n");
        line(
            &mut sandbox,
            &format!("import risks.csv {plan} --write --lang {lang}"),
        );
        let told = sandbox.transcript();
        assert!(sandbox.read(plan).contains("\"=A1 stays text\""), "{told}");
    }
}

#[test]
fn a_locked_part_of_an_exercise_stays() {
    for lang in ["en", "zh"] {
        let mut sandbox = Sandbox::new();
        line(
            &mut sandbox,
            &format!("new plan.toml --exercise choose-and-refuse --lang {lang}"),
        );
        let before = sandbox.read("plan.toml");
        line(
            &mut sandbox,
            "report plan.toml --format csv --section needs.evidence -o e.csv",
        );
        let csv = sandbox.read("e.csv");
        let kept: Vec<&str> = csv.lines().take(2).collect();
        sandbox.write("e.csv", kept.join("\n"));
        line(
            &mut sandbox,
            &format!("import e.csv plan.toml --remove --write --lang {lang}"),
        );
        let told = sandbox.transcript();
        assert_eq!(sandbox.read("plan.toml"), before, "{told}");
        let said = ["The exercise keeps", "练习规定"];
        assert!(said.iter().any(|said| told.contains(said)), "{told}");
    }
}

/// Texts that act, hide or break somewhere.
pub const HOSTILE: [&str; 16] = [
    "=HYPERLINK(\"http://x.example\",\"click\")",
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "-2+3",
    "\t=1+1",
    "'=1+1",
    "''",
    "＝1+1",
    "a\u{0}b\u{1}c\u{8}d\u{b}e\u{1f}f",
    "]]></w:t><w:p><w:r><script>alert(1)</script>",
    "_x000D_ and _x005F_x0041_ stay",
    "say \u{202e}txt.exe\u{202c} שלום\u{200f}!",
    "\u{feff}\u{fffe}\u{ffff}\u{d7ff}\u{e000}",
    "👩\u{200d}🌾 \u{1f600}，好；“是”",
    "{\\rtf1} ${x} %s <!-- --> &amp; &#x41;",
    "第一行\n=第二行\n\n  末行",
];

#[test]
fn hostile_texts_come_back_as_they_went() {
    use farsight::plan::{Document, Literal, Path};
    use farsight::words::Lang;
    let mut document = Document::parse("farsight = 1\n");
    let long = "很长的字".repeat(10_000);
    let endless = "x".repeat(40_000);
    let texts = HOSTILE.iter().copied().chain([long.as_str(), &endless]);
    for (at, text) in texts.enumerate() {
        let risk = Literal::Prose(text.to_owned());
        let id = format!("r{at}");
        let edit = document
            .add_row(
                &Path::parse("mix.risks"),
                usize::MAX,
                Some(&id),
                &[("risk", risk.clone()), ("response", risk)],
            )
            .unwrap();
        document.apply(&edit);
    }
    let plan = document.text().to_owned();
    for lang in [Lang::En, Lang::Zh] {
        for mut grids in [sheets::workbook(&plan, lang), sheets::texts(&plan, lang)] {
            let imported = sheets::read(&plan, &grids, lang);
            assert!(imported.problems.is_empty(), "{:?}", imported.problems);
            assert_eq!(imported.text, plan);
            // A text that was cut cannot be edited where it is cut.
            let cells = grids.iter_mut().flat_map(|grid| &mut grid.rows).flatten();
            for cell in cells {
                if let farsight::import::Cell::Text(text) = cell
                    && text.len() > 30_000
                {
                    text.push('!');
                }
            }
            let imported = sheets::read(&plan, &grids, lang);
            assert_eq!(imported.problems.len(), 4, "{:?}", imported.problems);
            assert_eq!(imported.text, plan);
        }
    }
}

#[test]
fn what_a_changed_cell_was_taken_for_is_told() {
    use farsight::import::{Cell, Grid};
    use farsight::words::Lang;
    use std::collections::HashSet;
    let plan = "farsight = 1\n[[targeting.segments]]\nid = \"老客\"\nsize = 10\ngrowth = 0.1\n";
    let text = |text: &str| Cell::Text(text.to_owned());
    let grid = |cells: Vec<Cell>| {
        let keys = ["id", "size", "growth"].map(|key| text(&format!("targeting.segments.{key}")));
        Grid {
            name: "细分".to_owned(),
            rows: vec![keys.to_vec(), cells],
            computed: HashSet::from([(1, 1)]),
        }
    };
    let number = |text: &str| Cell::Number(text.parse().unwrap());
    let edited = grid(vec![text("老客"), number("12"), number("1.5")]);
    for (lang, said) in [
        (
            Lang::En,
            [
                "细分!B2: the cell is computed; its result 12 is read",
                "细分!C2: the number is read as 150 %; type the percent sign where less is meant",
            ],
        ),
        (
            Lang::Zh,
            [
                "细分!B2：单元格是公式，读入的是结果 12",
                "细分!C2：这个数字读作 150 %；如果指的不是这么多，请带百分号重新填写",
            ],
        ),
    ] {
        let imported = sheets::read(plan, std::slice::from_ref(&edited), lang);
        let told: Vec<String> = imported.notes.iter().map(|it| it.message(lang)).collect();
        assert_eq!(told, said);
        assert!(imported.text.contains("size = 12\ngrowth = 1.5"));
    }
    // The same number again changes nothing, and a second sheet about it is one too many.
    let same = grid(vec![text("老客"), number("10"), number("0.1")]);
    let imported = sheets::read(plan, std::slice::from_ref(&same), Lang::Zh);
    assert_eq!((imported.text.as_str(), imported.notes.len()), (plan, 0));
    let imported = sheets::read(plan, &[same, edited], Lang::Zh);
    assert_eq!(imported.text, plan);
    assert_eq!(
        imported.problems[0].message(Lang::Zh),
        "细分：已有另一张表是关于 targeting.segments 的，请只保留一张"
    );
    // Days are counted, too.
    let keys = ["id", "found_on", "date"].map(|key| text(&format!("needs.evidence.{key}")));
    let counted = Grid {
        name: "E".to_owned(),
        rows: vec![
            keys.to_vec(),
            vec![text("talks"), Cell::Empty, number("46023")],
        ],
        computed: HashSet::new(),
    };
    let imported = sheets::read("farsight = 1\n", &[counted], Lang::En);
    assert!(imported.text.contains("date = 2026-01-01"), "{imported:?}");
}
