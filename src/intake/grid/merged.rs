//! The value of a merged cell in every cell it covers.

use std::collections::BTreeMap;

use super::{Grid, Merge};
use crate::intake::budget::{Budget, TooMuch};
use crate::intake::cell::Cell;

/// Cells that are filled; a table with more of them is no table.
const MOST: u64 = 200_000;

impl Grid {
    /// Fills the empty cells that merged ones cover, from a row downwards. One that stands alone
    /// over more than half of the columns is a line of text and stays one.
    ///
    /// # Errors
    /// When there is no memory for them.
    pub fn fill_merged(&mut self, from: u32, budget: &Budget) -> Result<(), TooMuch> {
        let (rows, width) = (self.rows(), self.width());
        let mut filled = 0;
        let tall = self.tall_rows();
        for merge in std::mem::take(&mut self.merges) {
            let wide = (merge.last_column - merge.first_column + 1) * 2 > width.max(2);
            let line = wide && self.filled(merge.first_row) == 1;
            let value = self.cell(merge.first_row, merge.first_column).clone();
            let fills = merge.first_row >= from && !line && !tall.contains(&merge.rows());
            if fills && !value.is_empty() && filled < MOST {
                let last = merge.last_row.min(rows.saturating_sub(1));
                filled += self.fill(
                    &Merge {
                        last_row: last,
                        ..merge
                    },
                    &value,
                    budget,
                )?;
            }
            self.merges.push(merge);
        }
        Ok(())
    }

    /// Rows merged with those below them in every column: one tall row each, not several.
    fn tall_rows(&self) -> Vec<(u32, u32)> {
        let mut spans: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        for merge in &self.merges {
            *spans.entry(merge.rows()).or_default() += 1;
        }
        let tall = spans.into_iter().filter(|((first, last), merged)| {
            let below = *first + 1..=(*last).min(self.rows());
            first < last
                && *merged >= self.filled(*first)
                && below.into_iter().all(|row| self.filled(row) == 0)
        });
        tall.map(|(rows, _)| rows).collect()
    }

    /// How many cells of a row hold something of their own.
    fn filled(&self, row: u32) -> usize {
        let columns = 0..self.width();
        let filled = columns.filter(|column| !self.cell(row, *column).is_empty());
        filled.count()
    }

    /// How many cells were filled.
    fn fill(&mut self, merge: &Merge, value: &Cell, budget: &Budget) -> Result<u64, TooMuch> {
        let mut filled = 0;
        for column in merge.first_column..=merge.last_column {
            let Some(column) = self.columns.get_mut(column as usize) else {
                break;
            };
            let known = column.values.iter().position(|it| it == value);
            let code = match known {
                Some(at) => at,
                None => {
                    budget.take(value.weight() + size_of::<Cell>() as u64)?;
                    column.values.push(value.clone());
                    column.values.len() - 1
                }
            };
            let length = merge.last_row as usize + 1;
            if let Some(more) = length.checked_sub(column.codes.len()) {
                budget.take((more * size_of::<u32>()) as u64)?;
                column.codes.resize(length, 0);
            }
            let code = u32::try_from(code).unwrap_or(0);
            let covered = column.codes.get_mut(merge.first_row as usize..length);
            for own in covered.into_iter().flatten().filter(|own| **own == 0) {
                *own = code;
                filled += 1;
            }
        }
        Ok(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::grid::{GridBuilder, Value};

    #[test]
    fn what_is_covered_holds_the_value_and_lines_of_text_stay() {
        let budget = Budget::default();
        let mut builder = GridBuilder::new(&budget);
        let rows: [&[&str]; 4] = [
            &["客户", "质量", "交期", "意见"],
            &["甲", "满意", "满意", ""],
            &["", "", "很满意", "慢"],
            &["备注：无", "", "", ""],
        ];
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                builder.put(row, column, Value::Text(text)).unwrap();
            }
        }
        let mut grid = builder.finish();
        let merge = |first_row, first_column, last_row, last_column| Merge {
            first_row,
            first_column,
            last_row,
            last_column,
        };
        grid.merges = vec![
            merge(1, 0, 2, 0),
            merge(1, 1, 2, 1),
            merge(3, 0, 3, 3),
            merge(1, 2, u32::MAX, 2),
        ];
        grid.fill_merged(1, &budget).unwrap();
        assert_eq!(grid.cell(2, 0).found(), "甲");
        assert_eq!(grid.cell(2, 1).found(), "满意");
        assert!(grid.cell(3, 1).is_empty() && grid.cell(4, 2).is_empty());
        assert_eq!(grid.cell(2, 2).found(), "很满意", "what stands there stays");
        assert_eq!(grid.merges.len(), 4);
    }
}
