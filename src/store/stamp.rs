//! A stamp tells one content of a file from another.

use std::fmt;
use std::str::FromStr;

/// The content of a file in brief: a hash and a length.
///
/// Times lie (a checkout, a copy or a sync may set them to anything), so farsight
/// compares content. The hash is FNV-1a with 128 bits: the same on every run and
/// machine, so it can be written into a recovery file. It is not cryptographic:
/// it notices accidents, not forgeries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stamp {
    hash: u128,
    len: u64,
}

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

impl Stamp {
    /// The stamp of these bytes.
    pub fn of(bytes: &[u8]) -> Stamp {
        let hash = bytes.iter().fold(OFFSET, |hash, byte| {
            (hash ^ u128::from(*byte)).wrapping_mul(PRIME)
        });
        Stamp {
            hash,
            len: bytes.len() as u64,
        }
    }

    /// The number of bytes of the content.
    pub const fn len(&self) -> u64 {
        self.len
    }

    /// Whether the content has no bytes at all.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// Writes the hash in hexadecimal and the length, divided by a hyphen.
impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}-{}", self.hash, self.len)
    }
}

/// Reads what `Display` writes; anything else is refused without a reason.
impl FromStr for Stamp {
    type Err = ();

    fn from_str(text: &str) -> Result<Stamp, ()> {
        let (hash, len) = text.split_once('-').ok_or(())?;
        Ok(Stamp {
            hash: u128::from_str_radix(hash, 16).map_err(drop)?,
            len: len.parse().map_err(drop)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        let hash = |text: &str| format!("{:032x}", Stamp::of(text.as_bytes()).hash);
        assert_eq!(hash(""), "6c62272e07bb014262b821756295c58d");
        assert_eq!(hash("a"), "d228cb696f1a8caf78912b704e4a8964");
        assert_eq!(hash("foobar"), "343e1662793c64bf6f0d3597ba446f18");
    }

    #[test]
    fn a_stamp_survives_writing_and_reading() {
        for text in ["", "farsight = 1\n", "顾客的需要"] {
            let stamp = Stamp::of(text.as_bytes());
            assert_eq!(stamp.to_string().parse(), Ok(stamp));
            assert_eq!(stamp.is_empty(), text.is_empty());
        }
        for bad in ["", "-", "xyz-3", "12", "12--3", "12-3-4"] {
            assert!(bad.parse::<Stamp>().is_err(), "{bad}");
        }
    }

    #[test]
    fn one_changed_character_changes_the_stamp() {
        assert_ne!(Stamp::of("需要".as_bytes()), Stamp::of("需求".as_bytes()));
        assert_ne!(Stamp::of(b"need"), Stamp::of(b"need\n"));
    }
}
