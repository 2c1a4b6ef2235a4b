//! From version 1 to 2: the content of the renamed tables goes into the new ones.
//!
//! Documents get their form and number, rules and steps get tables of their own, files lie by
//! their hash, the log becomes a chain, and everything is sealed. What cannot be read stops the
//! migration, and the file stays as it was.

use rusqlite::types::{FromSqlResult, Type};
use rusqlite::{Connection, Row, params};
use rustc_hash::FxHashMap;
use serde_json::{Value, json};

use crate::model::{Mapping, Stage};
use crate::store::column::Word;
use crate::store::disk::{
    self, ExpectedForm, MappingForm, QuestionnaireForm, RulesForm, SettlementForm, SignaturesForm,
    StageForm, v1,
};
use crate::store::log::{self, Line};
use crate::store::{StoreError, workspace};

/// What goes over as it is.
const SAME: &str = include_str!("0002_same.sql");
/// What nobody needs any more.
const OLD: &str = include_str!("0002_old.sql");

/// Fills the tables of version 2.
pub(in crate::store) fn fill(db: &Connection) -> Result<Vec<Value>, StoreError> {
    db.execute(
        "INSERT INTO workspace (id, uuid, copy, company, document)
         SELECT id, ?1, 0, company, document FROM v1_workspace",
        [workspace::fresh_uuid()],
    )?;
    db.execute_batch(SAME)?;
    revisions(db)?;
    let left = imports(db)?;
    issues(db)?;
    actions(db)?;
    evidence(db)?;
    log_lines(db)?;
    db.execute_batch(OLD)?;
    Ok(left)
}

/// Calls `each` with every row.
fn for_each(
    db: &Connection,
    sql: &str,
    mut each: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut query = db.prepare(sql)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        each(row)?;
    }
    Ok(())
}

/// A text of a row as `read` understands it.
fn old<T>(row: &Row<'_>, at: usize, read: fn(&str) -> FromSqlResult<T>) -> rusqlite::Result<T> {
    read(row.get_ref(at)?.as_str()?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error)))
}

/// Rules leave the questionnaire and become a document of their own, under the same number.
fn revisions(db: &Connection) -> rusqlite::Result<()> {
    for_each(
        db,
        "SELECT id, signatures, questionnaire FROM v1_revision",
        |row| {
            let id: i64 = row.get(0)?;
            let signatures = disk::encode::<SignaturesForm>(&old(row, 1, v1::signatures)?)?;
            let questionnaire = old(row, 2, v1::questionnaire_of)?;
            let rules = disk::encode::<RulesForm>(&questionnaire.rules)?;
            db.prepare_cached(
            "INSERT INTO rules (id, survey, number, label, effective, frozen, signatures, content)
             SELECT id, survey, number, label, effective, frozen, ?2, ?3
             FROM v1_revision WHERE id = ?1",
        )?
        .execute(params![id, signatures, rules])?;
            db.prepare_cached(
            "INSERT INTO revision (id, survey, number, label, document, effective, parent, rules,
                                   frozen, signatures, questionnaire)
             SELECT id, survey, number, label, document, effective, parent, id, frozen, ?2, ?3
             FROM v1_revision WHERE id = ?1",
        )?
        .execute(params![
            id,
            signatures,
            disk::encode::<QuestionnaireForm>(&questionnaire)?
        ])?;
            Ok(())
        },
    )
}

/// With their files, each once. A mapping that cannot be read is no reason to refuse the file:
/// it becomes an empty one, and is given back as it was.
fn imports(db: &Connection) -> rusqlite::Result<Vec<Value>> {
    let mut left = Vec::new();
    let sql = "SELECT import.id, file.id, import.mapping FROM v1_import AS import
        LEFT JOIN file ON file.sha256 = import.sha256";
    for_each(db, sql, |row| {
        let id: i64 = row.get(0)?;
        let was = row.get_ref(2)?.as_str()?;
        let mapping = v1::mapping(was).unwrap_or_else(|_| {
            left.push(json!({
                "noun": "import",
                "id": id,
                "before": {"mapping": was},
                "after": {"mapping": Value::Null},
            }));
            Mapping::default()
        });
        db.prepare_cached(
            "INSERT INTO import (id, wave, name, sheet, sha256, file, at, platform, mapping,
                                 returns, undone)
             SELECT id, wave, file, sheet, sha256, ?2, at, platform, ?3, returns, undone
             FROM v1_import WHERE id = ?1",
        )?
        .execute(params![
            id,
            row.get::<_, Option<i64>>(1)?,
            disk::encode::<MappingForm>(&mapping)?,
        ])?;
        Ok(())
    })?;
    Ok(left)
}

