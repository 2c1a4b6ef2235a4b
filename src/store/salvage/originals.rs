//! The files imports came from, where they are lost.
//!
//! Whoever removes one takes its row out; one that is lost keeps its row, without bytes, so that
//! nobody takes it for removed.

use rusqlite::{Connection, params};

use super::tables::Told;
use super::{Loss, Salvaged, Why};
use crate::store::{StoreError, file, seal};

const TABLE: &str = "file";

/// Leaves of each lost original what its import knows of it, and says whose it was.
pub(super) fn mend(db: &Connection, salvaged: &mut Salvaged) -> Result<(), StoreError> {
    let of_a_file = |loss: &Loss| loss.table == TABLE && loss.id.is_some();
    let lost: Vec<i64> = salvaged
        .lost
        .iter()
        .filter(|it| of_a_file(it))
        .filter_map(|it| it.id)
        .collect();
    salvaged.lost.retain(|loss| !of_a_file(loss));
    stand_in(db)?;
    for id in changed(db)? {
        db.execute("UPDATE file SET bytes = NULL WHERE id = ?1", [id])?;
        salvaged.lose(TABLE, told(db, id)?, Why::Changed);
    }
    for id in lost {
        salvaged.lose(TABLE, told(db, id)?, Why::Changed);
    }
    Ok(())
}

/// Originals whose bytes are not what their hash says.
fn changed(db: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut query = db.prepare("SELECT id, sha256 FROM file WHERE bytes IS NOT NULL")?;
    let kept = query.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let mut kept: Vec<(i64, String)> = kept.collect::<Result<_, _>>()?;
    kept.retain(|(id, known)| file::sha256(db, *id).map_or(true, |found| found != *known));
    Ok(kept.into_iter().map(|(id, _)| id).collect())
}

/// A row for each file an import names whose own is lost.
fn stand_in(db: &Connection) -> Result<(), StoreError> {
    let mut query = db.prepare(
        "SELECT file, sha256 FROM import
         WHERE file IS NOT NULL AND file NOT IN (SELECT id FROM file) GROUP BY file",
    )?;
    let missing = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let missing: Vec<(i64, String)> = missing.collect::<Result<_, _>>()?;
    for (id, sha256) in missing {
        let sql = "INSERT OR IGNORE INTO file (id, sha256, size, bytes) VALUES (?1, ?2, 0, NULL)";
        db.execute(sql, params![id, sha256])?;
        seal::put(db, TABLE, id)?;
    }
    Ok(())
}

/// By the names of the files it came as.
fn told(db: &Connection, id: i64) -> rusqlite::Result<Told> {
    let names = "SELECT group_concat(DISTINCT name) FROM
        (SELECT name FROM import WHERE file = ?1 UNION SELECT name FROM marking WHERE file = ?1)";
    let was: Option<String> = db.query_row(names, [id], |row| row.get(0))?;
    Ok(Told {
        id: Some(id),
        was: was.unwrap_or_default(),
        of: Vec::new(),
    })
}
