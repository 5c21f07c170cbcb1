//! The help page: every command that works here, from the one table.

use super::App;
use crate::tui::commands::{COMMANDS, Scope};
use crate::tui::dialog::{Dialog, Look};
use crate::tui::draw;
use crate::words::Text;

impl App {
    /// Shows every key that works here.
    pub fn help(&mut self) {
        let lang = self.desk.lang;
        let mut text: Vec<(String, Look)> = Vec::new();
        let intro = Text::new(
            "Type in a field and it is in the plan; nothing blocks you. Tab goes on, Esc goes back, Ctrl-S saves. \
             The coach says what a field is for and what the checks found in it.",
            "在字段里输入，内容就进入计划，不会有任何阻拦。Tab 前进，Esc 返回，Ctrl-S 保存。指导栏说明字段的用途和检查发现的问题。",
        );
        text.push((intro.get(lang).to_owned(), Look::Plain));
        for scope in self.scopes() {
            text.push((String::new(), Look::Plain));
            text.push((heading(scope).get(lang).to_owned(), Look::Title));
            for command in COMMANDS.iter().filter(|command| command.scope == scope) {
                let keys: Vec<String> = command
                    .keys
                    .iter()
                    .filter_map(|key| crate::tui::input::Key::parse(key))
                    .map(|key| key.label(lang))
                    .collect();
                let keys = keys.join("  ");
                let pad = 24usize.saturating_sub(draw::width(&keys)).max(1);
                text.push((
                    format!("{keys}{}{}", " ".repeat(pad), command.label.get(lang)),
                    Look::Plain,
                ));
            }
        }
        text.push((String::new(), Look::Plain));
        text.push((
            Text::new("In every list", "在列表中").get(lang).to_owned(),
            Look::Title,
        ));
        let lists = Text::new(
            "↑ ↓ choose, Enter opens, typing narrows where there is a line to type in.",
            "↑ ↓ 选择，回车打开；有输入行时，输入即可筛选。",
        );
        text.push((lists.get(lang).to_owned(), Look::Plain));
        self.show(Dialog::read(Text::new("Help", "帮助").get(lang), text));
    }
}

const fn heading(scope: Scope) -> Text {
    match scope {
        Scope::Always => Text::new("Everywhere", "随处可用"),
        Scope::Plans => Text::new("In the list of plans", "在计划列表中"),
        Scope::Plan => Text::new("With a plan open", "打开计划时"),
        Scope::Workbench => Text::new("In the workbench", "在工作台"),
        Scope::Walk => Text::new("In the walk", "在引导中"),
        Scope::Findings => Text::new("In the list of findings", "在问题列表中"),
        Scope::Chain => Text::new("In the chain", "在链条中"),
        Scope::Figures => Text::new("In the figures", "在数字中"),
        Scope::Review => Text::new("In the review", "在审阅中"),
        Scope::Conflicts => Text::new("Where two versions disagree", "在有分歧的地方"),
        Scope::Calculator => Text::new("In the calculator", "在计算器中"),
        Scope::Quiz => Text::new("In the quiz", "在测验中"),
        Scope::Marking => Text::new("While marking", "评分时"),
    }
}
