//! What no output may be written over: a workspace, its copies, and what lies beside it.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::files;

/// How every SQLite file begins.
const HEADER: &[u8; 16] = b"SQLite format 3\0";

/// What lies beside an open workspace, by the end of its name.
pub(super) const BESIDE: [&str; 6] = ["-journal", "-wal", "-shm", ".lock", ".holder", ".typing"];

/// Whether `path` leads to a workspace or a copy of one, or to what belongs to the workspace
/// `open`: by whatever name, link or hard link.
pub fn is_workspace(path: &Path, open: &Path) -> bool {
    let own = BESIDE.iter().map(|ending| beside(open, ending));
    let mut own = std::iter::once(open.to_owned()).chain(own);
    own.any(|own| same(path, &own)) || is_database(path)
}

/// Only such a file is opened: with anything else that may never end.
fn ordinary(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file())
}

fn is_database(path: &Path) -> bool {
    let mut begin = [0; HEADER.len()];
    ordinary(path)
        && File::open(path).is_ok_and(|mut file| file.read_exact(&mut begin).is_ok())
        && begin == *HEADER
}

/// The same file, or the same name where there is none yet.
fn same(one: &Path, other: &Path) -> bool {
    if ordinary(one)
        && ordinary(other)
        && let Ok(same) = same_file::is_same_file(one, other)
    {
        return same;
    }
    match (full(one), full(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

fn full(path: &Path) -> Option<PathBuf> {
    let folder = fs::canonicalize(files::folder_of(path)).ok()?;
    // Names that differ in case only are one file on many systems, and no loss on the others.
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    Some(folder.join(name))
}

fn beside(workspace: &Path, ending: &str) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way to a file: as it is, by a detour, by a link of either kind.
    fn ways(folder: &Path, name: &str) -> Vec<PathBuf> {
        let file = folder.join(name);
        let mut ways = vec![file.clone(), folder.join("inner/..").join(name)];
        let hard = folder.join(format!("hard {name}.pdf"));
        fs::hard_link(&file, &hard).unwrap();
        ways.push(hard);
        #[cfg(unix)]
        {
            let soft = folder.join(format!("soft {name}.pdf"));
            std::os::unix::fs::symlink(&file, &soft).unwrap();
            ways.push(soft);
        }
        ways
    }

    #[test]
    fn no_way_leads_to_what_is_ours() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        fs::create_dir(folder.join("inner")).unwrap();
        let open = folder.join("firm.db");
        let text = |name: &str| fs::write(folder.join(name), "text").unwrap();
        for name in ["firm.db", "letter.pdf"] {
            text(name);
        }
        for ending in BESIDE {
            text(&format!("firm.db{ending}"));
        }
        fs::write(folder.join("copy.pdf"), "SQLite format 3\0…").unwrap();
        let ours = BESIDE.iter().map(|ending| format!("firm.db{ending}"));
        for name in ours.chain(["firm.db", "copy.pdf"].map(str::to_owned)) {
            for way in ways(folder, &name) {
                assert!(is_workspace(&way, &open), "{}", way.display());
            }
        }
        for way in ways(folder, "letter.pdf") {
            assert!(!is_workspace(&way, &open), "{}", way.display());
        }
        assert!(!is_workspace(&folder.join("none.pdf"), &open));
        assert!(!is_workspace(folder, &open));
    }

    #[test]
    fn a_name_that_is_not_there_yet_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let open = folder.path().join("firm.manyi");
        fs::write(&open, "").unwrap();
        assert!(is_workspace(
            &folder.path().join("./firm.manyi-journal"),
            &open
        ));
        assert!(is_workspace(
            &folder.path().join("FIRM.manyi-Journal"),
            &open
        ));
    }
}
