//! What is remembered of the files taken in. How one is taken in: `take_in`.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::column::Plain;
use super::disk::{self, MappingForm};
use super::door::Noun;
use super::{Rule, StoreError, door, seal};
use crate::model::{Edit, Import, ImportId, SurveyId, Wave, WaveId};

impl Noun for Import {
    const TABLE: &'static str = "import";
    const SELECT: &'static str = "SELECT id, wave, name, sheet, sha256, at, platform, mapping, \
        returns, undone FROM import";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: ImportId(row.get(0)?),
            wave: WaveId(row.get(1)?),
            file: row.get(2)?,
            sheet: row.get(3)?,
            sha256: row.get(4)?,
            at: row.get::<_, Plain<_>>(5)?.0,
            platform: row.get(6)?,
            mapping: Arc::new(disk::read::<MappingForm>(row, 7)?),
            returns: row.get(8)?,
            undone: row.get(9)?,
        })
    }

    /// Everything but `undone` came with the file and stays.
    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached("UPDATE import SET undone = ?2 WHERE id = ?1")?
            .execute(params![self.id.0, self.undone])?;
        Ok(())
    }

    fn allow(edit: &Edit<Self>, db: &Connection) -> Result<(), StoreError> {
        let (Some(before), Some(after)) = (&edit.before, &edit.after) else {
            return Err(StoreError::Forbidden(Rule::ImportIsFixed));
        };
        let flagged = Self {
            undone: after.undone,
            ..before.clone()
        };
        if flagged != *after {
            return Err(StoreError::Forbidden(Rule::ImportIsFixed));
        }
        if before.undone && !after.undone {
            let wave: Wave = door::get(db, after.wave.0)?;
            enters_once(db, after, wave.survey)?;
        }
        Ok(())
    }
}

/// Refuses a sheet of a file that is in a wave of the survey already.
pub(super) fn enters_once(
    db: &Connection,
    import: &Import,
    survey: SurveyId,
) -> Result<(), StoreError> {
    let same = db
        .prepare_cached(
            // From the few waves by the index: a folder of forms asks this for each of them.
            "SELECT import.name, import.at, wave.period FROM wave
             CROSS JOIN import ON import.wave = wave.id
             WHERE wave.survey = ?3 AND import.sha256 = ?1 AND import.sheet = ?2
                 AND import.undone = 0",
        )?
        .query_row(params![import.sha256, import.sheet, survey.0], |row| {
            let (at, period) = (row.get::<_, Plain<_>>(1)?.0, row.get::<_, Plain<_>>(2)?.0);
            Ok((row.get(0)?, at, period))
        })
        .optional()?;
    match same {
        Some((file, at, period)) => Err(StoreError::SameFile { file, at, period }),
        None => Ok(()),
    }
}

/// Writes the row of a new import; `file` is what was kept of it.
pub(super) fn insert(db: &Connection, import: &Import, file: i64) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO import (id, wave, name, sheet, sha256, at, platform, mapping, file, returns,
                             undone)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        import.id.0,
        import.wave.0,
        import.file,
        import.sheet,
        import.sha256,
        Plain(import.at),
        import.platform,
        disk::encode::<MappingForm>(&import.mapping)?,
        file,
        import.returns,
        import.undone,
    ])?;
    seal::put(db, Import::TABLE, import.id.0)
}
