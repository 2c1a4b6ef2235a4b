//! Separated values: the only file that names csv.
//!
//! Cells stay text; whether one is a number is for whoever reads the column. Rows are counted
//! as a spreadsheet shows them: an empty line is a row, a line break inside quotes is none.

use csv::{ReaderBuilder, StringRecord};

use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::FileFault;
use crate::intake::grid::{Grid, GridBuilder, Value};

const DELIMITERS: [u8; 4] = *b",\t;|";
/// Records looked at to find the delimiter.
const LOOKED_AT: usize = 50;
const ROWS_PER_LOOK: u64 = 2_000;

/// All cells of the text.
pub(super) fn read(text: &str, watch: &Watch) -> Result<Grid, Stop> {
    // the mark old systems put at the end of a text
    let text = text.trim_end_matches('\u{1a}');
    let delimiter = delimiter(text);
    if let Some(line) = open_quote(text, delimiter) {
        return Err(FileFault::OpenQuote { line }.into());
    }
    watch.expect(text.len() as u64);
    let mut builder = GridBuilder::default();
    let mut records = reader(text, delimiter);
    let mut record = StringRecord::new();
    let mut row = 0_u32;
    loop {
        let before = records.position().line();
        let more = records.read_record(&mut record);
        if !more.map_err(|error| Stop::broken(&error))? {
            break;
        }
        let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let lines = records.position().line().saturating_sub(before);
        let empty = lines.saturating_sub(inside as u64 + 1);
        row = row.saturating_add(u32::try_from(empty).unwrap_or(u32::MAX));
        for (column, field) in (0..).zip(record.iter()) {
            builder.put(row, column, Value::Text(unwrapped(field)))?;
        }
        row = row.saturating_add(1);
        if u64::from(row).is_multiple_of(ROWS_PER_LOOK) {
            let done = records.position().byte();
            watch
                .reach(done)
                .map_err(|error| watch.cause(|| Stop::broken(&error)))?;
        }
    }
    Ok(builder.finish())
}

/// The text of a field that some programs write as `="00123"` or `'00123`, so that Excel takes
/// it for no number.
fn unwrapped(field: &str) -> &str {
    let formula = field.strip_prefix("=\"");
    let formula = formula.and_then(|rest| rest.strip_suffix('"'));
    let quoted = field.strip_prefix('\'').filter(|rest| !rest.contains('\''));
    formula.or(quoted).unwrap_or(field)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// The one that cuts most of the first records into the same number of fields, the more the
/// better.
fn delimiter(text: &str) -> u8 {
    let fit = |delimiter: u8| {
        let mut widths: Vec<usize> = reader(text, delimiter)
            .into_records()
            .take(LOOKED_AT)
            .flatten()
            .map(|record| record.len())
            .collect();
        widths.sort_unstable();
        let usual = widths.get(widths.len() / 2).copied().unwrap_or(1);
        let alike = widths.iter().filter(|width| **width == usual).count();
        (usual > 1, alike * 10 / widths.len().max(1), usual)
    };
    let best = DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|delimiter| fit(*delimiter));
    best.unwrap_or(b',')
}

/// Line of a quote that is never closed: everything behind it would be one cell.
fn open_quote(text: &str, delimiter: u8) -> Option<u64> {
    let mut line = 1;
    let mut opened = None;
    let mut field_starts = true;
    for byte in text.bytes() {
        match byte {
            b'"' if opened.is_some() => opened = None,
            // a quote right behind a closing one opens the field again: it was doubled
            b'"' if field_starts => {
                opened = Some(line);
                continue;
            }
            _ => {}
        }
        line += u64::from(byte == b'\n');
        if opened.is_none() {
            field_starts = byte == delimiter || matches!(byte, b'\n' | b'\r' | b'"');
        }
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Cell;

    fn grid(text: &str) -> Grid {
        read(text, &Watch::default()).unwrap()
    }

    fn text(grid: &Grid, row: u32, column: u32) -> String {
        grid.cell(row, column).found()
    }

    #[test]
    fn the_delimiter_is_found() {
        for delimiter in [',', ';', '\t', '|'] {
            let lines = ["客户", "质量", "意见"].join(&delimiter.to_string());
            let row = ["甲", "5", "\"好, 很好; 不错\""].join(&delimiter.to_string());
            let grid = grid(&format!("{lines}\n{row}\n"));
            assert_eq!(grid.width(), 3, "{delimiter:?}");
            assert_eq!(text(&grid, 1, 2), "好, 很好; 不错");
        }
        assert_eq!(grid("客户\n甲\n").width(), 1);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_shows_them() {
        let grid = grid("a,b\r\n\r\n1,\"two\nlines\"\r\n3,4\r\n\n\n5,6");
        assert_eq!(text(&grid, 0, 0), "a");
        assert_eq!(text(&grid, 2, 0), "1");
        assert_eq!(text(&grid, 2, 1), "two\nlines");
        assert_eq!(text(&grid, 3, 1), "4");
        assert_eq!(text(&grid, 6, 0), "5");
        assert_eq!(grid.cell(1, 0), &Cell::Empty);
    }

    #[test]
    fn a_quote_left_open_is_found() {
        let fault = read("a,b\n1,\"two\n3,4\n5,6\n", &Watch::default()).unwrap_err();
        assert_eq!(fault, Stop::File(FileFault::OpenQuote { line: 2 }));
        assert_eq!(open_quote("a,\"b \"\"c\"\" d\"\n5\" pipe,x\n", b','), None);
        assert_eq!(open_quote("\"\",\"\"\n", b','), None);
    }

    #[test]
    fn texts_dressed_up_for_excel_are_the_texts() {
        let grid = grid("=\"00123\",'007,=\"满意\"\n\"=\"\"5\"\"\",it's,'so' he said\n\u{1a}");
        assert_eq!(grid.rows(), 2);
        for (column, expected) in (0..).zip(["00123", "007", "满意"]) {
            assert_eq!(text(&grid, 0, column), expected);
        }
        for (column, expected) in (0..).zip(["5", "it's", "'so' he said"]) {
            assert_eq!(text(&grid, 1, column), expected);
        }
    }

    #[test]
    fn too_many_columns_name_the_cell() {
        let wide = vec!["x"; 20_000].join(",");
        let fault = read(&wide, &Watch::default()).unwrap_err();
        assert!(matches!(
            fault,
            Stop::Sheet(crate::intake::SheetFault::TooManyColumns { cell, .. }) if cell == "BXY1"
        ));
    }
}
