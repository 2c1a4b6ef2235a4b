//! Finding a return as a person names it: by its number, or by the file and row it came from.

use super::{JobError, imports};
use crate::model::{Data, Return, WaveId};
use crate::store::Store;

/// The return of a number, or of `IMPORT:ROW`, and the wave it is of.
///
/// # Errors
/// [`JobError::NoReturn`]; [`JobError::NoRow`] and those of finding an import.
pub fn named(store: &Store, data: &Data, name: &str) -> Result<Return, JobError> {
    let parts = name.rsplit_once(':');
    if let Some((import, row)) = parts.and_then(|(import, row)| Some((import, row.parse().ok()?))) {
        return in_row(store, data, import, row);
    }
    let none = || JobError::NoReturn(name.to_owned());
    let id: i64 = name.parse().map_err(|_| none())?;
    let all = data
        .waves
        .iter()
        .map(|wave| find(store, wave.id, |it| it.id.0 == id));
    let found = all.filter_map(Result::transpose).next();
    found.unwrap_or_else(|| Err(none()))
}

/// The return in a row of an imported file.
///
/// # Errors
/// [`JobError::NoRow`]; those of finding an import.
pub fn in_row(store: &Store, data: &Data, import: &str, row: u32) -> Result<Return, JobError> {
    let import = imports::find(store, data, import, |import| !import.undone)?;
    let of_row = |it: &Return| it.import == Some(import.id) && it.row == row;
    let found = find(store, import.wave, of_row)?;
    found.ok_or_else(|| JobError::NoRow {
        file: import.file.clone(),
        row,
    })
}

fn find(
    store: &Store,
    wave: WaveId,
    wanted: impl Fn(&Return) -> bool,
) -> Result<Option<Return>, JobError> {
    let returns = store.load_wave(wave).map_err(JobError::of(store))?;
    Ok(returns.returns.into_iter().find(wanted))
}
