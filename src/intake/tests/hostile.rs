//! Files made to fill the memory or never to end, each kind small and at a small cost: what
//! does not fit is refused, with the place as far as it is known.

use std::fmt::Write;
use std::time::Duration;

use super::book::{archive_of, ods, with_part, xlsx};
use super::old_excel::{compound, number, record, stream};
use super::returned::{context, three_items};
use crate::intake::{
    FileFault, IntakeError, Limits, Sheet, SheetFault, Spreadsheet, customers, kept, mapping,
    returns,
};
use crate::model::{Cancelled, Progress, Target};

const ROWS: &[&[&str]] = &[
    &["客户", "质量稳定性"],
    &["C001", "很满意"],
    &["C002", "满意"],
];
const SMALL: u64 = 4 << 20;

fn within(bytes: u64) -> Limits {
    Limits {
        bytes,
        ..Limits::default()
    }
}

/// All sheets of a file, read as far as they can be.
fn read(name: &str, bytes: Vec<u8>, limits: Limits) -> Result<Vec<Sheet>, IntakeError> {
    let progress = Progress::default();
    let mut opened = Spreadsheet::open_within(name, &bytes.into(), &progress, limits)?;
    (0..opened.sheets().len())
        .map(|at| opened.read(at, &progress))
        .collect()
}

/// Why nothing came of it.
fn refused(name: &str, bytes: Vec<u8>) -> IntakeError {
    assert!(bytes.len() < SMALL as usize, "{} bytes", bytes.len());
    read(name, bytes, within(SMALL)).unwrap_err()
}

fn file_fault(error: IntakeError) -> FileFault {
    match error {
        IntakeError::File { fault, .. } => fault,
        other => panic!("{other}"),
    }
}

fn cell_fault(error: IntakeError) -> String {
    match error {
        IntakeError::Sheet {
            fault: SheetFault::TakesTooMuch { cell, limit },
            ..
        } => {
            assert_eq!(limit, SMALL);
            cell
        }
        other => panic!("{other}"),
    }
}

/// The sheet with other rows behind the ones it has.
fn with_rows(rows: &str) -> Vec<u8> {
    with_part(&xlsx(ROWS), "xl/worksheets/sheet1.xml", |xml| {
        xml.replace("</sheetData>", &format!("{rows}</sheetData>"))
    })
}

#[test]
fn distinct_values_without_end_name_the_cell_at_which_they_were_too_many() {
    let mut csv = "客户,质量\n".to_owned();
    for row in 0..60_000 {
        writeln!(csv, "K{row:09},很满意").unwrap();
    }
    let cell = cell_fault(refused("a.csv", csv.into_bytes()));
    assert!(cell.starts_with('A') && cell.len() > 4, "{cell}");
    let rows: String = (4..90_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"B{row}\"><v>{row}.5</v></c></row>"))
        .collect();
    let cell = cell_fault(refused("a.xlsx", with_rows(&rows)));
    assert!(cell.starts_with('B') && cell.len() > 4, "{cell}");
}

#[test]
fn one_record_or_cell_without_end_is_refused_before_it_is_held() {
    let limit = SMALL;
    let long = format!("客户,质量\n甲,{}\n", "x".repeat(1_500_000));
    let fault = file_fault(refused("a.csv", long.clone().into_bytes()));
    assert_eq!(fault, FileFault::TakesTooMuch { limit });
    // where there is room for it, it is still more than a cell holds
    let fault = read("a.csv", long.into_bytes(), Limits::default()).unwrap_err();
    let IntakeError::Sheet { fault, .. } = fault else {
        panic!("{fault}");
    };
    assert!(matches!(fault, SheetFault::LongText { cell, .. } if cell == "B2"));
}

