//! The one table of commands: keys, footer, help and palette all come from it.

use super::app::App;
use super::input::Key;
use crate::words::{Lang, Text};

/// Where a command makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Always,
    /// In the list of plans.
    Plans,
    /// When a plan is open.
    Plan,
    /// In the workbench.
    Workbench,
    /// In the guided interview.
    Walk,
    /// In the list of findings.
    Findings,
    /// In the chain.
    Chain,
    /// In the figures.
    Figures,
    /// In the review of what changed.
    Review,
    /// Where two versions disagree.
    Conflicts,
    /// In the calculator.
    Calculator,
    /// In the quiz of terms.
    Quiz,
    /// While a class is marked.
    Marking,
}

/// Something a person can do.
#[derive(Debug)]
pub struct Command {
    /// Its name, for tests and configuration.
    pub id: &'static str,
    /// What it does, in a few words.
    pub label: Text,
    /// One word or two for the footer; empty keeps it out.
    pub hint: Text,
    /// The keys, the first being the one shown; none for palette only.
    pub keys: &'static [&'static str],
    /// Where it makes sense.
    pub scope: Scope,
    /// Does it.
    pub run: fn(&mut App),
}

impl PartialEq for Command {
    fn eq(&self, other: &Command) -> bool {
        self.id == other.id
    }
}

impl Command {
    /// The key that is shown for it.
    pub fn key_label(&self, lang: Lang) -> Option<String> {
        let key = Key::parse(self.keys.first()?)?;
        Some(key.label(lang))
    }

    /// Whether it can be used now.
    pub fn is_available(&self, app: &App) -> bool {
        app.scopes().contains(&self.scope)
    }
}

const fn t(en: &'static str, zh: &'static str) -> Text {
    Text::new(en, zh)
}

const NO_HINT: Text = Text::new("", "");

macro_rules! commands {
    ($($id:literal $scope:ident [$($key:literal),*] ($en:literal, $zh:literal) $hint:expr, $run:expr;)+) => {
        &[$(Command {
            id: $id,
            label: Text::new($en, $zh),
            hint: $hint,
            keys: &[$($key),*],
            scope: Scope::$scope,
            run: $run,
        },)+]
    };
}

