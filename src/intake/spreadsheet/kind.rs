//! What a file really is, by its first bytes and the names inside it. Its own name is not
//! asked.

use std::sync::Arc;

use super::archive::Archive;
use super::compound::{Compound, SIGNATURE};
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::{FileFault, ForeignKind};

/// A kind of file that can be read, with what was opened to find out.
pub(super) enum FileKind {
    Xlsx(Archive),
    Xlsb(Archive),
    Ods(Archive),
    /// A text document, whose tables may be a form.
    Word(Archive),
    Xls,
    /// Probably text: what is left.
    Text,
}

const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const DOCUMENTS: [(&[u8], ForeignKind); 12] = [
    (b"%PDF", ForeignKind::Pdf),
    (b"\x89PNG", ForeignKind::Picture),
    (b"\xFF\xD8\xFF", ForeignKind::Picture),
    (b"GIF8", ForeignKind::Picture),
    (b"II*\0", ForeignKind::Picture),
    (b"MM\0*", ForeignKind::Picture),
    (b"{\\rtf", ForeignKind::OldWord),
    (b"7z\xBC\xAF\x27\x1C", ForeignKind::Archive),
    (b"Rar!", ForeignKind::Archive),
    (b"\x1F\x8B", ForeignKind::Archive),
    (b"SQLite format 3\0", ForeignKind::Unknown),
    (b"\x7FELF", ForeignKind::Unknown),
];

/// # Errors
/// [`FileFault::NotASpreadsheet`] for everything known to be something else, and what the
/// containers say of themselves.
pub(super) fn kind(bytes: &Arc<[u8]>, watch: &Watch) -> Result<FileKind, Stop> {
    if bytes.is_empty() {
        return Err(FileFault::Empty.into());
    }
    if bytes.starts_with(&SIGNATURE) {
        return Ok(compound_kind(bytes)?);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return of_archive(Archive::open(bytes.clone(), watch)?, watch);
    }
    if let Some((_, kind)) = DOCUMENTS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(FileFault::NotASpreadsheet(*kind).into());
    }
    match markup(bytes).or_else(|| mail(bytes)) {
        Some(kind) => Err(FileFault::NotASpreadsheet(kind).into()),
        None => Ok(FileKind::Text),
    }
}

fn compound_kind(bytes: &[u8]) -> Result<FileKind, FileFault> {
    let compound = Compound::open(bytes)?;
    if compound.has("EncryptedPackage") {
        return Err(FileFault::Encrypted);
    }
    if compound.has("Workbook") || compound.has("Book") {
        return Ok(FileKind::Xls);
    }
    Err(FileFault::NotASpreadsheet(match () {
        () if compound.has("WordDocument") => ForeignKind::OldWord,
        () if compound.has("PowerPoint Document") => ForeignKind::PowerPoint,
        () => ForeignKind::Unknown,
    }))
}

/// What the parts of an archive make it.
pub(super) fn of_archive(archive: Archive, watch: &Watch) -> Result<FileKind, Stop> {
    let keys: Vec<String> = archive.parts.iter().map(|part| part.key()).collect();
    let ends = |end: &str| keys.iter().any(|key| key.ends_with(end));
    if ends("workbook.bin") {
        return Ok(FileKind::Xlsb(archive));
    }
    if ends("workbook.xml") {
        return Ok(FileKind::Xlsx(archive));
    }
    if archive.find("content.xml").is_some() {
        let mime = archive.find("mimetype");
        let mime = mime.and_then(|at| archive.read(at, watch).ok());
        let is_sheet = match mime {
            Some(mime) => mime.starts_with(ODS),
            None => holds_a_spreadsheet(&archive, watch),
        };
        return match is_sheet {
            true => Ok(FileKind::Ods(archive)),
            false => Err(FileFault::NotASpreadsheet(ForeignKind::OldWord).into()),
        };
    }
    if ends("word/document.xml") {
        return Ok(FileKind::Word(archive));
    }
    Err(FileFault::NotASpreadsheet(match () {
        () if ends("ppt/presentation.xml") => ForeignKind::PowerPoint,
        () if archive.is_locked() => ForeignKind::LockedArchive,
        () => ForeignKind::Archive,
    })
    .into())
}

/// Whether an archive of OpenDocument that does not name its kind in front, as those from Google
/// do not, names it in its manifest or is one by what it holds.
fn holds_a_spreadsheet(archive: &Archive, watch: &Watch) -> bool {
    let says = |name: &str, words: &[u8]| {
        let part = archive.find(name);
        let bytes = part.and_then(|at| archive.read(at, watch).ok());
        bytes.is_some_and(|bytes| memchr::memmem::find(&bytes, words).is_some())
    };
    says("meta-inf/manifest.xml", ODS) || says("content.xml", b"<office:spreadsheet")
}

/// Bytes of the head of a mail that are looked at.
const MAIL_HEAD: usize = 8 << 10;

/// A mail: what begins with its lines and says from whom it is and what of.
fn mail(bytes: &[u8]) -> Option<ForeignKind> {
    let head = bytes.get(..bytes.len().min(MAIL_HEAD))?;
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.lines().take_while(|line| !line.trim().is_empty());
    let names: Vec<&str> = head
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split_once(':').map_or("", |(name, _)| name))
        .collect();
    let says = |name: &str| names.contains(&name);
    let all = !names.is_empty() && names.iter().all(|name| !name.is_empty());
    (all && says("from") && (says("subject") || says("date"))).then_some(ForeignKind::Mail)
}

/// Web pages and XML, which some programs call `.xls`.
fn markup(bytes: &[u8]) -> Option<ForeignKind> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = start.trim_ascii_start();
    let start = start.get(..start.len().min(64)).unwrap_or_default();
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let pages = [
        "<!doctype html",
        "<html",
        "<table",
        "<head",
        "<meta",
        "mime-version",
    ];
    if pages.iter().any(|page| start.starts_with(page)) {
        return Some(ForeignKind::Html);
    }
    start.starts_with("<?xml").then_some(ForeignKind::Xml)
}
