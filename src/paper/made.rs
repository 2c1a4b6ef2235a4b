//! Which files are our own work, so that a second run may replace what the first one wrote and
//! nothing that anybody else made or changed.
//!
//! Pictures carry a mark with the digest of everything else in them. PDFs name their creator,
//! and whatever is signed or noted in one later stands behind its first end. Workbooks say in
//! their properties what made them, and when they were last saved.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use flate2::Crc;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

/// What the files name as their maker.
pub(super) const MAKER: &str = "Manyi";

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The last chunk of every PNG: length, name, checksum.
const PNG_END: usize = 12;

/// Nothing we write is larger.
const LARGEST: u64 = 256 << 20;

/// The file with its mark, if it is of a kind that carries one.
pub fn marked(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(PNG) && bytes.len() > PNG.len() + PNG_END {
        let end = bytes.len() - PNG_END;
        let mark = png_mark(&bytes);
        bytes.splice(end..end, mark);
    } else if bytes.starts_with(b"<svg") {
        let mark = svg_mark(&bytes);
        bytes.extend(mark);
    }
    bytes
}

/// Whether the file is one we wrote and nobody changed since.
pub fn by_us(path: &Path) -> bool {
    let ordinary = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() < LARGEST);
    ordinary && fs::read(path).is_ok_and(|bytes| ours(&bytes, path))
}

fn ours(bytes: &[u8], path: &Path) -> bool {
    if bytes.starts_with(PNG) {
        return unmarked(bytes, PNG_END, png_mark(&[]).len(), png_mark);
    }
    if bytes.starts_with(b"<svg") {
        return unmarked(bytes, 0, svg_mark(&[]).len(), svg_mark);
    }
    if bytes.starts_with(b"%PDF-") {
        let ends = memchr::memmem::find_iter(bytes, b"%%EOF").count();
        let creator = format!("/Creator({MAKER})");
        return ends == 1 && memchr::memmem::find(bytes, creator.as_bytes()).is_some();
    }
    bytes.starts_with(b"PK") && untouched(path).unwrap_or(false)
}

/// Whether the mark, `behind` bytes before the end, belongs to what is around it.
fn unmarked(bytes: &[u8], behind: usize, length: usize, mark: fn(&[u8]) -> Vec<u8>) -> bool {
    let Some(begin) = bytes.len().checked_sub(behind + length) else {
        return false;
    };
    let (body, rest) = bytes.split_at(begin);
    let (found, tail) = rest.split_at(length);
    found == mark(&[body, tail].concat())
}

fn svg_mark(bytes: &[u8]) -> Vec<u8> {
    format!("<!-- {MAKER} {} -->\n", digest(bytes)).into_bytes()
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

/// A workbook of ours that no program saved again; `None` when it cannot be told.
fn untouched(path: &Path) -> Option<bool> {
    let mut archive = ZipArchive::new(File::open(path).ok()?).ok()?;
    let core = archive.by_name("docProps/core.xml").ok()?;
    let mut text = String::new();
    core.take(1 << 16).read_to_string(&mut text).ok()?;
    let value = |name: &str| {
        let (_, rest) = text.split_once(&format!("<{name}"))?;
        let (_, rest) = rest.split_once('>')?;
        Some(rest.split_once('<')?.0.to_owned())
    };
    let never_saved = value("dcterms:created")? == value("dcterms:modified")?;
    Some(never_saved && value("dc:description")? == MAKER)
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

    #[test]
    fn what_carries_our_mark_is_ours_until_a_byte_changes() {
        for plain in [picture(), b"<svg></svg>\n".to_vec()] {
            assert!(!kept("a", &plain));
            let marked = marked(plain);
            assert!(kept("a", &marked));
            for at in 0..marked.len() {
                let mut changed = marked.clone();
                changed[at] ^= 1;
                assert!(!kept("a", &changed), "byte {at}");
            }
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
    fn a_page_is_ours_until_somebody_signs_it() {
        let page = b"%PDF-1.7\n<< /Creator(Manyi) >>\n%%EOF\n";
        assert!(kept("a.pdf", page));
        assert!(!kept("a.pdf", &[&page[..], b"signature %%EOF"].concat()));
        assert!(!kept("a.pdf", b"%PDF-1.7\n<< /Creator(Word) >>\n%%EOF\n"));
        assert!(!kept("a.pdf", b"a letter"));
    }

    #[test]
    fn a_workbook_is_ours_until_it_is_saved_again() {
        use rust_xlsxwriter::{DocProperties, Workbook};

        let book = |maker: &str| {
            let mut book = Workbook::new();
            book.add_worksheet();
            book.set_properties(&DocProperties::new().set_comment(maker));
            book.save_to_buffer().unwrap()
        };
        assert!(kept("a.xlsx", &book(MAKER)));
        assert!(!kept("a.xlsx", &book("Somebody")));
    }
}
