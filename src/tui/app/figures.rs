//! Commands on figures: the place, the way to a row, writing a trial, copying.

use super::{App, Errand, Place};
use crate::tui::dialog::{self, Dialog};
use crate::words::Text;

impl App {
    /// Shows the figures of the plan, or goes back.
    pub fn show_figures(&mut self) {
        self.figures.leave_field();
        self.call(Place::Figures);
        self.figures.arrive(&self.desk);
    }

    /// Shows the calculator, or goes back.
    pub fn show_calculator(&mut self) {
        self.figures.leave_field();
        self.call(Place::Calculator);
        self.calculator.show(None, self.desk.lang);
    }

    /// Shows the formula of the chosen figure in the calculator.
    pub fn calculate_figure(&mut self) {
        let name = self.figures.explained().map(|formula| formula.name);
        self.call(Place::Calculator);
        self.calculator.show(name, self.desk.lang);
    }

    /// Shows the page of the formula that is chosen.
    pub fn explain_formula(&mut self) {
        let formula = match self.place {
            Place::Calculator => self.calculator.chosen(),
            _ => self.figures.explained(),
        };
        match formula {
            Some(formula) => {
                let text = dialog::marked(formula.page(self.desk.lang));
                self.show(Dialog::read(formula.title.get(self.desk.lang), text));
            }
            None => self
                .desk
                .say(Text::new("A chart has no formula.", "图表没有公式。"), &[]),
        }
    }

    /// Goes to the row or field of what is chosen among the figures.
    pub fn go_to_figure(&mut self) {
        match self.figures.place() {
            Some(path) => self.go(&path),
            None => self.desk.say(
                Text::new("There is no row to go to.", "没有可转到的条目。"),
                &[],
            ),
        }
    }

    /// Writes what is tried into the plan, as one step.
    pub fn write_trial(&mut self) {
        let session = self.desk.session.as_ref();
        let Some(edit) = session.and_then(|session| self.figures.trial(session)) else {
            self.desk.say(
                Text::new(
                    "Nothing is tried. ← and → on an input try another value.",
                    "没有正在试算的数值。在输入上按 ← → 试算。",
                ),
                &[],
            );
            return;
        };
        let count = self.figures.tried().to_string();
        let place = self.figures.place().unwrap_or_default();
        if self.make(&place, |_| edit) {
            self.figures.drop_trial();
            self.desk.say(
                Text::new(
                    "Written into the plan: {0} values. Alt-Z takes them back.",
                    "已写入计划：{0}个数值。按 Alt-Z 撤销。",
                ),
                &[&count],
            );
        }
    }

    /// Whether values are tried that are not in the plan.
    pub fn tries(&self) -> bool {
        self.place == Place::Figures && self.figures.tried() > 0
    }

    /// Copies the chosen figure as text.
    pub fn copy_figure(&mut self) {
        let text = match self.place {
            Place::Calculator => self.calculator.as_text(self.desk.lang),
            _ => self.figures.as_text(self.desk.lang),
        };
        let count = text.chars().count().to_string();
        self.errands.push(Errand::Copy(text));
        self.desk.say(
            Text::new("Copied {0} characters.", "已复制{0}个字符。"),
            &[&count],
        );
    }
}
