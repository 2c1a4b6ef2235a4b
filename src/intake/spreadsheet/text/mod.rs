//! Separated values: the only file that names csv.
//!
//! Cells stay text; whether one is a number is for whoever reads the column. Rows are counted
//! as a spreadsheet shows them: an empty line is a row, a line break inside quotes is none.

mod records;

use csv::{ReaderBuilder, StringRecord};

use self::records::Records;
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::cell::cell_name;
use crate::intake::error::{FileFault, SheetFault};
use crate::intake::grid::{Grid, GridBuilder, MAX_COLUMNS, Value};

const DELIMITERS: [u8; 4] = *b",\t;|";
/// Records looked at to find the delimiter.
const LOOKED_AT: usize = 50;
/// Bytes of them: far more than fifty records of any survey have.
const HEAD: usize = 4 << 20;
const ROWS_PER_LOOK: u64 = 2_000;
/// Fields of one record, the empty ones at its end included: as many columns as a spreadsheet
/// has.
const MAX_FIELDS: usize = 16_384;
/// Bytes the reader keeps for a field beside its text, while its list of them grows.
const FIELD: u64 = 24;

/// All cells of the text.
pub(super) fn read(text: &str, watch: &Watch) -> Result<Grid, Stop> {
    // the mark old systems put at the end of a text
    let text = text.trim_end_matches('\u{1a}');
    let delimiter = delimiter(text);
    let length = text.len() as u64;
    watch.expect(length * 2);
    weigh(text, delimiter, watch)?;
    let mut builder = GridBuilder::new(&watch.budget);
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
            watch.done(length + records.position().byte())?;
        }
    }
    Ok(builder.finish())
}

/// Walks the text once before it is read: a quote left open and a record beyond all measure
/// are found, and what the longest record takes is counted.
fn weigh(text: &str, delimiter: u8, watch: &Watch) -> Result<(), Stop> {
    let (mut bytes, mut fields, mut done) = (0, 0, 0);
    for (at, shape) in (1..).zip(Records::new(text, delimiter)) {
        if let Some(line) = shape.open_quote {
            return Err(FileFault::OpenQuote { line }.into());
        }
        if shape.fields > MAX_FIELDS {
            let row = u32::try_from(shape.line - 1).unwrap_or(u32::MAX);
            return Err(SheetFault::TooManyColumns {
                cell: cell_name(row, MAX_COLUMNS),
                limit: MAX_COLUMNS,
            }
            .into());
        }
        bytes = bytes.max(shape.bytes);
        fields = fields.max(shape.fields);
        done += shape.bytes as u64;
        if u64::is_multiple_of(at, ROWS_PER_LOOK) {
            watch.done(done)?;
        }
    }
    // the reader and the record each keep it, in lists that grow by doubling
    let kept = (bytes as u64).saturating_mul(3) + fields as u64 * FIELD;
    Ok(watch.budget.take(kept)?)
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
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
    let fit = |delimiter: u8| {
        let mut widths: Vec<usize> = Records::new(head, delimiter)
            .take(LOOKED_AT)
            .map(|record| record.fields)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Cell;
    use crate::intake::budget::{Budget, Limits};
    use crate::model::Progress;

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
            Stop::Sheet(SheetFault::TooManyColumns { cell, .. }) if cell == "BXY1"
        ));
    }

    #[test]
    fn a_record_beyond_measure_is_refused_before_it_is_kept() {
        let commas = format!("客户,质量\n{}", ",".repeat(100_000));
        let fault = read(&commas, &Watch::default()).unwrap_err();
        let (cell, limit) = ("BXY2".to_owned(), 2_000);
        assert_eq!(fault, SheetFault::TooManyColumns { cell, limit }.into());
        let limits = Limits {
            bytes: 1_000_000,
            ..Limits::default()
        };
        let watch = Watch::new(&Progress::default(), Budget::new(limits));
        let long = format!("客户,质量\n甲,{}\n", "x".repeat(400_000));
        let limit = limits.bytes;
        let fault = read(&long, &watch).unwrap_err();
        assert_eq!(fault, FileFault::TakesTooMuch { limit }.into());
    }

    #[test]
    fn reading_ends_when_it_is_no_longer_wanted() {
        let progress = Progress::default();
        progress.cancel();
        let text = "a,b\n".repeat(5_000);
        let watch = Watch::new(&progress, Budget::default());
        assert_eq!(read(&text, &watch).unwrap_err(), Stop::Cancelled);
    }
}
