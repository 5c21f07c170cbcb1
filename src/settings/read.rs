//! Reading the settings of a project, from its file or from the command line.

use std::path::Path;

use rust_decimal::Decimal;

use super::{FailOn, Origin, Project};
use crate::checks::profile::PROFILES;
use crate::checks::thresholds::{THRESHOLDS, threshold};
use crate::checks::{self, Profile, Selector, Severity};
use crate::plan::{self, Document, Lines, Place, Scalar};
use crate::words::{Lang, Text};

/// The keys of the file, with what they do; those of a table are given with a dot.
pub const KEYS: &[(&str, Text)] = &[
    (
        "select",
        Text::new(
            "Rules that run: names, codes, families such as N or N1; all if there is none.",
            "要运行的规则：名称、代码，或 N、N1 这样的类别；不写则全部运行。",
        ),
    ),
    (
        "ignore",
        Text::new("Rules that do not run.", "不运行的规则。"),
    ),
    (
        "profile",
        Text::new(
            "draft, review or classroom.",
            "draft、review 或 classroom。",
        ),
    ),
    (
        "fail_on",
        Text::new(
            "The mildest finding that fails a check: error, warning, advice or never.",
            "从哪一级起算未通过：error、warning、advice 或 never。",
        ),
    ),
    (
        "baseline",
        Text::new(
            "The file of findings that are known already, beside this file.",
            "记录已知结果的基线文件，相对本文件所在位置。",
        ),
    ),
    (
        "severity",
        Text::new(
            "A rule and its severity: error, warning, advice or off.",
            "规则及其级别：error、warning、advice 或 off（关闭）。",
        ),
    ),
    (
        "thresholds",
        Text::new(
            "Numbers at which rules begin to speak.",
            "规则开始提示的界限值。",
        ),
    ),
    (
        "words",
        Text::new(
            "Words of your trade, in any language.",
            "本行业的用词，中英文皆可。",
        ),
    ),
];

/// The lists of words.
pub(super) const WORDS: [&str; 3] = ["superlatives", "category", "allowed"];

/// A mistake in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands in the file.
    pub place: Place,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    what: Text,
    args: Vec<String>,
    /// The word that it is about, where it is one of several or the key itself.
    word: Option<String>,
    /// What was probably meant.
    near: Option<String>,
}

impl Wrong {
    fn new(what: Text, args: &[&str]) -> Wrong {
        Wrong {
            what,
            args: args.iter().map(|&arg| arg.to_owned()).collect(),
            word: None,
            near: None,
        }
    }

    /// What is wrong, and what was probably meant.
    pub fn message(&self, lang: Lang) -> String {
        let what = self.what.fill(lang, &self.args);
        match &self.near {
            None => what,
            Some(near) => {
                let text = Text::new("{0} Did you mean “{1}”?", "{0}你是不是要写“{1}”？");
                text.fill(lang, &[what.as_str(), near])
            }
        }
    }

    fn about(mut self, word: &str) -> Wrong {
        self.word = Some(word.to_owned());
        self
    }

    fn near(mut self, near: Option<&str>) -> Wrong {
        self.near = near.map(str::to_owned);
        self
    }
}

impl Project {
    /// Reads the file of a project; paths in it are relative to its folder.
    ///
    /// # Errors
    /// Every mistake with its place.
    pub fn read(text: &str, folder: &Path) -> Result<Project, Vec<Fault>> {
        let lines = Lines::of(text);
        if let Some(byte) = plan::syntax_error(text) {
            let what = Text::new("This is not TOML from here on.", "从这里起不符合TOML语法。");
            return Err(vec![Fault {
                place: lines.place(byte),
                wrong: Wrong::new(what, &[]),
            }]);
        }
        let document = Document::parse(text);
        let mut project = Project::default();
        let mut faults = Vec::new();
        for names in settings(&document) {
            let path = plan::Path::new(names.iter().map(String::as_str));
            let span = document.span(&path).unwrap_or_default();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let value = document.get(&path);
            let line = lines.place(span.start).line;
            let set = project.set(&names, value.as_ref(), Origin::Line(line), folder);
            if let Err(wrong) = set {
                let word = wrong.word.as_deref().unwrap_or_default();
                // A key stands before its value, a word of a list in it.
                let inside = text.get(span.clone()).and_then(|it| it.find(word));
                let before = || text.get(..span.start)?.rfind(word);
                let byte = match inside.filter(|_| !word.is_empty()) {
                    Some(at) => span.start + at,
                    None if word.is_empty() => span.start,
                    None => before().unwrap_or(span.start),
                };
                faults.push(Fault {
                    place: lines.place(byte),
                    wrong,
                });
            }
        }
        if faults.is_empty() {
            Ok(project)
        } else {
            Err(faults)
        }
    }

