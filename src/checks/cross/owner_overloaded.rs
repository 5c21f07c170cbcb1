//! One person with more to do at once than a person can.

use foldhash::{HashMap, HashMapExt};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::catalogue::Step;
use crate::catalogue::choices::ActionStatus;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::Action;
use crate::plan::{Plan, Record};
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X623",
    name: "owner-overloaded",
    aliases: &["capacity-beyond-owners"],
    severity: Severity::Advice,
    step: Step::Mix,
    title: Text::new(
        "Owner overloaded, or unknown to the team",
        "负责人忙不过来或不在团队里",
    ),
    why: Text::new(
        "Plans fail more often for want of people and time than of ideas; resources are part of the plan (Bonoma 1984, on implementation).",
        "计划落空，多半不是缺主意，而是缺人缺时间；资源也是计划的一部分（博诺马1984论营销执行）。",
    ),
    ask: Text::new(
        "What can wait, or who can take over a part?",
        "哪些可以往后排，或者谁能分担一部分？",
    ),
    page: include_str!("owner_overloaded.md"),
    check,
};

/// With more than six at once, no action gets as much as a day of the working week.
const AT_ONCE: usize = 6;
/// Less than two days a month for an action is a glance at it.
const DAYS_FOR_ONE: usize = 2;
/// A list of the team that holds at least so many is meant to be whole.
const TEAM: usize = 3;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let mut owned: HashMap<&str, Vec<&Action<'_>>> = HashMap::new();
    let mut order = Vec::new();
    for action in &plan.actions {
        let status = action.status.as_ref().map(|status| status.value);
        let over = matches!(status, Some(ActionStatus::Dropped | ActionStatus::Done));
        let Some(owner) = filled(action.owner.as_ref()).filter(|_| !over) else {
            continue;
        };
        let actions = owned.entry(owner.trim()).or_default();
        if actions.is_empty() {
            order.push(owner.trim());
        }
        actions.push(action);
    }
    if owned.is_empty() {
        return Checked::Lacks(Text::new("actions with owners", "有负责人的行动"));
    }
    // Whoever works alone knows it.
    if order.len() > 1 {
        for owner in &order {
            if let Some(actions) = owned.get(owner) {
                overloaded(plan, sink, owner, actions);
            }
        }
    }
    strangers(plan, sink, &order, &owned);
    Checked::Yes
}

fn overloaded(plan: &Plan<'_>, sink: &mut Sink, owner: &str, actions: &[&Action<'_>]) {
    let Some((count, day, first)) = busiest(actions) else {
        return;
    };
    let days = plan.team.iter().find(|row| {
        let is = |text| filled(text).is_some_and(|text: &str| text.trim() == owner);
        is(row.name.as_ref()) || is(row.role.as_ref())
    });
    let days = days.and_then(|row| row.days_a_month.as_ref());
    let most = days.map_or(AT_ONCE, |days| {
        let days = days.value.max(Decimal::ZERO).to_usize().unwrap_or(AT_ONCE);
        (days / DAYS_FOR_ONE).max(1)
    });
    if count <= most {
        return;
    }
    let (count, day) = (count.to_string(), day.to_string());
    let days = days.map(|days| days.normalize().to_string());
    let text = match days {
        Some(_) => Text::new(
            "{0} holds {1} actions at once from {2}, with {3} days a month for all of them.",
            "从{2}起，{0}同时负责{1}项行动，而一个月只有{3}天。",
        ),
        None => Text::new(
            "{0} holds {1} actions at once from {2}.",
            "从{2}起，{0}同时负责{1}项行动。",
        ),
    };
    if let Some(place) = &first.owner {
        let args = [owner, &count, &day, &days.unwrap_or_default()];
        sink.value(first, "owner", place, text, &args);
    }
}

