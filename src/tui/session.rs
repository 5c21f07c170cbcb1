//! An open plan: its document, its history, what the checks say, and its file.

use std::collections::{HashMap, HashSet};
use std::path::{Path as FilePath, PathBuf};
use std::time::{Duration, Instant};

use jiff::civil::Date;

use super::lesson::Lesson;
use crate::checks::baseline::Baseline;
use crate::checks::progress::{Progress, progress};
use crate::checks::{self, Finding, Report, Settings};
use crate::plan::{self, Document, Edit, EditError, History, markers};
use crate::settings::{Project, Trouble};
use crate::store::{
    self, Folders, Guard, Lock, OpenError, Outside, Recovery, SaveError, Slot, Stamp,
};
use crate::words::{Lang, Text};

/// Typing rests this long before the recovery file is written; well under the promised two seconds.
const RECOVERY: Duration = Duration::from_millis(900);

/// A look of the checks that is shorter than this is not felt between two keys.
const QUICK: Duration = Duration::from_millis(3);
/// After a longer one, the next waits until typing rests for so long.
const REST: Duration = Duration::from_millis(120);
/// A finding that typing brings up is shown when typing rests for so long: half a word is often a
/// gap that the other half closes.
const SETTLE: Duration = Duration::from_millis(600);

/// Why a plan can be read but not edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locked {
    /// Two versions of it disagree, and nobody has decided yet.
    Conflicts,
    /// Its TOML is broken.
    Syntax,
    /// A newer farsight wrote it.
    Newer,
}

impl Locked {
    /// What to tell a person who wants to edit.
    pub const fn message(self) -> Text {
        match self {
            Locked::Conflicts => Text::new(
                "Two versions of this plan disagree, so it is shown and not edited. Alt-9 shows them side by side; decide there.",
                "这份计划的两个版本有分歧，只能查看。按 Alt-9 并排查看，在那里作出选择。",
            ),
            Locked::Syntax => Text::new(
                "The file has syntax errors, so it is shown and not edited. Ctrl-E opens it in your editor.",
                "文件有语法错误，只能查看。按 Ctrl-E 用编辑器打开并改正。",
            ),
            Locked::Newer => Text::new(
                "A newer farsight wrote this plan, so it is shown and not edited. Update farsight to edit it.",
                "这份计划由更新版本的 farsight 写成，只能查看。升级后即可编辑。",
            ),
        }
    }
}

/// An open plan.
#[derive(Debug)]
pub struct Session {
    /// The file, as it was asked for.
    pub path: PathBuf,
    /// The text and the places in it.
    pub document: Document,
    history: History,
    /// What the checks said at the last look.
    pub report: Report,
    /// How far the plan is.
    pub progress: Progress,
    /// Why it cannot be edited, if it cannot.
    pub locked: Option<Locked>,
    /// Whether the file is protected against writing.
    pub read_only: bool,
    /// The exercise that it is of, if it is of one.
    pub lesson: Option<Lesson>,
    /// What the project sets for its checks, and the day.
    pub settings: Settings,
    /// What is wrong with the settings of the project, if they do not hold.
    pub trouble: Option<Trouble>,
    /// The findings that the project knows already, and the plan's name among them.
    known: Option<(Baseline, String)>,
    by_path: HashMap<String, Vec<usize>>,
    /// The content that the file on disk had when it was last read or written.
    base: Stamp,
    base_text: String,
    guard: Guard,
    lock: Option<Lock>,
    slot: Slot,
    /// The text changed since the checks looked.
    stale: bool,
    /// When the recovery file is due.
    due: Option<Instant>,
    /// The thread that writes it.
    writer: Option<std::thread::JoinHandle<Result<(), SaveError>>>,
    /// How long the last look of the checks took, and when the text changed last.
    cost: Duration,
    touched: Instant,
    /// Findings came up while typing and are not shown yet.
    holding: bool,
    /// Counts changes of the text, for what is derived from it.
    pub revision: u64,
}