/// What was expected is a label: each gets its form once.
fn issues(db: &Connection) -> rusqlite::Result<()> {
    let mut labels: FxHashMap<i64, i64> = FxHashMap::default();
    let distinct = "SELECT DISTINCT label.id, label.text FROM v1_issue AS issue
        JOIN v1_label AS label ON label.id = issue.expected";
    for_each(db, distinct, |row| {
        let document = disk::encode::<ExpectedForm>(&old(row, 1, v1::expected)?)?;
        let label = db
            .prepare_cached("INSERT INTO label (text) VALUES (?1)")?
            .insert([document])?;
        labels.insert(row.get(0)?, label);
        Ok(())
    })?;
    for_each(db, "SELECT id, expected, settled FROM v1_issue", |row| {
        let settled = match row.get_ref(2)? {
            rusqlite::types::ValueRef::Null => None,
            _ => Some(disk::encode::<SettlementForm>(&old(
                row,
                2,
                v1::settlement,
            )?)?),
        };
        let expected = labels.get(&row.get::<_, i64>(1)?);
        db.prepare_cached(
            "INSERT INTO issue (id, import, kind, returned, item, sheet, cell, found, expected,
                                settled)
             SELECT id, import, kind, returned, item, sheet, cell, found, ?2, ?3
             FROM v1_issue WHERE id = ?1",
        )?
        .execute(params![row.get::<_, i64>(0)?, expected, settled])?;
        Ok(())
    })
}

/// Actions: the stage becomes a column, measure and steps become rows. When a measure was done
/// nothing says but the closing of its action.
fn actions(db: &Connection) -> rusqlite::Result<()> {
    for_each(db, "SELECT id, steps FROM v1_action", |row| {
        let id: i64 = row.get(0)?;
        let steps = old(row, 1, v1::steps)?;
        for (position, step) in (0_i64..).zip(&steps) {
            db.prepare_cached(
                "INSERT INTO action_step (action, position, stage, date, who, note, reopened)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                id,
                position,
                Word(StageForm::from(step.stage)),
                step.date.to_string(),
                step.who,
                step.note,
                step.reopened
            ])?;
        }
        let last = steps.last();
        let stage = last.map_or(Stage::Open, |step| step.stage);
        let closed = last.filter(|step| step.stage == Stage::Closed);
        db.prepare_cached(
            "INSERT INTO measure (action, position, kind, text, owner, due, done)
             SELECT id, 0, 'correction', measure, owner, due, ?2
             FROM v1_action WHERE id = ?1 AND measure <> ''",
        )?
        .execute(params![id, closed.map(|step| step.date.to_string())])?;
        db.prepare_cached(
            "INSERT INTO action (id, number, survey, title, department, owner, cause, stage, due)
             SELECT id, number, survey, title, department, owner, cause, ?2, due
             FROM v1_action WHERE id = ?1",
        )?
        .execute(params![id, Word(StageForm::from(stage))])?;
        Ok(())
    })
}

fn evidence(db: &Connection) -> rusqlite::Result<()> {
    let sql = "SELECT action, position, subject FROM v1_evidence";
    for_each(db, sql, |row| {
        let subject = disk::subject_text(&old(row, 2, v1::subject)?);
        db.prepare_cached(
            "INSERT INTO evidence (action, position, wave, subject, score, change, target, returns)
             SELECT action, position, wave, ?3, score, change, target, returns
             FROM v1_evidence WHERE action = ?1 AND position = ?2",
        )?
        .execute(params![
            row.get::<_, i64>(0)?,
            row.get::<_, i64>(1)?,
            subject
        ])?;
        Ok(())
    })
}

/// The old lines, chained. Nobody knows who wrote them.
fn log_lines(db: &Connection) -> rusqlite::Result<()> {
    let mut id = 0;
    let sql = "SELECT at, kind, subject, changes FROM v1_log ORDER BY id";
    for_each(db, sql, |row| {
        id += 1_i64;
        let line = Line {
            id,
            at: row.get(0)?,
            who: String::new(),
            kind: row.get(1)?,
            subject: row.get(2)?,
            changes: format!("{{\"v\":1,\"is\":{}}}", row.get::<_, String>(3)?),
        };
        log::insert(db, &line)
    })?;
    db.execute(
        "INSERT INTO counter (name, next) VALUES ('log', ?1)",
        [id + 1],
    )?;
    Ok(())
}
