//! The list of plans in a folder, with a preview beside it.

use std::path::PathBuf;

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::Reply;
use crate::catalogue::{
    Step,
    choices::{Choose, PlanStatus},
};
use crate::checks::progress::{Progress, progress};
use crate::checks::{self, Settings, Severity};
use crate::plan::{Document, Scalar};
use crate::settings::Project;
use crate::store::{self, age, folder};
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::input::{Code, Key};
use crate::tui::text_field::{Change, TextField};
use crate::words::{Lang, Text};

/// A plan of the folder.
#[derive(Debug)]
struct Row {
    path: PathBuf,
    name: String,
    modified: Option<std::time::SystemTime>,
    /// What reading it showed; looked at when it is first drawn, so that a large folder opens at once.
    looked: Option<Looked>,
}

#[derive(Debug)]
struct Looked {
    title: String,
    owner: String,
    status: String,
    summary: String,
    counts: [usize; 3],
    progress: Progress,
    error: Option<store::OpenError>,
}

/// The list of plans.
#[derive(Debug, Default)]
pub struct Plans {
    rows: Vec<Row>,
    /// The rows that fit what is searched for.
    shown: Vec<usize>,
    at: usize,
    top: usize,
    filter: Option<TextField>,
    error: Option<store::OpenError>,
    cut: bool,
    /// The day, for answers that run out.
    today: Option<Date>,
}

impl Plans {
    /// Reads the folder again; stays on the plan that was chosen.
    pub fn load(&mut self, desk: &Desk) {
        let chosen = self.chosen();
        self.error = None;
        self.today = desk.today;
        match folder::plans(&desk.folder) {
            Ok(listing) => {
                self.cut = listing.cut;
                self.rows = listing
                    .plans
                    .into_iter()
                    .map(|found| {
                        let name = found.path.strip_prefix(&desk.folder).unwrap_or(&found.path);
                        let name = name.to_string_lossy().into_owned();
                        Row {
                            name,
                            path: found.path,
                            modified: found.modified,
                            looked: None,
                        }
                    })
                    .collect();
            }
            Err(error) => {
                self.rows.clear();
                self.error = Some(error);
            }
        }
        self.narrow();
        if let Some(chosen) = chosen {
            let is = |at: &usize| self.rows.get(*at).is_some_and(|row| row.path == chosen);
            self.at = self.shown.iter().position(is).unwrap_or(0);
        }
    }

    /// Whether plans in view have not been read yet.
    pub fn has_unread(&self) -> bool {
        self.unread().is_some()
    }

    /// The first plan in view, or just out of it, that has not been read.
    fn unread(&self) -> Option<usize> {
        let near = self.shown.iter().skip(self.top).take(40);
        near.copied()
            .find(|at| self.rows.get(*at).is_some_and(|row| row.looked.is_none()))
    }

    /// Reads plans for a moment, so that a folder of large plans shows at once and fills in.
    pub fn read_some(&mut self) -> bool {
        let began = std::time::Instant::now();
        let mut some = false;
        while let Some(at) = self.unread() {
            self.rows[at].look(self.today);
            some = true;
            if began.elapsed() > std::time::Duration::from_millis(8) {
                break;
            }
        }
        some
    }

    /// Whether a search is being typed.
    pub const fn is_typing(&self) -> bool {
        self.filter.is_some()
    }

    /// Begins a search.
    pub fn search(&mut self) {
        self.filter.get_or_insert_with(|| TextField::new("", false));
    }

    /// Takes pasted text into the search.
    pub fn paste(&mut self, text: &str) {
        self.search();
        if let Some(filter) = &mut self.filter {
            filter.paste(text);
        }
        self.narrow();
    }

    fn narrow(&mut self) {
        let wanted = self
            .filter
            .as_ref()
            .map(|filter| filter.text().trim().to_lowercase())
            .unwrap_or_default();
        for row in &mut self.rows {
            if !wanted.is_empty() {
                row.look(self.today);
            }
        }
        self.shown = (0..self.rows.len())
            .filter(|at| {
                let row = &self.rows[*at];
                let title = row
                    .looked
                    .as_ref()
                    .map(|looked| looked.title.to_lowercase())
                    .unwrap_or_default();
                wanted.is_empty()
                    || row.name.to_lowercase().contains(&wanted)
                    || title.contains(&wanted)
            })
            .collect();
        self.at = self.at.min(self.shown.len().saturating_sub(1));
    }

