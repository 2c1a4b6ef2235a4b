//! Mails and archives give up the returns that lie in them: spreadsheets and scans, each in a
//! folder nobody else may look into, beside a note where they came from.
//!
//! What is unpacked is bounded in number, size and depth, whatever the archive says of itself.
//! One that is more, or is no archive at all, stays as it is, and is refused as what it is.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use mail_parser::{MessageParser, MimeHeaders, PartType};
use zip::ZipArchive;

use super::endings::{is_scan, is_sheet};
use crate::files::PrivateFolder;
use crate::intake::file::{self, MAX_FILE_BYTES};
use crate::model::{ImportBatch, Progress, ReturnFile, SourceFile};

const HEAD: &str = "manyi-unpacked-";
/// Says where what lies beside it came from.
const FROM: &str = "from";
/// Files an archive may hold.
const MOST: usize = 1_000;
/// Bytes all of them may take.
const ROOM: u64 = 512 << 20;
/// Archives in mails in archives.
const DEPTH: usize = 3;
/// Where a Mac keeps what it knows of files beside them.
pub(super) const MAC: &str = "__MACOSX";
/// A picture smaller than this is no scan but the sign below a mail.
const SCAN: usize = 60 << 10;

/// What a mail or an archive came to; its files are gone when this is.
#[derive(Clone, Debug)]
pub struct Unpacked {
    _folder: Arc<PrivateFolder>,
    pub files: Vec<PathBuf>,
    /// Files that are no returns.
    pub skipped: usize,
}

impl Unpacked {
    /// Its scans and pictures, and everything else.
    pub fn sorted(&self) -> [Vec<PathBuf>; 2] {
        let all = self.files.iter().cloned();
        let (scans, files) = all.partition(|it: &PathBuf| is_scan(it));
        [scans, files]
    }
}

/// Whether a file is a mail or an archive, by its name.
pub fn is_packed(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ["eml", "zip"]
        .iter()
        .any(|it| ending.eq_ignore_ascii_case(it))
}

/// Unpacks a mail or an archive; `None` for what is neither, holds no return, or more than is
/// unpacked.
///
/// # Errors
/// What the system says of the file or of the temporary folder.
pub fn unpack(path: &Path) -> io::Result<Option<Unpacked>> {
    let bytes = read(path)?;
    let mut held = Holding::default();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if held.open(&name, &bytes, 0).is_none() || held.found.is_empty() {
        return Ok(None);
    }
    let folder = PrivateFolder::make(&std::env::temp_dir(), HEAD)?;
    fs::write(
        folder.path().join(FROM),
        path.as_os_str().as_encoded_bytes(),
    )?;
    let mut files = Vec::with_capacity(held.found.len());
    for (at, (name, bytes)) in held.found.into_iter().enumerate() {
        // Two of one name do not meet.
        let place = folder.path().join(at.to_string());
        fs::create_dir(&place)?;
        let file = place.join(name);
        fs::write(&file, bytes)?;
        files.push(file);
    }
    Ok(Some(Unpacked {
        _folder: Arc::new(folder),
        files,
        skipped: held.skipped,
    }))
}

/// The mail or archive a file was unpacked from.
pub fn brought_by(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?.parent()?;
    let ours = folder.parent() == Some(&std::env::temp_dir())
        && folder.file_name()?.to_string_lossy().starts_with(HEAD);
    let from = fs::read(folder.join(FROM)).ok().filter(|_| ours)?;
    Some(PathBuf::from(String::from_utf8(from).ok()?))
}

/// What a file is called for people: one that was unpacked by the mail or archive that brought
/// it, and its name there.
pub fn shown(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    match brought_by(path) {
        Some(packed) => packed.join(name).display().to_string(),
        None => path.display().to_string(),
    }
}

/// Keeps the mail or archive beside every return it brought.
pub fn lay_beside(batch: &mut ImportBatch, mail: &SourceFile) {
    let files = (0..batch.returns.len()).map(|returned| ReturnFile {
        returned,
        file: mail.clone(),
        sealed: false,
    });
    batch.files.extend(files);
}

