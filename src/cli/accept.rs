//! `farsight accept`: an answer to a finding, written into the plan.

use std::path::PathBuf;

use jiff::civil::Date;

use super::check::failure as settings_failure;
use super::console::{Console, visible};
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::checks::answers::{self, Reply};
use crate::checks::{self, Finding, Report, Rule};
use crate::plan::{Lines, Path};
use crate::settings::Project;
use crate::store::error::shown;
use crate::words::{Lang, Text};

pub(super) const HELP: Help = Help {
    name: "accept",
    about: Text::new(
        "Answer a finding with a reason instead of repairing it",
        "说明理由，对检查结果作出答复",
    ),
    more: Text::new(
        "The answer is a row of [[accept]] at the end of the plan, for every reader to see. It holds for this place and what is below it; with --until it runs out, and the finding returns on that day. It is signed with --by, or with the `name` of your own configuration.\n\nA rule, a place or a finding that is not there is refused; --force writes the answer all the same.",
        "答复写成计划末尾的一条 [[accept]]，读者都能看到。它对这一处及其下级有效；写了 --until 的，到那天失效，检查结果重新出现。署名用 --by，不写则用你自己配置文件里的 `name`。\n\n规则、位置或检查结果不存在时会拒绝写入；加 --force 仍可写入。",
    ),
    args: &[
        ("plan", Text::new("The plan", "计划文件")),
        (
            "rule",
            Text::new(
                "The rule, by the name or code that is printed with the finding",
                "规则：照检查结果写名称或代码",
            ),
        ),
        (
            "at",
            Text::new(
                "The path of the finding, or one above it",
                "检查结果的路径，或其上级路径",
            ),
        ),
        (
            "reason",
            Text::new("Why it is right to leave it", "为什么不改是对的"),
        ),
        ("by", Text::new("Who says so", "答复人")),
        (
            "until",
            Text::new(
                "The day on which the answer runs out, as 2027-06-30",
                "答复失效的日期，如 2027-06-30",
            ),
        ),
        (
            "today",
            Text::new(
                "The day of the answer, as 2027-06-30; otherwise the date of the machine",
                "答复的日期，如 2027-06-30；不写则用本机日期",
            ),
        ),
        (
            "force",
            Text::new(
                "Write it even if nothing is found there",
                "即使那里没有检查结果也写入",
            ),
        ),
    ],
    examples: &[(
        "farsight accept plan.toml rivals-same-category-only --at needs.alternatives --reason \"the tender admits three named bidders\" --until 2027-06-30",
        Text::new("until the tender is over", "到招标结束为止"),
    )],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    rule: String,
    #[arg(long, value_name = "PATH")]
    at: Option<String>,
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    #[arg(long)]
    force: bool,
}

/// Writes an answer.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let today = args.today.unwrap_or_else(Console::today);
    let rule = checks::rule(args.rule.trim());
    let check = rule.map_or(args.rule.as_str(), |rule| rule.name);
    if !args.force {
        known(rule, &args.rule, lang)?;
    }
    if args.reason.trim().is_empty() {
        let what = Text::new("An answer needs a reason.", "答复要有理由。");
        return Err(Failure::usage(what.get(lang).to_owned()));
    }
    if let Some(day) = args.until.filter(|day| *day <= today) {
        let what = Text::new(
            "The answer would have run out already: {0} is not after today.",
            "答复一写下就已失效：{0}不晚于今天。",
        );
        return Err(Failure::usage(what.fill(lang, &[day.to_string()])));
    }
    let project = Project::of_plan(&args.plan, Some(today));
    let project = project.map_err(|trouble| settings_failure(&trouble, lang))?;
    let by = args.by.clone().or_else(|| console.settings.name.clone());
    let name = shown(&args.plan);
    let mut said = Vec::new();
    file::edit(&args.plan, lang, |document| {
        let report = checks::check_text_with(document.text(), &project.checks);
        let place = args.at.as_deref().map(str::trim);
        let found: Vec<&Finding> = report
            .findings
            .iter()
            .filter(|it| it.rule.name == check && it.is_at(place.unwrap_or_default()))
            .collect();
        if !args.force {
            let there = place.is_none_or(|at| at.is_empty() || document.has(&Path::parse(at)));
            fits(check, place, there, &found, &report, lang)?;
        }
        // The only finding of its rule needs no place to be told; its answer gets one.
        let at = place.or_else(|| found.first().map(|it| it.path.as_str()));
        let lines = Lines::of(document.text());
        said = found
            .iter()
            .map(|finding| {
                let line = lines.place(finding.span.start).line;
                let text = Text::new("answered: {0}:{1}: {2}", "已答复：{0}:{1}：{2}");
                text.fill(
                    lang,
                    &[name.clone(), line.to_string(), finding.message(lang)],
                )
            })
            .collect();
        let reply = Reply {
            check,
            at: at.unwrap_or_default(),
            reason: args.reason.trim(),
            by: by.as_deref(),
            until: args.until,
        };
        answers::edit(document, &reply)
            .map_err(|error| Failure::editing(&error, document, &name, lang))
    })?;
    if said.is_empty() {
        let text = Text::new(
            "The answer is written; {0} finds nothing there now.",
            "答复已写入；{0} 目前在那里没有发现问题。",
        );
        said.push(text.fill(lang, &[check]));
    }
    for line in said {
        console.line(&visible(&line))?;
    }
    Ok(Exit::Clean)
}

