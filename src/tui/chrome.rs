//! What stands around every place: the head with the title, the steps, the foot with the keys.

use ratatui::layout::Rect;

use super::app::{App, Place};
use super::canvas::{Canvas, Hit};
use super::commands::{COMMANDS, Command};
use super::draw;
use crate::catalogue::Step;
use crate::checks::Severity;
use crate::checks::progress::StepProgress;
use crate::words::Text;

/// Draws head and foot; returns the area between them.
pub fn draw(app: &App, canvas: &mut Canvas<'_>) -> Rect {
    let area = canvas.area();
    head(app, canvas, Rect { height: 1, ..area });
    let steps = app.desk.session.is_some() && app.place != Place::Plans && area.height >= 10;
    if steps {
        step_line(
            app,
            canvas,
            Rect {
                y: area.y + 1,
                height: 1,
                ..area
            },
        );
    }
    let top = 1 + u16::from(steps);
    let said = notice(app, area);
    let low = said.len().max(1) as u16;
    let line = Rect {
        y: area.bottom() - low,
        height: low,
        ..area
    };
    foot(app, canvas, line, &said);
    Rect {
        y: area.y + top,
        height: area.height - top - low,
        ..area
    }
}

fn head(app: &App, canvas: &mut Canvas<'_>, line: Rect) {
    let theme = canvas.theme;
    let lang = canvas.lang;
    let mut right = String::new();
    let mut title = match app.place {
        Place::Plans => Text::new("Plans", "计划").get(lang).to_owned(),
        Place::Glossary => Text::new("Glossary", "术语表").get(lang).to_owned(),
        Place::Findings => Text::new("Findings", "问题").get(lang).to_owned(),
        Place::Chain => Text::new("Chain", "链条").get(lang).to_owned(),
        Place::Figures => Text::new("Figures", "数字").get(lang).to_owned(),
        Place::Calculator => Text::new("Calculator", "计算器").get(lang).to_owned(),
        Place::Review => Text::new("Review", "审阅").get(lang).to_owned(),
        Place::Quiz => Text::new("Quiz", "测验").get(lang).to_owned(),
        Place::Marking => Text::new("Marking", "评分").get(lang).to_owned(),
        Place::Walk => Text::new("Walk", "引导").get(lang).to_owned(),
        Place::Workbench => String::new(),
    };
    if let (Some(session), true) = (&app.desk.session, app.place != Place::Plans) {
        let plan = session.title();
        title = if title.is_empty() {
            plan
        } else {
            format!("{title} · {plan}")
        };
        if session.is_dirty() {
            right.push_str(Text::new("● unsaved", "● 未保存").get(lang));
        }
        if session.read_only || session.locked.is_some() {
            right.push_str(Text::new("  read-only", "  只读").get(lang));
        }
        let gaps = session.report.open().count();
        let text = if gaps == 1 {
            Text::new("  1 gap", "  1个问题")
        } else {
            Text::new("  {0} gaps", "  {0}个问题")
        };
        right.push_str(&text.fill(lang, &[gaps.to_string()]));
        // An empty plan has no gaps because there is nothing to check: the number says so.
        if line.width >= 70 {
            let report = &session.report;
            let text = Text::new(", {0} of {1} rules checked", "，已检查{0}/{1}条规则");
            let counts = [report.checked.to_string(), report.total().to_string()];
            right.push_str(&text.fill(lang, &counts));
        }
    }
    if app.place == Place::Marking {
        let (class, done) = app.class_head(lang);
        if !class.is_empty() {
            title = format!("{title} · {class}");
        }
        right.push_str(&done);
    }
    right.push_str("  ");
    right.push_str(Text::new("EN/中", "中/EN").get(lang));
    right.push(' ');
    let width = draw::width(&right) as u16;
    let used = if line.width > 50 {
        2 + canvas.put(line.x + 1, line.y, "farsight", theme.accent, line.width) + 1
    } else {
        1
    };
    let room = line.width.saturating_sub(used + width + 1);
    let title = draw::clip(&title, usize::from(room)).into_owned();
    canvas.put(line.x + used, line.y, &title, theme.title, room);
    canvas.put(
        line.right().saturating_sub(width),
        line.y,
        &right,
        theme.dim,
        width,
    );
}

