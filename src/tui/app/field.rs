//! Commands on the field that has the keyboard.

use super::{App, Errand, Place};
use crate::plan::Path;
use crate::tui::{editor, unknown};
use crate::words::Text;

impl App {
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
        self.tell_changed();
    }
}
