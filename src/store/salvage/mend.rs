//! What hangs on something lost: it goes too, or goes on without it.
//!
//! An answer is worth more than what stands around it, so a return keeps its place without the
//! name of its customer or the text of its channel. It does not without its wave, which says
//! what was asked, nor without its import, which may have been taken back.

use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use super::known;
use super::originals;
use super::tables::Told;
use super::{Salvaged, Why};
use crate::model::{Answer, CorrectiveAction, Import, Workspace};
use crate::store::answers::{self, Cell, Encoded};
use crate::store::door::Noun;
use crate::store::{StoreError, counter, seal, sealed};

/// References a row can do without: table, column, table it names.
const SPARED: [(&str, &str, &str); 10] = [
    ("revision", "parent", "revision"),
    ("import", "file", "file"),
    ("marking", "file", "file"),
    ("returns", "file", "file"),
    ("returns", "customer", "customer"),
    ("returns", "customer_text", "label"),
    ("returns", "channel", "label"),
    ("returns", "collector", "label"),
    ("returns", "role", "label"),
    ("issue", "sheet", "label"),
];

/// References SQLite does not hold itself and a row cannot do without: of which rows of a table
/// which column names a row of which other.
const NEEDED: [(&str, &str, &str, &str); 7] = [
    ("attachment", "noun = 'returns'", "of", "returns"),
    ("attachment", "noun = 'action'", "of", "action"),
    ("returns", ALL, "wave", "wave"),
    ("returns", ALL, "import", "import"),
    ("issue", ALL, "kind", "label"),
    ("issue", ALL, "found", "label"),
    ("issue", ALL, "expected", "label"),
];
const ALL: &str = "true";

/// Tables whose rows are made anew.
const ANEW: [&str; 2] = ["counter", sealed::TALLY];

/// Leaves a workspace that hangs together.
pub(super) fn mend(db: &Connection, salvaged: &mut Salvaged) -> Result<(), StoreError> {
    originals::mend(db, salvaged)?;
    for (table, column, parent) in SPARED {
        spare(db, table, column, parent, salvaged)?;
    }
    while drop_dangling(db, salvaged)? > 0 {}
    texts(db, salvaged)?;
    actions(db)?;
    imports(db, salvaged)?;
    workspace(db, salvaged)?;
    counters(db)?;
    for it in sealed::TABLES {
        salvaged.kept.push((it.table, super::rows(db, it.table)?));
    }
    // Counters are made anew: nothing is lost with one.
    salvaged.kept.retain(|(table, _)| !ANEW.contains(table));
    salvaged.lost.retain(|loss| !ANEW.contains(&loss.table));
    Ok(())
}

/// Takes out of rows what they name and is not there.
fn spare(
    db: &Connection,
    table: &'static str,
    column: &str,
    parent: &str,
    salvaged: &mut Salvaged,
) -> Result<(), StoreError> {
    let mut query = db.prepare(&format!(
        "SELECT id FROM {table} WHERE {column} IS NOT NULL
         AND {column} NOT IN (SELECT id FROM {parent})"
    ))?;
    let ids = query.query_map([], |row| row.get(0))?;
    let ids: Vec<i64> = ids.collect::<Result<_, _>>()?;
    let sql = format!("UPDATE {table} SET {column} = NULL WHERE id = ?1 RETURNING *");
    let mut update = db.prepare(&sql)?;
    for id in ids {
        let told = update.query_row([id], told)?;
        seal::put(db, table, id)?;
        salvaged.lose(table, told, Why::Part);
    }
    Ok(())
}

/// Drops rows that name what is not there; how many.
fn drop_dangling(db: &Connection, salvaged: &mut Salvaged) -> Result<usize, StoreError> {
    let mut dropped = 0;
    for it in sealed::TABLES {
        for (columns, parent, keys) in references(db, it.table)? {
            let apart =
                |(column, key): (&String, &String)| format!("parent.{key} = {}.{column}", it.table);
            let same: Vec<String> = columns.iter().zip(&keys).map(apart).collect();
            let set = |column: &String| format!("{column} IS NOT NULL");
            let set: Vec<String> = columns.iter().map(set).collect();
            let loose = format!(
                "{} AND NOT EXISTS (SELECT 1 FROM {parent} AS parent WHERE {})",
                set.join(" AND "),
                same.join(" AND ")
            );
            dropped += drop_where(db, it, &loose, salvaged)?;
        }
    }
    for (table, which, column, parent) in NEEDED {
        let Some(it) = sealed::TABLES.iter().find(|it| it.table == table) else {
            continue;
        };
        let loose = format!(
            "{which} AND {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {parent})"
        );
        dropped += drop_where(db, it, &loose, salvaged)?;
    }
    // An action that was never raised stands nowhere.
    let Some(action) = sealed::TABLES
        .iter()
        .find(|it| it.table == CorrectiveAction::TABLE)
    else {
        return Ok(dropped);
    };
    let stepless = "id NOT IN (SELECT action FROM action_step)";
    Ok(dropped + drop_where(db, action, stepless, salvaged)?)
}

