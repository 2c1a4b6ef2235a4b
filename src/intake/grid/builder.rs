//! Takes cells in and keeps each distinct value of a column once.
//!
//! The same few values fill most columns of a survey, so the builder remembers where the last
//! ones went before it hashes anything, and never allocates for a value it has seen.

use std::sync::Arc;

use jiff::civil::DateTime;
use rustc_hash::FxHashMap;

use super::{Grid, GridColumn};
use crate::intake::cell::{Cell, cell_name};
use crate::intake::error::SheetFault;

/// Columns a sheet may have. Survey exports have at most some hundreds; a file beyond this
/// holds something else.
pub const MAX_COLUMNS: u32 = 2_000;

/// Cells a sheet may have, the empty ones above others in their columns included: 200 MB.
pub const MAX_CELLS: u64 = 50_000_000;

/// A value on its way in.
#[derive(Clone, Copy, Debug)]
pub(in crate::intake) enum Value<'a> {
    /// Text that lives as long as the sheet is read: known again by its address.
    Shared(&'a str),
    Text(&'a str),
    Number(f64),
    Bool(bool),
    Date(DateTime),
    Error(&'static str),
    /// A formula without a value, as it is written behind the `=`.
    Formula(&'a str),
}

impl Value<'_> {
    fn blank(&self) -> bool {
        matches!(self, Self::Shared(text) | Self::Text(text) if text.trim().is_empty())
    }
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    Number(u64),
    Bool(bool),
    Date(DateTime),
    Error(&'static str),
    Formula(Arc<str>),
}

/// Longest formula that is shown whole.
const MAX_FORMULA: usize = 60;

/// Slots of the memory for what came last; a power of two.
const RECENT: usize = 64;
const UNKNOWN: u32 = u32::MAX;

struct ColumnBuilder {
    column: GridColumn,
    texts: FxHashMap<Arc<str>, u32>,
    others: FxHashMap<Key, u32>,
    recent_texts: [(usize, u32); RECENT],
    recent_numbers: [(u64, u32); RECENT],
}

impl ColumnBuilder {
    fn new() -> Self {
        Self {
            column: GridColumn {
                values: vec![Cell::Empty],
                codes: Vec::new(),
            },
            texts: FxHashMap::default(),
            others: FxHashMap::default(),
            recent_texts: [(0, UNKNOWN); RECENT],
            recent_numbers: [(0, UNKNOWN); RECENT],
        }
    }

    fn code(&mut self, value: Value<'_>) -> u32 {
        match value {
            Value::Shared(text) => {
                let address = text.as_ptr() as usize;
                let slot = (address >> 5) % RECENT;
                if let Some((known, code)) = self.recent_texts.get(slot)
                    && *known == address
                    && *code != UNKNOWN
                {
                    return *code;
                }
                let code = self.text(text);
                if let Some(entry) = self.recent_texts.get_mut(slot) {
                    *entry = (address, code);
                }
                code
            }
            Value::Text(text) => self.text(text),
            Value::Number(number) => self.number(number),
            Value::Bool(value) => self.other(Key::Bool(value), Cell::Bool(value)),
            Value::Date(at) => self.other(Key::Date(at), Cell::Date(at)),
            Value::Error(text) => self.other(Key::Error(text), Cell::Error(text)),
            Value::Formula(text) => {
                let formula = shown(text);
                self.other(Key::Formula(formula.clone()), Cell::Formula(formula))
            }
        }
    }

    fn text(&mut self, text: &str) -> u32 {
        let text = text.trim();
        if text.is_empty() {
            return 0;
        }
        if let Some(code) = self.texts.get(text) {
            return *code;
        }
        let text: Arc<str> = text.into();
        let code = self.append(Cell::Text(text.clone()));
        self.texts.insert(text, code);
        code
    }

    fn number(&mut self, number: f64) -> u32 {
        if !number.is_finite() {
            return self.other(Key::Error("#NUM!"), Cell::Error("#NUM!"));
        }
        let number = if number == 0.0 { 0.0 } else { number };
        let bits = number.to_bits();
        let slot = ((bits ^ (bits >> 49)) as usize) % RECENT;
        if let Some((known, code)) = self.recent_numbers.get(slot)
            && *known == bits
            && *code != UNKNOWN
        {
            return *code;
        }
        let code = self.other(Key::Number(bits), Cell::Number(number));
        if let Some(entry) = self.recent_numbers.get_mut(slot) {
            *entry = (bits, code);
        }
        code
    }

    fn other(&mut self, key: Key, cell: Cell) -> u32 {
        if let Some(code) = self.others.get(&key) {
            return *code;
        }
        let code = self.append(cell);
        self.others.insert(key, code);
        code
    }

    /// Distinct values are as many as cells at most, far below the range of `u32`.
    fn append(&mut self, cell: Cell) -> u32 {
        self.column.values.push(cell);
        (self.column.values.len() - 1) as u32
    }
}

/// A formula as the spreadsheet shows it; the end of a long one is left out.
fn shown(formula: &str) -> Arc<str> {
    let formula = formula.trim();
    let mut shown = format!("={}", formula.strip_prefix('=').unwrap_or(formula));
    if let Some((end, _)) = shown.char_indices().nth(MAX_FORMULA) {
        shown.truncate(end);
        shown.push('…');
    }
    shown.into()
}

/// Takes cells in any order and keeps them by the column.
#[derive(Default)]
pub(in crate::intake) struct GridBuilder {
    columns: Vec<ColumnBuilder>,
    cells: u64,
}

impl GridBuilder {
    /// Puts a value at a row and column counted from 0; the last one stays. Empty cells need
    /// not be put.
    ///
    /// # Errors
    /// [`SheetFault::TooManyColumns`] and [`SheetFault::TooManyCells`] naming the cell that
    /// went too far.
    pub fn put(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<(), SheetFault> {
        while self.columns.len() <= column as usize {
            if value.blank() {
                return Ok(());
            }
            if column >= MAX_COLUMNS {
                return Err(SheetFault::TooManyColumns {
                    cell: cell_name(row, column),
                    limit: MAX_COLUMNS,
                });
            }
            self.columns.push(ColumnBuilder::new());
        }
        let Some(builder) = self.columns.get_mut(column as usize) else {
            return Ok(());
        };
        let code = builder.code(value);
        let codes = &mut builder.column.codes;
        let row_at = row as usize;
        if row_at < codes.len() {
            if let Some(place) = codes.get_mut(row_at) {
                *place = code;
            }
        } else if code != 0 {
            self.cells += (row_at + 1 - codes.len()) as u64;
            if self.cells > MAX_CELLS {
                return Err(SheetFault::TooManyCells {
                    cell: cell_name(row, column),
                    limit: MAX_CELLS,
                });
            }
            codes.resize(row_at, 0);
            codes.push(code);
        }
        Ok(())
    }

    pub fn finish(self) -> Grid {
        Grid {
            columns: self
                .columns
                .into_iter()
                .map(|builder| builder.column)
                .collect(),
            merges: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinct_values_are_kept_once() {
        let mut builder = GridBuilder::default();
        let labels = ["很满意".to_owned(), " 满意 ".to_owned()];
        for row in 0..100 {
            builder
                .put(row, 1, Value::Shared(&labels[row as usize % 2]))
                .unwrap();
            builder
                .put(row, 2, Value::Number(f64::from(row % 3)))
                .unwrap();
        }
        builder.put(3, 2, Value::Text("满意")).unwrap();
        builder.put(4, 2, Value::Number(-0.0)).unwrap();
        builder.put(5, 2, Value::Number(f64::NAN)).unwrap();
        let grid = builder.finish();
        assert_eq!(grid.rows(), 100);
        assert_eq!(grid.columns[0].codes.len(), 0);
        assert_eq!(grid.columns[1].values.len(), 3);
        assert_eq!(grid.cell(1, 1), &Cell::Text("满意".into()));
        assert_eq!(grid.cell(3, 2), &Cell::Text("满意".into()));
        assert_eq!(grid.cell(4, 2), &Cell::Number(0.0));
        assert_eq!(grid.cell(5, 2), &Cell::Error("#NUM!"));
        assert_eq!(grid.columns[2].values.len(), 6);
    }

    #[test]
    fn a_cell_too_far_is_named() {
        let mut builder = GridBuilder::default();
        assert_eq!(
            builder.put(0, 20_000, Value::Bool(true)).unwrap_err(),
            SheetFault::TooManyColumns {
                cell: "ACOG1".to_owned(),
                limit: MAX_COLUMNS
            }
        );
        assert!(builder.put(u32::MAX, 0, Value::Bool(true)).is_err());
    }
}