impl Session {
    /// Opens a plan.
    ///
    /// # Errors
    /// When the file cannot be read as text.
    pub fn open(
        path: &FilePath,
        folders: Option<&Folders>,
        today: Option<Date>,
    ) -> Result<Session, OpenError> {
        let opened = store::open(path)?;
        // Settings that do not hold stop no one from writing; the bottom line tells of them.
        let (project, mut trouble) = match Project::of_plan(path, today) {
            Ok(project) => (project, None),
            Err(trouble) => (Project::default(), Some(trouble)),
        };
        let known = project.known().unwrap_or_else(|wrong| {
            trouble.get_or_insert(wrong);
            None
        });
        let known = known.zip(project.baseline.as_ref());
        let known = known.map(|(known, file)| (known, store::name_from(path, file)));
        let settings = Settings {
            today,
            ..project.checks
        };
        let slot = Slot::of(path);
        let lock = folders.map(|folders| Lock::take(folders, &slot));
        let (slot, lock) = match lock {
            Some(Lock::Other(holder)) => (slot.beside(), Some(Lock::Other(holder))),
            Some(lock) => (slot, Some(lock)),
            None => (slot, None),
        };
        let mut session = Session {
            path: opened.path,
            guard: Guard::new(path, opened.stamp),
            document: Document::parse(opened.text.clone()),
            history: History::default(),
            report: Report::default(),
            lesson: Lesson::of(&opened.text, path, folders),
            settings,
            trouble,
            known,
            progress: Progress::default(),
            locked: None,
            read_only: opened.read_only,
            by_path: HashMap::new(),
            base: opened.stamp,
            base_text: opened.text,
            lock,
            slot,
            stale: true,
            due: None,
            writer: None,
            cost: Duration::ZERO,
            touched: Instant::now(),
            holding: false,
            revision: 0,
        };
        session.look();
        Ok(session)
    }

    /// Says that somebody else has the plan open, or that locking does not work here.
    pub fn lock_notice(&self, lang: Lang) -> Option<String> {
        self.lock.as_ref()?.notice(lang)
    }

    /// Whether there are changes that the file does not have.
    pub fn is_dirty(&self) -> bool {
        self.document.text() != self.base_text
    }

    /// Whether the checks have not seen the newest text.
    pub const fn is_stale(&self) -> bool {
        self.stale
    }

    /// When the checks should look at the newest text: at once in a plan of usual size; in a huge
    /// one when typing rests, so that no key waits for them.
    pub fn look_at(&self) -> Option<Instant> {
        let rest = if self.cost > QUICK {
            REST
        } else {
            Duration::ZERO
        };
        if self.stale {
            return Some(self.touched + rest);
        }
        self.holding.then(|| self.touched + SETTLE)
    }

    /// Whether findings came up while typing that are not shown yet.
    pub const fn is_holding(&self) -> bool {
        self.holding
    }

    /// Looks while somebody is typing: what is repaired goes at once, what is new waits until
    /// typing rests, so that nothing flickers with every letter.
    pub fn glance(&mut self, now: Instant) {
        let seen: HashSet<(&str, String)> = self
            .report
            .findings
            .iter()
            .map(|finding| (finding.rule.code, finding.path.clone()))
            .collect();
        self.look();
        if now.saturating_duration_since(self.touched) >= SETTLE {
            return;
        }
        let all = self.report.findings.len();
        self.report
            .findings
            .retain(|finding| seen.contains(&(finding.rule.code, finding.path.clone())));
        self.holding = self.report.findings.len() < all;
        if self.holding {
            self.index();
            // The steps wait with the findings, but for one: with an error held back, no step may
            // look complete for a moment.
            let all = std::mem::take(&mut self.progress);
            self.progress = progress(&self.document, &self.report);
            for (shown, all) in self.progress.steps.iter_mut().zip(all.steps) {
                if shown.findings[0] == 0 && all.findings[0] > 0 {
                    *shown = all;
                }
            }
            self.steer();
        }
    }

    /// Reads and checks the text again.
    pub fn look(&mut self) {
        let began = Instant::now();
        let reading = plan::read(self.document.text());
        self.locked = if reading.is_newer() {
            Some(Locked::Newer)
        } else if !markers::conflicts(self.document.text()).is_empty() {
            Some(Locked::Conflicts)
        } else if !reading.is_sound() || self.document.broken().is_some() {
            Some(Locked::Syntax)
        } else {
            None
        };
        self.report = checks::check_with(self.document.text(), &reading, &self.settings);
        if let Some((known, name)) = &self.known {
            known.mark(name, self.document.text(), &mut self.report);
        }
        self.progress = progress(&self.document, &self.report);
        self.steer();
        self.index();
        self.stale = false;
        self.holding = false;
        self.cost = began.elapsed();
    }

    /// In an exercise the next thing to do is what the exercise is about; what it leaves empty is
    /// nobody's gap.
    fn steer(&mut self) {
        let Some(lesson) = &self.lesson else { return };
        self.progress.next = lesson.next(&self.report, self.progress.next.take());
    }

