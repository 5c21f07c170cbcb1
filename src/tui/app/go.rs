//! Commands that lead somewhere: steps, findings, the interview; and those on the screen itself.

use super::{App, Errand, Place};
use crate::catalogue::Step;
use crate::tui::findings::Handle;
use crate::tui::theme::Theme;
use crate::words::{Lang, Text};

impl App {
    /// Goes to a path in the workbench.
    pub fn go(&mut self, path: &str) {
        if self.desk.session.is_none() {
            return;
        }
        self.place = Place::Workbench;
        self.workbench.go(path, &mut self.desk);
    }

    /// Goes to a step in the workbench.
    pub fn go_step(&mut self, number: usize) {
        if let Some(step) = Step::ALL.get(number) {
            self.place = Place::Workbench;
            self.workbench.go_step(*step, &mut self.desk);
        }
    }

    /// Goes to the next thing to do.
    pub fn go_next(&mut self) {
        self.look();
        if self.is_deciding() {
            self.decide();
            return;
        }
        let Some(session) = &self.desk.session else {
            return;
        };
        match session.progress.next.clone() {
            Some(next) => {
                self.go(next.path());
                if let crate::checks::progress::Next::Add(..) = next {
                    self.add_row();
                }
            }
            None if session.lesson.is_some() => self.desk.say(
                Text::new(
                    "Nothing is left of what the exercise is about. Alt-B shows the questions to answer in writing.",
                    "练习要找的问题都处理完了。按 Alt-B 查看要书面回答的问题。",
                ),
                &[],
            ),
            None => self.desk.say(
                Text::new(
                    "Nothing is missing and nothing is wrong.",
                    "没有缺项，也没有问题。",
                ),
                &[],
            ),
        }
    }

    /// Shows all findings, or goes back.
    ///
    /// The list begins on what was found in the field that one comes from.
    pub fn show_findings(&mut self) {
        self.look();
        if matches!(self.place, Place::Workbench | Place::Walk)
            && let Some(session) = &self.desk.session
            && let Some(finding) = self.workbench.findings_here(session).first()
        {
            self.findings.choose(Handle::of(finding, &session.report));
        }
        self.call(Place::Findings);
    }

    /// Shows the chain of every target segment, or goes back.
    pub fn show_chain(&mut self) {
        self.call(Place::Chain);
    }

    /// Goes to what is chosen in the chain.
    pub fn go_along_chain(&mut self) {
        let reply = self.chain.open();
        self.reply(reply, false);
    }

    /// Shows the glossary, on the term of the field if it has one; or goes back.
    pub fn show_glossary(&mut self) {
        let term = self
            .workbench
            .editor
            .as_ref()
            .and_then(|editor| editor.field.term);
        if self.place != Place::Glossary
            && let Some(term) = term
        {
            self.glossary.show(term, self.desk.lang);
        }
        self.call(Place::Glossary);
    }

    pub(super) fn show_term(&mut self, id: &str) {
        self.glossary.show(id, self.desk.lang);
        if self.place != Place::Glossary {
            self.call(Place::Glossary);
        }
    }

    pub(super) fn call(&mut self, place: Place) {
        if self.place == place {
            self.place = self.before;
        } else {
            let called = matches!(
                self.place,
                Place::Findings
                    | Place::Chain
                    | Place::Figures
                    | Place::Calculator
                    | Place::Review
                    | Place::Quiz
                    | Place::Glossary
            );
            if !called {
                self.before = self.place;
            }
            self.look();
            self.place = place;
        }
    }

    /// Begins the guided interview where it stopped, or goes back to the workbench.
    pub fn toggle_walk(&mut self) {
        if self.place == Place::Walk {
            self.place = Place::Workbench;
            let place = self.workbench.place();
            self.workbench.go(&place, &mut self.desk);
        } else {
            self.place = Place::Walk;
            self.walk.begin(&mut self.workbench, &mut self.desk);
        }
    }

    /// The next question.
    pub fn walk_next(&mut self) {
        self.walk.next(&mut self.workbench, &mut self.desk);
    }

    /// The question before.
    pub fn walk_back(&mut self) {
        self.walk.back(&mut self.workbench, &mut self.desk);
    }

    /// Leaves the question out.
    pub fn walk_skip(&mut self) {
        self.walk.skip(&mut self.workbench, &mut self.desk);
    }

    /// Puts the question at the end.
    pub fn walk_later(&mut self) {
        self.walk.later(&mut self.workbench, &mut self.desk);
    }

    /// The next part of the screen.
    pub fn next_pane(&mut self) {
        if self.place == Place::Workbench {
            self.workbench.next_pane(&mut self.desk);
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

    /// The next theme.
    pub fn next_theme(&mut self) {
        let at = Theme::ALL
            .iter()
            .position(|theme| theme.name == self.desk.theme.name)
            .unwrap_or(0);
        self.desk.theme = Theme::ALL[(at + 1) % Theme::ALL.len()];
        self.desk.say(
            Text::new("Theme: {0}.", "主题：{0}。"),
            &[self.desk.theme.name],
        );
    }

    /// Takes the last change back and shows where it was.
    pub fn undo(&mut self) {
        let place = self
            .desk
            .session
            .as_mut()
            .and_then(super::super::session::Session::undo);
        self.show_change(
            place,
            Text::new("Nothing to take back.", "没有可撤销的改动。"),
        );
    }

    /// Makes the last change again and shows where it is.
    pub fn redo(&mut self) {
        let place = self
            .desk
            .session
            .as_mut()
            .and_then(super::super::session::Session::redo);
        self.show_change(
            place,
            Text::new("Nothing to make again.", "没有可重做的改动。"),
        );
    }

    fn show_change(&mut self, place: Option<String>, nothing: Text) {
        self.look();
        match place {
            Some(place) => {
                if self.place == Place::Workbench
                    && !place.is_empty()
                    && place != self.workbench.place()
                {
                    self.go(&place);
                }
                self.workbench.refresh(&mut self.desk);
            }
            None => self.desk.say(nothing, &[]),
        }
    }
}
