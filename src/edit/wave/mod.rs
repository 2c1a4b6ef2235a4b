//! Waves: opened, and who is asked in them.

mod frame;
mod open;

pub(super) use frame::{choose, issue, leave_out, take_back};
pub(super) use open::open;
pub use open::{Opening, newest_revision, open_with, revision_of};
