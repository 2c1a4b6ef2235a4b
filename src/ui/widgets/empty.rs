//! Empty states: what is missing, the next step, its button.

use egui::{Align, Layout, Ui, vec2};

use super::icon::{self, Icon};
use super::text;
use crate::theme::tokens;
use crate::ui::style::{Face, palette};

/// In the middle of what is there: an icon, what is missing, what to do about it, and the
/// buttons to do it.
pub fn empty(ui: &mut Ui, icon: Icon, title: &str, next: &str, buttons: impl FnOnce(&mut Ui)) {
    let colors = palette(ui);
    let room = ui.available_height();
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space(((room - 180.0) / 2.0).max(tokens().space.section_gap));
        icon::show(ui, icon, tokens().icon.empty_state, colors.text_weak);
        ui.add_space(tokens().space.unit);
        text::say(ui, Face::Section, colors.text, title);
        ui.set_max_width(ui.available_width().min(560.0));
        text::say(ui, Face::Table, colors.text_weak, next);
        ui.add_space(tokens().space.control_gap);
        centred(ui, buttons);
    });
}

/// A row of things in the middle, as wide as they turn out.
pub fn centred(ui: &mut Ui, row: impl FnOnce(&mut Ui)) {
    let id = ui.make_persistent_id("centred");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let size = vec2(ui.available_width(), tokens().height.control);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(((ui.available_width() - known) / 2.0).max(0.0));
        let width = ui.scope(row).response.rect.width();
        if (width - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx().request_repaint();
        }
    });
}
