//! The sheet a customer sees: columns, rows from top to bottom, and the names of its places.

use rust_xlsxwriter::{Format, ProtectionOptions, Worksheet};

use super::FormBook;
use super::look::{Look, SIZE, SMALL_SIZE};
use crate::chart::Measure;
use crate::model::FormSpot;
use crate::paper::PaperError;
use crate::report::{Block, Grid};
use crate::tr;

/// Width of an em of text of [`SIZE`], in the digits that columns are measured in.
const EM: f32 = 2.0;
/// What fits beside each other on a page at full size.
const WIDE: f64 = 96.0;
const EDGE: f64 = 1.5;
const NUMBER: f64 = 5.0;
const LABEL: f64 = 13.0;
const LEAST_TEXT: f64 = 20.0;
/// What the columns of options have of it at most, and each at least and at most.
const OPTIONS: f64 = 58.0;
const OPTION: (f64, f64) = (7.0, 15.0);
/// So that there is room for a day beside the name of whoever fills it in.
const FEWEST: u16 = 4;
/// Characters that run without spaces take two lines from here on.
const LONG_RUN: usize = 5;
const LINE: f64 = 15.5;
const TALLEST: f64 = 400.0;

/// The columns: an edge, the number, two for words, and those of the options.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub options: u16,
    option: f64,
    text: f64,
}

impl Columns {
    pub const NUMBER: u16 = 1;
    pub const LABEL: u16 = 2;
    pub const TEXT: u16 = 3;
    pub const FIRST: u16 = 4;

    /// As many as the widest grid needs.
    pub fn of(blocks: &[Block]) -> Self {
        let grids = || {
            blocks.iter().filter_map(|block| match block {
                Block::Grid(grid) => Some(grid),
                _ => None,
            })
        };
        let most = grids().map(|grid| grid.options.len()).max().unwrap_or(0);
        let options = u16::try_from(most).unwrap_or(u16::MAX).max(FEWEST);
        let widest = grids().map(widest).fold(OPTION.0, f64::max);
        let option = widest.min(OPTION.1).min(OPTIONS / f64::from(options));
        let rest = WIDE - EDGE - NUMBER - LABEL - option * f64::from(options);
        Self {
            options,
            option,
            text: rest.max(LEAST_TEXT),
        }
    }

    pub fn last(&self) -> u16 {
        Self::FIRST + self.options - 1
    }

    fn width(&self, column: u16) -> f64 {
        match column {
            0 => EDGE,
            Self::NUMBER => NUMBER,
            Self::LABEL => LABEL,
            Self::TEXT => self.text,
            _ => self.option,
        }
    }

    fn together(&self, from: u16, to: u16) -> f64 {
        (from..=to).map(|column| self.width(column)).sum()
    }
}

/// What the labels of a grid need: words stay whole.
fn widest(grid: &Grid) -> f64 {
    let word = |word: &str| {
        let run = word.chars().count();
        let parts = if word.is_ascii() || run < LONG_RUN {
            1.0
        } else {
            2.0
        };
        units(word, SMALL_SIZE, true) / parts
    };
    let label = |label: &String| label.split_whitespace().map(word).fold(0.0, f64::max);
    grid.options.iter().map(label).fold(0.0, f64::max) + 1.5
}

/// How wide a line of text is, in the unit of columns.
fn units(text: &str, size: f32, bold: bool) -> f64 {
    f64::from(Measure::shared().width(text, 1.0, bold) * EM * size / SIZE)
}

/// Letters of a column counted from 0; forms have few.
pub(super) fn letters(column: u16) -> String {
    let letter = |at: u16| char::from(b'A' + (at % 26) as u8);
    match column / 26 {
        0 => letter(column).to_string(),
        more => [letter(more - 1), letter(column)].iter().collect(),
    }
}

/// The sheet while it is written.
pub(super) struct Page<'a> {
    pub sheet: Worksheet,
    pub look: &'a Look,
    pub columns: Columns,
    pub row: u32,
    /// Grids so far.
    pub grids: u16,
    name: String,
    spots: Vec<(FormSpot, String)>,
}

impl<'a> Page<'a> {
    pub fn new(name: &str, look: &'a Look, columns: Columns) -> Result<Self, PaperError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for column in 0..=columns.last() {
            sheet.set_column_width(column, columns.width(column))?;
        }
        Ok(Self {
            sheet,
            look,
            columns,
            row: 0,
            grids: 0,
            name: name.to_owned(),
            spots: Vec::new(),
        })
    }

    /// Writes words into a cell, or several that look like one, of the row at hand.
    pub fn fill(
        &mut self,
        from: u16,
        to: u16,
        words: &str,
        format: &Format,
    ) -> Result<(), PaperError> {
        let row = self.row;
        if from < to {
            self.sheet.merge_range(row, from, row, to, words, format)?;
        } else if words.is_empty() {
            self.sheet.write_blank(row, from, format)?;
        } else {
            self.sheet
                .write_string_with_format(row, from, words, format)?;
        }
        Ok(())
    }

    /// The row at hand becomes as high as these words need between two columns, and `least`.
    pub fn high(
        &mut self,
        (from, to): (u16, u16),
        words: &str,
        size: f32,
        least: f64,
    ) -> Result<(), PaperError> {
        let wide = self.columns.together(from, to) - 2.0;
        let lines = words
            .lines()
            .map(|line| (units(line, size, false) / wide).ceil().max(1.0))
            .sum::<f64>();
        let height = lines * LINE * f64::from(size / SIZE) + 6.0;
        self.sheet
            .set_row_height(self.row, height.max(least).min(TALLEST))?;
        Ok(())
    }

    /// Names cells of the row at hand.
    pub fn spot(&mut self, spot: FormSpot, from: u16, to: u16) {
        let row = self.row + 1;
        let cells = match from == to {
            true => format!("='{}'!${}${row}", self.quoted(), letters(from)),
            false => format!(
                "='{}'!${}${row}:${}${row}",
                self.quoted(),
                letters(from),
                letters(to)
            ),
        };
        self.spots.push((spot, cells));
    }

    fn quoted(&self) -> String {
        self.name.replace('\'', "''")
    }

    /// Prints on A4, one page wide, and locks what is not filled in.
    pub fn finish(
        mut self,
        book: &FormBook<'_>,
    ) -> Result<(Worksheet, Vec<(FormSpot, String)>), PaperError> {
        let sheet = &mut self.sheet;
        sheet.set_portrait();
        sheet.set_paper_size(9);
        sheet.set_margins(0.45, 0.45, 0.55, 0.6, 0.3, 0.3);
        sheet.set_print_center_horizontally(true);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_print_area(0, 0, self.row.saturating_sub(1), self.columns.last())?;
        sheet.set_screen_gridlines(false);
        let document = book.report.document.as_deref().unwrap_or_default();
        let pages = tr!(book.language, "sheet-form-pages");
        // An ampersand begins a code there.
        let said = |words: &str| words.replace('&', "&&");
        let foot = format!("&L&9{}  {}&R&9{pages}", said(book.company), said(document));
        if foot.encode_utf16().count() < 250 {
            sheet.set_footer(foot);
        }
        sheet.protect_with_options(&ProtectionOptions {
            format_rows: true,
            format_columns: true,
            ..ProtectionOptions::default()
        });
        Ok((self.sheet, self.spots))
    }
}
