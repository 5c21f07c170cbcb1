//! Numbers that look like chance and follow from a seed.

/// A source of numbers: the same seed gives the same numbers (SplitMix64).
#[derive(Debug, Clone)]
pub(super) struct Seed(u64);

impl Seed {
    pub(super) const fn new(seed: u64) -> Seed {
        Seed(seed)
    }

    /// A seed of its own for a name, so that one question does not depend on the others.
    pub(super) fn of(seed: u64, name: &str) -> Seed {
        let mix = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Seed(name.bytes().fold(seed ^ 0xcbf2_9ce4_8422_2325, mix))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `many`; 0 where there is none.
    pub(super) fn below(&mut self, many: usize) -> usize {
        let many = many.max(1) as u64;
        usize::try_from(self.next() % many).unwrap_or(0)
    }

    /// Puts things into another order.
    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at + 1));
        }
    }
}
