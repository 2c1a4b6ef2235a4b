//! A trend as a scene.

use super::room::Room;
use super::{Plane, Trend, ends, events, frame, lines, values, words};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Scene, Size, Text};
use crate::theme::tokens;

/// From the base line to the baseline of the first note.
const TO_NOTES: f32 = 44.0;

/// From note to note.
const NOTE: f32 = 17.0;

/// From the edge of the plot to the first dot, at most.
const BEFORE_FIRST: f32 = 40.0;

/// From the last dot to the edge of the plot: grid and target end before the label there.
const AFTER_LAST: f32 = 8.0;

impl Trend {
    /// The chart in `size`, without its title.
    pub fn layout(&self, size: Size, measure: &Measure) -> Scene {
        let plane = self.plane(size, measure);
        let mut scene = Scene::new(size);
        scene.marks.extend(self.grid(&plane, measure));
        scene.marks.extend(self.marks(&plane, measure));
        scene.marks.extend(self.around(&plane, size.width, measure));
        scene
    }

    /// Grid lines and the scale beside them.
    pub fn grid(&self, plane: &Plane, measure: &Measure) -> Vec<Mark> {
        frame::grid(&self.axis, plane, measure)
    }

    /// What stands around the plot in a chart of that width: labels at the ends of lines,
    /// times, notes.
    pub fn around(&self, plane: &Plane, width: f32, measure: &Measure) -> Vec<Mark> {
        let mut marks = ends::ends(self, plane, width, measure);
        marks.extend(frame::times(&self.times, plane, measure));
        let notes = self.note_lines(width, measure);
        for (at, note) in notes.into_iter().enumerate() {
            marks.push(Mark::Text(Text {
                at: Point::new(
                    plane.area.left,
                    plane.area.bottom + TO_NOTES + at as f32 * NOTE,
                ),
                text: note,
                size: tokens().chart.label,
                bold: false,
                anchor: Anchor::Start,
                ink: Ink::Weak,
            }));
        }
        marks
    }

    /// What stands inside the plot: band, target, breaks, lines, dots and the words beside
    /// them. The window draws these over its own zoomed plane.
    pub fn marks(&self, plane: &Plane, measure: &Measure) -> Vec<Mark> {
        let mut marks = Vec::new();
        for line in &self.lines {
            marks.extend(lines::band(line, plane));
        }
        marks.extend(lines::breaks(self, plane));
        marks.extend(lines::target(self, plane));
        marks.extend(events::marks(self, plane));
        for line in self.lines.iter().rev() {
            marks.extend(lines::line(line, plane));
        }
        let mut room = self.room(plane);
        marks.extend(words::breaks(self, plane, measure, &mut room));
        marks.extend(words::earlier_targets(self, plane, measure, &mut room));
        if self.values {
            marks.extend(values::values(self, plane, measure, &mut room));
        }
        marks.extend(events::words(self, plane, measure, &mut room));
        marks
    }

    /// The lines and dots labels keep clear of.
    fn room(&self, plane: &Plane) -> Room {
        let mut room = Room::default();
        for line in &self.lines {
            for dot in &line.dots {
                room.dot(plane.at(dot.at, dot.value), lines::radius(line));
            }
            for pair in line.dots.windows(2).filter(|pair| pair[1].joined) {
                let ends = [&pair[0], &pair[1]].map(|dot| plane.at(dot.at, dot.value));
                room.stroke(ends[0], ends[1], 1.0);
            }
        }
        for target in &self.target {
            let ends = [plane.across.0, plane.across.1].map(|at| plane.at(at, target.value));
            room.stroke(ends[0], ends[1], 0.3);
        }
        for one in &self.breaks {
            let ends = [plane.up.0, plane.up.1].map(|value| plane.at(one.at, value));
            room.stroke(ends[0], ends[1], 0.5);
        }
        room
    }

    fn note_lines(&self, width: f32, measure: &Measure) -> Vec<String> {
        let size = tokens().chart.label;
        let room = width - frame::scale_width(&self.axis, measure);
        let wrap = |note: &String| measure.wrap(note, room, size, false, 4);
        self.notes.iter().flat_map(wrap).collect()
    }

    /// Where in a chart of that size the plot lies, showing everything.
    pub fn plane(&self, size: Size, measure: &Measure) -> Plane {
        let margins = &tokens().chart.margins;
        let notes = self.note_lines(size.width, measure).len();
        let below = if notes == 0 {
            TO_NOTES - NOTE + 4.0
        } else {
            TO_NOTES + (notes - 1) as f32 * NOTE + 6.0
        };
        let left = frame::scale_width(&self.axis, measure);
        let beside = ends::width(self, size.width, measure).max(frame::last_time(self, measure));
        let right = size.width - beside + AFTER_LAST;
        let area = Area::new(
            left,
            margins.top,
            right.min(size.width).max(left + BEFORE_FIRST),
            (size.height - below).max(margins.top + BEFORE_FIRST),
        );
        let periods = self.times.last().map_or(0.0, |time| time.at);
        let inset = BEFORE_FIRST.min(area.width() / 12.0);
        let inside = (area.width() - inset - AFTER_LAST).max(1.0);
        // A wave that stands alone is the newest: at the right, beside its label.
        let (before, shown) = if periods > 0.0 {
            (inset, periods)
        } else {
            (inset + inside, 1.0)
        };
        let per_pixel = shown / f64::from(inside);
        let across = (
            -f64::from(before) * per_pixel,
            periods + f64::from(AFTER_LAST) * per_pixel,
        );
        Plane {
            area,
            across,
            up: (self.axis.low, self.axis.high),
        }
    }
}
