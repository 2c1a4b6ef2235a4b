//! A firm that asks many customers.

use std::path::Path;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

const RATINGS: u32 = 15;
const LABELS: [&str; 5] = ["很满意", "满意", "一般", "不满意", "很不满意"];

/// A workbook that defines 15 ratings, a comment, and the customers of a wave.
pub fn definition(path: &Path, customers: u32) -> Result<(), XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Survey")?;
    row(sheet, 0, &["key", "value"])?;
    row(sheet, 1, &["title", "客户满意度调查表"])?;
    let sheet = book.add_worksheet().set_name("Dimensions")?;
    row(sheet, 0, &["code", "name"])?;
    row(sheet, 1, &["D1", "质量与交付"])?;
    let sheet = book.add_worksheet().set_name("Items")?;
    row(sheet, 0, &["code", "text", "dimension", "kind", "scale"])?;
    for at in 1..=RATINGS {
        let (code, text) = (format!("Q{at}"), format!("第 {at} 项评价，包括服务与响应"));
        row(sheet, at, &[&code, &text, "D1", "rating", "five"])?;
    }
    row(sheet, RATINGS + 1, &["T1", "意见与建议", "", "text", ""])?;
    let sheet = book.add_worksheet().set_name("Scales")?;
    row(sheet, 0, &["scale", "label", "score"])?;
    for (at, label) in (1..).zip(LABELS) {
        row(sheet, at, &["five", label])?;
        sheet.write(at, 2, 6 - at)?;
    }
    let sheet = book.add_worksheet().set_name("Customers")?;
    row(sheet, 0, &["code", "name"])?;
    for at in 1..=customers {
        row(
            sheet,
            at,
            &[&format!("C{at:04}"), &format!("第{at}号精密机电公司")],
        )?;
    }
    let sheet = book.add_worksheet().set_name("Frame")?;
    row(sheet, 0, &["wave", "customer", "issued", "channel"])?;
    for at in 1..=customers {
        row(
            sheet,
            at,
            &["2026H1", &format!("C{at:04}"), "2026-05-01", "邮件"],
        )?;
    }
    book.save(path)
}

fn row(sheet: &mut Worksheet, at: u32, cells: &[&str]) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        sheet.write(at, column, *cell)?;
    }
    Ok(())
}
