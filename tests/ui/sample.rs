//! The sample company, made once and copied for every test.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use manyi::jobs::sample;
use manyi::model::{Change, Edit, Import, Progress, Step, StepKind};
use manyi::store::Store;

/// The folder it was made in, with the files it was made from.
pub fn folder() -> &'static Path {
    static MADE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (folder, _) = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = sample::at(folder.path(), &Progress::default()).unwrap();
        (folder, path)
    });
    folder.path()
}

/// The workspace at a path.
pub fn at(path: &Path) {
    std::fs::copy(folder().join(sample::WORKSPACE), path).unwrap();
}

/// The workspace as it would be had one of its files never come in.
pub fn without(path: &Path, file: &str) {
    at(path);
    let mut store = Store::open(path).unwrap();
    let imports = store.load().unwrap().imports;
    let import = imports.iter().find(|it| it.file == file).unwrap();
    let undone = Import {
        undone: true,
        ..import.clone()
    };
    let change = Change::Import(Edit::changed(import.clone(), undone));
    let step = Step::new(StepKind::UndoImport, file, vec![change]);
    store.apply(&step).unwrap();
}

/// One of its files, so that it can be chosen under another name.
pub fn file(name: &str, path: &Path) {
    std::fs::copy(folder().join(name), path).unwrap();
}
