//! Dates of different sections that cannot both be right.

use foldhash::HashMap;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::catalogue::Step;
use crate::catalogue::choices::{ActionStatus, PlanStatus};
use crate::checks::context::{called, id};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Objective;
use crate::plan::{Record, Sp, Str};
use crate::words::Text;
use crate::words::date::Period;

pub(super) const RULE: Rule = Rule {
    code: "X621",
    name: "dates-contradict",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Plan,
    title: Text::new("Dates contradict", "日期前后矛盾"),
    why: Text::new(
        "A plan is one story in time: what is known comes before it, what is done within it, and the result is read when it is done (Kotler & Armstrong, on implementation and control).",
        "计划是时间上的一个整体：先有所知，期内去做，做完再看结果（科特勒与阿姆斯特朗论执行与控制）。",
    ),
    ask: Text::new("Which of the two dates is right?", "两个日期哪个是对的？"),
    page: include_str!("dates_contradict.md"),
    check,
};

/// A result may be read in the weeks after the plan has ended.
const READ_LATER: i32 = 45;
/// Bills come before and after the plan's own days.
const BILLS: i32 = 92;

type Day = Sp<Date>;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let (starts, ends) = (plan.frame.starts.as_ref(), plan.frame.ends.as_ref());
    // A plan that ends before it starts is told elsewhere; nothing can be held against it.
    if starts
        .zip(ends)
        .is_some_and(|(from, to)| to.value < from.value)
    {
        return Checked::Yes;
    }
    let mut dated = false;
    if let Some(ends) = ends {
        dated |= after_the_end(context, sink, ends);
    }
    dated |= too_late_for_their_objective(context, sink);
    for objective in &plan.objectives {
        if let Some(by) = &objective.by {
            dated = true;
            another_year(objective, by, sink);
        }
    }
    if let Some((from, to)) = starts.zip(ends) {
        dated |= periods(context, sink, from, to);
    }
    if dated {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("dates in two sections", "两处以上的日期"))
    }
}

/// What is known, sold or read only when all is over; true if there was a date to look at.
fn after_the_end(context: &Context, sink: &mut Sink, ends: &Day) -> bool {
    let plan = context.plan;
    let (last, mut dated) = (ends.to_string(), false);
    // A plan that is closed keeps what was found out about it afterwards.
    let status = plan.frame.status.as_ref();
    let closed = status.is_some_and(|status| status.value == PlanStatus::Closed);
    for row in &plan.evidence {
        let Some(date) = &row.date else { continue };
        dated = true;
        if date.value > ends.value && !closed {
            let text = Text::new(
                "The evidence “{0}” dates from {1}, after the plan has ended on {2}.",
                "证据“{0}”的日期是{1}，而计划到{2}就结束了。",
            );
            let name = row.name().unwrap_or_default();
            sink.value(row, "date", date, text, &[&name, &date.to_string(), &last]);
        }
    }
    for row in &plan.products {
        let Some(ready) = &row.ready else { continue };
        dated = true;
        if ready.value > ends.value {
            let text = Text::new(
                "“{0}” is ready on {1}, after the plan has ended on {2}.",
                "“{0}”要到{1}才准备好，而计划到{2}就结束了。",
            );
            let name = called(row.name.as_ref(), row);
            sink.value(
                row,
                "ready",
                ready,
                text,
                &[&name, &ready.to_string(), &last],
            );
        }
    }
    let reading = ends
        .value
        .checked_add(READ_LATER.days())
        .unwrap_or(ends.value);
    for row in &plan.objectives {
        let Some(by) = &row.by else { continue };
        dated = true;
        if by.value > reading {
            let text = Text::new(
                "“{0}” is due on {1}, long after the plan has ended on {2}.",
                "“{0}”的期限是{1}，计划在{2}早已结束。",
            );
            let name = row.name().unwrap_or_default();
            sink.value(row, "by", by, text, &[&name, &by.to_string(), &last]);
        }
    }
    dated
}

