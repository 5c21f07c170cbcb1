//! A share that could be read in two ways.

use rust_decimal::Decimal;

use super::scale::{Unit, unit};
use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Objective;
use crate::plan::{Plan, Record, Span};
use crate::words::Text;
use crate::words::number::{show, show_percent};

pub(super) const RULE: Rule = Rule {
    code: "X614",
    name: "percent-scale-ambiguous",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("Percent or share?", "百分比口径不清"),
    why: Text::new(
        "A slip of the scale multiplies every result by a hundred, and nobody sees it in the sum (Farris and others: state the unit of each metric).",
        "口径错一次，结果就差一百倍，从合计里还看不出来（法里斯等：每个指标都要写明单位）。",
    ),
    ask: Text::new(
        "Which of the two readings is meant?",
        "两种读法，你要的是哪一种？",
    ),
    page: include_str!("percent_scale_ambiguous.md"),
    check,
};

const TOO_LARGE: Text = Text::new(
    "{0} = {1} reads as {2}; if {1} % is meant, write {3}.",
    "{0} = {1}会读成{2}；如果是{1}%，请写{3}。",
);
const MANY: Text = Text::new(
    "{4} rows have {0} above one, the first {1}, which reads as {2}; if {1} % is meant, write {3}.",
    "{4}行的{0}大于1，第一行是{1}，会读成{2}；如果是{1}%，请写{3}。",
);
const MIXED: Text = Text::new(
    "“{0}” has the unit “{1}”, but {2} beside {3}: one of them is on another scale.",
    "“{0}”的单位是“{1}”，却既有{2}又有{3}，其中一个用了另一种口径。",
);
const SAID_OTHERWISE: Text = Text::new(
    "“{0}” has the unit “{1}” and the number {2}, while its statement says {3}.",
    "“{0}”的单位是“{1}”，数值是{2}，陈述里写的却是{3}。",
);
const PERCENT_AS_SHARE: Text = Text::new(
    "“{0}” has the unit “{1}” and the number {2}: {2} % or {3}?",
    "“{0}”的单位是“{1}”，数值是{2}：是{2}%，还是{3}？",
);

/// A churn of 1.2 % may fall to 0.3 %; from 12 to 0.3 on one scale is hardly meant.
const APART: i64 = 20;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut looked = shares(plan, sink);
    for objective in &plan.objectives {
        looked |= of_objective(objective, sink);
    }
    for step in &plan.sizing {
        let Some((Unit::Share, factor)) = unit(step.unit.as_ref()).zip(step.factor.as_ref()) else {
            continue;
        };
        looked = true;
        if factor.value > Decimal::ONE {
            too_large(
                sink,
                step.path("factor"),
                factor.span,
                "factor",
                factor.value,
                1,
            );
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("shares and percentages", "比例和百分数"))
    }
}

fn too_large(sink: &mut Sink, path: String, span: Span, key: &str, value: Decimal, rows: usize) {
    let hundredth = value.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default();
    let text = if rows > 1 { MANY } else { TOO_LARGE };
    let (read, write) = (show_percent(value), hundredth.normalize().to_string());
    let value = show(value);
    sink.at(
        path,
        span,
        text,
        &[key, &value, &read, &write, &rows.to_string()],
    );
}

/// The fields that the format reads as shares of one; true if any has a value.
fn shares(plan: &Plan<'_>, sink: &mut Sink) -> bool {
    let mut looked = false;
    // What is a part of a whole cannot exceed one; growth and discount can, but not by much. Of
    // a margin or retention of 1.2 another rule says what is wrong: 1.2 % is not what was meant.
    macro_rules! rows {
        ($($list:ident.$field:ident above $most:expr;)+) => {$({
            let rows = plan.$list.iter();
            let written = rows.filter_map(|row| Some((row, row.$field.as_ref()?)));
            let mut wrong = written.inspect(|_| looked = true).filter(|(_, it)| it.value > $most);
            if let Some((row, value)) = wrong.next() {
                let rows = 1 + wrong.count();
                let path = row.path(stringify!($field));
                // What other rules make of the number follows from its scale.
                sink.explains("clv-inputs-implausible", path.clone());
                sink.explains("segment-shares-exceed-whole", section(&path));
                too_large(sink, path, value.span, stringify!($field), value.value, rows);
            }
        })+};
    }
    rows! {
        alternatives.share above Decimal::ONE;
        segments.growth above Decimal::ONE;
        factors.weight above Decimal::ONE;
        channels.margin above Decimal::ONE;
        budget.cap_share above Decimal::ONE;
        revenue_streams.share above Decimal::ONE;
        groups.margin_rate above Decimal::TWO;
        groups.retention above Decimal::TWO;
        accounts.revenue_share above Decimal::ONE;
        accounts.probability above Decimal::ONE;
    }
    macro_rules! tables {
        ($($table:ident.$field:ident)+) => {$(
            if let Some(value) = &plan.$table.$field {
                looked = true;
                if value.value > Decimal::ONE {
                    let path = plan.$table.path(stringify!($field));
                    sink.explains("clv-inputs-implausible", path.clone());
                    too_large(sink, path, value.span, stringify!($field), value.value, 1);
                }
            }
        )+};
    }
    tables!(market.growth value_capture.discount_rate value_capture.loyalty_threshold);
    looked
}

/// The path of the list that a row stands in.
fn section(path: &str) -> String {
    path.split('.').take(2).collect::<Vec<_>>().join(".")
}

