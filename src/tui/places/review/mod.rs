//! Review: what changed since a commit or the last save, in marketing words, and what that does.
//!
//! | file | what it holds |
//! |---|---|
//! | [`source`] | what the plan is compared with, asked of git |
//! | [`list`] | the lines: what the changes do, the decisions, the other changes by step |
//! | [`draw`] | the list and the chosen line whole |
//! | [`decide`], [`decide_draw`] | two readings of one place, side by side |
//! | [`readings`] | what one side says, in the words of the form |

pub mod decide;
mod decide_draw;
mod draw;
mod list;
mod readings;
pub mod source;

use std::path::PathBuf;
use std::time::Instant;

use self::decide::Decide;
use self::list::{Group, Item};
use self::source::{Against, News, Next, Question};
use super::Reply;
use crate::plan::{Document, Edit};
use crate::review::{self, Change, Stuck, Summary, take_back};
use crate::store::git::{Commit, GitError};
use crate::tui::canvas::{Canvas, Hit, Pane};
use crate::tui::desk::Desk;
use crate::tui::input::{Code, Key};
use crate::tui::session::{Locked, Session};
use crate::words::{Lang, Text};
use ratatui::layout::Rect;

/// The comparison of the open plan, and what is chosen in it.
#[derive(Debug, Default)]
pub struct Review {
    /// What a person wants to compare with.
    against: Against,
    /// Why that is the last save although git was asked.
    why: Option<GitError>,
    /// The old text, as soon as it is known.
    base: Option<String>,
    /// The commits of the plan, as soon as they are known.
    log: Option<Vec<Commit>>,
    question: Option<Question>,
    /// The list of commits is to be shown when git has told them.
    wanted: bool,
    /// Which text the comparison is of.
    seen: Option<(PathBuf, u64)>,
    /// The comparison; none where a text cannot be read.
    told: Option<review::Review>,
    old: Option<Document>,
    items: Vec<Item>,
    open: Vec<Group>,
    at: usize,
    top: usize,
    from: usize,
    /// Two readings to decide between, where the plan has such places.
    pub decide: Decide,
}

impl Review {
    /// Asks git anew, for a commit may have come since the last look; another plan begins anew.
    pub fn arrive(&mut self, desk: &mut Desk) {
        let Some(session) = &desk.session else { return };
        if self.seen.as_ref().is_none_or(|it| it.0 != session.path) {
            *self = Review::default();
        }
        if session.locked != Some(Locked::Conflicts) {
            // What hindered git may be gone.
            let against = match self.why {
                Some(_) => Against::Last,
                None => self.against.clone(),
            };
            self.ask(against, desk);
        }
    }

    /// Compares with something else.
    pub fn compare(&mut self, against: Against, desk: &mut Desk) {
        (self.at, self.top, self.from) = (0, 0, 0);
        self.seen = None;
        self.ask(against, desk);
    }

    fn ask(&mut self, against: Against, desk: &mut Desk) {
        let Some(session) = &desk.session else { return };
        self.why = None;
        if against == Against::Saved {
            self.against = Against::Saved;
        }
        let question = Question::ask(session.path.clone(), against);
        let first = question.soon();
        self.question = Some(question);
        if let Some(news) = first {
            self.hear(news, desk);
        }
    }

    fn hear(&mut self, news: News, desk: &mut Desk) {
        match news {
            News::Log(log) => self.log = Some(log),
            // Only the commits were asked for.
            News::Text(Against::Saved, _) => {}
            News::Text(against, Ok(text)) => {
                self.against = against;
                if self.base.as_ref() != Some(&text) {
                    self.base = Some(text);
                    self.told = None;
                }
            }
            News::Text(Against::Last, Err(error)) => {
                self.why = Some(error);
                self.against = Against::Saved;
            }
            News::Text(_, Err(error)) => {
                let lang = desk.lang;
                desk.complain(format!("{} {}", error.message(lang), error.hint(lang)));
            }
        }
    }

    /// When to look whether git has answered.
    pub fn look_at(&self) -> Option<Instant> {
        self.question.as_ref().map(Question::poll)
    }

