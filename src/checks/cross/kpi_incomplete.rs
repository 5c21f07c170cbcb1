//! An objective that cannot be checked when its day has come.

use crate::catalogue::Step;
use crate::checks::thresholds::OBJECTIVE_GAPS;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Objective;
use crate::words::Text;

use super::together::{self, Together};

pub(super) const RULE: Rule = Rule {
    code: "X609",
    name: "kpi-incomplete",
    aliases: &[],
    severity: Severity::Error,
    step: Step::Mix,
    title: Text::new("KPI incomplete", "KPI要素不全"),
    why: Text::new(
        "An objective is specific, measurable, assigned, realistic and dated, or nobody can tell whether it was reached (Doran 1981).",
        "目标要具体、可衡量、有人负责、切合实际、有期限，否则没人说得清到底达到没有（多兰1981）。",
    ),
    ask: Text::new(
        "From where, to where, by which day, and who answers for it?",
        "从多少到多少、到哪一天、由谁负责？",
    ),
    page: include_str!("kpi_incomplete.md"),
    check,
};

/// A key, whether it is filled, its own sentence, and its name in a list.
type Part = (&'static str, fn(&Objective<'_>) -> bool, Text, Text);

/// What every objective must say.
const PARTS: &[Part] = &[
    (
        "metric",
        |row| filled(row.metric.as_ref()).is_some(),
        Text::new(
            "The objective “{0}” does not say what is counted.",
            "目标“{0}”没有写衡量什么。",
        ),
        Text::new("what is counted", "衡量指标"),
    ),
    (
        "baseline",
        |row| row.baseline.is_some(),
        Text::new(
            "The objective “{0}” does not say where the number stands today.",
            "目标“{0}”没有写现状值。",
        ),
        Text::new("the number today", "现状值"),
    ),
    (
        "target",
        |row| row.target.is_some(),
        Text::new(
            "The objective “{0}” has no target number.",
            "目标“{0}”没有目标值。",
        ),
        Text::new("a target number", "目标值"),
    ),
    (
        "by",
        |row| row.by.is_some(),
        Text::new(
            "The objective “{0}” has no day by which it is due.",
            "目标“{0}”没有完成日期。",
        ),
        Text::new("a day by which it is due", "完成日期"),
    ),
    (
        "owner",
        |row| filled(row.owner.as_ref()).is_some(),
        Text::new(
            "Nobody answers for the objective “{0}”.",
            "目标“{0}”没有负责人。",
        ),
        Text::new("an owner", "负责人"),
    ),
];

/// What is asked only of authors who say it elsewhere: a short plan has no place for it.
const FINER: &[Part] = &[
    (
        "unit",
        |row| filled(row.unit.as_ref()).is_some(),
        Text::new(
            "The objective “{0}” has no unit, though others have one.",
            "别的目标写了单位，目标“{0}”没有写。",
        ),
        Text::new("a unit", "单位"),
    ),
    (
        "measured_by",
        |row| filled(row.measured_by.as_ref()).is_some(),
        Text::new(
            "The objective “{0}” does not say where its number is read, though others do.",
            "别的目标写了数据来源，目标“{0}”没有写。",
        ),
        Text::new("where it is read", "数据来源"),
    ),
];

const ONLY_WORDS: Text = Text::new(
    "The objective “{0}” cannot be checked yet: it lacks {1}.",
    "目标“{0}”还无法核对：缺{1}。",
);
const ALL_LACK: Text = Text::new(
    "{0} objectives still lack {1}: {2}.",
    "{0}个目标都还缺{1}：{2}。",
);
const SOME: Text = Text::new("The objective “{0}” still lacks {1}.", "目标“{0}”还缺{1}。");

/// Parts without which nobody can tell later whether an objective was reached; a plan that lacks
/// only the others can be checked, and is less sure.
const DECIDING: &[&str] = &["metric", "target", "by"];

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let objectives = &context.plan.objectives;
    if objectives.is_empty() {
        return Checked::Lacks(Text::new("objectives", "目标"));
    }
    let finer = |part: &&Part| objectives.iter().any(part.1);
    let finer: Vec<&Part> = FINER.iter().filter(finer).collect();
    let mut gaps = Together(Vec::new());
    for objective in objectives {
        let lacks = |part: &&Part| !context.settled(objective, part.0, part.1(objective));
        let missing: Vec<usize> = (0..PARTS.len())
            .filter(|at| PARTS.get(*at).is_some_and(|it| lacks(&it)))
            .collect();
        if missing.is_empty() {
            let name = objective.name().unwrap_or_default();
            for (key, _, text, _) in finer.iter().copied().filter(lacks) {
                sink.missing(objective, key, *text, &[&name]).severity = Severity::Advice;
            }
        } else {
            gaps.add(missing, objective);
        }
    }
    for (missing, rows) in &gaps.0 {
        let missing: Vec<&Part> = missing.iter().filter_map(|at| PARTS.get(*at)).collect();
        tell(context, sink, &missing, rows);
    }
    Checked::Yes
}

