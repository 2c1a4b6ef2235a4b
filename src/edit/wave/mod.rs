//! Waves: opened and closed, who is asked in them, and what was done to get answers.

mod close;
mod contact;
mod frame;
mod open;
mod prepare;
mod rule;
mod take_in;

pub(super) use close::{close, reopen};
pub use contact::NewContact;
pub(super) use contact::note;
pub(super) use frame::{choose, exclude, issue, leave_out, take_back};
pub(super) use open::open;
pub use open::{Opening, free_periods, newest_revision, next_period, open_with, revision_of};
pub use prepare::Preparation;
pub(super) use rule::by_rule;
pub use rule::{Applied, apply};
pub(super) use take_in::{count_late, take_in};
