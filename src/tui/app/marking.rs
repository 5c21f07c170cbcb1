//! Commands of marking: opening a class, levels, comments, answers, undo, saving.

use super::{App, Place};
use crate::classroom::grade::Verdict;
use crate::store::{Recovery, age};
use crate::tui::dialog::{Act, Dialog, Leave, Purpose};
use crate::tui::picker::{Item, Pick, Picker};
use crate::tui::places::marking::{Marker, Opening};
use crate::tui::rescue::Rescued;
use crate::words::{Lang, Text};

impl App {
    /// Opens the folder of the list as a class to mark.
    pub fn mark_folder(&mut self) {
        let Some(read) = self.read_class else { return };
        match read(&self.desk.folder, self.desk.lang) {
            Ok(opening) => self.open_class(opening),
            Err(why) => self.desk.complain(why),
        }
    }

    /// Opens a class to mark; offers what a crash left, if it left anything.
    pub fn open_class(&mut self, opening: Opening) {
        let opened = if opening.handed.is_empty() {
            let text = Text::new("Nobody handed in anything here.", "这里没有人提交。");
            Err(text.get(self.desk.lang).to_owned())
        } else {
            Marker::open(opening, &self.desk)
        };
        match opened {
            Ok((marker, recovery)) => {
                self.marker = Some(marker);
                self.place = Place::Marking;
                if let Some(recovery) = recovery {
                    self.offer_marks(recovery);
                }
            }
            Err(why) => {
                self.plans.load(&self.desk);
                self.desk.complain(why);
            }
        }
    }

    fn offer_marks(&mut self, recovery: Recovery) {
        let when = age::ago(recovery.time, jiff::Timestamp::now(), self.desk.lang);
        let text = Text::new(
            "farsight ended before these marks were saved, {0}. They are still there.",
            "{0}，farsight 在评分保存之前中断了。当时的评分还在。",
        );
        let body = vec![text.fill(self.desk.lang, &[when])];
        let recovery = Box::new(recovery);
        let answers = vec![
            (
                Text::new("Take them (undo gives the file back)", "恢复（可撤销）"),
                Act::RestoreMarks(recovery.clone()),
            ),
            (
                Text::new("Forget them and use the file", "丢弃，使用文件中的评分"),
                Act::Forget(recovery),
            ),
        ];
        let title = Text::new("Unsaved marks were found", "发现未保存的评分");
        self.show(Dialog::ask(title, body, answers));
    }

    pub(super) fn restore_marks(&mut self, recovery: &Recovery) {
        if let Some(marker) = &mut self.marker {
            marker.restore(&recovery.text);
            recovery.discard();
        }
        self.save_marks();
    }

    /// Goes on in the list.
    pub fn mark_next(&mut self) {
        self.on_marker(|it| it.step(1));
    }

    /// Goes back in the list.
    pub fn mark_back(&mut self) {
        self.on_marker(|it| it.step(-1));
    }

    /// Switches between a criterion across students and a student across criteria.
    pub fn mark_axis(&mut self) {
        self.on_marker(Marker::turn);
    }

    /// Shows another part of a narrow screen.
    pub fn mark_view(&mut self) {
        self.on_marker(Marker::next_view);
    }

    /// Chooses the next finding.
    pub fn mark_finding(&mut self) {
        self.on_marker(Marker::next_finding);
    }

    /// Takes the level back.
    pub fn mark_clear(&mut self) {
        self.on_marker(|it| it.give(None));
    }

    /// Goes to what has no level yet.
    pub fn mark_unmarked(&mut self) {
        if self.marker.as_mut().is_some_and(Marker::go_unmarked) {
            return;
        }
        let text = Text::new("Every plan has all its levels.", "所有计划都评完了。");
        self.desk.say(text, &[]);
    }

    /// Says that a level is given by its number.
    pub fn mark_level(&mut self) {
        let text = Text::new(
            "Press the number of a level to give it.",
            "按等级前的数字即可评定。",
        );
        self.desk.say(text, &[]);
    }

    /// Hides names, or shows them.
    pub fn mark_blind(&mut self) {
        let Some(marker) = &mut self.marker else {
            return;
        };
        let text = if marker.toggle_blind() {
            Text::new("Names are hidden.", "已隐藏姓名。")
        } else {
            Text::new("Names are shown.", "已显示姓名。")
        };
        self.desk.say(text, &[]);
    }

    /// Agrees with a student's answer: the finding lowers nothing.
    pub fn mark_agree(&mut self) {
        self.judge(Verdict::Agree);
    }