    /// The plan that is chosen.
    pub fn chosen(&self) -> Option<PathBuf> {
        let row = self.rows.get(*self.shown.get(self.at)?)?;
        Some(row.path.clone())
    }

    /// Handles a key.
    pub fn key(&mut self, key: &Key, _: &mut Desk) -> Reply {
        let last = self.shown.len().saturating_sub(1);
        match key.code {
            Code::Up => self.at = self.at.saturating_sub(1),
            Code::Down => self.at = (self.at + 1).min(last),
            Code::PageUp => self.at = self.at.saturating_sub(10),
            Code::PageDown => self.at = (self.at + 10).min(last),
            Code::Home if self.filter.is_none() => self.at = 0,
            Code::End if self.filter.is_none() => self.at = last,
            Code::Enter => {
                return match self.chosen() {
                    Some(path) => Reply::Open(path),
                    None => Reply::Run("new-plan"),
                };
            }
            Code::Esc if self.filter.is_some() => {
                self.filter = None;
                self.narrow();
            }
            Code::Char('/') if self.filter.is_none() => self.search(),
            Code::Char('?') if self.filter.is_none() => return Reply::Run("help"),
            Code::Char('q') if self.filter.is_none() => return Reply::Run("quit"),
            _ => {
                let Some(filter) = &mut self.filter else {
                    return Reply::Ignored;
                };
                if filter.handle(key) == Change::Text {
                    self.narrow();
                }
            }
        }
        Reply::Done
    }

    /// Handles a click: the first chooses, the second opens.
    pub fn click(&mut self, hit: &Hit, _: &mut Desk) -> Reply {
        let Hit::Item(at) = hit else {
            return Reply::Ignored;
        };
        if self.at == *at
            && let Some(path) = self.chosen()
        {
            return Reply::Open(path);
        }
        self.at = *at;
        Reply::Done
    }

    /// Moves by lines of the wheel.
    pub fn wheel(&mut self, lines: isize) {
        self.at = self
            .at
            .saturating_add_signed(lines)
            .min(self.shown.len().saturating_sub(1));
    }

    /// Draws the list and the preview.
    pub fn draw(&mut self, desk: &mut Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let folder = store::error::shown(&desk.folder);
        if self.rows.is_empty() {
            self.greet(canvas, area, &folder);
            return;
        }
        let preview = if area.width >= 96 { 44 } else { 0 };
        let list = Rect {
            width: area.width - preview,
            ..area
        };
        let title = match &self.filter {
            Some(_) => Text::new("Search", "搜索").get(canvas.lang).to_owned(),
            None => folder,
        };
        let inner = draw::frame(canvas.buf, list, &title, true, &canvas.theme);
        let mut rows = inner;
        if let Some(filter) = &mut self.filter {
            canvas.put(inner.x, inner.y, "/", canvas.theme.accent, 1);
            let line = Rect {
                x: inner.x + 2,
                width: inner.width.saturating_sub(2),
                height: 1,
                ..inner
            };
            let theme = canvas.theme;
            canvas.caret = filter.draw(canvas.buf, line, &theme, &[]);
            rows = Rect {
                y: inner.y + 1,
                height: inner.height.saturating_sub(1),
                ..inner
            };
        }
        self.draw_rows(canvas, rows);
        if preview > 0 {
            self.draw_preview(
                canvas,
                Rect {
                    x: list.right(),
                    width: preview,
                    ..area
                },
            );
        }
    }

