//! A list on the screen.

use egui::Ui;

use super::Sorting;
use super::field::{Field, fit};
use crate::theme::tokens;
use crate::ui::widgets::{Button, Column, Sorted, Table, empty, icons};

/// Rows under their columns.
#[must_use = "call show"]
pub struct List<'a, R> {
    id: &'static str,
    fields: Vec<Field<'a, R>>,
    order: Option<&'a mut Option<Sorting>>,
    chosen: Option<usize>,
    reveal: bool,
}

/// What was pressed.
#[derive(Clone, Copy, Debug)]
pub struct Taken<R> {
    /// The row to choose.
    pub chosen: Option<R>,
    /// The row to open: Enter or a double click.
    pub opened: Option<R>,
}

impl<'a, R: Copy> List<'a, R> {
    pub fn new(id: &'static str, fields: Vec<Field<'a, R>>) -> Self {
        Self {
            id,
            fields,
            order: None,
            chosen: None,
            reveal: false,
        }
    }

    /// Its heads change this order.
    pub fn sorted(mut self, order: &'a mut Option<Sorting>) -> Self {
        self.order = Some(order);
        self
    }

    /// The row that is chosen, to be brought into sight if it has to be.
    pub fn chosen(mut self, row: Option<usize>, reveal: bool) -> Self {
        self.chosen = row;
        self.reveal = reveal;
        self
    }

    /// Draws as many rows as there are; `row` is asked for those in sight.
    pub fn show(self, ui: &mut Ui, rows: usize, row: impl Fn(usize) -> Option<R>) -> Taken<R> {
        let sortable = self.order.is_some();
        let fields = fit(self.fields, ui.available_width());
        let columns = fields.iter().map(|field| {
            let column = field.column.clone();
            let sorts = sortable && field.key.is_some();
            if sorts { column.sortable() } else { column }
        });
        let columns: Vec<Column<'_>> = columns.collect();
        let order = self.order.as_deref().and_then(Option::as_ref);
        let sorted = order.and_then(|order| {
            let column = fields.iter().position(|field| field.id == order.column)?;
            let descending = order.falling;
            Some(Sorted { column, descending })
        });
        let answer = Table::new(self.id, &columns, rows)
            .inset(tokens().space.page_margin)
            .chosen(self.chosen)
            .reveal(self.chosen.filter(|_| self.reveal))
            .sorted(sorted)
            .show(ui, |at, cells| {
                if let Some(row) = row(at) {
                    for field in &fields {
                        (field.drawn)(row, cells);
                    }
                }
            });
        let pressed = answer.sort.and_then(|column| fields.get(column));
        if let (Some(field), Some(order)) = (pressed, self.order) {
            *order = Some(Sorting::pressed(order.as_ref(), field));
        }
        Taken {
            chosen: answer.chosen.and_then(&row),
            opened: answer.opened.and_then(&row),
        }
    }
}

/// Nothing passes what is asked for; true when everything is to be shown again.
pub fn none_pass(ui: &mut Ui, title: &str, show_all: &str) -> bool {
    let mut pressed = false;
    empty(ui, icons::ICON_FILTER_LIST, title, "", |ui| {
        pressed = ui.add(Button::secondary(show_all)).clicked();
    });
    pressed
}