#[test]
fn what_a_reader_holds_as_a_whole_is_refused_before_it_does() {
    let many = "<><x> -- ]] ?".repeat(200_000);
    let texts = "<r><t>很满意</t></r>".repeat(2_000_000);
    for rows in [
        format!("<!--{many}-->"),
        format!("<row a=\"{many}\"/>"),
        format!("<row><c t=\"inlineStr\"><is><t><![CDATA[{many}]]></t></is></c></row>"),
        format!("<?x {many}?>"),
        format!("<row><c t=\"inlineStr\"><is>{texts}</is></c></row>"),
    ] {
        let error = refused("a.xlsx", with_rows(&rows));
        let start: String = rows.chars().take(20).collect();
        assert!(
            matches!(file_fault(error), FileFault::Damaged(_)),
            "{start}"
        );
    }
}

#[test]
fn shared_texts_are_counted_as_they_come() {
    let limit = SMALL;
    let texts = "<si><t>a</t></si>".repeat(100_000);
    let bytes = with_part(&xlsx(ROWS), "xl/sharedStrings.xml", |xml| {
        xml.replace("</sst>", &format!("{texts}</sst>"))
    });
    assert_eq!(
        file_fault(refused("a.xlsx", bytes)),
        FileFault::TakesTooMuch { limit }
    );
    let claim = with_part(&xlsx(ROWS), "xl/sharedStrings.xml", |xml| {
        let xml = xml.replace("uniqueCount=\"", "uniqueCount=\"20000");
        xml.replace("</sst>", &format!("{}</sst>", " ".repeat(900_000)))
    });
    assert_eq!(
        file_fault(refused("a.xlsx", claim)),
        FileFault::TakesTooMuch { limit }
    );
}

#[test]
fn sheets_that_share_a_part_are_not_read_without_end() {
    // 2 MB of rows, and 400 sheets that lead to them
    let rows = "<row><c><v>5</v></c></row>".repeat(80_000);
    let sheets: String = (2..400)
        .map(|at| format!("<sheet name=\"S{at}\" sheetId=\"{at}\" r:id=\"rId1\"/>"))
        .collect();
    let bytes = with_part(&with_rows(&rows), "xl/workbook.xml", |xml| {
        xml.replace("</sheets>", &format!("{sheets}</sheets>"))
    });
    let mut opened = Spreadsheet::open("a.xlsx", &bytes.into(), &Progress::default()).unwrap();
    assert_eq!(opened.sheets().len(), 399);
    let faults = (0..399).filter_map(|at| opened.read(at, &Progress::default()).err());
    let first = faults.map(file_fault).next();
    assert_eq!(first, Some(FileFault::ReadTooOften));
}

#[test]
fn the_list_of_an_archive_is_counted_before_it_is_read() {
    let name = "n".repeat(60_000);
    let parts: Vec<String> = (0..20).map(|at| format!("{name}{at}")).collect();
    let parts: Vec<_> = parts.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let fault = file_fault(refused("a.xlsx", archive_of(&parts)));
    assert_eq!(fault, FileFault::TakesTooMuch { limit: SMALL });
}

#[test]
fn rows_and_cells_of_an_open_document_are_counted_before_they_are_kept() {
    let title = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>质量</text:p></table:table-cell></table:table-row>";
    let numbers = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"40\" office:value-type=\"float\" office:value=\"5\"/></table:table-row>";
    let table = |rows: &str| format!("<table:table table:name=\"S\">{title}{rows}</table:table>");
    cell_fault(refused("a.ods", ods(&table(numbers))));
    // many tables that fit alone
    let fitting = numbers.replace("1000000", "10000");
    let error = refused("a.ods", ods(&table(&fitting).repeat(10)));
    assert!(matches!(
        error,
        IntakeError::Sheet { .. } | IntakeError::File { .. }
    ));
    let cells = "<table:table-cell office:value-type=\"float\" office:value=\"5\"/>".repeat(90_000);
    let row = format!("<table:table-row>{cells}</table:table-row>");
    let limit = SMALL;
    assert_eq!(
        file_fault(refused("a.ods", ods(&table(&row)))),
        FileFault::TakesTooMuch { limit }
    );
    // nothing, four billion times, is nothing
    let blank = "<table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell office:value-type=\"string\" office:string-value=\" \"/></table:table-row>";
    let blanks = "<table:table-cell/>".repeat(90_000);
    let blanks = format!("<table:table-row>{blanks}</table:table-row>");
    let read = read(
        "a.ods",
        ods(&table(&(blank.to_owned() + &blanks))),
        within(SMALL),
    );
    assert_eq!(read.unwrap()[0].columns.len(), 1);
}