    /// Sets one value: a key, or a table and its key.
    ///
    /// # Errors
    /// When there is no such key, or the value does not fit it.
    pub fn set(
        &mut self,
        names: &[&str],
        value: Option<&Scalar>,
        origin: Origin,
        folder: &Path,
    ) -> Result<(), Wrong> {
        let mut key = names.join(".");
        match *names {
            ["select"] => self.checks.select = selectors(names, value)?,
            ["ignore"] => self.checks.ignore = selectors(names, value)?,
            ["profile"] => {
                let word = word(names, value)?;
                self.checks.profile = Profile::from_key(word)
                    .ok_or_else(|| no_word(names, word, PROFILES.iter().map(|it| it.key)))?;
            }
            ["fail_on"] => {
                let word = word(names, value)?;
                let found = FailOn::ALL.iter().find(|(_, key)| *key == word);
                let keys = || FailOn::ALL.iter().map(|(_, key)| *key);
                self.fail_on = found.ok_or_else(|| no_word(names, word, keys()))?.0;
            }
            ["baseline"] => {
                let file = word(names, value)?;
                self.baseline = (!file.is_empty()).then(|| folder.join(file));
            }
            ["severity", name] => {
                let (rule, severity) = graded(name, word(names, value)?, names)?;
                key = format!("severity.{rule}");
                self.checks.severities.retain(|(it, _)| *it != rule);
                self.checks.severities.push((rule, severity));
            }
            ["thresholds", name] => {
                let (name, number) = moved(name, value)?;
                self.checks.thresholds.push((name, number));
            }
            ["words", list] => {
                let words = words(names, value)?;
                let known = &mut self.checks.words;
                match list {
                    "superlatives" => known.superlatives = words,
                    "category" => known.category = words,
                    "allowed" => known.allowed = words,
                    _ => return Err(no_key(list, WORDS.into_iter())),
                }
            }
            ["severity" | "thresholds" | "words"] => {
                let what = Text::new("“{0}” is a table: [{0}].", "“{0}”应写成一个表：[{0}]。");
                return Err(Wrong::new(what, &[&key]));
            }
            [.., name] => return Err(no_key(name, KEYS.iter().map(|(key, _)| *key))),
            [] => return Ok(()),
        }
        self.origins.insert(key, origin);
        Ok(())
    }
}

/// Every setting of a file: its key, or its table and key.
fn settings(document: &Document) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for key in document.keys(&plan::Path::default()) {
        let path = plan::Path::new([key.as_str()]);
        let is_table = document.get(&path).is_none();
        let inside = document.keys(&path);
        if is_table && ["severity", "thresholds", "words"].contains(&key.as_str()) {
            all.extend(inside.into_iter().map(|name| vec![key.clone(), name]));
        } else {
            all.push(vec![key]);
        }
    }
    all
}

fn words(names: &[&str], value: Option<&Scalar>) -> Result<Vec<String>, Wrong> {
    let texts = match value {
        Some(Scalar::List(items)) => items.iter().map(text).collect(),
        Some(value) => text(value).map(|text| vec![text]),
        None => None,
    };
    texts.ok_or_else(|| {
        let what = Text::new(
            "“{0}” takes a list of texts in quotes.",
            "“{0}”应是一列加引号的文字。",
        );
        Wrong::new(what, &[&names.join(".")])
    })
}

fn text(value: &Scalar) -> Option<String> {
    match value {
        Scalar::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn word<'v>(names: &[&str], value: Option<&'v Scalar>) -> Result<&'v str, Wrong> {
    match value {
        Some(Scalar::Text(text)) => Ok(text),
        _ => {
            let what = Text::new("“{0}” takes a text in quotes.", "“{0}”应是加引号的文字。");
            Err(Wrong::new(what, &[&names.join(".")]))
        }
    }
}

