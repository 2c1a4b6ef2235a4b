//! A score table as a scene.

use super::row::{Track, hollow, target_mark};
use super::{Row, Scores};
use crate::chart::table::{Column, Style, rule};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Scene, Size, Stroke, Text};
use crate::theme::tokens;

/// Between columns.
const GAP: f32 = 20.0;

/// Step to the right for each level.
const INDENT: f32 = 18.0;

/// Least width of the dot rows.
const LEAST_TRACK: f32 = 140.0;

/// Where every column lies.
struct Columns {
    name: Column,
    weight: Column,
    score: Column,
    track: Track,
    interval: Column,
    satisfied: Column,
    change: Column,
    verdict: Column,
}

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
            marks.push(whole_width(width).cell(&note, top + 8.0, style, measure));
            top += tokens().typography.line_heights.small;
        }
        Scene {
            size: Size::new(width, top),
            marks,
        }
    }

    fn columns(&self, width: f32, measure: &Measure) -> Columns {
        let heads = &self.heads;
        let wide = |head: &str, cell: fn(&Row) -> &str, bold: bool| {
            let size = tokens().typography.sizes.table;
            let head = measure.width(head, Style::small().size, false);
            let cells = self
                .rows
                .iter()
                .map(|row| measure.width(cell(row), size, bold));
            cells.fold(head, f32::max)
        };
        let right = |x: f32, width: f32| Column {
            x,
            width,
            anchor: Anchor::End,
        };
        let verdict = wide(&heads.target, |row| &row.verdict, true);
        let change = wide(&heads.change, |row| &row.change, false);
        let satisfied = wide(&heads.satisfied, |row| &row.satisfied, false);
        let interval = wide(&heads.interval, |row| &row.interval, false);
        let score = wide(&heads.score, |row| &row.score, true);
        let weight = wide(&heads.weight, |row| &row.weight, false);
        let change_end = width - verdict - GAP;
        let satisfied_end = change_end - change - GAP;
        let interval_end = satisfied_end - satisfied - GAP;
        let track_end = interval_end - interval - GAP * 1.5;
        let fixed = width - track_end + weight + score + 3.0 * GAP;
        let names = self
            .name_width(measure)
            .min((width - fixed - LEAST_TRACK).max(60.0));
        let weight_end = names + GAP + weight;
        let score_end = weight_end + GAP + score;
        Columns {
            name: Column {
                x: 0.0,
                width: names,
                anchor: Anchor::Start,
            },
            weight: right(weight_end, weight),
            score: right(score_end, score),
            track: Track {
                left: score_end + GAP * 1.5,
                right: track_end,
            },
            interval: right(interval_end, interval),
            satisfied: right(satisfied_end, satisfied),
            change: right(change_end, change),
            verdict: Column {
                x: width - verdict,
                width: verdict,
                anchor: Anchor::Start,
            },
        }
    }

    fn name_width(&self, measure: &Measure) -> f32 {
        let size = tokens().typography.sizes.table;
        let names = self.rows.iter().map(|row| {
            row.depth as f32 * INDENT
                + self.code_width(row, measure)
                + measure.width(&row.name, size, row.depth == 0)
        });
        names.fold(0.0, f32::max) + 1.0
    }

    /// Width of the codes of the row's level, so that names stand under each other.
    fn code_width(&self, row: &Row, measure: &Measure) -> f32 {
        if row.code.is_empty() {
            return 0.0;
        }
        let size = tokens().typography.sizes.table;
        let codes = self.rows.iter().filter(|other| other.depth == row.depth);
        let widest = codes
            .map(|other| measure.width(&other.code, size, false))
            .fold(0.0, f32::max);
        widest.min(80.0) + 12.0
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
        let target = crate::i18n::number::plain(self.target);
        let target_at = track.at(&self.axis, self.target);
        let clear = measure.width(&target, style.size, true) / 2.0 + 6.0;
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

    fn row(&self, row: &Row, columns: &Columns, top: f32, measure: &Measure) -> Vec<Mark> {
        let height = tokens().height.row_chart;
        let middle = top + height / 2.0;
        let main = row.depth == 0;
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
        let column = |x: f32, width: f32| Column {
            x,
            width,
            anchor: Anchor::Start,
        };
        let mut marks = Vec::new();
        if code > 0.0 {
            let place = column(indent, code - 8.0);
            marks.push(place.cell(&row.code, middle, style.ink(Ink::Weak), measure));
        }
        let place = column(indent + code, columns.name.width - indent - code);
        let style = if row.depth == 0 { style.bold() } else { style };
        marks.push(place.cell(&row.name, middle, style, measure));
        marks
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
            let column = Column {
                x: x + width + 6.0,
                width: f32::MAX,
                anchor: Anchor::Start,
            };
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

fn whole_width(width: f32) -> Column {
    Column {
        x: 0.0,
        width,
        anchor: Anchor::Start,
    }
}
