//! An `.xls` put together by hand: records, and the sectors they lie in.

use super::book::{cells, sheet, titles};
use crate::intake::{FileFault, IntakeError};

const SECTOR: usize = 512;
const END: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const FAT: u32 = 0xFFFF_FFFD;

pub fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
}

fn begin(kind: u16) -> Vec<u8> {
    let mut body = vec![0; 16];
    body[..2].copy_from_slice(&0x0600_u16.to_le_bytes());
    body[2..4].copy_from_slice(&kind.to_le_bytes());
    record(0x0809, &body)
}

fn text(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = (units.len() as u16).to_le_bytes().to_vec();
    bytes.push(1);
    bytes.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    bytes
}

fn at(row: u16, column: u16, format: u16) -> Vec<u8> {
    [row, column, format]
        .iter()
        .flat_map(|n| n.to_le_bytes())
        .collect()
}

pub fn number(row: u16, column: u16, format: u16, value: f64) -> Vec<u8> {
    record(
        0x0203,
        &[at(row, column, format), value.to_le_bytes().to_vec()].concat(),
    )
}

pub fn shared(row: u16, column: u16, index: u32) -> Vec<u8> {
    record(
        0x00FD,
        &[at(row, column, 0), index.to_le_bytes().to_vec()].concat(),
    )
}

/// Workbook stream of one sheet with shared texts and the records of its cells.
pub fn stream(globals: &[u8], texts: &[&str], cells: &[u8]) -> Vec<u8> {
    let shared: Vec<u8> = texts.iter().flat_map(|one| text(one)).collect();
    let count = (texts.len() as u32).to_le_bytes();
    let shared = record(0x00FC, &[&count[..], &count, &shared].concat());
    let general = record(0x00E0, &[0; 20]);
    let mut date = vec![0; 20];
    date[2] = 14;
    let date = record(0x00E0, &date);
    let head = [begin(5), globals.to_vec(), general, date, shared].concat();
    let name = [&[0, 0, 2, 0][..], b"S1"].concat();
    let sheet_at = (head.len() + 4 + 4 + name.len() + 4) as u32;
    let bound = record(0x0085, &[&sheet_at.to_le_bytes()[..], &name].concat());
    let end = record(0x000A, &[]);
    [head, bound, end.clone(), begin(16), cells.to_vec(), end].concat()
}

/// A compound file that holds one stream. `links` may break its chain of sectors.
pub fn compound(name: &str, stream: &[u8], links: impl Fn(&mut Vec<u32>)) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    let sectors = stream.len() / SECTOR;
    let tables = (sectors + 2).div_ceil(SECTOR / 4 - 1);
    // tables first, then the directory, then the stream
    let mut fat = vec![FAT; tables];
    fat.push(END);
    let first = fat.len() as u32;
    fat.extend((1..sectors as u32).map(|next| first + next));
    fat.push(END);
    fat.resize(tables * SECTOR / 4, FREE);
    links(&mut fat);
    let mut header = vec![0; SECTOR];
    header[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    for (at, value) in [(24, 0x3E), (26, 3), (28, 0xFFFE), (30, 9), (32, 6)] {
        header[at..at + 2].copy_from_slice(&u16::to_le_bytes(value));
    }
    for (at, value) in [
        (44, tables as u32),
        (48, tables as u32),
        (56, 4096),
        (60, END),
        (68, END),
    ] {
        header[at..at + 4].copy_from_slice(&u32::to_le_bytes(value));
    }
    for entry in 0..109_usize {
        let value = if entry < tables { entry as u32 } else { FREE };
        header[76 + entry * 4..80 + entry * 4].copy_from_slice(&value.to_le_bytes());
    }
    let table = fat.iter().flat_map(|link| link.to_le_bytes());
    let root = entry("Root Entry", 5, END, 0);
    let own = entry(name, 2, first, stream.len() as u32);
    let directory = [root, own, vec![0; 256]].concat();
    header
        .into_iter()
        .chain(table)
        .chain(directory)
        .chain(stream)
        .collect()
}

fn entry(name: &str, kind: u8, start: u32, size: u32) -> Vec<u8> {
    let mut entry = vec![0; 128];
    for (at, unit) in name.encode_utf16().enumerate() {
        entry[at * 2..at * 2 + 2].copy_from_slice(&unit.to_le_bytes());
    }
    entry[64] = (name.len() as u8 + 1) * 2;
    entry[66] = kind;
    entry[116..120].copy_from_slice(&start.to_le_bytes());
    entry[120..124].copy_from_slice(&size.to_le_bytes());
    entry
}

pub fn xls(stream: &[u8]) -> Vec<u8> {
    compound("Workbook", stream, |_| ())
}

/// 客户, 质量, 日期 and one return.
pub fn sample(globals: &[u8]) -> Vec<u8> {
    let cells = [
        shared(0, 0, 0),
        shared(0, 1, 1),
        shared(0, 2, 2),
        shared(1, 0, 3),
        number(1, 1, 0, 4.0),
        number(1, 2, 1, 46_203.0),
    ];
    stream(globals, &["客户", "质量", "日期", "C001"], &cells.concat())
}

fn fault(bytes: Vec<u8>) -> FileFault {
    match sheet("returns.xls", bytes).unwrap_err() {
        IntakeError::File { file, fault } => {
            assert_eq!(file, "returns.xls");
            fault
        }
        other => panic!("{other}"),
    }
}

