//! Commands on findings: the next one, its page, an answer, a repair.

use super::App;
use crate::catalogue;
use crate::plan::Path;
use crate::tui::dialog::{Dialog, Look, Purpose};
use crate::words::Text;

impl App {
    /// Goes to the next finding.
    pub fn next_gap(&mut self) {
        self.gap(true);
    }

    /// Goes to the finding before.
    pub fn previous_gap(&mut self) {
        self.gap(false);
    }

    /// Findings go round in the order of the plan.
    fn gap(&mut self, forward: bool) {
        self.look();
        let Some(session) = &self.desk.session else {
            return;
        };
        let mut places: Vec<(usize, String)> = session
            .report
            .open()
            .filter(|finding| !finding.path.is_empty())
            .map(|finding| (order(&finding.path), finding.path.clone()))
            .collect();
        places.sort();
        places.dedup();
        let here = self.workbench.place();
        let mine = (order(&here), here);
        let next = if forward {
            places
                .iter()
                .find(|place| **place > mine)
                .or(places.first())
        } else {
            places
                .iter()
                .rev()
                .find(|place| **place < mine)
                .or(places.last())
        };
        match next.cloned() {
            Some((_, path)) => {
                self.go(&path);
                let found = self.desk.session.as_ref().and_then(|session| {
                    session
                        .findings_at(&path)
                        .find(|finding| finding.answered.is_none())
                        .map(|finding| (finding.severity.label(), finding.message(self.desk.lang)))
                });
                if let Some((severity, message)) = found {
                    let lang = self.desk.lang;
                    let text = Text::new("{0}: {1}", "{0}：{1}")
                        .fill(lang, &[severity.get(lang).to_owned(), message]);
                    self.desk.notice = Some(crate::tui::desk::Notice { text, bad: false });
                }
            }
            None => self.desk.say(Text::new("No findings.", "没有问题。"), &[]),
        }
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
        let title =
            Text::new("Answer: {0}", "说明理由：{0}").fill(lang, &[finding.rule.title.get(lang)]);
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

/// Where a path stands in the order of the work.
fn order(path: &str) -> usize {
    let path = Path::parse(path);
    let section = crate::tui::places::workbench::section_of(&path);
    section
        .and_then(|section| catalogue::sections().position(|other| other.path == section.path))
        .unwrap_or(usize::MAX)
}
