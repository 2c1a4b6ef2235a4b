//! Workbooks: the questionnaire as it can be read in again, the returns, the figures.

mod book;
mod definition;
mod returns;
mod scores;
mod unanswered;

pub use definition::definition;
pub use returns::ReturnsBook;
pub use scores::{Scored, scores};
pub use unanswered::unanswered;
