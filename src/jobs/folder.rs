//! A folder that is taken in: the spreadsheets and scans that lie in it and in its subfolders, as a
//! firm keeps one for each region or month.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use super::endings::{SCANS, SHEETS};
use super::endings::{is_scan, is_sheet};
use super::unpack::{MAC, Unpacked, is_packed, unpack};

/// What files and folders come to.
#[derive(Clone, Debug, Default)]
pub struct Unfolded {
    pub files: Vec<PathBuf>,
    /// Scans and pictures of folders: forms that were printed may be among them.
    pub scans: Vec<PathBuf>,
    /// Files of folders that are no spreadsheets, or only mark one as open in another program.
    pub skipped: usize,
    /// Some of it was a folder.
    pub folders: bool,
    /// Mails and archives whose files are among them, and gone with this.
    pub unpacked: Vec<Unpacked>,
}

/// Folders in folders that are looked into.
const DEPTH: usize = 8;
/// Files of one folder at most: more are no returns, but somebody's whole disk.
const MOST: usize = 20_000;

/// Puts the spreadsheets of a folder, by name, in its place; files stay as they are.
///
/// # Errors
/// What the system says of a folder that cannot be looked into, and of one with too many files.
pub fn unfold(paths: &[PathBuf]) -> io::Result<Unfolded> {
    let mut all = Unfolded::default();
    for path in paths {
        if !path.is_dir() {
            add(&mut all, path.clone())?;
            continue;
        }
        all.folders = true;
        let mut found = Vec::new();
        walk(path, DEPTH, &mut found)?;
        for path in found {
            if is_sheet(&path) || is_packed(&path) {
                add(&mut all, path)?;
            } else if is_scan(&path) {
                all.scans.push(path);
            } else {
                all.skipped += 1;
            }
        }
    }
    all.scans.sort();
    Ok(all)
}

/// The files below a folder: its own by name, then those of its subfolders. Links to folders may
/// lead in a circle, and hidden folders are not the user's.
fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) =
        entries.into_iter().partition(|it| it.is_dir());
    found.extend(files);
    if found.len() > MOST {
        let what = folder.display();
        return Err(io::Error::other(format!("{what}: > {MOST}")));
    }
    let hidden = |it: &PathBuf| {
        let name = it.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with('.') || name == MAC
    };
    for inner in folders {
        if depth > 0 && !inner.is_symlink() && !hidden(&inner) {
            walk(&inner, depth - 1, found)?;
        }
    }
    Ok(())
}

/// A file as it is, or what lies in it where it is a mail or an archive.
fn add(all: &mut Unfolded, path: PathBuf) -> io::Result<()> {
    let unpacked = match is_packed(&path) {
        true => unpack(&path)?,
        false => None,
    };
    match unpacked {
        Some(unpacked) => {
            let [scans, files] = unpacked.sorted();
            all.files.extend(files);
            all.scans.extend(scans);
            all.skipped += unpacked.skipped;
            all.unpacked.push(unpacked);
        }
        None => all.files.push(path),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_becomes_its_spreadsheets_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let names = [
            "b.csv",
            "a.XLSX",
            "~$a.xlsx",
            ".~lock.b.csv#",
            "readme.pdf",
            "c.doc",
        ];
        for name in names {
            std::fs::write(at(name), "").unwrap();
        }
        // A folder may be called anything, and hold more; hidden ones are not looked into.
        for inner in ["older.xlsx", ".git", "__MACOSX"] {
            std::fs::create_dir(at(inner)).unwrap();
            std::fs::write(at(inner).join("c.csv"), "").unwrap();
        }
        let single = PathBuf::from("single.csv");
        let all = unfold(&[single.clone(), folder.path().to_owned()]).unwrap();
        let inner = at("older.xlsx").join("c.csv");
        let beside = [single, at("a.XLSX"), at("b.csv"), at("c.doc"), inner];
        assert_eq!(all.files, beside);
        assert_eq!(all.scans, [at("readme.pdf")]);
        assert_eq!((all.skipped, all.folders), (2, true));
    }

    #[test]
    fn files_stay_as_they_are() {
        let paths = [PathBuf::from("letter.pdf")];
        let all = unfold(&paths).unwrap();
        assert_eq!(
            (&*all.files, all.skipped, all.folders),
            (&paths[..], 0, false)
        );
    }
}