#[test]
fn an_old_workbook_is_weighed_before_it_is_unfolded() {
    let limit = SMALL;
    let corners = [number(0, 0, 0, 1.0), number(60_000, 200, 0, 1.0)].concat();
    let mut claim = vec![0; 14];
    claim[4..8].copy_from_slice(&60_000_u32.to_le_bytes());
    claim[10..12].copy_from_slice(&200_u16.to_le_bytes());
    let claim = [record(0x0200, &claim), number(0, 0, 0, 1.0)].concat();
    let formula = record(0x0006, &[0; 8_000]).repeat(60);
    for cells in [corners, claim, formula] {
        let bytes = compound("Workbook", &stream(&[], &[], &cells), |_| {});
        assert_eq!(
            file_fault(refused("a.xls", bytes)),
            FileFault::TakesTooMuch { limit }
        );
    }
    let sheets = record(0x0085, b"\0\0\0\0\0\0\x02\0S1").repeat(10_000);
    let bytes = compound("Workbook", &stream(&sheets, &[], &[]), |_| {});
    assert_eq!(
        file_fault(refused("a.xls", bytes)),
        FileFault::TakesTooMuch { limit }
    );
}

#[test]
fn sheets_that_are_dropped_leave_their_room_to_the_next() {
    let rows: Vec<[String; 1]> = (0..5_000).map(|row| [format!("答案 {row}")]).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| vec![row[0].as_str()]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let names: Vec<String> = (0..30).map(|at| format!("S{at}")).collect();
    let sheets: Vec<(&str, &[&[&str]])> = names
        .iter()
        .map(|name| (name.as_str(), rows.as_slice()))
        .collect();
    let bytes = super::book::workbook(&sheets);
    let progress = Progress::default();
    let limits = within(SMALL + bytes.len() as u64);
    let mut opened = Spreadsheet::open_within("a.xlsx", &bytes.into(), &progress, limits).unwrap();
    for at in 0..30 {
        let read = opened.grid(at, &progress);
        assert_eq!(read.unwrap().rows(), 5_000, "sheet {at}");
    }
}

#[test]
fn time_that_runs_out_is_said() {
    let limits = Limits {
        time: Duration::ZERO,
        ..Limits::default()
    };
    let csv = "客户,质量\n".repeat(5_000).into_bytes();
    for (name, bytes) in [("a.xlsx", xlsx(ROWS)), ("a.csv", csv)] {
        let fault = file_fault(read(name, bytes, limits).unwrap_err());
        assert_eq!(fault, FileFault::TakesTooLong { seconds: 0 }, "{name}");
    }
}

/// A sheet of many rows with one long text in each.
fn wordy() -> Sheet {
    let long = "意见".repeat(200);
    let mut csv = "客户,质量,意见\n".to_owned();
    for row in 0..2_000 {
        writeln!(csv, "K{row:05},很满意,{long}").unwrap();
    }
    let mut sheets = read("a.csv", csv.into_bytes(), Limits::default()).unwrap();
    sheets.remove(0)
}

