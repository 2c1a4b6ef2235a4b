//! Which rows of a sheet are returns.

use super::Account;
use super::column::ItemColumn;
use crate::intake::cell::Cell;
use crate::intake::error::IntakeError;
use crate::intake::normal::folded;
use crate::intake::sheet::{Sheet, SheetColumn};

/// What stands in front of a row that sums up the others.
const TOTALS: [&str; 19] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "汇总",
    "平均",
    "平均分",
    "平均值",
    "均值",
    "总分",
    "得分率",
    "满意率",
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "sum",
    "average",
    "mean",
];

const ROWS_PER_LOOK: u32 = 10_000;

/// Rows that hold an answer, and the numbers of those that hold something else only.
pub(super) fn returns(
    account: &Account<'_>,
    columns: &[ItemColumn<'_>],
) -> Result<(Vec<u32>, Vec<u32>), IntakeError> {
    let sheet = account.sheet;
    // whether it is answered, and its number in one of two lists that grow by doubling
    account.take(u64::from(sheet.rows()) * 9, "")?;
    let mut answered = vec![false; sheet.rows() as usize];
    for column in columns {
        let answers: Vec<bool> = column
            .read
            .iter()
            .map(|answer| !answer.is_empty())
            .collect();
        for (row, answered) in (0..).zip(&mut answered) {
            let code = column.code(row);
            *answered |= answers.get(code).copied().unwrap_or(false);
        }
    }
    let sums = Sums::new(sheet, columns);
    let (mut rows, mut left_out) = (Vec::new(), Vec::new());
    for (row, answered) in (0..).zip(answered) {
        if u32::is_multiple_of(row, ROWS_PER_LOOK) {
            account.look(0)?;
        }
        if answered && !sums.up(row) && !repeats_titles(sheet, row) {
            rows.push(row);
        } else if filled(sheet, row).next().is_some() {
            left_out.push(sheet.row_number(row));
        }
    }
    Ok((rows, left_out))
}

/// Cells of a row that hold something, with the title above.
fn filled(sheet: &Sheet, row: u32) -> impl Iterator<Item = (&str, &Cell)> {
    let cells = sheet.columns.iter();
    let cells = cells.map(move |column| (column.title.as_str(), column.value(row)));
    cells.filter(|(_, cell)| !cell.is_empty())
}

/// Tables of several months stand below each other with their titles.
fn repeats_titles(sheet: &Sheet, row: u32) -> bool {
    let same = |(title, cell): (&str, &Cell)| matches!(cell, Cell::Text(text) if **text == *title);
    filled(sheet, row).all(same) && filled(sheet, row).nth(1).is_some()
}

/// Finds the rows that sum up the others: a word for it comes first, in a column before the
/// answers.
struct Sums<'a> {
    /// Columns up to the first item, with which of their values are such words.
    columns: Vec<(&'a SheetColumn, Vec<bool>)>,
}

impl<'a> Sums<'a> {
    fn new(sheet: &'a Sheet, columns: &[ItemColumn<'_>]) -> Self {
        let first = columns.iter().map(|column| column.column.index).min();
        let before = sheet.columns.iter();
        let before = before.filter(|column| Some(column.index) < first);
        let words = |column: &'a SheetColumn| {
            let values = column.dictionary().iter();
            (column, values.map(is_total).collect())
        };
        Self {
            columns: before.map(words).collect(),
        }
    }

    fn up(&self, row: u32) -> bool {
        let mut filled = self
            .columns
            .iter()
            .filter(|(column, _)| column.code(row) != 0);
        filled.next().is_some_and(|(column, totals)| {
            let code = column.code(row) as usize;
            totals.get(code).copied().unwrap_or(false)
        })
    }
}

fn is_total(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else {
        return false;
    };
    let text = folded(text);
    TOTALS.contains(&text.trim_end_matches(':'))
}
