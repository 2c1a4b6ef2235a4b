//! Labels at the ends of the lines: name and last value in the line's colour, the target's at the
//! end of its own, moved apart where lines end close together.

use super::{Line, Plane, TargetLine, Trend, lines};
use crate::chart::words::valued;
use crate::chart::{Anchor, Ink, Mark, Measure, Point, Stroke, Text};
use crate::theme::tokens;

/// Height of one line of text.
const LINE: f32 = 16.0;

/// Between the last dot and its label.
const GAP: f32 = 10.0;

/// The most of a chart's width its end labels may take.
const WIDEST: f32 = 0.3;

/// What stands at the end of one line.
struct End {
    ink: Ink,
    texts: Vec<(String, bool, Ink)>,
    /// Where the line ends, its dot included.
    at: Point,
    /// Middle of its first line of text.
    y: f32,
}

/// Room the labels need to the right of the last dot.
pub(super) fn width(chart: &Trend, whole: f32, measure: &Measure) -> f32 {
    let size = tokens().chart.label;
    let widest = chart
        .lines
        .iter()
        .flat_map(|line| texts(line, whole, false, measure))
        .map(|(text, bold, _)| measure.width(&text, size, bold));
    let target = chart.target.last();
    let target = target.map(|target| measure.width(&target.label, size, false));
    widest.chain(target).fold(0.0, f32::max) + GAP + 8.0
}

/// The target as it stands at the right edge.
pub(super) fn target<'a>(chart: &'a Trend, plane: &Plane) -> Option<&'a TargetLine> {
    let mut newest = chart.target.iter().rev();
    newest.find(|piece| piece.from < plane.across.1)
}

/// Name and value on one line where it fits, else under each other; `brief` cuts the name to
/// keep them on one.
fn texts(line: &Line, whole: f32, brief: bool, measure: &Measure) -> Vec<(String, bool, Ink)> {
    let size = tokens().chart.label;
    let most = whole * WIDEST;
    let Some(last) = line.dots.last() else {
        return Vec::new();
    };
    let joined = valued(&line.name, &last.label);
    let mut texts = if measure.width(&joined, size, line.main) <= most {
        vec![(joined, line.main, line.ink)]
    } else if brief {
        let value = format!(" {}", last.label);
        let room = most - measure.width(&value, size, line.main);
        let name = measure.fit(&line.name, room, size, line.main);
        vec![(name + &value, line.main, line.ink)]
    } else {
        let mut parts = measure.wrap(&line.name, most, size, line.main, 2);
        parts.push(last.label.clone());
        parts
            .into_iter()
            .map(|part| (part, line.main, line.ink))
            .collect()
    };
    if !line.remark.is_empty() {
        texts.push((line.remark.clone(), false, Ink::Weak));
    }
    texts
}

/// The labels, from the given place across on.
pub(super) fn ends(chart: &Trend, plane: &Plane, whole: f32, measure: &Measure) -> Vec<Mark> {
    let labels = |brief: bool| -> Vec<End> {
        let lines = chart.lines.iter().filter_map(|line| {
            let last = line.dots.last().filter(|last| plane.holds(last))?;
            let dot = plane.at(last.at, last.value);
            Some(End {
                ink: line.ink,
                texts: texts(line, whole, brief, measure),
                at: Point::new(dot.x + lines::radius(line) + 1.0, dot.y),
                y: dot.y,
            })
        });
        let target = target(chart, plane).map(|target| {
            let y = plane.at(target.to, target.value).y;
            End {
                ink: Ink::Target,
                texts: vec![(target.label.clone(), false, Ink::Target)],
                at: Point::new(plane.area.right, y),
                y,
            }
        });
        lines.chain(target).collect()
    };
    let mut ends = labels(false);
    let needed: f32 = ends.iter().map(End::height).sum();
    if needed > plane.area.height() + LINE {
        ends = labels(true);
    }
    ends.sort_by(|a, b| a.at.y.total_cmp(&b.at.y));
    move_apart(&mut ends, plane.area.top, plane.area.bottom);
    let last = chart.times.last().map_or(0.0, |time| time.at);
    let x = (plane.at(last, plane.up.0).x + GAP).min(plane.area.right + 2.0);
    ends.iter().flat_map(|end| end.marks(x, measure)).collect()
}

/// Pushes labels down until none overlaps, then back up from the bottom.
fn move_apart(ends: &mut [End], top: f32, bottom: f32) {
    let mut free = top - LINE / 2.0;
    for end in ends.iter_mut() {
        end.y = end.y.max(free + LINE / 2.0);
        free = end.y - LINE / 2.0 + end.height();
    }
    let mut free = bottom + LINE / 2.0;
    for end in ends.iter_mut().rev() {
        end.y = end.y.min(free - end.height() + LINE / 2.0);
        free = end.y - LINE / 2.0;
    }
}

impl End {
    fn height(&self) -> f32 {
        self.texts.len() as f32 * LINE + 1.0
    }

    fn marks(&self, x: f32, measure: &Measure) -> Vec<Mark> {
        let size = tokens().chart.label;
        let half = measure.cap_height(size) / 2.0;
        let text = |(at, (text, bold, ink)): (usize, &(String, bool, Ink))| {
            Mark::Text(Text {
                at: Point::new(x, self.y + half + at as f32 * LINE),
                text: text.clone(),
                size,
                bold: *bold,
                anchor: Anchor::Start,
                ink: *ink,
            })
        };
        let mut marks: Vec<Mark> = self.texts.iter().enumerate().map(text).collect();
        if (self.y - self.at.y).abs() > LINE / 2.0 || x - self.at.x > 2.0 * GAP {
            marks.push(Mark::Line {
                from: self.at,
                to: Point::new(x - 2.0, self.y),
                stroke: Stroke::solid(self.ink, tokens().chart.grid),
            });
        }
        marks
    }
}
