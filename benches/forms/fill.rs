//! Customers at work, and the yardstick: the spreadsheet library's own reader, which opens one
//! file after the other and goes once over every cell.

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufReader, Cursor, Read, Write};
use std::path::{Path, PathBuf};

use calamine::{Reader, Xlsx};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.sort();
    Ok(files)
}

/// Opens every file and says how many cells there were.
pub fn bare(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut count = 0u64;
    for file in files(folder)? {
        let mut book: Xlsx<_> = calamine::open_workbook::<Xlsx<BufReader<File>>, _>(file)?;
        for sheet in book.sheet_names() {
            let mut cells = book.worksheet_cells_reader(&sheet)?;
            while let Some(cell) = cells.next_cell()? {
                std::hint::black_box(cell.get_value());
                count += 1;
            }
        }
    }
    println!("{count} cells");
    Ok(())
}

/// Fills in every form, each another way.
pub fn all(folder: &Path) -> Result<(), Box<dyn Error>> {
    for (at, file) in files(folder)?.into_iter().enumerate() {
        let filled = filled(fs::read(&file)?, at)?;
        fs::write(file, filled)?;
    }
    Ok(())
}

fn filled(form: Vec<u8>, seed: usize) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut zip = ZipArchive::new(Cursor::new(form))?;
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at)?;
        let name = part.name()?.into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        parts.push((name, text));
    }
    let book = parts.iter().find(|(name, _)| name == "xl/workbook.xml");
    let book = book.map(|(_, text)| text.clone()).unwrap_or_default();
    // What each name points at: the letters of titles, the rows of items.
    let mut columns = Vec::new();
    let mut rows = Vec::new();
    for name in book.split("name=\"MANYI_").skip(1) {
        let (name, rest) = name.split_once("\">").unwrap_or_default();
        let (cells, _) = rest.split_once('<').unwrap_or_default();
        let (_, cell) = cells.rsplit_once('!').unwrap_or_default();
        let mut parts = cell.split(['$', ':']).filter(|part| !part.is_empty());
        let (letters, row) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        if name.starts_with("G0_O") {
            columns.push(letters.to_owned());
        } else if name.starts_with('Q') && name.ends_with("_G0") {
            rows.push(row.to_owned());
        }
    }
    let sheet = parts
        .iter_mut()
        .find(|(name, _)| name == "xl/worksheets/sheet1.xml");
    let (_, sheet) = sheet.ok_or("no sheet")?;
    for (at, row) in rows.iter().enumerate() {
        let column = columns
            .get((at * 7 + seed) % columns.len())
            .ok_or("no options")?;
        let begin = sheet
            .find(&format!("<c r=\"{column}{row}\""))
            .ok_or("no box")?;
        let end = begin + sheet[begin..].find("/>").ok_or("a box that is filled in")?;
        sheet.replace_range(end..end + 2, " t=\"inlineStr\"><is><t>√</t></is></c>");
    }
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        out.start_file(name, SimpleFileOptions::default())?;
        out.write_all(text.as_bytes())?;
    }
    Ok(out.finish()?.into_inner())
}
