//! All findings: what to do first stands first; Enter goes to the field.

mod draw;

use super::Reply;
use super::workbench::{answered, finding_lines, section_of};
use crate::checks::{Finding, Severity, order};
use crate::tui::canvas::Hit;
use crate::tui::desk::Desk;
use crate::tui::findings::{Filter, Handle, is_settled};
use crate::tui::input::{Code, Key};
use crate::tui::session::Session;
use crate::tui::text_field::{Change, TextField};
use crate::words::Lang;

/// The list of findings.
#[derive(Debug)]
pub struct Findings {
    /// The chosen finding, which stays chosen when the list changes around it.
    chosen: Option<Handle>,
    /// Where it stood last: when it goes, the one that takes its place is chosen.
    at: usize,
    /// The first line drawn.
    top: usize,
    severity: Option<Severity>,
    filter: Filter,
    words: TextField,
    typing: bool,
}

impl Default for Findings {
    fn default() -> Findings {
        Findings {
            chosen: None,
            at: 0,
            top: 0,
            severity: None,
            filter: Filter::All,
            words: TextField::new("", false),
            typing: false,
        }
    }
}

impl Findings {
    /// The findings shown: what waits before what is settled, and what to do first before the rest.
    fn shown<'s>(&self, session: &'s Session) -> Vec<&'s Finding> {
        let wanted = self.words.text().trim().to_lowercase();
        let mut out: Vec<&Finding> = session
            .report
            .findings
            .iter()
            .filter(|finding| self.severity.is_none_or(|it| it == finding.severity))
            .filter(|finding| self.filter.keeps(finding))
            .filter(|finding| wanted.is_empty() || holds(finding, &wanted))
            .collect();
        out.sort_by_key(|finding| (group(finding), order::rank(finding)));
        out
    }

    /// Where the chosen finding stands among those shown.
    fn place(&self, shown: &[&Finding], session: &Session) -> usize {
        let chosen = self.chosen.as_ref();
        let chosen = chosen.and_then(|handle| handle.find(&session.report));
        chosen
            .and_then(|chosen| shown.iter().position(|it| std::ptr::eq(*it, chosen)))
            .unwrap_or_else(|| self.at.min(shown.len().saturating_sub(1)))
    }

    fn take(&mut self, at: usize, shown: &[&Finding], session: &Session) {
        self.at = at.min(shown.len().saturating_sub(1));
        let finding = shown.get(self.at);
        self.chosen = finding.map(|finding| Handle::of(finding, &session.report));
    }

    /// The finding that is chosen.
    pub fn chosen<'s>(&self, session: &'s Session) -> Option<&'s Finding> {
        let shown = self.shown(session);
        shown.get(self.place(&shown, session)).copied()
    }

    /// Chooses a finding.
    pub fn choose(&mut self, finding: Handle) {
        self.chosen = Some(finding);
    }

    /// Shows one severity only, then the next, then all.
    pub fn next_severity(&mut self) {
        self.severity = match self.severity {
            None => Some(Severity::Error),
            Some(Severity::Error) => Some(Severity::Warning),
            Some(Severity::Warning) => Some(Severity::Advice),
            Some(Severity::Advice) => None,
        };
    }

    /// Shows only what passes a filter.
    pub fn narrow(&mut self, filter: Filter) {
        match filter {
            Filter::All => self.widen(),
            Filter::Severity(severity) => self.severity = Some(severity),
            filter => self.filter = filter,
        }
    }

    /// Shows all again.
    fn widen(&mut self) {
        self.severity = None;
        self.filter = Filter::All;
        self.words.set_text("");
        self.typing = false;
    }

    /// Whether anything is left out.
    fn is_narrow(&self) -> bool {
        self.severity.is_some() || self.filter != Filter::All || !self.words.text().is_empty()
    }

    /// Whether a search is being typed.
    pub const fn is_typing(&self) -> bool {
        self.typing
    }

    /// Takes pasted text into the search.
    pub fn paste(&mut self, text: &str) {
        self.typing = true;
        self.words.paste(text);
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let Some(session) = &desk.session else {
            return Reply::Ignored;
        };
        let shown = self.shown(session);
        let at = self.place(&shown, session);
        let to = match key.code {
            Code::Up => at.saturating_sub(1),
            Code::Down => at + 1,
            Code::PageUp => at.saturating_sub(10),
            Code::PageDown => at + 10,
            Code::Home if !self.typing => 0,
            Code::End if !self.typing => usize::MAX,
            // What is typed stays as a filter, and letters are commands again.
            Code::Enter if self.typing => {
                self.typing = false;
                return Reply::Done;
            }
            Code::Enter => return self.open(session),
            Code::Esc if self.typing || self.is_narrow() => {
                self.widen();
                return Reply::Done;
            }
            Code::Char('/') if !self.typing => {
                self.typing = true;
                return Reply::Done;
            }
            Code::Char('?') if !self.typing => return Reply::Run("help"),
            _ if self.typing => {
                if self.words.handle(key) == Change::Ignored {
                    return Reply::Ignored;
                }
                return Reply::Done;
            }
            _ => return Reply::Ignored,
        };
        self.take(to, &shown, session);
        Reply::Done
    }

    fn open(&self, session: &Session) -> Reply {
        match self.chosen(session) {
            // A finding about the text itself has no field: the file is opened at its line.
            Some(finding) if finding.path.is_empty() && finding.rule.is_about_the_file() => {
                Reply::Run("editor")
            }
            // One about the plan as a whole is repaired where its step begins.
            Some(finding) if finding.path.is_empty() => {
                Reply::Go(crate::tui::lacks::beginning(finding.rule.step).to_owned())
            }
            Some(finding) => Reply::Go(finding.path.clone()),
            None => Reply::Done,
        }
    }

    /// Handles a click: the first chooses, the second goes there.
    pub fn click(&mut self, hit: &Hit, desk: &mut Desk) -> Reply {
        let (Hit::Item(at), Some(session)) = (hit, &desk.session) else {
            return Reply::Ignored;
        };
        let shown = self.shown(session);
        if self.place(&shown, session) == *at && self.chosen.is_some() {
            return self.open(session);
        }
        self.take(*at, &shown, session);
        Reply::Done
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, lines: isize, desk: &Desk) {
        if let Some(session) = &desk.session {
            let shown = self.shown(session);
            let at = self.place(&shown, session);
            self.take(at.saturating_add_signed(lines), &shown, session);
        }
    }
}

/// What waits, then what is answered, then what a baseline knows.
const fn group(finding: &Finding) -> u8 {
    if finding.answered.is_some() {
        1
    } else if is_settled(finding) {
        2
    } else {
        0
    }
}

/// Whether a finding says what is wanted anywhere in its words, in either language.
fn holds(finding: &Finding, wanted: &str) -> bool {
    let rule = finding.rule;
    let step = order::step(finding).label();
    let family = crate::checks::myopia::of(rule.name).map(crate::checks::myopia::Family::label);
    let reason = finding.answered.as_ref().map(|it| it.reason.as_str());
    let in_both = |lang: Lang| {
        [
            finding.message(lang),
            rule.title.get(lang).to_owned(),
            finding.severity.label().get(lang).to_owned(),
            step.get(lang).to_owned(),
            family.map_or(String::new(), |it| it.get(lang).to_owned()),
        ]
    };
    let names = [finding.path.as_str(), rule.name, rule.code];
    let names = names.into_iter().chain(reason).map(str::to_owned);
    in_both(Lang::En)
        .into_iter()
        .chain(in_both(Lang::Zh))
        .chain(names)
        .any(|text| text.to_lowercase().contains(wanted))
}
