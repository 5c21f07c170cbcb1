//! A row that nothing uses.

use foldhash::HashSet;
use indexmap::IndexMap;

use crate::catalogue::Step;
use crate::checks::context::{called, id, listed};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::{Plan, Record, Sp, Str};
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "X605",
    name: "orphan-element",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Plan,
    title: Text::new("Orphan element", "孤立条目"),
    why: Text::new(
        "Analysis that feeds no decision is padding, or a link was forgotten (McDonald: the audit must lead to the strategy).",
        "分析若不用于任何决定，就只是凑篇幅，或者漏了引用（麦克唐纳：审计要引出战略）。",
    ),
    ask: Text::new(
        "Which decision rests on it, or can it go?",
        "哪个决定用到它？还是可以删掉？",
    ),
    page: include_str!("orphan_element.md"),
    check,
};

type Ids<'c> = HashSet<&'c str>;

fn ids<'c>(rows: impl Iterator<Item = &'c [Sp<Str<'c>>]>) -> Ids<'c> {
    rows.flatten().map(|it| it.value.as_ref()).collect()
}

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    let rows = candidates(plan);
    if rows == 0 {
        return Checked::Lacks(Text::new("rows of steps 1 to 4", "第一步至第四步的条目"));
    }
    let mut orphans: Vec<Orphan> = Vec::new();
    needs_and_evidence(plan, &mut orphans);
    segments(plan, &mut orphans);
    value_and_mix(context, &mut orphans);
    if orphans.is_empty() {
        return Checked::Yes;
    }
    let named = named_in_prose(context, &orphans);
    let loose = orphans.into_iter().zip(named).filter(|(_, named)| !named);
    let (rivals, others): (Vec<Orphan>, Vec<Orphan>) = loose
        .map(|(orphan, _)| orphan)
        .partition(|it| it.path.starts_with(RIVALS));
    for orphan in others {
        orphan.tell(sink);
    }
    match rivals.as_slice() {
        // Several alternatives are left out by one comparison that was not made.
        [first, _, ..] => {
            let names: Vec<&str> = rivals.iter().map(|it| it.label.as_str()).collect();
            let at = RIVALS.trim_end_matches('.');
            let text = Text::new(
                "{0} alternatives serve no need and are compared with no proposition: {1}.",
                "有{0}个替代选择没有对应的需要，也没有与任何价值主张比较：{1}。",
            );
            let many = rivals.len().to_string();
            sink.at(at, first.span, text, &[&many, &listed(&names)]);
        }
        _ => rivals.into_iter().for_each(|it| it.tell(sink)),
    }
    Checked::Yes
}

/// Where the alternatives stand.
const RIVALS: &str = "needs.alternatives.";

/// Prose can use a row as well: which of the orphans are named in another row's text.
fn named_in_prose(context: &Context, orphans: &[Orphan]) -> Vec<bool> {
    let mut rows: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (at, orphan) in orphans.iter().enumerate() {
        for name in &orphan.names {
            rows.entry(name).or_default().push(at);
        }
    }
    let mut named = vec![false; orphans.len()];
    // One pass over the plan for all names, however many there are.
    let names = Lexicon::new(rows.keys().zip(0..));
    for written in context.texts() {
        names.each(written.text.value.as_ref(), |_, nth: usize| {
            let Some((_, rows)) = rows.get_index_mut(nth) else {
                return;
            };
            // A path is built only for a row that nothing has named so far: of rows with one name
            // all but that in which it stands are named, and looked at no more.
            if !rows.is_empty() {
                let owner = written.owner().to_string();
                rows.retain(|at| {
                    named[*at] |= owner != orphans[*at].path;
                    !named[*at]
                });
            }
        });
    }
    named
}

/// How many rows there are that could be orphans.
fn candidates(plan: &Plan<'_>) -> usize {
    plan.customer_needs.len()
        + plan.evidence.len()
        + plan.alternatives.len()
        + plan.segments.len()
        + plan.benefits.len()
        + plan.channels.len()
        + plan.objectives.len()
}

struct Orphan {
    path: String,
    span: crate::plan::Span,
    label: String,
    names: Vec<String>,
    text: Text,
}