    fn draw_rows(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let theme = canvas.theme;
        let tall = usize::from(area.height) / 2;
        if self.at < self.top {
            self.top = self.at;
        } else if tall > 0 && self.at >= self.top + tall {
            self.top = self.at + 1 - tall;
        }
        canvas.hit(area, Hit::Scroll(Pane::List));
        if self.shown.is_empty() {
            canvas.say(
                area.x + 1,
                area.y,
                Text::new(
                    "No plan fits. Esc shows all.",
                    "没有符合的计划。按 Esc 显示全部。",
                ),
                theme.dim,
                area.width - 1,
            );
        }
        let now = jiff::Timestamp::now();
        for n in 0..tall {
            let at = self.top + n;
            let Some(row) = self.shown.get(at).and_then(|at| self.rows.get_mut(*at)) else {
                break;
            };
            let unread = Looked::unread(&row.name);
            let looked = row.looked.as_ref().unwrap_or(&unread);
            let y = area.y + 2 * n as u16;
            let block = Rect {
                y,
                height: 2,
                ..area
            };
            canvas.hit(block, Hit::Item(at));
            let current = at == self.at;
            let style = if current { theme.selection } else { theme.text };
            if current {
                canvas.put(
                    area.x,
                    y,
                    &" ".repeat(usize::from(area.width)),
                    style,
                    area.width,
                );
                if self.filter.is_none() {
                    canvas.caret_at(area.x, y);
                }
            }
            let bars = bars(looked, area.width >= 60);
            let width = (draw::width(&bars) as u16).min(area.width / 2);
            let room = area.width.saturating_sub(width + 2);
            let mark = if current { "▸ " } else { "  " };
            let title = draw::clip(&looked.title, usize::from(room.saturating_sub(2))).into_owned();
            canvas.put(area.x, y, &format!("{mark}{title}"), style, room);
            canvas.put(
                area.right().saturating_sub(width + 1),
                y,
                &bars,
                style,
                width,
            );
            let when = row
                .modified
                .and_then(|time| jiff::Timestamp::try_from(time).ok())
                .map(|time| age::ago(time, now, canvas.lang))
                .unwrap_or_default();
            let status = status(&looked.status, canvas.lang);
            let below: Vec<&str> = [row.name.as_str(), &when, &status, &looked.owner]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            let below = below.join(" · ");
            canvas.put(
                area.x + 2,
                y + 1,
                &draw::clip(&below, usize::from(area.width.saturating_sub(2))),
                theme.dim,
                area.width - 2,
            );
        }
    }

    fn draw_preview(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let lang = canvas.lang;
        let theme = canvas.theme;
        let title = Text::new("Preview", "预览").get(lang);
        let inner = draw::frame(canvas.buf, area, title, false, &theme);
        let inner = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2),
            ..inner
        };
        let Some(looked) = self
            .shown
            .get(self.at)
            .and_then(|at| self.rows.get(*at))
            .and_then(|row| row.looked.as_ref())
        else {
            return;
        };
        let mut page = Page::new(inner.width);
        page.prose(&looked.title, theme.title);
        if let Some(error) = &looked.error {
            page.prose(&error.message(lang), theme.error);
            page.prose(&error.hint(lang), theme.dim);
        }
        page.prose(&looked.summary, theme.text);
        page.gap();
        for step in Step::ALL {
            let progress = &looked.progress.steps[step.number()];
            let bar = draw::bar(progress.share(), 8);
            let gaps = match progress.gaps() {
                0 => String::new(),
                gaps => gaps.to_string(),
            };
            let name = format!("{} {}", step.number(), step.label().get(lang));
            let pad = 18usize.saturating_sub(draw::width(&name));
            page.line(vec![
                (name, theme.text),
                (" ".repeat(pad), theme.text),
                (bar, theme.ok),
                (format!(" {gaps}"), theme.dim),
            ]);
        }
        page.gap();
        for severity in Severity::ALL {
            let count = looked.counts[severity as usize];
            if count > 0 {
                let text = format!("{} {count} {}", severity.mark(), severity.label().get(lang));
                page.prose(&text, theme.severity(severity));
            }
        }
        if let Some(next) = &looked.progress.next {
            page.gap();
            let text = Text::new("Next: {0}", "下一步：{0}");
            page.prose(&text.fill(lang, &[next.label(lang)]), theme.accent);
        }
        page.draw(canvas, inner, 0);
    }

    /// What an empty folder shows: what this is, and three ways to begin.
    fn greet(&self, canvas: &mut Canvas<'_>, area: Rect, folder: &str) {
        let theme = canvas.theme;
        let lang = canvas.lang;
        let width = area.width.min(76);
        let area = Rect {
            x: area.x + (area.width - width) / 2,
            width,
            ..area
        };
        let mut page = Page::new(width);
        page.gap();
        if let Some(error) = &self.error {
            page.prose(&error.message(lang), theme.error);
            page.prose(&error.hint(lang), theme.dim);
            page.gap();
        }
        page.prose(
            Text::new("Welcome to farsight.", "欢迎使用 farsight。").get(lang),
            theme.title,
        );
        page.prose(
            Text::new(
                "Here you write a marketing plan in five steps: what people need, whom you serve, what you promise, how you deliver it, and how both sides gain. The plan is one text file; farsight checks it for gaps while you write.",
                "在这里，你分五步写一份营销计划：人们需要什么、服务谁、承诺什么、怎样交付、双方如何受益。计划是一个文本文件；你一边写，farsight 一边检查缺漏。",
            )
            .get(lang),
            theme.text,
        );
        page.line(vec![(String::new(), theme.text)]);
        let there = Text::new(
            "There is no plan in {0} yet. Four ways to begin:",
            "{0} 中还没有计划。四种开始方式：",
        );
        page.prose(&there.fill(lang, &[folder]), theme.text);
        page.line(vec![(String::new(), theme.text)]);
        for (key, text) in [
            (
                Text::new("n  ", "n  "),
                Text::new("a new plan (Enter does it too)", "新建计划（按回车也可以）"),
            ),
            (
                Text::new("m  ", "m  "),
                Text::new(
                    "a copy of a complete sample, to change",
                    "复制一份完整范例，在上面修改",
                ),
            ),
            (
                Text::new("x  ", "x  "),
                Text::new(
                    "an exercise, with a coach who asks and hints",
                    "做一个练习，指导栏会提问、给提示",
                ),
            ),
            (
                Text::new("o  ", "o  "),
                Text::new(
                    "open a plan or folder somewhere else",
                    "打开别处的计划或文件夹",
                ),
            ),
        ] {
            page.indented(
                &format!("  {}", key.get(lang)),
                text.get(lang),
                theme.accent,
            );
        }
        page.line(vec![(String::new(), theme.text)]);
        page.prose(
            Text::new(
                "F1 shows every key. F9 switches to Chinese.",
                "按 F1 查看全部按键。按 F9 切换为英文。",
            )
            .get(lang),
            theme.dim,
        );
        page.draw(canvas, area, 0);
        canvas.caret_at(area.x, area.y);
    }
}

