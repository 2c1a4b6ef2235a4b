//! Workbooks: the questionnaire as it can be read in again, the form of a customer, the returns,
//! the figures.

mod book;
mod definition;
mod form;
mod issues;
mod marked;
mod returns;
mod scores;
mod tables;
mod unanswered;

pub use definition::definition;
pub use form::FormBook;
pub use issues::issues;
pub use marked::marked;
pub use returns::ReturnsBook;
pub use scores::{Scored, scores};
pub use tables::tables;
pub use unanswered::unanswered;
