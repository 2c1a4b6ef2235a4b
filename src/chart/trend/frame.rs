//! Around the plot: grid, scale, times, the axis break and the notes.

use super::{Plane, Time, Trend};
use crate::chart::{Anchor, Axis, Ink, Mark, Measure, Point, Stroke, Text, Tick};
use crate::theme::tokens;

/// Between the plot and what is written beside it.
const GAP: f32 = 10.0;

/// Room the scale needs to the left of the plot.
pub(super) fn scale_width(axis: &Axis, measure: &Measure) -> f32 {
    let size = tokens().chart.label;
    let widths = axis
        .ticks
        .iter()
        .map(|tick| measure.width(&tick.label, size, false));
    widths.fold(0.0, f32::max) + GAP + 4.0
}

/// Room the name of the newest period needs to the right of the last dot.
pub(super) fn last_time(chart: &Trend, measure: &Measure) -> f32 {
    let size = tokens().chart.label;
    let name = chart.times.last().map_or("", |time| &time.name);
    measure.width(name, size, true) / 2.0 + 2.0
}

/// Horizontal grid lines with their values, the base line darker. A plane that shows another
/// stretch than the axis has marks of its own.
pub(super) fn grid(axis: &Axis, plane: &Plane, measure: &Measure) -> Vec<Mark> {
    let sizes = &tokens().chart;
    let half = measure.cap_height(sizes.label) / 2.0;
    let (low, high) = plane.up;
    let zoomed = (low, high) != (axis.low, axis.high);
    let ticks: Vec<Tick> = if zoomed {
        let unit = if axis.percent() { "%" } else { "" };
        let mut ticks = Axis::ticks_within(low, high);
        ticks.iter_mut().for_each(|tick| tick.label.push_str(unit));
        ticks
    } else {
        axis.ticks.clone()
    };
    let line = |y: f32, ink: Ink| Mark::Line {
        from: Point::new(plane.area.left, y),
        to: Point::new(plane.area.right, y),
        stroke: Stroke::solid(ink, sizes.axis),
    };
    let mut marks = Vec::new();
    for tick in &ticks {
        let y = plane.at(0.0, tick.at).y;
        if y < plane.area.bottom - 0.5 {
            marks.push(line(y, Ink::Grid));
        }
        marks.push(Mark::Text(Text {
            at: Point::new(plane.area.left - GAP, y + half),
            text: tick.label.clone(),
            size: sizes.label,
            bold: false,
            anchor: Anchor::End,
            ink: Ink::Weak,
        }));
    }
    marks.push(line(plane.area.bottom, Ink::Axis));
    if low > 0.0 {
        marks.extend(axis_break(plane));
    }
    marks
}

/// Two slanted strokes: the scale does not begin at 0.
fn axis_break(plane: &Plane) -> impl Iterator<Item = Mark> {
    let Point { x, y } = Point::new(plane.area.left, plane.area.bottom);
    [7.0, 11.0].into_iter().map(move |up| Mark::Line {
        from: Point::new(x - 4.0, y - up + 2.0),
        to: Point::new(x + 4.0, y - up - 2.0),
        stroke: Stroke::solid(Ink::Axis, tokens().chart.axis),
    })
}

/// Names of the periods: in full where there is room, short where there is less, and only
/// every second or third counted back from the newest where there is still less.
pub(super) fn times(times: &[Time], plane: &Plane, measure: &Measure) -> Vec<Mark> {
    let size = tokens().chart.label;
    let slot = plane.period() - GAP;
    let widest = |name: fn(&Time) -> &String| {
        times
            .iter()
            .map(|time| measure.width(name(time), size, time.now))
            .fold(1.0, f32::max)
    };
    let (name, every): (fn(&Time) -> &String, usize) = if widest(|time| &time.name) <= slot {
        (|time| &time.name, 1)
    } else {
        let needed = (widest(|time| &time.short) + GAP) / plane.period();
        (|time| &time.short, needed.ceil().max(1.0) as usize)
    };
    let shown = times.iter().rev().step_by(every);
    shown
        .filter(|time| plane.shows(time.at))
        .map(|time| {
            Mark::Text(Text {
                at: Point::new(plane.at(time.at, 0.0).x, plane.area.bottom + 20.0),
                text: name(time).clone(),
                size,
                bold: time.now,
                anchor: Anchor::Middle,
                ink: if time.now { Ink::Text } else { Ink::Weak },
            })
        })
        .collect()
}
