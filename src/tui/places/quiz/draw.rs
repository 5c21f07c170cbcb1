//! The quiz on the screen: the question, what an answer tells, and the boxes beside it.

use ratatui::layout::Rect;

use super::{Phase, Quiz, day};
use crate::classroom::quiz::{DAYS, Kind, Question, TERMS};
use crate::tui::canvas::{Canvas, Hit, Page, Pane};
use crate::tui::desk::Desk;
use crate::tui::draw;
use crate::tui::theme::Theme;
use crate::words::glossary::Term;
use crate::words::{Lang, Text, date};

/// Lines of prose are no wider than this.
const MEASURE: u16 = 80;

impl Quiz {
    /// Draws the quiz.
    pub fn draw(&mut self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let (lang, theme) = (canvas.lang, canvas.theme);
        let side = if area.width >= 90 { 36 } else { 0 };
        let main = Rect {
            width: area.width - side,
            ..area
        };
        if side > 0 {
            let title = Text::new("How far you are", "学到哪里").get(lang);
            let boxes = Rect {
                x: main.right(),
                width: side,
                ..area
            };
            let inner = inset(draw::frame(canvas.buf, boxes, title, false, &theme));
            let mut page = Page::new(inner.width);
            self.boxes(&mut page, desk, lang, &theme);
            page.draw(canvas, inner, 0);
        }
        let inner = draw::frame(canvas.buf, main, &self.title(lang), true, &theme);
        let inner = inset(inner);
        canvas.hit(inner, Hit::Scroll(Pane::List));
        canvas.caret_at(inner.x, inner.y);
        let width = inner.width.min(MEASURE);
        let mut page = Page::new(width);
        let question = self.question(lang);
        let tight = inner.height < 12 && question.is_some();
        match &self.phase {
            Phase::Start => self.start(&mut page, desk, side == 0, lang, &theme),
            Phase::Asked(kind) => {
                if let Some(question) = &question {
                    self.asked(&mut page, question, *kind, tight, lang, &theme);
                }
            }
            Phase::Told(right, picked) => self.told(&mut page, *right, *picked, lang, &theme),
            Phase::Done => {
                self.done(&mut page, lang, &theme);
                if side == 0 {
                    page.gap();
                    self.boxes(&mut page, desk, lang, &theme);
                }
            }
        }
        // What one answers with stays in view, however long the text above it is.
        let below = match &question {
            Some(question) => question.choices.len().max(1) as u16 + u16::from(!tight),
            None => 2,
        };
        let room = inner.height.saturating_sub(below).max(1);
        let text = Rect {
            width,
            height: room.min(page.height() as u16),
            ..inner
        };
        self.from = page.draw(canvas, text, self.from);
        let gap = u16::from(!tight);
        let lowest = inner
            .bottom()
            .saturating_sub(below.saturating_sub(gap).max(1));
        let y = (text.bottom() + gap).min(lowest);
        let answer = Rect {
            y,
            width,
            height: inner.bottom().saturating_sub(y),
            ..inner
        };
        match question {
            Some(question) if question.choices.is_empty() => {
                self.draw_field(canvas, answer);
            }
            Some(question) => self.draw_choices(canvas, answer, &question),
            None => self.draw_next(desk, canvas, answer),
        }
    }

    fn title(&self, lang: Lang) -> String {
        match self.round() {
            Some((at, all)) => {
                let text = Text::new("Question {0} of {1}", "第{0}题，共{1}题");
                text.fill(lang, &[at.to_string(), all.to_string()])
            }
            None => Text::new("Quiz of terms", "术语测验").get(lang).to_owned(),
        }
    }

    /// What the quiz is, before a round.
    fn start(&self, page: &mut Page, desk: &Desk, boxes: bool, lang: Lang, theme: &Theme) {
        let what = Text::new(
            "A meaning is shown and you name the term: at first by picking it, later by typing it. A right answer puts the term one box on, a wrong one back into the first. The boxes come back after 1, 2, 4, 8 and 16 days. Every answer is kept at once: stop whenever you like.",
            "给出含义，由你说出术语：先是挑选，熟了以后自己写。答对了，术语进入下一盒；答错了，退回第1盒。各盒分别隔1、2、4、8、16天再考。每答一题都会记下，随时可以停。",
        );
        page.prose(what.get(lang), theme.text);
        page.gap();
        let (due, fresh) = self.waiting(desk);
        let text = Text::new(
            "Due today: {0}. New: {1}.",
            "今天该复习的：{0}个。新的：{1}个。",
        );
        page.prose(
            &text.fill(lang, &[due.to_string(), fresh.to_string()]),
            theme.title,
        );
        if desk.folders.is_none() {
            let text = Text::new(
                "There is no folder to keep answers in: what you know is forgotten when farsight ends.",
                "没有可用的状态文件夹：退出后不会记住你的进度。",
            );
            page.prose(text.get(lang), theme.warning);
        }
        if boxes {
            page.gap();
            self.boxes(page, desk, lang, theme);
        }
    }

