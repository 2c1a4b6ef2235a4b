//! Figures of the firm's own.

use rusqlite::{Connection, Row, params};

use super::Taken;
use super::disk::{self, KpiForm};
use super::door::Noun;
use crate::model::{Kpi, KpiId};

impl Noun for Kpi {
    const TABLE: &'static str = "kpi";
    const SELECT: &'static str = "SELECT id, code, content FROM kpi";

    const ORDER: &'static str = "code";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: KpiId(row.get(0)?),
            code: row.get(1)?,
            ..disk::read::<KpiForm>(row, 2)?
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO kpi (id, code, content) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET code = excluded.code, content = excluded.content",
        )?
        .execute(params![
            self.id.0,
            self.code,
            disk::encode::<KpiForm>(self)?,
        ])?;
        Ok(())
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::KpiCode(self.code.clone()))
    }
}
