//! Which files are our own work, so that a second run may replace what the first one wrote and
//! nothing that anybody else made or changed.
//!
//! Each carries a mark with the digest of everything else in it, where its format has room for
//! remarks. Whatever changes a byte leaves a mark that does not fit.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::format::WRITERS;
use super::mark::Mark;

/// Nothing we write is larger.
const LARGEST: u64 = 256 << 20;

/// How files of this kind carry their mark, if any do, and how many bytes stand behind it.
fn known(bytes: &[u8]) -> Option<(Mark, usize)> {
    let mut marks = WRITERS.iter().filter_map(|writer| writer.mark);
    let mark = marks.find(|mark| bytes.starts_with(mark.begins))?;
    Some((mark, (mark.behind)(bytes)?))
}

/// The file with its mark, if it is of a kind that carries one.
pub fn marked(mut bytes: Vec<u8>) -> Vec<u8> {
    let Some((mark, behind)) = known(&bytes) else {
        return bytes;
    };
    let length = remark(mark, &[]).len();
    if !(mark.announce)(&mut bytes, length) {
        return bytes;
    }
    if let Some(at) = bytes.len().checked_sub(behind) {
        let remark = remark(mark, &bytes);
        bytes.splice(at..at, remark);
    }
    bytes
}

/// Whether the file is one we wrote and nobody changed since.
pub fn by_us(path: &Path) -> bool {
    let ordinary = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() < LARGEST);
    ordinary && fs::read(path).is_ok_and(|bytes| ours(&bytes))
}

/// Whether the mark belongs to what is around it.
fn ours(bytes: &[u8]) -> bool {
    let Some((mark, behind)) = known(bytes) else {
        return false;
    };
    let length = remark(mark, &[]).len();
    let Some(begin) = bytes.len().checked_sub(behind + length) else {
        return false;
    };
    let (body, rest) = bytes.split_at(begin);
    let (found, tail) = rest.split_at(length);
    found == remark(mark, &[body, tail].concat())
}

/// The mark of everything else in the file.
fn remark(mark: Mark, bytes: &[u8]) -> Vec<u8> {
    let digest = Sha256::digest(bytes);
    let digest: String = digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    (mark.of)(&digest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::mark::MAKER;

    fn kept(name: &str, bytes: &[u8]) -> bool {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        by_us(&path)
    }

    fn picture() -> Vec<u8> {
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        png.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82");
        png
    }

    fn page() -> Vec<u8> {
        b"%PDF-1.7\n<< /Creator(Manyi) >>\nstartxref\n9\n%%EOF".to_vec()
    }

    fn book() -> Vec<u8> {
        use rust_xlsxwriter::{DocProperties, Workbook};

        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "one").unwrap();
        book.set_properties(&DocProperties::new().set_comment(MAKER));
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn what_carries_our_mark_is_ours_until_a_byte_changes() {
        for plain in [picture(), b"<svg></svg>\n".to_vec(), page(), book()] {
            assert!(!kept("a", &plain));
            let marked = marked(plain);
            assert!(ours(&marked));
            for at in 0..marked.len() {
                let mut changed = marked.clone();
                changed[at] ^= 1;
                assert!(!ours(&changed), "byte {at}");
            }
            let length = marked.len();
            let longer = [&marked[..], b"\n"].concat();
            for changed in [&marked[1..], &marked[..length - 1], &longer] {
                assert!(!kept("a", changed));
            }
            assert!(kept("a", &marked));
        }
    }

    #[test]
    fn the_mark_of_a_picture_is_a_sound_chunk() {
        let marked = marked(picture());
        let at = memchr::memmem::find(&marked, b"tEXt").unwrap();
        let length = u32::from_be_bytes(marked[at - 4..at].try_into().unwrap()) as usize;
        assert_eq!(&marked[at + 4 + length + 4 + 4..][..4], b"IEND");
        assert!(marked.ends_with(b"IEND\xae\x42\x60\x82"));
    }

    #[test]
    fn the_mark_of_a_page_parts_none_of_its_last_three_lines() {
        let marked = marked(page());
        let text = String::from_utf8(marked.clone()).unwrap();
        let lines: Vec<&str> = text.lines().rev().collect();
        assert_eq!(lines[..3], ["%%EOF", "9", "startxref"], "{text}");
        assert!(lines[3].starts_with("% Manyi "), "{text}");
        assert!(!ours(&[&marked[..], b"signature %%EOF"].concat()));
        assert!(!kept("a.pdf", b"%PDF-1.7\n<< /Creator(Word) >>\n%%EOF\n"));
        assert!(!kept("a.pdf", b"a letter"));
    }

    #[test]
    fn a_workbook_with_its_mark_is_a_sound_archive() {
        let (plain, marked) = (book(), marked(book()));
        let names = |bytes: Vec<u8>| {
            let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            let names: Vec<String> = archive
                .file_names()
                .map(|name| name.unwrap().into_owned())
                .collect();
            (names, archive.comment().to_vec())
        };
        let ((before, none), (after, comment)) = (names(plain), names(marked));
        assert_eq!(before, after);
        assert!(none.is_empty() && comment.starts_with(b"Manyi "));
    }
}
