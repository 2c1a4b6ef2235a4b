//! Values beside the dots: on the outer side of a bend, clear of lines and never over each other. On
//! collision the main line keeps its values; where not even they have room, those that say most do.

use super::room::Room;
use super::{Dot, Line, Plane, Trend, lines};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Text};
use crate::theme::tokens;

/// Where a label may stand around its dot: steps across and up, in order of preference for a
/// label above; mirrored for one below.
const AROUND: [(f32, f32); 8] = [
    (0.0, 1.0),
    (1.0, 0.8),
    (-1.0, 0.8),
    (0.0, -1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (1.0, -0.8),
    (-1.0, -0.8),
];

/// How much worse, in pixels of covered line, each next place is.
const NEXT_PLACE: f32 = 1.5;

/// Labels keep so far from each other where they can: nearer, one reads as the other's.
const APART: f32 = 5.0;

/// More covered than this, a label that is not of the main line is left out.
const TOO_CROWDED: f32 = 26.0;

/// In a crowd, a label that lines cover more than this, in pixels, stands on ground of its own.
const CLEAR: f32 = 8.0;

/// More dots than this beside those of the main line, and they would hide each other's labels:
/// only the first of each line keeps its own, as the last does at the end of the line.
const MOST: usize = 24;

/// Labels of all dots but the last of each line, which stands at the line's end.
pub(super) fn values(
    chart: &Trend,
    plane: &Plane,
    measure: &Measure,
    room: &mut Room,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut order: Vec<&Line> = chart.lines.iter().filter(|line| !line.same).collect();
    order.sort_by_key(|line| !line.main);
    let others = chart.lines.iter().filter(|line| !line.main && !line.same);
    let dots = others.flat_map(|line| &line.dots);
    let crowded = dots.filter(|dot| plane.holds(dot)).count() > MOST;
    for line in order {
        let labelled = line.dots.len().saturating_sub(1);
        let most = if crowded && !line.main { 1 } else { labelled };
        let tight = is_tight(line, plane, measure);
        let mut places: Vec<usize> = (0..labelled.min(most)).collect();
        if tight {
            places.sort_by_key(|at| says_most(line, *at));
        }
        for at in places {
            if let Some((text, area)) = value(line, (at, tight), plane, measure, room) {
                if crowded && room.cost(&area) > CLEAR && !room.is_taken(&area) {
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
    }
    marks
}

/// Whether its labels would not even stand beside each other in one row.
fn is_tight(line: &Line, plane: &Plane, measure: &Measure) -> bool {
    let size = tokens().chart.label;
    let widths = line.dots.iter();
    let widths = widths.map(|dot| measure.width(&dot.label, size, line.main) + APART);
    widths.sum::<f32>() > plane.area.width()
}

/// The highest and the lowest value first, then the one it began with, then the newer ones.
fn says_most(line: &Line, at: usize) -> (u8, usize) {
    let values = || line.dots.iter().map(|dot| dot.value);
    let (high, low) = (
        values().fold(f64::MIN, f64::max),
        values().fold(f64::MAX, f64::min),
    );
    let rank = match line.dots.get(at) {
        Some(dot) if dot.value >= high || dot.value <= low => 0,
        _ if at == 0 => 1,
        _ => 2,
    };
    (rank, line.dots.len() - at)
}

fn value(
    line: &Line,
    (at, tight): (usize, bool),
    plane: &Plane,
    measure: &Measure,
    room: &Room,
) -> Option<(Text, Area)> {
    let dot = line.dots.get(at)?;
    let flip = if below(line, at) { -1.0 } else { 1.0 };
    let place = |(order, (across, up)): (usize, (f32, f32))| {
        let (text, area) = beside(line, dot, (across, up * flip), plane, measure);
        let free = bounds(plane).holds(&area);
        let near = room.labels_in(&area.grown(APART));
        let cost = room.cost(&area) + near + order as f32 * NEXT_PLACE;
        free.then_some((cost, text, area))
    };
    let best = AROUND
        .into_iter()
        .enumerate()
        .filter_map(place)
        .min_by(|a, b| a.0.total_cmp(&b.0))?;
    let (cost, text, area) = best;
    let prefers = line.main && !tight;
    let kept = !room.is_taken(&area) && (prefers || cost <= TOO_CROWDED);
    kept.then_some((text, area))
}

/// Labels may rise a little above the plot but not leave it sideways or below.
fn bounds(plane: &Plane) -> Area {
    let area = plane.area;
    Area::new(area.left, area.top - 16.0, area.right, area.bottom)
}

/// Whether the label belongs below its dot: the outer side of a bend; at the ends of a run
/// above for the main line and below for others, which mostly lie under it.
fn below(line: &Line, at: usize) -> bool {
    let own = line.dots[at].value;
    let before = at.checked_sub(1).filter(|_| line.dots[at].joined);
    let after = Some(at + 1).filter(|after| line.dots.get(*after).is_some_and(|dot| dot.joined));
    let (Some(before), Some(after)) = (before, after) else {
        return !line.main;
    };
    let bend = 2.0 * own - line.dots[before].value - line.dots[after].value;
    if bend == 0.0 { !line.main } else { bend < 0.0 }
}

fn beside(
    line: &Line,
    dot: &Dot,
    (across, up): (f32, f32),
    plane: &Plane,
    measure: &Measure,
) -> (Text, Area) {
    let size = tokens().chart.label;
    let width = measure.width(&dot.label, size, line.main);
    let height = measure.cap_height(size);
    let gap = lines::radius(line) + tokens().chart.label_offset / 2.0;
    let center = plane.at(dot.at, dot.value);
    let middle = Point::new(
        center.x + across * (gap + width / 2.0),
        center.y - up * (gap + height / 2.0),
    );
    let text = Text {
        at: Point::new(middle.x, middle.y + height / 2.0),
        text: dot.label.clone(),
        size,
        bold: line.main,
        anchor: Anchor::Middle,
        ink: line.ink,
    };
    let area = Area::new(
        middle.x - width / 2.0,
        middle.y - height / 2.0,
        middle.x + width / 2.0,
        middle.y + height / 2.0,
    );
    (text, area.grown(2.0))
}
