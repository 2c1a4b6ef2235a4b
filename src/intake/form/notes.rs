//! What a customer wrote on a form beside its answers: in other cells, or pinned to one.
//!
//! A form is locked but for its answers, which programs may not care about. What the empty form
//! says is given; whatever else stands there somebody wrote.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::label::{COLUMNS, ROWS, Standing};
use super::{Asked, Form};
use crate::intake::cell::cell_name;
use crate::intake::error::IntakeError;
use crate::intake::normal::folded;
use crate::intake::spreadsheet::Spreadsheet;
use crate::model::{FormSpot, Item, Progress};

/// So many are told one by one.
const MOST: usize = 200;

/// Something written beside the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The cell it stands in or is pinned to.
    pub cell: String,
    pub text: String,
    /// The place of the item it stands at, in what the form asked.
    pub item: Option<usize>,
}

/// What empty forms say.
#[derive(Clone, Debug, Default)]
pub struct Printed(FxHashSet<String>);

impl Printed {
    /// Adds what a form says that nobody filled in.
    ///
    /// # Errors
    /// Those of opening a spreadsheet.
    pub fn add(&mut self, form: Vec<u8>, progress: &Progress) -> Result<(), IntakeError> {
        let bytes: Arc<[u8]> = form.into();
        let mut book = Spreadsheet::open("form.xlsx", &bytes, progress)?;
        for sheet in 0..book.sheets().len() {
            let grid = book.cells(sheet, progress)?;
            for column in &grid.columns {
                let said = column.values.iter().map(|cell| folded(&cell.found()));
                self.0.extend(said);
            }
        }
        Ok(())
    }
}

impl Form {
    /// What stands on the form and is neither printed there nor an answer.
    pub fn notes(&self, asked: &Asked<'_>, printed: &Printed) -> Vec<Note> {
        let items: Vec<&Item> = asked.items.iter().map(|(item, _)| *item).collect();
        let standing = Standing::of(&self.grid, &self.places, &items, &asked.words);
        let answers = self.answers(&standing, &items);
        let rows = 0..self.grid.rows().min(ROWS);
        let columns = self.grid.width().min(COLUMNS);
        let cells = rows.flat_map(|row| (0..columns).map(move |column| (row, column)));
        let written = cells.filter(|at| !answers.contains(at)).filter_map(|at| {
            let cell = self.grid.cell(at.0, at.1);
            let text = cell.found();
            let own = cell.is_empty() || printed.0.contains(&folded(&text));
            (!own).then_some((at, text))
        });
        let pinned = self.pinned.iter().map(|(at, text)| (*at, text.clone()));
        let all = written.chain(pinned).map(|(at, text)| Note {
            cell: cell_name(at.0, at.1),
            text: text.trim().to_owned(),
            item: standing.item_at(at.0),
        });
        all.filter(|it| !it.text.is_empty()).take(MOST).collect()
    }

    /// The cells in which answers stand, and what the head asks for.
    fn answers(&self, standing: &Standing<'_>, items: &[&Item]) -> FxHashSet<(u32, u32)> {
        let mut cells = FxHashSet::default();
        for spot in [FormSpot::Customer, FormSpot::Respondent, FormSpot::Date] {
            let place = self.head(spot);
            cells.extend(
                place
                    .iter()
                    .flat_map(|it| it.behind().map(|at| (it.row, at))),
            );
        }
        for (number, item) in items.iter().enumerate() {
            if let Some(place) = standing.answer(number, item) {
                cells.extend(place.behind().map(|column| (place.row, column)));
                let filled = place.behind();
                let mut filled = filled.map(|column| self.grid.cell(place.row, column));
                if filled.all(|cell| cell.is_empty()) {
                    cells.extend(standing.strayed(number, place));
                }
            } else {
                let boxes = self.boxes(standing, (number, item));
                cells.extend(boxes.iter().flatten().map(|it| (it.row, it.column)));
            }
        }
        cells
    }
}
