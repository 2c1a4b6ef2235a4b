//! Words inside the plot: of the target line and of breaks.

use super::room::Room;
use super::{Break, Plane, Target, Trend};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Text};
use crate::theme::tokens;

/// The target's words keep this far from dots where they can.
const BESIDE: f32 = 14.0;

/// Where lines cover more of them, in pixels, the target's words stand on ground of their own.
const CLEAR: f32 = 6.0;

/// The words at the top or bottom of each dotted line, whichever is clearer.
pub(super) fn breaks(
    chart: &Trend,
    plane: &Plane,
    measure: &Measure,
    room: &mut Room,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    let shown: Vec<&Break> = chart
        .breaks
        .iter()
        .filter(|one| plane.shows(one.at))
        .collect();
    for (at, one) in shown.iter().enumerate() {
        let next = shown.get(at + 1).map(|next| plane.at(next.at, 0.0).x);
        let (text, area) = break_words(one, next, plane, measure, room);
        room.take(area);
        marks.push(Mark::Text(text));
    }
    marks
}

fn break_words(
    one: &Break,
    next: Option<f32>,
    plane: &Plane,
    measure: &Measure,
    room: &Room,
) -> (Text, Area) {
    let size = tokens().chart.label;
    let height = measure.cap_height(size);
    let x = plane.at(one.at, 0.0).x;
    let right = next.unwrap_or(plane.area.right) - x - 12.0;
    let left = x - plane.area.left - 12.0;
    let words = measure.width(&one.label, size, false);
    let (anchor, room_beside) = if words > right && left > right {
        (Anchor::End, left)
    } else {
        (Anchor::Start, right)
    };
    let label = measure.fit(&one.label, room_beside, size, false);
    let width = measure.width(&label, size, false);
    let put = |baseline: f32| {
        let start = match anchor {
            Anchor::End => x - 6.0 - width,
            _ => x + 6.0,
        };
        let area = Area::new(start, baseline - height, start + width, baseline);
        let text = Text {
            at: Point::new(start, baseline),
            text: label.clone(),
            size,
            bold: false,
            anchor: Anchor::Start,
            ink: Ink::Weak,
        };
        (text, area.grown(2.0))
    };
    let top = put(plane.area.top + height + 5.0);
    let bottom = put(plane.area.bottom - 7.0);
    if room.cost(&top.1) <= room.cost(&bottom.1) {
        top
    } else {
        bottom
    }
}

/// The target's words once a piece, where they are clearest of lines.
pub(super) fn target(
    chart: &Trend,
    plane: &Plane,
    measure: &Measure,
    room: &mut Room,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    let last = chart.target.len().saturating_sub(1);
    for (at, piece) in chart.target.iter().enumerate() {
        let edge = |open: bool, time: f64, edge: f32| {
            let x = plane.at(time, piece.value).x;
            if open { edge } else { x }
        };
        let across = (
            edge(at == 0, piece.from, plane.area.left).max(plane.area.left) + 4.0,
            edge(at == last, piece.to, plane.area.right).min(plane.area.right) - 4.0,
        );
        if let Some((text, area)) = target_words(piece, across, plane, measure, room) {
            if room.cost(&area) > CLEAR {
                marks.push(Mark::Rect {
                    area,
                    radius: 2.0,
                    fill: Ink::Surface,
                });
            }
            room.take(area);
            marks.push(Mark::Text(text));
        }
    }
    marks
}

fn target_words(
    piece: &Target,
    (from, to): (f32, f32),
    plane: &Plane,
    measure: &Measure,
    room: &Room,
) -> Option<(Text, Area)> {
    let size = tokens().chart.label;
    let height = measure.cap_height(size);
    let width = measure.width(&piece.label, size, false);
    let line = plane.at(piece.from, piece.value).y;
    let steps = ((to - from - width) / 8.0).max(0.0) as usize;
    let spots = (0..=steps).flat_map(|step| {
        let start = from + step as f32 * 8.0;
        [line + height + 6.0, line - 6.0].map(|baseline| (start, baseline))
    });
    let placed = spots.map(|(start, baseline)| {
        let area = Area::new(start, baseline - height, start + width, baseline);
        let text = Text {
            at: Point::new(start, baseline),
            text: piece.label.clone(),
            size,
            bold: false,
            anchor: Anchor::Start,
            ink: Ink::Target,
        };
        (text, area.grown(3.0))
    });
    placed
        .map(|(text, area)| {
            // Right beside a dot they would read as the name of its line.
            let beside = room.dots_in(&area.grown(BESIDE));
            (room.cost(&area) + beside, text, area)
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, text, area)| (text, area))
}
