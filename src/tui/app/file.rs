//! Commands on files: open, create, save, and what to do when the world changed meanwhile.

use std::path::{Path, PathBuf};

use super::{App, Errand, Place};
use crate::plan::sample::{SAMPLES, sample};
use crate::plan::starter::blank;
use crate::store::{self, Outside, Recovery, SaveError, age, names, trash};
use crate::tui::dialog::{Act, Dialog, Leave, Purpose};
use crate::tui::picker::{Item, Pick, Picker};
use crate::tui::session::Session;
use crate::words::{Lang, Text};

impl App {
    /// Opens a plan; offers what a crash left, if it left anything.
    pub fn open_plan(&mut self, path: &Path) {
        let lang = self.desk.lang;
        let recovery = self
            .desk
            .folders
            .as_ref()
            .and_then(|folders| Recovery::find(folders, path));
        match Session::open(path, self.desk.folders.as_ref()) {
            Ok(session) => {
                if let Some(notice) = session.lock_notice(lang) {
                    self.desk.complain(notice);
                } else if session.read_only {
                    let text = Text::new(
                        "This file is read-only: you can edit, and save under another name.",
                        "文件是只读的：可以修改，但要另存为别的名字。",
                    );
                    self.desk.say(text, &[]);
                } else if let Some(locked) = session.locked {
                    self.desk.complain(locked.message().get(lang));
                }
                self.desk.session = Some(session);
                self.place = Place::Workbench;
                self.workbench = super::Workbench::default();
                self.walk = super::Walk::default();
                self.findings = super::Findings::default();
                self.workbench
                    .go_step(first_step(&self.desk), &mut self.desk);
                if let Some(recovery) = recovery {
                    self.offer(recovery);
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
    fn offer(&mut self, recovery: Recovery) {
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

    /// Asks for the title of a new plan.
    pub fn new_plan(&mut self) {
        self.ask_title(None);
    }

    /// Shows the samples to start from.
    pub fn new_from_sample(&mut self) {
        let lang = self.desk.lang;
        let items = SAMPLES
            .iter()
            .map(|sample| {
                Item::new(
                    title_of(sample.text),
                    sample.name,
                    Pick::Sample(sample.name),
                )
            })
            .collect();
        self.pick(Picker::new(
            Text::new("Start from a sample", "从范例开始").get(lang),
            items,
        ));
    }

    pub(super) fn ask_title(&mut self, sample: Option<&'static str>) {
        let lang = self.desk.lang;
        let title = Text::new("What is the plan called?", "计划叫什么？").get(lang);
        let hint = Text::new(
            "For example: Harbour ferry, a quieter way to work. The file is named after it.",
            "例如：渡轮通勤，安静上班路。文件名由标题生成。",
        );
        self.show(Dialog::prompt(
            title,
            hint.get(lang),
            "",
            Purpose::NewPlan(sample),
        ));
    }

    fn create(&mut self, title: &str, from: Option<&'static str>) {
        if title.is_empty() {
            self.ask_title(from);
            return;
        }
        let text = match from.and_then(sample) {
            Some(sample) => retitled(sample.text, title),
            None => blank(title, self.desk.lang),
        };
        let path = names::free_name(&self.desk.folder, title);
        match store::save(&path, text.as_bytes(), None) {
            Ok(_) => {
                self.open_plan(&path);
                self.go_next();
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                self.desk
                    .say(Text::new("Created {0}.", "已创建 {0}。"), &[&name]);
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Asks for a path to open.
    pub fn open_path(&mut self) {
        let lang = self.desk.lang;
        let title = Text::new("Open which file or folder?", "打开哪个文件或文件夹？").get(lang);
        let hint = Text::new(
            "A path, from the folder where farsight was started.",
            "路径，以启动 farsight 的文件夹为起点。",
        );
        self.show(Dialog::prompt(title, hint.get(lang), "", Purpose::OpenPath));
    }

    fn open_typed(&mut self, text: &str) {
        let path = PathBuf::from(text);
        if path.is_dir() {
            self.desk.folder = path;
            self.plans.load(&self.desk);
        } else if !text.is_empty() {
            self.open_plan(&path);
        }
    }

    /// Copies the chosen plan's file.
    pub fn duplicate_plan(&mut self) {
        let Some(path) = self.plans.chosen() else {
            return;
        };
        match names::duplicate(&path) {
            Ok(copy) => {
                self.plans.load(&self.desk);
                let name = store::error::shown(&copy);
                self.desk
                    .say(Text::new("Copied to {0}.", "已复制为 {0}。"), &[&name]);
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Asks for a new name of the chosen plan's file.
    pub fn rename_plan(&mut self) {
        let Some(path) = self.plans.chosen() else {
            return;
        };
        let lang = self.desk.lang;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let title = Text::new("New name of the file", "新的文件名").get(lang);
        self.show(Dialog::prompt(title, "", &name, Purpose::RenamePlan(path)));
    }

    /// Asks whether to move the chosen plan to the trash.
    pub fn delete_plan(&mut self) {
        let Some(path) = self.plans.chosen() else {
            return;
        };
        let text = Text::new(
            "Move {0} to the trash? `u` brings it back.",
            "把 {0} 移入回收站？按 u 可恢复。",
        );
        let body = vec![text.fill(self.desk.lang, &[store::error::shown(&path)])];
        let answers = vec![
            (Text::new("Keep it", "保留"), Act::Stay),
            (
                Text::new("Move it to the trash", "移入回收站"),
                Act::Delete(path),
            ),
        ];
        self.show(Dialog::ask(
            Text::new("Delete the plan", "删除计划"),
            body,
            answers,
        ));
    }

    fn delete(&mut self, path: &Path) {
        let Some(folders) = self.desk.folders.clone() else {
            self.desk.complain(
                Text::new(
                    "There is no state folder for a trash.",
                    "没有可用的状态文件夹，无法使用回收站。",
                )
                .get(self.desk.lang),
            );
            return;
        };
        match trash::delete(&folders, path) {
            Ok(trashed) => {
                self.deleted.push(trashed);
                self.plans.load(&self.desk);
                self.desk.say(
                    Text::new(
                        "Moved to the trash. `u` brings it back.",
                        "已移入回收站。按 u 可恢复。",
                    ),
                    &[],
                );
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Brings back the plan deleted last, in this session or an earlier one.
    pub fn restore_plan(&mut self) {
        let last = self.deleted.pop().or_else(|| {
            let folders = self.desk.folders.as_ref()?;
            trash::list(folders)
                .into_iter()
                .max_by_key(|trashed| trashed.time)
        });
        let Some(trashed) = last else {
            self.desk
                .say(Text::new("The trash is empty.", "回收站是空的。"), &[]);
            return;
        };
        match trash::restore(&trashed) {
            Ok(path) => {
                self.plans.load(&self.desk);
                let name = store::error::shown(&path);
                self.desk
                    .say(Text::new("{0} is back.", "已恢复 {0}。"), &[&name]);
            }
            Err(error) => self.fail(&error),
        }
    }

    /// Saves the plan.
    pub fn save(&mut self) {
        self.save_now();
    }

    fn save_now(&mut self) -> bool {
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
                let name = store::error::shown(&session.path);
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

    fn save_as_to(&mut self, text: &str) {
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

    fn fail(&mut self, error: &SaveError) {
        let lang = self.desk.lang;
        self.desk
            .complain(format!("{} {}", error.message(lang), error.hint(lang)));
    }

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
                    "{0} 的内容变了：可能是别人或 git 改动的。您这里还有未保存的改动。",
                );
                let body = vec![text.fill(lang, &[store::error::shown(&session.path)])];
                let answers = vec![
                    (
                        Text::new("See the difference", "查看差别"),
                        Act::Compare(theirs.clone()),
                    ),
                    (
                        Text::new(
                            "Keep mine: the next save replaces the file",
                            "保留我的：下次保存时覆盖文件",
                        ),
                        Act::KeepMine(theirs.clone()),
                    ),
                    (
                        Text::new(
                            "Take theirs: undo gives mine back",
                            "用文件的：可撤销恢复我的",
                        ),
                        Act::TakeTheirs(theirs),
                    ),
                ];
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

    /// Writes the recovery file if it is due; says so once if it cannot be written.
    pub fn keep_if_due(&mut self) {
        let folders = self.desk.folders.clone();
        if let Some(session) = &mut self.desk.session
            && let Err(error) = session.keep_if_due(folders.as_ref())
        {
            self.fail(&error);
        }
    }

    /// Writes the recovery file now.
    pub fn keep_all(&mut self) {
        let folders = self.desk.folders.clone();
        if let Some(session) = &mut self.desk.session {
            // There is nobody left to tell.
            let _ = session.keep(folders.as_ref());
        }
    }

    /// Goes back to the list of plans; asks first when there are changes.
    pub fn show_plans(&mut self) {
        self.leave(Leave::Plan);
    }

    /// Ends the program; asks first when there are changes.
    pub fn quit(&mut self) {
        self.leave(Leave::Program);
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
            }
            Act::Forget(recovery) => recovery.discard(),
            Act::CompareRecovery(recovery) => {
                let Some(session) = &self.desk.session else {
                    return;
                };
                let lines = store::diff::diff(session.document.text(), &recovery.text, 2);
                let title = Text::new(
                    "The file (−) and the unsaved work (+)",
                    "文件（−）与未保存的内容（+）",
                );
                self.offer(*recovery);
                self.over_overlay(title, &lines);
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
            }
            Act::Compare(theirs) => {
                let Some(session) = &self.desk.session else {
                    return;
                };
                let lines = store::diff::diff(session.document.text(), &theirs.text, 2);
                let title = Text::new("Yours (−) and the file (+)", "您的（−）与文件的（+）");
                let answers = vec![
                    (
                        Text::new(
                            "Keep mine: the next save replaces the file",
                            "保留我的：下次保存时覆盖文件",
                        ),
                        Act::KeepMine(theirs.clone()),
                    ),
                    (
                        Text::new(
                            "Take theirs: undo gives mine back",
                            "用文件的：可撤销恢复我的",
                        ),
                        Act::TakeTheirs(theirs),
                    ),
                ];
                self.show(Dialog::ask(
                    Text::new("The file changed outside", "文件在外部被改动"),
                    Vec::new(),
                    answers,
                ));
                self.over_overlay(title, &lines);
            }
            Act::Delete(path) => self.delete(&path),
        }
    }

    /// Shows a difference over the question that is open; closing it comes back to the question.
    fn over_overlay(&mut self, title: Text, lines: &[store::DiffLine]) {
        let back = match self.overlay.take() {
            Some(super::Overlay::Dialog(dialog)) => Some(dialog),
            _ => None,
        };
        self.show(Dialog::diff(title, self.desk.lang, lines, back));
    }

    pub(super) fn typed(&mut self, purpose: Purpose, text: String) {
        match purpose {
            Purpose::NewPlan(sample) => self.create(&text, sample),
            Purpose::OpenPath => self.open_typed(&text),
            Purpose::RenamePlan(path) => {
                if text.is_empty() {
                    return;
                }
                match names::rename(&path, &text) {
                    Ok(_) => self.plans.load(&self.desk),
                    Err(error) => self.fail(&error),
                }
            }
            Purpose::SaveAs => self.save_as_to(&text),
            Purpose::RenameRow => self.rename_row_to(&text),
            Purpose::AddRow(section) => self.workbench.add_named(section, &text, &mut self.desk),
            Purpose::Accept { rule, path } => {
                if text.is_empty() {
                    let text = Text::new(
                        "An answer needs a reason: nothing was changed.",
                        "说明需要理由：没有改动。",
                    );
                    self.desk.say(text, &[]);
                } else {
                    self.accept_with(rule, &path, &text);
                }
            }
            Purpose::Search => self.search_for(&text),
        }
    }

    /// Hands the mouse to the terminal for selecting text, or takes it back.
    pub fn toggle_mouse(&mut self) {
        self.mouse = !self.mouse;
        self.errands.push(Errand::Mouse(self.mouse));
        let text = if self.mouse {
            Text::new(
                "The mouse works in farsight again.",
                "鼠标重新由 farsight 使用。",
            )
        } else {
            Text::new(
                "The mouse selects text in the terminal now. Alt-M takes it back.",
                "鼠标现在用于在终端中选择文字。按 Alt-M 收回。",
            )
        };
        self.desk.say(text, &[]);
    }

    /// Stops until `fg`.
    pub fn suspend(&mut self) {
        self.keep_all();
        self.errands.push(Errand::Suspend);
    }

    /// Switches between English and Chinese.
    pub fn switch_language(&mut self) {
        self.desk.lang = self.desk.lang.other();
        let text = match self.desk.lang {
            Lang::En => Text::new("English. F9 goes back to Chinese.", ""),
            Lang::Zh => Text::new("", "已切换为中文。按 F9 回到英文。"),
        };
        self.desk.say(text, &[]);
    }
}

/// The title that a plan's text gives itself.
fn title_of(text: &str) -> String {
    let document = crate::plan::Document::parse(text);
    document
        .value("plan.title")
        .map(|title| title.plain())
        .unwrap_or_default()
}

/// A sample's text under another title.
fn retitled(text: &str, title: &str) -> String {
    use crate::plan::{Document, Literal, Path};
    let document = Document::parse(text);
    document
        .set(&Path::parse("plan.title"), &Literal::Line(title.to_owned()))
        .map_or_else(|_| text.to_owned(), |edit| edit.applied(text))
}

/// The step to begin with: that of the next thing to do, or the frame.
fn first_step(desk: &crate::tui::desk::Desk) -> crate::catalogue::Step {
    use crate::checks::progress::step_of;
    desk.session
        .as_ref()
        .and_then(|session| session.progress.next.as_ref())
        .and_then(|next| step_of(next.path()))
        .unwrap_or(crate::catalogue::Step::Plan)
}
