//! Questions and their answers: leaving with changes, a file changed outside, unsaved work found.

use super::{App, Place, file_name};
use crate::review::{Summary, review};
use crate::store::{self, Outside, names};
use crate::tui::dialog::{Act, Dialog, Leave, Purpose};
use crate::tui::session::Session;
use crate::words::Text;

impl App {
    /// Looks whether the file of the open plan changed outside; true if the screen changed.
    pub fn look_outside(&mut self) -> bool {
        let lang = self.desk.lang;
        let Some(session) = &mut self.desk.session else {
            return false;
        };
        let was_dirty = session.is_dirty();
        match session.outside() {
            Outside::Same => return false,
            Outside::Changed(theirs) if was_dirty => {
                let text = Text::new(
                    "{0} has other content now: somebody, or git, changed it. You have unsaved changes here.",
                    "{0} 的内容变了：可能是别人或 git 改动的。你这里还有未保存的改动。",
                );
                let body = vec![text.fill(lang, &[file_name(&session.path)])];
                let compare = Text::new("See the difference", "查看差别");
                let mut answers = vec![(compare, Act::Compare(theirs.clone()))];
                answers.extend(mine_or_theirs(theirs));
                self.show(Dialog::ask(
                    Text::new("The file changed outside", "文件在外部被改动"),
                    body,
                    answers,
                ));
            }
            Outside::Changed(_) => {
                self.workbench.refresh(&mut self.desk);
                self.desk.say(
                    Text::new(
                        "The file changed outside and was read again. Undo shows what was here.",
                        "文件在外部被改动，已重新读取。撤销可看到原来的内容。",
                    ),
                    &[],
                );
                if self.place == Place::Review {
                    // A commit or a branch that was checked out may have changed it.
                    self.review.arrive(&mut self.desk);
                }
                self.offer_decisions();
            }
            Outside::Restored => self
                .desk
                .say(Text::new("The file is back.", "文件已恢复。"), &[]),
            Outside::Deleted => {
                let text = Text::new(
                    "The file was deleted or moved. Everything is still here; Ctrl-S writes it again.",
                    "文件被删除或移走了。内容都还在，按 Ctrl-S 重新写入。",
                );
                self.desk.complain(text.get(lang));
            }
            Outside::Unreadable(error) => {
                self.desk
                    .complain(format!("{} {}", error.message(lang), error.hint(lang)));
            }
        }
        true
    }

    fn leave(&mut self, leave: Leave) {
        let dirty = self.desk.session.as_ref().is_some_and(Session::is_dirty);
        if !dirty {
            self.left(leave);
            return;
        }
        let text = Text::new(
            "“{0}” has changes that are not saved.",
            "“{0}”有未保存的改动。",
        );
        let title = self
            .desk
            .session
            .as_ref()
            .map(Session::title)
            .unwrap_or_default();
        let answers = vec![
            (
                Text::new("Save and leave", "保存并离开"),
                Act::SaveAndLeave(leave),
            ),
            (
                Text::new("Leave without saving", "不保存，直接离开"),
                Act::Discard(leave),
            ),
            (Text::new("Stay", "留下"), Act::Stay),
        ];
        let body = vec![text.fill(self.desk.lang, &[title])];
        self.show(Dialog::ask(Text::new("Save?", "要保存吗？"), body, answers));
    }

    fn left(&mut self, leave: Leave) {
        match leave {
            Leave::Program => self.done = true,
            Leave::Plan => {
                self.workbench.leave_field(&mut self.desk);
                self.desk.session = None;
                self.place = Place::Plans;
                self.plans.load(&self.desk);
            }
        }
    }

