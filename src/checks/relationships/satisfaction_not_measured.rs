//! Nobody asks whether customers got what they expected.

use std::sync::LazyLock;

use super::groups::{has_care, is_for_others};
use crate::catalogue::Step;
use crate::catalogue::choices::{Measure, ObjectiveKind};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::Record;
use crate::plan::records::Satisfaction;
use crate::prose::Lexicon;
use crate::words::Text;
use rust_decimal::Decimal;

pub(super) const RULE: Rule = Rule {
    code: "R503",
    name: "satisfaction-not-measured",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Relationships,
    title: Text::new("Satisfaction not measured", "不测满意度"),
    why: Text::new(
        "Satisfaction is what customers received against what they expected, and it comes before loyalty (Oliver 1980).",
        "满意是顾客实际所得与期望之比，先有满意，后有忠诚（奥利弗，1980）。",
    ),
    ask: Text::new(
        "Whom do you ask, how many of them, when and with which question?",
        "问谁、问多少人、什么时候问、问哪一个问题？",
    ),
    page: include_str!("satisfaction_not_measured.md"),
    check,
};

/// With so few customers a talk tells more than a score.
const FEW: Decimal = Decimal::from_parts(30, 0, 0, false, 0);

const ASKED: &str = "\
    satisfaction, satisfied, nps, net promoter, csat, feedback, survey, surveys, questionnaire, \
    complaint, rating, ratings, stars, repeat, repeats, retention, retained, renewal, renew, churn, \
    come back, comes back, return rate, recommend, recommended, tell others, interview, ask customers, \
    满意, 净推荐, 反馈, 问卷, 回访, 调查, 投诉, 评分, 好评率, 复购, 回购, 回头率, 保留率, 留存, 续约, \
    续费, 续订, 流失, 愿意推荐, 访谈, 座谈";

static ASKED_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(ASKED));

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let begun = context.has_relationships() || has_care(context) || !plan.touchpoints.is_empty();
    if !begun && plan.satisfaction.is_empty() {
        return Checked::Lacks(Text::new("step 5, not begun yet", "第五步（尚未开始）"));
    }
    for row in &plan.satisfaction {
        poorly(sink, row);
    }
    let unknown = plan.is_unknown("relationships.satisfaction");
    if !plan.satisfaction.is_empty() || unknown || has_few(context) || is_asked(context) {
        return Checked::Yes;
    }
    let outcome =
        |kind: ObjectiveKind| matches!(kind, ObjectiveKind::Customer | ObjectiveKind::Society);
    // Who serves other ends looks at what became of people.
    let watched = is_for_others(context)
        && plan.objectives.iter().any(|row| {
            row.kind.as_ref().is_some_and(|it| outcome(it.value))
                && filled(row.metric.as_ref()).is_some()
        });
    if watched {
        return Checked::Yes;
    }
    let span = plan
        .programmes
        .first()
        .map(Record::span)
        .or_else(|| plan.groups.first().map(Record::span))
        .unwrap_or_else(|| plan.care.span());
    // What there is none of is not counted.
    let text = match (plan.programmes.is_empty(), plan.groups.is_empty()) {
        (false, false) => Text::new(
            "Step 5 has {0} programmes and {1} customer groups, but nothing measures whether customers are satisfied, complain or come back.",
            "第五步写了{0}项关系计划、{1}个顾客群，却没有一项测量顾客是否满意、是否投诉、是否再来。",
        ),
        (false, true) => Text::new(
            "Step 5 plans relationships (programmes: {0}), but nothing measures whether customers are satisfied, complain or come back.",
            "第五步写了关系计划（{0}项），却没有一项测量顾客是否满意、是否投诉、是否再来。",
        ),
        (true, false) => Text::new(
            "Step 5 counts customers (groups: {1}), but nothing measures whether they are satisfied, complain or come back.",
            "第五步写了顾客群（{1}个），却没有一项测量他们是否满意、是否投诉、是否再来。",
        ),
        (true, true) => Text::new(
            "Step 5 is begun, but nothing measures whether customers are satisfied, complain or come back.",
            "第五步已经动笔，却没有一项测量顾客是否满意、是否投诉、是否再来。",
        ),
    };
    let finding = sink.at(
        "relationships.satisfaction",
        span,
        text,
        &[
            &plan.programmes.len().to_string(),
            &plan.groups.len().to_string(),
        ],
    );
    if is_for_others(context) || context.is_short() {
        finding.severity = Severity::Advice;
    }
    Checked::Yes
}

/// Whether there are so few customers that one talks to each.
fn has_few(context: &Context) -> bool {
    let plan = context.plan;
    let counts = || plan.groups.iter().map(|row| row.customers.as_ref());
    let total = counts().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one?.value));
    !plan.groups.is_empty() && total.is_some_and(|total| total < FEW)
}

