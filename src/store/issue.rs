//! The review list. What repeats from issue to issue (what was found, what was expected) is
//! kept as labels: a file of unknown customers brings as many issues as returns.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row, params_from_iter};

use super::disk::{self, ExpectedForm, SettlementForm};
use super::door::Noun;
use super::label::{self, Labels};
use super::seal;
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
            import: row.get::<_, Option<i64>>(2)?.map(ImportId),
            kind: disk::read_with(row, 3, disk::kind::of)?,
            returned: ReturnId(row.get(4)?),
            item: row.get::<_, Option<i64>>(5)?.map(LineageId),
            sheet: row.get::<_, Option<_>>(6)?.unwrap_or_default(),
            cell: row.get(7)?,
            found: row.get::<_, Option<_>>(8)?.unwrap_or_default(),
            expected: disk::read::<ExpectedForm>(row, 9)?,
            settled: disk::read_some::<SettlementForm>(row, 10)?,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        let row = row(self, |text| label::put(db, text))?;
        db.prepare_cached(
            "INSERT INTO issue
                 (id, import, kind, returned, item, sheet, cell, found, expected, settled)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET
                 import = excluded.import, kind = excluded.kind, returned = excluded.returned,
                 item = excluded.item, sheet = excluded.sheet, cell = excluded.cell,
                 found = excluded.found, expected = excluded.expected,
                 settled = excluded.settled",
        )?
        .execute(params_from_iter(row))?;
        Ok(())
    }
}

/// Writes one of an import that brings many, and says its seal.
pub(super) fn insert(db: &Connection, issue: &Issue, labels: &mut Labels) -> rusqlite::Result<i64> {
    let row = row(issue, |text| Ok(labels.id(text)))?;
    let seal = seal::of(Issue::TABLE, row.iter().map(ValueRef::from));
    db.prepare_cached(
        "INSERT INTO issue
             (id, import, kind, returned, item, sheet, cell, found, expected, settled, seal)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params_from_iter(row.into_iter().chain([seal.into()])))?;
    Ok(seal)
}

/// The columns in their order, without the seal.
fn row(
    issue: &Issue,
    mut label: impl FnMut(&str) -> rusqlite::Result<Option<i64>>,
) -> rusqlite::Result<[Value; 10]> {
    let kind = disk::kind::text(issue.kind);
    let expected = disk::encode::<ExpectedForm>(&issue.expected)?;
    let settled = issue.settled.as_ref();
    let settled = settled.map(disk::encode::<SettlementForm>).transpose()?;
    Ok([
        issue.id.0.into(),
        issue.import.map(|import| import.0).into(),
        label(kind)?.into(),
        issue.returned.0.into(),
        issue.item.map(|item| item.0).into(),
        label(&issue.sheet)?.into(),
        issue.cell.clone().into(),
        label(&issue.found)?.into(),
        label(&expected)?.into(),
        settled.into(),
    ])
}
