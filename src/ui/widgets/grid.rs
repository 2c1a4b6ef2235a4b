//! A small table to type in. What was copied in a spreadsheet is pasted over its cells, from the
//! one with the keyboard on.

use egui::{Event, Id, Ui, vec2};

use super::field::TextField;
use super::table::{Column, Table};
use crate::theme::tokens;

/// Rows of `N` cells that are typed in.
#[must_use = "call show"]
pub struct Grid<'a, const N: usize> {
    id: &'static str,
    columns: &'a [Column<'a>],
    /// What its cells are called, column by column.
    names: [&'a str; N],
    /// What each row is called, drawn before its cells; empty: rows are numbered and may grow.
    labels: &'a [String],
    height: f32,
}

impl<'a, const N: usize> Grid<'a, N> {
    pub fn new(id: &'static str, columns: &'a [Column<'a>], names: [&'a str; N]) -> Self {
        Self {
            id,
            columns,
            names,
            labels: &[],
            height: 300.0,
        }
    }

    /// These rows and no others, a column of their names first.
    pub fn labels(mut self, labels: &'a [String]) -> Self {
        self.labels = labels;
        self
    }

    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Draws it over `rows`, which change as the user types or pastes. `wrong` cells have an edge.
    /// Gives how many cells that were pasted now found no place.
    pub fn show(
        self,
        ui: &mut Ui,
        rows: &mut Vec<[String; N]>,
        wrong: impl Fn(usize, usize) -> bool,
    ) -> Option<usize> {
        let id = Id::unique(self.id).with("grid");
        let lost = self.paste(ui, id, rows);
        let used = |row: &[String; N]| row.iter().any(|text| !text.is_empty());
        if self.labels.is_empty() {
            let free = rows.last().is_none_or(used);
            let wanted = (rows.len() + usize::from(free)).clamp(LEAST, MOST);
            rows.resize_with(wanted.max(rows.len()), empty);
        }
        let size = vec2(ui.available_width(), self.height);
        let count = rows.len();
        ui.allocate_ui(size, |ui| {
            let table = Table::new(self.id, self.columns, count);
            table.row_height(tokens().height.row).show(ui, |at, cells| {
                let number = (at + 1).to_string();
                let label = self.labels.get(at);
                if let Some(label) = label {
                    cells.text(label);
                }
                let called = label.unwrap_or(&number);
                let Some(row) = rows.get_mut(at) else {
                    return;
                };
                for (column, (text, name)) in row.iter_mut().zip(self.names).enumerate() {
                    let said = text.clone();
                    cells.ui_said(&said, |ui| {
                        let field = TextField::new(format!("{called} {name}"));
                        let error = wrong(at, column).then_some("");
                        let field = field.id(id.with((at, column))).bare().right();
                        field.error(error).show(ui, text);
                    });
                }
            });
        });
        lost
    }

    /// Lays what is pasted over the cells; a single text without a break is the field's own.
    fn paste(&self, ui: &Ui, id: Id, rows: &mut Vec<[String; N]>) -> Option<usize> {
        let focused = ui.memory(egui::Memory::focused)?;
        let places = (0..rows.len()).flat_map(|row| (0..N).map(move |column| (row, column)));
        let mut places = places.filter(|place| id.with(*place) == focused);
        let from = places.next()?;
        let table =
            |event: &Event| matches!(event, Event::Paste(text) if text.contains(['\t', '\n']));
        let pasted = ui.input_mut(|input| {
            let at = input.events.iter().position(table)?;
            Some(input.events.remove(at))
        });
        let Some(Event::Paste(text)) = pasted else {
            return None;
        };
        Some(lay(rows, from, &text, self.labels.is_empty()))
    }
}

/// Rows that are there to type in.
const LEAST: usize = 6;

/// Most rows anybody pastes.
const MOST: usize = 2400;

fn empty<const N: usize>() -> [String; N] {
    std::array::from_fn(|_| String::new())
}

/// Lays a copied table over the rows; gives how many of its cells found no place.
fn lay<const N: usize>(
    rows: &mut Vec<[String; N]>,
    (row, column): (usize, usize),
    text: &str,
    grows: bool,
) -> usize {
    let mut lost = 0;
    let text = text.trim_end_matches(['\r', '\n']);
    for (line, at) in text.split('\n').zip(row..) {
        let cells = line.trim_end_matches('\r').split('\t');
        if grows && at == rows.len() && at < MOST {
            rows.push(empty());
        }
        for (cell, place) in cells.zip(column..) {
            match rows.get_mut(at).and_then(|row| row.get_mut(place)) {
                Some(field) => cell.trim().clone_into(field),
                None => lost += usize::from(!cell.trim().is_empty()),
            }
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(count: usize) -> Vec<[String; 2]> {
        vec![empty(); count]
    }

    #[test]
    fn a_copied_table_lies_over_the_cells_from_one_on() {
        let mut all = rows(3);
        assert_eq!(lay(&mut all, (1, 0), "83.2\t 22\r\n79\t\r\n", false), 0);
        assert_eq!(
            all,
            [["", ""], ["83.2", "22"], ["79", ""]].map(|it| it.map(str::to_owned))
        );
        assert_eq!(
            lay(&mut all, (2, 1), "5\t6\n7\t\n", false),
            2,
            "6 and 7 have no place"
        );
        assert_eq!(all[2], ["79", "5"]);
    }

    #[test]
    fn rows_grow_where_they_may_and_not_for_ever() {
        let mut all = rows(1);
        assert_eq!(lay(&mut all, (0, 0), "2026-01\t95\n2026-02\t96", true), 0);
        assert_eq!(all[1], ["2026-02", "96"]);
        let many = "2026-01\t1\n".repeat(MOST + 5);
        assert_eq!(lay(&mut all, (0, 0), &many, true), 10);
        assert_eq!(all.len(), MOST);
    }
}
