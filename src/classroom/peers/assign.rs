//! Who reviews whom: everyone gives as many reviews as everyone gets.

use crate::classroom::seed::Seed;

/// How often the sharing out is tried anew before it is taken to be impossible.
const TRIES: usize = 400;

/// For each author the plans to review, `each` of them; none where it cannot be done.
///
/// `group` says of each author with whom he or she belongs together: nobody reviews a plan of the
/// own group. The same seed gives the same answer.
pub fn assign(group: &[usize], each: usize, seed: u64) -> Option<Vec<Vec<usize>>> {
    let count = group.len();
    if each == 0 || each >= count {
        return None;
    }
    let mut seed = Seed::of(seed, "peers");
    (0..TRIES).find_map(|_| {
        let mut order: Vec<usize> = (0..count).collect();
        seed.shuffle(&mut order);
        share(&order, group, each, &mut seed)
    })
}

/// Rounds in which everyone gives one review and gets one.
fn share(
    order: &[usize],
    group: &[usize],
    each: usize,
    seed: &mut Seed,
) -> Option<Vec<Vec<usize>>> {
    let count = order.len();
    let mut given: Vec<Vec<usize>> = vec![Vec::new(); count];
    for round in 1..=each {
        // In a circle everyone reviews the one so many places further on.
        let mut to = vec![0; count];
        let next = order.iter().cycle().skip(round);
        for (one, other) in order.iter().zip(next) {
            *to.get_mut(*one)? = *other;
        }
        let fits = |one: usize, other: usize| {
            group.get(one) != group.get(other)
                && given.get(one).is_some_and(|it| !it.contains(&other))
        };
        for one in 0..count {
            let mine = *to.get(one)?;
            if fits(one, mine) {
                continue;
            }
            // Changes with somebody for whom it fits as well, looked for from a place by chance.
            let from = seed.below(count);
            let partner = (0..count).map(|at| (at + from) % count).find(|other| {
                to.get(*other)
                    .is_some_and(|theirs| fits(one, *theirs) && fits(*other, mine))
            })?;
            to.swap(one, partner);
        }
        for (one, other) in to.into_iter().enumerate() {
            given.get_mut(one)?.push(other);
        }
    }
    for to in &mut given {
        to.sort_unstable();
    }
    Some(given)
}

/// Codes of two letters' length for so many things, in an order that tells nothing.
pub fn codes(letter: char, count: usize, seed: u64) -> Vec<String> {
    let mut numbers: Vec<usize> = (1..=count).collect();
    Seed::of(seed, &format!("codes {letter}")).shuffle(&mut numbers);
    let wide = count.to_string().len().max(2);
    numbers
        .iter()
        .map(|it| format!("{letter}{it:0wide$}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_gives_and_gets_the_same() {
        for (count, each) in [(2, 1), (3, 2), (4, 3), (7, 3), (30, 5), (200, 3)] {
            let group: Vec<usize> = (0..count).collect();
            for seed in 0..20 {
                let given = assign(&group, each, seed).unwrap();
                let mut got = vec![0; count];
                for (one, to) in given.iter().enumerate() {
                    assert!(!to.contains(&one));
                    assert!(to.windows(2).all(|it| it[0] < it[1]), "twice the same");
                    assert_eq!(to.len(), each);
                    for it in to {
                        got[*it] += 1;
                    }
                }
                assert!(got.iter().all(|it| *it == each));
            }
        }
    }

    #[test]
    fn nobody_reviews_the_own_group() {
        let group = [0, 0, 0, 1, 1, 2, 3, 4, 4, 5];
        for seed in 0..50 {
            let given = assign(&group, 3, seed).unwrap();
            for (one, to) in given.iter().enumerate() {
                assert!(to.iter().all(|it| group[*it] != group[one]));
            }
        }
        assert_eq!(assign(&group, 3, 7), assign(&group, 3, 7));
    }

    #[test]
    fn what_cannot_be_is_said() {
        assert_eq!(assign(&[], 1, 0), None);
        assert_eq!(assign(&[0], 1, 0), None);
        assert_eq!(assign(&[0, 1, 2], 3, 0), None);
        assert_eq!(assign(&[0, 1, 2], 0, 0), None);
        assert_eq!(assign(&[0, 0, 0, 1], 1, 0), None);
    }

    #[test]
    fn codes_are_each_once() {
        let mut all = codes('p', 120, 3);
        assert_ne!(all, codes('r', 120, 3));
        all.sort();
        all.dedup();
        assert_eq!((all.len(), all[0].as_str()), (120, "p001"));
    }
}
