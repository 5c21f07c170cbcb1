//! Quick keys for the tables of words and weights.

use std::hash::{BuildHasherDefault, Hasher};

pub(super) const START: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The key of some bytes: FNV-1a, which needs no set-up and reads each byte once.
pub(super) fn key(bytes: &[u8]) -> u64 {
    more(START, bytes)
}

/// The key of bytes that follow others.
pub(super) fn more(key: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(key, |key, byte| {
        (key ^ u64::from(*byte)).wrapping_mul(PRIME)
    })
}

/// A table by keys that are hashes already.
pub(super) type Fast = BuildHasherDefault<AsItIs>;

/// Passes a key through.
#[derive(Debug, Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = more(self.0, bytes);
    }

    fn write_u64(&mut self, key: u64) {
        // The high bits choose the bucket's tag, so both halves must differ.
        self.0 = key ^ (key >> 32);
    }
}
