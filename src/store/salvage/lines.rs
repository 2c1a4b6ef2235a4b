//! The lines of the log: each that says what its hash says, one behind the other again.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::image::Image;
use super::record;
use super::tree::Forest;
use super::{Loss, Salvaged, Why};
use crate::store::log::{self, Line};
use crate::store::{StoreError, counter};

const TABLE: &str = "log";

pub(super) fn put(
    db: &Connection,
    image: &Image,
    forest: &Forest,
    salvaged: &mut Salvaged,
) -> Result<(), StoreError> {
    let tree = forest.tables.get(TABLE);
    let mut lines = Vec::new();
    let pages = tree.map_or(&[][..], |tree| &tree.pages);
    let mut lose = |id, was| {
        salvaged.lost.push(Loss {
            table: TABLE,
            id,
            was,
            why: Why::Changed,
        });
    };
    for page in pages.iter().filter_map(|page| image.page(*page)) {
        if page.inner() {
            continue;
        }
        for cell in page.cells() {
            let id = cell.as_ref().and_then(|cell| cell.rowid);
            let values = cell.and_then(|it| record::values(image, page.kind, &it, &mut Vec::new()));
            match values.as_deref().and_then(|values| line(id, values)) {
                Some(line) => lines.push(line),
                None => lose(id, String::new()),
            }
        }
    }
    if tree.is_none_or(|tree| tree.bad > 0) {
        salvaged.lost.push(Loss {
            table: TABLE,
            id: None,
            was: String::new(),
            why: Why::Page,
        });
    }
    lines.sort_by_key(|line| line.id);
    db.execute("DELETE FROM counter WHERE name = 'log'", [])?;
    for (id, line) in (1..).zip(lines) {
        log::insert(db, &Line { id, ..line })?;
        counter::keep_line(db, id + 1)?;
    }
    Ok(())
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
