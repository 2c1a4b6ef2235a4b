//! Diverging bars: shares of the answers, worst to best, centred on the neutral option.

use super::{Answers, Distribution};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Stroke, Text};
use crate::i18n::number;
use crate::theme::tokens;

/// How far the bars of all rows reach to each side of the centre, in shares of their answers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reach {
    pub worse: f32,
    pub better: f32,
}

impl Reach {
    /// The place across of the centre in a track.
    pub fn center(&self, left: f32, right: f32) -> f32 {
        left + self.worse * self.unit(left, right)
    }

    /// Pixels the whole of a row's answers takes.
    fn unit(&self, left: f32, right: f32) -> f32 {
        (right - left) / (self.worse + self.better).max(0.01)
    }
}

impl Distribution {
    /// The reach of all rows, so that they share one scale.
    pub fn reach(&self) -> Reach {
        let reaches = self.rows.iter().map(|row| self.row_reach(row));
        let all = reaches.fold(Reach::default(), |all, one| Reach {
            worse: all.worse.max(one.worse),
            better: all.better.max(one.better),
        });
        if all.worse + all.better > 0.0 {
            all
        } else {
            Reach {
                worse: 0.5,
                better: 0.5,
            }
        }
    }

    fn row_reach(&self, row: &Answers) -> Reach {
        let whole = row.answered();
        if whole == 0 || row.few {
            return Reach::default();
        }
        let worse = self.worse_half(row) / whole as f32;
        Reach {
            worse,
            better: 1.0 - worse,
        }
    }

    /// Answers left of the centre: all below the neutral option and half of it. With an even
    /// number of options the centre lies between the middle two.
    fn worse_half(&self, row: &Answers) -> f32 {
        let middle = self.key.len() / 2;
        let below: usize = row.counts.iter().take(middle).sum();
        let neutral = if self.key.len() % 2 == 1 {
            row.counts.get(middle).copied().unwrap_or(0)
        } else {
            0
        };
        below as f32 + neutral as f32 / 2.0
    }

    /// One row's bar in its cell, counts inside; below five answers one hollow dot a
    /// customer.
    pub fn bar(&self, row: &Answers, reach: Reach, cell: Area, measure: &Measure) -> Vec<Mark> {
        let mut marks = vec![Self::center_mark(reach, cell)];
        marks.extend(self.answer_marks(row, reach, cell, measure));
        marks
    }

    /// The same without the line at the centre.
    pub fn answer_marks(
        &self,
        row: &Answers,
        reach: Reach,
        cell: Area,
        measure: &Measure,
    ) -> Vec<Mark> {
        let middle = (cell.top + cell.bottom) / 2.0;
        if row.hidden() {
            let size = tokens().chart.label;
            let baseline = middle + measure.cap_height(size) / 2.0;
            vec![Mark::Text(Text {
                at: Point::new(reach.center(cell.left, cell.right) + 8.0, baseline),
                text: row.instead.clone(),
                size,
                bold: false,
                anchor: Anchor::Start,
                ink: Ink::Weak,
            })]
        } else if row.few {
            self.each(row, reach.center(cell.left, cell.right), middle, cell)
        } else if row.answered() > 0 {
            self.segments(row, reach, cell, middle, measure)
        } else {
            Vec::new()
        }
    }

    /// The line at the centre, from top to bottom of a cell.
    pub fn center_mark(reach: Reach, cell: Area) -> Mark {
        let x = reach.center(cell.left, cell.right);
        Mark::Line {
            from: Point::new(x, cell.top),
            to: Point::new(x, cell.bottom),
            stroke: Stroke::dashed(Ink::Axis, tokens().chart.axis, [4.0, 4.0]),
        }
    }

    fn segments(
        &self,
        row: &Answers,
        reach: Reach,
        cell: Area,
        middle: f32,
        measure: &Measure,
    ) -> Vec<Mark> {
        let sizes = &tokens().chart;
        let half = (sizes.bar_height / 2.0).min((cell.bottom - cell.top) / 2.0 - 2.0);
        let unit = reach.unit(cell.left, cell.right) / row.answered() as f32;
        let mut x = reach.center(cell.left, cell.right) - self.worse_half(row) * unit;
        let mut marks = Vec::new();
        for (choice, count) in self.key.iter().zip(&row.counts).filter(|(_, n)| **n > 0) {
            let end = x + *count as f32 * unit;
            let right = (end - sizes.bar_gap).max(x + 0.5);
            marks.push(Mark::Rect {
                area: Area::new(x, middle - half, right, middle + half),
                radius: tokens().radius.bar,
                fill: choice.ink,
            });
            let text = number::count(*count);
            if measure.width(&text, sizes.label, false) + 3.0 <= right - x {
                marks.push(Mark::Text(Text {
                    at: Point::new(
                        (x + right) / 2.0,
                        middle + measure.cap_height(sizes.label) / 2.0,
                    ),
                    text,
                    size: sizes.label,
                    bold: false,
                    anchor: Anchor::Middle,
                    ink: choice.on,
                }));
            }
            x = end;
        }
        marks
    }

    fn each(&self, row: &Answers, center: f32, middle: f32, cell: Area) -> Vec<Mark> {
        let diameter = tokens().dot.one_customer;
        let step = diameter + 4.0;
        let all = row.answered() as f32 * step;
        let wanted = center - self.worse_half(row) * step;
        let mut x = wanted.min(cell.right - all).max(cell.left);
        let mut marks = Vec::new();
        for (choice, count) in self.key.iter().zip(&row.counts) {
            for _ in 0..*count {
                marks.push(one_customer(Point::new(x + step / 2.0, middle), choice.ink));
                x += step;
            }
        }
        marks
    }
}

/// A hollow dot for one customer's answer.
pub(super) fn one_customer(center: Point, ink: Ink) -> Mark {
    Mark::Circle {
        center,
        radius: tokens().dot.one_customer / 2.0,
        fill: Ink::Surface,
        stroke: Some(Stroke::solid(ink, tokens().chart.interval_line)),
    }
}

impl Answers {
    /// Answers that carry a score.
    pub fn answered(&self) -> usize {
        self.counts.iter().sum()
    }
}
