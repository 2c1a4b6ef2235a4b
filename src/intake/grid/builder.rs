//! Takes cells in and keeps each distinct value of a column once.
//!
//! The same few values fill most columns of a survey, so the builder remembers where the last
//! ones went before it hashes anything, and never allocates for a value it has seen. What it
//! does allocate it takes from the budget of the file first.

use std::sync::Arc;

use jiff::civil::DateTime;
use rustc_hash::FxHashMap;

use super::{AROUND_TEXT, Grid, GridColumn, Reckoned, Struck};
use crate::intake::budget::{Budget, TooMuch, weight};
use crate::intake::cell::{Cell, cell_name};
use crate::intake::error::SheetFault;

/// Columns a sheet may have. Survey exports have at most some hundreds; a file beyond this
/// holds something else.
pub const MAX_COLUMNS: u32 = 2_000;

/// Cells a sheet may have, the empty ones above others in their columns included: 200 MB.
pub const MAX_CELLS: u64 = 50_000_000;

/// Bytes of text in one cell: ten times what a spreadsheet takes.
const MAX_TEXT: usize = 1 << 20;

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

/// Why a value was not taken.
enum Refused {
    LongText,
    Memory { limit: u64 },
}

impl From<TooMuch> for Refused {
    fn from(TooMuch { limit }: TooMuch) -> Self {
        Self::Memory { limit }
    }
}

