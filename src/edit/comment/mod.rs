//! What comments are about: the tags of a survey, and which comments have them.

mod give;
mod tag;

pub(super) use give::give;
pub use tag::words as tag_words;
pub(super) use tag::{remove, set};
