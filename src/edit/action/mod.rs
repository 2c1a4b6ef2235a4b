//! Corrective actions: raised, described, brought from stage to stage.

mod advance;
mod field;
mod raise;

pub use advance::NewStep;
pub(super) use advance::advance;
pub use field::ActionField;
pub(super) use field::set;
pub use raise::NewAction;
pub(super) use raise::raise;
