//! Writing a batch. Of a large one another thread makes the next rows ready while these are
//! written.

use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;
use std::thread;

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, Statement};

use super::rows::{BLOCK, Block, Rows};
use crate::model::{ImportBatch, Issue, Progress, Return};
use crate::store::door::Noun;
use crate::store::label::{self, Labels};
use crate::store::tally::{self, Tally};
use crate::store::{StoreError, cell, counter, file, import, issue};

/// Blocks that may wait to be written.
const WAITING: usize = 2;

/// Writes the file, the import and everything it brings.
pub(super) fn write(
    db: &Connection,
    batch: &ImportBatch,
    progress: &Progress,
) -> Result<(), StoreError> {
    let file = file::put(db, &batch.source)?;
    import::insert(db, &batch.import, file)?;
    let mut written = Written::default();
    let mut rows = Rows::of(batch, Labels::after(db)?);
    progress.expect(batch.returns.len() as u64);
    let mut statement = db.prepare_cached(include_str!("return.sql"))?;
    ahead(&mut rows, batch.returns.len() > BLOCK, |block| {
        progress.reach(written.returns.count.unsigned_abs())?;
        Ok(written.block(db, &mut statement, &block)?)
    })?;
    // After the returns they refer to: SQLite would look for them with every return otherwise.
    let mut labels = rows.labels;
    for issue in &batch.issues {
        written.issues.add(issue::insert(db, issue, &mut labels)?);
    }
    written.labels(db, &labels.unwritten())?;
    written.count(db)?;
    if let Some(last) = batch.returns.last() {
        counter::keep_return(db, last.id.0.saturating_add(1))?;
    }
    progress.reach(batch.returns.len() as u64)?;
    Ok(())
}

/// Does something with each item, in their order; beside another thread that makes the next ones
/// where there are many.
fn ahead<T: Send>(
    items: &mut (impl Iterator<Item = T> + Send),
    many: bool,
    mut each: impl FnMut(T) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if !many {
        return items.try_for_each(each);
    }
    thread::scope(|scope| {
        let (to, made) = sync_channel(WAITING);
        let making = thread::Builder::new()
            .name("rows".to_owned())
            .spawn_scoped(scope, move || {
                // Nobody takes them any more once one could not be written.
                let _ = items.try_for_each(|item| to.send(item));
            })
            .map_err(|error| StoreError::Unexpected(error.to_string()))?;
        let done = made.iter().try_for_each(&mut each);
        drop(made);
        making.join().unwrap_or_else(|panic| resume_unwind(panic));
        done
    })
}

/// What was written of each table.
#[derive(Default)]
struct Written {
    returns: Tally,
    texts: Tally,
    issues: Tally,
    labels: Tally,
}

impl Written {
    fn block(
        &mut self,
        db: &Connection,
        statement: &mut Statement<'_>,
        block: &Block<'_>,
    ) -> rusqlite::Result<()> {
        self.labels(db, &block.labels)?;
        for row in &block.rows {
            let columns = block.columns(row);
            for (at, value) in (1..).zip(columns) {
                statement.raw_bind_parameter(at, ToSqlOutput::Borrowed(value))?;
            }
            statement.raw_bind_parameter(columns.len() + 1, row.seal)?;
            statement.raw_execute()?;
            self.returns.add(row.seal);
        }
        for (returned, item, text) in &block.texts {
            self.texts
                .add(cell::insert_text(db, *returned, *item, text)?);
        }
        Ok(())
    }

    fn labels(&mut self, db: &Connection, labels: &[label::Label]) -> rusqlite::Result<()> {
        for (id, text) in labels {
            self.labels.add(label::insert(db, *id, text)?);
        }
        Ok(())
    }

    fn count(&self, db: &Connection) -> rusqlite::Result<()> {
        tally::add(db, label::TABLE, self.labels)?;
        tally::add(db, Return::TABLE, self.returns)?;
        tally::add(db, cell::TEXTS, self.texts)?;
        tally::add(db, Issue::TABLE, self.issues)
    }
}
