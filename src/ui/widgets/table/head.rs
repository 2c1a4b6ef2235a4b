//! The head of a table: weak titles over a strong line, the sorted one with an arrow.

use egui::accesskit::Role;
use egui::{Align, Id, Rect, Stroke, Ui, pos2, vec2};

use super::column::{self, Column, Places};
use crate::theme::tokens;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::icon::{self, icons};
use crate::ui::widgets::{Hotspot, text};

/// Which column the rows are sorted by, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorted {
    pub column: usize,
    pub descending: bool,
}

impl Sorted {
    /// After a press on the head of `column`: the other way round, or that column from its
    /// largest down.
    pub fn pressed(self, column: usize) -> Self {
        Self {
            column,
            descending: self.column != column || !self.descending,
        }
    }
}

/// Draws the head over `rect`; `Some` when a column's title was pressed.
pub(super) fn head(
    ui: &mut Ui,
    id: Id,
    rect: Rect,
    (columns, places): (&[Column<'_>], &Places),
    sorted: Option<Sorted>,
) -> Option<usize> {
    let colors = palette(ui);
    let mut pressed = None;
    let clip = ui.clip_rect();
    for (at, (column, place)) in columns.iter().zip(&places.columns).enumerate() {
        if at == 1 {
            ui.shrink_clip_rect(clip.with_min_x(places.beside.max(clip.left())));
        }
        if column.title.is_empty() {
            continue;
        }
        let room = column::content(rect, *place);
        let by = sorted.filter(|sorted| sorted.column == at);
        let ink = if by.is_some() {
            colors.text
        } else {
            colors.text_weak
        };
        let arrow = if by.is_some() {
            tokens().icon.small
        } else {
            0.0
        };
        let galley = text::galley(ui, Face::Small, ink, &column.title, room.width());
        let width = galley.size().x + arrow;
        let left = match column.align {
            Align::Min => room.left(),
            Align::Center => room.center().x - width / 2.0,
            Align::Max => room.right() - width,
        };
        let at_text = pos2(left, room.center().y - galley.size().y / 2.0);
        let spot = Rect::from_min_size(at_text, vec2(width, galley.size().y));
        if let Some(by) = by {
            let icon = if by.descending {
                icons::ICON_ARROW_DOWNWARD
            } else {
                icons::ICON_ARROW_UPWARD
            };
            let centre = pos2(spot.right() - arrow / 2.0 + 1.0, room.center().y);
            icon::paint(ui.painter(), centre, icon, arrow - 2.0, ink);
        }
        ui.painter().galley(at_text, galley, ink.into());
        let title = Hotspot::button(&*column.title).ring(spot, 2.0);
        let title = if column.sortable {
            title
        } else {
            title.inert()
        };
        let title = title.role(Role::ColumnHeader);
        if title.at(ui, spot.expand(2.0), (id, "head", at)).clicked() {
            pressed = Some(at);
        }
    }
    ui.set_clip_rect(clip);
    let strong = Stroke::new(tokens().stroke.hairline, colors.line_strong);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, strong);
    pressed
}
