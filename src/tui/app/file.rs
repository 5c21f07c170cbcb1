//! Commands on the file of the open plan: open, save, save as, and the recovery file.

use std::path::Path;

use super::{App, Place, file_name};
use crate::store::{Recovery, SaveError, age, diff};
use crate::tui::dialog::{Act, Dialog, Purpose};
use crate::tui::session::{Locked, Session};
use crate::words::Text;

impl App {
    /// Opens a plan; offers what a crash left, if it left anything.
    pub fn open_plan(&mut self, path: &Path) {
        let lang = self.desk.lang;
        let recovery = self
            .desk
            .folders
            .as_ref()
            .and_then(|folders| Recovery::find(folders, path));
        match Session::open(path, self.desk.folders.as_ref(), self.desk.today) {
            Ok(session) => {
                if let Some(notice) = session.lock_notice(lang) {
                    self.desk.complain(notice);
                } else if session.read_only {
                    let text = Text::new(
                        "This file is read-only: you can edit, and save under another name.",
                        "文件是只读的：可以修改，但要另存为别的名字。",
                    );
                    self.desk.say(text, &[]);
                } else if let Some(locked) = session.locked.filter(|it| *it != Locked::Conflicts) {
                    self.desk.complain(locked.message().get(lang));
                } else if let Some(trouble) = &session.trouble {
                    self.desk.complain(trouble.message(lang));
                }
                self.desk.session = Some(session);
                self.place = Place::Workbench;
                self.workbench = super::Workbench::default();
                self.walk = super::Walk::default();
                self.findings = super::Findings::default();
                self.workbench
                    .go_step(first_step(&self.desk), &mut self.desk);
                match recovery {
                    Some(recovery) => self.offer(recovery),
                    None => self.offer_decisions(),
                }
            }
            Err(error) => {
                self.place = Place::Plans;
                self.plans.load(&self.desk);
                self.desk
                    .complain(format!("{} {}", error.message(lang), error.hint(lang)));
            }
        }
    }

    /// Offers the text that was not saved.
    pub(super) fn offer(&mut self, recovery: Recovery) {
        let when = age::ago(recovery.time, jiff::Timestamp::now(), self.desk.lang);
        let text = Text::new(
            "farsight ended without saving this plan, {0}. What was typed is still there.",
            "{0}，farsight 在未保存这份计划时中断了。当时输入的内容还在。",
        );
        let body = vec![text.fill(self.desk.lang, &[when])];
        let recovery = Box::new(recovery);
        let answers = vec![
            (
                Text::new("Take it (undo gives the file back)", "恢复（可撤销）"),
                Act::Restore(recovery.clone()),
            ),
            (
                Text::new("See the difference", "查看差别"),
                Act::CompareRecovery(recovery.clone()),
            ),
            (
                Text::new("Forget it and use the file", "丢弃，使用文件中的内容"),
                Act::Forget(recovery),
            ),
        ];
        self.show(Dialog::ask(
            Text::new("Unsaved work was found", "发现未保存的内容"),
            body,
            answers,
        ));
    }

    /// Saves the plan.
    pub fn save(&mut self) {
        self.save_now();
    }

    pub(super) fn save_now(&mut self) -> bool {
        let folders = self.desk.folders.clone();
        let Some(session) = &mut self.desk.session else {
            return true;
        };
        if !session.is_dirty() && session.path.exists() {
            self.desk.say(
                Text::new(
                    "Nothing to save: the file is up to date.",
                    "无需保存：文件已是最新。",
                ),
                &[],
            );
            return true;
        }
        match session.save(folders.as_ref()) {
            Ok(()) => {
                let name = file_name(&session.path);
                self.desk
                    .say(Text::new("Saved {0}.", "已保存 {0}。"), &[&name]);
                true
            }
            Err(SaveError::ChangedOutside { .. }) => {
                self.look_outside();
                if self.overlay.is_none() {
                    self.ask_overwrite();
                }
                false
            }
            Err(
                error @ (SaveError::ReadOnly(_) | SaveError::Denied(_) | SaveError::DiskFull(_)),
            ) => {
                let lang = self.desk.lang;
                let kept = session.keep(folders.as_ref()).is_ok();
                let mut body = vec![error.message(lang), error.hint(lang)];
                if kept && folders.is_some() {
                    body.push(
                        Text::new(
                            "What you typed is kept in the recovery file too.",
                            "输入的内容也已存入恢复文件。",
                        )
                        .get(lang)
                        .to_owned(),
                    );
                }
                let answers = vec![
                    (Text::new("Save under another name", "另存为"), Act::SaveAs),
                    (Text::new("Go on editing", "继续编辑"), Act::Stay),
                ];
                self.show(Dialog::ask(
                    Text::new("Not saved", "未能保存"),
                    body,
                    answers,
                ));
                false
            }
            Err(error) => {
                self.fail(&error);
                false
            }
        }
    }