impl Looked {
    /// What is shown of a plan that has not been read yet.
    fn unread(name: &str) -> Looked {
        Looked {
            title: name.to_owned(),
            owner: String::new(),
            status: String::new(),
            summary: String::new(),
            counts: [0; 3],
            progress: Progress::default(),
            error: None,
        }
    }
}

impl Row {
    fn look(&mut self, today: Option<Date>) {
        if self.looked.is_some() {
            return;
        }
        let looked = match store::open(&self.path) {
            Ok(opened) => {
                let document = Document::parse(opened.text);
                // The numbers are those that the workbench would show.
                let settings = Project::of_plan(&self.path, today).map(|it| it.checks);
                let settings = settings.unwrap_or_else(|_| Settings {
                    today,
                    ..Settings::default()
                });
                let report = checks::check_text_with(document.text(), &settings);
                let text = |path: &str| {
                    document
                        .value(path)
                        .as_ref()
                        .map(Scalar::plain)
                        .unwrap_or_default()
                };
                let title = text("plan.title");
                let summary = [text("plan.summary"), text("plan.offering")]
                    .into_iter()
                    .find(|it| !it.is_empty());
                Looked {
                    title: if title.is_empty() {
                        self.name.clone()
                    } else {
                        title
                    },
                    owner: text("plan.owner"),
                    status: text("plan.status"),
                    summary: summary.unwrap_or_default().chars().take(400).collect(),
                    counts: Severity::ALL.map(|severity| report.count(severity)),
                    progress: progress(&document, &report),
                    error: None,
                }
            }
            Err(error) => Looked {
                error: Some(error),
                ..Looked::unread(&self.name)
            },
        };
        self.looked = Some(looked);
    }
}

/// Five step bars where they fit, and the findings by severity, on one line.
fn bars(looked: &Looked, roomy: bool) -> String {
    let steps: Vec<String> = looked.progress.steps[1..]
        .iter()
        .map(|step| draw::bar(step.share(), 3))
        .collect();
    let counts: Vec<String> = Severity::ALL
        .iter()
        .filter(|severity| looked.counts[**severity as usize] > 0)
        .map(|severity| format!("{}{}", severity.mark(), looked.counts[*severity as usize]))
        .collect();
    let steps = if roomy {
        steps.join(" ")
    } else {
        String::new()
    };
    format!("{steps} {}", counts.join(" "))
}

/// The status of a plan as a person reads it.
fn status(key: &str, lang: Lang) -> String {
    PlanStatus::CHOICES
        .iter()
        .find(|choice| choice.key == key)
        .map_or_else(
            || key.to_owned(),
            |choice| choice.label.get(lang).to_owned(),
        )
}
