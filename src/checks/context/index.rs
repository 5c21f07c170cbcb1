//! The rows of a plan by the ids that they have or name.
//!
//! A rule that looks through a list for each row of another costs the square of the plan. Here a
//! list is gone through once, when a rule first asks, and then answers at once.

use std::cell::OnceCell;

use foldhash::{HashMap, HashMapExt};

use super::Context;
use crate::plan::records::{
    Action, Alternative, Benefit, Channel, CustomerNeed, Evidence, Factor, ForecastLine, Group,
    Message, Milestone, Objective, Product, Programme, Promotion, Proposition, Segment, Swot,
};
use crate::plan::{Sp, Str};

/// The rows of one list under each id, in the order of the file.
#[derive(Debug)]
struct By<'c, R>(OnceCell<HashMap<&'c str, Vec<&'c R>>>);

impl<R> Default for By<'_, R> {
    fn default() -> Self {
        By(OnceCell::new())
    }
}

impl<'c, R> By<'c, R> {
    fn of<'p: 'c>(
        &self,
        rows: &'c [R],
        names: impl Fn(&'c R) -> &'c [Sp<Str<'p>>],
        id: &str,
    ) -> &[&'c R] {
        let rows = self.0.get_or_init(|| {
            let mut by: HashMap<&str, Vec<&R>> = HashMap::new();
            for row in rows {
                for name in names(row) {
                    let list = by.entry(name.value.as_ref()).or_default();
                    // A row that names an id twice is one row.
                    if list.last().is_none_or(|last| !std::ptr::eq(*last, row)) {
                        list.push(row);
                    }
                }
            }
            by
        });
        rows.get(id).map_or(&[], Vec::as_slice)
    }
}

macro_rules! indexed {
    (
        one { $($(#[$said:meta])* $one:ident: $kind:ident in $of:ident;)+ }
        many { $($(#[$doc:meta])* $many:ident: $row:ident in $list:ident by $key:ident;)+ }
    ) => {
        /// Every list that rules look into by an id.
        #[derive(Debug, Default)]
        pub(super) struct Index<'c, 'p> {
            $($one: By<'c, $kind<'p>>,)+
            $($many: By<'c, $row<'p>>,)+
        }

        impl<'c, 'p> Context<'c, 'p> {
            $($(#[$said])*
            pub fn $one(&self, id: &str) -> Option<&'c $kind<'p>> {
                let rows = &self.plan.$of;
                self.index.$one.of(rows, |row| row.id.as_slice(), id).first().copied()
            })+
            $($(#[$doc])*
            pub fn $many(&self, id: &str) -> impl Iterator<Item = &'c $row<'p>> {
                let rows = &self.plan.$list;
                self.index.$many.of(rows, |row| row.$key.as_slice(), id).iter().copied()
            })+
        }
    };
}

indexed! {
    one {
        /// The need with an id; of several the first, as everywhere here.
        need: CustomerNeed in customer_needs;
        /// The evidence with an id.
        evidence: Evidence in evidence;
        /// The alternative with an id.
        alternative: Alternative in alternatives;
        /// The segment with an id.
        segment: Segment in segments;
        /// The proposition with an id.
        proposition: Proposition in propositions;
        /// The benefit with an id.
        benefit: Benefit in benefits;
        /// The product with an id.
        product: Product in products;
        /// The objective with an id.
        objective: Objective in objectives;
    }
    many {
        /// The segments that have a need.
        segments_with: Segment in segments by needs;
        /// The benefits that answer a need.
        answers: Benefit in benefits by need;
        /// The propositions made to a segment.
        propositions: Proposition in propositions by segment;
        /// The benefits of a proposition.
        benefits: Benefit in benefits by proposition;
        /// The buying factors of a segment.
        factors: Factor in factors by segment;
        /// The products that name a segment.
        products_for: Product in products by segments;
        /// The channels that name a segment.
        channels_for: Channel in channels by segments;
        /// The messages that name a segment.
        messages_for: Message in messages by segment;
        /// The actions that name a segment.
        actions_for: Action in actions by segment;
        /// The programmes for a segment.
        programmes_for: Programme in programmes by segment;
        /// The groups of customers in a segment.
        groups_for: Group in groups by segment;
        /// The milestones of an objective.
        milestones: Milestone in milestones by objective;
        /// The points of the SWOT that an action or objective answers.
        points_answered_by: Swot in swot by answered_by;
        /// The lines of the forecast that sell a product.
        lines: ForecastLine in forecast by product;
        /// The offers for a product.
        offers: Promotion in promotions by product;
    }
}
