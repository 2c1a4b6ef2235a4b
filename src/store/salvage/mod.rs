//! Getting out of a damaged workspace what can still be got out of it.
//!
//! The damaged file is never written to: a private copy is read page by page, without SQLite,
//! whose own reading ends at the first page that does not hang together. A row counts when its
//! seal says that it is what was written; everything else is named and left out. What hangs on
//! something lost goes with it. The result is a new workspace the check calls sound.

mod found;
mod image;
mod known;
mod lines;
mod mend;
mod originals;
mod page;
mod record;
mod tables;
mod tree;

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::lock::Lock;
use super::migrate::{self, LADDER};
use super::{StoreError, check, connect, log, sealed, tally};
use crate::files::{self, Part};
use crate::model::{Progress, Step, StepKind};

use image::Image;
use tables::Told;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Salvaged {
    /// Rows that were kept, by table.
    pub kept: Vec<(&'static str, u64)>,
    /// What could not be got out, in the order of the tables.
    pub lost: Vec<Loss>,
    /// Files whose returns are not all there but which are themselves: undone, they can be
    /// taken in again.
    pub repeatable: Vec<String>,
}

impl Salvaged {
    fn lose(&mut self, table: &'static str, told: Told, why: Why) {
        let Told { id, was, of } = told;
        self.lost.push(Loss {
            table,
            id,
            was,
            why,
            of,
        });
    }
}

/// Something a lost row named: the table it stands in, and its number there. A row of a sheet is
/// one of `sheet`.
type Belonging = (&'static str, i64);

/// Something that was lost.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    pub table: &'static str,
    /// Its number; `None` for what is not even known by number.
    pub id: Option<i64>,
    /// What it was and what it belonged to, as far as it can still be told: wave, file,
    /// customer, its own texts.
    pub was: String,
    pub why: Why,
    /// What it belonged to, by table and number.
    of: Vec<Belonging>,
}

/// How it was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is there, but not as it was written.
    Changed,
    /// A page of its table cannot be read: whatever stood there.
    Page,
    /// What it belongs to is lost.
    Alone,
    /// Another program took it out: so many rows, as [`Loss::was`] says.
    Taken,
    /// Only a part of it is lost: a free text, a name, the original file.
    Part,
}

/// Writes to `new` what can be got out of `damaged`.
///
/// # Errors
/// [`StoreError::Exists`] when `new` is there already; [`StoreError::NotAWorkspace`] when
/// nothing of a workspace is found in the file.
pub fn salvage(damaged: &Path, new: &Path, progress: &Progress) -> Result<Salvaged, StoreError> {
    let found = fs::metadata(damaged).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing(damaged.to_owned()),
        _ => StoreError::io(damaged)(error),
    })?;
    if !found.is_file() {
        return Err(StoreError::NotAWorkspace(damaged.to_owned()));
    }
    if fs::symlink_metadata(new).is_ok() {
        return Err(StoreError::Exists(new.to_owned()));
    }
    let folder = files::folder_of(new);
    if !folder.is_dir() {
        return Err(StoreError::NoFolder(folder.to_owned()));
    }
    let _lock = Lock::take(new)?.ok_or(StoreError::ProtectedFolder)?;
    files::clean(new);
    let image = Image::of(damaged, new, progress)?;
    let part = Part::beside(new, Some(damaged)).map_err(StoreError::io(new))?;
    let salvaged = fill(&image, part.path(), damaged, progress)?;
    // The check has the last word: half a rescue must not look like a whole one.
    if let Some(fault) = check::check(part.path(), progress)?.first() {
        return Err(StoreError::Damaged(format!("{fault:?}")));
    }
    part.finish_new().map_err(StoreError::io(new))?;
    Ok(salvaged)
}

fn fill(
    image: &Image,
    path: &Path,
    damaged: &Path,
    progress: &Progress,
) -> Result<Salvaged, StoreError> {
    let (mut db, _watch) = connect::creator(path)?;
    db.pragma_update(None, "application_id", connect::APPLICATION_ID)?;
    migrate::climb(&mut db, LADDER)?;
    db.pragma_update(None, "foreign_keys", false)?;
    let tx = db.transaction()?;
    let mut salvaged = Salvaged::default();
    // The ladder counts its own steps, and what it wrote.
    tx.execute_batch("DELETE FROM counter; DELETE FROM tally")?;
    found::put(&tx, image, &mut salvaged, progress)?;
    taken_out(&tx, &mut salvaged)?;
    if empty(&tx)? {
        return Err(StoreError::NotAWorkspace(damaged.to_owned()));
    }
    mend::mend(&tx, &mut salvaged)?;
    known::name(&tx, &mut salvaged.lost)?;
    say(&tx, damaged)?;
    tally::recount(&tx)?;
    tx.commit()?;
    db.close().map_err(|(_, error)| error)?;
    Ok(salvaged)
}

/// Names tables another program took rows out of: more were written than were found or lost.
fn taken_out(db: &Connection, salvaged: &mut Salvaged) -> Result<(), StoreError> {
    for it in sealed::tallied() {
        let Some(written) = tally::known(db, it.table)? else {
            continue;
        };
        let lost = salvaged.lost.iter().filter(|loss| loss.table == it.table);
        if lost.clone().any(|loss| loss.why == Why::Page) {
            continue;
        }
        let lost = lost.filter(|loss| loss.why == Why::Changed).count() as u64;
        let there = rows(db, it.table)?.saturating_add(lost);
        let gone = written.count.unsigned_abs().saturating_sub(there);
        if gone > 0 {
            salvaged.lost.push(Loss {
                table: it.table,
                id: None,
                was: gone.to_string(),
                why: Why::Taken,
                of: Vec::new(),
            });
        }
    }
    Ok(())
}

/// The line of the log that says where this workspace comes from.
fn say(db: &Connection, damaged: &Path) -> Result<(), StoreError> {
    let name = damaged.file_name().unwrap_or_default().to_string_lossy();
    Ok(log::append(
        db,
        &Step::new(StepKind::Salvage, name, Vec::new()),
    )?)
}

/// Whether nothing at all was found.
fn empty(db: &Connection) -> rusqlite::Result<bool> {
    for it in sealed::TABLES {
        if rows(db, it.table)? > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many rows a table has.
fn rows(db: &Connection, table: &str) -> rusqlite::Result<u64> {
    let sql = format!("SELECT count(*) FROM {table}");
    let rows: i64 = db.query_row(&sql, [], |row| row.get(0))?;
    Ok(rows.unsigned_abs())
}
