//! Plain bars of one item: one a choice, from 0.

use super::Bars;
use super::diverging::one_customer;
use crate::chart::table::{Column, Style};
use crate::chart::{Area, Ink, Mark, Measure, Point, Scene, Size};
use crate::i18n::number;
use crate::theme::tokens;

const GAP: f32 = 12.0;

/// Height of a bar.
const BAR: f32 = 20.0;

impl Bars {
    /// The bars in `width`, as high as they need to be.
    pub fn layout(&self, width: f32, measure: &Measure) -> Scene {
        let style = Style::cell();
        let label = self
            .bars
            .iter()
            .map(|bar| style.width(&bar.label, measure))
            .fold(0.0, f32::max)
            .min(width * 0.4);
        let share = self
            .bars
            .iter()
            .map(|bar| Style::small().width(&bar.share, measure))
            .fold(0.0, f32::max);
        let most = self.bars.iter().map(|bar| bar.count).max().unwrap_or(0);
        let count = style.bold().width(&most.to_string(), measure) + 8.0;
        let left = label + GAP;
        let unit = (width - left - share - GAP - count).max(1.0) / most.max(1) as f32;
        let height = tokens().height.row;
        let mut scene = Scene::new(Size::new(width, height * self.bars.len() as f32));
        for (at, bar) in self.bars.iter().enumerate() {
            let middle = (at as f32 + 0.5) * height;
            let style = if bar.apart {
                style.ink(Ink::Weak)
            } else {
                style
            };
            let name = Column::left(0.0, label);
            scene
                .marks
                .push(name.cell(&bar.label, middle, style, measure));
            let end = left + bar.count as f32 * unit;
            let end = if self.few {
                let dots = few(bar.count, left, middle, bar.ink);
                scene.marks.extend(dots.0);
                dots.1
            } else {
                scene.marks.push(Mark::Rect {
                    area: Area::new(left, middle - BAR / 2.0, end, middle + BAR / 2.0),
                    radius: tokens().radius.bar,
                    fill: bar.ink,
                });
                end
            };
            let number = Column::left(end + 8.0, count);
            let text = number::count(bar.count);
            scene
                .marks
                .push(number.cell(&text, middle, style.bold(), measure));
            let place = Column::right(width, share);
            scene
                .marks
                .push(place.cell(&bar.share, middle, Style::small(), measure));
        }
        scene
    }
}

/// One hollow dot a customer, and where they end.
fn few(count: usize, left: f32, middle: f32, ink: Ink) -> (Vec<Mark>, f32) {
    let step = tokens().dot.one_customer + 4.0;
    let dot = |at: usize| one_customer(Point::new(left + (at as f32 + 0.5) * step, middle), ink);
    ((0..count).map(dot).collect(), left + count as f32 * step)
}
