//! A folder that is taken in: the spreadsheets that lie in it, not those of its subfolders.

use std::path::PathBuf;

pub use super::endings::{SCANS, SHEETS};
use super::endings::{is_scan, is_sheet};
use super::unpack::{Unpacked, is_packed, unpack};

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

/// Puts the spreadsheets of a folder, by name, in its place; files stay as they are.
///
/// # Errors
/// What the system says of a folder that cannot be looked into.
pub fn unfold(paths: &[PathBuf]) -> std::io::Result<Unfolded> {
    let mut all = Unfolded::default();
    for path in paths {
        if !path.is_dir() {
            add(&mut all, path.clone())?;
            continue;
        }
        all.folders = true;
        let mut found = Vec::new();
        for entry in std::fs::read_dir(path)? {
            let path = entry?.path();
            if path.is_dir() {
                continue;
            }
            if is_sheet(&path) || is_packed(&path) {
                found.push(path);
            } else if is_scan(&path) {
                all.scans.push(path);
            } else {
                all.skipped += 1;
            }
        }
        found.sort();
        for path in found {
            add(&mut all, path)?;
        }
    }
    all.scans.sort();
    Ok(all)
}

/// A file as it is, or what lies in it where it is a mail or an archive.
fn add(all: &mut Unfolded, path: PathBuf) -> std::io::Result<()> {
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
        let names = ["b.csv", "a.XLSX", "~$a.xlsx", ".~lock.b.csv#", "readme.pdf"];
        for name in names {
            std::fs::write(at(name), "").unwrap();
        }
        std::fs::create_dir(at("older.xlsx")).unwrap();
        let single = PathBuf::from("single.csv");
        let all = unfold(&[single.clone(), folder.path().to_owned()]).unwrap();
        assert_eq!(all.files, [single, at("a.XLSX"), at("b.csv")]);
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
