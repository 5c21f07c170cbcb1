//! Commands on findings: the next one, its page, an answer, a repair.

use super::{App, Place};
use crate::catalogue;
use crate::checks::answers::{self, Reply};
use crate::checks::myopia::{self, Family};
use crate::checks::{Finding, Report};
use crate::plan::Path;
use crate::store::{DiffKind, diff};
use crate::tui::answer_form::{AnswerForm, Given};
use crate::tui::dialog::{self, Act, Dialog, Look};
use crate::tui::findings::{Filter, Handle, Verb};
use crate::tui::lacks;
use crate::tui::picker::{Item, Pick, Picker};
use crate::words::{Lang, Text, date};

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

    /// Explains a finding with the page of its rule.
    pub fn explain_finding(&mut self) {
        self.with_finding(Verb::Explain);
    }

    /// Asks for the reason to leave a finding as it is.
    pub fn accept_finding(&mut self) {
        self.with_finding(Verb::Accept);
    }

    /// Makes the mechanical repair of a finding, if it has one.
    pub fn repair_finding(&mut self) {
        self.with_finding(Verb::Repair);
    }

    /// Does something with the finding that is meant: in the list the chosen one, elsewhere that of
    /// the field; where a field has several, it asks which.
    fn with_finding(&mut self, verb: Verb) {
        self.look();
        let Some(session) = &self.desk.session else {
            return;
        };
        let lang = self.desk.lang;
        let meant: Vec<&Finding> = if self.place == Place::Findings {
            self.findings.chosen(session).into_iter().collect()
        } else {
            self.workbench.findings_here(session)
        };
        let can = |finding: &&&Finding| verb != Verb::Repair || finding.fix.is_some();
        let able: Vec<&Finding> = meant.iter().filter(can).copied().collect();
        match able.as_slice() {
            [] if meant.is_empty() => self.desk.say(
                Text::new("Nothing was found here.", "这里没有发现问题。"),
                &[],
            ),
            [] => self.desk.say(
                Text::new(
                    "This one needs a person: there is no mechanical repair.",
                    "这条需要人来改，不能自动修正。",
                ),
                &[],
            ),
            [one] => {
                let handle = Handle::of(one, &session.report);
                self.on_finding(verb, &handle);
            }
            several => {
                let items = several.iter().map(|finding| {
                    let detail = format!(
                        "{} {}",
                        finding.severity.label().get(lang),
                        finding.rule.code
                    );
                    let handle = Handle::of(finding, &session.report);
                    Item::new(finding.message(lang), detail, Pick::Finding(verb, handle))
                });
                let title = Text::new("Which finding?", "哪一条问题？").get(lang);
                let picker = Picker::new(title, items.collect());
                self.pick(picker);
            }
        }
    }

    /// Does something with this finding.
    pub(super) fn on_finding(&mut self, verb: Verb, handle: &Handle) {
        match verb {
            Verb::Explain => self.explain(handle),
            Verb::Accept => self.ask_reason(handle),
            Verb::Repair => self.preview(handle),
        }
    }

    /// The finding as it stands now; what was meant may have been repaired meanwhile.
    fn finding(&self, handle: &Handle) -> Option<&Finding> {
        handle.find(&self.desk.session.as_ref()?.report)
    }

    fn explain(&mut self, handle: &Handle) {
        let lang = self.desk.lang;
        let Some(finding) = self.finding(handle) else {
            return;
        };
        let rule = finding.rule;
        let mut text = vec![
            (finding.message(lang), Look::Plain),
            (finding.path.clone(), Look::Dim),
            (String::new(), Look::Plain),
        ];
        text.extend(dialog::marked(rule.page(lang)));
        self.show(Dialog::read(format!("{} {}", rule.code, rule.name), text));
    }

    fn ask_reason(&mut self, handle: &Handle) {
        let lang = self.desk.lang;
        let Some(session) = &self.desk.session else {
            return;
        };
        let Some(finding) = handle.find(&session.report) else {
            return;
        };
        if !finding.rule.can_be_answered() {
            let refusal = if finding.rule.is_about_the_file() {
                Text::new(
                    "A mistake in the file itself is repaired, not answered.",
                    "文件本身的错误需要改正，不能用理由代替。",
                )
            } else {
                Text::new(
                    "An answer that does not hold is put right, not answered.",
                    "说明本身有问题时应当改正，不能再加说明。",
                )
            };
            self.desk.say(refusal, &[]);
            return;
        }
        if let Some(locked) = session.locked {
            self.desk.complain(locked.message().get(lang));
            return;
        }
        let owner = || {
            let owner = session.document.value("plan.owner");
            owner.map(|it| it.plain()).unwrap_or_default()
        };
        let by = self.desk.name.clone().unwrap_or_else(owner);
        let message = Text::new("{0}: {1}", "{0}：{1}").fill(
            lang,
            &[
                finding.rule.title.get(lang).to_owned(),
                finding.message(lang),
            ],
        );
        let mut form = AnswerForm::new(handle.clone(), message, by.trim(), self.desk.today);
        // An answer that has run out is given anew: its reason may still be the right one.
        if let Some(row) = answers::row(&session.document, finding) {
            let word = |key: &str| {
                let value = session.document.get(&row.join(key));
                value.map(|it| it.plain()).unwrap_or_default()
            };
            let until = word("until").parse().ok();
            let signed = Some(word("by")).filter(|name| !name.trim().is_empty());
            form = form.over(&word("reason"), &signed.unwrap_or(by), until);
        }
        self.show(Dialog::Form(Box::new(form)));
    }

    /// Writes an answer, over the one that the finding has if it has one; true if it was written.
    pub(super) fn accept_with(&mut self, given: &Given) -> bool {
        self.look();
        let row = self.answer_row(&given.finding);
        let reply = Reply {
            check: given.finding.rule(),
            at: given.finding.path(),
            reason: &given.reason,
            by: Some(given.by.as_str()).filter(|by| !by.is_empty()),
            until: given.until,
        };
        let written = self.make("accept", |document| match &row {
            Some(row) => answers::change(document, row, &reply),
            None => answers::edit(document, &reply),
        });
        if written {
            let day = given.until.map(|day| date::show(day, self.desk.lang));
            let text = match (&row, &day) {
                (Some(_), _) => Text::new(
                    "The answer is changed. Alt-Z takes the change back.",
                    "说明已修改。按 Alt-Z 撤销。",
                ),
                (None, Some(_)) => Text::new(
                    "Answered until {0}. The reason stands in the plan, under [[accept]].",
                    "已说明，{0}前有效。理由写在计划末尾的 [[accept]] 中。",
                ),
                (None, None) => Text::new(
                    "Answered. The reason stands at the end of the plan, under [[accept]].",
                    "已说明。理由写在计划末尾的 [[accept]] 中。",
                ),
            };
            self.desk.say(text, &[&day.unwrap_or_default()]);
        }
        written
    }

    /// The row of the answer that a finding has.
    fn answer_row(&self, handle: &Handle) -> Option<Path> {
        let session = self.desk.session.as_ref()?;
        answers::row(&session.document, handle.find(&session.report)?)
    }

    /// Takes the answer of the chosen finding out of the plan.
    pub fn take_answer_back(&mut self) {
        self.look();
        let Some(session) = &self.desk.session else {
            return;
        };
        let chosen = self.findings.chosen(session);
        let answered = chosen.filter(|finding| finding.answered.is_some());
        let Some(row) = answered.and_then(|finding| answers::row(&session.document, finding))
        else {
            self.desk.say(
                Text::new(
                    "This finding has no answer to take back.",
                    "这条问题没有可撤回的说明。",
                ),
                &[],
            );
            return;
        };
        let before = session.report.open().count();
        if self.make("accept", |document| document.remove(&row)) {
            let after = self.desk.session.as_ref();
            let after = after.map_or(0, |session| session.report.open().count());
            let more = after.saturating_sub(before).max(1).to_string();
            let text = if more == "1" {
                Text::new(
                    "The answer is taken back: the finding is open. Alt-Z brings the answer back.",
                    "说明已撤回，问题重新打开。按 Alt-Z 恢复说明。",
                )
            } else {
                Text::new(
                    "The answer is taken back: {0} findings are open. Alt-Z brings the answer back.",
                    "说明已撤回，{0}个问题重新打开。按 Alt-Z 恢复说明。",
                )
            };
            self.desk.say(text, &[&more]);
        }
    }

    /// Makes a repair of one line at once; shows one of several lines before it is made.
    fn preview(&mut self, handle: &Handle) {
        let lang = self.desk.lang;
        let Some(session) = &self.desk.session else {
            return;
        };
        let Some(finding) = handle.find(&session.report) else {
            return;
        };
        let Some(fix) = &finding.fix else { return };
        let before = session.document.text();
        let lines = diff::diff(before, &fix.applied(before), 1);
        let (out, come) = diff::count(&lines);
        if out.max(come) <= 1 {
            self.repair(handle);
            return;
        }
        let title = Text::new(
            "The repair: out (−) and in (+)",
            "自动修正：删去（−）与写入（+）",
        );
        let dialog = Dialog::diff(title, lang, &[], &lines, None);
        let label = Text::new("repair it", "修正");
        self.show(dialog.then(label, Act::Repair(handle.clone())));
    }

    /// Makes the mechanical repair of a finding.
    pub(super) fn repair(&mut self, handle: &Handle) {
        self.look();
        let Some(session) = &self.desk.session else {
            return;
        };
        let Some(finding) = handle.find(&session.report) else {
            return;
        };
        let Some(fix) = finding.fix.clone() else {
            return;
        };
        let before = session.document.text();
        let lines = diff::diff(before, &fix.applied(before), 0);
        let line = |kind| {
            let mut of = lines.iter().filter(|line| line.kind == kind);
            of.next().map_or("", |line| line.text.trim()).to_owned()
        };
        let change = [line(DiffKind::Removed), line(DiffKind::Added)];
        let one = diff::count(&lines) == (1, 1);
        let path = finding.path.clone();
        if self.make(&path, |_| Ok(fix)) {
            let text = if one {
                Text::new(
                    "Repaired: {0} → {1}. Alt-Z takes it back.",
                    "已修正：{0} → {1}。按 Alt-Z 撤销。",
                )
            } else {
                Text::new("Repaired. Alt-Z takes it back.", "已修正。按 Alt-Z 撤销。")
            };
            self.desk.say(text, &[&change[0], &change[1]]);
        }
    }

    /// Offers the rules, steps, severities and families whose findings can be shown alone.
    pub fn filter_findings(&mut self) {
        let Some(session) = &self.desk.session else {
            return;
        };
        let lang = self.desk.lang;
        let choices = Filter::choices(&session.report).into_iter();
        let items = choices.map(|(filter, count)| {
            Item::new(filter.label(lang), count.to_string(), Pick::Filter(filter))
        });
        let title = Text::new("Show which findings?", "显示哪些问题？").get(lang);
        let picker = Picker::new(title, items.collect());
        self.pick(picker);
    }

    /// Shows which families of signs of marketing myopia speak, each with its evidence.
    pub fn show_myopia(&mut self) {
        self.look();
        let Some(session) = &self.desk.session else {
            return;
        };
        let text = myopia_page(&session.report, self.desk.lang);
        let title = Text::new("Signs of marketing myopia", "营销近视的迹象");
        let dialog = Dialog::read(title.get(self.desk.lang), text);
        self.show(dialog);
    }

    /// Lists the rules that lacked data, with what they lack; Enter goes to where it is written.
    pub fn show_coverage(&mut self) {
        self.look();
        let Some(session) = &self.desk.session else {
            return;
        };
        let lang = self.desk.lang;
        let report = &session.report;
        if report.unchecked.is_empty() {
            let text = Text::new("Every rule could be checked.", "每条规则都检查过了。");
            self.desk.say(text, &[]);
            return;
        }
        let items = report.unchecked.iter().map(|(rule, lack)| {
            let label = format!("{} {}", rule.code, rule.title.get(lang));
            let lacks = Text::new("lacks {0}", "缺{0}").fill(lang, &[lack.get(lang)]);
            let place = lacks::section(rule, *lack);
            Item::new(label, lacks, Pick::Place(place.to_owned()))
        });
        let title = Text::new(
            "{0} of {1} rules could be checked; these could not",
            "{1}条规则中检查了{0}条，以下未能检查",
        );
        let counts = [report.checked.to_string(), report.total().to_string()];
        let picker = Picker::new(title.fill(lang, &counts), items.collect());
        self.pick(picker);
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

/// The families of signs, those that speak with what they found, and the others by name.
fn myopia_page(report: &Report, lang: Lang) -> Vec<(String, Look)> {
    let signals = myopia::signals(report);
    let first = myopia::sentence(&signals, lang).unwrap_or_else(|| {
        let said = match signals.len() {
            0 => Text::new(
                "Nothing in this plan reads as product-centred.",
                "这份计划没有以产品为中心的迹象。",
            ),
            _ => Text::new(
                "One family of signs speaks. One alone may have its own reason; two or more show a plan that sees its product and not the need.",
                "只有一个方面出现迹象。单独一个方面可能另有原因；两个以上，说明计划看见的是产品而不是需要。",
            ),
        };
        said.get(lang).to_owned()
    });
    let mut text = vec![(first, Look::Plain)];
    let line = |text: String, look| (text, look);
    for (family, fired) in &signals {
        let head = format!("{} ({})", family.label().get(lang), fired.len());
        text.push(line(String::new(), Look::Plain));
        text.push(line(head, Look::Title));
        for finding in fired {
            let said = format!("{} {}", finding.rule.code, finding.message(lang));
            text.push(line(said, Look::Plain));
            text.push(line(format!("     {}", finding.path), Look::Dim));
        }
    }
    let silent = |family: &Family| signals.iter().all(|(other, _)| other != family);
    for family in Family::ALL.iter().filter(|it| silent(it)) {
        let blind = report.unchecked.iter();
        let blind = blind.filter(|(rule, _)| myopia::rules(*family).contains(&rule.name));
        let blind = blind.count();
        let said = if blind == 0 {
            Text::new("{0}: no sign", "{0}：没有迹象")
        } else {
            Text::new(
                "{0}: no sign; {1} of {2} rules could not look yet",
                "{0}：没有迹象；{2}条规则中有{1}条还不能检查",
            )
        };
        let counts = [blind.to_string(), myopia::rules(*family).len().to_string()];
        let words = [family.label().get(lang), counts[0].as_str(), &counts[1]];
        text.push(line(String::new(), Look::Plain));
        text.push(line(said.fill(lang, &words), Look::Dim));
    }
    text
}
