use super::*;
use crate::catalogue::Step;
use crate::checks;
use crate::figures::figures;
use crate::plan::{self, SAMPLES};
use crate::words::Lang;

const SHAPES: [Shape; 3] = [Shape::Page, Shape::Flow, Shape::Slides];

fn with<T>(text: &str, lang: Lang, look: impl FnOnce(&Told<'_>) -> T) -> T {
    let reading = plan::read(text);
    let checked = checks::check(text, &reading);
    let document = plan::Document::parse(text);
    look(&Told::new(&document, &reading.plan, &checked, None, lang))
}

/// Every cell of every table, those in folds too.
fn cells(blocks: &[Block]) -> Vec<&Cell> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Table(table) => found.extend(table.rows.iter().flatten()),
            Block::Fold(_, blocks) => found.extend(cells(blocks)),
            _ => {}
        }
    }
    found
}

fn callouts(blocks: &[Block]) -> Vec<&Callout> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Callout(callout) => found.push(callout),
            Block::Fold(_, blocks) => found.extend(callouts(blocks)),
            _ => {}
        }
    }
    found
}

#[test]
fn every_number_is_that_of_the_figures_to_the_digit() {
    for sample in SAMPLES {
        for lang in Lang::ALL {
            with(sample.text, lang, |told| {
                let reading = plan::read(sample.text);
                let figures = figures(&reading.plan);
                let document = report(told, Shape::Flow, true);
                let blocks = document.sections.iter().flat_map(|it| cells(&it.blocks));
                let named: Vec<&Cell> = blocks.filter(|it| it.figure.is_some()).collect();
                for cell in &named {
                    let key = cell.figure.as_deref().unwrap();
                    let figure = figures.iter().find(|it| it.key == key).unwrap();
                    let (output, outcome) = figure.headline().unwrap();
                    let outcome = outcome.as_ref().unwrap();
                    if let Some(Exact::Amount(value, unit)) = cell.exact {
                        assert_eq!(outcome, &crate::figures::Outcome::One(value), "{key}");
                        assert_eq!(unit, output.unit, "{key}");
                    }
                    let shown = match outcome {
                        crate::figures::Outcome::One(value) => crate::figures::figure::with_unit(
                            *value,
                            output.unit,
                            &document.currency,
                            lang,
                        ),
                        other => other.shown(output.unit, &document.currency, lang),
                    };
                    let digits = |text: &str| text.replace(' ', "");
                    assert_eq!(digits(&text(&cell.spans)), digits(&shown), "{key}");
                }
                let wanted = figures.iter().filter(|it| it.has_result() && !it.is_part());
                for figure in wanted.filter(|it| it.step != Step::Plan) {
                    let there = named
                        .iter()
                        .any(|it| it.figure.as_ref() == Some(&figure.key));
                    assert!(there, "{}: {}", sample.name, figure.key);
                }
            });
        }
    }
}

#[test]
fn every_finding_and_answer_is_that_of_the_check() {
    for sample in SAMPLES {
        for lang in Lang::ALL {
            with(sample.text, lang, |told| {
                let document = report(told, Shape::Flow, true);
                let told_of: Vec<&Callout> = document
                    .sections
                    .iter()
                    .flat_map(|it| callouts(&it.blocks))
                    .collect();
                let open = told.checked.open().count();
                let answered = told.checked.answered().count();
                assert_eq!(told_of.len(), open + answered, "{}", sample.name);
                for finding in told.checked.open() {
                    let said = finding.message(lang);
                    let found = told_of.iter().any(|it| {
                        it.code == finding.rule.code && text(&it.text).starts_with(&said)
                    });
                    assert!(found, "{said}");
                }
                let without = report(told, Shape::Flow, false);
                let left = without.sections.iter().flat_map(|it| callouts(&it.blocks));
                assert_eq!(left.count(), 0);
            });
        }
    }
}

