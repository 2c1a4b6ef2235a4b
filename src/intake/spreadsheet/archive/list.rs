//! How long the list of an archive's parts is, before anybody reads it.
//!
//! A reader believes the counts at its end, and keeps every name several times over. Here the
//! entries themselves are counted, wherever they lie.

use memchr::memmem;

use crate::intake::error::FileFault;

/// Files in one archive.
const MAX_ENTRIES: u64 = 10_000;
/// Bytes a reader keeps for a part beside its name, and how often it keeps that.
const ENTRY: u64 = 1 << 10;
const NAMES: u64 = 4;
/// An entry of the list; behind it, from its start: lengths of name, further fields, comment.
const CENTRAL: &[u8] = b"PK\x01\x02";
const LENGTHS: [usize; 3] = [28, 30, 32];
/// Where an entry of the list says how it is kept, and the bit that says: under a password.
const FLAGS: usize = 8;
const UNDER_A_PASSWORD: u64 = 1;
/// The end of the list of a large archive, and where the number of its entries stands.
const LARGE_END: &[u8] = b"PK\x06\x06";
const LARGE_COUNT: usize = 32;

/// Bytes the list takes once it is read.
pub(super) fn weight(bytes: &[u8]) -> Result<u64, FileFault> {
    let (mut entries, mut named) = (0_u64, 0_u64);
    for at in memmem::find_iter(bytes, CENTRAL) {
        entries += 1;
        named += LENGTHS
            .iter()
            .map(|length| number(bytes, at + length, 2))
            .sum::<u64>();
    }
    let claimed = memmem::find_iter(bytes, LARGE_END)
        .map(|at| number(bytes, at + LARGE_COUNT, 8))
        .fold(entries, u64::max);
    if claimed > MAX_ENTRIES {
        return Err(FileFault::Damaged(format!("{claimed} parts")));
    }
    Ok(entries * ENTRY + named * NAMES)
}

/// Whether a part is kept under a password.
pub(super) fn locked(bytes: &[u8]) -> bool {
    let mut entries = memmem::find_iter(bytes, CENTRAL);
    entries.any(|at| number(bytes, at + FLAGS, 2) & UNDER_A_PASSWORD != 0)
}

/// A little-endian number; bytes that are not there count as 0.
fn number(bytes: &[u8], at: usize, width: usize) -> u64 {
    let found = bytes.get(at..at + width).unwrap_or_default();
    found
        .iter()
        .rev()
        .fold(0, |value, byte| value << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_counted_before_anybody_believes_their_number() {
        let mut entry = b"PK\x01\x02".to_vec();
        entry.extend([0; 24]);
        entry.extend([5, 0, 1, 0, 2, 0]);
        assert_eq!(weight(&entry.repeat(3)), Ok(3 * (ENTRY + 8 * NAMES)));
        let many = entry.repeat(10_001);
        assert!(matches!(weight(&many), Err(FileFault::Damaged(_))));
        let mut end = b"PK\x06\x06".to_vec();
        end.extend([0; 28]);
        end.extend(200_000_000_u64.to_le_bytes());
        assert!(matches!(weight(&end), Err(FileFault::Damaged(_))));
    }
}
