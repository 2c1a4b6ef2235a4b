//! The returns of a wave: whether their answers have a place.

use crate::model::{Item, WaveReturns};
use crate::store::{StoreError, fit};

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