#[test]
fn returns_are_counted_before_they_are_made() {
    let (sheet, questionnaire) = (wordy(), three_items());
    let progress = Progress::default();
    let mapping = mapping::propose(&sheet, &questionnaire, &[], None, &progress).unwrap();
    let context = context(&questionnaire, &[]);
    let read = |limits| returns::read_within(&sheet, &mapping, &context, &progress, limits);
    let imported = read(Limits::default()).unwrap();
    assert_eq!(imported.returns.len(), 2_000);
    // what the sheet takes and what is made of it share one budget
    let (held, whole) = (sheet.spent().bytes, imported.spent.bytes);
    assert!(whole > held + 100_000, "{held} and {whole}");
    assert_eq!(read(within(whole)).unwrap().returns.len(), 2_000);
    let error = read(within(held + 100_000)).unwrap_err();
    assert!(matches!(
        error,
        IntakeError::Sheet {
            fault: SheetFault::TakesTooMuch { .. },
            ..
        }
    ));
    let none = Limits {
        time: Duration::ZERO,
        ..Limits::default()
    };
    assert!(matches!(
        file_fault(read(none).unwrap_err()),
        FileFault::TakesTooLong { .. }
    ));
    progress.cancel();
    let cancelled = returns::read(&sheet, &mapping, &context, &progress).unwrap_err();
    assert_eq!(cancelled, IntakeError::Cancelled(Cancelled));
    let cancelled = mapping::propose(&sheet, &questionnaire, &[], None, &progress);
    assert_eq!(cancelled, Err(Cancelled));
}

#[test]
fn what_is_kept_of_a_private_sheet_is_counted_as_it_grows() {
    // a text of 30 kB that lies in the workbook once, and stands there 2,000 times
    let long = "备".repeat(10_000);
    let row = ["很满意", "13800138000", long.as_str()];
    let rows: Vec<&[&str]> = (0..2_000).map(|_| &row[..]).collect();
    let head: &[&str] = &["质量", "手机", "备注"];
    let sheet = read(
        "a.xlsx",
        xlsx(&[&[head], &rows[..]].concat()),
        Limits::default(),
    );
    let (sheet, questionnaire) = (sheet.unwrap().remove(0), three_items());
    let progress = Progress::default();
    let mut mapping = mapping::propose(&sheet, &questionnaire, &[], None, &progress).unwrap();
    mapping.columns[2].target = Target::Ignore;
    assert_eq!(mapping.columns[1].target, Target::Private);
    let keep = |limits| kept::without_private_within(&sheet, &mapping, &progress, limits);
    let kept = keep(Limits::default()).unwrap().unwrap();
    assert!(kept.len() < 1 << 20, "{}", kept.len());
    let kept = kept::unpacked(kept.into()).unwrap();
    assert!(kept.len() > 2_000 * 30_000, "{}", kept.len());
    let text = String::from_utf8(kept.to_vec()).unwrap();
    assert!(!text.contains("138"));
    assert!(text.starts_with("\u{feff}质量,,备注\n很满意,,备"));
    let Err(IntakeError::Sheet { fault, .. }) = keep(within(20 << 20)) else {
        panic!("kept");
    };
    assert!(matches!(fault, SheetFault::TakesTooMuch { cell, .. } if cell.starts_with('C')));
    progress.cancel();
    let cancelled = keep(Limits::default()).unwrap_err();
    assert_eq!(cancelled, IntakeError::Cancelled(Cancelled));
}

#[test]
fn elements_inside_each_other_without_end_are_refused() {
    let deep = "<a>".repeat(100_000);
    let error = refused("a.xlsx", with_rows(&deep));
    assert!(matches!(file_fault(error), FileFault::Damaged(_)));
    let table = format!("<table:table table:name=\"S\"><table:table-row>{deep}");
    let error = refused("a.ods", ods(&table));
    assert!(matches!(file_fault(error), FileFault::Damaged(_)));
}

#[test]
fn customers_are_counted_before_they_are_made() {
    let sheet = wordy();
    let progress = Progress::default();
    let read = |limits| customers::read_within(&sheet, &progress, limits);
    assert_eq!(read(Limits::default()).unwrap().customers.len(), 2_000);
    let error = read(within(sheet.spent().bytes + 100_000)).unwrap_err();
    assert!(matches!(
        error,
        IntakeError::Sheet {
            fault: SheetFault::TakesTooMuch { .. },
            ..
        }
    ));
    progress.cancel();
    let cancelled = customers::read(&sheet, &progress).unwrap_err();
    assert_eq!(cancelled, IntakeError::Cancelled(Cancelled));
}