/// A reference: columns, the table they name, and its columns.
type Reference = (Vec<String>, String, Vec<String>);

/// The references SQLite holds.
fn references(db: &Connection, table: &str) -> Result<Vec<Reference>, StoreError> {
    let sql = "SELECT id, \"table\", \"from\", coalesce(\"to\", 'id')
               FROM pragma_foreign_key_list(?1) ORDER BY id, seq";
    let mut query = db.prepare(sql)?;
    let mut rows = query.query([table])?;
    let mut found: Vec<(i64, Reference)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, parent, from, to) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        match found.last_mut().filter(|(last, _)| *last == id) {
            Some((_, (columns, _, keys))) => {
                columns.push(from);
                keys.push(to);
            }
            None => found.push((id, (vec![from], parent, vec![to]))),
        }
    }
    Ok(found.into_iter().map(|(_, reference)| reference).collect())
}

fn drop_where(
    db: &Connection,
    it: &sealed::Sealed,
    condition: &str,
    salvaged: &mut Salvaged,
) -> Result<usize, StoreError> {
    let table = it.table;
    let columns = it.columns;
    let sql = format!("DELETE FROM {table} WHERE {condition} RETURNING {columns}");
    let mut query = db.prepare(&sql)?;
    let dropped = query.query_map([], told)?;
    let dropped: Vec<Told> = dropped.collect::<Result<_, _>>()?;
    let count = dropped.len();
    for told in dropped {
        salvaged.lose(table, told, Why::Alone);
    }
    Ok(count)
}

/// Number and first text of a row, and what it names.
fn told(row: &Row<'_>) -> rusqlite::Result<Told> {
    let columns: Vec<&str> = row.as_ref().column_names().collect();
    let values: Vec<Value> = (0..columns.len())
        .map(|at| row.get(at))
        .collect::<Result<_, _>>()?;
    let named = columns.iter().copied().zip(values.iter().map(Some));
    let mut told = Told {
        of: known::belongings(named),
        ..Told::default()
    };
    let named = row.as_ref().column_name(0)? == "id";
    for (at, value) in values.into_iter().enumerate() {
        match value {
            Value::Integer(found) if at == 0 && named => told.id = Some(found),
            Value::Text(text) if told.was.is_empty() => {
                told.was = text.chars().take(40).collect();
            }
            _ => {}
        }
    }
    Ok(told)
}

/// An answer whose words are lost is one nobody can read; words without an answer go.
fn texts(db: &Connection, salvaged: &mut Salvaged) -> Result<(), StoreError> {
    let mut stray: Vec<(i64, i64)> = Vec::new();
    let mut query = db.prepare("SELECT id, answers FROM returns")?;
    let mut rows = query.query([])?;
    let mut known = db.prepare("SELECT item FROM answer_text WHERE returned = ?1")?;
    while let Some(row) = rows.next()? {
        let (id, bytes): (i64, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let Some(mut given) = answers::decode(&bytes) else {
            continue;
        };
        let items = known.query_map([id], |row| row.get(0))?;
        let items: Vec<i64> = items.collect::<Result<_, _>>()?;
        let mut lost = false;
        for (item, answer) in (0..).zip(&mut given) {
            if matches!(answer, Answer::Text(_)) && !items.contains(&item) {
                *answer = Answer::Unreadable;
                lost = true;
            }
        }
        let place = |item: &i64| usize::try_from(*item).ok().and_then(|at| given.get(at));
        let without = items
            .iter()
            .filter(|item| !matches!(place(item), Some(Answer::Text(_))));
        stray.extend(without.map(|item| (id, *item)));
        if lost {
            let mut encoded = Encoded::default();
            encoded.encode(given.iter().map(Cell::Other));
            let update = "UPDATE returns SET answers = ?2 WHERE id = ?1";
            db.prepare_cached(update)?
                .execute(rusqlite::params![id, encoded.bytes])?;
            seal::put(db, "returns", id)?;
            salvaged.lose("answer_text", of_return(id), Why::Part);
        }
    }
    for (returned, item) in stray {
        let delete = "DELETE FROM answer_text WHERE returned = ?1 AND item = ?2";
        db.prepare_cached(delete)?.execute([returned, item])?;
        salvaged.lose("answer_text", of_return(returned), Why::Alone);
    }
    Ok(())
}

/// An action stands where the last of its steps that are left brought it.
fn actions(db: &Connection) -> Result<(), StoreError> {
    let last = "(SELECT stage FROM action_step WHERE action_step.action = action.id
                 ORDER BY position DESC LIMIT 1)";
    db.execute(
        &format!("UPDATE action SET stage = {last} WHERE stage <> {last}"),
        [],
    )?;
    Ok(seal::put_where(db, CorrectiveAction::TABLE, "true", [])?)
}

