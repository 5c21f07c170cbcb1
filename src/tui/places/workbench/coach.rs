//! The coach: what the field is for, what the checks found in it, and examples.

use ratatui::layout::Rect;

use super::{Focus, Workbench};
use crate::catalogue::{Field, Section};
use crate::checks::{Answered, Finding};
use crate::plan::{Path, place_of};
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::findings::is_settled;
use crate::tui::lesson::Lesson;
use crate::tui::session::{Locked, Session};
use crate::tui::theme::Theme;
use crate::words::{Lang, Text, date, glossary};

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
            if locked == Locked::Conflicts {
                // The markers are no mistake of anybody, and Review is where they are read.
                return page;
            }
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
                field_head(&mut page, editor.field, lang, &theme);
                kept_lines(&mut page, session, &editor.path, lang, &theme);
                let found = self.findings_here(session);
                for finding in &found {
                    page.gap();
                    told_or_taught(&mut page, session, finding, lang, &theme);
                }
                keys_line(&mut page, &found, lang, &theme);
                lesson_keys(&mut page, session, &found, lang, &theme);
                field_examples(&mut page, editor.field, lang, &theme);
            }
            None => {
                if let Some(section) = self.section() {
                    section_head(&mut page, section, lang, &theme);
                    let path = Path::parse(&self.place());
                    kept_lines(&mut page, session, &path, lang, &theme);
                }
                let found = self.findings_here(session);
                for finding in found.iter().take(20) {
                    page.gap();
                    told_or_taught(&mut page, session, finding, lang, &theme);
                }
                keys_line(&mut page, &found, lang, &theme);
                lesson_keys(&mut page, session, &found, lang, &theme);
            }
        }
        page
    }
}

/// A finding as the coach tells it; in an exercise that is about it, the coach teaches.
fn told_or_taught(
    page: &mut Page,
    session: &Session,
    finding: &Finding,
    lang: Lang,
    theme: &Theme,
) {
    let lesson = session.lesson.as_ref();
    match lesson.filter(|it| it.exercise.is_about(finding.rule) && !is_settled(finding)) {
        Some(lesson) => taught(page, lesson, finding, lang, theme),
        None => finding_lines(page, finding, lang, theme),
    }
}

/// The term, why it matters, and a question; what the check saw comes with the first hint.
fn taught(page: &mut Page, lesson: &Lesson, finding: &Finding, lang: Lang, theme: &Theme) {
    let rule = finding.rule;
    let head = format!("? {} {}", rule.code, rule.title.get(lang));
    page.prose(&head, theme.severity(finding.severity));
    let field = place_of(&Path::parse(&finding.path)).and_then(|(_, field)| field);
    let term = field.and_then(|it| it.term).and_then(glossary::term);
    if let Some(term) = term {
        let text = Text::new("{0}: {1}", "{0}：{1}");
        page.prose(
            &text.fill(lang, &[term.name.get(lang), term.meaning.get(lang)]),
            theme.text,
        );
    }
    page.prose(rule.why.get(lang), theme.dim);
    page.indented("→ ", rule.ask.get(lang), theme.accent);
    let hints: Vec<&str> = lesson
        .hints(Some(rule))
        .map(|it| it.says.get(lang))
        .collect();
    for hint in &hints {
        page.indented("· ", hint, theme.ok);
    }
    if !hints.is_empty() {
        page.prose(&finding.message(lang), theme.text);
    }
    let left = lesson.folded(Some(rule));
    if left > 0 {
        let text = Text::new(
            "Alt-H next hint ({0} left)",
            "Alt-H 下一条提示（还有{0}条）",
        );
        page.prose(&text.fill(lang, &[left.to_string()]), theme.accent);
    }
}

/// What to know of a part that the exercise keeps as it was given.
fn kept_lines(page: &mut Page, session: &Session, path: &Path, lang: Lang, theme: &Theme) {
    let lesson = session.lesson.as_ref();
    if lesson.is_none_or(|it| !it.is_locked(path)) {
        return;
    }
    let text = Text::new(
        "Given, not to be changed: the whole class works with the same material. Read it, and change what rests on it.",
        "给定材料，不能改：全班用同一份。先读懂它，再改动以它为依据的部分。",
    );
    page.gap();
    page.indented("▪ ", text.get(lang), theme.warning);
}

