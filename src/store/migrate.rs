//! The ladder from every released version of the file to the present one.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// Step n leads from version n − 1 to n. Steps are added below, never edited.
pub(super) const LADDER: &[&str] = &[include_str!("migrations/0001_spine.sql")];

/// The version at the top of a ladder.
pub(super) fn newest(ladder: &[&str]) -> i64 {
    ladder.len() as i64
}

/// Takes the steps above the file's version, all or none. References are looked at once at the
/// end: a step may have to rebuild a table others refer to.
pub(super) fn climb(db: &mut Connection, ladder: &[&str]) -> Result<(), StoreError> {
    db.pragma_update(None, "foreign_keys", false)?;
    let climbed = climb_unreferenced(db, ladder);
    db.pragma_update(None, "foreign_keys", true)?;
    climbed
}

fn climb_unreferenced(db: &mut Connection, ladder: &[&str]) -> Result<(), StoreError> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let below = usize::try_from(version).unwrap_or_default();
    for step in ladder.iter().skip(below) {
        tx.execute_batch(step)?;
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

    fn version(db: &Connection) -> i64 {
        db.pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn each_step_is_taken_once_and_a_failing_one_leaves_the_version() {
        let mut db = Connection::open_in_memory().unwrap();
        climb(&mut db, LADDER).unwrap();
        assert_eq!(version(&db), newest(LADDER));

        let second = "ALTER TABLE survey ADD COLUMN note TEXT NOT NULL DEFAULT ''";
        let mut ladder = LADDER.to_vec();
        ladder.push(second);
        climb(&mut db, &ladder).unwrap();
        climb(&mut db, &ladder).unwrap();
        assert_eq!(version(&db), newest(LADDER) + 1);
        db.execute(
            "INSERT INTO survey (id, name, note) VALUES (1, 'a', 'b')",
            [],
        )
        .unwrap();

        ladder.push("DELETE FROM survey; CREATE TABLE survey (id INTEGER)");
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
        let mut db = Connection::open_in_memory().unwrap();
        climb(&mut db, LADDER).unwrap();
        let mut ladder = LADDER.to_vec();
        ladder.push("INSERT INTO source (import, bytes) VALUES (9, x'00')");
        assert!(matches!(
            climb(&mut db, &ladder),
            Err(StoreError::Damaged(_))
        ));
        assert_eq!(version(&db), newest(LADDER));
    }
}