fn step_line(app: &App, canvas: &mut Canvas<'_>, line: Rect) {
    let Some(session) = &app.desk.session else {
        return;
    };
    let lang = canvas.lang;
    let theme = canvas.theme;
    let current = app.workbench.step;
    // Bars where they fit, else only marks; the narrowest screen names the current step alone.
    let texts = |cells: usize, all: bool| -> Vec<(Step, String, String)> {
        Step::ALL
            .iter()
            .filter(|step| all || **step == current)
            .map(|step| {
                let progress = session.progress.steps[step.number()];
                let name = format!(" {} {}", step.number(), step.label().get(lang));
                (*step, name, state(&progress, cells))
            })
            .collect()
    };
    let width = |texts: &[(Step, String, String)]| -> usize {
        texts
            .iter()
            .map(|(_, name, state)| draw::width(name) + draw::width(state) + 2)
            .sum()
    };
    let room = usize::from(line.width);
    let texts = [(5, true), (3, true), (0, true), (5, false)]
        .into_iter()
        .map(|(cells, all)| texts(cells, all))
        .find(|texts| width(texts) <= room)
        .unwrap_or_else(|| texts(0, false));
    let mut x = line.x;
    for (step, name, state) in texts {
        let style = if step == current {
            theme.focus
        } else {
            theme.text
        };
        let start = x;
        x += canvas.put(x, line.y, &name, style, line.right().saturating_sub(x));
        let progress = session.progress.steps[step.number()];
        let mark = if progress.findings[Severity::Error as usize] > 0 {
            theme.error
        } else if progress.is_complete() {
            theme.ok
        } else {
            theme.dim
        };
        x += 1;
        x += canvas.put(x, line.y, &state, mark, line.right().saturating_sub(x));
        canvas.hit(
            Rect {
                x: start,
                width: x - start,
                ..line
            },
            Hit::Step(step),
        );
        x += 1;
    }
}

/// How far a step is: a bar, and the number of gaps or a check mark.
fn state(progress: &StepProgress, cells: usize) -> String {
    let bar = if cells > 0 {
        draw::bar(progress.share(), cells)
    } else {
        String::new()
    };
    let gaps = progress.gaps();
    let mark = if gaps > 0 {
        let worst = Severity::ALL
            .iter()
            .find(|it| progress.findings[**it as usize] > 0);
        format!("{}{gaps}", worst.map_or("", |it| it.mark()))
    } else if progress.is_complete() {
        String::from("✓")
    } else {
        String::from("–")
    };
    if bar.is_empty() {
        mark
    } else {
        format!("{bar} {mark}")
    }
}

