//! Answers somebody struck through.

use rust_xlsxwriter::{Format, Workbook};

use super::book::sheet;
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::{Imported, mapping, returns};
use crate::model::{Answer, Expected, ItemKind, NoReturn, Progress};

/// Three rows of three answers; the cells given are struck through.
fn read(struck: &[(u32, u16)], all: bool) -> Imported {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let (plain, line) = (Format::new(), Format::new().set_font_strikethrough());
    for (row, cells) in (0..).zip([
        ["客户", "质量", "交付", "意见"],
        ["甲厂", "很满意", "满意", "快"],
        ["乙厂", "满意", "一般", ""],
        ["丙厂", "一般", "满意", "好"],
    ]) {
        for (column, text) in (0..).zip(cells) {
            let format = if struck.contains(&(row, column)) {
                &line
            } else {
                &plain
            };
            page.write_with_format(row, column, text, format).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let asked = questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "交付", ItemKind::Rating, &FIVE),
        item("Q3", "意见", ItemKind::Text, &[]),
    ]);
    let (sheet, progress) = (sheet("a.xlsx", bytes).unwrap(), Progress::default());
    let mut mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    if all {
        mapping.rows = (2..5)
            .map(|row| crate::model::RowChoice {
                row,
                returned: true,
            })
            .collect();
    }
    returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap()
}

/// Struck cells, rows left of three, rows set aside, and cells that wait.
type Case = (
    &'static [(u32, u16)],
    usize,
    &'static [u32],
    &'static [&'static str],
);

#[test]
fn a_struck_row_is_no_return_and_a_struck_answer_waits() {
    let cases: [Case; 6] = [
        (&[], 3, &[], &[]),
        (&[(2, 0), (2, 1), (2, 2), (2, 3)], 2, &[3], &[]),
        (&[(2, 1), (2, 2)], 2, &[3], &[]),
        (&[(1, 2)], 3, &[], &["C2"]),
        (&[(1, 2), (3, 3), (2, 3), (2, 0)], 3, &[], &["C2", "D4"]),
        (&[(0, 1), (0, 2)], 3, &[], &[]),
    ];
    for (struck, left, aside, waiting) in cases {
        let imported = read(struck, false);
        assert_eq!(imported.returns.len(), left, "{struck:?}");
        let rows: Vec<u32> = imported.set_aside.iter().map(|it| it.row).collect();
        assert_eq!(rows, aside, "{struck:?}");
        assert!(
            imported
                .set_aside
                .iter()
                .all(|it| it.why == NoReturn::Struck)
        );
        let held = imported
            .issues
            .iter()
            .filter(|it| it.expected == Expected::Struck);
        let held: Vec<&str> = held.map(|it| it.cell.as_str()).collect();
        assert_eq!(held, waiting, "{struck:?}");
    }
    let one = read(&[(1, 2)], false);
    assert_eq!(one.columns[1].get(0), Answer::Unreadable);
    assert_eq!(one.columns[1].get(1), Answer::Option(2));
    // A person said that the row counts: what is struck of it waits all the same.
    let whole = read(&[(2, 1), (2, 2)], true);
    assert_eq!((whole.returns.len(), whole.set_aside.len()), (3, 0));
    let held = whole
        .issues
        .iter()
        .filter(|it| it.expected == Expected::Struck);
    let cells: Vec<&str> = held.map(|it| it.cell.as_str()).collect();
    assert_eq!(cells, ["B3", "C3"]);
}