    fn index(&mut self) {
        self.by_path.clear();
        for (at, finding) in self.report.findings.iter().enumerate() {
            self.by_path
                .entry(finding.path.clone())
                .or_default()
                .push(at);
        }
    }

    /// The findings for exactly this path.
    pub fn findings_at(&self, path: &str) -> impl Iterator<Item = &Finding> {
        self.by_path
            .get(path)
            .into_iter()
            .flatten()
            .filter_map(|at| self.report.findings.get(*at))
    }

    /// Makes an edit; `run` joins it with the edits before it that have the same one.
    ///
    /// # Errors
    /// When the plan cannot be edited; the sentence says why.
    pub fn edit(
        &mut self,
        edit: Result<Edit, EditError>,
        place: &str,
        run: Option<&str>,
        lang: Lang,
    ) -> Result<(), String> {
        if let Some(locked) = self.locked {
            return Err(locked.message().get(lang).to_owned());
        }
        let edit = edit.map_err(|error| {
            let (text, args) = error.message();
            text.fill(lang, &args)
        })?;
        if !edit.is_empty() {
            let text = self.document.text();
            let refusal = self
                .lesson
                .as_ref()
                .and_then(|it| it.refusal(text, &edit, lang));
            if let Some(refusal) = refusal {
                return Err(refusal);
            }
            self.history.apply(&mut self.document, &edit, place, run);
            self.changed();
        }
        Ok(())
    }

    /// Ends a run of typing.
    pub fn pause(&mut self) {
        self.history.pause();
    }

    /// Takes the last step back; returns the place that changed.
    pub fn undo(&mut self) -> Option<String> {
        let place = self.history.undo(&mut self.document)?;
        self.changed();
        Some(place)
    }

    /// Makes the last step taken back again; returns the place that changed.
    pub fn redo(&mut self) -> Option<String> {
        let place = self.history.redo(&mut self.document)?;
        self.changed();
        Some(place)
    }

    fn changed(&mut self) {
        self.stale = true;
        self.touched = Instant::now();
        self.revision += 1;
        self.due.get_or_insert(Instant::now() + RECOVERY);
    }

    /// Replaces the whole text, as one step that can be taken back.
    pub fn replace(&mut self, text: &str) {
        let edit = Edit::between(self.document.text(), text);
        if !edit.is_empty() {
            self.history.apply(&mut self.document, &edit, "", None);
            self.changed();
            self.look();
        }
    }

    /// Replaces the whole text while two readings are decided between; decisions that follow each
    /// other are one step, so that undo gives both readings of all of them back.
    pub fn decide(&mut self, text: &str) {
        let edit = Edit::between(self.document.text(), text);
        if !edit.is_empty() {
            self.history
                .apply(&mut self.document, &edit, "", Some("decide"));
            self.changed();
            self.look();
        }
    }

    /// When the recovery file must be written, if it must.
    pub const fn due(&self) -> Option<Instant> {
        self.due
    }

    /// Writes the recovery file when there are changes, or removes it when there are none.
    ///
    /// # Errors
    /// When the state folder cannot be written; typing goes on all the same.
    pub fn keep(&mut self, folders: Option<&Folders>) -> Result<(), SaveError> {
        self.due = None;
        // What the writer is doing must not come after what is done here.
        let written = self.writer_done();
        let Some(folders) = folders else {
            return Ok(());
        };
        if self.is_dirty() {
            Recovery::keep(folders, &self.slot, Some(&self.base), self.document.text())
        } else {
            Recovery::clear(folders, &self.slot);
            written
        }
    }

    /// Has the recovery file written if it is due, on a thread of its own: a slow disk must not
    /// hold up typing.
    ///
    /// # Errors
    /// As [`Session::keep`], for the file written before this one.
    pub fn keep_if_due(&mut self, folders: Option<&Folders>) -> Result<(), SaveError> {
        if self.due.is_none_or(|due| due > Instant::now()) {
            return Ok(());
        }
        if self
            .writer
            .as_ref()
            .is_some_and(|writer| !writer.is_finished())
        {
            self.due = Some(Instant::now() + RECOVERY / 8);
            return Ok(());
        }
        let (Some(folders), true) = (folders, self.is_dirty()) else {
            return self.keep(folders);
        };
        self.due = None;
        let written = self.writer_done();
        let (folders, slot, base, text) = self.rescue(folders);
        self.writer = Some(std::thread::spawn(move || {
            Recovery::keep(&folders, &slot, Some(&base), &text)
        }));
        written
    }

