//! A sheet as columns under titles.
//!
//! Each column keeps every distinct value once and a number per row, so that 100,000 rows of
//! one rating cost five interpretations, and samples and conflicts are at hand at once. Rows
//! and columns keep their true places. What the columns mean is not known here.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use super::Cell;
use super::budget::{Budget, Spent, TooMuch};
use super::cell::cell_name;
use super::customers::known::Known;
use super::error::SheetFault;
use super::filled::{Entry, Filled};
use super::grid::{Grid, GridColumn, Reckoned, Struck};
use super::header::{self, Header, Title};
use super::platform::{self, Platform};
use crate::model::{Customer, Mapping, Reading, SetAside, Target};

/// What the customer a file is called after goes by.
const BY_FILE: &str = "客户编号";

/// One column below its title.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetColumn {
    /// Column counted from 0 (`A`).
    pub index: u32,
    /// Title as written, trimmed; empty if there is none.
    pub title: String,
    /// Title above the title, where the header has two rows.
    pub group: String,
    /// Where the title stands, e.g. `F1`.
    pub cell: String,
    /// Where the one answer of a filled form stands, and further cells of it; `None` in a table.
    answer: Option<String>,
    further: Vec<String>,
    /// What it is, and how it is read, where somebody said so of the form.
    pub(super) said: (Option<Target>, Option<Reading>),
    /// Distinct values; the first is always [`Cell::Empty`].
    values: Vec<Cell>,
    /// How many rows hold each value.
    counts: Vec<u32>,
    /// Position in `values` of each row; rows beyond the end are empty.
    codes: Vec<u32>,
}

impl SheetColumn {
    fn new(index: u32, title: Title, column: GridColumn, first_row: u32) -> Self {
        let GridColumn { values, mut codes } = column;
        codes.drain(..codes.len().min(first_row as usize));
        let mut counts = vec![0_u32; values.len()];
        for code in &codes {
            if let Some(count) = counts.get_mut(*code as usize) {
                *count += 1;
            }
        }
        Self {
            index,
            title: title.text,
            group: title.group,
            cell: title.cell,
            answer: None,
            further: Vec::new(),
            said: (None, None),
            values,
            counts,
            codes,
        }
    }

    /// The entry of a filled form: a column of one row.
    fn of_form(index: u32, entry: Entry) -> Self {
        let filled = u32::from(!entry.value.is_empty());
        Self {
            index,
            title: entry.title,
            group: String::new(),
            cell: entry.title_cell,
            answer: Some(entry.cell),
            further: entry.further,
            said: (entry.target, entry.reading),
            values: vec![Cell::Empty, entry.value],
            counts: vec![1 - filled, filled],
            codes: vec![filled],
        }
    }

    /// Every cell an answer of a form stands in; empty for a column of a table.
    pub fn answered_in(&self) -> String {
        let cells = self.answer.iter().chain(&self.further).cloned();
        cells.collect::<Vec<String>>().join(", ")
    }

    /// Distinct values that occur below the title, empty cells left out, with how often.
    pub fn values(&self) -> impl Iterator<Item = (&Cell, u32)> {
        self.values
            .iter()
            .zip(&self.counts)
            .skip(1)
            .filter(|(_, count)| **count > 0)
            .map(|(value, count)| (value, *count))
    }

    /// The same without what some rows hold, counted from 0 below the header.
    pub(super) fn values_but(&self, rows: &[u32]) -> Vec<(&Cell, u32)> {
        let mut left_out: FxHashMap<u32, u32> = FxHashMap::default();
        for row in rows {
            *left_out.entry(self.code(*row)).or_default() += 1;
        }
        let values = (0..).zip(self.values.iter().zip(&self.counts)).skip(1);
        let rest = values.map(|(code, (value, count))| {
            let less = left_out.get(&code).copied().unwrap_or(0);
            (value, count.saturating_sub(less))
        });
        rest.filter(|(_, count)| *count > 0).collect()
    }

    /// Whether one of so many rows has nothing there.
    pub(super) fn has_gaps(&self, rows: u32) -> bool {
        (0..rows).any(|row| self.code(row) == 0)
    }

    /// Value in a row counted from 0 below the header.
    pub fn value(&self, row: u32) -> &Cell {
        self.values
            .get(self.code(row) as usize)
            .unwrap_or(&Cell::Empty)
    }

