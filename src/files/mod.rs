//! Files of ours: whole under their name, or not there.
//!
//! A file is written under a private name beside its target, synced, and renamed. It knows
//! nothing of what is written, and has no words: errors are those of the system.

mod folder;
mod part;

pub use folder::{make_private, sync};
pub use part::{Part, clean, part_of, write};
