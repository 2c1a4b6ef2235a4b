//! Pieces of a drawn bar that open the returns behind them.

use egui::{Rect, Stroke, StrokeKind, Ui, pos2};

use crate::chart::{Area, Mark};
use crate::theme::tokens;
use crate::ui::style::palette;
use crate::ui::widgets::Hotspot;

/// Lays something to press over every bar and dot among the marks. `names` says for each of
/// them, in the order they are drawn, whose it is and what it is called. Gives whose was
/// pressed.
pub fn pieces(ui: &mut Ui, marks: &[Mark], names: &[(usize, String)]) -> Option<usize> {
    let areas = marks.iter().filter_map(|mark| match mark {
        Mark::Rect { area, .. } => Some(*area),
        Mark::Circle { center, radius, .. } => {
            Some(Area::new(center.x, center.y, center.x, center.y).grown(*radius))
        }
        _ => None,
    });
    let mut pressed = None;
    for (at, (area, (owner, name))) in areas.zip(names).enumerate() {
        let spot = Rect::from_min_max(pos2(area.left, area.top), pos2(area.right, area.bottom));
        let hotspot = Hotspot::link(name).corner(1.0);
        let response = hotspot.at(ui, spot, ("piece", at));
        if response.hovered() {
            let edge = Stroke::new(tokens().stroke.tab_underline, palette(ui).text);
            ui.painter()
                .rect_stroke(spot, 1.0, edge, StrokeKind::Outside);
        }
        if response.clicked() {
            pressed = Some(*owner);
        }
    }
    pressed
}
