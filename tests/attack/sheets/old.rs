//! The old format of Excel: records in a stream, sectors in a file.

use std::fs;
use std::path::Path;

use super::Sheet;

/// A sheet with all its rows and columns filled.
pub const FULL: Sheet = Sheet {
    name: "full.xls",
    write: |path, rows| write(path, &stream(rows as u16)),
    few: 500,
    full: 65_535,
};

const COLUMNS: u16 = 256;
const SECTOR: usize = 512;
const LINKS: usize = SECTOR / 4;
const END: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;
const FREE: u32 = 0xFFFF_FFFF;

fn record(stream: &mut Vec<u8>, kind: u16, body: &[u8]) {
    stream.extend(kind.to_le_bytes());
    stream.extend((body.len() as u16).to_le_bytes());
    stream.extend(body);
}

fn begin(stream: &mut Vec<u8>, kind: u8) {
    record(stream, 0x0809, &[&[0, 6, kind, 0][..], &[0; 12]].concat());
}

/// Rows of whole numbers, one record a row.
fn stream(rows: u16) -> Vec<u8> {
    let mut stream = Vec::new();
    begin(&mut stream, 5);
    // where the sheet begins: behind this record and the end of the globals
    let start = stream.len() as u32 + 14 + 4;
    let sheet = [&start.to_le_bytes()[..], &[0, 0, 2, 0], b"S1"].concat();
    record(&mut stream, 0x0085, &sheet);
    record(&mut stream, 0x000A, &[]);
    begin(&mut stream, 0x10);
    for row in 0..rows {
        let mut body = [row.to_le_bytes(), [0, 0]].concat();
        for column in 0..COLUMNS {
            let number = (u32::from(row) + u32::from(column)) << 2 | 2;
            body.extend([0, 0]);
            body.extend(number.to_le_bytes());
        }
        body.extend((COLUMNS - 1).to_le_bytes());
        record(&mut stream, 0x00BD, &body);
    }
    record(&mut stream, 0x000A, &[]);
    stream.resize(stream.len().max(4_096).next_multiple_of(SECTOR), 0);
    stream
}

/// Header, directory, stream, tables of sectors, and their own list.
fn write(path: &Path, stream: &[u8]) {
    let sectors = stream.len() / SECTOR;
    let tables = (sectors + sectors / 50 + 8).div_ceil(LINKS - 1);
    let lists = tables.saturating_sub(109).div_ceil(LINKS - 1);
    let first_table = 1 + sectors as u32;
    let first_list = first_table + tables as u32;
    // the directory, then the stream
    let mut links = vec![END];
    links.extend(2..first_table);
    links.push(END);
    links.extend(vec![TABLE; tables]);
    links.extend(vec![0xFFFF_FFFC; lists]);
    links.resize(tables * LINKS, FREE);
    let ids: Vec<u32> = (0..tables as u32).map(|at| first_table + at).collect();

    let mut file = header(&ids, lists, first_list);
    let mut directory = entry("Root Entry", 5, END, 0);
    directory.extend(entry("Workbook", 2, 1, stream.len() as u32));
    directory.resize(SECTOR, 0);
    file.extend(directory);
    file.extend(stream);
    file.extend(links.iter().flat_map(|link| link.to_le_bytes()));
    for (at, list) in (1..).zip(ids.get(109..).unwrap_or_default().chunks(LINKS - 1)) {
        let mut list = list.to_vec();
        list.resize(LINKS - 1, FREE);
        let last = at as usize == lists;
        list.push(if last { END } else { first_list + at });
        file.extend(list.iter().flat_map(|id| id.to_le_bytes()));
    }
    fs::write(path, file).unwrap();
}

fn header(ids: &[u32], lists: usize, first_list: u32) -> Vec<u8> {
    let mut header = vec![0; SECTOR];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[24..30].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF]);
    header[30..34].copy_from_slice(&[9, 0, 6, 0]);
    let mut put = |at: usize, number: u32| {
        header[at..at + 4].copy_from_slice(&number.to_le_bytes());
    };
    put(44, ids.len() as u32);
    put(48, 0);
    put(56, 4096);
    put(60, END);
    put(68, if lists > 0 { first_list } else { END });
    put(72, lists as u32);
    for place in 0..109 {
        put(76 + place * 4, ids.get(place).copied().unwrap_or(FREE));
    }
    header
}

fn entry(name: &str, kind: u8, start: u32, size: u32) -> Vec<u8> {
    let mut entry = vec![0; 128];
    for (at, unit) in name.encode_utf16().enumerate() {
        entry[at * 2..at * 2 + 2].copy_from_slice(&unit.to_le_bytes());
    }
    entry[64] = (name.len() as u8 + 1) * 2;
    entry[66] = kind;
    for link in [68, 72, 76] {
        entry[link..link + 4].copy_from_slice(&FREE.to_le_bytes());
    }
    if kind == 5 {
        entry[76..80].copy_from_slice(&1_u32.to_le_bytes());
    }
    entry[116..120].copy_from_slice(&start.to_le_bytes());
    entry[120..124].copy_from_slice(&size.to_le_bytes());
    entry
}
