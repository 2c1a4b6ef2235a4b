//! Tables for people: columns aligned by the width characters have on a terminal, where a
//! Chinese one takes two places.

use unicode_width::UnicodeWidthStr;

use super::harmless;
use crate::model::Rules;
use crate::report::{Cell, Head, Table};

/// On which side the texts of a column line up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// Rows under a head, two spaces between the columns. Rows may be shorter than the head.
pub fn table(head: &[(String, Align)], rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| harmless::cell(cell)).collect())
        .collect();
    let widths: Vec<usize> = head
        .iter()
        .enumerate()
        .map(|(at, (title, _))| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
            widest.max(title.width())
        })
        .collect();
    let titles: Vec<String> = head.iter().map(|(title, _)| title.clone()).collect();
    let mut text = String::new();
    for row in std::iter::once(&titles).chain(&rows) {
        let mut line = String::new();
        for (at, cell) in row.iter().enumerate() {
            let (Some(width), Some((_, align))) = (widths.get(at), head.get(at)) else {
                continue;
            };
            let gap = " ".repeat(width.saturating_sub(cell.width()));
            let between = if at == 0 { "" } else { "  " };
            line += between;
            match align {
                Align::Left => line += &format!("{cell}{gap}"),
                Align::Right => line += &format!("{gap}{cell}"),
            }
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// A table of the report, its names a step to the right for each level.
pub fn told(told: &Table, rules: &Rules) -> String {
    let side = |head: &Head| match head.number {
        true => Align::Right,
        false => Align::Left,
    };
    let heads = told.heads.iter();
    let heads: Vec<_> = heads.map(|it| (it.name.clone(), side(it))).collect();
    let rows = told.lines.iter().map(|line| {
        let written = line.cells.iter().map(|cell| match cell {
            cell @ (Cell::Name(_) | Cell::Named { .. }) => {
                format!("{}{}", "  ".repeat(line.level), cell.written(rules))
            }
            cell => cell.written(rules),
        });
        written.collect()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    table(&heads, &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_places() {
        let head = [
            ("维度".to_owned(), Align::Left),
            ("得分".to_owned(), Align::Right),
        ];
        let rows = [
            vec!["质量".to_owned(), "87.5".to_owned()],
            vec!["price".to_owned(), "–".to_owned()],
        ];
        assert_eq!(
            table(&head, &rows),
            "维度   得分\n质量   87.5\nprice     –\n"
        );
    }
}
