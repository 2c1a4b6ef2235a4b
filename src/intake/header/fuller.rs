//! Titles below the head of a form, which fills half of the columns too.

use rustc_hash::FxHashSet;

use super::{ROWS_COMPARED, comes_again, count, filled, goes_on};
use crate::intake::cell::Cell;
use crate::intake::grid::Grid;

/// Rows below a row of few titles in which the titles of the table are looked for: a head of
/// such a length stands above some.
const HEAD_ROWS: u32 = 8;

/// The row below one that leaves many columns empty which titles all of them: the head of a form
/// (部门 | 质量部 | 编号 | …) stands above it. Only what stands below tells titles from values:
/// theirs come again, or are no text.
pub(super) fn fuller(grid: &Grid, first: u32, width: u32) -> Option<u32> {
    let is_sparse = filled(grid, first) * 4 <= width * 3;
    let above_the_rows = grid.rows().saturating_sub(2).min(first + 1 + HEAD_ROWS);
    if !is_sparse || goes_on(grid, first, first) {
        return None;
    }
    (first + 1..above_the_rows).find(|row| titles_all(grid, *row, width) && heads_data(grid, *row))
}

/// Whether a row says something else in every column, in words.
fn titles_all(grid: &Grid, row: u32, width: u32) -> bool {
    let texts = (0..grid.width()).map(|column| grid.cell(row, column));
    let texts: Vec<&Cell> = texts.filter(|cell| !cell.is_empty()).collect();
    let words = texts.iter().all(|cell| matches!(cell, Cell::Text(_)));
    let mut distinct: Vec<String> = texts.iter().map(|cell| cell.found()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    words && distinct.len() == texts.len() && texts.len() * 10 >= width as usize * 9
}

/// Whether what stands below the titles of a row is data in most columns, and no title comes
/// again among it.
fn heads_data(grid: &Grid, row: u32) -> bool {
    let below: Vec<u32> = (row + 1..grid.rows().min(row + 1 + ROWS_COMPARED)).collect();
    let own = |column: &u32| !grid.cell(row, *column).is_empty();
    let is_data = |column: &u32| {
        let cells = below.iter().map(|at| grid.cell(*at, *column));
        let cells: Vec<&Cell> = cells.filter(|cell| !cell.is_empty()).collect();
        let texts: FxHashSet<String> = cells.iter().map(|cell| cell.found()).collect();
        let no_text = cells.iter().any(|cell| !matches!(cell, Cell::Text(_)));
        no_text || texts.len() < cells.len()
    };
    let (titles, data) = (
        count(grid, |column| own(&column)),
        count(grid, |column| own(&column) && is_data(&column)),
    );
    let again = |column: u32| own(&column) && comes_again(grid, row, column, &below);
    data * 2 > titles && count(grid, again) == 0
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use crate::intake::budget::Budget;
    use crate::intake::grid::{Grid, GridBuilder, Value};

    fn grid(rows: &[Vec<String>]) -> Grid {
        let mut builder = GridBuilder::new(&Budget::default());
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                let value = match text.parse() {
                    Ok(number) => Value::Number(number),
                    Err(_) => Value::Text(text),
                };
                builder.put(row, column, value).unwrap();
            }
        }
        builder.finish()
    }

    fn random_table(random: &mut fastrand::Rng) -> Vec<Vec<String>> {
        const LABELS: [&str; 4] = ["很满意", "满意", "一般", "不满意"];
        let width = random.usize(5..10);
        let scores = random.bool();
        let title = |column: usize| match column {
            0 => "客户名称".to_owned(),
            1 => "填写日期".to_owned(),
            _ => format!("对第{column}项是否满意"),
        };
        let mut table = vec![(0..width).map(title).collect::<Vec<_>>()];
        for row in 0..random.usize(8..20) {
            let cell = |column: usize| match column {
                0 => format!("客户{row}"),
                1 => format!("2026-05-{:02}", row + 1),
                _ if scores => (row * column % 5 + 1).to_string(),
                _ => LABELS[(row * column + column) % 4].to_owned(),
            };
            table.push((0..width).map(cell).collect());
        }
        table
    }

    #[test]
    fn the_head_of_a_form_above_a_table_is_not_its_titles() {
        let mut random = fastrand::Rng::with_seed(11);
        for round in 0..300 {
            let table = random_table(&mut random);
            let width = table[0].len();
            assert_eq!(find(&grid(&table)).map(|it| it.first), Some(0), "{round}");
            let mut all = Vec::new();
            if random.bool() {
                all.push(vec!["2026年上半年客户满意度调查汇总表".to_owned()]);
            }
            for line in 0..random.usize(1..4) {
                let pairs = [["部门", "质量部"], ["编号", "QR-08-01"], ["版次", "A1"]];
                let mut head = vec![String::new(); width];
                let mut at = 0;
                for pair in pairs {
                    // A quarter of the columns stays empty at least.
                    let filled = head.iter().filter(|it| !it.is_empty()).count();
                    if (filled + 2) * 4 > width * 3 || at + 2 > width || random.u8(0..4) == 0 {
                        break;
                    }
                    head[at] = format!("{}{line}", pair[0]);
                    head[at + 1] = pair[1].to_owned();
                    at += random.usize(2..4);
                }
                all.push(head);
            }
            if random.bool() {
                all.push(vec![String::new(); width]);
            }
            let above = u32::try_from(all.len()).unwrap();
            all.extend(table);
            let found = find(&grid(&all)).map(|it| it.first);
            assert_eq!(found, Some(above), "{round} {all:?}");
        }
    }

    #[test]
    fn titles_that_leave_columns_without_one_stay_the_titles() {
        let rows = |texts: &[&[&str]]| -> Vec<Vec<String>> {
            let row = |it: &&[&str]| it.iter().map(|text| (*text).to_owned()).collect();
            texts.iter().map(row).collect()
        };
        let found = |texts: &[&[&str]]| find(&grid(&rows(texts))).map(|it| it.first);
        let labels: &[&[&str]] = &[
            &["客户", "质量", "", "", "交期"],
            &["甲", "很满意", "a", "b", "满意"],
            &["乙", "满意", "c", "d", "很满意"],
            &["丙", "很满意", "e", "f", "满意"],
        ];
        assert_eq!(found(labels), Some(0));
        let words: &[&[&str]] = &[
            &["客户", "意见", "", ""],
            &["甲", "好", "快", "无"],
            &["乙", "包装差", "慢", "见附件"],
        ];
        assert_eq!(found(words), Some(0));
    }
}
