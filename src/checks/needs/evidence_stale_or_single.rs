//! Evidence that is old, undated, or all that a need has.

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt, HashSet};
use jiff::civil::Date;

use super::common::years;
use crate::catalogue::Step;
use crate::catalogue::choices::{Method, Respondents};
use crate::checks::context::{id, named};
use crate::checks::{Checked, Context, Rule, Severity, Sink, filled};
use crate::plan::records::{CustomerNeed, Evidence};
use crate::plan::{Record, Sp, Str};
use crate::prose::Lexicon;
use crate::words::Text;

pub(super) const RULE: Rule = Rule {
    code: "N115",
    name: "evidence-stale-or-single",
    aliases: &[],
    severity: Severity::Advice,
    step: Step::Needs,
    title: Text::new("Evidence stale or single", "证据过期或单一"),
    why: Text::new(
        "Customers change, and what they say is not all that they do: a fresh look and a second kind of look protect the plan (Kotler and Armstrong).",
        "顾客会变，说的和做的也不全一样：换个时间、换种方法再看一次，计划才稳当（科特勒与阿姆斯特朗）。",
    ),
    ask: Text::new(
        "Could you ask a few people again, or watch what they do, before the money is spent?",
        "花钱之前，能不能再问几个人，或者看看他们实际怎么做？",
    ),
    page: include_str!("evidence_stale_or_single.md"),
    check,
};

/// Two years: long enough for a yearly plan's research, short enough to notice new habits.
const MONTHS: i32 = 24;

/// A census comes every ten years, and a law holds until the next.
const LASTING_MONTHS: i32 = 120;

/// Words of sources that are made to last.
const LASTING: &str = "census, law, by-law, statute, legislation, 普查, 法律, 法规, 条例";

static LASTING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(LASTING));

