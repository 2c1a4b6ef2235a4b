//! Answers somebody struck through.

use rust_xlsxwriter::{Format, Workbook};

use super::book::{ods, sheet};
use super::old_excel::{record, stream, xls};
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::{Imported, mapping, returns};
use crate::model::{Answer, Expected, ItemKind, NoReturn, Progress};

const ROWS: [[&str; 4]; 4] = [
    ["客户", "质量", "交付", "意见"],
    ["甲厂", "很满意", "满意", "快"],
    ["乙厂", "满意", "一般", ""],
    ["丙厂", "一般", "满意", "好"],
];

/// A file of three rows of three answers, of which the cells given are struck through.
type Made = fn(&[(u32, u16)]) -> (&'static str, Vec<u8>);

const KINDS: [Made; 4] = [modern, old, open, open_by_columns];

fn modern(struck: &[(u32, u16)]) -> (&'static str, Vec<u8>) {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let (plain, line) = (Format::new(), Format::new().set_font_strikethrough());
    for (row, cells) in (0..).zip(ROWS) {
        for (column, text) in (0..).zip(cells) {
            let format = if struck.contains(&(row, column)) {
                &line
            } else {
                &plain
            };
            page.write_with_format(row, column, text, format).unwrap();
        }
    }
    ("a.xlsx", book.save_to_buffer().unwrap())
}

/// The seventh font strikes through: the number four is that of none.
fn old(struck: &[(u32, u16)]) -> (&'static str, Vec<u8>) {
    let font = |flags: u16| {
        let body = [200, flags, 0, 400, 0, 0, 0].map(u16::to_le_bytes).concat();
        record(0x0031, &body)
    };
    let look = |font: u16| record(0x00E0, &[&font.to_le_bytes()[..], &[0; 18]].concat());
    let fonts = [0, 0, 0, 0, 0x0002, 0x0008].map(font).concat();
    let globals = [fonts, look(0), look(5), look(6)].concat();
    let texts: Vec<&str> = ROWS.iter().flatten().copied().collect();
    let cells = texts
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.is_empty());
    let cells = cells.map(|(at, _)| {
        let (row, column) = (at as u16 / 4, at as u16 % 4);
        let line = struck.contains(&(u32::from(row), column));
        let place = [row, column, if line { 2 } else { 1 }].map(u16::to_le_bytes);
        record(
            0x00FD,
            &[&place.concat()[..], &(at as u32).to_le_bytes()].concat(),
        )
    });
    let cells: Vec<u8> = cells.flatten().collect();
    ("a.xls", xls(&stream(&globals, &texts, &cells)))
}

/// Each cell has a style of its own.
fn open(struck: &[(u32, u16)]) -> (&'static str, Vec<u8>) {
    opened(
        "<table:table-column table:number-columns-repeated=\"4\"/>",
        |row, column| {
            let line = struck.contains(&(row, column));
            format!(" table:style-name=\"{}\"", if line { "ce2" } else { "ce1" })
        },
    )
}

/// The last three columns are struck through where their cells do not say otherwise.
fn open_by_columns(struck: &[(u32, u16)]) -> (&'static str, Vec<u8>) {
    let columns = "<table:table-column table:default-cell-style-name=\"ce1\"/><table:table-column \
                   table:number-columns-repeated=\"3\" table:default-cell-style-name=\"ce2\"/>";
    opened(columns, |row, column| {
        let line = struck.contains(&(row, column));
        match (line, column) {
            (true, 0) => " table:style-name=\"ce2\"".to_owned(),
            (false, 1..) => " table:style-name=\"ce1\"".to_owned(),
            _ => String::new(),
        }
    })
}

fn opened(columns: &str, style: impl Fn(u32, u16) -> String) -> (&'static str, Vec<u8>) {
    let styles = "<style:style style:name=\"ce1\" style:family=\"table-cell\"><style:text-properties \
                  style:text-line-through-style=\"none\"/></style:style><style:style \
                  style:name=\"ce2\" style:family=\"table-cell\"><style:text-properties \
                  style:text-line-through-style=\"solid\" style:text-line-through-type=\"single\"/>\
                  </style:style>";
    let mut rows = String::new();
    for (row, cells) in (0..).zip(ROWS) {
        rows += "<table:table-row>";
        for (column, text) in (0..).zip(cells) {
            let style = style(row, column);
            rows += &format!("<table:table-cell{style} office:value-type=\"string\">");
            rows += &format!("<text:p>{text}</text:p></table:table-cell>");
        }
        rows += "</table:table-row>";
    }
    let table = format!("{styles}<table:table table:name=\"S\">{columns}{rows}</table:table>");
    ("a.ods", ods(&table))
}

fn read((name, bytes): (&str, Vec<u8>), all: bool) -> Imported {
    let asked = questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "交付", ItemKind::Rating, &FIVE),
        item("Q3", "意见", ItemKind::Text, &[]),
    ]);
    let (sheet, progress) = (sheet(name, bytes).unwrap(), Progress::default());
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
        for make in KINDS {
            let made = make(struck);
            let of = format!("{} {struck:?}", made.0);
            let imported = read(made, false);
            assert_eq!(imported.returns.len(), left, "{of}");
            let rows: Vec<u32> = imported.set_aside.iter().map(|it| it.row).collect();
            assert_eq!(rows, aside, "{of}");
            let mut why = imported.set_aside.iter().map(|it| it.why);
            assert!(why.all(|it| it == NoReturn::Struck));
            assert_eq!(held(&imported), waiting, "{of}");
        }
    }
    for make in KINDS {
        let one = read(make(&[(1, 2)]), false);
        assert_eq!(one.columns[1].get(0), Answer::Unreadable);
        assert_eq!(one.columns[1].get(1), Answer::Option(2));
        // A person said that the row counts: what is struck of it waits all the same.
        let whole = read(make(&[(2, 1), (2, 2)]), true);
        assert_eq!((whole.returns.len(), whole.set_aside.len()), (3, 0));
        assert_eq!(held(&whole), ["B3", "C3"]);
    }
}

/// Cells that wait because they are struck through.
fn held(imported: &Imported) -> Vec<&str> {
    let issues = imported.issues.iter();
    let held = issues.filter(|it| it.expected == Expected::Struck);
    held.map(|it| it.cell.as_str()).collect()
}
