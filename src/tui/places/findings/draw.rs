//! The list of findings on the screen, and the chosen one whole beside or below it.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Findings, answered, finding_lines, group, section_of};
use crate::catalogue::Step;
use crate::checks::{Finding, Report, Severity, myopia, order};
use crate::plan::Path;
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::commands;
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::session::Session;
use crate::tui::theme::Theme;
use crate::words::{Lang, Text};

/// A line of the list.
enum Line {
    /// What the findings below have in common, and how many they are.
    Head(String, Style),
    /// A finding, counted over those shown.
    Item(usize),
    /// More of the sentence of the chosen one, where it has no pane of its own.
    Rest(usize, String),
}

impl Findings {
    /// Draws the list, and the chosen finding whole beside or below it.
    pub fn draw(&mut self, desk: &mut Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(session) = &desk.session else { return };
        let shown = self.shown(session);
        self.at = self.place(&shown, session);
        let (list, detail) = split(area);
        let title = self.title(&session.report, shown.len(), canvas.lang);
        let theme = canvas.theme;
        let mut inner = draw::frame(canvas.buf, list, &title, true, &theme);
        if self.typing || !self.words.text().is_empty() {
            inner = self.draw_words(canvas, inner);
        }
        if inner.height >= 7 {
            inner = sums(&session.report, canvas, inner);
        }
        self.draw_list(&shown, canvas, inner, detail.height <= 2);
        if detail.height > 2 {
            self.draw_detail(&shown, session, canvas, detail);
        }
    }

    fn title(&self, report: &Report, shown: usize, lang: Lang) -> String {
        let text = if shown == 1 {
            Text::new(
                "1 finding, {1} of {2} rules could be checked",
                "1个问题，{2}条规则中检查了{1}条",
            )
        } else {
            Text::new(
                "{0} findings, {1} of {2} rules could be checked",
                "{0}个问题，{2}条规则中检查了{1}条",
            )
        };
        let counts = [shown, report.checked, report.total()].map(|it| it.to_string());
        let mut title = String::new();
        // What is left out comes first: a short screen cuts the end.
        if let Some(severity) = self.severity {
            title = format!("{} · ", severity.label().get(lang));
        }
        if self.filter != super::Filter::All {
            title = format!("{title}{} · ", self.filter.label(lang));
        }
        title + &text.fill(lang, &counts)
    }

    /// Draws the line in which words are typed; returns what is left.
    fn draw_words(&mut self, canvas: &mut Canvas<'_>, inner: Rect) -> Rect {
        let theme = canvas.theme;
        canvas.put(inner.x, inner.y, "/", theme.accent, 1);
        let line = Rect {
            x: inner.x + 2,
            width: inner.width.saturating_sub(2),
            height: 1.min(inner.height),
            ..inner
        };
        let caret = self.words.draw(canvas.buf, line, &theme, &[]);
        if self.typing {
            canvas.caret = caret;
        }
        Rect {
            y: inner.y + 1,
            height: inner.height.saturating_sub(1),
            ..inner
        }
    }

    fn lines(&self, shown: &[&Finding], canvas: &Canvas<'_>, area: Rect, whole: bool) -> Vec<Line> {
        let (lang, theme) = (canvas.lang, canvas.theme);
        // On the shortest screens every line is a finding.
        let heads = area.height >= 6;
        let mut lines = Vec::new();
        for (n, finding) in shown.iter().enumerate() {
            let key = head_of(finding);
            let before = n.checked_sub(1).and_then(|n| shown.get(n));
            if heads && before.is_none_or(|before| head_of(before) != key) {
                let same = shown.iter().filter(|it| head_of(it) == key);
                let (text, style) = head(key, same.count(), lang, &theme);
                lines.push(Line::Head(text, style));
            }
            lines.push(Line::Item(n));
            if whole && n == self.at {
                let lead = lead_width(finding);
                let room = usize::from(area.width).saturating_sub(lead);
                let said = draw::wrap(&sentence(finding, lang), room.max(8));
                let most = usize::from(area.height).saturating_sub(1).min(5);
                let rest = said.into_iter().skip(1).take(most);
                lines.extend(rest.map(|text| Line::Rest(n, text)));
            }
        }
        lines
    }