fn selectors(names: &[&str], value: Option<&Scalar>) -> Result<Vec<Selector>, Wrong> {
    let words = words(names, value)?;
    let selector = |word: &String| {
        let selector = Selector::parse(word).ok_or_else(|| no_rule(word))?;
        // A family may be ignored: what cannot be switched off in it stays on.
        match checks::rule(word).filter(|rule| names == ["ignore"] && rule.is_bedrock()) {
            Some(rule) => Err(bedrock(rule.name).about(word)),
            None => Ok(selector),
        }
    };
    words.iter().map(selector).collect()
}

/// A rule and the severity it is given; none switches it off.
fn graded(
    name: &str,
    word: &str,
    names: &[&str],
) -> Result<(&'static str, Option<Severity>), Wrong> {
    let rule = checks::rule(name).ok_or_else(|| no_rule(name))?;
    if rule.is_bedrock() {
        return Err(bedrock(rule.name).about(name));
    }
    if word == "off" {
        return Ok((rule.name, None));
    }
    let severity = Severity::ALL.into_iter().find(|it| it.key() == word);
    let keys = || Severity::ALL.into_iter().map(Severity::key).chain(["off"]);
    let severity = severity.ok_or_else(|| no_word(names, word, keys()))?;
    Ok((rule.name, Some(severity)))
}

/// A threshold and the number it is given.
fn moved(name: &str, value: Option<&Scalar>) -> Result<(&'static str, Decimal), Wrong> {
    let known = threshold(name).ok_or_else(|| no_key(name, THRESHOLDS.iter().map(|it| it.name)))?;
    let number = match value {
        Some(Scalar::Bare(text)) => text.replace('_', "").parse().ok(),
        _ => None,
    };
    number
        .filter(|number| known.takes(*number))
        .map(|number| (known.name, number))
        .ok_or_else(|| {
            let what = Text::new(
                "“{0}” takes a number from {1} to {2}.",
                "“{0}”应是{1}到{2}之间的数字。",
            );
            let (least, most) = known.range;
            Wrong::new(what, &[name, &least.to_string(), &most.to_string()])
        })
}

fn no_key<'k>(name: &str, keys: impl Iterator<Item = &'k str> + Clone) -> Wrong {
    let what = Text::new(
        "There is no setting “{0}”; there are {1}.",
        "没有“{0}”这项设置；可用的有：{1}。",
    );
    let all: Vec<&str> = keys.clone().collect();
    let wrong = Wrong::new(what, &[name, &all.join(", ")]).about(name);
    wrong.near(nearest(name, keys))
}

fn no_word<'k>(names: &[&str], word: &str, words: impl Iterator<Item = &'k str> + Clone) -> Wrong {
    let what = Text::new(
        "“{0}” cannot be “{1}”: use {2}.",
        "“{0}”不能是“{1}”，可用：{2}。",
    );
    let all: Vec<&str> = words.clone().collect();
    let wrong = Wrong::new(what, &[&names.join("."), word, &all.join(", ")]);
    wrong.near(nearest(word, words))
}

fn no_rule(name: &str) -> Wrong {
    let what = Text::new("There is no rule “{0}”.", "没有“{0}”这条规则。");
    let names = checks::rules().map(|rule| rule.name);
    Wrong::new(what, &[name])
        .about(name)
        .near(nearest(name, names))
}

fn bedrock(name: &str) -> Wrong {
    let what = Text::new(
        "“{0}” cannot be switched off or graded anew: it is an error of the file itself.",
        "“{0}”不能关闭，也不能改级别：那是文件本身的错误。",
    );
    Wrong::new(what, &[name])
}

