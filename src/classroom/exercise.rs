//! An exercise: a task with a plan to begin from, and what is judged in it.
//!
//! An exercise is a folder of small files, so that a teacher can copy one and change it:
//!
//! | file | what it is |
//! |---|---|
//! | `exercise.toml` | the task: brief, rules that matter, hints, questions, rows of the rubric |
//! | `start.en.toml`, `start.zh.toml` | the plan to begin from, in each language |
//! | `answer.en.toml`, `answer.zh.toml` | a worked answer; may be missing |
//! | `rubric.toml` | a rubric of the teacher's own; otherwise the standard one |
//!
//! The files are handed in as text. Ten exercises come with the program.

use jiff::civil::Date;

use super::both::Both;
use super::locks;
use super::rubric::{self, Rubric};
use super::sheet::{Fault, Sheet};
use crate::catalogue::Step;
use crate::checks::{Report, Rule, Selector, Settings, check_text_with};
use crate::plan::{self, Document, Literal, Path};
use crate::words::{Lang, Text};

/// The task of an exercise, which every folder of one has.
pub const TASK: &str = "exercise.toml";

/// Where a plan says which exercise it is of.
pub const FIELD: &str = "plan.exercise";

/// The criterion that every exercise is judged by beside its own: the line through all steps.
const CHAIN: &str = "G1";

/// An exercise.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// The name by which people ask for it and plans point to it: that of its folder.
    pub name: String,
    /// Its title.
    pub title: Both,
    /// What a student learns by it, in a sentence.
    pub aim: Both,
    /// The case and the task.
    pub brief: Both,
    /// How long it takes.
    pub minutes: u32,
    /// The steps that it is about.
    pub steps: Vec<Step>,
    /// The rules that matter: the starting plan breaks each of them.
    pub rules: Vec<&'static Rule>,
    /// Parts of the plan that a student must leave as they are.
    pub locked: Vec<Path>,
    /// Hints, in the order in which they unfold.
    pub hints: Vec<Hint>,
    /// Questions to be answered in writing.
    pub questions: Vec<Both>,
    /// What it is judged by: rows of a rubric and the written answers, 100 points in all.
    pub rubric: Rubric,
    /// Whether the worked answer may be shown.
    pub(super) allow_answer: bool,
    /// The day from which it may be shown.
    pub(super) answer_from: Option<Date>,
    pub(super) start: Both,
    pub(super) answer: Both,
}

/// A hint.
#[derive(Debug, Clone)]
pub struct Hint {
    /// The rule that it helps to satisfy; none for the exercise as a whole.
    pub rule: Option<&'static Rule>,
    /// What it says.
    pub says: Both,
}

/// A mistake in one of an exercise's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The file.
    pub file: String,
    /// The mistake.
    pub fault: Fault,
}

impl Wrong {
    /// Where and what, in a line: `exercise.toml:3:1: …`.
    pub fn message(&self, lang: Lang) -> String {
        let place = self.fault.place;
        let message = self.fault.message(lang);
        format!("{}:{}:{}: {message}", self.file, place.line, place.column)
    }
}

impl Exercise {
    /// Reads an exercise whose files `file` gives by name; `None` is a file that is not there.
    ///
    /// # Errors
    /// Every mistake in its task and rubric, and a starting plan that is missing or unreadable.
    pub fn read(name: &str, file: impl Fn(&str) -> Option<String>) -> Result<Exercise, Vec<Wrong>> {
        let mut wrongs = Vec::new();
        let rubric = match file("rubric.toml") {
            Some(text) => Rubric::read(&text).unwrap_or_else(|faults| {
                wrongs.extend(faults.into_iter().map(|it| Wrong::new("rubric.toml", it)));
                Rubric::standard()
            }),
            None => Rubric::standard(),
        };
        let text = file(TASK).unwrap_or_default();
        let plan = |kind: &str, lang: Lang| file(&format!("{kind}.{}.toml", lang.tag()));
        let both = |kind: &str| Both {
            en: plan(kind, Lang::En).unwrap_or_default(),
            zh: plan(kind, Lang::Zh).unwrap_or_default(),
        };
        let (start, answer) = (both("start"), both("answer"));
        for lang in Lang::ALL {
            wrongs.extend(unsound(
                &format!("start.{}.toml", lang.tag()),
                start.get(lang),
            ));
            if !answer.get(lang).is_empty() {
                wrongs.extend(unsound(
                    &format!("answer.{}.toml", lang.tag()),
                    answer.get(lang),
                ));
            }
        }
        let read = Sheet::open(&text).and_then(|sheet| task(sheet, name, &rubric, start, answer));
        match read {
            Ok(exercise) if wrongs.is_empty() => Ok(exercise),
            Ok(_) => Err(wrongs),
            Err(faults) => {
                wrongs.extend(faults.into_iter().map(|it| Wrong::new(TASK, it)));
                Err(wrongs)
            }
        }
    }