    /// Waits for the thread that writes the recovery file.
    fn writer_done(&mut self) -> Result<(), SaveError> {
        // A writer that panicked has written nothing; the next one tries again.
        let done = self.writer.take().and_then(|writer| writer.join().ok());
        done.unwrap_or(Ok(()))
    }

    /// Removes the recovery file.
    pub fn forget(&mut self, folders: Option<&Folders>) {
        self.due = None;
        // Nobody needs to know that a file could not be written which goes now.
        let _ = self.writer_done();
        if let Some(folders) = folders {
            Recovery::clear(folders, &self.slot);
        }
    }

    /// Saves the plan where it came from.
    ///
    /// # Errors
    /// When the file changed outside, is read-only, the disk is full …; nothing is lost.
    pub fn save(&mut self, folders: Option<&Folders>) -> Result<(), SaveError> {
        let saved = store::save(
            &self.path,
            self.document.text().as_bytes(),
            Some(&self.base),
        );
        let stamp = match saved {
            // The file was deleted underneath: saving writes it again.
            Err(SaveError::DeletedOutside(_)) => {
                store::save(&self.path, self.document.text().as_bytes(), None)?
            }
            saved => saved?,
        };
        self.saved(stamp, folders);
        Ok(())
    }

    /// Saves over whatever stands in the file now.
    ///
    /// # Errors
    /// As [`Session::save`], but for a change outside.
    pub fn overwrite(&mut self, folders: Option<&Folders>) -> Result<(), SaveError> {
        let stamp = store::overwrite(&self.path, self.document.text().as_bytes())?;
        self.saved(stamp, folders);
        Ok(())
    }

    /// Saves under another name and goes on there.
    ///
    /// # Errors
    /// When the name is taken or cannot be written.
    pub fn save_as(&mut self, path: &FilePath, folders: Option<&Folders>) -> Result<(), SaveError> {
        let stamp = store::save(path, self.document.text().as_bytes(), None)?;
        self.forget(folders);
        path.clone_into(&mut self.path);
        self.slot = Slot::of(path);
        if let Some(folders) = folders {
            let lock = Lock::take(folders, &self.slot);
            if matches!(lock, Lock::Other(_)) {
                self.slot = self.slot.beside();
            }
            self.lock = Some(lock);
        }
        if let Some(lesson) = &mut self.lesson {
            lesson.moved(path, folders);
        }
        self.guard = Guard::new(path, stamp);
        self.read_only = false;
        self.saved(stamp, folders);
        Ok(())
    }

    fn saved(&mut self, stamp: Stamp, folders: Option<&Folders>) {
        self.base = stamp;
        self.base_text = self.document.text().to_owned();
        self.guard.accept(stamp);
        self.pause();
        self.forget(folders);
    }

    /// Looks whether the file changed outside. A clean plan takes the change at once.
    pub fn outside(&mut self) -> Outside {
        let news = self.guard.check();
        if let Outside::Changed(theirs) = &news {
            if theirs.text == self.document.text() {
                self.take_base(theirs.stamp, &theirs.text.clone());
                return Outside::Same;
            }
            if !self.is_dirty() {
                let text = theirs.text.clone();
                self.take_base(theirs.stamp, &text);
                self.replace(&text);
                self.due = None;
            }
        }
        news
    }

    fn take_base(&mut self, stamp: Stamp, text: &str) {
        self.base = stamp;
        text.clone_into(&mut self.base_text);
        self.guard.accept(stamp);
    }

    /// Keeps what is here although the file has other content now: the next save replaces it.
    pub fn keep_mine(&mut self, theirs: &store::Opened) {
        self.take_base(theirs.stamp, &theirs.text);
        self.due = Some(Instant::now());
    }

    /// Takes what stands in the file now; what was here can be had back by undo.
    pub fn take_theirs(&mut self, theirs: &store::Opened) {
        self.take_base(theirs.stamp, &theirs.text);
        self.replace(&theirs.text);
    }

    /// What must be written when the program ends against its will.
    pub fn rescue(&self, folders: &Folders) -> (Folders, Slot, Stamp, String) {
        (
            folders.clone(),
            self.slot.clone(),
            self.base,
            self.document.text().to_owned(),
        )
    }

    /// The text that the file on disk is known to have.
    pub fn base_text(&self) -> &str {
        &self.base_text
    }

    /// The plan's title, or the name of its file.
    pub fn title(&self) -> String {
        match self.document.value("plan.title") {
            Some(plan::Scalar::Text(title)) if !title.trim().is_empty() => title,
            _ => self
                .path
                .file_stem()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        }
    }
}