    /// How many terms are due on the day, and how many have not been met.
    fn waiting(&self, desk: &Desk) -> (usize, usize) {
        let (met, _) = self.kept.deck.count();
        (self.kept.deck.due(day(desk)), TERMS.len() - met)
    }

    /// What is asked; where there are few lines, the meaning alone.
    fn asked(
        &self,
        page: &mut Page,
        question: &Question,
        kind: Kind,
        tight: bool,
        lang: Lang,
        theme: &Theme,
    ) {
        let ask = match kind {
            Kind::Pick => Text::new("Which term is this?", "这是哪个术语？"),
            Kind::Type => Text::new("What is this called? Type it.", "这叫什么？请写出来。"),
        };
        let place = match self.kept.deck.card(question.term.id) {
            Some(card) => {
                Text::new("box {0}", "第{0}盒").fill(lang, &[(card.slot + 1).to_string()])
            }
            None => Text::new("new", "新").get(lang).to_owned(),
        };
        if !tight {
            page.line(vec![
                (ask.get(lang).to_owned(), theme.title),
                (format!(" · {place}"), theme.dim),
            ]);
            page.gap();
        }
        page.prose(&question.asks, theme.text);
    }

    /// Whether it was right, when it comes back, and what the term means.
    fn told(
        &self,
        page: &mut Page,
        right: bool,
        picked: Option<&'static Term>,
        lang: Lang,
        theme: &Theme,
    ) {
        let Some(term) = self.terms.get(self.at) else {
            return;
        };
        let (text, style) = if right {
            (Text::new("✓ Right: {0}", "✓ 对：{0}"), theme.ok)
        } else {
            (Text::new("✗ It is: {0}", "✗ 应是：{0}"), theme.error)
        };
        page.prose(&text.fill(lang, &[named(term, lang)]), style);
        if let Some(card) = self.kept.deck.card(term.id) {
            let text = Text::new("Box {0}, again on {1}.", "第{0}盒，{1}再考。");
            let number = (card.slot + 1).to_string();
            page.prose(
                &text.fill(lang, &[number, date::show(card.due, lang)]),
                theme.dim,
            );
        }
        page.gap();
        page.prose(term.meaning.get(lang), theme.text);
        if !term.source.get(lang).is_empty() {
            page.prose(term.source.get(lang), theme.dim);
        }
        let typed = self.field.text().trim();
        if let Some(picked) = picked {
            page.gap();
            let text = Text::new("You picked {0}: {1}", "你选的是{0}：{1}");
            let said = text.fill(lang, &[picked.name.get(lang), picked.meaning.get(lang)]);
            page.prose(&said, theme.dim);
        } else if !right && !typed.is_empty() {
            page.gap();
            let text = Text::new("You wrote: {0}", "你写的是：{0}");
            page.prose(&text.fill(lang, &[typed]), theme.dim);
        }
    }

    fn done(&self, page: &mut Page, lang: Lang, theme: &Theme) {
        let score = Text::new("{0} of {1} right.", "{1}题答对{0}题。");
        let numbers = [self.right, self.terms.len()].map(|it| it.to_string());
        page.prose(&score.fill(lang, &numbers), theme.title);
        if self.missed.is_empty() {
            return;
        }
        page.gap();
        let again = Text::new("Look at these again:", "这几个再看一看：");
        page.prose(again.get(lang), theme.text);
        for term in &self.missed {
            page.indented("✗ ", &named(term, lang), theme.text);
        }
    }

