//! Pairs that hang together: three plans of one origin are one matter, not three.

use super::Pair;

/// Plans that hang together by the pairs among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The plans, by their place; two or more.
    pub plans: Vec<usize>,
    /// All pairs among them, the most similar first.
    pub pairs: Vec<usize>,
    /// The fewest of these that connect the plans: what to look at.
    pub chain: Vec<usize>,
}

/// The groups of some ranked pairs, in the order of the best pair of each.
pub(super) fn groups(pairs: &[Pair]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let home = |plan: usize| groups.iter().position(|it| it.plans.contains(&plan));
        let [one, other] = pair.plans;
        let alone = Group {
            plans: pair.plans.to_vec(),
            pairs: vec![at],
            chain: vec![at],
        };
        match (home(one), home(other)) {
            (None, None) => groups.push(alone),
            (Some(here), Some(there)) if here == there => {
                if let Some(group) = groups.get_mut(here) {
                    group.pairs.push(at);
                }
            }
            (Some(here), Some(there)) => {
                let moved = groups.remove(here.max(there));
                if let Some(group) = groups.get_mut(here.min(there)) {
                    group.join(moved);
                    group.join(alone);
                }
            }
            (Some(here), None) | (None, Some(here)) => {
                if let Some(group) = groups.get_mut(here) {
                    group.join(alone);
                }
            }
        }
    }
    groups
}

impl Group {
    fn join(&mut self, other: Group) {
        self.plans.extend(other.plans);
        self.pairs.extend(other.pairs);
        self.chain.extend(other.chain);
        self.plans.sort_unstable();
        self.plans.dedup();
        self.pairs.sort_unstable();
        self.chain.sort_unstable();
    }
}
