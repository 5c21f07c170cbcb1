//! Commands on rows of the open plan.

use super::App;
use crate::plan::{Path, rows};
use crate::tui::dialog::{Dialog, Purpose};
use crate::tui::places::Reply;
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
    pub(super) fn make(
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
                self.workbench.refresh(&mut self.desk);
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
}