fn nearest<'k>(name: &str, all: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let wanted = name.to_lowercase();
    all.map(|it| (strsim::jaro_winkler(&wanted, it), it))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, it)| it)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str, lang: Lang) -> Vec<String> {
        let faults = Project::read(text, Path::new("")).unwrap_err();
        let line = |it: &Fault| {
            let Place { line, column } = it.place;
            format!("{line}:{column} {}", it.wrong.message(lang))
        };
        faults.iter().map(line).collect()
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "([a-z_]{1,9}|\\[|\\]|\\[words\\]|=|'|\"|\n|\\.| |,|需要|select|severity|[0-9]){0,30}") {
            let _ = Project::read(&text, Path::new(""));
            let _ = crate::checks::baseline::Baseline::read(&text);
        }
    }

    #[test]
    fn every_key_is_read_with_its_line() {
        let text = "select = ['N', 'v307']\nignore = 'orphan-element'\nprofile = 'draft'\n\
            fail_on = 'advice'\nbaseline = '已知.json'\n[severity]\nN103 = 'advice'\n\
            placeholder-left = 'off'\n[thresholds]\nimportant-need = 5\n[words]\n\
            superlatives = ['next-gen', '遥遥领先']\nallowed = ['一流']\n";
        let project = Project::read(text, Path::new("房")).unwrap();
        assert_eq!(project.checks.select.len(), 2);
        assert_eq!(project.checks.ignore[0].as_str(), "orphan-element");
        assert_eq!(project.checks.profile, Profile::Draft);
        assert_eq!(project.fail_on, FailOn::Advice);
        assert_eq!(project.baseline.as_deref(), Some(Path::new("房/已知.json")));
        assert_eq!(
            project.checks.severities,
            [
                ("need-phrased-as-our-product", Some(Severity::Advice)),
                ("placeholder-left", None)
            ]
        );
        assert_eq!(project.checks.words.superlatives, ["next-gen", "遥遥领先"]);
        assert!(project.checks.words.allows("一流") && !project.checks.words.allows("一"));
        for (key, line) in [
            ("ignore", 2),
            ("severity.need-phrased-as-our-product", 7),
            ("thresholds.important-need", 10),
            ("words.allowed", 13),
        ] {
            assert_eq!(project.origin(key), Origin::Line(line), "{key}");
        }
        assert_eq!(project.origin("words.category"), Origin::Default);
    }

    #[test]
    fn a_slip_is_told_with_its_place_and_what_was_meant() {
        let text = "selct = ['N']\nignore = ['N1', 'orphan-elemnt']\nprofile = 'drft'\n\
            [severity]\nsyntax-error = 'off'\nN103 = 'warn'\n[thresholds]\nimportant-need = 9\n\
            [wrods]\nx = 1\n[words]\nsuperlative = ['遥遥领先']\nallowed = 3\n";
        let names = "select, ignore, profile, fail_on, baseline, severity, thresholds, words";
        assert_eq!(
            faults(text, Lang::En),
            [
                format!(
                    "1:1 There is no setting “selct”; there are {names}. Did you mean “select”?"
                )
                .as_str(),
                "2:18 There is no rule “orphan-elemnt”. Did you mean “orphan-element”?",
                "3:11 “profile” cannot be “drft”: use draft, review, classroom. Did you mean “draft”?",
                "5:1 “syntax-error” cannot be switched off or graded anew: it is an error of the file itself.",
                "6:8 “severity.N103” cannot be “warn”: use error, warning, advice, off. Did you mean “warning”?",
                "8:18 “important-need” takes a number from 1 to 5.",
                format!(
                    "9:2 There is no setting “wrods”; there are {names}. Did you mean “words”?"
                )
                .as_str(),
                "12:1 There is no setting “superlative”; there are superlatives, category, allowed. Did you mean “superlatives”?",
                "13:11 “words.allowed” takes a list of texts in quotes.",
            ]
        );
        assert_eq!(
            faults(
                "\"档案\" = 'draft'\nprofile = '草稿'\nignore = ['第九条']\n",
                Lang::Zh
            ),
            [
                "1:2 没有“档案”这项设置；可用的有：select, ignore, profile, fail_on, baseline, severity, thresholds, words。",
                "2:11 “profile”不能是“草稿”，可用：draft, review, classroom。",
                "3:12 没有“第九条”这条规则。",
            ]
        );
        assert_eq!(
            faults("profile = \"草\n", Lang::Zh),
            ["1:13 从这里起不符合TOML语法。"]
        );
    }
}