/// The same for what a file was unpacked from, if it was. Where that cannot be read any more,
/// what it brought is kept all the same.
pub fn lay_mail_beside(batch: &mut ImportBatch, path: &Path, progress: &Progress) {
    let mail = brought_by(path).map(|it| file::read(&it, progress));
    if let Some(Ok(mail)) = mail {
        lay_beside(batch, &mail);
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What was found so far.
#[derive(Default)]
struct Holding {
    found: Vec<(String, Vec<u8>)>,
    skipped: usize,
    seen: usize,
    bytes: u64,
}

impl Holding {
    /// Looks into a mail or an archive; `None` when it is none, or too much.
    fn open(&mut self, name: &str, bytes: &[u8], depth: usize) -> Option<()> {
        if depth >= DEPTH || bytes.len() as u64 > MAX_FILE_BYTES {
            return None;
        }
        match Path::new(name).extension()?.to_ascii_lowercase().to_str()? {
            "zip" => self.archive(bytes, depth),
            "eml" => self.mail(bytes, depth),
            _ => None,
        }
    }

    fn archive(&mut self, bytes: &[u8], depth: usize) -> Option<()> {
        let mut archive = ZipArchive::new(io::Cursor::new(bytes)).ok()?;
        for at in 0..archive.len() {
            let mut member = archive.by_index(at).ok()?;
            if member.is_dir() || is_hidden(member.name_raw()) {
                continue;
            }
            let name = name_of(member.name_raw());
            let mut bytes = Vec::new();
            // What it says of its size may be anything.
            let room = ROOM.saturating_sub(self.bytes);
            (&mut member).take(room + 1).read_to_end(&mut bytes).ok()?;
            self.take(name, bytes, depth)?;
        }
        Some(())
    }

    fn mail(&mut self, bytes: &[u8], depth: usize) -> Option<()> {
        let mail = MessageParser::default().parse(bytes)?;
        for part in mail.attachments() {
            if let PartType::Message(inner) = &part.body {
                self.take("mail.eml".to_owned(), inner.raw_message().to_vec(), depth)?;
            } else if let Some(name) = part.attachment_name() {
                self.take(last(name), part.contents().to_vec(), depth)?;
            }
        }
        Some(())
    }

    /// One file of it.
    fn take(&mut self, name: String, bytes: Vec<u8>, depth: usize) -> Option<()> {
        self.seen += 1;
        self.bytes = self.bytes.saturating_add(bytes.len() as u64);
        if self.seen > MOST || self.bytes > ROOM {
            return None;
        }
        let path = Path::new(&name);
        if is_packed(path) {
            // One that cannot be opened is a file like any other.
            if self.open(&name, &bytes, depth + 1).is_none() {
                self.skipped += 1;
            }
        } else if is_sheet(path) || (is_scan(path) && bytes.len() >= SCAN) {
            self.found.push((name, bytes));
        } else {
            self.skipped += 1;
        }
        Some(())
    }
}

/// The name of a file in an archive: programs of one country write it in its own encoding.
fn name_of(raw: &[u8]) -> String {
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(raw).0.into_owned(),
    };
    last(&text)
}

/// Whether it is a note of the system or of an office program, not a file of the user.
fn is_hidden(raw: &[u8]) -> bool {
    let path = String::from_utf8_lossy(raw).replace('\\', "/");
    let name = path.rsplit('/').next().unwrap_or_default();
    name.starts_with('.') || name.starts_with("~$") || path.split('/').any(|it| it == MAC)
}

/// The name alone, without folders and what no file may be called.
fn last(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let fits = |it: &char| !it.is_control() && !"<>:\"|?*".contains(*it);
    let name: String = name.chars().filter(fits).take(120).collect();
    match name.trim_matches(['.', ' ']) {
        "" => "file".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = ZipWriter::new(io::Cursor::new(Vec::new()));
        for (name, bytes) in files {
            archive
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn mail(name: &str, content: &str) -> String {
        format!(
            "From: a@b.cn\r\nSubject: =?GB2312?B?tPC+7Q==?=\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n\
             Content-Type: text/plain\r\n\r\nsee below\r\n--x\r\n\
             Content-Type: application/octet-stream\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{content}\r\n--x--\r\n"
        )
    }

    fn names(unpacked: &Unpacked) -> Vec<String> {
        let name = |it: &PathBuf| it.file_name().unwrap().to_string_lossy().into_owned();
        unpacked.files.iter().map(name).collect()
    }

    #[test]
    fn a_mail_and_an_archive_give_up_their_returns_and_leave_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("reply.eml");
        std::fs::write(&path, mail("a.csv", "x,y\r\n1,2")).unwrap();
        let unpacked = unpack(&path).unwrap().unwrap();
        assert_eq!(names(&unpacked), ["a.csv"]);
        let file = unpacked.files[0].clone();
        assert_eq!(
            std::fs::read_to_string(&file).unwrap().trim_end(),
            "x,y\r\n1,2"
        );
        assert_eq!(brought_by(&file), Some(path.clone()));
        assert_eq!(brought_by(&path), None);
        assert_eq!(shown(&file), path.join("a.csv").display().to_string());
        assert_eq!(shown(&path), path.display().to_string());
        drop(unpacked);
        assert!(!file.exists());

        let inner = mail("b.csv", "x");
        let logo = vec![0; 1_000];
        let all = zipped(&[
            ("out/../../a.csv", b"x"),
            ("deep/a.csv", b"y"),
            ("reply.eml", inner.as_bytes()),
            ("logo.png", &logo),
            ("readme.txt", b"z"),
        ]);
        let path = folder.path().join("all.zip");
        std::fs::write(&path, all).unwrap();
        let unpacked = unpack(&path).unwrap().unwrap();
        assert_eq!(names(&unpacked), ["a.csv", "a.csv", "b.csv"]);
        assert_eq!(unpacked.skipped, 2);
        let inside = |it: &PathBuf| it.starts_with(std::env::temp_dir());
        assert!(unpacked.files.iter().all(inside));
    }

    #[test]
    fn an_archive_without_end_is_left_as_it_is() {
        let mut held = Holding::default();
        // Archives in archives.
        let mut nested = zipped(&[("a.csv", b"x")]);
        for _ in 0..DEPTH + 1 {
            nested = zipped(&[("more.zip", &nested)]);
        }
        held.open("nested.zip", &nested, 0).unwrap();
        assert!(held.found.is_empty());
        // More files than anybody sends.
        let many: Vec<String> = (0..MOST + 1).map(|at| format!("{at}.csv")).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|it| (it.as_str(), &b"x"[..])).collect();
        assert!(
            Holding::default()
                .open("many.zip", &zipped(&many), 0)
                .is_none()
        );
        // What is no archive.
        assert!(
            Holding::default()
                .open("a.zip", b"PK\x03\x04 cut", 0)
                .is_none()
        );
        assert!(Holding::default().open("a.csv", b"x", 0).is_none());
    }

    #[test]
    fn names_of_an_archive_are_read_in_the_encoding_they_are_in() {
        assert_eq!(name_of("a/客户.csv".as_bytes()), "客户.csv");
        assert_eq!(
            name_of(&[0xbf, 0xcd, 0xbb, 0xa7, b'.', b'x', b'l', b's']),
            "客户.xls"
        );
        assert_eq!(name_of(b"..\\..\\con|x?.csv"), "conx.csv");
        assert_eq!(name_of(b"..."), "file");
    }
}
