//! Marking on the screen: the list at the left; the plan and what was found side by side; below
//! them the levels in the words of the rubric. A narrow screen shows one of them at a time.

use std::ops::Range;

use ratatui::layout::Rect;

use super::{Marker, View};
use crate::classroom::grade::points;
use crate::classroom::marking::{Axis, Cell};
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::draw;
use crate::tui::places::workbench::answered;
use crate::words::{Lang, Text};

/// The criterion of the answers in writing.
const WRITTEN: &str = "W";

/// The parts of the screen; a part without height is not shown.
struct Parts {
    list: Rect,
    text: Rect,
    findings: Rect,
    levels: Rect,
}

impl Marker {
    /// Draws the class.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let parts = self.parts(area, canvas.lang);
        if area.width < 60 {
            self.draw_top(canvas, area);
        }
        canvas.caret_at(area.x, area.y);
        if parts.list.height > 0 {
            self.draw_list(canvas, parts.list);
        }
        if parts.text.height > 0 {
            self.draw_text(canvas, parts.text);
        }
        if parts.findings.height > 0 {
            self.draw_findings(canvas, parts.findings);
        }
        if parts.levels.height > 0 {
            self.draw_levels(canvas, parts.levels);
        }
    }

    fn parts(&self, area: Rect, lang: Lang) -> Parts {
        let none = Rect { height: 0, ..area };
        let mut parts = Parts {
            list: none,
            text: none,
            findings: none,
            levels: none,
        };
        if area.width < 60 {
            let rest = Rect {
                y: area.y + 1,
                height: area.height.saturating_sub(1),
                ..area
            };
            *match self.view {
                View::Levels => &mut parts.levels,
                View::Findings => &mut parts.findings,
                View::Text => &mut parts.text,
                View::List => &mut parts.list,
            } = rest;
            return parts;
        }
        let wide = area.width >= 100;
        let width = if wide { 32 } else { 26 };
        parts.list = Rect { width, ..area };
        let right = Rect {
            x: area.x + width,
            width: area.width - width,
            ..area
        };
        let lines = self.rubric_lines(right.width, lang);
        let low = lines.min(right.height * 3 / 5).max(4);
        let upper = Rect {
            height: right.height.saturating_sub(low),
            ..right
        };
        parts.levels = Rect {
            y: upper.bottom(),
            height: low,
            ..right
        };
        if wide {
            let half = upper.width / 2;
            parts.text = Rect {
                width: half,
                ..upper
            };
            parts.findings = Rect {
                x: upper.x + half,
                width: upper.width - half,
                ..upper
            };
        } else if self.view == View::Text {
            parts.text = upper;
        } else {
            parts.findings = upper;
        }
        parts
    }

    /// How high the levels would like to be.
    fn rubric_lines(&self, width: u16, lang: Lang) -> u16 {
        let criterion = self.work.criterion(self.cell);
        let room = usize::from(width.saturating_sub(6)).max(8);
        let of = |at: usize| {
            let words = criterion.and_then(|it| it.wording(&self.work.rubric, at));
            let words = words.map_or(0, |it| draw::width(it.get(lang)) + 30);
            words.div_ceil(room).max(1)
        };
        let lines: usize = (0..self.work.rubric.levels.len()).map(of).sum();
        u16::try_from(lines + 4).unwrap_or(u16::MAX)
    }

    /// On a narrow screen the first line says whom and what one marks.
    fn draw_top(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let lang = canvas.lang;
        let criterion = self.work.criterion(self.cell);
        let criterion = criterion.map_or_else(String::new, |it| {
            format!("{} {}", it.code, it.name.get(lang))
        });
        let text = format!("{} · {criterion}", self.name(self.cell.student, lang));
        let style = canvas.theme.title;
        let room = area.width.saturating_sub(2);
        let text = draw::clip(&text, usize::from(room));
        canvas.put(area.x + 1, area.y, &text, style, room);
    }

    fn title(&self, lang: Lang) -> String {
        let at = self.cell;
        let (what, (given, all)) = match self.axis {
            Axis::Criterion => {
                let criterion = self.work.criterion(at);
                let what = criterion.map_or_else(String::new, |it| {
                    format!("{} {}", it.code, it.name.get(lang))
                });
                (what, self.work.done(at.criterion))
            }
            Axis::Student => (self.name(at.student, lang), self.work.done_of(at.student)),
        };
        let text = Text::new("{0} of {1} · {2}", "{0}/{1} · {2}");
        text.fill(lang, &[given.to_string(), all.to_string(), what])
    }

    fn draw_list(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let inner = draw::frame(canvas.buf, area, &self.title(lang), true, &theme);
        let (lines, at) = self.lines();
        let rows = usize::from(inner.height);
        if at < self.top {
            self.top = at;
        } else if rows > 0 && at >= self.top + rows {
            self.top = at + 1 - rows;
        }
        canvas.caret_at(inner.x, inner.y);
        canvas.hit(inner, Hit::Scroll(Pane::List));
        for (y, (n, cell)) in
            (inner.top()..inner.bottom()).zip(lines.iter().enumerate().skip(self.top))
        {
            let row = Rect {
                y,
                height: 1,
                ..inner
            };
            canvas.hit(row, Hit::Item(n));
            let current = n == at;
            let sound = self.is_sound(*cell);
            let given = self.work.level(*cell);
            let style = match (current, given) {
                (true, _) => theme.selection,
                (false, Some(_)) => theme.text,
                (false, None) => theme.dim,
            };
            if current {
                let blank = " ".repeat(usize::from(row.width));
                canvas.put(row.x, y, &blank, style, row.width);
                canvas.caret_at(row.x, y);
            }
            let lead = if current { "▸" } else { " " };
            let mark = match given {
                Some(level) => (level + 1).to_string(),
                None if !sound => String::from("✗"),
                None => String::from("·"),
            };
            let name = match self.axis {
                Axis::Criterion => self.name(cell.student, lang),
                Axis::Student => self.work.criterion(*cell).map_or_else(String::new, |it| {
                    format!("{} {}", it.code, it.name.get(lang))
                }),
            };
            let said = !self.work.comment(*cell).is_empty();
            let end = self.hint(*cell, said);
            let wide = draw::width(&end) as u16;
            let text = format!("{lead}{mark} {name}");
            let room = row.width.saturating_sub(wide + 1);
            let text = draw::clip(&text, usize::from(room)).into_owned();
            canvas.put(row.x, y, &text, style, room);
            let x = row.right().saturating_sub(wide);
            canvas.put(x, y, &end, if current { style } else { theme.dim }, wide);
        }
    }

    /// What stands at the end of a line: that there is a comment, and what is proposed.
    fn hint(&self, cell: Cell, said: bool) -> String {
        let proposed = self.work.proposal(cell).and_then(|it| it.level);
        let proposed = proposed.map_or_else(String::new, |at| format!("({})", at + 1));
        format!("{}{proposed}", if said { "” " } else { "" })
    }

    fn is_sound(&self, cell: Cell) -> bool {
        let handed = self.work.handed.get(cell.student);
        handed.is_some_and(crate::classroom::student::Handed::is_sound)
    }

    /// Draws the plan with a mark at every line about which something was found.
    fn draw_text(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let Some(handed) = self.work.handed.get(self.cell.student) else {
            return;
        };
        let title = if self.blind {
            Text::new("Plan", "计划").get(lang).to_owned()
        } else {
            handed.file.clone()
        };
        let narrow = canvas.area().width < 60;
        let inner = draw::frame(canvas.buf, area, &title, narrow, &theme);
        canvas.hit(inner, Hit::Scroll(Pane::Form));
        let found = self.work.findings(self.cell);
        let chosen = found.get(self.chosen).map(|it| it.span.start);
        let table = self.work.table(self.cell);
        let mut page = Page::new(inner.width);
        // Where to begin: at the chosen finding, else where the step is written.
        let (mut finding, mut step) = (None, None);
        let mut byte = 0;
        for line in handed.text.split_inclusive('\n') {
            let here = byte..byte + line.len();
            byte = here.end;
            let at = page.height();
            let mine = found.iter().find(|it| here.contains(&it.span.start));
            if chosen.is_some_and(|it| here.contains(&it)) {
                finding = Some(at);
            }
            let head = line.trim_start_matches('[');
            let is_head = line.starts_with('[');
            if is_head && step.is_none() && table.is_some_and(|it| head.starts_with(it)) {
                step = Some(at);
            }
            let (mark, style) = match mine {
                Some(it) if it.answered.is_some() => ("✓ ", theme.ok),
                Some(it) => (it.severity.mark(), theme.severity(it.severity)),
                None if is_head => ("  ", theme.title),
                None => ("  ", theme.text),
            };
            let mark = format!("{mark:<2}");
            let line = self.without_name(line.trim_end(), &handed.student.name);
            if line.is_empty() {
                page.line(Vec::new());
            } else {
                page.indented(&mark, &line, style);
            }
        }
        // A line or two above show where one is.
        let begin = finding.or(step).unwrap_or(0).saturating_sub(2);
        let from = self.text_from.unwrap_or(begin);
        self.text_from = Some(page.draw(canvas, inner, from));
        if narrow {
            canvas.caret_at(inner.x, inner.y);
        }
    }

    /// A line of the plan that tells nobody whose it is while names are hidden.
    fn without_name(&self, line: &str, name: &str) -> String {
        if !self.blind {
            return line.to_owned();
        }
        let is_owner = line.trim_start().starts_with("owner");
        match line.split_once('=') {
            Some((key, _)) if is_owner => format!("{key}= …"),
            // A name of one letter stands in every word, and one like `plan` in the heads of tables.
            _ if name.trim().chars().count() < 2 || line.starts_with('[') => line.to_owned(),
            _ => line.replace(name, "…"),
        }
    }

    /// What is the matter with a file, without the names of other files while names are hidden.
    fn without_files(&self, said: String) -> String {
        let files = self.work.handed.iter().filter(|_| self.blind);
        files.fold(said, |said, it| said.replace(&it.file, "…"))
    }

    /// Draws what is proposed and why, and what was found.
    fn draw_findings(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let narrow = canvas.area().width < 60;
        let rubric = &self.work.rubric;
        let name = |at: usize| rubric.levels.get(at).map_or("", |it| it.name.get(lang));
        let proposal = self.work.proposal(self.cell);
        let title = match proposal.and_then(|it| it.level) {
            Some(at) => {
                let text = Text::new("Proposed: {0} {1}", "建议：{0} {1}");
                text.fill(lang, &[(at + 1).to_string(), name(at).to_owned()])
            }
            None => Text::new("Nothing proposed", "没有建议")
                .get(lang)
                .to_owned(),
        };
        let inner = draw::frame(canvas.buf, area, &title, narrow, &theme);
        canvas.hit(inner, Hit::Scroll(Pane::Coach));
        let mut page = Page::new(inner.width);
        if let Some(handed) = self.work.handed.get(self.cell.student) {
            for matter in &handed.matters {
                let said = self.without_files(matter.say(lang));
                page.indented("! ", &said, theme.warning);
            }
        }
        if let Some(it) = proposal {
            page.prose(&it.why(rubric, lang), theme.text);
            let (looked, rules) = (it.looked.to_string(), it.rules.to_string());
            if it.rules > 0 {
                let text = Text::new(
                    "{0} of {1} rules had something to look at.",
                    "{1}条规则中有{0}条有内容可查。",
                );
                page.prose(&text.fill(lang, &[looked, rules]), theme.dim);
            }
        }
        let written = self
            .work
            .criterion(self.cell)
            .is_some_and(|it| it.code == WRITTEN);
        if written && !self.questions.is_empty() {
            let text = Text::new(
                "No rule reads these answers; they come beside the plan. The questions:",
                "书面回答随计划另交，没有规则检查。题目是：",
            );
            page.prose(text.get(lang), theme.dim);
            for question in &self.questions {
                page.gap();
                page.indented("? ", question.get(lang), theme.text);
            }
        }
        let name_of = self.work.handed.get(self.cell.student);
        let name_of = name_of.map_or_else(String::new, |it| it.student.name.clone());
        let mut begin = 0;
        for (n, finding) in self.work.findings(self.cell).into_iter().enumerate() {
            page.gap();
            if n == self.chosen {
                begin = page.height();
            }
            let lead = if n == self.chosen { "▸" } else { " " };
            let mark = format!("{lead}{} ", finding.severity.mark());
            let said = format!("{} {}", finding.rule.code, finding.message(lang));
            let style = if finding.answered.is_some() {
                theme.dim
            } else {
                theme.severity(finding.severity)
            };
            page.indented(&mark, &said, style);
            let Some(answer) = &finding.answered else {
                continue;
            };
            let said = self.without_name(&answered(answer, lang), &name_of);
            page.indented("   ", &said, theme.text);
            let (said, style) = match self.work.verdict(self.cell.student, finding) {
                Some(verdict) => (verdict.label(), theme.ok),
                None => (
                    Text::new("a accept it   d do not", "a 认可   d 不认可"),
                    theme.accent,
                ),
            };
            page.indented("   → ", said.get(lang), style);
        }
        let rows = usize::from(inner.height);
        let from = match self.findings_from {
            0 if begin + 3 > rows => begin.saturating_sub(1),
            from => from,
        };
        let from = page.draw(canvas, inner, from);
        self.findings_from = self.findings_from.min(from);
        if narrow {
            canvas.caret_at(inner.x, inner.y);
        }
    }

    /// Draws the levels in the words of the rubric, and what the teacher says.
    fn draw_levels(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let narrow = canvas.area().width < 60;
        let Some(criterion) = self.work.criterion(self.cell) else {
            return;
        };
        let text = Text::new("{0} · {1} {2} · {3} points", "{0} · {1} {2} · 满分{3}");
        let worth = points(criterion.points);
        let code = criterion.code.clone();
        let title = if narrow {
            Text::new("Level", "等级").get(lang).to_owned()
        } else {
            let who = self.name(self.cell.student, lang);
            let what = criterion.name.get(lang).to_owned();
            text.fill(lang, &[who, code, what, worth])
        };
        let inner = draw::frame(canvas.buf, area, &title, narrow, &theme);
        let (page, rows) = self.fitting_page(canvas, inner);
        for (at, rows) in rows.into_iter().enumerate() {
            let area = Rect {
                y: inner.y + rows.start,
                height: rows.end - rows.start,
                ..inner
            };
            canvas.hit(area.intersection(inner), Hit::Button(at));
        }
        page.draw(canvas, inner, 0);
        if narrow {
            canvas.caret_at(inner.x, inner.y);
        }
    }

    /// The levels with as many of their words as there is room for: those of the level that was
    /// given, or is proposed, come first.
    fn fitting_page(&self, canvas: &Canvas<'_>, inner: Rect) -> (Page, Vec<Range<u16>>) {
        let levels = self.work.rubric.levels.len();
        let proposed = self.work.proposal(self.cell).and_then(|it| it.level);
        let first = self.work.level(self.cell).or(proposed);
        let mut whole = Vec::new();
        let mut best = self.levels_page(canvas, inner.width, &whole);
        for at in first.into_iter().chain(0..levels) {
            whole.push(at);
            let page = self.levels_page(canvas, inner.width, &whole);
            if page.0.height() <= usize::from(inner.height) || first == Some(at) {
                best = page;
            } else {
                whole.pop();
            }
        }
        best
    }

    /// The levels, and the rows of each; those among `whole` have all their words.
    fn levels_page(
        &self,
        canvas: &Canvas<'_>,
        width: u16,
        whole: &[usize],
    ) -> (Page, Vec<Range<u16>>) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let (mut page, mut rows) = (Page::new(width), Vec::new());
        let rubric = &self.work.rubric;
        let Some(criterion) = self.work.criterion(self.cell) else {
            return (page, rows);
        };
        let given = self.work.level(self.cell);
        let proposed = self.work.proposal(self.cell).and_then(|it| it.level);
        for (at, level) in rubric.levels.iter().enumerate() {
            let from = page.height() as u16;
            let is_given = given == Some(at);
            let mark = format!("{}{} ", if is_given { "▸" } else { " " }, at + 1);
            let text = if proposed == Some(at) {
                Text::new("{0}, {1}, proposed: {2}", "{0}，{1}分，建议：{2}")
            } else {
                Text::new("{0}, {1}: {2}", "{0}，{1}分：{2}")
            };
            let words = criterion.wording(rubric, at).map_or("", |it| it.get(lang));
            let worth = points(criterion.worth(level));
            let said = text.fill(lang, &[level.name.get(lang), worth.as_str(), words]);
            let style = if is_given {
                theme.selection
            } else {
                theme.text
            };
            if whole.contains(&at) {
                page.indented(&mark, &said, style);
            } else {
                let said = draw::clip(&said, usize::from(width).saturating_sub(3));
                page.line(vec![(format!("{mark}{said}"), style)]);
            }
            rows.push(from..page.height() as u16);
        }
        let comment = self.work.comment(self.cell);
        if comment.is_empty() {
            let text = Text::new(
                "1 to {0} give a level   c comment   (2) proposed",
                "1至{0} 评级   c 评语   (2) 为建议",
            );
            page.prose(
                &text.fill(lang, &[rubric.levels.len().to_string()]),
                theme.dim,
            );
        } else {
            page.indented("” ", comment, theme.ok);
        }
        let marked = self.work.marked(self.cell.student);
        if let Some(note) = marked.map(|it| &it.note).filter(|it| !it.is_empty()) {
            let text = Text::new("Of the whole plan: {0}", "总评：{0}");
            page.prose(&text.fill(lang, &[note]), theme.dim);
        }
        (page, rows)
    }
}
