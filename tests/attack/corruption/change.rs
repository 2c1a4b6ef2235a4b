//! Ways to corrupt a file.

use fastrand::Rng;
use rusqlite::Connection;

/// What an SQLite file of ours is divided into, and what a disk writes as a whole.
const PAGE: usize = 4_096;
const SECTOR: usize = 512;

/// Changes one byte and says which.
pub fn one_byte(bytes: &mut [u8], chance: &mut Rng) -> String {
    let at = chance.usize(..bytes.len());
    let was = bytes[at];
    let is = match chance.bool() {
        true => was ^ (1 << chance.u8(..8)),
        false => was.wrapping_add(chance.u8(1..=255)),
    };
    bytes[at] = is;
    format!("byte {at} from {was} to {is}")
}

/// Corrupts it in any way and says how.
pub fn any(bytes: &mut Vec<u8>, chance: &mut Rng) -> String {
    let pages = bytes.len() / PAGE;
    match chance.u8(0..11) {
        0..=2 => one_byte(bytes, chance),
        3 => {
            let times = chance.usize(2..50);
            (0..times).for_each(|_| {
                one_byte(bytes, chance);
            });
            format!("{times} bytes")
        }
        4 => {
            let at = chance.usize(..100);
            bytes[at] = chance.u8(..);
            format!("byte {at} of the header to {}", bytes[at])
        }
        5 => {
            let (at, fill) = (
                chance.usize(..bytes.len() / SECTOR),
                chance.choice([0, 0xff]),
            );
            bytes[at * SECTOR..(at + 1) * SECTOR].fill(fill.unwrap_or_default());
            format!("sector {at} filled with {fill:?}")
        }
        6 => {
            let at = chance.usize(..pages);
            chance.fill(&mut bytes[at * PAGE..(at + 1) * PAGE]);
            format!("page {at} of noise")
        }
        7 => {
            let (a, b) = (chance.usize(..pages), chance.usize(..pages));
            let page = bytes[a * PAGE..(a + 1) * PAGE].to_vec();
            bytes.copy_within(b * PAGE..(b + 1) * PAGE, a * PAGE);
            bytes[b * PAGE..(b + 1) * PAGE].copy_from_slice(&page);
            format!("pages {a} and {b} exchanged")
        }
        8 => {
            let length = chance.usize(..bytes.len());
            bytes.truncate(length);
            format!("cut to {length}")
        }
        9 => rows_deleted(bytes, chance),
        _ => {
            // The begin of a page says how many cells it has and where.
            let (page, at) = (chance.usize(1..pages), chance.usize(..12));
            bytes[page * PAGE + at] = chance.u8(..);
            format!("byte {at} of page {page}")
        }
    }
}

/// Deletes some rows of a table, as another program does it, and says which.
pub fn rows_deleted(bytes: &mut Vec<u8>, chance: &mut Rng) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.manyi");
    std::fs::write(&path, &bytes).unwrap();
    let db = Connection::open(&path).unwrap();
    db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    let mut tables = texts(&db, tables);
    tables.retain(|table| !texts(&db, &format!("SELECT '' FROM {table} LIMIT 1")).is_empty());
    let table = chance.choice(tables).unwrap();
    let key = format!("SELECT name FROM pragma_table_info('{table}') WHERE pk");
    let key = texts(&db, &key).join(", ");
    let (count, from) = (chance.u8(1..4), chance.u8(..));
    let sql = format!(
        "DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} LIMIT {count}
         OFFSET {from} % (SELECT count(*) FROM {table}))"
    );
    db.execute_batch(&sql).unwrap();
    drop(db);
    *bytes = std::fs::read(&path).unwrap();
    format!("{count} rows of {table} from row {from} on deleted")
}

fn texts(db: &Connection, sql: &str) -> Vec<String> {
    let mut query = db.prepare(sql).unwrap();
    let rows = query.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}