/// Every command. The footer shows them in this order, the most telling scope first.
pub const COMMANDS: &[Command] = commands! {
    "new-plan" Plans ["n", "ctrl-n"] ("New plan", "新建计划") t("new", "新建"), App::new_plan;
    "new-from-sample" Plans ["m"] ("New plan from a sample", "从范例新建计划") t("from sample", "用范例"), App::new_from_sample;
    "new-from-exercise" Plans ["x"] ("Begin an exercise", "开始一个练习") t("exercise", "练习"), App::new_from_exercise;
    "mark" Plans ["g"] ("Mark this folder: what a class handed in", "给这个文件夹评分：全班提交的计划") t("mark a class", "给全班评分"), App::mark_folder;
    "open-file" Plans ["o"] ("Open a plan by its path", "按路径打开计划") t("open", "打开"), App::open_path;
    "duplicate-plan" Plans ["d"] ("Duplicate the plan", "复制计划") NO_HINT, App::duplicate_plan;
    "rename-plan" Plans ["r"] ("Rename the plan's file", "重命名计划文件") NO_HINT, App::rename_plan;
    "delete-plan" Plans ["delete"] ("Move the plan to the trash", "把计划移入回收站") NO_HINT, App::delete_plan;
    "restore-plan" Plans ["u"] ("Bring back the plan deleted last", "恢复最近删除的计划") NO_HINT, App::restore_plan;

    "walk-next" Walk ["tab"] ("Next question", "下一题") t("next", "下一题"), App::walk_next;
    "walk-back" Walk ["backtab"] ("Previous question", "上一题") t("back", "上一题"), App::walk_back;
    "walk-skip" Walk ["f2"] ("Skip this question", "跳过这题") t("skip", "跳过"), App::walk_skip;
    "walk-unknown" Walk ["f4"] ("I don't know: we looked and could not find out", "不知道：查过，没有查到") t("don't know", "不知道"), App::toggle_unknown;
    "walk-later" Walk ["f3"] ("Ask me later: put the question at the end", "以后再问：把这题放到最后") t("later", "以后"), App::walk_later;

    "add-row" Workbench ["f2", "ctrl-n"] ("Add a row to this list", "在本列表添加一条") t("add row", "添加"), App::add_row;
    "more-fields" Workbench ["f3"] ("Show all fields, or the short form", "显示全部字段或精简字段") t("all fields", "全部字段"), App::toggle_fields;
    "mark-unknown" Workbench ["f4"] ("I don't know: mark the field as looked for and not known", "不知道：标记为查过但不知道") t("don't know", "不知道"), App::toggle_unknown;
    "duplicate-row" Workbench ["ctrl-d"] ("Duplicate this row", "复制本条") NO_HINT, App::duplicate_row;
    "delete-row" Workbench ["alt-delete"] ("Delete this row", "删除本条") NO_HINT, App::delete_row;
    "move-row-up" Workbench ["alt-up"] ("Move this row up", "上移本条") NO_HINT, App::move_row_up;
    "move-row-down" Workbench ["alt-down"] ("Move this row down", "下移本条") NO_HINT, App::move_row_down;
    "rename-row" Workbench ["alt-r"] ("Rename this row's id; references follow", "修改本条编号，引用随之更新") NO_HINT, App::rename_row;
    "clear-field" Workbench [] ("Clear this field", "清空本字段") NO_HINT, App::clear_field;

    "explain" Findings ["e"] ("Explain the finding", "解释这条问题") t("explain", "解释"), App::explain_finding;
    "accept" Findings ["a"] ("Answer the finding with a reason instead of repairing it", "说明理由，接受这条问题") t("answer", "说明理由"), App::accept_finding;
    "repair" Findings ["r"] ("Make the mechanical repair", "自动修正") t("repair", "修正"), App::repair_finding;
    "take-back" Findings ["delete"] ("Take the answer back: the finding is open again", "撤回说明，问题重新打开") NO_HINT, App::take_answer_back;
    "filter" Findings ["f"] ("Show the findings of one rule, step, severity or sign of myopia", "按规则、步骤、程度或近视迹象筛选") t("filter", "筛选"), App::filter_findings;
    "filter-severity" Findings ["s"] ("Show all findings, or one severity", "按严重程度筛选") t("severity", "程度"), App::filter_severity;
    "myopia" Findings ["m"] ("Signs of marketing myopia, with their evidence", "营销近视的迹象和依据") NO_HINT, App::show_myopia;
    "coverage" Findings ["u"] ("Rules that could not look, and what they lack", "未能检查的规则，以及缺什么") NO_HINT, App::show_coverage;

    "explain-here" Plan ["alt-e"] ("Explain what was found in this field", "解释本字段的问题") NO_HINT, App::explain_finding;
    "accept-here" Plan ["alt-a"] ("Answer what was found in this field with a reason", "对本字段的问题说明理由") NO_HINT, App::accept_finding;
    "repair-here" Plan ["alt-x"] ("Make the mechanical repair of this field", "自动修正本字段") NO_HINT, App::repair_finding;

    "exercise" Plan ["alt-b"] ("The exercise of this plan: the case and what is asked", "本计划的练习：案例和要求") t("the case", "案例"), App::show_exercise;
    "next-hint" Plan ["alt-h"] ("Unfold the next hint of the exercise", "展开练习的下一条提示") t("hint", "提示"), App::next_hint;

    "chain-go" Chain ["enter"] ("Go to the row, or to where the break is repaired", "转到该条目，或转到断处去改正") t("go", "前往"), App::go_along_chain;

    "figure-go" Figures ["g"] ("Go to the row or field in the workbench", "转到工作台中的条目或字段") t("go", "前往"), App::go_to_figure;
    "trial-write" Figures ["w"] ("Write what is tried into the plan, as one step", "把试算的数值写入计划，一次撤销即可还原") t("write trial", "写入试算"), App::write_trial;
    "figure-explain" Figures ["e"] ("Explain the formula: convention, source, example, traps", "解释公式：约定、出处、算例、易错之处") t("explain", "解释"), App::explain_formula;
    "figure-calc" Figures ["k"] ("Open this formula in the calculator", "在计算器中打开这个公式") NO_HINT, App::calculate_figure;
    "figure-copy" Figures ["c", "ctrl-c"] ("Copy the figure as text", "把这个数字的算法复制为文字") t("copy", "复制"), App::copy_figure;

    "formula-explain" Calculator ["e"] ("Explain the formula: convention, source, example, traps", "解释公式：约定、出处、算例、易错之处") t("explain", "解释"), App::explain_formula;
    "formula-copy" Calculator ["c", "ctrl-c"] ("Copy the formula with its numbers as text", "把公式和数字复制为文字") t("copy", "复制"), App::copy_figure;

    "review-go" Review ["enter"] ("Go to the row or field that changed", "转到改动的条目或字段") t("go", "前往"), App::go_to_change;
    "review-back" Review ["b", "delete"] ("Take this change back; the others stay", "还原这一处改动，其他改动保留") t("take back", "还原"), App::take_change_back;
    "review-revision" Review ["v"] ("Compare with another commit, branch or tag, or the last save", "与别的提交、分支、标签或上次保存的文件比较") t("revision", "版本"), App::pick_revision;
    "review-copy" Review ["c", "ctrl-c"] ("Copy what changed as Markdown", "把改动复制为 Markdown") t("copy", "复制"), App::copy_review;
    "review-refresh" Review ["r"] ("Ask git again", "重新询问 git") NO_HINT, App::refresh_review;

    "decide-ours" Conflicts ["1", "o"] ("Take our reading", "取我方的写法") t("ours", "我方"), App::decide_ours;
    "decide-theirs" Conflicts ["2", "t"] ("Take their reading", "取对方的写法") t("theirs", "对方"), App::decide_theirs;
    "decide-both" Conflicts ["3", "b"] ("Keep both rows, ours first", "两条都留，我方在前") t("both", "两者"), App::decide_both;
    "decide-own" Conflicts ["e"] ("Write your own", "自己写") t("own words", "自己写"), App::decide_own;

    "quiz-go" Quiz ["enter"] ("Begin, answer, or go on; 1 to 4 pick an answer", "开始、作答或继续；按1至4直接选择") t("answer", "作答"), App::quiz_go;
    "quiz-leave" Quiz ["esc"] ("Back; every answer is kept", "返回，答过的都已记下") t("back", "返回"), App::show_quiz;
    "quiz-unknown" Quiz ["f4"] ("I don't know: show the term", "不知道：直接看答案") t("don't know", "不知道"), App::quiz_unknown;

    "mark-level" Marking [] ("Give a level: 1 to 9 are the levels of the rubric", "评定等级：数字键对应评分表的各级") NO_HINT, App::mark_level;
    "mark-next" Marking ["n"] ("Next student or criterion in the list; ↓ too", "列表中的下一名学生或下一项，也可按 ↓") t("next", "下一个"), App::mark_next;
    "mark-back" Marking ["p"] ("Previous student or criterion; ↑ too, ← and → go across", "上一名学生或上一项，也可按 ↑；← → 换到另一项或另一人") t("previous", "上一个"), App::mark_back;
    "mark-comment" Marking ["c"] ("Comment: one made before, or a new one", "写评语：选用写过的，或新写一条") t("comment", "评语"), App::mark_comment;
    "mark-axis" Marking ["tab"] ("One criterion across all students, or one student across all criteria", "按评分项看全班，或按学生看各项") t("by student", "换方向"), App::mark_axis;
    "mark-unmarked" Marking ["g"] ("Go to what has no level yet", "转到尚未评定的一项") t("unmarked", "未评"), App::mark_unmarked;
    "mark-find" Marking ["/", "ctrl-f"] ("Find a student by name", "按姓名查找学生") t("find", "查找"), App::mark_find;
    "mark-undo" Marking ["u", "alt-z", "ctrl-_"] ("Take the last decision back", "撤销上一步") t("undo", "撤销"), App::mark_undo;
    "mark-view" Marking ["v"] ("Show another part: levels, findings, plan, list", "换看：等级、问题、计划、列表") t("view", "换看"), App::mark_view;
    "mark-agree" Marking ["a"] ("Accept the student's answer: the finding lowers nothing", "认可学生的说明：该问题不降级") NO_HINT, App::mark_agree;
    "mark-disagree" Marking ["d"] ("Do not accept the student's answer: the finding counts", "不认可学生的说明：该问题照常计入") NO_HINT, App::mark_disagree;
    "mark-finding" Marking ["f"] ("Next finding, and its line in the plan", "下一个问题及其在计划中的位置") t("finding", "问题"), App::mark_finding;
    "mark-edit-comment" Marking ["e"] ("Change the comment, here or wherever it was made", "修改评语，只改这里或全部修改") NO_HINT, App::mark_edit_comment;
    "mark-note" Marking ["o"] ("Say something of the whole plan", "写总评") NO_HINT, App::mark_note;
    "mark-clear" Marking ["0", "delete"] ("Take the level back", "撤回等级") NO_HINT, App::mark_clear;
    "mark-blind" Marking ["b"] ("Hide the names, or show them", "隐藏或显示姓名") NO_HINT, App::mark_blind;
    "mark-redo" Marking ["r", "ctrl-y"] ("Make the decision again", "重做") NO_HINT, App::mark_redo;
    "mark-save" Marking ["ctrl-s"] ("Save the marks now; they are saved by themselves too", "立即保存评分（平时会自动保存）") NO_HINT, App::mark_save;
    "mark-leave" Marking ["esc", "alt-p"] ("Back to the list of plans", "回到计划列表") t("back", "返回"), App::leave_class;

    "next-thing" Plan ["ctrl-g"] ("Go to the next thing to do", "去做下一件事") t("next thing", "下一件事"), App::go_next;
    "next-gap" Plan ["f8"] ("Next finding", "下一个问题") t("next gap", "下一问题"), App::next_gap;
    "previous-gap" Plan ["shift-f8"] ("Previous finding", "上一个问题") NO_HINT, App::previous_gap;
    "save" Plan ["ctrl-s"] ("Save the plan", "保存计划") t("save", "保存"), App::save;
    "save-as" Plan [] ("Save the plan under another name", "另存为") NO_HINT, App::save_as;
    "undo" Plan ["alt-z", "ctrl-_"] ("Take the last change back", "撤销") t("undo", "撤销"), App::undo;
    "redo" Plan ["ctrl-y", "alt-shift-z"] ("Make it again", "重做") NO_HINT, App::redo;
    "walk" Plan ["f5"] ("Walk: be asked one question at a time", "引导：一次回答一个问题") t("walk", "引导"), App::toggle_walk;
    "findings" Plan ["f6"] ("All findings", "全部问题") t("findings", "问题"), App::show_findings;
    "chain" Plan ["shift-f6", "alt-6"] ("Chain: follow each target segment from its needs to value", "链条：追踪每个目标细分，从需要到价值获取") t("chain", "链条"), App::show_chain;
    "figures" Plan ["shift-f7", "alt-7"] ("Figures: every number with its formula, tried without writing", "数字：每个数的算法，可以试算而不改动计划") t("figures", "数字"), App::show_figures;
    "review" Plan ["shift-f9", "alt-9"] ("Review: what changed since the last commit, and what that does", "审阅：与最近一次提交相比改了什么、有何影响") t("review", "审阅"), App::show_review;
    "step-frame" Plan ["alt-0"] ("Go to the plan's frame", "转到计划概况") NO_HINT, |app| app.go_step(0);
    "step-needs" Plan ["alt-1"] ("Go to step 1, needs", "转到第1步：需要") NO_HINT, |app| app.go_step(1);
    "step-targeting" Plan ["alt-2"] ("Go to step 2, targeting", "转到第2步：目标") NO_HINT, |app| app.go_step(2);
    "step-value" Plan ["alt-3"] ("Go to step 3, value proposition", "转到第3步：价值") NO_HINT, |app| app.go_step(3);
    "step-mix" Plan ["alt-4"] ("Go to step 4, mix", "转到第4步：组合") NO_HINT, |app| app.go_step(4);
    "step-relationships" Plan ["alt-5"] ("Go to step 5, relationships", "转到第5步：关系") NO_HINT, |app| app.go_step(5);
    "editor" Plan ["ctrl-e"] ("Edit in your own editor: the long text, or the file at this line", "用自己的编辑器修改本段文字或整个文件") NO_HINT, App::external_editor;
    "changes" Plan ["alt-c"] ("Show what changed since the last save", "查看上次保存以来的改动") NO_HINT, App::show_changes;
    "copy" Plan ["ctrl-c"] ("Copy the selection, or the field", "复制选中文字或本字段") NO_HINT, App::copy;
    "cut" Plan ["ctrl-x"] ("Cut the selection", "剪切选中文字") NO_HINT, App::cut;
    "plans" Plan ["alt-p"] ("Back to the list of plans", "回到计划列表") NO_HINT, App::show_plans;

    "palette" Always ["ctrl-p", "f10"] ("Find anything: commands, fields, rows, findings, terms", "查找一切：命令、字段、条目、问题、术语") t("anything", "查找"), App::palette;
    "search" Always ["ctrl-f"] ("Search the plan's text", "搜索计划内容") NO_HINT, App::search;
    "calc" Always ["alt-8"] ("Calculator: every formula, with numbers of your own", "计算器：全部公式，代入自己的数字") NO_HINT, App::show_calculator;
    "glossary" Always ["f7"] ("Glossary", "术语表") t("glossary", "术语"), App::show_glossary;
    "quiz" Always ["alt-q"] ("Quiz: be asked the terms of marketing", "测验：考考营销术语") t("quiz", "测验"), App::show_quiz;
    "help" Always ["f1"] ("Help: every key that works here", "帮助：此处可用的按键") t("help", "帮助"), App::help;
    "language" Always ["f9"] ("Switch between English and Chinese", "切换中英文") t("中文", "English"), App::switch_language;
    "theme" Always ["alt-t"] ("Next theme: dark, light, mono", "切换主题：深色、浅色、单色") NO_HINT, App::next_theme;
    "mouse" Always ["alt-m"] ("Hand the mouse to the terminal for selecting text, or take it back", "把鼠标交给终端以选择文字，或收回") NO_HINT, App::toggle_mouse;
    "pane" Plan ["f12"] ("Next pane: sections, form, coach", "切换区域：目录、表单、指导") t("sections, form, coach", "目录/表单/指导"), App::next_pane;
    "suspend" Always ["ctrl-z"] ("Suspend farsight; fg brings it back", "挂起程序，输入 fg 返回") NO_HINT, App::suspend;
    "quit" Always ["ctrl-q"] ("Quit", "退出") t("quit", "退出"), App::quit;
};

/// The command with this name.
pub fn command(id: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.id == id)
}

/// The command that a key means among those available; the narrowest scope wins.
pub fn for_key(key: &Key, app: &App) -> Option<&'static Command> {
    let scopes = app.scopes();
    scopes.iter().find_map(|scope| {
        COMMANDS
            .iter()
            .filter(|command| command.scope == *scope)
            .find(|command| {
                command
                    .keys
                    .iter()
                    .filter_map(|name| Key::parse(name))
                    .any(|other| other == *key)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_key_can_be_typed_and_means_one_thing_in_a_scope() {
        let mut seen = HashSet::new();
        for command in COMMANDS {
            assert!(
                !command.label.en.is_empty() && !command.label.zh.is_empty(),
                "{}",
                command.id
            );
            for key in command.keys {
                assert!(Key::parse(key).is_some(), "{} has no key {key}", command.id);
                assert!(
                    seen.insert((command.scope as usize, key)),
                    "{key} twice: {}",
                    command.id
                );
            }
        }
        let ids: HashSet<_> = COMMANDS.iter().map(|command| command.id).collect();
        assert_eq!(ids.len(), COMMANDS.len());
    }
}
