//! The focus ring: two pixels of accent with one pixel of air, on everything.

use egui::{Painter, Rect, Response, Stroke, StrokeKind, Ui};

use crate::theme::tokens;
use crate::ui::style::{palette, radius};

/// Paints the ring around `rect` while the part has the keyboard.
pub fn ring(ui: &Ui, response: &Response, rect: Rect, corner: f32) {
    if response.has_focus() {
        paint(ui, ui.painter(), rect, corner);
    }
}

/// Paints the ring around `rect`.
pub fn paint(ui: &Ui, painter: &Painter, rect: Rect, corner: f32) {
    let stroke = &tokens().stroke;
    painter.rect_stroke(
        rect.expand(stroke.focus_gap),
        radius(corner + stroke.focus_gap),
        Stroke::new(stroke.focus_ring, palette(ui).accent),
        StrokeKind::Outside,
    );
}

/// Paints the ring inside `rect`, for rows that reach from edge to edge.
pub fn ring_inside(ui: &Ui, response: &Response, rect: Rect) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            0.0,
            Stroke::new(tokens().stroke.focus_ring, palette(ui).accent),
            StrokeKind::Inside,
        );
    }
}