impl Orphan {
    fn new(record: &impl Record, name: Option<&Sp<Str<'_>>>, text: Text) -> Orphan {
        let row = record.name().unwrap_or_default().into_owned();
        let mut names: Vec<String> = filled(name).map(str::to_owned).into_iter().collect();
        // A position is no name that a text could use.
        if row.parse::<usize>().is_err() {
            names.push(row);
        }
        Orphan {
            path: record.path(""),
            span: record.span(),
            label: called(name, record),
            names,
            text,
        }
    }

    fn tell(self, sink: &mut Sink) {
        sink.at(self.path, self.span, self.text, &[&self.label]);
    }
}

/// Whether a row with this id is used; a row without one cannot be.
fn used(row: Option<&Sp<Str<'_>>>, ids: &[&Ids<'_>]) -> bool {
    id(row).is_some_and(|id| ids.iter().any(|ids| ids.contains(id)))
}

fn needs_and_evidence(plan: &Plan<'_>, out: &mut Vec<Orphan>) {
    let of_segments = ids(plan.segments.iter().map(|row| row.needs.as_slice()));
    let of_benefits = ids(plan.benefits.iter().map(|row| row.need.as_slice()));
    let served = ids(plan.alternatives.iter().map(|row| row.serves.as_slice()));
    if !plan.segments.is_empty() {
        for row in &plan.customer_needs {
            if !used(row.id.as_ref(), &[&of_segments, &of_benefits, &served]) {
                let text = Text::new(
                    "No segment has the need “{0}”, and no benefit answers it.",
                    "没有细分有“{0}”这个需要，也没有利益回应它。",
                );
                out.push(Orphan::new(row, None, text));
            }
        }
    }
    let of_needs = ids(plan
        .customer_needs
        .iter()
        .map(|row| row.evidence.as_slice()));
    let of_benefits = ids(plan.benefits.iter().map(|row| row.evidence.as_slice()));
    // A need without evidence is told where it stands: the same link, seen from its other end.
    let bare = plan
        .customer_needs
        .iter()
        .any(|row| row.evidence.is_empty());
    if !plan.customer_needs.is_empty() && !bare {
        for row in &plan.evidence {
            if !used(row.id.as_ref(), &[&of_needs, &of_benefits]) {
                let text = Text::new(
                    "The evidence “{0}” supports no need and no benefit.",
                    "证据“{0}”没有支持任何需要或利益。",
                );
                out.push(Orphan::new(row, None, text));
            }
        }
    }
    let against = ids(plan.propositions.iter().map(|row| row.against.as_slice()));
    let rivals: Ids<'_> = plan
        .factors
        .iter()
        .flat_map(|row| row.rivals.iter().map(|(name, _)| name.value.as_ref()))
        .collect();
    // A promise that names no alternative is asked for one: the same link again.
    let compared = plan.propositions.iter().all(|row| !row.against.is_empty());
    if !plan.propositions.is_empty() && compared {
        for row in &plan.alternatives {
            if row.serves.is_empty() && !used(row.id.as_ref(), &[&against, &rivals]) {
                let text = Text::new(
                    "The alternative “{0}” serves no need and is compared with no proposition.",
                    "替代选择“{0}”没有对应的需要，也没有与任何价值主张比较。",
                );
                out.push(Orphan::new(row, row.name.as_ref(), text));
            }
        }
    }
}

/// Only segments about which nothing is decided: targets have their own check, and a segment
/// that is not served has done its work.
fn segments(plan: &Plan<'_>, out: &mut Vec<Orphan>) {
    let named = [
        ids(plan.propositions.iter().map(|row| row.segment.as_slice())),
        ids(plan.products.iter().map(|row| row.segments.as_slice())),
        ids(plan.channels.iter().map(|row| row.segments.as_slice())),
        ids(plan.messages.iter().map(|row| row.segment.as_slice())),
        ids(plan.programmes.iter().map(|row| row.segment.as_slice())),
        ids(plan.groups.iter().map(|row| row.segment.as_slice())),
        ids(plan.revenue_streams.iter().map(|row| row.payer.as_slice())),
    ];
    if named.iter().all(HashSet::is_empty) {
        return;
    }
    let named: Vec<&Ids<'_>> = named.iter().collect();
    for row in &plan.segments {
        if row.decision.is_none() && !used(row.id.as_ref(), &named) {
            let text = Text::new(
                "Nothing is decided about the segment “{0}”, and no later step names it.",
                "细分“{0}”没有决定，后面各步也没有提到它。",
            );
            out.push(Orphan::new(row, row.name.as_ref(), text));
        }
    }
}

