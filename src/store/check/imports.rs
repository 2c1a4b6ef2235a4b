//! What came in: originals, counts, and every answer against its questionnaire.

use rusqlite::{Connection, MAIN_DB, params};
use sha2::{Digest, Sha256};

use super::Fault;
use crate::model::{Answer, Import, ImportId, Item, Progress, ReturnId, Revision, Wave};
use crate::store::{StoreError, answers, door, fit};

/// How much of an original is in memory at once.
const CHUNK: usize = 1 << 20;

/// Every import, those taken back included: they can be restored.
pub(super) fn imports(db: &Connection, progress: &Progress) -> Result<Vec<Fault>, StoreError> {
    let mut faults = Vec::new();
    let all = door::all::<Import>(db)?;
    progress.expect(all.len() as u64);
    for (done, import) in (0..).zip(all) {
        progress.reach(done)?;
        if sha256(db, import.id).ok().as_deref() != Some(&import.sha256) {
            faults.push(Fault::Source(import.id));
        }
        let wave: Wave = door::get(db, import.wave.0)?;
        let revision: Revision = door::get(db, wave.revision.0)?;
        let items = &revision.questionnaire.items;
        let found = returns(db, import.id, items, &mut faults)?;
        let placed: u32 =
            db.query_row(include_str!("placed.sql"), [import.id.0], |row| row.get(0))?;
        let found = found.min(placed);
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

fn sha256(db: &Connection, import: ImportId) -> rusqlite::Result<String> {
    let blob = db.blob_open(MAIN_DB, "source", "bytes", import.0, true)?;
    let mut sha = Sha256::new();
    let mut chunk = vec![0; CHUNK.min(blob.len())];
    let mut at = 0;
    while at < blob.len() {
        let read = blob.read_at(&mut chunk, at)?;
        sha.update(&chunk[..read]);
        at += read;
    }
    Ok(sha
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// How many returns the import has; what is wrong with their answers goes to `faults`.
fn returns(
    db: &Connection,
    import: ImportId,
    items: &[Item],
    faults: &mut Vec<Fault>,
) -> Result<u32, StoreError> {
    let mut query = db.prepare_cached("SELECT id, answers FROM returns WHERE +import = ?1")?;
    let mut rows = query.query(params![import.0])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += 1;
        let returned = ReturnId(row.get(0)?);
        let bytes: Vec<u8> = row.get(1)?;
        faults.extend(fault(returned, answers::decode(&bytes), items));
    }
    Ok(count)
}

fn fault(returned: ReturnId, answers: Option<Vec<Answer>>, items: &[Item]) -> Option<Fault> {
    let Some(answers) = answers else {
        return Some(Fault::Answers(returned));
    };
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
