//! The review list.

use rusqlite::{Connection, Row, params};

use super::column::{Json, Word};
use super::door::Noun;
use super::label::{self, Labels};
use crate::model::{ImportId, Issue, IssueId, LineageId, ReturnId, WaveId};

impl Noun for Issue {
    const TABLE: &'static str = "issue";
    const SELECT: &'static str = include_str!("issue.sql");
    const ORDER: &'static str = "issue.id";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: IssueId(row.get(0)?),
            wave: WaveId(row.get(1)?),
            import: ImportId(row.get(2)?),
            kind: row.get::<_, Word<_>>(3)?.0,
            returned: ReturnId(row.get(4)?),
            item: row.get::<_, Option<i64>>(5)?.map(LineageId),
            sheet: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
            cell: row.get(7)?,
            found: row.get(8)?,
            expected: row.get::<_, Json<_>>(9)?.0,
            settled: row.get::<_, Option<Json<_>>>(10)?.map(|json| json.0),
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        let sheet = label::put(db, &self.sheet)?;
        let expected = label::put(db, &expected(self)?)?;
        put(db, self, sheet, expected)
    }
}

/// Writes one of an import that brings many.
pub(super) fn insert(db: &Connection, issue: &Issue, labels: &mut Labels) -> rusqlite::Result<()> {
    let sheet = labels.put(db, &issue.sheet)?;
    let expected = labels.put(db, &expected(issue)?)?;
    put(db, issue, sheet, expected)
}

/// What was expected is the same for a whole column, so it is kept as a label.
fn expected(issue: &Issue) -> rusqlite::Result<String> {
    serde_json::to_string(&issue.expected)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

fn put(
    db: &Connection,
    issue: &Issue,
    sheet: Option<i64>,
    expected: Option<i64>,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO issue (id, import, kind, returned, item, sheet, cell, found, expected, settled)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET
             import = excluded.import, kind = excluded.kind, returned = excluded.returned,
             item = excluded.item, sheet = excluded.sheet, cell = excluded.cell,
             found = excluded.found, expected = excluded.expected, settled = excluded.settled",
    )?
    .execute(params![
        issue.id.0,
        issue.import.0,
        Word(issue.kind),
        issue.returned.0,
        issue.item.map(|item| item.0),
        sheet,
        issue.cell,
        issue.found,
        expected,
        issue.settled.as_ref().map(Json),
    ])?;
    Ok(())
}

/// Those that count: the ones of imports taken back do not.
pub(super) fn standing(db: &Connection) -> rusqlite::Result<Vec<Issue>> {
    let sql = format!(
        "{} WHERE NOT import.undone ORDER BY issue.id",
        Issue::SELECT
    );
    let mut query = db.prepare_cached(&sql)?;
    query.query_map([], Issue::read)?.collect()
}
