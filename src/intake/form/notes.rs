//! What a customer wrote on a form beside its answers: in other cells, or pinned to one.
//!
//! A form is locked but for its answers, which programs may not care about. What the empty form
//! says is given; whatever else stands there somebody wrote.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::Form;
use super::label::{COLUMNS, ROWS, Standing, Words};
use super::printed::Printed;
use crate::intake::cell::cell_name;
use crate::intake::grid::Grid;
use crate::model::{FormSpot, Item};

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

impl Form {
    /// What stands on the form and is neither printed there nor an answer.
    pub(super) fn notes(
        &self,
        standing: &Standing<'_>,
        items: &[&Item],
        printed: &Printed,
    ) -> Vec<Note> {
        let rows = 0..self.grid.rows().min(ROWS);
        let columns = self.grid.width().min(COLUMNS);
        let cells = rows.flat_map(|row| (0..columns).map(move |column| (row, column)));
        let strange = |at: &(u32, u32)| !printed.says(self.grid.cell(at.0, at.1));
        let mut strange = cells.filter(strange).peekable();
        let answers = match strange.peek() {
            Some(_) => self.answers(standing, items),
            None => FxHashSet::default(),
        };
        let written = strange.filter(|at| !answers.contains(at));
        let written = written.map(|at| (at, self.grid.cell(at.0, at.1).found()));
        let pinned = self.pinned.iter().map(|(at, text)| (*at, text.clone()));
        let all = written.chain(pinned).map(|(at, text)| Note {
            cell: cell_name(at.0, at.1),
            text: text.trim().to_owned(),
            item: standing.item_at(at.0),
        });
        all.filter(|it| !it.text.is_empty()).take(MOST).collect()
    }

    /// Another sheet on which the same form stands, filled in otherwise.
    pub(super) fn elsewhere(
        &self,
        (items, called): (&[&Item], &[Words]),
        printed: &Printed,
    ) -> Option<String> {
        let written = |grid: &Grid| -> BTreeMap<(u32, u32), String> {
            let rows = 0..grid.rows().min(ROWS);
            let columns = grid.width().min(COLUMNS);
            let cells = rows.flat_map(|row| (0..columns).map(move |column| (row, column)));
            let strange = cells.filter(|at| !printed.says(grid.cell(at.0, at.1)));
            strange
                .map(|at| (at, grid.cell(at.0, at.1).found()))
                .collect()
        };
        let mut others = self.others.iter().filter(|(_, grid)| {
            let standing = Standing::of(grid, &self.places, (items, called), Some(printed));
            let filled = written(grid);
            standing.holds_most() && !filled.is_empty() && filled != written(&self.grid)
        });
        others.next().map(|(name, _)| name.clone())
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