    /// The plan to begin from, which says what exercise it is of.
    ///
    /// The names of exercises that come with the program stand in their plans already; this is
    /// for a teacher's copy under another name.
    pub fn start(&self, lang: Lang) -> String {
        let mut document = Document::parse(self.start.get(lang));
        let path = Path::parse(FIELD);
        let named = Literal::Line(self.name.clone());
        if name_in(document.text()).as_ref() != Some(&self.name)
            && let Ok(edit) = document.set(&path, &named)
        {
            document.apply(&edit);
        }
        document.text().to_owned()
    }

    /// Everything that is the teacher's: the plans to begin from and the worked answers.
    ///
    /// It is for comparing what students wrote, never for showing.
    pub fn given(&self) -> impl Iterator<Item = String> {
        let all = Lang::ALL
            .iter()
            .flat_map(|lang| [self.start.get(*lang), self.answer.get(*lang)]);
        all.filter(|it| !it.is_empty()).map(str::to_owned)
    }

    /// The worked answer, where there is one and the teacher lets it be seen on this day.
    pub fn answer(&self, lang: Lang, today: Option<Date>) -> Option<&str> {
        let text = self.answer.get(lang);
        (!text.is_empty() && self.shows_answer(today)).then_some(text)
    }

    /// Whether the worked answer may be shown on this day; without a day a date has not passed.
    pub fn shows_answer(&self, today: Option<Date>) -> bool {
        let passed = self
            .answer_from
            .zip(today)
            .is_some_and(|(from, today)| from <= today);
        self.allow_answer || passed
    }

    /// The day from which the worked answer may be shown, if one is set.
    pub fn answer_from(&self) -> Option<Date> {
        self.answer_from
    }

    /// Whether the exercise is about what a rule finds.
    pub fn is_about(&self, rule: &Rule) -> bool {
        self.rules.iter().any(|it| it.code == rule.code)
    }

    /// The hints for a rule, in order.
    pub fn hints_for<'e>(&'e self, rule: &'e Rule) -> impl Iterator<Item = &'e Hint> {
        let about = |hint: &Hint, rule: &Rule| hint.rule.is_some_and(|it| it.code == rule.code);
        self.hints.iter().filter(move |hint| about(hint, rule))
    }

    /// A check that looks only at what the exercise is judged by, as far as it gives something to
    /// look at.
    ///
    /// What an exercise about one step leaves empty is nobody's gap: rules that find no data in the
    /// plan to begin from nor in the worked answer are left out, unless the exercise is about them.
    pub fn settings(&self) -> Settings {
        let rules: Vec<_> = (self.rubric.criteria.iter())
            .flat_map(|it| &it.rules)
            .copied()
            .collect();
        let select = |rules: &[&'static Rule]| Settings {
            select: (rules.iter())
                .filter_map(|rule| Selector::parse(rule.code))
                .collect(),
            ..Settings::default()
        };
        let all = select(&rules);
        let texts = Lang::ALL.map(|lang| [self.start.get(lang), self.answer.get(lang)]);
        let reports: Vec<Report> = (texts.iter().flatten())
            .map(|text| check_text_with(text, &all))
            .collect();
        let is_asked = |rule: &&'static Rule| {
            rule.is_about_answers()
                || self.is_about(rule)
                || reports.iter().any(|it| it.has_looked(rule))
        };
        let asked: Vec<_> = rules.iter().copied().filter(is_asked).collect();
        select(&asked)
    }

    /// The locked parts that differ in a plan from every plan to begin from.
    pub fn changed(&self, text: &str) -> Vec<&Path> {
        let document = Document::parse(text);
        let changed = |lang: Lang| {
            let start = Document::parse(self.start.get(lang));
            locks::changed(&self.locked, &start, &document)
        };
        let (en, zh) = (changed(Lang::En), changed(Lang::Zh));
        if en.len() <= zh.len() { en } else { zh }
    }

    /// Why an edit is refused, in a sentence: it would change a locked part that nobody has changed
    /// yet, or which exercise the plan is of.
    ///
    /// A part that is changed already may be edited: it has to be put right somehow.
    pub fn refusal(&self, before: &str, after: &str, lang: Lang) -> Option<String> {
        let named = name_in(before);
        if named.as_deref() == Some(self.name.as_str()) && name_in(after) != named {
            let what = Text::new(
                "This plan is of the exercise “{0}” and stays so: your teacher finds it by that.",
                "这份计划属于练习“{0}”，不能改：老师凭它来收。",
            );
            return Some(what.fill(lang, &[self.title.get(lang)]));
        }
        if self.locked.is_empty() {
            return None;
        }
        let known = self.changed(before);
        let changed = self.changed(after);
        let path = changed.into_iter().find(|it| !known.contains(it))?;
        let what = Text::new(
            "The exercise keeps “{0}” as it was given: everyone works with the same. Change what rests on it.",
            "练习规定“{0}”保持原样，大家用同一份材料。请改动其他部分。",
        );
        Some(what.fill(lang, &[locks::named(path, lang)]))
    }

    /// The locked part that a path of the plan lies in, holds, or is.
    pub fn lock_of(&self, path: &Path) -> Option<&Path> {
        self.locked.iter().find(|lock| path.starts_with(lock))
    }
}

