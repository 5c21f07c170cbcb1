//! Commands of exercises: beginning one, reading its case, unfolding its hints.

use super::{App, Place};
use crate::classroom::{self, exercises};
use crate::store::{self, names};
use crate::tui::dialog::{Dialog, Look};
use crate::tui::picker::{Item, Pick, Picker};
use crate::words::{Text, date};

impl App {
    /// Shows the exercises to begin from.
    pub fn new_from_exercise(&mut self) {
        let lang = self.desk.lang;
        let item = |it: &classroom::Exercise| {
            let minutes = it.minutes.to_string();
            let detail = Text::new("{0} min · {1}", "{0}分钟 · {1}");
            let detail = detail.fill(lang, &[minutes.as_str(), it.aim.get(lang)]);
            Item::new(it.title.get(lang), detail, Pick::Exercise(it.name.clone()))
        };
        let items = exercises().iter().map(item).collect();
        let title = Text::new("Begin an exercise", "开始一个练习");
        self.pick(Picker::new(title.get(lang), items));
    }

    /// Begins an exercise: its plan is written into the folder, opened, and its case is shown.
    pub(super) fn begin_exercise(&mut self, name: &str) {
        let Some(exercise) = classroom::exercise(name) else {
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
        let locked = exercise.locked.iter().map(ToString::to_string);
        part(Text::new("Leave as it is", "不要改动"), locked.collect());
        let questions = exercise.questions.iter().map(|it| it.get(lang).to_owned());
        part(
            Text::new("Answer in writing", "请书面回答"),
            questions.collect(),
        );
        let hints = lesson.hints(None).map(|it| it.says.get(lang).to_owned());
        part(Text::new("Hints so far", "已展开的提示"), hints.collect());
        if exercise.answer(lang, self.desk.today).is_some() {
            let how = Text::new(
                "Your teacher shows the worked answer: farsight exercises NAME --answer",
                "老师已公布参考答案：farsight exercises 练习名 --answer",
            );
            part(
                Text::new("Answer", "参考答案"),
                vec![how.get(lang).to_owned()],
            );
        } else if let Some(day) = exercise.answer_from() {
            let from = Text::new("It is shown from {0}.", "{0}起公布。");
            let from = from.fill(lang, &[date::show(day, lang)]);
            part(Text::new("Answer", "参考答案"), vec![from]);
        }
        let title = exercise.title.get(lang).to_owned();
        self.show(Dialog::read(title, text));
    }

    /// Unfolds the next hint for what was found here, or for the exercise.
    pub fn next_hint(&mut self) {
        self.look();
        let Some(mut session) = self.desk.session.take() else {
            return;
        };
        let mut lesson = session.lesson.take();
        let unfolded = lesson.as_mut().map(|lesson| {
            let here = if self.place == Place::Findings {
                self.findings.chosen(&session).into_iter().collect()
            } else {
                self.workbench.findings_here(&session)
            };
            let general = lesson.hints(None).count();
            let more = lesson.unfold(&here);
            (more, lesson.hints(None).count() > general)
        });
        session.lesson = lesson;
        self.desk.session = Some(session);
        match unfolded {
            None => self.no_exercise(),
            Some((false, _)) => self.desk.say(
                Text::new(
                    "There is no further hint here. Another field may have one.",
                    "这里没有更多提示了，换个字段试试。",
                ),
                &[],
            ),
            Some((true, true)) => self.show_exercise(),
            Some((true, false)) => self.desk.say(
                Text::new("The coach shows a hint.", "指导栏多了一条提示。"),
                &[],
            ),
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
