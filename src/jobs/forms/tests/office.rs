//! LibreOffice, where it is installed: it saves what it is given in other formats.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

pub(super) struct Office {
    folder: TempDir,
}

impl Office {
    /// `None` where it is not installed.
    pub fn find() -> Option<Self> {
        let mut asked = Command::new("soffice");
        asked
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        asked.status().ok()?;
        let folder = tempfile::tempdir().unwrap();
        for part in ["in", "xlsx", "xls", "ods"] {
            std::fs::create_dir(folder.path().join(part)).unwrap();
        }
        Some(Self { folder })
    }

    fn at(&self, part: &str, name: &str) -> PathBuf {
        self.folder.path().join(part).join(name)
    }

    /// A file to save in other formats.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.at("in", name), bytes).unwrap();
    }

    /// It as the program saves it. All of them are saved at once.
    pub fn saved(&self, number: usize, ending: &str) -> Vec<u8> {
        let made = self.at(ending, &format!("{number}.{ending}"));
        if !made.exists() {
            let home = self.folder.path().join("home");
            let files = std::fs::read_dir(self.folder.path().join("in")).unwrap();
            let files = files.map(|file| file.unwrap().path());
            let status = Command::new("soffice")
                .arg(format!("-env:UserInstallation=file://{}", home.display()))
                .args(["--headless", "--convert-to", ending, "--outdir"])
                .arg(self.folder.path().join(ending))
                .args(files)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
            assert!(status.unwrap().success());
        }
        std::fs::read(made).unwrap()
    }
}
