//! Columns: their titles, how wide they are and where their words stand.

use std::borrow::Cow;

use egui::{Align, Rangef, Rect, pos2};

/// One column of a table.
#[derive(Clone, Debug)]
pub struct Column<'a> {
    pub(super) title: Cow<'a, str>,
    least: f32,
    share: f32,
    pub(super) align: Align,
    pub(super) sortable: bool,
}

/// Air at both sides of a cell's content.
const PADDING: f32 = 8.0;

impl<'a> Column<'a> {
    fn new(title: impl Into<Cow<'a, str>>, width: f32, align: Align) -> Self {
        Self {
            title: title.into(),
            least: width,
            share: 0.0,
            align,
            sortable: false,
        }
    }

    /// Words, at the left.
    pub fn words(title: impl Into<Cow<'a, str>>, width: f32) -> Self {
        Self::new(title, width, Align::Min)
    }

    /// Numbers, at the right.
    pub fn number(title: impl Into<Cow<'a, str>>, width: f32) -> Self {
        Self::new(title, width, Align::Max)
    }

    /// Marks, in the middle.
    pub fn middle(title: impl Into<Cow<'a, str>>, width: f32) -> Self {
        Self::new(title, width, Align::Center)
    }

    /// Takes `share` parts of what the other columns leave, its width being the least.
    pub fn stretch(mut self, share: f32) -> Self {
        self.share = share;
        self
    }

    /// Its head sorts.
    pub fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }
}

/// Where columns lie, and from where on those after the first are seen.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) columns: Vec<Rangef>,
    pub(super) beside: f32,
}

impl Places {
    /// Within `x`. In something that scrolls across, the first one can be frozen: it lies where
    /// what is seen begins, at `seen`.
    pub(super) fn new(columns: &[Column<'_>], x: Rangef, seen: Option<f32>) -> Self {
        let mut places = Self {
            columns: layout(columns, x),
            beside: f32::NEG_INFINITY,
        };
        if let (Some(seen), Some(first)) = (seen, places.columns.first_mut()) {
            let hidden = (seen - x.min).max(0.0);
            *first = Rangef::new(first.min + hidden, first.max + hidden);
            places.beside = first.max;
        }
        places
    }
}

/// Where the columns lie within `x`, stretched over it.
pub(super) fn layout(columns: &[Column<'_>], x: Rangef) -> Vec<Rangef> {
    let least: f32 = columns.iter().map(|column| column.least).sum();
    let shares: f32 = columns.iter().map(|column| column.share).sum();
    let over = (x.span() - least).max(0.0);
    let mut left = x.min;
    columns
        .iter()
        .map(|column| {
            let more = if shares > 0.0 {
                over * column.share / shares
            } else {
                0.0
            };
            let range = Rangef::new(left, left + column.least + more);
            left = range.max;
            range
        })
        .collect()
}

/// The room for content of one cell.
pub(super) fn content(row: Rect, x: Rangef) -> Rect {
    Rect::from_min_max(
        pos2(x.min + PADDING, row.top()),
        pos2((x.max - PADDING).max(x.min + PADDING), row.bottom()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretched_columns_share_what_is_left() {
        let columns = [
            Column::words("a", 50.0),
            Column::words("b", 100.0).stretch(1.0),
            Column::number("c", 50.0).stretch(3.0),
        ];
        let widths = |width| -> Vec<f32> {
            layout(&columns, Rangef::new(0.0, width))
                .iter()
                .map(|range| range.span())
                .collect()
        };
        assert_eq!(widths(280.0), [50.0, 120.0, 110.0]);
        assert_eq!(widths(100.0), [50.0, 100.0, 50.0]);
    }
}
