//! An `.xlsb` put together by hand: an archive of binary records.

use super::book::{archive_of, cells, sheet, titles};

fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let kind = match kind {
        0..0x80 => vec![kind as u8],
        _ => vec![kind as u8 | 0x80, (kind >> 7) as u8],
    };
    let length = u8::try_from(body.len()).unwrap();
    assert!(length < 0x80, "one byte of a length");
    [&kind[..], &[length], body].concat()
}

/// A text: its length, and UTF-16.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let bytes = units.iter().flat_map(|unit| unit.to_le_bytes());
    let length = (units.len() as u32).to_le_bytes();
    length.into_iter().chain(bytes).collect()
}

fn cell(kind: u16, column: u32, value: &[u8]) -> Vec<u8> {
    let place = [column, 0].map(u32::to_le_bytes).concat();
    record(kind, &[&place[..], value].concat())
}

fn row(at: u32, cells: &[Vec<u8>]) -> Vec<u8> {
    let head = [&at.to_le_bytes()[..], &[0; 21]].concat();
    [record(0, &head), cells.concat()].concat()
}

/// 客户, 质量, 意见 and two returns: shared texts, texts of their own, and numbers.
pub fn xlsb() -> Vec<u8> {
    const RELATIONS: &str =
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    let texts = ["客户", "质量", "意见", "C001"];
    let count = [4_u32, 4].map(u32::to_le_bytes).concat();
    let shared: Vec<Vec<u8>> = texts
        .iter()
        .map(|text| record(0x13, &[vec![0], wide(text)].concat()))
        .collect();
    let shared = [record(0x9F, &count), shared.concat(), record(0xA0, &[])].concat();
    let listed = [
        [0_u32, 1].map(u32::to_le_bytes).concat(),
        wide("r1"),
        wide("S"),
    ]
    .concat();
    let book = [record(0x9C, &listed), record(0x90, &[]), record(0x84, &[])].concat();
    let shared_cell = |column: u32| cell(7, column, &column.to_le_bytes());
    let rows = [
        row(0, &[shared_cell(0), shared_cell(1), shared_cell(2)]),
        row(
            1,
            &[
                cell(7, 0, &3_u32.to_le_bytes()),
                cell(5, 1, &4.5_f64.to_le_bytes()),
                cell(6, 2, &wide("很好")),
            ],
        ),
        row(
            2,
            &[
                cell(6, 0, &wide("C002")),
                cell(2, 1, &(5_u32 << 2 | 2).to_le_bytes()),
            ],
        ),
    ];
    let sheet = [
        record(0x81, &[]),
        record(0x94, &[0; 16]),
        record(0x91, &[]),
        rows.concat(),
        record(0x92, &[]),
    ];
    archive_of(&[
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", RELATIONS.as_bytes()),
        ("xl/sharedStrings.bin", &shared),
        ("xl/worksheets/sheet1.bin", &sheet.concat()),
    ])
}

#[test]
fn a_binary_workbook_is_read() {
    let read = sheet("a.xlsb", xlsb()).unwrap();
    assert_eq!(titles(&read), ["客户", "质量", "意见"]);
    assert_eq!(cells(&read), [["C001", "4.5", "很好"], ["C002", "5", ""]]);
}
