//! Every spreadsheet of a folder named by `MANYI_TORTURE`: whatever it holds, reading it
//! ends with sheets or with an error.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::intake::{FileFault, IntakeError, Spreadsheet, file};
use crate::model::Progress;

fn files_in(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files_in(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn no_file_ends_the_program() {
    let Some(folder) = std::env::var_os("MANYI_TORTURE") else {
        println!("skipped: MANYI_TORTURE names no folder");
        return;
    };
    let mut files = Vec::new();
    files_in(Path::new(&folder), &mut files);
    files.sort();
    let mut outcomes = BTreeMap::<String, usize>::new();
    for path in &files {
        let outcome = outcome(path);
        println!("{outcome}\t{}", path.display());
        let kind = outcome.split(':').next().unwrap_or_default().to_owned();
        *outcomes.entry(kind).or_default() += 1;
    }
    println!("{outcomes:#?}");
    assert_eq!(outcomes.values().sum::<usize>(), files.len());
}

fn outcome(path: &Path) -> String {
    let progress = Progress::default();
    let opened = file::read(path, &progress)
        .and_then(|source| Spreadsheet::open(&source.name, &source.bytes, &progress));
    let mut spreadsheet = match opened {
        Ok(spreadsheet) => spreadsheet,
        Err(error) => return named(&error),
    };
    let mut rows = 0;
    let mut faults = Vec::new();
    for sheet in 0..spreadsheet.sheets().len() {
        match spreadsheet.read(sheet, &progress) {
            Ok(sheet) => rows += sheet.rows(),
            Err(error @ IntakeError::Sheet { .. }) => faults.push(named(&error)),
            Err(error) => return format!("sheet {}", named(&error)),
        }
    }
    format!("read: {rows} rows, {faults:?}")
}

fn named(error: &IntakeError) -> String {
    match error {
        IntakeError::File {
            fault: FileFault::Damaged(what),
            ..
        } => format!("damaged: {what}"),
        IntakeError::File { fault, .. } => format!("{fault:?}"),
        IntakeError::Sheet { fault, .. } => format!("{fault:?}"),
        other => format!("{other:?}"),
    }
}
