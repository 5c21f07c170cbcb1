//! A want, and nothing that says what lies behind it.

use crate::catalogue::Step;
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::CustomerNeed;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N111",
    name: "wants-without-needs",
    aliases: &[],
    severity: Severity::Warning,
    step: Step::Needs,
    title: Text::new("Wants without needs", "只有欲望没有需要"),
    why: Text::new(
        "A want is the form that a need takes today; who knows only the form is taken by surprise when it changes (Kotler and Armstrong).",
        "欲望是需要在今天的样子；只认得样子，样子一变就措手不及（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "What do they lack that makes them want this, and what else could fill it?",
        "他们缺了什么才想要它？还有什么也能补上？",
    ),
    page: include_str!("wants_without_needs.md"),
    check,
};

const WANT: Text = Text::new(
    "The want “{0}” stands without a need: nothing says what these people lack.",
    "欲望“{0}”背后没有写需要，看不出这些人缺什么。",
);
const DEMAND: Text = Text::new(
    "The demand “{0}” stands without a need: nothing says what these people lack.",
    "需求“{0}”背后没有写需要，看不出这些人缺什么。",
);

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let mut looked = false;
    for row in &context.plan.customer_needs {
        let want = filled(row.want.as_ref()).map(|text| (WANT, text));
        let wish = want.or_else(|| Some((DEMAND, filled(row.demand.as_ref())?)));
        let Some((say, text)) = wish else { continue };
        looked = true;
        let told = filled(row.need.as_ref()).is_some();
        if !context.settled(row, "need", told) && !shares_a_need(context, row) {
            sink.missing(row, "need", say, &[text.trim_end_matches(['.', '。'])]);
        }
    }
    if looked {
        Checked::Yes
    } else {
        Checked::Lacks(Text::new("a want in words", "写出来的欲望"))
    }
}

/// Whether another row tells a need of the same people: several wants may come from one need.
fn shares_a_need(context: &Context, row: &CustomerNeed<'_>) -> bool {
    let Some(who) = filled(row.who.as_ref()) else {
        return false;
    };
    context.plan.customer_needs.iter().any(|other| {
        filled(other.need.as_ref()).is_some()
            && filled(other.who.as_ref()).is_some_and(|it| it.trim() == who.trim())
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    fn rows(rows: &[&str]) -> String {
        let rows = rows.iter().enumerate();
        rows.map(|(nth, row)| format!("[[needs.customer_needs]]\nid = \"n{nth}\"\n{row}\n"))
            .collect::<Vec<_>>()
            .concat()
    }

    #[test]
    fn a_want_or_demand_alone_is_found() {
        let en = rows(&["want = \"Bubble tea with cheese foam.\""]);
        assert!(said("N111", &en)[0].contains("want “Bubble tea with cheese foam”"));
        let zh = rows(&["demand = \"每月为奶盖茶花八十元\"\nneed = \"待补充\""]);
        assert!(said("N111", &zh)[0].contains("需求“每月为奶盖茶花八十元”"));
        assert_eq!(found("N111", &zh)[0].path, "needs.customer_needs.n0.need");
    }

    #[test]
    fn a_need_of_the_row_or_of_the_same_people_is_enough() {
        assert!(
            found(
                "N111",
                &rows(&["want = \"Cake\"\nneed = \"A small treat\""])
            )
            .is_empty()
        );
        let shared = rows(&[
            "who = \"学生\"\nneed = \"课后和朋友一起歇一会儿\"",
            "who = \"学生\"\nwant = \"芝士奶盖茶\"",
        ]);
        assert!(found("N111", &shared).is_empty());
        let others = shared.replacen("学生", "老师", 1);
        assert_eq!(found("N111", &others).len(), 1);
    }

    #[test]
    fn no_want_is_not_clean_and_unknown_is_silent() {
        assert!(lacks("N111", &rows(&["need = \"To rest\""])).is_some());
        let unknown = "[plan]\nunknown = [\"needs.customer_needs.n0.need\"]\n";
        let plan = format!("{unknown}{}", rows(&["want = \"奶盖茶\""]));
        assert!(found("N111", &plan).is_empty());
    }
}