fn value_and_mix(context: &Context, out: &mut Vec<Orphan>) {
    let plan = context.plan;
    let told = ids(plan.messages.iter().map(|row| row.benefit.as_slice()));
    let leads = ids(plan.propositions.iter().map(|row| row.lead.as_slice()));
    // A short plan has no place to say to which proposition a benefit belongs.
    if !context.is_short() && !plan.propositions.is_empty() {
        for row in &plan.benefits {
            let belongs = filled(row.proposition.as_ref()).is_some();
            if !belongs && !used(row.id.as_ref(), &[&told, &leads]) {
                let text = Text::new(
                    "The benefit “{0}” belongs to no proposition, and no message tells it.",
                    "利益“{0}”不属于任何价值主张，也没有信息传达它。",
                );
                out.push(Orphan::new(row, None, text));
            }
        }
    }
    let sold = ids(plan.forecast.iter().map(|row| row.channel.as_slice()));
    // A channel that names no segment is open to all, unless the forecast shows each its share.
    for row in plan.channels.iter().filter(|_| !sold.is_empty()) {
        if row.segments.is_empty() && !used(row.id.as_ref(), &[&sold]) {
            let text = Text::new(
                "The channel “{0}” serves no segment and sells nothing in the forecast.",
                "渠道“{0}”没有服务任何细分，预测里也没有它的销售。",
            );
            out.push(Orphan::new(row, row.name.as_ref(), text));
        }
    }
    let served = [
        ids(plan.actions.iter().map(|row| row.objective.as_slice())),
        ids(plan.programmes.iter().map(|row| row.objective.as_slice())),
        ids(plan.objectives.iter().map(|row| row.supports.as_slice())),
        ids(plan.swot.iter().map(|row| row.answered_by.as_slice())),
    ];
    let served: Vec<&Ids<'_>> = served.iter().collect();
    // An action without an objective is asked for one: it may be the one that is missing here.
    let loose = plan
        .actions
        .iter()
        .any(|row| filled(row.objective.as_ref()).is_none());
    if !plan.actions.is_empty() && !loose {
        for row in &plan.objectives {
            if row.supports.is_none() && !used(row.id.as_ref(), &served) {
                let text = Text::new(
                    "No action or programme serves the objective “{0}”.",
                    "没有行动或关系计划服务于目标“{0}”。",
                );
                out.push(Orphan::new(row, None, text));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::context::testing::{is_checked, messages, paths};
    use crate::words::Lang;

    #[test]
    fn needs_evidence_and_alternatives_that_nothing_uses_are_found() {
        let plan = "[[needs.customer_needs]]\nid = \"used\"\nevidence = [\"e\"]\n[[needs.customer_needs]]\nid = \"idle\"\nevidence = [\"e\"]\n\
            [[needs.evidence]]\nid = \"old-survey\"\n[[needs.alternatives]]\nid = \"rival\"\nname = \"隔壁老店\"\n\
            [[targeting.segments]]\nid = \"s\"\nneeds = [\"used\"]\ndecision = \"no\"\n\
            [[value.propositions]]\nid = \"p\"\nsegment = \"s\"\nagainst = [\"a\"]\n";
        assert_eq!(
            paths("X605", plan),
            [
                "needs.customer_needs.idle",
                "needs.evidence.old-survey",
                "needs.alternatives.rival"
            ]
        );
        assert!(messages("X605", plan, Lang::Zh)[2].contains("隔壁老店"));
        let linked = plan.replace("id = \"rival\"\n", "id = \"rival\"\nserves = [\"idle\"]\n");
        assert_eq!(paths("X605", &linked), ["needs.evidence.old-survey"]);
    }

    #[test]
    fn a_link_that_is_missed_at_its_other_end_is_not_missed_twice() {
        for (plan, open, tied) in [
            (
                "[[needs.customer_needs]]\nid = \"n\"\n{}[[needs.evidence]]\nid = \"走访\"\n",
                "",
                "evidence = [\"e\"]\n",
            ),
            (
                "[[needs.alternatives]]\nid = \"a\"\nname = \"Staying at home\"\n[[value.propositions]]\nid = \"p\"\n{}",
                "",
                "against = [\"b\"]\n",
            ),
            (
                "[[mix.objectives]]\nid = \"新会员\"\n[[mix.actions]]\nid = \"a\"\n{}",
                "",
                "objective = \"q\"\n",
            ),
            (
                "[[mix.channels]]\nid = \"c\"\nname = \"报名网站\"\n[[mix.forecast]]\nid = \"f\"\n{}",
                "",
                "channel = \"d\"\n",
            ),
        ] {
            assert_eq!(paths("X605", &plan.replace("{}", open)), [""; 0], "{plan}");
            assert_eq!(paths("X605", &plan.replace("{}", tied)).len(), 1, "{plan}");
        }
    }

    #[test]
    fn several_alternatives_that_nothing_is_compared_with_are_one_finding() {
        let row = |id: &str, name: &str| {
            format!("[[needs.alternatives]]\nid = \"{id}\"\nname = \"{name}\"\n")
        };
        let promise = "[[value.propositions]]\nid = \"p\"\nagainst = [\"a\"]\n";
        let plan = |one, two| format!("{}{}{promise}", row("b", one), row("c", two));
        let (en, zh) = (plan("The bus", "A bicycle"), plan("坐公交", "骑车"));
        assert_eq!(paths("X605", &en), ["needs.alternatives"]);
        assert!(messages("X605", &en, Lang::En)[0].contains("2 alternatives"));
        assert!(messages("X605", &en, Lang::En)[0].ends_with(": The bus, A bicycle."));
        assert!(messages("X605", &zh, Lang::Zh)[0].ends_with("：坐公交、骑车。"));
    }

    #[test]
    fn a_row_named_in_prose_is_used() {
        let plan = "[needs.market]\nderivation = \"依据old-survey推算\"\n[[needs.customer_needs]]\nid = \"n\"\nevidence = [\"e\"]\n[[needs.evidence]]\nid = \"old-survey\"\n";
        assert_eq!(paths("X605", plan), [""; 0]);
        assert_eq!(
            paths("X605", &plan.replace("依据old-survey", "大致")),
            ["needs.evidence.old-survey"]
        );
    }

    #[test]
    fn what_waits_for_a_later_step_is_no_orphan() {
        let plan = "[[needs.customer_needs]]\nid = \"n\"\n[[needs.alternatives]]\nid = \"a\"\n[[mix.objectives]]\nid = \"o\"\n";
        assert_eq!(paths("X605", plan), [""; 0]);
        assert_eq!(
            paths("X605", "[[targeting.segments]]\nid = \"s\"\n"),
            [""; 0]
        );
        assert!(!is_checked("X605", ""));
    }

    #[test]
    fn segments_that_are_decided_are_no_orphans() {
        let plan = |decision: &str| {
            format!(
                "[[targeting.segments]]\nid = \"one\"\n{decision}[[targeting.segments]]\nid = \"two\"\n[[mix.messages]]\nsegment = \"two\"\n"
            )
        };
        assert_eq!(paths("X605", &plan("")), ["targeting.segments.one"]);
        for decision in [
            "decision = \"no\"\n",
            "decision = \"later\"\n",
            "decision = \"target\"\n",
        ] {
            assert_eq!(paths("X605", &plan(decision)), [""; 0]);
        }
    }

    #[test]
    fn channels_objectives_and_benefits() {
        let plan = "[[value.propositions]]\nid = \"p\"\n[[value.benefits]]\nid = \"b\"\nproof = \"亲测\"\n\
            [[mix.channels]]\nid = \"c\"\n[[mix.forecast]]\nid = \"f\"\nchannel = \"d\"\n[[mix.objectives]]\nid = \"o\"\n\
            [[mix.objectives]]\nid = \"q\"\n[[mix.actions]]\nid = \"a\"\nobjective = \"q\"\n";
        assert_eq!(
            paths("X605", plan),
            ["value.benefits.b", "mix.channels.c", "mix.objectives.o"]
        );
        let linked = plan
            .replace("id = \"b\"\n", "id = \"b\"\nproposition = \"p\"\n")
            .replace("id = \"c\"\n", "id = \"c\"\nsegments = [\"s\"]\n")
            .replace("id = \"o\"\n", "id = \"o\"\nsupports = \"q\"\n");
        assert_eq!(paths("X605", &linked), [""; 0]);
    }
}
