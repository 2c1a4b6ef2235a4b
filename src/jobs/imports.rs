//! The files that were taken in: what was kept of them, and what is removed for good.

use std::path::{Path, PathBuf};

use super::JobError;
use super::save::{Place, Replace};
use crate::model::{Data, Import, ImportId, SourceFile, Touched};
use crate::store::Store;

/// One imported file.
#[derive(Clone, Debug)]
pub struct Imported {
    pub import: Import,
    /// What is kept of the file; `None` when it was removed.
    pub kept: Option<u32>,
}

/// Every import, in the order they came.
pub fn list(store: &Store, data: &Data) -> Result<Vec<Imported>, JobError> {
    let kept = store.kept_bytes().map_err(JobError::of(store))?;
    let imports = data.imports.iter();
    Ok(imports
        .map(|import| Imported {
            import: import.clone(),
            kept: kept.get(&import.id).copied(),
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
    let place = Place {
        path,
        ending: &ending(import, &original),
        workspace: store.path(),
        replace,
    };
    place.write(original.bytes.to_vec())
}

/// The path with the ending of what was kept.
///
/// # Errors
/// [`JobError::NothingKept`].
pub fn ended(store: &Store, import: &Import, path: &Path) -> Result<PathBuf, JobError> {
    Ok(path.with_extension(ending(import, &kept(store, import)?)))
}

fn kept(store: &Store, import: &Import) -> Result<SourceFile, JobError> {
    let original = store.original(import.id).map_err(JobError::of(store))?;
    original.ok_or_else(|| JobError::NothingKept(import.file.clone()))
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
pub fn find(data: &Data, id: i64) -> Result<&Import, JobError> {
    data.import(ImportId(id)).ok_or(JobError::NoImport(id))
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