    fn draw_list(&mut self, shown: &[&Finding], canvas: &mut Canvas<'_>, area: Rect, whole: bool) {
        let theme = canvas.theme;
        canvas.hit(area, Hit::Scroll(Pane::List));
        if shown.is_empty() {
            let text = if self.is_narrow() {
                Text::new(
                    "Nothing fits. Esc shows all.",
                    "没有符合的问题。按 Esc 显示全部。",
                )
            } else {
                Text::new("Nothing found.", "没有发现问题。")
            };
            let room = area.width.saturating_sub(1);
            canvas.say(area.x + 1, area.y, text, theme.ok, room);
            if !self.typing {
                canvas.caret_at(area.x, area.y);
            }
            return;
        }
        let lines = self.lines(shown, canvas, area, whole);
        let rows = usize::from(area.height);
        let mine = |line: &Line| matches!(line, Line::Item(n) | Line::Rest(n, _) if *n == self.at);
        let first = lines.iter().position(mine).unwrap_or(0);
        let last = lines.iter().rposition(mine).unwrap_or(0);
        // The head above a finding comes into view with it.
        let head = first
            .checked_sub(1)
            .filter(|at| matches!(lines.get(*at), Some(Line::Head(..))));
        let from = head.unwrap_or(first);
        self.top = if from < self.top || last - from >= rows {
            from
        } else {
            self.top.max((last + 1).saturating_sub(rows))
        };
        self.top = self.top.min(lines.len().saturating_sub(rows));
        for (y, line) in (area.top()..area.bottom()).zip(lines.iter().skip(self.top)) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            match line {
                Line::Head(text, style) => {
                    canvas.put(row.x, y, text, *style, row.width);
                }
                Line::Item(n) => {
                    canvas.hit(row, Hit::Item(*n));
                    if let Some(finding) = shown.get(*n) {
                        self.draw_item(*n, finding, canvas, row, whole);
                    }
                }
                Line::Rest(n, text) => {
                    canvas.hit(row, Hit::Item(*n));
                    let lead = shown.get(*n).map_or(0, |it| lead_width(it));
                    let text = format!("{}{text}", " ".repeat(lead));
                    canvas.put(row.x, y, &text, theme.text, row.width);
                }
            }
        }
        if self.top + rows < lines.len() && area.height > 0 && area.width > 2 {
            canvas.put(area.right() - 1, area.bottom() - 1, "▼", theme.accent, 1);
        }
        if self.top > 0 && area.width > 2 {
            canvas.put(area.right() - 1, area.top(), "▲", theme.accent, 1);
        }
    }

    fn draw_item(
        &self,
        n: usize,
        finding: &Finding,
        canvas: &mut Canvas<'_>,
        row: Rect,
        whole: bool,
    ) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let current = n == self.at;
        let settled = group(finding) > 0;
        let (mark, text) = match (current, settled) {
            (true, _) => (theme.selection, theme.selection),
            (false, true) => (theme.dim, theme.dim),
            (false, false) => (theme.severity(finding.severity), theme.text),
        };
        if current {
            let blank = " ".repeat(usize::from(row.width));
            canvas.put(row.x, row.y, &blank, text, row.width);
            if !self.typing {
                canvas.caret_at(row.x, row.y);
            }
        }
        let lead = if current { "▸" } else { " " };
        let sign = if settled {
            "✓"
        } else {
            finding.severity.mark()
        };
        // The blanks around stay plain: a style that underlines would show on them.
        let mut x = row.x + canvas.put(row.x, row.y, lead, text, row.width);
        let code = format!("{sign} {}", finding.rule.code);
        let room = row.right().saturating_sub(x);
        x += canvas.put(x, row.y, &code, mark, room) + 1;
        let room = usize::from(row.right().saturating_sub(x));
        let said = sentence(finding, lang);
        // The chosen one goes on below, so it is broken and not cut.
        let said = if whole && current {
            let mut rows = draw::wrap(&said, room.max(8)).into_iter();
            rows.next().unwrap_or_default()
        } else {
            draw::clip(&said, room).into_owned()
        };
        canvas.put(x, row.y, &said, text, room as u16);
    }

    fn draw_detail(
        &self,
        shown: &[&Finding],
        session: &Session,
        canvas: &mut Canvas<'_>,
        area: Rect,
    ) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let title = Text::new("Finding", "问题").get(lang);
        let inner = draw::frame(canvas.buf, area, title, false, &theme);
        let inner = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2),
            ..inner
        };
        let Some(finding) = shown.get(self.at) else {
            return;
        };
        let mut page = Page::new(inner.width);
        finding_lines(&mut page, finding, lang, &theme);
        if let Some(family) = myopia::of(finding.rule.name) {
            let text = Text::new("A sign of marketing myopia: {0}.", "营销近视的迹象：{0}。");
            page.prose(&text.fill(lang, &[family.label().get(lang)]), theme.dim);
        }
        page.prose(&finding.path, theme.dim);
        let reading = Rect {
            height: inner.height.saturating_sub(1),
            ..inner
        };
        page.draw(canvas, reading, 0);
        let mut keys = vec![Text::new("e explain", "e 解释")];
        if finding.answered.is_some() {
            keys.push(Text::new("a change", "a 修改说明"));
            keys.push(Text::new("Del take back", "Del 撤回说明"));
        } else if finding.rule.can_be_answered() {
            keys.push(Text::new("a answer", "a 说明理由"));
        }
        if finding.fix.is_some() && session.locked.is_none() {
            keys.push(Text::new("r repair", "r 修正"));
        }
        if finding.answered.is_none() {
            keys.push(Text::new("Enter go there", "回车 转到"));
        }
        let keys: Vec<&str> = keys.into_iter().map(|it| it.get(lang)).collect();
        let keys = keys.join("  ");
        let keys = draw::clip(&keys, usize::from(inner.width));
        let y = inner.bottom().saturating_sub(1);
        canvas.put(inner.x, y, &keys, theme.accent, inner.width);
    }
}

