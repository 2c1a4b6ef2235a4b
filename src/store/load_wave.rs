//! The returns of one wave with their answers, from rows to columns.

use rusqlite::{Connection, Row};
use rustc_hash::FxHashMap;

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
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a return is lost, cannot be read or has a broken seal.
    pub fn load_wave(&self, wave: WaveId) -> Result<WaveReturns, StoreError> {
        self.looking(|db| load(db, wave))
    }
}

/// The returns of a wave, within a transaction.
pub(super) fn load(db: &Connection, wave: WaveId) -> Result<WaveReturns, StoreError> {
    let revision: Revision = door::get(db, door::get::<Wave>(db, wave.0)?.revision.0)?;
    let mut imports = imports(db, wave)?;
    let total = room(db, wave)?;
    let mut loaded = WaveReturns {
        wave,
        returns: Vec::with_capacity(total),
        columns: columns(&revision.questionnaire.items, total),
        tagged: Vec::new(),
    };
    read_returns(db, &mut imports, &mut loaded)?;
    let lost = imports.iter().find(|(_, it)| !it.undone && it.missing != 0);
    if let Some((id, _)) = lost {
        return Err(StoreError::Damaged(format!("import {id} lost returns")));
    }
    read_texts(db, &mut loaded)?;
    plausible::columns(&loaded, &revision.questionnaire.items)?;
    Ok(loaded)
}

/// An import of the wave while its returns are read.
struct Coming {
    undone: bool,
    /// Returns that have not come yet; negative when more come than it brought.
    missing: i64,
}

fn imports(db: &Connection, wave: WaveId) -> rusqlite::Result<FxHashMap<i64, Coming>> {
    let mut query = db.prepare_cached("SELECT id, undone, returns FROM import WHERE wave = ?1")?;
    let imports = query.query_map([wave.0], |row| {
        let (undone, missing) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, Coming { undone, missing }))
    })?;
    imports.collect()
}

/// How many returns there are at most, by counting: what a file says of itself may be anything.
fn room(db: &Connection, wave: WaveId) -> rusqlite::Result<usize> {
    let Place(count) = db
        .prepare_cached("SELECT count(*) FROM returns WHERE wave = ?1")?
        .query_row([wave.0], |row| row.get(0))?;
    Ok(count)
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
    imports: &mut FxHashMap<i64, Coming>,
    loaded: &mut WaveReturns,
) -> Result<(), StoreError> {
    let mut texts = Texts::default();
    let mut query = db.prepare_cached(include_str!("load_wave.sql"))?;
    let mut rows = query.query([loaded.wave.0])?;
    while let Some(row) = rows.next()? {
        let id = ReturnId(row.get(0)?);
        if !row.get::<_, bool>(11)? {
            return Err(damaged(id, "checksum"));
        }
        if let Some(import) = row.get::<_, Option<i64>>(1)? {
            let coming = imports.get_mut(&import);
            let coming = coming.ok_or_else(|| damaged(id, "its import"))?;
            coming.missing -= 1;
            if coming.undone {
                continue;
            }
        }
        let returned = read_return(db, row, loaded.wave, &mut texts)?;
        let bytes = row
            .get_ref(10)?
            .as_blob()
            .map_err(|error| damaged(id, &error.to_string()))?;
        push_answers(bytes, &mut loaded.columns).ok_or_else(|| damaged(id, "answers"))?;
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
    texts: &mut Texts,
) -> rusqlite::Result<Return> {
    let mut text = |column| texts.get(db, row.get(column)?);
    Ok(Return {
        id: ReturnId(row.get(0)?),
        wave,
        import: row.get::<_, Option<i64>>(1)?.map(ImportId),
        row: row.get::<_, Option<u32>>(2)?.unwrap_or_default(),
        customer: row.get::<_, Option<i64>>(3)?.map(CustomerId),
        customer_text: text(4)?,
        respondent: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        date: row.get::<_, Option<Day>>(6)?.map(|day| day.0),
        channel: text(7)?,
        collector: text(8)?,
        void: row.get(9)?,
        role: text(12)?,
        seconds: row.get(13)?,
        late: row.get(14)?,
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

/// Puts the texts where the BLOBs left room for them: each place has one.
fn read_texts(db: &Connection, loaded: &mut WaveReturns) -> Result<(), StoreError> {
    let ends = loaded.returns.first().zip(loaded.returns.last());
    let Some((first, last)) = ends.map(|(first, last)| (first.id.0, last.id.0)) else {
        return Ok(());
    };
    let mut open = open_places(&loaded.columns);
    let mut query = db.prepare_cached(
        "SELECT returned, item, text, seal = seal('answer_text', returned, item, text) FROM answer_text
         WHERE returned BETWEEN ?1 AND ?2",
    )?;
    let mut rows = query.query([first, last])?;
    while let Some(row) = rows.next()? {
        let returned = ReturnId(row.get(0)?);
        // Between them lie returns of other waves and of imports taken back.
        let Ok(at) = loaded.returns.binary_search_by_key(&returned, |it| it.id) else {
            continue;
        };
        let Place(item) = row.get(1)?;
        let place = match loaded.columns.get_mut(item) {
            Some(AnswerColumn::Other(answers)) => answers.get_mut(at),
            _ => None,
        };
        match place {
            Some(Answer::Text(text)) if row.get(3)? => *text = row.get(2)?,
            Some(Answer::Text(_)) => return Err(damaged(returned, "checksum of a text")),
            _ => return Err(damaged(returned, "a text without its place")),
        }
        open -= 1;
    }
    match open {
        0 => Ok(()),
        _ => Err(StoreError::Damaged("texts are lost".to_owned())),
    }
}

/// How many answers wait for their text.
fn open_places(columns: &[AnswerColumn]) -> i64 {
    let open = |column: &AnswerColumn| match column {
        AnswerColumn::Choice(_) => 0,
        AnswerColumn::Other(answers) => {
            let texts = answers.iter().filter(|it| matches!(it, Answer::Text(_)));
            texts.count() as i64
        }
    };
    columns.iter().map(open).sum()
}
