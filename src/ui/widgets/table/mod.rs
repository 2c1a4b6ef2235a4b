//! Tables: a weak head over a strong line, rows with hairlines, one row chosen, one with the
//! keyboard, sorted by a column. Only rows in sight are asked for their cells, so thousands
//! cost nothing.
//!
//! Arrow keys, Page Up and Down, Home and End move the keyboard row; Space chooses it, Enter
//! opens it.

mod cells;
mod column;
mod head;
mod keys;
mod links;

use egui::{Id, Key, Rangef, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

pub use cells::Cells;
pub use column::Column;
use column::Places;
pub use head::Sorted;

use super::focus;
use crate::theme::tokens;
use crate::ui::style::palette;

/// A table.
#[must_use = "call show"]
pub struct Table<'a> {
    id: Id,
    columns: &'a [Column<'a>],
    rows: usize,
    height: f32,
    inset: f32,
    chosen: Option<usize>,
    sorted: Option<Sorted>,
    plain: bool,
    headless: bool,
    frozen: bool,
    reveal: Option<usize>,
}

/// What was done with a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableAnswer {
    /// The row to choose.
    pub chosen: Option<usize>,
    /// The row to open: Enter or a double click.
    pub opened: Option<usize>,
    /// Row and column of a figure that was pressed.
    pub figure: Option<(usize, usize)>,
    /// The column whose head was pressed.
    pub sort: Option<usize>,
}

