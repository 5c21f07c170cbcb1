//! What the formats that are zip files have in common.

use super::format::SIGN;

/// The bytes that an empty comment at the end of a zip file takes: its length.
const LENGTH: usize = 2;

/// A zip file with the sign of ours as its comment.
///
/// Everything else in it is packed, and what is packed cannot be looked for. A program that
/// changes the file drops the comment: then it is no longer ours to overwrite, as it should be.
pub(super) fn signed(mut zip: Vec<u8>) -> Vec<u8> {
    let length = u16::try_from(SIGN.len()).unwrap_or_default();
    if zip.ends_with(&[0, 0]) {
        zip.truncate(zip.len() - LENGTH);
        zip.extend(length.to_le_bytes());
        zip.extend(SIGN.as_bytes());
    }
    zip
}
