//! From any spreadsheet to returns and issues.
//!
//! A file goes through [`mod@file`] (read whole, hashed) and [`spreadsheet`] (whatever it really
//! is, within limits) into a [`Sheet`]: columns under titles, every distinct value once.
//! [`mapping`] says what each column is and how its values are read; [`returns`] reads them.
//! [`definition`] and [`customers`] read the other two kinds of sheets there are.
//!
//! Intake knows neither the store nor the window. Its errors and issues are data; what they
//! are called in a language is said elsewhere.

mod budget;
pub mod cell;
mod customer_fault;
pub mod customers;
mod day;
mod days;
mod decimals;
mod decoration;
pub mod definition;
pub mod error;
mod field;
pub mod file;
mod filled;
pub mod form;
mod grid;
mod header;
mod heading;
pub mod identity;
mod interpret;
mod kept;
mod look;
pub mod mapping;
pub mod marking;
mod normal;
mod options;
pub mod outline;
mod period;
pub mod platform;
pub mod returns;
pub mod scan;
mod seconds;
pub mod sheet;
mod signs;
mod spelling;
mod spread;
pub mod spreadsheet;
mod tally;
mod tick;

pub use budget::Limits;
pub use cell::Cell;
pub use customer_fault::CustomerFault;
pub use customers::Register;
pub use days::Days;
pub use definition::Definition;
pub use error::{
    DefinitionFault, FileFault, ForeignKind, IntakeError, MappingFault, Place, SheetFault,
};
pub use heading::plain as heading_alike;
pub use kept::{unpacked, without_private};
pub use period::{days_around, period_named};
pub use platform::Platform;
pub use returns::{Context, Imported};
pub use sheet::{Sheet, SheetColumn};
pub use spreadsheet::{Decoding, Spreadsheet};

#[cfg(test)]
mod tests;
