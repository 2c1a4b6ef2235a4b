//! Where on paper a form has what is filled in, so that a scan of it can be read.

use super::LineageId;

/// A rectangle on a page, in points from its left and upper edge.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PaperArea {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl PaperArea {
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// The smallest area that holds both.
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub fn center(&self) -> (f32, f32) {
        (
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        )
    }
}

/// The box of an option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    pub item: LineageId,
    /// Position in the item's scale, from 0; the number itself where one of 0 to 10 is ticked.
    pub option: u8,
    /// To the middle of its outline.
    pub area: PaperArea,
}

/// What belongs to an item: all of it, or the room something is written in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written {
    pub item: LineageId,
    pub area: PaperArea,
}

/// A page of a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageLayout {
    /// In points.
    pub width: f32,
    pub height: f32,
    /// Squares that are printed solid: upper left, upper right, lower right, lower left. All
    /// empty on a form without marks.
    pub corners: [PaperArea; 4],
    /// The QR code.
    pub code: PaperArea,
    pub ticks: Vec<Tick>,
    /// Room for what is written by hand.
    pub rooms: Vec<Written>,
    /// Items as they stand there, words and boxes. One that goes on over a page stands on its
    /// first.
    pub lines: Vec<Written>,
}

impl PageLayout {
    /// With nothing on it.
    pub fn blank(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            ..Self::default()
        }
    }
}

/// A form as it was laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormLayout {
    pub pages: Vec<PageLayout>,
}
