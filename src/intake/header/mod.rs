//! Where the header of a sheet is, and what each column is called.
//!
//! There may be a title above it and empty rows and columns around it; it may have two rows,
//! the upper one merged over several columns. Which titles mean something [`fit`] alone asks.

mod above;
mod below;
mod fit;
mod fuller;
mod options;

pub(super) use self::above::above;
pub(super) use self::below::{again, turned};
pub(super) use self::fit::fitting;
use self::fuller::fuller;
use super::cell::{Cell, cell_name};
use super::grid::Grid;

/// Rows from the top in which the header is looked for.
const ROWS_LOOKED_AT: u32 = 50;
/// Rows below a possible header in which its texts are looked for.
const ROWS_COMPARED: u32 = 1_000;
/// Rows a header may have.
const HEADER_ROWS: u32 = 3;
/// Longest text that is looked at as a title, in bytes.
const LONGEST: usize = 2_000;

/// The rows of a header, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub first: u32,
    pub last: u32,
}

/// What stands above a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    pub text: String,
    /// What stands above the title itself.
    pub group: String,
    /// Where the title stands.
    pub cell: String,
}

impl Title {
    /// Bytes its texts take.
    pub fn weight(&self) -> u64 {
        (self.text.len() + self.group.len()) as u64
    }
}

/// Finds the header: the first row that fills at least half of the columns, most of it text
/// that does not come again as a value below. `None` if data comes first.
pub(super) fn find(grid: &Grid) -> Option<Header> {
    let looked_at = grid.rows().min(ROWS_LOOKED_AT);
    let width = (0..looked_at).map(|row| filled(grid, row)).max()?;
    let first = (0..looked_at).find(|row| {
        let own = own_cells(grid, *row);
        own > 0 && (own > 1 || width == 1) && filled(grid, *row) * 2 >= width
    })?;
    let first = match fuller(grid, first, width) {
        Some(row) => row,
        None if reads_like_titles(grid, first) => first,
        None => return None,
    };
    let mut last = first;
    while last + 1 < grid.rows() && last + 1 - first < HEADER_ROWS && goes_on(grid, first, last) {
        last += 1;
    }
    Some(Header { first, last })
}

/// Titles of all columns from left to right. Of two rows the upper one stands above every column
/// up to the next that is filled: it may have been merged before the sheet became text.
pub(super) fn titles(grid: &Grid, header: Header) -> impl Iterator<Item = Title> + '_ {
    let mut above = String::new();
    (0..grid.width()).map(move |column| {
        let mut title = title(grid, header, column);
        if header.first == header.last {
            return title;
        }
        let upper = grid.looks(header.first, column);
        if !upper.is_empty() {
            above = upper.found();
        }
        let lower = grid.looks(header.last, column);
        if title.group.is_empty() && !lower.is_empty() && title.text != above {
            title.group.clone_from(&above);
        }
        title
    })
}

/// Title of a column: the lowest text of the header above it, merged cells included.
fn title(grid: &Grid, header: Header, column: u32) -> Title {
    let mut texts = (header.first..=header.last).rev().filter_map(|row| {
        let cell = grid.looks(row, column);
        (!cell.is_empty()).then(|| (row, cell.found()))
    });
    let Some((row, text)) = texts.next() else {
        return Title {
            cell: cell_name(header.last, column),
            ..Title::default()
        };
    };
    let group = texts.map(|(_, above)| above).find(|above| *above != text);
    Title {
        text,
        group: group.unwrap_or_default(),
        cell: cell_name(row, column),
    }
}

/// Whether a column with values has no title: then merged cells may name it.
pub(super) fn has_gaps(grid: &Grid) -> bool {
    let Some(header) = find(grid) else {
        return true;
    };
    (0..grid.width()).any(|column| {
        grid.columns
            .get(column as usize)
            .is_some_and(|cells| cells.codes.len() > header.last as usize + 1)
            && title(grid, header, column).text.is_empty()
    })
}

fn short(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) if text.len() <= LONGEST => text.to_string(),
        Cell::Text(_)
        | Cell::Empty
        | Cell::Number(_)
        | Cell::Bool(_)
        | Cell::Date(_)
        | Cell::Error(_)
        | Cell::Formula(_) => String::new(),
    }
}

fn own_cells(grid: &Grid, row: u32) -> u32 {
    count(grid, |column| !grid.cell(row, column).is_empty())
}

/// Cells of a row that look filled, those a cell of the same row is merged over included.
fn filled(grid: &Grid, row: u32) -> u32 {
    count(grid, |column| {
        !grid.cell(row, column).is_empty()
            || spans(grid, row).any(|(from, to)| (from..=to).contains(&column))
    })
}

fn count(grid: &Grid, held: impl Fn(u32) -> bool) -> u32 {
    let found = (0..grid.width()).filter(|column| held(*column)).count();
    u32::try_from(found).unwrap_or(u32::MAX)
}

/// First and last column of the cells of a row that reach over several columns.
fn spans(grid: &Grid, row: u32) -> impl Iterator<Item = (u32, u32)> {
    grid.merges.iter().filter_map(move |merge| {
        let wide = merge.first_row == row && merge.first_column < merge.last_column;
        (wide && !grid.cell(row, merge.first_column).is_empty())
            .then_some((merge.first_column, merge.last_column))
    })
}

