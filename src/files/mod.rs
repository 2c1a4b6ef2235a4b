//! Files of ours: whole under their name, or not there.
//!
//! A file is written under a private name beside its target, synced, and renamed. It knows
//! nothing of what is written, and has no words: errors are those of the system.

mod folder;
mod limit;
mod part;
mod permit;
mod private;
mod room;
mod write;

pub use folder::{folder_of, make_private, sync};
pub use limit::{outlive_size_limit, size_limit_reached};
pub use part::{Part, clean, part_of};
pub use private::PrivateFolder;
pub use room::Room;
pub use write::{Existing, write};
