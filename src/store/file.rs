//! Whatever came as a file, once, by its hash: the originals of imports.

use std::collections::BTreeMap;

use rusqlite::blob::ZeroBlob;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::tally::{self, Tally};
use super::{Store, StoreError, door, seal};
use crate::model::{Import, ImportId, SourceFile};

/// How much of a file is in memory at once while it is looked through.
const CHUNK: usize = 1 << 20;

impl Store {
    /// The file an import came from, as it was; `None` when it was taken out.
    pub fn original(&self, import: ImportId) -> Result<Option<SourceFile>, StoreError> {
        let import: Import = door::get(&self.db, import.0)?;
        let found = self
            .db
            .prepare_cached(
                "SELECT file.sha256, file.bytes FROM import JOIN file ON file.id = import.file
                 WHERE import.id = ?1",
            )?
            .query_row([import.id.0], |row| {
                Ok((row.get(0)?, row.get::<_, Option<Vec<u8>>>(1)?))
            })
            .optional()?;
        let Some((sha256, Some(bytes))) = found else {
            return Ok(None);
        };
        Ok(Some(SourceFile {
            name: import.file,
            bytes: bytes.into(),
            sha256,
        }))
    }
}

impl Store {
    /// Bytes that are kept of the file of each import; `None` for one that was lost with a
    /// damaged workspace. An import whose file was removed is not among them.
    pub fn originals(&self) -> Result<BTreeMap<ImportId, Option<u32>>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT import.id, iif(file.bytes IS NULL, NULL, file.size)
             FROM import JOIN file ON file.id = import.file",
        )?;
        let kept = query.query_map([], |row| Ok((ImportId(row.get(0)?), row.get(1)?)))?;
        Ok(kept.collect::<Result<_, _>>()?)
    }
}

/// The bytes of a file by its hash; `None` when they were lost or removed.
pub(super) fn bytes(db: &Connection, sha256: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    let bytes = db
        .prepare_cached("SELECT bytes FROM file WHERE sha256 = ?1")?
        .query_row([sha256], |row| row.get(0))
        .optional()?;
    Ok(bytes.flatten())
}

/// Keeps a file and says under which number; one that is there already is not kept twice.
pub(super) fn put(db: &Connection, source: &SourceFile) -> rusqlite::Result<i64> {
    let known: Option<(i64, bool)> = db
        .prepare_cached("SELECT id, bytes IS NOT NULL FROM file WHERE sha256 = ?1")?
        .query_row([&source.sha256], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let room = ZeroBlob(source.bytes.len() as u64);
    let id = match known {
        Some((id, true)) => return Ok(id),
        Some((id, false)) => {
            db.execute(
                "UPDATE file SET bytes = ?2 WHERE id = ?1",
                params![id, room],
            )?;
            id
        }
        None => insert(db, &source.sha256, room)?,
    };
    // Straight into the file, without another copy in memory.
    let mut blob = db.blob_open(MAIN_DB, "file", "bytes", id, false)?;
    blob.write_at(&source.bytes, 0)?;
    blob.close()?;
    Ok(id)
}

/// Sealed at once: to seal it later would write all its bytes again.
fn insert(db: &Connection, sha256: &str, room: ZeroBlob) -> rusqlite::Result<i64> {
    let id: i64 = db
        .prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM file")?
        .query_row([], |row| row.get(0))?;
    let size = room.0.cast_signed();
    let row = [
        ValueRef::Integer(id),
        sha256.into(),
        ValueRef::Integer(size),
    ];
    let seal = seal::of("file", row.into_iter());
    db.prepare_cached(
        "INSERT INTO file (id, sha256, size, bytes, seal) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![id, sha256, size, room, seal])?;
    let mut written = Tally::default();
    written.add(seal);
    tally::add(db, "file", written)?;
    Ok(id)
}

/// SHA-256 of the bytes that lie there, as the table writes it.
pub(super) fn sha256(db: &Connection, file: i64) -> rusqlite::Result<String> {
    let blob = db.blob_open(MAIN_DB, "file", "bytes", file, true)?;
    let mut sha = Sha256::new();
    let mut chunk = vec![0; CHUNK.min(blob.len())];
    let mut at = 0;
    while at < blob.len() {
        let read = blob.read_at(&mut chunk, at)?;
        sha.update(&chunk[..read]);
        at += read;
    }
    let bytes = sha.finalize();
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
