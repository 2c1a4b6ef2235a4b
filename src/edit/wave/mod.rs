//! Waves: opened, and who is asked in them.

mod frame;
mod open;
mod prepare;

pub(super) use frame::{choose, issue, leave_out, take_back};
pub(super) use open::open;
pub use open::{Opening, free_periods, newest_revision, next_period, open_with, revision_of};
pub use prepare::Preparation;
