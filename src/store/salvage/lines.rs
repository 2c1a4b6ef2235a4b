//! The lines of the log: each that says what its hash says, one behind the other again.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::image::Image;
use super::page::PageKind;
use super::record;
use super::tree::Forest;
use super::{Loss, Salvaged, Why};
use crate::store::log::{self, Line};
use crate::store::{StoreError, counter};

const TABLE: &str = "log";

/// Puts all that are as they were written, those of stray pages too where some are missing.
pub(super) fn put(
    db: &Connection,
    image: &Image,
    forest: &Forest,
    stray: &[usize],
    salvaged: &mut Salvaged,
) -> Result<(), StoreError> {
    let tree = forest.tables.get(TABLE);
    let mut lose = |id, why| {
        let (table, was) = (TABLE, String::new());
        salvaged.lost.push(Loss {
            table,
            id,
            was,
            why,
            of: Vec::new(),
        });
    };
    let pages = tree.map_or(&[][..], |tree| &tree.pages);
    let (mut lines, changed) = read(image, pages);
    changed.into_iter().for_each(|id| lose(id, Why::Changed));
    if tree.is_none_or(|tree| tree.bad > 0) {
        lose(None, Why::Page);
        lines.extend(read(image, stray).0);
    }
    lines.sort_by_key(|line| line.id);
    lines.dedup_by_key(|line| line.id);
    // Lines at the end may be lost, whatever their counter says.
    db.execute("DELETE FROM counter WHERE name = 'log'", [])?;
    for (id, line) in (1..).zip(lines) {
        log::insert(db, &Line { id, ..line })?;
        counter::keep_line(db, id + 1)?;
    }
    Ok(())
}

/// The lines of these pages, and the numbers of those that are not as they were written.
fn read(image: &Image, pages: &[usize]) -> (Vec<Line>, Vec<Option<i64>>) {
    let (mut lines, mut changed) = (Vec::new(), Vec::new());
    let leaves = pages.iter().filter_map(|page| image.page(*page));
    for page in leaves.filter(|page| page.kind == PageKind::TableLeaf) {
        for cell in page.cells() {
            let id = cell.as_ref().and_then(|cell| cell.rowid);
            let values = cell.and_then(|it| record::values(image, page.kind, &it, &mut Vec::new()));
            match values.as_deref().and_then(|values| line(id, values)) {
                Some(line) => lines.push(line),
                None => changed.push(id),
            }
        }
    }
    (lines, changed)
}

/// A line that is as it was written.
fn line(id: Option<i64>, values: &[Option<Value>]) -> Option<Line> {
    let text = |at: usize| match values.get(at)?.as_ref()? {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    };
    let hash = |at: usize| match values.get(at)?.as_ref()? {
        Value::Blob(bytes) => bytes.as_slice().try_into().ok(),
        _ => None,
    };
    let line = Line {
        id: id?,
        at: text(1)?,
        who: text(2)?,
        kind: text(3)?,
        subject: text(4)?,
        changes: text(5)?,
    };
    log::says(&line, &hash(6)?, &hash(7)?, &hash(8)?).then_some(line)
}