/// How many actions run at once at most, from which day, and the one that makes it so many.
fn busiest<'a, 'p>(actions: &[&'a Action<'p>]) -> Option<(usize, Date, &'a Action<'p>)> {
    let days =
        |row: &&'a Action<'p>| Some((row.starts.as_ref()?.value, row.ends.as_ref()?.value, *row));
    let mut spans: Vec<(Date, Date, &Action<'_>)> = actions.iter().filter_map(days).collect();
    spans.sort_by_key(|(starts, ends, _)| (*starts, *ends));
    let mut ends: Vec<Date> = spans.iter().map(|it| it.1).collect();
    ends.sort_unstable();
    let mut over = 0;
    let mut best: Option<(usize, Date, &Action<'_>)> = None;
    for (at, (starts, _, row)) in spans.iter().enumerate() {
        while ends.get(over).is_some_and(|end| end < starts) {
            over += 1;
        }
        // An action that ends before it starts may be over before it is counted.
        let running = (at + 1).saturating_sub(over);
        if best.is_none_or(|(most, ..)| running > most) {
            best = Some((running, *starts, row));
        }
    }
    best
}

/// Owners whom a whole list of the team does not know.
fn strangers(
    plan: &Plan<'_>,
    sink: &mut Sink,
    owners: &[&str],
    owned: &HashMap<&str, Vec<&Action<'_>>>,
) {
    if plan.team.len() < TEAM || owners.len() < TEAM {
        return;
    }
    let people = plan.team.iter().flat_map(|row| [&row.name, &row.role]);
    let partners = plan.partners.iter().map(|row| &row.name);
    let known: Vec<String> = people
        .chain(partners)
        .chain([&plan.frame.owner, &plan.frame.organisation])
        .filter_map(|text| filled(text.as_ref()))
        .map(|text| text.trim().to_lowercase())
        .collect();
    let is_known = |owner: &str| {
        let owner = owner.to_lowercase();
        known
            .iter()
            .any(|name| owner.contains(name.as_str()) || name.contains(&owner))
    };
    let strange: Vec<&str> = owners
        .iter()
        .copied()
        .filter(|owner| !is_known(owner))
        .collect();
    // Where most owners are not in it, the list was not meant to name them.
    if strange.len() * 3 > owners.len() {
        return;
    }
    for owner in strange {
        let first = owned.get(owner).and_then(|actions| actions.first());
        if let Some((action, place)) = first.and_then(|row| Some((*row, row.owner.as_ref()?))) {
            let text = Text::new(
                "“{0}” is owned by {1}, who is not in the team of {2}.",
                "“{0}”由{1}负责，而团队名单的{2}人里没有这个人。",
            );
            let name = action.name().unwrap_or_default();
            sink.value(
                action,
                "owner",
                place,
                text,
                &[&name, owner, &plan.team.len().to_string()],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn action(at: usize, owner: &str, days: &str) -> String {
        format!("[[mix.actions]]\nid = \"a{at}\"\nowner = \"{owner}\"\n{days}")
    }
    fn many(count: usize, owner: &str) -> String {
        let days = "starts = 2027-03-01\nends = 2027-06-30\n";
        (0..count).map(|at| action(at, owner, days)).collect()
    }
    fn other() -> String {
        action(99, "Ebba", "starts = 2027-03-01\nends = 2027-04-01\n")
    }

    #[test]
    fn seven_at_once_are_more_than_a_week_holds() {
        let plan = format!("{}{}", many(7, "鲁师傅"), other());
        assert_eq!(found("X623", &plan)[0].path, "mix.actions.a6.owner");
        assert!(said("X623", &plan)[0].contains("鲁师傅同时负责7项"));
        assert!(said("X623", &plan)[0].contains("holds 7 actions at once from 2027-03-01"));
        assert!(found("X623", &format!("{}{}", many(6, "鲁师傅"), other())).is_empty());
        // One after the other is not at once, and whoever works alone knows it.
        let months: String = (1..9)
            .map(|at| {
                action(
                    at,
                    "Lu",
                    &format!("starts = 2027-0{at}-01\nends = 2027-0{at}-28\n"),
                )
            })
            .collect();
        assert!(found("X623", &format!("{months}{}", other())).is_empty());
        assert!(found("X623", &many(9, "鲁师傅")).is_empty());
        assert!(lacks("X623", "").is_some());
    }

    #[test]
    fn days_a_month_say_how_much_is_too_much() {
        let team = "[[plan.team]]\nid = \"t\"\nname = \"鲁师傅\"\ndays_a_month = 4\n";
        let plan = |count: usize| format!("{team}{}{}", many(count, "鲁师傅"), other());
        assert!(said("X623", &plan(3))[0].contains("一个月只有4天"));
        assert!(found("X623", &plan(2)).is_empty());
    }

    #[test]
    fn an_owner_whom_the_team_does_not_know_is_found() {
        let row = |name: &str| format!("[[plan.team]]\nrole = \"{name}\"\n");
        let team = [row("Baker"), row("Driver"), row("店长")].concat();
        let owners = [
            action(1, "Baker", ""),
            action(2, "the driver", ""),
            action(3, "店长 何静", ""),
        ]
        .concat();
        assert!(found("X623", &format!("{team}{owners}")).is_empty());
        let plan = format!("{team}{owners}{}", action(4, "Marketing", ""));
        assert_eq!(found("X623", &plan)[0].path, "mix.actions.a4.owner");
        let partner =
            format!("{plan}[[relationships.partners]]\nid = \"p\"\nname = \"Marketing\"\n");
        assert!(found("X623", &partner).is_empty());
    }
}
