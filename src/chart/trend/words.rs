//! Words inside the plot: of breaks and of targets that held before.

use super::room::Room;
use super::{Break, Plane, TargetLine, Trend, ends};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Text};
use crate::theme::tokens;

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

/// The words of targets that held before, each where its piece begins: above it or below,
/// whichever is clearer. The one that holds now stands outside, at the end of its line.
pub(super) fn earlier_targets(
    chart: &Trend,
    plane: &Plane,
    measure: &Measure,
    room: &mut Room,
) -> Vec<Mark> {
    let now = ends::target(chart, plane);
    let earlier = chart.target.iter().filter(|piece| Some(*piece) != now);
    let shown = earlier.filter(|piece| piece.to > plane.across.0 && piece.from < plane.across.1);
    let mut marks = Vec::new();
    for piece in shown {
        let (text, area) = target_words(piece, plane, measure, room);
        room.take(area);
        marks.push(Mark::Text(text));
    }
    marks
}

fn target_words(piece: &TargetLine, plane: &Plane, measure: &Measure, room: &Room) -> (Text, Area) {
    let size = tokens().chart.label;
    let height = measure.cap_height(size);
    let width = measure.width(&piece.label, size, false);
    let from = plane.at(piece.from, piece.value);
    let start = from.x.max(plane.area.left) + 4.0;
    let put = |baseline: f32| {
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
    };
    let (above, below) = (put(from.y - 6.0), put(from.y + height + 6.0));
    if room.cost(&below.1) <= room.cost(&above.1) {
        below
    } else {
        above
    }
}
