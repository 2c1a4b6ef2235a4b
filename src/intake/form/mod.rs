//! Forms of our own that come back: known by what they carry, read where their names point.
//!
//! Whose form it is and what it asked is looked up by whoever knows the workspace; here only
//! what the file says is known.

mod label;
mod mark;
mod place;
mod read;

use std::sync::Arc;
use std::time::Duration;

pub use self::mark::{LARGEST, is_form};
use self::place::{Place, Places};
pub use self::read::{Asked, Filled, Wrong};
use super::budget::Limits;
use super::cell::{Cell, cell_name};
use super::error::IntakeError;
use super::grid::Grid;
use super::spreadsheet::Spreadsheet;
use crate::model::{FormFault, FormPage, FormSpot, Progress};

/// What one form may cost: there are many, and several are read at once.
const LIMITS: Limits = Limits {
    bytes: 96 << 20,
    time: Duration::from_secs(20),
};

/// A form as it came back.
#[derive(Debug)]
pub struct Form {
    /// Without its folder.
    pub file: String,
    /// The sheet that was filled in.
    pub sheet: String,
    /// Whose form it is, or why nobody can say.
    pub mark: Result<FormPage, FormFault>,
    /// The firm that sent it, as the form says; empty where that was lost.
    pub company: String,
    grid: Grid,
    places: Places,
}

impl Form {
    /// Opens a file that [`is_form`].
    ///
    /// # Errors
    /// Those of opening a spreadsheet and reading its sheets.
    pub fn open(name: &str, bytes: &Arc<[u8]>, progress: &Progress) -> Result<Self, IntakeError> {
        let mut book = Spreadsheet::open_within(name, bytes, progress, LIMITS)?;
        let places = Places::of(book.names());
        let at = |book: &Spreadsheet, sheet: &str| {
            let mut sheets = book.sheets().iter();
            sheets.position(|it| it.name == sheet)
        };
        let hidden = places
            .identity
            .clone()
            .and_then(|(sheet, row, column)| Some((at(&book, &sheet)?, row, column)));
        let own = hidden.map(|(sheet, ..)| sheet);
        let (mut said, mut company) = (None, String::new());
        if let Some((sheet, row, column)) = hidden {
            let grid = book.cells(sheet, progress)?;
            said = Some(grid.cell(row, column).found()).filter(|text| !text.is_empty());
            company = grid.cell(row + 1, column).found();
        }
        let mark = match said.or_else(|| mark::property(bytes)) {
            Some(text) => text.parse(),
            None => Err(FormFault::Damaged),
        };
        // A program may rename the sheet and leave the names behind: the only other one is it.
        let beside = |book: &Spreadsheet| {
            let others = book.sheets().iter().enumerate();
            let mut others = others.filter(|(at, sheet)| Some(*at) != own && !sheet.hidden);
            let first = others.next().map(|(at, _)| at);
            first.filter(|_| others.next().is_none())
        };
        let filled = at(&book, &places.sheet).or_else(|| beside(&book));
        let (sheet, grid) = match filled {
            Some(at) => {
                let name = book.sheets().get(at).map(|it| it.name.clone());
                (name.unwrap_or_default(), book.cells(at, progress)?)
            }
            None => (String::new(), Grid::default()),
        };
        Ok(Self {
            file: name.to_owned(),
            sheet,
            mark,
            company,
            grid,
            places,
        })
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
