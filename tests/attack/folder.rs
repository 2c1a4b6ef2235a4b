//! A folder with everything in it, in memory.

use std::collections::BTreeMap;
use std::path::Path;

/// Files by their path below the folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folder(pub BTreeMap<String, Vec<u8>>);

impl Folder {
    pub fn read(path: &Path) -> Self {
        let mut folder = Self::default();
        folder.add(path, "");
        folder
    }

    fn add(&mut self, path: &Path, below: &str) {
        for entry in std::fs::read_dir(path).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                self.add(&entry.path(), &format!("{name}/"));
            } else {
                self.0.insert(name, std::fs::read(entry.path()).unwrap());
            }
        }
    }

    /// Makes the folder hold this and nothing else.
    pub fn lay_out(&self, path: &Path) {
        let _ = std::fs::remove_dir_all(path);
        std::fs::create_dir_all(path).unwrap();
        for (name, bytes) in &self.0 {
            let file = path.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
    }
}
