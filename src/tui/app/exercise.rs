//! Commands of exercises: beginning one, reading its case, unfolding its hints.

use std::collections::BTreeSet;
use std::path::Path;

use super::{App, Place};
use crate::classroom::{self, Exercise, exercises};
use crate::store::{self, folder, names};
use crate::tui::dialog::{Act, Dialog, Look};
use crate::tui::picker::{Item, Pick, Picker};
use crate::words::{Text, date};

impl App {
    /// Shows the exercises to begin from.
    pub fn new_from_exercise(&mut self) {
        let lang = self.desk.lang;
        let item = |it: &Exercise| {
            let minutes = it.minutes.to_string();
            let detail = Text::new("{0} min · {1}", "{0}分钟 · {1}");
            let detail = detail.fill(lang, &[minutes.as_str(), it.aim.get(lang)]);
            Item::new(it.title.get(lang), detail, Pick::Exercise(it.name.clone()))
        };
        let (own, wrong) = self.own_exercises();
        let items = own.iter().map(item);
        let others = exercises();
        let others = others
            .iter()
            .filter(|it| own.iter().all(|own| own.name != it.name));
        let items = items.chain(others.map(item)).collect();
        let title = Text::new("Begin an exercise", "开始一个练习");
        self.pick(Picker::new(title.get(lang), items).told());
        if let Some(wrong) = wrong {
            self.desk.complain(wrong);
        }
    }

    /// The exercises whose folders lie in the folder of the list, where plans find them, and what is
    /// the matter with the first that cannot be used.
    fn own_exercises(&self) -> (Vec<Exercise>, Option<String>) {
        let lang = self.desk.lang;
        let home = &self.desk.folder;
        let found = folder::plans(home).map_or_else(|_| Vec::new(), |it| it.plans);
        let places: BTreeSet<&Path> = found.iter().filter_map(|it| it.path.parent()).collect();
        let is_found = |it: &&Path| {
            let above = it.parent();
            above == Some(home) || above == Some(home.join("exercises").as_path())
        };
        let (mut own, mut wrong) = (Vec::new(), None);
        for place in places.into_iter().filter(is_found) {
            let file = |name: &str| store::text(&place.join(name)).ok();
            let name = place.file_name().unwrap_or_default().to_string_lossy();
            if file(classroom::exercise::TASK).is_none() {
                continue;
            }
            match Exercise::read(&name, file) {
                Ok(exercise) => own.push(exercise),
                Err(wrongs) => {
                    let first = wrongs
                        .first()
                        .map(|it| format!("{name}/{}", it.message(lang)));
                    wrong = wrong.or(first);
                }
            }
        }
        (own, wrong)
    }

