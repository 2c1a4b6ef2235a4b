//! The workspace file: one SQLite database holding everything, with one door for writing.
//!
//! It knows the nouns of `model` and nothing of spreadsheets, scores, screen or language:
//! errors are types, `jobs` puts them into words.

pub mod check;
mod error;

use std::path::{Path, PathBuf};

use jiff::Timestamp;

pub use error::{Rule, StoreError, Taken};

use crate::model::{
    Data, ImportBatch, ImportId, Progress, SourceFile, Step, Touched, WaveId, WaveReturns,
    Workspace,
};

/// An open workspace.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
}

fn unbuilt<T>() -> Result<T, StoreError> {
    Err(StoreError::Unexpected("not built yet".to_owned()))
}

impl Store {
    /// Makes a new workspace file and opens it for writing. Refuses to replace anything but an
    /// empty file (some file dialogs leave one).
    pub fn create(path: &Path, _workspace: &Workspace) -> Result<Self, StoreError> {
        Err(StoreError::Exists(path.to_owned()))
    }

    /// Opens for writing: takes the lock, and brings an older file up to date after keeping a
    /// copy. A write-protected file or folder is opened for reading: see [`Store::writable`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Err(StoreError::Missing(path.to_owned()))
    }

    /// Opens for reading only, also while somebody else writes. Never changes the file.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Err(StoreError::Missing(path.to_owned()))
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether changes can be made.
    pub fn writable(&self) -> bool {
        false
    }

    /// Everything but the returns.
    pub fn load(&self) -> Result<Data, StoreError> {
        unbuilt()
    }

    /// The returns of a wave with their answers; those of imports taken back are left out.
    pub fn load_wave(&self, _wave: WaveId) -> Result<WaveReturns, StoreError> {
        unbuilt()
    }

    /// A number never used before in this workspace, for any id but that of a return. It may
    /// stay unused.
    pub fn fresh_id(&self) -> Result<i64, StoreError> {
        unbuilt()
    }

    /// The one door for edits: one transaction, every `before` compared with what stands there.
    pub fn apply(&mut self, _step: &Step) -> Result<Touched, StoreError> {
        unbuilt()
    }

    /// Takes in a file: the whole batch or nothing. A copy of the workspace is kept first.
    pub fn import(
        &mut self,
        _batch: ImportBatch,
        _progress: &Progress,
    ) -> Result<(ImportId, Touched), StoreError> {
        unbuilt()
    }

    /// The file an import came from, as it was.
    pub fn original(&self, _import: ImportId) -> Result<SourceFile, StoreError> {
        unbuilt()
    }

    /// When the workspace was last written to.
    pub fn saved_at(&self) -> Result<Timestamp, StoreError> {
        unbuilt()
    }

    /// When the newest copy was kept; `None` without any.
    pub fn last_backup(&self) -> Result<Option<Timestamp>, StoreError> {
        unbuilt()
    }

    /// Keeps a copy now and says where.
    pub fn backup(&self) -> Result<PathBuf, StoreError> {
        unbuilt()
    }
}