    fn ask_overwrite(&mut self) {
        let text = Text::new(
            "The file was changed by somebody else since you opened it.",
            "打开之后，文件被别人改动过。",
        );
        let answers = vec![
            (Text::new("Save under another name", "另存为"), Act::SaveAs),
            (Text::new("Save over it", "覆盖保存"), Act::Overwrite),
            (Text::new("Go on editing", "继续编辑"), Act::Stay),
        ];
        let body = vec![text.get(self.desk.lang).to_owned()];
        self.show(Dialog::ask(
            Text::new("Not saved", "未能保存"),
            body,
            answers,
        ));
    }

    /// Shows how the text differs from the file.
    pub fn show_changes(&mut self) {
        let Some(session) = &self.desk.session else {
            return;
        };
        let lines = diff::diff(session.base_text(), session.document.text(), 2);
        let title = Text::new("Since the last save", "上次保存以来的改动");
        self.show(Dialog::diff(title, self.desk.lang, &[], &lines, None));
    }

    /// Asks for another name to save under.
    pub fn save_as(&mut self) {
        let Some(session) = &self.desk.session else {
            return;
        };
        let lang = self.desk.lang;
        let title = Text::new("Save under which path?", "另存为哪个路径？").get(lang);
        let hint = Text::new("A file that does not exist yet.", "一个尚不存在的文件。");
        let name = session.path.display().to_string();
        self.show(Dialog::prompt(
            title,
            hint.get(lang),
            &name,
            Purpose::SaveAs,
        ));
    }

    pub(super) fn save_as_to(&mut self, text: &str) {
        let folders = self.desk.folders.clone();
        let Some(session) = &mut self.desk.session else {
            return;
        };
        match session.save_as(Path::new(text), folders.as_ref()) {
            Ok(()) => self
                .desk
                .say(Text::new("Saved {0}.", "已保存 {0}。"), &[text]),
            Err(error) => self.fail(&error),
        }
    }

    pub(super) fn fail(&mut self, error: &SaveError) {
        let lang = self.desk.lang;
        self.desk
            .complain(format!("{} {}", error.message(lang), error.hint(lang)));
    }

    /// Writes the recovery file or saves marks if they are due; says so if they cannot be written.
    ///
    /// True if there is something to read on the screen.
    pub fn keep_if_due(&mut self) -> bool {
        let before = self.desk.notice.clone();
        let due = self.marker.as_ref().and_then(super::Marker::due);
        if due.is_some_and(|due| due <= std::time::Instant::now()) {
            self.save_marks();
        }
        let folders = self.desk.folders.clone();
        if let Some(session) = &mut self.desk.session
            && let Err(error) = session.keep_if_due(folders.as_ref())
        {
            self.fail(&error);
        }
        self.desk.notice != before
    }

    /// Writes the recovery file now.
    pub fn keep_all(&mut self) {
        self.save_marks();
        let folders = self.desk.folders.clone();
        if let Some(session) = &mut self.desk.session {
            // There is nobody left to tell.
            let _ = session.keep(folders.as_ref());
        }
    }
}

/// The step to begin with: that of the next thing to do, or the frame.
pub(super) fn first_step(desk: &crate::tui::desk::Desk) -> crate::catalogue::Step {
    use crate::checks::progress::step_of;
    desk.session
        .as_ref()
        .and_then(|session| session.progress.next.as_ref())
        .and_then(|next| step_of(next.path()))
        .unwrap_or(crate::catalogue::Step::Plan)
}