/// The numbers of an objective against its unit; true if it counts a share.
fn of_objective(objective: &Objective<'_>, sink: &mut Sink) -> bool {
    let Some((scale, name)) = unit(objective.unit.as_ref()).zip(filled(objective.unit.as_ref()))
    else {
        return false;
    };
    let row = objective.name().unwrap_or_default();
    let numbers = [
        ("target", &objective.target),
        ("baseline", &objective.baseline),
        ("actual", &objective.actual),
    ];
    let numbers = numbers
        .into_iter()
        .filter_map(|(key, number)| Some((key, number.as_ref()?)))
        .filter(|(_, number)| number.value > Decimal::ZERO);
    let Some(low) = numbers.clone().min_by_key(|(_, it)| it.value) else {
        return false;
    };
    let high = numbers.max_by_key(|(_, it)| it.value).unwrap_or(low);
    let one = Decimal::ONE;
    let apart = low
        .1
        .checked_mul(Decimal::from(APART))
        .is_some_and(|far| high.1.value > far);
    if low.1.value < one && high.1.value > Decimal::TWO && apart {
        let (small, large) = (show(low.1.value), show(high.1.value));
        sink.value(
            objective,
            low.0,
            low.1,
            MIXED,
            &[&row, name, &small, &large],
        );
        return true;
    }
    match scale {
        Unit::Share if low.1.value > Decimal::TWO => {
            let number = show(low.1.value);
            let read = show_percent(low.1.value);
            sink.value(
                objective,
                low.0,
                low.1,
                PERCENT_AS_SHARE,
                &[&row, name, &number, &read],
            );
        }
        // The statement settles which scale was meant.
        Unit::Percent if high.1.value <= one => {
            let statement = filled(objective.statement.as_ref()).unwrap_or_default();
            for (key, number) in [low, high] {
                let said = number.checked_mul(Decimal::ONE_HUNDRED).map(show_plain);
                let words = said.and_then(|said| percent_in(statement, &said));
                if let Some(words) = words {
                    let shown = show(number.value);
                    let args = [row.as_ref(), name, &shown, &words];
                    sink.value(objective, key, number, SAID_OTHERWISE, &args);
                    break;
                }
            }
        }
        _ => {}
    }
    true
}

fn show_plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// The words of a text that say so many percent.
fn percent_in(text: &str, number: &str) -> Option<String> {
    text.match_indices(number).find_map(|(at, _)| {
        let before = text.get(..at)?;
        let after = text.get(at + number.len()..)?;
        let alone = !before.ends_with(|it: char| it.is_ascii_digit() || it == '.');
        let rest = after.trim_start();
        let word = ["%", "％", "percent", "per cent"]
            .into_iter()
            .find(|word| rest.starts_with(word))?;
        alone.then(|| format!("{number} {word}").replace(" %", "%"))
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn paths(plan: &str) -> Vec<String> {
        found("X614", plan).into_iter().map(|it| it.path).collect()
    }

    #[test]
    fn a_part_above_one_is_shown_in_both_readings() {
        let plan = "[[relationships.groups]]\nid = \"g\"\nretention = 25\n";
        assert_eq!(paths(plan), ["relationships.groups.g.retention"]);
        let said = said("X614", plan);
        assert!(
            said[0].contains("25 %") && said[0].contains("0.25"),
            "{said:?}"
        );
        assert!(paths(&plan.replace("25", "1")).is_empty());
        assert!(paths(&plan.replace("25", "0.25")).is_empty());
        assert_eq!(
            paths("[needs.market]\ngrowth = 4\n"),
            ["needs.market.growth"]
        );
    }

    #[test]
    fn a_whole_list_on_another_scale_is_one_finding() {
        let row = |weight: u8| format!("[[value.factors]]\nname = \"f\"\nweight = {weight}\n");
        let plan = [row(40), row(35), row(25)].concat();
        assert_eq!(paths(&plan), ["value.factors.1.weight"]);
        assert!(said("X614", &plan)[0].contains("3行的weight"));
    }

    fn objective(unit: &str, numbers: &str) -> String {
        format!(
            "[[mix.objectives]]\nid = \"o\"\nstatement = \"让80%的家长知道\"\nunit = \"{unit}\"\n{numbers}"
        )
    }

    #[test]
    fn an_objective_keeps_to_one_scale() {
        for (unit, numbers) in [
            ("%", "baseline = 12\ntarget = 0.3\n"),
            ("share", "target = 45\n"),
            ("percent", "target = 0.8\n"),
        ] {
            assert_eq!(
                paths(&objective(unit, numbers)).len(),
                1,
                "{unit} {numbers}"
            );
        }
        for (unit, numbers) in [
            ("%", "baseline = 26\ntarget = 45\n"),
            ("%", "baseline = 0.9\ntarget = 0.5\n"),
            ("%", "baseline = 1.2\ntarget = 0.6\n"),
            ("比例", "baseline = 0.64\ntarget = 0.73\n"),
            ("share", "baseline = 0\ntarget = 1.2\n"),
            ("people", "baseline = 0.5\ntarget = 80\n"),
        ] {
            assert!(
                paths(&objective(unit, numbers)).is_empty(),
                "{unit} {numbers}"
            );
        }
    }

    #[test]
    fn a_step_of_the_market_size_is_a_share_or_a_count() {
        let plan = "[[needs.sizing]]\nid = \"s\"\nfactor = 28\nunit = \"share\"\n";
        assert_eq!(paths(plan), ["needs.sizing.s.factor"]);
        assert!(paths(&plan.replace("share", "people")).is_empty());
        assert!(lacks("X614", "").is_some());
    }
}
