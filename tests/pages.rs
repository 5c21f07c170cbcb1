//! Every rule has a page that tells the truth, in both languages.
//!
//! The TOML blocks of a page are run: the first has the gap, the second is repaired.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use farsight::checks::{self, Report, Rule, Settings};
use farsight::words::{Lang, Text};

const HEADINGS: [Text; 5] = [
    Text::new("What it finds", "查什么"),
    Text::new("Why, and whose idea it is", "为什么，出自谁"),
    Text::new("A plan that has it", "有这个问题的计划"),
    Text::new("The same plan repaired", "改好之后"),
    Text::new("When it is right to leave it", "什么时候可以保留"),
];

/// The folders of the rules and the letter that their codes begin with.
const FOLDERS: &[(&str, char)] = &[
    ("file", 'F'),
    ("needs", 'N'),
    ("targeting", 'T'),
    ("value", 'V'),
    ("mix", 'M'),
    ("relationships", 'R'),
    ("cross", 'X'),
    ("answers", 'A'),
];

/// The hundred gaps that the catalogue of the checker names: each has a rule of its own.
const CATALOGUE: [&str; 100] = [
    "market-or-mission-named-after-product",
    "rivals-same-category-only",
    "need-phrased-as-our-product",
    "need-without-evidence",
    "no-unmet-or-latent-need",
    "growth-assumed-from-population",
    "no-substitute-claimed",
    "growth-by-efficiency-or-price-only",
    "product-improvement-obsession",
    "research-on-current-customers-only",
    "wants-without-needs",
    "demand-without-purchasing-power",
    "inside-out-voice",
    "needs-not-ranked",
    "evidence-stale-or-single",
    "offer-without-service-or-experience",
    "market-size-without-derivation",
    "environment-scan-missing-or-idle",
    "buying-process-unmapped",
    "everyone-is-the-target",
    "segments-by-demography-only",
    "segments-not-different",
    "segment-not-measured",
    "segment-unreachable",
    "segment-shares-exceed-whole",
    "target-chosen-without-criteria",
    "target-fails-man",
    "positioning-not-distinct",
    "orientation-mismatch",
    "long-run-interest-ignored",
    "competitor-role-undeclared",
    "niche-ceiling-below-goal",
    "features-without-benefits",
    "promise-without-proof",
    "target-without-proposition",
    "benefit-answers-no-need",
    "important-need-unanswered",
    "one-proposition-for-all",
    "generic-superlative-proposition",
    "no-frame-of-reference",
    "not-better-than-alternative",
    "customer-cost-ignored",
    "too-many-promises",
    "price-quality-position-contradiction",
    "expectation-above-delivery",
    "value-not-quantified-b2b",
    "mix-element-missing",
    "four-c-counterpart-missing",
    "price-below-unit-cost",
    "price-above-perceived-value",
    "price-rationale-cost-plus-only",
    "list-price-used-as-net-price",
    "break-even-beyond-forecast",
    "forecast-without-driver",
    "revenue-target-does-not-add-up",
    "channel-segment-mismatch",
    "message-promises-undelivered-benefit",
    "benefit-never-communicated",
    "message-without-target-or-step",
    "messages-contradict",
    "discount-as-strategy",
    "timeline-impossible",
    "volume-exceeds-capacity",
    "cannibalisation-ignored",
    "no-retention-plan",
    "relationship-level-mismatch",
    "satisfaction-not-measured",
    "engagement-is-broadcast",
    "partners-absent",
    "touchpoint-or-complaint-unowned",
    "data-or-content-without-consent",
    "spend-on-strangers",
    "butterfly-chased-for-loyalty",
    "barnacle-without-repricing",
    "true-friends-under-served",
    "clv-below-cac",
    "clv-from-revenue",
    "clv-inputs-implausible",
    "average-customer-fallacy",
    "share-of-customer-without-wallet",
    "customer-equity-not-projected",
    "key-account-dependency",
    "objectives-only-in-units",
    "stakeholder-conflict-unresolved",
    "broken-chain",
    "dangling-reference",
    "orphan-element",
    "spend-does-not-follow-targets",
    "budget-does-not-sum",
    "budget-line-without-objective",
    "kpi-incomplete",
    "objective-without-kpi",
    "strategy-written-as-objective",
    "target-equals-baseline-or-extreme",
    "action-incomplete",
    "percent-scale-ambiguous",
    "units-currency-or-period-mixed",
    "assumption-untested",
    "no-control-or-contingency",
    "placeholder-left",
];

