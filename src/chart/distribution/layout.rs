//! Diverging bars as a table in a scene.

use super::{Answers, Distribution};
use crate::chart::table::{Column, Style, rule};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Scene, Size, Text};
use crate::theme::tokens;

const GAP: f32 = 20.0;

/// Side of a key's colour square.
const SQUARE: f32 = 10.0;

impl Distribution {
    /// Height of a further line of the key.
    pub const KEY_LINE: f32 = 20.0;

    /// The table in `width`, as high as it needs to be.
    pub fn layout(&self, width: f32, measure: &Measure) -> Scene {
        let heights = &tokens().height;
        let wide = |head: &str, cell: fn(&Answers) -> &str| {
            let cells = self
                .rows
                .iter()
                .map(|row| Style::cell().bold().width(cell(row), measure));
            cells.fold(Style::small().width(head, measure), f32::max)
        };
        let score = Column::right(width, wide(&self.score, |row| &row.score));
        let satisfied = Column::right(
            width - score.width - GAP,
            wide(&self.satisfied, |row| &row.satisfied),
        );
        let code = match self.rows.iter().all(|row| row.code.is_empty()) {
            true => 0.0,
            false => wide("", |row| &row.code).min(80.0) + 12.0,
        };
        let track_end = satisfied.x - satisfied.width - GAP;
        let texts = code + wide(&self.item, |row| &row.text);
        let names = texts.min(track_end * 0.45);
        let track = (names + GAP, track_end);
        let (key, lines) = self.key_marks(track.0, track.1, measure);
        let mut top = heights.table_head + (lines.max(1) - 1) as f32 * Self::KEY_LINE;
        let head = top - heights.table_head / 2.0;
        let mut marks = key;
        marks.push(Column::left(0.0, names).cell(&self.item, head, Style::small(), measure));
        marks.push(satisfied.cell(&self.satisfied, head, Style::small(), measure));
        marks.push(score.cell(&self.score, head, Style::small(), measure));
        marks.push(rule(0.0, width, top, Ink::LineStrong));
        let reach = self.reach();
        for row in &self.rows {
            let bottom = top + heights.row_chart;
            let middle = (top + bottom) / 2.0;
            let weak = Style::cell().ink(Ink::Weak);
            marks.push(
                Column::left(0.0, (code - 8.0).max(0.0)).cell(&row.code, middle, weak, measure),
            );
            let text = Column::left(code, names - code);
            marks.push(text.cell(&row.text, middle, Style::cell(), measure));
            marks.extend(self.bar(
                row,
                reach,
                Area::new(track.0, top, track.1, bottom),
                measure,
            ));
            marks.push(satisfied.cell(&row.satisfied, middle, weak, measure));
            marks.push(score.cell(&row.score, middle, Style::cell().bold(), measure));
            marks.push(rule(0.0, width, bottom, Ink::Line));
            top = bottom;
        }
        Scene {
            size: Size::new(width, top + 1.0),
            marks,
        }
    }

    /// The key between `left` and `right`, its first line midway in a table head, and how
    /// many lines it took. Unused options stay in it.
    pub fn key_marks(&self, left: f32, right: f32, measure: &Measure) -> (Vec<Mark>, usize) {
        let style = Style::small();
        let (mut x, mut lines) = (left, 1);
        let mut marks = Vec::new();
        for choice in &self.key {
            let label = measure.fit(
                &choice.label,
                right - left - SQUARE - 6.0,
                style.size,
                false,
            );
            let width = SQUARE + 6.0 + style.width(&label, measure);
            if x + width > right + 0.5 && x > left {
                x = left;
                lines += 1;
            }
            let middle = tokens().height.table_head / 2.0 + (lines - 1) as f32 * Self::KEY_LINE;
            marks.push(Mark::Rect {
                area: Area::new(x, middle - SQUARE / 2.0, x + SQUARE, middle + SQUARE / 2.0),
                radius: 2.0,
                fill: choice.ink,
            });
            marks.push(Mark::Text(Text {
                at: Point::new(
                    x + SQUARE + 6.0,
                    middle + measure.cap_height(style.size) / 2.0,
                ),
                text: label,
                size: style.size,
                bold: false,
                anchor: Anchor::Start,
                ink: style.ink,
            }));
            x += width + 14.0;
        }
        (marks, lines)
    }
}