    /// Every value that was met in the column, the empty cell first: what [`Self::code`]
    /// counts in. Some may only occur above the title.
    pub(super) fn dictionary(&self) -> &[Cell] {
        &self.values
    }

    /// What each value of the dictionary says, in its order; [`Self::code`] counts in it.
    pub fn said<'s>(
        &'s self,
        say: impl Fn(&Cell) -> String + 's,
    ) -> impl Iterator<Item = String> + 's {
        self.values.iter().map(say)
    }

    /// How many rows hold the value at a position of [`Self::dictionary`].
    pub(super) fn count(&self, code: usize) -> u32 {
        self.counts.get(code).copied().unwrap_or(0)
    }

    /// Bytes of the texts of all rows, where each has a text of its own.
    pub(super) fn spread(&self) -> u64 {
        let counted = self.values.iter().zip(&self.counts);
        let texts = counted.map(|(cell, count)| cell.weight().saturating_mul(u64::from(*count)));
        texts.fold(0, u64::saturating_add)
    }

    /// Position in the dictionary of a row counted from 0 below the header.
    pub fn code(&self, row: u32) -> u32 {
        self.codes.get(row as usize).copied().unwrap_or(0)
    }
}

/// One sheet of a file, its header found.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// File it comes from, without its folder.
    pub file: String,
    pub name: String,
    /// What wrote it.
    pub platform: &'static Platform,
    /// Columns that have a title or a value, from left to right.
    pub columns: Vec<SheetColumn>,
    /// It was a text of separated values: a separator too many shifts what stands behind it.
    pub separated: bool,
    /// Cells reckoned from those above them, as the file counts rows.
    reckoned: Reckoned,
    /// Cells somebody struck through, as the file counts rows.
    struck: Struck,
    /// Rows of another table above the header.
    above: Vec<SetAside>,
    /// Row below the header, counted from 0.
    first_row: u32,
    /// Rows below the header up to the last one that holds anything.
    rows: u32,
    /// What it cost to read, the file included.
    spent: Spent,
}

impl Sheet {
    /// The columns of a grid below its header, unless it begins with the head of a platform.
    /// `held` is what the file and the grid take.
    ///
    /// # Errors
    /// [`SheetFault::NoHeader`] if no row is one; [`SheetFault::TakesTooMuch`] when a title that
    /// stands above many columns takes more than `budget` has.
    pub(super) fn new(
        file: String,
        name: String,
        grid: Grid,
        header: Option<Header>,
        budget: &Budget,
        held: u64,
    ) -> Result<Self, SheetFault> {
        let known = platform::headed(&grid);
        let (header, titles) = match known {
            Some((platform, header)) => {
                let titles = platform::titles(&grid, platform);
                (header, taken(titles, budget)?)
            }
            None => {
                let header = header.ok_or(SheetFault::NoHeader)?;
                (header, taken(header::titles(&grid, header), budget)?)
            }
        };
        // The head of a platform stands at the top.
        let above = match known {
            Some(_) => Vec::new(),
            None => header::above(&grid, header),
        };
        let mut grid = grid;
        let filled = grid.fill_merged(header.last + 1, budget);
        filled.map_err(|TooMuch { limit }| SheetFault::TakesTooMuch {
            cell: cell_name(header.last, 0),
            limit,
        })?;
        let spent = budget.spent(held + titles.iter().map(Title::weight).sum::<u64>());
        let first_row = header.last + 1;
        let reckoned = std::mem::take(&mut grid.reckoned);
        let struck = std::mem::take(&mut grid.struck);
        let rows = grid.rows().saturating_sub(first_row);
        let columns: Vec<SheetColumn> = (0..)
            .zip(titles)
            .zip(grid.columns)
            .map(|((index, title), column)| SheetColumn::new(index, title, column, first_row))
            .filter(|column| !column.title.is_empty() || column.values().next().is_some())
            .collect();
        let of_titles = || {
            let titles: Vec<&str> = columns.iter().map(|it| it.title.as_str()).collect();
            platform::of(&titles)
        };
        Ok(Self {
            file,
            name,
            platform: known.map_or_else(of_titles, |(platform, _)| platform),
            columns,
            separated: false,
            reckoned,
            struck,
            above,
            first_row,
            rows,
            spent,
        })
    }