    /// Does not agree with a student's answer: the finding counts.
    pub fn mark_disagree(&mut self) {
        self.judge(Verdict::Disagree);
    }

    fn judge(&mut self, verdict: Verdict) {
        let judged = self.marker.as_mut().is_some_and(|it| it.judge(verdict));
        if !judged {
            let text = Text::new(
                "There is no answer to judge here. f goes to the next finding.",
                "这里没有需要评判的答复。按 f 看下一个问题。",
            );
            self.desk.say(text, &[]);
        }
    }

    /// Takes the last decision back.
    pub fn mark_undo(&mut self) {
        if !self.marker.as_mut().is_some_and(Marker::undo) {
            let text = Text::new("Nothing to take back.", "没有可撤销的改动。");
            self.desk.say(text, &[]);
        }
    }

    /// Makes the decision taken back again.
    pub fn mark_redo(&mut self) {
        if !self.marker.as_mut().is_some_and(Marker::redo) {
            let text = Text::new("Nothing to make again.", "没有可重做的改动。");
            self.desk.say(text, &[]);
        }
    }

    /// Shows the comments made before, to make one again or a new one.
    pub fn mark_comment(&mut self) {
        let Some(marker) = &self.marker else { return };
        let lang = self.desk.lang;
        let used = marker.work.comments(marker.cell);
        let item = |it: crate::classroom::marking::Used| {
            let text = match (it.here, it.times) {
                (true, 1) => Text::new("once", "1次"),
                (true, _) => Text::new("{0} times", "{0}次"),
                (false, _) => Text::new("elsewhere", "其他项用过"),
            };
            let times = text.fill(lang, &[it.times.to_string()]);
            Item::new(it.text.replace('\n', " "), times, Pick::Comment(it.text))
        };
        let items = used.into_iter().map(item).collect();
        let title = Text::new(
            "Comment: a number takes one, typing makes a new one",
            "评语：按数字选用，输入则新写",
        );
        let picker = Picker::new(title.get(lang), items).numbered();
        let picker = picker.told();
        self.pick(picker.with_new(Text::new("Say “{0}”", "写上“{0}”")));
    }

    /// Lists the students, to go to one by name.
    pub fn mark_find(&mut self) {
        let Some(marker) = &self.marker else { return };
        let lang = self.desk.lang;
        let item = |at: usize| {
            let (given, all) = marker.work.done_of(at);
            let text = Text::new("{0} of {1} levels", "已评{0}/{1}项");
            let done = text.fill(lang, &[given.to_string(), all.to_string()]);
            Item::new(marker.name(at, lang), done, Pick::Student(at))
        };
        let items = marker.order().map(item).collect();
        let title = Text::new("Find a student", "查找学生");
        self.pick(Picker::new(title.get(lang), items));
    }

    pub(super) fn mark_student(&mut self, student: usize) {
        self.on_marker(|it| {
            let cell = crate::classroom::marking::Cell { student, ..it.cell };
            it.go(cell);
        });
    }

    pub(super) fn say(&mut self, comment: &str) {
        self.on_marker(|it| it.say(comment));
    }

    /// Asks for other words of the comment.
    pub fn mark_edit_comment(&mut self) {
        let Some(marker) = &self.marker else { return };
        let comment = marker.work.comment(marker.cell).to_owned();
        let title = Text::new("Comment", "评语").get(self.desk.lang);
        let hint = Text::new(
            "Empty it to say nothing. The same comment elsewhere can change with it.",
            "清空即不写评语。别处相同的评语可以一并修改。",
        );
        let hint = hint.get(self.desk.lang);
        self.show(Dialog::prompt(title, hint, &comment, Purpose::Comment));
    }

    pub(super) fn said(&mut self, new: &str) {
        let Some(marker) = &mut self.marker else {
            return;
        };
        let old = marker.work.comment(marker.cell).to_owned();
        marker.say(new);
        let mut used = marker.work.comments(marker.cell).into_iter();
        let Some(others) = used.find(|it| !old.is_empty() && it.here && it.text == old) else {
            return;
        };
        if old == new {
            return;
        }
        let text = Text::new(
            "The comment as it was stands at {0} more. Change it there too?",
            "另有{0}处用了原来的评语。一并修改吗？",
        );
        let body = vec![text.fill(self.desk.lang, &[others.times.to_string()])];
        let answers = vec![
            (Text::new("Only here", "只改这里"), Act::Stay),
            (
                Text::new("Everywhere", "全部修改"),
                Act::SayEverywhere(old, new.to_owned()),
            ),
        ];
        let title = Text::new("Change it everywhere?", "全部修改？");
        self.show(Dialog::ask(title, body, answers));
    }