/// At least half of the row is text, and at most half of the texts come again below.
fn reads_like_titles(grid: &Grid, row: u32) -> bool {
    let below = row + 1..grid.rows().min(row + 1 + ROWS_COMPARED);
    let others: Vec<u32> = below
        .filter(|other| !is_same_row(grid, row, *other))
        .collect();
    let (mut own, mut texts, mut again) = (0_u32, 0_u32, 0_u32);
    for column in 0..grid.width() {
        match grid.cell(row, column) {
            Cell::Empty => {}
            Cell::Text(_) => {
                own += 1;
                texts += 1;
                again += u32::from(comes_again(grid, row, column, &others));
            }
            Cell::Number(_) | Cell::Bool(_) | Cell::Date(_) | Cell::Error(_) | Cell::Formula(_) => {
                own += 1;
            }
        }
    }
    texts * 2 >= own && again * 2 <= texts
}

/// Whether a text comes again in one of the other rows.
fn comes_again(grid: &Grid, row: u32, column: u32, others: &[u32]) -> bool {
    let Some(codes) = grid.columns.get(column as usize).map(|cells| &cells.codes) else {
        return false;
    };
    let own = codes.get(row as usize);
    let mut others = others.iter().map_while(|other| codes.get(*other as usize));
    others.any(|code| Some(code) == own)
}

/// The titles once more, above another page or month.
fn is_same_row(grid: &Grid, row: u32, other: u32) -> bool {
    (0..grid.width()).all(|column| grid.cell(row, column) == grid.cell(other, column))
        && own_cells(grid, row) > 2
}

/// Whether the row below still belongs to the header: a title reaches down into it, or it
/// says more about a title that reaches over several columns.
fn goes_on(grid: &Grid, first: u32, last: u32) -> bool {
    let reaches_down = grid.merges.iter().any(|merge| {
        merge.first_row >= first
            && merge.first_row <= last
            && merge.last_row > last
            && !grid.cell(merge.first_row, merge.first_column).is_empty()
    });
    if reaches_down {
        return true;
    }
    let mut below = spans(grid, last)
        .flat_map(|(from, to)| from..=to)
        .map(|column| grid.cell(last + 1, column))
        .filter(|cell| !cell.is_empty())
        .peekable();
    below.peek().is_some()
        && below.all(|cell| matches!(cell, Cell::Text(_)))
        && last + 2 < grid.rows()
        && reads_like_titles(grid, last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::budget::Budget;
    use crate::intake::grid::{GridBuilder, Merge, Value};

    /// Rows of cells; numbers become numbers, `-` stays empty.
    fn grid(rows: &[&[&str]], merges: &[[u32; 4]]) -> Grid {
        let mut builder = GridBuilder::new(&Budget::default());
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells) {
                let value = match text.parse() {
                    Ok(number) => Value::Number(number),
                    Err(_) => Value::Text(if *text == "-" { "" } else { text }),
                };
                builder.put(row, column, value).unwrap();
            }
        }
        let mut grid = builder.finish();
        grid.merges = merges
            .iter()
            .map(|[first_row, first_column, last_row, last_column]| Merge {
                first_row: *first_row,
                first_column: *first_column,
                last_row: *last_row,
                last_column: *last_column,
            })
            .collect();
        grid
    }

    fn titles(grid: &Grid) -> Vec<String> {
        let header = find(grid).unwrap();
        (0..grid.width())
            .map(|column| {
                let title = title(grid, header, column);
                if title.group.is_empty() {
                    title.text
                } else {
                    format!("{}/{}", title.group, title.text)
                }
            })
            .collect()
    }

    #[test]
    fn stands_below_a_title_and_empty_rows_and_columns() {
        let grid = grid(
            &[
                &["-", "-", "-", "-"],
                &["-", "2026 上半年", "-", "-"],
                &["-", "客户", "质量", "交期"],
                &["-", "C001", "5", "4"],
                &["-", "C002", "4", "4"],
            ],
            &[[1, 1, 1, 3]],
        );
        assert_eq!(find(&grid), Some(Header { first: 2, last: 2 }));
        assert_eq!(titles(&grid), ["", "客户", "质量", "交期"]);
    }

    #[test]
    fn data_without_titles_is_no_header() {
        let scores: &[&[&str]] = &[&["5", "4", "3"], &["4", "4", "5"]];
        assert_eq!(find(&grid(scores, &[])), None);
        let labels: &[&[&str]] = &[
            &["甲公司", "很满意", "满意", "满意"],
            &["乙公司", "满意", "很满意", "满意"],
            &["丙公司", "很满意", "满意", "满意"],
        ];
        assert_eq!(find(&grid(labels, &[])), None);
    }

    #[test]
    fn a_merged_title_names_all_its_columns() {
        let one_row = grid(
            &[
                &["客户", "质量", "-", "交期"],
                &["C001", "5", "4", "3"],
                &["C002", "5", "4", "3"],
            ],
            &[[0, 1, 0, 2]],
        );
        assert!(!has_gaps(&one_row));
        assert_eq!(titles(&one_row), ["客户", "质量", "质量", "交期"]);
    }

    #[test]
    fn a_second_row_says_more() {
        let two_rows = grid(
            &[
                &["客户", "质量", "-", "交期", "-"],
                &["-", "稳定", "包装", "准时", "通知"],
                &["C001", "很满意", "满意", "满意", "满意"],
                &["C002", "满意", "满意", "很满意", "满意"],
            ],
            &[[0, 0, 1, 0], [0, 1, 0, 2], [0, 3, 0, 4]],
        );
        assert_eq!(find(&two_rows), Some(Header { first: 0, last: 1 }));
        assert_eq!(
            titles(&two_rows),
            ["客户", "质量/稳定", "质量/包装", "交期/准时", "交期/通知"]
        );
    }

    #[test]
    fn a_column_without_a_title_is_a_gap() {
        let sheet: &[&[&str]] = &[&["客户", "-", "交期"], &["C001", "5", "4"]];
        assert!(has_gaps(&grid(sheet, &[])));
    }
}
