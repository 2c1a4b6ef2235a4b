//! The workspace's names and its surveys.

mod name;
mod new;

pub use name::Names;
pub(super) use name::name;
pub use new::free_name;
pub(super) use new::new;
