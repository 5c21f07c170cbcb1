//! Commands on rows and fields of the open plan.

use super::{App, Errand, Place};
use crate::plan::{Path, rows};
use crate::tui::dialog::{Dialog, Look, Purpose};
use crate::tui::editor;
use crate::tui::places::Reply;
use crate::tui::unknown;
use crate::words::Text;

impl App {
    /// Asks what names a new row of the chosen list.
    pub fn add_row(&mut self) {
        let reply = self.workbench.add_row(&mut self.desk);
        if let Reply::Show(dialog) = reply {
            self.show(dialog);
        }
    }

    /// The row that is chosen; says so when there is none.
    fn chosen_row(&mut self) -> Option<Path> {
        let row = self.workbench.row();
        if row.is_none() {
            self.desk
                .say(Text::new("Choose a row first.", "请先选中一条。"), &[]);
        }
        row
    }

    /// Makes an edit and shows its outcome; true if it was made.
    fn make(
        &mut self,
        place: &str,
        edit: impl FnOnce(&crate::plan::Document) -> Result<crate::plan::Edit, crate::plan::EditError>,
    ) -> bool {
        let Some(session) = &mut self.desk.session else {
            return false;
        };
        session.pause();
        let edit = edit(&session.document);
        let done = session.edit(edit, place, None, self.desk.lang);
        session.pause();
        match done {
            Ok(()) => {
                self.look();
                self.workbench.refresh(&self.desk);
                true
            }
            Err(why) => {
                self.desk.complain(why);
                false
            }
        }
    }

    /// Copies the chosen row.
    pub fn duplicate_row(&mut self) {
        let Some(row) = self.chosen_row() else { return };
        let Some((list, name)) = row.split_last() else {
            return;
        };
        let Some(session) = &self.desk.session else {
            return;
        };
        let id = session.document.free_id(&list, name);
        self.workbench.leave_field(&mut self.desk);
        if self.make(&row.to_string(), |document| {
            document.duplicate_row(&row, &id)
        }) {
            let place = list.join(id.as_str()).to_string();
            self.workbench.go(&place, &mut self.desk);
        }
    }

    /// Deletes the chosen row; undo brings it back.
    pub fn delete_row(&mut self) {
        let Some(row) = self.chosen_row() else { return };
        let Some((list, name)) = row.split_last() else {
            return;
        };
        let pointed = self.desk.session.as_ref().map_or(0, |session| {
            session.document.references(&list.to_string(), name).len()
        });
        self.workbench.leave_field(&mut self.desk);
        self.workbench.focus = crate::tui::places::workbench::Focus::Outline;
        if self.make(&row.to_string(), |document| document.remove(&row)) {
            if pointed > 0 {
                let text = Text::new(
                    "Deleted “{0}”; {1} references to it now dangle. Alt-Z brings it back.",
                    "已删除“{0}”，有{1}处引用失去对象。按 Alt-Z 撤销。",
                );
                self.desk.say(text, &[name, &pointed.to_string()]);
            } else {
                self.desk.say(
                    Text::new(
                        "Deleted “{0}”. Alt-Z brings it back.",
                        "已删除“{0}”。按 Alt-Z 撤销。",
                    ),
                    &[name],
                );
            }
        }
    }

    /// Moves the chosen row up.
    pub fn move_row_up(&mut self) {
        self.move_row(-1);
    }

    /// Moves the chosen row down.
    pub fn move_row_down(&mut self) {
        self.move_row(1);
    }

    fn move_row(&mut self, by: isize) {
        let Some(row) = self.chosen_row() else { return };
        let Some(from) = self.workbench.entry().and_then(|entry| entry.nth) else {
            return;
        };
        let Some(to) = from.checked_add_signed(by) else {
            return;
        };
        let in_form = self.workbench.editor.is_some();
        let place = self.workbench.place();
        if self.make(&row.to_string(), |document| document.move_row(&row, to)) {
            let place = if in_form { place } else { row.to_string() };
            self.workbench.go(&place, &mut self.desk);
            if !in_form {
                self.workbench.leave_field(&mut self.desk);
                self.workbench.focus = crate::tui::places::workbench::Focus::Outline;
            }
        }
    }

    /// Asks for a new id of the chosen row.
    pub fn rename_row(&mut self) {
        let Some(row) = self.chosen_row() else { return };
        let Some((_, name)) = row.split_last() else {
            return;
        };
        let hint = Text::new(
            "The id by which other rows point here: lower-case letters, digits, hyphens. References follow.",
            "其他条目用来引用本条的编号：小写字母、数字、连字符或汉字。引用会随之更新。",
        );
        let title = Text::new("Rename the id", "修改编号").get(self.desk.lang);
        self.show(Dialog::prompt(
            title,
            hint.get(self.desk.lang),
            name,
            Purpose::RenameRow,
        ));
    }

