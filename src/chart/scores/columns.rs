//! Columns of a score table: as wide as their widest text, the dot rows take the rest.

use super::row::Track;
use super::{Row, Scores};
use crate::chart::Measure;
use crate::chart::table::{Column, Style};
use crate::theme::tokens;

/// Between columns.
const GAP: f32 = 20.0;

/// Step to the right for each level.
pub(super) const INDENT: f32 = 18.0;

/// Least width of the dot rows.
const LEAST_TRACK: f32 = 140.0;

/// Where every column lies.
pub(super) struct Columns {
    pub name: Column,
    pub weight: Column,
    pub score: Column,
    pub track: Track,
    pub interval: Column,
    pub satisfied: Column,
    pub change: Column,
    pub verdict: Column,
}

impl Scores {
    pub(super) fn columns(&self, width: f32, measure: &Measure) -> Columns {
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
            name: Column::left(0.0, names),
            weight: Column::right(weight_end, weight),
            score: Column::right(score_end, score),
            track: Track {
                left: score_end + GAP * 1.5,
                right: track_end,
            },
            interval: Column::right(interval_end, interval),
            satisfied: Column::right(satisfied_end, satisfied),
            change: Column::right(change_end, change),
            verdict: Column::left(width - verdict, verdict),
        }
    }

    fn name_width(&self, measure: &Measure) -> f32 {
        let size = tokens().typography.sizes.table;
        let names = self.rows.iter().map(|row| {
            row.depth as f32 * INDENT
                + self.code_width(row, measure)
                + measure.width(&row.name, size, row.main())
        });
        names.fold(0.0, f32::max) + 1.0
    }

    /// Width of the codes of the row's level, so that names stand under each other.
    pub(super) fn code_width(&self, row: &Row, measure: &Measure) -> f32 {
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
}
