//! Every text of a plan with its place, for rules that read words wherever they stand.

use super::Context;
use crate::plan::row_name;
use crate::plan::{Path, Plan, Record, Sp, Str};

/// A text of the plan: the section it stands in, its key, its path and itself.
#[derive(Debug, Clone)]
pub struct Written<'t> {
    /// The section of the catalogue: `needs.customer_needs`.
    pub section: &'static str,
    /// The key of the field: `need`.
    pub key: &'static str,
    /// The place of the row that holds it, from 1; 0 for a table.
    nth: usize,
    /// The id of that row.
    id: Option<&'t str>,
    /// The text.
    pub text: &'t Sp<Str<'t>>,
}

impl Written<'_> {
    /// The path of the row or table that holds it.
    pub fn owner(&self) -> Path {
        let table = Path::parse(self.section);
        // Put together only where it is asked for: most texts have nothing to be told.
        match row_name(self.nth, self.id) {
            Some(row) => table.join(row.as_ref()),
            None => table,
        }
    }

    /// The path of the field.
    pub fn path(&self) -> String {
        self.owner().join(self.key).to_string()
    }
}

fn take<'t, R: Record>(record: &'t R, out: &mut Vec<Written<'t>>) {
    record.each_text(&mut |key, text| {
        out.push(Written {
            section: R::SECTION,
            key,
            nth: record.nth(),
            id: record.id(),
            text,
        });
    });
}

impl<'c> Context<'c, '_> {
    /// Every text that the author wrote about the plan, references among them, answers not.
    pub fn texts(&self) -> &[Written<'c>] {
        self.texts.get_or_init(|| all(self.plan))
    }
}

/// Every text of a plan, answers not.
fn all<'t>(plan: &'t Plan<'_>) -> Vec<Written<'t>> {
    let mut out = Vec::new();
    // Taken apart whole, so that a new section cannot be forgotten here.
    let Plan {
        format: _,
        frame,
        interests,
        assumptions,
        stakeholders,
        team,
        changes,
        references,
        market,
        sizing,
        customer_needs,
        evidence,
        alternatives,
        forces,
        swot,
        buying_steps,
        targeting,
        segments,
        personas,
        propositions,
        benefits,
        costs,
        factors,
        map,
        customer_view,
        products,
        channels,
        messages,
        promotions,
        objectives,
        milestones,
        actions,
        totals,
        budget,
        forecast,
        risks,
        care,
        programmes,
        touchpoints,
        satisfaction,
        partners,
        revenue_streams,
        value_capture,
        groups,
        accounts,
        answers: _,
    } = plan;
    macro_rules! each {
            (tables $($table:ident)+; rows $($rows:ident)+) => {
                $(take($table, &mut out);)+
                $(for row in $rows {
                    take(row, &mut out);
                })+
            };
        }
    each!(
        tables frame interests market targeting map customer_view totals care value_capture;
        rows assumptions stakeholders team changes references sizing customer_needs evidence
            alternatives forces swot buying_steps segments personas propositions benefits costs
            factors products channels messages promotions objectives milestones actions budget
            forecast risks programmes touchpoints satisfaction partners revenue_streams groups
            accounts
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_its_path_in_both_languages() {
        let text = "farsight = 1\n[plan]\ntitle = \"Ferry\"\nbrands = [\"One\", \"渡口\"]\n\
            [[needs.customer_needs]]\nid = \"cross\"\nneed = \"准时过河\"\n";
        let reading = crate::plan::read(text);
        let settings = crate::checks::Settings::default();
        let context = Context::new(text, &reading.plan, &reading.problems, &settings);
        let found: Vec<(String, &str)> = context
            .texts()
            .iter()
            .map(|it| (it.path(), it.text.value.as_ref()))
            .collect();
        let expected = [
            ("plan.title", "Ferry"),
            ("plan.brands", "One"),
            ("plan.brands", "渡口"),
            ("needs.customer_needs.cross.need", "准时过河"),
        ];
        assert_eq!(
            found,
            expected
                .map(|(path, text)| (path.to_owned(), text))
                .to_vec()
        );
    }
}