/// Actions that begin when their objective has already been read; true if there are any dates.
fn too_late_for_their_objective(context: &Context, sink: &mut Sink) -> bool {
    let plan = context.plan;
    let due = plan.objectives.iter();
    let due: HashMap<&str, &Day> = due
        .filter_map(|row| Some((id(row.id.as_ref())?, row.by.as_ref()?)))
        .collect();
    if due.is_empty() {
        return false;
    }
    let mut dated = false;
    for action in &plan.actions {
        let objective = filled(action.objective.as_ref());
        let by = objective.and_then(|id| due.get(id));
        let dropped = action
            .status
            .as_ref()
            .is_some_and(|status| status.value == ActionStatus::Dropped);
        let (Some(starts), Some(by), false) = (&action.starts, by, dropped) else {
            continue;
        };
        dated = true;
        if starts.value > by.value {
            let text = Text::new(
                "“{0}” starts on {1}, but its objective “{2}” is due on {3} already.",
                "“{0}”于{1}开始，而它服务的目标“{2}”到{3}就该达到了。",
            );
            let (name, by) = (action.name().unwrap_or_default(), by.to_string());
            let args = [
                name.as_ref(),
                &starts.to_string(),
                objective.unwrap_or_default(),
                &by,
            ];
            sink.value(action, "starts", starts, text, &args);
        }
    }
    dated
}

/// A statement that names another year than the due date.
fn another_year(objective: &Objective<'_>, by: &Day, sink: &mut Sink) {
    let Some(year) = filled(objective.statement.as_ref()).and_then(year_of) else {
        return;
    };
    if year != by.value.year() {
        let text = Text::new(
            "“{0}” speaks of the end of {1}, but is due on {2}.",
            "“{0}”的陈述说到{1}年底，期限却是{2}。",
        );
        let name = objective.name().unwrap_or_default();
        sink.value(
            objective,
            "by",
            by,
            text,
            &[&name, &year.to_string(), &by.to_string()],
        );
    }
}

/// The year by whose end something is promised, if a text names just one.
fn year_of(text: &str) -> Option<i16> {
    let lower = text.to_lowercase();
    let mut years = lower.match_indices("20").filter_map(|(at, _)| {
        let (before, rest) = (lower.get(..at)?, lower.get(at..)?);
        let year: i16 = rest.get(..4)?.parse().ok()?;
        let after = rest.get(4..)?;
        let alone = !before.ends_with(|it: char| it.is_ascii_alphanumeric() || "-.,".contains(it))
            && !after.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '-');
        let before = before.trim_end();
        let opens = ["by the end of", "by end of", "at the end of", "by", "until"];
        let due = opens.iter().any(|word| before.ends_with(word))
            || ["年底", "年末", "年年底", "年年末"]
                .iter()
                .any(|word| after.starts_with(word));
        Some((alone && due, year)).filter(|_| alone)
    });
    let (due, year) = years.next()?;
    (due && years.next().is_none()).then_some(year)
}

