//! The customer register, edited by hand.

mod add;
mod field;
mod remove;

pub(super) use add::{add, made};
pub use add::{check, next_code};
pub use field::CustomerField;
pub(super) use field::{set, set_key};
pub(super) use remove::remove;
