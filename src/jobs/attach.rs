//! Files laid beside a return as evidence: their bytes are kept first, the edit that names them
//! is made by whoever asked.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::JobError;
use super::save::{OutputFile, Replace};
use crate::intake::file;
use crate::model::{Attachment, AttachmentId, Progress, ReturnId};
use crate::store::Store;

/// Reads files and keeps their bytes; what comes back waits to be laid beside the return.
///
/// # Errors
/// Those of reading a file, of any kind, up to its limit; nothing is laid anywhere then.
pub fn keep(
    store: &mut Store,
    returned: ReturnId,
    paths: &[PathBuf],
    progress: &Progress,
) -> Result<Vec<Attachment>, JobError> {
    let mut kept = Vec::with_capacity(paths.len());
    for path in paths {
        let source = file::read(path, progress)?;
        store.keep_file(&source).map_err(JobError::of(store))?;
        kept.push(Attachment {
            id: AttachmentId(store.fresh_id()),
            of: returned,
            size: source.bytes.len() as u64,
            name: source.name,
            sha256: source.sha256,
            sealed: false,
            at: Timestamp::now(),
        });
    }
    Ok(kept)
}

/// Writes a file that lies beside a return, as it came.
///
/// # Errors
/// [`JobError::NothingKept`] when its bytes were lost; those of writing a file.
pub fn save(
    store: &Store,
    attachment: &Attachment,
    path: &Path,
    replace: Replace,
) -> Result<(), JobError> {
    let kept = store.attached(attachment.id).map_err(JobError::of(store))?;
    let kept = kept.ok_or_else(|| JobError::NothingKept(attachment.name.clone()))?;
    let ending = Path::new(&attachment.name).extension().unwrap_or_default();
    let place = OutputFile {
        path,
        ending: &ending.to_string_lossy(),
        workspace: store.path(),
        replace,
    };
    place.write_as_it_is(&kept.bytes)
}