    /// Looks whether git has answered; true if it has.
    pub fn look_more(&mut self, desk: &mut Desk) -> bool {
        let mut heard = false;
        while let Some(question) = &mut self.question {
            match question.answer() {
                Next::News(news) => {
                    self.hear(news, desk);
                    heard = true;
                }
                Next::Wait => break,
                Next::Done => self.question = None,
            }
        }
        heard
    }

    /// The commits, if they are known; otherwise they are wanted.
    pub fn commits(&mut self) -> Option<&[Commit]> {
        self.wanted = self.log.is_none();
        self.log.as_deref()
    }

    /// Whether the commits were wanted and are known now.
    pub fn is_listed(&mut self) -> bool {
        let listed = self.wanted && self.log.is_some();
        self.wanted &= !listed;
        listed
    }

    /// Compares the newest text.
    fn look(&mut self, session: &Session, lang: Lang) {
        if session.locked == Some(Locked::Conflicts) {
            self.decide.look(session);
            self.seen = Some((session.path.clone(), session.revision));
            return;
        }
        if self.against == Against::Saved && self.base.as_deref() != Some(session.base_text()) {
            self.base = Some(session.base_text().to_owned());
            self.told = None;
        }
        let now = (session.path.clone(), session.revision);
        let first = self.seen.is_none();
        if self.told.is_none() || self.seen.as_ref() != Some(&now) {
            self.told = self.compared(session);
            if self.told.is_some() {
                self.seen = Some(now);
            }
        }
        self.settle(lang);
        if first && self.told.is_some() {
            // What changed is what one comes to see; what it does stands above.
            let change = |it: &Item| matches!(it, Item::Change(_));
            self.at = self.items.iter().position(change).unwrap_or(0);
        }
    }

    fn compared(&mut self, session: &Session) -> Option<review::Review> {
        let base = self.base.as_ref()?;
        let old = Document::parse(base.as_str());
        let broken = old.broken().is_some();
        self.old = Some(old);
        // Half a plan compares wrongly.
        if broken || session.locked == Some(Locked::Syntax) {
            return None;
        }
        let text = session.document.text();
        Some(review::review(base, text, &session.settings))
    }

    /// Notes the lines, and keeps the choice within them.
    fn settle(&mut self, lang: Lang) {
        self.items = match &self.told {
            Some(review) => list::items(&Summary { review, lang }, &self.open),
            None => Vec::new(),
        };
        self.at = self.at.min(self.items.len().saturating_sub(1));
    }

    fn item(&self) -> Option<Item> {
        self.items.get(self.at).copied()
    }

    /// The change that is chosen.
    fn change(&self) -> Option<&Change> {
        match self.item()? {
            Item::Change(at) => self.told.as_ref()?.diff.changes.get(at),
            _ => None,
        }
    }

    /// Whether one's own lines are being typed.
    pub const fn is_typing(&self) -> bool {
        self.decide.is_typing()
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        let Some(session) = &desk.session else {
            return Reply::Ignored;
        };
        self.look(session, desk.lang);
        if session.locked == Some(Locked::Conflicts) {
            return self.decide.key(key, desk);
        }
        let at = self.at;
        match key.code {
            Code::Up => self.at = self.at.saturating_sub(1),
            Code::Down => self.at += 1,
            Code::Home => self.at = 0,
            Code::End => self.at = usize::MAX,
            Code::PageUp => self.from = self.from.saturating_sub(5),
            Code::PageDown => self.from += 5,
            Code::Char('?') => return Reply::Run("help"),
            _ => return Reply::Ignored,
        }
        self.settle(desk.lang);
        if at != self.at {
            self.from = 0;
        }
        Reply::Done
    }

    /// Handles a click: the first chooses a line, the second goes there.
    pub fn click(&mut self, hit: &Hit, desk: &mut Desk) -> Reply {
        let deciding = desk.session.as_ref().map(|it| it.locked) == Some(Some(Locked::Conflicts));
        if deciding {
            return self.decide.click(hit, desk);
        }
        let Hit::Item(at) = hit else {
            return Reply::Ignored;
        };
        if self.at == *at {
            return self.open();
        }
        (self.at, self.from) = (*at, 0);
        Reply::Done
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, pane: Pane, lines: isize) {
        let last = self.items.len().saturating_sub(1);
        if pane == Pane::List {
            self.at = self.at.saturating_add_signed(lines.signum()).min(last);
            self.from = 0;
        } else {
            self.from = self.from.saturating_add_signed(lines);
        }
        self.decide.wheel(pane, lines);
    }

