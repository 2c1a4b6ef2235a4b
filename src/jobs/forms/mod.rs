//! Forms of our own: one for each customer chosen for a wave, and those that come back.

mod again;
mod arrived;
mod batch;
mod beside;
mod blank;
mod carry;
mod earlier;
mod filled;
mod gather;
mod line;
mod make;
mod meant;
mod name;
mod questions;
mod reader;
mod said;
mod scan;
mod side_by_side;
mod take;
mod there;
mod unfit;

#[cfg(test)]
mod tests;

pub use arrived::{Arrived, Late, TakenForm, Wanted};
pub use gather::Missing;
pub use line::line;
pub use make::{Made, Order, make};
pub use meant::{Meant, meant};
pub use take::{sort, take};
pub use unfit::Unfit;

use crate::model::Period;

/// Why no forms are made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoForms {
    /// A form goes out only of what was approved.
    #[error("revision {revision} is not approved")]
    NotApproved { revision: String },
    #[error("no customer is chosen for {period}")]
    NoFrame { period: Period },
    /// A customer of the register that is not to be asked, by code.
    #[error("{code} is not chosen for {period}")]
    NotChosen { code: String, period: Period },
    /// Nothing is asked.
    #[error("revision {revision} asks nothing")]
    NothingAsked { revision: String },
}