    pub(super) fn rename_row_to(&mut self, id: &str) {
        let Some(row) = self.chosen_row() else { return };
        let Some((list, old)) = row.split_last() else {
            return;
        };
        let id = if rows::is_id(id) {
            id.to_owned()
        } else {
            rows::id_from(id, old)
        };
        let old = old.to_owned();
        self.workbench.leave_field(&mut self.desk);
        if self.make(&row.to_string(), |document| document.rename_row(&row, &id)) {
            let place = list.join(id.as_str()).to_string();
            self.workbench.go(&place, &mut self.desk);
            self.desk.say(
                Text::new(
                    "“{0}” is now “{1}”, and so are the references to it.",
                    "“{0}”已改为“{1}”，引用一并更新。",
                ),
                &[&old, &id],
            );
        }
    }

    /// Shows all fields, or the core and what is filled.
    pub fn toggle_fields(&mut self) {
        self.workbench.show_all = !self.workbench.show_all;
        let place = self.workbench.place();
        if self.workbench.editor.is_some() {
            let all = self.workbench.show_all;
            self.workbench.go(&place, &mut self.desk);
            self.workbench.show_all |= all;
        }
        let text = if self.workbench.show_all {
            Text::new(
                "All fields are shown. F3 goes back to the short form.",
                "已显示全部字段。按 F3 回到精简字段。",
            )
        } else {
            Text::new(
                "The short form: core fields and those filled in.",
                "精简：只显示核心字段和已填字段。",
            )
        };
        self.desk.say(text, &[]);
    }

    /// Marks the field as looked for and not known, or takes the mark away.
    pub fn toggle_unknown(&mut self) {
        let Some(path) = self
            .workbench
            .editor
            .as_ref()
            .map(|editor| editor.path.to_string())
        else {
            self.desk.say(
                Text::new("Choose a field first.", "请先选中一个字段。"),
                &[],
            );
            return;
        };
        if !self.make(&path, |document| unknown::toggle(document, &path)) {
            return;
        }
        let marked = self
            .desk
            .session
            .as_ref()
            .is_some_and(|session| unknown::is_marked(&session.document, &path));
        let text = if marked {
            Text::new(
                "Marked as unknown: the checks say “unknown” and not “missing”.",
                "已标记为不知道：检查会说“不知道”，而不是“缺失”。",
            )
        } else {
            Text::new("No longer marked as unknown.", "已取消“不知道”标记。")
        };
        self.desk.say(text, &[]);
        if self.place == Place::Walk && marked {
            self.walk_next();
        }
    }

    /// Empties the field.
    pub fn clear_field(&mut self) {
        self.workbench.put("", &mut self.desk);
    }

    /// Copies the selection, or the whole field.
    pub fn copy(&mut self) {
        let Some(editor) = &self.workbench.editor else {
            self.desk.say(
                Text::new("Choose a field first.", "请先选中一个字段。"),
                &[],
            );
            return;
        };
        let selected = editor.text.copy();
        let text = if selected.is_empty() {
            editor.text.text().to_owned()
        } else {
            selected
        };
        let count = text.chars().count().to_string();
        self.errands.push(Errand::Copy(text));
        self.desk.say(
            Text::new("Copied {0} characters.", "已复制{0}个字符。"),
            &[&count],
        );
    }

    /// Cuts the selection.
    pub fn cut(&mut self) {
        let Some(editor) = &mut self.workbench.editor else {
            return;
        };
        if editor::is_picked(editor.field.kind) || editor.text.selection().is_none() {
            return;
        }
        let text = editor.text.cut();
        let count = text.chars().count().to_string();
        self.errands.push(Errand::Copy(text));
        let now = editor.text.text().to_owned();
        self.workbench.put(&now, &mut self.desk);
        self.desk.say(
            Text::new("Cut {0} characters.", "已剪切{0}个字符。"),
            &[&count],
        );
    }

    /// Asks the terminal's owner to open the person's own editor.
    pub fn external_editor(&mut self) {
        let Some(session) = &self.desk.session else {
            return;
        };
        if let Some(editor) = &self.workbench.editor
            && editor::is_multi(editor.field.kind)
            && session.locked.is_none()
        {
            self.errands
                .push(Errand::EditText(editor.text.text().to_owned()));
            return;
        }
        let at = session.document.broken().or_else(|| {
            let path = Path::parse(&self.workbench.place());
            session.document.span(&path).map(|span| span.start)
        });
        let before = session
            .document
            .text()
            .get(..at.unwrap_or(0))
            .unwrap_or_default();
        self.errands
            .push(Errand::EditFile(before.matches('\n').count() + 1));
    }

