//! Progress of what runs in the background, always with a way to stop it.

use egui::accesskit::Role;
use egui::{Align, Frame, Layout, Response, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::text;
use crate::theme::tokens;
use crate::ui::style::{Face, margin, palette, radius};

/// A thin bar filled to done/total; a stretch in the middle while the total is not known.
pub fn bar(ui: &mut Ui, width: f32, (done, total): (u64, u64), name: &str) -> Response {
    let colors = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 4.0), Sense::hover());
    let share = (total > 0).then(|| (done as f64 / total as f64).clamp(0.0, 1.0) as f32);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = share.map(f64::from);
        info
    });
    let corner = radius(tokens().radius.gauge);
    ui.painter().rect_filled(rect, corner, colors.sunken);
    let (from, to) = match share {
        Some(share) => (0.0, share),
        None => (0.4, 0.6),
    };
    let at = |share: f32| egui::lerp(rect.x_range(), share);
    let filled = rect.with_min_x(at(from)).with_max_x(at(to));
    ui.painter().rect_filled(filled, corner, colors.accent);
    response
}

/// What waits on the page itself: title, count, bar, a line of detail, and a way to stop.
/// True when it is to be stopped.
pub fn card(ui: &mut Ui, title: &str, state: (u64, u64), detail: &str, cancel: &str) -> bool {
    let colors = palette(ui);
    Frame::NONE
        .fill(colors.surface.into())
        .stroke(Stroke::new(tokens().stroke.hairline, colors.line))
        .corner_radius(radius(tokens().radius.card))
        .inner_margin(margin(16.0, 12.0))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                text::say(ui, Face::Section, colors.text, title);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if state.1 > 0 {
                        let counted = format!("{} / {}", state.0, state.1);
                        text::say(ui, Face::Table, colors.text_weak, counted);
                    }
                });
            });
            bar(ui, ui.available_width(), state, title);
            ui.horizontal(|ui| {
                text::say(ui, Face::Table, colors.text_weak, detail);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    text::link(ui, cancel).clicked()
                })
                .inner
            })
            .inner
        })
        .inner
}
