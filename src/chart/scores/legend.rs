//! The axis above the dot rows, and what their marks mean.

use super::Scores;
use super::row::{Track, hollow, target_mark};
use crate::chart::table::{Column, Style};
use crate::chart::{Anchor, Ink, Mark, Measure, Point, Stroke, Text};
use crate::i18n::number;
use crate::theme::tokens;

impl Scores {
    /// The marks of the axis above the dot rows, the target among them in bold; marks too
    /// close to the target give way.
    pub fn axis_marks(&self, track: Track, middle: f32, measure: &Measure) -> Vec<Mark> {
        let style = Style::small();
        let label = |at: f64, text: &str, bold: bool| {
            let (size, ink) = (style.size, if bold { Ink::Target } else { style.ink });
            Mark::Text(Text {
                at: Point::new(
                    track.at(&self.axis, at),
                    middle + measure.cap_height(size) / 2.0,
                ),
                text: text.to_owned(),
                size,
                bold,
                anchor: Anchor::Middle,
                ink,
            })
        };
        let target = number::plain(self.target);
        let target_at = track.at(&self.axis, self.target);
        let clear = measure.width(&target, style.size, true) / 2.0 + 3.0;
        let mut marks = vec![label(self.target, &target, true)];
        let mut from = f32::MIN;
        for tick in &self.axis.ticks {
            let x = track.at(&self.axis, tick.at);
            let half = measure.width(&tick.label, style.size, false) / 2.0;
            if (x - target_at).abs() >= clear + half && x - half >= from {
                marks.push(label(tick.at, &tick.label, false));
                from = x + half + 8.0;
            }
        }
        marks
    }

    /// The target in a dot row, from `top` to `bottom`.
    pub fn target_mark(&self, track: Track, top: f32, bottom: f32) -> Mark {
        target_mark(track.at(&self.axis, self.target), top, bottom)
    }

    /// What the marks mean, in one line from `left` on around `middle`.
    pub fn key_marks(&self, left: f32, middle: f32, measure: &Measure) -> Vec<Mark> {
        let (sizes, dots) = (&tokens().chart, &tokens().dot);
        let style = Style::small();
        let mut x = left;
        let mut marks = Vec::new();
        let mut entry = |text: &str, width: f32, draw: &dyn Fn(f32) -> Mark| {
            if text.is_empty() {
                return;
            }
            marks.push(draw(x));
            let column = Column::left(x + width + 6.0, f32::MAX);
            marks.push(column.cell(text, middle, style, measure));
            x += width + 6.0 + measure.width(text, style.size, false) + 18.0;
        };
        entry(&self.key.now, dots.interval_point, &|x| Mark::Circle {
            center: Point::new(x + dots.interval_point / 2.0, middle),
            radius: dots.interval_point / 2.0,
            fill: Ink::Accent,
            stroke: None,
        });
        entry(&self.key.previous, dots.previous, &|x| {
            let center = Point::new(x + dots.previous / 2.0, middle);
            hollow(center, dots.previous, Ink::Weak)
        });
        entry(&self.key.each, dots.one_customer, &|x| {
            let center = Point::new(x + dots.one_customer / 2.0, middle);
            hollow(center, dots.one_customer, Ink::Accent)
        });
        entry(&self.key.interval, 16.0, &|x| Mark::Line {
            from: Point::new(x, middle),
            to: Point::new(x + 16.0, middle),
            stroke: Stroke::solid(Ink::Accent, sizes.interval_line),
        });
        entry(&self.key.target, 4.0, &|x| {
            target_mark(x + 2.0, middle - 7.0, middle + 7.0)
        });
        marks
    }
}
