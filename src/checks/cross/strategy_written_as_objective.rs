//! A means that stands where the end should be.

use std::sync::LazyLock;

use super::measures::{Counts, of_text};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X611",
    name: "strategy-written-as-objective",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Mix,
    title: Text::new("Strategy written as objective", "把手段写成目标"),
    why: Text::new(
        "An objective says what will be different in the market; how to get there is strategy, and one written as the other cannot fail (McDonald: objectives and strategies).",
        "目标说的是市场上会有什么不同，怎么做到是策略；把手段写成目标，做了就算成功（麦克唐纳论目标与策略）。",
    ),
    ask: Text::new(
        "Why do you want to do that: who will then know, do or gain what?",
        "为什么要做这件事：做了以后，谁会知道什么、做什么、得到什么？",
    ),
    page: include_str!("strategy_written_as_objective.md"),
    check,
};

/// Words with which an activity or an intention begins.
static MEANS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "launch, open, build, create, develop, run, hold, organise, organize, publish, set up, \
         start, introduce, implement, redesign, redevelop, hire, advertise, promote, conduct, \
         carry out, place, invest, spend, raise our ad, raise ad, raise advertising, \
         increase ad, increase our ad, increase advertising, increase our advertising, \
         be positioned as, position ourselves, position the, position our, to launch, to open, \
         to build, to create, to develop, to run, to promote, to be positioned as, \
         开通, 上线, 推出, 建立, 建成, 搭建, 开展, 举办, 打造, 投放, 制作, 开设, 组织, 引入, 启动, \
         招聘, 加大, 加强, 增加投入, 增加广告, 入驻, 实施, 策划",
    )
});

/// Words after which the result follows.
static RESULT: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::list(
        "so that, until, in order that, to reach, by which, from, 使, 让, 从而, 以便, 达到, 直到, \
         知道, 来自, 占",
    )
});

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let stated =
        |row: &&crate::plan::records::Objective<'_>| filled(row.statement.as_ref()).is_some();
    if !context.plan.objectives.iter().any(|row| stated(&row)) {
        return Checked::Lacks(Text::new("objectives in words", "写了陈述的目标"));
    }
    for objective in context.plan.objectives.iter().filter(stated) {
        // A measure, or a larger objective above it, says what the work is for.
        let tied = filled(objective.metric.as_ref()).is_some()
            || filled(objective.supports.as_ref()).is_some();
        let Some(statement) = objective.statement.as_ref().filter(|_| !tied) else {
            continue;
        };
        let text = statement.trim_start();
        let Some(hit) = MEANS
            .find(text)
            .into_iter()
            .next()
            .filter(|hit| hit.range.start == 0)
        else {
            continue;
        };
        // “Build trust with tenants” is a result, whatever verb it begins with.
        let result = matches!(of_text(text), Some((Counts::Customers | Counts::Sales, _)));
        if result || RESULT.is_in(text) {
            continue;
        }
        let word = text.get(hit.range).unwrap_or_default();
        sink.value(
            objective,
            "statement",
            statement,
            Text::new(
                "“{0}” says what you will do (“{1}”), not what will be different for customers.",
                "“{0}”写的是要做什么（“{1}”），不是顾客那边会有什么不同。",
            ),
            &[text.trim_end().trim_end_matches(['.', '。']), word],
        );
        // Numbers belong to the result that is still to be named.
        sink.explains("kpi-incomplete", objective.path(""));
    }
    Checked::Yes
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn plan(statement: &str, more: &str) -> String {
        format!("[[mix.objectives]]\nid = \"o\"\nstatement = \"{statement}\"\n{more}")
    }

    #[test]
    fn a_means_without_a_measure_is_found() {
        for text in [
            "Launch a mini-program.",
            "Be positioned as the premier maker of kites.",
            "Increase ad spend to 40,000.",
            "开通抖音号",
            "打造本地第一品牌",
        ] {
            assert_eq!(
                found("X611", &plan(text, ""))[0].path,
                "mix.objectives.o.statement",
                "{text}"
            );
        }
        assert!(said("X611", &plan("开通抖音号", ""))[0].contains("“开通”"));
        // The numbers are missing because the result is.
        assert!(found("X609", &plan("开通抖音号", "")).is_empty());
    }

    #[test]
    fn a_result_is_an_objective_however_it_begins() {
        for text in [
            "Families come back within a month.",
            "Open on Sundays so that shift workers can come",
            "More people know the open day",
            "Build trust with the neighbours",
            "建立老顾客的口碑",
            "推出补充装，让600户知道",
            "老顾客推荐新顾客",
        ] {
            assert!(found("X611", &plan(text, "")).is_empty(), "{text}");
        }
        assert!(
            found(
                "X611",
                &plan("Launch a course", "metric = \"learners who finish\"\n")
            )
            .is_empty()
        );
        assert!(
            found(
                "X611",
                &plan("开通抖音号", "metric = \"知道补充装的住户\"\n")
            )
            .is_empty()
        );
        assert!(lacks("X611", "").is_some() && lacks("X611", &plan("TBD", "")).is_some());
    }
}
