//! Names for what was lost: a person knows a return by its wave, file and customer, not by its
//! number.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use super::{Belonging, Loss};

/// Stands for the sheet a return came from.
const SHEET: &str = "sheet";

/// Columns that name something, and what.
const NAMING: [(&str, &str); 8] = [
    ("wave", "wave"),
    ("import", "import"),
    ("row", SHEET),
    ("customer", "customer"),
    ("survey", "survey"),
    ("action", "action"),
    ("returned", "returns"),
    ("tag", "tag"),
];

/// How what is named is called.
const NAMES: [(&str, &str); 6] = [
    (
        "wave",
        "SELECT trim(period || ' ' || label) FROM wave WHERE id = ?1",
    ),
    ("import", "SELECT name FROM import WHERE id = ?1"),
    ("customer", "SELECT name FROM customer WHERE id = ?1"),
    ("survey", "SELECT name FROM survey WHERE id = ?1"),
    ("action", "SELECT number FROM action WHERE id = ?1"),
    ("tag", "SELECT name FROM tag WHERE id = ?1"),
];

/// A return that was kept, though something of it was lost.
const RETURN: &str = "SELECT wave, import, row, customer FROM returns WHERE id = ?1";

/// What a row names, by its columns and values.
pub(super) fn belongings<'a>(
    columns: impl Iterator<Item = (&'a str, Option<&'a Value>)>,
) -> Vec<Belonging> {
    let named = columns.filter_map(|(column, value)| {
        let (_, table) = NAMING.iter().find(|(name, _)| *name == column)?;
        match value {
            Some(Value::Integer(id)) => Some((*table, *id)),
            _ => None,
        }
    });
    named.collect()
}

/// Puts the names of what each lost thing belonged to before its own words.
pub(super) fn name(db: &Connection, lost: &mut [Loss]) -> rusqlite::Result<()> {
    let words: Vec<String> = lost.iter().map(|loss| loss.was.clone()).collect();
    let own: Vec<(&str, Option<i64>)> = lost.iter().map(|loss| (loss.table, loss.id)).collect();
    let all: Vec<Vec<Belonging>> = lost.iter().map(|loss| loss.of.clone()).collect();
    let lost_too = |table: &str, id: i64| {
        let at = own.iter().position(|it| *it == (table, Some(id)))?;
        words.get(at).filter(|was| !was.is_empty()).cloned()
    };
    for (loss, of) in lost.iter_mut().zip(all) {
        let mut parts: Vec<String> = Vec::new();
        for (table, id) in through_returns(db, of)? {
            let name = match table {
                SHEET => parts.pop().map(|file| format!("{file}:{id}")),
                table => called(db, table, id)?.or_else(|| lost_too(table, id)),
            };
            parts.extend(name.filter(|name| !name.is_empty()));
        }
        parts.extend((!loss.was.is_empty()).then(|| loss.was.clone()));
        parts.dedup();
        loss.was = parts.join(" · ");
    }
    Ok(())
}

/// What hangs on a return belongs to what the return does.
fn through_returns(db: &Connection, of: Vec<Belonging>) -> rusqlite::Result<Vec<Belonging>> {
    let mut all = Vec::new();
    for (table, id) in of {
        if table != "returns" {
            all.push((table, id));
            continue;
        }
        let found = db.prepare_cached(RETURN)?.query_row([id], |row| {
            let value = |at| row.get::<_, Option<i64>>(at);
            Ok([
                ("wave", value(0)?),
                ("import", value(1)?),
                (SHEET, value(2)?),
                ("customer", value(3)?),
            ])
        });
        let found = found.optional()?.into_iter().flatten();
        all.extend(found.filter_map(|(table, id)| Some((table, id?))));
    }
    Ok(all)
}

fn called(db: &Connection, table: &str, id: i64) -> rusqlite::Result<Option<String>> {
    let Some((_, sql)) = NAMES.iter().find(|(known, _)| *known == table) else {
        return Ok(None);
    };
    db.prepare_cached(sql)?
        .query_row([id], |row| row.get(0))
        .optional()
}