/// Budget and forecast lines of another time than the plan's; true if any has a period.
fn periods(context: &Context, sink: &mut Sink, from: &Day, to: &Day) -> bool {
    let plan = context.plan;
    let read = |text: &Option<Sp<Str<'_>>>| Period::parse(&text.as_ref()?.value);
    let early = from.value.checked_sub(BILLS.days()).unwrap_or(from.value);
    let late = to.value.checked_add(BILLS.days()).unwrap_or(to.value);
    let mut dated = false;
    let (first, last) = (from.to_string(), to.to_string());
    for line in &plan.budget {
        let (Some(period), Some(written)) = (read(&line.period), &line.period) else {
            continue;
        };
        dated = true;
        if period.last_day() < early || period.first_day() > late {
            let text = Text::new(
                "“{0}” is paid in {1}, far outside the plan's period {2} to {3}.",
                "“{0}”在{1}支付，离计划期（{2}至{3}）很远。",
            );
            let name = called(line.item.as_ref(), line);
            sink.value(
                line,
                "period",
                written,
                text,
                &[&name, &written.value, &first, &last],
            );
        }
    }
    let mut forecast = plan
        .forecast
        .iter()
        .filter_map(|line| Some((line, read(&line.period)?)));
    let Some((line, period)) = forecast.next() else {
        return dated;
    };
    // A forecast may look further than the plan, as long as it looks at the plan too.
    let within = |period: Period| period.last_day() >= from.value && period.first_day() <= to.value;
    if let (false, Some(written)) = (
        within(period) || forecast.any(|it| within(it.1)),
        &line.period,
    ) {
        let text = Text::new(
            "The forecast is for {0}, and no line of it for the plan's own period {1} to {2}.",
            "预测的是{0}，没有一行在计划期（{1}至{2}）之内。",
        );
        sink.value(
            line,
            "period",
            written,
            text,
            &[&written.value, &first, &last],
        );
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn paths(rest: &str) -> Vec<String> {
        let plan = format!("[plan]\nstarts = 2027-01-01\nends = 2027-12-31\n{rest}");
        found("X621", &plan).into_iter().map(|it| it.path).collect()
    }

    #[test]
    fn what_comes_after_the_end_is_found() {
        let evidence = "[[needs.evidence]]\nid = \"e\"\ndate = 2028-02-01\n";
        assert_eq!(paths(evidence), ["needs.evidence.e.date"]);
        assert!(paths(&evidence.replace("2028", "2027")).is_empty());
        let closed = format!("status = \"closed\"\n{evidence}");
        assert!(paths(&closed).is_empty());
        let ready = "[[mix.products]]\nid = \"p\"\nready = 2028-01-20\n";
        assert_eq!(paths(ready), ["mix.products.p.ready"]);
        let due = |day: &str| format!("[[mix.objectives]]\nid = \"o\"\nby = {day}\n");
        assert_eq!(paths(&due("2028-03-31")), ["mix.objectives.o.by"]);
        assert!(paths(&due("2028-01-31")).is_empty());
    }

    #[test]
    fn an_action_begins_before_its_objective_is_due() {
        let plan = "[[mix.objectives]]\nid = \"o\"\nby = 2027-06-30\n[[mix.actions]]\nid = \"a\"\nobjective = \"o\"\nstarts = 2027-08-01\n";
        assert_eq!(paths(plan), ["mix.actions.a.starts"]);
        assert!(paths(&plan.replace("2027-08-01", "2027-06-01")).is_empty());
        assert!(paths(&format!("{plan}status = \"dropped\"\n")).is_empty());
    }

    #[test]
    fn a_statement_names_the_year_of_its_date() {
        let plan = |text: &str| {
            format!("[[mix.objectives]]\nid = \"o\"\nstatement = \"{text}\"\nby = 2027-12-31\n")
        };
        for text in ["60 homes by the end of 2026", "到2026年底让60户知道"] {
            assert_eq!(paths(&plan(text)), ["mix.objectives.o.by"], "{text}");
        }
        assert!(said("X621", &plan("到2026年底让60户知道"))[0].contains("说到2026年底"));
        for text in [
            "60 homes by 2027",
            "Twice as many as in 2026",
            "2026年的两倍",
            "by 2,026 homes",
            "from 2026 to the end of 2027",
        ] {
            assert!(paths(&plan(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn money_and_sales_belong_to_the_time_of_the_plan() {
        let bill = |period: &str| format!("[[mix.budget]]\nid = \"b\"\nperiod = \"{period}\"\n");
        assert_eq!(paths(&bill("2029")), ["mix.budget.b.period"]);
        assert!(paths(&bill("2026-12")).is_empty() && paths(&bill("2028-Q1")).is_empty());
        let sales =
            |period: &str| format!("[[mix.forecast]]\nid = \"f{period}\"\nperiod = \"{period}\"\n");
        assert_eq!(paths(&sales("2026")), ["mix.forecast.f2026.period"]);
        assert!(paths(&format!("{}{}", sales("2028"), sales("2027"))).is_empty());
        assert!(lacks("X621", "").is_some());
    }
}
