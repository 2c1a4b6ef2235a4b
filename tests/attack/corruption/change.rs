//! Ways to corrupt a file.

use fastrand::Rng;

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
    match chance.u8(0..10) {
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
        _ => {
            // The begin of a page says how many cells it has and where.
            let (page, at) = (chance.usize(1..pages), chance.usize(..12));
            bytes[page * PAGE + at] = chance.u8(..);
            format!("byte {at} of page {page}")
        }
    }
}
