//! Files made for tests.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{Format, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::intake::{IntakeError, Sheet, Spreadsheet, file};
use crate::model::{Progress, SourceFile};

/// An `.xlsx` of one sheet. Numbers become numbers, `=…` failed formulas, the rest text.
pub fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    workbook(&[("Sheet1", rows)])
}

/// An `.xlsx` of several sheets.
pub fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(*cells) {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write(row, column, number).unwrap(),
                    Err(_) if text.is_empty() => continue,
                    Err(_) => sheet.write(row, column, *text).unwrap(),
                };
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// An `.xlsx` whose first sheet has the date 2026-06-30 in B2, under 日期.
pub fn dated() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["质量", "日期"]).unwrap();
    sheet.write(1, 0, "满意").unwrap();
    let format = Format::new().set_num_format("yyyy-mm-dd");
    sheet.write_with_format(1, 1, 46_203.0, &format).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// The archive with one part changed.
pub fn with_part(archive: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut parts = parts(archive);
    let part = parts.iter_mut().find(|(own, _)| own == name).unwrap();
    part.1 = change(String::from_utf8(part.1.clone()).unwrap()).into_bytes();
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    archive_of(&parts)
}

pub fn parts(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(archive)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

pub fn archive_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An `.ods` whose spreadsheet holds the given XML.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    archive_of(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

pub fn source(name: &str, bytes: impl Into<Vec<u8>>) -> SourceFile {
    file::source(name.to_owned(), bytes.into())
}

pub fn open(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Spreadsheet, IntakeError> {
    let bytes: Vec<u8> = bytes.into();
    Spreadsheet::open(name, &bytes.into(), &Progress::default())
}

/// The first sheet of a file.
pub fn sheet(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Sheet, IntakeError> {
    open(name, bytes)?.read(0, &Progress::default())
}

/// All cells of a sheet below its header, as they are quoted.
pub fn cells(sheet: &Sheet) -> Vec<Vec<String>> {
    (0..sheet.rows())
        .map(|row| sheet.columns.iter().map(|c| c.value(row).found()).collect())
        .collect()
}

/// Titles of a sheet.
pub fn titles(sheet: &Sheet) -> Vec<&str> {
    sheet
        .columns
        .iter()
        .map(|column| column.title.as_str())
        .collect()
}