/// Checks a text on a day of our own, so that no page grows old.
fn check_text(text: &str) -> Report {
    checks::check_text_with(text, &Settings::on(jiff::civil::date(2026, 11, 1)))
}

/// Fails with one line for each fault.
fn assert_none(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// The faults of every rule in every language, each with its place.
fn in_both(look: impl Fn(&'static Rule, Lang) -> Vec<String>) -> Vec<String> {
    let look = &look;
    checks::rules()
        .flat_map(|rule| {
            Lang::ALL.into_iter().flat_map(move |lang| {
                let place = format!("{} {} {}", rule.code, rule.name, lang.tag());
                let faults = look(rule, lang).into_iter();
                faults.map(move |fault| format!("{place}: {fault}"))
            })
        })
        .collect()
}

fn has_han(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
    })
}

fn is_kebab(word: &str) -> bool {
    word.split('-').all(|part| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        !part.is_empty() && part.chars().all(plain)
    })
}

/// The blocks of TOML on a page, as they stand between the fences.
fn blocks(page: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in page.lines() {
        match &mut open {
            None if line.trim_end() == "```toml" => open = Some(String::new()),
            Some(_) if line.trim_end() == "```" => blocks.extend(open.take()),
            Some(block) => {
                block.push_str(line);
                block.push('\n');
            }
            None => {}
        }
    }
    blocks
}