/// The commands that the foot names, by place: what one needs most, and the way to all others.
fn hints(app: &App, width: u16) -> Vec<&'static Command> {
    let scopes = app.scopes();
    let typing = app.place == Place::Workbench && app.workbench.editor.is_some();
    let mut out: Vec<&Command> = Vec::new();
    for scope in scopes {
        let own = COMMANDS
            .iter()
            .filter(|command| command.scope == scope && !command.hint.en.is_empty());
        out.extend(own.filter(|command| !(typing && command.id == "more-fields")));
    }
    let narrow = width < 60;
    // Where one part shows at a time, the key that shows the others is among the first.
    let parts = app.place == Place::Workbench && narrow;
    let tried = app.tries();
    let taught = app
        .desk
        .session
        .as_ref()
        .is_some_and(|it| it.lesson.is_some());
    out.retain(|command| match command.id {
        "pane" => parts,
        "trial-write" => tried,
        "exercise" | "next-hint" => taught,
        // A wide screen shows every part at once.
        "mark-view" => width < 100,
        "quiz-unknown" => app.quiz.is_asking(),
        "quiz" => matches!(app.place, Place::Plans | Place::Glossary),
        _ => true,
    });
    // The keys that a newcomer must see come first: the palette, help and quitting.
    let rank = |command: &Command| match command.id {
        "help" => 0,
        "palette" if matches!(app.place, Place::Marking | Place::Quiz) => 6,
        "pane" | "palette" | "mark-comment" | "mark-view" => 1,
        "mark-unmarked" | "mark-axis" | "mark-find" | "mark-leave" | "exercise" | "next-hint"
        | "quiz-go" | "quiz-leave" | "quiz-unknown" | "save" | "explain" | "accept" | "repair"
        | "chain-go" | "figure-go" | "trial-write" | "review-go" | "review-back"
        | "decide-ours" | "decide-theirs" => 2,
        "next-gap" | "walk-next" | "new-plan" => 3,
        "quit" => 4,
        "glossary" if app.place == Place::Plans => 6,
        _ => 5,
    };
    out.sort_by_key(|command| rank(command));
    out
}

/// What the program has to say, in lines; a sentence that is longer than a line takes lines of the
/// place above the foot until the next key, because half a reason helps nobody.
fn notice(app: &App, area: Rect) -> Vec<String> {
    let Some(notice) = &app.desk.notice else {
        return Vec::new();
    };
    let room = usize::from(area.width).saturating_sub(4).max(8);
    let mut lines = draw::wrap(&notice.text.replace('\n', " "), room);
    let most = usize::from(area.height / 3).max(1);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

fn foot(app: &App, canvas: &mut Canvas<'_>, line: Rect, said: &[String]) {
    let lang = canvas.lang;
    let theme = canvas.theme;
    if let Some(notice) = &app.desk.notice {
        let (style, mark) = if notice.bad {
            (theme.error, " ✗ ")
        } else {
            (theme.ok, " ")
        };
        let blank = " ".repeat(draw::width(mark));
        for (at, (y, text)) in (line.top()..line.bottom()).zip(said).enumerate() {
            let lead = if at == 0 { mark } else { &blank };
            canvas.put(line.x, y, &format!("{lead}{text}"), style, line.width);
        }
        return;
    }
    let next = app
        .desk
        .session
        .as_ref()
        .filter(|_| app.place == Place::Workbench)
        .and_then(|session| session.progress.next.as_ref())
        .map(|next| {
            let text = Text::new("Next: {0} ", "下一步：{0} ");
            let decide = Text::new("decide between two versions", "在两个版本之间选择");
            let label = if app.is_deciding() {
                decide.get(lang).to_owned()
            } else {
                next.label(lang)
            };
            text.fill(lang, &[label])
        })
        .unwrap_or_default();
    let room = usize::from(line.width) / 2;
    let next = draw::clip(&next, room).into_owned();
    let width = draw::width(&next) as u16;
    let end = line.right().saturating_sub(width + 1);
    let mut x = line.x + 1;
    for command in hints(app, line.width) {
        let Some(key) = command.key_label(lang) else {
            continue;
        };
        let hint = command.hint.get(lang);
        let used = (draw::width(&key) + draw::width(hint) + 3) as u16;
        if x + used > end {
            continue;
        }
        let start = x;
        x += canvas.put(x, line.y, &key, theme.accent, end - x);
        x += 1;
        x += canvas.put(x, line.y, hint, theme.dim, end.saturating_sub(x));
        canvas.hit(
            Rect {
                x: start,
                width: x - start,
                ..line
            },
            Hit::Command(command),
        );
        x += 2;
    }
    if width > 0 {
        let x = line.right().saturating_sub(width);
        canvas.put(x, line.y, &next, theme.title, width);
        canvas.hit(Rect { x, width, ..line }, Hit::Next);
    }
}
