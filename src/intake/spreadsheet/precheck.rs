//! What the reader of workbooks believes without asking, checked before it does.
//!
//! It reserves room for as many shared texts as the file says it has, and writes out every
//! formula a name stands for, names within names.

use super::archive::Archive;
use super::stop::Stop;
use super::styles;
use super::watch::Watch;

/// Bytes from the start of the shared texts within which their count stands.
const HEAD: usize = 4 << 10;
/// Bytes of a record that describes one sheet: its name has 31 characters at most.
const MAX_SHEET_RECORD: usize = 4 << 10;
/// Records of the binary workbook: a name with its formula, and the list of other files.
const NAME: u16 = 0x0027;
const EXTERN_SHEET: u16 = 0x016A;
const BUNDLE_SHEET: u16 = 0x009C;

/// Parts that are looked into and handed on as they were read, or as what is needed of them; a
/// larger one is read again.
const HANDED_ON: u64 = 1 << 20;

/// Looks into the parts of a workbook that its reader believes, and tells what it is given in
/// their place.
pub(super) fn parts(archive: &Archive, watch: &Watch) -> Result<Vec<(usize, Vec<u8>)>, Stop> {
    let mut replaced = shared_texts(archive, watch)?;
    let styles = archive.find("xl/styles.xml");
    let small = |at: &usize| {
        archive
            .parts
            .get(*at)
            .is_some_and(|it| it.size <= HANDED_ON)
    };
    if let Some(at) = styles.filter(small) {
        let styles = whole(archive, at, watch)?;
        replaced.push((at, styles::of_numbers(&styles).unwrap_or(styles)));
    }
    Ok(replaced)
}

/// Refuses shared texts that claim to be more than could fit into their bytes.
fn shared_texts(archive: &Archive, watch: &Watch) -> Result<Vec<(usize, Vec<u8>)>, Stop> {
    let mut read = Vec::new();
    let found = archive
        .parts
        .iter()
        .enumerate()
        .filter(|(_, part)| part.key().ends_with("sharedstrings.xml"));
    for (index, part) in found {
        let small = part.size <= HANDED_ON;
        let bytes = match small {
            true => whole(archive, index, watch)?,
            false => head(archive, index, watch)?,
        };
        let head = bytes.get(..HEAD).unwrap_or(&bytes);
        let claim = claimed_count(head).ok_or_else(|| Stop::damaged(&part.name))?;
        if claim > part.size {
            return Err(Stop::damaged(format!("{claim} shared texts")));
        }
        watch.budget.take(claim * size_of::<String>() as u64)?;
        if small {
            read.push((index, bytes));
        }
    }
    Ok(read)
}

/// All of a part, as it was packed: nobody behind this looks at its checksum again.
fn whole(archive: &Archive, index: usize, watch: &Watch) -> Result<Vec<u8>, Stop> {
    let bytes = archive.read(index, watch)?;
    let mut crc = flate2::Crc::new();
    crc.update(&bytes);
    match archive.parts.get(index) {
        Some(part) if part.crc != crc.sum() => Err(Stop::damaged(&part.name)),
        Some(_) | None => Ok(bytes),
    }
}

/// The first bytes of a larger part.
fn head(archive: &Archive, index: usize, watch: &Watch) -> Result<Vec<u8>, Stop> {
    let mut head = vec![0; HEAD];
    if let Some(mut reader) = archive.reader(index, watch) {
        let read = std::io::Read::read_exact(&mut reader, &mut head);
        read.map_err(|error| watch.cause(|| Stop::broken(&error)))?;
    }
    Ok(head)
}

/// The largest `uniqueCount` in the head of the shared texts, 0 without one; `None` if their
/// opening tag is not in there.
fn claimed_count(head: &[u8]) -> Option<u64> {
    let head = std::str::from_utf8(head)
        .or_else(|error| std::str::from_utf8(head.get(..error.valid_up_to()).unwrap_or_default()))
        .ok()?;
    let (_, tag) = head.split_once("sst")?;
    tag.split_once('>')?;
    let claims = head.split("uniqueCount").skip(1).map(|after| {
        let digits = after.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '>');
        let end = digits.find(|c: char| !c.is_ascii_digit());
        let digits = digits
            .get(..end.unwrap_or(digits.len()))
            .unwrap_or_default();
        if digits.is_empty() {
            0
        } else {
            digits.parse().unwrap_or(u64::MAX)
        }
    });
    Some(claims.max().unwrap_or(0))
}

/// A binary workbook without its defined names, which no import needs.
pub(super) fn without_names(workbook: &[u8]) -> Result<Vec<u8>, Stop> {
    let mut kept = Vec::with_capacity(workbook.len());
    let mut rest = workbook;
    while !rest.is_empty() {
        let (kind, body, length) =
            record(rest).ok_or(Stop::File(crate::intake::error::FileFault::Truncated))?;
        if kind == BUNDLE_SHEET && body > MAX_SHEET_RECORD {
            return Err(Stop::damaged("the name of a sheet"));
        }
        let (bytes, after) = rest.split_at(length);
        if kind != NAME && kind != EXTERN_SHEET {
            kept.extend(bytes);
        }
        rest = after;
    }
    Ok(kept)
}

/// Kind, length of the body and whole length of the record at the start of `bytes`.
fn record(bytes: &[u8]) -> Option<(u16, usize, usize)> {
    let mut at = 1;
    let first = *bytes.first()?;
    let mut kind = u16::from(first);
    if first & 0x80 != 0 {
        kind = u16::from(first & 0x7F) | (u16::from(*bytes.get(1)? & 0x7F) << 7);
        at = 2;
    }
    let mut body = 0_usize;
    for shift in [0, 7, 14, 21] {
        let byte = *bytes.get(at)?;
        at += 1;
        body |= usize::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    let length = at.checked_add(body)?;
    (length <= bytes.len()).then_some((kind, body, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_read_from_the_opening_tag() {
        let head = br#"<?xml version="1.0"?><sst count="9" uniqueCount="12345"><si>"#;
        assert_eq!(claimed_count(head), Some(12_345));
        assert_eq!(claimed_count(b"<sst><si/></sst>"), Some(0));
        assert_eq!(claimed_count(b"<!-- nothing -->"), None);
        let absurd = br#"<sst uniqueCount="999999999999999999999999">"#;
        assert_eq!(claimed_count(absurd), Some(u64::MAX));
    }

    #[test]
    fn names_are_left_out_of_a_binary_workbook() {
        let begin = [0x83, 0x01, 0];
        let name = [0x27, 2, 1, 2];
        let end = [0x84, 0x01, 0];
        let workbook = [&begin[..], &name, &end].concat();
        assert_eq!(
            without_names(&workbook).unwrap(),
            [&begin[..], &end].concat()
        );
        assert!(without_names(&[0x27, 200]).is_err());
    }
}