    /// The boxes, each with how many terms lie in it.
    fn boxes(&self, page: &mut Page, desk: &Desk, lang: Lang, theme: &Theme) {
        let counts = self.kept.deck.boxes();
        let here = match self.phase {
            Phase::Asked(_) => self.terms.get(self.at),
            _ => None,
        };
        let here = here.and_then(|term| self.kept.deck.card(term.id));
        for (at, (count, days)) in counts.iter().zip(DAYS).enumerate() {
            let name = Text::new("Box {0}", "第{0}盒").fill(lang, &[(at + 1).to_string()]);
            let every = match days {
                1 => Text::new("1 day", "1天"),
                _ => Text::new("{0} days", "{0}天"),
            };
            let every = every.fill(lang, &[days.to_string()]);
            let lead = if here.is_some_and(|it| it.slot == at) {
                "▸"
            } else {
                " "
            };
            #[allow(clippy::cast_precision_loss)]
            let share = *count as f64 / TERMS.len() as f64;
            let pad = 9usize.saturating_sub(draw::width(&every));
            page.line(vec![
                (format!("{lead}{name} "), theme.text),
                (format!("{every}{}", " ".repeat(pad)), theme.dim),
                (draw::bar(share, 8), theme.ok),
                (format!(" {count}"), theme.text),
            ]);
        }
        page.gap();
        let (met, known) = self.kept.deck.count();
        let text = Text::new(
            "{0} of {1} terms met, {2} of them known for good.",
            "{1}个术语学过{0}个，其中{2}个已经记牢。",
        );
        let numbers = [met, TERMS.len(), known].map(|it| it.to_string());
        page.prose(&text.fill(lang, &numbers), theme.text);
        if matches!(self.phase, Phase::Start) {
            return;
        }
        let text = Text::new("Due today: {0}.", "今天该复习的：{0}个。");
        page.prose(
            &text.fill(lang, &[self.kept.deck.due(day(desk)).to_string()]),
            theme.dim,
        );
    }

    fn draw_choices(&mut self, canvas: &mut Canvas<'_>, area: Rect, question: &Question) {
        for (at, (y, term)) in (area.top()..area.bottom())
            .zip(&question.choices)
            .enumerate()
        {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            let current = at == self.choice;
            let style = if current {
                canvas.theme.selection
            } else {
                canvas.theme.text
            };
            let lead = if current { "▸" } else { " " };
            let text = format!("{lead}{} {}", at + 1, term.name.get(canvas.lang));
            let text = draw::clip(&text, usize::from(line.width)).into_owned();
            canvas.put(line.x, y, &text, style, line.width);
            canvas.hit(line, Hit::Button(at));
            if current {
                canvas.caret_at(line.x, y);
            }
        }
    }

    fn draw_field(&mut self, canvas: &mut Canvas<'_>, area: Rect) {
        let line = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(2),
            height: 1.min(area.height),
            ..area
        };
        let theme = canvas.theme;
        canvas.put(area.x, area.y, "▌", theme.focus, 1);
        canvas.caret = self.field.draw(canvas.buf, line, &theme, &[]);
    }

    /// What Enter does next.
    fn draw_next(&mut self, desk: &Desk, canvas: &mut Canvas<'_>, area: Rect) {
        let (due, fresh) = self.waiting(desk);
        let last = self.at + 1 >= self.terms.len();
        let text = match self.phase {
            Phase::Told(..) if last => Text::new("Enter: the result", "回车：看结果"),
            Phase::Told(..) => Text::new("Enter: the next question", "回车：下一题"),
            _ if due + fresh == 0 => Text::new(
                "Nothing is due today. Esc goes back.",
                "今天没有要复习的。按 Esc 返回。",
            ),
            Phase::Done => Text::new(
                "Enter: another round   Esc: back",
                "回车：再来一轮   Esc：返回",
            ),
            _ => Text::new("Enter: begin   Esc: back", "回车：开始   Esc：返回"),
        };
        let line = Rect {
            height: 1.min(area.height),
            ..area
        };
        canvas.put(
            area.x,
            area.y,
            text.get(canvas.lang),
            canvas.theme.accent,
            area.width,
        );
        canvas.hit(line, Hit::Button(0));
        canvas.caret_at(area.x, area.y);
    }
}

/// A term in both languages.
fn named(term: &Term, lang: Lang) -> String {
    format!("{} · {}", term.name.get(lang), term.name.get(lang.other()))
}

/// The area inside a frame, with a blank column on either side.
fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    }
}