    pub(super) fn say_everywhere(&mut self, old: &str, new: &str) {
        let Some(marker) = &mut self.marker else {
            return;
        };
        let times = marker.say_everywhere(old, new).to_string();
        let text = Text::new("Changed at {0} more.", "另外改了{0}处。");
        self.desk.say(text, &[&times]);
    }

    /// Asks for words on the whole plan.
    pub fn mark_note(&mut self) {
        let Some(marker) = &self.marker else { return };
        let note = marker.work.marked(marker.cell.student);
        let note = note.map(|it| it.note.clone()).unwrap_or_default();
        let title = Text::new("Of the whole plan", "总评").get(self.desk.lang);
        self.show(Dialog::prompt(title, "", &note, Purpose::Note));
    }

    pub(super) fn noted(&mut self, note: &str) {
        self.on_marker(|it| it.note(note));
    }

    fn on_marker(&mut self, act: impl FnOnce(&mut Marker)) {
        if let Some(marker) = &mut self.marker {
            act(marker);
        }
    }

    /// Saves the marks now.
    pub fn mark_save(&mut self) {
        if self.save_marks() {
            self.desk
                .say(Text::new("The marks are saved.", "评分已保存。"), &[]);
        }
    }

    /// Saves the marks; true unless something went wrong, which it says.
    pub(super) fn save_marks(&mut self) -> bool {
        let Some(marker) = &mut self.marker else {
            return true;
        };
        match marker.save(self.desk.folders.as_ref()) {
            Ok(false) => true,
            Ok(true) => {
                let text = Text::new(
                    "Somebody else marked too: their marks came in, yours stay.",
                    "有人同时评分：已并入对方的评分，你的保留。",
                );
                self.desk.say(text, &[]);
                true
            }
            Err(trouble) => {
                let lang = self.desk.lang;
                let mut said = trouble.message(lang);
                if self.desk.folders.is_some() {
                    let kept = Text::new(
                        " Your marks are kept aside, and saved as soon as that is mended.",
                        "你的评分已另存，问题解决后自动写入。",
                    );
                    said.push_str(kept.get(lang));
                }
                self.desk.complain(said);
                false
            }
        }
    }

    /// Leaves the class, once its marks are saved.
    pub fn leave_class(&mut self) {
        if self.may_leave_class(Leave::Plan) {
            self.left_class();
        }
    }

    pub(super) fn left_class(&mut self) {
        self.marker = None;
        self.place = Place::Plans;
        self.plans.load(&self.desk);
    }

    /// Whether one can leave without losing marks; asks if not.
    pub(super) fn may_leave_class(&mut self, leave: Leave) -> bool {
        if self.save_marks() {
            return true;
        }
        let said = self.desk.notice.take().map(|it| it.text);
        let kept = Text::new("They are offered the next time.", "下次打开时可以恢复。");
        let mut body: Vec<String> = said.into_iter().collect();
        if self.desk.folders.is_some() {
            body.push(kept.get(self.desk.lang).to_owned());
        }
        let answers = vec![
            (Text::new("Stay", "留下"), Act::Stay),
            (Text::new("Leave", "离开"), Act::LeaveClass(leave)),
        ];
        let title = Text::new("The marks are not saved", "评分未能保存");
        self.show(Dialog::ask(title, body, answers));
        false
    }

    /// What the head of the screen says of the class.
    pub(in crate::tui) fn class_head(&self, lang: Lang) -> (String, String) {
        let head = self.marker.as_ref().map(|it| it.head(lang));
        head.unwrap_or_default()
    }

    /// When something must be saved next, if anything must.
    pub fn due(&self) -> Option<std::time::Instant> {
        let plan = (self.desk.session.as_ref()).and_then(crate::tui::session::Session::due);
        let marks = self.marker.as_ref().and_then(Marker::due);
        plan.into_iter().chain(marks).min()
    }

    /// What must be written when the program ends against its will.
    pub fn rescue(&self) -> Option<Rescued> {
        let folders = self.desk.folders.as_ref()?;
        if let Some(marker) = &self.marker {
            return marker.rescue(folders);
        }
        let session = self.desk.session.as_ref().filter(|it| it.is_dirty())?;
        let (folders, slot, base, text) = session.rescue(folders);
        let base = Some(base);
        Some(Rescued {
            folders,
            slot,
            base,
            text,
        })
    }
}