/// What findings under one head have in common: whether they wait, how bad they are, and the step;
/// what is wrong in the file itself comes before all steps.
type HeadKey = (u8, Option<(Severity, Option<Step>)>);

fn head_of(finding: &Finding) -> HeadKey {
    let group = group(finding);
    let step = (!finding.rule.is_about_the_file()).then(|| order::step(finding));
    (group, (group == 0).then_some((finding.severity, step)))
}

fn head(key: HeadKey, count: usize, lang: Lang, theme: &Theme) -> (String, Style) {
    let count = count.to_string();
    let (group, of) = key;
    let Some((severity, step)) = of else {
        let text = if group == 1 {
            Text::new("answered · {0}", "已说明 · {0}")
        } else {
            Text::new("known from the baseline · {0}", "基线已知 · {0}")
        };
        return (text.fill(lang, &[count]), theme.dim);
    };
    let step = step.map_or_else(
        || {
            Text::new("the file itself", "文件本身")
                .get(lang)
                .to_owned()
        },
        |step| format!("{} {}", step.number(), step.label().get(lang)),
    );
    let text = format!("{step} · {} · {count}", severity.label().get(lang));
    (text, theme.title)
}

/// The cells before a finding's sentence.
fn lead_width(finding: &Finding) -> usize {
    draw::width(finding.rule.code) + 4
}

