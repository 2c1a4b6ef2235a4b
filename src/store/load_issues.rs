//! The whole review list: each repeated text and document is read once.

use rusqlite::types::FromSqlResult;
use rusqlite::{Connection, Row};
use rustc_hash::FxHashMap;

use super::disk::{self, ExpectedForm, SettlementForm};
use super::label::Texts;
use super::plausible;
use crate::model::{Expected, ImportId, Issue, IssueId, IssueKind, LineageId, ReturnId, WaveId};

/// Those that count: the ones of imports taken back do not.
pub(super) fn standing(db: &Connection) -> rusqlite::Result<Vec<Issue>> {
    let mut query = db.prepare_cached(include_str!("issues.sql"))?;
    let mut rows = query.query([])?;
    let mut known = Known::default();
    let mut issues = Vec::new();
    while let Some(row) = rows.next()? {
        issues.push(plausible::noun(known.read(db, row)?)?);
    }
    Ok(issues)
}

#[derive(Default)]
struct Known {
    texts: Texts,
    kinds: FxHashMap<i64, IssueKind>,
    expected: FxHashMap<i64, Expected>,
}

impl Known {
    fn read(&mut self, db: &Connection, row: &Row<'_>) -> rusqlite::Result<Issue> {
        let (kind, expected) = (row.get(3)?, row.get(9)?);
        Ok(Issue {
            id: IssueId(row.get(0)?),
            wave: WaveId(row.get(1)?),
            import: row.get::<_, Option<i64>>(2)?.map(ImportId),
            kind: once(&mut self.kinds, kind, || document(db, kind, disk::kind::of))?,
            returned: ReturnId(row.get(4)?),
            item: row.get::<_, Option<i64>>(5)?.map(LineageId),
            sheet: self.texts.get(db, row.get(6)?)?,
            cell: row.get(7)?,
            found: self.texts.get(db, row.get(8)?)?,
            expected: once(&mut self.expected, expected, || {
                document(db, expected, disk::decode::<ExpectedForm>)
            })?,
            settled: disk::read_some::<SettlementForm>(row, 10)?,
        })
    }
}

fn once<T: Clone>(
    known: &mut FxHashMap<i64, T>,
    id: i64,
    read: impl FnOnce() -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    if let Some(known) = known.get(&id) {
        return Ok(known.clone());
    }
    let value = read()?;
    known.insert(id, value.clone());
    Ok(value)
}

fn document<T>(
    db: &Connection,
    label: i64,
    read: fn(&str) -> FromSqlResult<T>,
) -> rusqlite::Result<T> {
    db.prepare_cached("SELECT text FROM label WHERE id = ?1")?
        .query_row([label], |row| disk::read_with(row, 0, read))
}
