//! Files kept beside a return: a scan, a photograph, a mail, a recording.

use jiff::Timestamp;

use super::{AttachmentId, ReturnId};

/// One file kept as evidence of a return. The file itself lies once, by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub id: AttachmentId,
    pub of: ReturnId,
    /// File name without its folder.
    pub name: String,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
    /// Bytes.
    pub size: u64,
    /// It shows the customer's seal or stamp.
    pub sealed: bool,
    pub at: Timestamp,
}