#[test]
fn an_old_workbook_is_read() {
    let read = sheet("a.xls", xls(&sample(&[]))).unwrap();
    assert_eq!(titles(&read), ["客户", "质量", "日期"]);
    assert_eq!(cells(&read), [["C001", "4", "2026-06-30"]]);
    assert_eq!(read.cell_name(&read.columns[1], 0), "B2");
}

#[test]
fn days_counted_from_1904_are_the_same_days() {
    let mode_1904 = record(0x0022, &[1, 0]);
    let read = sheet("a.xls", xls(&sample(&mode_1904))).unwrap();
    assert_eq!(cells(&read)[0][2], "2030-07-01");
}

#[test]
fn an_encrypted_old_workbook_is_said_to_be() {
    let with_key = record(0x002F, &[1, 0, 1, 0, 1, 0]);
    assert_eq!(fault(xls(&sample(&with_key))), FileFault::Encrypted);
    let obfuscated = record(0x002F, &[0, 0, 0x34, 0x12, 0x78, 0x56]);
    assert_eq!(fault(xls(&sample(&obfuscated))), FileFault::Encrypted);
    let package = compound("EncryptedPackage", &[0; 5000], |_| ());
    assert_eq!(fault(package), FileFault::Encrypted);
}

#[test]
fn sectors_in_a_circle_are_damage_and_no_endless_file() {
    // the directory, the stream and the table may each lead back to themselves
    let circle = |at: usize, to: u32| compound("Workbook", &sample(&[]), move |fat| fat[at] = to);
    for (at, to) in [(1, 1), (5, 3), (2, 2), (9, 2)] {
        assert!(
            matches!(fault(circle(at, to)), FileFault::Damaged(_)),
            "{at} to {to}"
        );
    }
    assert!(matches!(
        fault(circle(4, 9_000)),
        FileFault::Damaged(_) | FileFault::Truncated
    ));
    let mut small = xls(&sample(&[]))[..1024].to_vec();
    small[68..72].copy_from_slice(&0_u32.to_le_bytes());
    assert!(matches!(
        fault(small),
        FileFault::Damaged(_) | FileFault::Truncated
    ));
}

#[test]
fn a_small_stream_that_claims_gigabytes_is_damage() {
    let mut bytes = xls(&sample(&[]));
    // small sectors: 4 billion of them, in a chain that leads back to itself
    bytes[60..64].copy_from_slice(&2_u32.to_le_bytes());
    bytes[64..68].copy_from_slice(&u32::MAX.to_le_bytes());
    let root = 2 * SECTOR;
    bytes[root + 116..root + 120].copy_from_slice(&2_u32.to_le_bytes());
    bytes[root + 120..root + 124].copy_from_slice(&u32::MAX.to_le_bytes());
    bytes[SECTOR + 8..SECTOR + 12].copy_from_slice(&2_u32.to_le_bytes());
    assert!(matches!(fault(bytes), FileFault::Damaged(_)));
}

#[test]
fn cells_in_far_corners_do_not_fill_the_memory() {
    let corners = [number(0, 0, 0, 1.0), number(65_535, 65_535, 0, 1.0)].concat();
    let read = sheet("a.xls", xls(&stream(&[], &[], &corners)));
    assert!(matches!(read, Err(IntakeError::Sheet { .. })));
    let mut claim = vec![0; 14];
    claim[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    claim[10..12].copy_from_slice(&256_u16.to_le_bytes());
    let claims = [record(0x0200, &claim), number(0, 0, 0, 1.0)].concat();
    assert!(matches!(
        fault(xls(&stream(&[], &[], &claims))),
        FileFault::Damaged(_)
    ));
    // first row behind the last one
    claim[..4].copy_from_slice(&9_u32.to_le_bytes());
    claim[4..8].copy_from_slice(&5_u32.to_le_bytes());
    let claims = [record(0x0200, &claim), number(0, 0, 0, 1.0)].concat();
    assert!(matches!(
        fault(xls(&stream(&[], &[], &claims))),
        FileFault::Damaged(_)
    ));
}

#[test]
fn one_long_text_used_ever_so_often_does_not_fill_the_memory() {
    let long = "很".repeat(5_000);
    let cells: Vec<u8> = (0..65_535).flat_map(|row| shared(row, 0, 0)).collect();
    let bytes = xls(&stream(&[], &[&long], &cells));
    assert!(bytes.len() < 2 << 20);
    assert!(matches!(fault(bytes), FileFault::TakesTooMuch { .. }));
}

#[test]
fn a_cut_off_old_workbook_is_said_to_be() {
    let whole = xls(&sample(&[]));
    assert_eq!(
        fault(whole[..whole.len() - 2 * SECTOR].to_vec()),
        FileFault::Truncated
    );
    assert_eq!(fault(whole[..300].to_vec()), FileFault::Truncated);
    let mut stream = sample(&[]);
    stream.truncate(stream.len() - 20);
    stream.extend([0x03, 0x02, 0xFF, 0x7F]);
    assert!(matches!(
        fault(xls(&stream)),
        FileFault::Truncated | FileFault::Damaged(_)
    ));
}

#[test]
fn whatever_byte_is_wrong_reading_ends() {
    let whole = xls(&sample(&[]));
    let mut outcomes = [0, 0];
    for at in (0..whole.len().min(3 * SECTOR + 700)).step_by(3) {
        for value in [0x00, 0x01, 0xFF] {
            let mut wrong = whole.clone();
            wrong[at] = value;
            outcomes[usize::from(sheet("a.xls", wrong).is_ok())] += 1;
        }
    }
    assert!(outcomes[0] > 0 && outcomes[1] > 0, "{outcomes:?}");
}