    /// Begins an exercise: its plan is written into the folder, opened, and its case is shown.
    pub(super) fn begin_exercise(&mut self, name: &str) {
        let (own, _) = self.own_exercises();
        let own = own.into_iter().find(|it| it.name == name);
        let Some(exercise) = own.or_else(|| classroom::exercise(name)) else {
            return;
        };
        let path = names::free_name(&self.desk.folder, &exercise.name);
        let text = exercise.start(self.desk.lang);
        match store::save(&path, text.as_bytes(), None) {
            Ok(_) => {
                self.open_plan(&path);
                self.go_next();
                self.show_exercise();
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Shows the case of the exercise, what is asked, and the hints that have unfolded.
    pub fn show_exercise(&mut self) {
        self.show_case(false);
    }

    fn show_case(&mut self, to_the_end: bool) {
        let lang = self.desk.lang;
        let lesson = self.desk.session.as_ref().and_then(|it| it.lesson.as_ref());
        let Some(lesson) = lesson else {
            self.no_exercise();
            return;
        };
        let exercise = &lesson.exercise;
        let mut text: Vec<(String, Look)> = Vec::new();
        let plain = |text: &str| (text.to_owned(), Look::Plain);
        let gap = || (String::new(), Look::Plain);
        text.push((exercise.aim.get(lang).to_owned(), Look::Dim));
        text.push(gap());
        text.extend(exercise.brief.get(lang).split('\n').map(plain));
        let mut part = |title: Text, lines: Vec<String>| {
            if !lines.is_empty() {
                text.push(gap());
                text.push((title.get(lang).to_owned(), Look::Title));
                text.extend(lines.iter().map(|line| plain(line)));
            }
        };
        let rules = exercise
            .rules
            .iter()
            .map(|it| it.title.get(lang).to_owned());
        part(Text::new("What to look for", "要找的问题"), rules.collect());
        let locked = exercise.locked.iter().map(|it| classroom::named(it, lang));
        part(Text::new("Leave as it is", "不要改动"), locked.collect());
        let questions = exercise.questions.iter().map(|it| it.get(lang).to_owned());
        part(
            Text::new("Answer in writing", "请书面回答"),
            questions.collect(),
        );
        let shown: Vec<String> = lesson
            .hints(None)
            .map(|it| it.says.get(lang).to_owned())
            .collect();
        let left = lesson.folded(None);
        let (all, opened) = (shown.len() + left, shown.len());
        let hints = Text::new("Hints for the whole: {0} of {1}", "整体提示：{0}/{1}");
        let title = hints.fill(lang, &[opened.to_string(), all.to_string()]);
        if all > 0 {
            text.push(gap());
            text.push((title, Look::Title));
            text.extend(shown.iter().map(|line| plain(line)));
            let more = Text::new(
                "Enter unfolds the next one. Hints for one field: Alt-H in that field.",
                "按回车展开下一条。某个字段的提示：在该字段按 Alt-H。",
            );
            let none = Text::new(
                "Hints for one field: Alt-H in that field.",
                "某个字段的提示：在该字段按 Alt-H。",
            );
            let how = if left > 0 { more } else { none };
            text.push((how.get(lang).to_owned(), Look::Dim));
        }
        let answer = exercise.answer(lang, self.desk.today).is_some();
        if let Some(said) = self.of_the_answer(exercise, left > 0) {
            text.push(gap());
            let title = Text::new("Worked answer", "参考答案");
            text.push((title.get(lang).to_owned(), Look::Title));
            text.push((said, Look::Dim));
        }
        let dialog = Dialog::read(exercise.title.get(lang), text);
        let dialog = match (left > 0, answer) {
            (true, _) => dialog.then(Text::new("next hint", "下一条提示"), Act::NextHint),
            (false, true) => dialog.then(Text::new("worked answer", "参考答案"), Act::WorkedAnswer),
            (false, false) => dialog,
        };
        self.show(if to_the_end { dialog.at_end() } else { dialog });
    }

    /// Whether the worked answer is shown, and if not, who decides or when that changes.
    fn of_the_answer(&self, exercise: &Exercise, hints: bool) -> Option<String> {
        let lang = self.desk.lang;
        if exercise.answer(lang, self.desk.today).is_some() {
            let text = if hints {
                Text::new(
                    "Your teacher shows it. It comes after the last hint.",
                    "老师已公布。看完提示后可以查看。",
                )
            } else {
                Text::new("Your teacher shows it: Enter.", "老师已公布：按回车查看。")
            };
            return Some(text.get(lang).to_owned());
        }
        let from = exercise.answer_from()?;
        let text = Text::new("It is shown from {0}.", "{0}起公布。");
        Some(text.fill(lang, &[date::show(from, lang)]))
    }

    /// Shows the worked answer, where the teacher lets it be seen.
    pub(super) fn worked_answer(&mut self) {
        let lang = self.desk.lang;
        let lesson = self.desk.session.as_ref().and_then(|it| it.lesson.as_ref());
        let answer = lesson.and_then(|it| it.exercise.answer(lang, self.desk.today));
        let Some(answer) = answer else { return };
        let told = Text::new(
            "One good answer among several. Compare its reasons with yours, not its words.",
            "好答案不止一个。比较它的理由和你的理由，不必比较字句。",
        );
        let mut text = vec![(told.get(lang).to_owned(), Look::Dim)];
        text.push((String::new(), Look::Plain));
        text.extend(answer.lines().map(|line| {
            let look = if line.starts_with('[') {
                Look::Title
            } else {
                Look::Plain
            };
            (line.to_owned(), look)
        }));
        let title = Text::new("Worked answer", "参考答案");
        self.show(Dialog::read(title.get(lang), text));
    }

    /// Says which locked parts a text that came from outside has changed.
    pub(super) fn tell_changed(&mut self) {
        let lang = self.desk.lang;
        let changed = self.desk.session.as_ref().and_then(|session| {
            let lesson = session.lesson.as_ref()?;
            lesson.changed(session.document.text(), lang)
        });
        if let Some(changed) = changed {
            let text = Text::new(
                "{0} was given by the exercise and differs now. Undo, or put it back: your teacher sees it.",
                "{0}是练习给定的，现在不一样了。请撤销或改回，老师会看到。",
            );
            self.desk.complain(text.fill(lang, &[changed]));
        }
    }

    /// Unfolds the next hint for what was found here, or for the exercise.
    pub fn next_hint(&mut self) {
        self.unfold(false);
    }

    /// Unfolds the next hint for the whole exercise.
    pub(super) fn next_hint_for_all(&mut self) {
        self.unfold(true);
    }

    fn unfold(&mut self, for_all: bool) {
        self.look();
        let lang = self.desk.lang;
        let Some(mut session) = self.desk.session.take() else {
            return;
        };
        let mut lesson = session.lesson.take();
        let unfolded = lesson.as_mut().map(|lesson| {
            let here = if for_all {
                Vec::new()
            } else if self.place == Place::Findings {
                self.findings.chosen(&session).into_iter().collect()
            } else {
                self.workbench.findings_here(&session)
            };
            let general = lesson.hints(None).count();
            let hint = lesson.unfold(&here).map(|it| it.says.get(lang).to_owned());
            let kept = hint.as_ref().map_or(Ok(()), |_| lesson.keep());
            (hint, lesson.hints(None).count() > general, kept)
        });
        session.lesson = lesson;
        self.desk.session = Some(session);
        let Some((hint, general, kept)) = unfolded else {
            self.no_exercise();
            return;
        };
        if general {
            self.show_case(true);
        }
        // On a small screen the coach has no room for it; the line at the bottom always has.
        let said = match &hint {
            Some(_) => Text::new("Hint: {0}", "提示：{0}"),
            None => Text::new(
                "There is no further hint here. Another field may have one.",
                "这里没有更多提示了，换个字段试试。",
            ),
        };
        match kept {
            Err(error) => self.fail(&error),
            Ok(()) if general => {}
            Ok(()) => self.desk.say(said, &[hint.as_deref().unwrap_or_default()]),
        }
    }

    fn no_exercise(&mut self) {
        let text = Text::new(
            "This plan is not of an exercise. Alt-P and then x begins one.",
            "这份计划不是练习。按 Alt-P 回到列表，再按 x 开始一个。",
        );
        self.desk.say(text, &[]);
    }
}
