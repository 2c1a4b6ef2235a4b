//! The chart in a size.

use super::{ProcessChart, ProcessDot, ProcessStage};
use crate::chart::table::{Column, Style};
use crate::chart::{Area, Ink, Mark, Measure, Point, Scene, Size, Stroke};

/// Room for the times below.
const BELOW: f32 = 18.0;
/// Between marks and plot.
const BESIDE: f32 = 8.0;
const DOT: f32 = 3.0;
const DASH: [f32; 2] = [4.0, 3.0];

struct Plane<'a> {
    chart: &'a ProcessChart,
    area: Area,
    /// Months shown.
    span: f64,
}

impl Plane<'_> {
    fn x(&self, at: f64) -> f32 {
        self.area.left + (at / self.span) as f32 * self.area.width()
    }

    fn y(&self, value: f64) -> f32 {
        let share = (value - self.chart.low) / (self.chart.high - self.chart.low);
        self.area.bottom - share as f32 * self.area.height()
    }

    fn at(&self, dot: &ProcessDot) -> Point {
        Point::new(self.x(dot.at), self.y(dot.value))
    }
}

impl ProcessChart {
    /// The chart in a size, without its words.
    pub fn layout(&self, size: Size, measure: &Measure) -> Scene {
        let style = Style::small();
        let [low, high] = &self.ends;
        let left = style.width(low, measure).max(style.width(high, measure));
        let last = self.dots.last().map_or("", |dot| &dot.label);
        let right = style.bold().width(last, measure);
        let area = Area::new(
            left + BESIDE,
            DOT + 2.0,
            size.width - right - BESIDE - DOT,
            size.height - BELOW,
        );
        let span = self.dots.last().map_or(1.0, |dot| dot.at.max(1.0));
        let plane = Plane {
            chart: self,
            area,
            span,
        };
        let mut scene = Scene::new(size);
        for stage in &self.stages {
            scene.marks.extend(limits(&plane, stage));
        }
        let points = self.dots.iter().map(|dot| plane.at(dot)).collect();
        let stroke = Stroke::solid(Ink::Axis, 1.0);
        scene.marks.push(Mark::Polyline { points, stroke });
        scene.marks.extend(self.dots.iter().map(|dot| Mark::Circle {
            center: plane.at(dot),
            radius: DOT,
            fill: if dot.signal {
                Ink::Negative
            } else {
                Ink::Accent
            },
            stroke: None,
        }));
        let column = Column::right(left, left);
        scene
            .marks
            .push(column.cell(high, area.top + 4.0, style, measure));
        scene
            .marks
            .push(column.cell(low, area.bottom - 4.0, style, measure));
        if let Some(dot) = self.dots.last() {
            let at = plane.at(dot);
            let ink = if dot.signal { Ink::Negative } else { Ink::Text };
            let column = Column::left(at.x + DOT + 4.0, right);
            let style = style.bold().ink(ink);
            scene
                .marks
                .push(column.cell(&dot.label, at.y, style, measure));
        }
        let [first, newest] = &self.times;
        let middle = size.height - BELOW / 2.0;
        let width = area.width() / 2.0;
        let column = Column::left(area.left, width);
        scene.marks.push(column.cell(first, middle, style, measure));
        if first != newest {
            let column = Column::right(area.right, width);
            scene
                .marks
                .push(column.cell(newest, middle, style, measure));
        }
        scene
    }
}

/// Mean and limits of a stage, a little beyond its dots.
fn limits(plane: &Plane<'_>, stage: &ProcessStage) -> [Mark; 3] {
    let line = |value: f64, stroke: Stroke| Mark::Line {
        from: Point::new(plane.x(stage.from) - DOT, plane.y(value)),
        to: Point::new(plane.x(stage.to) + DOT, plane.y(value)),
        stroke,
    };
    [
        line(stage.mean, Stroke::solid(Ink::Grid, 1.0)),
        line(stage.low, Stroke::dashed(Ink::Target, 1.0, DASH)),
        line(stage.high, Stroke::dashed(Ink::Target, 1.0, DASH)),
    ]
}
