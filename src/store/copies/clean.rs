//! What killed programs left behind: part files of copies and of restored workspaces. Only for
//! those who hold the workspace's lock, since nobody else writes one then.

use std::fs;
use std::path::Path;

use super::{list, name};
use crate::files;

/// In the folder of the copies, also what earlier versions left there.
pub(super) fn copies(workspace: &Path, folder: &Path) {
    sweep(folder, |found| {
        let of_a_copy = |target: &str| name::read(workspace, target).is_some();
        match files::part_of(found) {
            Some(target) => of_a_copy(target),
            None => found
                .strip_suffix(".part")
                .is_some_and(|stem| of_a_copy(&format!("{stem}.manyi"))),
        }
    });
}

/// Beside the workspace.
pub(in crate::store) fn beside(workspace: &Path) {
    files::clean(workspace);
    sweep(list::parent(workspace), |found| {
        files::part_of(found).is_some_and(|target| {
            let kept = name::read_before_restore;
            let journal = target.strip_suffix("-journal").unwrap_or(target);
            kept(workspace, journal).is_some()
        })
    });
}

fn sweep(folder: &Path, ours: impl Fn(&str) -> bool) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if ours(&entry.file_name().to_string_lossy()) {
            // One that stays is found by the next run.
            let _ = fs::remove_file(entry.path());
        }
    }
}
