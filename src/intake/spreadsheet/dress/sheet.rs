//! What a worksheet's own part says beside its values: where its controls are anchored, how large
//! its rows and columns are, which cells are merged and how each is formatted.

use std::collections::BTreeMap;

use super::texts::Runs;
use super::walk::{Step, attribute, is_true, number, walk};
use crate::intake::cell::cell_place;
use crate::intake::grid::Merge;
use crate::intake::look::At;

/// Controls, merged cells and columns of one form.
pub(super) const MOST: usize = 2_000;
/// Cells of one form.
const MOST_CELLS: usize = 40_000;
/// Pixels of a row and a column nobody changed.
const ROW: f64 = 20.0;
const COLUMN: f64 = 64.0;
/// English metric units in a pixel.
const EMU: f64 = 9_525.0;

/// Sizes of rows or of columns, in pixels.
pub(super) struct Axis {
    usual: f64,
    own: BTreeMap<u32, f64>,
}

impl Axis {
    fn size(&self, at: u32) -> f64 {
        self.own.get(&at).copied().unwrap_or(self.usual)
    }

    /// Pixels from one place to another.
    fn between(&self, from: (u32, f64), to: (u32, f64)) -> f64 {
        let whole = (from.0..to.0).take(MOST).map(|at| self.size(at));
        whole.sum::<f64>() + to.1 - from.1
    }

    /// The row or column so many pixels behind a place.
    fn behind(&self, from: (u32, f64), pixels: f64) -> u32 {
        let mut left = from.1 + pixels;
        let mut at = from.0;
        for _ in 0..MOST {
            let size = self.size(at);
            if left < size {
                break;
            }
            left -= size;
            at += 1;
        }
        at
    }
}

/// Where a control lies: column and pixels into it, row and pixels, of both its corners.
/// Both are one where a program does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Anchor {
    pub from: [(u32, f64); 2],
    pub to: [(u32, f64); 2],
}

impl Anchor {
    /// The same if it says anything.
    pub fn known(self) -> Option<Self> {
        (self.from != self.to).then_some(self)
    }
}

/// A control as the sheet lists it.
#[derive(Default)]
pub(super) struct Listed {
    pub shape: u64,
    /// The part it is described in.
    pub relation: String,
    pub anchor: Option<Anchor>,
}

/// How a cell is formatted, and the text it shows.
pub(super) struct Formatted {
    pub at: At,
    pub style: usize,
    pub text: Text,
}

pub(super) enum Text {
    None,
    /// By its position among the shared texts.
    Shared(usize),
    Own(Runs),
}

/// What the part says.
pub(super) struct Drawn {
    pub rows: Axis,
    pub columns: Axis,
    pub merges: Vec<Merge>,
    pub controls: Vec<Listed>,
    /// Relations to its drawings, that of old first.
    pub drawings: [Option<String>; 2],
    pub cells: Vec<Formatted>,
}

impl Drawn {
    /// Reads the part of a worksheet.
    pub fn of(bytes: &[u8]) -> Self {
        let mut reader = Reading {
            drawn: Self {
                rows: Axis {
                    usual: ROW,
                    own: BTreeMap::new(),
                },
                columns: Axis {
                    usual: COLUMN,
                    own: BTreeMap::new(),
                },
                merges: Vec::new(),
                controls: Vec::new(),
                drawings: [None, None],
                cells: Vec::new(),
            },
            corner: None,
            text: String::new(),
            cell: None,
            shared: false,
        };
        walk(bytes, |step| reader.take(step));
        reader.drawn
    }

    /// The cell the box of a control lies on, the first of merged ones: boxes stand at the left
    /// edge of a control, and half way down.
    pub fn cell(&self, anchor: &Anchor) -> At {
        /// Half a box and what stands before it.
        const BOX: f64 = 9.0;
        let [from_x, from_y] = anchor.from;
        let [to_x, to_y] = anchor.to;
        let wide = self.columns.between(from_x, to_x).max(0.0);
        let high = self.rows.between(from_y, to_y).max(0.0);
        let column = self.columns.behind(from_x, BOX.min(wide / 2.0));
        let row = self.rows.behind(from_y, high / 2.0);
        let mut merges = self.merges.iter();
        let merged = merges.find(|it| it.covers(row, column));
        merged.map_or((row, column), |it| (it.first_row, it.first_column))
    }
}

struct Reading {
    drawn: Drawn,
    /// The corner of an anchor that is being read: the first, or else the second.
    corner: Option<bool>,
    text: String,
    /// The cell that is open.
    cell: Option<Formatted>,
    shared: bool,
}

