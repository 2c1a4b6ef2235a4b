//! Tables inside scenes: columns and their texts.

use super::{Anchor, Ink, Mark, Measure, Point, Stroke, Text};
use crate::theme::tokens;

/// A column: where its text stands and how wide it may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    /// Left end of the text, or right end with [`Anchor::End`].
    pub x: f32,
    pub width: f32,
    pub anchor: Anchor,
}

/// How a cell is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub size: f32,
    pub bold: bool,
    pub ink: Ink,
}

impl Style {
    /// Column heads, keys and notes.
    pub fn small() -> Self {
        Self {
            size: tokens().typography.sizes.small,
            bold: false,
            ink: Ink::Weak,
        }
    }

    /// Cells.
    pub fn cell() -> Self {
        Self {
            size: tokens().typography.sizes.table,
            bold: false,
            ink: Ink::Text,
        }
    }

    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// Width of a text in this style.
    pub fn width(&self, text: &str, measure: &Measure) -> f32 {
        measure.width(text, self.size, self.bold)
    }
}

/// One line of small text somewhere in a scene.
pub(super) fn small(text: String, at: Point, anchor: Anchor, ink: Ink) -> Mark {
    Mark::Text(Text {
        at,
        text,
        size: tokens().typography.sizes.small,
        bold: false,
        anchor,
        ink,
    })
}

impl Column {
    /// Text that begins at `x`.
    pub fn left(x: f32, width: f32) -> Self {
        Self {
            x,
            width,
            anchor: Anchor::Start,
        }
    }

    /// Text that ends at `x`.
    pub fn right(x: f32, width: f32) -> Self {
        Self {
            x,
            width,
            anchor: Anchor::End,
        }
    }

    /// A cell's text midway around `middle`, cut to the column.
    pub fn cell(&self, text: &str, middle: f32, style: Style, measure: &Measure) -> Mark {
        Mark::Text(Text {
            at: Point::new(self.x, middle + measure.cap_height(style.size) / 2.0),
            text: measure.fit(text, self.width + 0.5, style.size, style.bold),
            size: style.size,
            bold: style.bold,
            anchor: self.anchor,
            ink: style.ink,
        })
    }
}

/// A line across the table.
pub(super) fn rule(left: f32, right: f32, y: f32, ink: Ink) -> Mark {
    Mark::Line {
        from: Point::new(left, y),
        to: Point::new(right, y),
        stroke: Stroke::solid(ink, tokens().stroke.hairline),
    }
}