#[test]
fn every_chart_with_something_to_draw_is_in_the_whole_plan() {
    for sample in SAMPLES {
        with(sample.text, Lang::Zh, |told| {
            let document = report(told, Shape::Flow, true);
            let blocks = document.sections.iter().flat_map(|it| &it.blocks);
            let charts: Vec<&str> = blocks
                .filter_map(|block| match block {
                    Block::Chart(chart) => Some(chart.key),
                    _ => None,
                })
                .collect();
            let wanted: Vec<&str> = told.charts().map(|chart| chart.key).collect();
            assert_eq!(charts.len(), wanted.len(), "{}", sample.name);
            assert!(!charts.is_empty() || wanted.is_empty());
        });
    }
}

#[test]
fn nothing_of_a_filled_plan_is_left_out() {
    // Every word of every prose field stands in the whole plan.
    for sample in SAMPLES {
        with(sample.text, Lang::En, |told| {
            let page = markdown::markdown(&report(told, Shape::Flow, true));
            let plain =
                |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
            let page = plain(&page.replace("&amp;", "").replace("<br>", ""));
            for segment in told.rows("targeting.segments") {
                for key in ["name", "description", "reason", "payer"] {
                    let said = told.plain(&format!("{segment}.{key}")).unwrap_or_default();
                    assert!(page.contains(&plain(&said)), "{segment}.{key}: {said}");
                }
            }
        });
    }
}

/// A plan in which every text tries to be something else.
fn hostile(word: &str) -> String {
    let word = word.replace('\\', "\\\\").replace('"', "\\\"");
    let word = word.replace('\n', "\\n").replace('\u{1b}', "\\u001b");
    format!(
        "farsight = 1\n[plan]\ntitle = \"{word}\"\norganisation = \"{word}\"\nowner = \"{word}\"\n\
         summary = \"{word}\"\ncurrency = \"{word}\"\nlanguage = \"{word}\"\nstatus = \"{word}\"\n\
         [[needs.customer_needs]]\nid = \"{word}\"\nneed = \"{word}\"\nimportance = 5\nsatisfaction = 1\n\
         [[targeting.segments]]\nid = \"s\"\nname = \"{word}\"\nsize = 10\ndecision = \"target\"\n\
         reason = \"{word}\"\nattractiveness = 3\nfit = 3\nmedia = [\"{word}\", \"{word}\"]\n\
         [[value.propositions]]\nid = \"p\"\nsegment = \"s\"\nstatement = \"{word}\"\n\
         [[value.factors]]\nid = \"f\"\nname = \"{word}\"\nus = 3\nrivals = {{ \"{word}\" = 4 }}\n\
         [[mix.actions]]\nid = \"a\"\nwhat = \"{word}\"\nstarts = 2027-01-01\nends = 2027-03-01\n\
         [[mix.budget]]\nid = \"b\"\nitem = \"{word}\"\namount = 3.0\nlever = \"{word}\"\n\
         [[accept]]\ncheck = \"{word}\"\nreason = \"{word}\"\n"
    )
}

const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title></style><svg onload=alert(1)>",
    "javascript:alert(1)",
    "=HYPERLINK(\"http://x\")",
    "**b** _i_ `c` [x](javascript:alert(1)) | # h",
    "![x](y)\n- [ ] z\n1. a\n---\n```\n<b>",
    "\u{202e}drawkcab\u{2066}",
    "\u{1b}[2J\u{1b}]0;x",
    "'; DROP TABLE plans; --",
    "{{7*7}} ${7*7} <% x %>",
    "需要<b>欲望</b>需求",
    "</script><script>alert('需求')</script>",
    "&lt;script&gt; &#60;b&#62; &copy;",
    "<!-- --> ]]> <?php ?>",
    "[^1] [^1]: 注脚 ![图][x] [x]: http://x",
    "| a | b\\|c\\",
    "- [ ] +1 # ~~x~~ ==x== ++x++ $y$ :z: ^a^",
    "<http://x> <a@b.c> @team #12",
    "\u{200f}עברית\u{200e} \u{feff}\u{200b}",
    "题目\n===\n小标题\n---\n~~~\n    code\n\t- x",
    "=cmd|' /C calc'!A0",
];

