//! Definition workbooks written for a test.

use std::path::Path;

use rust_xlsxwriter::Workbook;

/// Sheets by name, each as rows of cells; what reads as a number is written as one.
pub fn write(path: &Path, sheets: &[(&str, Vec<Vec<String>>)]) {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (y, row) in (0_u32..).zip(rows) {
            for (x, cell) in (0_u16..).zip(row) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(y, x, number).unwrap(),
                    Err(_) => sheet.write_string(y, x, cell).unwrap(),
                };
            }
        }
    }
    workbook.save(path).unwrap();
}

/// Rows of cells from text, one row a line, cells split at `|`.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect();
    text.trim().lines().map(cells).collect()
}
