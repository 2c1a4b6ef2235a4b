//! The chart in a size.

use super::{Pareto, Standing};
use crate::chart::table::{Column, Style, small};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Scene, Size, Stroke};
use crate::i18n::number;
use crate::model::FrameRule;
use crate::theme::tokens;

/// Room above the plot for the names of the lines and the key.
const ABOVE: f32 = 40.0;
/// Room below it for the marks of the axis.
const BELOW: f32 = 40.0;
/// More bars than this run into each other: the line alone tells.
const MOST_BARS: usize = 400;
/// Marks of both axes.
const MARKS: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
const DASH: [f32; 2] = [4.0, 3.0];

/// Where shares stand.
struct Plot {
    area: Area,
}

impl Plot {
    fn x(&self, share: f64) -> f32 {
        self.area.left + share as f32 * self.area.width()
    }

    fn y(&self, share: f64) -> f32 {
        self.area.bottom - share as f32 * self.area.height()
    }
}

impl Standing {
    fn ink(self) -> Ink {
        match self {
            Self::Answered => Ink::Accent,
            Self::Silent => Ink::Series(1),
            Self::Outside => Ink::Axis,
        }
    }
}

impl Pareto {
    /// The chart in a size.
    pub fn layout(&self, size: Size, measure: &Measure) -> Scene {
        let style = Style::small();
        let left = style.width(&percent(1.0), measure) + 8.0;
        let area = Area::new(left, ABOVE, size.width - 8.0, size.height - BELOW);
        let plot = Plot { area };
        let mut scene = Scene::new(size);
        self.axes(&plot, &mut scene, measure);
        if self.bars.len() <= MOST_BARS {
            scene.marks.extend(self.drawn_bars(&plot));
        }
        scene.marks.push(self.sum(&plot));
        self.lines(&plot, &mut scene);
        self.legend(&plot, &mut scene, measure);
        scene
    }

    fn axes(&self, plot: &Plot, scene: &mut Scene, measure: &Measure) {
        let style = Style::small();
        let width = plot.area.left - 8.0;
        for share in MARKS {
            let y = plot.y(share);
            let ink = if share == 0.0 { Ink::Axis } else { Ink::Grid };
            scene.marks.push(Mark::Line {
                from: Point::new(plot.area.left, y),
                to: Point::new(plot.area.right, y),
                stroke: Stroke::solid(ink, tokens().stroke.hairline),
            });
            let label = Column::right(width, width);
            scene
                .marks
                .push(label.cell(&percent(share), y, style, measure));
            let anchor = match share {
                0.0 => Anchor::Start,
                1.0 => Anchor::End,
                _ => Anchor::Middle,
            };
            let at = Point::new(plot.x(share), plot.area.bottom + 16.0);
            scene
                .marks
                .push(small(percent(share), at, anchor, Ink::Weak));
        }
        let at = Point::new(plot.area.right, plot.area.bottom + 33.0);
        scene
            .marks
            .push(small(self.customers.clone(), at, Anchor::End, Ink::Weak));
        let at = Point::new(0.0, plot.area.top - 26.0);
        scene
            .marks
            .push(small(self.turnover.clone(), at, Anchor::Start, Ink::Weak));
    }

    /// The width of a customer on the axis, 0–1.
    fn step(&self) -> f64 {
        1.0 / (self.bars.len() + self.without).max(1) as f64
    }

    fn drawn_bars(&self, plot: &Plot) -> impl Iterator<Item = Mark> {
        let step = self.step();
        let bars = self.bars.iter().enumerate();
        bars.map(move |(at, bar)| {
            let (from, to) = (plot.x(at as f64 * step), plot.x((at + 1) as f64 * step));
            let gap = ((to - from) * 0.15).min(2.0);
            Mark::Rect {
                area: Area::new(from + gap, plot.y(bar.share), to - gap, plot.area.bottom),
                radius: 0.0,
                fill: bar.standing.ink(),
            }
        })
    }

