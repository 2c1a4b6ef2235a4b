//! The store as the rest of the program uses it, on real files.

mod checking;
mod copies;
mod corruption;
mod forgetting;
mod golden;
mod hostile;
mod importing;
mod killing;
mod migrating;
mod moved;
mod opening;
mod restoring;
mod round_trip;
mod rows;
mod rules;
mod salvaging;
pub(super) mod sample;
mod typed_in;
mod undo;
mod withdrawn;