/// Tells what is missing in each of these objectives, or once for many.
fn tell(context: &Context, sink: &mut Sink, missing: &[&Part], rows: &[&Objective<'_>]) {
    let graded = if missing.iter().any(|part| DECIDING.contains(&part.0)) {
        Severity::Error
    } else {
        Severity::Warning
    };
    let names: Vec<Text> = missing.iter().map(|part| part.3).collect();
    let key = missing.first().map_or("", |part| part.0);
    // Objectives without a metric may be strategies in disguise, which another rule tells of each.
    if let ([first, ..], true, false) = (rows, rows.len() >= together::MANY, key == "metric") {
        let finding = sink.missing(*first, key, ALL_LACK, &[]);
        finding.severity = graded;
        together::tell(finding, rows, &names);
        return;
    }
    for row in rows {
        // One finding for a row: its repair is one visit to it.
        let finding = match missing {
            [(key, _, text, _)] => {
                let name = row.name().unwrap_or_default();
                sink.missing(*row, key, *text, &[&name])
            }
            _ => {
                let many = missing.len() >= context.settings.count(&OBJECTIVE_GAPS);
                let (key, say) = if many { ("", ONLY_WORDS) } else { (key, SOME) };
                let finding = sink.missing(*row, key, say, &[]);
                together::tell(finding, &[*row], &names);
                finding
            }
        };
        finding.severity = graded;
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    const PLAN: &str = "[[mix.objectives]]\nid = \"o\"\nmetric = \"复诊率\"\nbaseline = 0\ntarget = 0.4\nby = 2027-06-30\nowner = \"Wu\"\n";

    #[test]
    fn five_parts_make_it_whole_and_nought_is_a_baseline() {
        assert_eq!(paths("X609", PLAN), [""; 0]);
    }

    #[test]
    fn each_missing_part_is_found_at_its_field() {
        for (line, key) in [
            ("metric = \"复诊率\"\n", "metric"),
            ("baseline = 0\n", "baseline"),
            ("target = 0.4\n", "target"),
            ("by = 2027-06-30\n", "by"),
            ("owner = \"Wu\"\n", "owner"),
        ] {
            let plan = PLAN.replace(line, "");
            assert_eq!(paths("X609", &plan), [format!("mix.objectives.o.{key}")]);
        }
        for owner in ["TBD", "待定"] {
            assert_eq!(
                paths("X609", &PLAN.replace("Wu", owner)),
                ["mix.objectives.o.owner"]
            );
        }
    }

    #[test]
    fn an_objective_of_words_alone_is_one_finding() {
        let plan = "[[mix.objectives]]\nid = \"o\"\nstatement = \"提高满意度\"\n";
        assert_eq!(paths("X609", plan), ["mix.objectives.o"]);
        assert!(
            messages("X609", plan, Lang::Zh)[0]
                .contains("缺衡量指标、现状值、目标值、完成日期和负责人")
        );
    }

    #[test]
    fn two_missing_parts_are_one_finding_that_names_them() {
        let plan = PLAN.replace("by = 2027-06-30\nowner = \"Wu\"\n", "");
        assert_eq!(paths("X609", &plan), ["mix.objectives.o.by"]);
        let said = messages("X609", &plan, Lang::En);
        assert!(said[0].ends_with("lacks a day by which it is due and an owner."));
        assert!(messages("X609", &plan, Lang::Zh)[0].ends_with("还缺完成日期和负责人。"));
    }

    #[test]
    fn three_that_lack_the_same_are_one_finding() {
        let lacks = |id: &str| {
            PLAN.replace("\"o\"", &format!("\"{id}\""))
                .replace("owner = \"Wu\"\n", "")
        };
        let two = [lacks("visits"), lacks("复购")].concat();
        assert_eq!(paths("X609", &two).len(), 2);
        let three = format!("{two}{}", lacks("trust"));
        assert_eq!(paths("X609", &three), ["mix.objectives.visits.owner"]);
        assert!(
            messages("X609", &three, Lang::En)[0]
                .starts_with("3 objectives still lack an owner: visits")
        );
        assert!(
            messages("X609", &three, Lang::Zh)[0].starts_with("3个目标都还缺负责人：visits、复购")
        );
        // Without a metric each may be a strategy in disguise.
        let bare = three.replace("metric = \"复诊率\"\n", "");
        assert_eq!(paths("X609", &bare).len(), 3);
    }

    #[test]
    fn what_can_be_checked_all_the_same_is_no_error() {
        for line in ["baseline = 0\n", "owner = \"Wu\"\n"] {
            assert_eq!(
                severities("X609", &PLAN.replace(line, "")),
                [Severity::Warning]
            );
        }
        assert_eq!(
            severities("X609", &PLAN.replace("target = 0.4\n", "")),
            [Severity::Error]
        );
    }

    #[test]
    fn a_baseline_marked_unknown_passes() {
        let plan = format!(
            "[plan]\nunknown = [\"mix.objectives.o.baseline\"]\n{}",
            PLAN.replace("baseline = 0\n", "")
        );
        assert_eq!(paths("X609", &plan), [""; 0]);
    }

    #[test]
    fn unit_and_source_are_asked_for_only_where_others_have_them() {
        let other = PLAN.replace("\"o\"", "\"q\"") + "unit = \"份\"\n";
        assert_eq!(
            severities("X609", &format!("{PLAN}{other}")),
            [Severity::Advice]
        );
        assert!(!is_checked("X609", ""));
    }
}
