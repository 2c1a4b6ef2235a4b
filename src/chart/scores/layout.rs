//! A score table as a scene.

use super::columns::{Columns, INDENT};
use super::{Row, Scores};
use crate::chart::table::{Column, Style, rule};
use crate::chart::{Area, Ink, Mark, Measure, Scene, Size};
use crate::theme::tokens;

impl Scores {
    /// The table in `width`, as high as it needs to be.
    pub fn layout(&self, width: f32, measure: &Measure) -> Scene {
        let heights = &tokens().height;
        let columns = self.columns(width, measure);
        let mut marks = self.head(&columns, measure);
        let mut top = heights.table_head;
        marks.push(rule(0.0, width, top, Ink::LineStrong));
        for row in &self.rows {
            marks.extend(self.row(row, &columns, top, measure));
            top += heights.row_chart;
            marks.push(rule(0.0, width, top, Ink::Line));
        }
        marks.extend(self.key_marks(0.0, top + heights.row / 2.0, measure));
        top += heights.row;
        let style = Style::small();
        let notes = self
            .notes
            .iter()
            .flat_map(|note| measure.wrap(note, width, style.size, false, 4));
        for note in notes {
            marks.push(Column::left(0.0, width).cell(&note, top + 8.0, style, measure));
            top += tokens().typography.line_heights.small;
        }
        Scene {
            size: Size::new(width, top),
            marks,
        }
    }

    fn head(&self, columns: &Columns, measure: &Measure) -> Vec<Mark> {
        let middle = tokens().height.table_head / 2.0;
        let heads = &self.heads;
        let mut marks: Vec<Mark> = [
            (&columns.name, &heads.name),
            (&columns.weight, &heads.weight),
            (&columns.score, &heads.score),
            (&columns.interval, &heads.interval),
            (&columns.satisfied, &heads.satisfied),
            (&columns.change, &heads.change),
            (&columns.verdict, &heads.target),
        ]
        .into_iter()
        .map(|(column, head)| column.cell(head, middle, Style::small(), measure))
        .collect();
        marks.extend(self.axis_marks(columns.track, middle, measure));
        marks
    }

    fn row(&self, row: &Row, columns: &Columns, top: f32, measure: &Measure) -> Vec<Mark> {
        let height = tokens().height.row_chart;
        let middle = top + height / 2.0;
        let main = row.main();
        let style = Style::cell();
        let number = if main { style.bold() } else { style };
        let verdict = style.ink(row.verdict_ink);
        let verdict = if row.below { verdict.bold() } else { verdict };
        let mut marks = self.name(row, columns, middle, measure);
        let cells = [
            (&columns.weight, &row.weight, style.ink(Ink::Weak)),
            (&columns.score, &row.score, number),
            (&columns.interval, &row.interval, style.ink(Ink::Weak)),
            (&columns.satisfied, &row.satisfied, style),
            (&columns.change, &row.change, style),
            (&columns.verdict, &row.verdict, verdict),
        ];
        marks.extend(
            cells
                .into_iter()
                .map(|(column, text, style)| column.cell(text, middle, style, measure)),
        );
        let cell = Area::new(columns.track.left, top, columns.track.right, top + height);
        marks.extend(row.dots.marks(&self.axis, Some(self.target), cell, main));
        marks
    }

    fn name(&self, row: &Row, columns: &Columns, middle: f32, measure: &Measure) -> Vec<Mark> {
        let indent = row.depth as f32 * INDENT;
        let code = self.code_width(row, measure);
        let style = Style::cell();
        let mut marks = Vec::new();
        if code > 0.0 {
            let place = Column::left(indent, code - 8.0);
            marks.push(place.cell(&row.code, middle, style.ink(Ink::Weak), measure));
        }
        let place = Column::left(indent + code, columns.name.width - indent - code);
        let style = if row.main() { style.bold() } else { style };
        marks.push(place.cell(&row.name, middle, style, measure));
        marks
    }
}
