//! An encoding as people name it.

use crate::intake::spreadsheet::encoding_named;
use crate::model::TextEncoding;

/// An encoding by any of its usual names.
pub(super) fn encoding(name: &str) -> Result<TextEncoding, String> {
    encoding_named(name).ok_or_else(|| name.to_owned())
}
