//! The overlay while files are held over the window: it says what letting go will do.

use egui::{Align2, Context, LayerId, Order, vec2};

use crate::theme::tokens;
use crate::ui::style::{Face, palette_of, radius};
use crate::ui::widgets::{dashed_edge, icon, icons};

/// What letting go would do, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drop {
    pub title: String,
    pub explained: String,
}

/// Draws it over everything.
pub fn overlay(ui: &mut egui::Ui, context: &Context, drop: &Drop) {
    let colors = palette_of(ui.visuals().dark_mode);
    let layer = LayerId::new(Order::Foreground, egui::Id::unique("drop"));
    let painter = context.layer_painter(layer);
    let screen = context.content_rect();
    let veil = egui::Color32::from(colors.background).gamma_multiply(0.9);
    painter.rect_filled(screen, 0.0, veil);
    let zone = screen.shrink(tokens().space.section_gap);
    painter.rect_filled(zone, radius(tokens().radius.card), colors.accent_tint);
    let mut over = ui.new_child(egui::UiBuilder::new().layer_id(layer).max_rect(screen));
    over.set_clip_rect(screen);
    dashed_edge(&over, zone, colors.accent.into());
    let middle = zone.center();
    icon::paint(
        &painter,
        middle - vec2(0.0, 40.0),
        icons::ICON_MOVE_TO_INBOX,
        tokens().icon.empty_state,
        colors.accent,
    );
    painter.text(
        middle,
        Align2::CENTER_CENTER,
        &drop.title,
        Face::Heading.font(),
        colors.text.into(),
    );
    painter.text(
        middle + vec2(0.0, 28.0),
        Align2::CENTER_CENTER,
        &drop.explained,
        Face::Body.font(),
        colors.text_weak.into(),
    );
}
