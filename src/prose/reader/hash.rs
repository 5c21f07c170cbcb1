//! Quick keys for the tables of words and weights.

use std::hash::{BuildHasherDefault, Hasher};

const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
/// The longest name that is put together; no line of the model is as long.
const MOST: usize = 128;

/// The key of some bytes, eight of them at a time.
pub(super) fn key(bytes: &[u8]) -> u64 {
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut key = bytes.len() as u64;
    for eight in eights {
        key = (key.rotate_left(5) ^ u64::from_le_bytes(*eight)).wrapping_mul(FACTOR);
    }
    let rest = rest.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
    key = (key.rotate_left(5) ^ rest).wrapping_mul(FACTOR);
    key ^ key >> 29
}

/// The key of a name in parts; `None` if it is too long to be known.
pub(super) fn joined(parts: &[&str]) -> Option<u64> {
    let mut name = [0; MOST];
    let mut end = 0;
    for part in parts {
        name.get_mut(end..end + part.len())?
            .copy_from_slice(part.as_bytes());
        end += part.len();
    }
    Some(key(name.get(..end)?))
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
        self.0 = key(bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
