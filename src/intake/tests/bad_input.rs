//! Files that cannot be used: each is refused with one error that names the place.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::book::{archive_of, ods, sheet, with_part, xlsx};
use crate::intake::spreadsheet::MAX_UNPACKED;
use crate::intake::{FileFault, ForeignKind, IntakeError, SheetFault};

const ROWS: &[&[&str]] = &[&["客户", "质量"], &["C001", "很满意"], &["C002", "满意"]];

fn fault(name: &str, bytes: impl Into<Vec<u8>>) -> FileFault {
    match sheet(name, bytes).unwrap_err() {
        IntakeError::File { file, fault } => {
            assert_eq!(file, name);
            fault
        }
        other => panic!("{other}"),
    }
}

fn sheet_fault(name: &str, bytes: impl Into<Vec<u8>>) -> SheetFault {
    match sheet(name, bytes).unwrap_err() {
        IntakeError::Sheet { file, fault, .. } => {
            assert_eq!(file, name);
            fault
        }
        other => panic!("{other}"),
    }
}

/// A part that unpacks to this many spaces.
fn spaces(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: u64) {
    zip.start_file(name, SimpleFileOptions::default()).unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..bytes >> 20 {
        zip.write_all(&block).unwrap();
    }
}

#[test]
fn what_is_no_spreadsheet_is_named() {
    for (bytes, kind) in [
        (&b"%PDF-1.7 ..."[..], ForeignKind::Pdf),
        (b"\x89PNG\r\n\x1a\n", ForeignKind::Picture),
        (b"{\\rtf1 ...", ForeignKind::OldWord),
        (
            b"<html><body><table></table></body></html>",
            ForeignKind::Html,
        ),
        (b"<?xml version=\"1.0\"?><Workbook/>", ForeignKind::Xml),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08", ForeignKind::Unknown),
    ] {
        assert_eq!(
            fault("returns.xlsx", bytes),
            FileFault::NotASpreadsheet(kind)
        );
    }
    let word = archive_of(&[("word/document.xml", b"<w/>")]);
    assert_eq!(
        fault("a.xlsx", word),
        FileFault::NotASpreadsheet(ForeignKind::Word)
    );
    let other = archive_of(&[("photo.jpg", b"x")]);
    assert_eq!(
        fault("a.xlsx", other),
        FileFault::NotASpreadsheet(ForeignKind::Archive)
    );
    let mut locked = archive_of(&[("a.csv", b"x"), ("b.csv", b"y")]);
    let entry = memchr::memmem::rfind(&locked, b"PK\x01\x02").unwrap();
    locked[entry + 8] |= 1;
    assert_eq!(
        fault("a.zip", locked),
        FileFault::NotASpreadsheet(ForeignKind::LockedArchive)
    );
    let mail = "Received: by a.cn\r\n with x\r\nFrom: a@b.cn\r\nSubject: 回执\r\n\r\n见正文\r\n";
    assert_eq!(
        fault("a.eml", mail.as_bytes()),
        FileFault::NotASpreadsheet(ForeignKind::Mail)
    );
    assert_eq!(fault("a.xlsx", &b""[..]), FileFault::Empty);
}

#[test]
fn a_cut_off_workbook_is_said_to_be() {
    let whole = xlsx(ROWS);
    for length in [4, 100, whole.len() / 2, whole.len() - 10] {
        assert_eq!(
            fault("a.xlsx", &whole[..length]),
            FileFault::Truncated,
            "{length}"
        );
    }
}

#[test]
fn whatever_byte_is_wrong_reading_ends() {
    let whole = xlsx(ROWS);
    let mut refused = 0;
    for at in (0..whole.len()).step_by(7) {
        let mut wrong = whole.clone();
        wrong[at] ^= 0x55;
        refused += usize::from(sheet("a.xlsx", wrong).is_err());
    }
    assert!(
        refused > whole.len() / 28,
        "{refused} of {}",
        whole.len() / 7
    );
}

#[test]
fn encrypted_documents_are_said_to_be() {
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let document = archive_of(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02\x03"),
    ]);
    assert_eq!(fault("a.ods", document), FileFault::Encrypted);
}

#[test]
fn two_gigabytes_in_a_small_file_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    spaces(&mut zip, "xl/worksheets/sheet1.xml", 2 << 30);
    spaces(&mut zip, "xl/workbook.xml", 1 << 20);
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 4 << 20);
    let limit = MAX_UNPACKED;
    assert_eq!(fault("a.xlsx", bytes), FileFault::UnpacksTooLarge { limit });
}

