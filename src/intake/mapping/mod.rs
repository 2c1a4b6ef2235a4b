//! What each column of a sheet is, and how its values are read.
//!
//! [`propose`] fills a mapping in as far as the titles and values leave no doubt; a person
//! settles the rest. Nothing is guessed: what fits twice, or could be read in two ways with
//! different results, is listed by [`Mapping::undecided`](crate::model::Mapping::undecided)
//! and keeps the sheet from being read.

mod bare;
mod decide;
mod fault;
mod preview;
mod propose;
mod remarks;
mod said;
mod spread;

pub use self::fault::{Decimals, MappingFault, OtherDecimals, Unordered, Unreadable};
pub use self::preview::{blame, preview};
pub use self::propose::{propose, reading};
pub use self::remarks::remarks;
pub use self::said::say_decimals;
pub use self::spread::tell_crosses;