impl Refused {
    fn at(self, row: u32, column: u32) -> SheetFault {
        let cell = cell_name(row, column);
        match self {
            Self::LongText => SheetFault::LongText {
                cell,
                limit: MAX_TEXT as u64,
            },
            Self::Memory { limit } => SheetFault::TakesTooMuch { cell, limit },
        }
    }
}

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

    fn code(&mut self, value: Value<'_>, budget: &Budget) -> Result<u32, Refused> {
        match value {
            Value::Shared(text) => {
                let address = text.as_ptr() as usize;
                let slot = (address >> 5) % RECENT;
                if let Some((known, code)) = self.recent_texts.get(slot)
                    && *known == address
                    && *code != UNKNOWN
                {
                    return Ok(*code);
                }
                let code = self.text(text, budget)?;
                if let Some(entry) = self.recent_texts.get_mut(slot) {
                    *entry = (address, code);
                }
                Ok(code)
            }
            Value::Text(text) => self.text(text, budget),
            Value::Number(number) => self.number(number, budget),
            Value::Bool(value) => self.other(Key::Bool(value), Cell::Bool(value), budget),
            Value::Date(at) => self.other(Key::Date(at), Cell::Date(at), budget),
            Value::Error(text) => self.other(Key::Error(text), Cell::Error(text), budget),
            Value::Formula(text) => {
                let formula = shown(text);
                let key = Key::Formula(formula.clone());
                self.other(key, Cell::Formula(formula), budget)
            }
        }
    }

    fn text(&mut self, text: &str, budget: &Budget) -> Result<u32, Refused> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(0);
        }
        if let Some(code) = self.texts.get(text) {
            return Ok(*code);
        }
        if text.len() > MAX_TEXT {
            return Err(Refused::LongText);
        }
        budget.room_for_entry(&mut self.texts)?;
        budget.take(text.len() as u64 + AROUND_TEXT)?;
        let text: Arc<str> = text.into();
        let code = self.append(Cell::Text(text.clone()), budget)?;
        self.texts.insert(text, code);
        Ok(code)
    }

    fn number(&mut self, number: f64, budget: &Budget) -> Result<u32, Refused> {
        if !number.is_finite() {
            return self.other(Key::Error("#NUM!"), Cell::Error("#NUM!"), budget);
        }
        let number = if number == 0.0 { 0.0 } else { number };
        let bits = number.to_bits();
        let slot = ((bits ^ (bits >> 49)) as usize) % RECENT;
        if let Some((known, code)) = self.recent_numbers.get(slot)
            && *known == bits
            && *code != UNKNOWN
        {
            return Ok(*code);
        }
        let code = self.other(Key::Number(bits), Cell::Number(number), budget)?;
        if let Some(entry) = self.recent_numbers.get_mut(slot) {
            *entry = (bits, code);
        }
        Ok(code)
    }

    fn other(&mut self, key: Key, cell: Cell, budget: &Budget) -> Result<u32, Refused> {
        if let Some(code) = self.others.get(&key) {
            return Ok(*code);
        }
        if let Key::Formula(text) = &key {
            budget.take(text.len() as u64 + AROUND_TEXT)?;
        }
        budget.room_for_entry(&mut self.others)?;
        let code = self.append(cell, budget)?;
        self.others.insert(key, code);
        Ok(code)
    }

    /// Distinct values are as many as cells at most, far below the range of `u32`.
    fn append(&mut self, cell: Cell, budget: &Budget) -> Result<u32, Refused> {
        budget.room_for_one(&mut self.column.values)?;
        self.column.values.push(cell);
        Ok((self.column.values.len() - 1) as u32)
    }

    /// The column alone; what it was found by is free again.
    fn finish(self, budget: &Budget) -> GridColumn {
        let maps = weight(&self.texts) + weight(&self.others);
        budget.give_back(maps + size_of::<Self>() as u64);
        self.column
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
pub(in crate::intake) struct GridBuilder {
    columns: Vec<ColumnBuilder>,
    cells: u64,
    budget: Budget,
}

impl GridBuilder {
    /// What is kept is taken from the budget.
    pub fn new(budget: &Budget) -> Self {
        Self {
            columns: Vec::new(),
            cells: 0,
            budget: budget.clone(),
        }
    }

    /// Puts a value at a row and column counted from 0; the last one stays. Empty cells need
    /// not be put.
    ///
    /// # Errors
    /// [`SheetFault::TooManyColumns`], [`SheetFault::TooManyCells`], [`SheetFault::LongText`]
    /// and [`SheetFault::TakesTooMuch`] naming the cell that went too far.
    pub fn put(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<(), SheetFault> {
        while self.columns.len() <= column as usize {
            if value.blank() {
                return Ok(());
            }
            self.add_column(row, column)?;
        }
        let Some(builder) = self.columns.get_mut(column as usize) else {
            return Ok(());
        };
        let code = builder
            .code(value, &self.budget)
            .map_err(|refused| refused.at(row, column))?;
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
            self.budget
                .room(codes, row_at + 1)
                .map_err(|spent| Refused::from(spent).at(row, column))?;
            codes.resize(row_at, 0);
            codes.push(code);
        }
        Ok(())
    }

    fn add_column(&mut self, row: u32, column: u32) -> Result<(), SheetFault> {
        if column >= MAX_COLUMNS {
            return Err(SheetFault::TooManyColumns {
                cell: cell_name(row, column),
                limit: MAX_COLUMNS,
            });
        }
        self.budget
            .take(size_of::<ColumnBuilder>() as u64)
            .map_err(|spent| Refused::from(spent).at(row, column))?;
        self.columns.push(ColumnBuilder::new());
        Ok(())
    }

    pub fn finish(self) -> Grid {
        let budget = self.budget;
        let columns = self.columns.into_iter();
        Grid {
            reckoned: Reckoned::default(),
            columns: columns.map(|column| column.finish(&budget)).collect(),
            merges: Vec::new(),
            struck: Struck::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::budget::Limits;

    #[test]
    fn distinct_values_are_kept_once() {
        let mut builder = GridBuilder::new(&Budget::default());
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
        let mut builder = GridBuilder::new(&Budget::default());
        assert_eq!(
            builder.put(0, 20_000, Value::Bool(true)).unwrap_err(),
            SheetFault::TooManyColumns {
                cell: "ACOG1".to_owned(),
                limit: MAX_COLUMNS
            }
        );
        assert!(builder.put(u32::MAX, 0, Value::Bool(true)).is_err());
    }

    #[test]
    fn what_fills_the_memory_is_refused_at_its_cell() {
        let limits = Limits {
            bytes: 1 << 20,
            ..Limits::default()
        };
        let budget = Budget::new(limits);
        let mut builder = GridBuilder::new(&budget);
        let mut row = 0;
        let fault = loop {
            if let Err(fault) = builder.put(row, 1, Value::Number(f64::from(row))) {
                break fault;
            }
            row += 1;
        };
        let limit = 1 << 20;
        let cell = cell_name(row, 1);
        assert_eq!(fault, SheetFault::TakesTooMuch { cell, limit });
        assert!((1_000..20_000).contains(&row), "{row}");
        let before = budget.taken();
        let columns = builder.finish().columns;
        assert!(budget.taken() < before, "what values were found by is free");
        assert!(budget.taken() > columns[1].codes.len() as u64 * 4);
    }

    #[test]
    fn a_text_longer_than_any_cell_is_refused() {
        let mut builder = GridBuilder::new(&Budget::default());
        let long = "x".repeat(MAX_TEXT + 1);
        let fault = builder.put(4, 2, Value::Text(&long)).unwrap_err();
        assert!(matches!(fault, SheetFault::LongText { cell, .. } if cell == "C5"));
    }
}
