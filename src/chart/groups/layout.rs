//! The small charts as a scene.

use super::{GroupChart, GroupCharts, GroupRow};
use crate::chart::scores::Track;
use crate::chart::table::{Column, Style, rule};
use crate::chart::{Area, Ink, Mark, Measure, Point, Scene, Size, Stroke};
use crate::i18n::number;
use crate::theme::tokens;

/// Least width of one chart, and the room around it.
const WIDTH: f32 = 340.0;
const GAP: f32 = 32.0;
/// Charts beside each other, at most.
const MOST: usize = 3;
/// Its name, and what is said of it.
const NAME: f32 = 22.0;
const SAID: f32 = 20.0;
/// One group, and the marks of the axis below them.
const ROW: f32 = 26.0;
const SCALE: f32 = 24.0;
/// Between names, track, score and count.
const BETWEEN: f32 = 14.0;
/// Names may take this share of a chart.
const NAMES: f32 = 0.34;

/// Where the columns of a chart lie.
struct Columns {
    name: Column,
    track: Track,
    score: Column,
    n: Column,
}

impl GroupCharts {
    /// Where each chart lies in a picture of that width.
    fn places(&self, width: f32) -> Vec<Area> {
        let fitting = ((width + GAP) / (WIDTH + GAP)).floor() as usize;
        let beside = fitting.clamp(1, MOST).min(self.parts.len().max(1));
        let each = (width - GAP * (beside - 1) as f32) / beside as f32;
        let rows = self.parts.iter().map(|it| it.rows.len()).max().unwrap_or(0) as f32;
        let height = NAME + SAID + rows * ROW + SCALE;
        let place = |at: usize| {
            let left = (at % beside) as f32 * (each + GAP);
            let top = (at / beside) as f32 * (height + GAP);
            Area::new(left, top, left + each, top + height)
        };
        (0..self.parts.len()).map(place).collect()
    }

    /// All of them in `width`, as high as they need to be, without the notes.
    pub fn bare(&self, width: f32, measure: &Measure) -> Scene {
        let places = self.places(width);
        let charts = places.last().map_or(0.0, |place| place.bottom);
        let mut scene = Scene::new(Size::new(width, charts));
        for (part, place) in self.parts.iter().zip(places) {
            scene.marks.extend(self.part(part, place, measure));
        }
        scene
    }

    /// The same with the notes below.
    pub fn layout(&self, width: f32, measure: &Measure) -> Scene {
        let mut scene = self.bare(width, measure);
        let style = Style::small();
        let notes = self.notes.iter();
        for line in notes.flat_map(|it| measure.wrap(it, width, style.size, false, 4)) {
            let height = tokens().typography.line_heights.small;
            let middle = scene.size.height + height / 2.0;
            let whole = Column::left(0.0, width);
            scene.marks.push(whole.cell(&line, middle, style, measure));
            scene.size.height += height;
        }
        scene
    }

    fn part(&self, part: &GroupChart, place: Area, measure: &Measure) -> Vec<Mark> {
        let whole = Column::left(place.left, place.width());
        let bold = Style::cell().bold();
        let said = Style::small();
        let said = match part.differs {
            true => said.ink(Ink::Text).bold(),
            false => said,
        };
        let middle = place.top + NAME / 2.0;
        let mut marks = vec![whole.cell(&part.name, middle, bold, measure)];
        let middle = place.top + NAME + SAID / 2.0 - 2.0;
        marks.push(whole.cell(&part.said, middle, said, measure));
        let top = place.top + NAME + SAID;
        let bottom = top + part.rows.len() as f32 * ROW;
        marks.push(rule(place.left, place.right, top, Ink::LineStrong));
        let columns = self.columns(place, measure);
        let sizes = &tokens().chart;
        let upright = |value: f64, stroke| Mark::Line {
            from: Point::new(columns.track.at(&self.axis, value), top),
            to: Point::new(columns.track.at(&self.axis, value), bottom),
            stroke,
        };
        let dashed = Stroke::dashed(Ink::Target, sizes.target_line, [3.0, 3.0]);
        marks.push(upright(self.target, dashed));
        let thin = Stroke::solid(Ink::Weak, sizes.axis);
        marks.extend(part.whole.map(|whole| upright(whole, thin)));
        for (at, row) in part.rows.iter().enumerate() {
            let top = top + at as f32 * ROW;
            marks.extend(self.row(row, &columns, top, measure));
            marks.push(rule(place.left, place.right, top + ROW, Ink::Line));
        }
        marks.extend(columns.track.labels(&self.axis, bottom + 15.0, measure));
        marks
    }