    /// Goes to the row or field of the chosen line, or shows what is folded away.
    pub fn open(&mut self) -> Reply {
        if let Some(Item::More(group, _)) = self.item() {
            self.open.push(group);
            return Reply::Done;
        }
        self.place().map_or(Reply::Done, Reply::Go)
    }

    /// Where the chosen line is in the plan.
    fn place(&self) -> Option<String> {
        let told = self.told.as_ref()?;
        match self.item()? {
            Item::Change(at) => told.diff.changes.get(at).map(place_of),
            Item::Finding(at) => told.findings.get(at).map(|it| it.finding.path.clone()),
            Item::Figure(at) => {
                let figure = &told.figures.get(at)?.figure;
                figure.subject.as_ref().map(|it| it.path.clone())
            }
            Item::More(..) => None,
        }
    }

    /// The edit that takes the chosen change back, with its place and its sentence.
    pub fn back(
        &mut self,
        session: &Session,
        lang: Lang,
    ) -> Option<(String, String, Result<Edit, Stuck>)> {
        self.look(session, lang);
        let (told, old, change) = (self.told.as_ref()?, self.old.as_ref()?, self.change()?);
        let edit = take_back(change, &told.diff, old, &session.document);
        let said = review::say(change, &told.currency, lang);
        Some((place_of(change), said, edit))
    }

    /// The comparison as Markdown.
    pub fn markdown(&mut self, session: &Session, name: &str, lang: Lang) -> Option<String> {
        self.look(session, lang);
        let review = self.told.as_ref()?;
        Some(Summary { review, lang }.markdown(name))
    }

    /// What stands above the list: what the plan is compared with, and why.
    fn about(&self, lang: Lang) -> String {
        let last = self.log.as_ref().and_then(|log| log.first());
        let label = self.against.label(last, lang);
        let Some(error) = &self.why else { return label };
        let text = Text::new("{0}: {1}", "{0}：{1}");
        text.fill(lang, &[label, reason(error, lang)])
    }

    /// Draws the comparison, or what is to decide.
    pub fn draw(&mut self, desk: &mut Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let idle = self.base.is_none() && self.question.is_none();
        if idle
            && desk
                .session
                .as_ref()
                .is_some_and(|it| it.locked != Some(Locked::Conflicts))
        {
            // What was to decide is gone: now there is something to compare.
            self.arrive(desk);
        }
        let Some(session) = &desk.session else { return };
        self.look(session, canvas.lang);
        if session.locked == Some(Locked::Conflicts) {
            self.decide.draw(session, canvas, area);
        } else {
            self.compare_pane(session, canvas, area);
        }
    }
}

/// Why git has nothing to compare with, in a few words.
fn reason(error: &GitError, lang: Lang) -> String {
    let text = match error {
        GitError::NoGit => Text::new("git is not installed", "没有安装 git"),
        GitError::NoRepo(_) => Text::new("there is no git repository here", "这里没有 git 仓库"),
        GitError::NoCommit(_) => Text::new("there is no commit yet", "还没有提交"),
        GitError::NotTracked { .. } => Text::new(
            "the last commit does not have this plan",
            "最近一次提交里没有这份计划",
        ),
        other => return other.message(lang),
    };
    text.get(lang).to_owned()
}

/// Where a change is in the new plan: a dropped row in its list.
fn place_of(change: &Change) -> String {
    let gone = change.kind == review::ChangeKind::Dropped;
    match (&change.row, change.section) {
        (Some(_), Some(section)) if gone && change.is_row() => section.path.to_owned(),
        (Some(row), Some(section)) if gone => {
            let list = crate::plan::Path::parse(section.path);
            let key = change.field.map_or("", |field| field.key);
            list.join(&row.new).join(key).to_string()
        }
        _ => change.path.clone(),
    }
}
