//! Which part of a trend is shown, after what the user did to it.
//!
//! Scrolling zooms around the pointer; dragging moves what is zoomed, and draws a box to zoom
//! to while everything is shown or with Shift or the other button; a double click shows
//! everything again.

use egui::{Color32, PointerButton, Pos2, Rect, Response, Stroke, StrokeKind};

use crate::chart::Plane;
use crate::theme::{Palette, tokens};

/// The smallest part of the whole one can zoom to.
const CLOSEST: f64 = 0.02;

/// A box smaller than this, in pixels, was no box.
const LEAST_BOX: f32 = 8.0;

/// Points of scrolling that make what is shown e times as large.
const SCROLL: f32 = 240.0;

/// The part to show from now on, when it is another than `now`; never beyond `full`.
pub(super) fn zoomed(
    response: &Response,
    now: &Plane,
    full: &Plane,
    colors: &Palette,
) -> Option<Plane> {
    if response.double_clicked() {
        return Some(*full);
    }
    let boxed = boxed(response, now, full, colors);
    let wanted = match boxed {
        Boxed::Under => return None,
        Boxed::Done(part) => part,
        Boxed::None if response.dragged_by(PointerButton::Primary) => moved(response, now),
        Boxed::None => scrolled(response, now).unwrap_or(*now),
    };
    // Also when nothing was done: the chart may have changed under a zoom.
    let part = Plane {
        across: within(wanted.across, full.across),
        up: within(wanted.up, full.up),
        ..*full
    };
    (part != *now).then_some(part)
}

enum Boxed {
    None,
    /// It is being drawn.
    Under,
    Done(Plane),
}

fn boxed(response: &Response, now: &Plane, full: &Plane, colors: &Palette) -> Boxed {
    let context = &response.ctx;
    let shift = context.input(|input| input.modifiers.shift);
    let primary = response.dragged_by(PointerButton::Primary) && (shift || now == full);
    let start: Option<Pos2> = context.data(|data| data.get_temp(response.id));
    let latest = context.input(|input| input.pointer.latest_pos());
    if primary || response.dragged_by(PointerButton::Secondary) {
        let from = start.or(context.input(|input| input.pointer.press_origin()));
        if let (Some(from), Some(to)) = (from, latest) {
            context.data_mut(|data| data.insert_temp(response.id, from));
            let edge = Stroke::new(tokens().stroke.control, colors.accent);
            let fill = Color32::from(colors.accent_tint).gamma_multiply(0.5);
            let place = Rect::from_two_pos(from, to).intersect(response.rect);
            let painter = context.layer_painter(response.layer_id);
            painter.rect(place, 0.0, fill, edge, StrokeKind::Inside);
        }
        return Boxed::Under;
    }
    let (Some(from), Some(to)) = (start, latest) else {
        return Boxed::None;
    };
    context.data_mut(|data| data.remove::<Pos2>(response.id));
    let place = Rect::from_two_pos(from, to).intersect(response.rect);
    if place.width() < LEAST_BOX || place.height() < LEAST_BOX {
        return Boxed::None;
    }
    let (left, top) = value_at(now, place.min);
    let (right, bottom) = value_at(now, place.max);
    Boxed::Done(Plane {
        across: (left, right),
        up: (bottom, top),
        ..*now
    })
}

fn moved(response: &Response, now: &Plane) -> Plane {
    let delta = response.drag_delta();
    let (width, height) = (now.area.width(), now.area.height());
    let across = f64::from(delta.x / width) * (now.across.1 - now.across.0);
    let up = f64::from(delta.y / height) * (now.up.1 - now.up.0);
    Plane {
        across: (now.across.0 - across, now.across.1 - across),
        up: (now.up.0 + up, now.up.1 + up),
        ..*now
    }
}

fn scrolled(response: &Response, now: &Plane) -> Option<Plane> {
    let (wheel, pinch) = response
        .ctx
        .input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
    let factor = (-wheel / SCROLL).exp() / pinch;
    if factor == 1.0 {
        return None;
    }
    let (x, y) = value_at(now, response.hover_pos()?);
    let around = |range: (f64, f64), middle: f64| {
        let factor = f64::from(factor);
        (
            middle - (middle - range.0) * factor,
            middle + (range.1 - middle) * factor,
        )
    };
    Some(Plane {
        across: around(now.across, x),
        up: around(now.up, y),
        ..*now
    })
}

/// Time and value at a place in the window.
fn value_at(plane: &Plane, pos: Pos2) -> (f64, f64) {
    let across = f64::from((pos.x - plane.area.left) / plane.area.width());
    let up = f64::from((plane.area.bottom - pos.y) / plane.area.height());
    (
        plane.across.0 + across * (plane.across.1 - plane.across.0),
        plane.up.0 + up * (plane.up.1 - plane.up.0),
    )
}

/// A stretch moved and cut so that it lies within the whole, and not too short.
fn within(wanted: (f64, f64), whole: (f64, f64)) -> (f64, f64) {
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
