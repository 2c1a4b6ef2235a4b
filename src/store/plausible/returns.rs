//! The returns of a wave: how many there can be, and whether their answers have a place.

use rusqlite::Connection;

use crate::model::{Item, WaveReturns};
use crate::store::{StoreError, fit};

/// What the smallest row of a return takes in the file: a length, a number, a header of a byte
/// a column.
const SMALLEST: u64 = 14;

/// Refuses a number of returns the file has no room for, before as much memory is asked for.
pub(in crate::store) fn room(db: &Connection, returns: usize) -> Result<(), StoreError> {
    let pragma = |name| db.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    let bytes = u64::from(pragma("page_count")?) * u64::from(pragma("page_size")?);
    match returns as u64 <= bytes / SMALLEST {
        true => Ok(()),
        false => Err(StoreError::Damaged(format!("{returns} returns"))),
    }
}

/// Refuses answers that name an option their item does not have.
pub(in crate::store) fn columns(loaded: &WaveReturns, items: &[Item]) -> Result<(), StoreError> {
    let mut columns = loaded.columns.iter().zip(items);
    match columns.find(|(column, item)| !fit::column_fits(column, item)) {
        Some((_, item)) => {
            let (wave, item) = (loaded.wave.0, &item.code);
            Err(StoreError::Damaged(format!(
                "wave {wave}: answers to {item}"
            )))
        }
        None => Ok(()),
    }
}