    /// A form somebody filled in, as a sheet of one row. `held` is what the file and the grid take.
    pub(super) fn of_form(
        file: String,
        name: String,
        filled: Filled,
        budget: &Budget,
        held: u64,
    ) -> Self {
        let entries = (0..).zip(filled.entries);
        let columns = entries.map(|(index, entry)| SheetColumn::of_form(index, entry));
        Self {
            file,
            name,
            platform: &platform::PLAIN,
            columns: columns.collect(),
            separated: false,
            reckoned: Reckoned::default(),
            struck: Struck::default(),
            above: Vec::new(),
            first_row: filled.row,
            rows: 1,
            spent: budget.spent(held),
        }
    }

    /// Adds the customer a form's file is called after, if it is one of these.
    pub fn call_after_its_file(&mut self, customers: &[Customer]) {
        let stem = self
            .file
            .rsplit_once('.')
            .map_or(self.file.as_str(), |it| it.0);
        if !self.is_form() {
            return;
        }
        if let Some(code) = Known::new(customers).called(stem, customers) {
            let index = u32::try_from(self.columns.len()).unwrap_or(u32::MAX);
            let entry = Entry {
                title: BY_FILE.to_owned(),
                title_cell: String::new(),
                value: Cell::Text(code.into()),
                cell: String::new(),
                further: Vec::new(),
                target: None,
                reading: None,
            };
            self.columns.push(SheetColumn::of_form(index, entry));
        }
    }

    /// Whether it is a form somebody filled in, one return and no table.
    pub fn is_form(&self) -> bool {
        self.columns.first().is_some_and(|it| it.answer.is_some())
    }

    /// What it cost until now: what is made of it comes on top.
    pub(super) fn spent(&self) -> Spent {
        self.spent
    }

    /// Rows below the header, empty ones among them included.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// Whether a cell in a row counted from 0 below the header is reckoned from those above it.
    pub(super) fn is_reckoned(&self, column: &SheetColumn, row: u32) -> bool {
        self.reckoned.holds(self.first_row + row, column.index)
    }

    /// Whether any cell is struck through.
    pub(super) fn has_struck(&self) -> bool {
        !self.struck.is_empty()
    }

    /// Whether somebody struck through the cell in a row counted from 0 below the header.
    pub(super) fn is_struck(&self, column: &SheetColumn, row: u32) -> bool {
        self.struck.contains(&(self.first_row + row, column.index))
    }

    /// Rows of another table above the header, whose columns are others.
    pub(super) fn above(&self) -> &[SetAside] {
        &self.above
    }

    /// Number the spreadsheet shows beside a row counted from 0 below the header.
    pub fn row_number(&self, row: u32) -> u32 {
        self.first_row + row + 1
    }

    /// The row of that number, counted from 0 below the header.
    pub fn row(&self, number: u32) -> Option<u32> {
        number.checked_sub(self.first_row + 1)
    }

    /// Name of the cell of a column in a row counted from 0 below the header, e.g. `F14`.
    pub fn cell_name(&self, column: &SheetColumn, row: u32) -> String {
        match &column.answer {
            Some(cell) => cell.clone(),
            None => cell_name(self.first_row + row, column.index),
        }
    }

    /// Whether a mapping was made for a sheet with the same titles.
    pub fn fits(&self, mapping: &Mapping) -> bool {
        mapping.columns.len() == self.columns.len() && mapping.fingerprint == self.fingerprint()
    }

    /// The same for every sheet with these titles in this order, so that a mapping made once
    /// is found again.
    pub fn fingerprint(&self) -> String {
        let mut digest = Sha256::new();
        // What the file is called tells nothing of how it is read, nor does what somebody wrote
        // beside the answers.
        let beside = |it: &SheetColumn| it.said.0 == Some(Target::Ignore);
        let asked = |it: &&SheetColumn| !it.cell.is_empty() && !beside(it);
        let written = self.columns.iter().filter(asked);
        for column in written {
            for text in [&column.group, &column.title] {
                digest.update((text.len() as u64).to_le_bytes());
                digest.update(text);
            }
        }
        let digest = digest.finalize();
        digest
            .iter()
            .take(12)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// The titles, each taken from the budget before the next is made: one text may stand above
/// every column.
fn taken(titles: impl Iterator<Item = Title>, budget: &Budget) -> Result<Vec<Title>, SheetFault> {
    let mut all = Vec::new();
    for title in titles {
        let took = budget.take(title.weight());
        took.map_err(|TooMuch { limit }| SheetFault::TakesTooMuch {
            cell: title.cell.clone(),
            limit,
        })?;
        all.push(title);
    }
    Ok(all)
}
