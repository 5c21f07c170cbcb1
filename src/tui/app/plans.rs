//! Commands of the list of plans: new, duplicate, rename, delete, bring back.

use std::path::{Path, PathBuf};

use super::{App, file_name};
use crate::plan::sample::{SAMPLES, sample};
use crate::plan::starter::blank;
use crate::store::{self, names, trash};
use crate::tui::dialog::{Act, Dialog, Purpose};
use crate::tui::picker::{Item, Pick, Picker};
use crate::words::Text;

impl App {
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

    pub(super) fn create(&mut self, title: &str, from: Option<&'static str>) {
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

    pub(super) fn open_typed(&mut self, text: &str) {
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
                let name = file_name(&copy);
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
        let body = vec![text.fill(self.desk.lang, &[file_name(&path)])];
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

    pub(super) fn delete(&mut self, path: &Path) {
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
                let name = file_name(&path);
                self.desk
                    .say(Text::new("{0} is back.", "已恢复 {0}。"), &[&name]);
            }
            Err(error) => self.fail(&error),
        }
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
