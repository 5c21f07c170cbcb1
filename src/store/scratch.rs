//! A file for a moment: a text on its way to the person's own editor and back.

use std::io::Write;

use tempfile::NamedTempFile;

use super::error::SaveError;

/// Writes a text to a file of its own, which goes when the value does.
///
/// # Errors
/// When the folder for temporary files cannot be written.
pub fn scratch(text: &str, ending: &str) -> Result<NamedTempFile, SaveError> {
    let folder = std::env::temp_dir();
    let fail = |error: std::io::Error| SaveError::from_io(&folder, &error);
    let mut file = tempfile::Builder::new()
        .prefix("farsight-")
        .suffix(ending)
        .tempfile_in(&folder)
        .map_err(fail)?;
    file.write_all(text.as_bytes()).map_err(fail)?;
    Ok(file)
}
