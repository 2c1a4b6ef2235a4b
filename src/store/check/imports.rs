//! What came in: originals, counts, and every answer against its questionnaire.

use rusqlite::{Connection, OptionalExtension};

use super::Fault;
use crate::model::{Answer, Import, ImportId, Item, Progress, ReturnId, Revision, StepKind};
use crate::store::{StoreError, answers, door, file, fit, log};

/// Every import, those taken back included: they can be restored.
pub(super) fn imports(db: &Connection, progress: &Progress) -> Result<Vec<Fault>, StoreError> {
    let mut faults = Vec::new();
    let salvaged = log::tells_of(db, StepKind::Salvage)?;
    let all = door::all::<Import>(db)?;
    progress.expect(all.len() as u64);
    for (done, import) in (0..).zip(all) {
        progress.reach(done)?;
        if !original_is_whole(db, import.id, salvaged)? {
            faults.push(Fault::Source(import.id));
        }
        let items = items(db, import.wave.0)?;
        let found = returns(db, &import, items.as_deref(), &mut faults)?;
        if found != import.returns {
            faults.push(Fault::ReturnCount {
                import: import.id,
                found,
                expected: import.returns,
            });
        }
    }
    Ok(faults)
}

/// Files beside returns, and blanks that were marked, whose bytes are no longer what their hash says.
pub(super) fn attached(db: &Connection) -> Result<Vec<Fault>, StoreError> {
    let salvaged = log::tells_of(db, StepKind::Salvage)?;
    let mut query = db.prepare(
        "SELECT DISTINCT file.id, file.sha256, file.bytes IS NULL, beside.name
         FROM (SELECT file, name FROM attachment UNION SELECT file, name FROM marking) AS beside
         JOIN file ON file.id = beside.file
         WHERE file.id NOT IN (SELECT file FROM import WHERE file IS NOT NULL)",
    )?;
    let mut rows = query.query([])?;
    let mut faults = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, known, lost): (i64, String, bool) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let whole = match lost {
            true => salvaged,
            false => file::sha256(db, id).is_ok_and(|found| found == known),
        };
        if !whole {
            faults.push(Fault::Attached(row.get(3)?));
        }
    }
    Ok(faults)
}

/// Returns that came with no import.
pub(super) fn typed_in(db: &Connection) -> Result<Vec<Fault>, StoreError> {
    let mut query = db.prepare_cached(
        "SELECT id, wave, answers FROM returns WHERE import IS NULL ORDER BY wave",
    )?;
    let mut rows = query.query([])?;
    let mut faults = Vec::new();
    let mut asked: Option<(i64, Option<Vec<Item>>)> = None;
    while let Some(row) = rows.next()? {
        let wave: i64 = row.get(1)?;
        let known = asked.take().filter(|(of, _)| *of == wave);
        let items = match known {
            Some((_, items)) => items,
            None => items(db, wave)?,
        };
        let bytes: Vec<u8> = row.get(2)?;
        let returned = ReturnId(row.get(0)?);
        faults.extend(fault(returned, answers::decode(&bytes), items.as_deref()));
        asked = Some((wave, items));
    }
    Ok(faults)
}

/// Whether what was kept of the file is what its hash says. Whoever removes an original takes its
/// row out; only salvage leaves a row without bytes, for what was lost before.
fn original_is_whole(
    db: &Connection,
    import: ImportId,
    salvaged: bool,
) -> Result<bool, StoreError> {
    let kept: Option<(i64, String, bool)> = db
        .prepare_cached(
            "SELECT file.id, file.sha256, file.bytes IS NULL
             FROM import JOIN file ON file.id = import.file WHERE import.id = ?1",
        )?
        .query_row([import.0], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    Ok(match kept {
        None => true,
        Some((_, _, true)) => salvaged,
        Some((file, known, false)) => file::sha256(db, file).is_ok_and(|found| found == known),
    })
}

/// What the wave asked; `None` for one that was withdrawn, which comes back only to the same
/// questions.
fn items(db: &Connection, wave: i64) -> Result<Option<Vec<Item>>, StoreError> {
    let revision = db
        .prepare_cached("SELECT revision FROM wave WHERE id = ?1")?
        .query_row([wave], |row| row.get::<_, Option<i64>>(0))?;
    let Some(revision) = revision else {
        return Ok(None);
    };
    let revision: Revision = door::get(db, revision)?;
    Ok(Some(revision.questionnaire.items))
}

/// How many returns the import has in its wave; what is wrong with their answers goes to
/// `faults`.
fn returns(
    db: &Connection,
    import: &Import,
    items: Option<&[Item]>,
    faults: &mut Vec<Fault>,
) -> Result<u32, StoreError> {
    let mut query =
        db.prepare_cached("SELECT id, answers FROM returns WHERE wave = ?1 AND import = ?2")?;
    let mut rows = query.query([import.wave.0, import.id.0])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += 1;
        let returned = ReturnId(row.get(0)?);
        let bytes: Vec<u8> = row.get(1)?;
        faults.extend(fault(returned, answers::decode(&bytes), items));
    }
    Ok(count)
}

fn fault(
    returned: ReturnId,
    answers: Option<Vec<Answer>>,
    items: Option<&[Item]>,
) -> Option<Fault> {
    let Some(answers) = answers else {
        return Some(Fault::Answers(returned));
    };
    let items = items?;
    if answers.len() != items.len() {
        return Some(Fault::ItemCount {
            returned,
            found: answers.len(),
            expected: items.len(),
        });
    }
    let fit = answers
        .iter()
        .zip(items)
        .all(|(answer, item)| fit::fits(answer, item));
    (!fit).then_some(Fault::Answers(returned))
}