/// What a page is made of without its words: its tags and their classes, but for line ends.
fn tags(page: &str) -> Vec<&str> {
    let tags = page.split('<').skip(1);
    let tags = tags.filter_map(|tag| tag.split('>').next());
    let own = |tag: &&str| !tag.starts_with("br") && !tag.starts_with("rect");
    let name = |tag: &'_ str| tag.split([' ', '\n']).next().map(str::len);
    tags.filter(own)
        .map(|tag| &tag[..name(tag).unwrap()])
        .collect()
}

/// The kinds of the pieces of a Markdown page, by everything that any dialect knows.
fn pieces(page: &str) -> Vec<String> {
    use pulldown_cmark::{Event, Options, Parser};
    let events = Parser::new_ext(page, Options::all()).filter_map(|event| match event {
        Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak => None,
        Event::InlineHtml(tag) if &*tag == "<br>" => None,
        other => Some(format!("{other:?}")),
    });
    events.collect()
}

#[test]
fn a_hostile_plan_is_made_of_what_a_harmless_one_is() {
    let harmless = [("word", Lang::En), ("词语", Lang::Zh)];
    for (word, lang) in harmless {
        for shape in SHAPES {
            let made = |word: &str| {
                with(&hostile(word), lang, |told| {
                    let document = report(told, shape, false);
                    (html::html(&document), markdown::markdown(&document))
                })
            };
            let (page, text) = made(word);
            for attack in ATTACKS.iter().filter(|it| !it.contains('\n')) {
                let (hostile, written) = made(attack);
                assert_eq!(tags(&page), tags(&hostile), "{attack}");
                assert_eq!(pieces(&text), pieces(&written), "{attack}\n{written}");
            }
        }
    }
}

#[test]
fn no_hostile_text_acts_in_the_list_of_a_site() {
    use html::site::{Entry, Listed, index};
    for attack in ATTACKS {
        for lang in Lang::ALL {
            let said = || (*attack).to_owned();
            let plan = Listed {
                href: "a-b.html".to_owned(),
                title: said(),
                organisation: said(),
                owner: said(),
                status: said(),
                time: said(),
                open: [1, 0, 2],
            };
            let entries = [Ok(plan), Err(said())].map(|plan| Entry {
                source: said(),
                plan,
            });
            let page = index(attack, &entries, lang);
            assert_eq!(page.matches("<script").count(), 1, "{attack}");
            assert_eq!(page.matches("</script").count(), 1, "{attack}");
            assert_eq!(page.matches("href=").count(), 1, "{attack}");
            assert!(
                !page.contains("<img") && !page.contains("<svg onload"),
                "{attack}"
            );
            assert!(
                !page.contains(['\u{202e}', '\u{2066}', '\u{1b}']),
                "{attack}"
            );
        }
    }
}

#[test]
fn every_hostile_plan_can_be_printed() {
    for (nth, attack) in ATTACKS.iter().enumerate() {
        let shape = SHAPES[nth % 3];
        let lang = Lang::ALL[nth % 2];
        let printed = with(&hostile(attack), lang, |told| {
            pdf::pdf(&report(told, shape, true), Paper::Letter)
        });
        assert!(printed.bytes.starts_with(b"%PDF-"), "{attack}");
        assert!(shape != Shape::Page || printed.pages == 1, "{attack}");
    }
}

#[test]
fn no_hostile_text_acts_in_html() {
    for attack in ATTACKS {
        for shape in SHAPES {
            let text = hostile(attack);
            let page = with(&text, Lang::En, |told| {
                html::html(&report(told, shape, true))
            });
            assert!(!page.contains("<script"), "{attack}");
            assert!(!page.contains("<img"), "{attack}");
            assert!(!page.contains("<b>欲望"), "{attack}");
            assert!(!page.contains("<svg onload"), "{attack}");
            assert_eq!(page.matches("<title>").count(), 1, "{attack}");
            assert_eq!(page.matches("</style>").count(), 1, "{attack}");
            assert!(!page.contains("href=\"javascript"), "{attack}");
            assert!(
                !page.contains(['\u{202e}', '\u{2066}', '\u{1b}']),
                "{attack}"
            );
            balanced(&page);
        }
    }
}