/// The page without its blocks and its code spans.
fn prose(page: &str) -> String {
    let mut inside = false;
    let lines = page.lines().filter(|line| {
        let fence = line.starts_with("```");
        inside ^= fence;
        !inside && !fence
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    text.split('`').step_by(2).collect()
}

fn page_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .flat_map(|path| {
            if path.is_dir() {
                page_files(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|ext| ext == "md"))
        .collect()
}

fn checks_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks")
}

/// The pages on disk: folder, name of the rule that the file is called after, text.
fn pages_on_disk() -> Vec<(String, String, String)> {
    page_files(&checks_folder())
        .into_iter()
        .map(|path| {
            let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
            let stem = path.file_stem().unwrap_or_default();
            (
                folder.to_string_lossy().into_owned(),
                stem.to_string_lossy().replace('_', "-"),
                fs::read_to_string(&path)
                    .unwrap_or_default()
                    .replace("\r\n", "\n"),
            )
        })
        .collect()
}

/// Each page shows its gap in both languages, so that every rule of the catalogue has fired here.
#[test]
fn the_rules_of_the_catalogue_all_fire_in_both_languages() {
    let fired = |lang: Lang| -> BTreeSet<&'static str> {
        let plans = checks::rules().filter_map(|rule| {
            let plan = blocks(rule.page(lang)).into_iter().next()?;
            let report = check_text(&plan);
            let mut found = report.findings.iter().map(|it| it.rule.code);
            found.any(|code| code == rule.code).then_some(rule.code)
        });
        plans.collect()
    };
    let codes: BTreeSet<&str> = checks::rules().map(|rule| rule.code).collect();
    let named: BTreeSet<&str> = CATALOGUE
        .into_iter()
        .filter_map(|name| Some(checks::rule(name)?.code))
        .collect();
    let lost = CATALOGUE
        .into_iter()
        .filter(|name| checks::rule(name).is_none());
    assert_none(lost.map(|name| format!("{name} is no rule")));
    assert_eq!(named.len(), CATALOGUE.len(), "two names for one rule");
    for lang in Lang::ALL {
        assert_eq!(fired(lang), codes, "{}", lang.tag());
    }
}

#[test]
fn codes_are_well_formed_sorted_and_unique_in_their_folder() {
    let mut faults = Vec::new();
    let mut seen = HashSet::new();
    for rules in checks::RULES {
        for pair in rules.windows(2) {
            if pair[0].code >= pair[1].code {
                faults.push(format!("{} stands before {}", pair[0].code, pair[1].code));
            }
        }
        for rule in *rules {
            let (letter, digits) = rule.code.split_at(1);
            if !FOLDERS.iter().any(|(_, l)| letter == l.to_string())
                || digits.len() != 3
                || !digits.bytes().all(|b| b.is_ascii_digit())
            {
                faults.push(format!("{} is no code", rule.code));
            }
            if !seen.insert(rule.code) {
                faults.push(format!("{} stands twice", rule.code));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn names_are_kebab_case_and_name_one_rule_only() {
    let mut faults = Vec::new();
    let mut owners: HashMap<String, &str> = HashMap::new();
    for rule in checks::rules() {
        let code = rule.code.to_ascii_lowercase();
        let names = [rule.name].into_iter().chain(rule.aliases.iter().copied());
        for name in names.map(str::to_owned).chain([code.clone()]) {
            if !is_kebab(&name) {
                faults.push(format!("{}: {name:?} is not kebab-case", rule.code));
            }
            if let Some(owner) = owners.insert(name.clone(), rule.code) {
                faults.push(format!("{name:?} names {owner} and {}", rule.code));
            }
        }
        for name in [rule.name, rule.code, &code] {
            if checks::rule(name).is_none_or(|found| found.code != rule.code) {
                faults.push(format!("{name:?} does not find {}", rule.code));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn every_page_has_its_rule_and_every_rule_its_page() {
    let pages = pages_on_disk();
    let mut faults = Vec::new();
    for (folder, name, text) in &pages {
        match checks::rules().find(|rule| rule.name == name) {
            None => faults.push(format!("{folder}/{name}: no rule")),
            Some(rule) => {
                if rule.page.replace("\r\n", "\n") != *text {
                    faults.push(format!("{folder}/{name}: the rule has another page"));
                }
                let letter = FOLDERS.iter().find(|(name, _)| name == folder);
                if letter.is_none_or(|(_, letter)| !rule.code.starts_with(*letter)) {
                    faults.push(format!("{} stands in {folder}", rule.code));
                }
            }
        }
    }
    for rule in checks::rules() {
        let count = pages
            .iter()
            .filter(|(_, name, _)| name == rule.name)
            .count();
        if count != 1 {
            faults.push(format!("{} {}: {count} pages", rule.code, rule.name));
        }
    }
    assert_none(faults);
}

#[test]
fn rules_speak_both_languages() {
    assert_none(in_both(|rule, lang| {
        [("title", rule.title), ("why", rule.why), ("ask", rule.ask)]
            .into_iter()
            .map(|(what, text)| (what, text.get(lang)))
            .filter(|(_, text)| {
                text.trim().is_empty()
                    || text.trim() != *text
                    || has_han(text) != (lang == Lang::Zh)
            })
            .map(|(what, text)| format!("{what}: {text:?}"))
            .collect()
    }));
}

#[test]
fn pages_have_their_headings_and_languages() {
    assert_none(in_both(|rule, lang| {
        let page = rule.page(lang);
        let mut faults = Vec::new();
        let found: Vec<&str> = page
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        let wanted: Vec<&str> = HEADINGS.iter().map(|text| text.get(lang)).collect();
        if found != wanted {
            faults.push(format!("headings {found:?}"));
        }
        let title = page.lines().next().unwrap_or_default();
        let name = match lang {
            Lang::En => rule.name,
            Lang::Zh => "",
        };
        if !title.starts_with(&format!("# {name}")) || !title.ends_with(&format!("({})", rule.code))
        {
            faults.push(format!("title {title:?}"));
        }
        let sections = page.split("\n## ").skip(1);
        for section in sections {
            let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
            if body.trim().is_empty() {
                faults.push(format!("{heading} is empty"));
            }
            let words = prose(body);
            if !words.trim().is_empty() && has_han(&words) != (lang == Lang::Zh) {
                faults.push(format!("{heading} is in the wrong language"));
            }
        }
        faults
    }));
}

#[test]
fn each_language_has_two_plans() {
    assert_none(in_both(|rule, lang| {
        let count = blocks(rule.page(lang)).len();
        (count != 2)
            .then(|| format!("{count} blocks"))
            .into_iter()
            .collect()
    }));
}

/// A finding as one line, for a failing test to show.
fn lines(text: &str, lang: Lang) -> Vec<String> {
    check_text(text)
        .findings
        .iter()
        .map(|it| format!("{} {} {}", it.rule.code, it.path, it.message(lang)))
        .collect()
}

#[test]
fn the_first_plan_of_a_page_has_the_gap() {
    assert_none(in_both(|rule, lang| {
        let Some(plan) = blocks(rule.page(lang)).into_iter().next() else {
            return Vec::new();
        };
        let report = check_text(&plan);
        let mut faults = Vec::new();
        if !report.findings.iter().any(|it| it.rule.code == rule.code) {
            faults.push(format!("does not fire; found {:#?}", lines(&plan, lang)));
        }
        if !rule.is_about_the_file() && report.findings.iter().any(|it| it.rule.is_about_the_file())
        {
            faults.push(format!("the file itself: {:#?}", lines(&plan, lang)));
        }
        faults
    }));
}

#[test]
fn the_second_plan_of_a_page_is_repaired() {
    assert_none(in_both(|rule, lang| {
        let Some(plan) = blocks(rule.page(lang)).into_iter().nth(1) else {
            return Vec::new();
        };
        let report = check_text(&plan);
        let wrong =
            |it: &&checks::Finding| it.rule.code == rule.code || it.rule.is_about_the_file();
        let mut faults = Vec::new();
        if report.findings.iter().any(|it| wrong(&it)) {
            faults.push(format!("still found: {:#?}", lines(&plan, lang)));
        }
        let lacking = report.unchecked.iter().find(|(it, _)| it.code == rule.code);
        if let Some((_, what)) = lacking {
            faults.push(format!("cannot be checked: {}", what.get(lang)));
        }
        faults
    }));
}

/// What a page's plans lead to is fit to be shown: filled in, in one language, inside the text.
#[test]
fn findings_are_fit_to_be_shown() {
    assert_none(in_both(|rule, lang| {
        let plans = blocks(rule.page(lang));
        let of_plan = |plan: &String| {
            let mut faults = Vec::new();
            for finding in check_text(plan).findings {
                let message = finding.message(lang);
                let (start, end) = (finding.span.start, finding.span.end);
                if plan.get(start..end).is_none() {
                    faults.push(format!("{start}..{end} is outside the text: {message}"));
                }
                let left = (0..6).any(|n| message.contains(&format!("{{{n}}}")));
                let closed = message.ends_with(['.', '?', '!', '。', '？', '！']);
                if left || !closed || (lang == Lang::Zh && !has_han(&message)) {
                    faults.push(format!("{message:?}"));
                }
                // The plans of the English page are in English, so all of the sentence is.
                if lang == Lang::En && has_han(&message) {
                    faults.push(format!("Chinese in {message:?}"));
                }
                if let Some(fix) = &finding.fix {
                    let repaired = fix.applied(plan);
                    let same = |it: &checks::Finding| {
                        it.rule.code == finding.rule.code && it.path == finding.path
                    };
                    if check_text(&repaired).findings.iter().any(same) {
                        faults.push(format!("{} is not repaired by its fix", finding.path));
                    }
                }
            }
            faults
        };
        plans.iter().flat_map(of_plan).collect()
    }));
}

/// Same file, same findings, same order.
#[test]
fn two_runs_report_the_same() {
    for rule in checks::rules() {
        for plan in Lang::ALL
            .into_iter()
            .flat_map(|lang| blocks(rule.page(lang)))
        {
            let (one, two) = (check_text(&plan), check_text(&plan));
            assert_eq!(format!("{one:?}"), format!("{two:?}"), "{}", rule.code);
        }
    }
}

#[test]
fn a_page_is_named_once_in_the_list_of_folders() {
    let folders: BTreeSet<String> = pages_on_disk().into_iter().map(|it| it.0).collect();
    assert_none(
        folders
            .into_iter()
            .filter(|folder| !FOLDERS.iter().any(|(name, _)| name == folder))
            .map(|folder| format!("{folder} has no letter")),
    );
}