/// Whether there is such a rule, and its findings have an answer.
fn known(rule: Option<&'static Rule>, asked: &str, lang: Lang) -> Result<(), Failure> {
    let Some(rule) = rule else {
        let what = Text::new("There is no rule “{0}”.", "没有“{0}”这条规则。");
        let failure = Failure::usage(what.fill(lang, &[asked]));
        let next = match answers::meant(asked) {
            Some(near) => Text::new("Did you mean {0}?", "你是不是要写 {0}？").fill(lang, &[near]),
            None => Text::new(
                "`farsight rules` lists them all.",
                "`farsight rules` 列出全部规则。",
            )
            .get(lang)
            .to_owned(),
        };
        return Err(failure.hint(next));
    };
    if rule.can_be_answered() {
        return Ok(());
    }
    let what = Text::new(
        "What {0} finds is repaired, not answered.",
        "{0} 发现的问题只能改正，不能用理由答复。",
    );
    Err(Failure::usage(what.fill(lang, &[rule.name])))
}

/// Whether the rule finds something at the place that nobody has answered yet.
fn fits(
    check: &str,
    place: Option<&str>,
    there: bool,
    found: &[&Finding],
    report: &Report,
    lang: Lang,
) -> Result<(), Failure> {
    let mut all: Vec<&str> = report
        .open()
        .filter(|it| it.rule.name == check)
        .map(|it| it.path.as_str())
        .collect();
    all.dedup();
    let at = place.unwrap_or_default();
    let what = match (place, found.iter().any(|it| it.answered.is_none())) {
        // Without a place the answer would hold everywhere; one finding has one place.
        (None, true) if all.len() > 1 => Text::new(
            "{0} finds {2} gaps here: say with --at which of them is answered.",
            "{0} 在这里发现{2}处：请用 --at 写明答复的是哪一处。",
        ),
        (_, true) => return Ok(()),
        (None, _) if !found.is_empty() => Text::new(
            "What {0} finds in this plan is answered already.",
            "{0} 在这份计划里的检查结果已有答复。",
        ),
        _ if !found.is_empty() => Text::new(
            "What {0} finds at {1} is answered already.",
            "{0} 在 {1} 的检查结果已有答复。",
        ),
        _ if !there => Text::new(
            "There is no place {1} in this plan.",
            "这份计划里没有 {1} 这个位置。",
        ),
        (None, _) => Text::new(
            "{0} finds nothing in this plan.",
            "{0} 在这份计划里没有发现问题。",
        ),
        _ => Text::new("{0} finds nothing at {1}.", "{0} 在 {1} 没有发现问题。"),
    };
    let args = [check.to_owned(), at.to_owned(), all.len().to_string()];
    let failure = Failure::usage(what.fill(lang, &args));
    let next = if all.is_empty() {
        let text = Text::new(
            "`farsight check` shows what is found; --force writes the answer all the same.",
            "`farsight check` 会列出检查结果；加 --force 仍可写入。",
        );
        text.get(lang).to_owned()
    } else {
        let text = Text::new("It finds something at: {0}.", "它发现问题的位置：{0}。");
        text.fill(lang, &[all.join(", ")])
    };
    Err(failure.hint(next))
}