    /// Takes back what the person's own editor made of a field's text.
    pub fn edited_text(&mut self, text: &str) {
        let text = text
            .strip_suffix('\n')
            .unwrap_or(text)
            .replace("\r\n", "\n");
        self.workbench.put(&text, &mut self.desk);
    }

    /// Takes back what the person's own editor made of the whole text.
    pub fn edited_file(&mut self, text: &str) {
        let place = self.workbench.place();
        self.workbench.leave_field(&mut self.desk);
        if let Some(session) = &mut self.desk.session {
            session.replace(text);
        }
        self.workbench.go(&place, &mut self.desk);
    }

    /// Shows how the text differs from the file.
    pub fn show_changes(&mut self) {
        let Some(session) = &self.desk.session else {
            return;
        };
        let lines = crate::store::diff::diff(session.base_text(), session.document.text(), 2);
        let title = Text::new("Since the last save", "上次保存以来的改动");
        self.show(Dialog::diff(title, self.desk.lang, &lines, None));
    }

    /// Explains the chosen finding with its page.
    pub fn explain_finding(&mut self) {
        let Some(session) = &self.desk.session else {
            return;
        };
        let Some(finding) = self.findings.chosen(session) else {
            return;
        };
        let lang = self.desk.lang;
        let rule = finding.rule;
        let mut text: Vec<(String, Look)> = Vec::new();
        for line in rule.page(lang).lines() {
            match line.trim_start_matches('#') {
                heading if heading.len() < line.len() => {
                    text.push((heading.trim().to_owned(), Look::Title))
                }
                _ if line.starts_with("```") => text.push((String::new(), Look::Plain)),
                _ => text.push((line.to_owned(), Look::Plain)),
            }
        }
        self.show(Dialog::read(format!("{} {}", rule.code, rule.name), text));
    }

    /// Asks for the reason to accept the chosen finding.
    pub fn accept_finding(&mut self) {
        let Some(session) = &self.desk.session else {
            return;
        };
        let Some(finding) = self.findings.chosen(session) else {
            return;
        };
        let lang = self.desk.lang;
        if finding.rule.is_about_the_file() {
            self.desk.say(
                Text::new(
                    "A mistake in the file itself is repaired, not answered.",
                    "文件本身的错误需要改正，不能用理由代替。",
                ),
                &[],
            );
            return;
        }
        let hint = Text::new(
            "Why is it right to leave this as it is? The answer stays in the plan and in reports.",
            "为什么这样是对的？理由会留在计划和报告中。",
        );
        let title = format!(
            "{}: {}",
            Text::new("Answer", "说明理由").get(lang),
            finding.rule.title.get(lang)
        );
        let purpose = Purpose::Accept {
            rule: finding.rule.name,
            path: finding.path.clone(),
        };
        let dialog = Dialog::prompt(title, hint.get(lang), "", purpose);
        self.show(dialog);
    }

    pub(super) fn accept_with(&mut self, rule: &str, path: &str, reason: &str) {
        use crate::plan::Literal;
        let by = self
            .desk
            .session
            .as_ref()
            .and_then(|session| session.document.value("plan.owner"));
        let mut fields = vec![
            ("check", Literal::Line(rule.to_owned())),
            ("at", Literal::Line(path.to_owned())),
            ("reason", Literal::Prose(reason.to_owned())),
        ];
        if let Some(by) = by {
            fields.push(("by", Literal::Line(by.plain())));
        }
        if self.make("accept", |document| {
            document.add_row(&Path::parse("accept"), usize::MAX, None, &fields)
        }) {
            self.desk.say(
                Text::new(
                    "Answered. The reason stands at the end of the plan, under [[accept]].",
                    "已说明。理由写在计划末尾的 [[accept]] 中。",
                ),
                &[],
            );
        }
    }

    /// Makes the mechanical repair of the chosen finding, if it has one.
    pub fn repair_finding(&mut self) {
        self.look();
        let Some(session) = &self.desk.session else {
            return;
        };
        let Some(finding) = self.findings.chosen(session) else {
            return;
        };
        let (path, fix) = (finding.path.clone(), finding.fix.clone());
        match fix {
            Some(fix) => {
                if self.make(&path, |_| Ok(fix)) {
                    self.desk.say(
                        Text::new("Repaired. Alt-Z takes it back.", "已修正。按 Alt-Z 撤销。"),
                        &[],
                    );
                }
            }
            None => self.desk.say(
                Text::new(
                    "This one needs a person: Enter goes to the field.",
                    "这条需要人来改：按回车转到该字段。",
                ),
                &[],
            ),
        }
    }

    /// Shows findings of the next severity only, or all.
    pub fn filter_severity(&mut self) {
        self.findings.next_severity();
    }
}
