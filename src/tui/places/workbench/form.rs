//! The form: the fields of a table or a row, the one with the keyboard open for typing.

use ratatui::layout::Rect;

use super::{Focus, Workbench};
use crate::catalogue::{Choice, Field, Kind, Section};
use crate::checks::Severity;
use crate::plan::{Path, entry};
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::editor::{self, Editor};
use crate::tui::session::Session;
use crate::words::{Lang, Text};

/// Prose is not drawn wider than this, however wide the terminal.
const MEASURE: u16 = 80;
/// A field that has not the keyboard shows this many lines of its text.
const LINES: usize = 3;

impl Workbench {
    pub(super) fn draw_form(&mut self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(session) = &desk.session else { return };
        let title = self.form_title(canvas.lang);
        let focused = self.focus == Focus::Form;
        let inner = draw::frame(canvas.buf, area, &title, focused, &canvas.theme);
        if inner.width < 8 || inner.height == 0 {
            return;
        }
        let inner = Rect {
            width: inner.width.min(MEASURE + 20),
            ..inner
        };
        canvas.hit(inner, Hit::Scroll(Pane::Form));
        let Some(path) = self.form_path() else {
            self.draw_list(session, canvas, inner);
            return;
        };
        let fields = self.fields(desk);
        let label = (inner.width / 3).clamp(8, 18);
        let column = Rect {
            x: inner.x + 1 + label + 1,
            width: inner.width.saturating_sub(label + 3).min(MEASURE),
            ..inner
        };
        self.text_width = column.width;
        let heights: Vec<u16> = (0..fields.len())
            .map(|at| {
                self.height(
                    session,
                    &path,
                    fields[at],
                    focused && at == self.field,
                    column.width,
                    inner.height,
                )
            })
            .collect();
        self.keep_in_view(&heights, inner.height);
        let mut y = inner.y;
        for (at, field) in fields.iter().enumerate().skip(self.form_top) {
            if y >= inner.bottom() {
                break;
            }
            let height = heights[at].min(inner.bottom() - y);
            let block = Rect { y, height, ..inner };
            canvas.hit(block, Hit::Field(at));
            let place = path.join(field.key);
            Self::draw_label(
                session,
                canvas,
                block,
                field,
                &place,
                focused && at == self.field,
                label,
            );
            let value = Rect {
                x: column.x,
                y,
                width: column.width,
                height,
            };
            match &mut self.editor {
                Some(editor) if focused && at == self.field => {
                    draw_open(editor, desk, canvas, value);
                }
                _ => draw_value(session, canvas, value, field, &place),
            }
            y += heights[at];
        }
        if self.form_top > 0 {
            canvas.put(inner.right() - 1, inner.y, "▲", canvas.theme.accent, 1);
        }
        let hidden: u16 = heights.iter().skip(self.form_top).sum();
        if hidden > inner.height {
            canvas.put(
                inner.right() - 1,
                inner.bottom() - 1,
                "▼",
                canvas.theme.accent,
                1,
            );
        } else if y < inner.bottom()
            && !self.show_all
            && self.section().is_some_and(Section::is_core)
        {
            let more = Text::new("F3 shows all fields", "按 F3 显示全部字段");
            canvas.say(column.x, y, more, canvas.theme.dim, column.width);
        }
    }

    /// Draws only the field being edited, for a page of the walk.
    pub fn draw_question(&mut self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        self.text_width = area.width;
        if let Some(editor) = &mut self.editor {
            draw_open(editor, desk, canvas, area);
        }
    }

    fn form_title(&self, lang: Lang) -> String {
        let Some(entry) = self.entry() else {
            return String::new();
        };
        let section = entry.section.label.get(lang);
        match &entry.row {
            Some(row) => format!("{section} ─ {row}"),
            None => section.to_owned(),
        }
    }

    /// How many lines a field takes.
    fn height(
        &mut self,
        session: &Session,
        path: &Path,
        field: &Field,
        open: bool,
        width: u16,
        room: u16,
    ) -> u16 {
        let lines = match &mut self.editor {
            Some(editor) if open => {
                let text = if editor::is_multi(editor.field.kind) {
                    editor.text.height(width)
                } else {
                    1
                };
                let below = usize::from(
                    editor.expected.is_some() || editor.reading(Lang::En, None).is_some(),
                );
                (text + below).min(usize::from(room.saturating_sub(1).max(1)))
            }
            _ => {
                let text = value_text(session, &path.join(field.key), field.kind, Lang::En);
                if text.is_empty() {
                    1
                } else {
                    draw::wrap(&text, usize::from(width)).len().clamp(1, LINES)
                }
            }
        };
        lines as u16
    }