/// Which exercise a plan says it is of.
pub(super) fn name_in(text: &str) -> Option<String> {
    let name = Document::parse(text).value(FIELD)?;
    Some(name.plain())
}

impl Wrong {
    fn new(file: &str, fault: Fault) -> Wrong {
        Wrong {
            file: file.to_owned(),
            fault,
        }
    }
}

/// What is wrong with a plan of an exercise, so that nobody could work in it.
fn unsound(file: &str, text: &str) -> Option<Wrong> {
    let reading = plan::read(text);
    if !text.is_empty() && reading.problems.is_empty() {
        return None;
    }
    let what = Text::new(
        "The plan is missing, or `farsight check` has something to say about its form.",
        "缺少这份计划，或者它的格式有问题，请用 `farsight check` 查看。",
    );
    let byte = reading.problems.first().map_or(0, |it| it.span.start);
    Some(Wrong::new(file, Fault::at(text, byte, what)))
}

fn task(
    mut sheet: Sheet<'_>,
    name: &str,
    rubric: &Rubric,
    start: Both,
    answer: Both,
) -> Result<Exercise, Vec<Fault>> {
    const KEYS: [&str; 12] = [
        "exercise",
        "minutes",
        "steps",
        "rules",
        "locked",
        "rubric",
        "allow_answer",
        "answer_from",
        "en",
        "zh",
        "hints",
        "questions",
    ];
    let begins = Text::new(
        "This is no exercise that can be read here: its first line is `exercise = 1`.",
        "这不是可读取的练习：第一行应是 `exercise = 1`。",
    );
    sheet.only("", &KEYS);
    sheet.begins("exercise", begins);
    for lang in Lang::ALL {
        sheet.only(lang.tag(), &["title", "aim", "brief"]);
    }
    let minutes = sheet.number("minutes", 5, 1000);
    let exercise = Exercise {
        name: name.to_owned(),
        title: sheet.pair("en.title", "zh.title"),
        aim: sheet.pair("en.aim", "zh.aim"),
        brief: sheet.pair("en.brief", "zh.brief"),
        minutes: u32::try_from(minutes).unwrap_or_default(),
        steps: sheet.choices("steps", &rubric::STEPS),
        rules: rubric::rules(&mut sheet, "rules"),
        locked: sheet
            .list("locked")
            .iter()
            .map(|it| Path::parse(it))
            .collect(),
        hints: hints(&mut sheet),
        questions: questions(&mut sheet),
        rubric: rows(&mut sheet, rubric),
        allow_answer: sheet.flag("allow_answer"),
        answer_from: sheet.day("answer_from"),
        start,
        answer,
    };
    sheet.close(exercise)
}

fn hints(sheet: &mut Sheet) -> Vec<Hint> {
    let rows = sheet.rows("hints");
    let mut hints = Vec::with_capacity(rows.len());
    for row in rows {
        sheet.only(&row, &["rule", "en", "zh"]);
        let at = format!("{row}.rule");
        let rule = sheet.has(&at).then(|| sheet.text(&at));
        hints.push(Hint {
            rule: rule.and_then(|name| rubric::rule(sheet, &at, &name)),
            says: sheet.both(&row),
        });
    }
    hints
}

fn questions(sheet: &mut Sheet) -> Vec<Both> {
    let rows = sheet.rows("questions");
    rows.iter()
        .map(|row| {
            sheet.only(row, &["en", "zh"]);
            sheet.both(row)
        })
        .collect()
}

/// The rows of a rubric that an exercise names, with the chain and the written answers.
fn rows(sheet: &mut Sheet, rubric: &Rubric) -> Rubric {
    let mut codes = sheet.list("rubric");
    for code in &codes {
        if rubric.criterion(code).is_none() {
            let what = Text::new(
                "The rubric has no criterion “{0}”; it has {1}.",
                "评分表里没有“{0}”这一项；有：{1}。",
            );
            let all: Vec<&str> = rubric.criteria.iter().map(|it| it.code.as_str()).collect();
            sheet.fault("rubric", what, &[code, &all.join(", ")]);
        }
    }
    if !codes.iter().any(|it| it.eq_ignore_ascii_case(CHAIN)) {
        codes.push(CHAIN.to_owned());
    }
    rubric.of_exercise(&codes)
}
