//! Integrity: whether everything in a workspace still holds together.
//!
//! It reads the whole file and changes nothing.

mod imports;

use std::path::Path;

use rusqlite::Connection;

use super::door::{self, Noun};
use super::tally::{self, Tally};
use super::{Store, StoreError, action, load, load_wave, references, seal, sealed};
use crate::model::{
    Attachment, Contact, Customer, FrameEntry, Import, ImportId, Issue, Kpi, Marking, Past,
    Progress, Return, ReturnId, Revision, Survey, Tag, Tagging, Wave, WaveId, Workspace,
};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// SQLite's own check found this.
    Pages(String),
    /// A row of `table` refers to a row of `parent` that is gone.
    Dangling { table: String, parent: String },
    /// A table with a row that cannot be read.
    Unreadable { table: &'static str, detail: String },
    /// A revision waves use is not frozen.
    NotFrozen,
    /// The answers of a return cannot be decoded, or have no place in its questionnaire.
    Answers(ReturnId),
    /// A return has more or fewer answers than its questionnaire has items.
    ItemCount {
        returned: ReturnId,
        found: usize,
        expected: usize,
    },
    /// A row no longer has the seal it was written with: something in it changed.
    Seal { table: &'static str, key: String },
    /// A table does not hold the rows that were written: fewer, more, or as many others.
    Rows {
        table: &'static str,
        found: i64,
        expected: i64,
    },
    /// The log does not go on from the line before this one, or the line was changed.
    Log(i64),
    /// The kept original no longer has its SHA-256.
    Source(ImportId),
    /// The file beside a return, of that name, no longer has its SHA-256.
    Attached(String),
    /// Free texts of the returns of a wave are lost.
    Texts(WaveId),
    /// An import has lost or gained returns.
    ReturnCount {
        import: ImportId,
        found: u32,
        expected: u32,
    },
}

/// Looks at everything in the file without changing it.
///
/// # Errors
/// It cannot even be opened: see [`Store::open_read_only`]. [`StoreError::Cancelled`] when
/// nobody wants to know any more.
pub fn check(path: &Path, progress: &Progress) -> Result<Vec<Fault>, StoreError> {
    let store = Store::read_unseen(path)?;
    // One transaction, so that a writer beside us changes nothing meanwhile.
    let db = store.db.unchecked_transaction()?;
    let faults = store.watch.over(&db, progress, || all(&db, progress));
    // A statement that was called off looks like a fault.
    progress.wanted()?;
    faults
}

fn all(db: &Connection, progress: &Progress) -> Result<Vec<Fault>, StoreError> {
    let mut faults = pages(db);
    progress.wanted()?;
    if !faults.is_empty() {
        return Ok(faults);
    }
    faults.extend(seals(db, progress)?);
    faults.extend(super::log::break_in_chain(db)?.map(Fault::Log));
    faults.extend(dangling(db)?);
    faults.extend(nouns(db));
    if super::revision::waves_are_frozen(db).is_err() {
        faults.push(Fault::NotFrozen);
    }
    if faults.is_empty() {
        faults.extend(together(db));
    }
    if faults.is_empty() {
        faults.extend(imports::imports(db, progress)?);
        faults.extend(imports::typed_in(db)?);
        faults.extend(imports::attached(db)?);
    }
    if faults.is_empty() {
        faults.extend(texts(db)?);
    }
    Ok(faults)
}

/// What SQLite says of pages, indexes and constraints. Nothing else is worth asking after a
/// fault here.
fn pages(db: &Connection) -> Vec<Fault> {
    let messages = || {
        let mut query = db.prepare("PRAGMA integrity_check")?;
        let rows = query.query_map([], |row| row.get(0))?;
        rows.collect::<Result<Vec<String>, _>>()
    };
    match messages() {
        Ok(messages) => messages
            .into_iter()
            .filter(|message| message != "ok")
            .map(Fault::Pages)
            .collect(),
        Err(error) => vec![Fault::Pages(error.to_string())],
    }
}

/// Broken seals named one by one of a table; more say nothing more.
const NAMED: usize = 20;

fn seals(db: &Connection, progress: &Progress) -> Result<Vec<Fault>, StoreError> {
    let mut faults = Vec::new();
    for it in sealed::TABLES {
        progress.wanted()?;
        let look = seal::look(db, it, NAMED)?;
        faults.extend(rows(db, it.table, look.tally)?);
        let broken = look.broken.into_iter();
        faults.extend(broken.map(|key| Fault::Seal {
            table: it.table,
            key,
        }));
    }
    Ok(faults)
}

/// Whether a table holds what was written to it, by number and sum.
fn rows(db: &Connection, table: &'static str, found: Tally) -> rusqlite::Result<Option<Fault>> {
    let written = tally::written(db, table, found)?;
    Ok((written != Some(found)).then(|| Fault::Rows {
        table,
        found: found.count,
        expected: written.unwrap_or_default().count,
    }))
}

/// Waves that cannot be loaded though each of their rows is sound: a text without its place,
/// or a place without its text.
fn texts(db: &Connection) -> Result<Vec<Fault>, StoreError> {
    let mut faults = Vec::new();
    for wave in door::all::<Wave>(db)? {
        match load_wave::load(db, wave.id) {
            Ok(_) => {}
            Err(StoreError::Damaged(_)) => faults.push(Fault::Texts(wave.id)),
            Err(other) => return Err(other),
        }
    }
    Ok(faults)
}

fn dangling(db: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let mut query = db.prepare("PRAGMA foreign_key_check")?;
    let held = query.query_map([], |row| {
        Ok(Fault::Dangling {
            table: row.get(0)?,
            parent: row.get(2)?,
        })
    })?;
    let mut faults: Vec<Fault> = held.collect::<Result<_, _>>()?;
    for parent in ["customer", "wave", "import", "file", "label"] {
        let tables = references::loose(db, parent)?.into_iter();
        faults.extend(tables.map(|table| Fault::Dangling {
            table: table.to_owned(),
            parent: parent.to_owned(),
        }));
    }
    Ok(faults)
}

/// What only shows when everything is read at once: revisions made from one another.
fn together(db: &Connection) -> Option<Fault> {
    let detail = load::everything(db).err()?.to_string();
    Some(Fault::Unreadable {
        table: Workspace::TABLE,
        detail,
    })
}

/// Everything but answers, read as the program reads it.
fn nouns(db: &Connection) -> Vec<Fault> {
    let found = [
        door::get::<Workspace>(db, 1)
            .map(|_| ())
            .map_err(|error| Fault::Unreadable {
                table: Workspace::TABLE,
                detail: error.to_string(),
            }),
        readable::<Survey>(db),
        readable::<Revision>(db),
        readable::<Customer>(db),
        readable::<Wave>(db),
        readable::<FrameEntry>(db),
        readable::<Contact>(db),
        readable::<Past>(db),
        readable::<Kpi>(db),
        readable::<Tag>(db),
        readable::<Tagging>(db),
        readable::<Marking>(db),
        readable::<Import>(db),
        readable::<Return>(db),
        readable::<Issue>(db),
        readable::<Attachment>(db),
        action::all(db)
            .map(|_| ())
            .map_err(|error| Fault::Unreadable {
                table: "action",
                detail: error.to_string(),
            }),
    ];
    found.into_iter().filter_map(Result::err).collect()
}

fn readable<T: Noun>(db: &Connection) -> Result<(), Fault> {
    let read = || {
        let mut query = db.prepare(T::SELECT)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            door::sound::<T>(row)?;
        }
        Ok(())
    };
    read().map_err(|error: rusqlite::Error| Fault::Unreadable {
        table: T::TABLE,
        detail: StoreError::from(error).to_string(),
    })
}