/// What a line says of a finding: where and what; of an answered one, the answer.
fn sentence(finding: &Finding, lang: Lang) -> String {
    let said = match &finding.answered {
        Some(answer) => {
            let text = Text::new("{0}. {1}", "{0}。{1}");
            let title = finding.rule.title.get(lang).to_owned();
            text.fill(lang, &[title, answered(answer, lang)])
        }
        None => finding.message(lang),
    };
    let place = section_of(&Path::parse(&finding.path));
    match place.map(|section| section.label.get(lang)) {
        Some(place) if !finding.path.is_empty() => {
            Text::new("{0}: {1}", "{0}：{1}").fill(lang, &[place.to_owned(), said])
        }
        _ => said,
    }
}

/// Two lines at the foot of the list: how much could be checked, and whether the plan reads as
/// product-centred. Returns what is left of the area.
fn sums(report: &Report, canvas: &mut Canvas<'_>, area: Rect) -> Rect {
    let (lang, theme) = (canvas.lang, canvas.theme);
    let mut lines: Vec<(String, Style, &str)> = Vec::new();
    let signals = myopia::signals(report);
    if !signals.is_empty() {
        let families = signals
            .iter()
            .map(|(family, fired)| format!("{} {}", family.label().get(lang), fired.len()));
        let families: Vec<String> = families.collect();
        let text = Text::new(
            "m  Myopia, {0} of {1} families: {2}",
            "m  营销近视，{1}个方面中有{0}个：{2}",
        );
        let all = myopia::Family::ALL.len().to_string();
        let glue = match lang {
            Lang::En => "; ",
            Lang::Zh => "；",
        };
        let words = [signals.len().to_string(), all, families.join(glue)];
        let style = if signals.len() >= myopia::ENOUGH {
            theme.warning
        } else {
            theme.dim
        };
        lines.push((text.fill(lang, &words), style, "myopia"));
    }
    if !report.unchecked.is_empty() {
        let text = Text::new(
            "u  {0} rules could not look: what they lack",
            "u  {0}条规则未能检查：看看缺什么",
        );
        let count = report.unchecked.len().to_string();
        lines.push((text.fill(lang, &[count]), theme.dim, "coverage"));
    }
    // A short screen has one line for the two, with their keys.
    if area.height < 10 && lines.len() > 1 {
        let text = Text::new(
            "m  Myopia {0}/{1}   u  {2} unchecked",
            "m  近视 {0}/{1}   u  未检查 {2}条",
        );
        let counts = [
            signals.len(),
            myopia::Family::ALL.len(),
            report.unchecked.len(),
        ];
        let text = text.fill(lang, &counts.map(|it| it.to_string()));
        let style = lines.first().map_or(theme.dim, |line| line.1);
        lines = vec![(text, style, "myopia")];
    }
    let height = (lines.len() as u16).min(area.height);
    let top = area.bottom() - height;
    for (y, (text, style, id)) in (top..area.bottom()).zip(lines) {
        let room = area.width.saturating_sub(1);
        let text = draw::clip(&text, usize::from(room));
        canvas.put(area.x + 1, y, &text, style, room);
        let key: String = text.chars().take(1).collect();
        canvas.put(area.x + 1, y, &key, theme.accent, 1);
        if let Some(command) = commands::command(id) {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            canvas.hit(line, Hit::Command(command));
        }
    }
    Rect {
        height: area.height - height,
        ..area
    }
}

/// The list, and room for one finding: beside on a wide screen, below on a narrow one.
fn split(area: Rect) -> (Rect, Rect) {
    if area.width >= 100 {
        let detail = 46;
        let list = Rect {
            width: area.width - detail,
            ..area
        };
        let detail = Rect {
            x: list.right(),
            width: detail,
            ..area
        };
        return (list, detail);
    }
    let detail = if area.height >= 16 && area.width >= 50 {
        (area.height / 2).min(10)
    } else {
        0
    };
    let list = Rect {
        height: area.height - detail,
        ..area
    };
    let detail = Rect {
        y: list.bottom(),
        height: detail,
        ..area
    };
    (list, detail)
}
