//! The ladder from every released version of the file to the present one.

use rusqlite::{Connection, TransactionBehavior};
use serde_json::Value;

use super::{StoreError, log, migrations, seal};
use crate::model::StepKind;

/// What fills the tables of a rung from those before it. It gives back what had no place there,
/// as the log says it: nothing is left behind unsaid.
type Fill = fn(&Connection) -> Result<Vec<Value>, StoreError>;

/// One step of the ladder: tables, then what SQL alone cannot do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rung {
    pub(super) sql: &'static str,
    pub(super) fill: Option<Fill>,
}

impl Rung {
    pub(super) const fn sql(sql: &'static str) -> Self {
        Self { sql, fill: None }
    }
}

/// Rung n leads from version n − 1 to n. Rungs are added below, never edited.
pub(super) const LADDER: &[Rung] = &[
    Rung::sql(include_str!("migrations/0001_spine.sql")),
    Rung {
        sql: include_str!("migrations/0002_ten_years.sql"),
        fill: Some(migrations::fill_ten_years),
    },
    Rung::sql(include_str!("migrations/0003_sheets.sql")),
    Rung {
        sql: include_str!("migrations/0004_ledger.sql"),
        fill: Some(migrations::fill_ledger),
    },
    Rung::sql(include_str!("migrations/0005_past.sql")),
    Rung::sql(include_str!("migrations/0006_tags.sql")),
    Rung::sql(include_str!("migrations/0007_marking.sql")),
    Rung::sql(include_str!("migrations/0008_better.sql")),
];

/// The version at the top of a ladder.
pub(super) fn newest(ladder: &[Rung]) -> i64 {
    ladder.len() as i64
}

/// Takes the steps above the file's version, all or none, and says so in the log of a file that
/// was there before. References are looked at once at the
/// end: a step may have to rebuild a table others refer to.
pub(super) fn climb(db: &mut Connection, ladder: &[Rung]) -> Result<(), StoreError> {
    db.pragma_update(None, "foreign_keys", false)?;
    let climbed = climb_unreferenced(db, ladder);
    db.pragma_update(None, "foreign_keys", true)?;
    climbed
}

fn climb_unreferenced(db: &mut Connection, ladder: &[Rung]) -> Result<(), StoreError> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let below = usize::try_from(version).unwrap_or_default();
    let mut left = Vec::new();
    for rung in ladder.iter().skip(below) {
        tx.execute_batch(rung.sql)?;
        if let Some(fill) = rung.fill {
            left.extend(fill(&tx)?);
        }
    }
    // What is sealed is known of the newest version alone; an older one is climbed to only to
    // see what its tables look like.
    if newest(ladder) >= newest(LADDER) {
        seal::put_missing(&tx)?;
        if version > 0 && version < newest(ladder) {
            let subject = format!("{version} → {}", newest(ladder));
            log::append_lines(&tx, StepKind::Migrate, &subject, left)?;
        }
    }
    if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(StoreError::Damaged("dangling references".to_owned()));
    }
    tx.pragma_update(None, "user_version", newest(ladder))?;
    Ok(tx.commit()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::connect;

    fn version(db: &Connection) -> i64 {
        db.pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn each_step_is_taken_once_and_a_failing_one_leaves_the_version() {
        let mut db = connect::temporary().unwrap().0;
        climb(&mut db, LADDER).unwrap();
        assert_eq!(version(&db), newest(LADDER));

        let second = "ALTER TABLE survey ADD COLUMN note TEXT NOT NULL DEFAULT ''";
        let mut ladder = LADDER.to_vec();
        ladder.push(Rung::sql(second));
        climb(&mut db, &ladder).unwrap();
        climb(&mut db, &ladder).unwrap();
        assert_eq!(version(&db), newest(LADDER) + 1);
        db.execute(
            "INSERT INTO survey (id, name, note) VALUES (1, 'a', 'b')",
            [],
        )
        .unwrap();

        ladder.push(Rung::sql(
            "DELETE FROM survey; CREATE TABLE survey (id INTEGER)",
        ));
        assert!(climb(&mut db, &ladder).is_err());
        assert_eq!(version(&db), newest(LADDER) + 1);
        assert!(
            db.prepare("SELECT 1 FROM survey")
                .unwrap()
                .exists([])
                .unwrap()
        );
    }

    #[test]
    fn a_step_that_leaves_references_dangling_is_taken_back() {
        let mut db = connect::temporary().unwrap().0;
        climb(&mut db, LADDER).unwrap();
        let mut ladder = LADDER.to_vec();
        ladder.push(Rung::sql(
            "INSERT INTO answer_text (returned, item, text) VALUES (9, 0, '')",
        ));
        assert!(matches!(
            climb(&mut db, &ladder),
            Err(StoreError::Damaged(_))
        ));
        assert_eq!(version(&db), newest(LADDER));
    }
}