    pub(super) fn act(&mut self, act: Act) {
        let folders = self.desk.folders.clone();
        match act {
            Act::Stay => {}
            Act::SaveAndLeave(leave) => {
                if self.save_now() {
                    self.left(leave);
                }
            }
            Act::Discard(leave) => {
                if let Some(session) = &mut self.desk.session {
                    session.forget(folders.as_ref());
                }
                self.left(leave);
            }
            Act::Overwrite => {
                if let Some(session) = &mut self.desk.session
                    && let Err(error) = session.overwrite(folders.as_ref())
                {
                    self.fail(&error);
                }
            }
            Act::SaveAs => self.save_as(),
            Act::Restore(recovery) => {
                if let Some(session) = &mut self.desk.session {
                    session.replace(&recovery.text);
                }
                // It becomes ours at once, so that a second crash loses nothing either.
                recovery.discard();
                self.keep_all();
                self.workbench.refresh(&mut self.desk);
                self.desk.say(
                    Text::new("Restored. Save to keep it.", "已恢复。请保存。"),
                    &[],
                );
                self.tell_changed();
                self.offer_decisions();
            }
            Act::Forget(recovery) => {
                recovery.discard();
                self.offer_decisions();
            }
            Act::CompareRecovery(recovery) => {
                let Some(session) = &self.desk.session else {
                    return;
                };
                let (old, new) = (session.document.text().to_owned(), recovery.text.clone());
                let title = Text::new(
                    "The file (−) and the unsaved work (+)",
                    "文件（−）与未保存的内容（+）",
                );
                self.offer(*recovery);
                self.over_overlay(title, &old, &new);
            }
            Act::KeepMine(theirs) => {
                if let Some(session) = &mut self.desk.session {
                    session.keep_mine(&theirs);
                }
            }
            Act::TakeTheirs(theirs) => {
                if let Some(session) = &mut self.desk.session {
                    session.take_theirs(&theirs);
                }
                self.workbench.refresh(&mut self.desk);
                self.offer_decisions();
            }
            Act::Compare(theirs) => {
                let Some(session) = &self.desk.session else {
                    return;
                };
                let (old, new) = (session.document.text().to_owned(), theirs.text.clone());
                let title = Text::new("Yours (−) and the file (+)", "你的（−）与文件的（+）");
                let answers = mine_or_theirs(theirs);
                self.show(Dialog::ask(
                    Text::new("The file changed outside", "文件在外部被改动"),
                    Vec::new(),
                    answers,
                ));
                self.over_overlay(title, &old, &new);
            }
            Act::Delete(path) => self.delete(&path),
            Act::Decide => self.decide(),
            Act::NextHint => self.next_hint_for_all(),
            Act::WorkedAnswer => self.worked_answer(),
            Act::Repair(finding) => self.repair(&finding),
            Act::RestoreMarks(recovery) => self.restore_marks(&recovery),
            Act::SayEverywhere(old, new) => self.say_everywhere(&old, &new),
            Act::LeaveClass(leave) => {
                self.left_class();
                self.left(leave);
            }
        }
    }

    /// Shows a difference over the question that is open, in words and then in lines; closing it
    /// comes back to the question.
    fn over_overlay(&mut self, title: Text, old: &str, new: &str) {
        let lang = self.desk.lang;
        let session = self.desk.session.as_ref();
        let settings = session.map(|it| it.settings.clone()).unwrap_or_default();
        let review = &review(old, new, &settings);
        let summary = Summary { review, lang };
        let lines = store::diff::diff(old, new, 2);
        let back = match self.overlay.take() {
            Some(super::Overlay::Dialog(dialog)) => Some(dialog),
            _ => None,
        };
        self.show(Dialog::diff(title, lang, &summary.lines(), &lines, back));
    }

    pub(super) fn typed(&mut self, purpose: Purpose, text: &str) {
        match purpose {
            Purpose::NewPlan(sample) => self.create(text, sample),
            Purpose::OpenPath => self.open_typed(text),
            Purpose::RenamePlan(path) => {
                if text.is_empty() {
                    return;
                }
                match names::rename(&path, text) {
                    Ok(_) => self.plans.load(&self.desk),
                    Err(error) => self.fail(&error),
                }
            }
            Purpose::SaveAs => self.save_as_to(text),
            Purpose::RenameRow => self.rename_row_to(text),
            Purpose::AddRow(section) => self.workbench.add_named(section, text, &mut self.desk),
            Purpose::Search => self.search_for(text),
            Purpose::Comment => self.said(text),
            Purpose::Note => self.noted(text),
        }
    }

    /// Goes back to the list of plans; asks first when there are changes.
    pub fn show_plans(&mut self) {
        self.leave(Leave::Plan);
    }

    /// Ends the program; asks first when there are changes.
    pub fn quit(&mut self) {
        if self.may_leave_class(Leave::Program) {
            self.leave(Leave::Program);
        }
    }
}

/// The two ways to go on when the file has other content than the plan here.
fn mine_or_theirs(theirs: Box<store::Opened>) -> Vec<(Text, Act)> {
    let keep = Text::new(
        "Keep mine: the next save replaces the file",
        "保留我的：下次保存时覆盖文件",
    );
    let take = Text::new(
        "Take theirs: undo gives mine back",
        "用文件的：可撤销恢复我的",
    );
    vec![
        (keep, Act::KeepMine(theirs.clone())),
        (take, Act::TakeTheirs(theirs)),
    ]
}
