//! The coach: what the field is for, what the checks found in it, and examples.

use ratatui::layout::Rect;

use super::{Focus, Workbench};
use crate::catalogue::{Field, Section};
use crate::checks::Finding;
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::theme::Theme;
use crate::words::{Lang, Text, glossary};

impl Workbench {
    pub(super) fn draw_coach(&mut self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let title = Text::new("Coach", "指导").get(canvas.lang);
        let focused = self.focus == Focus::Coach;
        let inner = draw::frame(canvas.buf, area, title, focused, &canvas.theme);
        if inner.width < 8 || inner.height == 0 {
            return;
        }
        let inner = Rect {
            x: inner.x + 1,
            width: inner.width - 2,
            ..inner
        };
        canvas.hit(inner, Hit::Scroll(Pane::Coach));
        let page = self.coach_page(desk, canvas, inner.width);
        self.coach_top = page.draw(canvas, inner, self.coach_top);
        if focused {
            canvas.caret_at(inner.x, inner.y);
        }
    }

    fn coach_page(&self, desk: &Desk, canvas: &Canvas<'_>, width: u16) -> Page {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let mut page = Page::new(width);
        let Some(session) = &desk.session else {
            return page;
        };
        if let Some(locked) = session.locked {
            page.prose(locked.message().get(lang), theme.error);
            for finding in session
                .report
                .findings
                .iter()
                .filter(|it| it.rule.is_about_the_file())
            {
                page.gap();
                finding_lines(&mut page, finding, lang, &theme);
            }
            return page;
        }
        match &self.editor {
            Some(editor) => {
                let place = editor.path.to_string();
                field_head(&mut page, editor.field, lang, &theme);
                for finding in session.findings_at(&place) {
                    page.gap();
                    finding_lines(&mut page, finding, lang, &theme);
                }
                field_examples(&mut page, editor.field, lang, &theme);
            }
            None => {
                if let Some(section) = self.section() {
                    section_head(&mut page, section, lang, &theme);
                }
                let place = self.place();
                for finding in session.findings_below(&place).take(20) {
                    page.gap();
                    finding_lines(&mut page, finding, lang, &theme);
                }
            }
        }
        page
    }
}

fn section_head(page: &mut Page, section: &Section, lang: Lang, theme: &Theme) {
    page.prose(section.label.get(lang), theme.title);
    page.prose(section.help.get(lang), theme.text);
}

/// What the field is and what to write.
pub(in crate::tui) fn field_head(page: &mut Page, field: &Field, lang: Lang, theme: &Theme) {
    page.prose(field.label.get(lang), theme.title);
    page.prose(field.help.get(lang), theme.text);
}

/// Examples, and the term behind the field.
pub(in crate::tui) fn field_examples(page: &mut Page, field: &Field, lang: Lang, theme: &Theme) {
    page.gap();
    page.indented(
        Text::new("✓ Good: ", "✓ 好：").get(lang),
        field.good.get(lang),
        theme.ok,
    );
    page.indented(
        Text::new("✗ Avoid: ", "✗ 避免：").get(lang),
        field.bad.get(lang),
        theme.dim,
    );
    if let Some(term) = field.term.and_then(glossary::term) {
        page.gap();
        page.prose(
            &format!("{} · {}", term.name.get(lang), term.name.get(lang.other())),
            theme.title,
        );
        page.prose(term.meaning.get(lang), theme.text);
        if !term.source.get(lang).is_empty() {
            page.prose(term.source.get(lang), theme.dim);
        }
    }
}

/// A finding: what, why, and the question that repairs it.
pub(in crate::tui) fn finding_lines(page: &mut Page, finding: &Finding, lang: Lang, theme: &Theme) {
    let style = theme.severity(finding.severity);
    let head = format!(
        "{} {} {} {}",
        finding.severity.mark(),
        finding.severity.label().get(lang),
        finding.rule.code,
        finding.rule.title.get(lang)
    );
    page.prose(&head, style);
    page.prose(&finding.message(lang), theme.text);
    if let Some(answer) = &finding.answered {
        let text = Text::new("Answered: {0}", "已说明：{0}");
        page.prose(&text.fill(lang, &[&answer.reason]), theme.ok);
        return;
    }
    page.prose(finding.rule.why.get(lang), theme.dim);
    page.indented("→ ", finding.rule.ask.get(lang), theme.accent);
}
