//! One answer of one return.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::answers::{self, Cell, Encoded};
use super::column::Place;
use super::disk::{self, QuestionnaireForm};
use super::door::Noun;
use super::{Rule, StoreError, fit, seal};
use crate::model::{Answer, AnswerCell, Edit, Questionnaire, ReturnId, WaveId};

impl Noun for AnswerCell {
    const TABLE: &'static str = "answer";
    /// Not a row of its own: see [`AnswerCell::find`].
    const SELECT: &'static str = "";

    fn id(&self) -> i64 {
        self.returned.0
    }

    fn is(&self, other: &Self) -> bool {
        (self.returned, self.wave, self.item) == (other.returned, other.wave, other.item)
    }

    fn read(_row: &Row<'_>) -> rusqlite::Result<Self> {
        Err(rusqlite::Error::InvalidQuery)
    }

    fn find(&self, db: &Connection) -> rusqlite::Result<Option<Self>> {
        let Some((wave, mut answers)) = row(db, self.returned)? else {
            return Ok(None);
        };
        let answer = match answers.get_mut(self.item) {
            Some(Answer::Text(_)) => Answer::Text(text(db, self.returned, self.item)?),
            Some(answer) => std::mem::take(answer),
            None => return Ok(None),
        };
        Ok(Some(Self {
            wave,
            answer,
            ..self.clone()
        }))
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        let Some((_, mut answers)) = row(db, self.returned)? else {
            return Ok(());
        };
        if let Some(answer) = answers.get_mut(self.item) {
            answer.clone_from(&self.answer);
        }
        let mut encoded = Encoded::default();
        encoded.encode(answers.iter().map(Cell::Other));
        db.prepare_cached("UPDATE returns SET answers = ?2 WHERE id = ?1")?
            .execute(params![self.returned.0, encoded.bytes])?;
        match &self.answer {
            Answer::Text(text) => put_text(db, self.returned.0, self.item, text),
            Answer::Blank
            | Answer::Skipped
            | Answer::NotApplicable
            | Answer::Unreadable
            | Answer::Option(_)
            | Answer::Options(_)
            | Answer::Number(_) => erase_text(db, self.returned.0, self.item),
        }
    }

    fn seal(&self, db: &Connection) -> rusqlite::Result<()> {
        seal::put(db, "returns", self.returned.0)
    }

    fn allow(edit: &Edit<Self>, db: &Connection) -> Result<(), StoreError> {
        let (Some(_), Some(after)) = (&edit.before, &edit.after) else {
            return Err(StoreError::Forbidden(Rule::DifferentThings));
        };
        let questionnaire = questionnaire(db, after.wave)?;
        let item = questionnaire.items.get(after.item);
        if !item.is_some_and(|item| fit::fits(&after.answer, item)) {
            return Err(StoreError::Forbidden(Rule::AnswerOutsideScale));
        }
        Ok(())
    }
}

/// The answers of a return that says nothing yet, as they are written.
pub(super) fn blank(db: &Connection, wave: WaveId) -> rusqlite::Result<Vec<u8>> {
    let items = questionnaire(db, wave)?.items;
    let mut encoded = Encoded::default();
    encoded.encode(items.iter().map(|_| Cell::Other(&Answer::Blank)));
    Ok(encoded.bytes)
}

/// The wave of a return and its answers, texts left empty.
fn row(db: &Connection, returned: ReturnId) -> rusqlite::Result<Option<(WaveId, Vec<Answer>)>> {
    db.prepare_cached("SELECT wave, answers FROM returns WHERE id = ?1")?
        .query_row([returned.0], |row| {
            let answers = answers::decode(row.get_ref(1)?.as_blob()?);
            let answers = answers.ok_or(rusqlite::Error::InvalidColumnType(
                1,
                "answers".to_owned(),
                rusqlite::types::Type::Blob,
            ))?;
            Ok((WaveId(row.get(0)?), answers))
        })
        .optional()
}

fn text(db: &Connection, returned: ReturnId, item: usize) -> rusqlite::Result<String> {
    db.prepare_cached("SELECT text FROM answer_text WHERE returned = ?1 AND item = ?2")?
        .query_row(params![returned.0, Place(item)], |row| row.get(0))
}

/// Writes a free text beside a return that has none there yet, and says its seal.
pub(super) fn insert_text(
    db: &Connection,
    returned: i64,
    item: usize,
    text: &str,
) -> rusqlite::Result<i64> {
    let item = Place(item).number()?;
    let (row, place) = (ValueRef::Integer(returned), ValueRef::Integer(item));
    let seal = seal::of(TEXTS, [row, place, ValueRef::from(text)].into_iter());
    db.prepare_cached(
        "INSERT INTO answer_text (returned, item, text, seal) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![returned, item, text, seal])?;
    Ok(seal)
}

/// Where the free texts lie.
pub(super) const TEXTS: &str = "answer_text";

/// The one text of a return and an item.
const ONE_TEXT: &str = "returned = ?1 AND item = ?2";

fn put_text(db: &Connection, returned: i64, item: usize, text: &str) -> rusqlite::Result<()> {
    let item = Place(item).number()?;
    db.prepare_cached(
        "INSERT INTO answer_text (returned, item, text) VALUES (?1, ?2, ?3)
         ON CONFLICT (returned, item) DO UPDATE SET text = excluded.text",
    )?
    .execute(params![returned, item, text])?;
    seal::put_where(db, TEXTS, ONE_TEXT, [returned, item])
}

fn erase_text(db: &Connection, returned: i64, item: usize) -> rusqlite::Result<()> {
    seal::erase(db, TEXTS, ONE_TEXT, [returned, Place(item).number()?])
}

fn questionnaire(db: &Connection, wave: WaveId) -> rusqlite::Result<Questionnaire> {
    db.prepare_cached(
        "SELECT questionnaire FROM revision JOIN wave ON wave.revision = revision.id
         WHERE wave.id = ?1",
    )?
    .query_row([wave.0], |row| disk::read::<QuestionnaireForm>(row, 0))
}