    /// Names take what they need in any of the charts, so that all tracks are alike.
    fn columns(&self, place: Area, measure: &Measure) -> Columns {
        let widest = |of: &dyn Fn(&GroupRow) -> f32| {
            let rows = self.parts.iter().flat_map(|it| &it.rows);
            rows.map(of).fold(0.0, f32::max)
        };
        let cell = Style::cell();
        let names = widest(&|row| cell.width(&row.name, measure) + 1.0);
        let names = names.min(place.width() * NAMES);
        let score = widest(&|row| cell.bold().width(&row.score, measure));
        let count = |row: &GroupRow| Style::small().width(&count(row), measure);
        let n = widest(&count);
        let n_end = place.right;
        let score_end = n_end - n - BETWEEN / 2.0;
        Columns {
            name: Column::left(place.left, names),
            track: Track {
                left: place.left + names + BETWEEN,
                right: score_end - score - BETWEEN,
            },
            score: Column::right(score_end, score),
            n: Column::right(n_end, n),
        }
    }

    fn row(&self, row: &GroupRow, columns: &Columns, top: f32, measure: &Measure) -> Vec<Mark> {
        let middle = top + ROW / 2.0;
        let cell = Style::cell();
        let mut marks = vec![
            columns.name.cell(&row.name, middle, cell, measure),
            columns.score.cell(&row.score, middle, cell.bold(), measure),
            columns.n.cell(&count(row), middle, Style::small(), measure),
        ];
        let area = Area::new(columns.track.left, top, columns.track.right, top + ROW);
        marks.extend(row.dots.marks(&self.axis, None, area, true));
        marks
    }
}

fn count(row: &GroupRow) -> String {
    format!("n {}", number::count(row.n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Axis, Dots, Mark};
    use crate::model::Subject;

    fn row(name: &str, score: Option<f64>) -> GroupRow {
        GroupRow {
            name: name.to_owned(),
            n: 12,
            score: score.map_or("–".to_owned(), |it| it.to_string()),
            dots: Dots {
                score,
                low: score.map(|it| it - 9.0),
                high: score.map(|it| it + 6.0),
                ..Dots::default()
            },
        }
    }

    fn charts(parts: usize) -> GroupCharts {
        let part = |at: usize| GroupChart {
            subject: Subject::Dimension(at.to_string()),
            name: "一个名称长得写不下的维度，后面还有许多字".repeat(3),
            said: String::new(),
            differs: at == 0,
            whole: Some(80.0),
            rows: vec![
                row("华东", Some(78.0)),
                row("名称很长的一个组名称很长的一个组", Some(91.0)),
                row("西南", None),
            ],
        };
        GroupCharts {
            title: String::new(),
            subtitle: String::new(),
            axis: Axis::of_dots([60.0, 100.0]),
            target: 85.0,
            parts: (0..parts).map(part).collect(),
            notes: vec!["说明".to_owned()],
        }
    }

    #[test]
    fn every_chart_lies_in_the_picture_and_a_hidden_group_has_no_dot() {
        let measure = Measure::shared();
        for width in [300.0, 700.0, 960.0, 1900.0] {
            let scene = charts(4).layout(width, measure);
            let dots = scene.marks.iter().filter_map(|mark| match mark {
                Mark::Circle { center, .. } => Some(*center),
                _ => None,
            });
            let dots: Vec<Point> = dots.collect();
            assert_eq!(dots.len(), 8, "two groups shown in each of four charts");
            for dot in dots {
                assert!((0.0..=width).contains(&dot.x) && dot.y < scene.size.height);
            }
            for mark in &scene.marks {
                let Mark::Text(text) = mark else { continue };
                assert!(text.at.y <= scene.size.height, "{text:?}");
                let wide = measure.width(&text.text, text.size, text.bold);
                let right = match text.anchor {
                    crate::chart::Anchor::Start => text.at.x + wide,
                    crate::chart::Anchor::Middle => text.at.x + wide / 2.0,
                    crate::chart::Anchor::End => text.at.x,
                };
                assert!(right <= width + 1.0, "{width}: {text:?}");
            }
        }
        assert_eq!(charts(0).bare(900.0, measure).size.height, 0.0);
    }
}
