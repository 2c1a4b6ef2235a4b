//! Exported workbooks as text, and whether a later one still says what an earlier one said.

use std::fmt::Write;
use std::path::Path;

use calamine::{Data, Reader, open_workbook_auto};

/// A sheet as rows of cells.
type Rows = Vec<Vec<String>>;

/// Every sheet: a line `[name]`, then a line a row, cells parted by tabs.
pub fn text(path: &Path) -> String {
    let mut book = open_workbook_auto(path).unwrap();
    let mut text = String::new();
    for name in book.sheet_names() {
        writeln!(text, "[{name}]").unwrap();
        for row in book.worksheet_range(&name).unwrap().rows() {
            let cells: Vec<_> = row.iter().map(cell).collect();
            writeln!(text, "{}", cells.join("\t")).unwrap();
        }
    }
    text
}

/// On one line, whatever stands in it.
fn cell(data: &Data) -> String {
    let text = data.to_string();
    let text = text.replace('\\', "\\\\").replace('\t', "\\t");
    text.replace('\r', "\\r").replace('\n', "\\n")
}

/// Later workbooks may have further sheets, and further columns or rows in a sheet; what was
/// there stays, in its order.
pub fn hold(name: &str, expected: &str, came: &str) {
    let came = sheets(came);
    for (sheet, rows) in sheets(expected) {
        let now = came.iter().find(|(other, _)| *other == sheet);
        let Some((_, now)) = now else {
            panic!("{name}: no sheet {sheet}");
        };
        let holds = within(&rows, now) || within(&columns(&rows), &columns(now));
        assert!(holds, "{name}, {sheet}: expected\n{rows:?}\ncame\n{now:?}");
    }
}

fn sheets(text: &str) -> Vec<(String, Rows)> {
    let mut sheets: Vec<(String, Rows)> = Vec::new();
    for line in text.lines() {
        let name = line.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
        match (name, sheets.last_mut()) {
            (Some(name), _) => sheets.push((name.to_owned(), Vec::new())),
            (None, Some((_, rows))) => rows.push(line.split('\t').map(str::to_owned).collect()),
            (None, None) => panic!("a row without a sheet: {line}"),
        }
    }
    sheets
}

fn columns(rows: &Rows) -> Rows {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cell = |row: &Vec<String>, at| row.get(at).cloned().unwrap_or_default();
    (0..width)
        .map(|at| rows.iter().map(|row| cell(row, at)).collect())
        .collect()
}

/// Whether all of `some` are among `all`, in their order.
fn within(some: &Rows, all: &Rows) -> bool {
    let mut all = all.iter();
    some.iter().all(|one| all.any(|other| other == one))
}