    /// The share of all down to each customer.
    fn sum(&self, plot: &Plot) -> Mark {
        let step = self.step();
        let mut sum = 0.0;
        let down_to = self.bars.iter().enumerate().map(|(at, bar)| {
            sum += bar.share;
            Point::new(plot.x((at + 1) as f64 * step), plot.y(sum.min(1.0)))
        });
        let begin = std::iter::once(Point::new(plot.x(0.0), plot.y(0.0)));
        let mut points: Vec<Point> = begin.chain(down_to).collect();
        if self.without > 0 {
            points.push(Point::new(plot.x(1.0), plot.y(sum.min(1.0))));
        }
        Mark::Polyline {
            points,
            stroke: Stroke::solid(Ink::Text, 1.5),
        }
    }

    /// What a survey has to reach.
    fn lines(&self, plot: &Plot, scene: &mut Scene) {
        let stroke = Stroke::dashed(Ink::Target, 1.0, DASH);
        let (x, y) = (plot.x(FrameRule::HEADS), plot.y(FrameRule::TURNOVER));
        scene.marks.push(Mark::Line {
            from: Point::new(x, plot.area.top),
            to: Point::new(x, plot.area.bottom),
            stroke,
        });
        scene.marks.push(Mark::Line {
            from: Point::new(plot.area.left, y),
            to: Point::new(plot.area.right, y),
            stroke,
        });
        let at = Point::new(x + 4.0, plot.area.top - 4.0);
        let words = self.heads_line.clone();
        scene
            .marks
            .push(small(words, at, Anchor::Start, Ink::Target));
        let at = Point::new(plot.area.right, y + 14.0);
        let words = self.turnover_line.clone();
        scene.marks.push(small(words, at, Anchor::End, Ink::Target));
    }

    /// What the bars are drawn in.
    fn legend(&self, plot: &Plot, scene: &mut Scene, measure: &Measure) {
        let style = Style::small();
        let mut right = plot.area.right;
        let middle = plot.area.top - 30.0;
        for (standing, words) in self.key.iter().rev() {
            let width = style.width(words, measure);
            let column = Column::left(right - width, width);
            scene.marks.push(column.cell(words, middle, style, measure));
            let box_right = right - width - 6.0;
            scene.marks.push(Mark::Rect {
                area: Area::new(box_right - 10.0, middle - 5.0, box_right, middle + 5.0),
                radius: tokens().radius.bar,
                fill: standing.ink(),
            });
            right = box_right - 26.0;
        }
    }
}

fn percent(share: f64) -> String {
    number::whole_percent(share)
}

#[cfg(test)]
mod tests {
    use super::super::ParetoBar;
    use super::*;

    #[test]
    fn the_line_ends_at_all_of_the_turnover_and_every_customer_has_its_width() {
        let bar = |share| ParetoBar {
            share,
            standing: Standing::Answered,
        };
        let chart = Pareto {
            title: String::new(),
            bars: vec![bar(0.6), bar(0.3), bar(0.1)],
            without: 1,
            customers: String::new(),
            turnover: String::new(),
            heads_line: String::new(),
            turnover_line: String::new(),
            key: Vec::new(),
            note: String::new(),
        };
        let scene = chart.layout(Size::new(400.0, 300.0), Measure::shared());
        let line = scene.marks.iter().find_map(|mark| match mark {
            Mark::Polyline { points, .. } => Some(points.clone()),
            _ => None,
        });
        let line = line.unwrap();
        assert_eq!(line.len(), 5);
        // The last customer has no turnover: the line runs on at the top.
        assert_eq!((line[3].y, line[4].y), (ABOVE, ABOVE));
        let widths: Vec<f32> = line.windows(2).map(|it| it[1].x - it[0].x).collect();
        assert!(widths.iter().all(|it| (it - widths[0]).abs() < 1e-3));
        let bars = scene.marks.iter();
        let bars = bars.filter(|it| matches!(it, Mark::Rect { .. }));
        assert_eq!(bars.count(), 3);
    }
}