/// What targets' needs make of a row, by its id: a need that it shows, and how many needs have
/// nothing else.
type Used<'c> = HashMap<&'c str, (&'c str, usize)>;

fn check(context: &Context, sink: &mut Sink) -> Checked {
    let plan = context.plan;
    if plan.evidence.is_empty() {
        return Checked::Lacks(Text::new("evidence", "证据"));
    }
    let rows: HashMap<&str, &Evidence> = plan
        .evidence
        .iter()
        .filter_map(|row| Some((id(row.id.as_ref())?, row)))
        .collect();
    let mut used: Used = HashMap::new();
    let relied: HashSet<&str> = context
        .targets()
        .flat_map(|row| row.needs.iter().map(|it| it.value.as_ref()))
        .collect();
    for need in &plan.customer_needs {
        if !id(need.id.as_ref()).is_some_and(|id| relied.contains(id)) {
            continue;
        }
        let single = need.evidence.len() == 1;
        for it in &need.evidence {
            let name = named(need.need.as_ref(), need.id.as_ref());
            let (first, many) = used.entry(it.value.as_ref()).or_insert((name, 0));
            // The need that is named is one that has nothing else.
            if single && *many == 0 {
                *first = name;
            }
            *many += usize::from(single);
        }
        if !single {
            one_method(sink, need, &need.evidence, &rows);
        }
    }
    for row in &plan.evidence {
        look(context, sink, row, &used);
    }
    Checked::Yes
}

/// Several rows that ask the same kind of people in the same way say the same thing twice.
fn one_method(
    sink: &mut Sink,
    need: &CustomerNeed<'_>,
    evidence: &[Sp<Str<'_>>],
    rows: &HashMap<&str, &Evidence<'_>>,
) {
    let kind = |it: &Sp<Str<'_>>| {
        let row = rows.get(it.value.as_ref())?;
        Some((row.method.as_ref()?.value, row.respondents.as_ref()?.value))
    };
    let (Some(first), Some(value)) = (evidence.first().and_then(kind), evidence.first()) else {
        return;
    };
    let talk = match first.0 {
        Method::Interview => ("interviews", "访谈"),
        Method::Survey => ("surveys", "问卷"),
        _ => return,
    };
    if evidence.iter().all(|it| kind(it) == Some(first)) {
        let say = Text::new(
            "All that shows the need “{0}” are {1} with the same kind of people: what they do was not seen.",
            "需要“{0}”的证据全是对同一类人的{1}，没有看过他们实际怎么做。",
        );
        let name = named(need.need.as_ref(), need.id.as_ref()).to_owned();
        sink.at(need.path("evidence"), value.span, say, &[])
            .say
            .words(vec![name.clone(), talk.0.into()], vec![name, talk.1.into()]);
    }
}

/// One row has one finding, whatever is the matter with it.
fn look(context: &Context, sink: &mut Sink, row: &Evidence<'_>, used: &Used<'_>) {
    let starts = context.plan.frame.starts.as_ref().map(|it| it.value);
    let months = starts
        .zip(row.date.as_ref())
        .map(|(starts, date)| age(date.value, starts));
    let used = id(row.id.as_ref()).and_then(|id| used.get(id));
    let single = used.filter(|(_, many)| *many > 0 && !is_enough(row));
    let name = || row.name().unwrap_or_default();
    if let (Some(months), Some(starts), Some(date)) = (months, starts, &row.date)
        && months > MONTHS
        && !lasts(row, months)
        && !was_repeated(row, date.value, starts)
    {
        let say = match single {
            Some(_) => Text::new(
                "The evidence “{0}” is {1} months old when the plan begins, and nothing else shows the need “{2}”.",
                "计划开始时，证据“{0}”已有{1}个月，而需要“{2}”只有这一条证据。",
            ),
            None => Text::new(
                "The evidence “{0}” is {1} months old when the plan begins.",
                "计划开始时，证据“{0}”已有{1}个月。",
            ),
        };
        let need = single.map_or("", |(need, _)| need);
        sink.value(
            row,
            "date",
            date,
            say,
            &[&name(), &months.to_string(), need],
        );
        return;
    }
    let Some((need, many)) = used else { return };
    let many = if single.is_some() { *many } else { 0 };
    let dated = row.date.is_some() || texts(row).any(|text| years(text).next().is_some());
    let only = context.plan.evidence.len() == 1
        && row
            .respondents
            .as_ref()
            .is_some_and(|it| it.value == Respondents::Customers);
    let say = match (many, context.settled(row, "date", dated)) {
        (0, true) => return,
        // That nobody but customers was asked says as much.
        (_, true) if only => return,
        (0, false) => Text::new(
            "The evidence “{0}” for the need “{1}” has no date: nobody can tell whether it still holds.",
            "需要“{1}”的证据“{0}”没有日期，看不出是否还算数。",
        ),
        (1, true) => Text::new(
            "One piece of evidence, “{0}”, is all that shows the need “{1}”.",
            "需要“{1}”只有“{0}”这一条证据。",
        ),
        (1, false) => Text::new(
            "One piece of evidence, “{0}”, is all that shows the need “{1}”, and it has no date.",
            "需要“{1}”只有“{0}”这一条证据，还没写日期。",
        ),
        (_, true) => Text::new(
            "One piece of evidence, “{0}”, is all that shows {2} needs, “{1}” among them.",
            "“{1}”等{2}个需要，都只有“{0}”这一条证据。",
        ),
        (_, false) => Text::new(
            "One piece of evidence, “{0}”, is all that shows {2} needs, “{1}” among them, and it has no date.",
            "“{1}”等{2}个需要，都只有“{0}”这一条证据，还没写日期。",
        ),
    };
    sink.missing(row, "", say, &[&name(), need, &many.to_string()]);
}

/// How many whole months a day lies before another.
fn age(date: Date, starts: Date) -> i32 {
    let months = (i32::from(starts.year()) - i32::from(date.year())) * 12
        + i32::from(starts.month())
        - i32::from(date.month());
    months - i32::from(starts.day() < date.day())
}

/// A full record of what people did is enough by itself, and so is a count of everyone.
fn is_enough(row: &Evidence<'_>) -> bool {
    let record = row
        .method
        .as_ref()
        .is_some_and(|it| it.value == Method::SalesData);
    record || is_lasting(row)
}

fn lasts(row: &Evidence<'_>, months: i32) -> bool {
    months <= LASTING_MONTHS && is_lasting(row)
}

fn is_lasting(row: &Evidence<'_>) -> bool {
    texts(row).any(|text| LASTING_WORDS.is_in(text))
}

/// Whether the row itself tells of a later look, not long before the plan.
fn was_repeated(row: &Evidence<'_>, date: Date, starts: Date) -> bool {
    let fresh = |year: i16| year > date.year() && year >= starts.year() - 2;
    texts(row).any(|text| years(text).any(fresh))
}

fn texts<'r>(row: &'r Evidence<'_>) -> impl Iterator<Item = &'r str> {
    let lines = [&row.question, &row.source, &row.finding];
    let lines = lines.into_iter().filter_map(|it| filled(it.as_ref()));
    lines.chain(row.results.iter().map(|it| it.value.as_ref()))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{found, lacks, said};

    const PLAN: &str = "[plan]\nstarts = 2027-01-01\n";

    fn evidence(id: &str, row: &str) -> String {
        format!("[[needs.evidence]]\nid = \"{id}\"\n{row}\n")
    }
    /// A need that a target relies on.
    fn need(text: &str, evidence: &str) -> String {
        format!(
            "[[needs.customer_needs]]\nid = \"n\"\nneed = \"{text}\"\nevidence = {evidence}\n\
            [[targeting.segments]]\nid = \"s\"\nneeds = [\"n\"]\ndecision = \"target\"\n"
        )
    }

    #[test]
    fn evidence_older_than_two_years_is_found() {
        let old = format!("{PLAN}{}", evidence("club-talks", "date = 2024-12-31"));
        assert!(found("N115", &old).is_empty());
        let old = old.replace("2024-12-31", "2024-11-30");
        assert!(said("N115", &old)[0].contains("“club-talks” is 25 months old"));
        assert!(said("N115", &old)[0].contains("已有25个月"));
        assert_eq!(
            found("N115", &old)[0].path,
            "needs.evidence.club-talks.date"
        );
        assert!(found("N115", &evidence("club-talks", "date = 2019-01-01")).is_empty());
    }

    #[test]
    fn a_census_or_a_repeated_survey_is_not_old() {
        for row in [
            "date = 2021-05-01\nsource = \"Population census\"",
            "date = 2020-11-01\nsource = \"第七次人口普查\"",
            "date = 2019-06-01\nfinding = \"Asked again in 2026: the same order\"",
            "date = 2019-06-01\nfinding = \"2026年复测，排序一致\"",
        ] {
            assert!(
                found("N115", &format!("{PLAN}{}", evidence("e", row))).is_empty(),
                "{row}"
            );
        }
    }

    #[test]
    fn a_single_piece_is_found_once_for_all_its_needs() {
        let row = evidence("bus-survey", "method = \"survey\"\ndate = 2026-05-01");
        let plan = format!(
            "{PLAN}{row}{}",
            need("To know when it comes", "[\"bus-survey\"]")
        );
        assert!(said("N115", &plan)[0].contains("“bus-survey”, is all that shows"));
        let row = evidence("bus-survey", "method = \"survey\"\ndate = 2023-05-01");
        let plan = format!("{PLAN}{row}{}", need("知道车几时来", "[\"bus-survey\"]"));
        assert!(said("N115", &plan)[0].contains("已有44个月，而需要“知道车几时来”"));
        let row = evidence("bus-survey", "method = \"survey\"");
        let plan = format!("{row}{}", need("知道车几时来", "[\"bus-survey\"]"));
        assert!(said("N115", &plan)[0].contains("还没写日期"));
    }

    #[test]
    fn full_records_two_kinds_and_needs_of_no_target_are_silent() {
        let sales = evidence("tickets", "method = \"sales-data\"\ndate = 2026-05-01");
        assert!(
            found(
                "N115",
                &format!("{PLAN}{sales}{}", need("Quick", "[\"tickets\"]"))
            )
            .is_empty()
        );
        let both = "[\"tickets\", \"talks\"]";
        let talks = evidence("talks", "method = \"interview\"\ndate = 2026-05-01");
        assert!(found("N115", &format!("{PLAN}{sales}{talks}{}", need("快", both))).is_empty());
        let later = need("快", "[\"talks\"]").replace("target\"", "later\"");
        assert!(found("N115", &format!("{PLAN}{talks}{later}")).is_empty());
    }

    #[test]
    fn talk_alone_is_found_unless_the_people_differ() {
        let row = |id: &str, who: &str| {
            let row = format!("method = \"interview\"\nrespondents = \"{who}\"\ndate = 2026-05-01");
            evidence(id, &row)
        };
        let need = need("安静的地方", "[\"a\", \"b\"]");
        let same = format!("{}{}{need}", row("a", "prospects"), row("b", "prospects"));
        let said = said("N115", &same);
        assert!(said[0].contains("are interviews with") && said[0].contains("同一类人的访谈"));
        let other = format!("{}{}{need}", row("a", "prospects"), row("b", "lapsed"));
        assert!(found("N115", &other).is_empty());
    }

    #[test]
    fn no_evidence_is_not_clean() {
        assert!(lacks("N115", PLAN).is_some());
    }
}
