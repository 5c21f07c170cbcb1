//! Commands on what changed: the place, the way to a row, taking a change back, copying.

use super::file::first_step;
use super::{App, Errand, Place, Workbench, file_name};
use crate::plan::markers;
use crate::review::merge::resolve::Choice;
use crate::tui::desk::Notice;
use crate::tui::dialog::{Act, Dialog};
use crate::tui::picker::{Item, Pick, Picker};
use crate::tui::places::review::decide::done;
use crate::tui::places::review::source::{Against, day};
use crate::tui::session::Locked;
use crate::words::Text;

impl App {
    /// Shows what changed since the last commit, or goes back.
    pub fn show_review(&mut self) {
        self.call(Place::Review);
        if self.place == Place::Review {
            self.review.arrive(&mut self.desk);
        }
    }

    /// Asks git anew.
    pub fn refresh_review(&mut self) {
        self.look();
        self.review.arrive(&mut self.desk);
        let text = Text::new("Asked git anew.", "已重新询问 git。");
        if self.desk.notice.is_none() {
            self.desk.say(text, &[]);
        }
    }

    /// Goes to the row or field of the chosen line.
    pub fn go_to_change(&mut self) {
        let reply = self.review.open();
        self.reply(reply, false);
    }

    /// Makes the plan say again what it said before the chosen change.
    pub fn take_change_back(&mut self) {
        self.look();
        let lang = self.desk.lang;
        let Some(session) = &self.desk.session else {
            return;
        };
        let Some((place, said, edit)) = self.review.back(session, lang) else {
            let text = Text::new("Choose a change first.", "请先选中一处改动。");
            self.desk.say(text, &[]);
            return;
        };
        match edit {
            Err(stuck) => {
                let (text, args) = stuck.message();
                self.desk.complain(text.fill(lang, &args));
            }
            Ok(edit) => {
                if self.make(&place, |_| Ok(edit)) {
                    let text = Text::new(
                        "Taken back (Alt-Z brings it again): {0}",
                        "已还原（按 Alt-Z 撤销）：{0}",
                    );
                    self.desk.say(text, &[&said]);
                }
            }
        }
    }

    /// Copies what changed as Markdown, for a pull request or a mail.
    pub fn copy_review(&mut self) {
        let Some(session) = &self.desk.session else {
            return;
        };
        let name = file_name(&session.path);
        let Some(text) = self.review.markdown(session, &name, self.desk.lang) else {
            let text = Text::new("There is nothing to copy.", "没有可复制的内容。");
            self.desk.say(text, &[]);
            return;
        };
        let count = text.chars().count().to_string();
        self.errands.push(Errand::Copy(text));
        self.desk.say(
            Text::new(
                "Copied as Markdown: {0} characters.",
                "已复制为 Markdown：{0}个字符。",
            ),
            &[&count],
        );
    }

    /// Offers the commits of the plan to compare with; any other revision can be typed.
    pub fn pick_revision(&mut self) {
        let lang = self.desk.lang;
        let Some(commits) = self.review.commits() else {
            let text = Text::new("Asking git for the commits …", "正在向 git 询问提交……");
            self.desk.say(text, &[]);
            return;
        };
        let choice = |text: Text, detail: String, against| {
            Item::new(text.get(lang), detail, Pick::Against(against))
        };
        let last = commits.first().map(|it| it.short.clone());
        let mut items = Vec::new();
        if let Some(last) = last {
            items.push(choice(
                Text::new("The last commit", "最近一次提交"),
                last,
                Against::Last,
            ));
        }
        items.push(choice(
            Text::new("The file as last saved", "上次保存的文件"),
            String::new(),
            Against::Saved,
        ));
        items.extend(commits.iter().map(|commit| {
            let label = format!("{}  {}", day(commit), commit.subject);
            let detail = format!("{} · {}", commit.author, commit.short);
            Item::new(
                label,
                detail,
                Pick::Against(Against::Commit(Box::new(commit.clone()))),
            )
        }));
        let title = Text::new("Compare with what?", "与什么比较？").get(lang);
        let typed = Text::new("the revision {0}", "版本 {0}");
        let hint = Text::new(
            "type to narrow, or a branch, a tag, HEAD~3",
            "输入可筛选，也可输入分支、标签或 HEAD~3",
        );
        let picker = Picker::new(title, items).with_new(typed);
        self.pick(picker.hinted(hint));
    }

    /// Compares with what was picked.
    pub(super) fn compare_with(&mut self, against: Against) {
        if self.place != Place::Review {
            self.call(Place::Review);
        }
        self.review.compare(against, &mut self.desk);
    }

    /// Whether two versions of the open plan disagree.
    pub fn is_deciding(&self) -> bool {
        let session = self.desk.session.as_ref();
        session.is_some_and(|it| it.locked == Some(Locked::Conflicts))
    }

    /// Tells of places where two versions disagree, if the plan has some: nobody should meet the
    /// markers of a merge as errors of a file.
    pub(super) fn offer_decisions(&mut self) {
        self.look();
        if !self.is_deciding() || self.place == Place::Review {
            return;
        }
        let Some(session) = &self.desk.session else {
            return;
        };
        let places = markers::conflicts(session.document.text())
            .len()
            .to_string();
        let text = if places == "1" {
            Text::new(
                "There is one place where two versions of this plan disagree. Each side is kept until you have decided; until then the plan is shown and not edited.",
                "这份计划有1处两个版本不一致。在你决定之前，两边的写法都保留；期间计划只能查看。",
            )
        } else {
            Text::new(
                "There are {0} places where two versions of this plan disagree. Each side is kept until you have decided; until then the plan is shown and not edited.",
                "这份计划有{0}处两个版本不一致。在你决定之前，两边的写法都保留；期间计划只能查看。",
            )
        };
        let body = vec![text.fill(self.desk.lang, &[places])];
        let answers = vec![
            (
                Text::new("Decide, both side by side", "并排查看并决定"),
                Act::Decide,
            ),
            (Text::new("Look at the plan first", "先看看计划"), Act::Stay),
        ];
        let title = Text::new("Two versions disagree", "两个版本不一致");
        self.show(Dialog::ask(title, body, answers));
    }

    /// Shows the places where two versions disagree.
    pub(super) fn decide(&mut self) {
        if self.place != Place::Review {
            self.show_review();
        }
    }

    /// Takes our reading of the chosen place.
    pub fn decide_ours(&mut self) {
        self.choose_reading(Choice::Ours);
    }

    /// Takes their reading of the chosen place.
    pub fn decide_theirs(&mut self) {
        self.choose_reading(Choice::Theirs);
    }

    /// Keeps both rows of the chosen place.
    pub fn decide_both(&mut self) {
        self.choose_reading(Choice::Both);
    }

    /// Begins to write one's own reading of the chosen place.
    pub fn decide_own(&mut self) {
        self.review.decide.write(&self.desk);
    }

    fn choose_reading(&mut self, choice: Choice) {
        if self.review.decide.choose(choice, &mut self.desk) {
            self.decided();
        }
    }

    /// With the last decision the plan opens as usual.
    pub(super) fn decided(&mut self) {
        self.look();
        let Some(session) = &self.desk.session else {
            return;
        };
        let said = done(session, self.desk.lang);
        let fits = session.locked.is_none();
        self.place = Place::Workbench;
        self.workbench = Workbench::default();
        let step = first_step(&self.desk);
        self.workbench.go_step(step, &mut self.desk);
        self.desk.notice = Some(Notice {
            text: said,
            bad: !fits,
        });
    }
}
