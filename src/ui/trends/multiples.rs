//! Each line in a small chart of its own; a press on one draws it among the lines.

use egui::{Rect, ScrollArea, Ui, pos2};

use super::{TrendsTab, View};
use crate::chart::{Measure, Multiple, Multiples};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::palette;
use crate::ui::widgets::{Hotspot, panel};
use crate::ui::{Cx, scene};

/// Draws them over what room there is.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, all: &Multiples, tab: &mut TrendsTab) {
    ScrollArea::vertical()
        .id_salt("multiples")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            panel::page(ui, |ui| {
                ui.add_space(tokens().space.group_gap);
                let width = ui.available_width();
                let scene = all.layout(width, Measure::shared());
                let name = format!("{} {}", all.title, all.subtitle);
                let place = scene::show(ui, &scene, &name).rect;
                for (part, area) in all.parts.iter().zip(all.places(width)) {
                    let corner = |x: f32, y: f32| pos2(x, y) + place.min.to_vec2();
                    let area = Rect::from_min_max(
                        corner(area.left, area.top),
                        corner(area.right, area.bottom),
                    );
                    if pressed(ui, cx, part, area) {
                        tab.picked.add(&part.subject);
                        tab.view = View::Lines;
                    }
                }
            });
        });
}

/// Whether a chart was pressed.
fn pressed(ui: &mut Ui, cx: &Cx<'_>, part: &Multiple, area: Rect) -> bool {
    let dots = part.trend.lines.iter().flat_map(|line| &line.dots);
    let value = dots.last().map_or("", |dot| dot.label.as_str());
    let name = part.name.as_str();
    let words = tr!(cx.language, "trends-multiple", name = name, value = value);
    let response = Hotspot::button(words)
        .ring(area.expand(6.0), tokens().radius.control)
        .at(ui, area, ("multiple", name));
    if response.hovered() {
        let ring = egui::Stroke::new(tokens().stroke.control, palette(ui).line_strong);
        let frame = area.expand(8.0);
        let corners = crate::ui::style::radius(tokens().radius.control);
        let inside = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(frame, corners, ring, inside);
    }
    response.clicked()
}
