//! What the program says, before any format says it: tables whose cells know what kind of
//! value they hold. Workbooks and the command line write them down; others follow.
//!
//! Deliberately knows no format, no screen and no file: a writer decides how a kind of value
//! looks there, and never which lines there are or what stands in a column.

mod scores;
mod table;

pub use scores::{ScoreColumn, scores};
pub use table::{Cell, Head, Line, Table};
