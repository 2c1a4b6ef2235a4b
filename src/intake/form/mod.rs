//! Forms of our own that come back: known by what they carry, read where their names point.
//!
//! Whose form it is and what it asked is looked up by whoever knows the workspace; here only
//! what the file says is known.

mod label;
mod mark;
mod notes;
mod place;
mod printed;
mod read;
mod ticked;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

pub use self::mark::{Candidate, LARGEST, is_form};
pub use self::notes::Note;
use self::place::{Place, Places};
pub use self::printed::Printed;
pub use self::read::{Asked, Filled, Wrong};
use super::budget::Limits;
use super::cell::{Cell, cell_name};
use super::error::IntakeError;
use super::grid::Grid;
use super::look::At;
use super::spreadsheet::Spreadsheet;
use crate::model::{FormFault, FormPage, FormSpot, Progress};

/// What one form may cost: there are many, and several are read at once.
const LIMITS: Limits = Limits {
    bytes: 96 << 20,
    time: Duration::from_secs(20),
};

/// Sheets beside the form that are looked at.
const MOST_OTHERS: usize = 8;

/// A form as it came back.
pub struct Form {
    /// Without its folder.
    pub file: String,
    /// The sheet that was filled in.
    pub sheet: String,
    /// Whose form it is, or why nobody can say.
    pub mark: Result<FormPage, FormFault>,
    book: Spreadsheet,
    hidden: Option<Hidden>,
    grid: Grid,
    /// Other sheets somebody can see, by name.
    others: Vec<(String, Grid)>,
    /// Notes pinned to its cells.
    pinned: BTreeMap<At, String>,
    places: Places,
}

/// The cell that says whose form it is; below it stands which firm sent it.
#[derive(Clone, Copy)]
struct Hidden {
    /// Position of its sheet.
    sheet: usize,
    row: u32,
    column: u32,
}

impl Form {
    /// Opens a file that is a [`Candidate`].
    ///
    /// # Errors
    /// Those of opening a spreadsheet and reading its sheets.
    pub fn open(
        name: &str,
        bytes: &Arc<[u8]>,
        candidate: Candidate,
        progress: &Progress,
    ) -> Result<Self, IntakeError> {
        let Candidate { parts, property } = candidate;
        let mut book = match parts {
            Some(parts) => Spreadsheet::open_parts(name, bytes, parts, progress, LIMITS)?,
            None => Spreadsheet::open_within(name, bytes, progress, LIMITS)?,
        };
        let places = Places::of(book.names());
        let hidden = places.identity.as_ref().and_then(|(sheet, row, column)| {
            Some(Hidden {
                sheet: position(&book, sheet)?,
                row: *row,
                column: *column,
            })
        });
        // It stands there twice, since programs lose one or the other.
        let mark = match property.map_or(Err(FormFault::Damaged), |it| it.parse()) {
            Ok(mark) => Ok(mark),
            Err(fault) => match hidden {
                Some(hidden) => {
                    let grid = book.cells(hidden.sheet, progress)?;
                    let said = grid.cell(hidden.row, hidden.column).found();
                    match said.is_empty() {
                        true => Err(fault),
                        false => said.parse(),
                    }
                }
                None => Err(fault),
            },
        };
        let filled = position(&book, &places.sheet).or_else(|| beside(&book, hidden));
        let (sheet, grid, pinned) = match filled {
            Some(at) => {
                let name = book.sheets().get(at).map(|it| it.name.clone());
                let grid = book.cells(at, progress)?;
                (name.unwrap_or_default(), grid, book.notes(at)?)
            }
            None => (String::new(), Grid::default(), BTreeMap::new()),
        };
        let others = others(&mut book, [hidden.map(|it| it.sheet), filled], progress)?;
        Ok(Self {
            file: name.to_owned(),
            sheet,
            mark,
            book,
            hidden,
            grid,
            others,
            pinned,
            places,
        })
    }

    /// The firm that sent it, as the form says; empty where that was lost.
    pub fn company(&mut self, progress: &Progress) -> String {
        let Some(hidden) = self.hidden else {
            return String::new();
        };
        let grid = self.book.cells(hidden.sheet, progress);
        grid.map_or_else(
            |_| String::new(),
            |grid| grid.cell(hidden.row + 1, hidden.column).found(),
        )
    }

    /// What it calls the customer.
    pub fn customer(&self) -> String {
        self.behind(self.head(FormSpot::Customer)).0.found()
    }

    /// Row of the customer as the spreadsheet numbers it, and the cell.
    pub fn customer_cell(&self) -> (u32, String) {
        match self.head(FormSpot::Customer) {
            Some(place) => (place.row + 1, cell_name(place.row, place.first + 1)),
            None => (1, "A1".to_owned()),
        }
    }

    fn head(&self, spot: FormSpot) -> Option<Place> {
        label::head(&self.grid, &self.places, spot)
    }

    /// What stands behind a label, and where: the first cell that is filled in.
    fn behind(&self, place: Option<Place>) -> (&Cell, String) {
        let Some(place) = place else {
            return (&Cell::Empty, String::new());
        };
        let cells = place
            .behind()
            .map(|column| (column, self.grid.cell(place.row, column)));
        let filled = cells.into_iter().find(|(_, cell)| !cell.is_empty());
        let (column, cell) = filled.unwrap_or((place.first + 1, &Cell::Empty));
        (cell, cell_name(place.row, column))
    }
}

fn position(book: &Spreadsheet, sheet: &str) -> Option<usize> {
    book.sheets().iter().position(|it| it.name == sheet)
}

/// The sheets beside these that somebody can see: a copy of the form may be among them.
fn others(
    book: &mut Spreadsheet,
    but: [Option<usize>; 2],
    progress: &Progress,
) -> Result<Vec<(String, Grid)>, IntakeError> {
    let sheets = book.sheets().iter().enumerate();
    let others = sheets.filter(|(at, sheet)| !sheet.hidden && !but.contains(&Some(*at)));
    let others: Vec<(usize, String)> = others.map(|(at, it)| (at, it.name.clone())).collect();
    let read = others.into_iter().take(MOST_OTHERS);
    read.map(|(at, name)| Ok((name, book.cells(at, progress)?)))
        .collect()
}

/// The only other sheet: a program may rename it and leave the names behind.
fn beside(book: &Spreadsheet, hidden: Option<Hidden>) -> Option<usize> {
    let own = hidden.map(|it| it.sheet);
    let others = book.sheets().iter().enumerate();
    let mut others = others.filter(|(at, sheet)| Some(*at) != own && !sheet.hidden);
    let first = others.next().map(|(at, _)| at);
    first.filter(|_| others.next().is_none())
}
