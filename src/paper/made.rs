//! Which files are our own work, so that a second run may replace what the first one wrote and
//! nothing that anybody else made or changed.
//!
//! Each carries a mark with the digest of everything else in it, where its format has room for
//! remarks: pictures in a chunk or comment, pages in a comment before their last three lines (which
//! nothing may part), workbooks in the comment of their archive. Whatever changes a byte leaves a mark that does not fit.

use std::fs;
use std::path::Path;

use flate2::Crc;
use sha2::{Digest, Sha256};

/// What the files name as their maker.
pub(super) const MAKER: &str = "Manyi";

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The last chunk of every PNG: length, name, checksum.
const PNG_END: usize = 12;

/// The last three lines of every PDF begin so; readers look for them as they are, one after the
/// other (ISO 32000-1, 7.5.5).
const PDF_END: &[u8] = b"startxref";

/// The last record of every archive begins so; without a comment it has this many bytes.
const ZIP_END: &[u8] = b"PK\x05\x06";
const ZIP_END_LENGTH: usize = 22;

/// Nothing we write is larger.
const LARGEST: u64 = 256 << 20;

/// A kind of file that has room for a mark.
struct Kind {
    /// The mark of everything else in the file.
    mark: fn(&[u8]) -> Vec<u8>,
    /// Bytes that stand behind it.
    behind: usize,
}

impl Kind {
    fn of(bytes: &[u8]) -> Option<Self> {
        let kind = |mark, behind| Some(Self { mark, behind });
        if bytes.starts_with(PNG) {
            return kind(png_mark, PNG_END);
        }
        if bytes.starts_with(b"<svg") {
            return kind(svg_mark, 0);
        }
        if bytes.starts_with(b"%PDF-") {
            let end = memchr::memmem::rfind(bytes, PDF_END)?;
            return kind(pdf_mark, bytes.len() - end);
        }
        bytes.starts_with(b"PK").then_some(Self {
            mark: zip_mark,
            behind: 0,
        })
    }

    fn length(&self) -> usize {
        (self.mark)(&[]).len()
    }
}

/// The file with its mark, if it is of a kind that carries one.
pub fn marked(mut bytes: Vec<u8>) -> Vec<u8> {
    let Some(kind) = Kind::of(&bytes) else {
        return bytes;
    };
    if bytes.starts_with(b"PK") && !announced(&mut bytes, kind.length()) {
        return bytes;
    }
    if let Some(at) = bytes.len().checked_sub(kind.behind) {
        let mark = (kind.mark)(&bytes);
        bytes.splice(at..at, mark);
    }
    bytes
}

/// Says in the last record of an archive that a comment follows; `false` where one does.
fn announced(bytes: &mut [u8], length: usize) -> bool {
    let end = bytes.len().checked_sub(ZIP_END_LENGTH);
    let end = end.and_then(|at| bytes.get_mut(at..));
    match (end, u16::try_from(length)) {
        (Some([record @ .., low, high]), Ok(length)) if record.starts_with(ZIP_END) => {
            [*low, *high] = length.to_le_bytes();
            true
        }
        _ => false,
    }
}

/// Whether the file is one we wrote and nobody changed since.
pub fn by_us(path: &Path) -> bool {
    let ordinary = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() < LARGEST);
    ordinary && fs::read(path).is_ok_and(|bytes| ours(&bytes))
}

/// Whether the mark belongs to what is around it.
fn ours(bytes: &[u8]) -> bool {
    let Some(kind) = Kind::of(bytes) else {
        return false;
    };
    let length = kind.length();
    let Some(begin) = bytes.len().checked_sub(kind.behind + length) else {
        return false;
    };
    let (body, rest) = bytes.split_at(begin);
    let (found, tail) = rest.split_at(length);
    found == (kind.mark)(&[body, tail].concat())
}

fn svg_mark(bytes: &[u8]) -> Vec<u8> {
    format!("<!-- {MAKER} {} -->\n", digest(bytes)).into_bytes()
}

/// A comment may stand wherever white space may.
fn pdf_mark(bytes: &[u8]) -> Vec<u8> {
    format!("% {MAKER} {}\n", digest(bytes)).into_bytes()
}

fn zip_mark(bytes: &[u8]) -> Vec<u8> {
    format!("{MAKER} {}", digest(bytes)).into_bytes()
}

/// A chunk of text, as the format has them.
fn png_mark(bytes: &[u8]) -> Vec<u8> {
    let named = format!("tEXtSoftware\0{MAKER} {}", digest(bytes));
    let mut crc = Crc::new();
    crc.update(named.as_bytes());
    let length = u32::try_from(named.len() - 4).unwrap_or_default();
    let mut chunk = length.to_be_bytes().to_vec();
    chunk.extend(named.as_bytes());
    chunk.extend(crc.sum().to_be_bytes());
    chunk
}

fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(name: &str, bytes: &[u8]) -> bool {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        by_us(&path)
    }

    fn picture() -> Vec<u8> {
        let mut png = PNG.to_vec();
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
