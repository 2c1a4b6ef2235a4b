//! One row of a tree: branches that open and close, leaves with a code before their name.

use egui::accesskit::Role;
use egui::{Align2, Rect, Response, Sense, Ui, pos2, vec2};

use super::icon::{self, icons};
use super::{Hotspot, text, tip};
use crate::theme::{Color, tokens};
use crate::ui::style::{Face, palette};

/// A row of a tree over the whole width.
#[must_use = "call show"]
pub struct TreeRow<'a> {
    id: egui::Id,
    words: &'a str,
    code: &'a str,
    right: &'a str,
    mark: &'a str,
    depth: usize,
    open: Option<bool>,
    chosen: bool,
    draggable: bool,
    counts: bool,
}

/// What was done with a row.
pub struct TreeAnswer {
    /// The whole row: clicked, dragged, focused.
    pub row: Response,
    /// The arrow was pressed.
    pub toggled: bool,
}

impl<'a> TreeRow<'a> {
    pub fn new(id: egui::Id, words: &'a str) -> Self {
        Self {
            id,
            words,
            code: "",
            right: "",
            mark: "",
            depth: 0,
            open: None,
            chosen: false,
            draggable: false,
            counts: false,
        }
    }

    /// Before the words, weak.
    pub fn code(mut self, code: &'a str) -> Self {
        self.code = code;
        self
    }

    /// At the right edge, e.g. a weight.
    pub fn right(mut self, right: &'a str) -> Self {
        self.right = right;
        self
    }

    /// What stands at the right edge only counts: weak.
    pub fn counts(mut self) -> Self {
        self.counts = true;
        self
    }

    /// A weak word before the right edge, e.g. 改写.
    pub fn mark(mut self, mark: &'a str) -> Self {
        self.mark = mark;
        self
    }

    /// How deep it lies.
    pub fn depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// A branch, open or closed; `None` for a leaf.
    pub fn branch(mut self, open: Option<bool>) -> Self {
        self.open = open;
        self
    }

    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// Shows a handle at the left and can be dragged.
    pub fn draggable(mut self, draggable: bool) -> Self {
        self.draggable = draggable;
        self
    }

    pub fn show(self, ui: &mut Ui) -> TreeAnswer {
        let colors = palette(ui);
        let size = vec2(ui.available_width(), tokens().height.tree_row);
        let (_, rect) = ui.allocate_space(size);
        let name = format!("{} {}", self.code, self.words);
        let row = Hotspot::row(Role::TreeItem, name.trim(), self.chosen);
        let row = if self.draggable { row.dragged() } else { row };
        let row = row.known_as(ui, rect, self.id);
        if self.draggable && (row.hovered() || row.dragged()) {
            let at = pos2(rect.left() + 14.0, rect.center().y);
            let icon = icons::ICON_DRAG_INDICATOR;
            icon::paint(
                ui.painter(),
                at,
                icon,
                tokens().icon.small,
                colors.text_disabled,
            );
        }
        let left = rect.left() + 24.0 + self.depth as f32 * tokens().space.panel_margin;
        let toggled = self.arrow(ui, rect, left);
        let cut = self.words(ui, rect, left + 28.0);
        let row = if cut { tip(row, self.words, None) } else { row };
        TreeAnswer { row, toggled }
    }

    fn arrow(&self, ui: &mut Ui, rect: Rect, left: f32) -> bool {
        let Some(open) = self.open else {
            return false;
        };
        let size = tokens().icon.control;
        let square = Rect::from_center_size(
            pos2(left + size / 2.0 + 4.0, rect.center().y),
            vec2(size, size),
        );
        // Not in the Tab order: the arrow keys of the row do the same.
        let response = ui.interact(square, self.id.with("arrow"), Sense::CLICK);
        let icon = if open {
            icons::ICON_KEYBOARD_ARROW_DOWN
        } else {
            icons::ICON_KEYBOARD_ARROW_RIGHT
        };
        let ink = palette(ui).text_weak;
        icon::paint(ui.painter(), square.center(), icon, size, ink);
        response.clicked()
    }

    /// True when the words were cut.
    fn words(&self, ui: &Ui, rect: Rect, left: f32) -> bool {
        let colors = palette(ui);
        let bold = self.chosen || self.open.is_some();
        let face = if bold { Face::TableBold } else { Face::Table };
        let ink = if self.chosen {
            colors.accent
        } else {
            colors.text
        };
        let inset = tokens().space.panel_margin;
        let mut room = rect.with_max_x(rect.right() - inset).with_min_x(left);
        let right = |room: Rect, face, ink: Color, words: &str| {
            text::paint(ui, room, Align2::RIGHT_CENTER, (face, ink), words).rect
        };
        let (right_face, right_ink) = match (self.counts, self.open.is_some()) {
            (true, _) => (Face::Table, colors.text_weak),
            (false, true) => (Face::TableBold, colors.text),
            (false, false) => (Face::Table, colors.text),
        };
        room.max.x = right(room, right_face, right_ink, self.right).left();
        if !self.mark.is_empty() {
            room.max.x = (room.max.x - 12.0).min(rect.right() - 56.0);
            room.max.x = right(room, Face::Small, colors.accent, self.mark).left();
        }
        if !self.code.is_empty() {
            // A code stands a little before the words of the branch above.
            let code = Rect::from_x_y_ranges(left - 6.0..=left + 74.0, rect.y_range());
            let weak = (Face::Table, colors.text_weak);
            let code = text::paint(ui, code, Align2::LEFT_CENTER, weak, self.code).rect;
            room.min.x = left - 6.0 + (code.width() + 8.0).max(40.0);
        }
        room.max.x -= 8.0;
        text::paint(ui, room, Align2::LEFT_CENTER, (face, ink), self.words).cut
    }
}