impl<'a> Table<'a> {
    pub fn new(
        id: impl std::hash::Hash + std::fmt::Debug,
        columns: &'a [Column<'a>],
        rows: usize,
    ) -> Self {
        Self {
            id: Id::unique("table").with(id),
            columns,
            rows,
            height: tokens().height.row,
            inset: tokens().space.panel_margin,
            chosen: None,
            sorted: None,
            plain: false,
            headless: false,
            frozen: false,
            reveal: None,
        }
    }

    /// Height of its rows: 28 dense, 32 usual, 36 with charts, 52 with two lines.
    pub fn row_height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Air at the left and right edge; rows themselves reach from edge to edge.
    pub fn inset(mut self, inset: f32) -> Self {
        self.inset = inset;
        self
    }

    pub fn chosen(mut self, row: Option<usize>) -> Self {
        self.chosen = row;
        self
    }

    pub fn sorted(mut self, sorted: Option<Sorted>) -> Self {
        self.sorted = sorted;
        self
    }

    /// All rows at once, as part of a page that scrolls as a whole.
    pub fn plain(mut self) -> Self {
        self.plain = true;
        self
    }

    /// Goes on below another table of the same columns: no head of its own.
    pub fn headless(mut self) -> Self {
        self.headless = true;
        self
    }

    /// In something that scrolls across, the first column stays in sight and the others pass
    /// beside it.
    pub fn frozen(mut self) -> Self {
        self.frozen = true;
        self
    }

    /// Scrolls so that this row is in sight.
    pub fn reveal(mut self, row: Option<usize>) -> Self {
        self.reveal = row;
        self
    }

    /// Draws it; `fill` is asked for the cells of each row in sight.
    pub fn show(self, ui: &mut Ui, mut fill: impl FnMut(usize, &mut Cells<'_>)) -> TableAnswer {
        let mut answer = TableAnswer::default();
        let width = ui.available_width();
        ui.spacing_mut().item_spacing.y = 0.0;
        let head_height = if self.headless {
            0.0
        } else {
            tokens().height.table_head
        };
        let (_, head) = ui.allocate_space(vec2(width, head_height));
        let places = &self.places(ui, head);
        if !self.headless {
            answer.sort = head::head(ui, self.id, head, (self.columns, places), self.sorted);
        }
        if self.plain {
            self.rows(ui, 0..self.rows, places, &mut answer, &mut fill);
            return answer;
        }
        let mut area = ScrollArea::vertical()
            .id_salt(self.id)
            .auto_shrink([false, false])
            // A table of one row takes the height of one.
            .min_scrolled_height(self.height);
        if let Some(row) = self.reveal {
            let middle = row as f32 * self.height - ui.available_height() / 2.0;
            area = area.vertical_scroll_offset(middle.max(0.0));
        } else if self.begins(ui) {
            // Where it was scrolled to last week is of no use.
            area = area.vertical_scroll_offset(0.0);
        }
        area.show_rows(ui, self.height, self.rows, |ui, range| {
            self.rows(ui, range, places, &mut answer, &mut fill);
        });
        answer
    }

    /// Drawn for the first time since the program began.
    fn begins(&self, ui: &Ui) -> bool {
        let id = self.id.with("begun");
        let begun: Option<bool> = ui.data(|data| data.get_temp(id));
        if begun.is_none() {
            ui.data_mut(|data| data.insert_temp(id, true));
        }
        begun.is_none()
    }

    fn places(&self, ui: &Ui, head: Rect) -> Places {
        // Cells bring 8 pixels of their own.
        let inset = (self.inset - 8.0).max(0.0);
        let x = Rangef::new(head.left() + inset, head.right() - inset);
        let seen = self.frozen.then(|| ui.clip_rect().left() + inset);
        Places::new(self.columns, x, seen)
    }

    fn rows(
        &self,
        ui: &mut Ui,
        range: std::ops::Range<usize>,
        places: &Places,
        answer: &mut TableAnswer,
        fill: &mut impl FnMut(usize, &mut Cells<'_>),
    ) {
        let cursor = self.cursor(ui);
        let top = ui.cursor().top();
        let first = range.start;
        for row in range.clone() {
            self.row(ui, row, cursor, places, answer, fill);
        }
        if !range.contains(&cursor) && cursor < self.rows {
            // Out of sight, but it may hold the keyboard.
            let y = top + (cursor as f32 - first as f32) * self.height;
            let rect = Rect::from_min_size(
                pos2(ui.max_rect().left(), y),
                vec2(ui.max_rect().width(), self.height),
            );
            let response = ui.interact(rect, self.id.with(cursor), Sense::click());
            self.keys(ui, &response, cursor, answer);
        }
    }

    fn row(
        &self,
        ui: &mut Ui,
        row: usize,
        cursor: usize,
        places: &Places,
        answer: &mut TableAnswer,
        fill: &mut impl FnMut(usize, &mut Cells<'_>),
    ) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), self.height));
        if self.plain && row != cursor && !ui.is_rect_visible(rect) {
            return;
        }
        // One stop for the Tab key in the whole table: the keyboard row.
        let sense = if row == cursor {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let id = self.id.with(row);
        let response = ui.interact(rect, id, sense);
        let chosen = self.chosen == Some(row);
        let colors = palette(ui);
        let ground = match (chosen, response.hovered()) {
            (true, _) => Some(colors.selection_row),
            (false, true) => Some(colors.hover),
            (false, false) => None,
        };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, 0.0, ground);
        }
        let line = Stroke::new(tokens().stroke.hairline, colors.line);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
        let mut cells = Cells {
            ui,
            row: rect,
            id,
            columns: self.columns,
            places,
            at: 0,
            said: Vec::new(),
            pressed: None,
        };
        let clip = cells.ui.clip_rect();
        fill(row, &mut cells);
        cells.ui.set_clip_rect(clip);
        let (name, pressed) = (cells.row_name(), cells.pressed);
        cells::announce(&response, chosen, &name);
        if let Some(column) = pressed {
            answer.figure = Some((row, column));
        }
        if response.clicked() {
            answer.chosen = Some(row);
            self.set_cursor(ui, row);
            response.request_focus();
            self.ring(ui, false);
        } else if ui.input(|input| input.key_pressed(Key::Tab)) {
            self.ring(ui, true);
        }
        if response.double_clicked() {
            answer.opened = Some(row);
        }
        if self.ringed(ui) {
            focus::ring_inside(ui, &response, rect);
        }
        if row == cursor {
            self.keys(ui, &response, row, answer);
        }
    }
}