#[test]
fn a_part_that_lies_about_its_size_is_cut_off_there() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    spaces(&mut zip, "xl/workbook.xml", 64 << 20);
    let mut bytes = zip.finish().unwrap().into_inner();
    // both headers say 100 bytes
    let size = (64_u32 << 20).to_le_bytes();
    let places: Vec<usize> = bytes
        .windows(4)
        .enumerate()
        .filter(|(_, w)| *w == size)
        .map(|(at, _)| at)
        .collect();
    assert_eq!(places.len(), 2);
    for at in places {
        bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(matches!(fault("a.xlsx", bytes), FileFault::Damaged(_)));
}

#[test]
fn shared_texts_that_claim_to_be_billions_are_refused() {
    let bytes = with_part(&xlsx(ROWS), "xl/sharedStrings.xml", |xml| {
        xml.replace("uniqueCount=\"", "uniqueCount=\"99999999999")
    });
    assert!(matches!(fault("a.xlsx", bytes), FileFault::Damaged(_)));
}

#[test]
fn a_text_without_end_is_refused() {
    let long = " ".repeat(3 << 20);
    let bytes = with_part(&xlsx(ROWS), "xl/worksheets/sheet1.xml", |xml| {
        xml.replace("<sheetData>", &format!("<sheetData>{long}"))
    });
    assert!(matches!(fault("a.xlsx", bytes), FileFault::Damaged(_)));
}

#[test]
fn repeated_cells_do_not_fill_the_memory() {
    let title = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>质量</text:p></table:table-cell></table:table-row>";
    let cell = |columns: u32| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{columns}\" office:value-type=\"float\" office:value=\"5\"/>"
        )
    };
    let table = |rows: u32, columns| {
        let cell = cell(columns);
        ods(&format!(
            "<table:table table:name=\"S\">{title}<table:table-row table:number-rows-repeated=\"{rows}\">{cell}</table:table-row></table:table>"
        ))
    };
    let wide = sheet_fault("a.ods", table(1, 16_384));
    assert!(matches!(wide, SheetFault::TooManyColumns { .. }));
    let long = sheet_fault("a.ods", table(4_000_000_000, 1_000));
    assert!(matches!(long, SheetFault::TooManyCells { .. }));
    let spaces = "<table:table table:name=\"S\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"4000000000\"/>b</text:p></table:table-cell></table:table-row></table:table>";
    assert_eq!(
        sheet("a.ods", ods(spaces)).unwrap().columns[0].title.len(),
        1_002
    );
}

#[test]
fn a_sheet_without_a_header_is_said_to_be() {
    let scores: &[&[&str]] = &[&["5", "4", "3"], &["4", "4", "5"]];
    assert_eq!(sheet_fault("a.xlsx", xlsx(scores)), SheetFault::NoHeader);
    let labels: &[&[&str]] = &[
        &["满意", "很满意"],
        &["很满意", "满意"],
        &["满意", "很满意"],
    ];
    assert_eq!(sheet_fault("a.xlsx", xlsx(labels)), SheetFault::NoHeader);
    assert_eq!(sheet_fault("a.xlsx", xlsx(&[])), SheetFault::Empty);
    assert_eq!(sheet_fault("a.csv", &b" \n , \n"[..]), SheetFault::Empty);
}

#[test]
fn twenty_thousand_columns_are_refused_at_the_first_too_many() {
    let titles: Vec<String> = (0..20_000).map(|at| format!("题{at}")).collect();
    let row: String = (0..20_000)
        .map(|_| "<c t=\"inlineStr\"><is><t>题</t></is></c>")
        .collect();
    let bytes = with_part(&xlsx(ROWS), "xl/worksheets/sheet1.xml", |xml| {
        let (before, rest) = xml.split_once("<sheetData>").unwrap();
        let (_, after) = rest.split_once("</sheetData>").unwrap();
        format!("{before}<sheetData><row>{row}</row></sheetData>{after}")
    });
    for fault in [
        sheet_fault("a.xlsx", bytes),
        sheet_fault("a.csv", titles.join(",").into_bytes()),
    ] {
        assert_eq!(
            fault,
            SheetFault::TooManyColumns {
                cell: "BXY1".to_owned(),
                limit: 2_000
            }
        );
    }
}

#[test]
fn text_in_no_encoding_names_its_line() {
    let mut bytes = "客户,质量\nC001,很满意\n".as_bytes().to_vec();
    bytes.extend(b"C002,\xFF\xFE\xB2\x20\n");
    assert_eq!(
        fault("a.csv", bytes),
        FileFault::Encoding {
            line: 3,
            chosen: None
        }
    );
    assert_eq!(
        fault("a.csv", &b"a,b\n1,\"two\n3,4\n"[..]),
        FileFault::OpenQuote { line: 2 }
    );
}
