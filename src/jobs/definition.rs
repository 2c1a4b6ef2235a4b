//! Reading a definition workbook, and opening the waves its frame names.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use super::JobError;
use crate::edit;
use crate::intake::definition::FrameRow;
use crate::intake::{Definition, Spreadsheet, definition, file};
use crate::model::{
    Change, Customer, Data, Edit, FrameEntry, Period, Progress, Revision, SourceFile, WaveId,
};
use crate::store::Store;

/// Reads the workbook; nothing is kept yet.
pub fn read(path: &Path, progress: &Progress) -> Result<Definition, JobError> {
    read_source(&file::read(path, progress)?, progress)
}

/// The same for a file that is in memory already.
pub fn read_source(source: &SourceFile, progress: &Progress) -> Result<Definition, JobError> {
    let mut workbook = Spreadsheet::open(&source.name, &source.bytes, progress)?;
    Ok(definition::read(&mut workbook, progress)?)
}

/// What opens the waves of a frame with `revision`, and puts their customers in.
///
/// A wave that is open already keeps its revision and only gets the customers it lacks. The
/// first change freezes the revision if it is not. Rows of unknown customers have been
/// refused by intake.
pub(super) fn framed(
    store: &Store,
    data: &Data,
    revision: &Revision,
    customers: &[Customer],
    frame: &[FrameRow],
    today: Date,
) -> Vec<Change> {
    let mut periods: BTreeMap<Period, Vec<&FrameRow>> = BTreeMap::new();
    for row in frame {
        periods.entry(row.period).or_default().push(row);
    }
    let mut revision = revision.clone();
    let mut changes = Vec::new();
    for (period, rows) in periods {
        let id = match data.wave_in(revision.survey, period) {
            Some(wave) => wave.id,
            None => {
                let id = WaveId(store.fresh_id());
                let first = rows.iter().filter_map(|row| row.issued).min();
                let opening = edit::open_with(id, &revision, period, first.unwrap_or(today));
                changes.extend(opening.changes);
                revision = opening.revision;
                id
            }
        };
        let known = data.frame(id);
        for row in rows {
            let customer = customers.iter().find(|c| c.code == row.customer);
            let new = customer.filter(|c| known.iter().all(|entry| entry.customer != c.id));
            changes.extend(new.map(|customer| {
                let entry = FrameEntry {
                    issued: row.issued,
                    channel: row.channel.clone(),
                    collector: None,
                    excluded: None,
                    ..FrameEntry::of(id, customer)
                };
                Change::Frame(Edit::created(entry))
            }));
        }
    }
    changes
}
