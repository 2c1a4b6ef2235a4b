//! The files that were taken in: what was kept of them, which are taken back, and what is
//! removed for good.

use std::path::{Path, PathBuf};

use super::JobError;
use super::save::{OutputFile, Replace};
use crate::intake::{FileFault, IntakeError, unpacked};
use crate::model::{Data, Import, ImportId, SourceFile, Touched};
use crate::store::Store;

/// One imported file.
#[derive(Clone, Debug)]
pub struct Imported {
    pub import: Import,
    pub original: Original,
}

/// What is kept of an imported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Original {
    /// In bytes.
    Kept(u32),
    /// Somebody removed it.
    Removed,
    /// It was lost with a damaged workspace, out of which the rest was got.
    Lost,
}

/// Every import, in the order they came.
pub fn list(store: &Store, data: &Data) -> Result<Vec<Imported>, JobError> {
    let kept = store.originals().map_err(JobError::of(store))?;
    let imports = data.imports.iter();
    Ok(imports
        .map(|import| Imported {
            import: import.clone(),
            original: match kept.get(&import.id) {
                Some(Some(bytes)) => Original::Kept(*bytes),
                Some(None) => Original::Lost,
                None => Original::Removed,
            },
        })
        .collect())
}

/// Writes what was kept of an import's file.
///
/// # Errors
/// [`JobError::NothingKept`] when it was removed; those of writing a file.
pub fn save_original(
    store: &Store,
    import: &Import,
    path: &Path,
    replace: Replace,
) -> Result<(), JobError> {
    let original = kept(store, import)?;
    let place = OutputFile {
        path,
        ending: &ending(import, &original),
        workspace: store.path(),
        replace,
    };
    place.write_as_it_is(&original.bytes)
}

/// The path with the ending of what was kept.
///
/// # Errors
/// [`JobError::NothingKept`].
pub fn ended(store: &Store, import: &Import, path: &Path) -> Result<PathBuf, JobError> {
    Ok(path.with_extension(ending(import, &kept(store, import)?)))
}

pub(super) fn kept(store: &Store, import: &Import) -> Result<SourceFile, JobError> {
    let original = original(store, import)?;
    original.ok_or_else(|| JobError::NothingKept(import.file.clone()))
}

/// What is kept of an import's file, unpacked; `None` when it was removed.
pub(super) fn original(store: &Store, import: &Import) -> Result<Option<SourceFile>, JobError> {
    let kept = match store.original(import.id).map_err(JobError::of(store))? {
        Some(kept) if kept.sha256 != import.sha256 => kept,
        // As it came it was never packed.
        other => return Ok(other),
    };
    let bytes = unpacked(kept.bytes).map_err(|error| IntakeError::File {
        file: import.file.clone(),
        fault: FileFault::Unreadable(error.to_string()),
    })?;
    Ok(Some(SourceFile { bytes, ..kept }))
}

/// Without its private columns a file is kept as csv.
fn ending(import: &Import, original: &SourceFile) -> String {
    let whole = original.sha256 == import.sha256;
    let ending = Path::new(&import.file).extension().filter(|_| whole);
    ending.map_or_else(
        || "csv".to_owned(),
        |ending| ending.to_string_lossy().into_owned(),
    )
}

/// The import of that number.
///
/// # Errors
/// [`JobError::NoImport`].
pub fn numbered<'a>(store: &Store, data: &'a Data, id: ImportId) -> Result<&'a Import, JobError> {
    let found = data.import(id);
    found.ok_or_else(|| no_import(store, &id.0.to_string()))
}

fn no_import(store: &Store, name: &str) -> JobError {
    JobError::NoImport {
        name: name.to_owned(),
        workspace: store.path().to_owned(),
    }
}

/// The import of that number, or the only one of a file of that name that fits.
///
/// # Errors
/// [`JobError::NoImport`]; [`JobError::WhichImport`] when a name fits several.
pub fn find<'a>(
    store: &Store,
    data: &'a Data,
    named: &str,
    fits: impl Fn(&Import) -> bool,
) -> Result<&'a Import, JobError> {
    let number = named.parse().ok().map(ImportId);
    if let Some(import) = number.and_then(|id| data.import(id)) {
        return Ok(import);
    }
    let of_name = |import: &&Import| import.file == named && fits(import);
    let found: Vec<&Import> = data.imports.iter().filter(of_name).collect();
    match found.as_slice() {
        [import] => Ok(import),
        [] => Err(no_import(store, named)),
        several => Err(JobError::WhichImport {
            name: named.to_owned(),
            known: several.iter().map(|import| import.id.0).collect(),
        }),
    }
}

/// Removes what was kept of its file, and says which other imports still keep the same one.
///
/// # Errors
/// [`StoreError::NothingKept`](crate::store::StoreError::NothingKept) when it was removed
/// already.
pub fn drop_original(store: &mut Store, import: &Import) -> Result<Vec<ImportId>, JobError> {
    let dropped = store.drop_original(import.id);
    dropped.map_err(JobError::of(store))
}

/// Removes an import that was taken back, for good.
pub fn forget(store: &mut Store, import: &Import) -> Result<Touched, JobError> {
    let forgotten = store.forget_import(import.id);
    forgotten.map_err(JobError::of(store))
}