/// Every tag that is opened is closed, in order.
fn balanced(page: &str) {
    const VOID: [&str; 2] = ["meta", "br"];
    let mut open: Vec<&str> = Vec::new();
    let body = page.split_once("</style>").map_or(page, |(_, rest)| rest);
    let body = format!("<style>{body}");
    for tag in body.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag that ends");
        let name = tag.split([' ', '\n']).next().unwrap();
        if let Some(name) = name.strip_prefix('/') {
            match open.pop() {
                Some("style") => assert_eq!(name, "head"),
                Some(last) => assert_eq!(last, name),
                None => assert_eq!(name, "html"),
            }
        } else if !VOID.contains(&name) && !name.starts_with('!') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn no_hostile_text_acts_in_markdown() {
    for attack in ATTACKS {
        for shape in SHAPES {
            let text = hostile(attack);
            let page = with(&text, Lang::Zh, |told| {
                markdown::markdown(&report(told, shape, true))
            });
            let mut events = pulldown_cmark::Parser::new(&page);
            let acts = events.any(|event| match event {
                pulldown_cmark::Event::Html(tag) | pulldown_cmark::Event::InlineHtml(tag) => {
                    !["<a id=", "</a>", "<details", "</details", "<br>", "<!-- "]
                        .iter()
                        .any(|ours| tag.trim_start().starts_with(ours))
                }
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Image { .. }) => true,
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Link { dest_url, .. }) => {
                    !dest_url.starts_with('#')
                }
                _ => false,
            });
            assert!(!acts, "{attack}\n{page}");
            assert!(!page.contains(['\u{202e}', '\u{1b}']), "{attack}");
        }
    }
}

#[test]
fn json_is_json_whatever_a_plan_says() {
    for attack in ATTACKS {
        let text = hostile(attack);
        let out = with(&text, Lang::Zh, |told| {
            json::json(&report(told, Shape::Flow, true))
        });
        let value: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(value["schema"], json::SCHEMA);
    }
}

#[test]
fn a_plan_that_says_nothing_has_a_report_in_every_format() {
    for text in ["", "farsight = 1\n", "farsight = 1\n[plan]\ntitle = \"\"\n"] {
        for lang in Lang::ALL {
            for shape in SHAPES {
                with(text, lang, |told| {
                    let document = report(told, shape, true);
                    // A CSV file holds the rows of one table and nothing else.
                    for format in FORMATS.iter().filter(|it| it.key != "csv") {
                        let bytes = (format.write)(&document, Paper::A4);
                        let signs = bytes.windows(format::SIGN.len());
                        let signed = signs.into_iter().any(|it| it == format::SIGN.as_bytes());
                        assert!(signed, "{}", format.key);
                    }
                });
            }
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for sample in SAMPLES.iter().take(2) {
        for format in FORMATS {
            let write = || {
                with(sample.text, Lang::Zh, |told| {
                    (format.write)(&report(told, Shape::Flow, true), Paper::A4)
                })
            };
            assert_eq!(write(), write(), "{}", format.key);
        }
    }
}

#[test]
fn one_page_has_a_measure_whatever_a_plan_says() {
    let long = "永远".repeat(2000) + &"a".repeat(4000) + &"e\u{301}\u{301}".repeat(500);
    let mut plan = hostile(&long);
    for nth in 0..200 {
        plan +=
            &format!("[[mix.objectives]]\nid = \"o{nth}\"\nstatement = \"{long}\"\ntarget = 1\n");
    }
    let page = with(&plan, Lang::En, |told| {
        markdown::markdown(&report(told, Shape::Page, true))
    });
    assert!(page.chars().count() < 6000, "{}", page.chars().count());
}