    fn keep_in_view(&mut self, heights: &[u16], room: u16) {
        self.form_top = self.form_top.min(heights.len().saturating_sub(1));
        if self.focus != Focus::Form {
            return;
        }
        self.form_top = self.form_top.min(self.field);
        while self.form_top < self.field {
            let shown: u16 = heights[self.form_top..=self.field.min(heights.len() - 1)]
                .iter()
                .sum();
            if shown <= room {
                break;
            }
            self.form_top += 1;
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn draw_label(
        session: &Session,
        canvas: &mut Canvas<'_>,
        block: Rect,
        field: &Field,
        place: &Path,
        open: bool,
        width: u16,
    ) {
        let theme = canvas.theme;
        let name = place.to_string();
        let worst: Option<Severity> = session
            .findings_at(&name)
            .filter(|finding| finding.answered.is_none())
            .map(|finding| finding.severity)
            .min();
        let lesson = session.lesson.as_ref();
        let is_locked = lesson.is_some_and(|it| it.is_locked(place));
        if open {
            for y in block.top()..block.bottom() {
                canvas.put(block.x, y, "▌", theme.focus, 1);
            }
        } else if let Some(severity) = worst {
            canvas.put(
                block.x,
                block.y,
                severity.mark(),
                theme.severity(severity),
                1,
            );
        } else if is_locked {
            canvas.put(block.x, block.y, "▪", theme.dim, 1);
        }
        let style = if open {
            theme.focus
        } else if field.core {
            theme.text
        } else {
            theme.dim
        };
        let label = draw::clip(field.label.get(canvas.lang), usize::from(width)).into_owned();
        canvas.put(block.x + 1, block.y, &label, style, width);
    }

    /// A list of rows, or what the list is for while it has none.
    fn draw_list(&mut self, session: &Session, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(entry) = self.outline.entries().get(self.at) else {
            return;
        };
        let (section, lang, theme) = (entry.section, canvas.lang, canvas.theme);
        let mut page = Page::new(area.width.min(MEASURE));
        page.prose(section.help.get(lang), theme.text);
        page.gap();
        if entry.count == 0 {
            let invite = Text::new(
                "Nothing here yet. Enter or F2 adds a {0}.",
                "还没有内容。按回车或 F2 添加一条{0}。",
            );
            page.prose(&invite.fill(lang, &[section.row.get(lang)]), theme.accent);
            let example = section.caption.iter().find_map(|key| section.field(key));
            if let Some(field) = example {
                page.gap();
                page.indented(
                    Text::new("For example: ", "例如：").get(lang),
                    field.good.get(lang),
                    theme.ok,
                );
            }
        } else {
            for (name, row) in session.document.each_row(&Path::parse(section.path)) {
                let caption = row.caption(section.caption).unwrap_or_default();
                page.line(vec![
                    (format!("{name}  "), theme.accent),
                    (caption, theme.text),
                ]);
            }
            page.gap();
            page.prose(
                Text::new(
                    "Enter opens the first one, F2 adds another.",
                    "按回车打开第一条，F2 再添加一条。",
                )
                .get(lang),
                theme.dim,
            );
        }
        self.form_top = page.draw(canvas, area, self.form_top);
    }
}

/// A field's value as the form shows it.
fn value_text(session: &Session, path: &Path, kind: Kind, lang: Lang) -> String {
    let Some(text) = entry::entry_at(&session.document, path, kind) else {
        return String::new();
    };
    let label = |choices: &'static [Choice], word: &str| {
        choices
            .iter()
            .find(|choice| choice.key == word.trim())
            .map_or_else(
                || word.trim().to_owned(),
                |choice| choice.label.get(lang).to_owned(),
            )
    };
    match kind {
        Kind::Choice(choices) => label(choices, &text),
        Kind::Choices(choices) => {
            let words: Vec<String> = text.split(';').map(|word| label(choices, word)).collect();
            words.join("; ")
        }
        Kind::Scale(low, high) => scale(&text, low, high),
        Kind::Flag if text == "yes" => Text::new("yes", "是").get(lang).to_owned(),
        Kind::Flag => Text::new("no", "否").get(lang).to_owned(),
        Kind::Lines | Kind::Scores(_) => text.trim_end().replace('\n', "; "),
        _ => text,
    }
}

/// A judgement as dots and its number.
fn scale(text: &str, low: u8, high: u8) -> String {
    let Ok(value) = text.trim().parse::<f64>() else {
        return text.to_owned();
    };
    if high > 5 || value < f64::from(low) || value > f64::from(high) {
        return text.to_owned();
    }
    let dots: String = (1..=high)
        .map(|dot| {
            if f64::from(dot) - value > 0.5 {
                '○'
            } else {
                '●'
            }
        })
        .collect();
    format!("{dots} {text}")
}

fn draw_value(session: &Session, canvas: &mut Canvas<'_>, area: Rect, field: &Field, path: &Path) {
    let text = value_text(session, path, field.kind, canvas.lang);
    let theme = canvas.theme;
    if text.is_empty() {
        let unknown = crate::tui::unknown::is_marked(&session.document, &path.to_string());
        if unknown {
            canvas.say(
                area.x,
                area.y,
                Text::new("unknown", "不知道"),
                theme.dim,
                area.width,
            );
        } else {
            canvas.put(area.x, area.y, "·", theme.dim, 1);
        }
        return;
    }
    let lines = draw::wrap(&text, usize::from(area.width));
    let last = usize::from(area.height);
    for (n, line) in lines.iter().take(last).enumerate() {
        let cut = n + 1 == last && lines.len() > last;
        let line = if cut {
            format!("{line}…")
        } else {
            line.clone()
        };
        canvas.put(
            area.x,
            area.y + n as u16,
            &draw::clip(&line, usize::from(area.width)),
            theme.text,
            area.width,
        );
    }
}

fn draw_open(editor: &mut Editor, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
    let (lang, theme) = (canvas.lang, canvas.theme);
    let kind = editor.field.kind;
    let note = match &editor.expected {
        Some(expected) => {
            let text = Text::new("takes {0}", "这里应填{0}");
            Some((text.fill(lang, &[expected.message(lang)]), theme.error))
        }
        None => editor
            .reading(lang, desk.today)
            .map(|reading| (format!("= {reading}"), theme.dim)),
    };
    let below = u16::from(note.is_some() && area.height > 1);
    let text = Rect {
        height: area.height - below,
        ..area
    };
    canvas.hit(text, Hit::Text(text));
    if editor::is_picked(kind) {
        let shown = match (&desk.session, editor.text.text().is_empty()) {
            (Some(session), false) => value_text(session, &editor.path, kind, lang),
            _ => Text::new("(choose: Enter)", "（按回车选择）")
                .get(lang)
                .to_owned(),
        };
        let style = if editor.text.text().is_empty() {
            theme.dim
        } else {
            theme.text
        };
        let used = canvas.put(
            area.x,
            area.y,
            &draw::clip(&shown, usize::from(area.width.saturating_sub(2))),
            style,
            area.width,
        );
        canvas.put(area.x + used + 1, area.y, "▾", theme.accent, 1);
        canvas.caret_at(area.x, area.y);
    } else {
        canvas.caret = editor.text.draw(canvas.buf, text, &theme, &[]);
        if editor.text.text().is_empty() {
            draw_hint(editor, canvas, text);
        }
    }
    if let Some((note, style)) = note.filter(|_| below > 0) {
        canvas.put(
            area.x,
            area.bottom() - 1,
            &draw::clip(&note, usize::from(area.width)),
            style,
            area.width,
        );
    }
}

/// How an empty field is filled, where that is not plain.
fn draw_hint(editor: &Editor, canvas: &mut Canvas<'_>, area: Rect) {
    let hint = match editor.field.kind {
        Kind::Date => Text::new(
            "a day: 2027-03-01, 1 March 2027, +2w",
            "日期：2027-03-01、2027年3月1日、+2w",
        ),
        Kind::Percent => Text::new("a percentage: 35 %", "百分比：35 %"),
        Kind::Money => Text::new("an amount: 1,200.50", "金额：1,200.50 或 3万"),
        Kind::Lines => Text::new("one a line", "每行一条"),
        Kind::Scale(1, 5) => Text::new("1 to 5, or ← →", "1 到 5，也可按 ← →"),
        Kind::Scale(..) => Text::new("0 to 10", "0 到 10"),
        Kind::Flag => Text::new("Space: yes or no", "空格切换是与否"),
        Kind::Scores(_) => Text::new(
            "one a line: skip-breakfast = 3",
            "每行一个：skip-breakfast = 3",
        ),
        Kind::Period => Text::new("2027, 2027-Q1 or 2027-02", "2027、2027-Q1 或 2027-02"),
        _ => return,
    };
    let style = canvas.theme.dim;
    canvas.say(
        area.x + 1,
        area.y,
        hint,
        style,
        area.width.saturating_sub(1),
    );
}
