//! The log: what was done, when, and what it changed. Lines are only ever added.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use serde_json::{Map, Value};

use super::column::{Json, Plain, Word};
use super::{Store, StoreError};
use crate::model::{Step, StepKind};

/// One line of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct LogEntry {
    pub at: Timestamp,
    pub kind: StepKind,
    pub subject: String,
    /// A list of `{"noun", "id" …, "before", "after"}` with only what differs.
    pub changes: Value,
}

impl Store {
    /// The last `count` lines, newest first.
    pub fn log(&self, count: u32) -> Result<Vec<LogEntry>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT at, kind, subject, changes FROM log ORDER BY id DESC LIMIT ?1",
        )?;
        let lines = query.query_map([count], |row| {
            Ok(LogEntry {
                at: row.get::<_, Plain<_>>(0)?.0,
                kind: row.get::<_, Word<_>>(1)?.0,
                subject: row.get(2)?,
                changes: row.get::<_, Json<_>>(3)?.0,
            })
        })?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// When the workspace was last written to.
    pub fn saved_at(&self) -> Result<Timestamp, StoreError> {
        let newest = "SELECT at FROM log ORDER BY id DESC LIMIT 1";
        let at = self
            .db
            .prepare_cached(newest)?
            .query_row([], |row| row.get::<_, Plain<_>>(0))?;
        Ok(at.0)
    }
}

/// Adds the line of a step.
pub(super) fn append(db: &Connection, step: &Step) -> rusqlite::Result<()> {
    let changes = serde_json::to_value(&step.changes)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    let changes = match changes {
        Value::Array(changes) => changes.into_iter().flat_map(lines).collect(),
        _ => Vec::new(),
    };
    db.prepare_cached("INSERT INTO log (at, kind, subject, changes) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            Plain(Timestamp::now()),
            Word(step.kind),
            step.subject,
            Json(changes),
        ])?;
    Ok(())
}

/// `{"customer": {"before": …, "after": …}}` becomes one flat object.
fn lines(change: Value) -> Vec<Value> {
    let Value::Object(change) = change else {
        return Vec::new();
    };
    change
        .into_iter()
        .map(|(noun, mut edit)| {
            let (before, after) = (edit["before"].take(), edit["after"].take());
            let mut line = Map::new();
            line.insert("noun".to_owned(), Value::String(noun));
            for key in ["id", "wave", "customer", "returned", "item"] {
                let value = before.get(key).or(after.get(key));
                line.extend(value.map(|value| (key.to_owned(), value.clone())));
            }
            let (before, after) = difference(before, after);
            line.insert("before".to_owned(), before);
            line.insert("after".to_owned(), after);
            Value::Object(line)
        })
        .collect()
}

/// Leaves out what is the same on both sides, so that a questionnaire of a hundred items does
/// not enter the log twice for one weight. Of lists of one length only the places that differ
/// are kept, by their number.
fn difference(before: Value, after: Value) -> (Value, Value) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => fields(before, after),
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            let numbered = |list: Vec<Value>| {
                let numbered = list.into_iter().enumerate();
                numbered
                    .map(|(at, value)| (at.to_string(), value))
                    .collect()
            };
            fields(numbered(before), numbered(after))
        }
        sides => sides,
    }
}

fn fields(before: Map<String, Value>, mut after: Map<String, Value>) -> (Value, Value) {
    let (mut left, mut right) = (Map::new(), Map::new());
    for (key, was) in before {
        match after.remove(&key) {
            Some(is) if is == was => {}
            Some(is) => {
                let (was, is) = difference(was, is);
                left.insert(key.clone(), was);
                right.insert(key, is);
            }
            None => {
                left.insert(key, was);
            }
        }
    }
    right.extend(after);
    (Value::Object(left), Value::Object(right))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_differs_is_kept() {
        let before = json!({"a": 1, "list": [{"w": 1, "t": "x"}, 2], "gone": 5});
        let after = json!({"a": 1, "list": [{"w": 3, "t": "x"}, 2], "new": [1]});
        let (before, after) = difference(before, after);
        assert_eq!(before, json!({"list": {"0": {"w": 1}}, "gone": 5}));
        assert_eq!(after, json!({"list": {"0": {"w": 3}}, "new": [1]}));
        let (before, after) = difference(json!({"l": [1]}), json!({"l": [1, 2]}));
        assert_eq!(before, json!({"l": [1]}));
        assert_eq!(after, json!({"l": [1, 2]}));
    }

    #[test]
    fn a_line_says_what_it_is_of() {
        let change = json!({"frame": {"before": null, "after": {"wave": 3, "customer": 7}}});
        let line = &lines(change)[0];
        assert_eq!(line["noun"], "frame");
        assert_eq!((&line["wave"], &line["customer"]), (&json!(3), &json!(7)));
        assert_eq!(line["before"], Value::Null);
    }
}
