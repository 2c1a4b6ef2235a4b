//! A folder that is taken in: the spreadsheets that lie in it, not those of its subfolders.

use std::path::{Path, PathBuf};

/// Endings of spreadsheets.
pub const SHEETS: [&str; 7] = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "docx"];

/// Endings of what scanners and cameras write.
pub const SCANS: [&str; 6] = ["pdf", "jpg", "jpeg", "png", "tif", "tiff"];

/// What files and folders come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unfolded {
    pub files: Vec<PathBuf>,
    /// Scans and pictures of folders: forms that were printed may be among them.
    pub scans: Vec<PathBuf>,
    /// Files of folders that are no spreadsheets, or only mark one as open in another program.
    pub skipped: usize,
    /// Some of it was a folder.
    pub folders: bool,
}

/// Puts the spreadsheets of a folder, by name, in its place; files stay as they are.
///
/// # Errors
/// What the system says of a folder that cannot be looked into.
pub fn unfold(paths: &[PathBuf]) -> std::io::Result<Unfolded> {
    let mut all = Unfolded::default();
    for path in paths {
        if !path.is_dir() {
            all.files.push(path.clone());
            continue;
        }
        all.folders = true;
        let mut found = Vec::new();
        for entry in std::fs::read_dir(path)? {
            let path = entry?.path();
            if path.is_dir() {
                continue;
            }
            if is_sheet(&path) {
                found.push(path);
            } else if is(&path, &SCANS) {
                all.scans.push(path);
            } else {
                all.skipped += 1;
            }
        }
        found.sort();
        all.files.append(&mut found);
    }
    all.scans.sort();
    Ok(all)
}

fn is_sheet(path: &Path) -> bool {
    is(path, &SHEETS)
}

fn is(path: &Path, endings: &[&str]) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default();
    // Office leaves `~$name.xlsx` beside an open file, LibreOffice `.~lock.name.xlsx#`; other
    // hidden files are not the user's either.
    let lock = name.starts_with("~$") || name.starts_with('.');
    !lock && endings.iter().any(|it| ending.eq_ignore_ascii_case(it))
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