impl Reading {
    fn take(&mut self, step: Step<'_>) {
        match step {
            Step::Begin(name, start) => {
                self.text.clear();
                self.begin(name, start);
            }
            Step::Text(text) => self.text.push_str(text),
            Step::End(name) => self.end(name),
        }
    }

    fn begin(&mut self, name: &str, start: &quick_xml::events::BytesStart<'_>) {
        let drawn = &mut self.drawn;
        let relation = || attribute(start, "id");
        match name {
            "sheetFormatPr" => {
                let high = number::<f64>(start, "defaultRowHeight");
                drawn.rows.usual = high.map_or(ROW, |points| points * 4.0 / 3.0);
                let wide = number::<f64>(start, "defaultColWidth");
                drawn.columns.usual = wide.map_or(COLUMN, |wide| wide * 7.0);
            }
            "col" => {
                let (first, last) = (number(start, "min"), number(start, "max"));
                let wide = number::<f64>(start, "width");
                let hidden = is_true(start, "hidden");
                if let (Some(first), Some(last), Some(wide)) = (first, last, wide) {
                    let wide = if hidden { 0.0 } else { wide * 7.0 };
                    let columns: std::ops::RangeInclusive<u32> = first..=last;
                    let columns = columns.filter_map(|at| at.checked_sub(1)).take(MOST);
                    drawn.columns.own.extend(columns.map(|at| (at, wide)));
                }
            }
            "row" => {
                let (at, high) = (number::<u32>(start, "r"), number::<f64>(start, "ht"));
                let hidden = is_true(start, "hidden");
                if let (Some(at), Some(high)) = (at.and_then(|at| at.checked_sub(1)), high) {
                    let high = if hidden { 0.0 } else { high * 4.0 / 3.0 };
                    drawn.rows.own.insert(at, high);
                }
            }
            "mergeCell" if drawn.merges.len() < MOST => {
                drawn
                    .merges
                    .extend(attribute(start, "ref").and_then(|it| merge(&it)));
            }
            "legacyDrawing" => drawn.drawings[0] = relation(),
            "drawing" => drawn.drawings[1] = relation(),
            "control" if drawn.controls.len() < MOST => {
                let listed = Listed {
                    shape: number(start, "shapeId").unwrap_or(0),
                    relation: relation().unwrap_or_default(),
                    anchor: None,
                };
                drawn.controls.push(listed);
            }
            "anchor" => {
                if let Some(last) = drawn.controls.last_mut() {
                    last.anchor = Some(Anchor::default());
                }
            }
            "from" => self.corner = Some(true),
            "to" => self.corner = Some(false),
            "c" => {
                let at = attribute(start, "r").and_then(|name| cell_place(&name));
                self.shared = attribute(start, "t").as_deref() == Some("s");
                self.cell = at.map(|at| Formatted {
                    at,
                    style: number(start, "s").unwrap_or(0),
                    text: Text::None,
                });
            }
            "is" => {
                if let Some(cell) = &mut self.cell {
                    cell.text = Text::Own(Runs::default());
                }
            }
            _ => {}
        }
        if let Some(Text::Own(runs)) = self.cell.as_mut().map(|it| &mut it.text) {
            runs.begin(name, start);
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(Text::Own(runs)) = self.cell.as_mut().map(|it| &mut it.text) {
            runs.end(name, &self.text);
        }
        match name {
            "v" if self.shared => {
                if let (Some(cell), Ok(at)) = (&mut self.cell, self.text.trim().parse()) {
                    cell.text = Text::Shared(at);
                }
            }
            "c" if self.drawn.cells.len() < MOST_CELLS => {
                self.drawn.cells.extend(self.cell.take());
            }
            "from" | "to" => self.corner = None,
            "col" | "colOff" | "row" | "rowOff" => self.corner_at(name),
            _ => {}
        }
    }

    fn corner_at(&mut self, name: &str) {
        let Some(first) = self.corner else { return };
        let listed = self.drawn.controls.last_mut();
        let Some(anchor) = listed.and_then(|it| it.anchor.as_mut()) else {
            return;
        };
        let Ok(number) = self.text.trim().parse::<f64>() else {
            return;
        };
        let [column, row] = if first {
            &mut anchor.from
        } else {
            &mut anchor.to
        };
        match name {
            "col" => column.0 = number as u32,
            "colOff" => column.1 = number / EMU,
            "row" => row.0 = number as u32,
            _ => row.1 = number / EMU,
        }
    }
}

fn merge(area: &str) -> Option<Merge> {
    let (first, last) = area.split_once(':')?;
    let ((first_row, first_column), (last_row, last_column)) =
        (cell_place(first)?, cell_place(last)?);
    Some(Merge {
        first_row,
        first_column,
        last_row,
        last_column,
    })
}
