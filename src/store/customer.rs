//! The customer register, unique by code.

use rusqlite::{Connection, Row, params};

use super::Taken;
use super::column::Json;
use super::door::Noun;
use crate::model::{Customer, CustomerId};

impl Noun for Customer {
    const TABLE: &'static str = "customer";
    const SELECT: &'static str = "SELECT id, code, name, turnover, key, attributes FROM customer";
    const ORDER: &'static str = "code";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: CustomerId(row.get(0)?),
            code: row.get(1)?,
            name: row.get(2)?,
            turnover: row.get(3)?,
            key: row.get(4)?,
            attributes: row.get::<_, Json<_>>(5)?.0,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(
            "INSERT INTO customer (id, code, name, turnover, key, attributes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET
                 code = excluded.code, name = excluded.name, turnover = excluded.turnover,
                 key = excluded.key, attributes = excluded.attributes",
        )?
        .execute(params![
            self.id.0,
            self.code,
            self.name,
            self.turnover,
            self.key,
            Json(&self.attributes),
        ])?;
        Ok(())
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::CustomerCode(self.code.clone()))
    }
}
