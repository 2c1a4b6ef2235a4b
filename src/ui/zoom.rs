//! Which stretch of time a trend shows, after what the user did to it: scrolling zooms around
//! the pointer, dragging with Shift, the other button or where nothing can be moved marks the
//! stretch to show.

use egui::{Color32, PointerButton, Pos2, Rangef, Rect, Response, Stroke, StrokeKind};

use super::style::palette_of;
use crate::chart::Plane;
use crate::theme::tokens;

/// The smallest part of the whole one can zoom to.
const CLOSEST: f64 = 0.02;

/// A stretch marked narrower than this, in pixels, was none.
const LEAST: f32 = 8.0;

/// Points of scrolling that make what is shown e times as long.
const SCROLL: f32 = 240.0;

/// The stretch to show from now on. `moves`: dragging moves it.
pub(super) fn wanted(response: &Response, now: &Plane, moves: bool) -> (f64, f64) {
    let (from, to) = now.across;
    if let Some((left, right)) = marked(response, moves) {
        return (time_at(now, left), time_at(now, right));
    }
    let wheel = response.ctx.input(|input| input.smooth_scroll_delta().y);
    let Some(pointer) = response.hover_pos().filter(|_| wheel != 0.0) else {
        return now.across;
    };
    let factor = f64::from((-wheel / SCROLL).exp());
    let middle = time_at(now, pointer.x);
    (
        middle - (middle - from) * factor,
        middle + (to - middle) * factor,
    )
}

/// The stretch between where a button went down and where it went up, in the window; drawn
/// while it is down.
fn marked(response: &Response, moves: bool) -> Option<(f32, f32)> {
    let context = &response.ctx;
    let start: Option<Pos2> = context.data(|data| data.get_temp(response.id));
    let (latest, origin) =
        context.input(|input| (input.pointer.latest_pos(), input.pointer.press_origin()));
    let primary = response.dragged_by(PointerButton::Primary) && !moves;
    let under_way = primary || response.dragged_by(PointerButton::Secondary);
    let (from, to) = (start.or(origin.filter(|_| under_way))?, latest?);
    let across = Rangef::new(from.x.min(to.x), from.x.max(to.x));
    let place = Rect::from_x_y_ranges(across, response.rect.y_range()).intersect(response.rect);
    if under_way {
        context.data_mut(|data| data.insert_temp(response.id, from));
        let colors = palette_of(context.theme() == egui::Theme::Dark);
        let edge = Stroke::new(tokens().stroke.control, colors.accent);
        let fill = Color32::from(colors.accent_tint).gamma_multiply(0.5);
        let painter = context.layer_painter(response.layer_id);
        painter.rect(place, 0.0, fill, edge, StrokeKind::Inside);
        return None;
    }
    context.data_mut(|data| data.remove::<Pos2>(response.id));
    (place.width() >= LEAST).then_some((place.left(), place.right()))
}

/// The time at a place in the window.
fn time_at(plane: &Plane, x: f32) -> f64 {
    let share = f64::from((x - plane.area.left) / plane.area.width());
    plane.across.0 + share * (plane.across.1 - plane.across.0)
}

/// A stretch moved and cut so that it lies within the whole, and not too short.
pub(super) fn within(wanted: (f64, f64), whole: (f64, f64)) -> (f64, f64) {
    let all = whole.1 - whole.0;
    let length = (wanted.1 - wanted.0).clamp(all * CLOSEST, all);
    if !(length.is_finite() && wanted.0.is_finite()) || length >= all * (1.0 - 1e-9) {
        return whole;
    }
    let from = wanted.0.clamp(whole.0, whole.1 - length);
    (from, from + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_beyond_the_whole_is_shown() {
        let whole = (0.0, 10.0);
        assert_eq!(within((2.0, 5.0), whole), (2.0, 5.0));
        assert_eq!(within((-3.0, 1.0), whole), (0.0, 4.0));
        assert_eq!(within((8.0, 12.0), whole), (6.0, 10.0));
        assert_eq!(within((-5.0, 25.0), whole), whole);
        assert_eq!(within((f64::NAN, 1.0), whole), whole);
        let (from, to) = within((4.0, 4.0), whole);
        assert!((to - from - 0.2).abs() < 1e-9, "{from} {to}");
    }
}