/// An import counts the returns that are left of it.
fn imports(db: &Connection, salvaged: &mut Salvaged) -> Result<(), StoreError> {
    let mut query = db.prepare(
        "SELECT id, name, wave, returns, (SELECT count(*) FROM returns WHERE returns.import = import.id),
                EXISTS (SELECT 1 FROM file WHERE file.id = import.file AND bytes IS NOT NULL)
         FROM import ORDER BY id",
    )?;
    let found = query.query_map([], |row| {
        let (id, name, wave): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (said, left): (i64, i64) = (row.get(3)?, row.get(4)?);
        Ok((id, name, wave, said, left, row.get::<_, bool>(5)?))
    })?;
    let found: Vec<_> = found.collect::<Result<_, _>>()?;
    for (id, name, wave, said, left, kept) in found {
        if said == left {
            continue;
        }
        db.execute("UPDATE import SET returns = ?2 WHERE id = ?1", [id, left])?;
        seal::put(db, Import::TABLE, id)?;
        let told = Told {
            id: Some(id),
            was: format!("{name} ({left}/{said})"),
            of: vec![("wave", wave)],
        };
        salvaged.lose(Import::TABLE, told, Why::Part);
        if kept {
            salvaged.repeatable.push(name);
        }
    }
    Ok(())
}

/// There is always one.
fn workspace(db: &Connection, salvaged: &mut Salvaged) -> Result<(), StoreError> {
    if super::rows(db, Workspace::TABLE)? > 0 {
        return Ok(());
    }
    Workspace::default().write(db)?;
    seal::put(db, Workspace::TABLE, 1)?;
    salvaged.lose(Workspace::TABLE, Told::default(), Why::Page);
    Ok(())
}

/// No number is given out again, whatever became of the counters.
fn counters(db: &Connection) -> Result<(), StoreError> {
    let copy = "SELECT copy FROM workspace";
    let copy: i64 = db.query_row(copy, [], |row| row.get(0))?;
    let mut next = counter::first(copy);
    for it in sealed::TABLES.iter().filter(|it| it.key == "id") {
        let highest = match it.table {
            "returns" | "label" | "file" | Workspace::TABLE => continue,
            table => format!("SELECT max(id) FROM {table}"),
        };
        let highest: Option<i64> = db.query_row(&highest, [], |row| row.get(0))?;
        next = next.max(highest.unwrap_or(0).saturating_add(1));
    }
    let items = "SELECT max(json_extract(item.value, '$.lineage'))
                 FROM revision, json_each(revision.questionnaire, '$.items') AS item";
    let lineage: Option<i64> = db.query_row(items, [], |row| row.get(0))?;
    counter::keep(db, next.max(lineage.unwrap_or(0).saturating_add(1)))?;
    let returns: Option<i64> = db.query_row("SELECT max(id) FROM returns", [], |row| row.get(0))?;
    let first = returns.map_or(1, |highest| highest.saturating_add(1));
    Ok(counter::keep_return(db, first)?)
}

/// Words of a return.
fn of_return(id: i64) -> Told {
    Told {
        id: Some(id),
        of: vec![("returns", id)],
        ..Told::default()
    }
}
