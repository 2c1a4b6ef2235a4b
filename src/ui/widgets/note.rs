//! Notes on a tint: an error with what to do about it, a warning that can be mended at the
//! spot, a remark, a lock.

use egui::{Frame, Layout, Ui};

use super::icon::{self, Icon, icons};
use super::tag::Tone;
use super::text;
use crate::theme::tokens;
use crate::ui::style::{Face, margin, palette, radius};

/// A note over the whole width. `content` draws its words, [`lines`] being the usual ones.
pub fn note<R>(ui: &mut Ui, tone: Tone, icon: Icon, content: impl FnOnce(&mut Ui) -> R) -> R {
    let colors = palette(ui);
    Frame::NONE
        .fill(tone.tint(colors))
        .corner_radius(radius(tokens().radius.control))
        .inner_margin(margin(12.0, 8.0))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            // Rows with links in them are as high as their text.
            ui.spacing_mut().interact_size.y = Face::Table.line_height();
            ui.with_layout(Layout::left_to_right(egui::Align::Min), |ui| {
                icon::show(ui, icon, tokens().icon.normal, tone.ink(colors));
                ui.vertical(content).inner
            })
            .inner
        })
        .inner
}

/// A bold line and what explains it.
pub fn lines(ui: &mut Ui, title: &str, explained: &str) {
    let colors = palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    if !title.is_empty() {
        text::say(ui, Face::TableBold, colors.text, title);
    }
    if !explained.is_empty() {
        text::say(ui, Face::Table, colors.text, explained);
    }
}

/// What failed, why, and what to do.
pub fn error(ui: &mut Ui, title: &str, explained: &str) {
    note(ui, Tone::Negative, icons::ICON_ERROR, |ui| {
        lines(ui, title, explained);
    });
}

/// Something to look at.
pub fn warning(ui: &mut Ui, title: &str, explained: &str) {
    note(ui, Tone::Warning, icons::ICON_WARNING, |ui| {
        lines(ui, title, explained);
    });
}
