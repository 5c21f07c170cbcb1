//! Actions that wait for each other.

use foldhash::{HashMap, HashSet, HashSetExt};

use super::is_dropped;
use crate::checks::{Context, Sink};
use crate::plan::Record;
use crate::plan::records::Action;
use crate::words::Text;

/// Actions that wait for each other in a circle, each circle once; true if any action waits.
pub(super) fn report(context: &Context, sink: &mut Sink) -> bool {
    let actions = &context.plan.actions;
    if actions.iter().all(|row| row.after.is_empty()) {
        return false;
    }
    let rows: HashMap<&str, &Action<'_>> = actions
        .iter()
        .filter(|row| !is_dropped(row))
        .filter_map(|row| Some((row.id.as_ref()?.value.as_ref(), row)))
        .collect();
    let mut done: HashSet<&str> = HashSet::new();
    for action in actions {
        let Some(start) = action.id.as_ref().map(|id| id.value.as_ref()) else {
            continue;
        };
        if let Some((closing, names)) = circle(start, &rows, &mut done) {
            let place = closing.after.first().map_or(closing.span, |it| it.span);
            sink.at(
                closing.path("after"),
                place,
                Text::new(
                    "These actions wait for each other, so none can start: {0}.",
                    "这些行动互相等待，谁也开始不了：{0}。",
                ),
                &[&names.join(" → ")],
            );
        }
    }
    true
}

/// The first circle met on the way back from an action, and the action that closes it.
///
/// Every action is walked once over all calls: `done` holds those that lead into no new circle.
fn circle<'r, 'p>(
    start: &'r str,
    rows: &HashMap<&'r str, &'r Action<'p>>,
    done: &mut HashSet<&'r str>,
) -> Option<(&'r Action<'p>, Vec<&'r str>)> {
    // The way from the start to here, each with the number of its waits that were followed.
    let mut way: Vec<(&str, usize)> = Vec::new();
    let mut on_way: HashSet<&str> = HashSet::new();
    let mut found = None;
    if done.insert(start) && rows.contains_key(start) {
        way.push((start, 0));
        on_way.insert(start);
    }
    while let Some((here, next)) = way.last_mut() {
        let Some(row) = rows.get(here).copied() else {
            break;
        };
        let Some(before) = row.after.get(*next).map(|it| it.value.as_ref()) else {
            on_way.remove(*here);
            way.pop();
            continue;
        };
        *next += 1;
        if on_way.contains(before) {
            let names = way.iter().map(|(name, _)| *name);
            let mut names: Vec<&str> = names.skip_while(|name| *name != before).collect();
            names.push(before);
            found = found.or(Some((row, names)));
        } else if rows.contains_key(before) && done.insert(before) {
            way.push((before, 0));
            on_way.insert(before);
        }
    }
    found
}