/// Whether another part of the plan asks customers, or counts those who come back.
fn is_asked(context: &Context) -> bool {
    let plan = context.plan;
    let objectives = plan
        .objectives
        .iter()
        .flat_map(|row| [&row.metric, &row.statement, &row.measured_by]);
    let programmes = plan.programmes.iter().map(|row| &row.what);
    let touchpoints = plan
        .touchpoints
        .iter()
        .flat_map(|row| [&row.r#where, &row.promise, &row.standard]);
    let care = [&plan.care.complaints, &plan.care.after_sales];
    let actions = plan.actions.iter().map(|row| &row.what);
    objectives
        .chain(programmes)
        .chain(touchpoints)
        .chain(care)
        .chain(actions)
        .any(|text| filled(text.as_ref()).is_some_and(|text| ASKED_WORDS.is_in(text)))
}

/// A score without its sample, date or expectation.
fn poorly(sink: &mut Sink, row: &Satisfaction<'_>) {
    let Some(score) = &row.performance else {
        return;
    };
    let name = row.name().unwrap_or_default();
    let scored = row
        .measure
        .as_ref()
        .is_some_and(|it| it.value == Measure::Csat);
    let text = if row.sample.is_none() && row.date.is_none() {
        Text::new(
            "The score of “{0}” has neither a sample nor a date: nobody can tell whom it speaks for.",
            "“{0}”的得分既没有样本数也没有日期，看不出它代表谁。",
        )
    } else if scored && row.expectation.is_none() && row.target.is_none() {
        Text::new(
            "The score of “{0}” stands alone: there is no expectation and no target to hold it against.",
            "“{0}”的得分孤零零的：既没有顾客期望，也没有目标值可以对照。",
        )
    } else {
        return;
    };
    sink.value(row, "performance", score, text, &[&name])
        .severity = Severity::Advice;
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::checks::context::testing::{is_checked, messages, paths, severities};
    use crate::words::Lang;

    const PLAN: &str =
        "[[relationships.programmes]]\nid = \"p\"\ntool = \"frequency\"\nwhat = \"集点换面\"\n";

    #[test]
    fn nothing_measured_is_found() {
        assert_eq!(paths("R503", PLAN), ["relationships.satisfaction"]);
        // A short plan has no room for it.
        assert_eq!(severities("R503", PLAN), [Severity::Advice]);
        let full = format!("{PLAN}[[mix.products]]\nid = \"r\"\nsegments = [\"s\"]\n");
        assert_eq!(severities("R503", &full), [Severity::Warning]);
        assert!(messages("R503", PLAN, Lang::Zh)[0].contains("满意"));
        for lang in [Lang::En, Lang::Zh] {
            assert!(
                !messages("R503", PLAN, lang)[0].contains('0'),
                "none are not counted"
            );
        }
    }

    #[test]
    fn any_way_of_asking_is_enough() {
        for more in [
            "[[relationships.satisfaction]]\nid = \"q\"\nmeasure = \"nps\"\n",
            "[[relationships.programmes]]\nid = \"q\"\nwhat = \"Feedback survey\"\n",
            "[[relationships.programmes]]\nid = \"q\"\nwhat = \"每次维修后回访\"\n",
            "[[mix.objectives]]\nid = \"o\"\nmetric = \"repeat buyers\"\n",
            "[relationships.care]\ncomplaints = \"投诉2小时内答复\"\n",
            "[[relationships.groups]]\nid = \"g\"\ncustomers = 12\n",
        ] {
            assert_eq!(paths("R503", &format!("{PLAN}{more}")), [""; 0], "{more}");
        }
        let unknown = format!("[plan]\nunknown = [\"relationships.satisfaction\"]\n{PLAN}");
        assert_eq!(paths("R503", &unknown), [""; 0]);
    }

    #[test]
    fn who_serves_other_ends_is_only_advised() {
        let public = format!(
            "[plan]\nkind = \"public\"\n{PLAN}[[mix.products]]\nid = \"r\"\nsegments = [\"s\"]\n"
        );
        assert_eq!(severities("R503", &public), [Severity::Advice]);
        let watched = format!(
            "{public}[[mix.objectives]]\nid = \"o\"\nkind = \"society\"\nmetric = \"wells mended\"\n"
        );
        assert_eq!(paths("R503", &watched), [""; 0]);
    }

    #[test]
    fn a_score_needs_its_sample_and_something_to_hold_it_against() {
        let row = |more: &str| {
            format!(
                "[[relationships.satisfaction]]\nid = \"q\"\nmeasure = \"csat\"\nperformance = 4.2\n{more}\n"
            )
        };
        assert_eq!(severities("R503", &row("")), [Severity::Advice]);
        assert!(messages("R503", &row("sample = 90"), Lang::Zh)[0].contains("孤零零"));
        assert_eq!(
            paths("R503", &row("sample = 90\nexpectation = 4.0")),
            [""; 0]
        );
        assert_eq!(
            paths("R503", &row("date = 2027-01-01\ntarget = 4.5")),
            [""; 0]
        );
    }

    #[test]
    fn a_step_not_begun_is_not_judged() {
        assert!(!is_checked("R503", "") && is_checked("R503", PLAN));
    }
}
