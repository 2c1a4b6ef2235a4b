//! Workbooks: the questionnaire as it can be read in again, the returns, the figures.

mod book;
mod definition;

pub use definition::definition;
