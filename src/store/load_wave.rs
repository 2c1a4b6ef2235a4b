//! The returns of one wave with their answers, from rows to columns.

use rusqlite::{Connection, Row, params};

use super::answers::Decoded;
use super::column::{Day, Place};
use super::label::Texts;
use super::{Store, StoreError, door, plausible};
use crate::model::{
    Answer, AnswerColumn, CustomerId, ImportId, Item, Return, ReturnId, Revision, Wave, WaveId,
    WaveReturns,
};

impl Store {
    /// The returns of a wave with their answers; those of imports taken back are left out.
    pub fn load_wave(&self, wave: WaveId) -> Result<WaveReturns, StoreError> {
        let db = self.db.unchecked_transaction()?;
        let revision: Revision = door::get(&db, door::get::<Wave>(&db, wave.0)?.revision.0)?;
        let imports = imports(&db, wave)?;
        let total = imports.iter().map(|import| import.returns).sum();
        plausible::room(&db, total)?;
        let mut loaded = WaveReturns {
            wave,
            returns: Vec::with_capacity(total),
            columns: columns(&revision.questionnaire.items, total),
        };
        let mut texts = Texts::default();
        for import in &imports {
            let before = loaded.returns.len();
            read_returns(&db, import, &mut loaded, &mut texts)?;
            if loaded.returns.len() - before != import.returns {
                let id = import.id.0;
                return Err(StoreError::Damaged(format!("import {id} lost returns")));
            }
            read_texts(&db, import, before, &mut loaded.columns)?;
        }
        plausible::columns(&loaded, &revision.questionnaire.items)?;
        Ok(loaded)
    }
}

/// Where the returns of an import lie.
struct Span {
    id: ImportId,
    first: i64,
    returns: usize,
}

impl Span {
    /// First and last id.
    fn ends(&self) -> (i64, i64) {
        let count = i64::try_from(self.returns).unwrap_or(i64::MAX);
        (self.first, self.first.saturating_add(count) - 1)
    }
}

fn imports(db: &Connection, wave: WaveId) -> rusqlite::Result<Vec<Span>> {
    let mut query = db.prepare_cached(
        "SELECT id, first_return, returns FROM import WHERE wave = ?1 AND NOT undone ORDER BY id",
    )?;
    let spans = query.query_map([wave.0], |row| {
        Ok(Span {
            id: ImportId(row.get(0)?),
            first: row.get(1)?,
            returns: row.get::<_, u32>(2)? as usize,
        })
    })?;
    spans.collect()
}

/// Empty columns: packed where one option is the answer.
fn columns(items: &[Item], rows: usize) -> Vec<AnswerColumn> {
    items
        .iter()
        .map(|item| match item.kind.takes_one_option() {
            true => AnswerColumn::Choice(Vec::with_capacity(rows)),
            false => AnswerColumn::Other(Vec::with_capacity(rows)),
        })
        .collect()
}

fn read_returns(
    db: &Connection,
    import: &Span,
    loaded: &mut WaveReturns,
    texts: &mut Texts,
) -> Result<(), StoreError> {
    let (first, last) = import.ends();
    let mut query = db.prepare_cached(include_str!("load_wave.sql"))?;
    let mut rows = query.query(params![first, last, import.id.0])?;
    while let Some(row) = rows.next()? {
        let returned = read_return(db, row, loaded.wave, import.id, texts)?;
        let bytes = row
            .get_ref(9)?
            .as_blob()
            .map_err(|error| damaged(returned.id, &error.to_string()))?;
        push_answers(bytes, &mut loaded.columns).ok_or_else(|| damaged(returned.id, "answers"))?;
        loaded.returns.push(returned);
    }
    Ok(())
}

fn damaged(returned: ReturnId, what: &str) -> StoreError {
    StoreError::Damaged(format!("return {}: {what}", returned.0))
}

fn read_return(
    db: &Connection,
    row: &Row<'_>,
    wave: WaveId,
    import: ImportId,
    texts: &mut Texts,
) -> rusqlite::Result<Return> {
    let mut text = |column| texts.get(db, row.get(column)?);
    Ok(Return {
        id: ReturnId(row.get(0)?),
        wave,
        import,
        row: row.get(1)?,
        customer: row.get::<_, Option<i64>>(2)?.map(CustomerId),
        customer_text: text(3)?,
        respondent: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        date: row.get::<_, Option<Day>>(5)?.map(|day| day.0),
        channel: text(6)?,
        collector: text(7)?,
        void: row.get(8)?,
    })
}

/// `None` when the answers cannot be read or are not one for each column.
fn push_answers(bytes: &[u8], columns: &mut [AnswerColumn]) -> Option<()> {
    let mut decoded = Decoded::new(bytes)?;
    if decoded.codes.len() != columns.len() {
        return None;
    }
    for (code, column) in decoded.codes.iter().zip(columns) {
        match (&mut *column, Decoded::packed(*code)) {
            (AnswerColumn::Choice(codes), Some(code)) => codes.push(code),
            _ => column.push(decoded.answer(*code)?),
        }
    }
    decoded.finished().then_some(())
}

/// Puts the texts of an import where its BLOBs left room for them. Its returns begin at
/// `begin` in the columns.
fn read_texts(
    db: &Connection,
    import: &Span,
    begin: usize,
    columns: &mut [AnswerColumn],
) -> Result<(), StoreError> {
    let (first, last) = import.ends();
    let mut query = db.prepare_cached(
        "SELECT returned, item, text FROM answer_text WHERE returned BETWEEN ?1 AND ?2",
    )?;
    let mut rows = query.query([first, last])?;
    while let Some(row) = rows.next()? {
        let returned: i64 = row.get(0)?;
        let Place(item) = row.get(1)?;
        let at = usize::try_from(returned - first).ok().map(|at| begin + at);
        let place = match (columns.get_mut(item), at) {
            (Some(AnswerColumn::Other(answers)), Some(at)) => answers.get_mut(at),
            _ => None,
        };
        match place {
            Some(Answer::Text(text)) => *text = row.get(2)?,
            _ => return Err(damaged(ReturnId(returned), "a text without its place")),
        }
    }
    Ok(())
}
