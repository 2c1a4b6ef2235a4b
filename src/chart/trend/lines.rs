//! The lines themselves: interval band, target, breaks, lines and dots.

use super::{Dot, Line, Plane, Trend};
use crate::chart::{Ink, Mark, Point, Stroke};
use crate::theme::{ChartSizes, tokens};

/// The band behind the main line; a wave that stands alone gets an upright line.
pub(super) fn band(line: &Line, plane: &Plane) -> Vec<Mark> {
    if !line.main {
        return Vec::new();
    }
    runs(line)
        .flat_map(interval_runs)
        .map(|run| band_mark(&run, plane))
        .collect()
}

/// Stretches of dots that belong together.
fn runs(line: &Line) -> impl Iterator<Item = &[Dot]> {
    line.dots.chunk_by(|_, next| next.joined)
}

fn interval_runs(run: &[Dot]) -> Vec<Vec<(f64, f64, f64)>> {
    run.chunk_by(|before, next| before.low.is_some() == next.low.is_some())
        .map(|run| {
            run.iter()
                .filter_map(|dot| Some((dot.at, dot.low?, dot.high?)))
                .collect::<Vec<_>>()
        })
        .filter(|run| !run.is_empty())
        .collect()
}

fn band_mark(run: &[(f64, f64, f64)], plane: &Plane) -> Mark {
    let inside = |value: f64| value.clamp(plane.up.0, plane.up.1);
    let lower = run.iter().map(|(at, low, _)| plane.at(*at, inside(*low)));
    let upper = run
        .iter()
        .rev()
        .map(|(at, _, high)| plane.at(*at, inside(*high)));
    let points: Vec<Point> = lower.chain(upper).collect();
    match points[..] {
        [from, to] => Mark::Line {
            from,
            to,
            stroke: Stroke::solid(Ink::Band, 4.0 * sizes().line_main),
        },
        _ => Mark::Polygon {
            points,
            fill: Ink::Band,
        },
    }
}

/// The dashed target line. It ends at the newest wave: beyond, it would read as a minus before
/// what is written there.
pub(super) fn target(chart: &Trend, plane: &Plane) -> Vec<Mark> {
    let left = plane.across.0;
    let piece = |(at, target): (usize, &super::TargetLine)| Mark::Line {
        from: plane.at(if at == 0 { left } else { target.from }, target.value),
        to: plane.at(target.to, target.value),
        stroke: Stroke::dashed(Ink::Target, sizes().target_line, sizes().target_dash),
    };
    chart.target.iter().enumerate().map(piece).collect()
}

/// The dotted upright lines where wording changed.
pub(super) fn breaks(chart: &Trend, plane: &Plane) -> Vec<Mark> {
    let upright = |at: f64| Mark::Line {
        from: plane.at(at, plane.up.1),
        to: plane.at(at, plane.up.0),
        stroke: Stroke::dashed(Ink::Axis, sizes().grid, sizes().break_dash),
    };
    let shown = chart.breaks.iter().filter(|one| plane.shows(one.at));
    shown.map(|one| upright(one.at)).collect()
}

/// A line with its dots.
pub(super) fn line(line: &Line, plane: &Plane) -> Vec<Mark> {
    let stroke = match line.same {
        true => Stroke::dashed(line.ink, width(line), sizes().break_dash),
        false => Stroke::solid(line.ink, width(line)),
    };
    let place = |dot: &Dot| plane.at(dot.at, dot.value);
    let known = |run: &[Dot]| Mark::Polyline {
        points: run.iter().map(place).collect(),
        stroke,
    };
    // What a report alone says is drawn apart from what answers say.
    let strokes = runs(line).flat_map(|run| run.chunk_by(|a, b| !a.typed && !b.typed));
    let strokes = strokes.filter(|run| run.len() > 1).map(known);
    let pairs = line.dots.windows(2).filter(|pair| pair[1].joined);
    let lost = pairs.filter(|pair| pair.iter().any(|dot| dot.typed));
    let lost = lost.map(|pair| Mark::Line {
        from: place(&pair[0]),
        to: place(&pair[1]),
        stroke: Stroke::dashed(line.ink, width(line), sizes().target_dash),
    });
    let dots = line.dots.iter().map(|dot| Mark::Circle {
        center: place(dot),
        radius: radius(line),
        fill: if dot.typed { Ink::Surface } else { line.ink },
        stroke: dot.typed.then_some(Stroke::solid(line.ink, sizes().line)),
    });
    strokes.chain(lost).chain(dots).collect()
}

fn width(line: &Line) -> f32 {
    match (line.main, line.same) {
        (_, true) => sizes().interval_line,
        (true, false) => sizes().line_main,
        (false, false) => sizes().line,
    }
}

/// Half the diameter of a line's dots.
pub(super) fn radius(line: &Line) -> f32 {
    let dots = &tokens().dot;
    match (line.main, line.same) {
        (_, true) => dots.point / 3.0,
        (true, false) => dots.point_main / 2.0,
        (false, false) => dots.point / 2.0,
    }
}

fn sizes() -> &'static ChartSizes {
    &tokens().chart
}