/// The exercise, and the keys that show its case, its next hint, or the next thing to look at.
fn lesson_keys(page: &mut Page, session: &Session, found: &[&Finding], lang: Lang, theme: &Theme) {
    let Some(lesson) = &session.lesson else {
        return;
    };
    page.gap();
    let text = Text::new("Exercise: {0}", "练习：{0}");
    page.prose(
        &text.fill(lang, &[lesson.exercise.title.get(lang)]),
        theme.title,
    );
    let mut keys = vec![
        Text::new("Alt-B the case", "Alt-B 案例")
            .get(lang)
            .to_owned(),
    ];
    let taught = |it: &&&Finding| lesson.exercise.is_about(it.rule) && !is_settled(it);
    let here = found
        .iter()
        .filter(taught)
        .map(|it| lesson.folded(Some(it.rule)));
    let left = lesson.folded(None);
    // Hints for what was found here come first, and stand beside it.
    if here.sum::<usize>() == 0 && left > 0 {
        let text = Text::new("Alt-H a hint ({0} left)", "Alt-H 提示（还有{0}条）");
        keys.push(text.fill(lang, &[left.to_string()]));
    }
    if found.is_empty() {
        keys.push(Text::new("F8 next gap", "F8 下一问题").get(lang).to_owned());
    }
    page.prose(&keys.join("  "), theme.accent);
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
    let settled = is_settled(finding);
    let style = if settled {
        theme.dim
    } else {
        theme.severity(finding.severity)
    };
    let head = format!(
        "{} {} {} {}",
        finding.severity.mark(),
        finding.severity.label().get(lang),
        finding.rule.code,
        finding.rule.title.get(lang)
    );
    page.prose(&head, style);
    let text = if settled { theme.dim } else { theme.text };
    page.prose(&finding.message(lang), text);
    if let Some(answer) = &finding.answered {
        page.indented("✓ ", &answered(answer, lang), theme.ok);
    } else if finding.known {
        let text = Text::new(
            "Known from the baseline: it was here before and does not count.",
            "基线里已有：以前就在，不计入。",
        );
        page.indented("✓ ", text.get(lang), theme.ok);
    } else {
        page.prose(finding.rule.why.get(lang), theme.dim);
        page.indented("→ ", finding.rule.ask.get(lang), theme.accent);
    }
}

/// An answer in a sentence: the reason, who gave it, until when.
pub(in crate::tui) fn answered(answer: &Answered, lang: Lang) -> String {
    let mut said = Text::new("Answered: {0}", "已说明：{0}").fill(lang, &[answer.reason.trim()]);
    let by = answer.by.as_deref().map(str::trim);
    let signed = by.filter(|by| !by.is_empty()).map(str::to_owned);
    let until = answer
        .until
        .map(|day| Text::new("until {0}", "{0}前有效").fill(lang, &[date::show(day, lang)]));
    let rest: Vec<String> = signed.into_iter().chain(until).collect();
    if !rest.is_empty() {
        let rest = rest.join(match lang {
            Lang::En => ", ",
            Lang::Zh => "，",
        });
        said = Text::new("{0} ({1})", "{0}（{1}）").fill(lang, &[said, rest]);
    }
    said
}

/// The keys for what can be done with what was found here.
pub(in crate::tui) fn keys_line(page: &mut Page, found: &[&Finding], lang: Lang, theme: &Theme) {
    let mut keys = Vec::new();
    if !found.is_empty() {
        keys.push(Text::new("Alt-E explain", "Alt-E 解释"));
    }
    if found.iter().any(|finding| finding.rule.can_be_answered()) {
        keys.push(Text::new("Alt-A answer", "Alt-A 说明理由"));
    }
    if found.iter().any(|finding| finding.fix.is_some()) {
        keys.push(Text::new("Alt-X repair", "Alt-X 修正"));
    }
    if keys.is_empty() {
        return;
    }
    let keys: Vec<&str> = keys.into_iter().map(|it| it.get(lang)).collect();
    page.gap();
    page.prose(&keys.join("  "), theme.accent);
}
