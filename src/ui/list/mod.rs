//! Lists: rows of one kind of thing, found by words and chips, sorted by any column, one of them
//! chosen.
//!
//! A page says what its columns are, each in one place: its name, its width, what stands in it,
//! what it is sorted by, and when it gives way to others where there is no room. It keeps a
//! question (whatever it can be asked, with an [`Sorting`] in it), works out which rows answer it
//! once for each state of the data ([`Kept`]), and shows them with [`List`]. What is chosen is
//! kept by what it is ([`Chosen`]), so that no new order and no filter moves it to another row.
//!
//! Deliberately knows nothing of what the rows are, and does not work them out while drawing: a
//! hundred thousand returns are sorted on another thread, with the same columns.

mod chips;
mod chosen;
mod field;
mod kept;
mod order;
mod show;
mod sought;

pub use chips::{Counts, Values, chip, count_values, has, value_chip};
pub use chosen::Chosen;
pub use field::Field;
pub use kept::Kept;
pub use order::{Key, Sorting, sort};
pub use show::{List, none_pass};
pub use sought::Sought;
