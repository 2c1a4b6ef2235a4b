//! Every row that is as it was written, from the damaged file into the new one.

use rusqlite::Connection;
use rustc_hash::FxHashSet;

use super::image::Image;
use super::lines;
use super::page::{Page, PageKind};
use super::record;
use super::tables::{Row, Table, Told};
use super::tree::{Forest, Tree};
use super::{Loss, Salvaged, Why};
use crate::model::Progress;
use crate::store::StoreError;

/// Pages between two looks at whether somebody still wants it.
const BREATH: u64 = 256;

/// Puts all of them, and names those that are not as they were written.
pub(super) fn put(
    db: &Connection,
    image: &Image,
    salvaged: &mut Salvaged,
    progress: &Progress,
) -> Result<(), StoreError> {
    let forest = Forest::of(image);
    let mut taking = Taking {
        db,
        image,
        salvaged,
        progress,
        used: FxHashSet::default(),
        pages: 0,
    };
    progress.expect(image.pages() as u64);
    let tables = Table::all(db)?;
    let empty = Tree::default();
    let mut torn = Vec::new();
    let older = forest.listed && image.is_older();
    for table in &tables {
        let tree = forest.tables.get(table.name);
        if tree.is_none() && older {
            // There was no such table yet.
            continue;
        }
        let whole = tree.is_some_and(|tree| tree.bad == 0);
        taking.table(table, tree.unwrap_or(&empty))?;
        if !whole {
            torn.push(table);
        }
    }
    let stray = taking.stray(&forest);
    if !torn.is_empty() {
        taking.torn(&torn, &stray)?;
        // Whether everything came back nobody can say.
        for table in torn {
            taking.lose(table.name, Told::default(), Why::Page);
        }
    }
    lines::put(db, image, &forest, &stray, taking.salvaged)
}

struct Taking<'a> {
    db: &'a Connection,
    image: &'a Image,
    salvaged: &'a mut Salvaged,
    progress: &'a Progress,
    /// Pages rows go on in.
    used: FxHashSet<usize>,
    pages: u64,
}

impl Taking<'_> {
    /// The rows of the pages a table leads to.
    fn table(&mut self, table: &Table, tree: &Tree) -> Result<(), StoreError> {
        for number in &tree.pages {
            self.breathe()?;
            let Some(page) = self.image.page(*number) else {
                continue;
            };
            for cell in page.cells() {
                let (rowid, values) = match cell {
                    Some(cell) if page.kind == PageKind::TableInner && cell.payload.is_none() => {
                        continue;
                    }
                    Some(cell) => {
                        let mut used = Vec::new();
                        let values = record::values(self.image, page.kind, &cell, &mut used);
                        self.used.extend(used);
                        (cell.rowid, values)
                    }
                    None => (None, None),
                };
                match values.and_then(|values| table.read(rowid, values)) {
                    Some(row) => self.take(table, row)?,
                    None => {
                        let told = Told {
                            id: rowid,
                            ..Told::default()
                        };
                        self.lose(table.name, told, Why::Changed);
                    }
                }
            }
        }
        Ok(())
    }

    fn take(&mut self, table: &Table, row: Row) -> Result<(), StoreError> {
        match row {
            Row::Whole(values, cut) => {
                let told = table.told(&values.iter().cloned().map(Some).collect::<Vec<_>>());
                if !table.insert(self.db, &values)? {
                    self.lose(table.name, told, Why::Changed);
                } else if cut {
                    self.lose(table.name, told, Why::Part);
                }
            }
            Row::Changed(values) => {
                self.lose(table.name, table.told(&values), Why::Changed);
            }
        }
        Ok(())
    }

    /// Pages nothing leads to any more and that are not set aside: what lies there was cut off
    /// from its table. Where the list of those set aside is lost too, nothing that was deleted
    /// comes back: whatever is deleted is overwritten (`secure_delete`).
    fn stray(&self, forest: &Forest) -> Vec<usize> {
        let free = self.image.free();
        let taken = |page: &usize| {
            free.contains(page) || forest.owned.contains(page) || self.used.contains(page)
        };
        (1..=self.image.pages())
            .filter(|page| !taken(page))
            .collect()
    }

    /// Rows of stray pages that belong to tables with pages missing: their seal says to which.
    fn torn(&mut self, tables: &[&Table], stray: &[usize]) -> Result<(), StoreError> {
        let pages: Vec<Page<'_>> = stray
            .iter()
            .filter_map(|page| self.image.page(*page))
            .filter(|page| page.kind != PageKind::TableInner)
            .collect();
        for page in pages {
            self.breathe()?;
            for cell in page.cells().flatten() {
                let mut used = Vec::new();
                let Some(values) = record::values(self.image, page.kind, &cell, &mut used) else {
                    continue;
                };
                let mut fitting = tables.iter().filter_map(|table| {
                    match table.read(cell.rowid, values.clone()) {
                        Some(Row::Whole(row, cut)) => Some((table, row, cut)),
                        _ => None,
                    }
                });
                // Surveys and labels look alike: what may be either is neither.
                let (Some((table, row, cut)), None) = (fitting.next(), fitting.next()) else {
                    continue;
                };
                if table.insert(self.db, &row)? && cut {
                    self.lose(table.name, table.told(&values), Why::Part);
                }
            }
        }
        Ok(())
    }

    fn lose(&mut self, table: &'static str, told: Told, why: Why) {
        let Told { id, was, of } = told;
        self.salvaged.lost.push(Loss {
            table,
            id,
            was,
            why,
            of,
        });
    }

    fn breathe(&mut self) -> Result<(), StoreError> {
        self.pages += 1;
        if self.pages.is_multiple_of(BREATH) {
            self.progress.reach(self.pages)?;
        }
        Ok(())
    }
}
