//! Corrective actions: raised, described, brought from stage to stage.

mod advance;
mod field;
mod raise;

pub use advance::NewStep;
pub(super) use advance::advance;
pub use field::ActionField;
pub(super) use field::set;
pub(super) use raise::raise;
pub use raise::{NewAction, next_number};
